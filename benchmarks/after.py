"""What comes after the claims: joining, features, exports and the page, in time and bytes."""

from collections.abc import Callable, Iterator
from typing import Any

import corpus
import joins
import measuring
from rooms import document

from geo import exports, features, gazetteer, outputs, pipeline
from geo.maps import render_page
from geo.movements import Knowledge, join
from geo.records import Run


def written(rounds: int, size: int) -> Iterator[dict[str, Any]]:
    """Yield what so many reports full of claims take once they are read: milliseconds and bytes."""
    known = gazetteer.default()
    reports = corpus.shaped(range(size), corpus.SHAPES["dense"])
    readings = [pipeline.read_document(document(each), known) for each in reports]
    run = pipeline.assemble(readings)
    layers = features.layers(run)
    work: dict[str, Callable[[], object]] = {
        "movements": lambda: pipeline.assemble(readings),
        "features": lambda: features.layers(run),
        "exports": lambda: [len(made) for made in _exported(run, layers)],
        "page": lambda: render_page(run),
    }
    taken = {name: [measuring.seconds(do) * 1000 for _ in range(rounds + 1)][1:] for name, do in work.items()}
    yield {
        "ms": taken,
        "claims": len(run.claims),
        "bytes": _added(pipeline.assemble(readings[: size // 2]), run),
    }


def _exported(run: Run, layers: features.Layers) -> Iterator[bytes]:
    """Yield every piece of every export, as it is written."""
    for form in exports.FORMATS.values():
        for content in form(run, layers, exports.STEM).values():
            yield from exports.pieces(content)


def _added(half: Run, run: Run) -> dict[str, float]:
    """Return the bytes that each claim adds to the page and to all others, over half of the reports."""
    claims = max(len(run.claims) - len(half.claims), 1)
    few, many = (
        {name: len(_bytes(content)) for name, content in outputs.render(of).items()} for of in (half, run)
    )
    page = many.pop(outputs.PAGE) - few.pop(outputs.PAGE)
    return {"page": page / claims, "others": (sum(many.values()) - sum(few.values())) / claims}


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def joined(rounds: int, size: int) -> Iterator[dict[str, Any]]:
    """Yield the microseconds a claim that joining so many takes."""
    readings = joins.claims(size)
    knowledge = Knowledge(lambda _: None)
    taken = [measuring.seconds(lambda: join(readings, knowledge)) / size * 1e6 for _ in range(rounds)]
    yield {"us": taken}
