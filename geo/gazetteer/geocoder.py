"""The gazetteer as a geocoder of geopy, and any geocoder of geopy behind it.

Every program that uses geopy can ask the gazetteer. What it does not know can be asked of a service, but
only by a `FallbackGeocoder` that somebody makes on purpose: nothing in this program makes one.
"""

import json
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

from geopy.adapters import BaseSyncAdapter
from geopy.geocoders import get_geocoder_for_service
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from geo.gazetteer.search import Gazetteer
from geo.records import GazetteerEntry

# How many places a reverse query gives where all are asked for.
_MANY = 10

# A location, a list of them, or None; geopy is not typed.
Found: TypeAlias = Any


class NoNetworkAdapter(BaseSyncAdapter):  # type: ignore[misc] # geopy has no types, so its class is Any
    """What geopy would ask a service with; it refuses, for the gazetteer is on this machine."""

    def _refuse(self) -> NoReturn:
        # No stub: to come here is a mistake in the program, and no GeocoderError that a caller may try again.
        raise NotImplementedError("the gazetteer asks nothing of the network")

    def get_text(self, *_: object, **__: object) -> str:
        """Refuse."""
        self._refuse()

    def get_json(self, *_: object, **__: object) -> object:
        """Refuse."""
        self._refuse()


class GazetteerGeocoder(Geocoder):  # type: ignore[misc] # geopy has no types, so its class is Any
    """A geocoder of geopy that answers from a gazetteer.

    Parameters
    ----------
    known
        The gazetteer.
    """

    def __init__(self, known: Gazetteer) -> None:
        super().__init__(adapter_factory=NoNetworkAdapter)
        self._known = known

    def geocode(
        self,
        query: str,
        exactly_one: bool = True,  # noqa: FBT001, FBT002 - geopy's signature, which callers use by position
        language: str | None = None,
        country_codes: str | Sequence[str] | None = None,
        **_: object,
    ) -> Found:
        """Return where a name is; what people keep first, then the larger place.

        Parameters
        ----------
        query
            A name, in any language that the gazetteer knows.
        exactly_one
            False gives a list of every place of the name.
        language
            BCP 47 tag of the language in which the address shall name the place, if it is known.
        country_codes
            ISO 3166-1 alpha-2; only places of these countries.

        Returns
        -------
        geopy.Location, list of geopy.Location or None
            `raw` is the entry, as a dict; None where no place bears the name.
        """
        codes = (country_codes,) if isinstance(country_codes, str) else country_codes
        wanted = {code.upper() for code in codes} if codes else None
        entries = [e for e in self._known.named(query) if wanted is None or e.place.country_code in wanted]
        entries.sort(key=lambda e: not e.curated)
        return _answer([_location(entry, language) for entry in entries], one=exactly_one)

    def reverse(
        self,
        query: Point | str | Sequence[float],
        exactly_one: bool = True,  # noqa: FBT001, FBT002 - geopy's signature, which callers use by position
        language: str | None = None,
        **_: object,
    ) -> Found:
        """Return the place nearest to a point, (lat, lon) in degrees; False gives a list of the nearest ten.

        `raw["distance_km"]` is how far it lies from the point, kilometres.
        """
        point = Point(query)
        near = self._known.near(point.latitude, point.longitude, 1 if exactly_one else _MANY)
        found = [_location(neighbour.entry, language, distance_km=neighbour.km) for neighbour in near]
        return _answer(found, one=exactly_one)


def _location(entry: GazetteerEntry, language: str | None, **more: float) -> Location:
    place = entry.place
    name = next((n.toponym for n in entry.names if n.lang == language), place.name)
    address = f"{name}, {place.country_code}" if place.country_code else name
    return Location(address, (place.lat, place.lon, 0), {**asdict(entry), **more})


def _answer(found: list[Location], *, one: bool) -> Found:
    if not found:
        return None
    return found[0] if one else found


class FallbackGeocoder(Geocoder):  # type: ignore[misc] # geopy has no types, so its class is Any
    """A gazetteer with another geocoder behind it, whose answers are kept.

    Parameters
    ----------
    known
        Asked first.
    behind
        Any geocoder of geopy, or the name of one ("nominatim"), made with `settings`.
    cache
        SQLite file for the answers of `behind`, also that it knew nothing; a question is asked once.
    **settings
        What the geocoder of that name is made with: ``user_agent``, ``api_key``, ``timeout``.
    """

    def __init__(self, known: Gazetteer, behind: Geocoder | str, cache: Path, **settings: object) -> None:
        super().__init__(adapter_factory=NoNetworkAdapter)
        self._front = GazetteerGeocoder(known)
        self._behind = get_geocoder_for_service(behind)(**settings) if isinstance(behind, str) else behind
        self._service = type(self._behind).__name__
        self._cache = cache
        with closing(self._connected()) as answers, answers:
            answers.execute("CREATE TABLE IF NOT EXISTS answers (question TEXT PRIMARY KEY, answer TEXT)")

    def _connected(self) -> sqlite3.Connection:
        return sqlite3.connect(self._cache)

    def geocode(self, query: str, exactly_one: bool = True, **options: Any) -> Found:  # noqa: ANN401, FBT001, FBT002 - geopy's signature, which callers use by position
        """Return where a name is: from the gazetteer, else from the cache, else from the service."""
        found = self._front.geocode(query, exactly_one, **options)
        if found is not None:
            return found
        question = self._question("geocode", query, options, one=exactly_one)
        return self._asked(question, lambda: self._behind.geocode(query, exactly_one=exactly_one, **options))

    def reverse(self, query: Any, exactly_one: bool = True, **options: Any) -> Found:  # noqa: ANN401, FBT001, FBT002 - geopy's signature, which callers use by position
        """Return what the service calls a point; the gazetteer alone is `GazetteerGeocoder.reverse`."""
        point = Point(query)
        words = f"{point.latitude!r} {point.longitude!r}"
        question = self._question("reverse", words, options, one=exactly_one)
        return self._asked(question, lambda: self._behind.reverse(point, exactly_one=exactly_one, **options))

    def _question(self, verb: str, words: str, options: dict[str, Any], *, one: bool) -> str:
        return json.dumps([self._service, verb, words, one, options], sort_keys=True, default=str)

    def _asked(self, question: str, ask: Callable[[], Any]) -> Found:
        """Return the kept answer, or ask and keep it; an error of the service is raised and not kept."""
        with closing(self._connected()) as answers, answers:
            row = answers.execute("SELECT answer FROM answers WHERE question = ?", (question,)).fetchone()
            if row is None:
                answer = json.dumps(_told(ask()), sort_keys=True, default=str)
                answers.execute("INSERT OR REPLACE INTO answers VALUES (?, ?)", (question, answer))
                row = (answer,)
        return _heard(json.loads(row[0]))


def _told(found: Found) -> object:
    if found is None:
        return None
    if isinstance(found, list):
        return [_told(one) for one in found]
    return {"address": found.address, "point": list(found.point), "raw": found.raw}


def _heard(answer: Any) -> Found:  # noqa: ANN401 - what json.loads gives has no type
    if answer is None:
        return None
    if isinstance(answer, list):
        return [Location(one["address"], tuple(one["point"]), one["raw"]) for one in answer]
    return Location(answer["address"], tuple(answer["point"]), answer["raw"])
