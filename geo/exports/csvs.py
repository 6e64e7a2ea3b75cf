"""Tables for spreadsheets, statistics and web maps: CSV by RFC 4180.

UTF-8 without a byte order mark, commas, lines ended by CR LF, days in ISO 8601, coordinates in WGS 84
degrees of six decimals, an empty cell where nobody told.

A spreadsheet runs a cell as a formula that begins with one of ``= + - @``, a tab or a carriage return; text
of that kind gets an apostrophe in front (OWASP, "CSV Injection"). Numbers stay numbers, minus sign and all.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import geopandas as gpd
import shapely

from geo.exports.values import rows
from geo.features import Layers

_DECIMALS = 6
# The last four are the full-width forms, which East Asian editions take for the plain ones.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def claims_csv(layers: Layers) -> str:
    """Return one row a claim and place, then the claims without a place, with empty coordinates."""
    placed = list(_rows(layers.claims, ["lon", "lat"]))
    header = [*layers.claims.columns.drop("geometry"), "lon", "lat", "wkt"]
    return _csv(header, [*placed, *rows(layers.claims_unlocated)])


def movements_csv(layers: Layers) -> str:
    """Return one row a movement with both ends and the line between, then those without, with empty ones."""
    ends = ["origin_lon", "origin_lat", "destination_lon", "destination_lat"]
    header = [*layers.movements.columns.drop("geometry"), *ends, "wkt"]
    return _csv(header, [*_rows(layers.movements, ends), *rows(layers.movements_without_line)])


def _rows(frame: gpd.GeoDataFrame, ends: Sequence[str]) -> Iterable[Mapping[str, Any]]:
    """Return rows with the first position of their geometry, where `ends` has room for it also the last."""
    for row, geometry in zip(rows(frame), frame.geometry, strict=True):
        positions = shapely.get_coordinates(geometry).round(_DECIMALS).tolist()
        where = dict(zip(ends, [*positions[0], *positions[-1]], strict=False))
        yield {**row, **where, "wkt": shapely.to_wkt(geometry, rounding_precision=_DECIMALS)}


def _csv(header: Sequence[str], table: Iterable[Mapping[str, Any]]) -> str:
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(header)
    writer.writerows([_cell(row.get(name)) for name in header] for row in table)
    return file.getvalue()


def _cell(value: object) -> object:
    """Return what a spreadsheet takes for what it is: text never for a formula."""
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
