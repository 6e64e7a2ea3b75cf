"""Entries to make gazetteers of, and a folder of caches that is the test's own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from geo.records import GazetteerEntry, Place, PlaceKind, PlaceName

MakeEntry = Callable[..., GazetteerEntry]


def made(  # noqa: PLR0913 - the slots of a record
    place_id: str,
    *names: str,
    lat: float = 0.0,
    lon: float = 0.0,
    kind: str = "city",
    code: str | None = "XX",
    people: int | None = None,
    curated: bool = True,
) -> GazetteerEntry:
    place = Place(place_id, names[0], code, PlaceKind(kind), lat, lon, 5.0)
    written = tuple(PlaceName(name, "und") for name in names)
    return GazetteerEntry(place, written, people, "a source", "a licence", curated=curated)


@pytest.fixture(scope="session")
def entry() -> MakeEntry:
    return made


@pytest.fixture
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the program an empty folder of caches."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "caches"))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path / "caches"
