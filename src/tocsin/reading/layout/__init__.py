# SPDX-License-Identifier: Apache-2.0
"""Layout: a view cut into blocks with their roles, nesting, voices and furniture."""
