"""Numbers, dates, folding and sentences of texts that nobody would write."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from . import checks, made
from .conftest import fuzzed


@pytest.mark.parametrize("code", made.CODES)
@fuzzed(0.6)
@given(data=st.data())
def test_numbers_lie_in_their_text_with_bounds_in_order(code: str, data: st.DataObject) -> None:
    piece = st.sampled_from(made.number_words(code)) | made.digits() | st.text(made.NOISE, max_size=3)
    checks.number_reader(data.draw(made.text(code, piece) | made.text(code)), code)


@pytest.mark.parametrize("code", made.CODES)
@fuzzed(0.6)
@given(data=st.data(), published=made.DAYS)
def test_times_lie_in_their_text_with_ends_in_order(
    code: str, data: st.DataObject, published: dt.date | None
) -> None:
    checks.date_reader(data.draw(made.text(code, made.date(code)) | made.text(code)), code, published)


@fuzzed(3)
@given(st.text(made.NOISE + "aKé中ㄱ가", max_size=12) | st.text(max_size=20) | made.text("ru", most=4))
def test_folding_gives_words_and_folds_once(text: str) -> None:
    checks.folding(text)


@pytest.mark.parametrize("code", made.CODES)
@fuzzed(0.5)
@given(data=st.data())
def test_sentences_stand_in_order_and_hold_every_word(code: str, data: st.DataObject) -> None:
    checks.sentence_splitter(data.draw(made.report(code)), code)


@fuzzed()
@given(data=st.data())
def test_front_matter_is_split_from_what_stands_behind_it(data: st.DataObject) -> None:
    line = st.sampled_from(
        ["---", "--- ", "title: X", "published: 2024-13-01", "url:", "a", "", ": x", "----"]
    )
    lines = data.draw(st.lists(line | st.text(made.NOISE, max_size=4), max_size=8))
    ending = data.draw(st.sampled_from(["\n", "\r\n", "\r", "\x0c", "\u2028"]))
    checks.front_matter(ending.join(["---", *lines]) if data.draw(st.booleans()) else ending.join(lines))
