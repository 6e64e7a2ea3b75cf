"""The page as a file: whole, harmless, silent on the network, and the same every time."""

import hashlib
import html
import itertools
import json
import os
import pickle
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from geo.errors import NotFoundError
from geo.maps import PageSettings, assets, page_pieces, render_page
from geo.maps.markup import escape, json_block, script_hash
from geo.records import Run

BARE = PageSettings(basemap="none")


class Outline(HTMLParser):
    """What an HTML parser makes of a page: its elements, and the text within scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.title = ""
        self._within = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._within = tag
        if tag == "script":
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._within:
            self._within = ""

    def handle_data(self, data: str) -> None:
        if self._within == "script":
            self.scripts[-1] += data
        elif self._within == "title":
            self.title += data


def block(page: str, block_id: str) -> Any:
    found = re.search(f'<script type="application/json" id="{block_id}">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_hostile_words_add_no_element_and_stay_as_typed(hostile_run: Run, run: Run) -> None:
    hostile = hostile_run.readings[0].document.id
    page = render_page(hostile_run, PageSettings(title=hostile, basemap="none"))
    plain = Outline(render_page(run, BARE))
    attacked = Outline(page)
    count = {tag: 0 for tag, _ in attacked.elements}
    for tag, _ in attacked.elements:
        count[tag] += 1
    assert "img" not in count
    assert len(attacked.scripts) == len(plain.scripts)
    assert attacked.title == hostile
    told = block(page, "geo-data")
    assert told["reports"][0]["title"] == f"title {hostile}"
    assert told["problems"] == [{"file": f"file {hostile}", "reason": f"reason {hostile}"}]
    assert block(page, "geo-claims")[0]["sources"] == [hostile]
    assert html.unescape(re.findall(r"<h1[^>]*>(.*?)</h1>", page)[0]) == hostile


def test_no_template_runs_what_a_report_says(hostile_run: Run) -> None:
    page = render_page(hostile_run, PageSettings(title="{{ 7*191 }}", basemap="none"))
    assert "1337" not in page
    assert "{{ 7*191 }}" in page
    assert "{% x %} {# y #}" in page


def test_the_table_without_script_holds_every_claim(run: Run, hostile_run: Run) -> None:
    table = re.findall(r"<noscript>.*</noscript>", render_page(run, BARE), re.DOTALL)[0]
    assert table.count("<tr>") == 1 + len(run.claims)
    assert "reports/broken.txt: is not UTF-8" in table
    attacked = re.findall(r"<noscript>.*</noscript>", render_page(hostile_run, BARE), re.DOTALL)[0]
    assert "<img" not in attacked
    assert "<script" not in attacked


def test_nothing_in_the_page_is_fetched(run: Run) -> None:
    for tag, attributes in Outline(render_page(run)).elements:
        assert not (tag in {"script", "link", "img", "iframe"} and {"src", "href"} & attributes.keys())
    assert not re.findall(r"url\((?!data:|#default)[^)]*\)", render_page(run))
    assert "@import" not in render_page(run)


def test_the_policy_names_exactly_the_scripts_that_run(run: Run) -> None:
    page = render_page(run, BARE)
    policy = html.unescape(re.findall(r'Content-Security-Policy" content="([^"]*)"', page)[0])
    executed = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert len(executed) == 3
    assert f"script-src {' '.join(map(script_hash, executed))};" in policy
    assert policy.startswith("default-src 'none'; ")
    assert page.index("Content-Security-Policy") < page.index("<title>")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_page_names_its_language_and_lets_everyone_zoom(run: Run, language: str) -> None:
    outline = Outline(render_page(run, PageSettings(language=language, basemap="none")))
    elements = dict(reversed(outline.elements))
    assert elements["html"] == {"lang": language}
    assert "main" in elements
    assert "user-scalable" not in str(outline.elements)


def test_the_credit_and_the_word_on_borders_come_with_the_basemap(run: Run) -> None:
    with_basemap = render_page(run)
    assert "Natural Earth, modified by Visionscarto" in with_basemap
    assert "imply no endorsement" in with_basemap
    assert len(block(with_basemap, "geo-land")["countries"]) > 150
    without = render_page(run, BARE)
    assert "Drawn without a basemap." in without
    assert block(without, "geo-land") is None


def test_the_page_stays_light(run: Run) -> None:
    assert len(render_page(run).encode()) < 450_000


@pytest.mark.parametrize("name", ["10m", "../110m", ""])
def test_a_basemap_that_does_not_exist_is_refused_by_name(run: Run, name: str) -> None:
    with pytest.raises(NotFoundError, match=re.escape(f"no basemap {name!r}; choose one of 110m, 50m, none")):
        render_page(run, PageSettings(basemap=name))


def test_leaflet_keeps_its_notice_and_loses_its_source_map() -> None:
    assert "(c) 2010-2023 Vladimir Agafonkin" in assets.leaflet_script()
    assert "sourceMappingURL" not in assets.leaflet_script()
    assert assets.leaflet_style().count("url(data:image/png;base64,") == 3


def test_an_empty_run_gives_a_page(run: Run) -> None:
    page = render_page(Run((), ()), BARE)
    assert block(page, "geo-data")["movements"] == []
    assert "No claim was found in what was read." in page
    assert "0 movements · 0 claims · 0 reports" in page
    assert len(page) < len(render_page(run, BARE))


def test_text_that_no_file_can_hold_does_not_break_the_page() -> None:
    assert escape("a\ud800b\x00c") == "a\ufffdb\ufffdc"
    assert json_block(["\ud800\u2028<"]) == '["\\ud800\\u2028\\u003c"]'


def test_the_same_run_gives_the_same_bytes_in_every_process(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "run.pickle"
    path.write_bytes(pickle.dumps(run))
    program = (
        "import pickle, sys, geo.maps; "
        "run = pickle.load(open(sys.argv[1], 'rb')); "
        "sys.stdout.buffer.write(geo.maps.render_page(run).encode())"
    )
    found = {hashlib.sha256(render_page(run).encode()).hexdigest()}
    for seed in ("0", "1", "42"):
        made = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", program, str(path)],
            check=True,
            capture_output=True,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        found.add(hashlib.sha256(made.stdout).hexdigest())
    assert len(found) == 1


@pytest.mark.parametrize("name", ["110m", "50m"])
def test_the_basemap_in_the_page_is_the_whole_basemap(name: str) -> None:
    source, page = (json.loads(text or "") for text in (assets.basemap(name), assets.compact_basemap(name)))
    assert len(source["features"]) == len(page["countries"])
    for feature, (code, label, polygons) in zip(source["features"], page["countries"], strict=True):
        assert (feature["properties"]["id"], feature["properties"]["name"]) == (code, label)
        given = feature["geometry"]["coordinates"]
        whole = given if feature["geometry"]["type"] == "MultiPolygon" else [given]
        assert [[unpacked(ring, page["scale"]) for ring in rings] for rings in polygons] == whole


def unpacked(steps: list[int], scale: int) -> list[list[float]]:
    lons, lats = (itertools.accumulate(steps[start::2]) for start in (0, 1))
    return [[lon / scale, lat / scale] for lon, lat in zip(lons, lats, strict=True)]


def test_the_page_comes_in_pieces_of_one_claim(run: Run) -> None:
    pieces = list(page_pieces(run, BARE))
    assert "".join(pieces) == render_page(run, BARE)
    for claim in run.claims:
        assert sum(f'"id":"{claim.id}"' in piece and '"quotes":' in piece for piece in pieces) == 1
    blocks = [piece for piece in pieces if '"quotes":' in piece and "function" not in piece]
    assert len(blocks) == len(run.claims) > 1
