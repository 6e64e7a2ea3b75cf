"""Tables, gazetteers, JSON lines and claims read back, as a careless or hostile hand leaves them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import jsonlines, pipeline
from geo.records import Reading

from . import checks, made
from .conftest import fuzzed

_ROW = {
    "id": "r1",
    "text": "Mille soldats sont arrivés à Koursk.",
    "title": "T",
    "publisher": "P",
    "published": "2024-10-08",
    "language": "fr",
    "url": "https://example.org",
}
_PLACE = {
    "@id": "dm:x",
    "type": "Feature",
    "properties": {
        "title": "Koursk",
        "kind": "city",
        "country_code": "RU",
        "radius_km": 5,
        "population": 10,
        "source": "own",
        "licence": "own",
        "ccodes": ["RU"],
        "fclasses": ["P"],
    },
    "names": [{"toponym": "Koursk", "lang": "fr"}, {"toponym": "Курск", "lang": "ru"}],
    "geometry": {"type": "Point", "coordinates": [36.2, 51.7]},
}
_CLAIMS = ["accept", "reject", "amend", "Amend"]
_VALUES = [
    "1500",
    "1500-",
    "-2",
    "٣ men",
    "2024-10-08/..",
    "2024-13-01",
    "gn:1",
    "Kursk;gn:1",
    "denied",
    "9" * 12,
]
_SLOTS = ["type", "status", "side", "quantity", "origin", "destination", "places", "time", "means", "d"]


@cache
def _reading() -> Reading:
    path = made.ROOT / "seeds" / "fr-vladivostok-transfert.md"
    readings, _ = pipeline.read([path])
    return readings[0]


@cache
def _line() -> str:
    read = _reading()
    return jsonlines.lines(
        [jsonlines.reading(replace(read, mentions=read.mentions[:2], times=read.times[:2]))]
    )


def _ids() -> Sequence[str]:
    claims = [c.id for c in _reading().claims]
    places = [m.place.id for m in _reading().mentions if m.place]
    return [*claims, *places, f"{claims[0]}+{claims[1]}", f"{claims[0]}+{claims[0]}", "c000000000000", "a+b"]


# --- JSON ------------------------------------------------------------------------------------------


@fuzzed(2)
@given(made.changed(_ROW) | made.ANY)
def test_a_json_row_is_a_document_or_an_input_error(value: object) -> None:
    checks.row(value)


@fuzzed()
@given(data=st.data())
def test_a_value_is_a_record_or_an_input_error(data: st.DataObject) -> None:
    row = json.loads(_line())
    claim, place = row["claims"][0], row["mentions"][0]["candidates"][0]
    checks.decoded(data.draw(made.changed({**row, **claim, **claim["words"], **place})))


@fuzzed(2)
@given(data=st.data())
def test_claims_read_back_can_be_written_again(data: st.DataObject) -> None:
    row = data.draw(made.changed(json.loads(_line())))
    raw = made.written(row) + b"\n"
    checks.read_back(data.draw(made.spoiled(raw)) if data.draw(st.booleans()) else raw)


@fuzzed(0.3)
@given(data=st.data())
def test_claims_read_back_can_be_joined(data: st.DataObject) -> None:
    checks.joined(made.written(data.draw(made.changed(json.loads(_line())))))


# --- tables ----------------------------------------------------------------------------------------


@fuzzed()
@given(made.table(("id", "why"), {}))
def test_a_table_is_rows_or_an_input_error(raw: bytes) -> None:
    checks.table(raw)


@fuzzed()
@given(st.lists(made.changed({"id": "a", "why": "b"}), max_size=3))
def test_json_lines_are_rows_or_an_input_error(values: Sequence[object]) -> None:
    checks.table(b"\n".join(map(made.written, values)), "t.jsonl")


_REPORTS = {
    "file": ["a.txt", "reports.csv", "../a.txt", "b.txt", "."],
    "published": ["2024-10-08", "2024-W40-1", "20241008", "0000-00-00"],
    "language": ["fr", "ru", "FRA", "xx"],
}


@fuzzed(0.6)
@given(made.table(("file", "title", "publisher", "published", "language", "url"), _REPORTS))
def test_what_is_told_of_reports_is_used_or_told_of(raw: bytes) -> None:
    checks.reports_table(raw)


_SOURCES = {
    "name": ["NIS", "a;b"],
    "country": ["KR", "K1", "kr"],
    "kind": ["agency", "state", ""],
    "reliability": ["B2", "f", "G1", ""],
}


@fuzzed()
@given(made.table(("name", "aliases", "country", "kind", "reliability"), _SOURCES))
def test_what_is_known_of_sources_is_used_or_told_of(raw: bytes) -> None:
    checks.sources_table(raw)


def _corrections() -> Mapping[str, Sequence[str]]:
    return {"id": _ids(), "action": _CLAIMS, "field": _SLOTS, "value": _VALUES}


@fuzzed(2)
@given(data=st.data())
def test_corrections_are_applied_or_told_of(data: st.DataObject) -> None:
    columns = ("id", "action", "field", "value", "who", "why")
    checks.corrections_table(data.draw(made.table(columns, _corrections())), (_reading(),))


@fuzzed()
@given(data=st.data())
def test_corrections_in_json_lines_are_applied_or_told_of(data: st.DataObject) -> None:
    right = {name: data.draw(st.sampled_from(words)) for name, words in _corrections().items()}
    rows = data.draw(st.lists(made.changed({**right, "who": "AB", "why": "seen"}), max_size=3))
    checks.corrections_table(b"\n".join(map(made.written, rows)), (_reading(),), "corrections.jsonl")


# --- gazetteers ------------------------------------------------------------------------------------


@fuzzed(2)
@given(data=st.data())
def test_a_linked_places_file_loads_or_fails_in_one_line(data: st.DataObject) -> None:
    collection = {"type": "FeatureCollection", "features": [_PLACE, {**_PLACE, "@id": "dm:y"}]}
    raw = made.written(data.draw(made.changed(collection)))
    raw = data.draw(made.spoiled(raw)) if data.draw(st.booleans()) else raw
    checks.linked_places(raw)
    checks.places_file(raw)


_DUMP = [
    "42",
    "Kursk",
    "Kursk",
    "Koursk,Курск",
    "51.7",
    "36.2",
    "P",
    "PPLC",
    "RU",
    *[""] * 5,
    "99",
    *[""] * 4,
]


@fuzzed()
@given(
    st.lists(st.tuples(st.integers(0, 18), made.CELLS | st.sampled_from(["9" * 5_000, "9" * 400, "1e999"])))
)
def test_a_dump_of_geonames_is_places_or_a_gazetteer_error(cells: Sequence[tuple[int, str]]) -> None:
    row = list(_DUMP)
    for at, cell in cells:
        row[at] = cell
    checks.places_file("\t".join(row).encode("utf-8", "replace"), "dump.txt")


_TABLE = {
    "name": ["Koursk", "Курск ﾞ", "ﾞ"],
    "lat": ["51.7", "-90", "91", "nan", "1_0", "٥"],
    "lon": ["36.2", "180", "inf", "1e400"],
    "kind": ["city", "CITY ", "town", ""],
    "country": ["RU", "ru", "R", "R1"],
    "radius_km": ["5", "-1", "nan", "1e308", ""],
    "id": ["a", "b", ""],
}


@fuzzed()
@given(made.table(tuple(_TABLE), _TABLE))
def test_a_table_of_places_is_places_or_a_gazetteer_error(raw: bytes) -> None:
    checks.places_file(raw, "own.csv")


@pytest.mark.parametrize("name", ["a.json", "a.csv", "a.tsv", "a.gpx"])
@fuzzed(0.3)
@given(raw=st.binary(max_size=40))
def test_bytes_of_any_kind_are_no_more_than_a_gazetteer_error(name: str, raw: bytes) -> None:
    checks.places_file(raw, name)
