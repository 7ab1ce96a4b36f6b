# SPDX-License-Identifier: Apache-2.0
"""The command line: translates words into calls of the pipeline, never decides."""
