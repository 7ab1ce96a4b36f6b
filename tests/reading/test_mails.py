# SPDX-License-Identifier: Apache-2.0
"""A mail quoted in a mail: who wrote it asks and warns, of whom it greets."""

from tocsin.records.findings import Ask
from tocsin.records.findings import Warning as Warned
from tocsin.records.ids import digest
from tocsin.records.texts import Text

MAIL = """From: Orel, Dana <orel@tamar-district.example>
To: Toma Rell <rell@ferrymen.example>
Subject: Re: the lake road

Dear Mr Rell,

The Governor has asked me to answer. I ask the union to send its list by 7 May 2021.

Regards,
Dana Orel

On Mon, 3 May 2021 at 09:40, Toma Rell wrote:
> Dear Governor,
>
> On behalf of the Issel Ferrymen's Union I request that you open the lake road.
>
> On Thu, 29 Apr 2021, Anna Vesk wrote:
> > Two of the nine are ill. We fear they will die in there.
"""


def test_each_mail_is_its_own_writers(reader):
    text = Text(document=digest(MAIL.encode()), version="plain/1", media_type="text/plain", content=MAIL)
    reading = reader.read(text)
    assert [party.name for party in reading.card.issuers] == ["Dana Orel"]
    asks = [one for one in reading.findings if isinstance(one, Ask)]
    assert [(ask.quote, ask.askers[0].name, ask.addressees[0].name) for ask in asks] == [
        ("to send its list by 7 May 2021.", "Dana Orel", "union"),
        ("open the lake road.", "Toma Rell", "Governor"),
    ]
    warned = [one for one in reading.findings if isinstance(one, Warned)]
    assert [[party.name for party in one.speakers] for one in warned] == [["Anna Vesk"]]
