# SPDX-License-Identifier: Apache-2.0
"""Notice and silence, indicators, alarms, access, needs."""
