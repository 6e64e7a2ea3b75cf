"""Cells of a table as plain values, the same in every text format."""

import datetime as dt
import math
from collections.abc import Iterator
from typing import Any, Final

import pandas as pd

_AT_ONCE: Final = 250  # rows that are plain values at one time: as such a table takes ten times its room


def plain(value: object) -> object:
    """Return a cell as text, a number, a truth value or None; a day becomes its ISO 8601 text."""
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and math.isnan(value)):
        return None
    return value.isoformat() if isinstance(value, dt.date) else value


def rows(table: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table without its geometry, each cell plain."""
    columns = [name for name in table.columns if name != "geometry"]
    for start in range(0, len(table), _AT_ONCE):
        some = pd.DataFrame(table[columns].iloc[start : start + _AT_ONCE])
        for row in some.to_dict("records"):
            yield {str(name): plain(value) for name, value in row.items()}
