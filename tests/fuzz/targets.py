"""What each fuzzed room takes, made of bytes: for the files of ``corpus/`` and for `atheris_targets`.

The first bytes of a text say its language and its day of publication, those of a file how it is called.
"""

import datetime as dt
import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from geo import pipeline
from geo.records import Document, Reading

from . import checks

CORPUS = Path(__file__).parent / "corpus"
_DAYS = (None, dt.date(2024, 10, 21), dt.date(2024, 2, 29), dt.date(1900, 1, 1), dt.date.min, dt.date.max)
_REPORT = "Mille soldats russes sont arrivés à Koursk le 3 mai 2024. Vingt chars sont partis vers Tripoli."


def _text(raw: bytes) -> tuple[str, str, dt.date | None]:
    """Return the text of a target's bytes, its language and its day of publication."""
    first, second = (raw[0], raw[1]) if len(raw) > 1 else (0, 0)
    words = raw[2:].decode("utf-8", "replace")
    return words, checks.LANGUAGES[first % len(checks.LANGUAGES)], _DAYS[second % len(_DAYS)]


def _named(raw: bytes, names: Sequence[str]) -> tuple[bytes, str]:
    return raw[1:], names[raw[0] % len(names)] if raw else names[0]


def _json(raw: bytes) -> object:
    try:
        return json.loads(raw.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        return None


@cache
def _readings() -> tuple[Reading, ...]:
    return (pipeline.read_document(Document("d", _REPORT, language="fr")),)


def _numbers(raw: bytes) -> None:
    text, code, _ = _text(raw)
    checks.number_reader(text, code)


def _dates(raw: bytes) -> None:
    checks.date_reader(*_text(raw))


def _text_rules(raw: bytes) -> None:
    text, code, _ = _text(raw)
    checks.folding(text)
    checks.sentence_splitter(text, code)


def _front(raw: bytes) -> None:
    checks.front_matter(raw.decode("utf-8", "replace"))


def _rows(raw: bytes) -> None:
    checks.row(_json(raw))


def _decoding(raw: bytes) -> None:
    checks.decoded(_json(raw))


def _tables(raw: bytes) -> None:
    content, name = _named(raw, ("t.csv", "t.jsonl", "sources.csv", "reports.csv"))
    if name == "sources.csv":
        checks.sources_table(content)
    elif name == "reports.csv":
        checks.reports_table(content)
    else:
        checks.table(content, name)


def _corrections(raw: bytes) -> None:
    content, name = _named(raw, ("corrections.csv", "corrections.jsonl"))
    checks.corrections_table(content, _readings(), name)


def _gazetteer(raw: bytes) -> None:
    content, name = _named(raw, ("own.json", "own.csv", "dump.txt"))
    checks.places_file(content, name)
    if name == "own.json":
        checks.linked_places(content)


def _back(raw: bytes) -> None:
    checks.read_back(raw)


def _joined(raw: bytes) -> None:
    checks.joined(raw)


def _reports(raw: bytes) -> None:
    text, code, published = _text(raw)
    checks.report(Document("d", text, language=code, published=published))


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "numbers": _numbers,
    "dates": _dates,
    "text": _text_rules,
    "front": _front,
    "rows": _rows,
    "decoding": _decoding,
    "tables": _tables,
    "corrections": _corrections,
    "gazetteer": _gazetteer,
    "back": _back,
    "joined": _joined,
    "reports": _reports,
}
