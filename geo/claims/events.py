"""The words of a sentence that tell of an event: triggers, their echoes, and what needs no verb."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from geo.claims.actors import UNSAID, actor, is_passive
from geo.claims.counts import quantity
from geo.claims.forces import PERSONNEL, Force, forces_of, is_force
from geo.claims.roles import Role, is_host, role_of
from geo.claims.scene import ECHO, Scene
from geo.claims.sources import is_hedge
from geo.languages import Frame
from geo.records import Mention, PlaceKind, Quantity, Usage
from geo.text import Match

_HEAD = 3  # words before a force that stands at the head of a sentence
_UNSAID_REACH = 12  # words from a force to the place where it is, without a verb between
_OPENING_REACH = 14  # words from a place that opens a sentence to its force
_PROMISE_REACH = 4  # words from a number to its noun, at most
_JOINER_REACH = 2  # words between two verbs that "and" joins: itself and one more
_CALL_REACH = 10  # words from "called" to what for
_ANTECEDENT = 8  # words from a force to "who"
_PREDICATE = 2  # words from "are" to "operating out of"
_OBJECT_REACH = 3  # words from the number behind "lost" to the force
_WAY_ROLES = (Role.DESTINATION, Role.ORIGIN, Role.LOCATION)
_SENDING = (Frame.SEND, Frame.DELIVER, Frame.STAY)
_SUBJECTS = ("force", "goods", "rank", "demonym", "again", "collective", "title", "official", "there")
_ECHO_REACH = 6  # words from a second number to its place


@dataclass(frozen=True, slots=True)
class Event:
    """A trigger, all triggers of its sentence, and the force that it speaks of."""

    trigger: Match
    triggers: tuple[Match, ...]
    force: Force


def events(scene: Scene) -> list[Match]:
    """Return the triggers of a sentence, each with its echoes, or what tells an event without a verb."""
    if _asks(scene):
        return []  # who asks does not claim
    triggers = _triggers(scene)
    if triggers:
        triggers = sorted([*triggers, *_unsaid_clauses(scene)], key=lambda m: m.first)
        echoes = [*_echoes(scene, triggers), *_noun_echoes(scene, triggers), *_place_echoes(scene, triggers)]
        return sorted([*triggers, *echoes], key=lambda m: m.first)
    people_first = sorted(forces_of(scene), key=lambda force: force.unit != PERSONNEL)
    unsaid = (_unsaid(scene, force) for force in people_first)
    told = [match for match in unsaid if match and not _is_unreal(scene, match)][:1]
    return [*told, *_echoes(scene, told)]


def _unsaid_clauses(scene: Scene) -> Iterator[Match]:
    """Yield what stands for the verb of a clause that names a force and a place, beside those that tell."""
    for force in forces_of(scene):
        told = None if force.again else _unsaid(scene, force)
        if told is None or told.first < force.noun.last:
            continue
        first, last = force.noun.first, told.last
        parts = scene.marks_between if told.value == "goes" else scene.strong_marks_between
        alone = not any(parts(min(t.first, last), max(t.first, first)) == 0 for t in scene.group("trigger"))
        if alone and not scene.marks_between(first, last) and not _is_unreal(scene, told):
            yield told


def _triggers(scene: Scene) -> list[Match]:
    """Return the words of a sentence that name an event, without look-alikes and parts of place names."""
    return [m for m in scene.group("trigger") if why_no_event(scene, m) is None]


def why_no_event(scene: Scene, trigger: Match) -> str | None:
    """Return why a word that could name an event names none here, or None where it does."""
    return next((reason for reason, holds in _REASONS if holds(scene, trigger)), None)


def _asks(scene: Scene) -> bool:
    return scene.sentence.span.of(scene.text).rstrip().endswith("?")


def _is_look_alike(scene: Scene, trigger: Match) -> bool:
    return any(m.span.touches(trigger.span) for m in scene.group("not_trigger"))


def _only_says(scene: Scene, trigger: Match) -> bool:
    """Tell whether a verb behind a comma only says who says so: ", maintains Nairobi"."""
    says = any(m.span.touches(trigger.span) for m in scene.group("say"))
    inverted = trigger.first > 0 and scene.marks_between(trigger.first - 1, trigger.first) > 0
    speaker = any(
        scene.first_word(m.span) == trigger.last and m.usage is Usage.METONYMIC for m in scene.mentions
    ) or any(m.first - trigger.last in (0, 1) for m in scene.group("official"))
    return says and inverted and speaker


def _is_in_place(scene: Scene, trigger: Match) -> bool:
    return any(m.span.touches(trigger.span) for m in scene.mentions)


def _is_in_preposition(scene: Scene, trigger: Match) -> bool:
    roles = (m for m in scene.group("role") if m.value == "location" and m.last - m.first > 1)
    before = scene.sentence.tokens[max(0, trigger.first - _PREDICATE) : trigger.first]
    auxiliaries = scene.pack.words.auxiliaries | scene.pack.passive_auxiliaries
    begins = scene.sentence.tokens[trigger.first].lower in scene.pack.passive_auxiliaries
    predicate = begins or any(t.lower in auxiliaries for t in before)  # "are now operating out of A"
    return not predicate and any(m.span.touches(trigger.span) for m in roles)


def _is_in_force(scene: Scene, trigger: Match) -> bool:
    return any(m.span.covers(trigger.span) for m in scene.group("force", "goods") if is_force(scene, m))


def _is_people(scene: Scene, trigger: Match) -> bool:
    """Tell whether a word for a loss stands for people: "to lift out the wounded"."""
    if scene.pack.triggers[trigger.value].frame is not Frame.FALL or trigger.first == 0:
        return False
    if any(scene.first_word(n.span) == trigger.last for n in scene.numbers):
        return False  # "this killed three soldiers"
    return scene.sentence.tokens[trigger.first - 1].lower in scene.pack.words.definite


def _is_condition(scene: Scene, trigger: Match) -> bool:
    """Tell whether "if" opens the trigger's clause: what would be is no claim."""
    if scene.sentence.tokens[0].lower in scene.pack.words.inversions:
        return True
    for at in range(trigger.first - 1, -1, -1):
        if scene.sentence.tokens[at].lower in scene.pack.words.conditions:
            return True
        if scene.marks_between(at, at + 1):
            return False
    return False


def _takes_place(scene: Scene, trigger: Match) -> bool:
    """Tell whether a word for a loss speaks of a place: "the capture of Qusayr", "captured the town"."""
    falls = scene.pack.triggers[trigger.value].frame is Frame.FALL and not is_passive(scene, trigger)
    if not falls or trigger.last - trigger.first > 1:  # "was shot in Omdurman"
        return False
    starts = {scene.first_word(m.span) for m in scene.mentions}
    at, tokens = trigger.last, scene.sentence.tokens
    while at < len(tokens) and at not in starts and not scene.marks_between(trigger.last - 1, at):
        link = scene.sentence.starting_at("role", at)
        kind = scene.sentence.starting_at("generic", at)
        if link and link.value == "genitive":
            at = link.last
        elif kind or tokens[at].lower in scene.pack.articles:
            at = kind.last if kind else at + 1
        else:
            return False
    return at in starts and not scene.marks_between(trigger.last - 1, at)


def _lacks_place(scene: Scene, trigger: Match) -> bool:
    """Tell whether a verb that needs a place has none behind it: "cleared the mines", "ordered to stay"."""
    held = any(is_host(scene, trigger, m) for m in scene.mentions)  # "Gao is held by 300 men"
    if held or not scene.pack.triggers[trigger.value].onto:
        return False
    at = trigger.last
    while at < len(scene.sentence.tokens) and scene.sentence.tokens[at].lower in scene.pack.articles:
        at += 1
    return not any(scene.first_word(m.span) == at for m in scene.mentions)


def _promises_nothing(scene: Scene, trigger: Match) -> bool:
    """Tell whether no force is the object of a promise: "pledged aid", "promised to leave".

    Whom it is promised to may stand between: "promised Haiti 200 policemen".
    """
    if not scene.pack.triggers[trigger.value].promised:
        return False
    if is_passive(scene, trigger):  # "A battalion has been promised", not "has been promised helicopters"
        if any(0 <= f.noun.first - trigger.last <= _JOINER_REACH for f in forces_of(scene)):
            return True
        before = [f for f in forces_of(scene) if f.noun.last <= trigger.first]
        return not any(scene.distance(f.noun.last, trigger.first) <= _PROMISE_REACH for f in before)
    at = next(
        (scene.after_word(m.span) for m in scene.mentions if scene.first_word(m.span) == trigger.last),
        trigger.last,
    )
    objects = [f.noun.first for f in forces_of(scene) if 0 <= f.noun.first - at <= _PROMISE_REACH]
    counted = any(scene.first_word(n.span) == at for n in scene.numbers)
    named = any(m.first == at for m in scene.group("force", "goods", "demonym"))
    return not objects or not (counted or named) or scene.marks_between(trigger.last - 1, at) > 0


def _lacks_host(scene: Scene, trigger: Match) -> bool:
    """Tell whether a verb like "hosts" has no place for its subject: "the army counts 3,000 men"."""
    host = scene.pack.triggers[trigger.value].host and not is_passive(scene, trigger)
    return host and not any(is_host(scene, trigger, m) for m in scene.mentions)


def _is_of_others(scene: Scene, trigger: Match) -> bool:
    """Tell whether "who" before a verb means nobody of a force: "planters who reached A"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    at = trigger.first - 1
    while at > 0 and tokens[at].lower in words.auxiliaries | scene.pack.passive_auxiliaries:
        at -= 1
    if at < 1 or tokens[at].lower not in words.people:
        return False
    marked = scene.marks_between(at - 1, at)
    named = [f.noun for f in forces_of(scene) if f.noun.last <= at]
    near = (noun for noun in named if scene.marks_between(noun.last - 1, at) <= marked)
    return not any(at - noun.last <= _ANTECEDENT for noun in near)


def _is_attribute(scene: Scene, trigger: Match) -> bool:
    """Tell whether a loss only says which force it is: "fifteen wounded men", not "with four wounded men"."""
    if scene.pack.triggers[trigger.value].frame is not Frame.FALL or trigger.last - trigger.first > 1:
        return False
    counted = [scene.first_word(n.span) for n in scene.numbers if scene.after_word(n.span) == trigger.first]
    link = scene.sentence.ending_at("role", counted[0]) if counted else None
    if not counted or (link is not None and link.value == "with"):
        return False
    return any(m.first == trigger.last for m in scene.group("force", "demonym"))


def _is_of_no_force(scene: Scene, trigger: Match) -> bool:
    """Tell whether another noun is the subject of a loss: "nine people were shot", "2,000 houses were lost"."""
    begun = scene.sentence.tokens[trigger.first].lower in scene.pack.passive_auxiliaries
    falls = scene.pack.triggers[trigger.value].frame is Frame.FALL
    falls = falls and (begun or is_passive(scene, trigger))
    tokens, words, at = scene.sentence.tokens, scene.pack.words, trigger.first - 1
    small = words.auxiliaries | scene.pack.passive_auxiliaries | words.bare
    while at > 0 and tokens[at].lower in small:
        at -= 1
    verb = trigger.first + (tokens[trigger.first].lower in small)  # "were shot" is one trigger
    if not falls or at < 1 or at + 1 >= verb or scene.marks_between(at, trigger.first):
        return False
    noun = tokens[at]
    known = (m for m in scene.sentence.matches if m.group in _SUBJECTS and m.first <= at < m.last)
    named = any(m.span.start <= noun.start < m.span.end for m in (*scene.mentions, *scene.times))
    plain = noun.lower.isalpha() and not noun.capital and noun.lower not in words.relative | words.joiners
    counted = any(0 <= at - scene.after_word(n.span) <= 1 for n in scene.numbers)
    return plain and counted and not named and not any(known)


def _takes_other(scene: Scene, trigger: Match) -> bool:
    """Tell whether what is lost is no force: "lost its barracks", "shot down one of them"."""
    tokens, at = scene.sentence.tokens, trigger.last
    falls = scene.pack.triggers[trigger.value].frame is Frame.FALL and not is_passive(scene, trigger)
    if not falls or trigger.last - trigger.first > 1 or at >= len(tokens):
        return False
    if scene.marks_between(trigger.last - 1, at):
        return False
    number = next((n for n in scene.numbers if scene.first_word(n.span) == at), None)
    owns = tokens[at].lower in scene.pack.words.owners
    after = scene.after_word(number.span) if number else at + 1
    if not (owns or number) or after >= len(tokens) or scene.marks_between(after - 1, after):
        return False
    if any(m.first == after for m in scene.group("trigger")) or (number and _ends_number(scene, after)):
        return False  # "lost 153 dead", "lost two in Gao"
    groups = scene.group("force", "rank", "demonym", "goods", "again", "collective", "hedge", "civilian")
    return not any(after <= m.last - 1 and m.first <= after + _OBJECT_REACH for m in groups)


def _ends_number(scene: Scene, after: int) -> bool:
    """Tell whether a number stands alone, before a preposition or a time."""
    linked = any(m.first == after and m.value != "genitive" for m in scene.group("role"))
    return linked or any(scene.first_word(t.span) == after for t in scene.times)


def _is_nobody(scene: Scene, trigger: Match) -> bool:
    """Tell whether a loss is nobody's: "a patrol came under fire, but nobody was hurt"."""
    tokens, at = scene.sentence.tokens, trigger.first - 1
    while at > 0 and tokens[at].lower in scene.pack.words.auxiliaries | scene.pack.passive_auxiliaries:
        at -= 1
    falls = scene.pack.triggers[trigger.value].frame is Frame.FALL
    return falls and at >= 0 and tokens[at].lower in scene.pack.words.nobody


def _is_called_for(scene: Scene, trigger: Match) -> bool:
    """Tell whether somebody only calls for an event: "called again for the departure of all troops"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    first = max(0, trigger.first - _CALL_REACH)
    calls = [at for at in range(first, trigger.first) if tokens[at].lower in words.calls]
    verbs = [m for m in scene.group("trigger") if calls and calls[-1] < m.first and m.last <= trigger.first]
    return bool(calls) and not verbs and scene.marks_between(calls[-1], trigger.first) == 0


def _is_asked(scene: Scene, trigger: Match) -> bool:
    """Tell whether a sentence only asks for an event: "asked how many soldiers were sent"."""
    lower = [t.lower for t in scene.sentence.tokens[: trigger.first]]
    asking = next((at for at, word in enumerate(lower) if word in scene.pack.words.asking), None)
    return asking is not None and any(word in scene.pack.words.questions for word in lower[asking:])


def _is_remaining(scene: Scene, trigger: Match) -> bool:
    """Tell whether who is "left" is still there: "There are 350 soldiers left in Dakar"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    if tokens[trigger.first].lower not in words.remaining or trigger.last - trigger.first > 1:
        return False
    before = (m for m in scene.group("trigger") if m.last <= trigger.first)
    opens = (m for m in before if tokens[m.first].lower in words.existing)
    return any(not scene.marks_between(m.last - 1, trigger.first) for m in opens)


def _is_unreal(scene: Scene, trigger: Match) -> bool:
    """Tell whether what stands for a verb is only a condition, a call or a question."""
    return any(holds(scene, trigger) for holds in (_is_condition, _is_called_for, _is_asked))


def _is_of_civilians(scene: Scene, trigger: Match) -> bool:
    """Tell whether the subject of a verb is no force: "Wives gathered at A as the frigate left"."""
    tokens, at = scene.sentence.tokens, trigger.first
    small = scene.pack.words.auxiliaries | scene.pack.passive_auxiliaries
    while at > 0 and tokens[at - 1].lower in small and not scene.marks_between(at - 1, at):
        at -= 1
    acts = scene.pack.triggers[trigger.value].frame in (Frame.SEND, Frame.DELIVER)
    who = scene.group("civilian") if acts else scene.group("civilian", "title")  # "The president flew to A"
    if any(f.noun.last == at for f in forces_of(scene)) or scene.marks_between(at - 1, at):
        return False  # "a sergeant was injured"
    return any(m.last == at and not _is_of(scene, m) for m in who)


def _is_of(scene: Scene, noun: Match) -> bool:
    """Tell whether a noun only says whose another is: "any soldier of the Queen"."""
    first = noun.first - (noun.first > 0 and scene.sentence.tokens[noun.first - 1].lower in scene.pack.articles)
    link = scene.sentence.ending_at("role", first)
    return link is not None and link.value == "genitive"


def _is_home(scene: Scene, trigger: Match) -> bool:
    """Tell whether a word only says whose home a place is: "None of the Darwin-based troops"."""
    start = trigger.span.start
    tied = start > 0 and scene.text[start - 1] in "-\u2010\u2011"
    return tied and any(m.span.end == start - 1 for m in scene.mentions)


_REASONS = (
    ("who asks does not claim", lambda scene, _: _asks(scene)),
    ("a look-alike", _is_look_alike),
    ("it only says who says so", _only_says),
    ("part of a place's name", _is_in_place),
    ("who is left is there", _is_remaining),
    ("part of a preposition", _is_in_preposition),
    ("where a force is at home", _is_home),
    ("part of a force's name", _is_in_force),
    ("a condition", _is_condition),
    ("a call for it", _is_called_for),
    ("nobody's loss", _is_nobody),
    ("which of a force is meant", _is_attribute),
    ("a question", _is_asked),
    ("people who were lost", _is_people),
    ("a place that was taken", _takes_place),
    ("no place behind it", _lacks_place),
    ("somebody who is no force", _is_of_others),
    ("no place before it", _lacks_host),
    ("nothing promised", _promises_nothing),
)


# These are events as well, only not of a force: they keep their time.
_OTHERS = (
    ("somebody who is no force", _is_of_civilians),
    ("no force that was lost", _is_of_no_force),
    ("something else that was lost", _takes_other),
)


def why_of_others(scene: Scene, trigger: Match) -> str | None:
    """Return why an event is that of somebody who is no force, or None where it may be a force's."""
    if trigger.group == ECHO or trigger.value in UNSAID:
        return None
    return next((reason for reason, holds in _OTHERS if holds(scene, trigger)), None)


def _echoes(scene: Scene, triggers: Sequence[Match]) -> Iterator[Match]:
    """Yield a trigger again for a second number with a place of its own: "1,000 are at A, and 400 at B"."""
    for number in scene.numbers:
        first = scene.first_word(number.span)
        before = [t for t in triggers if t.last <= first]
        timed = any(t.span.touches(number.span) for t in scene.times)
        if not before or timed or _counts_nobody(scene, number):
            continue
        trigger = before[-1]
        placed = [m for m in scene.mentions if trigger.last <= scene.first_word(m.span) < first]
        joins_to, sender = first, None
        sends = trigger.value in UNSAID or scene.pack.triggers[trigger.value].frame in _SENDING
        if sends and len(placed) > 1 and _is_sender(scene, placed[-2], placed[-1], number):
            sender = placed.pop()
            joins_to = scene.first_word(sender.span)
        if not placed or not _joins(scene, _after_times(scene, placed[-1]), joins_to):
            continue
        after = next((m for m in scene.mentions if m.span.start >= number.span.end), None)
        there = after and _echo_has_place(scene, number, after)
        if sender or there or _echo_has_time(scene, number):
            yield Match(ECHO, trigger.value, first, first + 1, scene.span(first, first + 1))


def _after_times(scene: Scene, mention: Mention) -> int:
    """Return the word behind a place and the time that follows it: "in A on Saturday and five more"."""
    at = scene.after_word(mention.span)
    behind = (scene.after_word(t.span) for t in scene.times if 0 <= scene.first_word(t.span) - at <= 1)
    return next(behind, at)


def _echo_has_time(scene: Scene, number: Quantity) -> bool:
    """Tell whether a second number has a day of its own: "landed at A on Saturday and five on Sunday"."""
    after = scene.after_word(number.span)
    again = next((m.last for m in scene.group("again") if m.first in (after, after - 1)), after)
    verb = any(0 <= m.first - again <= 1 for m in scene.group("trigger"))
    return not verb and any(0 <= scene.first_word(t.span) - again <= 1 for t in scene.times)


def _place_echoes(scene: Scene, triggers: Sequence[Match]) -> Iterator[Match]:
    """Yield a trigger again for a second place with a time of its own: "was in A in 2010, in B in 2014"."""
    dated = [m for m in scene.mentions if _is_dated(scene, m)]
    for before, mention in pairwise(scene.mentions):
        link = scene.sentence.ending_at("role", scene.first_word(mention.span))
        known = [t for t in triggers if t.last <= scene.first_word(before.span)]
        if before not in dated or mention not in dated or link is None or not known:
            continue
        first = _after_times(scene, before)
        verbs = any(first <= m.first < link.first for m in scene.group("trigger", "force", "again", "say"))
        if (
            not verbs
            and _joins(scene, first, link.first)
            and role_of(scene, before) is role_of(scene, mention)
        ):
            yield Match(ECHO, known[-1].value, link.first, link.last, link.span)


def _is_dated(scene: Scene, mention: Mention) -> bool:
    """Tell whether a time follows a place at once: "in Iraq in 2010"."""
    at = scene.after_word(mention.span)
    return any(0 <= scene.first_word(t.span) - at <= 1 for t in scene.times)


def _noun_echoes(scene: Scene, triggers: Sequence[Match]) -> Iterator[Match]:
    """Yield a trigger again for a second force with its own place: "Rafales are at A, and Mirages at B"."""
    tokens = scene.sentence.tokens
    for force in forces_of(scene):
        first = scene.first_word(actor(scene, force).span)
        while first > 0 and tokens[first - 1].lower in scene.pack.apart:
            first -= 1
        before = [t for t in triggers if t.last <= first]
        joined = first > 0 and tokens[first - 1].lower in scene.pack.words.joiners
        if force.again or not before or not joined or quantity(scene, force):
            continue
        trigger = before[-1]
        placed = any(trigger.last <= scene.first_word(m.span) < first for m in scene.mentions)
        after = next((m for m in scene.mentions if scene.first_word(m.span) >= force.noun.last), None)
        if placed and after and _has_place(scene, force.noun.last, after):
            yield Match(ECHO, trigger.value, force.noun.first, force.noun.first + 1, force.noun.span)


def _counts_nobody(scene: Scene, number: Quantity) -> bool:
    """Tell whether "a" counts nobody: "a small port on Lake Victoria", not "another at B"."""
    if not number.low == number.high == 1:
        return False
    first, after = scene.first_word(number.span), scene.after_word(number.span)
    again = next((m.last for m in scene.group("again") if m.first == first and m.value == "alone"), first + 1)
    article = again == first + 1 and scene.sentence.tokens[first].lower in scene.pack.articles
    places = (Role.DESTINATION, Role.LOCATION)
    goes = any(m.first == again and m.value in places for m in scene.group("role"))
    if goes and not article:
        return False  # "one battalion went to A, another to B"
    counted = (force.noun for force in forces_of(scene))
    return not any(0 <= m.first - after <= 1 for m in counted)


def _is_sender(scene: Scene, before: Mention, mention: Mention, number: Quantity) -> bool:
    """Tell whether a state before a number acts as the one before did: "le Nigeria 160 à Bamako".

    Not in a list of states: "in Mali and Niger 200 soldiers".
    """
    tokens, after = scene.sentence.tokens, scene.after_word(mention.span)
    first, behind = scene.first_word(number.span), scene.after_word(number.span)
    states = [m.place is not None and m.place.kind is PlaceKind.COUNTRY for m in (before, mention)]
    owns = after + 1 == first and tokens[after].lower in scene.pack.words.definite  # "Croatia its 98 men"
    ends = behind >= len(tokens) or scene.marks_between(behind - 1, behind) > 0
    ends = ends or tokens[behind].lower in scene.pack.words.joiners  # "to Portugal, and Spain two"
    listed = states[0] and mention.usage is not Usage.METONYMIC and not ends
    return states[1] and not listed and (owns or after == first)


def _joins(scene: Scene, first: int, last: int) -> bool:
    """Tell whether only "and" or a comma, and a word like "another", lie between two words."""
    words = [t.lower for t in scene.sentence.tokens[first:last]]
    if any(first <= m.first < last for m in scene.group("trigger")):
        return False  # "took off from A and struck a column"
    joined = any(w in scene.pack.words.joiners for w in words)
    mark = first > 0 and scene.marks_between(first - 1, last) > 0
    linked = any(first <= m.first < last and m.value in _WAY_ROLES for m in scene.group("role"))
    return (joined or mark) and not linked and len(words) <= _JOINER_REACH


def _echo_has_place(scene: Scene, number: Quantity, place: Mention) -> bool:
    return _has_place(scene, scene.after_word(number.span), place)


def _has_place(scene: Scene, after: int, place: Mention) -> bool:
    """Tell whether a place follows within a few words, with no verb or mark between."""
    at = scene.first_word(place.span)
    near = at - after <= _ECHO_REACH and scene.marks_between(after - 1, at) == 0
    verb = any(after <= m.first < at for m in scene.group("trigger"))
    roles = (Role.LOCATION, Role.ORIGIN, Role.DESTINATION)
    return near and not verb and role_of(scene, place) in roles


def _has_clause_between(scene: Scene, first: int, last: int) -> bool:
    """Tell whether a clause begins between two words: "the groups that were agreed upon in Warsaw"."""
    opens = scene.pack.words.clause - scene.pack.words.joiners
    return any(t.lower in opens for t in scene.sentence.tokens[first:last])


def _is_promised(scene: Scene, force: Force) -> bool:
    """Tell whether a word of promise has the force for its object: "promet un millier de policiers"."""
    counted = [scene.first_word(n.span) for n in scene.numbers if scene.first_word(n.span) < force.noun.first]
    first = max([scene.first_word(actor(scene, force).span) - _PROMISE_REACH, *counted[-1:]])
    return any(
        m.value == "expected" and 0 <= first - m.last <= 1 and not scene.marks_between(m.last - 1, first)
        for m in scene.group("status_near")
    )


def _opening_place(scene: Scene, force: Force) -> Match | None:
    """Return the preposition of the place that opens a sentence before its force: "On Thitu, fifteen men"."""
    for mention in scene.mentions[:1]:
        at = scene.first_word(mention.span)
        role = scene.sentence.ending_at("role", at)
        opens = 0 < at <= _HEAD and at < force.noun.first <= at + _OPENING_REACH
        says = (m for m in scene.group("say") if not is_hedge(scene, m))
        said = any(at < m.first < force.noun.first for m in says)  # "In Brussels he spoke of"
        fits = mention.place is not None and mention.usage is Usage.LOCATIVE and not said
        if role and opens and fits and role_of(scene, mention) is Role.LOCATION:
            return Match("trigger", "is", at - 1, at, scene.span(at - 1, at))
    return None


def _moves_from(scene: Scene, force: Force, mention: Mention) -> bool:
    """Tell whether a word stands between a force and "from": "have backed away from A", not "men from A"."""
    at = scene.first_word(mention.span)
    while at > 0 and scene.sentence.tokens[at - 1].lower in scene.pack.articles:
        at -= 1
    link = scene.sentence.ending_at("role", at)
    if link is None or link.first <= force.noun.last:
        return False
    if scene.sentence.tokens[link.first - 1].lower in scene.pack.words.roads:
        return False  # "the road from A to B"
    return not any(m.last == link.first for m in scene.group("force", "goods", "demonym"))


def _unsaid(scene: Scene, force: Force) -> Match | None:
    """Return what stands for the verb of a sentence that names a force and a place, and no event.

    The force is one of the sentence's own, counted or with its nation or at its head.
    """
    if force.goods or (force.again and not quantity(scene, force)):
        return None
    found = actor(scene, force)
    first = scene.first_word(found.span)
    shown = first > 0 and scene.sentence.tokens[first - 1].lower in scene.pack.words.showing
    article = first > 1 and scene.sentence.tokens[first - 1].lower in scene.pack.articles
    shown = shown or (article and scene.sentence.tokens[first - 2].lower in scene.pack.words.having)
    head = first <= _HEAD or shown
    none_of = any(m.last == force.noun.first for m in scene.group("none_of"))
    if not (head or found.country_code or none_of or quantity(scene, force)):
        return None
    opening = _opening_place(scene, force)
    if opening:
        return opening
    after = [m for m in scene.mentions if scene.first_word(m.span) >= force.noun.last and m.place]
    start: Match | None = None
    for mention in after:
        at = scene.first_word(mention.span)
        far = at == force.noun.last or scene.distance(force.noun.last, at) > _UNSAID_REACH
        far = far or _has_clause_between(scene, force.noun.last, at)
        if far or mention.usage is not Usage.LOCATIVE:
            continue
        role, preposition = role_of(scene, mention), scene.span(at - 1, at)
        if role in (Role.DESTINATION, Role.LOCATION):
            stays = role is Role.LOCATION and not start and not _is_promised(scene, force)
            return Match("trigger", "is" if stays else "goes", at - 1, at, preposition)  # it speaks
        if role is Role.ORIGIN and _moves_from(scene, force, mention):
            start = start or Match("trigger", "goes", at - 1, at, preposition)
    return start
