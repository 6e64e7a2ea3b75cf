"""Layers in PostGIS: typed, indexed, the same when written twice, and whole or as before when it fails."""

import datetime as dt
import threading
import time
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import psycopg
import pytest

from geo import cli, features, jsonlines
from geo.errors import OutputError
from geo.exports import postgis
from geo.exports.fields import FIELDS
from geo.features import Layers
from geo.records import (
    Actor,
    Basis,
    Claim,
    ClaimType,
    Document,
    Evidence,
    Movement,
    Place,
    PlaceKind,
    Precision,
    Quantity,
    Reading,
    Run,
    Span,
    Status,
    TimeEnvelope,
    TimeExpression,
    Voice,
    VoiceKind,
)

ROOT = Path(__file__).parents[2]
NOWHERE = Span(0, 0)
DAY, LATER = dt.date(2024, 10, 8), dt.date(2024, 10, 13)
HOSTILE = '\'; DROP TABLE deployments.claims; -- \\. \\N \t\r\n "%s" {0} $1 \0 원산 كردفان 🜁'
STORED = HOSTILE.replace("\0", "\ufffd")

Ask = Callable[..., list[tuple[Any, ...]]]


def place(place_id: str, lat: float, lon: float, kind: str = "city", radius_km: float = 10.0) -> Place:
    return Place(place_id, place_id.title(), None, PlaceKind(kind), lat, lon, radius_km)


WONSAN, ATTU = place("원산", 39.15, 127.44), place("attu", 52.9, -172.9)
FAR_EAST = place("far east", 60.0, 179.0, "region", 900.0)


def claim(name: str, start: dt.date | None, end: dt.date | None, **slots: Any) -> Claim:
    time = TimeExpression(NOWHERE, start, end, None, Precision.RANGE, Basis.EXPLICIT)
    plain = Claim(
        id=name,
        document_id="d1",
        evidence=(Evidence(NOWHERE, HOSTILE),),
        type=ClaimType.MOVEMENT,
        status=Status.REPORTED,
        actor=Actor(NOWHERE, HOSTILE, "KP"),
        quantity=Quantity(NOWHERE, 1500, None, HOSTILE),
        origin=WONSAN,
        destination=ATTU,
        places=(FAR_EAST,),
        time=time,
        means=None,
        attribution=(),
        trigger=NOWHERE,
        rule="send",
        voice=Voice(HOSTILE, VoiceKind.NAMED),
    )
    return replace(plain, **slots)


CLAIMS = (
    claim("both", DAY, LATER),
    claim("from", DAY, None),
    claim("until", None, LATER),
    claim("never", None, None),
    claim("backwards", LATER, DAY),
    claim("unlocated", DAY, DAY, origin=None, destination=None, places=()),
)
MOVEMENT = Movement(
    id="m1",
    type=ClaimType.MOVEMENT,
    status=Status.REPORTED,
    side="KP",
    claims=tuple(c.id for c in CLAIMS),
    reports=("d1",),
    independent_sources=1,
    origin=WONSAN,
    origin_inferred=False,
    destination=ATTU,
    places=(FAR_EAST,),
    time=TimeEnvelope(DAY, None, "2024-10-08/.."),
    quantity=None,
)
RUN = Run((Reading(Document("d1", "words", title=HOSTILE, published=DAY), (), (), CLAIMS),), (MOVEMENT,))
TABLES = {
    "movements",
    "claims",
    "places",
    "uncertainty",
    "reports",
    "sources",
    "disagreements",
    "claims_unlocated",
    "movements_without_line",
}


def state(ask: Ask) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row with what tells that it was written anew."""
    return {t: ask("SELECT xmin::text, ctid::text, * FROM {} ORDER BY 3, 4, 5", table=t) for t in TABLES}


# --- what is written -------------------------------------------------------------------------------


def test_every_layer_is_a_table_with_as_many_rows(server: Any, database: str, ask: Ask, samples: Run) -> None:
    written = postgis.export(samples, server.url(database))
    layers = features.layers(samples)
    found = {t: ask("SELECT count(*) FROM {}", table=t)[0][0] for t in TABLES}
    assert found == {name: len(getattr(layers, name)) for name in TABLES}
    assert {f.name for f in fields(Layers)} == TABLES
    assert (written.added, written.updated, written.removed) == (sum(found.values()), 0, 0)


def test_columns_have_the_types_of_what_they_hold(server: Any, database: str, ask: Ask) -> None:
    postgis.export(RUN, server.url(database))
    found = ask(
        "SELECT c.relname, attname, format_type(atttypid, atttypmod) FROM pg_attribute a JOIN pg_class c"
        " ON c.oid = attrelid"
        " WHERE relnamespace = 'deployments'::regnamespace AND relkind = 'r' AND attnum > 0"
    )
    types = {(table, column): kind for table, column, kind in found}
    assert types["claims", "date_from"] == types["movements", "date_to"] == "date"
    assert types["reports", "published"] == "date"
    assert types["claims", "during"] == types["claims_unlocated", "during"] == "daterange"
    assert types["claims", "quantity_low"] == "bigint"
    assert types["movements", "origin_inferred"] == "boolean"
    assert types["places", "radius_km"] == "double precision"
    assert {t: types[t, "geometry"] for t in ("claims", "movements", "places", "uncertainty")} == {
        "claims": "geometry(Point,4326)",
        "movements": "geometry(MultiLineString,4326)",
        "places": "geometry(Point,4326)",
        "uncertainty": "geometry(MultiPolygon,4326)",
    }


def test_geometry_is_valid_and_on_the_globe_across_the_antimeridian(
    server: Any, database: str, ask: Ask
) -> None:
    postgis.export(RUN, server.url(database))
    for table in ("claims", "movements", "places", "uncertainty"):
        (told,) = ask(
            "SELECT bool_and(ST_IsValid(geometry)), min(ST_SRID(geometry)), max(ST_SRID(geometry)),"
            " min(ST_XMin(geometry)) >= -180, max(ST_XMax(geometry)) <= 180 FROM {}",
            table=table,
        )
        assert told == (True, 4326, 4326, True, True), table
    ((parts, km),) = ask(
        "SELECT ST_NumGeometries(geometry), ST_Length(geometry::geography) / 1000 FROM deployments.movements"
    )
    assert parts == 2
    assert 4000 < km < 5000
    assert ask("SELECT ST_NumGeometries(geometry) FROM deployments.uncertainty") == [(2,)]


def test_during_holds_its_last_day_and_is_open_where_nobody_told_an_end(
    server: Any, database: str, ask: Ask
) -> None:
    postgis.export(RUN, server.url(database))
    found: dict[str, str | None] = dict(ask("SELECT DISTINCT claim_id, during::text FROM deployments.claims"))
    assert found == {
        "both": "[2024-10-08,2024-10-14)",
        "from": "[2024-10-08,)",
        "until": "(,2024-10-14)",
        "never": None,
        "backwards": None,
    }
    asked = "SELECT DISTINCT claim_id FROM deployments.claims WHERE during @> '2024-10-13'::date ORDER BY 1"
    assert ask(asked) == [("both",), ("from",), ("until",)]
    assert ask("SELECT during::text FROM deployments.claims_unlocated") == [("[2024-10-08,2024-10-09)",)]


def test_tables_have_keys_and_indexes(server: Any, database: str, ask: Ask) -> None:
    postgis.export(RUN, server.url(database))
    found = ask("SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'deployments'")
    keys = {table: told.partition("btree ")[2] for table, told in found if "UNIQUE" in told}
    assert keys == {
        "claims": "(row_id)",
        "movements": "(movement_id)",
        "places": "(place_id)",
        "uncertainty": "(place_id)",
        "reports": "(report)",
        "sources": "(row_id)",
        "disagreements": "(row_id)",
        "claims_unlocated": "(claim_id)",
        "movements_without_line": "(movement_id)",
    }
    gist = {(table, told.partition("gist ")[2]) for table, told in found if "gist" in told}
    assert gist == {
        ("claims", "(geometry)"),
        ("claims", "(during)"),
        ("movements", "(geometry)"),
        ("movements", "(during)"),
        ("places", "(geometry)"),
        ("uncertainty", "(geometry)"),
        ("claims_unlocated", "(during)"),
        ("movements_without_line", "(during)"),
    }


def test_words_of_a_report_are_data_and_stay_as_they_are(server: Any, database: str, ask: Ask) -> None:
    postgis.export(RUN, server.url(database))
    assert ask("SELECT DISTINCT quote, actor, quantity_unit, title FROM deployments.claims") == [
        (STORED,) * 4
    ]
    assert ask("SELECT source, row_id FROM deployments.sources") == [(STORED, f"{STORED}#1")]
    assert ask("SELECT place_id FROM deployments.places ORDER BY 1 DESC LIMIT 1") == [("원산",)]
    assert ask("SELECT quantity_low, quantity_high FROM deployments.claims LIMIT 1") == [(1500, None)]


def test_a_name_of_any_length_has_a_key(server: Any, database: str, ask: Ask) -> None:
    voices = (Voice("원" * 9999, VoiceKind.NAMED), Voice("원" * 9999, VoiceKind.UNNAMED))
    claims = tuple(replace(c, voice=voice) for c, voice in zip(CLAIMS, voices, strict=False))
    postgis.export(replace(RUN, readings=(replace(RUN.readings[0], claims=claims),)), server.url(database))
    assert ask("SELECT length(source), right(row_id, 2) FROM deployments.sources ORDER BY 2") == [
        (9999, "#1"),
        (9999, "#2"),
    ]


def test_tables_and_columns_say_what_they_hold(server: Any, database: str, ask: Ask) -> None:
    postgis.export(RUN, server.url(database))
    ((told,),) = ask("SELECT obj_description('deployments.movements'::regclass)")
    assert told.startswith("One row a movement")
    commented = (
        "SELECT c.relname FROM pg_description d JOIN pg_class c ON c.oid = objoid JOIN pg_attribute a"
        " ON attrelid = objoid AND attnum = objsubid WHERE attname = 'during' ORDER BY 1"
    )
    assert ask(commented) == [
        ("claims",),
        ("claims_unlocated",),
        ("movements",),
        ("movements_without_line",),
    ]
    meaning = "SELECT col_description('deployments.claims'::regclass, attnum) FROM pg_attribute"
    own = " WHERE attrelid = 'deployments.claims'::regclass AND attname = 'side'"
    assert ask(meaning + own) == [(FIELDS["claims"]["side"].meaning,)]


def test_a_schema_may_have_any_name(server: Any, database: str, ask: Ask) -> None:
    name = 'Week 42"; DROP SCHEMA public; --'
    postgis.export(RUN, server.url(database), name)
    assert ask("SELECT count(*) FROM pg_tables WHERE schemaname = %s", name) == [(len(TABLES),)]


def test_postgis_may_lie_in_a_schema_of_its_own(server: Any) -> None:
    with server.connect() as connection:
        connection.execute("CREATE DATABASE elsewhere TEMPLATE template0")
    with server.connect("elsewhere") as connection:
        connection.execute('CREATE SCHEMA "Other"')
        connection.execute('CREATE EXTENSION postgis SCHEMA "Other"')
    assert postgis.export(RUN, server.url("elsewhere")).added > 0
    again = postgis.export(RUN, server.url("elsewhere"))
    assert (again.added, again.updated, again.removed) == (0, 0, 0)


# --- written again ---------------------------------------------------------------------------------


def test_a_second_export_touches_no_row(server: Any, database: str, ask: Ask, samples: Run) -> None:
    postgis.export(samples, server.url(database))
    before = state(ask)
    again = postgis.export(samples, server.url(database))
    assert (again.added, again.updated, again.removed) == (0, 0, 0)
    assert state(ask) == before


def test_a_changed_run_changes_the_rows_that_differ(server: Any, database: str, ask: Ask) -> None:
    postgis.export(RUN, server.url(database))
    before = state(ask)
    kept = (replace(CLAIMS[0], status=Status.DENIED), *CLAIMS[2:], claim("new", DAY, DAY))
    written = postgis.export(
        replace(RUN, readings=(replace(RUN.readings[0], claims=kept),)), server.url(database)
    )
    assert (written.added, written.updated, written.removed) == (3, 3, 3)
    after = state(ask)
    told = {row[:2] for row in before["claims"]} & {row[:2] for row in after["claims"]}
    assert len(told) == 9
    assert after["movements"] == before["movements"]
    assert ask("SELECT DISTINCT status FROM deployments.claims WHERE claim_id = 'both'") == [("denied",)]
    assert ask("SELECT count(*) FROM deployments.claims WHERE claim_id = 'from'") == [(0,)]


def test_a_run_that_found_nothing_leaves_empty_tables(server: Any, database: str, ask: Ask) -> None:
    postgis.export(RUN, server.url(database))
    written = postgis.export(Run((), ()), server.url(database))
    assert (written.added, written.updated) == (0, 0)
    assert all(rows == [] for rows in state(ask).values())
    assert postgis.export(Run((), ()), server.url(database), "fresh").added == 0


# --- failures --------------------------------------------------------------------------------------


def test_a_server_that_dies_midway_leaves_what_was_there(
    server: Any, database: str, ask: Ask, caplog: pytest.LogCaptureFixture
) -> None:
    postgis.export(RUN, server.url(database))
    before = state(ask)
    failed: list[BaseException] = []

    def exporting() -> None:
        try:
            postgis.export(Run((), ()), server.url(database))
        except OutputError as error:
            failed.append(error)

    with psycopg.connect(server.url(database)) as holding:
        holding.execute("LOCK TABLE deployments.reports")  # claims and places are emptied by then
        thread = threading.Thread(target=exporting)
        thread.start()
        waiting = (
            "SELECT pid FROM pg_stat_activity"
            " WHERE application_name = 'geo export' AND wait_event_type = 'Lock'"
        )
        until = time.monotonic() + 30
        while not (found := ask(waiting)) and time.monotonic() < until:
            time.sleep(0.05)
        ask("SELECT pg_terminate_backend(%s)", found[0][0])
        thread.join(30)
    assert len(failed) == 1
    assert "nothing was changed" in str(failed[0])
    assert caplog.records == []  # what is logged would be a second line on the terminal
    assert "\n" not in str(failed[0])
    assert state(ask) == before


def test_a_table_that_is_another_s_is_not_touched(server: Any, database: str, ask: Ask) -> None:
    with server.connect(database) as connection:
        connection.execute("CREATE SCHEMA deployments")
        connection.execute("CREATE TABLE deployments.movements AS SELECT 'mine' AS own")
    with pytest.raises(OutputError, match=r"deployments\.movements is there with other columns; drop it, or"):
        postgis.export(RUN, server.url(database))
    assert ask("SELECT * FROM deployments.movements") == [("mine",)]
    assert ask("SELECT to_regclass('deployments.claims')") == [(None,)]


def one_line(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert cli.main(words) == cli.FAILED
    printed = capsys.readouterr()
    assert printed.err.count("\n") == 1
    assert printed.err.startswith("geo: PostGIS: ")
    for secret in ("not-for-a-message", "s3cret"):
        assert secret not in printed.err + printed.out
    return printed.err


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory, samples: Run) -> Path:
    path = tmp_path_factory.mktemp("read") / "claims.jsonl"
    path.write_text(jsonlines.lines(map(jsonlines.reading, samples.readings)), encoding="utf-8")
    return path


def test_the_command_tells_what_it_wrote(
    server: Any, database: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["export", str(file), "--to", server.url(database), "--schema", "week42"]
    assert cli.main(words) == cli.DONE
    printed = capsys.readouterr()
    assert "rows new, 0 changed, 0 removed" in printed.out
    assert printed.err == ""
    assert cli.main(words) == cli.DONE
    assert capsys.readouterr().out == "wrote schema week42: 0 rows new, 0 changed, 0 removed\n"


def test_a_wrong_password_is_one_line(
    server: Any, database: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = server.url(database, "owner", "s3cret")
    assert "password authentication failed" in one_line(["export", str(file), "--to", url], capsys)


def test_a_database_that_is_not_there_is_one_line(
    server: Any, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "does not exist" in one_line(["export", str(file), "--to", server.url("nowhere")], capsys)


def test_no_postgis_is_one_line(server: Any, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = one_line(["export", str(file), "--to", server.url("postgres")], capsys)
    assert "CREATE EXTENSION postgis" in told


def test_no_rights_are_one_line(
    server: Any, database: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with server.connect(database) as connection:
        connection.execute("DROP ROLE IF EXISTS guest")
        connection.execute(b"CREATE ROLE guest LOGIN PASSWORD 's3cret'")
    told = one_line(["export", str(file), "--to", server.url(database, "guest", "s3cret")], capsys)
    assert "permission denied" in told
    assert "name a schema of your own" in told


def test_a_user_may_fill_a_schema_of_their_own(server: Any, database: str) -> None:
    with server.connect(database) as connection:
        connection.execute("DROP ROLE IF EXISTS writer")
        connection.execute(b"CREATE ROLE writer LOGIN PASSWORD 's3cret'")
        connection.execute("CREATE SCHEMA deployments AUTHORIZATION writer")
    assert postgis.export(RUN, server.url(database, "writer", "s3cret")).added > 0
    with server.connect(database) as connection:
        connection.execute("DROP OWNED BY writer")
        connection.execute("DROP ROLE writer")


def test_twenty_thousand_claims_take_seconds(server: Any, database: str) -> None:
    far = [replace(WONSAN, id=f"p{n}", lat=n % 80, lon=n % 179) for n in range(2000)]
    claims = tuple(
        replace(CLAIMS[0], id=f"c{n}", origin=far[n % 2000], destination=None, places=())
        for n in range(20_000)
    )
    many = Run((replace(RUN.readings[0], claims=claims),), ())
    began = time.monotonic()
    assert postgis.export(many, server.url(database)).added > 20_000
    assert postgis.export(many, server.url(database)).updated == 0
    assert time.monotonic() - began < 60
