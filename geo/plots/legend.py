"""How to read the picture: an entry for each kind of mark that it holds."""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from geo.maps.payload import amount
from geo.maps.words import Words
from geo.plots import marks
from geo.plots.scene import Scene
from geo.plots.shapes import MIN_WIDTH, Arrow, Box, width_of
from geo.plots.sheet import Look, Sheet, Type, clean
from geo.records import ClaimType, PlaceKind, Status

_TEXT = Type(12)
_TITLE = Type(12, bold=True)
_SAMPLE_WIDTH = 34  # pixels of the page, as all sizes here
_INDENT = 44
_BETWEEN_ROWS = 4
_BETWEEN_BLOCKS = 13
_BETWEEN_COLUMNS = 26
_WIDTHS = (1, 0.25, 0.04)  # of the largest number: a width, half of it, a fifth
_TYPICAL = 2.5  # width of an arrow that stands for any

Sample = Callable[[Sheet, complex], None]


@dataclass(frozen=True, slots=True)
class Entry:
    """A small picture, drawn around the middle that it is given, and what it means."""

    sample: Sample
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """Entries under one heading."""

    title: str
    entries: tuple[Entry, ...]


def legend_blocks(scene: Scene, words: Words, *, outlined: bool) -> list[Block]:
    """Return what explains the marks of a scene; `outlined` if countries have an outline to show."""
    drawn = (
        Block(words.word("page", "type"), tuple(_types(scene, words))),
        Block(words.word("page", "status"), tuple(_statuses(scene, words))),
        Block(_width_title(scene, words), tuple(_widths(scene, words))),
        Block(words.word("plot", "marks"), tuple(_marks(scene, words, outlined=outlined))),
    )
    return [block for block in drawn if block.entries]


def _types(scene: Scene, words: Words) -> Iterator[Entry]:
    counts = Counter(movement.type for movement in scene.movements)
    flowing = {flow.movement.type for flow in scene.flows}
    for kind in ClaimType:
        if counts[kind]:
            text = f"{words.word('type', kind.value)} ({words.number(counts[kind])})"
            yield Entry(_typical(kind, None, flow=kind in flowing), text)


def _statuses(scene: Scene, words: Words) -> Iterator[Entry]:
    counts = Counter(movement.status for movement in scene.movements)
    flowing = {flow.movement.status for flow in scene.flows}
    for status in Status:
        if counts[status]:
            text = f"{words.word('status', status.value)} ({words.number(counts[status])})"
            yield Entry(_typical(None, status, flow=status in flowing), text)


def _typical(kind: ClaimType | None, status: Status | None, *, flow: bool) -> Sample:
    """Return a sample of a type in its colour, or of a status in none."""

    def draw(sheet: Sheet, middle: complex) -> None:
        colour = sheet.palette.of_type(kind) if kind else sheet.palette.soft
        if flow:
            arrow = _sample_arrow(sheet, middle)
            laden = kind is ClaimType.SUPPLY
            traits = marks.Traits(status or Status.REPORTED, colour, _TYPICAL, laden=laden)
            marks.draw_arrow(sheet, arrow, traits)
        else:
            sign = marks.Sign(kind, status or Status.REPORTED, colour)
            marks.draw_mark(sheet, middle, sign, 6 * sheet.scale)

    return draw


def _sample_arrow(sheet: Sheet, middle: complex, indent: float = 0.0) -> Arrow:
    half = _SAMPLE_WIDTH / 2 * sheet.scale
    start = middle - half + indent * sheet.scale
    return Arrow.between(start, middle + half, _TYPICAL * sheet.scale * 0.6, 0, 0, sheet.scale)


def _common_unit(scene: Scene) -> tuple[str | None] | None:
    """Return the unit that most arrows are measured in; widths of others have a scale of their own."""
    quantities = [flow.movement.quantity for flow in scene.flows]
    counts = Counter(quantity.unit for quantity in quantities if quantity and amount(quantity) is not None)
    return (counts.most_common(1)[0][0],) if counts else None


def _width_title(scene: Scene, words: Words) -> str:
    common = _common_unit(scene)
    if common is None or common[0] is None:
        return words.word("app", "key_width_bare")
    unit = words.word("unit", common[0])
    return words.word("app", "key_width").replace("{unit}", clean(unit, 24))


def _widths(scene: Scene, words: Words) -> Iterator[Entry]:
    common = _common_unit(scene)
    if common is not None:
        most = scene.largest[common[0]]
        for figure in dict.fromkeys(_round_figure(most * part) for part in _WIDTHS):
            yield Entry(_line(width_of(figure, most)), words.number(figure))
    if any(amount(flow.movement.quantity) is None for flow in scene.flows):
        yield Entry(_line(MIN_WIDTH), words.word("app", "key_thin"))


def _line(width: float) -> Sample:
    def draw(sheet: Sheet, middle: complex) -> None:
        half = (_SAMPLE_WIDTH / 2 - 1) * sheet.scale
        look = Look(stroke=sheet.palette.soft, width=width * sheet.scale)
        sheet.lines([[middle - half, middle + half]], look)

    return draw


def _round_figure(number: float) -> int:
    """Return a number with two leading digits, enough for a scale."""
    unit: int = 10 ** max(math.floor(math.log10(max(number, 1))) - 1, 0)
    return max(1, math.floor(number / unit + 0.5) * unit)


def _marks(scene: Scene, words: Words, *, outlined: bool) -> Iterator[Entry]:
    precise = [spot for spot in scene.spots if spot.precise]
    wide = [spot.place for spot in scene.spots if not spot.precise]
    states = [place for place in wide if outlined and place.kind is PlaceKind.COUNTRY and place.country_code]
    if any(flow.movement.origin_inferred for flow in scene.flows):
        yield Entry(_draw_inferred, words.word("app", "key_inferred"))
    if any(not spot.marks for spot in precise):
        yield Entry(marks.draw_node, words.word("app", "key_end"))
    if any(len(spot.marks) == 1 for spot in precise):
        yield Entry(_typical(None, None, flow=False), words.word("app", "key_one"))
    if any(len(spot.marks) > 1 for spot in precise):
        yield Entry(_draw_several, words.word("app", "key_several"))
    if len(states) < len(wide):
        yield Entry(_draw_halo, words.word("app", "key_area"))
    if states:
        yield Entry(_draw_outline, words.word("app", "key_country"))


def _draw_inferred(sheet: Sheet, middle: complex) -> None:
    arrow = _sample_arrow(sheet, middle, indent=5)  # its ring stands out at the start
    traits = marks.Traits(Status.REPORTED, sheet.palette.soft, _TYPICAL, hollow=True)
    marks.draw_arrow(sheet, arrow, traits)


def _draw_several(sheet: Sheet, middle: complex) -> None:
    radius = 8 * sheet.scale
    sheet.disc(middle, radius, Look(fill=sheet.palette.soft))
    marks.draw_number(sheet, middle, radius - 2.5 * sheet.scale, "2")


def _draw_halo(sheet: Sheet, middle: complex) -> None:
    colour, scale = sheet.palette.soft, sheet.scale
    dash = marks.scaled((4, 4), scale)
    sheet.disc(
        middle, 8 * scale, Look(stroke=colour, width=1.25 * scale, dash=dash, fill=colour, fill_opacity=0.12)
    )


def _draw_outline(sheet: Sheet, middle: complex) -> None:
    colour, scale = sheet.palette.soft, sheet.scale
    coast = (-14 - 4j, -6 - 7j, 3 - 6j, 13 - 7j, 14 + 1j, 9 + 6j, 0 + 5j, -9 + 7j, -15 + 3j)
    ring = [middle + point * scale for point in coast]
    dash = marks.scaled((2, 3), scale)
    sheet.lines([ring], Look(fill=colour, fill_opacity=0.12), closed=True)
    sheet.lines([ring], Look(stroke=colour, width=scale, dash=dash, opacity=0.55), closed=True)


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks in columns of one width, with their texts broken into lines."""

    columns: tuple[tuple[Block, ...], ...]
    width: float
    height: float

    @classmethod
    def of(cls, drawn: Sequence[Block], columns: int, width: float, sheet: Sheet) -> "Layout":
        """Return the blocks in that many columns of `width`, in order, as even as they go."""
        heights = [_block_height(block, width, sheet) for block in drawn]
        best = min(_splits(len(drawn), columns), key=lambda cuts: max(_sums(heights, cuts), default=0))
        parts = tuple(
            tuple(drawn[start:end]) for start, end in zip((0, *best), (*best, len(drawn)), strict=True)
        )
        tallest = max(_sums(heights, best), default=0) - _BETWEEN_BLOCKS * sheet.scale
        return cls(parts, width, max(tallest, 0))


def _splits(number: int, columns: int) -> Iterator[tuple[int, ...]]:
    """Yield the ways to cut a row of so many blocks into columns."""
    if columns == 1:
        yield ()
        return
    for first in range(number + 1):
        for rest in _splits(number - first, columns - 1):
            yield (first, *(first + cut for cut in rest))


def _sums(heights: Sequence[float], cuts: Sequence[int]) -> list[float]:
    ends = zip((0, *cuts), (*cuts, len(heights)), strict=True)
    return [sum(heights[start:end]) for start, end in ends]


def _block_height(block: Block, width: float, sheet: Sheet) -> float:
    scale = sheet.scale
    rows = sum(
        _row_height(sheet.wrapped(entry.text, _TEXT, width - _INDENT * scale), sheet)
        for entry in block.entries
    )
    title = len(sheet.wrapped(block.title, _TITLE, width)) * sheet.extent("", _TITLE)[1]
    return title + rows + (2 * _BETWEEN_ROWS + _BETWEEN_BLOCKS) * scale


def _row_height(lines: Sequence[str], sheet: Sheet) -> float:
    line = sheet.extent("", _TEXT)[1]
    return max(len(lines) * line, 15 * sheet.scale) + _BETWEEN_ROWS * sheet.scale


def draw_legend(sheet: Sheet, layout: Layout, box: Box) -> None:
    """Draw the columns from the top left of a box."""
    step = layout.width + _BETWEEN_COLUMNS * sheet.scale
    for nth, column in enumerate(layout.columns):
        corner = complex(box.left + nth * step, box.top)
        for block in column:
            corner = _draw_block(sheet, block, corner, layout.width)


def _draw_block(sheet: Sheet, block: Block, corner: complex, width: float) -> complex:
    """Draw a block and return where the next one begins."""
    scale, colours = sheet.scale, sheet.palette
    for line in sheet.wrapped(block.title, _TITLE, width):
        sheet.text(corner, line, _TITLE, colours.ink)
        corner += complex(0, sheet.extent("", _TITLE)[1])
    corner += complex(0, 2 * _BETWEEN_ROWS * scale)
    for entry in block.entries:
        lines = sheet.wrapped(entry.text, _TEXT, width - _INDENT * scale)
        tall = _row_height(lines, sheet) - _BETWEEN_ROWS * scale
        entry.sample(sheet, corner + complex(_SAMPLE_WIDTH / 2 * scale, tall / 2))
        line_height = sheet.extent("", _TEXT)[1]
        top = (tall - len(lines) * line_height) / 2
        for nth, line in enumerate(lines):
            at = corner + complex(_INDENT * scale, top + nth * line_height)
            sheet.text(at, line, _TEXT, colours.ink)
        corner += complex(0, tall + _BETWEEN_ROWS * scale)
    return corner + complex(0, _BETWEEN_BLOCKS * scale)
