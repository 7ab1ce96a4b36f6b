# SPDX-License-Identifier: Apache-2.0
"""Tocsin: a ledger of warnings."""
