"""Ordinary news gives no claims: our own reports of every day, and those made up for the benchmarks."""

import importlib.util
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from geo import pipeline
from geo.records import Claim, Document

HERE = Path(__file__).parent
MADE = 120  # reports of the made-up corpus, half of them in each language
LANGUAGES = ("en", "fr")


def rows(kind: str) -> list[Any]:
    """Return the reports of a kind in both languages, each with its language."""
    found = []
    for code in LANGUAGES:
        told = tomllib.loads((HERE / "ordinary" / f"{code}.toml").read_text("utf-8"))
        found += [pytest.param(code, row, id=f"{code}-{row['title']}") for row in told[kind]]
    return found


def read(language: str, row: dict[str, Any]) -> tuple[Claim, ...]:
    document = Document(
        "d", row["text"], language=language, published=row["published"], title=row["title"], publisher=None
    )
    return pipeline.read_document(document).claims


def corpus() -> ModuleType:
    """Return the module of the benchmarks that makes reports up."""
    spec = importlib.util.spec_from_file_location("corpus", HERE.parent / "benchmarks" / "corpus.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["corpus"] = module  # its records look themselves up there
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("language", "row"), rows("report"))
def test_an_ordinary_report_gives_no_claim(language: str, row: dict[str, Any]) -> None:
    assert [claim.evidence[0].quote for claim in read(language, row)] == []


@pytest.mark.parametrize(("language", "row"), rows("deployment"))
def test_a_report_of_people_sent_tells_of_them_in_the_same_words(language: str, row: dict[str, Any]) -> None:
    assert len(read(language, row)) == row["claims"]


def test_made_up_reports_that_tell_of_no_deployment_give_no_claim() -> None:
    made = corpus()
    told = [
        claim.evidence[0].quote
        for report in made.shaped(range(MADE), made.Shape(relevant=0.0))
        for claim in read(
            report.language, {"text": report.text, "published": report.published, "title": report.title}
        )
    ]
    assert told == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "The convoy left Gao on Monday."), ("fr", "Le convoi a quitté Gao lundi.")],
)
def test_a_text_too_short_to_say_what_it_is_about_keeps_its_claims(language: str, sentence: str) -> None:
    row = {"text": sentence, "published": None, "title": None}
    alone = read(language, row)
    assert len(alone) == 1
    filler = {"en": "The price of milk rose.", "fr": "Le prix du lait a augmenté."}[language]
    among = read(language, row | {"text": f"{filler} {filler} {sentence} {filler}"})
    assert among == ()


SOLDIERS = {
    "en": "Forty Russian soldiers arrived in Kursk on Monday.",
    "fr": "Quarante soldats russes sont arrivés lundi à Koursk.",
}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Nurses in Niamey have been waiting for 7 months to be paid."),
        ("en", "Ada Bell and Tom Reed had met in Vladivostok, at a school for nurses."),
        ("en", '"It was a draw," recalls Ousmane Bah, a nurse in Abidjan.'),
        ("en", "Ada Bell has collected stoves since an uncle left a whole trunk of them."),
        ("en", "Nobody counts the coats left along the river any more."),
        ("en", "They sent us a letter from Paris."),
        ("en", "Her rival, a marine biologist, flew in from Perth."),
        ("en", "The studio brought three tanks made of plywood from Prague."),
        ("fr", "Ils nous ont envoyé une lettre de Paris."),
        ("fr", "Le festival de Gao accueillera 7 troupes."),
        ("fr", "Le studio a fait venir de Prague trois chars en contreplaqué."),
        ("fr", "L'un d'eux, un militaire à la retraite de Gao, a souri."),
    ],
)
def test_a_sentence_of_every_day_tells_nothing_beside_one_that_tells(language: str, sentence: str) -> None:
    row = {"text": f"{SOLDIERS[language]} {sentence}", "published": None, "title": None}
    assert [claim.evidence[0].quote for claim in read(language, row)] == [SOLDIERS[language]]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The 47th Brigade moved to Kupiansk."),
        ("en", "Deployed on Sunday, the team is in Goma."),
        ("en", "A British team of 60 reached Moulay Brahim."),
        ("en", "Egypt has sent three helicopters to Benghazi."),
        ("en", "A ship with 200 tonnes of food left Larnaca for Gaza."),
        ("en", "Two policemen were wounded in Bria."),
        ("fr", "Une équipe de 40 médecins turcs a gagné Derna."),
        ("fr", "Une centaine de renforts ont quitté Kigali pour Bria."),
    ],
)
def test_a_word_of_every_day_is_a_force_where_more_makes_it_one(language: str, sentence: str) -> None:
    filler = {"en": "The price of milk rose.", "fr": "Le prix du lait a augmenté."}[language]
    row = {"text": f"{filler} {filler} {sentence} {filler}", "published": None, "title": None}
    assert [claim.evidence[0].quote for claim in read(language, row)] == [sentence]
