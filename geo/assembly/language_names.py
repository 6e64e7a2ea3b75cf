"""``geo/data/names.tsv``: the names of GeoNames places with their language, as libgeonames-common tags them.

One name a line: GeoNames id, language (BCP 47) and name, parted by tabs; sorted by id and language.
"""

from collections.abc import Iterator
from pathlib import Path

from geo.assembly.material import LOCALE
from geo.assembly.naming import without_signs
from geo.assembly.sources import TaggedNames

# What the recogniser may meet; others of the source's 190 languages would only make the file longer.
TABLE_LANGUAGES = ("ar", "de", "en", "es", "fr", "it", "ko", "pl", "pt", "ru", "tr", "uk")
# Signs for breaths and soft consonants that no text in these languages writes.
_WITHOUT_SIGNS = frozenset({"de", "en", "es", "fr", "it", "pl", "pt", "tr"})


def read_names(locale: Path) -> Iterator[tuple[int, str, str]]:
    """Yield (GeoNames id, language, name) of the places, sorted; regions have codes and are left out."""
    tagged = TaggedNames(locale, TABLE_LANGUAGES)
    rows = {
        (int(key), lang, without_signs(name) if lang in _WITHOUT_SIGNS else name)
        for key, lang, name in tagged.all()
        if key.isdigit()
    }
    yield from sorted((key, lang, " ".join(name.split())) for key, lang, name in rows)


def write_names(sources: Path, root: Path) -> str:
    """Write ``geo/data/names.tsv`` under `root`; return what was written."""
    rows = list(read_names(sources / LOCALE))
    data = "".join(f"{key}\t{lang}\t{name}\n" for key, lang, name in rows).encode()
    target = root / "geo" / "data" / "names.tsv"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    places = len({key for key, _, _ in rows})
    return f"{target}: {len(rows)} names of {places} places, {len(data)} bytes"
