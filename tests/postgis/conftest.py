"""A PostgreSQL server with PostGIS, started for the tests on loopback and ended with them."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

HOW = "apt-get install --no-install-recommends postgresql-15 postgresql-15-postgis-3"
PASSWORD = "not-for-a-message"  # noqa: S105 - of a server that lives as long as the tests
_USER = "postgres" if os.name == "posix" and os.geteuid() == 0 else None  # PostgreSQL refuses root
_PATIENCE = 60  # seconds until it must answer


def programs() -> Path | None:
    """Return where the server's programs are: GEO_POSTGIS, the newest of Debian's, or on the PATH."""
    named = os.environ.get("GEO_POSTGIS")
    found = [Path(named)] if named else sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    on_path = None if named else shutil.which("initdb")
    found += [Path(on_path).parent] if on_path else []
    return next((folder for folder in found if (folder / "initdb").is_file()), None)


@dataclass(frozen=True)
class Server:
    """A running server; its superuser is `owner`."""

    port: int

    def url(self, database: str, user: str = "owner", password: str = PASSWORD) -> str:
        return f"postgresql://{user}:{password}@127.0.0.1:{self.port}/{database}"

    def connect(self, database: str = "postgres") -> "psycopg.Connection[Any]":
        return psycopg.connect(self.url(database), autocommit=True)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    folder = programs()
    if folder is None and os.environ.get("GEO_POSTGIS"):
        pytest.fail(f"GEO_POSTGIS is set and there is no PostgreSQL: {HOW}")
    if folder is None:
        pytest.skip(f"no PostgreSQL: {HOW}, or name the folder of its programs with GEO_POSTGIS")
    # A folder of its own: pytest's lie below one that only the user who runs the tests may enter.
    home = Path(tempfile.mkdtemp(prefix="geo-postgis-"))
    try:
        yield from _running(folder, home)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _running(folder: Path, home: Path) -> Iterator[Server]:
    secret, data = home / "password", home / "data"
    secret.write_text(PASSWORD, encoding="utf-8")
    if _USER:
        shutil.chown(home, _USER)
        shutil.chown(secret, _USER)
    made: list[str | Path] = [folder / "initdb", "-D", data, "-U", "owner", "-E", "UTF8", "--locale=C.UTF-8"]
    subprocess.run(
        [*made, "-A", "scram-sha-256", f"--pwfile={secret}"],
        user=_USER,
        cwd=home,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = ("listen_addresses=127.0.0.1", f"port={port}", f"unix_socket_directories={home}", "fsync=off")
    words: list[str | Path] = [
        folder / "postgres",
        "-D",
        data,
        *(word for each in settings for word in ("-c", each)),
    ]
    with (home / "log").open("wb") as log:
        process = subprocess.Popen(words, user=_USER, cwd=home, stdout=log, stderr=log)
    try:
        _await(Server(port), process, home / "log")
        yield Server(port)
    finally:
        process.send_signal(signal.SIGINT)  # its fast shutdown
        process.wait(_PATIENCE)


def _await(server: Server, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            server.connect().close()
        except psycopg.OperationalError:
            if process.poll() is not None or time.monotonic() > until:
                pytest.fail(log.read_text(encoding="utf-8"))
            time.sleep(0.1)
        else:
            return


@pytest.fixture(scope="session")
def template(server: Server) -> str:
    """Return a database with PostGIS, which is copied faster than made."""
    with server.connect() as connection:
        connection.execute("CREATE DATABASE with_postgis TEMPLATE template0")
    with server.connect("with_postgis") as connection:
        connection.execute("CREATE EXTENSION postgis")
    return "with_postgis"


@pytest.fixture
def database(server: Server, template: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """Yield the name of a database with PostGIS and nothing else."""
    name = f"t{abs(hash(request.node.nodeid)):x}"
    named = sql.Identifier(name)
    with server.connect() as connection:
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(named, sql.Identifier(template)))
    yield name
    with server.connect() as connection:
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(named))


@pytest.fixture
def ask(server: Server, database: str) -> Callable[..., list[tuple[Any, ...]]]:
    """Return what puts a question to the database, {} being a table, and returns the rows that answer it."""

    def asked(question: str, *values: object, table: str = "") -> list[tuple[Any, ...]]:
        named = sql.SQL(question).format(sql.Identifier("deployments", table))
        with server.connect(database) as connection:
            return connection.execute(named, values or None).fetchall()

    return asked
