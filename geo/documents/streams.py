"""Bytes that are read once, from front to back, and counted, so that archives stay within limits."""

import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, Protocol

from geo.documents.parts import MEGABYTE, Limits
from geo.errors import InputError

ENDS_EARLY: Final = "the file ends early; get it again (what stands before its end was read)"
# What the libraries raise on files that are cut, damaged or made to harm.
BROKEN: Final = (
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    lzma.LZMAError,
    struct.error,
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
)
# What they say where a file is cut off, but for an EOFError; the second is half of gzip's first two bytes.
_CUT: Final = ("unexpected end of data", r"Not a gzipped file (b'\x1f')")
_CHUNK: Final = 65_536


class SpentError(InputError):
    """An archive unpacks to more than it may: its other members are not read either."""


class EndsEarlyError(InputError):
    """A file is cut off: nothing more of it is read."""

    def __init__(self) -> None:
        super().__init__(ENDS_EARLY)


def reason(error: BaseException) -> str:
    """Say in one line why bytes could not be read."""
    if isinstance(error, InputError):
        return str(error)
    if isinstance(error, EOFError) or any(words in str(error) for words in _CUT):
        return ENDS_EARLY
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror}"
    said = " ".join(str(error).split())[:200]
    return f"is damaged: {said or type(error).__name__}; get it again"


class Budget:
    """What one archive, with the archives in it, may still unpack to."""

    def __init__(self, limits: Limits) -> None:
        self._most = self._left = limits.unpacked_bytes

    def take(self, count: int) -> None:
        """Count unpacked bytes.

        Raises
        ------
        SpentError
            Nothing is left.
        """
        self._left -= count
        if self._left < 0:
            raise SpentError(f"unpacks to more than {megabytes(self._most)}; the rest of it is left out")


class Read(Protocol):
    """Return at most so many bytes; none at the end."""

    def __call__(self, size: int, /) -> bytes: ...  # noqa: D102 - the class tells it


class Tap(io.RawIOBase):
    """A stream over a function that reads; who counts is told of every piece and may refuse it.

    What was read before an error is given first, the error (always an `InputError`) afterwards.

    Attributes
    ----------
    total
        Bytes given so far.
    tail
        The last few of them.
    """

    def __init__(self, read: Read, count: Callable[[int], None] = lambda _: None) -> None:
        super().__init__()
        self._read, self._count = read, count
        self._error: InputError | None = None
        self.total = 0
        self.tail = b""

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer) -> int:  # type: ignore[no-untyped-def] # noqa: ANN001 - collections.abc.Buffer is of 3.12
        """Fill `buffer` as far as there are bytes."""
        filled, room = 0, len(buffer)
        while filled < room and self._error is None:
            piece = self._piece(room - filled)
            if not piece:
                break
            buffer[filled : filled + len(piece)] = piece
            filled += len(piece)
        if not filled and self._error is not None:
            raise self._error
        self.total += filled
        self.tail = (self.tail + bytes(buffer[max(0, filled - 4) : filled]))[-4:]
        return filled

    def _piece(self, size: int) -> bytes:
        try:
            piece = self._read(min(size, _CHUNK))
            self._count(len(piece))
        except InputError as error:
            self._error = error
        except BROKEN as error:
            said = reason(error)
            self._error = EndsEarlyError() if said == ENDS_EARLY else InputError(said)
        else:
            return piece
        return b""


class Leash:
    """A stream for libraries that read a header of any length: while it is held, it gives only so much."""

    def __init__(self, stream: io.RawIOBase, most: int) -> None:
        self._stream, self._most = stream, most
        self._left: int | None = None

    def read(self, size: int = -1, /) -> bytes:
        """Return at most `size` bytes; raise InputError if they are too many for a header."""
        piece = self._stream.read(size) or b""
        if self._left is not None:
            self._left -= len(piece)
            if self._left < 0:
                raise InputError(f"has a header of more than {megabytes(self._most)}; the rest is left out")
        return piece

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let only a header be read within."""
        self._left = self._most
        try:
            yield
        finally:
            self._left = None


def buffered(read: Read, count: Callable[[int], None] = lambda _: None) -> io.BufferedReader:
    """Return a stream that can be peeked into, over a function that reads; see `Tap`."""
    return io.BufferedReader(Tap(read, count))


def ratio_watch(packed: Callable[[], int], limits: Limits, budget: Budget) -> Callable[[int], None]:
    """Return who counts the bytes of one member: against the budget, and against its packed size.

    Parameters
    ----------
    packed
        Gives the bytes that the member takes up packed, as far as they were read.
    """
    total = 0

    def count(size: int) -> None:
        nonlocal total
        total += size
        budget.take(size)
        if total > MEGABYTE and total > limits.unpacked_ratio * max(packed(), 1):
            raise InputError(f"unpacks to more than {limits.unpacked_ratio} times its size; left out")

    return count


def whole(stream: io.BufferedReader, limits: Limits) -> bytes:
    """Return all bytes of a report.

    Raises
    ------
    InputError
        They are more than `Limits.file_bytes`.
    """
    pieces, size = [], 0
    # Asked for all at once, a buffered stream would reserve as much as a report may have at most.
    while piece := stream.read(_CHUNK):
        pieces.append(piece)
        size += len(piece)
        if size > limits.file_bytes:
            raise InputError(
                f"is larger than {megabytes(limits.file_bytes)}, the most of one report; split it"
            )
    return b"".join(pieces)


def lines(stream: io.BufferedReader, most: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield each line with its number; None for a line of more than `most` bytes, which is skipped unread."""
    number = 0
    while line := stream.readline(most + 1):
        number += 1
        if len(line) <= most:
            yield number, line
            continue
        while not line.endswith(b"\n") and (line := stream.readline(_CHUNK)):
            pass
        yield number, None


def megabytes(count: int) -> str:
    """Return a number of bytes as a person reads it."""
    return f"{count / MEGABYTE:,.0f} MB" if count >= MEGABYTE else f"{count:,} bytes"
