"""Which force of its own sentence a word like "of them" stands for."""

from geo.claims.force.forces import Force, forces_of
from geo.claims.force.nouns import overlap
from geo.claims.force.pronouns import CLITIC
from geo.claims.scene import Scene, with_articles
from geo.claims.side.actors import (
    actor,
)
from geo.claims.units import CARRIERS, SHIP
from geo.claims.verbs import frame_of
from geo.languages import Frame

_OF_THEM = 2  # words from a number to the end of "of them"


def antecedent(scene: Scene, force: Force) -> Force | None:
    """Return the force of the same sentence that a pronoun stands for."""
    if not force.again:
        return None
    own = [f for f in forces_of(scene) if not f.again and not f.goods and f.noun.last <= force.noun.first]
    own = [f for f in own if not _says_so(scene, f, force)]
    if force.noun.value == CLITIC:
        own = [f for f in own if not _is_subject(scene, f, force)]
    if force.noun.value == SHIP:  # "HMS Kent is to lead the fleet; she left A"
        own = [f for f in own if not any(overlap(m, f.noun) for m in scene.group("collective"))] or own
    else:  # "The frigate left on Monday; she is now off Haifa"
        own = [f for f in own if not scene.strong_marks_between(f.noun.first, force.noun.first)] or own
        own = [f for f in own if not _is_ridden(scene, f)] or own
        own = [f for f in own if not _brings(scene, f, force)]
    return own[-1] if own else None


def _says_so(scene: Scene, speaker: Force, pronoun: Force) -> bool:
    """Tell whether a force speaks of others: "American officers believe that most of them are in A"."""
    verb = scene.sentence.starting_at("say", speaker.noun.last)
    that = scene.pack.words.clause - scene.pack.words.joiners
    if verb is None or verb.last > pronoun.noun.first:
        return False
    return any(t.lower in that for t in scene.sentence.tokens[verb.last : verb.last + 1])


def _is_subject(scene: Scene, force: Force, clitic: Force) -> bool:
    """Tell whether a force is who moves others: "Un avion de l'armée les a déposés à Gao"."""
    low, high = force.noun.last, clitic.noun.first
    parted = scene.marks_between(low - 1, high) > 0
    return not parted and all(
        t.lower not in scene.pack.words.joiners for t in scene.sentence.tokens[low:high]
    )


def _brings(scene: Scene, carrier: Force, pronoun: Force) -> bool:
    """Tell whether what carries them is no part of those told of: "The first plane brought 190 of them"."""
    low, high = carrier.noun.last, pronoun.noun.first
    verbs = (m for m in scene.group("trigger") if low <= m.first < high)
    moved = any(frame_of(scene, m).frame in (Frame.SEND, Frame.DELIVER) for m in verbs)
    words = scene.sentence.tokens[low : pronoun.noun.last + _OF_THEM]
    return carrier.unit in CARRIERS and moved and any(t.lower in scene.pack.words.partitive for t in words)


def _is_ridden(scene: Scene, force: Force) -> bool:
    """Tell whether people only go in or on something: "landed in a Hercules, and Vanuatu sent eight more"."""
    first = with_articles(scene, scene.first_word(actor(scene, force).span))
    link = scene.sentence.ending_at("role", first)
    return force.unit in CARRIERS and link is not None and link.value == "location"
