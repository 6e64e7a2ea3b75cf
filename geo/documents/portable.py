"""PDF files: the text of their pages, put together again to paragraphs.

A PDF knows lines and where they stand, no paragraphs. Lines are joined with a blank, and a blank line parts
two of them where the gap, the size of the letters, an indent or a short last line does. Text runs on over the
end of a column or page unless a sentence ends there. What repeats at the head or foot of most pages is left
out, and so are page numbers. A hyphen at the end of a line goes only if the word stands whole elsewhere in
the file: "porte-" and "parole" are "porte-parole".
"""

import datetime as dt
import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any, Final

from geo.documents.content import Content, clean_name, within
from geo.documents.page_days import day_of
from geo.documents.parts import Limits
from geo.errors import InputError

_WIDE_GAP: Final = 1.3  # times the usual distance of two lines: a new paragraph
_OTHER_SIZE: Final = 1.05  # times: a heading
_NEXT_COLUMN: Final = 6.0  # times the height of the letters, or upwards: the next column or page
_INDENT: Final = 5.0  # points
_SHORT: Final = 0.75  # of the length of the lines about it: the last line of a paragraph
_NEAR: Final = 4  # lines above and below that tell how long a line may be: columns differ
_EDGE: Final = 3  # lines at the head and foot of a page that may be no part of the text
_APART: Final = 1.6  # times the height of the letters between such a line and the text
_FEW_PAGES: Final = 3  # on fewer nothing repeats often enough to tell
_PAGE_NUMBER: Final = re.compile(
    r"\W{0,3}(?:(?:page|seite|página|стр\.?)\s)?[0-9]{1,4}(?:\s?(?:/|sur|of|von|de|из)\s?[0-9]{1,4})?\W{0,3}",
    re.IGNORECASE,
)
# What a browser prints above and below a page.
_PRINTED_FOOT: Final = re.compile(r"(?:https?|file)://\S{1,2000}\s[0-9]{1,4}/[0-9]{1,4}")
_PRINTED_HEAD: Final = re.compile(
    r"[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4},?\s[0-9]{1,2}:[0-9]{2}(?:\s[AP]M)?\s.{1,500}"
)
_SENTENCE_END: Final = re.compile(r"[.!?:…][»”\"’)\]\s]{0,3}\Z")
_HYPHEN: Final = re.compile(r"([^\W\d_]{1,40})[-\u2010]\Z")
_WORD_START: Final = re.compile(r"[^\W\d_]{1,40}")
_WORDS: Final = re.compile(r"[^\W\d_]{1,40}(?:[-\u2010][^\W\d_]{1,40}){0,4}")
_LIGATURES: Final = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\0": " "}
)
_CREATED: Final = re.compile(r"(?:D:)?([0-9]{4})([0-9]{2})([0-9]{2})")
_Shape = tuple[str, int]
_Any = Any  # pypdf's objects are what the file makes them


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page: `x` and `y` of its start and the height of its letters, in points."""

    text: str
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class _Info:
    title: str | None
    created: dt.date | None


def read(raw: bytes, told: Mapping[str, str], limits: Limits) -> Content:
    """Return the report in a PDF.

    Its title and day of creation, which is often not that of publication, are guesses. ``text`` is among the
    guesses too if some of its pages are only pictures. The language that it declares is that of the program
    which wrote it as often as not, and is not taken.

    Raises
    ------
    InputError
        pypdf is not installed, or the file is broken, locked, too long, or only pictures.
    """
    del told  # a PDF declares its own encoding
    pypdf = _library()
    try:
        pages, info, pictures = _unpacked(pypdf, raw, limits)
    except InputError:
        raise
    except pypdf.errors.LimitReachedError as error:  # a page of a few kilobytes may unpack to gigabytes
        raise InputError("unpacks to more than a page of text does; save its text as .txt") from error
    except Exception as error:  # a broken file makes pypdf raise nearly anything
        raise InputError("is no PDF that can be read; open it in a viewer and save it anew") from error
    lines = _without_edges(pages)
    text = "\n\n".join(_paragraphs(lines))
    if not text.strip():
        raise InputError("has no text layer; run OCR on it (ocrmypdf) first")
    guessed = {"title": info.title, "published": info.created, "text": pictures}
    return Content(
        text=within(limits, text + "\n"),
        title=info.title,
        published=info.created,
        guessed=tuple(sorted(name for name, value in guessed.items() if value)),
    )


def _library() -> _Any:
    try:
        import pypdf  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise InputError("is a PDF; to read it install deployment-mapper[pdf]") from error
    log = logging.getLogger("pypdf")  # what it mends is no news, and what it cannot mend it raises
    log.propagate = False
    if not log.handlers:
        log.addHandler(logging.NullHandler())
    return pypdf


def _unpacked(pypdf: _Any, raw: bytes, limits: Limits) -> tuple[list[list[_Line]], _Info, bool]:
    """Return the lines of each page, what the file says of itself, and whether a page is only a picture."""
    reader = pypdf.PdfReader(io.BytesIO(raw))
    if reader.is_encrypted and not _opens(pypdf, reader):
        raise InputError("is locked with a password; save it without one")
    if len(reader.pages) > limits.pages:
        raise InputError(f"has {len(reader.pages):,} pages, more than {limits.pages:,}; split it")
    pages: list[list[_Line]] = []
    read, pictures = 0, False
    for page in reader.pages:
        lines = _lines(page)
        read += sum(len(line.text) for line in lines)
        if read > limits.text_chars:
            raise InputError(f"has more than {limits.text_chars:,} characters of text; split it")
        pictures = pictures or (not lines and _has_picture(page))
        pages.append(lines)
    return pages, _info(reader), pictures


def _opens(pypdf: _Any, reader: _Any) -> bool:
    """Tell whether a file opens with the empty password: then it is only kept from being printed."""
    try:
        return bool(reader.decrypt(""))
    except (pypdf.errors.PyPdfError, NotImplementedError):
        return False
    except pypdf.errors.DependencyError:
        return False


def _info(reader: _Any) -> _Info:
    told = reader.metadata or {}
    created = _CREATED.match(str(told.get("/CreationDate", "")))
    title = told.get("/Title")
    return _Info(
        clean_name(str(title)) if title is not None else None,
        day_of(created[1], created[2], created[3]) if created else None,
    )


def _has_picture(page: _Any) -> bool:
    resources = page.get("/Resources")
    pictures = resources.get_object().get("/XObject") if resources is not None else None
    return bool(pictures is not None and pictures.get_object())


def _lines(page: _Any) -> list[_Line]:
    """Return the lines of a page in the order in which the file draws them, which is that of reading."""
    lines: list[_Line] = []
    pieces: list[str] = []
    place: list[tuple[float, float, float]] = []

    def visit(text: str, outer: Sequence[float], inner: Sequence[float], _font: _Any, size: float) -> None:
        for n, piece in enumerate(text.split("\n")):
            if n:
                _close(lines, pieces, place)
            if piece.strip() and not place:
                x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
                y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
                place.append((x, y, abs(size * inner[3] * outer[3])))
            pieces.append(piece)

    page.extract_text(visitor_text=visit)
    _close(lines, pieces, place)
    return lines


def _close(lines: list[_Line], pieces: list[str], place: list[tuple[float, float, float]]) -> None:
    text = " ".join("".join(pieces).translate(_LIGATURES).split())
    if text and place:
        lines.append(_Line(text, *place[0]))
    pieces.clear()
    place.clear()


# --- lines to paragraphs -----------------------------------------------------------------------------


def _without_edges(pages: Sequence[Sequence[_Line]]) -> list[list[_Line]]:
    """Return the pages without the lines at their heads and feet that stand on most of them."""
    shapes = Counter(shape for page in pages for shape in {_shape(line) for line in _edge_lines(page)})
    often = max(_FEW_PAGES, len(pages) // 2 + 1)
    repeated = frozenset(shape for shape, pages_with_it in shapes.items() if pages_with_it >= often)
    return [_within_edges(page, repeated) for page in pages]


def _within_edges(page: Sequence[_Line], repeated: frozenset[_Shape]) -> list[_Line]:
    edges = _edge_lines(page)
    if any(_PRINTED_FOOT.fullmatch(line.text) for line in edges):
        repeated |= {_shape(line) for line in edges if _is_printed(line)}
    dropped = {id(line) for line in edges if _is_edge(line, repeated)}
    body = [line for line in page if id(line) not in dropped]
    if not body:  # a form that is filled in anew on each page
        return list(page)
    highest, lowest = max(line.y for line in body), min(line.y for line in body)
    gap = _APART * max(median(line.size for line in body), 1.0)
    return [line for line in page if id(line) not in dropped or lowest - gap < line.y < highest + gap]


def _is_edge(line: _Line, repeated: frozenset[_Shape]) -> bool:
    return _shape(line) in repeated or _PAGE_NUMBER.fullmatch(line.text) is not None


def _is_printed(line: _Line) -> bool:
    return bool(_PRINTED_HEAD.fullmatch(line.text) or _PRINTED_FOOT.fullmatch(line.text))


def _edge_lines(page: Sequence[_Line]) -> Sequence[_Line]:
    return [*page[:_EDGE], *page[max(_EDGE, len(page) - _EDGE) :]]


def _shape(line: _Line) -> _Shape:
    """Return what a running head keeps from page to page: its words, and how high it stands."""
    return re.sub(r"[0-9]+", "0", line.text.casefold()), round(line.y)


def _paragraphs(pages: Sequence[Sequence[_Line]]) -> Iterator[str]:
    lines = [line for page in pages for line in page]
    if not lines:
        return
    known = Counter(word.casefold() for line in lines for word in _WORDS.findall(line.text))
    steps = [_step(above, line) for page in pages for above, line in pairwise(page)]
    usual_step = median([step for step in steps if 0 < step < _NEXT_COLUMN] or [1.0])
    paragraph = lines[0].text
    for at, (above, line) in enumerate(pairwise(lines)):
        width = max(len(other.text) for other in lines[max(0, at - _NEAR) : at + _NEAR + 1])
        if _parts(above, line, usual_step, width):
            yield paragraph
            paragraph = line.text
        else:
            paragraph = _joined(paragraph, line.text, known)
    yield paragraph


def _parts(above: _Line, line: _Line, usual_step: float, width: int) -> bool:
    """Tell whether a paragraph ends between two lines, where lines about them have `width` characters."""
    ends = _SENTENCE_END.search(above.text) is not None
    small, large = sorted((above.size, line.size))
    if large > small * _OTHER_SIZE:
        return True
    step = _step(above, line)
    if not 0 <= step < _NEXT_COLUMN:
        return ends and not line.text[:1].islower()
    if step > usual_step * _WIDE_GAP:
        return True
    if ends and (line.x - above.x > _INDENT or len(above.text) < _SHORT * width):
        return True
    # The next word had room on the line above: someone began a new line, as in a list.
    room = width - len(above.text) - len(line.text.split(" ", 1)[0])
    return line.text[:1].isupper() and room > (1 - _SHORT) * width


def _step(above: _Line, line: _Line) -> float:
    """Return how far a line stands below another, as multiples of the height of its letters."""
    return (above.y - line.y) / max(line.size, 1.0)


def _joined(paragraph: str, line: str, known: Mapping[str, int]) -> str:
    if paragraph.endswith("\u00ad"):
        return paragraph[:-1] + line
    first, second = _HYPHEN.search(paragraph[-50:]), _WORD_START.match(line)
    if first is None or second is None:
        return f"{paragraph} {line}"
    whole = (first[1] + second[0]).casefold()
    compound = f"{first[1]}-{second[0]}".casefold()
    is_broken = second[0].islower() and known.get(whole, 0) and not known.get(compound, 0)
    return (paragraph[:-1] if is_broken else paragraph) + line
