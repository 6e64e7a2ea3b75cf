"""The main text of a web page.

It is what trafilatura takes it to be: no menus, comments, captions or lists of other reports. White space is
single blanks; a blank line parts paragraphs, headings, items and rows of a table, and a line ends within one
where the page breaks it. Left out are a heading that repeats the page's title, words that are struck out, and
lines that only tell when the report was published or point to another one.
"""

import logging
import re
from typing import Any, Final

from geo.documents.page_days import calendar_words
from geo.errors import InputError

_LONGEST_NOTE: Final = 100  # characters of a line that only tells when
_LONGEST_POINTER: Final = 200  # characters of a line that points to another report
_NOTE: Final = re.compile(
    r"(?:publi|mis(?:e)? (?:en ligne|à jour)|posted|published|updated|last updated|veröffentlicht"
    r"|aktualisiert|publicado|actualizado|опубликовано|обновлено)",
    re.IGNORECASE,
)
_NOTE_WORDS: Final = frozenset(
    {
        "publié",
        "publiée",
        "publie",
        "mis",
        "mise",
        "en",
        "ligne",
        "à",
        "jour",
        "le",
        "la",
        "et",
        "a",
        "h",
        "min",
    }
    | {"posted", "published", "updated", "last", "on", "at", "am", "pm", "er", "st", "nd", "rd", "th"}
    | {"veröffentlicht", "aktualisiert", "um", "uhr", "publicado", "actualizado", "el", "de", "las"}
    | {"опубликовано", "обновлено", "в", "г", "utc", "gmt", "cet", "cest", "est", "edt"}
)
_POINTER: Final = re.compile(
    r"(?:[àa] lire(?: aussi)?|lire (?:aussi|également)|voir aussi|also read|read also|read more|related"
    r"|lesen sie auch|mehr zum thema|lea también|lee también|читайте также)\s?:",
    re.IGNORECASE,
)
# Printed signs, since trafilatura drops what is not, and such as no newsroom writes.
_BREAK: Final = "\u204b"  # a block ends
_LINE: Final = "\u2e3f"  # a line ends
_PARAGRAPH_END: Final = re.compile(rf"\n|{_BREAK}|{_LINE}\s*{_LINE}")
_ENDING: Final = (
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "dt",
    "dd",
    "pre",
    "blockquote",
    "figcaption",
    "div",
)
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_RULE: Final = re.compile(r"[|\s:-]{3,}")  # between the head of a table and its rows
_Element = Any  # an lxml element: lxml has no types


def main_text(root: _Element, title: str | None, *, fast: bool) -> str:
    """Return the report on the page with this root element, which is changed on the way.

    Parameters
    ----------
    title
        Of the report; a first line that repeats it is left out.
    fast
        Without a second opinion, which takes long where there are thousands of elements.

    Raises
    ------
    InputError
        There is nothing on the page that looks like a report.
    """
    from trafilatura import bare_extraction  # noqa: PLC0415 - an extra, and 0.3 s

    silence("trafilatura")
    try:
        _mend(root)
        _mark_ends(root)
        found = bare_extraction(root, include_comments=False, include_tables=True, fast=fast)
    except RecursionError as error:
        raise InputError("is nested too deep to be read; save its text as .txt") from error
    except ValueError as error:
        raise InputError("holds control characters that no page may hold; save its text as .txt") from error
    text = getattr(found, "text", None) or ""
    kept = [told for paragraph in _PARAGRAPH_END.split(text) if (told := _paragraph(paragraph))]
    if len(kept) > 1 and title and _same(kept[0], title):
        del kept[0]
    if not kept:
        raise InputError("shows nothing that looks like an article; save its text as .txt")
    return "\n\n".join(kept) + "\n"


def silence(name: str) -> None:
    """Keep a library's log out of the terminal: what it could not read is told by what it returns."""
    log = logging.getLogger(name)
    log.propagate = False
    if not log.handlers:
        log.addHandler(logging.NullHandler())


def _mend(root: _Element) -> None:
    """Turn what trafilatura would drop, break or run together into plain words and blocks.

    It leaves out the words in ``<time>``, starts a paragraph at ``<q>`` and makes one line of a table that
    only lays out the page.
    """
    for element in list(root.iter("del", "s", "strike")):
        element.drop_tree()
    for quote in list(root.iter("q")):  # a browser shows the quotes
        quote.text = f"“{quote.text or ''}"
        quote.tail = f"”{quote.tail or ''}"
    for element in list(root.iter("time", "q")):
        element.drop_tag()
    for table in list(root.iter("table")):
        cells = list(table.iter("td"))
        if any(len(cell.findall(".//p")) > 1 or cell.find(".//table") is not None for cell in cells):
            for element in list(table.iter("table", "tbody", "tr", "td", "th")):
                element.tag = "div"


def _mark_ends(root: _Element) -> None:
    """Write a sign where a block of text ends: trafilatura makes one line of all that a short page holds."""
    for element in root.iter(*_ENDING):
        if not (element.text or "").strip() and (element.tag == "div" or not len(element)):
            continue
        if len(element):
            element[-1].tail = f"{element[-1].tail or ''}{_BREAK}"
        else:
            element.text += _BREAK
    for element in list(root.iter("br")):
        element.tail = f"{_LINE}{element.tail or ''}"
        element.drop_tag()


def _paragraph(text: str) -> str:
    """Return the lines of a paragraph that are part of the report."""
    lines = [_tidy(line) for line in text.split(_LINE)]
    return "\n".join(line for line in lines if line and not _is_note(line) and not _is_pointer(line))


def _tidy(line: str) -> str:
    """Return a line with single blanks, and a row of a table without the bars around it."""
    line = " ".join(line.split())
    if not line.startswith("|"):
        return line
    if _RULE.fullmatch(line):
        return ""
    return " | ".join(cell for part in line.split("|") if (cell := part.strip()))


def _is_note(line: str) -> bool:
    """Tell whether a line tells only when the report was published: "Publié le 8 octobre à 10h"."""
    if len(line) > _LONGEST_NOTE or not _NOTE.match(line):
        return False
    words = {word.casefold() for word in _LETTERS.findall(line)}
    return words <= _NOTE_WORDS | calendar_words()


def _is_pointer(line: str) -> bool:
    return len(line) <= _LONGEST_POINTER and _POINTER.match(line) is not None


def _same(line: str, title: str) -> bool:
    return line.casefold().strip(" .") == title.casefold().strip(" .")
