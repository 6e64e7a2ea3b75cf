"""The page as axe-core judges it: no violation in any state, in light and dark, wide and narrow."""

from collections.abc import Callable
from importlib import resources
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from geo.maps import PageSettings
from geo.records import Run

if TYPE_CHECKING:
    from tests.maps.conftest import Opener

pytestmark = pytest.mark.browser

# Evaluated from outside, as a person would in the console: the page's policy lets no script tag in, and is
# itself part of what is tested, so that it is not bypassed.
AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")

# Every rule that axe runs by default, best practices among them; what it finds is told with its elements.
RUN_AXE = """
async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target}: ${failureSummary}`));
}
"""

WIDE, PHONE = (1280, 800), (390, 844)
SIZES = [pytest.param(WIDE, id="wide"), pytest.param(PHONE, id="phone")]
LIGHTS = ["light", "dark"]


def violations(page: Page) -> list[str]:
    """Return what axe finds once the page has drawn what it shows."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.evaluate(AXE)
    found = page.evaluate(RUN_AXE)
    assert isinstance(found, list)
    return found


def as_opened(page: Page) -> None:
    expect(page.locator("#shown")).not_to_be_empty()


def list_up(page: Page) -> None:
    """Bring the list up from below where it is hidden."""
    grip = page.locator("#grip")
    if grip.is_visible():
        grip.click()
    expect(page.locator("#list")).to_be_visible()


def movement_selected(page: Page) -> None:
    list_up(page)
    page.locator(".row").first.click()
    expect(page.locator("#detail")).to_be_visible()


def everything_unfolded(page: Page) -> None:
    list_up(page)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")


def one_place(page: Page) -> None:
    page.evaluate("showSpot([data.places.findIndex((place) => place.name === 'Vladivostok')])")
    expect(page.locator("#at-place")).to_be_visible()


def nothing_passes(page: Page) -> None:
    list_up(page)
    page.evaluate("document.getElementById('filters').open = true")
    for box in page.locator("#types input").all():
        box.uncheck()
    expect(page.locator("#nothing")).to_be_visible()


STATES = [as_opened, list_up, movement_selected, everything_unfolded, one_place, nothing_passes]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("light", LIGHTS)
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_axe_finds_nothing(
    run: Run, visit: "Opener", state: Callable[[Page], None], light: str, size: tuple[int, int]
) -> None:
    width, height = size
    page = visit(run, PageSettings(), viewport={"width": width, "height": height}, color_scheme=light).page
    state(page)
    assert violations(page) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("light", LIGHTS)
@pytest.mark.parametrize("state", [as_opened, movement_selected], ids=lambda state: state.__name__)
def test_axe_finds_nothing_in_french(
    run: Run, visit: "Opener", state: Callable[[Page], None], light: str, size: tuple[int, int]
) -> None:
    width, height = size
    settings = PageSettings(language="fr")
    page = visit(run, settings, viewport={"width": width, "height": height}, color_scheme=light).page
    state(page)
    assert violations(page) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("light", LIGHTS)
@pytest.mark.parametrize("state", [as_opened, everything_unfolded], ids=lambda state: state.__name__)
def test_axe_finds_nothing_where_a_part_is_shown(
    run: Run, visit: "Opener", state: Callable[[Page], None], light: str, size: tuple[int, int]
) -> None:
    width, height = size
    settings = PageSettings(most_claims=len(run.claims) - 1)
    page = visit(run, settings, viewport={"width": width, "height": height}, color_scheme=light).page
    expect(page.locator("#partial")).to_be_visible()
    state(page)
    assert violations(page) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("light", LIGHTS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_axe_finds_nothing_where_nothing_was_read(
    visit: "Opener", language: str, light: str, size: tuple[int, int]
) -> None:
    width, height = size
    settings = PageSettings(language=language)
    page = visit(Run((), ()), settings, viewport={"width": width, "height": height}, color_scheme=light).page
    expect(page.locator("body.empty")).to_be_attached()
    assert violations(page) == []
