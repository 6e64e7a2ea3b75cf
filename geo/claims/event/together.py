"""Forces that do the same: those that "and" joins to one, and those that are told of beside it."""

from collections.abc import Sequence

from geo.claims.force.forces import Force
from geo.claims.number.counts import quantity
from geo.claims.scene import Scene
from geo.claims.side.actors import actor
from geo.claims.units import VESSELS
from geo.text import Match

_ITEM_REACH = 5  # words from an item of a list to the number of the next
_TWIN_REACH = 7  # words between two nouns that "and" joins, each with its number
_ALONG_WORDS = 3  # of "aux côtés de"


def twins(scene: Scene, trigger: Match, force: Force, named: Sequence[Force]) -> list[Force]:
    """Return the forces that "and" joins to one, each with a number of its own: "1,500 French and 200 Dutch".

    They stand on the same side of the trigger, with no other verb between. So is one that only an
    article opens: "and a detachment", and a ship with a name: "the frigate Ponce and the cruiser Chosin".
    """
    if not _stands_alone(scene, force, named):
        return []
    found = []
    for other in named:
        left, right = (f.noun for f in sorted((force, other), key=lambda f: f.noun.first))
        # "soldats de la paix russes, 90 blindés et 40 camions": what a name is long by parts no list
        apart = right.first - scene.after_word(actor(scene, force if left is force.noun else other).span)
        same_side = (other.noun.first < trigger.first) == (force.noun.first < trigger.first)
        if other is force or other.again or not same_side or not 0 < apart <= _TWIN_REACH:
            continue
        between = scene.sentence.tokens[left.last : right.first]
        joined = any(t.lower in scene.pack.words.joiners for t in between) or _are_listed(
            scene, left, right, named
        )
        joined = joined and not any(t.lower in scene.pack.words.including for t in between)
        nouns = scene.group("not_trigger")  # "a destroyer and two patrol aircraft"
        verbs = (m for m in scene.group("trigger", "say") if not any(n.span.covers(m.span) for n in nouns))
        verb = any(left.last <= m.first < right.first for m in verbs)
        verb = verb or any(t.lower in scene.pack.words.having for t in between)  # "lost 12 men and has 900"
        placed = any(left.last <= scene.first_word(m.span) < right.first for m in scene.mentions)
        if joined and not verb and not placed and _stands_alone(scene, other, named):
            found.append(other)
    return found


def _stands_alone(scene: Scene, force: Force, named: Sequence[Force]) -> bool:
    """Tell whether a force is one by itself beside another: it is counted, or a ship with a name.

    Ships behind the number of ships only have their names told: "two vessels, the Sirius and the Cabra".
    """
    if _is_counted(scene, force):
        return True
    nation = scene.sentence.starting_at("demonym", force.noun.last)
    name = scene.sentence.tokens[nation.last if nation else force.noun.last :][:1]
    ship = force.unit == VESSELS and not force.again and any(token.capital for token in name)
    before = (f for f in named if ship and f.unit == VESSELS and f.noun.first < force.noun.first)
    counts = (quantity(scene, f) for f in before)
    return ship and not any(n and n.low != 1 for n in counts)


def _is_counted(scene: Scene, force: Force) -> bool:
    """Tell whether a number stands before a force, be it an article: "200 soldiers", "a detachment"."""
    if quantity(scene, force):
        return True
    first = scene.first_word(actor(scene, force).span)
    ones = [n for n in scene.numbers if n.low == n.high == 1]
    begins = (scene.first_word(n.span) for n in ones if 0 <= first - scene.after_word(n.span) <= 1)
    at = next(begins, None)
    parted = at and scene.marks_between(at - 1, at)  # "Vingt véhicules et des citernes : un deuxième convoi"
    return at is not None and not (force.goods or parted)


def companions(scene: Scene, trigger: Match, force: Force, named: Sequence[Force]) -> list[Force]:
    """Return the forces that are told of beside one: "300 are in A, alongside a Polish company of 190".

    So are those that "and" joins to them.
    """
    behind = [f for f in named if f.noun.first >= trigger.last and f is not force and not f.again]
    led = [f for f in behind if _is_led_along(scene, trigger, f) and quantity(scene, f)]
    return [*led, *(more for one in led for more in twins(scene, trigger, one, behind) if more not in led)]


def _is_led_along(scene: Scene, trigger: Match, force: Force) -> bool:
    """Tell whether "alongside" or "as well as" stands before a force and its number."""
    first = scene.first_word(actor(scene, force).span)
    counts = (n for n in scene.numbers if 0 <= first - scene.after_word(n.span) <= 1)
    first = next((scene.first_word(n.span) for n in counts), first)
    tokens = [t.lower for t in scene.sentence.tokens[trigger.last : first]]
    starts = range(max(0, len(tokens) - _ALONG_WORDS), len(tokens))
    return any(" ".join(tokens[at:]) in scene.pack.words.together for at in starts)


def _are_listed(scene: Scene, left: Match, right: Match, named: Sequence[Force]) -> bool:
    """Tell whether a comma joins two items of a list that "and" ends: "300 men, 20 tanks and five guns".

    An item may have a longer name: "une compagnie, une batterie d'artillerie et 30 véhicules".
    """
    joiners = scene.pack.words.joiners
    ends = next((f.noun.first for f in named if f.noun.first >= right.last), right.last + 1)
    behind = [t.lower for t in scene.sentence.tokens[right.last : min(ends, right.last + _ITEM_REACH)]]
    before = [t.lower for t in scene.sentence.tokens[left.last : right.first]]
    comma = scene.marks_between(left.last - 1, right.first) == 1
    goes_on = scene.marks_between(right.last - 1, right.last + len(behind) - 1) == 0
    return comma and goes_on and bool(joiners.intersection(behind)) and not joiners.intersection(before)
