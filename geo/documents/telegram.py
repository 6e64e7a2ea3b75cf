"""Telegram Desktop's ``result.json``: one chat, or all chats of an account."""

from collections.abc import Generator, Iterator, Mapping
from itertools import count
from typing import Final

from geo.documents.json_stream import JsonStream
from geo.documents.opening import Source
from geo.documents.parts import Part
from geo.documents.told import shown
from geo.errors import InputError
from geo.records import Problem

_NO_EXPORT: Final = "is no export of Telegram Desktop, the only .json that is read; put rows into .jsonl"
_ACCOUNT: Final = ("chats", "left_chats")
_ABOUT: Final = ("name", "id", "username")

_Parts = Generator[Part | Problem, None, bool]


def messages(source: Source) -> Iterator[Part | Problem]:
    """Yield each message that has a text; who writes is the chat, the id is the file's with the message's.

    Raises
    ------
    InputError
        It is no such export, is damaged, or holds more than `Limits.members` messages.
    """
    json = JsonStream(source.stream, source.limits.file_bytes)
    if json.opens() != "{" or not (yield from _chat(source, json, count(), f"{source.label}#")):
        raise InputError(_NO_EXPORT)


def _chat(source: Source, json: JsonStream, seen: Iterator[int], before: str) -> _Parts:
    """Yield the messages of one chat, or of all chats of an account; return whether it was either."""
    about: dict[str, str] = {}
    found = False
    for key in json.keys():  # noqa: SIM118 - a stream, no dict
        if key == "messages":
            found = True
            for _ in json.items():
                if next(seen) >= source.limits.members:
                    raise InputError(
                        f"holds more than {source.limits.members:,} messages; the rest is left out"
                    )
                yield from _message(source, json.value(), about, before)
        elif key in _ACCOUNT:
            found = True
            yield from _account(source, json, seen)
        else:
            value = json.value()
            if key in _ABOUT and isinstance(value, str | int):
                about[key] = str(value)
            if key == "id" and before.endswith("/"):  # ids of messages count from 1 in each chat
                before = f"{source.label}#{shown(str(value))}/"
    return found


def _account(source: Source, json: JsonStream, seen: Iterator[int]) -> Iterator[Part | Problem]:
    for key in json.keys():  # noqa: SIM118 - a stream, no dict
        if key != "list":
            json.value()
            continue
        for _ in json.items():
            yield from _chat(source, json, seen, f"{source.label}#/")


def _message(
    source: Source, message: object, about: Mapping[str, str], before: str
) -> Iterator[Part | Problem]:
    if not isinstance(message, Mapping) or message.get("type") != "message":
        return  # a service message: somebody joined, a picture was changed
    key, text = shown(str(message.get("id", ""))), _text(message.get("text"))
    if not text.strip():
        return
    if any("\ud800" <= c <= "\udfff" for c in text):
        yield source.problem("holds half of a character (a lone surrogate)", f", message {key}")
        return
    user = about.get("username")
    told = {
        "publisher": about.get("name"),
        "published": str(message.get("date") or "")[:10],
        "url": f"https://t.me/{user}/{key}" if user else None,
    }
    yield source.row(before + key, text, told)


def _text(text: object) -> str:
    """Return the words of a message: a string, or strings and objects with a ``text``."""
    if isinstance(text, str):
        return text
    if not isinstance(text, list):
        return ""
    pieces = (piece.get("text") if isinstance(piece, Mapping) else piece for piece in text)
    return "".join(piece for piece in pieces if isinstance(piece, str))
