# SPDX-License-Identifier: Apache-2.0
"""The dataflow on one page."""
