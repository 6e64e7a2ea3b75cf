"""Places, their names, and what a name may mean."""

from dataclasses import dataclass

from geo.records.kinds import PlaceKind
from geo.records.reasons import Reason


@dataclass(frozen=True, slots=True)
class Place:
    """A place that the gazetteer knows.

    Attributes
    ----------
    lat, lon
        A point of the place itself, WGS 84 degrees.
    radius_km
        How far from that point the place reaches, kilometres.
    country_code
        ISO 3166-1 alpha-2 of the state it lies in; None for seas and what spans several states.
    """

    id: str
    name: str
    country_code: str | None
    kind: PlaceKind
    lat: float
    lon: float
    radius_km: float


@dataclass(frozen=True, slots=True)
class PlaceName:
    """One name of a place; `lang` is a BCP 47 tag, ``und`` where the language is not known."""

    toponym: str
    lang: str


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """A place with its names and where they come from.

    `further` are names that a data package has for a place that people keep: each is looked for, but asks
    for more around it than a name that they keep ("Zintan" does not, "Lama" for Lamu does).
    """

    place: Place
    names: tuple[PlaceName, ...]
    population: int | None
    source: str
    licence: str
    curated: bool = True  # kept by people, not taken whole from a data package
    capital: bool = False  # seat of a state's government, whose name often means the government
    further: tuple[PlaceName, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a mention may mean, with the reasons for and against it.

    `usual_name` is False where a large gazetteer holds the name only among a place's other names.
    """

    place: Place
    population: int | None = None
    usual_name: bool = True
    curated: bool = True
    score: float = 0.0
    reasons: tuple[Reason, ...] = ()
