"""Names that sound alike: "Ain Issa" and "‘Ayn ‘Īsá", "Tell Abyad" and "Tall Abyaḑ".

Names from Arabic, Persian, Burmese, Amharic and other scripts have no one spelling in Latin letters. What the
spellings share is their consonants, so a name is kept under these too, as in the phonetic codes of archives
(R. C. Russell's index, United States patent 1,261,167 of 1918, which became Soundex). A name that no entry
bears is looked for under its consonants, in the countries that the report names.
"""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from geo.gazetteer.names import key_of
from geo.records import GazetteerEntry, PlaceKind

BEFORE_CODE = "~"  # parts the consonants of a name from its country
_SHORTEST = 3  # consonants; fewer are shared by too many names
_LONGEST = 24
# Of the letters of two names this share must be the same, in order; more where there are few consonants.
_LIKENESS, _LIKENESS_OF_SHORT = 0.66, 0.75
_MARGIN = 0.1
# Languages whose spelling a report in Latin letters may follow; "und" is a name without a language.
_SPELLINGS = ("en", "fr", "und")
_ARTICLES = frozenset(
    ("al", "el", "ad", "ar", "as", "ash", "at", "an", "az", "ed", "er", "es", "esh", "ez", "ul", "ur")
)
# One letter for each sound: "Cheikh", "Sheikh" and "Shaykh"; "Oum" and "Umm"; "Kyaukphyu" and "Kyaukpyu".
_SOUNDS = re.compile("t?s?ch|s[ch]|[kg]h|d(?:zh|j|sch)|zh|ph|c?[kqc]|x|ou|gu(?=[ei])|(?<=.)h")
_LETTERS = {
    "ph": "p",
    "x": "ks",
    "ou": "u",
    "h": "",
    "kh": "h",
    "gh": "h",
    "dzh": "j",
    "dj": "j",
    "dsch": "j",
    "zh": "j",
    "gu": "g",
}
_TWICE = re.compile(r"([a-z])\1+")
_VOWELS = re.compile("(?<=.)[aeiouwy]+")
# Where place names have one official spelling in Latin letters, one that differs is another name.
_ONE_SPELLING = frozenset(
    code
    for codes in (
        "AD AR AT AU BE BO BR CA CH CL CO CR CU CZ DE DK DO EC EE ES FI FR GB GF GP GT HN HR HT HU IE IS",
        "IT LI LT LU LV MC MQ MX NI NL NO NZ PA PE PH PL PR PT PY RE RO SE SI SK SM SV US UY VA VE VN",
    )
    for code in codes.split()
)


def sound_key(country_code: str, key: str) -> str:
    """Return under what an entry of a country with a name of that key is kept, or "" where it is not.

    A name counts in Latin letters only, with at least three consonants.
    """
    bones = bones_of(key) if country_code not in _ONE_SPELLING else ""
    return f"{bones}{BEFORE_CODE}{country_code}" if bones else ""


def bones_of(key: str) -> str:
    """Return the consonants of a name with that key, or "" where it has too few or other letters."""
    return _bones(key) if key.isascii() else ""


def sound_keys(entry: GazetteerEntry) -> tuple[str, ...]:
    """Return under what an entry is kept for names that sound like one of its own, sorted."""
    place = entry.place
    if place.country_code is None or place.country_code in _ONE_SPELLING or place.kind is PlaceKind.COUNTRY:
        return ()
    return tuple(sorted({sound_key(place.country_code, key_of(n)) for n in _spellings(entry)} - {""}))


def spellings(entry: GazetteerEntry) -> frozenset[str]:
    """Return the names of an entry that may be written in Latin letters, in one letter for each sound."""
    found = {_plain(key_of(name)) for name in _spellings(entry)}
    return frozenset(name for name in found if name.isascii())


def most_like(
    key: str, spelled: Iterable[tuple[GazetteerEntry, frozenset[str]]]
) -> tuple[GazetteerEntry, ...]:
    """Return the entries with a name whose letters, vowels too, are most like those of a key.

    They come in the order given, each once; those that are clearly less like it than another are left out.
    `spelled` gives each with its `spellings`.
    """
    written = _plain(key)
    found = {entry.place.id: (entry, _likeness(written, names)) for entry, names in spelled}
    least = _LIKENESS_OF_SHORT if len(_bones(key)) == _SHORTEST else _LIKENESS
    enough = max(least, max((likeness for _, likeness in found.values()), default=0.0) - _MARGIN)
    return tuple(entry for entry, likeness in found.values() if likeness >= enough)


def _spellings(entry: GazetteerEntry) -> list[str]:
    return sorted({entry.place.name, *(n.toponym for n in entry.names if n.lang in _SPELLINGS)})


def _likeness(written: str, names: Iterable[str]) -> float:
    return max((_ratio(written, name) for name in names if name[:1] == written[:1]), default=0.0)


@lru_cache(maxsize=16384)  # a name is compared with the same places in each report that has it
def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


@lru_cache(maxsize=4096)
def _plain(key: str) -> str:
    """Return a name in one letter for each sound, without articles and spaces."""
    words = key.split(" ")
    kept = [word for word in words if word not in _ARTICLES] or words
    joined = _SOUNDS.sub(_letter, "".join(kept)[:_LONGEST])
    return _TWICE.sub(r"\1", joined)


def _letter(found: re.Match[str]) -> str:
    written = found.group()
    return _LETTERS.get(written, "k" if written[-1] in "kqc" else "s")


@lru_cache(maxsize=16384)
def _bones(key: str) -> str:
    bones = _VOWELS.sub("", _plain(key))
    if bones[:1] in tuple("aeiouwy"):
        bones = "a" + bones[1:]
    return bones if len(bones) >= _SHORTEST and bones.isalpha() else ""
