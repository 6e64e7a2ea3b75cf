"""Reports and runs made by hand, and a browser that can be looked into."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Error, Page, Request

from geo.maps import PageSettings, render_page
from geo.maps.payload import payload as told_and_claims
from geo.maps.words import Words
from geo.records import (
    Actor,
    Basis,
    Claim,
    ClaimType,
    Disagreement,
    DisagreementKind,
    Document,
    Evidence,
    Mention,
    Movement,
    Place,
    PlaceKind,
    Precision,
    Problem,
    Quantity,
    QuantityEnvelope,
    Reading,
    ReasonKind,
    Run,
    Source,
    Span,
    Status,
    TimeEnvelope,
    TimeExpression,
    Usage,
    content_id,
    reason,
)

# One string for every door through which a text can leave its place: Jinja, HTML, templates of
# JavaScript, comments, CDATA, line ends of JavaScript, and the page's own markers.
HOSTILE = (
    "{{ 7*7 }} {% x %} {# y #} <img src=x onerror=alert(1)> ${7*7} `x` \\` </script><!-- "
    "<script>alert(1)</script> \u2028 \u2029 ]]> & &amp; \" ' @@data@@ @@policy@@ \\u003c"
)
HOSTILE_URL = "javascript:alert(1)//{{ 7*7 }}</script>"


@dataclass(frozen=True)
class Report:
    """A document, with claims that are written down by the words that carry them."""

    document: Document

    def span(self, words: str) -> Span:
        """Return where `words` first stand in the text."""
        start = self.document.text.index(words)
        return Span(start, start + len(words))

    def claim(self, quote: str, trigger: str, **slots: Any) -> Claim:
        """Return a reported movement that `quote` carries; `slots` replace what it leaves open."""
        span = self.span(quote)
        plain = Claim(
            id=content_id("c", self.document.id, span, trigger, sorted(slots)),
            document_id=self.document.id,
            evidence=(Evidence(span, quote),),
            type=ClaimType.MOVEMENT,
            status=Status.REPORTED,
            actor=None,
            quantity=None,
            origin=None,
            destination=None,
            places=(),
            time=None,
            means=None,
            attribution=(),
            trigger=self.span(trigger),
            rule="by-hand",
        )
        return replace(plain, **slots)

    def actor(self, words: str, country_code: str | None = None) -> Actor:
        """Return the force that `words` name."""
        return Actor(self.span(words), words, country_code)

    def number(
        self, words: str, low: int | None, high: int | None, unit: str | None = "personnel"
    ) -> Quantity:
        """Return the number that `words` state."""
        return Quantity(self.span(words), low, high, unit)

    def time(self, words: str, edtf: str, basis: Basis = Basis.EXPLICIT) -> TimeExpression:
        """Return the days of an EDTF interval, or of none where its year is not told."""
        first, _, last = edtf.partition("/")
        start, end = (
            None if "X" in day or not day or day == ".." else dt.date.fromisoformat(day)
            for day in (first, last or first)
        )
        return TimeExpression(self.span(words), start, end, edtf, Precision.RANGE, basis)

    def source(self, *names: str) -> tuple[Source, ...]:
        """Return a chain of sources, nearest first."""
        return tuple(Source(self.span(name), name) for name in names)


def movement(*claims: Claim, **changes: Any) -> Movement:
    """Return a movement of `claims` that says what the first of them says."""
    first = claims[0]
    quantity, time = first.quantity, first.time
    plain = Movement(
        id=content_id("m", *(claim.id for claim in claims)),
        type=first.type,
        status=first.status,
        side=first.actor.country_code if first.actor else None,
        claims=tuple(claim.id for claim in claims),
        reports=tuple(sorted({claim.document_id for claim in claims})),
        independent_sources=len({claim.document_id for claim in claims}),
        origin=first.origin,
        origin_inferred=False,
        destination=first.destination,
        places=first.places,
        time=TimeEnvelope(time.start, time.end, time.edtf) if time else None,
        quantity=QuantityEnvelope(quantity.low, None, quantity.high, quantity.unit) if quantity else None,
    )
    return replace(plain, **changes)


VLADIVOSTOK = Place("vladivostok", "Vladivostok", "RU", PlaceKind.CITY, 43.1056, 131.8735, 12.0)
KURSK_OBLAST = Place("kursk-oblast", "Kursk Oblast", "RU", PlaceKind.ADMIN, 51.7, 36.2, 110.0)
NORTH_KOREA = Place("north-korea", "North Korea", "KP", PlaceKind.COUNTRY, 40.0, 127.0, 350.0)
DONETSK = Place("donetsk", "Donetsk", "UA", PlaceKind.CITY, 48.0, 37.8, 15.0)


def _far_east() -> tuple[Report, tuple[Claim, ...]]:
    text = (
        "Seoul's spy service said 1,500 North Korean troops sailed from Wonsan to Vladivostok between "
        "8 and 13 October. Up to 3,000 soldiers would later move to Kursk Oblast. "
        "Six instructors were killed near Donetsk. Quelqu’un a parlé de Zarechnoye-12."
    )
    report = Report(
        Document(
            id="r1",
            text=text,
            title="Ships seen leaving Wonsan",
            publisher="The Harbour Gazette",
            published=dt.date(2024, 10, 18),
            language="en",
            url="https://news.example/ships",
            file="reports/r1.txt",
        )
    )
    first, second, third, _ = (f"{sentence}." for sentence in text.removesuffix(".").split(". "))
    sailed = report.claim(
        first,
        "sailed",
        actor=report.actor("North Korean troops", "KP"),
        quantity=report.number("1,500", 1500, 1500),
        origin=NORTH_KOREA,
        destination=VLADIVOSTOK,
        time=report.time("between 8 and 13 October", "2024-10-08/2024-10-13", Basis.PUBLISHED),
        attribution=report.source("Seoul's spy service"),
        place_spans=(report.span("Vladivostok"),),
    )
    later = report.claim(
        second,
        "would later move",
        status=Status.EXPECTED,
        quantity=report.number("Up to 3,000", None, 3000),
        origin=VLADIVOSTOK,
        destination=KURSK_OBLAST,
        place_spans=(report.span("Kursk Oblast"),),
        notes=(reason(ReasonKind.SIDE_BEFORE, country="KP", words="North Korean troops"),),
    )
    killed = report.claim(
        third,
        "killed",
        type=ClaimType.CASUALTIES,
        status=Status.UNCONFIRMED,
        quantity=report.number("Six", 6, 6),
        places=(DONETSK,),
        time=report.time("near Donetsk", "XXXX-10-03"),
        place_spans=(report.span("Donetsk"),),
    )
    return report, (sailed, later, killed)


class Writer(Protocol):
    """Returns a report of `text` on which claims can be written down."""

    def __call__(self, text: str, **known: Any) -> Report: ...


@pytest.fixture
def write() -> Writer:
    def document(text: str, **known: Any) -> Report:
        return Report(Document(**{"id": "r", "text": text, **known}))

    return document


@pytest.fixture
def run() -> Run:
    """One report with an arrow, a dashed arrow to a region, a mark without a year, and gaps."""
    report, claims = _far_east()
    sailed, later, killed = claims
    placeless = report.claim(report.document.text[: sailed.evidence[0].span.end], "said", id="c-placeless")
    unknown = Mention(report.span("Zarechnoye-12"), "Zarechnoye-12", Usage.LOCATIVE)
    reading = Reading(report.document, (unknown,), (), (*claims, placeless))
    disagreement = Disagreement(DisagreementKind.QUANTITY, (sailed.id, later.id))
    return Run(
        readings=(reading,),
        movements=(
            movement(sailed, later, origin_inferred=True, disagreements=(disagreement,)),
            movement(later),
            movement(killed),
            movement(placeless),
        ),
        problems=(Problem("reports/broken.txt", "is not UTF-8"),),
    )


@pytest.fixture
def hostile_run() -> Run:
    """One claim whose every word tries to leave its place."""
    text = f"{HOSTILE} moved to {HOSTILE}."
    report = Report(
        Document(
            id=HOSTILE,
            text=text,
            title=f"title {HOSTILE}",
            publisher=f"publisher {HOSTILE}",
            published=dt.date(2024, 10, 18),
            language="en",
            url=HOSTILE_URL,
            file=f"file {HOSTILE}",
        )
    )
    place = Place("p", f"place {HOSTILE}", "RU", PlaceKind.REGION, 51.7, 36.2, 100.0)
    claim = report.claim(
        text,
        "moved",
        actor=report.actor(HOSTILE, HOSTILE),
        quantity=report.number(HOSTILE, 10, 20, f"unit {HOSTILE}"),
        origin=VLADIVOSTOK,
        destination=place,
        attribution=report.source(HOSTILE),
        notes=(reason(ReasonKind.AS_ONE, words=f"note {HOSTILE}"),),
        time=replace(report.time("moved", "XXXX"), edtf=HOSTILE),
    )
    mention = Mention(report.span(HOSTILE), HOSTILE, Usage.LOCATIVE)
    return Run(
        readings=(Reading(report.document, (mention,), (), (claim,)),),
        movements=(movement(claim),),
        problems=(Problem(f"file {HOSTILE}", f"reason {HOSTILE}"),),
    )


@dataclass
class Visit:
    """A page that is open in a browser without a network, and what it did there."""

    page: Page
    requests: list[str]
    complaints: list[str]

    def watch(self, on: Callable[..., None]) -> None:
        """Note every request, every word on the console, every error and every dialog; or no longer."""
        on("request", self._request)
        on("console", self._word)
        on("pageerror", self._error)
        on("dialog", self._refuse)

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)

    def _word(self, message: ConsoleMessage) -> None:
        self.complaints.append(message.text)

    def _error(self, error: Error) -> None:
        self.complaints.append(str(error))

    def _refuse(self, dialog: Dialog) -> None:
        self.complaints.append(dialog.message)
        dialog.dismiss()


def payload(run: Run, words: Words, all_of: Run | None = None) -> dict[str, Any]:
    """Return what the page's script reads, its claims among it."""
    told, claims = told_and_claims(run, words, all_of)
    return {**told, "claims": list(claims)}


class Opener(Protocol):
    """Opens the page of a run from disk, offline; `context` is that of the browser.

    One that leaves what the next could not undo, as a clock that is set, is opened `apart` from others.
    """

    def __call__(
        self, run: Run, settings: PageSettings | None = None, *, apart: bool = False, **context: Any
    ) -> Visit: ...


SIZE = {"width": 1280, "height": 720}  # where a test names none
CHANGED = {"viewport", "color_scheme"}  # what an open tab takes another of


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Iterator[Page]:
    """Yield a tab for one page after another: to open one costs as much as most of what is seen in it."""
    context = browser.new_context(offline=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def emptied(tab: Page) -> Iterator[Page]:
    """Yield the tab, and leave it as it was: without other tabs, a page, a pointer over it, or paper."""
    yield tab
    for other in tab.context.pages:
        if other is not tab:
            other.close()
    tab.goto("about:blank")
    tab.mouse.move(-1, -1)
    tab.emulate_media(media="null", color_scheme="null")


@pytest.fixture
def visit(browser: Browser, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opener]:
    visits: list[Visit] = []
    contexts: list[BrowserContext] = []

    def tab_for(context: dict[str, Any], *, apart: bool) -> Page:
        if visits or apart or context.keys() - CHANGED:
            contexts.append(browser.new_context(offline=True, **context))
            return contexts[-1].new_page()
        kept: Page = request.getfixturevalue("emptied")
        kept.set_viewport_size(context.get("viewport", SIZE))
        kept.emulate_media(color_scheme=context.get("color_scheme", "light"))
        return kept

    def open_page(
        run: Run, settings: PageSettings | None = None, *, apart: bool = False, **context: Any
    ) -> Visit:
        path = tmp_path / f"page-{len(visits)}.html"
        path.write_text(render_page(run, settings or PageSettings(basemap="none")), encoding="utf-8")
        visits.append(Visit(tab_for(context, apart=apart), [], []))
        visited = visits[-1]
        visited.watch(visited.page.on)
        visited.page.goto(path.as_uri())
        visited.requests.remove(path.as_uri())
        return visited

    yield open_page
    for visited in visits:
        visited.watch(visited.page.remove_listener)
    for context in contexts:
        context.close()
