"""GeoParquet 1.1: the layers for DuckDB, GeoPandas and whatever reads columns.

Days are ``date32``, and each row carries the bounding box of its geometry, by which readers skip what lies
elsewhere. The bytes hold the versions of pandas and Arrow that wrote them, and nothing of the day.
"""

import io

import geopandas as gpd

from geo.features import Layers


def parquet_layers(layers: Layers) -> dict[str, bytes]:
    """Return the GeoParquet bytes of the claims and movements by file name."""
    return {
        "claims.parquet": parquet(layers.claims),
        "movements.parquet": parquet(layers.movements),
    }


def parquet(frame: gpd.GeoDataFrame) -> bytes:
    """Write a table of features as GeoParquet, geometry in WGS 84, longitude before latitude."""
    file = io.BytesIO()
    frame.to_parquet(file, index=False, schema_version="1.1.0", write_covering_bbox=True)
    return file.getvalue()
