"""The one international airport, or the one airport, of a capital or a large city, under the city's name.

Where a city has several, or where it is not clear which one a text would mean, there is none by rule.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from geo.assembly.linked_places import Entry
from geo.assembly.material import Material
from geo.assembly.naming import distinct, without_signs
from geo.assembly.shapes import distances_km
from geo.assembly.sources import Airport
from geo.records import PlaceKind, PlaceName
from geo.text import fold

# An airport serves a city that is no farther away than this.
SERVES_KM = 60.0
RADIUS_KM = 3.0
_PREFIX = "dm:airport-"
_HAS_KIND = re.compile(
    r"airport|aéroport|\bbase\b|field\b|aerodrome|station|\b(?:RAF|RNAS|CFB|AFB)\b", re.IGNORECASE
)
_INTERNATIONAL = re.compile(r"international|aéroport|intl", re.IGNORECASE)
_AIRPORT = re.compile(r"(?:\s(?:International|Intl))?\sAirport$")
_NAMED_INTERNATIONAL = re.compile(r"\bInternational Airport$")
_OF_CITY = re.compile(r" airport$")
_AIR_BASE = re.compile(r" Air Force Base$")
_NOT_FOR_PASSENGERS = re.compile(
    r"heli|seaplane|\bair base\b|\bairbase\b|air force|naval|army|military", re.IGNORECASE
)


def airport_entries(material: Material, made: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the airports of the cities among `made` that have just one and none by hand."""
    rules = material.world.airports
    by_country: dict[str, list[Airport]] = {}
    for airport in material.airports.values():
        if not _NOT_FOR_PASSENGERS.search(airport.name):
            by_country.setdefault(airport.country_code, []).append(airport)
    by_hand = {place.icao for place in material.curation.places if place.icao} | rules.left_out
    taken = {fold(name.toponym) for entry in made for name in entry.names}
    chosen: dict[str, tuple[Entry, Airport]] = {}
    for city in made:
        if city.kind is not PlaceKind.CITY or not city.country_code or not _is_large(city, material):
            continue
        near = [a for a in by_country.get(city.country_code, ()) if _serves(a, city)]
        serving = [a for a in near if _INTERNATIONAL.search(a.name)] or near
        if len(serving) == 1 and serving[0].icao not in by_hand:
            known = chosen.get(serving[0].icao)
            if known is None or (known[0].population or 0) < (city.population or 0):
                chosen[serving[0].icao] = (city, serving[0])
    for _, (city, airport) in sorted(chosen.items()):
        yield _entry(city, airport, taken)


def further_airports(material: Material, made: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the international airports, and those with further names by hand, that are not among `made`."""
    there = {entry.id for entry in made}
    by_hand = {place.icao for place in material.curation.places if place.icao}
    for icao, airport in sorted(material.airports.items()):
        key = f"{_PREFIX}{icao.lower()}"
        among = airport.country_code not in material.world.airports.only_of_cities and icao not in by_hand
        international = among and _NAMED_INTERNATIONAL.search(airport.name)
        if key in there or not (international or key in material.curation.spellings):
            continue
        title = _title(airport)
        yield Entry(
            id=key,
            title=title,
            kind=PlaceKind.SITE,
            country_code=airport.country_code,
            ccodes=(airport.country_code,),
            lat=round(airport.lat, 4),
            lon=round(airport.lon, 4),
            radius_km=RADIUS_KM,
            names=(PlaceName(title, "en"),),
            source="airportsdata; hand",
            licence="MIT",
            within=f"gn:{material.countries[airport.country_code].geonameid}",
        )


def shortly_named(entry: Entry) -> Entry:
    """Add "Zvartnots Airport" to Zvartnots International Airport, and the same in French."""
    if entry.kind is not PlaceKind.SITE:
        return entry
    shorter = [_AIRPORT.sub("", n.toponym) for n in entry.names if _AIRPORT.search(n.toponym)]
    names = [PlaceName(f"{short} Airport", "en") for short in shorter]
    names += [PlaceName(_AIR_BASE.sub(" Air Base", n.toponym), n.lang) for n in entry.names]
    served = [_OF_CITY.sub("", n.toponym) for n in entry.names if _OF_CITY.search(n.toponym)]
    names += [PlaceName(f"{city} International Airport", "en") for city in served[:1]]
    short = _AIRPORT.sub("", entry.title)
    if short != entry.title:
        names += [
            PlaceName(f"aéroport {international}{name}", "fr")
            for international in ("", "international ")
            for name in (short, _french_genitive(short))
        ]
    return replace(entry, names=distinct([*entry.names, *names]))


def _title(airport: Airport) -> str:
    title = re.sub(r"\s+", " ", airport.name).strip()
    return title if _HAS_KIND.search(title) else f"{title} Airport"


def _is_large(city: Entry, material: Material) -> bool:
    rules = material.world.airports
    near = city.country_code in rules.countries
    return city.capital or (city.population or 0) >= (
        rules.population if near else rules.population_elsewhere
    )


def _serves(airport: Airport, city: Entry) -> bool:
    """Tell whether an airport is near a city and named after it, or listed under its name."""
    apart = distances_km(airport.lat, airport.lon, np.array([city.lat]), np.array([city.lon]))[0]
    if apart > SERVES_KM:
        return False
    names = {fold(without_signs(n.toponym)) for n in city.names if n.lang in ("en", "fr", "und")}
    listed = {fold(without_signs(part)) for part in re.split(r"[,/(]", airport.city)}
    words = f" {fold(without_signs(airport.name))} "
    return bool(names & listed) or any(f" {name} " in words for name in names)


def _entry(city: Entry, airport: Airport, taken: set[str]) -> Entry:
    title = _title(airport)
    if re.search(r"[/(]|\bApt\b", title):
        title = f"{city.title} International Airport"
    pairs = [(title, "en")]
    for name in {n.toponym for n in city.names if n.lang == "en"} | {city.title}:
        pairs += [
            (f"{name} airport", "en"),
            (f"{name} International Airport", "en"),
            (f"airport of {name}", "en"),
        ]
    for name in {n.toponym for n in city.names if n.lang == "fr"} or {city.title}:
        genitive = _french_genitive(name)
        pairs += [(f"aéroport {genitive}", "fr"), (f"aéroport international {genitive}", "fr")]
    for lang, pattern in (("es", "aeropuerto de {}"), ("de", "Flughafen {}")):
        pairs += [(pattern.replace("{}", n.toponym), lang) for n in city.names if n.lang == lang]
    names = [PlaceName(toponym, lang) for toponym, lang in pairs if fold(toponym) not in taken]
    return Entry(
        id=f"{_PREFIX}{airport.icao.lower()}",
        title=title,
        kind=PlaceKind.SITE,
        country_code=city.country_code,
        ccodes=city.ccodes,
        lat=round(airport.lat, 4),
        lon=round(airport.lon, 4),
        radius_km=RADIUS_KM,
        names=distinct([PlaceName(title, "en"), *names]),
        source="airportsdata; GeoNames",
        licence="MIT; CC BY 4.0",
        within=city.within,
    )


def _french_genitive(name: str) -> str:
    if name.startswith("Le "):
        return f"du {name.removeprefix('Le ')}"
    return f"d'{name}" if fold(name)[:1] in "aeiou" else f"de {name}"
