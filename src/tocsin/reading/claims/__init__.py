# SPDX-License-Identifier: Apache-2.0
"""Claims: somebody says that something was done."""

from tocsin.reading.claims.acts import patterns
from tocsin.reading.claims.finder import CONSTRUCTIONS, find

__all__ = ["CONSTRUCTIONS", "find", "patterns"]
