"""The marks, drawn as the page draws them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from geo.plots.land import State, in_view
from geo.plots.palette import Palette
from geo.plots.scene import Flow, Spot, View, mercator
from geo.plots.shapes import Arrow, Dash, dash_of, ring_dash_of
from geo.plots.sheet import Look, Sheet, Type
from geo.records import ClaimType, Movement, PlaceKind, Status

NUMBER = Type(11, bold=True)
_KM_PER_DEGREE = 111.2  # of latitude, on a sphere of the Earth's mean radius
# Corners of the marks that are no discs, in radii, so that a type is known without its colour.
CORNERS: Mapping[ClaimType | None, tuple[complex, ...]] = {
    ClaimType.CASUALTIES: (-1.3j, 1.3 + 0j, 1.3j, -1.3 + 0j),
    ClaimType.SUPPLY: (-0.9 - 0.9j, 0.9 - 0.9j, 0.9 + 0.9j, -0.9 + 0.9j),
}
_CERTAIN = frozenset({Status.REPORTED, Status.CONFIRMED})


def scaled(dash: Dash, scale: float) -> Dash:
    """Return strokes and gaps of the page in pixels of the picture."""
    return tuple(length * scale for length in dash)


def shared_colour(movements: Sequence[Movement], palette: Palette) -> str:
    """Return the colour of what all movements are, or that of none."""
    found = {palette.of(movement) for movement in movements}
    return found.pop() if len(found) == 1 else palette.soft


def draw_area(sheet: Sheet, view: View, spot: Spot, outlines: Sequence[State]) -> None:
    """Draw how far a place reaches that is no point: its country's outline, or else a halo."""
    colour, scale = shared_colour(spot.movements, sheet.palette), sheet.scale
    code = spot.place.country_code if spot.place.kind is PlaceKind.COUNTRY else None
    outline = next((state for state in outlines if code and state.code == code), None)
    if outline is None:
        look = Look(
            stroke=colour, width=1.25 * scale, dash=scaled((4, 4), scale), fill=colour, fill_opacity=0.12
        )
        sheet.disc(*_halo(spot, view, scale), look)
        return
    rings = list(in_view(outline.rings, view, spot.turns))
    sheet.lines(rings, Look(fill=colour, fill_opacity=0.12), closed=True)
    # A coast has many bends, where long dashes look restless.
    sheet.lines(
        rings, Look(stroke=colour, width=scale, dash=scaled((2, 3), scale), opacity=0.55), closed=True
    )


def _halo(spot: Spot, view: View, scale: float) -> tuple[complex, float]:
    """Return middle and radius of how far a place reaches; never so little that it looks like a point.

    On the plane what lies further from the equator is larger, so the middle is not the place itself.
    """
    reach = max(spot.place.radius_km, 1.0) / _KM_PER_DEGREE
    north, south = (mercator(spot.place.lat + way * reach, 0).imag for way in (1, -1))
    middle = complex(spot.point.real, (north + south) / 2)
    return view.pixel(middle), max((south - north) / 2 * view.zoom, 12 * scale)


def arrow_of(flow: Flow, view: View, scale: float) -> Arrow:
    """Return an arrow's parts on the picture; it ends at the rim of a dot."""
    gap = 6 * scale if flow.to_point else 0.0
    return Arrow.between(
        view.pixel(flow.start), view.pixel(flow.end), flow.weight * scale, flow.bend, gap, scale
    )


@dataclass(frozen=True, slots=True)
class Traits:
    """What an arrow says by its look; `weight` in pixels of the page, `laden` with goods."""

    status: Status
    colour: str
    weight: float
    opacity: float = 1.0
    hollow: bool = False
    laden: bool = False


def draw_flow(sheet: Sheet, flow: Flow, arrow: Arrow) -> None:
    """Draw a movement's arrow: hollow and paler where its start is inferred."""
    movement = flow.movement
    inferred = movement.origin_inferred and movement.origin is not None
    opacity = 0.75 if inferred else 1.0
    laden = movement.type is ClaimType.SUPPLY
    colour = sheet.palette.of(movement)
    traits = Traits(movement.status, colour, flow.weight, opacity, hollow=inferred, laden=laden)
    draw_arrow(sheet, arrow, traits)


def draw_arrow(sheet: Sheet, arrow: Arrow, traits: Traits) -> None:
    """Draw an arrow on a casing of paper, crossed where it is denied."""
    scale, paper = sheet.scale, sheet.palette.paper
    colour, opacity, width = traits.colour, traits.opacity, traits.weight * sheet.scale
    denied = traits.status is Status.DENIED
    casing = Look(stroke=paper, width=width + 2.5 * scale, opacity=opacity, round_ends=True)
    sheet.lines([arrow.shaft], casing)
    dash = scaled(dash_of(traits.status, traits.weight), scale)
    shaft = Look(stroke=colour, width=width, dash=dash, opacity=opacity, round_ends=denied)
    sheet.lines([arrow.shaft], shaft)
    rim, fill = (2 * scale, paper) if traits.hollow else (scale, colour)
    sheet.lines([arrow.head], Look(stroke=colour, width=rim, fill=fill, opacity=opacity), closed=True)
    if traits.hollow:
        ring = Look(stroke=colour, width=1.5 * scale, fill=paper, opacity=opacity)
        sheet.disc(arrow.shaft[0], 4 * scale, ring)
    if traits.laden:
        crate = Look(stroke=paper, width=1.5 * scale, fill=colour, opacity=opacity)
        size = (4 + traits.weight / 2) * scale
        sheet.lines([_outline(ClaimType.SUPPLY, arrow.middle, size)], crate, closed=True)
    if denied:
        sheet.cross(arrow.middle, 5 * scale, Look(stroke=colour, width=2 * scale, opacity=opacity))


def mark_radius(number: int) -> float:
    """Return the radius of a place's mark for so many movements, pixels of the page."""
    return min(8 + 1.5 * number**0.5, 16) if number > 1 else 6


def draw_point(sheet: Sheet, view: View, spot: Spot) -> None:
    """Draw a place: an arrow's end, one movement's disc, or a ring of shares with their number."""
    point, scale, colours = view.pixel(spot.point), sheet.scale, sheet.palette
    if not spot.marks:
        draw_node(sheet, point)
        return
    radius = mark_radius(len(spot.marks)) * scale
    sheet.disc(point, radius + 1.75 * scale, Look(fill=colours.paper))
    if len(spot.marks) == 1:
        (movement,) = spot.marks
        draw_mark(sheet, point, Sign(movement.type, movement.status, colours.of(movement)), radius)
        return
    shares = Counter(colours.of(movement) for movement in spot.marks)
    ends = [0.0, *accumulate(number / len(spot.marks) for number in shares.values())]
    for colour, start, end in zip(shares, ends, ends[1:], strict=False):
        sheet.slice(point, radius, start, end, Look(fill=colour))
    draw_number(sheet, point, radius - 3.5 * scale, str(len(spot.marks)))


def draw_node(sheet: Sheet, point: complex) -> None:
    """Draw where an arrow starts or ends and nothing else is told."""
    look = Look(stroke=sheet.palette.ink, width=1.5 * sheet.scale, fill=sheet.palette.paper)
    sheet.disc(point, 3.5 * sheet.scale, look)


def _outline(kind: ClaimType | None, middle: complex, radius: float) -> list[complex]:
    return [middle + radius * corner for corner in CORNERS[kind]]


@dataclass(frozen=True, slots=True)
class Sign:
    """What one movement's mark says by its look; `kind` None is that of any type."""

    kind: ClaimType | None
    status: Status
    colour: str


def draw_mark(sheet: Sheet, point: complex, sign: Sign, radius: float) -> None:
    """Draw one movement's mark: full where it is told, else dashed; crossed where it is denied."""
    scale, colour = sheet.scale, sign.colour
    if sign.status in _CERTAIN:
        look, size = Look(fill=colour), radius
    else:
        dash = scaled(ring_dash_of(sign.status), scale)
        look, size = Look(stroke=colour, width=2 * scale, dash=dash, fill=sheet.palette.paper), radius - scale
    if sign.kind in CORNERS:
        sheet.lines([_outline(sign.kind, point, size)], look, closed=True)
    else:
        sheet.disc(point, size, look)
    if sign.status is Status.DENIED:
        sheet.cross(point, radius / 2, Look(stroke=colour, width=1.75 * scale))


def draw_number(sheet: Sheet, point: complex, radius: float, number: str) -> None:
    """Write how many movements a ring counts."""
    sheet.disc(point, radius, Look(fill=sheet.palette.paper))
    _, height = sheet.extent(number, NUMBER)
    sheet.text(point - complex(0, height / 2), number, NUMBER, sheet.palette.ink, "center")
