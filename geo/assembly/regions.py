"""First-level regions of the world by rule, beside those that ``curated.toml`` keeps.

Natural Earth gives their areas and names, GeoNames more names, ``world.toml`` the words around them.
A region is called by its bare name only where that name is nobody's else: "Texas", not "Homs".
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import shapely
from shapely import MultiPolygon, Polygon

from geo.assembly.linked_places import Entry
from geo.assembly.material import Material
from geo.assembly.naming import distinct, likeness, script, with_generics, without_signs, written_in
from geo.assembly.shapes import Area, interior_point, reach_km
from geo.assembly.sources import City, Region, to_region
from geo.assembly.world import Dissolved, RegionRules, Stems
from geo.errors import GazetteerError
from geo.records import PlaceKind, PlaceName
from geo.text import fold

# A city of this size inside the region keeps the bare name; one of the larger size anywhere in the country.
SEAT = 15_000
LARGE_CITY = 100_000
# A city of this size bears its name in other countries too, and so does a capital.
FAMOUS_CITY = 200_000
# How much another name of a city shares with its main one to be its own, and not that of the land around it.
LIKE_THE_CITY = 0.6
# Below this many letters a name is a word in too many languages.
SHORTEST = 4
# Corners nearer than this to the line between their neighbours add nothing to a point and a radius, degrees.
DETAIL = 0.02

_ARTICLE = r"(?:de la |de l['’]|du |des |de |d['’]|la |l['’])"
_FRENCH_HEAD = re.compile(
    rf"^(?:(?i:province|région|wilaya|oblys|oblast|état|département|cité|gouvernorat|comté|canton)s?\s+)?"
    rf"{_ARTICLE}?(?=\w)"
)
_FRENCH_ARTICLE = re.compile(rf"^{_ARTICLE}")
_GERMAN_HEAD = re.compile(
    r"^(?:(?:Département|Departamento|Gouvernement|Governorat|Bezirk|Provinz|Wilaya|Landkreis|Bundesstaat|"
    r"Kanton|Region|Präfektur) |del )"
)
_GERMAN_TAIL = re.compile(r"-Staat$")
_SPANISH_HEAD = re.compile(
    r"^(?:Provincia|Departamento|Estado|Región|Gobernación|Distrito|Prefectura|Condado) (?:de la |del |de )?"
)
_ALIKE = 4  # letters that two spellings of one name share, at least
_LATIN = re.compile(r"[a-z]+")
_BRACKETS = re.compile(r"\s*\(.*?\)\s*$")
# A Cyrillic or Korean name with such a word is the region's own.
_GENERIC_WORDS = re.compile(
    r"област|край|округ|провинци|провінці|штат|мухафаз|департамент|район|регион|регіон|уезд|повіт|воеводств|"
    r"воєводств|префектур|графств|кантон|вилайет|вілаєт|эмират|емірат|губерни|губерні|остан|жудец|земля|"
    r"(?:성|주|도|현|구)$"
)
_VOWELS = frozenset("aeiou")
# The bare name serves their texts, where the region has it, and the English one where it is the same.
_BARE_IS_ENOUGH = frozenset({"de", "es"})
_NATIVE = frozenset({"ru", "uk", "ko"})


@dataclass(frozen=True)
class Unit:
    """A region before it is named: `stems` take generic words, `names` may stand alone, `full` do."""

    iso: str
    id: str
    country_code: str
    type: str
    local_name: str
    region: Region
    stems: Mapping[str, str]
    names: tuple[PlaceName, ...]
    full: tuple[PlaceName, ...]


@dataclass(frozen=True)
class Bearers:
    """Who bears which folded name: what is left to others.

    Attributes
    ----------
    others
        Names of countries, of what stands by hand, and of large cities and capitals anywhere.
    cities
        Country's code and name of the cities that have an entry.
    seats
        Country's code to name to the cities of any note, which have none.
    codes
        GeoNames codes of the regions ("TR.31") that cities are told to lie in.
    """

    others: frozenset[str]
    cities: frozenset[tuple[str, str]]
    seats: Mapping[str, Mapping[str, list[City]]]
    codes: frozenset[str]


def region_entries(material: Material, made: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the first-level regions that nobody keeps by hand.

    Parameters
    ----------
    material
        The sources.
    made
        The entries that stand already; their ids and names are not given twice.
    """
    rules = material.world.regions
    taken = {entry.id for entry in made}
    units = [unit for unit in _units(material) if unit.id not in taken]
    bearers = _bearers(material, made, units)
    for unit in _without_doubles(_unique(units)):
        if not rules.patterns[unit.type] and not _may_stand_bare(unit.stems["en"], unit, rules, bearers):
            continue
        names = _names(unit, rules, bearers)
        lat, lon = interior_point(unit.region.area)
        yield Entry(
            id=unit.id,
            title=_title(unit, rules, bearers),
            kind=PlaceKind.ADMIN,
            country_code=unit.country_code,
            ccodes=(unit.country_code,),
            lat=lat,
            lon=lon,
            radius_km=reach_km(unit.region.area, lat, lon),
            names=names,
            source="Natural Earth; GeoNames; hand",
            licence="public domain; CC BY 4.0; MIT",
            wikidata=unit.region.wikidata,
            within=f"gn:{material.countries[unit.country_code].geonameid}",
        )


def _units(material: Material) -> Iterator[Unit]:
    """Yield what Natural Earth holds as one region, and then what it holds in pieces."""
    rules = material.world.regions
    kept = {admin.iso for admin in material.curation.admins}
    repeated = Counter(
        feature["properties"].get("iso_3166_2")
        for feature in material.features
        if _is_known(feature["properties"])
    )
    for feature in sorted(material.features, key=lambda f: str(f["properties"]["adm1_code"])):
        row = feature["properties"]
        iso = row["iso_3166_2"] if repeated[row["iso_3166_2"]] <= 1 else row["adm1_code"]
        if repeated[row["iso_3166_2"]] and not _is_known(row):
            # An island of its own in the source, under the code of the region that it belongs to.
            continue
        if iso in kept or _is_left_out(row, rules) or row["iso_a2"] not in material.countries:
            continue
        yield _unit(iso, to_region(iso, feature), row, material)
    pieces: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for feature in material.features:
        row = feature["properties"]
        pieces.setdefault((row.get("iso_a2") or "", row.get("region") or ""), []).append(feature)
    for dissolved in rules.dissolved:
        yield _dissolved(dissolved, pieces.get((dissolved.country_code, dissolved.region), []), material)


def _is_known(row: Mapping[str, Any]) -> bool:
    return bool((row.get("gn_id") or -1) > 0)


def _is_left_out(row: Mapping[str, Any], rules: RegionRules) -> bool:
    code, iso, kind = row.get("iso_a2") or "", row.get("iso_3166_2") or "", row.get("type_en")
    placed = _is_known(row) or "~" not in iso
    return (
        kind not in rules.types
        or bool({code, iso, kind} & rules.without)
        or code in rules.only_dissolved
        or iso.startswith("-99")
        or not row.get("name")
        or not placed
    )


def _unit(iso: str, region: Region, row: Mapping[str, Any], material: Material) -> Unit:
    rules = material.world.regions
    code = row["iso_a2"]
    kind = rules.types_by_country.get(code, rules.types[row["type_en"]])
    by_hand = rules.stems.get(iso, Stems({}, ()))
    if row.get("gn_level") != 1:
        # Natural Earth numbers the French départements as GeoNames does the regions.
        region = replace(region, admin1=None)
    tagged = _tagged(region.admin1, material)
    named = (*region.names, *tagged) if _are_of_one(region.names, tagged) else region.names
    stems, rest, full = _parted(named, kind, rules)
    hand = {"en": by_hand.by_lang.get("en"), "fr": by_hand.by_lang.get("fr") or by_hand.by_lang.get("en")}
    stems |= {lang: stem for lang, stem in hand.items() if stem}
    stems.setdefault("en", row["name"])
    # Where a stem stands by hand, the source has the names of another region, in every language.
    wrong = bool(by_hand.by_lang)
    return Unit(
        iso=iso,
        id=f"gn:{region.geonameid}" if region.geonameid else f"dm:admin-{iso.lower()}",
        country_code=code,
        type=kind,
        local_name=row["name"],
        region=replace(region, area=_plain_area(region.area), wikidata=None if wrong else region.wikidata),
        stems={lang: stem for lang, stem in stems.items() if not wrong or lang in ("en", "fr")},
        names=() if wrong else rest,
        full=by_hand.names if wrong else (*full, *by_hand.names),
    )


def _dissolved(by_hand: Dissolved, pieces: Sequence[Mapping[str, Any]], material: Material) -> Unit:
    if not pieces:
        raise GazetteerError(f"world.toml: Natural Earth has no {by_hand.region} in {by_hand.country_code}")
    regions = [to_region(by_hand.code, piece) for piece in pieces]
    area = shapely.union_all([shapely.buffer(_plain_area(region.area), 0.001) for region in regions])
    if not isinstance(area, Polygon | MultiPolygon):
        raise GazetteerError(f"world.toml: {by_hand.region} is no area")
    rules = material.world.regions
    stems, rest, full = _parted(_tagged(by_hand.code, material), by_hand.type, rules)
    return Unit(
        iso=by_hand.code,
        id=f"dm:admin-{by_hand.code.lower().replace('.', '-')}",
        country_code=by_hand.country_code,
        type=by_hand.type,
        local_name=by_hand.region,
        region=Region(by_hand.code, None, None, by_hand.code, (), area),
        stems=stems | dict(by_hand.stems.by_lang),
        names=rest,
        full=(*full, *by_hand.stems.names),
    )


def _plain_area(area: Area) -> Area:
    plain = shapely.make_valid(shapely.simplify(area, DETAIL))
    parts = [part for part in shapely.get_parts(plain) if isinstance(part, Polygon)]
    return MultiPolygon(parts) if parts else area


def _tagged(code: str | None, material: Material) -> tuple[PlaceName, ...]:
    return material.tagged.of(code) if code and "." in code else ()


def _are_of_one(names: Sequence[PlaceName], others: Sequence[PlaceName]) -> bool:
    """Tell whether two sources name one region: GeoNames gave codes of old regions to new ones.

    Some word of one has to begin as some word of the other, in Latin letters.
    """
    words = ([w for name in given for w in _LATIN.findall(fold(name.toponym))] for given in (names, others))
    ours, theirs = ({word[:_ALIKE] for word in given if len(word) >= _ALIKE} for given in words)
    return not ours or not theirs or bool(ours & theirs)


def _parted(
    given: Iterable[PlaceName], kind: str, rules: RegionRules
) -> tuple[dict[str, str], tuple[PlaceName, ...], tuple[PlaceName, ...]]:
    """Part the names of the sources into one stem a language, further bare names, and names in full."""
    stems: dict[str, str] = {}
    bare: list[PlaceName] = []
    full: list[PlaceName] = []
    for name in given:
        plain = _BRACKETS.sub("", name.toponym.replace("’", "'")).strip(" -")
        if not plain or not written_in(name.lang, plain):
            continue
        stem = stem_of(plain, name.lang, rules.patterns[kind].get("en", ()))
        if name.lang in _NATIVE and _GENERIC_WORDS.search(plain.lower()):
            full.append(PlaceName(plain, name.lang))
            continue
        if stem != plain and stem[:1].isupper() and plain[:1].isupper():
            full.append(PlaceName(plain, name.lang))
        stems.setdefault(name.lang, stem)
        bare.append(PlaceName(stem, name.lang))
    return stems, tuple(bare), tuple(full)


def stem_of(name: str, lang: str, english: Iterable[str] = ()) -> str:
    """Return a region's name without its generic word: "Borno State" is "Borno", "de Homs" is "Homs".

    Parameters
    ----------
    name, lang
        The name and its language.
    english
        The English patterns of its type ("{} State"); other generic words belong to an English name.
    """
    if lang == "en":
        tails = [pattern.removeprefix("{}") for pattern in english if pattern.startswith("{}")]
        tail = next((t for t in (*tails, " Economic Prefecture", " state") if name.endswith(t)), "")
        return name.removesuffix(tail) or name
    if lang == "fr":
        return _FRENCH_ARTICLE.sub("", _FRENCH_HEAD.sub("", name)) or name
    if lang == "de":
        return _GERMAN_TAIL.sub("", _GERMAN_HEAD.sub("", name)) or name
    if lang == "es":
        return _SPANISH_HEAD.sub("", name) or name
    return name


def _unique(units: Iterable[Unit]) -> Iterator[Unit]:
    """Yield the units; where the source gives two of them one id, the first keeps it."""
    seen: set[str] = set()
    for unit in units:
        yield replace(unit, id=f"dm:admin-{unit.iso.lower()}") if unit.id in seen else unit
        seen.add(unit.id)


def _without_doubles(units: Iterable[Unit]) -> list[Unit]:
    """Take from each unit the names that the source gives to another of the same country as well.

    They are mistakes of the source, or those of a city and of the land around it.
    """
    kept = list(units)
    count = Counter((u.country_code, n) for u in kept for n in {fold(n.toponym) for n in _sourced(u)})

    def is_own(unit: Unit, name: str) -> bool:
        return count[unit.country_code, fold(name)] == 1 or fold(name) == fold(unit.local_name)

    return [
        replace(
            unit,
            stems={"en": unit.local_name} | {lang: s for lang, s in unit.stems.items() if is_own(unit, s)},
            names=tuple(n for n in unit.names if is_own(unit, n.toponym)),
            full=tuple(n for n in unit.full if is_own(unit, n.toponym)),
        )
        for unit in kept
    ]


def _sourced(unit: Unit) -> Iterator[PlaceName]:
    yield from (PlaceName(stem, lang) for lang, stem in unit.stems.items())
    yield from unit.names
    yield from unit.full


def _bearers(material: Material, made: Sequence[Entry], units: Sequence[Unit]) -> Bearers:
    others: set[str] = set()
    for entry in made:
        famous = entry.capital or (entry.population or 0) >= FAMOUS_CITY
        if entry.kind is not PlaceKind.CITY or famous or entry.id.startswith("dm:"):
            others.update(fold(name.toponym) for name in entry.names)
    wanted = {_plain_key(name.toponym) for unit in units for name in _sourced(unit)}
    seats: dict[str, dict[str, list[City]]] = {unit.country_code: {} for unit in units}
    for city in material.cities.values():
        if city.country_code in seats and city.population >= SEAT:
            for key in _keys_of(city, wanted, material):
                seats[city.country_code].setdefault(key, []).append(city)
    cities = {
        (entry.country_code or "", _plain_key(name.toponym))
        for entry in made
        if entry.kind is PlaceKind.CITY
        for name in entry.names
        if name not in entry.weak
    }
    codes = frozenset(city.admin1 for city in material.cities.values())
    return Bearers(frozenset(others), frozenset(cities), seats, codes)


def _keys_of(city: City, wanted: set[str], material: Material) -> set[str]:
    """Return the city's names that a region bears too: the main ones, and what looks like them."""
    main = {
        _plain_key(name)
        for name in (city.name, *(n.toponym for n in material.tagged.of(str(city.geonameid))))
    }
    others = {_plain_key(name) for name in city.alternates} & wanted - main
    return main | {key for key in others if likeness(key, without_signs(city.name)) >= LIKE_THE_CITY}


def _plain_key(name: str) -> str:
    return fold(without_signs(name))


def _may_stand_bare(name: str, unit: Unit, rules: RegionRules, bearers: Bearers) -> bool:
    key = fold(name)
    if not name[:1].isalpha() or name[:1].islower() or key in rules.never_alone or key in bearers.others:
        return False
    if script(name) == "LATIN" and len(key.replace(" ", "")) < SHORTEST and name not in rules.short:
        return False
    if (unit.country_code, _plain_key(name)) in bearers.cities:
        return False
    code = unit.region.admin1 or ""
    anywhere = code not in bearers.codes
    rivals = bearers.seats[unit.country_code].get(_plain_key(name), [])
    return not any(c.population >= LARGE_CITY or anywhere or c.admin1 == code for c in rivals)


def _names(unit: Unit, rules: RegionRules, bearers: Bearers) -> tuple[PlaceName, ...]:
    """Return the stems with their generic words, the names in full, and the bare ones that are its own."""
    patterns = rules.patterns[unit.type]
    formed: list[PlaceName] = []
    for lang, stem in unit.stems.items():
        # Where the bare name is the region's, its other generic words need no name of their own.
        bare = _may_stand_bare(stem, unit, rules, bearers)
        used = () if bare and lang in _BARE_IS_ENOUGH else patterns.get(lang, ())[: 1 if bare else None]
        behind = french_genitives(stem) if lang == "fr" else (stem,)
        formed.extend(n for form in behind for n in with_generics({lang: form}, {lang: used}))
    stems = (PlaceName(stem, lang) for lang, stem in unit.stems.items())
    kept = [
        name
        for name in (*unit.names, *stems)
        if _may_stand_bare(name.toponym, unit, rules, bearers)
        and not (name.lang in _BARE_IS_ENOUGH and name.toponym == unit.stems["en"])
    ]
    full = [n for n in unit.full if fold(n.toponym) not in bearers.others]
    short = [PlaceName(form, "en") for form in rules.abbreviations.get(unit.iso, ())]
    title = PlaceName(_title(unit, rules, bearers), "en")
    return _once_folded(distinct([title, *formed, *full, *kept, *short]), title)


def _once_folded(names: tuple[PlaceName, ...], title: PlaceName) -> tuple[PlaceName, ...]:
    """Return of the names of a language that differ in accents alone the one that has them."""
    best: dict[tuple[str, str], PlaceName] = {}
    for name in names:
        key = (name.lang, fold(name.toponym))
        known = best.get(key)
        if known is None or (known != title and known.toponym.isascii()):
            best[key] = name
    return tuple(name for name in names if best[name.lang, fold(name.toponym)] == name)


def _title(unit: Unit, rules: RegionRules, bearers: Bearers) -> str:
    stem = unit.stems["en"]
    patterns = rules.patterns[unit.type].get("en", ())
    if not patterns or _may_stand_bare(stem, unit, rules, bearers):
        return stem
    return patterns[0].replace("{}", stem)


def french_genitives(stem: str) -> tuple[str, ...]:
    """Return a name with the prepositions that a French text may put to it; its gender is in no source.

    "Texas" gives "de Texas" and "du Texas", "orientale" stays as it is.
    """
    initial = fold(stem)[:1]
    if stem[:1].islower():
        return (stem,)
    if initial in _VOWELS:
        return (f"d'{stem}", f"de l'{stem}")
    forms = [f"de {stem}", f"du {stem}"]
    if fold(stem)[-1:] in ("e", "a"):
        forms.append(f"de la {stem}")
    if stem.endswith("s"):
        forms.append(f"des {stem}")
    if initial in ("h", "y"):
        forms.append(f"de l'{stem}")
    return tuple(forms)
