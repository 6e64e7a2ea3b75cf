"""Records on their way from one process to another: files in chunks, each chunk for one of some sections.

A file is there whole or not at all. Each chunk carries its checksum and the number of its records, so that
what a disk has lost is an error and never a record less. Records are read as the type that is asked for, and
nothing in a file is ever run.
"""

import os
import struct
import tempfile
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final, Self, TypeVar

import msgspec

from geo.errors import OutputError, StoreError

T = TypeVar("T")

_HEAD: Final = b"geo-spool 1 "  # the number is that of this form
_TAIL: Final = struct.Struct("<QII")  # where the directory is, how many sections it has, and the one below
_ENTRY: Final = struct.Struct("<QII")  # of the directory: where the index of a section is, size and checksum
_END: Final = 0x444E4547
_LIST: Final = struct.Struct(">BI")  # begins a list of MessagePack
_LIST_MARK: Final = 0xDD
_CHUNK: Final = 32_768  # bytes of records that wait for a section


@dataclass(frozen=True, slots=True)
class _Chunk:
    start: int
    size: int
    records: int
    checksum: int


class Writer:
    """Writes a file, which is in its place once the ``with`` statement ends well.

    Parameters
    ----------
    path
        Its folder is there.
    kind
        What the records are, and of which version: who reads names the same.
    sections
        How many there are, from 0.
    keep
        Whether the file is to be kept: it is compressed, and on the disk before it is in its place.

    Raises
    ------
    OutputError
        It cannot be written; what stood there is as it was.
    """

    def __init__(self, path: Path, kind: str, sections: int, *, keep: bool = False) -> None:
        self._path, self._keep = path, keep
        self._encoder = msgspec.msgpack.Encoder()
        self._waiting: defaultdict[int, list[bytes]] = defaultdict(list)
        self._sizes: defaultdict[int, int] = defaultdict(int)
        self._chunks: list[list[_Chunk]] = [[] for _ in range(sections)]
        try:
            handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
            self._temporary = Path(temporary)
            self._file: IO[bytes] = os.fdopen(handle, "wb")
            self._at = self._file.write(_head(kind))
        except OSError as error:
            raise self._unwritable(error) from error

    def __enter__(self) -> Self:
        """Return the writer itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Put the file in its place, or leave what stood there."""
        try:
            if error is None:
                self._finish()
        except OSError as failure:
            raise self._unwritable(failure) from failure
        finally:
            self._file.close()
            self._temporary.unlink(missing_ok=True)

    def put(self, section: int, record: object) -> None:
        """Add a record to a section."""
        packed = self._encoder.encode(record)
        self._waiting[section].append(packed)
        self._sizes[section] += len(packed)
        if self._sizes[section] >= _CHUNK:
            try:
                self._write(section)
            except OSError as error:
                raise self._unwritable(error) from error

    def _write(self, section: int) -> None:
        records = self._waiting.pop(section)
        del self._sizes[section]
        packed = _LIST.pack(_LIST_MARK, len(records)) + b"".join(records)
        raw = zlib.compress(packed, 1) if self._keep else packed
        self._chunks[section].append(_Chunk(self._at, len(raw), len(records), zlib.crc32(raw)))
        self._at += self._file.write(raw)

    def _finish(self) -> None:
        for section in sorted(self._waiting):
            self._write(section)
        directory = [self._index(section, chunks) for section, chunks in enumerate(self._chunks)]
        self._file.write(b"".join(directory) + _TAIL.pack(self._at, len(directory), _END))
        self._file.flush()
        if self._keep:
            os.fsync(self._file.fileno())
        self._temporary.chmod(0o644)
        self._temporary.replace(self._path)

    def _index(self, section: int, chunks: list[_Chunk]) -> bytes:
        """Write where a section is, and return its entry of the directory."""
        index = msgspec.msgpack.encode((section, self._keep, chunks))
        entry = _ENTRY.pack(self._at, len(index), zlib.crc32(index))
        self._at += self._file.write(index)
        return entry

    def _unwritable(self, error: OSError) -> OutputError:
        return OutputError(
            f"{self._path}: cannot be written: {error.strerror}; free some space or name another folder"
        )


def read(path: Path, kind: str, section: int, record: type[T]) -> Iterator[T]:
    """Yield the records of a section, in the order in which they were put.

    Parameters
    ----------
    path, kind
        As of `Writer`.
    record
        Their type.

    Raises
    ------
    StoreError
        The file is not there, is damaged, or is of another kind or version.
    """
    if not path.is_file():
        raise StoreError(f"{path}: is not there; do all processes share its folder?")
    decoder: msgspec.msgpack.Decoder[list[T]] = msgspec.msgpack.Decoder(list[record])  # type: ignore[valid-type]
    try:
        with path.open("rb") as file:
            _refuse_other(file, kind, path)
            packed, chunks = _found(file, section)
            for chunk in chunks:
                yield from _records(file, chunk, decoder, packed=packed)
    except StoreError:
        raise
    except OSError as error:
        raise StoreError(f"{path}: cannot be read: {error.strerror}; write it anew") from error
    except (ValueError, OverflowError, struct.error, zlib.error, msgspec.MsgspecError) as error:
        raise StoreError(f"{path}: is damaged; write it anew") from error


def _head(kind: str) -> bytes:
    return _HEAD + kind.encode() + b"\n"


def _refuse_other(file: IO[bytes], kind: str, path: Path) -> None:
    if file.read(len(_head(kind))) != _head(kind):
        raise StoreError(f"{path}: is of another version of the program; write it anew")


def _found(file: IO[bytes], section: int) -> tuple[bool, list[_Chunk]]:
    """Return whether the chunks of a section are compressed, and where they are."""
    whole = file.seek(0, os.SEEK_END)
    file.seek(max(0, whole - _TAIL.size))
    directory, sections, end = _TAIL.unpack(file.read())
    fits = directory + sections * _ENTRY.size + _TAIL.size == whole
    if end != _END or not fits or section >= sections:
        raise ValueError(section)
    file.seek(directory + section * _ENTRY.size)
    start, size, checksum = _ENTRY.unpack(file.read(_ENTRY.size))
    if start + size > directory:
        raise ValueError(section)
    file.seek(start)
    raw = file.read(size)
    if zlib.crc32(raw) != checksum:
        raise ValueError(section)
    own, packed, chunks = msgspec.msgpack.decode(raw, type=tuple[int, bool, list[_Chunk]])
    if own != section:
        raise ValueError(section)
    return packed, chunks


def _records(
    file: IO[bytes], chunk: _Chunk, decoder: "msgspec.msgpack.Decoder[Any]", *, packed: bool
) -> list[Any]:
    file.seek(chunk.start)
    raw = file.read(chunk.size)
    if zlib.crc32(raw) != chunk.checksum:
        raise ValueError(chunk)
    records: list[Any] = decoder.decode(zlib.decompress(raw) if packed else raw)
    if len(records) != chunk.records:
        raise ValueError(chunk)
    return records
