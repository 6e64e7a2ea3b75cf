"""Whole reports: grounded, the same twice, and the same however their letters are written."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.records import Document

from . import checks, made
from .conftest import fuzzed


@pytest.mark.parametrize("code", [*made.CODES, "xx"])
@fuzzed(0.3)
@given(data=st.data(), published=made.DAYS)
def test_a_reading_is_grounded_and_the_same_twice(
    code: str, data: st.DataObject, published: dt.date | None
) -> None:
    words = data.draw(made.report(code if code in made.CODES else "fr"))
    publisher = data.draw(st.none() | made.STRINGS.filter(lambda s: s.isprintable()))
    checks.report(Document("d", words, language=code, published=published, publisher=publisher))


@pytest.mark.parametrize("code", made.CODES)
@fuzzed(0.3)
@given(data=st.data())
def test_signs_that_nobody_sees_change_nothing_of_what_is_found(code: str, data: st.DataObject) -> None:
    plain = data.draw(st.just(made.SAMPLES[code]) | st.sampled_from(made.sentences(code)))
    assert checks.plain_findings(data.draw(made.disturbed(plain)), code) == checks.plain_findings(plain, code)
