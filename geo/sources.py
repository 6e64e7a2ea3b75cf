"""``sources.csv``: what a person knows of the sources that reports name."""

import re
from collections.abc import Sequence
from pathlib import Path

from geo.errors import InputError, shown
from geo.records import Problem, SourceNote, VoiceKind
from geo.tables import Row, rows

TABLE = "sources.csv"
_COLUMNS = ("name", "aliases", "country", "kind", "reliability")
_RATING = re.compile(r"([A-Fa-f])([1-6])?")
_COUNTRY = re.compile(r"[A-Za-z]{2}")


def load(folders: Sequence[Path]) -> tuple[tuple[SourceNote, ...], tuple[Problem, ...]]:
    """Read the table of each folder that has one.

    Parameters
    ----------
    folders
        Where the reports are.

    Returns
    -------
    tuple of tuple of SourceNote and tuple of Problem
        A row that cannot be used is among the problems, with its line and what to do.
    """
    notes: list[SourceNote] = []
    problems: list[Problem] = []
    for path in (folder / TABLE for folder in folders):
        if not path.is_file():
            continue
        try:
            for number, row in rows(path, "name", _COLUMNS):
                try:
                    notes.append(_note(row))
                except InputError as error:
                    problems.append(Problem(f"{path}, line {number}", str(error)))
        except InputError as error:
            problems.append(Problem(str(path), str(error)))
    return tuple(notes), tuple(problems)


def _note(row: Row) -> SourceNote:
    if not row["name"]:
        raise InputError("has no name; write who the source is")
    rating = _RATING.fullmatch(row["reliability"] or "F6")
    if rating is None:
        raise InputError(
            f"reliability {shown(row['reliability'])}: write a letter A to F, with a digit 1 to 6 or not"
        )
    if row["country"] and not _COUNTRY.fullmatch(row["country"]):
        raise InputError(f"country {shown(row['country'])}: write two letters of ISO 3166-1")
    kinds = {kind.value: kind for kind in VoiceKind}
    if row["kind"] and row["kind"].lower() not in kinds:
        raise InputError(f"kind {shown(row['kind'])}: write one of {', '.join(kinds)}")
    return SourceNote(
        name=row["name"],
        aliases=tuple(alias.strip() for alias in row["aliases"].split(";") if alias.strip()),
        country_code=row["country"].upper() or None,
        kind=kinds.get(row["kind"].lower()),
        reliability=rating[1].upper(),
        credibility=int(rating[2] or 6),
    )
