"""Finding files: folders in the order of their names, patterns, what belongs to a saved page."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from geo.documents.told import shown
from geo.errors import InputError
from geo.records import Problem

STANDARD_INPUT: Final = "-"
REPORTS_TABLE: Final = "reports.csv"
TABLES: Final = (REPORTS_TABLE, "sources.csv", "corrections.csv", "corrections.jsonl")  # kept by a person
_URL: Final = re.compile(r"[a-z][a-z0-9+.]{1,15}:/", re.IGNORECASE)
_PATTERN: Final = re.compile(r"[*?\[]")
_PAGES: Final = (".html", ".htm", ".xhtml")
# A folder that holds one of them is one of outputs, never of reports.
OUTPUTS: Final = frozenset(("store.sqlite", "_deployments.json", "_movements.json"))
_FOLDER: Final = "folder"
_OTHER: Final = "neither file nor folder"
# What browsers call the folder of a saved page's images, in English, French, German, Spanish, Russian.
_COMPANIONS: Final = ("_files", "_fichiers", "-Dateien", "_archivos", ".files")


@dataclass(frozen=True, slots=True)
class Root:
    """One path that a person named: the folder that ids count from, and the files below it."""

    named: str
    folder: Path
    files: Callable[[], Iterator[str | Problem]]


def root(path: Path | str) -> Root:
    """Return what a path, a pattern or ``-`` names.

    Raises
    ------
    InputError
        It is an address, or there is nothing of that name.
    """
    words = str(path)
    if _URL.match(words):
        raise InputError(f"{words}: nothing is requested from the network; save the page and name its file")
    if words == STANDARD_INPUT:
        return Root(words, Path(), lambda: iter((STANDARD_INPUT,)))
    found = Path(path)
    if found.is_dir():
        return Root(words, found, lambda: walk(found))
    if found.exists():
        return Root(words, found.parent, lambda: iter((found.name,)))
    if _PATTERN.search(words):
        return _pattern(words, found.parts)
    raise InputError(f"{words}: there is no such file or folder")


def _pattern(words: str, parts: Sequence[str]) -> Root:
    fixed = next(n for n, part in enumerate(parts) if _PATTERN.search(part))
    folder, wanted = Path(*parts[:fixed]), parts[fixed:]

    def files() -> Iterator[str | Problem]:
        for found in walk(folder):
            if isinstance(found, Problem) or _matches(found.split("/"), wanted):
                yield found

    if not folder.is_dir() or not any(isinstance(found, str) for found in files()):
        raise InputError(f"{words}: no file matches; ** stands for any folders, * for any part of a name")
    return Root(words, folder, files)


def _matches(parts: Sequence[str], wanted: Sequence[str]) -> bool:
    """Return whether a pattern names a file, or a folder above it."""
    if not wanted:
        return True
    if wanted[0] == "**":
        return any(_matches(parts[n:], wanted[1:]) for n in range(len(parts) + 1))
    return bool(parts) and fnmatchcase(parts[0], wanted[0]) and _matches(parts[1:], wanted[1:])


def walk(folder: Path) -> Iterator[str | Problem]:
    """Yield the files under a folder by their paths from it (``a/b.txt``), in the order of their names.

    Hidden files and links are left out, and so is the folder of a saved page's images, or of the outputs of a
    run. What is neither file nor folder, and a folder that cannot be read, is a problem.
    """
    waiting = [_listed(folder, "")]
    while waiting:
        entry = next(waiting[-1], None)
        if entry is None:
            waiting.pop()
        elif isinstance(entry, str) and entry.endswith("/"):
            waiting.append(_listed(folder, entry))
        else:
            yield entry


def _listed(folder: Path, inside: str) -> Iterator[str | Problem]:
    """Yield what stands in one folder; the names of folders end in ``/``."""
    here = os.path.join(folder, inside)  # noqa: PTH118 - a million Path objects cost as much as the reading
    kinds: dict[str, str] = {}
    try:
        with os.scandir(here) as entries:
            names = sorted(_noted(entries, kinds))
    except OSError as error:
        yield Problem(shown(here), f"cannot be read: {error.strerror or error}")
        return
    if not OUTPUTS.isdisjoint(names):
        return
    companions = Companions(names if any(name.endswith(_COMPANIONS) for name in kinds) else ())
    for name in names:
        kind = kinds.get(name)
        if kind is None:
            yield inside + name
        elif kind == _OTHER:
            yield Problem(shown(here + name), "is no regular file; take it out")
        elif not companions.cover(name + "/"):
            yield f"{inside}{name}/"


def _noted(entries: Iterable[os.DirEntry[str]], kinds: dict[str, str]) -> Iterator[str]:
    """Yield the names in a folder; of what is no file, note the kind."""
    for entry in entries:
        if entry.name.startswith(".") or entry.is_symlink():
            continue
        if entry.is_dir(follow_symlinks=False):
            kinds[entry.name] = _FOLDER
        elif not entry.is_file(follow_symlinks=False):
            kinds[entry.name] = _OTHER
        yield entry.name


class Companions:
    """The folders of saved pages' images (``page_files/`` beside ``page.html``) among the names seen."""

    def __init__(self, names: Iterable[str]) -> None:
        self._pages: set[str] = set()
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        """Take note of a name: a page has a companion."""
        stem, dot, suffix = name.rpartition(".")
        if dot + suffix.lower() in _PAGES:
            self._pages.add(stem)

    def cover(self, name: str) -> bool:
        """Return whether a name stands in such a folder."""
        if not self._pages:
            return False
        folders = (name[:at] for at, letter in enumerate(name) if letter == "/")
        return any(
            folder.endswith(end) and folder.removesuffix(end) in self._pages
            for folder in folders
            for end in _COMPANIONS
        )
