"""How long the page takes to open and to zoom, beside a plain folium page: 1,000, 10,000 and 50,000 claims.

The claims are made up: one movement each, among 400 places, some with two ends, some with one, some losses.
The page is the one that ``geo map`` writes, with its list, filters and outlines of states. The folium page
has a circle for each claim's place, with the claim's words as properties, on a canvas and without tiles;
since it would fetch Leaflet from a network, the same Leaflet is put into it.

Both are opened in headless Chromium (GEO_CHROMIUM, or chromium on the PATH), by turns, and the median is
told. Opening lasts from the start of the navigation, a zoom step from the call, both until the second frame
after the last one in which something was drawn on a canvas. ``python benchmarks/page.py`` prints the table.
"""

import argparse
import datetime as dt
import json
import os
import random
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import folium
from playwright.sync_api import Browser, sync_playwright

from geo.maps import assets, render_page
from geo.records import (
    Actor,
    Basis,
    Claim,
    ClaimType,
    Document,
    Evidence,
    Place,
    PlaceKind,
    Precision,
    Quantity,
    Reading,
    Run,
    Source,
    Span,
    Status,
    TimeExpression,
)

SIZES = (1_000, 10_000, 50_000)
TIMES = 3
_PLACES, _PER_REPORT = 400, 5
_FIRST, _DAYS = dt.date(2023, 1, 1), 700
_KINDS = (*[ClaimType.MOVEMENT] * 5, ClaimType.SUPPLY, *[ClaimType.PRESENCE] * 3, ClaimType.CASUALTIES)
_STATUSES = (*[Status.REPORTED] * 6, Status.CONFIRMED, Status.UNCONFIRMED, Status.EXPECTED, Status.DENIED)
_VIEW = {"width": 1280, "height": 800}

# Counts frames and notes in which one a canvas was last drawn on: every canvas layer of Leaflet is cleared
# before it is drawn. Nothing in it asks for how a page draws.
_WATCH = """
(() => {
  const QUIET = 20; // frames without drawing after which a page has done what it had to do
  const watch = { frames: [], drawn: -1 };
  for (const name of ["clearRect", "drawImage"]) {
    const plain = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function (...values) {
      watch.drawn = watch.frames.length;
      return plain.apply(this, values);
    };
  }
  const tick = () => {
    watch.frames.push(performance.now());
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  // What is drawn while n frames are counted is drawn before frame n begins: that is the first one after it.
  const settled = (begun) => new Promise((done) => {
    const look = () => {
      const waits = watch.drawn < begun || watch.frames.length < watch.drawn + QUIET;
      if (waits) requestAnimationFrame(look);
      else done(watch.frames[watch.drawn + 1]);
    };
    requestAnimationFrame(look);
  });
  window.opened = () => settled(0);
  window.zoomed = async (map, step) => {
    const begun = performance.now();
    const frame = watch.frames.length;
    map.setZoom(map.getZoom() + step, { animate: false });
    return (await settled(frame)) - begun;
  };
  window.painted = () => [...document.querySelectorAll("canvas")].some((canvas) => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return data.some((value) => value > 0);
  });
})();
"""


@dataclass(frozen=True)
class Figures:
    """Milliseconds, and the size of the file in bytes."""

    load: float
    zoom: float
    size: int


def made_up(count: int) -> Run:
    """Return a run with so many claims in all, each a movement of its own; the same for the same count."""
    dice = random.Random(count)  # noqa: S311 - the same corpus each time, nothing secret
    places = [_place(dice, number) for number in range(_PLACES)]
    claims = [_claim(dice, number, places) for number in range(count)]
    return Run(tuple(_readings(claims)), ())


def _place(dice: random.Random, number: int) -> Place:
    kind = PlaceKind.ADMIN if number % 10 == 0 else PlaceKind.CITY
    radius = 80.0 if kind is PlaceKind.ADMIN else 8.0
    lat, lon = dice.uniform(-35, 65), dice.uniform(-15, 140)
    return Place(f"p{number}", f"Town {number}", "RU", kind, lat, lon, radius)


def _claim(dice: random.Random, number: int, places: Sequence[Place]) -> Claim:
    kind = dice.choice(_KINDS)
    origin, place = dice.sample(places, 2)
    people = dice.choice((40, 120, 350, 1_500, 3_000))
    quote = f"The office said that {people} soldiers of unit {number} were seen on the way to {place.name}."
    day = _FIRST + dt.timedelta(days=dice.randrange(_DAYS))

    def span(words: str) -> Span:
        return Span(quote.index(words), quote.index(words) + len(words))

    return Claim(
        id=f"c{number}",
        document_id=f"d{number // _PER_REPORT}",
        evidence=(Evidence(Span(0, len(quote)), quote),),
        type=kind,
        status=dice.choice(_STATUSES),
        actor=Actor(span("soldiers"), "soldiers", "RU"),
        quantity=Quantity(span(str(people)), people, people, "personnel"),
        origin=origin if kind.moves else None,
        destination=place if kind.moves else None,
        places=() if kind.moves else (place,),
        time=TimeExpression(Span(0, 3), day, day, day.isoformat(), Precision.DAY, Basis.EXPLICIT),
        means=None,
        attribution=(Source(span("The office"), "The office"),),
        trigger=span("seen"),
        rule="made up",
        place_spans=(span(place.name),),
    )


def _readings(claims: Sequence[Claim]) -> Iterator[Reading]:
    for first in range(0, len(claims), _PER_REPORT):
        own = tuple(claims[first : first + _PER_REPORT])
        name = own[0].document_id
        document = Document(name, "", title=f"Report {name}", publisher="The Gazette", language="en")
        yield Reading(document, (), (), own)


class _Bare(folium.Map):
    """A folium map whose scripts and styles are put into the page afterwards."""

    default_js: list[tuple[str, str]] = []  # noqa: RUF012  # the base class reads it as it is
    default_css: list[tuple[str, str]] = []  # noqa: RUF012  # as above


def plain_folium(run: Run) -> str:
    """Return folium's own page of the same points."""
    view = _Bare(prefer_canvas=True, tiles=None)
    circle = folium.CircleMarker(radius=5, fill=True)
    layer = folium.GeoJson(
        {"type": "FeatureCollection", "features": [_point(claim) for claim in run.claims]}, marker=circle
    )
    layer.add_to(view)
    view.fit_bounds(layer.get_bounds())
    text: str = view.get_root().render()
    style, script = assets.leaflet_style(), assets.leaflet_script()
    return text.replace("</head>", f"<style>{style}</style>\n<script>{script}</script>\n</head>", 1)


def _point(claim: Claim) -> dict[str, Any]:
    place = claim.destination or claim.places[0]
    words = {"place": place.name, "when": claim.time.edtf if claim.time else None}
    return {
        "type": "Feature",
        "properties": {**words, "quote": claim.evidence[0].quote, "type": claim.type.value},
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
    }


def measure(
    browser: Browser,
    count: int,
    folder: Path,
    times: int = TIMES,
    told: Callable[[list[float]], float] = statistics.median,
) -> tuple[Figures, Figures]:
    """Return what our page and folium's take with so many claims, by turns; `told` chooses of them."""
    run = made_up(count)
    pages = {"ours": render_page(run), "folium": plain_folium(run)}
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in pages}
    for name, text in pages.items():
        (folder / f"{name}-{count}.html").write_text(text, encoding="utf-8")
    for _ in range(times):
        for name, visits in found.items():
            visits.append(_visit(browser, folder / f"{name}-{count}.html"))
    ours, theirs = (
        Figures(
            told([load for load, _ in visits]),
            told([zoom for _, zoom in visits]),
            (folder / f"{name}-{count}.html").stat().st_size,
        )
        for name, visits in found.items()
    )
    return ours, theirs


def _visit(browser: Browser, file: Path) -> tuple[float, float]:
    """Return how long a page took to open and to make one zoom step, milliseconds."""
    context = browser.new_context(offline=True, viewport=_VIEW)
    context.set_default_timeout(60_000)
    context.add_init_script(_WATCH)
    page = context.new_page()
    page.goto(file.as_uri(), wait_until="commit")
    page.wait_for_load_state("load")
    load = float(page.evaluate("opened()"))
    variable = page.evaluate(
        "Object.keys(window).find((name) => /^map_[0-9a-f]{32}$/.test(name)) ?? 'geoMap'"
    )
    zoom = float(page.evaluate(f"zoomed({variable}, 1)"))
    painted = page.evaluate("painted()")
    context.close()
    if not painted:
        raise RuntimeError(f"{file.name} drew nothing, so that its figures tell nothing")
    return load, zoom


@contextmanager
def _chromium() -> Iterator[Browser]:
    program = shutil.which(os.environ.get("GEO_CHROMIUM") or "chromium")
    if program is None:
        raise SystemExit("no Chromium found: install it, or name it with GEO_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def main() -> int:
    """Print a table of what both pages take for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--times", type=int, default=TIMES, help="how often each page is opened")
    parser.add_argument("--json", action="store_true", help="print JSON Lines instead of a table")
    options = parser.parse_args()
    if not options.json:
        print(f"{'':>8} {'load, ms':^24} {'zoom step, ms':^24} {'file, KB':^17}")
        print(f"{'claims':>8}" + f" {'page':>8} {'folium':>8} {'x':>6}" * 2 + f" {'page':>8} {'folium':>8}")
    with _chromium() as browser, tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            ours, theirs = measure(browser, size, Path(folder), options.times)
            if options.json:
                print(json.dumps({"claims": size, "page": vars(ours), "folium": vars(theirs)}), flush=True)
                continue
            print(
                f"{size:>8}"
                f" {ours.load:>8.0f} {theirs.load:>8.0f} {ours.load / theirs.load:>6.2f}"
                f" {ours.zoom:>8.0f} {theirs.zoom:>8.0f} {ours.zoom / theirs.zoom:>6.2f}"
                f" {ours.size / 1000:>8.0f} {theirs.size / 1000:>8.0f}",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
