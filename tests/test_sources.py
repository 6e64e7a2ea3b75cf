"""The table of sources: names, other names, whose they are and how reliable, with an error a line."""

from pathlib import Path

import pytest

from geo.records import SourceNote, VoiceKind
from geo.sources import load


def test_the_table_is_read_with_its_other_names_and_rating(tmp_path: Path) -> None:
    (tmp_path / "sources.csv").write_text(
        "name,aliases,country,kind,reliability\n"
        "NIS,National Intelligence Service; renseignement sud-coréen,kr,official,B2\n"
        "Le Courrier,,,press,c\n"
        "Somebody,,,,\n",
        encoding="utf-8",
    )
    notes, problems = load([tmp_path])
    assert problems == ()
    assert notes == (
        SourceNote(
            "NIS",
            ("National Intelligence Service", "renseignement sud-coréen"),
            "KR",
            VoiceKind.OFFICIAL,
            "B",
            2,
        ),
        SourceNote("Le Courrier", (), None, VoiceKind.PRESS, "C", 6),
        SourceNote("Somebody"),
    )


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (",,,,", "has no name"),
        ("NIS,,Korea,,", "two letters"),
        ("NIS,,,spies,", "kind 'spies': write one of official"),
        ("NIS,,,,G7", "a letter A to F"),
    ],
)
def test_a_row_that_cannot_be_used_is_told_and_the_others_are_read(
    tmp_path: Path, row: str, message: str
) -> None:
    (tmp_path / "sources.csv").write_text(
        f"name,aliases,country,kind,reliability\n{row}\nCourier,,,,\n", encoding="utf-8"
    )
    notes, (problem,) = load([tmp_path])
    assert [note.name for note in notes] == ["Courier"]
    assert problem.file.endswith("sources.csv, line 2")
    assert message in problem.reason


def test_no_table_is_no_problem_and_a_broken_one_is_one(tmp_path: Path) -> None:
    assert load([tmp_path]) == ((), ())
    (tmp_path / "sources.csv").write_bytes(b"name\n\xff\xfe")
    notes, (problem,) = load([tmp_path])
    assert notes == ()
    assert "is not UTF-8" in problem.reason
