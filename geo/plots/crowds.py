"""Points and boxes kept by where they are, so that one label is not compared with everything."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from geo.plots.shapes import Box

_STEP = 4.0  # pixels between two points of a line; no mark or label is smaller
_CELL = 32.0  # pixels; side of a cell

Cell = tuple[int, int]


def _cell(point: complex) -> Cell:
    return int(point.real // _CELL), int(point.imag // _CELL)


def _cells(box: Box) -> Iterator[Cell]:
    left, top = _cell(complex(box.left, box.top))
    right, bottom = _cell(complex(box.right, box.bottom))
    return ((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))


def along(line: Sequence[complex]) -> Iterator[complex]:
    """Yield points of a line, one every few pixels."""
    for start, end in pairwise(line):
        steps = int(abs(end - start) / _STEP) + 1
        for step in range(steps):
            yield start + (end - start) * step / steps


@dataclass
class Points:
    """Lines, as the points along them."""

    _kept: dict[Cell, list[complex]] = field(default_factory=lambda: defaultdict(list))

    def add_line(self, line: Sequence[complex]) -> None:
        """Keep a line."""
        for point in along(line):
            self._kept[_cell(point)].append(point)

    def within(self, box: Box) -> int:
        """Return how many points a box covers."""
        return sum(box.holds(point) for cell in _cells(box) for point in self._kept.get(cell, ()))


@dataclass
class Boxes:
    """Boxes of marks or labels."""

    _kept: dict[Cell, list[Box]] = field(default_factory=lambda: defaultdict(list))

    def add(self, box: Box) -> None:
        """Keep a box."""
        for cell in _cells(box):
            self._kept[cell].append(box)

    def touch(self, box: Box, gap: float = 0.0) -> bool:
        """Tell whether any of them overlaps `box`, or stands beside it closer than `gap`."""
        near = (other for cell in _cells(box.grown(gap)) for other in self._kept.get(cell, ()))
        return any(box.touches(other, gap) for other in near)

    def holding(self, point: complex) -> Iterator[Box]:
        """Yield those that a point lies in."""
        return (box for box in self._kept.get(_cell(point), ()) if box.holds(point))
