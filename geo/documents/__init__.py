"""Files to documents, with what is known of publisher, date and language.

`parts` finds files and opens what holds several reports; `read_part` turns one part into a document, in
any process; `collect` does both. A file that cannot be read becomes a problem with its reason; the others
are read all the same. `FORMS` says which formats there are.
"""

import datetime as dt
import os.path
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from io import BufferedReader
from pathlib import Path

from geo.documents import walking
from geo.documents.content import Content
from geo.documents.forms import FORMS, SUFFIXES, recognise, suffix_of
from geo.documents.front_matter import split_front_matter
from geo.documents.language import detect_language
from geo.documents.opening import HEAD, Source, opened
from geo.documents.parts import USUAL, Limits, Part
from geo.documents.reports_table import ReportsTables
from geo.documents.rows import keys_of
from geo.documents.streams import Budget, buffered, reason
from geo.documents.told import KEYS, day, shown
from geo.errors import InputError
from geo.records import Document, Problem

__all__ = [
    "FORMS",
    "Collection",
    "Limits",
    "Part",
    "collect",
    "detect_language",
    "from_row",
    "parts",
    "read_part",
    "split_front_matter",
]


@dataclass(frozen=True, slots=True)
class Collection:
    """The documents that were read, in order, and what was left out."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]


def collect(paths: Sequence[Path | str], limits: Limits = USUAL) -> Collection:
    """Read every report under `paths`, in this process.

    Parameters
    ----------
    paths, limits
        As of `parts`.

    Returns
    -------
    Collection
        A file that is no report, cannot be read or repeats an id is among the problems.

    Raises
    ------
    InputError
        A path does not exist, or nothing at all can be read under it.
    """
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for found in parts(paths, limits):
        result = found if isinstance(found, Problem) else _read_or_problem(found, limits)
        if isinstance(result, Problem):
            problems.append(result)
        elif result.id in documents:
            other = documents[result.id].file
            problems.append(Problem(result.file or "", f"has the id {result.id!r} of {other}; rename one"))
        else:
            documents[result.id] = result
    return Collection(tuple(documents.values()), tuple(problems))


def _read_or_problem(part: Part, limits: Limits) -> Document | Problem:
    try:
        return read_part(part, limits)
    except InputError as error:
        return Problem(part.file, str(error))


def parts(
    paths: Sequence[Path | str],
    limits: Limits = USUAL,
    columns: Mapping[str, str] | None = None,
    form: str | None = None,
) -> Iterator[Part | Problem]:
    """Yield every report under `paths` unread, and what cannot become one; one file at a time is open.

    Parameters
    ----------
    paths
        Files; folders, searched in the order of names without links and hidden files; patterns
        (``a/**/*.html``); ``-`` for standard input.
    limits
        How much of anything is read.
    columns
        Of tables: the column of each key (id, text, title, publisher, published, language, url) that is not
        called as usual.
    form
        The format of standard input, a key of `FORMS`; what its first bytes say if None, else text.

    Raises
    ------
    InputError
        A path does not exist or is an address, or nothing at all can be read under it. Raised by the call,
        before the first part.
    """
    roots = [walking.root(path) for path in paths]
    for root in roots:
        _check_readable(root)
    return _parts(roots, limits, columns, form)


def _check_readable(root: walking.Root) -> None:
    files = (file for file in root.files() if isinstance(file, str))
    if not any(_is_report(root.folder / file) for file in files):
        raise InputError(
            f"{shown(root.named)}: no reports here; put .txt, .html, .pdf or .jsonl files into it"
        )


def _is_report(path: Path) -> bool:
    """Return whether a file is a report or holds some: by its name, or by its first bytes if that is open."""
    if path.name in walking.TABLES:
        return False
    if path.name == walking.STANDARD_INPUT or suffix_of(path.name) in SUFFIXES:
        return True
    try:
        with path.open("rb") as stream:
            return bool(recognise(path.name, stream.read(HEAD)))
    except (InputError, OSError):
        return False


def _parts(
    roots: Sequence[walking.Root], limits: Limits, columns: Mapping[str, str] | None, form: str | None
) -> Iterator[Part | Problem]:
    for root in roots:
        tables = ReportsTables(root.folder)
        for file in root.files():
            if isinstance(file, Problem):
                yield file
            elif file == root.named == walking.STANDARD_INPUT:
                stream = buffered(sys.stdin.buffer.read)
                yield from opened(replace(_source(stream, file, file, limits), columns=columns, form=form))
            elif os.path.basename(file) not in walking.TABLES:  # noqa: PTH119 - a million of them
                yield from _file(root.folder / file, file, tables, _Reading(limits, columns))
                yield from tables.problems()


@dataclass(frozen=True, slots=True)
class _Reading:
    """How the files of a run are read."""

    limits: Limits
    columns: Mapping[str, str] | None


def _file(path: Path, label: str, tables: ReportsTables, how: _Reading) -> Iterator[Part | Problem]:
    name = str(path)
    try:
        with path.open("rb") as stream:
            source = _source(stream, name, label, how.limits)
            told_of = partial(tables.row, path)
            yield from opened(replace(source, told=told_of(), told_of=told_of, columns=how.columns))
    except OSError as error:
        yield Problem(shown(name), reason(error))


def _source(stream: BufferedReader, file: str, label: str, limits: Limits) -> Source:
    label = shown(label)
    base = label.rpartition("/")[2]
    return Source(stream, shown(file), label, base, base, limits, Budget(limits), {}, lambda _: {})


def read_part(part: Part, limits: Limits = USUAL) -> Document:
    """Read one part; what is told of it outranks what its bytes say.

    Raises
    ------
    InputError
        It holds no text that can be read, too long a one, or its format's library is not installed.
    """
    form, told = FORMS[part.form], dict(part.told)
    try:
        content: Content = form.load()(part.raw, told, limits)
    except ModuleNotFoundError as error:
        raise form.missing(error) from error
    if not content.text.strip():
        raise InputError("has no text; put the report's text into it")
    if len(content.text) > limits.text_chars:
        raise InputError(f"has a text of more than {limits.text_chars:,} characters; split it")
    known = {key: told.get(key) or getattr(content, key) for key in KEYS}
    document = replace(_document(part.id, content.text, known), file=part.file, encoding=content.encoding)
    return replace(document, guessed=tuple(name for name in content.guessed if not told.get(name)))


def from_row(row: object) -> Document:
    """Return the document of a JSON object; its ``text`` is taken to the letter.

    Raises
    ------
    InputError
        There is no ``id`` or ``text``, or ``published`` is no date.
    """
    told = keys_of(row)
    return _document(told["id"], told["text"], told)


def _document(key: str, text: str, known: Mapping[str, str | dt.date | None]) -> Document:
    def words(name: str) -> str | None:
        return str(known[name]) if known.get(name) else None

    language = words("language")
    code = language.lower()[:2] if language else detect_language(text)
    return Document(
        id=key,
        text=text,
        title=words("title"),
        publisher=words("publisher"),
        published=day(words("published")),
        language=code,
        url=words("url"),
        language_detected=language is None,
    )
