"""The page where others put it: within another page, on paper, and in a browser without scripts."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from geo.maps import PageSettings, render_page
from geo.records import Run

if TYPE_CHECKING:
    from tests.maps.conftest import Opener

pytestmark = pytest.mark.browser

# Says whether a canvas of the pane that carries the marks holds any colour at all.
IS_DRAWN = """
() => {
  const canvas = document.querySelector(".leaflet-marks-pane canvas");
  if (!canvas || !canvas.width) return false;
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return data.some((value) => value > 0);
}
"""
A4 = {"width": 794, "height": 1123}  # CSS pixels

Frame = Callable[[str], tuple[Page, FrameLocator, list[str]]]


@pytest.fixture
def frame(run: Run, browser: Browser, tmp_path: Path) -> Iterator[Frame]:
    """Open the page within a page from disk; what both complain of and ask for is noted."""
    context = browser.new_context(offline=True, viewport={"width": 1300, "height": 900})
    (tmp_path / "map.html").write_text(render_page(run), encoding="utf-8")

    def put_in(attributes: str) -> tuple[Page, FrameLocator, list[str]]:
        parent = tmp_path / "parent.html"
        parent.write_text(
            "<!DOCTYPE html><title>Parent</title>"
            f'<iframe src="map.html" title="Map" width="1200" height="800" {attributes}></iframe>',
            encoding="utf-8",
        )
        page = context.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("requestfailed", lambda request: complaints.append(f"asked for {request.url}"))
        page.goto(parent.as_uri())
        return page, page.frame_locator("iframe"), complaints

    yield put_in
    context.close()


@pytest.mark.parametrize("attributes", ["", 'sandbox="allow-scripts"'], ids=["plain", "sandboxed"])
def test_within_another_page_it_draws_and_opens_a_movement(frame: Frame, attributes: str) -> None:
    page, inner, complaints = frame(attributes)
    expect(inner.locator("#shown")).to_have_text("4 of 4 shown")
    inner.locator(".row").first.click()
    expect(inner.locator("#detail-title")).to_be_focused()
    page.frames[1].wait_for_function(IS_DRAWN)
    page.keyboard.press("Escape")
    expect(inner.locator("#detail")).to_be_hidden()
    assert complaints == []
    assert page.evaluate("scrollY") == 0


def on_paper(page: Page) -> None:
    """Make the page as it is while a print dialog is open."""
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def test_on_paper_stand_the_map_every_movement_and_what_is_left_out(run: Run, visit: "Opener") -> None:
    visited = visit(run, PageSettings(), viewport=A4)
    page = visited.page
    on_paper(page)
    assert page.evaluate(IS_DRAWN)
    expect(page.locator(".list li:visible")).to_have_count(4)
    expect(page.locator("#filters")).to_be_hidden()
    expect(page.locator("#ledger-problems li")).to_be_visible()
    for item in (".stage", ".list li >> nth=-1", ".credit", "#key-list"):
        expect(page.locator(item)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= A4["width"]
    boxes = [page.locator(item).bounding_box() for item in (".masthead", ".stage", "#sheet")]
    edges = [(box["y"], box["y"] + box["height"]) for box in boxes if box]
    assert [top for top, _ in edges] == sorted(top for top, _ in edges)
    assert all(above <= below + 1 for (_, above), (below, _) in pairwise(edges))
    assert visited.complaints == []


def test_on_paper_dark_becomes_light(run: Run, visit: "Opener") -> None:
    page = visit(run, PageSettings(), viewport=A4, color_scheme="dark").page
    on_paper(page)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.row-heading')).color") == "rgb(26, 31, 37)"
    )


def test_on_paper_a_selected_movement_comes_with_its_claims(run: Run, visit: "Opener") -> None:
    page = visit(run, viewport={"width": 1280, "height": 800}).page
    page.locator(".row").first.click()
    page.set_viewport_size({"width": A4["width"], "height": A4["height"]})
    on_paper(page)
    expect(page.locator(".claim")).to_have_count(2)
    expect(page.locator(".claim").last).to_be_visible()
    expect(page.locator("#close")).to_be_hidden()
    clipped = page.evaluate(
        "(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(document.getElementById('detail'))"
    )
    assert clipped <= 1


def test_printing_gives_pages_and_leaves_the_screen_as_it_was(run: Run, visit: "Opener") -> None:
    visited = visit(run, PageSettings())
    page = visited.page
    before = page.evaluate("[...document.querySelectorAll('details')].map((each) => each.open)")
    size = page.evaluate("geoMap.getSize()")
    printed = page.pdf(format="A4", print_background=True)
    assert printed.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) >= 1
    expect(page.locator("html:not(.printed)")).to_have_count(1)
    assert page.evaluate("[...document.querySelectorAll('details')].map((each) => each.open)") == before
    assert page.evaluate("geoMap.getSize()") == size
    assert page.evaluate(IS_DRAWN)
    assert visited.complaints == []


def test_a_list_longer_than_a_sheet_goes_on_upon_the_next(run: Run, visit: "Opener") -> None:
    def sheets(shown: Run) -> int:
        return len(re.findall(rb"/Type\s*/Page\b", visit(shown).page.pdf(format="A4")))

    (reading,) = run.readings
    again = (replace(claim, id=f"{claim.id}-{copy}") for copy in range(12) for claim in reading.claims)
    longer = Run((replace(reading, claims=tuple(again)),), ())
    assert sheets(longer) > sheets(run)


@pytest.mark.parametrize(
    ("language", "heading"), [("en", "Reported deployments"), ("fr", "Déploiements rapportés")]
)
def test_without_script_the_page_still_tells_all_that_was_read(
    run: Run, visit: "Opener", language: str, heading: str
) -> None:
    settings = PageSettings(language=language)
    visited = visit(run, settings, java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = visited.page
    expect(page.locator("main:visible")).to_have_count(1)
    expect(page.locator("h1:visible")).to_have_text(heading)
    expect(page.locator(".skip:visible")).to_have_count(0)
    shown = page.locator("main.plain").inner_text()
    for claim in run.claims:
        assert all(evidence.quote in shown for evidence in claim.evidence)
    assert "Ships seen leaving Wonsan" in shown
    assert "reports/broken.txt" in shown
    assert visited.requests == []
    assert visited.complaints == []


def test_without_script_the_table_can_be_printed(run: Run, visit: "Opener") -> None:
    page = visit(run, java_script_enabled=False).page
    page.emulate_media(media="print")
    expect(page.locator("tbody tr >> nth=-1")).to_be_visible()
    assert page.pdf(format="A4").startswith(b"%PDF-")


def test_without_script_and_claims_it_says_so(visit: "Opener") -> None:
    page = visit(Run((), ()), java_script_enabled=False).page
    expect(page.locator("main.plain")).to_contain_text("No claim was found in what was read.")
