"""Archives: zip, tar, and what gzip, bzip2 or xz packed. Nothing of them ever becomes a file."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO, Final, Self, cast

from geo.documents.forms import PACKINGS, TARBALLS, suffix_of
from geo.documents.opening import HEAD, Source, opened
from geo.documents.parts import MEGABYTE, Part
from geo.documents.streams import (
    BROKEN,
    ENDS_EARLY,
    EndsEarlyError,
    Leash,
    Read,
    SpentError,
    Tap,
    buffered,
    ratio_watch,
    reason,
    whole,
)
from geo.documents.walking import TABLES, Companions
from geo.errors import InputError
from geo.records import Problem

_CHUNK: Final = 65_536
_XZ_MEMORY: Final = 256_000_000  # bytes; xz -9 needs 65 million, a harmful header asks for 4,000 million
_ENCRYPTED: Final = 0x1


def zipped(source: Source) -> Iterator[Part | Problem]:
    """Yield what a zip archive holds, in its own order.

    Raises
    ------
    InputError
        It is damaged, or holds more than `Limits.members` files.
    """
    # Its list of members stands at its end, so one that only streams by is held in memory.
    file = source.stream if source.stream.seekable() else io.BytesIO(whole(source.stream, source.limits))
    try:
        archive = zipfile.ZipFile(file)
    except zipfile.BadZipFile as error:
        raise InputError(f"has no list of its files ({error}): {ENDS_EARLY}") from error
    with archive:
        members = [info for info in archive.infolist() if not info.is_dir()]
        companions = Companions(info.filename for info in members)
        for count, info in enumerate(members):
            _check_count(count, source)
            if _is_passed_over(info.filename) or companions.cover(info.filename):
                continue
            yield from _zip_member(source, archive, info)


def _zip_member(source: Source, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[Part | Problem]:
    member = source.member(info.filename, source.stream)
    if info.flag_bits & _ENCRYPTED:
        yield member.problem("is encrypted; unpack it with its password first")
        return
    try:
        with archive.open(info) as packed:
            count = ratio_watch(lambda: info.compress_size, source.limits, source.budget)
            yield from _member(source, info.filename, buffered(packed.read, count))
    except SpentError:
        raise
    except BROKEN as error:
        yield member.problem(reason(error))


def tarred(source: Source) -> Iterator[Part | Problem]:
    """Yield what a tar archive holds, as it streams by.

    Raises
    ------
    InputError
        It ends early or is damaged, or holds more than `Limits.members` files.
    """
    stream, companions = Leash(Tap(source.stream.read1), MEGABYTE), Companions(())
    with tarfile.open(fileobj=cast("IO[bytes]", stream), mode="r|", tarinfo=_TarInfo) as archive:
        for count, (info, content) in enumerate(_tar_members(archive, stream)):
            _check_count(count, source)
            name = info.name.removeprefix("./")
            companions.add(name)
            if not (_is_passed_over(name) or companions.cover(name)):
                yield from _member(source, name, buffered(content.read))
        _check_end(archive)


def _tar_members(archive: tarfile.TarFile, stream: Leash) -> Iterator[tuple[tarfile.TarInfo, IO[bytes]]]:
    while True:
        with stream.held():
            info = archive.next()
        if info is None:
            return
        archive.members.clear()  # type: ignore[attr-defined] # else a million of them stand in memory
        content = archive.extractfile(info) if info.isreg() else None
        if content is not None:
            with content:
                yield info, content
                while content.read(_CHUNK):  # else it is read with the next header
                    pass


class _TarInfo(tarfile.TarInfo):
    """A header that says what is wrong with it: where tarfile meets no header it takes it for the end."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        """Return the header in a block.

        Raises
        ------
        InputError
            There is none, and no end mark either.
        """
        try:
            return super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if len(buf) < tarfile.BLOCKSIZE:
                raise EndsEarlyError from error
            if any(buf):
                raise InputError(f"is damaged: {error}; the rest of it is left out") from error
            raise


def _check_end(archive: tarfile.TarFile) -> None:
    """Raise InputError if an archive goes on behind its end mark."""
    rest = cast("IO[bytes]", archive.fileobj)
    more = False
    while chunk := rest.read(_CHUNK):
        more = more or bool(chunk.strip(b"\0"))
    if more:
        raise InputError("holds more behind its end mark, which was not read; unpack it and pack it anew")


def gzipped(source: Source) -> Iterator[Part | Problem]:
    """Yield what stands in a gzip file: a report, an archive, rows."""
    packed = Tap(source.stream.read)
    # With read1, since read loses what it has already unpacked where the file ends early.
    with gzip.GzipFile(fileobj=io.BufferedReader(packed)) as unpacked:
        yield from _unpacked(source, packed, unpacked.read1)


def bzipped(source: Source) -> Iterator[Part | Problem]:
    """Yield what stands in a bzip2 file."""
    packed = Tap(source.stream.read)
    with bz2.BZ2File(io.BufferedReader(packed)) as unpacked:
        yield from _unpacked(source, packed, unpacked.read1)


def xzipped(source: Source) -> Iterator[Part | Problem]:
    """Yield what stands in an xz file."""
    packed = Tap(source.stream.read)
    yield from _unpacked(source, packed, _xz(io.BufferedReader(packed)))


def _xz(packed: io.BufferedReader) -> Read:
    """Return what reads an xz file within `_XZ_MEMORY`; lzma.LZMAFile sets no bound."""
    unpacker = lzma.LZMADecompressor(memlimit=_XZ_MEMORY)

    def read(size: int, /) -> bytes:
        nonlocal unpacker
        piece = b""
        while not piece:
            if unpacker.eof:
                # Another stream may follow, or zeros that fill a block.
                more = (unpacker.unused_data or packed.read(_CHUNK)).lstrip(b"\0")
                if not more:
                    return b""
                unpacker = lzma.LZMADecompressor(memlimit=_XZ_MEMORY)
            elif unpacker.needs_input:
                more = packed.read(_CHUNK)
                if not more:
                    raise EOFError
            else:
                more = b""
            piece = unpacker.decompress(more, size)
        return piece

    return read


def _unpacked(source: Source, packed: Tap, read: Read) -> Iterator[Part | Problem]:
    count = ratio_watch(lambda: packed.total, source.limits, source.budget)
    stream = buffered(read, count)
    suffix = suffix_of(source.name)
    name = source.name
    if suffix in PACKINGS:
        name = name[: -len(suffix)]
    elif suffix in TARBALLS:
        name = name[: -len(suffix)] + ".tar"
    # A tar within its packing is one archive, not two.
    tarball = stream.peek(HEAD)[257:262] == b"ustar"
    yield from opened(source.within(name, stream, deeper=not tarball))


def _member(source: Source, name: str, stream: io.BufferedReader) -> Iterator[Part | Problem]:
    if PurePosixPath(name).name in TABLES:
        member = source.member(name, stream)
        yield member.problem("is a table that is read beside the archive, not in it; put it there")
    else:
        yield from opened(source.member(name, stream))


def _is_passed_over(name: str) -> bool:
    """Return whether a member is hidden, as a file of that name in a folder is."""
    return any(part.startswith(".") and part.strip(".") for part in name.split("/"))


def _check_count(count: int, source: Source) -> None:
    if count >= source.limits.members:
        raise InputError(f"holds more than {source.limits.members:,} files; the rest is left out")
