"""Layers that ``geo join`` writes range by range: those of ``geo map``, and every claim's movement."""

import io
import json
from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyarrow.parquet as pq
import pytest

from geo import cli, exports, features, joining, pipeline
from geo.engines import Serial
from geo.errors import OutputError
from geo.exports.fields import JOINED
from geo.joining import Kept
from geo.movements import Knowledge, join
from geo.records import Itinerary, Leg, Reading, Run

from .made_claims import HOMES, KURSK, VLADIVOSTOK
from .test_movements_ranges import many

HOSTILE = '=cmd|"/c calc"!A1 ../../etc \'; DROP TABLE claims; --'
KNOWN = Knowledge(HOMES.get)
OF_MAP = ("movements", "movements_without_line", "disagreements")
REPORTS = {
    "a.txt": "Quelque 300 soldats français ont quitté Gao pour Niamey le 3 mai 2022.\n",
    "b.txt": "Environ 400 soldats français ont quitté Gao pour Niamey le 3 mai 2022, selon l'état-major.\n",
    "c.md": f"---\ntitle: {HOSTILE}\n---\n50 soldats polonais sont morts à Lviv le 5 mai 2023.\n",
}


def written(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.parquet")}


def frame(folder: Path, layer: str) -> pd.DataFrame:
    """Return the parts of a layer as one table."""
    drawn = layer in ("movements", "legs")
    return gpd.read_parquet(folder / layer) if drawn else pd.read_parquet(folder / layer)


def in_order(table: pd.DataFrame) -> list[str]:
    return sorted(json.dumps(list(map(str, row))) for row in table.itertuples(index=False))


class Made:
    """Readings with all kinds of claims, kept in files, and what joining in memory makes of them."""

    def __init__(self, folder: Path, readings: tuple[Reading, ...]) -> None:
        self._folder = folder
        files = [folder / f"{number}.readings" for number in range(4)]
        for number, file in enumerate(files):
            joining.keep(file, readings[number::4])
        self.kept = Kept(tuple(files), sum(len(reading.claims) for reading in readings))
        found = join(readings, KNOWN)
        self.run = Run(readings, found.movements, (), found.itineraries)
        self.layers = features.layers(self.run)

    def joined(self, name: str, ranges: int) -> Path:
        """Return the folder of what comes of joining."""
        joining.into(self.kept, self._folder / name, KNOWN, Serial(), ranges)
        return self._folder / name


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return Made(tmp_path_factory.mktemp("made"), many(120))


@pytest.fixture(scope="module")
def three(made: Made) -> Path:
    return made.joined("three", 3)


@pytest.mark.parametrize("layer", OF_MAP)
def test_rows_are_those_of_geo_map(made: Made, three: Path, layer: str) -> None:
    expected = getattr(made.layers, layer)
    assert len(expected) > 9
    assert in_order(frame(three, layer)) == in_order(expected)


def geo(schema: "pq.ParquetSchema") -> Mapping[str, object]:
    told = json.loads(schema.metadata[b"geo"])
    for of_rows in ("bbox", "geometry_types"):
        told["columns"]["geometry"].pop(of_rows, None)
    return dict(told)


def test_parts_have_the_schema_of_geo_map(made: Made, three: Path) -> None:
    expected = pq.read_schema(io.BytesIO(exports.parquet_layers(made.layers)["movements.parquet"]))
    parts = sorted((three / "movements").iterdir())
    assert [part.name for part in parts] == [f"part-00000{number}.parquet" for number in range(3)]
    for part in parts:
        assert pq.read_schema(part).equals(expected)
        assert geo(pq.read_schema(part)) == geo(expected)


def test_one_range_gives_the_file_of_geo_map(made: Made) -> None:
    one = made.joined("one", 1)
    expected = exports.parquet_layers(made.layers)["movements.parquet"]
    assert (one / "movements" / "part-000000.parquet").read_bytes() == expected


def test_each_claim_has_its_movement(made: Made, three: Path) -> None:
    found = frame(three, "movement_of_claim")
    expected = {claim: movement.id for movement in made.run.movements for claim in movement.claims}
    assert dict(zip(found["claim_id"], found["movement_id"], strict=True)) == expected
    assert len(found) == made.kept.claims


def test_each_leg_of_a_journey_is_a_row(made: Made, three: Path) -> None:
    legs = frame(three, "legs")
    expected = {(leg.start, leg.end, leg.km) for journey in made.run.itineraries for leg in journey.legs}
    assert expected
    assert set(zip(legs["movement_from"], legs["movement_to"], legs["km"], strict=True)) == expected


def test_a_leg_that_leads_nowhere_has_no_line() -> None:
    legs = (
        Leg("m1", "m2", 0.0, 1, 0.0, plausible=True),
        Leg("m2", "m3", 6_000.0, 2, 3_000.0, plausible=False),
    )
    journey = Itinerary("i1", "KP", ("m1", "m2", "m3"), (KURSK, KURSK, VLADIVOSTOK), legs)
    found = dict(features.joined((), (journey,)))["legs"]
    assert list(found["leg"]) == [1, 2]
    assert list(found.geometry.isna()) == [True, False]
    assert found.geometry[1].geom_type == "MultiLineString"


def test_every_column_is_described() -> None:
    beside = {name: table for name, table in features.joined((), ()) if name not in OF_MAP}
    assert {name: list(table.columns) for name, table in beside.items()} == {
        name: list(entries) for name, entries in JOINED.items()
    }
    assert set(joining.LAYERS) == {*OF_MAP, *JOINED}


def test_ranges_that_hold_nothing_are_parts_as_any_others(tmp_path: Path) -> None:
    (reading, *_) = many(8)
    one = Made(tmp_path, (replace(reading, claims=reading.claims[:1]),))
    out = one.joined("out", 3)
    for layer in joining.LAYERS:
        assert len(list((out / layer).iterdir())) == 3
    assert len(frame(out, "movements")) + len(frame(out, "movements_without_line")) == 1
    assert frame(out, "legs").crs == "EPSG:4326"


def test_parts_of_the_run_before_are_replaced(tmp_path: Path) -> None:
    some = Made(tmp_path, many(8))
    before = written(some.joined("out", 1))
    (tmp_path / "out" / "movements" / ".DS_Store").touch()  # what a file manager leaves there
    assert len(written(some.joined("out", 2))) == 2 * len(joining.LAYERS)
    assert written(some.joined("out", 1)) == before


def test_a_folder_of_other_files_is_refused(tmp_path: Path) -> None:
    some = Made(tmp_path, many(4))
    mine = tmp_path / "out" / "movements" / "mine.parquet"
    mine.parent.mkdir(parents=True)
    mine.touch()
    with pytest.raises(OutputError, match="holds other files"):
        some.joined("out", 1)
    assert mine.exists()


def test_reports_that_were_read_and_joined_give_the_layers_of_geo_map(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reports, claims, out = tmp_path / "reports", tmp_path / "claims", tmp_path / "joined"
    reports.mkdir()
    for name, text in REPORTS.items():
        (reports / name).write_text(text, "utf-8")
    assert cli.main(["read", str(reports), "--engine", "serial", "--to", str(claims)]) == cli.DONE
    words = ["join", str(claims), "--engine", "serial", "--ranges", "2", "--to", str(out)]
    assert cli.main(words) == cli.DONE
    assert capsys.readouterr().out.endswith(f"wrote {out}: {joining.TOLD}\n")
    layers = features.layers(pipeline.run([reports]))
    for layer in OF_MAP:
        assert in_order(frame(out, layer)) == in_order(getattr(layers, layer))
    told = gpd.read_parquet(claims).merge(frame(out, "movement_of_claim"), on="claim_id")
    assert in_order(told[layers.claims.columns]) == in_order(layers.claims)
    assert HOSTILE in set(told["title"])
    assert {path.name for path in chain(tmp_path.iterdir(), out.iterdir())} == {
        *("reports", "claims", "joined", "._movements.json.lock", "_movements.json"),
        *joining.OUTPUTS,
        *joining.LAYERS,
    }
