"""What stands between a file and a document: a part, one report's bytes with what is told of them."""

from dataclasses import dataclass
from typing import Final

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of anything is read; past one, the part fails with its reason and the run goes on.

    Attributes
    ----------
    file_bytes
        Of one report as it lies there, or unpacked out of an archive.
    text_chars
        Of one report's text once it is read, code points.
    unpacked_bytes
        Of all that one archive unpacks to, archives within it counted.
    unpacked_ratio
        How many times its packed size one member may unpack to, above a megabyte.
    members
        Files in one archive, records in one web archive, entries in one feed.
    nesting
        Archives within archives.
    pages
        Of one PDF.
    seconds
        For one report, from its bytes to its claims.
    memory_bytes
        Of the process that reads it.
    """

    file_bytes: int = 20 * MEGABYTE
    text_chars: int = 5 * MEGABYTE
    unpacked_bytes: int = 10_000 * MEGABYTE
    unpacked_ratio: int = 200
    members: int = 1_000_000
    nesting: int = 3
    pages: int = 2_000
    seconds: float = 60.0
    memory_bytes: int = 4_000 * MEGABYTE


USUAL: Final = Limits()


@dataclass(frozen=True, slots=True)
class Part:
    """One report as it was found: its bytes, not yet read.

    Attributes
    ----------
    id
        The id of the document it becomes.
    file
        Path as the user would name it; a member of an archive stands behind ``!`` (``week.zip!a/b.html``).
    form
        The format whose reader it is for: a key of `geo.documents.FORMS`.
    raw
        The bytes, at most `Limits.file_bytes` of them.
    told
        What a table, a header or a feed tells of it: pairs of title, publisher, published (ISO 8601),
        language, url, and charset, which is the declared encoding of `raw`. What is told outranks what the
        bytes say.
    """

    id: str
    file: str
    form: str
    raw: bytes
    told: tuple[tuple[str, str], ...] = ()
