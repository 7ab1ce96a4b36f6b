# SPDX-License-Identifier: Apache-2.0
"""Feeds: alarms as an Atom feed, which any feed reader can follow from a file or a web server.

Source: RFC 4287.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from xml.etree import ElementTree as ET

from tocsin.watch.alarms import Ring

_ATOM = "http://www.w3.org/2005/Atom"
_EMPTY = "1970-01-01T00:00:00Z"
"""When a feed without entries was updated: RFC 4287 wants a moment, and no clock is read here."""


def atom(rings: Iterable[Ring], *, title: str) -> str:
    """Write rings as an Atom feed, the newest first; the same rings give the same feed, to the letter."""
    newest = sorted(rings, key=lambda ring: (ring.day.earliest, ring.alarm, ring.subject), reverse=True)
    feed = ET.Element("feed", {"xmlns": _ATOM})
    _put(feed, "title", title)
    _put(feed, "id", f"urn:tocsin:alarms:{title.replace(' ', '-')}")
    _put(feed, "updated", _moment(newest[0]) if newest else _EMPTY)
    _put(ET.SubElement(feed, "author"), "name", "Tocsin")
    for ring in newest:
        entry = ET.SubElement(feed, "entry")
        _put(entry, "title", ring.says)
        _put(entry, "id", f"urn:{ring.id}")
        _put(entry, "updated", _moment(ring))
        ET.SubElement(entry, "category", {"term": ring.kind, "label": ring.alarm})
        _put(entry, "content", _content(ring), type="text")
    ET.indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode") + "\n"


def _put(above: ET.Element, name: str, text: str, **attributes: str) -> None:
    ET.SubElement(above, name, attributes).text = text


def _moment(ring: Ring) -> str:
    return f"{date.fromordinal(ring.day.earliest).isoformat()}T00:00:00Z"


def _content(ring: Ring) -> str:
    lines = [ring.says]
    for row in ring.rows:
        quote = " ".join(row.finding.quote.split())
        lines.append(f"“{quote}” – {row.shelved.source} [{row.finding.start}:{row.finding.end}], {row.standing}")
    return "\n".join(lines)
