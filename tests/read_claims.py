"""Claims as they are read of a few sentences, each in one line: what the tests of reading hold up."""

import datetime as dt

from geo import pipeline
from geo.records import Claim, Document

PUBLISHED = dt.date(2024, 11, 20)  # a Wednesday


def read(language: str, text: str) -> tuple[Claim, ...]:
    return pipeline.read_document(Document("d", text, language=language, published=PUBLISHED)).claims


def row(claim: Claim) -> str:
    """Return a claim as type, side, number, way or places."""
    number = claim.quantity and f"{claim.quantity.low or ''} {claim.quantity.unit}"
    ends = [place.name if place else "?" for place in (claim.origin, claim.destination)]
    way = " > ".join(ends) if ends != ["?", "?"] else ", ".join(place.name for place in claim.places)
    return f"{claim.type.value} | {claim.actor and claim.actor.country_code} | {number} | {way}"


def rows(language: str, text: str) -> list[str]:
    return [row(claim) for claim in read(language, text)]


def outline(claim: Claim) -> str:
    """Return a claim as type, status, side, number and its places, with an arrow before where it goes."""
    number = claim.quantity and f"{claim.quantity.low or claim.quantity.high} {claim.quantity.unit}"
    places = [*(place.name for place in claim.places)]
    places += [f"{claim.origin.name} >"] if claim.origin else []
    places += [f"> {claim.destination.name}"] if claim.destination else []
    side = claim.actor and claim.actor.country_code
    return f"{claim.type.value} {claim.status.value} {side} {number} {', '.join(places)}".strip()


def outlines(language: str, text: str) -> list[str]:
    return [outline(claim) for claim in read(language, text)]


def where(claim: Claim) -> str:
    """Return where a claim plays: "A > B", or the places of a presence or a loss."""
    if claim.origin is None and claim.destination is None:
        return ", ".join(place.name for place in claim.places)
    return " > ".join(place.name if place else "?" for place in (claim.origin, claim.destination))


def ways(language: str, text: str) -> list[str]:
    return [where(claim) for claim in read(language, text)]


def day(claim: Claim) -> str | None:
    return claim.time.edtf if claim.time else None
