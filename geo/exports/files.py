"""The one way to write a file: whole, or not at all."""

import contextlib
import os
import tempfile
from pathlib import Path

from geo.errors import OutputError


def write(path: Path, content: str | bytes) -> None:
    """Write a file whole, or leave what stood there; text becomes UTF-8 with its line ends as they are.

    Raises
    ------
    OutputError
        The folder cannot be made or written to, or the disk is full; one line that names the file.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}; choose another folder") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode("utf-8") if isinstance(content, str) else content)
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
