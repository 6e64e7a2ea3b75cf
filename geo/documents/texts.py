"""Texts: ``.txt`` and ``.md``, with an optional front matter."""

from collections.abc import Mapping

from geo.documents.charsets import decode
from geo.documents.content import Content
from geo.documents.front_matter import split_front_matter
from geo.documents.parts import Limits
from geo.documents.told import day
from geo.errors import InputError


def read(raw: bytes, told: Mapping[str, str], limits: Limits) -> Content:  # noqa: ARG001 - each reader's signature
    """Return the text of a file and what its front matter tells.

    Raises
    ------
    InputError
        It is no text, or its front matter cannot be read.
    """
    found = decode(raw, told.get("charset"), told.get("language"))
    front, body = split_front_matter(found.text)
    if not found.text.strip():
        raise InputError("is empty; put the report's text into it")
    if not body.strip():
        raise InputError("has no text behind its front matter; put the report's text into it")
    return Content(
        text=body,
        title=front.get("title"),
        publisher=front.get("publisher"),
        published=day(front.get("published")),
        language=front.get("language"),
        url=front.get("url"),
        encoding=found.encoding,
        guessed=("encoding",) if found.guessed else (),
    )
