"""Files to documents: what is read to the letter, what is known of it, and what each problem says."""

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.documents import Collection, collect, detect_language, from_row, split_front_matter
from geo.errors import InputError
from geo.records import Document, Problem
from geo.tables import decode

TEXT = "Des soldats sont arrivés à Koursk mardi, selon le ministère.\n"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(8)


def gather(folder: Path, **files: str | bytes) -> Collection:
    """Write files (``a_txt`` is ``a.txt``) and collect their folder."""
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return collect([folder])


def only(collection: Collection) -> Document:
    assert collection.problems == ()
    (document,) = collection.documents
    return document


def reasons(collection: Collection, folder: Path) -> dict[str, str]:
    return {p.file.removeprefix(f"{folder}/"): p.reason for p in collection.problems}


# --- text ------------------------------------------------------------------------------------------


def test_a_text_is_kept_to_the_letter(tmp_path: Path) -> None:
    text = "Une ligne\r\n\r\n“E\u0301te\u0301”\u00a0: 12\u202f000.\r\n"
    document = only(gather(tmp_path, a_txt=text))
    assert document.text == text
    assert document.sha256 == Document("other", text).sha256


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    assert only(gather(tmp_path, a_txt=b"\xef\xbb\xbf" + TEXT.encode())).text == TEXT


def test_what_nobody_told_is_none_and_the_language_is_marked_as_a_guess(tmp_path: Path) -> None:
    document = only(gather(tmp_path, a_txt=TEXT))
    known = (document.title, document.publisher, document.published, document.url)
    assert known == (None, None, None, None)
    assert (document.language, document.language_detected) == ("fr", True)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty; put the report's text into it"),
        (b" \n\t\n", "is empty; put the report's text into it"),
        (PNG, "is a PNG image, not a report; take it out"),
        (b"\x7fELF" + bytes(60), "is a program, not a report; take it out"),
        (b"\xd0\xcf\x11\xe0" + bytes(60), "is a file of an old Office; save it as .docx"),
        (b"PK\x03\x04rest", "is a zip archive; give its name the end .zip"),
        (b"\x1f\x8b\x08" + bytes(9), "is a gzip file; give its name the end .gz"),
        (b"---\ntitle: X\n", "front matter: the closing --- line is missing; add it behind the last key"),
        (b"---\ntitle X\n---\nA", "front matter, line 2: write it as “key: value”"),
        (b"---\npublished: 8/10\n---\nA", "published: '8/10' is not a date; write it as YYYY-MM-DD"),
        (b"---\ntitle: X\n---\n\n", "has no text behind its front matter; put the report's text into it"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_what_to_do(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    collection = gather(tmp_path, bad_md=content, good_txt=TEXT)
    assert [document.id for document in collection.documents] == ["good"]
    assert collection.problems == (Problem(str(tmp_path / "bad.md"), reason),)


@given(st.binary(max_size=40))
def test_bytes_are_text_or_an_input_error_and_never_another(raw: bytes) -> None:
    try:
        text = decode(raw)
    except InputError:
        return
    assert text.encode() == raw.removeprefix(b"\xef\xbb\xbf")


# --- front matter ----------------------------------------------------------------------------------


def test_front_matter_tells_of_the_report_and_is_not_its_text(tmp_path: Path) -> None:
    front = "---\ntitle: \"À l'est\"\nPublisher: 'Le Journal'\npublished: 2024-10-08\nlanguage: FR\n"
    document = only(gather(tmp_path, a_md=f"{front}url: https://example.org/a:b\nmood: bad\n\n---\n{TEXT}"))
    assert document == Document(
        id="a",
        text=TEXT,
        title="À l'est",
        publisher="Le Journal",
        published=dt.date(2024, 10, 8),
        language="fr",
        url="https://example.org/a:b",
        file=str(tmp_path / "a.md"),
        encoding="utf-8",
    )


def test_a_text_without_front_matter_may_hold_a_rule_of_dashes() -> None:
    assert split_front_matter(f"{TEXT}---\nfin\n") == ({}, f"{TEXT}---\nfin\n")


def test_front_matter_of_another_system_ends_its_lines_as_it_likes() -> None:
    assert split_front_matter("---\r\ntitle: X\r\n---\r\nA\r\nB") == ({"title": "X"}, "A\r\nB")


# --- reports.csv -----------------------------------------------------------------------------------


def test_a_table_beside_the_reports_fills_what_it_knows_and_comes_first(tmp_path: Path) -> None:
    collection = gather(
        tmp_path,
        a_txt=f"---\ntitle: Front\npublisher: Front\n---\n{TEXT}",
        deep__b_txt=TEXT,
        reports_csv=b"\xef\xbb\xbffile,title,publisher,published\na.txt,Table,,2024-10-08\ndeep/b.txt,B,,\n",
    )
    told = {d.id: (d.title, d.publisher, d.published) for d in collection.documents}
    assert told == {"a": ("Table", "Front", dt.date(2024, 10, 8)), "deep/b": ("B", None, None)}
    assert collection.problems == ()


def test_a_table_speaks_for_a_file_that_is_named_alone(tmp_path: Path) -> None:
    gather(tmp_path, a_txt=TEXT, reports_csv="file,title\na.txt,T\n")
    assert only(collect([tmp_path / "a.txt"])).title == "T"


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        (b"name,title\na.txt,T\n", "has no column “file”"),
        (b"file;title\na.txt;T\n", "has no column “file”"),
        (b"file,title\nb.txt,T\n", "row 2 names 'b.txt', which is not in this folder"),
        (b"file,published\na.txt,octobre\n", "'octobre' is not a date; write it as YYYY-MM-DD"),
        ("file,title\na.txt,é\n".encode("cp1252"), "is not UTF-8"),
        (PNG, "is not a text file"),
    ],
)
def test_a_table_that_cannot_be_used_is_a_problem_and_the_reports_are_read(
    tmp_path: Path, table: bytes, reason: str
) -> None:
    collection = gather(tmp_path, a_txt=TEXT, reports_csv=table)
    assert [document.id for document in collection.documents] == ["a"]
    assert reason in reasons(collection, tmp_path)["reports.csv"]


# --- JSON Lines ------------------------------------------------------------------------------------


def line(**keys: object) -> str:
    return json.dumps({"id": "1", "text": TEXT, **keys}, ensure_ascii=False)


def test_json_lines_are_documents_with_their_text_to_the_letter(tmp_path: Path) -> None:
    text = "---\nno front matter\u2028here\r\n"
    collection = gather(tmp_path, a_jsonl=f"{line(text=text, published='2024-10-08')}\n\n{line(id='2')}")
    first, second = collection.documents
    assert (first.id, first.text, first.published) == ("1", text, dt.date(2024, 10, 8))
    assert (second.id, second.published) == ("2", None)
    assert collection.problems == ()


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("{id: 1}", "is not JSON: Expecting property name enclosed in double quotes at column 2"),
        ("[]", "is not an object with an “id” and a “text”"),
        ('{"id": "2"}', "is not an object with an “id” and a “text”"),
        ('{"id": 2, "text": "x"}', "is not an object with an “id” and a “text”"),
        (line(id="2", published="octobre"), "published: 'octobre' is not a date; write it as YYYY-MM-DD"),
    ],
)
def test_a_bad_line_is_named_by_its_number_and_the_others_are_read(
    tmp_path: Path, bad: str, reason: str
) -> None:
    collection = gather(tmp_path, a_jsonl=f"{line()}\n{bad}\n{line(id='3')}\n")
    assert [document.id for document in collection.documents] == ["1", "3"]
    assert reasons(collection, tmp_path) == {"a.jsonl, line 2": reason}


def test_a_row_told_in_its_own_words_needs_no_file() -> None:
    document = from_row({"id": "1", "text": TEXT, "language": "FR", "unknown": 3})
    assert (document.language, document.language_detected, document.file) == ("fr", False, None)


# --- folders ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["", "only.png", "reports.csv", "notes", "photo"])
def test_a_folder_without_reports_says_what_to_put_into_it(tmp_path: Path, name: str) -> None:
    if name:
        (tmp_path / name).write_bytes(PNG if name == "photo" else b"words")
    with pytest.raises(
        InputError, match=r"no reports here; put \.txt, \.html, \.pdf or \.jsonl files into it"
    ):
        collect([tmp_path])


def test_a_path_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere: there is no such file or folder"):
        collect([tmp_path / "nowhere"])


def test_the_second_of_two_equal_ids_is_a_problem_that_names_both(tmp_path: Path) -> None:
    collection = gather(tmp_path, a_md=TEXT, a_txt=TEXT, b_jsonl=f"{line()}\n{line()}")
    assert [document.id for document in collection.documents] == ["a", "1"]
    said = reasons(collection, tmp_path)
    assert said["a.txt"] == f"has the id 'a' of {tmp_path / 'a.md'}; rename one"
    assert len(said) == 2


def test_links_hidden_files_and_tables_are_no_reports_and_other_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    collection = gather(
        tmp_path,
        a_txt=TEXT,
        B_TXT=TEXT,
        _hidden_txt=TEXT,
        _git__c_txt=TEXT,
        sources_csv="x",
        d_png=PNG,
        e_ods=b"PK",
    )
    assert [document.id for document in collection.documents] == ["B", "a"]
    assert reasons(collection, tmp_path) == {
        "d.png": "is no report: .png is not read; convert it if it holds one",
        "e.ods": "is no report: .ods is not read; convert it if it holds one",
    }


def test_the_order_is_that_of_names_however_the_files_were_written(tmp_path: Path) -> None:
    names = ["z", "b/a", "a", "b/c/d", "B"]
    for folder, order in ((tmp_path / "one", names), (tmp_path / "two", names[::-1])):
        for name in order:
            path = folder / f"{name}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(TEXT, encoding="utf-8")
    one, two = ([d.id for d in collect([tmp_path / f]).documents] for f in ("one", "two"))
    assert one == two
    assert sorted(one) == sorted(names)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (TEXT, "fr"),
        ("North Korean soldiers have arrived in Vladivostok, the ministry said.", "en"),
        ("Северокорейские солдаты прибыли во Владивосток, сообщает министерство.", "ru"),
        ("Koursk", None),
        ("12 345 678 910 111 213 141 516", None),
    ],
)
def test_a_language_is_guessed_where_there_is_enough_to_guess_from(text: str, code: str | None) -> None:
    assert detect_language(text) == code
