"""Reads ``world.toml``: the rules for what is made of the sources for the whole world."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.assembly.curation import Names, names_of
from geo.errors import GazetteerError

WORLD = Path(__file__).with_name("world.toml")

Patterns = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Stems:
    """Names of a first-level region by hand: `by_lang` take generic words, `names` stand as they are."""

    by_lang: Mapping[str, str]
    names: Names


@dataclass(frozen=True)
class Dissolved:
    """A region that Natural Earth holds in pieces; `code` is that of GeoNames ("FR.53")."""

    country_code: str
    region: str
    type: str
    code: str
    stems: Stems


@dataclass(frozen=True)
class RegionRules:
    """How first-level regions are chosen and named.

    Attributes
    ----------
    patterns
        Type of region to language to the forms around a name.
    types, types_by_country
        Natural Earth's type, or the country's code, to a type of `patterns`.
    without
        Countries, ISO 3166-2 codes and types that are left out; of `only_dissolved`, all but `dissolved`.
    never_alone, short
        Folded names that need their generic word, and those that are clear though short.
    """

    patterns: Mapping[str, Patterns]
    types: Mapping[str, str]
    types_by_country: Mapping[str, str]
    without: frozenset[str]
    only_dissolved: frozenset[str]
    never_alone: frozenset[str]
    short: frozenset[str]
    abbreviations: Mapping[str, tuple[str, ...]]
    stems: Mapping[str, Stems]
    dissolved: tuple[Dissolved, ...]


@dataclass(frozen=True)
class CompassForms:
    """A country as it stands behind "the north of": in English, French, Spanish, German and Russian."""

    en: tuple[str, ...]
    fr: tuple[str, ...]
    fr_bare: tuple[str, ...]
    fr_adjective: tuple[str, ...]
    es: tuple[str, ...]
    de: tuple[str, ...]
    ru: tuple[str, ...]


@dataclass(frozen=True)
class AirportRules:
    """Which cities have their airport in the gazetteer: capitals, and these by inhabitants."""

    population: int
    population_elsewhere: int
    countries: frozenset[str]
    left_out: frozenset[str]
    only_of_cities: frozenset[str]


@dataclass(frozen=True)
class World:
    """The whole of ``world.toml``; capitals are GeoNames ids, beside those that GeoNames gives."""

    regions: RegionRules
    compass: Mapping[str, CompassForms]
    airports: AirportRules
    capitals: frozenset[int]
    no_capitals: frozenset[int]


def _stems(table: Mapping[str, Any]) -> Stems:
    by_lang = {lang: table[lang] for lang in ("en", "fr", "es", "de") if lang in table}
    return Stems(by_lang, names_of(table.get("names", {})))


def _dissolved(code: str, table: Mapping[str, Any]) -> tuple[Dissolved, ...]:
    return tuple(
        Dissolved(code, region, table["type"], row["code"], _stems(row))
        for region, row in table.items()
        if region != "type"
    )


def _regions(data: Mapping[str, Any]) -> RegionRules:
    out = data["left_out"]
    return RegionRules(
        patterns={
            kind: {lang: tuple(forms) for lang, forms in by_lang.items()}
            for kind, by_lang in data["patterns"].items()
        },
        types=data["types"],
        types_by_country=data["types_by_country"],
        without=frozenset([*out["countries"], *out["units"], *out["types"]]),
        only_dissolved=frozenset(out["only"]),
        never_alone=frozenset(data["never_alone"]["words"]),
        short=frozenset(data["never_alone"]["short"]),
        abbreviations={iso: tuple(forms) for iso, forms in data["abbreviations"].items()},
        stems={iso: _stems(table) for iso, table in data["stems"].items()},
        dissolved=tuple(d for code, table in data["dissolved"].items() for d in _dissolved(code, table)),
    )


def _compass(table: Mapping[str, Any]) -> CompassForms:
    forms = {lang: tuple(table.get(lang, ())) for lang in CompassForms.__dataclass_fields__}
    return CompassForms(**forms)


def read_world(path: Path = WORLD) -> World:
    """Read the rules.

    Raises
    ------
    GazetteerError
        Where a table lacks a key or holds a value of the wrong kind.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        airports = data["airports"]
        return World(
            regions=_regions(data),
            compass={code: _compass(table) for code, table in data["compass"].items()},
            airports=AirportRules(
                population=airports["population"],
                population_elsewhere=airports["population_elsewhere"],
                countries=frozenset(airports["countries"]),
                left_out=frozenset(airports["left_out"]),
                only_of_cities=frozenset(airports["only_of_cities"]),
            ),
            capitals=frozenset(data["capitals"]["more"]),
            no_capitals=frozenset(data["capitals"]["fewer"]),
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise GazetteerError(f"{path.name}: {error!r}; correct the table that it names") from error
