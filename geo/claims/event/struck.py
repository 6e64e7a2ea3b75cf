"""Whom an attack or an accident befalls: "A Ugandan helicopter crashed near Goma; two crewmen died"."""

from geo.claims.force.forces import Force, forces_of
from geo.claims.scene import Scene
from geo.claims.side.actors import actor
from geo.records import TimeExpression
from geo.text import Match

_BEFALLS_REACH = 8  # words from a force to what befalls it: "une patrouille ghanéenne de l’ONU a essuyé"
_PASSIVE_REACH = 3  # words from "was" to the verb: "s’est légèrement renversé"


def struck(scene: Scene, until: int) -> Force | None:
    """Return the force that suffers an attack or an accident told before a word: "A truck overturned".

    Who strikes suffers nothing: "A Russian helicopter bombed Gao: three soldiers died".
    """
    befallen = [at for at in _befalling(scene) if at < until]
    if not befallen:
        return None
    at = befallen[-1]
    named = [f for f in forces_of(scene) if not f.again and f.noun.last <= at]
    near = [f for f in named if scene.distance(f.noun.last, at) <= _BEFALLS_REACH]
    near = [f for f in near if not scene.strong_marks_between(f.noun.first, at)]
    told = [f for f in near if actor(scene, f).country_code]
    chosen = told or near
    return chosen[-1] if chosen else None


def _befalling(scene: Scene) -> list[int]:
    """Return where words tell, of what stands before them, what befell it."""
    pack, tokens = scene.pack, scene.sentence.tokens
    suffers = pack.words.suffering
    telling = pack.words.incidents | {phrase.rpartition(" ")[2] for phrase in suffers}
    if telling.isdisjoint(scene.sentence.words):
        return []
    being = pack.passive_auxiliaries | pack.state_auxiliaries
    found = []
    for at, token in enumerate(tokens):
        before = (t.lower for t in tokens[max(0, at - _PASSIVE_REACH) : at])
        passive = token.lower in pack.words.incidents and not being.isdisjoint(before)
        pair = f"{tokens[at - 1].lower} {token.lower}" if at else ""
        if passive or token.lower in suffers or pair in suffers:  # "came under fire", "hit a mine"
            found.append(at)
    return found


def day_of_blow(scene: Scene, loss: Match) -> TimeExpression | None:
    """Return the day of what befell those who fell: "Their lorry overturned on Monday; two men died"."""
    days = [t for t in scene.times if scene.after_word(t.span) <= loss.first]
    return days[0] if len(days) == 1 and struck(scene, loss.first) else None


def is_struck(scene: Scene, force: Force, losses: tuple[Match, ...]) -> bool:
    """Tell whether a sentence goes on with who fell in what befell a force: "crashed near A; two died"."""
    return any(m.first > force.noun.last and struck(scene, m.first) == force for m in losses)
