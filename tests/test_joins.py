"""Which claims of two reports are joined, beside pairs that people marked, with floors that only rise."""

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from geo import jsonlines, pipeline, scoring
from geo.errors import InputError
from geo.scoring import joins

JOINS = Path(__file__).parent / "joins"

# `marked`: claims as people marked them are joined; `read`: the reports are read first, with what is missed.
# `unspent` and `fresh` are not read (see `joins/README.md`); `opened` were, when all else had been built;
# `aside` was scored beside `seen` at all times. A set that pairs have left or joined has the floors of what
# it is now: `opened` has 28 pairs more than before, and the 16 of `fresh` are new. Sources of what is read
# are counted of all that are marked: of those found whole the rate falls where one more is found, whose
# sources are counted amiss.
FLOORS: Mapping[tuple[str, str], Mapping[str, float]] = {
    ("seen", "marked"): {"join_f1": 0.91, "join_precision": 0.92, "sources_of_found": 0.87},
    ("aside", "marked"): {"join_f1": 0.91, "join_precision": 0.94, "sources_of_found": 0.87},
    ("unspent", "marked"): {"join_f1": 0.95, "join_precision": 0.98, "sources_of_found": 0.97},
    ("opened", "marked"): {"join_f1": 0.89, "join_precision": 0.9, "sources_of_found": 0.83},
    ("fresh", "marked"): {"join_f1": 0.85, "join_precision": 0.88, "sources_of_found": 0.78},
    ("seen", "read"): {
        "join_f1_of_read": 0.88,
        "join_f1": 0.82,
        "claims_read": 0.94,
        "sources_right": 0.71,
    },
    ("aside", "read"): {
        "join_f1_of_read": 0.86,
        "join_f1": 0.8,
        "claims_read": 0.92,
        "sources_right": 0.64,
    },
    ("unspent", "read"): {
        "join_f1_of_read": 0.83,
        "join_f1": 0.66,
        "claims_read": 0.85,
        "sources_right": 0.61,
    },
    ("opened", "read"): {
        "join_f1_of_read": 0.8,
        "join_f1": 0.73,
        "claims_read": 0.89,
        "sources_right": 0.6,
    },
    ("fresh", "read"): {
        "join_f1_of_read": 0.7,
        "join_f1": 0.67,
        "claims_read": 0.91,
        "sources_right": 0.57,
    },
}


@functools.cache
def figures(folder: str, how: str) -> Mapping[str, float]:
    return joins.total(scored(row, how) for row in joins.load(JOINS / folder)).figures()


def scored(row: Mapping[str, Any], how: str) -> joins.JoinScore:
    if how == "marked":
        readings = joins.readings_of(row)
    else:
        readings = tuple(pipeline.read_document(pipeline.document_of(report)) for report in row["reports"])
    movements = [jsonlines.movement(m) for m in pipeline.assemble(readings).movements]
    if how == "marked":
        return joins.score_marked(row, movements)
    return joins.score_joins(row, [jsonlines.reading(reading) for reading in readings], movements)


@pytest.mark.parametrize(
    ("folder", "how", "measure"), [(*key, measure) for key, floors in FLOORS.items() for measure in floors]
)
def test_no_figure_falls_below_its_floor(folder: str, how: str, measure: str) -> None:
    assert figures(folder, how)[measure] >= FLOORS[folder, how][measure]


def test_a_third_of_the_pairs_and_more_is_kept_aside_and_both_languages_are_there() -> None:
    seen, aside = (joins.load(JOINS / folder) for folder in ("seen", "aside"))
    assert len(seen) + len(aside) >= 30
    assert len(aside) >= (len(seen) + len(aside)) / 3
    for rows in (seen, aside):
        spoken = [{report["language"] for report in row["reports"]} for row in rows]
        assert {"fr", "en"} == set().union(*spoken)
        assert any(len(languages) == 2 for languages in spoken)


PAIR: Mapping[str, Any] = joins.load(JOINS / "seen")[0]


def perfect() -> list[dict[str, Any]]:
    """Return the movements that a pair's marks ask for."""
    gold = joins.read_pair(PAIR)
    grouped = {claim for group in gold.groups for claim in group}
    groups = [*gold.groups, *((c.id,) for c in gold.claims if c.id not in grouped)]
    name = {claim: f"m{n}" for n, group in enumerate(groups) for claim in group}
    return [
        {
            "id": f"m{n}",
            "claims": [joins.claim_id(gold.id, claim) for claim in group],
            "independent_sources": gold.sources.get(group[0], 1),
            "relations": [
                {"kind": "part_of", "movement": name[whole]} for part, whole in gold.parts if part in group
            ],
        }
        for n, group in enumerate(groups)
    ]


def test_what_says_all_that_is_marked_is_perfect() -> None:
    score = joins.score_marked(PAIR, perfect()).figures()
    assert (score["join_precision"], score["join_f1"], score["sources_of_found"]) == (1.0, 1.0, 1.0)


def test_what_joins_all_or_nothing_is_not() -> None:
    everything = {**perfect()[0], "claims": [c for m in perfect() for c in m["claims"]]}
    assert joins.score_marked(PAIR, [everything]).figures()["join_precision"] < 0.5
    alone = [{**m, "claims": [c], "relations": []} for m in perfect() for c in m["claims"]]
    assert joins.score_marked(PAIR, alone).figures()["join_f1"] == 0.0


def test_a_pair_that_may_be_joined_or_not_counts_neither_way() -> None:
    first, second, *_ = PAIR["same"][0]
    row = {**PAIR, "either": [[first, second]]}
    apart = [m for m in perfect() if joins.claim_id(PAIR["id"], first) not in m["claims"]]
    assert joins.score_marked(row, perfect()).marked == joins.score_marked(row, apart).marked
    assert joins.score_marked(row, perfect()).marked < joins.score_marked(PAIR, perfect()).marked


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"same": [["a1", "zz"]]}, "names zz"),
        ({"claims": [{**PAIR["claims"][0], "quote": "never said"}]}, "quotes what is not in"),
        ({"claims": [{}]}, "has no 'id'"),
    ],
)
def test_a_mark_that_does_not_fit_is_told_in_one_line(change: Mapping[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        joins.read_pair({**PAIR, **change})


def marked_and_read(name: str, found: str, town: str, lat: float, day: str) -> tuple[Any, Any]:
    """Return the mark and the reading of an unnumbered departure for a town of Mali."""
    place = {"name": town, "kind": "city", "lat": lat, "lon": 0.0}
    when = {"start": day, "end": day}
    own = {"id": name, "report": name[0], "quote": "Both left.", "type": "movement", "status": "reported"}
    mark = {**own, "destination": {**place, "radius_km": 5}, "time": when}
    slots: dict[str, Any] = {
        "type": "movement",
        "actor": None,
        "quantity": None,
        "origin": None,
        "places": [],
        "time": when,
    }
    span = {"start": 0, "end": 10}
    claim = {"id": found, "evidence": span, "also": [], "destination": {**place, "country_code": None}}
    return mark, {**slots, **claim}


@pytest.mark.parametrize("ids", [("c1", "c2"), ("c2", "c1")])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Gao", 16.3, "2024-05-06"), ("Kidal", 18.4, "2024-05-06")),
        (("Gao", 16.3, "2024-05-06"), ("Gao", 16.3, "2024-05-09")),
    ],
    ids=["by place", "by day"],
)
def test_of_two_claims_that_count_alike_the_one_of_the_place_and_the_day_answers(
    ids: tuple[str, str], first: tuple[str, float, str], second: tuple[str, float, str]
) -> None:
    told = (
        marked_and_read("a1", ids[0], *first),
        marked_and_read("a2", ids[1], *second),
        marked_and_read("b1", "c3", *first),
    )
    reports = [{"id": name, "text": "Both left."} for name in "ab"]
    row = {"id": "P", "reports": reports, "claims": [mark for mark, _ in told], "same": [["a1", "b1"]]}
    readings = [
        {"document": {"id": name}, "claims": [claim for mark, claim in told if mark["report"] == name]}
        for name in "ab"
    ]
    movements = [
        {"id": "m", "claims": [ids[0], "c3"], "relations": []},
        {"id": "n", "claims": [ids[1]], "relations": []},
    ]
    assert joins.score_joins(row, readings, movements).figures()["join_f1"] == 1.0


def test_marked_documents_and_marked_pairs_are_told_apart() -> None:
    gold = Path(__file__).parent / "gold"
    assert joins.load(gold) == ()
    assert scoring.load_gold(gold)
