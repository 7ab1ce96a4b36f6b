# SPDX-License-Identifier: Apache-2.0
"""What is wrong with the material: kept beside the results, while the batch goes on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something at fault in the material.

    `where` is the place (a path, with page or offsets if known), `code` a kebab-case name that never changes,
    `message` what is wrong and what to do.

    >>> str(Problem(where="report.pdf p. 4", code="no-text-layer", message="the page is a picture; run OCR first"))
    'report.pdf p. 4: the page is a picture; run OCR first'
    """

    where: str
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"
