"""The ``reports.csv`` that a person keeps beside the reports."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from geo.documents.told import KEYS, day, shown
from geo.documents.walking import REPORTS_TABLE
from geo.errors import InputError
from geo.records import Problem
from geo.tables import decode


class ReportsTables:
    """The table of each folder of a collection, read when its first file is."""

    def __init__(self, root: Path) -> None:
        self._rows: dict[Path, Mapping[str, Mapping[str, str]]] = {}
        self._root = root
        self._problems: list[Problem] = []

    def row(self, file: Path, behind: str = "") -> Mapping[str, str]:
        """Return what the table beside a file, or at the top of the collection, tells of it.

        Parameters
        ----------
        behind
            For a member of an archive, what follows the archive's name: ``!inner/a.html``.
        """
        here = self._table(file.parent).get(file.name + behind)
        if here is not None or file.parent == self._root:
            return here or {}
        top = self._table(self._root)
        return top.get(file.relative_to(self._root).as_posix() + behind, {}) if top else {}

    def problems(self) -> list[Problem]:
        """Return what was wrong with the tables since this was last asked."""
        found, self._problems = self._problems, []
        return found

    def _table(self, folder: Path) -> Mapping[str, Mapping[str, str]]:
        if folder not in self._rows:
            path = folder / REPORTS_TABLE
            try:
                self._rows[folder] = _read(path, folder) if path.is_file() else {}
            except (InputError, OSError, csv.Error) as error:
                self._problems.append(Problem(shown(str(path)), str(error)))
                self._rows[folder] = {}
        return self._rows[folder]


def _read(path: Path, folder: Path) -> Mapping[str, Mapping[str, str]]:
    reader = csv.DictReader(io.StringIO(decode(path.read_bytes())))
    if "file" not in (reader.fieldnames or ()):
        raise InputError(f"has no column “file”; its header is file,{','.join(KEYS)}")
    rows: dict[str, Mapping[str, str]] = {}
    for number, row in enumerate(reader, 2):
        name = row["file"] or ""
        if not (folder / name).is_file() and not (folder / name.partition("!")[0]).is_file():
            raise InputError(f"row {number} names {name!r}, which is not in this folder")
        day(row.get("published"))
        rows[name] = {key: (row.get(key) or "").strip() for key in KEYS}
    return rows
