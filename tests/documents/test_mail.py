"""Mails, mailboxes and saved pages."""

import io
import random
import zipfile
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import SMTP
from pathlib import Path

import pytest

from geo.documents import Limits, parts
from geo.documents.streams import ENDS_EARLY

from .conftest import Find

TEXT = "Le bataillon a quitté Belgorod lundi.\n"


def mail(text: str | None = TEXT, subject: str = "Départ à l’est") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Agence du Nord <desk@example.org>"
    message["Subject"] = subject
    message["Date"] = "Tue, 08 Oct 2024 23:50:00 -0500"
    if text is not None:
        message.set_content(text)
    return message


def test_a_mail_is_its_text_with_what_its_header_tells(tmp_path: Path, find: Find) -> None:
    message = mail()
    message.add_alternative("<p>other</p>", subtype="html")
    (tmp_path / "m.eml").write_bytes(message.as_bytes())
    found = find()
    part = found.parts["m.eml"]
    assert (part.form, part.raw.decode().replace("\r\n", "\n")) == ("row", TEXT)
    assert dict(part.told) == {
        "title": "Départ à l’est",
        "publisher": "Agence du Nord",
        "published": "2024-10-08",
        "charset": "utf-8",
    }
    assert (list(found.parts), found.reasons) == (["m.eml"], {})


def test_a_mail_of_markup_alone_is_a_page(tmp_path: Path, find: Find) -> None:
    message = mail(None)
    message.set_content("<p>Départ</p>", subtype="html", charset="iso-8859-1")
    (tmp_path / "m.eml").write_bytes(message.as_bytes())
    part = find().parts["m.eml"]
    assert (part.form, dict(part.told)["charset"]) == ("html", "iso-8859-1")
    assert part.raw.decode("iso-8859-1") == "<p>Départ</p>\n"


def test_what_is_attached_and_can_be_read_is_a_report_of_its_own(tmp_path: Path, find: Find) -> None:
    message = mail()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("in/z.txt", TEXT)
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="annexe.pdf")
    message.add_attachment(packed.getvalue(), maintype="application", subtype="zip", filename="../w.zip")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    message.add_attachment(b"x", maintype="application", subtype="octet-stream", filename="a.exe")
    message.add_attachment(mail("Un autre mail.\n"))
    (tmp_path / "m.eml").write_bytes(message.as_bytes())
    found = find()
    assert {
        key: (part.form, part.file.removeprefix(f"{tmp_path}/")) for key, part in found.parts.items()
    } == {
        "m.eml": ("row", "m.eml"),
        "m.eml!annexe.pdf": ("pdf", "m.eml!annexe.pdf"),
        "m.eml!../w.zip!in/z": ("txt", "m.eml!../w.zip!in/z.txt"),
        "m.eml!5.eml": ("row", "m.eml!5.eml"),
    }
    assert list(found.reasons) == ["m.eml!a.exe"]


def test_a_mailbox_holds_mails(tmp_path: Path, find: Find) -> None:
    first = mail("Un.\n\nFrom here on.\n>From there.\n", "A").as_bytes().replace(b"\n>From", b"\n>>From")
    first = first.replace(b"\nFrom here", b"\n>From here")
    bodies = [first, mail("Deux.\n", "B").as_bytes(), mail(None, "C").as_bytes() + b"\n"]
    (tmp_path / "b.mbox").write_bytes(b"".join(b"From x@y Tue Oct  8 2024\n" + raw + b"\n" for raw in bodies))
    found = find()
    assert [text.strip() for text in found.texts.values()] == [
        "Un.\n\nFrom here on.\n>From there.",
        "Deux.",
        "",
    ]
    assert list(found.parts)[:2] == ["b.mbox#1", "b.mbox#2"]
    assert dict(found.parts["b.mbox#2"].told)["title"] == "B"


def test_a_mail_too_large_does_not_take_the_mailbox_with_it(tmp_path: Path, find: Find) -> None:
    raws = [mail("Un.\n"), mail("x " * 40 + "\n"), mail("Trois.\n")]
    raws[1].replace_header("Subject", "y" * 50)
    large = raws[1].as_bytes() + b"z\n" * 1_000
    box = [raws[0].as_bytes(), large, raws[2].as_bytes()]
    (tmp_path / "b.mbox").write_bytes(b"".join(b"From x\n" + raw + b"\n" for raw in box))
    found = find(limits=Limits(file_bytes=1_500))
    assert list(found.parts) == ["b.mbox#1", "b.mbox#3"]
    assert found.reasons == {"b.mbox#2": "is larger than 1,500 bytes, the most of one mail"}


def page(end: str = "") -> bytes:
    message = MIMEMultipart("related", boundary="edge")
    message["Snapshot-Content-Location"] = "https://example.org/snap"
    message["Subject"] = "not told"
    style = MIMEText("p{}", "css")
    html = MIMEText("<title>Une</title><p>Départ", "html", "iso-8859-1")
    html["Content-Location"] = "https://example.org/page"
    for part in (style, html):
        message.attach(part)
    return message.as_bytes(policy=SMTP) + end.encode()


@pytest.mark.parametrize("name", ["p.mht", "p.mhtml"])
def test_a_saved_page_is_its_html(tmp_path: Path, find: Find, name: str) -> None:
    (tmp_path / name).write_bytes(page())
    part = find().parts[name]
    assert (part.form, part.raw) == ("html", "<title>Une</title><p>Départ".encode("iso-8859-1"))
    assert dict(part.told) == {"url": "https://example.org/page", "charset": "iso-8859-1"}


def test_a_saved_page_that_is_cut_is_read_and_told(tmp_path: Path, find: Find) -> None:
    (tmp_path / "p.mht").write_bytes(page().replace(b"--edge--", b""))
    found = find()
    assert list(found.parts) == ["p.mht"]
    assert found.reasons == {"p.mht": ENDS_EARLY}


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("m.eml", b"no header at all\n", "has no header of a mail; save its text as .txt"),
        ("m.eml", b"Subject: x\nContent-Type: image/png\n\nx", "is a mail without a text"),
        ("p.mht", b"Subject: x\n\nx", "holds no page; save it again as .html"),
        ("b.mbox", b"Subject: x\n\nx", "is a mailbox without a report in it"),
    ],
)
def test_what_is_no_mail_says_so(tmp_path: Path, find: Find, name: str, raw: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(raw)
    assert find().reasons == {name: reason}


def test_mails_within_mails_end(tmp_path: Path, find: Find) -> None:
    message = mail("0\n")
    for level in range(1, 6):
        outer = mail(f"{level}\n")
        outer.add_attachment(message)
        message = outer
    (tmp_path / "m.eml").write_bytes(message.as_bytes())
    found = find()
    assert len(found.parts) == 3
    assert found.reasons == {
        "m.eml!1.eml!1.eml!1.eml": "stands in 3 archives one within another; unpack it first"
    }


def test_damage_anywhere_is_a_problem_and_never_an_error(tmp_path: Path) -> None:
    chance = random.Random(3)  # noqa: S311 - bytes to read, no secrets
    message = mail()
    message.add_attachment(b"words", maintype="text", subtype="plain", filename="a.txt")
    for name, whole in {"m.eml": message.as_bytes(), "p.mht": page()}.items():
        for _ in range(150):
            raw = bytearray(whole)
            for _ in range(4):
                raw[chance.randrange(len(raw))] = chance.randrange(256)
            (tmp_path / name).write_bytes(raw)
            assert list(parts([tmp_path / name]))
