"""Web pages: the report on a page, without what stands around it.

Its text is what trafilatura takes it to be (`page_text`), and what it says of itself is read first from what
machines are meant to read (`page_facts`).
"""

import datetime as dt
import re
from collections.abc import Mapping
from itertools import islice
from typing import Any, Final

from geo.documents.charsets import Decoded, decode
from geo.documents.content import Content, within
from geo.documents.page_days import days_in, machine_day
from geo.documents.page_facts import Facts, page_facts, without_asides
from geo.documents.page_text import main_text, silence
from geo.documents.parts import Limits
from geo.errors import InputError

_HEAD: Final = 4096  # bytes in which a page declares its charset
_CHARSET: Final = re.compile(
    rb"""<meta[^<>]{0,200}?charset\s{0,4}=\s{0,4}["']?\s{0,4}([A-Za-z0-9_:.-]{1,40})""", re.IGNORECASE
)
_XML_CHARSET: Final = re.compile(rb"""<\?xml[^<>]{0,100}?encoding=["']([A-Za-z0-9_:.-]{1,40})""")
# Pictures and fonts that a browser saved within the page; a short one may stand in a text about web pages.
_DATA: Final = re.compile(
    r"data:[a-z0-9.+-]{1,40}/[a-z0-9.+-]{1,80}(?:;[a-z0-9=-]{1,40}){0,4},[\w+/=%.~!*-]{200,}",
    re.ASCII | re.IGNORECASE,
)
# A parser's time grows with the square of an element's attributes; of those in so long a tag none is needed.
_LONG_TAG: Final = re.compile(r"<([A-Za-z][A-Za-z0-9:-]{0,40})[^<>]{2000,}+>")
_TAG: Final = re.compile(r"<[A-Za-z]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")  # a tree cannot hold them
_XML_HEAD: Final = re.compile(r"\s{0,100}<\?xml[^<>]{0,200}\?>")
_MAX_TAGS: Final = 50_000  # a few seconds; a page of news has some thousands
_MANY_TAGS: Final = 5_000  # without trafilatura's second opinion, whose time grows with their square
_MAX_DEPTH: Final = 250  # parsers cut deeper trees without a word
_Element = Any  # an lxml element: lxml has no types


def read(raw: bytes, told: Mapping[str, str], limits: Limits) -> Content:
    """Return the report on a web page.

    Parameters
    ----------
    raw
        The page as a server sent it or a browser saved it.
    told
        ``charset`` and ``language`` help to decode it.

    Raises
    ------
    InputError
        trafilatura is not installed, or there is no article that could be read; one line that says why.
    """
    page = decode(raw, told.get("charset") or _declared(raw), told.get("language"))
    light = _lightened(page.text)
    root = _parsed(light)
    facts = page_facts(root, told.get("language"))
    if facts.published is None:
        facts.published = _guessed_day(root, page.text)
        facts.guessed |= {"published"} if facts.published else set()
    text = within(limits, main_text(root, facts.title, fast=_elements(light) > _MANY_TAGS))
    return _content(text, facts, page)


def _content(text: str, facts: Facts, page: Decoded) -> Content:
    return Content(
        text=text,
        title=facts.title,
        publisher=facts.publisher,
        published=facts.published,
        language=facts.language,
        url=facts.url,
        encoding=page.encoding,
        guessed=tuple(sorted({*facts.guessed, *page.guessed})),
    )


def _declared(raw: bytes) -> str | None:
    found = _CHARSET.search(raw[:_HEAD]) or _XML_CHARSET.search(raw[:_HEAD])
    return found[1].decode("ascii") if found else None


def _lightened(page: str) -> str:
    """Return a page without the pictures and fonts in it, if what is left can be read in time."""
    page = _CONTROL.sub(" ", page)
    page = _LONG_TAG.sub(r"<\1>", _XML_HEAD.sub("", _DATA.sub("data:,", page), count=1))
    if _elements(page) > _MAX_TAGS:
        raise InputError(f"has more than {_MAX_TAGS:,} elements; save the article alone")
    return page


def _elements(page: str) -> int:
    """Return how many elements a page has, or one more than are read; angle brackets are quicker to count."""
    few = page.count("<")
    return few if few <= _MANY_TAGS else sum(1 for _ in islice(_TAG.finditer(page), _MAX_TAGS + 1))


def _parsed(page: str) -> _Element:
    try:
        import trafilatura  # noqa: F401, PLC0415 - an extra, and 0.3 s
        from lxml import html  # noqa: PLC0415 - comes with it
    except ImportError as error:
        raise InputError("is a web page; to read it install deployment-mapper[html]") from error
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (ValueError, html.etree.LxmlError) as error:
        raise InputError("holds no page that can be read; open it in a browser and save it anew") from error
    if root.xpath("boolean(" + "/*" * _MAX_DEPTH + ")"):
        raise InputError(f"is nested more than {_MAX_DEPTH} elements deep; save its text as .txt")
    return root


def _guessed_day(root: _Element, page: str) -> dt.date | None:
    """Return the day that htmldate finds in a page's tags and address, unless it made one up of a year."""
    from htmldate import find_date  # noqa: PLC0415 - comes with trafilatura

    silence("htmldate")
    # Both ends given: by default the last day is today, and the same page would read otherwise tomorrow.
    found = find_date(
        without_asides(root),
        extensive_search=False,
        original_date=True,
        min_date="1990-01-01",
        max_date="2099-12-31",
    )
    day = machine_day(found)
    if day is None or (day.month == day.day == 1 and not _shows(page, day)):
        return None
    return day


def _shows(page: str, day: dt.date) -> bool:
    if re.search(rf"{day.year}[-/.]?0?1[-/.]?0?1(?![0-9])|(?<![0-9])0?1[-/.]0?1[-/.]{day.year}", page):
        return True
    return any(written.day == day for written in days_in(page))
