"""Distances on the ellipsoid, checked against published figures and the rules of a distance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.measures import distance_km, great_circle_km, is_within_km

LAT, LON = st.floats(-90, 90), st.floats(-180, 180)


@pytest.mark.parametrize(
    ("start", "end", "km"),
    [
        # Flinders Peak to Buninyong, the worked example of Geoscience Australia's technical manual.
        ((-37.9510334, 144.4248679), (-37.6528211, 143.9264955), 54.972),
        ((0.0, 0.0), (0.0, 1.0), 111.319),  # a degree of the equator: 6 378.137 km x pi / 180
        ((0.0, 0.0), (90.0, 0.0), 10_001.966),  # the quarter meridian of WGS 84
        ((0.0, 179.5), (0.0, -179.5), 111.319),  # across the antimeridian
        ((90.0, 0.0), (90.0, 123.0), 0.0),
        ((0.0, 0.0), (0.0, 180.0), 20_003.931),  # half way around: over a pole, not along the equator
    ],
)
def test_a_distance_is_that_of_the_ellipsoid(
    start: tuple[float, float], end: tuple[float, float], km: float
) -> None:
    assert distance_km(*start, *end) == pytest.approx(km, abs=0.001)


@given(LAT, LON, LAT, LON)
def test_a_distance_is_the_same_both_ways_and_never_beyond_half_the_globe(
    lat1: float, lon1: float, lat2: float, lon2: float
) -> None:
    there, back = distance_km(lat1, lon1, lat2, lon2), distance_km(lat2, lon2, lat1, lon1)
    assert there == pytest.approx(back, abs=1e-6)
    assert 0 <= there < 20_004


@given(LAT, LON)
def test_a_place_is_no_distance_from_itself(lat: float, lon: float) -> None:
    assert distance_km(lat, lon, lat, lon) == 0


@given(LAT, LON, st.floats(-3, 3), st.floats(-3, 3), st.floats(0, 500))
def test_what_is_within_reach_is_what_the_distance_says(
    lat: float, lon: float, north: float, east: float, km: float
) -> None:
    other = max(-90.0, min(90.0, lat + north)), max(-180.0, min(180.0, lon + east))
    assert is_within_km(lat, lon, *other, km) == (distance_km(lat, lon, *other) <= km)


@given(LAT, LON, LAT, LON)
def test_a_great_circle_is_never_far_from_the_geodesic(
    lat1: float, lon1: float, lat2: float, lon2: float
) -> None:
    km = distance_km(lat1, lon1, lat2, lon2)
    assert great_circle_km(lat1, lon1, lat2, lon2) == pytest.approx(km, rel=0.006, abs=1e-6)
