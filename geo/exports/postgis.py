"""The layers of one run as tables of a PostGIS schema, in PostgreSQL 12 or later.

`export` writes a whole run, `load` an archive that no memory holds; `make` and `put` write reports as they
are read, by many at once.

The schema holds one run. Exporting it again changes no row; exporting another run inserts what is new,
updates what differs and deletes what that run does not have. All of it is one transaction, so whoever reads
sees the run before or the run after, and a failure leaves the run before. Tables of these names that were
made with other columns are not touched: the export ends and says so.
"""

import contextlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any, Final

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry import MultiPolygon, Polygon

from geo.errors import OutputError
from geo.exports.archives import Archive
from geo.exports.fields import FIELDS, JOINED
from geo.features import layers
from geo.records import Reading, Run, content_id

try:
    import psycopg
    from psycopg import errors, sql
    from psycopg.conninfo import conninfo_to_dict
except ImportError as error:
    raise OutputError(
        "PostGIS: psycopg is not installed; run pip install 'deployment-mapper[postgis]'"
    ) from error

SCHEMA: Final = "deployments"
_TIMEOUT = 10  # seconds until a server that does not answer is given up
_PORTS = re.compile(r"[\d,]*")
_KEY = "row_id"
_LONG = 100  # characters of a key; an index holds no more than some 2,700 bytes
_COMMENTS: Final[Mapping[str, str]] = {
    _KEY: "The key that rows share, and the number of the row among them.",
    "during": "From date_from to date_to, both included; null where nobody told a day.",
}
_TYPES: Final[Mapping[str, str]] = {
    "string": "text",
    "Int64": "bigint",
    "float64": "double precision",
    "boolean": "boolean",
    "date32[day][pyarrow]": "date",
}
# A half-open range would lose the last day; what nobody dated is not "always"; a range cannot run backwards.
_DURING: Final = (
    "CASE WHEN date_from IS NULL AND date_to IS NULL OR date_from > date_to THEN NULL"
    " ELSE daterange(date_from, date_to, '[]') END"
)


@dataclass(frozen=True, slots=True)
class _Table:
    """One layer as a table; a key that its rows repeat is numbered in a column of its own."""

    name: str
    key: str
    comment: str
    geometry: str | None = None
    repeats: bool = False

    @property
    def primary(self) -> str:
        return _KEY if self.repeats else self.key


_TABLES: Final = (
    _Table("claims", "claim_id", "One row a claim and a place that it names.", "Point", repeats=True),
    _Table(
        "movements",
        "movement_id",
        "One row a movement with origin and destination: the shortest way, not the way taken.",
        "MultiLineString",
    ),
    _Table("places", "place_id", "One row a place that a mention or claim names.", "Point"),
    _Table("uncertainty", "place_id", "How far the places reach that are not points.", "MultiPolygon"),
    _Table("reports", "report", "One row a report that was read."),
    _Table("sources", "source", "One row a voice that stands behind claims.", repeats=True),
    _Table("disagreements", "movement_id", "One row a stand of a disagreement.", repeats=True),
    _Table("movements_without_line", "movement_id", "One row a movement without two ends."),
    _Table("claims_unlocated", "claim_id", "One row a claim without a place."),
)

_CLAIMS: Final = tuple(t for t in _TABLES if t.name in ("claims", "claims_unlocated"))
_OF_A_REPORT: Final = (*_CLAIMS, *(t for t in _TABLES if t.name == "reports"))
_OF_A_RUN: Final = ("places", "sources")
_JOINED: Final = ("movements", "movements_without_line")
_MEMBERS: Final = _Table("movement_of_claim", "claim_id", "One row a claim: the movement that it is part of.")
_LEGS: Final = _Table(
    "legs",
    "itinerary_id",
    "One row a leg of a journey: a great circle, none where it ends where it began.",
    "MultiLineString",
    repeats=True,
)
_OF_AN_ARCHIVE: Final = (
    *(t for t in _TABLES if t.name in (*_JOINED, "disagreements")),
    _LEGS,
    _MEMBERS,
)
_LONGEST_ID: Final = 2_600  # bytes


@dataclass(frozen=True, slots=True)
class Written:
    """What an export changed, in rows, and where."""

    where: str
    added: int
    updated: int
    removed: int

    def __str__(self) -> str:
        """Say it in a line."""
        return f"wrote {self.where}: {self.added} rows new, {self.updated} changed, {self.removed} removed"


def export(run: Run, url: str, schema: str = SCHEMA) -> Written:
    """Write the layers of a run to a PostGIS database.

    Parameters
    ----------
    run
        What was read and joined.
    url
        ``postgresql://USER@HOST/DATABASE`` with whatever libpq knows; it is never repeated in a message.
    schema
        Whose tables are filled; made if it is not there.

    Raises
    ------
    OutputError
        The database cannot be reached or written to; what it held is untouched. One line.
    """
    tables = layers(run)
    with _errors(url), _connected(url) as connection:
        work = _Work(connection, schema)
        work.prepare()
        work.refuse([_MEMBERS.name], "is of an archive")
        counts = [work.fill(table, [_rows(table, getattr(tables, table.name))]) for table in _TABLES]
    return _written(schema, counts)


def load(archive: Archive, url: str, schema: str = SCHEMA) -> Written:
    """Write an archive to a PostGIS database, a part at a time: its movements, journeys and claims.

    Parameters
    ----------
    archive
        What was read and joined. Without claims those that stand there stay as they are.
    url, schema
        As of `export`.

    Raises
    ------
    InputError
        A part of the archive cannot be read; what the database held is untouched. One line.
    OutputError
        The database cannot be reached or written to, or the schema holds a run of `export`; what it held is
        untouched. One line.
    """
    with _errors(url), _connected(url) as connection:
        work = _Work(connection, schema)
        work.prepare()
        work.refuse(_OF_A_RUN, "is of a run that geo export wrote of claims in JSON Lines")
        claims = _CLAIMS if archive.claims else ()
        counts = [
            work.fill(table, map(partial(_rows, table), archive.parts(table.name)), joined=table in claims)
            for table in (*_OF_AN_ARCHIVE, *claims)
        ]
    return _written(schema, counts)


def _written(schema: str, counts: Iterable[tuple[int, int, int]]) -> Written:
    added, updated, removed = (sum(changed) for changed in zip(*counts, strict=True))
    return Written(f"schema {schema}", added, updated, removed)


def make(url: str, schema: str = SCHEMA) -> None:
    """Make the tables whose rows belong to one report each, where they are not there: claims and reports.

    Parameters
    ----------
    url, schema
        As of `export`.

    Raises
    ------
    OutputError
        The database cannot be reached or written to, or the schema holds movements: they join claims that
        `put` would replace. One line.
    """
    empty = layers(Run((), ()))
    with _errors(url), _connected(url) as connection:
        work = _Work(connection, schema)
        work.prepare()
        work.refuse(_JOINED, "joins the claims of a run that geo export wrote")
        for table in _OF_A_REPORT:
            work.make(table, _column_types(table, _rows(table, getattr(empty, table.name))))


def put(url: str, schema: str, reports: Sequence[str], readings: Sequence[Reading]) -> int:
    """Make the rows of some reports what was read of them, in one transaction; those of others stay.

    Parameters
    ----------
    url, schema
        As of `export`; `make` has made the tables.
    reports
        Ids of the reports, also of those of which nothing could be read.
    readings
        Of the others.

    Returns
    -------
    int
        Rows that the claims of these reports have now.

    Raises
    ------
    OutputError
        The database cannot be reached or written to; what it held of these reports is untouched. One line.
    """
    tables = layers(Run(tuple(readings), ()))
    with _errors(url, "some reports were not written"), _connected(url) as connection:
        work = _Work(connection, schema)
        work.begin(reports)
        for table in _OF_A_REPORT:
            work.fill(table, [_rows(table, getattr(tables, table.name))], among=_AMONG)
    return len(tables.claims) + len(tables.claims_unlocated)


def refusal(report: str) -> str | None:
    """Return why a report of that id cannot be written, or None."""
    if len(report.encode()) <= _LONGEST_ID:
        return None
    return f"has an id longer than {_LONGEST_ID} bytes, which PostgreSQL cannot index; shorten it"


def _connected(url: str) -> "psycopg.Connection[tuple[Any, ...]]":
    return psycopg.connect(url, **_settings(url), client_encoding="utf8", application_name="geo export")


def _settings(url: str) -> dict[str, Any]:
    """Return how to connect; refuse an address of which libpq's own message could repeat a password."""
    try:
        told = conninfo_to_dict(url)
    except psycopg.ProgrammingError:
        told = {"port": "?"}
    # A password with a bare "/" or "@" in it is taken for a port, a host or a database.
    torn = any("@" in str(told.get(part, "")) for part in ("host", "dbname"))
    if torn or not _PORTS.fullmatch(str(told.get("port", ""))):
        raise OutputError(
            "PostGIS: the address is none that PostgreSQL knows; write postgresql://USER@HOST/DATABASE,"
            " with % codes for signs in names and passwords"
        )
    return {} if "connect_timeout" in told else {"connect_timeout": _TIMEOUT}


@contextlib.contextmanager
def _errors(url: str, state: str = "nothing was changed") -> Iterator[None]:
    """Say in one line, without the password, what went wrong and what to do."""
    try:
        yield
    except psycopg.Error as error:
        told = error.diag.message_primary or str(error)
        secret = conninfo_to_dict(url).get("password")
        line = " ".join(told.split()).replace(str(secret), "***") if secret else " ".join(told.split())
        raise OutputError(f"PostGIS: {state}: {line}; {_remedy(error)}") from None


def _remedy(error: psycopg.Error) -> str:
    if isinstance(error, errors.InsufficientPrivilege):
        return "ask its owner for the right to create there, or name a schema of your own"
    if isinstance(error, errors.DiskFull):
        return "free some space on the server"
    if isinstance(error, errors.UntranslatableCharacter):
        return "use a database in UTF-8"
    if isinstance(error, psycopg.OperationalError):
        return "see that the server runs, and that address, user and password are right, then run it again"
    return "see what the server's log says"


_ALL: Final = sql.SQL("true")
_AMONG: Final = sql.SQL("o.report IN (SELECT report FROM pg_temp.batch)")


class _Work:
    """One transaction that makes the tables and fills them."""

    def __init__(self, connection: "psycopg.Connection[tuple[Any, ...]]", schema: str) -> None:
        self._cursor = connection.cursor()
        self._schema = schema

    def prepare(self) -> None:
        """Make the schema, after any other export to it has ended."""
        self._cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [self._schema])
        self._look_in_postgis()
        # IF NOT EXISTS would ask for the right to create what is there.
        if self._one("SELECT 1 FROM pg_namespace WHERE nspname = %s", self._schema) is None:
            self._do("CREATE SCHEMA {}", sql.Identifier(self._schema))

    def begin(self, reports: Sequence[str]) -> None:
        """Begin with some reports, beside others who have other reports; no `prepare` is at work then.

        A worker that was given up may still be at work with the same reports: it is waited for.
        """
        self._cursor.execute("SELECT pg_advisory_xact_lock_shared(hashtextextended(%s, 0))", [self._schema])
        stored = [_storable(report) for report in reports]
        self._cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 1))", [f"{self._schema} {stored[:1]}"]
        )
        self._look_in_postgis()
        self._do("CREATE TEMP TABLE batch (report text) ON COMMIT DROP")
        with self._cursor.copy("COPY pg_temp.batch (report) FROM STDIN") as copy:
            for report in stored:
                copy.write_row([report])
        self._do("ANALYZE pg_temp.batch")

    def refuse(self, names: Iterable[str], what: str) -> None:
        """Refuse a schema in which one of these tables has a row, which is something else's."""
        for name in names:
            there = "SELECT 1 FROM pg_tables WHERE schemaname = %s AND tablename = %s"
            if self._one(there, self._schema, name) is None:
                continue
            self._do("SELECT FROM {} LIMIT 1", sql.Identifier(self._schema, name))
            if self._cursor.rowcount:
                raise OutputError(
                    f"PostGIS: {self._schema}.{name} {what}; choose another schema with --schema"
                )

    def _look_in_postgis(self) -> None:
        """Find types and operators of PostGIS wherever it lies, and no table of ours by mistake."""
        found = self._one(
            "SELECT nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = extnamespace"
            " WHERE extname = 'postgis'"
        )
        if found is None:
            raise OutputError(
                "PostGIS: the database has no PostGIS; have its administrator run CREATE EXTENSION postgis"
            )
        self._do("SET LOCAL search_path TO {}", sql.Identifier(found[0]))

    def fill(
        self, table: _Table, parts: Iterable[pd.DataFrame], among: sql.SQL = _ALL, *, joined: bool = False
    ) -> tuple[int, int, int]:
        """Make a table, or the rows among some, what its parts hold, of which there is one at least.

        Claims that are `joined` get the movement that the schema's table of members has for them. Return how
        many rows were added, updated and removed.
        """
        waiting = iter(parts)
        first = next(waiting)
        types = _column_types(table, first)
        self.make(table, types)
        new = self._staged(table, types, chain([first], waiting))
        if joined:
            members = sql.Identifier(self._schema, _MEMBERS.name)
            self._do(
                "UPDATE {} n SET movement_id = m.movement_id FROM {} m WHERE m.claim_id = n.claim_id",
                new,
                members,
            )
        old, key = sql.Identifier(self._schema, table.name), sql.Identifier(table.primary)
        names = [sql.Identifier(name) for name in types]
        told = {
            "old": old,
            "new": new,
            "key": key,
            "columns": sql.SQL(", ").join(names),
            "mine": sql.SQL(", ").join(sql.SQL("o.{}").format(n) for n in names),
            "theirs": sql.SQL(", ").join(sql.SQL("n.{}").format(n) for n in names),
            "among": among,
        }
        removed = self._do(
            "DELETE FROM {old} o WHERE {among} AND NOT EXISTS (SELECT FROM {new} n WHERE n.{key} = o.{key})",
            **told,
        )
        updated = self._do(
            "UPDATE {old} o SET ({columns}) = ROW({theirs}) FROM {new} n"
            " WHERE n.{key} = o.{key} AND ({mine}) IS DISTINCT FROM ({theirs})",
            **told,
        )
        added = self._do(
            "INSERT INTO {old} ({columns}) SELECT {columns} FROM {new} n"
            " WHERE NOT EXISTS (SELECT FROM {old} o WHERE o.{key} = n.{key})",
            **told,
        )
        return added, updated, removed

    def make(self, table: _Table, types: Mapping[str, str]) -> None:
        """Make a table that is not there; refuse one with other columns."""
        dated = {"during": "daterange"} if "date_from" in types else {}
        found = self._cursor.execute(
            "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute a"
            " JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n ON n.oid = relnamespace"
            " WHERE nspname = %s AND relname = %s AND attnum > 0 AND NOT attisdropped",
            [self._schema, table.name],
        ).fetchall()
        if found:
            if dict(found) != {**types, **dated}:
                raise OutputError(
                    f"PostGIS: {self._schema}.{table.name} is there with other columns;"
                    " drop it, or choose another schema with --schema"
                )
            return
        where = sql.Identifier(self._schema, table.name)
        self._do(
            "CREATE TABLE {} ({}, PRIMARY KEY ({}))",
            where,
            sql.SQL(", ").join([*_columns(types), *([sql.SQL(_AS_DURING)] if dated else [])]),
            sql.Identifier(table.primary),
        )
        for column in [*(["geometry"] if table.geometry else []), *dated]:
            self._do("CREATE INDEX ON {} USING gist ({})", where, sql.Identifier(column))
        if "report" in types and table.primary != "report":
            self._do("CREATE INDEX ON {} USING hash (report)", where)
        self._do("COMMENT ON TABLE {} IS {}", where, sql.Literal(table.comment))
        told_of = {**FIELDS, **JOINED}[table.name].items()
        meanings = {**{name: field.meaning for name, field in told_of}, **_COMMENTS}
        for column in [name for name in (*types, *dated) if name in meanings]:
            told = sql.Identifier(self._schema, table.name, column), sql.Literal(meanings[column])
            self._do("COMMENT ON COLUMN {} IS {}", *told)

    def _staged(
        self, table: _Table, types: Mapping[str, str], frames: Iterable[pd.DataFrame]
    ) -> sql.Identifier:
        """Return a table of this transaction alone that holds the frames."""
        name = sql.Identifier("pg_temp", f"new_{table.name}")
        columns = sql.SQL(", ").join(_columns(types))
        self._do("CREATE TEMP TABLE {} ({}) ON COMMIT DROP", sql.Identifier(f"new_{table.name}"), columns)
        named = sql.SQL(", ").join(map(sql.Identifier, types))
        with self._cursor.copy(sql.SQL("COPY {} ({}) FROM STDIN").format(name, named)) as copy:
            for frame in frames:
                for row in zip(*(_values(frame[column]) for column in types), strict=True):
                    copy.write_row(row)
        self._do("ANALYZE {}", name)
        return name

    def _one(self, query: str, *values: object) -> tuple[Any, ...] | None:
        return self._cursor.execute(sql.SQL(query), values).fetchone()

    def _do(self, command: str, *parts: sql.Composable, **named: sql.Composable) -> int:
        """Run a command whose gaps are names, quoted as such; return how many rows it changed."""
        self._cursor.execute(sql.SQL(command).format(*parts, **named))
        return self._cursor.rowcount


_AS_DURING: Final = f"during daterange GENERATED ALWAYS AS ({_DURING}) STORED"


def _columns(types: Mapping[str, str]) -> list[sql.Composable]:
    """Return the columns as a CREATE TABLE names them; the types are words of this module."""
    return [sql.SQL("{} " + kind).format(sql.Identifier(name)) for name, kind in types.items()]


def _column_types(table: _Table, frame: pd.DataFrame) -> dict[str, str]:
    kinds = {str(name): str(kind) for name, kind in frame.dtypes.items()}
    shape = f"geometry({table.geometry},4326)"
    return {name: shape if name == "geometry" else _TYPES[kind] for name, kind in kinds.items()}


def _rows(table: _Table, layer: pd.DataFrame) -> pd.DataFrame:
    """Return a layer, or a part with all rows of each key, as its table holds it.

    That is texts that PostgreSQL can store, and a key of each row.
    """
    frame = layer.copy()
    for column in frame.columns:
        if frame[column].dtype == "string":
            frame[column] = frame[column].map(_storable, na_action="ignore").astype("string")
    if table.repeats:
        frame.insert(0, _KEY, pd.Series(_numbered(frame[table.key]), frame.index, "string"))
    return frame


def _storable(text: str) -> str:
    """Return a text without the one character that PostgreSQL does not hold: NUL."""
    return text.replace("\0", "\ufffd")


def _numbered(keys: "pd.Series[str]") -> list[str]:
    """Return each key with its number among its likes; no two are the same, whatever the keys hold."""
    seen: Counter[str] = Counter()
    numbered = []
    for key in (key if len(key) <= _LONG else content_id("k", key) for key in keys):
        seen[key] += 1
        numbered.append(f"{key}#{seen[key]}")
    return numbered


def _values(column: "pd.Series[Any]") -> list[Any]:
    """Return a column as plain Python: None where nothing is told, geometry as EWKB."""
    if isinstance(column, gpd.GeoSeries):
        shapes = [MultiPolygon([g]) if isinstance(g, Polygon) else g for g in column]
        return [shapely.to_wkb(shapely.set_srid(g, 4326), hex=True, include_srid=True) for g in shapes]
    return column.astype(object).where(column.notna(), None).tolist()
