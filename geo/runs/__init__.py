"""A run over an archive: what is new is read and kept, what is known is taken from the store.

The outputs are made of the store alone, so that a run which was killed and resumed gives the same bytes as
one which was not.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from geo import copies, corrections, documents, outputs, pipeline, sources, store
from geo.documents import Part
from geo.engines import Engine, Failure, Outcome
from geo.gazetteer import Gazetteer, Opened
from geo.records import Problem, Reading
from geo.runs.lean import lean
from geo.runs.stamps import Stamps, code, digest, fingerprint
from geo.runs.tasks import Job, Task, read
from geo.store import Entry, Store

__all__ = [
    "Event",
    "Fate",
    "Gathered",
    "Job",
    "Status",
    "Watch",
    "Written",
    "from_store",
    "gather",
    "silent",
    "status",
    "stream",
    "to_read",
    "write",
]

_STANDS = ("known", "new", "outdated", "failed", "skipped", "gone")  # what `status` counts


class Fate(StrEnum):
    """What a run did with a file or report."""

    READ = "read"
    KNOWN = "known"  # read by an earlier run, and nothing has changed since
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Event:
    """One step of a run, for who watches it."""

    fate: Fate
    file: str
    id: str | None = None
    reason: str | None = None
    claims: int = 0


Watch = Callable[[Event], None]


def silent(_: Event) -> None:
    """Tell nobody."""


def gather(job: Job, kept: Store, engine: Engine, opened: Opened, watch: Watch = silent) -> "Gathered":
    """Read what is new among the reports, keep it, and forget what is no longer there.

    Parameters
    ----------
    job
        What to read.
    kept
        The store; each document is in it as soon as it is read.
    engine
        What reads.
    opened
        The gazetteer of ``job.gazetteers``.
    watch
        Is told each step.

    Raises
    ------
    InputError
        A path does not exist, or nothing at all can be read under it.
    StoreError
        The store cannot be written to.
    """
    keeper = _Keeper(job, kept, Stamps(opened.key, job.limits), watch)
    for outcome in engine.map(read, keeper.tasks()):
        keeper.keep(outcome)
    kept.forget([of for of in kept.ids() if of not in keeper.seen])
    return keeper.gathered()


def stream(job: Job, engine: Engine, known: Gazetteer, watch: Watch = silent) -> Iterator[Reading | Problem]:
    """Read reports one after another and keep nothing of them; a person's corrections are applied.

    Parameters
    ----------
    job, engine, watch
        As of `gather`.
    known
        The gazetteer of ``job.gazetteers``.

    Yields
    ------
    Reading or Problem
        In the order of the reports; what concerns a person's tables comes last.
    """
    left_out: list[Problem] = []
    loaded = corrections.load(pipeline.folders(job.places))
    corrector = corrections.Corrector(loaded, pipeline.finder(known))
    for outcome in engine.map(read, to_read(job, left_out, watch)):
        entry = _entry(outcome)
        watch(_event(entry))
        yield from left_out
        left_out.clear()
        if entry.reading is None:
            yield Problem(entry.file, entry.reason or "")
            continue
        reading = store.unpack(entry.reading)
        yield from pipeline.without_pack([reading])
        yield corrector.corrected(reading)
    yield from (*left_out, *loaded.problems, *corrector.problems())


def to_read(job: Job, left_out: list[Problem], watch: Watch = silent) -> Iterator[Task]:
    """Yield each report of a job once; what stands before it and is none is put into `left_out`."""
    for found in _found(job, {}):
        if isinstance(found, Problem):
            left_out.append(found)
            watch(_event_of(found))
        else:
            yield Task(found, "", job.gazetteers, job.limits)


def from_store(job: Job, kept: Store, opened: Opened) -> Callable[[Task], Task | Entry]:
    """Return what gives of a report that is to be read all that a store has of it, if that is up to date."""
    stamps = Stamps(opened.key, job.limits)

    def known(task: Task) -> Task | Entry:
        row = kept.kept(task.part.id)
        is_current = row is not None and stamps.is_current(row, task.part, fingerprint(task.part))
        return kept.entry(task.part.id) if is_current else task

    return known


def _found(job: Job, seen: dict[str, str]) -> Iterator[Part | Problem]:
    """Yield the parts of a job, each id once; `seen` holds the file of each."""
    for found in documents.parts(job.paths, job.limits, job.columns, job.form):
        if isinstance(found, Part) and found.id in seen:
            other = seen[found.id]
            yield Problem(found.file, f"has the id {found.id!r:.100} of {other}; rename one")
            continue
        if isinstance(found, Part):
            seen[found.id] = found.file
        yield found


def _entry(outcome: Outcome[Task, Entry]) -> Entry:
    found = outcome.result
    return outcome.task.failed(found.reason) if isinstance(found, Failure) else found


def _event(entry: Entry) -> Event:
    fate = Fate.READ if entry.reason is None else Fate.FAILED
    return Event(fate, entry.file, entry.id, entry.reason, entry.claims)


def _event_of(problem: Problem) -> Event:
    return Event(Fate.SKIPPED if problem.skipped else Fate.FAILED, problem.file, reason=problem.reason)


@dataclass(frozen=True, slots=True)
class Gathered:
    """Which documents the store now holds for a job, in the order in which they were found.

    Attributes
    ----------
    ids
        Of those that could be read.
    problems
        What was left out, in the same order.
    digest
        Hash of all of it.
    """

    ids: tuple[str, ...]
    problems: tuple[Problem, ...]
    digest: str


class _Keeper:
    """Goes over the reports of a job in order, and knows of each whether the store has it."""

    def __init__(self, job: Job, kept: Store, stamps: Stamps, watch: Watch) -> None:
        self._job, self._kept, self._stamps, self._watch = job, kept, stamps, watch
        self._order: list[str | Problem] = []
        self.seen: dict[str, str] = {}

    def tasks(self) -> Iterator[Task]:
        """Yield what has to be read."""
        for found in _found(self._job, self.seen):
            self._order.append(found if isinstance(found, Problem) else found.id)
            if isinstance(found, Problem):
                self._watch(_event_of(found))
            elif (task := self._task(found)) is not None:
                yield task

    def _task(self, part: Part) -> Task | None:
        now = fingerprint(part)
        kept = self._kept.kept(part.id)
        if kept is None or not self._stamps.is_current(kept, part, now):
            return Task(part, now, self._job.gazetteers, self._job.limits)
        fate = Fate.FAILED if kept.reason else Fate.KNOWN
        self._watch(Event(fate, part.file, part.id, kept.reason, kept.claims))
        return None

    def keep(self, outcome: Outcome[Task, Entry]) -> None:
        """Keep what came of a task."""
        form, entry = outcome.task.part.form, _entry(outcome)
        stamp = self._stamps.of_failed(form) if entry.reason else self._stamps.of(form, entry.language)
        self._kept.put([replace(entry, stamp=stamp)])
        self._watch(_event(entry))

    def gathered(self) -> Gathered:
        """Return what the store holds of all that was met."""
        ids: list[str] = []
        problems: list[Problem] = []
        found = hashlib.sha256()
        stored = self._kept.of(item for item in self._order if isinstance(item, str))
        for item in self._order:
            row = next(stored) if isinstance(item, str) else item
            if isinstance(row, Problem):
                problems.append(row)
                found.update(repr(row).encode())
                continue
            found.update(f"{row.id}\0{row.fingerprint}{row.stamp}\0".encode())
            if row.reason is None:
                ids.append(row.id)
            else:
                problems.append(Problem(row.file, row.reason))
        return Gathered(tuple(ids), tuple(problems), found.hexdigest())


@dataclass(frozen=True, slots=True)
class Status:
    """How the store stands to the reports.

    Attributes
    ----------
    counts
        Documents by what the next run would do with them (known, new, outdated, failed, gone), and files
        that are skipped.
    failed
        What cannot be read, with its reason.
    """

    counts: Mapping[str, int]
    failed: tuple[Problem, ...]


def status(job: Job, kept: Store, opened: Opened) -> Status:
    """Tell what is read, failed and outdated, without reading a report."""
    events: list[Event] = []
    keeper = _Keeper(job, kept, Stamps(opened.key, job.limits), events.append)
    stored = set(kept.ids())
    waiting = Counter("outdated" if task.part.id in stored else "new" for task in keeper.tasks())
    counts = Counter(event.fate.value for event in events)
    failed = tuple(Problem(e.file, e.reason or "") for e in events if e.fate is Fate.FAILED)
    gone = len(stored - keeper.seen.keys())
    return Status({**dict.fromkeys(_STANDS, 0), **counts, **waiting, "gone": gone}, failed)


@dataclass(frozen=True, slots=True)
class Written:
    """The outputs of a run.

    Attributes
    ----------
    report
        What `geo.outputs.report` tells of it.
    names
        Of the files.
    new
        False where they stood there already.
    """

    report: Mapping[str, Any]
    names: tuple[str, ...]
    new: bool


def write(job: Job, gathered: Gathered, kept: Store, opened: Opened, settings: outputs.Settings) -> Written:
    """Write the outputs, unless they stand there and nothing that they are made of has changed.

    Raises
    ------
    OutputError
        A file cannot be written; it and those behind it are as they were.
    StoreError
        The store is damaged.
    """
    folder = kept.path.parent
    tables = [path.read_bytes() for path in _tables(job) if path.is_file()]
    key = digest(code(), gathered.digest, repr(settings), opened.key, *tables)
    before, files = kept.written()
    if before == key and all(_hash_of(folder / name) == found for name, found in files.items()):
        return Written(json.loads((folder / outputs.REPORT).read_bytes()), tuple(files), new=False)
    readings = tuple(lean(kept.readings(gathered.ids)))
    run = pipeline.joined(readings, gathered.problems, job.places, opened.gazetteer)
    run = replace(run, copies=copies.find(kept.signatures(gathered.ids)))
    from geo import exports  # noqa: PLC0415 - geopandas takes a second to load, also where nothing is written

    names = []
    for name, content in outputs.files(run, settings):
        exports.remove_unfinished(folder / name)  # the store's lock lets no other run be at work here
        exports.write(folder / name, content)
        names.append(name)
    kept.set_written(key, {name: _hash_of(folder / name) for name in names})
    return Written(json.loads((folder / outputs.REPORT).read_bytes()), tuple(names), new=True)


def _tables(job: Job) -> list[Path]:
    """Return where a person may keep tables that joining needs."""
    names = (*corrections.TABLES, sources.TABLE)
    return [folder / name for folder in pipeline.folders(job.places) for name in names]


def _hash_of(path: Path) -> str:
    """Return the hash of a file; of none where there is none."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
