"""Every record that flows from a report to the map.

All records are frozen. Spans are half-open ``[start, end)``, in code points of the document's
text as it was given. Coordinates are WGS 84 degrees, always ``lat`` before ``lon`` outside of
geometries. ``None`` means that the text does not say.
"""

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


class PlaceKind(StrEnum):
    """What a place is."""

    COUNTRY = "country"
    ADMIN = "admin"
    CITY = "city"
    SITE = "site"
    REGION = "region"
    WATER = "water"


class Usage(StrEnum):
    """What a toponym stands for where it is written."""

    LOCATIVE = "locative"  # the place itself
    METONYMIC = "metonymic"  # its government, army or team
    EMBEDDED = "embedded"  # part of the name of something else


class ClaimType(StrEnum):
    """What kind of event a claim speaks of."""

    MOVEMENT = "movement"
    PRESENCE = "presence"
    CASUALTIES = "casualties"
    SUPPLY = "supply"

    @property
    def moves(self) -> bool:
        """Tell whether an event of this kind has a way, from an origin to a destination."""
        return self in (ClaimType.MOVEMENT, ClaimType.SUPPLY)


class Status(StrEnum):
    """How surely a claim is made; where two hold, the later of this order wins."""

    REPORTED = "reported"
    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    EXPECTED = "expected"
    DENIED = "denied"


class Means(StrEnum):
    """By which way something moved."""

    SEA = "sea"
    AIR = "air"
    RAIL = "rail"
    ROAD = "road"


class Precision(StrEnum):
    """The calendar unit that a time expression speaks in."""

    DAY = "day"
    WEEK = "week"
    PART = "part"  # a part of a month or of a year
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"  # between two stated ends
    OPEN = "open"  # one end is not stated


class Basis(StrEnum):
    """What a time expression was resolved from."""

    EXPLICIT = "explicit"  # the words fix it alone
    PUBLISHED = "published"  # the words and the publication date
    TEXT = "text"  # the words and another date of the text
    NONE = "none"  # not resolved: what is missing was never told


class DisagreementKind(StrEnum):
    """On what claims of one movement differ."""

    QUANTITY = "quantity"
    TIME = "time"
    PLACE = "place"
    STATUS = "status"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch ``[start, end)`` of a document's text, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of `text` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Tell whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: "Span") -> bool:
        """Tell whether the two spans share at least one character."""
        return max(self.start, other.start) < min(self.end, other.end)


@dataclass(frozen=True)
class Document:
    """A report as it was given, with what is known of where it came from.

    Attributes
    ----------
    id
        Stable name of the report: the file's stem, or the ``id`` of a JSON line.
    text
        The report's own words, never normalised.
    published
        Day of publication, or None where nobody told it.
    language
        ISO 639-1 code, from the report's own data or detected.
    language_detected
        True where the language is a guess of the detector.
    file
        Path as the user would name it, or None for a document made in memory.
    """

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: dt.date | None = None
    language: str | None = None
    url: str | None = None
    file: str | None = None
    language_detected: bool = False

    @cached_property
    def sha256(self) -> str:
        """Hash of the text's UTF-8 bytes, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


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
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A place name in a text.

    Attributes
    ----------
    place
        The place that is meant, or None where no gazetteer holds the name or none convinced.
    candidates
        What else the name may mean, best first; the chosen place is the first.
    """

    span: Span
    text: str
    usage: Usage
    place: Place | None = None
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many, as the text states it; `low` and `high` are bounds, None where open."""

    span: Span
    low: int | None
    high: int | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A date or interval of the text, both ends inclusive.

    Attributes
    ----------
    edtf
        The same as ISO 8601-2 (Extended Date/Time Format), with ``X`` for digits that nobody told;
        None where the words count from a day that nobody told ("last week").
    """

    span: Span
    start: dt.date | None
    end: dt.date | None
    edtf: str | None
    precision: Precision
    basis: Basis


@dataclass(frozen=True, slots=True)
class Actor:
    """Who or what moved, stands or fell; `country_code` is its own side, None where not told."""

    span: Span
    text: str
    country_code: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so; `span` is where the text names it."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that carries a claim, verbatim."""

    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What a report says of a deployment.

    Attributes
    ----------
    evidence
        The sentences that say it, the fullest first.
    trigger
        The words that the rule took for the event.
    attribution
        The chain of sources, nearest first; empty where the text speaks in its own voice.
    rule
        Name of the language pack's rule that found the claim.
    notes
        What was inferred, and from what.
    lost
        Words of the same sentence that could have told an event, and why they tell none.
    """

    id: str
    document_id: str
    evidence: tuple[Evidence, ...]
    type: ClaimType
    status: Status
    actor: Actor | None
    quantity: Quantity | None
    origin: Place | None
    destination: Place | None
    places: tuple[Place, ...]
    time: TimeExpression | None
    means: Means | None
    attribution: tuple[Source, ...]
    trigger: Span
    rule: str
    notes: tuple[str, ...] = ()
    place_spans: tuple[Span, ...] = ()
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one document, in the order of the text."""

    document: Document
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Claims of one movement that cannot all be right, by kind."""

    kind: DisagreementKind
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuantityEnvelope:
    """The lowest, the best supported and the highest number that a movement's claims state."""

    low: int | None
    best: int | None
    high: int | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class TimeEnvelope:
    """The earliest start and latest end that a movement's claims state, inclusive."""

    start: dt.date | None
    end: dt.date | None
    edtf: str | None


@dataclass(frozen=True, slots=True)
class Movement:
    """Claims, from however many reports, that speak of the same event.

    Attributes
    ----------
    origin_inferred
        True where no claim states the origin and it is the side's own country.
    independent_sources
        Number of different chains of sources behind the claims.
    """

    id: str
    type: ClaimType
    status: Status
    side: str | None
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    independent_sources: int
    origin: Place | None
    origin_inferred: bool
    destination: Place | None
    places: tuple[Place, ...]
    time: TimeEnvelope | None
    quantity: QuantityEnvelope | None
    disagreements: tuple[Disagreement, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was left out, why, and what to do about it.

    `left_out` is False where the report was read and only a part of the work could not be done.
    """

    file: str
    reason: str
    left_out: bool = True


@dataclass(frozen=True, slots=True)
class Run:
    """What one run read, found and left out."""

    readings: tuple[Reading, ...]
    movements: tuple[Movement, ...]
    problems: tuple[Problem, ...] = field(default=())

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim of every reading, in order."""
        return tuple(claim for reading in self.readings for claim in reading.claims)


def content_id(prefix: str, *parts: object) -> str:
    """Return an id that depends on nothing but `parts`.

    Parameters
    ----------
    prefix
        One letter that tells ids of different records apart.
    *parts
        What the record is made of; their ``str`` is hashed.

    Returns
    -------
    str
        The prefix and 12 hexadecimal digits of a SHA-256.
    """
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"))
    return f"{prefix}{digest.hexdigest()[:12]}"
