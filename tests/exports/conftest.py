"""Runs of every kind that a format may meet, and GDAL's own eyes."""

import datetime as dt
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import pytest

from geo import features
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
    QuantityEnvelope,
    Reading,
    Run,
    Source,
    Span,
    Status,
    TimeEnvelope,
    TimeExpression,
    Voice,
    VoiceKind,
)

ROOT = Path(__file__).parents[2]
HOSTILE = "=1+1<img src=x onerror=alert(1)> {{ 7*7 }} ]]> & \" ' $[name] \x00\x07\u2028\r\n@cmd"
KAMCHATKA = Place("kamchatka", "Петропавловск-Камчатский", "RU", PlaceKind.CITY, 53.0167, 158.65, 12.0)
ANCHORAGE = Place("anchorage", "Anchorage", "US", PlaceKind.CITY, 61.2181, -149.9003, 20.0)
WONSAN = Place("wonsan", "원산시", "KP", PlaceKind.CITY, 39.1528, 127.4436, 9.0)
SEA = Place("bering", "Bering Sea", None, PlaceKind.WATER, 58.0, 178.0, 900.0)
SANAA = Place("sanaa", "صنعاء", "YE", PlaceKind.ADMIN, 15.3547, 44.2066, 60.0)


def claim(number: int, quote: str, **slots: Any) -> Claim:
    """Return a dated claim of 1,500 that two sources stand behind; `slots` replace what it holds."""
    span = Span(0, len(quote))
    plain: dict[str, Any] = {
        "id": f"c{number}",
        "document_id": "r1",
        "evidence": (Evidence(span, quote),),
        "type": ClaimType.MOVEMENT,
        "status": Status.REPORTED,
        "actor": Actor(span, quote, "KP"),
        "quantity": Quantity(span, 1500, 1500, "personnel"),
        "origin": WONSAN,
        "destination": SANAA,
        "places": (),
        "time": TimeExpression(
            span,
            dt.date(2024, 10, 8),
            dt.date(2024, 10, 13),
            "2024-10-08/2024-10-13",
            Precision.RANGE,
            Basis.EXPLICIT,
        ),
        "means": None,
        "attribution": (Source(span, quote), Source(span, "NIS")),
        "trigger": span,
        "rule": "by-hand",
        "voice": Voice("NIS", VoiceKind.OFFICIAL, "KR"),
    }
    return Claim(**{**plain, **slots})


def run_of(*claims: Claim, text: str = "", **known: Any) -> Run:
    """Return a run of one report; each two ends that claims name are a movement."""
    words = text or claims[0].evidence[0].quote
    document = Document(**{"id": "r1", "text": words, "language": "en", **known})
    groups: dict[tuple[str, str], list[Claim]] = {}
    for each in claims:
        if each.origin and each.destination:
            groups.setdefault((each.origin.id, each.destination.id), []).append(each)
    return Run((Reading(document, (), (), claims),), tuple(map(_movement, groups.values())))


def _movement(claims: list[Claim]) -> Movement:
    first = claims[0]
    return Movement(
        id=f"m{first.id}",
        type=first.type,
        status=first.status,
        side="KP",
        claims=tuple(each.id for each in claims),
        reports=("r1",),
        independent_sources=1,
        origin=first.origin,
        origin_inferred=False,
        destination=first.destination,
        places=first.places,
        time=TimeEnvelope(dt.date(2024, 10, 8), None, "2024-10-08/..") if first.time else None,
        quantity=QuantityEnvelope(1500, None, None, "personnel"),
    )


def many() -> Run:
    """Return 20,000 claims, of which one in three has no place."""
    ends: list[dict[str, Any]] = [
        {},
        {"origin": None, "destination": None, "time": None, "quantity": None, "attribution": ()},
        {"origin": KAMCHATKA, "destination": ANCHORAGE, "places": (SEA,)},
    ]
    return run_of(*(claim(n, f"Sentence {n}.", **ends[n % 3]) for n in range(20_000)))


RUNS: dict[str, Callable[[], Run]] = {
    "empty": lambda: Run((), ()),
    "antimeridian": lambda: run_of(
        claim(1, "They flew on.", origin=KAMCHATKA, destination=ANCHORAGE, places=(SEA,))
    ),
    "letters": lambda: run_of(claim(1, "평양은 병력을 보냈다. وصلت القوات إلى صنعاء.")),
    "quotes": lambda: run_of(claim(1, 'He said:\n"they left;\r\n""all"" of them, on the 8th"\n')),
    "hostile": lambda: run_of(
        claim(1, HOSTILE),
        claim(2, HOSTILE, origin=None, destination=None),
        title=HOSTILE,
        publisher=HOSTILE,
        url=f"javascript:alert(1){HOSTILE}",
    ),
    "many": many,
}


@pytest.fixture(scope="session")
def runs(samples: Run) -> dict[str, Run]:
    """Return every kind of run by name."""
    return {"seeds": samples, **{name: make() for name, make in RUNS.items()}}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Let a test that asks for `run` run on each of them, for `small_run` on each but the great one."""
    every = ["seeds", *RUNS]
    for name, names in (("run", every), ("small_run", [name for name in every if name != "many"])):
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, names, indirect=True, scope="session")


@pytest.fixture(scope="session")
def run(request: pytest.FixtureRequest, runs: dict[str, Run]) -> Run:
    found: Run = runs[request.param]
    return found


@pytest.fixture(scope="session")
def small_run(request: pytest.FixtureRequest, runs: dict[str, Run]) -> Run:
    found: Run = runs[request.param]
    return found


def _program(named_by: str, usual: str) -> str | None:
    """Return the program that an environment variable names, else the usual one, else nothing."""
    return shutil.which(os.environ.get(named_by) or usual)


def pytest_report_header() -> str:
    found = _program("GEO_GDAL", "ogrinfo")
    return f"ogrinfo: {found or 'not found, so its tests are skipped (on Debian: apt install gdal-bin)'}"


class Ogr(Protocol):
    """Returns what ogrinfo prints; any warning on its standard error fails the test."""

    def __call__(self, *words: str | Path) -> str: ...


@pytest.fixture(scope="session")
def ogrinfo() -> Ogr:
    """Run GDAL's own command line, which must have no complaint; GEO_GDAL makes its absence a failure."""
    program = _program("GEO_GDAL", "ogrinfo")
    if program is None:
        if os.environ.get("GEO_GDAL"):
            pytest.fail("GEO_GDAL names no program: apt install gdal-bin, or unset it")
        pytest.skip("no ogrinfo: apt install gdal-bin")

    def run(*words: str | Path) -> str:
        told = subprocess.run([program, "-ro", *map(str, words)], capture_output=True, text=True, check=True)
        assert told.stderr == ""
        return told.stdout

    return run


@pytest.fixture(scope="session")
def qgis() -> Callable[..., str]:
    """Run a script in a Python that has QGIS: the one that GEO_QGIS names, else Debian's own."""
    named = os.environ.get("GEO_QGIS")
    python = named or "/usr/bin/python3"
    environment = {"PATH": os.environ["PATH"], "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": "/tmp"}  # noqa: S108 - Qt warns without one

    def run(script: str, *words: str | Path) -> str:
        told = subprocess.run(
            [python, "-c", script, *map(str, words)],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert told.returncode == 0, told.stderr
        return told.stdout

    try:
        run("import qgis.core, os; os._exit(0)")
    except (AssertionError, OSError):
        if named:
            pytest.fail(f"GEO_QGIS={named} has no QGIS: apt install python3-qgis qgis-providers, or unset it")
        pytest.skip("no QGIS: apt install python3-qgis qgis-providers")
    return run


@pytest.fixture(scope="session")
def seeds(samples: Run) -> Layers:
    """Return the layers of the samples."""
    return features.layers(samples)
