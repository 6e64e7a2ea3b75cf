"""The files that others open: one module a format, and the one way to write a file."""

from geo.exports.csvs import claims_csv, movements_csv
from geo.exports.fields import describe
from geo.exports.files import write
from geo.exports.geojson import geojson, geojson_layers
from geo.exports.jsonld import jsonld
from geo.exports.kml import kml
from geo.exports.parquet import parquet, parquet_layers

__all__ = [
    "claims_csv",
    "describe",
    "geojson",
    "geojson_layers",
    "jsonld",
    "kml",
    "movements_csv",
    "parquet",
    "parquet_layers",
    "write",
]
