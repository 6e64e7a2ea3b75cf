"""GeoJSON to the letter of RFC 7946.

One geometry family a file, longitude before latitude, six decimals, exterior rings counter-clockwise, a
bounding box (5.2: its west is greater than its east where a feature crosses the antimeridian), and the same
keys in each feature.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import geopandas as gpd
import shapely
from shapely import orient_polygons
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from geo.exports.values import rows
from geo.features import Layers

_DECIMALS = 6
_HALF_TURN = 180.0


def geojson_layers(layers: Layers) -> dict[str, str]:
    """Return the GeoJSON text of each layer by file name."""
    return {name: "".join(pieces) for name, pieces in geojson_files(layers).items()}


def geojson_files(layers: Layers) -> dict[str, Iterator[str]]:
    """Return the texts of `geojson_layers` in pieces, each made when it is asked for."""
    return {
        "movements.geojson": geojson_pieces(layers.movements, "movement_id"),
        "claims.geojson": geojson_pieces(layers.claims, "claim_id"),
        "places.geojson": geojson_pieces(layers.places, "place_id"),
        "uncertainty.geojson": geojson_pieces(layers.uncertainty, "place_id"),
    }


def geojson(frame: gpd.GeoDataFrame, key: str) -> str:
    """Return a table of features as one GeoJSON text; parameters as of `geojson_pieces`."""
    return "".join(geojson_pieces(frame, key))


def geojson_pieces(frame: gpd.GeoDataFrame, key: str) -> Iterator[str]:
    """Yield a table of features as GeoJSON, feature by feature, each on a line of its own.

    Parameters
    ----------
    frame
        WGS 84; days as ``datetime.date``.
    key
        The column that becomes the feature's id, and stays a property; a repeated one is numbered.
    """
    head: dict[str, object] = {"type": "FeatureCollection"}
    if len(frame):
        head["bbox"] = [round(v, _DECIMALS) for v in _box(frame.geometry)]
    yield f'{_dump(head)[:-1]}, "features": [\n'
    seen: Counter[str] = Counter()
    before = ""
    for row, geometry in zip(rows(frame), frame.geometry, strict=True):
        seen[row[key]] += 1
        number = seen[row[key]]
        feature_id = str(row[key]) if number == 1 else f"{row[key]}-{number}"
        yield before + _dump(_feature(row, geometry, feature_id))
        before = ",\n"
    yield "\n]}\n"


def _box(geometry: gpd.GeoSeries) -> tuple[float, float, float, float]:
    """Return west, south, east and north; west is beyond east where a feature crosses the antimeridian."""
    west, south, east, north = map(float, geometry.total_bounds)
    bounds = geometry.bounds
    if ((bounds.minx == -_HALF_TURN) & (bounds.maxx == _HALF_TURN)).any():
        parts = geometry.explode().bounds.round(_DECIMALS)
        gap = _widest_gap(sorted(zip(parts.minx, parts.maxx, strict=True)))
        east, west = gap or (east, west)
    return west, south, east, north


def _widest_gap(stretches: Sequence[tuple[float, float]]) -> tuple[float, float] | None:
    """Return the widest stretch of longitude that the sorted `stretches` leave free between them."""
    gaps, reached = [], -_HALF_TURN
    for start, end in stretches:
        if start > reached:
            gaps.append((reached, start))
        reached = max(reached, end)
    return max(gaps, key=lambda gap: round(gap[1] - gap[0], _DECIMALS), default=None)


def _feature(row: Mapping[str, Any], geometry: BaseGeometry, feature_id: str) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": feature_id,
        "properties": row,
        "geometry": _rounded(geometry),
    }


def _rounded(geometry: BaseGeometry) -> dict[str, Any]:
    at_decimals = shapely.transform(orient_polygons(geometry), lambda lon_lat: lon_lat.round(_DECIMALS))
    return dict(mapping(at_decimals))


def _dump(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
