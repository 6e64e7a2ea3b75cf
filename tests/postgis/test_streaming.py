"""Reports in PostGIS as they are read: the same rows on every engine, each once, others untouched."""

import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest

from geo import cli, gazetteer, jsonlines, runs
from geo.engines import Engine, Outcome, Serial
from geo.engines.processes import Processes
from geo.errors import OutputError
from geo.exports import postgis
from geo.records import Reading
from geo.runs import Job, streaming, targets

T = TypeVar("T")
R = TypeVar("R")

TABLES = ("claims", "claims_unlocated", "reports")
KNOWN = gazetteer.opened([]).gazetteer
HOSTILE = (
    "'); DROP TABLE deployments.claims; -- \\. \\N \t \0 200 Polish troops arrived in Lviv on 5 May 2023."
)
Ask = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Return a folder of two batches."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.jsonl").write_text(
        jsonlines.lines(
            [
                {"id": "=1+1'; --", "language": "en", "text": HOSTILE},
                {"id": "nowhere", "language": "en", "text": "90 Italian soldiers were sent on 2 May 2023."},
                {"id": "x" * 3000, "language": "en", "text": HOSTILE},
            ]
        ),
        encoding="utf-8",
    )
    for number in range(70):
        (folder / f"r{number:02}.txt").write_text(
            f"{number + 20} soldats français ont quitté Gao pour Niamey le 3 mai 2022.\n", encoding="utf-8"
        )
    return folder


def rows(ask: Ask) -> dict[str, list[tuple[Any, ...]]]:
    return {t: ask("SELECT * FROM {} ORDER BY 1", table=t) for t in TABLES}


def touched(ask: Ask) -> dict[str, list[tuple[Any, ...]]]:
    """Return what tells that a row was written anew."""
    return {t: ask("SELECT xmin::text, ctid::text FROM {} ORDER BY 1, 2", table=t) for t in TABLES}


def read_into(folder: Path, url: str, engine: Engine) -> streaming.Streamed:
    with targets.database(url, postgis.SCHEMA) as target:
        return streaming.into(Job((str(folder),)), engine, KNOWN, target)


def test_every_engine_fills_the_same_rows_and_none_twice(
    server: Any, database: str, ask: Ask, reports: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seen = []
    for engine in ("serial", "processes", "dask"):
        words = ["read", str(reports), "--to", server.url(database), "--engine", engine, "--processes", "2"]
        assert cli.main(words) == cli.FAILED  # the id that is too long
        printed = capsys.readouterr()
        assert "has an id longer than 2600 bytes, which PostgreSQL cannot index; shorten it" in printed.err
        assert "not-for-a-message" not in printed.err + printed.out
        seen.append((printed.out, rows(ask)))
        with server.connect(database) as connection:
            connection.execute("DROP SCHEMA deployments CASCADE")
    assert seen[0] == seen[1] == seen[2]
    assert "read 72 reports: " in seen[0][0]
    assert "\nwrote schema deployments: 2 batches, " in seen[0][0]
    assert [len(seen[0][1][table]) for table in TABLES] == [141, 1, 72]


def test_a_row_leads_back_to_report_claim_and_words(
    server: Any, database: str, ask: Ask, reports: Path
) -> None:
    read_into(reports, server.url(database), Serial())
    found = [r for r in runs.stream(Job((str(reports),)), Serial(), KNOWN) if isinstance(r, Reading)]
    told = {
        (reading.document.id, claim.id, claim.evidence[0].quote.replace("\0", "\ufffd"))
        for reading in found
        for claim in reading.claims
        if len(reading.document.id) < 3000
    }
    asked = "SELECT report, claim_id, quote FROM {}"
    assert {row for table in TABLES[:2] for row in ask(asked, table=table)} == told
    assert ask("SELECT DISTINCT movement_id FROM deployments.claims") == [(None,)]
    assert ask("SELECT count(*) FROM deployments.reports WHERE report = %s", "=1+1'; --") == [(1,)]


def test_a_second_run_touches_no_row_and_a_changed_report_only_its_own(
    server: Any, database: str, ask: Ask, reports: Path
) -> None:
    url = server.url(database)
    read_into(reports, url, Serial())
    before, stamps = rows(ask), touched(ask)
    read_into(reports, url, Serial())
    assert touched(ask) == stamps
    (reports / "r03.txt").write_text("Personne n'est venu à Niamey le 4 mai 2022.\n", encoding="utf-8")
    (reports / "r04.txt").write_bytes(b" \n")
    for name in [path.name for path in reports.iterdir() if path.name > "r05"]:
        (reports / name).unlink()
    done = read_into(reports, url, Serial())
    assert any("r04" in problem.file for problem in done.problems)
    after = rows(ask)
    assert not set(after["claims"]) - set(before["claims"])
    gone = {row[3] for row in set(before["claims"]) - set(after["claims"])}
    assert gone == {"r03", "r04"}
    assert {row[0] for row in before["reports"]} - {row[0] for row in after["reports"]} == {"r04"}


def lethal_once(flag: Path, work: Callable[[T], R], step: T) -> R:
    """Do the work; the first to do so ends its process when all is written and nobody knows."""
    result = work(step)
    if flag.exists():
        flag.unlink()
        os.kill(os.getpid(), signal.SIGKILL)
    return result


class LethalOnce:
    """An engine one of whose processes is killed behind its batch."""

    def __init__(self, flag: Path) -> None:
        self._flag = flag

    def map(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[Outcome[T, R]]:
        engine = Processes(1, 60.0, 4_000_000_000, ("geo.runs.streaming", "geo.exports.postgis"))
        return engine.map(partial(lethal_once, self._flag, work), tasks)


def test_a_worker_that_is_killed_behind_its_batch_writes_nothing_twice(
    server: Any, database: str, ask: Ask, reports: Path, tmp_path: Path
) -> None:
    whole = read_into(reports, server.url(database), Serial())
    expected = rows(ask)
    with server.connect(database) as connection:
        connection.execute("DROP SCHEMA deployments CASCADE")
    flag = tmp_path / "flag"
    flag.touch()
    done = read_into(reports, server.url(database), LethalOnce(flag))
    assert not flag.exists()
    assert rows(ask) == expected
    assert done == whole


def test_two_who_write_one_batch_at_once_write_it_once(
    server: Any, database: str, ask: Ask, reports: Path
) -> None:
    found = [r for r in runs.stream(Job((str(reports),)), Serial(), KNOWN) if isinstance(r, Reading)][3:40]
    ids = [reading.document.id for reading in found]
    url, failed = server.url(database), []
    postgis.make(url)

    def putting() -> None:
        try:
            postgis.put(url, postgis.SCHEMA, ids, found)
        except OutputError as error:
            failed.append(error)

    threads = [threading.Thread(target=putting) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert ask("SELECT count(*) FROM deployments.reports") == [(len(ids),)]


def test_a_schema_that_holds_a_joined_run_is_refused(
    server: Any, database: str, ask: Ask, reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url, lines = server.url(database), tmp_path / "claims.jsonl"
    read_into(reports, url, Serial())
    assert cli.main(["read", str(reports / "r01.txt")]) == cli.DONE
    lines.write_text(capsys.readouterr().out, encoding="utf-8")
    assert cli.main(["export", str(lines), "--to", url]) == cli.DONE  # the same tables serve both
    before = rows(ask)
    assert len(before["reports"]) == 1
    capsys.readouterr()
    assert cli.main(["read", str(reports), "--to", url]) == cli.FAILED
    assert capsys.readouterr().err == (
        "geo: PostGIS: deployments.movements joins the claims of a run that geo export wrote;"
        " choose another schema with --schema\n"
    )
    assert rows(ask) == before


def test_rights_that_are_lost_midway_end_the_run_in_one_line_without_the_password(
    server: Any, database: str, reports: Path
) -> None:
    with server.connect(database) as connection:
        connection.execute("DROP ROLE IF EXISTS writer")
        connection.execute(b"CREATE ROLE writer LOGIN PASSWORD 's3cret'")
        connection.execute(b"CREATE SCHEMA deployments AUTHORIZATION writer")
    url = server.url(database, "writer", "s3cret")
    with targets.database(url, postgis.SCHEMA) as target:
        assert "s3cret" not in repr(target)
        with server.connect(database) as connection:
            connection.execute("REVOKE ALL ON ALL TABLES IN SCHEMA deployments FROM writer")
        engine = Processes(2, 60.0, 4_000_000_000, ("geo.runs.streaming", "geo.exports.postgis"))
        with pytest.raises(OutputError, match=r"^PostGIS: some reports were not written: ") as error:
            streaming.into(Job((str(reports),)), engine, KNOWN, target)
    assert "\n" not in str(error.value)
    assert "s3cret" not in str(error.value)
    with server.connect(database) as connection:
        connection.execute("DROP OWNED BY writer CASCADE")
        connection.execute("DROP ROLE writer")


@pytest.mark.parametrize("url", ["postgresql://u:s3cret@127.0.0.1:1/db", "postgresql://u:s3cret/1@h/db"])
def test_an_address_that_leads_nowhere_is_one_line(
    url: str, reports: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["read", str(reports), "--to", url]) == cli.FAILED
    error = capsys.readouterr().err
    assert error.startswith("geo: PostGIS: ")
    assert error.count("\n") == 1
    assert "s3cret" not in error
