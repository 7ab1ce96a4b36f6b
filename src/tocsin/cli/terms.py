# SPDX-License-Identifier: Apache-2.0
"""Terms: words of a closed list as typed, held against the catalogue; the desk's, under the command's name."""

from __future__ import annotations

from tocsin.desk.terms import DATES, UnknownDate, UnknownTerm, checked, term

__all__ = ["DATES", "UnknownDate", "UnknownTerm", "checked", "term"]
