"""Names of places: which of a source's names are kept, and the forms that a French text would write."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from geo.records import PlaceName
from geo.text import fold

UNDETERMINED = "und"
_VOWELS = frozenset("аеёиоуыэюяієїaeiouy")
# After these, and at the beginning (""), a Russian "е" is heard with a glide.
_IOTATING = (_VOWELS - {"ы"}) | {"ь", "ъ", ""}
# Not those of an article: "Port-d'Espagne".
_APOSTROPHES = re.compile(
    r"(?<=\w)(?!(?<=\b[dDlL])['\u2019](?=[A-ZÀ-Ý]))['\u2019\u2018`\u02bc\u02b9](?=\w|$|[\s-])"
)
_SHORTEST = 4
_MOST_WORDS = 4
# Below this likeness an untagged name is a former or another place's name ("Stalino" for Donetsk).
_ALIKE = 0.72
_ALIKE_WHEN_SHORT = 0.8
_SHORT = 5
# What English, French, German and Spanish write with; other spellings do not meet the project's readers.
_WESTERN_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzàâäæçéèêëîïíñóôöœßùûüúÿá -")
_ALPHABETS = {
    "ru": frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
    "uk": frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
}

# How French newspapers transcribe; the letters that depend on their neighbours are in `_french_letter`.
# On the cities whose French name GeoNames knows it gives that name for 265 of 293 in Russia and for
# 131 of 144 in Ukraine; the others have a French name of their own (Moscou) or an older spelling.
_RUSSIAN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ж": "j", "з": "z", "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "т": "t", "у": "ou", "ф": "f", "х": "kh", "ц": "ts", "ч": "tch",
    "ш": "ch", "щ": "chtch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "iou", "я": "ia",
}  # fmt: skip
_UKRAINIAN = _RUSSIAN | {"г": "h", "ґ": "g", "е": "e", "є": "ie", "и": "y", "і": "i", "ї": "ï", "щ": "chtch"}
_PLAIN = {"ru": _RUSSIAN, "uk": _UKRAINIAN}
_CLDR_SHORT = {
    "St. ": "Saint ",
    " & ": " and ",
    " - ": "-",
    " – ": "-",
    " — ": "-",
    "’": "'",
    "о-ва": "острова",
    "о-в": "остров",
    "Св.": "Святой",
}
_HUSHING = frozenset("жчшщ")
_SOFT = frozenset("еиыэёі")
# A German adjective before a noun, with the ending that it has without an article.
_ADJECTIVE = re.compile(
    r"([A-ZÄÖÜ]\w*(?:isch|lich)|Autonom|Fern|Gelb|Inner|Nah|Rot|Schwarz|Vereinigt)(?:es|er|e) "
    r"(?=[A-ZÄÖÜ])"
)


def script(name: str) -> str:
    """Return the one script of a name's letters ("LATIN", "CYRILLIC", "HANGUL", ...), or "MIXED"."""
    found = {unicodedata.name(char, "?").split()[0] for char in name if char.isalpha()}
    return found.pop() if len(found) == 1 else "MIXED"


def written_in(lang: str, name: str) -> bool:
    """Tell whether the name stands in the script that the language is written in."""
    return script(name) == {"ru": "CYRILLIC", "uk": "CYRILLIC", "ko": "HANGUL"}.get(lang, "LATIN")


def _french_letter(word: str, at: int, lang: str) -> str:
    """Return the transcription of one letter of a lower-case word, with regard to its neighbours."""
    letter, before, after = word[at], word[at - 1 : at], word[at + 1 : at + 2]
    plain = _PLAIN[lang].get(letter, letter)
    special = {
        "с": "ss" if before in _VOWELS and after in _VOWELS else "s",
        "й": _french_short_i(before, after, lang),
    }
    if lang == "ru":
        iotated = before in _IOTATING
        special |= {
            "ё": "o" if before in _HUSHING else "io",
            "е": "ie" if iotated else "e",
            "и": "ï" if before in _VOWELS else "i",
            "г": "gu" if after in _SOFT else "g",
        }
    return special.get(letter, plain)


def _french_short_i(before: str, after: str, lang: str) -> str:
    if lang == "ru" and before in {"и", "ы"} and not after:
        return ""
    return "ï" if before in _VOWELS or not after else "i"


def to_french(name: str, lang: str) -> str:
    """Transcribe a Russian ("ru") or Ukrainian ("uk") name as French newspapers write it.

    "Уссурийск" gives "Oussouriïsk", "Курахове" gives "Kourakhove".
    """
    words = re.split(r"([\s-]+)", _APOSTROPHES.sub("", unicodedata.normalize("NFC", name)).lower())
    plain = ("".join(_french_letter(word, at, lang) for at in range(len(word))) for word in words)
    return "".join(part[:1].upper() + part[1:] for part in plain)


def without_signs(name: str) -> str:
    """Drop the apostrophes that stand for a soft sign or a breath ("Arsen’yev", "Namp’o")."""
    return _APOSTROPHES.sub("", name)


def usable(name: str) -> bool:
    """Tell whether an untagged name can be looked for in a text: a name, and not a code or a phrase."""
    words = re.split(r"[\s-]+", name)
    return (
        len(fold(name)) >= _SHORTEST
        and len(words) <= _MOST_WORDS
        and not name.isupper()
        and all(word[:1].isupper() for word in words)
        and (script(name) != "LATIN" or set(name.lower()) <= _WESTERN_LETTERS)
        and all(char.isalpha() or char in " -" for char in name)
    )


def likeness(name: str, title: str) -> float:
    """Return how much two Latin spellings have in common, 0 to 1."""
    left, right = fold(name).replace(" ", ""), fold(title).replace(" ", "")
    return SequenceMatcher(None, left, right).ratio()


def alike(name: str, title: str) -> bool:
    """Tell whether two Latin spellings look like one name."""
    least = _ALIKE if len(title) > _SHORT else _ALIKE_WHEN_SHORT
    return fold(name)[:1] == fold(title)[:1] and likeness(name, title) >= least


def spelled_in(name: str, lang: str) -> bool:
    """Tell whether every letter of a Cyrillic name is in the Russian ("ru") or Ukrainian ("uk") alphabet."""
    return all(char in _ALPHABETS[lang] for char in name.lower() if char.isalpha())


def cldr_form(name: str) -> str:
    """Turn a display name of CLDR into what a text writes.

    "St. Lucia" is "Saint Lucia", "&" is "and", "о-ва" is "острова"; what stands in brackets goes.
    """
    bare = re.sub(r"\s*\(.*?\)\s*", " ", name).strip()
    for short, full in _CLDR_SHORT.items():
        bare = bare.replace(short, full)
    return bare


def declined(name: str) -> tuple[str, ...]:
    """Return a German name as it stands behind an article: "ins Rote Meer", "im Roten Meer".

    A name that begins with no adjective has no such form.
    """
    adjectives, rest = [], name
    while found := _ADJECTIVE.match(rest):
        adjectives.append(found[1])
        rest = rest[found.end() :]
    endings = ("e", "en") if adjectives else ()
    return tuple(" ".join([*(stem + ending for stem in adjectives), rest]) for ending in endings)


def with_generics(stems: Mapping[str, str], generic: Mapping[str, tuple[str, ...]]) -> tuple[PlaceName, ...]:
    """Put each language's stem into that language's patterns ("oblast {}")."""
    return tuple(
        PlaceName(pattern.replace("{}", stem), lang)
        for lang, stem in sorted(stems.items())
        for pattern in generic.get(lang, ())
    )


def distinct(names: Iterable[PlaceName]) -> tuple[PlaceName, ...]:
    """Return the names once each, in a fixed order; an untagged one goes where a tagged one is the same."""
    tagged = {name for name in names if name.lang != UNDETERMINED}
    known = {name.toponym for name in tagged}
    untagged = {name for name in names if name.lang == UNDETERMINED and name.toponym not in known}
    return (*sorted(tagged, key=_by_language), *sorted(untagged, key=_by_language))


def _by_language(name: PlaceName) -> tuple[str, str]:
    return name.lang, name.toponym
