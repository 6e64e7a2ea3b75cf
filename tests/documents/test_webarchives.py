"""Web archives: the pages among the responses, and a file that ends early is told."""

import gzip
import io
import subprocess
import sys
import tracemalloc
import zlib
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from geo.documents import Limits, parts
from geo.documents.streams import ENDS_EARLY

from .conftest import Find

PAGE = "<html><p>Le régiment est à Rylsk.</p></html>"


class Crawl:
    """A web archive as a crawler writes it."""

    def __init__(self, *, packed: bool) -> None:
        self._file = io.BytesIO()
        self._writer = WARCWriter(self._file, gzip=packed)
        self.ends: set[int] = set()  # where one record ends and the next begins

    def page(self, url: str, raw: bytes, *headers: tuple[str, str], status: str = "200 OK") -> "Crawl":
        http = StatusAndHeaders(status, list(headers), protocol="HTTP/1.1")
        self._record(url, "response", raw, http)
        return self

    def request(self, url: str) -> "Crawl":
        http = StatusAndHeaders("GET / HTTP/1.1", [("Host", "h")], is_http_request=True)
        self._record(url, "request", b"", http)
        return self

    def _record(self, url: str, kind: str, raw: bytes, http: StatusAndHeaders) -> None:
        dated = {"WARC-Date": "2024-10-08T10:00:00Z"}
        record = self._writer.create_warc_record(
            url, kind, payload=io.BytesIO(raw), http_headers=http, warc_headers_dict=dated
        )
        self._writer.write_record(record)
        record.raw_stream.close()  # the writer's own copy
        self.ends.add(self._file.tell())

    @property
    def raw(self) -> bytes:
        return self._file.getvalue()


HTML = ("Content-Type", 'text/html; charset="windows-1252"')


def crawl(*, packed: bool = True, pages: int = 3) -> Crawl:
    made = Crawl(packed=packed)
    for number in range(pages):
        made.page(f"https://example.org/{number}", f"{PAGE}{number}".encode("cp1252"), HTML)
    return made


@pytest.mark.parametrize("packed", [True, False])
def test_the_pages_of_a_crawl_are_reports(tmp_path: Path, find: Find, packed: bool) -> None:  # noqa: FBT001 - of the table above
    made = Crawl(packed=packed)
    made.request("https://example.org/a").page("https://example.org/a", PAGE.encode("cp1252"), HTML)
    made.page("https://example.org/i", b"\x89PNG", ("Content-Type", "image/png"))
    made.page("https://example.org/gone", PAGE.encode(), HTML, status="404 Not Found")
    made.page("https://example.org/t", b"Words.", ("Content-Type", "text/plain"))
    made.page("https://example.org/p", b"%PDF-1.7", ("Content-Type", "application/pdf"))
    name = "c.warc.gz" if packed else "c.warc"
    (tmp_path / name).write_bytes(made.raw)
    found = find()
    assert {key: part.form for key, part in found.parts.items()} == {
        f"{name}#2": "html",
        f"{name}#5": "txt",
        f"{name}#6": "pdf",
    }
    page = found.parts[f"{name}#2"]
    assert page.raw == PAGE.encode("cp1252")
    assert page.file == f"{tmp_path}/{name}#2"
    assert dict(page.told) == {"url": "https://example.org/a", "charset": "windows-1252"}
    assert found.reasons == {}


def test_a_page_that_went_packed_over_the_wire_is_unpacked(tmp_path: Path, find: Find) -> None:
    made, raw = Crawl(packed=True), PAGE.encode()
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in (raw[:7], raw[7:])) + b"0\r\n\r\n"
    kind = ("Content-Type", "text/html")
    made.page("https://example.org/1", gzip.compress(raw), kind, ("Content-Encoding", "gzip"))
    made.page("https://example.org/2", zlib.compress(raw), kind, ("Content-Encoding", "deflate"))
    made.page("https://example.org/3", chunks, kind, ("Transfer-Encoding", "chunked"))
    made.page("https://example.org/3b", chunks + b"and more", kind, ("Transfer-Encoding", "chunked"))
    made.page("https://example.org/4", raw, kind, ("Content-Encoding", "br"))
    made.page("https://example.org/5", gzip.compress(raw)[:-20], kind, ("Content-Encoding", "gzip"))
    made.page("https://example.org/6", b"no", kind, ("Content-Encoding", "gzip"))
    (tmp_path / "c.warc.gz").write_bytes(made.raw)
    found = find()
    assert [part.raw for part in found.parts.values()] == [raw] * 4
    assert [reason.split(",")[0] for reason in found.reasons.values()] == [
        "is packed with br",
        "its packed content ends early",
        "is damaged: Error -3 while decompressing data: incorrect header check",
    ]


@pytest.mark.parametrize("packed", [True, False])
def test_a_crawl_that_is_cut_ends_early(tmp_path: Path, find: Find, packed: bool) -> None:  # noqa: FBT001 - of the table above
    made = crawl(packed=packed, pages=3)
    whole = made.raw
    name = "c.warc.gz" if packed else "c.warc"
    for cut in set(range(len(whole) // 3, len(whole))) - made.ends:
        (tmp_path / name).write_bytes(whole[:cut])
        found = find()
        assert found.reasons == {name: ENDS_EARLY}, cut
        assert len(found.parts) - sum(end <= cut for end in made.ends) in {0, 1}
        assert all(part.raw[:-1].endswith(b"</html>") for part in found.parts.values())


def test_a_crawl_that_was_packed_as_one_is_read(tmp_path: Path, find: Find) -> None:
    (tmp_path / "c.warc.gz").write_bytes(gzip.compress(crawl(packed=False).raw))
    assert len(find().parts) == 3


def test_a_crawl_stands_in_an_archive(tmp_path: Path, find: Find) -> None:
    import zipfile  # noqa: PLC0415 - only here

    with zipfile.ZipFile(tmp_path / "w.zip", "w") as archive:
        archive.writestr("in/c.warc.gz", crawl().raw)
    assert list(find().parts) == [f"w.zip!in/c.warc.gz#{n}" for n in (1, 2, 3)]


def test_the_records_of_a_crawl_are_bounded(tmp_path: Path, find: Find) -> None:
    made = Crawl(packed=True)
    kind = ("Content-Type", "text/html")
    made.page("https://example.org/1", b"x" * 3_000, kind)
    made.page("https://example.org/2", gzip.compress(b"x" * 3_000), kind, ("Content-Encoding", "gzip"))
    for number in range(3, 14):
        made.page(f"https://example.org/{number}", PAGE.encode(), kind)
    (tmp_path / "c.warc.gz").write_bytes(made.raw)
    found = find(limits=Limits(file_bytes=2_000, members=10))
    assert len(found.parts) == 8
    large = "is larger than 2,000 bytes, the most of one report"
    assert found.reasons == {
        "c.warc.gz#1": large,
        "c.warc.gz#2": large,
        "c.warc.gz": "holds more than 10 records; the rest is left out",
    }


def test_a_header_without_end_does_not_fill_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "c.warc"
    for filling in (b"x", b"x: y\r\n"):
        header = b"WARC/1.0\r\nX-Long: " + filling * (8_000_000 // len(filling))
        path.write_bytes(crawl(packed=False).raw + header)
        tracemalloc.start()
        given = list(parts([path]))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert len(given) == 4
        assert "has a header of more than 1 MB" in str(given[-1])
        assert peak < 20_000_000


@pytest.mark.parametrize(
    "raw",
    [
        b"WARC/1.0\r\n",
        b"WARC/1.0\r\n\r\n",
        b"WARC/1.1\r\nContent-Length: x\r\n\r\n\r\n\r\n",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\nHTTP/1.1 \r\n\r\n",
    ],
)
def test_what_only_begins_like_a_crawl_is_a_problem(tmp_path: Path, find: Find, raw: bytes) -> None:
    (tmp_path / "c.warc").write_bytes(raw)
    assert list(find().reasons) == ["c.warc"]


def test_an_odd_address_is_not_printed(tmp_path: Path) -> None:
    path = tmp_path / "c.warc"
    path.write_bytes(crawl(packed=False).raw.replace(b"example.org/1", b"example o g/1"))
    # In a process of its own, for pytest catches what a library logs.
    script = f"from geo.documents import parts; print(len(list(parts([{str(path)!r}]))))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"3\n", b"")


def test_garbage_between_two_records_is_a_problem(
    tmp_path: Path, find: Find, capfd: pytest.CaptureFixture[str]
) -> None:
    whole = crawl(packed=False).raw
    second = whole.index(b"WARC/1.0", 10)
    (tmp_path / "c.warc").write_bytes(whole[:second] + b"garbage\r\n\r\nmore\r\n" + whole[second:])
    found = find()
    assert len(found.parts) == 1
    assert found.reasons == {"c.warc": "is damaged behind record 1; get it again"}
    assert capfd.readouterr().err == ""
