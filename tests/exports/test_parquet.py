"""GeoParquet 1.1: what it says of itself, and what comes back."""

import io
import json

import geopandas as gpd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from geopandas.testing import assert_geodataframe_equal

from geo import exports, features
from geo.exports.parquet import parquet_layers
from geo.records import Run

FAMILIES = {"claims": "Point", "movements": "MultiLineString"}


@pytest.mark.parametrize("layer", FAMILIES)
def test_the_metadata_are_those_of_version_1_1(layer: str, small_run: Run) -> None:
    table = getattr(features.layers(small_run), layer)
    data = parquet_layers(features.layers(small_run))[f"{layer}.parquet"]
    geo = json.loads(pq.read_metadata(io.BytesIO(data)).metadata[b"geo"])
    column = geo["columns"][geo["primary_column"]]
    assert geo["version"] == "1.1.0"
    assert column["encoding"] == "WKB"
    assert column["geometry_types"] == ([FAMILIES[layer]] if len(table) else [])
    assert column["covering"]["bbox"]["xmin"] == ["bbox", "xmin"]
    assert "NaN" not in json.dumps(geo)


def test_days_are_days_and_numbers_whole_even_in_an_empty_file(small_run: Run) -> None:
    for data in parquet_layers(features.layers(small_run)).values():
        schema = pq.read_schema(io.BytesIO(data))
        assert schema.field("date_from").type == schema.field("date_to").type == pa.date32()
        assert schema.field("quantity_low").type == pa.int64()


def test_what_was_written_comes_back(small_run: Run, tmp_path_factory: pytest.TempPathFactory) -> None:
    layers = features.layers(small_run)
    for name, data in parquet_layers(layers).items():
        path = tmp_path_factory.mktemp("parquet") / name
        exports.write(path, data)
        again = gpd.read_parquet(path)
        table = getattr(layers, name.removesuffix(".parquet"))
        assert_geodataframe_equal(again, table, check_dtype=False, check_index_type=False)


def test_the_same_layers_give_the_same_bytes(small_run: Run) -> None:
    assert parquet_layers(features.layers(small_run)) == parquet_layers(features.layers(small_run))
