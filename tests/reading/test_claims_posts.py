# SPDX-License-Identifier: Apache-2.0
"""Whose a checkpoint is: who sets it up, and nobody whom it is done to."""

from __future__ import annotations

import pytest

from tests.reading.test_claims import PACK, claims
from tocsin.catalogue.catalogue import load
from tocsin.reading.read import Reader


@pytest.fixture(scope="module")
def orsava() -> Reader:
    return Reader(load([PACK])[0])


@pytest.mark.parametrize(
    "content",
    [
        "Veltria set up a Veltrian checkpoint on the bridge on 5 May 2021.",
        "An Ardeshi checkpoint was set up on the bridge on 5 May 2021.",
        "On 5 May 2021 the establishment of an Ardeshi checkpoint cut the road.",
    ],
)
def test_whose_a_checkpoint_is_acts_and_suffers_nothing(orsava, content):
    (claim,) = claims(orsava, content)
    assert claim.actors
    assert not claim.targets
