"""Whose a part of a force is: of those of whom a clause tells, and of who sent them."""

from geo.claims.event.whom import acting
from geo.claims.force.forces import Force, forces_of
from geo.claims.scene import ECHO, Scene
from geo.claims.side.actors import actor
from geo.claims.side.senders import sending_state
from geo.claims.units import CARRIERS, MATERIEL

_WHOM_REACH = 6  # words from "of whom" to the noun: "of whom an advance group"


def of_those_before(scene: Scene, force: Force) -> str | None:
    """Return the side of those of whom a force is a part: "B sent 200 men, of whom a team of 50 is in A"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    behind = range(max(1, force.noun.first - _WHOM_REACH), force.noun.first)
    opens = next((n for n in behind if scene.marks_between(n - 1, n)), None)
    if opens is None or not {t.lower for t in tokens[opens : opens + 2]} & (words.including | words.related):
        return None
    heads = [f for f in forces_of(scene) if f.noun.last <= opens and not (f.again or f.goods)]
    return (actor(scene, heads[-1]).country_code or sent_by(scene, heads[-1])) if heads else None


def sent_by(scene: Scene, force: Force) -> str | None:
    """Return the state that sends people, by the verb that speaks of them."""
    if force.goods or force.unit in CARRIERS | MATERIEL:
        return None
    verbs = (verb for verb, whose in acting(scene).items() if whose == force and verb.group != ECHO)
    return next((state for verb in verbs if (state := sending_state(scene, verb, force))), None)
