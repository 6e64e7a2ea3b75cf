"""How a place name is used: for the place, for its government, or inside another name."""

from itertools import pairwise
from typing import NamedTuple

from geo.languages import Frame, LanguagePack, before_day, calendar
from geo.records import PlaceKind, Usage
from geo.text import Match, Sentence

_PLACING = ("location", "destination", "origin")
_BORDER_REACH = 6  # words from "border" to the second of its states
_STAMP = 3  # words of a clock time: "18:55", "6.10 pm"
_OF_PLACES = (Frame.ARRIVE, Frame.LEAVE, Frame.STAY)
_EMBRACED = 6  # words from a name to the verb that closes its clause
_GOING = (Frame.ARRIVE, Frame.LEAVE)
_SPEAKERS = (PlaceKind.COUNTRY, PlaceKind.CITY)


class Name(NamedTuple):
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
    inside = sentence.ending_at("embedded_before", _before_nation(sentence, name, back, pack))
    inside = None if inside and _is_taken_from(sentence, inside, pack) else inside
    if inside or sentence.starting_at("embedded_after", name.last):
        return Usage.EMBEDDED
    if _is_relieved(sentence, name, pack) or _is_ship(sentence, name, pack):
        return Usage.EMBEDDED
    acts = _speaks_alone(sentence, name, back, pack) or _stands_for_government(sentence, name, back, pack)
    return Usage.METONYMIC if acts else Usage.LOCATIVE


def _is_taken_from(sentence: Sentence, unit: Match, pack: LanguagePack) -> bool:
    """Tell whether so many units are withdrawn from a town: "a retiré un bataillon de Gao", not "le"."""
    at = unit.first - 1
    word = sentence.tokens[at].lower if at > 0 else ""
    counted = word in pack.numbers.units or word.isdecimal()
    verb = sentence.ending_at("trigger", before_day(sentence, at, pack)) if counted else None
    return verb is not None and pack.triggers[verb.value].frame is Frame.LEAVE


def _is_relieved(sentence: Sentence, name: Name, pack: LanguagePack) -> bool:
    """Tell whether a name with an article is a ship that another relieves: "relèvera la Languedoc"."""
    before = [t.lower for t in sentence.tokens[max(0, name.first - 2) : name.first]]
    return len(before) > 1 and before[0] in pack.words.relieving and before[1] in pack.words.definite


def _before_nation(sentence: Sentence, name: Name, back: int, pack: LanguagePack) -> int:
    """Return where a kind may end before a name and its adjective: "la frégate allemande Hessen"."""
    nation = None if pack.demonyms_always_capital else sentence.ending_at("demonym", back)
    return nation.first if nation and back == name.first else back


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
    placed = sentence.ending_at("locative_before", name.first)
    if not (state or name.capital) or placed or _is_bordering(sentence, back, pack):
        return False
    if sentence.is_heading and not sentence.starting_at("metonymic_after", name.last):
        return False  # "Mali: 300 soldiers leave", but "Mali has sent 300 soldiers"
    if sentence.ending_at("metonymic_before", name.first):
        between = sentence.ending_at("trigger", name.first) is not None  # "planes shuttle between A and B"
        goal = _is_placed(sentence, back, name.first) and _is_gone_to(sentence, name.first, pack)
        return not (between or goal or _is_passed(sentence, back, pack))
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


def _is_come_from(sentence: Sentence, first: int, pack: LanguagePack) -> bool:
    """Tell whether a verb of going leads from a name: "ceux arrivés lundi de Kigali sont à Gao"."""
    link = sentence.ending_at("role", first)
    of = link is not None and link.value in ("genitive", "origin")
    return of and _is_gone_to(sentence, first, pack)


def _is_passed(sentence: Sentence, back: int, pack: LanguagePack) -> bool:
    """Tell whether a verb of going leads through a state: "a transité par le Tchad", not "tenu par Kiev"."""
    link = sentence.ending_at("role", back)
    if link is None or link.value != "via":
        return False
    verb = sentence.ending_at("trigger", link.first)
    if link.last - link.first > 1:
        return True  # "en passant par la Serbie"
    if verb is None or pack.triggers[verb.value].frame not in _GOING:
        return False
    participle = sentence.tokens[verb.last - 1].lower.endswith(tuple(pack.words.promised))
    before = sentence.tokens[verb.first - 1].lower if verb.first else ""
    return not participle or before in pack.words.auxiliaries - pack.passive_auxiliaries


def _is_bordering(sentence: Sentence, back: int, pack: LanguagePack) -> bool:
    """Tell whether a state is one of two with a border: "la frontière entre le Niger et le Mali"."""
    near = [t.lower for t in sentence.tokens[max(0, back - _BORDER_REACH) : back]]
    return any(a in pack.words.borders and b in pack.numbers.range_between for a, b in pairwise(near))


def _is_tagged(sentence: Sentence, name: Name, pack: LanguagePack) -> bool:
    """Tell whether another speaks behind a comma and a verb: "hold Gao, says the army", "affirme l'armée"."""
    verb = sentence.starting_at("say", name.last)
    if verb is None or verb.last >= len(sentence.tokens) or not _is_apart(sentence, name.last):
        return False
    behind = sentence.tokens[verb.last]
    return behind.capital or behind.lower in pack.articles | pack.determiners


def _speaks_alone(sentence: Sentence, name: Name, back: int, pack: LanguagePack) -> bool:
    """Tell whether a verb of saying stands beside a name without a preposition of place."""
    says = sentence.starting_at("say", name.last) is not None and not _is_tagged(sentence, name, pack)
    before = sentence.ending_at("say", name.first) is not None
    if not (says or before) or name.kind not in _SPEAKERS or _is_placed(sentence, back, name.first):
        return False
    governed = name.kind is PlaceKind.CITY and bool(_roles(sentence, back, name.first))
    return before or not governed  # not "Residents of Gao said"


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
    part = sentence.ending_at("generic", back) is not None and not _is_apart(
        sentence, back
    )  # "Au nord, la B"
    return part or sentence.ending_at("trigger", verb) is not None


def _is_in_part(sentence: Sentence, first: int, pack: LanguagePack) -> bool:
    """Tell whether a name says of what a place is: "arrivés dans la rade de Tunis, ils ont appareillé"."""
    link = sentence.ending_at("role", first)
    kind = sentence.ending_at("generic", link.first) if link and link.value == "genitive" else None
    if kind is None or kind.first == 0:
        return False
    back = kind.first - (sentence.tokens[kind.first - 1].lower in pack.articles)
    return _is_placed(sentence, back, kind.first)


def _is_bare(sentence: Sentence, name: Name, back: int, pack: LanguagePack) -> bool:
    """Tell whether a name without a preposition is a subject or object, and no goal of a verb of going."""
    if sentence.starting_at("metonymic_after", name.last) and not _is_tagged(sentence, name, pack):
        come = _is_come_from(sentence, name.first, pack)  # "the men flown in from Kigali are in Gao"
        return not (come or _is_in_part(sentence, name.first, pack))
    roles = (sentence.ending_at("role", at) for at in range(back, name.first + 1))
    if any(role and role.value != "with" for role in roles) or _is_part(sentence, back, pack):
        return False
    subject, with_article = _opens(sentence, back), back < name.first
    if not subject and pack.verbs_embrace and _is_embraced(sentence, name, pack):
        return False
    known = subject or with_article or name.capital
    return known or _has_office(sentence, name, pack) or _moves_others(sentence, name, pack)


def _is_embraced(sentence: Sentence, name: Name, pack: LanguagePack) -> bool:
    """Tell whether a name is the object of a verb of going behind it: "haben den Tschad verlassen"."""
    near = range(name.last, name.last + _EMBRACED)
    verbs = [m for m in sentence.groups.get("trigger", ()) if m.first in near]
    if not verbs or pack.triggers[verbs[0].value].frame not in (Frame.ARRIVE, Frame.LEAVE):
        return False
    between = range(name.last, verbs[0].first)
    return not any(m.first in between for m in sentence.groups.get("force", ())) and not any(
        _is_apart(sentence, at + 1) for at in between
    )


def _moves_others(sentence: Sentence, name: Name, pack: LanguagePack) -> bool:
    """Tell whether a verb of the matter follows a name: "On Monday Colombia moved 800 men to Arauca".

    A name before a comma may be that of a town there: "A blast in Gao, Mali killed five soldiers". Not one
    that opens the sentence: "In Syria, Turkey massed 80 lorries".
    """
    verb = sentence.starting_at("trigger", name.last)
    owned = any(sentence.ending_at(group, name.first) for group in ("force", "collective", "official"))
    if verb is None or owned or pack.triggers[verb.value].nominal:
        return False  # Russian has no "of" in "the units of Korea will come"
    before = sentence.tokens[name.first - 1]
    dated = before.key in calendar(pack) or before.lower.isdecimal()
    opens = sentence.starting_at("role", 0) is not None and name.first <= _STAMP
    return dated or opens or not (before.capital and _is_apart(sentence, name.first))


def _is_apart(sentence: Sentence, at: int) -> bool:
    """Tell whether more than a space stands before a word."""
    return sentence.tokens[at].start - sentence.tokens[at - 1].end > 1


def _opens(sentence: Sentence, first: int) -> bool:
    """Tell whether a word opens a sentence, be it behind the clock time of a live entry: "18:55 Kenya"."""
    before = sentence.tokens[:first]
    return first <= _STAMP and all(t.lower[:1].isdigit() for t in before)


def _has_office(sentence: Sentence, name: Name, pack: LanguagePack) -> bool:
    """Tell whether an office of a state stands behind its name: "On Friday Kenya's parliament voted"."""
    owns = [t.lower in pack.words.possessive for t in sentence.tokens[name.last : name.last + 1]]
    return any(owns) and sentence.starting_at("official", name.last + 1) is not None
