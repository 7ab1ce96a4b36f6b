# SPDX-License-Identifier: Apache-2.0
"""The first day: `tocsin` alone, `demo`, `doctor`, and every verb's help with an example."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tocsin.cli.main import main
from tocsin.cli.verbs import LINES

HELP = """
import sys
from tocsin.cli.main import main
main(["--help"], standalone_mode=False)
print(*(name for name in sys.modules if name.startswith(("tocsin.ledger", "tocsin.reading"))), file=sys.stderr)
"""


def verbs(group, path=()):
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from verbs(command, (*path, name))
        else:
            yield pytest.param(command, id=" ".join((*path, name)))


def test_tocsin_alone_says_what_to_do_first(person):
    assert "tocsin demo" in person.run()
    assert person.code == 0


@pytest.mark.parametrize("command", list(verbs(main)))
def test_every_help_ends_with_an_example(command):
    assert command.help
    assert "Example: tocsin " in command.help.strip().splitlines()[-1]


@pytest.mark.parametrize("name", main.list_commands(click.Context(main)))
def test_help_says_of_a_verb_what_the_verb_says_of_itself(name):
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.get_short_help_str(limit=160) == LINES[name]


def test_help_loads_no_verb():
    said = subprocess.run(
        [sys.executable, "-c", HELP],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONWARNINGS": ""},
    )
    assert "Bring in:" in said.stdout
    assert said.stderr.split() == []


def test_the_demo_reads_the_examples_and_says_where_to_look(person):
    out = person.run("demo", "--into", "demo")
    assert person.code == 0, person.err
    for part in ("Documents", "Asks by addressee", "Timeline", "Where to look"):
        assert part in out
    assert (person.folder / "demo" / "northern-union.html").exists()
    assert person.run("demo", "--into", "demo") == out


def test_doctor_says_what_the_machine_has(person):
    assert "SQLite" in person.run("doctor")
    assert person.code == 0


def test_an_unknown_verb_is_a_bad_request(person):
    person.run("sing")
    assert person.code == 2


def test_doctor_tells_which_extras_are_there(person):
    out = person.run("doctor")
    assert "postgres, for ledgers in PostgreSQL" in out
    assert "parquet, for listings as Parquet files" in out


def test_alone_the_command_names_the_verbs_of_a_first_day(person):
    out = person.run()
    assert not [verb for verb in ("standing", "notice", "timeline", "watch", "serve") if f"tocsin {verb}" not in out]


def readme_commands() -> list[str]:
    text = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    lines = [line for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL) for line in block.splitlines()]
    own = ("letters/", "letter.txt", "reply.txt", "receipt.eml", "3fb1c2", "18238344")
    return [line for line in lines if line.startswith("tocsin ") and not any(word in line for word in own)]


def test_the_commands_of_the_readme_answer_about_the_demo(person, monkeypatch):
    person.run("demo", "--into", "demo")
    monkeypatch.chdir(person.folder / "demo")
    silent = []
    for line in readme_commands():
        _, *words = shlex.split(line, comments=True)
        person.run(*words)
        written = [Path(word) for word in words if Path(word).suffix in {".html", ".pdf", ".zip", ".jsonl", ".csv"}]
        if person.code or not (person.out or written) or "0 cited lines" in person.err:
            silent.append((line, person.code, person.err))
    assert silent == []
    assert len(readme_commands()) > 20
