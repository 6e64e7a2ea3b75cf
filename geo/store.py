"""What has been read, kept beside the outputs, so that a second run reads only what is new.

One SQLite file in write-ahead mode, one run at a time. A document's reading, its claims within, and whether
it could be read are written in one transaction: after a kill at any moment each document is there whole
or not at all (https://www.sqlite.org/wal.html, https://www.sqlite.org/atomiccommit.html). All that the store
holds can be read again from the reports: a damaged one is named, and made anew on demand.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import msgspec
from filelock import FileLock, Timeout

from geo.errors import StoreError
from geo.records import Reading

NAME: Final = "store.sqlite"
_APPLICATION: Final = 0x444D4150  # tells the file from other databases (PRAGMA application_id)
_VERSION: Final = 1  # of the tables below; a file of another is made anew
_TABLES: Final = """
CREATE TABLE document (
    id TEXT PRIMARY KEY,
    file TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    stamp TEXT NOT NULL,
    language TEXT,
    reason TEXT,
    sha256 TEXT,
    claims INTEGER NOT NULL DEFAULT 0,
    times_read INTEGER NOT NULL,
    signature BLOB,
    reading BLOB
);
CREATE TABLE written (key TEXT NOT NULL, files TEXT NOT NULL);
"""
_PUT: Final = """
INSERT INTO document
    (id, file, fingerprint, stamp, language, reason, sha256, claims, times_read, signature, reading)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    file = excluded.file, fingerprint = excluded.fingerprint, stamp = excluded.stamp,
    language = excluded.language, reason = excluded.reason, sha256 = excluded.sha256,
    claims = excluded.claims, times_read = times_read + 1, signature = excluded.signature,
    reading = excluded.reading
"""
_AT_ONCE: Final = 500  # ids in one statement


@dataclass(frozen=True, slots=True)
class Kept:
    """What the store knows of one document, without its reading.

    Attributes
    ----------
    fingerprint
        Hash of the bytes it was read from and of what was told of them.
    stamp
        Hash of what read it: code, language pack, gazetteer, limits. Both tell whether it is up to date.
    reason
        Why it could not be read, or None.
    sha256
        Hash of its text: two documents of one text share it and stay two.
    times_read
        How often it was read since the store was made.
    """

    id: str
    file: str
    fingerprint: str
    stamp: str
    language: str | None
    reason: str | None
    sha256: str | None
    claims: int
    times_read: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One document to be kept: a packed reading, or the reason why there is none."""

    id: str
    file: str
    fingerprint: str
    stamp: str
    language: str | None = None
    reason: str | None = None
    sha256: str | None = None
    claims: int = 0
    signature: bytes | None = None
    reading: bytes | None = None


def pack(reading: Reading) -> bytes:
    """Return a reading as bytes, with a checksum of its own."""
    return zlib.compress(msgspec.json.encode(reading), 1)


def unpack(packed: bytes) -> Reading:
    """Return the reading of such bytes.

    Raises
    ------
    ValueError
        They are not what `pack` gave.
    """
    try:
        return msgspec.json.decode(zlib.decompress(packed), type=Reading)
    except (zlib.error, msgspec.MsgspecError) as error:
        raise ValueError(str(error)) from error


@contextmanager
def alone(folder: Path, name: str) -> Iterator[None]:
    """Keep other runs out of a folder of outputs that has no store; it is made if need be.

    Parameters
    ----------
    folder
        Where the outputs go.
    name
        Of the file in it by which runs know of each other.

    Raises
    ------
    StoreError
        It cannot be written to, or another run is at work in it.
    """
    lock = _acquired(folder, name, "--to")
    try:
        yield
    finally:
        lock.release()


def _acquired(folder: Path, name: str, option: str) -> FileLock:
    """Return the lock of a folder, held; `name` is what it keeps others from."""
    lock = FileLock(folder / f".{name}.lock")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout as error:
        raise StoreError(
            f"{folder / name}: another run is at work in {folder}; wait until it ends"
        ) from error
    except OSError as error:
        told = f"{folder}: cannot be written to: {error.strerror}; choose another with {option}"
        raise StoreError(told) from error
    return lock


class Store:
    """The store of one folder of outputs, open for one run.

    Parameters
    ----------
    folder
        Where the outputs go; it is made if need be.
    anew
        Forget what the store holds, damaged or not.

    Raises
    ------
    StoreError
        The folder cannot be written to, another run is at work in it, or the store is damaged or no such
        store; one line that says what to do.
    """

    def __init__(self, folder: Path, *, anew: bool = False) -> None:
        self.path = folder / NAME
        self._lock = _acquired(folder, NAME, "--output")
        try:
            if anew:
                _remove(self.path)
            self._connection = self._open()
        except BaseException:
            self._lock.release()
            raise

    def __enter__(self) -> Self:
        """Return the store itself, open."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let others use the store."""
        self.close()

    def close(self) -> None:
        """Let others use the store."""
        with suppress(sqlite3.Error):  # what was committed is on the disk, closed well or not
            self._connection.close()
        self._lock.release()

    def _open(self) -> sqlite3.Connection:
        with self._told():
            connection = sqlite3.connect(self.path, isolation_level=None)
            try:
                self._prepare(connection)
            except BaseException:
                connection.close()
                raise
        return connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        (told,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if tables and told != _APPLICATION:
            raise StoreError(
                f"{self.path}: is not a store of this program; move it away or choose another --output"
            )
        (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if found != "ok":
            raise self._damaged(found)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        if not tables or version != _VERSION:
            self._make(connection)

    def _make(self, connection: sqlite3.Connection) -> None:
        with _transaction(connection):
            for (table,) in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table'"
            ).fetchall():
                connection.execute(f'DROP TABLE "{table}"')  # of an older version: only tables of ours
            for statement in filter(str.strip, _TABLES.split(";")):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(f"PRAGMA user_version = {_VERSION}")

    def kept(self, of: str) -> Kept | None:
        """Return what is known of a document, or None."""
        with self._told():
            row = self._connection.execute(f"{_KEPT} WHERE id = ?", (of,)).fetchone()
        return Kept(*row) if row else None

    def of(self, ids: Iterable[str]) -> Iterator[Kept]:
        """Yield what is known of documents that are there, in the order given."""
        wanted = iter(ids)
        while some := list(islice(wanted, _AT_ONCE)):
            marks = ",".join("?" * len(some))
            with self._told():
                rows = self._connection.execute(f"{_KEPT} WHERE id IN ({marks})", some)
                found = {row[0]: Kept(*row) for row in rows}
            yield from (found[of] for of in some)

    def ids(self) -> Iterator[str]:
        """Yield the id of each document, read or not."""
        with self._told():
            yield from (row[0] for row in self._connection.execute("SELECT id FROM document ORDER BY id"))

    def put(self, entries: Iterable[Entry]) -> None:
        """Keep documents, all of them or, after a fault, none; what was known of each before is replaced."""
        rows = [
            (
                e.id,
                e.file,
                e.fingerprint,
                e.stamp,
                e.language,
                e.reason,
                e.sha256,
                e.claims,
                e.signature,
                e.reading,
            )
            for e in entries
        ]
        with self._told(), _transaction(self._connection):
            self._connection.executemany(_PUT, rows)

    def entry(self, of: str) -> Entry:
        """Return all that is kept of a document that is there."""
        with self._told():
            return Entry(*self._connection.execute(_ENTRY, (of,)).fetchone())

    def forget(self, ids: Iterable[str]) -> None:
        """Forget documents that are no longer among the reports."""
        wanted = iter(ids)
        with self._told(), _transaction(self._connection):
            while some := list(islice(wanted, _AT_ONCE)):
                marks = ",".join("?" * len(some))
                self._connection.execute(f"DELETE FROM document WHERE id IN ({marks})", some)  # noqa: S608 - marks only

    def readings(self, ids: Iterable[str]) -> Iterator[Reading]:
        """Yield the readings of documents that were read, in the order given.

        Raises
        ------
        StoreError
            One is missing or damaged.
        """
        for of in ids:
            with self._told():
                row = self._connection.execute("SELECT reading FROM document WHERE id = ?", (of,)).fetchone()
            try:
                yield unpack(row[0] if row else b"")
            except (ValueError, TypeError) as error:
                raise self._damaged(f"the reading of {of!r:.80}") from error

    def signatures(self, ids: Iterable[str]) -> Iterator[tuple[str, str, bytes]]:
        """Yield id, hash of the text and signature of documents, in the order given."""
        for of in ids:
            with self._told():
                sql = "SELECT id, sha256, signature FROM document WHERE id = ?"
                yield self._connection.execute(sql, (of,)).fetchone()

    def written(self) -> tuple[str, Mapping[str, str]]:
        """Return what the outputs were last made of, and the hash of each by name; empty before the first."""
        with self._told():
            row = self._connection.execute("SELECT key, files FROM written").fetchone()
        return (row[0], json.loads(row[1])) if row else ("", {})

    def set_written(self, key: str, files: Mapping[str, str]) -> None:
        """Keep what the outputs are made of, once they are all written."""
        with self._told(), _transaction(self._connection):
            self._connection.execute("DELETE FROM written")
            self._connection.execute("INSERT INTO written VALUES (?, ?)", (key, json.dumps(files)))

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what SQLite says into one line that says what to do."""
        try:
            yield
        except sqlite3.OperationalError as error:
            raise self._unusable(error) from error
        except sqlite3.DatabaseError as error:
            raise self._damaged(str(error)) from error

    def _unusable(self, error: sqlite3.OperationalError) -> StoreError:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_FULL:
            return StoreError(
                f"{self.path}: the disk is full; free some space and run again: what was read is kept"
            )
        if code == sqlite3.SQLITE_BUSY:
            return StoreError(f"{self.path}: another program has it open; close it there and run again")
        return StoreError(
            f"{self.path}: cannot be used: {error}; make it writable or choose another --output"
        )

    def _damaged(self, what: str) -> StoreError:
        told = what.splitlines()[0] if what else "its content"
        return StoreError(
            f"{self.path}: is damaged ({told}); run again with --anew to read everything once more"
        )


_KEPT: Final = (
    "SELECT id, file, fingerprint, stamp, language, reason, sha256, claims, times_read FROM document"
)
_ENTRY: Final = (
    "SELECT id, file, fingerprint, stamp, language, reason, sha256, claims, signature, reading"
    " FROM document WHERE id = ?"
)


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk may have ended it already
            connection.execute("ROLLBACK")
        raise


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
