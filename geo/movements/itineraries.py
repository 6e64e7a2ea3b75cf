"""Movements of the same force that follow one another in time and place."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
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


class _Stop:
    """A movement as a station of a force: where it is then, since when and until when."""

    def __init__(self, movement: Movement, claims: Sequence[Claim], place: Place) -> None:
        self.movement = movement
        self.claims = claims
        self.place = place
        time = movement.time
        self.first = (time.start or time.end) if time else None
        self.last = (time.end or time.start) if time else None

    @property
    def order(self) -> tuple[dt.date, dt.date, str]:
        first = self.first or dt.date.max
        return first, self.last or first, self.movement.id

    @property
    def names(self) -> frozenset[str]:
        return frozenset(n for c in self.claims if c.actor for n in c.actor.names)

    @property
    def numbers(self) -> frozenset[tuple[int, str | None]]:
        counted = (c.quantity for c in self.claims if c.quantity)
        exact = ((q.low, q.unit) for q in counted if q.low is not None and q.low == q.high)
        return frozenset((n, unit) for n, unit in exact if n > _TELLING)

    @property
    def means(self) -> Means | None:
        told = sorted({c.means for c in self.claims if c.means})
        return told[0] if len(told) == 1 else None


def itineraries(
    movements: Sequence[Movement], claims: Mapping[str, Claim], atlas: Atlas
) -> tuple[Itinerary, ...]:
    """Link movements and stays of one force that follow one another.

    Two follow one another where the second begins in the place to which the first leads, or where both name
    the same unit or ship or the same exact number; the sides are the same, and the times come in order. What
    is denied, has no date or lies in no place finer than a country is left out.
    """
    stops = [stop for m in movements if (stop := _stop(m, [claims[c] for c in m.claims]))]
    by_side: defaultdict[str, list[_Stop]] = defaultdict(list)
    for stop in sorted(stops, key=lambda s: s.order):
        if stop.movement.side:
            by_side[stop.movement.side].append(stop)
    found = [chain for own in by_side.values() for chain in _chains(own, atlas)]
    return tuple(sorted((_itinerary(chain) for chain in found), key=lambda i: i.id))


def _stop(movement: Movement, claims: Sequence[Claim]) -> _Stop | None:
    if movement.status is Status.DENIED or movement.type in (ClaimType.CASUALTIES, ClaimType.SUPPLY):
        return None
    place = movement.destination or (movement.places[0] if movement.places else None)
    if place is None or place.kind not in _PLACED:
        return None
    stop = _Stop(movement, claims, place)
    return stop if stop.first else None


def _chains(stops: Sequence[_Stop], atlas: Atlas) -> list[list[_Stop]]:
    """Return the journeys of one side's forces: each stop goes on from the last one that it can follow."""
    chains: list[list[_Stop]] = []
    latest: dict[object, list[_Stop]] = {}
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


def _before(stop: _Stop) -> list[object]:
    """Return what a stop shares with the one that it goes on from, the surest first."""
    keys: list[object] = [("name", n) for n in sorted(stop.names)]
    if stop.movement.origin and not stop.movement.origin_inferred:
        keys.append(("place", stop.movement.origin.id))
    return keys + [("number", *n) for n in sorted(stop.numbers, key=str)]


def _after(stop: _Stop) -> list[object]:
    keys: list[object] = [("name", n) for n in sorted(stop.names)]
    keys += [("number", *n) for n in sorted(stop.numbers, key=str)]
    return [*keys, ("place", stop.place.id)]


def _follows(one: _Stop, other: _Stop, atlas: Atlas) -> bool:
    """Tell whether one stop can be the next of a force after another."""
    if not (one.last and other.first and one.first and other.last):
        return False
    if other.last < one.last or (other.first - one.last).days > _LONGEST:
        return False
    if one.names and other.names and not one.names & other.names:
        return False
    return atlas.nearness(one.place, other.place) < Nearness.NEAR


def _itinerary(chain: Sequence[_Stop]) -> Itinerary:
    ids = tuple(stop.movement.id for stop in chain)
    return Itinerary(
        id=content_id("i", *ids),
        side=chain[0].movement.side,
        movements=ids,
        places=tuple(stop.place for stop in chain),
        legs=tuple(_leg(a, b) for a, b in pairwise(chain)),
    )


def _leg(one: _Stop, other: _Stop) -> Leg:
    """Return the way between two stops, with the least speed that their times allow."""
    a, b = one.place, other.place
    km = distance_km(a.lat, a.lon, b.lat, b.lon)
    first, last = one.first or dt.date.min, other.last or dt.date.max
    days = max((last - first).days + 1, 1)
    speed = km / days
    reach = a.radius_km + b.radius_km  # a region is somewhere within that
    plausible = max(km - reach, 0.0) / days <= _KM_A_DAY[other.means]
    return Leg(one.movement.id, other.movement.id, round(km, 1), days, round(speed, 1), plausible)
