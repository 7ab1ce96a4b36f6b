# SPDX-License-Identifier: Apache-2.0
"""(Text, Catalogue, issued) to findings; pure: no clock, disk, network or ledger."""
