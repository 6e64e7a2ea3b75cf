"""What a document would be read with today, as a hash: code, libraries, language pack, gazetteer.

A document is read again where this has changed since, and only there: a new French pack leaves the English
reports alone.
"""

import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import metadata, resources
from pathlib import Path

from geo import languages
from geo.documents import Limits, Part
from geo.store import Kept

# Rooms that have no say in what a report is read as.
_LATER = (
    "assembly",
    "copies",
    "engines",
    "explanations",
    "exports",
    "features",
    "frames",
    "joining",
    "maps",
    "movements",
    "plots",
    "scoring",
    "spools",
)
_LIBRARIES = ("charset-normalizer", "marisa-trie", "py3langid")
_JOINING = ("antimeridian", "geopandas", "geopy", "msgspec", "pandas", "pyarrow", "pyproj", "shapely")
_LIBRARIES_OF = {"html": ("htmldate", "trafilatura"), "pdf": ("pypdf",), "docx": ("python-docx",)}


class Stamps:
    """Tells whether what is kept of a document is up to date.

    Parameters
    ----------
    gazetteer_key
        `geo.gazetteer.Opened.key`.
    limits
        They have a say only in what could not be read.
    """

    def __init__(self, gazetteer_key: str, limits: Limits) -> None:
        self._gazetteer = gazetteer_key
        self._limits = repr(limits)
        self._known: dict[tuple[str, str | None], str] = {}

    def of(self, form: str, language: str | None) -> str:
        """Return the stamp of a document of a form, in a language."""
        if (form, language) not in self._known:
            versions = [_version(name) for name in (*_LIBRARIES, *_LIBRARIES_OF.get(form, ()))]
            pack = languages.file_of(language) if language and language in languages.available() else b""
            self._known[form, language] = digest(code(_LATER), *versions, pack, self._gazetteer)
        return self._known[form, language]

    def of_failed(self, form: str) -> str:
        """Return the stamp of what could not be read."""
        return digest(self.of(form, None), self._limits)

    def is_current(self, kept: Kept, part: Part, fingerprint: str) -> bool:
        """Tell whether reading a part again would give what is kept of it."""
        stamp = self.of_failed(part.form) if kept.reason else self.of(part.form, kept.language)
        return (kept.fingerprint, kept.stamp) == (fingerprint, stamp)


def of_joining(gazetteer_key: str, told: str) -> str:
    """Return the stamp of what claims are joined with; `told` is what a person keeps beside them."""
    return digest(code(), *map(_version, _JOINING), gazetteer_key, told)


def fingerprint(part: Part) -> str:
    """Return the hash of all that a document is made of."""
    return digest(part.id, part.file, part.form, part.raw, *(word for pair in part.told for word in pair))


def digest(*parts: str | bytes) -> str:
    """Return a hash that tells parts apart from each other, and from the same bytes cut elsewhere."""
    found = hashlib.sha256()
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(len(raw).to_bytes(8, "little"))
        found.update(raw)
    return found.hexdigest()[:32]


@cache
def code(but: Sequence[str] = ()) -> str:
    """Return the hash of the program's code, without some of its rooms: another version reads otherwise."""
    return digest(*_files(Path(str(resources.files("geo"))), but))


def _files(folder: Path, but: Sequence[str] = ()) -> Iterator[bytes]:
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name not in but:
            yield from _files(path)
        elif path.suffix == ".py" and path.stem not in but:
            yield path.read_bytes()


def _version(library: str) -> str:
    try:
        return f"{library} {metadata.version(library)}"
    except metadata.PackageNotFoundError:
        return f"{library} is not installed"
