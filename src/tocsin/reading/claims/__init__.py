# SPDX-License-Identifier: Apache-2.0
"""Claims: somebody says that something was done."""

from tocsin.reading.claims.acts import layers
from tocsin.reading.claims.finder import CONSTRUCTIONS, find

__all__ = ["CONSTRUCTIONS", "find", "layers"]
