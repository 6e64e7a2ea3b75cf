"""Word documents: paragraphs and tables in their order, and files that are no such thing."""

import datetime as dt
import io
import pickle
import sys
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.documents.content import Content
from geo.documents.parts import Limits
from geo.documents.word import read
from geo.errors import InputError

TEXT = "Cent cinquante militaires sont arrivés à N’Djamena le 2 février."


def written(fill: Callable[[Any], object]) -> bytes:
    document = docx.Document()
    fill(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def rewritten(raw: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """Return a .docx with the bytes of each member changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return stream.getvalue()


def content(raw: bytes, limits: Limits | None = None) -> Content:
    return read(raw, {}, limits or Limits())


def reason(raw: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(InputError) as caught:
        content(raw, limits)
    assert "\n" not in str(caught.value)
    return str(caught.value)


PLAIN = written(lambda document: document.add_paragraph(TEXT))


def report(document: Any) -> None:
    document.add_heading("Relève du contingent", 1)
    document.add_paragraph(TEXT)
    table = document.add_table(2, 3)
    for row, cells in enumerate((("Port", "Navires", "Jour"), ("Brest", "8", "mardi"))):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    document.add_paragraph("   ")
    document.add_paragraph("Quarante véhicules\trestent à Abéché,\nselon le ministère.")


def test_paragraphs_and_tables_stand_in_the_order_of_the_document() -> None:
    assert content(written(report)).text == (
        f"Relève du contingent\n\n{TEXT}\n\nPort | Navires | Jour\n\nBrest | 8 | mardi\n\n"
        "Quarante véhicules restent à Abéché,\nselon le ministère.\n"
    )


def test_a_merged_cell_is_read_once_and_a_table_of_layout_by_its_paragraphs() -> None:
    def fill(document: Any) -> None:
        table = document.add_table(1, 3)
        table.cell(0, 0).merge(table.cell(0, 2)).text = TEXT
        layout = document.add_table(1, 2)
        layout.cell(0, 0).text = "Marge"
        layout.cell(0, 1).text = "Un."
        layout.cell(0, 1).add_paragraph("Deux.")
        layout.cell(0, 1).add_table(1, 1).cell(0, 0).text = "Trois."

    assert content(written(fill)).text == f"{TEXT}\n\nMarge\n\nUn.\n\nDeux.\n\nTrois.\n"


def test_what_the_file_says_of_itself() -> None:
    def fill(document: Any) -> None:
        document.add_paragraph(TEXT)
        facts = document.core_properties
        facts.title, facts.author, facts.language = "Relève\u202e\n du contingent", "A. Person", "fr-FR"
        facts.created = dt.datetime(2024, 2, 3, 23, 30, tzinfo=dt.UTC)

    found = content(written(fill))
    assert (found.title, found.publisher, found.language) == ("Relève du contingent", None, "fr")
    assert (found.published, found.guessed) == (dt.date(2024, 2, 3), ("published",))
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own bytes


def test_the_day_of_the_template_is_no_day_of_publication() -> None:
    found = content(PLAIN)
    assert (found.published, found.title, found.guessed) == (None, None, ())


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "is no Word document"),
        (b"plain words", "is no Word document"),
        (PLAIN[: len(PLAIN) // 2], "is no Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "is an old Word document"),
        (written(lambda document: document), "holds no text"),
        (
            rewritten(PLAIN, lambda name, raw: b"<broken" if name == "word/document.xml" else raw),
            "is no Word",
        ),
        (rewritten(PLAIN, lambda name, raw: b"" if name == "[Content_Types].xml" else raw), "is no Word"),
    ],
)
def test_what_is_no_document_is_named_with_what_to_do(raw: bytes, words: str) -> None:
    assert reason(raw).startswith(words)


def test_a_zip_bomb_is_not_unpacked() -> None:
    bomb = rewritten(PLAIN, lambda name, raw: bytes(200_000_000) if name == "word/document.xml" else raw)
    assert len(bomb) < 300_000
    assert "unpacks to more than" in reason(bomb)


def test_a_member_that_unpacks_to_more_than_it_declares_is_not_believed() -> None:
    bomb = rewritten(PLAIN, lambda name, raw: bytes(100_000_000) if name == "word/document.xml" else raw)
    lying = bomb.replace((100_000_000).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert lying != bomb
    assert reason(lying).startswith(("is no Word document", "unpacks to more than"))


def test_entities_are_refused_before_they_unfold() -> None:
    entities = (
        b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    )
    bomb = rewritten(PLAIN, lambda name, raw: entities + raw[55:] if name == "word/document.xml" else raw)
    assert "holds entities" in reason(bomb)


def test_a_locked_file_is_named() -> None:
    raw = bytearray(PLAIN)
    for at in range(len(raw) - 4):
        if raw[at : at + 4] == b"PK\x01\x02":
            raw[at + 8] |= 1
    assert "is locked with a password" in reason(bytes(raw))


def test_a_text_over_the_limit_is_refused() -> None:
    assert "characters of text, more than 10" in reason(PLAIN, Limits(text_chars=10))


@settings(max_examples=80, deadline=None)
@given(st.integers(0, len(PLAIN) - 1), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused(at: int, damage: bytes) -> None:
    raw = PLAIN[:at] + damage + PLAIN[at + len(damage) :]
    try:
        found = content(raw)
    except InputError:
        return
    assert found.text.strip()


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_a_file_with_damaged_xml_is_read_or_refused(data: st.DataObject) -> None:
    members = [
        name for name in zipfile.ZipFile(io.BytesIO(PLAIN)).namelist() if name.endswith((".xml", ".rels"))
    ]
    chosen = data.draw(st.sampled_from(members))
    at, damage = data.draw(st.integers(0, 400)), data.draw(st.binary(min_size=1, max_size=8))
    raw = rewritten(PLAIN, lambda name, old: old[:at] + damage + old[at:] if name == chosen else old)
    try:
        content(raw)
    except InputError:
        return


def test_without_its_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    assert "install deployment-mapper[docx]" in reason(PLAIN)
