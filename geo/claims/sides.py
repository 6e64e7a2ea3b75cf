"""Whose force it is: what its words, the sentence, the sentences before and who speaks tell of its side."""

from collections.abc import Sequence
from dataclasses import replace

from geo.claims.actors import actor, agent, frame_of, is_definite, sender, sovereign
from geo.claims.forces import SHIP, Force, forces_of
from geo.claims.nouns import CARRIERS, overlap
from geo.claims.past import Past
from geo.claims.scene import ECHO, Scene, with_articles
from geo.claims.status import office_of
from geo.claims.where import Where
from geo.languages import Frame
from geo.records import Actor, PlaceKind, Reason, ReasonKind, Source, Usage, reason
from geo.text import Match

_OF_TEAM = 3  # words from "a team" to "from Japan"


def is_of_release(scene: Scene, trigger: Match, force: Force, past: Past) -> bool:
    """Tell whether a force in an office's release is its own: its sentence tells no other side."""
    known = named_before(scene, force) or past.actor
    before = known.country_code if force.again and known else None
    told = actor(scene, force).country_code or _sending_state(scene, trigger, force)
    return (told or before) in (None, scene.home) or bool(scene.group("allied"))


def parties_of(who: Actor, where: Where) -> frozenset[str]:
    """Return the states that have a part in an event: that of the force and those of its places."""
    places = (where.origin, where.destination, *where.places)
    codes = (who.country_code, *(p.country_code for p in places if p))
    return frozenset(code for code in codes if code)


def actor_of(
    scene: Scene, trigger: Match, force: Force, past: Past, sources: Sequence[Source] = ()
) -> tuple[Actor, tuple[Reason, ...]]:
    """Return the actor; where its own words tell no side, the sender's or the one named before."""
    found = actor(scene, force)
    before = past.people if frame_of(scene, trigger).frame in (Frame.STAY, Frame.FALL) else past.actor
    before = named_before(scene, force) or before
    if force.again and before:
        told = reason(ReasonKind.STANDS_FOR, words=found.text, other=before.text)
        side = before.country_code or (sender(scene, trigger) if trigger.group == ECHO else None)
        return replace(
            found,
            text=before.text,
            country_code=side,
            inferred=before.inferred or side != before.country_code,
        ), (told,)
    if found.country_code:
        return found, ()
    state = _sending_state(scene, trigger, force)
    if state:
        return replace(found, country_code=state, inferred=True), (
            reason(ReasonKind.SIDE_ACTS, country=state),
        )
    nation = _nation_beside(scene, trigger, force, sources)
    if nation:
        note = reason(ReasonKind.SIDE_BESIDE, country=nation)
        return replace(found, country_code=nation, inferred=True), (note,)
    side, named = side_before(scene, force, past), _named_last(force, past)
    if side and named:
        note = reason(ReasonKind.SIDE_BEFORE, country=side, words=named.text)
        return replace(found, country_code=side, inferred=True), (note,)
    return found, ()


def _named_last(force: Force, past: Past) -> Actor | None:
    """Return the force named last; people do not take the side of goods: "marines" of "Chinese rifles"."""
    return past.actor if force.goods else past.people


def _nation_beside(scene: Scene, trigger: Match, force: Force, sources: Sequence[Source]) -> str | None:
    """Return the one nation that acts or owns before a force in its sentence, or that it comes from.

    "New Zealand will add a platoon", "the German battalion, 550 men strong, reached A", "a team from Japan".
    """
    at = force.noun.first
    if frame_of(scene, trigger).frame is Frame.FALL and not _is_owned(scene, at):
        return None  # who is named may be who killed them
    spoken = [s.span for s in sources]
    nations = {
        m.value
        for m in scene.group("demonym")
        if m.last <= at and not any(s.covers(m.span) for s in spoken) and _is_of_people(scene, m)
    }
    for mention in scene.mentions:
        place = mention.place
        if (
            place is None
            or place.kind is not PlaceKind.COUNTRY
            or any(s.covers(mention.span) for s in spoken)
        ):
            continue
        first = scene.first_word(mention.span)
        link = scene.sentence.ending_at("role", first)
        acts = mention.usage is Usage.METONYMIC and link is None and first < at
        comes = link is not None and link.value == "origin" and _is_of_team(scene, force, link)
        if acts or comes:
            nations.add(place.country_code or "")
    return sovereign(next(iter(nations))) or None if len(nations) == 1 else None


def _is_of_team(scene: Scene, force: Force, link: Match) -> bool:
    """Tell whether "from" follows a force without a verb: "a team of 60 from Germany"."""
    last = force.noun.last
    verb = any(last <= m.first <= link.first for m in scene.group("trigger"))
    return 0 <= link.first - last <= _OF_TEAM and not verb and not scene.marks_between(last - 1, link.first)


def _is_owned(scene: Scene, at: int) -> bool:
    """Tell whether a force is told as somebody's: "ses hommes", "six of its soldiers"."""
    before = scene.sentence.tokens[max(0, at - 2) : at]
    return any(t.lower in scene.pack.words.owners for t in before)


def _is_of_people(scene: Scene, nation: Match) -> bool:
    """Tell whether an adjective of nation is beside a force or an office, or is one: "the Australians"."""
    nouns = scene.group("force", "official", "collective")
    return any(overlap(nation, m) or _lies_beside(nation, m) for m in nouns)


def _lies_beside(left: Match, right: Match) -> bool:
    return 0 <= right.first - left.last <= 1 or 0 <= left.first - right.last <= 1


def side_before(scene: Scene, force: Force, past: Past) -> str | None:
    """Return the side of the force named last, where this one takes it up or the report knows no other."""
    named = _named_last(force, past)
    taken_up = len(past.sides) == 1 or is_definite(scene, force)
    return named.country_code if named and taken_up else None


def _sending_state(scene: Scene, trigger: Match, force: Force) -> str | None:
    """Return the state that sends or gives the force, where the sentence names one."""
    if frame_of(scene, trigger).host:
        return None
    if frame_of(scene, trigger).received:
        return agent(scene, trigger)  # the subject is who gets it
    if force.noun.first > trigger.first:  # behind the verb, or within: "Rwanda pulled its men out"
        return sender(scene, trigger)
    acts = frame_of(scene, trigger).frame in (Frame.SEND, Frame.DELIVER)
    return agent(scene, trigger) if acts else None


def with_speaker(
    scene: Scene, acting: tuple[Actor, tuple[Reason, ...]], sources: Sequence[Source], where: Where
) -> tuple[Actor, tuple[Reason, ...]]:
    """Give a force of no known side that of the one army that speaks of it: "the US Navy says".

    A state that speaks of who comes to it or leaves it is their host.
    """
    who, notes = acting
    nations = office_of(scene, sources[0]) if sources and who.country_code is None else None
    if not nations or len(nations) > 1:
        return acting
    side = next(iter(nations))
    ends = (place for place in (where.origin, where.destination) if place)
    if any(place.kind is PlaceKind.COUNTRY and place.country_code == side for place in ends):
        return acting
    if not side:
        return acting
    note = reason(ReasonKind.SIDE_SAYS, country=side, words=sources[0].text)
    return replace(who, country_code=side, inferred=True), (*notes, note)


def named_before(scene: Scene, force: Force) -> Actor | None:
    """Return the force of the same sentence that a word like "of them" stands for."""
    before = antecedent(scene, force)
    return actor(scene, before) if before else None


def antecedent(scene: Scene, force: Force) -> Force | None:
    """Return the force of the same sentence that a pronoun stands for."""
    if not force.again:
        return None
    own = [f for f in forces_of(scene) if not f.again and not f.goods and f.noun.last <= force.noun.first]
    if force.noun.value != SHIP:  # "The frigate left on Monday; she is now off Haifa"
        own = [f for f in own if not scene.strong_marks_between(f.noun.first, force.noun.first)]
        own = [f for f in own if not _is_ridden(scene, f)] or own
    return own[-1] if own else None


def _is_ridden(scene: Scene, force: Force) -> bool:
    """Tell whether people only go in or on something: "landed in a Hercules, and Vanuatu sent eight more"."""
    first = with_articles(scene, scene.first_word(actor(scene, force).span))
    link = scene.sentence.ending_at("role", first)
    return force.unit in CARRIERS and link is not None and link.value == "location"
