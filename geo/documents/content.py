"""What a reader hands back: a report's text, and what its file says of it."""

import datetime as dt
import unicodedata
from dataclasses import dataclass
from typing import Final

from geo.documents.parts import Limits
from geo.errors import InputError

LONGEST_NAME: Final = 500  # code points of a title or a publisher; a longer one is no name
_BLANK: Final = frozenset({"Cc", "Zl", "Zp", "Zs"})


@dataclass(frozen=True, slots=True)
class Content:
    """One report as its file holds it.

    Attributes
    ----------
    text
        The report. A blank line ends a paragraph.
    title, publisher, published, language, url
        What the file says of itself, or None. `published` is the day as written, whatever its time zone;
        `language` is ISO 639-1.
    encoding
        The codec that `text` was decoded with; None where the format knows no choice.
    guessed
        Names of the attributes that are guesses, in alphabetic order. ``nul`` among them says that a NUL
        character of the file is a space in `text`.
    """

    text: str
    title: str | None = None
    publisher: str | None = None
    published: dt.date | None = None
    language: str | None = None
    url: str | None = None
    encoding: str | None = None
    guessed: tuple[str, ...] = ()


def clean_name(value: object) -> str | None:
    """Return a title or publisher as one line without control or bidi characters, or None if none is left.

    Parameters
    ----------
    value
        Whatever a file holds there; what is not text is no name.
    """
    if not isinstance(value, str):
        return None
    # Bidi controls and other formats are invisible, and could turn the line around them.
    kept = (
        " " if (kind := unicodedata.category(c)) in _BLANK else "" if kind in {"Cf", "Cs"} else c
        for c in value[: 4 * LONGEST_NAME]
    )
    line = " ".join("".join(kept).split())
    return line[:LONGEST_NAME].rstrip() or None


def within(limits: Limits, text: str) -> str:
    """Return `text`.

    Raises
    ------
    InputError
        It is longer than `limits` allow.
    """
    if len(text) > limits.text_chars:
        raise InputError(f"has {len(text):,} characters of text, more than {limits.text_chars:,}; split it")
    return text
