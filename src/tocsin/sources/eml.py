# SPDX-License-Identifier: Apache-2.0
"""EML: a mail's head and body as one text, each attachment a document of its own."""

from __future__ import annotations

import contextlib
import email
import email.policy
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from tocsin.records.ids import digest
from tocsin.records.problems import Problem
from tocsin.records.texts import Origin, Part, Text
from tocsin.sources import decoding, html
from tocsin.sources.extracts import Attachment, Extract
from tocsin.sources.weaving import Weaver

_HEAD = ("From", "To", "Cc", "Date", "Subject")
_FACTS = {"From": "from", "To": "to", "Cc": "cc", "Subject": "subject", "Message-ID": "message-id"}


def read(data: bytes, where: str = "mail.eml") -> Extract | Problem:
    """Read a mail: its head as lines, a blank line, its body (plain before HTML), as a person sees it."""
    mail = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(mail, EmailMessage)
    attachments = tuple(_attachments(mail))
    body = _body(mail, where)
    if body is None and not attachments:
        message = "the mail has neither body nor attachment; export it again from the mail program"
        return Problem(where=where, code="no-body", message=message)
    weaver = Weaver()
    for name in _HEAD:
        if told := _header(mail, name):
            weaver.gap(1)
            weaver.add(f"{name}: ")
            weaver.add(told, part=f"header {name}", offset=0)
    weaver.gap(2)
    text = Text(
        document=digest(data),
        version="eml/1",
        media_type="message/rfc822",
        content=weaver.content,
        origins=weaver.origins,
        facts=_facts(mail),
    )
    if body is None:
        bodiless = Problem(where=where, code="no-body", message="the mail has no body; its attachments are read")
        return Extract(text=text, attachments=attachments, problems=(bodiless,))
    return Extract(text=_joined(text, body), attachments=attachments)


def _joined(head: Text, body: Text) -> Text:
    shift = len(head.content)
    origins = tuple(
        Origin(start=o.start + shift, end=o.end + shift, page=o.page, offset=o.offset, part="body")
        for o in body.origins or (Origin(start=0, end=len(body.content), offset=0),)
    )
    parts = tuple(Part(start=p.start + shift, end=p.end + shift, kind=p.kind, depth=p.depth) for p in body.parts)
    main = tuple((start + shift, end + shift) for start, end in body.main)
    return replace(
        head,
        content=head.content + body.content,
        origins=head.origins + origins,
        parts=parts,
        # A page in a mail has its own furniture; the head is part of what a reader sees.
        main=((0, shift), *main) if main and shift else main,
    )


def _body(mail: EmailMessage, where: str) -> Text | None:
    for kind in ("plain", "html"):
        part = mail.get_body(preferencelist=(kind,))
        if part is None:
            continue
        data = part.get_payload(decode=True)
        if not isinstance(data, bytes) or not data.strip():
            continue
        characters = decoding.decoded(data, where, part.get_content_charset())
        if isinstance(characters, Problem):
            continue
        content = characters.content.replace("\r\n", "\n")
        if kind == "plain":
            return Text(document=digest(data), version="plain/1", media_type="text/plain", content=content)
        page = html.read(content.encode(), where)
        if isinstance(page, Extract):
            return page.text
    return None


def _attachments(mail: EmailMessage) -> Iterator[Attachment]:
    """Give what is attached, in order; a picture shown inside the mail (a logo) is no document."""
    unnamed = 0
    for part in mail.iter_attachments():
        kind = part.get_content_type()
        if part.get_content_maintype() == "image" and part.get_content_disposition() != "attachment":
            continue
        name = part.get_filename()
        if not name:
            unnamed += 1
            name = f"attachment-{unnamed}" + (".eml" if kind == "message/rfc822" else "")
        name = " ".join(name.split()).replace("/", "_")
        if kind == "message/rfc822":
            inner = part.get_payload(0)
            data = inner.as_bytes() if isinstance(inner, email.message.Message) else b""
        else:
            held = part.get_payload(decode=True)
            data = held if isinstance(held, bytes) else b""
        yield Attachment(name=name, data=data, media_type=kind)


def _header(mail: EmailMessage, name: str) -> str:
    """Give a header on one line, "" where there is none; what the parser cannot take is given raw."""
    try:
        return " ".join(str(mail.get(name, "")).split())
    except (ValueError, IndexError, AttributeError, LookupError):
        raw = next((value for key, value in mail.raw_items() if key.lower() == name.lower()), "")
        return " ".join(str(raw).split())


def _facts(mail: EmailMessage) -> tuple[tuple[str, str], ...]:
    facts = [(fact, told) for name, fact in _FACTS.items() if (told := _header(mail, name))]
    with contextlib.suppress(ValueError):  # a mail without a readable date has no such fact
        facts.append(("published", parsedate_to_datetime(_header(mail, "Date")).isoformat()))
    return tuple(sorted(facts))
