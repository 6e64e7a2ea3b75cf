"""A GeoPackage that QGIS opens styled, in time and as a project; version 1.2, which every reader takes."""

import contextlib
import datetime as dt
import json
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import pyogrio
import shapely
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geo.errors import OutputError
from geo.exports.projects import PROJECT, metadata, project_archive
from geo.exports.styles import NOTES, STYLED, qml, style
from geo.features import Layers

NAME = f"{PROJECT}.gpkg"
_DECIMALS = 6  # of a degree, as in GeoJSON: what differs beyond is noise of the machine
_GEOMETRY = "geom"
_FIELDS = ("layer", "field", "type", "unit", "meaning")
_EPOCH = dt.date(1970, 1, 1)

# The tables as QGIS makes them itself, so that it can also write to them.
_STYLES_TABLE = """
CREATE TABLE layer_styles (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),
    f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
    useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME
)
"""
_PROJECTS_TABLE = "CREATE TABLE qgis_projects (name TEXT PRIMARY KEY, metadata BLOB, content BLOB)"
# Registered as attributes: GDAL would list a table that it does not know as a layer.
_REGISTER = """
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)
VALUES (?, 'attributes', ?, ?, ?, 0)
"""


def geopackage(layers: Layers, name: str = NAME, fields: pd.DataFrame | None = None) -> bytes:
    """Return a GeoPackage of all layers and tables, the same bytes for the same data.

    Parameters
    ----------
    layers
        The tables of one run.
    name
        The file's name: the project within finds its layers by it, so a renamed file has none.
    fields
        What each field means, in the columns layer, field, type, unit and meaning.

    Raises
    ------
    OutputError
        The name cannot be that of a GeoPackage, or there is no room for a temporary file.
    """
    _check(name)
    moment = f"{_last_day(layers).isoformat()}T00:00:00.000Z"
    known = pd.DataFrame({c: [] for c in _FIELDS}, dtype="string") if fields is None else fields
    try:
        with tempfile.TemporaryDirectory(prefix="geo-") as folder:
            path = Path(folder) / name
            with _at(moment):
                _write_layers(path, layers, known)
            _write_for_qgis(path, layers, moment)
            return _without_version(path.read_bytes())
    except (OSError, sqlite3.Error, pyogrio.errors.DataSourceError) as error:
        raise OutputError(f"{name}: cannot be made: {error}; free some space for temporary files") from error


def _check(name: str) -> None:
    """Refuse a name that QGIS would take apart, or that leaves the folder."""
    if name != Path(name).name or not name.endswith(".gpkg") or any(c in "|?\\" or c < " " for c in name):
        raise OutputError(f"{name!r} cannot name a GeoPackage; choose a plain name that ends in .gpkg")


def _last_day(layers: Layers) -> dt.date:
    """Return the last day that the data tells: when the file was changed is no question of the clock."""
    days = [layers.reports["published"], layers.claims["published"], layers.movements["date_from"]]
    return max((day for column in days for day in column.dropna()), default=_EPOCH)


@contextlib.contextmanager
def _at(moment: str) -> Iterator[None]:
    """Let GDAL take `moment` for now (https://gdal.org/en/stable/drivers/vector/gpkg.html).

    It waits for no disk either: a temporary file is read as soon as it is made, and is then of no use.
    """
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": moment, "OGR_SQLITE_SYNCHRONOUS": "OFF"})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None, "OGR_SQLITE_SYNCHRONOUS": None})


def _write_layers(path: Path, layers: Layers, fields: pd.DataFrame) -> None:
    meanings = {(str(r.layer), str(r.field)): str(r.meaning) for r in fields.itertuples()}
    drawn = {
        "claims": (layers.claims, "Point"),
        "movements": (layers.movements, "MultiLineString"),
        "places": (layers.places, "Point"),
        "uncertainty": (layers.uncertainty, "MultiPolygon"),
        "countries": (_countries(), "MultiPolygon"),
    }
    for layer, (frame, geometry_type) in drawn.items():
        table = _described(pa.table(_even(frame).to_arrow(geometry_encoding="WKB")), layer, meanings)
        _write_table(path, layer, table, geometry_type)
    tables = {
        "movements_without_line": layers.movements_without_line,
        "claims_unlocated": layers.claims_unlocated,
        "reports": layers.reports,
        "sources": layers.sources,
        "disagreements": layers.disagreements,
        "fields": fields,
    }
    for layer, rows in tables.items():
        table = pa.Table.from_pandas(_without_null(rows), preserve_index=False)
        _write_table(path, layer, _described(table, layer, meanings), None)


def _write_table(path: Path, layer: str, table: pa.Table, geometry_type: str | None) -> None:
    geometry = {"geometry_name": "geometry", "geometry_type": geometry_type, "crs": "EPSG:4326"}
    named = {"GEOMETRY_NAME": _GEOMETRY} if geometry_type else {}
    pyogrio.write_arrow(
        table,
        path,
        layer=layer,
        driver="GPKG",
        # GDAL 3.6 and QGIS 3.22 warn of 1.4, GDAL's default.
        dataset_options={} if path.exists() else {"VERSION": "1.2"},
        layer_options={"DESCRIPTION": NOTES[layer], **named},
        **(geometry if geometry_type else {}),
    )


def _even(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the frame with one type of geometry and coordinates of six decimals."""
    plain = _without_null(frame.drop(columns="geometry"))
    return gpd.GeoDataFrame(plain, geometry=[_even_geometry(g) for g in frame.geometry], crs="EPSG:4326")


def _even_geometry(geometry: BaseGeometry) -> BaseGeometry:
    rounded = shapely.transform(shapely.orient_polygons(geometry), lambda lon_lat: lon_lat.round(_DECIMALS))
    return MultiPolygon([rounded]) if isinstance(rounded, Polygon) else rounded


def _without_null(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows without the character zero, at which SQLite's readers end a text."""
    texts = [name for name, kind in rows.dtypes.items() if kind == "string"]
    return rows.assign(**{str(name): rows[name].str.replace("\x00", "\ufffd") for name in texts})


def _described(table: pa.Table, layer: str, meanings: Mapping[tuple[str, str], str]) -> pa.Table:
    """Return the table with what its fields mean, which GDAL writes to gpkg_data_columns.

    The key is that of GDAL's RFC 86 and later: it reads a field's comment out of Arrow's metadata.
    """
    told = [
        field.with_metadata({**(field.metadata or {}), "GDAL:OGR:comment": meanings[layer, field.name]})
        if (layer, field.name) in meanings
        else field
        for field in table.schema
    ]
    return table.cast(pa.schema(told))


@cache
def _countries() -> gpd.GeoDataFrame:
    """Return land and borders, so that a project is a map without a network."""
    text = (resources.files("geo") / "data" / "basemap-110m.json").read_text(encoding="utf-8")
    frame = gpd.GeoDataFrame.from_features(json.loads(text)["features"], crs="EPSG:4326")
    return frame.astype({"id": "string", "name": "string"})


def _write_for_qgis(path: Path, layers: Layers, moment: str) -> None:
    """Add the styles and the project that QGIS finds within the file."""
    content = project_archive(layers, path.name).hex()
    rows = [(name, _GEOMETRY, name, qml(style(name, layers)), moment) for name in (*STYLED, "countries")]
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        # Builds of SQLite differ in whether they wipe what they move.
        database.execute("PRAGMA secure_delete = ON")
        database.execute("PRAGMA synchronous = OFF")  # as in `_at`
        database.execute(_STYLES_TABLE)
        database.execute(_PROJECTS_TABLE)
        database.executemany(
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, "
            "styleName, styleQML, styleSLD, useAsDefault, description, owner, update_time) "
            "VALUES ('', '', ?, ?, ?, ?, '', 1, '', '', ?)",
            rows,
        )
        described = json.dumps(metadata(PROJECT))
        database.execute("INSERT INTO qgis_projects VALUES (?, ?, ?)", (PROJECT, described, content))
        for table, note in (("layer_styles", "QGIS styles"), ("qgis_projects", "QGIS projects")):
            database.execute(_REGISTER, (table, table, note, moment))


def _without_version(content: bytes) -> bytes:
    """Return a database without the version of SQLite that wrote it, its bytes 96 to 99.

    No reader depends on it (https://www.sqlite.org/fileformat.html, 1.3.16).
    """
    return content[:96] + (3_040_000).to_bytes(4, "big") + content[100:]
