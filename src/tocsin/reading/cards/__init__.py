# SPDX-License-Identifier: Apache-2.0
"""Cards: genre, title, who speaks, carries, is addressed and signs; in which language."""
