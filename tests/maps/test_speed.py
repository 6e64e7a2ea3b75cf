"""The page keeps pace with a plain folium page of the same claims, and overtakes it where there are many."""

import importlib.util
from math import inf
from pathlib import Path
from types import ModuleType

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    """Return benchmarks/page.py, which measures; it is a script and in no package."""
    file = Path(__file__).parents[2] / "benchmarks" / "page.py"
    spec = importlib.util.spec_from_file_location("benchmarks_page", file)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# A page is shown by frames of a sixtieth of a second. Folium zooms 1,000 circles without a basemap within two
# of them and we, with arrows and outlines of states, within three or four: as a ratio this says which frame a
# figure was rounded to. So a zoom step is counted in frames: so many times folium's, or two more.
FRAME = 1000 / 60


# A machine that is busy with something else slows a page and never hastens it: of the visits by turns the
# best count, and where those fall short, so do the best of as many more, thrice at most.
ROUNDS = 3


@pytest.mark.timed
@pytest.mark.parametrize(("claims", "most", "visits"), [(1_000, 1.5, 8), (10_000, 1.5, 3), (50_000, 1.0, 2)])
def test_opening_and_zooming_keep_pace_with_a_plain_folium_page(
    benchmark: ModuleType,
    browser: Browser,
    tmp_path: Path,
    claims: int,
    most: float,
    visits: int,
) -> None:
    ours: list[float] = [inf, inf]
    theirs: list[float] = [inf, inf]
    for _ in range(ROUNDS):
        found = benchmark.measure(browser, claims, tmp_path, visits, min)
        for best, figures in zip((ours, theirs), found, strict=True):
            best[:] = map(min, best, (figures.load, figures.zoom))
        if _keeps_pace(ours, theirs, most):
            return
    pytest.fail(f"{claims} claims: opened and zoomed in {ours} ms, folium's in {theirs} ms")


def _keeps_pace(ours: list[float], theirs: list[float], most: float) -> bool:
    """Tell whether a page opens in so many times folium's milliseconds, and makes a zoom step so."""
    (load, zoom), (their_load, their_zoom) = ours, theirs
    frames, their_frames = round(zoom / FRAME), round(their_zoom / FRAME)
    return load <= most * their_load and frames <= max(most * their_frames, their_frames + 2)


def test_the_made_up_claims_are_the_same_each_time_and_all_of_them_shown(benchmark: ModuleType) -> None:
    run = benchmark.made_up(500)
    assert run == benchmark.made_up(500)
    assert len({claim.id for claim in run.claims}) == 500
    assert {claim.type for claim in run.claims} == set(benchmark.ClaimType)
    text = benchmark.plain_folium(run)
    assert text.count('"type": "Point"') == 500
    assert "https://cdn" not in text
