# SPDX-License-Identifier: Apache-2.0
"""Warnings: harm that has not happened yet, or is under way and growing."""

from tocsin.reading.warnings.cues import cue_patterns, harm_patterns
from tocsin.reading.warnings.finder import CONSTRUCTIONS, find

__all__ = ["CONSTRUCTIONS", "cue_patterns", "find", "harm_patterns"]
