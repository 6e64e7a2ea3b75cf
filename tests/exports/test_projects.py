"""Styles and projects: as XML, and as QGIS itself opens them."""

import contextlib
import datetime as dt
import io
import json
import sqlite3
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pandas as pd
import pytest

from geo import exports, features
from geo.exports import projects, styles
from geo.features import Layers
from geo.records import ClaimType, Run, Status

STYLED = ("movements", "claims", "places", "uncertainty")
EMPTY = Run((), ())


def xml(text: str) -> Element:
    return fromstring(text)  # noqa: S314 - our own text


def legend(text: str) -> list[str | None]:
    return [category.get("label") for category in xml(text).iter("category")]


# --- Styles ----------------------------------------------------------------------------------------


def test_each_layer_of_geojson_has_a_style_of_its_stem(seeds: Layers) -> None:
    files = exports.qml_files(seeds)
    assert set(files) == {f"{name}.qml" for name in STYLED}
    assert {Path(name).stem for name in exports.geojson_layers(seeds)} == set(STYLED)
    for text in files.values():
        assert xml(text).tag == "qgis"
        assert xml(text).find("renderer-v2") is not None


def test_the_legend_lists_what_occurs_in_the_order_of_the_page(seeds: Layers) -> None:
    files = exports.qml_files(seeds)
    kinds = set(zip(seeds.movements["type"], seeds.movements["status"], strict=True))
    wanted = [f"{t}, {s}".capitalize() for t in ClaimType for s in Status if (t.value, s.value) in kinds]
    assert legend(files["movements.qml"]) == wanted
    assert legend(files["claims.qml"])[0] == "End of a movement"
    empty = exports.qml_files(features.layers(EMPTY))
    assert legend(empty["movements.qml"]) == []


def test_each_status_has_a_look_of_its_own(seeds: Layers) -> None:
    row = seeds.movements.head(1)
    rows = [row.assign(status=pd.Series([s.value], index=row.index, dtype="string")) for s in Status]
    layers = replace(seeds, movements=pd.concat(rows))
    shafts = [
        tuple(option.get("value") for option in layer.findall("Option/Option"))
        for symbol in xml(exports.qml_files(layers)["movements.qml"]).findall("renderer-v2/symbols/symbol")
        for layer in symbol.findall("layer[@class='SimpleLine']")[1:]
    ]
    assert len(set(shafts)) == len(Status) - 1  # a reported arrow is drawn as a confirmed one


@pytest.mark.parametrize("name", ["movements", "claims"])
def test_a_span_of_time_ends_after_its_last_day(seeds: Layers, name: str) -> None:
    temporal = xml(exports.qml_files(seeds)[f"{name}.qml"]).find("temporal")
    assert temporal is not None
    assert (temporal.get("enabled"), temporal.get("mode")) == ("1", "4")
    assert temporal.get("startExpression") == 'to_datetime("date_from")'
    assert str(temporal.get("endExpression")).endswith("+ to_interval('1 day')")


# --- Projects --------------------------------------------------------------------------------------


def test_a_project_finds_its_layers_beside_it_under_the_name_that_is_given(seeds: Layers) -> None:
    root = xml(projects.project(seeds, "a & <b>.gpkg"))
    sources = [layer.findtext("datasource") for layer in root.iter("maplayer")]
    assert len(sources) == 11
    assert all(str(source).startswith("./a & <b>.gpkg|layername=") for source in sources)
    assert root.findtext("properties/Paths/Absolute") == "false"


def test_a_relation_joins_layers_and_fields_that_there_are(seeds: Layers) -> None:
    root = xml(projects.project(seeds, "deployments.gpkg"))
    ids = {layer.findtext("id"): layer for layer in root.iter("maplayer")}
    assert all(len(str(name)) >= 10 for name in ids)  # QGIS makes up another for a shorter one
    for relation in root.findall("relations/relation"):
        ends = [str(relation.get(side)) for side in ("referencingLayer", "referencedLayer")]
        assert set(ends) <= set(ids)
        (keys,) = relation.findall("fieldRef")
        for end, field in zip(ends, (keys.get("referencingField"), keys.get("referencedField")), strict=True):
            assert field in getattr(seeds, end.removeprefix("deployments_")).columns


def test_time_spans_the_data_in_steps_of_a_day(seeds: Layers) -> None:
    time = xml(projects.project(seeds, "d.gpkg")).find("ProjectTimeSettings")
    assert time is not None
    assert (time.get("timeStep"), time.get("timeStepUnit")) == ("1", "d")
    days = [day for c in ("date_from", "date_to") for day in seeds.claims[c].dropna()]
    assert time.findtext("TemporalRange/start") == f"{min(days).isoformat()}T00:00:00Z"
    assert str(time.findtext("TemporalRange/end")) > f"{max(days).isoformat()}T00:00:00Z"
    without = xml(projects.project(features.layers(EMPTY), "d.gpkg")).find("ProjectTimeSettings")
    assert without is not None
    assert without.find("TemporalRange/start") is None


def test_an_archive_holds_the_project_without_a_clock(seeds: Layers) -> None:
    content = exports.project_archive(seeds, "d.gpkg")
    assert content == exports.project_archive(seeds, "d.gpkg")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        (entry,) = archive.infolist()
        assert (entry.filename, entry.date_time) == ("deployments.qgs", (1980, 1, 1, 0, 0, 0))
        assert archive.read(entry).decode("utf-8") == projects.project(seeds, "d.gpkg")


def test_the_package_holds_the_styles_and_a_project_of_its_own_name(seeds: Layers, tmp_path: Path) -> None:
    path = tmp_path / "été 1.gpkg"
    exports.write(path, exports.geopackage(seeds, path.name))
    with contextlib.closing(sqlite3.connect(path)) as database:
        rows = database.execute(
            "SELECT f_table_name, styleQML FROM layer_styles "
            "WHERE useAsDefault = 1 AND f_geometry_column = 'geom'"
        ).fetchall()
        ((name, described, content),) = database.execute("SELECT * FROM qgis_projects").fetchall()
    assert dict(rows) == {layer: styles.qml(styles.style(layer, seeds)) for layer in (*STYLED, "countries")}
    assert (name, json.loads(described)["name"]) == ("deployments", "deployments")
    with zipfile.ZipFile(io.BytesIO(bytes.fromhex(content))) as archive:
        assert "./été 1.gpkg|layername=claims" in archive.read("deployments.qgs").decode("utf-8")


def test_no_style_asks_another_layer(seeds: Layers) -> None:
    """Where a program waits for a picture, QGIS would wait for the other layer for ever."""
    for layer in (*STYLED, "countries"):
        assert "get_feature" not in styles.qml(styles.style(layer, seeds)), layer
    assert "get_feature" not in projects.project(seeds, "d.gpkg")


def test_a_state_is_drawn_within_its_borders_in_a_project_and_as_a_circle_alone(seeds: Layers) -> None:
    alone = styles.qml(styles.style("uncertainty", seeds))
    beside = styles.qml(styles.style("uncertainty", seeds, alone=False))
    assert 'value="country"' in alone
    assert 'value="country"' not in beside
    countries = styles.qml(styles.style("countries", seeds))
    told = seeds.uncertainty.loc[seeds.uncertainty["kind"] == "country", "country_code"]
    assert told.size
    assert all(f"'{code}'" in countries for code in told)
    assert "IN (NULL)" in styles.qml(styles.style("countries", features.layers(EMPTY)))


# --- QGIS ------------------------------------------------------------------------------------------

OPENER = """
import json, os, sys
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
app = QgsApplication([], False)
app.initQgis()
complaints, folder, told = [], sys.argv[1], {}
app.messageLog().messageReceived.connect(lambda text, tag, level: complaints.append(text) if level else None)
project = QgsProject.instance()
for name in (f"geopackage:{folder}/d.gpkg?projectName=deployments", f"{folder}/d.qgz"):
    opened = project.read(name)
    layers = project.mapLayers().values()
    time = project.timeSettings()
    told[name.removeprefix("geopackage:")[len(folder) + 1:].partition("?")[0]] = {
        "opened": opened,
        "valid": sorted(layer.name() for layer in layers if layer.isValid()),
        "timed": sorted(l.name() for l in layers if l.temporalProperties().isActive()),
        "labelled": sorted(l.name() for l in layers if l.labelsEnabled()),
        "renderers": {l.name(): l.renderer().type() for l in layers if l.renderer()},
        "relations": [r.isValid() for r in project.relationManager().relations().values()],
        "range": [time.temporalRange().begin().isValid(), time.timeStep()],
        "crs": project.crs().authid(),
    }
    project.clear()
for name in ("movements", "claims", "places", "uncertainty"):
    for source in (f"{folder}/d.gpkg|layername={name}", f"{folder}/{name}.geojson"):
        layer = QgsVectorLayer(source, name, "ogr")
        _, applied = layer.loadDefaultStyle()
        told[source[len(folder) + 1:]] = [applied, layer.temporalProperties().isActive()]
told["complaints"] = complaints
print(json.dumps(told), flush=True)
os._exit(0)
"""


@pytest.mark.parametrize("which", ["seeds", "empty"])
def test_qgis_opens_all_of_it_styled_and_in_time(
    seeds: Layers, tmp_path: Path, qgis: Callable[..., str], which: str
) -> None:
    layers = seeds if which == "seeds" else features.layers(EMPTY)
    exports.write(tmp_path / "d.gpkg", exports.geopackage(layers, "d.gpkg"))
    exports.write(tmp_path / "d.qgz", exports.project_archive(layers, "d.gpkg"))
    for name, text in {**exports.geojson_layers(layers), **exports.qml_files(layers)}.items():
        exports.write(tmp_path / name, text)
    told = json.loads(qgis(OPENER, tmp_path))
    assert told.pop("complaints") == []
    for name in ("d.gpkg", "d.qgz"):
        project = told.pop(name)
        assert project["opened"]
        assert len(project["valid"]) == 11
        assert project["timed"] == ["Claims", "Movements"]
        assert project["labelled"] == ["Movements", "Places"]
        assert project["renderers"]["Movements"] == "categorizedSymbol"
        assert project["relations"] == [True] * 5
        assert project["range"] == [which == "seeds", 1.0]
        assert project["crs"] == "EPSG:3857"
    for source, (applied, timed) in told.items():
        if which == "seeds" or source.startswith("d.gpkg"):  # an empty collection has no fields to style
            assert applied, source
            assert timed == ("movements" in source or "claims" in source), source


DAYS = """
import json, os, sys
from qgis.core import (QgsApplication, QgsDateTimeRange, QgsExpression, QgsFeatureRequest, QgsVectorLayer,
                       QgsVectorLayerTemporalContext)
from qgis.PyQt.QtCore import QDateTime, Qt
app = QgsApplication([], False)
app.initQgis()
told = {}
for source in sys.argv[2:]:
    layer = QgsVectorLayer(f"{sys.argv[1]}/{source}", "claims", "ogr")
    layer.loadDefaultStyle()
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    told[source] = {}
    for day in ("2024-10-07", "2024-10-08", "2024-10-13", "2024-10-14"):
        begin = QDateTime.fromString(f"{day}T00:00:00Z", Qt.ISODate)
        frame = QgsDateTimeRange(begin, begin.addDays(1), True, False)
        wanted = QgsExpression(layer.temporalProperties().createFilterString(context, frame))
        told[source][day] = sum(1 for _ in layer.getFeatures(QgsFeatureRequest(wanted)))
print(json.dumps(told), flush=True)
os._exit(0)
"""


def test_qgis_shows_a_claim_on_each_of_its_days_and_on_no_other(
    seeds: Layers, tmp_path: Path, qgis: Callable[..., str]
) -> None:
    exports.write(tmp_path / "d.gpkg", exports.geopackage(seeds, "d.gpkg"))
    for name, text in {**exports.geojson_layers(seeds), **exports.qml_files(seeds)}.items():
        exports.write(tmp_path / name, text)
    told = json.loads(qgis(DAYS, tmp_path, "d.gpkg|layername=claims", "claims.geojson"))
    dated = seeds.claims.dropna(subset="date_from")
    last = dated["date_to"].fillna(dated["date_from"])
    for source, counts in told.items():
        for day, shown in counts.items():
            on = dt.date.fromisoformat(day)
            lasts = [a <= on <= b for a, b in zip(dated["date_from"], last, strict=True)]
            assert shown == sum(lasts), f"{source} on {day}"
    assert len({tuple(counts.values()) for counts in told.values()}) == 1
