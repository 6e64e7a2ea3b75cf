"""The side of the 180th meridian that is shown, and how much of the world."""

import pytest

from geo.maps.view import Window, short_way
from geo.records import Place, PlaceKind


def place(lon: float, lat: float = 0.0, radius_km: float = 1.0, kind: PlaceKind = PlaceKind.CITY) -> Place:
    return Place(f"{lat},{lon}", "somewhere", None, kind, lat, lon, radius_km)


def test_places_on_one_side_of_the_world_keep_their_longitudes() -> None:
    window = Window.around([place(-72.3), place(36.8), place(131.9)])
    assert [window.wrap(lon) for lon in (-72.3, 36.8, 131.9)] == [-72.3, 36.8, 131.9]


def test_places_on_both_sides_of_180_are_shown_next_to_each_other() -> None:
    petropavlovsk, anchorage = place(158.6), place(-149.9)
    window = Window.around([petropavlovsk, anchorage])
    assert window.wrap(158.6) == 158.6
    assert window.wrap(-149.9) == pytest.approx(210.1)
    bounds = window.bounds([petropavlovsk, anchorage])
    assert bounds is not None
    (_, west), (_, east) = bounds
    assert east - west < 60


def test_a_flow_takes_the_short_way() -> None:
    assert short_way(158.6, -149.9) == 1
    assert short_way(-149.9, 158.6) == -1
    assert short_way(37.6, 131.9) == 0


def test_one_place_is_shown_with_its_surroundings() -> None:
    bounds = Window.around([place(37.0, 48.0)]).bounds([place(37.0, 48.0)])
    assert bounds is not None
    (south, west), (north, east) = bounds
    assert south < 48.0 < north
    assert west < 37.0 < east


def test_a_large_state_does_not_push_the_marks_together() -> None:
    russia = place(99.0, 61.5, 4000.0, PlaceKind.COUNTRY)
    bounds = Window.around([russia]).bounds([russia])
    assert bounds is not None
    assert bounds[1][0] - bounds[0][0] < 10


def test_without_places_there_are_no_bounds() -> None:
    assert Window.around([]).bounds([]) is None
