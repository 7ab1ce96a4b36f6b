# SPDX-License-Identifier: Apache-2.0
"""Quantities: a number, its bounds and what it counts."""
