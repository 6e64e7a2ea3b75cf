"""What one sentence tells, trigger by trigger, with what was told before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from geo import dates
from geo.claims.assertion.sources import sources_for
from geo.claims.assertion.speech_places import is_of_source
from geo.claims.assertion.status import is_told_by_others, later_of
from geo.claims.event.dead import is_of_dead
from geo.claims.event.echoes import is_of
from geo.claims.event.events import Event, events
from geo.claims.event.loads import is_load
from geo.claims.event.of_others import is_sent_for, why_of_others
from geo.claims.event.refusals import why_no_event
from geo.claims.event.struck import day_of_blow
from geo.claims.event.unsaid import is_had
from geo.claims.event.whom import SENT_REACH, acting_of, given_by, is_ship, may_act
from geo.claims.force.forces import Force
from geo.claims.force.pronouns import TOLL
from geo.claims.gathering import Known, add, add_listed, left_again
from geo.claims.making import claim_of, why_none
from geo.claims.merging import denied_by
from geo.claims.number.counts import is_next_one
from geo.claims.past import Incident, Past
from geo.claims.place.where import Where
from geo.claims.place.whereabouts import where_of
from geo.claims.scene import ECHO, Scene, is_aside
from geo.claims.side.antecedents import antecedent
from geo.claims.side.nations import with_side
from geo.claims.time.coming import to_come
from geo.claims.time.times import set_out, time_of
from geo.claims.units import CARRIERS, SHIP
from geo.claims.verbs import frame_of, is_next_leg
from geo.claims.ways import (
    Told,
    aimed,
    carried_from,
    due_there,
    is_bare_way,
    is_vague,
    led_from,
    led_to,
    lost_together,
    seen,
    set_off,
    uncounted,
)
from geo.languages import Frame
from geo.records import Claim, ClaimType, Document, Fate, ReasonKind, Source, Status, Usage, reason
from geo.text import Match

_SINCE_REACH = 2  # words from "since" to what has happened: "depuis leur arrivée"
# Why a force is of a side that only the whole report tells.
_OF_REPORT = (ReasonKind.SIDE_HEADLINE, ReasonKind.SIDE_HOME, ReasonKind.SIDE_STATE, ReasonKind.SIDE_THERE)

_Lost = dict[Match, str]


@dataclass(frozen=True, slots=True)
class _Telling:
    """A sentence of a report with who speaks in it.

    `bare` is the same without its sources' places; `triggers` are all of its triggers, which share out the
    places, and `timed` those that share out the times.
    """

    document: Document
    scene: Scene
    bare: Scene
    sources: tuple[Source, ...]
    triggers: tuple[Match, ...]
    timed: tuple[Match, ...]


def in_scene(
    document: Document, scene: Scene, sources: tuple[Source, ...], past: Past
) -> tuple[list[Claim], Past]:
    """Return the claims of a sentence; words that tell none leave their times to the others."""
    triggers, past = events(scene), past.with_opener(scene)
    told, lost, after = _told(document, scene, (triggers, triggers), sources, past)
    telling = [t for t in triggers if t not in lost or why_of_others(scene, t) or is_aside(scene, t)]
    if telling and len(telling) < len(triggers):
        told, more, after = _told(document, scene, (triggers, telling), sources, past)
        lost |= more
    ways = aimed(scene, seen(scene, list(told.values())))
    ways = _of_one_side(uncounted(scene, set_off(scene, led_from(scene, carried_from(scene, ways)))))
    sided = led_to(scene, [_sided(scene, way, ways, past) for way in ways])
    departures = [t for t in triggers if frame_of(scene, t).frame is Frame.LEAVE]
    due = [due_there(scene, claim, document.published) for claim in lost_together(scene, sided)]
    found = [set_out(scene, claim, departures) for claim in due]
    found.sort(key=lambda c: c.trigger)
    kept = [c for c in found if not is_bare_way(c) and (len(found) == 1 or not is_vague(scene, c))]
    if not kept:
        return [], after
    kept = _denied_within(scene, kept)
    notes = _lost_words(scene, lost, [claim for claim in found if claim not in kept])
    return [replace(_with_heard(scene, claim, past), lost=notes) for claim in kept], after


def _of_one_side(ways: Sequence[Told]) -> list[Told]:
    """Give a force one side in its sentence: "Cairo has got back 177 soldiers who were seized at A"."""
    named = [way for way in ways if not any(note.kind in _OF_REPORT for note in way.claim.notes)]
    told = [(way.force.noun, way.claim.actor.country_code) for way in named if way.claim.actor]
    known = {noun: side for noun, side in told if side}
    return [_with_told(way, known.get(way.force.noun)) for way in ways]


def _with_told(way: Told, side: str | None) -> Told:
    who = way.claim.actor
    if who is None or who.country_code or side is None:
        return way
    return replace(way, claim=replace(way.claim, actor=replace(who, country_code=side, inferred=True)))


def _sided(scene: Scene, way: Told, ways: Sequence[Told], past: Past) -> Told:
    """Return a way with its side; who leaves where another way led is no more at home there than before."""
    if way.claim.origin == way.claim.destination:  # "who came to A left the town"
        way = replace(way, claim=replace(way.claim, origin=None))
    start = way.claim.origin
    led = start is not None and any(other.claim.destination == start for other in ways)
    return replace(way, claim=with_side(scene, way, past._replace(goal=start) if led else past))


def _denied_within(scene: Scene, found: list[Claim]) -> list[Claim]:
    """Deny what the other half of a sentence denies: "Men entered A, X says; Y denies having sent any"."""
    denial, at = found[-1], scene.word_at(found[-1].trigger.start)
    halves = [c for c in found if scene.strong_marks_between(scene.word_at(c.trigger.start), at)]
    denied = denied_by([denial], halves)
    if not denied:
        return found
    note = reason(ReasonKind.STATUS_REMARK, status=Status.DENIED, words=_words_from(scene, denial))
    told = [replace(c, status=Status.DENIED, notes=(*c.notes, note)) if c in denied else c for c in found]
    return told[:-1]


def _words_from(scene: Scene, claim: Claim) -> str:
    """Return the words of the half of a sentence that a claim stands in."""
    last = len(scene.sentence.tokens)
    at = scene.word_at(claim.trigger.start)
    first = next((n for n in range(at, 0, -1) if scene.strong_marks_between(n - 1, n)), 0)
    return scene.words(first, last)


def _with_heard(scene: Scene, claim: Claim, past: Past) -> Claim:
    """Give a claim the source of the sentence before, where the form of a verb says that others say so."""
    if claim.attribution or not past.heard or claim.status is not Status.UNCONFIRMED:
        return claim
    if "\n" in scene.text[past.until : scene.sentence.span.start] or not is_told_by_others(scene):
        return claim
    note = reason(ReasonKind.SOURCE_BEFORE, words=past.heard[0].text)
    return replace(claim, attribution=past.heard[:1], notes=(*claim.notes, note))


def _lost_words(scene: Scene, lost: _Lost, vague: Sequence[Claim]) -> tuple[str, ...]:
    """Return the words that could have told an event, and why they tell none."""
    barred = {m: why for m in scene.group("trigger") if (why := why_no_event(scene, m))}
    reasons = {m.span: (scene.words(m.first, m.last), why) for m, why in (barred | lost).items()}
    for claim in vague:
        words = claim.trigger.of(scene.text)
        reasons[claim.trigger] = (words, "no place, time or number of its own")
    return tuple(f"“{words}”: {why}" for _, (words, why) in sorted(reasons.items()))


def _told(
    document: Document,
    scene: Scene,
    spoken: tuple[Sequence[Match], Sequence[Match]],
    sources: tuple[Source, ...],
    past: Past,
) -> tuple[Known, _Lost, Past]:
    """Return the claims by force, why which triggers tell none, and what is known after them.

    `spoken` are all triggers, which share out the places, and those to read, which share out the times.
    """
    triggers, candidates = spoken
    named = [f for f in may_act(scene) if f.noun.value != SHIP or is_ship(scene, past, f)]
    told: Known = {}
    given = given_by(scene, triggers, named)
    lost = {trigger: why for trigger in candidates if (why := why_of_others(scene, trigger))}
    own = [t for t in candidates if t not in lost]
    acting = acting_of(scene, own, named)
    dated = [
        t
        for t in candidates
        if (t in lost and not is_sent_for(scene, t)) or (t not in acting and is_aside(scene, t))
    ]  # keep their times
    lost |= {trigger: "nobody is named" for trigger in own if trigger not in acting}
    bare = _without_sources(scene, sources)
    telling = _Telling(document, scene, bare, sources, tuple(triggers), (*acting, *dated))
    for trigger, chosen in acting.items():
        laden = chosen.noun.first in given or bool(chosen.again and past.cargo)
        force = replace(chosen, laden=True) if laden else chosen
        why = _why_nobody(bare, trigger, force, told, past)
        if why:
            lost[trigger] = why
            continue
        event = Event(trigger, telling.triggers, force)
        claim, where = _claimed(telling, event, told, past)
        claim = _timed_since(scene, claim, told, past)
        why = why_none(bare, event, claim, where)
        if why and not (claim.quantity and is_load(scene, event, past)):
            lost[trigger] = why
            continue
        claim = _settled(scene, event, claim, past)
        add(scene, told, event, claim, named)
        add_listed(scene, told, event, claim, where.more)
        past = past.after_claim(scene, claim, force)
    return told, lost, past


def _why_nobody(bare: Scene, trigger: Match, force: Force, told: Known, past: Past) -> str | None:
    """Return why what stands for a force stands for none that was told of, or None where it does.

    So many dead are those of the loss just told, not of one at another place.
    """
    before = antecedent(bare, force)
    hurt = any(m.value == Fate.WOUNDED and force.noun.span.covers(m.span) for m in bare.group("fate"))
    nobody = past.actor is None and before is None
    if force.again and (nobody or (hurt and not past.lost_just_now)):
        return "a pronoun for nobody named before"
    falls = force.noun.value == "alone" and frame_of(bare, trigger).frame is Frame.FALL
    if falls and (before.unit if before else past.unit) in CARRIERS:
        return "a machine, and nobody who was lost"  # "Two drones came; one was shot down"
    if is_of_dead(bare, trigger, force):
        return "the dead, who go nowhere"
    if force.noun.value != TOLL or told:
        return None
    placed = [m.place for m in bare.mentions if m.usage is Usage.LOCATIVE]
    known = past.loss.places if past.loss and past.lost_just_now else ()
    there = past.lost_just_now and all(place in known for place in placed)
    return None if there else "so many of nobody's"


def _claimed(telling: _Telling, event: Event, told: Known, past: Past) -> tuple[Claim, Where]:
    """Return what an event claims, be it little, and where it is; `told` is what the sentence has told."""
    scene, trigger = telling.scene, event.trigger
    time = time_of(scene, trigger, telling.timed)
    if time is None and frame_of(scene, trigger).frame is Frame.FALL:
        time = day_of_blow(scene, trigger)
    where = _where_it_came(scene, told, event) or where_of(telling.bare, event, past)
    where = _next_leg(scene, told, event, where)
    happened = _happening(scene, event, past)
    if happened:
        time = time or happened.time
        where = where if where.places else Where(places=happened.places, lent=True)
    account = (time, sources_for(scene, trigger, telling.sources), where)
    claim = _as_told_with(scene, event, claim_of(telling.document, scene, event, account, past), told)
    claim = left_again(scene, told, event, to_come(telling.document, scene, claim))
    if happened:
        note = reason(ReasonKind.AS_TOLD, words=happened.quote)
        claim = replace(claim, notes=(*claim.notes, note))
    return claim, where


def _settled(scene: Scene, event: Event, claim: Claim, past: Past) -> Claim:
    """Give a claim the day and the side that it takes from what was told before."""
    claim = _timed_along(scene, event, claim, past)
    return with_side(scene, Told(event.force, frame_of(scene, event.trigger).frame, claim), past)


def _as_told_with(scene: Scene, event: Event, claim: Claim, told: Known) -> Claim:
    """Give a verb left out, and one without a tense, the status of the one before it in its sentence.

    So "will call at A before sailing to B" tells two ways that are to come.
    """
    if not told or not (event.trigger.group == ECHO or is_next_leg(scene, event.trigger.first)):
        return claim
    return replace(claim, status=later_of(claim.status, list(told.values())[-1].claim.status))


def _timed_along(scene: Scene, event: Event, claim: Claim, past: Past) -> Claim:
    """Give what goes along with what was just told its day: "Eighty soldiers went with them", "They also"."""
    open_ended = claim.type is ClaimType.PRESENCE or claim.status in (Status.EXPECTED, Status.DENIED)
    if claim.time or scene.times or open_ended or past.done is None:
        return claim
    if is_load(scene, event, past):
        return replace(claim, time=past.done.time)
    if "\n" in scene.text[past.until : scene.sentence.span.start]:
        return claim
    words, tokens = scene.pack.words, [t.lower for t in scene.sentence.tokens]
    said = f" {' '.join(tokens)} "
    along = any(f" {phrase} " in said for phrase in words.along)
    they = any(m.last <= event.trigger.first for m in scene.group("again"))
    if not along and not (they and not words.also.isdisjoint(tokens)):
        return claim
    note = reason(ReasonKind.AS_TOLD, words=past.done.evidence[0].quote)
    return replace(claim, time=past.done.time, notes=(*claim.notes, note))


def _timed_since(scene: Scene, claim: Claim, told: Known, past: Past) -> Claim:
    """Let an event begin with what was just told: "They landed in March", "Kyiv has since sent more"."""
    known = [t.claim for t in told.values() if t.claim.time and t.claim.status is not Status.EXPECTED]
    if known and _is_since(scene, known[-1], claim):
        return _lasting(known[-1], claim)
    goes_on = past.done is not None and past.goes_on(scene)
    before = known[-1] if known else past.done if goes_on else None
    bare = claim.time is None and claim.status not in (Status.EXPECTED, Status.DENIED)
    if not bare or before is None or before.time is None or not _says_since(scene, claim):
        return claim
    if before.time.end is None:
        return replace(claim, time=before.time)
    return replace(claim, time=dates.since(before.time, before.time.end))


def _lasting(before: Claim, claim: Claim) -> Claim:
    """Give what goes on since an event its first day, and to losses where it led."""
    lent = claim.type is ClaimType.CASUALTIES and before.destination and not claim.places
    if lent and before.destination:
        claim = replace(claim, places=(before.destination,), place_spans=before.place_spans)
    start = before.time and before.time.start
    return replace(claim, time=dates.since(before.time, start)) if before.time and start else claim


def _is_since(scene: Scene, before: Claim, claim: Claim) -> bool:
    """Tell whether what is told goes on since an event that opens its sentence: "Since arriving in May"."""
    at, verb = scene.word_at(before.trigger.start), scene.word_at(claim.trigger.start)
    led = {t.lower for t in scene.sentence.tokens[max(0, at - _SINCE_REACH) : at]}
    since = at <= _SINCE_REACH and not led.isdisjoint(scene.pack.words.since_then)
    own = claim.time is not None and before.time is not None and claim.time.span != before.time.span
    done = claim.status in (Status.REPORTED, Status.CONFIRMED) and claim.type is not before.type
    return since and done and not own and scene.marks_between(at, verb) > 0


def _says_since(scene: Scene, claim: Claim) -> bool:
    """Tell whether "since" stands without a date: at the end, before a place, or behind "have"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    for first in [n for n, token in enumerate(tokens) if token.lower in words.since_then]:
        both = scene.words(first, min(first + 2, len(tokens))).lower()
        at = first + (" " in both and both in words.since_then)  # "since then"
        if any(t.span.start <= tokens[at].start < t.span.end for t in scene.times):
            continue
        link = scene.sentence.starting_at("role", at + 1)
        led = link is not None and link.value not in ("genitive", "origin") and link.first > at
        ends = at + 1 == len(tokens) or scene.marks_between(at, at + 1) > 0
        if first == 0:
            return ends  # "Depuis, 200 autres sont arrivés"
        near = not scene.marks_between(at, scene.word_at(claim.trigger.start))
        if near and (ends or led or tokens[at - 1].lower in scene.pack.auxiliaries):
            return True
    return False


def _happening(scene: Scene, event: Event, past: Past) -> Incident | None:
    """Return what was told before of the fighting or the accident in which a force is lost."""
    loss = past.loss if _is_of_that_loss(scene, event, past) else None
    if loss:
        return Incident(loss.time, loss.places, loss.evidence[0].quote)
    here = scene.times or any(m.usage is Usage.LOCATIVE for m in scene.mentions)
    if here or frame_of(scene, event.trigger).frame is not Frame.FALL or not past.goes_on(scene):
        return None
    said = f" {' '.join(t.lower for t in scene.sentence.tokens)} "
    in_all = any(f" {phrase} " in said for phrase in scene.pack.words.totals)
    return None if in_all else past.incident


def _is_of_that_loss(scene: Scene, event: Event, past: Past) -> bool:
    """Tell whether a loss is of the fighting told of before: "were wounded in the same ambush".

    So are "two of them" and "their comrades" in the sentence behind a loss, and who "also" fell, without
    a day and a place of their own.
    """
    tokens, words = [t.lower for t in scene.sentence.tokens], scene.pack.words
    if frame_of(scene, event.trigger).frame is not Frame.FALL:
        return False
    if any(one in words.same and other in words.engagements for one, other in pairwise(tokens)):
        return True
    here = scene.times or any(m.usage is Usage.LOCATIVE for m in scene.mentions)
    theirs = event.force.noun.value == TOLL or bool(scene.group("again", "there"))
    theirs = theirs or not words.also.union(words.owners).isdisjoint(tokens)
    goes_on = past.lost_just_now and theirs and "\n" not in scene.text[past.until : scene.sentence.span.start]
    that = any(one in words.definite and other in words.engagements for one, other in pairwise(tokens))
    return not here and not scene.sentence.is_heading and (goes_on or that)


def _where_echoed(scene: Scene, told: Known, event: Event) -> Where | None:
    """Return where so many more are without a place of their own: "has 400 men in Haiti, Jamaica 24".

    So is where the verb goes on to: B of "left A in July and B in August".
    """
    first = event.trigger.first
    town = next((m for m in scene.mentions if scene.first_word(m.span) == first), None)
    if town and event.trigger.group == ECHO:
        leaves = frame_of(scene, event.trigger).frame is Frame.LEAVE
        origin, goal = (town.place, None) if leaves else (None, town.place)
        return Where(origin, goal, spans=(town.span,))
    counts = event.trigger.group == ECHO and event.force.noun.first == first
    left = next((m for m in scene.mentions if counts and is_of(scene, m, event.force.noun.last)), None)
    if left and told and list(told.values())[-1].claim.origin:
        return Where(left.place, spans=(left.span,))  # "a retiré 150 soldats d'Erbil et 200 de Bagdad"
    counted = {scene.first_word(n.span) for n in scene.numbers}
    own = any(
        first <= scene.first_word(m.span) for m in scene.mentions if scene.after_word(m.span) not in counted
    )
    state = any(scene.after_word(m.span) == first for m in scene.mentions)  # not "40 are in A, up from 20"
    beside = event.force.noun.first - first in (0, 1)  # "300", "300 autres"
    if event.trigger.group == ECHO and beside and not own and told:
        way = list(told.values())[-1].claim  # "The Swedes left A in May, the British in June"
        if way.type.moves:  # "Poland sent A 14 tanks, Canada eight", "left A on Monday and 300 on Tuesday"
            return Where(way.origin, way.destination, way.places, spans=way.place_spans)
    stays = frame_of(scene, event.trigger).frame is Frame.STAY
    further = event.force.again and is_had(scene, event.force)  # "a 200 soldats à Gao et en aura 300"
    if own or not stays or not (further or (event.trigger.group == ECHO and state)):
        return None
    before = [t.claim for t in told.values() if t.claim.type is ClaimType.PRESENCE and t.claim.places]
    return Where(places=before[-1].places, spans=before[-1].place_spans) if before else None


def _where_it_came(scene: Scene, told: Known, event: Event) -> Where | None:
    """Return where a force is that the sentence has just brought there: "who came to A, hold the airport"."""
    there = _where_echoed(scene, told, event) or _where_others_went(scene, told, event)
    if there:
        return there
    known = told.get((event.force.noun.first, ClaimType.MOVEMENT, False))
    stays = frame_of(scene, event.trigger).frame is Frame.STAY and known is not None
    if known is None or not stays or known.claim.destination is None or known.claim.status is Status.EXPECTED:
        return None
    named = any(scene.first_word(m.span) >= event.trigger.first for m in scene.mentions)
    between = scene.sentence.tokens[known.force.noun.last : scene.word_at(known.claim.trigger.start)]
    relative = any(t.lower in scene.pack.words.relative for t in between)
    group = scene.sentence.tokens[max(0, event.trigger.first - SENT_REACH) : event.trigger.first + 1]
    still = any(t.lower in scene.pack.words.staying for t in group)  # "flown to A in May, are still lodged"
    here = (relative or still) and not named
    return Where(places=(known.claim.destination,), lent=True) if here else None


def _next_leg(scene: Scene, told: Known, event: Event, where: Where) -> Where:
    """Let who goes on set out from where the verb before led: "unloaded aid at A before sailing for B".

    A carrier goes on from where it brought others.
    """
    first, goes = event.trigger.first, (Frame.ARRIVE, Frame.LEAVE)
    if not told or frame_of(scene, event.trigger).frame not in goes:
        return where
    before = list(told.values())[-1]
    start = before.claim.destination
    brought = event.force.unit in CARRIERS and event.force.noun.last <= before.force.noun.first
    joined = {t.lower for t in scene.sentence.tokens[max(0, first - 2) : first]} & scene.pack.words.joiners
    if not is_next_leg(scene, first) and not (brought and joined):
        return where
    behind = (m.place for m in scene.mentions if scene.first_word(m.span) >= first)
    if start is None or where.destination in (None, start) or (where.origin in behind and where.origin):
        return where
    return replace(where, origin=start) if brought or event.force == before.force else where


def _where_others_went(scene: Scene, told: Known, event: Event) -> Where | None:
    """Return where one more goes that has no place of its own: "One left for A on Friday, a second later"."""
    before = antecedent(scene, event.force) if is_next_one(scene, event.force) else None
    known = told.get((before.noun.first, ClaimType.MOVEMENT, False)) if before else None
    if known is None or known.frame is not frame_of(scene, event.trigger).frame:
        return None
    if any(scene.first_word(m.span) > event.force.noun.first for m in scene.mentions):
        return None
    way = known.claim
    return Where(way.origin, way.destination, way.places, spans=way.place_spans)


def _without_sources(scene: Scene, sources: tuple[Source, ...]) -> Scene:
    """Return a scene without its sources' places: of "an army spokesman in Lilongwe" nobody went there."""
    aside = tuple(m for m in scene.mentions if is_of_source(scene, m, sources))
    forces = scene.group("force", "again")
    speak = [s.span for s in sources if not any(m.span.touches(s.span) for m in forces)]
    numbers_left = tuple(n for n in scene.numbers if not any(s.covers(n.span) for s in speak))
    if not aside and len(numbers_left) == len(scene.numbers):
        return scene
    mentions_left = tuple(m for m in scene.mentions if m not in aside)
    return replace(scene, mentions=mentions_left, numbers=numbers_left, aside=aside)
