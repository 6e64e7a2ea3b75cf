"""Reports, what stands in them, and what they claim."""

import datetime as dt
import hashlib
from dataclasses import dataclass
from functools import cached_property

from geo.records.kinds import (
    Action,
    Basis,
    ClaimType,
    Fate,
    Means,
    Precision,
    Share,
    Status,
    Usage,
    VoiceKind,
)
from geo.records.places import Candidate, Place
from geo.records.reasons import Reason


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A stretch ``[start, end)`` of a document's text, in code points."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        # A report has a thousand of them: set by their slots, they are made in two thirds of the time.
        _set_start(self, start)
        _set_end(self, end)

    def of(self, text: str) -> str:
        """Return the words of `text` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Tell whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: "Span") -> bool:
        """Tell whether the two spans share at least one character."""
        if self.start >= other.end or other.start >= self.end:
            return False
        return self.start < self.end and other.start < other.end  # an empty one touches nothing


_set_start, _set_end = Span.__dict__["start"].__set__, Span.__dict__["end"].__set__


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
    digest
        Hash of the text where only that is known, as of a document read back without its text.
    encoding
        Character set that the text was decoded from, as Python calls it; None where no bytes were decoded.
    guessed
        What of the above is a guess of a reader, by name (published, title, encoding …), in alphabetic order.
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
    digest: str | None = None
    encoding: str | None = None
    guessed: tuple[str, ...] = ()

    @cached_property
    def sha256(self) -> str:
        """Hash of the text's UTF-8 bytes, in hexadecimal."""
        return self.digest or hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


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
    """Who or what moved, stands or fell.

    Attributes
    ----------
    country_code
        Its own side, None where not told.
    unit
        What its kind is counted in: "vessels" of a frigate, whether the claim tells how many or not.
    inferred
        True where the side is told by other words than the force's own.
    names
        What tells it from others of its kind, folded: a ship's name, a unit's number.
    """

    span: Span
    text: str
    country_code: str | None
    unit: str | None = None
    inferred: bool = False
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so; `span` is where the text names it."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Voice:
    """Who stands behind a claim: the nearest of its sources, or else who publishes the report.

    Attributes
    ----------
    country_code
        The state whose office or press it is, None where not told.
    via
        Who tells of a source that has no name: the next of the chain, or the publisher.
    """

    name: str
    kind: VoiceKind
    country_code: str | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True)
class SourceNote:
    """What a person's table tells of a source.

    Attributes
    ----------
    country_code, kind
        Whose it is and what it is; None where the table leaves it open.
    reliability, credibility
        NATO Admiralty code: A to F, 1 to 6; F and 6 say that it cannot be judged.
    """

    name: str
    aliases: tuple[str, ...] = ()
    country_code: str | None = None
    kind: VoiceKind | None = None
    reliability: str = "F"
    credibility: int = 6


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of what a person decided about a claim, a place or a join of two claims.

    Attributes
    ----------
    target
        Id of a claim or place, or the ids of two claims with a plus sign between: a join.
    field
        What is amended: a slot of the claim; of a place the report in which it is, or None for all.
    value
        What it becomes, as written.
    who, why
        Who decided it, and for what reason.
    """

    target: str
    action: Action
    field: str | None = None
    value: str | None = None
    who: str | None = None
    why: str | None = None


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
    voice
        Who stands behind it; None only for a claim that was not read from a report.
    share
        Whether it speaks of a part of a larger force, or of more than were told of before.
    fates
        Of casualties, what befell them.
    names
        Proper names of its sentence that are no places, folded.
    corrections
        What a person decided about it, in the order of the table.
    remarks
        What sentences behind it say of it, word for word: "The NIS could not confirm this".
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
    notes: tuple[Reason, ...] = ()
    place_spans: tuple[Span, ...] = ()
    lost: tuple[str, ...] = ()
    voice: Voice | None = None
    share: Share | None = None
    fates: tuple[Fate, ...] = ()
    names: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one document, in the order of the text; `rejected` is what a person refused."""

    document: Document
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    claims: tuple[Claim, ...]
    rejected: tuple[Claim, ...] = ()
