"""The record that others read: every slot as plain JSON, null where nothing was said."""

import datetime as dt
import json
from dataclasses import replace

import pytest

from geo import jsonlines
from geo.records import (
    Action,
    Actor,
    Agreement,
    Assessment,
    Basis,
    Candidate,
    Claim,
    ClaimType,
    Correction,
    Disagreement,
    DisagreementKind,
    Document,
    Evidence,
    IndependentSource,
    Means,
    Mention,
    Movement,
    Place,
    PlaceKind,
    Precision,
    Quantity,
    QuantityEnvelope,
    Reading,
    Relation,
    RelationKind,
    Said,
    Source,
    Span,
    Stand,
    Status,
    TimeEnvelope,
    TimeExpression,
    Usage,
)

DAY = dt.date(2024, 10, 8)
PLACE = Place("vvo", "Vladivostok", "RU", PlaceKind.CITY, 43.1, 131.9, 20.0)
SEA = Place("sea", "Sea of Japan", None, PlaceKind.WATER, 40.0, 135.0, 700.0)
TIME = TimeExpression(Span(3, 9), DAY, None, "2024-10-08/..", Precision.OPEN, Basis.EXPLICIT)
BARE = Claim(
    id="c1",
    document_id="d1",
    evidence=(Evidence(Span(0, 10), "“Ils”\u2028</script>"), Evidence(Span(20, 25), "again")),
    type=ClaimType.MOVEMENT,
    status=Status.REPORTED,
    actor=None,
    quantity=None,
    origin=None,
    destination=None,
    places=(),
    time=None,
    means=None,
    attribution=(),
    trigger=Span(1, 2),
    rule="send",
)
FULL = replace(
    BARE,
    actor=Actor(Span(0, 3), "soldats", "KP", "personnel", inferred=True, names=("storm corps",)),
    quantity=Quantity(Span(0, 1), 1500, None, "personnel"),
    origin=PLACE,
    destination=SEA,
    places=(PLACE, SEA),
    time=TIME,
    means=Means.SEA,
    attribution=(Source(Span(0, 3), "NIS"), Source(Span(4, 6), "médias")),
    place_spans=(Span(10, 14),),
)
PLACE_ROW = {
    "id": "vvo",
    "name": "Vladivostok",
    "country_code": "RU",
    "kind": "city",
    "lat": 43.1,
    "lon": 131.9,
    "radius_km": 20.0,
}


def plain(row: object) -> object:
    """Return what a reader of the written line gets."""
    return json.loads(json.dumps(row, allow_nan=False))


def test_a_claim_that_says_little_has_every_key_and_null_in_it() -> None:
    assert plain(jsonlines.claim(BARE)) == {
        "id": "c1",
        "evidence": {"start": 0, "end": 10, "quote": "“Ils”\u2028</script>"},
        "also": [{"start": 20, "end": 25, "quote": "again"}],
        "type": "movement",
        "status": "reported",
        "actor": None,
        "quantity": None,
        "origin": None,
        "destination": None,
        "places": [],
        "time": None,
        "means": None,
        "attribution": [],
        "voice": None,
        "share": None,
        "fates": [],
        "names": [],
        "rule": "send",
        "notes": [],
        "remarks": [],
        "corrections": [],
        "words": {
            "event": {"start": 1, "end": 2},
            "actor": None,
            "quantity": None,
            "time": None,
            "sources": [],
            "places": [],
        },
    }


def test_a_claim_that_says_all_is_written_whole() -> None:
    row = jsonlines.claim(FULL)
    assert row.keys() == jsonlines.claim(BARE).keys()
    assert row["actor"] == {
        "text": "soldats",
        "country_code": "KP",
        "unit": "personnel",
        "inferred": True,
        "names": ["storm corps"],
    }
    assert row["quantity"] == {"low": 1500, "high": None, "unit": "personnel"}
    assert row["origin"] == PLACE_ROW
    assert [place["id"] for place in row["places"]] == ["vvo", "sea"]
    assert row["destination"]["country_code"] is None
    assert row["time"] == {
        "start": "2024-10-08",
        "end": None,
        "edtf": "2024-10-08/..",
        "precision": "open",
        "basis": "explicit",
    }
    assert row["words"] == {
        "event": {"start": 1, "end": 2},
        "actor": {"start": 0, "end": 3},
        "quantity": {"start": 0, "end": 1},
        "time": {"start": 3, "end": 9},
        "sources": [{"start": 0, "end": 3}, {"start": 4, "end": 6}],
        "places": [{"start": 10, "end": 14}],
    }
    assert (row["means"], row["attribution"]) == ("sea", ["NIS", "médias"])


def test_a_reading_names_its_document_and_leaves_the_text_out() -> None:
    mention = Mention(Span(5, 8), "Vla", Usage.LOCATIVE, PLACE, (Candidate(PLACE), Candidate(SEA)))
    unplaced = Mention(Span(9, 12), "Xyz", Usage.METONYMIC)
    row = jsonlines.reading(
        Reading(Document("d1", "secret words", published=DAY), (mention, unplaced), (TIME,), (FULL,))
    )
    assert list(row) == ["document", "mentions", "times", "claims", "rejected"]
    assert row["document"]["published"] == "2024-10-08"
    assert row["document"]["sha256"] == Document("other", "secret words").sha256
    assert "secret" not in json.dumps(row["document"])
    placed, other = row["mentions"]
    assert [c["id"] for c in placed["candidates"]] == ["vvo", "sea"]
    assert placed["place"] == PLACE_ROW
    assert (other["place"], other["candidates"], other["usage"]) == (None, [], "metonymic")
    (time,) = row["times"]
    assert (time["start"], time["end"]) == (3, 9)
    assert (time["from"], time["to"], time["edtf"]) == ("2024-10-08", None, "2024-10-08/..")


def test_a_movement_names_its_claims_its_reports_and_what_is_disputed() -> None:
    movement = Movement(
        id="m1",
        type=ClaimType.MOVEMENT,
        status=Status.CONFIRMED,
        side="KP",
        claims=("c1", "c2"),
        reports=("d1",),
        independent_sources=2,
        origin=PLACE,
        origin_inferred=True,
        destination=None,
        places=(),
        time=TimeEnvelope(None, None, "XXXX-10-08"),
        quantity=QuantityEnvelope(1500, None, 12000, "personnel"),
        disagreements=(
            Disagreement(
                DisagreementKind.QUANTITY, ("c1", "c2"), (Stand("1500 personnel", ("c1",)),), ("c2",)
            ),
        ),
        origin_reason="nobody says",
        sources=(IndependentSource(("NIS",), ("c1", "c2")),),
        history=(Said(DAY, "c1", "reported"),),
        agreements=(Agreement(("c1", "c2"), 3.5, ("the same side (+2.00)",)),),
        relations=(Relation(RelationKind.PART_OF, "m2", "told as a part"),),
        assessment=Assessment(1, None, "B", 2),
        notes=("not confirmed",),
        corrections=(Correction("c1+c2", Action.ACCEPT, who="AB", why="seen"),),
    )
    row = plain(jsonlines.movement(movement))
    assert row == {
        "id": "m1",
        "type": "movement",
        "status": "confirmed",
        "side": "KP",
        "claims": ["c1", "c2"],
        "reports": ["d1"],
        "independent_sources": 2,
        "origin": PLACE_ROW,
        "origin_inferred": True,
        "destination": None,
        "places": [],
        "time": {"start": None, "end": None, "edtf": "XXXX-10-08"},
        "quantity": {"low": 1500, "best": None, "high": 12000, "unit": "personnel", "rule": None},
        "disagreements": [
            {
                "kind": "quantity",
                "claims": ["c1", "c2"],
                "stands": [{"says": "1500 personnel", "claims": ["c1"]}],
                "elsewhere": ["c2"],
            }
        ],
        "origin_reason": "nobody says",
        "sources": [{"names": ["NIS"], "claims": ["c1", "c2"]}],
        "history": [{"published": "2024-10-08", "claim": "c1", "says": "reported"}],
        "agreements": [{"claims": ["c1", "c2"], "score": 3.5, "reasons": ["the same side (+2.00)"]}],
        "relations": [{"kind": "part_of", "movement": "m2", "reason": "told as a part"}],
        "assessment": {"where_precision": 1, "date_precision": None, "reliability": "B", "credibility": 2},
        "notes": ["not confirmed"],
        "corrections": [
            {"target": "c1+c2", "action": "accept", "field": None, "value": None, "who": "AB", "why": "seen"}
        ],
    }


def test_each_object_is_one_line_whatever_its_strings_hold() -> None:
    written = jsonlines.lines([jsonlines.claim(BARE), {"a": "b\nc\r\x00\x85"}])
    assert written.endswith("\n")
    first, second, rest = written.split("\n")
    assert json.loads(first)["evidence"]["quote"] == "“Ils”\u2028</script>"
    assert json.loads(second) == {"a": "b\nc\r\x00\x85"}
    assert rest == ""
    assert jsonlines.lines([]) == ""


def test_a_number_that_json_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        jsonlines.lines([jsonlines.place(replace(PLACE, radius_km=float("nan"))) or {}])
