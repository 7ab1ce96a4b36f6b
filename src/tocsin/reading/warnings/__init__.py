# SPDX-License-Identifier: Apache-2.0
"""Warnings: harm that has not happened yet, or is under way and growing."""

from tocsin.reading.warnings.cues import layers
from tocsin.reading.warnings.finder import find
from tocsin.reading.warnings.kinds import CONSTRUCTIONS

__all__ = ["CONSTRUCTIONS", "find", "layers"]
