"""Whose a force is that is of several states or of none, and what a whole report tells of a side."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from geo.claims.assertion.offices import office_of
from geo.claims.force.forces import Force, forces_of
from geo.claims.force.nouns import overlap
from geo.claims.number.counts import quantity
from geo.claims.past import Past
from geo.claims.place.roles import Role, role_of
from geo.claims.place.where import goes_then_to
from geo.claims.scene import Scene, with_articles
from geo.claims.side.actors import actor, is_definite, is_of_genitive, sovereign
from geo.claims.side.paragraphs import is_owned
from geo.claims.units import AIRCRAFT, CARRIERS, PERSONNEL, VESSELS
from geo.claims.verbs import is_next_leg
from geo.claims.ways import Told
from geo.languages import Frame, LanguagePack
from geo.records import Claim, ClaimType, Mention, PlaceKind, ReasonKind, Source, Usage, reason
from geo.text import Match, Sentence, Token, tokenize

# Where a force is, falls or is sent about in a state, and does not come to it from abroad.
_THERE = (Frame.STAY, Frame.FALL, Frame.SEND)
_PORT_REACH = 2  # words of "port of"
_HEAD = 4  # words in which the subject of a sentence begins
_OF_NAME = 4  # words from "fighters" to whose: "combattants du groupe russe Wagner"
_STATELESS = ("stateless", "fighters")
_JOINT_REACH = 3  # words from "soldiers" to "of the UN mission"
_ACTS_REACH = 3  # words from "the army" to its verb: "has sent", "la police nationale y a déployé"
_MEN_REACH = 7  # words from a body to its men: "la force est-africaine, un peu plus de 600 hommes,"
_ALLIES_REACH = 4  # words between two nations: "armée malienne et de ses alliés russes"
_OWNER_REACH = 3  # words from "our" to the force: "five of our soldiers"


def topic(title: str | None, pack: LanguagePack) -> str | None:
    """Return the one nation whose forces a headline is about, or None where it names several or none.

    One beside goods does not count: the rifles are Chinese, not the men. Nor does one that says where a place
    lies ("the Polish border"), or that a state bears in its name ("Dominican Republic").
    """
    words = tokenize(title or "")
    matches = pack.lexicon.find(title or "", words)
    nations = [m for m in matches if m.group == "demonym" and not _is_beside(m, matches, ("goods",))]
    nations = [m for m in nations if not _is_of_place(m, matches, words, pack)]
    states = {state for m in nations if (state := sovereign(m.value))}
    return next(iter(states)) if len(states) == 1 else None


def _is_beside(nation: Match, matches: Sequence[Match], groups: Sequence[str]) -> bool:
    """Tell whether a word of these groups stands beside a nation or is one: "French troops"."""
    nouns = (m for m in matches if m.group in groups)
    return any(overlap(nation, m) or nation.last == m.first or m.last == nation.first for m in nouns)


def tells_losses(title: str | None, pack: LanguagePack) -> bool:
    """Tell whether a headline tells of losses: of "French troops in A" others may fall, in text below."""
    matches = pack.lexicon.find(title or "", tokenize(title or ""))
    frames = (pack.triggers[m.value].frame for m in matches if m.group == "trigger")
    return Frame.FALL in frames


def _is_of_place(nation: Match, matches: Sequence[Match], words: Sequence[Token], pack: LanguagePack) -> bool:
    """Tell whether an adjective of nation belongs to a word for a place: "frontière algérienne"."""
    at = nation.last if pack.demonyms_always_capital else nation.first - 1
    border = 0 <= at < len(words) and words[at].lower in pack.words.borders
    return border or any(m.first <= at < m.last for m in matches if m.group in ("generic", "there"))


def one_state(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> str | None:
    """Return the state in which all places of a report lie, if offices of its own are told of in it.

    None where it speaks of a nation by its adjective or of a force of several: not all forces are at home.
    """
    codes = {sovereign(m.place.country_code) for m in mentions if m.place and m.place.country_code}
    if len(codes) != 1 or not any("official" in s.groups for s in sentences):
        return None
    foreign = any(sovereign(m.value) not in codes for s in sentences for m in s.groups.get("demonym", ()))
    joint = any(m.value == "joint" for s in sentences for m in s.groups.get("sideless", ()))
    return None if foreign or joint else next(iter(codes))


def with_side(scene: Scene, told: Told, past: Past) -> Claim:
    """Give a claim whose force no words tell a side of that which the whole report tells, with the reason."""
    claim, force = told.claim, told.force
    who = claim.actor
    if who is None or who.country_code or force.again or is_of_none(scene, force) or is_joint(scene, force):
        return claim
    if is_of_named_body(scene, force):
        return claim
    home = _home(scene, told, past)
    if past.topic and _is_of_topic(scene, told, past):
        side, kind = past.topic, ReasonKind.SIDE_HEADLINE
    elif home:
        side, kind = home, ReasonKind.SIDE_HOME
    elif past.state and not _is_from_abroad(told):
        side, kind = past.state, ReasonKind.SIDE_STATE
    elif there := _own_country(scene, told, past):
        side, kind = there, ReasonKind.SIDE_THERE
    elif scene.own_release and past.people and past.people.country_code and is_definite(scene, force):
        side, kind = past.people.country_code, ReasonKind.SIDE_BEFORE  # "the frigate" in an office's release
    else:
        return claim
    who = replace(who, country_code=side, inferred=True)
    words = past.people.text if past.people else ""
    return replace(claim, actor=who, notes=(*claim.notes, reason(kind, country=side, words=words)))


def is_of_named_body(scene: Scene, force: Force) -> bool:
    """Tell whether people of a trade, or what carries goods, are those of a body with a name of its own.

    "Twelve surgeons of Médecins sans frontières" and "a plane of the World Food Programme" are of no state.
    """
    carriers = [f for f in forces_of(scene) if force.goods and f.unit in CARRIERS]
    return any(_is_bodys(scene, one) for one in (force, *carriers))


def _is_bodys(scene: Scene, force: Force) -> bool:
    noun = force.noun
    civil = any(m.value in ("trade", "craft") and overlap(m, noun) for m in scene.group("civil"))
    civil = civil and not is_definite(scene, force)  # "les 80 gardes-frontières du FSB"
    link = scene.sentence.starting_at("role", noun.last) if civil else None
    if link is None or link.value != Role.GENITIVE:
        return False
    at, tokens = link.last, scene.sentence.tokens
    at += at < len(tokens) and tokens[at].lower in scene.pack.articles
    name = range(at, at + sum(1 for _ in takewhile(lambda t: t.capital, tokens[at:])))
    known = scene.group("official", "demonym", "collective", "force", "seat", "sideless", "of_one")
    no_forces = [m.span for m in scene.group("not_force")]  # "Médecins sans frontières"
    inside = any(m.first in name and not any(s.covers(m.span) for s in no_forces) for m in known)
    placed = any(scene.first_word(m.span) in name for m in scene.mentions)
    if not name or inside or placed:
        return False
    whole = scene.span(name.start, name.stop)  # "chasseurs de Thierville" are of a town
    called = any(whole.touches(s) for s in no_forces)
    return called or tokens[at - 1].lower in scene.pack.words.definite or len(name) > 1


def tells_of_own(sentences: Sequence[Sentence]) -> bool:
    """Tell whether an office of some state is told of in a report, and no force of several states."""
    national = any("national" in s.groups for s in sentences)
    return national and not any(m.value == "joint" for s in sentences for m in s.groups.get("sideless", ()))


def _is_from_abroad(told: Told) -> bool:
    """Tell whether the one state of a report is only where others go: "will send 300 soldiers to Niger"."""
    claim, goods = told.claim, told.force.goods or told.force.unit in (VESSELS, AIRCRAFT)
    goods = goods or told.claim.type is ClaimType.SUPPLY  # lorries that somebody gives
    ends = (p for p in (claim.origin, claim.destination, *claim.places) if p)
    named = told.frame is not Frame.FALL and any(p.kind is PlaceKind.COUNTRY for p in ends)
    named = named or (
        told.frame is Frame.LEAVE and claim.destination is None
    )  # withdrawn from A, to elsewhere
    return named or (goods and told.frame not in _THERE)


def _is_of_topic(scene: Scene, told: Told, past: Past) -> bool:
    """Tell whether a force may be that of the headline: not who is lost, nor what is given to its state."""
    lost = told.frame is Frame.FALL and not past.topic_lost and not is_owned(scene, told.force)
    return not (lost or _is_of_government(scene, told.force) or _is_given_to(past.topic, told))


def _is_given_to(state: str | None, told: Told) -> bool:
    """Tell whether a state gets what is delivered, be the headline about it: "guns were given to Ukraine"."""
    goal = told.claim.destination if told.frame is Frame.DELIVER else None
    return goal is not None and goal.kind is PlaceKind.COUNTRY and goal.country_code == state


def _own_country(scene: Scene, told: Told, past: Past) -> str | None:
    """Return the state in which all that a claim tells plays, where whose the force is goes without saying.

    Nobody says whose they are of government troops, of who goes from one town of a state to another where
    no foreigners are told of, of six soldiers who fell in A, or of those of whom "the army" says so.
    """
    claim, force = told.claim, told.force
    ends = [p for p in (claim.origin, claim.destination, *claim.places) if p]
    codes = {sovereign(p.country_code) for p in ends}
    abroad = any(p.kind is PlaceKind.COUNTRY for p in ends)  # "three soldiers fell in Mali" is said elsewhere
    verb, machines = scene.word_at(claim.trigger.start), force.unit in (VESSELS, AIRCRAFT)
    sent = is_sent_at_home(scene, verb, force)  # "The coast guard has sent six boats to A"
    if len(codes) != 1 or abroad or force.goods or (machines and not sent):
        return None
    within = claim.origin is not None and claim.destination is not None and codes.isdisjoint(past.theatres)
    lost = told.frame is Frame.FALL and force.unit not in CARRIERS
    goes = told.frame is Frame.LEAVE and claim.destination is None  # who withdraws from A may well be foreign
    own = (past.national and (within or lost)) or (not goes and is_said_at_home(scene, claim.attribution))
    own = own and not _is_somebodys(scene, force)
    own = own or _is_of_government(scene, force) or (not goes and sent)
    return next(iter(codes)) if own else None


def is_sent_at_home(scene: Scene, verb: int, force: Force) -> bool:
    """Tell whether an office of a state that goes without saying acts: "The army has sent 300 men to A"."""
    bodies = (*scene.group("national"), *armies(scene))
    near = [scene.sentence.tokens[m.last : verb] for m in bodies if 0 <= verb - m.last <= _ACTS_REACH]
    acts = any(all(t.lower not in scene.pack.words.relative for t in words) for words in near)
    if not acts or force.noun.first <= verb:
        return False
    other = any(m.usage is Usage.METONYMIC and scene.first_word(m.span) < verb for m in scene.mentions)
    words = scene.pack.words.owners | scene.pack.words.speaking
    whose = any(t.lower in words for t in scene.sentence.tokens[:verb])
    return not (other or whose or any(m.first < verb for m in scene.group("demonym")))


def armies(scene: Scene) -> list[Match]:
    """Return the words for an army or police as an office: "the army", not "the mission"."""
    bodies = {m.span for m in scene.group("collective")}
    return [m for m in scene.group("official") if m.span in bodies]


def is_ours(scene: Scene, force: Force) -> bool:
    """Tell whether who speaks calls a force his own: "our 340 peacekeepers", "nos casques bleus"."""
    before = scene.sentence.tokens[max(0, force.noun.first - _OWNER_REACH) : force.noun.first]
    return any(t.lower in scene.pack.words.speaking for t in before)


def _is_somebodys(scene: Scene, force: Force) -> bool:
    """Tell whether a force is told as that of who speaks or was named: "five of our soldiers"."""
    before = scene.sentence.tokens[max(0, force.noun.first - _OWNER_REACH) : force.noun.first]
    return is_ours(scene, force) or any(t.lower in scene.pack.words.owners for t in before)


def _is_of_government(scene: Scene, force: Force) -> bool:
    """Tell whether a force is told as the government's: "government troops", "forces gouvernementales"."""
    beside = scene.sentence.tokens[max(0, force.noun.first - 1) : force.noun.last + 1]
    return any(t.lower in scene.pack.words.governing for t in beside)


def is_said_at_home(scene: Scene, sources: Sequence[Source]) -> bool:
    """Tell whether an office of a state that goes without saying tells of a force: "the army said"."""
    source = sources[0] if sources else None
    at = scene.word_at(source.span.start) if source else 0
    whose = scene.sentence.tokens[max(0, at - 1) : at + 1]  # "Its government says"
    if source is None or any(t.lower in scene.pack.words.owners for t in whose):
        return False
    bodies = (m for m in armies(scene) if not scene.sentence.tokens[m.first].capital)  # no name of one
    national = any(source.span.covers(m.span) for m in (*scene.group("national"), *bodies))
    return national and office_of(scene, source) == frozenset()


def _home(scene: Scene, told: Told, past: Past) -> str | None:
    """Return the state from which a force sets out for another, or to which it goes home."""
    claim = told.claim
    start, goal = (p.country_code if p else None for p in (claim.origin, claim.destination))
    if start is None or start == goal or told.force.unit == "vehicles":
        return None  # lorries that cross a border may be anybody's
    first, last = scene.word_at(claim.trigger.start), scene.word_at(claim.trigger.end - 1)
    if is_next_leg(scene, first) or _goes_on(scene, claim):
        return None  # "called at A before sailing to B", "to A, then to B"
    homeward = scene.pack.words.homeward | scene.pack.words.returning
    leaves = told.frame is Frame.LEAVE  # "left Djibouti and will return to Toulon"
    verbs = scene.sentence.tokens[first:] if leaves else scene.sentence.tokens[first : last + 1]
    home = any(t.lower in homeward for t in verbs)
    if home or (told.frame is Frame.ARRIVE and _was_there(scene, claim)):
        return sovereign(goal) if home or told.force.unit not in CARRIERS else None
    own = sovereign(start) in past.sides - past.theatres  # "a company left Mourmelon", where others are in A
    if goal is None and told.frame is Frame.LEAVE and told.force.unit not in (VESSELS, AIRCRAFT) and not own:
        return None  # "the battalion left Prizren": who leaves may be at home or a guest
    if claim.origin == past.goal or (told.force.unit == VESSELS and _is_called_foreign(scene, claim)):
        return None  # "reached A and left it for B"
    return sovereign(start)


def _goes_on(scene: Scene, claim: Claim) -> bool:
    """Tell whether a way sets out from where one before it led: the second of "to A, then to B"."""
    ends = (m for m in scene.mentions if m.place == claim.destination and m.span in claim.place_spans)
    return any(goes_then_to(scene, m) for m in ends)


def _was_there(scene: Scene, claim: Claim) -> bool:
    """Tell whether a start is where a force had been for a time: "landed at A after six months in B"."""
    starts = [m for m in scene.mentions if m.place == claim.origin]
    return bool(starts) and all(role_of(scene, m) is Role.LOCATION for m in starts)


def _is_called_foreign(scene: Scene, claim: Claim) -> bool:
    """Tell whether an adjective says in which state a port lies: "left the Russian port of A"."""
    ports = [scene.first_word(m.span) for m in scene.mentions if m.place == claim.origin]
    return any(0 <= at - m.last <= _PORT_REACH for m in scene.group("demonym") for at in ports)


def is_joint(scene: Scene, force: Force) -> bool:
    """Tell whether a force is one of several states: "UN troops", "soldiers of the regional mission".

    So is what such a force at the head of its sentence has: "La MISCA compte 800 soldats", "six of its men".
    """
    last, possessive = _behind_counted(scene, force), scene.pack.words.possessive  # "the bloc's soldiers"
    for match in (m for m in scene.group("sideless") if m.value == "joint"):
        between = scene.sentence.tokens[match.last : force.noun.first]
        owned = 0 <= force.noun.first - match.last <= len(between) <= 1
        if overlap(match, force.noun) or (owned and all(t.lower in possessive for t in between)):
            return True
        verb = any(last <= m.first < match.first for m in scene.group("trigger"))
        near = force.noun.last <= match.first <= last + _JOINT_REACH
        if near and not verb and not scene.marks_between(last - 1, match.first):
            return True
        if _is_body_with(scene, match, force) or (is_owned(scene, force) and _is_owner(scene, match, force)):
            return True
        if match.first < _HEAD <= force.noun.first and not scene.marks_between(match.first, force.noun.first):
            others = (
                m.first for m in scene.group("force", "say") if match.last <= m.first < force.noun.first
            )
            words = (scene.sentence.tokens[at - 1].lower for at in others)
            return all(word in scene.pack.words.owners for word in words)
    return False


def _behind_counted(scene: Scene, force: Force) -> int:
    """Return the word behind a force and those it counts: "a force of 7,000 men" of the bloc."""
    link = scene.sentence.starting_at("role", force.noun.last)
    counts = {scene.first_word(n.span): scene.after_word(n.span) for n in scene.numbers}
    at = counts.get(link.last) if link is not None and link.value == Role.GENITIVE else None
    return next((m.last for m in scene.group("force") if m.first == at), force.noun.last)


def _is_body_with(scene: Scene, joint: Match, force: Force) -> bool:
    """Tell whether a comma parts a joint body from its men: "the NATO battlegroup, whose 1,100 soldiers"."""
    bodies = (m for m in scene.group("force") if joint.first - 1 <= m.first <= joint.last)
    last = max((max(m.last, joint.last) for m in bodies), default=None)
    if last is None or not 0 < force.noun.first - last <= _MEN_REACH or not joint.last <= force.noun.first:
        return False
    others = any(last <= m.first < force.noun.first for m in scene.group("trigger", "demonym"))
    ends = scene.marks_between(force.noun.last - 1, force.noun.last) > 0
    whose = any(t.lower in scene.pack.words.whose for t in scene.sentence.tokens[last : force.noun.first])
    parted = scene.marks_between(last - 1, last) == 1 == scene.marks_between(last - 1, force.noun.first)
    return parted and (ends or whose) and not others


def _is_owner(scene: Scene, joint: Match, force: Force) -> bool:
    """Tell whether a joint body that opens a sentence is the one that may have a force: "two of its men"."""
    low, high = joint.last, force.noun.first
    if joint.first >= _HEAD or low > high:
        return False
    others = any(low <= m.first < high for m in scene.group("demonym", "force"))
    others = others or any(low + 1 < m.first < high for m in scene.group("official"))  # "NATO's command says"
    states = (m for m in scene.mentions if m.place and m.place.kind is PlaceKind.COUNTRY)
    return not others and not any(low <= scene.first_word(m.span) < high for m in states)


def _is_parted(scene: Scene, noun: Match, at: int) -> bool:
    return scene.marks_between(noun.last - 1, at) > 0


def is_of_none(scene: Scene, force: Force) -> bool:
    """Tell whether a force is of no one state: fighters of none, or soldiers of several."""
    kinds = (*_STATELESS, "joint") if force.again else _STATELESS  # "The mission will leave A"
    fighters = force.unit == PERSONNEL and any(
        m.value in kinds and m.span == force.noun.span for m in scene.group("sideless")
    )
    near = range(force.noun.first - 1, force.noun.last + _OF_NAME)
    fighters = fighters and not any(m.first in near for m in scene.group("of_one"))  # "fighters of Wagner"
    fighters = fighters and not _is_of_nation(scene, force)
    counted = any(n.span == force.noun.span for n in scene.numbers)  # "to Ukraine, Germany 14"
    groups = (m for m in scene.group("sideless") if m.value in _STATELESS)
    return (
        fighters
        or any(_belongs_to(scene, force, group) for group in groups)
        or (not counted and (_is_mixed(scene, force) or _goes_with_allies(scene, force)))
        or is_sent_by_states(scene, force)
    )


def _is_of_nation(scene: Scene, force: Force) -> bool:
    """Tell whether fighters are told to be of a nation: "Syrian fighters", and not rebels or militants."""
    named = any(m.value == "fighters" and m.span == force.noun.span for m in scene.group("sideless"))
    return named and actor(scene, force).country_code is not None and not is_of_genitive(scene, force)


def _may_act(scene: Scene, state: Mention) -> bool:
    """Tell whether no preposition stands before a state but what joins it to another."""
    link = scene.sentence.ending_at("role", with_articles(scene, scene.first_word(state.span)))
    joined = link is None or scene.sentence.tokens[link.first].lower in scene.pack.words.joiners
    return joined and state.usage is not Usage.EMBEDDED


def is_sent_by_states(scene: Scene, force: Force) -> bool:
    """Tell whether states send a force together: "Australia and New Zealand sent 120 soldiers"."""
    acting = [
        (scene.first_word(m.span), scene.after_word(m.span), m.place.country_code)
        for m in scene.mentions
        if m.place and m.place.kind is PlaceKind.COUNTRY and _may_act(scene, m)
    ]
    for left, right in pairwise(acting):
        listed = left[2] != right[2] and _are_listed(scene, left[1], right[0])
        if not listed or force.again or scene.marks_between(right[0], force.noun.first):
            continue
        if _sends_or_has(scene, right[1], force.noun.first):
            return actor(scene, force).country_code is None
    return False


def _sends_or_has(scene: Scene, first: int, last: int) -> bool:
    """Tell whether one verb, and no other, stands between states and a force: "sent", "together have"."""
    sends = (Frame.SEND, Frame.DELIVER, Frame.LEAVE, Frame.STAY)
    verbs = [m for m in scene.group("trigger") if first <= m.first < last]
    if verbs:
        one = len(verbs) == 1 and verbs[0].first - first <= _ACTS_REACH and verbs[0].last <= last
        return one and scene.pack.triggers[verbs[0].value].frame in sends
    near = scene.sentence.tokens[first : min(first + _ACTS_REACH, last)]
    return any(t.lower in scene.pack.words.having for t in near)


def _belongs_to(scene: Scene, force: Force, group: Match) -> bool:
    """Tell whether a force is that of a group: "Hezbollah men", "men of Hezbollah", "M23 lost 20 men"."""
    ends, noun = (group.first, with_articles(scene, group.first)), force.noun  # French articles hold "de"
    link = next((m for at in ends if (m := scene.sentence.ending_at("role", at))), None)
    of = link is not None and link.value == "genitive" and link.first == noun.last
    if of or (group.last == noun.first and not _is_parted(scene, group, noun.first)):
        return True
    verb = next((m for m in scene.group("trigger") if m.first >= group.last), None)
    if verb is None or verb.last > noun.first or scene.marks_between(group.last - 1, noun.first):
        return False
    words = scene.sentence.tokens[group.last : verb.last]
    small = scene.pack.auxiliaries | scene.pack.words.bare
    acts = all(t.lower in small for t in words[: verb.first - group.last]) and link is None
    has = scene.pack.triggers[verb.value].frame in (Frame.SEND, Frame.FALL, Frame.STAY)
    return acts and has and scene.pack.words.killing.isdisjoint(t.lower for t in words)


def _is_mixed(scene: Scene, force: Force) -> bool:
    """Tell whether a force is of several nations: "Italian and Romanian soldiers", "police from A and B"."""
    adjectives = [(m.first, m.last, m.value) for m in scene.group("demonym")]
    tokens, joiners = scene.sentence.tokens, scene.pack.words.joiners
    joint = [  # "Australian and allied soldiers", not "soldats congolais de la MISCA"
        (m.first, m.last, m.value)
        for m in scene.group("sideless")
        if m.value == "joint" and m.first and tokens[m.first - 1].lower in joiners
    ]
    states = [
        (scene.first_word(m.span), scene.after_word(m.span), m.place.country_code)
        for m in scene.mentions
        if m.place and m.place.kind is PlaceKind.COUNTRY
    ]
    pairs = (pair for row in (sorted(adjectives + joint), states) for pair in pairwise(row))
    return any(
        left[2] != right[2]
        and _are_listed(scene, left[1], right[0])
        and (
            right[1] == force.noun.first
            or _follows(scene, force, left[0])
            or (_are_people(force, left, right) and quantity(scene, force) is not None)
        )
        for left, right in pairs
    )


def _are_people(force: Force, left: tuple[int, int, str | None], right: tuple[int, int, str | None]) -> bool:
    """Tell whether a force is the people of two nations: "some 800 Ugandans and Burundians"."""
    return force.noun.group == "demonym" and force.noun.first == left[0] and right[0] == left[1] + 1


def _goes_with_allies(scene: Scene, force: Force) -> bool:
    """Tell whether those of another nation go with a force: "of the Malian army and its Russian allies"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    for left, right in pairwise(scene.group("demonym")):
        between = range(left.last, right.first)
        owners = [at for at in between if tokens[at].lower in words.owners]
        joined = any(tokens[at].lower in words.joiners for at in between if at < min(owners, default=0))
        if left.value == right.value or not joined or len(between) > _ALLIES_REACH:
            continue
        last = owners[0]
        verbs = any(force.noun.first < m.first < right.first for m in scene.group("trigger"))
        things = any(owners[0] <= m.first <= right.last for m in scene.group("force", "goods"))
        if force.noun.first < last and not (verbs or things or scene.marks_between(force.noun.first, last)):
            return True
    return False


def _follows(scene: Scene, force: Force, at: int) -> bool:
    """Tell whether a nation stands right behind a force: "soldats italiens", "police officers from Tonga".

    So it does behind who provides it: "631 men, provided by Togo and Mali".
    """
    last = _behind_number(scene, force.noun.last)
    between, words = scene.sentence.tokens[last:at], scene.pack.words
    if not between:
        return at == last
    link = scene.sentence.ending_at("role", at)
    small = {t.lower for t in scene.sentence.tokens[link.first : link.last]} if link else set()
    leads = bool(link and link.value in ("origin", "genitive")) or any(
        t.lower in words.agent for t in between
    )
    others = [t.lower for t in between if t.lower not in small | words.agent | scene.pack.articles]
    verb = any(last <= m.first < at for m in scene.group("trigger"))
    made = len(others) <= 1 and (verb or all(t.endswith(tuple(words.promised)) for t in others))
    return leads and made and scene.marks_between(last - 1, at) <= 1


def _behind_number(scene: Scene, last: int) -> int:
    """Return the word behind "of" and a number that follow a word: "the force of 631, provided by A"."""
    link = scene.sentence.starting_at("role", last)
    if link is None or link.value != "genitive":
        return last
    counted = (scene.after_word(n.span) for n in scene.numbers if scene.first_word(n.span) == link.last)
    return next(counted, last)


def _are_listed(scene: Scene, last: int, first: int) -> bool:
    """Tell whether only "and", a comma or an article stands between two words."""
    between = scene.sentence.tokens[last:first]
    small = scene.pack.words.joiners | scene.pack.articles
    return all(t.lower in small for t in between) and bool(between or scene.marks_between(last - 1, first))
