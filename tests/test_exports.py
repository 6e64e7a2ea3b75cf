"""The files that others open: GeoJSON to the letter of RFC 7946, and a writer that loses nothing."""

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, Polygon, box, shape
from shapely.geometry.base import BaseGeometry

from geo import exports, features
from geo.errors import OutputError
from geo.records import Run

ROOT = Path(__file__).parents[1]
NAUGHTY = "</script>{{ 7*7 }}\u2028\x00\x07\"'\\ \u202e=1+1\r\n🜁"


def frame(*geometries: BaseGeometry, **columns: list[Any]) -> gpd.GeoDataFrame:
    ids = columns.pop("id", [f"f{n}" for n in range(len(geometries))])
    data = {"key": pd.Series(ids, dtype="string")}
    data |= {name: pd.Series(values, dtype=object) for name, values in columns.items()}
    return gpd.GeoDataFrame(data, geometry=list(geometries), crs="EPSG:4326")


def refuse(name: str) -> NoReturn:
    raise AssertionError(f"{name} is no JSON")


def written(table: gpd.GeoDataFrame) -> dict[str, Any]:
    """Return what a strict reader of JSON gets."""
    collection: dict[str, Any] = json.loads(exports.geojson(table, "key"), parse_constant=refuse)
    return collection


def numbers(coordinates: object) -> Iterator[float]:
    if isinstance(coordinates, list):
        for value in coordinates:
            yield from numbers(value)
    else:
        assert isinstance(coordinates, float)
        yield coordinates


# --- GeoJSON ---------------------------------------------------------------------------------------


def test_a_collection_has_a_type_a_box_and_no_crs() -> None:
    collection = written(frame(Point(131.9, 43.1), Point(-118.25, 34.0)))
    assert list(collection) == ["type", "bbox", "features"]
    assert collection["type"] == "FeatureCollection"
    assert collection["bbox"] == [-118.25, 34.0, 131.9, 43.1]


def test_a_feature_has_its_id_twice_and_the_same_keys_as_every_other() -> None:
    table = frame(Point(0, 0), Point(1, 1), id=["a", "b"], number=[1, None], word=[None, "x"])
    first, second = written(table)["features"]
    assert list(first) == ["type", "id", "properties", "geometry"]
    assert (first["id"], first["properties"]) == ("a", {"key": "a", "number": 1, "word": None})
    assert (second["id"], second["properties"]) == ("b", {"key": "b", "number": None, "word": "x"})


def test_a_repeated_id_is_numbered_so_that_ids_are_unique() -> None:
    table = frame(*[Point(0, 0)] * 4, id=["a", "b", "a", "a"])
    collection = written(table)
    assert [f["id"] for f in collection["features"]] == ["a", "b", "a-2", "a-3"]
    assert [f["properties"]["key"] for f in collection["features"]] == ["a", "b", "a", "a"]


def test_what_is_missing_is_null_and_a_day_is_a_day() -> None:
    day = dt.date(2024, 10, 8)
    missing = [None, pd.NA, float("nan")]
    table = frame(*[Point(0, 0)] * 4, value=[day, *missing])
    assert [f["properties"]["value"] for f in written(table)["features"]] == ["2024-10-08", None, None, None]


@pytest.mark.parametrize(
    "geometry",
    [
        Point(1 / 3, 2 / 3),
        LineString([(0, 0), (1 / 3, 1)]),
        MultiLineString([[(0, 0), (1 / 7, 1)], [(1, 1), (2, 2)]]),
        Polygon([(0, 0), (0, 1), (1, 1), (1, 0)]),
        MultiPolygon([box(0, 0, 1, 1, ccw=False), box(2, 2, 3, 3)]),
        Polygon(box(0, 0, 9, 9).exterior.coords, [box(1, 1, 2, 2).exterior.coords]),
    ],
    ids=lambda geometry: geometry.geom_type,
)
def test_a_geometry_keeps_its_shape_to_six_decimals_with_its_rings_to_the_right(
    geometry: BaseGeometry,
) -> None:
    (feature,) = written(frame(geometry))["features"]
    again = shape(feature["geometry"])
    assert again.equals_exact(geometry.normalize(), 1e-6) or again.normalize().equals_exact(
        geometry.normalize(), 1e-6
    )
    assert all(value == round(value, 6) for value in numbers(feature["geometry"]["coordinates"]))
    for part in getattr(again, "geoms", [again]):
        if isinstance(part, Polygon):
            assert part.exterior.is_ccw
            assert not any(hole.is_ccw for hole in part.interiors)


def test_the_layers_of_an_empty_run_are_collections_of_nothing() -> None:
    layers = exports.geojson_layers(features.layers(Run((), ())))
    assert list(layers) == [
        "movements.geojson",
        "claims.geojson",
        "places.geojson",
        "uncertainty.geojson",
    ]
    for text in layers.values():
        assert json.loads(text) == {"type": "FeatureCollection", "features": []}
        assert text.endswith("\n")


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_any_string_comes_back_as_it_was(words: str) -> None:
    (feature,) = written(frame(Point(0, 0), id=[f"x{words}"], words=[words]))["features"]
    assert (feature["id"], feature["properties"]["words"]) == (f"x{words}", words)


def test_the_same_table_gives_the_same_text() -> None:
    table = frame(Point(1, 2), words=[NAUGHTY])
    assert exports.geojson(table, "key") == exports.geojson(table.copy(deep=True), "key")


# --- read by others --------------------------------------------------------------------------------


@pytest.fixture
def opened(tmp_path: Path) -> Path:
    table = frame(
        Point(131.9, 43.1),
        Point(129.8, 41.8),
        day=[dt.date(2024, 10, 8), None],
        number=[1500, 12000],
        real=[0.5, None],
        truth=[True, False],
        words=[NAUGHTY.replace("\x00", ""), None],
    )
    path = tmp_path / "layer.geojson"
    exports.write(path, exports.geojson(table, "key"))
    return path


def test_pyogrio_opens_a_layer_without_a_warning_and_sees_days_and_numbers(opened: Path) -> None:
    info = pyogrio.read_info(opened)
    types = dict(zip(info["fields"], info["dtypes"], strict=True))
    assert info["geometry_type"] == "Point"
    assert info["crs"] == "EPSG:4326"
    assert types["day"] == "datetime64[D]"
    assert (types["number"], types["real"], types["truth"]) == ("int32", "float64", "bool")


def test_geopandas_opens_a_layer_without_a_warning_and_with_all_that_was_in_it(opened: Path) -> None:
    table = gpd.read_file(opened)
    assert table["id"].tolist() == table["key"].tolist() == ["f0", "f1"]
    assert table["day"].iloc[0] == pd.Timestamp(2024, 10, 8)
    assert table["day"].isna().tolist() == [False, True]
    assert table["words"].iloc[0] == NAUGHTY.replace("\x00", "")
    assert table.geometry.iloc[0] == Point(131.9, 43.1)


LAYERS = {
    "movements": ("MultiLineString", ["date_from", "date_to"]),
    "claims": ("Point", ["date_from", "date_to", "published"]),
    "places": ("Point", []),
    "uncertainty": ("Polygon", []),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, samples: Run) -> Path:
    """Return a folder with the layers of the sample reports."""
    out = tmp_path_factory.mktemp("layers")
    for name, text in exports.geojson_layers(features.layers(samples)).items():
        exports.write(out / name, text)
    return out


@pytest.mark.parametrize("name", LAYERS)
def test_every_layer_of_a_run_opens_without_a_warning_and_its_days_are_days(name: str, folder: Path) -> None:
    family, days = LAYERS[name]
    info = pyogrio.read_info(folder / f"{name}.geojson")
    types = dict(zip(info["fields"], info["dtypes"], strict=True))
    assert [types[day] for day in days] == ["datetime64[D]"] * len(days)
    table = gpd.read_file(folder / f"{name}.geojson")
    assert len(table) > 0
    assert set(table.geom_type.str.removeprefix("Multi")) == {family.removeprefix("Multi")}
    assert table["id"].is_unique


@pytest.mark.parametrize("name", LAYERS)
def test_every_layer_of_a_run_stays_on_the_globe_and_none_is_drawn_around_it(name: str, folder: Path) -> None:
    text = (folder / f"{name}.geojson").read_text(encoding="utf-8")
    collection = json.loads(text, parse_constant=refuse)
    assert "crs" not in collection
    keys = [list(feature["properties"]) for feature in collection["features"]]
    assert all(each == keys[0] for each in keys)
    for feature in collection["features"]:
        geometry = shape(feature["geometry"])
        west, south, east, north = geometry.bounds
        assert -180 <= west <= east <= 180
        assert -90 <= south <= north <= 90
        lines = feature["geometry"]["coordinates"] if name == "movements" else []
        assert all(abs(a[0] - b[0]) < 180 for line in lines for a, b in pairwise(line))


# --- the writer ------------------------------------------------------------------------------------


def test_a_file_is_written_whole_in_utf8_with_the_folders_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "a.txt"
    exports.write(path, "été\r\n\n")
    exports.write(path, "hiver\n")
    assert path.read_bytes() == b"hiver\n"
    assert [p.name for p in path.parent.iterdir()] == ["a.txt"]
    assert path.stat().st_mode & 0o777 == 0o644


def test_line_ends_are_written_as_they_are(tmp_path: Path) -> None:
    exports.write(tmp_path / "a.txt", "a\r\nb\nc\u2028")
    assert (tmp_path / "a.txt").read_bytes() == "a\r\nb\nc\u2028".encode()


def test_a_folder_that_cannot_be_made_is_one_line_that_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old", encoding="utf-8")
    path = tmp_path / "file" / "a.txt"
    with pytest.raises(OutputError) as raised:
        exports.write(path, "new")
    assert str(raised.value).startswith(f"{path}: cannot be written: ")
    assert str(raised.value).endswith("; choose another folder")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "old"


def test_a_folder_of_the_same_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt" / "inside").mkdir(parents=True)
    with pytest.raises(OutputError, match=r"a\.txt: cannot be written"):
        exports.write(tmp_path / "a.txt", "new")
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


# A process that may write no file of more than 4 kB meets what a full disk does, in the middle of a file.
WRITER = """
import resource, signal, sys
from pathlib import Path
from geo.errors import OutputError
from geo.exports import write
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write(Path(sys.argv[1]), "new" * 100_000)
except OutputError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are of Unix")
def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    exports.write(path, "old")
    run = subprocess.run(
        [sys.executable, "-c", WRITER, str(path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.startswith(f"{path}: cannot be written: ")
    assert run.stdout.count("\n") == 1
    assert {p.name: p.read_text(encoding="utf-8") for p in tmp_path.iterdir()} == {"a.txt": "old"}
