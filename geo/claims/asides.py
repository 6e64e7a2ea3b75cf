"""Words that commas set off between a force and its verb: "Three ships, led by A, left"."""

from collections.abc import Sequence

from geo.claims.counts import quantity
from geo.claims.forces import Force
from geo.claims.relatives import opens_relative
from geo.claims.scene import MARK_WORDS, Scene
from geo.claims.verbs import frame_of
from geo.text import Match

_ASIDE_REACH = 2  # words from "none of them" to the comma that ends what is said aside


def is_set_off(scene: Scene, trigger: Match, force: Force, named: Sequence[Force]) -> bool:
    """Tell whether words between commas only say which they are: "Ten men, none of them British, fell"."""
    first, last = force.noun.first, force.noun.last
    if not force.again or first == 0 or last > trigger.first:
        return False
    if scene.marks_between(last, trigger.first) == 0 or scene.marks_between(last, last + _ASIDE_REACH) == 0:
        return False
    closed = scene.marks_between(first - 1, first) and quantity(scene, force) is None
    whole = (f for f in named if f.noun.last < first and not f.again)
    return bool(closed) and any(not scene.strong_marks_between(f.noun.first, first) for f in whole)


def words_aside(scene: Scene, trigger: Match, force: Force) -> int:
    """Return how many words the commas count between a subject and its verb that only set words off."""
    before = force.noun.first < trigger.first and _is_before_aside(scene, trigger, force)
    return 2 * MARK_WORDS if before or _is_behind_time(scene, trigger, force) else 0


def _is_behind_time(scene: Scene, trigger: Match, force: Force) -> bool:
    """Tell whether only a time aside parts a noun from its force: "l’envoi, lundi, de 250 soldats"."""
    marks = scene.marks_between(trigger.last, force.noun.first)
    if force.noun.first < trigger.last or marks != 2 or not frame_of(scene, trigger).nominal:  # noqa: PLR2004 - a comma before the time and one behind
        return False
    for time in scene.times:
        first, after = scene.first_word(time.span), scene.after_word(time.span)
        inside = trigger.last <= first and after <= force.noun.first
        if inside and scene.marks_between(first - 1, first) and scene.marks_between(after - 1, after):
            return True
    return False


def _is_before_aside(scene: Scene, trigger: Match, force: Force) -> bool:
    """Tell whether words between commas part a subject from its verb: "Three ships, led by A, left"."""
    marks = scene.marks_between(force.noun.last - 1, trigger.first)
    opens = scene.marks_between(force.noun.last - 1, force.noun.last) or opens_relative(scene, force, trigger)
    begins = trigger.first
    small = scene.pack.words.auxiliaries | scene.pack.passive_auxiliaries
    while begins > 0 and scene.sentence.tokens[begins - 1].lower in small:
        begins -= 1  # ", has since been moved"
        if scene.marks_between(begins - 1, begins):
            break
    closes = scene.marks_between(begins - 1, begins)
    return marks == opens + closes == 2  # noqa: PLR2004 - a comma on each side
