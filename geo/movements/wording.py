"""What the sentences of a claim tell beside its slots, so that one misread slot does not part two claims."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from geo.records import Reading, Span
from geo.text import tokenize

BEGINNING = 5  # letters by which words are compared
# A number of two digits or more, its thousands parted or not; none of a name, a clock, a range or a rate.
_NUMBER = re.compile(
    r"(?<![\w.,/:\u2010-\u2013-])([0-9]{1,3}(?:[.,\u00a0\u202f ][0-9]{3}){1,3}|[0-9]{2,9})"
    r"(?![\w/:\u00b0%]|[.,:\u2010-\u2013-][0-9])"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Wording:
    """What the sentences of a claim tell beside its slots.

    Attributes
    ----------
    words
        Beginnings of the words that its report uses of it alone, place names left out.
    numbers
        Numbers in digits that are no part of a date and that no claim of its report takes for its own.
    """

    words: frozenset[str]
    numbers: frozenset[int]


def wordings(reading: Reading) -> Mapping[str, Wording]:
    """Return by the id of each claim of a report what its sentences tell beside its slots.

    Words of five letters and more are compared by their first five: "artillery" and "artillerie" are one, so
    that reports of two languages share some as well.
    """
    quotes = {e.span: e.quote for claim in reading.claims for e in claim.evidence}
    places = {word for mention in reading.mentions for word in _beginnings(mention.text)}
    words = {span: _beginnings(quote) - places for span, quote in quotes.items()}
    times = {at for time in reading.times for at in range(time.span.start, time.span.end)}
    numbers = {span: set(_numbers(quote, span, times)) for span, quote in quotes.items()}
    used = Counter(word for found in words.values() for word in found)
    taken = {n for c in reading.claims if c.quantity for n in (c.quantity.low, c.quantity.high)}
    told: dict[str, Wording] = {}
    for claim in reading.claims:
        spans = {e.span for e in claim.evidence}
        here = Counter(word for span in spans for word in words[span])
        own = frozenset(word for word, count in here.items() if count == used[word])
        told[claim.id] = Wording(own, frozenset(n for span in spans for n in numbers[span]) - taken)
    return told


def _beginnings(text: str) -> set[str]:
    return {t.key[:BEGINNING] for t in tokenize(text) if len(t.key) >= BEGINNING and t.key.isalpha()}


def _numbers(quote: str, span: Span, times: set[int]) -> Iterator[int]:
    """Yield the numbers of a sentence that begins at `span` of its text; `times` are where dates stand."""
    for found in _NUMBER.finditer(quote):
        if span.start + found.start() not in times and not _YEAR.fullmatch(found[1]):
            yield int(re.sub("[^0-9]", "", found[1]))
