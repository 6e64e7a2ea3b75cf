"""The state that sends a force, as its verb tells it: before it, behind it, or around it."""

from geo.claims.event.echoes import people_before
from geo.claims.force.forces import Force
from geo.claims.place.roles import Role, role_of
from geo.claims.scene import ECHO, Scene, relative_before, with_articles
from geo.claims.side.actors import (
    agent,
    is_definite,
    is_given,
    sender,
    sovereign,
)
from geo.claims.verbs import UNSAID, frame_of, is_passive
from geo.languages import Frame
from geo.records import Mention, PlaceKind, Usage
from geo.text import Match

_AGENT_REACH = 2  # words from "by" to the state that gives: "by the Netherlands"
_OPENING = 4  # words before the verb of an opening clause: "Après avoir"
_GIVEN_REACH = 6  # words from what is given to who gives it: "planes promised by Spain"


def sender_of_number(scene: Scene, trigger: Match, force: Force) -> str | None:
    """Return the state that sends so many more: "A sent 300 men to Goma and B 200", "B has sent 200"."""
    first = force.noun.first
    if not any(n.span == force.noun.span for n in scene.numbers):
        return None
    if owner := _owner(scene, first):
        return owner
    if trigger.group != ECHO:
        sends = frame_of(scene, trigger).frame in (Frame.SEND, Frame.DELIVER) and first >= trigger.last
        return sender(scene, trigger) if sends else None
    return state_before(scene, first)


def _owner(scene: Scene, first: int) -> str | None:
    """Return the state, or that of the capital, whose so many are: "Poland's 400 followed"."""
    tokens = scene.sentence.tokens
    if first < 2 or tokens[first - 1].lower not in scene.pack.words.possessive:  # noqa: PLR2004 - "A's"
        return None
    owners = (m.place for m in scene.mentions if m.place and scene.after_word(m.span) == first - 1)
    states = (p for p in owners if p.kind is PlaceKind.COUNTRY or p.id in scene.capitals)
    return next((sovereign(place.country_code) for place in states), None)


def state_before(scene: Scene, first: int) -> str | None:
    """Return the state right before a number that takes up a verb: "A sent 300 men to Goma, B 200"."""
    if not any(scene.first_word(n.span) == first for n in scene.numbers):
        return None
    people = people_before(scene, first)
    if people is not None:
        return sovereign(people.value)
    owned = scene.sentence.tokens[first - 1].lower in scene.pack.words.definite  # "Croatia its 98 men"
    ends = (first, first - 1 if owned else first)
    beside = (m for m in scene.mentions if scene.after_word(m.span) in ends)
    acting = (m for m in beside if role_of(scene, m) in (Role.NONE, Role.WITH))  # "and" leads to company
    states = (m.place for m in acting if m.place and m.place.kind is PlaceKind.COUNTRY)
    return next((sovereign(place.country_code) for place in states), None)


def gives(scene: Scene, force: Force, state: Mention) -> bool:
    """Tell whether a state stands behind "by" after a force: "the howitzers promised by France"."""
    first = scene.first_word(state.span)
    agents = scene.sentence.tokens[max(0, first - _AGENT_REACH) : first]
    given = state.usage is Usage.METONYMIC and any(t.lower in scene.pack.words.agent for t in agents)
    between = scene.sentence.tokens[force.noun.last : first]  # "the 300 men expected by Kinshasa"
    given = given and not any(t.lower in scene.pack.words.awaiting for t in between)
    return given and 0 <= first - force.noun.last < _GIVEN_REACH


def sending_state(scene: Scene, trigger: Match, force: Force) -> str | None:
    """Return the state that sends or gives the force, where the sentence names one."""
    kills = scene.sentence.tokens[trigger.first].lower in scene.pack.words.killing
    if frame_of(scene, trigger).host or kills:  # "Rwanda has killed 12 soldiers in Goma"
        return _mourner(scene, force)
    if frame_of(scene, trigger).received:
        return agent(scene, trigger) or _giver(scene, trigger, force)  # the subject is who gets it
    if force.noun.first > trigger.first:  # behind the verb, or within: "Rwanda pulled its men out"
        return sender(scene, trigger) or _state_within(scene, trigger) or _state_behind(scene, trigger)
    if frame_of(scene, trigger).frame not in (Frame.SEND, Frame.DELIVER):
        had = trigger.value in UNSAID and trigger.group != ECHO and _opens_with(scene, force)
        return _state_after(scene, trigger) if had else _mourner(scene, force)
    relative = relative_before(scene, trigger)
    if relative is not None and force.noun.last == relative:  # "the planes that Canada had sent to A"
        return sender(scene, trigger)
    return _state_embracing(scene, trigger) or agent(scene, trigger)


def _state_embracing(scene: Scene, trigger: Match) -> str | None:
    """Return the state whose verb embraces the clause: "Norwegen hat der Ukraine acht Panzer geliefert"."""
    tokens, pack = scene.sentence.tokens, scene.pack
    if not pack.verbs_embrace:
        return None
    told = {t.lower for t in (*tokens[trigger.last :][:1], *tokens[: trigger.first])}
    if told & pack.passive_auxiliaries and not told & pack.words.purpose:
        return None
    opens = pack.auxiliaries | pack.words.bare
    for state in scene.mentions:
        first, after = with_articles(scene, scene.first_word(state.span)), scene.after_word(state.span)
        beside = tokens[after : after + 1] if first == 0 else tokens[first - 1 : first]
        acts = state.usage is Usage.METONYMIC and after < trigger.first and role_of(scene, state) is Role.NONE
        if state.place and acts and any(t.lower in opens for t in beside) and not is_given(scene, state):
            parted = scene.marks_between(after, trigger.first)
            return state.place.country_code if not parted else None
    return None


def _state_within(scene: Scene, trigger: Match) -> str | None:
    """Return the state among the words of a verb: "has cost Kenya 12 soldiers"."""
    inside = (m.place for m in scene.mentions if trigger.span.covers(m.span) and m.place)
    return next((p.country_code for p in inside if p.kind is PlaceKind.COUNTRY), None)


def _state_behind(scene: Scene, trigger: Match) -> str | None:
    """Return the state that acts behind an opening clause: "After losing 12 soldiers in A, Kenya left"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    opens = range(min(trigger.first, _OPENING))
    small = words.when | words.auxiliaries | words.bare | words.after | words.having
    hangs = tokens[0].lower in small or tokens[0].lower.endswith(tuple(words.participles))
    if not opens or not hangs or not all(tokens[at].lower in small for at in opens[1:]):
        return None
    return _state_after(scene, trigger)


def _mourner(scene: Scene, force: Force) -> str | None:
    """Return the state that mourns those who fell: "La Grèce pleure quatre sauveteurs"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    for state in () if words.mourning.isdisjoint(scene.sentence.words) else scene.mentions:
        first, after = scene.first_word(state.span), scene.after_word(state.span)
        said = any(t.lower in words.mourning for t in tokens[after : force.noun.first])
        leads = scene.sentence.ending_at("role", with_articles(scene, first)) is None
        country = state.place is not None and state.place.kind is PlaceKind.COUNTRY
        if said and leads and country and not scene.marks_between(after - 1, force.noun.first):
            return state.place.country_code if state.place else None
    return None


def _opens_with(scene: Scene, force: Force) -> bool:
    """Tell whether what somebody has opens a sentence: "With 300 men in A, Kenya is"."""
    link = scene.sentence.starting_at("role", 0)
    return link is not None and link.value == Role.WITH and not scene.marks_between(0, force.noun.first)


def _state_after(scene: Scene, trigger: Match) -> str | None:
    """Return the state right behind the comma that ends the clause of a trigger."""
    tokens = scene.sentence.tokens
    marks = (at for at in range(trigger.last, len(tokens)) if scene.marks_between(at - 1, at))
    first = next(marks, len(tokens))
    subject = (m for m in scene.mentions if with_articles(scene, scene.first_word(m.span)) == first)
    acting = (m.place for m in subject if role_of(scene, m) is Role.NONE and m.place)
    return next((p.country_code for p in acting if p.kind is PlaceKind.COUNTRY), None)


def _giver(scene: Scene, trigger: Match, force: Force) -> str | None:
    """Return the state from which something is received: "has received 20 tanks from Poland"."""
    behind = [m for m in scene.mentions if m.place and scene.first_word(m.span) >= force.noun.last]
    states = [m for m in behind if m.place and m.place.kind is PlaceKind.COUNTRY]
    from_whom = (Role.ORIGIN, Role.GENITIVE)
    given = (m for m in states if role_of(scene, m) in from_whom or gives(scene, force, m))
    active = not is_passive(scene, trigger)
    return next((m.place.country_code for m in given if m.place and active), None)


def is_sent_by_several(scene: Scene, trigger: Match, force: Force) -> bool:
    """Tell whether several states send or have a force, whoever was told of before: "NATO will send 700 men".

    A phrase may part them from the verb: "Their bloc, SADC, is to send", "NATO, which has 400 men in A".
    """
    sends = frame_of(scene, trigger).frame in (Frame.SEND, Frame.STAY) and not is_passive(scene, trigger)
    first = min(trigger.first, force.noun.first)
    has = any(t.lower in scene.pack.words.having for t in scene.sentence.tokens[:first])
    if not sends or (first < trigger.first and not has) or is_definite(scene, force):
        return False
    bodies = [m for m in scene.group("sideless") if m.value == "joint" and m.last <= first]
    named = [m.first for m in scene.group("demonym", "official", "force", "seat")]
    named += [scene.first_word(m.span) for m in scene.mentions if m.usage is Usage.METONYMIC]
    bodies = [m for m in bodies if not any(m.last <= at < first for at in named)]
    return any(not (_is_governed(scene, m) and scene.marks_between(m.last - 1, first)) for m in bodies)


def _is_governed(scene: Scene, body: Match) -> bool:
    """Tell whether a preposition stands before a body: "At the request of the UN, it sent 300 soldiers"."""
    link = scene.sentence.ending_at("role", with_articles(scene, body.first))
    return (link or scene.sentence.starting_at("role", body.first)) is not None  # French "de l’ONU" holds it
