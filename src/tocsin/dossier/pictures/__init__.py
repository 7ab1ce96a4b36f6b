# SPDX-License-Identifier: Apache-2.0
"""Pictures as SVG, each with its text alternative, readable in print and without colours."""
