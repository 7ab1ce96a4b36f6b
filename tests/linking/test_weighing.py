# SPDX-License-Identifier: Apache-2.0
"""Weighing: names are alike or not, whatever a table of words has learnt of them from the papers of others."""

from tocsin.linking.weighing import _near, _Term


def test_no_name_is_near_to_another():
    one, other = _Term("valley", 1.0, name=False), _Term("river", 1.0, name=False)
    assert _near(one, other, {}) > 0
    named, called = _Term("valley", 1.0, name=True), _Term("river", 1.0, name=True)
    assert _near(named, called, {}) == 0
    assert _near(named, other, {}) == 0
    assert _near(named, _Term("valley", 1.0, name=True), {}) == 1
