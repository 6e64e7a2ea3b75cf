"""Web pages: the report without what stands around it, and what a page says of itself."""

import base64
import datetime as dt
import logging
import pickle
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.documents.content import Content
from geo.documents.page_days import days_in, machine_day
from geo.documents.pages import read
from geo.documents.parts import Limits
from geo.errors import InputError

FILES = Path(__file__).parent / "files"
PARAGRAPH = (
    "Trois navires ont quitté le port de Brest mardi matin, selon la préfecture maritime, qui ne dit pas où "
    "ils vont ni combien de temps ils resteront en mer."
)
ARTICLE = (
    f"<article><h1>Trois navires</h1><p>{PARAGRAPH}</p><p>Un quatrième les suivra, dit-elle.</p></article>"
)


def page(head: str = "", body: str = ARTICLE, lang: str = "fr") -> bytes:
    return f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body>{body}</body></html>'.encode()


def content(raw: bytes, **told: str) -> Content:
    return read(raw, told, Limits())


def published(head: str = "", body: str = ARTICLE, lang: str = "fr") -> tuple[dt.date | None, bool]:
    found = content(page(head, body, lang))
    return found.published, "published" in found.guessed


# --- pages of newsrooms ------------------------------------------------------------------------------

FACTS = {
    "regional_daily": (
        "Huit frégates ont quitté Brest, selon la préfecture maritime",
        "Le Courrier du Ponant",
        dt.date(2024, 10, 8),
        "fr",
        "https://www.courrier-du-ponant.example/brest/huit-fregates-ont-quitte-brest-7731",
        (),
    ),
    "agency": (
        "Two battalions reach Narvik ahead of exercise",
        "Northern Wire",
        dt.date(2025, 3, 4),
        "en",
        "https://northernwire.example/world/two-battalions-reach-narvik-2025-03-04/",
        (),
    ),
    "blog": (
        "Un convoi de blindés vu près de Suippes",
        None,
        dt.date(2024, 4, 1),
        "fr",
        "https://carnets.example/2024/04/convoi-suippes/",
        ("published",),
    ),
    "telegram": (
        "Вестник Приморья",
        "Telegram",
        dt.date(2024, 10, 19),
        None,
        "https://t.me/s/vestnik_primer",
        ("published",),
    ),
    "ministry": (
        "Relève du contingent au Tchad",
        "Ministère de la Défense",
        dt.date(2024, 2, 3),
        "fr",
        None,
        ("published",),
    ),
    "cookie_wall": (
        "Brigade verlegt nach Litauen – erste Fahrzeuge in Rukla",
        "Der Bote am Main",
        dt.date(2025, 5, 2),
        "de",
        None,
        (),
    ),
    "live": (
        "DIRECT. Le point sur les manœuvres en mer Noire",
        "Info Sud",
        dt.date(2024, 6, 12),
        "fr",
        None,
        ("published",),
    ),
    "amp": (
        "La fragata zarpa de Rota con 180 marinos",
        "Diario de la Bahía",
        dt.date(2023, 11, 17),
        "es",
        "https://diario-bahia.example/espana/fragata-rota.html",
        (),
    ),
}
# Of each page, words that are in its text and words that are not.
WORDS = {
    "regional_daily": (
        ["entre 2 h et 5 h du matin", "golfe de Gascogne", "\n\nDes permissions écourtées\n\n", "À Lorient"],
        ["Accueil", "À lire aussi", "paquebot", "Commentaires", "Goéland", "Publié le", "cookies"],
    ),
    "agency": (["NARVIK, March 4", "Hav Trader", "120 engineers"], ["Read Next", "Oil prices", "My View"]),
    "blog": (
        ["1er régiment", "suivaient.\nAucun drapeau", "12 avril"],
        ["Marcassin", "Articles récents", "février 2024"],
    ),
    "telegram": (["14 грузовиков", "\n\nПо словам", "Находка"], ["2.1K"]),
    "ministry": (["Cent cinquante militaires", "à Abéché", "\n\nQuarante véhicules"], ["Espace presse"]),
    "cookie_wall": (["35 Fahrzeuge", "Rund 200 Soldaten"], ["Privatsphäre", "Partner", "akzeptieren"]),
    "live": (["Six navires de débarquement", "Deux frégates", "Trois drones"], []),
    "amp": (["180 marinos a bordo", "«Punta Umbría»"], ["Portada"]),
}


@pytest.mark.parametrize("name", FACTS)
def test_a_page_says_of_itself(name: str) -> None:
    found = content((FILES / f"{name}.html").read_bytes())
    assert (found.title, found.publisher, found.published, found.language, found.url, found.guessed) == FACTS[
        name
    ]


@pytest.mark.parametrize("name", WORDS)
def test_a_page_is_read_without_what_stands_around_its_report(name: str) -> None:
    text = content((FILES / f"{name}.html").read_bytes()).text
    there, gone = WORDS[name]
    assert [words for words in there if words not in text] == []
    assert [words for words in gone if words in text] == []
    assert all(line == line.strip() for line in text.split("\n"))


def test_a_page_that_a_browser_saved_whole_reads_as_the_one_it_was() -> None:
    """The file is what Chromium wrote of the daily's page, with its pictures as data: addresses."""
    saved, sent = (
        content((FILES / f"{name}.html").read_bytes()) for name in ("regional_daily_dom", "regional_daily")
    )
    assert saved == sent


def test_a_page_declares_its_charset() -> None:
    found = content((FILES / "ministry.html").read_bytes())
    assert (found.encoding, found.guessed) == ("cp1252", ("published",))
    russian = page("<meta charset=windows-1251>", "<article><p>Колонна прошла через Уссурийск.</p></article>")
    assert "Колонна" in content(russian.decode().encode("cp1251")).text
    told = page("", "<article><p>Колонна прошла через Уссурийск.</p></article>").decode().encode("koi8_r")
    assert "Колонна" in content(told, charset="koi8-r").text


def test_a_page_is_picklable_and_the_same_each_time() -> None:
    raw = (FILES / "regional_daily.html").read_bytes()
    found = content(raw)
    assert pickle.loads(pickle.dumps(found)) == found == content(raw)  # noqa: S301 - our own bytes


# --- the text ----------------------------------------------------------------------------------------


def test_words_in_a_time_element_stay_in_the_text() -> None:
    body = ARTICLE.replace("mardi matin", "<time datetime='2024-10-08'>mardi 8 octobre</time>")
    assert "ont quitté le port de Brest mardi 8 octobre, selon" in content(page("", body)).text


def test_a_table_of_figures_keeps_its_rows_and_a_table_of_layout_its_paragraphs() -> None:
    figures = "<table><tr><th>Port</th><th>Navires</th></tr><tr><td>Brest</td><td>8</td></tr></table>"
    assert (
        "\n\nPort | Navires\n\nBrest | 8\n"
        in content(page("", ARTICLE.replace("</article>", f"{figures}</article>"))).text
    )
    layout = f"<table><tr><td><p>{PARAGRAPH}</p><p>Un quatrième les suivra.</p></td></tr></table>"
    assert f"{PARAGRAPH}\n\nUn quatrième" in content(page("", layout)).text


@pytest.mark.parametrize(
    ("html", "line"),
    [
        ("Il a dit <q>tout va bien</q>, puis plus rien.", "Il a dit “tout va bien”, puis plus rien."),
        ("Les <del>trois</del> <s>cinq</s> deux navires.", "Les deux navires."),
        (
            "Le 3<sup>e</sup> régiment, 1&nbsp;400 hommes, à <b>Kour</b>sk<a href=x>.</a>",
            "Le 3e régiment, 1 400 hommes, à Koursk.",
        ),
    ],
)
def test_marks_within_a_sentence_do_not_break_it(html: str, line: str) -> None:
    assert (
        f"\n\n{line}\n" in content(page("", ARTICLE.replace("Un quatrième les suivra, dit-elle.", html))).text
    )


@pytest.mark.parametrize(
    "words", ["À lire aussi : un paquebot livré", "Read more: oil prices slip", "Lire aussi :"]
)
def test_a_line_that_points_to_another_report_is_left_out(words: str) -> None:
    body = ARTICLE.replace("</article>", f"<p><a href=x>{words}</a></p><p>Fin de la dépêche.</p></article>")
    assert content(page("", body)).text.endswith("dit-elle.\n\nFin de la dépêche.\n")


def test_a_broken_line_is_a_line_and_an_empty_one_ends_the_paragraph() -> None:
    wrapped = f"<div>{PARAGRAPH}<br>Il ajoute que le<br/>navire reste.<br> <br>Une fin.</div>"
    expected = f"{PARAGRAPH}\nIl ajoute que le\nnavire reste.\n\nUne fin.\n"
    assert content(page("", wrapped)).text == expected


def test_a_short_page_keeps_its_paragraphs() -> None:
    body = (
        "<article><h1>Titre</h1><h2>Un chapeau</h2><p>Deux navires partent.</p><p>Rien de plus.</p></article>"
    )
    assert content(page("", body)).text == "Un chapeau\n\nDeux navires partent.\n\nRien de plus.\n"


def test_quotes_and_dashes_are_those_of_the_page() -> None:
    said = "« L’armée est “prête” », dit-il — 'sans doute', ajoute-t-on…"
    assert said in content(page("", ARTICLE.replace("Un quatrième les suivra, dit-elle.", said))).text


def test_a_sentence_that_begins_as_a_note_of_publication_does_is_kept() -> None:
    said = "Published 3 March 2024: 300 soldiers in Kursk."
    assert said in content(page("", ARTICLE.replace("Un quatrième les suivra, dit-elle.", said))).text


# --- the day -----------------------------------------------------------------------------------------

DAY = dt.date(2024, 10, 8)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-10-08T23:59:00+02:00">',
        '<meta property="article:published_time" content="2024-10-08T22:30:00Z">',
        '<meta name="DC.date.issued" content="2024-10-08">',
        '<meta name="parsely-pub-date" content="2024-10-08T10:00:00Z">',
        '<meta itemprop="datePublished" content="2024/10/08 10:00">',
        '<meta name="pubdate" content="20241008T1000">',
        '<meta name="date" content="Tue, 08 Oct 2024 10:00:00 GMT">',
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-10-08"}</script>',
        (
            '<script type="application/ld+json">[{"@type":"Person"},{"@type":["Thing","NewsArticle"],'
            '"datePublished":"2024-10-08T01:00+09:00"}]</script>'
        ),
        (
            '<script type="application/ld+json">//<![CDATA[\n{"@type":"BlogPosting","headline":"\n",'
            '"datePublished":"2024-10-08"}\n//]]></script>'
        ),
        (
            '<meta property="article:modified_time" content="2024-12-01">'
            '<meta property="article:published_time" content="2024-10-08">'
        ),
    ],
)
def test_the_day_that_a_page_states_is_taken_as_it_is_written(head: str) -> None:
    assert published(head) == (DAY, False)


@pytest.mark.parametrize(
    "words",
    [
        "Publié le mardi 8 octobre 2024 à 10h",
        "Publié le 8 oct. 2024",
        "Publié le 08/10/2024 à 10h30",
        "Mis à jour le 9 octobre 2024, publié le 8 octobre 2024",
        "Publié le 8 octobre 2024 - Mis à jour le 9 octobre 2024",
        "Mardi 8 octobre 2024",
        "Par Léa Morvan, le 8 octobre 2024",
    ],
)
def test_a_day_in_words_above_the_text_is_a_guess(words: str) -> None:
    body = (
        f"<header><p>Samedi 23 novembre 2024</p></header>{ARTICLE.replace('</h1>', f'</h1><p>{words}</p>')}"
    )
    assert published("", body) == (DAY, True)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Publié le 1er avril 2024", dt.date(2024, 4, 1)),
        ("Publié le 3 févr. 2024", dt.date(2024, 2, 3)),
        ("Publié le 1er janvier 2024", dt.date(2024, 1, 1)),
        ("Publié le 15 août 2023", dt.date(2023, 8, 15)),
        ("Published October 8, 2024, 10:15 AM", DAY),
        ("Posted on 8th October 2024", DAY),
        ("Oct. 8, 2024", DAY),
        ("Veröffentlicht am 8. Oktober 2024", DAY),
        ("Publicado el 8 de octubre de 2024", DAY),
        ("Опубликовано 8 октября 2024", DAY),
        ("2024년 10월 8일", DAY),
        ("Publié le 31 février 2024", None),
        ("Publié le 8 octobre 1824", None),
        ("Publié le 8 octobre 2424", None),
        ("Publié en 2024", None),
        ("Mis à jour le 8 octobre 2024", None),
    ],
)
def test_days_are_read_as_a_newsroom_writes_them(words: str, day: dt.date | None) -> None:
    body = ARTICLE.replace("</h1>", f"</h1><p>{words}</p>")
    assert published("", body, lang="") == (day, day is not None)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (ARTICLE.replace("</h1>", "</h1><time datetime='2024-10-08T10:00'>8 oct.</time>"), (DAY, False)),
        (
            ARTICLE.replace(
                "</h1>",
                "</h1><p>Mis à jour le <time datetime='2024-10-09'>9</time>, "
                "publié le <time datetime='2024-10-08'>8</time></p>",
            ),
            (DAY, False),
        ),
        (f"<aside><time datetime='2024-11-23'>23</time></aside>{ARTICLE}", (None, False)),
        (
            ARTICLE.replace(
                "</article>",
                "<time datetime='2024-10-08'>8</time><time datetime='2024-10-01'>1</time></article>",
            ),
            (DAY, True),
        ),
    ],
)
def test_a_time_element_in_the_article_states_the_day(
    body: str, expected: tuple[dt.date | None, bool]
) -> None:
    assert published("", body) == expected


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="0001-01-01T00:00:00">',
        '<meta property="article:published_time" content="2024-13-45">',
        '<meta property="article:published_time" content="1970-01-01">',
        '<meta property="article:published_time" content="9999-12-31">',
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":20241008}</script>',
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":</script>',
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
    ],
)
def test_a_day_that_is_none_or_of_something_else_is_no_day_of_publication(head: str) -> None:
    body = ARTICLE + "<p>En 2024, le port comptait 12 navires.</p><footer>© 2024</footer>"
    assert published(head, body) == (None, False)


def test_a_language_that_is_told_says_which_figure_is_the_day() -> None:
    raw = page("", ARTICLE.replace("</h1>", "</h1><p>Posted on 03/04/2024</p>"), lang="")
    assert content(raw, language="fr").published == dt.date(2024, 4, 3)
    assert content(raw, language="en").published != dt.date(2024, 4, 3)


def test_a_day_of_change_alone_or_in_figures_is_at_most_a_guess() -> None:
    assert published('<meta property="article:modified_time" content="2024-10-08T10:00">') == (DAY, True)
    assert published('<meta property="article:published_time" content="08/10/2024">') == (DAY, True)


def test_a_day_in_the_address_is_a_guess_and_a_bare_year_no_first_of_january() -> None:
    link = '<link rel="canonical" href="https://a.example/{}/x.html">'
    assert published(link.format("2024/10/08")) == (DAY, True)
    assert published(link.format("2024/01/01")) == (dt.date(2024, 1, 1), True)
    assert published(link.format("2024")) == (None, False)


@pytest.mark.parametrize(
    ("text", "day_first", "days"),
    [
        ("03/04/2024", True, [dt.date(2024, 4, 3)]),
        ("03/04/2024", False, [dt.date(2024, 3, 4)]),
        ("03/04/2024", None, []),
        ("13.04.2024", None, [dt.date(2024, 4, 13)]),
        ("03/03/2024", None, [dt.date(2024, 3, 3)]),
        ("1/2/2024/5", True, []),
        ("du 3 mars 2024 au 5 avril 2024", None, [dt.date(2024, 3, 3), dt.date(2024, 4, 5)]),
        ("٣ مارس ٢٠٢٤, ３ mars ２０２４", None, []),
        ("8 brumaire 2024", None, []),
    ],
)
def test_days_in_a_text(text: str, day_first: bool | None, days: list[dt.date]) -> None:  # noqa: FBT001 - a row
    assert [written.day for written in days_in(text, day_first=day_first)] == days


@given(st.text(max_size=60) | st.from_regex(r"[0-9]{1,5}[-/. ][0-9a-z]{1,8}[-/. ][0-9]{1,5}"))
def test_no_words_break_the_reader_of_days(text: str) -> None:
    day = machine_day(text)
    assert day is None or 1990 <= day.year <= 2099
    assert all(1990 <= written.day.year <= 2099 for written in days_in(text, day_first=True))


# --- names and addresses -----------------------------------------------------------------------------


def test_names_are_text_of_one_line_and_a_bounded_length() -> None:
    head = (
        '<meta property="og:site_name" content="Le\u202e Journal &lt;b&gt;alert(1)&lt;/b&gt;\x07\n du soir">'
        f'<meta property="og:title" content="{"titre " * 1000}">'
    )
    found = content(page(head))
    assert found.publisher == "Le Journal <b>alert(1)</b> du soir"
    assert found.title is not None
    assert len(found.title) <= 500


def test_entities_in_json_ld_are_read() -> None:
    head = (
        '<script type="application/ld+json">{"@type":"NewsArticle",'
        '"headline":"L&#039;arm\\u00e9e &amp; la mer","publisher":[{"name":"Le Jour"}]}</script>'
    )
    found = content(page(head))
    assert (found.title, found.publisher) == ("L'armée & la mer", "Le Jour")


@pytest.mark.parametrize(
    ("url", "taken"),
    [
        ("https://a.example/b", True),
        ("javascript:alert(1)", False),
        ("/b", False),
        ("https://[a", False),
        ("file:///etc/passwd", False),
        ("https://a.example/" + "b" * 3000, False),
    ],
)
def test_only_an_address_of_the_web_is_one(url: str, taken: bool) -> None:  # noqa: FBT001 - a row of a table
    assert content(page(f'<link rel="canonical" href="{url}">')).url == (url if taken else None)


@pytest.mark.parametrize(("lang", "language"), [("fr-FR", "fr"), ("EN", "en"), ("", None), ("french", None)])
def test_the_language_is_that_of_the_root(lang: str, language: str | None) -> None:
    assert content(page(lang=lang)).language == language


# --- what cannot be read -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7", "is a PDF"),
        (b"<html><body></body></html>", "nothing that looks like an article"),
        (b"<!-- only a comment -->", "no page that can be read|nothing that looks like"),
        (page("", "<div>" * 300 + ARTICLE + "</div>" * 300), "nested more than 250"),
        (page("", "<div>" * 200_000 + ARTICLE), "more than 50,000 elements"),
        (page("", "<p>" + "mot " * 1_300_000), "characters of text, more than"),
    ],
)
def test_a_page_without_a_report_is_named_with_the_reason(raw: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        content(raw)
    assert "\n" not in str(caught.value)


def test_a_page_with_megabytes_of_pictures_in_it_is_read() -> None:
    picture = base64.b64encode(bytes(range(256)) * 14_000).decode()
    body = f'<img src="data:image/png;base64,{picture}">' * 4 + ARTICLE
    font = f"<style>@font-face{{src:url(data:font/woff2;charset=utf-8;base64,{picture[:100_000]})}}</style>"
    raw = page(font, body)
    assert 18_000_000 < len(raw) < Limits().file_bytes
    start = time.perf_counter()
    assert PARAGRAPH in content(raw).text
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize(
    "body",
    [
        "<p " + " ".join(f"a{n}=1" for n in range(1_000_000)) + f">x</p>{ARTICLE}",
        ARTICLE + "data:image/png;" * 200_000,
        ARTICLE + "<!--" + "x" * 5_000_000,
        ARTICLE + "<script>" + "a<b;" * 30_000 + "</script>",
        ARTICLE + "<" * 1_000_000,
        ARTICLE + "<p>le 3 mars 1</p>" * 10_000,
    ],
    ids=["a million attributes", "data", "comment", "script", "brackets", "days"],
)
def test_a_page_made_to_be_slow_takes_seconds_at_most(body: str) -> None:
    start = time.perf_counter()
    assert PARAGRAPH in content(page("", body)).text
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize(
    "control", ["\x01", "\x0b", "&#1;", "&#x1f;", "\uffff", "&#xffff;", "&#xd800;", "\x7f"]
)
def test_control_characters_in_a_page_are_blanks_or_refused(control: str) -> None:
    body = ARTICLE.replace("Brest", f"Br{control}est").replace(
        "dit-elle.", f"dit-elle.<q>{control}</q><br>{control}"
    )
    try:
        found = content(page("", body)).text
    except InputError as error:
        found = f"Trois navires: {error}"
    assert "Trois navires" in found
    assert not any(ord(c) < 32 and c != "\n" for c in found)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200) | st.text(alphabet="<>/=\"'! divpatbleshm&;#0", max_size=300).map(str.encode))
def test_any_page_is_read_or_refused(raw: bytes) -> None:
    try:
        found = content(raw)
    except InputError:
        return
    assert found.text.strip()


def test_the_log_of_the_libraries_stays_out_of_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(InputError):
        content(b"<html><body></body></html>")
    assert capfd.readouterr() == ("", "")
    assert not logging.getLogger("trafilatura").propagate


def test_without_its_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(InputError, match=r"install deployment-mapper\[html\]"):
        content(page())
