"""Expressions of number, in digits or words, to quantities with bounds.

Reads "1.500", "12 000", "1,6 million à près de 6 millions", "mille cinq cents", "une quarantaine",
"up to 30,000". Only the number is read here; what is counted is for the claims to say.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from geo.languages import LanguagePack, NumberWords
from geo.records import Quantity, Span
from geo.text import Match, Token, glued

_SPACES = " \u00a0\u202f\u2009"
MAX_VALUE = 10**9
# A number right behind one of these is a name ("Il-76", "KN-23"), a clock time or a fraction.
_PART_OF_NAME = re.compile(r"[^\W\d_][-\u2010\u2011/]$|[:/]$|[\d][.,]$")
_SHARE_OR_MONEY = re.compile(r"[\s\u00a0\u202f]?(?:%|€|\$|£|°|h\b|km\b|:\d)")
_HUNDRED = 100
_THOUSAND = 1000
_FOUR, _TWENTY = 4, 20
_HEDGE_WORDS = 2  # words between the linker and the second end: "à près de 6 millions"


@dataclass(frozen=True, slots=True)
class _Atom:
    """One number: tokens ``[first, last)``, its bounds and whether a multiplier word closed it."""

    first: int
    last: int
    low: int
    high: int | None
    multiplier: int = 1


def _digits_pattern(words: NumberWords) -> re.Pattern[str]:
    thousands = "".join(words.thousands).replace(" ", _SPACES)
    return re.compile(
        rf"(?P<whole>[0-9]{{1,3}}(?:[{re.escape(thousands)}][0-9]{{3}}){{1,2}}(?![0-9])|[0-9]{{1,9}})"
        rf"(?:{re.escape(words.decimal)}(?P<decimals>[0-9]{{1,2}})(?![0-9]))?(?![\w])"
    )


class NumberReader:
    """Reads the numbers of sentences in one language."""

    def __init__(self, pack: LanguagePack) -> None:
        self._words = pack.numbers
        self._digits = _digits_pattern(pack.numbers)

    def read(self, text: str, tokens: Sequence[Token], matches: Sequence[Match]) -> tuple[Quantity, ...]:
        """Return the numbers of a sentence, in order.

        Parameters
        ----------
        text
            The whole text of the document.
        tokens, matches
            The sentence's words, and what the pack's lexicon found in them (hedges, indefinites).

        Returns
        -------
        tuple of Quantity
            Without a unit; each span includes the hedge.
        """
        atoms = self._atoms(text, tokens, matches)
        return tuple(self._hedged(text, tokens, matches, atom) for atom in self._ranges(text, tokens, atoms))

    def _atoms(self, text: str, tokens: Sequence[Token], matches: Sequence[Match]) -> list[_Atom]:
        indefinite = {m.first: m for m in matches if m.group == "indefinite"}
        atoms: list[_Atom] = []
        at = 0
        while at < len(tokens):
            if at in indefinite:
                match = indefinite[at]
                atom: _Atom | None = _Atom(at, match.last, int(match.value), None)
            else:
                atom = self._from_digits(text, tokens, at) or self._from_words(text, tokens, at)
            if atom:
                atoms.append(atom)
            at = atom.last if atom else at + 1
        return atoms

    def _from_digits(self, text: str, tokens: Sequence[Token], at: int) -> _Atom | None:
        start = tokens[at].start
        found = self._digits.match(text, start)
        if not found or _PART_OF_NAME.search(text[max(0, start - 2) : start]):
            return None
        if _SHARE_OR_MONEY.match(text, found.end()) or text[start - 1 : start] in ("$", "€", "£"):
            return None
        last = at
        while last < len(tokens) and tokens[last].start < found.end():
            last += 1
        whole = int("".join(c for c in found["whole"] if "0" <= c <= "9"))
        decimals = found["decimals"] or ""
        multiplier = 1
        if last < len(tokens) and glued(text, tokens[last - 1], tokens[last]):
            multiplier = self._words.multipliers.get(tokens[last].lower, 1)
        if decimals and multiplier == 1:
            return None
        value = round((whole + (int(decimals) / 10 ** len(decimals) if decimals else 0)) * multiplier)
        last += multiplier > 1
        return _Atom(at, last, value, value, multiplier) if value <= MAX_VALUE else None

    def _from_words(self, text: str, tokens: Sequence[Token], at: int) -> _Atom | None:
        words = self._words
        total = current = 0
        last, multiplier = at, 1
        while last < len(tokens) and (last == at or glued(text, tokens[last - 1], tokens[last])):
            lower = tokens[last].lower
            if lower in words.conjunctions and last > at and self._is_number(tokens, last + 1):
                last += 1
                continue
            if (
                lower in words.collectives
                and current <= _HUNDRED
                and (last > at or lower in words.multipliers)
            ):
                break
            step = self._step(lower, current)
            if step is None:
                break
            current, multiplier = step
            if multiplier >= _THOUSAND:
                total, current = total + current, 0
            last += 1
        return self._collected(tokens, at, last, total + current)

    def _is_number(self, tokens: Sequence[Token], at: int) -> bool:
        known = {**self._words.words, **self._words.multipliers, **self._words.units}
        return at < len(tokens) and tokens[at].lower in known

    def _step(self, lower: str, current: int) -> tuple[int, int] | None:
        """Return the running number after one more word, and the multiplier that it was."""
        words = self._words
        if lower in words.multipliers:
            multiplier = words.multipliers[lower]
            return max(current, 1) * multiplier, multiplier
        value = words.words.get(lower, words.units.get(lower))
        if value is None or (
            value >= current % _HUNDRED > 0 and (value, current % _HUNDRED) != (_TWENTY, _FOUR)
        ):
            return None
        if value == _TWENTY and current % _HUNDRED == _FOUR:  # quatre-vingt
            return current - _FOUR + _FOUR * _TWENTY, 1
        return current + value, 1

    def _collected(self, tokens: Sequence[Token], at: int, last: int, value: int) -> _Atom | None:
        words = self._words
        following = tokens[last].lower if last < len(tokens) else ""
        size = words.collectives.get(following)
        if size is not None and (last > at or following not in words.multipliers):
            return _Atom(at, last + 1, max(value, 1) * size, max(value, 1) * size)
        return _Atom(at, last, value, value) if last > at and value <= MAX_VALUE else None

    def _ranges(self, text: str, tokens: Sequence[Token], atoms: Sequence[_Atom]) -> list[_Atom]:
        """Join "entre A et B", "de A à B" and "A à B" to one number with two ends."""
        joined: list[_Atom] = []
        for atom in atoms:
            before = joined[-1] if joined else None
            if before and self._is_range(text, tokens, before, atom):
                low = before.low * (
                    atom.multiplier if before.multiplier == 1 and before.low < _HUNDRED else 1
                )
                if low <= atom.low:
                    joined[-1] = _Atom(before.first, atom.last, low, atom.high, atom.multiplier)
                    continue
            joined.append(atom)
        return joined

    def _is_range(self, text: str, tokens: Sequence[Token], left: _Atom, right: _Atom) -> bool:
        between = tokens[left.last : right.first]
        gap = text[tokens[left.last - 1].end : tokens[right.first].start]
        if not between:
            return gap in ("-", "\u2013", "\u2010", "\u2011")
        opener = tokens[left.first - 1].lower if left.first else ""
        linker, hedge = between[0].lower, between[1:]
        if len(hedge) > _HEDGE_WORDS or any(c in gap for c in ",;:()"):
            return False
        return (linker in self._words.range_to) or (
            linker in self._words.range_and and opener in self._words.range_between
        )

    def _hedged(self, text: str, tokens: Sequence[Token], matches: Sequence[Match], atom: _Atom) -> Quantity:
        first = atom.first
        low, high = atom.low, atom.high
        for match in matches:
            if match.group == "hedge" and match.last == atom.first and self._near(text, tokens, match):
                first = match.first
                low_bound, high_bound = match.value == "at_least", match.value == "at_most"
                if low == high:
                    high = None if low_bound else high
                    return self._quantity(
                        tokens, replace(atom, first=first), None if high_bound else low, high
                    )
        return self._quantity(tokens, replace(atom, first=first), low, high)

    @staticmethod
    def _near(text: str, tokens: Sequence[Token], match: Match) -> bool:
        return match.last < len(tokens) and glued(text, tokens[match.last - 1], tokens[match.last])

    @staticmethod
    def _quantity(tokens: Sequence[Token], atom: _Atom, low: int | None, high: int | None) -> Quantity:
        return Quantity(Span(tokens[atom.first].start, tokens[atom.last - 1].end), low, high, None)


@cache
def reader(pack: LanguagePack) -> NumberReader:
    """Return the reader of a language; it is made once."""
    return NumberReader(pack)
