"""Archives: what they hold is found, bounded, and never becomes a file."""

import bz2
import gzip
import io
import lzma
import random
import struct
import tarfile
import tracemalloc
import warnings
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from geo.documents import Limits, collect, parts
from geo.documents.streams import ENDS_EARLY

from .conftest import Find

TEXT = "Des chars ont quitté Klintsy mercredi, selon le gouverneur.\n"
RAW = TEXT.encode()


def zip_of(**members: bytes) -> bytes:
    """Pack members (``x__a_txt`` is ``x/a.txt``)."""
    return zip_named({name.replace("__", "/").replace("_", "."): raw for name, raw in members.items()})


def zip_named(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return packed.getvalue()


def tar_of(members: dict[str, bytes], mode: str = "w") -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:  # type: ignore[call-overload]
        for name, raw in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(raw)
            archive.addfile(info, io.BytesIO(raw))
    return packed.getvalue()


def noise(size: int, seed: int = 1) -> bytes:
    """Return bytes that nothing packs."""
    return random.Random(seed).randbytes(size)  # noqa: S311 - bytes to pack, no secrets


# --- what they hold --------------------------------------------------------------------------------


def test_the_members_of_a_zip_are_reports_of_their_own(tmp_path: Path, find: Find) -> None:
    (tmp_path / "w.zip").write_bytes(zip_of(inner__a_html=RAW, b_txt=RAW, _DS_Store=b"x", c_png=b"\x89PNG"))
    found = find()
    assert {key: (part.file, part.form) for key, part in found.parts.items()} == {
        "w.zip!inner/a.html": (f"{tmp_path}/w.zip!inner/a.html", "html"),
        "w.zip!b": (f"{tmp_path}/w.zip!b.txt", "txt"),
    }
    assert found.reasons == {"w.zip!c.png": "is no report: .png is not read; convert it if it holds one"}


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        ("w.tar", "w"),
        ("w.tar.gz", "w:gz"),
        ("w.tgz", "w:gz"),
        ("w.tar.bz2", "w:bz2"),
        ("w.tar.xz", "w:xz"),
        ("w.TGZ", "w:gz"),
        ("w.tgz", "w"),
    ],
)
def test_the_members_of_a_tar_are_found_however_it_is_packed(
    tmp_path: Path, find: Find, name: str, mode: str
) -> None:
    (tmp_path / name).write_bytes(tar_of({"./inner/a.txt": RAW, "b.md": RAW, ".hidden.txt": RAW}, mode))
    assert find().texts == {f"{name}!inner/a": TEXT, f"{name}!b": TEXT}


@pytest.mark.parametrize(
    ("end", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)]
)
def test_a_packed_file_is_the_file(
    tmp_path: Path, find: Find, end: str, pack: Callable[[bytes], bytes]
) -> None:
    (tmp_path / f"a.txt.{end}").write_bytes(pack(RAW[:9]) + pack(RAW[9:]))  # two streams, one after the other
    (tmp_path / f"r.jsonl.{end}").write_bytes(pack(b'{"id": "7", "text": "x"}\n'))
    found = find()
    assert found.texts == {"a": TEXT, "7": "x"}
    assert found.parts["a"].file == f"{tmp_path}/a.txt.{end}"


def test_archives_stand_in_archives(tmp_path: Path, find: Find) -> None:
    inner = tar_of({"a.txt": RAW, "r.jsonl": b'{"id": "7", "text": "x"}'}, "w:gz")
    (tmp_path / "w.zip").write_bytes(zip_named({"x/y.tar.gz": inner, "z.zip": zip_of(b_txt=RAW)}))
    found = find()
    assert list(found.parts) == ["w.zip!x/y.tar.gz!a", "7", "w.zip!z.zip!b"]
    assert found.parts["7"].file == f"{tmp_path}/w.zip!x/y.tar.gz!r.jsonl"


def test_a_word_document_is_no_archive(tmp_path: Path, find: Find) -> None:
    word = zip_named({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"})
    for name in ("a.docx", "b.txt", "c"):
        (tmp_path / name).write_bytes(word)
    (tmp_path / "w.zip").write_bytes(zip_named({"d.docx": word}))
    assert {key: part.form for key, part in find().parts.items()} == dict.fromkeys(
        ["a.docx", "b", "c", "w.zip!d.docx"], "docx"
    )


def test_a_table_beside_an_archive_tells_of_its_members(tmp_path: Path, find: Find) -> None:
    table = "file,title,publisher\nx/w.zip,,Le Fil\nx/w.zip!in/a.txt,Un titre,L’Autre\n"
    (tmp_path / "reports.csv").write_text(table, encoding="utf-8")
    (tmp_path / "x").mkdir()
    (tmp_path / "x/w.zip").write_bytes(
        zip_named({"in/a.txt": RAW, "in/b.txt": RAW, "reports.csv": b"file\n"})
    )
    found = find()
    assert dict(found.parts["x/w.zip!in/a"].told) == {"title": "Un titre", "publisher": "L’Autre"}
    assert dict(found.parts["x/w.zip!in/b"].told) == {"publisher": "Le Fil"}
    assert list(found.reasons) == ["x/w.zip!reports.csv"]


@pytest.mark.parametrize("pack", [zip_named, tar_of])
def test_the_images_of_a_saved_page_are_part_of_it(
    tmp_path: Path, find: Find, pack: Callable[[dict[str, bytes]], bytes]
) -> None:
    end = "zip" if pack is zip_named else "tar"
    members = {"p/a.html": RAW, "p/a_files/i.css": b"x", "p/a_files/ad.html": RAW, "a_files/b.txt": RAW}
    (tmp_path / f"w.{end}").write_bytes(pack(members))
    found = find()
    assert list(found.parts) == [f"w.{end}!p/a.html", f"w.{end}!a_files/b"]
    assert found.reasons == {}


# --- names -----------------------------------------------------------------------------------------

NAMES = {
    "../../x.txt": "w.{}!../../x",
    "/etc/y.txt": "w.{}!/etc/y",
    "a" * 300 + ".txt": "w.{}!" + "a" * 300,
    "CON.txt": "w.{}!CON",
    "l\ni\x1bne.txt": r"w.{}!l\ni\x1bne",
    "C:\\b.txt": "w.{}!C:\\b",
}


@pytest.mark.parametrize("pack", [zip_named, tar_of])
def test_a_members_name_is_only_ever_a_name(
    tmp_path: Path, find: Find, pack: Callable[[dict[str, bytes]], bytes]
) -> None:
    end = "zip" if pack is zip_named else "tar"
    here = tmp_path / "deep/er"
    here.mkdir(parents=True)
    (here / f"w.{end}").write_bytes(pack(dict.fromkeys(NAMES, RAW)))
    before = sorted(tmp_path.rglob("*"))
    assert list(find(f"deep/er/w.{end}").parts) == [name.format(end) for name in NAMES.values()]
    assert sorted(tmp_path.rglob("*")) == before


def test_a_name_with_a_nul_does_not_stop_the_run(tmp_path: Path, find: Find) -> None:
    packed = zip_named({"aXb.txt": RAW, "c.txt": RAW}).replace(b"aXb.txt", b"a\0b.txt")
    (tmp_path / "w.zip").write_bytes(packed)
    found = find()
    assert "w.zip!c" in found.parts
    assert len(found.parts) + len(found.reasons) == 2


def test_links_and_devices_in_a_tar_are_left_alone(tmp_path: Path, find: Find) -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, kind in (
            ("s.txt", tarfile.SYMTYPE),
            ("h.txt", tarfile.LNKTYPE),
            ("d.txt", tarfile.CHRTYPE),
        ):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
        info = tarfile.TarInfo("a.txt")
        info.size = len(RAW)
        archive.addfile(info, io.BytesIO(RAW))
    (tmp_path / "w.tar").write_bytes(packed.getvalue())
    assert list(find().parts) == ["w.tar!a"]


def test_two_members_of_one_name_are_two_reports_of_one_id(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # zipfile's, of the duplicate we mean to write
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("a.txt", RAW)
            archive.writestr("a.txt", RAW + RAW)
    (tmp_path / "w.zip").write_bytes(packed.getvalue())
    collection = collect([tmp_path])
    assert [document.text for document in collection.documents] == [TEXT]
    assert "has the id 'w.zip!a'" in collection.problems[0].reason


# --- limits ----------------------------------------------------------------------------------------


def bombs() -> dict[str, bytes]:
    zeros = bytes(200_000_000)
    return {
        "b.zip": zip_of(zeros_txt=zeros, a_txt=RAW),
        "b.tar.gz": gzip.compress(tar_of({"zeros.txt": zeros, "a.txt": RAW})),
        "b.txt.xz": lzma.compress(zeros[:50_000_000], preset=0),
        "b.txt.bz2": bz2.compress(zeros[:20_000_000]),
    }


def test_a_bomb_is_left_out_unread(tmp_path: Path, find: Find) -> None:
    for name, raw in bombs().items():
        (tmp_path / name).write_bytes(raw)
    tracemalloc.start()
    found = find()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    ratio = "unpacks to more than 200 times its size; left out"
    size = "is larger than 20 MB, the most of one report; split it"
    assert found.reasons == {
        "b.zip!zeros.txt": size,
        "b.tar.gz!zeros.txt": ratio,
        "b.tar.gz": ratio,
        "b.txt.xz": ratio,
        "b.txt.bz2": ratio,
    }
    assert peak < 60_000_000
    assert "b.zip!a" in found.parts  # one bad member does not take the others with it


def test_a_member_larger_than_a_report_may_be_is_left_out(tmp_path: Path, find: Find) -> None:
    large = noise(3_000)
    (tmp_path / "w.zip").write_bytes(zip_named({"a.txt": large, "b.txt": RAW}))
    (tmp_path / "w.tar").write_bytes(tar_of({"a.txt": large, "b.txt": RAW}))
    found = find(limits=Limits(file_bytes=2_000))
    reason = "is larger than 2,000 bytes, the most of one report; split it"
    assert found.reasons == {"w.tar!a.txt": reason, "w.zip!a.txt": reason}
    assert list(found.parts) == ["w.tar!b", "w.zip!b"]


def test_a_member_that_lies_about_its_size_is_counted_while_it_is_read(tmp_path: Path, find: Find) -> None:
    packed = bytearray(zip_named({"a.txt": bytes(3_000_000)}))
    place = packed.rindex(b"PK\x01\x02")
    packed[place + 24 : place + 28] = struct.pack("<I", 10)
    (tmp_path / "w.zip").write_bytes(packed)
    (reason,) = find().reasons.values()
    assert reason.startswith(("unpacks to more than", "is damaged: Bad CRC-32"))


def test_all_that_an_archive_unpacks_to_is_counted_with_the_archives_in_it(
    tmp_path: Path, find: Find
) -> None:
    inner = zip_named({"a.txt": noise(900), "b.txt": noise(900)})
    (tmp_path / "w.zip").write_bytes(zip_named({"x.zip": inner, "y.zip": inner, "z.txt": RAW}))
    (tmp_path / "z.txt").write_bytes(RAW)
    found = find(limits=Limits(unpacked_bytes=5_000))
    assert list(found.parts) == ["w.zip!x.zip!a", "w.zip!x.zip!b", "z"]
    assert found.reasons == {"w.zip": "unpacks to more than 5,000 bytes; the rest of it is left out"}


@pytest.mark.parametrize("pack", [zip_named, tar_of])
def test_members_are_counted(tmp_path: Path, find: Find, pack: Callable[[dict[str, bytes]], bytes]) -> None:
    (tmp_path / "w.bin").write_bytes(b"")
    name = "w.zip" if pack is zip_named else "w.tar"
    (tmp_path / name).write_bytes(pack({f"{n}.txt": RAW for n in range(12)}))
    found = find(name, limits=Limits(members=10))
    assert len(found.parts) == 10
    assert found.reasons == {name: "holds more than 10 files; the rest is left out"}


@pytest.mark.parametrize("levels", [3, 4])
def test_archives_nest_three_deep(tmp_path: Path, find: Find, levels: int) -> None:
    packed, name = RAW, "a.txt"
    for level in range(levels):
        packed, name = zip_named({name: packed}), f"{level}.zip"
    (tmp_path / "w.zip").write_bytes(packed)
    found = find()
    if levels == 3:
        assert list(found.parts) == ["w.zip!1.zip!0.zip!a"]
    else:
        reason = "stands in 3 archives one within another; unpack it first"
        assert found.reasons == {"w.zip!2.zip!1.zip!0.zip": reason}


def test_a_gzip_of_gzips_ends(tmp_path: Path, find: Find) -> None:
    packed = RAW
    for _ in range(20):
        packed = gzip.compress(packed)
    (tmp_path / "a.gz").write_bytes(packed)
    assert find().reasons == {"a.gz": "stands in 3 archives one within another; unpack it first"}


def test_a_tar_whose_header_has_no_end_does_not_fill_the_memory(tmp_path: Path) -> None:
    long = tarfile.TarInfo("././@LongLink")
    long.type, long.size = tarfile.GNUTYPE_LONGNAME, 40_000_000
    path = tmp_path / "w.tar"
    path.write_bytes(tar_of({"a.txt": RAW})[:1_024] + long.tobuf(tarfile.GNU_FORMAT) + bytes(40_000_000))
    tracemalloc.start()
    given = list(parts([path]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(given) == 2
    assert "has a header of more than 1 MB" in str(given[-1])
    assert peak < 10_000_000


def test_an_xz_that_asks_for_all_memory_is_refused(tmp_path: Path, find: Find) -> None:
    packed = bytearray(lzma.compress(RAW))
    start = 12  # of the first block's header, behind the stream's
    size = (packed[start] + 1) * 4
    # The byte behind the filter's id and length is its dictionary's size; 40 stands for 4 GiB less a byte.
    packed[packed.index(b"\x21\x01", start) + 2] = 40
    check = zlib.crc32(packed[start : start + size - 4])
    packed[start + size - 4 : start + size] = struct.pack("<I", check)
    (tmp_path / "a.txt.xz").write_bytes(packed)
    assert "Memory usage limit" in find().reasons["a.txt.xz"]


# --- cut and damaged -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["w.tar", "w.tar.gz", "w.tar.bz2", "w.tar.xz"])
def test_a_tar_that_is_cut_ends_early_and_what_stands_before_is_read(
    tmp_path: Path, find: Find, name: str
) -> None:
    mode = "w" if name == "w.tar" else "w:" + name[6:]
    whole = tar_of({f"{n:02}.txt": noise(2_000, n) for n in range(40)}, mode)
    for share in (0.3, 0.55, 0.8):
        (tmp_path / name).write_bytes(whole[: int(len(whole) * share)])
        found = find()
        assert list(found.reasons.values()) == [ENDS_EARLY] * len(found.reasons)
        assert found.reasons
        if name != "w.tar.bz2":  # its blocks are larger than this archive
            assert 5 < len(found.parts) < 40


def test_a_tar_that_is_cut_between_two_members_ends_early(tmp_path: Path, find: Find) -> None:
    whole = tar_of({"a.txt": RAW, "b.txt": RAW})
    (tmp_path / "w.tar").write_bytes(whole[:1_024])  # one header, one block
    found = find()
    assert list(found.parts) == ["w.tar!a"]
    assert found.reasons == {"w.tar": ENDS_EARLY}


WHOLE = {
    "w.zip": zip_of(a_txt=RAW, b_txt=RAW),
    "w.tar": tar_of({"a.txt": RAW, "b.txt": RAW})[: 4 * 512 + 512],  # with one block of its end mark
    "w.tar.gz": tar_of({"a.txt": RAW, "b.txt": RAW}, "w:gz"),
    "w.tar.bz2": tar_of({"a.txt": RAW, "b.txt": RAW}, "w:bz2"),
    "w.tar.xz": tar_of({"a.txt": RAW, "b.txt": RAW}, "w:xz"),
    "a.txt.gz": gzip.compress(RAW),
    "a.txt.bz2": bz2.compress(RAW),
    "a.txt.xz": lzma.compress(RAW),
    "r.jsonl.gz": gzip.compress(b'{"id": "7", "text": "x"}\n'),
}


@pytest.mark.parametrize("name", WHOLE)
def test_wherever_an_archive_is_cut_it_is_told(tmp_path: Path, find: Find, name: str) -> None:
    whole = WHOLE[name]
    (tmp_path / name).write_bytes(whole)
    assert find().reasons == {}
    for cut in range(1, len(whole)):
        (tmp_path / name).write_bytes(whole[:cut])
        assert find().reasons, cut


@pytest.mark.parametrize("cut", [1_025, 1_300, 1_535])
def test_a_tar_that_is_cut_within_a_header_ends_early(tmp_path: Path, find: Find, cut: int) -> None:
    (tmp_path / "w.tar").write_bytes(tar_of({"a.txt": RAW, "b.txt": RAW})[:cut])
    found = find()
    assert list(found.parts) == ["w.tar!a"]
    assert found.reasons == {"w.tar": ENDS_EARLY}


def test_a_header_in_the_middle_that_is_none_is_not_taken_for_the_end(tmp_path: Path, find: Find) -> None:
    whole = bytearray(tar_of({"a.txt": RAW, "b.txt": RAW}))
    whole[1_024 + 5] ^= 0xFF
    (tmp_path / "w.tar").write_bytes(whole)
    found = find()
    assert list(found.parts) == ["w.tar!a"]
    assert found.reasons == {"w.tar": "is damaged: bad checksum; the rest of it is left out"}


def test_two_tars_in_one_file_are_not_half_read_in_silence(tmp_path: Path, find: Find) -> None:
    (tmp_path / "w.tar").write_bytes(tar_of({"a.txt": RAW}) + tar_of({"b.txt": RAW}))
    found = find()
    assert list(found.parts) == ["w.tar!a"]
    assert found.reasons["w.tar"].startswith("holds more behind its end mark")


@pytest.mark.parametrize(
    ("end", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)]
)
def test_a_packed_file_that_is_cut_ends_early(
    tmp_path: Path, find: Find, end: str, pack: Callable[[bytes], bytes]
) -> None:
    packed = pack(noise(50_000))
    (tmp_path / f"a.txt.{end}").write_bytes(packed[: len(packed) // 2])
    assert find().reasons == {f"a.txt.{end}": ENDS_EARLY}


def test_rows_before_the_cut_are_read(tmp_path: Path, find: Find) -> None:
    rows = "".join(f'{{"id": "{n}", "text": "{noise(50, n).hex()}"}}\n' for n in range(500))
    packed = gzip.compress(rows.encode())
    (tmp_path / "r.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    found = find()
    assert 240 < len(found.parts) < 260
    assert found.reasons == {"r.jsonl.gz": ENDS_EARLY}


@pytest.mark.parametrize("cut", [40, -30, -1])
def test_a_zip_that_is_cut_is_a_problem(tmp_path: Path, find: Find, cut: int) -> None:
    (tmp_path / "w.zip").write_bytes(zip_of(a_txt=RAW, b_txt=RAW)[:cut])
    (tmp_path / "z.txt").write_bytes(RAW)
    found = find()
    assert list(found.parts) == ["z"]
    assert "the file ends early" in found.reasons["w.zip"]


def test_a_member_whose_bytes_were_changed_is_a_problem(tmp_path: Path, find: Find) -> None:
    packed = zip_named({"a.txt": RAW, "b.txt": RAW}, zipfile.ZIP_STORED)
    (tmp_path / "w.zip").write_bytes(packed.replace(b"chars", b"chats", 1))
    found = find()
    assert list(found.parts) == ["w.zip!b"]
    assert found.reasons == {"w.zip!a.txt": "is damaged: Bad CRC-32 for file 'a.txt'; get it again"}


def test_an_encrypted_member_is_a_problem(tmp_path: Path, find: Find) -> None:
    packed = bytearray(zip_of(a_txt=RAW, b_txt=RAW))
    packed[packed.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "w.zip").write_bytes(packed)
    found = find()
    assert list(found.parts) == ["w.zip!b"]
    assert found.reasons == {"w.zip!a.txt": "is encrypted; unpack it with its password first"}


def test_a_way_of_packing_that_is_not_known_is_a_problem(tmp_path: Path, find: Find) -> None:
    packed = bytearray(zip_of(a_txt=RAW, b_txt=RAW))
    packed[packed.index(b"PK\x01\x02") + 10] = 99
    (tmp_path / "w.zip").write_bytes(packed)
    found = find()
    assert list(found.parts) == ["w.zip!b"]
    assert "compression method is not supported" in found.reasons["w.zip!a.txt"]


@pytest.mark.parametrize(("name", "raw"), [("w.zip", b"PK\x05\x06" + bytes(18)), ("w.tar", tar_of({}))])
def test_an_archive_without_a_report_is_a_problem(tmp_path: Path, find: Find, name: str, raw: bytes) -> None:
    (tmp_path / name).write_bytes(raw)
    assert find().reasons[name] in {
        "is a zip archive without a report in it",
        "is a tar archive without a report in it",
    }


@pytest.mark.parametrize(
    "name", ["w.zip", "w.tar", "w.gz", "w.tgz", "w.bz2", "w.xz", "w.tar.xz", "w.warc.gz"]
)
def test_what_is_called_an_archive_and_is_none_is_a_problem(tmp_path: Path, find: Find, name: str) -> None:
    (tmp_path / name).write_bytes(RAW * 20)
    assert list(find().reasons) == [name]


def test_damage_anywhere_is_a_problem_and_never_an_error(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - bytes to pack, no secrets
    for name, whole in {
        "w.zip": zip_of(a_txt=RAW, b_txt=RAW),
        "w.tar.gz": tar_of({"a.txt": RAW, "b.txt": RAW}, "w:gz"),
        "w.tar": tar_of({"a.txt": RAW, "b.txt": RAW}),
        "a.txt.xz": lzma.compress(RAW),
    }.items():
        for _ in range(60):
            raw = bytearray(whole)
            raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
            (tmp_path / name).write_bytes(raw)
            assert list(parts([tmp_path / name]))


def test_a_tar_of_many_members_stands_in_memory_one_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "w.tar.gz"
    with tarfile.open(path, "w:gz", compresslevel=1) as archive:
        for number in range(1_500):
            info = tarfile.TarInfo(f"{number}.txt")
            info.size = 4_000
            archive.addfile(info, io.BytesIO(noise(4_000, number)))
    tracemalloc.start()
    count = sum(1 for _ in parts([path]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 1_500
    assert peak < 3_000_000
