# SPDX-License-Identifier: Apache-2.0
"""How likely sentences ask or warn that no construction reads, by their words and by a small model of language."""
