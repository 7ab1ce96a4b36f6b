# SPDX-License-Identifier: Apache-2.0
"""A fact of a pack: an answer that somebody published, told without the words of it."""

FACT = """\
[[fact]]
id = "{id}"
title = "Note to correspondents"
who = "united-nations"
to = ["united-nations"]
askers = ["orsava-assembly"]
asked = "2025-03-02"
about = "send an assessment mission"
asks = {asks}
when = "2025-03-20"
note = "a mission of six was announced for May"
response = "{response}"
status = "pending"
publisher = "United Nations"
at = "https://un.example/note"
source = "invented for a test"
"""
