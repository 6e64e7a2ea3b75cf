"""`geo gazetteer check` and `add`: every fault with its line, and nothing half written."""

import json
from pathlib import Path
from typing import Any

import pytest

from geo import cli
from geo.errors import GazetteerError
from geo.gazetteer import adding, checking, linked_places
from geo.gazetteer.adding import NewPlace
from geo.records import PlaceKind

ROOT = Path(__file__).parents[2]


def feature(**changes: Any) -> dict[str, Any]:
    whole: dict[str, Any] = {
        "@id": "gn:538560",
        "type": "Feature",
        "properties": {
            "title": "Kursk",
            "ccodes": ["RU"],
            "kind": "city",
            "country_code": "RU",
            "radius_km": 8.1,
            "population": 448_733,
            "source": "a source",
            "licence": "a licence",
        },
        "names": [{"toponym": "Koursk", "lang": "fr"}],
        "geometry": {"type": "Point", "coordinates": [36.18, 51.73]},
    }
    for key, value in changes.items():
        if key in whole["properties"]:
            whole["properties"][key] = value
        else:
            whole["@id" if key == "id" else key] = value
    return whole


def point(lon: object, lat: object) -> dict[str, Any]:
    return {"geometry": {"type": "Point", "coordinates": [lon, lat]}}


def written(folder: Path, *features: object) -> Path:
    path = folder / "places.json"
    rows = ",\n".join(json.dumps(f) for f in features)
    path.write_text(f'{{"type": "FeatureCollection", "features": [\n{rows}\n]}}\n', encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"id": "538560"}, '@id: "538560" has no prefix'),
        ({"id": None}, "@id: null has no prefix"),
        ({"type": "Place"}, "type: \"Place\"; give 'Feature'"),
        ({"title": " "}, "properties.title: missing"),
        ({"licence": None}, "properties.licence: missing"),
        ({"kind": "town"}, 'properties.kind: "town" is none of country'),
        ({"country_code": "Russia"}, "give two capitals"),
        ({"country_code": "ru"}, "give two capitals"),
        ({"ccodes": ["UA"]}, 'country_code: "RU" is not among ccodes ["UA"]'),
        ({"ccodes": "RU"}, "properties.ccodes"),
        ({"radius_km": -1}, "properties.radius_km: -1 is no distance"),
        ({"radius_km": float("nan")}, "properties.radius_km: NaN is no distance"),
        ({"radius_km": 1e9}, "is no distance"),
        ({"population": -5}, "properties.population: -5"),
        ({"population": "many"}, 'properties.population: "many"'),
        ({"names": []}, "names: none"),
        ({"names": [{"lang": "fr"}]}, "names, number 1: no toponym"),
        ({"names": [{"toponym": "A", "lang": "French"}]}, 'lang "French" is no BCP 47 tag'),
        ({"names": [{"toponym": "--", "lang": "fr"}]}, "has no letter"),
        ({"properties": 3}, "properties: missing"),
        ({"geometry": None}, "geometry: no point"),
        (point("x", 1), 'coordinates ["x", 1] are no [longitude, latitude]'),
        (point(float("inf"), 1), "are no [longitude, latitude]"),
        (
            point(51.73, 136.18),
            "[51.73, 136.18] is out of range for [longitude, latitude]; they look swapped",
        ),
        (point(200, 10), "is out of range for [longitude, latitude]; give degrees"),
        (point(51.73, 36.18), "latitude and longitude look swapped"),
    ],
)
def test_each_fault_is_told_with_line_and_entry(tmp_path: Path, changes: dict[str, Any], says: str) -> None:
    path = written(tmp_path, feature(id="gn:1"), feature(**changes))
    report = checking.check(path, {})
    assert report.entries == 2
    assert [(f.line, f.error) for f in report.findings] == [(3, True)]
    assert says in report.findings[0].message
    assert report.findings[0].entry.startswith("entry 2")
    assert "\n" not in report.findings[0].message


def test_a_fault_does_not_hide_the_next(tmp_path: Path) -> None:
    path = written(tmp_path, 3, feature(kind="town"), feature(), feature(names=[{"toponym": "Nice"}]))
    report = checking.check(path, {"nice": "en"})
    told = [(f.line, f.error) for f in report.findings]
    assert told == [(2, True), (3, True), (4, True), (5, False), (5, True)]
    assert "is no feature" in report.findings[0].message
    assert "the id is that of line 3 too" in report.findings[2].message
    assert '"Nice" is a common word too (en)' in report.findings[3].message
    assert report.errors == 4


def test_markup_in_a_name_is_shown_on_one_line(tmp_path: Path) -> None:
    path = written(tmp_path, feature(names=[{"toponym": "<b>Koursk</b>\n", "lang": "fr"}]))
    (finding,) = checking.check(path, {}).findings
    assert finding.message == '"<b>Koursk</b>\\n" holds markup or a control character'
    assert not finding.error


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('{"features": [\n{"@id": }]}', "not JSON at line 2, column 9"),
        ('{"features": [{}]', "not JSON at line 1, column 18"),
        ('{"features": [{}]} x', "not JSON at line 1, column 20: Extra data"),
        ('{"features": [{}], "a": 1, }', "not JSON at line 1, column 28"),
        ("{", "not JSON at line 1, column 2"),
        ("{}", "there is no list of features"),
        ('"places"', "there is no list of features"),
        ("[" * 100_000, "not JSON|nested too deep"),
    ],
)
def test_a_file_that_is_no_collection_is_one_line(tmp_path: Path, content: str, says: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GazetteerError, match=says) as raised:
        checking.check(path, {})
    assert str(raised.value).startswith(str(path))


def test_what_stands_around_the_features_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    body = json.dumps([feature()], indent=1)
    path.write_text(
        f'\ufeff {{"a": {{"features": 1}},\n"features" :{body}, "b": [1, {{}}]}}\n', encoding="utf-8"
    )
    report = checking.check(path, {})
    assert (report.entries, report.findings) == (1, ())
    assert next(linked_places.features(path.read_text(encoding="utf-8-sig"))).line == 3


def test_a_file_above_the_limit_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(linked_places.MAX_BYTES + 1)  # a sparse file takes no room
    with pytest.raises(GazetteerError, match="512 MiB, but the limit is 512 MiB; split the file"):
        checking.check(path, {})


def test_fifty_thousand_entries_are_checked(tmp_path: Path) -> None:
    path = written(tmp_path, *(feature(id=f"gn:{n}") for n in range(50_000)), feature(id="gn:7"))
    report = checking.check(path, {})
    assert report.entries == 50_001
    assert [(f.line, f.message) for f in report.findings] == [
        (50_002, "the id is that of line 9 too; keep one of them")
    ]


def test_the_projects_own_file_has_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["gazetteer", "check", str(ROOT / "gazetteer.json")]) == cli.DONE
    assert " 0 errors, " in capsys.readouterr().out.splitlines()[-1]


def test_errors_give_status_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, feature(kind="town"))
    assert cli.main(["gazetteer", "check", str(path)]) == cli.FAILED
    first, last = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{path}:2: error: entry 1 (gn:538560): properties.kind")
    assert last == f"{path}: 1 entries, 1 errors, 0 warnings"


# --- add -------------------------------------------------------------------------------------------


def test_a_place_is_added_in_the_files_order_and_the_rest_stays(tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.json"
    before = (ROOT / "gazetteer.json").read_text(encoding="utf-8")
    path.write_text(before, encoding="utf-8")
    words = ["Camp Exemple", "16.3", "-0.1", "--country", "ml", "--radius-km", "2", "--lang", "fr"]
    assert cli.main(["gazetteer", "add", *words, "--file", str(path)]) == cli.DONE
    after = path.read_text(encoding="utf-8")
    (new,) = set(after.splitlines()) - set(before.splitlines())
    assert after.replace(new + "\n", "") == before
    kinds = [e.place.kind for e in linked_places.entries(path)]
    assert kinds == sorted(kinds, key=list(PlaceKind).index)
    assert checking.check(path, {}).errors == 0
    added = json.loads(new.rstrip(","))
    assert (added["@id"], added["geometry"]["coordinates"]) == ("dm:camp-exemple", [-0.1, 16.3])
    assert (added["properties"]["ccodes"], added["properties"]["radius_km"]) == (["ML"], 2.0)


def test_a_file_is_made_and_ids_are_free(tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    first = adding.add(path, NewPlace("Tabili", 9.9, -13.1, PlaceKind.CITY, "GN"))
    second = adding.add(path, NewPlace("Tabili", 12.0, -10.0, PlaceKind.CITY, "ML"))
    third = adding.add(path, NewPlace("Табили", 9.9, -13.1))
    assert (first, len({first, second, third})) == ("dm:tabili", 3)
    assert second.startswith("dm:tabili-p")
    assert third.isascii()
    assert checking.check(path, {}).findings == ()
    assert [p.name for p in tmp_path.iterdir()] == ["own.json"]


@pytest.mark.parametrize(
    ("place", "says"),
    [
        (NewPlace("X", 91, 0), "out of range"),
        (NewPlace("X", float("nan"), 0), "not a number"),
        (NewPlace("--", 1, 0), "a name needs a letter"),
        (NewPlace("X", 1, 0, country_code="Mali"), "give two capitals"),
        (NewPlace("X", 1, 0, radius_km=-1), "radius_km: not a distance"),
        (NewPlace("Known", 1, 2), "is there already as dm:known"),
    ],
)
def test_a_wrong_place_changes_nothing(tmp_path: Path, place: NewPlace, says: str) -> None:
    path = tmp_path / "own.json"
    adding.add(path, NewPlace("Known", 1, 2))
    before = path.read_bytes()
    with pytest.raises(GazetteerError, match=says):
        adding.add(path, place)
    assert path.read_bytes() == before


def test_a_broken_file_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "own.json"
    path.write_text("{", encoding="utf-8")
    assert cli.main(["gazetteer", "add", "X", "1", "2", "--file", str(path)]) == cli.FAILED
    assert "not JSON at line 1, column 2" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "{"
    missing = tmp_path / "none" / "own.json"
    assert cli.main(["gazetteer", "add", "X", "1", "2", "--file", str(missing)]) == cli.FAILED
    assert "cannot be written" in capsys.readouterr().err
