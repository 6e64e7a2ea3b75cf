"""What the page's script reads: a run as plain lists, numbers and words, ready for JSON.

Records refer to each other by their position in a list. Everything that a person reads is put
into words here, so that the script joins and shows text but never makes it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from geo.maps.quotes import pieces, when, where
from geo.maps.view import Window, short_way
from geo.maps.words import Words
from geo.records import (
    Candidate,
    Claim,
    ClaimType,
    Correction,
    Disagreement,
    DisagreementKind,
    Document,
    Mention,
    Movement,
    Place,
    PlaceKind,
    QuantityEnvelope,
    Reason,
    Run,
    Said,
    Span,
    TimeEnvelope,
)

JsonObject = dict[str, Any]

_FLOWS = frozenset({ClaimType.MOVEMENT, ClaimType.SUPPLY})
_POINTS = frozenset({PlaceKind.CITY, PlaceKind.SITE})
_OTHERS = 3  # places that a name may mean and that are named beside the chosen one


@dataclass(frozen=True, slots=True)
class _Context:
    """What each part of the payload needs of the whole: positions in lists, words and window.

    `claims` holds those as well that the page does not show: a movement that it shows may differ from them.
    """

    words: Words
    window: Window
    claims: dict[str, Claim]
    place_at: dict[str, int]
    claim_at: dict[str, int]
    movement_at: dict[str, int]
    report_at: dict[str, int]
    mention_at: dict[tuple[str, Span], Mention]


def payload(run: Run, words: Words, all_of: Run | None = None) -> tuple[JsonObject, Iterator[JsonObject]]:
    """Return everything that the page's script needs to know of a run; the claims one by one.

    Parameters
    ----------
    run
        What was read and found.
    words
        The language that the page speaks.
    all_of
        The run of which `run` is the part that the page shows; None where it shows all.

    Returns
    -------
    dict, iterator of dict
        All but the claims, and each claim as it is asked for. Only JSON types; the same run gives the same
        objects with keys in the same order.
    """
    places, movements = _places(run), sorted(whole(run), key=chronology)
    context = _context(run, all_of or run, places, movements, words)
    claims = list({claim.id: claim for claim in run.claims}.values())
    told = {
        "language": words.language,
        "words": _app_words(words),
        "view": context.window.bounds(places),
        "places": [_place(place, context) for place in places],
        "reports": _reports(run, all_of or run, words),
        "movements": [_movement(movement, context) for movement in movements],
        "unplaced": _positions((claim for claim in claims if not _claim_places(claim)), context),
        "undated": _positions((claim for claim in claims if _is_undated(claim)), context),
        "names": _unknown_names(run, context),
        "rejected": [_refused(claim, words) for reading in run.readings for claim in reading.rejected],
        "problems": [{"file": problem.file, "reason": problem.reason} for problem in run.problems],
        "whole": _counts(all_of) if all_of else None,
    }
    return told, (_claim(claim, context) for claim in claims)


def _context(
    run: Run, all_of: Run, places: Sequence[Place], movements: Sequence[Movement], words: Words
) -> _Context:
    return _Context(
        words=words,
        window=Window.around(places),
        claims={claim.id: claim for claim in all_of.claims},
        place_at={place.id: position for position, place in enumerate(places)},
        claim_at={
            claim_id: position for position, claim_id in enumerate(dict.fromkeys(c.id for c in run.claims))
        },
        movement_at={movement.id: position for position, movement in enumerate(movements)},
        report_at={reading.document.id: position for position, reading in enumerate(run.readings)},
        mention_at={(r.document.id, m.span): m for r in run.readings for m in r.mentions},
    )


def _counts(run: Run) -> JsonObject:
    """Return how much there is of what a page that shows a part of a run lists in part."""
    return {
        "movements": len(whole(run)),
        "unplaced": sum(not _claim_places(claim) for claim in run.claims),
        "undated": sum(map(_is_undated, run.claims)),
        "names": len({m.text for reading in run.readings for m in reading.mentions if m.place is None}),
        "reports": len(run.readings),
    }


def spare(records: Iterable[JsonObject]) -> Iterator[JsonObject]:
    """Yield records without the slots that they leave open, which the page's script fills in again."""
    for record in records:
        yield {key: value for key, value in record.items() if not _is_open(value)}


def _is_open(value: object) -> bool:
    return value is None or value is False or value in ("", [])


def whole(run: Run) -> list[Movement]:
    """Return the run's movements, and a movement of its own for each claim that is in none."""
    grouped = {claim_id for movement in run.movements for claim_id in movement.claims}
    return [*run.movements, *(_alone(claim) for claim in run.claims if claim.id not in grouped)]


def _alone(claim: Claim) -> Movement:
    quantity, time = claim.quantity, claim.time
    return Movement(
        id=claim.id,
        type=claim.type,
        status=claim.status,
        side=claim.actor.country_code if claim.actor else None,
        claims=(claim.id,),
        reports=(claim.document_id,),
        independent_sources=1,
        origin=claim.origin,
        origin_inferred=False,
        destination=claim.destination,
        places=claim.places,
        time=TimeEnvelope(time.start, time.end, time.edtf) if time else None,
        quantity=QuantityEnvelope(quantity.low, None, quantity.high, quantity.unit) if quantity else None,
    )


def chronology(movement: Movement) -> tuple[str, str, str]:
    """Order by first known day, the undated last."""
    time = movement.time
    day = (time.start or time.end) if time else None
    end = time.end if time else None
    return (day.isoformat() if day else "~", end.isoformat() if end else "~", movement.id)


def _app_words(words: Words) -> JsonObject:
    sections = ("app", "type", "status", "unit", "disagreement", "count")
    return {
        "plural_one": list(words.table["plural_one"]),
        "thousands": words.table["thousands"],
        "months": words.table["months"],
        "first_day": words.table["first_day"],
        "day": words.table["phrases"]["day"],
        **{name: words.section(name) for name in sections},
        "reasons": words.reasons(),
    }


def _places(run: Run) -> list[Place]:
    found: dict[str, Place] = {}
    for claim in run.claims:
        found.update((place.id, place) for place in _claim_places(claim))
    for movement in run.movements:
        found.update((place.id, place) for place in movement_places(movement))
    return sorted(found.values(), key=lambda place: place.id)


def _claim_places(claim: Claim) -> list[Place]:
    return _distinct((claim.origin, claim.destination, *claim.places))


def movement_places(movement: Movement) -> list[Place]:
    """Return each place that a movement names, once."""
    return _distinct((movement.origin, movement.destination, *movement.places))


def _distinct(places: Iterable[Place | None]) -> list[Place]:
    return list({place.id: place for place in places if place}.values())


def _place(place: Place, context: _Context) -> JsonObject:
    words, window = context.words, context.window
    precise = place.kind in _POINTS
    return {
        "id": place.id,
        "name": place.name,
        "country": place.country_code,
        "kind": place.kind.value,
        "precise": precise,
        "lat": round(place.lat, 5),
        "lon": round(window.wrap(place.lon), 5),
        "turns": window.turns(place.lon),
        "radius": place.radius_km,
        "reach": words.word("app", "precise" if precise else "imprecise").format(
            kind=words.word("kind", place.kind.value), km=words.number(max(1, round(place.radius_km)))
        ),
    }


def _reports(run: Run, all_of: Run, words: Words) -> list[JsonObject]:
    claims = {reading.document.id: len(reading.claims) for reading in all_of.readings}
    return [_report(r.document, claims[r.document.id], words) for r in run.readings]


def _report(document: Document, claims: int, words: Words) -> JsonObject:
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": words.interval(document.published, document.published) or None,
        "language": document.language,
        "url": document.url,
        "name": document.file or document.id,
        "claims": claims,
    }


def _claim(claim: Claim, context: _Context) -> JsonObject:
    words = context.words
    return {
        "id": claim.id,
        "report": context.report_at[claim.document_id],
        "type": claim.type.value,
        "status": claim.status.value,
        "who": claim.actor.text if claim.actor else None,
        "side": claim.actor.country_code if claim.actor else None,
        "howMany": words.quantity(claim.quantity),
        "when": when(claim, words),
        "whenBasis": words.word("basis", claim.time.basis.value) if claim.time else "",
        "from": _position(claim.origin, context),
        "to": _position(claim.destination, context),
        "at": [context.place_at[place.id] for place in claim.places],
        "means": words.word("means", claim.means.value) if claim.means else None,
        "sources": [source.text for source in claim.attribution],
        "notes": [_reason(note, words) for note in claim.notes],
        "corrections": [_correction(each, words) for each in claim.corrections],
        "placed": [_placed(mention, words) for mention in _mentions_of(claim, context)],
        "quotes": [pieces(claim, evidence) for evidence in claim.evidence],
    }


def _mentions_of(claim: Claim, context: _Context) -> Iterator[Mention]:
    """Yield the place names that a claim rests on."""
    for span in claim.place_spans:
        mention = context.mention_at.get((claim.document_id, span))
        if mention and mention.place:
            yield mention


def _placed(mention: Mention, words: Words) -> JsonObject:
    """Return how the place of a name was chosen: the reasons, and what else the name may mean."""
    chosen = [c for c in mention.candidates if mention.place and c.place.id == mention.place.id]
    others = [c for c in mention.candidates if c not in chosen]
    return {
        "words": mention.text,
        "name": mention.place.name if mention.place else None,
        "why": [_reason(each, words) for each in chosen[0].reasons] if chosen else [],
        "others": [_other(candidate, words) for candidate in others[:_OTHERS]],
        "more": max(len(others) - _OTHERS, 0),
    }


def _reason(reason: Reason, words: Words) -> list[Any]:
    """Return a reason as its phrase's name, what fills the gaps, and its weight."""
    values = {gap: words.value(gap, value) for gap, value in reason.values}
    weight = [] if reason.weight is None else [words.weight(reason.weight)]
    return [reason.kind.name.lower(), values, *weight]


def _other(candidate: Candidate, words: Words) -> list[Any]:
    """Return a place's name, kind and state, and whether it is that state."""
    place = candidate.place
    is_state = place.kind is PlaceKind.COUNTRY
    return [place.name, words.word("kind", place.kind.value), place.country_code, is_state]


def _position(place: Place | None, context: _Context) -> int | None:
    return context.place_at[place.id] if place else None


def _positions(claims: Iterable[Claim], context: _Context) -> list[int]:
    return [context.claim_at[claim.id] for claim in claims]


def _movement(movement: Movement, context: _Context) -> JsonObject:
    words = context.words
    told = [said.claim for said in movement.history] or list(movement.claims)
    own = [context.claims[claim_id] for claim_id in told]  # what was said first comes first
    ends = flow_ends(movement)
    time, quantity = movement.time, movement.quantity
    return {
        "id": movement.id,
        "type": movement.type.value,
        "status": movement.status.value,
        "side": movement.side,
        "who": next((claim.actor.text for claim in own if claim.actor), None),
        "heading": _heading(movement, context),
        "flow": [context.place_at[place.id] for place in ends],
        "turns": short_way(*(context.window.wrap(place.lon) for place in ends)) if ends else 0,
        "inferred": movement.origin_inferred and movement.origin is not None,
        "marks": [context.place_at[p.id] for p in movement_places(movement) if p not in ends],
        "start": time.start.isoformat() if time and time.start else None,
        "end": time.end.isoformat() if time and time.end else None,
        "when": words.time(time),
        "amount": amount(quantity),
        "unit": quantity.unit if quantity else None,
        "howMany": words.quantity(quantity),
        "independent": words.count("source", movement.independent_sources) if len(own) > 1 else None,
        "claims": _positions(own, context),
        "reports": list(dict.fromkeys(context.report_at[claim.document_id] for claim in own)),
        "sources": [" = ".join(source.names) for source in movement.sources],
        "remarks": list(movement.notes),
        "corrections": [_correction(each, words) for each in movement.corrections],
        "history": [_told_then(said, context) for said in movement.history],
        "related": [
            {
                "kind": words.word("relation", each.kind.value),
                "movement": context.movement_at.get(each.movement),  # None where the page does not show it
                "reason": each.reason,
            }
            for each in movement.relations
        ],
        "disagreements": [_disagreement(each, context) for each in movement.disagreements],
    }


def _told_then(said: Said, context: _Context) -> JsonObject:
    """Return what a claim said of a movement, and when its report was published."""
    claim, words = context.claims[said.claim], context.words
    return {
        "published": words.interval(said.published, said.published) or None,
        "claim": context.claim_at[claim.id],
        "status": claim.status.value,
        "howMany": words.quantity(claim.quantity),
        "where": where(claim, words, partial(_gap, context=context)),
        "when": when(claim, words),
    }


def _refused(claim: Claim, words: Words) -> JsonObject:
    """Return a claim that a person refused: its words, and who refused it and why."""
    return {
        "text": claim.evidence[0].quote,
        "why": "; ".join(_correction(each, words) for each in claim.corrections),
    }


def _correction(correction: Correction, words: Words) -> str:
    """Return what a person decided, who, and why."""
    field = words.word("slot", correction.field) if correction.field else None
    decided = (words.word("action", correction.action.value), field, correction.value)
    what = " ".join(part for part in decided if part)
    by = ": ".join(part for part in (correction.who, correction.why) if part)
    return f"{what} ({by})" if by else what


def flow_ends(movement: Movement) -> tuple[Place, ...]:
    """Return origin and destination where an arrow can join them, and nothing otherwise."""
    origin, destination = movement.origin, movement.destination
    if movement.type not in _FLOWS or not origin or not destination or origin.id == destination.id:
        return ()
    return origin, destination


def amount(quantity: QuantityEnvelope | None) -> float | None:
    """Return the number that a width stands for: the best, else the middle, else the one bound."""
    if quantity is None:
        return None
    if quantity.best is not None:
        return quantity.best
    bounds = [bound for bound in (quantity.low, quantity.high) if bound is not None]
    return sum(bounds) / len(bounds) if bounds else None


def _gap(place: Place, context: _Context) -> str:
    """Return a gap that the script fills with a place's name: a browser knows states in its language.

    The name itself where only a claim that is not on the page names the place.
    """
    at = context.place_at.get(place.id)
    return place.name if at is None else f"{{{at}}}"


def _heading(movement: Movement, context: _Context) -> str:
    """Return from where to where, or where, with gaps for the names."""
    words, origin, destination = context.words, movement.origin, movement.destination
    if movement.type in _FLOWS and origin and destination:
        return words.phrase("route", origin=_gap(origin, context), destination=_gap(destination, context))
    if movement.type in _FLOWS and destination:
        return words.phrase("to_only", destination=_gap(destination, context))
    if movement.type in _FLOWS and origin:
        return words.phrase("from_only", origin=_gap(origin, context))
    named = [place for place in movement_places(movement) if place.name]
    return ", ".join(_gap(place, context) for place in named) or words.phrase("no_place")


def _disagreement(disagreement: Disagreement, context: _Context) -> JsonObject:
    claims = [context.claims[claim_id] for claim_id in disagreement.claims]
    said = (_said(claim, disagreement.kind, context) for claim in claims)
    return {
        "kind": disagreement.kind.value,
        "claims": _positions((claim for claim in claims if claim.id in context.claim_at), context),
        "values": list(dict.fromkeys(value for value in said if value)),
    }


def _said(claim: Claim, kind: DisagreementKind, context: _Context) -> str | None:
    """Return what a claim says on the point on which it and others differ; places as gaps."""
    words = context.words
    match kind:
        case DisagreementKind.QUANTITY:
            return words.quantity(claim.quantity)
        case DisagreementKind.TIME:
            return when(claim, words)
        case DisagreementKind.STATUS:
            return words.word("status", claim.status.value)
        case DisagreementKind.PLACE:
            return ", ".join(_gap(place, context) for place in _claim_places(claim)) or None


def _is_undated(claim: Claim) -> bool:
    return claim.time is None or (claim.time.start is None and claim.time.end is None)


def _unknown_names(run: Run, context: _Context) -> list[JsonObject]:
    """Return names that no place was found for, the most frequent first."""
    counts: Counter[str] = Counter()
    reports: defaultdict[str, list[int]] = defaultdict(list)
    for reading in run.readings:
        names = [mention.text for mention in reading.mentions if mention.place is None]
        counts.update(names)
        for name in dict.fromkeys(names):
            reports[name].append(context.report_at[reading.document.id])
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [{"text": name, "count": count, "reports": reports[name]} for name, count in ordered]
