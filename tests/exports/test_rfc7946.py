"""GeoJSON files under a validator of our own, and the validator under files that break each rule."""

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geo import exports, features
from geo.records import Place, PlaceKind, Run

from .conftest import claim, run_of
from .rfc7946 import problems

Json = dict[str, Any]


def test_the_four_files_of_every_run_pass(run: Run) -> None:
    for name, text in exports.geojson_layers(features.layers(run)).items():
        assert problems(text.encode()) == [], name


def test_a_file_around_the_antimeridian_has_a_box_around_it(runs: dict[str, Run]) -> None:
    files = exports.geojson_layers(features.layers(runs["antimeridian"]))
    west, _, east, _ = json.loads(files["movements.geojson"])["bbox"]
    assert west == 158.65
    assert east == -149.9003
    west, _, east, _ = json.loads(files["uncertainty.geojson"])["bbox"]
    assert 150 < west < 178
    assert -178 < east < -150


positions = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


@given(positions, positions, st.floats(0.1, 3000))
@example((180.0, 4.3), (-180.0, -4.3), 9.0)  # along the antimeridian
@example((-180.0, 89.9), (180.0, -88.0), 9.0)
@example((0.0, 90.0), (-180.0, -77.0), 50.0)  # from a pole
@example((0.0, 0.0), (180.0, 0.0), 1.4375)  # half the globe is free on either side
def test_any_two_places_pass(start: tuple[float, float], end: tuple[float, float], radius_km: float) -> None:
    origin, destination = (
        Place(name, name, None, PlaceKind.REGION, lat, lon, radius_km)
        for name, (lon, lat) in (("a", start), ("b", end))
    )
    layers = features.layers(run_of(claim(1, "They went.", origin=origin, destination=destination)))
    for name, text in exports.geojson_layers(layers).items():
        assert problems(text.encode()) == [], name


# --- the validator refuses -------------------------------------------------------------------------


def feature(name: str, kind: str, coordinates: Any, **properties: Any) -> Json:
    return {
        "type": "Feature",
        "id": name,
        "properties": {"key": name, "date_from": "2024-10-08", "number": 1, **properties},
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def collection(*of: Json, box: list[float]) -> Json:
    return {"type": "FeatureCollection", "bbox": box, "features": list(of)}


RING = [[0.0, 0.0], [9.0, 0.0], [9.0, 9.0], [0.0, 0.0]]
HOLE = [[5.0, 2.0], [6.0, 3.0], [6.0, 2.0], [5.0, 2.0]]
POINTS = collection(
    feature("a", "Point", [1.0, 2.0]), feature("b", "Point", [3.5, 4.0]), box=[1.0, 2.0, 3.5, 4.0]
)
AREA = collection(feature("a", "Polygon", [RING, HOLE]), box=[0.0, 0.0, 9.0, 9.0])
CUT = [[[158.0, 53.0], [180.0, 60.0]], [[-180.0, 60.0], [-150.0, 61.0]]]
LINE = collection(feature("a", "MultiLineString", CUT), box=[158.0, 53.0, -150.0, 61.0])


def put(value: Any, *path: str | int) -> Callable[[Json], None]:
    def change(file: Json) -> None:
        *way, last = path
        inner: Any = file
        for step in way:
            inner = inner[step]
        inner[last] = value

    return change


FIRST = ("features", 0)
AT = (*FIRST, "geometry")
ROW = (*FIRST, "properties")
TRUTH: Any = True
PATH = {"type": "LineString", "coordinates": [[1.0, 2.0], [3.5, 4.0]]}
SEVERAL = {"type": "GeometryCollection", "geometries": []}
REFUSED = {
    "a crs": (POINTS, put({}, "crs"), "member crs"),
    "no features": (POINTS, put(None, "features"), "no features"),
    "another type": (POINTS, put("Feature", "type"), "no FeatureCollection"),
    "no feature": (POINTS, put({}, "features", 0), "no Feature"),
    "no properties": (POINTS, put(None, *FIRST, "properties"), "lacks properties"),
    "no geometry": (POINTS, put(None, *FIRST, "geometry"), "lacks properties or geometry"),
    "an id twice": (POINTS, put("b", *FIRST, "id"), "not unique"),
    "no id": (POINTS, put(None, *FIRST, "id"), "missing"),
    "other keys": (POINTS, put(1, *ROW, "more"), "differ in their keys"),
    "a list": (POINTS, put(["x"], *ROW, "number"), "nested"),
    "an object": (POINTS, put({"x": 1}, *ROW, "number"), "nested"),
    "words among numbers": (POINTS, put("about 1500", *ROW, "number"), "several types"),
    "truth among numbers": (POINTS, put(TRUTH, *ROW, "number"), "several types"),
    "a month": (POINTS, put("2024-10", *ROW, "date_from"), "no ISO day"),
    "a moment": (POINTS, put("2024-10-08T00:00:00", *ROW, "date_from"), "no ISO day"),
    "an empty day": (POINTS, put("", *ROW, "date_from"), "no ISO day"),
    "a basic day": (POINTS, put("20241008", *ROW, "date_from"), "no ISO day"),
    "two families": (POINTS, put(PATH, *AT), "family"),
    "a collection": (POINTS, put(SEVERAL, *AT), "known kind"),
    "seven decimals": (POINTS, put(1.0000001, *AT, "coordinates", 0), "six decimals"),
    "off the globe": (POINTS, put(181.0, *AT, "coordinates", 0), "off the globe"),
    "lat before lon": (POINTS, put([43.1, 131.9], *AT, "coordinates"), "off the globe"),
    "words for a number": (POINTS, put("1", *AT, "coordinates", 0), "no number"),
    "a height": (POINTS, put([1.0, 2.0, 3.0], *AT, "coordinates"), "no longitude and latitude"),
    "clockwise": (AREA, put(RING[::-1], *AT, "coordinates", 0), "right-hand rule"),
    "a hole against it": (AREA, put(HOLE[::-1], *AT, "coordinates", 1), "right-hand rule"),
    "an open ring": (AREA, put(RING[:-1], *AT, "coordinates", 0), "not closed"),
    "not cut": (LINE, put([[[158.0, 53.0], [-150.0, 61.0]]], *AT, "coordinates"), "not cut"),
    "a line of one": (LINE, put([[[158.0, 53.0]]], *AT, "coordinates"), "fewer than two"),
    "no box": (POINTS, put(None, "bbox"), "no bbox"),
    "a box too wide": (POINTS, put([0.0, 2.0, 3.5, 4.0], "bbox"), "west or east"),
    "a box too low": (POINTS, put([1.0, 2.0, 3.5, 3.0], "bbox"), "south or north"),
    "a box around": (POINTS, put([3.5, 2.0, 1.0, 4.0], "bbox"), "west or east"),
    "a box across the world": (LINE, put([-180.0, 53.0, 180.0, 61.0], "bbox"), "west or east"),
    "a box of nothing": (POINTS, put([], "features"), "nothing has a bbox"),
}


@pytest.mark.parametrize("file", [POINTS, AREA, LINE], ids=["points", "area", "line"])
def test_a_good_file_passes(file: Json) -> None:
    assert problems(json.dumps(file).encode()) == []


@pytest.mark.parametrize(("file", "change", "words"), REFUSED.values(), ids=REFUSED)
def test_a_broken_rule_is_refused(file: Json, change: Callable[[Json], None], words: str) -> None:
    broken = copy.deepcopy(file)
    change(broken)
    assert words in "; ".join(problems(json.dumps(broken).encode()))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xef\xbb\xbf" + json.dumps(POINTS).encode(), "byte order mark"),
        (json.dumps(POINTS).encode().replace(b'"key": "b"', b'"key": "\xe9"'), "UTF-8"),
        (json.dumps(POINTS).encode().replace(b'"number": 1', b'"number": NaN'), "NaN"),
        (json.dumps(POINTS).encode().replace(b'"number": 1', b'"number": 1, "number": 1'), "twice"),
        (b'{"type": "FeatureCollection", "features": [', "not JSON"),
    ],
    ids=["mark", "latin-1", "nan", "twice", "cut short"],
)
def test_bytes_that_are_no_strict_json_are_refused(data: bytes, words: str) -> None:
    assert words in "; ".join(problems(data))
