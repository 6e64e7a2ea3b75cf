"""Finding files: order, patterns, standard input, and what a folder may hold that is no report."""

import gzip
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from geo.documents import Part, parts
from geo.documents.walking import walk
from geo.errors import InputError
from geo.records import Problem

from .conftest import Find

TEXT = "Un convoi est arrivé à Briansk jeudi.\n"


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")


# --- folders ---------------------------------------------------------------------------------------


def test_files_come_in_the_order_of_names_folder_by_folder(tmp_path: Path) -> None:
    write(tmp_path, "b/z.txt", "b.txt", "a.txt", "b/a/k.txt", "B.txt", "b/é.txt")
    assert list(walk(tmp_path)) == ["B.txt", "a.txt", "b/a/k.txt", "b/z.txt", "b/é.txt", "b.txt"]


def test_a_loop_of_links_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "a/b/c.txt")
    (tmp_path / "a/b/up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a/self.txt").symlink_to("self.txt")
    assert list(walk(tmp_path)) == ["a/b/c.txt"]


@contextmanager
def nested(folder: Path, name: str, deep: int) -> Iterator[None]:
    """Make folders deeper than a path can say; pytest could not take them away again."""
    here = os.open(folder, os.O_RDONLY)
    try:
        for _ in range(deep):
            os.mkdir(name, dir_fd=here)
            inner = os.open(name, os.O_RDONLY, dir_fd=here)
            os.close(here)
            here = inner
        os.close(os.open("e.txt", os.O_CREAT | os.O_WRONLY, dir_fd=here))
        yield
    finally:
        os.close(here)
        subprocess.run(["/bin/rm", "-rf", str(folder / name)], check=True)


def test_folders_deeper_than_python_recurses_are_walked(tmp_path: Path) -> None:
    deep = 1_050
    with nested(tmp_path, "d", deep):
        assert list(walk(tmp_path)) == ["d/" * deep + "e.txt"]


def test_a_folder_too_deep_for_the_system_is_a_problem(tmp_path: Path, find: Find) -> None:
    write(tmp_path, "z.txt")
    with nested(tmp_path, "d" * 200, 30):
        found = find()
    assert list(found.parts) == ["z"]
    assert list(found.reasons.values()) == ["cannot be read: File name too long"]


def test_what_is_neither_file_nor_folder_is_not_waited_for(tmp_path: Path, find: Find) -> None:
    write(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "b.txt")
    found = find()
    assert list(found.parts) == ["a"]
    assert found.reasons == {"b.txt": "is no regular file; take it out"}


def test_a_file_that_goes_away_is_a_problem_and_the_run_goes_on(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.txt", "c.txt")
    given = parts([tmp_path])
    assert isinstance(next(given), Part)
    (tmp_path / "b.txt").unlink()
    gone, last = given
    assert gone == Problem(f"{tmp_path}/b.txt", "cannot be read: No such file or directory")
    assert isinstance(last, Part)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_a_problem(tmp_path: Path, find: Find) -> None:
    write(tmp_path, "a.txt", "b.txt", "c/d.txt")
    (tmp_path / "b.txt").chmod(0)
    (tmp_path / "c").chmod(0)
    reason = "cannot be read: Permission denied"
    try:
        assert find().reasons == {"b.txt": reason, "c/": reason}
    finally:
        (tmp_path / "c").chmod(0o700)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        (b"\xff\xfe.txt", r"\xff\xfe"),
        ("le fil\u202enord.txt".encode(), r"le fil\u202enord"),
        (b"a\nb.txt", r"a\nb"),
        ("Capture\u00a0d’écran.txt".encode(), "Capture\u00a0d’écran"),
        (b"CON.txt", "CON"),
        (b"a.b.c.txt", "a.b.c"),
        (b"Note v1.2.TXT", "Note v1.2"),
        (b"x" * 251 + b".txt", "x" * 251),
    ],
)
def test_a_name_with_odd_characters_is_an_id_that_can_be_written(
    tmp_path: Path, find: Find, name: bytes, key: str
) -> None:
    (tmp_path / os.fsdecode(name)).write_text(TEXT, encoding="utf-8")
    (part,) = find().parts.values()
    assert part.id == key
    assert part.file.encode().decode().isprintable() or "\u00a0" in part.file


def test_the_folder_of_a_saved_page_is_part_of_the_page(tmp_path: Path, find: Find) -> None:
    write(
        tmp_path, "Front.html", "Front_files/ad.html", "Front_files/style.css", "Une.htm", "Une_fichiers/x.js"
    )
    write(tmp_path, "Other_files/kept.txt")
    found = find()
    assert list(found.parts) == ["Front.html", "Other_files/kept", "Une.htm"]
    assert found.reasons == {}


# --- formats ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "a.html", "a"])
def test_a_pdf_is_read_as_one_whatever_its_name_says(tmp_path: Path, find: Find, name: str) -> None:
    (tmp_path / name).write_bytes(b"%PDF-1.7\n")
    assert find().parts[name.removesuffix(".txt")].form == "pdf"


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n", "is a PNG image, not a report; take it out"),
        (b"\x7fELF\x02\x01", "is a program, not a report; take it out"),
        (b"\x1f\x8b\x08\0", "is a gzip file; give its name the end .gz"),
        (b"WARC/1.0\r\n", "is a web archive; give its name the end .warc"),
        (b"Rar!\x1a\x07", "is a RAR archive; pack it as .zip"),
        (b"", "is empty; put the report's text into it"),
    ],
)
def test_what_is_no_text_is_not_read_as_one(tmp_path: Path, find: Find, head: bytes, reason: str) -> None:
    (tmp_path / "a.txt").write_bytes(head)
    assert find().reasons == {"a.txt": reason}


def test_a_report_larger_than_the_limit_is_a_problem(tmp_path: Path, find: Find) -> None:
    from geo.documents import Limits  # noqa: PLC0415 - only here

    (tmp_path / "a.txt").write_bytes(b"x" * 101)
    (tmp_path / "b.txt").write_bytes(b"x" * 100)
    found = find(limits=Limits(file_bytes=100))
    assert list(found.parts) == ["b"]
    assert found.reasons == {"a.txt": "is larger than 100 bytes, the most of one report; split it"}


# --- patterns, addresses, standard input -----------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "keys"),
    [
        ("in/**/*.html", ["a.html", "x/b.html", "x/y/c.html"]),
        ("in/*/*.html", ["x/b.html"]),
        ("in/*", ["a.html", "d", "x/b.html", "x/y/c.html"]),
        ("in/[ad].*", ["a.html", "d"]),
        ("in/x/**", ["b.html", "y/c.html"]),
        ("in/?.txt", ["d"]),
    ],
)
def test_a_pattern_is_expanded_and_ids_count_from_its_fixed_folder(
    tmp_path: Path, find: Find, pattern: str, keys: list[str]
) -> None:
    write(tmp_path, "in/a.html", "in/x/b.html", "in/x/y/c.html", "in/d.txt", "in/.e.html")
    assert list(find(pattern).parts) == keys


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path: Path, find: Find) -> None:
    write(tmp_path, "[a].txt", "a.txt")
    assert list(find("[a].txt").parts) == ["[a]"]


def test_a_pattern_that_nothing_matches_is_named(tmp_path: Path, find: Find) -> None:
    write(tmp_path, "a.txt")
    for pattern in ("**/*.html", "no/where/*.txt"):
        with pytest.raises(InputError, match=r"no file matches; \*\* stands for any folders"):
            find(pattern)


@pytest.mark.parametrize("address", ["https://example.org/a.html", "http://example.org", "ftp://h/x"])
def test_an_address_is_never_requested(address: str) -> None:
    for path in (address, Path(address)):
        with pytest.raises(InputError, match="nothing is requested from the network; save the page"):
            parts([path])


def piped(raw: bytes, *extra: str) -> str:
    """Return what another process says of `raw` on its standard input: form, id and text of each part."""
    script = "\n".join(
        [
            "from geo.documents import parts",
            f"for p in parts(['-'], {', '.join(extra)}):",
            "    print(getattr(p, 'form', p), getattr(p, 'id', ''), getattr(p, 'raw', b''))",
        ]
    )
    done = subprocess.run([sys.executable, "-c", script], input=raw, capture_output=True, check=True)
    return done.stdout.decode()


@pytest.mark.parametrize(
    ("raw", "extra", "said"),
    [
        (b"Words.", (), "txt - b'Words.'\n"),
        (b"<!DOCTYPE html><p>x", (), "html - b'<!DOCTYPE html><p>x'\n"),
        (b"%PDF-1.4", (), "pdf - b'%PDF-1.4'\n"),
        (b'{"id": "7", "text": "Words."}', ("form='jsonl'",), "row 7 b'Words.'\n"),
        (gzip.compress(b"Words.", mtime=0), (), "txt - b'Words.'\n"),
        (gzip.compress(b"Words.", mtime=0), ("form='gz'",), "txt - b'Words.'\n"),
        (b"<?xml version='1.0'?><html><p>x", (), "html - b\"<?xml version='1.0'?><html><p>x\"\n"),
        (
            b"",
            (),
            (
                "Problem(file='-', reason=\"is empty; put the report's text into it\", "
                "left_out=True, skipped=False)  b''\n"
            ),
        ),
    ],
)
def test_standard_input_is_what_its_first_bytes_or_a_person_say(
    raw: bytes, extra: tuple[str, ...], said: str
) -> None:
    assert piped(raw, *extra) == said
