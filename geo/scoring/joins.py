"""Claims of several reports that were joined, compared with pairs of reports whose joins people marked.

A marked pair lists two reports, every claim of both, which of them assert the same event (``same``), and
which speak of a part of another's event (``part_of``); any other two claims are of different events. What is
counted is pairs of claims: a pair is right where both its claims were read and the program says of them what
the mark says.
"""

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from geo.decoding import decode
from geo.errors import InputError
from geo.records import (
    Actor,
    Basis,
    Claim,
    ClaimType,
    Document,
    Evidence,
    Fate,
    Means,
    Mention,
    Place,
    PlaceKind,
    Precision,
    Quantity,
    Reading,
    RelationKind,
    Share,
    Source,
    Span,
    Status,
    TimeExpression,
    Usage,
    content_id,
)
from geo.scoring.marks import Amount, Period, Spot
from geo.scoring.score import rate
from geo.scoring.slots import same_places
from geo.text import fold

SAME: Final = "same"
PART: Final = "part of"
_MIN_NAME: Final = 3  # letters of a name, as the reader takes them
_Pairs = Mapping[frozenset[str], str]


@dataclass(frozen=True, slots=True)
class MarkedReport:
    """One of the reports of a pair."""

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class MarkedPlace:
    """A place of a claim; the same place has the same name and country throughout a pair."""

    name: str
    kind: PlaceKind
    lat: float
    lon: float
    radius_km: float
    country: str | None = None


@dataclass(frozen=True, slots=True)
class MarkedClaim:
    """A claim as it was marked, with its whole sentence and every slot."""

    id: str
    report: str
    quote: str
    type: ClaimType
    status: Status
    actor: str | None = None
    side: str | None = None
    quantity: Amount | None = None
    origin: MarkedPlace | None = None
    destination: MarkedPlace | None = None
    places: tuple[MarkedPlace, ...] = ()
    time: Period | None = None
    means: Means | None = None
    attribution: tuple[str, ...] = ()
    unit: str | None = None
    names: tuple[str, ...] = ()
    share: Share | None = None
    fates: tuple[Fate, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedPair:
    """Reports with their claims.

    Attributes
    ----------
    groups, parts
        Ids of claims that are one event, and pairs of a part and its whole.
    either
        Pairs of claims that careful readers may join or not; they count neither way.
    """

    id: str
    reports: tuple[MarkedReport, ...]
    claims: tuple[MarkedClaim, ...]
    groups: tuple[tuple[str, ...], ...]
    parts: tuple[tuple[str, str], ...]
    either: frozenset[frozenset[str]]
    sources: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class JoinScore:
    """What was counted over pairs of claims.

    Attributes
    ----------
    marked, marked_read
        Pairs that are marked as the same or a part, and those of them of which both claims were read.
    said, right
        Pairs of read claims of which the program says that they are the same or a part, and those of them
        of which the mark says so too.
    sources_marked, sources, sources_right
        Movements that are marked with a number of independent sources, those of them that were found whole,
        and those of these with that number.
    """

    claims: int = 0
    claims_read: int = 0
    marked: int = 0
    marked_read: int = 0
    said: int = 0
    right: int = 0
    sources_marked: int = 0
    sources: int = 0
    sources_right: int = 0
    errors: tuple[str, ...] = ()

    def figures(self) -> dict[str, float | int]:
        """Return counts, and rates to three decimals; a rate of nothing is 0."""
        return {
            "claims": self.claims,
            "claims_read": rate(self.claims_read, self.claims),
            "joins": self.marked,
            "joins_of_read_claims": self.marked_read,
            "join_precision": rate(self.right, self.said),
            "join_recall_of_read": rate(self.right, self.marked_read),
            "join_f1_of_read": rate(2 * self.right, self.said + self.marked_read),
            "join_f1": rate(2 * self.right, self.said + self.marked),
            "sources_of_found": rate(self.sources_right, self.sources),
            "sources_right": rate(self.sources_right, self.sources_marked),
        }


def total(scores: Iterable[JoinScore]) -> JoinScore:
    """Add up `scores`."""
    listed = tuple(scores)
    names = [name for name in JoinScore.__dataclass_fields__ if name != "errors"]
    counts = {name: sum(getattr(score, name) for score in listed) for name in names}
    return JoinScore(**counts, errors=tuple(e for score in listed for e in score.errors))


def load(folder: Path) -> tuple[Mapping[str, Any], ...]:
    """Return the marked pairs of a folder, in the order of their files; other marked documents are none."""
    rows = (json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json")))
    return tuple(row for row in rows if isinstance(row, dict) and "reports" in row)


def read_pair(row: Mapping[str, Any]) -> MarkedPair:
    """Return a marked pair of its JSON object.

    Raises
    ------
    InputError
        A quote is not in its report, or a join names a claim that is not marked.
    """
    name = str(row.get("id"))
    reports = tuple(decode(MarkedReport, r, f"{name}.reports") for r in row.get("reports", ()))
    claims = tuple(decode(MarkedClaim, c, f"{name}.claims") for c in row.get("claims", ()))
    texts = {r.id: r.text for r in reports}
    for claim in claims:
        if claim.quote not in texts.get(claim.report, ""):
            raise InputError(f"{name}: claim {claim.id} quotes what is not in {claim.report}")
    known = {claim.id for claim in claims}
    joins = (*row.get("same", ()), *row.get("part_of", ()))
    for unknown in (c for join in joins for c in join if c not in known):
        raise InputError(f"{name}: a join names {unknown}, which is not marked")
    groups = tuple(tuple(group) for group in row.get("same", ()))
    parts = tuple((part, whole) for part, whole in row.get("part_of", ()))
    either = frozenset(frozenset(pair) for pair in row.get("either", ()))
    return MarkedPair(name, reports, claims, groups, parts, either, row.get("sources", {}))


def score_joins(
    row: Mapping[str, Any], readings: Sequence[Mapping[str, Any]], movements: Sequence[Mapping[str, Any]]
) -> JoinScore:
    """Compare the movements that were made of two reports with the joins that were marked.

    Parameters
    ----------
    row
        The marked pair.
    readings, movements
        The records that the program writes for its reports, as in ``claims.jsonl`` and ``movements.jsonl``.
    """
    gold = read_pair(row)
    answer = _answers(gold, readings)
    return _score(gold, answer, movements)


def score_marked(row: Mapping[str, Any], movements: Sequence[Mapping[str, Any]]) -> JoinScore:
    """Compare the movements that were made of marked claims (`readings_of`) with their marked joins."""
    gold = read_pair(row)
    return _score(gold, {c.id: claim_id(gold.id, c.id) for c in gold.claims}, movements)


def _score(gold: MarkedPair, answer: Mapping[str, str], movements: Sequence[Mapping[str, Any]]) -> JoinScore:
    marked = {pair: label for pair, label in _marked(gold).items() if pair not in gold.either}
    said = _said({found: mark for mark, found in answer.items()}, movements)
    said = {pair: label for pair, label in said.items() if pair not in gold.either}
    read = {pair for pair in marked if all(c in answer for c in pair)}
    right = {pair for pair, label in said.items() if marked.get(pair) == label}
    sources = dict(_sources(gold, answer, movements))
    return JoinScore(
        claims=len(gold.claims),
        claims_read=len(answer),
        marked=len(marked),
        marked_read=len(read),
        said=len(said),
        right=len(right),
        sources_marked=len(gold.sources),
        sources=len(sources),
        sources_right=sum(gold.sources[first] == number for first, number in sources.items()),
        errors=tuple(_errors(gold, marked, said, set(answer), sources)),
    )


def claim_id(pair: str, claim: str) -> str:
    """Return the id of a marked claim that is joined as if it had been read."""
    return content_id("c", pair, claim)


def readings_of(row: Mapping[str, Any]) -> tuple[Reading, ...]:
    """Return the reports of a pair with their claims as marked, as if they had been read without an error."""
    gold = read_pair(row)
    return tuple(_reading(gold, report) for report in gold.reports)


def _reading(gold: MarkedPair, report: MarkedReport) -> Reading:
    own = [c for c in gold.claims if c.report == report.id]
    claims = tuple(_claim(gold, c, report.text.index(c.quote)) for c in own)
    mentions = tuple(
        Mention(claim.evidence[0].span, place.name, Usage.LOCATIVE, place)
        for claim in claims
        for place in (claim.origin, claim.destination, *claim.places)
        if place
    )
    published = dt.date.fromisoformat(report.published) if report.published else None
    document = Document(report.id, report.text, report.title, report.publisher, published, report.language)
    return Reading(document, mentions, (), claims)


def _claim(gold: MarkedPair, mark: MarkedClaim, start: int) -> Claim:
    span = Span(start, start + len(mark.quote))
    number = mark.quantity
    unit = mark.unit or (number.unit if number else None)
    names = (n for name in mark.names for n in _distinguishing(name))
    side = Actor(span, mark.actor or "", mark.side, unit, names=tuple(names))
    return Claim(
        id=claim_id(gold.id, mark.id),
        document_id=mark.report,
        evidence=(Evidence(span, mark.quote),),
        type=mark.type,
        status=mark.status,
        actor=side,
        quantity=Quantity(span, _whole(number.low), _whole(number.high), number.unit) if number else None,
        origin=_place(mark.origin),
        destination=_place(mark.destination),
        places=tuple(p for p in map(_place, mark.places) if p),
        time=_time(span, mark.time),
        means=mark.means,
        attribution=tuple(Source(span, name) for name in mark.attribution),
        trigger=span,
        rule="marked",
        share=mark.share,
        fates=mark.fates,
    )


def _distinguishing(name: str) -> Iterator[str]:
    """Yield the words of a unit's or ship's name that tell it from others: proper names, and numbers."""
    words = re.split(r"[\s'’-]+", name)
    prefixed = words[0].isupper() and not name.isupper()  # "HMS", as all of a navy have
    for word in words[prefixed:]:
        digits = "".join(c for c in word if c.isdigit())
        if digits or (word[:1].isupper() and len(word) >= _MIN_NAME):
            yield digits or fold(word)


def _whole(number: float | None) -> int | None:
    return None if number is None else int(number)


def _place(mark: MarkedPlace | None) -> Place | None:
    if mark is None:
        return None
    name = f"{mark.name}|{mark.country}"
    return Place(name, mark.name, mark.country, mark.kind, mark.lat, mark.lon, mark.radius_km)


def _time(span: Span, mark: Period | None) -> TimeExpression | None:
    if mark is None:
        return None
    start, end = (dt.date.fromisoformat(day) if day else None for day in (mark.start, mark.end))
    edtf = "/".join(day or ".." for day in (mark.start, mark.end))
    precision = Precision.OPEN if None in (start, end) else Precision.DAY if start == end else Precision.RANGE
    return TimeExpression(span, start, end, edtf, precision, Basis.EXPLICIT)


def _answers(gold: MarkedPair, readings: Sequence[Mapping[str, Any]]) -> Mapping[str, str]:
    """Return the id of the claim that was read for each marked one: the best fits first, each claim once."""
    texts = {r.id: r.text for r in gold.reports}
    fits: list[tuple[int, str, str]] = []
    for reading in readings:
        for claim in reading["claims"]:
            for mark in gold.claims:
                if mark.report == reading["document"]["id"] and mark.type == claim["type"]:
                    fit = _fit(mark, texts[mark.report].index(mark.quote), claim)
                    if fit:
                        fits.append((-fit, mark.id, claim["id"]))
    answer: dict[str, str] = {}
    for _, mark_id, claim_id in sorted(fits):
        if mark_id not in answer and claim_id not in answer.values():
            answer[mark_id] = claim_id
    return answer


def _fit(mark: MarkedClaim, start: int, claim: Mapping[str, Any]) -> int:
    """Return how well a claim answers a marked one: 0 where it is not in its sentence.

    Number before side, side before where it is, where before when: of two claims of one sentence that count
    alike, the one of the marked place and day is meant, not the one whose id comes first.
    """
    spans = (claim["evidence"], *claim["also"])
    if not any(max(start, s["start"]) < min(start + len(mark.quote), s["end"]) for s in spans):
        return 0
    number = claim["quantity"] or {"low": None, "high": None}
    asked = mark.quantity or Amount()
    counted = (number["low"], number["high"]) == (asked.low, asked.high)
    side = claim["actor"]["country_code"] if claim["actor"] else None
    there = same_places(_spots_of(mark), _spots_in(claim))
    slots = (counted, side == mark.side, there, _days_of(mark) == _days_in(claim))
    return 1 + sum(1 << weight for weight, held in enumerate(reversed(slots)) if held)


def _spots_of(mark: MarkedClaim) -> tuple[Spot, ...]:
    places = (p for p in (mark.origin, mark.destination, *mark.places) if p)
    return tuple(Spot(p.name, p.country, p.kind, p.lat, p.lon) for p in places)


def _spots_in(claim: Mapping[str, Any]) -> tuple[Spot, ...]:
    places = (p for p in (claim["origin"], claim["destination"], *claim["places"]) if p)
    return tuple(Spot(*(p[key] for key in ("name", "country_code", "kind", "lat", "lon"))) for p in places)


def _days_of(mark: MarkedClaim) -> Period:
    return mark.time or Period()


def _days_in(claim: Mapping[str, Any]) -> Period:
    time = claim["time"] or {"start": None, "end": None}
    return Period(time["start"], time["end"])


def _marked(gold: MarkedPair) -> _Pairs:
    same = {frozenset(pair): SAME for group in gold.groups for pair in combinations(group, 2)}
    return same | {frozenset(pair): PART for pair in gold.parts}


def _said(mark_of: Mapping[str, str], movements: Sequence[Mapping[str, Any]]) -> _Pairs:
    """Return the pairs of marked claims of which the program says that they belong together."""
    own = {m["id"]: [mark_of[c] for c in m["claims"] if c in mark_of] for m in movements}
    found: dict[frozenset[str], str] = {}
    for movement in movements:
        found |= {frozenset(pair): SAME for pair in combinations(own[movement["id"]], 2)}
        for relation in movement["relations"]:
            if relation["kind"] == RelationKind.PART_OF:
                wholes = own.get(relation["movement"], ())
                found |= {frozenset((a, b)): PART for a in own[movement["id"]] for b in wholes}
    return found


def _sources(
    gold: MarkedPair, answer: Mapping[str, str], movements: Sequence[Mapping[str, Any]]
) -> Iterable[tuple[str, int]]:
    """Yield the number of independent sources of each marked group that is one whole movement."""
    for group in gold.groups:
        found = {answer.get(c) for c in group}
        for movement in movements:
            if found == set(movement["claims"]) & set(answer.values()) and group[0] in gold.sources:
                yield group[0], movement["independent_sources"]


def _errors(
    gold: MarkedPair, marked: _Pairs, said: _Pairs, read: set[str], sources: Mapping[str, int]
) -> Iterable[str]:
    for claim in gold.claims:
        if claim.id not in read:
            yield f"{gold.id}: missed claim {claim.id} ({claim.type}): {claim.quote[:100]}"
    for pair in sorted(marked.keys() | said.keys(), key=sorted):
        asked, told = marked.get(pair, "not the same"), said.get(pair, "not the same")
        if asked != told and all(c in read for c in pair):
            yield f"{gold.id}: {' and '.join(sorted(pair))} are {asked}, read as {told}"
    for first, number in sources.items():
        if gold.sources[first] != number:
            yield f"{gold.id}: {first} has {gold.sources[first]} independent sources, counted {number}"
