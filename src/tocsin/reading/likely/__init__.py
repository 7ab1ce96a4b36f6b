# SPDX-License-Identifier: Apache-2.0
"""How likely sentences ask that nothing reads as asks: a hint for a person, by a model of words."""
