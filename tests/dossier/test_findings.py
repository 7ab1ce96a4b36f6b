# SPDX-License-Identifier: Apache-2.0
"""The dossier of a search counts who speaks, in however many papers."""

from __future__ import annotations

from collections.abc import Collection

from tests.watch.papers import Papers, ask
from tocsin.catalogue.catalogue import Catalogue
from tocsin.dossier import findings
from tocsin.dossier.compositions import Table
from tocsin.dossier.desks import desk
from tocsin.dossier.searches import search
from tocsin.ledger.queries import Query


def test_one_issuer_of_two_papers_is_one_voice_and_whom_a_paper_quotes_another(catalogue: Catalogue) -> None:
    papers = Papers()
    papers.put("orsava-assembly", "2025-03-02", ask("to send monitors", "northern-union"))
    papers.put("orsava-assembly", "2025-03-12", ask("to send monitors at once", "northern-union"))
    query = Query()

    def counted(words: str) -> dict[str, str]:
        def values(_role: str, word: str) -> Collection[str]:
            return (word,)

        found = search(papers.ledger, words, query, values, limit=10)
        made = findings.dossier(desk(papers.ledger, catalogue, query, None), words, found, made_with="0")
        (table,) = (block for block in made.sections[0].blocks if isinstance(block, Table))
        return {row[0].text: row[1].text for row in table.rows}

    assert counted("kind:ask")["Documents with an answer to the search"] == "2"
    assert counted("kind:ask")["Voices"] == "1"
    papers.put("orsava-ngos", "2025-03-20", ask("to open the road", "northern-union", "veltria"))
    assert counted("kind:ask")["Voices"] == "2"
