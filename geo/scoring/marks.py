"""Marked documents and predictions as records; the field names are the keys, as far as they are compared."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from geo.decoding import decode
from geo.errors import InputError
from geo.records import ClaimType, Means, PlaceKind, Span, Status, Usage

# Corpora made by others do not say what kind of place they mark.
ANY_KIND: Final = "any"
_QUOTE_LENGTH: Final = 100


@dataclass(frozen=True, slots=True)
class Spot:
    """A place, marked or predicted; `lat` and `lon` are WGS 84 degrees."""

    name: str | None = None
    country_code: str | None = None
    kind: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """How many, of what."""

    low: float | None = None
    high: float | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """From which day to which, ISO 8601, both inclusive."""

    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Whose force a claim speaks of."""

    country_code: str | None = None


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A predicted place name."""

    usage: str | None = None
    place: Spot | None = None


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A predicted claim."""

    evidence: Span
    type: str | None = None
    status: str | None = None
    actor: Actor | None = None
    quantity: Amount | None = None
    origin: Spot | None = None
    destination: Spot | None = None
    places: tuple[Spot, ...] = ()
    time: Period | None = None
    means: str | None = None
    attribution: tuple[str, ...] = ()

    @property
    def period(self) -> Period | None:
        """The time; one whose ends nobody told ("last week" in an undated report) is none."""
        return None if self.time == Period() else self.time


@dataclass(frozen=True, slots=True)
class Prediction:
    """What was read from one document."""

    mentions: tuple[Mention, ...]
    claims: tuple[FoundClaim, ...]


@dataclass(frozen=True, slots=True)
class Toponym(Span):
    """A marked place name; without `usage` where the corpus does not mark it."""

    text: str
    name: str
    kind: str
    lat: float
    lon: float
    country: str | None = None
    usage: Usage | None = None

    @property
    def spot(self) -> Spot:
        """The place that the name stands for."""
        return Spot(self.name, self.country, self.kind, self.lat, self.lon)


@dataclass(frozen=True, slots=True)
class Accept:
    """Further answers that are right, by slot."""

    type: tuple[ClaimType, ...] = ()
    status: tuple[Status, ...] = ()
    actor_country: tuple[str | None, ...] = ()
    quantity: tuple[Amount | None, ...] = ()
    origin: tuple[str | None, ...] = ()
    destination: tuple[str | None, ...] = ()
    places: tuple[tuple[str, ...], ...] = ()
    time: tuple[Period | None, ...] = ()
    means: tuple[Means | None, ...] = ()
    attribution: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedClaim:
    """A marked claim; its places are names of toponyms, `also` holds restatements of its `quote`."""

    quote: str
    type: ClaimType
    status: Status
    actor_country: str | None = None
    quantity: Amount | None = None
    origin: str | None = None
    destination: str | None = None
    places: tuple[str, ...] = ()
    time: Period | None = None
    means: Means | None = None
    attribution: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    optional: bool = False
    accept: Accept = Accept()

    @property
    def quotes(self) -> tuple[str, ...]:
        """Every sentence that makes the claim."""
        return (self.quote, *self.also)


@dataclass(frozen=True, slots=True)
class Gold:
    """A marked document."""

    id: str
    text: str
    toponyms: tuple[Toponym, ...]
    claims: tuple[MarkedClaim, ...]

    def words(self, span: Span) -> str:
        """Return the words under `span`, short and on one line."""
        return " ".join(span.of(self.text).split())[:_QUOTE_LENGTH]

    def span(self, quote: str) -> Span:
        """Return where `quote` stands first."""
        start = self.text.find(quote)
        if start < 0 or not quote:
            raise InputError(f"{self.id}: a claim quotes what is not in the text: {quote[:_QUOTE_LENGTH]!r}")
        return Span(start, start + len(quote))

    def spot(self, name: str | None) -> Spot | None:
        """Return what `name` is marked as; where two toponyms share it, the last.

        A name that no toponym explains has neither kind nor point, so that no prediction is right.
        """
        spots = (toponym.spot for toponym in reversed(self.toponyms) if toponym.name == name)
        return next(spots, Spot(name)) if name else None

    def spots(self, names: Iterable[str | None]) -> tuple[Spot, ...]:
        """Return what `names` are marked as, without those that are None or empty."""
        return tuple(spot for spot in map(self.spot, names) if spot)


def read_gold(row: object) -> Gold:
    """Return the marked document `row`.

    Raises
    ------
    InputError
        If a key is missing or of the wrong type, or a mark does not fit the document's text.
    """
    gold = decode(Gold, row, str(row.get("id")) if isinstance(row, Mapping) else "the document")
    for toponym in gold.toponyms:
        words = toponym.of(gold.text)
        if words != toponym.text:
            raise InputError(f"{gold.id}: {toponym.text!r} is marked where the text reads {words!r}")
        if toponym.kind not in (*PlaceKind, ANY_KIND):
            raise InputError(
                f"{gold.id}: {toponym.text!r} has kind {toponym.kind!r}; use {', '.join(PlaceKind)}"
            )
    for claim in gold.claims:
        for quote in claim.quotes:
            gold.span(quote)
    return gold


def load_gold(folder: Path) -> tuple[Mapping[str, Any], ...]:
    """Return the marked documents ``*.json`` of `folder`, by file name, each one checked.

    Raises
    ------
    InputError
        If the folder has no such file, or one of them is not a marked document; the message names the file.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise InputError(f"{folder}: no marked documents; name a folder with *.json files")
    golds: dict[str, Mapping[str, Any]] = {}
    for path in paths:
        try:
            gold = json.loads(path.read_text(encoding="utf-8"))
            document_id = read_gold(gold).id
        except OSError as error:
            raise InputError(f"{path}: cannot be read: {error.strerror}") from error
        except InputError as error:
            raise InputError(f"{path}: {error}") from error
        except (ValueError, RecursionError) as error:
            raise InputError(f"{path}: not JSON in UTF-8: {error}") from error
        if document_id in golds:
            raise InputError(f"{path}: a second document with the id {document_id!r}; give it another")
        golds[document_id] = gold
    return tuple(golds.values())
