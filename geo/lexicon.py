"""The phrases of a language pack, looked for in one pass over the words of a sentence."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from geo.records import Span
from geo.text import Match, Sentence, Token, glued, lower_of, tokenize

_CLAUSE_MARK = re.compile(r"[,;:!?()\u2013\u2014]")
_CLAUSE = 25  # words from a verb to what it parts from, at most
MAX_ENDING = 8
_made = tuple.__new__

# Alternatives, each with whether any ending may follow.
Word = tuple[tuple[str, bool], ...]


class _Phrase(NamedTuple):
    group: str
    value: str
    words: tuple[Word, ...]
    size: int  # in words
    capital: bool  # written in capitals: "US" is not "us"
    small: bool = False  # written with a hyphen behind it: French "argentine-" is not "Argentine"
    closes: tuple[Word, ...] = ()  # what stands apart from it, where its clause ends: "ein" of "trafen … ein"


_Ranked = tuple[int, _Phrase]  # of two phrases as long, the one of the lower rank counts


class _Node:
    """The phrases that begin with the same words: those that end here, and those that go on, by next word.

    A node behind it is made when its words are met: few of the thousands that a pack allows ever are.
    """

    __slots__ = ("_at", "_exact", "_nodes", "_open", "ends")

    def __init__(self, phrases: Sequence[_Ranked], at: int) -> None:
        self._at = at
        self.ends = [ranked for ranked in phrases if ranked[1].size == at]
        self._exact: dict[str, list[_Ranked]] = {}
        # those that any ending may follow, by their first letter, of which "*" has none
        self._open: dict[str, list[tuple[str, _Ranked]]] = {}
        self._nodes: dict[tuple[int, ...], _Node] = {}
        for ranked in phrases:
            for word, open_ended in ranked[1].words[at] if ranked[1].size > at else ():
                if open_ended:
                    self._open.setdefault(word[:1], []).append((word, ranked))
                else:
                    self._exact.setdefault(word, []).append(ranked)

    def __bool__(self) -> bool:
        """Tell whether any phrase goes on."""
        return bool(self._exact or self._open)

    def after(self, lower: str) -> "_Node | None":
        """Return where a word leads."""
        found = dict(self._exact.get(lower, ()))
        for letter in ("", lower[:1]) if self._open else ():
            found.update([ranked for word, ranked in self._open.get(letter, ()) if _begins(lower, word)])
        if not found:
            return None
        ranks = tuple(sorted(found))
        if ranks not in self._nodes:
            self._nodes[ranks] = _Node([(rank, found[rank]) for rank in ranks], self._at + 1)
        return self._nodes[ranks]

    def leads(self, lower: str) -> bool:
        """Tell whether a word may lead anywhere."""
        return lower in self._exact or lower[:1] in self._open or "" in self._open


def _begins(lower: str, word: str) -> bool:
    """Tell whether a word is a form of one that any short ending may follow."""
    return lower.startswith(word) and len(lower) - len(word) <= MAX_ENDING


class _Start:
    """The phrases that a word begins.

    Attributes
    ----------
    alone, alone_capital
        Those of the word alone, one a group, by group; without and with a capital.
    longer
        The others; None where there are none.
    parted
        Those of the word and of others that close its clause.
    """

    def __init__(self, phrases: Sequence[_Phrase]) -> None:
        node = _Node([ranked for ranked in enumerate(phrases) if not ranked[1].closes], 1)
        self.parted = tuple(phrase for phrase in phrases if phrase.closes)
        self.longer = node or None
        self.alone = tuple(_by_group(_firsts(node.ends, capital=False)))
        self.alone_capital = tuple(_by_group(_firsts(node.ends, capital=True)))


def _firsts(ends: Sequence[_Ranked], *, capital: bool) -> dict[str, _Phrase]:
    """Return the first phrase of each group."""
    fit = (p for _, p in reversed(ends) if not (p.small if capital else p.capital))
    return {phrase.group: phrase for phrase in fit}


def _by_group(phrases: Mapping[str, _Phrase]) -> list[_Phrase]:
    return [phrases[group] for group in sorted(phrases)]


class Lexicon:
    """Phrases that are looked for together, in one pass over the words of a sentence.

    A phrase is written as words between spaces, hyphens or apostrophes. ``a|b`` is either word; a
    word that ends in ``*`` may go on for up to eight letters. Accents count; case does not, but that a
    phrase written in capitals ("US") begins with one, and one that ends in a hyphen with none. Of
    ``trafen … ein`` the first word counts where the others close its clause.

    Parameters
    ----------
    groups
        Group name to value to the phrases that stand for that value. A match is reported for each
        group apart, the longest phrase first, and one that is parted before any.
    parting
        Words that begin a clause without a mark before them: "und".
    """

    def __init__(
        self, groups: Mapping[str, Mapping[str, Iterable[str]]], parting: AbstractSet[str] = frozenset()
    ) -> None:
        self._parting = parting
        self._exact: dict[str, list[_Phrase]] = {}
        self._stems: dict[str, list[_Phrase]] = {}
        for group, values in groups.items():
            for value, phrases in values.items():
                for phrase in phrases:
                    words, closes = map(_parse, f"{phrase} … ".split("…")[:2])
                    capital, small = phrase.isupper(), phrase.endswith("-")
                    self._add(_Phrase(group, value, words, len(words), capital, small, closes))
        self._lengths = sorted({len(stem) for stem in self._stems})
        # words repeat: a text asks for the same few thousand again and again
        self._start = lru_cache(maxsize=65536)(self._start_of)

    def _add(self, phrase: _Phrase) -> None:
        for word, open_ended in phrase.words[0]:
            (self._stems if open_ended else self._exact).setdefault(word, []).append(phrase)

    def _start_of(self, lower: str) -> _Start | None:
        """Return the phrases that a word begins, or None where it begins none."""
        phrases = list(self._exact.get(lower, ()))
        for length in self._lengths:
            if len(lower) - MAX_ENDING <= length <= len(lower):
                phrases += self._stems.get(lower[:length], ())
        return _Start(phrases) if phrases else None

    def words(self) -> tuple[str, ...]:
        """Return the single words, without those that any ending may follow, that the lexicon holds."""
        return tuple(w for w, phrases in self._exact.items() if any(p.size == 1 for p in phrases))

    def find(self, text: str, tokens: tuple[Token, ...]) -> tuple[Match, ...]:
        """Return every phrase that occurs in `tokens`, in order, without overlaps inside a group."""
        found: list[Match] = []
        reached: dict[str, int] = {}  # by group, where its last phrase of several words ends
        words = [*map(lower_of, tokens), ""]
        for first, start in enumerate(map(self._start, words[:-1])):
            if start is None:
                continue
            token, longer = tokens[first], start.longer
            phrases: Sequence[_Phrase] = start.alone_capital if token.capital else start.alone
            if longer is not None and longer.leads(words[first + 1]):
                more = _longer(text, tokens, first, longer)
                phrases = _longest(phrases, more) if more else phrases
            for phrase in start.parted:
                if _may_close(words, phrase.closes) and self._is_closed(text, tokens[first:], phrase.closes):
                    phrases = _longest(phrases, {phrase.group: phrase})
            if not phrases:
                continue
            alone = Span(token.start, token.end)
            for group, value, _, size, *_ in phrases:
                if reached and first < reached.get(group, 0):
                    continue
                if size == 1:
                    found.append(_made(Match, (group, value, first, first + 1, alone)))
                else:
                    last = reached[group] = first + size
                    span = Span(token.start, tokens[last - 1].end)
                    found.append(_made(Match, (group, value, first, last, span)))
        return tuple(found)

    def _is_closed(self, text: str, tokens: Sequence[Token], closes: Sequence[Word]) -> bool:
        """Tell whether words close the clause of the first of `tokens`: "trafen gestern in Gao ein."."""
        size = len(closes)
        for end in range(1, min(len(tokens), _CLAUSE) + 1):
            last = end == len(tokens) or _CLAUSE_MARK.search(text, tokens[end - 1].end, tokens[end].start)
            if end > size and (last or tokens[end].lower in self._parting):
                own = zip(tokens[end - size : end], closes, strict=True)
                if all(any(_is_form(token.lower, *form) for form in word) for token, word in own):
                    return True
            if last:
                return False
        return False


def _may_close(words: Collection[str], closes: Sequence[Word]) -> bool:
    """Tell whether words hold those that close a clause, or may: most sentences do not."""
    return all(any(open_ended or lower in words for lower, open_ended in word) for word in closes)


def _is_form(lower: str, word: str, open_ended: bool) -> bool:  # noqa: FBT001 - as `Word` has it
    return lower == word or (open_ended and _begins(lower, word))


def _longer(text: str, tokens: Sequence[Token], first: int, node: _Node) -> dict[str, _Phrase]:
    """Return the longest phrase of several words that begins with word `first`, of each group."""
    found: dict[str, _Phrase] = {}
    for at in range(first + 1, len(tokens)):
        after = node.after(tokens[at].lower)
        if after is None or not glued(text, tokens[at - 1], tokens[at]):
            break
        node = after
        found.update(_firsts(node.ends, capital=tokens[first].capital))
    return found


def _longest(alone: Iterable[_Phrase], longer: Mapping[str, _Phrase]) -> list[_Phrase]:
    """Return the longer phrases, and of the other groups those of a word alone, by group."""
    return _by_group({**{phrase.group: phrase for phrase in alone}, **longer})


def _parse(phrase: str) -> tuple[Word, ...]:
    words = re.split(r"[\s\-'\u2019]+", unicodedata.normalize("NFKC", phrase).casefold().strip())
    return tuple(tuple((w.rstrip("*"), w.endswith("*")) for w in word.split("|")) for word in words if word)


def analyse(text: str, spans: Iterable[Span], lexicon: Lexicon | None) -> tuple[Sentence, ...]:
    """Cut sentences into words and look up the phrases of a language in them."""
    return tuple(
        Sentence(span, words, lexicon.find(text, words) if lexicon else (), _is_heading(span.of(text)))
        for span, words in ((span, tokenize(text, span)) for span in spans)
    )


def _is_heading(sentence: str) -> bool:
    return not sentence.rstrip("\"»”’')*_ \u00a0\u202f").endswith((".", "!", "?", "\u2026", ":", ";"))
