"""One part to one document: what is told outranks what the bytes say, in any process."""

import datetime as dt
import pickle
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pytest

from geo.documents import FORMS, Limits, Part, parts, read_part
from geo.errors import InputError
from geo.records import Document

TEXT = "Les premiers soldats sont arrivés à Koursk mardi, dit-on.\n"
MATTER = "---\ntitle: Front\npublisher: Front\npublished: 2024-10-07\nurl: https://example.org/f\n---\n"


def part(form: str = "txt", text: str = TEXT, **told: str) -> Part:
    return Part("a", "in/a.txt", form, text.encode(), tuple(told.items()))


def test_what_is_told_outranks_what_the_bytes_say() -> None:
    told = {"title": "Table", "published": "2024-10-09T08:00:00+02:00", "language": "FR-be"}
    assert read_part(part("md", MATTER + TEXT, **told)) == Document(
        id="a",
        text=TEXT,
        title="Table",
        publisher="Front",
        published=dt.date(2024, 10, 9),
        language="fr",
        url="https://example.org/f",
        file="in/a.txt",
        encoding="utf-8",
    )


def test_a_row_is_read_to_the_letter_and_its_language_is_guessed() -> None:
    document = read_part(part("row", MATTER + TEXT))
    assert document.text == MATTER + TEXT
    assert (document.title, document.encoding) == (None, None)
    assert (document.language, document.language_detected) == ("fr", True)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (part(text=" \n"), "is empty; put the report's text into it"),
        (part("row", " "), "has no text; put the report's text into it"),
        (part(text="x" * 101), "has a text of more than 100 characters; split it"),
        (part(published="octobre"), "published: 'octobre' is not a date; write it as YYYY-MM-DD"),
    ],
)
def test_a_part_that_is_no_report_says_what_to_do(given: Part, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        read_part(given, Limits(text_chars=100))
    assert str(caught.value) == reason


def test_a_text_may_be_as_long_as_the_limit() -> None:
    assert len(read_part(part(text="x" * 100), Limits(text_chars=100)).text) == 100


def test_parts_are_read_in_another_process(tmp_path: Path) -> None:
    for name in ("a.txt", "b.md"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    found = [given for given in parts([tmp_path]) if isinstance(given, Part)]
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        assert [d.id for d in pool.map(read_part, found)] == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "raw", "library", "extra"),
    [
        ("a.rss", b"<rss version='2.0'></rss>", "feedparser", "feeds"),
        ("a.warc", b"WARC/1.0\r\n\r\n", "warcio", "warc"),
    ],
)
def test_a_library_that_is_missing_is_named(
    tmp_path: Path, name: str, raw: bytes, library: str, extra: str
) -> None:
    (tmp_path / name).write_bytes(raw)
    script = (
        f"import sys; sys.modules[{library!r}] = None\n"
        "from geo.documents import parts\n"
        f"print(next(parts([{str(tmp_path / name)!r}])).reason)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert done.stdout.endswith(f"; to read it install deployment-mapper[{extra}]\n")


def test_no_reader_is_imported_before_its_format_is_met() -> None:
    script = "import sys, geo.documents; print([m for m in sys.modules if m in sys.argv[1].split()])"
    heavy = "feedparser warcio trafilatura pypdf docx charset_normalizer py3langid email"
    done = subprocess.run([sys.executable, "-c", script, heavy], capture_output=True, check=True, text=True)
    assert done.stdout in {
        "[]\n",
        "['bz2']\n",
        "['tarfile']\n",
        "['bz2', 'tarfile']\n",
        "['tarfile', 'bz2']\n",
    }


def test_every_suffix_and_every_magic_belongs_to_one_format() -> None:
    suffixes = [suffix for form in FORMS.values() for suffix in form.suffixes]
    magics = [magic for form in FORMS.values() for magic in form.magic]
    assert len(set(suffixes)) == len(suffixes)
    assert not [(a, b) for a in magics for b in magics if a != b and a.startswith(b)]
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in suffixes)


def test_the_guess_of_an_encoding_is_kept_and_one_that_was_told_is_not() -> None:
    given = replace(part(), raw="Les soldats sont arrivés à Koursk, où l’été s’achève.".encode("cp1252"))
    guess = read_part(given)
    assert guess.text.endswith("où l’été s’achève.")
    assert (guess.encoding, guess.guessed) == ("cp1252", ("encoding",))
