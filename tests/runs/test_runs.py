"""A second run reads only what is new, and its outputs are those of a first."""

import json
import os
from pathlib import Path

import pytest

from geo import exports, languages, outputs, pipeline
from geo.errors import InputError, OutputError, StoreError
from geo.runs import Written

from .conftest import IDS, REPORTS, Archive

ALL = dict.fromkeys(IDS, "read")
KNOWN = dict.fromkeys(IDS, "known")


def fresh(archive: Archive, folder: Path) -> dict[str, bytes]:
    """Return what a run that knows nothing writes of the same reports."""
    other = Archive.__new__(Archive)
    other.reports, other.output, other.events = archive.reports, folder, []
    other.run()
    return other.files()


def test_a_first_run_reads_all_and_a_second_nothing(archive: Archive) -> None:
    first = archive.run()
    assert (first.new, archive.fates()) == (True, ALL)
    before = {path: path.stat().st_mtime_ns for path in archive.output.iterdir() if path.name in first.names}
    second = archive.run()
    assert second == Written(first.report, first.names, new=False)
    assert archive.fates() == KNOWN
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_only_what_is_new_or_changed_is_read_and_the_outputs_are_those_of_a_first_run(
    archive: Archive, tmp_path: Path
) -> None:
    archive.run()
    archive.put("d.txt", "Deux cents soldats kényans sont arrivés à Goma jeudi.\n")
    archive.put("b.txt", REPORTS["b.txt"].replace("300", "400"))
    assert archive.run().new
    assert archive.fates() == {**KNOWN, "b": "read", "d": "read"}
    assert archive.files() == fresh(archive, tmp_path / "fresh")


def test_what_a_killed_run_left_half_written_is_removed(archive: Archive) -> None:
    first = archive.run()
    half, own = (archive.output / name for name in (".claims.jsonl.a1b2c3_d", ".claims.jsonl.mine"))
    for file in (half, own):
        file.write_text("half a line", encoding="utf-8")
    (archive.output / "claims.jsonl").unlink()
    assert archive.run().names == first.names
    assert (half.exists(), own.exists()) == (False, True)


def test_a_report_that_was_taken_away_is_forgotten(archive: Archive, tmp_path: Path) -> None:
    archive.run()
    (archive.reports / "b.txt").unlink()
    assert archive.status() == {"known": 3, "gone": 1}
    archive.run()
    assert archive.status() == {"known": 3}
    assert archive.files() == fresh(archive, tmp_path / "fresh")


def test_a_file_that_was_only_touched_is_not_read_again(archive: Archive) -> None:
    archive.run()
    os.utime(archive.reports / "a.md", (1, 1))
    assert not archive.run().new
    assert archive.fates() == KNOWN


def test_what_a_table_tells_of_a_report_reads_it_again(archive: Archive) -> None:
    archive.run()
    archive.put("reports.csv", "file,published\nb.txt,2022-05-20\n")
    archive.run()
    assert archive.fates() == {**KNOWN, "b": "read"}


def test_a_changed_language_pack_reads_only_its_language(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.run()
    packs = {code: languages.file_of(code) for code in languages.available()}
    monkeypatch.setattr(languages, "file_of", lambda code: packs[code] + (b"\n" if code == "fr" else b""))
    assert archive.status() == {"known": 2, "outdated": 2}
    archive.run()
    assert archive.fates() == {**ALL, "c1": "known", "c2": "known"}


def test_places_of_ones_own_read_all_again(archive: Archive) -> None:
    archive.run()
    own = archive.put("../own.csv", "name,lat,lon,kind,country\nTabili,9.9,-13.1,city,GN\n")
    assert archive.status(own) == {"outdated": 4}
    archive.run(own)
    assert archive.fates() == ALL
    assert archive.status(own) == {"known": 4}


def test_a_table_beside_the_reports_writes_anew_and_reads_nothing(archive: Archive, tmp_path: Path) -> None:
    archive.run()
    claim = json.loads((archive.output / "claims.jsonl").read_text().splitlines()[0])["claims"][0]["id"]
    archive.put("corrections.csv", f"id,action,why\n{claim},reject,not so\n")
    assert archive.run().new
    assert archive.fates() == KNOWN
    assert archive.files() == fresh(archive, tmp_path / "fresh")


@pytest.mark.parametrize("how", ["gone", "changed"])
def test_an_output_that_was_touched_is_written_again(archive: Archive, how: str) -> None:
    archive.run()
    before = archive.files()
    path = archive.output / "index.html"
    path.unlink() if how == "gone" else path.write_text("mine")
    assert archive.run().new
    assert archive.fates() == KNOWN
    assert archive.files() == before


def test_what_cannot_be_read_is_told_each_time_and_tried_once(archive: Archive) -> None:
    archive.put("e.txt", b"\x89PNG\r\n\x1a\n" + bytes(20))
    archive.put("f.md", "---\ntitle: no end\n")
    for _ in range(2):
        problems = archive.run().report["problems"]
        assert [Path(p["file"]).name for p in problems] == ["e.txt", "f.md"]
        assert archive.status() == {"known": 4, "failed": 2}


def test_the_report_lists_every_file_with_what_became_of_it(archive: Archive) -> None:
    archive.put("f.md", "---\ntitle: no end\n")
    archive.put("picture.jpg", b"\xff\xd8\xff\xe0 picture")
    archive.put("g.txt", REPORTS["b.txt"])
    report = archive.run().report
    told = {(Path(f["file"]).name, f.get("report")): f["status"] for f in report["files"]}
    read: dict[tuple[str, str | None], str] = {
        ("a.md", "a"): "read",
        ("b.txt", "b"): "read",
        ("c.jsonl", "c1"): "read",
        ("c.jsonl", "c2"): "read",
    }
    others: dict[tuple[str, str | None], str] = {
        ("f.md", None): "failed",
        ("picture.jpg", None): "skipped",
        ("g.txt", "g"): "read",
    }
    assert told == {**read, **others}
    assert all(f["reason"] for f in report["files"] if f["status"] != "read")
    assert report["copies"] == [{"report": "g", "of": "b", "likeness": 1.0}]


def test_an_id_that_two_reports_have_is_told(archive: Archive) -> None:
    archive.put("z.jsonl", '{"id": "b", "text": "Another report of that name."}\n')
    (problem,) = archive.run().report["problems"]
    assert "has the id 'b' of" in problem["reason"]
    assert archive.status() == {"known": 4, "failed": 1}


def test_a_damaged_store_leaves_the_outputs_and_can_be_made_anew(archive: Archive) -> None:
    archive.run()
    before = archive.files()
    (archive.output / "store.sqlite").write_bytes(b"no database" * 1000)
    with pytest.raises(StoreError, match="is damaged"):
        archive.run()
    assert archive.files() == before
    archive.run(anew=True)
    assert archive.fates() == ALL
    assert archive.files() == before


def test_nothing_to_read_leaves_store_and_outputs(archive: Archive) -> None:
    archive.run()
    before = archive.files()
    for path in archive.reports.iterdir():
        path.unlink()
    with pytest.raises(InputError):
        archive.run()
    assert archive.files() == before
    for name, content in REPORTS.items():
        archive.put(name, content)
    archive.run()
    assert archive.fates() == KNOWN


def test_a_run_that_fails_at_any_file_is_mended_by_the_next(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fail the n-th write for n = 1, 2, 3 … until a run ends well."""
    wanted, write = fresh(archive, tmp_path / "fresh"), exports.write
    for failing in range(1, len(wanted) + 2):
        left = failing

        def failing_write(path: Path, content: str | bytes) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                raise OutputError(f"{path}: cannot be written: No space left on device; free some space")
            write(path, content)

        monkeypatch.setattr(exports, "write", failing_write)
        (archive.output / "index.html").unlink(missing_ok=True)
        if failing <= len(wanted):
            with pytest.raises(OutputError):
                archive.run()
        else:
            archive.run()
    assert archive.files() == wanted


def test_the_outputs_are_those_of_readings_that_hold_everything(tmp_path: Path) -> None:
    """`geo.pipeline.run` keeps nothing; what a run leaves out of memory must change no output."""
    archive = Archive(tmp_path / "reports", tmp_path / "out")
    for path in (Path(__file__).parents[2] / "seeds").iterdir():
        archive.put(path.name, path.read_bytes())
    archive.run()
    whole = outputs.render(pipeline.run([archive.reports]))
    assert archive.files() == {k: v if isinstance(v, bytes) else v.encode() for k, v in whole.items()}
