"""Mails, mailboxes and saved pages: what MIME holds together."""

import io
import re
from collections.abc import Iterator, Mapping
from email import message_from_bytes, policy
from email.errors import CloseBoundaryNotFoundDefect, MessageError
from email.message import EmailMessage, Message, MIMEPart
from typing import Final

from geo.documents.opening import Source, opened
from geo.documents.parts import Part
from geo.documents.streams import BROKEN, ENDS_EARLY, SpentError, buffered, lines, megabytes, whole
from geo.documents.told import address
from geo.errors import InputError
from geo.records import Problem

# What the email package raises on headers that were made to harm.
_DAMAGED: Final = (*BROKEN, AssertionError, AttributeError, MessageError, TypeError)
_SEALS: Final = ("application/pgp-signature", "application/pkcs7-signature")
_FROM: Final = b"From "
_QUOTED_FROM: Final = re.compile(rb">{1,99}From ")


def letter(source: Source) -> Iterator[Part | Problem]:
    """Yield a mail, and of its attachments what can be read.

    Raises
    ------
    InputError
        It is larger than `Limits.file_bytes`, or no mail.
    """
    yield from _letter(source, whole(source.stream, source.limits))


def box(source: Source) -> Iterator[Part | Problem]:
    """Yield the mails of a mailbox, each as `letter` does; they are numbered from 1."""
    for number, raw in enumerate(_letters(source), 1):
        if number > source.limits.members:
            raise InputError(f"holds more than {source.limits.members:,} mails; the rest is left out")
        mail = source.numbered(number)
        try:
            yield from _letter(mail, raw)
        except SpentError:
            raise
        except InputError as error:
            yield mail.problem(str(error))


def _letters(source: Source) -> Iterator[bytes | None]:
    """Yield the bytes of each mail of a mailbox; None for one that is too large."""
    most = source.limits.file_bytes
    held: list[bytes] = []
    size, blank, begun = 0, True, False
    for _, line in lines(source.stream, most):
        if blank and line is not None and line.startswith(_FROM):
            if begun:
                yield b"".join(held) if size <= most else None
            held, size, begun = [], 0, True
            continue
        size += len(line) if line is not None else most + 1
        if size <= most and line is not None:
            held.append(line[1:] if _QUOTED_FROM.match(line) else line)
        else:
            held.clear()
        blank = line in (b"\n", b"\r\n")
    if begun:
        yield b"".join(held) if size <= most else None


def _letter(source: Source, raw: bytes | None) -> Iterator[Part | Problem]:
    if raw is None:
        raise InputError(f"is larger than {megabytes(source.limits.file_bytes)}, the most of one mail")
    try:
        message = _parsed(raw)
        body = message.get_body(("plain", "html"))
        found = [] if body is None else [_body(source, body, _header(message))]
        attached = [_content(part, number) for number, part in _attachments(message)]
    except _DAMAGED as error:
        raise _unreadable(error) from error
    if not found and not attached:
        raise InputError("is a mail without a text")
    yield from found
    for name, content in attached:
        source.budget.take(len(content))
        yield from opened(source.member(name, buffered(io.BytesIO(content).read)))
    if _is_cut(message):
        yield source.problem(ENDS_EARLY, left_out=False)


def _parsed(raw: bytes) -> EmailMessage:
    message = message_from_bytes(raw, policy=policy.default)
    if not message.keys():
        raise InputError("has no header of a mail; save its text as .txt")
    return message


def _unreadable(error: BaseException) -> InputError:
    if isinstance(error, InputError):
        return error
    return InputError(f"is no MIME that can be read ({type(error).__name__}); save its text as .txt")


def _header(message: EmailMessage) -> dict[str, str | None]:
    sender, date = message["from"], message["date"]
    writer = sender.addresses[0] if sender is not None and sender.addresses else None
    return {
        "title": _line(message["subject"]),
        "publisher": _line(writer.display_name or writer.addr_spec) if writer else None,
        "published": date.datetime.date().isoformat() if date is not None and date.datetime else None,
    }


def _line(words: object) -> str | None:
    """Return a header as one line; bytes of no known encoding become U+FFFD."""
    if words is None:
        return None
    return " ".join(str(words).encode("utf-8", "replace").decode().split()) or None


def _body(source: Source, body: MIMEPart, told: Mapping[str, str | None]) -> Part:
    charset = body.get_content_charset() or "utf-8"
    form = "html" if body.get_content_subtype() == "html" else "row"
    return source.part(form, _payload(body), {**told, "charset": charset})


def _payload(part: MIMEPart) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _attachments(message: EmailMessage) -> Iterator[tuple[int, MIMEPart]]:
    """Yield what is attached with its number, but for pictures and signatures."""
    parts = message.iter_attachments() if message.is_multipart() else ()
    for number, part in enumerate(parts, 1):
        if part.get_content_maintype() != "image" and part.get_content_type() not in _SEALS:
            yield number, part


def _content(part: MIMEPart, number: int) -> tuple[str, bytes]:
    """Return the name and the bytes of an attachment; a mail in a mail has no bytes of its own."""
    if part.get_content_maintype() == "message":
        inner = part.get_payload(0)
        return part.get_filename() or f"{number}.eml", inner.as_bytes() if isinstance(inner, Message) else b""
    kind = "html" if part.get_content_subtype() == "html" else "txt"
    name = part.get_filename() or f"{number}.{kind}"
    return name, _payload(part)


def _is_cut(message: EmailMessage) -> bool:
    return any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in message.defects)


def saved_page(source: Source) -> Iterator[Part | Problem]:
    """Yield the page of a ``.mht``: the first part of it that is HTML.

    Raises
    ------
    InputError
        It is larger than `Limits.file_bytes`, or holds no page.
    """
    try:
        message = _parsed(whole(source.stream, source.limits))
        page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
        if page is None:
            raise InputError("holds no page; save it again as .html")
        told = {
            "url": address(_line(page["content-location"] or message["snapshot-content-location"])),
            "charset": page.get_content_charset(),
        }
        raw = _payload(page)
    except _DAMAGED as error:
        raise _unreadable(error) from error
    yield source.part("html", raw, told)
    if _is_cut(message):
        yield source.problem(ENDS_EARLY, left_out=False)
