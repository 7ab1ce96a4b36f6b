# SPDX-License-Identifier: Apache-2.0
"""A weight: a feature that a linear model looks at, and how much it speaks for what the model tells."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weight:
    """A feature and its weight, in log odds; below nought it speaks against."""

    feature: str
    weight: float
