"""How the places of two claims stand to each other."""

from collections.abc import Iterable
from enum import IntEnum

from geo.measures import distance_km
from geo.records import Place, PlaceKind

POINTS = frozenset({PlaceKind.CITY, PlaceKind.SITE})
_NEAR_KM = 25.0  # UCDP GED's "near a place"
_KM_A_DEGREE = 110.0  # of latitude, at least


class Nearness(IntEnum):
    """From places that cannot be one to the same place."""

    APART = 0  # in different countries
    ELSEWHERE = 1  # in one country, and not the same
    BROAD = 2  # one lies in the country, or the sea, that is the other
    WITHIN = 3  # one lies in the region that is the other
    NEAR = 4
    SAME_COUNTRY = 5  # both name no more than the country
    SAME_AREA = 6
    SAME = 7  # the same town or site


class Atlas:
    """Answers how two places stand to each other, and remembers it.

    Places of one id are one in a gazetteer; where they are not, as in what somebody else wrote, the answer is
    still that of the two which are asked about.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[Place, Place, Nearness]] = {}

    def nearness(self, left: Place, right: Place) -> Nearness:
        """Return how two places stand to each other, in either order."""
        if left.id > right.id:
            left, right = right, left
        one, other, found = self._known.get((left.id, right.id)) or self._found(left, right)
        if (one is left or one == left) and (other is right or other == right):
            return found
        return _nearness(left, right)

    def _found(self, left: Place, right: Place) -> tuple[Place, Place, Nearness]:
        found = self._known[left.id, right.id] = (left, right, _nearness(left, right))
        return found

    def nearest(self, left: Iterable[Place], right: Iterable[Place]) -> Nearness | None:
        """Return how the closest of two lists of places stand to each other; None where one is empty."""
        others = tuple(right)
        return max((self.nearness(a, b) for a in left for b in others), default=None)


def _nearness(left: Place, right: Place) -> Nearness:
    if left.id == right.id:
        return _same(left)
    one_country = left.country_code is not None and left.country_code == right.country_code
    for area, other in ((left, right), (right, left)):
        if area.kind is PlaceKind.COUNTRY and area.country_code == other.country_code:
            return Nearness.BROAD
    if PlaceKind.COUNTRY in (left.kind, right.kind):
        return _in_region(left, right)
    apart = _km(left, right)
    small = max(left.radius_km, right.radius_km) <= _NEAR_KM  # a harbour is water and no point
    if small or (left.kind in POINTS and right.kind in POINTS):
        if apart <= _NEAR_KM + max(left.radius_km, right.radius_km):
            return Nearness.NEAR
    elif apart <= max(left.radius_km, right.radius_km) and _may_hold(left, right):
        return Nearness.WITHIN
    return Nearness.ELSEWHERE if one_country else Nearness.APART


def _same(place: Place) -> Nearness:
    if place.kind in POINTS:
        return Nearness.SAME
    return Nearness.SAME_COUNTRY if place.kind is PlaceKind.COUNTRY else Nearness.SAME_AREA


def _in_region(left: Place, right: Place) -> Nearness:
    """Tell whether a country lies in a region of several states: Mali in the Sahel."""
    area, country = (left, right) if right.kind is PlaceKind.COUNTRY else (right, left)
    spans = area.kind in (PlaceKind.REGION, PlaceKind.WATER) and area.country_code is None
    held = spans and _km(area, country) <= area.radius_km + country.radius_km / 2
    return Nearness.BROAD if held else Nearness.APART


def _may_hold(left: Place, right: Place) -> bool:
    """Tell whether a wide place can hold another: a region of one state holds none of the next."""
    small, wide = sorted((left, right), key=lambda p: (p.radius_km, p.id))
    if wide.kind in POINTS:
        return small.kind in POINTS
    return wide.country_code is None or small.country_code in (None, wide.country_code)


def _km(left: Place, right: Place) -> float:
    """Return the distance in kilometres; a rough one where it is far more than any place reaches."""
    rough = abs(left.lat - right.lat) * _KM_A_DEGREE
    if rough > left.radius_km + right.radius_km + _NEAR_KM:
        return rough
    return distance_km(left.lat, left.lon, right.lat, right.lon)
