"""The compiled index: one file that is mapped into memory and read where it is asked.

The file is a header and sections. Names, stems, first words and ids are ``marisa-trie`` record tries (what
names sound like is among the stems, under keys that end with a country's code); the
entries are rows of JSON, the more important first, and their points are sorted by cells of one degree.

Measured on the 245,000 places and 740,000 names of the default sources, two cores, as ratios to compare:
a trie with its row numbers takes 8.7 MB where a plain trie with arrays beside it takes 12.7 MB; a row of the
mapped file is read in 3.0 microseconds, one of SQLite in 12.1, from 31 and 33.5 MB; CRC-32 reads the whole
file in hundredths of a second, SHA-256 takes three times as long.
"""

import gc
import json
import mmap
import struct
import tempfile
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import IO, Any

import marisa_trie

from geo.errors import GazetteerError
from geo.gazetteer.index import capitals_of, countries_of, stems_of
from geo.gazetteer.names import LOWER, SMALL, importance, keys, together
from geo.gazetteer.sounds import BEFORE_CODE, sound_keys
from geo.records import GazetteerEntry, Place, PlaceKind, PlaceName

# stage, how much of it is done, of how much
Progress = Callable[[str, int, int], None]
# More than this many places are refused: making the index would take more memory than a laptop has.
MAX_ENTRIES = 2_000_000
_MAGIC = b"DMGAZ\x00\x01\n"
_HEAD = struct.Struct("<8sI")
_SECTION = struct.Struct("<QQ")
_SECTIONS = ("meta", "names", "stems", "words", "ids", "offsets", "rows", "cells", "points")
_BEARER, _LENGTHS, _ROW = ">IB", "<BB", ">I"
_POINT = struct.Struct("<Idd")
_GRID = 180 * 360
_MOST_WORDS = 255
_CHUNK = 1 << 20
_WITHOUT_LANGUAGE = "und"


def silent(stage: str, done: int, total: int) -> None:
    """Tell nobody how far the work is."""


class DamagedIndexError(GazetteerError):
    """A compiled index is not what was written; it is to be made anew."""


def write(path: Path, entries: Iterable[GazetteerEntry], progress: Progress = silent) -> None:
    """Compile entries into a file; the same entries give the same bytes, in whatever order they come.

    Parameters
    ----------
    path
        Where to; the file is complete when this returns. Who else may read it meanwhile gives another name
        and moves it.
    entries
        Each with an id of its own. They are read once, and only their names are kept in memory.
    progress
        Is told how far the work is.

    Raises
    ------
    GazetteerError
        Two entries share an id, or there are more than `MAX_ENTRIES`.
    OSError
        The file cannot be written.
    """
    with tempfile.TemporaryFile() as spool, _collector_at_rest():
        draft = _Draft(spool)
        for entry in entries:
            draft.add(entry)
        body = _body(draft.sections(progress))
    with path.open("wb") as file:
        file.write(_HEAD.pack(_MAGIC, zlib.crc32(body)))
        file.write(body)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep the collector of cycles from walking over a million new objects: a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _body(sections: Mapping[str, bytes]) -> bytes:
    at = _HEAD.size + _SECTION.size * len(_SECTIONS)
    table, parts = [], []
    for name in _SECTIONS:
        gap = -at % 8  # a trie is read in whole words
        parts.append(b"\0" * gap + sections[name])
        table.append(_SECTION.pack(at + gap, len(sections[name])))
        at += gap + len(sections[name])
    return b"".join((*table, *parts))


class _Draft:
    """What is known of the entries that have come so far; their rows are in a temporary file."""

    def __init__(self, spool: IO[bytes]) -> None:
        self._spool = spool
        self._at: list[tuple[tuple[int, int, str], int, int]] = []
        self._keys: list[dict[str, int]] = []
        self._sounds: list[tuple[str, ...]] = []
        self._points: list[tuple[float, float]] = []
        self._countries: list[int] = []
        self._capitals: list[int] = []
        self._ids: dict[str, int] = {}
        self._end = 0

    def add(self, entry: GazetteerEntry) -> None:
        place = entry.place
        number = len(self._at)
        if number == MAX_ENTRIES:
            raise GazetteerError(f"more than {MAX_ENTRIES:,} places: leave out the countries you do not need")
        if self._ids.setdefault(place.id, number) != number:
            raise GazetteerError(f"two entries have the id {place.id}; keep one of them")
        row = _row(entry)
        self._spool.write(row)
        self._at.append((importance(entry), self._end, len(row)))
        self._keys.append({key: bits for key, bits in keys(entry).items() if key.count(" ") < _MOST_WORDS})
        self._sounds.append(sound_keys(entry))
        self._points.append((place.lat, place.lon))
        if place.kind is PlaceKind.COUNTRY:
            self._countries.append(number)
        if entry.capital:
            self._capitals.append(number)
        self._end += len(row)

    def sections(self, progress: Progress) -> dict[str, bytes]:
        order = sorted(range(len(self._at)), key=lambda number: self._at[number][0])
        rank = {number: row for row, number in enumerate(order)}
        bearers = (
            (key, (row, bits)) for row, number in enumerate(order) for key, bits in self._keys[number].items()
        )
        names = sorted(bearers, key=itemgetter(0))  # of one key they come by row already
        stems = _stemmed(names)
        lengths, small = _first_words(names, stems)
        sounds = ((key, (row, SMALL)) for row, number in enumerate(order) for key in self._sounds[number])
        stems += sorted(sounds, key=itemgetter(0))
        meta = {
            "countries": sorted(rank[number] for number in self._countries),
            "capitals": sorted(rank[number] for number in self._capitals),
            "small": small,
        }
        made = {"meta": json.dumps(meta, ensure_ascii=False, sort_keys=True).encode()}
        ids = {key: rank[number] for key, number in self._ids.items()}
        made |= _tries((names, stems), lengths, ids, progress)
        return made | self._rows(order) | _grid([self._points[number] for number in order])

    def _rows(self, order: Sequence[int]) -> dict[str, bytes]:
        offsets, rows = array("Q", [0]), []
        self._spool.seek(0)
        spooled = self._spool.read()
        for number in order:
            _, start, size = self._at[number]
            rows.append(spooled[start : start + size])
            offsets.append(offsets[-1] + size)
        return {"offsets": _little(offsets), "rows": b"".join(rows)}


def _little(numbers: "array[int]") -> bytes:
    return struct.pack(f"<{len(numbers)}{numbers.typecode}", *numbers)


def _row(entry: GazetteerEntry) -> bytes:
    place = entry.place
    names = [n.toponym if n.lang == _WITHOUT_LANGUAGE else (n.toponym, n.lang) for n in entry.names]
    point = (place.lat, place.lon, place.radius_km)
    where = (place.id, place.name, place.country_code, place.kind.value, *point)
    marks = int(entry.curated) + 2 * int(entry.capital)
    further = [n.toponym for n in entry.further]
    row = (*where, entry.population, entry.source, entry.licence, marks, names, further)
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()


def _entry(row: bytes) -> GazetteerEntry:
    *where, population, source, licence, marks, names, further = json.loads(row)
    place_id, name, country_code, kind, lat, lon, radius_km = where
    return GazetteerEntry(
        Place(place_id, name, country_code, PlaceKind(kind), lat, lon, radius_km),
        tuple(PlaceName(n, _WITHOUT_LANGUAGE) if isinstance(n, str) else PlaceName(*n) for n in names),
        population,
        source,
        licence,
        curated=bool(marks & 1),
        capital=bool(marks & 2),
        further=tuple(PlaceName(n, _WITHOUT_LANGUAGE) for n in further),
    )


Bearers = list[tuple[str, tuple[int, int]]]
Lengths = dict[str, tuple[int, int]]


def _first_words(names: Bearers, stems: Bearers) -> tuple[Lengths, dict[str, int]]:
    """Return how long the names are that begin with a word or its stem, and those that begin small."""
    plain: dict[str, int] = {}
    stemmed: dict[str, int] = {}
    small: dict[str, int] = {}
    for found, bearers in ((plain, names), (stemmed, stems)):
        for key, (_, bits) in bearers:
            first, size = key.partition(" ")[0], key.count(" ") + 1
            if found.get(first, 0) < size:
                found[first] = size
            if bits & LOWER and found is plain:
                small[first] = max(small.get(first, 0), size)
    words = plain.keys() | stemmed.keys()
    return {word: (plain.get(word, 0), stemmed.get(word, 0)) for word in words}, small


def _stemmed(names: Bearers) -> Bearers:
    found: dict[tuple[str, int], int] = {}
    for key, (row, bits) in names:
        for stem_key in stems_of(key):
            found[stem_key, row] = found.get((stem_key, row), 0) | bits
    return sorted((key, (row, bits)) for (key, row), bits in found.items())


def _tries(
    bearers: tuple[Bearers, Bearers], lengths: Lengths, ids: Mapping[str, int], progress: Progress
) -> dict[str, bytes]:
    names, stems = bearers
    makers: dict[str, Callable[[], Any]] = {
        "names": lambda: marisa_trie.RecordTrie(_BEARER, names),
        "stems": lambda: marisa_trie.RecordTrie(_BEARER, stems),
        "words": lambda: marisa_trie.RecordTrie(_LENGTHS, sorted(lengths.items())),
        "ids": lambda: marisa_trie.RecordTrie(_ROW, sorted((key, (row,)) for key, row in ids.items())),
    }
    made = {}
    for done, (name, make) in enumerate(makers.items()):
        progress("names", done, len(makers))
        made[name] = make().tobytes()
    progress("names", len(makers), len(makers))
    return made


def _grid(points: Sequence[tuple[float, float]]) -> dict[str, bytes]:
    cells = [_cell(lat, lon) for lat, lon in points]
    starts = array("I", [0] * (_GRID + 1))
    for cell in cells:
        starts[cell + 1] += 1
    for cell in range(_GRID):
        starts[cell + 1] += starts[cell]
    order = sorted(range(len(points)), key=lambda row: (cells[row], row))
    packed = b"".join(_POINT.pack(row, *points[row]) for row in order)
    return {"cells": _little(starts), "points": packed}


def _cell(lat: float, lon: float) -> int:
    return min(int(lat + 90), 179) * 360 + int(lon + 180) % 360


class CompiledIndex:
    """A compiled file, opened to be read; see `geo.gazetteer.index.Index` for what it answers.

    Parameters
    ----------
    path
        The file. It is checked whole at once, and may be removed while it is open.

    Raises
    ------
    DamagedIndexError
        The file is no compiled index, ends early or has changed since it was written.
    OSError
        It cannot be read.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            _check(file, path)
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        view = memoryview(self._map)
        part = {
            name: view[at : at + size]
            for name, (at, size) in zip(_SECTIONS, _SECTION.iter_unpack(_table(view)), strict=True)
        }
        meta = json.loads(bytes(part["meta"]))
        self._countries: Sequence[int] = meta["countries"]
        self._capitals: Sequence[int] = meta["capitals"]
        self._small: Mapping[str, int] = meta["small"]
        self._names = marisa_trie.RecordTrie(_BEARER).map(part["names"])
        self._stems = marisa_trie.RecordTrie(_BEARER).map(part["stems"])
        self._words = marisa_trie.RecordTrie(_LENGTHS).map(part["words"])
        self._ids = marisa_trie.RecordTrie(_ROW).map(part["ids"])
        self._offsets, self._rows_part = part["offsets"], part["rows"]
        self._cells, self._points = part["cells"], part["points"]
        self._bearers = lru_cache(maxsize=1 << 15)(self._look_up)
        self._row = lru_cache(maxsize=1 << 13)(self._read)
        self.lengths = lru_cache(maxsize=1 << 15)(self._lengths)
        self.goes_on = lru_cache(maxsize=1 << 15)(self._begins_a_name)
        self.sounds = lru_cache(maxsize=1 << 15)(self._countries_of)

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self._offsets) // 8 - 1

    def _look_up(self, key: str, *, stemmed: bool) -> tuple[int, tuple[int, ...]]:
        found = sorted((self._stems if stemmed else self._names).get(key, ()))
        return together(bits for _, bits in found), tuple(row for row, _ in found)

    def _read(self, row: int) -> GazetteerEntry:
        start, end = struct.unpack_from("<QQ", self._offsets, 8 * row)
        return _entry(bytes(self._rows_part[start:end]))

    def _lengths(self, word: str) -> tuple[int, int]:
        """Return the longest names that begin with a word; see `Index`."""
        found = self._words.get(word)
        return found[0] if found else (0, 0)

    def _begins_a_name(self, words: str) -> bool:
        """Tell whether a name may begin with two words; see `Index`."""
        return next(self._names.iterkeys(words), None) is not None

    def _countries_of(self, bones: str) -> frozenset[str]:
        """Return the countries with a name of these consonants; see `Index`."""
        begin = bones + BEFORE_CODE
        return frozenset(key[len(begin) :] for key in self._stems.keys(begin))

    def small(self) -> Mapping[str, int]:
        """Return the first words of names that begin in lower case; see `Index`."""
        return self._small

    def bits(self, key: str, *, stemmed: bool = False) -> int:
        """Return how a key is written; see `Index`."""
        return self._bearers(key, stemmed=stemmed)[0]

    def bearers(self, key: str, *, stemmed: bool = False) -> tuple[GazetteerEntry, ...]:
        """Return who bears a key; see `Index`."""
        return tuple(self._row(row) for row in self._bearers(key, stemmed=stemmed)[1])

    def by_id(self, place_id: str) -> GazetteerEntry | None:
        """Return the entry with that id, or None."""
        with suppress(UnicodeEncodeError):  # half a surrogate pair is in no id
            found = self._ids.get(place_id)
            return self._row(found[0][0]) if found else None
        return None

    def entries(self) -> Iterator[GazetteerEntry]:
        """Yield every entry, the more important first."""
        return (self._read(row) for row in range(len(self)))

    def countries(self) -> Mapping[str, Place]:
        """Return the countries by code."""
        return countries_of(self._row(row) for row in self._countries)

    def capitals(self) -> Mapping[str, Place]:
        """Return the seats of government by code."""
        return capitals_of(self._row(row) for row in self._capitals)

    def by_distance(self, lat: float, lon: float) -> Iterator[tuple[float, GazetteerEntry]]:
        """Yield every entry with its distance, kilometres, the nearest first."""
        from geo.gazetteer import nearest  # noqa: PLC0415 - geopy takes 0.3 s to load, and a name needs none

        return ((km, self._row(row)) for km, row in nearest.by_distance(self._in_belt, lat, lon))

    def _in_belt(self, belt: int, first: int, last: int) -> Iterable[tuple[int, float, float]]:
        """Return the places of a belt's cells from one to another, which lie side by side."""
        (start,) = struct.unpack_from("<I", self._cells, 4 * (belt * 360 + first))
        (stop,) = struct.unpack_from("<I", self._cells, 4 * (belt * 360 + last + 1))
        return _POINT.iter_unpack(self._points[start * _POINT.size : stop * _POINT.size])


def _table(view: memoryview) -> memoryview:
    return view[_HEAD.size : _HEAD.size + _SECTION.size * len(_SECTIONS)]


def _check(file: IO[bytes], path: Path) -> None:
    """Read the file once and compare it with the checksum of its header."""
    head = file.read(_HEAD.size)
    if len(head) < _HEAD.size or not head.startswith(_MAGIC):
        raise DamagedIndexError(f"{path}: is no compiled gazetteer")
    checksum = 0
    while chunk := file.read(_CHUNK):
        checksum = zlib.crc32(chunk, checksum)
    if checksum != _HEAD.unpack(head)[1]:
        raise DamagedIndexError(f"{path}: the compiled gazetteer is damaged; remove it, it is made anew")
