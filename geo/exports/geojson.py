"""GeoJSON to the letter of RFC 7946.

One geometry family a file, longitude before latitude, six decimals, exterior rings counter-clockwise, a
bounding box (5.2: its west is greater than its east where a feature crosses the antimeridian), and the same
keys in each feature.
"""

import json
from collections.abc import Mapping, Sequence
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
    return {
        "movements.geojson": geojson(layers.movements, "movement_id"),
        "claims.geojson": geojson(layers.claims, "claim_id"),
        "places.geojson": geojson(layers.places, "place_id"),
        "uncertainty.geojson": geojson(layers.uncertainty, "place_id"),
    }


def geojson(frame: gpd.GeoDataFrame, key: str) -> str:
    """Write a table of features as GeoJSON, one feature a line.

    Parameters
    ----------
    frame
        WGS 84; days as ``datetime.date``.
    key
        The column that becomes the feature's id, and stays a property; a repeated one is numbered.
    """
    seen: dict[str, int] = {}
    features = []
    for row, geometry in zip(rows(frame), frame.geometry, strict=True):
        number = seen[row[key]] = seen.get(row[key], 0) + 1
        features.append(_feature(row, geometry, str(row[key]) if number == 1 else f"{row[key]}-{number}"))
    head: dict[str, object] = {"type": "FeatureCollection"}
    if features:
        head["bbox"] = [round(v, _DECIMALS) for v in _box(frame.geometry)]
    body = ",\n".join(_dump(feature) for feature in features)
    return f'{_dump(head)[:-1]}, "features": [\n{body}\n]}}\n'


def _box(geometry: gpd.GeoSeries) -> tuple[float, float, float, float]:
    """Return west, south, east and north; west is beyond east where a feature crosses the antimeridian."""
    west, south, east, north = map(float, geometry.total_bounds)
    bounds = geometry.bounds
    if ((bounds.minx == -_HALF_TURN) & (bounds.maxx == _HALF_TURN)).any():
        parts = geometry.explode().bounds
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
    return max(gaps, key=lambda gap: gap[1] - gap[0], default=None)


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
