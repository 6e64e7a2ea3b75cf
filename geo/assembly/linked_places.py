"""A place of the gazetteer, and how it is written in the Linked Places Format (LPF 1.3)."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from geo.errors import GazetteerError
from geo.records import PlaceKind, PlaceName
from geo.text import fold

CONTEXT = (
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld"
)
ATTRIBUTION = (
    "GeoNames (CC BY 4.0); Natural Earth (public domain); Unicode CLDR (Unicode-3.0); "
    "outlines by Natural Earth, modified by Visionscarto (BSD-3-Clause); the deployment-mapper authors (MIT)"
)
# The year in which the sources were collected: each place was there, under these names, in that year.
ATTESTED = "2026"

_TYPES = {
    PlaceKind.COUNTRY: ("A", "aat:300387506", "country or territory"),
    PlaceKind.ADMIN: ("A", "aat:300232418", "administrative division"),
    PlaceKind.CITY: ("P", "aat:300008347", "inhabited place"),
    PlaceKind.SITE: ("S", "aat:300000809", "site"),
    PlaceKind.REGION: ("L", "aat:300182722", "region"),
    PlaceKind.WATER: ("H", "aat:300266059", "body of water"),
}
# Assigned by nobody in ISO 3166-1, so that LPF's list of codes does not hold it.
_NOT_ISO = frozenset({"XK"})


@dataclass(frozen=True)
class Entry:
    """A place of the gazetteer before it is written; `within` is the id of what contains it."""

    id: str
    title: str
    kind: PlaceKind
    country_code: str | None
    ccodes: tuple[str, ...]
    lat: float
    lon: float
    radius_km: float
    names: tuple[PlaceName, ...]
    source: str
    licence: str
    population: int | None = None
    wikidata: str | None = None
    within: str | None = None
    # Names that give way where another place bears them for certain.
    weak: frozenset[PlaceName] = frozenset()
    # Of a sovereign state.
    capital: bool = False


def settle(entries: list[Entry]) -> list[Entry]:
    """Take from each entry the weak names that another place bears for certain, and sort.

    Raises
    ------
    GazetteerError
        Where two entries share an id.
    """
    owners: dict[str, set[str]] = {}
    for entry in entries:
        for name in entry.names:
            if name not in entry.weak:
                owners.setdefault(fold(name.toponym), set()).add(entry.id)
    settled = []
    for entry in entries:
        kept = tuple(
            name
            for name in entry.names
            if name not in entry.weak or not owners.get(fold(name.toponym), set()) - {entry.id}
        )
        settled.append(replace(entry, names=kept))
    ids = [entry.id for entry in settled]
    twice = sorted(identifier for identifier, count in Counter(ids).items() if count > 1)
    if twice:
        raise GazetteerError(f"gazetteer: {', '.join(twice)} occurs twice; keep one in curated.toml")
    order = list(PlaceKind)
    return sorted(settled, key=lambda entry: (order.index(entry.kind), fold(entry.title), entry.id))


def to_feature(entry: Entry, titles: Mapping[str, str]) -> dict[str, Any]:
    """Return an entry as a feature of the Linked Places Format; `titles` names what contains it."""
    feature_class, type_id, type_label = _TYPES[entry.kind]
    iso_codes = [code for code in entry.ccodes if code not in _NOT_ISO]
    properties: dict[str, Any] = {"title": entry.title}
    if iso_codes:
        properties["ccodes"] = iso_codes
    properties |= {
        "fclasses": [feature_class],
        "kind": entry.kind.value,
        "country_code": entry.country_code,
        "radius_km": entry.radius_km,
    }
    if entry.population is not None:
        properties["population"] = entry.population
    properties |= {"source": entry.source, "licence": entry.licence}
    if entry.capital:
        properties["capital"] = True
    feature: dict[str, Any] = {
        "@id": entry.id,
        "type": "Feature",
        "properties": properties,
        "when": {"timespans": [{"start": {"latest": ATTESTED}, "end": {"earliest": ATTESTED}}]},
        "names": [{"toponym": name.toponym, "lang": name.lang} for name in entry.names],
        "types": [{"identifier": type_id, "label": type_label}],
        "geometry": {
            "type": "Point",
            "coordinates": [entry.lon, entry.lat],
            "approximation": {"type": "geo:hasSpatialAccuracy", "tolerance": round(entry.radius_km * 1000)},
        },
    }
    return feature | _connections(entry, titles)


def _connections(entry: Entry, titles: Mapping[str, str]) -> dict[str, Any]:
    """Return the links and relations; an ``@id`` of GeoNames is itself the link to GeoNames."""
    connections: dict[str, Any] = {}
    if entry.wikidata:
        connections["links"] = [{"type": "closeMatch", "identifier": f"wd:{entry.wikidata}"}]
    if entry.within:
        connections["relations"] = [
            {
                "relationType": "gvp:broaderPartitive",
                "relationTo": entry.within,
                "label": titles[entry.within],
            }
        ]
    return connections


def as_text(entries: list[Entry]) -> str:
    """Return the whole file, one place a line."""
    titles = {entry.id: entry.title for entry in entries}
    rows = [json.dumps(to_feature(e, titles), ensure_ascii=False, separators=(",", ":")) for e in entries]
    head = json.dumps({"type": "FeatureCollection", "@context": CONTEXT, "attribution": ATTRIBUTION})
    return head[:-1] + ', "features": [\n' + ",\n".join(rows) + "\n]}\n"
