"""What the page's script is told of a run."""

import datetime as dt
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from geo.maps.payload import amount, spare
from geo.maps.words import Words
from geo.records import (
    Basis,
    Claim,
    ClaimType,
    Evidence,
    Movement,
    Place,
    PlaceKind,
    Precision,
    QuantityEnvelope,
    Reading,
    Run,
    TimeExpression,
)

from .conftest import payload

if TYPE_CHECKING:
    from tests.maps.conftest import Report, Writer

ENGLISH = Words.of("en")


def of_claims(report: "Report", *claims: Claim, movements: tuple[Movement, ...] = ()) -> Run:
    return Run((Reading(report.document, (), (), claims),), movements)


def test_quotes_stay_whole_and_their_words_are_marked(run: Run) -> None:
    told = payload(run, ENGLISH)
    for claim, view in zip(run.claims, told["claims"], strict=True):
        for evidence, cut in zip(claim.evidence, view["quotes"], strict=True):
            assert "".join(text for text, _ in cut) == evidence.quote
    marked = {slot: text for text, slot in told["claims"][0]["quotes"][0] if slot}
    assert marked == {
        "source": "Seoul's spy service",
        "quantity": "1,500",
        "actor": "North Korean troops",
        "trigger": "sailed",
        "place": "Vladivostok",
        "time": "between 8 and 13 October",
    }


def test_spans_count_code_points_from_the_start_of_the_document(write: "Writer") -> None:
    report = write("𝔸 first. 🚢🚢 ships sailed from 東京.")
    actor = report.actor("🚢🚢 ships")
    told = payload(
        of_claims(report, report.claim("🚢🚢 ships sailed from 東京.", "sailed", actor=actor)), ENGLISH
    )
    assert told["claims"][0]["quotes"] == [
        [("🚢🚢 ships", "actor"), (" ", None), ("sailed", "trigger"), (" from 東京.", None)]
    ]


def test_a_number_within_an_actor_is_marked_as_a_number(write: "Writer") -> None:
    report = write("Four brigades left.")
    claim = report.claim(
        "Four brigades left.",
        "left",
        actor=report.actor("Four brigades"),
        quantity=report.number("Four", 4, 4, "brigades"),
    )
    assert payload(of_claims(report, claim), ENGLISH)["claims"][0]["quotes"][0][:2] == [
        ("Four", "quantity"),
        (" brigades", "actor"),
    ]


def test_every_evidence_of_a_claim_is_told(write: "Writer") -> None:
    report = write("They left. They have indeed left.")
    claim = report.claim("They left.", "left")
    again = Evidence(report.span("They have indeed left."), "They have indeed left.")
    told = payload(of_claims(report, replace(claim, evidence=(*claim.evidence, again))), ENGLISH)
    assert len(told["claims"][0]["quotes"]) == 2


def test_a_claim_that_no_movement_holds_is_shown_on_its_own(write: "Writer") -> None:
    report = write("They left.")
    told = payload(of_claims(report, report.claim("They left.", "left")), ENGLISH)
    assert [movement["claims"] for movement in told["movements"]] == [[0]]


def test_movements_stand_in_the_order_of_their_days_and_the_undated_last(run: Run) -> None:
    assert [movement["start"] for movement in payload(run, ENGLISH)["movements"]] == [
        "2024-10-08",
        None,
        None,
        None,
    ]


def test_what_the_map_cannot_show_is_listed(run: Run) -> None:
    told = payload(run, ENGLISH)
    assert told["unplaced"] == [3]
    assert told["undated"] == [1, 2, 3]
    assert told["names"] == [{"text": "Zarechnoye-12", "count": 1, "reports": [0]}]
    assert told["problems"] == [{"file": "reports/broken.txt", "reason": "is not UTF-8"}]


def test_a_report_without_claims_is_listed_too(write: "Writer") -> None:
    told = payload(of_claims(write("Nothing of note.", title="Quiet day")), ENGLISH)
    assert [(report["title"], report["claims"]) for report in told["reports"]] == [("Quiet day", 0)]


def test_an_arrow_needs_both_ends_and_a_thing_that_moves(run: Run) -> None:
    first = run.movements[0]
    flows = {
        movement.id: payload(replace(run, movements=(movement,)), ENGLISH)["movements"]
        for movement in (
            replace(first, id="both"),
            replace(first, id="no-origin", origin=None),
            replace(first, id="stays", type=ClaimType.PRESENCE),
            replace(first, id="same", origin=first.destination),
        )
    }
    drawn = {
        key: next((len(each["flow"]), len(each["marks"])) for each in told if each["id"] == key)
        for key, told in flows.items()
    }
    assert drawn == {"both": (2, 0), "no-origin": (0, 1), "stays": (0, 2), "same": (0, 1)}


def test_places_on_the_way_are_marks_of_their_own(run: Run) -> None:
    first = run.movements[0]
    donetsk = run.movements[2].places[0]
    assert first.destination is not None
    told = payload(replace(run, movements=(replace(first, places=(donetsk, first.destination)),)), ENGLISH)
    arrow = next(each for each in told["movements"] if each["id"] == first.id)
    assert [told["places"][position]["name"] for position in arrow["marks"]] == ["Donetsk"]


def test_an_arrow_across_180_takes_the_short_way(run: Run) -> None:
    lisbon = Place("lisbon", "Lisbon", "PT", PlaceKind.CITY, 38.7, -9.1, 10.0)
    fiji = Place("suva", "Suva", "FJ", PlaceKind.CITY, -18.1, 178.4, 10.0)
    hawaii = Place("hilo", "Hilo", "US", PlaceKind.CITY, 19.7, -155.1, 10.0)
    india = Place("delhi", "Delhi", "IN", PlaceKind.CITY, 28.6, 77.2, 10.0)
    mexico = Place("mexico", "Mexico City", "MX", PlaceKind.CITY, 19.4, -99.1, 10.0)
    arrow = replace(run.movements[0], origin=fiji, destination=hawaii, places=(lisbon, india, mexico))
    told = payload(replace(run, movements=(arrow,)), ENGLISH)
    flow = next(each for each in told["movements"] if each["id"] == arrow.id)
    start, end = (told["places"][position]["lon"] for position in flow["flow"])
    assert abs(end + 360 * flow["turns"] - start) < 180


@pytest.mark.parametrize(
    ("kind", "precise"),
    [(kind, kind in {PlaceKind.CITY, PlaceKind.SITE}) for kind in PlaceKind],
)
def test_only_towns_and_sites_are_points(write: "Writer", kind: PlaceKind, precise: bool) -> None:  # noqa: FBT001 - of the table above
    report = write("They left.")
    place = Place("x", "X", None, kind, 1.0, 2.0, 34.6)
    told = payload(of_claims(report, report.claim("They left.", "left", places=(place,))), ENGLISH)
    assert told["places"][0]["precise"] is precise
    assert "within 35 km" in told["places"][0]["reach"]
    assert ("somewhere" in told["places"][0]["reach"]) is not precise


def test_disagreements_say_what_each_claim_says(run: Run) -> None:
    told = payload(run, ENGLISH)["movements"][0]
    assert told["disagreements"] == [
        {"kind": "quantity", "claims": [0, 1], "values": ["1,500 people", "up to 3,000 people"]}
    ]
    assert told["inferred"] is True


def test_words_that_fix_no_day_are_shown_as_they_stand(write: "Writer") -> None:
    report = write("They left last week.")
    last_week = TimeExpression(report.span("last week"), None, None, None, Precision.WEEK, Basis.NONE)
    told = payload(of_claims(report, report.claim("They left last week.", "left", time=last_week)), ENGLISH)
    assert told["claims"][0]["when"] == "“last week” (counted from a day that is not told)"
    assert told["undated"] == [0]


def test_a_day_that_was_worked_out_says_from_what(run: Run) -> None:
    assert payload(run, ENGLISH)["claims"][0]["whenBasis"] == "worked out from the publication date"


def test_reports_tell_when_they_were_published(write: "Writer") -> None:
    report = write("Nothing of note.", published=dt.date(2024, 10, 1))
    assert payload(of_claims(report), Words.of("fr"))["reports"][0]["published"] == "1er octobre 2024"


def test_widths_stand_for_the_best_number_there_is() -> None:
    assert amount(QuantityEnvelope(1500, 3000, 12000, None)) == 3000
    assert amount(QuantityEnvelope(1000, None, 3000, None)) == 2000
    assert amount(QuantityEnvelope(None, None, 3000, None)) == 3000
    assert amount(QuantityEnvelope(None, None, None, None)) is None
    assert amount(None) is None


def test_the_same_run_gives_the_same_json(run: Run) -> None:
    assert json.dumps(payload(run, ENGLISH)) == json.dumps(payload(run, ENGLISH))


def test_only_what_is_left_open_is_spared() -> None:
    told: dict[str, object] = {
        "who": None,
        "inferred": False,
        "notes": [],
        "when": "",
        "from": 0,
        "turns": 0,
        "amount": 0.0,
    }
    assert list(spare([told])) == [{"from": 0, "turns": 0, "amount": 0.0}]
