"""The gazetteer: places, their names and how far they reach.

``gazetteer.json`` is the one that people keep: a Linked Places Format collection (GeoJSON with names). Under
it lies a large one, compiled on first need out of data packages: every populated place that GeoNames knows
above 500 inhabitants, and the airports. Where both have a place, the one that people keep counts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from geo.errors import GazetteerError
from geo.gazetteer import keeping, linked_places, sources, user_files
from geo.gazetteer.compiled import Progress, silent
from geo.gazetteer.index import Index, Layers, MemoryIndex
from geo.gazetteer.search import Gazetteer, NameMatch, Neighbour
from geo.records import GazetteerEntry

__all__ = ["Gazetteer", "NameMatch", "Neighbour", "Opened", "curated_file", "default", "load", "opened"]

_CHECKOUT = Path(__file__).resolve().parents[2] / "gazetteer.json"
_INSTALLED = Path(__file__).resolve().parents[1] / "data" / "gazetteer.json"
# A person's file up to this size is read anew each time, in a quarter of a second; a larger one is compiled.
_READ_ANEW_BYTES = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Opened:
    """A gazetteer that is ready.

    Attributes
    ----------
    notes
        What a person should know: that an index could not be kept, and what follows from it.
    path
        The file of the program's own index; None where it could not be kept.
    new
        True where that file was made just now.
    key
        Hash of all that it is made of: two of one key know the same places by the same names.
    """

    gazetteer: Gazetteer
    notes: tuple[str, ...]
    path: Path | None
    new: bool
    key: str


def curated_file() -> Path:
    """Return the gazetteer that people keep and that comes with the program."""
    return _CHECKOUT if _CHECKOUT.exists() else _INSTALLED


@cache
def default() -> Gazetteer:
    """Return the gazetteer that comes with the program: what people keep, over the large one.

    The first call on a machine compiles the large one into the user's folder of caches.

    Raises
    ------
    GazetteerError
        ``gazetteer.json`` breaks a rule.
    """
    return opened().gazetteer


def opened(files: Sequence[Path] = (), progress: Progress = silent, *, anew: bool = False) -> Opened:
    """Open the program's gazetteer with a person's own places above it.

    Where no file of caches can be written, the large gazetteer is compiled into a temporary one, for
    this time; where that cannot be either, the curated one is there alone. `Opened.notes` says so.

    Parameters
    ----------
    files
        Linked Places files, GeoNames dumps or tables; see `geo.gazetteer.user_files.entries`. Of an id
        that several have, the first file's entry counts, but what the program's people keep before all.
    progress
        Is told how far the compiling is: what is being done, how much of it is done, of how much.
    anew
        Compile the program's own index even if it is there.

    Raises
    ------
    GazetteerError
        A file cannot be read or an entry breaks a rule; one line that names both.
    """
    base, notes, path, new, made_of = _base(progress, anew=anew)
    above = []
    for file in files:
        index, more, digest = _own(file, progress)
        above.append(index)
        notes = (*notes, *more)
        made_of += digest
    index = Layers(base, above) if above else base
    return Opened(Gazetteer.over(index), notes, path, new, keeping.key(made_of.encode()))


def _base(progress: Progress, *, anew: bool) -> tuple[Index, tuple[str, ...], Path | None, bool, str]:
    file, names = curated_file(), sources.names_data()
    try:
        content = file.read_bytes()
    except OSError as error:
        raise GazetteerError(f"{file}: the gazetteer cannot be read: {error}") from error

    def everything() -> Iterable[GazetteerEntry]:
        return sources.everything(linked_places.entries(file), names, progress)

    name = f"places-{keeping.key(content, names, keeping.package_versions())}"
    try:
        found = keeping.obtain(name, everything, progress, anew=anew)
    except OSError as error:
        note = f"no file can be written ({error.strerror}); only the places of {file.name} are known"
        return MemoryIndex(linked_places.entries(file)), (note,), None, False, keeping.key(content)
    return found.index, _notes(found), found.path, found.new, name


def _notes(found: keeping.Kept) -> tuple[str, ...]:
    if found.path:
        return ()
    folder = keeping.folder()
    return (f"{folder} cannot be written: the large gazetteer is not kept, and each start compiles it",)


def _own(file: Path, progress: Progress) -> tuple[Index, tuple[str, ...], str]:
    entries = partial(user_files.entries, file)
    try:
        content = user_files.digest(file)
        if file.stat().st_size > _READ_ANEW_BYTES:
            found = keeping.obtain(f"own-{keeping.key(content.encode())}", entries, progress)
            return found.index, _notes(found), content
        return MemoryIndex(entries()), (), content
    except GazetteerError as error:
        told = str(error).removeprefix("gazetteer: ")
        raise GazetteerError(told if told.startswith(str(file)) else f"{file}: {told}") from error
    except OSError as error:
        raise GazetteerError(f"{file}: cannot be compiled: {error}; make room or split it") from error


def load(path: Path) -> Gazetteer:
    """Read a Linked Places Format file into memory.

    Raises
    ------
    GazetteerError
        The file cannot be read, is not JSON or no such collection, or an entry breaks a rule:
        duplicate id, coordinate out of range or not a number, unknown kind, no name. One line that
        names the file and the entry.
    """
    try:
        return Gazetteer(linked_places.entries(path))
    except GazetteerError as error:
        told = str(error)
        raise GazetteerError(told if told.startswith(str(path)) else f"{path}: {told}") from error
