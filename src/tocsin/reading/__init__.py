# SPDX-License-Identifier: Apache-2.0
"""(Text, Catalogue, issued) to findings; pure: no clock, disk, network or ledger."""

from tocsin.reading.actions import action_category, explain_action

__all__ = ["action_category", "explain_action"]
