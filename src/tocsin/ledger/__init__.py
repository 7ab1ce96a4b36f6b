# SPDX-License-Identifier: Apache-2.0
"""Append and read, never update."""
