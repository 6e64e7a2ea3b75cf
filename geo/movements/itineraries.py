"""Movements of the same force that follow one another in time and place."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from geo.measures import distance_km
from geo.movements.nearness import Atlas, Nearness
from geo.records import (
    Claim,
    ClaimType,
    Itinerary,
    Leg,
    Means,
    Movement,
    Place,
    PlaceKind,
    Relation,
    RelationKind,
    Status,
    content_id,
)

# What a force covers in a day at most, kilometres: a transport aircraft's ferry, a ship at 25 knots, a train,
# a convoy; where nobody tells by what, the aircraft.
_KM_A_DAY: Mapping[Means | None, float] = {
    Means.AIR: 15000.0,
    Means.SEA: 1100.0,
    Means.RAIL: 1200.0,
    Means.ROAD: 800.0,
    None: 15000.0,
}
_LONGEST = 270  # days between two legs of one journey
_PLACED = frozenset({PlaceKind.CITY, PlaceKind.SITE, PlaceKind.ADMIN, PlaceKind.REGION})
_TELLING = 3  # a number up to this tells no force from another


@dataclass(frozen=True, slots=True)
class Stop:
    """A movement as a station of a force: where it is then, since when and until when.

    Attributes
    ----------
    origin
        Id of the place where a report says that it set out.
    names
        Of units and ships.
    numbers
        Exact ones that tell a force from another, with their units.
    """

    movement: str
    side: str
    place: Place
    first: dt.date
    last: dt.date
    origin: str | None
    names: frozenset[str]
    numbers: frozenset[tuple[int, str | None]]
    means: Means | None

    @property
    def order(self) -> tuple[dt.date, dt.date, str]:
        """Return what orders the stations of a side."""
        return self.first, self.last, self.movement


def stop(movement: Movement, claims: Sequence[Claim]) -> Stop | None:
    """Return a movement of these claims as a station; None where it is none."""
    if movement.status is Status.DENIED or movement.type in (ClaimType.CASUALTIES, ClaimType.SUPPLY):
        return None
    place = movement.destination or (movement.places[0] if movement.places else None)
    first, last = _days(movement)
    if place is None or place.kind not in _PLACED or first is None or last is None or not movement.side:
        return None
    origin = None if movement.origin_inferred else movement.origin
    return Stop(
        movement=movement.id,
        side=movement.side,
        place=place,
        first=first,
        last=last,
        origin=origin.id if origin else None,
        names=frozenset(n for c in claims if c.actor for n in c.actor.names),
        numbers=frozenset(_numbers(claims)),
        means=_means(claims),
    )


def _days(movement: Movement) -> tuple[dt.date | None, dt.date | None]:
    time = movement.time
    return (time.start or time.end, time.end or time.start) if time else (None, None)


def _numbers(claims: Sequence[Claim]) -> Iterator[tuple[int, str | None]]:
    for number in (c.quantity for c in claims if c.quantity):
        if number.low is not None and number.low == number.high and number.low > _TELLING:
            yield number.low, number.unit


def _means(claims: Sequence[Claim]) -> Means | None:
    told = {c.means for c in claims if c.means}
    return next(iter(told)) if len(told) == 1 else None


def itineraries(stops: Iterable[Stop], atlas: Atlas) -> tuple[Itinerary, ...]:
    """Link movements and stays of one force that follow one another.

    Two follow one another where the second begins in the place to which the first leads, or where both name
    the same unit or ship or the same exact number; the sides are the same, and the times come in order. What
    is denied, has no date or lies in no place finer than a country is left out. All stops of a side are
    there.
    """
    by_side: defaultdict[str, list[Stop]] = defaultdict(list)
    for one in sorted(stops, key=lambda s: s.order):
        by_side[one.side].append(one)
    found = [chain for own in by_side.values() for chain in _chains(own, atlas)]
    return tuple(sorted((_itinerary(chain) for chain in found), key=lambda i: i.id))


def legs(journey: Itinerary) -> Iterator[tuple[str, Relation]]:
    """Yield movement ids, each with how it stands to the one before or after it on a journey."""
    for leg in journey.legs:
        words = f"{leg.km:,.0f} km in {leg.days} days, {leg.km_per_day:,.0f} km a day at least"
        words += "" if leg.plausible else ": no usual means is so fast"
        yield leg.start, Relation(RelationKind.NEXT_LEG, leg.end, words)
        yield leg.end, Relation(RelationKind.LEG_BEFORE, leg.start, words)


def _chains(stops: Sequence[Stop], atlas: Atlas) -> list[list[Stop]]:
    """Return the journeys of one side's forces: each stop goes on from the last one that it can follow."""
    chains: list[list[Stop]] = []
    latest: dict[object, list[Stop]] = {}
    for stop in stops:
        chain = next(
            (latest[k] for k in _before(stop) if k in latest and _follows(latest[k][-1], stop, atlas)), None
        )
        if chain is None:
            chain = []
            chains.append(chain)
        chain.append(stop)
        for key in _after(stop):
            latest[key] = chain
    return [chain for chain in chains if len(chain) > 1]


def _before(stop: Stop) -> list[object]:
    """Return what a stop shares with the one that it goes on from, the surest first."""
    keys: list[object] = [("name", n) for n in sorted(stop.names)]
    if stop.origin is not None:
        keys.append(("place", stop.origin))
    return keys + [("number", *n) for n in sorted(stop.numbers, key=str)]


def _after(stop: Stop) -> list[object]:
    keys: list[object] = [("name", n) for n in sorted(stop.names)]
    keys += [("number", *n) for n in sorted(stop.numbers, key=str)]
    return [*keys, ("place", stop.place.id)]


def _follows(one: Stop, other: Stop, atlas: Atlas) -> bool:
    """Tell whether one stop can be the next of a force after another."""
    if other.last < one.last or (other.first - one.last).days > _LONGEST:
        return False
    if one.names and other.names and not one.names & other.names:
        return False
    return atlas.nearness(one.place, other.place) < Nearness.NEAR


def _itinerary(chain: Sequence[Stop]) -> Itinerary:
    ids = tuple(stop.movement for stop in chain)
    return Itinerary(
        id=content_id("i", *ids),
        side=chain[0].side,
        movements=ids,
        places=tuple(stop.place for stop in chain),
        legs=tuple(_leg(a, b) for a, b in pairwise(chain)),
    )


def _leg(one: Stop, other: Stop) -> Leg:
    """Return the way between two stops, with the least speed that their times allow."""
    a, b = one.place, other.place
    km = distance_km(a.lat, a.lon, b.lat, b.lon)
    days = max((other.last - one.first).days + 1, 1)
    speed = km / days
    reach = a.radius_km + b.radius_km  # a region is somewhere within that
    plausible = max(km - reach, 0.0) / days <= _KM_A_DAY[other.means]
    return Leg(one.movement, other.movement, round(km, 1), days, round(speed, 1), plausible)
