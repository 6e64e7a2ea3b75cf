"""The files that others open: one module a format, and the one way to write a file."""

from geo.exports.files import write
from geo.exports.geojson import geojson, geojson_layers

__all__ = ["geojson", "geojson_layers", "write"]
