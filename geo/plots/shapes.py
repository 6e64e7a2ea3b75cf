"""The geometry of the marks, as the page has it: curves, heads, widths and dashes.

A point is a complex number, pixels to the right and pixels down.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from geo.records import Status

MIN_WIDTH = 1.5  # pixels of the page, as all sizes here
MAX_WIDTH = 8.0
_DENIED_WIDTH = 2.5  # dots need some body
_SAMPLES = 28  # points of a curve; enough that no corner shows

Dash = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle; `top` lies above `bottom`, so it is the smaller number."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, point: complex, half: float) -> "Box":
        """Return the square of side twice `half` around a point."""
        return cls(point.real - half, point.imag - half, point.real + half, point.imag + half)

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def grown(self, by: float) -> "Box":
        """Return the rectangle with so much more on each side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def touches(self, other: "Box", gap: float = 0.0) -> bool:
        """Tell whether the two overlap, or stand beside one another closer than `gap`."""
        beside = self.left < other.right + gap and other.left < self.right + gap
        return beside and self.top < other.bottom and other.top < self.bottom

    def within(self, other: "Box") -> bool:
        """Tell whether no part lies outside of `other`."""
        level = other.left <= self.left and self.right <= other.right
        return level and other.top <= self.top and self.bottom <= other.bottom

    def holds(self, point: complex) -> bool:
        """Tell whether a point lies inside."""
        return self.left < point.real < self.right and self.top < point.imag < self.bottom


def width_of(amount: float | None, most: float | None, status: Status = Status.REPORTED) -> float:
    """Return an arrow's width: by the square root of its share in the largest number of its unit."""
    least = _DENIED_WIDTH if status is Status.DENIED else MIN_WIDTH
    if amount is None or not most:
        return least
    return max(least, MAX_WIDTH * math.sqrt(amount / most))


def dash_of(status: Status, width: float) -> Dash:
    """Return the lengths of strokes and gaps that tell how certain a claim is; none where it is told."""
    match status:
        case Status.UNCONFIRMED:
            return (width * 2 + 8, width + 5)
        case Status.EXPECTED:
            return (width + 2.5, width + 3.5)
        case Status.DENIED:
            return (0.1, width + 4)
    return ()


def ring_dash_of(status: Status) -> Dash:
    """Return the same for the ring that marks a place."""
    match status:
        case Status.UNCONFIRMED:
            return (6, 3)
        case Status.EXPECTED | Status.DENIED:
            return (2, 2.5)
    return ()


def curve(start: complex, end: complex, bend: float) -> list[complex]:
    """Return points of a quadratic curve that bulges towards the top by `bend` of its length."""
    way = end - start
    up = 1 if way.real >= 0 else -1
    control = (start + end) / 2 + complex(way.imag, -way.real) * bend * up
    steps = (step / _SAMPLES for step in range(_SAMPLES + 1))
    return [(1 - t) ** 2 * start + 2 * t * (1 - t) * control + t**2 * end for t in steps]


def shortened(points: Sequence[complex], length: float) -> list[complex]:
    """Cut a line so that it ends `length` before its last point."""
    kept = list(points)
    while len(kept) > 2 and abs(kept[-1] - kept[-2]) <= length:  # noqa: PLR2004  # a line has two ends
        length -= abs(kept[-1] - kept[-2])
        kept.pop()
    before, tip = kept[-2:]
    kept[-1] = before + (tip - before) * max(0.0, 1 - length / max(abs(tip - before), 0.001))
    return kept


def head_shape(base: complex, tip: complex, half_width: float) -> list[complex]:
    """Return the three corners of an arrow's head."""
    way = (tip - base) / max(abs(tip - base), 0.001)
    across = complex(way.imag, -way.real) * half_width
    return [base + across, tip, base - across]


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow's parts, in pixels."""

    line: tuple[complex, ...]
    shaft: tuple[complex, ...]
    head: tuple[complex, ...]

    @classmethod
    def between(
        cls, start: complex, end: complex, weight: float, bend: float, gap: float, scale: float
    ) -> "Arrow":
        """Return the arrow that ends `gap` before `end`; a very short one is straight.

        Parameters
        ----------
        weight, gap
            Width of the shaft and distance kept from the end, pixels of the picture.
        scale
            Pixels of the picture for one of the page.
        """
        length = abs(end - start)
        head = min(7 * scale + weight * 1.9, length * 0.45)
        line = shortened(curve(start, end, 0 if length < 40 * scale else bend), min(gap, length * 0.2))
        corners = head_shape(shortened(line, head)[-1], line[-1], head * 0.5)
        return cls(tuple(line), tuple(shortened(line, head * 0.82)), tuple(corners))

    @property
    def middle(self) -> complex:
        """A point half way."""
        return self.line[len(self.line) // 2]

    @property
    def length(self) -> float:
        """From end to end, as the crow flies."""
        return abs(self.line[-1] - self.line[0])
