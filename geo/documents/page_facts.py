"""What a web page says of itself: title, publisher, day of publication, language and address.

Read in this order, the first that holds something counts: JSON-LD, tags of the head, ``<time>`` in the
article, and for the day at last its words on the page.
"""

import datetime as dt
import html
import json
import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final
from urllib.parse import urlsplit

from geo.documents.content import clean_name
from geo.documents.page_days import days_in, machine_day

_MAX_NODES: Final = 5_000  # objects of a page's JSON-LD
_MAX_BLOCKS: Final = 2_000  # stretches of text that are searched for a day
_LONGEST_URL: Final = 2_000
_LONG_PARAGRAPH: Final = 250  # characters; the article has begun
_SHORT_BLOCK: Final = 120  # a line that tells when and by whom
_ARTICLE: Final = re.compile(r"(?:Article|Posting|Report)$")
_TITLES: Final = ("og:title", "twitter:title", "parsely-title", "dc.title", "dcterms.title", "citation_title")
_PUBLISHERS: Final = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name")
_PUBLISHED: Final = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "citation_publication_date",
    "publication_date",
    "publish-date",
    "pubdate",
    "dc.date",
    "dcterms.date",
    "date",
)
_LANGUAGES: Final = ("og:locale", "dc.language", "dcterms.language", "content-language")
_CODE: Final = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9]{2,8}){0,3}")
_PUBLISHED_WORDS: Final = (
    r"publi|mis en ligne|paru|posted|post[ée] le|veröffentlicht|erschienen|publicad|опубликован|date\s?:"
)
_CHANGED_WORDS: Final = r"mis(?:e)? à jour|modifi|actuali|updated|aktualisiert|обновлен|stand\s?:|corrig"
_MARKER: Final = re.compile(rf"(?P<out>{_PUBLISHED_WORDS})|(?P<changed>{_CHANGED_WORDS})", re.IGNORECASE)
_REACH: Final = 60  # characters between "publié" and the day
_ASIDE_TAGS: Final = frozenset({"aside", "footer", "form", "nav", "noscript", "script", "style", "template"})
_ASIDE_CLASS: Final = re.compile(
    r"comment|related|footer|widget|sidebar|lire-aussi|read-next|recommend", re.IGNORECASE
)
_BLOCKS: Final = frozenset(
    {"address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2"}
    | {"h3", "h4", "h5", "header", "hr", "li", "main", "ol", "p", "section", "table", "td", "th", "tr", "ul"}
)
_HEADINGS: Final = frozenset({"h1", "h2", "h3"})
_Node = Mapping[str, Any]
_Element = Any  # an lxml element: lxml has no types


@dataclass(slots=True)
class Facts:
    """What a page says of itself; `guessed` names what it does not say in so many words."""

    title: str | None = None
    publisher: str | None = None
    published: dt.date | None = None
    language: str | None = None
    url: str | None = None
    guessed: set[str] = field(default_factory=set)


def page_facts(root: _Element, language: str | None = None) -> Facts:
    """Return what the page with this root element says of itself.

    Parameters
    ----------
    language
        Of the page, if another source tells it: how 03/04/2024 is read.
    """
    metas = _metas(root)
    nodes = list(islice(_nodes(root), _MAX_NODES))
    article = next((node for node in nodes if _is_article(node)), {})
    facts = Facts()
    facts.title = _title(root, article, metas)
    facts.publisher = _publisher(article, nodes) or _first(metas, _PUBLISHERS)
    facts.language = _language(root, article, metas)
    facts.url = _url(root, article, metas)
    facts.published = _stated_day(root, article, metas, facts)
    if facts.published is None:
        facts.published = _day_in_words(root, language or facts.language)
        if facts.published is not None:
            facts.guessed.add("published")
    return facts


# --- JSON-LD -----------------------------------------------------------------------------------------


def _nodes(root: _Element) -> Iterator[_Node]:
    """Yield the objects of a page's JSON-LD, outer ones first: a list of other articles lies deeper."""
    waiting: deque[object] = deque()
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            waiting.append(_json(script.text or ""))
    while waiting:
        value = waiting.popleft()
        if isinstance(value, Mapping):
            yield value
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def _json(text: str) -> object:
    text = re.sub(r"^\s*(?:<!--|//\s{0,4}<!\[CDATA\[)|(?:-->|//\s{0,4}\]\]>)\s*$", "", text)
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _types(node: _Node) -> Sequence[str]:
    types = node.get("@type")
    return [t for t in (types if isinstance(types, list) else [types]) if isinstance(t, str)]


def _is_article(node: _Node) -> bool:
    return any(_ARTICLE.search(kind) for kind in _types(node))


def _publisher(article: _Node, nodes: Sequence[_Node]) -> str | None:
    value: object = article.get("publisher")
    value = value[0] if isinstance(value, list) and value else value
    if isinstance(value, Mapping) and "name" not in value:
        known = value.get("@id")
        value = next((node for node in nodes if "name" in node and node.get("@id") == known), None)
    return _entity(value.get("name") if isinstance(value, Mapping) else value)


def _entity(value: object) -> str | None:
    """Return a name out of JSON-LD, where many systems leave the entities of HTML in."""
    return clean_name(html.unescape(value)) if isinstance(value, str) else None


# --- tags --------------------------------------------------------------------------------------------


def _metas(root: _Element) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        content = meta.get("content")
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = meta.get(key)
            if name and content and content.strip():
                found.setdefault(name.strip().lower(), content)
    return found


def _first(metas: Mapping[str, str], names: Sequence[str]) -> str | None:
    return next((name for key in names if (name := clean_name(metas.get(key)))), None)


def _title(root: _Element, article: _Node, metas: Mapping[str, str]) -> str | None:
    told = _entity(article.get("headline")) or _first(metas, _TITLES)
    if told:
        return told
    headings = list(islice(root.iter("h1"), 2))
    shown = clean_name(" ".join(headings[0].itertext())) if len(headings) == 1 else None
    return shown or next((clean_name(title.text) for title in root.iter("title")), None)


def _language(root: _Element, article: _Node, metas: Mapping[str, str]) -> str | None:
    told = [root.get("lang"), article.get("inLanguage"), *(metas.get(key) for key in _LANGUAGES)]
    codes = (_CODE.fullmatch(value.strip()) for value in told if isinstance(value, str))
    return next((code[1].lower() for code in codes if code), None)


def _url(root: _Element, article: _Node, metas: Mapping[str, str]) -> str | None:
    links = (link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical")
    main = article.get("mainEntityOfPage")
    main = main.get("@id") if isinstance(main, Mapping) else main
    told = [*links, metas.get("og:url"), article.get("url"), main]
    return next((value.strip() for value in told if isinstance(value, str) and _is_url(value.strip())), None)


def _is_url(value: str) -> bool:
    if len(value) > _LONGEST_URL or not value.isprintable() or " " in value:
        return False
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


# --- the day -----------------------------------------------------------------------------------------


def _stated_day(root: _Element, article: _Node, metas: Mapping[str, str], facts: Facts) -> dt.date | None:
    told = (article.get("datePublished"), *(metas.get(key) for key in _PUBLISHED))
    stated = next((day for value in told if (day := machine_day(value))), None)
    if stated is not None:
        if "LiveBlogPosting" in _types(article):  # it runs on for days
            facts.guessed.add("published")
        return stated
    marked, others = _times(root)
    if marked:
        return marked[0]
    if len(set(others)) > 1:
        facts.guessed.add("published")
    return others[0] if others else None


def _times(root: _Element) -> tuple[list[dt.date], list[dt.date]]:
    """Return the days of the ``<time>`` elements that say they are of publication, and of the others."""
    marked: list[dt.date] = []
    others: list[dt.date] = []
    for element in islice(root.iter("time"), _MAX_BLOCKS):
        day = machine_day(element.get("datetime"))
        around = f"{element.get('class')} {element.get('itemprop')} {_words_before(element)}"
        found = list(_MARKER.finditer(around))
        if day is None or (found and found[-1]["changed"]) or "dateModified" in around or _is_aside(element):
            continue
        is_marked = bool(found) or "datePublished" in around or element.get("pubdate") is not None
        (marked if is_marked else others).append(day)
    return marked, others


def _words_before(element: _Element) -> str:
    previous, parent = element.getprevious(), element.getparent()
    text = previous.tail if previous is not None else parent.text if parent is not None else None
    return (text or "")[-_REACH:]


def _is_aside(element: _Element) -> bool:
    """Tell whether an element stands beside the article: in a menu, a comment, a list of other reports."""
    return any(above.tag in _ASIDE_TAGS or _has_aside_class(above) for above in element.iterancestors())


def without_asides(root: _Element) -> _Element:
    """Return a copy of a page without what stands beside its article."""
    copy = deepcopy(root)
    for element in list(copy.iter(*_ASIDE_TAGS - {"script", "style"})):
        if element.getparent() is not None:
            element.drop_tree()
    return copy


def _has_aside_class(element: _Element) -> bool:
    return bool(
        _ASIDE_CLASS.search(f"{(element.get('class') or '')[:500]} {(element.get('id') or '')[:200]}")
    )


def _day_in_words(root: _Element, language: str | None) -> dt.date | None:
    """Return the day that the page shows behind "publié le", or alone between its heading and its text."""
    alone: dt.date | None = None
    headed = begun = False
    for tag, text in islice(_blocks(root), _MAX_BLOCKS):
        for written in days_in(text[: 4 * _REACH], day_first=language != "en" if language else None):
            marker = _last_marker(text[max(0, written.start - _REACH) : written.start])
            if marker == "out":
                return written.day
            is_line = headed and not begun and len(text) <= _SHORT_BLOCK and tag not in _HEADINGS
            if marker is None and is_line and alone is None:
                alone = written.day
        headed = headed or tag in _HEADINGS
        begun = begun or (headed and len(text) > _LONG_PARAGRAPH)
    return alone


def _last_marker(text: str) -> str | None:
    found = list(_MARKER.finditer(text))
    return found[-1].lastgroup if found else None


def _blocks(root: _Element) -> Iterator[tuple[str, str]]:
    """Yield the stretches of text of a page that stand alone, with the element that each began in."""
    from lxml.etree import iterwalk  # noqa: PLC0415 - only who reads web pages has lxml

    tag, pieces = "", [""]
    walk = iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start" and (name in _ASIDE_TAGS or name == "head" or _has_aside_class(element)):
            walk.skip_subtree()
            continue
        if name in _BLOCKS:
            text = " ".join("".join(pieces).split())
            if text:
                yield tag, text
            tag, pieces = (name if event == "start" else ""), []
        added = element.text if event == "start" else element.tail
        pieces.append(added or "")
