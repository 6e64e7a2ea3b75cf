"""What holds of every room that reads what others wrote, whatever it is given.

Each check takes one input, lets the errors pass that the room documents, and asserts what is always true.
The tests of this folder feed them with what `made` makes up, `atheris_targets` with what covers new code.
"""

import datetime as dt
import json
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from geo import corrections, dates, decoding, documents, gazetteer, jsonlines, languages, numbers, pipeline
from geo import sources as source_notes
from geo.errors import GazetteerError, GeoError, InputError
from geo.gazetteer import checking, user_files
from geo.gazetteer.index import MemoryIndex
from geo.jsonlines import back
from geo.records import Claim, Document, Place, PlaceKind, Problem, Quantity, Reading, Span, TimeExpression
from geo.tables import rows
from geo.text import MAX_SENTENCE, composed, fold, sentences, stem, tokenize

LANGUAGES = languages.available()
_LONGEST_MESSAGE = 1_000  # of a table's cell or a file's id no more than some words are repeated
_ANY_LENGTH = 10_000_000  # a report's own table or row may repeat a whole cell
_TABLE_COLUMNS = ("id", "why")


def tells(error: GeoError | str, longest: int = _LONGEST_MESSAGE) -> None:
    """Assert that an error is one line that a terminal can show."""
    words = str(error)
    assert words
    assert len(words.splitlines()) == 1, words
    assert len(words) < longest, len(words)
    words.encode()


def within(text: str, spans: Iterable[Span]) -> None:
    """Assert that spans lie within a text and hold something."""
    for span in spans:
        assert 0 <= span.start < span.end <= len(text), span


# --- texts -----------------------------------------------------------------------------------------


def number_reader(text: str, code: str) -> tuple[Quantity, ...]:
    """Assert that the numbers of a text lie in it, in order, with their bounds in order."""
    pack = languages.load(code)
    found: list[Quantity] = []
    for span in sentences(text, pack.abbreviations):
        tokens = tokenize(text, span)
        found += numbers.reader(pack).read(text, tokens, pack.lexicon.find(text, tokens))
    within(text, (q.span for q in found))
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    for number in found:
        bounds = [n for n in (number.low, number.high) if n is not None]
        assert bounds == sorted(bounds)
        assert bounds
        assert all(0 <= n <= numbers.MAX_VALUE for n in bounds)
    return tuple(found)


def date_reader(text: str, code: str, published: dt.date | None) -> tuple[TimeExpression, ...]:
    """Assert that the times of a text lie in it, in order, with their ends in order."""
    pack = languages.load(code)
    found = dates.reader(pack).read(text, sentences(text, pack.abbreviations), published)
    within(text, (t.span for t in found))
    assert all(a.span.start <= b.span.start for a, b in pairwise(found))
    for time in found:
        assert time.start is None or time.end is None or time.start <= time.end, time
        assert (time.start is None and time.end is None) or time.edtf, time
    return found


def folding(text: str) -> None:
    """Assert that a key has words only, that a second folding changes nothing, and that offsets lead back."""
    key = fold(text)
    assert key == " ".join(key.split()), (key,)
    assert fold(key) == key, (key, fold(key))
    assert stem(key).count(" ") == key.count(" ")
    plain, starts, ends = composed(text)
    assert len(plain) == len(starts) == len(ends)
    assert list(starts) == sorted(starts)
    assert all(0 <= a < b <= len(text) for a, b in zip(starts, ends, strict=True))
    for token in tokenize(text):
        assert fold(text[token.start : token.end]) == token.key


def sentence_splitter(text: str, code: str = "fr") -> None:
    """Assert that sentences stand in order inside the text and hold every word of it."""
    spans = sentences(text, languages.load(code).abbreviations)
    within(text, spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.end - span.start <= MAX_SENTENCE for span in spans)
    words = tokenize(text)
    if all(
        word.end - word.start < MAX_SENTENCE for word in words
    ):  # nobody writes a longer one, and it is cut
        assert [word for span in spans for word in tokenize(text, span)] == list(words)


def front_matter(text: str) -> None:
    """Assert that the text behind a front matter is the end of what was given."""
    try:
        known, body = documents.split_front_matter(text)
    except InputError as error:
        tells(error)
        return
    assert text.endswith(body)
    assert all(value == value.strip() and value for value in known.values())
    assert known or body == text or text.startswith("---")


def report(document: Document) -> Reading:
    """Assert that a reading is grounded in the text, and the same the second time."""
    text = document.text
    reading = pipeline.read_document(document)
    within(text, (m.span for m in reading.mentions))
    within(text, (t.span for t in reading.times))
    assert all(m.text == m.span.of(text) for m in reading.mentions)
    for claim in (*reading.claims, *reading.rejected):
        _grounded(claim, text)
    written = jsonlines.lines([jsonlines.reading(reading)])
    written.encode()
    assert jsonlines.lines([jsonlines.reading(pipeline.read_document(replace(document)))]) == written
    return reading


def _grounded(claim: Claim, text: str) -> None:
    spans = [e.span for e in claim.evidence]
    spans += [slot.span for slot in (claim.actor, claim.quantity, claim.time) if slot]
    spans += [*(s.span for s in claim.attribution), claim.trigger, *claim.place_spans]
    within(text, spans)
    assert all(e.quote == e.span.of(text) for e in claim.evidence)
    if claim.time and claim.time.start and claim.time.end:
        assert claim.time.start <= claim.time.end


def plain_findings(text: str, code: str) -> list[tuple[object, ...]]:
    """Return what a text tells, without where it stands: the same however its letters are written."""
    reading = pipeline.read_document(Document("d", text, language=code, published=dt.date(2024, 10, 21)))
    for mention in reading.mentions:
        assert fold(mention.span.of(text)) == fold(unicodedata.normalize("NFC", mention.text))
    named = [(fold(m.text), m.usage, m.place and m.place.id) for m in reading.mentions]
    return [*named, *((t.edtf, t.basis) for t in reading.times), *map(_told, reading.claims)]


def _told(claim: Claim) -> tuple[object, ...]:
    number = claim.quantity and (claim.quantity.low, claim.quantity.high, claim.quantity.unit)
    ends = [place and place.id for place in (claim.origin, claim.destination, *claim.places)]
    who = claim.actor and claim.actor.country_code
    return claim.type, claim.status, who, number, *ends, claim.time and claim.time.edtf


# --- objects ---------------------------------------------------------------------------------------


def row(value: object) -> None:
    """Assert that a JSON object is a document whose text can be written, or an `InputError`."""
    try:
        document = documents.from_row(value)
    except InputError as error:
        tells(error, _ANY_LENGTH)
        return
    told = (document.id, document.text, document.title, document.publisher, document.language, document.url)
    for words in told:
        (words or "").encode()


def decoded(value: object) -> None:
    """Assert that a value is a record by its type hints, or an `InputError`."""
    for record in (Place, back._Row, back._Claim, back._Words):  # noqa: SLF001 - what a line is read as
        try:
            decoding.decode(record, value, "$")
        except InputError as error:
            tells(error)


# --- files -----------------------------------------------------------------------------------------


def _with_file(name: str, raw: bytes, read: Callable[[Path], None]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(raw)
        read(path)


def table(raw: bytes, name: str = "t.csv") -> None:
    """Assert that bytes are rows of cells that are text, or an `InputError`."""

    def read(path: Path) -> None:
        try:
            for number, cells in rows(path, "id", _TABLE_COLUMNS):
                assert number > 0
                assert tuple(cells) == _TABLE_COLUMNS
                for cell in cells.values():
                    cell.encode()
        except InputError as error:
            tells(error)

    _with_file(name, raw, read)


def reports_table(raw: bytes) -> None:
    """Assert that a ``reports.csv`` is used or told of, and the report beside it is read."""

    def read(path: Path) -> None:
        (path.parent / "a.txt").write_text("Mille soldats russes sont arrivés à Koursk.", encoding="utf-8")
        found = documents.collect([path.parent])
        _told_of(found.problems, _ANY_LENGTH)
        for document in found.documents:
            for words in (document.title, document.publisher, document.language, document.url):
                (words or "").encode()

    _with_file("reports.csv", raw, read)


def sources_table(raw: bytes) -> None:
    """Assert that what is known of sources can be written, and that each other row is a problem."""

    def read(path: Path) -> None:
        notes, problems = source_notes.load([path.parent])
        _told_of(problems)
        for note in notes:
            "".join((note.name, *note.aliases, note.country_code or "")).encode()

    _with_file("sources.csv", raw, read)


def corrections_table(raw: bytes, readings: tuple[Reading, ...], name: str = "corrections.csv") -> None:
    """Assert that corrections are applied or told of, and that what they leave can be written."""

    def find(words: str) -> Place | None:
        return PLACES.get(words)

    def read(path: Path) -> None:
        loaded = corrections.load([path.parent])
        corrections.pending(loaded, readings)
        assert all(a < b for (a, b), _ in loaded.joins if a != b)
        applied = corrections.apply(readings, loaded, find)
        _told_of((*loaded.problems, *applied.problems))
        jsonlines.lines(map(jsonlines.reading, applied.readings)).encode()

    _with_file(name, raw, read)


PLACES: Mapping[str, Place] = {
    "gn:1": Place("gn:1", "Tripoli", "LY", PlaceKind.CITY, 32.9, 13.2, 12.0),
    "Kursk": Place("gn:538560", "Kursk", "RU", PlaceKind.CITY, 51.7, 36.2, 10.0),
}


def _told_of(problems: Iterable[Problem], longest: int = _LONGEST_MESSAGE) -> None:
    for problem in problems:
        tells(problem.reason, longest)


def places_file(raw: bytes, name: str = "own.json") -> None:
    """Assert that a gazetteer file is places on the globe that can be looked up, or a `GazetteerError`."""

    def read(path: Path) -> None:
        try:
            index = MemoryIndex(user_files.entries(path))
        except GazetteerError as error:
            tells(error)
            return
        for entry in index.entries():
            place = entry.place
            assert -90 <= place.lat <= 90
            assert -180 <= place.lon <= 180
            assert 0 <= place.radius_km < float("inf")
            assert place.name
            json.dumps([place.id, place.name, place.country_code], ensure_ascii=False).encode()
            assert entry.population is None or 0 <= entry.population < 2**63

    _with_file(name, raw, read)


def linked_places(raw: bytes) -> None:
    """Assert that a Linked Places file loads and can be asked, or fails in one line; so does a check."""

    def read(path: Path) -> None:
        try:
            known = gazetteer.load(path)
            for words in ("Koursk", "Курске", "Saint Tropez"):
                list(known.named(words))
                list(known.scan(words, tokenize(words)))
        except GazetteerError as error:
            tells(error)
        try:
            for finding in checking.check(path, {}).findings:
                tells(finding.message)
                tells(finding.entry)
        except GazetteerError as error:
            tells(error)

    _with_file("gazetteer.json", raw, read)


def read_back(raw: bytes) -> None:
    """Assert that a ``claims.jsonl`` is readings that can be written again, or an `InputError`."""

    def read(path: Path) -> None:
        try:
            readings = jsonlines.load(path)
        except InputError as error:
            tells(str(error).replace(str(path), "claims.jsonl"))
            return
        written = jsonlines.lines(map(jsonlines.reading, readings))
        path.write_text(written, encoding="utf-8")
        assert jsonlines.lines(map(jsonlines.reading, jsonlines.load(path))) == written

    _with_file("claims.jsonl", raw, read)


def joined(raw: bytes) -> None:
    """Assert that what was read back can be joined into movements."""

    def read(path: Path) -> None:
        try:
            pipeline.run_of(path)
        except InputError as error:
            tells(str(error).replace(str(path), "claims.jsonl"))

    _with_file("claims.jsonl", raw, read)
