"""An archive in PostGIS: what `geo read --to` and `geo join` left gives the rows that one run gives."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest

from geo import cli
from geo.errors import InputError, OutputError
from geo.exports import archives, postgis
from geo.records import Run

Ask = Callable[..., list[tuple[Any, ...]]]
TABLES = ("claims", "claims_unlocated", "movements", "movements_without_line", "disagreements")
SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return what was read of the sample reports, and what was joined of it in three ranges."""
    here = tmp_path_factory.mktemp("archive")
    read, joined = here / "claims", here / "joined"
    assert cli.main(["read", str(SEEDS), "--to", str(read), "--engine", "serial"]) == cli.DONE
    words = ["join", str(read), "--to", str(joined), "--ranges", "3", "--engine", "serial"]
    assert cli.main(words) == cli.DONE
    return read, joined


def rows(ask: Ask, server: Any, database: str) -> dict[str, list[str]]:
    """Return the rows of each table as text, without the order in which they came."""
    with server.connect(database) as connection:
        told = connection.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'deployments'"
        ).fetchall()
    found = {table: ask("SELECT to_jsonb(t)::text FROM {} t ORDER BY 1", table=table) for (table,) in told}
    return {table: [row for (row,) in of_table] for table, of_table in found.items()}


def test_rows_are_those_of_one_run(
    server: Any, database: str, ask: Ask, folders: tuple[Path, Path], samples: Run
) -> None:
    postgis.export(samples, server.url(database))
    whole = rows(ask, server, database)
    with server.connect(database) as connection:
        connection.execute("DROP SCHEMA deployments CASCADE")
    read, joined = folders
    written = postgis.load(archives.opened(joined, read), server.url(database))
    loaded = rows(ask, server, database)
    assert {table: loaded[table] for table in TABLES} == {table: whole[table] for table in TABLES}
    assert set(loaded) == {*TABLES, "movement_of_claim", "legs"}
    members = {(claim, m.id) for m in samples.movements for claim in m.claims}
    assert set(ask("SELECT claim_id, movement_id FROM {}", table="movement_of_claim")) == members
    assert (written.added, written.updated, written.removed) == (sum(map(len, loaded.values())), 0, 0)


def test_the_same_again_touches_no_row_and_without_claims_theirs_stay(
    server: Any, database: str, ask: Ask, folders: tuple[Path, Path]
) -> None:
    read, joined = folders
    postgis.load(archives.opened(joined, read), server.url(database))
    before = {t: ask("SELECT xmin::text, ctid::text FROM {} ORDER BY 1, 2", table=t) for t in TABLES}
    for claims in (read, None):
        again = postgis.load(archives.opened(joined, claims), server.url(database))
        assert (again.added, again.updated, again.removed) == (0, 0, 0)
    after = {t: ask("SELECT xmin::text, ctid::text FROM {} ORDER BY 1, 2", table=t) for t in TABLES}
    assert after == before


def test_the_legs_of_journeys_have_their_ends(server: Any, database: str, ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text(
        "Le 3 mai 2022, 300 soldats danois sont arrivés à Gao. Le 9 mai 2022, les 300 soldats danois ont"
        " quitté Gao pour Niamey. Le 14 mai 2022, les 300 soldats danois ont quitté Niamey pour Copenhague.",
        encoding="utf-8",
    )
    read, joined = tmp_path / "claims", tmp_path / "joined"
    assert cli.main(["read", str(tmp_path / "reports"), "--to", str(read)]) == cli.DONE
    assert cli.main(["join", str(read), "--to", str(joined)]) == cli.DONE
    postgis.load(archives.opened(joined, read), server.url(database))
    ends = ask(
        "SELECT leg, place_from, place_to, ST_NPoints(geometry) > 2 FROM {} ORDER BY leg", table="legs"
    )
    assert ends == [(1, "Gao", "Niamey", True), (2, "Niamey", "Copenhagen", True)]


@pytest.mark.parametrize("first", ["run", "archive"])
def test_a_run_and_an_archive_do_not_share_a_schema(
    server: Any, database: str, folders: tuple[Path, Path], samples: Run, first: str
) -> None:
    def put(what: str) -> None:
        if what == "run":
            postgis.export(samples, server.url(database))
        else:
            postgis.load(archives.opened(folders[1], folders[0]), server.url(database))

    put(first)
    with pytest.raises(OutputError, match="choose another schema"):
        put("archive" if first == "run" else "run")


def test_a_part_that_is_broken_ends_it_in_one_line_and_changes_nothing(
    server: Any, database: str, folders: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    read, joined = tmp_path / "claims", tmp_path / "joined"
    for source, copy in zip(folders, (read, joined), strict=True):
        for path in sorted(source.rglob("*")):
            if path.is_file():
                (copy / path.relative_to(source)).parent.mkdir(parents=True, exist_ok=True)
                (copy / path.relative_to(source)).write_bytes(path.read_bytes())
    part = joined / "legs" / "part-000002.parquet"
    part.write_bytes(part.read_bytes()[:200])
    words = ["export", str(joined), "--claims", str(read), "--to", server.url(database)]
    assert cli.main(words) == cli.FAILED
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "legs/part-000002.parquet: cannot be read" in told
    with server.connect(database) as connection, pytest.raises(psycopg.errors.UndefinedTable):
        connection.execute("SELECT FROM deployments.movements")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--format", "csv", "--to", "postgresql://nobody@127.0.0.1/gis"], "goes to a database"),
        ([], "say what to write"),
    ],
)
def test_a_folder_goes_to_a_database_alone(
    folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    assert cli.main(["export", str(folders[1]), *words]) == cli.WRONG_CALL
    printed = capsys.readouterr().err
    assert told in printed
    assert printed.count("\n") == 1


def test_claims_that_were_not_joined_there_are_refused(folders: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "200 soldats polonais sont arrivés à Lviv le 5 mai 2023.", encoding="utf-8"
    )
    read = tmp_path / "claims"
    assert cli.main(["read", str(tmp_path / "a.txt"), "--to", str(read)]) == cli.DONE
    with pytest.raises(InputError, match=r"joins \d+ claims, .* holds 1; run geo join"):
        archives.opened(folders[1], read)
    with pytest.raises(InputError, match="holds no whole run; join one with geo join"):
        archives.opened(tmp_path, None)
