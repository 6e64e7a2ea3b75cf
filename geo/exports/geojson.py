"""GeoJSON to the letter of RFC 7946.

One geometry family a file, longitude before latitude, six decimals, exterior rings counter-clockwise, a
bounding box, and the same keys in each feature.
"""

import json
from collections.abc import Mapping
from typing import Any

import geopandas as gpd
import shapely
from shapely import orient_polygons
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from geo.exports.values import rows
from geo.features import Layers

_DECIMALS = 6


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
        head["bbox"] = [round(float(v), _DECIMALS) for v in frame.total_bounds]
    body = ",\n".join(_dump(feature) for feature in features)
    return f'{_dump(head)[:-1]}, "features": [\n{body}\n]}}\n'


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
