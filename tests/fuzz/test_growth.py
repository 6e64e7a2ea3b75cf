"""No shape of text makes a reader slow: twice the text takes about twice the time.

Whole reports are held to it in ``test_claim_rules.py``, sentences and words in ``test_text.py``.
"""

import time
from collections.abc import Callable
from functools import partial

import pytest

from geo.documents import split_front_matter
from geo.errors import GeoError
from geo.gazetteer.linked_places import features
from geo.text import composed, fold

from . import checks, made

# Signs that patterns begin, go on or end with, each alone and as the readers join them.
_SHAPES = ("9", "1 ", "1.", "1,1-", "+1 ", "(", "'", "\u0301", "a\u200b", "\u00ad", " \n", "١", "A. ", "x-")


def seconds(work: Callable[[str], object], text: str) -> float:
    """Return the processor time of the faster of two runs; the clock on the wall sees other programs."""
    runs = []
    for _ in range(2):
        begin = time.process_time()
        work(text)
        runs.append(time.process_time() - begin)
    return min(runs)


def assert_in_step(work: Callable[[str], object], piece: str, length: int) -> None:
    """Assert that the time for a piece repeated to `length` and twice and four times that stays in step.

    A pause to collect garbage is no growth, and does not come three times: who grows does.
    """
    for _ in range(3):
        once, twice, four = (seconds(work, piece * (length * n // len(piece))) for n in (1, 2, 4))
        # with the square of the length it is four times, and sixteen times
        if twice < 4 * once + 0.01 and four < 8 * once + 0.01:
            return
    pytest.fail(f"{once:.4f} s, {twice:.4f} s for twice and {four:.4f} s for four times the text")


def _words(code: str) -> tuple[str, ...]:
    """Return words of a language that begin numbers and dates, as a text may repeat them."""
    relations, months = made.date_words(code, "relations"), made.date_words(code, "months")
    numbers = made.number_words(code)
    return (
        f"{relations[0]} ",
        f"{numbers[0]} ",
        f"8. {months[0]} ",
        f"{relations[-1]} 8 {numbers[-1]} ",
        f"{' '.join(numbers[:3])} 3-",
    )


@pytest.mark.parametrize("code", made.CODES)
@pytest.mark.parametrize("shape", range(5))
def test_words_of_a_language_repeated(code: str, shape: int) -> None:
    piece = _words(code)[shape]
    assert_in_step(partial(checks.number_reader, code=code), piece, 1_500)
    assert_in_step(partial(checks.date_reader, code=code, published=None), piece, 1_500)


@pytest.mark.parametrize("code", ["fr", "ru"])
@pytest.mark.parametrize("piece", _SHAPES)
def test_signs_repeated(code: str, piece: str) -> None:
    assert_in_step(partial(checks.number_reader, code=code), piece, 1_500)
    assert_in_step(partial(checks.date_reader, code=code, published=None), piece, 1_500)


@pytest.mark.parametrize("piece", ["a\u0301", "\u200b", "é\u00ad", "ﾞ", "İ", "a ", "가", "\u0301"])
def test_folding_and_composing(piece: str) -> None:
    assert_in_step(fold, piece, 20_000)
    assert_in_step(composed, piece, 20_000)


@pytest.mark.parametrize("piece", ["a: b\n", "---\n", "-", ":", "\n", "\x0c", "a:\r"])
def test_front_matter(piece: str) -> None:
    def split(text: str) -> None:
        try:
            split_front_matter(f"---\n{text}")
        except GeoError:
            return

    assert_in_step(split, piece, 50_000)


@pytest.mark.parametrize("piece", ["{},", "\n{},", '"a",', "[],\n", " ", "[", '{"features":['])
def test_linked_places(piece: str) -> None:
    def read(text: str) -> None:
        try:
            list(features(f'{{"features": [{text}'))
        except GeoError:
            return

    assert_in_step(read, piece, 20_000)


@pytest.mark.parametrize("piece", ["a,b\n", '"', '""', ",", '"a\n', "{}\n", "["])
def test_tables(piece: str) -> None:
    assert_in_step(lambda text: checks.table(f"id,why\n{text}".encode()), piece, 20_000)
    assert_in_step(lambda text: checks.table(text.encode(), "t.jsonl"), piece, 20_000)
