"""The paper and the pens: matplotlib, with pixels counted from the top left.

One point of the figure is one pixel of the picture, since it has 72 dots an inch.
"""

import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count
from typing import Any, Literal
from warnings import catch_warnings, filterwarnings

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Circle, PathPatch, Rectangle, Wedge
from matplotlib.path import Path
from matplotlib.patheffects import withStroke
from matplotlib.text import Text
from matplotlib.textpath import TextToPath
from matplotlib.transforms import Affine2D, Bbox

from geo.plots.palette import Palette
from geo.plots.shapes import Box, Dash

_DOTS_PER_INCH = 72
# No file of a user's settings changes a picture. DejaVu Sans comes with matplotlib, so that a letter is
# as wide on every machine; an SVG names it, and any sans serif where it is missing.
_STYLE: dict[Any, object] = {
    "font.sans-serif": ["DejaVu Sans"],
    "font.family": ["sans-serif"],
    "lines.scale_dashes": False,
    "path.simplify": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "geo",
    "text.hinting": "no_hinting",  # else a letter and its rim, which is an outline, stand apart
}
_MISSING_GLYPH = "Glyph .* missing from font"
# Controls, halves of characters, what is no character, and what turns the direction of what follows.
_NO_TEXT = re.compile(
    "[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_SPACE = re.compile(r"[ \t\r\n\v\f\u0085\u2028\u2029]+")
_HALO = "halo"  # begins the ids of halos in an SVG
_LINE = 1.25  # from one line of text to the next, in letter sizes
_BASE = 0.93  # from the top of a line to where its letters stand, in letter sizes

Anchor = Literal["left", "center", "right"]


def clean(text: str, most: int = 200) -> str:
    """Return a report's words as one line that can be drawn: controls replaced, at most so many letters."""
    line = _NO_TEXT.sub("\ufffd", _SPACE.sub(" ", text)).strip()
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


@contextmanager
def settled() -> Iterator[None]:
    """Draw as this program does, whatever the user's own settings of matplotlib are."""
    with mpl.rc_context(), catch_warnings():
        filterwarnings("ignore", _MISSING_GLYPH)
        mpl.rcdefaults()
        mpl.rcParams.update(_STYLE)
        yield


@dataclass(frozen=True, slots=True)
class Type:
    """How a text looks; `size` in pixels of the page."""

    size: float
    bold: bool = False
    italic: bool = False

    def font(self, scale: float) -> FontProperties:
        """Return the font for a picture of so many pixels for one of the page."""
        return FontProperties(
            family="sans-serif",
            size=self.size * scale,
            weight="bold" if self.bold else "normal",
            style="italic" if self.italic else "normal",
        )


@dataclass(frozen=True, slots=True)
class Look:
    """How a shape is drawn: width and dash in pixels of the picture; no colour, no line or no fill."""

    stroke: str | None = None
    width: float = 1.0
    dash: Dash = ()
    fill: str | None = None
    fill_opacity: float = 1.0
    opacity: float = 1.0
    round_ends: bool = False


@dataclass
class Sheet:
    """A picture in the making.

    Attributes
    ----------
    scale
        Pixels of the picture for one of the page, so that a larger one looks alike.
    clip
        The part that shapes are drawn in; None for all of it.
    """

    width: int
    height: int
    palette: Palette
    scale: float
    clip: Box | None = None
    _figure: Figure = field(init=False)
    _order: Iterator[int] = field(init=False, default_factory=count)
    _halos: list[Text] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        """Take a sheet of that size and colour."""
        inches = (self.width / _DOTS_PER_INCH, self.height / _DOTS_PER_INCH)
        self._figure = Figure(figsize=inches, dpi=_DOTS_PER_INCH, facecolor=self.palette.paper)

    def _add(self, artist: Artist) -> None:
        artist.set_transform(Affine2D().scale(1, -1).translate(0, self.height))
        artist.set_zorder(next(self._order))  # what comes later lies above
        self._figure.add_artist(artist, clip=True)
        if self.clip:
            top, bottom = self.height - self.clip.top, self.height - self.clip.bottom
            artist.set_clip_path(None)
            artist.set_clip_box(Bbox.from_extents(self.clip.left, bottom, self.clip.right, top))

    def _add_patch(self, patch: PathPatch | Circle | Wedge | Rectangle, look: Look) -> None:
        opacity = look.opacity
        patch.set_facecolor((look.fill, opacity * look.fill_opacity) if look.fill else "none")
        patch.set_edgecolor((look.stroke, opacity) if look.stroke else "none")
        patch.set_linewidth(look.width if look.stroke else 0)
        patch.set_linestyle((0, look.dash) if look.dash else "solid")
        patch.set_capstyle("round" if look.round_ends else "butt")
        patch.set_joinstyle("round")
        self._add(patch)

    def lines(self, lines: Sequence[Sequence[complex]], look: Look, *, closed: bool = False) -> None:
        """Draw lines as one shape; as areas with holes where they are closed."""
        corners: list[tuple[float, float]] = []
        codes: list[int] = []
        for line in lines:
            corners.extend((round(point.real, 2), round(point.imag, 2)) for point in line)
            codes.extend((int(Path.MOVETO), *[int(Path.LINETO)] * (len(line) - 1)))
            if closed:
                corners.append((0, 0))  # which nobody reads
                codes.append(int(Path.CLOSEPOLY))
        if corners:
            self._add_patch(PathPatch(Path(corners, codes)), look)

    def disc(self, centre: complex, radius: float, look: Look) -> None:
        """Draw a circle."""
        self._add_patch(Circle((centre.real, centre.imag), radius), look)

    def slice(self, centre: complex, radius: float, start: float, end: float, look: Look) -> None:
        """Draw a part of a disc, in turns with the clock from the top."""
        self._add_patch(Wedge((centre.real, centre.imag), radius, start * 360 - 90, end * 360 - 90), look)

    def box(self, box: Box, look: Look) -> None:
        """Draw a rectangle."""
        self._add_patch(Rectangle((box.left, box.top), box.width, box.height), look)

    def cross(self, centre: complex, size: float, look: Look) -> None:
        """Draw a cross that strikes something out."""
        arms = [[centre - size * arm, centre + size * arm] for arm in (complex(1, 1), complex(1, -1))]
        self.lines(arms, look)

    def text(self, place: complex, words: str, style: Type, colour: str, anchor: Anchor = "left") -> Text:
        """Write one line; `place` is the top of it, at the side that is its anchor."""
        base = place.imag + style.size * self.scale * _BASE
        written = Text(place.real, base, words, color=colour, fontproperties=style.font(self.scale))
        written.set_horizontalalignment(anchor)
        written.set_parse_math(False)  # a dollar is a dollar
        self._add(written)
        return written

    def haloed(self, place: complex, words: str, style: Type, colour: str, anchor: Anchor = "left") -> None:
        """Write one line with a rim of paper around its letters, to be read on any ground."""
        halo = self.text(place, words, style, self.palette.paper, anchor)
        halo.set_gid(f"{_HALO}-{len(self._halos) + 1}")
        self._halos.append(halo)
        self.text(place, words, style, colour, anchor)

    def extent(self, words: str, style: Type) -> tuple[float, float]:
        """Return the width and height of a line of text, pixels."""
        return _text_width(words, style, self.scale), style.size * self.scale * _LINE

    def wrapped(self, words: str, style: Type, width: float) -> list[str]:
        """Break a text into lines of at most `width` pixels; a longer word has a line of its own."""
        lines: list[str] = []
        for word in words.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.extent(longer, style)[0] <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def fitted(self, words: str, style: Type, width: float) -> str:
        """Cut a line so that it is at most `width` pixels long."""
        kept = words
        while kept and self.extent(f"{kept}…" if kept != words else kept, style)[0] > width:
            kept = kept[:-1]
        return words if kept == words else f"{kept.rstrip()}…"

    def png(self) -> bytes:
        """Return the sheet as PNG."""
        for halo in self._halos:
            halo.set_path_effects([withStroke(linewidth=3 * self.scale, foreground=self.palette.paper)])
        return self._saved("png", {"Software": None})

    def svg(self, title: str) -> bytes:
        """Return the sheet as SVG whose text is text.

        An effect of matplotlib would turn letters into outlines, so halos are texts with a rim in the
        file's own style; a program that knows no style shows them as paper below the letters.
        """
        for halo in self._halos:
            halo.set_path_effects([])
        drawn = self._saved("svg", {"Date": None, "Creator": None, "Title": title}).decode("utf-8")
        rim = f"stroke: {self.palette.paper}; stroke-width: {3 * self.scale:.2f}px"
        size = f'width="{self.width}{{unit}}" height="{self.height}{{unit}}"'
        drawn = drawn.replace(size.format(unit="pt"), size.format(unit="px"), 1)
        drawn = drawn.replace("</style>", f'g[id^="{_HALO}-"] text {{{rim}}}</style>', 1)
        return drawn.replace(f'<g id="{_HALO}-', f'<g aria-hidden="true" id="{_HALO}-').encode("utf-8")

    def _saved(self, kind: str, metadata: dict[str, str | None]) -> bytes:
        target = io.BytesIO()
        self._figure.savefig(target, format=kind, metadata=metadata)
        return target.getvalue()


@lru_cache(maxsize=4096)
def _text_width(words: str, style: Type, scale: float) -> float:
    width, _, _ = TextToPath().get_text_width_height_descent(words, style.font(scale), ismath=False)
    return float(width)
