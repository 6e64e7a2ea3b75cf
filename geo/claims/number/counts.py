"""How many of a force or of goods a sentence tells, whichever way it tells it."""

from dataclasses import replace

from geo.claims.force.forces import Force, kept_for_force
from geo.claims.force.nouns import overlap
from geo.claims.force.pronouns import group_behind, is_further
from geo.claims.force.ranks import is_fallen
from geo.claims.number.aboard import carried, crew, on_board
from geo.claims.number.beside import is_before, is_beside
from geo.claims.number.counted import bounded, is_written_as_article, of_unit, other_unit
from geo.claims.number.parts import (
    fallen_among,
    of_them,
    of_whole,
    one_of,
    parts_behind,
    share_of,
    units_aside,
)
from geo.claims.number.strengths import (
    apposed,
    before_comma,
    changed_to,
    grown_to,
    numbered,
    opening,
    people_behind,
    put_at,
    strength,
    told_last,
)
from geo.claims.scene import Scene
from geo.claims.units import CARRIERS, CONVOY, FORMATIONS, PERSONNEL, SERVED, VEHICLES
from geo.languages import Frame
from geo.records import Quantity

_MANY = 30  # more than battalions that are told of at once
_DASHES = "–—("  # open an aside that says it more exactly


@kept_for_force
def quantity(scene: Scene, force: Force) -> Quantity | None:
    """Return the number that counts the force, in people where the sentence tells them."""
    told = next((number for read in _READERS if (number := read(scene, force))), None)
    told = told or _beside(scene, force)
    if told and told.unit == CONVOY:
        return _vehicles_of(scene, force) or told
    return told if told and told.unit else _brought_by(scene, force) or told


def _vehicles_of(scene: Scene, convoys: Force) -> Quantity | None:
    """Return how many vehicles make up convoys, told behind a comma: "Three convoys, 60 trucks in all,"."""
    last = convoys.noun.last
    ends = next((n for n in range(last, len(scene.sentence.tokens)) if scene.marks_between(n - 1, n)), None)
    for number in scene.numbers if ends is not None else ():
        first, after = scene.first_word(number.span), scene.after_word(number.span)
        apposed = 0 <= first - (ends or 0) <= 1
        apposed = apposed and not any(last <= m.first < first for m in scene.group("trigger"))
        if apposed and any(m.first == after and m.value == VEHICLES for m in scene.group("force")):
            return replace(number, unit=VEHICLES)
    return None


def _beside(scene: Scene, force: Force) -> Quantity | None:
    """Return the number that stands before a noun or right behind it."""
    before = [n for n in scene.numbers if is_before(scene, n, force)]
    if before and before[-1].low == before[-1].high == 1 and _is_article(scene, before[-1], force):
        before = []  # "A Danish force, 300 men and women in two ships, sailed"
    before = before or [n for n in scene.numbers if is_beside(scene, n, force)]
    one = bool(before) and is_written_as_article(scene, before[-1])
    aboard = carried(scene, force) if one or not before else None
    aboard = aboard or (None if before else grown_to(scene, force))
    if aboard or not before:
        return replace(aboard, unit=PERSONNEL) if aboard else None
    one_more = one_of(scene, before[-1], force)
    share = changed_to(scene, before[-1]) or one_more or share_of(scene, before[-1])
    if share is None:
        return None
    number = _made_exact(scene, force, bounded(scene, share, force))
    behind = scene.first_word(number.span) >= force.noun.last
    if behind and force.unit in FORMATIONS and (number.low or number.high or 0) > _MANY:
        return replace(number, unit=PERSONNEL)  # "The battalion, 340 men and women, reached A"
    return of_unit(scene, force, number)


def _brought_by(scene: Scene, force: Force) -> Quantity | None:
    """Return how many bring goods that nobody counts: "Three planes brought blankets to A"."""
    if not force.goods or not scene.numbers:
        return None
    before = [m for m in scene.group("force", "goods") if m.last <= force.noun.first]
    if not before or before[-1].value not in CARRIERS:
        return None
    carriers = Force(before[-1], before[-1].value, goods=False)
    verbs = [m for m in scene.group("trigger") if carriers.noun.last <= m.first < force.noun.first]
    brings = len(verbs) == 1 and scene.pack.triggers[verbs[0].value].frame in (Frame.DELIVER, Frame.SEND)
    between = [t.lower for t in scene.sentence.tokens[carriers.noun.last : force.noun.first]]
    brings = brings and scene.pack.words.purpose.isdisjoint(between)  # "sent to fetch"
    brings = brings or (not verbs and not scene.pack.words.hauling.isdisjoint(between))  # "transportant"
    if not brings or scene.marks_between(carriers.noun.first, force.noun.first):
        return None
    counted = (n for n in scene.numbers if n.high != 1 and is_before(scene, n, carriers))
    return next((replace(number, unit=carriers.unit) for number in counted), None)


def _made_exact(scene: Scene, force: Force, number: Quantity) -> Quantity:
    """Return the number behind a dash that is more exact: "thousands of containers – at least 11,000"."""
    vague = any(number.span.covers(m.span) for m in scene.group("indefinite"))
    for further in scene.numbers if vague else ():
        first, after = scene.first_word(further.span), scene.after_word(further.span)
        before = scene.text[scene.sentence.tokens[first - 1].end : further.span.start] if first else ""
        exact = not any(further.span.covers(m.span) for m in scene.group("indefinite"))
        behind = first > force.noun.last and any(mark in before for mark in _DASHES)
        if exact and behind and (further.low or 0) >= (number.low or 0) and not other_unit(scene, after):
            return further
    return number


def _served(scene: Scene, force: Force) -> Quantity | None:
    """Read who mans arms: of two figures that in people counts."""
    number = carried(scene, force) if force.unit in SERVED else None
    return replace(number, unit=PERSONNEL) if number else None


def _fallen(scene: Scene, force: Force) -> Quantity | None:
    """Read somebody by rank and name as one."""
    one = force.noun.group == "rank" and is_fallen(scene, force.noun)
    return Quantity(force.noun.span, 1, 1, PERSONNEL) if one else None


def _group(scene: Scene, force: Force) -> Quantity | None:
    """Read how many one more group counts: "un deuxième de 200"."""
    told = group_behind(scene, force.noun) if force.again else None
    return replace(told, unit=PERSONNEL) if told else None


def _one_more(scene: Scene, force: Force) -> Quantity | None:
    """Read one of those told of: "l'un est à Gao", "two were killed and a third was hurt"."""
    if not force.again or force.noun.last - force.noun.first == 1:
        return None
    last = scene.sentence.tokens[force.noun.last - 1].lower
    falls = any(scene.pack.triggers[m.value].frame is Frame.FALL for m in scene.group("trigger"))
    one = (falls and is_next_one(scene, force)) or scene.pack.numbers.units.get(last) == 1
    return Quantity(force.noun.span, 1, 1, PERSONNEL) if one else None


def is_next_one(scene: Scene, force: Force) -> bool:
    """Tell whether words stand for one more of those told of: "a third", "une autre"."""
    return force.again and is_further(scene, force.noun)


def _is_article(scene: Scene, number: Quantity, force: Force) -> bool:
    """Tell whether "one" counts nothing: before a word for many, in "one of", and in "not one"."""
    heads = (m for m in scene.group("collective") if m.last == force.noun.last)  # not of "infantry company"
    many = any(overlap(m, force.noun) for m in heads)
    first, after = scene.first_word(number.span), scene.after_word(number.span)
    written = is_written_as_article(scene, number)  # "une de ses colonnes", not "one of"
    partitive = written and any(m.value == "genitive" and m.first == after for m in scene.group("role"))
    partitive = partitive and force.unit != PERSONNEL  # "un de leurs hommes" is one
    link = scene.sentence.ending_at("role", first)
    portion = written and link is not None and link.value == "genitive" and link.first > 0
    if portion and link is not None:  # "the first elements of a battalion"
        partitive |= scene.sentence.tokens[link.first - 1].lower in scene.pack.words.fractions
    denied = any(m.value == "denied" and m.first <= first <= m.last for m in scene.group("status_near"))
    return many or partitive or denied


# How a number may be told, the surest first.
_READERS = (
    _fallen,
    _group,
    _one_more,
    fallen_among,
    _served,
    on_board,
    people_behind,
    of_whole,
    numbered,
    parts_behind,
    opening,
    before_comma,
    put_at,
    strength,
    apposed,
    units_aside,
    of_them,
    crew,
    told_last,
)
