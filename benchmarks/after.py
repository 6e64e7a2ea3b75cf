"""What comes after the claims: joining, features, exports and the page, in time, bytes and memory."""

import os
from collections.abc import Callable
from typing import Any

import corpus
import joins
import measuring
from rooms import document

from geo import exports, features, gazetteer, outputs, pipeline
from geo.maps import render_page
from geo.movements import Knowledge, join
from geo.records import Reading


def written(rounds: int, size: int) -> dict[str, Any]:
    """Return what so many reports full of claims take once they are read: milliseconds, bytes, memory."""
    before = measuring.resident(os.getpid())
    readings = _read(size)
    held = measuring.resident(os.getpid()) - before
    run = pipeline.assemble(readings)
    layers = features.layers(run)
    work: dict[str, Callable[[], object]] = {
        "movements": lambda: pipeline.assemble(readings),
        "features": lambda: features.layers(run),
        "exports": lambda: [form(run, layers, exports.STEM) for form in exports.FORMATS.values()],
        "page": lambda: render_page(run),
    }
    taken = {name: [measuring.seconds(do) * 1000 for _ in range(rounds + 1)][1:] for name, do in work.items()}
    sizes = {name: len(_bytes(content)) for name, content in outputs.render(run).items()}
    page = sizes.pop(outputs.PAGE)
    return {
        "ms": taken,
        "claims": len(run.claims),
        "page_bytes": page,
        "other_bytes": sum(sizes.values()),
        "reading_bytes": max(held, 0) / size,
    }


def _read(size: int) -> tuple[Reading, ...]:
    known = gazetteer.default()
    warm, *rest = corpus.shaped(range(size + 1), corpus.SHAPES["dense"])
    pipeline.read_document(document(warm), known)
    return tuple(pipeline.read_document(document(each), known) for each in rest)


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def joined(rounds: int, size: int) -> dict[str, Any]:
    """Return the microseconds a claim that joining so many takes."""
    readings = joins.claims(size)
    knowledge = Knowledge(lambda _: None)
    taken = [measuring.seconds(lambda: join(readings, knowledge)) / size * 1e6 for _ in range(rounds)]
    return {"us": taken}
