"""What fuzzing found and no file of ``corpus/`` can hold: two inputs compared, or a depth that has to fit."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from geo import corrections, dates, jsonlines, languages, pipeline
from geo.dates import forms
from geo.decoding import decode
from geo.errors import InputError, LanguagePackError
from geo.languages import DatePattern
from geo.records import Document, Place, Span
from geo.text import sentences

from . import checks

PLACE = {"id": "gn:1", "name": "X", "country_code": None, "kind": "city", "lat": 1, "lon": 2, "radius_km": 3}


@pytest.mark.parametrize("end", ["стр", "с\u0301тр", "ст\u200bр"])
def test_the_end_of_a_word_behind_an_unseen_sign_is_no_abbreviation(end: str) -> None:
    abbreviations = languages.load("ru").abbreviations
    assert len(sentences(f"сообщил мини\u200b{end}. Российский батальон.", abbreviations)) == 2
    assert len(sentences("На ст\u00adр. Российский батальон.", abbreviations)) == 1


@pytest.mark.parametrize("field", ["lat", "lon", "radius_km"])
def test_a_whole_number_that_no_float_holds_is_refused(field: str) -> None:
    with pytest.raises(InputError, match=f"{field} should be a number that fits into 64 bits"):
        decode(Place, {**PLACE, field: 10**400}, "$")
    assert decode(Place, PLACE, "$").lat == 1


def deep(depth: int) -> object:
    made: object = 0
    for _ in range(depth):
        made = [made]
    return made


@pytest.mark.parametrize("depth", range(600, 1_100, 20))
def test_a_value_as_deep_as_python_goes_is_told_in_one_line(depth: int) -> None:
    value = deep(depth)
    with pytest.raises(InputError) as error:
        decode(Place, {**PLACE, "id": value}, "$")
    checks.tells(error.value)
    with pytest.raises(InputError) as error:
        decode(Place, {**PLACE, "kind": value}, "$")
    checks.tells(error.value)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("au cours du mois d'août", "2024-08"),  # a second field that stood alone
        ("il y a vingt\u2011quatre jours", "2024-09-26"),  # a hyphen of another kind than the pack's
        ("il y a vingt quatre jours", "2024-09-26"),
    ],
)
def test_words_that_the_forms_match_are_read(words: str, edtf: str) -> None:
    found = dates.reader(languages.load("fr")).read(words, [Span(0, len(words))], dt.date(2024, 10, 20))
    assert [time.edtf for time in found] == [edtf]


@pytest.mark.parametrize("season", ["sprıng", "SPRİNG"])
def test_a_look_alike_of_a_letter_makes_no_season(season: str) -> None:
    words = f"They left in the spring and in the {season}."
    found = dates.reader(languages.load("en")).read(words, [Span(0, len(words))], dt.date(2024, 10, 20))
    assert [time.edtf for time in found] == ["2024-03-01/2024-05-31"]


def test_a_claim_of_a_foreign_id_cannot_be_amended_in_a_slot_that_is_none(tmp_path: Path) -> None:
    reading = pipeline.read_document(
        Document("d", "Mille soldats russes sont arrivés à Koursk.", language="fr")
    )
    line = jsonlines.lines([jsonlines.reading(reading)]).replace(reading.claims[0].id, "x")
    (tmp_path / "claims.jsonl").write_text(line, encoding="utf-8")
    (tmp_path / "corrections.csv").write_text("id,action,field,value\nx,amend,colour,red\n", encoding="utf-8")
    problems = [p.reason for p in pipeline.run_of(tmp_path / "claims.jsonl").problems]
    assert problems[0].startswith("field 'colour': write one of type, status")


def test_a_correction_of_an_id_of_two_lines_is_told_in_one(tmp_path: Path) -> None:
    (tmp_path / "corrections.csv").write_text('id,action\n"a\nb",accept\n', encoding="utf-8")
    (problem,) = corrections.apply((), corrections.load([tmp_path]), lambda _: None).problems
    assert problem.reason == r"there is no place 'a\nb' in these reports"


def test_a_pack_whose_form_holds_a_second_field_alone_is_refused() -> None:
    pack = languages.load("fr")
    pattern = DatePattern("month", ("au cours du mois <de {month}|d'{month2}>",), {})
    words = replace(pack.dates, patterns=(pattern,))
    with pytest.raises(LanguagePackError, match="wrong field or bracket"):
        forms.compiled(replace(pack, dates=words), dates.RULE_NAMES)
