"""Where the workers of a run write what they read: a folder of GeoParquet files, or PostGIS.

The one that leads the run opens a target and ends it. A worker, on this machine or another, gets a copy of
it with each batch and knows nothing of the other batches.
"""

import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

from geo import joining
from geo.errors import InputError, OutputError
from geo.records import Reading
from geo.store import alone

MANIFEST: Final = "_deployments.json"  # readers of a folder of Parquet pass over what begins with _ or .
_NEW: Final = ".new-"
_PART: Final = re.compile(r"part-[0-9]{6,9}\.parquet|_part-[0-9]{6,9}\.readings")


class Target(Protocol):
    """Takes what was read, a batch at a time."""

    def refusal(self, document_id: str) -> str | None:
        """Return why a report of that id cannot be taken."""
        ...

    def put(self, number: int, reports: Sequence[str], readings: Sequence[Reading]) -> int:
        """Write a batch whole or not at all, and return its rows; written again, it is there once.

        Parameters
        ----------
        number
            Place of the batch in the run.
        reports
            Ids of all its reports, also of those that could not be read.
        readings
            Of those that could be.

        Raises
        ------
        OutputError
            It cannot be written; one line.
        """
        ...

    def finish(self, parts: int, told: Mapping[str, object]) -> str:
        """End a run of so many batches, of which `told` is to be known; return what was written and where.

        Raises
        ------
        OutputError
            A batch is missing, or the end cannot be written.
        """
        ...


@contextmanager
def folder(path: Path) -> Iterator["Parts"]:
    """Open a folder for a run; what stands in it is replaced by `Parts.finish`, and only there.

    Parameters
    ----------
    path
        Made where there is none. Absolute, since workers stand elsewhere.

    Raises
    ------
    OutputError
        It holds something else than such a run has written.
    StoreError
        It cannot be written to, or another run is at work in it.
    """
    _refuse_other(path)
    with alone(path, MANIFEST):
        for left in path.glob(f"{_NEW}*"):
            shutil.rmtree(left, ignore_errors=True)
        try:
            new = Path(tempfile.mkdtemp(dir=path, prefix=_NEW))  # no worker of a run that was killed knows it
        except OSError as error:
            raise OutputError(
                f"{path}: cannot be written to: {error.strerror}; name another folder"
            ) from error
        try:
            yield Parts(path, new)
        finally:
            shutil.rmtree(new, ignore_errors=True)


def _refuse_other(path: Path) -> None:
    """Refuse what a person would miss."""
    try:
        names = [entry.name for entry in path.iterdir()] if path.exists() else []
    except OSError as error:
        raise OutputError(f"{path}: is no folder to write to: {error.strerror}; name another") from error
    seen = [name for name in names if not name.startswith(".")]
    ours = any(name.startswith((MANIFEST, f".{MANIFEST}", _NEW)) for name in names)
    if seen and not (ours and all(name == MANIFEST or _PART.fullmatch(name) for name in seen)):
        raise OutputError(f"{path}: holds other files; name a new folder, or one that geo read --to wrote")


@dataclass(frozen=True, slots=True)
class Parts:
    """A folder with one GeoParquet file a batch, and beside it what `geo join` needs of the same.

    Attributes
    ----------
    folder
        Where they are read.
    new
        Within it, where they wait until the run is whole.
    """

    folder: Path
    new: Path

    def refusal(self, document_id: str) -> str | None:  # noqa: ARG002 - as of `Target`
        """Return None: a file holds any id."""
        return None

    def put(self, number: int, reports: Sequence[str], readings: Sequence[Reading]) -> int:  # noqa: ARG002 - as of `Target`
        """Write the claims of a batch; see `Target.put`."""
        from geo import exports, features  # noqa: PLC0415 - the one that leads the run needs no geopandas

        joining.keep(self.new / _readings(number), readings)
        frame = features.claims_told(readings)
        exports.write(self.new / _part(number), exports.parquet(frame))
        return len(frame)

    def finish(self, parts: int, told: Mapping[str, object]) -> str:
        """Put the parts in place of what stood there, and say of them all what is told; see `Target.finish`.

        While files are exchanged there is no `MANIFEST`: what has none is not whole.
        """
        names = [name(number) for number in range(parts) for name in (_part, _readings)]
        absent = next((name for name in names if not (self.new / name).is_file()), None)
        if absent:
            raise OutputError(
                f"{self.folder}: {absent} is not there, a worker has written it to a disk of its own;"
                " name a folder that all workers share"
            )
        try:
            _write(
                self.new / MANIFEST, json.dumps({"parts": parts, **told}, ensure_ascii=False, indent=1) + "\n"
            )
            (self.folder / MANIFEST).unlink(missing_ok=True)
            for name in names:
                (self.new / name).replace(self.folder / name)
            for left in [entry for entry in self.folder.iterdir() if _PART.fullmatch(entry.name)]:
                if left.name not in set(names):
                    left.unlink()
            (self.new / MANIFEST).replace(self.folder / MANIFEST)
        except OSError as error:
            raise OutputError(
                f"{self.folder}: cannot be written: {error.strerror}; see to it and run again"
            ) from error
        return f"{self.folder}: {_count(parts, 'file', 'files')}, {told['rows']} rows"


def kept(path: Path) -> joining.Kept:
    """Return what a run that wrote to a folder has kept there for joining.

    Raises
    ------
    InputError
        It holds no whole run.
    """
    try:
        told = json.loads((path / MANIFEST).read_bytes())
        parts, claims = int(told["parts"]), int(told["claims"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(f"{path}: holds no whole run; write one with geo read PATH --to {path}") from error
    files = tuple(path / _readings(number) for number in range(parts))
    absent = next((file.name for file in files if not file.is_file()), None)
    if absent:
        raise InputError(f"{path}: {absent} is not there; write all anew with geo read PATH --to {path}")
    return joining.Kept(files, claims)


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _part(number: int) -> str:
    return f"part-{number:06}.parquet"


def _readings(number: int) -> str:
    return f"_part-{number:06}.readings"


def _write(path: Path, text: str) -> None:
    """Write a file that is not yet in its place."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def database(url: str, schema: str) -> Iterator["Tables"]:
    """Open a PostGIS database for a run.

    Parameters
    ----------
    url, schema
        As of `geo.exports.postgis.export`.

    Raises
    ------
    OutputError
        It cannot be reached or written to, or the schema holds movements, which join its claims.
    """
    from geo.exports import postgis  # noqa: PLC0415 - its driver is an extra

    postgis.make(url, schema)
    yield Tables(url, schema)


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a PostGIS schema whose rows belong to one report each."""

    url: str = field(repr=False)
    schema: str

    def refusal(self, document_id: str) -> str | None:
        """Return why a report of that id cannot be taken: an index of PostgreSQL holds no such key."""
        from geo.exports import postgis  # noqa: PLC0415 - as in `database`

        return postgis.refusal(document_id)

    def put(self, number: int, reports: Sequence[str], readings: Sequence[Reading]) -> int:  # noqa: ARG002 - as of `Target`
        """Make the rows of these reports what was read of them; see `Target.put`."""
        from geo.exports import postgis  # noqa: PLC0415 - as in `database`

        return postgis.put(self.url, self.schema, reports, readings)

    def finish(self, parts: int, told: Mapping[str, object]) -> str:
        """Say what was written: each batch stands there already; see `Target.finish`."""
        return f"schema {self.schema}: {_count(parts, 'batch', 'batches')}, {told['rows']} rows"
