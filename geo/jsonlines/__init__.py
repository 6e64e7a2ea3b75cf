"""The record that others read: one JSON object a document, one a movement, each on a line of its own.

`load` reads a file of documents back.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from geo.jsonlines.back import load
from geo.records import (
    Actor,
    Claim,
    Correction,
    Disagreement,
    Document,
    Itinerary,
    Mention,
    Movement,
    Place,
    Reading,
    Span,
    TimeExpression,
    Voice,
)

__all__ = [
    "Json",
    "claim",
    "correction",
    "disagreement",
    "document",
    "each_line",
    "itinerary",
    "lines",
    "load",
    "mention",
    "movement",
    "place",
    "reading",
]

Json = dict[str, Any]


def reading(read: Reading) -> Json:
    """Return the JSON object of one document."""
    return {
        "document": document(read.document),
        "mentions": [mention(m) for m in read.mentions],
        "times": [
            {
                **_span(t.span),
                "from": _day(t.start),
                "to": _day(t.end),
                "edtf": t.edtf,
                "precision": t.precision,
                "basis": t.basis,
            }
            for t in read.times
        ],
        "claims": [claim(c) for c in read.claims],
        "rejected": [claim(c) for c in read.rejected],
    }


def document(record: Document) -> Json:
    """Return what is known of a document, without its text."""
    return {
        "id": record.id,
        "title": record.title,
        "publisher": record.publisher,
        "published": _day(record.published),
        "language": record.language,
        "language_detected": record.language_detected,
        "url": record.url,
        "sha256": record.sha256,
        "encoding": record.encoding,
        "guessed": list(record.guessed),
    }


def place(record: Place | None) -> Json | None:
    """Return a place, or None."""
    if record is None:
        return None
    return {
        "id": record.id,
        "name": record.name,
        "country_code": record.country_code,
        "kind": record.kind,
        "lat": record.lat,
        "lon": record.lon,
        "radius_km": record.radius_km,
    }


def mention(record: Mention) -> Json:
    """Return a mention with the place chosen and all candidates, best first."""
    return {
        **_span(record.span),
        "text": record.text,
        "usage": record.usage,
        "place": place(record.place),
        "candidates": [place(c.place) for c in record.candidates],
    }


def claim(record: Claim) -> Json:
    """Return a claim; `evidence` is the fullest sentence, `also` the others that say it."""
    first, *others = record.evidence
    number = record.quantity
    return {
        "id": record.id,
        "evidence": {**_span(first.span), "quote": first.quote},
        "also": [{**_span(e.span), "quote": e.quote} for e in others],
        "type": record.type,
        "status": record.status,
        "actor": _actor(record.actor),
        "quantity": {"low": number.low, "high": number.high, "unit": number.unit} if number else None,
        "origin": place(record.origin),
        "destination": place(record.destination),
        "places": [place(p) for p in record.places],
        "time": _time(record.time),
        "means": record.means,
        "attribution": [s.text for s in record.attribution],
        "voice": _voice(record.voice),
        "share": record.share,
        "fates": list(record.fates),
        "names": list(record.names),
        "rule": record.rule,
        "notes": [str(note) for note in record.notes],
        "remarks": list(record.remarks),
        "corrections": [correction(c) for c in record.corrections],
        "words": _words(record),
    }


def _actor(record: Actor | None) -> Json | None:
    if record is None:
        return None
    return {
        "text": record.text,
        "country_code": record.country_code,
        "unit": record.unit,
        "inferred": record.inferred,
        "names": list(record.names),
    }


def _time(record: TimeExpression | None) -> Json | None:
    if record is None:
        return None
    return {
        "start": _day(record.start),
        "end": _day(record.end),
        "edtf": record.edtf,
        "precision": record.precision,
        "basis": record.basis,
    }


def _voice(record: Voice | None) -> Json | None:
    if record is None:
        return None
    return {
        "name": record.name,
        "kind": record.kind,
        "country_code": record.country_code,
        "via": record.via,
    }


def _words(record: Claim) -> Json:
    """Return where the words of each slot stand."""
    slots = {"actor": record.actor, "quantity": record.quantity, "time": record.time}
    return {
        "event": _span(record.trigger),
        **{name: _span(slot.span) if slot else None for name, slot in slots.items()},
        "sources": [_span(source.span) for source in record.attribution],
        "places": [_span(span) for span in record.place_spans],
    }


def correction(record: Correction) -> Json:
    """Return what a person decided, and why."""
    return {
        "target": record.target,
        "action": record.action,
        "field": record.field,
        "value": record.value,
        "who": record.who,
        "why": record.why,
    }


def movement(record: Movement) -> Json:
    """Return a movement with the ids of its claims and reports, and how well founded it is."""
    time, number, worth = record.time, record.quantity, record.assessment
    return {
        "id": record.id,
        "type": record.type,
        "status": record.status,
        "side": record.side,
        "claims": list(record.claims),
        "reports": list(record.reports),
        "independent_sources": record.independent_sources,
        "sources": [{"names": list(s.names), "claims": list(s.claims)} for s in record.sources],
        "origin": place(record.origin),
        "origin_inferred": record.origin_inferred,
        "origin_reason": record.origin_reason,
        "destination": place(record.destination),
        "places": [place(p) for p in record.places],
        "time": {"start": _day(time.start), "end": _day(time.end), "edtf": time.edtf} if time else None,
        "quantity": {
            "low": number.low,
            "best": number.best,
            "high": number.high,
            "unit": number.unit,
            "rule": number.rule,
        }
        if number
        else None,
        "disagreements": [disagreement(d) for d in record.disagreements],
        "history": [
            {"published": _day(s.published), "claim": s.claim, "says": s.says} for s in record.history
        ],
        "agreements": [
            {"claims": list(a.claims), "score": a.score, "reasons": list(a.reasons)}
            for a in record.agreements
        ],
        "relations": [{"kind": r.kind, "movement": r.movement, "reason": r.reason} for r in record.relations],
        "assessment": {
            "where_precision": worth.where_precision,
            "date_precision": worth.date_precision,
            "reliability": worth.reliability,
            "credibility": worth.credibility,
        },
        "notes": list(record.notes),
        "corrections": [correction(c) for c in record.corrections],
    }


def disagreement(record: Disagreement) -> Json:
    """Return a disagreement with what each side says."""
    return {
        "kind": record.kind,
        "claims": list(record.claims),
        "stands": [{"says": s.says, "claims": list(s.claims)} for s in record.stands],
        "elsewhere": list(record.elsewhere),
    }


def itinerary(record: Itinerary) -> Json:
    """Return a journey with its stations and the ways between them."""
    return {
        "id": record.id,
        "side": record.side,
        "movements": list(record.movements),
        "places": [place(p) for p in record.places],
        "legs": [
            {
                "from": leg.start,
                "to": leg.end,
                "km": leg.km,
                "days": leg.days,
                "km_per_day": leg.km_per_day,
                "plausible": leg.plausible,
            }
            for leg in record.legs
        ],
    }


def lines(objects: Iterable[Mapping[str, Any]]) -> str:
    """Write objects as JSON Lines, each ending in a newline."""
    return "".join(each_line(objects))


def each_line(objects: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the text of `lines` line by line."""
    return (json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n" for row in objects)


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _day(value: dt.date | None) -> str | None:
    return value.isoformat() if value else None
