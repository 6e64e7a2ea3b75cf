"""The one way to write a file: whole, or not at all."""

import contextlib
import glob
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from geo.errors import OutputError

_RANDOM = 8  # characters that `tempfile.mkstemp` adds to a name

# What a file holds: at once, or piece by piece, so that nobody ever has it whole in memory.
Content = str | bytes | Iterable[str | bytes]


def write(path: Path, content: Content) -> None:
    """Write a file whole, or leave what stood there; text becomes UTF-8 with its line ends as they are.

    Parameters
    ----------
    path
        Its folder is made where there is none.
    content
        Pieces are asked for one by one; what is raised between two of them leaves what stood there.

    Raises
    ------
    OutputError
        The folder cannot be made or written to, the disk is full, or another program is at work on the
        database that stood there; one line that names the file.
    """
    _refuse_if_in_use(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}; choose another folder") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces(content))
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError as error:
        remedy = "take that folder away" if path.is_dir() else "free some space"
        raise OutputError(f"{path}: cannot be written: {error.strerror}; {remedy}") from error
    finally:
        with contextlib.suppress(FileNotFoundError):
            Path(temporary).unlink()


def remove_unfinished(path: Path) -> None:
    """Remove what a writer that was killed has left beside a file; nobody may be writing that file now."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.{'?' * _RANDOM}"):
        left.unlink(missing_ok=True)


def pieces(content: Content) -> Iterator[bytes]:
    """Yield the bytes of a file's content, piece by piece."""
    for piece in [content] if isinstance(content, str | bytes) else content:
        yield piece.encode("utf-8") if isinstance(piece, str) else piece


def _refuse_if_in_use(path: Path) -> None:
    """Leave a database alone that another program has open.

    What SQLite keeps beside it is later read into whatever then bears the name, and breaks it
    (https://www.sqlite.org/howtocorrupt.html, 1.4 and 4.4).
    """
    for ending in ("-wal", "-journal"):
        beside = path.with_name(path.name + ending)
        if path.suffix == ".gpkg" and beside.exists():
            raise OutputError(
                f"{path}: is open in another program, such as QGIS; close it there "
                f"(if none has it open, remove {beside.name})"
            )
