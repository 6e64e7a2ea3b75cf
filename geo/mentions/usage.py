"""How a place name is used: for the place, for its government, or inside another name."""

from dataclasses import dataclass

from geo.languages import Frame, LanguagePack, before_day
from geo.records import PlaceKind, Usage
from geo.text import Sentence

_PLACING = ("location", "destination", "origin")
_STAMP = 3  # words of a clock time: "18:55", "6.10 pm"
_OF_PLACES = (Frame.ARRIVE, Frame.LEAVE, Frame.STAY)
_SPEAKERS = (PlaceKind.COUNTRY, PlaceKind.CITY)


@dataclass(frozen=True, slots=True)
class Name:
    """A name at words ``[first, last)`` of a sentence, and what bears it."""

    first: int
    last: int
    kind: PlaceKind
    capital: bool


def usage_of(sentence: Sentence, name: Name, pack: LanguagePack) -> Usage:
    """Return how a name is used.

    A state or the seat of its government is meant as somebody where it stands without a preposition of
    place, speaks, acts or is acted with; any other place is meant as a place, unless it speaks.
    """
    back = name.first
    while back > 0 and sentence.tokens[back - 1].lower in pack.words.linkers:
        back -= 1
    if sentence.ending_at("embedded_before", back) or sentence.starting_at("embedded_after", name.last):
        return Usage.EMBEDDED
    if _is_ship(sentence, name, pack):
        return Usage.EMBEDDED
    acts = _speaks_alone(sentence, name, back) or _stands_for_government(sentence, name, back, pack)
    return Usage.METONYMIC if acts else Usage.LOCATIVE


def _is_ship(sentence: Sentence, name: Name, pack: LanguagePack) -> bool:
    """Tell whether a town's name is that of a ship: "two frigates, the Gaziantep and the Gökova"."""
    before, tokens = name.first - 1, sentence.tokens
    if name.kind is not PlaceKind.CITY or before < 1 or tokens[before].lower not in pack.articles:
        return False
    comma = tokens[before].start - tokens[before - 1].end > 1
    if not comma and tokens[before - 1].lower not in pack.words.joiners:
        return False
    return any(m.value == "vessels" and m.last <= before for m in sentence.groups.get("force", ()))


def _stands_for_government(sentence: Sentence, name: Name, back: int, pack: LanguagePack) -> bool:
    state = name.kind is PlaceKind.COUNTRY
    if not (state or name.capital) or sentence.ending_at("locative_before", name.first):
        return False
    if sentence.is_heading and not sentence.starting_at("metonymic_after", name.last):
        return False  # "Mali: 300 soldiers leave", but "Mali has sent 300 soldiers"
    if sentence.ending_at("metonymic_before", name.first):
        return not (_is_placed(sentence, back, name.first) and _is_gone_to(sentence, name.first, pack))
    if _is_placed(sentence, back, name.first):
        return False
    if state and sentence.ending_at("genitive_state", name.first):
        return not _is_part(sentence, back, pack)
    return _is_bare(sentence, name, back, pack)


def _is_gone_to(sentence: Sentence, first: int, pack: LanguagePack) -> bool:
    """Tell whether a verb of going or being somewhere leads to a name: "ont débarqué lundi aux Comores"."""
    link = sentence.ending_at("role", first)
    verb = sentence.ending_at("trigger", before_day(sentence, link.first, pack)) if link else None
    return verb is not None and pack.triggers[verb.value].frame in _OF_PLACES


def _speaks_alone(sentence: Sentence, name: Name, back: int) -> bool:
    """Tell whether a verb of saying stands beside a name without a preposition of place."""
    if name.kind not in _SPEAKERS or _is_placed(sentence, back, name.first):
        return False
    governed = name.kind is PlaceKind.CITY and bool(_roles(sentence, back, name.first))
    says = sentence.starting_at("say", name.last) is not None and not governed  # not "Residents of Gao said"
    return says or sentence.ending_at("say", name.first) is not None


def _is_placed(sentence: Sentence, back: int, first: int) -> bool:
    return any(role in _PLACING for role in _roles(sentence, back, first))


def _roles(sentence: Sentence, back: int, first: int) -> list[str]:
    """Return what the prepositions before a name say of it."""
    roles = (sentence.ending_at("role", at) for at in range(back, first + 1))
    return [role.value for role in roles if role is not None]


def _is_part(sentence: Sentence, back: int, pack: LanguagePack) -> bool:
    """Tell whether a name follows a word for a part of a state or a departure from it.

    A day may stand between: "ont quitté lundi Niamey".
    """
    verb = before_day(sentence, back, pack)
    return sentence.ending_at("generic", back) is not None or sentence.ending_at("trigger", verb) is not None


def _is_bare(sentence: Sentence, name: Name, back: int, pack: LanguagePack) -> bool:
    """Tell whether a name without a preposition is a subject or object, and no goal of a verb of going."""
    if sentence.starting_at("metonymic_after", name.last):
        return True
    roles = (sentence.ending_at("role", at) for at in range(back, name.first + 1))
    if any(role and role.value != "with" for role in roles) or _is_part(sentence, back, pack):
        return False
    subject, with_article = _opens(sentence, back), back < name.first
    return subject or with_article or name.capital or _has_office(sentence, name, pack)


def _opens(sentence: Sentence, first: int) -> bool:
    """Tell whether a word opens a sentence, be it behind the clock time of a live entry: "18:55 Kenya"."""
    before = sentence.tokens[:first]
    return first <= _STAMP and all(t.lower[:1].isdigit() for t in before)


def _has_office(sentence: Sentence, name: Name, pack: LanguagePack) -> bool:
    """Tell whether an office of a state stands behind its name: "On Friday Kenya's parliament voted"."""
    owns = [t.lower in pack.words.possessive for t in sentence.tokens[name.last : name.last + 1]]
    return any(owns) and sentence.starting_at("official", name.last + 1) is not None
