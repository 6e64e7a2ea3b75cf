"""Ordinary news: what tells of nurses, companies and ships tells of no deployment by that alone.

Many words for a force are words of every day as well. What is told of such a force is a claim where its own
words, its sentence or another claim of the report make it one.
"""

from collections.abc import Collection, Sequence
from enum import StrEnum

from geo.claims.force.idioms import is_force
from geo.claims.scene import Scene
from geo.claims.verbs import UNSAID
from geo.languages import Frame, LanguagePack
from geo.lexicon import analyse
from geo.records import Claim, ClaimType, Span
from geo.text import Sentence

_SENDING = (Frame.SEND, Frame.DELIVER)
_MARKS = "marks"  # the value of words that tell of the matter themselves
_TOO_SHORT = 3  # sentences of a text that has no room to say what it is about


class _Kind(StrEnum):
    """What a word of every day names."""

    GUARD = "guard"  # who is sent to help: a force where so many of them move or are lost
    TRADE = "trade"  # a force where so many of them are sent
    CRAFT = "craft"  # what carries people: a force where its nation is told
    BODY = "body"  # any body of people: a force where so many of a nation go somewhere
    GOODS = "goods"  # a supply where so much of it is sent somewhere


def without_ordinary(
    claims: Sequence[Claim], scenes: Sequence[Scene], length: int, pack: LanguagePack
) -> list[Claim]:
    """Return the claims of a report, or none of the doubtful ones where nothing in it is beyond doubt.

    Parameters
    ----------
    claims
        All that the report claims.
    scenes
        The sentences that its claims stand in.
    length
        How many sentences the report has.
    pack
        The pack of its language.
    """
    if length <= _TOO_SHORT or not claims:
        return list(claims)
    marked = [scene.sentence.span for scene in scenes if _is_military(scene)]
    sure = [claim for claim in claims if _is_sure(claim, marked, pack)]
    return list(claims) if sure else []


def _is_sure(claim: Claim, marked: Collection[Span], pack: LanguagePack) -> bool:
    """Tell whether a claim is one whatever else its report tells."""
    if claim.actor is None or any(piece.span in marked for piece in claim.evidence):
        return True
    if any(letter.isdigit() for name in claim.actor.names for letter in name):
        return True  # "the 47th Brigade"
    sentence = _words_of(claim.actor.text, pack)
    kinds = _kinds(sentence)
    if not kinds:
        return not _only_points_back(sentence)
    return any(_is_told_of(kind, claim, pack) for kind in kinds)


def _is_told_of(kind: _Kind, claim: Claim, pack: LanguagePack) -> bool:
    """Tell whether what happens to people or goods of a kind makes them a force or a supply."""
    counted = claim.quantity is not None and claim.quantity.high != 1
    name = claim.rule.partition(":")[2]
    rule = UNSAID.get(name) or pack.triggers[name]
    sent = counted and rule.frame in _SENDING and not rule.received
    moved = counted and claim.type is ClaimType.MOVEMENT
    side = claim.actor is not None and claim.actor.country_code is not None
    of_nation = side and claim.actor is not None and not claim.actor.inferred
    if kind is _Kind.BODY:
        return of_nation and moved
    if of_nation or (side and sent):
        return True
    if kind is _Kind.GUARD:
        return moved or (claim.type is ClaimType.CASUALTIES and claim.quantity is not None)
    return sent if kind is _Kind.TRADE else _is_supplied(kind, claim, counted=counted, sent=sent)


def _is_supplied(kind: _Kind, claim: Claim, *, counted: bool, sent: bool) -> bool:
    """Tell whether so many goods are sent somewhere, or goods go over a border."""
    if claim.type is not ClaimType.SUPPLY:
        return False
    if kind is _Kind.GOODS and sent and (claim.origin or claim.destination):
        return True
    return (counted or kind is _Kind.CRAFT) and _crosses_border(claim)


def _crosses_border(claim: Claim) -> bool:
    """Tell whether a way leads from one state to another."""
    ends = (claim.origin, claim.destination)
    return len({place.country_code for place in ends if place}) == len(ends)


def _is_military(scene: Scene) -> bool:
    """Tell whether a sentence has a word for a force or arms and nothing else, or of their doings."""
    every_day = [m for m in scene.group("civil") if m.value != _MARKS]
    if len(every_day) < len(scene.group("civil")) or any(m.value == "joint" for m in scene.group("sideless")):
        return True
    nouns = (m for m in scene.group("force", "goods") if is_force(scene, m))
    return any(not any(m.span.covers(noun.span) for m in every_day) for noun in nouns)


def _words_of(text: str, pack: LanguagePack) -> Sentence:
    return analyse(text, [Span(0, len(text))], pack.lexicon)[0]


def _kinds(sentence: Sentence) -> list[_Kind]:
    """Return what the words of every day in the words for a force name; none where others are among them."""
    every_day = [m for m in sentence.groups.get("civil", ()) if m.value != _MARKS]
    nouns = [m for group in ("force", "goods") for m in sentence.groups.get(group, ())]
    plain = [m for m in nouns if not any(other.span.covers(m.span) for other in every_day)]
    return [] if plain else [_Kind(m.value) for m in every_day]


def _only_points_back(sentence: Sentence) -> bool:
    """Tell whether words only stand for others: "others", "the rest"."""
    again = sentence.groups.get("again", ())
    return any(m.first == 0 and m.last == len(sentence.tokens) for m in again)
