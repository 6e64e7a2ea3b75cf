"""What is told of a report beside its text: the keys, days and names."""

import datetime as dt
import unicodedata
from collections.abc import Mapping
from typing import Final

from geo.errors import InputError

KEYS: Final = ("title", "publisher", "published", "language", "url")
_ALL: Final = (*KEYS, "charset")
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def day(value: object) -> dt.date | None:
    """Return the day of a date in ISO 8601, or None where there is none.

    Raises
    ------
    InputError
        It is no such date.
    """
    if value in (None, ""):
        return None
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError as error:
        raise InputError(f"published: {value!r} is not a date; write it as YYYY-MM-DD") from error


def pairs(*told: Mapping[str, str | None]) -> tuple[tuple[str, str], ...]:
    """Return what is told as the pairs of a part; what stands first outranks what follows."""
    found = ((key, next((t[key] for t in told if t.get(key)), None)) for key in _ALL)
    # Half of a character (a lone surrogate) could not be written into any file.
    return tuple((key, value.encode("utf-8", "replace").decode()) for key, value in found if value)


def address(words: str | None) -> str | None:
    """Return the address of a page on the web, or None for what is none (``cid:``, ``javascript:``)."""
    return words if words and words.startswith(("https://", "http://")) else None


def shown(name: str) -> str:
    """Return a name as it can stand in a line: what cannot be seen in it is spelled out, as Python does."""
    if name.isascii() and name.isprintable():
        return name
    return "".join(_spelled(c) if unicodedata.category(c) in _UNSEEN else c for c in name)


def _spelled(character: str) -> str:
    if "\udc80" <= character <= "\udcff":  # a byte of a file's name that is not UTF-8
        return f"\\x{ord(character) - 0xDC00:02x}"
    return ascii(character)[1:-1]
