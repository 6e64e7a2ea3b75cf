"""The forces and goods that a sentence names, each once, under the head of its name."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import wraps
from itertools import takewhile
from typing import TypeVar

from geo.claims.force.idioms import is_force
from geo.claims.force.nouns import (
    belongs_to,
    ends_phrase,
    is_apposition,
    is_counted_load,
    is_first_to,
    is_joined,
    is_set_aside,
    listed_loads,
    loads,
    overlap,
)
from geo.claims.force.peoples import elliptic, is_people
from geo.claims.force.pronouns import bare_numbers, clitics, points_back, tolls
from geo.claims.force.ranks import is_counted_rank, is_fallen
from geo.claims.scene import Scene, kept, with_articles
from geo.claims.units import CARRIERS, LOADS, PERSONNEL
from geo.records import Quantity
from geo.text import Match

_LOAD_REACH = 3  # words from "lorries of" to a force, which is then no load
_STRENGTH_REACH = 9  # words from "fort" to the noun: "fort de 690 hommes et d'une dizaine de chars"
_ALONG_REACH = 5  # words from a force to what goes along with it
_PART_REACH = 6  # words from "including" to a noun
_PART_NUMBER = 2  # words from "including" to its number: "including some 40 medics"
_SAID = 3  # words from a comma to "ont indiqué"
_WHOLE_REACH = 1  # words from a force to "including"
_COUNT_REACH = 3  # words from a comma to "of them": "la plupart d'entre eux"
NOUNS = frozenset({"force", "goods", "demonym", "rank", "collective"})  # what names a force by itself


@dataclass(frozen=True, slots=True)
class Force:
    """A force or goods named in a sentence.

    `again` is True for a pronoun that stands for one named before, `laden` for what carries goods.
    """

    noun: Match
    unit: str
    goods: bool
    again: bool = False
    laden: bool = False


_Answer = TypeVar("_Answer")


def kept_for_force(tell: Callable[[Scene, Force], _Answer]) -> Callable[[Scene, Force], _Answer]:
    """Keep on a scene what a function tells of one of its forces."""
    name = f"_kept_{tell.__name__}"

    @wraps(tell)
    def ask(scene: Scene, force: Force) -> _Answer:
        known: dict[object, _Answer] = scene.__dict__.setdefault(name, {})
        noun = force.noun[:4]  # all but the span, which follows from them
        key = (noun, force.unit, force.goods, force.again, force.laden)
        if key not in known:
            known[key] = tell(scene, force)
        return known[key]

    return ask


@kept
def forces_of(scene: Scene) -> tuple[Force, ...]:
    """Return the forces and goods that a sentence names, in order."""
    if not (scene.numbers or scene.ships or scene.holds("force", "goods", "demonym", "rank", "again")):
        return ()
    found = nouns_of(scene)
    heads = _heads(scene, found) if found else []
    words = [m for m in scene.group("again") if points_back(scene, m)]
    words = [*words, *bare_numbers(scene), *clitics(scene)]
    words = words or list(tolls(scene))
    again = [Force(m, PERSONNEL, goods=False, again=True) for m in words]
    taken = [*(f.noun for f in found), *scene.group("not_force")] if again else []
    again = [f for f in again if not any(overlap(f.noun, other) for other in taken)]
    again = [f for f in again if not _is_of_others(scene, f, [*heads, *again])]
    again = [f for f in again if not _is_named_behind(scene, f, heads)]
    heads = [f for f in heads if not any(is_apposition(scene, f.noun, a.noun) for a in again)]
    return tuple(sorted(heads + again, key=lambda f: f.noun.first))


@kept
def nouns_of(scene: Scene) -> Sequence[Force]:
    """Return what the nouns of a sentence name, but parts that lead to a whole."""
    if not (scene.ships or scene.holds(*NOUNS)):
        return ()
    taken = [m for m in scene.group("force", "goods") if is_force(scene, m) and not _is_in_link(scene, m)]
    taken = [m for m in taken if not any(o.span.covers(m.span) and o.span != m.span for o in taken)]
    taken = [m for at, m in enumerate(taken) if at == 0 or not scene.in_brackets(m.first)]  # "(SAMIM)"
    taken += [m for m in scene.ships if not any(overlap(m, other) for other in taken)]
    found = [Force(m, m.value, goods=m.group == "goods") for m in taken]
    found += [Force(m, PERSONNEL, goods=False) for m in scene.group("demonym") if is_people(scene, m, taken)]
    found += [Force(m, unit, goods=False) for m, unit in elliptic(scene, taken)]
    found += [
        Force(m, PERSONNEL, goods=False)
        for m in scene.group("rank")
        if not any(overlap(m, other) for other in scene.group("not_force"))
        and (is_counted_rank(scene, m, taken) or is_fallen(scene, m))
    ]
    found += [Force(m, PERSONNEL, goods=False) for m in _counted_bodies(scene, taken)]
    return [f for f in found if not _leads_whole(scene, f.noun, found)]


def _is_in_link(scene: Scene, noun: Match) -> bool:
    """Tell whether a noun only says where others are brought: "taken to the military hospital in A"."""
    return any(link.first < noun.first and noun.last <= link.last for link in scene.group("role"))


def _heads(scene: Scene, found: Sequence[Force]) -> list[Force]:
    """Return the forces that are no part, load or name of another."""
    apposed = [f.noun for f in found if any(is_apposition(scene, f.noun, other.noun) for other in found)]
    aside = [f for f in found if any(_explains(scene, f, other) for other in found)]
    listed = listed_loads(scene, found)
    counted = {scene.after_word(n.span) for n in scene.numbers}
    civilians = (m.first in counted for m in scene.group("civilian"))  # "700 civilians left, its army said"
    others = len(found) > 1 or any(civilians)
    return [
        replace(f, laden=True) if _is_laden(scene, f, found) else f
        for f in found
        if _is_load(scene, f, found)
        or (
            not any(belongs_to(scene, f.noun, other.noun) for other in found)
            and not any(f.noun is noun or is_joined(scene, noun, f.noun) for noun in apposed)
            and f not in listed
            and f not in aside
            and not is_first_to(scene, f.noun)
            and not (others and (_speaks(scene, f.noun) or _is_of_office(scene, f.noun)))
            and not any(_itemises(scene, f, other, found) for other in found)
            and not _is_part(scene, f.noun, found)
            and not any(loads(scene, f, other) or _goes_along(scene, f, other) for other in found)
        )
    ]


def _is_of_others(scene: Scene, word: Force, named: Sequence[Force]) -> bool:
    """Tell whether a word stands for what is no force: "Deux sites ont brûlé, l'un à A, l'autre à B"."""
    at = word.noun.first
    if any(f.noun.last <= at for f in named if f != word):
        return False
    counted = (n for n in scene.numbers if scene.after_word(n.span) <= at)
    dated = (any(t.span.touches(n.span) for t in scene.times) for n in counted)
    if word.noun.value == "alone":
        return not all(dated) and scene.marks_between(0, at) > 0
    return word.noun.value == "again" and _is_of_subject(scene, word.noun)


def _is_named_behind(scene: Scene, word: Force, heads: Sequence[Force]) -> bool:
    """Tell whether a noun behind "one of them" says who that is: "L'un d'eux, la frégate X, a quitté A"."""
    last = word.noun.last
    one = any(n.high == 1 and scene.after_word(n.span) == word.noun.first for n in scene.numbers)
    nouns = (*(head.noun for head in heads), *scene.group("not_force"))  # "un militaire à la retraite"
    behind = (noun.first for noun in nouns if noun.first >= last) if one else ()
    return any(with_articles(scene, at) == last and scene.marks_between(last - 1, last) for at in behind)


def _is_of_subject(scene: Scene, word: Match) -> bool:
    """Tell whether words aside say some of whom is named before the comma: "Migrants, some of them ill,"."""
    tokens, near = scene.sentence.tokens, range(word.first, max(0, word.first - _COUNT_REACH), -1)
    first = next((n for n in near if scene.marks_between(n - 1, n)), 0)
    if first == 0 or scene.strong_marks_between(first - 1, first):
        return False
    opens = next((n for n in range(first - 1, 0, -1) if scene.marks_between(n - 1, n)), 0)
    ends = (n for n in range(word.last, len(tokens)) if scene.marks_between(n - 1, n))
    aside = range(word.last, next(ends, len(tokens)))
    counted = any(scene.after_word(n.span) > opens >= scene.first_word(n.span) - 1 for n in scene.numbers)
    led = not counted and any(m.first == opens for m in scene.group("role", "source_before"))
    dated = any(scene.after_word(t.span) == first for t in scene.times)  # "On Monday, some of them, ill,"
    verbs = any(m.first in aside for m in scene.group("trigger", "say"))
    return bool(aside) and not (led or dated or verbs)


def _explains(scene: Scene, item: Force, head: Force) -> bool:
    """Tell whether a force set off by commas only says more of the one before it, which tells its number."""
    if item.noun.first < head.noun.last or not is_set_aside(scene, item.noun, head.noun):
        return False
    counted = any(_number_near(scene, item.noun)) and not (
        _is_strength(scene, item.noun) or _counts(scene, item.noun, head.noun)
    )
    return not counted or any(_number_near(scene, head.noun)) or head.unit in CARRIERS


def _goes_along(scene: Scene, force: Force, other: Force) -> bool:
    """Tell whether a force only takes along what is its own: "500 soldiers and their vehicles"."""
    tokens, nation = scene.sentence.tokens, scene.sentence.starting_at("demonym", other.noun.last)
    at = nation.last if nation else other.noun.last
    if force.unit == PERSONNEL or other.unit != PERSONNEL or not at < force.noun.first < at + _ALONG_REACH:
        return False
    joined = tokens[at].lower in scene.pack.words.joiners and tokens[at + 1].lower in scene.pack.words.owners
    return joined and not scene.marks_between(at, force.noun.first)


def _is_strength(scene: Scene, noun: Match) -> bool:
    """Tell whether a noun only counts the force before it: "fort de 450 hommes et de 9 chars,"."""
    before = range(noun.first - 1, max(0, noun.first - _STRENGTH_REACH), -1)
    near = takewhile(lambda at: not scene.marks_between(at, at + 1), before)
    at = next((n for n in near if scene.sentence.tokens[n].lower in scene.pack.words.numbering), None)
    return at is not None and noun.group != "demonym" and scene.marks_between(at - 1, at) > 0


def _counts(scene: Scene, people: Match, head: Match) -> bool:
    """Tell whether a number and commas enclose people right behind a force: "the garrison, 60 men, fell"."""
    bare = people.group == "force" and people.value == PERSONNEL
    owners = (m for m in scene.group("force") if m.last <= head.first)
    opens = (head.first, with_articles(scene, head.first))  # French articles hold "de"
    owned = any(scene.sentence.ending_at("role", at) for at in opens)
    if not bare or owned or any(belongs_to(scene, head, owner) for owner in owners):
        return False  # "the bulk of the battalion, 700 men"
    nation = scene.sentence.starting_at("demonym", head.last)
    last = nation.last if nation else head.last
    counts = (with_articles(scene, scene.first_word(n.span)) for n in _number_near(scene, people))
    beside = any(at == last for at in counts) and scene.marks_between(last - 1, last) > 0
    return beside and scene.marks_between(people.last - 1, people.last) > 0


def _number_near(scene: Scene, noun: Match) -> Iterator[Quantity]:
    """Yield the numbers of many that stand before a noun, or behind "of": "a team of 15"."""
    link = scene.sentence.starting_at("role", noun.last)
    for number in scene.numbers:
        first, after = scene.first_word(number.span), scene.after_word(number.span)
        before = 0 <= noun.first - after <= 1 and not scene.marks_between(after - 1, noun.first)
        behind = link is not None and link.value == "genitive" and first == link.last
        if number.high != 1 and (before or behind):
            yield number


def _leads_whole(scene: Scene, part: Match, named: Sequence[Force]) -> bool:
    """Tell whether a part only leads to a whole that acts: "the vanguard of a battalion that left A"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    link = scene.sentence.starting_at("role", part.last)
    if link is None or link.value != "genitive" or tokens[part.first].lower not in words.fractions:
        return False
    whole = next((f.noun for f in named if 0 <= f.noun.first - link.last <= _PART_REACH), None)
    ends = range(whole.last, min(whole.last + _PART_REACH, len(tokens))) if whole else ()
    relative = words.relative | words.related
    opens = (at for at in ends if tokens[at].lower in relative and not scene.marks_between(at - 1, at))
    return any(not any(whole.last <= m.first < at for m in scene.group("trigger")) for at in opens if whole)


def _speaks(scene: Scene, noun: Match) -> bool:
    """Tell whether a noun behind a comma is who said all that: "300 men are to go to A, the force said".

    So are "its armed forces said" and "ont indiqué ses forces armées".
    """
    bodies = [noun, *(m for m in scene.group("official") if overlap(m, noun))]
    first, last = min(m.first for m in bodies), max(m.last for m in bodies)
    nation = scene.sentence.ending_at("demonym", first)
    first = with_articles(scene, nation.first if nation else first)
    first -= first > 0 and scene.sentence.tokens[first - 1].lower in scene.pack.words.owners
    said = scene.sentence.starting_at("say", last)
    behind = scene.sentence.ending_at("say", first)
    if behind and said is None and ends_phrase(scene, last) and not scene.marks_between(first - 1, first):
        return any(scene.marks_between(at - 1, at) for at in range(behind.first, behind.first - _SAID, -1))
    return said is not None and first > 0 and scene.marks_between(first - 1, first) > 0


def _is_of_office(scene: Scene, noun: Match) -> bool:
    """Tell whether an office aside names a force: "Jan Oro, a spokesman for the Kenyan army,"."""
    nation = scene.sentence.ending_at("demonym", noun.first)
    first = with_articles(scene, nation.first if nation else noun.first)
    link = scene.sentence.ending_at("role", first)  # French articles hold "de"
    ends = link.first if link else first
    if ends == noun.first:
        return False  # ", the ECOWAS force"
    office = next((m for m in scene.group("title", "official") if m.last == ends), None)
    opens = with_articles(scene, office.first) if office else 0
    return opens > 0 and scene.marks_between(opens - 1, opens) > 0


def _itemises(scene: Scene, item: Force, whole: Force, named: Sequence[Force]) -> bool:
    """Tell whether a force is one that makes up another's number: "3 ships, 2 frigates and a tanker,"."""
    if item.noun.first <= whole.noun.last or item.again or whole.again:
        return False
    verbs = (m for m in scene.group("trigger") if not any(overlap(m, f.noun) for f in named))
    end = next((m.first for m in verbs if m.first >= item.noun.last), 0)
    inside = [f for f in named if whole.noun.last <= f.noun.first < end]
    if not inside or scene.marks_between(inside[-1].noun.last - 1, end) == 0:
        return False
    counts = [_number_before(scene, f.noun.first) for f in inside]
    total = _number_before(scene, whole.noun.first)
    return len(inside) > 1 and None not in counts and total == sum(n or 0 for n in counts)


def _number_before(scene: Scene, at: int) -> int | None:
    """Return the exact number that stands right before a word, or one adjective before it."""
    near = (n for n in scene.numbers if 0 <= at - scene.after_word(n.span) <= 1 and n.low == n.high)
    return next((n.high for n in near), None)


def noun_of(scene: Scene, force: Force) -> str:
    """Return the noun by which a force is called, the same for one and for many."""
    return scene.words(force.noun.first, force.noun.last).casefold().rstrip("sx")


def is_body(scene: Scene, force: Force) -> bool:
    """Tell whether a noun is one body of people, for which "it" may stand: "the contingent", "a company"."""
    crowd = any(overlap(m, force.noun) for m in scene.group("collective"))
    unit = force.unit not in CARRIERS and force.unit != PERSONNEL
    return not force.goods and (crowd or unit)


def _is_part(scene: Scene, noun: Match, named: Sequence[Force]) -> bool:
    """Tell whether a noun counts some of the force before it: "300 soldiers, including 40 medics".

    So does "40 of them medics".
    """
    tokens, words = scene.sentence.tokens, scene.pack.words.including
    of_them = {m.first for m in scene.group("share") if m.last == noun.first and m.last - m.first > 1}
    if any(scene.after_word(n.span) in of_them for n in scene.numbers):
        return True
    near = range(noun.first - 1, max(0, noun.first - _PART_REACH), -1)
    at = next((n for n in near if tokens[n].lower in words), None)
    if at is not None and tokens[at + 1].lower in scene.pack.articles:
        return False  # "la force, dont les 1 200 hommes"
    counts = (scene.first_word(n.span) for n in scene.numbers if scene.after_word(n.span) <= noun.first)
    if at is None or not any(0 < first - at <= _PART_NUMBER for first in counts):
        return False
    whole = any(0 <= at - f.noun.last <= _WHOLE_REACH for f in named)
    return whole and not _has_own_verb(scene, noun)


def _has_own_verb(scene: Scene, noun: Match) -> bool:
    """Tell whether what follows a noun tells of it alone: "including 40 Poles who left A"."""
    nation = scene.sentence.starting_at("demonym", noun.last)
    at = nation.last if nation else noun.last
    if at >= len(scene.sentence.tokens) or scene.marks_between(at - 1, at):
        return False
    related = scene.sentence.tokens[at].lower in scene.pack.words.relative
    return related or scene.sentence.starting_at("trigger", at) is not None


def _is_load(scene: Scene, goods: Force, named: Sequence[Force]) -> bool:
    """Tell whether goods are told by how many a carrier is laden with: "a plane laden with 8 tonnes"."""
    carriers = (f for f in named if f.unit in CARRIERS and f.noun.last <= goods.noun.first)
    return goods.goods and any(is_counted_load(scene, goods.noun, f.noun) for f in carriers)


def _is_laden(scene: Scene, force: Force, named: Sequence[Force]) -> bool:
    loaded = any(loads(scene, other, force) for other in named)
    return loaded or _has_load(scene, force, named) or _is_shipped(scene, force)


def _is_shipped(scene: Scene, force: Force) -> bool:
    """Tell whether machines are what is shipped: "a second shipment of 49 Bradleys"."""
    at = force.noun.first
    counted = (scene.first_word(n.span) for n in scene.numbers if 0 <= at - scene.after_word(n.span) <= 1)
    first = next(counted, at)
    link = scene.sentence.ending_at("role", first)
    ends = (first, link.first) if link and link.value == "genitive" else (first,)
    return any(m.last in ends and m.value in LOADS for m in scene.group("goods"))


def _has_load(scene: Scene, force: Force, named: Sequence[Force]) -> bool:
    """Tell whether vehicles carry what no pack knows: "lorries of plasma", not "trucks of the army"."""
    link = scene.sentence.starting_at("role", force.noun.last)
    if force.unit != "vehicles" or link is None or link.value != "genitive":
        return False
    if link.last >= len(scene.sentence.tokens) or scene.marks_between(link.last - 1, link.last):
        return False
    apart = scene.sentence.tokens[link.last].lower in scene.pack.apart
    near = any(0 <= f.noun.first - link.last <= _LOAD_REACH for f in named)
    counted = any(scene.first_word(n.span) == link.last for n in scene.numbers)
    place = any(scene.first_word(m.span) == link.last for m in scene.mentions)
    return not (apart or near or counted or place or scene.sentence.tokens[link.last].capital)


def _counted_bodies(scene: Scene, taken: Sequence[Match]) -> Iterator[Match]:
    """Yield a body of people that a number makes a force: "a party of 24", "a team, 78 strong,"."""
    for body in scene.group("collective"):
        link = scene.sentence.starting_at("role", body.last)
        of = link is not None and link.value == "genitive"
        first = link.last if link and of else body.last
        if any(overlap(body, other) for other in taken) or scene.sentence.tokens[body.first].capital:
            continue
        count = next((n for n in scene.numbers if scene.first_word(n.span) == first), None)
        after = scene.after_word(count.span) if count else 0
        counts = of and ends_phrase(scene, after) and not scene.marks_between(first - 1, first)
        if count and (counts or (not of and _is_strong(scene, after))):
            yield body


def _is_strong(scene: Scene, at: int) -> bool:
    """Tell whether a word behind a number closes an aside of how many there are: ", 78 strong,"."""
    tokens = scene.sentence.tokens
    closes = at + 1 < len(tokens) and scene.marks_between(at, at + 1) > 0
    return closes and tokens[at].lower in scene.pack.words.strong
