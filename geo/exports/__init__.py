"""The files that others open: one module a format, and the one way to write a file.

`FORMATS` knows every format by the name that a person types. `geo.exports.postgis` writes to a database
instead; it is not imported here, since its driver is an extra.
"""

from collections.abc import Callable, Mapping
from typing import Final

from geo.exports.csvs import claims_csv, movements_csv
from geo.exports.fields import describe
from geo.exports.files import write
from geo.exports.geojson import geojson, geojson_layers
from geo.exports.geopackage import NAME, geopackage
from geo.exports.jsonld import jsonld
from geo.exports.kml import kml
from geo.exports.parquet import parquet, parquet_layers
from geo.exports.projects import project_archive
from geo.exports.styles import qml_files
from geo.features import Layers
from geo.records import Run

Format = Callable[[Run, Layers], Mapping[str, str | bytes]]

# One line a format: the name to type, and what makes its files of a run and its layers, each by its name.
# The GeoPackage is first, since it alone cannot be replaced while another program has it open.
FORMATS: Final[Mapping[str, Format]] = {
    "gpkg": lambda _, layers: {NAME: geopackage(layers, NAME, describe(layers))},
    "qgz": lambda _, layers: {"deployments.qgz": project_archive(layers, NAME)},
    "geojson": lambda _, layers: {**geojson_layers(layers), **qml_files(layers)},
    "csv": lambda _, layers: {"claims.csv": claims_csv(layers), "movements.csv": movements_csv(layers)},
    "kml": lambda _, layers: {"deployments.kml": kml(layers)},
    "parquet": lambda _, layers: parquet_layers(layers),
    "jsonld": lambda run, _: {"claims.jsonld": jsonld(run)},
}

__all__ = [
    "FORMATS",
    "Format",
    "claims_csv",
    "describe",
    "geojson",
    "geojson_layers",
    "geopackage",
    "jsonld",
    "kml",
    "movements_csv",
    "parquet",
    "parquet_layers",
    "project_archive",
    "qml_files",
    "write",
]
