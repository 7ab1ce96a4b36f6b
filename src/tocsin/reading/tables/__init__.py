# SPDX-License-Identifier: Apache-2.0
"""Tables: rows whose columns the catalogue knows, read as claims and quantities anchored at row and cell."""
