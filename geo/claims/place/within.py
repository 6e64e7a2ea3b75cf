"""Places beside one another: which name says where another lies, and which stand in one list."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from geo.claims.place.roles import Role, part_first, role_of
from geo.claims.scene import Scene
from geo.claims.side.actors import sovereign
from geo.measures import distance_km
from geo.records import Mention, Place, PlaceKind
from geo.text import plain_gap

_NEAR_REACH = 2  # words of "near" before a name: "près de"
_TOWN_KM = 30  # from a camp or an airport to the town that it is said to be in
_APPOSITION = 10  # characters between a place and what it lies in: ", dans le "
_FINER_GAP = 16  # characters between a place and one in it: ", sur la base d'"
_LIST_GAP = 2  # words between two names of a list
_EXAMPLE_GAP = 8  # words from a name to an example of its like
_EXAMPLE_REACH = 2  # words before the example in which "such as" stands
POINTS = (PlaceKind.SITE, PlaceKind.CITY)
_WHOLES = (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.ADMIN)
_GRAIN: Mapping[PlaceKind, int] = {
    PlaceKind.SITE: 0,
    PlaceKind.CITY: 1,
    PlaceKind.ADMIN: 2,
    PlaceKind.WATER: 3,
    PlaceKind.REGION: 4,
    PlaceKind.COUNTRY: 5,
}


def is_part_of(place: Place | None, whole: Place | None) -> bool:
    """Tell whether a place is of a finer kind than another in the same state, and so may lie in it."""
    if place is None or whole is None or place.country_code != whole.country_code:
        return False
    return whole.kind in _WHOLES and _GRAIN[place.kind] < _GRAIN[whole.kind]


def lies_in(scene: Scene, inner: Mention, outer: Mention) -> bool:
    """Tell whether a name only says where the one before it lies: "Akrotiri, on Cyprus", "Kati, near A"."""
    if inner.place is None or outer.place is None:
        return False
    if outer.place.kind not in _WHOLES:
        return _is_town_of(scene, inner, outer)
    states = {sovereign(place.country_code) for place in (inner.place, outer.place)} - {None}
    linked = scene.sentence.ending_at("role", scene.first_word(outer.span)) is not None
    other = outer.place.kind is PlaceKind.COUNTRY and len(states) > 1
    if other and (linked or inner.place.kind not in POINTS):
        return False  # "from Fort Campbell, Kentucky, to Romania", "in northern Norway, Finland and Sweden"
    begins = scene.sentence.tokens[part_first(scene, scene.first_word(outer.span))].start
    gap = plain_gap(scene.text[inner.span.end : begins])  # "Kidal, in the far north of Mali"
    finer = _GRAIN[inner.place.kind] < _GRAIN[outer.place.kind]
    between = range(inner.span.end, outer.span.start)
    verb = any(m.span.start in between for m in scene.group("trigger"))  # "based in Gao, left Mali"
    inside = gap.casefold().split() in (
        [word] for word in scene.pack.words.within
    )  # "Antsiranana in Madagascar"
    inside = inside and inner.place.kind in POINTS and is_part_of(inner.place, outer.place)
    apart = gap.startswith((",", " (")) and len(gap) <= _APPOSITION
    return finer and (apart or inside) and not verb


def _is_town_of(scene: Scene, inner: Mention, outer: Mention) -> bool:
    """Tell whether a comma sets off the town of a camp, or one nearby: "at Camp Castor, in Gao"."""
    first, last = scene.first_word(outer.span), scene.after_word(inner.span)
    words = {t.lower for t in scene.sentence.tokens[last:first]}
    link = scene.sentence.ending_at("role", first)
    beside = first == last or (link is not None and link.first == last)
    site, town = inner.place, outer.place
    if site is None or town is None or not beside or not scene.marks_between(last - 1, last):
        return False
    before = scene.sentence.tokens[max(0, scene.first_word(inner.span) - _NEAR_REACH) : last]
    nearby = words & scene.pack.words.nearby - {t.lower for t in before}  # not "near Bria, near Bambari"
    led = role_of(scene, inner) in (Role.LOCATION, Role.DESTINATION, Role.ORIGIN)
    if nearby and led and {site.kind, town.kind} <= set(POINTS):
        return True
    inside = (link is None or link.value == Role.LOCATION) and (site.kind, town.kind) == POINTS
    return inside and distance_km(site.lat, site.lon, town.lat, town.lon) < _TOWN_KM


def finest(mentions: Sequence[Mention]) -> Mention | None:
    """Return the first mention, or one behind it that says where in it: a town of that state."""
    best: Mention | None = None
    for mention in mentions:
        if best is None or is_part_of(mention.place, best.place):
            best = mention
    return best


def distinct(mentions: Sequence[Mention]) -> tuple[Place, ...]:
    """Return each place once, leaving out a country where a place inside it is named as well."""
    places = {m.place.id: m.place for m in mentions if m.place}
    inside = {p.country_code for p in places.values() if p.kind is not PlaceKind.COUNTRY}
    return tuple(
        p for p in places.values() if p.kind is not PlaceKind.COUNTRY or p.country_code not in inside
    )


def is_list(scene: Scene, left: Mention, right: Mention) -> bool:
    """Tell whether two names stand in one list: "in A, B and C"."""
    gap = plain_gap(scene.text[left.span.end : right.span.start])
    words = gap.replace(",", " , ").replace("\u2019", " ").replace("'", " ").split()
    joins = scene.pack.words.joiners | scene.pack.words.alternatives
    joined = "," in words or any(w.casefold() in joins for w in words)
    words = [w for w in words if w != ","]
    return (
        joined
        and len(words) <= _LIST_GAP
        and all(w.casefold() in scene.pack.words.list | scene.pack.words.linkers for w in words)
    )


def are_listed(scene: Scene, one: Mention, other: Mention) -> bool:
    """Tell whether only a comma, "and" or a second "from" stands between two places."""
    last, first = scene.after_word(one.span), scene.first_word(other.span)
    small = scene.pack.words.joiners | scene.pack.articles
    froms = (m for m in scene.group("role") if m.value in (Role.ORIGIN, Role.GENITIVE))
    links = {at for m in froms for at in range(m.first, m.last)}
    between = scene.sentence.tokens[last:first]
    listed = all(t.lower in small or at in links for at, t in enumerate(between, last))
    return listed and bool(between or scene.marks_between(last - 1, first))


def is_example(scene: Scene, left: Mention, right: Mention) -> bool:
    """Tell whether a phrase behind a name leads to one of its like: "and other towns such as Ussuriysk"."""
    first, last = scene.after_word(left.span), scene.first_word(right.span)
    words = [t.lower for t in scene.sentence.tokens[max(first, last - _EXAMPLE_REACH) : last]]
    near = last - first <= _EXAMPLE_GAP and not scene.strong_marks_between(first, last)
    return near and bool(scene.pack.words.joiners.intersection(words))


def together(scene: Scene, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the places of one list, without what a later phrase says they lie in.

    "à Vladivostok et sur d'autres sites tels qu'Oussouriïsk" is one list; in "à Paiporta, dans la
    banlieue de Valence" the second only says where the first is.
    """
    kept = list(mentions[:1])
    for left, right in pairwise(mentions):
        if _is_finer(scene, left, right) and left is kept[-1]:
            kept[-1] = right  # "in the Emirates, at Al Dhafra"
            continue
        parted = scene.sentence.tokens[scene.after_word(left.span) : scene.first_word(right.span)]
        between = {token.lower for token in parted}
        state = right.place is not None and right.place.kind is PlaceKind.COUNTRY
        counts = any(scene.first_word(n.span) == scene.after_word(right.span) for n in scene.numbers)
        if (state and counts) or scene.pack.words.but_not.intersection(between):
            break  # "400 in Haiti, Jamaica 24", "in Lviv, not in Kyiv"
        if left is kept[-1] and (
            is_list(scene, left, right) or scene.pack.words.joiners.intersection(between)
        ):
            kept.append(right)
    return kept


def _is_finer(scene: Scene, left: Mention, right: Mention) -> bool:
    if not is_part_of(right.place, left.place):
        return False
    after = scene.sentence.tokens[scene.after_word(left.span)].lower
    if after in scene.pack.words.joiners & scene.pack.words.list:
        return False  # "in Donbas and Avdiivka" are two
    near = len(plain_gap(scene.text[left.span.end : right.span.start])) <= _FINER_GAP
    return near or _only_leads(scene, scene.after_word(left.span), scene.first_word(right.span))


def _only_leads(scene: Scene, first: int, last: int) -> bool:
    """Tell whether only a preposition and a word for its kind stand before a name: ", near the town of A"."""
    leading = {at for m in scene.group("role", "generic") for at in range(m.first, m.last)}
    small = scene.pack.articles | scene.pack.words.epithets
    words = scene.sentence.tokens
    leads = all(at in leading or words[at].lower in small for at in range(first, last))
    joined = any(t.lower in scene.pack.words.joiners for t in words[first:last])
    return leads and not joined and scene.marks_between(first - 1, last) == 1
