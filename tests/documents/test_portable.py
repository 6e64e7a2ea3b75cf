"""PDF files: lines put together to paragraphs, and files that are locked, broken or only pictures."""

import datetime as dt
import io
import pickle
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from geo.documents import word
from geo.documents.content import Content
from geo.documents.parts import Limits
from geo.documents.portable import read
from geo.errors import InputError

FILES = Path(__file__).parent / "files"
Line = tuple[float, float, str]  # x and y in points from the lower left corner, and words in Latin letters


def pdf(*pages: Sequence[Line], password: str | None = None, info: dict[str, str] | None = None) -> bytes:
    """Return a PDF with a page for each list of lines, in Helvetica of 10 points."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        shown = "".join(f"BT /F1 10 Tf {x} {y} Td ({_escaped(words)}) Tj ET\n" for x, y, words in lines)
        stream = DecodedStreamObject()
        stream.set_data(shown.encode("cp1252"))
        page[NameObject("/Contents")] = writer._add_object(stream)  # noqa: SLF001 - there is no other way
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    if info:
        writer.add_metadata(info)
    if password is not None:
        writer.encrypt(password, "owner", algorithm="RC4-128")
    stream_out = io.BytesIO()
    writer.write(stream_out)
    return stream_out.getvalue()


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def column(*words: str, x: float = 72, top: float = 700) -> list[Line]:
    return [(x, top - 12 * n, line) for n, line in enumerate(words)]


def content(raw: bytes, limits: Limits | None = None) -> Content:
    return read(raw, {}, limits or Limits())


def text(*pages: Sequence[Line]) -> str:
    return content(pdf(*pages)).text.removesuffix("\n")


def reason(raw: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(InputError) as caught:
        content(raw, limits)
    assert "\n" not in str(caught.value)
    return str(caught.value)


LINES = (
    "Huit navires ont quitté le port de Brest mardi matin,",
    "selon la préfecture maritime, qui ne précise pas où ils",
    "vont. Un neuvième les suivra jeudi.",
)
WHOLE = " ".join(LINES)


# --- whole files -------------------------------------------------------------------------------------


def test_two_columns_with_heads_and_page_numbers_read_as_the_document_they_were_made_of() -> None:
    """The PDF is what an office program made of the .docx beside it: four pages, justified columns."""
    made, source = (FILES / "bulletin.pdf").read_bytes(), (FILES / "bulletin.docx").read_bytes()
    found = content(made)
    assert found.text == word.read(source, {}, Limits()).text
    assert "n° 41" not in found.text
    assert (found.title, found.language, found.encoding) == ("Bulletin des mouvements navals", None, None)
    assert found.guessed == ("published", "title")
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own bytes


def test_what_a_browser_prints_around_a_page_is_left_out() -> None:
    found = content((FILES / "printed.pdf").read_bytes()).text
    assert (
        "reached the Norwegian port of Narvik on Tuesday, the defence ministry said, six days before" in found
    )
    assert "\n\nMinistry says exercise begins on March 10\n\n" in found
    assert "report.html" not in found
    assert "1/1" not in found


# --- lines to paragraphs -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (column(*LINES), WHOLE),
        (column(*LINES) + column(*LINES, top=640), f"{WHOLE}\n\n{WHOLE}"),
        (column(*LINES, *LINES), f"{WHOLE}\n\n{WHOLE}"),
        (
            [
                *column(LINES[0], LINES[1]),
                (84, 676, "Le ministre se tait. Il dit"),
                (72, 664, "attendre des nouvelles."),
            ],
            f"{LINES[0]} {LINES[1]} Le ministre se tait. Il dit attendre des nouvelles.",
        ),
        (
            [
                *column(LINES[0], "selon la préfecture maritime, qui ne dit rien de plus."),
                (84, 676, "Le ministre se tait."),
            ],
            f"{LINES[0]} selon la préfecture maritime, qui ne dit rien de plus.\n\nLe ministre se tait.",
        ),
        (column(*LINES[:2]) + column(LINES[2], x=320), WHOLE),
        (
            column("Navires partis :", "Brest", "Toulon", *LINES),
            f"Navires partis :\n\nBrest\n\nToulon\n\n{WHOLE}",
        ),
    ],
    ids=["one", "gap", "short last line", "no indent within a sentence", "indent", "next column", "list"],
)
def test_lines_make_paragraphs(lines: list[Line], expected: str) -> None:
    assert text(lines) == expected


def test_a_sentence_goes_on_over_the_end_of_a_page_and_another_starts_anew() -> None:
    assert text(column(*LINES[:2]), column(LINES[2])) == WHOLE
    assert text(column(*LINES), column(*LINES)) == f"{WHOLE}\n\n{WHOLE}"


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("selon le porte-", "parole de la marine."), "le porte-parole de"),
        (("Les prépara-", "tifs durent, et ces préparatifs coûtent."), "Les préparatifs durent"),
        (("Il a vu l’Île-", "Longue hier."), "l’Île-Longue hier"),
        (("La relè\xad", "ve a eu lieu."), "La relève a"),
        (("entre 10 -", "12 navires sont partis."), "entre 10 - 12 navires"),
    ],
)
def test_a_hyphen_goes_only_where_the_word_is_known_whole(lines: tuple[str, str], words: str) -> None:
    assert words in text(column(*lines))


def test_running_heads_and_page_numbers_go_and_what_stands_once_stays() -> None:
    ships = ("cargo", "pétrolier", "ferry", "remorqueur")
    pages = [
        [
            (72, 800, f"Bulletin naval n° {40 + n}"),
            *column(f"Le {ship} est parti.", "Mardi, dit-on."),
            (290, 30, f"- {n} -"),
        ]
        for n, ship in enumerate(ships)
    ]
    found = text(*pages)
    assert "Bulletin" not in found
    assert "-" not in found.replace("dit-on", "")
    assert [ship for ship in ships if f"{ship} est parti. Mardi" not in found] == []


def test_pages_of_a_form_are_no_running_heads() -> None:
    pages = [column(f"Navire {n} parti.", "Rien d’autre.") for n in range(1, 6)]
    assert text(*pages).count("parti. Rien") == 5


def test_a_line_that_repeats_within_the_text_stays() -> None:
    pages = [
        column(f"Page {n}, un début.", *LINES, f"Port numéro {n} :", "Rien à signaler.", *LINES)
        for n in range(4)
    ]
    assert text(*pages).count("Rien à signaler.") == 4


# --- what a file says of itself ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("created", "day"),
    [
        ("D:20241008231500+02'00'", dt.date(2024, 10, 8)),
        ("20241008", dt.date(2024, 10, 8)),
        ("D:20241308", None),
        ("D:00010101", None),
        ("yesterday", None),
    ],
)
def test_the_day_of_creation_is_a_guess(created: str, day: dt.date | None) -> None:
    found = content(pdf(column(*LINES), info={"/CreationDate": created}))
    assert (found.published, found.guessed) == (day, ("published",) if day else ())


def test_a_title_is_one_bounded_line() -> None:
    found = content(pdf(column(*LINES), info={"/Title": "Relève\u202e\n" + "x" * 2000}))
    assert found.title is not None
    assert found.title.startswith("Relève xxx")
    assert len(found.title) == 500


# --- what cannot be read -----------------------------------------------------------------------------


def test_a_locked_file_is_named_and_one_with_an_empty_password_read() -> None:
    assert "is locked with a password" in reason(pdf(column(*LINES), password="p"))  # noqa: S106 - to lock a file
    assert content(pdf(column(*LINES), password="")).text == f"{WHOLE}\n"


def test_a_scan_is_named_and_so_is_a_part_of_one() -> None:
    assert reason(pdf([])) == "has no text layer; run OCR on it (ocrmypdf) first"
    assert content(pdf(column(*LINES), [])).guessed == ()
    assert content(_with_picture(pdf(column(*LINES), []))).guessed == ("text",)


def _with_picture(raw: bytes) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(raw))
    picture = DecodedStreamObject()
    picture.set_data(b"\x00")
    picture.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Image"),
        }
    )
    resources = writer.pages[-1]["/Resources"].get_object()
    assert isinstance(resources, DictionaryObject)
    held = DictionaryObject({NameObject("/Im0"): writer._add_object(picture)})  # noqa: SLF001 - as above
    resources[NameObject("/XObject")] = held
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


@pytest.mark.parametrize("share", [0.0, 0.02, 0.3, 0.6, 0.9])
def test_a_cut_file_is_read_or_refused(share: float, capfd: pytest.CaptureFixture[str]) -> None:
    raw = (FILES / "bulletin.pdf").read_bytes()
    words = ""
    try:
        content(raw[: int(len(raw) * share)])
    except InputError as error:
        words = str(error)
    assert words.startswith(("is no PDF that can be read", "has no text layer")) or share == 0.9
    assert capfd.readouterr() == ("", "")


def test_limits_are_kept() -> None:
    raw = pdf(*[column(*LINES)] * 3)
    assert "has 3 pages, more than 2" in reason(raw, Limits(pages=2))
    assert "more than 200 characters" in reason(raw, Limits(text_chars=200))


def test_a_file_of_circles_is_refused() -> None:
    raw = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[2 0 R]>>"
    raw += b"endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    assert reason(raw).startswith(("is no PDF", "has no text layer"))


def test_a_page_that_unpacks_to_a_hundred_megabytes_is_refused() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf(column(*LINES))))
    stream = DecodedStreamObject()
    stream.set_data(b" " * 100_000_000)
    writer.pages[0][NameObject("/Contents")] = writer._add_object(stream.flate_encode())  # noqa: SLF001 - as above
    out = io.BytesIO()
    writer.write(out)
    assert len(out.getvalue()) < 200_000
    assert "unpacks to more than" in reason(out.getvalue())


SMALL = pdf(column(*LINES))


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(SMALL) - 1), st.binary(min_size=1, max_size=12))
def test_a_damaged_file_is_read_or_refused_and_nothing_else(at: int, damage: bytes) -> None:
    try:
        found = content(SMALL[:at] + damage + SMALL[at + len(damage) :])
    except InputError:
        return
    assert found.text.strip()


def test_without_its_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    assert "install deployment-mapper[pdf]" in reason(SMALL)
