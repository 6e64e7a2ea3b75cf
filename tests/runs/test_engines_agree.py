"""The outputs are the same bytes, whatever read the reports."""

from pathlib import Path

import pytest

from geo.cli import main

from .conftest import Archive


def read_by(archive: Archive, engine: str, folder: Path) -> dict[str, bytes]:
    status = main(
        ["map", str(archive.reports), "--output", str(folder), "--engine", engine, "--processes", "2"]
    )
    assert status == 1  # one report cannot be read
    return {path.name: path.read_bytes() for path in folder.iterdir() if "store.sqlite" not in path.name}


@pytest.mark.parametrize("engine", ["processes", "dask"])
def test_an_engine_writes_the_bytes_that_this_process_alone_writes(
    archive: Archive, tmp_path: Path, engine: str
) -> None:
    archive.put("broken.pdf", b"%PDF-1.7\nnothing follows")
    for number in range(80):  # more than a batch
        archive.put(
            f"more/{number}.txt", f"{number + 20} soldats français sont arrivés à Gao le 3 mai 2022.\n"
        )
    assert read_by(archive, engine, tmp_path / engine) == read_by(archive, "serial", tmp_path / "serial")


def test_a_scheduler_without_the_engine_for_it_is_told(
    archive: Archive, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [
        "map",
        str(archive.reports),
        "--output",
        str(tmp_path / "out"),
        "--scheduler",
        "tcp://127.0.0.1:1",
    ]
    assert main(asked) == 1
    assert capsys.readouterr().err == "geo: --scheduler 'tcp://127.0.0.1:1': add --engine dask\n"
