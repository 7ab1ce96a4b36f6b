# SPDX-License-Identifier: Apache-2.0
"""From documents to knowledge about documents: voices, standing asks, answers."""
