"""Expressions of number, in digits or words, to quantities with bounds.

Reads "1.500", "12 000", "1,6 million à près de 6 millions", "mille cinq cents", "une quarantaine",
"up to 30,000". Only the number is read here; what is counted is for the claims to say.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from geo.languages import LanguagePack, NumberWords
from geo.records import Quantity, Span
from geo.text import Match, Sentence, Token, glued, lower_of

_SPACES = " \u00a0\u202f\u2009"
MAX_VALUE = 10**9
# A number right behind one of these is part of a name ("Il-76"), of a clock time, of a fraction or a code.
_PART_OF_NAME = re.compile(r"[^\W\d_][-\u2010\u2011/]$|[:/+]$|[0-9][.,'’]$|[0-9]\s?h\s?$")
_MODEL = re.compile(r"[^\W\d_][-\u2010\u2011/][0-9]")  # the "A" of "A-10" and "F/A-18" counts nothing
_LEAD = 4  # characters that the pattern above looks back
# What follows a share, money, a measure, a clock time, a fraction and the first half of a telephone number.
_NO_COUNT_BEHIND = re.compile(r"\s?(?:%|€|\$|£|°|h\b|km\b|:[0-9]|/[0-9])|[-\u2010\u2011]0[0-9]")
_MONEY_BEFORE = re.compile(r"[€$£]\s?$")
_TELEPHONE = re.compile(
    r"(?<![0-9])(?<![0-9][ .,\u00a0\u202f])(?:\+[0-9]{1,3}|\([0-9]{2,4}\)|0[0-9]{1,4})"
    r"(?:[ .\-\u2010\u2011\u00a0\u202f][0-9]{1,4}){2,6}(?![0-9])"
)
_DIGITS = frozenset("0123456789")
_NAMED = ("indefinite", "fixed")
_NEAR = frozenset({*_NAMED, "measure", "hedge"})
_DASHES = ("-", "\u2010", "\u2011", "\u2013")
_HUNDRED = 100
_THOUSAND = 1000
_FOUR, _TWENTY = 4, 20
_HEDGE_WORDS = 2  # words between the linker and the second end: "à près de 6 millions"


class _Atom(NamedTuple):
    """One number: tokens ``[first, last)``, its bounds and the multiplier word that closed it.

    A decimal without such a word ("1.6") is `loose`: no number but as the first end of a range
    ("1.6 to 6 million").
    """

    first: int
    last: int
    low: float
    high: int | None
    multiplier: int = 1
    loose: bool = False


def _is_model(text: str, word: Token) -> bool:
    """Tell whether a letter is that of a type of aircraft: the "A" of "A-10"."""
    return word.end - word.start == 1 and _MODEL.match(text, word.start) is not None


class _Around(NamedTuple):
    """What the lexicon found that is a number or stands around one.

    `named` are "hundreds" and "half a dozen", by their first word; `measures` the ends of "miles" and "per
    cent", by theirs.
    """

    named: Mapping[int, Match]
    measures: Mapping[int, int]
    hedges: Sequence[Match]

    @classmethod
    def of(cls, matches: Sequence[Match]) -> "_Around":
        """Return what of all that the lexicon found concerns numbers."""
        near = [m for m in matches if m.group in _NEAR]
        return cls(
            {m.first: m for m in near if m.group in _NAMED},
            {m.first: m.last for m in near if m.group == "measure"},
            [m for m in near if m.group == "hedge"],
        )


def _digits_pattern(words: NumberWords) -> re.Pattern[str]:
    marks = re.escape("".join(mark for mark in words.thousands if mark != " "))
    parts = [f"[{marks}]"] if marks else []
    if " " in words.thousands:
        parts.append(f"[{_SPACES}]{{1,2}}")  # two where the lines of a page were filled
    thousands = "|".join(parts)
    return re.compile(
        rf"(?P<whole>(?>[0-9]{{1,3}}(?:(?:{thousands})[0-9]{{3}}){{1,3}}(?![0-9])|[0-9]{{1,9}}))"
        rf"(?:{re.escape(words.decimal)}(?P<decimals>[0-9]{{1,3}})(?![0-9]))?(?!\w|[.,'’][0-9])"
    )


class NumberReader:
    """Reads the numbers of sentences in one language."""

    def __init__(self, pack: LanguagePack) -> None:
        self._words = pack.numbers
        self._digits = _digits_pattern(pack.numbers)
        words = pack.numbers
        # what a number in words may begin with
        self._first = frozenset((*words.words, *words.units, *words.multipliers, *words.collectives))
        self._durations = frozenset(w for words in pack.dates.vocabulary["units"].values() for w in words)

    def read(self, text: str, tokens: Sequence[Token], matches: Sequence[Match]) -> tuple[Quantity, ...]:
        """Return the numbers of a sentence, in order.

        Parameters
        ----------
        text
            The whole text of the document.
        tokens, matches
            The sentence's words, and what the pack's lexicon found in them: ``hedge``, ``indefinite``
            ("hundreds"), ``fixed`` ("half a dozen"), ``measure`` ("miles": it makes a number no count).

        Returns
        -------
        tuple of Quantity
            Without a unit; each span includes the hedge.
        """
        first = self._starts(tokens)
        around = _Around.of(matches)
        if not (first or around.named):
            return ()
        barred = {n for hedge in around.hedges for n in range(hedge.first, hedge.last)}
        if sum([tokens[at].lower[:1] in _DIGITS for at in first]) > 1:
            barred |= _telephone_words(text, tokens)
        starts = sorted({*around.named, *(at for at in first if at not in barred)})
        found = self._atoms(text, tokens, starts, around)
        return tuple(
            self._hedged(text, tokens, around.hedges, atom)
            for atom in self._ranges(text, tokens, found)
            if atom.last not in around.measures and self._is_count(text, tokens, atom)
        )

    def may_read(self, sentence: Sentence) -> bool:
        """Tell whether a sentence may hold a number at all."""
        return not sentence.groups.keys().isdisjoint(_NAMED) or bool(self._starts(sentence.tokens))

    def _starts(self, tokens: Sequence[Token]) -> list[int]:
        """Return which words a number in digits or words may begin with."""
        first = self._first
        words = enumerate(map(lower_of, tokens))
        return [at for at, word in words if word in first or word[:1] in _DIGITS]

    def _atoms(
        self, text: str, tokens: Sequence[Token], starts: Sequence[int], around: "_Around"
    ) -> list[_Atom]:
        atoms: list[_Atom] = []
        reached = 0
        for at in starts:
            if at < reached:
                continue
            match = around.named.get(at)
            if match:  # of those only "half a dozen" has an end
                high = int(match.value) if match.group == "fixed" else None
                atom: _Atom | None = _Atom(at, match.last, int(match.value), high)
            else:
                atom = self._from_digits(text, tokens, at) or self._from_words(text, tokens, at)
            if atom:
                atoms.append(atom)
                reached = around.measures.get(atom.last, atom.last)
        return atoms

    def _from_digits(self, text: str, tokens: Sequence[Token], at: int) -> _Atom | None:
        start = tokens[at].start
        found = self._digits.match(text, start)
        if not found or _PART_OF_NAME.search(text[max(0, start - _LEAD) : start]):
            return None
        last = at
        while last < len(tokens) and tokens[last].start < found.end():
            last += 1
        digits = "".join(c for c in found["whole"] if "0" <= c <= "9")
        if tokens[last - 1].end != found.end() or (digits[0] == "0" and len(digits) > 1):
            return None
        multiplier = 1
        if last < len(tokens) and glued(text, tokens[last - 1], tokens[last]):
            multiplier = self._words.multipliers.get(tokens[last].lower, 1)
            last += multiplier > 1
        decimals = found["decimals"]
        if decimals and multiplier == 1:
            return _Atom(at, last, float(f"{digits}.{decimals}"), None, loose=True)
        value = round(float(f"{digits}.{decimals or 0}") * multiplier)
        return _Atom(at, last, value, value, multiplier) if value <= MAX_VALUE else None

    def _from_words(self, text: str, tokens: Sequence[Token], at: int) -> _Atom | None:
        total = current = 0
        last, multiplier = at, 1
        while last < len(tokens) and (last == at or glued(text, tokens[last - 1], tokens[last])):
            # "cent vingt et un": an "and" belongs to the number only where the number goes on behind it.
            here = last + (last > at and tokens[last].lower in self._words.conjunctions)
            step = self._step(tokens[here].lower, current) if here < len(tokens) else None
            if (
                step is None
                or self._is_collective(tokens, at, here, current)
                or _is_model(text, tokens[here])
            ):
                break
            current, multiplier = step
            if multiplier >= _THOUSAND:
                total, current = total + current, 0
            last = here + 1
        return self._collected(tokens, (at, last), total + current, multiplier)

    def _is_collective(self, tokens: Sequence[Token], first: int, at: int, current: int) -> bool:
        lower = tokens[at].lower
        known = lower in self._words.collectives and current <= _HUNDRED
        return known and (at > first or lower in self._words.multipliers)

    def _step(self, lower: str, current: int) -> tuple[int, int] | None:
        """Return the running number after one more word, and the multiplier that it was."""
        words = self._words
        if lower in words.multipliers:
            multiplier = words.multipliers[lower]
            half = current == 0 and multiplier > _THOUSAND  # "million" alone is the rest of a number
            grown = max(current, 1) * multiplier
            return None if half or grown > MAX_VALUE else (grown, multiplier)
        value = words.words.get(lower, words.units.get(lower))
        if value is None or (
            value >= current % _HUNDRED > 0 and (value, current % _HUNDRED) != (_TWENTY, _FOUR)
        ):
            return None
        if value == _TWENTY and current % _HUNDRED == _FOUR:  # quatre-vingt
            return current - _FOUR + _FOUR * _TWENTY, 1
        return current + value, 1

    def _collected(
        self, tokens: Sequence[Token], words: tuple[int, int], value: int, multiplier: int
    ) -> _Atom | None:
        first, last = words
        following = tokens[last].lower if last < len(tokens) else ""
        size = self._words.collectives.get(following)
        if size is not None and (last > first or following not in self._words.multipliers):
            return _Atom(first, last + 1, max(value, 1) * size, max(value, 1) * size, size)
        return _Atom(first, last, value, value, multiplier) if last > first and value <= MAX_VALUE else None

    def _is_count(self, text: str, tokens: Sequence[Token], atom: _Atom) -> bool:
        """Refuse what counts no things: shares, money, measures, clock times and durations."""
        start, end = tokens[atom.first].start, tokens[atom.last - 1].end
        if atom.loose or _NO_COUNT_BEHIND.match(text, end):
            return False
        if _MONEY_BEFORE.search(text[max(0, start - 2) : start]):
            return False
        following = atom.last < len(tokens) and glued(text, tokens[atom.last - 1], tokens[atom.last])
        return not (following and tokens[atom.last].lower in self._durations)

    def _ranges(self, text: str, tokens: Sequence[Token], atoms: Sequence[_Atom]) -> list[_Atom]:
        """Join "entre A et B", "de A à B" and "A à B" to one number with two ends."""
        joined: list[_Atom] = []
        for atom in atoms:
            before = joined[-1] if joined else None
            low = _low_end(before, atom) if before and self._is_range(text, tokens, before, atom) else None
            if before and low is not None:
                joined[-1] = _Atom(before.first, atom.last, low, atom.high, atom.multiplier)
            else:
                joined.append(atom)
        return joined

    def _is_range(self, text: str, tokens: Sequence[Token], left: _Atom, right: _Atom) -> bool:
        between = tokens[left.last : right.first]
        gap = text[tokens[left.last - 1].end : tokens[right.first].start]
        if not between:
            return gap in _DASHES or (gap[:1].isspace() and gap[-1:].isspace() and gap.strip() in _DASHES)
        opener = tokens[left.first - 1].lower if left.first else ""
        linker, hedge = between[0].lower, between[1:]
        if len(hedge) > _HEDGE_WORDS or any(c in gap for c in ",;:()") or any(t.capital for t in hedge):
            return False  # "one to Samoa and two to Fiji"
        return (linker in self._words.range_to) or (
            linker in self._words.range_and and opener in self._words.range_between
        )

    def _hedged(self, text: str, tokens: Sequence[Token], hedges: Sequence[Match], atom: _Atom) -> Quantity:
        """Read the hedges before a number, however many: "up to about 3,000" is a bound."""
        first, bounds = atom.first, set()
        for match in sorted(hedges, key=lambda m: -m.last):
            if match.last == first and self._near(text, tokens, match):
                first = match.first
                bounds.add(match.value)
        span = Span(tokens[first].start, tokens[atom.last - 1].end)
        low, high = round(atom.low), atom.high
        if low == high and ("at_least" in bounds or text[span.end : span.end + 1] == "+"):
            return Quantity(span, low, None, None)
        if low == high and "at_most" in bounds:
            return Quantity(span, None, high, None)
        return Quantity(span, low, high, None)

    @staticmethod
    def _near(text: str, tokens: Sequence[Token], match: Match) -> bool:
        return match.last < len(tokens) and glued(text, tokens[match.last - 1], tokens[match.last])


def _low_end(left: _Atom, right: _Atom) -> int | None:
    """Return the first end of a range in the unit of the second: "3 to 4 thousand", "10 to 12,000".

    None where the two are no range.
    """
    if right.loose:
        return None
    if left.multiplier == 1 and left.low < _HUNDRED:
        for unit in (right.multiplier, 1 if right.low % _THOUSAND else _THOUSAND):
            if unit > 1 and left.low * unit <= right.low:
                return round(left.low * unit)
    return None if left.loose or left.low > right.low else round(left.low)


def _telephone_words(text: str, tokens: Sequence[Token]) -> set[int]:
    if not tokens:
        return set()
    spans = [m.span() for m in _TELEPHONE.finditer(text, max(0, tokens[0].start - 1), tokens[-1].end)]
    return {n for n, t in enumerate(tokens) for start, end in spans if start <= t.start < end}


@cache
def reader(pack: LanguagePack) -> NumberReader:
    """Return the reader of a language; it is made once."""
    return NumberReader(pack)
