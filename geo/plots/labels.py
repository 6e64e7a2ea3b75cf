"""Names on the map: placed greedily by priority, and left out where they would touch one another."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from geo.plots.crowds import Boxes, Points, along
from geo.plots.shapes import Box
from geo.plots.sheet import Anchor, Look, Sheet, Type

_MOST = 400  # more than fit on any picture; each is compared with all before it
# Where a label may stand around its point, best first: steps across and down.
Step = tuple[float, float]
AROUND: tuple[Step, ...] = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, -1), (1, 1), (-1, -1), (-1, 1))
BESIDE: tuple[Step, ...] = ((0, -1), (0, 1), (1, 0), (-1, 0))
HERE: tuple[Step, ...] = ((0, 0),)
# Where near its point there is no room: further out, with a line that leads to the point.
_FURTHER = (14.0, 24.0, 36.0, 48.0, 64.0)  # pixels of the page
_BETWEEN: tuple[Step, ...] = tuple(
    (across, down) for half in (-0.5, 0.5) for across, down in ((1, half), (-1, half), (half, 1), (half, -1))
)


@dataclass(frozen=True, slots=True)
class Label:
    """A text that wants to stand near one of `points`.

    Attributes
    ----------
    radius
        Kept clear around the points, pixels.
    steps
        Where around a point it may stand, best first.
    led
        Whether it may stand further out, at the end of a line.
    shy
        Whether it is rather left out than written over a line.
    """

    text: str
    style: Type
    colour: str
    points: tuple[complex, ...]
    radius: float
    priority: int
    steps: tuple[Step, ...] = AROUND
    led: bool = False
    shy: bool = False


@dataclass(frozen=True, slots=True)
class Seat:
    """A box that a label may stand in, and at which side of it the text is anchored."""

    box: Box
    anchor: Anchor
    point: complex
    led: bool = False

    @property
    def leader(self) -> tuple[complex, complex]:
        """From the point to where the line meets the box."""
        box, point = self.box, self.point
        level = min(max(point.imag, box.top + box.height * 0.3), box.bottom - box.height * 0.3)
        return point, complex(min(max(point.real, box.left), box.right), level)


@dataclass
class Room:
    """What is still free of the panel.

    Attributes
    ----------
    marks
        Boxes that no label may cover.
    lines
        What a label covers only if there is no better seat.
    gap
        Pixels between two things that stand beside each other.
    """

    panel: Box
    gap: float
    marks: Boxes = field(default_factory=Boxes)
    lines: Points = field(default_factory=Points)
    _labels: Boxes = field(default_factory=Boxes)
    _leaders: Points = field(default_factory=Points)

    def is_free(self, seat: Seat) -> bool:
        """Tell whether a label may stand there."""
        if not seat.box.within(self.panel) or self._leaders.within(seat.box):
            return False
        return not self.marks.touch(seat.box, self.gap) and not self._labels.touch(seat.box, self.gap)

    def is_clear(self, seat: Seat) -> bool:
        """Tell whether a label further out names no other mark by its nearness, and its line crosses none."""
        if self.marks.touch(seat.box.grown(3 * self.gap)):
            return False
        for point in along(seat.leader):
            others = (box for box in self.marks.holding(point) if not box.holds(seat.point))
            if any(others) or any(self._labels.holding(point)):
                return False
        return True

    def cost(self, seat: Seat, scale: float) -> float:
        """Return how bad a seat further out is: what it covers, and how far it is."""
        start, end = seat.leader
        return 2 * self.lines.within(seat.box) + abs(end - start) / scale / 3

    def take(self, seat: Seat) -> None:
        """Seat a label."""
        self._labels.add(seat.box)
        if seat.led:
            self._leaders.add_line(seat.leader)


def _seats(label: Label, sheet: Sheet) -> Iterator[Seat]:
    for point in label.points:
        for across, down in label.steps:
            yield _seat(label, sheet, point, (across, down))


def _further_seats(label: Label, sheet: Sheet) -> Iterator[Seat]:
    for distance in _FURTHER if label.led else ():
        for step in (*AROUND, *_BETWEEN):
            yield _seat(label, sheet, label.points[0], step, distance * sheet.scale)


def _seat(label: Label, sheet: Sheet, point: complex, step: Step, distance: float = 0.0) -> Seat:
    across, down = step
    width, height = sheet.extent(label.text, label.style)
    slant = 1 / max(math.hypot(across, down), 1.0)
    aside = (label.radius + 4 * sheet.scale + distance) * slant
    left = point.real - width / 2 + across * (width / 2 + aside)
    top = point.imag - height / 2 + down * (height / 2 + aside - 2 * sheet.scale)
    anchor: Anchor = "left" if across == 1 else "right" if across == -1 else "center"
    return Seat(Box(left, top, left + width, top + height), anchor, point, distance > 0)


def _near_seat(label: Label, sheet: Sheet, room: Room) -> Seat | None:
    """Return the free seat beside one of the points that covers the least."""
    free = [seat for seat in _seats(label, sheet) if room.is_free(seat)]
    best = min(free, key=lambda seat: room.lines.within(seat.box), default=None)
    return None if best and label.shy and room.lines.within(best.box) else best


def _further_seat(label: Label, sheet: Sheet, room: Room) -> Seat | None:
    """Return the best free seat at the end of a line."""
    free = [seat for seat in _further_seats(label, sheet) if room.is_free(seat) and room.is_clear(seat)]
    return min(free, key=lambda seat: room.cost(seat, sheet.scale), default=None)


def draw_labels(sheet: Sheet, room: Room, labels: Iterable[Label]) -> list[Label]:
    """Write as many labels as fit and return the others, the most important first.

    All that may be led first look for a seat near their points, so that none is taken by a label from afar.
    """
    wanted = sorted(labels, key=lambda label: (-label.priority, label.text))
    waiting, left_out = wanted[:_MOST], wanted[_MOST:]
    names = [label for label in waiting if label.led]
    seats: dict[int, Seat] = {}
    for label in names:
        _take(room, seats, label, _near_seat(label, sheet, room))
    for label in names:
        if id(label) not in seats:
            _take(room, seats, label, _further_seat(label, sheet, room))
    for label in waiting:
        if not label.led:
            _take(room, seats, label, _near_seat(label, sheet, room))
    _write(sheet, [(label, seats[id(label)]) for label in waiting if id(label) in seats])
    return [*(label for label in waiting if id(label) not in seats), *left_out]


def _take(room: Room, seats: dict[int, Seat], label: Label, seat: Seat | None) -> None:
    if seat is not None:
        room.take(seat)
        seats[id(label)] = seat


def _write(sheet: Sheet, seated: Sequence[tuple[Label, Seat]]) -> None:
    look = Look(stroke=sheet.palette.ink, width=0.8 * sheet.scale, opacity=0.6)
    sheet.lines([seat.leader for _, seat in seated if seat.led], look)
    for label, seat in seated:
        box = seat.box
        sides = {"left": box.left, "center": (box.left + box.right) / 2, "right": box.right}
        place = complex(sides[seat.anchor], box.top)
        sheet.haloed(place, label.text, label.style, label.colour, seat.anchor)
