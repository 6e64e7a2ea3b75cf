"""The order of the rooms: from reports to readings, from readings to movements."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from geo import claims, dates, documents, gazetteer, languages, mentions, movements, places, text
from geo.gazetteer import Gazetteer
from geo.languages import LanguagePack
from geo.records import Document, Mention, Place, Problem, Reading, Run
from geo.text import Sentence

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
    sentences = _sentences(document, pack)
    sides = [m.value for s in sentences for m in s.matches if m.group == "demonym"]
    named = places.resolve(document.text, mentions.find(document.text, sentences, known, pack), sides)
    return _told(document, named, sentences, known)


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
    return _told(document, reading.mentions, _sentences(document, pack), known)


def _sentences(document: Document, pack: LanguagePack | None) -> tuple[Sentence, ...]:
    spans = text.sentences(document.text, pack.abbreviations if pack else frozenset())
    return tuple(text.analyse(document.text, spans, pack.lexicon if pack else None))


def _told(
    document: Document, named: Sequence[Mention], sentences: Sequence[Sentence], known: Gazetteer
) -> Reading:
    """Return the reading of a document whose places are known: its times and claims."""
    if not _has_pack(document):
        return Reading(document, tuple(named), (), ())
    pack = languages.load(document.language)
    times = dates.reader(pack).read(document.text, [s.span for s in sentences], document.published)
    states = claims.States(known.capitals(), known.countries())
    found = claims.read(document, sentences, named, times, pack, states)
    return Reading(document, tuple(named), times, found)


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
    collection = documents.collect(paths)
    known = known or gazetteer.default()
    readings = tuple(read_document(document, known) for document in progress(collection.documents))
    without_pack = tuple(_no_pack(r.document) for r in readings if not _has_pack(r.document))
    return readings, collection.problems + without_pack


def _has_pack(document: Document) -> bool:
    return document.language in languages.available()


def _no_pack(document: Document) -> Problem:
    reason = f"language {document.language or 'unknown'}: there is no pack, so only place names were read"
    return Problem(document.file or document.id, reason, left_out=False)


def run(paths: Sequence[Path], progress: Progress = iter, known: Gazetteer | None = None) -> Run:
    """Read the reports under `paths` and join their claims into movements; see `read`."""
    readings, problems = read(paths, progress, known)
    return assemble(readings, problems, known)


def assemble(
    readings: Sequence[Reading], problems: Sequence[Problem] = (), known: Gazetteer | None = None
) -> Run:
    """Join the claims of readings into movements; a side's own country comes from the gazetteer."""
    countries = (known or gazetteer.default()).countries()

    def home(code: str) -> Place | None:
        return countries.get(code)

    all_claims = [claim for reading in readings for claim in reading.claims]
    by_id = {reading.document.id: reading.document for reading in readings}
    return Run(tuple(readings), movements.join(all_claims, by_id, home), tuple(problems))


def document_of(row: Mapping[str, Any]) -> Document:
    """Return the document of a JSON object with ``id``, ``text`` and, if known, the other keys."""
    return documents.from_row({**row, "language": row.get("language") or row.get("lang")})
