"""The published JSON Schemas hold for what a run writes."""

import json
from collections.abc import Mapping
from pathlib import Path

import jsonschema
import pytest

from geo import gazetteer, jsonlines, outputs, pipeline
from geo.records import Itinerary, Leg, Run

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def rendered(samples: Run) -> Mapping[str, str | bytes]:
    return outputs.render(samples)


@pytest.mark.parametrize("name", ["claims", "movements"])
def test_every_line_fits_its_schema(rendered: Mapping[str, str | bytes], name: str) -> None:
    schema = json.loads((ROOT / "geo" / "data" / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    lines = rendered[f"{name}.jsonl"].splitlines()
    assert lines
    for line in lines:
        assert [error.message for error in validator.iter_errors(json.loads(line))] == []


def test_a_journey_fits_its_schema() -> None:
    places = tuple(gazetteer.default().countries()[code] for code in ("KP", "RU"))
    legs = (Leg("m000000000001", "m000000000002", 6500.5, 16, 406.3, plausible=True),)
    journey = Itinerary("i000000000001", "KP", ("m000000000001", "m000000000002"), places, legs)
    schema = json.loads((ROOT / "geo" / "data" / "itineraries.schema.json").read_text(encoding="utf-8"))
    row = json.loads(jsonlines.lines([jsonlines.itinerary(journey)]))
    assert [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(row)] == []
    assert row["legs"][0]["from"] == "m000000000001"


def test_a_null_is_written_and_never_left_out() -> None:
    readings, _ = pipeline.read([ROOT / "seeds"])
    keys = [set(jsonlines.claim(claim)) for reading in readings for claim in reading.claims]
    assert keys
    assert all(each == keys[0] for each in keys)
