"""GDAL's command opens what the project writes and the gazetteer that it keeps."""

from pathlib import Path

import pytest

from geo import exports, features
from geo.records import Run

from .conftest import ROOT, Ogr


def test_the_gazetteer_opens_as_points_with_names(ogrinfo: Ogr) -> None:
    told = ogrinfo("-so", "-al", ROOT / "gazetteer.json")
    assert "Geometry: Point" in told
    assert "title: String" in told
    assert "WGS 84" in told


@pytest.mark.parametrize("layer", ["movements", "claims", "places", "uncertainty"])
def test_a_layer_opens_with_one_family_and_days(
    layer: str, runs: dict[str, Run], ogrinfo: Ogr, tmp_path: Path
) -> None:
    for name, text in exports.geojson_layers(features.layers(runs["seeds"])).items():
        exports.write(tmp_path / name, text)
    told = ogrinfo("-so", "-al", tmp_path / f"{layer}.geojson")
    family = {"movements": "Multi Line String", "uncertainty": "Multi Polygon"}.get(layer, "Point")
    assert f"Geometry: {family}" in told
    if layer in ("movements", "claims"):
        assert "date_from: Date" in told
