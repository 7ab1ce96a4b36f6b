# SPDX-License-Identifier: Apache-2.0
"""Pages: a dossier as one HTML file that opens offline and prints."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from tocsin.dossier.compositions import Composition
from tocsin.dossier.wordings import footnote, possible


@cache
def _template(name: str) -> Template:
    loader = PackageLoader("tocsin.dossier")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return made.get_template(name)


def html(dossier: Composition) -> str:
    """Write a dossier as HTML; every text of a source is escaped, a picture is the tool's own SVG."""
    return _template("dossier.html").render(dossier=dossier, footnote=footnote, possible=possible()) + "\n"
