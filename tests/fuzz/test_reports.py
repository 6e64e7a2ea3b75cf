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


_PLAIN = {
    "fr": "Mille cinq cents soldats nord-coréens sont arrivés à Vladivostok entre le 8 et le 13 octobre, "
    "selon les renseignements sud-coréens. En février 2022, une centaine de policiers kényans étaient à "
    "Port-au-Prince.",
    "en": "About three thousand North Korean troops left Wonsan for Vladivostok in early October, the agency "
    "said on Friday. Two battalions are stationed near Port-au-Prince since last August.",
    "de": "Rund zweitausend nordkoreanische Soldaten sind am 3. Oktober in Wladiwostok angekommen, sagte der "
    "Sprecher am Freitag. Die Brigade wurde nach Köln verlegt.",
    "es": "Unos mil soldados franceses llegaron a Bogotá el 3 de octubre, según el ministerio. La misión "
    "española permanece en Yamena desde febrero.",
    "ru": "Около трёх тысяч северокорейских солдат прибыли во Владивосток в начале октября, сообщил министр. "
    "Российский батальон находится в Курске с августа.",
}


@pytest.mark.parametrize("code", made.CODES)
@fuzzed(0.3)
@given(data=st.data())
def test_signs_that_nobody_sees_change_nothing_of_what_is_found(code: str, data: st.DataObject) -> None:
    plain = _PLAIN[code]
    assert checks.plain_findings(data.draw(made.disturbed(plain)), code) == checks.plain_findings(plain, code)
