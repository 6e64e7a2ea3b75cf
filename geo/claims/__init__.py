"""Sentences to claims: who is said to have moved, stood, fallen or delivered, where, when and by whom.

A claim begins with a trigger word of the language pack. The force, the places and the times are those
that stand nearest to it, roles of places come from prepositions, status from cues near the trigger.
What a sentence does not say stays None.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from geo import dates, numbers
from geo.claims.actors import MATERIEL, Force, actor, choose, forces, frame_of, is_definite, quantity, sender
from geo.claims.roles import Role, Where, places_of, role_of
from geo.claims.scene import Scene
from geo.claims.sources import sources_of
from geo.claims.status import is_own_release, means_of, status_of
from geo.languages import Frame, LanguagePack
from geo.records import (
    Actor,
    Claim,
    ClaimType,
    Document,
    Evidence,
    Mention,
    Place,
    Source,
    Status,
    TimeExpression,
    Usage,
    content_id,
)
from geo.text import Match, Sentence

_MOVING = (ClaimType.MOVEMENT, ClaimType.SUPPLY)
_THERE_REACH = 10
_HEAD = 3  # words before a force that stands at the head of a sentence
_UNSAID_REACH = 12  # words from a force to the place where it is, without a verb between


@dataclass(frozen=True, slots=True)
class _Past:
    """What the sentences before told: the last force, place and goal, the sides seen, the sources.

    `near` is where the sentence just before leads or plays, None where it names no such place.
    """

    actor: Actor | None = None
    place: Place | None = None
    goal: Place | None = None
    start: Place | None = None
    near: Place | None = None
    sides: frozenset[str] = frozenset()
    sources: tuple[Source, ...] = ()


def read(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    pack: LanguagePack,
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
    """
    reader = numbers.reader(pack)
    own = is_own_release(document.publisher, pack)
    past = _Past()
    claims: list[Claim] = []
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
        found = _in_scene(document, scene, sources, past)
        claims += found
        past = _after(scene, found, sources, past)
    return _joined(claims)


def _speaks_of_events(sentence: Sentence) -> bool:
    return any(m.group in ("trigger", "force", "goods") for m in sentence.matches)


def _after(scene: Scene, found: Sequence[Claim], sources: tuple[Source, ...], past: _Past) -> _Past:
    last_actor = next((c.actor for c in reversed(found) if c.actor), past.actor)
    placed = [m.place for m in scene.mentions if m.place and m.usage is Usage.LOCATIVE]
    starts = [c.origin for c in found if c.origin]
    goals = [p for c in found for p in (c.destination, *c.places) if p]
    return _Past(
        last_actor,
        placed[-1] if placed else past.place,
        goals[-1] if goals else past.goal,
        starts[-1] if starts else past.start,
        goals[-1] if goals else (placed[-1] if placed else None),
        past.sides | {c.actor.country_code for c in found if c.actor and c.actor.country_code},
        sources or past.sources,
    )


def _triggers(scene: Scene) -> list[Match]:
    """Return the words of a sentence that name an event, without look-alikes and parts of place names."""
    barred = [m.span for m in scene.group("not_trigger")] + [m.span for m in scene.mentions]
    nouns = [m.span for m in scene.group("force", "goods")]
    found = [
        m
        for m in scene.group("trigger")
        if not any(span.touches(m.span) for span in barred) and not any(span.covers(m.span) for span in nouns)
    ]
    return [m for m in found if not _is_condition(scene, m)]


def _unsaid(scene: Scene, force: Force) -> Match | None:
    """Return what stands for the verb of a sentence that names a force and a place, and no event.

    The force is one of the sentence's own, counted or with its nation or at its head.
    """
    if force.again or force.goods:
        return None
    found = actor(scene, force)
    head = scene.first_word(found.span) <= _HEAD
    if not (head or found.country_code or quantity(scene, force)):
        return None
    after = [m for m in scene.mentions if scene.first_word(m.span) >= force.noun.last and m.place]
    for mention in after:
        at = scene.first_word(mention.span)
        role = role_of(scene, mention)
        if (
            mention.usage is not Usage.LOCATIVE
            or at == force.noun.last
            or scene.distance(force.noun.last, at) > _UNSAID_REACH
        ):
            continue
        if role in (Role.DESTINATION, Role.LOCATION):
            value = "is" if role is Role.LOCATION else "goes"
            return Match("trigger", value, at - 1, at, scene.span(at - 1, at))  # the preposition speaks
    return None


def _is_condition(scene: Scene, trigger: Match) -> bool:
    """Tell whether "if" opens the trigger's clause: what would be is no claim."""
    for at in range(trigger.first - 1, -1, -1):
        if scene.sentence.tokens[at].lower in scene.pack.words.conditions:
            return True
        if scene.marks_between(at, at + 1):
            return False
    return False


def _in_scene(document: Document, scene: Scene, sources: tuple[Source, ...], past: _Past) -> list[Claim]:
    triggers = _triggers(scene)
    named = forces(scene)
    if not triggers:
        triggers = [unsaid for unsaid in (_unsaid(scene, force) for force in named) if unsaid][:1]
    claims: dict[tuple[int, ClaimType], Claim] = {}
    for trigger in triggers:
        rule = frame_of(scene, trigger)
        force = choose(scene, trigger, rule.frame, named)
        if force is None or (force.again and past.actor is None):
            continue
        claim = _claim(document, scene, (trigger, triggers, force), sources, past)
        if claim is None:
            continue
        key = (force.noun.first, claim.type)
        known = claims.get(key)
        claims[key] = claim if known is None else _merged(known, claim)
    return sorted(claims.values(), key=lambda c: c.trigger)


def _filled(claim: Claim) -> int:
    where = bool(claim.destination) * 2 + bool(claim.origin) * 2 + bool(claim.places) * 2
    return where + bool(claim.time) + bool(claim.quantity)


def _merged(left: Claim, right: Claim) -> Claim:
    """Make one claim of a departure and an arrival of one force: "parti d'Abidjan, arrivé à Bamako"."""
    main, other = (left, right) if _filled(left) >= _filled(right) else (right, left)
    spans = main.place_spans + tuple(s for s in other.place_spans if s not in main.place_spans)
    ends = {p.id for p in (main.origin, main.destination) if p}
    return replace(
        main,
        origin=main.origin or (None if other.origin and other.origin.id in ends else other.origin),
        destination=main.destination
        or (None if other.destination and other.destination.id in ends else other.destination),
        places=main.places or other.places,
        time=main.time or other.time,
        quantity=main.quantity or other.quantity,
        means=main.means or other.means,
        status=max(main.status, other.status, key=list(Status).index),
        place_spans=spans,
    )


def _type(frame: Frame, kind: ClaimType, force: Force) -> ClaimType:
    """Goods are supplied, whichever verb moves them; people and units are not."""
    if frame is Frame.DELIVER and force.unit in MATERIEL:
        return ClaimType.SUPPLY
    if frame in (Frame.SEND, Frame.DELIVER, Frame.ARRIVE, Frame.LEAVE):
        return ClaimType.SUPPLY if force.goods or force.laden else ClaimType.MOVEMENT
    return kind


def _claim(
    document: Document,
    scene: Scene,
    event: tuple[Match, Sequence[Match], Force],
    sources: tuple[Source, ...],
    past: _Past,
) -> Claim | None:
    trigger, triggers, force = event
    rule = frame_of(scene, trigger)
    who, notes = _actor(scene, trigger, force, past)
    # "an army spokesman in Lilongwe" says where the source is, not where the force went.
    apart = tuple(m for m in scene.mentions if not any(s.span.covers(m.span) for s in sources))
    where = _where(replace(scene, mentions=apart), event, past)
    number = quantity(scene, force)
    kind = _type(rule.frame, rule.type, force)
    status = status_of(scene, (trigger, force.noun), _parties(who, where), sources)
    time = _time(document, scene, trigger, triggers, status)
    told = where.origin or where.destination or where.places or number
    vague = rule.nominal or scene.sentence.is_heading
    if kind is ClaimType.PRESENCE and not where.places:
        return None  # to be nowhere in particular is no claim
    if not told and (who.country_code is None or (vague and time is None)):
        return None
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
        means=means_of(scene, trigger) if kind in _MOVING else None,
        attribution=sources,
        trigger=trigger.span,
        rule=f"{scene.pack.code}:{rule.name}",
        notes=notes,
        place_spans=where.spans,
    )


def _parties(who: Actor, where: Where) -> frozenset[str]:
    places = (where.origin, where.destination, *where.places)
    codes = (who.country_code, *(p.country_code for p in places if p))
    return frozenset(code for code in codes if code)


def _actor(scene: Scene, trigger: Match, force: Force, past: _Past) -> tuple[Actor, tuple[str, ...]]:
    """Return the actor; where its own words tell no side, the sender's or the one named before."""
    found = actor(scene, force)
    if force.again and past.actor:
        told = f"“{found.text}” is read as “{past.actor.text}”, named before"
        return replace(found, text=past.actor.text, country_code=past.actor.country_code), (told,)
    if found.country_code:
        return found, ()
    state = sender(scene, trigger) if force.noun.first >= trigger.last else None
    if state:
        return replace(found, country_code=state), (f"side {state}: the state that acts in the sentence",)
    one_side = len(past.sides) == 1
    if past.actor and past.actor.country_code and (one_side or is_definite(scene, force)):
        side = past.actor.country_code
        return replace(found, country_code=side), (f"side {side}: that of “{past.actor.text}”, named before",)
    return found, ()


def _where(scene: Scene, event: tuple[Match, Sequence[Match], Force], past: _Past) -> Where:
    """Return the places of an event; "there", "where" and "they" point back to one named before."""
    trigger, triggers, force = event
    frame = frame_of(scene, trigger).frame
    where = places_of(scene, trigger, frame, triggers)
    if where.places or where.destination or where.origin:
        return where
    if frame is Frame.LEAVE and force.again:
        return Where(origin=past.start)
    before = _pointed_at(scene, trigger, past) or (past.goal if force.again else None)
    if frame in (Frame.STAY, Frame.FALL) and (before or past.near):
        return Where(places=tuple(p for p in (before or past.near,) if p))
    if before is None:
        return where
    return Where(destination=before)


def _pointed_at(scene: Scene, trigger: Match, past: _Past) -> Place | None:
    """Return the place that a word like "there" near the trigger means: the last one named before it."""
    words = [m for m in scene.group("there") if scene.distance(m.first, trigger.first) <= _THERE_REACH]
    if not words:
        return None
    named = [
        m.place
        for m in scene.mentions
        if m.place and m.usage is Usage.LOCATIVE and m.span.end <= words[0].span.start
    ]
    return named[-1] if named else past.place


def _time(
    document: Document, scene: Scene, trigger: Match, triggers: Sequence[Match], status: Status
) -> TimeExpression | None:
    """Return the time nearest to the trigger that is not nearer to another, nor to a verb of saying."""

    def own(time: TimeExpression) -> bool:
        at = scene.first_word(time.span)
        if any(_dates_saying(scene, time, m) for m in says):
            return False
        return min(triggers, key=lambda t: (scene.distance(t.first, at), t.first)) is trigger

    says = scene.group("say")
    near = [t for t in scene.times if own(t)]
    found = min(near, key=lambda t: scene.distance(scene.first_word(t.span), trigger.first), default=None)
    past = found and found.end and document.published and found.end < document.published
    if found and past and status is Status.EXPECTED and _is_weekday(scene, found):
        return dates.week_later(found)  # "are to leave on Monday" is the Monday to come
    return found


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


def _joined(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Make one claim of those that a report repeats: more evidence, never more claims."""
    kept: list[Claim] = []
    for claim in claims:
        at = next((n for n, known in enumerate(kept) if _restates(claim, known)), None)
        if at is None:
            kept.append(claim)
            continue
        fuller, poorer = (claim, kept[at]) if _filled(claim) > _filled(kept[at]) else (kept[at], claim)
        more = tuple(e for e in poorer.evidence if e not in fuller.evidence)
        kept[at] = replace(fuller, evidence=fuller.evidence + more)
    return tuple(sorted(kept, key=lambda c: c.trigger))


def _restates(left: Claim, right: Claim) -> bool:
    """Tell whether one of two claims says nothing that the other does not, and contradicts it nowhere."""
    if (left.type, left.status) != (right.type, right.status) or _side(left) != _side(right):
        return False
    if left.evidence[0].span == right.evidence[0].span:
        return False
    pairs = list(zip(_slots(left), _slots(right), strict=True))
    agree = all(a is None or b is None or a == b for a, b in pairs)
    shared = any(a is not None and a == b for a, b in pairs)
    one_is_poorer = all(a is None or b is not None for a, b in pairs) or all(
        b is None or a is not None for a, b in pairs
    )
    return agree and shared and one_is_poorer


def _side(claim: Claim) -> str | None:
    return claim.actor.country_code if claim.actor else None


def _slots(claim: Claim) -> tuple[object, ...]:
    """Return what a claim states; None where it is silent."""
    number = claim.quantity and (claim.quantity.low, claim.quantity.high, claim.quantity.unit)
    when = claim.time and (claim.time.start, claim.time.end, claim.time.edtf)
    places = tuple(sorted(p.id for p in claim.places)) or None
    return number, when, places, claim.origin and claim.origin.id, claim.destination and claim.destination.id
