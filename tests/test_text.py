"""Words, sentences and folding; every offset leads back to the text as given."""

import textwrap
import time
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from math import inf

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geo.lexicon import Lexicon
from geo.records import Span
from geo.text import (
    MAX_SENTENCE,
    composed,
    fold,
    glued,
    sentences,
    stem,
    tokenize,
    unwrapped,
)

ABBREVIATIONS = frozenset({"gén", "oct", "u.s", "p.m"})
MESSY = st.text(alphabet="ab cÉé.!?…\n\r\t-•–\u00a0\u202f\u0301\u200b\u00ad’'«»()[]:;,12UZ", max_size=120)
LETTERS = st.text(st.characters(categories=("Lu", "Ll", "Nd"), max_codepoint=0x24F), max_size=12)


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, ABBREVIATIONS)]


# --- words and folding -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kour\u200bsk", ["koursk"]),
        ("Kour\u00adsk", ["koursk"]),
        ("Cho\u0301e", ["choe"]),
        ("Ch\u2060ó\u200de", ["choe"]),
        ("l’est de l'Ukraine", ["l", "est", "de", "l", "ukraine"]),
        ("Oulan-Oude", ["oulan", "oude"]),
        ("Œuvre à Besançon", ["oeuvre", "a", "besancon"]),
        ("ﬁn à Ｋｕｒｓｋ", ["fin", "a", "kursk"]),
        ("İstanbul, ISTANBUL, ıstanbul", ["istanbul"] * 3),
        ("12 000 km²", ["12", "000", "km2"]),
        ("snake_case", ["snake", "case"]),
    ],
)
def test_words_are_keyed_without_case_accents_and_what_cannot_be_seen(text: str, expected: list[str]) -> None:
    assert [token.key for token in tokenize(text)] == expected


def test_a_word_knows_where_it_stands_and_keeps_its_accents() -> None:
    text = "Où ? À Chau\u0302tel."
    last = tokenize(text)[-1]
    assert text[last.start : last.end] == "Chau\u0302tel"
    assert (last.lower, last.key, last.capital) == ("chaûtel", "chautel", True)


def test_only_the_words_of_a_span_are_cut() -> None:
    assert [t.lower for t in tokenize("un deux trois quatre", Span(3, 13))] == ["deux", "trois"]


@given(LETTERS)
@example("Paraŀlel")
@example("straße")
def test_folding_forgets_case_and_form_and_folds_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert fold(unicodedata.normalize("NFD", name)) == fold(name)
    assert fold(name.swapcase()) == fold(name)


@given(MESSY)
def test_a_name_is_folded_to_the_keys_of_its_words(name: str) -> None:
    assert fold(name) == " ".join(token.key for token in tokenize(name))


@given(st.text(max_size=40))
@example("fe\u0301vr\u00adier")
@example("\uf900")
def test_composing_keeps_every_offset(text: str) -> None:
    plain, starts, ends = composed(text)
    assert len(plain) == len(starts) == len(ends)
    assert list(starts) == sorted(starts)
    for character, start, end in zip(plain, starts, ends, strict=True):
        assert 0 <= start < end <= len(text)
        assert character in text[start:end] + unicodedata.normalize("NFC", text[start:end])


@pytest.mark.parametrize(
    "forms",
    [
        ["курск", "курска", "курску", "курске", "курском"],
        ["москва", "москвы", "москве", "москву", "москвои"],
        ["суджа", "суджу", "судже"],
        ["koursk"],
        ["уфа"],
    ],
)
def test_the_cases_of_a_cyrillic_name_have_one_stem_and_other_names_keep_theirs(forms: list[str]) -> None:
    assert {stem(form) for form in forms} == {stem(forms[0])}
    assert len(stem(forms[0])) >= 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Corée du", True),
        ("Corée-du", True),
        ("Corée\u202fdu", True),
        ("d’Ivoire", True),
        ("St. Louis", True),
        ("Corée, du", False),
        ("Corée (du", False),
        ("Corée — du", False),
        ("Corée" + " " * 5 + "du", False),
    ],
)
def test_only_spaces_hyphens_apostrophes_and_a_point_glue_two_words(text: str, *, expected: bool) -> None:
    left, right = tokenize(text)
    assert glued(text, left, right) is expected


def test_a_composed_text_reads_as_it_looks() -> None:
    plain, starts, ends = composed("en fe\u0301v\u00adrier")
    assert plain == "en février"
    assert (starts[4], ends[4], starts[6], ends[-1]) == (4, 6, 8, 12)


# --- sentences -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un. Deux ! Trois ? Quatre", ["Un.", "Deux !", "Trois ?", "Quatre"]),
        ("Le gén. Diop parle. Fin.", ["Le gén. Diop parle.", "Fin."]),
        ("Le 8 oct. 2024 à Koursk.", ["Le 8 oct. 2024 à Koursk."]),
        ("Two U.S. Marines at 5 p.m. Tuesday.", ["Two U.S. Marines at 5 p.m. Tuesday."]),
        ("M. J. Martin est là. Lui aussi.", ["M. J. Martin est là.", "Lui aussi."]),
        ("Environ 1.500 soldats. 3,5 t.", ["Environ 1.500 soldats.", "3,5 t."]),
        ("« Ils partent. » Le NIS confirme.", ["« Ils partent. »", "Le NIS confirme."]),
        ("Vraiment ?… Oui.", ["Vraiment ?…", "Oui."]),
        ("Il dit : oui. mais non.", ["Il dit : oui. mais non."]),
        ("A.\u00a0B.\u202fC", ["A.\u00a0B.\u202fC"]),
        ("", []),
        (" \n\t ", []),
    ],
    ids=[
        "stops",
        "abbreviation",
        "month",
        "dotted",
        "initials",
        "numbers",
        "quotation",
        "ellipsis",
        "lower case",
        "initials apart",
        "nothing",
        "white space",
    ],
)
def test_a_final_stop_ends_a_sentence_and_an_abbreviation_does_not(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le titre\n\nLe texte.", ["Le titre", "Le texte."]),
        ("Le titre\nLe texte.", ["Le titre", "Le texte."]),
        ("Des soldats sont\narrivés à Koursk.", ["Des soldats sont\narrivés à Koursk."]),
        ("Des soldats sont\r\narrivés.\r\n\r\nFin.", ["Des soldats sont\r\narrivés.", "Fin."]),
        ("Fin.\nsuite sans capitale", ["Fin.", "suite sans capitale"]),
        ("À savoir :\nles chars", ["À savoir :", "les chars"]),
        ("Bilan\n- un char\n• deux chars\n– trois", ["Bilan", "- un char", "• deux chars", "– trois"]),
        ("titre\n\nminuscules", ["titre", "minuscules"]),
        ("titre\n \nminuscules", ["titre", "minuscules"]),
    ],
    ids=["paragraph", "heading", "wrapped", "CRLF", "after a stop", "colon", "bullets", "blank", "spaces"],
)
def test_a_line_break_separates_unless_the_sentence_goes_on(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("BAMAKO, 18 janvier – Des soldats partent.", "BAMAKO, 18 janvier –"),
        ("SÉOUL, 21 octobre - La Corée parle.", "SÉOUL, 21 octobre -"),
        ("NAIROBI (agency) — Police left.", "NAIROBI (agency) —"),
        ("YAOUNDÉ, Feb 5 (agency) — Nine soldiers died.", "YAOUNDÉ, Feb 5 (agency) —"),
        ("NEW YORK – Talks go on.", "NEW YORK –"),
        ("NATO troops in Tallinn – the capital – left.", "NATO troops in Tallinn – the capital – left."),
        ("Paris – la ville – dort.", "Paris – la ville – dort."),
    ],
)
def test_a_dateline_stands_apart_and_a_dash_alone_makes_none(text: str, first: str) -> None:
    assert cut(text)[0] == first


@given(MESSY)
@example("a " * MAX_SENTENCE)
@example("soldat-" * MAX_SENTENCE)
@example("mot\u00a0" * MAX_SENTENCE)
@example("e\u0301\u200bt " * MAX_SENTENCE)
def test_every_word_is_in_exactly_one_sentence(text: str) -> None:
    spans = sentences(text, ABBREVIATIONS)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(0 < span.end - span.start <= MAX_SENTENCE for span in spans)
    assert all(span.of(text) == span.of(text).strip() for span in spans)
    assert [word for span in spans for word in tokenize(text, span)] == list(tokenize(text))


# --- cost ------------------------------------------------------------------------------------------


def seconds(work: Callable[[str], object], text: str, enough: float = 0) -> float:
    """Return the processor time of the fastest of six runs, or of the first that is fast enough.

    The clock on the wall sees other programs.
    """
    runs: list[float] = []
    while len(runs) < 6 and min(runs, default=inf) > enough:
        begin = time.process_time()
        work(text)
        runs.append(time.process_time() - begin)
    return min(runs)


PHRASES = Lexicon({"force": {"men": ["soldat*"]}, "role": {"to": ["à destination de"]}})


def read_words(text: str) -> object:
    return PHRASES.find(text, tokenize(text))


@pytest.mark.parametrize(
    ("work", "length"), [(sentences, 100_000), (read_words, 20_000)], ids=["sentences", "words"]
)
@pytest.mark.parametrize(
    "piece",
    ["Abc.\n", "a\n", "\n", " ", "a\u0301\u200b", '. " ', "U.S. ", "à destination ", "soldat", "-", "..."],
)
def test_the_cost_grows_with_the_length_alone(work: Callable[[str], object], length: int, piece: str) -> None:
    short = piece * (length // len(piece))
    most = 8 * seconds(work, short) + 0.05  # a quadratic cost would be sixteenfold
    assert seconds(work, short * 4, most) <= most


# --- lines that were filled ------------------------------------------------------------------------

PARAGRAPH = (
    "On Monday a column of forty lorries with soldiers of the Chadian army left Faya-Largeau for the south, "
    "according to two traders who met it on the road to Abéché. Its commander had told them that three "
    "hundred men were to reach the capital within the week, and that others would follow on Friday."
)
FILLED = textwrap.fill(PARAGRAPH, 72) + "\n\nNobody at the ministry would say more than that.\n"
LISTED = "Arrivals\n\n" + "".join(
    f"{n} May: a ship of the Danish navy put in at port number {n}\n" for n in range(1, 9)
)


def test_breaks_inside_filled_lines_are_spaces_and_paragraphs_stay() -> None:
    assert FILLED.count("\n") > 5
    assert unwrapped(FILLED) == FILLED.replace(textwrap.fill(PARAGRAPH, 72), PARAGRAPH)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n\n",
        LISTED,
        "Paris\nLyon\nNice\nBrest\nToulouse\n",
        "A line of its own that is rather long and goes on.\nAnother.\nA third one, short.\nA fourth.\n",
    ],
)
def test_other_lines_stay_as_they_are(text: str) -> None:
    assert unwrapped(text) == text


def test_an_item_of_a_list_begins_a_line() -> None:
    item = "- Friday brought two more.\n"
    assert unwrapped(FILLED.replace("\n\n", f"\n{item}", 1)).count(f"\n{item}") == 1


@given(MESSY)
def test_only_breaks_of_lines_become_spaces(text: str) -> None:
    plain = unwrapped(text)
    assert len(plain) == len(text)
    assert all(a == b or (a, b) == ("\n", " ") for a, b in zip(text, plain, strict=True))
