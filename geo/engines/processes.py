"""Several processes on this machine, each with its limits."""

import gc
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as TookTooLong
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.context import BaseContext
from typing import Generic, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from geo.engines import Failure, Outcome
from geo.errors import EngineError

T = TypeVar("T")
R = TypeVar("R")
V = TypeVar("V")

_AHEAD = 16  # tasks for each process: none idles behind a slow one, and few parts stand in memory

_SELDOM = (10_000, 20, 50)  # objects that wait, and rounds, before unreachable ones are looked for
STARTS = 3  # times in a row that processes are started anew before the run gives up


class GoneError(EngineError):
    """A process was ended that had no task, and the others wait for ever for what it held."""

    def __init__(self) -> None:
        super().__init__(
            "a process that waited for work was ended, and the others cannot go on; run it again"
        )


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
    ready
        Done once in each process before its first task, and not counted as time of one.
    ahead
        How many tasks for each process are taken before they can be worked on.
    """

    count: int
    seconds: float
    memory_bytes: int
    modules: tuple[str, ...] = ()
    ready: Callable[[], object] | None = None
    ahead: int = _AHEAD

    def map(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[Outcome[T, R]]:
        """Yield the outcome of each task; see `geo.engines.Engine.map`.

        A process that is ended, by the system for its memory or by its own fault, fails its task alone. One
        that is ended while it has none takes the others with it: all are started anew, and do again what
        nothing came of.

        Raises
        ------
        EngineError
            That happened too often in a row.
        """
        with self.staying() as processes:
            yield from processes.map(work, tasks)

    @contextmanager
    def staying(self) -> Iterator["Staying"]:
        """Start the processes once for several pieces of work, and end them behind the last."""
        processes = Staying(self)
        try:
            yield processes
        finally:
            end(processes.pool)

    def started(self) -> ProcessPool:
        """Return such processes, which work until `end`."""
        held = (self.memory_bytes, self.ready)
        return ProcessPool(self.count, initializer=_prepare, initargs=held, context=self._context())

    def sent(self, pool: ProcessPool, work: Callable[[T], R], task: T) -> "ProcessFuture[R]":
        """Give a task to processes that were started; `outcome` waits for what comes of it.

        Raises
        ------
        GoneError
            They cannot go on.
        """
        try:
            return pool.schedule(work, args=(task,), timeout=self.seconds)
        except RuntimeError as error:
            raise GoneError from error

    def outcome(self, task: T, future: "ProcessFuture[R]") -> Outcome[T, R]:
        """Return what came of a task; raises as `sent` does."""
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
            raise GoneError from error

    def _context(self) -> BaseContext:
        """Return a way to start processes that copies no thread of this one."""
        if "forkserver" in multiprocessing.get_all_start_methods():
            context = multiprocessing.get_context("forkserver")
            context.set_forkserver_preload(list(self.modules))
            return context
        return multiprocessing.get_context("spawn")


class Staying:
    """Processes that are there for more than one piece of work; an engine as `Processes` is."""

    def __init__(self, processes: Processes) -> None:
        self.processes = processes
        self.pool = processes.started()

    def map(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[Outcome[T, R]]:
        """Yield the outcome of each task; see `Processes.map`."""
        working = _Working(self, work)
        for task in tasks:
            working.send(task)
            if working.waiting >= self.processes.count * self.processes.ahead:
                yield working.outcome()
        while working.waiting:
            yield working.outcome()

    def start_anew(self) -> None:
        """End the processes and start others in their place."""
        end(self.pool)
        self.pool = self.processes.started()


class _Working(Generic[T, R]):
    """Processes at work on tasks, in their order."""

    def __init__(self, staying: Staying, work: Callable[[T], R]) -> None:
        self._staying, self._work = staying, work
        self._sent: deque[tuple[T, ProcessFuture[R]]] = deque()

    @property
    def waiting(self) -> int:
        """How many tasks nobody has asked about."""
        return len(self._sent)

    def send(self, task: T) -> None:
        """Give out a task."""
        future = self._tried(lambda: self._given(task))
        self._sent.append((task, future))  # not before: to start anew makes another row

    def outcome(self) -> Outcome[T, R]:
        """Return what came of the first task."""
        outcome = self._tried(lambda: self._staying.processes.outcome(*self._sent[0]))
        self._sent.popleft()
        return outcome

    def _tried(self, what: Callable[[], V]) -> V:
        for _ in range(STARTS):
            with suppress(GoneError):
                return what()
            self._start_anew()
        return what()

    def _start_anew(self) -> None:
        known = [_is_known(future) for _, future in self._sent]
        self._staying.start_anew()
        self._sent = deque(
            (task, future if told else self._given(task))
            for (task, future), told in zip(self._sent, known, strict=True)
        )

    def _given(self, task: T) -> "ProcessFuture[R]":
        return self._staying.processes.sent(self._staying.pool, self._work, task)


def _is_known(future: "ProcessFuture[R]") -> bool:
    """Tell whether something came of a task before its processes were gone."""
    return future.done() and not future.cancelled() and not isinstance(future.exception(), BrokenProcessPool)


def end(pool: ProcessPool) -> None:
    """End processes, also those that are at work."""
    pool.stop()  # type: ignore[no-untyped-call] # as are some of its parts
    pool.join()


def _ending(code: int | None) -> str:
    return f"signal {-code}" if code is not None and code < 0 else f"exit status {code}"


def _prepare(memory_bytes: int, ready: Callable[[], object] | None) -> None:
    _limit(memory_bytes)
    threading.Thread(target=_follow, daemon=True).start()
    if ready is not None:
        with suppress(Exception):  # the first task that needs it meets the same, and can tell of it
            ready()
    # What is there now stays, and what a task makes goes with it: looking for more took a tenth of the time.
    gc.freeze()
    gc.set_threshold(*_SELDOM)


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
