"""Claims as linked data: read without a fetch, each back to its words."""

import json
from collections.abc import Iterator
from typing import Any

from geo.exports.jsonld import CONTEXT, jsonld
from geo.records import Evidence, Run, Source, Span

from .conftest import claim, run_of

Json = dict[str, Any]


def graph(run: Run) -> dict[str, Json]:
    nodes = json.loads(jsonld(run))["@graph"]
    return {node["id"]: node for node in nodes}


def of_type(run: Run, kind: str) -> list[Json]:
    return [node for node in graph(run).values() if kind in node["type"]]


def keys(value: Any) -> Iterator[str]:
    """Yield every key and every type of a graph: all that the context must know."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            if key == "type":
                yield from [inner] if isinstance(inner, str) else inner
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def references(value: Any) -> Iterator[str]:
    """Yield every id to which a term of the context links."""
    if isinstance(value, dict):
        for key, inner in value.items():
            term = CONTEXT.get(key)
            if isinstance(term, dict) and term.get("@type") == "@id":
                linked = inner if isinstance(inner, list) else [inner]
                yield from (each for each in linked if isinstance(each, str))
            yield from references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from references(inner)


def test_the_context_is_inside_and_knows_every_word_and_no_other(
    small_run: Run, runs: dict[str, Run]
) -> None:
    document = json.loads(jsonld(small_run))
    assert document["@context"] == CONTEXT
    assert set(keys(document["@graph"])) <= set(CONTEXT)
    used = set(keys(json.loads(jsonld(runs["seeds"]))["@graph"]))
    assert set(CONTEXT) - used == {"@version", "oa", "prov", "schema", "xsd", "describing"}
    for name, term in CONTEXT.items():
        if name != "@version":
            iri = term if isinstance(term, str) else term["@id"]
            assert iri.startswith(("http", "@")) or iri.partition(":")[0] in CONTEXT


def test_ids_are_unique_and_every_link_leads_to_a_node(small_run: Run) -> None:
    nodes = json.loads(jsonld(small_run))["@graph"]
    ids = {node["id"] for node in nodes}
    assert len(ids) == len(nodes)
    assert set(references(nodes)) <= ids
    assert all(node.isascii() and not set(node) & set(' <>"{}|^`\\') for node in ids)


def test_the_words_of_every_annotation_are_where_it_says(small_run: Run) -> None:
    texts = {f"#report-{r.document.id}": r.document.text for r in small_run.readings}
    annotations = of_type(small_run, "Annotation")
    assert len(annotations) == sum(len(each.evidence) for each in small_run.claims)
    for annotation in annotations:
        position, words = annotation["target"]["selector"]
        text = texts[annotation["target"]["source"]]
        start, end = position["start"], position["end"]
        assert text[start:end] == words["exact"]
        assert text[:start].endswith(words["prefix"])
        assert text[end:].startswith(words["suffix"])


def test_a_chain_of_sources_goes_back_to_the_first() -> None:
    chain = tuple(Source(Span(0, 4), name) for name in ("the paper", "an officer", "the NIS"))
    run = run_of(claim(1, "They went.", attribution=chain), publisher="The Gazette")
    (told,) = of_type(run, "Claim")
    assert told["wasAttributedTo"] == "#source-the%20paper"
    assert told["wasQuotedFrom"] == ["#report-r1", "#statement-c1-1"]
    assert told["hadPrimarySource"] == "#statement-c1-3"
    statements = [graph(run)[f"#statement-c1-{n}"] for n in (1, 2, 3)]
    assert [each.get("wasQuotedFrom") for each in statements] == ["#statement-c1-2", "#statement-c1-3", None]
    assert [graph(run)[each["wasAttributedTo"]]["name"] for each in statements] == [s.text for s in chain]


def test_a_claim_in_the_voice_of_its_report_is_its_publisher_s() -> None:
    run = run_of(claim(1, "They went.", attribution=(), voice=None), publisher="The Gazette")
    (told,) = of_type(run, "Claim")
    assert told["wasAttributedTo"] == "#source-The%20Gazette"
    assert "hadPrimarySource" not in told
    assert "author" not in told


def test_a_claim_has_its_appearance_author_day_and_places(runs: dict[str, Run]) -> None:
    nodes = graph(runs["seeds"])
    claims = {name: node for name, node in nodes.items() if "Claim" in node["type"]}
    for reading in runs["seeds"].readings:
        for each in reading.claims:
            node = claims[f"#claim-{each.id}"]
            assert node["appearance"] == f"#report-{reading.document.id}"
            assert node["text"] == each.evidence[0].quote
            published = reading.document.published
            assert node.get("datePublished") == (published and published.isoformat())
            assert nodes[node["author"]]["name"] == (each.voice and each.voice.name)
    assert "2024-10-08/2024-10-13" in {node.get("temporalCoverage") for node in claims.values()}


def test_code_points_are_counted_as_one_beyond_the_first_plane() -> None:
    text = "🜁🜂 They went. 🜃"
    evidence = (Evidence(Span(3, 13), "They went."),)
    run = run_of(claim(1, "They went.", evidence=evidence, attribution=()), text=text)
    (annotation,) = of_type(run, "Annotation")
    position, words = annotation["target"]["selector"]
    assert (position["start"], position["end"]) == (3, 13)
    assert (words["prefix"], words["suffix"]) == ("🜁🜂 ", " 🜃")


def test_a_claim_without_its_report_s_text_keeps_its_quote() -> None:
    evidence = (Evidence(Span(40, 50), "They went."),)
    (annotation,) = of_type(run_of(claim(1, "They went.", evidence=evidence)), "Annotation")
    assert annotation["target"]["selector"][1] == {"type": "TextQuoteSelector", "exact": "They went."}


def test_a_hostile_name_stays_a_name(runs: dict[str, Run]) -> None:
    names = {node.get("name") for node in of_type(runs["hostile"], "Agent")}
    assert runs["hostile"].readings[0].document.publisher in names


def test_the_same_run_gives_the_same_text(small_run: Run) -> None:
    assert jsonld(small_run) == jsonld(small_run)
