"""Which formats there are, how each is known, and who reads it."""

import importlib
from codecs import BOM_UTF8
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final

from geo.errors import InputError


@dataclass(frozen=True, slots=True)
class Form:
    """One format.

    Attributes
    ----------
    called
        How a message calls a file of it.
    door
        ``module:function`` of this room that reads it, imported when the first such file is met: a report's
        ``read(raw, told, limits) -> Content``, or, of what holds reports, ``(source) -> parts and problems``.
    suffixes
        Ends of names, in small letters.
    magic
        First bytes that no other format has.
    holds
        Whether it holds reports, rather than being one.
    nests
        Whether archives can stand in it.
    extra
        The extra of the distribution that installs its library.
    """

    called: str
    door: str
    suffixes: tuple[str, ...] = ()
    magic: tuple[bytes, ...] = ()
    holds: bool = False
    nests: bool = False
    extra: str | None = None

    def load(self) -> Callable[..., Any]:
        """Return the function that reads it."""
        module, _, function = self.door.partition(":")
        reader: Callable[..., Any] = getattr(importlib.import_module(f"geo.documents.{module}"), function)
        return reader

    def missing(self, error: ModuleNotFoundError) -> InputError:
        """Return what to say where its library is not installed; an `error` of our own is raised again."""
        if self.extra is None or (error.name or "").partition(".")[0] == "geo":
            raise error
        return InputError(f"is {self.called}; to read it install deployment-mapper[{self.extra}]")


FORMS: Final[Mapping[str, Form]] = {
    "txt": Form("a text", "texts:read", (".txt",)),
    "md": Form("a Markdown text", "texts:read", (".md",)),
    "html": Form("a web page", "pages:read", (".html", ".htm", ".xhtml"), extra="html"),
    "pdf": Form("a PDF", "portable:read", (".pdf",), (b"%PDF-",), extra="pdf"),
    "docx": Form("a Word document", "word:read", (".docx",), extra="docx"),
    "row": Form("a row's text", "rows:read"),
    "jsonl": Form("JSON Lines", "rows:json_lines", (".jsonl",), holds=True),
    "csv": Form("a table", "rows:table", (".csv",), holds=True),
    "telegram": Form("an export of Telegram Desktop", "telegram:messages", (".json",), holds=True),
    "feed": Form("a feed", "feeds:entries", (".rss", ".atom", ".xml"), holds=True, extra="feeds"),
    "eml": Form("a mail", "mail:letter", (".eml",), holds=True, nests=True),
    "mbox": Form("a mailbox", "mail:box", (".mbox",), holds=True, nests=True),
    "mht": Form("a saved page", "mail:saved_page", (".mht", ".mhtml"), holds=True),
    "zip": Form(
        "a zip archive",
        "archives:zipped",
        (".zip",),
        (b"PK\x03\x04", b"PK\x05\x06"),
        holds=True,
        nests=True,
    ),
    "tar": Form("a tar archive", "archives:tarred", (".tar",), holds=True, nests=True),
    "gz": Form("a gzip file", "archives:gzipped", (".gz", ".tgz"), (b"\x1f\x8b",), holds=True, nests=True),
    "bz2": Form("a bzip2 file", "archives:bzipped", (".bz2", ".tbz2"), (b"BZh",), holds=True, nests=True),
    "xz": Form("an xz file", "archives:xzipped", (".xz", ".txz"), (b"\xfd7zXZ\0",), holds=True, nests=True),
    "warc": Form(
        "a web archive",
        "webarchives:records",
        (".warc",),
        (b"WARC/0.", b"WARC/1."),
        holds=True,
        extra="warc",
    ),
}
SUFFIXES: Final[Mapping[str, str]] = {
    suffix: name for name, form in FORMS.items() for suffix in form.suffixes
}
# Ends that only say how what stands before them is packed: ``page.html.gz`` is the page.
PACKINGS: Final = (".gz", ".bz2", ".xz")
# Ends that are no part of a report's id.
TEXTS: Final = (".txt", ".md")
# Short for a tar archive that was packed.
TARBALLS: Final = (".tgz", ".tbz2", ".txz")

# First bytes of what is never a report, whatever its name says.
_OTHERS: Final = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a sound, film or image"),
    (b"\x7fELF", "a program"),
    (b"SQLite format", "a database"),
    (b"7z\xbc\xaf", "a 7-Zip archive; pack it as .zip"),
    (b"Rar!", "a RAR archive; pack it as .zip"),
    (b"\xd0\xcf\x11\xe0", "a file of an old Office; save it as .docx"),
    (b"{\\rtf", "a Rich Text file; save it as .docx"),
)
_OFFICE: Final = (b"[Content_Types].xml", b"_rels/.rels", b"docProps/", b"word/")
_NAME_IN_ZIP: Final = 30  # bytes before the name of a zip archive's first member
_TAR_MAGIC: Final = slice(257, 262)
_MARKUP: Final = ((b"<!doctype html", "html"), (b"<html", "html"), (b"<?xml", "feed"), (b"<rss", "feed"))


class NoReportError(InputError):
    """A file is no report, and its name does not say that it is: nothing is wrong with it."""


def recognise(name: str, head: bytes) -> str:
    """Return the format of a file: by its first bytes, and by its name where they leave that open.

    Parameters
    ----------
    name
        Its name; with no suffix a text is assumed only for standard input, whose name is ``-``.
    head
        Its first bytes, a thousand if there are as many.

    Raises
    ------
    NoReportError
        It is of another format, by its name.
    InputError
        It is no report and holds none, though its name says so.
    """
    suffix = suffix_of(name)
    named = SUFFIXES.get(suffix)
    if suffix and named is None:
        raise NoReportError(f"is no report: {suffix[:20]} is not read; convert it if it holds one")
    if not head:
        raise InputError("is empty; put the report's text into it")
    for magic, called in _OTHERS:
        if head.startswith(magic):
            raise InputError(f"is {called}" if ";" in called else f"is {called}, not a report; take it out")
    found = _by_magic(head)
    if found == "zip" and (named == "docx" or head[_NAME_IN_ZIP:].startswith(_OFFICE)):
        return "docx"
    if found is not None:
        return _agreed(found, named)
    if named is None and name != "-":
        raise NoReportError("is no report: no end of its name says its format; call a text .txt")
    return named or _by_markup(head)


def suffix_of(name: str) -> str:
    """Return the end of a name, as `SUFFIXES` has it; empty for a name without."""
    suffix = PurePosixPath(name).suffix.lower()
    # “Report No. 3” and “v1.2” end in words, not in a format.
    return suffix if suffix[1:].isalnum() and not suffix[1:].isdigit() else ""


def _by_magic(head: bytes) -> str | None:
    if head[_TAR_MAGIC] == b"ustar":
        return "tar"
    return next((name for name, form in FORMS.items() if form.magic and head.startswith(form.magic)), None)


def _agreed(found: str, named: str | None) -> str:
    """Return what the first bytes say, unless an archive goes under the name of a report."""
    form = FORMS[found]
    if form.holds and named is not None and not FORMS[named].nests and named != found:
        raise InputError(f"is {form.called}; give its name the end {form.suffixes[0]}")
    return found


def _by_markup(head: bytes) -> str:
    start = head.removeprefix(BOM_UTF8).lstrip().lower()
    if start.startswith(b"<?xml") and b"<html" in start:
        return "html"
    return next((name for mark, name in _MARKUP if start.startswith(mark)), "txt")
