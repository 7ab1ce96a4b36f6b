# SPDX-License-Identifier: Apache-2.0
"""Bytes to Text: the vault, the intake and one file per format."""
