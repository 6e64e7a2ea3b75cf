"""Tables beside the reports: a header, rows with their lines, and an error that says what to do."""

from pathlib import Path

import pytest

from geo.errors import InputError
from geo.tables import rows


def test_rows_come_with_their_lines_and_every_column(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('\ufeffid,why,extra\na,"x, y",z\n\nb\n', encoding="utf-8")
    assert list(rows(path, "id", ("id", "why"))) == [
        (2, {"id": "a", "why": "x, y"}),
        (4, {"id": "b", "why": ""}),
    ]


def test_json_lines_are_rows_as_well(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text('{"id": "a", "why": null}\n\n{"id": " b "}\n', encoding="utf-8")
    assert list(rows(path, "id", ("id", "why"))) == [
        (1, {"id": "a", "why": ""}),
        (3, {"id": "b", "why": ""}),
    ]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("t.csv", "name\na\n", "has no column “id”; its header is id,why"),
        ("t.csv", 'id\n"never closed\n', "is not a table of comma-separated values"),
        ("t.csv", "id\n" + "a" * 10_001 + "\n", "longer than 10000 characters"),
        ("t.jsonl", "[" * 100_000, "line 1 is not JSON"),
        ("t.jsonl", '{"id": 1}', "line 1, id: 1 is not text"),
        ("t.jsonl", '"id"', "line 1 has no “id”"),
        ("t.jsonl", "{", "line 1 is not JSON"),
    ],
)
def test_what_is_no_table_is_told_in_one_line(tmp_path: Path, name: str, text: str, message: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message) as error:
        list(rows(path, "id", ("id", "why")))
    assert "\n" not in str(error.value)


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "t.csv").mkdir()
    with pytest.raises(InputError, match="cannot be read"):
        list(rows(tmp_path / "t.csv", "id", ("id",)))
