# SPDX-License-Identifier: Apache-2.0
"""Naming: who and where, by the catalogue and, where it knows nothing, by shape."""
