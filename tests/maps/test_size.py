"""The page that a folder of reports gives: light, the same every time, and silent when it is opened."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

ROOT = Path(__file__).parents[2]
MOST_BYTES = 500_000  # what a letter with an attachment carries everywhere, and what opens at once on a phone

REAL_REPORTS = ROOT.parent / "shared" / "seeds"
FOLDERS = [
    pytest.param(ROOT / "seeds", id="samples"),
    pytest.param(
        REAL_REPORTS,
        id="five-reports",
        marks=pytest.mark.skipif(
            not REAL_REPORTS.is_dir(),
            reason="the five reports are not beside the checkout",
        ),
    ),
]


def page_of(folder: Path, output: Path, hash_seed: str) -> Path:
    """Return the page that `geo map` writes, in a process of its own."""
    command = [sys.executable, "-W", "ignore", "-m", "geo", "map", str(folder), "--output", str(output)]
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=environment)
    return output / "index.html"


@pytest.fixture(scope="module", params=FOLDERS)
def page_file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a folder of reports and the page that it gives."""
    folder: Path = request.param
    if folder != REAL_REPORTS:
        return folder, ROOT / "maps" / "index.html"  # which test_pipeline makes anew and compares
    return folder, page_of(folder, tmp_path_factory.mktemp("map"), "0")


def test_the_page_of_the_five_reports_is_under_500_kilobytes(page_file: tuple[Path, Path]) -> None:
    folder, page = page_file
    if folder != REAL_REPORTS:
        pytest.skip("the sample reports are three times as many")
    assert page.stat().st_size < MOST_BYTES


def test_a_second_build_in_another_process_gives_the_same_bytes(
    page_file: tuple[Path, Path], tmp_path: Path
) -> None:
    folder, page = page_file
    if folder != REAL_REPORTS:
        pytest.skip("the maps of the sample reports are committed, and made anew by test_pipeline")
    assert page_of(folder, tmp_path, "1").read_bytes() == page.read_bytes()


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_opening_the_page_asks_for_nothing_and_complains_of_nothing(
    page_file: tuple[Path, Path], browser: Browser, width: int
) -> None:
    _, file = page_file
    context = browser.new_context(offline=True, viewport={"width": width, "height": 844})
    page = context.new_page()
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(file.as_uri())
    expect(page.locator("#shown")).not_to_have_text("")
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    context.close()
    assert requests == [file.as_uri()]
    assert complaints == []
