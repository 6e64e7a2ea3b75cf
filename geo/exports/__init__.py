"""The files that others open: one module a format, and the one way to write a file."""

from geo.exports.files import write
from geo.exports.geojson import geojson, geojson_layers
from geo.exports.geopackage import geopackage
from geo.exports.projects import project_archive
from geo.exports.styles import qml_files

__all__ = ["geojson", "geojson_layers", "geopackage", "project_archive", "qml_files", "write"]
