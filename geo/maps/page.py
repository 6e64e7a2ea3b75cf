"""The page as one HTML file that asks nothing of a network.

Folium puts a page together with Jinja, and hands what comes out to Jinja a second time, so that
``{{ ... }}`` within a report would be run as a program. No report's word passes it here: folium
renders fixed parts that hold one marker for each piece, and the pieces are put in afterwards.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import folium
from branca.element import Element, Figure
from folium.map import CustomPane
from folium.template import Template

from geo.maps import assets
from geo.maps.about import about, data_date
from geo.maps.choice import MOST_CLAIMS, choose
from geo.maps.fallback import claims_table
from geo.maps.markup import escape, escape_json, json_block, json_list_block, script_hash
from geo.maps.naming import in_words_of
from geo.maps.payload import payload, spare, whole
from geo.maps.tiles import Tiles
from geo.maps.words import Words
from geo.records import Run

_MARKER = re.compile("@@([a-z]+)@@")
_EXECUTED_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)

# Two canvases, since one that takes the pointer hides those below it from the pointer.
_PANES = (("land", 200, False), ("tiles", 250, False), ("marks", 400, True), ("labels", 450, False))


@dataclass(frozen=True, slots=True)
class PageSettings:
    """What a person may choose about the page.

    Attributes
    ----------
    title
        Shown as typed; None for the page's own in its language.
    language
        ISO 639-1 code of the page's own words: ``en`` or ``fr``. Quotes stay as they are.
    basemap
        Detail of the country outlines: ``110m``, ``50m`` or ``none``.
    tiles
        A server of tiles to draw above the outlines; None, and the page asks nothing of a network.
    most_claims
        Claims that the page shows; of more it shows a part and says so (`geo.maps.choice.choose`).
    """

    title: str | None = None
    language: str = "en"
    basemap: str = "110m"
    tiles: Tiles | None = None
    most_claims: int = MOST_CLAIMS


class _GeoMap(folium.Map):
    """A folium map that names no remote file and leaves the page's head alone."""

    default_js: list[tuple[str, str]] = []  # noqa: RUF012  # the base class reads it as it is
    default_css: list[tuple[str, str]] = []  # noqa: RUF012  # as above

    _template = Template(
        """
        {% macro html(this, kwargs) %}<div class="folium-map" id="{{ this.get_name() }}"></div>{% endmacro %}
        {% macro script(this, kwargs) %}
        const {{ this.get_name() }} = L.map("{{ this.get_name() }}", {
          center: {{ this.location|tojson }}, crs: L.CRS.{{ this.crs }}, ...{{ this.options|tojavascript }}
        });
        const geoMap = {{ this.get_name() }};
        {% endmacro %}
        """
    )


class _Page(Figure):
    """The fixed parts of the page: words of our own, and markers where others' words will stand."""

    _template = Template(assets.skeleton())

    def __init__(self, words: Words, *, has_basemap: bool) -> None:
        super().__init__(title="@@title@@")
        self.words = words
        self.has_basemap = has_basemap


def render_page(run: Run, settings: PageSettings = PageSettings()) -> str:
    """Return the page that shows a run.

    Parameters
    ----------
    run
        What was read and found; it may be empty.
    settings
        Title, language and basemap.

    Returns
    -------
    str
        A whole HTML file. The same run and settings give the same text.

    Raises
    ------
    NotFoundError
        The page has no such language or basemap.
    """
    return "".join(page_pieces(run, settings))


def page_pieces(run: Run, settings: PageSettings = PageSettings()) -> Iterator[str]:
    """Yield the text of `render_page` piece by piece, each claim as it is asked for."""
    words = Words.of(settings.language)
    run = in_words_of(run, settings.language)
    basemap = assets.compact_basemap(settings.basemap)
    fixed = _fixed_parts(words, has_basemap=basemap is not None)
    pieces, claims = _pieces(run, settings, words)
    pieces |= {"basemap": escape_json(basemap or "null")}
    pieces["policy"] = _policy(fixed, pieces, settings.tiles)
    whole_pieces = {name: [text] for name, text in pieces.items()}
    yield from _put_in(fixed, {**whole_pieces, "claims": claims})


def _fixed_parts(words: Words, *, has_basemap: bool) -> str:
    """Return the page without any piece; it depends on nothing that was read."""
    page = _Page(words, has_basemap=has_basemap)
    view = _GeoMap(
        location=[20, 0],
        zoom_start=2,
        tiles=None,
        prefer_canvas=True,
        zoom_control=False,
        attribution_control=False,
        min_zoom=0,  # a phone shows the whole world
        max_zoom=12,
        zoom_snap=0.25,
        zoom_delta=0.75,
    )
    view.options.update(maxZoom=12, minZoom=0)  # folium drops both where there are no tiles
    for name, z_index, pointer in _PANES:
        CustomPane(name, z_index=z_index, pointer_events=pointer).add_to(view)
    view.add_to(page)
    return _with_ordinals(page.render(), page)


def _with_ordinals(text: str, root: Element) -> str:
    """Replace folium's random ids by the order in which the elements stand."""
    for ordinal, element in enumerate(_descendants(root)):
        text = text.replace(element._id, str(ordinal))  # noqa: SLF001  # branca names it nowhere else
    return text


def _descendants(element: Element) -> Iterator[Element]:
    yield element
    for child in element._children.values():  # noqa: SLF001  # as above
        yield from _descendants(child)


def _pieces(run: Run, settings: PageSettings, words: Words) -> tuple[dict[str, str], Iterator[str]]:
    """Return what the page says by marker, and the claims, which its script reads when first asked for."""
    title, tiles = settings.title or words.word("page", "title"), settings.tiles
    part = choose(run, settings.most_claims)
    told, claims = payload(part, words, None if part is run else run)
    shown = told | {
        "read": data_date(run, words),
        "tiles": {"url": tiles.url} if tiles else None,
        "share": _share("share", part, run, words) or None,
    }
    pieces = {
        "title": escape(title),
        "heading": escape(title),
        "plainheading": escape(title),
        "summary": escape(summary(run, words)),
        "partial": _notice(part, run, words),
        "share": escape(_share("share", part, run, words)),
        "table": claims_table(run, words, len(part.claims)),
        "data": json_block({**shown, "movements": list(spare(shown["movements"]))}),
        "about": about(run, words, tiles.server if tiles else None, has_basemap=settings.basemap != "none"),
        "tilescredit": escape(_tiles_credit(tiles, words)) if tiles else "",
        "leafletstyle": assets.leaflet_style(),
        "leafletscript": assets.leaflet_script(),
        "appstyle": assets.app_style(),
        "appscript": assets.app_script(),
    }
    return pieces, json_list_block(spare(claims))


def summary(run: Run, words: Words) -> str:
    """Say how much was read, and when it was published."""
    counts = (
        words.count("movement", len(whole(run))),
        words.count("claim", len(run.claims)),
        words.count("report", len(run.readings)),
    )
    days = [reading.document.published for reading in run.readings if reading.document.published]
    if not days:
        return " · ".join(counts)
    when = words.interval(min(days), max(days))
    return " · ".join((*counts, words.phrase("reports_span", when=when)))


def _notice(part: Run, run: Run, words: Words) -> str:
    """Return HTML that says which part of a run the page shows and where all is; empty where it shows all."""
    told = _share("partial", part, run, words)
    return f'<p class="partial" id="partial" role="note">{escape(told)}</p>' if told else ""


def _share(phrase: str, part: Run, run: Run, words: Words) -> str:
    """Say in a phrase of the page how much of a run it shows; empty where it shows the whole."""
    if part is run:
        return ""
    return words.word("page", phrase).format(
        claims=words.number(len(part.claims)),
        all_claims=words.count("claim", len(run.claims)),
        movements=words.number(len(whole(part))),
        all_movements=words.count("movement", len(whole(run))),
    )


def _tiles_credit(tiles: Tiles, words: Words) -> str:
    credit = f" {tiles.credit}" if tiles.credit else ""
    return " " + words.word("about", "tiles").format(server=tiles.server) + credit


def _policy(fixed: str, pieces: Mapping[str, str], tiles: Tiles | None) -> str:
    """Return a Content-Security-Policy that lets this page's own scripts run and nothing else."""
    scripts = [_fill(body, pieces) for body in _EXECUTED_SCRIPT.findall(fixed)]
    hashes = " ".join(script_hash(script) for script in scripts)
    images = f" {tiles.origin}" if tiles else ""
    return (
        f"default-src 'none'; img-src data: blob:{images}; style-src 'unsafe-inline'; "
        f"script-src {hashes}; base-uri 'none'; form-action 'none'"
    )


def _put_in(fixed: str, pieces: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Yield the page with each marker's piece in its place; a marker within a piece stays text."""
    parts = _MARKER.split(fixed)  # text and markers by turns
    if sorted(parts[1::2]) != sorted(pieces):
        raise ValueError(f"the page's markers {sorted(parts[1::2])} are not its pieces {sorted(pieces)}")
    for number, part in enumerate(parts):
        yield from pieces[part] if number % 2 else [part]


def _fill(text: str, pieces: Mapping[str, str]) -> str:
    return _MARKER.sub(lambda match: pieces[match[1]], text)
