"""Words, sentences and folding, with offsets that always lead back to the text as given."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import Generic, NamedTuple, TypeVar

from geo.records import Span

# A word is a run of letters or digits; soft hyphens and zero-width characters inside it belong to it,
# combining marks too. Apostrophes and hyphens separate words.
_WORD = re.compile(r"[^\W_]++(?:[\u0300-\u036f\u00ad\u200b-\u200d\u2060]{1,3}[^\W_]*+)*+")
# What may stand between two words of one name or phrase.
_GLUE = re.compile(r"[\s\u00a0\u202f\u00ad\u200b-\u200d\u2060\-\u2010\u2011\u2013'\u2019\u02bc.]{1,4}")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200d\u2060]")
_NOT_COMPOSED = re.compile(r"[\u0300-\u036f\u00ad\u200b-\u200d\u2060]")
_CLUSTER = re.compile(r"[\u00ad\u200b-\u200d\u2060]|.[\u0300-\u036f]{0,3}", re.DOTALL)
_DOUBLED = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss"})
# Letters that look alike, small or capital: Cyrillic and Greek, then Latin (Unicode's confusables.txt).
_CYRILLIC = dict(zip("аеорсхуіјѕһԁԛԝкмтнв", "aeopcxyijshdqwkmthb", strict=True))
_ALIKE = {**_CYRILLIC, **dict(zip("αεορτυχκνιημζβ", "aeoptyxknihmzb", strict=True))}
_TO_LATIN = str.maketrans(_ALIKE)
_TO_CYRILLIC = str.maketrans({latin: letter for letter, latin in reversed(_CYRILLIC.items())})
_SENTENCE_END = re.compile(r"[.!?\u2026]{1,3}[\s\u00a0\u202f]{0,2}[\"»”’')\]]{0,2}[\s\u00a0\u202f]{1,4}")
_LINE_BREAK = re.compile(r"\n+")
_WHITE = re.compile(r"\s+")
_BULLET = re.compile(r"[-\u2022*\u2013\u2014]\s")
# Filled lines have from so many characters to so many; a text has so many of them, and this share is full.
_WIDTHS = range(40, 121)
_FEW_LINES = 3
_FILLED = 0.7
_GOING_ON = 0.2  # share of lines that begin in lower case
_ITEM = re.compile(r"\s{0,8}(?:[-\u2022*\u2013\u2014>]|[0-9]{1,3}[.)]|[a-z]\))\s")
# A sentence longer than this is cut at the next space: nobody writes one, and no rule may run on it.
MAX_SENTENCE = 1500
_LAST_WORD = re.compile(r"(?:\w\.){0,4}\w{1,12}$")
_BEFORE_STOP = 40  # characters before a point in which an abbreviation may stand, unseen ones counted


class Token(NamedTuple):  # of which a report has hundreds: a tuple is made in a third of the time
    """One word of a text.

    Attributes
    ----------
    lower
        The word without regard to case, accents kept ("a" is not "à").
    key
        The same without accents: what names are compared by.
    capital
        True where the word begins with a capital letter.
    """

    start: int
    end: int
    lower: str
    key: str
    capital: bool


_made = tuple.__new__
lower_of = attrgetter("lower")


@lru_cache(maxsize=65536)
def _normal_forms(word: str) -> tuple[str, str, bool]:
    if word.isascii():  # nothing to compose, and most words are
        lower = word.lower()
        return lower, lower, word[0].isupper()
    plain = _INVISIBLE.sub("", word)
    lower = unicodedata.normalize("NFKC", plain).casefold()
    decomposed = unicodedata.normalize("NFKD", lower).translate(_DOUBLED)
    key = _of_one_script("".join(c for c in decomposed if c.isalnum()))
    return lower, key, plain[:1].isupper() or plain[:1].istitle()


def _of_one_script(key: str) -> str:
    """Return the key of a word that mixes scripts by letters that look alike, in the script of most of it."""
    latin = [c for c in key if c.isascii() and c.isalpha()]
    if not latin or key.isascii():
        return key
    others = [c for c in key if not c.isascii()]
    if len(latin) >= len(others):
        return key.translate(_TO_LATIN) if all(c in _ALIKE for c in others) else key
    return key.translate(_TO_CYRILLIC) if all(ord(c) in _TO_CYRILLIC for c in latin) else key


def is_mixed(words: str) -> bool:
    """Tell whether a word mixes letters of several scripts that look alike: "Коursk" in two alphabets."""
    for word in () if words.isascii() else _WORD.findall(words):
        kept = unicodedata.normalize("NFKD", word.casefold()).translate(_DOUBLED)
        letters = "".join(c for c in kept if c.isalnum())
        if _of_one_script(letters) != letters:
            return True
    return False


def tokenize(text: str, span: Span | None = None) -> tuple[Token, ...]:
    """Cut `text`, or the stretch of it that `span` covers, into words."""
    start, end = (span.start, span.end) if span else (0, len(text))
    # A sign that only looks like a letter (a voicing mark that stands alone) has no key, and is no word.
    # Made without `Token`'s own function, which takes as long again for each of a report's hundreds of words.
    return tuple(
        [
            _made(Token, word.span() + forms)
            for word in _WORD.finditer(text, start, end)
            if (forms := _normal_forms(word[0]))[1]
        ]
    )


def fold(name: str) -> str:
    """Return the key under which a name is found: case, accents, hyphens and apostrophes do not count."""
    if name.isascii():
        return " ".join(_WORD.findall(name.lower()))
    keys = [_normal_forms(word)[1] for word in _WORD.findall(name)]
    return " ".join([key for key in keys if key])


def composed(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """Return a text as patterns can read it: letters with their accents, nothing that cannot be seen.

    Returns
    -------
    tuple of str and two sequences of int
        The text, and where each of its characters starts and ends in `text`.
    """
    if not _NOT_COMPOSED.search(text):
        return text, range(len(text)), range(1, len(text) + 1)
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _CLUSTER.finditer(text):
        for character in unicodedata.normalize("NFC", _INVISIBLE.sub("", found.group())):
            characters.append(character)
            starts.append(found.start())
            ends.append(found.end())
    return "".join(characters), starts, ends


# Endings of the cases of Russian and Ukrainian nouns and adjectives, as keys write them (й is и, ї is і),
# longest first.
_CASES = (
    *("ыми", "ими", "ами", "ями", "ого", "его", "ому", "ему", "іеі", "оі", "ою", "ею", "ию", "ією", "иеи"),
    *(
        "ои",
        "еи",
        "ыи",
        "ии",
        "іи",
        "іі",
        "ая",
        "яя",
        "ую",
        "юю",
        "ое",
        "ее",
        "ых",
        "их",
        "ах",
        "ях",
        "ом",
        "ем",
    ),
    *("ам", "ям", "ым", "им", "ів", "ов", "ев", "ію", "ія", "ия", "ие", "ье", "ью", "ею"),
    *("а", "я", "о", "е", "и", "ы", "і", "у", "ю", "ь"),
)
# As they are in a name's key, where "й" is "и" and "ї" is "і".
_ENDINGS = tuple(sorted({fold(ending) for ending in _CASES}, key=lambda e: (-len(e), e)))
_MIN_STEM = 3


def is_inflected_script(word: str) -> bool:
    """Tell whether a word is in Cyrillic letters, whose languages decline place names."""
    return not word.isascii() and any("\u0400" <= c <= "\u04ff" for c in word)


def stem(key: str) -> str:
    """Return a name's key without the case endings of its Cyrillic words: "курске" is "курск".

    Words of other scripts stay. Two forms of one name have one stem; two names may share one, so a stem
    is only looked up where the name as it is written is not known.
    """
    return " ".join(map(_stem_word, key.split(" ")))


@lru_cache(maxsize=65536)
def _stem_word(word: str) -> str:
    if not is_inflected_script(word):
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _MIN_STEM:
            return word[: -len(ending)]
    return word


def glued(text: str, left: Token, right: Token) -> bool:
    """Tell whether nothing but spaces, hyphens, apostrophes or a point separates two neighbouring words."""
    gap = text[left.end : right.start]
    return gap == " " or _GLUE.fullmatch(gap) is not None


def plain_gap(gap: str) -> str:
    """Return what stands between two words, with one space for many and each letter with its accent."""
    return unicodedata.normalize("NFC", _WHITE.sub(" ", gap))


def unwrapped(text: str) -> str:
    """Return a text whose lines a person or a program has filled, with the breaks inside them as spaces.

    Such a text has lines up to one width, in mails and pages of a PDF, and each ends where the next word
    found no room. Its length and all offsets stay; any other text is returned as it is.
    """
    lines = text.split("\n")
    inner = [n for n in range(len(lines) - 1) if lines[n].strip() and lines[n + 1].strip()]
    if len(inner) < _FEW_LINES:
        return text
    widths = sorted(len(lines[n].rstrip()) for n in inner)
    width = widths[len(widths) * 9 // 10]  # one long address tells nothing of the others
    full = [n for n in inner if len(lines[n].rstrip()) + 1 + len(_first_word(lines[n + 1])) > width]
    going_on = sum(lines[n + 1].lstrip()[:1].islower() for n in inner)  # in a list each line begins anew
    if width not in _WIDTHS or len(full) < _FILLED * len(inner) or going_on < _GOING_ON * len(inner):
        return text
    joined = {n for n in full if not _ITEM.match(lines[n + 1])}
    return "".join(line + (" " if n in joined else "\n") for n, line in enumerate(lines))[:-1]


def _first_word(line: str) -> str:
    """Return what of a line moves to the next as one: a hard space, as in "13\u00a0mai", parts no lines."""
    return line.lstrip().split(" ", 1)[0]


def _breaks(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where a line break ends a sentence, between `start` and `end`.

    A line break inside a sentence (text wrapped by hand) goes on in lower case and does not follow
    a final stop; every other line break separates headings, bullets and paragraphs.
    """
    line_start = start
    for found in _LINE_BREAK.finditer(text, start, end):
        after = found.end()
        line = text[line_start : found.start()].rstrip()  # the line alone: the cost stays linear
        wrapped = len(found.group()) == 1 and line and text[after : after + 1].islower()
        if not wrapped or line.endswith((".", "!", "?", ":", ";")) or _BULLET.match(text, after):
            yield after
        line_start = after


def _is_abbreviation(text: str, dot: int, abbreviations: frozenset[str]) -> bool:
    before = text[max(0, dot - _BEFORE_STOP) : dot]
    name = _last_word(before[before.rfind(" ") + 1 :])
    return name in abbreviations or (len(name) == 1 and name.isalpha() and text[dot - 1].isupper())


@lru_cache(maxsize=4096)
def _last_word(words: str) -> str:
    """Return the word or the initials ("u.s") at the end of words without a space, in lower case."""
    # Of a word with a sign in it that nobody sees no part is an abbreviation by itself: "мини\u00adстр."
    found = _LAST_WORD.search(composed(words)[0])
    return found.group().casefold() if found else ""


# "BAMAKO, 18 janvier – ", "NAIROBI (agency) — ": where and when a report was written, not what it tells.
# Only capitals come before its comma, bracket or dash: "NATO troops in Tallinn – ..." is a sentence.
_CAPITAL = r"[^\W\d_a-zà-öø-ÿа-яё]"
_BRACKET = r"(?:[^\S\n]{1,3}\([^()\n]{1,40}\))?"
_DATELINE = re.compile(
    rf"\s{{0,4}}(?:{_CAPITAL}['’])?{_CAPITAL}{{3,20}}(?:[ '’-]{_CAPITAL}{{1,20}}){{0,3}}"
    rf"(?:,[^\n!?:;–—]{{1,40}}?)?{_BRACKET}[^\S\n]{{1,3}}[–—-]{{1,2}}\s"
)
# "Damas, 18 déc. 2024 - ", "Port Sudan, Dec 18 — ": with a day small letters may come before the dash.
_DATED_LINE = re.compile(
    rf"\s{{0,4}}{_CAPITAL}[^\W\d_]{{1,20}}(?:[ '’-][^\W\d_]{{1,20}}){{0,3}}{_BRACKET},[^\S\n]"
    r"(?:[^\W\d_]{2,10}\.?[^\S\n])?[0-9]{1,2}(?:er|st|nd|rd|th)?"
    rf"(?:[^\S\n][^\W\d_]{{3,10}}\.?)?(?:,?[^\S\n][0-9]{{4}})?{_BRACKET}[^\S\n]{{1,3}}[–—-]{{1,2}}\s"
)


def _dateline_end(text: str) -> int:
    """Return where the dateline at the top of a text ends, or 0."""
    found = _DATELINE.match(text) or _DATED_LINE.match(text)
    return found.end() if found else 0


def sentences(text: str, abbreviations: frozenset[str] = frozenset()) -> tuple[Span, ...]:
    """Cut a text into sentences.

    Parameters
    ----------
    text
        The whole text of a document.
    abbreviations
        Words, in lower case and without their last point, after which a point ends nothing.

    Returns
    -------
    tuple of Span
        In order, without the white space around them; together they hold every word of the text.
    """
    spans: list[Span] = []
    edges = sorted({0, _dateline_end(text), *_breaks(text, 0, len(text)), len(text)})
    for line_start, line_end in pairwise(edges):
        start = line_start
        for found in _SENTENCE_END.finditer(text, line_start, line_end):
            following = text[found.end() : found.end() + 1]
            ends = following and not following.islower()
            if ends and not (
                text[found.start()] == "." and _is_abbreviation(text, found.start(), abbreviations)
            ):
                spans.extend(_trimmed(text, start, found.end()))
                start = found.end()
        spans.extend(_trimmed(text, start, line_end))
    return tuple(spans)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    start, end = _without_space(text, start, end)
    while end - start > MAX_SENTENCE:
        cut = _cut(text, start, start + MAX_SENTENCE)
        yield Span(*_without_space(text, start, cut))
        start, end = _without_space(text, cut, end)
    if end > start:
        yield Span(start, end)


def _without_space(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return end - len(piece.lstrip()), start + len(piece.rstrip())


def _cut(text: str, start: int, limit: int) -> int:
    """Return the last place up to `limit` where a space stands, or else where no word goes on."""
    for parts in (str.isspace, _is_no_word):
        for at in range(limit, start, -1):
            if parts(text[at]):
                return at
    return limit


def _is_no_word(character: str) -> bool:
    return not character.isalnum() and unicodedata.category(character) not in ("Mn", "Cf")


class Match(NamedTuple):  # a tuple, as `Token` is
    """A phrase of a lexicon found in a text: tokens ``[first, last)`` and what the phrase stands for."""

    group: str
    value: str
    first: int
    last: int
    span: Span


_Owner = TypeVar("_Owner")
_Told = TypeVar("_Told")


class told_once(Generic[_Owner, _Told]):  # noqa: N801 - read as what it makes, a property
    """A property that is worked out once: `functools.cached_property` without the lock it takes each time."""

    def __init__(self, tell: Callable[[_Owner], _Told]) -> None:
        self._tell = tell
        self.__doc__ = tell.__doc__

    def __set_name__(self, _: type, name: str) -> None:
        """Learn under which name it is kept, which is then found before this."""
        self._name = name

    def __get__(self, owner: _Owner, _: type | None = None) -> _Told:
        """Work it out and keep it on its owner."""
        told = owner.__dict__[self._name] = self._tell(owner)
        return told


@dataclass(frozen=True)  # without slots: what is asked of it is kept on it
class Sentence:
    """A sentence with its words and what the language pack's lexicon found in it."""

    span: Span
    tokens: tuple[Token, ...]
    matches: tuple[Match, ...]
    is_heading: bool = False  # a dateline, a title, a list mark: no final stop

    @told_once
    def groups(self) -> Mapping[str, tuple[Match, ...]]:
        """Return the matches by group, each in order."""
        found: defaultdict[str, list[Match]] = defaultdict(list)
        for match in self.matches:
            found[match.group].append(match)
        return {group: tuple(matches) for group, matches in found.items()}

    @told_once
    def words(self) -> frozenset[str]:
        """Return its words in lower case, each once."""
        return frozenset(map(lower_of, self.tokens))

    @told_once
    def capitals(self) -> tuple[int, ...]:
        """Return the numbers of the words that begin with a capital."""
        return tuple([at for at, token in enumerate(self.tokens) if token.capital])

    def ending_at(self, group: str, last: int) -> Match | None:
        """Return the match of `group` that ends right before word `last`."""
        return self._by_end.get((group, last))

    def starting_at(self, group: str, first: int) -> Match | None:
        """Return the match of `group` that starts with word `first`."""
        return self._by_start.get((group, first))

    @told_once
    def _by_end(self) -> Mapping[tuple[str, int], Match]:
        return {(m.group, m.last): m for m in reversed(self.matches)}  # of several the first

    @told_once
    def _by_start(self) -> Mapping[tuple[str, int], Match]:
        return {(m.group, m.first): m for m in reversed(self.matches)}
