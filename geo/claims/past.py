"""What the sentences before told, and the places that words like "there" take from them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from geo.claims.actors import actor, is_definite
from geo.claims.counts import quantity
from geo.claims.events import Event
from geo.claims.forces import Force, forces_of
from geo.claims.objects import is_following
from geo.claims.roles import Role, role_of
from geo.claims.scene import ECHO, Scene
from geo.claims.sources import is_hearsay
from geo.claims.status import office_of
from geo.claims.units import CARRIERS, VESSELS
from geo.claims.verbs import frame_of
from geo.claims.where import Where, is_part_of, places_of
from geo.languages import Frame
from geo.records import Actor, Claim, ClaimType, Mention, Place, PlaceKind, Source, Status, Usage
from geo.text import Match

_TOLD_REACH = 4  # words from "told" to "in": "told a group of reporters in Kampala"
_AFTER_REACH = 3  # words from "after" to the verb: "after she had sailed"
_THERE_REACH = 10  # words from a trigger to "there"
_POINTERS = ("there", "clitic", "here", "capital", "country", "water")
_TO_COME = (Status.EXPECTED, Status.DENIED)
_MOVES = (Frame.ARRIVE, Frame.SEND, Frame.DELIVER)
_PLACES = ("there", "clitic", "here")  # words for a place, and not for a capital or a start
_THERE_BESIDE = 4  # so near it counts before a name that stands farther away


@dataclass(frozen=True, slots=True)
class States:
    """The seats of government and the states by country code, for "the Haitian capital" and "the country"."""

    capitals: Mapping[str, Place] = field(default_factory=dict)
    countries: Mapping[str, Place] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Past:
    """What the sentences before told: the last force, place and goal, the sides seen, the sources.

    Attributes
    ----------
    actor, people
        The last actor, and the last that was no goods.
    place, goal, start
        The last place named, the last that something led to or played at, and the last that it left.
    near, sole
        Where the sentence just before leads or plays, None where it names no such place; and the same where
        it names only one.
    ship
        The last ship that was called by her name.
    unit, cargo, body
        What the last force is counted in, whether it brought goods, and whether it is one body of people.
    section
        The one place that the heading above names.
    loss
        The last claim of casualties that told a place or a time.
    lost_just_now
        Whether the sentence just before told it.
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
    topic, state
        The one nation whose forces the headline is about, and the one state in which all places lie.
    """

    actor: Actor | None = None
    people: Actor | None = None
    ship: Actor | None = None
    place: Place | None = None
    goal: Place | None = None
    start: Place | None = None
    near: Place | None = None
    sole: Place | None = None
    unit: str | None = None
    cargo: bool = False
    body: bool = False
    section: Place | None = None
    loss: Claim | None = None
    lost_just_now: bool = False
    done: Claim | None = None
    sides: frozenset[str] = frozenset()
    sources: tuple[Source, ...] = ()
    heard: tuple[Source, ...] = ()
    until: int = 0
    states: States = States()
    offices: Mapping[str, frozenset[str]] = field(default_factory=dict)
    topic: str | None = None
    state: str | None = None

    def after_claim(self, claim: Claim, unit: str, *, body: bool) -> "Past":
        """Return the same with what a claim of the sentence under way, of a force in that unit, adds."""
        goals = [p for p in (claim.destination, *claim.places) if p]
        return replace(
            self,
            actor=claim.actor or self.actor,
            people=self.people if claim.type is ClaimType.SUPPLY else claim.actor or self.people,
            ship=_ship_of(claim) or self.ship,
            unit=unit,
            cargo=claim.type is ClaimType.SUPPLY,
            body=body,
            loss=claim if claim.type is ClaimType.CASUALTIES and (claim.places or claim.time) else self.loss,
            goal=goals[-1] if goals else self.goal,
            start=claim.origin or self.start,
        )

    def after(self, scene: Scene, found: Sequence[Claim], sources: tuple[Source, ...]) -> "Past":
        """Return the same with what a sentence and its claims add."""
        placed = [
            m.place
            for m in scene.mentions
            if m.place and m.usage is Usage.LOCATIVE and not is_of_source(scene, m, sources)
        ]
        starts = [c.origin for c in found if c.origin]
        goals = [p for c in found for p in (c.destination, *c.places) if p]
        section = self.section
        if scene.sentence.is_heading:
            section = placed[0] if len(placed) == 1 else None
        told = next((c.actor for c in reversed(found) if c.actor), None)
        people = next((c.actor for c in reversed(found) if c.actor and c.type is not ClaimType.SUPPLY), None)
        named = None if told or self.actor else _last_force(scene)
        return replace(
            self,
            actor=told or (actor(scene, named) if named else self.actor),
            people=people or (actor(scene, named) if named else self.people),
            unit=named.unit if named else self.unit,
            cargo=self.cargo and named is None,
            place=placed[-1] if placed else self.place,
            goal=goals[-1] if goals else self.goal,
            start=starts[-1] if starts else self.start,
            near=goals[-1] if goals else (_scene_of(scene, placed) if placed else section),
            sole=(goals or placed)[-1] if len({p.id for p in goals or placed}) == 1 else None,
            section=section,
            done=next((c for c in reversed(found) if c.time and c.status not in _TO_COME), None),
            lost_just_now=any(c.type is ClaimType.CASUALTIES and (c.places or c.time) for c in found),
            sides=self.sides | {c.actor.country_code for c in found if c.actor and c.actor.country_code},
            sources=sources or self.sources,
            until=scene.sentence.span.end,
            heard=sources or next((c.attribution for c in reversed(found)), ()),
            offices={**self.offices, **{s.text: spoke for s in sources if (spoke := office_of(scene, s))}},
        )


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


def _last_force(scene: Scene) -> Force | None:
    """Return the force that a sentence without a claim names last: "they" may be it."""
    named = [force for force in forces_of(scene) if not force.again and not force.goods]
    return named[-1] if named else None


def where_of(scene: Scene, event: Event, past: Past) -> Where:
    """Return the places of an event; "there", "the capital" and "they" point back to one named before.

    Parameters
    ----------
    scene
        The sentence.
    event
        What is told, and of whom.
    past
        What was told before.
    """
    trigger, force = event.trigger, event.force
    frame = frame_of(scene, trigger).frame
    where = places_of(scene, trigger, frame, event.triggers)
    pointed = _pointed_at(scene, trigger, past, _POINTERS)
    if frame in (Frame.STAY, Frame.FALL):
        return _standing(scene, event, (where, pointed), past)
    start = _pointed_at(scene, trigger, past, ("origin",)) if where.origin is None else None
    start = None if start in where.places else start
    if start is None and where.origin is None and _goes_home(scene, event, past) and not _any(where):
        start = past.goal  # "They will be home by Christmas"
    if frame is Frame.LEAVE:
        if where.origin is None:
            taken_up = force.again or trigger.group == ECHO
            before = past.start if taken_up and not _any(where) else None
            if before is None and not _any(where) and not scene.mentions and _takes_up(scene, event, past):
                before = past.goal  # "The frigate docked at A. The ship left on Wednesday."
            pointed = None if pointed == where.destination else pointed  # "leave for A, where they will stay"
            return replace(where, origin=start or pointed or before)
        goal = pointed if where.destination is None and _is_elsewhere(pointed, where.origin) else None
        return replace(where, destination=where.destination or goal)
    where = replace(where, origin=where.origin or start)
    if where.destination is None and not any(m.place is None for m in scene.mentions):
        taken_up = force.again or trigger.group == ECHO or is_following(scene, trigger, [force])
        words = scene.sentence.tokens[trigger.first : trigger.last]
        taken_up = taken_up or any(t.lower in scene.pack.words.following for t in words)
        homeward = any(t.lower in scene.pack.words.homeward for t in words)
        inward = words[-1:] and words[-1].lower in scene.pack.words.inward and _names(scene, past.goal)
        led = past.near if past.cargo else past.goal  # goods go on only to where those just before went
        given = frame is Frame.DELIVER and not scene.mentions
        passing = bool(where.places) and where.origin is None  # "They passed through A on Sunday"
        taken_up = taken_up and not passing
        goal = pointed or (led if (taken_up and not homeward) or inward else past.sole if given else None)
        if goal and _is_elsewhere(goal, where.origin) and not _is_before(scene, trigger):
            return replace(where, destination=goal)
    return where


def _is_before(scene: Scene, trigger: Match) -> bool:
    """Tell whether a verb tells what went before: "reached A, four days after she sailed from B"."""
    near = scene.sentence.tokens[max(0, trigger.first - _AFTER_REACH) : trigger.first]
    after = scene.pack.words.after & scene.pack.words.when
    return any(t.lower in after for t in near)


def _takes_up(scene: Scene, event: Event, past: Past) -> bool:
    """Tell whether a force is the one told of before: "they", "the ship" behind a ship."""
    force = event.force
    troops = past.unit is not None and past.unit not in CARRIERS  # "A company is at A. The soldiers left."
    people = scene.sentence.tokens[force.noun.last - 1].lower in scene.pack.words.strong
    same = force.unit == past.unit or (people and troops and not past.cargo)
    alike = same and is_definite(scene, force) and quantity(scene, force) is None
    return force.again or event.trigger.group == ECHO or (alike and actor(scene, force).country_code is None)


def _goes_home(scene: Scene, event: Event, past: Past) -> bool:
    """Tell whether a force told of before goes home: it leaves where that was."""
    words = scene.sentence.tokens[event.trigger.first : event.trigger.last]
    side = past.actor.country_code if past.actor else None
    abroad = past.goal is not None and past.goal.country_code != side
    homeward = any(t.lower in scene.pack.words.homeward for t in words)
    return homeward and abroad and _takes_up(scene, event, past)


def _standing(scene: Scene, event: Event, found: tuple[Where, Place | None], past: Past) -> Where:
    """Return where a force is or falls: what its words name or point to, or what was told before."""
    trigger, frame = event.trigger, frame_of(scene, event.trigger).frame
    where, pointed = found
    named = any(span.start >= trigger.span.end for span in where.spans)  # "where they guard the base at A"
    if where.places and (named or not (pointed and _points_beside(scene, trigger))):
        return where
    lost = _lost_at(scene, trigger) if frame is Frame.FALL and pointed is None else None
    if lost:
        return lost
    unplaced = not _has_place(scene)
    if _is_behind(scene, trigger) and not where.places and past.start:
        return Where(places=(past.start,), lent=True)  # "a battery stayed behind"
    parted = [
        m for m in scene.mentions if scene.strong_marks_between(scene.first_word(m.span), trigger.first)
    ]
    apart = bool(parted) and len(parted) == len(scene.mentions)  # "reached A on Monday; a team is searching"
    again = past.goal if event.force.again and unplaced else None
    here = pointed or again or (past.near if frame is Frame.STAY and unplaced else None)
    here = here or (past.goal if frame is Frame.STAY and apart else None)
    pointers = tuple(m.span for m in _there(scene) if pointed and m.value in _PLACES)
    return Where(places=(here,), spans=pointers[:1], lent=pointed is None) if here else where


def _is_behind(scene: Scene, trigger: Match) -> bool:
    """Tell whether a force is left where others went from: "stayed behind"."""
    near = scene.sentence.tokens[trigger.first : trigger.last + 1]
    return any(t.lower in scene.pack.words.behind for t in near)


def _lost_at(scene: Scene, trigger: Match) -> Where | None:
    """Return the place nearest to a loss, whichever other event names it: "six fell, when X came to B"."""
    placed = (m for m in scene.mentions if m.place and m.usage is Usage.LOCATIVE)
    roles = [(m, role_of(scene, m)) for m in placed]
    said = [m for m, role in roles if role is Role.LOCATION]
    before = (m for m, role in roles if role is Role.NONE and m.span < trigger.span)
    said = said or list(before)  # "attacked A, and 40 soldiers died"
    near = min(said, key=lambda m: scene.distance(trigger.first, scene.first_word(m.span)), default=None)
    return Where(places=(near.place,), spans=(near.span,)) if near and near.place else None


def _names(scene: Scene, place: Place | None) -> bool:
    """Tell whether a sentence names a place itself: "arrived in A, and others were flown in from B"."""
    return place is not None and any(m.place == place for m in scene.mentions)


def _has_place(scene: Scene) -> bool:
    return any(m.usage is Usage.LOCATIVE for m in scene.mentions)


def _any(where: Where) -> bool:
    return bool(where.origin or where.destination or where.places)


def _is_elsewhere(goal: Place | None, origin: Place | None) -> bool:
    return goal is not None and (origin is None or origin.id != goal.id)


def _points_beside(scene: Scene, trigger: Match) -> bool:
    near = range(-_THERE_BESIDE, _THERE_BESIDE + 1)
    return any(m.first - trigger.last in near for m in _there(scene) if m.value in _PLACES)


def _there(scene: Scene) -> list[Match]:
    """Return the words that point to a place; "there are" does not, nor a name: "the base of Kidal"."""
    empty = [m.span for m in scene.group("not_there")] + [m.span for m in scene.mentions]
    return [m for m in scene.group("there") if not any(span.touches(m.span) for span in empty)]


def _pointed_at(scene: Scene, trigger: Match, past: Past, kinds: Sequence[str]) -> Place | None:
    """Return the place that a word like "there" near the trigger means: the last one named before it.

    A clitic ("y") never means one of its own clause.
    """
    there = (m for m in _there(scene) if m.value in kinds)
    words = [m for m in there if scene.distance(m.first, trigger.first) <= _THERE_REACH]
    if not words:
        return None
    if words[0].value == "here":
        return past.near or past.place
    before = [
        m
        for m in sorted((*scene.mentions, *scene.aside), key=lambda m: m.span)
        if m.place and m.usage is not Usage.EMBEDDED and m.span.end <= words[0].span.start
        if words[0].value != "clitic" or _is_apart(scene, m, words[0])
        if m in scene.aside or not _is_start(scene, trigger, m, words[0])
    ]
    moves = frame_of(scene, trigger).frame in _MOVES
    led = [m for m in before if m in scene.aside or role_of(scene, m) is not Role.ORIGIN]
    before = before if moves else led or before  # "went from B to A; two died there": not at B
    beside = [m for m in before if scene.after_word(m.span) == words[0].first]  # "Jordan, where they are"
    named = [m.place for m in before if m.place and (m.usage is Usage.LOCATIVE or m in beside)]
    if len(named) > 1 and is_part_of(named[-2], named[-1]):
        named.pop()  # "Vitez, the small town in central Bosnia where"
    last = named[-1] if named else past.near or past.place
    if words[0].value == "capital":
        return _capital(scene, words[0], last, past)
    if words[0].value == "country":
        last = last or next((m.place for m in reversed(before)), None)  # "Mali says they left the country"
        spoken = (m.value for m in scene.group("demonym") if m.last <= words[0].first)
        code = last.country_code if last else next(spoken, None)  # "the Malian army says"
        return past.states.countries.get(code, last) if code else last
    if words[0].value == "water":
        return last if last is not None and last.kind is PlaceKind.WATER else None
    return last


def _is_start(scene: Scene, trigger: Match, mention: Mention, word: Match) -> bool:
    """Tell whether a name is where a way begins that ends at the word: not B of "from B came to the town"."""
    verb = scene.sentence.tokens[trigger.first : trigger.last]
    clause = scene.sentence.tokens[trigger.last : word.first]
    moves = frame_of(scene, trigger).frame in _MOVES
    opens = scene.pack.words.clause | scene.pack.words.when
    again = any(t.lower in scene.pack.words.returning for t in verb)
    own = moves and not again and not any(t.lower in opens for t in clause)
    return own and role_of(scene, mention) is Role.ORIGIN


def _is_apart(scene: Scene, mention: Mention, word: Match) -> bool:
    """Tell whether a mark or "and" parts a name from the word that may point to it."""
    after = scene.after_word(mention.span)
    joined = any(t.lower in scene.pack.words.joiners for t in scene.sentence.tokens[after : word.first])
    return joined or scene.marks_between(after - 1, word.first) > 0


def _capital(scene: Scene, word: Match, before: Place | None, past: Past) -> Place | None:
    """Return the capital of the adjective beside the word ("the Haitian capital"), or of where we are."""
    beside = [m.value for m in scene.group("demonym") if m.last == word.last - 1 or m.first == word.last]
    beside += [m.value for m in scene.group("demonym") if m.last == word.first]
    code = beside[0] if beside else before and before.country_code
    return past.states.capitals.get(code) if code else None


def is_of_source(scene: Scene, mention: Mention, sources: Sequence[Source]) -> bool:
    """Tell whether a place belongs to the words for a source, and not to what it tells."""
    within = any(s.span.covers(mention.span) for s in sources)
    return within or _is_source_place(scene, mention) or _is_beside_source(scene, mention, sources)


def _is_beside_source(scene: Scene, mention: Mention, sources: Sequence[Source]) -> bool:
    """Tell whether a place ends the words for a source: "according to two officials in New Delhi"."""
    link = scene.sentence.ending_at("role", scene.first_word(mention.span))
    if link is None or link.value != "location" or len(scene.mentions) == 1:
        return False
    told = [m.last for m in scene.group("source_before")]
    ends = [s.span for s in sources if scene.after_word(s.span) == link.first]
    return any(scene.first_word(span) - at in (0, 1) for span in ends for at in told)


def _is_source_place(scene: Scene, mention: Mention) -> bool:
    """Tell whether a place says where somebody speaks: "an army spokesman in Lilongwe"."""
    if mention.place is None or mention.place.kind is not PlaceKind.CITY:
        return False
    role = scene.sentence.ending_at("role", scene.first_word(mention.span))
    if role is None or role.value != "location":
        return False
    said = [m for m in scene.group("say") if not is_hearsay(scene, m)]
    addressed = scene.sentence.tokens[role.first - 1].lower in scene.pack.words.addressed
    if addressed and any(0 < role.first - m.last <= _TOLD_REACH for m in said):
        return True  # "told reporters in Kampala"
    speakers = [m for m in scene.group("official", "title") if m.last == role.first]
    owned = (scene.sentence.tokens[m.first - 1].lower in scene.pack.words.owners for m in speakers if m.first)
    speaks = bool(speakers) and not any(owned) and bool(said or scene.group("source_before"))
    return speaks or any(m.last == role.first for m in said)
