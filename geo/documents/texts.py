"""Texts: ``.txt`` and ``.md``, with an optional front matter."""

import importlib
from collections.abc import Mapping
from dataclasses import dataclass

from geo.documents.content import Content
from geo.documents.front_matter import split_front_matter
from geo.documents.parts import Limits
from geo.documents.told import day
from geo.errors import InputError


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the codec it was decoded with, and whether that is a guess."""

    text: str
    encoding: str
    guessed: bool


def decoded(raw: bytes, told: Mapping[str, str]) -> Decoded:
    """Return the text of bytes; what is not plain UTF-8 goes through `geo.documents.charsets`.

    Raises
    ------
    InputError
        They are no text.
    """
    declared = told.get("charset")
    # The detector takes long to load, and most reports do without. A NUL is for it: UTF-16 has them.
    if b"\0" not in raw and (declared or "utf-8").lower() in {"utf-8", "utf8"}:
        try:
            return Decoded(raw.decode("utf-8-sig"), "utf-8", guessed=False)
        except UnicodeDecodeError:
            pass
    found = importlib.import_module("geo.documents.charsets").decode(raw, declared, told.get("language"))
    return Decoded(found.text, found.encoding, found.guessed)


def read(raw: bytes, told: Mapping[str, str], limits: Limits) -> Content:  # noqa: ARG001 - each reader's signature
    """Return the text of a file and what its front matter tells.

    Raises
    ------
    InputError
        It is no text, or its front matter cannot be read.
    """
    found = decoded(raw, told)
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
