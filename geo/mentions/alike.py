"""Names in a spelling that no gazetteer holds, read as places that sound like them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.gazetteer import Gazetteer, NameMatch
from geo.languages import LanguagePack
from geo.mentions.evidence import common_words
from geo.text import Sentence, glued

_LONGEST = 4  # words of a name
_SHORTEST = 4  # letters of it
_SMALL_WORDS = frozenset(("al", "el", "as", "ar", "ez", "de"))  # that a name may have inside, written small


def added(
    text: str,
    sentences: Sequence[Sentence],
    scanned: Sequence[Sequence[NameMatch]],
    gazetteer: Gazetteer,
    pack: LanguagePack,
) -> list[tuple[NameMatch, ...]]:
    """Add to the names of each sentence those that sound like a place in a country that the report names.

    Parameters
    ----------
    text, sentences
        The text and its sentences.
    scanned
        The names that the gazetteer holds, by sentence.
    gazetteer, pack
        What is asked, and the document's language.
    """
    countries = named_countries(sentences, scanned)
    if not countries:
        return [tuple(matches) for matches in scanned]
    asked = _Asked(text, gazetteer, countries, pack.words.definite | pack.words.linkers, common_words(pack))
    return [
        _with_alike(asked, sentence, matches) for sentence, matches in zip(sentences, scanned, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the sentences of a report share: its text, where names are looked for, and words that are none."""

    text: str
    gazetteer: Gazetteer
    countries: Sequence[str]
    small: frozenset[str]  # words before a name, an article has a capital at times
    common: frozenset[str]


def named_countries(sentences: Sequence[Sentence], scanned: Sequence[Sequence[NameMatch]]) -> tuple[str, ...]:
    """Return the codes of the countries that a report names, or a well-known place of, sorted."""
    codes = {m.value for sentence in sentences for m in sentence.groups.get("demonym", ())}
    places = (match.entries[0].place for matches in scanned for match in matches if match.trusted)
    return tuple(sorted(codes | {place.country_code for place in places if place.country_code}))


def _with_alike(asked: _Asked, sentence: Sentence, matches: Sequence[NameMatch]) -> tuple[NameMatch, ...]:
    """Return the names of a sentence; one of several words that sounds alike stands before one inside it."""
    named = any(sentence.capitals[:2])  # not only its head, which has a capital though no name
    found = list(_alike(asked, sentence, matches)) if named else []
    if not found:
        return tuple(matches)
    covered = {word for match in found for word in range(match.first, match.last)}
    kept = [match for match in matches if match.first not in covered]
    return tuple(sorted((*kept, *found), key=lambda match: match.first))


def _alike(asked: _Asked, sentence: Sentence, matches: Sequence[NameMatch]) -> Iterator[NameMatch]:
    text, tokens, reached = (
        asked.text,
        sentence.tokens,
        1,
    )  # the head of a sentence has a capital though no name
    held = {match.first: match.last for match in matches}
    inside = {word for match in matches for word in range(match.first + 1, match.last)}
    for first in sentence.capitals:
        if first < reached or first in inside or tokens[first].lower in asked.small:
            continue
        for last in range(_run_end(text, sentence, first), first, -1):
            if last <= held.get(first, 0) or last in inside:
                break
            words = tokens[first:last]
            name = text[words[0].start : words[-1].end]
            if len(name) < _SHORTEST or name.isupper() or not asked.common.isdisjoint([t.key for t in words]):
                continue
            entries = asked.gazetteer.alike(name, asked.countries)
            if entries:
                yield NameMatch(first, last, entries, alike=True)
                reached = last
                break


def _run_end(text: str, sentence: Sentence, first: int) -> int:
    """Return where the capitalised words end that begin with one: "Deir ez-Zor"."""
    tokens, last = sentence.tokens, first + 1
    for at in range(first + 1, min(first + _LONGEST, len(tokens))):
        if not glued(text, tokens[at - 1], tokens[at]):
            break
        if tokens[at].capital:
            last = at + 1
        elif tokens[at].lower not in _SMALL_WORDS:
            break
    return last
