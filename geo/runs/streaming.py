"""A run whose workers write what they read, batch by batch: the one that leads it holds no claim.

A batch is one task of the engine. One that takes longer than a report may, or ends its process, is taken
apart: its reports are read one by one, so that the one at fault fails alone, and what came of them is
written as the batch that it is. So a batch has one name, whatever happened to it, and the same bytes.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from functools import partial

from geo import corrections, pipeline, store
from geo.corrections import Corrector, Loaded, Met
from geo.engines import Engine, Failure, Outcome
from geo.errors import EngineError, OutputError
from geo.gazetteer import Gazetteer
from geo.records import Problem, Reading
from geo.runs import Event, Fate, Watch, silent, to_read
from geo.runs.targets import Target
from geo.runs.tasks import Job, Task, opened, read, reading
from geo.store import Entry

_REPORTS = 64  # of a batch
_BYTES = 2_000_000  # of a batch, unless one report is larger: it is read well within the time of one report
_TRIES = 3  # times that a batch may fail: as it was cut, and written anew, as its worker may have been killed


@dataclass(frozen=True, slots=True)
class Streamed:
    """What a run wrote.

    Attributes
    ----------
    counts
        Reports that were read, their mentions and claims, and the rows written.
    problems
        What was left out, in the order of the reports; what concerns a person's tables comes last.
    where
        In words.
    """

    counts: Counter[str]
    problems: tuple[Problem, ...]
    where: str


@dataclass(frozen=True, slots=True)
class _Batch:
    """Reports that are written together: to be read, or read already."""

    number: int
    items: tuple[Task | Entry, ...]


@dataclass(frozen=True, slots=True)
class _Alone:
    """A report to be read, of a batch that was taken apart, and its place there."""

    number: int
    place: int
    task: Task
    again: bool = False


@dataclass(frozen=True, slots=True)
class _Done:
    """What is told of a batch that was written."""

    number: int
    counts: Counter[str]
    events: tuple[Event, ...]
    problems: tuple[Problem, ...]
    met: Met


@dataclass(frozen=True, slots=True)
class _Kit:
    """What a worker needs beside the reports."""

    target: Target
    loaded: Loaded
    gazetteers: tuple[str, ...]


_Step = _Batch | _Alone
_Result = _Done | Entry | Failure | OutputError


Had = Callable[[Task], Task | Entry]  # what is known of a report that is to be read


def nothing(task: Task) -> Task:
    """Know nothing of a report."""
    return task


def into(
    job: Job,
    engine: Engine,
    known: Gazetteer,
    target: Target,
    watch: Watch = silent,
    had: Had = nothing,
) -> Streamed:
    """Read reports and let those who read them write their claims; a person's corrections are applied.

    Parameters
    ----------
    job, engine, known, watch
        As of `geo.runs.stream`.
    target
        Where to: see `geo.runs.targets`.
    had
        Gives what was read of a report before, as `geo.runs.from_store` does: it is not read again.

    Raises
    ------
    OutputError
        The target cannot be written to.
    EngineError
        The workers are gone, or cannot write within the limits.
    """
    lead = _Lead(job, watch, had)
    kit = _Kit(target, corrections.load(pipeline.folders(job.places)), job.gazetteers)
    while lead.waits:
        for outcome in engine.map(partial(_do, kit), lead.steps()):
            lead.take(outcome)
    problems = lead.problems(Corrector(kit.loaded, pipeline.finder(known)), kit.loaded)
    told = {**lead.counts, "problems": [asdict(problem) for problem in problems]}
    return Streamed(lead.counts, problems, target.finish(lead.parts, told))


class _Lead:
    """Gives out batches, and takes what is told of them."""

    def __init__(self, job: Job, watch: Watch, had: Had) -> None:
        self._watch, self._had = watch, had
        self._problems: defaultdict[int, list[Problem]] = defaultdict(list)
        self._met: dict[int, Met] = {}
        self._again: deque[_Step] = deque()
        self._apart: dict[int, list[Entry | None]] = {}
        self._failed: Counter[int] = Counter()
        self._batches = self._cut(job)
        self.counts = Counter(reports=0, mentions=0, claims=0, rows=0)
        self.parts = 0
        self.waits = True

    def _cut(self, job: Job) -> Iterator[_Batch]:
        """Yield the batches of a job: one at least, so that there is a table."""
        held: list[Task | Entry] = []
        size = 0
        left_out: list[Problem] = []
        for task in to_read(job, left_out, self._watch):
            held.append(self._had(task))
            size += len(task.part.raw)
            if len(held) == _REPORTS or size >= _BYTES:
                yield self._batch(held, left_out)
                held, size = [], 0
        if held or not self.parts:
            yield self._batch(held, left_out)
        self._problems[self.parts] += left_out

    def _batch(self, items: list[Task | Entry], left_out: list[Problem]) -> _Batch:
        number = self.parts
        self.parts += 1
        self._problems[number] += left_out
        left_out.clear()
        return _Batch(number, tuple(items))

    def steps(self) -> Iterator[_Step]:
        """Yield what is to be done; `waits` tells whether more has come up once it ended."""
        while (step := self._again.popleft() if self._again else next(self._batches, None)) is not None:
            yield step
        self.waits = False

    def take(self, outcome: Outcome[_Step, _Result]) -> None:
        """Take what came of a step."""
        step, result = outcome.task, outcome.result
        if isinstance(result, OutputError):
            raise result
        if isinstance(step, _Alone):
            self._keep(step, result)
        elif isinstance(result, _Done):
            self._hear(result)
        elif isinstance(result, Failure):
            self._part(step, result)

    def _keep(self, step: _Alone, result: _Result) -> None:
        """Keep what came of a report until all of its batch are read; who ends two processes is at fault."""
        entries = self._apart[step.number]
        if isinstance(result, Entry):
            entries[step.place] = result
        elif isinstance(result, Failure):
            if result.ended and not step.again:
                self._do_again([replace(step, again=True)])
            else:
                entries[step.place] = step.task.failed(result.reason)
        if None not in entries:
            self._do_again([_Batch(step.number, tuple(filter(None, self._apart.pop(step.number))))])

    def _part(self, batch: _Batch, failure: Failure) -> None:
        """Take a batch apart; one that is read already is written again, some times."""
        self._failed[batch.number] += 1
        items = list(enumerate(batch.items))
        alone = [_Alone(batch.number, place, item) for place, item in items if isinstance(item, Task)]
        if alone:
            self._apart[batch.number] = [item if isinstance(item, Entry) else None for _, item in items]
        elif self._failed[batch.number] > _TRIES:
            raise EngineError(f"batch {batch.number} is read and cannot be written: it {failure.reason}")
        self._do_again(alone or [batch])

    def _do_again(self, steps: Iterable[_Step]) -> None:
        self._again.extend(steps)
        self.waits = True

    def _hear(self, done: _Done) -> None:
        self.counts.update(done.counts)
        self._problems[done.number] += done.problems
        self._met[done.number] = done.met
        for event in done.events:
            self._watch(event)

    def problems(self, corrector: Corrector, loaded: Loaded) -> tuple[Problem, ...]:
        """Return all problems in the order of the reports; whatever was done first."""
        for _, met in sorted(self._met.items()):
            corrector.hear(met)
        found = (problem for _, told in sorted(self._problems.items()) for problem in told)
        return (*found, *loaded.problems, *corrector.problems())


def _do(kit: _Kit, step: _Step) -> _Result:
    """Do a step, where the report or its batch is."""
    if isinstance(step, _Alone):
        return read(step.task)
    try:
        return _Writing(kit, step).done()
    except OutputError as error:
        return error  # raised, it would stand in the log of a cluster with all that its worker was given
    except MemoryError:
        return Failure("takes more memory than it may; raise the limit")


class _Writing:
    """Reads what of a batch is not read yet, corrects it, and writes it."""

    def __init__(self, kit: _Kit, batch: _Batch) -> None:
        self._kit, self._batch = kit, batch
        self._corrector = Corrector(kit.loaded, pipeline.finder(opened(kit.gazetteers)))
        self._events: list[Event] = []
        self._problems: list[Problem] = []
        self._readings: list[Reading] = []

    def done(self) -> _Done:
        """Do it and tell of it."""
        reports = []
        for item in self._batch.items:
            entry = item if isinstance(item, Entry) else item.failed("")
            reports.append(entry.id)
            refusal = self._kit.target.refusal(entry.id)
            self._take(entry, Problem(entry.file, refusal) if refusal else _said(item))
        counts = Counter(
            reports=len(self._readings),
            mentions=sum(len(reading.mentions) for reading in self._readings),
            claims=sum(len(reading.claims) for reading in self._readings),
            rows=self._kit.target.put(self._batch.number, reports, self._readings),
        )
        met = self._corrector.met()
        return _Done(self._batch.number, counts, tuple(self._events), tuple(self._problems), met)

    def _take(self, entry: Entry, said: Reading | Problem) -> None:
        if isinstance(said, Problem):
            self._problems.append(said)
            self._events.append(Event(Fate.FAILED, entry.file, entry.id, said.reason))
            return
        fate = Fate.KNOWN if entry.stamp else Fate.READ
        self._events.append(Event(fate, entry.file, entry.id, claims=len(said.claims)))
        self._problems += pipeline.without_pack([said])
        self._readings.append(self._corrector.corrected(said))


def _said(item: Task | Entry) -> Reading | Problem:
    """Return what a report says, read now or before."""
    if isinstance(item, Task):
        return reading(item)
    return store.unpack(item.reading) if item.reading else Problem(item.file, item.reason or "")
