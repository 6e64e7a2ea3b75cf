"""Files to documents, with what is known of publisher, date and language.

Reads ``.txt`` and ``.md`` (with an optional front matter) and ``.jsonl``, and a ``reports.csv`` beside
them. A file that cannot be read becomes a problem with its reason; the others are read all the same.
"""

import csv
import datetime as dt
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from geo.documents.parts import Limits, Part
from geo.errors import InputError
from geo.records import Document, Problem
from geo.tables import decode

READABLE = (".txt", ".md", ".jsonl")
REPORTS_TABLE = "reports.csv"
_TABLES = (REPORTS_TABLE, "sources.csv", "corrections.csv", "corrections.jsonl")  # kept by a person
_KEYS = ("title", "publisher", "published", "language", "url")
_FENCE = "---"
_MIN_LETTERS = 20  # a shorter text says nothing sure of its language


@dataclass(frozen=True, slots=True)
class Collection:
    """The documents that were read, in order, and what was left out."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]


def collect(paths: Sequence[Path]) -> Collection:
    """Read every report under `paths`.

    Parameters
    ----------
    paths
        Files, or folders that are searched in the order of their names; links are not followed.

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
    for root in paths:
        if not root.exists():
            raise InputError(f"{root}: there is no such file or folder")
        files = sorted(_files(root)) if root.is_dir() else [root]
        if not any(_is_report(file) for file in files):
            raise InputError(f"{root}: no reports here; put {', '.join(READABLE)} files into it")
        tables = _Tables(root if root.is_dir() else root.parent)
        for file in files:
            for result in _read_file(file, root, tables):
                _keep(result, documents, problems)
        problems += tables.problems
    return Collection(tuple(documents.values()), tuple(problems))


def _keep(result: Document | Problem, documents: dict[str, Document], problems: list[Problem]) -> None:
    if isinstance(result, Problem):
        problems.append(result)
    elif result.id in documents:
        other = documents[result.id].file
        problems.append(Problem(result.file or "", f"has the id {result.id!r} of {other}; rename one"))
    else:
        documents[result.id] = result


def _files(folder: Path) -> Iterator[Path]:
    for entry in folder.iterdir():
        if entry.name.startswith(".") or entry.is_symlink():
            continue
        if entry.is_dir():
            yield from _files(entry)
        else:
            yield entry


def _is_report(file: Path) -> bool:
    return file.name not in _TABLES and file.suffix.lower() in READABLE


def _read_file(file: Path, root: Path, tables: "_Tables") -> Iterator[Document | Problem]:
    if file.name in _TABLES:
        return
    if not _is_report(file):
        yield Problem(str(file), f"is not one of {', '.join(READABLE)}; convert it or take it out")
        return
    try:
        text = decode(file.read_bytes())
        told = tables.row(file)
        if file.suffix.lower() == ".jsonl":
            yield from _json_lines(file, text)
        else:
            yield _from_text(file, root, text, told)
    except OSError as error:
        yield Problem(str(file), f"cannot be read: {error.strerror or error}")
    except InputError as error:
        yield Problem(str(file), str(error))


def _from_text(file: Path, root: Path, text: str, told: Mapping[str, str]) -> Document:
    front, body = split_front_matter(text)
    name = file.relative_to(root).with_suffix("").as_posix() if root.is_dir() else file.stem
    known = {**front, **{key: value for key, value in told.items() if value}}
    return _with_language(replace(_document(name, body, known), file=str(file)))


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Split what stands between two ``---`` lines at the top of a text from the text itself.

    Returns
    -------
    tuple of dict and str
        The keys that are known (title, publisher, published, language, url), and the text behind.

    Raises
    ------
    InputError
        The front matter has no end, or a line that is not ``key: value``.
    """
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].rstrip() != _FENCE:
        return {}, text
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
    if end is None:
        raise InputError("front matter: the closing --- line is missing; add it behind the last key")
    found: dict[str, str] = {}
    for number, line in enumerate(lines[1:end], 2):
        key, colon, value = line.partition(":")
        if not line.strip():
            continue
        if not colon:
            raise InputError(f"front matter, line {number}: write it as “key: value”")
        found[key.strip().lower()] = value.strip().strip("\"'")
    known = {key: value for key, value in found.items() if key in _KEYS and value}
    return known, "".join(lines[end + 1 :])


def _document(name: str, text: str, known: Mapping[str, Any]) -> Document:
    if not text.strip():
        raise InputError("has no text behind its front matter; put the report's text into it")
    language = known.get("language")
    return Document(
        id=name,
        text=text,
        title=known.get("title"),
        publisher=known.get("publisher"),
        published=_day(known.get("published")),
        language=str(language).lower()[:2] if language else None,
        url=known.get("url"),
    )


def _day(value: object) -> dt.date | None:
    if value in (None, ""):
        return None
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError as error:
        raise InputError(f"published: {value!r} is not a date; write it as YYYY-MM-DD") from error


def _json_lines(file: Path, text: str) -> Iterator[Document | Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        where = f"{file}, line {number}"
        try:
            yield replace(from_row(json.loads(line)), file=str(file))
        except json.JSONDecodeError as error:
            yield Problem(where, f"is not JSON: {error.msg} at column {error.colno}")
        except InputError as error:
            yield Problem(where, str(error))
        except (RecursionError, ValueError) as error:  # nested too deep; a number of too many digits
            yield Problem(where, f"is not JSON that can be read: {error}")


def from_row(row: object) -> Document:
    """Return the document of a JSON object; its ``text`` is taken to the letter.

    Raises
    ------
    InputError
        There is no ``id`` or ``text``, or ``published`` is no date.
    """
    if not isinstance(row, Mapping) or not all(isinstance(row.get(key), str) for key in ("id", "text")):
        raise InputError("is not an object with an “id” and a “text”")
    told = {key: row[key] for key in ("id", "text", *_KEYS) if row.get(key) is not None}
    for key, value in told.items():
        if not isinstance(value, str):
            raise InputError(f"{key}: {value!r} is not a string; put it between quotes")
        if any("\ud800" <= c <= "\udfff" for c in value):
            raise InputError(f"{key}: holds half of a character (a lone surrogate); write it whole")
    return _with_language(_document(row["id"], row["text"], row))


class _Tables:
    """The ``reports.csv`` of each folder, read when its first file is."""

    def __init__(self, root: Path) -> None:
        self._rows: dict[Path, dict[str, dict[str, str]]] = {}
        self._root = root
        self.problems: list[Problem] = []

    def row(self, file: Path) -> Mapping[str, str]:
        """Return what the table beside a file, or at the top of the collection, tells of it."""
        here = self._table(file.parent).get(file.name)
        if here is not None or file.parent == self._root:
            return here or {}
        try:
            inside = file.relative_to(self._root).as_posix()
        except ValueError:
            return {}
        return self._table(self._root).get(inside, {})

    def _table(self, folder: Path) -> dict[str, dict[str, str]]:
        if folder not in self._rows:
            path = folder / REPORTS_TABLE
            try:
                self._rows[folder] = _reports_table(path, folder) if path.is_file() else {}
            except (InputError, OSError, csv.Error) as error:
                self.problems.append(Problem(str(path), str(error)))
                self._rows[folder] = {}
        return self._rows[folder]


def _reports_table(path: Path, folder: Path) -> dict[str, dict[str, str]]:
    reader = csv.DictReader(io.StringIO(decode(path.read_bytes())))
    if "file" not in (reader.fieldnames or ()):
        raise InputError(f"has no column “file”; its header is file,{','.join(_KEYS)}")
    rows: dict[str, dict[str, str]] = {}
    for number, row in enumerate(reader, 2):
        name = row["file"] or ""
        if not (folder / name).is_file():
            raise InputError(f"row {number} names {name!r}, which is not in this folder")
        _day(row.get("published"))
        rows[name] = {key: (row.get(key) or "").strip() for key in _KEYS}
    return rows


def _with_language(document: Document) -> Document:
    if document.language:
        return document
    return replace(document, language=detect_language(document.text), language_detected=True)


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language that a text is most likely in, or None if too short."""
    if sum(c.isalpha() for c in text[:200]) < _MIN_LETTERS:
        return None
    from py3langid import classify  # noqa: PLC0415 - its model takes 0.2 s, and most reports tell their language

    code: str = classify(text)[0]
    return code


def parts(paths, limits=None, columns=None):  # STAND-IN
    c = collect([Path(p) for p in paths])
    yield from c.problems
    for d in c.documents:
        yield Part(
            d.id,
            d.file or "",
            "row",
            json.dumps({k: getattr(d, k) and str(getattr(d, k)) for k in ("id", "text", *_KEYS)}).encode(),
            (("f", d.file or ""),),
        )


def read_part(part, limits):  # STAND-IN
    return replace(from_row(json.loads(part.raw)), file=part.file)
