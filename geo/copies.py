"""Which reports repeat another's text: the same words, or a syndicated copy with some changed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np
from rensa import RMinHash

from geo.records import Copy
from geo.text import tokenize

_SHINGLE: Final = 3  # words in a row that are compared
_FEWEST: Final = 20  # words of a text; a shorter one is like another by chance
_PERMUTATIONS: Final = 128  # the likeness is told to some 0.04
_SEED: Final = 1
# Two texts are compared if they agree in one band: of those that are 0.7 alike, all but 2 of 10,000.
_BANDS: Final = 32
_ALIKE: Final = 0.7


def signature(text: str) -> bytes | None:
    """Return what tells how like a text is to others; None for a text too short to tell.

    MinHash over runs of three words (Broder, "On the resemblance and containment of documents", 1997):
    128 numbers of four bytes, little end first.
    """
    words = [token.lower for token in tokenize(text)]
    if len(words) < _FEWEST:
        return None
    sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    sketch.update([" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)])
    return np.array(sketch.digest(), dtype="<u4").tobytes()


def find(rows: Iterable[tuple[str, str | None, bytes | None]]) -> tuple[Copy, ...]:
    """Return which documents repeat an earlier one.

    Parameters
    ----------
    rows
        Of each document its id, the hash of its text and its `signature`, in the order of the run.

    Returns
    -------
    tuple of Copy
        In the same order; a copy of a copy is one of the first.
    """
    ids: list[str] = []
    drafts: list[int] = []  # rows that have a signature
    kept: list[bytes] = []
    first: dict[str, int] = {}
    likeness: dict[int, tuple[int, float]] = {}
    for at, (of, sha256, sketch) in enumerate(rows):
        ids.append(of)
        if sha256 is not None and first.setdefault(sha256, at) != at:
            likeness[at] = first[sha256], 1.0
        elif sketch is not None:
            drafts.append(at)
            kept.append(sketch)
    for earlier, later, alike in _near(kept):
        likeness.setdefault(drafts[later], (drafts[earlier], alike))
    return tuple(_copies(ids, likeness))


def _copies(ids: Sequence[str], likeness: dict[int, tuple[int, float]]) -> Iterator[Copy]:
    for at in sorted(likeness):
        of, alike = likeness[at]
        if of in likeness:  # earlier ones come first, so this is the first of all
            of, before = likeness[of]
            alike = min(alike, before)
            likeness[at] = of, alike
        yield Copy(ids[at], ids[of], alike)


def _near(sketches: Sequence[bytes]) -> Iterator[tuple[int, int, float]]:
    """Yield pairs of alike texts with their likeness, each later one with its earliest first."""
    if not sketches:
        return
    table = np.frombuffer(b"".join(sketches), dtype="<u4").reshape(len(sketches), _PERMUTATIONS)
    pairs: defaultdict[int, set[int]] = defaultdict(set)
    for band in np.split(table, _BANDS, axis=1):
        keys = np.ascontiguousarray(band).view(f"V{band.shape[1] * 4}").ravel()
        _, starts, groups = np.unique(keys, return_index=True, return_inverse=True)
        earliest = starts[groups]  # return_index gives the first of each group
        for later in np.flatnonzero(earliest != np.arange(len(table))).tolist():
            pairs[later].add(int(earliest[later]))
    for at in sorted(pairs):
        for earlier in sorted(pairs[at]):
            alike = float(np.mean(table[earlier] == table[at]))
            if alike >= _ALIKE:
                yield earlier, at, round(alike, 2)
