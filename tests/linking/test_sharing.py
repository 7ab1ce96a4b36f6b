# SPDX-License-Identifier: Apache-2.0
"""Sharing: lands and places are alike or not, whatever a table of words has learnt of them from others."""

from tocsin.linking.sharing import _near, _Term


def test_no_land_or_place_is_near_to_another():
    one, other = _Term("valley", 1.0, name=False), _Term("river", 1.0, name=False)
    assert _near(one, other, {}) > 0
    named, called = _Term("valley", 1.0, name=True, proper=True), _Term("river", 1.0, name=True, proper=True)
    assert _near(named, called, {}) == 0
    assert _near(named, other, {}) == 0
    assert _near(named, _Term("valley", 1.0, name=True, proper=True), {}) == 1
