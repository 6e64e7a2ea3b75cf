"""What a reader does with the page: narrows it, plays it, shares the view, and takes something away."""

import csv
import io
import json
import math
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Page, expect

from geo.errors import InputError
from geo.maps import PageSettings, Tiles, render_page
from geo.records import Run

if TYPE_CHECKING:
    from tests.maps.conftest import Opener

pytestmark = pytest.mark.browser


def reopened(page: Page) -> Page:
    """Open the page again under the address that it has now."""
    again = page.context.new_page()
    again.goto(page.url)
    return again


def saved(page: Page, button: str) -> str:
    """Return what a button of the page hands out as a file."""
    page.locator("#takeaway-title").scroll_into_view_if_needed()
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    return Path(download.value.path()).read_text(encoding="utf-8")


def test_counts_follow_the_other_filters(run: Run, visit: "Opener") -> None:
    page = visit(run).page
    casualties = page.locator("#types .check", has_text="Casualties").locator(".count")
    movements = page.locator("#types .check", has_text="Movement").locator(".count")
    expect(movements).to_have_text("3")
    page.get_by_label("Expected").uncheck()
    expect(movements).to_have_text("2")
    page.locator("#types").get_by_label("Movement").uncheck()
    expect(movements).to_have_text("2")
    expect(casualties).to_have_text("1")


def test_a_place_is_asked_for_in_the_list_of_places(run: Run, visit: "Opener") -> None:
    page = visit(run).page
    page.locator("#places-facet summary").click()
    page.locator("#places").get_by_label("Kursk Oblast").check()
    expect(page.locator("#shown")).to_have_text("1 of 4 shown")
    expect(page.locator("#places-chosen")).to_have_text("1")
    page.get_by_role("button", name="Reset").click()
    expect(page.locator("#shown")).to_have_text("4 of 4 shown")


def test_words_are_looked_for_without_case_and_accents(run: Run, visit: "Opener") -> None:
    page = visit(run).page
    page.get_by_label("Words in claims, reports and places").fill("dónetsk INSTRUCTORS")
    expect(page.locator("#shown")).to_have_text("1 of 4 shown")
    page.get_by_label("Words in claims, reports and places").fill(".*(")
    expect(page.locator("#nothing")).to_be_visible()


def test_the_key_filters_when_it_is_clicked(run: Run, visit: "Opener") -> None:
    page = visit(run).page
    casualties = page.locator("#key").get_by_role("button", name="Casualties")
    casualties.click()
    expect(casualties).to_have_attribute("aria-pressed", "false")
    expect(page.locator("#shown")).to_have_text("3 of 4 shown")
    expect(page.locator("#types").get_by_label("Casualties")).not_to_be_checked()


def test_an_address_reopens_the_same_view_with_the_same_claim(run: Run, visit: "Opener") -> None:
    page = visit(run).page
    page.get_by_label("Undated").uncheck()
    page.get_by_label("Words in claims, reports and places").fill("wonsan")
    page.locator(".row").first.click()
    page.locator(".claim").nth(1).get_by_role("button", name="Cite").click()
    claim = run.movements[0].claims[1]
    expect(page).to_have_url(re.compile(f"claim={claim}"))
    again = reopened(page)
    expect(again.locator("#shown")).to_have_text("1 of 4 shown")
    expect(again.get_by_label("Undated")).not_to_be_checked()
    expect(again.locator("#detail-title")).to_be_visible()
    expect(again.locator(".claim[aria-current]")).to_have_count(1)
    expect(again.locator(".claim").nth(1)).to_have_attribute("aria-current", "true")
    assert again.evaluate("[geoMap.getZoom(), geoMap.getCenter()]") == page.evaluate(
        "[geoMap.getZoom(), geoMap.getCenter()]"
    )


@pytest.mark.parametrize(
    "address",
    [
        "type=movement+<img>&status=&from=9999-99-99&to=x&view=9e9/NaN/1&movement=none&claim=__proto__",
        "place=constructor&report=toString&source=%00&at=a&at=b&at=c&words=%5C%28%5B",
        "%%%&&&==&embed=1",
    ],
)
def test_an_address_of_nonsense_breaks_nothing(run: Run, visit: "Opener", address: str) -> None:
    visited = visit(run)
    again = visited.page.context.new_page()
    complaints: list[str] = []
    again.on("pageerror", lambda error: complaints.append(str(error)))
    again.goto(f"{visited.page.url.partition('#')[0]}#{address}")
    again.wait_for_function("drawn.places !== undefined")
    assert complaints == []


def stopped(page: Page) -> Page:
    """Let the page's time pass only when a test says so: a busy machine looks too late for a day."""
    page.clock.install()
    page.clock.pause_at(page.evaluate("Date.now()") + 1000)
    return page


def test_play_goes_through_the_days_and_stops_at_the_end(run: Run, visit: "Opener") -> None:
    page = stopped(visit(run, apart=True).page)
    play = page.locator("#play")
    play.click()
    expect(play).to_have_text("Pause")
    for day in range(8, 14):
        page.clock.run_for(20)  # a frame
        expect(page.locator("#to-words")).to_have_text(f"{day} October 2024")
        expect(page.locator("#from-words")).to_have_text("8 October 2024")
        page.clock.run_for(page.evaluate("STEP_MS"))
    expect(play).to_have_text("Play")


def test_a_window_moves_on_with_both_its_ends(run: Run, visit: "Opener") -> None:
    page = stopped(visit(run, apart=True).page)
    page.locator("#play-mode").select_option("window")
    page.locator("#play").click()
    for day in range(8, 13):
        page.clock.run_for(20)  # a frame
        expect(page.locator("#from-words")).to_have_text(f"{day} October 2024")
        expect(page.locator("#to-words")).to_have_text(f"{day + 1} October 2024")
        page.clock.run_for(page.evaluate("STEP_MS"))
    expect(page.locator("#play")).to_have_text("Play")


def test_what_is_shown_can_be_taken_away(run: Run, visit: "Opener") -> None:
    page = visit(run).page
    page.get_by_label("Unconfirmed").uncheck()
    expect(page.locator("#shown")).to_have_text("3 of 4 shown")
    collection = json.loads(saved(page, "GeoJSON"))
    assert [feature["id"] for feature in collection["features"]] == page.evaluate(
        "listed.map(({ id }) => id)"
    )
    line = collection["features"][0]["geometry"]
    assert (line["type"], line["coordinates"][1]) == ("LineString", [131.8735, 43.1056])
    rows = list(csv.DictReader(io.StringIO(saved(page, "CSV").removeprefix("\ufeff"))))
    assert len(rows) == 3
    assert rows[0]["destination"] == "Vladivostok"
    assert page.evaluate("cell(-17.4) + cell('-17.4')") == "-17.4'-17.4"  # a number is no formula


def test_a_way_across_the_antimeridian_is_cut_in_two(run: Run, visit: "Opener") -> None:
    page = visit(run).page
    way: Any = page.evaluate("wayBetween([170, 10], [-170, 20])")
    assert way == {
        "type": "MultiLineString",
        "coordinates": [[[170, 10], [180, 15]], [[-180, 15], [-170, 20]]],
    }


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@x", "\tx", 'a"b', "a,b"])
def test_no_cell_is_a_formula(run: Run, visit: "Opener", words: str) -> None:
    cell: str = visit(run).page.evaluate("cell", words)
    (found,) = next(csv.reader(io.StringIO(cell)))
    assert not re.match(r"[=+\-@\t\r]", found)
    assert found.removeprefix("'") == words


def test_the_map_is_taken_away_as_a_picture(run: Run, visit: "Opener") -> None:
    page = visit(run).page
    with page.expect_download() as download:
        page.get_by_role("button", name="Picture").click()
    assert Path(download.value.path()).read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


def test_in_a_frame_only_the_map_and_the_claims_are_shown(run: Run, visit: "Opener") -> None:
    page = visit(run).page
    page.evaluate("location.hash = 'embed'")
    expect(page.locator("#sheet")).to_be_hidden()
    expect(page.locator("h1").first).to_be_hidden()
    expect(page.locator(".folium-map")).to_be_visible()


def test_many_arrows_become_bundles_that_open_their_list(run: Run, visit: "Opener") -> None:
    page = visit(run).page
    page.evaluate("window.twice = [...movements, ...movements].filter(({ flow }) => flow.length)")
    arrows: Any = page.evaluate("bundled(twice).map(({ all }) => all?.length)")
    assert arrows == [2, 2]
    page.evaluate("showSpot(movements[0].flow)")
    expect(page.locator("#shown")).to_have_text("1 of 4 shown")
    expect(page.locator("#at-place")).to_contain_text("North Korea → Vladivostok")


def test_what_the_page_is_about_opens_and_closes(run: Run, visit: "Opener") -> None:
    page = visit(run).page
    page.get_by_role("button", name="About this map").click()
    expect(page.locator("#about")).to_contain_text("As of 18 October 2024")
    expect(page.locator("#about")).to_contain_text("The Harbour Gazette (1 report)")
    page.keyboard.press("Escape")
    expect(page.locator("#about")).to_be_hidden()


def test_tiles_are_asked_for_only_where_they_are_wanted(run: Run, visit: "Opener") -> None:
    tiles = Tiles("https://{s}.tiles.example/{z}/{x}/{y}.png", "© <b>Somebody</b>")
    visited = visit(run, PageSettings(tiles=tiles))
    # not until nothing is asked for any more: how long a name of no server is looked up is not ours
    expect(visited.page.locator("img.leaflet-tile").first).to_be_attached()
    visited.page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )
    asked = [address for address in visited.requests if address.startswith("http")]
    assert asked
    assert all(re.match(r"https://[abc]\.tiles\.example/\d+/\d+/\d+\.png", address) for address in asked)
    expect(visited.page.locator(".credit")).to_contain_text(
        "tiles.example, which sees who looks at what. © <b>"
    )
    assert not any("Content Security Policy" in complaint for complaint in visited.complaints)


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "https://a.example/tile.png", "https://a b/{z}/{x}/{y}", "https://x;y/{z}{x}{y}"],
)
def test_what_is_no_address_of_tiles_is_told_in_one_line(url: str) -> None:
    with pytest.raises(InputError, match="is no address of tiles"):
        Tiles(url)


def test_without_tiles_the_policy_names_no_server(run: Run) -> None:
    assert "http" not in re.search(r'Content-Security-Policy" content="([^"]*)"', render_page(run))[1]  # type: ignore[index]


def test_a_long_list_comes_in_pages_and_is_printed_whole(run: Run, visit: "Opener") -> None:
    many = tuple(replace(run.movements[2], id=f"m{n}") for n in range(450))
    page = visit(replace(run, movements=many)).page
    rows = page.locator("#list > li")
    expect(rows).to_have_count(200)
    page.get_by_role("button", name="Show 200 more").click()
    expect(rows).to_have_count(400)
    expect(rows.nth(200).locator("button")).to_be_focused()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("rowCount") == math.inf
    assert rows.count() == page.evaluate("listed.length")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(rows).to_have_count(200)
