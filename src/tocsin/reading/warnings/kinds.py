# SPDX-License-Identifier: Apache-2.0
"""The kinds of warnings: every construction of the layer, with an example from the invented crisis."""

from __future__ import annotations

from tocsin.reading.constructions import Construction

CONSTRUCTIONS: tuple[Construction, ...] = (
    Construction(
        name="warning.edge",
        says="Somebody stands on the verge or brink of harm, or slides into it.",
        example="⟦Karsk is on the verge of a famine⟧.",
    ),
    Construction(
        name="warning.looming",
        says="A harm is imminent or looms.",
        example="⟦A humanitarian catastrophe looms over Orsava⟧.",
    ),
    Construction(
        name="warning.threat",
        says="A threat or danger to somebody, or of a harm.",
        example="⟦The people of Karsk live under the threat of forced displacement⟧.",
    ),
    Construction(
        name="warning.risk",
        says="A risk, fear or sign of a harm.",
        example="⟦Children in the camp are at risk of cholera⟧.",
    ),
    Construction(
        name="warning.harm-ahead",
        says="Something will, could or may do a harm, suffer one or be one.",
        example="⟦If the dam is not repaired, the villages below it will be flooded⟧.",
    ),
    Construction(
        name="warning.growing",
        says="A harm under way that grows: worsening, escalating, spreading.",
        example="Power has failed, ⟦sharply aggravating the humanitarian crisis in Orsava⟧.",
    ),
    Construction(
        name="warning.guarantee",
        says="Nothing guarantees that a harm will stay away; consequences that cannot be undone.",
        example="⟦There are no guarantees that the evacuation will not be interrupted⟧.",
    ),
    Construction(
        name="warning.corner",
        says="No way is left but a harm, or a harm is proposed or prepared.",
        example="⟦The decree leaves the families no choice but to leave their homes⟧.",
    ),
    Construction(
        name="warning.shortage",
        says="What keeps people alive is running out; somebody faces hunger.",
        example="⟦The hospital in Karsk is running out of insulin⟧.",
    ),
    Construction(
        name="warning.warned",
        says="Somebody is said to warn or to fear that a harm will come.",
        example="⟦The Northern Contact Group warned of renewed hostilities along the Issel⟧.",
    ),
    Construction(
        name="warning.amount",
        says="An act may amount to a crime.",
        example="⟦Starving the valley may amount to a crime against humanity⟧.",
    ),
    Construction(
        name="warning.repeat",
        says="An earlier harm will come again.",
        example="⟦Without observers the massacres of Karsk will happen again⟧.",
    ),
    Construction(
        name="warning.coming",
        says="An ill is the subject of what will, could or may go on, come, spread or grow; or things will worsen.",
        example="⟦Cholera will return to the camps of Orsava⟧.",
    ),
    Construction(
        name="warning.brought",
        says="Something will, could or may bring an ill, or take from what is good.",
        example="⟦The search of the barges could result in a dangerous misunderstanding⟧.",
    ),
    Construction(
        name="warning.loss-ahead",
        says="What people need will, could or may end; or something good will not be.",
        example="⟦The herders will no longer be able to return to the valley⟧.",
    ),
    Construction(
        name="warning.condition",
        says="What will become of people if something bad goes on or nothing good is done.",
        example="⟦If no flour comes by June, nobody in Karsk will be left to sow⟧.",
    ),
    Construction(
        name="warning.dare",
        says="Whoever does something is told that he makes himself a target.",
        example="⟦Whoever carries mail for the other side makes his boat a target⟧.",
    ),
    Construction(
        name="warning.otherwise",
        says="What will come if what must be done is not.",
        example="Donors must fill the fund, or ⟦the raiders will have the harbour by May⟧.",
    ),
    Construction(
        name="warning.fear",
        says="Somebody fears what is to come, whatever it is called.",
        example="⟦We fear that the work of last spring is about to be completed⟧.",
    ),
    Construction(
        name="warning.plain",
        says="Words that by themselves say that time runs out or somebody will not hold out.",
        example="⟦The terraces above Karsk hang by a thread⟧.",
    ),
    Construction(
        name="warning.likely",
        says="A sentence that no other construction reads and that a model of language takes for a warning.",
        example="⟦The next flood may well be the one from which this valley does not come back⟧.",
    ),
)
