"""KML 2.2 under the OGC's schema, and as GDAL reads it."""

import html
import re
import xml.etree.ElementTree as ET
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from lxml import etree

from geo import exports, features
from geo.exports.kml import COLOURS, kml
from geo.plots.palette import LIGHT
from geo.records import ClaimType, Run

from .conftest import HOSTILE, Ogr, claim, run_of

ROOT = Path(__file__).parents[2]
NAMES = {"": "http://www.opengis.net/kml/2.2"}


@pytest.fixture(scope="session")
def schema() -> etree.XMLSchema:
    """Return the schema of OGC 07-147r2 as fastkml carries it, read without a network."""
    with as_file(files("fastkml") / "schema") as folder:
        parser = etree.XMLParser(no_network=True)
        return etree.XMLSchema(etree.parse(str(folder / "ogckml22.xsd"), parser))


def folders(run: Run) -> dict[str, list[ET.Element]]:
    """Return the placemarks of each folder."""
    root = ET.fromstring(kml(features.layers(run)))  # noqa: S314 - our own file
    found = root.findall("Document/Folder", NAMES)
    return {str(folder.findtext("name", "", NAMES)): folder.findall("Placemark", NAMES) for folder in found}


def test_the_schema_of_the_ogc_holds(small_run: Run, schema: etree.XMLSchema) -> None:
    parser = etree.XMLParser(huge_tree=True)
    schema.assertValid(etree.fromstring(kml(features.layers(small_run)).encode(), parser))


def test_there_is_a_folder_a_layer_and_a_placemark_a_row(small_run: Run) -> None:
    layers = features.layers(small_run)
    found = {name: len(marks) for name, marks in folders(small_run).items()}
    assert list(found) == ["movements", "claims", "claims_unlocated", "places", "uncertainty"]
    assert found == {name: len(getattr(layers, name)) for name in found}


def test_days_are_days_and_an_undated_claim_has_no_span(runs: dict[str, Run]) -> None:
    spans = [
        [(tag.tag.partition("}")[2], tag.text) for tag in mark.findall("TimeSpan/*", NAMES)]
        for marks in folders(runs["seeds"]).values()
        for mark in marks
    ]
    assert [] in spans
    assert [("begin", "2024-10-08"), ("end", "2024-10-13")] in spans
    for span in spans:
        assert [tag for tag, _ in span] in ([], ["begin"], ["end"], ["begin", "end"])
        assert all(re.fullmatch(r"\d{4}-\d{2}-\d{2}", day or "") for _, day in span)


def test_a_description_tells_who_how_many_when_and_who_says_so() -> None:
    (mark, _) = folders(
        run_of(claim(1, "They went."), title="A title", publisher="A paper", url="https://news.example/a")
    )["claims"]
    assert mark.findtext("description", "", NAMES).split("<br/>") == [
        "Who: They went.",
        "How many: 1500 personnel",
        "When: 2024-10-08/2024-10-13",
        "Status: reported",
        "Says who: They went.; NIS",
        "Quote: They went.",
        "Report: A title",
        "Publisher: A paper",
        "Address: https://news.example/a",
        "Reaches, km: 9.0",
    ]


def test_reported_words_are_no_html_no_template_and_lose_only_what_xml_cannot_hold(
    runs: dict[str, Run],
) -> None:
    kept = HOSTILE.replace("\x00", "�").replace("\x07", "�").replace("\r\n", "\n")
    for mark in folders(runs["hostile"])["claims"]:
        description = mark.findtext("description", "", NAMES)
        assert set(re.findall("<[^>]*>", description)) == {"<br/>"}
        assert "$[" not in description
        assert f"Quote: {kept}" in html.unescape(description)
        assert mark.findtext("styleUrl", "", NAMES) == "#movement"
        assert "<" not in mark.findtext("name", "", NAMES)


def test_styles_have_the_colours_of_the_map() -> None:
    assert {kind: COLOURS[kind] for kind in ClaimType} == {kind: LIGHT.of_type(kind) for kind in ClaimType}
    assert COLOURS["denied"] == LIGHT.denied
    page = (ROOT / "geo" / "maps" / "app" / "page.css").read_text(encoding="utf-8")
    assert all(colour in page for colour in COLOURS.values())


def test_the_same_layers_give_the_same_text(runs: dict[str, Run]) -> None:
    assert kml(features.layers(runs["seeds"])) == kml(features.layers(runs["seeds"]))


def test_gdal_reads_every_layer_with_its_days(
    small_run: Run, ogrinfo: Ogr, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("kml") / "deployments.kml"
    layers = features.layers(small_run)
    exports.write(path, kml(layers))
    told = ogrinfo("-so", "-al", path)
    assert "`LIBKML' successful" in told
    for name in ("movements", "claims", "claims_unlocated", "places", "uncertainty"):
        if len(getattr(layers, name)):
            assert re.search(rf"Layer name: {name}\n.*\nFeature Count: {len(getattr(layers, name))}\n", told)


def test_gdal_takes_a_time_span_for_dates(runs: dict[str, Run], ogrinfo: Ogr, tmp_path: Path) -> None:
    exports.write(tmp_path / "a.kml", kml(features.layers(runs["letters"])))
    told = ogrinfo("-al", tmp_path / "a.kml", "claims")
    assert "begin (DateTime) = 2024/10/08" in told
    assert "end (DateTime) = 2024/10/13" in told
