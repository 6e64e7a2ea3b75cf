"""What places are called on a page in another language than the gazetteer's titles, which are English."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from geo.records import Claim, Mention, Movement, Place, PlaceKind, Reading, Run, Usage

_TITLES = "en"


def in_words_of(run: Run, language: str) -> Run:
    """Return a run whose places are called what its reports in a language call them, most often.

    The gazetteer holds several names in most languages and marks none as the usual one, so nothing else is
    taken; a place that no such report names keeps its title.

    Parameters
    ----------
    run
        What was read and found.
    language
        ISO 639-1 code.
    """
    if language == _TITLES:
        return run
    names = _names(run, language)
    return replace(
        run,
        readings=tuple(_reading(reading, names) for reading in run.readings),
        movements=tuple(_movement(movement, names) for movement in run.movements),
        itineraries=tuple(replace(i, places=_all(i.places, names)) for i in run.itineraries),
    )


def _names(run: Run, language: str) -> Mapping[str, str]:
    """Return what each place is called most often; of several the shortest, then the first in order."""
    told: dict[str, Counter[str]] = {}
    for reading in run.readings:
        if reading.document.language == language:
            for mention in reading.mentions:
                if mention.place and mention.usage is not Usage.EMBEDDED and _is_whole(mention):
                    told.setdefault(mention.place.id, Counter())[" ".join(mention.text.split())] += 1
    best = {place: min(names, key=lambda n: (-names[n], len(n), n)) for place, names in told.items()}
    return {place: name[:1].upper() + name[1:] for place, name in best.items()}


def _is_whole(mention: Mention) -> bool:
    """Tell whether a mention names its place, not only what it is part of: "Sunan" is no airport."""
    place = mention.place
    return place is not None and (place.kind is not PlaceKind.SITE or len(mention.text.split()) > 1)


def _named(place: Place | None, names: Mapping[str, str]) -> Place | None:
    return replace(place, name=names.get(place.id, place.name)) if place else None


def _all(places: tuple[Place, ...], names: Mapping[str, str]) -> tuple[Place, ...]:
    return tuple(replace(place, name=names.get(place.id, place.name)) for place in places)


def _reading(reading: Reading, names: Mapping[str, str]) -> Reading:
    return replace(
        reading,
        mentions=tuple(replace(m, place=_named(m.place, names)) for m in reading.mentions),
        claims=tuple(_claim(claim, names) for claim in reading.claims),
        rejected=tuple(_claim(claim, names) for claim in reading.rejected),
    )


def _claim(claim: Claim, names: Mapping[str, str]) -> Claim:
    return replace(
        claim,
        origin=_named(claim.origin, names),
        destination=_named(claim.destination, names),
        places=_all(claim.places, names),
    )


def _movement(movement: Movement, names: Mapping[str, str]) -> Movement:
    return replace(
        movement,
        origin=_named(movement.origin, names),
        destination=_named(movement.destination, names),
        places=_all(movement.places, names),
    )
