"""Engines: the same work over many tasks, in this process or in several.

An engine gives the outcomes in the order of the tasks, whatever finished first, so that its user writes
the same bytes on each. It takes tasks as it needs them: a stream of any length is never held whole.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

__all__ = ["Engine", "Failure", "Outcome", "Serial"]

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no result: the task took too long, or the process that worked on it died.

    `ended` tells of the second that it happened once, so that it may have been somebody else's doing.
    """

    reason: str
    ended: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T, R]):
    """A task with what came of it."""

    task: T
    result: R | Failure


class Engine(Protocol):
    """Does one piece of work for each task."""

    def map(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[Outcome[T, R]]:
        """Yield the outcome of each task, in their order.

        Parameters
        ----------
        work
            A function of a module's top level. What it raises ends the run: it is for faults of the program.
        tasks
            Taken as they are needed; each can be pickled, as can the results.
        """
        ...


class Serial:
    """Works in this process, one task after another; no limit of time is held."""

    def map(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[Outcome[T, R]]:
        """Yield the outcome of each task; see `Engine.map`."""
        for task in tasks:
            yield Outcome(task, work(task))
