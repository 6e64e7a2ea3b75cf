"""How long it takes to join claims, and in how much memory: 1,000, 10,000 and 100,000 of them.

The claims are made up: 140 a day, as an archive grows, of events in places of the gazetteer, five of
each event on average, some with another number, the country for the town, or no day. ``make bench`` runs it;
``--days 730`` puts all sizes into two years, so that they grow denser as well.
"""

import argparse
import datetime as dt
import gc
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from geo import gazetteer
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


def main() -> int:
    """Print time, memory and what came out for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--days", type=int, help="days over which the events are spread (140 claims a day)")
    options = parser.parse_args()
    print(f"{'claims':>8} {'seconds':>8} {'µs a claim':>11} {'movements':>10} {'largest':>8} {'peak MB':>8}")
    for size in options.sizes:
        readings = claims(size, options.days)
        gc.collect()
        gc.freeze()  # the corpus is not what is measured
        start = time.perf_counter()
        movements = join(readings, Knowledge(lambda _: None)).movements
        seconds = time.perf_counter() - start
        largest = max(Counter(len(m.claims) for m in movements))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{size:>8} {seconds:>8.2f} {seconds / size * 1e6:>11.0f} {len(movements):>10}"
            f" {largest:>8} {peak:>8.0f}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
