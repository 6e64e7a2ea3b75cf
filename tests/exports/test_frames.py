"""Frames of claims and movements for a notebook, and a package that stays light until one is asked for."""

import subprocess
import sys
from pathlib import Path

import geopandas as gpd
import matplotlib as mpl
import pandas as pd
import pytest

import geo
from geo import features
from geo.records import ClaimType, Means, PlaceKind, Run, Status

from .conftest import ROOT, Ogr

SEEDS = ROOT / "seeds"
ONE_OF = {"type": ClaimType, "status": Status, "place_kind": PlaceKind, "means": Means}


def frames(run: Run) -> dict[str, gpd.GeoDataFrame]:
    return {"claims": geo.claims_frame(run), "movements": geo.movements_frame(run)}


def test_the_public_names_are_complete() -> None:
    assert sorted(geo.__all__) == ["__version__", "claims_frame", "movements_frame"]
    assert set(geo.__all__) <= set(dir(geo))
    assert all(getattr(geo, name) for name in geo.__all__)
    with pytest.raises(AttributeError, match="module 'geo' has no attribute 'frame'"):
        _ = geo.frame


def test_the_package_is_light_until_a_frame_is_asked_for() -> None:
    code = (
        "import sys, geo; heavy = {'geopandas', 'pandas', 'shapely', 'folium', 'geo.pipeline'};"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules);"
        "geo.claims_frame; assert 'geopandas' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_a_file_a_folder_several_of_them_and_a_run_give_the_same(runs: dict[str, Run]) -> None:
    expected = geo.claims_frame(runs["seeds"])
    for reports in (SEEDS, str(SEEDS), [SEEDS], iter([str(SEEDS)])):
        pd.testing.assert_frame_equal(pd.DataFrame(geo.claims_frame(reports)), pd.DataFrame(expected))
    one = geo.claims_frame(SEEDS / "fr-vladivostok-transfert.md")
    assert set(one["report"]) == {"fr-vladivostok-transfert"}


def test_columns_have_proper_types_even_in_an_empty_frame(small_run: Run) -> None:
    for frame in frames(small_run).values():
        assert frame.crs == "EPSG:4326"
        assert str(frame["date_from"].dtype) == "date32[day][pyarrow]"
        assert frame["quantity_low"].dtype == pd.Int64Dtype()
        for name, kinds in ONE_OF.items():
            if name in frame:
                assert list(frame[name].cat.categories) == [kind.value for kind in kinds]
    assert list(geo.claims_frame(small_run)["role"].cat.categories) == ["origin", "destination", "place"]


def test_nothing_is_lost_by_its_types(small_run: Run) -> None:
    plain = features.layers(small_run).claims
    typed = geo.claims_frame(small_run)
    for name in ("type", "status", "role", "place_kind", "means"):
        assert typed[name].astype("string").equals(plain[name])


def test_a_frame_is_drawn_on_a_map_without_a_network(runs: dict[str, Run]) -> None:
    pytest.importorskip(
        "mapclassify", reason="explore() asks for it: pip install deployment-mapper[notebook]"
    )
    for frame in frames(runs["seeds"]).values():
        html = frame.explore(column="type", tiles=None).get_root().render()
        assert str(frame["type"].iloc[0]) in html


def test_a_frame_is_drawn_as_a_picture(runs: dict[str, Run]) -> None:
    with mpl.rc_context({"backend": "Agg"}):
        for frame in frames(runs["seeds"]).values():
            axes = frame.plot(column="status", legend=True)
            assert axes.get_legend() is not None


@pytest.mark.parametrize("name", ["claims", "movements"])
@pytest.mark.parametrize("ending", ["gpkg", "geojson"])
def test_a_frame_is_written_to_files_whose_days_are_days(
    name: str, ending: str, runs: dict[str, Run], tmp_path: Path
) -> None:
    frame = frames(runs["seeds"])[name]
    path = tmp_path / f"a.{ending}"
    frame.to_file(path, use_arrow=True)
    again = gpd.read_file(path)
    assert len(again) == len(frame)
    assert again["date_from"].dtype.kind == "M"
    assert again["type"].tolist() == frame["type"].tolist()
    assert again["quantity_low"].sum() == frame["quantity_low"].sum()


def test_gdal_sees_dates_in_a_geopackage_of_a_frame(
    runs: dict[str, Run], tmp_path: Path, ogrinfo: Ogr
) -> None:
    path = tmp_path / "a.gpkg"
    geo.claims_frame(runs["seeds"]).to_file(path, use_arrow=True, VERSION="1.2")
    told = ogrinfo("-so", "-al", path)
    assert "date_from: Date" in told
    assert "quantity_low: Integer64" in told
