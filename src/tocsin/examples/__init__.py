# SPDX-License-Identifier: Apache-2.0
"""An invented crisis in which every side speaks: documents in six formats, their pack and their gold."""
