"""Which place a mention means: a scored choice among the candidates that can be explained."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geo.measures import distance_km
from geo.records import Candidate, Mention, Place, PlaceKind

# Weights of the reasons. Population counts by its logarithm, so that a town ten times as large
# weighs as much as one half of a country that the report names elsewhere.
_PER_DIGIT = 0.5
_OWN_COUNTRY_NAMED = 1.0
_CONTAINER_NAMED = 3.0
_NEAR = 1.0
_NEAR_KM = 400.0
_KIND_PRIOR = {PlaceKind.COUNTRY: 4.0, PlaceKind.REGION: 3.5, PlaceKind.WATER: 3.0, PlaceKind.ADMIN: 2.0}
_CONTAINER_GAP = 12  # characters between "X" and "Y" of "X, in Y"


@dataclass(frozen=True, slots=True)
class Context:
    """What the whole report names: countries by how often, and places whose name is borne once."""

    countries: Counter[str]
    certain: tuple[Place, ...]


def resolve(text: str, mentions: Sequence[Mention], sides: Sequence[str] = ()) -> tuple[Mention, ...]:
    """Choose a place for each mention that has candidates.

    Parameters
    ----------
    text
        The whole text of the document.
    mentions
        Of one document, in order, with unscored candidates.
    sides
        Country codes that the report names by adjective ("russes"), each as often as it occurs.

    Returns
    -------
    tuple of Mention
        The same mentions, with `place` and scored candidates, the chosen one first.
    """
    context = _context(mentions, sides)
    return tuple(
        _resolved(text, mentions, number, context) if mention.candidates else mention
        for number, mention in enumerate(mentions)
    )


def _context(mentions: Sequence[Mention], sides: Sequence[str]) -> Context:
    alone = [m.candidates[0].place for m in mentions if len(m.candidates) == 1]
    countries = Counter(p.country_code for p in alone if p.country_code)
    countries.update(sides)
    points = {p.id: p for p in alone if p.kind in (PlaceKind.CITY, PlaceKind.SITE, PlaceKind.ADMIN)}
    return Context(countries, tuple(points[key] for key in sorted(points)))


def _resolved(text: str, mentions: Sequence[Mention], number: int, context: Context) -> Mention:
    mention = mentions[number]
    container = _container(text, mentions, number)
    scored = [_scored(candidate, context, container) for candidate in mention.candidates]
    scored.sort(key=lambda c: (-c.score, c.place.id))
    return replace(mention, place=scored[0].place, candidates=tuple(scored))


def _container(text: str, mentions: Sequence[Mention], number: int) -> Place | None:
    """Return what "X, in Y" or "X (Y)" says X lies in: a country or region named right behind it."""
    if number + 1 >= len(mentions):
        return None
    here, following = mentions[number], mentions[number + 1]
    gap = text[here.span.end : following.span.start]
    if len(gap) > _CONTAINER_GAP or not gap.lstrip().startswith((",", "(", "in ", "en ", "au ")):
        return None
    kinds = (PlaceKind.COUNTRY, PlaceKind.ADMIN, PlaceKind.REGION)
    return next((c.place for c in following.candidates if c.place.kind in kinds), None)


def _scored(candidate: Candidate, context: Context, container: Place | None) -> Candidate:
    place = candidate.place
    reasons: list[tuple[float, str]] = []
    if candidate.population:
        weight = _PER_DIGIT * math.log10(candidate.population)
        reasons.append((weight, f"population {candidate.population:,}"))
    prior = _KIND_PRIOR.get(place.kind)
    if prior:
        reasons.append((prior, f"the whole name is that of a {place.kind}"))
    if place.country_code and context.countries[place.country_code]:
        share = context.countries[place.country_code] / context.countries.total()
        reasons.append((_OWN_COUNTRY_NAMED * (1 + share), f"the report names {place.country_code}"))
    if container and container.country_code == place.country_code and container.id != place.id:
        reasons.append((_CONTAINER_NAMED, f"followed by {container.name}"))
    near = [p for p in context.certain if p.id != place.id and _km(place, p) <= _NEAR_KM]
    if near:
        reasons.append((_NEAR, f"near {near[0].name}, which the report names"))
    score = round(sum(weight for weight, _ in reasons), 3)
    return replace(
        candidate, score=score, reasons=tuple(f"{words} (+{weight:.2f})" for weight, words in reasons)
    )


def _km(a: Place, b: Place) -> float:
    return distance_km(a.lat, a.lon, b.lat, b.lon)
