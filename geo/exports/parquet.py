"""GeoParquet 1.1: the layers for DuckDB, GeoPandas and whatever reads columns.

Days are ``date32``, and each row carries the bounding box of its geometry, by which readers skip what lies
elsewhere. The bytes hold the versions of pandas and Arrow that wrote them, and nothing of the day.
"""

import io

import geopandas as gpd
import pandas as pd

from geo.features import Layers


def parquet_layers(layers: Layers) -> dict[str, bytes]:
    """Return the GeoParquet bytes of the claims and movements by file name."""
    return {
        "claims.parquet": parquet(layers.claims),
        "movements.parquet": parquet(layers.movements),
    }


def parquet(frame: pd.DataFrame) -> bytes:
    """Write a table as Parquet; features as GeoParquet, in WGS 84, longitude before latitude."""
    file = io.BytesIO()
    if isinstance(frame, gpd.GeoDataFrame):
        frame.to_parquet(file, index=False, schema_version="1.1.0", write_covering_bbox=True)
    else:
        frame.to_parquet(file, index=False)
    return file.getvalue()
