# SPDX-License-Identifier: Apache-2.0
"""Offices: who held which, of a person, of an office, of a body with its offices, or of all."""

from __future__ import annotations

from tocsin.catalogue import lookup
from tocsin.catalogue.bodies import with_organs
from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.tenures import Tenure, tenures_by
from tocsin.records.bounds import Bounds


def held_offices(catalogue: Catalogue, who: str | None, when: Bounds | None) -> tuple[Tenure, ...]:
    """Give who held which office then, or ever; by office, then by day.

    >>> from tocsin.catalogue.catalogue import load
    >>> [(one.name, one.since) for one in held_offices(load()[0], "Michelle Bachelet", None)][0]
    ('President of Chile', '2006-03-11')

    Raises:
        BadRequest: Nobody is called so.
    """
    known = tenures_by(catalogue)
    person = known.person(who) if who else None
    if who is None:
        found = [one for office in known.offices for one in known.holders(office, when)]
    elif person is not None:
        found = [one for one in known.held_by(person) if one.held(when)]
    else:
        body = with_organs(catalogue, lookup.actor(catalogue, who).id)
        found = [one for office in sorted(body) for one in known.holders(office, when)]
    return tuple(found) if person is not None else tuple(sorted(found, key=lambda one: (one.name, one.since or "")))
