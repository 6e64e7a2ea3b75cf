"""Claims of one sentence put together: what a force goes for, where it sets out, and what it leads to."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from geo.claims.assertion.status import later_of
from geo.claims.force.forces import Force
from geo.claims.merging import is_one_journey, merged
from geo.claims.place.within import is_part_of
from geo.claims.scene import Scene, asides, is_aside, is_reduced, with_articles
from geo.claims.time.coming import is_until
from geo.claims.units import CARRIERS
from geo.claims.verbs import loses
from geo.languages import Frame
from geo.records import Claim, ClaimType, Fate, Place, ReasonKind, Status, TimeExpression, reason

_AIM_REACH = 2  # words from a force that is sent to the verb of what for
_ATTRIBUTE_REACH = 5  # words from a force to the word that says where it is: "adjective, based"
_JOINED_REACH = 3  # words from "and" to the verb behind it: "et il est reparti"
_APPOSED = 3  # words from a force to its apposition
_HOMEWARD = 2  # words of "gone home"
_SET_OFF = 2  # commas around a participle: "infantry, encamped at A, withdrew"
_LED_REACH = 3  # words from "before" to "departure": "before their planned departure"
_OPENING = 2  # words before a participle that opens its sentence: "until now based in A,"


@dataclass(frozen=True, slots=True)
class Told:
    """A claim, the force that its sentence names for it, and the frame of the verb that tells it."""

    force: Force
    frame: Frame
    claim: Claim


def aimed(scene: Scene, told: Sequence[Told]) -> list[Told]:
    """Read what a force is sent for as where it goes: "sent troops to fight in Mali" puts none there yet."""

    def sent(sending: Claim, aim: Claim) -> Claim:
        verb = scene.sentence.tokens[scene.word_at(sending.trigger.start)].lower
        if verb in scene.pack.words.homeward:  # "va rapatrier ses 105 soldats déployés à Kidal"
            return replace(sending, origin=sending.origin or (aim.places[0] if aim.places else None))
        aims = bool(aim.places) and not sending.places and aim.places[0] != sending.origin
        goal = sending.destination or (aim.places[0] if aims else None)
        rule = scene.pack.triggers.get(sending.rule.partition(":")[2])
        of_noun = rule is not None and rule.nominal  # "the return of the men based at A is due in May"
        time = sending.time or (aim.time if of_noun and aim.time and aim.time.end else None)
        return replace(sending, destination=goal, time=time)

    return _folded(told, lambda aim, known: _is_aim(scene, known, aim), sent)


def _is_aim(scene: Scene, known: Told, more: Told) -> bool:
    """Tell whether a force is the object of a verb of sending, and the next verb says what for."""
    sending, aim, force = known.claim, more.claim, known.force
    if force != more.force or sending.type is not ClaimType.MOVEMENT or aim.type is not ClaimType.PRESENCE:
        return False
    sent, aimed = scene.word_at(sending.trigger.start), scene.word_at(aim.trigger.start)
    follows = sent < force.noun.first and 0 <= aimed - force.noun.last <= _AIM_REACH
    first = max(aimed - _AIM_REACH, 0)
    words = (n for n in range(first, aimed) if scene.sentence.tokens[n].lower in scene.pack.words.purpose)
    purpose = next(words, None) if sent < aimed else None
    if purpose is not None:  # "sent 300 men to A, to guard the road that leads to B"
        return scene.marks_between(sent, purpose - 1) == 0 == scene.marks_between(purpose, aimed)
    elsewhere = sending.destination and aim.places and sending.destination not in aim.places
    return follows and not elsewhere and scene.marks_between(sent, aimed) == 0


def seen(scene: Scene, told: Sequence[Told]) -> list[Told]:
    """Let those who are seen to go only go: "saw soldiers cross into the town" puts none there before."""

    def goes(there: Told, way: Told) -> bool:
        noun, at = there.force.noun, scene.word_at(way.claim.trigger.start)
        watched = there.force == way.force and there.claim.type is ClaimType.PRESENCE and way.claim.type.moves
        led = way.claim.origin or way.claim.destination or way.claim.places
        sight = scene.word_at(there.claim.trigger.start)
        if not (watched and led) or not sight < noun.first < at or scene.marks_between(sight, noun.first):
            return False  # "Stationed at A since May, the soldiers moved to B"
        placed = any(noun.last <= scene.first_word(m.span) < at for m in scene.mentions)
        words = {t.lower for t in scene.sentence.tokens[noun.last : at]}
        small = scene.pack.words.joiners | scene.pack.words.relative | scene.pack.words.contrast
        return not placed and words.isdisjoint(small) and scene.marks_between(noun.last - 1, at) == 0

    return _folded(told, goes, lambda way, there: replace(way, time=way.time or there.time))


def led_from(scene: Scene, told: Sequence[Told]) -> list[Told]:
    """Let a force that leaves set out from where its own words put it: "troops based in A left"."""

    def gone(way: Claim, there: Claim) -> Claim:
        return replace(way, origin=way.origin or there.places[0])

    def dated(there: Told, way: Told) -> bool:
        return there.claim.time is not None and there.claim.time != way.claim.time  # "based there since May"

    return _folded(told, lambda there, known: _leaves(scene, there, known), gone, dated)


def carried_from(scene: Scene, told: Sequence[Told]) -> list[Told]:
    """Let people and goods set out from where their carrier did: "came ashore at A from ships from B"."""

    def brought(way: Claim, carrier: Claim) -> Claim:
        one = merged(way, replace(carrier, destination=None))
        return replace(one, type=way.type, quantity=way.quantity, actor=way.actor, status=way.status)

    carried = _folded(told, lambda carrier, known: _brings(scene, carrier, known), brought)
    return _folded(carried, lambda carrier, known: _delivers(scene, carrier, known), brought)


def _delivers(scene: Scene, carrier: Told, known: Told) -> bool:
    """Tell whether a participle says from where goods come: "Un C-17 venu d'A a livré 20 tonnes à B"."""
    at, gives = scene.word_at(carrier.claim.trigger.start), scene.word_at(known.claim.trigger.start)
    came = carrier.force.unit in CARRIERS and carrier.frame is Frame.ARRIVE and carrier.claim.type.moves
    elsewhere = carrier.claim.destination not in (None, known.claim.destination)
    ways = carrier.claim.origin and not elsewhere and not known.claim.origin
    goods = known.claim.type is ClaimType.SUPPLY and known.force.noun.first > gives
    behind = 0 <= at - carrier.force.noun.last <= _JOINED_REACH and at < gives
    return bool(came and ways and goods and behind) and scene.marks_between(at, gives) == 0


def _brings(scene: Scene, carrier: Told, known: Told) -> bool:
    """Tell whether a relative clause says from where a carrier came that brought others."""
    ship, people = carrier.force, known.force
    noun, tokens = ship.noun, scene.sentence.tokens
    other = ship.unit in CARRIERS and people.unit not in CARRIERS and known.frame is Frame.ARRIVE
    way, on = known.claim, carrier.claim
    ways = way.type.moves and on.type.moves and way.destination and on.origin and not way.origin
    after = scene.word_at(way.trigger.end) <= noun.first and noun.last < len(tokens)
    relative = after and tokens[noun.last].lower in scene.pack.words.relative
    link = scene.sentence.ending_at("role", with_articles(scene, noun.first))
    return bool(other and ways and relative and link and link.value != "genitive")


def _folded(
    told: Sequence[Told],
    belongs: Callable[[Told, Told], bool],
    fold: Callable[[Claim, Claim], Claim],
    stays: Callable[[Told, Told], bool] = lambda _, __: False,
) -> list[Told]:
    """Let the first claim that another one belongs to take it in; it goes on beside it where it `stays`."""
    kept = list(told)
    for more in told:
        at = next((n for n, known in enumerate(kept) if belongs(more, known)), None)
        if at is not None:
            kept[at] = replace(kept[at], claim=fold(kept[at].claim, more.claim))
            if not stays(more, kept[at]):
                kept.remove(more)
    return kept


def _leaves(scene: Scene, there: Told, known: Told) -> bool:
    """Tell whether a presence only says which force it is that moves in the same sentence."""
    presence, way, force = there.claim, known.claim, there.force
    if force != known.force or presence.type is not ClaimType.PRESENCE or way.type is not ClaimType.MOVEMENT:
        return False
    at, goes = scene.word_at(presence.trigger.start), scene.word_at(way.trigger.start)
    beside = 0 <= at - force.noun.last <= _ATTRIBUTE_REACH and scene.marks_between(force.noun.last, goes) == 0
    beside = beside or _is_led_by(scene, at, force, goes)
    joined = any(t.lower in scene.pack.words.joiners for t in scene.sentence.tokens[at:goes])
    if not (beside and at < goes and presence.places) or joined:
        return False
    stood, start = presence.places[0], way.origin
    if start is None:
        return stood != way.destination
    return known.frame is Frame.LEAVE and (start == stood or is_part_of(start, stood))


def _is_led_by(scene: Scene, at: int, force: Force, goes: int) -> bool:
    """Tell whether a phrase opens the clause of a force and is its own: "Until now in A, they left for B"."""
    noun = force.noun
    opens = at <= _OPENING or any(scene.marks_between(n - 1, n) for n in range(max(at - _OPENING, 1), at + 1))
    apart = scene.marks_between(at, noun.first) == 1 and noun.last <= goes
    verbs = any(at < m.first < noun.first for m in scene.group("trigger"))
    return opens and apart and not verbs and scene.marks_between(noun.last - 1, goes) == 0


def set_off(scene: Scene, told: Sequence[Told]) -> list[Told]:
    """Let a force leave from where a phrase between commas puts it: "infantry, camped at A, withdrew"."""

    def start(way: Told) -> Place | None:
        stands = [t for t in told if t.force == way.force and t.claim.type is ClaimType.PRESENCE]
        places = [t.claim.places[0] for t in stands if t.claim.places and _is_set_off(scene, t, way)]
        return places[0] if places and places[0] != way.claim.destination else None

    def leaves(t: Told) -> bool:
        gone = t.frame is Frame.LEAVE or _goes_home(scene, t.claim)  # "based at A since May, have gone home"
        return gone and t.claim.type is ClaimType.MOVEMENT and t.claim.origin is None

    return [replace(t, claim=replace(t.claim, origin=start(t))) if leaves(t) else t for t in told]


def uncounted(scene: Scene, told: Sequence[Told]) -> list[Told]:
    """Leave a way uncounted of which only some were lost: "Since their return, four soldiers were killed"."""
    lost = [t.force for t in told if t.claim.type is ClaimType.CASUALTIES]

    def owned(way: Told) -> bool:
        at = scene.word_at(way.claim.trigger.start)
        theirs = at > 0 and scene.sentence.tokens[at - 1].lower in scene.pack.words.owners
        return theirs and at < way.force.noun.first and way.claim.type.moves and way.force in lost

    return [replace(t, claim=replace(t.claim, quantity=None)) if owned(t) else t for t in told]


def _is_set_off(scene: Scene, there: Told, way: Told) -> bool:
    at, goes = scene.word_at(there.claim.trigger.start), scene.word_at(way.claim.trigger.start)
    last = there.force.noun.last
    last = next((m.last for m in scene.group("demonym") if m.first == last), last)
    related = last < at and scene.sentence.tokens[last].lower in scene.pack.words.relative
    beside = at >= last - 1 and at - last <= (_ATTRIBUTE_REACH if related else 1)
    return beside and at < goes and scene.marks_between(last - 1, goes) == _SET_OFF


def led_to(scene: Scene, told: Sequence[Told]) -> list[Claim]:
    """Let a way without an end lead to where the same force is: "ils sont en Russie, transportés en mai".

    It sets out from there if that was before: "Before their departure in May they were stationed at A".
    """
    stands = [t for t in told if t.claim.type is ClaimType.PRESENCE and t.claim.places]
    there = {t.force.noun.first: t.claim for t in stands}
    led = []
    for way in told:
        known = there.get(way.force.noun.first)
        if known and _ends_at(way, known) and _sets_out(scene, way.claim):
            led.append(replace(way.claim, origin=known.places[0]))
        elif known and _ends_at(way, known):
            status = later_of(way.claim.status, known.status)
            led.append(replace(way.claim, destination=known.places[0], status=status))
        else:
            led.append(way.claim)
    return led


def _ends_at(told: Told, there: Claim) -> bool:
    """Tell whether a way without an end is that to a presence: "come from A, they are camped at B"."""
    way = told.claim
    if way.type is not ClaimType.MOVEMENT or way.status in (Status.EXPECTED, Status.DENIED):
        return False
    if way.destination or way.places:
        return False
    if way.origin is None:
        return told.frame is not Frame.LEAVE or way.trigger < there.trigger
    follows = way.trigger < there.trigger and there.status is not Status.DENIED
    return told.frame is Frame.ARRIVE and follows and way.origin not in there.places


def _sets_out(scene: Scene, way: Claim) -> bool:
    """Tell whether a way leads from where its force is told to be: "before leaving", "brought them home"."""
    at = scene.word_at(way.trigger.start)
    led = {t.lower for t in scene.sentence.tokens[max(0, at - _LED_REACH) : at]}
    before = not led.isdisjoint(scene.pack.words.before)
    return way.origin is None and (before or _goes_home(scene, way))


def due_there(scene: Scene, claim: Claim, published: dt.date | None) -> Claim:
    """Read "should be in A by Sunday" as the way that it takes, not as a stay."""
    time, first = claim.time, scene.sentence.tokens[scene.word_at(claim.trigger.start)].lower
    planned = claim.type is ClaimType.PRESENCE and claim.status is Status.EXPECTED and len(claim.places) == 1
    due = first in scene.pack.words.being or claim.rule.endswith(":is")  # "is due at A by Sunday"
    until = published is not None and time is not None and is_until(scene, time, published)
    having = scene.pack.words.having.intersection(claim.trigger.of(scene.text).casefold().split())
    due = due or (until and bool(having))  # "plans to have 2,000 men in A by May"
    if not (planned and published and time and time.end and due):
        return claim
    due = time.start is not None and time.end >= published and _is_due(scene, time, published)
    if not due:
        return claim
    note = reason(ReasonKind.ENDING_WAY)
    return replace(
        claim,
        type=ClaimType.MOVEMENT,
        origin=_home_of(scene, claim),
        destination=claim.places[0],
        places=(),
        notes=(*claim.notes, note),
    )


def _home_of(scene: Scene, claim: Claim) -> Place | None:
    """Return where the words for a force say that it comes from: "paratroopers from A will be in B"."""
    after = scene.word_at(claim.actor.span.end) if claim.actor else 0
    links = {scene.first_word(m.span): m for m in scene.mentions if m.place}
    for at, mention in links.items():
        link = scene.sentence.ending_at("role", at)
        if link is not None and link.value == "origin" and after and link.first == after:
            return mention.place
    return None


def _is_due(scene: Scene, time: TimeExpression, published: dt.date) -> bool:
    """Tell whether a time is a day, or all until one: "by Sunday", "tomorrow"."""
    return is_until(scene, time, published) or time.start == time.end


def lost_together(scene: Scene, told: Sequence[Claim]) -> list[Claim]:
    """Let the losses of a sentence share its time and side: "two died on Sunday, and a third was wounded"."""
    losses = [c for c in told if c.type is ClaimType.CASUALTIES]
    times = [c.time for c in losses if c.time] or _times_of_ways(scene, told, losses)
    alone = times[0] if len(set(times)) == 1 else None

    def own(loss: Claim) -> Claim:
        fates = _own_fates(scene, loss) if len(losses) > 1 else loss.fates
        return replace(_of_side(loss, losses), time=loss.time or alone, fates=fates)

    return [own(c) if c in losses else c for c in told]


def _times_of_ways(scene: Scene, told: Sequence[Claim], losses: Sequence[Claim]) -> list[TimeExpression]:
    """Return when those went somewhere who lost others on the way: "entered A on Monday, losing nine men"."""
    lost = {m.span for m in scene.group("trigger") if loses(scene, m)}
    if not losses or any(c.trigger not in lost for c in losses):
        return []
    aside = {m.span for m in scene.group("trigger") if is_aside(scene, m)}  # "which came in May, lost two"
    real = (c for c in told if c.type.moves and c.status in (Status.REPORTED, Status.CONFIRMED))
    real = (c for c in real if c.trigger not in aside and c.trigger < losses[0].trigger)
    return [c.time for c in real if c.time]


def _own_fates(scene: Scene, loss: Claim) -> tuple[Fate, ...]:
    """Return what befell those of one of several losses: the second of "12 were killed and 30 wounded"."""
    own = {m.value for m in scene.group("fate") if m.span.touches(loss.trigger)}
    return tuple(fate for fate in loss.fates if fate in own) or loss.fates


def _of_side(loss: Claim, losses: Sequence[Claim]) -> Claim:
    """Return a loss with the side of those it counts more of: "12 soldiers were killed and 30 wounded"."""
    who = loss.actor
    sided = (c.actor for c in losses if c.actor and c.actor.country_code)
    same = next((a for a in sided if who and a.text == who.text), None)
    if who is None or who.country_code or same is None:
        return loss
    return replace(loss, actor=replace(who, country_code=same.country_code, inferred=True))


def is_vague(scene: Scene, claim: Claim) -> bool:
    """Tell whether a claim only puts somebody where another sentence plays, or on the move."""
    nowhere = not (claim.origin or claim.destination or claim.time)
    vague = claim.type is ClaimType.PRESENCE or (claim.type is ClaimType.MOVEMENT and nowhere)
    first, last = scene.word_at(claim.trigger.start), scene.word_at(claim.trigger.end - 1)
    verb = scene.sentence.tokens[first : last + 1]
    home = any(t.lower in scene.pack.words.homeward for t in verb)  # "has not gone home" is only still there
    denied = claim.status is Status.DENIED and not home  # "will contribute no soldiers"
    vague = vague and not (claim.type.moves and (denied or claim.status is Status.EXPECTED))
    dated = claim.time is not None and bool(scene.group("there"))  # "has patrolled the gulf since May"
    return vague and not dated and not claim.place_spans and claim.quantity is None


def is_bare_way(claim: Claim) -> bool:
    """Tell whether a claim says that a force moved, but neither where nor when nor how many."""
    told = claim.origin or claim.destination or claim.places or claim.time or claim.quantity
    real = claim.status in (Status.REPORTED, Status.CONFIRMED)
    return claim.type is ClaimType.MOVEMENT and real and not told


def goes_on(scene: Scene, known: Told, more: Told) -> bool:
    """Tell whether a claim ends the way that another begins: "that left A on 1 May, reached B on 3 May".

    The force of the second is that of the first, a pronoun for it or its apposition, not one joined by "and".
    """
    if not is_one_journey(known.claim, more.claim) or _is_of_other(scene, known, more):
        return False
    words = scene.sentence.tokens[more.force.noun.first : more.force.noun.last]
    if more.force.again and any(t.lower in scene.pack.words.further for t in words):
        return False  # "left A; 40 others reached B"
    if (known.claim.status is Status.DENIED) is not (more.claim.status is Status.DENIED):
        return False  # "troops, who quit A in 2009, will not return"
    if goes_on_from(scene, known, more.claim) or _brings(scene, more, known):
        return False
    sides = {c.actor.country_code for c in (known.claim, more.claim) if c.actor and c.actor.country_code}
    if len(sides) > 1 and not more.force.again:
        return False
    at = scene.word_at(known.claim.trigger.end)
    between = scene.sentence.tokens[at : more.force.noun.first]
    return more.force.again or not any(
        t.lower in scene.pack.words.joiners | scene.pack.words.contrast for t in between
    )


def goes_on_from(scene: Scene, known: Told, second: Claim) -> bool:
    """Tell whether who came plans to go on: "The men who flew in from A on Wednesday expect to go home"."""
    first = known.claim
    came = known.frame is Frame.ARRIVE and first.origin is not None and first.time is not None
    came = came and first.destination is None
    real = came and first.status in (Status.REPORTED, Status.CONFIRMED) and first.trigger < second.trigger
    set_out = scene.sentence.tokens[scene.word_at(first.trigger.start)].lower in scene.pack.words.sailing
    real = real and not set_out  # "sailed from A on Saturday and is expected in B" is one way
    verb = scene.sentence.tokens[scene.word_at(second.trigger.start)].lower
    return real and (second.status is Status.EXPECTED or verb in scene.pack.words.scheduled)


def _is_of_other(scene: Scene, known: Told, more: Told) -> bool:
    """Tell whether the force of a second verb is new: "recalled from A, after Ukrainian troops entered B"."""
    noun = more.force.noun
    if more.force.goods and scene.strong_marks_between(known.force.noun.first, noun.first):
        return True  # "Most will fly from A; their equipment will be sent to B"
    if more.force.goods or CARRIERS.intersection((known.force.unit, more.force.unit)):
        return False  # "The ship, which had sailed from A, put 360 rescuers ashore at B"
    before = scene.sentence.tokens[max(0, noun.first - 2) : noun.first]
    taken_up = more.force.again or any(t.lower in scene.pack.words.definite for t in before)
    beside = abs(noun.first - known.force.noun.last) <= _APPOSED  # "The ship, a frigate, reached B"
    return noun.first != known.force.noun.first and not taken_up and not beside


def sets_out_again(scene: Scene, first: Claim, second: Claim) -> bool:
    """Tell whether a force leaves where it had come to: "landed at A in May and pulled out of B in June"."""
    arrived = first.destination is not None and first.origin is None
    if not (is_one_journey(first, second) and arrived and first.trigger < second.trigger):
        return False
    said_more = _is_reduced(scene, first, second) or _is_told_aside(scene, first, second)
    if second.origin == first.destination and said_more:
        return True  # "the men flown to A in May will leave in June"
    left, right = scene.word_at(first.trigger.end), scene.word_at(second.trigger.start)
    parts = scene.pack.words.joiners | scene.pack.words.contrast
    if any(t.lower in parts for t in scene.sentence.tokens[left:right]):
        return True
    later = second.status is Status.EXPECTED or _is_later(first.time, second.time)
    return later and scene.strong_marks_between(left, right) > 0  # "flew to A in May; they left in June"


def _is_later(time: TimeExpression | None, other: TimeExpression | None) -> bool:
    """Tell whether the second of two times begins behind the first."""
    return bool(time and other and time.start and other.start and other.start > time.start)


def with_own_goal(scene: Scene, first: Claim, second: Claim) -> Claim:
    """Return the first part of a way without a goal of before, where the second names one."""

    def names(claim: Claim) -> bool:
        return any(m.place == claim.destination and m.span in claim.place_spans for m in scene.mentions)

    lent = first.destination is not None and second.destination is not None and not names(first)
    return replace(first, destination=None) if lent and names(second) else first


def goes_further(scene: Scene, first: Claim, second: Claim) -> bool:
    """Tell whether a second verb leads to a second goal: "flew to A on Sunday and went on to B by road"."""
    if first.destination is None or second.destination is None or first.trigger > second.trigger:
        return False
    ends = (first.destination, second.destination)
    one = is_part_of(*ends) or is_part_of(*reversed(ends)) or ends[0] == ends[1]
    at, goes = scene.word_at(first.trigger.end), scene.word_at(second.trigger.start)
    between = range(first.trigger.end, second.trigger.start)
    named = any(m.place == ends[0] and m.span.start in between for m in scene.mentions)
    own = any(s.start >= second.trigger.end for s in second.place_spans)
    words = [t.lower for t in scene.sentence.tokens[max(at, goes - _JOINED_REACH) : goes]]
    joined = any(word in scene.pack.words.joiners | scene.pack.words.before for word in words)
    behind = scene.word_at(second.trigger.end - 1)
    onward = any(  # "was driven on to B", not "fell back on B"
        t.lower in scene.pack.words.onward and to.lower in scene.pack.words.to
        for t, to in pairwise(scene.sentence.tokens[behind : behind + 3])
    )
    moves = first.type is second.type is ClaimType.MOVEMENT
    return moves and (joined or onward) and named and own and not one


def leaves_again(scene: Scene, known: Told, more: Told) -> bool:
    """Tell whether a force leaves where it came to: "reached A in May and withdrew in June".

    So do "the men flown to A in May", who "will go home in June".
    """
    first, second = known.claim, more.claim
    if second.origin or second.destination or first.destination is None or first.trigger > second.trigger:
        return False
    verb = scene.sentence.tokens[scene.word_at(second.trigger.start)].lower
    leaves = more.frame is Frame.LEAVE or verb in scene.pack.words.sailing
    if _is_reduced(scene, first, second):
        return leaves or verb in scene.pack.words.returning or _goes_home(scene, second)
    came = known.frame is Frame.ARRIVE and first.time is not None and second.time is not None
    words = scene.sentence.tokens[scene.word_at(first.trigger.end) : scene.word_at(second.trigger.start)]
    joined = came and any(t.lower in scene.pack.words.joiners for t in words)
    return leaves and (joined or (known.frame is Frame.ARRIVE and _is_told_aside(scene, first, second)))


def _is_told_aside(scene: Scene, first: Claim, second: Claim) -> bool:
    """Tell whether commas set off a way before another: "The ships, which came first, left on Thursday"."""
    at, then = scene.word_at(first.trigger.start), scene.word_at(second.trigger.start)
    return any(opens <= at < ends <= then for opens, ends in asides(scene))


def leaves_then(scene: Scene, known: Told, more: Told) -> bool:
    """Tell whether a force leaves where it is: "was to stay in A until June, but left in April".

    So do those of whom a clause told: "A, which has 900 men in B, began withdrawing its troops".
    """
    first, second = known.claim, more.claim
    at, goes = scene.word_at(first.trigger.end), scene.word_at(second.trigger.start)
    joiners = scene.pack.words.joiners | scene.pack.words.contrast
    joined = any(t.lower in joiners for t in scene.sentence.tokens[at:goes])
    joined = joined or (known.force != more.force and scene.marks_between(at, goes) > 0)
    nowhere = second.origin is None and second.destination is None
    leaves = more.frame is Frame.LEAVE or _goes_home(scene, second)
    return leaves and nowhere and joined and first.trigger < second.trigger


def came_before(known: Told, more: Told) -> bool:
    """Tell whether a force had come before it left: "Having arrived in March, they left A in November".

    So had who goes home from where it came to: "Arrivés à A en mars, ils sont rentrés à B en mai".
    """
    first = known.claim.time.end if known.claim.time else None
    second = more.claim.time.start if more.claim.time else None
    if first is None or second is None or first >= second or known.frame is not Frame.ARRIVE:
        return False
    goals = known.claim.destination, more.claim.destination
    if known.claim.origin and not (goals[0] or more.claim.origin):
        return False  # "sailed from A on Monday and turned back on Tuesday"
    apart = None not in goals and goals[0] != goals[1] and not is_part_of(*goals)
    return known.claim.type is more.claim.type and (more.frame is Frame.LEAVE or apart)


def _goes_home(scene: Scene, way: Claim) -> bool:
    words = scene.sentence.tokens[scene.word_at(way.trigger.start) :][:_HOMEWARD]
    return any(word.lower in scene.pack.words.homeward for word in words)


def from_there(scene: Scene, known: Told, second: Claim) -> Claim:
    """Let a way begin where the one before it led: "put in at A on Monday and sailed for B".

    So does that of "a company, flown to A in May, was moved to B".
    """
    first = known.claim
    free = second.origin is None and second.status is first.status
    leads = goes_further(scene, first, second) or _is_reduced(scene, first, second)
    within = is_part_of(second.destination, first.destination)  # "sent to Chad, reached Abéché"
    leads = free and (leads or (went_first(scene, known, second) and not within))
    return replace(second, origin=first.destination) if leads else second


def still_to_go(first: Claim, second: Claim) -> bool:
    """Tell whether one way is done and one to another goal is planned: "had left for A, and will go to B"."""
    planned = [c.status in (Status.EXPECTED, Status.DENIED) for c in (first, second)]
    goals = first.destination and second.destination and first.destination != second.destination
    named = bool(first.place_spans) and bool(second.place_spans)
    return bool(goals) and named and planned[0] is not planned[1] and first.type is second.type


def _is_reduced(scene: Scene, first: Claim, second: Claim) -> bool:
    """Tell whether a claim only says which force it is that goes: "the soldiers sent to A returned to B"."""
    verbs = {m.span: m for m in scene.group("trigger")}
    one, other = verbs.get(first.trigger), verbs.get(second.trigger)
    return one is not None and other is not None and is_reduced(scene, one, other)


def come_at_last(scene: Scene, known: Told, more: Told) -> Told:
    """Return who were awaited as they came: of "the 200 men due in A on Monday arrived on Sunday" one way.

    Where they were awaited stays; the day and the doubt are those of their coming.
    """
    first, second = known.claim, more.claim
    awaited = first.status is Status.EXPECTED and known.frame is more.frame is Frame.ARRIVE
    came = second.status in (Status.REPORTED, Status.CONFIRMED, Status.UNCONFIRMED)
    if not (awaited and came and _is_reduced(scene, first, second)):
        return known
    goals = [c.destination for c in (first, second) if c.destination]
    finer = goals[-1] if len(goals) > 1 and is_part_of(goals[-1], goals[0]) else first.destination
    return replace(known, claim=replace(first, destination=finer, status=second.status, time=None, notes=()))


def went_first(scene: Scene, known: Told, more: Claim) -> bool:
    """Tell whether a phrase between commas tells a way of its own: "a company, sent to A, fell back on B"."""
    first, at = known.claim, scene.word_at(known.claim.trigger.start)
    goals = first.destination and more.destination and first.destination != more.destination
    if goals and _is_reduced(scene, first, more):
        return True
    set_off = at - known.force.noun.last >= 0
    goes = scene.word_at(more.trigger.start)
    marks = scene.marks_between(known.force.noun.last - 1, at), scene.marks_between(at, goes)
    return bool(goals) and set_off and min(marks) > 0 and at < goes and first.type.moves and more.type.moves
