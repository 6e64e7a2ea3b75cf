"""What the sentences before told: the last force, place and goal, the sides seen and the sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import NamedTuple

from geo.claims.assertion.offices import office_of
from geo.claims.assertion.speech_places import is_of_source
from geo.claims.event.struck import struck
from geo.claims.force.forces import Force, forces_of, is_body, noun_of
from geo.claims.place.roles import Role, role_of
from geo.claims.place.within import is_part_of
from geo.claims.scene import Scene
from geo.claims.side.actors import actor
from geo.claims.side.paragraphs import subject_of
from geo.claims.time.wording import is_stamp
from geo.claims.units import AIRCRAFT, CARRIERS, PERSONNEL, SHIP, VESSELS
from geo.languages import Frame
from geo.records import (
    Actor,
    Claim,
    ClaimType,
    Mention,
    Place,
    PlaceKind,
    Source,
    Status,
    TimeExpression,
    Usage,
)
from geo.text import Match

_DASHES = ("-", "–", "—")
_OPENING = 4  # words in which a force opens a sentence
_TO_COME = (Status.EXPECTED, Status.DENIED)
_KIND_REACH = 4  # words from a name to its kind: "Gossi, a former army outpost"


@dataclass(frozen=True, slots=True)
class States:
    """The seats of government and the states by country code, for "the Haitian capital" and "the country".

    `publisher` is the state that the name of a report's publisher holds: "Gouvernement du Rwanda".
    """

    capitals: Mapping[str, Place] = field(default_factory=dict)
    countries: Mapping[str, Place] = field(default_factory=dict)
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Incident:
    """An attack or an accident that a sentence tells: its day and place, what it says, and whom it hit."""

    time: TimeExpression | None
    places: tuple[Place, ...]
    quote: str
    whose: str | None = None


class Past(NamedTuple):  # a new one for each sentence: a tuple is made in a third of the time
    """What the sentences before told: the last force, place and goal, the sides seen, the sources.

    Attributes
    ----------
    actor, people
        The last actor, and the last that was no goods.
    nouns
        The last actor of a told side by the noun that it was called by.
    place, goal, start
        The last place named, the last that something led to or played at, and the last that it left.
    land
        The last state that acted or was spoken of as a whole: "Mali is calm".
    left
        Whether the last sentence with a claim told of a departure.
    theatres
        The states, other than their own, where forces were or went so far.
    near, sole
        Where the sentence just before leads or plays, None where it names no such place; and the same where
        it names only one.
    ship
        The last ship that was called by her name.
    unit, cargo, body
        What the last force is counted in, whether it brought goods, and whether it is one body of people.
    opener
        The body or ship that opened the sentence just before: "The army sent 300 men to A. It holds B".
    section
        The one place that the heading above names.
    loss
        The last claim of casualties that told a place or a time.
    incident
        What the sentence just before told of fighting or of an accident, without a loss.
    lost_just_now
        Whether the sentence just before told it.
    ride
        The last way of ships, aircraft or vehicles that the sentence just before tells.
    done
        The last claim of the sentence just before that tells when something was done.
    sides, sources
        The nations of the actors so far, and the sources named last.
    heard, until
        The sources of the sentence just before, or those that its claims go on with, and where it ends.
    states
        What is known of states.
    offices
        The nations of the governments and offices that spoke so far, by their names.
    topic, topic_lost, state
        The one nation whose forces the headline is about, whether that tells of losses, and the one state in
        which all places lie.
    national
        Whether offices of some state are told of in the report, and no force of several states.
    about
        The nation that opened a sentence of the paragraph under way.
    kinds
        The last place whose name holds a word for a kind, by that word: "shoal" of "Half Moon Shoal".
    ground
        The state in which most places of the report lie.
    """

    actor: Actor | None = None
    people: Actor | None = None
    nouns: Mapping[str, Actor] = MappingProxyType({})
    ship: Actor | None = None
    place: Place | None = None
    goal: Place | None = None
    start: Place | None = None
    land: Place | None = None
    left: bool = False
    theatres: frozenset[str] = frozenset()
    near: Place | None = None
    sole: Place | None = None
    unit: str | None = None
    cargo: bool = False
    body: bool = False
    opener: Actor | None = None
    section: Place | None = None
    loss: Claim | None = None
    incident: Incident | None = None
    lost_just_now: bool = False
    ride: Claim | None = None
    done: Claim | None = None
    sides: frozenset[str] = frozenset()
    sources: tuple[Source, ...] = ()
    heard: tuple[Source, ...] = ()
    until: int = 0
    states: States = States()
    offices: Mapping[str, frozenset[str]] = MappingProxyType({})
    topic: str | None = None
    topic_lost: bool = False
    state: str | None = None
    national: bool = False
    about: str | None = None
    kinds: Mapping[str, Place] = MappingProxyType({})
    ground: str | None = None

    def goes_on(self, scene: Scene) -> bool:
        """Tell whether a sentence stands in the paragraph of the one just before."""
        return "\n" not in scene.text[self.until : scene.sentence.span.start]

    def _is_dateline(self, scene: Scene) -> bool:
        """Tell whether a heading says where a report was written, not what it tells: "NAIROBI (agency) —"."""
        words = scene.sentence.span.of(scene.text).rstrip()
        return self.until == 0 and scene.sentence.is_heading and words.endswith(_DASHES)

    def _still_about(self, scene: Scene) -> str | None:
        return self.about if self.goes_on(scene) else None

    def with_opener(self, scene: Scene) -> "Past":
        """Return the same with the body that opened the sentence before, if "it" can mean none but that.

        Of "The army sent 300 men to A. It holds B" it is the army, for the men would be "they".
        """
        one = self.body or self.unit in (VESSELS, AIRCRAFT)
        if self.opener is None or one or not self.goes_on(scene) or not scene.group("again"):
            return self
        if scene.group("again")[0].value != SHIP:
            return self
        return self._replace(actor=self.opener, people=self.opener, unit=self.opener.unit, body=True)

    def after_claim(self, scene: Scene, claim: Claim, force: Force) -> "Past":
        """Return the same with what a claim of a force of the sentence under way adds."""
        told = claim.actor if claim.actor and claim.actor.country_code and not force.again else None
        goals = _ends_of(claim, self)
        return self._replace(
            actor=claim.actor or self.actor,
            nouns={**self.nouns, noun_of(scene, force): told} if told else self.nouns,
            people=self.people if claim.type is ClaimType.SUPPLY else claim.actor or self.people,
            ship=_ship_of(claim) or self.ship,
            unit=(self.unit if force.again else None) or force.unit,
            cargo=claim.type is ClaimType.SUPPLY,
            body=self.body if force.again else is_body(scene, force),
            loss=claim if claim.type is ClaimType.CASUALTIES and (claim.places or claim.time) else self.loss,
            goal=goals[-1] if goals else self.goal,
            start=claim.origin or self.start,
            left=_tells_departure(scene, claim),
        )

    def after(self, scene: Scene, found: Sequence[Claim], sources: tuple[Source, ...]) -> "Past":
        """Return the same with what a sentence and its claims add; "flew in from A": nobody is in A now."""
        placed = [
            m.place
            for m in scene.mentions
            if m.place and m.usage is Usage.LOCATIVE and not is_of_source(scene, m, sources)
        ]
        starts = [c.origin for c in found if c.origin]
        main = _of_subjects(scene, found)
        goals = [p for c in main for p in _ends_of(c, self)]
        stays = [p for p in placed if p not in starts or _tells_departure(scene, found[-1])]
        if len(stays) > 1 and scene.sentence.is_heading and is_part_of(stays[-2], stays[-1]):
            stays = placed = stays[:-1]  # "PRZEMYŚL, Poland —"
        section = self.section
        if scene.sentence.is_heading and not self._is_dateline(scene):
            section = placed[0] if len(placed) == 1 else None
        told = next((c.actor for c in reversed(main) if c.actor), None)
        people = _last_people([c.actor for c in main if c.actor and c.type is not ClaimType.SUPPLY])
        named = None if told else _subject_force(scene, self.actor)
        return self._replace(
            actor=told or (actor(scene, named) if named else self.actor),
            people=people or (actor(scene, named) if named else self.people),
            unit=named.unit if named else self.unit,
            cargo=self.cargo and named is None,
            body=is_body(scene, named) if named and self.actor else self.body,
            opener=_opening_one(scene),
            place=stays[-1] if stays else self.place or next(iter(placed), None),
            goal=goals[-1] if goals else self.goal,
            start=starts[-1] if starts else self.start,
            land=_land_of(scene) or self.land,
            left=_tells_departure(scene, found[-1]) if found else self.left,
            theatres=self.theatres.union(*map(_abroad, found)),
            near=goals[-1] if goals else (_scene_of(scene, placed) if stays else section),
            sole=(goals or placed)[-1] if len({p.id for p in goals or placed}) == 1 else None,
            section=section,
            ride=next((c for c in reversed(found) if _rides(c)), None),
            done=next((c for c in reversed(found) if c.time and c.status not in _TO_COME), None),
            incident=_incident_of(scene, found, placed),
            lost_just_now=any(c.type is ClaimType.CASUALTIES and (c.places or c.time) for c in found),
            sides=self.sides.union(c.actor.country_code for c in found if c.actor and c.actor.country_code),
            sources=sources or self.sources,
            until=scene.sentence.span.end,
            about=None if self._is_dateline(scene) else subject_of(scene) or self._still_about(scene),
            heard=sources or next((c.attribution for c in reversed(found)), ()),
            offices=_with_offices(self.offices, scene, sources),
            kinds=_with_kinds(self.kinds, scene, self.states),
        )


def _rides(claim: Claim) -> bool:
    """Tell whether a claim is the way of ships, aircraft or vehicles, be it still to come."""
    unit = claim.actor.unit if claim.actor else None
    return claim.type is ClaimType.MOVEMENT and unit in CARRIERS and claim.status is not Status.DENIED


def _ends_of(claim: Claim, past: Past) -> list[Place]:
    """Return where a claim leads or plays; what a way only passes is told where nothing led elsewhere."""
    passed = () if claim.type.moves and past.goal else claim.places  # "entered A. They crossed at B."
    return [place for place in (claim.destination, *passed) if place]


def _incident_of(scene: Scene, found: Sequence[Claim], placed: Sequence[Place]) -> Incident | None:
    """Return the attack or accident that a sentence tells: "A mine blew up near Kidal on Monday."."""
    words = scene.pack.words.incidents
    if not (placed or scene.times) or words.isdisjoint(scene.sentence.words):
        return None
    if any(c.type is ClaimType.CASUALTIES for c in found):
        return None
    days = [t for t in scene.times if not is_stamp(scene, t)]
    time = days[0] if len(days) == 1 else None
    place = (_scene_of(scene, placed),) if placed else ()
    hit = struck(scene, len(scene.sentence.tokens))
    whose = actor(scene, hit).country_code if hit else None
    return Incident(time, place, scene.sentence.span.of(scene.text), whose)


def _land_of(scene: Scene) -> Place | None:
    """Return the state that a sentence names last, or the seat of a government that acts."""
    named = [m for m in scene.mentions if m.place]
    acts = [m for m in named if m.usage is Usage.METONYMIC or (m.place and m.place.kind is PlaceKind.COUNTRY)]
    return acts[-1].place if acts else None


def _with_offices(
    known: Mapping[str, frozenset[str]], scene: Scene, sources: Sequence[Source]
) -> Mapping[str, frozenset[str]]:
    more = {s.text: spoke for s in sources if (spoke := office_of(scene, s))}
    return {**known, **more} if more else known


def _with_kinds(known: Mapping[str, Place], scene: Scene, states: States) -> Mapping[str, Place]:
    placed = [m for m in scene.mentions if m.place and m.usage is Usage.LOCATIVE]
    more = {noun: place for m in placed for noun in kinds_of(scene, m) if (place := _called(m, states))}
    return {**known, **more} if more else known


def _called(mention: Mention, states: States) -> Place | None:
    """Return what a name stands for by itself: the islands of "the capital of Solomon Islands"."""
    place = mention.place
    state = states.countries.get(place.country_code or "") if place else None
    return state if state and state.name.casefold() == mention.text.casefold() else place


def kinds_of(scene: Scene, mention: Mention) -> list[str]:
    """Return the words for a kind that a name holds, "shoal" of "Half Moon Shoal", and that of a region.

    A site that is called by nothing else may be a base: "At Ain al-Asad", "Gossi, a former outpost".
    """
    inside = [m for m in scene.group("generic") if mention.span.covers(m.span) and m.span != mention.span]
    nouns = [scene.sentence.tokens[m.last - 1].lower for m in (*inside, *_said_behind(scene, mention))]
    kind = mention.place.kind if mention.place else None
    wide = [kind.value] if kind in (PlaceKind.REGION, PlaceKind.ADMIN) else []
    base = (nouns or kind is PlaceKind.SITE) and scene.pack.words.bases.issuperset(nouns)
    return [*nouns, *wide, *([PlaceKind.SITE.value] if base else [])]


def _said_behind(scene: Scene, mention: Mention) -> list[Match]:
    """Return the word for a kind that a comma and an article set behind a name: "Gossi, a former outpost"."""
    after, tokens = scene.after_word(mention.span), scene.sentence.tokens
    opens = after < len(tokens) and tokens[after].lower in scene.pack.articles
    if not opens or not scene.marks_between(after - 1, after):
        return []
    near = range(after + 1, after + _KIND_REACH)
    kinds = (m for m in scene.group("generic") if m.first in near)
    return [m for m in kinds if not scene.marks_between(after, m.first)][:1]


def _of_subjects(scene: Scene, found: Sequence[Claim]) -> Sequence[Claim]:
    """Return the claims but those that a comma and a participle add of whom another verb has for its object.

    Of "They will join 40 Danes, based in A since May" those who are told of further are not the Danes.
    """
    ends = tuple(scene.pack.words.promised)
    subjects: list[Claim] = []
    for claim in found:
        at = scene.word_at(claim.trigger.start)
        added = at > 0 and scene.marks_between(at - 1, at) > 0
        added = added and scene.sentence.tokens[at].lower.endswith(ends)
        if not (added and subjects and subjects[-1].actor != claim.actor):
            subjects.append(claim)
    return subjects


def _last_people(actors: Sequence[Actor]) -> Actor | None:
    """Return the last of a sentence's actors, people before what carried them: "flown in by US planes"."""
    people = [who for who in actors if who.unit not in CARRIERS]
    return (people or actors or (None,))[-1]


def _tells_departure(scene: Scene, claim: Claim) -> bool:
    rule = scene.pack.triggers.get(claim.rule.partition(":")[2])
    return rule is not None and rule.frame is Frame.LEAVE


def _abroad(claim: Claim) -> frozenset[str]:
    """Return the states, other than its own, where the force of a claim is or goes."""
    own = claim.actor.country_code if claim.actor else None
    goals = (place.country_code for place in (claim.destination, *claim.places) if place)
    return frozenset(code for code in goals if code and code != own)


def _ship_of(claim: Claim) -> Actor | None:
    """Return the ship of a claim, where she is called by her name."""
    who = claim.actor
    return who if who and who.unit == VESSELS and who.names else None


def _scene_of(scene: Scene, placed: Sequence[Place]) -> Place:
    """Return where a sentence without a claim plays: A of "A lies 40 km from B", B of "we left A for B"."""
    if len(placed) == 1:
        return placed[0]
    roles = ((m.place, role_of(scene, m)) for m in scene.mentions)
    left = {place.id for place, role in roles if place and role is Role.ORIGIN}
    return next((place for place in placed if place.id not in left), placed[-1])


def _opening_one(scene: Scene) -> Actor | None:
    """Return the body or ship whose verb opens a sentence: "The Kenyan army has sent 300 men"."""
    if not scene.holds("force"):
        return None
    named = [force for force in forces_of(scene) if not force.again and not force.goods]
    first = named[0] if named and named[0].noun.first < _OPENING else None
    if first is None or not (is_body(scene, first) or first.unit == VESSELS):
        return None
    led = any(m.first <= first.noun.first for m in scene.group("role", "say", "status_near", "trigger"))
    told = actor(scene, first)
    unit = first.unit if first.unit == VESSELS else PERSONNEL
    return None if led or told.country_code is None else replace(told, unit=unit)


def _subject_force(scene: Scene, known: Actor | None) -> Force | None:
    """Return the force of a sentence without a claim for which "they" may stand in the next.

    It is one whose nation is told where it opens the sentence: "The Malawian contingent took another way.
    It flew to A on Friday"; or, where nobody was told of before, the one named last.
    """
    named = [force for force in forces_of(scene) if not force.again and not force.goods]
    if known is None:
        return named[-1] if named else None
    opens = len(named) == 1 and named[0].noun.first < _OPENING and _is_told_of(scene, named[0])
    return named[0] if opens else None


def _is_told_of(scene: Scene, force: Force) -> bool:
    """Tell whether a force of a told nation, or of none, is what a sentence speaks of, and no office."""
    stateless = any(m.span.touches(force.noun.span) for m in scene.group("sideless"))
    offices = scene.group("official", "role", "say", "status_near")
    governed = any(m.first <= force.noun.first for m in offices)
    told = stateless or actor(scene, force).country_code is not None
    return told and not governed and force.unit != VESSELS
