"""Whose force it is: what its words, the sentence, the sentences before and who speaks tell of its side."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from geo.claims.assertion.offices import accuses, office_of
from geo.claims.event.events import Event
from geo.claims.event.loads import is_load
from geo.claims.event.struck import struck
from geo.claims.event.whom import acting
from geo.claims.force.forces import Force, forces_of, noun_of, nouns_of
from geo.claims.force.nouns import overlap
from geo.claims.number.counts import quantity
from geo.claims.past import Past
from geo.claims.place.roles import Role
from geo.claims.place.where import Where
from geo.claims.scene import ECHO, Scene, is_of_other_clause, is_told_of_place, with_articles
from geo.claims.side.actors import (
    actor,
    is_definite,
    is_given,
    is_in_opening,
    is_of_genitive,
    says_that,
    sender,
    side_word,
    sovereign,
)
from geo.claims.side.antecedents import antecedent
from geo.claims.side.garrisons import garrison, state_of_unit
from geo.claims.side.nations import armies, is_joint, is_of_named_body, is_said_at_home, is_sent_at_home
from geo.claims.side.paragraphs import goes_about, is_host, is_owned, names_other
from geo.claims.side.parts import of_those_before, sent_by
from geo.claims.side.senders import gives, is_sent_by_several, sender_of_number, sending_state, state_before
from geo.claims.units import AIRCRAFT, CARRIERS, PERSONNEL, VESSELS
from geo.claims.verbs import frame_of, is_passive, loses
from geo.languages import Frame
from geo.records import Actor, Mention, PlaceKind, Reason, ReasonKind, Source, Usage, reason
from geo.text import Match

_IT_REACH = 2  # words from "it" to "has": "it still has"
_WE_REACH = 7  # words from "we" to the force
_LANDS = frozenset({"capital", "soil"})  # words beside which a nation is that of a place
_STRONG = 3  # words from a force to its number: "fort de 400 Danois"
_OF_TEAM = 3  # words from "a team" to "from Japan"
_PEOPLE_REACH = 3  # words from a people to what they do: "les Américains démentent avoir envoyé"
_SHARE_REACH = 4  # words from "a first" to whose
_FROM_BEFORE = (ReasonKind.SIDE_BEFORE, ReasonKind.SIDE_PARAGRAPH)
_NAME_REACH = 7  # words from a force to the state in its name: "men of the Third Battalion, Fiji Regiment"


def is_of_release(scene: Scene, trigger: Match, force: Force, past: Past) -> bool:
    """Tell whether a force in an office's release is its own: its sentence tells no other side."""
    known = named_before(scene, force) or past.actor
    before = known.country_code if force.again and known else None
    told = actor(scene, force).country_code or sending_state(scene, trigger, force)
    return (told or before) in (None, scene.home) or bool(scene.group("allied"))


def parties_of(scene: Scene, force: Force, who: Actor, where: Where) -> frozenset[str]:
    """Return the states that have a part in an event: that of the force and those of its places.

    Who only watches it has none: "Norway spotted two Russian frigates off Tromsø".
    """
    apart = _is_watched(scene) or (force.unit in (VESSELS, AIRCRAFT) and _is_passed(scene))
    places = () if apart else (where.origin, where.destination, *where.places)
    codes = (who.country_code, *(p.country_code for p in places if p))
    return frozenset(code for code in codes if code)


def _is_passed(scene: Scene) -> bool:
    """Tell whether ships or aircraft stay outside a place, whose guests they are not: "around Taiwan"."""
    starts = [scene.first_word(m.span) for m in scene.mentions] + [m.first for m in scene.group("there")]
    starts += [with_articles(scene, at) for at in starts]
    links = (m for m in scene.group("role") if m.last in starts)
    words = (t.lower for m in links for t in scene.sentence.tokens[m.first : m.last])
    return not scene.pack.words.outside.isdisjoint(words)


def _is_watched(scene: Scene) -> bool:
    return any(t.lower in scene.pack.words.watching for t in scene.sentence.tokens)


def actor_of(
    scene: Scene, trigger: Match, force: Force, past: Past, sources: Sequence[Source] = ()
) -> tuple[Actor, tuple[Reason, ...]]:
    """Return the actor; where its own words tell no side, the sender's or the one named before."""
    found = actor(scene, force)
    before = past.people if frame_of(scene, trigger).frame in (Frame.STAY, Frame.FALL) else past.actor
    before = named_before(scene, force, trigger) or before
    if force.again and before:
        told = reason(ReasonKind.STANDS_FOR, words=found.text, other=before.text)
        side = sender_of_number(scene, trigger, force) or before.country_code
        side = side or (sender(scene, trigger) if trigger.group == ECHO else _sender_of(scene, force))
        return replace(
            found,
            text=before.text,
            country_code=side,
            inferred=before.inferred or side != before.country_code,
            unit=before.unit,
            names=before.names,
        ), (told,)
    if found.country_code and not _is_taken_from(scene, trigger, force):
        return found, ()
    if trigger.group == ECHO and (state := state_before(scene, trigger.first)):
        note = reason(ReasonKind.SIDE_ACTS, country=state)
        return replace(found, country_code=state, inferred=True), (note,)
    found = replace(found, country_code=None)
    elsewhere = _side_told(scene, trigger, force, past, sources)
    if elsewhere is None:
        return found, ()
    side, why = elsewhere
    return replace(found, country_code=side, inferred=True), (why,)


def _sender_of(scene: Scene, pronoun: Force) -> str | None:
    """Return the state that the verb before gave a force: "France has 300 men in A and lost two of them"."""
    before = antecedent(scene, pronoun)
    if before is None or before.unit in CARRIERS:
        return None
    verbs = (verb for verb, force in acting(scene).items() if force == before and verb.group != ECHO)
    return next((state for verb in verbs if (state := sender(scene, verb))), None)


def _is_taken_from(scene: Scene, trigger: Match, force: Force) -> bool:
    """Tell whether the state behind a force is where it is taken from: "a retiré ses 90 soldats du Mali"."""
    if trigger.last > force.noun.first or is_passive(scene, trigger) or not is_of_genitive(scene, force):
        return False
    homeward = not scene.pack.words.homeward.isdisjoint(
        t.lower for t in scene.sentence.tokens[trigger.first : trigger.last]
    )
    owned = is_owned(scene, force) and sender(scene, trigger) is not None  # "ramener ses soldats du Mali"
    moved = homeward or owned or _is_sent_by_people(scene, trigger)
    return moved or frame_of(scene, trigger).frame is Frame.LEAVE


def _is_sent_by_people(scene: Scene, trigger: Match) -> bool:
    """Tell whether the people of a nation send a force: "Les Américains ont envoyé des soldats du Qatar"."""
    if frame_of(scene, trigger).frame is not Frame.SEND:
        return False
    nouns = [m.first for m in scene.group("force", "official", "collective")]
    for nation in (m for m in scene.group("demonym") if 0 <= trigger.first - m.last <= _PEOPLE_REACH):
        alone = not any(nation.first - 1 <= at < trigger.first for at in nouns)
        people = with_articles(scene, nation.first) < nation.first
        if people and alone and not scene.marks_between(nation.last, trigger.first):
            return True
    return False


def _side_told(
    scene: Scene, trigger: Match, force: Force, past: Past, sources: Sequence[Source]
) -> tuple[str, Reason] | None:
    """Return the side that other words than its own tell of a force, the nearest first, and why."""
    if _is_speakers(scene, force, sources):
        return None
    at_home = is_sent_at_home(scene, trigger.first, force)
    stays = frame_of(scene, trigger).frame in (Frame.STAY, Frame.FALL)
    home = _land_of(scene, force) if stays and is_said_at_home(scene, sources) else None
    carrier = _carrier_of(scene, trigger, force, past)
    for kind, state in () if carrier else _states_told(scene, trigger, force, past, sources):
        if state and (home in (None, state) or kind not in _FROM_BEFORE):
            return state, reason(kind, country=state)
    named = None if at_home or is_sent_by_several(scene, trigger, force) else _taken_up(scene, force, past)
    if named and home not in (None, named.country_code):
        named = None  # "Ten Danes are in Gao. Some 300 policemen guard Mopti, the government says"
    named = carrier or named
    if named and named.country_code:
        told = reason(ReasonKind.SIDE_BEFORE, country=named.country_code, words=named.text)
        return named.country_code, told
    side = state_of_unit(scene, force, "likely_of")
    return (side, reason(ReasonKind.SIDE_UNIT, country=side)) if side else None


def _is_speakers(scene: Scene, force: Force, sources: Sequence[Source]) -> bool:
    """Tell whether an office of a state tells of its own: "We have 300 soldiers in Mali", a minister said."""
    before = scene.sentence.tokens[max(0, force.noun.first - _WE_REACH) : force.noun.first]
    own = any(t.lower in scene.pack.words.speaking for t in before)
    return own and bool(sources) and len(office_of(scene, sources[0]) or ()) == 1


def _states_told(
    scene: Scene, trigger: Match, force: Force, past: Past, sources: Sequence[Source]
) -> Iterator[tuple[ReasonKind, str | None]]:
    """Yield what may tell of a side with the state that it tells, the nearest first, as it is asked for."""
    yield ReasonKind.SIDE_BESIDE, _party_of(scene, force) or of_those_before(scene, force)
    yield ReasonKind.SIDE_BESIDE, _nation_apposed(scene, force)
    yield ReasonKind.SIDE_ACTS, sending_state(scene, trigger, force)
    yield ReasonKind.SIDE_ACTS, _loser(scene, trigger)
    yield ReasonKind.SIDE_BESIDE, _of_struck(scene, trigger, force, past)
    yield ReasonKind.SIDE_BESIDE, _speaker_of(scene, force, sources)
    yield ReasonKind.SIDE_BESIDE, _nation_beside(scene, trigger, force, sources)
    yield ReasonKind.SIDE_GARRISON, garrison(scene, force)
    yield ReasonKind.SIDE_UNIT, state_of_unit(scene, force, "of_one")
    yield ReasonKind.SIDE_PARAGRAPH, _nation_of_paragraph(scene, trigger, force, past)


def _carrier_of(scene: Scene, trigger: Match, force: Force, past: Past) -> Actor | None:
    """Return the ship that brings a force: "The Danish frigate reached A. She carried 90 engineers"."""
    ride = past.ride.actor if past.ride else None
    sided = ride is not None and ride.country_code is not None
    return ride if sided and is_load(scene, Event(trigger, (trigger,), force), past) else None


def _party_of(scene: Scene, force: Force) -> str | None:
    """Return the nation on whose side something befalls a force: "On the Afghan side, one was killed".

    It is a place before "of", "the Afghan side of the border", and a speaker before what is said.
    """
    first, groups = force.noun.first, ("force", "trigger", "say", "official")
    for nation in (m for m in reversed(scene.group("demonym")) if m.last <= first):
        at = side_word(scene, nation)
        last = nation.last if at is None else max(nation.last, at + 1)
        link = scene.sentence.starting_at("role", last)
        land = link is not None and link.value == Role.GENITIVE
        if at is not None and not land and not any(last <= m.first < first for m in scene.group(*groups)):
            return sovereign(nation.value)
    return None


def _loser(scene: Scene, trigger: Match) -> str | None:
    """Return the state of who loses people: "Nigerian troops retook A on Monday, losing nine men"."""
    if not loses(scene, trigger):
        return None
    before = [f for f in forces_of(scene) if f.noun.last <= trigger.first and not (f.again or f.goods)]
    before = [f for f in before if not is_of_other_clause(scene, f.noun.first, trigger.first)]
    return actor(scene, before[0]).country_code if before else None


def _of_struck(scene: Scene, trigger: Match, force: Force, past: Past) -> str | None:
    """Return the state of what was hit where others fell: "A Turkish frigate was struck; 12 men died".

    A ship that opens the sentence may be the one that fired, unless it is told to be lost itself.
    """
    if frame_of(scene, trigger).frame is not Frame.FALL or force.unit in CARRIERS:
        return None
    hit = struck(scene, trigger.first)
    if hit is not None and hit.noun.last <= force.noun.first and not loses(scene, trigger):
        owned = is_owned(scene, hit) and not is_joint(scene, hit)  # "One of its lorries overturned"
        return actor(scene, hit).country_code or (side_before(scene, hit, past) if owned else None)
    if past.incident and past.incident.whose and past.goes_on(scene) and not names_other(scene, ""):
        return past.incident.whose
    ships = [f.noun for f in nouns_of(scene) if f.unit == VESSELS and f.noun.last <= force.noun.first]
    held = {at for ship in ships for at in range(ship.first, ship.last)}
    held |= {n for n, token in enumerate(scene.sentence.tokens) if token.lower in scene.pack.words.bases}
    lost = [m.first for m in scene.group("trigger") if frame_of(scene, m).frame is Frame.FALL]
    states: set[str] = set()
    for nation in (m for m in scene.group("demonym") if m.last <= force.noun.first):
        at = next((n for n in (nation.first - 1, nation.last) if n in held), None)
        sinks = at is not None and any(at < first < force.noun.first for first in lost)
        if at is not None and (with_articles(scene, min(at, nation.first)) > 0 or sinks):
            states.add(nation.value)
    return sovereign(next(iter(states))) if len(states) == 1 else None


def _nation_of_paragraph(scene: Scene, trigger: Match, force: Force, past: Past) -> str | None:
    """Return the nation that the paragraph is about, where the force is no other's and no guest there.

    "Fiji is getting ready. Fifty soldiers will fly": the report may know of many others.
    """
    nation = past.about if past.goes_on(scene) else None
    if nation is None or force.goods or is_joint(scene, force) or is_of_named_body(scene, force):
        return None
    if _is_sent_by_it(scene, trigger, force):
        return nation
    if names_other(scene, nation):
        return None
    if is_owned(scene, force):
        return nation
    if is_sent_at_home(scene, trigger.first, force) or _leaves_home(scene, trigger, past):
        return None
    falls = frame_of(scene, trigger).frame is Frame.FALL  # who is named may be who killed them
    guest = is_host(scene, nation) and not goes_about(scene, nation)
    known = is_definite(scene, force) and not _is_called(scene, force)
    return None if falls or known or guest else nation


def _is_called(scene: Scene, force: Force) -> bool:
    """Tell whether a ship is called by her name, and is no ship told of before: "the frigate Lorraine"."""
    name = scene.sentence.tokens[force.noun.last : force.noun.last + 1]
    apart = scene.marks_between(force.noun.last - 1, force.noun.last) > 0
    return force.unit == VESSELS and any(t.capital for t in name) and not apart


def _is_sent_by_it(scene: Scene, trigger: Match, force: Force) -> bool:
    """Tell whether whom a paragraph is about sends a force: "Chad is blamed. It committed 900 men in A"."""
    opens = scene.sentence.tokens[0].lower in scene.pack.words.it
    sends = frame_of(scene, trigger).frame is Frame.SEND and not is_passive(scene, trigger)
    return opens and sends and trigger.first < force.noun.first


def _leaves_home(scene: Scene, trigger: Match, past: Past) -> bool:
    """Tell whether a force leaves the land of another side that is told of: "A company left Mourmelon"."""
    if frame_of(scene, trigger).frame is not Frame.LEAVE:
        return False
    there = (m.place.country_code for m in scene.mentions if m.place and m.usage is Usage.LOCATIVE)
    return any(sovereign(code) in past.sides - past.theatres - {past.about} for code in there)


def _named_last(force: Force, past: Past) -> Actor | None:
    """Return the force named last; people do not take the side of goods: "marines" of "Chinese rifles"."""
    return past.actor if force.goods else past.people


def _speaker_of(scene: Scene, force: Force, sources: Sequence[Source]) -> str | None:
    """Return the state whose office says what its own force did: "Chad's army says 40 of its men left"."""
    first = force.noun.first
    spoke = [s for s in sources if s.span.end <= scene.sentence.tokens[first].start]
    nations = office_of(scene, spoke[0]) if spoke and is_owned(scene, force) else None
    said = scene.after_word(spoke[0].span) if nations else first
    other = any(said <= m.first < first for m in scene.group("demonym", "force"))
    other = other or any(said <= scene.first_word(m.span) < first for m in scene.mentions)
    return sovereign(next(iter(nations))) if nations and len(nations) == 1 and not other else None


def _nation_beside(scene: Scene, trigger: Match, force: Force, sources: Sequence[Source]) -> str | None:
    """Return the one nation that its sentence names before a force, as its owner, or as where it comes from.

    "New Zealand will add a platoon", "the German battalion, 550 men strong, reached A", "a team from Japan",
    "planes promised by Spain". Who speaks is none, unless of "its soldiers".
    """
    owned = is_owned(scene, force)
    if frame_of(scene, trigger).frame is Frame.FALL and not owned:
        return None  # who is named may be who killed them
    if not owned and any(m.value == "joint" and overlap(m, force.noun) for m in scene.group("sideless")):
        return _home_of_team(scene, force)  # not "the Malian army, after the departure of the peacekeepers"
    behind = trigger.last <= force.noun.first
    if behind and (frame_of(scene, trigger).received or (_is_guest(scene, trigger) and not owned)):
        return None  # who is named before gets it
    spoken = () if owned else tuple(s.span for s in sources)
    named = [m.span for m in scene.group("force")]  # "Chinese coast guard vessels" are no land
    lands = [m for m in scene.group("there") if m.value in _LANDS]
    lands = [m for m in lands if not any(span.touches(m.span) for span in named)]
    beside = {edge for m in lands for edge in (m.first, m.last)}  # "the Chadian capital" has no force
    before = (m for m in scene.group("demonym") if m.last <= force.noun.first)
    before = (m for m in before if not ({m.first, m.last} & beside or says_that(scene, m)))
    before = (m for m in before if not is_told_of_place(scene, m.first))
    nations = {m.value for m in before if not any(s.covers(m.span) for s in spoken)}
    for mention in scene.mentions:
        place = mention.place
        known = place is not None and not any(s.covers(mention.span) for s in spoken)
        # "the jets promised by Washington", "Berlin has 600 men in A"
        seat = place is not None and place.id in scene.capitals and mention.usage is Usage.METONYMIC
        state = seat or (place is not None and place.kind is PlaceKind.COUNTRY)
        if known and place and state and _has_part(scene, force, mention):
            nations.add(place.country_code or "")
    return sovereign(next(iter(nations))) if len(nations) == 1 else None


def _home_of_team(scene: Scene, force: Force) -> str | None:
    """Return the one state that joint men come from: "ten peacekeepers from Nepal"."""
    links = {m: scene.sentence.ending_at("role", scene.first_word(m.span)) for m in scene.mentions}
    come = (
        m for m, link in links.items() if link and link.value == "origin" and _is_of_team(scene, force, link)
    )
    states = {m.place.country_code for m in come if m.place and m.place.kind is PlaceKind.COUNTRY}
    return sovereign(next(iter(states))) if len(states) == 1 else None


def _is_guest(scene: Scene, trigger: Match) -> bool:
    """Tell whether who is somewhere is another's: "Latvia hosts a battalion", not "has a battalion"."""
    having = scene.sentence.tokens[trigger.first].lower in scene.pack.words.having
    return frame_of(scene, trigger).host and not having


def _nation_apposed(scene: Scene, force: Force) -> str | None:
    """Return the nation that counts or names a force between commas: "its first men, 150 Georgians, are".

    "Two ships, HMS Kent and HMS Argyll, left": the prefix of a ship's name is of a navy.
    """
    last = force.noun.last
    apposed = (m for m in scene.group("force") if with_articles(scene, m.first) == last)
    named = {m.first for m in apposed if scene.marks_between(last - 1, last)}
    prefix = next((m.value for m in scene.group("demonym") if m.first in named), None)
    if prefix:
        return sovereign(prefix)
    words = scene.pack.words  # "the contingent, fort de 400 Danois, ", ", 400 Danes strong, "
    others = words.agent | words.relative | words.related | words.including | words.out_of
    behind = scene.sentence.tokens[last : last + _STRONG]
    near = range(last, last + sum(1 for _ in takewhile(lambda t: t.lower not in others, behind)))
    counted = {scene.after_word(n.span) for n in scene.numbers if scene.first_word(n.span) in near}
    # "fort de 400 soldats danois"
    nouns = {m.last for m in scene.group("force") if m.first in counted and m.value == PERSONNEL}
    for nation in scene.group("demonym") if counted and scene.marks_between(last - 1, last) else ():
        things = (m for m in scene.group("force") if m.first == nation.last and m.value != PERSONNEL)
        people = nation.first in {*counted, *nouns} and not any(things)
        closed = any(scene.marks_between(nation.last - 1, nation.last + more) for more in (0, 1))
        if people and closed and scene.marks_between(last, nation.first) == 0:
            return sovereign(nation.value)
    return None


def _has_part(scene: Scene, force: Force, state: Mention) -> bool:
    """Tell whether a state acts before a force, gives it, is in its name, or is where it comes from."""
    first = scene.first_word(state.span)
    if gives(scene, force, state):
        return True
    led = (scene.sentence.ending_at("role", at) for at in (first, with_articles(scene, first)))
    link = next((m for m in led if m), None)  # "du Mali", "à l'Ukraine"
    if link is not None:
        comes = link.value == "origin" and _is_of_team(scene, force, link)
        return comes or _is_in_name(scene, force, state)
    to = scene.sentence.ending_at("role", with_articles(scene, first))
    given = is_given(scene, state) or (to is not None and to.value in (Role.DESTINATION, Role.LOCATION))
    acts = state.usage is Usage.METONYMIC and first < force.noun.first and not given  # "remis à l'Ukraine"
    acts = acts and not is_in_opening(scene, state, force.noun.first + 1)
    return acts or _is_in_name(scene, force, state)


def _is_in_name(scene: Scene, force: Force, state: Mention) -> bool:
    """Tell whether a state's name opens that of a force or its unit: "New Zealand air force helicopters"."""
    first, after = scene.first_word(state.span), scene.after_word(state.span)
    joint = [m for m in scene.group("sideless") if m.value == "joint"]
    units = [m for m in scene.group("official", "force", "collective") if 0 <= m.first - after <= 1]
    units = [m for m in units if not any(overlap(m, j) for j in joint)]  # "the mission in Mali (MINUSMA)"
    # "In Mali, the army" and "In Mali, soldiers" are Mali's, and "In Mali, a battalion" may be anybody's
    own = any(m.group == "official" or m.value == PERSONNEL for m in units)
    own = own and (not scene.home or state.place is None or state.place.country_code == scene.home)
    link = scene.sentence.ending_at("role", with_articles(scene, first))
    own = own and (
        link is None or (link.value == Role.LOCATION and link.first == 0)
    )  # not "At the request of Mali, soldiers"
    opens = bool(units) and (own or not scene.marks_between(after - 1, units[0].first))
    near = -_NAME_REACH <= first - force.noun.last < _NAME_REACH
    low, high = min(force.noun.last, after), max(force.noun.first, after)
    return opens and near and not any(low <= m.first < high for m in scene.group("trigger"))


def _is_of_team(scene: Scene, force: Force, link: Match) -> bool:
    """Tell whether "from" follows a force without a verb: "a team of 60 from Germany"."""
    last = force.noun.last
    leaves = (frame_of(scene, m).frame is Frame.LEAVE for m in scene.group("trigger"))
    if scene.pack.verbs_embrace and any(leaves):
        return False  # „zog seine Soldaten aus Mali ab“
    # "pulled its men out of A"
    verb = any(last < m.last and m.first <= link.first for m in scene.group("trigger"))
    return 0 <= link.first - last <= _OF_TEAM and not verb and not scene.marks_between(last - 1, link.first)


def side_before(scene: Scene, force: Force, past: Past) -> str | None:
    """Return the side of the force told of before that this one takes up, or of all that the report knows."""
    named = _taken_up(scene, force, past)
    return named.country_code if named else None


def _taken_up(scene: Scene, force: Force, past: Past) -> Actor | None:
    """Return the force named last, where this one takes it up or the report knows no other.

    One called by the same noun goes before it: "The brigade" is not the policemen who were told of last.
    """
    if _is_of_several(scene, force) or is_of_named_body(scene, force):
        return None
    named = _named_last(force, past)
    if named is not None and named.unit == PERSONNEL and not past.body and _is_had(scene, force):
        return None
    if named is None or (len(past.sides) == 1 and not _is_of_other_paragraph(scene, named, past)):
        return named
    afloat = force.unit in (VESSELS, AIRCRAFT) and named.unit != force.unit
    last = None if afloat or _is_at_home(scene, force) else named  # "the frigate" is not that of engineers
    own = afloat and _is_called(scene, force)  # "the frigate Cassard" is another
    known = last if own else past.nouns.get(noun_of(scene, force), last)
    return known if is_definite(scene, force) else None


def _is_at_home(scene: Scene, force: Force) -> bool:
    """Tell whether whose a force is goes without saying: "Ten Danes are in A. The army admits to 30 dead"."""
    named = any(m.span == force.noun.span for m in armies(scene))
    small = not scene.sentence.tokens[force.noun.first].capital
    return (named and small) or bool(scene.own_release and scene.home)


def _land_of(scene: Scene, force: Force) -> str | None:
    """Return the one state in which all towns of a sentence lie, for a force that takes up none."""
    towns = (m.place for m in scene.mentions if m.place and m.usage is Usage.LOCATIVE)
    states = {sovereign(p.country_code) for p in towns if p.kind is not PlaceKind.COUNTRY}
    return next(iter(states)) if len(states) == 1 and not is_definite(scene, force) else None


def _is_had(scene: Scene, force: Force) -> bool:
    """Tell whether a body has a force, and not the men told of before: "It still has 4,000 troops in A"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    has = (at for at in range(force.noun.first) if tokens[at].lower in words.having)
    at = next(has, None)
    subject = tokens[max(0, at - _IT_REACH) : at] if at else ()
    acts = any((at or 0) < m.first < force.noun.first for m in scene.group("trigger"))  # "il a envoyé"
    return not acts and any(t.lower in words.it for t in subject)


def _is_of_other_paragraph(scene: Scene, named: Actor, past: Past) -> bool:
    """Tell whether the paragraph is about another nation: "Brazil is arming as well. Ten tanks left A"."""
    about = past.about if past.goes_on(scene) else None
    return about is not None and about != named.country_code


def _is_of_several(scene: Scene, force: Force) -> bool:
    """Tell whether a force is a joint one, and not one that was told of: "the peacekeepers"."""
    joint = any(overlap(m, force.noun) for m in scene.group("sideless"))
    taken_up = joint and is_definite(scene, force) and quantity(scene, force) is None
    return is_joint(scene, force) and not taken_up


def without_receiver(
    scene: Scene, trigger: Match, acting: tuple[Actor, tuple[Reason, ...]], where: Where
) -> tuple[Actor, tuple[Reason, ...]]:
    """Take the side of who was told of before from what is given them: "18 guns were given to Ukraine"."""
    who, notes = acting
    goal, delivers = where.destination, frame_of(scene, trigger).frame is Frame.DELIVER
    state = goal.country_code if goal and goal.kind is PlaceKind.COUNTRY else None
    given = delivers and state is not None and state == who.country_code
    if not given or not any(n.kind in _FROM_BEFORE for n in notes):
        return acting
    return replace(who, country_code=None), tuple(n for n in notes if n.kind not in _FROM_BEFORE)


def with_speaker(
    scene: Scene,
    acting: tuple[Actor, tuple[Reason, ...]],
    sources: Sequence[Source],
    told: tuple[Force, Where],
) -> tuple[Actor, tuple[Reason, ...]]:
    """Give a force of no told side that of the one state that speaks of it: "the US Navy says".

    A state that speaks of who comes to it or leaves it is their host. Who speaks of a further force goes
    before whom the sentences before were about. Spies, and who watches ships and aircraft, speak of others.
    """
    (who, notes), (force, where) = acting, told
    if force.goods and is_owned(scene, force):
        return acting  # "their equipment will go to Douala, the Chadian general staff said"
    ends = [place for place in (where.origin, where.destination, *where.places) if place]
    # "300 men crossed the border" may be those told of before
    open_side = who.country_code is None or (bool(ends) and _is_speakers_own(scene, force, notes, sources))
    spies = (
        any(w in scene.pack.words.spying for w in sources[0].text.casefold().split()) if sources else False
    )
    others = spies or _is_watched(scene) or is_joint(scene, force)
    spoken = sources and open_side and not (others or accuses(scene, sources[0]))
    nations = office_of(scene, sources[0]) if spoken else None
    if not nations or len(nations) > 1:
        return acting
    side = sovereign(next(iter(nations)))
    if any(place.kind is PlaceKind.COUNTRY and place.country_code == side for place in ends):
        return acting
    if not side or side == who.country_code or _is_sent_by_others(scene, sources[0], told, side):
        return acting
    note = reason(ReasonKind.SIDE_SAYS, country=side, words=sources[0].text)
    kept = tuple(n for n in notes if n.kind not in _FROM_BEFORE)
    return replace(who, country_code=side, inferred=True), (*kept, note)


def _is_sent_by_others(scene: Scene, source: Source, told: tuple[Force, Where], side: str) -> bool:
    """Tell whether a state speaks of what others send on: "100 missiles went from A to B, Riyadh says".

    A staff may move its own men and aircraft between two lands of others, but gives no arms that are theirs.
    """
    force, where = told
    origin, goal = where.origin, where.destination
    if origin is None or goal is None or origin.kind is not PlaceKind.COUNTRY or is_definite(scene, force):
        return False
    states = {sovereign(origin.country_code), sovereign(goal.country_code)}
    staff = any(source.span.covers(m.span) for m in scene.group("official", "seat"))
    return len(states) > 1 and side not in states and (force.goods or not staff)


def _is_speakers_own(scene: Scene, force: Force, notes: Sequence[Reason], sources: Sequence[Source]) -> bool:
    """Tell whether a side told before gives way to who speaks of a further force: of "850 men"."""
    if not any(n.kind in _FROM_BEFORE for n in notes) or not sources or force.again:
        return False
    if not scene.sentence.span.covers(sources[0].span) or sources[0].span.start > force.noun.span.start:
        return False
    # the lost may be another's
    falls = any(frame_of(scene, m).frame is Frame.FALL for m in scene.group("trigger"))
    first = force.noun.first
    shared = any(first - _SHARE_REACH <= m.last <= first for m in scene.group("share"))  # "a first group"
    return not (falls or shared or is_definite(scene, force))


def named_before(scene: Scene, force: Force, trigger: Match | None = None) -> Actor | None:
    """Return the force of the same sentence that a word like "of them" stands for."""
    before = antecedent(scene, force)
    if before is None:
        return None
    found = actor(scene, before)
    verbs = (verb for verb, whose in acting(scene).items() if whose == before)
    if any(_is_taken_from(scene, verb, before) for verb in verbs):
        found = replace(found, country_code=None)  # "A recalled its men of B; they left on Friday"
    nation = sent_by(scene, before) if found.country_code is None else None
    if trigger and found.country_code is nation is None:
        nation = _nation_beside(scene, trigger, before, ())
    return replace(found, country_code=nation, inferred=True) if nation else found
