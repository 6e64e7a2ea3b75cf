"""How long it takes to join claims, and in how much memory: 1,000, 10,000 and 100,000 of them.

In memory, by ranges in one process, where seconds of a core are compared, and by ranges in two. Memory is
that of the largest process; in memory the claims themselves are a third of it.

The claims are made up: 140 a day, as an archive grows, of events in places of the gazetteer, five of
each event on average, some with another number, the country for the town, or no day. ``make bench`` runs it;
``--days 730`` puts all sizes into two years, so that they grow denser as well.
"""

import argparse
import datetime as dt
import gc
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
import measuring

from geo import gazetteer, joining
from geo.documents.parts import USUAL
from geo.engines import Engine, Serial
from geo.engines.processes import Processes
from geo.movements import Knowledge, join
from geo.records import (
    Actor,
    Basis,
    Claim,
    ClaimType,
    Document,
    Evidence,
    Place,
    PlaceKind,
    Precision,
    Quantity,
    Reading,
    Source,
    Span,
    Status,
    TimeExpression,
    Voice,
    VoiceKind,
)

HISTORY = Path(__file__).parent / "joins.jsonl"
SIZES = (1_000, 10_000, 100_000)
_FIRST, _A_DAY = dt.date(2023, 1, 1), 140
_PER_EVENT, _PER_REPORT = 5, 4
_NOWHERE = Span(0, 0)


def claims(count: int, days: int | None = None) -> tuple[Reading, ...]:
    """Return readings with `count` claims in all, spread over so many days; the same for the same count."""
    dice = random.Random(count)  # noqa: S311 - the same corpus each time, nothing secret
    entries = [e.place for e in gazetteer.load(gazetteer.curated_file()).entries if e.place.country_code]
    towns = [p for p in entries if p.kind is PlaceKind.CITY]
    countries = {p.country_code: p for p in entries if p.kind is PlaceKind.COUNTRY}
    sides = sorted(code for code in countries if code)
    found: list[Claim] = []
    while len(found) < count:
        event = _event(dice, towns, sides, days or count // _A_DAY)
        for _ in range(min(dice.randint(1, 2 * _PER_EVENT - 1), count - len(found))):
            found.append(_telling(dice, event, len(found), countries))
    dice.shuffle(found)
    return tuple(_reading(n, found[n : n + _PER_REPORT]) for n in range(0, count, _PER_REPORT))


def _event(dice: random.Random, towns: Sequence[Place], sides: Sequence[str], days: int) -> Claim:
    day = _FIRST + dt.timedelta(days=dice.randrange(days))
    number = dice.choice((40, 100, 120, 150, 200, 350, 400, 500, 600, 1000, 1500, 3000))
    kind = dice.choice((ClaimType.MOVEMENT, ClaimType.MOVEMENT, ClaimType.PRESENCE, ClaimType.CASUALTIES))
    place = dice.choice(towns)
    return Claim(
        id="",
        document_id="",
        evidence=(Evidence(_NOWHERE, ""),),
        type=kind,
        status=dice.choice((Status.REPORTED, Status.CONFIRMED, Status.EXPECTED)),
        actor=Actor(_NOWHERE, "soldiers", dice.choice(sides), "personnel"),
        quantity=Quantity(_NOWHERE, number, number, "personnel"),
        origin=None,
        destination=place if kind.moves else None,
        places=() if kind.moves else (place,),
        time=TimeExpression(_NOWHERE, day, day, day.isoformat(), Precision.DAY, Basis.EXPLICIT),
        means=None,
        attribution=(),
        trigger=_NOWHERE,
        rule="made up",
    )


def _telling(dice: random.Random, event: Claim, number: int, countries: dict[str | None, Place]) -> Claim:
    """Return an event as one of its reports tells it."""
    claim = replace(event, id=f"c{number:012x}", attribution=(Source(_NOWHERE, f"office {number % 97}"),))
    claim = replace(claim, voice=Voice(f"office {number % 97}", VoiceKind.NAMED))
    chance = dice.random()
    if chance < 0.2:
        return replace(claim, quantity=None)
    if chance < 0.3 and claim.quantity:
        more = (claim.quantity.low or 0) * 11 // 10
        return replace(claim, quantity=replace(claim.quantity, low=more, high=more))
    if chance < 0.5 and claim.destination:
        return replace(claim, destination=countries.get(claim.destination.country_code))
    return replace(claim, time=None) if chance < 0.6 else claim


def _reading(number: int, own: Sequence[Claim]) -> Reading:
    name = f"d{number}"
    days = [c.time.start for c in own if c.time and c.time.start]
    published = max(days, default=_FIRST) + dt.timedelta(days=2)
    document = Document(name, "", published=published, publisher=f"paper {number % 499}")
    return Reading(document, (), (), tuple(replace(c, document_id=name) for c in own))


@dataclass(frozen=True, slots=True)
class Way:
    """A way to join: into how many ranges, and in how many processes; in memory where there are no ranges."""

    ranges: int = 0
    processes: int = 1

    def __str__(self) -> str:
        """Tell it in words."""
        if not self.ranges:
            return "in memory"
        return f"{self.ranges} ranges, {self.processes} process{'es' * (self.processes > 1)}"

    def measured(self, count: int, days: int | None) -> dict[str, Any]:
        """Join so many claims in this process, and tell what it took; what made them is not counted."""
        if not self.ranges:
            readings = claims(count, days)
            gc.collect()
            gc.freeze()  # the corpus is not what is measured
            start, core = time.perf_counter(), time.process_time()
            found = Counter(len(m.claims) for m in join(readings, Knowledge({}.get)).movements)
            seconds, core = time.perf_counter() - start, time.process_time() - core
            return {"seconds": seconds, "core": core, "movements": found.total(), "largest": max(found)}
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, __file__, str(count), "--write", folder]
            subprocess.run(command + (["--days", str(days)] if days else []), check=True)  # noqa: S603 - our own words
            return self._by_ranges(count, Path(folder))

    def _engine(self) -> AbstractContextManager[Engine]:
        """Return what joins, as `geo join` has it: processes stay for all steps."""
        if self.processes == 1:
            return nullcontext(Serial())
        limits = (3600.0, USUAL.memory_bytes, ("geo.joining",))
        return Processes(self.processes, *limits, ahead=1).staying()

    def _by_ranges(self, count: int, folder: Path) -> dict[str, Any]:
        kept = joining.Kept(tuple(sorted(folder.glob("*.readings"))), count)
        start, core = time.perf_counter(), time.process_time()
        with self._engine() as engine:
            joining.into(kept, folder / "joined", Knowledge({}.get), engine, self.ranges)
        seconds, core = time.perf_counter() - start, time.process_time() - core
        told = {"seconds": seconds, "core": core if self.processes == 1 else None}
        with (folder / "joined" / joining.OUTPUTS[0]).open(encoding="utf-8") as lines:
            found = Counter(len(json.loads(line)["claims"]) for line in lines)
        return {**told, "movements": found.total(), "largest": max(found)}


WAYS = (Way(), Way(16), Way(64), Way(16, 2))
_BATCH = 64  # readings of a file, as `geo read --to` has them


def write(count: int, days: int | None, folder: Path) -> None:
    """Write claims as `geo read --to` keeps them for joining."""
    readings = claims(count, days)
    for number in range(0, len(readings), _BATCH):
        joining.keep(folder / f"{number:06}.readings", readings[number : number + _BATCH])


def apart(way: Way, count: int, days: int | None) -> dict[str, Any]:
    """Measure a way in a process of its own, with the most that any of its processes holds."""
    words = [str(count), "--one", str(way.ranges), str(way.processes)]
    words += ["--days", str(days)] if days else []
    run = subprocess.Popen([sys.executable, __file__, *words], stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own words
    peak = 0
    while run.poll() is None:
        peak = max(peak, measuring.largest(run.pid, but=b"--write"))
        time.sleep(0.02)
    assert run.stdout is not None  # noqa: S101 - for mypy
    return {"way": str(way), "claims": count, **json.loads(run.stdout.read()), "peak_mb": round(peak / 2**20)}


def main() -> int:
    """Print time, memory and what came out for each size and way, and keep it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--days", type=int, help="days over which the events are spread (140 claims a day)")
    parser.add_argument("--keep", action="store_true", help=f"append what was found to {HISTORY.name}")
    parser.add_argument("--one", type=int, nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.write:
        write(options.sizes[0], options.days, options.write)
        return 0
    if options.one:
        print(json.dumps(Way(*options.one).measured(options.sizes[0], options.days)))
        return 0
    print(
        f"{'claims':>8} {'way':<23} {'seconds':>8} {'µs of core a claim':>18} {'movements':>10}"
        f" {'largest':>8} {'peak MB':>8}"
    )
    found = [_told(apart(way, size, options.days)) for size in options.sizes for way in WAYS]
    if options.keep:
        sizes = {"most": max(options.sizes)}
        measuring.append(HISTORY, measuring.line(sizes, {"days": options.days, "joined": found}))
    return 0


def _told(row: dict[str, Any]) -> dict[str, Any]:
    core = f"{row['core'] / row['claims'] * 1e6:.0f}" if row["core"] else ""
    print(
        f"{row['claims']:>8} {row['way']:<23} {row['seconds']:>8.2f} {core:>18} {row['movements']:>10}"
        f" {row['largest']:>8} {row['peak_mb']:>8}",
        flush=True,
    )
    return row


if __name__ == "__main__":
    sys.exit(main())
