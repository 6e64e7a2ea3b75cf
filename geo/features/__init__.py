"""Records to geometry: tables of features that GIS programs and the exports share.

Geometries are WGS 84, longitude before latitude, one family a table, cut where they cross the
antimeridian (RFC 7946, 3.1.9).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import geopandas as gpd
import pandas as pd
import pyarrow as pa
from shapely.geometry import MultiPolygon, Point
from shapely.geometry.base import BaseGeometry

from geo.features.shapes import great_circle, reach
from geo.records import Claim, Document, Itinerary, Movement, Place, PlaceKind, Reading, Run

__all__ = [
    "AT_A_PLACE",
    "DRAWN",
    "Layers",
    "claims_told",
    "great_circle",
    "joined",
    "layers",
    "places_of",
    "places_of_claim",
    "reach",
]

_AREAS = (PlaceKind.COUNTRY, PlaceKind.ADMIN, PlaceKind.REGION, PlaceKind.WATER)


@dataclass(frozen=True, slots=True)
class Layers:
    """The tables of one run.

    Attributes
    ----------
    movements
        MultiLineString: one great circle a movement with origin and destination.
    claims
        Point: one a claim and place.
    places
        Point: one a place that a mention or claim names.
    uncertainty
        MultiPolygon: how far the places reach that are not points.
    movements_without_line
        One row a movement without two ends, in the columns of `movements`: who stands, falls, or only left.
    claims_unlocated
        One row a claim without a place, in the columns of `claims`.
    reports
        One row a report that was read.
    sources
        One row a voice that stands behind claims, by name.
    disagreements
        One row a stand of a disagreement: what is said, and by which claims.
    """

    movements: gpd.GeoDataFrame
    claims: gpd.GeoDataFrame
    places: gpd.GeoDataFrame
    uncertainty: gpd.GeoDataFrame
    movements_without_line: pd.DataFrame
    claims_unlocated: pd.DataFrame
    reports: pd.DataFrame
    sources: pd.DataFrame
    disagreements: pd.DataFrame


# A day is a day (Arrow's date32), not a moment: every driver then writes a DATE, even where all are missing.
_TEXT, _DAY, _WHOLE, _REAL, _TRUTH = "string", pd.ArrowDtype(pa.date32()), "Int64", "float64", "boolean"
_Columns = Mapping[str, str | pd.ArrowDtype]
_CLAIM_COLUMNS: _Columns = {
    "claim_id": _TEXT,
    "movement_id": _TEXT,
    "report": _TEXT,
    "type": _TEXT,
    "status": _TEXT,
    "role": _TEXT,
    "place": _TEXT,
    "place_kind": _TEXT,
    "country_code": _TEXT,
    "radius_km": _REAL,
    "actor": _TEXT,
    "side": _TEXT,
    "quantity_low": _WHOLE,
    "quantity_high": _WHOLE,
    "quantity_unit": _TEXT,
    "date_from": _DAY,
    "date_to": _DAY,
    "date_edtf": _TEXT,
    "means": _TEXT,
    "sources": _TEXT,
    "quote": _TEXT,
    "title": _TEXT,
    "publisher": _TEXT,
    "published": _DAY,
    "url": _TEXT,
}
AT_A_PLACE: Final = ("role", "place", "place_kind", "country_code", "radius_km")
_UNLOCATED_COLUMNS: _Columns = {name: kind for name, kind in _CLAIM_COLUMNS.items() if name not in AT_A_PLACE}
_MOVEMENT_COLUMNS: _Columns = {
    "movement_id": _TEXT,
    "type": _TEXT,
    "status": _TEXT,
    "side": _TEXT,
    "origin": _TEXT,
    "origin_inferred": _TRUTH,
    "destination": _TEXT,
    "places": _TEXT,
    "date_from": _DAY,
    "date_to": _DAY,
    "date_edtf": _TEXT,
    "quantity_low": _WHOLE,
    "quantity_best": _WHOLE,
    "quantity_high": _WHOLE,
    "quantity_unit": _TEXT,
    "quantity_rule": _TEXT,
    "independent_sources": _WHOLE,
    "sources": _TEXT,
    "where_precision": _WHOLE,
    "date_precision": _WHOLE,
    "reliability": _TEXT,
    "credibility": _WHOLE,
    "origin_reason": _TEXT,
    "history": _TEXT,
    "relations": _TEXT,
    "notes": _TEXT,
    "claims": _TEXT,
    "reports": _TEXT,
    "disagreements": _TEXT,
}
_REPORT_COLUMNS: _Columns = {
    "report": _TEXT,
    "title": _TEXT,
    "publisher": _TEXT,
    "published": _DAY,
    "language": _TEXT,
    "url": _TEXT,
    "sha256": _TEXT,
    "claims": _WHOLE,
}
_SOURCE_COLUMNS: _Columns = {
    "source": _TEXT,
    "kind": _TEXT,
    "country_code": _TEXT,
    "claims": _WHOLE,
    "reports": _WHOLE,
}
_DISAGREEMENT_COLUMNS: _Columns = {
    "movement_id": _TEXT,
    "kind": _TEXT,
    "says": _TEXT,
    "claims": _TEXT,
}
_LEG_COLUMNS: _Columns = {
    "itinerary_id": _TEXT,
    "leg": _WHOLE,
    "side": _TEXT,
    "movement_from": _TEXT,
    "movement_to": _TEXT,
    "place_from": _TEXT,
    "place_to": _TEXT,
    "km": _REAL,
    "days": _WHOLE,
    "km_per_day": _REAL,
    "plausible": _TRUTH,
}
_MEMBER_COLUMNS: _Columns = {
    "claim_id": _TEXT,
    "movement_id": _TEXT,
}
_PLACE_COLUMNS: _Columns = {
    "place_id": _TEXT,
    "name": _TEXT,
    "kind": _TEXT,
    "country_code": _TEXT,
    "radius_km": _REAL,
    "mentions": _WHOLE,
    "claims": _WHOLE,
}


def layers(run: Run) -> Layers:
    """Return the four tables of a run, each in a stable order."""
    placed = places_of(run)
    rows = _place_rows(placed, run)
    areas = [(row, place) for row, place in zip(rows, placed, strict=True) if place.kind in _AREAS]
    claim_rows = list(_claim_rows(run))
    return Layers(
        movements=_movements(run.movements),
        claims=_frame(
            [row for row, _ in claim_rows], (Point(p.lon, p.lat) for _, p in claim_rows), _CLAIM_COLUMNS
        ),
        places=_frame(rows, (Point(p.lon, p.lat) for p in placed), _PLACE_COLUMNS),
        uncertainty=_frame([row for row, _ in areas], (_area(p) for _, p in areas), _PLACE_COLUMNS),
        movements_without_line=_movements_without_line(run.movements),
        claims_unlocated=_table(list(_unlocated_rows(run)), _UNLOCATED_COLUMNS),
        reports=_table([_report_row(reading) for reading in run.readings], _REPORT_COLUMNS),
        sources=_table(_source_rows(run), _SOURCE_COLUMNS),
        disagreements=_disagreements(run.movements),
    )


DRAWN: Final = ("movements", "legs")  # of the tables of `joined` those of features


def joined(
    movements: Sequence[Movement], journeys: Sequence[Itinerary]
) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield by name the tables of movements and journeys, of which a run may have more.

    `movements`, `movements_without_line` and `disagreements` are as in `Layers`. `movement_of_claim` is one
    row a claim, `legs` one a leg of a journey: a great circle, or no geometry where it ends where it began.
    """
    for name, table in _OF_MOVEMENTS.items():
        yield name, table(movements)
    yield "legs", _legs(journeys)


def _movements(movements: Sequence[Movement]) -> gpd.GeoDataFrame:
    drawn = [m for m in movements if _has_line(m)]
    return _frame([_movement_row(m) for m in drawn], map(_route, drawn), _MOVEMENT_COLUMNS)


def _movements_without_line(movements: Sequence[Movement]) -> pd.DataFrame:
    return _table([_movement_row(m) for m in movements if not _has_line(m)], _MOVEMENT_COLUMNS)


def _disagreements(movements: Sequence[Movement]) -> pd.DataFrame:
    return _table(list(_disagreement_rows(movements)), _DISAGREEMENT_COLUMNS)


def _movement_of_claim(movements: Sequence[Movement]) -> pd.DataFrame:
    rows = [{"claim_id": claim, "movement_id": m.id} for m in movements for claim in m.claims]
    return _table(rows, _MEMBER_COLUMNS)


_OF_MOVEMENTS: Final[Mapping[str, Callable[[Sequence[Movement]], pd.DataFrame]]] = {
    "movements": _movements,
    "movements_without_line": _movements_without_line,
    "disagreements": _disagreements,
    "movement_of_claim": _movement_of_claim,
}


def _legs(journeys: Iterable[Itinerary]) -> gpd.GeoDataFrame:
    told = [row for journey in journeys for row in _leg_rows(journey)]
    lines = (great_circle(start, end) if start.id != end.id else None for _, start, end in told)
    return _frame([row for row, _, _ in told], lines, _LEG_COLUMNS)


def _leg_rows(journey: Itinerary) -> Iterable[tuple[dict[str, Any], Place, Place]]:
    for number, (leg, (start, end)) in enumerate(zip(journey.legs, pairwise(journey.places), strict=True), 1):
        row = {
            "itinerary_id": journey.id,
            "leg": number,
            "side": journey.side,
            "movement_from": leg.start,
            "movement_to": leg.end,
            "place_from": start.name,
            "place_to": end.name,
            "km": leg.km,
            "days": leg.days,
            "km_per_day": leg.km_per_day,
            "plausible": leg.plausible,
        }
        yield row, start, end


def _has_line(movement: Movement) -> bool:
    start, end = movement.origin, movement.destination
    return start is not None and end is not None and start.id != end.id


def places_of(run: Run) -> tuple[Place, ...]:
    """Return every place that a mention or a claim of the run names, by id."""
    found = {m.place.id: m.place for r in run.readings for m in r.mentions if m.place}
    for movement in run.movements:
        for place in (movement.origin, movement.destination, *movement.places):
            if place:
                found[place.id] = place
    return tuple(found[key] for key in sorted(found))


def places_of_claim(claim: Claim) -> tuple[tuple[str, Place], ...]:
    """Return the places of a claim with the part each plays: origin, destination or place."""
    named = (("origin", claim.origin), ("destination", claim.destination))
    ends = tuple((role, place) for role, place in named if place)
    return ends + tuple(("place", place) for place in claim.places)


def claims_told(readings: Iterable[Reading]) -> gpd.GeoDataFrame:
    """Return one row a claim and place of readings that nobody has joined, in the columns of `Layers.claims`.

    There is no `movement_id`. A claim without a place is a row without a geometry, and without what is told
    of a place.
    """
    told = [row for reading in readings for claim in reading.claims for row in _told_rows(claim, reading)]
    points = (Point(place.lon, place.lat) if place else None for _, place in told)
    columns = {name: kind for name, kind in _CLAIM_COLUMNS.items() if name != "movement_id"}
    return _frame([row for row, _ in told], points, columns)


def _told_rows(claim: Claim, reading: Reading) -> Iterable[tuple[dict[str, Any], Place | None]]:
    row = _claim_row(claim, reading.document)
    for role, place in places_of_claim(claim):
        yield {**row, **_at(role, place)}, place
    if not places_of_claim(claim):
        yield row, None


def _claim_rows(run: Run) -> Iterable[tuple[dict[str, Any], Place]]:
    movement_of = {claim: m.id for m in run.movements for claim in m.claims}
    for reading in run.readings:
        for claim in reading.claims:
            for role, place in places_of_claim(claim):
                row = {**_claim_row(claim, reading.document), "movement_id": movement_of.get(claim.id)}
                yield {**row, **_at(role, place)}, place


def _at(role: str, place: Place) -> dict[str, Any]:
    return {
        "role": role,
        "place": place.name,
        "place_kind": place.kind.value,
        "country_code": place.country_code,
        "radius_km": place.radius_km,
    }


def _claim_row(claim: Claim, document: Document) -> dict[str, Any]:
    number, time, actor = claim.quantity, claim.time, claim.actor
    return {
        "claim_id": claim.id,
        "report": document.id,
        "type": claim.type.value,
        "status": claim.status.value,
        "actor": actor and actor.text,
        "side": actor and actor.country_code,
        "quantity_low": number and number.low,
        "quantity_high": number and number.high,
        "quantity_unit": number and number.unit,
        "date_from": time and time.start,
        "date_to": time and time.end,
        "date_edtf": time and time.edtf,
        "means": claim.means and claim.means.value,
        "sources": "; ".join(s.text for s in claim.attribution) or None,
        "quote": claim.evidence[0].quote,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "url": document.url,
    }


def _movement_row(movement: Movement) -> dict[str, Any]:
    number, time = movement.quantity, movement.time
    return {
        "movement_id": movement.id,
        "type": movement.type.value,
        "status": movement.status.value,
        "side": movement.side,
        "origin": movement.origin and movement.origin.name,
        "origin_inferred": movement.origin_inferred,
        "destination": movement.destination and movement.destination.name,
        "places": "; ".join(place.name for place in movement.places) or None,
        "date_from": time and time.start,
        "date_to": time and time.end,
        "date_edtf": time and time.edtf,
        "quantity_low": number and number.low,
        "quantity_best": number and number.best,
        "quantity_high": number and number.high,
        "quantity_unit": number and number.unit,
        "quantity_rule": number and number.rule,
        "independent_sources": movement.independent_sources,
        "sources": "; ".join(" = ".join(s.names) for s in movement.sources) or None,
        "where_precision": movement.assessment.where_precision,
        "date_precision": movement.assessment.date_precision,
        "reliability": movement.assessment.reliability,
        "credibility": movement.assessment.credibility,
        "origin_reason": movement.origin_reason,
        "history": "; ".join(f"{s.published or '-'} {s.claim}: {s.says}" for s in movement.history) or None,
        "relations": "; ".join(f"{r.kind.value} {r.movement}" for r in movement.relations) or None,
        "notes": "; ".join(movement.notes) or None,
        "claims": "; ".join(movement.claims),
        "reports": "; ".join(movement.reports),
        "disagreements": "; ".join(d.kind.value for d in movement.disagreements) or None,
    }


def _place_rows(places: Iterable[Place], run: Run) -> list[dict[str, Any]]:
    mentions = Counter(m.place for r in run.readings for m in r.mentions)
    claims = Counter(place for claim in run.claims for place in {p for _, p in places_of_claim(claim)})
    return [
        {
            "place_id": place.id,
            "name": place.name,
            "kind": place.kind.value,
            "country_code": place.country_code,
            "radius_km": place.radius_km,
            "mentions": mentions[place],
            "claims": claims[place],
        }
        for place in places
    ]


def _unlocated_rows(run: Run) -> Iterable[dict[str, Any]]:
    movement_of = {claim: m.id for m in run.movements for claim in m.claims}
    for reading in run.readings:
        for claim in reading.claims:
            if not places_of_claim(claim):
                yield {**_claim_row(claim, reading.document), "movement_id": movement_of.get(claim.id)}


def _report_row(reading: Reading) -> dict[str, Any]:
    document = reading.document
    return {
        "report": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "language": document.language,
        "url": document.url,
        "sha256": document.sha256,
        "claims": len(reading.claims),
    }


def _source_rows(run: Run) -> list[dict[str, Any]]:
    """Return who stands behind claims, by name; the same name of another kind or state is another."""
    found: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in run.claims:
        if claim.voice:
            key = (claim.voice.name, claim.voice.kind.value, claim.voice.country_code or "")
            found.setdefault(key, []).append(claim)
    return [
        {
            "source": name,
            "kind": kind,
            "country_code": country or None,
            "claims": len(claims),
            "reports": len({claim.document_id for claim in claims}),
        }
        for (name, kind, country), claims in sorted(found.items())
    ]


def _disagreement_rows(movements: Iterable[Movement]) -> Iterable[dict[str, Any]]:
    for movement in movements:
        for disagreement in movement.disagreements:
            told: list[tuple[str | None, tuple[str, ...]]] = [(s.says, s.claims) for s in disagreement.stands]
            for says, claims in told or [(None, disagreement.claims)]:
                yield {
                    "movement_id": movement.id,
                    "kind": disagreement.kind.value,
                    "says": says,
                    "claims": "; ".join(claims),
                }


def _frame(
    rows: Sequence[Mapping[str, Any]], geometry: Iterable[BaseGeometry | None], columns: _Columns
) -> gpd.GeoDataFrame:
    shapes: Any = list(geometry)  # the stubs know no row without a shape
    return gpd.GeoDataFrame(_table(rows, columns), geometry=shapes, crs="EPSG:4326")


def _table(rows: Sequence[Mapping[str, Any]], columns: _Columns) -> pd.DataFrame:
    """Return typed columns; a missing whole number stays missing, and an empty table keeps its types."""
    return pd.DataFrame(
        {name: pd.Series([row.get(name) for row in rows], dtype=kind) for name, kind in columns.items()}
    )


def _route(movement: Movement) -> BaseGeometry:
    if movement.origin is None or movement.destination is None:
        raise ValueError(f"movement {movement.id} has no two ends")
    return great_circle(movement.origin, movement.destination)


def _area(place: Place) -> MultiPolygon:
    """Return the reach of a place as several areas, always: a mixture has no type in PostGIS or GDAL."""
    area = reach(place)
    return area if isinstance(area, MultiPolygon) else MultiPolygon([area])
