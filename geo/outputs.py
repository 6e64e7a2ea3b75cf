"""What a run writes: every file of the main job, its counts, and the explanation of a claim."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from geo import exports, features, jsonlines
from geo.maps import PageSettings, render_page
from geo.records import Candidate, Claim, Evidence, Mention, Reading, Run

PAGE = "index.html"
_SLOTS = ("actor", "quantity", "time", "means", "attribution")


@dataclass(frozen=True, slots=True)
class Settings:
    """How the page is written; None takes the page's own title."""

    title: str | None = None
    language: str = "en"
    basemap: str = "110m"


@dataclass(frozen=True, slots=True)
class UnheldName:
    """A name that no gazetteer holds, how often it occurs and in which reports."""

    text: str
    times: int
    reports: tuple[str, ...]


def render(run: Run, settings: Settings | None = None) -> dict[str, str]:
    """Return the text of every output file by name."""
    settings = settings or Settings()
    page = PageSettings(language=settings.language, basemap=settings.basemap)
    if settings.title is not None:
        page = PageSettings(settings.title, settings.language, settings.basemap)
    return {
        PAGE: render_page(run, page),
        **exports.geojson_layers(features.layers(run)),
        "claims.jsonl": jsonlines.lines(map(jsonlines.reading, run.readings)),
        "movements.jsonl": jsonlines.lines(map(jsonlines.movement, run.movements)),
        "run.json": json.dumps(report(run), ensure_ascii=False, indent=1) + "\n",
    }


def has_place(claim: Claim) -> bool:
    """Tell whether a claim has anything to draw."""
    return bool(claim.origin or claim.destination or claim.places)


def is_without_year(claim: Claim) -> bool:
    """Tell whether a claim has a date whose year nobody told, or that counts from an unknown day."""
    return claim.time is not None and claim.time.start is None and claim.time.end is None


def counts(run: Run) -> dict[str, int]:
    """Return how much was read, found and left out."""
    return {
        "reports": len(run.readings),
        "mentions": sum(len(r.mentions) for r in run.readings),
        "claims": len(run.claims),
        "movements": len(run.movements),
        "claims_without_place": sum(not has_place(c) for c in run.claims),
        "claims_undated": sum(c.time is None for c in run.claims),
        "claims_without_year": sum(map(is_without_year, run.claims)),
        "names_not_in_gazetteer": len(unheld_names(run)),
        "problems": len(run.problems),
    }


def unheld_names(run: Run) -> tuple[UnheldName, ...]:
    """Return the names that no gazetteer holds, the most frequent first."""
    times: Counter[str] = Counter()
    reports: dict[str, set[str]] = {}
    for reading in run.readings:
        for mention in reading.mentions:
            if mention.place is None:
                times[mention.text] += 1
                reports.setdefault(mention.text, set()).add(reading.document.id)
    ordered = sorted(times, key=lambda name: (-times[name], name))
    return tuple(UnheldName(name, times[name], tuple(sorted(reports[name]))) for name in ordered)


def report(run: Run) -> Mapping[str, object]:
    """Return the run report: counts, and each thing that was left out with its reason."""
    return {
        "counts": counts(run),
        "problems": [{"file": p.file, "reason": p.reason, "left_out": p.left_out} for p in run.problems],
        "claims_without_place": [c.id for c in run.claims if not has_place(c)],
        "claims_undated": [c.id for c in run.claims if c.time is None],
        "claims_without_year": [c.id for c in run.claims if is_without_year(c)],
        "names_not_in_gazetteer": [
            {"name": n.text, "times": n.times, "reports": list(n.reports)} for n in unheld_names(run)
        ],
    }


def explanation(claim: Claim, reading: Reading) -> str:
    """Return the words, the rule, the candidates and the reasons behind one claim, for a person to read."""
    document, row = reading.document, jsonlines.claim(claim)
    told = f"{document.publisher or 'publisher not told'}, {document.published or 'date not told'}"
    lines = [
        f"{claim.id}: {claim.type}, {claim.status}",
        f"report: {document.title or document.id} ({told})",
        *(f"words [{e.span.start}, {e.span.end}): {e.quote}" for e in claim.evidence),
        *(f"read as: {_marked(claim, e)}" for e in claim.evidence),
        f"rule: {claim.rule}, from “{claim.trigger.of(document.text)}”",
        *(f"{slot}: {json.dumps(row[slot], ensure_ascii=False)}" for slot in _SLOTS),
        *(f"note: {note}" for note in claim.notes),
        *(f"lost: {word}" for word in claim.lost),
    ]
    for mention in reading.mentions:
        if any(mention.span.touches(span) for span in claim.place_spans):
            lines += _choice(mention)
    return "\n".join(lines)


def _marked(claim: Claim, evidence: Evidence) -> str:
    """Return a sentence with the words of each slot in brackets, behind the slot's name."""
    slots = [("event", claim.trigger), *(("place", span) for span in claim.place_spans)]
    slots += [("source", source.span) for source in claim.attribution]
    for name, record in (("actor", claim.actor), ("quantity", claim.quantity), ("time", claim.time)):
        slots += [(name, record.span)] if record else []
    text, start, reached = evidence.quote, evidence.span.start, 0
    parts = []
    for span, name in sorted((span, name) for name, span in slots if evidence.span.covers(span)):
        if span.start - start < reached:
            continue  # inside the words of another slot
        parts += [
            text[reached : span.start - start],
            f"[{name}: {text[span.start - start : span.end - start]}]",
        ]
        reached = span.end - start
    return "".join([*parts, text[reached:]])


def _choice(mention: Mention) -> list[str]:
    return [f"place “{mention.text}”, {mention.usage}:", *(_candidate(c) for c in mention.candidates)]


def _candidate(candidate: Candidate) -> str:
    place = candidate.place
    reasons = "; ".join(candidate.reasons) or "no reason"
    return f"  {candidate.score:.2f} {place.name}, {place.kind}, {place.country_code or '-'}: {reasons}"
