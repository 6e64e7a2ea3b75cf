"""Projects that QGIS opens with one click: all layers of a run, styled, related and in time."""

import datetime as dt
import io
import math
import zipfile
from collections.abc import Iterable, Mapping
from functools import cache
from xml.etree.ElementTree import Element, SubElement, indent, tostring

import geopandas as gpd
import pandas as pd
from pyproj import CRS

from geo.exports.styles import STYLED, style
from geo.features import Layers

PROJECT = "deployments"
_TITLE = "Reported deployments"
_WEB_MERCATOR, _WGS84 = "EPSG:3857", "EPSG:4326"
_EARTH_RADIUS_M = 6_378_137.0  # of EPSG:3857
_MAX_LAT = 85.0  # near where Web Mercator ends
_WORLD = (-170.0, -56.0, 170.0, 75.0)

# From what is drawn last to what is drawn first.
_FEATURES = {
    "claims": "Point",
    "places": "Point",
    "movements": "Line",
    "uncertainty": "Polygon",
    "countries": "Polygon",
}
_TABLES = ("movements_without_line", "claims_unlocated", "reports", "sources", "disagreements", "fields")
_RELATIONS = (
    ("claims", "movement_id", "movements", "movement_id"),
    ("claims", "report", "reports", "report"),
    ("claims_unlocated", "movement_id", "movements", "movement_id"),
    ("claims_unlocated", "report", "reports", "report"),
    ("disagreements", "movement_id", "movements", "movement_id"),
)


def project_archive(layers: Layers, file_name: str) -> bytes:
    """Return a project as a .qgz file: a zip that holds the project's XML.

    Parameters
    ----------
    layers
        What the project shows.
    file_name
        Of the GeoPackage beside it.

    Notes
    -----
    Stored, not deflated: the bytes of zlib are not the same in each build of Python.
    """
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as opened:
        entry = zipfile.ZipInfo(f"{PROJECT}.qgs")  # dated 1980: no clock
        entry.create_system = 3  # Unix, wherever it was made
        opened.writestr(entry, project(layers, file_name))
    return archive.getvalue()


def project(layers: Layers, file_name: str) -> str:
    """Return the XML of a project whose layers lie in the GeoPackage `file_name` beside it."""
    root = Element("qgis", version="3.22.0", projectname=_TITLE)
    SubElement(root, "title").text = _TITLE
    crs = SubElement(root, "projectCrs")
    crs.append(_reference_system(_WEB_MERCATOR))
    root.append(_tree(file_name))
    root.append(_relations())
    canvas = SubElement(root, "mapcanvas", name="theMapCanvas")
    SubElement(canvas, "units").text = "meters"
    extent = _extent(layers)
    box = SubElement(canvas, "extent")
    for side, value in extent.items():
        SubElement(box, side).text = value
    SubElement(canvas, "destinationsrs").append(_reference_system(_WEB_MERCATOR))
    listed = SubElement(root, "projectlayers")
    listed.extend(_layer(name, layers, file_name) for name in (*_FEATURES, *_TABLES))
    order = SubElement(root, "layerorder")
    for name in _FEATURES:
        SubElement(order, "layer", id=_id(name))
    root.append(_properties())
    view = SubElement(root, "ProjectViewSettings", UseProjectScales="0")
    SubElement(view, "DefaultViewExtent", extent).append(_reference_system(_WEB_MERCATOR))
    root.append(_time(layers))
    indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _tree(file_name: str) -> Element:
    """Return what the panel of layers lists."""
    root = Element("layer-tree-group")
    for name in (*_FEATURES, *_TABLES):
        SubElement(
            root,
            "layer-tree-layer",
            id=_id(name),
            name=_words(name),
            checked="Qt::Checked",
            expanded=str(int(name in STYLED)),
            providerKey="ogr",
            source=_source(file_name, name),
        )
    return root


def _words(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _id(name: str) -> str:
    """Return a layer's id; QGIS takes one of less than ten letters for broken and makes up another."""
    return f"{PROJECT}_{name}"


def _source(file_name: str, name: str) -> str:
    return f"./{file_name}|layername={name}"


def _layer(name: str, layers: Layers, file_name: str) -> Element:
    geometry = _FEATURES.get(name)
    root = Element(
        "maplayer",
        type="vector",
        geometry=geometry or "No geometry",
        labelsEnabled="1",
        hasScaleBasedVisibilityFlag="0",
    )
    for tag, text in (
        ("id", _id(name)),
        ("datasource", _source(file_name, name)),
        ("layername", _words(name)),
    ):
        SubElement(root, tag).text = text
    if geometry:
        SubElement(root, "srs").append(_reference_system(_WGS84))
    SubElement(root, "provider", encoding="UTF-8").text = "ogr"
    if geometry:
        root.extend(style(name, layers, alone=False))
    return root


def _relations() -> Element:
    root = Element("relations")
    for table, field, other, key in _RELATIONS:
        relation = SubElement(
            root,
            "relation",
            id=f"{table}_{other}",
            name=f"{_words(table)} of {other}",
            referencingLayer=_id(table),
            referencedLayer=_id(other),
            strength="Association",
        )
        SubElement(relation, "fieldRef", referencingField=field, referencedField=key)
    return root


@cache
def _well_known_text(code: str) -> str:
    # The older form: that of 2019 names each realisation of WGS 84, and a new PROJ knows a new one.
    return str(CRS.from_user_input(code).to_wkt("WKT1_GDAL"))


def _reference_system(code: str) -> Element:
    """Return a reference system; without its well-known text QGIS takes a project's to be unknown."""
    root = Element("spatialrefsys", nativeFormat="Wkt")
    SubElement(root, "wkt").text = _well_known_text(code)
    SubElement(root, "authid").text = code
    return root


def _properties() -> Element:
    root = Element("properties")
    paths = SubElement(root, "Paths")
    SubElement(paths, "Absolute", type="bool").text = "false"
    systems = SubElement(root, "SpatialRefSys")
    SubElement(systems, "ProjectionsEnabled", type="int").text = "1"
    gui = SubElement(root, "Gui")
    for part, value in (("Red", "223"), ("Green", "231"), ("Blue", "236")):  # the page's sea
        SubElement(gui, f"CanvasColor{part}Part", type="int").text = value
    return root


def _extent(layers: Layers) -> dict[str, str]:
    """Return the box of all that is drawn, or the world, in whole metres of Web Mercator."""
    frames = [frame for frame in (layers.claims, layers.movements) if not frame.empty]
    boxes = [tuple(map(float, frame.total_bounds)) for frame in frames] or [_WORLD]
    lows, highs = [box[:2] for box in boxes], [box[2:] for box in boxes]
    west, south = _metres(min(lon for lon, _ in lows), min(lat for _, lat in lows))
    east, north = _metres(max(lon for lon, _ in highs), max(lat for _, lat in highs))
    margin = max((east - west) // 8, (north - south) // 8, 100_000)
    sides = {"xmin": west - margin, "ymin": south - margin, "xmax": east + margin, "ymax": north + margin}
    return {side: str(value) for side, value in sides.items()}


def _metres(lon: float, lat: float) -> tuple[int, int]:
    within = math.radians(max(-_MAX_LAT, min(_MAX_LAT, lat)))
    across = _EARTH_RADIUS_M * math.radians(lon)
    up = _EARTH_RADIUS_M * math.log(math.tan(math.pi / 4 + within / 2))
    return round(across), round(up)


def _time(layers: Layers) -> Element:
    """Return the span of the data and a step of one day, for QGIS's temporal controller."""
    root = Element("ProjectTimeSettings", timeStep="1", timeStepUnit="d", frameRate="5")
    days = list(_days((layers.claims, layers.movements)))
    span = SubElement(root, "TemporalRange")
    for tag, day in (("start", min(days)), ("end", max(days) + dt.timedelta(days=1))) if days else ():
        SubElement(span, tag).text = f"{day.isoformat()}T00:00:00Z"
    return root


def _days(frames: Iterable[gpd.GeoDataFrame | pd.DataFrame]) -> Iterable[dt.date]:
    for frame in frames:
        for column in ("date_from", "date_to"):
            yield from frame[column].dropna()


def metadata(name: str) -> Mapping[str, str]:
    """Return what QGIS keeps beside a project within a GeoPackage; no clock, no user."""
    return {"last_modified_time": "", "last_modified_user": "", "name": name}
