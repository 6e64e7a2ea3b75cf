"""claims.jsonl read back: the same movements and layers, and one line for whatever is no such file."""

import io
import json
import os
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import fields
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from geo import cli, corrections, exports, features, jsonlines, pipeline
from geo.errors import InputError
from geo.jsonlines import back
from geo.records import Run

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def written(samples: Run) -> str:
    return jsonlines.lines(map(jsonlines.reading, samples.readings))


@pytest.fixture
def file(tmp_path: Path, written: str) -> Path:
    path = tmp_path / "claims.jsonl"
    path.write_text(written, encoding="utf-8")
    return path


def same_layers(left: Run, right: Run) -> None:
    for field in fields(features.Layers):
        one, other = (getattr(features.layers(run), field.name) for run in (left, right))
        pd.testing.assert_frame_equal(one, other)


# --- nothing is lost -------------------------------------------------------------------------------


def test_what_is_read_back_is_written_as_it_was(file: Path, written: str) -> None:
    assert jsonlines.lines(map(jsonlines.reading, jsonlines.load(file))) == written


def test_movements_journeys_and_layers_are_those_of_the_first_run(samples: Run, file: Path) -> None:
    again = pipeline.run_of(file)
    assert again.movements == samples.movements
    assert again.itineraries == samples.itineraries
    assert again.problems == ()
    same_layers(samples, again)


def test_the_text_is_gone_and_its_hash_is_not(samples: Run, file: Path) -> None:
    for before, after in zip(samples.readings, jsonlines.load(file), strict=True):
        assert after.document.text == ""
        assert after.document.sha256 == before.document.sha256


def test_a_byte_order_mark_and_blank_lines_do_no_harm(file: Path, written: str) -> None:
    file.write_text("\ufeff" + written.replace("\n", "\r\n\r\n"), encoding="utf-8")
    assert jsonlines.lines(map(jsonlines.reading, jsonlines.load(file))) == written


# --- what a person decided -------------------------------------------------------------------------


@pytest.fixture
def corrected(tmp_path: Path) -> tuple[Path, Run]:
    """Return a folder with a report, tables and the file that was read of it."""
    report = (
        "Mille soldats russes sont arrivés à Koursk le 3 mai 2024. Vingt chars sont partis vers Belgorod."
    )
    (tmp_path / "r.txt").write_text(report, encoding="utf-8")
    run = pipeline.run([tmp_path])
    first, second = run.claims
    kursk = first.destination
    assert kursk
    (tmp_path / "corrections.csv").write_text(
        f"id,action,field,value,who,why\n{first.id},amend,quantity,2000-1500,AB,seen\n"
        f"{second.id},reject,,,AB,no\n{kursk.id},amend,,Moscow,AB,wrong\n",
        encoding="utf-8",
    )
    run = pipeline.run([tmp_path])
    lines = jsonlines.lines(map(jsonlines.reading, run.readings))
    (tmp_path / "claims.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path, run


def test_a_correction_is_not_applied_twice(corrected: tuple[Path, Run]) -> None:
    folder, run = corrected
    again = pipeline.run_of(folder / "claims.jsonl")
    assert again.problems == run.problems == ()
    assert jsonlines.lines(map(jsonlines.reading, again.readings)) == (folder / "claims.jsonl").read_text(
        encoding="utf-8"
    )
    assert again.movements == run.movements
    same_layers(run, again)


def test_tables_beside_the_file_are_applied(corrected: tuple[Path, Run]) -> None:
    folder, run = corrected
    (claim,) = run.claims
    with (folder / "corrections.csv").open("a", encoding="utf-8") as table:
        table.write(f"{claim.id},amend,status,denied,AB,late\nc000000000000,reject,,,AB,gone\n")
    (folder / "sources.csv").write_text("name,reliability\nr,B2\n,C\n", encoding="utf-8")
    again = pipeline.run_of(folder / "claims.jsonl")
    assert again.movements[0].status == "denied"
    assert again.movements[0].assessment.reliability == "B"
    assert [(p.reason, p.left_out) for p in again.problems] == [
        ("there is no claim c000000000000 in these reports", False),
        ("has no name; write who the source is", True),
    ]


def test_what_is_pending_is_what_no_claim_carries(corrected: tuple[Path, Run]) -> None:
    folder, _ = corrected
    loaded = corrections.load([folder])
    assert len(loaded.rows) == 3
    assert corrections.pending(loaded, jsonlines.load(folder / "claims.jsonl")).rows == ()


# --- what is no such file --------------------------------------------------------------------------


def changed(line: str, change: Callable[[Any], object]) -> bytes:
    row = json.loads(line)
    change(row)
    return json.dumps(row).encode()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", r"claims\.jsonl: is empty; write it with geo read"),
        (b"\n \n", r"is empty"),
        (b"\x89PNG\r\n\x1a\n", r"line 1: is not UTF-8"),
        (b"{}", r"line 1: has no 'document'; is this what geo read writes"),
        (b"[]", r"line 1: has no 'document'"),
        (b'"text"', r"line 1: has no 'document'"),
        (b'{"document": "d1"}', r"line 1: has no 'document'"),
        (b'{"document": {}}', r"line 1: \$\.document has no 'id'"),
        (b'\n{"document": \n', r"line 2: is not JSON"),
        (b"[" * 100_000, r"line 1: is not JSON"),
        (b'{"document": NaN}', r"line 1: is not JSON"),
        (b'{"document": {"id": "\\ud800"}}', r"line 1: is not UTF-8"),
        (b'{"document": {"id": ' + b"1" * 10_000 + b"}}", r"line 1: is not JSON"),
    ],
)
def test_a_file_of_another_kind_is_one_line(content: bytes, says: str, tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl"
    path.write_bytes(content)
    with pytest.raises(InputError, match=says) as raised:
        jsonlines.load(path)
    assert "\n" not in str(raised.value)
    assert str(raised.value).startswith(str(path))
    assert len(str(raised.value)) < len(str(path)) + 200


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda r: r["claims"][0].pop("words"), r"\$\.claims\[0\] has no 'words'"),
        (lambda r: r["claims"][0].update(type="x" * 999), r"\$\.claims\[0\]\.type is 'xxx.+…; it should be"),
        (lambda r: r["claims"][0].update(type=["\n"]), r"\$\.claims\[0\]\.type is"),
        (lambda r: r["claims"][0]["time"].update(start="2024-02-30"), r"should be a day, as 2024-10-08"),
        (lambda r: r["claims"][0]["time"].update(start="2024-W10-1"), r"should be a day"),
        (lambda r: r["claims"][0]["time"].update(start=20240101), r"should be a day"),
        (lambda r: r["claims"][0]["quantity"].update(low=True), r"\.low should be a whole number"),
        (lambda r: r["claims"][0]["quantity"].update(low=-1), r"a quantity is below zero or beyond"),
        (lambda r: r["claims"][0]["quantity"].update(high=2**63), r"a quantity is below zero or beyond"),
        (lambda r: r["claims"][0]["places"][0].update(lat=91), r"is not on the globe"),
        (lambda r: r["claims"][0]["places"][0].update(radius_km=-1), r"is not on the globe"),
        (lambda r: r["claims"][0]["words"]["event"].update(end=0), r"\[\d+, 0\) is no stretch of a text"),
        (lambda r: r["claims"][0].update(attribution=["NIS"]), r"not as many words\.sources as attribution"),
        (lambda r: r["claims"].append(r["claims"][0]), r"claim c[0-9a-f]{12} is in line 2 already"),
        (lambda r: r["mentions"][0].update(usage="?"), r"\$\.mentions\[0\]\.usage is '\?'; it should be"),
        (lambda r: r["times"][0].pop("from"), r"\$\.times\[0\] has no 'from'"),
        (lambda r: r["document"].update(id=7), r"\$\.document\.id should be text"),
    ],
)
def test_a_line_that_is_wrong_is_named(
    change: Callable[[Any], object], says: str, file: Path, written: str
) -> None:
    first, second = written.splitlines()[1], written.splitlines()[0]
    file.write_bytes(first.encode() + b"\n" + changed(second, change) + b"\n")
    with pytest.raises(InputError, match=rf"claims\.jsonl, line 2: .*{says}") as raised:
        jsonlines.load(file)
    assert "\n" not in str(raised.value)


def test_the_same_report_twice_is_refused(file: Path, written: str) -> None:
    file.write_text(written + written, encoding="utf-8")
    with pytest.raises(
        InputError, match=r"line 15: document en-eastern-flank is in line 1 already; keep one"
    ):
        jsonlines.load(file)


def test_a_line_without_end_is_refused(file: Path, written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(back, "_LONGEST", 1000)
    file.write_text(written, encoding="utf-8")
    with pytest.raises(InputError, match=r"line 1: is longer than 1,000 bytes"):
        jsonlines.load(file)


# --- geo export ------------------------------------------------------------------------------------


def test_export_writes_the_layers_that_the_map_wrote(
    samples: Run, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert cli.main(["export", str(file), "--format", "GeoJSON", "--output", str(out)]) == cli.DONE
    made = exports.FORMATS["geojson"](samples, features.layers(samples), exports.STEM)
    expected = {name: b"".join(exports.pieces(content)) for name, content in made.items()}
    assert {path.name: path.read_bytes() for path in out.iterdir()} == expected
    printed = capsys.readouterr()
    assert printed.err == ""
    assert printed.out.splitlines() == [f"wrote {out / name}" for name in expected]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--format", "shapefile"], "--format 'shapefile' is none of gpkg, qgz, geojson"),
        (["--format", "geojson,"], "--format '' is none of gpkg, qgz, geojson"),
        ([], "say what to write: --format gpkg,qgz,geojson"),
    ],
)
def test_a_call_that_names_no_format_is_one_line_and_status_2(
    words: list[str], says: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["export", str(file), *words]) == cli.WRONG_CALL
    error = capsys.readouterr().err
    assert says in error
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "status", "says"),
    [
        ("nowhere.jsonl", cli.FAILED, "cannot be read"),
        (".", cli.WRONG_CALL, "a folder that geo join wrote goes to a database"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line(
    name: str, status: int, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["export", str(tmp_path / name), "--format", "geojson"]) == status
    error = capsys.readouterr().err
    assert says in error
    assert error.count("\n") == 1


def test_a_folder_that_cannot_be_written_is_one_line_and_leaves_the_file(
    file: Path, written: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["export", str(file), "--format", "geojson", "--output", str(file)]) == cli.FAILED
    error = capsys.readouterr().err
    assert "cannot be written" in error
    assert error.count("\n") == 1
    assert file.read_text(encoding="utf-8") == written


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_is_one_line_and_leaves_the_old_files(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "claims.geojson").write_text("old", encoding="utf-8")
    full = os.open("/dev/full", os.O_WRONLY)
    monkeypatch.setattr(
        "tempfile.mkstemp", lambda **_: (os.dup(full), str(tmp_path / ".movements.geojson.part"))
    )
    (tmp_path / ".movements.geojson.part").touch()
    assert cli.main(["export", str(file), "--format", "geojson", "--output", str(tmp_path)]) == cli.FAILED
    os.close(full)
    error = capsys.readouterr().err
    assert "free some space" in error
    assert error.count("\n") == 1
    assert (tmp_path / "claims.geojson").read_text(encoding="utf-8") == "old"
    assert not (tmp_path / "movements.geojson").exists()


def test_a_geopackage_has_its_project_under_the_name_given(
    tmp_path: Path, written: str, capsys: pytest.CaptureFixture[str]
) -> None:
    claims = tmp_path / "claims.jsonl"
    claims.write_text(written, encoding="utf-8")
    words = ["export", str(claims), "--format", "gpkg,qgz", "--name", "week-42", "--output", str(tmp_path)]
    assert cli.main(words) == cli.DONE
    assert "week-42.gpkg" in capsys.readouterr().out
    with closing(sqlite3.connect(tmp_path / "week-42.gpkg")) as database:
        ((content,),) = database.execute("SELECT content FROM qgis_projects").fetchall()
    for archive in (
        bytes.fromhex(content.decode() if isinstance(content, bytes) else content),
        (tmp_path / "week-42.qgz").read_bytes(),
    ):
        (project,) = zipfile.ZipFile(io.BytesIO(archive)).namelist()
        text = zipfile.ZipFile(io.BytesIO(archive)).read(project).decode()
        assert "./week-42.gpkg|layername=claims" in text
        assert "deployments.gpkg" not in text


@pytest.mark.parametrize("name", ["../week", "a/b", "", ".hidden", "a b"])
def test_a_name_with_a_path_in_it_is_one_line_and_status_2(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["export", "claims.jsonl", "--format", "gpkg", "--name", name])
    assert ended.value.code == cli.WRONG_CALL
    assert "is no file's name" in capsys.readouterr().err
