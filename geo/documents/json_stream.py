"""A JSON file of any length, of which one value at a time stands in memory."""

import codecs
import io
import json
from collections.abc import Iterator
from typing import Final

from geo.documents.streams import ENDS_EARLY, EndsEarlyError, megabytes
from geo.errors import InputError

_CHUNK: Final = 65_536
_WORDS: Final = ("true", "false", "null")
_BLANK: Final = " \t\r\n"


class JsonStream:
    """Reads forward: `keys` and `items` stop before each value, which the caller takes or walks into.

    Every method raises InputError where the file ends early or is no JSON.

    Parameters
    ----------
    stream
        The file's bytes, UTF-8.
    most
        Code points of one value that is taken whole.
    """

    def __init__(self, stream: io.BufferedReader, most: int) -> None:
        self._stream, self._most = stream, most
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._json = json.JSONDecoder()
        self._text, self._at, self._ended = "", 0, False

    def opens(self) -> str:
        """Return the character that the next value begins with."""
        while True:
            while self._at < len(self._text):
                if self._text[self._at] not in _BLANK:
                    return self._text[self._at]
                self._at += 1
            if not self._more(_CHUNK):
                raise EndsEarlyError

    def keys(self) -> Iterator[str]:
        """Yield each key of the object that comes next; its value must be taken before the following one."""
        for _ in self._separated("{", "}"):
            key = self.value()
            self._take(":")
            yield str(key)

    def items(self) -> Iterator[None]:
        """Stop before each value of the list that comes next; it must be taken before the following one."""
        yield from self._separated("[", "]")

    def value(self) -> object:
        """Return the next value whole."""
        self.opens()
        while True:
            try:
                value, end = self._json.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if not self._more(len(self._text) - self._at):
                    raise InputError(_wrong(error)) from error
            except (RecursionError, ValueError) as error:  # nested too deep; a number of too many digits
                raise InputError(f"is not JSON that can be read: {error}") from error
            else:
                # A number at the end of what was read may go on.
                if end < len(self._text) or not self._more(_CHUNK):
                    self._at = end
                    return value

    def _separated(self, first: str, last: str) -> Iterator[None]:
        self._take(first)
        if self.opens() == last:
            self._at += 1
            return
        while True:
            yield
            if self.opens() == last:
                self._at += 1
                return
            self._take(",")

    def _take(self, wanted: str) -> None:
        if self.opens() != wanted:
            raise InputError(f"is not the JSON that was expected: “{wanted}” is missing")
        self._at += 1

    def _more(self, size: int) -> bool:
        """Read on, at least `size` characters if there are as many; return whether there was anything."""
        if self._ended:
            return False
        if len(self._text) - self._at > self._most:
            raise InputError(f"holds a value of more than {megabytes(self._most)}, the most of one report")
        raw = self._stream.read1(max(size, _CHUNK))
        self._ended = not raw
        try:
            self._text = self._text[self._at :] + self._decoder.decode(raw, self._ended)
        except UnicodeDecodeError as error:
            raise InputError("is not UTF-8; export it again") from error
        self._at = 0
        return not self._ended


def _wrong(error: json.JSONDecodeError) -> str:
    """Say whether a file is cut off or no JSON; what failed is all that was left of it."""
    rest = error.doc[error.pos :].strip()
    if not rest or error.msg.startswith("Unterminated") or any(word.startswith(rest) for word in _WORDS):
        return ENDS_EARLY
    return f"is not JSON: {error.msg}"
