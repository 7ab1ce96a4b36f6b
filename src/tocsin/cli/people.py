# SPDX-License-Identifier: Apache-2.0
"""How people name findings, documents, parties and members; the desk's, under the command's name."""

from __future__ import annotations

from tocsin.desk.people import (
    PARTIES,
    BadMember,
    BadSpan,
    NoSuchFinding,
    NotInLedger,
    document_named,
    finding_named,
    made,
    members,
    party,
)

__all__ = [
    "PARTIES",
    "BadMember",
    "BadSpan",
    "NoSuchFinding",
    "NotInLedger",
    "document_named",
    "finding_named",
    "made",
    "members",
    "party",
]
