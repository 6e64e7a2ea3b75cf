"""Feeds: RSS, Atom and RDF, each entry a report, and nothing fetched."""

import time
from pathlib import Path

import pytest

from geo.documents import Limits

from .conftest import Find

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Le Fil de l’Est</title><link>https://example.org/</link><language>fr-FR</language>
<item><title>Des renforts</title><link>https://example.org/1</link><guid>fil-1</guid>
 <pubDate>Tue, 08 Oct 2024 00:30:00 +0300</pubDate><description>Court.</description>
 <content:encoded><![CDATA[<p>Deux brigades à <b>Soudja</b>.</p>]]></content:encoded></item>
<item><title>Un pont</title><link>https://example.org/2</link>
 <description>Un pont a sauté, dit l’état-major.</description></item>
<item><title>Rien</title></item>
</channel></rss>
"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Veille</title>
<entry><id>urn:x:1</id><title>Essai</title><updated>2024-10-09T23:59:00-05:00</updated>
<link href="https://example.org/a"/><content type="text">Trois navires au port.</content></entry></feed>
"""
RDF = """<?xml version="1.0" encoding="ISO-8859-1"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://example.org"><title>Dépêches</title></channel>
<item rdf:about="https://example.org/r1"><title>Départ</title><link>https://example.org/r1</link>
<description>Le régiment est parti.</description><dc:date>2024-10-10</dc:date></item></rdf:RDF>
"""
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {y} "{f"&{x};" * 10}">' for x, y in zip("abcdefgh", "bcdefghi", strict=True))
    + ']><rss version="2.0"><channel><item><description>&i;</description></item></channel></rss>'
)


def write(folder: Path, name: str, text: str, encoding: str = "utf-8") -> None:
    (folder / name).write_bytes(text.encode(encoding))


def test_the_entries_of_a_feed_are_reports_with_what_it_tells(tmp_path: Path, find: Find) -> None:
    write(tmp_path, "f.rss", RSS)
    found = find()
    full, short = found.parts.values()
    assert (full.id, full.form) == ("f.rss#fil-1", "html")
    assert full.raw.decode() == "<p>Deux brigades à <b>Soudja</b>.</p>"
    assert dict(full.told) == {
        "title": "Des renforts",
        "publisher": "Le Fil de l’Est",
        "published": "2024-10-08",
        "language": "fr-FR",
        "url": "https://example.org/1",
        "charset": "utf-8",
    }
    assert (short.id, short.form) == ("f.rss#https://example.org/2", "row")
    assert short.raw.decode() == "Un pont a sauté, dit l’état-major."
    assert found.reasons == {"f.rss, entry 3": "has no text"}


@pytest.mark.parametrize("name", ["f.atom", "f.xml", "f.rss"])
def test_atom_is_read_under_any_of_its_names(tmp_path: Path, find: Find, name: str) -> None:
    write(tmp_path, name, ATOM)
    part = find().parts[f"{name}#urn:x:1"]
    assert part.raw == b"Trois navires au port."
    assert dict(part.told)["published"] == "2024-10-09"  # as it is written there, whatever the zone
    assert dict(part.told)["url"] == "https://example.org/a"


def test_rdf_in_another_encoding_is_read(tmp_path: Path, find: Find) -> None:
    write(tmp_path, "f.xml", RDF, "iso-8859-1")
    part = find().parts["f.xml#https://example.org/r1"]
    assert part.raw.decode() == "Le régiment est parti."
    assert dict(part.told)["published"] == "2024-10-10"
    assert dict(part.told)["publisher"] == "Dépêches"


def test_entities_that_grow_are_refused_at_once(tmp_path: Path, find: Find) -> None:
    write(tmp_path, "f.xml", BOMB)
    write(tmp_path, "g.xml", BOMB, "utf-16")
    before = time.perf_counter()
    found = find()
    assert time.perf_counter() - before < 5
    assert found.reasons["f.xml"] == "declares XML entities of its own, which are not read; take them out"
    assert all(len(part.raw) < 10_000 for part in found.parts.values())


def test_an_entity_that_names_a_file_is_not_opened(tmp_path: Path, find: Find) -> None:
    (tmp_path / "secret").write_text("secret words", encoding="utf-8")
    for encoding in ("utf-8", "utf-16"):
        declared = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>'
        item = "<rss version='2.0'><channel><item><description>A &x; b</description></item></channel></rss>"
        write(
            tmp_path,
            f"{encoding}.xml",
            f"<?xml version='1.0' encoding='{encoding}'?>{declared}{item}",
            encoding,
        )
    assert not any(b"secret words" in part.raw for part in find().parts.values())


def test_a_feed_that_is_an_address_is_not_fetched(tmp_path: Path, find: Find) -> None:
    write(tmp_path, "a.rss", "https://example.org/feed.rss")
    styled = '<channel><?xml-stylesheet href="https://example.org/x"?>'
    write(tmp_path, "b.rss", RSS.replace("<channel>", styled))
    found = find()
    assert found.reasons["a.rss"] == "is no RSS or Atom feed; save the report as .html or .txt"
    assert len(found.parts) == 2


def test_only_an_address_on_the_web_is_told(tmp_path: Path, find: Find) -> None:
    for name, link in (("a", "javascript:alert(1)"), ("b", "17"), ("c", "https://example.org/1")):
        item = f"<item><guid>{link}</guid><link>{link}</link><description>Un mot.</description></item>"
        write(tmp_path, f"{name}.rss", f'<rss version="2.0"><channel>{item}</channel></rss>')
    assert [dict(part.told).get("url") for part in find().parts.values()] == [
        None,
        None,
        "https://example.org/1",
    ]


def test_a_feed_that_is_cut_is_read_as_far_as_it_goes(tmp_path: Path, find: Find) -> None:
    write(tmp_path, "f.rss", RSS[: RSS.index("<item><title>Rien")])
    found = find()
    assert len(found.parts) == 2
    assert "is no well-formed XML" in found.reasons["f.rss"]


def test_entries_are_counted(tmp_path: Path, find: Find) -> None:
    items = "".join(f"<item><description>Texte {n}.</description></item>" for n in range(12))
    write(tmp_path, "f.rss", f'<rss version="2.0"><channel>{items}</channel></rss>')
    found = find(limits=Limits(members=10))
    assert list(found.parts) == [f"f.rss#{n}" for n in range(1, 11)]
    assert found.reasons == {"f.rss": "holds more than 10 entries; the rest is left out"}


def test_an_entry_that_damage_left_without_words_is_a_problem(tmp_path: Path, find: Find) -> None:
    write(tmp_path, "f.atom", "<feed<entry<title</content>")
    assert find().reasons["f.atom, entry 1"] == "has no text"


def test_another_xml_is_a_problem(tmp_path: Path, find: Find) -> None:
    write(tmp_path, "f.xml", "<?xml version='1.0'?><kml><Document/></kml>")
    assert find().reasons == {"f.xml": "is no RSS or Atom feed; save the report as .html or .txt"}
