"""The whole way: from files to every output, the same bytes each time."""

import datetime as dt
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from geo import outputs, pipeline
from geo.records import Run, Status

ROOT = Path(__file__).parents[1]
HOSTILE = "{{ 7*7 }} {% x %} <img src=x onerror=alert(1)> ${7*7} </script>"
REPORT = "Du 8 au 13 octobre, 1.500 soldats nord-coréens ont été envoyés à Vladivostok, selon le NIS."


def geo(*words: str, seed: str = "0", cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "geo", *words],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def contents(folder: Path) -> dict[str, bytes]:
    """Return the outputs in a folder; the store counts what was read when, and is none."""
    paths = (path for path in sorted(folder.iterdir()) if "store.sqlite" not in path.name)
    return {path.name: path.read_bytes() for path in paths}


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_committed_maps_are_what_the_code_makes_under_any_hash_seed(tmp_path: Path, seed: str) -> None:
    assert geo("map", "--output", str(tmp_path), seed=seed).returncode == 0
    assert contents(ROOT / "maps") == contents(tmp_path)


def test_a_date_supplied_beside_the_files_resolves_what_was_open(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    before = pipeline.run([tmp_path])
    (tmp_path / "reports.csv").write_text("file,published\na.txt,2024-10-21\n", encoding="utf-8")
    after = pipeline.run([tmp_path])
    assert [c.time and c.time.edtf for c in before.claims] == ["XXXX-10-08/XXXX-10-13"]
    assert [c.time and c.time.edtf for c in after.claims] == ["2024-10-08/2024-10-13"]


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "gold").glob("*.json")), ids=lambda p: p.stem)
def test_a_date_that_comes_later_gives_what_reading_the_dated_report_gives(path: Path) -> None:
    document = pipeline.document_of(json.loads(path.read_text(encoding="utf-8")))
    day = document.published or dt.date(2024, 10, 21)
    open_reading = pipeline.read_document(replace(document, published=None))
    assert pipeline.dated(open_reading, day) == pipeline.read_document(replace(document, published=day))


def test_the_order_of_reports_does_not_change_the_movements() -> None:
    readings, _ = pipeline.read([ROOT / "seeds"])
    forwards, backwards = pipeline.assemble(readings), pipeline.assemble(readings[::-1])
    assert forwards.movements == backwards.movements


def test_every_claim_is_in_exactly_one_movement_and_counted(samples: Run) -> None:
    joined = [claim for movement in samples.movements for claim in movement.claims]
    assert sorted(joined) == sorted(claim.id for claim in samples.claims)
    assert len(set(joined)) == len(joined)
    rendered = outputs.render(samples)
    drawn = {
        feature["properties"]["claim_id"] for feature in json.loads(rendered["claims.geojson"])["features"]
    }
    without = set(json.loads(rendered["run.json"])["claims_without_place"])
    assert drawn | without == {claim.id for claim in samples.claims}
    assert not drawn & without


def test_a_report_that_repeats_another_adds_no_source(samples: Run) -> None:
    of_claim = {claim.id: claim for claim in samples.claims}
    repeated = [
        movement
        for movement in samples.movements
        if {"fr-vladivostok-transfert", "fr-vladivostok-reprise"} <= set(movement.reports)
    ]
    assert repeated
    for movement in repeated:
        sources = {tuple(s.text for s in of_claim[c].attribution) for c in movement.claims}
        assert movement.independent_sources <= len(sources)


def test_hostile_text_stays_text_in_every_output(tmp_path: Path) -> None:
    row = {
        "id": "h",
        "text": f"Des soldats russes sont arrivés à Koursk, selon {HOSTILE}. {REPORT}",
        "title": HOSTILE,
        "publisher": HOSTILE,
        "url": "javascript:alert(1)",
        "language": "fr",
    }
    (tmp_path / "h.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    run = pipeline.run([tmp_path])
    files = outputs.render(run, outputs.Settings(title=HOSTILE))
    assert "49" not in {claim.attribution[0].text for claim in run.claims if claim.attribution}
    for name in (n for n in files if n.endswith((".geojson", ".json"))):
        json.loads(files[name])
    for name in (n for n in files if n.endswith(".jsonl")):
        assert all(json.loads(line) for line in files[name].splitlines())
        assert files[name] or name == "itineraries.jsonl"  # one report tells of no journey
    assert "<img src=x" not in files["index.html"]
    titles = [f["properties"]["title"] for f in json.loads(files["claims.geojson"])["features"]]
    assert titles
    assert set(titles) == {HOSTILE}


def test_reports_in_a_language_without_a_pack_still_give_their_places() -> None:
    readings, problems = pipeline.read([ROOT / "seeds" / "uk-kurshchyna-poloneni.md"])
    assert [bool(r.mentions) for r in readings] == [True]
    assert [(p.left_out, "uk" in p.reason) for p in problems] == [(False, True)]


@pytest.mark.parametrize("status", [Status.DENIED, Status.EXPECTED, Status.UNCONFIRMED, Status.CONFIRMED])
def test_the_samples_show_each_status(samples: Run, status: Status) -> None:
    assert any(movement.status is status for movement in samples.movements)


@pytest.mark.browser
def test_a_hostile_report_appears_as_it_was_written_and_asks_nothing(
    tmp_path: Path, browser: Browser
) -> None:
    text = f"Des soldats russes sont arrivés à Koursk le 3 mai 2024, selon {HOSTILE}"
    front = f"---\ntitle: {HOSTILE}\npublisher: {HOSTILE}\nlanguage: fr\n---\n"
    (tmp_path / "h.md").write_text(front + text, encoding="utf-8")
    assert geo("map", str(tmp_path), "--output", str(tmp_path / "out"), "--title", HOSTILE).returncode == 0
    page = browser.new_context(offline=True).new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.goto((tmp_path / "out" / "index.html").as_uri())
    page.locator("#list button, .movement").first.click()
    words = page.locator("body").inner_text()
    assert words.count(HOSTILE) >= 3  # the page's title, the sentence, and the report's title or publisher
    assert page.title() == HOSTILE
    assert [url for url in asked if not url.startswith(("data:", "file:"))] == []
    assert len([url for url in asked if url.startswith("file:")]) == 1
    assert said == []
