"""The field dictionary: what each column of each layer and table holds, in one place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd
import pyarrow as pa

from geo.features import Layers, joined
from geo.features import layers as layers_of
from geo.records import (
    ClaimType,
    DisagreementKind,
    Means,
    PlaceKind,
    Run,
    Status,
    VoiceKind,
)


@dataclass(frozen=True, slots=True)
class Field:
    """What a column holds, in one sentence, and in which unit it counts or measures."""

    meaning: str
    unit: str = ""


# What `unit` of a quantity names is a word of the claim, so the column beside tells it.
_COUNTED = "as quantity_unit"
_DAY = "day, ISO 8601"
_STATE = "ISO 3166-1 alpha-2"


def _one_of(kinds: type[ClaimType | Status | Means | PlaceKind | VoiceKind | DisagreementKind]) -> str:
    return ", ".join(kind.value for kind in kinds)


_CLAIM: Mapping[str, Field] = {
    "claim_id": Field("Id of the claim, a hash of what it says and where; the same words keep it."),
    "movement_id": Field("Id of the movement that the claim is part of."),
    "report": Field("Id of the report that makes the claim."),
    "type": Field(f"Kind of event: {_one_of(ClaimType)}."),
    "status": Field(f"How surely the report says it: {_one_of(Status)}."),
    "actor": Field("Who moved, stands or fell, in the words of the report."),
    "side": Field("State whose force it is; empty where nobody tells.", _STATE),
    "quantity_low": Field("Least number that the words allow; empty where open.", _COUNTED),
    "quantity_high": Field("Greatest number that the words allow; empty where open.", _COUNTED),
    "quantity_unit": Field("What is counted, as personnel or vessels."),
    "date_from": Field("First day of the event; empty where the words leave it open.", _DAY),
    "date_to": Field("Last day of the event, inclusive; empty where the words leave it open.", _DAY),
    "date_edtf": Field(
        "The same time with what is not known as X: XXXX-10-08 has no year.", "EDTF, ISO 8601-2"
    ),
    "means": Field(f"By which way: {_one_of(Means)}; empty where nobody tells."),
    "sources": Field("Who says so according to the report, nearest first, parted by semicolons."),
    "quote": Field("The sentence that carries the claim, word for word."),
    "title": Field("Title of the report."),
    "publisher": Field("Who publishes the report."),
    "published": Field("Day on which the report was published.", _DAY),
    "url": Field("Address of the report, as it was given: not followed, not checked."),
}
_AT_A_PLACE: Mapping[str, Field] = {
    "role": Field("Part that the place plays in the claim: origin, destination or place."),
    "place": Field("Name of the place in the gazetteer."),
    "place_kind": Field(f"What the place is: {_one_of(PlaceKind)}."),
    "country_code": Field("State in which the place lies; empty for seas and what spans states.", _STATE),
    "radius_km": Field("How far from the point the place reaches.", "km"),
    "geometry": Field("The place, as one point of it: longitude, latitude.", "WGS 84 degrees"),
}
_MOVEMENT: Mapping[str, Field] = {
    "movement_id": Field("Id of the movement, a hash of its claims."),
    "type": _CLAIM["type"],
    "status": Field(f"How surely the claims together say it: {_one_of(Status)}."),
    "side": _CLAIM["side"],
    "origin": Field("Name of the place from which it set out."),
    "origin_inferred": Field(
        "True where no claim tells the origin and the side's own country stands for it."
    ),
    "destination": Field("Name of the place to which it went."),
    "places": Field("Names of the places where it stands, falls or passes, parted by semicolons."),
    "date_from": Field("Earliest first day that a claim tells.", _DAY),
    "date_to": Field("Latest last day that a claim tells, inclusive.", _DAY),
    "date_edtf": _CLAIM["date_edtf"],
    "quantity_low": Field("Lowest number that a claim allows; empty where open.", _COUNTED),
    "quantity_best": Field("Number that the claims support best; quantity_rule tells why.", _COUNTED),
    "quantity_high": Field("Highest number that a claim allows; empty where open.", _COUNTED),
    "quantity_unit": _CLAIM["quantity_unit"],
    "quantity_rule": Field("Why quantity_best is the best."),
    "independent_sources": Field("How many sources do not repeat one another.", "sources"),
    "sources": Field("Those sources, parted by semicolons; an equals sign joins names of one."),
    "where_precision": Field("How exact the place is: 1 exact to 7 water or air.", "UCDP GED where_prec"),
    "date_precision": Field("How exact the time is: 1 day to 5 more than a month.", "UCDP GED date_prec"),
    "reliability": Field(
        "Reliability of the best source: A to F, F cannot be judged.", "NATO Admiralty code"
    ),
    "credibility": Field("Credibility of what is said: 1 to 6, 6 cannot be judged.", "NATO Admiralty code"),
    "origin_reason": Field("Why the origin is inferred."),
    "history": Field("What was said when: day of publication, claim and words, parted by semicolons."),
    "relations": Field("How it stands to other movements: the kind and their id, parted by semicolons."),
    "notes": Field("Remarks of the reports on its claims, parted by semicolons."),
    "claims": Field("Ids of its claims, parted by semicolons."),
    "reports": Field("Ids of the reports that make them, parted by semicolons."),
    "disagreements": Field(f"On what its claims differ ({_one_of(DisagreementKind)}), parted by semicolons."),
    "geometry": Field("Great circle from origin to destination, cut at the antimeridian.", "WGS 84 degrees"),
}
_PLACE: Mapping[str, Field] = {
    "place_id": Field("Id of the place in the gazetteer."),
    "name": _AT_A_PLACE["place"],
    "kind": _AT_A_PLACE["place_kind"],
    "country_code": _AT_A_PLACE["country_code"],
    "radius_km": _AT_A_PLACE["radius_km"],
    "mentions": Field("How often the reports name the place.", "mentions"),
    "claims": Field("How many claims speak of the place.", "claims"),
    "geometry": _AT_A_PLACE["geometry"],
}

FIELDS: Mapping[str, Mapping[str, Field]] = {
    "movements": _MOVEMENT,
    "claims": {**_CLAIM, **_AT_A_PLACE},
    "places": _PLACE,
    "uncertainty": {
        **_PLACE,
        "geometry": Field(
            "Circle of radius_km around the place's point, cut at the antimeridian.", "WGS 84 degrees"
        ),
    },
    "movements_without_line": {name: field for name, field in _MOVEMENT.items() if name != "geometry"},
    "claims_unlocated": _CLAIM,
    "reports": {
        "report": Field("Id of the report: its file's name without the ending, or the id it came with."),
        "title": _CLAIM["title"],
        "publisher": _CLAIM["publisher"],
        "published": _CLAIM["published"],
        "language": Field("Language of the report, told or detected.", "ISO 639-1"),
        "url": _CLAIM["url"],
        "sha256": Field("Hash of the report's text, to tell whether it is still the same.", "hexadecimal"),
        "claims": Field("How many claims the report makes.", "claims"),
    },
    "sources": {
        "source": Field("Name of who stands behind claims."),
        "kind": Field(f"What it is: {_one_of(VoiceKind)}."),
        "country_code": Field("State whose office or press it is; empty where nobody tells.", _STATE),
        "claims": Field("How many claims it stands behind.", "claims"),
        "reports": Field("In how many reports it does.", "reports"),
    },
    "disagreements": {
        "movement_id": Field("Id of the movement whose claims differ."),
        "kind": Field(f"On what they differ: {_one_of(DisagreementKind)}."),
        "says": Field("What this side of the disagreement says."),
        "claims": Field("Ids of the claims that say so, parted by semicolons."),
    },
}
# What `geo join` writes beside tables of `FIELDS`.
JOINED: Mapping[str, Mapping[str, Field]] = {
    "movement_of_claim": {"claim_id": _CLAIM["claim_id"], "movement_id": _CLAIM["movement_id"]},
    "legs": {
        "itinerary_id": Field("Id of the journey, a hash of its movements."),
        "leg": Field("Which leg of the journey it is, from 1."),
        "side": _CLAIM["side"],
        "movement_from": Field("Id of the movement that leads to where the leg begins."),
        "movement_to": Field("Id of the movement that leads to where it ends."),
        "place_from": Field("Name of the place where it begins."),
        "place_to": Field("Name of the place where it ends."),
        "km": Field("Geodesic distance between the two places.", "km"),
        "days": Field("Days from the earliest of the one movement to the latest of the other.", "days"),
        "km_per_day": Field("Speed that the leg takes at least.", "km a day"),
        "plausible": Field("False where no usual means is so fast."),
        "geometry": Field(
            "Great circle between the two places, cut at the antimeridian; empty where they are one.",
            "WGS 84 degrees",
        ),
    },
}
_TITLES: Mapping[str, str] = {
    "movements": "One row a movement with an origin and a destination, as a line.",
    "claims": "One row a claim and place, as a point.",
    "places": "One row a place that a report names, as a point.",
    "uncertainty": "One row a place that is no point, as the area it may mean.",
    "movements_without_line": "One row a movement without two ends; no geometry.",
    "claims_unlocated": "One row a claim without a place; no geometry.",
    "reports": "One row a report that was read; no geometry.",
    "sources": "One row a voice that stands behind claims; no geometry.",
    "disagreements": "One row a stand of a disagreement; no geometry.",
    "movement_of_claim": "One row a claim, of those that `geo join` joined; no geometry.",
    "legs": "One row a leg of a journey, of those that `geo join` found, as a line.",
}


def describe(layers: Layers) -> pd.DataFrame:
    """Return the field dictionary of `layers`: columns layer, field, type, unit and meaning, all text.

    Raises
    ------
    KeyError
        A column has no entry in `FIELDS`.
    """
    return _described(tables(layers), FIELDS)


def _described(
    named: Iterable[tuple[str, pd.DataFrame]], entries: Mapping[str, Mapping[str, Field]]
) -> pd.DataFrame:
    rows = [
        (
            layer,
            str(name),
            _type(table[name]),
            entries[layer][str(name)].unit,
            entries[layer][str(name)].meaning,
        )
        for layer, table in named
        for name in table.columns
    ]
    return pd.DataFrame(rows, columns=["layer", "field", "type", "unit", "meaning"], dtype="string")


def tables(layers: Layers) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield every layer and table by name, in the order of `Layers`."""
    for name in FIELDS:
        yield name, getattr(layers, name)


def fields_markdown() -> str:
    """Return the field dictionary as the Markdown of ``docs/fields.md``."""
    beside = [(name, table) for name, table in joined((), ()) if name in JOINED]
    described = pd.concat([describe(layers_of(Run((), ()))), _described(beside, JOINED)])
    lines = [
        "# Fields",
        "",
        "What each column of each layer and table holds. Empty means that nobody told. Columns have the same",
        "names and values in every format.",
    ]
    for layer, rows in described.groupby("layer", sort=False):
        lines += ["", f"## {layer}", "", _TITLES[str(layer)], ""]
        lines += ["| field | type | unit | meaning |", "| --- | --- | --- | --- |"]
        lines += [f"| `{r.field}` | {r.type} | {r.unit} | {r.meaning} |" for r in rows.itertuples()]
    return "\n".join(lines) + "\n"


def _type(column: pd.Series) -> str:
    """Return the type of a column in a reader's words."""
    kind = column.dtype
    if isinstance(column, gpd.GeoSeries):
        return "geometry"
    if isinstance(kind, pd.ArrowDtype) and pa.types.is_date32(kind.pyarrow_dtype):
        return "date"
    if pd.api.types.is_bool_dtype(kind):
        return "boolean"
    if pd.api.types.is_integer_dtype(kind):
        return "integer"
    return "number" if pd.api.types.is_float_dtype(kind) else "text"
