"""A Dask cluster: workers on this machine, or those of a scheduler that somebody started.

Tasks go out in batches, since one task alone costs Dask as much as the reading of a short report. A worker
gives them to a process of its own, so that what holds for `Processes` holds here. A worker that dies takes
nothing with it: Dask gives its batches to another.
"""

import ipaddress
import logging
import multiprocessing
import pickle
import re
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from tempfile import TemporaryDirectory
from typing import Any, Generic, TypeVar
from urllib.parse import urlsplit

from pebble import ProcessFuture, ProcessPool

from geo.engines import Failure, Outcome, parcels
from geo.engines.processes import STARTS, GoneError, Processes, end
from geo.errors import EngineError, shown

try:
    import dask
    from distributed import Client, Future, KilledWorker, LocalCluster, Worker, WorkerPlugin, get_worker
    from distributed.comm.core import CommClosedError
except ImportError as error:
    raise EngineError("Dask is not installed; run pip install 'deployment-mapper[dask]'") from error

T = TypeVar("T")
R = TypeVar("R")

_TASKS = 64  # of a batch
_BYTES = 8_000_000  # of a batch, unless one task is larger: long reports stand in memory a few at a time
_AHEAD = 4  # batches for each thread of a worker: none idles behind a slow one
_ANSWER = 5  # seconds until a scheduler is given up
_JOIN = 30  # seconds until a scheduler without workers is
_LOOPBACK = "127.0.0.1"
_SENDING = {
    "distributed.admin.large-graph-warning-threshold": "1GB",  # reports travel with their batch
}
_LOCAL = {
    "distributed.worker.daemon": False,  # a daemon may have no process of its own
    "distributed.worker.profile.enabled": False,  # nobody looks at it
}
_DEAD = "ended the worker that read it, each time; split it or raise the workers' memory"


@dataclass(frozen=True, slots=True)
class Cluster:
    """Works on a Dask cluster.

    The limits hold for one task as in `Processes`: each worker has one further process for each of its
    threads. Dask's own setting ``distributed.worker.daemon`` forbids that where it is true, as it is at first
    for workers that ``dask worker`` starts with a nanny. Such a worker works itself: nothing ends a task that
    takes too long, and memory is the limit of the worker.

    Attributes
    ----------
    scheduler
        Address of one that is at work, as ``tls://HOST:PORT``; each worker needs this release of the program
        and, for places of one's own, the same files. If None, workers are started on this machine, reachable
        from this machine alone, and ended with the work.
    count
        How many workers are started; without a meaning where there is a scheduler.
    seconds
        For one task.
    memory_bytes
        Of the addresses one process may use, and of the memory of a worker that is started here.
    modules
        Those that the work needs, imported once for the processes of a worker.
    ready
        Done once in each of them before its first task, and not counted as time of one.
    together
        How many tasks travel as one, where they are small.

    Raises
    ------
    EngineError
        The address is none, or one where strangers could read along or send work of their own.
    """

    scheduler: str | None
    count: int
    seconds: float
    memory_bytes: int
    modules: tuple[str, ...] = ()
    ready: Callable[[], object] | None = None
    together: int = _TASKS

    def __post_init__(self) -> None:
        """Refuse an address that is not safe."""
        if self.scheduler is not None:
            _check(self.scheduler)

    def map(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[Outcome[T, R]]:
        """Yield the outcome of each task; see `geo.engines.Engine.map`.

        A batch that ends its workers is taken apart, so that the task that does so fails alone.

        Raises
        ------
        EngineError
            No scheduler or worker answers, or none does any longer.
        """
        each = Processes(self.count, self.seconds, self.memory_bytes, self.modules, self.ready)
        readers = _Readers(each, ours=self.scheduler is None)
        with dask.config.set(_SENDING), self._client() as client, _readers(client, readers) as name:
            run = _Run(client, partial(_do, name, pickle.dumps(work)))
            yield from run.outcomes(_batches(tasks, self.together))

    @contextmanager
    def _client(self) -> Iterator[Client]:
        if self.scheduler is None:
            with local(self.count, self.memory_bytes) as address, Client(address, set_as_default=False) as it:
                yield it
            return
        try:
            client = Client(self.scheduler, timeout=_ANSWER, set_as_default=False)
        except (OSError, RuntimeError, TypeError, ValueError) as error:  # Dask's for a certificate that lacks
            raise EngineError(
                f"{self.scheduler}: no scheduler answers ({str(error).splitlines()[0]:.200});"
                " start it with dask scheduler, or leave out --scheduler"
            ) from error
        with client:
            try:
                client.wait_for_workers(1, timeout=_JOIN)
            except TimeoutError as error:
                raise EngineError(
                    f"{self.scheduler}: has no workers; start some with dask worker {self.scheduler}"
                ) from error
            yield client


@contextmanager
def local(count: int, memory_bytes: int) -> Iterator[str]:
    """Start a scheduler and workers on this machine, and end them.

    Yields
    ------
    str
        The address: none but this machine can reach it.
    """
    with (
        TemporaryDirectory(prefix="geo-dask-", ignore_cleanup_errors=True) as folder,
        dask.config.set({**_LOCAL, "temporary-directory": folder}),
        LocalCluster(
            n_workers=count,
            threads_per_worker=1,
            processes=True,
            host=_LOOPBACK,
            dashboard_address=f"{_LOOPBACK}:0",  # where counters are told; without an address it would warn
            worker_dashboard_address=f"{_LOOPBACK}:0",
            scheduler_kwargs={"dashboard": False},
            memory_limit=memory_bytes,
            local_directory=folder,
            silence_logs=logging.CRITICAL + 1,  # a task that fails says so in its outcome
        ) as cluster,
    ):
        yield cluster.scheduler_address


def _check(address: str) -> None:
    """Refuse an address that is not safe: whoever reaches a scheduler without TLS has all its rights."""
    if not re.fullmatch(r"(tcp|tls)://[^\s/@]{1,255}:[0-9]{1,5}", address):
        raise EngineError(f"{shown(address)} is no scheduler; write tls://HOST:PORT or tcp://127.0.0.1:PORT")
    host = urlsplit(address).hostname or ""
    if address.startswith("tls:") or host == "localhost":
        return
    with suppress(ValueError):
        if ipaddress.ip_address(host).is_loopback:
            return
    raise EngineError(
        f"{shown(address)}: without TLS anybody on the network could read and send; start the scheduler with"
        " certificates and write tls://, or tunnel it to tcp://127.0.0.1"
    )


@dataclass(frozen=True, slots=True)
class _Batch(Generic[T]):
    """Tasks that travel together, as they are and as they travel."""

    tasks: tuple[T, ...]
    packed: tuple[bytes, ...]

    def alone(self) -> "Iterator[_Batch[T]]":
        """Yield each task as a batch of its own."""
        for task, packed in zip(self.tasks, self.packed, strict=True):
            yield _Batch((task,), (packed,))


def _batches(tasks: Iterable[T], together: int) -> Iterator[_Batch[T]]:
    held: list[tuple[T, bytes]] = []
    size = 0
    for task in tasks:
        held.append((task, pickle.dumps(task)))
        size += len(held[-1][1])
        if len(held) == together or size >= _BYTES:
            yield _Batch(*zip(*held, strict=True))
            held, size = [], 0
    if held:
        yield _Batch(*zip(*held, strict=True))


class _Run:
    """Sends batches and gives what came of them, in order."""

    def __init__(self, client: Client, do: Callable[[tuple[bytes, ...]], list[bytes | Failure]]) -> None:
        self._client, self._do = client, do

    def outcomes(self, batches: Iterable[_Batch[T]]) -> "Iterator[Outcome[T, R]]":
        """Yield the outcome of each task."""
        sent: deque[tuple[_Batch[T], Future[Any]]] = deque()
        for batch in batches:
            sent.append((batch, self._send(batch)))
            if len(sent) >= _AHEAD * max(1, sum(self._client.nthreads().values())):
                yield from self._outcomes(*sent.popleft())
        while sent:
            yield from self._outcomes(*sent.popleft())

    def _send(self, batch: _Batch[T]) -> Future[Any]:
        return self._client.submit(self._do, batch.packed, pure=False)

    def _outcomes(self, batch: _Batch[T], future: Future[Any]) -> "Iterator[Outcome[T, R]]":
        try:
            results = future.result()
        except KilledWorker:
            if len(batch.tasks) == 1:
                yield Outcome(batch.tasks[0], Failure(_DEAD))
                return
            for one in batch.alone():
                yield from self._outcomes(one, self._send(one))
            return
        except (CancelledError, CommClosedError) as error:
            raise EngineError(
                "the scheduler is gone; start it and run again: what was read is kept"
            ) from error
        for task, result in zip(batch.tasks, results, strict=True):
            yield Outcome(task, result if isinstance(result, Failure) else pickle.loads(result))  # noqa: S301 - of our own worker


@contextmanager
def _readers(client: Client, readers: "_Readers") -> Iterator[str]:
    """Give each worker, also one that comes later, processes of its own; yield the name they have there."""
    readers.name = f"geo-{client.id}"
    client.register_plugin(readers)
    try:
        yield readers.name
    finally:
        with suppress(OSError, RuntimeError, KeyError):  # the scheduler is gone, or a worker has just come
            client.unregister_worker_plugin(readers.name)


class _Readers(WorkerPlugin):
    """The processes of a worker: they start with its first batch and end with the run or the worker."""

    name: str

    def __init__(self, each: Processes, *, ours: bool) -> None:
        self._each, self._ours = each, ours

    def setup(self, worker: Worker) -> None:
        """Begin on a worker, with one process for each of its threads."""
        if self._ours:
            signal.signal(
                signal.SIGINT, signal.SIG_IGN
            )  # the terminal tells all; the run then ends its workers
        self._each = replace(self._each, count=worker.state.nthreads)
        self._lock = threading.Lock()
        self._pool: ProcessPool | None = None
        self._waiting: set[ProcessFuture[bytes]] = set()
        self._ended = False

    def teardown(self, worker: Worker) -> None:  # noqa: ARG002 - as Dask calls it
        """End the processes, and tell the threads that wait for them."""
        with self._lock:
            self._ended = True
            for future in self._waiting:
                future.cancel()  # type: ignore[no-untyped-call]
            if self._pool is not None:
                end(self._pool)

    def results(self, sealed: parcels.Sealed, batch: tuple[bytes, ...]) -> list[bytes | Failure]:
        """Return what came of each task."""
        if multiprocessing.current_process().daemon:
            work = pickle.loads(sealed.packed)  # noqa: S301 - of our own run
            return [parcels.done(work, packed) for packed in batch]
        for _ in range(STARTS):
            with suppress(GoneError):
                return self._done(sealed, batch)
        return self._done(sealed, batch)

    def _done(self, sealed: parcels.Sealed, batch: tuple[bytes, ...]) -> list[bytes | Failure]:
        """Return what came of each task; processes that cannot go on are ended."""
        with self._lock:
            if self._ended:
                raise CancelledError
            pool = self._pool = self._pool or self._each.started()
        do = partial(parcels.done, sealed)  # type: ignore[arg-type] # which arrives as what is inside
        futures: list[ProcessFuture[bytes]] = []
        try:
            with self._lock:
                futures += [self._each.sent(pool, do, packed) for packed in batch]
                self._waiting.update(futures)
            return [self._each.outcome(*sent).result for sent in zip(batch, futures, strict=True)]
        except GoneError:
            self._drop(pool)
            raise
        except CancelledError as error:
            if self._pool is pool:
                raise  # the worker ends
            raise GoneError from error  # another thread has dropped them
        finally:
            with self._lock:
                self._waiting.difference_update(futures)

    def _drop(self, pool: ProcessPool) -> None:
        """End processes that cannot go on, unless another thread has; the next batch starts others."""
        with self._lock:
            if self._pool is pool:
                self._pool = None
                end(pool)


def _do(name: str, work: bytes, batch: tuple[bytes, ...]) -> list[bytes | Failure]:
    """Do the work for the tasks of a batch, on a worker."""
    readers: Any = get_worker().plugins[name]
    results: list[bytes | Failure] = readers.results(parcels.Sealed(work), batch)
    return results
