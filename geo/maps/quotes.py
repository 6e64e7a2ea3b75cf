"""A quote cut into pieces, so that the page marks words without reading any markup."""

from collections.abc import Callable, Iterator
from itertools import groupby
from operator import attrgetter

from geo.maps.words import Words
from geo.records import Claim, Evidence, Place, Span

Piece = tuple[str, str | None]


def pieces(claim: Claim, evidence: Evidence) -> list[Piece]:
    """Cut a quote where a slot of its claim begins or ends.

    Parameters
    ----------
    claim
        Whose slots are marked; their spans count from the start of the document.
    evidence
        The quote, and where it starts in the document.

    Returns
    -------
    list of (text, slot)
        The pieces in order, together exactly the quote. The slot is one of ``trigger``, ``source``,
        ``actor``, ``time``, ``quantity``, ``place``, or None for words that no slot holds.
    """
    slots: list[str | None] = [None] * len(evidence.quote)
    slot: str | None
    for slot, span in _slots(claim):
        start = max(span.start - evidence.span.start, 0)
        end = min(span.end - evidence.span.start, len(slots))
        if start < end:
            slots[start:end] = [slot] * (end - start)
    result: list[Piece] = []
    start = 0
    for slot, run in groupby(slots):
        end = start + sum(1 for _ in run)
        result.append((evidence.quote[start:end], slot))
        start = end
    return result


def quoted(claim: Claim, span: Span) -> str | None:
    """Return the words of `span` as one of the claim's quotes holds them, else None."""
    for evidence in claim.evidence:
        if evidence.span.covers(span):
            return evidence.quote[span.start - evidence.span.start : span.end - evidence.span.start]
    return None


def when(claim: Claim, words: Words) -> str | None:
    """Return the claim's time in the page's words, and in the report's where no day is known."""
    said = words.time(claim.time)
    if said is not None or claim.time is None:
        return said
    own_words = quoted(claim, claim.time.span)
    return words.phrase("unresolved", when=own_words) if own_words else None


def where(claim: Claim, words: Words, name: Callable[[Place], str] = attrgetter("name")) -> str:
    """Return from where to where, or where, in the page's words; empty without a place.

    Parameters
    ----------
    claim
        Whose places are told.
    words
        The page's language.
    name
        What a place is called.
    """
    parts = []
    if claim.origin and claim.destination:
        route = {"origin": name(claim.origin), "destination": name(claim.destination)}
        parts.append(words.phrase("route", **route))
    elif claim.destination:
        parts.append(words.phrase("to_only", destination=name(claim.destination)))
    elif claim.origin:
        parts.append(words.phrase("from_only", origin=name(claim.origin)))
    parts.extend(map(name, claim.places))
    return ", ".join(parts)


def _slots(claim: Claim) -> Iterator[tuple[str, Span]]:
    """Yield slots and spans, the narrow ones last so that they show within the wide ones."""
    yield "trigger", claim.trigger
    for source in claim.attribution:
        yield "source", source.span
    if claim.actor:
        yield "actor", claim.actor.span
    if claim.time:
        yield "time", claim.time.span
    if claim.quantity:
        yield "quantity", claim.quantity.span
    for span in claim.place_spans:
        yield "place", span
