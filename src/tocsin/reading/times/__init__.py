# SPDX-License-Identifier: Apache-2.0
"""Times: calendar dates, partial and relative ones, durations and sets, as EDTF."""
