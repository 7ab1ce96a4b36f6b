# SPDX-License-Identifier: Apache-2.0
"""How likely sentences ask that no construction reads, by a model of words."""
