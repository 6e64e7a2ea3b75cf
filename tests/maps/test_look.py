"""What a reader sees: nothing covered, nothing cut off, and every mark explained in the page's language."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import FloatRect, Page, ViewportSize, expect

from geo.maps import PageSettings
from geo.records import (
    Candidate,
    ClaimType,
    Mention,
    Place,
    PlaceKind,
    Reading,
    ReasonKind,
    Run,
    Status,
    Usage,
    reason,
)
from tests.maps.conftest import NORTH_KOREA, VLADIVOSTOK, movement

if TYPE_CHECKING:
    from tests.maps.conftest import Opener, Writer

pytestmark = pytest.mark.browser

WIDE: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}
# How far what is in an element reaches beyond it, pixels.
CLIPPED = "(it) => Math.max(it.scrollWidth - it.clientWidth, it.scrollHeight - it.clientHeight)"
# Names of the map that reach beyond its edge.
CUT = """
() => {
  const map = geoMap.getContainer().getBoundingClientRect();
  return [...document.querySelectorAll(".label")].filter((label) => {
    const box = label.getBoundingClientRect();
    const across = box.left < map.left - 1 || box.right > map.right + 1;
    return across || box.top < map.top - 1 || box.bottom > map.bottom + 1;
  }).map((label) => label.textContent);
}
"""


def box(page: Page, what: str) -> FloatRect:
    found = page.locator(what).bounding_box()
    assert found is not None
    return found


def test_beside_a_wide_map_the_key_lies_open_and_covers_nothing(run: Run, visit: "Opener") -> None:
    page = visit(run, PageSettings(), viewport=WIDE).page
    expect(page.locator("#key-list")).to_be_visible()
    above, key = box(page, ".folium-map"), box(page, "#key")
    assert above["y"] + above["height"] <= key["y"] + 1
    assert page.locator("#key").evaluate(CLIPPED) <= 1
    assert page.evaluate("geoMap.getSize().y") == round(above["height"])


def test_the_key_makes_room_for_the_words_and_comes_back(run: Run, visit: "Opener") -> None:
    page = visit(run, viewport=WIDE).page
    page.locator(".row").first.click()
    expect(page.locator("#key-list")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.locator("#key-list")).to_be_visible()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_on_a_phone_the_key_waits_and_shows_all_of_itself(run: Run, visit: "Opener", language: str) -> None:
    page = visit(run, PageSettings(language=language), viewport=PHONE).page
    expect(page.locator("#key-list")).to_be_hidden()
    page.locator("#key summary").click()
    expect(page.locator("#key-list")).to_be_visible()
    key = box(page, "#key")
    edges = page.locator("#key span").evaluate_all(
        "(all) => all.map((it) => it.getBoundingClientRect().right)"
    )
    assert max(edges) <= key["x"] + key["width"]


def test_the_key_explains_the_marks_that_occur(run: Run, visit: "Opener") -> None:
    page = visit(run, PageSettings(), viewport=WIDE).page
    for text in (
        "start inferred",
        "an arrow’s start or end",
        "somewhere in this area",
        "somewhere in this country",
    ):
        expect(page.locator("#key")).to_contain_text(text)
    expect(page.locator("#key")).not_to_contain_text("number of movements at a place")


def test_losses_have_a_mark_of_their_own_shape(run: Run, visit: "Opener") -> None:
    page = visit(run, viewport=WIDE).page
    expect(page.locator("#key .sample-casualties polygon")).to_have_count(1)
    assert "casualties" in page.evaluate("drawn.shapes.map((shape) => shape.type)")


def test_counts_stay_in_their_column(run: Run, visit: "Opener") -> None:
    page = visit(run, PageSettings(language="fr"), viewport=WIDE).page
    expect(page.locator("#shown")).not_to_be_empty()
    page.evaluate(
        "document.querySelectorAll('.facets .count').forEach((it) => { it.textContent = '12 345'; })"
    )
    reach = page.evaluate(
        "[...document.querySelectorAll('.facets .count')].map((it) => it.getBoundingClientRect().right"
        " - it.closest('fieldset').getBoundingClientRect().right)"
    )
    assert max(reach) <= 1
    edges = [box(page, what) for what in ("#types", "#statuses")]
    assert (
        edges[0]["x"] + edges[0]["width"] <= edges[1]["x"]
        or edges[0]["y"] + edges[0]["height"] <= edges[1]["y"]
    )
    assert page.locator("#sheet").evaluate("(it) => it.scrollWidth - it.clientWidth") <= 0


def scattered(write: "Writer", points: list[tuple[float, float]]) -> Run:
    """Return a run with a presence at each point, latitude first."""
    report = write("Men stood there.", language="en")
    places = [
        Place(f"p{n}", f"Place of number {n}", "RU", PlaceKind.CITY, lat, lon, 5.0)
        for n, (lat, lon) in enumerate(points)
    ]
    claims = tuple(
        report.claim("Men stood there.", "stood", id=f"c{n}", type=ClaimType.PRESENCE, places=(place,))
        for n, place in enumerate(places)
    )
    return Run((Reading(report.document, (), (), claims),), tuple(movement(claim) for claim in claims))


def test_no_name_is_cut_off_at_the_edge(write: "Writer", visit: "Opener") -> None:
    shown = scattered(write, [(lat, lon) for lat in range(-40, 60, 9) for lon in range(-20, 120, 7)])
    page = visit(shown, viewport=WIDE).page
    expect(page.locator(".label").first).to_be_attached()
    assert page.evaluate(CUT) == []


def test_a_phone_shows_the_whole_world_at_once(write: "Writer", visit: "Opener") -> None:
    page = visit(scattered(write, [(19, -120), (5, 10), (43, 150)]), viewport=PHONE).page
    expect(page.locator("#shown")).to_have_text("3 of 3 shown")
    assert page.evaluate("data.places.every(({ lat, lon }) => geoMap.getBounds().contains([lat, lon]))")


def test_skipping_to_the_map_keeps_what_was_chosen(run: Run, visit: "Opener") -> None:
    page = visit(run, viewport=WIDE).page
    page.get_by_label("Casualties").first.uncheck()
    expect(page.locator("#shown")).to_have_text("3 of 4 shown")
    for name, target in (("Skip to the list of movements", "#list"), ("Skip to the map", "#stage")):
        page.get_by_role("link", name=name).focus()
        page.keyboard.press("Enter")
        expect(page.locator(target)).to_be_focused()
    page.wait_for_timeout(300)
    expect(page.locator("#shown")).to_have_text("3 of 4 shown")


def test_where_the_selected_movement_is_filtered_away_the_others_do_not_step_back(
    run: Run, visit: "Opener"
) -> None:
    page = visit(run, viewport=WIDE).page
    faint = "drawn.flows.filter(([, line]) => line.opacity < 0.5).length"
    page.locator(".row", has_text="Donetsk").click()
    expect(page.locator(".label-apart").first).to_be_attached()
    assert page.evaluate(faint) > 0
    page.get_by_label("Casualties").first.uncheck()
    expect(page.locator("#shown")).to_have_text("3 of 4 shown")
    expect(page.locator(".label-apart")).to_have_count(0)
    assert page.evaluate(faint) == 0


def colours(page: Page, what: str) -> set[str]:
    """Return the colours of a canvas that fill more than one pixel in a hundred."""
    found = page.locator(what).evaluate(
        """
        (canvas) => {
          const { width, height } = canvas;
          const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
          const counts = new Map();
          for (let at = 0; at < data.length; at += 4) {
            const color = `${data[at]} ${data[at + 1]} ${data[at + 2]}`;
            counts.set(color, (counts.get(color) ?? 0) + 1);
          }
          return [...counts].filter(([, count]) => count > (width * height) / 100).map(([color]) => color);
        }
        """
    )
    return set(found)


def test_paper_has_a_picture_of_all_that_the_screen_shows(run: Run, visit: "Opener") -> None:
    page = visit(run, PageSettings(), viewport=WIDE, color_scheme="dark").page
    expect(page.locator("#shown")).to_have_text("4 of 4 shown")
    before = page.evaluate("[geoMap.getZoom(), geoMap.getSize(), location.hash]")
    page.evaluate(
        "dispatchEvent(new Event('beforeprint'))"
    )  # as a browser does, before it lays out the sheet
    page.emulate_media(media="print")
    expect(page.locator(".folium-map")).to_be_hidden()
    paper, stage = box(page, ".paper-map"), box(page, "#stage")
    assert stage["x"] <= paper["x"]
    assert paper["x"] + paper["width"] <= stage["x"] + stage["width"] + 1
    assert {"223 231 236", "248 246 241"} <= colours(page, ".paper-map")  # sea and land, in daylight
    assert page.locator("#key").evaluate(CLIPPED) <= 1
    assert box(page, "#key")["width"] >= stage["width"] - 4
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".paper-map")).to_have_count(0)
    page.wait_for_timeout(300)
    assert page.evaluate("[geoMap.getZoom(), geoMap.getSize(), location.hash]") == before


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_the_list_of_a_place_is_in_sight(run: Run, visit: "Opener", size: ViewportSize) -> None:
    page = visit(run, viewport={"width": size["width"], "height": 500}).page
    page.evaluate("showSpot([data.places.findIndex((place) => place.name === 'Vladivostok')])")
    expect(page.locator("#at-place")).to_be_in_viewport(ratio=1)


def test_the_number_of_the_undated_follows_the_other_filters(run: Run, visit: "Opener") -> None:
    page = visit(run, viewport=WIDE).page
    undated = page.locator("#undated-row .count")
    expect(undated).to_have_text("3")
    page.get_by_label("Casualties").first.uncheck()
    expect(undated).to_have_text("2")


def test_a_short_arrow_is_brought_close_enough_to_be_seen(run: Run, visit: "Opener") -> None:
    near = replace(VLADIVOSTOK, id="ussuriysk", name="Ussuriysk", lat=43.8)
    (reading,) = run.readings
    short = replace(reading.claims[0], destination=near, origin=VLADIVOSTOK)
    claims = (short, *reading.claims[1:])
    told = Run((replace(reading, claims=claims),), tuple(movement(claim) for claim in claims))
    page = visit(told, viewport=WIDE).page
    ends = "data.movements.find(({ id }) => id === movements[state.selected].id).flow.map(latLngOf)"
    apart = f"(([a, b]) => geoMap.latLngToLayerPoint(a).distanceTo(geoMap.latLngToLayerPoint(b)))({ends})"
    page.locator(".row").first.click()
    expect(page.locator("#detail-title")).to_have_text("Vladivostok → Ussuriysk")
    assert page.evaluate(apart) >= 40


def test_why_a_place_was_chosen_is_told_in_the_language_of_the_page(run: Run, visit: "Opener") -> None:
    (reading,) = run.readings
    sailed = reading.claims[0]
    why = (
        reason(ReasonKind.PEOPLE, 5.78, n=604901),
        reason(ReasonKind.WHOLE_NAME, 3.0, place_kind=PlaceKind.CITY),
        reason(ReasonKind.COUNTRY_NAMED, 1.71, share=0.57, country="RU"),
    )
    candidates = (Candidate(VLADIVOSTOK, reasons=why), Candidate(NORTH_KOREA))
    (span,) = sailed.place_spans
    mention = Mention(span, "Vladivostok", Usage.LOCATIVE, VLADIVOSTOK, candidates)
    notes = (reason(ReasonKind.STATUS_OWN_WORD, status=Status.CONFIRMED),)
    claims = (replace(sailed, notes=notes), *reading.claims[1:])
    told = replace(run, readings=(replace(reading, mentions=(mention,), claims=claims),))
    page = visit(told, PageSettings(language="fr", basemap="none"), viewport=WIDE).page
    page.locator(".row").first.click()
    card = page.locator(".claim").first
    card.locator(".placed summary").click()
    assert card.locator(".placed ul ul li").all_inner_texts() == [
        "population\u00a0: 604\u202f901 (+5,78)",
        "le nom entier est celui d’un lieu de ce genre\u00a0: ville ou localité (+3,00)",
        "57\u00a0% de ce que l’article nomme se trouve dans ce pays\u00a0: Russie (+1,71)",
    ]
    expect(card.locator(".placed")).to_contain_text("Corée du Nord, pays")
    expect(card.locator(".note")).to_have_text("certitude\u00a0: confirmé, car une partie le dit elle-même")


def test_states_are_called_as_in_the_language_of_the_page(run: Run, visit: "Opener") -> None:
    for language, name in (("en", "North Korea"), ("fr", "Corée du Nord")):
        page = visit(run, PageSettings(language=language), viewport=WIDE).page
        expect(page.locator(".row-heading").first).to_have_text(f"{name} → Vladivostok")
        expect(page.locator(".label", has_text=re.compile(f"^{name}"))).to_have_count(1)
        page.locator(".row").first.click()
        expect(page.locator("#detail-title")).to_have_text(f"{name} → Vladivostok")
