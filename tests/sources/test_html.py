# SPDX-License-Identifier: Apache-2.0
"""A page becomes what its reader sees, every character mapped to its offset."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.records.problems import Problem
from tocsin.records.texts import Text
from tocsin.sources import formats
from tocsin.sources.extracts import Extract

ARTICLE = (
    "<article><h1>Appeal &amp; call</h1><p>The Orsava Assembly appeals once more to all sides and reminds them of what "
    "they signed in spring, which none has kept since then.</p></article>"
)


def page(body: str, head: str = "") -> Text:
    extract = formats.read(f"<!doctype html><head>{head}</head><body>{body}</body>".encode(), "a.html")
    assert isinstance(extract, Extract), extract
    return extract.text


@pytest.mark.parametrize(
    ("body", "content"),
    [
        ("<p>We\n  urge <b>all</b> sides<p>to talk", "We urge all sides\n\nto talk"),
        ("<ul><li>one<li>two<ul><li>inner</ul><li></ul>", "• one\n• two\n• inner"),
        ("<ol start=3><li><p>x</p></li><li>y</ol>", "3. x\n4. y"),
        ("<ol start=iii><li>x</ol>", "1. x"),
        ("a<br>b<hr>c</br>", "a\nb\n\nc"),
        ("<table><tr><td>a<td>b<tr><th>c</th><td>d</table>", "a\tb\nc\td"),
        ("<pre>a\n  b</pre><p>c", "a\n  b\n\nc"),
        ("<ul><li><pre> x</pre></ul>", "•  x"),
        ("a&nbsp;&#8217;&amp b &bogus; c", "a\u00a0’& b &bogus; c"),
        ('<p style="color: red; display:none">no</p><p style="display:block">yes', "yes"),
        ('<div style="visibility: hidden">no</div>yes', "yes"),
        ("<p hidden>no</p><script>no</script><svg><title>no</title></svg>yes", "yes"),
        ("<dl><dt>a<dd>b<dt>c<dd>d</dl>", "a\n\nb\n\nc\n\nd"),
        ("x</p></b> y &#xD800;", "x y \ufffd"),
    ],
)
def test_the_text_is_what_a_reader_sees(body: str, content: str) -> None:
    assert page(body).content.strip("\n") == content


@pytest.mark.parametrize(
    "body", ["<div>word " * 3000, "word <!-- " * 3000, "<ul><li>word " * 3000, "<div hidden>" * 900 + "word"]
)
def test_a_page_built_to_take_for_ever_does_not(body: str) -> None:
    extract = formats.read(f"<html><p>word{body}".encode(), "a.html")
    assert isinstance(extract, Extract)
    assert extract.text.content.startswith("word")


def test_a_head_need_not_be_closed() -> None:
    extract = formats.read(b"<html><head><title>T</title><body><p>We urge", "a.html")
    assert isinstance(extract, Extract)
    assert extract.text.content.strip() == "We urge"


@given(
    st.lists(
        st.sampled_from(("We", " ", "\n", "&amp;", "<b>", "</b>", "<p>", "é", "𝔸", "<li>", "x&lt;y", "&")), max_size=30
    )
)
def test_every_character_stands_at_its_offset(pieces: list[str]) -> None:
    html = "<html><body>word " + "".join(pieces)
    extract = formats.read(html.encode(), "a.html")
    assert isinstance(extract, Extract)
    text = extract.text
    for origin in text.origins:
        assert origin.offset is not None
        for index in range(origin.end - origin.start):
            read, stood = text.content[origin.start + index], html[origin.offset + index]
            assert stood in {read, "&"} or (read.isspace() and stood.isspace())


def test_parts_facts_and_main_text_are_told() -> None:
    head = (
        '<title>T | Site</title><meta property="og:title" content="Appeal"><meta name="author" content="A">'
        '<link rel=canonical href="https://x.example/a"><meta property="article:published_time" content="2031-03-04">'
    )
    text = page(f"<nav><a>Home</a></nav>{ARTICLE}<blockquote>So</blockquote><footer>Subscribe</footer>", head)
    parts = [(part.kind, text.content[part.start : part.end]) for part in text.parts]
    assert ("furniture", "Home") in parts
    assert ("furniture", "Subscribe") in parts
    assert ("heading", "Appeal & call") in parts
    assert ("quotation", "So") in parts
    assert dict(text.facts) == {
        "title": "Appeal",
        "author": "A",
        "url": "https://x.example/a",
        "published": "2031-03-04",
    }
    main = "".join(text.content[start:end] for start, end in text.main)
    assert "reminds them" in main
    assert "Home" not in main
    assert "Subscribe" not in main


SENTENCES = [
    f"On day {number} the ferry to Karsk carried {number * 7} people and no freight at all." for number in range(9)
]


def main_of(html: str) -> str:
    text = page(html)
    return " ".join("".join(text.content[start:end] for start, end in text.main).split())


def test_a_line_of_the_article_that_a_teaser_repeats_is_main_once() -> None:
    teasers = "".join(f"<li><a href=x>{title}</a></li>" for title in ("The ferry of Karsk", "Rain in Velt"))
    article = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    main = main_of(f"<article><h1>The ferry of Karsk</h1>{article}</article><div><h3>More</h3><ul>{teasers}</ul></div>")
    assert main.count("The ferry of Karsk") == 1
    assert SENTENCES[8] in main


def test_words_are_main_however_their_line_is_cut() -> None:
    article = "".join(
        f"<p>{sentence}<br>{sentence.upper()} <i>So</i> <b>it</b>&nbsp;went.</p>" for sentence in SENTENCES
    )
    main = main_of(f"<nav><a>Home</a></nav><article>{article}</article>")
    assert all(sentence in main and sentence.upper() in main for sentence in SENTENCES)


def test_a_huge_page_has_its_main_text() -> None:
    article = "".join(f"<p>{number}. {SENTENCES[number % 9]}</p>" for number in range(1200))
    main = main_of(f"<nav><a>Home</a></nav><article>{article}</article><footer>Subscribe</footer>")
    assert "1199. On day 2" in main
    assert "Subscribe" not in main


def test_a_time_element_and_the_language_are_facts() -> None:
    extract = formats.read(b'<html lang="en"><title>T</title><time datetime="2031-03">x</time>', "a.html")
    assert isinstance(extract, Extract)
    assert dict(extract.text.facts) == {"language": "en", "published": "2031-03", "title": "T"}


def test_a_declared_encoding_is_used() -> None:
    data = '<html><meta charset="windows-1252"><p>Vělt “x”'.replace("ě", "é").encode("cp1252")
    extract = formats.read(data, "a.html")
    assert isinstance(extract, Extract)
    assert extract.text.content.strip() == "Vélt “x”"


def test_a_page_of_scripts_alone_is_refused() -> None:
    problem = formats.read(b"<html><body><script>draw()</script></body></html>", "a.html")
    assert isinstance(problem, Problem)
    assert problem.code == "no-text"
