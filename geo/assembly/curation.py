"""Reads ``curated.toml`` and ``places/``: what the project keeps by hand."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.errors import GazetteerError
from geo.records import PlaceKind, PlaceName

CURATED = Path(__file__).with_name("curated.toml")
PLACES = Path(__file__).with_name("places")

Names = tuple[PlaceName, ...]


@dataclass(frozen=True)
class HandPlace:
    """A place that is kept by hand.

    `icao` is the airport whose coordinates it must agree with; an `islet` is not shown by the basemap.
    """

    id: str
    title: str
    kind: PlaceKind
    country_code: str | None
    ccodes: tuple[str, ...]
    lat: float
    lon: float
    radius_km: float
    names: Names
    source: str
    licence: str
    icao: str | None
    islet: bool


@dataclass(frozen=True)
class HandCountry:
    """What is kept of a country by hand: its title, where CLDR's is not the usual one, and names.

    `point` is (lat, lon, radius_km), for territories that the basemap does not show by themselves.
    `cldr` is False where CLDR's names are not what a text would write.
    """

    title: str | None
    names: Names
    point: tuple[float, float, float] | None
    cldr: bool


@dataclass(frozen=True)
class HandAdmin:
    """A first-level region: its ISO 3166-2 code in Natural Earth, and how texts name it.

    Attributes
    ----------
    type
        Which generic words go with the stem: oblast, krai, republic, province, ...
    stems
        Language to the name that the generic word is put to; in French with its preposition.
    natural_earth
        False where the names in Natural Earth are those of another region.
    """

    iso: str
    title: str
    country_code: str
    type: str
    stems: Mapping[str, str]
    names: Names
    natural_earth: bool


@dataclass(frozen=True)
class HandCity:
    """Names to add to a city of GeoNames, and to drop; `called` is GeoNames' own name, as a guard."""

    geonameid: int
    called: str
    names: Names
    dropped: frozenset[str]


@dataclass(frozen=True)
class FormerNames:
    """What a city of GeoNames was called; `called` is GeoNames' own name, as a guard."""

    geonameid: int
    called: str
    toponyms: tuple[str, ...]


@dataclass(frozen=True)
class Spelling:
    """Further names of a place that the sources have; `called` is its title or name there, as a guard."""

    id: str
    called: str
    names: Names


@dataclass(frozen=True)
class Curation:
    """All that is kept by hand; `listed` is country to title to GeoNames id, `spellings` go by id."""

    countries: Mapping[str, HandCountry]
    generics: Mapping[str, Mapping[str, tuple[str, ...]]]
    admins: tuple[HandAdmin, ...]
    listed: Mapping[str, Mapping[str, int]]
    cities: Mapping[int, HandCity]
    former: Mapping[int, FormerNames]
    places: tuple[HandPlace, ...]
    spellings: Mapping[str, tuple[Spelling, ...]]


def names_of(table: Mapping[str, list[str]]) -> Names:
    """Return the names of a table of lists by language."""
    return tuple(PlaceName(toponym, lang) for lang, forms in table.items() for toponym in forms)


def _country(table: Mapping[str, Any]) -> HandCountry:
    point = table.get("point")
    return HandCountry(
        title=table.get("title"),
        names=names_of(table.get("names", {})),
        point=(float(point[0]), float(point[1]), float(point[2])) if point else None,
        cldr=table.get("cldr", True),
    )


def _admin(table: Mapping[str, Any]) -> HandAdmin:
    stems = {lang: table[lang] for lang in ("en", "fr", "de", "es", "ko") if lang in table}
    return HandAdmin(
        iso=table["iso"],
        title=table["title"],
        country_code=table.get("country", table["iso"][:2]),
        type=table["type"],
        stems=stems,
        names=names_of(table.get("names", {})),
        natural_earth=table.get("natural_earth", True),
    )


def _city(table: Mapping[str, Any]) -> HandCity:
    return HandCity(
        geonameid=table["gn"],
        called=table["called"],
        names=names_of(table.get("names", {})),
        dropped=frozenset(table.get("drop", [])),
    )


def _place(table: Mapping[str, Any], defaults: Mapping[str, str]) -> HandPlace:
    return HandPlace(
        id=table["id"],
        title=table["title"],
        kind=PlaceKind(table["kind"]),
        country_code=table.get("country"),
        ccodes=tuple(table.get("ccodes", [table["country"]] if "country" in table else [])),
        lat=float(table["lat"]),
        lon=float(table["lon"]),
        radius_km=float(table["radius_km"]),
        names=names_of(table["names"]),
        source=table.get("source", defaults["source"]),
        licence=table.get("licence", defaults["licence"]),
        icao=table.get("icao"),
        islet=table.get("islet", False),
    )


def read_curation(path: Path = CURATED, folder: Path = PLACES) -> Curation:
    """Read the hand-kept places: the rules and tables of a file, and the places of a folder's files.

    Raises
    ------
    GazetteerError
        Where a table lacks a key or holds a value of the wrong kind.
    """
    at = path
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        places = [_place(table, data["defaults"]) for table in data["place"]]
        spellings: dict[str, list[Spelling]] = {}
        for at in sorted(folder.glob("*.toml")):
            tables = tomllib.loads(at.read_text(encoding="utf-8"))
            places += [_place(table, data["defaults"]) for table in tables["place"]]
            for table in tables["spelling"]:
                known = Spelling(table["id"], table["called"], names_of(table["names"]))
                spellings.setdefault(known.id, []).append(known)
        return _curation(data, places, spellings)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise GazetteerError(f"{at.name}: {error!r}; correct the table that it names") from error


def _curation(
    data: Mapping[str, Any], places: list[HandPlace], spellings: Mapping[str, list[Spelling]]
) -> Curation:
    return Curation(
        countries={code: _country(table) for code, table in data["country"].items()},
        generics={
            kind: {lang: tuple(forms) for lang, forms in by_lang.items()}
            for kind, by_lang in data["generic"].items()
        },
        admins=tuple(_admin(table) for table in data["admin"]),
        listed=data["cities"],
        cities={table["gn"]: _city(table) for table in data["city"]},
        former={
            table["gn"]: FormerNames(table["gn"], table["called"], tuple(table["names"]))
            for table in data["former"]
        },
        places=tuple(places),
        spellings={key: tuple(rows) for key, rows in sorted(spellings.items())},
    )
