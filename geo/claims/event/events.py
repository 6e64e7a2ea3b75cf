"""The words of a sentence that tell of an event: triggers, their echoes, and what needs no verb."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.claims.event.at_work import at_work
from geo.claims.event.echoes import echoes_of, number_echoes
from geo.claims.event.refusals import is_look_alike, why_no_event
from geo.claims.event.struck import is_struck
from geo.claims.event.unreal import asks, is_unreal
from geo.claims.event.unsaid import also_has, aside_behind, is_had, is_there, unsaid
from geo.claims.force.forces import Force, forces_of
from geo.claims.number.counts import quantity
from geo.claims.place.roles import Role
from geo.claims.scene import (
    Scene,
    is_in_other_clause,
    is_of_other_clause,
    kept,
)
from geo.claims.units import PERSONNEL
from geo.claims.verbs import is_next_leg
from geo.languages import Frame
from geo.text import Match

_LIST_REACH = 4  # words from one item of a list to the next


@dataclass(frozen=True, slots=True)
class Event:
    """A trigger, all triggers of its sentence, and the force that it speaks of."""

    trigger: Match
    triggers: tuple[Match, ...]
    force: Force


@kept
def events(scene: Scene) -> list[Match]:
    """Return the triggers of a sentence, each with its echoes, or what tells an event without a verb."""
    if asks(scene):
        return []  # who asks does not claim
    triggers = _triggers(scene)
    if triggers:
        clauses = (*_unsaid_clauses(scene), *_had_further(scene, triggers))
        triggers = sorted([*triggers, *clauses], key=lambda m: m.first)
        return sorted([*triggers, *echoes_of(scene, triggers)], key=lambda m: m.first)
    people_first = sorted(forces_of(scene), key=lambda force: force.unit != PERSONNEL)
    spoken = (unsaid(scene, force) for force in people_first)
    told = [match for match in spoken if match and not is_unreal(scene, match)][:1]
    return [*told, *_had_further(scene, told), *number_echoes(scene, told)]


def _had_further(scene: Scene, told: Sequence[Match]) -> Iterator[Match]:
    """Yield what stands for the verb of "and now has 900 there", "et en compte désormais 900"."""
    counts = {n.span for n in scene.numbers}
    for number in (f for f in forces_of(scene) if f.again and f.noun.span in counts):
        had = unsaid(scene, number) if is_had(scene, number) else None
        known = had and any(m.span.touches(had.span) or m.span.touches(number.noun.span) for m in told)
        if had and not known and not is_unreal(scene, had):
            yield had


def _unsaid_clauses(scene: Scene) -> Iterator[Match]:
    """Yield what stands for the verb of a clause that names a force and a place, beside those that tell."""
    losses = tuple(m for m in scene.group("trigger") if scene.pack.triggers[m.value].frame is Frame.FALL)
    for force in forces_of(scene):
        works = at_work(scene, force)
        if works and not is_unreal(scene, works):
            yield works
            continue
        own = not force.again and (not _has_verb(scene, force) or is_had(scene, force))
        own = own and not is_struck(scene, force, losses)  # "A lorry overturned near A; two men died"
        told = unsaid(scene, force) if own else None
        before = told is not None and told.first < force.noun.last  # "Niger, where it has 1,500 men"
        if told is None or (before and not is_had(scene, force)) or _is_listed(scene, force):
            continue
        first, last = force.noun.first, told.last
        there = told.value == "goes" or told == is_there(scene, force)
        apart = there or _is_between_commas(scene, first, last) or is_had(scene, force)
        apart = apart or _goes_along(scene, force)
        parts = scene.marks_between if apart else scene.strong_marks_between
        verbs = [t for t in _verbs(scene) if not is_of_other_clause(scene, first, t.first)]
        verbs = [t for t in verbs if not is_in_other_clause(scene, told.first, t.first)]
        aside = aside_behind(scene, force)
        verbs = [t for t in verbs if t.first not in aside and not _is_of_second_half(scene, told, t)]
        if is_had(scene, force):
            begins = also_has(scene, force) or 0
            verbs = [t for t in verbs if t.first >= begins]
            verbs = [t for t in verbs if not (_is_of_next_clause(scene, told, t) or why_no_event(scene, t))]
        alone = not any(parts(min(t.first, last), max(t.first, first)) == 0 for t in verbs)
        begins = aside.stop if aside and aside.stop <= told.first else first
        parted = scene.marks_between(min(begins, last), max(begins, last)) > 0
        if alone and not parted and not is_unreal(scene, told):
            yield told


def _is_of_second_half(scene: Scene, told: Match, trigger: Match) -> bool:
    """Tell whether "and" opens a clause of another subject behind a place: "are in A, and a company left"."""
    place = next((m for m in scene.mentions if scene.first_word(m.span) >= told.last), None)
    after = scene.after_word(place.span) if place else told.last
    if trigger.first < after or after >= len(scene.sentence.tokens):
        return False
    if is_next_leg(scene, trigger.first) and scene.marks_between(after - 1, after):
        return True  # "put in at A from 5 to 9 March, before sailing to B"
    joins = scene.pack.words.joiners | scene.pack.words.contrast
    joined = scene.marks_between(after - 1, after) > 0 and scene.sentence.tokens[after].lower in joins
    return joined and any(after < m.first < trigger.first for m in scene.group("force", "goods", "again"))


def _has_verb(scene: Scene, force: Force) -> bool:
    """Tell whether no mark parts a force from one of the verbs."""
    at = force.noun.first
    return any(scene.marks_between(verb.first, at) == 0 for verb in _verbs(scene))


@kept
def _verbs(scene: Scene) -> tuple[Match, ...]:
    """Return the words that may name an event, but those of other words: "œuvre" of "sont à l’œuvre"."""
    return tuple(m for m in scene.group("trigger") if not is_look_alike(scene, m))


def _is_of_next_clause(scene: Scene, had: Match, trigger: Match) -> bool:
    """Tell whether a verb goes on behind what somebody has: "has 90 men in A and will send", ", who left"."""
    place = next((m for m in scene.mentions if scene.first_word(m.span) >= had.last), None)
    after = scene.after_word(place.span) if place else had.last
    verb = {t.lower for t in scene.sentence.tokens[trigger.first : trigger.last]}
    stays = scene.pack.triggers[trigger.value].frame is Frame.STAY
    stays = stays and verb.isdisjoint(scene.pack.words.having)  # "and will have 300"
    if trigger.first < after or stays:
        return False
    joined = any(t.lower in scene.pack.words.joiners for t in scene.sentence.tokens[after : after + 1])
    return joined or scene.marks_between(after - 1, trigger.first) > 0


def _is_listed(scene: Scene, force: Force) -> bool:
    """Tell whether "and" joins a force to others of its verb: "sent 300 men, 20 tanks and five guns to A"."""
    counted, joiners = quantity(scene, force), scene.pack.words.joiners
    first = scene.first_word(counted.span) if counted else force.noun.first
    tokens, last = scene.sentence.tokens, force.noun.last
    behind = tokens[first - 1].lower in joiners and scene.marks_between(first - 2, first) == 0
    more = any(0 < f.noun.first - last <= _LIST_REACH for f in forces_of(scene))
    ahead = more and last < len(tokens) and tokens[last].lower in joiners
    verbs = [m.last for m in scene.group("trigger") if m.last <= first]
    if first == 0 or not verbs or not (behind or ahead):
        return False
    return not any(verbs[-1] <= scene.first_word(m.span) < first for m in scene.mentions)


def _goes_along(scene: Scene, force: Force) -> bool:
    """Tell whether a comma and "with" lead to so many: "is the first donor, with 5,000 men in Mogadishu"."""
    counted = quantity(scene, force)
    link = scene.sentence.ending_at("role", scene.first_word(counted.span)) if counted else None
    goes = link is not None and link.value == Role.WITH and link.first > 0
    return goes and link is not None and scene.marks_between(link.first - 1, link.first) > 0


def _is_between_commas(scene: Scene, first: int, last: int) -> bool:
    """Tell whether commas set off a relative clause with its place: "A, which has 80 men in B, will send"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    opens = next((at for at in range(first, 0, -1) if scene.marks_between(at - 1, at)), 0)
    ends = (scene.after_word(m.span) for m in scene.mentions if scene.first_word(m.span) >= last)
    after = next(ends, len(tokens))
    closes = after < len(tokens) and scene.marks_between(after - 1, after) > 0
    return opens > 0 and closes and tokens[opens].lower in words.relative - words.joiners


def _triggers(scene: Scene) -> list[Match]:
    """Return the words of a sentence that name an event, without look-alikes and parts of place names."""
    return [m for m in scene.group("trigger") if why_no_event(scene, m) is None]
