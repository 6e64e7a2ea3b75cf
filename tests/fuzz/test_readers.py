"""Files of every format, whole and spoiled: reports, or problems told in one line, and nothing else."""

import bz2
import gzip
import importlib.util
import io
import json
import lzma
import tarfile
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import documents
from geo.documents.parts import Limits
from geo.errors import InputError

from . import checks, made
from .conftest import fuzzed

_TEXT = "Mille soldats russes sont arrivés à Koursk mardi, selon le ministère."
_HTML = (
    f'<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>T</title>'
    f'<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2024-10-08"}}</script>'
    f"</head><body><article><h1>T</h1><time datetime='2024-10-08'>8 octobre</time><p>{_TEXT * 4}</p>"
    f"<table><tr><td>a</table><ul><li>{_TEXT}</ul></article></body></html>"
)
_MAIL = (
    "From x@example.org Tue Oct  8 10:00:00 2024\nFrom: A <a@example.org>\nSubject: =?utf-8?q?=C3=89t?=\n"
    "Date: Tue, 08 Oct 2024 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
    f"--b\nContent-Type: text/plain; charset=utf-8\n\n{_TEXT}\n"
    f"--b\nContent-Type: text/html\n\n{_HTML}\n--b--\n"
)
_FEED = (
    f'<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><item><title>E</title><guid>1</guid>'
    f"<pubDate>Tue, 08 Oct 2024 10:00:00 GMT</pubDate><description>{_TEXT}</description></item>"
    "</channel></rss>"
)
_HEAD = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/\r\n"
    "WARC-Date: 2024-10-08T00:00:00Z"
)
_TELEGRAM = {
    "name": "K",
    "messages": [{"id": 1, "type": "message", "date": "2024-10-08T10:00:00", "text": [_TEXT, {"text": "x"}]}],
}
_DOCUMENT = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def _zipped(files: Mapping[str, str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return held.getvalue()


def _tarred() -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        info = tarfile.TarInfo("a/b.txt")
        info.size = len(_TEXT.encode())
        archive.addfile(info, io.BytesIO(_TEXT.encode()))
    return held.getvalue()


def _warc() -> bytes:
    body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{_HTML}".encode()
    head = (
        f"{_HEAD}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def _pdf() -> bytes:
    drawn = f"BT /F1 12 Tf 72 720 Td ({_TEXT}) Tj 0 -14 Td (Ils sont mille.) Tj ET".encode("latin-1")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/MediaBox[0 0 612 792]>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    raw, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(raw))
        raw += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size 6/Root 1 0 R/Info<</Title(T)/CreationDate(D:20241008)>>>>\nstartxref\n%d\n%%%%EOF"
    return raw + b"xref\n0 6\n0000000000 65535 f \n" + table + end % len(raw)


def _docx() -> bytes:
    cell = f"<w:p><w:r><w:t>{_TEXT}</w:t></w:r></w:p>"
    body = f"{_DOCUMENT}{cell}<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl></w:body></w:document>"
    return _zipped({"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": body})


WHOLE: Mapping[str, bytes] = {
    "a.txt": f"---\ntitle: T\npublished: 2024-10-08\n---\n{_TEXT}".encode(),
    "a.jsonl": (json.dumps({"id": "a", "text": _TEXT, "published": "2024-10-08"}) + "\n").encode(),
    "a.csv": f'id,text,published\na,"{_TEXT}",2024-10-08\n'.encode(),
    "result.json": json.dumps(_TELEGRAM).encode(),
    "a.html": _HTML.encode(),
    "a.eml": _MAIL.partition("\n")[2].encode(),
    "a.mbox": _MAIL.encode(),
    "a.mht": _MAIL.partition("\n")[2].replace("mixed", "related").encode(),
    "a.rss": _FEED.encode(),
    "a.warc": _warc(),
    "a.pdf": _pdf(),
    "a.docx": _docx(),
    "a.zip": _zipped({"a.txt": _TEXT, "b/c.html": _HTML, "../d.md": _TEXT}),
    "a.tar": _tarred(),
    "a.tgz": gzip.compress(_tarred(), mtime=0),
    "a.txt.gz": gzip.compress(_TEXT.encode(), mtime=0),
    "a.txt.bz2": bz2.compress(_TEXT.encode()),
    "a.txt.xz": lzma.compress(_TEXT.encode()),
}


@pytest.mark.parametrize("name", WHOLE)
@fuzzed(0.15)
@given(data=st.data())
def test_a_spoiled_file_is_reports_or_problems(name: str, data: st.DataObject) -> None:
    raw = WHOLE[name]
    kept = data.draw(st.integers(0, len(raw))) if data.draw(st.booleans()) else len(raw)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(data.draw(made.spoiled(raw[:kept])))
        (Path(folder) / "good.txt").write_text(_TEXT, encoding="utf-8")
        found = documents.collect([Path(folder)])
    for problem in found.problems:
        checks.tells(problem.reason, 100_000)
        checks.tells((problem.file or "x").replace(folder, ""))
    assert any(d.text == _TEXT and (d.file or "").endswith("good.txt") for d in found.documents)
    for document in found.documents:
        assert document.text.strip()
        told = (document.id, document.text, document.title, document.publisher, document.url)
        "".join(word or "" for word in told).encode()


# --- the readers by themselves ---------------------------------------------------------------------


def _module(name: str) -> ModuleType:
    if importlib.util.find_spec(f"geo.documents.{name}") is None:
        pytest.skip(f"there is no reader {name}")
    return importlib.import_module(f"geo.documents.{name}")


_READERS = {"pages": "a.html", "portable": "a.pdf", "word": "a.docx", "texts": "a.txt"}
_TOLD = st.dictionaries(
    st.sampled_from(["charset", "language", "title", "published"]),
    st.sampled_from(["utf-8", "UTF-16", "cp1252", "windows-1251", "idna", "hex", "fr", "ru", "zz", "", "\0"]),
    max_size=2,
)


@pytest.mark.parametrize("name", _READERS)
@fuzzed(0.25)
@given(data=st.data(), told=_TOLD)
def test_a_reader_gives_content_or_an_input_error(
    name: str, data: st.DataObject, told: dict[str, str]
) -> None:
    reader = _module(name)
    raw = data.draw(made.spoiled(WHOLE[_READERS[name]]) | st.binary(max_size=60))
    try:
        content = reader.read(raw, told, Limits())
    except InputError as error:
        checks.tells(error)
        return
    assert content.text.strip()
    "".join(word or "" for word in (content.text, content.title, content.publisher, content.url)).encode()


_ENCODINGS = (
    "utf-8",
    "utf-16",
    "utf-16-le",
    "utf-32",
    "cp1252",
    "cp1251",
    "koi8-r",
    "gb18030",
    "euc-kr",
    "shift_jis",
)


@fuzzed(1)
@given(data=st.data(), told=_TOLD)
def test_bytes_are_decoded_or_refused(data: st.DataObject, told: dict[str, str]) -> None:
    charsets = _module("charsets")
    words = data.draw(made.text("fr") | made.text("ru"))
    encoded = words.encode(data.draw(st.sampled_from(_ENCODINGS)), "replace")
    raw = data.draw(made.spoiled(encoded) | st.binary(max_size=60))
    try:
        read = charsets.decode(raw, told.get("charset"), told.get("language"))
    except InputError as error:
        checks.tells(error)
        return
    read.text.encode()
    assert charsets.decode(raw, told.get("charset"), told.get("language")) == read
