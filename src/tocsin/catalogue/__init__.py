# SPDX-License-Identifier: Apache-2.0
"""What is known beforehand: TOML rows with a source each, and packs of them."""
