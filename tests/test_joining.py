"""Joining by ranges in files: the bytes of joining in memory on every engine, and nothing lost in silence."""

import json
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest

from geo import joining, spools, store
from geo.engines import Failure, Outcome, Serial
from geo.engines.processes import Processes
from geo.errors import EngineError, OutputError, StoreError
from geo.joining import Kept
from geo.movements import Knowledge, join
from geo.records import Reading

from .made_claims import HOMES
from .made_engines import engine_of
from .test_movements_ranges import NOTES, RANGES, decided, lines, many, marked

T = TypeVar("T")
R = TypeVar("R")

LIMITS = (2, 300.0, 4_000_000_000, ("geo.joining",))
READINGS = many()
KNOWN = Knowledge(HOMES.get, NOTES, decided(READINGS))


def kept(folder: Path, readings: Sequence[Reading], together: int = 30) -> Kept:
    """Keep readings for joining, some in each file."""
    files = []
    for number in range(0, len(readings), together):
        files.append(folder / f"{number:06}.readings")
        joining.keep(files[-1], readings[number : number + together])
    return Kept(tuple(files), sum(len(reading.claims) for reading in readings))


def written(folder: Path) -> str:
    return "".join((folder / name).read_text("utf-8") for name in joining.OUTPUTS)


def parts(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.parquet")}


@pytest.fixture(scope="module")
def whole() -> str:
    return lines(join(READINGS, KNOWN))


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the layers of three ranges."""
    folder = tmp_path_factory.mktemp("three")
    joining.into(kept(folder, READINGS), folder / "out", KNOWN, Serial(), 3)
    return parts(folder / "out")


@pytest.fixture
def read(tmp_path: Path) -> Kept:
    return kept(tmp_path, READINGS)


@pytest.mark.parametrize("ranges", RANGES)
def test_files_give_the_bytes_of_memory(read: Kept, tmp_path: Path, whole: str, ranges: int) -> None:
    done = joining.into(read, tmp_path / "out", KNOWN, Serial(), ranges)
    assert written(tmp_path / "out") == whole
    assert done.counts["claims"] == 500
    assert json.loads((tmp_path / "out" / joining.MANIFEST).read_bytes()) == done.counts
    assert done.counts.total() == 500 + whole.count("\n")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        *("._movements.json.lock", "_movements.json", "itineraries.jsonl", "movements.jsonl"),
        *joining.LAYERS,
    }


@pytest.mark.parametrize("name", ["processes", "dask"])
def test_engines_give_the_bytes_of_memory(
    read: Kept, tmp_path: Path, whole: str, three: dict[str, bytes], name: str, request: pytest.FixtureRequest
) -> None:
    joining.into(read, tmp_path / "out", KNOWN, engine_of(name, request, LIMITS, ahead=1, together=1), 3)
    assert written(tmp_path / "out") == whole
    assert parts(tmp_path / "out") == three


def test_all_marked_pairs_as_one_archive_give_the_bytes_of_memory(tmp_path: Path) -> None:
    readings = [store.unpack(store.pack(reading)) for reading in marked()]  # whole kilometres as any others
    known = Knowledge(HOMES.get)
    joining.into(kept(tmp_path, readings), tmp_path / "out", known, Serial(), 16)
    assert written(tmp_path / "out") == lines(join(readings, known))


def test_nothing_to_join_gives_empty_files(tmp_path: Path) -> None:
    joining.into(kept(tmp_path, ()), tmp_path / "out", KNOWN, Serial(), 2)
    assert written(tmp_path / "out") == ""


def test_what_is_kept_for_joining_has_no_text(tmp_path: Path) -> None:
    (reading, *_) = marked()
    joining.keep(tmp_path / "kept", [reading])
    (found,) = spools.read(tmp_path / "kept", "readings 1", 0, Reading)
    assert found.claims == reading.claims
    assert (found.document.text, found.document.sha256) == ("", reading.document.sha256)
    assert not any(mention.candidates for mention in found.mentions)


# --- what goes wrong -------------------------------------------------------------------------------


def lethal(flags: Path, work: Callable[[T], R], task: T) -> R:
    """Do the work, but end the process as often as there are flags."""
    left = next(iter(sorted(flags.iterdir())), None)
    if left:
        left.unlink()
        os.kill(os.getpid(), signal.SIGKILL)
    return work(task)


class Lethal:
    """An engine whose process is killed by somebody else, some times."""

    def __init__(self, flags: Path, times: int) -> None:
        self._flags = flags
        flags.mkdir()
        for number in range(times):
            (flags / str(number)).touch()

    def map(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[Outcome[T, R]]:
        return Processes(1, *LIMITS[1:], ahead=1).map(partial(lethal, self._flags, work), tasks)


def test_processes_that_are_killed_lose_nothing(read: Kept, tmp_path: Path, whole: str) -> None:
    joining.into(read, tmp_path / "out", KNOWN, Lethal(tmp_path / "flags", 3), 3)
    assert not list((tmp_path / "flags").iterdir())
    assert written(tmp_path / "out") == whole


def test_a_process_that_is_killed_each_time_is_told_and_what_stood_there_stays(
    read: Kept, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "movements.jsonl").write_text("before")
    with pytest.raises(EngineError, match=r"^range 0 of step 'tell' .* \(signal 9\); name more --ranges"):
        joining.into(read, tmp_path / "out", KNOWN, Lethal(tmp_path / "flags", 99), 1)
    assert (tmp_path / "out" / "movements.jsonl").read_text() == "before"
    assert not list((tmp_path / "out").glob(".joining-*"))


class Sparing:
    """An engine that has no memory left for a step."""

    def map(self, _: Callable[[T], R], tasks: Iterable[T]) -> Iterator[Outcome[T, R]]:
        return (Outcome(task, Failure("takes more memory than a process may")) for task in tasks)


def test_more_ranges_are_advised_where_memory_lacks(read: Kept, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"takes more memory than a process may; name more --ranges"):
        joining.into(read, tmp_path / "out", KNOWN, Sparing(), 1)


@pytest.mark.parametrize("name", ["serial", "processes"])
def test_a_broken_input_is_told(
    read: Kept, tmp_path: Path, name: str, request: pytest.FixtureRequest
) -> None:
    raw = bytearray(read.files[1].read_bytes())
    raw[len(raw) // 2] ^= 1
    read.files[1].write_bytes(raw)
    with pytest.raises(StoreError, match=r"000030\.readings: is damaged; write it anew$"):
        joining.into(read, tmp_path / "out", KNOWN, engine_of(name, request, LIMITS, ahead=1, together=1), 3)
    assert not list((tmp_path / "out").glob("*.jsonl"))


class Losing:
    """An engine whose workers lose, or break, what they have written."""

    def __init__(self, folder: Path, how: Callable[[Path], object]) -> None:
        self._folder, self._how = folder, how

    def map(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[Outcome[T, R]]:
        for task in tasks:
            yield Outcome(task, work(task))
        for path in self._folder.glob(".joining-*/nodes-000001"):
            self._how(path)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9])


@pytest.mark.parametrize(("how", "said"), [(Path.unlink, "share its folder"), (cut, "is damaged")])
def test_a_part_that_is_lost_or_broken_on_the_way_is_told(
    read: Kept, tmp_path: Path, how: Callable[[Path], object], said: str
) -> None:
    with pytest.raises(StoreError, match=said):
        joining.into(read, tmp_path / "out", KNOWN, Losing(tmp_path / "out", how), 3)


def test_claims_that_are_missing_are_counted(read: Kept, tmp_path: Path) -> None:
    fewer = Kept(read.files[1:], read.claims)
    with pytest.raises(StoreError, match="380 claims are there of 500"):
        joining.into(fewer, tmp_path / "out", KNOWN, Serial(), 3)
    assert not list((tmp_path / "out").glob("*.jsonl"))


def test_a_folder_with_other_files_is_refused(read: Kept, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.docx").write_bytes(b"mine")
    with pytest.raises(OutputError, match="holds other files"):
        joining.into(read, tmp_path / "mine", KNOWN, Serial(), 1)
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="is no folder"):
        joining.into(read, tmp_path / "file", KNOWN, Serial(), 1)


def test_two_runs_do_not_write_to_one_folder(read: Kept, tmp_path: Path) -> None:
    with (
        store.alone(tmp_path / "out", joining.MANIFEST),
        pytest.raises(StoreError, match="another run is at work"),
    ):
        joining.into(read, tmp_path / "out", KNOWN, Serial(), 1)


def test_what_a_killed_run_has_left_is_removed(read: Kept, tmp_path: Path, whole: str) -> None:
    left = tmp_path / "out" / ".joining-abc"
    left.mkdir(parents=True)
    (left / "told-000000").touch()
    joining.into(read, tmp_path / "out", KNOWN, Serial(), 1)
    assert not left.exists()
    assert written(tmp_path / "out") == whole


def test_how_far_it_is_is_told(read: Kept, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    joining.into(read, tmp_path / "out", KNOWN, Serial(), 2, lambda *step: told.append(step))
    assert told[:3] == [("tell", 1, 2), ("tell", 2, 2), ("settle", 1, 2)]
    assert told[-1] == ("draw", 2, 2)
