"""Made-up reports in any number, for measuring: the same number gives the same reports.

Most sentences of a newspaper tell of no deployment, and most reports hold none at all: `RELEVANT` of them do
here, in one sentence of `EVERY`. Sentences are put together of openings, cores and tails, people and villages
have names out of syllables, and numbers and days vary, so that no cache sees the same twice. The words are
in ``fr.toml`` and ``en.toml``, our own.
"""

import random
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

RELEVANT = 0.25  # share of reports that tell of a deployment
EVERY = 8  # in such a report, one sentence of so many tells of it
LANGUAGES = ("fr", "en")
_SENTENCES = 33  # of a report: some 600 words, as an agency's
_FIRST = date(2023, 1, 2)
_HEADS = (
    "Mar",
    "Tan",
    "Bel",
    "Dor",
    "Gri",
    "Lau",
    "Ver",
    "Kos",
    "Fre",
    "Pel",
    "Sam",
    "Rou",
    "Cha",
    "Hol",
    "Zan",
)
_MIDDLES = ("", "ta", "li", "vo", "ne", "ri", "sa", "mo", "de", "gui")
_ENDS = (
    "rin",
    "chal",
    "quet",
    "lov",
    "mann",
    "sard",
    "teau",
    "ski",
    "dier",
    "nant",
    "bert",
    "gar",
    "lin",
    "dec",
)

Words = Mapping[str, Sequence[str] | str]


@dataclass(frozen=True, slots=True)
class Made:
    """A made-up report."""

    id: str
    language: str
    published: date
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Shape:
    """What reports are like.

    Attributes
    ----------
    sentences
        Of a report.
    relevant
        Share of reports that tell of a deployment.
    every
        In such a report, one sentence of so many tells of it.
    languages
        By turns.
    """

    sentences: int = _SENTENCES
    relevant: float = RELEVANT
    every: int = EVERY
    languages: tuple[str, ...] = LANGUAGES


SHAPES = {
    "news": Shape(),
    "brief": Shape(sentences=8),
    "long": Shape(sentences=120),
    "dense": Shape(relevant=1.0, every=3),  # what an analyst gathers: each report is on the matter
}


def reports(count: int, sentences: int = _SENTENCES, relevant: float = RELEVANT) -> Iterator[Made]:
    """Yield so many reports, every other one in English; the first ones are the same for any `count`."""
    return shaped(range(count), Shape(sentences, relevant))


def shaped(numbers: Sequence[int], shape: Shape) -> Iterator[Made]:
    """Yield the reports of such numbers; each number is another report."""
    for number in numbers:
        chance = random.Random(number)  # noqa: S311 - makes texts, keeps no secrets
        language = shape.languages[number % len(shape.languages)]
        day = _FIRST + timedelta(days=number % 900)
        told = chance.random() < shape.relevant
        telling = [told and place % shape.every == 1 for place in range(shape.sentences)]
        body = [_Writer(chance, _words(language)).sentence(tells=tells) for tells in telling]
        paragraphs = [" ".join(body[start : start + 4]) for start in range(0, len(body), 4)]
        yield Made(f"r{number:07}", language, day, body[0][:70], "\n\n".join(paragraphs) + "\n")


def rounds(count: int, size: int, shape: Shape) -> list[list[Made]]:
    """Return so many rounds of reports and one before them to warm up; no report comes twice."""
    starts = range(0, (count + 1) * size, size)
    return [list(shaped(range(start, start + size), shape)) for start in starts]


@cache
def _words(language: str) -> Words:
    return tomllib.loads((Path(__file__).parent / f"{language}.toml").read_text(encoding="utf-8"))


class _Writer:
    """Writes one sentence."""

    def __init__(self, chance: random.Random, words: Words) -> None:
        self._chance, self._words = chance, words

    def sentence(self, *, tells: bool) -> str:
        """Return a sentence that tells of a deployment, or one that does not."""
        shapes = _TELLING if tells else _SHAPES
        shape: Callable[[_Writer, str], str] = self._chance.choice(shapes)
        written = shape(self, self._filled("told" if tells else "cores"))
        start = 1 if written[0] == '"' else 2 if written[0] == "«" else 0
        return f"{written[:start]}{written[start].upper()}{written[start + 1 :]}."

    def plain(self, core: str) -> str:
        return core

    def opened(self, core: str) -> str:
        return f"{self._filled('openings')}, {core}"

    def trailing(self, core: str) -> str:
        return f"{core}, {self._filled('tails')}"

    def joined(self, core: str) -> str:
        return f"{core}, {self._one('joints')} {self._filled('cores')}"

    def quoted(self, core: str) -> str:
        return self._fill(str(self._words[self._chance.choice(("quoted", "broken"))]), core)

    def _one(self, kind: str) -> str:
        return self._chance.choice(self._words[kind])

    def _filled(self, kind: str) -> str:
        return self._fill(self._one(kind))

    def _fill(self, form: str, core: str = "") -> str:
        return form.format_map(_Slots(self, core)) if "{" in form else form

    def slot(self, name: str) -> str:
        """Return what stands in a slot."""
        chance = self._chance
        if name in ("n", "few"):
            return str(chance.randrange(2, 900) * 10 if name == "n" else chance.randrange(3, 9))
        if name in ("day", "day2"):
            return f"{chance.randrange(1, 29)} {self._one('months')}"
        if name in ("person", "person2"):
            return f"{self._one('first')} {self._name()}"
        if name == "village":
            return self._one(name).format(name=self._name())
        if name == "tail":
            return self._filled("tails")
        return self._one({"place": "places", "place2": "places", "side": "sides"}.get(name, name))

    def _name(self) -> str:
        return "".join(map(self._chance.choice, (_HEADS, _MIDDLES, _ENDS)))


class _Slots(dict[str, str]):
    """Fills each slot of a form as it is met."""

    def __init__(self, writer: _Writer, core: str) -> None:
        super().__init__(core=core)
        self._writer = writer

    def __missing__(self, name: str) -> str:
        return self._writer.slot(name)


_TELLING = (_Writer.plain, _Writer.plain, _Writer.opened)
# Plain sentences are half of all.
_SHAPES = (
    *[_Writer.plain] * 4,
    _Writer.opened,
    _Writer.trailing,
    _Writer.joined,
    _Writer.quoted,
)


def front_matter(made: Made) -> str:
    """Return a report as a file holds it."""
    return (
        f"---\ntitle: {made.title}\npublisher: Made-up Wire\npublished: {made.published}\n"
        f"language: {made.language}\n---\n{made.text}"
    )
