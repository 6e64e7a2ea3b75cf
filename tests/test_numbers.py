"""Numbers in digits and words: bounds, hedges, ranges, and what only looks like a number."""

import time
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geo import dates, languages, numbers
from geo.lexicon import Lexicon, analyse
from geo.records import Quantity, Span
from geo.text import Match, sentences, tokenize

Read = tuple[str, int | None, int | None]


def quantities(code: str, text: str, more: tuple[Match, ...] = ()) -> tuple[Quantity, ...]:
    pack = languages.load(code)
    tokens = tokenize(text)
    return numbers.reader(pack).read(text, tokens, pack.lexicon.find(text, tokens) + more)


def read(code: str, text: str) -> list[Read]:
    return [(q.span.of(text), q.low, q.high) for q in quantities(code, text)]


def may_read(code: str, text: str) -> bool:
    pack = languages.load(code)
    (sentence,) = analyse(text, [Span(0, len(text))], pack.lexicon)
    return numbers.reader(pack).may_read(sentence)


FRENCH: list[tuple[str, list[Read]]] = [
    ("1.500 soldats", [("1.500", 1500, 1500)]),
    ("12\u00a0000 soldats", [("12\u00a0000", 12000, 12000)]),
    ("30\u202f000 hommes", [("30\u202f000", 30000, 30000)]),
    ("1 500 000 obus", [("1 500 000", 1_500_000, 1_500_000)]),
    ("1,2 million d’obus", [("1,2 million", 1_200_000, 1_200_000)]),
    ("1,32 million d’obus", [("1,32 million", 1_320_000, 1_320_000)]),
    ("1,6 million à près de 6 millions", [("1,6 million à près de 6 millions", 1_600_000, 6_000_000)]),
    ("de 1,6 à 6 millions d’obus", [("1,6 à 6 millions", 1_600_000, 6_000_000)]),
    ("Mille cinq cent hommes", [("Mille cinq cent", 1500, 1500)]),
    ("au moins 11 000 conteneurs", [("au moins 11 000", 11000, None)]),
    ("plus de 3000 soldats", [("plus de 3000", 3000, None)]),
    ("un peu plus de 200 soldats", [("un peu plus de 200", 200, None)]),
    ("jusqu’à 30 000 soldats", [("jusqu’à 30 000", None, 30000)]),
    ("jusqu’à environ 3 000 soldats", [("jusqu’à environ 3 000", None, 3000)]),
    ("moins de 100 hommes", [("moins de 100", None, 100)]),
    ("environ 1 500 hommes", [("environ 1 500", 1500, 1500)]),
    ("des milliers de soldats", [("milliers", 1000, None)]),
    ("des dizaines de milliers de soldats", [("dizaines de milliers", 10000, None)]),
    ("plusieurs dizaines de soldats", [("plusieurs dizaines", 10, None)]),
    ("une quarantaine de Togolais", [("une quarantaine", 40, 40)]),
    ("au moins une centaine", [("au moins une centaine", 100, None)]),
    ("deux centaines d’hommes", [("deux centaines", 200, 200)]),
    ("trois milliers d’hommes", [("trois milliers", 3000, 3000)]),
    ("12 000 soldats en quatre brigades", [("12 000", 12000, 12000), ("quatre", 4, 4)]),
    ("entre 10 000 et 12 000 soldats", [("10 000 et 12 000", 10000, 12000)]),
    ("entre 10 et 12 000 soldats", [("10 et 12 000", 10000, 12000)]),
    ("trois à quatre mille hommes", [("trois à quatre mille", 3000, 4000)]),
    ("deux à trois dizaines", [("deux à trois dizaines", 20, 30)]),
    ("dix à cent hommes", [("dix à cent", 10, 100)]),
    ("deux et trois navires", [("deux", 2, 2), ("trois", 3, 3)]),
    ("3.000 et 5.000 soldats", [("3.000", 3000, 3000), ("5.000", 5000, 5000)]),
    ("un navire", [("un", 1, 1)]),
    ("10–12 navires", [("10–12", 10, 12)]),
    ("10 – 12 navires", [("10 – 12", 10, 12)]),
]
ENGLISH: list[tuple[str, list[Read]]] = [
    ("1,500 soldiers", [("1,500", 1500, 1500)]),
    ("12 000 troops", [("12 000", 12000, 12000)]),
    ("1.2 million shells", [("1.2 million", 1_200_000, 1_200_000)]),
    ("1.6 million to nearly 6 million", [("1.6 million to nearly 6 million", 1_600_000, 6_000_000)]),
    ("1.2 to 1.5 million shells", [("1.2 to 1.5 million", 1_200_000, 1_500_000)]),
    ("up to 30,000 troops", [("up to 30,000", None, 30000)]),
    ("up to about 3,000 troops", [("up to about 3,000", None, 3000)]),
    ("at least 11,000 containers", [("at least 11,000", 11000, None)]),
    ("more than 3,000 soldiers", [("more than 3,000", 3000, None)]),
    ("some 1,500 troops", [("some 1,500", 1500, 1500)]),
    ("nearly 3,000", [("nearly 3,000", 3000, 3000)]),
    ("a total of 300 men", [("a total of 300", 300, 300)]),
    ("hundreds of soldiers", [("hundreds", 100, None)]),
    ("thousands of soldiers", [("thousands", 1000, None)]),
    ("several hundred troops", [("several hundred", 100, None)]),
    ("tens of thousands of troops", [("tens of thousands", 10000, None)]),
    ("dozens of soldiers", [("dozens", 12, None)]),
    ("scores of soldiers", [("scores", 20, None)]),
    ("two dozen ships", [("two dozen", 24, 24)]),
    ("a hundred soldiers", [("a hundred", 100, 100)]),
    ("fifteen hundred men", [("fifteen hundred", 1500, 1500)]),
    ("10,000-12,000 troops", [("10,000-12,000", 10000, 12000)]),
    ("between 10 and 12 thousand", [("10 and 12 thousand", 10000, 12000)]),
    ("10 to 12,000 troops", [("10 to 12,000", 10000, 12000)]),
    ("two to three thousand men", [("two to three thousand", 2000, 3000)]),
    ("two to a hundred men", [("two to a hundred", 2, 100)]),
    ("October 8, 1,500 soldiers", [("8", 8, 8), ("1,500", 1500, 1500)]),
    ("1,000,000,000 shells", [("1,000,000,000", 10**9, 10**9)]),
    ("four brigades", [("four", 4, 4)]),
]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [("fr", *row) for row in FRENCH] + [("en", *row) for row in ENGLISH],
)
def test_a_number_is_read_with_its_bounds(code: str, text: str, expected: list[Read]) -> None:
    assert read(code, text) == expected


NAMES = ["des Il-76", "KN-23", "T\u201172", "MH-60R", "M23", "le 72e régiment", "the 82nd Airborne", "le 1er"]
CLOCKS = ["à 14h30", "à 14 h 30", "at 2:30", "9/11", "24/7", "10.12.2024"]
SHARES = ["5 %", "1/3", "80 km", "20\u202f€", "$5 million", "US$ 300 million", "£3bn"]
TELEPHONES = ["+33 6 12 34 56 78", "06 12 34 56 78", "+1 202 555 0143", "(202) 555-0143", "0143"]
ODD = ["12\u200b000", "12²", "¹²³", "½", "Ⅻ", "١٢٣ soldats", "１２３ soldats", "million", "1,50,000"]
TOO_LONG = ["1234567890", "2,000,000,000 men"]


@pytest.mark.parametrize(
    ("code", "text"),
    [("fr", text) for text, told in FRENCH if told] + [("en", text) for text, told in ENGLISH if told],
)
def test_a_sentence_with_a_number_may_hold_one(code: str, text: str) -> None:
    assert may_read(code, text)


@pytest.mark.parametrize(("code", "text"), [("fr", "Des soldats sont à Gao."), ("en", "Troops are in Gao.")])
def test_words_alone_hold_no_number(code: str, text: str) -> None:
    assert not may_read(code, text)


@pytest.mark.parametrize(
    ("code", "text"),
    [(code, text) for code in ("fr", "en") for text in NAMES + CLOCKS + SHARES + TELEPHONES + ODD + TOO_LONG]
    + [("fr", text) for text in ("la 20 000ème victime", "de 5 à 10 %", "3,5 soldats", "pendant 18 mois")]
    + [("en", text) for text in ("5 to 10%", "1.5 soldiers", "for 18 months", "15-year-old soldiers")],
)
def test_what_only_looks_like_a_count_is_none(code: str, text: str) -> None:
    assert read(code, text) == []


@pytest.mark.parametrize("code", ["fr", "en"])
def test_a_number_of_5000_digits_is_none(code: str) -> None:
    assert read(code, "1" * 5000 + " soldats") == []


PHRASES = Lexicon(
    {
        "measure": {"measure": ["euro|euros", "d euros", "pour cent"]},
        "fixed": {"6": ["une demi douzaine"], "1500000": ["un million et demi"]},
    }
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 millions d’euros", []),
        ("300 euros", []),
        ("de 5 à 10 pour cent", []),
        ("5 pour elle", [("5", 5, 5)]),
        ("une demi-douzaine", [("une demi-douzaine", 6, 6)]),
        ("au moins un million et demi d’obus", [("au moins un million et demi", 1_500_000, None)]),
    ],
)
def test_a_pack_may_name_measures_and_numbers_of_several_words(text: str, expected: list[Read]) -> None:
    more = PHRASES.find(text, tokenize(text))
    found = quantities("fr", text, more)
    assert [(q.span.of(text), q.low, q.high) for q in found] == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "le 8 octobre 2024"),
        ("fr", "du 8 au 13 octobre"),
        ("fr", "mi-2022"),
        ("fr", "08/10/2024"),
        ("en", "October 8-13, 2024"),
        ("en", "on the 8th of October"),
    ],
)
def test_every_number_of_a_date_lies_in_its_time(code: str, text: str) -> None:
    """The rules of claims tell dates from counts by this."""
    times = dates.reader(languages.load(code)).read(text, [Span(0, len(text))], None)
    assert all(any(t.span.covers(q.span) for t in times) for q in quantities(code, text))


# --- numbers spelt out, by a speller that shares nothing with the reader ---------------------------

EN = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
EN_UNITS = [*EN.split(), "seventeen", "eighteen", "nineteen"]
EN_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
FR = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
FR_UNITS = [*FR.split(), "dix-sept", "dix-huit", "dix-neuf"]
FR_TENS = ["", "", "vingt", "trente", "quarante", "cinquante", *["soixante"] * 2, *["quatre-vingt"] * 2]


def english(number: int) -> str:
    if number < 20:
        return EN_UNITS[number]
    if number < 100:
        tens, units = divmod(number, 10)
        return EN_TENS[tens] + (f"-{EN_UNITS[units]}" if units else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{EN_UNITS[hundreds]} hundred" + (f" and {english(rest)}" if rest else "")
    thousands, rest = divmod(number, 1000)
    link = " and " if rest < 100 else " "
    return f"{english(thousands)} thousand" + (f"{link}{english(rest)}" if rest else "")


def french(number: int) -> str:
    if number < 20:
        return FR_UNITS[number]
    if number < 100:
        tens, units = divmod(number, 10)
        units += 10 * (tens in (7, 9))
        if not units:
            return FR_TENS[tens] + "s" * (tens == 8)
        return FR_TENS[tens] + (" et " if units in (1, 11) and tens < 8 else "-") + FR_UNITS[units]
    unit, word = (100, "cent") if number < 1000 else (1000, "mille")
    count, rest = divmod(number, unit)
    many = "s" * (unit == 100 and count > 1 and not rest)
    return (f"{french(count)} " * (count > 1)) + word + many + (f" {french(rest)}" * (rest > 0))


@given(st.integers(0, 999_999))
@example(80_000)
@example(100_100)
@example(71)
@example(97)
@pytest.mark.parametrize(("code", "spelt"), [("fr", french), ("en", english)], ids=["fr", "en"])
def test_every_number_below_a_million_is_read_from_its_words(
    code: str, spelt: Callable[[int], str], number: int
) -> None:
    words = spelt(number)
    assert read(code, words) == [(words, number, number)]


@given(
    st.integers(0, 10**9), st.sampled_from([("fr", c) for c in ". \u00a0\u202f"] + [("en", c) for c in ", "])
)
def test_every_number_is_read_from_its_digits(number: int, way: tuple[str, str]) -> None:
    code, separator = way
    digits = f"{number:,}".replace(",", separator)
    assert read(code, f"{digits} men") == [(digits, number, number)]


@given(st.text(st.characters(categories=("Nd", "No")) | st.sampled_from(" .,-–/%$€h+()à"), max_size=30))
def test_odd_digits_never_fail_and_bounds_are_in_order(text: str) -> None:
    for code in ("fr", "en"):
        for quantity in quantities(code, text):
            assert quantity.span.of(text).strip() == quantity.span.of(text) != ""
            if quantity.low is not None and quantity.high is not None:
                assert 0 <= quantity.low <= quantity.high <= numbers.MAX_VALUE


@pytest.mark.parametrize("piece", ["cent ", "mille ", "un peu plus de ", "1,", "8 à ", "+1 ", "et un "])
def test_a_run_of_number_words_costs_little(piece: str) -> None:
    pack = languages.load("fr")
    text = piece * (20_000 // len(piece))
    begin = time.process_time()
    for span in sentences(text):
        tokens = tokenize(text, span)
        numbers.reader(pack).read(text, tokens, pack.lexicon.find(text, tokens))
    assert time.process_time() - begin < 2.0
