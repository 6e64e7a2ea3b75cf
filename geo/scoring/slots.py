"""When a place, and each slot of a claim, is right."""

import math
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from geo.records import ClaimType, PlaceKind
from geo.scoring.marks import ANY_KIND, FoundClaim, Gold, MarkedClaim, Spot

_EARTH_RADIUS_KM: Final = 6371.0088  # mean radius R1 of GRS 80 (Moritz, 2000)
_NEAR_KM: Final = 161  # a hundred miles, the distance at which geoparsers are usually compared
# How far from the marked point a place of each kind may lie and still be the same place, kilometres.
_TOLERANCE_KM: Final[Mapping[str, float]] = {
    PlaceKind.CITY: 25,
    PlaceKind.SITE: 25,
    PlaceKind.ADMIN: 150,
    PlaceKind.REGION: 500,
    PlaceKind.WATER: 500,
    ANY_KIND: _NEAR_KM,
}
# Sources place the point of these anywhere within them, so that the name decides before the distance.
_WIDE: Final = frozenset({PlaceKind.ADMIN, PlaceKind.REGION, PlaceKind.WATER})
# These have an origin and a destination; the other types have places.
_MOVING: Final = frozenset({ClaimType.MOVEMENT, ClaimType.SUPPLY})


def same_place(marked: Spot | None, found: Spot | None) -> bool:
    """Tell whether `found` is the marked place; no place is right where none is marked."""
    if marked is None or found is None:
        return marked is found
    if marked.kind == PlaceKind.COUNTRY:
        return found.kind == PlaceKind.COUNTRY and found.country_code == marked.country_code
    if found.kind == PlaceKind.COUNTRY and marked.kind in (PlaceKind.CITY, PlaceKind.SITE):
        return False  # a small country's middle may lie within a town's tolerance
    if marked.kind in _WIDE and _plain(marked.name) == _plain(found.name):
        return True
    return _distance_km(marked, found) <= _TOLERANCE_KM[marked.kind or ANY_KIND]


def near(marked: Spot, found: Spot | None) -> bool:
    """Tell whether `found` lies within 161 km of the marked place, or is the marked country."""
    if found is None or found.lat is None:
        return False
    if marked.kind == PlaceKind.COUNTRY:
        return same_place(marked, found)
    return _distance_km(marked, found) <= _NEAR_KM


def right_slots(gold: Gold, marked: MarkedClaim, found: FoundClaim) -> frozenset[str]:
    """Return the slots of `found`, and ``type``, that are as marked or as the marks accept."""
    accept = marked.accept
    side = found.actor.country_code if found.actor else None
    sources = (marked.attribution, *accept.attribution)
    verdicts = {
        "type": found.type in (marked.type, *accept.type),
        "where": _right_where(gold, marked, found),
        "when": found.period in (marked.time, *accept.time),
        "quantity": found.quantity in (marked.quantity, *accept.quantity),
        "status": found.status in (marked.status, *accept.status),
        "side": side in (marked.actor_country, *accept.actor_country),
        "means": found.means in (marked.means, *accept.means),
        "source": any(_same_sources(names, found.attribution) for names in sources),
    }
    return frozenset(slot for slot, right in verdicts.items() if right)


def _right_where(gold: Gold, marked: MarkedClaim, found: FoundClaim) -> bool:
    if (marked.type in _MOVING) != (found.type in _MOVING):
        # "Deployed at P" reads as a movement or as a presence: P must be named, in whichever slot.
        wanted = gold.spots((marked.origin, marked.destination, *marked.places))
        ends = (end for end in (found.origin, found.destination) if end)
        return same_places(wanted, (*ends, *found.places))
    if marked.type in _MOVING:
        goals = (marked.destination, *marked.accept.destination)
        arrived = any(same_place(gold.spot(name), found.destination) for name in goals)
        return arrived and _right_origin(gold, marked, found.origin)
    choices = (marked.places, *marked.accept.places)
    return any(same_places(gold.spots(names), found.places) for names in choices)


def _right_origin(gold: Gold, marked: MarkedClaim, found: Spot | None) -> bool:
    # The state that sends is no marked origin, but whoever draws the arrow needs one and may take it.
    if marked.origin is None and found is not None and found.kind == PlaceKind.COUNTRY:
        return found.country_code == marked.actor_country
    return any(same_place(gold.spot(name), found) for name in (marked.origin, *marked.accept.origin))


def same_places(marked: Sequence[Spot], found: Iterable[Spot]) -> bool:
    """Tell whether each of the marked places was found, and no other."""
    left = list(found)
    if len(marked) != len(left):
        return False
    for spot in marked:
        match = next((place for place in left if same_place(spot, place)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def _same_sources(marked: Sequence[str], found: Sequence[str]) -> bool:
    if not marked and not found:
        return True
    # "NIS" and "the NIS agency" are one source: either name may contain the other.
    pairs = ((_plain(one), _plain(other)) for one in marked for other in found)
    return any(one and other and (one in other or other in one) for one, other in pairs)


def _plain(text: str | None) -> str:
    decomposed = unicodedata.normalize("NFKD", text or "").casefold()
    return "".join(filter(str.isalnum, decomposed))


def _distance_km(one: Spot, other: Spot) -> float:
    # Haversine on the mean sphere (Sinnott, 1984): 0.5 % off at worst, far below every tolerance.
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    lat1, lon1, lat2, lon2 = map(math.radians, (one.lat, one.lon, other.lat, other.lon))
    across = math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(math.sin((lat2 - lat1) / 2) ** 2 + across)))
