"""The gazetteer of the program: compiled once, kept, checked, and never in the way."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from geo import cli, gazetteer
from geo.errors import GazetteerError
from geo.gazetteer import keeping, linked_places, sources
from geo.records import GazetteerEntry, PlaceKind

ROOT = Path(__file__).parents[2]


@pytest.fixture
def made(entry: Callable[..., GazetteerEntry]) -> list[GazetteerEntry]:
    return [entry("a", "Alpha"), entry("b", "Beta")]


def index_of(kept: keeping.Kept) -> list[str]:
    return [e.place.id for e in kept.index.entries()]


# --- keeping ---------------------------------------------------------------------------------------


def test_an_index_is_made_once_and_then_opened(caches: Path, made: list[GazetteerEntry]) -> None:
    told: list[tuple[str, int, int]] = []
    first = keeping.obtain("one", lambda: made, lambda *step: told.append(step))
    assert first.new
    assert first.path is not None
    assert first.path.is_relative_to(caches)
    assert told[-1][1] == told[-1][2]
    second = keeping.obtain("one", lambda: pytest.fail("made twice"), lambda *_: None)
    assert (second.new, index_of(second)) == (False, ["a", "b"])
    assert [p.name for p in first.path.parent.iterdir()] == ["one.index"]


@pytest.mark.parametrize("damage", ["empty", "short", "flipped", "foreign"])
def test_a_damaged_index_is_made_anew(caches: Path, made: list[GazetteerEntry], damage: str) -> None:
    path = keeping.obtain("one", lambda: made, lambda *_: None).path
    assert path is not None
    assert path.is_relative_to(caches)
    whole = path.read_bytes()
    flipped = bytearray(whole)
    flipped[len(whole) // 2] ^= 1
    kinds = {"empty": b"", "short": whole[:-9], "flipped": bytes(flipped), "foreign": b"PK\x03\x04" * 99}
    path.write_bytes(kinds[damage])
    again = keeping.obtain("one", lambda: made, lambda *_: None)
    assert (again.new, index_of(again)) == (True, ["a", "b"])
    assert path.read_bytes() == whole


def test_where_no_cache_can_be_written_the_index_is_made_for_this_time(
    caches: Path, made: list[GazetteerEntry]
) -> None:
    caches.write_text("a file where the folder would be", encoding="utf-8")
    kept = keeping.obtain("one", lambda: made, lambda *_: None)
    assert (kept.path, index_of(kept)) == (None, ["a", "b"])
    assert caches.read_text(encoding="utf-8").startswith("a file")


def test_old_indexes_do_not_pile_up(caches: Path, made: list[GazetteerEntry]) -> None:
    for number in range(12):
        keeping.obtain(f"index-{number:02}", lambda: made, lambda *_: None)
    names = sorted(path.name for path in keeping.folder().iterdir())
    assert len(names) == 8
    assert names[-1] == "index-11.index"
    assert keeping.folder().is_relative_to(caches)


def test_two_processes_that_build_at_once_both_have_it(caches: Path, tmp_path: Path) -> None:
    whole = json.loads((ROOT / "gazetteer.json").read_text(encoding="utf-8"))
    some = {**whole, "features": whole["features"][::10]}  # enough to be at it at the same time
    (tmp_path / "some.json").write_text(json.dumps(some), encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from geo.gazetteer import keeping, linked_places\n"
        "make = lambda: linked_places.entries(Path(sys.argv[1]))\n"
        "kept = keeping.obtain('one', make, lambda *_: None)\n"
        "print(len(kept.index), kept.path)"
    )
    env = {"XDG_CACHE_HOME": str(caches), "HOME": str(tmp_path)}
    command = [sys.executable, "-c", code, str(tmp_path / "some.json")]
    started = [
        subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) for _ in range(3)
    ]
    told = {process.communicate(timeout=120)[0] for process in started}
    assert [process.returncode for process in started] == [0, 0, 0]
    assert len(told) == 1
    assert [path.name for path in keeping.folder().iterdir()] == ["one.index"]


def test_another_content_has_another_key() -> None:
    keys = {keeping.key(b"ab", b"c"), keeping.key(b"a", b"bc"), keeping.key(b"ab", b"d")}
    assert len(keys) == 3
    assert keeping.key(b"ab", b"c") in keys


# --- the sources -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["Kursk", "Koursk", "Курск", "쿠르스크", "北京", "al-Bab", "Ōsaka", "Novy 2"]
)
def test_a_name_is_usable(name: str) -> None:
    assert sources.usable(name)


@pytest.mark.parametrize(
    "name",
    ["", "12", "URS", "RUURS", "Ab", "yi si tan bao", "stin Poli [stimˈboli]", "https://a.example/b", "A/B"],
)
def test_a_code_an_address_or_a_transcription_is_no_name(name: str) -> None:
    assert not sources.usable(name)


def test_names_with_a_language_are_read_and_a_wrong_line_is_named() -> None:
    data = (
        "geonameid\tlang\tname\n# a remark\n1\tfr\tKoursk\n1\tru\tКурск\n\n2\ten\tLine\u2028break\n".encode()
    )
    read = sources.tagged_names(data)
    assert [(n.lang, n.toponym) for n in read[1]] == [("fr", "Koursk"), ("ru", "Курск")]
    assert read[2][0].toponym == "Line\u2028break"
    with pytest.raises(GazetteerError, match=r"names\.tsv, line 2: give id, language and name"):
        sources.tagged_names(b"1\tfr\tA\n1\tB\n")


def test_airports_bear_their_name_and_that_of_the_city_they_alone_serve() -> None:
    by_id = {e.place.id: e for e in sources.airports()}
    assert len(by_id) > 7_000
    goma = by_id["dm:airport-fzna"]
    assert goma.place.kind is PlaceKind.SITE
    assert {"Goma International Airport", "Goma Airport", "aéroport de Goma"} <= {
        n.toponym for n in goma.names
    }
    assert not goma.curated
    orly = by_id["dm:airport-lfpo"]
    assert "Paris Airport" not in {n.toponym for n in orly.names}


# --- as a whole; the index of this machine is made if it is not there ------------------------------


def test_the_program_knows_what_people_keep_and_what_the_packages_hold() -> None:
    known = gazetteer.default()
    for entry in linked_places.entries(ROOT / "gazetteer.json"):
        found = known.by_id(entry.place.id)
        assert found is not None
        assert set(entry.names) <= set(found.names)
        assert replace(found, names=entry.names, further=()) == entry
    (kursk,) = [e for e in known.named("Курске") if e.curated]
    assert kursk.place.id == "gn:538560"
    hamlet = known.by_id("gn:3038999")  # Soldeu, 600 inhabitants
    assert hamlet is not None
    assert (hamlet.place.name, hamlet.curated, hamlet.licence) == ("Soldeu", False, "CC BY 4.0")
    assert known.countries()["FR"].name == "France"


def test_a_persons_places_are_found_beside_the_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.csv"
    own.write_text("name,lat,lon,country\nTabilix,9.9,-13.1,GN\n", encoding="utf-8")
    assert cli.main(["find", "Tabilix", "--gazetteer", str(own)]) == cli.DONE
    assert "Tabilix (city, GN) 9.9000, -13.1000" in capsys.readouterr().out
    assert cli.main(["find", "Koursk", "--gazetteer", str(own)]) == cli.DONE
    report = tmp_path / "a.txt"
    report.write_text("Mille soldats russes sont arrivés à Tabilix.", encoding="utf-8")
    capsys.readouterr()
    assert cli.main(["read", str(report), "--gazetteer", str(own)]) == cli.DONE
    assert '"name": "Tabilix"' in capsys.readouterr().out


def test_near_lists_places_with_their_distance(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["near", "51.7269", "36.1846", "--count", "2"]) == cli.DONE
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("0.0 km  Kursk (city, RU)")
    assert cli.main(["near", "-95", "0"]) == cli.FAILED
    assert capsys.readouterr().err.startswith("geo: -95, 0 is no point")


def test_build_says_where_the_index_is(capsys: pytest.CaptureFixture[str]) -> None:
    gazetteer.default()
    assert cli.main(["gazetteer", "build"]) == cli.DONE
    assert capsys.readouterr().out.startswith("there already: ")


def test_without_any_file_the_places_that_people_keep_are_there(
    caches: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    caches.write_text("no folder", encoding="utf-8")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    opened = gazetteer.opened()
    assert opened.path is None
    assert "only the places of gazetteer.json are known" in opened.notes[0]
    assert opened.gazetteer.named("Koursk")
