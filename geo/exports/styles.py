"""How QGIS draws the layers: the look of the map, as QML.

A style is kept in three places: in the GeoPackage, in its projects, and beside each GeoJSON file.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, indent, tostring

import geopandas as gpd

from geo.exports import symbols
from geo.exports.symbols import part, symbol
from geo.features import Layers
from geo.records import ClaimType, Status

_INK, _PAPER, _SOFT = "26,31,37,255", "255,255,255,255", "89,99,110,255"
_CLEAR, _DENIED = "255,255,255,0", "109,117,125,255"
# Okabe and Ito's colours, told apart with every common colour vision; those of the page.
_COLOURS = {
    ClaimType.MOVEMENT: "0,114,178,255",
    ClaimType.PRESENCE: "0,158,115,255",
    ClaimType.CASUALTIES: "213,94,0,255",
    ClaimType.SUPPLY: "204,121,167,255",
}
_SHAPES = {ClaimType.CASUALTIES: "diamond", ClaimType.SUPPLY: "square"}  # all else is a disc
_DASHES = {Status.UNCONFIRMED: "3;1.6", Status.EXPECTED: "1.2;1.2", Status.DENIED: "0.1;1.5"}
_OUTLINES = {Status.UNCONFIRMED: "dash", Status.EXPECTED: "dot", Status.DENIED: "dot"}
_SURE = (Status.REPORTED, Status.CONFIRMED)

# As on the page: from 1.5 to 8 pixels (1/96 inch), by the square root within each unit.
_THIN_MM, _THICK_MM = 0.4, 2.1
_AMOUNT = 'coalesce("quantity_best","quantity_high","quantity_low",0)'
_WIDTH = (
    f'max({_THIN_MM}, {_THICK_MM} * sqrt({_AMOUNT} / max(1, maximum({_AMOUNT}, group_by:="quantity_unit"))))'
)
_HEAD = f"1.85 + 1.9 * {_WIDTH}"
_GAP_MM = 1.1  # an arrow ends before the mark of its end
_TYPE_AND_STATUS = '"type" || \', \' || "status"'
_END = "end of a movement"
_KIND_OF_MARK = f"CASE WHEN \"role\" IN ('origin', 'destination') THEN '{_END}' ELSE {_TYPE_AND_STATUS} END"
_AREAS = "('country', 'admin', 'region', 'water')"

_OF_STATE = ("0,80,90,22", "89,99,110,200", "dot")  # fill, outline and its line
_STATE_CODE = re.compile("[A-Z]{2}")

# A day lasts until the next one begins; what has no last day is shown on its first. As a moment, since QGIS
# takes a date for less than the midnight that begins it, and would show an event on the day before as well.
_FIRST_DAY = 'to_datetime("date_from")'
_AFTER_LAST_DAY = 'to_datetime(coalesce("date_to","date_from")) + to_interval(\'1 day\')'
_DATED = (
    "Undated ones are hidden while QGIS's temporal controller runs; "
    "one without a last day shows on its first."
)
NOTES: Mapping[str, str] = {
    "movements": f"Great circles from origin to destination, cut at the antimeridian. {_DATED}",
    "claims": f"One point a claim and place. {_DATED}",
    "places": "Places that a report names.",
    "uncertainty": "How far the places reach that are not points: somewhere within.",
    "movements_without_line": "Movements without two ends: who stands or falls somewhere, or only left.",
    "claims_unlocated": "Claims that name no place that is known.",
    "reports": "The reports that were read.",
    "sources": "Who stands behind the claims.",
    "disagreements": "What reports of one movement say differently, and by which claims.",
    "fields": "What each field means.",
    "countries": "Land and borders: Natural Earth, public domain, modified by Visionscarto.",
}


@dataclass(frozen=True, slots=True)
class _Kind:
    """A type and status that occur together."""

    type: ClaimType
    status: Status

    @property
    def name(self) -> str:
        return f"{self.type.value}, {self.status.value}"

    @property
    def colour(self) -> str:
        return _DENIED if self.status is Status.DENIED else _COLOURS[self.type]


def qml_files(layers: Layers) -> dict[str, str]:
    """Return the style beside each GeoJSON file by file name: QGIS applies one of the same stem."""
    return {f"{name}.qml": qml(style(name, layers)) for name in STYLED}


def qml(elements: Sequence[Element]) -> str:
    """Return a style as the text of a QML file."""
    root = Element("qgis", version="3.22.0", labelsEnabled="1", styleCategories="AllStyleCategories")
    root.extend(elements)
    indent(root, " ")
    return tostring(root, encoding="unicode") + "\n"


def style(name: str, layers: Layers, *, alone: bool = True) -> list[Element]:
    """Return the style of a layer, as a QML file and a project hold it.

    Parameters
    ----------
    name
        One of `STYLED`, or ``countries``.
    layers
        Whose types, statuses and states the legend lists.
    alone
        Whether the layer stands without the countries: then a state is drawn as the circle that it reaches,
        which goes far beyond its borders.
    """
    if name == "movements":
        return _movements(layers.movements)
    if name == "claims":
        return _claims(layers.claims)
    if name == "uncertainty":
        return _uncertainty(["area", "country"] if alone else ["area"])
    return _countries(layers) if name == "countries" else _places()


STYLED = ("movements", "claims", "places", "uncertainty")


def _kinds(frame: gpd.GeoDataFrame) -> list[_Kind]:
    """Return what occurs, in the order of the page's legend."""
    found = set(zip(frame["type"], frame["status"], strict=True))
    return [_Kind(t, s) for t in ClaimType for s in Status if (t.value, s.value) in found]


def _movements(frame: gpd.GeoDataFrame) -> list[Element]:
    kinds = _kinds(frame)
    drawn = [symbol("line", str(number), _arrow(number, kind)) for number, kind in enumerate(kinds)]
    renderer = symbols.categories(_TYPE_AND_STATUS, {k.name: k.name.capitalize() for k in kinds}, drawn)
    return [
        symbols.in_order(renderer, _AMOUNT, ascending=False),  # a thick arrow hides no thin one
        symbols.labels(
            f"format_number({_AMOUNT}, 0) || ' ' || CASE WHEN \"quantity_unit\" = 'personnel' THEN 'people' "
            "ELSE coalesce(\"quantity_unit\", '') END",
            {"fontSize": "8", "fontFamily": "Sans", "fontWeight": "50", "textColor": _INK},
            {"placement": "4", "priority": "3"},  # 4: level, along the line
            {},
            f"{_AMOUNT} > 0",
        ),
        _map_tip("history"),
        symbols.span_of_time(_FIRST_DAY, _AFTER_LAST_DAY),
    ]


def _arrow(number: int, kind: _Kind) -> list[Element]:
    """Return the layers of an arrow: a light edge, the shaft, and the marks along it."""
    shaft = {
        "line_color": kind.colour,
        "capstyle": "round" if kind.status is Status.DENIED else "flat",
        "joinstyle": "round",
        "use_custom_dash": "1" if kind.status in _DASHES else "0",
        "customdash": _DASHES.get(kind.status, "3;1.6"),
    }
    edge = {"line_color": _PAPER, "capstyle": "flat", "joinstyle": "round"}
    # The shaft ends within its head: a wide one would stand out beyond the tip.
    trimmed = {"outlineWidth": _WIDTH, "trimEnd": f"{_GAP_MM} + ({_HEAD}) * 0.8"}
    parts = [
        part("SimpleLine", edge, {**trimmed, "outlineWidth": f"{_WIDTH} + 0.6"}),
        part("SimpleLine", shaft, trimmed),
    ]
    marks = _marks_along(kind)
    return [*parts, *(_along(f"@{number}@{place}", mark) for place, mark in enumerate(marks, len(parts)))]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark on a line: where, how, and what an expression decides of it."""

    placement: str
    properties: Mapping[str, str]
    decided: Mapping[str, str]
    turned: str = "1"


def _marks_along(kind: _Kind) -> list[_Mark]:
    colour, inferred = kind.colour, '"origin_inferred"'
    plain = {"color": colour, "outline_color": colour, "outline_width": "0.3"}
    # A triangle points up and lies around its middle: it is turned and drawn back, tip to the end.
    head = {**plain, "name": "triangle", "angle": "90", "joinstyle": "miter"}
    back = f"'0,' || ({_GAP_MM} + ({_HEAD}) / 2)"
    hollow = f"if({inferred}, '{_PAPER}', '{colour}')"
    ring = {**plain, "name": "circle", "color": _PAPER, "outline_width": "0.4", "size": "2"}
    marks = [
        _Mark("lastvertex", head, {"size": _HEAD, "offset": back, "fillColor": hollow}),
        _Mark("firstvertex", ring, {"outlineColor": f"if({inferred}, '{colour}', '{_INK}')"}),
    ]
    if kind.type is ClaimType.SUPPLY:
        look = {**plain, "name": "square", "outline_color": _PAPER, "outline_width": "0.4"}
        marks.append(_Mark("centralpoint", look, {"size": f"2 + {_WIDTH}"}))
    if kind.status is Status.DENIED:
        cross = {**plain, "name": "cross2", "size": "2.6", "outline_width": "0.5"}
        marks.append(_Mark("centralpoint", cross, {}, "0"))
    return marks


def _along(name: str, mark: _Mark) -> Element:
    """Return a mark on one part of a line: a line cut at the antimeridian has one head, not two."""
    which = "1" if mark.placement == "firstvertex" else "num_geometries($geometry)"
    place = {"placements": _PLACEMENTS[mark.placement], "placement": mark.placement, "rotate": mark.turned}
    shape = part("SimpleMarker", {"scale_method": "diameter", **mark.properties}, mark.decided)
    marked = part("MarkerLine", place, None, symbol("marker", f"@{name}@0@0", [shape]))
    generated = {
        "SymbolType": "Line",
        "geometryModifier": f"geometry_n($geometry, {which})",
        "units": "MapUnit",
    }
    return part("GeometryGenerator", generated, None, symbol("line", name, [marked]))


# QGIS 3.24 and later read a list in place of the one word.
_PLACEMENTS = {"lastvertex": "LastVertex", "firstvertex": "FirstVertex", "centralpoint": "CentralPoint"}


def _claims(frame: gpd.GeoDataFrame) -> list[Element]:
    kinds = _kinds(frame[~frame["role"].isin(["origin", "destination"])])
    ends = part("SimpleMarker", _disc(_PAPER, _INK, "2"))
    marks = [symbol("marker", "0", [ends])]
    marks += [symbol("marker", str(number), _mark(kind)) for number, kind in enumerate(kinds, 1)]
    names = {_END: _END.capitalize(), **{k.name: k.name.capitalize() for k in kinds}}
    renderer = symbols.categories(_KIND_OF_MARK, names, marks)
    return [
        symbols.in_order(renderer, f"{_KIND_OF_MARK} <> '{_END}'", ascending=True),
        _map_tip("quote"),
        symbols.span_of_time(_FIRST_DAY, _AFTER_LAST_DAY),
    ]


def _disc(fill: str, outline: str, size: str) -> dict[str, str]:
    return {
        "name": "circle",
        "color": fill,
        "outline_color": outline,
        "outline_width": "0.4",
        "size": size,
        "scale_method": "diameter",
    }


def _mark(kind: _Kind) -> list[Element]:
    """Return the mark of a type: filled where it is sure, hollow and dashed where it is not."""
    colour, shape = kind.colour, _SHAPES.get(kind.type, "circle")
    size = "4" if shape == "diamond" else "3.2"
    if kind.status in _SURE:
        return [part("SimpleMarker", {**_disc(colour, _PAPER, size), "name": shape})]
    outline = {"name": shape, "outline_style": _OUTLINES[kind.status], "outline_width": "0.5"}
    parts = [part("SimpleMarker", {**_disc(_PAPER, colour, size), **outline})]
    if kind.status is Status.DENIED:
        parts.append(part("SimpleMarker", {**_disc(colour, colour, "1.6"), "name": "cross2"}))
    return parts


def _places() -> list[Element]:
    dot = part("SimpleMarker", _disc(_PAPER, _INK, "1.8"), {"enabled": '"claims" > 0'})
    only_named = {**_disc(_SOFT, _CLEAR, "0.9"), "outline_style": "no"}
    named = part("SimpleMarker", only_named, {"enabled": '"claims" = 0'})
    return [
        _single(symbol("marker", "0", [named, dot])),
        symbols.labels(
            '"name"',
            {"fontSize": "8.5", "fontFamily": "Sans", "fontWeight": "75", "textColor": _INK},
            # 6: around a point, in this order
            {"placement": "6", "predefinedPositionOrder": "R,L,B,T,TR,BR,TL,BL", "dist": "1.6"},
            {"Italic": f'"kind" IN {_AREAS}', "Bold": "true", "Priority": 'min(10, 4 + "claims")'},
            '"claims" > 0',
        ),
    ]


_SOMEWHERE = {
    "area": ("Somewhere in this area", "0,114,178,22", "0,114,178,200", "dash"),
    "country": ("Somewhere in this country", *_OF_STATE),
}


def _uncertainty(kinds: Sequence[str]) -> list[Element]:
    """Return circles for places of these kinds; a kind that is left out is not drawn."""
    attribute = "CASE WHEN \"kind\" = 'country' THEN 'country' ELSE 'area' END"
    fills = [
        symbol("fill", str(number), [_filled(*_SOMEWHERE[kind][1:], "0.33")])
        for number, kind in enumerate(kinds)
    ]
    return [symbols.categories(attribute, {kind: _SOMEWHERE[kind][0] for kind in kinds}, fills)]


def _countries(layers: Layers) -> list[Element]:
    """Return land, and above it, in the look of an area, the states in which a report places something."""
    told = layers.uncertainty.loc[layers.uncertainty["kind"] == "country", "country_code"].dropna()
    codes = ", ".join(f"'{code}'" for code in sorted(set(told)) if _STATE_CODE.fullmatch(code))
    land = _filled("248,246,241,255", "201,199,192,255", "solid", "0.15")
    named = [land, _filled(*_OF_STATE, "0.33")]
    fills = [symbol("fill", "0", [land]), symbol("fill", "1", named)]
    attribute = f"CASE WHEN \"id\" IN ({codes or 'NULL'}) THEN 'country' ELSE 'land' END"
    words = {"land": "Land", "country": _SOMEWHERE["country"][0]}
    return [symbols.categories(attribute, words, fills)]


def _filled(color: str, outline: str, line: str, width: str) -> Element:
    look = {"color": color, "style": "solid", "outline_color": outline, "outline_style": line}
    return part("SimpleFill", {**look, "outline_width": width})


def _single(drawn: Element) -> Element:
    root = Element("renderer-v2", type="singleSymbol", symbollevels="0")
    SubElement(root, "symbols").append(drawn)
    return root


def _map_tip(field: str) -> Element:
    """Return what is shown under the pointer: words of a report, which must not become HTML."""
    safe = f"replace(replace(coalesce(\"{field}\", ''), '&', '&amp;'), '<', '&lt;')"
    element = Element("mapTip")
    element.text = f"[% {safe} %]"
    return element
