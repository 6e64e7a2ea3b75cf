"""Text that tries to leave its place, in every field that a report or a table fills.

The big list of naughty strings, and a payload for each sink through which folium lets text run; every
string on its own, since one that breaks the page would hide what the next one does.
"""

import datetime as dt
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from geo.maps import PageSettings
from geo.records import (
    Action,
    Basis,
    Candidate,
    Claim,
    ClaimType,
    Correction,
    Disagreement,
    DisagreementKind,
    IndependentSource,
    Mention,
    Movement,
    Place,
    PlaceKind,
    Precision,
    Problem,
    QuantityEnvelope,
    Reading,
    ReasonKind,
    Relation,
    RelationKind,
    Run,
    TimeEnvelope,
    TimeExpression,
    Usage,
    reason,
)

if TYPE_CHECKING:
    from tests.maps.conftest import Opener, Writer

pytestmark = pytest.mark.browser


A_PAGE = 60  # strings on one page, two claims each
PUBLISHED = dt.date(2024, 10, 18)

# What each payload would do if it ran; asked of every page.
RUN = "window.intruded=1"
# Folium renders what a template gave a second time: these would make figures, folders or no page at all.
TEMPLATES = [
    "{{ 7*191 }}",
    "{% x %}",
    "{# y #}",
    "a {# b",
    "a {% b %}",
    "{{",
    "}}",
    "{{ foo }}",
    "{{ cycler.__init__.__globals__.os.mkdir('intruded') }}",
    "{% if cycler.__init__.__globals__.os.mkdir('intruded') %}{% endif %}",
    "{% raw %}",
    "{% endraw %}{{ 7*191 }}",
    "{place}",
    "{shown} {n} {kind} {values}",
    "{0.__class__} {number!r}",
    "%s %(title)s $& $1 $' \\1 \\g<0>",
    "@@data@@",
    "@@policy@@ @@appscript@@",
]
MARKUP = [
    f"<img src=x onerror={RUN}>",
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"</SCRIPT ><script>{RUN}</script>",
    f"<!--<script>{RUN}</script>-->",
    "<!-- <script>",
    "<!--",
    "-->",
    "]]>",
    f"</noscript><script>{RUN}</script>",
    f"</noscript><img src=x onerror={RUN}>",
    f"</title><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f"</textarea></template></table></main><script>{RUN}</script>",
    f"<svg onload={RUN}><svg/onload={RUN}>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<details open ontoggle={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    "<base href=//example.invalid/>",
    '<meta http-equiv="refresh" content="0;url=//example.invalid/">',
    "<link rel=stylesheet href=//example.invalid/x.css>",
    "<style>@import '//example.invalid/x.css'; * { display: none }</style>",
    "<form action=//example.invalid/><button id=close>",
    f'" onmouseover="{RUN}" x="',
    f"' autofocus onfocus='{RUN}' x='",
    f"`onmouseover={RUN}`",
    "url(//example.invalid/x.png)",
    "&lt;b&gt; &amp;amp; &#60; &nbsp;",
]
SCRIPTS = [
    f"${{{RUN}}}",
    f"`+({RUN})+`",
    f"\\\\`+({RUN})+`",
    f"\\\\${{{RUN}}}",
    f'";{RUN};"',
    f"';{RUN};'",
    f"\u2028{RUN}\u2029",
    f"\n{RUN}\n//",
    "\\u003c\\x3c\\",
    "\\",
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "valueOf",
]
ADDRESSES = [
    f"javascript:{RUN}",
    f" javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f"java\tscript:{RUN}",
    f"\x01javascript:{RUN}",
    f"https:javascript:{RUN}",
    f"data:text/html,<script>opener.{RUN}</script>",
    f"vbscript:{RUN}",
    "//example.invalid/x",
    "file:///etc/passwd",
    f'https://example.invalid/"onclick="{RUN}',
    f"https://example.invalid/\njavascript:{RUN}",
    "HTTPS://example.invalid/ü?a=1&amp;b=2#<x>",
]
CHARACTERS = [
    "\x00",
    "a\x00b\x1b[31m\x7f\x85",
    "\ud800",
    "a\udfffb",
    "\ufffe\uffff\ufdd0",
    "\u202eabc\u2066",
    "\r\n\r",
    "x" * 5000,
]


def naughty_strings() -> list[str]:
    """Return the big list of naughty strings, from the file that the package naughties installs."""
    files = metadata.files("naughties") or []
    (listed,) = [file for file in files if file.name == "blns.json"]
    strings: list[str] = json.loads(Path(listed.locate()).read_text(encoding="utf-8"))
    return strings


STRINGS = [*TEMPLATES, *MARKUP, *SCRIPTS, *ADDRESSES, *CHARACTERS, *naughty_strings()]
PAGES = [STRINGS[first : first + A_PAGE] for first in range(0, len(STRINGS), A_PAGE)]

# As JSON, so that half a pair of surrogates comes back as it was shown.
LOOK = """
() => {
  const texts = (within, what) => [...within.querySelectorAll(what)].map((each) => each.textContent);
  const detail = document.getElementById("detail");
  const shown = movements.map(({ id, position }) => {
    rows.get(position).firstChild.click();
    return [id, {
      heading: texts(rows.get(position), ".row-heading"),
      who: texts(rows.get(position), ".row-who"),
      title: texts(detail, "#detail-title"),
      quotes: texts(detail, "blockquote"),
      languages: [...detail.querySelectorAll("blockquote")].map((each) => each.getAttribute("lang")),
      places: texts(detail, ".facts .place > span"),
      chain: texts(detail, ".chain > span"),
      notes: texts(detail, ".note"),
      placed: texts(detail, ".placed ul ul li"),
      others: texts(detail, ".placed li > p + ul + p > span"),
      reasons: [...detail.querySelectorAll(".note button")].map((each) => each.title),
      titles: texts(detail, "footer cite"),
      publishers: texts(detail, "footer cite + span"),
      addresses: texts(detail, ".address"),
      links: [...detail.querySelectorAll("footer a")].map((each) => each.getAttribute("href")),
    }];
  });
  return JSON.stringify({
    heading: document.querySelector("h1").textContent,
    tab: document.title,
    rows: document.querySelectorAll(".row").length,
    shown: Object.fromEntries(shown),
    problems: texts(document, "#ledger-problems strong"),
    reasons: texts(document, "#ledger-problems small"),
    names: texts(document, "#ledger-names strong"),
    refused: texts(document, "#ledger-rejected li > span"),
    reports: texts(document, "#ledger-reports cite"),
    undated: texts(document, "#ledger-undated button"),
  });
}
"""
# The tip of each thing on the map in turn, and the names on it.
TIPS = """
() => {
  const texts = (what) => [...document.querySelectorAll(what)].map((each) => each.textContent);
  const tips = drawn.shapes.flatMap((shape) => {
    pointTo(shape, geoMap.getCenter());
    return texts(".tip strong");
  });
  return JSON.stringify({ tips, labels: texts(".label") });
}
"""
TABLE = """
() => JSON.stringify([...document.querySelectorAll("tbody tr")].map(
  (row) => [...row.children].slice(2).map((cell) => cell.textContent)))
"""
TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def gone(first: str) -> str:
    """Return the sentence of a movement, which says a string twice."""
    return f"{first} went to {first}."


def stood(words: str) -> str:
    """Return the sentence of a presence, whose time is the string itself."""
    return f"On {words} day they stood at {words}."


def correction(words: str) -> Correction:
    return Correction("x", Action.AMEND, "actor", words, words, words)


def hostile(write: "Writer", strings: Sequence[str]) -> Run:
    """Return a run that says each string in every field of one report, two claims and one movement."""
    told = [_told(write, words, number) for number, words in enumerate(strings)]
    return Run(
        readings=tuple(reading for reading, _ in told),
        movements=tuple(movement for _, movement in told),
        problems=tuple(Problem(words, words) for words in strings),
    )


def _told(write: "Writer", words: str, number: int) -> tuple[Reading, Movement]:
    known = {"title": words, "publisher": words, "url": words, "file": words, "language": words}
    report = write(f"{gone(words)} {stood(words)}", id=f"r{number}", published=PUBLISHED, **known)
    start, end, at = (_place(words, f"{name}{number}", number, step) for step, name in enumerate("abc"))
    day = PUBLISHED + dt.timedelta(days=number)
    went = report.claim(
        gone(words),
        "went",
        id=f"went-{number}",
        actor=report.actor(words),
        quantity=report.number(words, 10, 20, words),
        origin=start,
        destination=end,
        time=report.time("went", day.isoformat()),
        attribution=report.source(words),
        place_spans=(report.span("went"),),
        notes=(reason(ReasonKind.AS_ONE, words=words),),
        corrections=(correction(words),),
    )
    own = report.span(stood(words))
    own_words = replace(own, start=own.start + 3, end=own.start + 3 + len(words))
    stands = replace(
        report.claim(stood(words), "stood", id=f"stood-{number}"),
        type=ClaimType.PRESENCE,
        places=(at,),
        time=TimeExpression(own_words, None, None, None, Precision.WEEK, Basis.NONE),
    )
    mention = Mention(report.span(words), words, Usage.LOCATIVE)
    meant = (Candidate(end, reasons=(reason(ReasonKind.NEAR, 1.0, place=words),)), Candidate(at))
    placed = Mention(report.span("went"), words, Usage.LOCATIVE, end, meant)
    refused = replace(went, id=f"refused-{number}")
    reading = Reading(report.document, (mention, placed), (), (went, stands), (refused,))
    return reading, _moved(went, stands, words)


def _place(words: str, name: str, number: int, step: int) -> Place:
    kind = (PlaceKind.CITY, PlaceKind.REGION, PlaceKind.SITE)[step]
    return Place(name, words, "RU", kind, 60.0 - number, 10.0 + 20 * step + number % 7, 30.0)


def _moved(went: Claim, stands: Claim, words: str) -> Movement:
    """Return a movement of the first claim; the second is left alone, and the page shows it all the same."""
    assert went.time
    sources = tuple(IndependentSource((words, words), (went.id,)) for _ in range(2))
    return Movement(
        id=f"m-{went.id}",
        type=went.type,
        status=went.status,
        side=None,
        claims=(went.id,),
        reports=(went.document_id,),
        independent_sources=2,
        origin=went.origin,
        origin_inferred=False,
        destination=went.destination,
        places=(),
        time=TimeEnvelope(went.time.start, went.time.end, went.time.edtf),
        quantity=QuantityEnvelope(10, None, 20, words),
        disagreements=(Disagreement(DisagreementKind.PLACE, (went.id, stands.id)),),
        sources=sources,
        relations=(Relation(RelationKind.NEXT_LEG, f"m-{went.id}", words),),
        notes=(words,),
        corrections=(correction(words),),
    )


def joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def is_link(words: str) -> bool:
    return re.match("https?://", words, re.IGNORECASE) is not None


def corrected(words: str) -> str:
    return f"amend actor {words} ({words}: {words})" if words else "amend actor"


def expected(words: str, number: int) -> dict[str, dict[str, list[str]]]:
    """Return what the page must show of one string, by movement."""
    name = words or f"r{number}"  # a report without a file's name goes by its id
    report = {
        "titles": [words],
        "publishers": [joined(words, "18 October 2024")],
        "addresses": [name] if is_link(words) or not words else [name, words],
        "links": [words] if is_link(words) else [],
        "languages": [words],
    }
    route = f"{words} → {words}"
    return {
        f"m-went-{number}": {
            "heading": [route],
            "who": [joined(words, f"10–20 {words}")],
            "title": [route],
            "quotes": [gone(words)],
            "places": [f"{words}, Russia", f"{words}, Russia"],
            "chain": [words],
            "notes": [f"{words} = {words}"] * 2
            + [route, words, corrected(words), corrected(words), f"read with “{words}” as one"],
            "placed": [f"near {words}, which the report names (+1.00)"],
            "others": [f"{words}, site, Russia" if words else "site, Russia"],
            "reasons": [words],
            **report,
        },
        f"stood-{number}": {
            "heading": [words or "No place stated"],
            "who": [""],
            "title": [words or "No place stated"],
            "quotes": [stood(words)],
            "places": [f"{words}, Russia"],
            "chain": [],
            "notes": [],
            "placed": [],
            "others": [],
            "reasons": [],
            **report,
        },
    }


def as_markup(words: str) -> str:
    """Return what stands in for a string in the HTML itself, where no reference can name a control character.

    Within the page's data nothing is replaced.
    """
    visible = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]", "\ufffd", words)
    return visible.replace("\r\n", "\n").replace("\r", "\n")


def collapsed(words: str) -> str:
    """Return text as a browser names a tab."""
    return re.sub("[\t\n\f\r ]+", " ", words).strip("\t\n\f\r ")


def differences(found: Any, wanted: Any) -> list[str]:
    """Return what differs, in ASCII: a terminal may not bear the strings themselves."""
    if isinstance(wanted, dict):
        assert sorted(found) == sorted(wanted)
        return [f"{key}: {each}" for key in wanted for each in differences(found[key], wanted[key])]
    return [] if found == wanted else [f"shown {found!a}, not {wanted!a}"]


@pytest.mark.parametrize("strings", PAGES, ids=[f"page-{number}" for number in range(len(PAGES))])
def test_a_string_is_shown_as_typed_and_none_runs(
    write: "Writer", visit: "Opener", strings: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    title = " | ".join(strings)
    visited = visit(hostile(write, strings), PageSettings(title=title, basemap="none"))
    page = visited.page
    expect(page.locator("#shown")).not_to_have_text("")
    page.evaluate(TWO_FRAMES)
    on_map = json.loads(page.evaluate(TIPS))
    found = json.loads(page.evaluate(LOOK))
    page.evaluate(TWO_FRAMES)

    assert found["rows"] == 2 * len(strings)
    wanted: dict[str, Any] = {}
    for number, words in enumerate(strings):
        wanted.update(expected(words, number))
    assert differences(found["shown"], wanted) == []
    for part in ("problems", "reasons", "reports"):
        assert differences(found[part], list(strings)) == []
    assert differences(sorted(found["names"]), sorted(set(strings))) == []
    assert differences(found["refused"], [gone(words) for words in strings]) == []
    assert differences(found["undated"], [stood(words) for words in strings]) == []
    assert differences(found["heading"], as_markup(title)) == []
    assert differences(found["tab"], collapsed(as_markup(title))) == []
    routes = {f"{words} → {words}" for words in strings}
    assert differences(sorted(set(on_map["tips"])), sorted({*strings, *routes})) == []
    said = {*strings, *(f"{words} (1)" for words in strings), *(f"10–20 {words}" for words in strings)}
    assert differences(sorted(set(on_map["labels"]) - said), []) == []

    assert page.evaluate("window.intruded") is None
    assert page.locator("img, iframe, form, base, #app script, meta[http-equiv=refresh]").count() == 0
    assert not (tmp_path / "intruded").exists()
    assert "1337" not in page.locator("body").inner_text()
    assert visited.requests == []
    assert visited.complaints == []


def test_without_script_each_string_stands_in_the_table_as_typed(write: "Writer", visit: "Opener") -> None:
    visited = visit(hostile(write, STRINGS), java_script_enabled=False)
    rows = json.loads(visited.page.evaluate(TABLE))
    assert len(rows) == 2 * len(STRINGS)
    wrong = []
    for number, words in enumerate(STRINGS):
        who, how_many, where, _, quote, said_by, report = rows[2 * number]
        cited = (words or f"r{number}", words, "18 October 2024", words)
        told = (who, how_many, where, quote, said_by, report)
        typed = (
            words or "–",
            f"10–20 {words}",
            f"{words} → {words}",
            gone(words),
            words or "–",
            ", ".join(part for part in cited if part),
        )
        wrong += differences(told, tuple(map(as_markup, typed)))
    assert wrong == []
    assert visited.requests == []
    assert visited.complaints == []


@pytest.mark.parametrize("unit", ["__proto__", "constructor", "toString", "{unit}", "<b>"])
def test_the_key_names_a_unit_as_typed(write: "Writer", visit: "Opener", unit: str) -> None:
    page = visit(hostile(write, [unit])).page
    assert page.locator(".key-title").text_content() == f"Width: square root of the number ({unit})"
