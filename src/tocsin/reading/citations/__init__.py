# SPDX-License-Identifier: Apache-2.0
"""Citations: references to treaties, resolutions, judgments and agreements, resolved to an instrument where known."""

from tocsin.reading.citations.finder import CONSTRUCTIONS, find
from tocsin.reading.citations.index import body_patterns, patterns

__all__ = ["CONSTRUCTIONS", "body_patterns", "find", "patterns"]
