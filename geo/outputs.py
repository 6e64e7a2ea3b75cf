"""What a run writes: every file of the main job, and its counts."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from geo import jsonlines
from geo.records import Claim, Correction, Run

if TYPE_CHECKING:
    from geo.exports import Content
    from geo.maps import Tiles

PAGE = "index.html"
REPORT = "run.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """How the page is written; None takes the page's own title."""

    title: str | None = None
    language: str = "en"
    basemap: str = "110m"
    tiles: "Tiles | None" = None


@dataclass(frozen=True, slots=True)
class UnheldName:
    """A name that no gazetteer holds, how often it occurs and in which reports."""

    text: str
    times: int
    reports: tuple[str, ...]


def render(run: Run, settings: Settings | None = None) -> dict[str, str | bytes]:
    """Return the content of every output file by name."""
    from geo.exports import pieces  # noqa: PLC0415 - as in `files`

    whole = ((name, content, b"".join(pieces(content))) for name, content in files(run, settings))
    return {name: raw if isinstance(content, bytes) else raw.decode() for name, content, raw in whole}


def files(run: Run, settings: Settings | None = None) -> Iterator[tuple[str, "Content"]]:
    """Yield name and content of each output file, to be used before the next; the run report is the last."""
    from geo import exports, features  # noqa: PLC0415 - with what they need takes a second to load,
    from geo.maps import PageSettings, page_pieces  # noqa: PLC0415 - and a run often writes nothing

    settings = settings or Settings()
    page = PageSettings(settings.title, settings.language, settings.basemap, settings.tiles)
    layers = features.layers(run)
    for form in exports.FORMATS.values():
        yield from form(run, layers, exports.STEM).items()
    del layers
    yield PAGE, page_pieces(run, page)
    yield "claims.jsonl", jsonlines.each_line(map(jsonlines.reading, run.readings))
    yield "movements.jsonl", jsonlines.each_line(map(jsonlines.movement, run.movements))
    yield "itineraries.jsonl", jsonlines.each_line(map(jsonlines.itinerary, run.itineraries))
    yield REPORT, json.dumps(report(run), ensure_ascii=False, indent=1) + "\n"


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
        "itineraries": len(run.itineraries),
        "claims_rejected": sum(len(r.rejected) for r in run.readings),
        "claims_without_place": sum(not has_place(c) for c in run.claims),
        "claims_undated": sum(c.time is None for c in run.claims),
        "claims_without_year": sum(map(is_without_year, run.claims)),
        "names_not_in_gazetteer": len(unheld_names(run)),
        "copies": len(run.copies),
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


def _corrections(run: Run) -> tuple[Correction, ...]:
    """Return each correction that was applied, once."""
    claims = (c for r in run.readings for c in (*r.claims, *r.rejected))
    found = [correction for claim in claims for correction in claim.corrections]
    return tuple(dict.fromkeys([*found, *(c for m in run.movements for c in m.corrections)]))


def _files(run: Run) -> Iterator[Mapping[str, object]]:
    """Yield what became of each report, and of each file that is none."""
    for reading in run.readings:
        of = reading.document
        guessed = [*of.guessed, *(["language"] if of.language_detected else [])]
        told = {"encoding": of.encoding, "guessed": sorted(guessed)} if of.encoding or guessed else {}
        yield {"file": of.file, "report": of.id, "status": "read", **told}
    for problem in run.problems:
        if problem.left_out:
            status = "skipped" if problem.skipped else "failed"
            yield {"file": problem.file, "status": status, "reason": problem.reason}


def report(run: Run) -> Mapping[str, object]:
    """Return the run report: counts, and each thing that was left out with its reason."""
    return {
        "counts": counts(run),
        "files": list(_files(run)),
        "copies": [{"report": c.document_id, "of": c.of, "likeness": c.likeness} for c in run.copies],
        "problems": [asdict(problem) for problem in run.problems],
        "claims_rejected": [c.id for r in run.readings for c in r.rejected],
        "corrections": [jsonlines.correction(c) for c in _corrections(run)],
        "claims_without_place": [c.id for c in run.claims if not has_place(c)],
        "claims_undated": [c.id for c in run.claims if c.time is None],
        "claims_without_year": [c.id for c in run.claims if is_without_year(c)],
        "names_not_in_gazetteer": [
            {"name": n.text, "times": n.times, "reports": list(n.reports)} for n in unheld_names(run)
        ],
    }
