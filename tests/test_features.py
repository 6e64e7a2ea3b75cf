"""Records to geometry: one row a feature in a stable order, and nothing drawn around the globe."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from pyproj import Geod
from shapely import get_coordinates
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from geo import features
from geo.measures import distance_km
from geo.records import (
    Actor,
    Basis,
    Claim,
    ClaimType,
    Document,
    Evidence,
    Mention,
    Movement,
    Place,
    PlaceKind,
    Precision,
    Quantity,
    QuantityEnvelope,
    Reading,
    Run,
    Span,
    Status,
    TimeEnvelope,
    TimeExpression,
    Usage,
)

ROOT = Path(__file__).parents[1]

GEOD = Geod(ellps="WGS84")
NOWHERE = Span(0, 0)
DAY = dt.date(2024, 10, 8)


def place(place_id: str, lat: float, lon: float, kind: str = "city", radius_km: float = 10.0) -> Place:
    return Place(place_id, place_id.title(), "XX", PlaceKind(kind), lat, lon, radius_km)


CHONGJIN, VLADIVOSTOK = place("chongjin", 41.8, 129.8), place("vladivostok", 43.1, 131.9)
RUSSIA = place("russian far east", 55.0, 135.0, "region", 900.0)
CLAIM = Claim(
    id="c1",
    document_id="d1",
    evidence=(Evidence(NOWHERE, "words"),),
    type=ClaimType.MOVEMENT,
    status=Status.REPORTED,
    actor=Actor(NOWHERE, "soldats", "KP"),
    quantity=Quantity(NOWHERE, 1500, None, "personnel"),
    origin=CHONGJIN,
    destination=VLADIVOSTOK,
    places=(RUSSIA,),
    time=TimeExpression(NOWHERE, DAY, None, "2024-10-08/..", Precision.OPEN, Basis.EXPLICIT),
    means=None,
    attribution=(),
    trigger=NOWHERE,
    rule="send",
)
BARE = replace(
    CLAIM, id="c2", actor=None, quantity=None, origin=None, destination=None, places=(VLADIVOSTOK,), time=None
)
MOVEMENT = Movement(
    id="m1",
    type=ClaimType.MOVEMENT,
    status=Status.REPORTED,
    side="KP",
    claims=("c1", "c2"),
    reports=("d1",),
    independent_sources=1,
    origin=CHONGJIN,
    origin_inferred=False,
    destination=VLADIVOSTOK,
    places=(RUSSIA,),
    time=TimeEnvelope(DAY, None, "2024-10-08/.."),
    quantity=QuantityEnvelope(1500, None, None, "personnel"),
)
MENTIONS = tuple(Mention(NOWHERE, p.name, Usage.LOCATIVE, p) for p in (VLADIVOSTOK, RUSSIA, VLADIVOSTOK))
UNPLACED = Mention(NOWHERE, "Atlantis", Usage.LOCATIVE)
REPORT = Document("d1", "words", title="Title", published=DAY)


def run(*movements: Movement) -> Run:
    return Run((Reading(REPORT, (*MENTIONS, UNPLACED), (), (CLAIM, BARE)),), movements)


def rows(frame: gpd.GeoDataFrame, *columns: str) -> list[tuple[object, ...]]:
    return list(frame[list(columns)].itertuples(index=False, name=None))


# --- tables ----------------------------------------------------------------------------------------


def test_a_claim_has_a_row_for_each_place_with_the_part_it_plays() -> None:
    claims = features.layers(run(MOVEMENT)).claims
    assert rows(claims, "claim_id", "role", "place", "movement_id") == [
        ("c1", "origin", "Chongjin", "m1"),
        ("c1", "destination", "Vladivostok", "m1"),
        ("c1", "place", "Russian Far East", "m1"),
        ("c2", "place", "Vladivostok", "m1"),
    ]
    assert claims.geometry.iloc[1] == Point(131.9, 43.1)


def test_a_day_stays_a_day_and_what_nobody_said_is_missing() -> None:
    claims = features.layers(run(MOVEMENT)).claims
    first, last = claims.iloc[0], claims.iloc[-1]
    assert (first["date_from"], first["published"]) == (DAY, DAY)
    assert first["date_to"] is pd.NA
    assert (first["quantity_low"], first["side"]) == (1500, "KP")
    assert last[["quantity_low", "quantity_high", "actor", "side", "date_from", "means"]].isna().all()
    assert str(claims["quantity_low"].dtype) == "Int64"


def test_places_are_counted_by_mentions_and_claims_in_the_order_of_their_ids() -> None:
    assert rows(features.layers(run(MOVEMENT)).places, "place_id", "mentions", "claims") == [
        ("chongjin", 0, 1),
        ("russian far east", 1, 1),
        ("vladivostok", 2, 2),
    ]


def test_only_places_that_are_areas_show_how_far_they_reach() -> None:
    uncertainty = features.layers(run(MOVEMENT)).uncertainty
    assert rows(uncertainty, "place_id", "radius_km") == [("russian far east", 900.0)]


@pytest.mark.parametrize(
    ("change", "drawn"),
    [({}, 1), ({"origin": None}, 0), ({"destination": None}, 0), ({"origin": VLADIVOSTOK}, 0)],
    ids=["two ends", "no origin", "no destination", "one place"],
)
def test_a_movement_is_drawn_where_it_has_two_ends(change: dict[str, Place | None], drawn: int) -> None:
    assert len(features.layers(run(replace(MOVEMENT, **change))).movements) == drawn  # type: ignore[arg-type]


def test_each_layer_is_wgs84_and_of_one_family() -> None:
    layers = features.layers(run(MOVEMENT))
    families = {
        "movements": {"MultiLineString"},
        "claims": {"Point"},
        "places": {"Point"},
        "uncertainty": {"Polygon", "MultiPolygon"},
    }
    for name, family in families.items():
        frame: gpd.GeoDataFrame = getattr(layers, name)
        assert frame.crs == "EPSG:4326"
        assert set(frame.geom_type) <= family


def test_a_run_that_found_nothing_has_empty_tables_with_all_their_columns() -> None:
    empty, full = features.layers(Run((), ())), features.layers(run(MOVEMENT))
    for name in ("movements", "claims", "places", "uncertainty"):
        assert len(getattr(empty, name)) == 0
        assert list(getattr(empty, name).columns) == list(getattr(full, name).columns)


# --- lines and circles -----------------------------------------------------------------------------


def pieces(geometry: BaseGeometry) -> list[BaseGeometry]:
    return list(getattr(geometry, "geoms", [geometry]))


def is_on_globe(geometry: BaseGeometry) -> bool:
    return all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in get_coordinates(geometry))


def widest_step(parts: Iterable[BaseGeometry]) -> float:
    """Return the widest step in longitude between neighbouring points, degrees."""
    steps = [0.0]
    for part in parts:
        lons = get_coordinates(part)[:, 0]
        steps += abs(lons[1:] - lons[:-1]).tolist()
    return max(steps)


def test_a_line_across_the_antimeridian_is_cut_there() -> None:
    line = features.great_circle(place("a", 10, 170), place("b", 10, -170))
    east, west = (get_coordinates(part).tolist() for part in line.geoms)
    assert (east[0], west[-1]) == ([170.0, 10.0], [-170.0, 10.0])
    assert (east[-1][0], west[0][0]) == (180.0, -180.0)
    assert east[-1][1] == pytest.approx(west[0][1])
    assert widest_step(line.geoms) < 5


def test_a_line_follows_the_great_circle() -> None:
    line = features.great_circle(place("a", 55, 37), place("b", 43, 132))
    assert line.bounds[3] > 60  # Moscow to Vladivostok passes far north of both


@given(
    st.tuples(st.floats(-80, 80), st.floats(-179, 179)), st.tuples(st.floats(-80, 80), st.floats(-179, 179))
)
@example((10.0, 170.0), (10.0, -170.0))
@example((60.0, 10.0), (61.0, -169.0))
def test_a_line_has_the_length_of_the_shortest_way_and_stays_on_the_globe(
    start: tuple[float, float], end: tuple[float, float]
) -> None:
    km = distance_km(*start, *end)
    assume(200 < km < 19_000)
    line = features.great_circle(place("a", *start), place("b", *end))
    drawn = sum(GEOD.geometry_length(LineString(part.coords)) for part in line.geoms) / 1000
    assert is_on_globe(line)
    assert drawn == pytest.approx(km, rel=0.01)
    assert line.geoms[0].coords[0] == pytest.approx((start[1], start[0]))
    assert line.geoms[-1].coords[-1] == pytest.approx((end[1], end[0]))


def test_a_circle_across_the_antimeridian_is_cut_there() -> None:
    circle = features.reach(place("fiji", -17, 179.9, "country", 300.0))
    assert circle.geom_type == "MultiPolygon"
    assert {part.bounds[0] for part in pieces(circle)} | {part.bounds[2] for part in pieces(circle)} >= {
        -180.0,
        180.0,
    }
    assert widest_step(part.exterior for part in pieces(circle)) < 5  # type: ignore[attr-defined]


@given(st.floats(-75, 75), st.floats(-180, 180), st.floats(1, 1000))
@example(0.0, 180.0, 100.0)
@example(0.0, -180.0, 100.0)
def test_a_circle_has_the_area_of_its_radius_around_its_place(lat: float, lon: float, radius: float) -> None:
    circle = features.reach(place("x", lat, lon, "region", radius))
    area, _ = GEOD.geometry_area_perimeter(circle)
    assert circle.is_valid
    assert is_on_globe(circle)
    assert circle.distance(Point(lon, lat)) < 1e-9
    assert abs(area) / 1e6 == pytest.approx(3.14159 * radius**2, rel=0.02)


def test_a_place_without_extent_is_drawn_all_the_same() -> None:
    assert features.reach(place("x", 0, 0, "region", 0.0)).area > 0


def test_every_movement_is_a_line_or_a_row_without_one(samples: Run) -> None:
    made = features.layers(samples)
    lines, others = set(made.movements["movement_id"]), set(made.movements_without_line["movement_id"])
    assert lines | others == {movement.id for movement in samples.movements}
    assert not lines & others
    assert made.movements_without_line["places"].notna().any()
