"""Joining range by range, so that no process holds all claims: its steps on an engine, its records in files.

Those who read reports keep beside their claims what joining needs of them (`keep`). `into` then does the
steps of `geo.movements` one after the other, each for all ranges at once, and every record between two steps
lies in a working folder: a process holds one range at a time. What comes of it are the bytes that
`geo.movements.join` gives, and of each range its part of the layers. A run that was killed leaves its folder
to the next.
"""

import gc
import hashlib
import json
import os
import re
import secrets
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from heapq import merge
from pathlib import Path
from typing import Any, Final, TypeVar

from geo import jsonlines, spools
from geo.engines import Engine, Failure, Serial
from geo.errors import EngineError, GeoError, OutputError, StoreError
from geo.movements import Knowledge, chronology
from geo.movements.exchange import Desk, Step, Stream
from geo.movements.steps import JOURNEYS, MOVEMENTS, READINGS, STEPS
from geo.records import Reading
from geo.store import alone

T = TypeVar("T")

OUTPUTS: Final = ("movements.jsonl", "itineraries.jsonl")
LAYERS: Final = ("movements", "movements_without_line", "disagreements", "movement_of_claim", "legs")
TOLD: Final = f"{', '.join(OUTPUTS)} and {len(LAYERS)} layers as Parquet"
MANIFEST: Final = "_movements.json"  # there once the others are whole; `geo.documents` passes over its folder
_PART: Final = re.compile(r"part-[0-9]{6,9}\.parquet")
_GIVEN: Final = re.compile(r"[a-z_]+-[0-9]{6,9}")
_KEPT: Final = "readings 1"  # what `keep` writes, and its version
_WORK: Final = ".joining-"
_TRIES: Final = 3  # times that a process may be ended over one range

_MOVEMENT_LINES = Stream("movement_lines", tuple[tuple[str, str], int, str])  # order, claims, line
_JOURNEY_LINES = Stream("journey_lines", tuple[str, str])
_TABLES: Final = {name: Stream(f"{name}_table", bytes) for name in LAYERS}  # Parquet

Watch = Callable[[str, int, int], None]  # the step, how many of its ranges are done, of how many


def silent(_: str, __: int, ___: int) -> None:
    """Tell nobody."""


def keep(path: Path, readings: Iterable[Reading]) -> None:
    """Write what joining needs of readings: no text, and of names only which place they mean.

    Raises
    ------
    OutputError
        It cannot be written.
    """
    with spools.Writer(path, _KEPT, 1, keep=True) as file:
        for reading in readings:
            if reading.claims:
                document = replace(reading.document, text="", digest=reading.document.sha256)
                mentions = tuple(replace(mention, candidates=()) for mention in reading.mentions)
                file.put(0, replace(reading, document=document, mentions=mentions, rejected=()))


@dataclass(frozen=True, slots=True)
class Kept:
    """Files that `keep` wrote, and how many claims they hold together.

    Attributes
    ----------
    stamp
        Hash of all else that they are joined with: the program, its libraries, what is known beside them.
        A run of the same goes on where one was killed; without a stamp none does.
    """

    files: tuple[Path, ...]
    claims: int
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class Joined:
    """How much was joined, and where it is, in words."""

    counts: Counter[str]
    where: str


def into(
    kept: Kept,
    folder: Path,
    known: Knowledge,
    engine: Engine,
    ranges: int,
    watch: Watch = silent,
) -> Joined:
    """Join what was read into movements, and write these and their journeys: lines, and a folder a layer.

    Parameters
    ----------
    kept
        What was read.
    folder
        Where to write; made if need be. Absolute, and one that all processes of the engine share. Room is
        needed there for some twelve times the inputs while it lasts.
    known
        What is known beside the reports; it can be pickled.
    engine
        What joins. Its limit of time is for one range of a step.
    ranges
        Into how many the claims are parted: the more, the less memory a process needs.
    watch
        Is told how far the work is.

    Raises
    ------
    OutputError, StoreError
        The folder cannot be written to or is not shared, an input is damaged, or another run is at work.
    EngineError
        The engine cannot do it, or not in the memory that it has.
    """
    _refuse_other(folder)
    with alone(folder, MANIFEST), _work_folder(folder, _name(kept, ranges)) as work:
        place = _Place(work, ranges, kept.files)
        for number, step in list(enumerate(_STEPS))[place.reached() :]:
            _do_all(Serial() if step.alone else engine, step, place, known, watch)
            for stream in _no_longer_needed(number):
                place.drop(stream)
        counts = Counter(claims=0, movements=0, itineraries=0)
        _write(work / OUTPUTS[0], map(str.encode, _movement_lines(place, counts)))
        _write(work / OUTPUTS[1], map(str.encode, _journey_lines(place, counts)))
        for layer in LAYERS:
            _write_parts(work / layer, place, _TABLES[layer])
        if counts["claims"] != kept.claims:
            told = f"{counts['claims']} claims are there of {kept.claims}"
            raise StoreError(f"{kept.files[0].parent}: {told}; write it anew with geo read --to")
        _write(work / MANIFEST, [f"{json.dumps(counts, indent=1)}\n".encode()])
        _exchange(work, folder)
    return Joined(counts, f"{folder}: {TOLD}")


def _refuse_other(folder: Path) -> None:
    """Refuse what a person would miss: movements that belong to other files of a folder."""
    try:
        names = {entry.name for entry in folder.iterdir()} if folder.exists() else set()
        parts = {entry.name for layer in names.intersection(LAYERS) for entry in (folder / layer).iterdir()}
    except OSError as error:
        raise OutputError(f"{folder}: is no folder to write to: {error.strerror}; name another") from error
    others = {*(names - {*OUTPUTS, *LAYERS, MANIFEST}), *(p for p in parts if not _PART.fullmatch(p))}
    if any(not name.startswith(".") for name in others):
        raise OutputError(f"{folder}: holds other files; name a new folder, or one that geo join wrote")


def _name(kept: Kept, ranges: int) -> str:
    """Return what the folder of the work is called: the same where the same is joined."""
    if not kept.stamp:
        return _WORK + secrets.token_hex(8)
    told = hashlib.sha256(f"{kept.stamp} {ranges} {len(kept.files)}".encode())
    try:
        for path in kept.files:
            with path.open("rb") as file:
                told.update(hashlib.file_digest(file, "sha256").digest())
    except OSError as error:
        raise StoreError(f"{path}: cannot be read: {error.strerror}; write it anew") from error
    return _WORK + told.hexdigest()[:32]


@contextmanager
def _work_folder(folder: Path, name: str) -> Iterator[Path]:
    """Make a folder for what lies between the steps, or find what a killed run of the same has left of it.

    What other runs have left is removed. It stays where the run is stopped from the keyboard.
    """
    work, stays = folder / name, False
    for left in folder.glob(f"{_WORK}*"):
        if left != work:
            shutil.rmtree(left, ignore_errors=True)
    try:
        work.mkdir(mode=0o700, exist_ok=True)
        _remove_unfinished(work)
    except OSError as error:
        raise OutputError(f"{folder}: cannot be written to: {error.strerror}; name another folder") from error
    try:
        yield work
    except KeyboardInterrupt:
        stays = True
        raise
    finally:
        if not stays:
            shutil.rmtree(work, ignore_errors=True)


def _remove_unfinished(work: Path) -> None:
    """Remove all but what steps have given, each of which is there whole."""
    for left in work.iterdir():
        if left.is_dir():
            shutil.rmtree(left)
        elif not _GIVEN.fullmatch(left.name):
            left.unlink()


def _render(desk: Desk, _: Knowledge) -> None:
    """Write movements and journeys as their lines."""
    for movement in desk.take(MOVEMENTS):
        (line,) = jsonlines.each_line([jsonlines.movement(movement)])
        day, name = chronology(movement)
        desk.give(_MOVEMENT_LINES, desk.number, ((day.isoformat(), name), len(movement.claims), line))
    for journey in desk.take(JOURNEYS):
        (line,) = jsonlines.each_line([jsonlines.itinerary(journey)])
        desk.give(_JOURNEY_LINES, desk.number, (journey.id, line))


def _draw(desk: Desk, _: Knowledge) -> None:
    """Make tables of movements and journeys, for a GIS."""
    from geo import exports, features  # noqa: PLC0415 - the steps before need no geopandas, nor who leads

    for layer, table in features.joined(list(desk.take(MOVEMENTS)), list(desk.take(JOURNEYS))):
        desk.give(_TABLES[layer], desk.number, exports.parquet(table))


_STEPS: Final = (
    *STEPS,
    Step(_render, (MOVEMENTS, JOURNEYS), (_MOVEMENT_LINES, _JOURNEY_LINES)),
    Step(_draw, (MOVEMENTS, JOURNEYS), tuple(_TABLES.values())),
)
_GIVER: Final[Mapping[str, Step[Knowledge]]] = {stream.name: step for step in _STEPS for stream in step.gives}


def _no_longer_needed(number: int) -> list[str]:
    later = {stream.name for step in _STEPS[number + 1 :] for stream in step.takes}
    done = {stream.name for stream in _STEPS[number].takes} - {READINGS.name}
    return sorted(done - later)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the records of a run are: a file for each stream and range that gives."""

    folder: Path
    ranges: int
    inputs: tuple[Path, ...]

    def tasks(self, step: Step[Any]) -> int:
        """Return how often a step is done."""
        return 1 if step.alone else self.ranges

    def file(self, stream: str, giver: int) -> Path:
        """Return the file of what a range gives."""
        return self.folder / f"{stream}-{giver:06}"

    def has(self, step: Step[Any], number: int) -> bool:
        """Tell whether a step is done for a range."""
        return all(self.file(stream.name, number).is_file() for stream in step.gives)

    def reached(self) -> int:
        """Return the last step that gave anything: those before it are done for all ranges."""
        given = {path.name.rpartition("-")[0] for path in self.folder.iterdir()}
        return max((n for n, step in enumerate(_STEPS) for s in step.gives if s.name in given), default=0)

    def given(self, stream: Stream[T], to: int) -> Iterator[T]:
        """Yield what was given to a range."""
        if stream.name == READINGS.name:
            for path in self.inputs[to :: self.ranges]:
                yield from spools.read(path, _KEPT, 0, stream.kind)
            return
        for giver in range(self.tasks(_GIVER[stream.name])):
            yield from self.given_by(stream, giver, to)

    def given_by(self, stream: Stream[T], giver: int, to: int) -> Iterator[T]:
        """Yield what one range gave another."""
        return spools.read(self.file(stream.name, giver), stream.name, to, stream.kind)

    def drop(self, stream: str) -> None:
        """Remove what nobody takes any longer."""
        for giver in range(self.tasks(_GIVER[stream])):
            self.file(stream, giver).unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class _FileDesk:
    """Where a step works on one range: see `geo.movements.exchange.Desk`."""

    number: int
    place: _Place
    files: Mapping[str, spools.Writer]

    @property
    def ranges(self) -> int:
        return self.place.ranges

    def take(self, stream: Stream[T]) -> Iterator[T]:
        return self.place.given(stream, self.number)

    def give(self, stream: Stream[T], to: int, record: T) -> None:
        self.files[stream.name].put(to, record)


def _do_all(engine: Engine, step: Step[Knowledge], place: _Place, known: Knowledge, watch: Watch) -> None:
    """Do a step for all ranges that lack it; what a process that was ended had begun is done again."""
    total = place.tasks(step)
    waiting = [number for number in range(total) if not place.has(step, number)]
    done = total - len(waiting)
    for _ in range(_TRIES):
        ended = []
        for outcome in engine.map(partial(_do, step, place, known), waiting):
            if isinstance(outcome.result, GeoError):
                raise outcome.result
            if not isinstance(outcome.result, Failure):
                watch(step.name, done := done + 1, total)
                continue
            failure = outcome.result
            if not failure.ended:
                raise _unable(step, outcome.task, failure)
            ended.append(outcome.task)
        if not ended:
            return
        waiting = ended
    raise _unable(step, waiting[0], failure)


def _unable(step: Step[Any], number: int, failure: Failure) -> EngineError:
    return EngineError(
        f"range {number} of step {step.name!r} cannot be joined: it {failure.reason};"
        " name more --ranges, so that each needs less memory"
    )


def _do(step: Step[Knowledge], place: _Place, known: Knowledge, number: int) -> Failure | GeoError | None:
    """Do a step for one range, where the engine works."""
    try:
        with ExitStack() as stack, _without_cycles():
            files = {
                s.name: stack.enter_context(spools.Writer(place.file(s.name, number), s.name, place.ranges))
                for s in step.gives
            }
            step.do(_FileDesk(number, place, files), known)
    except GeoError as error:
        return error  # raised, it would stand in the log of a cluster with all that its worker was given
    except MemoryError:
        return Failure("takes more memory than a process may")
    return None


@contextmanager
def _without_cycles() -> Iterator[None]:
    """Let nobody look for unreachable objects: records make none, and looking took most of the time."""
    looks = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looks:
            gc.enable()


def _movement_lines(place: _Place, counts: Counter[str]) -> Iterator[str]:
    for _, claims, line in merge(*_own(place, _MOVEMENT_LINES), key=lambda found: found[0]):
        counts["movements"] += 1
        counts["claims"] += claims
        yield line


def _journey_lines(place: _Place, counts: Counter[str]) -> Iterator[str]:
    for _, line in merge(*_own(place, _JOURNEY_LINES), key=lambda found: found[0]):
        counts["itineraries"] += 1
        yield line


def _own(place: _Place, stream: Stream[T]) -> list[Iterator[T]]:
    """Return what each range has put in order for itself."""
    return [place.given_by(stream, number, number) for number in range(place.ranges)]


def _write_parts(folder: Path, place: _Place, table: Stream[bytes]) -> None:
    for number in range(place.ranges):
        _write(folder / f"part-{number:06}.parquet", place.given_by(table, number, number))


def _write(path: Path, pieces: Iterable[bytes]) -> None:
    try:
        path.parent.mkdir(exist_ok=True)
        with path.open("wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        if isinstance(error, GeoError):
            raise
        raise OutputError(f"{path}: cannot be written: {error.strerror}; free some space") from error


def _exchange(work: Path, folder: Path) -> None:
    """Put what was written in place of what stood there; what has no `MANIFEST` is not whole."""
    try:
        (folder / MANIFEST).unlink(missing_ok=True)
        for layer in LAYERS:
            if (folder / layer).exists():
                (folder / layer).replace(work / f"{layer}-before")
        for name in (*OUTPUTS, *LAYERS, MANIFEST):
            (work / name).replace(folder / name)
    except OSError as error:
        raise OutputError(
            f"{folder}: cannot be written: {error.strerror}; see to it and run again"
        ) from error
