"""Where an event is, begins and ends: its own words, and where they say nothing what was told before."""

from dataclasses import replace

from geo.claims.assertion.cues import told_by_ending
from geo.claims.event.events import Event
from geo.claims.event.loads import is_load
from geo.claims.event.objects import is_following
from geo.claims.force.forces import Force
from geo.claims.number.counts import quantity
from geo.claims.past import Past
from geo.claims.place.pointers import POINTERS, place_words, pointed_at, points_beside
from geo.claims.place.roles import Role, role_of, stood_at
from geo.claims.place.where import Where, places_of
from geo.claims.place.within import POINTS
from geo.claims.scene import ECHO, Scene, is_in_other_clause, with_articles
from geo.claims.side.actors import actor, is_definite, sender, sovereign
from geo.claims.side.paragraphs import is_owned
from geo.claims.units import CARRIERS, PERSONNEL
from geo.claims.verbs import frame_of, is_homeward, is_passive, loses
from geo.languages import Frame, Trigger
from geo.records import Mention, Place, PlaceKind, Status, Usage
from geo.text import Match

_TAKING = (Frame.SEND, Frame.ARRIVE, Frame.LEAVE)
_CLITIC_REACH = 3  # words from "y" to its verb: "y avaient déjà atterri"
_OPENING = 2  # words in which a share opens a sentence: "The first 150"
_VERB_REACH = 2  # words behind "ont" to "suivi"
_FURTHER_REACH = 3  # words from "another" to the noun
_SHARE_REACH = 6  # words from "a first group of" to the noun
_BORDER_REACH = 6  # words from "crossed" to "border": "a franchi jeudi soir la frontière"
_OF_BORDER = 3  # words from "border" to the state behind it: "the border with Chad"
_AFTER_REACH = 3  # words from "after" to the verb: "after she had sailed"


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
    trigger = event.trigger
    frame = frame_of(scene, trigger).frame
    where = places_of(scene, trigger, frame, event.triggers)
    pointed = pointed_at(scene, trigger, past, POINTERS)
    if pointed and where.spans and _is_led_there(scene, trigger, where):
        where = Where()  # "the jets, whose marks were painted over at A, had landed there"
    if frame in (Frame.STAY, Frame.FALL):
        return _standing(scene, event, (where, pointed), past)
    start = pointed_at(scene, trigger, past, ("origin",)) if where.origin is None else None
    if start is None and pointed and where.origin is None and _is_left(scene, trigger):
        start, pointed = pointed, None
    start = None if start in where.places else start
    if start is None and where.origin is None and _goes_home(scene, event, past) and not _any(where):
        start = past.goal  # "They will be home by Christmas"
    if frame is Frame.LEAVE:
        where = _leaving(scene, event, (where, pointed, start), past)
    else:
        where = _over_border(scene, event, where, past)
        where = _arriving(scene, event, (replace(where, origin=where.origin or start), pointed), past)
    if past.left and past.start and not _any(where) and _follows(scene, trigger):
        where = _leaving_too(scene, past)  # "The Senegalese left A, and the Burundians followed"
    if where.origin is None:
        start = _left_for_home(scene, event, where, past) or _town_of_garrison(scene, event.force)
        where = replace(where, origin=start if start != where.destination else None)
    return _headed(scene, frame_of(scene, trigger), where)


def _is_led_there(scene: Scene, trigger: Match, where: Where) -> bool:
    """Tell whether "y" leads to a verb whose places all stand in a clause of their own before it."""
    near = range(trigger.first - _CLITIC_REACH, trigger.first)
    clitic = any(m.value == "clitic" and m.first in near for m in scene.group("there"))
    starts = (scene.first_word(span) for span in where.spans)
    return clitic and all(is_in_other_clause(scene, at, trigger.first) for at in starts)


def _over_border(scene: Scene, event: Event, where: Where, past: Past) -> Where:
    """Let a way lead into the state whose border is crossed, past where: "crossed the Malian border at A"."""
    beyond, goal = _beyond_border(scene, event, past), where.destination
    known = beyond and goal and (goal.kind is PlaceKind.COUNTRY or goal.country_code == beyond.country_code)
    if beyond is None or known or beyond == where.origin:
        return where
    passed = [p for p in (*where.places, goal) if p and p != beyond]
    return replace(where, destination=beyond, places=tuple(passed))


def _in_state(past: Past, code: str | None) -> Place | None:
    """Return the place of the sentence just before where it lies in a state, or else the state."""
    near = past.near if past.near and past.near.country_code == code else None
    return near or past.states.countries.get(code or "")


def _left_for_home(scene: Scene, event: Event, where: Where, past: Past) -> Place | None:
    """Return the one state abroad in which all are so far, or its place just told, for who goes home."""
    code, goal = next(iter(past.theatres), None), where.destination
    told = past.actor if event.force.again else actor(scene, event.force)
    side = told.country_code if told else None
    homeward = is_homeward(scene, event.trigger)
    at_home = goal is None or sovereign(goal.country_code) == side
    home = at_home and (homeward or (goal is not None and goal.kind is PlaceKind.COUNTRY))
    if side is None or not home or len(past.theatres) != 1 or side == code or event.force.goods:
        return None
    return _in_state(past, code)


def _town_of_garrison(scene: Scene, force: Force) -> Place | None:
    """Return the town that a garrison leaves whatever its verb: "The garrison of A was evacuated to B"."""
    noun, tokens = force.noun, scene.sentence.tokens
    if tokens[noun.last - 1].lower not in scene.pack.words.garrisons:
        return None
    towns = [m for m in scene.mentions if m.place and m.place.kind in POINTS]
    named = (m.place for m in towns if m.span.touches(noun.span))  # "the Kidal garrison" is one name
    behind = {m.last for m in scene.group("role") if m.first == noun.last}
    return next(named, None) or next((m.place for m in towns if scene.first_word(m.span) in behind), None)


def _headed(scene: Scene, rule: Trigger, where: Where) -> Where:
    """Let a way begin or end at the place that heads its entry: "- Kobane: withdrawal of 150 men to A"."""
    first = scene.mentions[0] if scene.mentions else None
    if first is None or first.usage is not Usage.LOCATIVE or scene.first_word(first.span) > 0:
        return where
    if not scene.text[first.span.end : first.span.end + 2].lstrip("\u00a0\u202f ").startswith(":"):
        return where
    if rule.frame is Frame.LEAVE and where.origin is None and first.place != where.destination:
        return replace(where, origin=first.place)
    comes = rule.frame is Frame.ARRIVE or (rule.frame is Frame.SEND and rule.nominal)  # "arrivée de"
    ends = comes and where.destination is None and first.place != where.origin
    return replace(where, destination=first.place) if ends else where


def _left_to_others(scene: Scene, event: Event) -> Place | None:
    """Return where others came to after a departure: "entered A after the departure of the French troops"."""
    trigger, tokens, words = event.trigger, scene.sentence.tokens, scene.pack.words
    rule = scene.pack.triggers.get(trigger.value)
    named = [m for m in scene.mentions if m.place and m.span < trigger.span and m.usage is not Usage.EMBEDDED]
    if rule is None or not rule.nominal or not named or event.force.unit != PERSONNEL:
        return None
    behind = any(m.span > trigger.span and m.usage is Usage.LOCATIVE for m in scene.mentions)
    last = scene.after_word(named[-1].span)
    came = [
        m
        for m in scene.group("trigger")
        if m.last <= trigger.first and frame_of(scene, m).frame is Frame.ARRIVE
    ]
    after = any(t.lower in words.after for t in tokens[last : trigger.first])
    stays = named[-1].usage is Usage.LOCATIVE and role_of(scene, named[-1]) is not Role.ORIGIN
    return named[-1].place if came and after and stays and not behind else None


def _is_left(scene: Scene, trigger: Match) -> bool:
    """Tell whether a word for a place is what something is taken from: "moved a brigade out of the town"."""
    behind = next((m for m in place_words(scene) if m.first >= trigger.last), None)
    link = scene.sentence.ending_at("role", behind.first) if behind else None
    return link is not None and link.value == Role.ORIGIN


def _leaving(
    scene: Scene, event: Event, found: tuple[Where, Place | None, Place | None], past: Past
) -> Where:
    """Return where a departure begins and ends: its words, the place pointed to, and "from there"."""
    where, pointed, start = found
    if where.origin is None:
        alone = not _any(where) and start is None and pointed is None
        taken_up = event.force.again or event.trigger.group == ECHO or _is_more_of(scene, event, past)
        taken_up = taken_up or _is_that_event(scene, event.trigger)
        if alone and taken_up and not scene.mentions:
            return _leaving_too(scene, past)
        before = None
        if alone and not scene.mentions and _takes_up(scene, event, past):
            before = past.goal  # "The frigate docked at A. The ship left on Wednesday."
        elif alone and not scene.mentions and _are_the_people(scene, event):
            before = past.near if past.goes_on(scene) else None
        pointed = None if pointed == where.destination else pointed  # "leave for A, where they will stay"
        stood = stood_at(scene, event.trigger, event.force)
        camp = stood.place if stood else _camp_before(scene, event) if alone else None
        before = before or _left_to_others(scene, event)
        return replace(where, origin=start or pointed or before or camp)
    goal = pointed if where.destination is None and _is_elsewhere(pointed, where.origin) else None
    goal = where.destination or goal or _come_to(scene, event, where, past)
    return replace(where, destination=goal)


def _camp_before(scene: Scene, event: Event) -> Place | None:
    """Return the one town or camp told before who leaves: "closed its base in A and withdrew its 300 men"."""
    joiners, at = scene.pack.words.joiners, event.trigger.first
    told = [m for m in scene.mentions if m.usage is Usage.LOCATIVE and m.place and m.place.kind in POINTS]
    if len(told) != 1 or not is_owned(scene, event.force):
        return None
    between = scene.sentence.tokens[scene.after_word(told[0].span) : at]
    joined = bool(between) and between[0].lower in joiners  # with no subject of its own behind it
    joined = joined and all(t.lower in scene.pack.auxiliaries for t in between[1:])
    return told[0].place if joined and scene.after_word(told[0].span) <= at else None


def _leaving_too(scene: Scene, past: Past) -> Where:
    """Return the way of who leaves as others left, or from where those before came to.

    Who is still to leave may go elsewhere.
    """
    if not past.left:
        return Where(origin=past.goal or past.start)  # "They landed at A from B. They left on the 30th."
    planned = any(m.value == Status.EXPECTED for m in scene.group("status_near"))
    planned = planned or any(Status.EXPECTED in told_by_ending(scene, m) for m in scene.group("trigger"))
    goal = past.goal if _is_elsewhere(past.goal, past.start) and not planned else None
    return Where(origin=past.start, destination=goal)  # "left A for B. The first had left on Monday"


def _is_more_of(scene: Scene, event: Event, past: Past) -> bool:
    """Tell whether a force is a part of those told of, or more of them: "A first group of 150 left"."""
    force = event.force
    told = any(m.first < _OPENING and m.first <= force.noun.first for m in scene.group("share"))
    return past.left and told and force.unit == past.unit and actor(scene, force).country_code is None


def _arriving(scene: Scene, event: Event, found: tuple[Where, Place | None], past: Past) -> Where:
    """Return where a way ends that names no end: the place pointed to, or where those before went."""
    (where, pointed), trigger, force = found, event.trigger, event.force
    unplaced = any(m.place is None and m.usage is not Usage.EMBEDDED for m in scene.mentions)
    if where.destination is not None or unplaced:
        return where
    taken_up = force.again or trigger.group == ECHO or is_following(scene, trigger, [force])
    words = scene.sentence.tokens[trigger.first : trigger.last]
    came = past.done is not None and past.done.origin is None and past.done.destination == past.goal
    sails = words[0].lower in scene.pack.words.sailing and came and force.again
    if sails and not (_any(where) or pointed):
        return replace(where, origin=past.goal)  # "docked at A on Monday. It is to sail in May"
    joins = () if scene.mentions else scene.pack.words.joining  # "will come to reinforce them"
    taken_up = taken_up or any(t.lower in joins for t in words) or _follows(scene, trigger)
    taken_up = taken_up or _are_more(scene, force, past) or _is_that_event(scene, trigger)
    homeward = is_homeward(scene, trigger)
    inward = words[-1:] and words[-1].lower in scene.pack.words.inward and _names(scene, past.goal)
    led = past.near if past.cargo else past.goal  # goods go on only to where those just before went
    given = frame_of(scene, trigger).frame is Frame.DELIVER and not scene.mentions
    passing = bool(where.places) and where.origin is None  # "They passed through A on Sunday"
    taken_up = taken_up and not passing
    goal = pointed or (led if (taken_up and not homeward) or inward else past.sole if given else None)
    goal = goal or (past.ride.destination if past.ride and is_load(scene, event, past) else None)
    if goal is None and not homeward:
        goal = _come_to(scene, event, where, past) if _any(where) else _theatre(scene, event, past)
    if goal is None and not homeward and not _any(where) and _comes_here(scene, event):
        ashore = past.near is not None and past.near.kind is not PlaceKind.WATER  # ships left for the sea
        goal = past.near if ashore else None
    if goal and _is_elsewhere(goal, where.origin) and not _is_before(scene, trigger):
        return replace(where, destination=goal)
    return where


def _beyond_border(scene: Scene, event: Event, past: Past) -> Place | None:
    """Return whose border a force crosses that is not its own: "ont franchi la frontière gambienne"."""
    tokens, words, trigger = scene.sentence.tokens, scene.pack.words, event.trigger
    near = range(trigger.first, min(trigger.last + _BORDER_REACH, len(tokens)))
    at = next((n for n in near if tokens[n].lower in words.borders), None)
    crossed = at is not None and not words.crossing.isdisjoint(t.lower for t in tokens[trigger.first : at])
    if at is None or not (crossed or at < trigger.last):  # "passé lundi la frontière" is one trigger
        return None
    if scene.marks_between(trigger.last - 1, at) or _are_two(scene, at):
        return None
    side = actor(scene, event.force).country_code
    nations = {m.value for m in scene.group("demonym") if at in (m.last, m.first - 1)}
    behind = (m for m in scene.mentions if 0 < scene.first_word(m.span) - at <= _OF_BORDER)
    states = [m.place for m in behind if m.place and _is_of_border(scene, m)]  # "the border with Chad"
    whose = [past.states.countries.get(nation) for nation in nations - {side}]
    whose += [place for place in states if place.kind is not PlaceKind.COUNTRY or place.country_code != side]
    return whose[0] if len(whose) == 1 else None


def _are_two(scene: Scene, border: int) -> bool:
    """Tell whether a border is told by both who share it: "between A and B", "the Afghan-Tajik border"."""
    behind = scene.sentence.tokens[border + 1 : border + 2]
    between = any(t.lower in scene.pack.numbers.range_between for t in behind)
    firsts = {m.first for m in scene.group("demonym") if m.last == border}
    return between or any(m.last in firsts for m in scene.group("demonym"))


def _is_of_border(scene: Scene, mention: Mention) -> bool:
    """Tell whether a name behind a border says whose it is: "with Chad", not "from Chad" or "at Karang"."""
    kind, role = mention.place and mention.place.kind, role_of(scene, mention)
    state = kind is PlaceKind.COUNTRY and role not in (Role.ORIGIN, Role.DESTINATION)
    return state or (kind is PlaceKind.ADMIN and role in (Role.VIA, Role.GENITIVE))  # no "in Kursk Oblast"


def _follows(scene: Scene, trigger: Match) -> bool:
    """Tell whether others go the way just told: "ont suivi", "were the last to leave"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    follows = any(t.lower in words.following for t in tokens[trigger.first : trigger.last + _VERB_REACH])
    if frame_of(scene, trigger).nominal:
        return follows  # not "the first departure"
    around = range(max(1, trigger.first - _VERB_REACH), min(trigger.last + _VERB_REACH, len(tokens)))
    near = [n for n in around if not scene.marks_between(min(n, trigger.first), max(n, trigger.first))]
    ranks = (n for n in near if tokens[n].lower in words.sole)
    return follows or any(tokens[n - 1].lower in scene.pack.articles for n in ranks)


def _comes_here(scene: Scene, event: Event) -> bool:
    """Tell whether people come to where the sentence before plays: "500 reservists will arrive in May"."""
    verb = scene.sentence.tokens[event.trigger.first : event.trigger.last]
    comes = frame_of(scene, event.trigger).frame is Frame.ARRIVE and not event.force.goods
    comes = comes and any(t.lower in scene.pack.words.coming for t in verb)
    return comes and not _has_place(scene) and not place_words(scene)


def _is_that_event(scene: Scene, trigger: Match) -> bool:
    """Tell whether a noun takes up a way that was told: "The withdrawal of 300 men will end in May"."""
    rule, before = scene.pack.triggers.get(trigger.value), scene.sentence.tokens[: trigger.first][-1:]
    known = trigger.first == 1 and before[0].lower in scene.pack.words.definite
    return rule is not None and rule.nominal and known and not scene.mentions


def _are_more(scene: Scene, force: Force, past: Past) -> bool:
    """Tell whether a force is more of those told of, without a place: "Forty more trucks are due"."""
    near = scene.sentence.tokens[max(0, force.noun.first - _FURTHER_REACH) : force.noun.last + 1]
    more = any(t.lower in scene.pack.words.further for t in near) and not scene.mentions
    side, before = actor(scene, force).country_code, past.actor.country_code if past.actor else None
    return more and side in (None, before) and not force.goods


def _come_to(scene: Scene, event: Event, where: Where, past: Past) -> Place | None:
    """Return where those come or go to of whom a sentence only tells where from: "flew in from Nadi".

    It is the town of those who say it, and otherwise where forces are abroad so far: the place of the
    sentence just before, or else the one state of all.
    """
    start, code = where.origin, next(iter(past.theatres), None)
    if start is None or not all(m.place == start for m in scene.mentions if m.usage is Usage.LOCATIVE):
        return None
    verb = scene.sentence.tokens[event.trigger.first : event.trigger.last]
    if is_homeward(scene, event.trigger):
        return None
    comes = frame_of(scene, event.trigger).frame is Frame.ARRIVE
    comes = comes and any(t.lower in scene.pack.words.coming for t in verb)  # not "slipped away from A"
    said = _town_of_source(scene, past) if comes else None
    if said:
        return said
    own = actor(scene, event.force).country_code in (None, sovereign(start.country_code))
    sets_out = own and _is_of_more(scene, event.force)
    abroad = start.country_code not in (None, code) and len(past.theatres) == 1
    if not abroad or event.force.goods or not (comes or sets_out):
        return None
    return _in_state(past, code)


def _town_of_source(scene: Scene, past: Past) -> Place | None:
    """Return the town of those who say that others came, no seat of another government."""
    towns = [m.place for m in scene.aside if m.place and m.place.kind in POINTS]
    here = len(towns) == 1 and (towns[0].id not in scene.capitals or towns[0].country_code == past.ground)
    return towns[0] if here else None


def _is_of_more(scene: Scene, force: Force) -> bool:
    """Tell whether a force is a part of those told of, or more of them: "a first group", "another 200"."""
    first, last = force.noun.first, force.noun.last + 1
    near = scene.sentence.tokens[max(0, first - _FURTHER_REACH) : last]
    if force.again or any(t.lower in scene.pack.words.further for t in near):
        return True
    told = (m.first for m in scene.group("share") if m.first < last)
    return any(first - at <= _SHARE_REACH and not scene.marks_between(at, first) for at in told)


def _theatre(scene: Scene, event: Event, past: Past) -> Place | None:
    """Return where all forces so far went that were sent abroad, for one more of another nation.

    "Armenia will send 70 soldiers, its prime minister says": to the state that the report is about.
    """
    trigger, force, goal = event.trigger, event.force, past.goal
    if goal is None or past.theatres != {goal.country_code} or force.goods or force.laden:
        return None
    nominal = scene.pack.triggers[trigger.value].nominal
    if nominal or _has_place(scene) or place_words(scene) or scene.group("none_of"):
        return None
    side = actor(scene, force).country_code or sender(scene, trigger)
    return goal if side and side != goal.country_code else None


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


def _are_the_people(scene: Scene, event: Event) -> bool:
    """Tell whether a people leaves where the report just was: "Gori is quiet. The Danes left on Friday"."""
    force, counted = event.force, quantity(scene, event.force)
    return force.noun.group == "demonym" and is_definite(scene, force) and counted is None


def _goes_home(scene: Scene, event: Event, past: Past) -> bool:
    """Tell whether a force told of before goes home: it leaves where that was."""
    side = past.actor.country_code if past.actor else None
    abroad = past.goal is not None and past.goal.country_code != side
    return is_homeward(scene, event.trigger) and abroad and _takes_up(scene, event, past)


def _standing(scene: Scene, event: Event, found: tuple[Where, Place | None], past: Past) -> Where:
    """Return where a force is or falls: what its words name or point to, or what was told before."""
    trigger, frame = event.trigger, frame_of(scene, event.trigger).frame
    where, pointed = found
    ahead = [m for m in scene.mentions if m.span in where.spans and m.span.start >= trigger.span.end]
    alone = (m.first - trigger.last for m in place_words(scene) if m.last - m.first == 1)
    aims = any(gap in (0, 1) for gap in alone) and all(role_of(scene, m) is Role.DESTINATION for m in ahead)
    named = bool(ahead) and not aims  # "where they guard the base at A", not "wait there for a way to A"
    beside = pointed is not None and (points_beside(scene, trigger) or _has_men_there(scene, trigger))
    if where.places and (named or not beside):
        return where
    lost = _lost_at(scene, trigger) if frame is Frame.FALL and pointed is None else None
    if lost:
        return lost
    unplaced = not _has_place(scene)
    behind = _is_behind(scene, trigger)
    if (behind or _stays_on(scene, event)) and not where.places:
        left = _left(scene, event)
        if left is None and past.start and behind:
            left = Where(places=(past.start,), lent=True)  # "a battery stayed behind"
        if left:
            return left
    parted = [
        m for m in scene.mentions if scene.strong_marks_between(scene.first_word(m.span), trigger.first)
    ]
    apart = bool(parted) and len(parted) == len(scene.mentions)  # "reached A on Monday; a team is searching"
    again = past.goal if event.force.again and unplaced else None
    here = pointed or again or (past.near if frame is Frame.STAY and unplaced else None)
    here = here or (past.goal if frame is Frame.STAY and apart else None)
    pointers = tuple(m.span for m in place_words(scene)) if pointed else ()
    return Where(places=(here,), spans=pointers[:1], lent=pointed is None) if here else where


def _has_men_there(scene: Scene, trigger: Match) -> bool:
    """Tell whether who has a force has it where a word points: "Uganda has 900 men in the Somali capital"."""
    having = scene.sentence.tokens[trigger.first].lower in scene.pack.words.having
    if not (having and frame_of(scene, trigger).host):
        return False
    behind = (with_articles(scene, m.first) for m in scene.group("there") if m.first >= trigger.last)
    links = (scene.sentence.ending_at("role", at) for at in behind)
    return any(link is not None and link.value == Role.LOCATION for link in links)


def _is_behind(scene: Scene, trigger: Match) -> bool:
    """Tell whether a force is left where others went from: "stayed behind"."""
    near = scene.sentence.tokens[trigger.first : trigger.last + 1]
    return any(t.lower in scene.pack.words.behind for t in near)


def _stays_on(scene: Scene, event: Event) -> bool:
    """Tell whether a force remains where others leave: "The Danes left A for B, but forty men remain"."""
    words, at = scene.pack.words, event.trigger.first
    verb = scene.sentence.tokens[at].lower
    remains = verb in words.staying - scene.pack.passive_auxiliaries
    leaving = [m for m in event.triggers if frame_of(scene, m).frame is Frame.LEAVE and m.first < at]
    between = scene.sentence.tokens[leaving[-1].last : event.force.noun.first] if leaving else ()
    return remains and any(t.lower in words.contrast for t in between)


def _left(scene: Scene, event: Event) -> Where | None:
    """Return the place that the sentence says others leave: "quitted A, leaving 40 men behind"."""
    leaving = [m for m in event.triggers if frame_of(scene, m).frame is Frame.LEAVE and m < event.trigger]
    if not leaving:
        return None
    way = places_of(scene, leaving[-1], Frame.LEAVE, event.triggers)
    spans = (m.span for m in scene.mentions if m.place == way.origin)
    return Where(places=(way.origin,), spans=tuple(spans)[:1]) if way.origin else None


def _lost_at(scene: Scene, trigger: Match) -> Where | None:
    """Return the place nearest to a loss, whichever other event names it: "six fell, when X came to B".

    It is not where the lost are then taken: "onze blessés ont été transportés à Dakar".
    """
    placed = [m for m in scene.mentions if m.place and m.usage is Usage.LOCATIVE]
    placed = [m for m in placed if not _is_taken_to(scene, trigger, m)]
    roles = [(m, role_of(scene, m)) for m in placed]
    said = [m for m, role in roles if role is Role.LOCATION]
    before = (m for m, role in roles if role is Role.NONE and m.span < trigger.span)
    said = said or list(before)  # "attacked A, and 40 soldiers died"
    came = (m for m, role in roles if role is Role.DESTINATION and m.span < trigger.span)
    said = said or (list(came) if loses(scene, trigger) else [])  # "entered A, losing nine men"
    near = min(said, key=lambda m: scene.distance(trigger.first, scene.first_word(m.span)), default=None)
    return Where(places=(near.place,), spans=(near.span,)) if near and near.place else None


def _is_taken_to(scene: Scene, loss: Match, mention: Mention) -> bool:
    """Tell whether a place is where a passive verb takes the lost: "tués lundi, ont été rapatriés à A".

    So may it take others than they: "two men died; seven were flown to A".
    """
    at = scene.first_word(mention.span)
    verbs = (m for m in scene.group("trigger") if loss.last <= m.first < at)
    taking = (m for m in verbs if frame_of(scene, m).frame in _TAKING)
    being, tokens = scene.pack.passive_auxiliaries, scene.sentence.tokens  # "été conduits" is one trigger
    verb = next((m for m in taking if is_passive(scene, m) or tokens[m.first].lower in being), None)
    if verb is None or scene.marks_between(verb.last, at) > 0:
        return False
    opens = scene.pack.words.when | scene.pack.words.clause | scene.pack.words.relative
    return opens.isdisjoint(t.lower for t in tokens[loss.last : verb.first])


def _names(scene: Scene, place: Place | None) -> bool:
    """Tell whether a sentence names a place itself: "arrived in A, and others were flown in from B"."""
    return place is not None and any(m.place == place for m in scene.mentions)


def _has_place(scene: Scene) -> bool:
    return any(m.usage is Usage.LOCATIVE for m in scene.mentions)


def _any(where: Where) -> bool:
    return bool(where.origin or where.destination or where.places)


def _is_elsewhere(goal: Place | None, origin: Place | None) -> bool:
    return goal is not None and (origin is None or origin.id != goal.id)
