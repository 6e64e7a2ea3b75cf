"""Feeds: RSS, Atom and RDF, each entry a report."""

import datetime as dt
import io
import re
from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime
from typing import Any, Final

from geo.documents.opening import Source
from geo.documents.parts import Part
from geo.documents.streams import whole
from geo.documents.told import address, shown
from geo.errors import InputError
from geo.records import Problem

_LONGEST_ID: Final = 200
_ENTITY: Final = re.compile(rb"<!ENTITY", re.IGNORECASE)
_MARKUP: Final = re.compile(r"<[a-zA-Z/!]|&(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{1,31});")
_ISO_DAY: Final = re.compile(r"\s{0,9}([0-9]{4}-[0-9]{2}-[0-9]{2})")


def entries(source: Source) -> Iterator[Part | Problem]:
    """Yield each entry of a feed: its full content if it is there, else its summary.

    Raises
    ------
    InputError
        It is no feed, declares entities of its own, or holds more than `Limits.members` entries.
    """
    import feedparser  # noqa: PLC0415 - an extra

    raw = whole(source.stream, source.limits)
    if _ENTITY.search(raw):
        raise InputError("declares XML entities of its own, which are not read; take them out")
    # Given words instead of a stream, the library would open what they name.
    parsed = feedparser.parse(io.BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)
    if not parsed.version:
        raise InputError("is no RSS or Atom feed; save the report as .html or .txt")
    for number, entry in enumerate(parsed.entries, 1):
        if number > source.limits.members:
            raise InputError(f"holds more than {source.limits.members:,} entries; the rest is left out")
        yield _entry(source, number, entry, parsed.feed)
    if isinstance(parsed.get("bozo_exception"), _sax_error()):
        said = " ".join(str(parsed.bozo_exception).split())[:200]
        yield source.problem(f"is no well-formed XML ({said}); its entries were read as far as they go")


def _sax_error() -> type[Exception]:
    from xml.sax import SAXParseException  # noqa: PLC0415 - only its name

    return SAXParseException


def _entry(source: Source, number: int, entry: Any, feed: Mapping[str, Any]) -> Part | Problem:  # noqa: ANN401 - untyped library
    texts = [content.get("value") for content in entry.get("content", ())]
    text: str = next((text for text in texts if text and text.strip()), None) or entry.get("summary") or ""
    if not text.strip():
        return source.problem("has no text", f", entry {number}")
    key = shown(entry.get("id") or entry.get("link") or "")
    publisher = entry.get("source", {}).get("title") or feed.get("title")
    told = {
        "title": entry.get("title"),
        "publisher": publisher,
        "published": _day(entry.get("published") or entry.get("updated")),
        "language": feed.get("language"),
        "url": address(entry.get("link")),
    }
    key = f"{source.label}#{key if 0 < len(key) <= _LONGEST_ID else number}"
    part = source.row(key, text, told)
    if not _MARKUP.search(text):
        return part
    return Part(key, part.file, "html", part.raw, (*part.told, ("charset", "utf-8")))


def _day(words: str | None) -> str | None:
    """Return the day of a date as it is written there, whatever its time zone."""
    if not words:
        return None
    iso = _ISO_DAY.match(words)
    try:
        if iso:
            return dt.date.fromisoformat(iso[1]).isoformat()
        return parsedate_to_datetime(words).date().isoformat()
    except ValueError:
        return None
