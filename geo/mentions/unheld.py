"""Names of places that no gazetteer holds, told by the words around them."""

from collections.abc import Iterator
from dataclasses import dataclass

from geo.languages import LanguagePack
from geo.mentions import evidence
from geo.mentions.kind_words import KINDS, begins_name
from geo.text import Match, Sentence, glued

_KNOWN_GROUPS = ("never", "generic", "demonym", "force", "goods", "title", "official", "embedded_before")
_SHORTEST = 3  # letters of such a name
_LEADING = ("generic", "role")  # what a name may stand beside


@dataclass(frozen=True, slots=True)
class Unheld:
    """Words ``[first, last)`` that are placed by the words around them but that no gazetteer holds."""

    first: int
    last: int


def names(text: str, sentence: Sentence, taken: set[int], pack: LanguagePack) -> Iterator[Unheld]:
    """Yield capitalised names behind a kind word, "le village de Tabili", or before one, "Tora camp".

    In a sentence that tells of an event a preposition of place is enough: "arrivés à Tabili".
    """
    if taken.issuperset(sentence.capitals[sentence.capitals[:1] == (0,) :]):  # the head of a sentence has one
        return
    tells = "trigger" in sentence.groups
    reached = 0
    for match in sentence.matches:
        if match.first < reached or match.group not in _LEADING:
            continue
        generic = match.group == "generic" and match.value in ("city", *KINDS)
        found = None
        if generic or (tells and evidence.places(sentence, match, pack)) or evidence.locates(match):
            found = _named_behind(text, sentence, match, taken, pack)
        if found is None and generic:
            found = _named_before(text, sentence, match, taken, pack)
        if found:
            reached = found.last
            yield found


def _named_behind(
    text: str, sentence: Sentence, match: Match, taken: set[int], pack: LanguagePack
) -> Unheld | None:
    tokens, kind_word = sentence.tokens, match.group == "generic"
    first = match.last
    while first < len(tokens) and tokens[first].lower in pack.words.linkers:
        first += 1
    linked = first > match.last
    if not kind_word and linked and not pack.articled_places:
        return None  # "in the Norland" is a ship
    if kind_word and not linked and not begins_name(match):
        return None
    last = _name_end(text, sentence, first, taken)
    if last == first or not _is_new_name(sentence, first, last, pack):
        return None
    if kind_word and not glued(text, tokens[match.last - 1], tokens[match.last]):
        return None
    after = sentence.starting_at("generic", last)
    if after and after.value in KINDS and glued(text, tokens[last - 1], tokens[last]):
        last = after.last
    return Unheld(match.first if match.value in KINDS else first, last)


def _named_before(
    text: str, sentence: Sentence, match: Match, taken: set[int], pack: LanguagePack
) -> Unheld | None:
    """Return "Tora camp", "Kerry Town": a name, not at the head of the sentence, before a kind word."""
    tokens, first = sentence.tokens, match.first
    if match.value not in KINDS and not tokens[match.first].capital:
        return None
    while first > 1 and tokens[first - 1].capital and first - 1 not in taken:
        if not glued(text, tokens[first - 1], tokens[first]):
            break
        first -= 1
    whole = text[tokens[first].start : tokens[match.first - 1].end]
    if first == match.first or whole.isupper() or not _is_new_name(sentence, first, match.first, pack):
        return None
    return Unheld(first, match.last)


def _name_end(text: str, sentence: Sentence, first: int, taken: set[int]) -> int:
    tokens, last = sentence.tokens, first
    while last < len(tokens) and tokens[last].capital and last not in taken:
        if last > first and not glued(text, tokens[last - 1], tokens[last]):
            break
        last += 1
    return last


def _is_new_name(sentence: Sentence, first: int, last: int, pack: LanguagePack) -> bool:
    """Refuse acronyms, adjectives, titles, months and other words that the pack knows."""
    tokens = sentence.tokens[first:last]
    known = any(sentence.starting_at(group, first) for group in _KNOWN_GROUPS)
    common = any(t.key in evidence.common_words(pack) for t in tokens)
    return not known and not common and all(len(t.key) >= _SHORTEST and t.lower.isalpha() for t in tokens)
