"""Assembles ``gazetteer.json``: countries, first-level regions, cities and the places kept by hand.

The file is a FeatureCollection in the Linked Places Format (LPF 1.3), one place a line.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import sqrt
from pathlib import Path

import numpy as np
from babel import Locale
from shapely import MultiPolygon, Point

from geo.assembly.aerodromes import airport_entries, further_airports, shortly_named
from geo.assembly.compass import compass_entries
from geo.assembly.curation import HandAdmin, HandPlace, Spelling
from geo.assembly.linked_places import Entry, as_text, settle
from geo.assembly.material import Material, read_material
from geo.assembly.naming import (
    UNDETERMINED,
    alike,
    cldr_form,
    declined,
    distinct,
    likeness,
    script,
    spelled_in,
    to_french,
    usable,
    with_generics,
    without_signs,
    written_in,
)
from geo.assembly.regions import region_entries
from geo.assembly.shapes import distances_km, interior_point, reach_km
from geo.assembly.sources import LANGUAGES, City, Region
from geo.errors import GazetteerError
from geo.records import PlaceKind, PlaceName
from geo.text import fold

# Inhabitants from which on a city is taken, by country; a larger gazetteer can be compiled.
THRESHOLD = 1_000_000
THRESHOLDS = {
    "KP": 100_000, "RU": 100_000, "UA": 50_000,
    "AM": 100_000, "AZ": 100_000, "BF": 100_000, "BY": 100_000, "CF": 100_000, "EE": 50_000, "GE": 50_000,
    "HT": 100_000, "LB": 50_000, "LT": 50_000, "LV": 50_000, "LY": 100_000, "MD": 50_000, "ML": 50_000,
    "NE": 50_000, "PS": 50_000, "RW": 100_000, "SD": 100_000, "SO": 100_000, "SS": 50_000, "SY": 100_000,
    "TD": 50_000, "YE": 100_000,
    "AF": 200_000, "CD": 200_000, "CI": 200_000, "ET": 150_000, "IL": 150_000, "IQ": 200_000,
    "KR": 300_000, "PL": 200_000, "RO": 150_000, "SN": 150_000, "TW": 300_000,
    "BE": 200_000, "BI": 300_000, "CA": 500_000, "DE": 300_000, "ES": 400_000, "FR": 150_000, "GB": 300_000,
    "IR": 500_000, "IT": 400_000, "NL": 300_000, "TR": 500_000, "US": 400_000, "ZA": 400_000,
    "BR": 2_000_000, "CN": 3_000_000, "IN": 3_000_000,
}  # fmt: skip
# A city taken for its size alone bears names in this many languages: districts of other cities do not.
LANGUAGES_OF_A_CITY = 2
HARDLY_TAGGED = frozenset({"KP"})
# Where untagged alternates are worth their noise: these names reach the news in many transcriptions.
WITH_ALTERNATES = frozenset({"BY", "KP", "KR", "RU", "UA"})
# How much a Cyrillic name, put into French letters, shares with the city's Latin name.
LIKENESS_ACROSS_SCRIPTS = 0.55
# From which language French newspapers transcribe a city's name.
OWN_LANGUAGE = {"BY": "ru", "RU": "ru", "UA": "uk"}
# Their English titles carry no signs for soft consonants, long vowels or breaths.
PLAIN_TITLES = frozenset(
    {
        "AE", "AF", "AM", "BD", "BG", "BH", "BY", "CN", "EG", "ER", "ET", "GE", "GR", "IL", "IN", "IQ", "IR",
        "JO", "JP", "KG", "KH", "KP", "KR", "KW", "KZ", "LB", "LK", "LY", "MK", "MM", "MN", "NP", "OM", "PK",
        "PS", "QA", "RU", "SA", "SD", "SY", "TH", "TJ", "TW", "UA", "YE",
    }
)  # fmt: skip
# Without its generic word, the name of such a region means the city after which it is named, or a river.
NEVER_BARE = frozenset({"federal_city", "governorate", "krai", "oblast", "special_city"})
# Territories of another state: their seats are no capitals whose name means a government.
DEPENDENT = frozenset(
    {
        "AI", "AQ", "AS", "AW", "AX", "BL", "BM", "BQ", "BV", "CC", "CK", "CW", "CX", "EH", "FK", "FO", "GF",
        "GG", "GI", "GL", "GP", "GS", "GU", "HK", "HM", "IM", "IO", "JE", "KY", "MF", "MO", "MP", "MQ", "MS",
        "NC", "NF", "NU", "PF", "PM", "PN", "PR", "RE", "SH", "SJ", "SX", "TC", "TF", "TK", "UM", "VG", "VI",
        "WF", "YT",
    }
)  # fmt: skip
# A disc of this many inhabitants a square kilometre holds the city's population; between 3 and 30 km.
INHABITANTS_PER_KM2 = 2_200
CITY_RADII_KM = (3.0, 30.0)

# How far a hand-kept place may lie from what a source says of it, kilometres.
AIRPORT_TOLERANCE_KM = 3.0
COUNTRY_TOLERANCE_KM = 50.0

# A name that ends so is a region's, though GeoNames may list it with the region's capital too.
_GENERIC_ENDINGS = ("область", "край", "округ")

# What the basemap draws by itself, without a code.
_SHOWN_APART = {"CY": "N. Cyprus", "SO": "Somaliland"}


def country_entries(material: Material) -> Iterator[Entry]:
    """Yield every country and territory with an alpha-2 code, and Kosovo."""
    for code, country in material.countries.items():
        lat, lon, radius_km = _country_extent(code, material)
        by_hand = material.curation.countries.get(code)
        names = [PlaceName(country.title, "en"), *(by_hand.names if by_hand else ())]
        if by_hand is None or by_hand.cldr:
            names.extend(_cldr_names(code))
        yield Entry(
            id=f"gn:{country.geonameid}",
            title=country.title,
            kind=PlaceKind.COUNTRY,
            country_code=code,
            ccodes=(code,),
            lat=lat,
            lon=lon,
            radius_km=radius_km,
            names=distinct(names),
            source="GeoNames; Unicode CLDR; Natural Earth, modified by Visionscarto; hand",
            licence="CC BY 4.0; Unicode-3.0; BSD-3-Clause; MIT",
            population=country.population or None,
        )


def _country_extent(code: str, material: Material) -> tuple[float, float, float]:
    by_hand = material.curation.countries.get(code)
    if by_hand and by_hand.point:
        return by_hand.point
    if code not in material.shapes:
        raise GazetteerError(f"curated.toml: {code} has no outline on the basemap; give it a point")
    lat, lon = interior_point(material.shapes[code])
    return lat, lon, reach_km(material.shapes[code], lat, lon)


def _cldr_names(code: str) -> Iterator[PlaceName]:
    for lang in LANGUAGES:
        display = Locale(lang).territories.get(code)
        if display:
            yield PlaceName(cldr_form(display), lang)


def admin_entries(material: Material) -> Iterator[Entry]:
    """Yield the first-level regions that ``curated.toml`` lists."""
    city_names = _names_of_cities(material, {admin.country_code for admin in material.curation.admins})
    for admin in material.curation.admins:
        region = material.regions[admin.iso]
        lat, lon = interior_point(region.area)
        if region.geonameid is None:
            raise GazetteerError(f"curated.toml: {admin.iso} has no GeoNames id in Natural Earth")
        yield Entry(
            id=f"gn:{region.geonameid}",
            title=admin.title,
            kind=PlaceKind.ADMIN,
            country_code=admin.country_code,
            ccodes=(admin.country_code,),
            lat=lat,
            lon=lon,
            radius_km=reach_km(region.area, lat, lon),
            names=_admin_names(admin, region, material, city_names[admin.country_code]),
            source="Natural Earth; GeoNames; hand",
            licence="public domain; CC BY 4.0; MIT",
            wikidata=region.wikidata if admin.natural_earth else None,
            within=f"gn:{material.countries[admin.country_code].geonameid}",
        )


def _names_of_cities(material: Material, codes: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return every name that a city bears, folded, by country: the region has to leave it to the city."""
    names: dict[str, set[str]] = {code: set() for code in codes}
    for city in material.cities.values():
        if city.country_code in names:
            tagged = (name.toponym for name in material.tagged.of(str(city.geonameid)))
            names[city.country_code].update(fold(name) for name in (city.name, *city.alternates, *tagged))
    return {code: frozenset(folded) for code, folded in names.items()}


def _admin_names(
    admin: HandAdmin, region: Region, material: Material, taken: frozenset[str]
) -> tuple[PlaceName, ...]:
    """Return the names by hand, the stems with their generic words, and what the sources have besides.

    French and English come by hand alone: the sources have them without the generic word, or wrong.
    """
    given = tuple(name for name in region.names if name.lang not in ("en", "fr") and admin.natural_earth)
    stems = {name.lang: name.toponym for name in given if name.lang in ("de", "es", "ko")} | dict(admin.stems)
    tagged = material.tagged.of(region.admin1) if region.admin1 else ()
    sourced = (*given, *(name for name in tagged if name.lang not in ("en", "fr")))
    bare = {fold(stem) for stem in stems.values()}
    reserved = taken | bare if admin.type in NEVER_BARE else taken
    kept = [
        name
        for name in sourced
        if written_in(name.lang, name.toponym)
        and fold(name.toponym) not in material.world.regions.never_alone
        and (fold(name.toponym) not in reserved or name.toponym.lower().endswith(_GENERIC_ENDINGS))
    ]
    generic = with_generics(stems, material.curation.generics[admin.type])
    put = [n for n in generic if fold(n.toponym) not in bare & reserved]
    short = material.world.regions.abbreviations.get(admin.iso, ())
    return distinct(
        [PlaceName(admin.title, "en"), *admin.names, *put, *kept, *(PlaceName(form, "en") for form in short)]
    )


def city_entries(material: Material, admins: Mapping[str, str]) -> Iterator[Entry]:
    """Yield the cities above the thresholds, the capitals, and those listed by hand.

    Parameters
    ----------
    material
        The sources.
    admins
        GeoNames code of a region ("RU.41") to the id of its entry.
    """
    titles = _titles_by_hand(material)
    capitals = {geonameid: code for code, geonameid in _capitals(material)}
    seats = {geonameid for geonameid, code in capitals.items() if code not in DEPENDENT}
    seats = (seats | material.world.capitals) - material.world.no_capitals
    by_hand = titles.keys() | material.curation.cities.keys() | material.curation.former.keys()
    spelled = {int(key.removeprefix("gn:")) for key in material.curation.spellings if key.startswith("gn:")}
    listed = by_hand | spelled | capitals.keys() | seats
    for city in material.cities.values():
        if city.geonameid not in listed and not _large(city, material):
            continue
        entry = _city_entry(city, titles.get(city.geonameid), material, admins.get(city.admin1))
        yield replace(entry, capital=city.geonameid in seats)


def _large(city: City, material: Material) -> bool:
    if city.population < THRESHOLDS.get(city.country_code, THRESHOLD):
        return False
    known = len(material.tagged.of(str(city.geonameid))) >= LANGUAGES_OF_A_CITY
    return known or city.country_code in HARDLY_TAGGED


def _titles_by_hand(material: Material) -> dict[int, str]:
    """Return GeoNames id to title of the cities listed by hand, each of which GeoNames must know so."""
    titles: dict[int, str] = {}
    wrong = []
    curation = material.curation
    called = [(city.geonameid, city.called) for city in curation.cities.values()]
    called += [(city.geonameid, city.called) for city in curation.former.values()]
    for geonameid, name in called:
        if geonameid not in material.cities or material.cities[geonameid].name != name:
            wrong.append(f"{name} ({geonameid})")
    for code, listed in curation.listed.items():
        for title, geonameid in listed.items():
            city = material.cities.get(geonameid)
            if city is None or city.country_code != code or _plain(title) not in _known_as(city, material):
                wrong.append(f"{title} ({code}, {geonameid})")
            titles[geonameid] = title
    if wrong:
        raise GazetteerError(f"curated.toml: GeoNames does not know {'; '.join(wrong)}")
    return titles


def _known_as(city: City, material: Material) -> set[str]:
    by_hand = material.curation.cities.get(city.geonameid)
    extra = (name.toponym for name in by_hand.names) if by_hand else ()
    return {_plain(name) for name in (city.name, *city.alternates, *extra)}


def _plain(name: str) -> str:
    return fold(without_signs(name))


def _capitals(material: Material) -> Iterator[tuple[str, int]]:
    """Yield the countries' codes and the GeoNames ids of their capitals; some territories have none."""
    by_country: dict[str, list[City]] = {}
    for city in material.cities.values():
        by_country.setdefault(city.country_code, []).append(city)
    for code, country in material.countries.items():
        wanted = _plain(country.capital)
        same = [
            (_plain(city.name) == wanted, city.population, city.geonameid)
            for city in by_country.get(code, ())
            if wanted and wanted in {_plain(city.name), *map(_plain, city.alternates)}
        ]
        if same:
            yield code, max(same)[2]


def _city_entry(city: City, title: str | None, material: Material, within: str | None) -> Entry:
    by_hand = material.curation.cities.get(city.geonameid)
    former = material.curation.former.get(city.geonameid)
    names = [
        *(by_hand.names if by_hand else ()),
        *_tagged(city, material),
        *(PlaceName(toponym, UNDETERMINED) for toponym in (former.toponyms if former else ())),
    ]
    weak = _untagged(city, names, material)
    if title is None:
        title = next((name.toponym for name in names if name.lang == "en"), city.name)
    if city.country_code in PLAIN_TITLES:
        title = _without_marks(without_signs(title))
    spread = sqrt(max(city.population, 0) / (np.pi * INHABITANTS_PER_KM2))
    return Entry(
        id=f"gn:{city.geonameid}",
        title=title,
        kind=PlaceKind.CITY,
        country_code=city.country_code,
        ccodes=(city.country_code,),
        lat=round(city.lat, 5),
        lon=round(city.lon, 5),
        radius_km=round(min(max(spread, CITY_RADII_KM[0]), CITY_RADII_KM[1]), 1),
        names=distinct([PlaceName(title, "en"), *names, *weak]),
        source="GeoNames; hand" if by_hand or former else "GeoNames",
        licence="CC BY 4.0; MIT" if by_hand or former else "CC BY 4.0",
        population=city.population or None,
        within=within or f"gn:{material.countries[city.country_code].geonameid}",
        weak=frozenset(weak),
    )


def _without_marks(title: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", title) if not unicodedata.combining(c))


def _tagged(city: City, material: Material) -> list[PlaceName]:
    """Return the tagged names in their language's script; "히로시마 시" is Hiroshima City, and loses it."""
    names = [n for n in material.tagged.of(str(city.geonameid)) if written_in(n.lang, n.toponym)]
    plain = (n.toponym.removesuffix(" 시").removesuffix(" Province") for n in names)
    return [PlaceName(without_signs(name), n.lang) for name, n in zip(plain, names, strict=True)]


def _untagged(city: City, names: list[PlaceName], material: Material) -> list[PlaceName]:
    """Return names of GeoNames without a language, and French forms transcribed from Russian or Ukrainian."""
    by_hand = material.curation.cities.get(city.geonameid)
    dropped = by_hand.dropped if by_hand else frozenset()
    signed = city.country_code in WITH_ALTERNATES
    found = [PlaceName(without_signs(city.name) if signed else city.name, UNDETERMINED)]
    if signed:
        found.extend(_alternates(city))
        found.extend(_transcribed(city, [*names, *found]))
    known = {fold(name.toponym) for name in names}
    return [
        name
        for name in found
        if name.toponym not in dropped and (name.lang != UNDETERMINED or fold(name.toponym) not in known)
    ]


def _alternates(city: City) -> Iterator[PlaceName]:
    """Yield the untagged names that look like the city's main one; only Hangul tells its language."""
    title = without_signs(city.name)
    own = OWN_LANGUAGE.get(city.country_code)
    for alternate in city.alternates:
        name = without_signs(alternate)
        kind = script(name)
        if kind == "HANGUL":
            yield PlaceName(name, "ko")
        elif not usable(name) or (city.country_code in ("KP", "KR") and "-" in name):
            continue
        elif kind == "CYRILLIC" and own and (spelled_in(name, "ru") or spelled_in(name, "uk")):
            lang = own if spelled_in(name, own) else "ru"
            if likeness(to_french(name, lang), title) >= LIKENESS_ACROSS_SCRIPTS:
                yield PlaceName(name, UNDETERMINED)
        elif kind == "LATIN" and alike(name, title):
            yield PlaceName(name, UNDETERMINED)


def _transcribed(city: City, names: list[PlaceName]) -> Iterator[PlaceName]:
    """Yield French forms from the city's own language, where no source has one.

    At need, from the untagged name that comes nearest to the English title.
    """
    own = OWN_LANGUAGE.get(city.country_code)
    if own is None or any(name.lang == "fr" for name in names):
        return
    forms = [n.toponym for n in names if n.lang == own and " " not in n.toponym]
    if not forms:
        untagged = (n.toponym for n in names if n.lang == UNDETERMINED and " " not in n.toponym)
        cyrillic = [name for name in untagged if script(name) == "CYRILLIC" and spelled_in(name, own)]
        forms = sorted(cyrillic, key=lambda name: -likeness(to_french(name, own), city.name))[:1]
    for form in forms:
        yield PlaceName(to_french(form, own), "fr")


def hand_entries(material: Material, countries: Mapping[str, str]) -> Iterator[Entry]:
    """Yield the places kept by hand, each checked against what is known of its surroundings."""
    for place in material.curation.places:
        _check_against_sources(place, material)
        yield Entry(
            id=place.id,
            title=place.title,
            kind=place.kind,
            country_code=place.country_code,
            ccodes=place.ccodes,
            lat=place.lat,
            lon=place.lon,
            radius_km=place.radius_km,
            names=distinct([PlaceName(place.title, "en"), *place.names]),
            source=f"{place.source}; airportsdata" if place.icao else place.source,
            licence=place.licence,
            within=countries.get(place.country_code) if place.country_code else None,
        )


def _check_against_sources(place: HandPlace, material: Material) -> None:
    if place.icao:
        known = material.airports.get(place.icao)
        apart = _apart_km(place, known.lat, known.lon) if known else None
        if apart is None or apart > AIRPORT_TOLERANCE_KM:
            raise GazetteerError(f"curated.toml: {place.id} is not where airportsdata has {place.icao}")
    keys = (place.country_code or "", _SHOWN_APART.get(place.country_code or "", ""))
    outlines = [material.shapes[key] for key in keys if key in material.shapes]
    pinned = place.kind not in (PlaceKind.REGION, PlaceKind.WATER) and not place.islet
    if pinned and outlines and all(_outside(place, outline) for outline in outlines):
        raise GazetteerError(f"places: {place.id} lies outside {place.country_code}")


def _outside(place: HandPlace, outline: MultiPolygon) -> bool:
    point = Point(place.lon, place.lat)
    if outline.contains(point):
        return False
    near = outline.boundary.interpolate(outline.boundary.project(point))
    return _apart_km(place, near.y, near.x) > COUNTRY_TOLERANCE_KM


def _apart_km(place: HandPlace, lat: float, lon: float) -> float:
    return float(distances_km(place.lat, place.lon, np.array([lat]), np.array([lon]))[0])


def assemble(material: Material) -> list[Entry]:
    """Return all entries, settled among each other and sorted."""
    countries = list(country_entries(material))
    admins = list(admin_entries(material))
    by_code = {entry.country_code: entry.id for entry in countries if entry.country_code}
    by_hand = list(hand_entries(material, by_code))
    by_admin1 = {
        region.admin1: f"gn:{region.geonameid}" for region in material.regions.values() if region.admin1
    }
    cities = list(city_entries(material, by_admin1))
    kept = [*countries, *admins, *cities, *by_hand]
    regions = list(region_entries(material, kept))
    kept, parts = compass_entries(material, [*kept, *regions])
    entries = [*kept, *parts, *airport_entries(material, kept)]
    entries += further_airports(material, entries)
    named = map(shortly_named, respelled(entries, material.curation.spellings))
    return settle([_with_declined(entry) for entry in named])


def _with_declined(entry: Entry) -> Entry:
    """Add to German names that begin with an adjective how they stand behind an article."""
    forms = [PlaceName(form, "de") for n in entry.names if n.lang == "de" for form in declined(n.toponym)]
    return replace(entry, names=distinct([*entry.names, *forms]))


def respelled(entries: Iterable[Entry], by_id: Mapping[str, Sequence[Spelling]]) -> list[Entry]:
    """Return the entries with the further names that are kept by hand.

    Raises
    ------
    GazetteerError
        A place is not there under its id, or bears another name.
    """
    spellings = dict(by_id)
    made, wrong = [], []
    for entry in entries:
        given = spellings.pop(entry.id, ())
        known = {_plain(name) for name in (entry.title, *(n.toponym for n in entry.names))}
        wrong += [
            f"{entry.id} is {entry.title}, not {s.called}" for s in given if _plain(s.called) not in known
        ]
        more = [name for spelling in given for name in spelling.names]
        made.append(replace(entry, names=distinct([*entry.names, *more])) if more else entry)
    wrong += [f"there is no {key}" for key in sorted(spellings)]
    if wrong:
        raise GazetteerError(f"places: {'; '.join(wrong)}")
    return made


def write_gazetteer(sources: Path, root: Path) -> str:
    """Write ``gazetteer.json`` under `root`, which must hold the basemap; return what was written."""
    material = read_material(sources, root / "geo" / "data" / "basemap-50m.json")
    entries = assemble(material)
    data = as_text(entries).encode()
    target = root / "gazetteer.json"
    # Others may be reading the file.
    beside = target.with_suffix(".part")
    beside.write_bytes(data)
    beside.replace(target)
    return f"{target}: {len(entries)} places, {sum(len(e.names) for e in entries)} names, {len(data)} bytes"
