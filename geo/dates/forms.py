"""The forms of a language pack as patterns.

A form is written as the words stand, with marks:

- ``{month}`` is a field: words of the pack's table, or digits. A second of its kind is ``{month2}``.
- ``[ of]`` may be missing, ``<in|during>`` is one of several, ``[!of|from]`` may not follow as a word.
- A space is any one to three spaces, an apostrophe and a hyphen are any of theirs; ``*`` is any word.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from geo.errors import LanguagePackError
from geo.languages import DatePattern, LanguagePack
from geo.text import told_once

SPACE = r"[\s\u00a0\u202f]{1,3}"
Vocabulary = Mapping[str, Mapping[str, tuple[str, ...]]]

_DIGITS = {
    "day": r"(?P<day{0}>[0-9]{{1,2}})(?:er|st|nd|rd|th)?(?![0-9])",
    "day_ordinal": r"(?P<day{0}>[0-9]{{1,2}})(?:er|st|nd|rd|th)",
    "month_number": r"(?P<month_number{0}>[0-9]{{1,2}})",
    "year": r"(?P<year{0}>(?:1[789]|20)[0-9]{{2}})",
    # "93" and "'93" behind a month, where no word follows that it could count
    "short_year": r"(?P<short_year{0}>['\u2019][0-9]{{2}}|[3-9][0-9](?=\s?(?:[,.;:)»!?]|$)))",
    # a year that nothing follows that it could count, and no round number
    "bare_year": r"(?P<year{0}>(?:1[789]|20)(?:[0-9][1-9]|[1-46-9]0))(?=\s?(?:[,.;:)»!?]|$))",
    "decade": r"(?P<year{0}>(?:1[789]|20)[0-9]0)",
    "short_decade": r"(?P<short_year{0}>[3-9]0)",
    "iso": r"(?P<iso{0}>(?:1[789]|20)[0-9]{{2}}-[0-9]{{2}}-[0-9]{{2}})",
    "hour": r"(?P<hour{0}>[01]?[0-9]|2[0-4])",
    "minute": r"(?P<minute{0}>[0-5][0-9])",
}
# Field to the table of the pack that holds its words.
TABLES = {
    "month": "months",
    "full_month": "months",
    "weekday": "weekdays",
    "season": "seasons",
    "part": "parts",
    "feast": "feasts",
    "unit": "units",
    "count": "numbers",
}
# What may not follow a day that stands alone: "le 10 Downing", "on the 1st Brigade", "le 8,5"; and behind
# the only French ordinal among days no word at all: "le 1er bataillon".
_NOT_BEHIND_DAY = r"(?!\s(?-i:[^\W\d_a-zà-öø-ÿ])|[.,:/][0-9])(?!(?<=er)\s\w)"
_BARE_DAYS = ("{day}", "{day2}", "{day_ordinal}", "{day_ordinal2}")
_NOT_INSIDE = r"(?<!\w)"
_NOT_INSIDE_NUMBER = r"(?<!\w)(?<![0-9][.,:])"  # "1,5 h" is no hour of the day
_LITERALS = {
    " ": SPACE,
    "'": "['\u2019\u02bc]",
    "-": r"[-\u2010\u2011\u2013 ]",
    "[": "(?:",
    "]": ")?",
    "<": "(?:",
    ">": ")",
    "|": "|",
    "*": r"\w+(?:[-'\u2019]\w+){0,3}",  # any word: "depuis le cessez-le-feu du"
}
_PIECES = re.compile(r"(\{\w+\}|\[![^\]]*\])")
_WORDS = re.compile(r"\w+")
_FIELDS = re.compile(r"([^\W\d_]*)\{(\w+?)2?\}")  # with the letters that one hangs on
# What stands for digits among the words of a sentence: any, a short number, "3rd", those of a year in full
# and in short, those before an "h" or colon.
_DIGIT = re.compile("[0-9]")
_SHAPES = {
    "0": _DIGIT,
    "00": re.compile("(?<![0-9])[0-9]{1,2}(?![0-9])"),
    "0th": re.compile("[0-9](?:er|st|nd|rd|th)"),
    "0000": re.compile("(?:1[789]|20)[0-9]{2}"),
    "'00": re.compile("['\u2019][0-9]{2}|(?<![0-9])[3-9][0-9](?![0-9])"),
    "0h": re.compile("[0-9]h"),
    "0:": re.compile("[0-9]:"),
}
# "<today|tonight>" between spaces that have to be there: "<am|pm>" may hang on its hour.
_CHOICE = re.compile(r"(?:^|(?<=[\w}>] ))<([^\W\d_](?:[^\W\d_]|[ .|'-])*)>(?= [\w{<]|$)")
_SHAPE_OF = {
    **dict.fromkeys(("year", "bare_year", "decade", "iso"), "0000"),
    **dict.fromkeys(("day", "month_number", "short_decade"), "00"),
    "short_year": "'00",
    "day_ordinal": "0th",
}


@dataclass(frozen=True)  # without slots: its pattern is kept on it
class Form:
    """One way of writing a date.

    Attributes
    ----------
    needs
        Sets of words; a sentence that lacks all of one of them cannot hold the form.
    """

    rule: str
    written: str
    needs: tuple[frozenset[str], ...]

    @told_once
    def pattern(self) -> re.Pattern[str]:
        """Return what finds it, made when it is first asked for: most texts meet few of some hundred."""
        return re.compile(self.written, re.IGNORECASE)


def compiled(pack: LanguagePack, rules: Iterable[str]) -> list[Form]:
    """Return the forms of a pack, each with its rule, in the order of the pack.

    Raises
    ------
    LanguagePackError
        A pattern names none of `rules`, or a form has an unknown field or an open bracket.
    """
    known = frozenset(rules)
    vocabulary = pack.dates.vocabulary
    return [
        Form(pattern.rule, _regex(form, vocabulary), _needs(form, vocabulary))
        for pattern in pack.dates.patterns
        for form in _checked(pattern, pack, known)
    ]


class Forms:
    """The forms of a pack, asked for those that a sentence may hold.

    Each distinct need is a bit; a word has the bits of the needs that it meets, a form those that it has.
    """

    def __init__(self, listed: Sequence[Form]) -> None:
        needs = dict.fromkeys(need for form in listed for need in form.needs)
        bits = {need: 1 << number for number, need in enumerate(needs)}
        self._forms = [(form, sum(bits[need] for need in form.needs)) for form in listed]
        # by the bit of one need of each, the one that the fewest words meet: most needs are not met
        self._by_need: dict[int, list[int]] = {}
        for number, form in enumerate(listed):
            rarest = min(form.needs, key=len, default=None)
            self._by_need.setdefault(bits[rarest] if rarest else 0, []).append(number)
        self._met: dict[str, int] = {}
        for need, bit in bits.items():
            for word in need:
                self._met[word] = self._met.get(word, 0) | bit
        # most sentences meet the same few needs, or none
        self._with = lru_cache(maxsize=4096)(self._that_need_only)

    def possible(self, sentence: str, words: Iterable[str] | None = None) -> Sequence[Form]:
        """Return the forms that a sentence may hold, in their order; `words` are its own in lower case."""
        plain = sentence.casefold()
        met = 0
        for word in self._met.keys() & (_WORDS.findall(plain) if words is None else words):
            met |= self._met[word]
        if digit := _DIGIT.search(plain):
            near = max(0, digit.start() - 1)  # an apostrophe may stand before
            for name, shape in _SHAPES.items():
                if shape.search(plain, near):
                    met |= self._met.get(name, 0)
        return self._with(met)

    def _that_need_only(self, met: int) -> Sequence[Form]:
        near, left = list(self._by_need.get(0, ())), met
        while left:
            bit = left & -left
            near += self._by_need.get(bit, ())
            left ^= bit
        near.sort()
        return [form for form, needed in map(self._forms.__getitem__, near) if needed & met == needed]


def alternatives(words: Sequence[str]) -> str:
    """Return the words as a pattern, longest first; one with a capital in the pack asks for it."""
    ordered = sorted(words, key=lambda w: (-len(w), w))
    escaped = ["".join(_LITERALS.get(c, re.escape(c)) for c in word) for word in ordered]
    return "|".join(
        f"(?-i:{pattern})" if word[:1].isupper() else pattern
        for word, pattern in zip(ordered, escaped, strict=True)
    )


def _checked(pattern: DatePattern, pack: LanguagePack, rules: frozenset[str]) -> tuple[str, ...]:
    where = f"language pack {pack.code}.toml: date pattern {pattern.rule!r}"
    if pattern.rule not in rules:
        raise LanguagePackError(f"{where}: there is no such rule")
    for form in pattern.forms:
        fields = re.findall(r"\{(\w+)\}", form)
        unknown = [f for f in fields if f.rstrip("2") not in {*_DIGITS, *TABLES}]
        pairs = form.count("[") == form.count("]") and form.count("<") == form.count(">")
        second = re.search(r"<[^<>]*\w2\}[^<>]*>", form)  # it would stand there without the first
        if unknown or len(set(fields)) < len(fields) or not pairs or second:
            raise LanguagePackError(f"{where}: {form!r} has a wrong field or bracket")
    return pattern.forms


def _regex(form: str, vocabulary: Vocabulary) -> str:
    pieces = _PIECES.split(form)
    body = "".join(_piece(piece, vocabulary) for piece in pieces)
    last = [piece for piece in pieces if piece and not piece.startswith("[!")][-1]
    ending = _NOT_BEHIND_DAY if last in _BARE_DAYS else ""
    start = _NOT_INSIDE_NUMBER if form.startswith("{hour") else _NOT_INSIDE
    return rf"{start}{body}(?!\w){ending}"


def _piece(piece: str, vocabulary: Vocabulary) -> str:
    if piece.startswith("[!"):
        return rf"(?!\s{{1,3}}(?:{alternatives(piece[2:-1].split('|'))})(?!\w))"
    if not piece.startswith("{"):
        return "".join(_LITERALS.get(c, re.escape(c)) for c in piece)
    name, number = (piece[1:-2], "2") if piece.endswith("2}") else (piece[1:-1], "")
    if name in _DIGITS:
        return _DIGITS[name].format(number)
    words = _field_words(name, vocabulary)
    if name == "count":
        return rf"(?<!\w-)(?P<count{number}>[0-9]{{1,2}}|{alternatives(words)})"
    # "in Jan. 2024", but no stop belongs to a whole word
    return rf"(?P<{name.removeprefix('full_')}{number}>{alternatives(words)})\.?"


def _field_words(name: str, vocabulary: Vocabulary) -> list[str]:
    groups = vocabulary[TABLES[name]].values()
    if name == "full_month":  # a month that stands alone is written out: "Jan" may be a man
        return [w for group in groups for w in group if not _shortens(w, group[0])]
    return [w for group in groups for w in group]


def _shortens(word: str, whole: str) -> bool:
    return word != whole and whole.startswith(word.rstrip("."))


def _needs(form: str, vocabulary: Vocabulary) -> tuple[frozenset[str], ...]:
    plain = re.sub(r"\[![^\]]*\]", " . ", form)
    while "[" in plain:
        plain, found = re.subn(r"\[[^\[\]]*\]", " . ", plain)
        if not found:
            break
    choices = _CHOICE.findall(plain)
    plain = re.sub(r"<[^>]*>", " . ", plain)
    needs = [_need(before, field, vocabulary) for before, field in _FIELDS.findall(plain)]
    needs += [frozenset({f"0{mark}"}) for mark in re.findall(r"\{hour2?\}([h:])", plain)]
    literals = re.findall(r"(?<![\w#])[^\W\d_]+(?![\w#])", re.sub(r"\{\w+\}", "#", plain))
    needs += [frozenset({word.casefold()}) for word in literals]
    needs += [frozenset(map(_longest_word, choice.split("|"))) for choice in choices]
    return tuple(dict.fromkeys(needs))


def _need(before: str, field: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words of which a field needs one, with what of them stands before it: "Jahres{part}"."""
    if field in _DIGITS:
        return frozenset({_SHAPE_OF.get(field, "0")})
    longest = map(_longest_word, _field_words(field, vocabulary))  # "la Saint-Sylvestre" is rare, "la" is not
    words = (before.casefold() + word for word in longest)
    return frozenset({*words, *("0" for _ in range(field == "count"))})


def _longest_word(words: str) -> str:
    found: list[str] = _WORDS.findall(words.casefold())
    return max(found, key=len)
