"""Tables for spreadsheets, statistics and web maps: CSV by RFC 4180.

UTF-8 without a byte order mark, commas, lines ended by CR LF, days in ISO 8601, coordinates in WGS 84
degrees of six decimals, an empty cell where nobody told.

A spreadsheet runs a cell as a formula that begins with one of ``= + - @``, a tab or a carriage return; text
of that kind gets an apostrophe in front (OWASP, "CSV Injection"). Numbers stay numbers, minus sign and all.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from geo.exports.values import rows
from geo.features import Layers

_DECIMALS = 6
# The last four are the full-width forms, which East Asian editions take for the plain ones.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def csv_files(layers: Layers) -> dict[str, Iterator[str]]:
    """Return the CSV of the claims and movements by file name, each row made when it is asked for.

    Claims have one row a place, then those without a place follow, with empty coordinates. Movements have
    both ends and the line between, then those without follow, with empty ones.
    """
    ends = ["origin_lon", "origin_lat", "destination_lon", "destination_lat"]
    return {
        "claims.csv": _table(layers.claims, layers.claims_unlocated, ["lon", "lat"]),
        "movements.csv": _table(layers.movements, layers.movements_without_line, ends),
    }


def claims_csv(layers: Layers) -> str:
    """Return the claims of `csv_files` as one text."""
    return "".join(csv_files(layers)["claims.csv"])


def movements_csv(layers: Layers) -> str:
    """Return the movements of `csv_files` as one text."""
    return "".join(csv_files(layers)["movements.csv"])


def _table(drawn: gpd.GeoDataFrame, others: pd.DataFrame, ends: Sequence[str]) -> Iterator[str]:
    header = [*drawn.columns.drop("geometry"), *ends, "wkt"]
    return _csv(header, chain(_rows(drawn, ends), rows(others)))


def _rows(frame: gpd.GeoDataFrame, ends: Sequence[str]) -> Iterable[Mapping[str, Any]]:
    """Return rows with the first position of their geometry, where `ends` has room for it also the last."""
    for row, geometry in zip(rows(frame), frame.geometry, strict=True):
        positions = shapely.get_coordinates(geometry).round(_DECIMALS).tolist()
        where = dict(zip(ends, [*positions[0], *positions[-1]], strict=False))
        yield {**row, **where, "wkt": shapely.to_wkt(geometry, rounding_precision=_DECIMALS)}


def _csv(header: Sequence[str], table: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    file = io.StringIO()
    writer = csv.writer(file)
    for cells in chain([header], ([_cell(row.get(name)) for name in header] for row in table)):
        writer.writerow(cells)
        yield file.getvalue()
        file.seek(0)
        file.truncate()


def _cell(value: object) -> object:
    """Return what a spreadsheet takes for what it is: text never for a formula."""
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
