# SPDX-License-Identifier: Apache-2.0
"""Who shares a state's adjective and is not the state: Ardeshi rebels, pro-Ardeshi militias, Ardeshi villagers."""

from __future__ import annotations

from tocsin.reading.claims.scenes import Scene
from tocsin.reading.naming import names
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.records.findings import Party

# They run on the lowered view.
_GROUP = late(
    r"(?:\s?-\s?(?:backed|led|supported|sponsored|trained|aligned|allied|speaking|born|friendly)\b)?(?:\s+(?!(?:the|an?|against|by|in|on|at|of|to|and|or|with|for|from|has|have|had|is|are|was|were|its|their|his|that|who)\b)[\w-]+){0,2}?\s+"
    r"(?:rebels?|guerrillas?|separatists?|insurgents?|militants?|terrorists?|extremists?|jihadists?|islamists?|gunm[ae]n|bandits?|"
    r"opposition|dissidents?|traffickers|mafia|cartels?|gangs?|criminals|settlers?|paramilitar(?:y|ies)|militias?|militiamen|vigilantes|"
    r"protesters?|demonstrators?|rioters|citizens?|residents?|villagers|civilians|students?|farmers?|herders|activists?|refugees|migrants?|"
    r"prisoners|hackers|nationals?|volunteers?|mercenar(?:y|ies)|thugs?|radicals?|nationalists?|tribesmen|clans?|warlords?|exiles|"
    r"m[ae]n|wom[ae]n|youths?|teenagers?|couple|mob|crowds?)\b"
)
_FOR = late(r"\b(?:pro|anti)\s?-\s?$")


def told_apart(view: Scene, parties: tuple[Party, ...], cue: int) -> tuple[Party, ...]:
    """Give who acted, with the group in place of a state whose adjective alone stands before the act's word.

    A state that the sentence also names by itself, or whose army it names, stays: nothing says that it is not meant.
    """
    return tuple(dict.fromkeys(_group(view, party, cue) for party in parties)) if parties else ()


def _group(view: Scene, party: Party, cue: int) -> Party:
    row = view.draft.catalogue.actors.get(party.id)
    if row is None or row.kind not in ("state", "territory"):
        return party
    found: Party | None = None
    small = lowered(view.content)
    for start, end, named in view.parties:
        if named.id != party.id:
            continue
        sided = _FOR.search(small, max(view.start, start - 7), start)
        match = _GROUP.match(small, end, view.end)
        if match is None or any(end <= at < match.end() and held[2] for at, held in view.acts.items()):
            if sided is None and start < cue:
                return party
            continue
        name = " ".join(view.content[sided.start() if sided else start : match.end()].split())
        found = found or Party(id=names.slug(name), name=name)
    return found or party
