"""A run of ``geo join`` that was stopped goes on where it was; one that joins something else begins anew."""

from dataclasses import replace
from pathlib import Path

import pytest

from geo import joining
from geo.engines import Serial
from geo.errors import StoreError
from geo.joining import Kept
from geo.movements import Knowledge

from .made_claims import HOMES
from .test_movements_ranges import many

KNOWN = Knowledge(HOMES.get)


def contents(folder: Path) -> dict[str, bytes]:
    """Return all that a run wrote."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    folder, readings = tmp_path_factory.mktemp("kept"), many(60)
    for number in range(2):
        joining.keep(folder / str(number), readings[number::2])
    claims = sum(len(reading.claims) for reading in readings)
    return Kept((folder / "0", folder / "1"), claims, stamp="as it is today")


@pytest.fixture(scope="module")
def whole(kept: Kept, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("whole")
    joining.into(kept, out, KNOWN, Serial(), 2)
    return contents(out)


class Stopped:
    """Watches a run, and stops it once a range of a step is done."""

    def __init__(self, step: str = "") -> None:
        self.seen: list[tuple[str, int]] = []
        self._step = step

    def __call__(self, step: str, done: int, _: int) -> None:
        self.seen.append((step, done))
        if step.startswith(self._step):
            raise KeyboardInterrupt


def work(out: Path) -> Path:
    (found,) = out.glob(".joining-*")
    return found


def stopped_at(step: str, kept: Kept, out: Path, ranges: int = 2) -> Path:
    """Stop a run once a step is done for one range, and return where its work is."""
    with pytest.raises(KeyboardInterrupt):
        joining.into(kept, out, KNOWN, Serial(), ranges, Stopped(step))
    return work(out)


def test_a_run_that_is_stopped_after_everything_it_does_does_nothing_twice(
    kept: Kept, tmp_path: Path, whole: dict[str, bytes]
) -> None:
    every, watch = [], Stopped()
    joining.into(
        kept, tmp_path / "other", KNOWN, Serial(), 2, lambda step, done, _: every.append((step, done))
    )
    for _ in every:
        with pytest.raises(KeyboardInterrupt):
            joining.into(kept, tmp_path / "out", KNOWN, Serial(), 2, watch)
    assert watch.seen == every
    joining.into(kept, tmp_path / "out", KNOWN, Serial(), 2, watch)
    assert watch.seen == every
    assert contents(tmp_path / "out") == whole
    assert not list((tmp_path / "out").glob(".joining-*"))


def test_what_was_half_written_is_written_anew(kept: Kept, tmp_path: Path, whole: dict[str, bytes]) -> None:
    left = stopped_at("settle", kept, tmp_path)
    (left / "entries-000000").unlink()
    (left / ".entries-000000.abcdefgh").write_bytes(b"begun")
    (left / "movements").mkdir()
    watch = Stopped("nothing")
    joining.into(kept, tmp_path, KNOWN, Serial(), 2, watch)
    assert watch.seen[:2] == [("settle", 1), ("settle", 2)]
    assert contents(tmp_path) == whole


@pytest.mark.parametrize("other", ["stamp", "ranges", "claims"])
def test_another_run_begins_anew(kept: Kept, tmp_path: Path, other: str) -> None:
    left = stopped_at("settle", kept, tmp_path)
    now = {
        "stamp": replace(kept, stamp="as it was before"),
        "claims": replace(kept, files=kept.files[::-1]),
    }.get(other, kept)
    assert stopped_at("tell", now, tmp_path, 3 if other == "ranges" else 2) != left
    assert not left.exists()


def test_a_run_that_cannot_be_told_from_another_begins_anew(kept: Kept, tmp_path: Path) -> None:
    some = replace(kept, stamp="")
    assert stopped_at("settle", some, tmp_path) != stopped_at("settle", some, tmp_path)


def test_what_is_damaged_is_not_found_again(kept: Kept, tmp_path: Path, whole: dict[str, bytes]) -> None:
    left = stopped_at("pair", kept, tmp_path)
    (left / "nodes-000001").write_bytes(b"")
    with pytest.raises(StoreError, match="nodes-000001: is"):
        joining.into(kept, tmp_path, KNOWN, Serial(), 2)
    assert not left.exists()
    joining.into(kept, tmp_path, KNOWN, Serial(), 2)
    assert contents(tmp_path) == whole
