"""The page as a reader meets it: from disk, without a network."""

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from geo.maps import PageSettings
from geo.maps.words import Words
from geo.records import Run

from .conftest import payload

if TYPE_CHECKING:
    from tests.maps.conftest import Opener

pytestmark = pytest.mark.browser

# Counts the pixels of a colour on the canvas that carries the marks.
COUNT_PIXELS = """
wanted => {
  const canvas = document.querySelector(".leaflet-marks-pane canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let count = 0;
  for (let at = 0; at < data.length; at += 4) {
    const far = wanted.reduce((sum, value, band) => sum + Math.abs(data[at + band] - value), 0);
    if (far < 12 && data[at + 3] > 200) count += 1;
  }
  return count;
}
"""
MOVEMENT_BLUE = [0x00, 0x72, 0xB2]
CASUALTIES_RED = [0xD5, 0x5E, 0x00]


def pixels(page: Page, color: list[int]) -> int:
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    count = page.evaluate(COUNT_PIXELS, color)
    assert isinstance(count, int)
    return count


def test_the_page_asks_for_nothing_and_complains_of_nothing(run: Run, visit: "Opener") -> None:
    visited = visit(run, PageSettings())
    expect(visited.page.locator("#shown")).to_have_text("4 of 4 shown")
    visited.page.locator(".row").first.click()
    expect(visited.page.locator("#detail")).to_be_visible()
    assert visited.requests == []
    assert visited.complaints == []


def test_the_script_knows_every_slot_of_a_movement_and_a_claim(run: Run, visit: "Opener") -> None:
    page = visit(run).page
    told = json.loads(json.dumps(payload(run, Words.of("en"))))
    movements, claims = page.evaluate("[movements, data.claims]")
    names = [place["name"] for place in told["places"]]
    for own in told["movements"]:  # the script says the names of places
        own["heading"] = re.sub(r"\{(\d+)\}", lambda gap: names[int(gap[1])], own["heading"])
    assert [
        {key: each[key] for key in own} for own, each in zip(told["movements"], movements, strict=True)
    ] == told["movements"]
    assert claims == told["claims"]


def test_arrows_and_marks_are_drawn_and_go_with_their_filter(run: Run, visit: "Opener") -> None:
    page = visit(run).page
    assert pixels(page, MOVEMENT_BLUE) > 300
    assert pixels(page, CASUALTIES_RED) > 10
    page.locator("#types").get_by_label("Movement").uncheck()
    expect(page.locator("#shown")).to_have_text("1 of 4 shown")
    assert pixels(page, MOVEMENT_BLUE) == 0
    assert pixels(page, CASUALTIES_RED) > 10


def test_filters_narrow_the_list_and_reset_widens_it(run: Run, visit: "Opener") -> None:
    page = visit(run).page
    page.get_by_label("Unconfirmed").uncheck()
    expect(page.locator("#shown")).to_have_text("3 of 4 shown")
    page.get_by_label("Undated").uncheck()
    expect(page.locator("#shown")).to_have_text("1 of 4 shown")
    expect(page.locator(".list li:visible")).to_have_count(1)
    page.get_by_role("button", name="Reset").click()
    expect(page.locator("#shown")).to_have_text("4 of 4 shown")
    expect(page.get_by_label("Undated")).to_be_checked()


def test_the_period_is_moved_with_the_keyboard(run: Run, visit: "Opener") -> None:
    page = visit(run).page
    start, end = page.locator("#from"), page.locator("#to")
    expect(page.locator("#from-words")).to_have_text("8 October 2024")
    expect(page.locator("#to-words")).to_have_text("13 October 2024")
    start.focus()
    for _ in range(9):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#from-words")).to_have_text("13 October 2024")
    end.focus()
    page.keyboard.press("Home")
    expect(page.locator("#to-words")).to_have_text("13 October 2024")
    expect(page.locator("#shown")).to_have_text("4 of 4 shown")


def test_a_movement_opens_its_claims_from_the_keyboard_and_closes_again(run: Run, visit: "Opener") -> None:
    page = visit(run).page
    page.locator(".row").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#detail-title")).to_be_focused()
    expect(page.locator(".claim")).to_have_count(2)
    expect(page.locator(".claim").first.locator("mark.slot-quantity")).to_have_text("1,500")
    expect(page.locator("#detail")).to_contain_text(
        "Claims differ on the number: 1,500 people / up to 3,000 people"
    )
    expect(page.locator("#detail")).to_contain_text("Start inferred")
    expect(page.get_by_role("link", name="Open the report").first).to_have_attribute(
        "rel", "noopener noreferrer"
    )
    page.keyboard.press("Escape")
    expect(page.locator("#detail")).to_be_hidden()
    expect(page.locator(".row").first).to_be_focused()


def test_an_arrow_on_the_map_opens_its_claims(run: Run, visit: "Opener") -> None:
    page = visit(run).page
    expect(page.locator("#shown")).to_have_text("4 of 4 shown")
    spot = page.evaluate(
        """() => {
          const [, line] = drawn.flows.find(([movement]) => movement.status === "expected");
          const { x, y } = geoMap.layerPointToContainerPoint(line.middle);
          const frame = geoMap.getContainer().getBoundingClientRect();
          return [x + frame.left, y + frame.top];
        }"""
    )
    page.mouse.move(*spot)
    page.mouse.click(*spot)
    expect(page.locator("#detail-title")).to_have_text("Vladivostok → Kursk Oblast")


def test_a_place_with_several_movements_opens_their_list(run: Run, visit: "Opener") -> None:
    page = visit(run).page
    expect(page.locator("#shown")).to_have_text("4 of 4 shown")
    page.evaluate("showSpot([data.places.findIndex((place) => place.name === 'Vladivostok')])")
    expect(page.locator("#shown")).to_have_text("2 of 4 shown")
    expect(page.locator("#at-place")).to_contain_text("At Vladivostok")
    page.get_by_role("button", name="Show all places again").click()
    expect(page.locator("#shown")).to_have_text("4 of 4 shown")


def test_what_the_map_leaves_out_is_counted_and_opens(run: Run, visit: "Opener") -> None:
    page = visit(run).page
    counts = page.locator(".ledger summary .count").all_inner_texts()
    assert counts == ["1", "3", "1", "0", "1", "1"]
    page.locator("#ledger-unplaced summary").click()
    page.locator("#ledger-unplaced .plain-link").click()
    expect(page.locator("#detail-title")).to_have_text("No place stated")
    page.locator("#ledger-problems summary").click()
    expect(page.locator("#ledger-problems li")).to_contain_text("is not UTF-8")


def test_hostile_words_are_shown_as_typed_and_none_runs(hostile_run: Run, visit: "Opener") -> None:
    hostile = hostile_run.readings[0].document.id
    visited = visit(hostile_run, PageSettings(title=hostile, basemap="none"))
    page = visited.page
    page.locator(".row").first.click()
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    page.mouse.move(700, 400)
    assert page.title() == hostile
    shown = page.evaluate("document.body.textContent")
    for part in ("title", "publisher", "place", "file", "reason", "note", "unit"):
        assert f"{part} {hostile}" in shown
    assert page.locator("h1").first.evaluate("(each) => each.textContent") == hostile
    assert page.locator("img, iframe, #detail a, #sheet a").count() == 0
    assert "javascript:alert(1)" in page.locator("#detail").inner_text()
    assert visited.requests == []
    assert visited.complaints == []


def test_the_policy_stops_a_script_that_gets_in_all_the_same(run: Run, visit: "Opener") -> None:
    visited = visit(run)
    visited.page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.intruded = true";
          document.body.append(script);
          const image = document.createElement("img");
          image.setAttribute("onerror", "window.intruded = true");
          image.src = "https://example.invalid/pixel";
          document.body.append(image);
        }"""
    )
    visited.page.wait_for_timeout(200)
    assert visited.page.evaluate("window.intruded") is None
    assert any("Content Security Policy" in complaint for complaint in visited.complaints)


def test_without_script_the_claims_stand_in_a_table(run: Run, visit: "Opener") -> None:
    page = visit(run, java_script_enabled=False).page
    expect(page.locator("tbody tr")).to_have_count(len(run.claims))
    expect(page.locator("#app")).to_be_hidden()


def test_on_a_phone_the_list_comes_up_from_below(run: Run, visit: "Opener") -> None:
    page = visit(run, viewport={"width": 390, "height": 844}, has_touch=True).page
    expect(page.locator("#list")).to_be_hidden()
    grip = page.get_by_role("button", name="Movements and filters")
    expect(grip).to_have_attribute("aria-expanded", "false")
    grip.tap()
    expect(grip).to_have_attribute("aria-expanded", "true")
    page.locator(".row").first.tap()
    expect(page.locator("#detail")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_dark_and_light_are_the_readers_choice(run: Run, visit: "Opener") -> None:
    page = visit(run, color_scheme="dark").page
    assert pixels(page, [0x56, 0xB4, 0xE9]) > 300
    page.emulate_media(color_scheme="light")
    assert pixels(page, MOVEMENT_BLUE) > 300


def test_an_empty_run_says_so(visit: "Opener") -> None:
    visited = visit(Run((), ()), PageSettings(language="fr"))
    expect(visited.page.locator("#nothing")).to_have_text(
        "Aucune affirmation n’a été trouvée dans ce qui a été lu."
    )
    expect(visited.page.locator("#filters")).to_be_hidden()
    assert visited.complaints == []


def test_the_page_speaks_french(run: Run, visit: "Opener") -> None:
    page = visit(run, PageSettings(language="fr", basemap="none")).page
    expect(page.locator("h1").first).to_have_text("Déploiements rapportés")
    expect(page.locator("#shown")).to_have_text("4 sur 4 affichés")
    expect(page.locator("#from-words")).to_have_text("8 octobre 2024")
