"""What was read from reports, compared with documents that people marked.

Both sides are plain JSON objects: a marked document ("gold") holds its text, ``toponyms`` and ``claims``; a
prediction is the record that the program writes for a document, with ``mentions`` and ``claims``.

A predicted mention belongs to the marked toponym that it overlaps most, a predicted claim to the marked
claim of the same type whose sentence, or a restatement of it, it overlaps. Each belongs to one at most.
Claims marked ``optional``, and predictions that only repeat what is marked, count neither for nor against;
``accept`` lists further answers that are right.
"""

import json
import math
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, ClassVar, Final, Protocol, TypeVar, get_args, get_origin, get_type_hints

from geo.errors import InputError
from geo.records import ClaimType, Means, PlaceKind, Span, Status, Usage

EARTH_RADIUS_KM: Final = 6371.0088  # mean radius R1 of GRS 80 (Moritz, 2000)
NEAR_KM: Final = 161  # a hundred miles, the distance at which geoparsers are usually compared
# Corpora made by others do not say what kind of place they mark; NEAR_KM is all that can be asked there.
ANY_KIND: Final = "any"
# A name that a claim uses and no toponym explains: no prediction can be right.
UNEXPLAINED: Final = "unexplained"
# How far from the marked point a place of each kind may lie and still be the same place, kilometres.
TOLERANCE_KM: Final[Mapping[str, float]] = {
    PlaceKind.CITY: 25,
    PlaceKind.SITE: 25,
    PlaceKind.ADMIN: 150,
    PlaceKind.REGION: 500,
    PlaceKind.WATER: 500,
    ANY_KIND: NEAR_KM,
}
# Sources place the point of these anywhere within them, so that the name decides before the distance.
WIDE: Final = frozenset({PlaceKind.ADMIN, PlaceKind.REGION, PlaceKind.WATER})
# These have an origin and a destination; the other types have places.
MOVING: Final = frozenset({ClaimType.MOVEMENT, ClaimType.SUPPLY})
SLOTS: Final = ("where", "when", "quantity", "status", "side", "means", "source")
# The slots that make a claim whole: enough to draw it in the right place, at the right time.
WHOLE: Final = frozenset({"type", "where", "when", "quantity", "status"})
# Among several pairings a whole claim beats any number of single slots.
WHOLE_BONUS: Final = 10
QUOTE_LENGTH: Final = 100
# What JSON must hold for each type of a record's field, and how a message calls it.
SCALARS: Final[Mapping[object, tuple[type | UnionType, str]]] = {
    str: (str, "text"),
    int: (int, "a whole number"),
    float: (int | float, "a number"),
    bool: (bool, "true or false"),
}


@dataclass(frozen=True, slots=True)
class Score:
    """What was counted when predictions were compared with marked documents.

    Attributes
    ----------
    toponyms, mentions
        How many place names were marked, and how many predicted.
    mentions_found, mentions_resolved, mentions_near, mentions_used
        Marked names that a prediction overlaps; of these, those with the right place, with a place
        within 161 km, and with the right usage.
    claims, claims_found, claims_spurious, claims_whole
        Marked claims (optional ones left out), those found, predicted claims that answer to nothing
        marked, and found claims right in type, place, time, quantity and status.
    where, when, quantity, status, side, means, source
        Found claims right in that slot.
    errors
        One line for each thing that was missed, wrong or spurious.
    """

    documents: int = 0
    toponyms: int = 0
    mentions: int = 0
    mentions_found: int = 0
    mentions_resolved: int = 0
    mentions_near: int = 0
    mentions_used: int = 0
    claims: int = 0
    claims_found: int = 0
    claims_spurious: int = 0
    claims_whole: int = 0
    where: int = 0
    when: int = 0
    quantity: int = 0
    status: int = 0
    side: int = 0
    means: int = 0
    source: int = 0
    errors: tuple[str, ...] = ()

    def figures(self) -> dict[str, float | int]:
        """Return counts, and rates to three decimals; a rate of nothing is 0."""
        claims_predicted = self.claims_found + self.claims_spurious
        return {
            "documents": self.documents,
            "toponyms": self.toponyms,
            "toponym_precision": _rate(self.mentions_found, self.mentions),
            "toponym_recall": _rate(self.mentions_found, self.toponyms),
            "toponym_f1": _rate(2 * self.mentions_found, self.mentions + self.toponyms),
            "resolved_of_found": _rate(self.mentions_resolved, self.mentions_found),
            "within_161_km_of_found": _rate(self.mentions_near, self.mentions_found),
            "right_place_of_all": _rate(self.mentions_resolved, self.toponyms),
            "usage_of_found": _rate(self.mentions_used, self.mentions_found),
            "claims": self.claims,
            "claim_precision": _rate(self.claims_found, claims_predicted),
            "claim_recall": _rate(self.claims_found, self.claims),
            "claim_f1": _rate(2 * self.claims_found, claims_predicted + self.claims),
            "whole_claim_f1": _rate(2 * self.claims_whole, claims_predicted + self.claims),
            **{f"{slot}_of_found": _rate(getattr(self, slot), self.claims_found) for slot in SLOTS},
        }


def score_document(gold: Mapping[str, Any], prediction: Mapping[str, Any]) -> Score:
    """Compare what was read from one document with its marks.

    Parameters
    ----------
    gold
        The marked document.
    prediction
        The record written for the same document; its spans count code points of the same text. Of a
        document that was not read, ``{"mentions": [], "claims": []}``.

    Raises
    ------
    InputError
        If a key is missing or of the wrong type, or a mark does not fit the document's text.
    """
    marked = _read_gold(gold)
    found = _decode_record(_Prediction, prediction, marked.id)
    parts = (_score_mentions(marked, found.mentions), _score_claims(marked, found.claims))
    return total((Score(documents=1), *parts))


def total(scores: Iterable[Score]) -> Score:
    """Add up `scores`, with their errors in the order given."""
    listed = tuple(scores)
    counts = {f.name: sum(getattr(score, f.name) for score in listed) for f in fields(Score)[:-1]}
    return Score(**counts, errors=tuple(error for score in listed for error in score.errors))


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
            document_id = _read_gold(gold).id
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


def as_table(figures: Mapping[str, float | int]) -> str:
    """Return `figures` as lines of text, rates with three decimals, right-aligned."""
    cells = {
        name: f"{value:.3f}" if isinstance(value, float) else str(value) for name, value in figures.items()
    }
    name_width = max(map(len, cells), default=0)
    cell_width = max(map(len, cells.values()), default=0)
    return "\n".join(f"{name:{name_width}}  {cell:>{cell_width}}" for name, cell in cells.items())


def _rate(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 0.0


# The JSON objects on both sides, as far as they are compared. The field names are the keys.


@dataclass(frozen=True, slots=True)
class _Spot:
    name: str | None = None
    country_code: str | None = None
    kind: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class _Amount:
    low: float | None = None
    high: float | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class _Period:
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class _Actor:
    country_code: str | None = None


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    usage: str | None = None
    place: _Spot | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class _Found:
    evidence: Span
    type: str | None = None
    status: str | None = None
    actor: _Actor | None = None
    quantity: _Amount | None = None
    origin: _Spot | None = None
    destination: _Spot | None = None
    places: tuple[_Spot, ...] = ()
    time: _Period | None = None
    means: str | None = None
    attribution: tuple[str, ...] = ()

    @property
    def period(self) -> _Period | None:
        # A time whose ends nobody told ("last week" in an undated report) dates nothing.
        return None if self.time == _Period() else self.time


@dataclass(frozen=True, slots=True)
class _Prediction:
    mentions: tuple[_Mention, ...]
    claims: tuple[_Found, ...]


@dataclass(frozen=True, slots=True)
class _Toponym:
    start: int
    end: int
    text: str
    name: str
    kind: str
    lat: float
    lon: float
    country: str | None = None
    usage: Usage | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def spot(self) -> _Spot:
        return _Spot(self.name, self.country, self.kind, self.lat, self.lon)


@dataclass(frozen=True, slots=True)
class _Accept:
    type: tuple[ClaimType, ...] = ()
    status: tuple[Status, ...] = ()
    actor_country: tuple[str | None, ...] = ()
    quantity: tuple[_Amount | None, ...] = ()
    origin: tuple[str | None, ...] = ()
    destination: tuple[str | None, ...] = ()
    places: tuple[tuple[str, ...], ...] = ()
    time: tuple[_Period | None, ...] = ()
    means: tuple[Means | None, ...] = ()
    attribution: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class _Marked:
    quote: str
    type: ClaimType
    status: Status
    actor_country: str | None = None
    quantity: _Amount | None = None
    origin: str | None = None
    destination: str | None = None
    places: tuple[str, ...] = ()
    time: _Period | None = None
    means: Means | None = None
    attribution: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    optional: bool = False
    accept: _Accept = _Accept()


@dataclass(frozen=True, slots=True)
class _Gold:
    id: str
    text: str
    toponyms: tuple[_Toponym, ...]
    claims: tuple[_Marked, ...]

    def words(self, span: Span) -> str:
        """Return the words under `span`, short and on one line."""
        return " ".join(span.of(self.text).split())[:QUOTE_LENGTH]

    def span(self, quote: str) -> Span:
        """Return where `quote` stands first."""
        start = self.text.find(quote)
        if start < 0 or not quote:
            raise InputError(f"{self.id}: a claim quotes what is not in the text: {quote[:QUOTE_LENGTH]!r}")
        return Span(start, start + len(quote))

    def spot(self, name: str | None) -> _Spot | None:
        """Return what `name` is marked as; where two toponyms share it, the last."""
        if not name:
            return None
        spots = (toponym.spot for toponym in reversed(self.toponyms) if toponym.name == name)
        return next(spots, _Spot(name, kind=UNEXPLAINED))


# Places and slots.


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _plain(text: str | None) -> str:
    decomposed = unicodedata.normalize("NFKD", text or "").casefold()
    return "".join(filter(str.isalnum, decomposed))


def _distance_km(one: _Spot, other: _Spot) -> float:
    # Haversine on the mean sphere (Sinnott, 1984): 0.5 % off at worst, far below every tolerance.
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    lat1, lon1, lat2, lon2 = map(math.radians, (one.lat, one.lon, other.lat, other.lon))
    across = math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(math.sin((lat2 - lat1) / 2) ** 2 + across)))


def _same_place(marked: _Spot | None, found: _Spot | None) -> bool:
    if marked is None or found is None:
        return marked is found
    if marked.kind == UNEXPLAINED:
        return False
    if marked.kind == PlaceKind.COUNTRY:
        return found.kind == PlaceKind.COUNTRY and found.country_code == marked.country_code
    if found.kind == PlaceKind.COUNTRY and marked.kind in (PlaceKind.CITY, PlaceKind.SITE):
        return False  # a small country's middle may lie within a town's tolerance
    if marked.kind in WIDE and _plain(marked.name) == _plain(found.name):
        return True
    return _distance_km(marked, found) <= TOLERANCE_KM[marked.kind or ANY_KIND]


def _near(marked: _Spot, found: _Spot | None) -> bool:
    if found is None or found.lat is None:
        return False
    if marked.kind == PlaceKind.COUNTRY:
        return _same_place(marked, found)
    return _distance_km(marked, found) <= NEAR_KM


def _same_places(marked: Sequence[_Spot], found: Iterable[_Spot]) -> bool:
    left = list(found)
    if len(marked) != len(left):
        return False
    for spot in marked:
        match = next((place for place in left if _same_place(spot, place)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def _present(*spots: _Spot | None) -> tuple[_Spot, ...]:
    return tuple(spot for spot in spots if spot is not None)


def _right_origin(gold: _Gold, marked: _Marked, found: _Spot | None) -> bool:
    # The state that sends is no marked origin, but whoever draws the arrow needs one and may take it.
    if marked.origin is None and found is not None and found.kind == PlaceKind.COUNTRY:
        return found.country_code == marked.actor_country
    return any(_same_place(gold.spot(name), found) for name in (marked.origin, *marked.accept.origin))


def _right_where(gold: _Gold, marked: _Marked, found: _Found) -> bool:
    def spots(names: Iterable[str | None]) -> tuple[_Spot, ...]:
        return _present(*map(gold.spot, names))

    if (marked.type in MOVING) != (found.type in MOVING):
        # "Deployed at P" reads as a movement or as a presence: P must be named, in whichever slot.
        wanted = spots((marked.origin, marked.destination, *marked.places))
        return _same_places(wanted, _present(found.origin, found.destination, *found.places))
    if marked.type in MOVING:
        goals = (marked.destination, *marked.accept.destination)
        arrived = any(_same_place(gold.spot(name), found.destination) for name in goals)
        return arrived and _right_origin(gold, marked, found.origin)
    return any(_same_places(spots(names), found.places) for names in (marked.places, *marked.accept.places))


def _same_sources(marked: Sequence[str], found: Sequence[str]) -> bool:
    if not marked or not found:
        return not marked and not found
    # "NIS" and "the NIS agency" are one source: either name may contain the other.
    pairs = ((_plain(one), _plain(other)) for one in marked for other in found)
    return any(one and other and (one in other or other in one) for one, other in pairs)


def _right_slots(gold: _Gold, marked: _Marked, found: _Found) -> frozenset[str]:
    accept = marked.accept
    side = found.actor.country_code if found.actor else None
    sources = (marked.attribution, *accept.attribution)
    verdicts = {
        "type": found.type in (marked.type, *accept.type),
        "where": _right_where(gold, marked, found),
        "when": found.period in (marked.time, *accept.time),
        "quantity": found.quantity in (marked.quantity, *accept.quantity),
        "status": found.status in (marked.status, *accept.status),
        "side": side in (marked.actor_country, *accept.actor_country),
        "means": found.means in (marked.means, *accept.means),
        "source": any(_same_sources(names, found.attribution) for names in sources),
    }
    return frozenset(slot for slot, right in verdicts.items() if right)


# Pairing and counting.


def _closest(span: Span, mentions: Sequence[_Mention], free: set[int]) -> int | None:
    def closeness(index: int) -> tuple[int, int, int]:
        other = mentions[index].span
        return _shared(span, other), -abs(other.end - other.start - span.end + span.start), index

    best = max(free, key=closeness, default=None)
    return None if best is None or not _shared(span, mentions[best].span) else best


def _score_mentions(gold: _Gold, mentions: Sequence[_Mention]) -> Score:
    free = set(range(len(mentions)))
    found = resolved = near = used = 0
    errors = []
    for toponym in gold.toponyms:
        best = _closest(toponym.span, mentions, free)
        if best is None:
            errors.append(f"{gold.id}: place missed: {toponym.text}")
            continue
        free.remove(best)
        place = mentions[best].place
        found += 1
        used += toponym.usage in (None, mentions[best].usage)
        near += _near(toponym.spot, place)
        if _same_place(toponym.spot, place):
            resolved += 1
        else:
            taken = f"{place.name} ({place.country_code})" if place else "no place"
            errors.append(f"{gold.id}: place taken for {taken}: {toponym.text}")
    errors += [f"{gold.id}: not a place: {gold.words(mentions[index].span)}" for index in sorted(free)]
    return Score(
        toponyms=len(gold.toponyms),
        mentions=len(mentions),
        mentions_found=found,
        mentions_resolved=resolved,
        mentions_near=near,
        mentions_used=used,
        errors=tuple(errors),
    )


@dataclass(frozen=True, slots=True)
class _Pair:
    marked: int
    found: int
    right: frozenset[str]

    @property
    def whole(self) -> bool:
        return self.right >= WHOLE

    @property
    def merit(self) -> int:
        return len(self.right) + WHOLE_BONUS * self.whole


def _said_in(gold: _Gold, quotes: Iterable[str], found: _Found) -> bool:
    return any(_shared(found.evidence, gold.span(quote)) for quote in quotes)


def _pair_claims(gold: _Gold, found: Sequence[_Found]) -> tuple[_Pair, ...]:
    """Pair each claim with at most one, the best pairs first, ties in the order of the marks."""
    possible = [
        _Pair(i, j, _right_slots(gold, mark, claim))
        for i, mark in enumerate(gold.claims)
        for j, claim in enumerate(found)
        if _said_in(gold, (mark.quote, *mark.also), claim)
    ]
    pairs: list[_Pair] = []
    for pair in sorted(possible, key=lambda pair: -pair.merit):
        taken = any(pair.marked == other.marked or pair.found == other.found for other in pairs)
        if "type" in pair.right and not taken:
            pairs.append(pair)
    return tuple(pairs)


def _is_repetition(gold: _Gold, found: _Found) -> bool:
    # Nothing is asked of an optional claim, so a second reading of its own sentence is no error either.
    return any(
        _said_in(gold, (mark.quote, *mark.also) if mark.optional else mark.also, found)
        for mark in gold.claims
    )


def _score_claims(gold: _Gold, found: Sequence[_Found]) -> Score:
    pairs = _pair_claims(gold, found)
    paired = {pair.found for pair in pairs}
    hits = {pair.marked: pair for pair in pairs if not gold.claims[pair.marked].optional}
    spurious = [
        claim for index, claim in enumerate(found) if index not in paired and not _is_repetition(gold, claim)
    ]
    errors = [
        *_claim_errors(gold, hits),
        *(f"{gold.id}: spurious {claim.type}: {gold.words(claim.evidence)}" for claim in spurious),
    ]
    return Score(
        claims=sum(not mark.optional for mark in gold.claims),
        claims_found=len(hits),
        claims_spurious=len(spurious),
        claims_whole=sum(pair.whole for pair in hits.values()),
        errors=tuple(errors),
        **{slot: sum(slot in pair.right for pair in hits.values()) for slot in SLOTS},
    )


def _claim_errors(gold: _Gold, hits: Mapping[int, _Pair]) -> Iterable[str]:
    for index, mark in enumerate(gold.claims):
        words = gold.words(gold.span(mark.quote))
        if index in hits:
            wrong = [slot for slot in SLOTS if slot not in hits[index].right]
            if wrong:
                yield f"{gold.id}: wrong {', '.join(wrong)}: {words}"
        elif not mark.optional:
            yield f"{gold.id}: missed {mark.type}: {words}"


# From JSON to records; `at` is where a value stands, for the message.


def _read_gold(row: object) -> _Gold:
    gold = _decode_record(_Gold, row, str(row.get("id")) if isinstance(row, Mapping) else "the document")
    for toponym in gold.toponyms:
        words = toponym.span.of(gold.text)
        if words != toponym.text:
            raise InputError(f"{gold.id}: {toponym.text!r} is marked where the text reads {words!r}")
        if toponym.kind != PlaceKind.COUNTRY and toponym.kind not in TOLERANCE_KM:
            raise InputError(
                f"{gold.id}: {toponym.text!r} has kind {toponym.kind!r}; use {', '.join(PlaceKind)}"
            )
    for claim in gold.claims:
        for quote in (claim.quote, *claim.also):
            gold.span(quote)
    return gold


class _Record(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


R = TypeVar("R", bound=_Record)


@cache
def _hints(record: type) -> Mapping[str, object]:
    return get_type_hints(record)


def _decode_record(record: type[R], value: object, at: str) -> R:
    if not isinstance(value, Mapping):
        raise InputError(f"{at} should be an object")
    slots = {}
    for field in fields(record):
        if field.name in value:
            slots[field.name] = _decode(_hints(record)[field.name], value[field.name], f"{at}.{field.name}")
        elif field.default is MISSING:
            raise InputError(f"{at} has no {field.name!r}")
    return record(**slots)


def _decode(hint: object, value: object, at: str) -> object:
    if get_origin(hint) is UnionType:
        (known,) = (part for part in get_args(hint) if part is not NoneType)
        return None if value is None else _decode(known, value, at)
    if get_origin(hint) is tuple:
        if not isinstance(value, list | tuple | NoneType):
            raise InputError(f"{at} should be a list")
        return tuple(_decode(get_args(hint)[0], item, f"{at}[{i}]") for i, item in enumerate(value or ()))
    if isinstance(hint, type) and is_dataclass(hint):
        return _decode_record(hint, value, at)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        for choice in hint:
            if choice == value:
                return choice
        raise InputError(f"{at} is {value!r}; it should be one of {', '.join(hint)}")
    python, words = SCALARS[hint]
    if not isinstance(value, python):
        raise InputError(f"{at} should be {words}")
    return value
