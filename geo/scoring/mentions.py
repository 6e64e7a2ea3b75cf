"""Predicted place names, each paired with the marked one that it overlaps most."""

from collections.abc import Collection, Sequence

from geo.records import Span
from geo.scoring.marks import Gold, Mention
from geo.scoring.score import Score
from geo.scoring.slots import near, same_place


def score_mentions(gold: Gold, mentions: Sequence[Mention]) -> Score:
    """Count what was found of the marked place names, and what is no place."""
    free = set(range(len(mentions)))
    found = resolved = close = used = 0
    errors = []
    for toponym in gold.toponyms:
        best = _closest(toponym, mentions, free)
        if best is None:
            errors.append(f"{gold.id}: place missed: {toponym.text}")
            continue
        free.remove(best)
        place = mentions[best].place
        found += 1
        used += toponym.usage in (None, mentions[best].usage)
        close += near(toponym.spot, place)
        if same_place(toponym.spot, place):
            resolved += 1
        else:
            taken = f"{place.name} ({place.country_code})" if place else "no place"
            errors.append(f"{gold.id}: place taken for {taken}: {toponym.text}")
    errors += [f"{gold.id}: not a place: {gold.words(mentions[index])}" for index in sorted(free)]
    return Score(
        toponyms=len(gold.toponyms),
        mentions=len(mentions),
        mentions_found=found,
        mentions_resolved=resolved,
        mentions_near=close,
        mentions_used=used,
        errors=tuple(errors),
    )


def _closest(span: Span, mentions: Sequence[Mention], free: Collection[int]) -> int | None:
    def closeness(index: int) -> tuple[int, int, int]:
        other = mentions[index]
        shared = min(span.end, other.end) - max(span.start, other.start)
        return shared, -abs(other.end - other.start - span.end + span.start), index

    return max((index for index in free if span.touches(mentions[index])), key=closeness, default=None)
