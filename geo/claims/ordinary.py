"""Ordinary news: what tells of nurses, companies and ships tells of no deployment by that alone.

Many words for a force are words of every day as well. What is told of such a force is a claim where its own
words, its sentence or another claim of the report make it one.
"""

from collections.abc import Collection, Sequence
from enum import StrEnum

from geo.claims.idioms import is_force
from geo.claims.scene import Scene
from geo.claims.verbs import UNSAID
from geo.languages import Frame, LanguagePack
from geo.records import Claim, ClaimType, Span
from geo.text import Sentence, analyse

_SENDING = (Frame.SEND, Frame.DELIVER)
_MARKS = "marks"  # the value of words that tell of the matter themselves
_TOO_SHORT = 3  # sentences of a text that has no room to say what it is about


class _Kind(StrEnum):
    """What a word of every day names."""

    GUARD = "guard"  # who is sent to help: a force where so many of them move or are lost
    TRADE = "trade"  # a force where so many of them are sent
    CRAFT = "craft"  # what carries people: a force where its nation is told
    BODY = "body"  # any body of people: a force by nothing of its own
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
    if length <= _TOO_SHORT:
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
    of_nation = claim.actor.country_code is not None and not claim.actor.inferred
    if of_nation and _Kind.BODY not in kinds:
        return True
    return any(_is_told_of(kind, claim, pack) for kind in kinds)


def _is_told_of(kind: _Kind, claim: Claim, pack: LanguagePack) -> bool:
    """Tell whether what happens to people or goods of a kind makes them a force or a supply."""
    counted = claim.quantity is not None and claim.quantity.high != 1
    name = claim.rule.partition(":")[2]
    rule = UNSAID.get(name) or pack.triggers[name]
    sent = counted and rule.frame in _SENDING and not rule.received
    if kind is _Kind.GUARD:
        lost = claim.type is ClaimType.CASUALTIES and claim.quantity is not None
        return lost or (counted and claim.type is ClaimType.MOVEMENT)
    if kind is _Kind.TRADE:
        return sent
    goes = bool(claim.origin or claim.destination)
    return kind is _Kind.GOODS and claim.type is ClaimType.SUPPLY and sent and goes


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
