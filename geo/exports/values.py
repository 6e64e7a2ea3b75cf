"""Cells of a table as plain values, the same in every text format."""

import datetime as dt
import math
from typing import Any

import pandas as pd


def plain(value: object) -> object:
    """Return a cell as text, a number, a truth value or None; a day becomes its ISO 8601 text."""
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and math.isnan(value)):
        return None
    return value.isoformat() if isinstance(value, dt.date) else value


def rows(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a table without its geometry, each cell plain."""
    columns = [name for name in table.columns if name != "geometry"]
    return [
        {str(name): plain(value) for name, value in row.items()}
        for row in pd.DataFrame(table[columns]).to_dict("records")
    ]
