"""The files that others open: one module a format, and the one way to write a file.

`FORMATS` knows every format by the name that a person types. `geo.exports.postgis` writes to a database
instead; it is not imported here, since its driver is an extra.
"""

from collections.abc import Callable, Mapping
from typing import Final

from geo.exports.files import write
from geo.exports.geojson import geojson, geojson_layers
from geo.features import layers
from geo.records import Run

Format = Callable[[Run], Mapping[str, str | bytes]]

# One line a format: the name to type, and what makes its files of a run, each by its name.
FORMATS: Final[Mapping[str, Format]] = {
    "geojson": lambda run: geojson_layers(layers(run)),
}

__all__ = ["FORMATS", "Format", "geojson", "geojson_layers", "write"]
