"""How a name is written: under which keys it is found, and which words of a text may be it.

These rules hold for every index, in memory and compiled, so they stand here alone.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from geo.records import GazetteerEntry, PlaceKind
from geo.text import Token, fold, glued

# What the names under one key tell of how it is written, as bits.
ACRONYM, SMALL, LOWER, CURATED = 1, 2, 4, 8
# A name shorter than this is looked for in capitals only, as it is written ("UK").
_SHORT = 3
# A word in capitals up to this length is an acronym ("NIS" is not Niš), unless its neighbours shout too.
_ACRONYM = 5
_AROUND = 20
_HEADING = 4  # letters of a name that is a heading by itself: "BOUAR"
_AFTER_DATELINE = re.compile(r"\s?[,(\u2013\u2014-]")
# The Arabic article, which a sentence writes small: "à al-Bab", "near el-Fasher".
_ARTICLES = frozenset({"al", "el"})
_KIND_RANK = {kind: rank for rank, kind in enumerate(PlaceKind)}


# While an index is made each name is asked for twice in a row; a larger memory would not help.
key_of = lru_cache(maxsize=4096)(fold)


def keys(entry: GazetteerEntry) -> dict[str, int]:
    """Return the keys of an entry's names, sorted, with what each tells, as bits."""
    found: dict[str, int] = {}
    own = {n.toponym for n in entry.names} | {entry.place.name}
    for name in own | {n.toponym for n in entry.further}:
        key = key_of(name)
        if key:
            trust = CURATED if entry.curated and name in own else 0
            found[key] = found.get(key, 0) | _bits(name, key) | trust
    return dict(sorted(found.items()))


def _bits(name: str, key: str) -> int:
    acronym = name.isupper() and name.isascii() and sum(c.isalpha() for c in name) <= _ACRONYM
    first, _, rest = key.partition(" ")
    lower = name[:1].islower() or (bool(rest) and first in _ARTICLES)
    return (ACRONYM if acronym else SMALL) | (LOWER if lower else 0)


def together(bits: Iterable[int]) -> int:
    """Return what all bearers of a key tell of it; where people keep one of them, the others do not count."""
    every = tuple(bits)
    curated = [b for b in every if b & CURATED]
    told = 0
    for one in curated or every:
        told |= one
    return told


def importance(entry: GazetteerEntry) -> tuple[int, int, str]:
    """Return what entries are ordered by: the larger first, then by kind and id."""
    return -(entry.population or 0), _KIND_RANK[entry.place.kind], entry.place.id


def may_begin_a_name(letter: str) -> bool:
    """Tell whether a letter is a capital, or of a script that has none."""
    return letter.isupper() or (letter.isalpha() and not letter.islower())


def is_written_so(text: str, words: Sequence[Token], bits: int) -> bool:
    """Tell whether words whose key is known are written as a name of that key is.

    Parameters
    ----------
    text, words
        The text and the words of it that have the key.
    bits
        What `together` tells of the key.
    """
    if len(words) > 1 and not all(glued(text, a, b) for a, b in pairwise(words)):
        return False
    written = "".join([text[w.start : w.end] for w in words])
    if bits & ACRONYM and not bits & SMALL:
        return written.isupper()
    if not any(may_begin_a_name(text[w.start]) for w in words):
        return False
    if written.isascii() and written.isupper() and len(written) <= _ACRONYM:
        return _is_shouting(text, words)
    return len(written) >= _SHORT or not written.isascii()


def _is_shouting(text: str, words: Sequence[Token]) -> bool:
    """Tell whether the letters around words are capitals too, as in a headline or a dateline."""
    line = text[text.rfind("\n", 0, words[0].start) + 1 : words[0].start]
    alone = text[words[-1].end :][:1] in ("", "\n") and len(words[0].key) >= _HEADING
    if not line.strip() and (alone or _AFTER_DATELINE.match(text, words[-1].end)):  # "SEOUL, Oct 18 —"
        return True
    around = text[max(0, words[0].start - _AROUND) : words[0].start], text[words[-1].end :][:_AROUND]
    nearest = [re.findall(r"[^\W\d_]{2,}", side) for side in around]
    return any(side and side[where].isupper() for side, where in zip(nearest, (-1, 0), strict=True))
