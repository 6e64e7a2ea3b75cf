"""What passes between the steps of joining, and where: each record goes to the range that needs it.

A step works on one range at a time and sees nothing else, so that no process need hold all claims. `Memory`
keeps records where they are; `geo.joining` keeps them in files between processes.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

T = TypeVar("T")
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Stream(Generic[T]):
    """Records of one kind that some steps give and others take."""

    name: str
    kind: type[T]


class Desk(Protocol):
    """Where a step works on one range."""

    @property
    def number(self) -> int:
        """Which of the ranges it is, from 0."""
        ...

    @property
    def ranges(self) -> int:
        """How many there are."""
        ...

    def take(self, stream: Stream[T]) -> Iterator[T]:
        """Yield what was given to this range, in an order that means nothing."""
        ...

    def give(self, stream: Stream[T], to: int, record: T) -> None:
        """Send a record to a range, for a later step."""
        ...


@dataclass(frozen=True, slots=True)
class Step(Generic[K]):
    """A part of the work that is done for each range; those of a step need not know of each other.

    Attributes
    ----------
    do
        Does it for one range, with what is known beside the records.
    takes, gives
        Streams.
    alone
        Whether it is done once, as range 0: what it takes is small.
    """

    do: Callable[[Desk, K], None]
    takes: tuple[Stream[Any], ...]
    gives: tuple[Stream[Any], ...]
    alone: bool = False

    @property
    def name(self) -> str:
        """Return what the step is called."""
        return self.do.__name__.strip("_")


def spread(key: object, ranges: int) -> int:
    """Return the range of a key: text, numbers, and tuples of them have the same one in every process."""
    if ranges == 1:
        return 0
    told = repr(key).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(told, digest_size=8).digest()) % ranges


class Memory:
    """Keeps records in this process; what no later step takes is let go."""

    def __init__(self, ranges: int = 1) -> None:
        self.ranges = ranges
        self._held: defaultdict[tuple[str, int], list[Any]] = defaultdict(list)

    def desk(self, number: int) -> Desk:
        """Return where a step works on a range."""
        return _Desk(number, self.ranges, self._held)

    def work(self, steps: Sequence[Step[K]], known: K) -> None:
        """Do steps one after the other, each for all ranges."""
        for place, step in enumerate(steps):
            for number in range(1 if step.alone else self.ranges):
                step.do(self.desk(number), known)
            later = {stream.name for after in steps[place + 1 :] for stream in after.takes}
            for stream in step.takes:
                if stream.name not in later:
                    self._drop(stream.name)

    def _drop(self, name: str) -> None:
        for number in range(self.ranges):
            self._held.pop((name, number), None)


@dataclass(frozen=True, slots=True)
class _Desk:
    number: int
    ranges: int
    held: defaultdict[tuple[str, int], list[Any]]

    def take(self, stream: Stream[T]) -> Iterator[T]:
        return iter(self.held[stream.name, self.number])

    def give(self, stream: Stream[T], to: int, record: T) -> None:
        self.held[stream.name, to].append(record)
