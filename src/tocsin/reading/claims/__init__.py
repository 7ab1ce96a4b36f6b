# SPDX-License-Identifier: Apache-2.0
"""Claims: somebody says that something was done."""

from tocsin.reading.claims.finder import CONSTRUCTIONS, find
from tocsin.reading.claims.vocabulary import layers

__all__ = ["CONSTRUCTIONS", "find", "layers"]
