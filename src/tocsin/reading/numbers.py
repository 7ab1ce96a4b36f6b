# SPDX-License-Identifier: Apache-2.0
"""The English words for zero to nineteen, in order, for every layer that reads numbers."""

ONES = tuple(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "  # noqa: SIM905 - a word list reads best as words
    "seventeen eighteen nineteen".split()
)
