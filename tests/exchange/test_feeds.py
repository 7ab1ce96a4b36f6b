# SPDX-License-Identifier: Apache-2.0
"""RFC 4287: what an Atom feed and its entries must have."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from tests.watch.papers import Papers, ask
from tocsin.catalogue.catalogue import Catalogue
from tocsin.exchange.feeds import atom
from tocsin.ledger.queries import Query
from tocsin.watch.alarm_rules import alarm_rules
from tocsin.watch.alarms import rings

ATOM = "{http://www.w3.org/2005/Atom}"


def test_a_feed_has_what_the_standard_asks_for_and_is_the_same_each_time(catalogue: Catalogue) -> None:
    papers = Papers()
    papers.put("orsava-assembly", "2025-03-02", ask("to send <monitors> & food", "ardesh"))
    papers.put("orsava-assembly", "2025-03-04", ask("to open the road", "veltria"))
    rules = alarm_rules("[[alarm]]\nkind = 'silence'\ndays = 30", "alarms.toml", catalogue)
    found = rings(papers.ledger, catalogue, Query(), rules)
    feed = atom(found, title="Tocsin alarms")
    root = ET.fromstring(feed)
    assert root.tag == f"{ATOM}feed"
    assert [root.find(f"{ATOM}{name}") is not None for name in ("id", "title", "updated", "author")] == [True] * 4
    entries = root.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}updated") for entry in entries] == ["2025-04-03T00:00:00Z", "2025-04-01T00:00:00Z"]
    assert all(entry.findtext(f"{ATOM}id", "").startswith("urn:sha256:") for entry in entries)
    assert "“to send <monitors> & food”" in (entries[1].findtext(f"{ATOM}content") or "")
    assert atom(found, title="Tocsin alarms") == feed


def test_a_feed_without_rings_is_a_feed() -> None:
    root = ET.fromstring(atom((), title="Tocsin alarms"))
    assert root.findall(f"{ATOM}entry") == []
