"""Who is at a place where they do what no verb of the pack tells: "Goma, where 147 doctors had worked"."""

from geo.claims.force.forces import Force, kept_for_force
from geo.claims.number.counts import quantity
from geo.claims.place.roles import points_nowhere
from geo.claims.scene import Scene, ends_with, with_articles
from geo.claims.side.actors import actor
from geo.claims.units import FORMATIONS
from geo.text import Match

_VERB_REACH = 6  # words from a force to "y" and its verb: "un bataillon du génie y répare"
WORKS = "works"  # the value of what stands for the verb
_NO_CLAIMS = ("trigger", "say", "not_trigger")


@kept_for_force
def at_work(scene: Scene, force: Force) -> Match | None:
    """Return the word for a place in whose clause a force does something: "à Goma, où 300 Danois dorment".

    So does "y" before a verb: "et un bataillon du génie y répare la piste". The force is the subject, counted
    or with its nation, and no verb of the clause tells an event of its own.
    """
    if force.goods or force.again:
        return None
    counted = quantity(scene, force)
    word = _where(scene, force) or (_clitic(scene, force) if counted else None)
    body = force.unit in FORMATIONS  # "where the 8th Regiment has its barracks" is at home
    told = counted or (actor(scene, force).country_code and not body)
    if word is None or not told or is_led(scene, force):
        return None
    first, last = _clause(scene, min(word.first, force.noun.first))
    other = any(first <= m.first < last for m in scene.group(*_NO_CLAIMS))
    opens = scene.pack.words.clause - scene.pack.words.joiners
    within = (t.lower for t in scene.sentence.tokens[max(first, word.last) : last])
    # "where they board a frigate"
    other = other or any(word.last <= m.first < force.noun.first for m in scene.group("again"))
    if other or any(lower in opens for lower in within):  # "where many fear that 300 soldiers"
        return None
    at = _verb_to_come(scene, range(max(first, word.last), last))
    word = word if at is None else Match("trigger", WORKS, at, at + 1, scene.span(at, at + 1))
    return word._replace(group="trigger", value=WORKS)


def _verb_to_come(scene: Scene, clause: range) -> int | None:
    """Return where a verb of a clause is in the future: "where 90 will train", "où 90 iront"."""
    endings = scene.pack.future_endings + scene.pack.conditional_endings
    cues = [m.last for m in scene.group("status_near") if m.last in clause]
    verbs = (at for at in clause if ends_with(scene.sentence.tokens[at].lower, endings))
    return next(verbs, next(iter(cues), None))


def _where(scene: Scene, force: Force) -> Match | None:
    """Return "where" right behind a name, where it opens the clause of a force."""
    ends = {scene.after_word(m.span) for m in scene.mentions}
    for word in scene.group("there"):
        opens = scene.sentence.tokens[word.first].lower in scene.pack.words.clause and word.first in ends
        if opens and word.last <= force.noun.first and not scene.marks_between(word.last, force.noun.first):
            return word
    return None


def _clitic(scene: Scene, force: Force) -> Match | None:
    """Return "y" between a force and its verb."""
    last, empty = force.noun.last, points_nowhere(scene)
    near = (m for m in scene.group("there") if m.value == "clitic" and 0 <= m.first - last <= _VERB_REACH)
    near = (m for m in near if not any(other.span.touches(m.span) for other in empty))
    done = scene.pack.auxiliaries | scene.pack.words.having  # "y ont pris la relève" tells an event
    near = (m for m in near if all(t.lower not in done for t in scene.sentence.tokens[m.last : m.last + 1]))
    return next((m for m in near if not scene.marks_between(last - 1, m.first)), None)


def is_led(scene: Scene, force: Force) -> bool:
    """Tell whether a preposition leads to a force, which so is no subject: "where it trains with 300 men"."""
    counted = quantity(scene, force)
    first = scene.first_word(actor(scene, force).span)
    first = min(first, scene.first_word(counted.span)) if counted else first
    links = (scene.sentence.ending_at("role", at) for at in (first, with_articles(scene, first)))
    joiners = scene.pack.words.joiners
    return any(link and scene.sentence.tokens[link.last - 1].lower not in joiners for link in links)


def _clause(scene: Scene, at: int) -> tuple[int, int]:
    """Return the words between the marks around a word."""
    last = len(scene.sentence.tokens)
    opens = next((n for n in range(at, 0, -1) if scene.marks_between(n - 1, n)), 0)
    return opens, next((n for n in range(at + 1, last) if scene.marks_between(n - 1, n)), last)
