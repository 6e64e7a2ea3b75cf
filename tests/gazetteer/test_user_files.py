"""Places of a person's own: Linked Places, GeoNames dumps and tables."""

import json
from pathlib import Path

import pytest

from geo import gazetteer
from geo.errors import GazetteerError
from geo.gazetteer import user_files
from geo.records import PlaceKind, PlaceName

DUMP = "\t".join(
    [
        *("99", "Tabili", "Tabili", "Tabilie,Табили", "9.9", "-13.1", "P", "PPL", "GN", ""),
        *("", "", "", "", "12000", "", "20", "Africa/Conakry", "2026-01-01"),
    ]
)


def test_a_linked_places_file_of_another_project_is_filled_in(tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    feature = {
        "@id": "whg:1",
        "type": "Feature",
        "properties": {"title": "Tabili", "ccodes": ["GN"], "fclasses": ["H"]},
        "names": [{"toponym": "Tabili"}],
        "geometry": {"type": "Point", "coordinates": [-13.1, 9.9]},
    }
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    (read,) = user_files.entries(path)
    assert (read.place.kind, read.place.country_code, read.place.radius_km) == (PlaceKind.WATER, "GN", 50.0)
    assert (read.curated, read.source) == (True, "own.json")


def test_a_geonames_dump_is_read(tmp_path: Path) -> None:
    path = tmp_path / "GN.txt"
    path.write_text(
        DUMP + "\n" + DUMP.replace("99\t", "100\t").replace("\tP\tPPL\t", "\tS\tAIRP\t") + "\n",
        encoding="utf-8",
    )
    city, site = user_files.entries(path)
    assert (city.place.id, city.place.kind, city.population) == ("gn:99", PlaceKind.CITY, 12_000)
    assert (city.place.lat, city.place.lon, city.curated) == (9.9, -13.1, True)
    assert {n.toponym for n in city.names} == {"Tabili", "Tabilie", "Табили"}
    assert site.place.kind is PlaceKind.SITE


def test_a_table_is_read_and_rows_of_one_id_are_one_place(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    rows = (
        "id,name,lat,lon,country,kind,radius_km,lang\n"
        "x:1,Camp Un,16.3,-0.1,ml,site,2,fr\n"
        "x:1,Camp One,16.3,-0.1,ml,site,2,en\n"
        ",Tabili,9.9,-13.1,,,,\n"
    )
    path.write_text("\ufeff" + rows, encoding="utf-8")
    camp, tabili = user_files.entries(path)
    assert camp.names == (PlaceName("Camp Un", "fr"), PlaceName("Camp One", "en"))
    assert (camp.place.country_code, camp.place.radius_km) == ("ML", 2.0)
    assert tabili.place.id.startswith("user:p")
    assert (tabili.place.kind, tabili.place.country_code) == (PlaceKind.CITY, None)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.csv", "name,lat\nA,1\n", "a.csv, line 1: no column lon; give name,lat,lon"),
        ("a.csv", "name,lat,lon\nA,1,x\n", "a.csv, line 2: latitude '1', longitude 'x' are no degrees"),
        ("a.csv", "name,lat,lon\nA,91,0\n", "a.csv, line 2: [0, 91] is out of range"),
        ("a.csv", "name,lat,lon\nA,nan,0\n", "a.csv, line 2: a coordinate is not a number"),
        ("a.csv", "name,lat,lon\n ,1,0\n", "a.csv, line 2: a place without a name"),
        ("a.csv", "name,lat,lon\nA,1\n", "a.csv, line 2: latitude '1', longitude None are no degrees"),
        ("a.csv", "name,lat,lon,kind\nA,1,0,town\n", "a.csv, line 2: 'town' is not a valid PlaceKind"),
        ("a.csv", "name,lat,lon,radius_km\nA,1,0,inf\n", "a.csv, line 2: radius_km: not a distance"),
        ("a.csv", "name,lat,lon,country\nA,1,0,Mali\n", "a.csv, line 2: country 'MALI': give two letters"),
        ("a.txt", "1\tA\n", "a.txt, line 1: 2 columns; a GeoNames dump has 19"),
        ("a.txt", DUMP.replace("9.9", "99.9"), "a.txt, line 1: [-13.1, 99.9] is out of range"),
        ("a.txt", DUMP + "\n" + DUMP, "two entries have the id gn:99"),
        ("a.json", "{", "a.json: not JSON at line 1, column 2"),
        ("a.xls", "", "a.xls: not a gazetteer; give .csv, .geojson, .json, .tsv, .txt"),
    ],
)
def test_a_file_that_breaks_a_rule_is_one_line(tmp_path: Path, name: str, content: str, says: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GazetteerError) as raised:
        gazetteer.opened([path])
    message = str(raised.value)
    assert says in message
    assert message.startswith(str(path))
    assert "\n" not in message


def test_a_file_that_is_not_there_or_not_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"none\.csv: the gazetteer cannot be read"):
        gazetteer.opened([tmp_path / "none.csv"])
    (tmp_path / "bytes.csv").write_bytes(b"name,lat,lon\n\xff,1,2\n")
    with pytest.raises(GazetteerError, match=r"bytes\.csv: the gazetteer cannot be read"):
        gazetteer.opened([tmp_path / "bytes.csv"])


def test_a_large_file_is_compiled_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    rows = "".join(
        f"Qyz{n:05}place,{n % 80},{n % 170},GN,village with a long remark\n" for n in range(45_000)
    )
    path.write_text("name,lat,lon,country,remark\n" + rows, encoding="utf-8")
    opened = gazetteer.opened([path])
    (found,) = opened.gazetteer.named("Qyz00007place")
    assert (found.place.lat, found.curated) == (7.0, True)
    assert opened.gazetteer.named("Koursk")
