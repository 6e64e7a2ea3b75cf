"""The same work on every engine; a task that hangs, dies or eats memory fails alone."""

import os
import signal
import time
from collections.abc import Generator, Iterator

import pytest

from geo.engines import Engine, Failure, Serial
from geo.engines.processes import Processes, cores

ENOUGH = 2_000_000_000  # bytes
PROCESSES = Processes(2, 20.0, ENOUGH)
ENGINES = pytest.mark.parametrize("engine", [Serial(), PROCESSES], ids=["serial", "processes"])


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


def hungry(number: int) -> int:
    try:
        return len(bytearray(ENOUGH)) if number == 3 else number
    except MemoryError:
        return -1


@ENGINES
def test_outcomes_come_in_the_order_of_the_tasks(engine: Engine) -> None:
    assert [(o.task, o.result) for o in engine.map(square, range(100))] == [(n, n * n) for n in range(100)]
    assert [o.result for o in engine.map(slow_first, range(8))] == list(range(8))


@ENGINES
def test_nothing_to_do_is_done_at_once(engine: Engine) -> None:
    assert list(engine.map(square, ())) == []


@ENGINES
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
    assert taken < 100


def test_a_task_that_ends_its_process_fails_alone() -> None:
    results = [o.result for o in PROCESSES.map(poisonous, range(50))]
    assert results[3] == Failure("ended the process that read it (signal 9)")
    assert [r for r in results if r != results[3]] == [n for n in range(50) if n != 3]


def test_a_task_that_takes_too_long_fails_alone() -> None:
    engine = Processes(2, 1.0, ENOUGH)
    results = [o.result for o in engine.map(endless, range(50))]
    assert results[3] == Failure("takes longer than 1 seconds; split it or raise the limit")
    assert [r for r in results if r != results[3]] == [n for n in range(50) if n != 3]


@pytest.mark.skipif(not hasattr(signal, "SIGRTMIN"), reason="only Linux limits a process's memory")
def test_a_task_gets_no_more_memory_than_the_limit() -> None:
    assert [o.result for o in PROCESSES.map(hungry, range(5))] == [0, 1, 2, -1, 4]


def test_there_is_at_least_one_core() -> None:
    assert cores() >= 1
