"""Whether a number counts the noun that it stands before or right behind."""

from itertools import pairwise

from geo.claims.force.forces import Force
from geo.claims.force.nouns import NAME_REACH, are_nations, is_joined, is_model, is_modifier, is_name, overlap
from geo.claims.number.counted import (
    APART_REACH,
    BESIDE,
    NUMBER_GAP,
    counts_other,
    is_written_as_article,
    names_unit,
    other_unit,
)
from geo.claims.scene import Scene, only_words
from geo.claims.units import CARRIERS, PERSONNEL
from geo.records import Quantity
from geo.text import Match

_HEAD_REACH = 2  # words from a number to "of": "three long rows of"
_PARTICIPLE_GAP = 2  # words from the number to the noun with a participle before it
_ASIDE = ("with", "location")  # roles of what a number aside belongs to
NUMBER_REACH = 6  # the same, where no preposition stands between


def is_before(scene: Scene, number: Quantity, force: Force) -> bool:
    """Tell whether a number stands before the noun, or is or follows the word for a force named before."""
    after = scene.after_word(number.span)
    if counts_other(scene, number):
        return False
    if force.again and (force.noun.span == number.span or scene.first_word(number.span) == force.noun.last):
        return True
    if _is_first_some(scene, number, force):
        return True
    gap = force.noun.first - after
    other = force.again and gap > 0 and is_written_as_article(scene, number)  # "a local official they met"
    parted = other or scene.marks_between(after - 1, force.noun.first) > 0
    parted = parted and not are_nations(scene, after, force.noun.first)
    clauses = scene.pack.words.clause - scene.pack.words.joiners  # "a report that HMS Diamond"
    parted = parted or any(t.lower in clauses for t in scene.sentence.tokens[after : force.noun.first])
    parted = parted or _counts_head(scene, after, force)
    reach = NAME_REACH if is_name(scene, after, force.noun.first) else NUMBER_REACH
    if is_model(scene, number) or names_unit(scene, number, force) or parted or not 0 <= gap <= reach:
        return False
    between = [
        m for m in scene.group("force", "goods", "trigger", "role") if after <= m.first < force.noun.first
    ]
    partly = any(m.value in ("genitive", "origin") and m.last > after + 1 for m in between)
    partly = partly and number.low == number.high == 1  # "a handful of marines", "une partie des blindés"
    if partly or any(a.value in CARRIERS and b.group == "trigger" for a, b in pairwise(between)):
        return False  # "two planes carrying tents"
    # "two of the garrison's battalions"
    # "an S-400 battery", "an anti-tank missile company"
    attributes = [m for m in scene.group("goods") if m.last >= force.noun.first]
    attributes += scene.group("not_force")
    between = [m for m in between if not any(a.span.covers(m.span) for a in attributes)]
    owners = [m for m in between if m.group == "force" and _owns(scene, m)]
    between = [m for m in between if m not in owners and not (owners and m.group == "role")]
    nouns = [m.span for m in between if m.group == "force"]
    between = [m for m in between if m.group != "trigger" or not any(n.covers(m.span) for n in nouns)]
    if gap <= NUMBER_GAP:
        between = [m for m in between if m.group != "role"]
    if gap <= _PARTICIPLE_GAP:
        between = [m for m in between if m.group != "trigger"]  # "eighty-eight interned soldiers"
    own = [m for m in between if m.group == "force"]
    joined = {m.first for m in own if any(_leads_to(scene, m, n) for n in (force.noun, *own) if n is not m)}
    between = [m for m in between if not (m.first in joined or _is_joiner(scene, m))]
    # "thirty of the newly trained soldiers", "one of its special forces soldiers"
    return all((m.first, m.value) == (after, "genitive") for m in between)


def _counts_head(scene: Scene, after: int, force: Force) -> bool:
    """Tell whether a number counts what people make up: "three rows of soldiers", "trois cars de CRS"."""
    nation = scene.sentence.ending_at("demonym", force.noun.first)
    link = scene.sentence.ending_at("role", nation.first if nation else force.noun.first)
    if link is None or link.value != "genitive" or not 0 < link.first - after <= _HEAD_REACH:
        return False
    head, words = scene.sentence.tokens[link.first - 1], scene.pack.words
    known = any(
        m.first < link.first <= m.last for m in scene.group("force", "goods", "collective", "demonym")
    )
    return force.unit == PERSONNEL and not known and head.lower not in words.strong and not head.capital


def _is_first_some(scene: Scene, number: Quantity, force: Force) -> bool:
    """Tell whether a comma says who so many are: "The first 120, infantrymen of the regiment, landed"."""
    first, after = scene.first_word(number.span), scene.after_word(number.span)
    ranked = first > 0 and scene.sentence.tokens[first - 1].lower in scene.pack.words.sole
    return ranked and after == force.noun.first and scene.marks_between(after - 1, after) == 1


def _owns(scene: Scene, noun: Match) -> bool:
    tokens = scene.sentence.tokens
    return noun.last < len(tokens) and tokens[noun.last].lower in scene.pack.words.possessive


def _leads_to(scene: Scene, noun: Match, head: Match) -> bool:
    """Tell whether a noun before the head is part of its name: "coast guard and militia vessels"."""
    return is_modifier(scene, noun, head) or is_joined(scene, noun, head)


def _is_joiner(scene: Scene, match: Match) -> bool:
    return match.group == "role" and scene.words(match.first, match.last).lower() in scene.pack.words.joiners


def is_beside(scene: Scene, number: Quantity, force: Force) -> bool:
    """Read a number behind its noun: "the Spaniards, about 700, are" and "ils sont 1.250 à garder"."""
    first, after = scene.first_word(number.span), scene.after_word(number.span)
    gap = first - force.noun.last
    if not 0 <= gap <= BESIDE or counts_other(scene, number):
        return False
    between = scene.sentence.tokens[force.noun.last : first]
    placed = any(scene.after_word(m.span) == first for m in scene.mentions)  # "Engineers from Paraguay, 115"
    named = (
        bool(between) and between[-1].capital and not (force.again or placed)
    )  # "Sapper Lee Horrocks, 22,"
    named = named or any(t.lower in scene.pack.words.compared for t in scene.sentence.tokens[:first][-1:])
    if named or _is_of_others(scene, force, first):
        return False
    if force.again:
        said = scene.sentence.tokens[force.noun.last : only_words(scene, first)]  # "ils ne sont plus que 200"
        small = scene.pack.words.bare | (scene.pack.negation[0] if len(said) < len(between) else frozenset())
        return bool(between) and all(t.lower in small for t in said)
    if scene.marks_between(force.noun.last - 1, first) != 1 or other_unit(scene, after, force.unit):
        return False
    others = _is_part_aside(scene, first, after) or _is_with_it(scene, force, first)
    return _is_closed(scene, after) and not others


def _is_closed(scene: Scene, after: int) -> bool:
    """Tell whether a mark ends an aside soon behind its number: ", some 300 men in four ships,"."""
    last = len(scene.sentence.tokens) - 1
    ends = range(after, min(after + APART_REACH, last) + 1)
    closing = next((end for end in ends if scene.marks_between(after - 1, end)), None)
    if closing is None or closing <= after + BESIDE:
        return closing is not None
    people = any(0 <= m.first - after <= 1 and m.value == PERSONNEL for m in scene.group("force"))
    near = scene.sentence.tokens[after : after + 2]  # "une centaine de personnes selon son chef,"
    people = people or any(t.lower in scene.pack.words.strong for t in near)
    verbs = (m for m in scene.group("trigger", "say") if after <= m.first < closing)
    return people and not any(verbs)


def _is_part_aside(scene: Scene, first: int, after: int) -> bool:
    """Tell whether a number aside is of some of a force, or of what is with it: "30 of them women"."""
    part = scene.sentence.starting_at("again", after)
    link = scene.sentence.ending_at("role", first)  # "the frigate, with 240 on board,", "left, in two buses,"
    some = part is not None and not scene.marks_between(part.last - 1, part.last)
    including = any(t.lower in scene.pack.words.including for t in scene.sentence.tokens[:first][-1:])
    including = including and not scene.marks_between(after - 1, after)  # "dont douze femmes"
    return some or including or (link is not None and link.value in _ASIDE)


def _is_with_it(scene: Scene, force: Force, first: int) -> bool:
    """Tell whether a participle leads to others: "escorté par deux frégates", not "fort de 300 hommes".

    A convoy is made of what is counted: "composé de 80 camions".
    """
    tokens, words = scene.sentence.tokens, scene.pack.words
    if any(overlap(m, force.noun) for m in scene.group("collective")):
        return False
    link = scene.sentence.ending_at("role", first)
    leads = tokens[first - 1].lower in words.agent or (link is not None and link.value == "genitive")
    word = tokens[first - 2].lower if first > 1 else ""
    return leads and word not in words.strong | words.linkers and not word.isdigit()


def _is_of_others(scene: Scene, force: Force, first: int) -> bool:
    """Tell whether another force or a semicolon parts a number from a noun: "the ship, whose crew is 300"."""
    between = range(force.noun.last, first)
    others = (m for m in scene.group("force") if m.first in between)
    apart = any(scene.marks_between(force.noun.last - 1, m.first) for m in others)
    apart = apart or any(m.first in between for m in scene.group("trigger"))  # "the army, which lost 40 men"
    return apart or scene.strong_marks_between(force.noun.first, first) > 0
