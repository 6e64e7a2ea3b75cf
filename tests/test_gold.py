"""What the program reads from marked documents, with floors that only rise.

A floor is the figure of the day it was written. A change that lowers one is refused; one that raises it
raises the floor with it.
"""

import functools
import json
import textwrap
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from geo import jsonlines, pipeline, scoring
from geo.records import Claim

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold"
# Marked documents that may lie beside the checkout; without them these floors are not asked for.
SHARED = ROOT.parent / "shared" / "eval"

FLOORS: Mapping[str, Mapping[str, float]] = {
    "gold": {
        "toponym_f1": 0.982,
        "right_place_of_all": 0.97,
        "usage_of_found": 0.944,
        "claim_precision": 0.975,
        "claim_recall": 0.834,
        "claim_f1": 0.899,
        "whole_claim_f1": 0.877,
        "where_of_found": 0.987,
        "when_of_found": 1.0,
        "quantity_of_found": 0.987,
        "status_of_found": 1.0,
        "side_of_found": 0.962,
        "means_of_found": 0.974,
        "source_of_found": 0.962,
    },
    "seeds": {
        "toponym_f1": 1.0,
        "right_place_of_all": 1.0,
        "usage_of_found": 0.906,
        "claim_precision": 0.926,
        "claim_recall": 0.926,
        "claim_f1": 0.926,
        "whole_claim_f1": 0.889,
    },
    "fr": {
        "toponym_f1": 0.991,
        "right_place_of_all": 0.962,
        "usage_of_found": 0.953,
        "claim_precision": 0.969,
        "claim_recall": 0.887,
        "claim_f1": 0.926,
        "whole_claim_f1": 0.858,
        "side_of_found": 0.883,
    },
    "en": {
        "toponym_f1": 0.99,
        "right_place_of_all": 0.942,
        "usage_of_found": 0.946,
        "claim_precision": 0.94,
        "claim_recall": 0.949,
        "claim_f1": 0.945,
        "whole_claim_f1": 0.827,
        "side_of_found": 0.937,
    },
}


def folder_of(name: str) -> Path:
    return GOLD if name == "gold" else SHARED / name


@functools.cache
def figures(name: str) -> Mapping[str, float]:
    golds = scoring.load_gold(folder_of(name))
    rows = [jsonlines.reading(pipeline.read_document(pipeline.document_of(gold))) for gold in golds]
    return scoring.total(map(scoring.score_document, golds, rows)).figures()


@pytest.mark.parametrize(
    ("name", "measure"),
    [
        pytest.param(
            name,
            measure,
            marks=pytest.mark.skipif(
                not folder_of(name).is_dir(), reason=f"{name} is not beside the checkout"
            ),
        )
        for name, floors in FLOORS.items()
        for measure in floors
    ],
)
def test_no_figure_falls_below_its_floor(name: str, measure: str) -> None:
    assert figures(name)[measure] >= FLOORS[name][measure]


def test_each_sample_report_has_its_marked_version() -> None:
    reports = {path.stem for path in (ROOT / "seeds").glob("*.md")}
    assert reports == {path.stem for path in GOLD.glob("*.json")}


def test_the_marks_are_of_the_text_that_the_reports_hold() -> None:
    readings, _ = pipeline.read([ROOT / "seeds"])
    texts = {reading.document.id: reading.document.text for reading in readings}
    assert texts == {gold["id"]: gold["text"] for gold in scoring.load_gold(GOLD)}


@pytest.mark.parametrize("width", [50, 72, 100])
@pytest.mark.parametrize("file", sorted(GOLD.glob("*.json")), ids=lambda file: file.stem)
def test_lines_that_are_filled_change_no_claim(file: Path, width: int) -> None:
    document = pipeline.document_of(json.loads(file.read_text(encoding="utf-8")))
    paragraphs = document.text.rstrip("\n").split("\n\n")
    filled = [textwrap.fill(p, width, break_long_words=False, break_on_hyphens=False) for p in paragraphs]
    text = "\n\n".join(filled) + "\n"
    assert len(text) == len(document.text)
    plain, other = (pipeline.read_document(replace(document, text=words)) for words in (document.text, text))
    assert [described(claim) for claim in other.claims] == [described(claim) for claim in plain.claims]
    assert all(piece.quote == piece.span.of(text) for claim in other.claims for piece in claim.evidence)
    assert all(mention.text == mention.span.of(text) for mention in other.mentions)


def described(claim: Claim) -> list[object]:
    """Return the slots of a claim, without its words."""
    side = claim.actor and claim.actor.country_code
    number = claim.quantity and (claim.quantity.low, claim.quantity.high, claim.quantity.unit)
    when = claim.time and claim.time.edtf
    where = (claim.origin, claim.destination, claim.places)
    return [claim.type, claim.status, claim.trigger, side, number, when, where, len(claim.attribution)]
