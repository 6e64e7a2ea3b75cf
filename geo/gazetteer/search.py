"""The gazetteer: what is asked of places and their names, whatever index holds them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice

from geo.gazetteer.index import Index, MemoryIndex, stem_of
from geo.gazetteer.names import CURATED, LOWER, is_written_so, key_of, may_begin_a_name
from geo.gazetteer.sounds import bones_of, most_like, sound_key, spellings
from geo.records import GazetteerEntry, Place, PlaceKind
from geo.text import Token, fold, glued, is_inflected_script, stem

_SOFT = ("и", "і")  # how each case of a name in "-ия" ends behind its stem
_SOFT_ENDINGS = ("ия", "ія", "ија")
_POINTS = (PlaceKind.CITY, PlaceKind.SITE)


@dataclass(frozen=True, slots=True)
class NameMatch:
    """Words ``[first, last)`` of a sentence that are a name, and the entries that bear it.

    `declined` is True where the words are not a name as any entry has it, but a case of one: "в Курске";
    `alike` where they only sound like one: "Ain Issa"; `trusted` where people keep the name with an entry.
    """

    first: int
    last: int
    entries: tuple[GazetteerEntry, ...]
    declined: bool = False
    alike: bool = False
    trusted: bool = False


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An entry and how far it lies from the point that was asked for, kilometres along the geodesic."""

    entry: GazetteerEntry
    km: float


class Gazetteer:
    """Places by id, by name and by distance.

    Parameters
    ----------
    entries
        Each with an id of its own; they are indexed in memory.

    Raises
    ------
    GazetteerError
        Two entries share an id; the message names it.
    """

    def __init__(self, entries: Iterable[GazetteerEntry]) -> None:
        self._index: Index = MemoryIndex(entries)
        self._small = self._index.small()
        # a report repeats the names of its people, which are looked for as places too
        self._alike = lru_cache(maxsize=4096)(self._that_sound_like)
        self._spelled = lru_cache(maxsize=1 << 13)(self._spellings_of)
        self._called = lru_cache(maxsize=1 << 15)(self._has_name)

    @classmethod
    def over(cls, index: Index) -> "Gazetteer":
        """Return a gazetteer that asks an index which is there already."""
        made = cls(())
        made._index = index
        made._small = index.small()
        return made

    @property
    def entries(self) -> tuple[GazetteerEntry, ...]:
        """Every entry, the more important first; of a compiled index each is read anew, in seconds."""
        return tuple(self._index.entries())

    def by_id(self, place_id: str) -> GazetteerEntry | None:
        """Return the entry with that id, or None."""
        return self._index.by_id(place_id)

    @cached_property
    def _countries(self) -> Mapping[str, Place]:
        return self._index.countries()

    @cached_property
    def _capitals(self) -> Mapping[str, Place]:
        return self._index.capitals()

    def countries(self) -> Mapping[str, Place]:
        """Return the countries by ISO 3166-1 alpha-2 code."""
        return self._countries

    def capitals(self) -> Mapping[str, Place]:
        """Return the seats of government by ISO 3166-1 alpha-2 code of their state."""
        return self._capitals

    def named(self, name: str) -> tuple[GazetteerEntry, ...]:
        """Return the entries that bear `name`, regardless of case and accents; larger places first.

        A name in Cyrillic letters that no entry bears may be a declined form of one: "Курске".
        """
        key = fold(name)
        found = self._index.bearers(key)
        stem_key = None if found else stem_of(key)
        return self._index.bearers(stem_key, stemmed=True) if stem_key else found

    def is_called(self, entry: GazetteerEntry, key: str, language: str | None) -> tuple[bool, bool]:
        """Tell whether an entry of this gazetteer has a name in a language, and whether a further name.

        Parameters
        ----------
        key
            What `geo.text.fold` makes of the name.
        language
            BCP 47 tag; with None no name is of it.
        """
        return self._called(entry.place.id, key, language)

    def _has_name(self, place_id: str, key: str, language: str | None) -> tuple[bool, bool]:
        entry = self._index.by_id(place_id)  # a place has a dozen names, and the same are asked for again
        if entry is None:
            return False, False
        own = any(name.lang == language and fold(name.toponym) == key for name in entry.names)
        return own, any(fold(name.toponym) == key for name in entry.further)

    def alike(self, name: str, countries: Iterable[str]) -> tuple[GazetteerEntry, ...]:
        """Return the entries of some countries with a name that sounds like `name`, in their order.

        Parameters
        ----------
        name
            In Latin letters; one of fewer than three consonants sounds like nothing.
        countries
            ISO 3166-1 alpha-2 codes; `geo.gazetteer.sounds` tells which countries are left out.
        """
        key = fold(name)
        bones = bones_of(key)
        held = self._index.sounds(bones) if bones else frozenset()
        codes = tuple([code for code in countries if code in held]) if held else ()
        return self._alike(key, codes) if codes else ()  # most names of a report are those of people

    def _that_sound_like(self, key: str, countries: tuple[str, ...]) -> tuple[GazetteerEntry, ...]:
        sounds = [sound_key(code, key) for code in countries]
        found = (entry for sound in sounds for entry in self._index.bearers(sound, stemmed=True))
        return most_like(key, [(entry, self._spelled(entry.place.id)) for entry in found])

    def _spellings_of(self, place_id: str) -> frozenset[str]:
        entry = self._index.by_id(place_id)
        return spellings(entry) if entry else frozenset()

    def near(self, lat: float, lon: float, count: int = 5) -> tuple[Neighbour, ...]:
        """Return the entries nearest to a point, WGS 84 degrees, with their distance.

        Raises
        ------
        GazetteerError
            The point is not on the globe.
        """
        found = islice(self._index.by_distance(lat, lon), count)
        return tuple(Neighbour(entry, km) for km, entry in found)

    def scan(self, text: str, tokens: Sequence[Token]) -> Iterator[NameMatch]:
        """Yield the names among the words of a sentence, leftmost and longest first, without overlaps.

        A name has a capital, at its beginning unless the gazetteer writes it without ("aéroport de
        Sunan"); one that is in capitals in the gazetteer ("UK", "RDC") is found in capitals only.
        A declined form of a Cyrillic name is found where the words themselves are no name.
        """
        reached, small = 0, self._small
        # most words are neither; what is no Latin letter may be of a script without capitals
        begins = [
            at
            for at, token in enumerate(tokens)
            if token.capital or token.key in small or text[token.start] > "z"
        ]
        capitals = [at for at in begins if tokens[at].capital or may_begin_a_name(text[tokens[at].start])]
        for at in begins:
            if at < reached:
                continue
            behind = capitals[bisect_left(capitals, at) :][:1]  # a name has one of them
            if at in behind:
                match = self._match_at(text, tokens, at)
            elif behind and behind[0] - at < small.get(tokens[at].key, 0):
                match = self._small_match_at(text, tokens, at)
            else:
                continue
            if match:
                yield match
                reached = match.last

    def _match_at(self, text: str, tokens: Sequence[Token], at: int) -> NameMatch | None:
        """Return the longest name that begins with the capitalised word `at`."""
        word = tokens[at].key
        plain, stemmed = self._index.lengths(word)[0], 0
        if is_inflected_script(word):
            stemmed = self._index.lengths(stem(word))[1]
        if not (plain or stemmed):
            return None
        if plain > 1 and not self._goes_on(text, tokens, at):
            plain = 1
        for last in range(min(at + max(plain, stemmed), len(tokens)), at, -1):
            words = tokens[at:last]
            key = " ".join([t.key for t in words])
            bits = self._index.bits(key) if len(words) <= plain else 0
            declined = not bits and len(words) <= stemmed
            if declined:
                key = stem(key)
                bits = self._index.bits(key, stemmed=True)
            if bits and is_written_so(text, words, bits) and not self._cuts(text, tokens, at, last):
                entries = self._index.bearers(key, stemmed=declined)
                if declined and len(words) == 1:
                    entries = _declined_so(entries, words[0].key, key)
                return NameMatch(at, last, entries, declined, trusted=bool(bits & CURATED))
        return None

    def _goes_on(self, text: str, tokens: Sequence[Token], at: int) -> bool:
        """Tell whether a name of several words may begin with word `at`."""
        if at + 1 == len(tokens) or not glued(text, tokens[at], tokens[at + 1]):
            return False
        return self._index.goes_on(f"{tokens[at].key} {tokens[at + 1].key}")

    def _cuts(self, text: str, tokens: Sequence[Token], at: int, last: int) -> bool:
        """Tell whether a name ends within another that a hyphen holds together: "La Nouvelle|-Zélande"."""
        if last - at == 1 or last == len(tokens) or text[tokens[last - 1].end : tokens[last].start] != "-":
            return False
        other = self._match_at(text, tokens, last - 1)
        return other is not None and other.last > last

    def _small_match_at(self, text: str, tokens: Sequence[Token], at: int) -> NameMatch | None:
        """Return the longest name that begins with word `at` and that the gazetteer begins in lower case."""
        end = min(at + self._small[tokens[at].key], len(tokens))
        capital = at
        while capital < end and text[tokens[capital].start].islower():  # a name needs one in one of its words
            capital += 1
        for last in range(end, capital, -1):
            words = tokens[at:last]
            key = " ".join([t.key for t in words])
            bits = self._index.bits(key)
            if bits & LOWER and is_written_so(text, words, bits):
                match = NameMatch(at, last, self._index.bearers(key), trusted=bool(bits & CURATED))
                if not self._is_of_another(text, tokens, match, capital):
                    return match
        return None

    def _is_of_another(self, text: str, tokens: Sequence[Token], match: NameMatch, capital: int) -> bool:
        """Tell whether the land of a part has a longer name of its own: "ouest de l'Irlande du Nord"."""
        if match.entries[0].place.kind is not PlaceKind.REGION:
            return False
        other = self._match_at(text, tokens, capital)
        if other is None or other.last <= match.last:
            return False
        whole, codes = other.entries[0].place, {entry.place.country_code for entry in match.entries}
        return whole.kind in _POINTS or whole.country_code not in codes


def _declined_so(entries: tuple[GazetteerEntry, ...], form: str, stem_key: str) -> tuple[GazetteerEntry, ...]:
    """Return the bearers of a stem whose names decline as a word does: "Нигера" is Нигер, no Нигерия."""
    if form[len(stem_key) :].startswith(_SOFT):
        return entries
    fitting = tuple(e for e in entries if not all(map(_is_soft, _names_with(e, stem_key))))
    return fitting or entries


def _names_with(entry: GazetteerEntry, stem_key: str) -> list[str]:
    keys = (key_of(n.toponym) for n in (*entry.names, *entry.further))
    return [key for key in keys if key.startswith(stem_key) and stem(key) == stem_key]


def _is_soft(key: str) -> bool:
    return key.endswith(_SOFT_ENDINGS)
