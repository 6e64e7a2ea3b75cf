"""Tables that a person keeps beside the reports: UTF-8 text, one header, one line of errors."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from geo.errors import InputError, shown

# First bytes of files that are not text, whatever their name says.
_MAGIC = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"%PDF",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x7fELF",
    b"SQLite format",
)
_LONGEST = 10_000  # characters of one cell

Row = Mapping[str, str]


def decode(raw: bytes) -> str:
    """Return the text of a file's bytes.

    Raises
    ------
    InputError
        The bytes are not text, or not UTF-8; the message says what to do.
    """
    if raw.startswith(_MAGIC) or b"\0" in raw:
        raise InputError("is not a text file; save its text as UTF-8 .txt")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"is not UTF-8 (byte {error.start}); save it as UTF-8") from error
    if not text.strip():
        raise InputError("is empty; put the report's text into it")
    return text


def rows(path: Path, required: str, columns: Sequence[str]) -> Iterator[tuple[int, Row]]:
    """Yield the rows of a table with their line numbers; cells that are missing are empty.

    Parameters
    ----------
    path
        A ``.csv`` with a header, or a ``.jsonl`` with one object a line and the same keys.
    required
        The column that a table must have.
    columns
        All that are read; others are left alone.

    Raises
    ------
    InputError
        The file cannot be read, or has no such column; one line that says what to do.
    """
    try:
        text = decode(path.read_bytes())
        read = _json_rows if path.suffix == ".jsonl" else _csv_rows
        for number, row in read(text, required, columns):
            yield number, {name: _cell(row.get(name), number, name) for name in columns}
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}") from error
    except csv.Error as error:
        raise InputError(f"is not a table of comma-separated values: {error}") from error


def _csv_rows(text: str, required: str, columns: Sequence[str]) -> Iterator[tuple[int, Mapping[str, object]]]:
    reader = csv.DictReader(io.StringIO(text), strict=True)
    if required not in (reader.fieldnames or ()):
        raise InputError(f"has no column “{required}”; its header is {','.join(columns)}")
    for row in reader:
        yield reader.line_num, row


def _json_rows(
    text: str, required: str, columns: Sequence[str]
) -> Iterator[tuple[int, Mapping[str, object]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise InputError(
                f"line {number} is not JSON: write an object with {', '.join(columns)}"
            ) from error
        if not isinstance(row, Mapping) or required not in row:
            raise InputError(f"line {number} has no “{required}”; its keys are {', '.join(columns)}")
        yield number, row


def _cell(value: object, number: int, name: str) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InputError(f"line {number}, {name}: {shown(value)} is not text; put it between quotes")
    if len(value) > _LONGEST:
        raise InputError(f"line {number}, {name}: is longer than {_LONGEST} characters; shorten it")
    if any("\ud800" <= c <= "\udfff" for c in value):
        raise InputError(
            f"line {number}, {name}: holds half of a character (a lone surrogate); write it whole"
        )
    return value.strip()
