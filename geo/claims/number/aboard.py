"""How many people ships and vehicles carry: on board, as a crew, or with them."""

from dataclasses import replace

from geo.claims.force.forces import Force
from geo.claims.force.nouns import overlap
from geo.claims.number.counted import APART_REACH, counts_people, is_written_as_article, other_unit
from geo.claims.scene import Scene, is_in_other_clause, with_articles
from geo.claims.units import CARRIERS, PERSONNEL, SERVED, SYSTEMS
from geo.languages import Frame
from geo.records import Quantity
from geo.text import Match

_LISTED = 2  # words of what a number counts before "and"
_BOARD_REACH = 3  # words from a number of people to "on board"


def on_board(scene: Scene, force: Force) -> Quantity | None:
    """Return the people whom counted ships carry: "Two aircraft landed with 99 soldiers on board"."""
    many = any(overlap(m, force.noun) for m in scene.group("collective"))  # "a column of 27 vehicles"
    if not (scene.numbers and (force.unit in CARRIERS or many)) or force.goods or force.laden:
        return None
    for number in scene.numbers:
        first, noun = scene.first_word(number.span), _people_counted(scene, number)
        if noun is None or first < force.noun.last:
            continue
        near = scene.sentence.tokens[max(0, first - _BOARD_REACH) : first]
        near = (*near, *scene.sentence.tokens[noun.last : _behind_nation(scene, noun.last) + _BOARD_REACH])
        # not of "avion militaire"
        others = (m for m in scene.group("force") if force.noun.last < m.first < first)
        alone = not any(m.value not in CARRIERS for m in others)
        told = any(t.lower in scene.pack.words.aboard | scene.pack.words.laden for t in near)
        if alone and (told or _is_brought(scene, force, number)):
            return replace(number, unit=PERSONNEL)
    return None


def _people_counted(scene: Scene, number: Quantity) -> Match | None:
    """Return the people whom a number counts, their nation before them: "120 Rwandan soldiers"."""
    at = scene.after_word(number.span)
    link = scene.sentence.starting_at("role", at)  # "une dizaine de soldats"
    at = _behind_nation(scene, link.last if link and link.value == "genitive" else at)
    return next((m for m in scene.group("force") if m.value == PERSONNEL and m.first <= at < m.last), None)


def _behind_nation(scene: Scene, at: int) -> int:
    return next((m.last for m in scene.group("demonym") if m.first == at), at)


def _is_brought(scene: Scene, force: Force, number: Quantity) -> bool:
    """Tell whether counted carriers bring so many: "Three ships left Kure for Leyte with 1,180 men"."""
    begun = brought_from(scene, scene.first_word(number.span))
    counted = any(scene.after_word(n.span) <= force.noun.first for n in scene.numbers)
    counted = counted and force.unit in CARRIERS
    if not counted or begun <= force.noun.last or scene.strong_marks_between(force.noun.first, begun):
        return False
    verbs = [m for m in scene.group("trigger") if force.noun.last <= m.first < begun]
    stays = any(scene.pack.triggers[m.value].frame is Frame.STAY for m in verbs)  # "exercised with"
    return len(verbs) == 1 and not stays and not is_written_as_article(scene, number)


def carried(scene: Scene, force: Force) -> Quantity | None:
    """Read who is on a ship or mans guns: "the frigate left Brest with 160 sailors", "served by 90 men"."""
    collective = any(overlap(m, force.noun) for m in scene.group("collective"))
    collective = collective or force.noun.group == "demonym"  # "The Danes came with 200 soldiers"
    if (force.goods and force.unit not in SERVED) or force.laden or not scene.numbers:
        return None
    carrier = force.unit in CARRIERS | SERVED
    for number in scene.numbers if carrier or collective else ():
        first, after = scene.first_word(number.span), scene.after_word(number.span)
        members = scene.sentence.tokens[after : after + 1]
        if not (carrier or any(t.lower in scene.pack.words.strong for t in members)):
            continue  # "The team is in Gao, with 190 members"
        begun = brought_from(scene, first)
        owners = {m.first for m in scene.group("official")}  # "a plane of the Danish army, with 200 men"
        others = (m for m in scene.group("force") if m.value != SYSTEMS and m.first not in owners)
        alone = not any(force.noun.last < m.first < begun for m in others)  # not of "avion militaire"
        counts = counts_people(scene, after) or _are_aboard(scene, after)
        alone = alone and not is_in_other_clause(scene, first, force.noun.first)  # "B, who came with 400"
        if begun >= force.noun.last and alone and counts and not is_written_as_article(scene, number):
            return number
    return None


def brought_from(scene: Scene, first: int) -> int:
    """Return where words begin that bring so many: "with", "with a party of", "manned by"; 0 without them."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    link = scene.sentence.ending_at("role", first)
    if link is not None and link.value == "genitive":
        body = next((m for m in scene.group("collective") if m.last == link.first), None)
        inner = first if body is None else body.first
        inner -= inner > 0 and scene.sentence.ending_at("share", inner) is not None  # "an advance party of"
        at = with_articles(scene, inner)
        first, link = at, scene.sentence.ending_at("role", at) if body else None
    before = [t.lower for t in tokens[max(0, first - 2) : first]]
    if len(before) > 1 and before[0] in words.manned and before[1] in words.agent:
        return first - 2
    listed = tokens[first - 1].lower in words.joiners if first else False
    before_it = [n for n in scene.numbers if 0 < first - 1 - scene.after_word(n.span) <= _LISTED]
    if listed and before_it:  # "with three destroyers and 5,000 crew"
        return brought_from(scene, scene.first_word(before_it[-1].span))
    joined = link is not None and tokens[link.first].lower in words.joiners
    return link.first if link is not None and link.value == "with" and not joined else 0


def brought_at(scene: Scene, force: Force) -> int:
    """Return where words begin that bring a force of a told number: "with 52 lorries"; 0 without them."""
    apart = ((n, force.noun.first - scene.after_word(n.span)) for n in scene.numbers)
    counts = [scene.first_word(n.span) for n, words in apart if words in (0, 1)]
    return max((brought_from(scene, first) for first in counts), default=0)


def _are_aboard(scene: Scene, after: int) -> bool:
    """Tell whether a number counts whoever is on a ship: "with 350 people aboard"."""
    near = scene.sentence.tokens[after : after + _BOARD_REACH + 1]
    return any(t.lower in scene.pack.words.aboard for t in near) and not other_unit(scene, after)


def crew(scene: Scene, force: Force) -> Quantity | None:
    """Read "with a crew of 200" and "(120 crew)" behind a ship: of two figures that in people counts."""
    if force.unit not in CARRIERS:
        return None
    for noun in scene.group("force"):
        near = 0 < noun.first - force.noun.last <= APART_REACH
        if not near or scene.sentence.tokens[noun.first].lower not in scene.pack.words.crew:
            continue
        link = scene.sentence.starting_at("role", noun.last)
        for number in scene.numbers:
            of = link is not None and link.value == "genitive" and scene.first_word(number.span) == link.last
            counts = of or scene.after_word(number.span) == noun.first
            if counts and not _is_listed(scene, force, number) and not is_written_as_article(scene, number):
                return replace(number, unit=PERSONNEL)
    return None


def _is_listed(scene: Scene, force: Force, number: Quantity) -> bool:
    """Tell whether "and" ends a list with those counted: "a frigate, three planes and 120 sailors"."""
    first = scene.first_word(number.span)
    joined = first > 0 and scene.sentence.tokens[first - 1].lower in scene.pack.words.joiners
    others = [m for m in scene.group("force", "goods") if m.last <= first and not overlap(m, force.noun)]
    behind = any(m.first >= force.noun.last for m in others)
    return joined and (behind or any(_is_item(scene, m, force) for m in others))


def _is_item(scene: Scene, noun: Match, force: Force) -> bool:
    """Tell whether a comma alone parts a noun from the force behind it."""
    near = 0 < force.noun.first - noun.last <= APART_REACH
    return near and scene.marks_between(noun.last - 1, force.noun.first) == 1
