"""Places and their names: what a file must hold, and which words of a sentence are a name."""

import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import gazetteer
from geo.errors import GazetteerError
from geo.gazetteer import Gazetteer, linked_places
from geo.records import GazetteerEntry, Place, PlaceKind, PlaceName
from geo.text import tokenize

ROOT = Path(__file__).parents[1]


def entry(place_id: str, *names: str, kind: str = "city", people: int | None = None) -> GazetteerEntry:
    place = Place(place_id, names[0], "XX", PlaceKind(kind), 0.0, 0.0, 5.0)
    return GazetteerEntry(place, tuple(PlaceName(n, "und") for n in names), people, "a source", "a licence")


KNOWN = Gazetteer(
    [
        entry("kursk", "Kursk", "Koursk", "Курск", "쿠르스크"),
        entry("gb", "Royaume-Uni", "UK", "U.K.", kind="country"),
        entry("ci", "Côte d'Ivoire", kind="country"),
        entry("kp", "Corée du Nord", "RPDC", kind="country"),
        entry("korea", "Corée", kind="region"),
        entry("sunan", "aéroport de Sunan", kind="site"),
        entry("mali", "Mali", kind="country", people=20_000_000),
        entry("lošinj", "Mali Lošinj", "Mali", people=8_000),
        entry("ndjamena", "N'Djamena"),
        entry("ii", "Ii"),
    ]
)


def found(text: str) -> list[tuple[str, list[str]]]:
    tokens = tokenize(text)
    return [
        (text[tokens[m.first].start : tokens[m.last - 1].end], [e.place.id for e in m.entries])
        for m in KNOWN.scan(text, tokens)
    ]


# --- names in a text -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("vers Koursk hier", "Koursk", "kursk"),
        ("À KOURSK AUSSI", "KOURSK", "kursk"),
        ("vers Kour\u200bs\u00adk", "Kour\u200bs\u00adk", "kursk"),
        ("в Курск", "Курск", "kursk"),
        ("쿠르스크", "쿠르스크", "kursk"),
        ("le Royaume\u2011Uni", "Royaume\u2011Uni", "gb"),
        ("le Royaume Uni", "Royaume Uni", "gb"),
        ("the UK said", "UK", "gb"),
        ("the U.K. said", "U.K", "gb"),
        ("en Cote d’Ivoire", "Cote d’Ivoire", "ci"),
        ("en Co\u0302te-d'ivoire", "Co\u0302te-d'ivoire", "ci"),
        ("la Corée du Nord", "Corée du Nord", "kp"),
        ("la Corée\ndu\u00a0Nord", "Corée\ndu\u00a0Nord", "kp"),
        ("la Corée, du Nord", "Corée", "korea"),
        ("à N’Djamena", "N’Djamena", "ndjamena"),
        ("à l’aéroport de Sunan", "aéroport de Sunan", "sunan"),
        ("Aéroport de Sunan fermé", "Aéroport de Sunan", "sunan"),
        ("à Mali Lošinj", "Mali Lošinj", "lošinj"),
        ("à Mali Losinj", "Mali Losinj", "lošinj"),
    ],
)
def test_a_name_is_found_by_its_longest_form_in_any_spelling(text: str, words: str, place: str) -> None:
    assert found(text) == [(words, [place])]


@pytest.mark.parametrize(
    "text",
    [
        "koursk",
        "uk",
        "Uk",
        "u.k.",
        "rpdc",
        "Rpdc",
        "Kourskaya",
        "aéroport de sunan",
        "corée du nord",
        "ii",
        "Sunan",
    ],
)
def test_a_name_without_its_capitals_or_its_ends_is_none(text: str) -> None:
    assert found(text) == []


def test_names_follow_each_other_without_overlaps() -> None:
    assert [words for words, _ in found("Mali, Mali Lošinj, Koursk et Mali")] == [
        "Mali",
        "Mali Lošinj",
        "Koursk",
        "Mali",
    ]


def test_of_several_bearers_the_larger_comes_first() -> None:
    assert found("au Mali") == [("Mali", ["mali", "lošinj"])]
    assert [e.place.id for e in KNOWN.named("MALI")] == ["mali", "lošinj"]


def test_a_place_is_asked_for_by_name_or_id() -> None:
    assert [e.place.id for e in KNOWN.named("coree du nord")] == ["kp"]
    assert KNOWN.named("Atlantis") == ()
    assert KNOWN.by_id("kp") is KNOWN.named("RPDC")[0]
    assert KNOWN.by_id("atlantis") is None


@given(st.text(alphabet="MKmkaliours LošinjCorédNU.’- ", max_size=60))
def test_every_match_is_a_name_that_its_entries_bear(text: str) -> None:
    tokens = tokenize(text)
    reached = 0
    for match in KNOWN.scan(text, tokens):
        assert reached <= match.first < match.last <= len(tokens)
        reached = match.last
        words = " ".join(t.key for t in tokens[match.first : match.last])
        assert match.entries == KNOWN.named(words) != ()


# --- the file --------------------------------------------------------------------------------------


def feature(**changes: object) -> dict[str, Any]:
    """Return an entry of the file with some of its values changed; ``None`` takes one out."""
    properties = {
        "title": "Kursk",
        "country_code": "RU",
        "kind": "city",
        "radius_km": 12,
        "population": 450_000,
        "source": "a source",
        "licence": "a licence",
    }
    whole: dict[str, Any] = {
        "@id": "kursk",
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [36.19, 51.73]},
        "names": [{"toponym": "Koursk", "lang": "fr"}, {"toponym": "Курск"}],
    }
    for key, value in changes.items():
        (whole if key in ("id", "geometry", "names") else properties)["@id" if key == "id" else key] = value
    whole["properties"] = {key: value for key, value in properties.items() if value is not None}
    return {key: value for key, value in whole.items() if value is not None}


def load(folder: Path, *features: object) -> Gazetteer:
    path = folder / "places.json"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return gazetteer.load(path)


def point(lon: object, lat: object) -> dict[str, object]:
    return {"type": "Point", "coordinates": [lon, lat]}


def test_an_entry_is_read_whole(tmp_path: Path) -> None:
    (read,) = load(tmp_path, feature()).entries
    assert read.place == Place("kursk", "Kursk", "RU", PlaceKind.CITY, 51.73, 36.19, 12.0)
    assert read.names == (PlaceName("Koursk", "fr"), PlaceName("Курск", "und"))
    assert (read.population, read.source, read.licence) == (450_000, "a source", "a licence")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"geometry": point(181, 0)}, "[181, 0] is out of range; give [longitude, latitude] in degrees"),
        ({"geometry": point(36.19, 90.5)}, "out of range"),
        ({"geometry": point(51.73, 136.19)}, "out of range"),
        ({"geometry": point(math.nan, 0)}, "a coordinate is not a number"),
        ({"geometry": point(0, math.inf)}, "a coordinate is not a number"),
        ({"geometry": point("east", 0)}, "wrong or missing"),
        ({"geometry": point(None, 0)}, "wrong or missing"),
        ({"geometry": None}, "wrong or missing 'geometry'"),
        ({"kind": "town"}, "'town' is not a valid PlaceKind"),
        ({"kind": None}, "wrong or missing 'kind'"),
        ({"radius_km": -1}, "radius_km: not a distance"),
        ({"radius_km": math.nan}, "radius_km: not a distance"),
        ({"title": None}, "wrong or missing 'title'"),
        ({"names": None}, "wrong or missing 'names'"),
        ({"licence": None}, "wrong or missing 'licence'"),
    ],
)
def test_a_broken_rule_is_one_line_that_names_file_and_entry(
    tmp_path: Path, changes: dict[str, object], reason: str
) -> None:
    with pytest.raises(GazetteerError) as raised:
        load(tmp_path, feature(id="first"), feature(**changes))
    message = str(raised.value)
    assert message.startswith(f"{tmp_path / 'places.json'}: entry 2 (kursk): ")
    assert reason in message
    assert "\n" not in message


def test_an_entry_without_an_id_is_named_by_its_place_in_the_file(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="entry 2: wrong or missing '@id'"):
        load(tmp_path, feature(), feature(id=None))


def test_two_entries_with_one_id_are_refused(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="two entries have the id kursk; keep one of them"):
        load(tmp_path, feature(), feature(title="Other"))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('{"features": [\n  1\n  2]}', "not JSON at line 3, column 3"),
        ("", "not JSON at line 1, column 1"),
        ("[]", "not a Linked Places collection"),
        ('{"features": {}}', "not a Linked Places collection"),
        ("null", "not a Linked Places collection"),
        ('{"features": [3]}', "entry 1: wrong or missing"),
    ],
)
def test_a_file_of_another_kind_is_refused(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "places.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GazetteerError) as raised:
        gazetteer.load(path)
    assert str(raised.value).startswith(f"{path}: {reason}")


@pytest.mark.parametrize("content", [None, b"\xff\xfe{}"], ids=["no file", "not UTF-8"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "places.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(GazetteerError, match="the gazetteer cannot be read"):
        gazetteer.load(path)


@given(st.floats(allow_nan=True), st.floats(allow_nan=True))
def test_no_coordinate_but_one_on_the_globe_is_taken(lon: float, lat: float) -> None:
    on_globe = abs(lon) <= 180 and abs(lat) <= 90
    try:
        place = linked_places.entry_of(feature(geometry=point(lon, lat)), 1).place
    except GazetteerError:
        assert not on_globe
    else:
        assert (place.lon, place.lat) == (lon, lat)
        assert on_globe


# --- the gazetteer that comes with the program -----------------------------------------------------


def test_the_gazetteer_of_the_program_loads_and_finds_the_names_of_its_field() -> None:
    known, default = gazetteer.load(ROOT / "gazetteer.json"), gazetteer.default()
    for entry in known.entries:
        kept = default.by_id(entry.place.id)
        assert kept is not None
        assert (kept.place, kept.curated) == (entry.place, True)
    for name in ("Vladivostok", "Koursk", "Corée du Nord", "Pyongyang", "Ukraine", "Mali", "Курск"):
        assert known.named(name), name
