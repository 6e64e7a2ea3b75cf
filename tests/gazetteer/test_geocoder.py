"""The gazetteer as a geocoder of geopy, and another one behind it that is asked once."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderServiceError
from geopy.geocoders.base import Geocoder
from geopy.location import Location

from geo.gazetteer import Gazetteer
from geo.gazetteer.geocoder import FallbackGeocoder, GazetteerGeocoder, NoNetworkAdapter
from geo.records import GazetteerEntry, Place, PlaceKind, PlaceName


def place(
    place_id: str, name: str, code: str, lat: float, people: int, *, curated: bool = True
) -> GazetteerEntry:
    names = (PlaceName(name, "en"), PlaceName(name + "e", "fr"), PlaceName("Donetsk", "und"))
    where = Place(place_id, name, code, PlaceKind.CITY, lat, 38.0, 9.0)
    return GazetteerEntry(where, names, people, "a source", "a licence", curated=curated)


KNOWN = Gazetteer(
    [
        place("ua", "Donetsk", "UA", 48.0, 900_000),
        place("ru", "Donetsk", "RU", 48.3, 1_000_000, curated=False),
    ]
)


class Table(Geocoder):  # type: ignore[misc] # geopy is not typed
    """A geocoder that answers from a table and counts how often it was asked."""

    def __init__(self, rows: dict[str, tuple[float, float]]) -> None:
        super().__init__(adapter_factory=NoNetworkAdapter)
        self.rows, self.asked = rows, 0

    def geocode(self, query: str, *, exactly_one: bool = True, **_: object) -> Any:
        self.asked += 1
        if query == "down":
            raise GeocoderServiceError("the service is down")
        found = [Location(query, self.rows[query], {"of": "table"})] if query in self.rows else []
        return (found[0] if exactly_one else found) if found else None

    def reverse(self, query: Sequence[float], *, exactly_one: bool = True, **_: object) -> Any:
        self.asked += 1
        location = Location("somewhere", query, {})
        return location if exactly_one else [location]


def test_a_name_is_a_location_with_the_entry_behind_it() -> None:
    found = GazetteerGeocoder(KNOWN).geocode("donetsk")
    assert (found.address, found.latitude, found.longitude) == ("Donetsk, UA", 48.0, 38.0)
    assert found.raw["place"]["id"] == "ua"
    assert found.raw["population"] == 900_000


def test_all_places_of_a_name_or_those_of_a_country() -> None:
    geocoder = GazetteerGeocoder(KNOWN)
    assert [one.raw["place"]["id"] for one in geocoder.geocode("Donetsk", exactly_one=False)] == ["ua", "ru"]
    assert geocoder.geocode("Donetsk", country_codes="ru").raw["place"]["id"] == "ru"
    assert geocoder.geocode("Donetsk", country_codes=["FR"]) is None
    assert geocoder.geocode("Donetsk", language="fr").address == "Donetske, UA"
    assert geocoder.geocode("Atlantis") is None


def test_a_point_is_the_nearest_place() -> None:
    geocoder = GazetteerGeocoder(KNOWN)
    found = geocoder.reverse((48.29, 38.0))
    assert found.raw["place"]["id"] == "ru"
    assert found.raw["distance_km"] == pytest.approx(1.11, abs=0.01)
    assert [one.raw["place"]["id"] for one in geocoder.reverse("48, 38", exactly_one=False)] == ["ua", "ru"]


def test_the_gazetteer_has_no_way_to_the_network() -> None:
    adapter = GazetteerGeocoder(KNOWN).adapter
    assert isinstance(adapter, BaseSyncAdapter)
    for ask in (adapter.get_text, adapter.get_json):
        with pytest.raises(NotImplementedError, match="asks nothing of the network"):
            ask("https://a.example", timeout=1, headers={})


def test_what_stands_behind_is_asked_once_and_only_for_what_is_not_known(tmp_path: Path) -> None:
    behind = Table({"Tabili": (9.9, -13.1)})
    for _ in range(2):  # the second finds what the first has kept
        geocoder = FallbackGeocoder(KNOWN, behind, tmp_path / "answers.sqlite")
        assert geocoder.geocode("Donetsk").raw["place"]["id"] == "ua"
        found = geocoder.geocode("Tabili")
        assert (found.address, found.point[:2], found.raw) == ("Tabili", (9.9, -13.1), {"of": "table"})
        assert geocoder.geocode("Atlantis") is None
        assert [one.address for one in geocoder.geocode("Tabili", exactly_one=False)] == ["Tabili"]
        assert geocoder.reverse((1, 2)).address == "somewhere"
    assert behind.asked == 4


def test_an_error_of_the_service_is_raised_and_not_kept(tmp_path: Path) -> None:
    behind = Table({})
    geocoder = FallbackGeocoder(KNOWN, behind, tmp_path / "answers.sqlite")
    for _ in range(2):
        with pytest.raises(GeocoderServiceError):
            geocoder.geocode("down")
    assert behind.asked == 2


def test_a_service_is_made_by_its_name_and_nothing_is_asked(tmp_path: Path) -> None:
    FallbackGeocoder(
        KNOWN, "nominatim", tmp_path / "a.sqlite", user_agent="a test", adapter_factory=NoNetworkAdapter
    )
