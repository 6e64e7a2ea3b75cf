"""Whose a force is that is of several states or of none, and what a whole report tells of a side."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from geo.claims.actors import sovereign
from geo.claims.forces import Force
from geo.claims.nouns import overlap
from geo.claims.past import Past
from geo.claims.scene import Scene
from geo.claims.units import AIRCRAFT, PERSONNEL, VESSELS
from geo.claims.verbs import is_next_leg
from geo.claims.ways import Told
from geo.languages import Frame, LanguagePack
from geo.records import Claim, Mention, PlaceKind, ReasonKind, reason
from geo.text import Match, Sentence, tokenize

# Where a force is, falls or is sent about in a state, and does not come to it from abroad.
_THERE = (Frame.STAY, Frame.FALL, Frame.SEND)
_PORT_REACH = 2  # words of "port of"
_HEAD = 4  # words in which the subject of a sentence begins
_JOINT_REACH = 3  # words from "soldiers" to "of the UN mission"


def topic(title: str | None, pack: LanguagePack) -> str | None:
    """Return the one nation whose forces a headline is about, or None where it names several or none.

    One beside goods does not count: the rifles are Chinese, not the men.
    """
    matches = pack.lexicon.find(title or "", tokenize(title or ""))
    nations = [m for m in matches if m.group == "demonym" and not _is_beside(m, matches, ("goods",))]
    states = {state for m in nations if (state := sovereign(m.value))}
    return next(iter(states)) if len(states) == 1 else None


def _is_beside(nation: Match, matches: Sequence[Match], groups: Sequence[str]) -> bool:
    """Tell whether a word of these groups stands beside a nation or is one: "French troops"."""
    nouns = (m for m in matches if m.group in groups)
    return any(overlap(nation, m) or nation.last == m.first or m.last == nation.first for m in nouns)


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
    home = _home(scene, told)
    if past.topic:
        side, kind = past.topic, ReasonKind.SIDE_HEADLINE
    elif home:
        side, kind = home, ReasonKind.SIDE_HOME
    elif past.state and told.frame in _THERE:
        side, kind = past.state, ReasonKind.SIDE_STATE
    else:
        return claim
    who = replace(who, country_code=side, inferred=True)
    return replace(claim, actor=who, notes=(*claim.notes, reason(kind, country=side)))


def _home(scene: Scene, told: Told) -> str | None:
    """Return the state from which a force sets out for another, or to which it goes home."""
    claim = told.claim
    start, goal = (p.country_code if p else None for p in (claim.origin, claim.destination))
    if start is None or start == goal or told.force.unit == "vehicles":
        return None  # lorries that cross a border may be anybody's
    first, last = scene.word_at(claim.trigger.start), scene.word_at(claim.trigger.end - 1)
    if is_next_leg(scene, first):
        return None  # "called at A before sailing to B"
    homeward = scene.pack.words.homeward | scene.pack.words.returning
    if any(t.lower in homeward for t in scene.sentence.tokens[first : last + 1]):
        return sovereign(goal)
    if goal is None and told.frame is Frame.LEAVE and told.force.unit not in (VESSELS, AIRCRAFT):
        return None  # "the battalion left Prizren": who leaves may be at home or a guest
    if told.force.unit == VESSELS and _is_called_foreign(scene, claim):
        return None
    return sovereign(start)


def _is_called_foreign(scene: Scene, claim: Claim) -> bool:
    """Tell whether an adjective says in which state a port lies: "left the Russian port of A"."""
    ports = [scene.first_word(m.span) for m in scene.mentions if m.place == claim.origin]
    return any(0 <= at - m.last <= _PORT_REACH for m in scene.group("demonym") for at in ports)


def is_joint(scene: Scene, force: Force) -> bool:
    """Tell whether a force is one of several states: "UN troops", "soldiers of the regional mission".

    So is what such a force at the head of its sentence has: "La MISCA compte 800 soldats".
    """
    for match in (m for m in scene.group("sideless") if m.value == "joint"):
        apart = match.first - force.noun.last
        if overlap(match, force.noun) or match.last == force.noun.first:
            return True
        verb = any(force.noun.last <= m.first < match.first for m in scene.group("trigger"))
        if 0 <= apart <= _JOINT_REACH and not verb and not _is_parted(scene, force.noun, match.first):
            return True
        if match.first < _HEAD <= force.noun.first and not scene.marks_between(match.first, force.noun.first):
            others = (
                m.first for m in scene.group("force", "say") if match.last <= m.first < force.noun.first
            )
            words = (scene.sentence.tokens[at - 1].lower for at in others)
            return all(word in scene.pack.words.owners for word in words)
    return False


def _is_parted(scene: Scene, noun: Match, at: int) -> bool:
    return scene.marks_between(noun.last - 1, at) > 0


def is_of_none(scene: Scene, force: Force) -> bool:
    """Tell whether a force is of no one state: fighters of none, or soldiers of several."""
    kinds = ("stateless", "joint") if force.again else ("stateless",)  # "The mission will leave A"
    fighters = force.unit == PERSONNEL and any(
        m.value in kinds and m.span == force.noun.span for m in scene.group("sideless")
    )
    counted = any(n.span == force.noun.span for n in scene.numbers)  # "to Ukraine, Germany 14"
    return fighters or (not counted and _is_mixed(scene, force))


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
        and (right[1] == force.noun.first or _follows(scene, force, left[0]))
        for left, right in pairs
    )


def _follows(scene: Scene, force: Force, at: int) -> bool:
    """Tell whether a nation stands right behind a force: "soldats italiens", "police officers from Tonga"."""
    link = scene.sentence.ending_at("role", at)
    if at == force.noun.last:
        return True
    leads = link is not None and link.value in ("origin", "genitive")
    return bool(leads and link and 0 <= link.first - force.noun.last <= 1) and not _is_parted(
        scene, force.noun, link.first if link else at
    )


def _are_listed(scene: Scene, last: int, first: int) -> bool:
    """Tell whether only "and", a comma or an article stands between two words."""
    between = scene.sentence.tokens[last:first]
    small = scene.pack.words.joiners | scene.pack.articles
    return all(t.lower in small for t in between) and bool(between or scene.marks_between(last - 1, first))
