"""Names that sound alike: by their consonants, in one country, where spelling varies."""

from pathlib import Path

import pytest

from geo.gazetteer import Gazetteer
from geo.gazetteer.compiled import CompiledIndex, write
from geo.gazetteer.sounds import sound_key

from .conftest import MakeEntry


@pytest.mark.parametrize(
    ("code", "given", "held"),
    [
        ("SY", "Ain Issa", "\u2018Ayn \u2018\u012as\u00e1"),
        ("SY", "Tell Abyad", "Tall Abya\u1e11"),
        ("SA", "Hafr al-Batin", "Hafar Al-Batin"),
        ("SD", "Um Rawaba", "Umm Ruwaba"),
        ("MM", "Kyaukphyu", "Kyaukpyu"),
        ("UA", "Jouravka", "Zhuravka"),
        ("AF", "Surobi", "Sar\u014db\u012b"),
        ("SY", "Khan Cheikhoun", "Khan Shaykhun"),
    ],
)
def test_another_spelling_finds_the_place(code: str, given: str, held: str, entry: MakeEntry) -> None:
    held_entry = entry("a", held, code=code)
    assert Gazetteer([held_entry]).alike(given, [code]) == (held_entry,)


@pytest.mark.parametrize(
    ("code", "given", "held"),
    [
        ("SY", "Raqqa", "Riqqah al Gharbiyah"),  # only part of it
        ("TR", "Galles", "G\u00fcle\u00e7"),  # three consonants want vowels alike
        ("FR", "Bordo", "Bordeaux"),  # one official spelling
        ("SY", "Ur", "Ar"),  # too few consonants
        ("SY", "\u041c\u043e\u0441\u043a\u0432\u0430", "Moskva"),  # another script
    ],
)
def test_what_does_not_sound_alike_finds_nothing(code: str, given: str, held: str, entry: MakeEntry) -> None:
    assert Gazetteer([entry("a", held, code=code)]).alike(given, [code]) == ()


def test_only_the_countries_asked_for_are_searched(entry: MakeEntry) -> None:
    gazetteer = Gazetteer([entry("a", "Umm Ruwaba", code="SD"), entry("b", "Umm Rawabah", code="EG")])
    assert [found.place.id for found in gazetteer.alike("Um Rawaba", ["EG"])] == ["b"]
    assert gazetteer.alike("Um Rawaba", []) == ()


def test_the_likest_names_win(entry: MakeEntry) -> None:
    gazetteer = Gazetteer([entry("a", "Zhuravka", code="UA"), entry("b", "Zhurivka", code="UA")])
    assert [found.place.id for found in gazetteer.alike("Jouravka", ["UA"])] == ["a"]


def test_a_compiled_index_hears_as_one_in_memory(tmp_path: Path, entry: MakeEntry) -> None:
    entries = [entry("a", "Umm Ruwaba", code="SD", people=5), entry("b", "Tall Abyad", code="SY")]
    path = tmp_path / "x.index"
    write(path, entries)
    compiled, memory = Gazetteer.over(CompiledIndex(path)), Gazetteer(entries)
    for name, code in (("Um Rawaba", "SD"), ("Tell Abyad", "SY"), ("Tell Abyad", "SD")):
        assert compiled.alike(name, [code]) == memory.alike(name, [code])
    assert compiled.alike("Um Rawaba", ["SD"])


def test_a_key_of_sounds_is_of_a_country() -> None:
    assert sound_key("SD", "umm ruwaba") == "amrb~SD"
    assert sound_key("FR", "umm ruwaba") == ""
