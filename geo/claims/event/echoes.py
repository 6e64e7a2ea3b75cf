"""Events told again without their verb: a second number, force or place with one of its own."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from geo.claims.force.forces import Force, forces_of
from geo.claims.number.counts import quantity
from geo.claims.place.roles import Role, role_of
from geo.claims.scene import ECHO, Scene, with_articles
from geo.claims.side.actors import actor
from geo.claims.verbs import UNSAID
from geo.languages import Frame
from geo.records import Mention, PlaceKind, Quantity, Usage
from geo.text import Match

_TWO = 2  # times that two forces need
_JOINER_REACH = 2  # words between two verbs that "and" joins: itself and one more

_WAY_ROLES = (Role.DESTINATION, Role.ORIGIN, Role.LOCATION)
_GOING = (Frame.ARRIVE, Frame.LEAVE, Frame.SEND)
_SENDING = (Frame.SEND, Frame.DELIVER, Frame.STAY)
_SAY_REACH = 4  # words from who speaks to "said": "a nurse in Mopti said"
_ECHO_REACH = 6  # words from a second number to its place


def echoes_of(scene: Scene, triggers: Sequence[Match]) -> list[Match]:
    """Return the triggers of a sentence again, for each number, force or place that takes one up."""
    finders = (number_echoes, _noun_echoes, _others_echoes, _place_echoes, _object_echoes, _follower_echoes)
    found = [echo for find in finders for echo in find(scene, triggers)]
    known = {at for echo in found for at in range(echo.first, echo.first + _JOINER_REACH + 1)}
    return [*found, *(echo for echo in _timed_echoes(scene, triggers) if echo.first not in known)]


def number_echoes(scene: Scene, triggers: Sequence[Match]) -> Iterator[Match]:
    """Yield a trigger again for a second number with a place of its own: "1,000 are at A, and 400 at B"."""
    for number in scene.numbers:
        first = scene.first_word(number.span)
        before = [t for t in triggers if t.last <= first]
        timed = any(t.span.touches(number.span) for t in scene.times)
        tied = scene.text[number.span.end : number.span.end + 1] == "-"  # "the 80-bed clinic at A"
        if not before or timed or tied or _counts_nobody(scene, number) or _sums_up(scene, first):
            continue
        trigger = before[-1]
        placed = [m for m in scene.mentions if trigger.last <= scene.first_word(m.span) < first]
        joins_to, sender = first, None
        people = people_before(scene, first)
        sends = trigger.value in UNSAID or scene.pack.triggers[trigger.value].frame in _SENDING
        if (
            sends
            and placed
            and _is_sender(scene, placed[-2] if len(placed) > 1 else None, placed[-1], number)
        ):
            sender = placed.pop()
            joins_to = with_articles(scene, scene.first_word(sender.span))
        if sends and people and first > trigger.last:  # "The Turks sent 300 men to Gao, the Danes 40"
            joins_to, placed = with_articles(scene, people.first), []
        if (
            sender or joins_to < first
        ) and not placed:  # "Armenia sent a hundred men, Tajikistan two hundred"
            joined = scene.sentence.tokens[joins_to - 1].lower in scene.pack.words.joiners
            if joined or scene.marks_between(joins_to - 1, joins_to):
                yield Match(ECHO, trigger.value, first, first + 1, scene.span(first, first + 1))
            continue
        opens = _after_times(scene, placed[-1]) if placed else 0
        counted = _after_number(scene, opens)
        if not placed or not _joins(scene, counted if counted < joins_to else opens, joins_to):
            continue
        after = next((m for m in scene.mentions if m.span.start >= number.span.end), None)
        alike = after and is_of(scene, placed[-1]) and is_of(scene, after, scene.after_word(number.span))
        there = after and (alike or _echo_has_place(scene, number, after))
        if after and there:
            there = not _has_verb(scene, after, triggers)
        if sender or there or _echo_has_time(scene, number):
            yield Match(ECHO, trigger.value, first, first + 1, scene.span(first, first + 1))


def people_before(scene: Scene, first: int) -> Match | None:
    """Return a people, behind "the", right before a word: "the Danes 40"."""
    nations = (m for m in scene.group("demonym") if m.last == first and m.first > 0)
    return next(
        (m for m in nations if scene.sentence.tokens[m.first - 1].lower in scene.pack.words.definite), None
    )


def is_of(scene: Scene, mention: Mention, first: int | None = None) -> bool:
    """Tell whether "of" leads to a place, behind word `first`: "150 hommes d'Erbil et 200 de Bagdad"."""
    link = scene.sentence.ending_at("role", scene.first_word(mention.span))
    return link is not None and link.value == Role.GENITIVE and first in (None, link.first)


def _sums_up(scene: Scene, first: int) -> bool:
    """Tell whether a number only says how many all that is: "ses troupes du Niger, soit 1 400 hommes,"."""
    told = first > 1 and scene.sentence.tokens[first - 1].lower in scene.pack.words.numbering
    return told and scene.marks_between(first - 2, first - 1) > 0


def _after_times(scene: Scene, mention: Mention) -> int:
    """Return the word behind a place and the time that follows it: "in A on Saturday and five more"."""
    at = scene.after_word(mention.span)
    behind = (scene.after_word(t.span) for t in scene.times if 0 <= scene.first_word(t.span) - at <= 1)
    return next(behind, at)


def _after_number(scene: Scene, at: int) -> int:
    """Return the word behind a number that stands at a word: "Italy 1,000 and France 700"."""
    return next((scene.after_word(n.span) for n in scene.numbers if scene.first_word(n.span) == at), at)


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
        counted = any(first <= scene.first_word(n.span) < link.first for n in scene.numbers)  # an echo itself
        if (
            not (verbs or counted)
            and _joins(scene, first, link.first)
            and role_of(scene, before) is role_of(scene, mention)
        ):
            yield Match(ECHO, known[-1].value, link.first, link.last, link.span)


def _object_echoes(scene: Scene, triggers: Sequence[Match]) -> Iterator[Match]:
    """Yield a verb of going again for a second town with its time: "left A in July and B in August"."""
    ends = {t.last: t for t in triggers if t.group != ECHO and t.value not in UNSAID}
    verb: Match | None = None
    for before, mention in pairwise(scene.mentions):
        verb = ends.get(with_articles(scene, scene.first_word(before.span)), verb)
        first, at = _after_times(scene, before), with_articles(scene, scene.first_word(mention.span))
        dated = _is_dated(scene, before) and _is_dated(scene, mention) and first <= at  # not "Gao (Mali) on"
        goes = verb is not None and scene.pack.triggers[verb.value].frame in (Frame.ARRIVE, Frame.LEAVE)
        if verb is None or not (dated and goes and _joins(scene, first, at)):
            verb = None
            continue
        at, behind = scene.first_word(mention.span), _after_times(scene, mention)
        if not any(m.first == behind for m in scene.group("trigger", "say")):  # "and Paris in May said"
            yield Match(ECHO, verb.value, at, at + 1, scene.span(at, at + 1))


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


def _follower_echoes(scene: Scene, triggers: Sequence[Match]) -> Iterator[Match]:
    """Yield a trigger again for who goes behind the first: "crossed into A, followed by 200 Nigerians"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    for force in forces_of(scene):
        at = _opens(scene, force) - 1  # "by"
        before = [t for t in triggers if t.last < at]
        if at < 2 or not before or force.again or before[-1].value in UNSAID:  # noqa: PLR2004 - "followed by"
            continue
        led = tokens[at].lower in words.agent  # the French "de" is one of the words before a number
        verb = at - led
        follows = tokens[verb].lower in words.following and scene.marks_between(verb - 1, verb) > 0
        if follows and scene.pack.triggers[before[-1].value].frame in _GOING:
            yield Match(ECHO, before[-1].value, force.noun.first, force.noun.first + 1, force.noun.span)


def _others_echoes(scene: Scene, triggers: Sequence[Match]) -> Iterator[Match]:
    """Yield a trigger again for the rest of those told of: "One docked at Riga, the other at Tallinn"."""
    for others in forces_of(scene):
        first, last = others.noun.first, others.noun.last
        before = [t for t in triggers if t.last <= first]
        if not _are_others(scene, others) or not before:
            continue
        placed = [m for m in scene.mentions if before[-1].last <= scene.first_word(m.span) < first]
        after = next((m for m in scene.mentions if scene.first_word(m.span) >= last), None)
        if not placed or after is None or not _joins(scene, _after_times(scene, placed[-1]), first):
            continue
        if _has_place(scene, last, after) and not _has_verb(scene, after, triggers):
            yield Match(ECHO, before[-1].value, first, first + 1, scene.span(first, first + 1))


def _are_others(scene: Scene, force: Force) -> bool:
    """Tell whether words mean others than those before: "the rest", "l'un", not "most of them"."""
    small, noun = scene.pack.words, force.noun
    said = [t.lower for t in scene.sentence.tokens[noun.first : noun.last]]
    others = said[-1] in small.further | small.rest or scene.pack.numbers.units.get(said[-1]) == 1
    known = others or (len(said) > 1 and said[0] in scene.pack.articles)
    return noun.value in ("again", "alone") and known and (others or small.fractions.isdisjoint(said))


def _timed_echoes(scene: Scene, triggers: Sequence[Match]) -> Iterator[Match]:
    """Yield a trigger again for a second force with its own time: "A's men left in May, B's in June"."""
    times = sorted((scene.first_word(t.span), scene.after_word(t.span)) for t in scene.times)
    if len(times) < _TWO:
        return
    for force in forces_of(scene):
        noun, first = force.noun, _opens(scene, force)
        before = [t for t in triggers if t.last <= first and t.group != ECHO]
        nation = scene.sentence.starting_at("demonym", noun.last)
        behind = nation.last if nation else noun.last
        after = next((end for at, end in times if 0 <= at - behind <= 1), None)
        if force.again or force.goods or not before or after is None or before[-1].value in UNSAID:
            continue
        parted = first > 0 and scene.sentence.tokens[first - 1].lower in scene.pack.words.joiners
        parted = parted or scene.marks_between(first - 1, first) > 0
        dated = any(before[-1].last <= at < first for at, _ in times)
        ends = after >= len(scene.sentence.tokens) or scene.marks_between(after - 1, after) > 0
        verbs = any(noun.first <= m.first < after for m in scene.group("trigger", "say"))
        goes = scene.pack.triggers[before[-1].value].frame is not Frame.STAY
        if parted and dated and ends and goes and not verbs:
            yield Match(ECHO, before[-1].value, noun.first, noun.first + 1, noun.span)


def _opens(scene: Scene, force: Force) -> int:
    """Return where the words for a force begin, with its number and articles."""
    first = scene.first_word(actor(scene, force).span)
    counted = (scene.first_word(n.span) for n in scene.numbers if 0 <= first - scene.after_word(n.span) <= 1)
    return with_articles(scene, next(counted, first))


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
    counted = [f.noun for f in forces_of(scene) if 0 <= f.noun.first - after <= 1]
    return not counted or _speaks(scene, counted[0])


def _speaks(scene: Scene, noun: Match) -> bool:
    """Tell whether somebody only says what was told: ", a doctor in Diffa told me"."""
    says = (m.first for m in scene.group("say") if noun.last <= m.first <= noun.last + _SAY_REACH)
    return any(not scene.marks_between(noun.last - 1, at) for at in says)


def _is_sender(scene: Scene, before: Mention | None, mention: Mention, number: Quantity) -> bool:
    """Tell whether a state before a number acts as the one before did: "le Nigeria 160 à Bamako".

    Not in a list of states: "in Mali and Niger 200 soldiers".
    """
    tokens, after = scene.sentence.tokens, scene.after_word(mention.span)
    first, behind = scene.first_word(number.span), scene.after_word(number.span)
    states = [
        m is not None and m.place is not None and m.place.kind is PlaceKind.COUNTRY for m in (before, mention)
    ]
    owns = after + 1 == first and tokens[after].lower in scene.pack.words.definite  # "Croatia its 98 men"
    ends = behind >= len(tokens) or scene.marks_between(behind - 1, behind) > 0
    ends = ends or tokens[behind].lower in scene.pack.words.joiners  # "to Portugal, and Spain two"
    sends = before is not None and _after_number(scene, end := scene.after_word(before.span)) > end
    listed = states[0] and not sends and mention.usage is not Usage.METONYMIC and not ends
    return states[1] and not listed and (owns or after == first)


def _joins(scene: Scene, first: int, last: int) -> bool:
    """Tell whether only "and" or a comma, and a word like "another", lie between two words."""
    words = [t.lower for t in scene.sentence.tokens[first:last]]
    if any(first <= m.first < last for m in scene.group("trigger")):
        return False  # "took off from A and struck a column"
    if scene.pack.words.having.intersection(words):
        return False  # "South Africa, which lost two near A, has 900 in B"
    if (scene.pack.words.clause - scene.pack.words.joiners).intersection(words):
        return False  # "in A, where an aircraft from B landed"
    joined = any(w in scene.pack.words.joiners for w in words)
    mark = first > 0 and scene.marks_between(first - 1, last) > 0
    linked = any(first <= m.first < last and m.value in _WAY_ROLES for m in scene.group("role"))
    return (joined or mark) and not linked and len(words) <= _JOINER_REACH


def _echo_has_place(scene: Scene, number: Quantity, place: Mention) -> bool:
    return _has_place(scene, scene.after_word(number.span), place)


def _has_verb(scene: Scene, place: Mention, triggers: Sequence[Match]) -> bool:
    """Tell whether a verb of its own stands behind a place: "43 soldiers from A came in on Friday"."""
    after = scene.after_word(place.span)
    near = (t for t in triggers if 0 <= t.first - after <= _JOINER_REACH)
    return any(not scene.marks_between(after - 1, t.first) for t in near)


def _has_place(scene: Scene, after: int, place: Mention) -> bool:
    """Tell whether a place follows within a few words, with no verb or mark between."""
    at = scene.first_word(place.span)
    near = at - after <= _ECHO_REACH and scene.marks_between(after - 1, at) == 0
    verb = any(after <= m.first < at for m in scene.group("trigger"))
    roles = (Role.LOCATION, Role.ORIGIN, Role.DESTINATION)
    return near and not verb and role_of(scene, place) in roles
