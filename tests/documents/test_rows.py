"""Reports in rows: to the letter, named by their line, one at a time in memory."""

import json
import tracemalloc
from pathlib import Path

import pytest

from geo.documents import Limits, parts
from geo.documents.rows import read

from .conftest import Find

SMALL = Limits(file_bytes=1_000)


# --- JSON Lines ------------------------------------------------------------------------------------


def test_a_line_longer_than_a_report_may_be_is_skipped_and_the_next_is_read(
    tmp_path: Path, find: Find
) -> None:
    long = json.dumps({"id": "2", "text": "x" * 5_000})
    (tmp_path / "a.jsonl").write_text(
        f'{{"id": "1", "text": "a"}}\n{long}\n{{"id": "3", "text": "c"}}', encoding="utf-8"
    )
    found = find(limits=SMALL)
    assert found.texts == {"1": "a", "3": "c"}
    assert found.reasons == {"a.jsonl, line 2": "is longer than 1,000 bytes, the most of one report"}


def test_a_line_of_a_hundred_megabytes_never_stands_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as stream:
        stream.write(b'{"id": "1", "text": "')
        for _ in range(100):
            stream.write(b"x" * 1_000_000)
        stream.write(b'"}\n')
    tracemalloc.start()
    (problem,) = parts([path], Limits(file_bytes=5_000_000))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "line 1" in problem.file
    assert peak < 20_000_000


def test_twenty_thousand_rows_stand_in_memory_one_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        for number in range(20_000):
            stream.write(json.dumps({"id": str(number), "text": "Un pont est coupé. " * 10}) + "\n")
    assert path.stat().st_size > 4_000_000
    tracemalloc.start()
    count = sum(1 for _ in parts([path]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 20_000
    assert peak < 1_000_000


def test_a_line_that_is_not_utf_8_is_named(tmp_path: Path, find: Find) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"id": "1", "text": "\xe9"}\n\xef\xbb\xbf')
    assert find().reasons["a.jsonl, line 1"] == "is not UTF-8 (byte 21); save it as UTF-8"


@pytest.mark.parametrize("line", ["[" * 100_000, '{"id": "1", "text": ' + "9" * 5_000 + "}"])
def test_a_line_made_to_harm_is_a_problem(tmp_path: Path, find: Find, line: str) -> None:
    (tmp_path / "a.jsonl").write_text(line, encoding="utf-8")
    assert find().reasons["a.jsonl, line 1"].startswith("is not JSON")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (
            {"id": "1", "text": "x\ud800"},
            "text: holds half of a character (a lone surrogate); write it whole",
        ),
        ({"id": "1", "text": " \n"}, "has no text; put the report's text into it"),
        ({"id": "1", "text": "x", "url": 3}, "url: 3 is not a string; put it between quotes"),
    ],
)
def test_a_row_that_is_no_report_says_why(
    tmp_path: Path, find: Find, row: dict[str, object], reason: str
) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    assert find().reasons == {"a.jsonl, line 1": reason}


def test_a_text_that_looks_like_front_matter_or_markup_stays_as_it_is() -> None:
    text = "---\r\ntitle: no\r\n---\r\n<b>no</b>"
    assert read(text.encode(), {}, Limits()).text == text


# --- tables ----------------------------------------------------------------------------------------


def test_a_table_is_read_by_its_header(tmp_path: Path, find: Find) -> None:
    (tmp_path / "t.csv").write_text(
        "\ufeffID,Headline,Text,Date,Source,lang,Link,mood\n"
        '7,Pont,"Un pont, coupé.\nHier.",2024-10-08T09:00,Le Fil,fr,https://example.org/7,x\n'
        ",Gare,Une gare.,,,,,\n",
        encoding="utf-8",
    )
    found = find()
    assert found.texts == {"7": "Un pont, coupé.\nHier.", "t.csv#3": "Une gare."}
    assert found.reasons == {}
    assert dict(found.parts["7"].told) == {
        "title": "Pont",
        "publisher": "Le Fil",
        "published": "2024-10-08T09:00",
        "language": "fr",
        "url": "https://example.org/7",
    }


def test_columns_may_be_told(tmp_path: Path, find: Find) -> None:
    (tmp_path / "t.csv").write_text("nr,corps,text\n1,Un train.,other\n", encoding="utf-8")
    assert find(columns={"text": "corps", "id": "NR"}).texts == {"1": "Un train."}
    assert find(columns={"text": "mots"}).reasons == {
        "t.csv": "has no column “mots”; its columns are nr, corps, text"
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("comma", [",", ";", "\t"])
def test_what_excel_calls_csv_is_read(tmp_path: Path, find: Find, encoding: str, comma: str) -> None:
    rows = [["id", "text"], ["1", "L’été à Orel."]]
    (tmp_path / "t.csv").write_bytes("\r\n".join(comma.join(row) for row in rows).encode(encoding))
    found = find()
    assert found.texts == {"1": "L’été à Orel."}
    assert bool(found.reasons) == (encoding == "cp1252")  # a guess is told


LONG = "is longer than 1,000 bytes, the most of one report; the rest of the table is left out"
OPEN = "is not a table that can be read on: unexpected end of data; the rest of it is left out"


@pytest.mark.parametrize(
    ("table", "where", "reason"),
    [
        (b"id,body text\n1,x\n", "", "has no column “text”; its columns are id, body text: say which"),
        ("id,text\n1,x".encode("utf-16"), "", "is UTF-16; save the table as CSV UTF-8"),
        (b"id,text\n", "", "is a table without a report in it"),
        (b"x" * 1_200 + b"\n2,c\n", "", "line 1 is longer than 1,000 bytes"),
        (b"id,text\n1,a,b\n2,c\n", ", row 2", "has 3 cells under 2 columns; put quotes around what holds"),
        (b"id,text\n1\n2,c\n", ", row 2", "has no text; put the report's text into it"),
        (b"id,text,date\n1,a,8/10\n2,c,\n", ", row 2", "published: '8/10' is not a date; write it as YYYY"),
        (b'id,text\n2,c\n3,"open\n', "", OPEN),
        (b'id,text\n2,c\n3,"' + b"x\n" * 600, "", f"line 501 {LONG}"),
        (b"id,text\n2,c\n3," + b"x" * 1_200, "", f"line 3 {LONG}"),
    ],
)
def test_a_row_or_table_that_cannot_be_read_says_why(
    tmp_path: Path, find: Find, table: bytes, where: str, reason: str
) -> None:
    (tmp_path / "t.csv").write_bytes(table)
    found = find(limits=SMALL)
    ((place, said),) = found.reasons.items()
    assert place == f"t.csv{where}"
    assert said.startswith(reason)
    assert found.texts == ({"2": "c"} if b"\n2,c" in table and b"text" in table else {})


def test_a_header_of_any_length_is_read(tmp_path: Path, find: Find) -> None:
    (tmp_path / "t.csv").write_text(f"id,{'x' * 200_000},text\n1,,Un mot.\n", encoding="utf-8")
    assert find().texts == {"1": "Un mot."}


def test_a_cell_may_be_as_long_as_a_report(tmp_path: Path, find: Find) -> None:
    text = "Un mot. " * 30_000  # the csv module stops at 131,072 characters by itself
    (tmp_path / "t.csv").write_text(f"id,text\n1,{text}\n", encoding="utf-8")
    assert find().texts == {"1": text}


def test_a_table_of_many_rows_stands_in_memory_one_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    with path.open("w", encoding="utf-8") as stream:
        stream.write("id,text\n")
        for number in range(8_000):
            stream.write(f'{number},"{"Un pont, coupé. " * 30}"\n')
    tracemalloc.start()
    count = sum(1 for _ in parts([path]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 8_000
    assert peak < 1_000_000


def test_a_header_of_two_lines_is_told_on_one(tmp_path: Path, find: Find) -> None:
    (tmp_path / "t.csv").write_bytes(b'"id,text\na,"M.",2024-10-08\n')
    (told,) = find().reasons.values()
    assert told.startswith("has no column “text”; its columns are ")
    assert "\n" not in told
