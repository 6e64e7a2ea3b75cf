"""The whole picture: title, map, legend and credits, as PNG and as SVG."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.maps.page import summary
from geo.maps.words import Words
from geo.plots import labels, marks
from geo.plots.land import State, draw_land, states
from geo.plots.legend import Block, Layout, draw_legend, legend_blocks
from geo.plots.palette import DARK, LIGHT
from geo.plots.scene import Flow, Scene, Spot, View, scene
from geo.plots.shapes import Arrow, Box
from geo.plots.sheet import Sheet, Type, clean, settled
from geo.records import PlaceKind, Run, Status

FORMATS = ("png", "svg")
_PAGE_AREA = 1280 * 800  # pixels of a page whose letters have the sizes given here
_TITLE = Type(23, bold=True)
_SUMMARY = Type(12.5)
_CREDIT = Type(10.5)
_NAME, _AREA_NAME = Type(12.5, bold=True), Type(12.5, bold=True, italic=True)
_FIGURE, _STATE_NAME, _NOTE = Type(11.5), Type(10.5), Type(15)
_LEAST_SCALE = 0.7  # a small picture has less on it, since letters of nine pixels are the least to read
_MARGIN = 18
_LEGEND_WIDTH, _LEGEND_GAP = 196, 22
_WIDE = 1.2  # from this share of width in height the legend stands beside the map, else below
_CLOSEST = 182.0  # pixels of the page a degree: zoom 8 of the page
_LONG_NAME = 48  # letters
_ALONG = (0.5, 0.42, 0.58, 0.35, 0.65, 0.27, 0.73, 0.2, 0.8)  # where on an arrow its number may stand
_TELLING = frozenset({Status.UNCONFIRMED, Status.EXPECTED, Status.DENIED})


@dataclass(frozen=True, slots=True)
class PlotSettings:
    """What a person may choose about the picture.

    Attributes
    ----------
    title
        Shown as typed; None for that of the page in its language.
    language
        ISO 639-1 code of the picture's own words: ``en`` or ``fr``.
    basemap
        Detail of the country outlines: ``110m``, ``50m`` or ``none``.
    width, height
        Pixels. A larger picture shows the same, larger.
    dark
        Light marks on a dark ground.
    formats
        Which of `FORMATS` to write.
    """

    title: str | None = None
    language: str = "en"
    basemap: str = "110m"
    width: int = 1600
    height: int = 1000
    dark: bool = False
    formats: tuple[str, ...] = FORMATS


def render_plot(run: Run, settings: PlotSettings = PlotSettings()) -> dict[str, bytes]:
    """Return the picture that shows a run, as the bytes of a file by format.

    Parameters
    ----------
    run
        What was read and found; it may be empty.
    settings
        Title, language, basemap, size and formats.

    Returns
    -------
    dict
        ``png`` and ``svg``, as far as asked for. The same run and settings give the same bytes with
        the same release of matplotlib.

    Raises
    ------
    NotFoundError
        There is no such language or basemap.

    Notes
    -----
    Letters are those of DejaVu Sans, which matplotlib carries: Latin, Greek, Cyrillic, Armenian,
    Georgian, Hebrew and Arabic. Chinese, Japanese, Korean, Thai and the scripts of India are not
    among them: a PNG shows a box for each such letter, an SVG keeps the text and shows it with the
    fonts of whoever looks at it. matplotlib before 3.11 does not join the letters of Arabic.

    matplotlib's settings belong to the whole process and are put back afterwards: one picture at a time.
    """
    words = Words.of(settings.language)
    outlines = states(settings.basemap)
    title = clean(settings.title if settings.title is not None else words.word("page", "title"))
    with settled():
        sheet = _drawn(run, settings, words, outlines, title)
        return {kind: sheet.png() if kind == "png" else sheet.svg(title) for kind in settings.formats}


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the parts of a picture stand."""

    panel: Box
    layout: Layout
    key: Box


def _drawn(run: Run, settings: PlotSettings, words: Words, outlines: Sequence[State], title: str) -> Sheet:
    scale = max(math.sqrt(settings.width * settings.height / _PAGE_AREA), _LEAST_SCALE)
    sheet = Sheet(settings.width, settings.height, DARK if settings.dark else LIGHT, scale)
    shown = scene(run)
    top = _draw_head(sheet, title, summary(run, words))
    told = _credits(run, words, has_basemap=bool(outlines))
    width = settings.width - 2 * _MARGIN * scale
    # One line more than is known now: the names that found no room.
    feet = [line for text in told for line in sheet.wrapped(text, _CREDIT, width)]
    bottom = settings.height - ((len(feet) + 1) * sheet.extent("", _CREDIT)[1] + _MARGIN * scale)
    frame = _frame(sheet, legend_blocks(shown, words, outlined=bool(outlines)), top, bottom)
    unnamed = _draw_map(sheet, shown, frame.panel, outlines, words)
    if not shown.movements:
        _draw_note(sheet, frame.panel, words.word("app" if not run.claims else "plot", "empty"))
    draw_legend(sheet, frame.layout, frame.key)
    if unnamed:
        feet.insert(0, words.word("plot", "unnamed").format(n=words.number(unnamed)))
    _draw_feet(sheet, feet, bottom)
    return sheet


def _draw_head(sheet: Sheet, title: str, facts: str) -> float:
    """Write title and summary; return where the map may begin."""
    left, top = _MARGIN * sheet.scale, _MARGIN * 0.8 * sheet.scale
    for text, style, colour in ((title, _TITLE, sheet.palette.ink), (facts, _SUMMARY, sheet.palette.soft)):
        for line in _two_lines(sheet, text, style, sheet.width - 2 * left):
            sheet.text(complex(left, top), line, style, colour)
            top += sheet.extent(line, style)[1]
        top += 2 * sheet.scale
    return top + 7 * sheet.scale


def _two_lines(sheet: Sheet, text: str, style: Type, width: float) -> list[str]:
    """Break a text into one line or two, the second cut where it is too long."""
    first, *rest = sheet.wrapped(text, style, width) or [""]
    return [sheet.fitted(line, style, width) for line in (first, " ".join(rest)) if line]


def _credits(run: Run, words: Words, *, has_basemap: bool) -> Iterator[str]:
    """Yield what is not on the map, and whose the map is."""
    unplaced = sum(not (claim.origin or claim.destination or claim.places) for claim in run.claims)
    if unplaced:
        yield words.word("plot", "unplaced").format(claims=words.count("claim", unplaced))
    basemap = words.word("page", "basemap_credit" if has_basemap else "no_basemap")
    yield f"{words.word('page', 'boundaries')} {basemap}"


def _frame(sheet: Sheet, blocks: Sequence[Block], top: float, bottom: float) -> _Frame:
    """Put the legend beside a wide map, and below another."""
    scale, left = sheet.scale, _MARGIN * sheet.scale
    right, gap = sheet.width - left, _LEGEND_GAP * scale
    if not blocks:
        panel = Box(left, top, right, bottom - gap / 3)
        return _Frame(panel, Layout.of((), 1, 0, sheet), panel)
    if sheet.width >= _WIDE * sheet.height:
        width, room = _LEGEND_WIDTH * scale, bottom - top
        layouts = (Layout.of(blocks, columns, width, sheet) for columns in range(1, len(blocks) + 1))
        layout = next((each for each in layouts if each.height <= room), None)
        layout = layout or Layout.of(blocks, len(blocks), width, sheet)
        edge = right - len(layout.columns) * (width + gap) + gap
        return _Frame(Box(left, top, edge - gap, bottom - gap / 3), layout, Box(edge, top, right, bottom))
    columns = max(1, min(len(blocks), int((right - left + gap) / (_LEGEND_WIDTH * scale + gap))))
    layout = Layout.of(blocks, columns, (right - left + gap) / columns - gap * 1.2, sheet)
    edge = bottom - layout.height
    return _Frame(Box(left, top, right, edge - gap * 0.6), layout, Box(left, edge, right, bottom))


def _draw_map(sheet: Sheet, shown: Scene, panel: Box, outlines: Sequence[State], words: Words) -> int:
    """Draw the map into its panel; return how many places found no room for their name."""
    view = View.of(shown.bounds, panel, complex(52, 34) * sheet.scale, _CLOSEST * sheet.scale)
    sheet.clip = panel
    draw_land(sheet, view, outlines)
    for spot in shown.spots:
        if not spot.precise:
            marks.draw_area(sheet, view, spot, outlines)
    arrows = [marks.arrow_of(flow, view, sheet.scale) for flow in shown.flows]
    for flow, arrow in zip(shown.flows, arrows, strict=True):
        marks.draw_flow(sheet, flow, arrow)
    for spot in shown.spots:
        if spot.precise:
            marks.draw_point(sheet, view, spot)
    named = [_spot_label(sheet, view, spot) for spot in shown.spots]
    told = (_flow_label(sheet, flow, arrow, words) for flow, arrow in zip(shown.flows, arrows, strict=True))
    found = {spot.place.country_code for spot in shown.spots if spot.place.kind is PlaceKind.COUNTRY}
    others = [state for state in outlines if shown.movements and state.code not in found]
    wanted = [*named, *(label for label in told if label), *_state_labels(sheet, view, others)]
    left_out = labels.draw_labels(sheet, _room(sheet, view, shown, arrows), wanted)
    sheet.clip = None
    return sum(label in named for label in left_out)


def _room(sheet: Sheet, view: View, shown: Scene, arrows: Sequence[Arrow]) -> labels.Room:
    """Return the panel with what marks and arrows take of it."""
    scale = sheet.scale
    room = labels.Room(view.panel.grown(-4 * scale), 3 * scale)
    for spot in shown.spots:
        if spot.precise:
            room.marks.add(Box.around(view.pixel(spot.point), _radius(spot) * scale))
    for flow, arrow in zip(shown.flows, arrows, strict=True):
        room.lines.add_line(arrow.line)
        room.marks.add(Box.around(sum(arrow.head) / 3, 4 * scale))
        if flow.movement.status is Status.DENIED:
            room.marks.add(Box.around(arrow.middle, 5 * scale))
    return room


def _radius(spot: Spot) -> float:
    if not spot.precise:
        return 6
    return marks.mark_radius(len(spot.marks)) if spot.marks else 4


def _spot_label(sheet: Sheet, view: View, spot: Spot) -> labels.Label:
    number = len(spot.movements)
    name = clean(spot.place.name, _LONG_NAME)
    return labels.Label(
        text=name if spot.precise or number == 1 else f"{name} ({number})",
        style=_NAME if spot.precise else _AREA_NAME,
        colour=sheet.palette.ink,
        points=(view.pixel(spot.point),),
        radius=_radius(spot) * sheet.scale,
        priority=1000 + number + (100 if spot.precise else 0),  # an area is wide enough to be found
        led=True,
    )


def _flow_label(sheet: Sheet, flow: Flow, arrow: Arrow, words: Words) -> labels.Label | None:
    """Return an arrow's number, and the word for how certain it is where the line is not whole."""
    status = flow.movement.status
    told = (
        words.quantity(flow.movement.quantity),
        words.word("status", status.value) if status in _TELLING else None,
    )
    text = ", ".join(clean(part, _LONG_NAME) for part in told if part)
    if not text or arrow.length < 60 * sheet.scale:
        return None
    steps = len(arrow.line) - 1
    return labels.Label(
        text=text,
        style=_FIGURE,
        colour=sheet.palette.ink,
        points=tuple(arrow.line[round(steps * part)] for part in _ALONG),
        radius=(flow.weight / 2 + 1) * sheet.scale,
        priority=400,
        steps=labels.BESIDE,
    )


def _state_labels(sheet: Sheet, view: View, outlines: Sequence[State]) -> Iterator[labels.Label]:
    """Yield the names of states that are wide enough to hold them, to give a sense of where one is."""
    for turns in view.turns():
        for state in outlines:
            west, east = (view.pixel(end + 360 * turns) for end in state.seat)
            text = state.name.upper()
            width, wide = sheet.extent(text, _STATE_NAME)[0], (east - west).real
            if width < wide * 0.95:
                priority = 2 if wide > 200 * sheet.scale else 1
                colour, middle = sheet.palette.soft, (west + east) / 2
                yield labels.Label(text, _STATE_NAME, colour, (middle,), 0, priority, labels.HERE, shy=True)


def _draw_note(sheet: Sheet, panel: Box, words: str) -> None:
    """Say in the middle of an empty map why it is empty."""
    lines = sheet.wrapped(words, _NOTE, panel.width * 0.8)
    height = sheet.extent("", _NOTE)[1]
    top = (panel.top + panel.bottom - len(lines) * height) / 2
    for nth, line in enumerate(lines):
        place = complex((panel.left + panel.right) / 2, top + nth * height)
        sheet.haloed(place, line, _NOTE, sheet.palette.ink, "center")


def _draw_feet(sheet: Sheet, lines: Sequence[str], top: float) -> None:
    place = complex(_MARGIN * sheet.scale, top + _MARGIN * 0.3 * sheet.scale)
    for line in lines:
        sheet.text(place, line, _CREDIT, sheet.palette.soft)
        place += complex(0, sheet.extent(line, _CREDIT)[1])
