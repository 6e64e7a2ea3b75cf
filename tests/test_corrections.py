"""What a person accepts, rejects or amends is applied on every run, stays visible, and never breaks one."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import corrections, outputs, pipeline
from geo.cli import main
from geo.corrections import Applied, apply, load
from geo.records import (
    Action,
    Actor,
    Claim,
    ClaimType,
    Correction,
    Document,
    Evidence,
    Mention,
    Place,
    PlaceKind,
    Quantity,
    Reading,
    Span,
    Status,
    Usage,
)

HERE = Span(0, 5)
LEBANON = Place("gn:1", "Tripoli", "LB", PlaceKind.CITY, 34.4, 35.8, 8.0)
LIBYA = Place("gn:2", "Tripoli", "LY", PlaceKind.CITY, 32.9, 13.2, 12.0)
PLACES: Mapping[str, Place] = {"gn:1": LEBANON, "gn:2": LIBYA, "Tripoli (Libya)": LIBYA}
CLAIM = Claim(
    id="c000000000001",
    document_id="d1",
    evidence=(Evidence(HERE, "words"),),
    type=ClaimType.MOVEMENT,
    status=Status.REPORTED,
    actor=Actor(HERE, "soldiers", "TR", inferred=True),
    quantity=Quantity(HERE, 100, 100, "personnel"),
    origin=None,
    destination=LEBANON,
    places=(),
    time=None,
    means=None,
    attribution=(),
    trigger=HERE,
    rule="en:send",
)
READING = Reading(Document("d1", "words"), (Mention(HERE, "Tripoli", Usage.LOCATIVE, LEBANON),), (), (CLAIM,))


def corrected(folder: Path, *rows: str, readings: Sequence[Reading] = (READING,)) -> Applied:
    (folder / "corrections.csv").write_text(
        "id,action,field,value,who,why\n" + "\n".join(rows), encoding="utf-8"
    )
    loaded = load([folder])
    assert loaded.problems == ()
    return apply(readings, loaded, PLACES.get)


def amended(folder: Path, field: str, value: str) -> Claim:
    applied = corrected(folder, f"{CLAIM.id},amend,{field},{value},AB,seen")
    assert applied.problems == ()
    (claim,) = applied.readings[0].claims
    return claim


def test_a_rejected_claim_is_kept_apart_with_who_and_why(tmp_path: Path) -> None:
    applied = corrected(tmp_path, f"{CLAIM.id},reject,,,AB,an exercise")
    (reading,) = applied.readings
    assert reading.claims == ()
    (refused,) = reading.rejected
    assert refused.id == CLAIM.id
    assert [(c.action, c.who, c.why) for c in refused.corrections] == [(Action.REJECT, "AB", "an exercise")]


def test_an_accepted_claim_is_as_it_was_and_says_so(tmp_path: Path) -> None:
    (claim,) = corrected(tmp_path, f"{CLAIM.id},accept,,,AB,checked").readings[0].claims
    assert replace(claim, corrections=()) == CLAIM
    assert claim.corrections[0].action is Action.ACCEPT


def test_each_slot_can_be_amended(tmp_path: Path) -> None:
    assert amended(tmp_path, "status", "denied").status is Status.DENIED
    assert amended(tmp_path, "type", "presence").type is ClaimType.PRESENCE
    assert amended(tmp_path, "side", "sy").actor == replace(
        CLAIM.actor or Actor(HERE, "", None), country_code="SY", inferred=False
    )
    assert amended(tmp_path, "destination", "Tripoli (Libya)").destination is LIBYA
    assert amended(tmp_path, "origin", "gn:2").origin is LIBYA
    assert amended(tmp_path, "places", "gn:1; gn:2").places == (LEBANON, LIBYA)
    assert amended(tmp_path, "destination", "").destination is None
    assert amended(tmp_path, "means", "air").means == "air"
    assert amended(tmp_path, "means", "").means is None
    assert amended(tmp_path, "quantity", "").quantity is None
    assert amended(tmp_path, "time", "").time is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1500", (1500, 1500, "personnel")),
        ("1500-2000", (1500, 2000, "personnel")),
        ("1500-", (1500, None, "personnel")),
        ("-2000", (None, 2000, "personnel")),
        ("3 vessels", (3, 3, "vessels")),
    ],
)
def test_a_number_is_written_with_its_bounds(
    tmp_path: Path, value: str, expected: tuple[int | None, int | None, str]
) -> None:
    number = amended(tmp_path, "quantity", value).quantity
    assert number is not None
    assert (number.low, number.high, number.unit) == expected


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2024-10-08", "2024-10-08", "2024-10-08"),
        ("2024-10-08/2024-10-13", "2024-10-08", "2024-10-13"),
        ("2024-10-08/..", "2024-10-08", None),
        ("../2024-10-13", None, "2024-10-13"),
    ],
)
def test_a_time_is_written_as_in_iso_8601(
    tmp_path: Path, value: str, start: str | None, end: str | None
) -> None:
    time = amended(tmp_path, "time", value).time
    assert time is not None
    assert (time.start, time.end) == tuple(day and dt.date.fromisoformat(day) for day in (start, end))
    assert time.edtf == value


def test_a_place_is_corrected_wherever_it_stands_or_in_one_report(tmp_path: Path) -> None:
    other = replace(READING, document=Document("d2", "words"), claims=(replace(CLAIM, id="c000000000002"),))
    applied = corrected(tmp_path, "gn:1,amend,,gn:2,AB,the Libyan one", readings=(READING, other))
    assert [r.claims[0].destination for r in applied.readings] == [LIBYA, LIBYA]
    assert [r.mentions[0].place for r in applied.readings] == [LIBYA, LIBYA]
    assert applied.readings[0].claims[0].corrections[0].why == "the Libyan one"
    applied = corrected(tmp_path, "gn:1,amend,d2,gn:2,AB,", readings=(READING, other))
    assert [r.claims[0].destination for r in applied.readings] == [LEBANON, LIBYA]
    applied = corrected(tmp_path, "gn:1,reject,,,AB,a football club", readings=(READING, other))
    assert [r.claims[0].destination for r in applied.readings] == [None, None]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (f"{CLAIM.id},amend,quantity,many,,", "write 1500, 1500-2000"),
        (f"{CLAIM.id},amend,time,8 October,,", "write 2024-10-08"),
        (f"{CLAIM.id},amend,time,2024-02-31,,", "no day of the calendar"),
        (f"{CLAIM.id},amend,time,2024-10-13/2024-10-08,,", "the earlier day first"),
        (f"{CLAIM.id},amend,destination,Atlantis,,", "no such place"),
        (f"{CLAIM.id},amend,status,certain,,", "write one of reported"),
        (f"{CLAIM.id},amend,side,Turkey,,", "two letters"),
        ("gn:1,amend,,Atlantis,,", "no such place"),
        ("c00000000000f,reject,,,,", "there is no claim c00000000000f"),
        ("gn:9,reject,,,,", "there is no place gn:9"),
        (f"{CLAIM.id}+c00000000000f,accept,,,,", "there is no claim"),
    ],
)
def test_what_cannot_be_applied_is_told_with_its_line_and_changes_nothing(
    tmp_path: Path, row: str, message: str
) -> None:
    applied = corrected(tmp_path, row)
    assert applied.readings == (READING,)
    (problem,) = applied.problems
    assert problem.file.endswith("corrections.csv, line 2")
    assert message in problem.reason
    assert "\n" not in problem.reason


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id,action\nc000000000001,destroy\n", "action 'destroy': write one of accept, reject, amend"),
        ("id,action\n,reject\n", "has no id"),
        ("id,action\nc1+c2,accept\n", "a join is two claims"),
        ("id,action\nc000000000001+c000000000002,amend\n", "a join is accepted or rejected"),
        ("id,action,field\nc000000000001,amend,rank\n", "field 'rank': write one of type"),
        ("name,action\nx,reject\n", "has no column “id”"),
        ("\ufeff", "is empty"),
    ],
)
def test_a_table_that_cannot_be_used_is_a_problem_in_one_line(
    tmp_path: Path, text: str, message: str
) -> None:
    (tmp_path / "corrections.csv").write_text(text, encoding="utf-8")
    (problem,) = load([tmp_path]).problems
    assert message in problem.reason
    assert "\n" not in problem.reason


def test_json_lines_say_the_same(tmp_path: Path) -> None:
    row = {
        "id": CLAIM.id,
        "action": "amend",
        "field": "status",
        "value": "denied",
        "who": "AB",
        "why": "x, y",
    }
    (tmp_path / "corrections.jsonl").write_text(json.dumps(row) + "\n\n", encoding="utf-8")
    (claim,) = apply([READING], load([tmp_path]), PLACES.get).readings[0].claims
    assert (claim.status, claim.corrections[0].why) == (Status.DENIED, "x, y")


@given(st.text(max_size=60), st.sampled_from(sorted(corrections.SLOTS)))
def test_no_value_breaks_a_run(value: str, field: str) -> None:
    correction = Correction(CLAIM.id, Action.AMEND, field, value or None)
    applied = apply([READING], corrections.Loaded((("here", correction),)), PLACES.get)
    assert len(applied.readings[0].claims) == 1
    assert len(applied.problems) <= 1


REPORT = "Le 8 octobre 2024, 1 500 soldats maliens sont arrivés à Gao, a annoncé l'état-major.\n"
AGAIN = "Le 8 octobre 2024, 1 500 militaires maliens ont rejoint Gao, selon la presse.\n"


def test_a_run_applies_and_shows_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in (("a", REPORT), ("b", AGAIN)):
        (folder / f"{name}.md").write_text(
            f"---\nlanguage: fr\npublished: 2024-10-10\n---\n{text}", encoding="utf-8"
        )
    run = pipeline.run([folder])
    one, other = (c.id for c in run.claims)
    assert [len(m.claims) for m in run.movements] == [2]
    (folder / "corrections.csv").write_text(
        "id,action,field,value,who,why\n"
        f"{one}+{other},reject,,,AB,two convoys\n{other},amend,status,denied,AB,\n",
        encoding="utf-8",
    )
    run = pipeline.run([folder])
    assert [len(m.claims) for m in run.movements] == [1, 1]
    assert [c.why for m in run.movements for c in m.corrections] == ["two convoys", "two convoys"]
    shown = json.loads(outputs.render(run)["run.json"])["corrections"]
    assert {(c["target"], c["action"]) for c in shown} == {(f"{one}+{other}", "reject"), (other, "amend")}
    assert main(["explain", other, str(folder)]) == 0
    assert "correction: amend status denied (AB: no reason given)" in capsys.readouterr().out
    (folder / "corrections.csv").write_text(f"id,action,why\n{one},reject,an error\n", encoding="utf-8")
    run = pipeline.run([folder])
    assert [c.id for c in run.claims] == [other]
    report = json.loads(outputs.render(run)["run.json"])
    assert (report["counts"]["claims_rejected"], report["claims_rejected"]) == (1, [one])
