"""Who is dead goes nowhere: "The bodies of three soldiers were flown home" moves no force."""

from geo.claims.force.forces import Force
from geo.claims.scene import Scene, with_articles
from geo.claims.side.actors import actor
from geo.claims.verbs import frame_of, is_passive
from geo.languages import Frame
from geo.records import Fate
from geo.text import Match

_MOVING = (Frame.SEND, Frame.ARRIVE, Frame.LEAVE)


def is_of_dead(scene: Scene, trigger: Match, force: Force) -> bool:
    """Tell whether it is the dead of a force that a verb moves: "two men killed in A were flown to B"."""
    if frame_of(scene, trigger).frame not in _MOVING or force.noun.first >= trigger.first:
        return False
    dead = [m for m in scene.group("fate") if m.value == Fate.DEAD and m.first < trigger.first]
    counts = {scene.after_word(n.span): scene.first_word(n.span) for n in scene.numbers}
    first = scene.first_word(actor(scene, force).span)
    first = with_articles(scene, counts.get(first, first))
    link = scene.sentence.ending_at("role", first) or scene.sentence.ending_at("role", first + 1)
    of = link is not None and link.value == "genitive"
    bodies = link is not None and of and any(m.last == link.first for m in dead)
    return bodies or any(_is_said_of(scene, m, force) for m in dead)


def _is_said_of(scene: Scene, fate: Match, force: Force) -> bool:
    """Tell whether a participle right behind a force says that it is dead: "soldats maliens tués à A"."""
    nation = scene.sentence.starting_at("demonym", force.noun.last)
    beside = fate.first in (force.noun.last, nation.last if nation else force.noun.last)
    return beside and not is_passive(scene, fate) and not scene.marks_between(fate.first - 1, fate.first)
