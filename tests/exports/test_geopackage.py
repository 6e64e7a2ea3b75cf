"""The GeoPackage, as GDAL and SQLite see it."""

import contextlib
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest
import shapely
from shapely.geometry import MultiPolygon, Point

from geo import exports, features
from geo.errors import OutputError
from geo.features import Layers
from geo.records import Place, PlaceKind, Run

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "fr-vladivostok-transfert.md"
LAYERS = {
    "claims": "Point",
    "movements": "MultiLineString",
    "places": "Point",
    "uncertainty": "MultiPolygon",
    "countries": "MultiPolygon",
}
TABLES = ("movements_without_line", "claims_unlocated", "reports", "sources", "disagreements", "fields")
OF_QGIS = ("layer_styles", "qgis_projects")
NAUGHTY = "한국군 'x' \"y\"; DROP TABLE claims;--\r\n\n</qgis>]]>&amp;\u2028\u202e\x07\x1b قوات\ufffe🜁"


@contextlib.contextmanager
def opened(content: bytes, folder: Path) -> Iterator[sqlite3.Connection]:
    path = folder / "opened.gpkg"
    path.write_bytes(content)
    with contextlib.closing(sqlite3.connect(path)) as database:
        yield database


@pytest.fixture
def package(seeds: Layers, tmp_path: Path) -> Path:
    path = tmp_path / "deployments.gpkg"
    exports.write(path, exports.geopackage(seeds, path.name))
    return path


# --- What is in it ---------------------------------------------------------------------------------


def test_gdal_lists_each_layer_with_its_one_type_and_has_no_complaint(
    package: Path, ogrinfo: Callable[..., str]
) -> None:
    told = ogrinfo(package)
    for name, kind in LAYERS.items():
        words = "".join(f" {c}" if c.isupper() else c for c in kind).strip()
        assert f": {name} ({words})\n" in told
    assert [line.split()[1] for line in told.splitlines() if line.endswith("(None)")] == [*TABLES, *OF_QGIS]
    ogrinfo("-al", "-so", package)


def test_a_day_is_a_date_in_every_table(package: Path, ogrinfo: Callable[..., str]) -> None:
    claims = ogrinfo("-so", package, "claims")
    for field in ("date_from", "date_to", "published"):
        assert f"\n{field}: Date (" in claims
    assert "\nquantity_low: Integer64 (" in claims
    assert "published: Date (" in ogrinfo("-so", package, "reports")
    assert "origin_inferred: Integer(Boolean)" in ogrinfo("-so", package, "movements")


def test_it_holds_what_the_frames_hold(package: Path, seeds: Layers) -> None:
    for name in ("claims", "movements", "places", "uncertainty"):
        frame = getattr(seeds, name)
        back = pyogrio.read_dataframe(package, layer=name)
        assert len(back) == len(frame)
        assert set(back.geom_type) == {LAYERS[name]}
        assert (shapely.distance(back.geometry.array, frame.geometry.array) < 1e-6).all()
        assert list(back.columns) == list(frame.columns)
    for name in TABLES[:-1]:
        back = pyogrio.read_dataframe(package, layer=name)
        assert list(back.columns) == list(getattr(seeds, name).columns)
        assert len(back) == len(getattr(seeds, name))


def test_it_is_of_version_1_2_sound_and_indexed(package: Path) -> None:
    with contextlib.closing(sqlite3.connect(package)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (10200,)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        indexed = database.execute(
            "SELECT table_name FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'"
        )
        assert {name for (name,) in indexed} == set(LAYERS)
        registered = dict(database.execute("SELECT table_name, data_type FROM gpkg_contents"))
    wanted = {**dict.fromkeys(LAYERS, "features"), **dict.fromkeys((*TABLES, *OF_QGIS), "attributes")}
    assert registered == wanted


def test_what_a_field_means_is_told_beside_it_and_in_a_table(seeds: Layers, tmp_path: Path) -> None:
    row = {"layer": "claims", "field": "quote", "type": "text", "unit": None, "meaning": "words it rests on"}
    content = exports.geopackage(seeds, fields=pd.DataFrame([row], dtype="string"))
    with opened(content, tmp_path) as database:
        columns = "table_name, column_name, description"
        told = database.execute(f"SELECT {columns} FROM gpkg_data_columns").fetchall()  # noqa: S608 - our own words
        assert told == [("claims", "quote", "words it rests on")]
        assert database.execute("SELECT layer, field, meaning FROM fields").fetchall() == told


# --- The same bytes --------------------------------------------------------------------------------

EXPORTER = """
import hashlib, sys
from pathlib import Path
from geo import exports, features, pipeline
layers = features.layers(pipeline.run([Path(sys.argv[1])]))
print(hashlib.sha256(exports.geopackage(layers) + exports.project_archive(layers, "d.gpkg")).hexdigest())
"""


def test_two_exports_are_the_same_bytes_in_any_process_and_zone(tmp_path: Path) -> None:
    digests = set()
    for seed, zone in (("0", "UTC"), ("1", "Asia/Seoul")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
        words = [sys.executable, "-c", EXPORTER, str(SEED)]
        told = subprocess.run(
            words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
        )
        digests.add(told.stdout)
    assert len(digests) == 1


def test_the_clock_is_not_asked(seeds: Layers, tmp_path: Path) -> None:
    last = max(seeds.reports["published"].dropna()).isoformat()
    with opened(exports.geopackage(seeds), tmp_path) as database:
        changed = {moment for (moment,) in database.execute("SELECT last_change FROM gpkg_contents")}
    assert changed == {f"{last}T00:00:00.000Z"}
    assert pyogrio.get_gdal_config_option("OGR_CURRENT_DATE") is None


# --- Hard data -------------------------------------------------------------------------------------


def test_a_run_without_anything_keeps_every_layer_with_its_types(
    tmp_path: Path, ogrinfo: Callable[..., str]
) -> None:
    path = tmp_path / "empty.gpkg"
    exports.write(path, exports.geopackage(features.layers(Run((), ())), path.name))
    told = ogrinfo("-al", "-so", path)
    assert told.count("\nFeature Count: 0\n") == len(LAYERS) + len(TABLES) - 1
    claims = ogrinfo("-so", path, "claims")
    assert "\nGeometry: Point\n" in claims
    assert "\ndate_from: Date (" in claims
    assert "\nGeometry: Multi Line String\n" in ogrinfo("-so", path, "movements")
    assert "\nGeometry: Multi Polygon\n" in ogrinfo("-so", path, "uncertainty")


def with_claims(layers: Layers, **columns: Any) -> Layers:
    """Return the layers with one claim, whose `columns` are these."""
    one = layers.claims.head(1).copy()
    for name, value in columns.items():
        one[name] = pd.Series([value], index=one.index, dtype=one[name].dtype)
    return replace(layers, claims=one)


def test_text_comes_back_as_it_was_written(seeds: Layers, tmp_path: Path) -> None:
    path = tmp_path / "text.gpkg"
    layers = with_claims(seeds, quote=NAUGHTY, place="평양직할시", actor="القوات المسلحة")
    exports.write(path, exports.geopackage(layers, path.name))
    back = pyogrio.read_dataframe(path, layer="claims").iloc[0]
    assert (back["quote"], back["place"], back["actor"]) == (NAUGHTY, "평양직할시", "القوات المسلحة")


def test_the_character_zero_ends_no_text(seeds: Layers, tmp_path: Path) -> None:
    with opened(exports.geopackage(with_claims(seeds, quote="a\x00b")), tmp_path) as database:
        assert database.execute("SELECT quote, length(quote) FROM claims").fetchall() == [("a\ufffdb", 3)]


def test_a_line_over_the_antimeridian_is_two_parts_within_the_world(seeds: Layers, tmp_path: Path) -> None:
    path = tmp_path / "over.gpkg"
    ends = [
        Place(name, name, country, PlaceKind.CITY, lat, lon, 10.0)
        for name, country, lat, lon in (("Petropavlovsk", "RU", 53.0, 158.6), ("Adak", "US", 51.9, -176.6))
    ]
    row = seeds.movements.head(1).drop(columns="geometry")
    line = gpd.GeoDataFrame(row, geometry=[features.great_circle(*ends)], crs="EPSG:4326")
    around = gpd.GeoDataFrame(
        seeds.uncertainty.head(1).drop(columns="geometry"),
        geometry=[features.reach(replace(ends[1], radius_km=600.0))],
        crs="EPSG:4326",
    )
    content = exports.geopackage(replace(seeds, movements=line, uncertainty=around), path.name)
    exports.write(path, content)
    (drawn,) = pyogrio.read_dataframe(path, layer="movements").geometry
    assert [len(part.coords) > 1 for part in drawn.geoms] == [True, True]
    west, _, east, _ = drawn.bounds
    assert (west, east) == (-180.0, 180.0)
    (halo,) = pyogrio.read_dataframe(path, layer="uncertainty").geometry
    assert isinstance(halo, MultiPolygon)
    assert len(halo.geoms) == 2


def test_twenty_thousand_claims_take_seconds_and_a_few_megabytes(seeds: Layers) -> None:
    picked = [number % len(seeds.claims) for number in range(20_000)]
    many = seeds.claims.iloc[picked].reset_index(drop=True)
    started = time.monotonic()
    content = exports.geopackage(replace(seeds, claims=many))
    assert time.monotonic() - started < 20
    assert len(content) < 30_000_000


# --- What cannot be written ------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["../a.gpkg", "a|b.gpkg", "a.sqlite", "a\n.gpkg", ".gpkg/", ""])
def test_a_name_that_qgis_would_take_apart_is_refused_in_one_line(seeds: Layers, name: str) -> None:
    with pytest.raises(OutputError, match="cannot name a GeoPackage") as raised:
        exports.geopackage(seeds, name)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_a_package_that_another_program_writes_to_stays_whole(package: Path, mode: str) -> None:
    other = sqlite3.connect(package, isolation_level=None)
    other.execute(f"PRAGMA journal_mode = {mode}")
    other.execute("BEGIN IMMEDIATE")
    other.execute("UPDATE layer_styles SET description = 'mine'")
    with pytest.raises(
        OutputError, match="is open in another program, such as QGIS; close it there"
    ) as raised:
        exports.write(package, b"new")
    assert "\n" not in str(raised.value)
    other.execute("COMMIT")
    other.close()
    with contextlib.closing(sqlite3.connect(package)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("SELECT DISTINCT description FROM layer_styles").fetchall() == [("mine",)]
    exports.write(package, b"new")
    assert package.read_bytes() == b"new"


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match=r"deployments\.gpkg: cannot be written: .*; choose another folder"):
        exports.write(tmp_path / "file" / "deployments.gpkg", b"")


def test_no_room_for_a_temporary_file_is_one_line(seeds: Layers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/nowhere")
    with pytest.raises(OutputError, match=r"deployments\.gpkg: cannot be made: .*; free some space"):
        exports.geopackage(seeds)


def test_a_point_keeps_six_decimals(seeds: Layers, tmp_path: Path) -> None:
    frame = seeds.claims.head(1).set_geometry([Point(1 / 3, 2 / 3)], crs="EPSG:4326")
    path = tmp_path / "point.gpkg"
    exports.write(path, exports.geopackage(replace(seeds, claims=frame), path.name))
    (point,) = pyogrio.read_dataframe(path, layer="claims").geometry
    assert (point.x, point.y) == (0.333333, 0.666667)
