"""Encodings of one byte a character, told apart by the letters that a language writes.

Every byte is a letter in some such encoding, so that a decoder never fails. What tells them apart is the
text: in the right one the letters are those of one language, capitals stand at the start of words, and
quotes and signs stand between them.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

_WESTERN: Final = ("cp1252", "iso8859_15", "mac_roman", "cp850")
_CENTRAL: Final = ("cp1250", "iso8859_2", "mac_latin2", "cp852")
_CYRILLIC: Final = ("cp1251", "koi8_r", "iso8859_5", "cp866", "mac_cyrillic")
_UKRAINIAN: Final = ("cp1251", "koi8_u", "iso8859_5", "cp1125", "mac_cyrillic")
_RUSSIAN: Final = "абвгдежзийклмнопрстуфхцчшщъыьэюяё"

# Letters beyond a to z, and the encodings from the likeliest to the least.
LETTERS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "fr": ("àâäæçéèêëîïôœöùûüÿñ", _WESTERN),
    "en": ("éèçñöüïôêá", _WESTERN),
    "de": ("äöüßéèà", _WESTERN),
    "es": ("áéíóúüñç", _WESTERN),
    "it": ("àèéìíòóùú", _WESTERN),
    "pt": ("áàâãçéêíóôõú", _WESTERN),
    "nl": ("ëïéèöüáóê", _WESTERN),
    "sv": ("åäöé", _WESTERN),
    "da": ("æøåé", _WESTERN),
    "pl": ("ąćęłńóśźż", _CENTRAL),
    "cs": ("áčďéěíňóřšťúůýž", _CENTRAL),
    "sk": ("áäčďéíĺľňóôŕšťúýž", _CENTRAL),
    "hu": ("áéíóöőúüű", _CENTRAL),
    "ro": ("ăâîşţ", _CENTRAL),
    "hr": ("čćđšž", _CENTRAL),
    "tr": ("çğıöşüâîû", ("cp1254", "iso8859_9")),
    "lt": ("ąčęėįšųūž", ("cp1257", "iso8859_13")),
    "lv": ("āčēģīķļņšūž", ("cp1257", "iso8859_13")),
    "et": ("äöõüšž", ("cp1257", "iso8859_15")),
    "ru": (_RUSSIAN, _CYRILLIC),
    "uk": ("абвгґдежзиіїйклмнопрстуфхцчшщьюяє", _UKRAINIAN),
    "be": ("абвгдежзійклмнопрстуўфхцчшыьэюяё", _CYRILLIC),
    "bg": (_RUSSIAN, _CYRILLIC),
    "sr": ("абвгдђежзијклљмнњопрстћуфхцчџш", ("cp1251", "iso8859_5")),
    "el": ("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ", ("cp1253", "iso8859_7")),
    "ar": ("ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى", ("cp1256", "iso8859_6")),
    "fa": ("ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءآأؤئ", ("cp1256",)),
    "he": ("אבגדהוזחטיכךלמםנןסעפףצץקרשת", ("cp1255", "iso8859_8")),
}
# Signs that a newsroom writes, and the marks of Arabic; they stand beside a word, not within.
_SIGNS: Final = frozenset("«»“”„‘’‚‹›–—…€£°§•·¿¡№©®™½²³\xa0،؛؟")
_OPENING: Final = frozenset("„‚¿¡")  # é is ‚ in another encoding, and "café" is no quotation
_WITHIN: Final = frozenset("’·\xad")
_MAX_ODD: Final = 0.1  # share of the characters beyond ASCII that may be of another language, as in a name
_LOOKED_AT: Final = 5000  # characters beyond ASCII; a page of news has some hundreds
_BEYOND: Final = re.compile(r"[^\x00-\x7f]")
_ASCII_LETTER: Final = re.compile(r"[A-Za-z]")
_PAIR: Final = 2
_LATIN_END: Final = "\u024f"


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as one encoding reads it; `odd` is the share of its characters that fit no language."""

    text: str
    codec: str
    odd: float


def languages_of(language: str | None) -> tuple[str, ...]:
    """Return the languages whose letters to expect: the one told if it is known, else all of them."""
    return (language,) if language in LETTERS and language is not None else tuple(LETTERS)


def best_reading(raw: bytes, languages: Iterable[str]) -> Reading | None:
    """Return how `raw` reads best in the encodings of `languages`, or None if it reads well in none."""
    best: Reading | None = None
    texts: dict[str, str | None] = {}
    for language in languages:
        letters, codecs = LETTERS[language]
        for codec in codecs:
            if codec not in texts:
                texts[codec] = _strict(raw, codec)
            text = texts[codec]
            if text is None:
                continue
            odd = _odd_share(text, frozenset(letters))
            if odd <= _MAX_ODD and (best is None or odd < best.odd):
                best = Reading(text, codec, odd)
    return best


def _strict(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError:
        return None


def _odd_share(text: str, letters: frozenset[str]) -> float:
    """Return which share of the characters beyond ASCII a text of these letters would not have there."""
    total = odd = 0
    for found in islice(_BEYOND.finditer(text), _LOOKED_AT):
        total += 1
        odd += not _fits(text, found.start(), letters)
    return odd / total if total else 0.0


def _fits(text: str, at: int, letters: frozenset[str]) -> bool:
    character, before, after = text[at], text[max(0, at - 2) : at], text[at + 1 : at + 2]
    if character in _WITHIN:
        return True
    if character.lower() not in letters:
        behind_letter = before[-1:].isalpha()
        stray = behind_letter and (character in _OPENING or after.isalpha())
        return character in _SIGNS and not stray
    if character > _LATIN_END and _ASCII_LETTER.search(before[-1:] + after):
        return False  # a word of two scripts is a word of neither
    if character.isupper():
        return not before[-1:].islower()
    # A word in capitals has no small letter in it.
    return not (len(before) == _PAIR and before.isalpha() and before.isupper())
