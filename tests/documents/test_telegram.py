"""Telegram Desktop's export: one message a report."""

import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from geo.documents import Limits, parts
from geo.documents.streams import ENDS_EARLY

from .conftest import Find


def message(key: int, text: object, **more: object) -> dict[str, object]:
    return {"id": key, "type": "message", "date": "2024-10-08T23:50:00", "text": text, **more}


def channel(*messages: object, **more: object) -> dict[str, object]:
    return {"name": "Le Guetteur", "type": "public_channel", "id": 991, **more, "messages": list(messages)}


def write(folder: Path, export: object) -> None:
    (folder / "result.json").write_text(json.dumps(export, ensure_ascii=False, indent=1), encoding="utf-8")


def test_each_message_with_a_text_is_a_report(tmp_path: Path, find: Find) -> None:
    pieces = [
        "Une colonne ",
        {"type": "bold", "text": "de 30 camions"},
        " vers ",
        {"type": "hashtag", "text": "#Orel"},
    ]
    service = {"id": 3, "type": "service", "action": "pin_message", "text": "no"}
    write(
        tmp_path,
        channel(message(1, "Un pont.\n"), message(2, pieces), service, message(4, ""), message(5, [])),
    )
    found = find()
    assert found.texts == {
        "result.json#1": "Un pont.\n",
        "result.json#2": "Une colonne de 30 camions vers #Orel",
    }
    part = found.parts["result.json#1"]
    assert (part.form, dict(part.told)) == ("row", {"publisher": "Le Guetteur", "published": "2024-10-08"})
    assert found.reasons == {}


def test_a_message_of_a_channel_whose_name_is_known_has_its_address(tmp_path: Path, find: Find) -> None:
    write(tmp_path, channel(message(7, "x"), username="guetteur"))
    assert dict(find().parts["result.json#7"].told)["url"] == "https://t.me/guetteur/7"


def test_the_chats_of_a_whole_account_are_kept_apart(tmp_path: Path, find: Find) -> None:
    one, two = channel(message(1, "a")), {**channel(message(1, "b")), "id": 992, "name": "B"}
    write(tmp_path, {"about": "x", "contacts": {"list": [1, 2]}, "chats": {"about": "y", "list": [one, two]}})
    assert find().texts == {"result.json#991/1": "a", "result.json#992/1": "b"}


@pytest.mark.parametrize("export", [{}, [], {"name": "x", "version": [1, 2, {"a": None}]}, [{"text": "x"}]])
def test_another_json_is_a_problem(tmp_path: Path, find: Find, export: Any) -> None:
    write(tmp_path, export)
    reason = "is no export of Telegram Desktop, the only .json that is read; put rows into .jsonl"
    assert find().reasons == {"result.json": reason}


@pytest.mark.parametrize("share", [0.4, 0.7, 0.99])
def test_messages_before_the_cut_are_read(tmp_path: Path, find: Find, share: float) -> None:
    write(tmp_path, channel(*(message(n, "Un train. " * 40) for n in range(500))))
    path = tmp_path / "result.json"
    raw = path.read_bytes().rstrip()
    path.write_bytes(raw[: int(len(raw) * share)])
    found = find()
    assert abs(len(found.parts) - 500 * share) <= 3
    assert found.reasons == {"result.json": ENDS_EARLY}


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b'{"name": "x", "messages": [{"id": 1,,}]}', "is not JSON: "),
        (b'{"name": "x", "messages": [1 2]}', "is not the JSON that was expected: “,” is missing"),
        (b'{"name" "x"}', "is not the JSON that was expected: “:” is missing"),
        (b'{"name": "\xff"}', "is not UTF-8"),
        (b'{"messages": ' + b"[" * 100_000, "is not JSON that can be read: "),
        (b'{"name": "' + b"x" * 300_000 + b'"}', "holds a value of more than 10,000 bytes"),
    ],
)
def test_a_damaged_export_says_where_it_is_wrong(tmp_path: Path, find: Find, raw: bytes, reason: str) -> None:
    (tmp_path / "result.json").write_bytes(raw)
    assert find(limits=Limits(file_bytes=10_000)).reasons["result.json"].startswith(reason)


def test_half_of_a_character_is_a_problem_of_one_message(tmp_path: Path, find: Find) -> None:
    raw = json.dumps(channel(message(1, "a\ud83d"), message(2, "b"), name="X\ud83d"))
    (tmp_path / "result.json").write_text(raw, encoding="utf-8")
    found = find()
    assert found.texts == {"result.json#2": "b"}
    assert list(found.reasons) == ["result.json, message 1"]
    assert dict(found.parts["result.json#2"].told)["publisher"] == "X?"


def test_messages_are_counted(tmp_path: Path, find: Find) -> None:
    write(tmp_path, channel(*(message(n, "x") for n in range(12))))
    found = find(limits=Limits(members=10))
    assert len(found.parts) == 10
    assert found.reasons == {"result.json": "holds more than 10 messages; the rest is left out"}


def test_an_export_of_any_length_stands_in_memory_message_by_message(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    with path.open("w", encoding="utf-8") as stream:
        stream.write('{"name": "x", "id": 1, "messages": [')
        for number in range(5_000):
            stream.write(json.dumps(message(number, "Une route est coupée. " * 30)) + ",")
        stream.write(json.dumps(message(5_000, "x")) + "]}")
    tracemalloc.start()
    count = sum(1 for _ in parts([path]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 5_001
    assert peak < 1_500_000
