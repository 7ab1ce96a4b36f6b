# SPDX-License-Identifier: Apache-2.0
"""The nouns, frozen; standard library only."""
