"""Sentences to claims: who is said to have moved, stood, fallen or delivered, where, when and by whom.

A claim begins with a trigger word of the language pack. The force, the places and the times are those
that stand nearest to it, roles of places come from prepositions, status from cues near the trigger.
What a sentence does not say stays None.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from geo import dates, numbers
from geo.claims.actors import actor, agent, choose, frame_of, is_attribute, is_definite, sender, twins
from geo.claims.counts import quantity
from geo.claims.events import events, why_no_event
from geo.claims.forces import MATERIEL, PERSONNEL, SHIP, VESSELS, Force, forces
from geo.claims.merging import is_one_journey, joined, merged
from geo.claims.past import Past, is_of_source, where_of
from geo.claims.roles import Where
from geo.claims.scene import ECHO, Scene, clauses
from geo.claims.sources import is_hearsay, sources_of
from geo.claims.status import is_own_release, later_of, means_of, office_of, said_of_before, status_of
from geo.languages import Frame, LanguagePack
from geo.records import (
    Actor,
    Basis,
    Claim,
    ClaimType,
    Document,
    Evidence,
    Means,
    Mention,
    Place,
    Quantity,
    Source,
    Status,
    TimeExpression,
    Usage,
    content_id,
)
from geo.text import Match, Sentence

_CLOCK = frozenset({"h", "am", "pm", "min", "gmt", "utc"})
_OPENING = 2  # words before a time that opens a sentence
_AIM_REACH = 2  # words from a force that is sent to the verb of what for
_OBJECT_REACH = 1  # words between a verb of saying and the event that is its object
_THAT_REACH = 4  # words from a verb of saying to "that"
_PRONOUN_REACH = 6  # words from "she" to her verb
_YEAR_DIGITS = 4
_LONG_AGO = 120  # days since a date without a year, for it to be next year's where it is planned
_SOON = 45  # days ahead that a date without a year may lie where nothing says that it is to come
_ATTRIBUTE_REACH = 5  # words from a force to the word that says where it is: "adjective, based"
_MANY = 30  # so many of what was told as units are their people: "a battalion came; a further 500"
_MOVING = (ClaimType.MOVEMENT, ClaimType.SUPPLY)


def read(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    pack: LanguagePack,
    capitals: Mapping[str, Place] = MappingProxyType({}),
) -> tuple[Claim, ...]:
    """Return the claims of a document, in the order of the text.

    Parameters
    ----------
    document
        The report.
    sentences
        Its sentences, with words and lexicon matches.
    mentions
        Its place names, placed.
    times
        Its time expressions.
    pack
        The pack of its language.
    capitals
        The seats of government by country code, for "the Haitian capital".
    """
    reader = numbers.reader(pack)
    own = is_own_release(document.publisher, pack)
    past = Past(capitals=capitals)
    claims: list[Claim] = []
    before = 0  # claims of the sentence just before
    for sentence in sentences:
        scene = Scene(
            document.text,
            sentence,
            tuple(m for m in mentions if sentence.span.covers(m.span)),
            tuple(t for t in times if sentence.span.covers(t.span)),
            reader.read(document.text, sentence.tokens, sentence.matches)
            if _speaks_of_events(sentence)
            else (),
            pack,
            own,
        )
        sources = sources_of(scene, past.sources)
        found, past = _in_scene(document, scene, sources, past)
        if not found and before:
            status, remark = said_of_before(scene), sentence.span.of(document.text)
            claims[-before:] = [_remarked(claim, status, remark) for claim in claims[-before:]]
        before = len(found)
        claims += found
        past = past.after(scene, found, sources)
    return joined(claims)


def _remarked(claim: Claim, status: Status, remark: str) -> Claim:
    """Return a claim as the remark that follows it leaves it."""
    if later_of(claim.status, status) is claim.status:
        return claim
    return replace(claim, status=status, notes=(*claim.notes, f"status: {status} by “{remark}”"))


def _speaks_of_events(sentence: Sentence) -> bool:
    return any(m.group in ("trigger", "force", "goods", "demonym") for m in sentence.matches)


Told = dict[tuple[int, ClaimType, bool], tuple[Force, Claim]]
Lost = dict[Match, str]


def _in_scene(
    document: Document, scene: Scene, sources: tuple[Source, ...], past: Past
) -> tuple[list[Claim], Past]:
    """Return the claims of a sentence; words that tell none leave their times to the others."""
    triggers = events(scene)
    told, lost, after = _told(document, scene, (triggers, triggers), sources, past)
    telling = [t for t in triggers if t not in lost]
    if telling and lost:
        told, more, after = _told(document, scene, (triggers, telling), sources, past)
        lost |= more
    ways = _led_to(_led_from(scene, _aimed(scene, list(told.values()))))
    found = sorted(_lost_together(ways), key=lambda c: c.trigger)
    kept = [claim for claim in found if len(found) == 1 or not _is_vague(claim)]
    notes = _lost_words(scene, lost, [claim for claim in found if claim not in kept])
    return [_to_come(document, scene, replace(claim, lost=notes)) for claim in kept], after


def _lost_words(scene: Scene, lost: Lost, vague: Sequence[Claim]) -> tuple[str, ...]:
    """Return the words that could have told an event, and why they tell none."""
    barred = {m: why for m in scene.group("trigger") if (why := why_no_event(scene, m))}
    reasons = {m.span: (scene.words(m.first, m.last), why) for m, why in (barred | lost).items()}
    for claim in vague:
        words = claim.trigger.of(scene.text)
        reasons[claim.trigger] = (words, "no place, time or number of its own beside others")
    return tuple(f"“{words}”: {why}" for _, (words, why) in sorted(reasons.items()))


def _told(
    document: Document,
    scene: Scene,
    spoken: tuple[Sequence[Match], Sequence[Match]],
    sources: tuple[Source, ...],
    past: Past,
) -> tuple[Told, Lost, Past]:
    """Return the claims by force, why which triggers tell none, and what is known after them.

    `spoken` are all triggers, which share out the places, and those to read, which share out the times.
    """
    triggers, candidates = spoken
    named = [f for f in forces(scene) if f.noun.value != SHIP or _is_ship(scene, past)]
    told: Told = {}
    given = _given(scene, triggers, named)
    told_of = _without_sources(scene, sources)
    acting = {trigger: force for trigger in candidates if (force := _force(scene, trigger, named))}
    lost = {trigger: "nobody is named" for trigger in candidates if trigger not in acting}
    for trigger, chosen in acting.items():
        laden = chosen.noun.first in given or bool(chosen.again and past.cargo)
        force = replace(chosen, laden=True) if laden else chosen
        if force.again and past.actor is None and _named_before(scene, force) is None:
            lost[trigger] = "a pronoun for nobody named before"
            continue
        time = _time(scene, trigger, list(acting))
        event = (trigger, triggers, force)
        claim = _claim(document, scene, event, (time, sources, told_of), past)
        why = _why_none(told_of, event, claim, past)
        if why:
            lost[trigger] = why
            continue
        if trigger.group == ECHO and told:  # the verb left out tells its status as well
            claim = replace(claim, status=later_of(claim.status, list(told.values())[-1][1].status))
        _add(scene, told, (trigger, force, claim), named)
        past = past.after_claim(claim, force.unit if not force.again else past.unit or force.unit)
    return told, lost, past


def _is_ship(scene: Scene, past: Past) -> bool:
    """Tell whether "she" may stand for the force named last, a ship, in a sentence with a place."""
    return past.unit == VESSELS and any(m.usage is Usage.LOCATIVE for m in scene.mentions)


def _add(scene: Scene, told: Told, event: tuple[Match, Force, Claim], named: Sequence[Force]) -> None:
    """Add a claim to those of its force, and its like for each force that does the same."""
    trigger, force, claim = event
    denied = claim.status is Status.DENIED
    for twin in twins(scene, trigger, force, named):
        told.setdefault((twin.noun.first, claim.type, denied), (twin, _as(scene, claim, twin)))
    key = (force.noun.first, claim.type, denied)
    key = next((k for k, (f, c) in told.items() if _goes_on(scene, (f, c), (force, claim))), key)
    if key in told and _sets_out_again(scene, told[key][1], claim):
        key = (trigger.first, claim.type, denied)
    known = told.get(key)
    told[key] = (force, claim) if known is None else (known[0], merged(known[1], claim))


def _aimed(scene: Scene, told: Sequence[tuple[Force, Claim]]) -> list[tuple[Force, Claim]]:
    """Read what a force is sent for as where it goes: "sent troops to fight in Mali" puts none there yet."""
    kept = list(told)
    for force, aim in told:
        sent = next((n for n, known in enumerate(kept) if _is_aim(scene, known, (force, aim))), None)
        if sent is not None:
            sending = kept[sent][1]
            goal = sending.destination or (aim.places[0] if aim.places and not sending.places else None)
            kept[sent] = (force, replace(sending, destination=goal))
            kept.remove((force, aim))
    return kept


def _is_aim(scene: Scene, known: tuple[Force, Claim], more: tuple[Force, Claim]) -> bool:
    """Tell whether a force is the object of a verb of sending, and the next verb says what for."""
    (force, sending), (other, aim) = known, more
    if force != other or sending.type is not ClaimType.MOVEMENT or aim.type is not ClaimType.PRESENCE:
        return False
    sent, aimed = scene.word_at(sending.trigger.start), scene.word_at(aim.trigger.start)
    follows = sent < force.noun.first and 0 <= aimed - force.noun.last <= _AIM_REACH
    before = scene.sentence.tokens[max(aimed - _AIM_REACH, 0) : aimed]
    follows = follows or (sent < aimed and any(t.lower in scene.pack.words.purpose for t in before))
    elsewhere = sending.destination and aim.places and sending.destination not in aim.places
    return follows and not elsewhere and scene.marks_between(sent, aimed) == 0


def _led_from(scene: Scene, told: Sequence[tuple[Force, Claim]]) -> list[tuple[Force, Claim]]:
    """Let a force that leaves set out from where its own words put it: "troops based in A left"."""
    kept = list(told)
    for force, there in told:
        gone = next((n for n, known in enumerate(kept) if _leaves(scene, (force, there), known)), None)
        if gone is not None:
            kept[gone] = (kept[gone][0], replace(kept[gone][1], origin=there.places[0]))
            kept.remove((force, there))
    return kept


def _leaves(scene: Scene, there: tuple[Force, Claim], known: tuple[Force, Claim]) -> bool:
    """Tell whether a presence only says which force it is that moves in the same sentence."""
    (force, presence), (other, way) = there, known
    if force != other or presence.type is not ClaimType.PRESENCE or way.type is not ClaimType.MOVEMENT:
        return False
    at, goes = scene.word_at(presence.trigger.start), scene.word_at(way.trigger.start)
    beside = 0 <= at - force.noun.last <= _ATTRIBUTE_REACH and scene.marks_between(force.noun.last, goes) == 0
    joined = any(t.lower in scene.pack.words.joiners for t in scene.sentence.tokens[at:goes])
    free = way.origin is None and bool(presence.places) and presence.places[0] != way.destination
    return beside and at < goes and free and not joined


def _led_to(told: Sequence[tuple[Force, Claim]]) -> list[Claim]:
    """Let a way without an end lead to where the same force is: "ils sont en Russie, transportés en mai"."""
    there = {f.noun.first: c for f, c in told if c.type is ClaimType.PRESENCE and c.places}
    return [
        replace(
            claim,
            destination=there[force.noun.first].places[0],
            status=later_of(claim.status, there[force.noun.first].status),
        )
        if claim.type is ClaimType.MOVEMENT
        and claim.status not in (Status.EXPECTED, Status.DENIED)
        and force.noun.first in there
        and not (claim.origin or claim.destination or claim.places)
        else claim
        for force, claim in told
    ]


def _lost_together(told: Sequence[Claim]) -> list[Claim]:
    """Let the losses of a sentence share its time: "two died on Sunday, and a third was wounded"."""
    times = [c.time for c in told if c.type is ClaimType.CASUALTIES and c.time]
    alone = times[0] if len(set(times)) == 1 else None
    return [replace(c, time=alone) if c.type is ClaimType.CASUALTIES and c.time is None else c for c in told]


def _is_vague(claim: Claim) -> bool:
    """Tell whether a claim only puts somebody where another sentence plays, or on the move."""
    nowhere = not (claim.origin or claim.destination or claim.time)
    vague = claim.type is ClaimType.PRESENCE or (claim.type is ClaimType.MOVEMENT and nowhere)
    return vague and not claim.place_spans and claim.quantity is None


def _as(scene: Scene, claim: Claim, twin: Force) -> Claim:
    """Return the claim of a force that does the same as another: "and two Dutch companies"."""
    kind = ClaimType.SUPPLY if twin.goods and claim.type in _MOVING else claim.type
    number = quantity(scene, twin)
    told = content_id("c", claim.id, twin.noun.span)
    who = actor(scene, twin)
    side = who.country_code or (claim.actor.country_code if claim.actor else None)
    return replace(claim, id=told, type=kind, actor=replace(who, country_code=side), quantity=number)


def _force(scene: Scene, trigger: Match, named: Sequence[Force]) -> Force | None:
    """Return whom a trigger speaks of; None where nobody is named, and so nothing is told."""
    if trigger.group == ECHO:
        return _echoed(scene, trigger, named)
    near = [f for f in named if f.noun.value != SHIP or 0 <= trigger.first - f.noun.last <= _PRONOUN_REACH]
    return choose(scene, trigger, frame_of(scene, trigger).frame, near)


def _echoed(scene: Scene, echo: Match, named: Sequence[Force]) -> Force:
    """Return the force that a second number counts: the noun behind it, or the one named before."""
    number = next((n for n in scene.numbers if scene.first_word(n.span) == echo.first), None)
    if number is None:
        return next(f for f in named if f.noun.first == echo.first)
    after = scene.after_word(number.span)
    behind = [f for f in named if 0 <= f.noun.first - after <= 1]
    whole = Match("again", "again", echo.first, after, number.span)
    return behind[0] if behind else Force(whole, PERSONNEL, goods=False, again=True)


def _given(scene: Scene, triggers: Sequence[Match], named: Sequence[Force]) -> frozenset[int]:
    """Return where materiel is named that somebody gives: however it goes on from there, it is supplied."""
    gifts = (t for t in triggers if frame_of(scene, t).frame is Frame.DELIVER)
    chosen = (choose(scene, gift, Frame.DELIVER, named) for gift in gifts)
    return frozenset(force.noun.first for force in chosen if force and force.unit in MATERIEL)


def _goes_on(scene: Scene, known: tuple[Force, Claim], more: tuple[Force, Claim]) -> bool:
    """Tell whether a claim ends the way that another begins: "that left A on 1 May, reached B on 3 May".

    The force of the second is that of the first, a pronoun for it or its apposition, not one joined by "and".
    """
    (_, first), (force, second) = known, more
    if not is_one_journey(first, second):
        return False
    at = scene.word_at(first.trigger.end)
    between = scene.sentence.tokens[at : force.noun.first]
    return force.again or not any(
        t.lower in scene.pack.words.joiners | scene.pack.words.contrast for t in between
    )


def _sets_out_again(scene: Scene, first: Claim, second: Claim) -> bool:
    """Tell whether a force leaves where it had come to: "landed at A in May and pulled out of B in June"."""
    arrived = first.destination is not None and first.origin is None
    if not (is_one_journey(first, second) and arrived and first.trigger < second.trigger):
        return False
    between = scene.sentence.tokens[scene.word_at(first.trigger.end) : scene.word_at(second.trigger.start)]
    return any(t.lower in scene.pack.words.joiners | scene.pack.words.contrast for t in between)


def _type(frame: Frame, kind: ClaimType, force: Force) -> ClaimType:
    """Goods are supplied, whichever verb moves them; people and units are not."""
    if frame is Frame.DELIVER and force.unit in MATERIEL:
        return ClaimType.SUPPLY
    if frame in (Frame.SEND, Frame.DELIVER, Frame.ARRIVE, Frame.LEAVE):
        return ClaimType.SUPPLY if force.goods or force.laden else ClaimType.MOVEMENT
    return kind


def _without_sources(scene: Scene, sources: tuple[Source, ...]) -> Scene:
    """Return a scene without its sources' places: of "an army spokesman in Lilongwe" nobody went there."""
    aside = tuple(m for m in scene.mentions if is_of_source(scene, m, sources))
    return replace(scene, mentions=tuple(m for m in scene.mentions if m not in aside), aside=aside)


def _claim(
    document: Document,
    scene: Scene,
    event: tuple[Match, Sequence[Match], Force],
    account: tuple[TimeExpression | None, tuple[Source, ...], Scene],
    past: Past,
) -> Claim:
    """Return what a trigger tells of a force, be it little; `_why_none` judges it."""
    (trigger, _, force), (time, sources, told_of) = event, account
    rule = frame_of(scene, trigger)
    who, notes = _with_speaker(scene, _actor(scene, trigger, force, past), sources)
    where = where_of(told_of, event, past)
    number = _counted(scene, rule.frame, force, past)
    kind = _type(rule.frame, rule.type, force)
    if kind is ClaimType.SUPPLY and not force.laden and _is_within_state(where):
        kind = ClaimType.MOVEMENT
    status, weighed = status_of(scene, (trigger, force.noun), _parties(who, where), sources)
    if status is Status.DENIED and number and number.unit == PERSONNEL and number.high == 1:
        number = None  # "denies having sent a single man"
    start, quote = scene.sentence.span.start, scene.sentence.span.of(scene.text)
    return Claim(
        id=content_id("c", document.id, document.sha256, start, trigger.span, kind),
        document_id=document.id,
        evidence=(Evidence(scene.sentence.span, quote),),
        type=kind,
        status=status,
        actor=who,
        quantity=number,
        origin=where.origin,
        destination=where.destination,
        places=where.places,
        time=time,
        means=means_of(scene, trigger) or _own_means(force, past) if kind in _MOVING else None,
        attribution=sources,
        trigger=trigger.span,
        rule=f"{scene.pack.code}:{rule.name}",
        notes=notes + weighed,
        place_spans=where.spans,
    )


def _own_means(force: Force, past: Past) -> Means | None:
    """Return by which way a ship moves, where no word tells."""
    unit = past.unit if force.again else force.unit
    return Means.SEA if unit == VESSELS else None


def _why_none(
    scene: Scene, event: tuple[Match, Sequence[Match], Force], claim: Claim, past: Past
) -> str | None:
    """Return why what a trigger tells is too little for a claim, or None where it is one."""
    trigger, _, force = event
    somewhere = bool(claim.origin or claim.destination or claim.places)
    bare = claim.quantity is None and claim.time is None
    lent = claim.type is ClaimType.PRESENCE and where_of(scene, event, past).lent
    told = somewhere or _has_unplaced(scene)
    if claim.type is ClaimType.PRESENCE and not told:
        return "nowhere in particular"
    if bare and (lent or (force.again and _goes_unsaid(claim))):
        return "to stay or go on, without a word of where, when or how many"
    if told:
        return None
    attribute = claim.type is ClaimType.SUPPLY and is_attribute(scene, trigger, force, claim.time)
    if attribute and claim.quantity is None:
        return "it only says which goods are meant"
    return _why_nowhere(scene, trigger, claim)


def _why_nowhere(scene: Scene, trigger: Match, claim: Claim) -> str | None:
    """Return why an event without a place is too little for a claim."""
    named = claim.actor is not None and claim.actor.country_code is not None
    in_general = frame_of(scene, trigger).nominal or scene.sentence.is_heading
    if claim.quantity is None and (not named or (in_general and claim.time is None)):
        return "neither where nor how many"
    return None if named or claim.time else "so many of nobody's, nowhere, at no time"


def _goes_unsaid(claim: Claim) -> bool:
    """Tell whether the way of a movement is that of one told before."""
    somewhere = claim.origin or claim.destination or claim.places
    moves = claim.type is ClaimType.MOVEMENT and claim.status is Status.REPORTED
    return bool(moves and somewhere and not claim.place_spans)


def _has_unplaced(scene: Scene) -> bool:
    """Tell whether a sentence names a place that no gazetteer holds: somewhere, if nobody knows where."""
    return any(m.place is None and m.usage is Usage.LOCATIVE for m in scene.mentions)


def _is_within_state(where: Where) -> bool:
    """Tell whether a way begins and ends in one state: nobody else is given what goes it."""
    ends = {p.country_code for p in (where.origin, where.destination) if p}
    return where.origin is not None and where.destination is not None and len(ends) == 1


def _counted(scene: Scene, frame: Frame, force: Force, past: Past) -> Quantity | None:
    """Return how many; what stands for a force named before is counted as that was: "one more"."""
    number = quantity(scene, force)
    again = number and force.again and past.unit and number.unit == PERSONNEL and frame is not Frame.FALL
    if number and again and (past.unit in MATERIEL or (number.low or 0) < _MANY):
        return replace(number, unit=past.unit)
    return number


def _parties(who: Actor, where: Where) -> frozenset[str]:
    places = (where.origin, where.destination, *where.places)
    codes = (who.country_code, *(p.country_code for p in places if p))
    return frozenset(code for code in codes if code)


def _actor(scene: Scene, trigger: Match, force: Force, past: Past) -> tuple[Actor, tuple[str, ...]]:
    """Return the actor; where its own words tell no side, the sender's or the one named before."""
    found = actor(scene, force)
    before = past.people if frame_of(scene, trigger).frame in (Frame.STAY, Frame.FALL) else past.actor
    before = _named_before(scene, force) or before
    if force.again and before:
        told = f"“{found.text}” is read as “{before.text}”, named before"
        side = before.country_code or (sender(scene, trigger) if trigger.group == ECHO else None)
        return replace(found, text=before.text, country_code=side), (told,)
    if found.country_code:
        return found, ()
    acts = frame_of(scene, trigger).frame in (Frame.SEND, Frame.DELIVER)
    behind = force.noun.first >= trigger.last
    state = sender(scene, trigger) if behind else (agent(scene, trigger) if acts else None)
    if state:
        return replace(found, country_code=state), (f"side {state}: the state that acts in the sentence",)
    one_side = len(past.sides) == 1
    if past.actor and past.actor.country_code and (one_side or is_definite(scene, force)):
        side = past.actor.country_code
        return replace(found, country_code=side), (f"side {side}: that of “{past.actor.text}”, named before",)
    return found, ()


def _with_speaker(
    scene: Scene, acting: tuple[Actor, tuple[str, ...]], sources: Sequence[Source]
) -> tuple[Actor, tuple[str, ...]]:
    """Give a force of no known side that of the one army that speaks of it: "the US Navy says"."""
    who, notes = acting
    nations = office_of(scene, sources[0]) if sources and who.country_code is None else None
    if not nations or len(nations) > 1:
        return acting
    side = next(iter(nations))
    note = f"side {side}: that of “{sources[0].text}”, who says so"
    return (replace(who, country_code=side), (*notes, note)) if side else acting


def _named_before(scene: Scene, force: Force) -> Actor | None:
    """Return the force of the same sentence that a word like "of them" stands for."""
    if not force.again:
        return None
    own = [f for f in forces(scene) if not f.again and not f.goods and f.noun.last <= force.noun.first]
    own = [f for f in own if not scene.strong_marks_between(f.noun.first, force.noun.first)]
    return actor(scene, own[-1]) if own else None


def _time(scene: Scene, trigger: Match, triggers: Sequence[Match]) -> TimeExpression | None:
    """Return the time nearest to the trigger that is not nearer to another, nor to a verb of saying."""

    def own(time: TimeExpression) -> bool:
        at = scene.first_word(time.span)
        if any(_dates_saying(scene, time, m) for m in says) or scene.strong_marks_between(at, trigger.first):
            return False
        mine = [t for t in triggers if at >= begins[t]] or triggers
        return min(mine, key=lambda t: (scene.distance(t.first, at), t.first)) is trigger

    says = [verb for verb in scene.group("say") if not is_hearsay(scene, verb)]
    begins = clauses(scene, tuple(triggers))
    told = [t for t in scene.times if not _dates_account(scene, t, trigger) and not _is_stamp(scene, t)]
    opening = (t for t in told if _opens(scene, t))
    near = [t for t in told if own(t)] or [
        t for t in opening if ";" not in scene.text[t.span.end : trigger.span.start]
    ]
    return min(near, key=lambda t: scene.distance(scene.first_word(t.span), trigger.first), default=None)


def _to_come(document: Document, scene: Scene, claim: Claim) -> Claim:
    """Read a day of what is planned as the one to come, and what is dated after the report as planned."""
    time, today = claim.time, document.published
    if time is None or today is None:
        return claim
    last = time.end or time.start
    if claim.status is Status.EXPECTED and last and last < today:
        return replace(claim, time=_next(scene, time, today))
    ahead = time.start and time.start >= today and (time.end is None or time.end > today)
    if not ahead or _is_since(scene, time) or later_of(claim.status, Status.EXPECTED) is claim.status:
        return claim
    if time.start and (time.start - today).days > _SOON and _lacks_year(scene, time):
        return replace(claim, time=dates.year_later(time, -1))  # "in April 177 airmen were flown home"
    if dates.is_weekend(time) and claim.status in (Status.REPORTED, Status.CONFIRMED):
        return replace(claim, time=dates.week_earlier(time))  # "lorries set out at the weekend"
    note = f"status: expected, for “{time.span.of(scene.text)}” is still to come"
    return replace(claim, status=Status.EXPECTED, notes=(*claim.notes, note))


def _is_since(scene: Scene, time: TimeExpression) -> bool:
    """Tell whether a time began already: "since dawn"."""
    words = f"{time.span.of(scene.text).casefold()} "
    return any(words.startswith(f"{word} ") for word in scene.pack.dates.vocabulary["relations"]["since"])


def _next(scene: Scene, time: TimeExpression, today: dt.date) -> TimeExpression:
    """Return the weekday of the week after, or the day of the year after where no year is told."""
    if _is_weekday(scene, time):
        return dates.week_later(time)
    last = time.end or time.start
    long_ago = last is not None and (today - last).days > _LONG_AGO
    return dates.year_later(time) if long_ago and _lacks_year(scene, time) else time


def _lacks_year(scene: Scene, time: TimeExpression) -> bool:
    """Tell whether a time names a month and no year, and has that of the publication."""
    words = time.span.of(scene.text).casefold().split()
    months = scene.pack.dates.vocabulary["months"].values()
    named = any(word.casefold() in words for names in months for word in names)
    dated = any(len(word) == _YEAR_DIGITS and word.isdigit() for word in words)
    return named and not dated and time.basis is Basis.PUBLISHED


def _is_stamp(scene: Scene, time: TimeExpression) -> bool:
    """Tell whether a time is the stamp of an entry of a live report: "11:45 Still no word of it"."""
    words = time.span.of(scene.text)
    named = any(word.isalpha() and word.casefold() not in _CLOCK for word in words.split())
    return scene.first_word(time.span) == 0 and words[:1].isdigit() and not named


def _opens(scene: Scene, time: TimeExpression) -> bool:
    """Tell whether a time opens the sentence, and so may date all that it tells."""
    return scene.first_word(time.span) <= _OPENING and time.start is not None


def _dates_account(scene: Scene, time: TimeExpression, trigger: Match) -> bool:
    """Tell whether a time that opens a sentence dates what is said: "On 28 April KCNA admitted that ..."."""
    if not _opens(scene, time):
        return False
    after = scene.after_word(time.span)
    verbs = [m for m in scene.group("say") if after <= m.first < trigger.first]
    clause = scene.pack.words.clause
    tokens = scene.sentence.tokens
    if any(0 <= trigger.first - verb.last <= _OBJECT_REACH for verb in verbs):
        return True  # "admitted having sent", "announced the dispatch"
    return any(t.lower in clause for verb in verbs for t in tokens[verb.last : verb.last + _THAT_REACH])


def _dates_saying(scene: Scene, time: TimeExpression, verb: Match) -> bool:
    """Tell whether a time stands beside a verb of saying, with no comma between: "said on Monday"."""
    at, after = scene.first_word(time.span), scene.after_word(time.span)
    if 0 <= at - verb.last <= 1:
        return scene.marks_between(verb.last - 1, at) == 0
    return 0 <= verb.first - after <= 1 and scene.marks_between(after - 1, verb.first) == 0


def _is_weekday(scene: Scene, time: TimeExpression) -> bool:
    last = time.span.of(scene.text).split()[-1].casefold()
    weekdays = scene.pack.dates.vocabulary["weekdays"].values()
    return any(last == word.casefold() for words in weekdays for word in words)
