"""Where compiled indexes are kept: made on first need, checked on each, never half written."""

import hashlib
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

import platformdirs

from geo import text
from geo.gazetteer import compiled, index, names, sounds, sources
from geo.gazetteer.compiled import CompiledIndex, DamagedIndexError, Progress
from geo.records import GazetteerEntry, PlaceKind

SUFFIX = ".index"
# As many files are kept as several versions of the program and a person's own gazetteers may want.
_KEPT = 8


@dataclass(frozen=True, slots=True)
class Kept:
    """An index that can be asked, and the file it is kept in; None where it could not be kept."""

    index: CompiledIndex
    path: Path | None
    new: bool


def folder() -> Path:
    """Return the folder of this user's caches that is this program's."""
    return platformdirs.user_cache_path("deployment-mapper", appauthor=False)


def key(*parts: bytes) -> str:
    """Return the name of an index: a hash of what it is made of and of the code that makes it.

    The rules of folding and stemming are part of the code, so an index never holds names under keys
    that the program no longer asks for; so is the Unicode version of the interpreter.
    """
    digest = hashlib.sha256()
    for part in (*parts, *_code()):
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(part)
    return digest.hexdigest()[:24]


@cache
def _code() -> tuple[bytes, ...]:
    modules = (text, names, sounds, index, compiled, sources)
    code = tuple(Path(module.__file__).read_bytes() for module in modules if module.__file__)
    rest = (unicodedata.unidata_version, sys.byteorder, *PlaceKind)
    return (*code, *(word.encode() for word in rest))


def package_versions() -> bytes:
    """Return name and version of each data package."""
    return "\n".join(f"{name} {metadata.version(name)}" for name in sources.PACKAGES).encode()


def obtain(
    name: str, make: Callable[[], Iterable[GazetteerEntry]], progress: Progress, *, anew: bool = False
) -> Kept:
    """Open the index of that name, or make it; the folder of caches need not be writable.

    Parameters
    ----------
    name
        As `key` gives it, with a word before it.
    make
        Gives the entries if they are needed.
    progress
        Is told how far the work is.
    anew
        Make it even if it is there.

    Raises
    ------
    GazetteerError
        The entries break a rule.
    OSError
        Not even a temporary file can be written.

    Notes
    -----
    Each process writes into a file of its own and moves it in whole, so that two that build at once
    cannot hurt each other: the second puts the same bytes in place of the first's.
    """
    path = folder() / (name + SUFFIX)
    if not anew:
        with suppress(OSError, DamagedIndexError):
            return Kept(CompiledIndex(path), path, new=False)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".making-", dir=path.parent) as drafts:
            draft = Path(drafts) / path.name
            compiled.write(draft, make(), progress)
            draft.replace(path)
        made = CompiledIndex(path)
    except OSError:
        with tempfile.TemporaryDirectory(prefix="geo-", ignore_cleanup_errors=True) as drafts:
            draft = Path(drafts) / path.name
            compiled.write(draft, make(), progress)
            return Kept(CompiledIndex(draft), None, new=True)
    _tidy(path)
    return Kept(made, path, new=True)


def _tidy(newest: Path) -> None:
    """Remove the oldest indexes; one that another process removes first, or still reads, is let be."""
    with suppress(OSError):
        aged = sorted((p.stat().st_mtime_ns, p) for p in newest.parent.glob("*" + SUFFIX) if p != newest)
        for _, path in aged[: max(0, len(aged) - _KEPT + 1)]:
            path.unlink(missing_ok=True)
