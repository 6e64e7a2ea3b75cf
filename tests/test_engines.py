"""The same work on every engine; a task that hangs, dies or eats memory fails alone."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import dask
import psutil
import pytest
from distributed import Client, LocalCluster

from geo.engines import Engine, Failure
from geo.engines.cluster import Cluster
from geo.engines.processes import GoneError, Processes, cores
from geo.errors import EngineError

from .made_engines import engine_of

ENOUGH = 2_000_000_000  # bytes
LIMITS = (2, 20.0, ENOUGH)
FEW = 1000  # tasks that may be taken ahead


@pytest.fixture(params=["serial", "processes", "dask"])
def engine(request: pytest.FixtureRequest) -> Engine:
    return engine_of(request.param, request, LIMITS)


@pytest.fixture(params=["processes", "dask"])
def held(request: pytest.FixtureRequest) -> Engine:
    """Return an engine that holds its limits."""
    return engine_of(request.param, request, LIMITS)


@pytest.fixture(params=["processes", "dask"])
def hasty(request: pytest.FixtureRequest) -> Engine:
    return engine_of(request.param, request, (2, 1.0, ENOUGH))


def square(number: int) -> int:
    return number * number


def slow_first(number: int) -> int:
    time.sleep(0.3 if number == 0 else 0)
    return number


def poisonous(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def endless(number: int) -> int:
    while number == 3:
        pass
    return number


def divided(number: int) -> float:
    return 1 / number


def unhurried(number: int) -> int:
    time.sleep(0.005)
    return number * number


def hungry(number: int) -> int:
    try:
        return len(bytearray(ENOUGH)) if number == 3 else number
    except MemoryError:
        return -1


def test_outcomes_come_in_the_order_of_the_tasks(engine: Engine) -> None:
    assert [(o.task, o.result) for o in engine.map(square, range(100))] == [(n, n * n) for n in range(100)]
    assert [o.result for o in engine.map(slow_first, range(8))] == list(range(8))


def test_nothing_to_do_is_done_at_once(engine: Engine) -> None:
    assert list(engine.map(square, ())) == []


def test_tasks_are_taken_as_they_are_needed(engine: Engine) -> None:
    taken = 0

    def tasks() -> Iterator[int]:
        nonlocal taken
        for number in range(10_000):
            taken += 1
            yield number

    outcomes = engine.map(square, tasks())
    assert next(iter(outcomes)).result == 0
    assert isinstance(outcomes, Generator)
    outcomes.close()
    assert taken < FEW


def test_a_run_that_is_left_midway_leaves_the_engine_to_the_next(engine: Engine) -> None:
    for _ in range(2):
        outcomes = engine.map(unhurried, range(1000))
        assert next(iter(outcomes)).result == 0
        assert isinstance(outcomes, Generator)
        outcomes.close()
    assert [o.result for o in engine.map(square, range(10))] == [n * n for n in range(10)]


def test_a_task_that_ends_its_process_fails_alone(held: Engine) -> None:
    results = [o.result for o in held.map(poisonous, range(50))]
    assert results[3] == Failure("ended the process that read it (signal 9)")
    assert [r for r in results if r != results[3]] == [n for n in range(50) if n != 3]


def test_a_task_that_takes_too_long_fails_alone(hasty: Engine) -> None:
    results = [o.result for o in hasty.map(endless, range(50))]
    assert results[3] == Failure("takes longer than 1 seconds; split it or raise the limit")
    assert [r for r in results if r != results[3]] == [n for n in range(50) if n != 3]


@pytest.mark.skipif(
    not hasattr(signal, "SIGRTMIN"), reason="only there a fork server starts processes for sure"
)
def test_a_process_that_is_ended_while_it_waits_is_started_anew() -> None:
    us = psutil.Process()
    before = set(us.children(recursive=True))

    def tasks() -> Iterator[int]:
        yield 1
        until = time.monotonic() + 30
        while not (found := set(us.children(recursive=True)) - before - set(us.children())):
            assert time.monotonic() < until
            time.sleep(0.05)
        time.sleep(1)  # the task is done by then
        for process in found:
            process.kill()
        time.sleep(1)
        yield 2

    assert [o.result for o in Processes(1, 20.0, ENOUGH).map(square, tasks())] == [1, 4]


@pytest.mark.parametrize("name", ["processes", "dask"])
def test_getting_ready_is_no_time_of_a_task(name: str, request: pytest.FixtureRequest) -> None:
    ready = partial(time.sleep, 3)
    hasty = replace(engine_of(name, request, (2, 2.0, ENOUGH)), ready=ready)  # type: ignore[type-var]
    assert [outcome.result for outcome in hasty.map(square, [1, 2])] == [1, 4]


def failing() -> None:
    raise OSError


def test_who_could_not_get_ready_works_all_the_same() -> None:
    assert [o.result for o in Processes(1, 20.0, ENOUGH, ready=failing).map(square, [2])] == [4]


class Broken(Processes):
    """Processes that are ended each time before they have work."""

    def sent(self, pool: Any, work: Any, task: Any) -> Any:  # noqa: ARG002 - as of `Processes`
        raise GoneError


def test_processes_that_end_time_and_again_end_the_run_in_one_line() -> None:
    with pytest.raises(
        EngineError, match=r"^a process that waited for work was ended, [^\n]*; run it again$"
    ):
        list(Broken(1, 20.0, ENOUGH).map(square, [1]))


@pytest.mark.skipif(not hasattr(signal, "SIGRTMIN"), reason="only Linux limits a process's memory")
def test_a_task_gets_no_more_memory_than_the_limit(held: Engine) -> None:
    assert [o.result for o in held.map(hungry, range(5))] == [0, 1, 2, -1, 4]


def test_a_fault_of_the_program_ends_the_run(engine: Engine) -> None:
    with pytest.raises(ZeroDivisionError):
        list(engine.map(divided, [1, 0]))


def test_a_worker_that_is_killed_midway_loses_nothing_and_leaves_nothing(address: str) -> None:
    with Client(address, set_as_default=False) as client:
        outcomes = Cluster(address, *LIMITS).map(unhurried, range(600))
        results = [next(outcomes).result]
        worker = psutil.Process(min(client.run(os.getpid).values()))
        with_it = [worker, *worker.children(recursive=True)]
        worker.kill()
        results += [o.result for o in outcomes]
    assert results == [n * n for n in range(600)]
    assert len(with_it) > 1
    assert psutil.wait_procs(with_it, timeout=10)[1] == []


def test_a_task_that_ends_every_worker_fails_alone() -> None:
    setting = {"distributed.worker.daemon": True, "distributed.scheduler.allowed-failures": 0}
    with (
        tempfile.TemporaryDirectory() as folder,
        dask.config.set(setting),
        LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            dashboard_address="127.0.0.1:0",
            local_directory=folder,
            silence_logs=60,
        ) as cluster,
    ):
        results = [o.result for o in Cluster(cluster.scheduler_address, *LIMITS).map(poisonous, range(80))]
    assert results[3] == Failure(
        "ended the worker that read it, each time; split it or raise the workers' memory"
    )
    assert [r for r in results if r != results[3]] == [n for n in range(80) if n != 3]


def test_a_cluster_of_ones_own_listens_on_loopback_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = set(psutil.Process().children(recursive=True))
    outcomes = Cluster(None, *LIMITS).map(poisonous, range(200))
    assert next(outcomes).result == 0
    started = {
        p for p in psutil.Process().children(recursive=True) if parent(p) not in {None, *before}
    } - before
    listening = [
        found.laddr.ip
        for process in (psutil.Process(), *started)
        for found in process.net_connections()
        if found.status == psutil.CONN_LISTEN
    ]
    assert len(list(outcomes)) == 199
    assert set(listening) == {"127.0.0.1"}
    assert list(tmp_path.iterdir()) == []
    assert psutil.wait_procs([p for p in started if "tracker" not in " ".join(cmd(p))], timeout=10)[1] == []
    assert capfd.readouterr() == ("", "")


def parent(process: psutil.Process) -> psutil.Process | None:
    """Return whose child a process is: the browser of another test may begin one meanwhile."""
    try:
        return process.parent()
    except psutil.NoSuchProcess:
        return None


def cmd(process: psutil.Process) -> list[str]:
    try:
        return list(process.cmdline())
    except psutil.NoSuchProcess:
        return []


@pytest.mark.parametrize(
    ("scheduler", "told"),
    [
        ("tcp://192.0.2.7:8786", "without TLS anybody on the network could read and send"),
        ("tcp://dask.example:8786", "without TLS anybody on the network could read and send"),
        ("tcp://127.0.0.1.example:8786", "without TLS anybody on the network could read and send"),
        ("http://127.0.0.1:8786", "is no scheduler; write tls://HOST:PORT"),
        ("127.0.0.1", "is no scheduler; write tls://HOST:PORT"),
        ("tcp://127.0.0.1@192.0.2.7:8786", "is no scheduler; write tls://HOST:PORT"),
    ],
)
def test_an_address_that_is_not_safe_is_refused(scheduler: str, told: str) -> None:
    with pytest.raises(EngineError) as found:
        Cluster(scheduler, *LIMITS)
    assert told in str(found.value)
    assert "\n" not in str(found.value)


@pytest.mark.parametrize("scheduler", ["tls://dask.example:8786", "tcp://[::1]:8786", "tcp://localhost:1"])
def test_an_address_that_is_safe_is_taken(scheduler: str) -> None:
    assert Cluster(scheduler, *LIMITS).scheduler == scheduler


@pytest.mark.parametrize("scheduler", ["tcp://127.0.0.1:1", "tls://127.0.0.1:1"])
def test_a_scheduler_that_does_not_answer_is_named(scheduler: str) -> None:
    with pytest.raises(EngineError, match=f"^{scheduler}: no scheduler answers [^\n]+$"):
        list(Cluster(scheduler, *LIMITS).map(square, [1]))


def test_a_missing_library_is_named() -> None:
    program = (
        "import sys; sys.modules['distributed'] = None\n"
        "from geo.cli import main\n"
        "sys.exit(main(['read', 'seeds', '--engine', 'dask']))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "geo: Dask is not installed; run pip install 'deployment-mapper[dask]'\n"


def test_there_is_at_least_one_core() -> None:
    assert cores() >= 1
