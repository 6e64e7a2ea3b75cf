"""The same entries give the same answers from memory and from a compiled file."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import GazetteerError
from geo.gazetteer import Gazetteer, compiled
from geo.gazetteer.compiled import CompiledIndex, DamagedIndexError
from geo.gazetteer.index import Layers, MemoryIndex
from geo.measures import distance_km
from geo.records import GazetteerEntry, Place, PlaceKind, PlaceName
from geo.text import tokenize

WORDS = ["Koursk", "Kursk", "Курск", "Курская", "область", "al", "Bab", "New", "York", "UK", "aéroport", "de"]
PIECES = [*WORDS, "в Курске", "Курской области", "al-Bab", "à Koursk", "KOURSK", "uk", "the U.K.", ",", "new"]


def entries() -> st.SearchStrategy[list[GazetteerEntry]]:
    names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
    one = st.builds(
        lambda number, names, lat, lon, people, curated: GazetteerEntry(
            Place(f"p:{number}", names[0], "XX", list(PlaceKind)[number % 6], lat, lon, 1.5),
            tuple(PlaceName(name, "fr" if number % 2 else "und") for name in names),
            people,
            "a source",
            "a licence",
            curated=curated,
            capital=number % 3 == 0,
        ),
        st.integers(0, 10**6),
        st.lists(names, min_size=1, max_size=4),
        st.floats(-90, 90),
        st.floats(-180, 180),
        st.none() | st.integers(0, 10**7),
        st.booleans(),
    )
    return st.lists(one, max_size=8, unique_by=lambda e: e.place.id)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("indexes")


def compiled_of(folder: Path, some: Sequence[GazetteerEntry]) -> CompiledIndex:
    path = folder / "places.index"
    path.unlink(missing_ok=True)
    compiled.write(path, some)
    return CompiledIndex(path)


def matches(known: Gazetteer, text: str) -> list[tuple[int, int, tuple[GazetteerEntry, ...], bool]]:
    return [(m.first, m.last, m.entries, m.declined) for m in known.scan(text, tokenize(text))]


@given(entries(), st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_a_compiled_index_answers_as_one_in_memory(
    folder: Path, some: list[GazetteerEntry], text: str
) -> None:
    memory, index = Gazetteer(some), Gazetteer.over(compiled_of(folder, some))
    assert index.entries == memory.entries
    assert matches(index, text) == matches(memory, text)
    assert index.countries() == memory.countries()
    assert index.near(10, 179.5, 4) == memory.near(10, 179.5, 4)
    for word in PIECES:
        assert index.named(word) == memory.named(word)
    for entry in some:
        assert index.by_id(entry.place.id) == memory.by_id(entry.place.id) == entry
    assert index.by_id("p:none") is index.by_id("\ud800") is None


def test_each_name_of_several_words_goes_on_from_two_of_them(
    folder: Path, entry: Callable[..., GazetteerEntry]
) -> None:
    some = [entry("p:1", "New York"), entry("p:2", "Baie de la Nouvelle"), entry("p:3", "Koursk")]
    memory, index = MemoryIndex(some), compiled_of(folder, some)
    for known in (memory, index, Layers(memory, [index])):
        assert known.goes_on("new york")
        assert known.goes_on("baie de")
        assert not known.goes_on("baie des")
        assert not known.goes_on("koursk new")


def test_a_place_is_called_by_its_names_in_a_language(
    folder: Path, entry: Callable[..., GazetteerEntry]
) -> None:
    place = replace(
        entry("p:1", "Koursk"),
        names=(PlaceName("Koursk", "fr"),),
        further=(PlaceName("Kursk", "und"),),
    )
    for known in (Gazetteer([place]), Gazetteer.over(compiled_of(folder, [place]))):
        assert known.is_called(place, "koursk", "fr") == (True, False)
        assert known.is_called(place, "koursk", "en") == (False, False)
        assert known.is_called(place, "kursk", "fr") == (False, True)


@given(entries(), st.randoms(use_true_random=False))
def test_the_order_in_which_entries_come_does_not_change_a_byte(
    folder: Path, some: list[GazetteerEntry], random: object
) -> None:
    compiled.write(folder / "a", some)
    random.shuffle(some)  # type: ignore[attr-defined] # hypothesis gives a Random
    compiled.write(folder / "b", some)
    assert (folder / "a").read_bytes() == (folder / "b").read_bytes()


def test_another_hash_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from geo.gazetteer import compiled, linked_places\n"
        "compiled.write(Path(sys.argv[1]), linked_places.entries(Path('gazetteer.json')))"
    )
    root = Path(__file__).parents[2]
    for seed in ("1", "2"):
        command = [sys.executable, "-c", code, str(tmp_path / seed)]
        subprocess.run(command, cwd=root, env={"PYTHONHASHSEED": seed}, check=True)
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()


def test_two_entries_with_one_id_are_refused(tmp_path: Path, entry: Callable[..., GazetteerEntry]) -> None:
    with pytest.raises(GazetteerError, match="two entries have the id a; keep one of them"):
        compiled.write(tmp_path / "x", [entry("a", "A"), entry("a", "B")])


# --- damage ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def whole(folder: Path) -> bytes:
    place = Place("k", "Kursk", "RU", PlaceKind.CITY, 51.7, 36.2, 8.0)
    path = folder / "whole"
    compiled.write(path, [GazetteerEntry(place, (PlaceName("Курск", "ru"),), 1, "s", "l")])
    return path.read_bytes()


@given(st.data())
def test_a_flipped_bit_is_noticed(folder: Path, whole: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(whole) - 1))
    bit = data.draw(st.integers(0, 7))
    damaged = bytearray(whole)
    damaged[at] ^= 1 << bit
    (folder / "flipped").write_bytes(damaged)
    with pytest.raises(DamagedIndexError):
        CompiledIndex(folder / "flipped")


@given(st.data())
def test_a_file_that_ends_early_is_noticed(folder: Path, whole: bytes, data: st.DataObject) -> None:
    (folder / "short").write_bytes(whole[: data.draw(st.integers(0, len(whole) - 1))])
    with pytest.raises(DamagedIndexError):
        CompiledIndex(folder / "short")


def test_an_index_that_is_removed_while_open_still_answers(tmp_path: Path, whole: bytes) -> None:
    path = tmp_path / "gone"
    path.write_bytes(whole)
    index = CompiledIndex(path)
    path.unlink()
    assert [e.place.id for e in index.bearers("курск")] == ["k"]


# --- declined forms, articles and trust ------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("бои в Курске", "Курске", "kursk"),
        ("бої у Курську", "Курську", "kursk-uk"),
        ("в Курской области", "Курской области", "oblast"),
        ("под Курском и Курском", "Курском", "kursk"),
        ("бои в Кирове", "Кирове", "kirov"),
        ("бои в Ростове-на-Дону", "Ростове-на-Дону", "rostov"),
        ("near al-Bab today", "al-Bab", "bab"),
        ("near Al-Bab today", "Al-Bab", "bab"),
        ("à l’aéroport de Koursk", "aéroport de Koursk", "airport"),
    ],
)
def test_a_name_is_found_as_a_sentence_bends_it(
    entry: Callable[..., GazetteerEntry], text: str, words: str, place: str
) -> None:
    known = Gazetteer(
        [
            entry("kursk", "Курск", people=400_000),
            entry("kursk-uk", "Курськ"),
            entry("oblast", "Курская область", kind="admin"),
            entry("kirov", "Киров"),
            entry("rostov", "Ростов-на-Дону"),
            entry("bab", "Al Bab"),
            entry("airport", "aéroport de Koursk", kind="site"),
        ]
    )
    tokens = tokenize(text)
    found = next(known.scan(text, tokens))
    assert text[tokens[found.first].start : tokens[found.last - 1].end] == words
    assert found.entries[0].place.id == place


def test_a_name_as_it_is_written_goes_before_a_declined_form(entry: Callable[..., GazetteerEntry]) -> None:
    known = Gazetteer([entry("kirov", "Киров", people=400_000), entry("kirova", "Кирова")])
    assert [e.place.id for e in known.named("Кирова")] == ["kirova"]
    assert [e.place.id for e in known.named("Кирову")] == ["kirov", "kirova"]
    (plain,) = known.scan("Кирова", tokenize("Кирова"))
    (bent,) = known.scan("Кирову", tokenize("Кирову"))
    assert (plain.declined, bent.declined) == (False, True)


def test_how_people_write_a_name_counts_before_how_a_large_source_does(
    entry: Callable[..., GazetteerEntry],
) -> None:
    kingdom, hamlet = entry("gb", "UK"), entry("hamlet", "Uk", curated=False)
    assert matches(Gazetteer([kingdom, hamlet]), "Uk is small") == []
    assert matches(Gazetteer([kingdom, hamlet]), "the UK said")[0][2] == (kingdom, hamlet)


# --- layers ----------------------------------------------------------------------------------------


def test_of_one_id_what_the_program_keeps_counts_then_the_first_file(
    entry: Callable[..., GazetteerEntry],
) -> None:
    base = MemoryIndex([entry("a", "Base A"), entry("b", "Base B", curated=False)])
    first = MemoryIndex([entry("a", "First A"), entry("b", "First B"), entry("c", "First C")])
    second = MemoryIndex([entry("c", "Second C"), entry("d", "Second D", lat=1)])
    known = Gazetteer.over(Layers(base, [first, second]))
    assert sorted(e.place.name for e in known.entries) == ["Base A", "First B", "First C", "Second D"]
    assert known.named("First A") == known.named("Base B") == known.named("Second C") == ()
    assert [e.place.name for e in known.named("Second D")] == ["Second D"]
    assert known.near(1, 0, 1)[0].entry.place.name == "Second D"
    assert len(known.near(1, 0, 9)) == 4
    found = known.by_id("b")
    assert found is not None
    assert found.place.name == "First B"


def test_layers_find_the_longest_name_of_any(entry: Callable[..., GazetteerEntry]) -> None:
    base, own = MemoryIndex([entry("york", "York")]), MemoryIndex([entry("ny", "New York")])
    known = Gazetteer.over(Layers(base, [own]))
    assert [m[2][0].place.id for m in matches(known, "in New York and York")] == ["ny", "york"]


# --- distance --------------------------------------------------------------------------------------

LATS, LONS = st.floats(-90, 90), st.floats(-180, 180)


def by_measuring(points: Sequence[tuple[float, float]], lat: float, lon: float) -> Iterator[float]:
    yield from sorted(distance_km(lat, lon, *point) for point in points)


@given(st.lists(st.tuples(LATS, LONS), max_size=12), LATS, LONS)
def test_the_nearest_are_those_that_measuring_each_finds(
    points: list[tuple[float, float]], lat: float, lon: float
) -> None:
    known = Gazetteer(
        GazetteerEntry(Place(str(n), "x", None, PlaceKind.CITY, *p, 1.0), (), None, "s", "l")
        for n, p in enumerate(points)
    )
    assert [n.km for n in known.near(lat, lon, 5)] == list(by_measuring(points, lat, lon))[:5]


@pytest.mark.parametrize(
    ("lat", "lon", "nearest"),
    [
        (0, 179.9, "east"),
        (0, -179.9, "west"),
        (0.4, 180, "east"),
        (0.4, -180, "east"),
        (89.9, 17, "pole"),
        (-89, 0, "south"),
    ],
)
def test_places_are_near_across_the_antimeridian_and_the_poles(
    entry: Callable[..., GazetteerEntry], lat: float, lon: float, nearest: str
) -> None:
    known = Gazetteer(
        [
            entry("east", "East", lat=0.4, lon=179.99),
            entry("west", "West", lat=-0.4, lon=-179.8),
            entry("pole", "Pole", lat=89.5, lon=-163),
            entry("south", "South", lat=-88, lon=180),
        ]
    )
    assert known.near(lat, lon, 1)[0].entry.place.id == nearest


@pytest.mark.parametrize(("lat", "lon"), [(91, 0), (0, 181), (float("nan"), 0), (0, float("inf"))])
def test_a_point_off_the_globe_is_refused(lat: float, lon: float) -> None:
    with pytest.raises(GazetteerError, match="is no point"):
        Gazetteer(()).near(lat, lon)


def test_the_header_of_a_compiled_file_holds_no_time_and_no_path(whole: bytes, folder: Path) -> None:
    assert str(folder).encode() not in whole
    assert json.dumps("Курск", ensure_ascii=False).encode() in whole
