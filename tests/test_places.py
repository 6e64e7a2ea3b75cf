"""Which of the places of one name is meant, and why."""

from geo import pipeline
from geo.records import Document, Mention


def first(text: str) -> Mention:
    return pipeline.read_document(Document("d", text, language="en")).mentions[0]


def test_without_a_hint_the_larger_place_is_meant() -> None:
    mention = first("A missile fell on Donetsk.")
    assert mention.place is not None
    assert mention.place.country_code == "UA"


def test_the_country_named_behind_a_name_settles_it() -> None:
    mention = first("A missile fell on Donetsk, in Russia.")
    assert mention.place is not None
    assert mention.place.country_code == "RU"


def test_the_losers_stay_with_their_scores_and_reasons() -> None:
    mention = first("A missile fell on Donetsk.")
    assert len(mention.candidates) > 1
    assert mention.candidates[0].place == mention.place
    scores = [c.score for c in mention.candidates]
    assert scores == sorted(scores, reverse=True)
    assert all(c.reasons for c in mention.candidates)
