# SPDX-License-Identifier: Apache-2.0
"""What people ask, say and correct, as typed, made into what the rooms below take: both faces share it."""
