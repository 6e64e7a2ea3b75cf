"""Lines of ``claims.jsonl`` to the readings they were written of.

What a line does not hold is not read back: the text (its hash is), why a candidate was weighed as it was,
and the words that could have told an event. All that joining and the exports need is there.
"""

import datetime as dt
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from geo.decoding import KEY, decode
from geo.errors import InputError
from geo.records import (
    Actor,
    Basis,
    Candidate,
    Claim,
    ClaimType,
    Correction,
    Document,
    Evidence,
    Fate,
    Means,
    Mention,
    Place,
    Precision,
    Quantity,
    Reading,
    ReasonKind,
    Share,
    Source,
    Span,
    Status,
    TimeExpression,
    Usage,
    Voice,
    reason,
)

_LONGEST = 100_000_000  # bytes of a line: a document of a book's length stays far below
_MOST = 2**63  # what a whole number of a table cannot hold
_POLE, _ANTIMERIDIAN = 90, 180  # degrees
_ANEW = "is this what geo read writes, and of this version?"


@dataclass(frozen=True, slots=True)
class _Document:
    id: str
    title: str | None
    publisher: str | None
    published: dt.date | None
    language: str | None
    language_detected: bool
    url: str | None
    sha256: str
    encoding: str | None = None
    guessed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Quote:
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    text: str
    usage: Usage
    place: Place | None
    candidates: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A time expression of the text."""

    start: int
    end: int
    first: dt.date | None = field(metadata={KEY: "from"})
    last: dt.date | None = field(metadata={KEY: "to"})
    edtf: str | None
    precision: Precision
    basis: Basis


@dataclass(frozen=True, slots=True)
class _Actor:
    text: str
    country_code: str | None
    unit: str | None
    inferred: bool
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Quantity:
    low: int | None
    high: int | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class _Time:
    """When a claim says that it was."""

    start: dt.date | None
    end: dt.date | None
    edtf: str | None
    precision: Precision
    basis: Basis


@dataclass(frozen=True, slots=True)
class _Words:
    event: Span
    actor: Span | None
    quantity: Span | None
    time: Span | None
    sources: tuple[Span, ...]
    places: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Claim:
    id: str
    evidence: _Quote
    also: tuple[_Quote, ...]
    type: ClaimType
    status: Status
    actor: _Actor | None
    quantity: _Quantity | None
    origin: Place | None
    destination: Place | None
    places: tuple[Place, ...]
    time: _Time | None
    means: Means | None
    attribution: tuple[str, ...]
    voice: Voice | None
    share: Share | None
    fates: tuple[Fate, ...]
    names: tuple[str, ...]
    rule: str
    notes: tuple[str, ...]
    remarks: tuple[str, ...]
    corrections: tuple[Correction, ...]
    words: _Words


@dataclass(frozen=True, slots=True)
class _Row:
    document: _Document
    mentions: tuple[_Mention, ...]
    times: tuple[_Found, ...]
    claims: tuple[_Claim, ...]
    rejected: tuple[_Claim, ...]


def load(path: Path) -> tuple[Reading, ...]:
    """Return the readings of a file that ``geo read`` or ``geo map`` wrote, in its order.

    Raises
    ------
    InputError
        The file cannot be read, or is not such a file; one line that names the file and the line.
    """
    readings = []
    seen: dict[str, int] = {}
    for number, line in _lines(path):
        try:
            readings.append(_reading(decode(_Row, _json(line), "$")))
            _unique(readings[-1], seen, number)
        except InputError as error:
            raise InputError(f"{path}, line {number}: {error}") from error
    if not readings:
        raise InputError(f"{path}: is empty; write it with geo read")
    return tuple(readings)


def _unique(reading: Reading, seen: dict[str, int], number: int) -> None:
    claims = (*reading.claims, *reading.rejected)
    for known in (f"document {reading.document.id}", *(f"claim {claim.id}" for claim in claims)):
        if known in seen:
            raise InputError(f"{known:.60} is in line {seen[known]} already; keep one of the two")
        seen[known] = number


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that are not blank with their numbers."""
    try:
        with path.open("rb") as file:
            number = 0
            while line := file.readline(_LONGEST + 1):
                number += 1
                if len(line) > _LONGEST:
                    raise InputError(f"{path}, line {number}: is longer than {_LONGEST:,} bytes; {_ANEW}")
                if line.strip():
                    yield number, line
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from error


def _json(line: bytes) -> Any:  # noqa: ANN401 - what JSON holds is what is looked into
    try:
        row = json.loads(line.decode("utf-8-sig"), parse_constant=_refuse)
        if b"\\ud" in line.lower():  # only an escape can smuggle half a character past UTF-8
            json.dumps(row, ensure_ascii=False).encode("utf-8")
    except UnicodeError as error:
        raise InputError("is not UTF-8; write it with geo read") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"is not JSON; {_ANEW}") from error
    if not isinstance(row, dict) or not isinstance(row.get("document"), dict):
        raise InputError(f"has no 'document'; {_ANEW}")
    return row


def _refuse(word: str) -> NoReturn:
    raise ValueError(word)


def _reading(row: _Row) -> Reading:
    told = row.document
    document = Document(
        id=told.id,
        text="",
        title=told.title,
        publisher=told.publisher,
        published=told.published,
        language=told.language,
        url=told.url,
        language_detected=told.language_detected,
        digest=told.sha256,
        encoding=told.encoding,
        guessed=told.guessed,
    )
    return Reading(
        document=document,
        mentions=tuple(map(_mention, row.mentions)),
        times=tuple(_found(t) for t in row.times),
        claims=tuple(_claim(c, told.id) for c in row.claims),
        rejected=tuple(_claim(c, told.id) for c in row.rejected),
    )


def _mention(row: _Mention) -> Mention:
    candidates = tuple(Candidate(_place(place)) for place in row.candidates)
    return Mention(
        _span(Span(row.start, row.end)), row.text, row.usage, row.place and _place(row.place), candidates
    )


def _found(row: _Found) -> TimeExpression:
    span = _span(Span(row.start, row.end))
    return TimeExpression(span, row.first, row.last, row.edtf, row.precision, row.basis)


def _claim(row: _Claim, document_id: str) -> Claim:
    words = row.words
    if len(words.sources) != len(row.attribution):
        raise InputError(f"claim {row.id!r:.60} has not as many words.sources as attribution")
    return Claim(
        id=row.id,
        document_id=document_id,
        evidence=tuple(Evidence(_span(Span(e.start, e.end)), e.quote) for e in (row.evidence, *row.also)),
        type=row.type,
        status=row.status,
        actor=_actor(row.actor, words),
        quantity=_quantity(row.quantity, words),
        origin=row.origin and _place(row.origin),
        destination=row.destination and _place(row.destination),
        places=tuple(map(_place, row.places)),
        time=_time(row.time, words),
        means=row.means,
        attribution=tuple(map(Source, map(_span, words.sources), row.attribution)),
        trigger=_span(words.event),
        rule=row.rule,
        notes=tuple(reason(ReasonKind.READ_BACK, words=note) for note in row.notes),
        place_spans=tuple(map(_span, words.places)),
        voice=row.voice,
        share=row.share,
        fates=row.fates,
        names=row.names,
        remarks=row.remarks,
        corrections=row.corrections,
    )


def _actor(row: _Actor | None, words: _Words) -> Actor | None:
    if row is None:
        return None
    span = _span(words.actor or words.event)
    return Actor(span, row.text, row.country_code, row.unit, row.inferred, row.names)


def _quantity(row: _Quantity | None, words: _Words) -> Quantity | None:
    if row is None:
        return None
    if not all(0 <= n < _MOST for n in (row.low, row.high) if n is not None):
        raise InputError("a quantity is below zero or beyond what a table holds")
    return Quantity(_span(words.quantity or words.event), row.low, row.high, row.unit)


def _time(row: _Time | None, words: _Words) -> TimeExpression | None:
    if row is None:
        return None
    span = _span(words.time or words.event)
    return TimeExpression(span, row.start, row.end, row.edtf, row.precision, row.basis)


def _span(span: Span) -> Span:
    if not 0 <= span.start <= span.end:
        raise InputError(f"[{span.start}, {span.end}) is no stretch of a text")
    return span


def _place(place: Place) -> Place:
    on_globe = -_POLE <= place.lat <= _POLE and -_ANTIMERIDIAN <= place.lon <= _ANTIMERIDIAN
    if not on_globe or not 0 <= place.radius_km < math.inf:
        raise InputError(f"place {place.id!r:.60} is not on the globe: lat, lon or radius_km is wrong")
    return place
