"""Bytes to text, and by which encoding.

Tried in this order; the first that fits is taken:

1. the first bytes of a format that is not text: refused, with its name;
2. a byte order mark;
3. UTF-16 or UTF-32 without one, which the NUL halves of its spaces give away;
4. UTF-8, strictly;
5. the declared charset, if it can fail (several bytes a character), or if little speaks for broken UTF-8;
6. UTF-8 that is cut in its last character, or with single bytes of cp1252 pasted into it: a guess;
7. an encoding of one byte a character, told by the letters that a language writes: a guess;
8. an encoding of Chinese, Japanese or Korean, told by charset-normalizer: a guess.

charset-normalizer does not choose among the encodings of one byte: it takes a French sentence in cp1252 for
cp1250, and cut UTF-8 for cp932 with an invented Japanese character.
"""

import codecs
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from encodings.aliases import aliases
from typing import Final

from geo.documents.alphabets import LETTERS, best_reading, languages_of
from geo.errors import InputError

GUESS: Final = ("encoding",)
_CUT: Final = "\ufffd"  # stands for a last character of which only some bytes are there
_MAX_CONTROL: Final = 0.02  # share of control characters: a text has none, and a binary file one in eight
_WIDE_SAMPLE: Final = 4096  # bytes

# First bytes of what is no text, and what to do with it.
_FORMATS: Final[Mapping[bytes, str]] = {
    b"%PDF": "is a PDF; give it the ending .pdf",
    b"PK\x03\x04": "is a zip archive or an Office file; give it the ending of its format",
    b"PK\x05\x06": "is an empty zip archive; take it out",
    b"\x1f\x8b": "is packed with gzip; give it the ending .gz",
    b"BZh": "is packed with bzip2; unpack it first",
    b"\xfd7zXZ\x00": "is packed with xz; unpack it first",
    b"7z\xbc\xaf\x27\x1c": "is a 7z archive; unpack it first",
    b"Rar!\x1a\x07": "is a RAR archive; unpack it first",
    b"\x28\xb5\x2f\xfd": "is packed with zstd; unpack it first",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "is an old Office file; save it as .docx",
    b"{\\rtf": "is a rich text file; save it as .docx or .txt",
    b"\x89PNG": "is a picture (PNG); run OCR on it first",
    b"\xff\xd8\xff": "is a picture (JPEG); run OCR on it first",
    b"GIF8": "is a picture (GIF); run OCR on it first",
    b"II*\x00": "is a picture (TIFF); run OCR on it first",
    b"MM\x00*": "is a picture (TIFF); run OCR on it first",
    b"RIFF": "is a picture, sound or film; write down what it says",
    b"OggS": "is sound or film; write down what it says",
    b"ID3": "is sound; write down what it says",
    b"\x7fELF": "is a program; take it out",
    b"SQLite format 3\x00": "is a database; export its texts as .jsonl",
}
_FILM_MARK: Final = b"ftyp"  # of MP4 and its kin, behind four bytes of length

_MARKS: Final = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE: Final = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_ESCAPED: Final = ("iso2022_jp_2", "iso2022_kr", "hz")  # seven bits a byte: they pass for UTF-8
_EAST_ASIAN: Final[Mapping[str, tuple[str, ...]]] = {
    "ja": ("cp932", "euc_jp"),
    "ko": ("cp949",),
    "zh": ("gb18030", "big5"),
}

_KANJI_OR_KANA: Final = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_OWN_SCRIPT: Final[Mapping[str, re.Pattern[str]]] = {
    "big5": re.compile(r"[\u4e00-\u9fff]"),
    "gb18030": re.compile(r"[\u4e00-\u9fff]"),
    "cp932": _KANJI_OR_KANA,
    "euc_jp": _KANJI_OR_KANA,
    "cp949": re.compile(r"[\uac00-\ud7a3]"),
}
_MOSTLY: Final = 0.7  # of the letters: a Korean text may hold Latin names, a Latin one is all Latin
_NEAR: Final = 0.1  # Chinese read as Korean is four fifths Korean, Korean read as Chinese all Chinese
_LOOKED_AT: Final = 20_000  # characters
_BEYOND: Final = re.compile(r"[^\x00-\x7f]+")
_LATIN_LETTER: Final = re.compile(r"[A-Za-z]")
_LATIN_BEYOND: Final = re.compile(
    r"[\x80-\u024f\u0300-\u036f\u2000-\u20cf]"
)  # letters, accents, quotes, dashes
_HALF: Final = re.compile(rb"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z")
_LONGEST_CHARACTER: Final = 4  # bytes in UTF-8
_TAG: Final = re.compile(rb"<[^<>]{0,2000}>")  # of a web page, whose Latin letters say nothing

# As browsers read them (WHATWG, Encoding Standard): who declares the narrow one writes the wide one.
_WIDER: Final[Mapping[str, str]] = {
    "ascii": "cp1252",
    "latin_1": "cp1252",
    "iso8859_9": "cp1254",
    "iso8859_11": "cp874",
    "tis_620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
}
_MANY_BYTES: Final = frozenset(
    {"big5hkscs", "cp932", "cp949", "cp950", "euc_jis_2004", "euc_jp", "gb18030", "johab", "shift_jis_2004"}
)
# Codecs of bytes to text that no report is written in, or that read any bytes at all.
_NO_CHARSET: Final = frozenset(
    {"base64_codec", "bz2_codec", "hex_codec", "mbcs", "oem", "quopri_codec", "rot_13", "utf_7", "uu_codec"}
    | {"zlib_codec", "idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape"}
)
_CODECS: Final = (frozenset(aliases.values()) - _NO_CHARSET) | {"cp874", "koi8_u"}  # two without an alias
_LABEL: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{1,39}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was read.

    Attributes
    ----------
    text
        As many characters as the file has, its byte order mark not counted: a NUL character is a space.
    encoding
        Name of the codec; ``utf-8+cp1252`` for UTF-8 with single bytes of cp1252 in it.
    guessed
        ``encoding`` if nothing in the bytes proves it; ``nul`` if NUL characters became spaces.
    """

    text: str
    encoding: str
    guessed: tuple[str, ...] = ()


def decode(raw: bytes, declared: str | None = None, language: str | None = None) -> Decoded:
    """Return the text of a file's bytes.

    Parameters
    ----------
    declared
        The charset that a header or the file itself names; what is no charset is passed over.
    language
        ISO 639-1; a guess takes only encodings that this language is written in.

    Raises
    ------
    InputError
        The bytes are no text, hold nothing but blanks, or are in an encoding that cannot be told.
    """
    refuse_other_formats(raw)
    charset = known_charset(declared)
    read = (
        _by_mark(raw)
        or _by_nul_halves(raw)
        or _by_escapes(raw, charset)
        or _strictly(raw, "utf-8")
        or (_strictly(raw, charset) if charset in _MANY_BYTES else None)
        or _broken_utf8(raw, charset)
        or (_strictly(raw, charset) if charset else None)
        or _guessed(raw, language)
    )
    if read is None:
        raise InputError("is in an encoding that cannot be told; save it as UTF-8")
    return _checked(read)


def refuse_other_formats(raw: bytes) -> None:
    """Raise InputError if the first bytes are those of a format that is not text."""
    for mark, words in _FORMATS.items():
        if raw.startswith(mark):
            raise InputError(words)
    if raw[4:8] == _FILM_MARK:
        raise InputError("is a film; write down what it says")


def known_charset(label: str | None) -> str | None:
    """Return the codec that a charset's name stands for, or None if it is no charset of text."""
    if label is None or not _LABEL.fullmatch(label.strip()):
        return None
    name = re.sub(r"[^a-z0-9]", "_", label.strip().lower()).removeprefix("x_")
    codec = aliases.get(name, name)
    if name.startswith("windows_") and name not in aliases:
        codec = f"cp{name.removeprefix('windows_')}"
    return _WIDER.get(codec, codec) if codec in _CODECS else None


def _strictly(raw: bytes, codec: str) -> Decoded | None:
    try:
        return Decoded(raw.decode(codec), codec.replace("_", "-"))
    except UnicodeError:
        return None


def _by_mark(raw: bytes) -> Decoded | None:
    for mark, codec in _MARKS:
        if raw.startswith(mark):
            read = _but_for_the_end(raw[len(mark) :], codec)
            if read is None and codec == "utf-8":
                return _with_single_bytes(raw[len(mark) :])
            if read is not None:
                return read
    return None


def _but_for_the_end(raw: bytes, codec: str) -> Decoded | None:
    """Decode bytes whose last character may be cut."""
    decoder = codecs.getincrementaldecoder(codec)()
    try:
        text = decoder.decode(raw)
    except UnicodeError:
        return None
    if decoder.getstate()[0]:
        return Decoded(text + _CUT, codec, GUESS)
    return Decoded(text, codec)


def _by_nul_halves(raw: bytes) -> Decoded | None:
    """Decode UTF-16 and UTF-32 without a mark: every blank in them has a NUL byte in the same place."""
    if b"\0" not in raw[:_WIDE_SAMPLE]:
        return None
    for codec in _WIDE:
        sample = raw[:_WIDE_SAMPLE].decode(codec, "ignore")
        blanks = sum(c in " \n\r\t" for c in sample)
        odd = sum(unicodedata.category(c) in {"Cc", "Cn", "Co"} and c not in "\n\r\t" for c in sample)
        letters = sum(c.isalpha() for c in sample)
        if blanks and letters > len(sample) // 2 and not odd:
            read = _but_for_the_end(raw, codec)
            if read is not None:
                return replace(read, guessed=GUESS)
    return None


def _by_escapes(raw: bytes, charset: str | None) -> Decoded | None:
    """Decode the seven-bit encodings of East Asia, if they are declared or their escapes are there."""
    if charset not in {"iso2022_jp", *_ESCAPED} and b"\x1b$" not in raw:
        return None
    codec = charset if charset in _ESCAPED else "iso2022_kr" if b"\x1b$)C" in raw else "iso2022_jp_2"
    read = _strictly(raw, codec)
    return read and replace(read, guessed=() if charset else GUESS)


def _broken_utf8(raw: bytes, charset: str | None) -> Decoded | None:
    """Decode what is UTF-8 but for its end or for a few bytes; a declared charset needs no such guess."""
    whole = raw.decode("utf-8", "ignore")
    beyond = "".join(_BEYOND.findall(whole))
    bad = len(raw) - len(whole.encode())
    good = len(beyond)
    if good < len(_LATIN_LETTER.findall(whole)):
        # "arrivé »" in cp1252 is a Chinese character in UTF-8: among Latin letters those prove nothing.
        good = len(_LATIN_BEYOND.findall(beyond))
    if good and (read := _but_for_the_end(raw, "utf-8")):
        return read
    if good and good >= bad + len(beyond) - good:
        return _with_single_bytes(raw)
    if not beyond and charset is None and _cut_at(raw) is not None:
        return _but_for_the_end(raw, "utf-8")
    return None


def _cut_at(raw: bytes) -> int | None:
    """Return where a last character that is cut begins, or None if what stands there may be one of cp1252.

    One byte may be the é of "arrivé" in cp1252, or the first of three; two can only be the latter.
    """
    end = _HALF.search(raw, max(0, len(raw) - _LONGEST_CHARACTER))
    if end is None or (len(end.group()) == 1 and b"\xdf" <= end.group() != b"\xe2"):
        return None
    return end.start()


def _with_single_bytes(raw: bytes) -> Decoded:
    cut = _cut_at(raw)
    text = raw[:cut].decode("utf-8", _SINGLE_BYTES)
    return Decoded(text + _CUT if cut is not None else text, "utf-8+cp1252", GUESS)


def _from_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


_SINGLE_BYTES: Final = "geo.cp1252"
codecs.register_error(_SINGLE_BYTES, _from_cp1252)


def _guessed(raw: bytes, language: str | None) -> Decoded | None:
    if language is not None and language in _EAST_ASIAN:
        return _east_asian(raw, _EAST_ASIAN[language])
    reading = best_reading(raw, languages_of(language))
    if reading is not None:
        return Decoded(reading.text, reading.codec.replace("_", "-"), GUESS)
    if language in LETTERS:
        return None
    return _east_asian(raw, tuple(codec for known in _EAST_ASIAN.values() for codec in known))


def _east_asian(raw: bytes, candidates: tuple[str, ...]) -> Decoded | None:
    shown = _TAG.sub(b" ", raw)
    shares = {codec: _own_share(shown, codec) for codec in candidates}
    best = max(shares.values())
    fitting = [codec for codec, share in shares.items() if share >= max(_MOSTLY, best - _NEAR)]
    if len(fitting) > 1:
        from charset_normalizer import from_bytes  # noqa: PLC0415 - few reports need it, and it takes 50 ms

        match = from_bytes(shown, cp_isolation=fitting, preemptive_behaviour=False).best()
        fitting = [match.encoding] if match is not None else []
    read = _strictly(raw, fitting[0]) if fitting else None
    return read and replace(read, guessed=GUESS)


def _own_share(raw: bytes, codec: str) -> float:
    """Return which share of its letters are in the script that an encoding of East Asia is made for."""
    try:
        letters = [c for c in raw.decode(codec)[:_LOOKED_AT] if c.isalpha()]
    except UnicodeError:
        return 0.0
    own = [c for c in letters if _OWN_SCRIPT[codec].match(c)]
    if codec == "gb18030":  # it holds every character there is, GB 2312 those that are written
        own = [c for c in own if c.encode("gb2312", "ignore")]
    return len(own) / len(letters) if letters else 0.0


def _checked(read: Decoded) -> Decoded:
    text, guessed = read.text, read.guessed
    controls = len(re.findall(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]", text))
    if controls > max(1, _MAX_CONTROL * len(text)):
        raise InputError("holds control characters as binary files do; save its text as UTF-8 .txt")
    if "\0" in text:
        text, guessed = text.replace("\0", " "), (*guessed, "nul")
    if not text.strip():
        raise InputError("is empty; put the report's text into it")
    return Decoded(text, read.encoding, guessed)
