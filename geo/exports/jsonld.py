"""Claims as linked data: JSON-LD 1.1 that reads without a fetch, its context inside.

Each claim is a schema.org ``Claim``, and each sentence that carries it a W3C Web Annotation (2017) whose
selectors give the place in the report's text, in code points, and the words. Where it comes from is told
in PROV-O: the claim is quoted from its report, attributed to the nearest source, and goes back through each
source of the chain to the last, its primary source.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from geo.features import places_of_claim
from geo.records import Claim, Document, Evidence, Place, Reading, Run, TimeExpression

_AROUND = 32  # code points before and after the quote, by which it is found again in a changed text
_Node = dict[str, Any]


def _link(name: str) -> Mapping[str, str]:
    return {"@id": name, "@type": "@id"}


def _typed(name: str, kind: str) -> Mapping[str, str]:
    return {"@id": name, "@type": f"xsd:{kind}"}


CONTEXT: Mapping[str, Any] = {
    "@version": 1.1,
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "describing": "oa:describing",
    "body": _link("oa:hasBody"),
    "target": _link("oa:hasTarget"),
    "source": _link("oa:hasSource"),
    "selector": _link("oa:hasSelector"),
    "start": _typed("oa:start", "nonNegativeInteger"),
    "end": _typed("oa:end", "nonNegativeInteger"),
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "Agent": "prov:Agent",
    "Entity": "prov:Entity",
    "wasAttributedTo": _link("prov:wasAttributedTo"),
    "wasQuotedFrom": _link("prov:wasQuotedFrom"),
    "hadPrimarySource": _link("prov:hadPrimarySource"),
    "Claim": "schema:Claim",
    "Article": "schema:Article",
    "Place": "schema:Place",
    "GeoCoordinates": "schema:GeoCoordinates",
    "appearance": _link("schema:appearance"),
    "author": _link("schema:author"),
    "publisher": _link("schema:publisher"),
    "contentLocation": _link("schema:contentLocation"),
    "geo": "schema:geo",
    "datePublished": _typed("schema:datePublished", "date"),
    "temporalCoverage": "schema:temporalCoverage",
    "inLanguage": "schema:inLanguage",
    "name": "schema:name",
    "text": "schema:text",
    "genre": "schema:genre",
    "creativeWorkStatus": "schema:creativeWorkStatus",
    "url": "schema:url",
    "sha256": "schema:sha256",
    "latitude": _typed("schema:latitude", "double"),
    "longitude": _typed("schema:longitude", "double"),
}


def jsonld(run: Run) -> str:
    """Return reports, sources, places, claims and annotations of a run as one graph, a node a line."""
    return "".join(jsonld_pieces(run))


def jsonld_pieces(run: Run) -> Iterator[str]:
    """Yield the text of `jsonld` node by node."""
    yield f'{{"@context": {_dump(CONTEXT)},\n"@graph": [\n'
    seen: set[str] = set()
    before = ""
    for reading in run.readings:
        for node in _of_reading(reading):
            if node["id"] not in seen:
                seen.add(node["id"])
                yield before + _dump(_without_gaps(node))
                before = ",\n"
    yield "\n]}\n"


def _of_reading(reading: Reading) -> Iterable[_Node]:
    document = reading.document
    yield _report(document)
    if document.publisher:
        yield _agent(document.publisher)
    for claim in reading.claims:
        yield from (_agent(source.text) for source in claim.attribution)
        if claim.voice:
            yield _agent(claim.voice.name)
        yield from (_place(place) for _, place in places_of_claim(claim))
        yield _claim(claim, document)
        yield from _statements(claim)
        for number, evidence in enumerate(claim.evidence, 1):
            yield _annotation(claim, evidence, number, document)


def _report(document: Document) -> _Node:
    return {
        "id": _id("report", document.id),
        "type": ["Article", "Entity"],
        "name": document.title,
        "publisher": document.publisher and _id("source", document.publisher),
        "datePublished": document.published and document.published.isoformat(),
        "inLanguage": document.language,
        "url": document.url,
        "sha256": document.sha256,
    }


def _agent(name: str) -> _Node:
    return {"id": _id("source", name), "type": "Agent", "name": name}


def _place(place: Place) -> _Node:
    position = {"type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
    return {"id": _id("place", place.id), "type": "Place", "name": place.name, "geo": position}


def _claim(claim: Claim, document: Document) -> _Node:
    chain, voice = claim.attribution, claim.voice
    speaker = voice.name if voice else chain[0].text if chain else None
    nearest = chain[0].text if chain else document.publisher
    report = _id("report", document.id)
    return {
        "id": _id("claim", claim.id),
        "type": ["Claim", "Entity"],
        "text": claim.evidence[0].quote,
        "genre": claim.type,
        "creativeWorkStatus": claim.status,
        "temporalCoverage": _coverage(claim.time),
        "contentLocation": [
            _id("place", key) for key in dict.fromkeys(p.id for _, p in places_of_claim(claim))
        ],
        "appearance": report,
        "author": speaker and _id("source", speaker),
        "datePublished": document.published and document.published.isoformat(),
        "wasAttributedTo": nearest and _id("source", nearest),
        "wasQuotedFrom": [report, *([_statement_id(claim, 1)] if chain else [])],
        "hadPrimarySource": _statement_id(claim, len(chain)) if chain else None,
    }


def _statements(claim: Claim) -> Iterable[_Node]:
    """Return what each source of the chain said, nearest first; each quotes the next."""
    for number, source in enumerate(claim.attribution, 1):
        last = number == len(claim.attribution)
        yield {
            "id": _statement_id(claim, number),
            "type": "Entity",
            "wasAttributedTo": _id("source", source.text),
            "wasQuotedFrom": None if last else _statement_id(claim, number + 1),
        }


def _statement_id(claim: Claim, number: int) -> str:
    return f"{_id('statement', claim.id)}-{number}"


def _annotation(claim: Claim, evidence: Evidence, number: int, document: Document) -> _Node:
    span = evidence.span
    words: _Node = {"type": "TextQuoteSelector", "exact": evidence.quote}
    if span.of(document.text) == evidence.quote:  # a claim read back from a file has no text around it
        words["prefix"] = document.text[max(0, span.start - _AROUND) : span.start]
        words["suffix"] = document.text[span.end : span.end + _AROUND]
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {
        "id": f"{_id('annotation', claim.id)}-{number}",
        "type": "Annotation",
        "motivation": "describing",
        "body": _id("claim", claim.id),
        "target": {"source": _id("report", document.id), "selector": [position, words]},
    }


def _coverage(time: TimeExpression | None) -> str | None:
    """Return the days as an ISO 8601 interval, an open end as two dots; None where no day is known."""
    if time is None or (time.start is None and time.end is None):
        return None
    return "/".join(day.isoformat() if day else ".." for day in (time.start, time.end))


def _id(kind: str, name: str) -> str:
    """Return an IRI relative to the file; a name may hold anything."""
    return f"#{kind}-{quote(name, safe='', errors='replace')}"


def _without_gaps(node: _Node) -> _Node:
    return {key: value for key, value in node.items() if value is not None and value != []}


def _dump(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
