"""The files that others open: one module a format, and the one way to write a file.

`FORMATS` knows every format by the name that a person types. `geo.exports.postgis` writes to a database
instead; it is not imported here, since its driver is an extra.
"""

from collections.abc import Callable, Mapping
from typing import Final

from geo.exports.csvs import claims_csv, csv_files, movements_csv
from geo.exports.fields import describe
from geo.exports.files import Content, pieces, remove_unfinished, write
from geo.exports.geojson import geojson, geojson_files, geojson_layers
from geo.exports.geopackage import geopackage
from geo.exports.jsonld import jsonld, jsonld_pieces
from geo.exports.kml import kml, kml_pieces
from geo.exports.parquet import parquet, parquet_layers
from geo.exports.projects import project_archive
from geo.exports.styles import qml_files
from geo.features import Layers
from geo.records import Run

Format = Callable[[Run, Layers, str], Mapping[str, Content]]
STEM: Final = "deployments"  # what the files that hold all layers are called, if nobody says otherwise

# One line a format: the name to type, and what makes its files of a run, its layers and a stem for names.
# Content that comes in pieces is made while it is written, and can be asked for once.
# The GeoPackage is first, since it alone cannot be replaced while another program has it open.
FORMATS: Final[Mapping[str, Format]] = {
    "gpkg": lambda _, layers, stem: {
        f"{stem}.gpkg": geopackage(layers, f"{stem}.gpkg", describe(layers)),
    },
    "qgz": lambda _, layers, stem: {f"{stem}.qgz": project_archive(layers, f"{stem}.gpkg")},
    "geojson": lambda _, layers, __: {**geojson_files(layers), **qml_files(layers)},
    "csv": lambda _, layers, __: csv_files(layers),
    "kml": lambda _, layers, stem: {f"{stem}.kml": kml_pieces(layers)},
    "parquet": lambda _, layers, __: parquet_layers(layers),
    "jsonld": lambda run, _, __: {"claims.jsonld": jsonld_pieces(run)},
}

__all__ = [
    "FORMATS",
    "STEM",
    "Content",
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
    "pieces",
    "project_archive",
    "qml_files",
    "remove_unfinished",
    "write",
]
