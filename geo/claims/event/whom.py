"""Of whom an event is told: a force that the sentence names, a nation, or who was told of before."""

from collections.abc import Mapping, Sequence

from geo.claims.event.at_work import WORKS, at_work
from geo.claims.event.choosing import choose
from geo.claims.event.events import events
from geo.claims.event.of_others import why_of_others
from geo.claims.force.forces import Force, forces_of, is_body
from geo.claims.force.pronouns import TOLL
from geo.claims.past import Past
from geo.claims.scene import ECHO, Scene, kept
from geo.claims.units import AIRCRAFT, MATERIEL, PERSONNEL, SHIP, VESSELS
from geo.claims.verbs import frame_of, is_hauled, is_passive
from geo.languages import Frame
from geo.records import Usage
from geo.text import Match

SENT_REACH = 3  # words from "it" to "flown" in "it has been flown"
_PRONOUN_REACH = 6  # words from "she" to her verb


@kept
def acting(scene: Scene) -> Mapping[Match, Force]:
    """Return whom the events of a sentence are told of, by trigger, if all that it may name are forces."""
    own = (trigger for trigger in events(scene) if why_of_others(scene, trigger) is None)
    return {trigger: force for trigger in own if (force := force_of(scene, trigger, may_act(scene)))}


def acting_of(scene: Scene, triggers: Sequence[Match], named: Sequence[Force]) -> dict[Match, Force]:
    """Return whom these triggers speak of, where these are the forces; those of nobody are left out."""
    if len(named) == len(may_act(scene)):
        known = acting(scene)
        return {trigger: known[trigger] for trigger in triggers if trigger in known}
    return {trigger: force for trigger in triggers if (force := force_of(scene, trigger, named))}


@kept
def may_act(scene: Scene) -> tuple[Force, ...]:
    """Return the forces that a sentence names, and where it has a place or a day a "she", maybe a ship."""
    placed = any(m.usage is Usage.LOCATIVE for m in scene.mentions)
    return tuple(f for f in forces_of(scene) if placed or f.noun.value != SHIP or _opens_dated(scene, f))


def _opens_dated(scene: Scene, pronoun: Force) -> bool:
    """Tell whether a pronoun opens a sentence with a day: "It will be withdrawn in May"."""
    days = (scene.first_word(t.span) for t in scene.times)
    return pronoun.noun.first == 0 and any(not scene.marks_between(0, at) for at in days)


def force_of(scene: Scene, trigger: Match, named: Sequence[Force]) -> Force | None:
    """Return whom a trigger speaks of; None where nobody is named, and so nothing is told."""
    if trigger.group == ECHO:
        return _echoed(scene, trigger, named)
    if trigger.value == WORKS:
        return next((f for f in named if at_work(scene, f) == trigger), None)
    near = [f for f in named if f.noun.value != SHIP or 0 <= trigger.first - f.noun.last <= _PRONOUN_REACH]
    frame = frame_of(scene, trigger).frame
    near = [f for f in near if f.noun.value != TOLL or frame is Frame.FALL]
    chosen = choose(scene, trigger, frame, near) if near else None
    return chosen or _of_nation(scene, trigger, named) or of_before(scene, trigger, named)


def of_before(scene: Scene, trigger: Match, named: Sequence[Force]) -> Force | None:
    """Return who was told of before, where a noun tells of a way: "Their return to A", "No move to A".

    So does one with a day, "Their departure is set for 3 May".
    """
    if named:
        return _owned_here(scene, trigger, named)
    if trigger.first == 0 or not _leads_somewhere(scene, trigger):
        return _owned(scene, trigger)
    before, words = scene.sentence.tokens[trigger.first - 1], scene.pack.words
    none = any(m.last == trigger.first for m in scene.group("none_of"))
    if not none and before.lower not in words.owners | scene.pack.articles:
        return None
    first, last = trigger.first, trigger.last
    if before.lower in words.owners:
        first, last = first - 1, first
    word = Match("again", "again", first, last, scene.span(first, last))
    return Force(word, PERSONNEL, goods=False, again=True)


def _owned_here(scene: Scene, trigger: Match, named: Sequence[Force]) -> Force | None:
    """Return who is told of in the same sentence: "Rome, which had 90 men in A, completed their return"."""
    rule, at = scene.pack.triggers.get(trigger.value), trigger.first - 1
    theirs = at > 0 and scene.sentence.tokens[at].lower in scene.pack.words.owners
    told = any(f.unit == PERSONNEL and not f.goods and f.noun.last <= at for f in named)
    if rule is None or not (rule.nominal and theirs and told):
        return None
    word = Match("again", "again", at, at + 1, scene.span(at, at + 1))
    return Force(word, PERSONNEL, goods=False, again=True)


def _leads_somewhere(scene: Scene, trigger: Match) -> bool:
    """Tell whether a place stands behind "to" or "from" right behind a trigger."""
    if not scene.mentions:
        return False
    link = scene.sentence.starting_at("role", trigger.last) or scene.sentence.ending_at("role", trigger.last)
    if link is None or link.value not in ("destination", "origin"):
        return False
    return any(scene.first_word(m.span) == link.last for m in scene.mentions)


def _owned(scene: Scene, trigger: Match) -> Force | None:
    """Return who was told of before, where "their" opens what is told: "Their departure is set for May"."""
    rule = scene.pack.triggers.get(trigger.value)
    theirs = scene.sentence.tokens[0].lower in scene.pack.words.owners and trigger.first <= 1
    if not theirs or rule is None or not rule.nominal or not scene.times:
        return None
    word = Match("again", "again", 0, 1, scene.span(0, 1))
    return Force(word, PERSONNEL, goods=False, again=True)


def _of_nation(scene: Scene, trigger: Match, named: Sequence[Force]) -> Force | None:
    """Return the nation beside a noun for the way of nobody in particular: "the American withdrawal".

    A deployment leads somewhere: "un déploiement turc à Misrata".
    """
    rule = frame_of(scene, trigger)
    before = scene.sentence.tokens[: trigger.first][-1:]
    known = not scene.times and any(
        t.lower in scene.pack.words.definite for t in before
    )  # "the ... worries B"
    placed = any(m.usage is Usage.LOCATIVE and m.span > trigger.span for m in scene.mentions) and not known
    if named or not (rule.frame is Frame.LEAVE or (rule.frame is Frame.SEND and rule.nominal and placed)):
        return None
    adjunct = scene.pack.demonyms_always_capital
    nations = scene.group("demonym")
    beside = [m for m in nations if (m.last == trigger.first if adjunct else m.first == trigger.last)]
    return Force(beside[0], PERSONNEL, goods=False) if beside else None


def _echoed(scene: Scene, echo: Match, named: Sequence[Force]) -> Force:
    """Return the force that a second number counts: the noun behind it, or the one named before."""
    number = next((n for n in scene.numbers if scene.first_word(n.span) == echo.first), None)
    if number is None:
        own = next((f for f in named if f.noun.first == echo.first), None)
        return own or _of_verb(scene, echo, named)
    after = scene.after_word(number.span)
    behind = [f for f in named if 0 <= f.noun.first - after <= 1]
    whole = Match("again", "again", echo.first, after, number.span)
    return behind[0] if behind else Force(whole, PERSONNEL, goods=False, again=True)


def _of_verb(scene: Scene, echo: Match, named: Sequence[Force]) -> Force:
    """Return the force of the verb that a second place takes up: "was in A in 2010, in B in 2014"."""
    verbs = [m for m in scene.group("trigger") if m.value == echo.value and m.last <= echo.first]
    chosen = choose(scene, verbs[-1], frame_of(scene, verbs[-1]).frame, named) if verbs else None
    return chosen or Force(echo, PERSONNEL, goods=False, again=True)


def is_ship(scene: Scene, past: Past, pronoun: Force) -> bool:
    """Tell whether "she" may stand for the force named last, which is a ship, an aircraft or a unit.

    The sentence has a place, or opens with a day. A unit of its other half is one: "The convoy left A; it".
    """
    at = pronoun.noun.first
    before = [f for f in forces_of(scene) if f.noun.last <= at and not f.again]
    unit = before[-1].unit if before else past.unit
    fits = unit in (VESSELS, AIRCRAFT) or (not before and past.body)
    halves = bool(before) and scene.strong_marks_between(before[-1].noun.first, at) > 0
    fits = fits or (halves and is_body(scene, before[-1]))
    fits = fits or (not before and past.actor is not None and _is_sent(scene, pronoun))
    dated = _opens_dated(scene, pronoun) and past.goes_on(scene)
    return fits and (dated or any(m.usage is Usage.LOCATIVE for m in scene.mentions))


def _is_sent(scene: Scene, pronoun: Force) -> bool:
    """Tell whether a pronoun stands for somebody who is moved: "From there it was flown to A"."""
    at = pronoun.noun.last
    verbs = [m for m in scene.group("trigger") if 0 <= m.first - at <= SENT_REACH]
    moved = (m for m in verbs if frame_of(scene, m).frame in (Frame.SEND, Frame.ARRIVE))
    passive = scene.pack.passive_auxiliaries
    return any(is_passive(scene, m) or scene.sentence.tokens[m.first].lower in passive for m in moved)


def given_by(scene: Scene, triggers: Sequence[Match], named: Sequence[Force]) -> frozenset[int]:
    """Return where materiel is named that somebody gives: however it goes on from there, it is supplied."""
    gifts = (t for t in triggers if frame_of(scene, t).frame is Frame.DELIVER and not is_hauled(scene, t))
    chosen = (choose(scene, gift, Frame.DELIVER, named) for gift in gifts)
    return frozenset(force.noun.first for force in chosen if force and force.unit in MATERIEL)
