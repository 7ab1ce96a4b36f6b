# SPDX-License-Identifier: Apache-2.0
"""The reading room in a browser."""
