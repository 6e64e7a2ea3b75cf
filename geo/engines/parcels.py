"""Work that travels as bytes: it is unpacked where it is done, and nowhere between.

Apart from `geo.engines.cluster`, so that the process which does it need not load Dask.
"""

import pickle
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Sealed:
    """Something pickled: the next process that it is sent to gets the thing itself.

    So what it needs is imported there before the work begins, and is not counted as the work's time.
    """

    packed: bytes

    def __reduce__(self) -> tuple[Callable[[bytes], Any], tuple[bytes]]:
        """Travel as what is inside."""
        return pickle.loads, (self.packed,)


def done(work: Callable[[Any], Any], task: bytes) -> bytes:
    """Do the work for one task; it and the result are pickled."""
    return pickle.dumps(work(pickle.loads(task)))  # noqa: S301 - of our own run
