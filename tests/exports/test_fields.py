"""The field dictionary: an entry for every column, and none left over."""

from dataclasses import fields as slots
from pathlib import Path

import pytest

from geo import features
from geo.exports.fields import FIELDS, describe, fields_markdown, tables
from geo.features import Layers
from geo.records import Run

ROOT = Path(__file__).parents[2]
EMPTY = features.layers(Run((), ()))


def test_every_layer_and_table_is_described() -> None:
    assert list(FIELDS) == [slot.name for slot in slots(Layers)]


@pytest.mark.parametrize("layer", FIELDS)
def test_every_column_has_an_entry_and_no_entry_is_left_over(layer: str) -> None:
    assert set(FIELDS[layer]) == set(dict(tables(EMPTY))[layer].columns)


def test_a_description_is_one_clear_sentence() -> None:
    for entries in FIELDS.values():
        for entry in entries.values():
            assert entry.meaning[0].isupper()
            assert entry.meaning.endswith(".")
            assert "|" not in entry.meaning


def test_types_are_those_of_the_columns() -> None:
    found = describe(EMPTY).set_index(["layer", "field"])["type"]
    assert list(describe(EMPTY).columns) == ["layer", "field", "type", "unit", "meaning"]
    expected = {
        ("claims", "date_from"): "date",
        ("claims", "quantity_low"): "integer",
        ("claims", "radius_km"): "number",
        ("claims", "geometry"): "geometry",
        ("movements", "origin_inferred"): "boolean",
        ("reports", "title"): "text",
    }
    assert {key: found[key] for key in expected} == expected


def test_the_committed_page_is_what_the_code_makes() -> None:
    assert (ROOT / "docs" / "fields.md").read_text(encoding="utf-8") == fields_markdown()
