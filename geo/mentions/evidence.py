"""Whether words that some gazetteer holds are a place name here.

The gazetteer that people keep is trusted: its names are refused only where the words around say so. The
large one holds every hamlet, and with them "March", "Nadia" and "Les"; a name of it needs a reason.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from geo.gazetteer import NameMatch
from geo.languages import Frame, LanguagePack, before_day, calendar
from geo.records import PlaceKind
from geo.text import Match, Sentence, Token, fold, glued

_HYPHENS = ("-", "\u2010", "\u2011")
_OF_PLACES = (Frame.ARRIVE, Frame.LEAVE, Frame.STAY)  # "ont atteint lundi Yorosso", "tiennent Bourem"
_COMMON = ("generic", "demonym", "force", "official", "say", "role")  # of words that are no person's name
_PLACING = ("location", "destination", "origin")
# A town of this size is named without a word that places it.
_SMALL_WORD = 3  # letters of an article or preposition inside a name, which has no capital
_WELL_KNOWN = 100_000
# One of this size is meant behind "of", which often precedes the name of a person too.
_TOWN = 5_000


class Verdict(Enum):
    """What the words around a name say of it."""

    SURE = "sure"
    OPEN = "open"  # a place if the report calls it one elsewhere
    NO = "no"


@dataclass(frozen=True, slots=True)
class Report:
    """What the whole text tells of its words: those that it writes small, names of people, countries."""

    small: frozenset[str]
    people: frozenset[str]
    countries: frozenset[str]


def survey(text: str, sentences: Sequence[Sentence], scanned: Sequence[Sequence[NameMatch]]) -> Report:
    """Look over a text once.

    Parameters
    ----------
    text, sentences
        The text and its sentences.
    scanned
        The names that a gazetteer holds in each sentence: two capitalised words that are one of them
        ("Klamath Falls"), or one that people keep, are not taken for a person's.
    """
    small = {t.key for s in sentences for t in s.tokens if not t.capital}
    taken = frozenset(
        token.key
        for sentence, matches in zip(sentences, scanned, strict=True)
        for match in matches
        if match.trusted
        for token in sentence.tokens[match.first : match.last]
    )
    people: set[str] = set()
    for sentence, matches in zip(sentences, scanned, strict=True):
        within = {number for match in matches for number in range(match.first, match.last - 1)}
        for number, following in pairwise(sentence.capitals):
            left, right = sentence.tokens[number], sentence.tokens[following]
            if following != number + 1 or not text[left.end : right.start].isspace():
                continue
            if len(left.key) == 1 or text[right.start : right.end].isupper():  # "A Nenagh man", "Slidell PD"
                continue
            named = sentence.ending_at("title", number) is not None
            if not named and (number in within or (number == 0 and left.key in small)):
                continue
            if not {left.key, right.key} & taken and not _is_common(sentence, number):
                people.update((left.key, right.key))
    return Report(frozenset(small), frozenset(people), frozenset(_countries(scanned)))


def _countries(scanned: Sequence[Sequence[NameMatch]]) -> Iterator[str]:
    """Yield the codes of the countries of trusted names."""
    for match in (match for matches in scanned for match in matches if match.trusted):
        code = match.entries[0].place.country_code
        if code:
            yield code


def _is_common(sentence: Sentence, number: int) -> bool:
    words = (number, number + 1)
    return any(m.first in words for group in _COMMON for m in sentence.groups.get(group, ()))


@cache
def common_words(pack: LanguagePack) -> frozenset[str]:
    """Return the keys of the words that a pack knows as something other than a place."""
    vocabulary = pack.dates.vocabulary
    words = [w for table in vocabulary.values() for forms in table.values() for w in forms]
    words += [
        *pack.numbers.words,
        *pack.numbers.multipliers,
        *pack.numbers.collectives,
        *pack.lexicon.words(),
    ]
    return frozenset(fold(word) for word in words)


class Found(NamedTuple):
    """A name among the words of its sentence; `edges` counts where names of places begin and end."""

    text: str
    sentence: Sentence
    match: NameMatch
    edges: Counter[int]

    def touches(self, edge: int) -> bool:
        """Tell whether another name ends or begins where this one begins or ends."""
        return self.edges[edge] > 1


def judge(found: Found, report: Report, pack: LanguagePack | None) -> Verdict:
    """Return what the words around a match say of it."""
    text, sentence, match = found.text, found.sentence, found.match
    if pack is None:
        return _without_pack(sentence, match, report)
    if _is_adjective(text, sentence, match, pack) or _is_part_of_name(found, pack) or _is_never(found):
        return Verdict.NO
    if _points_back(sentence, match):
        return Verdict.NO
    if match.trusted:
        return Verdict.SURE
    if _is_other_word(sentence, match, report, pack):
        return Verdict.NO
    placed = _follows_preposition(sentence, match.first) or _is_passed(sentence, match.first, pack)
    placed = placed or _is_contained(text, sentence, match) or _is_between(found, pack)
    placed = placed or _is_object(sentence, match.first, pack)
    return Verdict.SURE if placed or _is_large_enough(sentence, match) else Verdict.OPEN


def _is_other_word(sentence: Sentence, match: NameMatch, report: Report, pack: LanguagePack) -> bool:
    """Tell whether the words are common ones at the head of a sentence, or somebody's name."""
    words = sentence.tokens[match.first : match.last]
    key = " ".join(t.key for t in words)
    if key in report.small or key in common_words(pack):
        return True
    if any(t.key in report.people for t in words) and not _is_in_country(sentence, match, report):
        return True
    return not all(t.capital for t in words if len(t.key) > _SMALL_WORD)


def _is_in_country(sentence: Sentence, match: NameMatch, report: Report) -> bool:
    """Tell whether something is said to be in a town of a country that the report names."""
    role = sentence.ending_at("role", match.first)
    known = any(entry.place.country_code in report.countries for entry in match.entries)
    return known and role is not None and locates(role)


def _is_large_enough(sentence: Sentence, match: NameMatch) -> bool:
    """Tell whether a town is well known, or behind "of" is at least a town or has a name of several words."""
    key = " ".join(t.key for t in sentence.tokens[match.first : match.last])
    people = max((e.population or 0 for e in match.entries if fold(e.place.name) == key), default=0)
    if _follows_of(sentence, match.first) and (people >= _TOWN or match.last - match.first > 1):
        return True
    return people >= _WELL_KNOWN and match.first > 0


def _follows_preposition(sentence: Sentence, first: int) -> bool:
    """Tell whether a preposition of place or a kind word stands right before; towns take no article."""
    role, generic = sentence.ending_at("role", first), sentence.ending_at("generic", first)
    return (
        generic is not None
        or (role is not None and role.value in _PLACING)
        or _follows_kind_of(sentence, first)
    )


def _is_object(sentence: Sentence, first: int, pack: LanguagePack) -> bool:
    """Tell whether a verb of going or being somewhere stands before, or a day between the two."""
    verb = sentence.ending_at("trigger", before_day(sentence, first, pack))
    if verb is None or pack.triggers[verb.value].nominal:
        return False
    return pack.triggers[verb.value].frame in _OF_PLACES


def _is_between(found: Found, pack: LanguagePack) -> bool:
    """Tell whether "between" stands before, and "and" and another name behind: "entre Gossi et Bourem"."""
    tokens, match = found.sentence.tokens, found.match
    if match.first == 0 or match.last + 1 >= len(tokens):
        return False
    between = tokens[match.first - 1].lower in pack.numbers.range_between
    pair = tokens[match.last].lower in pack.numbers.range_and
    return between and pair and found.edges[match.last + 1] > 0


def _is_passed(sentence: Sentence, first: int, pack: LanguagePack) -> bool:
    """Tell whether "via" or "by way of" stands before, not the "par" of who acts."""
    role = sentence.ending_at("role", first)
    if role is None or role.value != "via":
        return False
    return role.last - role.first > 1 or sentence.tokens[role.first].lower not in pack.words.agent


def _follows_kind_of(sentence: Sentence, first: int) -> bool:
    """Tell whether "the town of" stands before."""
    role = sentence.ending_at("role", first)
    return (
        role is not None
        and role.value == "genitive"
        and sentence.ending_at("generic", role.first) is not None
    )


def _follows_of(sentence: Sentence, first: int) -> bool:
    role = sentence.ending_at("role", first)
    return role is not None and role.value == "genitive"


def _without_pack(sentence: Sentence, match: NameMatch, report: Report) -> Verdict:
    if match.trusted:
        return Verdict.SURE
    tokens = sentence.tokens[match.first : match.last]
    initial = match.first == 0 or any(t.key in report.small | report.people for t in tokens)
    return Verdict.NO if initial else Verdict.OPEN


def _is_adjective(text: str, sentence: Sentence, match: NameMatch, pack: LanguagePack) -> bool:
    """Tell whether a name is used as an adjective: "US troops", "l'armée suisse"."""
    demonym = sentence.starting_at("demonym", match.first)
    if demonym is None or demonym.last < match.last:
        return False
    following = _adjacent(text, sentence, match.last - 1)
    if following is None or following.capital:
        return False
    words = pack.words
    small = words.joiners | words.list | words.linkers | words.auxiliaries | words.bare | pack.source_stops
    return following.lower not in small and not any(
        sentence.starting_at(group, match.last) for group in ("metonymic_after", "role", "say", "status_near")
    )


def _points_back(sentence: Sentence, match: NameMatch) -> bool:
    """Tell whether a name stands inside words for a state named before: "the Caribbean nation"."""
    words = (m for m in sentence.groups.get("there", ()) if m.value == "country")
    return any(m.first < match.first and match.last < m.last for m in words)


def _adjacent(text: str, sentence: Sentence, left: int) -> Token | None:
    """Return the word behind word `left` where only a space lies between."""
    tokens = sentence.tokens
    if not 0 <= left < len(tokens) - 1 or not text[tokens[left].end : tokens[left + 1].start].isspace():
        return None
    return tokens[left + 1]


def _is_never(found: Found) -> bool:
    """Tell whether the whole name is a word that is no place, or an office that is not said to be one.

    "The Pentagon" is somebody, "at the Pentagon" is somewhere.
    """
    sentence, match = found.sentence, found.match
    same = [
        m
        for group in ("never", "official")
        if (m := sentence.starting_at(group, match.first)) and m.last == match.last
    ]
    return any(m.group == "never" or not _is_somewhere(sentence, match.first) for m in same)


def _is_somewhere(sentence: Sentence, first: int) -> bool:
    """Tell whether a preposition of place stands before a name, with or without an article."""
    roles = (sentence.ending_at("role", at) for at in (first, first - 1))
    return any(role is not None and role.value in _PLACING for role in roles)


def _is_part_of_name(found: Found, pack: LanguagePack) -> bool:
    """Tell whether a capitalised neighbour makes the words a name of something else: "Paris Hilton".

    Another place ("Maiduguri Borno State") and a date ("in Lagos April 4") do not.
    """
    sentence, match = found.sentence, found.match
    kind = match.entries[0].place.kind
    if sentence.ending_at("title", match.first) and kind is not PlaceKind.COUNTRY:
        return True
    following = _adjacent(found.text, sentence, match.last - 1)
    state = any(entry.place.kind is PlaceKind.COUNTRY for entry in match.entries)  # "Singapore Armed Forces"
    if kind is not PlaceKind.CITY or state or following is None or not following.capital:
        return False
    fine = ("generic", "say", "embedded_after", "demonym")  # "Near Demchok Indian patrols"
    town = sentence.starting_at("generic", match.last)
    if town and town.value == "city" and not match.trusted and not _is_large_enough(sentence, match):
        return True  # "Kerry Town" is not Kerry
    if found.touches(match.last) or following.key in calendar(pack) or not following.lower.isalpha():
        return False
    if len(following.key) == 1:
        return False  # "In Bosso I met them"
    return not any(sentence.starting_at(g, match.last) for g in fine)


def places(sentence: Sentence, match: Match, pack: LanguagePack) -> bool:
    """Tell whether a phrase is a preposition that puts what follows somewhere or lets it be passed."""
    if match.group != "role":
        return False
    return match.value in _PLACING or _is_passed(sentence, match.last, pack)


def locates(match: Match) -> bool:
    """Tell whether a phrase says that something is where the name behind it is."""
    return match.group == "role" and match.value == "location"


def _is_contained(text: str, sentence: Sentence, match: NameMatch) -> bool:
    """Tell whether a kind word follows ("Nyala airport")."""
    after = sentence.starting_at("generic", match.last)
    tokens = sentence.tokens
    return after is not None and glued(text, tokens[match.last - 1], tokens[after.first])


def in_compound(text: str, sentence: Sentence, match: NameMatch, edges: Counter[int]) -> bool:
    """Tell whether a hyphen ties the name to a word that is no place: "Nouvelle-Orléans"."""
    tokens = sentence.tokens
    for left, edge, other in (
        (match.first - 1, match.first, match.first - 1),
        (match.last - 1, match.last, match.last),
    ):
        if not 0 <= other < len(tokens) or not tokens[other].capital or edges[edge] > 1:
            continue
        if text[tokens[left].end : tokens[left + 1].start] in _HYPHENS:
            return True
    return False
