"""The reader as a whole: no text makes it fail, and none makes it slow."""

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import dates, languages
from geo.text import sentences

from .conftest import read


@given(st.dates(), st.text("0123456789 -/.,’'é\u0301\u00adaoctbrejuindsmv2lep", max_size=60))
def test_no_text_and_no_publication_date_make_the_reader_fail(published: dt.date, text: str) -> None:
    for found in read("fr", f"depuis le {text} ans plus tard", published):
        assert found.start is None or found.end is None or found.start <= found.end
        assert (found.start, found.end) == (None, None) or found.edtf


@pytest.mark.parametrize(
    ("code", "piece"),
    [
        *(("fr", p) for p in ("le 8 octobre ", "du 8 au 13 ", "à la fin ", "depuis ", "1/")),
        *(("fr", p) for p in ("99 ans plus tard. ", "dans la nuit du ", "mardi et ", "à 6 h, ", "\u00a0")),
        *(("en", p) for p in ("on the 8th ", "the night of ", "May and ", "in the first half of ", "10:30 ")),
    ],
)
def test_a_run_of_dates_costs_in_proportion_to_its_length(code: str, piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        begin = time.process_time()
        read(code, text)
        return time.process_time() - begin

    base = min(seconds(12_000) for _ in range(3))
    assert min(seconds(48_000) for _ in range(2)) < 8 * base + 0.05  # sixteenfold would be quadratic


def test_a_paragraph_costs_the_same_however_much_follows_it() -> None:
    reader, paragraphs = dates.reader(languages.load("fr")), "Un mot.\n\n" * 2_000
    spans = sentences(paragraphs)

    def seconds(behind: str) -> float:
        begin = time.process_time()
        reader.read(paragraphs + behind, spans, None)
        return time.process_time() - begin

    alone, followed = (min(seconds(behind) for _ in range(3)) for behind in ("", "a" * 4_000_000))
    assert followed < 3 * alone + 0.1
