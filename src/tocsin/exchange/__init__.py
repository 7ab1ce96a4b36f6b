# SPDX-License-Identifier: Apache-2.0
"""Formats in and out: a ledger as JSON Lines, listings as CSV and Web Annotations, backups."""
