"""What a reader hands back: a report's text, and what its file says of it."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Content:
    """One report as its file holds it.

    Attributes
    ----------
    text
        The report.
    title, publisher, published, language, url
        What the file says of itself, or None.
    encoding
        The codec that `text` was decoded with; None where the format knows no choice.
    guessed
        Names of the attributes that are guesses, in alphabetic order.
    """

    text: str
    title: str | None = None
    publisher: str | None = None
    published: dt.date | None = None
    language: str | None = None
    url: str | None = None
    encoding: str | None = None
    guessed: tuple[str, ...] = ()
