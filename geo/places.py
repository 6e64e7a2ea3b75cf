"""Which place a mention means: a scored choice among the candidates that can be explained."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from geo.measures import distance_km, is_within_km
from geo.records import Candidate, Mention, Place, PlaceKind, Reason, ReasonKind, Usage, reason
from geo.text import is_mixed, plain_gap

# Weights of the reasons. A place ten times as large weighs one more; a country that the report names
# weighs as much as its share of what the report names, so that no single mention decides.
_PER_DIGIT = 1.0
_USUAL_NAME = 2.0
_UNCOUNTED = 2.0  # of a town that people keep and whose inhabitants nobody counted
_CURATED = 2.0  # what people keep is what reports name
_LITTLE_MORE = -5.0
_COUNTRY_NAMED = 3.0
_HOME = 0.65  # of a town in the country whose language the report is written in
_CONTAINER_NAMED = 5.0
# Each place that the report names elsewhere weighs the more the nearer it lies, together at most this much.
_NEAR, _NEAR_MOST = 1.5, 4.5
_NEAR_KM = 300.0
_KM_PER_DEGREE = 110.5  # of latitude, at least
_NEAR_DEGREES = _NEAR_KM / _KM_PER_DEGREE
_POINTS = (PlaceKind.CITY, PlaceKind.SITE, PlaceKind.ADMIN)
_KIND_PRIOR = {
    PlaceKind.COUNTRY: 9.0,
    PlaceKind.REGION: 8.0,
    PlaceKind.WATER: 7.5,
    PlaceKind.ADMIN: 6.0,
    PlaceKind.SITE: 3.0,
}
# Inhabitants; a smaller place is meant only where the report names something else in its country.
_VILLAGE, _TOWN = 10_000, 5_000
_KNOWN_TOWN = 100_000  # one of this size is meant among namesakes in other countries
_OVERSHADOWED = 20  # times as large as its namesakes is a town that leaves them out of account
_CONTAINERS = (PlaceKind.COUNTRY, PlaceKind.ADMIN, PlaceKind.REGION)
_WITHIN = (PlaceKind.CITY, PlaceKind.SITE)
_CONTAINER_GAP = 12  # characters between "X" and "Y" of "X, in Y"
_INSIDE = (",", "(", "in ", "en ", "au ")
_OPENINGS = tuple(opening.rstrip() for opening in _INSIDE)

_Choice = tuple[Place | None, tuple[Candidate, ...]]


@dataclass(frozen=True, slots=True)
class Context:
    """What the report names elsewhere: countries by how often, and places that are points or small.

    `total` is how often any is named, `ids` tells how often which place is among what was counted, `beside`
    which points may lie near to those of a whole degree of latitude, `home` whose towns a report in its
    language means first.
    """

    countries: Counter[str]
    total: int
    ids: Counter[str]
    beside: Mapping[int, Sequence[Place]]
    home: Collection[str]


def resolve(
    text: str, mentions: Sequence[Mention], sides: Sequence[str] = (), home: Collection[str] = ()
) -> tuple[Mention, ...]:
    """Choose a place for each mention that has candidates.

    Parameters
    ----------
    text
        The whole text of the document.
    mentions
        Of one document, in order, with unscored candidates.
    sides
        Country codes that the report names by adjective ("russes"), each as often as it occurs.
    home
        Codes of the countries whose towns a report in its language means first.

    Returns
    -------
    tuple of Mention
        The same mentions, with `place` and scored candidates, the chosen one first.
    """
    inside = [_puts_in(text, here, following) for here, following in pairwise(mentions)]
    alone = [m.candidates[0].place for m in mentions if len(m.candidates) == 1]
    first = _resolved_in(mentions, inside, _context(alone, sides, home))
    chosen = [m.place for m in first if m.place]
    return _resolved_in(first, inside, _context(chosen, sides, home))


def _resolved_in(
    mentions: Sequence[Mention], inside: Sequence[bool], context: Context
) -> tuple[Mention, ...]:
    """Choose once; `inside` tells of each mention whether what stands around it puts it into the next."""
    known: dict[tuple[object, ...], _Choice] = {}  # a report names the same places again
    resolved = []
    for number, mention in enumerate(mentions):
        if mention.candidates:
            container = _container(mentions[number + 1]) if any(inside[number : number + 1]) else None
            content = _content(mentions[number - 1], mention) if number and inside[number - 1] else ()
            of = tuple([(c.place.id, c.usual_name, c.curated) for c in mention.candidates])
            key = (of, mention.usage is Usage.LOCATIVE, container, content)
            if key not in known:
                known[key] = _chosen(mention, container, content, context)
            place, scored = known[key]
            scored = _flagged(scored, mention.text)
            resolved.append(Mention(mention.span, mention.text, mention.usage, place, scored))
        else:
            resolved.append(mention)
    return tuple(resolved)


def _flagged(scored: tuple[Candidate, ...], words: str) -> tuple[Candidate, ...]:
    """Return the candidates of a name in letters of several scripts, the first with that for a reason."""
    if not is_mixed(words):
        return scored
    told = reason(ReasonKind.MIXED_SCRIPT, words=words)
    return (replace(scored[0], reasons=(*scored[0].reasons, told)), *scored[1:])


def _context(places: Sequence[Place], sides: Sequence[str], home: Collection[str]) -> Context:
    countries = Counter([p.country_code for p in places if p.country_code])
    countries.update(sides)
    points = {p.id: p for p in places if p.kind in _POINTS}
    beside: defaultdict[int, list[Place]] = defaultdict(list)
    for _, point in sorted(points.items()):
        degree = math.floor(point.lat)
        for near in range(degree - math.ceil(_NEAR_DEGREES), degree + math.ceil(_NEAR_DEGREES) + 1):
            beside[near].append(point)
    return Context(countries, countries.total(), Counter([p.id for p in places]), beside, home)


def _country_named(code: str, share: float) -> Reason:
    return reason(ReasonKind.COUNTRY_NAMED, _COUNTRY_NAMED * share, share=share, country=code)


def _chosen(
    mention: Mention, container: Place | None, content: tuple[Place, ...], context: Context
) -> _Choice:
    """Return the place that a mention means, and its candidates, the chosen one first."""
    rivals = frozenset([candidate.place.id for candidate in mention.candidates])
    states = () if content else mention.candidates  # "Camp Lemonnier, in Djibouti" means the state
    little = frozenset(c.place.id for c in states if _is_little_more(mention, c))
    own: dict[str, int] = {}
    for place in [c.place for c in mention.candidates if c.place.id in context.ids]:
        code = place.country_code or ""
        own[code] = own.get(code, 0) + context.ids[place.id]
    around = _Around(context, rivals, container, content, _towns(mention), little, own)
    scored = [_scored(candidate, around) for candidate in mention.candidates]
    scored.sort(key=lambda c: (-c.score, c.place.id))
    # A village of another part of the world gives way to a namesake that the report speaks for.
    meant = (
        c for c in scored if not _is_far(c, scored, context) and (c is scored[0] or _is_named(c, context))
    )
    best = next(meant, None)
    if best is not None and best is not scored[0]:
        scored.sort(key=lambda c: c is not best)
    return best.place if best else None, tuple(scored)


def _towns(mention: Mention) -> tuple[Place, ...]:
    """Return the towns among the candidates: a region is rarely meant by the bare name of a town in it."""
    return tuple(
        c.place
        for c in mention.candidates
        if c.usual_name and c.place.kind is PlaceKind.CITY and (c.population or 0) >= _TOWN
    )


def _is_little_more(mention: Mention, state: Candidate) -> bool:
    """Tell whether a state is little more than its town of that name, where the force then is: Djibouti."""
    if state.place.kind is not PlaceKind.COUNTRY or mention.usage is not Usage.LOCATIVE:
        return False
    towns = (c for c in mention.candidates if c.place.kind is PlaceKind.CITY and c.usual_name)
    inside = (c.population or 0 for c in towns if _lies_in(c.place, state.place))
    return 2 * max(inside, default=0) > (state.population or 0)


def _is_named(candidate: Candidate, context: Context) -> bool:
    """Tell whether the report names the country of a candidate otherwise."""
    code = candidate.place.country_code or ""
    return context.countries[code] > context.ids[candidate.place.id]


def _is_far(best: Candidate, rivals: Sequence[Candidate], context: Context) -> bool:
    """Tell whether a place says too little to be meant, in a report of other countries: better no place.

    A name that is only among the other names of a place is one, and a village that bears a common word.
    """
    named = context.countries[best.place.country_code or ""]
    if best.curated or (not best.usual_name and named == 0):
        return not best.usual_name and named == 0
    own = context.ids[best.place.id]
    others = context.countries.total() - own
    people = best.population or 0
    like = (c for c in rivals if c.usual_name and _OVERSHADOWED * (c.population or 0) >= people)
    codes = {c.place.country_code for c in like}
    least = _KNOWN_TOWN if len(codes) > 1 else _VILLAGE  # "San Carlos" is many
    return named <= own and others > 0 and people < least


def _container(following: Mention) -> Place | None:
    """Return what "X, in Y" or "X (Y)" says X lies in: a country or region that Y may be."""
    return next((c.place for c in following.candidates if c.place.kind in _CONTAINERS), None)


def _content(before: Mention, mention: Mention) -> tuple[Place, ...]:
    """Return what "X, Y" may put into Y, read from Y: "Tacoma, Washington", "Pointe-Noire, au Congo"."""
    if not any(c.place.kind in _CONTAINERS for c in mention.candidates):
        return ()
    return tuple(c.place for c in before.candidates if c.place.kind in _WITHIN)


def _puts_in(text: str, here: Mention, following: Mention) -> bool:
    gap = text[here.span.end : following.span.start]
    if not gap.lstrip().startswith(_OPENINGS):  # most are others, and need no look at their letters
        return False
    gap = plain_gap(gap)
    return len(gap) <= _CONTAINER_GAP and gap.lstrip().startswith(_INSIDE)


class _Around(NamedTuple):
    """What speaks for a candidate: what the report names elsewhere, and what stands right beside it."""

    context: Context
    rivals: frozenset[str]  # what else the name may mean says nothing
    container: Place | None
    content: tuple[Place, ...]
    towns: tuple[Place, ...]
    little: frozenset[str]  # states that are little more than their town
    own: Mapping[str, int]  # how often the report names what the name may mean itself, by country


def _scored(candidate: Candidate, around: _Around) -> Candidate:
    place = candidate.place
    whole = place.kind in _KIND_PRIOR and not any(_lies_in(town, place) for town in around.towns)
    named = candidate.usual_name, place.id in around.little, candidate.curated
    own = _own_reasons(candidate.population, place.kind, named, whole=whole)
    reasons = [*own, *_surroundings(place, around)]
    if candidate.usual_name and place.kind is PlaceKind.CITY and place.country_code in around.context.home:
        reasons.append(reason(ReasonKind.HOME, _HOME, country=place.country_code or ""))
    score = round(sum([each.weight or 0.0 for each in reasons]), 3)
    return Candidate(
        place, candidate.population, candidate.usual_name, candidate.curated, score, tuple(reasons)
    )


@lru_cache(maxsize=8192)
def _own_reasons(
    population: int | None, kind: PlaceKind, named: tuple[bool, bool, bool], *, whole: bool
) -> tuple[Reason, ...]:
    """Return what speaks for a candidate whatever the report names.

    `named` tells whether it is a usual name, of a state little more than its town, and kept by people.
    """
    usual, little, curated = named
    reasons = list(_people(population, kind, curated=curated))
    if whole:
        reasons.append(reason(ReasonKind.WHOLE_NAME, _KIND_PRIOR[kind], place_kind=kind))
    if usual:
        reasons.append(reason(ReasonKind.USUAL_NAME, _USUAL_NAME))
    if little:
        reasons.append(reason(ReasonKind.LITTLE_MORE, _LITTLE_MORE))
    if curated:
        reasons.append(reason(ReasonKind.CURATED, _CURATED))
    return tuple(reasons)


def _surroundings(place: Place, around: _Around) -> Iterator[Reason]:
    """Yield what the rest of the report says for a place."""
    context, container = around.context, around.container
    code = place.country_code or ""
    own = around.own
    if code in context.countries and (others := context.countries[code] - own.get(code, 0)):
        total = context.total - sum([n for of, n in own.items() if of])
        yield _country_named(code, others / total)
    if container and _lies_in(place, container):
        yield reason(ReasonKind.FOLLOWED_BY, _CONTAINER_NAMED, place=container.name)
    inside = around.content if place.kind in _CONTAINERS else ()
    if held := next((p for p in inside if _lies_in(p, place)), None):
        yield reason(ReasonKind.NAMED_BEFORE, _CONTAINER_NAMED, place=held.name)
    if near := [
        (_km(place, p), p.name)
        for p in context.beside.get(math.floor(place.lat), ())
        if p.id not in around.rivals and _is_near(place, p, _NEAR_KM)
    ]:
        closeness = sum(1 - km / _NEAR_KM for km, _ in near)
        yield reason(ReasonKind.NEAR, min(_NEAR * closeness, _NEAR_MOST), place=min(near)[1])


def _people(population: int | None, kind: PlaceKind, *, curated: bool) -> Iterator[Reason]:
    """Yield what the number of inhabitants says for a candidate."""
    if population:
        yield reason(ReasonKind.PEOPLE, _PER_DIGIT * math.log10(population), n=population)
    elif curated and kind is PlaceKind.CITY:
        yield reason(ReasonKind.PEOPLE_UNCOUNTED, _UNCOUNTED)


def _lies_in(place: Place, container: Place) -> bool:
    """Tell whether a place can lie in a country, or within the reach of a region."""
    if container.id == place.id or container.kind not in _CONTAINERS:
        return False
    if container.country_code and container.country_code != place.country_code:
        return False
    return container.kind is PlaceKind.COUNTRY or _is_near(place, container, container.radius_km)


def _is_near(a: Place, b: Place, km: float) -> bool:
    if abs(a.lat - b.lat) * _KM_PER_DEGREE > km:  # far cheaper than the distance, and settles most
        return False
    return is_within_km(a.lat, a.lon, b.lat, b.lon, km)


def _km(a: Place, b: Place) -> float:
    return distance_km(a.lat, a.lon, b.lat, b.lon)
