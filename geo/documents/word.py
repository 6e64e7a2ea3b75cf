"""Word documents: paragraphs and the cells of tables, in the order of the document.

A row of a table is one paragraph, its cells parted by blanks and a bar. Headers, footers, footnotes, comments
and text boxes are left out.
"""

import datetime as dt
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, Final

from geo.documents.content import Content, clean_name, within
from geo.documents.parts import MEGABYTE, Limits
from geo.errors import InputError

_CHUNK: Final = 65_536  # bytes
_DEEPEST: Final = 20  # tables within tables
_FIRST_YEAR: Final = 1990
_TEMPLATE_DAY: Final = dt.date(2013, 12, 23)  # of python-docx, in files that no person dated
_OPEN_AGAIN: Final = "is no Word document that can be read; open it in an office program and save it anew"
_DOCTYPE: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_Block = Any  # a paragraph or a table: both hold more than types can tell


def read(raw: bytes, told: Mapping[str, str], limits: Limits) -> Content:
    """Return the report in a .docx file.

    Raises
    ------
    InputError
        python-docx is not installed, the file is broken, locked, empty, or unpacks to too much.
    """
    del told  # a .docx declares its own encoding
    _check_members(raw, limits)
    document = _opened(raw)
    try:
        text = "\n\n".join(_paragraphs(document, 0))
        facts = document.core_properties
        title, created, language = clean_name(facts.title), _day(facts.created), facts.language
    except (KeyError, ValueError, AttributeError, RecursionError) as error:
        raise InputError(_OPEN_AGAIN) from error
    if not text.strip():
        raise InputError("holds no text; if it holds pictures of text, run OCR on them first")
    return Content(
        text=within(limits, text + "\n"),
        title=title,
        published=created,
        language=language[:2].lower() if re.match(r"[A-Za-z]{2}(?![A-Za-z])", language or "") else None,
        guessed=("published",) if created else (),
    )


def _check_members(raw: bytes, limits: Limits) -> None:
    """Raise InputError unless all that the file unpacks to is within the limits, and plain XML.

    What a member declares may be a lie, so each is unpacked once and counted, in small pieces.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            members = archive.infolist()
            if any(member.flag_bits & 1 for member in members):
                raise InputError("is locked with a password; save it without one")
            allowed = _allowed(members, limits)
            unpacked = 0
            for member in members:
                for chunk in _chunks(archive, member):
                    unpacked += len(chunk)
                    if unpacked > allowed:
                        raise InputError(_too_much(allowed))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(_broken(raw)) from error


def _allowed(members: list[zipfile.ZipInfo], limits: Limits) -> int:
    packed = sum(member.compress_size for member in members)
    allowed = max(MEGABYTE, min(limits.unpacked_ratio * packed, 2 * limits.file_bytes))
    if sum(member.file_size for member in members) > allowed:
        raise InputError(_too_much(allowed))
    return allowed


def _chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(member) as stream:
        first = True
        while chunk := stream.read(_CHUNK):
            # No office program writes one, and entities in it unfold to any size.
            if first and member.filename.endswith((".xml", ".rels")) and _DOCTYPE.search(chunk):
                raise InputError("holds entities as no Word document does; save its text as .txt")
            first = False
            yield chunk


def _too_much(allowed: int) -> str:
    return f"unpacks to more than {allowed // MEGABYTE} MB; save its text as .txt"


def _broken(raw: bytes) -> str:
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        return "is an old Word document, or locked with a password; save it as .docx without one"
    return _OPEN_AGAIN


def _opened(raw: bytes) -> _Block:
    try:
        import docx  # noqa: PLC0415 - an extra
        from docx.opc.exceptions import OpcError  # noqa: PLC0415 - comes with it
        from lxml.etree import LxmlError  # noqa: PLC0415 - comes with it
    except ImportError as error:
        raise InputError("is a Word document; to read it install deployment-mapper[docx]") from error
    try:
        return docx.Document(io.BytesIO(raw))
    except (
        OpcError,
        LxmlError,
        KeyError,
        ValueError,
        AttributeError,
        TypeError,
        zipfile.BadZipFile,
    ) as error:
        raise InputError(_OPEN_AGAIN) from error


def _paragraphs(container: _Block, depth: int) -> Iterator[str]:
    """Yield the paragraphs of a document or a cell, and the rows of its tables."""
    if depth > _DEEPEST:
        raise InputError(f"holds tables nested more than {_DEEPEST} deep; save its text as .txt")
    for block in container.iter_inner_content():
        if hasattr(block, "rows"):
            yield from _rows(block, depth)
        elif text := " ".join(block.text.split("\t")).strip():
            yield text


def _rows(table: _Block, depth: int) -> Iterator[str]:
    for row in table.rows:
        seen: set[int] = set()
        cells: list[str] = []
        for cell in row.cells:
            if id(cell._tc) in seen:  # noqa: SLF001 - a merged cell is given once for each column it spans
                continue
            seen.add(id(cell._tc))  # noqa: SLF001 - as above
            cells.append("\n\n".join(_paragraphs(cell, depth + 1)))
        yield from _row(cells)


def _row(cells: list[str]) -> Iterator[str]:
    """Yield a row as one line, or as its paragraphs where a cell holds several: then it lays out a page."""
    filled = [cell for cell in cells if cell]
    if any("\n\n" in cell for cell in filled):
        yield from filled
    elif filled:
        yield " | ".join(filled)


def _day(created: dt.datetime | None) -> dt.date | None:
    if created is None or created.year < _FIRST_YEAR or created.date() == _TEMPLATE_DAY:
        return None
    return created.date()
