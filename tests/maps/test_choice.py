"""A page of more claims than a browser opens well: what it shows, what it says of it, what stays whole."""

import datetime as dt
import importlib.util
import re
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from geo.maps import PageSettings, render_page
from geo.maps.choice import MOST_CLAIMS, choose
from geo.maps.fallback import claims_table
from geo.maps.payload import whole
from geo.maps.words import Words
from geo.records import Claim, Disagreement, DisagreementKind, Movement, Run

from .conftest import Opener, payload

ROOT = Path(__file__).parents[2]
ENGLISH, FRENCH = Words.of("en"), Words.of("fr")
CAP = 12


@pytest.fixture(scope="module")
def made_up() -> Run:
    """Return twenty made-up claims, each a movement of its own."""
    spec = importlib.util.spec_from_file_location("benchmarks_page", ROOT / "benchmarks" / "page.py")
    assert spec
    assert spec.loader
    module: ModuleType = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    run: Run = module.made_up(20)
    return run


def moved(run: Run, sources: dict[str, int]) -> Run:
    """Return the run with movements of one claim each, of which some have more sources than one."""
    told = [replace(m, independent_sources=sources.get(m.id, 1)) for m in whole(replace(run, movements=()))]
    return replace(run, movements=tuple(told))


def last_day(run: Run, claim_id: str) -> dt.date:
    (claim,) = (claim for claim in run.claims if claim.id == claim_id)
    assert claim.time
    assert claim.time.end
    return claim.time.end


# --- what is chosen --------------------------------------------------------------------------------


def test_a_run_that_fits_is_shown_as_it_is(samples: Run) -> None:
    assert choose(samples) is samples
    assert choose(samples, len(samples.claims)) is samples
    assert payload(samples, ENGLISH)["whole"] is None
    for language in ("en", "fr"):
        page = render_page(samples, PageSettings(language=language, basemap="none"))
        assert 'id="partial"' not in page
        assert '<strong class="share"></strong>' in page


def test_movements_are_whole_and_their_claims_no_more_than_there_is_room_for(samples: Run) -> None:
    assert {len(movement.claims) for movement in samples.movements} > {1}
    for most in range(len(samples.claims)):
        part = choose(samples, most)
        kept = {claim.id for claim in part.claims}
        assert len(part.claims) <= most
        assert all(kept.issuperset(movement.claims) for movement in part.movements)
        assert all(movement in part.movements for movement in samples.movements if kept & {*movement.claims})
        assert len(part.claims) > most - max(len(movement.claims) for movement in samples.movements)


def test_those_with_most_sources_come_first_then_the_newest_then_the_undated(made_up: Run) -> None:
    by_day = sorted(made_up.claims, key=lambda claim: last_day(made_up, claim.id))
    oldest, newest = by_day[0].id, by_day[-1].id
    run = moved(made_up, {oldest: 3})
    assert {claim.id for claim in choose(run, 2).claims} == {oldest, newest}
    undated = replace(run, movements=tuple(undate(m) if m.id == newest else m for m in run.movements))
    assert newest not in {claim.id for claim in choose(undated, 19).claims}
    assert {claim.id for claim in choose(undated, 2).claims} == {oldest, by_day[-2].id}


def undate(movement: Movement) -> Movement:
    return replace(movement, time=None)


def test_a_movement_that_finds_no_room_leaves_it_to_the_next(made_up: Run) -> None:
    first, *_ = moved(made_up, {}).movements
    large = replace(first, claims=ids(made_up)[:15], independent_sources=9)
    run = replace(made_up, movements=(large,))
    assert len(choose(run, 4).claims) == 4
    assert set(ids(choose(run, 4))).isdisjoint(large.claims)
    assert ids(choose(run, 15)) == large.claims


def ids(run: Run) -> tuple[str, ...]:
    return tuple(claim.id for claim in run.claims)


def test_the_same_run_in_another_order_is_cut_alike(samples: Run) -> None:
    turned = replace(samples, readings=samples.readings[::-1], movements=samples.movements[::-1])
    assert set(ids(choose(turned, CAP))) == set(ids(choose(samples, CAP)))
    assert ids(choose(samples, CAP)) == tuple(i for i in ids(samples) if i in ids(choose(samples, CAP)))


def test_what_a_person_refused_and_files_that_were_not_read_stay(samples: Run) -> None:
    refused: Claim = samples.claims[0]
    with_refused = tuple(
        replace(r, claims=(), rejected=(refused,)) if refused in r.claims else r for r in samples.readings
    )
    run = replace(samples, readings=with_refused, movements=())
    told = payload(choose(run, 3), ENGLISH, run)
    assert [each["text"] for each in told["rejected"]] == [refused.evidence[0].quote]
    assert len(told["reports"]) <= 4
    assert told["problems"] == payload(run, ENGLISH)["problems"]


# --- what is told of the whole ---------------------------------------------------------------------


def test_the_counts_of_the_whole_stay_right(samples: Run) -> None:
    told, everything = payload(choose(samples, CAP), ENGLISH, samples), payload(samples, ENGLISH)
    assert told["whole"] == {
        name: len(everything[name]) for name in ("movements", "unplaced", "undated", "names", "reports")
    }
    assert len(told["claims"]) <= CAP < len(everything["claims"])
    claims_of = {report["id"]: report["claims"] for report in everything["reports"]}
    assert all(report["claims"] == claims_of[report["id"]] for report in told["reports"])


def test_a_relation_to_a_movement_that_is_not_shown_leads_nowhere(samples: Run) -> None:
    related = [movement for movement in samples.movements if movement.relations]
    assert related, "no sample report tells of a part"
    first, other = related[0], related[0].relations[0].movement
    run = replace(samples, movements=tuple(m for m in samples.movements if m.id != other))
    (told,) = (m for m in payload(run, ENGLISH)["movements"] if m["id"] == first.id)
    assert None in [each["movement"] for each in told["related"]]


def test_what_a_claim_that_is_not_shown_says_otherwise_is_told(made_up: Run) -> None:
    run = moved(made_up, {})
    first, other = run.movements[:2]
    kinds = (DisagreementKind.PLACE, DisagreementKind.QUANTITY)
    differs = tuple(Disagreement(kind, (*first.claims, *other.claims), (), other.claims) for kind in kinds)
    part = replace(
        run, movements=(replace(first, independent_sources=2, disagreements=differs), *run.movements[1:])
    )
    (told,) = payload(choose(part, 1), ENGLISH, part)["movements"]
    by_place, by_number = told["disagreements"]
    assert by_place["claims"] == by_number["claims"] == [0]
    far = other.destination or other.places[0]
    assert by_place["values"][0].startswith("{")
    assert far.name in by_place["values"][1]
    said = [ENGLISH.quantity(movement.quantity) for movement in (first, other)]
    assert by_number["values"] == list(dict.fromkeys(said))


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "This page shows {0} of {1} claims, in {2} of {3} movements: "),
        ("fr", "Cette page montre {0} des {1} affirmations, dans {2} des {3} mouvements\u00a0: "),
    ],
)
def test_the_page_says_how_much_it_shows_and_where_the_whole_is(
    samples: Run, language: str, says: str
) -> None:
    part = choose(samples, CAP)
    page = render_page(samples, PageSettings(language=language, basemap="none", most_claims=CAP))
    (notice,) = re.findall(r'<p class="partial" id="partial" role="note">(.*?)</p>', page)
    figures = len(part.claims), len(samples.claims), len(whole(part)), len(whole(samples))
    assert notice.startswith(says.format(*figures))
    for file in ("deployments.gpkg", "claims.parquet", "claims.jsonl"):
        assert file in notice
        assert (ROOT / "maps" / file).is_file()
    (summary,) = re.findall(r'<p class="summary">(.*?) <button', page)
    whole_page = render_page(samples, PageSettings(language=language, basemap="none"))
    assert [summary] == re.findall(r'<p class="summary">(.*?) <button', whole_page)


def test_the_table_without_scripts_says_what_scripts_would_show(
    made_up: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.maps.fallback._MOST_ROWS", 5)
    told = claims_table(made_up, ENGLISH, 7)
    assert "The first 5 claims are in this table." in told
    assert "show 7 of the 20 claims" in told
    assert "montrent 7 des 20 affirmations" in claims_table(made_up, FRENCH, 7)
    assert "The other 15 are on the map" in claims_table(made_up, ENGLISH, 20)


def test_a_page_shows_as_many_claims_as_the_suite_opens() -> None:
    assert MOST_CLAIMS == 50_000  # tests/maps/test_speed.py opens a page of so many
    assert PageSettings().most_claims == MOST_CLAIMS


# --- in a browser ----------------------------------------------------------------------------------


@pytest.fixture(params=[(1280, 800), (390, 844)], ids=["wide", "phone"])
def viewport(request: pytest.FixtureRequest) -> dict[str, int]:
    width, height = request.param
    return {"width": width, "height": height}


@pytest.mark.browser
def test_the_notice_is_seen_and_the_list_tells_of_the_whole(
    samples: Run, visit: Opener, viewport: dict[str, int]
) -> None:
    part = choose(samples, CAP)
    page = visit(samples, PageSettings(basemap="none", most_claims=CAP), viewport=viewport).page
    box = page.locator("#partial").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= viewport["width"]
    assert 0 < box["y"] < box["y"] + box["height"] < viewport["height"] / 2
    stage = page.locator("#stage").bounding_box()
    assert stage
    assert stage["height"] > viewport["height"] / 2
    shown, total = len(whole(part)), len(whole(samples))
    assert page.locator("#shown").text_content() == f"{shown} of {total} shown"
    reports = page.locator("#ledger-reports")
    assert reports.locator(".count").text_content() == str(len(samples.readings))
    told = reports.text_content() or ""
    assert f"{len(part.readings)} of {len(samples.readings)} are on this page" in told


@pytest.mark.browser
def test_in_a_frame_the_foot_of_the_map_says_it(samples: Run, visit: Opener) -> None:
    page = visit(samples, PageSettings(basemap="none", most_claims=CAP)).page
    assert not page.locator(".share").is_visible()
    page.evaluate("() => { location.hash = '#embed'; }")
    page.locator(".share").wait_for(state="visible")
    assert page.locator(".share").text_content() == f"{CAP} of {len(samples.claims)} claims shown."
