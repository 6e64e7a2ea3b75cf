"""The XML by which QGIS describes a symbol, a label and a span of time.

Element and property names are those that QGIS 3.22 writes itself: they are not documented elsewhere.
"""

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement

_EXPRESSION = "3"  # QgsProperty.ExpressionBasedProperty


def option(name: str | None, value: str | Mapping[str, str], kind: str = "QString") -> Element:
    """Return one of QGIS's options: a text of some kind, or a map of texts."""
    named = {"name": name} if name else {}
    if isinstance(value, Mapping):
        element = Element("Option", {**named, "type": "Map"})
        element.extend(option(key, inner) for key, inner in value.items())
        return element
    return Element("Option", {**named, "type": kind, "value": value})


def expressions(tag: str, of_property: Mapping[str, str]) -> Element:
    """Return the properties that an expression decides for each feature, in an element named `tag`."""
    root = Element(tag)
    collection = SubElement(root, "Option", type="Map")
    collection.append(option("name", ""))
    properties = SubElement(collection, "Option", name="properties", type="Map")
    for name, expression in of_property.items():
        entry = SubElement(properties, "Option", name=name, type="Map")
        entry.append(option("active", "true", "bool"))
        entry.append(option("expression", expression))
        entry.append(option("type", _EXPRESSION, "int"))
    collection.append(option("type", "collection"))
    return root


def part(
    kind: str,
    properties: Mapping[str, str],
    decided: Mapping[str, str] | None = None,
    inner: Element | None = None,
) -> Element:
    """Return one layer of a symbol, drawn after those before it.

    Parameters
    ----------
    kind
        QGIS's name, such as ``SimpleLine`` or ``MarkerLine``.
    properties
        Fixed properties; lengths in millimetres on paper.
    decided
        Expressions by the name of the property that each decides.
    inner
        The symbol that this layer places or draws its geometry with, named ``@...``.
    """
    element = Element("layer", {"class": kind, "enabled": "1", "pass": "0", "locked": "0"})
    element.append(option(None, properties))
    if decided:
        element.append(expressions("data_defined_properties", decided))
    if inner is not None:
        element.append(inner)
    return element


def symbol(kind: str, name: str, parts: Iterable[Element]) -> Element:
    """Return a symbol of `kind` (marker, line or fill); one within a layer is named ``@symbol@layer``."""
    element = Element("symbol", type=kind, name=name, alpha="1", clip_to_extent="1", force_rhr="0")
    element.extend(parts)
    return element


def categories(expression: str, labels: Mapping[str, str], symbols: Iterable[Element]) -> Element:
    """Return a renderer with a symbol for each value of an expression, in the order of the legend.

    Parameters
    ----------
    expression
        Gives the value by which a feature is drawn.
    labels
        The words of the legend by value.
    symbols
        One a value, named ``0``, ``1`` and so on.
    """
    root = Element("renderer-v2", type="categorizedSymbol", attr=expression, symbollevels="0")
    listed = SubElement(root, "categories")
    for number, (value, label) in enumerate(labels.items()):
        SubElement(listed, "category", symbol=str(number), value=value, label=label, render="true")
    SubElement(root, "symbols").extend(symbols)
    return root


def in_order(renderer: Element, expression: str, *, ascending: bool) -> Element:
    """Return the renderer, told which features it draws first."""
    renderer.set("enableorderby", "1")
    clause = SubElement(
        SubElement(renderer, "orderby"),
        "orderByClause",
        asc=str(int(ascending)),
        nullsFirst=str(int(ascending)),
    )
    clause.text = expression
    return renderer


def labels(
    expression: str,
    font: Mapping[str, str],
    placement: Mapping[str, str],
    decided: Mapping[str, str],
    shown: str = "",
) -> Element:
    """Return labels with a light edge, so that they can be read on any ground.

    Parameters
    ----------
    expression
        Gives the words; a feature for which it gives none has no label.
    font, placement
        Attributes of QGIS's `text-style` and `placement`.
    decided
        Expressions by the name of the property that each decides.
    shown
        An expression that tells which features may have a label; empty for all.
    """
    root = Element("labeling", type="simple")
    settings = SubElement(root, "settings", calloutType="simple")
    style = SubElement(
        settings,
        "text-style",
        {"fieldName": expression, "isExpression": "1", "fontSizeUnit": "Point", "allowHtml": "0", **font},
    )
    SubElement(
        style,
        "text-buffer",
        {"bufferDraw": "1", "bufferSize": "0.7", "bufferSizeUnits": "MM", "bufferColor": "255,255,255,235"},
    )
    SubElement(settings, "placement", dict(placement))
    SubElement(settings, "rendering", obstacle="1", obstacleType="0", scaleVisibility="0")
    of_property = {**decided, **({"Show": shown} if shown else {})}
    settings.append(expressions("dd_properties", of_property))
    return root


def span_of_time(start: str, end: str) -> Element:
    """Return when a feature is shown, by an expression for each end; the end is no longer shown.

    Mode 4 is QgsVectorLayerTemporalProperties.ModeFeatureDateTimeStartAndEndFromExpressions. A mode by
    fields leaves out the last day (https://github.com/qgis/QGIS/issues/44589).
    """
    return Element(
        "temporal",
        enabled="1",
        mode="4",
        startExpression=start,
        endExpression=end,
        limitMode="0",
        accumulate="0",
        fixedDuration="0",
        durationUnit="min",
    )
