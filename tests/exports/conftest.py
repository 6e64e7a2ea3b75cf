"""Layers to export, and the programs of others that tests open the files with."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from geo import features, pipeline
from geo.features import Layers

ROOT = Path(__file__).parents[2]


def _program(named_by: str, usual: str) -> str | None:
    """Return the program that an environment variable names, else the usual one, else nothing."""
    return shutil.which(os.environ.get(named_by) or usual)


def pytest_report_header() -> str:
    found = _program("GEO_GDAL", "ogrinfo")
    return f"ogrinfo: {found or 'not found, so its tests are skipped (on Debian: apt install gdal-bin)'}"


@pytest.fixture(scope="session")
def ogrinfo() -> Callable[..., str]:
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
def seeds() -> Layers:
    """Return the layers of the samples."""
    return features.layers(pipeline.run([ROOT / "seeds"]))
