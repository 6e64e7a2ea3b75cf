"""``geo join``: what ``geo read --to`` wrote becomes the movements of ``geo map``."""

import shutil
from pathlib import Path

import pytest

from geo import cli, pipeline
from geo.runs import targets

from .conftest import Archive

JOINS = "movements.jsonl", "itineraries.jsonl"


@pytest.fixture(scope="module")
def mapped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return some reports with tables that a person keeps, their map, and their claims, not joined."""
    folder = tmp_path_factory.mktemp("mapped")
    archive = Archive(folder / "reports", folder / "output")
    for number in range(70):
        text = f"{number % 30 + 20} soldats français sont arrivés à Gao le {number % 3 + 3} mai 2022.\n"
        archive.put(f"more/{number:03}.txt", text)
    archive.put("sources.csv", "name,reliability\nétat-major,B2\n")
    claims = [claim.id for reading in pipeline.read([archive.reports])[0] for claim in reading.claims]
    first, second = sorted(claims)[:2]
    table = f"id,action,field,value,who,why\n{first}+{second},accept,,,me,one force\n"
    archive.put("corrections.csv", table)
    assert cli.main(["map", str(archive.reports), "--output", str(archive.output)]) == cli.DONE
    assert cli.main(["read", str(archive.reports), "--to", str(folder / "claims")]) == cli.DONE
    return folder


@pytest.fixture
def read(mapped: Path, tmp_path: Path) -> Path:
    """Return claims to join, which a test may spoil."""
    return Path(shutil.copytree(mapped / "claims", tmp_path / "claims"))


@pytest.mark.parametrize("engine", ["serial", "processes", "dask"])
def test_it_gives_the_movements_of_geo_map(
    mapped: Path, read: Path, tmp_path: Path, engine: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    words = ["join", str(read), "--to", str(tmp_path / "joined"), "--tables", str(mapped / "reports")]
    assert cli.main([*words, "--engine", engine, "--processes", "2", "--ranges", "3"]) == cli.DONE
    for name in JOINS:
        assert (tmp_path / "joined" / name).read_bytes() == (mapped / "output" / name).read_bytes()
    told = capsys.readouterr()
    assert told.out.startswith("joined 73 claims: ")
    assert told.err == ""
    assert '"reliability": "B"' in (tmp_path / "joined" / JOINS[0]).read_text("utf-8")
    assert '"who": "me"' in (tmp_path / "joined" / JOINS[0]).read_text("utf-8")


def failed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert cli.main(["join", *words]) == cli.FAILED
    (line,) = capsys.readouterr().err.splitlines()
    return line


def test_a_folder_that_holds_no_run_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = failed(capsys, str(tmp_path), "--to", str(tmp_path / "joined"))
    assert said == f"geo: {tmp_path}: holds no whole run; write one with geo read PATH --to {tmp_path}"
    (tmp_path / targets.MANIFEST).write_text('{"parts": 1, "claims": "many"}')
    assert "holds no whole run" in failed(capsys, str(tmp_path), "--to", str(tmp_path / "joined"))


def test_a_folder_of_an_earlier_version_is_one_line(
    read: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (read / "_part-000001.readings").unlink()
    said = failed(capsys, str(read), "--to", str(tmp_path / "joined"))
    assert "_part-000001.readings is not there; write all anew" in said


def test_a_part_of_another_run_is_told(
    read: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(read / "_part-000001.readings", read / "_part-000000.readings")
    said = failed(capsys, str(read), "--to", str(tmp_path / "joined"))
    assert "claims are there of 73; write it anew" in said


def test_what_cannot_be_is_told_before_anything_is_done(
    read: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "name another folder with --to" in failed(capsys, str(read), "--to", str(read))
    to = ("--to", str(tmp_path / "joined"))
    assert "is no folder; name the one" in failed(capsys, str(read), *to, "--tables", "nowhere")
    assert "add --engine dask" in failed(capsys, str(read), *to, "--scheduler", "tls://head:8786")


def test_a_row_of_a_table_that_cannot_be_used_is_told(
    read: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sources.csv").write_text("name,reliability\nNIS,Z9\n", encoding="utf-8")
    said = failed(capsys, str(read), "--to", str(tmp_path / "joined"), "--tables", str(tmp_path))
    assert "sources.csv, line 2" in said
    assert (tmp_path / "joined" / JOINS[0]).is_file()
