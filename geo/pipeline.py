"""The order of the rooms: from reports to readings, from readings to movements."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, takewhile
from pathlib import Path
from typing import Any

from geo import (
    claims,
    corrections,
    dates,
    documents,
    gazetteer,
    jsonlines,
    languages,
    lexicon,
    mentions,
    movements,
    places,
    sources,
    text,
)
from geo.gazetteer import Gazetteer
from geo.languages import LanguagePack
from geo.records import (
    Action,
    Correction,
    Document,
    Mention,
    Place,
    PlaceKind,
    Problem,
    Reading,
    Run,
    SourceNote,
)
from geo.text import Sentence

_STATE_NAME = 3  # words of a state's name, at most

Progress = Callable[[Sequence[Document]], Iterable[Document]]


def read_document(document: Document, known: Gazetteer | None = None) -> Reading:
    """Read one document: its place names, times and claims.

    Parameters
    ----------
    document
        The report. Without a language that has a pack only its place names are read.
    known
        The gazetteer; the one that comes with the program if None.
    """
    known = known or gazetteer.default()
    pack = languages.load(document.language) if _has_pack(document) else None
    read = _in_sentences(document)
    sentences = _sentences(read, pack)
    sides = [m.value for s in sentences for m in s.groups.get("demonym", ())]
    found = mentions.find(read.text, sentences, known, pack)
    named = places.resolve(read.text, found, sides, pack.home if pack else ())
    return _in_own_words(document, _told(read, named, sentences, known))


def dated(reading: Reading, published: dt.date, known: Gazetteer | None = None) -> Reading:
    """Return a reading as it is once its day of publication is known: what stood open is resolved.

    No file is read and no place looked for again; the result is that of reading the dated document.

    Parameters
    ----------
    reading
        What was read of a document without a date, or with another.
    published
        The day of its publication.
    known
        The gazetteer it was read with; the one that comes with the program if None.
    """
    document = replace(reading.document, published=published)
    pack = languages.load(document.language) if _has_pack(document) else None
    known = known or gazetteer.default()
    read = _in_sentences(document)
    return _in_own_words(document, _told(read, reading.mentions, _sentences(read, pack), known))


def _in_sentences(document: Document) -> Document:
    """Return a report whose lines break only where the words do, each word where it was."""
    plain = text.unwrapped(document.text)
    return document if plain == document.text else replace(document, text=plain, digest=document.sha256)


def _in_own_words(document: Document, reading: Reading) -> Reading:
    """Return a reading with the report as it was given, and what is quoted of it."""
    if reading.document is document:
        return reading
    words = document.text
    named = tuple(replace(m, text=m.span.of(words)) for m in reading.mentions)
    claims_ = tuple(
        replace(c, evidence=tuple(replace(e, quote=e.span.of(words)) for e in c.evidence))
        for c in reading.claims
    )
    return replace(reading, document=document, mentions=named, claims=claims_)


def _sentences(document: Document, pack: LanguagePack | None) -> tuple[Sentence, ...]:
    spans = text.sentences(document.text, pack.abbreviations if pack else frozenset())
    return tuple(lexicon.analyse(document.text, spans, pack.lexicon if pack else None))


def _told(
    document: Document, named: Sequence[Mention], sentences: Sequence[Sentence], known: Gazetteer
) -> Reading:
    """Return the reading of a document whose places are known: its times and claims."""
    if not _has_pack(document):
        return Reading(document, tuple(named), (), ())
    pack = languages.load(document.language)
    spans, words = [s.span for s in sentences], [s.words for s in sentences]
    times = dates.reader(pack).read(document.text, spans, document.published, words)
    own = claims.is_own_release(document.publisher, pack)
    publisher = _publishers_state(document.publisher or "", known) if own else None
    states = claims.States(known.capitals(), known.countries(), publisher)
    found = claims.read(document, sentences, named, times, pack, states)
    return Reading(document, tuple(named), times, found)


def _publishers_state(publisher: str, known: Gazetteer) -> str | None:
    """Return the state that a publisher's name holds, or whose capital: "Ministry of Defence, New Delhi"."""
    words = text.tokenize(publisher)
    ends = combinations(range(len(words) + 1), 2)
    longest_first = sorted(
        (pair for pair in ends if pair[1] - pair[0] <= _STATE_NAME), key=lambda p: p[0] - p[1]
    )
    seats = {place.id for place in known.capitals().values()}
    found: list[Place] = []
    for first, last in longest_first:
        if words[first].capital and words[last - 1].capital:
            named = known.named(publisher[words[first].start : words[last - 1].end])
            found += [entry.place for entry in named]
    states = [place for place in found if place.kind is PlaceKind.COUNTRY]
    states = states or [place for place in found if place.id in seats]
    return states[0].country_code if states else None


def read(
    paths: Sequence[Path], progress: Progress = iter, known: Gazetteer | None = None
) -> tuple[tuple[Reading, ...], tuple[Problem, ...]]:
    """Read every report under `paths`; what was left out comes with its reason.

    Parameters
    ----------
    paths
        Files and folders.
    progress
        Wraps the documents as they are read, to show how far the work is.
    known
        The gazetteer; the one that comes with the program if None.
    """
    readings, problems, _ = _read(paths, progress, known or gazetteer.default())
    return readings, problems


def _read(
    paths: Sequence[Path], progress: Progress, known: Gazetteer
) -> tuple[tuple[Reading, ...], tuple[Problem, ...], corrections.Loaded]:
    """Read every report, correct it as a person decided, and return the corrections for who joins."""
    collection = documents.collect(paths)
    readings = tuple(read_document(document, known) for document in progress(collection.documents))
    return _corrected(readings, collection.problems, paths, known)


def _corrected(
    readings: Sequence[Reading], problems: Sequence[Problem], paths: Sequence[Path], known: Gazetteer
) -> tuple[tuple[Reading, ...], tuple[Problem, ...], corrections.Loaded]:
    loaded = corrections.load(folders(paths))
    applied = corrections.apply(readings, loaded, finder(known))
    told = (*problems, *without_pack(readings), *loaded.problems, *applied.problems)
    return applied.readings, told, loaded


def without_pack(readings: Iterable[Reading]) -> Iterator[Problem]:
    """Yield a note for each report in a language that has no pack."""
    return (_no_pack(r.document) for r in readings if not _has_pack(r.document))


def folders(paths: Sequence[Path]) -> list[Path]:
    """Return the folders in which a person keeps tables beside the reports, each once."""
    return list(dict.fromkeys(map(_folder, paths)))


def _folder(path: Path) -> Path:
    """Return a folder itself, that of a file, or what stands before the first pattern (``week*/a.html``)."""
    if path.is_dir():
        return path
    plain = list(takewhile(lambda part: not set(part) & set("*?["), path.parts))
    return Path(*plain) if len(plain) < len(path.parts) else path.parent


def finder(known: Gazetteer) -> corrections.FindPlace:
    """Return what finds the place of an id or name: of several, one that people keep before others."""

    def find(words: str) -> Place | None:
        entry = known.by_id(words)
        if entry is None:
            named = sorted(known.named(words), key=lambda e: not e.curated)
            entry = named[0] if named else None
        return entry.place if entry else None

    return find


def _has_pack(document: Document) -> bool:
    return document.language in languages.available()


def _no_pack(document: Document) -> Problem:
    reason = f"language {document.language or 'unknown'}: there is no pack, so only place names were read"
    return Problem(document.file or document.id, reason, left_out=False)


def run(paths: Sequence[Path], progress: Progress = iter, known: Gazetteer | None = None) -> Run:
    """Read the reports under `paths` and join their claims into movements; see `read`."""
    known = known or gazetteer.default()
    collection = documents.collect(paths)
    readings = [read_document(document, known) for document in progress(collection.documents)]
    return joined(readings, collection.problems, paths, known)


def joined(
    readings: Sequence[Reading], problems: Sequence[Problem], paths: Sequence[Path], known: Gazetteer
) -> Run:
    """Correct readings as a person decided in the tables beside the reports, and join their claims.

    Parameters
    ----------
    readings, problems
        What was read, and what was left out.
    paths
        Where the reports are.
    known
        The gazetteer they were read with.
    """
    corrected, told, loaded = _corrected(readings, problems, paths, known)
    notes, more = sources.load(folders(paths))
    return assemble(corrected, (*told, *more), known, Beside(notes, loaded.joins))


def run_of(path: Path, known: Gazetteer | None = None) -> Run:
    """Read back a ``claims.jsonl`` and join its claims into movements, without reading a report again.

    What a person decided since it was written is taken from the tables beside the file; what the file was
    written with is in it and is not applied twice.

    Parameters
    ----------
    path
        What ``geo read`` or ``geo map`` wrote.
    known
        The gazetteer; the one that comes with the program if None.

    Raises
    ------
    InputError
        It is not such a file.
    """
    known = known or gazetteer.default()
    readings = jsonlines.load(path)
    loaded = corrections.load([path.parent])
    pending = corrections.pending(loaded, readings)
    applied = corrections.apply(readings, pending, finder(known))
    notes, more = sources.load([path.parent])
    problems = (*loaded.problems, *applied.problems, *more)
    return assemble(applied.readings, problems, known, Beside(notes, loaded.joins))


@dataclass(frozen=True, slots=True)
class Beside:
    """What a person keeps beside the reports and who joins needs: notes on sources, and joins decided."""

    notes: tuple[SourceNote, ...] = ()
    joins: tuple[tuple[tuple[str, str], Correction], ...] = ()


def assemble(
    readings: Sequence[Reading],
    problems: Sequence[Problem] = (),
    known: Gazetteer | None = None,
    beside: Beside = Beside(),
) -> Run:
    """Join the claims of readings into movements; a side's own country comes from the gazetteer."""
    joined = movements.join(readings, knowledge(known or gazetteer.default(), beside))
    return Run(tuple(readings), joined.movements, tuple(problems), joined.itineraries)


def beside(folders: Sequence[Path]) -> tuple[Beside, tuple[Problem, ...]]:
    """Return what a person keeps in folders for who joins, and what of it cannot be used."""
    loaded, (notes, problems) = corrections.load(folders), sources.load(folders)
    return Beside(notes, loaded.joins), (*loaded.problems, *problems)


def knowledge(known: Gazetteer, beside: Beside) -> movements.Knowledge:
    """Return what joining asks beside the reports; it can be sent to other processes."""
    decisions = movements.Decisions(
        joined={pair: c for pair, c in beside.joins if c.action is Action.ACCEPT},
        parted={pair: c for pair, c in beside.joins if c.action is Action.REJECT},
    )
    return movements.Knowledge(dict(known.countries()).get, beside.notes, decisions)


def document_of(row: Mapping[str, Any]) -> Document:
    """Return the document of a JSON object with ``id``, ``text`` and, if known, the other keys."""
    return documents.from_row({**row, "language": row.get("language") or row.get("lang")})
