"""CSV by RFC 4180 that no spreadsheet takes for a formula."""

import csv
import io
import re

import pytest
import shapely

from geo import exports, features
from geo.exports.csvs import claims_csv, movements_csv
from geo.records import Run

from .conftest import ANCHORAGE, HOSTILE, KAMCHATKA, Ogr, claim, run_of


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_every_claim_is_a_row_and_those_without_a_place_have_no_coordinates(run: Run) -> None:
    layers = features.layers(run)
    rows = read(claims_csv(layers))
    assert len(rows) == len(layers.claims) + len(layers.claims_unlocated)
    assert {row["claim_id"] for row in rows} == {each.id for each in run.claims}
    for row in rows[len(layers.claims) :]:
        assert row["lon"] == row["lat"] == row["wkt"] == row["place"] == ""


def test_coordinates_wkt_and_days_are_those_of_the_layer(small_run: Run) -> None:
    claims = features.layers(small_run).claims
    for row, point in zip(read(claims_csv(features.layers(small_run))), claims.geometry, strict=False):
        assert (float(row["lon"]), float(row["lat"])) == tuple(shapely.get_coordinates(point)[0].round(6))
        assert shapely.from_wkt(row["wkt"]).equals_exact(point, 1e-6)
        for day in ("date_from", "date_to", "published"):
            assert re.fullmatch(r"(\d{4}-\d{2}-\d{2})?", row[day])


def test_a_movement_has_both_ends_and_a_line_that_is_cut(runs: dict[str, Run]) -> None:
    (row,) = read(movements_csv(features.layers(runs["antimeridian"])))
    assert [float(row[f"origin_{axis}"]) for axis in ("lon", "lat")] == [KAMCHATKA.lon, KAMCHATKA.lat]
    assert [float(row[f"destination_{axis}"]) for axis in ("lon", "lat")] == [ANCHORAGE.lon, ANCHORAGE.lat]
    assert row["wkt"].startswith("MULTILINESTRING ((158.65 53.0167")
    assert shapely.get_num_geometries(shapely.from_wkt(row["wkt"])) == 2
    assert row["origin_inferred"] == "false"


def test_lines_end_in_cr_lf_and_every_line_has_as_many_cells(runs: dict[str, Run]) -> None:
    text = claims_csv(features.layers(runs["letters"]))
    assert text.count("\r\n") == text.count("\n") == 3
    assert not text.startswith("\ufeff")
    with_breaks = claims_csv(features.layers(runs["quotes"]))
    cells = list(csv.reader(io.StringIO(with_breaks, newline=""), strict=True))
    assert {len(row) for row in cells} == {len(cells[0])}


def test_words_come_back_as_they_were(runs: dict[str, Run]) -> None:
    for name in ("letters", "quotes"):
        quotes = {row["quote"] for row in read(claims_csv(features.layers(runs[name])))}
        assert quotes == {each.evidence[0].quote for each in runs[name].claims}


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＠a"])
def test_text_that_a_spreadsheet_would_run_stays_text(start: str) -> None:
    layers = features.layers(run_of(claim(1, start), title=start, publisher=start, url=start))
    first, *_ = read(claims_csv(layers))
    for name in ("quote", "actor", "sources", "title", "publisher", "url"):
        assert first[name].startswith(f"'{start}")


def test_no_cell_of_reported_text_begins_as_a_formula(small_run: Run) -> None:
    layers = features.layers(small_run)
    for text in (claims_csv(layers), movements_csv(layers)):
        for row in read(text):
            for name, cell in row.items():
                number = name.endswith(("lon", "lat", "_km")) or name.startswith("quantity_")
                assert number or not cell.startswith(("=", "+", "-", "@", "\t", "\r")), name


def test_a_number_stays_a_number_with_its_minus_sign() -> None:
    layers = features.layers(run_of(claim(1, "They went.", origin=ANCHORAGE)))
    assert read(claims_csv(layers))[0]["lon"] == "-149.9003"
    assert read(movements_csv(layers))[0]["origin_lon"] == "-149.9003"


def test_an_empty_run_is_a_header(runs: dict[str, Run]) -> None:
    layers = features.layers(runs["empty"])
    assert claims_csv(layers).endswith(",lon,lat,wkt\r\n")
    assert movements_csv(layers).endswith(",destination_lon,destination_lat,wkt\r\n")


def test_gdal_reads_points_and_lines(
    small_run: Run, ogrinfo: Ogr, tmp_path_factory: pytest.TempPathFactory
) -> None:
    layers = features.layers(small_run)
    folder = tmp_path_factory.mktemp("csv")
    for name, text, rows in (
        ("claims", claims_csv(layers), len(layers.claims) + len(layers.claims_unlocated)),
        ("movements", movements_csv(layers), len(layers.movements) + len(layers.movements_without_line)),
    ):
        path = folder / f"{name}.csv"
        exports.write(path, text)
        if "\x00" not in text:  # GDAL's reader of CSV ends at the first
            assert f"Feature Count: {rows}" in ogrinfo("-so", "-al", path)


def test_hostile_words_are_kept(runs: dict[str, Run]) -> None:
    rows = read(claims_csv(features.layers(runs["hostile"])))
    assert {row["quote"] for row in rows} == {f"'{HOSTILE}"}
