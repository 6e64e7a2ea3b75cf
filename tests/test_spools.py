"""Files of records: whole or not at all, and what is lost in them is an error."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from geo import spools
from geo.errors import OutputError, StoreError
from geo.records import Place, PlaceKind
from geo.spools import Writer

KIND = "things 1"
PLACES = [Place(f"p{n}", "Gao" * n, None, PlaceKind.CITY, 16.3, -0.1, 5.0) for n in range(3000)]


@pytest.fixture(params=[False, True], ids=["for a while", "kept"])
def spool(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    path = tmp_path / "spool"
    with Writer(path, KIND, 4, keep=request.param) as file:
        for number, place in enumerate(PLACES):
            file.put(number % 3, place)
    return path


def found(path: Path, section: int = 1) -> Iterator[Place]:
    return spools.read(path, KIND, section, Place)


def test_a_section_has_its_records_in_their_order(spool: Path) -> None:
    assert [list(found(spool, n)) for n in range(4)] == [PLACES[0::3], PLACES[1::3], PLACES[2::3], []]
    assert [path.name for path in spool.parent.iterdir()] == ["spool"]


@pytest.mark.parametrize("at", [0, 20, 5000, -5, -30])
def test_a_byte_that_is_another_is_an_error(spool: Path, at: int) -> None:
    raw = bytearray(spool.read_bytes())
    raw[at] ^= 1
    spool.write_bytes(raw)
    with pytest.raises(StoreError, match=r"write it anew$"):
        [list(found(spool, n)) for n in range(4)]


@pytest.mark.parametrize("left", [0, 5, 1000, -1])
def test_what_is_cut_off_is_an_error(spool: Path, left: int) -> None:
    spool.write_bytes(spool.read_bytes()[:left])
    with pytest.raises(StoreError, match=r"write it anew$"):
        list(found(spool))


def test_another_kind_version_or_type_is_an_error(spool: Path) -> None:
    with pytest.raises(StoreError, match="another version of the program"):
        list(spools.read(spool, "things 2", 0, Place))
    with pytest.raises(StoreError, match="damaged"):
        list(spools.read(spool, KIND, 0, int))


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is not there; do all"):
        list(found(tmp_path / "none"))


def test_what_fails_leaves_what_stood_there(spool: Path) -> None:
    before = spool.read_bytes()

    def fail() -> None:
        with Writer(spool, KIND, 1) as file:
            file.put(0, PLACES[0])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert spool.read_bytes() == before
    assert [path.name for path in spool.parent.iterdir()] == ["spool"]


def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"cannot be written: No such file .* another folder$"):
        Writer(tmp_path / "none" / "spool", KIND, 1)
