"""From files to documents, every format on its whole way."""

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest

from geo.documents import collect

TEXT = (
    "Les premiers soldats sont arrivés à Koursk mardi, où l’été s’achève, selon le ministère de la Défense."
)
PAGE = f"""<!DOCTYPE html><html><head><title>Une nouvelle</title><meta charset="utf-8">
<meta property="article:published_time" content="2024-10-08T09:00:00+02:00"></head>
<body><nav>Menu</nav><article><h1>Une nouvelle</h1><p>{TEXT} {TEXT}</p><p>{TEXT} {TEXT}</p></article>
</body></html>
"""


def word() -> bytes:
    document, raw = docx.Document(), io.BytesIO()
    document.add_paragraph(TEXT)
    document.save(raw)
    return raw.getvalue()


def archive() -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as packed:
        packed.writestr("in/a.html", PAGE)
    return raw.getvalue()


def mail() -> bytes:
    message = EmailMessage()
    message["Subject"] = "Une nouvelle"
    message.set_content(f"<p>{TEXT}</p>", subtype="html", charset="windows-1252")
    return message.as_bytes()


FEED = (
    '<rss version="2.0"><channel><title>Le Fil</title><item><title>A</title><guid>fil-1</guid>'
    f"<description><![CDATA[<p>{TEXT} {TEXT}</p>]]></description></item></channel></rss>"
)


@pytest.mark.parametrize(
    ("name", "raw", "key", "encoding"),
    [
        ("a.txt", TEXT.encode(), "a", "utf-8"),
        ("a.txt", TEXT.encode("cp1252"), "a", "cp1252"),
        ("a.txt", TEXT.encode("utf-16"), "a", "utf-16-le"),
        ("a.html", PAGE.encode(), "a.html", "utf-8"),
        ("a.docx", word(), "a.docx", None),
        ("a.txt", word(), "a", None),
        ("w.zip", archive(), "w.zip!in/a.html", "utf-8"),
        ("f.rss", FEED.encode(), "f.rss#fil-1", "utf-8"),
        ("m.eml", mail(), "m.eml", "cp1252"),
    ],
)
def test_a_report_is_read_on_its_whole_way(
    tmp_path: Path, name: str, raw: bytes, key: str, encoding: str | None
) -> None:
    (tmp_path / name).write_bytes(raw)
    collection = collect([tmp_path])
    assert collection.problems == ()
    (document,) = collection.documents
    assert TEXT in document.text
    assert "Menu" not in document.text
    assert (document.id, document.encoding, document.language) == (key, encoding, "fr")


def test_a_nul_is_a_space_and_told_as_a_guess(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes((TEXT + "\0" + TEXT).encode())
    (document,) = collect([tmp_path]).documents
    assert document.text == f"{TEXT} {TEXT}"
    assert document.guessed


def test_bytes_that_are_no_text_are_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(bytes(range(128, 256)) * 4)
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    collection = collect([tmp_path])
    assert [document.id for document in collection.documents] == ["b"]
    assert collection.problems[0].reason == "is in an encoding that cannot be told; save it as UTF-8"
