# SPDX-License-Identifier: Apache-2.0
"""Formats in and out."""
