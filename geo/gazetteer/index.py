"""What a gazetteer asks of an index, the index in memory, and several indexes as one."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from heapq import merge
from itertools import product
from typing import Protocol

from geo.errors import GazetteerError
from geo.gazetteer.names import LOWER, SMALL, importance, keys, together
from geo.gazetteer.sounds import BEFORE_CODE, sound_keys
from geo.records import GazetteerEntry, Place, PlaceKind
from geo.text import is_inflected_script, stem


class Index(Protocol):
    """Entries by name, by id and by distance; the more important ones come first."""

    def lengths(self, word: str) -> tuple[int, int]:
        """Return how many words the longest name has whose key, and whose stem, begins with `word`."""

    def goes_on(self, words: str) -> bool:
        """Tell whether a name may begin with two words; False is sure, True may be another's beginning."""

    def small(self) -> Mapping[str, int]:
        """Return how long names can be that begin in lower case, by their first word."""

    def bits(self, key: str, *, stemmed: bool = False) -> int:
        """Return what is known of how a key, or a stem, is written; 0 where no entry bears it."""

    def bearers(self, key: str, *, stemmed: bool = False) -> tuple[GazetteerEntry, ...]:
        """Return the entries that bear a name of that key, or of that stem or `sounds.sound_key`."""

    def sounds(self, bones: str) -> frozenset[str]:
        """Return the codes of the countries that have a name with these consonants, `sounds.bones_of`."""

    def by_id(self, place_id: str) -> GazetteerEntry | None:
        """Return the entry with that id."""

    def entries(self) -> Iterator[GazetteerEntry]:
        """Yield every entry."""

    def countries(self) -> Mapping[str, Place]:
        """Return the countries by code."""

    def capitals(self) -> Mapping[str, Place]:
        """Return the seats of government by code."""

    def by_distance(self, lat: float, lon: float) -> Iterator[tuple[float, GazetteerEntry]]:
        """Yield every entry with its distance from a point, kilometres, the nearest first."""


_VOWELS = frozenset("аеиоуыэюяієь")


def stem_of(key: str) -> str | None:
    """Return the stem by which a declined form of a name is looked up, or None where there is none."""
    return stem(key) if not key.isascii() and is_inflected_script(key) else None


def stems_of(key: str) -> tuple[str, ...]:
    """Return the stems under which a name is found, sorted.

    A word that ends in a consonant may have no ending ("Киров", "в Кирове") though it looks like a case of
    another one ("сёл, лугов"), so it is found under both.
    """
    if key.isascii() or not is_inflected_script(key):
        return ()
    forms = [{stem(word), word} if word[-1] not in _VOWELS else {stem(word)} for word in key.split(" ")]
    return tuple(sorted(" ".join(words) for words in product(*forms)))


class MemoryIndex:
    """An index that is made at once and lives as long as the process: for files that people keep.

    Raises
    ------
    GazetteerError
        Two entries share an id; the message names it.
    """

    def __init__(self, entries: Iterable[GazetteerEntry]) -> None:
        self._by_id: dict[str, GazetteerEntry] = {}
        for entry in entries:
            if entry.place.id in self._by_id:
                raise GazetteerError(f"gazetteer: two entries have the id {entry.place.id}; keep one of them")
            self._by_id[entry.place.id] = entry
        self._entries = tuple(sorted(self._by_id.values(), key=importance))
        self._names: dict[str, dict[int, int]] = {}
        self._stems: dict[str, dict[int, int]] = {}
        self._lengths: dict[str, tuple[int, int]] = {}
        self._pairs: set[str] = set()
        self._small: dict[str, int] = {}
        self._sounds: dict[str, set[str]] = {}
        self._belts: dict[int, list[tuple[int, int, float, float]]] | None = None
        for row, entry in enumerate(self._entries):
            for key, bits in keys(entry).items():
                self._add(row, key, bits)
            for key in sound_keys(entry):
                self._stems.setdefault(key, {})[row] = SMALL
                bones, _, code = key.partition(BEFORE_CODE)
                self._sounds.setdefault(bones, set()).add(code)

    def _add(self, row: int, key: str, bits: int) -> None:
        self._names.setdefault(key, {})[row] = bits
        words = key.split(" ")
        plain, stemmed = self._lengths.get(words[0], (0, 0))
        self._lengths[words[0]] = max(plain, len(words)), stemmed
        self._pairs.add(" ".join(words[:2]))
        if bits & LOWER:
            self._small[words[0]] = max(self._small.get(words[0], 0), len(words))
        for stem_key in stems_of(key):
            rows = self._stems.setdefault(stem_key, {})
            rows[row] = rows.get(row, 0) | bits
            first = stem_key.split(" ")[0]
            plain, stemmed = self._lengths.get(first, (0, 0))
            self._lengths[first] = plain, max(stemmed, len(words))

    def lengths(self, word: str) -> tuple[int, int]:
        """Return the longest names that begin with a word; see `Index`."""
        return self._lengths.get(word, (0, 0))

    def goes_on(self, words: str) -> bool:
        """Tell whether a name begins with two words; see `Index`."""
        return words in self._pairs

    def small(self) -> Mapping[str, int]:
        """Return the first words of names that begin in lower case; see `Index`."""
        return self._small

    def _rows(self, key: str, *, stemmed: bool) -> Mapping[int, int]:
        return (self._stems if stemmed else self._names).get(key, {})

    def bits(self, key: str, *, stemmed: bool = False) -> int:
        """Return how a key is written; see `Index`."""
        return together(self._rows(key, stemmed=stemmed).values())

    def bearers(self, key: str, *, stemmed: bool = False) -> tuple[GazetteerEntry, ...]:
        """Return who bears a key; see `Index`."""
        return tuple(self._entries[row] for row in sorted(self._rows(key, stemmed=stemmed)))

    def sounds(self, bones: str) -> frozenset[str]:
        """Return the countries with a name of these consonants; see `Index`."""
        return frozenset(self._sounds.get(bones, ()))

    def by_id(self, place_id: str) -> GazetteerEntry | None:
        """Return the entry with that id, or None."""
        return self._by_id.get(place_id)

    def entries(self) -> Iterator[GazetteerEntry]:
        """Yield every entry, the more important first."""
        return iter(self._entries)

    def countries(self) -> Mapping[str, Place]:
        """Return the countries by code."""
        return countries_of(self._entries)

    def capitals(self) -> Mapping[str, Place]:
        """Return the seats of government by code."""
        return capitals_of(self._entries)

    def by_distance(self, lat: float, lon: float) -> Iterator[tuple[float, GazetteerEntry]]:
        """Yield every entry with its distance, kilometres, the nearest first."""
        from geo.gazetteer import nearest  # noqa: PLC0415 - geopy takes 0.3 s to load, and a name needs none

        if self._belts is None:
            self._belts = defaultdict(list)
            for row, entry in enumerate(self._entries):
                place = entry.place
                belt, column = nearest.cell_of(place.lat, place.lon)
                self._belts[belt].append((column, row, place.lat, place.lon))
            for places in self._belts.values():
                places.sort()
        found = nearest.by_distance(partial(_in_belt, self._belts), lat, lon)
        return ((km, self._entries[row]) for km, row in found)


def _in_belt(
    belts: Mapping[int, Sequence[tuple[int, int, float, float]]], belt: int, first: int, last: int
) -> Iterator[tuple[int, float, float]]:
    """Yield the places of a belt's cells from one to another."""
    places = belts.get(belt, ())
    for at in range(bisect_left(places, (first,)), bisect_left(places, (last + 1,))):
        yield places[at][1:]


def countries_of(entries: Iterable[GazetteerEntry]) -> dict[str, Place]:
    """Return the countries among entries by code, the most important of each code, sorted."""
    found: dict[str, Place] = {}
    for entry in entries:
        place = entry.place
        if place.kind is PlaceKind.COUNTRY and place.country_code:
            found.setdefault(place.country_code, place)
    return dict(sorted(found.items()))


def capitals_of(entries: Iterable[GazetteerEntry]) -> dict[str, Place]:
    """Return the capitals among entries by code, the most important of each code, sorted."""
    found: dict[str, Place] = {}
    for entry in entries:
        if entry.capital and entry.place.country_code:
            found.setdefault(entry.place.country_code, entry.place)
    return dict(sorted(found.items()))


class Layers:
    """Several indexes as one: a person's own above the program's.

    Where an id is in more than one, the program's entry counts if people keep it; else the first layer's.

    Parameters
    ----------
    base
        The program's index.
    above
        A person's, the first before the next.
    """

    def __init__(self, base: Index, above: Sequence[Index]) -> None:
        self._base = base
        self._layers = (*above, base)
        self._small: dict[str, int] = {}
        for layer in self._layers:
            for word, length in layer.small().items():
                self._small[word] = max(length, self._small.get(word, 0))

    def _holder(self, place_id: str) -> Index | None:
        kept = self._base.by_id(place_id)
        if kept is not None and kept.curated:
            return self._base
        return next((layer for layer in self._layers if layer.by_id(place_id) is not None), None)

    def lengths(self, word: str) -> tuple[int, int]:
        """Return the longest names that begin with a word; see `Index`."""
        found = [layer.lengths(word) for layer in self._layers]
        return max(plain for plain, _ in found), max(stemmed for _, stemmed in found)

    def goes_on(self, words: str) -> bool:
        """Tell whether a name may begin with two words; see `Index`."""
        return any(layer.goes_on(words) for layer in self._layers)

    def small(self) -> Mapping[str, int]:
        """Return the first words of names that begin in lower case; see `Index`."""
        return self._small

    def bits(self, key: str, *, stemmed: bool = False) -> int:
        """Return how a key is written; see `Index`."""
        return together(layer.bits(key, stemmed=stemmed) for layer in self._layers)

    def bearers(self, key: str, *, stemmed: bool = False) -> tuple[GazetteerEntry, ...]:
        """Return who bears a key; see `Index`."""
        found = [
            entry
            for layer in self._layers
            for entry in layer.bearers(key, stemmed=stemmed)
            if self._holder(entry.place.id) is layer
        ]
        return tuple(sorted(found, key=importance))

    def sounds(self, bones: str) -> frozenset[str]:
        """Return the countries with a name of these consonants; see `Index`."""
        return frozenset().union(*(layer.sounds(bones) for layer in self._layers))

    def by_id(self, place_id: str) -> GazetteerEntry | None:
        """Return the entry with that id, or None."""
        holder = self._holder(place_id)
        return holder.by_id(place_id) if holder else None

    def entries(self) -> Iterator[GazetteerEntry]:
        """Yield every entry, the more important first."""
        for entry, layer in merge(*map(_labelled, self._layers), key=lambda pair: importance(pair[0])):
            if self._holder(entry.place.id) is layer:
                yield entry

    def countries(self) -> Mapping[str, Place]:
        """Return the countries by code; the program's before a person's."""
        found: dict[str, Place] = {}
        for layer in (self._base, *self._layers):
            for code, place in layer.countries().items():
                found.setdefault(code, place)
        return dict(sorted(found.items()))

    def capitals(self) -> Mapping[str, Place]:
        """Return the seats of government by code; the program's before a person's."""
        found: dict[str, Place] = {}
        for layer in (self._base, *self._layers):
            for code, place in layer.capitals().items():
                found.setdefault(code, place)
        return dict(sorted(found.items()))

    def by_distance(self, lat: float, lon: float) -> Iterator[tuple[float, GazetteerEntry]]:
        """Yield every entry with its distance, kilometres, the nearest first."""
        ways = [_measured(layer, lat, lon) for layer in self._layers]
        for km, entry, layer in merge(*ways, key=lambda way: (way[0], importance(way[1]))):
            if self._holder(entry.place.id) is layer:
                yield km, entry


def _measured(layer: Index, lat: float, lon: float) -> Iterator[tuple[float, GazetteerEntry, Index]]:
    return ((km, entry, layer) for km, entry in layer.by_distance(lat, lon))


def _labelled(layer: Index) -> Iterator[tuple[GazetteerEntry, Index]]:
    return ((entry, layer) for entry in layer.entries())
