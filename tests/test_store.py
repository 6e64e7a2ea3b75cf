"""What has been read stays: whole or not at all, for one run at a time, and damage has a name."""

import random
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from geo.errors import StoreError
from geo.pipeline import read_document
from geo.records import Document
from geo.store import NAME, Entry, Store, pack, unpack

TEXT = "Mille soldats russes sont arrivés à Koursk le 3 mai 2024, selon le ministère."
ENTRY = Entry("d1", "d1.txt", "f" * 32, "s" * 32, "fr", None, "0" * 64, 1, b"sketch", b"packed")


def entry(number: int) -> Entry:
    return replace(ENTRY, id=f"d{number}", file=f"d{number}.txt")


def one_line(error: StoreError) -> str:
    assert "\n" not in str(error)
    return str(error)


def test_a_reading_comes_back_as_it_was() -> None:
    reading = read_document(Document("d", TEXT, language="fr", file="d.txt", guessed=("published",)))
    assert reading.claims
    assert unpack(pack(reading)) == reading


def test_a_hash_that_was_asked_for_is_no_part_of_what_is_kept() -> None:
    document = Document("d", TEXT, language="fr")
    before = pack(read_document(document))
    assert document.sha256
    assert pack(read_document(document)) == before


def test_what_was_put_is_there_when_the_store_is_opened_again(tmp_path: Path) -> None:
    with Store(tmp_path / "new" / "folder") as store:
        store.put([ENTRY])
    with Store(tmp_path / "new" / "folder") as store:
        kept = store.kept("d1")
        assert kept is not None
        assert (kept.file, kept.fingerprint, kept.stamp, kept.language) == (
            "d1.txt",
            "f" * 32,
            "s" * 32,
            "fr",
        )
        assert (kept.reason, kept.claims, kept.times_read) == (None, 1, 1)
        assert store.kept("d2") is None


def test_putting_again_replaces_and_counts(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.put([ENTRY])
        store.put([replace(ENTRY, reason="is empty", reading=None)])
        kept = store.kept("d1")
        assert kept is not None
        assert (kept.reason, kept.times_read) == ("is empty", 2)


def test_of_several_documents_all_are_kept_or_none(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        with pytest.raises(StoreError):
            store.put([entry(1), replace(entry(2), file=None)])  # type: ignore[arg-type] # the table refuses it
        assert list(store.ids()) == []


def test_what_is_forgotten_is_gone_and_the_rest_stays(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.put(map(entry, range(1200)))
        store.forget(f"d{n}" for n in range(1100))
        assert sorted(store.ids()) == sorted(f"d{n}" for n in range(1100, 1200))


def test_two_runs_do_not_share_a_store(tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from geo.store import Store; Store(Path(sys.argv[1]))"
    with Store(tmp_path):
        asked = [sys.executable, "-c", code, str(tmp_path)]
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"{tmp_path / NAME}: another run is at work in {tmp_path}; wait until it ends" in done.stderr
    with Store(tmp_path) as store:
        assert list(store.ids()) == []


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / NAME
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE theirs (x)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="is not a store of this program; move it away") as error:
        Store(tmp_path)
    one_line(error.value)
    assert path.read_bytes() == before


def test_a_store_of_another_version_is_made_anew(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.put([ENTRY])
    with sqlite3.connect(tmp_path / NAME) as other:
        other.execute("PRAGMA user_version = 0")
    other.close()
    with Store(tmp_path) as store:
        assert list(store.ids()) == []
        store.put([ENTRY])


def filled(folder: Path) -> Path:
    dice = random.Random(1)  # noqa: S311 - bytes that do not shrink
    with Store(folder) as store:
        store.put(replace(entry(n), reading=dice.randbytes(3000)) for n in range(300))
    return folder / NAME


@pytest.mark.parametrize("what", ["garbage", "cut", "empty page"])
def test_a_damaged_store_is_named_and_can_be_made_anew(tmp_path: Path, what: str) -> None:
    path = filled(tmp_path)
    raw = path.read_bytes()
    damaged = {
        "garbage": b"no database at all" * 300,
        "cut": raw[: len(raw) // 2],
        "empty page": raw[:8192] + bytes(8192) + raw[16384:],
    }[what]
    path.write_bytes(damaged)
    with pytest.raises(StoreError, match=r"is damaged \(.*\); run again with --anew") as error:
        Store(tmp_path)
    assert str(path) in one_line(error.value)
    with Store(tmp_path, anew=True) as store:
        assert list(store.ids()) == []
        store.put([ENTRY])


def test_a_reading_that_was_changed_on_the_disk_is_named(tmp_path: Path) -> None:
    reading = pack(read_document(Document("d", TEXT, language="fr")))
    with Store(tmp_path) as store:
        store.put([replace(ENTRY, reading=reading[:-9] + b"\0" + reading[-8:])])
        with pytest.raises(StoreError, match=r"is damaged \(the reading of 'd1'\); run again with --anew"):
            list(store.readings(["d1"]))


def test_a_full_disk_is_one_line_and_what_was_read_stays(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.put([entry(1)])
        store._connection.execute("PRAGMA max_page_count = 20")  # noqa: SLF001 - SQLite's own way to a full disk
        with pytest.raises(StoreError, match="the disk is full; free some space and run again") as error:
            store.put(replace(entry(n), reading=bytes(200_000)) for n in range(2, 9))
        one_line(error.value)
        store._connection.execute("PRAGMA max_page_count = 1000000")  # noqa: SLF001 - space was freed
        assert list(store.ids()) == ["d1"]
        store.put([entry(2)])
    with Store(tmp_path) as store:
        assert list(store.ids()) == ["d1", "d2"]


def test_a_folder_that_cannot_be_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match=r"cannot be written to: .*; choose another with --output") as error:
        Store(tmp_path / "file" / "maps")
    one_line(error.value)


def test_a_folder_for_reading_only_is_one_line() -> None:
    with pytest.raises(StoreError, match="cannot be written to") as error:
        Store(Path("/proc/no-such-folder"))
    one_line(error.value)


def test_what_the_outputs_were_made_of_is_known(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        assert store.written() == ("", {})
        store.set_written("k1", {"a": "1"})
        store.set_written("k2", {"b": "2"})
    with Store(tmp_path) as store:
        assert store.written() == ("k2", {"b": "2"})
