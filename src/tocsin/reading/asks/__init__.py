# SPDX-License-Identifier: Apache-2.0
"""Asks in every genre: one finder a genre family, tried where its shapes stand."""
