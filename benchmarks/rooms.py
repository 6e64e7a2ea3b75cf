"""What each room up to the claims takes, one by one over the same reports, and all of them in a row."""

import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import corpus
import measuring
from corpus import Made, Shape

from geo import (
    claims,
    dates,
    documents,
    gazetteer,
    languages,
    lexicon,
    mentions,
    pipeline,
    places,
    store,
    text,
)
from geo.documents import Part
from geo.documents.parts import USUAL
from geo.engines import Engine, Serial
from geo.engines.processes import Processes
from geo.records import Document, Mention, TimeExpression
from geo.runs.lean import lean
from geo.runs.stamps import fingerprint
from geo.runs.tasks import Task, read
from geo.text import Sentence

_PER_ARTICLE = ("decoding and walking", "text", "mentions", "places", "dates", "claims")
_WARM = 1  # rounds that do not count
WARM = 10  # rounds of other reports, read before the first
_OTHERS = 1_000_000  # the number of the first of them


def document(report: Made) -> Document:
    """Return a report as `geo.documents` would."""
    return Document(report.id, report.text, published=report.published, language=report.language)


@dataclass(slots=True)
class _Round:
    """The reports of one round on their way through the rooms, each step with what it needs."""

    reports: Sequence[Made]
    known: gazetteer.Gazetteer
    read: list[Document] = field(default_factory=list)
    sentences: list[Sequence[Sentence]] = field(default_factory=list)
    named: list[Sequence[Mention]] = field(default_factory=list)
    placed: list[Sequence[Mention]] = field(default_factory=list)
    times: list[Sequence[TimeExpression]] = field(default_factory=list)
    claimed: int = 0

    def steps(self, folder: Path) -> Iterator[tuple[str, Callable[[], None]]]:
        """Yield each room's name and its work on this round, in order."""
        _write(self.reports, folder)
        work = (
            lambda: self._walk(folder),
            self._text,
            self._mentions,
            self._places,
            self._dates,
            self._claims,
        )
        return zip(_PER_ARTICLE, work, strict=True)

    def _walk(self, folder: Path) -> None:
        found = documents.parts([folder])
        self.read = [documents.read_part(part) for part in found if isinstance(part, Part)]

    def _text(self) -> None:
        for of in self.read:
            pack = languages.load(of.language or "")
            spans = text.sentences(of.text, pack.abbreviations)
            self.sentences.append(tuple(lexicon.analyse(of.text, spans, pack.lexicon)))

    def _mentions(self) -> None:
        for of, sentences in zip(self.read, self.sentences, strict=True):
            pack = languages.load(of.language or "")
            self.named.append(mentions.find(of.text, sentences, self.known, pack))

    def _places(self) -> None:
        for of, sentences, named in zip(self.read, self.sentences, self.named, strict=True):
            sides = [m.value for s in sentences for m in s.matches if m.group == "demonym"]
            self.placed.append(places.resolve(of.text, named, sides))

    def _dates(self) -> None:
        for of, sentences in zip(self.read, self.sentences, strict=True):
            reader = dates.reader(languages.load(of.language or ""))
            self.times.append(reader.read(of.text, [s.span for s in sentences], of.published))

    def _claims(self) -> None:
        states = claims.States(self.known.capitals(), self.known.countries())
        rows = zip(self.read, self.sentences, self.placed, self.times, strict=True)
        for of, sentences, placed, times in rows:
            pack = languages.load(of.language or "")
            self.claimed += len(claims.read(of, sentences, placed, times, pack, states))


def ready(_: int, __: int) -> Iterator[dict[str, Any]]:
    """Compile the gazetteer where that was never done, so that it is not measured."""
    gazetteer.default()
    yield {}


def warmed(size: int) -> gazetteer.Gazetteer:
    """Return the gazetteer once so many rounds of other reports were read: caches fill over some hundred."""
    known = gazetteer.default()
    for each in corpus.shaped(range(_OTHERS, _OTHERS + WARM * size), corpus.SHAPES["news"]):
        pipeline.read_document(document(each), known)
    return known


def rooms(rounds: int, size: int) -> Iterator[dict[str, Any]]:
    """Yield of each round the milliseconds an article that each room takes up to the claims."""
    known = warmed(size)
    total = claimed = 0
    for number, reports in enumerate(corpus.rounds(rounds, size, corpus.SHAPES["news"])):
        going = _Round(reports, known)
        with tempfile.TemporaryDirectory() as folder:
            taken = {n: [measuring.seconds(work) / size * 1000] for n, work in going.steps(Path(folder))}
        total, claimed = total + len(reports), claimed + going.claimed
        if number >= _WARM:
            yield {"ms": taken, "claims": claimed / total}


def whole(rounds: int, size: int) -> Iterator[dict[str, Any]]:
    """Yield articles a second of a core from raw text to claims, for reports of each shape by turns."""
    known = warmed(size)
    shapes = {**corpus.SHAPES, **{f"news, {of}": Shape(languages=(of,)) for of in corpus.LANGUAGES}}
    going = {}
    for name, shape in shapes.items():
        some = size * Shape().sentences // max(shape.sentences, Shape().sentences)  # long ones: as many words
        going[name] = corpus.rounds(rounds, max(some, 1), shape)
    for number in range(rounds + _WARM):
        taken = {name: [_rate(made[number], known)] for name, made in going.items()}
        if number >= _WARM:
            yield {"rates": taken}


def _rate(reports: Sequence[Made], known: gazetteer.Gazetteer) -> float:
    of = list(map(document, reports))
    return len(of) / measuring.seconds(lambda: [pipeline.read_document(each, known) for each in of])


def french(rounds: int, size: int) -> Iterator[dict[str, Any]]:
    """Yield articles a second of a core on the French texts that the other tools read too."""
    known = warmed(size)
    count = 0
    for number, reports in enumerate(corpus.rounds(rounds, size, Shape(languages=("fr",)))):
        start = time.process_time()
        count += sum(len(pipeline.read_document(document(each), known).mentions) for each in reports)
        rate = size / (time.process_time() - start)
        if number >= _WARM:
            yield {"rates": [rate], "found": count / size / (number + 1)}


def processes(count: int, rounds: int, size: int) -> Iterator[dict[str, Any]]:
    """Yield articles a second of the clock from a file's bytes to the store, in so many processes."""
    engine: Engine = Serial()
    if count > 1:
        engine = Processes(count, USUAL.seconds, USUAL.memory_bytes, ("geo.runs.tasks",))
    _, *made = corpus.rounds(rounds, size, corpus.SHAPES["news"])
    # each process reads half a round before the clock starts: it is slower up to there
    warm = list(corpus.shaped(range(_OTHERS, _OTHERS + size // 2 * count), corpus.SHAPES["news"]))
    start = core = 0.0
    for reports in made:
        with tempfile.TemporaryDirectory() as folder, store.Store(Path(folder, "kept")) as into:
            tasks = [*_tasks(warm, Path(folder, "warm")), *_tasks(reports, Path(folder, "round"))]
            for number, outcome in enumerate(engine.map(read, tasks), 1):
                if not isinstance(outcome.result, store.Entry) or outcome.result.reason:
                    raise SystemExit(f"a report could not be read: {outcome.result}")
                into.put([outcome.result])
                if number == len(warm):
                    start, core = time.perf_counter(), time.process_time()
            rate = len(reports) / (time.perf_counter() - start)
            of_core = len(reports) / (time.process_time() - core)
            memory = _held(into, [task.part.id for task in tasks])
            into.close()
            kept = into.path.stat().st_size
        bytes_each = {"store": kept / len(tasks), "reading": memory / len(tasks)}
        yield {"rates": [rate], "of_core": [of_core] if count == 1 else [], "bytes": bytes_each}


def _held(kept: store.Store, ids: Sequence[str]) -> int:
    """Return the bytes of memory that readings take back from the store, as joining holds them."""
    tracemalloc.start()
    readings = list(lean(kept.readings(ids)))
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    readings.clear()
    return held


def _tasks(reports: Sequence[Made], folder: Path) -> list[Task]:
    folder.mkdir()
    _write(reports, folder)
    parts = [part for part in documents.parts([folder]) if isinstance(part, Part)]
    return [Task(part, fingerprint(part), (), USUAL) for part in parts]


def _write(reports: Sequence[Made], folder: Path) -> None:
    for report in reports:
        (folder / f"{report.id}.md").write_text(corpus.front_matter(report), encoding="utf-8")
