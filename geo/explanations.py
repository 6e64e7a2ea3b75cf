"""Why a claim was read, and why claims are one movement, in words for a person."""

import json

from geo import jsonlines
from geo.records import (
    Candidate,
    Claim,
    Correction,
    Evidence,
    Mention,
    Movement,
    Place,
    QuantityEnvelope,
    Reading,
    Run,
)

_SLOTS = ("actor", "quantity", "time", "means", "attribution")


def of_claim(claim: Claim, reading: Reading) -> str:
    """Return the words, the rule, the candidates and the reasons behind one claim, for a person to read."""
    document, row = reading.document, jsonlines.claim(claim)
    told = f"{document.publisher or 'publisher not told'}, {document.published or 'date not told'}"
    lines = [
        f"{claim.id}: {claim.type}, {claim.status}",
        f"report: {document.title or document.id} ({told})",
        *(f"words [{e.span.start}, {e.span.end}): {e.quote}" for e in claim.evidence),
        *(f"read as: {_marked(claim, e)}" for e in claim.evidence),
        f"rule: {claim.rule}, from “{claim.trigger.of(document.text)}”",
        *(f"{slot}: {json.dumps(row[slot], ensure_ascii=False)}" for slot in _SLOTS),
        *(f"note: {note}" for note in claim.notes),
        *(f"remark behind it: {remark}" for remark in claim.remarks),
        *(f"lost: {word}" for word in claim.lost),
        *map(_corrected, claim.corrections),
    ]
    for mention in reading.mentions:
        if any(mention.span.touches(span) for span in claim.place_spans):
            lines += _choice(mention)
    return "\n".join(lines)


def _marked(claim: Claim, evidence: Evidence) -> str:
    """Return a sentence with the words of each slot in brackets, behind the slot's name."""
    slots = [("event", claim.trigger), *(("place", span) for span in claim.place_spans)]
    slots += [("source", source.span) for source in claim.attribution]
    for name, record in (("actor", claim.actor), ("quantity", claim.quantity), ("time", claim.time)):
        slots += [(name, record.span)] if record else []
    text, start, reached = evidence.quote, evidence.span.start, 0
    parts = []
    for span, name in sorted((span, name) for name, span in slots if evidence.span.covers(span)):
        if span.start - start < reached:
            continue  # inside the words of another slot
        parts += [
            text[reached : span.start - start],
            f"[{name}: {text[span.start - start : span.end - start]}]",
        ]
        reached = span.end - start
    return "".join([*parts, text[reached:]])


def _choice(mention: Mention) -> list[str]:
    return [f"place “{mention.text}”, {mention.usage}:", *(_candidate(c) for c in mention.candidates)]


def _candidate(candidate: Candidate) -> str:
    place = candidate.place
    reasons = "; ".join(map(str, candidate.reasons)) or "no reason"
    return f"  {candidate.score:.2f} {place.name}, {place.kind}, {place.country_code or '-'}: {reasons}"


def _corrected(correction: Correction) -> str:
    what = " ".join(part for part in (correction.action, correction.field, correction.value) if part)
    return f"correction: {what} ({correction.who or 'nobody named'}: {correction.why or 'no reason given'})"


def of_movement(movement: Movement, run: Run) -> str:
    """Return what the claims of one movement say together, why they are joined, and on what they differ."""
    claims = {c.id: (c, r) for r in run.readings for c in r.claims}
    worth, number, time = movement.assessment, movement.quantity, movement.time
    where = movement.destination or next(iter(movement.places), None)
    lines = [
        f"{movement.id}: {movement.type}, {movement.status}, side {movement.side or 'not told'}",
        f"from {_end(movement.origin)} to {_end(where)}" if movement.type.moves else f"at {_end(where)}",
        *([f"origin inferred: {movement.origin_reason}"] if movement.origin_reason else []),
        f"time: {time.edtf if time else 'not told'}",
        *([_number(number)] if number else []),
        f"independent sources: {movement.independent_sources}",
        *(f"  {' = '.join(s.names)}: {', '.join(s.claims)}" for s in movement.sources),
        f"precision by UCDP GED: place {worth.where_precision or '-'}, date {worth.date_precision or '-'}",
        f"Admiralty: {worth.reliability}{worth.credibility}",
        "history:",
        *(f"  {said.published or 'no date'} {said.claim}: {said.says}" for said in movement.history),
    ]
    for claim_id in movement.claims:
        claim, reading = claims[claim_id]
        title = reading.document.title or reading.document.id
        lines += [f"claim {claim_id}, {title}:", f"  {claim.evidence[0].quote}"]
    for agreement in movement.agreements:
        lines.append(f"joined {' and '.join(agreement.claims)}, {agreement.score:+.2f} bits:")
        lines += [f"  {reason}" for reason in agreement.reasons]
    for dispute in movement.disagreements:
        stands = "; ".join(f"{s.says}: {', '.join(s.claims)}" for s in dispute.stands)
        lines.append(f"disagreement on {dispute.kind}: {stands}")
    lines += [f"{r.kind.replace('_', ' ')} {r.movement}: {r.reason}" for r in movement.relations]
    lines += [f"note: {note}" for note in movement.notes]
    return "\n".join([*lines, *map(_corrected, movement.corrections)])


def _number(number: QuantityEnvelope) -> str:
    best = f"best {number.best} ({number.rule})" if number.best is not None else "no exact number"
    return f"number: low {number.low}, {best}, high {number.high}, of {number.unit or 'no unit'}"


def _end(place: Place | None) -> str:
    return f"{place.name} ({place.kind}, {place.country_code or '-'})" if place else "a place not told"
