"""Places on a page in another language are called what the reports in that language call them."""

import datetime as dt

import pytest

from geo import pipeline
from geo.maps.naming import in_words_of
from geo.maps.page import PageSettings, render_page
from geo.records import Document, Run


def run_of(*texts: str, language: str = "fr") -> Run:
    day = dt.date(2024, 10, 21)
    documents = [Document(f"d{n}", text, language=language, published=day) for n, text in enumerate(texts)]
    return pipeline.assemble(tuple(pipeline.read_document(document) for document in documents))


def names(run: Run) -> set[str]:
    ends = (place for m in run.movements for place in (m.origin, m.destination, *m.places) if place)
    return {place.name for place in ends} | {p.name for c in run.claims for p in c.places}


def test_a_french_page_says_koursk_where_the_reports_do() -> None:
    run = run_of("Des soldats russes sont arrivés à Koursk.", "Trois Russes ont été tués à Koursk.")
    assert names(run) == {"Kursk"}
    assert names(in_words_of(run, "fr")) == {"Koursk"}
    assert "Koursk" in render_page(run, PageSettings(language="fr"))


def test_what_is_written_most_often_counts_and_then_what_is_shorter() -> None:
    once, twice = "Des soldats russes sont à Oussouriisk.", "Des soldats russes sont à Ussuriysk."
    assert names(in_words_of(run_of(once, twice, twice), "fr")) == {"Ussuriysk"}
    assert names(in_words_of(run_of(once, twice), "fr")) == {"Ussuriysk"}


@pytest.mark.parametrize(("language", "page"), [("en", "fr"), ("fr", "en")])
def test_reports_in_another_language_than_the_page_leave_the_title(language: str, page: str) -> None:
    text = {"fr": "Des soldats russes sont arrivés à Koursk.", "en": "Russian soldiers came to Kursk."}[
        language
    ]
    assert names(in_words_of(run_of(text, language=language), page)) == {"Kursk"}


def test_a_site_is_not_called_by_the_town_alone() -> None:
    run = run_of("Deux avions russes se sont posés à Sunan.")
    assert names(in_words_of(run, "fr")) == names(run)


def test_the_place_stays_the_same_whatever_it_is_called() -> None:
    run = run_of("Des soldats russes sont arrivés à Koursk.")
    (before,), (after,) = run.movements, in_words_of(run, "fr").movements
    assert before.destination is not None
    assert after.destination is not None
    assert (after.destination.id, after.destination.lat) == (before.destination.id, before.destination.lat)
