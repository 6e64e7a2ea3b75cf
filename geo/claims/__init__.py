"""Sentences to claims: who is said to have moved, stood, fallen or delivered, where, when and by whom.

A claim begins with a trigger word of the language pack. The force, the places and the times are those
that stand nearest to it, roles of places come from prepositions, status from cues near the trigger.
What a sentence does not say stays None.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from geo import numbers
from geo.claims import ships
from geo.claims.actors import actor
from geo.claims.choosing import choose, twins
from geo.claims.coming import to_come
from geo.claims.counts import quantity
from geo.claims.events import Event, events, why_no_event, why_of_others
from geo.claims.forces import Force, forces_of, is_body
from geo.claims.identity import identified, voiced
from geo.claims.making import claim_of, why_none
from geo.claims.merging import joined, merged
from geo.claims.nations import one_state, topic, with_side
from geo.claims.offices import home_of, is_own_release
from geo.claims.past import Past, States
from geo.claims.scene import ECHO, Scene, by_sentence, is_aside
from geo.claims.sides import (
    named_before,
)
from geo.claims.sources import is_of_source, sources_for, sources_of
from geo.claims.status import is_told_by_others, later_of, said_of_before
from geo.claims.times import set_out, time_of
from geo.claims.units import CARRIERS, MATERIEL, PERSONNEL, SHIP, VESSELS
from geo.claims.verbs import frame_of, is_passive
from geo.claims.ways import (
    Told,
    aimed,
    carried_from,
    due_there,
    from_there,
    goes_further,
    goes_on,
    goes_on_from,
    is_bare_way,
    is_vague,
    leaves_again,
    leaves_then,
    led_from,
    led_to,
    lost_together,
    set_off,
    sets_out_again,
    still_to_go,
    went_first,
    with_own_goal,
)
from geo.claims.where import Where
from geo.claims.whereabouts import where_of
from geo.languages import Frame, LanguagePack
from geo.records import (
    Claim,
    ClaimType,
    Document,
    Mention,
    ReasonKind,
    Source,
    Status,
    TimeExpression,
    Usage,
    content_id,
    reason,
)
from geo.text import Match, Sentence

__all__ = ["States", "read"]

_SENT_REACH = 3  # words from "it" to "flown" in "it has been flown"
_PRONOUN_REACH = 6  # words from "she" to her verb
_FORCES = frozenset({"force", "goods", "demonym", "rank", "again"})  # what may be a force


def read(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    pack: LanguagePack,
    states: States = States(),  # noqa: B008 - a frozen record, which all calls can share
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
    states
        The states and their seats of government, for "left the country" and "the Haitian capital".
    """
    scenes = _Scenes(document, sentences, mentions, times, pack)
    telling = [number for number in range(len(sentences)) if scenes.may_tell(number)]
    if not telling:
        return ()
    past = Past(states=states, topic=topic(document.title, pack), state=one_state(mentions, sentences))
    claims: list[Claim] = []
    before = 0  # claims of the sentence just before
    for number in range(min(telling[-1] + 2, len(sentences))):  # the last may be a remark on the one before
        scene = scenes.at(number, past.offices)
        sources = sources_of(scene, past.sources)
        found: list[Claim] = []
        if number in telling:
            found, past = _in_scene(document, scene, sources, past)
        if not found and before:
            status, remark = said_of_before(scene, sources), scene.sentence.span.of(document.text)
            claims[-before:] = [_remarked(claim, status, remark) for claim in claims[-before:]]
        before = len(found)
        claims += found
        past = past.after(scene, found, sources)
    return tuple(voiced(claim, document, mentions, pack) for claim in joined(claims))


class _Scenes:
    """The sentences of a document, each with what was found in it, made where it is asked for."""

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        times: Sequence[TimeExpression],
        pack: LanguagePack,
    ) -> None:
        self._text, self._sentences, self._pack = document.text, sentences, pack
        self._own = is_own_release(document.publisher, pack)
        about = topic(document.title, pack) if self._own else None
        self._home = home_of(document.publisher, about, sentences, pack) if self._own else None
        self._fleet = ships.names(document.text, sentences, mentions, pack)
        self._mentions = by_sentence(sentences, mentions)
        self._times = by_sentence(sentences, times)
        # all scenes have this one, and each is read in its turn
        self._offices: dict[str, frozenset[str]] = {}
        self._made: dict[int, Scene] = {}

    def at(self, number: int, offices: Mapping[str, frozenset[str]] | None = None) -> Scene:
        """Return a sentence, with the offices that are known by then."""
        self._offices.update(offices or {})
        if number not in self._made:
            self._made[number] = self._scene(number)
        return self._made[number]

    def _scene(self, number: int) -> Scene:
        sentence, pack = self._sentences[number], self._pack
        sailing = tuple(ships.named(self._text, sentence, self._fleet, pack)) if self._fleet else ()
        counted = _speaks_of_events(sentence)
        reader = numbers.reader(pack)
        return Scene(
            self._text,
            sentence,
            tuple(m for m in self._mentions[number] if not _is_ships(m, sailing)),
            tuple(self._times[number]),
            reader.read(self._text, sentence.tokens, sentence.matches) if counted else (),
            pack,
            self._own,
            self._home,
            offices=self._offices,
            ships=sailing,
        )

    def may_tell(self, number: int) -> bool:
        """Tell whether a sentence may hold a claim; where it does not, nothing in it adds to what is told.

        A claim has a force, and a trigger or a place: most sentences of most reports are settled so.
        """
        groups = self._sentences[number].groups.keys()
        forces = bool(self._fleet) or not groups.isdisjoint(_FORCES)
        if "trigger" not in groups and not (forces and ("there" in groups or self._mentions[number])):
            return False
        scene = self.at(number)
        named = forces_of(scene)
        if not named and "demonym" not in groups:
            echoes = scene.mentions and (
                scene.numbers or scene.times
            )  # an echo has a place, and one of these
            if not echoes and not any(_of_before(scene, verb, ()) for verb in scene.group("trigger")):
                return False
        triggers = events(scene)
        return bool(triggers and named) or any(_force(scene, trigger, ()) for trigger in triggers)


def _is_ships(mention: Mention, sailing: Sequence[Match]) -> bool:
    """Tell whether a place name is a ship's here: "the Canberra"."""
    return any(ship.span.touches(mention.span) for ship in sailing)


def _remarked(claim: Claim, status: Status, remark: str) -> Claim:
    """Return a claim as the remark that follows it leaves it."""
    if status is not Status.REPORTED:
        claim = replace(claim, remarks=(*claim.remarks, remark))
    if later_of(claim.status, status) is claim.status:
        return claim
    note = reason(ReasonKind.STATUS_REMARK, status=status, words=remark)
    return replace(claim, status=status, notes=(*claim.notes, note))


def _speaks_of_events(sentence: Sentence) -> bool:
    return not sentence.groups.keys().isdisjoint(("trigger", "force", "goods", "demonym"))


_Key = tuple[int, ClaimType, bool]  # the word for the force or event, the type, and whether it is denied
_Known = dict[_Key, Told]
_Lost = dict[Match, str]


def _in_scene(
    document: Document, scene: Scene, sources: tuple[Source, ...], past: Past
) -> tuple[list[Claim], Past]:
    """Return the claims of a sentence; words that tell none leave their times to the others."""
    triggers = events(scene)
    told, lost, after = _told(document, scene, (triggers, triggers), sources, past)
    telling = [t for t in triggers if t not in lost or why_of_others(scene, t) or is_aside(scene, t)]
    if telling and len(telling) < len(triggers):
        told, more, after = _told(document, scene, (triggers, telling), sources, past)
        lost |= more
    ways = set_off(scene, led_from(scene, carried_from(scene, aimed(scene, list(told.values())))))
    sided = led_to([replace(way, claim=with_side(scene, way, past)) for way in ways])
    departures = [t for t in triggers if frame_of(scene, t).frame is Frame.LEAVE]
    due = [due_there(scene, claim, document.published) for claim in lost_together(sided)]
    found = [set_out(scene, claim, departures) for claim in due]
    found.sort(key=lambda c: c.trigger)
    kept = [c for c in found if not is_bare_way(c) and (len(found) == 1 or not is_vague(scene, c))]
    if not kept:
        return [], after
    notes = _lost_words(scene, lost, [claim for claim in found if claim not in kept])
    return [replace(_with_heard(scene, claim, past), lost=notes) for claim in kept], after


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
) -> tuple[_Known, _Lost, Past]:
    """Return the claims by force, why which triggers tell none, and what is known after them.

    `spoken` are all triggers, which share out the places, and those to read, which share out the times.
    """
    triggers, candidates = spoken
    named = [f for f in forces_of(scene) if f.noun.value != SHIP or _is_ship(scene, past, f)]
    told: _Known = {}
    given = _given(scene, triggers, named)
    told_of = _without_sources(scene, sources)
    lost = {trigger: why for trigger in candidates if (why := why_of_others(scene, trigger))}
    dated = [t for t in candidates if t in lost]  # these keep their times
    own = [t for t in candidates if t not in lost]
    acting = {trigger: force for trigger in own if (force := _force(scene, trigger, named))}
    lost |= {trigger: "nobody is named" for trigger in own if trigger not in acting}
    for trigger, chosen in acting.items():
        laden = chosen.noun.first in given or bool(chosen.again and past.cargo)
        force = replace(chosen, laden=True) if laden else chosen
        if force.again and past.actor is None and named_before(scene, force) is None:
            lost[trigger] = "a pronoun for nobody named before"
            continue
        time = time_of(scene, trigger, [*acting, *dated])
        event = Event(trigger, tuple(triggers), force)
        where = _where_it_came(scene, told, event) or where_of(told_of, event, past)
        loss = past.loss if _is_of_that_loss(scene, event, past) else None
        if loss:
            time = time or loss.time
            where = where if where.places else Where(places=loss.places, lent=True)
        claim = claim_of(document, scene, event, (time, sources_for(scene, trigger, sources), where), past)
        claim = _left_again(scene, told, event, to_come(document, scene, claim))
        if loss:
            note = reason(ReasonKind.AS_TOLD, words=loss.evidence[0].quote)
            claim = replace(claim, notes=(*claim.notes, note))
        why = why_none(told_of, event, claim, where)
        if why:
            lost[trigger] = why
            continue
        claim = _timed_along(scene, event, claim, past)
        claim = with_side(scene, Told(force, frame_of(scene, trigger).frame, claim), past)
        if trigger.group == ECHO and told:  # the verb left out tells its status as well
            claim = replace(claim, status=later_of(claim.status, list(told.values())[-1].claim.status))
        _add(scene, told, event, claim, named)
        _add_listed(scene, told, event, claim, where.more)
        unit = force.unit if not force.again else past.unit or force.unit
        past = past.after_claim(claim, unit, body=past.body if force.again else is_body(scene, force))
    return told, lost, past


def _timed_along(scene: Scene, event: Event, claim: Claim, past: Past) -> Claim:
    """Give what goes along with what was just told its day: "Eighty soldiers went with them", "They also"."""
    open_ended = claim.type is ClaimType.PRESENCE or claim.status in (Status.EXPECTED, Status.DENIED)
    if claim.time or scene.times or open_ended or past.done is None:
        return claim
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
    theirs = bool(scene.group("again", "there")) or not words.also.union(words.owners).isdisjoint(tokens)
    goes_on = past.lost_just_now and theirs and "\n" not in scene.text[past.until : scene.sentence.span.start]
    that = any(one in words.definite and other in words.engagements for one, other in pairwise(tokens))
    return not here and not scene.sentence.is_heading and (goes_on or that)


def _where_it_came(scene: Scene, told: _Known, event: Event) -> Where | None:
    """Return where a force is that the sentence has just brought there: "who came to A, hold the airport"."""
    known = told.get((event.force.noun.first, ClaimType.MOVEMENT, False))
    stays = frame_of(scene, event.trigger).frame is Frame.STAY and known is not None
    if known is None or not stays or known.claim.destination is None or known.claim.status is Status.EXPECTED:
        return None
    named = any(scene.first_word(m.span) >= event.trigger.first for m in scene.mentions)
    between = scene.sentence.tokens[known.force.noun.last : scene.word_at(known.claim.trigger.start)]
    relative = any(t.lower in scene.pack.words.relative for t in between)
    group = scene.sentence.tokens[max(0, event.trigger.first - _SENT_REACH) : event.trigger.first + 1]
    still = any(t.lower in scene.pack.words.staying for t in group)  # "flown to A in May, are still lodged"
    here = (relative or still) and not named
    return Where(places=(known.claim.destination,), lent=True) if here else None


def _is_ship(scene: Scene, past: Past, pronoun: Force) -> bool:
    """Tell whether "she" may stand for the force named last, a ship or a unit, in a sentence with a place."""
    before = [f.unit for f in forces_of(scene) if f.noun.last <= pronoun.noun.first and not f.again]
    unit = before[-1] if before else past.unit
    fits = unit == VESSELS or (not before and past.body)
    fits = fits or (not before and past.actor is not None and _is_sent(scene, pronoun))
    return fits and any(m.usage is Usage.LOCATIVE for m in scene.mentions)


def _is_sent(scene: Scene, pronoun: Force) -> bool:
    """Tell whether a pronoun stands for somebody who is moved: "From there it was flown to A"."""
    at = pronoun.noun.last
    verbs = [m for m in scene.group("trigger") if 0 <= m.first - at <= _SENT_REACH]
    moved = (m for m in verbs if frame_of(scene, m).frame in (Frame.SEND, Frame.ARRIVE))
    passive = scene.pack.passive_auxiliaries
    return any(is_passive(scene, m) or scene.sentence.tokens[m.first].lower in passive for m in moved)


def _add(scene: Scene, told: _Known, event: Event, claim: Claim, named: Sequence[Force]) -> None:
    """Add a claim to those of its force, and its like for each force that does the same."""
    trigger, frame = event.trigger, frame_of(scene, event.trigger).frame
    denied = claim.status is Status.DENIED
    if event.force.again and any(_says_no_more(claim, known.claim) for known in told.values()):
        return
    for force in twins(scene, trigger, event.force, named):
        if frame is Frame.FALL and force.unit in CARRIERS:
            continue  # who is lost are people
        twin = Told(force, frame, _as(scene, claim, force))
        told.setdefault((force.noun.first, claim.type, denied), twin)
    more = Told(event.force, frame, claim)
    key = (more.force.noun.first, claim.type, denied)
    key = next((k for k, known in told.items() if goes_on(scene, known, more)), key)
    if trigger.group == ECHO:
        key = (trigger.first, claim.type, denied)
    if key in told and _is_next_way(scene, told[key], claim):
        claim = from_there(scene, told[key].claim, claim)
        more = replace(more, claim=claim)
        key = (trigger.first, claim.type, denied)
    known = told.get(key)
    if known is None or (is_aside(scene, trigger) and not _tells(known.claim)):
        told[key] = more  # "is to be joined by a frigate, which left A on Monday" has left
    else:
        told[key] = replace(known, claim=merged(with_own_goal(scene, known.claim, claim), claim))


def _says_no_more(claim: Claim, known: Claim) -> bool:
    """Tell whether a way only leads where another does: "to A, where she will relieve the Hydra"."""
    goal = claim.destination is not None and claim.destination == known.destination
    bare = claim.origin is None and claim.time is None and claim.quantity is None
    return goal and bare and claim.type is known.type and claim.status is known.status


def _left_again(scene: Scene, told: _Known, event: Event, claim: Claim) -> Claim:
    """Return a departure from where the force has just come to: "anchored off A and sailed on Friday"."""
    known = told.get((event.force.noun.first, claim.type, claim.status is Status.DENIED))
    more = Told(event.force, frame_of(scene, event.trigger).frame, claim)
    if known is not None and leaves_again(scene, known, more):
        return replace(claim, origin=known.claim.destination)
    stood = told.get((event.force.noun.first, ClaimType.PRESENCE, False))
    if stood is not None and stood.claim.places and leaves_then(scene, stood, more):
        return replace(claim, origin=stood.claim.places[0])
    return claim


def _tells(claim: Claim) -> bool:
    """Tell whether a claim says where, when or how many."""
    return bool(claim.origin or claim.destination or claim.places or claim.time or claim.quantity)


def _add_listed(scene: Scene, told: _Known, event: Event, claim: Claim, more: Sequence[Mention]) -> None:
    """Add a claim for each further goal of a list: "to Tamanrasset and Djanet"."""
    frame = frame_of(scene, event.trigger).frame
    for mention in more if claim.type.moves else ():
        further = replace(
            claim,
            id=content_id("c", claim.id, mention.span),
            destination=mention.place,
            place_spans=(*claim.place_spans, mention.span),
        )
        key = (scene.first_word(mention.span), claim.type, claim.status is Status.DENIED)
        told.setdefault(key, Told(event.force, frame, further))


def _is_next_way(scene: Scene, known: Told, claim: Claim) -> bool:
    """Tell whether a claim is another way of the same force, not more of the one that is known."""
    further = sets_out_again(scene, known.claim, claim) or goes_further(scene, known.claim, claim)
    further = further or goes_on_from(scene, known, claim)
    return further or went_first(scene, known, claim) or still_to_go(known.claim, claim)


def _as(scene: Scene, claim: Claim, twin: Force) -> Claim:
    """Return the claim of a force that does the same as another: "and two Dutch companies"."""
    kind = ClaimType.SUPPLY if twin.goods and claim.type.moves else claim.type
    if kind is ClaimType.SUPPLY and twin.unit == PERSONNEL and not twin.goods:
        kind = ClaimType.MOVEMENT  # "15 guns and 50 instructors"
    number = quantity(scene, twin)
    told = content_id("c", claim.id, twin.noun.span)
    who = actor(scene, twin)
    side = who.country_code or (claim.actor.country_code if claim.actor else None)
    who = replace(who, country_code=side, inferred=who.country_code is None)
    return identified(scene, replace(claim, id=told, type=kind, actor=who, quantity=number), twin)


def _force(scene: Scene, trigger: Match, named: Sequence[Force]) -> Force | None:
    """Return whom a trigger speaks of; None where nobody is named, and so nothing is told."""
    if trigger.group == ECHO:
        return _echoed(scene, trigger, named)
    near = [f for f in named if f.noun.value != SHIP or 0 <= trigger.first - f.noun.last <= _PRONOUN_REACH]
    chosen = choose(scene, trigger, frame_of(scene, trigger).frame, near)
    return chosen or _of_nation(scene, trigger, named) or _of_before(scene, trigger, named)


def _of_before(scene: Scene, trigger: Match, named: Sequence[Force]) -> Force | None:
    """Return who was told of before, where a noun tells of a way: "Their return to A", "No move to A"."""
    link = scene.sentence.starting_at("role", trigger.last) or scene.sentence.ending_at("role", trigger.last)
    leads = link is not None and link.value in ("destination", "origin")
    placed = any(link is not None and scene.first_word(m.span) == link.last for m in scene.mentions)
    if named or trigger.first == 0 or not (leads and placed):
        return None
    before, words = scene.sentence.tokens[trigger.first - 1], scene.pack.words
    none = any(m.last == trigger.first for m in scene.group("none_of"))
    if not none and before.lower not in words.owners | scene.pack.articles:
        return None
    first, last = trigger.first, trigger.last
    if before.lower in words.owners:
        first, last = first - 1, first
    word = Match("again", "again", first, last, scene.span(first, last))
    return Force(word, PERSONNEL, goods=False, again=True)


def _of_nation(scene: Scene, trigger: Match, named: Sequence[Force]) -> Force | None:
    """Return the nation beside a departure of nobody in particular: "the American withdrawal from Niger"."""
    if named or frame_of(scene, trigger).frame is not Frame.LEAVE:
        return None
    before = scene.pack.demonyms_always_capital
    nations = scene.group("demonym")
    beside = [m for m in nations if (m.last == trigger.first if before else m.first == trigger.last)]
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


def _given(scene: Scene, triggers: Sequence[Match], named: Sequence[Force]) -> frozenset[int]:
    """Return where materiel is named that somebody gives: however it goes on from there, it is supplied."""
    gifts = (t for t in triggers if frame_of(scene, t).frame is Frame.DELIVER)
    chosen = (choose(scene, gift, Frame.DELIVER, named) for gift in gifts)
    return frozenset(force.noun.first for force in chosen if force and force.unit in MATERIEL)


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
