"""Web archives: WARC, of which the pages, texts and PDFs among the responses are read."""

import logging
import re
import zlib
from collections.abc import Iterator
from typing import Any, Final

from geo.documents.opening import Source
from geo.documents.parts import MEGABYTE, Part
from geo.documents.streams import EndsEarlyError, Leash, SpentError, Tap, megabytes
from geo.documents.told import address
from geo.errors import InputError
from geo.records import Problem

_CHUNK: Final = 65_536
_HEADERS: Final = MEGABYTE  # bytes that stand between two records at most: the library would read any number
_FORMS: Final = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "txt",
    "application/pdf": "pdf",
}
_CHARSET: Final = re.compile(r"charset=[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_WINDOW: Final = 32 + zlib.MAX_WBITS  # gzip or zlib, whichever its header says

# Without a handler Python prints what the library has to say about a hostile address.
logging.getLogger("warcio").addHandler(logging.NullHandler())


def records(source: Source) -> Iterator[Part | Problem]:
    """Yield the reports among the responses; requests, images, redirects and errors of servers are none.

    Raises
    ------
    InputError
        It ends early, is damaged, or holds more than `Limits.members` records.
    """
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - an extra
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415 - an extra

    class Records(ArchiveIterator):  # type: ignore[misc]
        INC_RECORD = ""  # the library would print it

    tap = Tap(source.stream.read1)
    stream = Leash(tap, _HEADERS)
    # The library takes the headers of a response that are cut off for the end of the archive.
    archive = Records(stream, no_record_parse=True)
    number = 0
    while True:
        try:
            with stream.held():
                record = next(archive, None)
        except ArchiveLoadFailed as error:
            if not archive.reader.rem_length() and not stream.read(1):
                raise EndsEarlyError from error
            raise InputError(f"is damaged behind record {number}; get it again") from error
        if record is None:
            break
        number += 1
        if number > source.limits.members:
            raise InputError(f"holds more than {source.limits.members:,} records; the rest is left out")
        if record.rec_type == "response":
            with stream.held():
                headers = _http_headers(archive, record)
            yield from _response(source.numbered(number), record, headers)
        _skip(record)
    if not tap.tail.replace(b"\r", b"").endswith(b"\n\n") or stream.read(1):
        raise EndsEarlyError


def _http_headers(archive: Any, record: Any) -> Any:  # noqa: ANN401 - untyped library
    """Return the headers of a response, or None if it has none."""
    try:
        return archive.loader.http_parser.parse(record.raw_stream)
    except EOFError:
        return None


def _response(page: Source, record: Any, headers: Any) -> Iterator[Part | Problem]:  # noqa: ANN401 - untyped library
    url = address(record.rec_headers.get_header("WARC-Target-URI"))
    if url is None or headers is None or headers.get_statuscode() != "200":
        return
    declared = headers.get_header("Content-Type") or ""
    form = _FORMS.get(declared.partition(";")[0].strip().lower())
    if form is None:
        return
    charset = _CHARSET.search(declared)
    try:
        raw = _payload(page, record, headers)
    except (EndsEarlyError, SpentError):
        raise
    except InputError as error:
        yield page.problem(str(error))
    else:
        yield page.part(form, raw, {"url": url, "charset": charset[1] if charset else None})


def _payload(page: Source, record: Any, headers: Any) -> bytes:  # noqa: ANN401 - untyped library
    from warcio.bufferedreaders import ChunkedDataReader  # noqa: PLC0415 - an extra

    most = page.limits.file_bytes
    if (record.length or 0) > most + _HEADERS:
        raise InputError(f"is larger than {megabytes(most)}, the most of one report")
    stream = record.raw_stream
    if (headers.get_header("Transfer-Encoding") or "").lower() == "chunked":
        stream = ChunkedDataReader(stream)
    raw: bytes = stream.read(most + 1)
    _skip(record)
    packing = (headers.get_header("Content-Encoding") or "identity").strip().lower()
    if packing in {"gzip", "x-gzip", "deflate"}:
        raw = _inflated(raw, page)
    elif packing != "identity":
        raise InputError(f"is packed with {packing[:20]}, which is not read; record it anew without")
    if len(raw) > most:
        raise InputError(f"is larger than {megabytes(most)}, the most of one report")
    return raw


def _inflated(raw: bytes, source: Source) -> bytes:
    unpacker = zlib.decompressobj(_WINDOW)
    try:
        text = unpacker.decompress(raw, source.limits.file_bytes + 1)
    except zlib.error as error:
        raise InputError(f"is damaged: {error}") from error
    source.budget.take(len(text))
    if not unpacker.eof and len(text) <= source.limits.file_bytes:
        raise InputError("its packed content ends early")
    return text


def _skip(record: Any) -> None:  # noqa: ANN401 - untyped library
    """Read what is left of a record; the library would not say that it is cut off."""
    stream = record.raw_stream
    while stream.read(_CHUNK):
        pass
    if getattr(stream, "limit", False):
        raise EndsEarlyError
