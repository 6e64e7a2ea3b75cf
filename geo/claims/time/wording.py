"""How a time is worded: since, until, at the head of a sentence, as the stamp of an entry."""

import re
from functools import lru_cache

from geo.claims.scene import Scene
from geo.records import TimeExpression
from geo.text import tokenize

_DATE_PARTS, _CLOCK_PARTS = re.compile(r"\d+"), 2  # numbers of a date, and at most of a clock time
_CLOCK = frozenset({"h", "am", "pm", "min", "gmt", "utc"})
_OPENING = 2  # words before a time that opens a sentence


def is_since(scene: Scene, time: TimeExpression) -> bool:
    """Tell whether a time began already: "since dawn"."""
    return begins_with(scene, time, "since")


def begins_with(scene: Scene, time: TimeExpression, relation: str) -> bool:
    """Tell whether a time begins with a word of one relation of the pack, as "until"."""
    words = scene.words(scene.first_word(time.span), scene.after_word(time.span))
    phrases = scene.pack.dates.vocabulary["relations"].get(relation, ())
    return any(f"{_spaced(words)} ".startswith(f"{_spaced(phrase)} ") for phrase in phrases)


@lru_cache(maxsize=4096)
def _spaced(phrase: str) -> str:
    """Return the words of a phrase in small letters, whichever apostrophes and spaces part them."""
    return " ".join(token.lower for token in tokenize(phrase))


def is_stamp(scene: Scene, time: TimeExpression) -> bool:
    """Tell whether a time is the stamp of an entry of a live report: "11:45 Still no word of it"."""
    words = time.span.of(scene.text)
    named = any(word.isalpha() and word.casefold() not in _CLOCK for word in words.split())
    dated = len(_DATE_PARTS.findall(words)) > _CLOCK_PARTS and ":" not in words  # "12/03/2024", "2024-03-12"
    return scene.first_word(time.span) == 0 and words[:1].isdigit() and not (named or dated)


def opens_sentence(scene: Scene, time: TimeExpression) -> bool:
    """Tell whether a time opens the sentence, and so may date all that it tells."""
    known = time.start is not None or time.end is not None
    return scene.first_word(time.span) <= _OPENING and known
