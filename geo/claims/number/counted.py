"""What a number of a sentence counts by itself: people, something else, or nothing, as in a name."""

from dataclasses import replace
from itertools import pairwise

from geo.claims.force.forces import Force
from geo.claims.force.nouns import ends_phrase, overlap
from geo.claims.scene import Scene
from geo.claims.units import CARRIERS, PERSONNEL
from geo.records import Quantity
from geo.text import Match

BESIDE = 3  # words from a noun to a number behind it, and from that to the comma that ends it
NUMBER_GAP = 3  # words from the number to the noun
APART_REACH = 8  # words from a force to its number between commas
_AGES = range(16, 80)
_RATIO = 10  # the largest number of "one in ten"
_MEMBERS = 4  # words from a column to those who make it up: "column of M23 fighters"


def of_unit(scene: Scene, force: Force, number: Quantity) -> Quantity:
    """Return a number in what it counts: its force's unit, or None where that has none."""
    unit = PERSONNEL if _counts_members(scene, force, number) else _counted_unit(scene, force)
    return replace(number, unit=None if force.unit == "none" else unit)


def _counts_members(scene: Scene, force: Force, number: Quantity) -> bool:
    """Tell whether a bare number counts the people of a column: "a column of fighters, perhaps 300,"."""
    after, at = scene.after_word(number.span), force.noun.last
    if force.unit not in CARRIERS or number.span.start < force.noun.span.end:
        return False
    link = scene.sentence.starting_at("role", at)
    people = (m for m in scene.group("force") if m.value == PERSONNEL and 0 <= m.first - at <= _MEMBERS)
    of_people = link is not None and link.value == "genitive" and any(people)
    return of_people and not any(m.first == after for m in scene.group("force", "goods"))


def _counted_unit(scene: Scene, force: Force) -> str:
    """Return the unit that a number counts: of "two teams" teams, of unknown strength."""
    parts = (m.value for m in scene.group("collective") if m.value != "words" and overlap(m, force.noun))
    return next(parts, force.unit)


def is_written_as_article(scene: Scene, number: Quantity) -> bool:
    """Tell whether one is only "a": "the vanguard of an army"."""
    one = number.low == number.high == 1
    return one and scene.sentence.tokens[scene.first_word(number.span)].lower in scene.pack.articles


def counts_other(scene: Scene, number: Quantity) -> bool:
    """Tell whether a number is part of a time or a name or counts nations: "27 nations", "Mirage 2000-5"."""
    start, after = number.span.start, scene.after_word(number.span)
    timed = any(t.span.touches(number.span) for t in scene.times)
    tied = start > 1 and scene.text[start - 1] == "-" and scene.text[start - 2].isalnum()
    first, words, nations = scene.first_word(number.span), scene.sentence.tokens, scene.pack.words.nations
    serial = first > 0 and words[first - 1].lower in scene.pack.words.serial
    if serial and scene.marks_between(first - 2, first - 1):
        return True  # "a cutter, number 5303, sailed"
    timed = timed or _is_ratio(scene, number) or _is_age(scene, number)
    return timed or tied or any(t.lower in nations for t in scene.sentence.tokens[after : after + 1])


def _is_age(scene: Scene, number: Quantity) -> bool:
    """Tell whether a number between commas is how old somebody is: "The soldier, 24, was killed"."""
    first, after = scene.first_word(number.span), scene.after_word(number.span)
    alone = (
        number.low == number.high and number.low in _AGES and 0 < first < after < len(scene.sentence.tokens)
    )
    if not alone or not (scene.marks_between(first - 1, first) and scene.marks_between(after - 1, after)):
        return False
    return any(m.last == first and m.value == PERSONNEL for m in scene.group("force", "rank"))


def _is_ratio(scene: Scene, number: Quantity) -> bool:
    """Tell whether a number is of a ratio: "one in five soldiers has left", "deux soldats sur trois"."""
    for low, high in pairwise(scene.numbers):
        exact = low.low == low.high and high.low == high.high and None not in (low.low, high.low)
        if number not in (low, high) or not exact or not 0 < (low.low or 0) < (high.low or 0) <= _RATIO:
            continue
        tokens, after, first = scene.sentence.tokens, scene.after_word(low.span), scene.first_word(high.span)
        between = [t.lower for t in tokens[after:first]]
        counted = " ".join(between) in scene.pack.words.ratio
        noun = not counted and " ".join(between[1:]) in scene.pack.words.ratio
        if counted or (noun and ends_phrase(scene, scene.after_word(high.span))):
            return True
    return False


def names_unit(scene: Scene, number: Quantity, force: Force) -> bool:
    """Tell whether a number is a unit's own: "42 Commando", "No 617 Squadron", not "42 Commandos"."""
    noun = scene.sentence.tokens[scene.after_word(number.span) :][:1]
    beside = scene.after_word(number.span) == force.noun.first
    named = any(t.capital and t.lower in scene.pack.words.unit_names for t in noun)
    return beside and named and number.span.of(scene.text).isdigit()


def bounded(scene: Scene, number: Quantity, force: Force) -> Quantity:
    """Apply a bound that stands behind what is counted: "ten men at most", "deux compagnies au moins"."""
    for hedge in scene.group("hedge") if number.low == number.high else ():
        near = (scene.after_word(number.span), max(scene.after_word(number.span), force.noun.last))
        beside = any(
            0 <= hedge.first - at <= 1 and not scene.marks_between(at - 1, hedge.first) for at in near
        )
        if beside and _bounds_before(scene, hedge):
            if hedge.value == "at_least":
                return replace(number, high=None)
            if hedge.value == "at_most":
                return replace(number, low=None)
    return number


def _bounds_before(scene: Scene, hedge: Match) -> bool:
    """Tell whether a bound is of what stands before it, and not "over" a border or "at least" ten others."""
    tokens = scene.sentence.tokens
    if hedge.last >= len(tokens) or scene.marks_between(hedge.last - 1, hedge.last):
        return True
    ahead = (*(n.span for n in scene.numbers), *(t.span for t in scene.times))  # "au plus tard lundi"
    taken = any(span.covers(hedge.span) for span in ahead)
    return tokens[hedge.last - 1].lower in scene.pack.words.bounds and not taken


def counts_people(scene: Scene, at: int) -> bool:
    """Tell whether a number counts people by itself: "a company of 120", not "soldiers of 19 countries"."""
    state = next((scene.after_word(m.span) for m in scene.mentions if scene.first_word(m.span) == at), at)
    nouns = [m.first for m in scene.group("force") if m.value == PERSONNEL]
    if state > at and state in nouns:
        return True  # "130 New Zealand soldiers"
    if other_unit(scene, at) or _is_unit_name(scene, at):
        return False
    tokens = scene.sentence.tokens
    if at >= len(tokens) or scene.marks_between(at - 1, at):
        return True
    people = any(0 <= first - at <= NUMBER_GAP for first in nouns)
    people = people or any(m.first == at for m in scene.group("demonym"))  # "a party of 15 New Zealanders"
    goes_on = any(m.first == at for m in scene.group("trigger", "role", "again", "status_near"))
    goes_on = goes_on or any(scene.first_word(t.span) == at for t in scene.times)  # "étaient 157 la veille"
    words = scene.pack.words
    behind = words.bare | words.relative | words.related | words.joiners  # "a company of 190 and a platoon"
    return people or goes_on or tokens[at].lower in behind


def _is_unit_name(scene: Scene, at: int) -> bool:
    """Tell whether a number belongs to a name behind it: "marines of 45 Commando"."""
    tokens = scene.sentence.tokens
    if at >= len(tokens) or not tokens[at].capital or scene.marks_between(at - 1, at):
        return False
    if any(m.first == at for m in scene.group("demonym")):
        return False
    plural = scene.words(at, at + 1).endswith("s")  # "850 Gurkhas"
    return not (plural and any(m.first == at for m in scene.group("force")))


def other_unit(scene: Scene, at: int, own: str = PERSONNEL) -> bool:
    """Tell whether a number is followed by something else that it counts: "a flotilla of six frigates"."""
    named = [m for m in scene.group("force", "goods") if 0 <= m.first - at <= NUMBER_GAP]
    named = [m for m in named if not is_past_verb(scene, at, m.first)]
    return bool(named) and named[0].value not in (PERSONNEL, own)


def is_past_verb(scene: Scene, first: int, last: int) -> bool:
    """Tell whether a verb group stands between two words: "a team of 15 was lifted by helicopter"."""
    verbs = scene.pack.passive_auxiliaries
    return any(t.lower in verbs for t in scene.sentence.tokens[first:last])
