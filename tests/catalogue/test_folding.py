# SPDX-License-Identifier: Apache-2.0
"""Folding: spellings of one name fold to one key."""

from __future__ import annotations

import pytest

from tocsin.catalogue.folding import folded


@pytest.mark.parametrize(
    "names",
    [
        ("Côte d'Ivoire", "Cote d’Ivoire", "the COTE DIVOIRE"),
        ("Türkiye", "TÜRKİYE", "turkiye"),
        ("Guinea-Bissau", "Guinea Bissau"),
        ("Diyarbakır", "Diyarbakir", "DIYARBAKIR"),
        ("Łódź", "Lodz"),
    ],
)
def test_spellings_of_one_name_fold_alike(names):
    assert len({folded(name) for name in names}) == 1


def test_folding_again_changes_nothing():
    assert folded(folded("The Société Civile")) == folded("The Société Civile")
