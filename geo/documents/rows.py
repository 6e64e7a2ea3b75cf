"""Reports in rows: JSON Lines, and tables with a header."""

import csv
import json
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final

from geo.documents.charsets import decode
from geo.documents.content import Content
from geo.documents.opening import Source
from geo.documents.parts import Limits, Part
from geo.documents.streams import lines, megabytes
from geo.documents.told import KEYS, day
from geo.errors import InputError, named
from geo.records import Problem

# What columns are usually called; the key's own name comes first.
_USUAL: Final[Mapping[str, Sequence[str]]] = {
    "id": ("id", "uid", "guid"),
    "text": ("text", "body", "content", "article", "texte"),
    "title": ("title", "headline", "titre"),
    "publisher": ("publisher", "source", "outlet", "site"),
    "published": ("published", "date", "published_at", "publication_date", "pubdate"),
    "language": ("language", "lang", "langue"),
    "url": ("url", "link", "uri"),
}
_DELIMITERS: Final = ",;\t"
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")


def read(raw: bytes, told: Mapping[str, str], limits: Limits) -> Content:  # noqa: ARG001 - each reader's signature
    """Return the text of a row, to the letter: a front matter or markup in it is text."""
    if "charset" not in told:  # our own walker wrote it
        return Content(raw.decode())
    found = decode(raw, told["charset"], told.get("language"))
    return Content(found.text, encoding=found.encoding, guessed=("encoding",) if found.guessed else ())


def json_lines(source: Source) -> Iterator[Part | Problem]:
    """Yield the report of each line; a line that holds none is a problem that names it."""
    for number, line in lines(source.stream, source.limits.file_bytes):
        if line is not None and not line.strip():
            continue
        try:
            told = keys_of(_value(line, source.limits))
            yield source.row(told["id"], told["text"], told)
        except InputError as error:
            yield source.problem(str(error), f", line {number}")


def _value(line: bytes | None, limits: Limits) -> object:
    if line is None:
        raise InputError(_too_long(limits))
    try:
        return json.loads(line.removeprefix(BOM_UTF8).decode())
    except json.JSONDecodeError as error:
        raise InputError(f"is not JSON: {error.msg} at column {error.colno}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"is not UTF-8 (byte {error.start}); save it as UTF-8") from error
    except (RecursionError, ValueError) as error:  # nested too deep; a number of too many digits
        raise InputError(f"is not JSON that can be read: {error}") from error


def keys_of(row: object) -> dict[str, str]:
    """Return what a JSON object tells of a report: ``id``, ``text`` and those of the other keys that it has.

    Raises
    ------
    InputError
        There is no ``id`` or ``text``, a key is not text, or ``published`` is no date.
    """
    if not isinstance(row, Mapping) or not all(isinstance(row.get(key), str) for key in ("id", "text")):
        raise InputError("is not an object with an “id” and a “text”")
    told = {key: row[key] for key in ("id", "text", *KEYS) if row.get(key) is not None}
    for key, value in told.items():
        if not isinstance(value, str):
            raise InputError(f"{key}: {value!r} is not a string; put it between quotes")
        if any("\ud800" <= c <= "\udfff" for c in value):
            raise InputError(f"{key}: holds half of a character (a lone surrogate); write it whole")
    _check(told)
    return told


def _check(told: Mapping[str, str]) -> None:
    if not told["text"].strip():
        raise InputError("has no text; put the report's text into it")
    day(told.get("published"))


def table(source: Source) -> Iterator[Part | Problem]:
    """Yield the report of each row of a table; one without an id is called by its file and row.

    Raises
    ------
    InputError
        It has no header with a column of texts, or a quote in it is not closed.
    """
    if source.stream.peek(2).startswith(_UTF16):
        raise InputError("is UTF-16; save the table as CSV UTF-8")
    text = _Lines(source)
    line = text.header()
    header = next(_rows(csv.reader([line], delimiter=text.delimiter), text, source.limits), [])
    places = _places(header, source.columns)
    reader = csv.reader(text, delimiter=text.delimiter, strict=True)
    for number, row in enumerate(_rows(reader, text, source.limits), 2):
        try:
            told = _told(row, len(header), places)
            yield source.row(told.get("id") or f"{source.label}#{number}", told["text"], told)
        except InputError as error:
            yield source.problem(str(error), f", row {number}")
    if text.guessed:
        why = "is not UTF-8 and was read as Windows-1252; if letters look wrong, save it as CSV UTF-8"
        yield source.problem(why, left_out=False)


def _told(row: Sequence[str], width: int, places: Mapping[str, int]) -> dict[str, str]:
    if len(row) > width:
        raise InputError(f"has {len(row)} cells under {width} columns; put quotes around what holds a comma")
    told = {key: row[place].strip() for key, place in places.items() if place < len(row)}
    # The text alone is taken to the letter.
    told["text"] = row[places["text"]] if places["text"] < len(row) else ""
    _check(told)
    return told


class _Lines:
    """The lines of a table as text, and how far they are from the last row."""

    def __init__(self, source: Source) -> None:
        self._lines = lines(source.stream, source.limits.file_bytes)
        self._limits = source.limits
        self.since_row = 0
        self.delimiter = ","
        self.guessed = False

    def header(self) -> str:
        line = next(self, "").removeprefix("\ufeff")
        self.delimiter = max(_DELIMITERS, key=line.count)
        return line

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        number, line = next(self._lines)
        self.since_row += len(line or b"")
        if line is None or self.since_row > self._limits.file_bytes:
            raise InputError(f"line {number} {_too_long(self._limits)}; the rest of the table is left out")
        try:
            return line.decode()
        except UnicodeDecodeError:
            self.guessed = True
            # What cp1252 leaves open becomes U+FFFD, which is seen.
            return line.decode("cp1252", "replace")


def _rows(reader: Iterator[list[str]], text: _Lines, limits: Limits) -> Iterator[list[str]]:
    while True:
        text.since_row = 0
        try:
            with _cells_of(limits.file_bytes):
                row = next(reader, None)
        except csv.Error as error:
            raise InputError(
                f"is not a table that can be read on: {error}; the rest of it is left out"
            ) from error
        if row is None:
            return
        if row:
            yield row


@contextmanager
def _cells_of(size: int) -> Iterator[None]:
    """Let a cell be that long while one row is read; the module's bound is everybody's."""
    before = csv.field_size_limit(size)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _places(header: Sequence[str], columns: Mapping[str, str] | None) -> dict[str, int]:
    """Return in which column each key stands."""
    names = [name.strip().casefold() for name in header]
    places: dict[str, int] = {}
    for key, usual in _USUAL.items():
        told = (columns or {}).get(key)
        if told is not None and told.strip().casefold() not in names:
            raise InputError(
                f"has no column “{named(told)}”; its columns are {', '.join(map(named, header))}"
            )
        wanted = [told.strip().casefold()] if told is not None else usual
        place = next((names.index(name) for name in wanted if name in names), None)
        if place is not None:
            places[key] = place
    if "text" not in places:
        raise InputError(
            f"has no column “text”; its columns are {', '.join(map(named, header))}: say which holds the text"
        )
    return places


def _too_long(limits: Limits) -> str:
    return f"is longer than {megabytes(limits.file_bytes)}, the most of one report"
