"""The browser that tests marked `browser` open pages in, and the cluster that tests of engines work on."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright

from geo import pipeline
from geo.engines.processes import cores
from geo.records import Run

# A page under test asks nothing of the network, and neither does its browser: no updates, no first-run calls.
CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


# A made-up example is judged by what it gives: how long it takes depends on what else the machine does.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")


# The files that take longest, where several processes share the tests: one that began last would leave the
# others with nothing to do.
LONGEST = (
    "runs/test_streaming.py",
    "test_engines.py",
    "test_joining.py",
    "maps/test_accessibility.py",
    "test_joins.py",
    "test_benchmarks.py",
    "runs/test_runs.py",
    "runs/test_kills.py",
    "postgis/test_streaming.py",
    "postgis/test_postgis.py",
    "runs/test_joining.py",
    "runs/test_engines_agree.py",
    "test_pipeline.py",
    "maps/test_size.py",
    "maps/test_hostile.py",
    "test_cli.py",
)


def chromium() -> str | None:
    """Return the program named by GEO_CHROMIUM, else the chromium on the PATH, else nothing."""
    return shutil.which(os.environ.get("GEO_CHROMIUM") or "chromium")


def pytest_report_header() -> str:
    return f"chromium: {chromium() or 'not found, so tests marked browser are skipped (set GEO_CHROMIUM)'}"


def pytest_configure() -> None:
    named = os.environ.get("GEO_CHROMIUM")
    if named and chromium() is None:
        raise pytest.UsageError(f"GEO_CHROMIUM={named} is no program: install Chromium or unset it")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Return a process more than there are cores: at any time one waits, for a browser, a disk or an end."""
    return cores() + 1


def begins(item: pytest.Item) -> int:
    """Return when the file of a test begins."""
    name = item.path.relative_to(Path(__file__).parent).as_posix()
    return LONGEST.index(name) if name in LONGEST else len(LONGEST)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=begins)
    if chromium() is None:
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(pytest.mark.skip(reason="no Chromium"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Yield one headless Chromium for the whole run; each test opens its own context."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_ARGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def samples() -> Run:
    """Return what the sample reports tell, read once: nothing can be changed of it."""
    return pipeline.run([Path(__file__).parents[1] / "seeds"])


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Start a cluster on this machine, none of whose workers may take more than a few gigabytes."""
    from geo.engines.cluster import local  # noqa: PLC0415 - Dask takes a second to load, and few tests work on it

    with local(2, 4_000_000_000) as found:
        yield found
