# SPDX-License-Identifier: Apache-2.0
"""What the pages take from the code, so that they cannot go stale: the map, the constructions, the verbs."""

from __future__ import annotations

import ast
from pathlib import Path

import click

from tocsin.cli.main import main
from tocsin.reading.read import CONSTRUCTIONS

HOUSE = Path(__file__).parents[1] / "src" / "tocsin"
ROOMS = (
    "errors",
    "records",
    "catalogue",
    "sources",
    "reading",
    "ledger",
    "linking",
    "watch",
    "dossier",
    "exchange",
    "pipeline",
    "desk",
    "cli",
    "web",
)


def _first_line(path: Path) -> str:
    return (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").splitlines()[0]


def house() -> str:
    """Write the map: every module with its first line, floor by floor."""
    lines = []
    for room in ROOMS:
        single = HOUSE / f"{room}.py"
        if single.exists():
            lines += [f"### {room}.py", "", _first_line(single), ""]
            continue
        lines += [f"### {room}/", "", _first_line(HOUSE / room / "__init__.py"), ""]
        modules = sorted(path for path in (HOUSE / room).rglob("*.py") if path.name != "__init__.py")
        if modules:
            lines += ["| module | what it holds |", "|---|---|"]
            lines += [f"| `{path.relative_to(HOUSE / room).as_posix()}` | {_first_line(path)} |" for path in modules]
            lines.append("")
    return "\n".join(lines)


def constructions() -> str:
    """Write every construction with its example, layer by layer."""
    lines: list[str] = []
    layer = ""
    for construction in CONSTRUCTIONS:
        name = construction.name.split(".")[0]
        if name != layer:
            layer = name
            lines += [f"## {layer}", "", "| construction | looks for | example |", "|---|---|---|"]
        example = construction.example.replace("\n", " ⏎ ").replace("|", "\\|")
        says = construction.says.replace("|", "\\|")
        lines.append(f"| `{construction.name}` | {says} | {example} |")
    return "\n".join(lines) + "\n"


def verbs() -> str:
    """Write every verb's help, as the command prints it."""
    lines = []
    context = click.Context(main, info_name="tocsin")
    for name in sorted(main.list_commands(context)):
        verb = main.get_command(context, name)
        assert verb is not None
        lines += _help(verb, click.Context(verb, info_name=name, parent=context))
    return "\n".join(lines)


def _help(command: click.Command, context: click.Context) -> list[str]:
    context.terminal_width = 100
    lines = [f"## {context.command_path}", "", "```text", command.get_help(context), "```", ""]
    if isinstance(command, click.Group):
        for name in sorted(command.commands):
            inner = command.commands[name]
            lines += _help(inner, click.Context(inner, info_name=name, parent=context))
    return lines
