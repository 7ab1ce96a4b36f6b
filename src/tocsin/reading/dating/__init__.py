# SPDX-License-Identifier: Apache-2.0
"""Dating: when a document was issued, by its head, foot, container or its own words; contradictions told."""
