# SPDX-License-Identifier: Apache-2.0
"""The access log: what a claim covers, which claims bear on a way, and what a day is when voices differ."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.watch.papers import Papers, claims
from tocsin.catalogue import lookup
from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.queries import Query
from tocsin.records.findings import Count, Party
from tocsin.watch.access_logs import AccessLog, access_log, day_rows


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def log(papers: Papers, catalogue: Catalogue, place: str = "tamar-corridor", **clocks: object) -> AccessLog:
    return access_log(papers.ledger, catalogue, lookup.place(catalogue, place), Query(**clocks))  # type: ignore[arg-type]


def states(found: AccessLog) -> list[tuple[str, str, str]]:
    def spelled(number: int) -> str:
        return date.fromordinal(number).isoformat()

    return [(spelled(one.first), spelled(one.last), one.state) for one in found.stretches]


def shut(when="2024-12-09/..", at="tamar-corridor", **more):
    return claims(f"the road was shut {when}", "blockade", when, at, **more)


def test_what_goes_on_is_carried_to_the_day_of_issue_and_no_further(papers, catalogue):
    papers.put("orsava-assembly", "2025-01-10", shut())
    found = log(papers, catalogue, happened_to=day("2025-01-20"))
    assert states(found) == [("2024-12-09", "2025-01-10", "closed"), ("2025-01-11", "2025-01-20", "unknown")]
    assert {one.state: str(one.days) for one in found.spent if one.days.high} == {
        "closed": "33 days",
        "unknown": "10 days",
    }


def test_a_later_paper_says_how_long_it_went_on_and_what_was_published_by_a_day_leaves_it_out(papers, catalogue):
    papers.put("orsava-assembly", "2025-01-10", shut())
    papers.put("karsk-press", "2025-02-01", shut())
    assert states(log(papers, catalogue))[-1][1] == "2025-02-01"
    assert states(log(papers, catalogue, published_by=day("2025-01-15")))[-1][1] == "2025-01-10"


def test_a_single_day_tells_of_that_day_only(papers, catalogue):
    papers.put("karsk-press", "2025-03-01", shut("2025-01-02"), shut("2025-01-05"))
    assert [one[2] for one in states(log(papers, catalogue))] == ["closed", "unknown", "closed"]


def test_a_month_makes_every_day_of_it_possible_and_none_certain(papers, catalogue):
    papers.put("karsk-press", "2025-03-01", shut("2025-01"))
    (only,) = log(papers, catalogue).stretches
    assert (only.state, only.certain, only.days) == ("closed", False, 31)
    assert [str(one.days) for one in log(papers, catalogue).spent if one.state == "closed"] == ["0–31 days"]


def test_a_claim_without_a_date_is_possible_on_the_day_of_issue(papers, catalogue):
    papers.put("karsk-press", "2025-03-01", shut(None))
    (only,) = log(papers, catalogue).stretches
    assert (only.first, only.last, only.certain) == (day("2025-03-01"), day("2025-03-01"), False)


def test_nobody_who_tells_gives_no_day_and_names_the_search(papers, catalogue):
    papers.put("karsk-press", "2025-03-01")
    found = log(papers, catalogue)
    assert (found.stretches, found.days) == ((), 0)
    assert found.searched.documents == 1


def test_a_checkpoint_does_not_open_a_road_that_is_blockaded(papers, catalogue):
    papers.put(
        "orsava-assembly",
        "2025-01-31",
        shut(),
        claims("guards stand there", "checkpoint", "2025-01-14", "tamar-corridor"),
    )
    assert {one[2] for one in states(log(papers, catalogue))} == {"closed"}


def test_relief_that_passes_again_eases_what_the_same_paper_told_before(papers, catalogue):
    papers.put(
        "orsava-assembly",
        "2025-01-31",
        shut(),
        claims("aid comes", "relief-resumed", "2025-01-20/..", "tamar-corridor"),
    )
    assert states(log(papers, catalogue)) == [
        ("2024-12-09", "2025-01-19", "closed"),
        ("2025-01-20", "2025-01-31", "restricted"),
    ]


def test_two_sides_make_a_day_contested_with_both_counted(papers, catalogue):
    papers.put("orsava-assembly", "2025-01-31", shut())
    papers.put("ardesh", "2025-01-31", claims("it is open to all", "access-open", "2025-01-20/..", "tamar-corridor"))
    last = log(papers, catalogue).stretches[-1]
    assert (last.state, last.voices) == ("contested", (("open", 1), ("closed", 1)))


def test_a_report_that_quotes_two_sides_is_contested_too(papers, catalogue):
    said = (Party(id="ardesh", name="Government of Ardesh"),)
    held = (Party(id="orsava-assembly", name="Orsava Assembly"),)
    papers.put(
        "",
        "2025-01-31",
        shut(speakers=held),
        claims("the road is open", "relief-resumed", "2025-01-20/..", "tamar-corridor", speakers=said),
    )
    assert log(papers, catalogue).stretches[-1].state == "contested"


def test_a_denial_stands_against_what_it_denies_and_tells_no_state(papers, catalogue):
    papers.put("ardesh", "2025-01-10", shut("2025-01-05", mode="denied"))
    assert log(papers, catalogue).stretches[0].state == "unknown"
    papers.put("orsava-assembly", "2025-01-10", shut("2025-01-05"))
    only = log(papers, catalogue).stretches[0]
    assert (only.state, only.voices) == ("contested", (("closed", 1), ("denied", 1)))


def test_a_part_that_is_shut_shuts_the_way_and_a_part_that_is_open_does_not_open_it(papers, catalogue):
    bridge = replace(catalogue.places["issel-bridge"], within=("tamar-corridor",))
    parted = replace(catalogue, places={**catalogue.places, "issel-bridge": bridge})
    papers.put(
        "karsk-press",
        "2025-01-31",
        shut("2025-01-05", at="issel-bridge"),
        claims("the bridge is open", "access-open", "2025-01-09", "issel-bridge"),
    )
    assert [one[2] for one in states(log(papers, parted))] == ["closed"]
    assert [one[2] for one in states(log(papers, parted, "issel-bridge"))] == ["closed", "unknown", "open"]


def test_a_siege_of_the_land_around_shuts_its_ways_until_the_way_itself_is_told_eased(papers, catalogue):
    besieged = {"targets": (Party(id="orsava", name="Orsava"),)}
    papers.put("orsava-assembly", "2025-01-31", shut(at="orsava", **besieged))
    assert {one[2] for one in states(log(papers, catalogue))} == {"closed"}
    papers.put("karsk-press", "2025-01-31", claims("patients pass", "evacuation", "2025-01-20/..", "tamar-corridor"))
    assert states(log(papers, catalogue))[-1] == ("2025-01-20", "2025-01-31", "restricted")


def test_a_threat_to_shut_a_way_shuts_nothing(papers, catalogue):
    papers.put("ardesh", "2025-01-31", shut("2025-01-05", mode="threatened"))
    assert log(papers, catalogue).stretches == ()


def test_what_passed_is_counted_once_where_days_overlap(papers, catalogue):
    trucks = (Count(value=12, of="trucks", low=12, high=12),)
    more = (Count(value=20, of="trucks", low=20, high=20),)
    for issuer, when, held in (
        ("karsk-press", "2025-01-05", trucks),
        ("eastern-herald", "2025-01-05", trucks),
        ("karsk-press", "2025-01-09", more),
    ):
        papers.put(
            issuer,
            "2025-01-31",
            claims(
                f"{held[0].value} trucks crossed {when} {issuer}", "relief", when, "tamar-corridor", quantities=held
            ),
        )
    (passed,) = log(papers, catalogue).passed
    assert (passed.of, str(passed.count.amount), len(passed.count.reports)) == ("trucks", "at least 32", 3)


def test_the_types_of_constraints_are_named_with_the_days_and_the_claims(papers, catalogue):
    papers.put("karsk-press", "2025-01-10", shut("2025-01-05/2025-01-07"))
    codes = {one.term.code: (one.days, len(one.evidence)) for one in log(papers, catalogue).constraints}
    assert codes == {"2": (3, 1), "3": (3, 1)}


def test_the_table_beside_the_picture_has_a_row_for_each_day_without_gaps(papers, catalogue):
    papers.put("karsk-press", "2025-03-01", shut("2025-01-02"), shut("2025-01-05"))
    rows = list(day_rows(log(papers, catalogue)))
    assert [row["date"] for row in rows] == ["2025-01-02", "2025-01-03", "2025-01-04", "2025-01-05"]
    assert [row["state"] for row in rows] == ["closed", "unknown", "unknown", "closed"]


def test_a_way_opened_in_part_is_restricted_and_one_opened_is_open(papers, catalogue):
    partly = claims("the road was partially reopened", "relief-resumed", "2025-03-01", "tamar-corridor")
    wholly = claims("the road was reopened", "relief-resumed", "2025-03-02", "tamar-corridor")
    papers.put("karsk-press", "2025-03-03", partly, wholly)
    assert [one[2] for one in states(log(papers, catalogue))] == ["restricted", "open"]


def test_a_claim_of_two_ways_tells_of_the_one_that_its_words_shut(papers, catalogue):
    both = Party(id="tamar-corridor", name="Tamar corridor"), Party(id="issel-bridge", name="Issel bridge")
    said = claims(
        "it cannot open the Tamar corridor while Ardesh keeps the Issel bridge closed", "blockade", "2025-01-02"
    )
    papers.put("veltria", "2025-01-09", replace(said, members={**said.members, "places": both}))
    assert log(papers, catalogue).evidence == ()
    assert [one.state for one in log(papers, catalogue, "issel-bridge").evidence] == ["closed"]


def test_two_ways_shut_together_are_both_shut(papers, catalogue):
    both = Party(id="tamar-corridor", name="Tamar corridor"), Party(id="issel-bridge", name="Issel bridge")
    said = claims("Ardesh closed the Tamar corridor and the Issel bridge", "blockade", "2025-01-02")
    papers.put("veltria", "2025-01-09", replace(said, members={**said.members, "places": both}))
    assert [len(log(papers, catalogue, way).evidence) for way in ("tamar-corridor", "issel-bridge")] == [1, 1]
