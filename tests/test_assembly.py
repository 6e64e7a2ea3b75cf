"""The scripts that build the data, on small pieces of it; and the data as committed."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from shapely import MultiPolygon, Point, Polygon, box

from geo.assembly.aerodromes import shortly_named
from geo.assembly.basemap import cut_and_round, decode_arcs, decode_polygons, read_basemap
from geo.assembly.compass import DIRECTIONS, names_towards
from geo.assembly.curation import CURATED, Spelling, read_curation
from geo.assembly.gazetteer import respelled
from geo.assembly.language_names import TABLE_LANGUAGES
from geo.assembly.linked_places import Entry, as_text, settle
from geo.assembly.naming import (
    alike,
    cldr_form,
    declined,
    distinct,
    script,
    to_french,
    usable,
    with_generics,
    without_signs,
)
from geo.assembly.regions import french_genitives, stem_of
from geo.assembly.shapes import interior_point, main_land, reach_km
from geo.assembly.world import WORLD, read_world
from geo.errors import GazetteerError
from geo.records import PlaceKind, PlaceName
from geo.text import fold

ROOT = Path(__file__).resolve().parents[1]
OUTLINES = {size: ROOT / "geo" / "data" / f"basemap-{size}.json" for size in ("110m", "50m")}

# Two squares that share a border, the eastern one beyond 180 degrees, as TopoJSON writes them:
# quantised to tenths of a degree, and only the differences from corner to corner.
TOPOLOGY: dict[str, Any] = {
    "transform": {"scale": [0.1, 0.1], "translate": [-180, 0]},
    "arcs": [
        [[3550, 100], [0, -100]],
        [[3550, 0], [-50, 0], [0, 100], [50, 0]],
        [[3550, 100], [-3500, 0], [0, -100], [3500, 0]],
    ],
}
WEST = {"type": "Polygon", "arcs": [[0, 1]]}
ACROSS = {"type": "MultiPolygon", "arcs": [[[2, ~0]]]}


@pytest.fixture(scope="module")
def collection() -> dict[str, Any]:
    data: dict[str, Any] = json.loads((ROOT / "gazetteer.json").read_text(encoding="utf-8"))
    return data


@pytest.fixture(scope="module")
def places(collection: dict[str, Any]) -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = collection["features"]
    return features


@pytest.fixture(scope="module")
def bearers(places: list[dict[str, Any]]) -> Mapping[str, set[str]]:
    """Return who bears each name, folded."""
    found = defaultdict(set)
    for feature in places:
        for name in feature["names"]:
            found[fold(name["toponym"])].add(feature["@id"])
    return dict(found)


def entry(identifier: str, name: str, *, weak: bool = False) -> Entry:
    names = (PlaceName(name, "und"),)
    return Entry(
        id=identifier,
        title=name,
        kind=PlaceKind.CITY,
        country_code="UA",
        ccodes=("UA",),
        lat=48.0,
        lon=37.0,
        radius_km=3.0,
        names=names,
        source="test",
        licence="MIT",
        weak=frozenset(names) if weak else frozenset(),
    )


def test_arcs_are_read_back_and_joined() -> None:
    arcs = decode_arcs(TOPOLOGY)
    assert arcs[0] == [(175.0, 10.0), (175.0, 0.0)]
    (west,) = decode_polygons(WEST, arcs)
    assert west.equals(box(170, 0, 175, 10))
    assert west.exterior.is_ccw


def test_an_outline_across_180_degrees_is_cut_there() -> None:
    arcs = decode_arcs(TOPOLOGY)
    outline = cut_and_round(decode_polygons(ACROSS, arcs))
    assert [part.bounds for part in outline.geoms] == [(175.0, 0.0, 180.0, 10.0), (-180.0, 0.0, -175.0, 10.0)]


def test_an_islet_smaller_than_the_grid_is_kept() -> None:
    islet = Polygon([(7.411, 43.731), (7.414, 43.731), (7.414, 43.734), (7.411, 43.734)])
    assert cut_and_round([islet]).area == pytest.approx(islet.area)


def test_the_point_of_an_area_lies_in_its_largest_part_and_the_reach_leaves_far_parts_out() -> None:
    mainland, colony = box(0, 42, 8, 51), box(-54, 2, -51, 5)
    area = MultiPolygon([colony, mainland])
    lat, lon = interior_point(area)
    assert mainland.contains(Point(lon, lat))
    assert (lat, lon) == pytest.approx((46.4, 4.0), abs=0.1)
    assert 500 < reach_km(area, lat, lon) < 650


def test_the_main_land_is_the_largest_part_and_what_lies_near_it() -> None:
    mainland, island, colony = box(0, 42, 8, 51), box(8.5, 41.5, 9.5, 43), box(-54, 2, -51, 5)
    assert main_land(MultiPolygon([colony, island, mainland])).equals(MultiPolygon([mainland, island]))


def test_the_point_of_a_crescent_is_not_its_empty_middle() -> None:
    crescent = box(0, 0, 10, 10).difference(box(2, 2, 10, 8))
    assert isinstance(crescent, Polygon)
    lat, lon = interior_point(crescent)
    assert crescent.contains(Point(lon, lat))


@pytest.mark.parametrize(
    ("name", "lang", "french"),
    [
        ("Уссурийск", "ru", "Oussouriïsk"),
        ("Благовещенск", "ru", "Blagovechtchensk"),
        ("Нижний Тагил", "ru", "Nijni Taguil"),
        ("Геленджик", "ru", "Guelendjik"),
        ("Елец", "ru", "Ielets"),
        ("Артём", "ru", "Artiom"),
        ("Новосибирск", "ru", "Novossibirsk"),
        ("Большой Камень", "ru", "Bolchoï Kamen"),
        ("Суджа", "ru", "Soudja"),
        ("Курахове", "uk", "Kourakhove"),
        ("Авдіївка", "uk", "Avdiïvka"),
        ("Куп'янськ", "uk", "Koupiansk"),
        ("Запоріжжя", "uk", "Zaporijjia"),
        ("Хмельницький", "uk", "Khmelnytskyï"),
    ],
)
def test_transcription_into_french(name: str, lang: str, french: str) -> None:
    assert to_french(name, lang) == french


def test_untagged_names_are_kept_only_where_a_text_would_write_them() -> None:
    names = ["Koursk", "URS", "Kur", "Donetsk i Ukraina", "Kursk/2", "Kurskas", "Čerkasy"]
    assert [name for name in names if usable(name)] == ["Koursk", "Kurskas"]
    assert alike("Kurakhovo", "Kurakhove")
    assert not alike("Stalino", "Donetsk")
    assert (script("Курск"), script("쿠르스크"), script("Kурск")) == ("CYRILLIC", "HANGUL", "MIXED")


def test_names_of_cldr_are_spelled_out() -> None:
    shown = ["St. Lucia", "Antigua & Barbuda", "Myanmar (Birmanie)", "о-ва Кука"]
    assert [cldr_form(n) for n in shown] == ["Saint Lucia", "Antigua and Barbuda", "Myanmar", "острова Кука"]


def test_a_stem_goes_into_every_pattern_of_its_language() -> None:
    generic = read_curation().generics["oblast"]
    french = {n.toponym for n in with_generics({"fr": "de Koursk"}, generic)}
    assert french == {"oblast de Koursk", "région de Koursk", "province de Koursk"}


def test_an_untagged_name_gives_way_to_the_same_tagged_one() -> None:
    names = [PlaceName("Kursk", "und"), PlaceName("Kursk", "en"), PlaceName("Kursk", "de")]
    assert distinct(names) == (PlaceName("Kursk", "de"), PlaceName("Kursk", "en"))


def test_a_weak_name_gives_way_to_the_place_that_bears_it() -> None:
    engels, pokrovsk = settle([entry("gn:2", "Pokrovsk"), entry("gn:1", "Pokrovsk", weak=True)])
    assert (engels.id, engels.names) == ("gn:1", ())
    assert [n.toponym for n in pokrovsk.names] == ["Pokrovsk"]


def test_two_places_cannot_share_an_id() -> None:
    with pytest.raises(GazetteerError, match="gn:1 occurs twice"):
        settle([entry("gn:1", "Pokrovsk"), entry("gn:1", "Donetsk")])


def test_the_file_has_one_place_a_line() -> None:
    lines = as_text([entry("gn:1", "Pokrovsk"), entry("gn:2", "Donetsk")]).splitlines()
    assert [json.loads(line.rstrip(","))["@id"] for line in lines[1:-1]] == ["gn:1", "gn:2"]


def test_an_apostrophe_goes_where_it_is_a_sign_and_stays_with_an_article() -> None:
    names = ["Arsen’yev", "Namp’o", "L'viv", "Port-d'Espagne", "L'Aquila"]
    plain = ["Arsenyev", "Nampo", "Lviv", "Port-d'Espagne", "L'Aquila"]
    assert [without_signs(n) for n in names] == plain


@pytest.mark.parametrize(
    ("name", "lang", "stem"),
    [
        ("Borno State", "en", "Borno"),
        ("New South Wales", "en", "New South Wales"),
        ("de Homs", "fr", "Homs"),
        ("du Liban-Sud", "fr", "Liban-Sud"),
        ("Wilaya d'Annaba", "fr", "Annaba"),
        ("La Rioja", "fr", "La Rioja"),
        ("Gouvernement Homs", "de", "Homs"),
        ("Provincia de Hatay", "es", "Hatay"),
        ("Хомс", "ru", "Хомс"),
    ],
)
def test_the_stem_of_a_region(name: str, lang: str, stem: str) -> None:
    assert stem_of(name, lang, ("{} State", "state of {}")) == stem


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Rotes Meer", ("Rote Meer", "Roten Meer")),
        ("Naher Osten", ("Nahe Osten", "Nahen Osten")),
        ("Kanarische Inseln", ("Kanarische Inseln", "Kanarischen Inseln")),
        (
            "Vereinigte Arabische Emirate",
            ("Vereinigte Arabische Emirate", "Vereinigten Arabischen Emirate"),
        ),
        ("Beer Scheva", ()),
        ("Golf von Aden", ()),
    ],
)
def test_a_german_name_of_an_adjective_has_its_forms_behind_an_article(
    name: str, forms: tuple[str, ...]
) -> None:
    assert declined(name) == forms


def test_an_airport_has_its_short_name_as_well() -> None:
    airport = replace(entry("dm:airport-udyz", "Zvartnots International Airport"), kind=PlaceKind.SITE)
    names = {name.toponym for name in shortly_named(airport).names}
    assert {"Zvartnots Airport", "aéroport de Zvartnots", "aéroport international Zvartnots"} <= names
    assert shortly_named(entry("gn:1", "Yerevan")).names == entry("gn:1", "Yerevan").names
    base = replace(entry("dm:howard", "Howard Air Force Base"), kind=PlaceKind.SITE)
    assert "Howard Air Base" in {name.toponym for name in shortly_named(base).names}


def test_no_region_bears_the_name_of_another(bearers: Mapping[str, set[str]]) -> None:
    assert "gn:7521757" not in bearers[fold("Trøndelag")]  # Svalbard had its code
    assert bearers[fold("Trøndelag")] == {"dm:trondelag"}


def test_a_french_genitive_has_every_article_that_may_be() -> None:
    assert french_genitives("Idleb") == ("d'Idleb", "de l'Idleb")
    assert french_genitives("Nord") == ("de Nord", "du Nord")
    assert "de la Haute-Savoie" in french_genitives("Haute-Savoie")
    assert french_genitives("orientale") == ("orientale",)


def test_every_compass_part_of_a_country_has_its_names() -> None:
    by_key = {direction.key: direction for direction in DIRECTIONS}
    names = {n.toponym for n in names_towards(by_key["northern"], read_world().compass["ML"])}
    assert {"northern Mali", "nord du Mali", "Nord-Mali", "nord malien", "севере Мали"} <= names
    names = {n.toponym for n in names_towards(by_key["eastern"], read_world().compass["CD"])}
    assert {"eastern Congo", "east of the DRC", "est de la RDC"} <= names


def test_a_wrong_table_of_the_rules_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "world.toml"
    broken.write_text(
        WORLD.read_text(encoding="utf-8").replace("[airports]", "[aerodromes]"), encoding="utf-8"
    )
    with pytest.raises(GazetteerError, match="airports"):
        read_world(broken)


def test_a_wrong_table_of_the_places_by_hand_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "elsewhere.toml"
    broken.write_text('place = [\n  { id = "dm:x", title = "X", kind = "city" },\n]\nspelling = []\n')
    with pytest.raises(GazetteerError, match=r"elsewhere\.toml: .*lat"):
        read_curation(folder=tmp_path)


def test_a_spelling_of_a_place_that_is_not_there_is_refused() -> None:
    entry = Entry(
        id="gn:1", title="Alpha", kind=PlaceKind.CITY, country_code=None, ccodes=(), lat=0.0, lon=0.0,
        radius_km=3.0, names=(PlaceName("Alpha", "en"),), source="s", licence="l",
    )  # fmt: skip
    more = (PlaceName("Alfa", "fr"),)
    made = respelled([entry], {"gn:1": (Spelling("gn:1", "Alpha", more),)})
    assert made[0].names == (PlaceName("Alpha", "en"), PlaceName("Alfa", "fr"))
    wrong = {"gn:1": (Spelling("gn:1", "Beta", more),), "gn:2": (Spelling("gn:2", "Gamma", more),)}
    with pytest.raises(GazetteerError, match=r"gn:1 is Alpha, not Beta; there is no gn:2"):
        respelled([entry], wrong)


def test_a_wrong_table_of_the_curation_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "curated.toml"
    text = CURATED.read_text(encoding="utf-8")
    broken.write_text(text.replace('kind = "site"', 'kind = "castle"', 1), encoding="utf-8")
    with pytest.raises(GazetteerError, match="castle"):
        read_curation(broken)


@pytest.mark.parametrize("size", OUTLINES)
@pytest.mark.parametrize(
    ("lon", "lat", "code"),
    [
        (34.1, 44.95, "UA"),  # Simferopol
        (-13.0, 27.1, "EH"),  # Laayoune
        (37.6, 55.75, "RU"),
        (-171.0, 66.2, "RU"),  # Chukotka, beyond 180 degrees
        (125.75, 39.03, "KP"),
        (20.9, 42.6, "XK"),
    ],
)
def test_the_basemap_has_each_point_in_one_country(size: str, lon: float, lat: float, code: str) -> None:
    outlines = read_basemap(OUTLINES[size])
    assert [key for key, area in outlines.items() if area.contains(Point(lon, lat))] == [code]


@pytest.mark.parametrize(("size", "most_bytes"), [("110m", 250_000), ("50m", 1_300_000)])
def test_the_basemap_is_sound(size: str, most_bytes: int) -> None:
    assert OUTLINES[size].stat().st_size < most_bytes
    outlines = read_basemap(OUTLINES[size])
    assert "AQ" not in outlines
    for key, area in outlines.items():
        assert area.is_valid, key
        for part in area.geoms:
            west, south, east, north = part.bounds
            assert -180 <= west < east <= 180, key
            assert -90 <= south < north <= 90, key
            assert east - west < 180, f"{key} is drawn across the map"
            assert part.exterior.is_ccw, key


def test_every_place_has_what_the_format_asks_for(places: list[dict[str, Any]]) -> None:
    ids = {f["@id"] for f in places}
    assert len(ids) == len(places)
    kinds = {kind.value for kind in PlaceKind}
    for feature in places:
        label, properties = feature["@id"], feature["properties"]
        assert label.startswith(("gn:", "dm:")), label
        assert properties["kind"] in kinds, label
        assert properties["title"], label
        assert properties["source"], label
        assert properties["licence"], label
        assert properties["radius_km"] > 0, label
        assert feature["geometry"]["approximation"]["tolerance"] == round(properties["radius_km"] * 1000), (
            label
        )
        assert feature["when"]["timespans"], label
        lon, lat = feature["geometry"]["coordinates"]
        assert abs(lon) <= 180, label
        assert abs(lat) <= 90, label
        assert all(r["relationTo"] in ids for r in feature.get("relations", ())), label
        assert "ccodes" not in properties or properties["ccodes"], label


def test_names_are_clean_and_in_the_script_of_their_language(places: list[dict[str, Any]]) -> None:
    scripts = {"ru": "CYRILLIC", "uk": "CYRILLIC", "fr": "LATIN", "en": "LATIN"}
    for feature in places:
        names = [(n["toponym"], n["lang"]) for n in feature["names"]]
        assert names, feature["@id"]
        assert max(Counter(names).values()) == 1, feature["@id"]
        for toponym, lang in names:
            assert fold(toponym), feature["@id"]
            assert toponym == toponym.strip(), feature["@id"]
            assert script(toponym) in {scripts.get(lang, script(toponym)), "MIXED"}, (feature["@id"], toponym)


def test_the_point_of_a_country_lies_in_its_outline(places: list[dict[str, Any]]) -> None:
    outlines = read_basemap(OUTLINES["50m"])
    by_hand = {code for code, country in read_curation().countries.items() if country.point}
    countries = {f["properties"]["country_code"]: f for f in places if f["properties"]["kind"] == "country"}
    shown = {key for key in outlines if len(key) == 2}
    assert shown <= countries.keys()
    for code in shown - by_hand:
        assert outlines[code].contains(Point(countries[code]["geometry"]["coordinates"])), code


def test_a_city_lies_in_its_country_or_on_an_island_off_it(places: list[dict[str, Any]]) -> None:
    outlines = read_basemap(OUTLINES["50m"])
    astray = {
        f["properties"]["title"]
        for f in places
        if f["properties"]["kind"] == "city"
        and (area := outlines.get(f["properties"]["country_code"])) is not None
        and area.distance(Point(f["geometry"]["coordinates"])) > 0.3
    }
    # Islands and an exclave too small for the basemap, and what it draws apart: Somaliland, Western Sahara.
    assert astray == {
        "Adamstown", "Agios Efstratios", "Aousserd", "Berbera", "Buhodle", "Cockburn Town", "Hargeysa",
        "Hillsborough, Carriacou", "Kavaratti", "Laascaanood", "Las Khorey", "Lughaye", "Magong", "Melilla",
        "Nangan", "Neft Daşları", "Tog Wajaale", "Tukaraq", "Yonaguni",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Koursk", {"gn:538560"}),
        ("région de Koursk", {"gn:538555"}),
        ("Курская область", {"gn:538555"}),
        ("쿠르스크", {"gn:538560"}),
        ("Oussouriïsk", {"gn:2014006"}),
        ("Blagovechtchensk", {"gn:2026609", "gn:576116"}),
        ("Donetsk", {"gn:709717", "gn:565348"}),
        ("Pokrovsk", {"gn:704422"}),
        ("Dombass", {"dm:donbas"}),
        ("Extrême-Orient russe", {"dm:russian-far-east"}),
        ("aéroport de Sunan", {"dm:airport-zkpy"}),
        ("Sunan", {"gn:1869021", "dm:airport-zkpy"}),
        ("Primorié", {"gn:2017623"}),
        ("Crimée", {"gn:703883"}),
        ("Tchétchénie", {"gn:569665"}),
        ("Kiev", {"gn:703448"}),
        ("Etats-Unis", {"gn:6252001"}),
        ("RPDC", {"gn:1873107"}),
        ("Birmanie", {"gn:1327865"}),
        ("Géorgie", {"gn:614540", "gn:4197000"}),
        ("Congo", {"gn:203312", "gn:2260494"}),
        ("Haute-Savoie", {"gn:3013736"}),
        ("Artibonite", {"gn:3731053"}),
        ("Cabo Delgado", {"gn:1051823"}),
        ("province de Hatay", {"gn:312394"}),
        ("gouvernorat de Homs", {"gn:169575"}),
        ("Homs", {"gn:169577"}),
        ("Bretagne", {"dm:admin-fr-53"}),
        ("Bavière", {"gn:2951839"}),
        ("Texas", {"gn:4736286"}),
        ("N.C.", {"gn:4482348"}),
        ("NSW", {"gn:2155400"}),
        ("Miss", set()),
        ("Cher", set()),
        ("Manche", {"dm:english-channel"}),
        ("nord du Mali", {"dm:azawad"}),
        ("Nord-Mali", {"dm:azawad"}),
        ("southwestern Niger", {"dm:southwestern-ne"}),
        ("est de la RDC", {"dm:eastern-drc"}),
        ("sud de la Turquie", {"dm:southern-tr"}),
        ("northern Ghana", {"dm:northern-gh"}),
        ("nord de la Norvège", {"dm:northern-no"}),
        ("northeast Denmark", {"dm:northeastern-dk"}),
        ("est de la Norvège", {"dm:eastern-norway"}),
        ("Western Australia", {"gn:2058645"}),
        ("west of Australia", {"dm:western-au"}),
        ("South Vietnam", {"gn:1562822"}),
        ("ouest de la mer Noire", {"dm:western-black-sea"}),
        ("southern Georgia", {"dm:southern-ge"}),
        ("south Georgia", {"dm:south-georgia"}),
        ("Centre turc", set()),
        ("South Sudan", {"gn:7909807"}),
        ("Artemivsk", {"gn:713174"}),
        ("Kirovograd", {"gn:705812"}),
        ("Rangoun", {"gn:1298824"}),
        ("Saïgon", {"gn:1566083"}),
        ("aéroport de Conakry", {"dm:airport-gucy"}),
        ("Tocumen Airport", {"dm:airport-mpto"}),
        ("Aden Adde Airport", {"dm:airport-hcmm"}),
        ("aéroport de Mitiga", {"dm:mitiga"}),
        ("Jourdain", {"dm:jordan-river"}),
    ],
)
def test_who_bears_a_name(bearers: Mapping[str, set[str]], name: str, expected: set[str]) -> None:
    assert bearers.get(fold(name), set()) == expected


def test_no_region_takes_the_name_of_its_city(places: list[dict[str, Any]]) -> None:
    cities = {
        (f["properties"]["country_code"], fold(n["toponym"]))
        for f in places
        if f["properties"]["kind"] == "city"
        for n in f["names"]
    }
    both = {
        n["toponym"]
        for f in places
        if f["properties"]["kind"] == "admin"
        for n in f["names"]
        if (f["properties"]["country_code"], fold(n["toponym"])) in cities
    }
    # The region took the city's old name, and the province is its city's island.
    assert both == {"Birobidjan", "Jeju"}


def test_the_seats_of_governments_are_marked(places: list[dict[str, Any]]) -> None:
    marked = {f["@id"] for f in places if f["properties"].get("capital")}
    assert all(f["properties"]["kind"] == "city" for f in places if f["@id"] in marked)
    # Moscow, Seoul, Kyiv, Pristina, The Hague; and not Donetsk, Nuuk or Hong Kong.
    assert {"gn:524901", "gn:1835848", "gn:703448", "gn:786714", "gn:2747373"} <= marked
    assert not {"gn:709717", "gn:3421319", "gn:1819729"} & marked
    assert 190 < len(marked) < 215


@pytest.mark.parametrize(
    ("country", "least"), [("FR", 109), ("US", 50), ("TR", 81), ("SY", 14), ("CD", 26), ("ML", 8), ("DE", 13)]
)
def test_the_regions_of_a_country_are_there(places: list[dict[str, Any]], country: str, least: int) -> None:
    kinds = [f["properties"]["kind"] for f in places if f["properties"]["country_code"] == country]
    assert kinds.count("admin") >= least


def test_the_point_of_a_region_lies_in_its_country(places: list[dict[str, Any]]) -> None:
    outlines = read_basemap(OUTLINES["50m"])
    astray = {
        f["properties"]["title"]
        for f in places
        if f["properties"]["kind"] == "admin"
        and (area := outlines.get(f["properties"]["country_code"])) is not None
        and area.distance(Point(f["geometry"]["coordinates"])) > 0.3
    }
    # Islands too small for the basemap, and Somaliland, which it draws apart.
    islands = {"Annobón", "Archipelago of Saint Andréws", "Lakshadweep"}
    assert astray == islands | {"Awdal", "Sanaag", "Sool", "Togdheer"}


def test_the_file_stays_of_a_size_that_people_can_open() -> None:
    assert (ROOT / "gazetteer.json").stat().st_size < 13_700_000


def test_the_table_of_names_is_sorted_and_in_the_languages_that_it_promises() -> None:
    lines = (ROOT / "geo" / "data" / "names.tsv").read_text(encoding="utf-8").splitlines()
    rows = [(int(key), lang, name) for key, lang, name in (line.split("\t") for line in lines)]
    assert rows == sorted(set(rows))
    assert {lang for _, lang, _ in rows} == set(TABLE_LANGUAGES)
    assert all(name == " ".join(name.split()) != "" for _, _, name in rows)
    assert {(524901, "fr", "Moscou"), (524901, "en", "Moscow")} <= set(rows)


def test_the_file_says_whose_data_it_holds(collection: dict[str, Any]) -> None:
    for owner in ("GeoNames (CC BY 4.0)", "Natural Earth", "Unicode CLDR", "Visionscarto"):
        assert owner in collection["attribution"]
    notice = (ROOT / "geo" / "data" / "README.md").read_text(encoding="utf-8")
    assert "Natural Earth, modified by Visionscarto" in notice
    assert "imply no opinion and no endorsement" in notice
