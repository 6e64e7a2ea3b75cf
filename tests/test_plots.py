"""The map as a picture: what is drawn, what is written, and that nothing in a report steers it."""

import io
import json
import os
import re
import subprocess
import sys
from dataclasses import fields
from importlib import resources
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from geo import cli
from geo.errors import NotFoundError
from geo.plots import PlotSettings, render_plot
from geo.plots.marks import CORNERS
from geo.plots.palette import DARK, LIGHT, Palette
from geo.plots.scene import scene
from geo.plots.shapes import Box, dash_of, width_of
from geo.plots.sheet import Sheet, Type, clean, settled
from geo.records import (
    Claim,
    ClaimType,
    Document,
    Evidence,
    Movement,
    Place,
    PlaceKind,
    Problem,
    QuantityEnvelope,
    Reading,
    Run,
    Span,
    Status,
)

ROOT = Path(__file__).parents[1]
SVG = "{http://www.w3.org/2000/svg}"
REPORT = "Mille soldats russes sont partis de Moscou pour Koursk le 3 mai 2024."
SMALL: dict[str, Any] = {"width": 800, "height": 500, "basemap": "none"}
# Mathematics of matplotlib, markup, comments, templates, a line end, a bell, a reversal and half a letter.
HOSTILE = (
    "$x^2$ \\$ \\frac{a}{b} <b>&amp;</b> --> ]]> {{ 7*7 }} %s {0} <!-- "
    '<g id="halo-1"> \'" \n \x07 \u202e \ud800'
)
SHOWN = (
    "$x^2$ \\$ \\frac{a}{b} <b>&amp;</b> --> ]]> {{ 7*7 }} %s {0} <!-- "
    '<g id="halo-1"> \'" \ufffd \ufffd \ufffd'
)


def place(name: str, lat: float, lon: float, kind: PlaceKind = PlaceKind.CITY, **more: Any) -> Place:
    return Place(name, name, more.get("country"), kind, lat, lon, more.get("radius_km", 10.0))


MOSCOW = place("Moscow", 55.75, 37.62)
KURSK = place("Kursk", 51.73, 36.19)
KURSK_OBLAST = place("Kursk Oblast", 51.7, 36.2, PlaceKind.ADMIN, radius_km=110.0)
RUSSIA = place("Russia", 60.0, 90.0, PlaceKind.COUNTRY, country="RU", radius_km=3000.0)
PETROPAVLOVSK = place("Petropavlovsk", 53.0, 158.6)
ANCHORAGE = place("Anchorage", 61.2, -149.9)


def movement(name: str = "m", **slots: Any) -> Movement:
    slots = {"type": ClaimType.MOVEMENT, "status": Status.REPORTED, "places": (), **slots}
    open_slots = dict.fromkeys(("side", "origin", "destination", "time", "quantity"))
    plain = {"claims": (), "reports": (), "independent_sources": 1, "origin_inferred": False}
    return Movement(id=name, **{**open_slots, **plain, **slots})


def people(number: int) -> QuantityEnvelope:
    return QuantityEnvelope(number, None, number, "personnel")


def drawn(*movements: Movement, **settings: Any) -> dict[str, bytes]:
    return render_plot(Run((), movements), PlotSettings(**{**SMALL, **settings}))


def texts(svg: bytes) -> list[str]:
    """Return the texts of an SVG, each once: a halo repeats the text above it."""
    root = ET.fromstring(svg)  # noqa: S314  # our own file
    hidden = {text for group in root.iter(f"{SVG}g") if group.get("aria-hidden") for text in group.iter()}
    return [text.text or "" for text in root.iter(f"{SVG}text") if text not in hidden]


def colours(png: bytes) -> dict[str, int]:
    """Return how many pixels of each colour a picture has."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    found = picture.getcolors(picture.width * picture.height) or []
    return {"#{:02x}{:02x}{:02x}".format(*rgb): n for n, rgb in found if isinstance(rgb, tuple)}


# --- what is drawn ---------------------------------------------------------------------------------


def test_a_movement_is_an_arrow_in_its_colour_with_its_number_and_the_names_of_its_ends() -> None:
    files = drawn(movement(origin=MOSCOW, destination=KURSK, quantity=people(1500)))
    assert colours(files["png"])[LIGHT.movement] > 300
    assert {"Moscow", "Kursk", "1,500 people", "Movement (1)"} <= set(texts(files["svg"]))


@pytest.mark.parametrize("kind", list(ClaimType))
@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_each_type_has_the_colour_of_the_page(kind: ClaimType, palette: Palette) -> None:
    files = drawn(movement(type=kind, places=(KURSK,)), dark=palette is DARK)
    assert colours(files["png"])[palette.of_type(kind)] > 50
    others = {palette.of_type(other) for other in ClaimType if other is not kind}
    assert not others & set(colours(files["png"]))


def test_the_colours_are_those_of_the_page() -> None:
    style = (resources.files("geo.maps") / "app" / "page.css").read_text(encoding="utf-8")
    found = re.findall(r"--(\w+): (#\w{6});", style)
    names = [field.name for field in fields(Palette)]
    for palette, told in ((LIGHT, dict(reversed(found))), (DARK, dict(found))):
        assert {name: getattr(palette, name) for name in names} == {name: told[name] for name in names}


def test_the_shapes_of_marks_are_those_of_the_page() -> None:
    script = (resources.files("geo.maps") / "app" / "shapes.js").read_text(encoding="utf-8")
    for kind in ClaimType:
        found = re.search(rf"^  {kind.value}: (\[\[.*\]\]),$", script, re.MULTILINE)
        told = [complex(*corner) for corner in json.loads(found[1])] if found else None
        assert told == (list(CORNERS[kind]) if kind in CORNERS else None)


def test_losses_and_deliveries_have_marks_of_their_own() -> None:
    shapes = set()
    for kind in ClaimType:
        svg = drawn(movement(type=kind, places=(KURSK,)))["svg"].decode()
        mark = re.search(rf'<path d="([^"]*)"[^>]*fill: {LIGHT.of_type(kind)}', svg)
        assert mark
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", mark[1])]
        shapes.add(tuple(round(number - numbers[at % 2]) for at, number in enumerate(numbers)))
    assert len(shapes) == 3  # a presence, and a movement without an arrow, is a disc


def test_widths_and_dashes_are_those_of_the_page() -> None:
    script = (resources.files("geo.maps") / "app" / "shapes.js").read_text(encoding="utf-8")
    assert "const MIN_WIDTH = 1.5;\nconst MAX_WIDTH = 8;" in script
    assert (width_of(None, 100), width_of(100, 100), width_of(25, 100), width_of(1, 100)) == (1.5, 8, 4, 1.5)
    for status, dash in (
        ("unconfirmed", "[width * 2 + 8, width + 5]"),
        ("expected", "[width + 2.5, width + 3.5]"),
        ("denied", "[0.1, width + 4]"),
    ):
        assert f'"{status}") return {dash};' in script
        assert len(dash_of(Status(status), 2)) == 2
    assert dash_of(Status.UNCONFIRMED, 2) == (12, 7)
    assert dash_of(Status.EXPECTED, 2) == (4.5, 5.5)
    assert dash_of(Status.DENIED, 2) == (0.1, 6)


@pytest.mark.parametrize("status", [Status.UNCONFIRMED, Status.EXPECTED, Status.DENIED])
def test_how_certain_it_is_shows_in_the_line_and_in_a_word(status: Status) -> None:
    certain, other = (
        drawn(movement(origin=MOSCOW, destination=KURSK, status=each)) for each in (Status.REPORTED, status)
    )
    assert b"stroke-dasharray" not in certain["svg"]
    assert b"stroke-dasharray" in other["svg"]
    assert texts(other["svg"]).count(status.value) == 1  # beside the arrow; the legend counts
    assert f"{status.value} (1)" in texts(other["svg"])


def test_the_legend_explains_what_occurs_and_nothing_else() -> None:
    plain = texts(drawn(movement(places=(KURSK,)))["svg"])
    assert "Movement (1)" in plain
    assert "reported (1)" in plain
    for absent in ("Casualties", "Supply", "denied", "start inferred", "somewhere", "Width", "thin"):
        assert not [text for text in plain if text.startswith(absent)]
    inferred = movement(origin=RUSSIA, destination=KURSK_OBLAST, origin_inferred=True, quantity=people(9))
    rich = " ".join(texts(drawn(inferred, basemap="110m")["svg"]))
    for present in (
        "start inferred",
        "somewhere in this area",
        "somewhere in this country",
        "number (people)",
    ):
        assert present in rich


def test_a_region_is_an_area_and_never_a_dot() -> None:
    files = drawn(movement(type=ClaimType.PRESENCE, places=(KURSK_OBLAST,)))
    halo = [line for line in files["svg"].decode().splitlines() if "opacity: 0.12" in line]
    assert any(LIGHT.presence in line and "stroke-dasharray" in line for line in halo)
    assert "an arrow’s start or end" not in texts(files["svg"])
    assert "one movement at a place" not in texts(files["svg"])


def test_several_movements_at_a_place_are_a_ring_with_their_number() -> None:
    kinds = (ClaimType.PRESENCE, ClaimType.CASUALTIES, ClaimType.PRESENCE)
    files = drawn(*(movement(f"m{n}", type=kind, places=(KURSK,)) for n, kind in enumerate(kinds)))
    assert "3" in texts(files["svg"])
    found = colours(files["png"])
    assert found[LIGHT.presence] > found[LIGHT.casualties] > 20


def test_an_arrow_across_the_180th_meridian_takes_the_short_way() -> None:
    shown = scene(Run((), (movement(origin=PETROPAVLOVSK, destination=ANCHORAGE),)))
    (flow,) = shown.flows
    assert flow.end.real - flow.start.real == pytest.approx(51.5)
    assert shown.bounds.width < 60
    across = movement(origin=PETROPAVLOVSK, destination=ANCHORAGE, quantity=people(100))
    files = drawn(across, basemap="110m")
    assert {"Petropavlovsk", "Anchorage"} <= set(texts(files["svg"]))
    assert colours(files["png"])[LIGHT.movement] > 300


def test_an_arrow_that_leaves_the_window_ends_at_a_mark_of_its_own() -> None:
    seoul = place("Seoul", 37.6, 127.0)
    between = tuple(place(f"P{lon}", 40.0, lon) for lon in (-75.0, 0.0, 75.0))
    shown = scene(
        Run((), (movement("a", origin=ANCHORAGE, destination=seoul), movement("b", places=(*between, seoul))))
    )
    (flow,) = shown.flows
    assert abs(flow.end.real - flow.start.real) < 180
    names = [(spot.place.name, len(spot.marks), len(spot.ends)) for spot in shown.spots]
    assert min(names) == ("Anchorage", 0, 1)
    assert sorted(names)[-2:] == [("Seoul", 0, 1), ("Seoul", 1, 0)]
    assert flow.end in {spot.point for spot in shown.spots}


def test_an_empty_run_is_a_map_that_says_so() -> None:
    files = render_plot(Run((), ()), PlotSettings(width=800, height=500))
    found = texts(files["svg"])
    assert "No claim was found in what was read." in found
    assert "0 movements · 0 claims · 0 reports" in found
    assert colours(files["png"])[LIGHT.land] > 10_000
    assert "Type" not in found


def test_claims_without_a_place_are_counted_below_the_map() -> None:
    text = "They left."
    document = Document("r", text)
    none = dict.fromkeys(("actor", "quantity", "origin", "destination", "time", "means"))
    claim = Claim(
        id="c",
        document_id="r",
        evidence=(Evidence(Span(0, 10), text),),
        type=ClaimType.MOVEMENT,
        status=Status.REPORTED,
        places=(),
        attribution=(),
        trigger=Span(5, 9),
        rule="by-hand",
        **none,  # type: ignore[arg-type]  # each is open
    )
    run = Run((Reading(document, (), (), (claim,)),), (), (Problem("a.txt", "is empty"),))
    found = texts(render_plot(run, PlotSettings(**SMALL))["svg"])
    assert "Not on the map, since no place is stated: 1 claim." in found
    assert "No claim tells a place that could be drawn." in found
    french = texts(render_plot(run, PlotSettings(**SMALL, language="fr"))["svg"])
    assert "Hors de la carte, faute de lieu indiqué : 1 affirmation." in french


def test_whose_the_outlines_are_is_told() -> None:
    with_land = " ".join(texts(drawn(movement(places=(KURSK,)), basemap="50m")["svg"]))
    assert "imply no endorsement. Basemap: Natural Earth, modified by Visionscarto." in with_land
    assert "Drawn without a basemap." in " ".join(texts(drawn(movement(places=(KURSK,)))["svg"]))


def test_a_basemap_or_language_that_is_not_there_is_refused_by_name() -> None:
    with pytest.raises(NotFoundError, match="no basemap '1m'"):
        drawn(basemap="1m")
    with pytest.raises(NotFoundError, match="no words in 'xx'"):
        drawn(language="xx")


# --- labels ----------------------------------------------------------------------------------------


def labels_of(svg: bytes) -> list[tuple[str, Box]]:
    """Return each label of the map with the box that it fills."""
    root = ET.fromstring(svg)  # noqa: S314  # our own file
    found = []
    with settled():
        sheet = Sheet(10, 10, LIGHT, 1.0)
        for group in root.iter(f"{SVG}g"):
            for text in group.iter(f"{SVG}text") if group.get("aria-hidden") else ():
                style = dict(part.split(": ") for part in text.get("style", "").split("; "))
                size = float(style["font-size"].removesuffix("px"))
                look = Type(size, "font-weight" in style, "font-style" in style)
                width, height = sheet.extent(text.text or "", look)
                left = (
                    float(text.get("x", 0))
                    - {"start": 0, "middle": width / 2, "end": width}[style["text-anchor"]]
                )
                top = float(text.get("y", 0)) - size
                found.append((text.text or "", Box(left, top, left + width, top + height)))
    return found


def test_labels_of_a_crowd_do_not_touch_and_who_is_left_out_is_counted() -> None:
    spots = [place(f"Settlement {n}", 50 + n % 10 * 0.2, 30 + n // 10 * 0.3) for n in range(160)]
    crowd = [
        movement(f"m{n}", origin=a, destination=b, quantity=people(100 * n))
        for n, (a, b) in enumerate(zip(spots[::2], spots[1::2], strict=True))
    ]
    files = drawn(*crowd)
    placed = labels_of(files["svg"])
    assert len(placed) > 40
    assert not [(a, b) for (a, one), (b, two) in combinations(placed, 2) if one.touches(two)]
    names = sum(text.startswith("Settlement") for text, _ in placed)
    assert names < 160
    assert f"Places whose name found no room: {160 - names}." in texts(files["svg"])


@pytest.mark.parametrize("size", [(500, 500), (2000, 500), (500, 1600), (1600, 1000), (1080, 1080)])
def test_everything_stands_on_the_sheet(size: tuple[int, int]) -> None:
    width, height = size
    files = drawn(
        movement("a", origin=RUSSIA, destination=KURSK_OBLAST, origin_inferred=True, quantity=people(12_000)),
        movement("b", origin=MOSCOW, destination=KURSK, status=Status.DENIED),
        movement("c", type=ClaimType.CASUALTIES, places=(KURSK,), status=Status.UNCONFIRMED),
        width=width,
        height=height,
        basemap="110m",
        language="fr",
    )
    assert Image.open(io.BytesIO(files["png"])).size == size
    root = ET.fromstring(files["svg"])  # noqa: S314  # our own file
    assert (root.get("width"), root.get("height")) == (f"{width}px", f"{height}px")
    for text in root.iter(f"{SVG}text"):
        assert 0 <= float(text.get("x", -1)) <= width
        assert 0 <= float(text.get("y", -1)) <= height


# --- words of others -------------------------------------------------------------------------------


def test_hostile_words_appear_as_typed() -> None:
    target = place(HOSTILE, 51.7, 36.2, PlaceKind.REGION, country=HOSTILE)
    number = QuantityEnvelope(5, None, 10, "$u$ </text>")
    hostile = movement(HOSTILE, origin=MOSCOW, destination=target, side=HOSTILE, quantity=number)
    found = texts(drawn(hostile, title=HOSTILE, width=2400, height=1500)["svg"])
    assert SHOWN in found
    assert "5–10 $u$ </text>" in found
    assert clean(HOSTILE, 48) in found


def test_a_long_title_has_two_lines_and_is_cut() -> None:
    first, second, summary, *_ = texts(drawn(title="word " * 500)["svg"])
    assert set(first.split()) == {"word"}
    assert second.endswith("…")
    assert summary.startswith("0 movements")


def test_letters_that_the_font_lacks_stay_text_and_warn_nobody() -> None:
    names = ("Владивосток", "فلاديفوستوك", "블라디보스토크", "符拉迪沃斯托克", "ויטבסק", "🚢")
    for name in names:
        files = drawn(movement(places=(place(name, 43.1, 131.9),)), title=name)
        assert texts(files["svg"]).count(name) == 2


# --- bytes -----------------------------------------------------------------------------------------


def test_the_same_run_gives_the_same_bytes() -> None:
    run = (movement(origin=MOSCOW, destination=RUSSIA, origin_inferred=True, status=Status.EXPECTED),)
    assert drawn(*run, basemap="110m") == drawn(*run, basemap="110m")


def test_formats_that_are_not_asked_for_are_not_drawn() -> None:
    assert list(drawn(formats=("svg",))) == ["svg"]
    assert drawn(formats=("svg",))["svg"] == drawn()["svg"]


def test_the_bytes_depend_on_no_hash_seed_and_on_no_settings_of_a_user(tmp_path: Path) -> None:
    written = []
    for seed in ("0", "1"):
        folder = tmp_path / seed
        folder.mkdir()
        (folder / "report.txt").write_text(REPORT, encoding="utf-8")
        if seed == "1":
            settings = "svg.fonttype: path\nfont.family: monospace\nsavefig.bbox: tight\ntext.usetex: true\n"
            (folder / "matplotlibrc").write_text(settings, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "geo", "plot", "report.txt"],
            cwd=folder,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.endswith("wrote map.png and map.svg\n")
        written.append([(folder / name).read_bytes() for name in ("map.png", "map.svg")])
    assert written[0] == written[1]


# --- the command -----------------------------------------------------------------------------------


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("words", "files"),
    [
        (["--output", "out"], ["out/map.png", "out/map.svg"]),
        (["--output", "week42.png"], ["week42.png"]),
        (["--output", "week42.SVG"], ["week42.SVG"]),
        (["--output", "v1.5", "--format", "svg"], ["v1.5/map.svg"]),
        (["--output", "week42.png", "--format", "png,svg"], ["week42.png", "week42.svg"]),
    ],
)
def test_pictures_are_written_where_one_expects_them(
    words: list[str],
    files: list[str],
    report: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(report.parent)
    assert cli.main(["plot", "report.txt", "--size", "640x500", "--basemap", "none", *words]) == cli.DONE
    written = [path for path in report.parent.rglob("*") if path.is_file() and path != report]
    assert {str(path.relative_to(report.parent)) for path in written} == {*files}
    for name in files:
        content = (report.parent / name).read_bytes()
        assert content.startswith(b"\x89PNG" if name.lower().endswith("png") else b"<?xml")
    assert capsys.readouterr().out.endswith(f"wrote {' and '.join(files)}\n")


def test_an_output_that_cannot_be_written_is_one_line(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["plot", str(report), "--basemap", "none", "--output", str(report / "out.png")]
    assert cli.main(words) == cli.FAILED
    error = capsys.readouterr().err
    assert error.startswith("geo: ")
    assert "cannot be written" in error
    assert error.count("\n") == 1
    assert list(report.parent.iterdir()) == [report]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--size", "big"], "'big' is no size; give WIDTHxHEIGHT"),
        (["--size", "100x100"], "500 to 10000 pixels a side"),
        (["--format", "gif"], "'gif' is none of png, svg"),
        (["--language", "xx"], "xx"),
    ],
)
def test_a_wrong_call_is_one_line_and_status_2(
    words: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["plot", *words])
    assert ended.value.code == cli.WRONG_CALL
    error = capsys.readouterr().err
    assert says in error
    assert error.count("\n") == 1
