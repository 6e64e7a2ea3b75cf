"""Parts of countries by the compass ("northern Mali", "nord du Mali"), by rule.

The part is what a line drawn through the box around the country's main land cuts off; who writes "northern
Mali" has no sharper border in mind.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import shapely
import shapely.affinity
from shapely import MultiPolygon, Polygon

from geo.assembly.linked_places import Entry
from geo.assembly.material import Material
from geo.assembly.naming import distinct
from geo.assembly.shapes import interior_point, main_land, reach_km
from geo.assembly.world import CompassForms
from geo.records import PlaceKind, PlaceName
from geo.text import fold

# How much of the box belongs to a side, and where its halves and its middle end.
SIDE = 0.42
HALF = 0.5
MIDDLE = (0.3, 0.7)
HALF_TURN = 180.0
WIDER = 0.1
# States that English puts "the" before, beside those named in capitals ("the DRC") and the two Congos.
ARTICLED = ("Kingdom", "Philippines", "Republic", "States")


@dataclass(frozen=True)
class Direction:
    """A direction: the part of the box (west, south, east, north; shares of it), and the words for it."""

    key: str
    box: tuple[float, float, float, float]
    en: tuple[str, ...]
    en_noun: tuple[str, ...]
    fr: str
    es: str
    de: str
    ru: str


DIRECTIONS = (
    Direction(
        "northern", (0, 1 - SIDE, 1, 1), ("northern", "north"), ("north",), "nord", "norte", "Nord", "север"
    ),
    Direction(
        "southern", (0, 0, 1, SIDE), ("southern", "south"), ("south",), "sud", "sur", "Süd", "юг"
    ),
    Direction(
        "eastern", (1 - SIDE, 0, 1, 1), ("eastern", "east"), ("east",), "est", "este", "Ost", "восток"
    ),
    Direction(
        "western", (0, 0, SIDE, 1), ("western", "west"), ("west",), "ouest", "oeste", "West", "запад"
    ),
    Direction(
        "northeastern", (HALF, HALF, 1, 1), ("northeastern", "north-eastern", "northeast", "north-east"),
        ("northeast", "north-east"), "nord-est", "noreste", "Nordost", "северо-восток",
    ),
    Direction(
        "northwestern", (0, HALF, HALF, 1), ("northwestern", "north-western", "northwest", "north-west"),
        ("northwest", "north-west"), "nord-ouest", "noroeste", "Nordwest", "северо-запад",
    ),
    Direction(
        "southeastern", (HALF, 0, 1, HALF), ("southeastern", "south-eastern", "southeast", "south-east"),
        ("southeast", "south-east"), "sud-est", "sureste", "Südost", "юго-восток",
    ),
    Direction(
        "southwestern", (0, 0, HALF, HALF), ("southwestern", "south-western", "southwest", "south-west"),
        ("southwest", "south-west"), "sud-ouest", "suroeste", "Südwest", "юго-запад",
    ),
    Direction(
        "central", (MIDDLE[0], MIDDLE[0], MIDDLE[1], MIDDLE[1]), ("central",), ("centre", "center"), "centre",
        "centro", "Zentral", "центр",
    ),
)  # fmt: skip
# What a Russian text puts to the direction where it says where: "на севере Мали".
_RUSSIAN_CASES = ("", "е", "а")


def names_towards(direction: Direction, forms: CompassForms) -> tuple[PlaceName, ...]:
    """Return how texts name the part of a country that lies in one direction.

    Names that differ by no more than an accent are one. "Centre turc" is an institution.
    """
    capital = direction.fr[0].upper() + direction.fr[1:]
    adjectives = () if direction.key == "central" else forms.fr_adjective
    pairs = [
        *((f"{word} {country}", "en") for word in direction.en for country in forms.en),
        *(
            (f"{word} of {country}", "en")
            for word in direction.en_noun
            for country in _with_article(forms.en)
        ),
        *((f"{direction.fr} {genitive}", "fr") for genitive in forms.fr),
        *((f"{capital}-{country}", "fr") for country in forms.fr_bare),
        *((f"{direction.fr} {adjective}", "fr") for adjective in adjectives),
        *((f"{direction.es} {genitive}", "es") for genitive in forms.es),
        *((f"{direction.de}{country.lower()}", "de") for country in forms.de),
        *((f"{direction.ru}{case} {genitive}", "ru") for case in _RUSSIAN_CASES for genitive in forms.ru),
    ]
    names = {(fold(toponym), lang): PlaceName(toponym, lang) for toponym, lang in reversed(pairs)}
    return tuple(reversed(names.values()))


def _with_article(countries: tuple[str, ...]) -> Iterator[str]:
    for country in countries:
        articled = country.endswith(ARTICLED) or country.isupper() or "Congo" in country
        yield from (f"the {country}", country) if articled else (country,)


def compass_entries(material: Material, made: list[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Return `made` with the names that join its regions, and the parts of countries that it lacks.

    A part whose English name a region of the country by hand bears already is that region, and gives it its
    names. "South Georgia" is no part of Georgia.
    """
    owner = {
        (entry.country_code, fold(name.toponym)): entry.id
        for entry in made
        for name in entry.names
        if entry.kind is PlaceKind.REGION and name.lang in ("en", "und")
    }
    taken = {fold(name.toponym) for entry in made for name in entry.names}
    joined: dict[str, list[PlaceName]] = {}
    new: list[Entry] = []
    for code, forms in sorted(material.world.compass.items()):
        for direction in DIRECTIONS:
            names = names_towards(direction, forms)
            english = [(code, fold(n.toponym)) for n in names if n.lang == "en"]
            same = next((owner[key] for key in english if key in owner), None)
            free = [name for name in names if fold(name.toponym) not in taken]
            if same:
                joined.setdefault(same, []).extend(free)
                continue
            area = _cut(_in_one_piece(main_land(material.shapes[code])), direction)
            new.append(_part(material, code, direction, area, free))
    return [_with_names(entry, joined) for entry in made], new


def _with_names(entry: Entry, joined: Mapping[str, list[PlaceName]]) -> Entry:
    more = joined.get(entry.id)
    return replace(entry, names=distinct([*entry.names, *more])) if more else entry


def _part(
    material: Material, code: str, direction: Direction, area: MultiPolygon, names: list[PlaceName]
) -> Entry:
    forms = material.world.compass[code]
    lat, lon = interior_point(area)
    radius_km = reach_km(area, lat, lon)
    title = f"{direction.en[0]} {forms.en[0]}"
    if title not in (name.toponym for name in names):  # Western Australia is a state
        title = f"{direction.en_noun[0]} of {forms.en[0]}"
    return Entry(
        id=f"dm:{direction.key}-{code.lower()}",
        title=title,
        kind=PlaceKind.REGION,
        country_code=code,
        ccodes=(code,),
        lat=lat,
        lon=round(lon - 2 * HALF_TURN, 4) if lon > HALF_TURN else lon,
        radius_km=radius_km,
        names=distinct(names),
        source="hand; Natural Earth, modified by Visionscarto",
        licence="MIT; BSD-3-Clause",
        within=f"gn:{material.countries[code].geonameid}",
    )


def _cut(land: MultiPolygon, direction: Direction) -> MultiPolygon:
    """Return what lies in the direction's part of the box around the land; of a larger one if that is sea."""
    west, south, east, north = land.bounds
    left, low, right, high = direction.box
    width, height = east - west, north - south
    window = shapely.box(
        west + left * width, south + low * height, west + right * width, south + high * height
    )
    parts = shapely.get_parts(land.intersection(window))
    held = MultiPolygon([part for part in parts if isinstance(part, Polygon) and not part.is_empty])
    if not held.is_empty:
        return held
    wider = (max(0, left - WIDER), max(0, low - WIDER), min(1, right + WIDER), min(1, high + WIDER))
    return _cut(land, replace(direction, box=wider))


def _in_one_piece(land: MultiPolygon) -> MultiPolygon:
    """Move what lies beyond 180 degrees to where it continues the rest (Chukotka); longitudes pass 180."""
    west, _, east, _ = land.bounds
    if east - west < HALF_TURN:
        return land
    moved = [shapely.affinity.translate(p, 2 * HALF_TURN) if p.bounds[2] <= 0 else p for p in land.geoms]
    return MultiPolygon(moved)
