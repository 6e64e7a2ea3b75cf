"""Reports written by those who read them: the same bytes on every engine, whole or as before, none lost."""

import json
import os
import pickle
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import geopandas as gpd
import psutil
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from geo import cli, features, gazetteer, runs
from geo.engines import Engine, Outcome, Serial
from geo.engines.processes import Processes
from geo.errors import EngineError, OutputError, StoreError
from geo.records import Problem, Reading, Run
from geo.runs import Event, Fate, Job, streaming, targets
from tests.made_engines import engine_of

from .conftest import Archive

T = TypeVar("T")
R = TypeVar("R")

LIMITS = (2, 60.0, 4_000_000_000)
NEEDED = ("geo.runs.streaming", "geo.exports")
KNOWN = gazetteer.opened([]).gazetteer
DEADLY = "The 40 Danish soldiers of the convoy reached Tartu on 4 June 2023."
UNLOCATED = "Some 90 Italian soldiers were sent abroad on 2 May 2023, the ministry said.\n"


def soldiers(number: int) -> str:
    return f"{number + 20} soldats français sont arrivés à Gao le 3 mai 2022.\n"


def lethal(work: Callable[[T], R], step: T) -> R:
    """Do the work, but end the process where the bytes of a deadly report are among what is to be read."""
    if DEADLY.encode() in pickle.dumps(step):
        os.kill(os.getpid(), signal.SIGKILL)
    return work(step)


class Lethal:
    """An engine whose processes do not survive a deadly report."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def map(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[Outcome[T, R]]:
        return self._engine.map(partial(lethal, work), tasks)


@pytest.fixture
def large(archive: Archive) -> Archive:
    """Return an archive of three batches, with what cannot be read, has no pack, or is corrected."""
    archive.put("broken.pdf", b"%PDF-1.7\nnothing follows")
    archive.put("notes.xyz", b"\0\1\2")
    archive.put("nowhere.md", f"---\nlanguage: en\npublished: 2023-05-04\n---\n{UNLOCATED}")
    archive.put("sv.md", "---\nlanguage: sv\n---\nTrupperna kom till Gao i mars.\n")
    archive.put("corrections.csv", "id,action,field,value,who,why\nc000000000000,reject,,,me,gone\n")
    for number in range(130):
        archive.put(f"more/{number:03}.txt", soldiers(number))
    return archive


def read_into(
    archive: Archive, folder: Path, engine: Engine, watch: Callable[[Event], None] = runs.silent
) -> streaming.Streamed:
    with targets.folder(folder) as target:
        return streaming.into(Job((str(archive.reports),)), engine, KNOWN, target, watch)


def written(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.endswith(".lock")}


def told(folder: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((folder / targets.MANIFEST).read_bytes())
    return found


# --- what is written -------------------------------------------------------------------------------


@pytest.mark.parametrize("engine", ["processes", "dask"])
def test_an_engine_writes_the_bytes_that_this_process_alone_writes(
    large: Archive, tmp_path: Path, engine: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = []
    for name in ("serial", engine):
        folder = tmp_path / name
        words = ["read", str(large.reports), "--to", str(folder), "--engine", name, "--processes", "2"]
        assert cli.main(words) == cli.FAILED  # one report cannot be read
        said.append([part.replace(str(folder), "FOLDER") for part in capsys.readouterr()])
    assert written(tmp_path / engine) == written(tmp_path / "serial")
    assert said[0] == said[1]
    assert "broken.pdf" in said[0][1]
    assert sorted(written(tmp_path / engine)) == [
        targets.MANIFEST,
        *(f"_part-00000{n}.readings" for n in range(3)),
        *(f"part-00000{n}.parquet" for n in range(3)),
    ]


def test_the_rows_are_those_of_the_claims_that_geo_read_tells(large: Archive, tmp_path: Path) -> None:
    read_into(large, tmp_path / "out", Serial())
    found = [r for r in runs.stream(Job((str(large.reports),)), Serial(), KNOWN) if isinstance(r, Reading)]
    rows = gpd.read_parquet(tmp_path / "out")
    expected = [
        (claim.id, reading.document.id, claim.evidence[0].quote, role, place.name)
        for reading in found
        for claim in reading.claims
        for role, place in features.places_of_claim(claim)
    ]
    placed = rows[rows.geometry.notna()]
    assert list(placed[["claim_id", "report", "quote", "role", "place"]].itertuples(index=False)) == expected
    assert len(expected) > 130
    without = rows[rows.geometry.isna()]
    assert list(without["report"]) == ["nowhere"]
    assert without[["role", "place", "radius_km"]].isna().all(axis=None)
    assert set(without["quote"]) == {UNLOCATED.strip()}


def test_what_stays_out_is_told_in_the_order_of_the_reports(large: Archive, tmp_path: Path) -> None:
    events: list[Event] = []
    done = read_into(large, tmp_path / "out", Serial(), events.append)
    job = Job((str(large.reports),))
    streamed = list(runs.stream(job, Serial(), KNOWN))
    assert list(done.problems) == [found for found in streamed if isinstance(found, Problem)]
    assert {Path(problem.file.split(",")[0]).name for problem in done.problems} == {
        "broken.pdf",
        "notes.xyz",
        "sv.md",
        "corrections.csv",
    }
    readings = [found for found in streamed if isinstance(found, Reading)]
    assert told(tmp_path / "out") == {
        "parts": 3,
        "reports": len(readings),
        "mentions": sum(len(reading.mentions) for reading in readings),
        "claims": sum(len(reading.claims) for reading in readings),
        "rows": len(gpd.read_parquet(tmp_path / "out")),
        "problems": [
            {"file": p.file, "reason": p.reason, "left_out": p.left_out, "skipped": p.skipped}
            for p in done.problems
        ],
    }
    fates = [event.fate for event in events]
    assert [fates.count(fate) for fate in (Fate.READ, Fate.FAILED, Fate.SKIPPED)] == [len(readings), 1, 1]


def test_every_part_has_the_schema_of_the_claims_without_the_movement(large: Archive, tmp_path: Path) -> None:
    for number in range(140):  # of two batches, and the second holds nothing else
        large.put(f"aaa/{number:03}.md", "---\nlanguage: en\n---\nThe bakery opens at seven in winter.\n")
    read_into(large, tmp_path / "out", Serial())
    files = sorted((tmp_path / "out").glob("part-*.parquet"))
    assert 0 in [pq.read_metadata(path).num_rows for path in files]
    schemas = [pq.read_schema(path) for path in files]
    assert all(schema.equals(schemas[0]) for schema in schemas)
    assert all(schema.metadata[b"pandas"] == schemas[0].metadata[b"pandas"] for schema in schemas)
    columns = list(features.layers(Run((), ())).claims.columns)
    columns.remove("movement_id")
    assert schemas[0].names == [*columns, "bbox"]
    assert schemas[0].field("date_from").type == pa.date32()
    for path in files:
        geo = json.loads(pq.read_metadata(path).metadata[b"geo"])
        assert geo["columns"]["geometry"]["crs"]["id"] == {"authority": "EPSG", "code": 4326}
    rows = ds.dataset(tmp_path / "out", format="parquet").count_rows()
    assert rows == len(gpd.read_parquet(tmp_path / "out")) == told(tmp_path / "out")["rows"]


@pytest.mark.parametrize("name", ["week.zip", "broken.pdf"])
def test_an_archive_without_a_report_gives_an_empty_table(
    archive: Archive, tmp_path: Path, name: str
) -> None:
    shutil.rmtree(archive.reports)
    archive.put(name, b"%PDF-1.7\nnothing follows")
    if name == "week.zip":
        with zipfile.ZipFile(archive.reports / name, "w") as packed:
            packed.writestr("notes.xyz", b"\0\1\2")
    read_into(archive, tmp_path / "out", Serial())
    rows = gpd.read_parquet(tmp_path / "out")
    assert len(rows) == 0
    assert rows.crs == "EPSG:4326"
    assert told(tmp_path / "out")["parts"] == 1


def test_what_a_person_corrected_is_corrected(
    large: Archive, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    read_into(large, tmp_path / "before", Serial())
    before = gpd.read_parquet(tmp_path / "before")
    first, last = before["claim_id"].iloc[0], before["claim_id"].iloc[-2]
    large.put(
        "corrections.csv",
        "id,action,field,value,who,why\n"
        f"{first},reject,,,me,wrong\n{last},amend,status,denied,me,read it\n{first},amend,side,Utopia,me,?\n"
        f"{first}+{last},accept,,,me,one\nc000000000000+{last},accept,,,me,gone\n",
    )
    for name in ("serial", "processes"):
        done = read_into(large, tmp_path / name, engine_of(name, request, (*LIMITS, NEEDED), together=1))
        after = gpd.read_parquet(tmp_path / name)
        assert set(before["claim_id"]) - set(after["claim_id"]) == {first}
        assert set(after["status"][after["claim_id"] == last]) == {"denied"}
        own = [p for p in done.problems if "corrections.csv" in p.file]
        assert [p.file.rpartition(" ")[2] for p in own] == ["4", "6"]
        assert "there is no claim" in own[1].reason


# --- what goes wrong -------------------------------------------------------------------------------


@pytest.mark.parametrize("engine", ["processes", "dask"])
def test_a_report_that_ends_its_process_fails_alone(
    large: Archive, tmp_path: Path, engine: str, request: pytest.FixtureRequest
) -> None:
    read_into(large, tmp_path / "without", Serial())
    large.put("more/050.txt", DEADLY)
    events: list[Event] = []
    done = read_into(
        large,
        tmp_path / "with",
        Lethal(engine_of(engine, request, (*LIMITS, NEEDED), together=1)),
        events.append,
    )
    (ended,) = [p for p in done.problems if "ended the process" in p.reason]
    assert ended.file.endswith("050.txt")
    assert "signal 9" in ended.reason
    before, after = gpd.read_parquet(tmp_path / "without"), gpd.read_parquet(tmp_path / "with")
    assert after.equals(before[before["report"] != "more/050"].reset_index(drop=True))
    assert told(tmp_path / "with")["reports"] == len(events) - 3 == done.counts["reports"]


def lethal_for_a_while(flags: Path, work: Callable[[T], R], step: T) -> R:
    """Do the work, but end the process as often as there are flags."""
    left = next(flags.iterdir(), None)
    if left:
        left.unlink()
        os.kill(os.getpid(), signal.SIGKILL)
    return work(step)


class LethalForAWhile:
    """An engine whose process is killed by somebody else, whatever it does."""

    def __init__(self, flags: Path) -> None:
        self._flags = flags

    def map(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[Outcome[T, R]]:
        engine = Processes(1, *LIMITS[1:], NEEDED)
        return engine.map(partial(lethal_for_a_while, self._flags, work), tasks)


def test_kills_that_hit_a_batch_and_reports_read_alone_lose_nothing(archive: Archive, tmp_path: Path) -> None:
    flags = tmp_path / "flags"
    flags.mkdir()
    for number in range(3):
        (flags / str(number)).touch()
    assert read_into(archive, tmp_path / "out", LethalForAWhile(flags)).problems == ()
    assert not list(flags.iterdir())
    read_into(archive, tmp_path / "whole", Serial())
    assert written(tmp_path / "out") == written(tmp_path / "whole")


@pytest.mark.timed  # where others take the machine, a short report takes long as well
def test_a_report_that_takes_too_long_fails_alone(archive: Archive, tmp_path: Path) -> None:
    archive.put("long.md", "---\nlanguage: fr\n---\n" + soldiers(1) * 40_000)
    words = ["read", str(archive.reports), "--to", str(tmp_path / "out"), "--limit", "seconds=6"]
    assert cli.main(words) == cli.FAILED
    problems = json.dumps(told(tmp_path / "out")["problems"])
    assert problems.count("takes longer than 6 seconds") == problems.count("reason") == 1
    assert set(gpd.read_parquet(tmp_path / "out")["report"]) == {"a", "b", "c1"}


class Unwritable:
    """A target that ends the process which writes to it."""

    def refusal(self, document_id: str) -> str | None:  # noqa: ARG002 - as of `Target`
        return None

    def put(self, number: int, reports: object, readings: object) -> int:  # noqa: ARG002 - as of `Target`
        os.kill(os.getpid(), signal.SIGKILL)
        return 0

    def finish(self, parts: int, told: object) -> str:  # noqa: ARG002 - as of `Target`
        return "never"


def test_a_batch_that_cannot_be_written_ends_the_run(archive: Archive) -> None:
    with pytest.raises(EngineError, match=r"^batch 0 is read and cannot be written: it ended the process"):
        streaming.into(Job((str(archive.reports),)), Processes(*LIMITS, NEEDED), KNOWN, Unwritable())


def started(archive: Archive, folder: Path, engine: str) -> "subprocess.Popen[bytes]":
    """Return a run in a process of its own that has written its first part."""
    words = ["-m", "geo", "read", str(archive.reports), "--to", str(folder), "--engine", engine]
    run = subprocess.Popen([sys.executable, *words, "--processes", "2"], stdout=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while not list(folder.glob(".new-*/part-*")):
        assert run.poll() is None
        assert time.monotonic() < until
        time.sleep(0.01)
    return run


def many(archive: Archive, count: int) -> None:
    for number in range(count):
        archive.put(f"many/{number:04}.txt", "".join(soldiers(number + n) for n in range(8)))


@pytest.mark.parametrize("engine", ["processes", "dask"])
def test_a_worker_that_is_killed_midway_loses_nothing(archive: Archive, tmp_path: Path, engine: str) -> None:
    many(archive, 160)
    read_into(archive, tmp_path / "whole", Serial())
    run = started(archive, tmp_path / "out", engine)
    worker = next(busy for busy in psutil.Process(run.pid).children(recursive=True) if is_worker(busy))
    worker.kill()
    assert run.wait(120) == cli.DONE
    assert written(tmp_path / "out") == written(tmp_path / "whole")


def is_worker(process: psutil.Process) -> bool:
    """Tell whether a process reads: those do that a forkserver started."""
    parent = process.parent()
    return parent is not None and "forkserver" in " ".join(parent.cmdline()) and not process.children()


def test_a_run_that_is_killed_leaves_what_stood_there_and_the_next_one_cleans_up(
    archive: Archive, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    read_into(archive, folder, Serial())
    before = written(folder)
    many(archive, 160)
    run = started(archive, folder, "processes")
    run.kill()
    run.wait()
    left = [path.name for path in folder.iterdir() if path.name not in before]
    assert any(name.startswith(".new-") for name in left)
    assert {name: (folder / name).read_bytes() for name in before} == before
    assert len(gpd.read_parquet(folder)) == told(folder)["rows"]
    read_into(archive, folder, Serial())
    assert len(written(folder)) == 7
    assert not list(folder.glob(".new-*"))


def test_a_smaller_run_leaves_no_part_of_the_larger(large: Archive, tmp_path: Path) -> None:
    read_into(large, tmp_path / "out", Serial())
    shutil.rmtree(large.reports / "more")
    read_into(large, tmp_path / "out", Serial())
    assert sorted(written(tmp_path / "out")) == [
        targets.MANIFEST,
        "_part-000000.readings",
        "part-000000.parquet",
    ]


def test_a_part_that_is_not_there_is_named_and_what_stood_there_stays(
    archive: Archive, tmp_path: Path
) -> None:
    read_into(archive, tmp_path / "out", Serial())
    before = written(tmp_path / "out")
    with targets.folder(tmp_path / "out") as target:
        target.put(0, (), ())
        with pytest.raises(
            OutputError, match=r"part-000001\.parquet is not there, .*that all workers share$"
        ):
            target.finish(2, {"rows": 0})
    assert written(tmp_path / "out") == before


@pytest.mark.parametrize("name", ["part-000000.parquet", "thesis.docx", "part-x.parquet"])
def test_a_folder_with_other_files_is_refused_and_left_alone(
    archive: Archive, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / name).write_bytes(b"mine")
    assert cli.main(["read", str(archive.reports), "--to", str(folder)]) == cli.FAILED
    error = capsys.readouterr().err
    assert error == f"geo: {folder}: holds other files; name a new folder, or one that geo read --to wrote\n"
    assert [path.name for path in folder.iterdir()] == [name]


def test_a_dataset_that_was_left_without_its_manifest_is_replaced(archive: Archive, tmp_path: Path) -> None:
    read_into(archive, tmp_path / "out", Serial())
    before = written(tmp_path / "out")
    (tmp_path / "out" / targets.MANIFEST).unlink()  # as a run that is killed while it exchanges files
    read_into(archive, tmp_path / "out", Serial())
    assert written(tmp_path / "out") == before


def test_a_dataset_beside_which_somebody_put_a_file_is_refused(archive: Archive, tmp_path: Path) -> None:
    read_into(archive, tmp_path / "out", Serial())
    (tmp_path / "out" / "thesis.docx").write_bytes(b"mine")
    before = written(tmp_path / "out")
    with pytest.raises(OutputError, match="holds other files"):
        read_into(archive, tmp_path / "out", Serial())
    assert written(tmp_path / "out") == before


def test_what_is_no_folder_is_one_line(
    archive: Archive, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("mine")
    assert cli.main(["read", str(archive.reports), "--to", str(tmp_path / "file")]) == cli.FAILED
    assert capsys.readouterr().err.count("\n") == 1
    assert (tmp_path / "file").read_text() == "mine"


def test_two_runs_do_not_write_to_one_folder(archive: Archive, tmp_path: Path) -> None:
    with targets.folder(tmp_path / "out"), pytest.raises(StoreError, match="another run is at work in"):
        read_into(archive, tmp_path / "out", Serial())


def test_a_dataset_among_the_reports_is_no_report(archive: Archive) -> None:
    first = read_into(archive, archive.reports / "out", Serial())
    before = written(archive.reports / "out")
    assert first.problems == ()
    assert read_into(archive, archive.reports / "out", Serial()).problems == ()
    assert written(archive.reports / "out") == before


@pytest.mark.parametrize("words", ["mysql://u:s3cret@host/db", "postgresql:/u:s3cret@host/db", ""])
def test_a_target_of_another_kind_is_a_wrong_call(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["read", "seeds", "--to", words])
    error = capsys.readouterr().err
    assert ended.value.code == cli.WRONG_CALL
    assert "write postgresql://USER@HOST/DATABASE" in error
    assert "s3cret" not in error
    assert error.count("\n") == 1


def test_the_one_that_leads_loads_no_layers_for_a_folder(archive: Archive, tmp_path: Path) -> None:
    code = (
        "import sys; from geo import cli; done = cli.main(sys.argv[1:])\n"
        "print(done, 'geopandas' in sys.modules)"
    )
    words = ["read", str(archive.reports), "--to", str(tmp_path / "out")]
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0 False"
