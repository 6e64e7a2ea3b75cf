"""Readings as joining and the outputs need them: a tenth of the memory, and the same outputs.

Why a name was placed is shown of the names that a claim uses. Of the others the candidates stay, without
their reasons; and what many reports name is held once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from geo.records import Candidate, Mention, Place, Reading


def lean(readings: Iterable[Reading]) -> Iterator[Reading]:
    """Yield readings without what no output shows."""
    shared = _Shared()
    for reading in readings:
        used = {span for claim in (*reading.claims, *reading.rejected) for span in claim.place_spans}
        mentions = tuple(
            mention if any(span.touches(mention.span) for span in used) else shared.mention(mention)
            for mention in reading.mentions
        )
        yield replace(reading, mentions=mentions)


class _Shared:
    """Places and candidates, each held once however often it is named."""

    def __init__(self) -> None:
        self._places: dict[Place, Place] = {}
        self._candidates: dict[Candidate, Candidate] = {}

    def mention(self, mention: Mention) -> Mention:
        place = self._place(mention.place) if mention.place else None
        return replace(mention, place=place, candidates=tuple(map(self._candidate, mention.candidates)))

    def _place(self, place: Place) -> Place:
        return self._places.setdefault(place, place)

    def _candidate(self, candidate: Candidate) -> Candidate:
        bare = Candidate(self._place(candidate.place), candidate.population, candidate.usual_name)
        return self._candidates.setdefault(bare, bare)
