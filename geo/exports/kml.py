"""KML 2.2 (OGC 07-147r2) for Google Earth and its like: a folder a layer, with a time slider.

Google Earth shows a description as HTML and fills in ``$[...]``, so the words of a report are escaped twice:
once as text of HTML, once as text of XML. A name is never HTML, and loses its angle brackets.
"""

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import geopandas as gpd
import pandas as pd
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry, BaseMultipartGeometry

from geo.exports.values import rows
from geo.features import Layers

_NAMESPACE = "http://www.opengis.net/kml/2.2"
_DECIMALS = 6
# What XML 1.0 cannot hold, however escaped (section 2.2).
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# The colours of the page (`geo/maps/app/page.css`).
COLOURS: Mapping[str, str] = {
    "movement": "#0072b2",
    "presence": "#009e73",
    "casualties": "#d55e00",
    "supply": "#cc79a7",
    "denied": "#6d757d",
    "place": "#59636e",
}
_LAYERS = ("movements", "claims", "claims_unlocated", "places", "uncertainty")
_SWITCHED_OFF = ("uncertainty",)
_Row = Mapping[str, Any]


def kml(layers: Layers, name: str = "Deployments") -> str:
    """Return the layers as one KML document, days as time spans whose ends both count.

    Areas of uncertainty are there but switched off: those of countries would cover the rest.
    """
    return "".join(kml_pieces(layers, name))


def kml_pieces(layers: Layers, name: str = "Deployments") -> Iterator[str]:
    """Yield the text of `kml` placemark by placemark."""
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="{_NAMESPACE}">\n <Document>\n'
    yield _piece(_named("name", _name(name)), 2)
    for kind, colour in COLOURS.items():
        yield _piece(_style(kind, colour), 2)
    for layer in _LAYERS:
        yield "  <Folder>\n"
        yield from (_piece(element, 3) for element in _folder(layer, getattr(layers, layer)))
        yield "  </Folder>\n"
    yield " </Document>\n</kml>\n"


def _piece(element: Element, level: int) -> str:
    """Return an element as it stands in the document, so many levels below its root."""
    ET.indent(element, " ", level)
    return f"{' ' * level}{ET.tostring(element, encoding='unicode')}\n"


def _style(kind: str, colour: str) -> Element:
    style = Element("Style", id=kind)
    icon = SubElement(style, "IconStyle")
    _text(icon, "color", _colour(colour))
    _text(icon, "scale", "0.8")
    line = SubElement(style, "LineStyle")
    _text(line, "color", _colour(colour))
    _text(line, "width", "3")
    _text(SubElement(style, "PolyStyle"), "color", _colour(colour, "33"))
    return style


def _colour(colour: str, opacity: str = "ff") -> str:
    """Return ``#rrggbb`` in the order of KML: opacity, blue, green, red."""
    return opacity + colour[5:7] + colour[3:5] + colour[1:3]


def _folder(layer: str, table: pd.DataFrame) -> Iterator[Element]:
    """Yield what stands in the folder of a layer."""
    shown = layer not in _SWITCHED_OFF
    yield _named("name", layer)
    if not shown:
        yield _named("visibility", "0")
    geometries: Iterable[BaseGeometry | None] = (
        table.geometry if isinstance(table, gpd.GeoDataFrame) else [None] * len(table)
    )
    for row, geometry in zip(rows(table), geometries, strict=True):
        yield _placemark(row, geometry, shown=shown)


def _placemark(row: _Row, geometry: BaseGeometry | None, *, shown: bool) -> Element:
    mark = Element("Placemark")
    _text(mark, "name", _name(_title(row)))
    if not shown:
        _text(mark, "visibility", "0")
    _text(mark, "description", _description(row))
    _time(mark, row)
    _text(mark, "styleUrl", f"#{_kind(row)}")
    _data(mark, row)
    if geometry is not None:
        _geometry(mark, geometry)
    return mark


def _title(row: _Row) -> str:
    if "place_id" in row:
        return str(row["name"])
    who = [row["type"], row["side"]]
    where = [row.get("place"), " → ".join(v for v in (row.get("origin"), row.get("destination")) if v)]
    return ", ".join(str(word) for word in (*who, *where) if word)


def _kind(row: _Row) -> str:
    if "place_id" in row:
        return "place"
    return "denied" if row["status"] == "denied" else str(row["type"])


def _description(row: _Row) -> str:
    """Return lines of HTML of which only the line ends are HTML."""
    told = {
        "Who": row.get("actor") or row.get("side"),
        "How many": _number(row),
        "When": row.get("date_edtf"),
        "Status": row.get("status"),
        "Says who": row.get("sources"),
        "Quote": row.get("quote"),
        "Report": row.get("title") or row.get("report") or row.get("reports"),
        "Publisher": row.get("publisher"),
        "Published": row.get("published"),
        "Address": row.get("url"),
        "Kind": row.get("kind"),
        "Reaches, km": row.get("radius_km"),
    }
    return "<br/>".join(f"{label}: {_html(value)}" for label, value in told.items() if value is not None)


def _number(row: _Row) -> str | None:
    low, high = row.get("quantity_low"), row.get("quantity_high")
    if low is None and high is None:
        return None
    if low == high:
        number = str(low)
    elif low is None:
        number = f"up to {high}"
    else:
        number = f"at least {low}" if high is None else f"{low} to {high}"
    return f"{number} {row.get('quantity_unit') or ''}".strip()


def _html(value: object) -> str:
    """Return text as HTML that says no more than the text; ``$[`` would ask for another field."""
    return html.escape(str(value)).replace("$", "&#36;")


def _name(words: str) -> str:
    return words.replace("<", "‹").replace(">", "›").replace("$[", "$ [")


def _time(mark: Element, row: _Row) -> None:
    begin, end = row.get("date_from"), row.get("date_to")
    if begin or end:
        span = SubElement(mark, "TimeSpan")
        for tag, day in (("begin", begin), ("end", end)):
            if day:
                _text(span, tag, day)


def _data(mark: Element, row: _Row) -> None:
    data = SubElement(mark, "ExtendedData")
    for name, value in row.items():
        if value is not None:
            told = str(value).lower() if isinstance(value, bool) else str(value)
            _text(SubElement(data, "Data", name=name), "value", told)


def _geometry(parent: Element, geometry: BaseGeometry) -> None:
    """Write a geometry below `parent`; KML wants longitude before latitude."""
    if isinstance(geometry, BaseMultipartGeometry):
        several = SubElement(parent, "MultiGeometry")
        for part in geometry.geoms:
            _geometry(several, part)
    elif isinstance(geometry, Polygon):
        polygon = SubElement(parent, "Polygon")
        rings = [("outerBoundaryIs", geometry.exterior)]
        for tag, ring in rings + [("innerBoundaryIs", ring) for ring in geometry.interiors]:
            _coordinates(SubElement(SubElement(polygon, tag), "LinearRing"), ring)
    elif isinstance(geometry, LineString):
        line = SubElement(parent, "LineString")
        _text(line, "tessellate", "1")
        _coordinates(line, geometry)
    else:
        _coordinates(SubElement(parent, "Point"), geometry)


def _coordinates(parent: Element, geometry: BaseGeometry) -> None:
    pairs = (f"{round(lon, _DECIMALS)},{round(lat, _DECIMALS)}" for lon, lat in geometry.coords)
    _text(parent, "coordinates", " ".join(pairs))


def _text(parent: Element, tag: str, words: str) -> None:
    parent.append(_named(tag, words))


def _named(tag: str, words: str) -> Element:
    element = Element(tag)
    element.text = _NOT_XML.sub("�", words)
    return element
