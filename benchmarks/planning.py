"""What a million and a hundred million reports take, by the last line of the history, as a table in Markdown.

``python benchmarks/planning.py`` prints it; ``docs/planning.md`` shows it and how it is reckoned. Prices and
what each of many cores does are assumptions, which you name.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
import measuring
from reading import HISTORY

from geo.maps.choice import MOST_CLAIMS

COUNTS = (1_000_000, 100_000_000)
_HOUR, _DAY, _GB = 3600.0, 24.0, 1e9


@dataclass(frozen=True, slots=True)
class Assumed:
    """What is assumed.

    Attributes
    ----------
    core_hour, gb_month
        What is paid, in any currency, for a core and hour, and for a gigabyte of disk and month.
    share
        What each of many cores does, of what one does alone.
    """

    core_hour: float
    gb_month: float
    share: float


@dataclass(frozen=True, slots=True)
class Rates:
    """What one report takes, of the last run of the benchmarks."""

    articles_per_second: float
    claims: float  # of an article
    store_bytes: float
    memory_bytes: float
    page_bytes: float  # of a claim, as the three that follow
    other_bytes: float
    join_us: float
    write_ms: float

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> "Rates":
        """Return the rates of a line of the history."""
        found, sizes = {name: values[0] for name, values in row["figures"].items()}, row["bytes"]
        rooms = ("features", "exports", "page")
        return cls(
            found["file to store, articles/s"],
            row["claims_an_article"],
            sizes["store, an article"],
            sizes["memory, an article read back"],
            sizes["page, a claim"],
            sizes["other outputs, a claim"],
            found["joining, µs a claim"],
            sum(found[f"room, {room}, ms a claim"] for room in rooms),
        )


def rows(rates: Rates, assumed: Assumed, count: int) -> Iterator[tuple[str, str]]:
    """Yield each line of the table: what, and how much."""
    hours = count / rates.articles_per_second / _HOUR
    claims = count * rates.claims
    stored = count * rates.store_bytes / _GB
    yield "core-hours to read", _short(hours)
    yield "days on one core", _short(hours / _DAY)
    yield f"days on 16 cores, each at {assumed.share:.0%}", _short(hours / _DAY / 16 / assumed.share)
    yield "money for the cores, each at that share", _short(hours / assumed.share * assumed.core_hour)
    yield "store, GB", _short(stored)
    yield "money for the store, a month", _short(stored * assumed.gb_month)
    yield "memory for the readings, GB", _short(count * rates.memory_bytes / _GB)
    yield "claims, thousands", _short(claims / 1000)
    yield (
        "hours to join them, if each takes what one of 5,000 takes",
        _short(claims * rates.join_us / 1e6 / _HOUR),
    )
    yield "hours to write layers, exports and page", _short(claims * rates.write_ms / 1e3 / _HOUR)
    yield "page, GB", _short(min(claims, MOST_CLAIMS) * rates.page_bytes / _GB)
    yield "other outputs, GB", _short(claims * rates.other_bytes / _GB)


def _short(value: float) -> str:
    return f"{value:,.3g}" if value < 1000 else f"{float(f'{value:.3g}'):,.0f}"


def table(row: Mapping[str, Any], assumed: Assumed) -> str:
    """Return the table of a line of the history."""
    rates = Rates.of(row)
    columns = [list(rows(rates, assumed, count)) for count in COUNTS]
    head = [f"| measured {row['date'][:10]} | " + " | ".join(f"{count:,}" for count in COUNTS) + " |"]
    body = [
        f"| {name} | {' | '.join(column[place][1] for column in columns)} |"
        for place, (name, _) in enumerate(columns[0])
    ]
    return "\n".join([*head, "|---|---:|---:|", *body])


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--history", type=Path, default=HISTORY)
    parser.add_argument("--core-hour", type=float, default=0.05, help="price of a core and hour")
    parser.add_argument("--gb-month", type=float, default=0.10, help="price of a gigabyte of disk and month")
    parser.add_argument(
        "--share", type=float, default=0.85, help="what each of many cores does, of one alone"
    )
    options = parser.parse_args()
    row = measuring.last(options.history)
    if row is None:
        raise SystemExit(f"{options.history.name} has no line yet: run make bench")
    print(table(row, Assumed(options.core_hour, options.gb_month, options.share)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
