"""Large files are written piece by piece: the bytes of the whole, and no piece grows with the run."""

import csv
import io
import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from geo import exports, features, jsonlines, outputs
from geo.exports import Content
from geo.exports.geojson import geojson_pieces
from geo.exports.jsonld import CONTEXT, jsonld
from geo.exports.kml import kml
from geo.records import Run

from .conftest import claim, run_of

ROOT = Path(__file__).parents[2]
STREAMED = (
    *(f"{layer}.geojson" for layer in ("movements", "claims", "places", "uncertainty")),
    "claims.csv",
    "movements.csv",
    "deployments.kml",
    "claims.jsonld",
    "claims.jsonl",
    "movements.jsonl",
    "itineraries.jsonl",
)


def contents(run: Run) -> Iterator[tuple[str, Content]]:
    """Yield the streamed files of a run, in the order in which they are written."""
    return ((name, content) for name, content in outputs.files(run) if name in STREAMED)


def dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


# --- the bytes are those of the whole --------------------------------------------------------------


def test_geojson_is_the_text_of_one_collection_with_a_feature_a_line(small_run: Run) -> None:
    for name, text in exports.geojson_layers(features.layers(small_run)).items():
        whole = json.loads(text)
        listed = whole.pop("features")
        body = ",\n".join(map(dumped, listed))
        assert text == f'{dumped(whole)[:-1]}, "features": [\n{body}\n]}}\n', name


def test_kml_is_the_text_of_one_tree(small_run: Run) -> None:
    # A reader takes a carriage return for a line end.
    text = kml(features.layers(small_run)).replace("\r\n", "\n")
    ET.register_namespace("", "http://www.opengis.net/kml/2.2")
    tree = ET.fromstring(text)  # noqa: S314 - our own file
    ET.indent(tree, " ")
    assert text == f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(tree, encoding="unicode")}\n'


def test_jsonld_is_the_text_of_one_graph_with_each_node_once(small_run: Run) -> None:
    text = jsonld(small_run)
    nodes = json.loads(text)["@graph"]
    assert len({node["id"] for node in nodes}) == len(nodes)
    body = ",\n".join(map(dumped, nodes))
    assert text == f'{{"@context": {dumped(CONTEXT)},\n"@graph": [\n{body}\n]}}\n'


def test_csv_is_the_text_of_one_table(small_run: Run) -> None:
    layers = features.layers(small_run)
    for text in (exports.claims_csv(layers), exports.movements_csv(layers)):
        file = io.StringIO()
        csv.writer(file).writerows(csv.reader(io.StringIO(text, newline=""), strict=True))
        assert file.getvalue() == text


def test_json_lines_are_those_of_each_reading(small_run: Run) -> None:
    made = {name: b"".join(exports.pieces(content)).decode() for name, content in contents(small_run)}
    assert made["claims.jsonl"] == "".join(dumped(jsonlines.reading(r)) + "\n" for r in small_run.readings)
    assert made["movements.jsonl"] == "".join(
        dumped(jsonlines.movement(m)) + "\n" for m in small_run.movements
    )


def test_rows_are_the_same_however_many_are_plain_at_a_time(
    runs: dict[str, Run], monkeypatch: pytest.MonkeyPatch
) -> None:
    layers = features.layers(runs["seeds"])
    assert len(layers.claims) > 20
    whole = exports.geojson(layers.claims, "claim_id"), exports.claims_csv(layers), kml(layers)
    monkeypatch.setattr("geo.exports.values._AT_ONCE", 7)
    assert (exports.geojson(layers.claims, "claim_id"), exports.claims_csv(layers), kml(layers)) == whole


# --- piece by piece --------------------------------------------------------------------------------


def test_every_large_text_comes_in_pieces_of_which_none_grows_with_the_run() -> None:
    def largest(claims: int) -> dict[str, int]:
        single = [run_of(claim(number, f"Column {number:04} went there.")) for number in range(claims)]
        run = Run(
            tuple(r for each in single for r in each.readings),
            tuple(m for each in single for m in each.movements),
        )
        return {name: max(map(len, exports.pieces(content)), default=0) for name, content in contents(run)}

    few, many = largest(20), largest(400)
    assert set(few) == set(STREAMED)
    assert {name: size for name, size in many.items() if size > 2 * few[name]} == {}


def test_what_is_raised_between_two_pieces_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.geojson"
    exports.write(path, "old")
    layers = features.layers(run_of(claim(1, "They went."), claim(2, "They went again.")))
    broken = layers.claims.copy()
    broken.loc[len(broken) - 1, "radius_km"] = float("inf")
    with pytest.raises(ValueError, match="not JSON compliant"):
        exports.write(path, geojson_pieces(broken, "claim_id"))
    assert {p.name: p.read_text(encoding="utf-8") for p in tmp_path.iterdir()} == {"a.geojson": "old"}


def test_text_and_bytes_may_follow_each_other(tmp_path: Path) -> None:
    exports.write(tmp_path / "a.txt", ["é", b"\xc3\xa8", ""])
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "éè"
    exports.write(tmp_path / "a.txt", [])
    assert (tmp_path / "a.txt").read_bytes() == b""


# --- memory ----------------------------------------------------------------------------------------

# Prints for each file how many bytes making it takes at most at one time, of 500 and of 2,000 claims.
MEASURED = """
import sys, tracemalloc
from pathlib import Path
from geo import exports, features
sys.path.insert(0, "benchmarks")
from page import made_up
for count in (500, 2_000):
    run = made_up(count)
    layers = features.layers(run)
    for name in ("geojson", "csv", "kml"):
        for file, content in exports.FORMATS[name](run, layers, exports.STEM).items():
            tracemalloc.start()
            exports.write(Path(sys.argv[1]) / file, content)
            print(file, tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
"""


def test_four_times_the_claims_are_not_twice_the_memory(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", MEASURED, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    told = [line.split() for line in run.stdout.splitlines()]
    few, many = (
        {n: int(size) for n, size in half} for half in (told[: len(told) // 2], told[len(told) // 2 :])
    )
    large = {name for name in many if (tmp_path / name).stat().st_size > 900_000}
    assert large == {"claims.geojson", "claims.csv", "deployments.kml"}
    assert {name: many[name] / few[name] for name in large if many[name] > 2 * few[name]} == {}
