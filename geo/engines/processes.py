"""Several processes on this machine, each with its limits."""

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as TookTooLong
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.context import BaseContext
from typing import TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from geo.engines import Failure, Outcome
from geo.errors import EngineError

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 16  # tasks for each process: none idles behind a slow one, and few parts stand in memory

_GONE = "a process that waited for work was ended, and the others cannot go on; run it again"


def cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Processes:
    """Works in several processes of this machine.

    Attributes
    ----------
    count
        How many processes.
    seconds
        For one task; a process that takes longer is ended and another takes its place.
    memory_bytes
        Of the addresses one process may use, where the system can limit them (not on Windows and macOS).
    modules
        Those that the work needs, imported once for all processes where the system allows it.
    ahead
        How many tasks for each process are taken before they can be worked on.
    """

    count: int
    seconds: float
    memory_bytes: int
    modules: tuple[str, ...] = ()
    ahead: int = _AHEAD

    def map(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[Outcome[T, R]]:
        """Yield the outcome of each task; see `geo.engines.Engine.map`.

        A process that is ended, by the system for its memory or by its own fault, fails its task alone.

        Raises
        ------
        EngineError
            A process was ended that had no task.
        """
        pool = self.started()
        waiting: deque[tuple[T, ProcessFuture[R]]] = deque()
        try:
            for task in tasks:
                waiting.append((task, self.sent(pool, work, task)))
                if len(waiting) >= self.count * self.ahead:
                    yield self.outcome(*waiting.popleft())
            while waiting:
                yield self.outcome(*waiting.popleft())
        finally:
            end(pool)

    def started(self) -> ProcessPool:
        """Return such processes, which work until `end`."""
        return ProcessPool(
            self.count, initializer=_prepare, initargs=(self.memory_bytes,), context=self._context()
        )

    def sent(self, pool: ProcessPool, work: Callable[[T], R], task: T) -> "ProcessFuture[R]":
        """Give a task to processes that were started; `outcome` waits for what comes of it."""
        try:
            return pool.schedule(work, args=(task,), timeout=self.seconds)
        except RuntimeError as error:
            raise EngineError(_GONE) from error

    def outcome(self, task: T, future: "ProcessFuture[R]") -> Outcome[T, R]:
        """Return what came of a task."""
        try:
            return Outcome(task, future.result())
        except TookTooLong:
            return Outcome(
                task, Failure(f"takes longer than {self.seconds:g} seconds; split it or raise the limit")
            )
        except ProcessExpired as error:
            told = f"ended the process that read it ({_ending(error.exitcode)})"
            return Outcome(task, Failure(told, ended=True))
        except BrokenProcessPool as error:
            raise EngineError(_GONE) from error

    def _context(self) -> BaseContext:
        """Return a way to start processes that copies no thread of this one."""
        if "forkserver" in multiprocessing.get_all_start_methods():
            context = multiprocessing.get_context("forkserver")
            context.set_forkserver_preload(list(self.modules))
            return context
        return multiprocessing.get_context("spawn")


def end(pool: ProcessPool) -> None:
    """End processes, also those that are at work."""
    pool.stop()  # type: ignore[no-untyped-call] # as are some of its parts
    pool.join()


def _ending(code: int | None) -> str:
    return f"signal {-code}" if code is not None and code < 0 else f"exit status {code}"


def _prepare(memory_bytes: int) -> None:
    _limit(memory_bytes)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    """End this process with the one that started it: nobody else would, if that one was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _limit(memory_bytes: int) -> None:
    with suppress(ImportError):  # Windows has no such limits
        import resource  # noqa: PLC0415 - only where there is one

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        wanted = memory_bytes if most == resource.RLIM_INFINITY else min(memory_bytes, most)
        with suppress(ValueError, OSError):  # macOS refuses
            resource.setrlimit(resource.RLIMIT_AS, (wanted, most))
