"""Which of the places of one name is meant, and why."""

from geo import pipeline
from geo.records import Document, Mention, PlaceKind


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


def test_what_lies_in_a_country_speaks_for_it() -> None:
    text = (
        "Il est né à Pointe-Noire, au Congo, près de Kinshasa. La République démocratique du Congo se tait."
    )
    mentions = pipeline.read_document(Document("d", text, language="fr")).mentions
    congo = next(m for m in mentions if m.text == "Congo")
    assert congo.place is not None
    assert congo.place.country_code == "CG"


def test_the_nearer_of_two_villages_is_meant() -> None:
    text = "Ukrainian troops hold Sumy and Miropillya. Shells fell on Basivka."
    mentions = pipeline.read_document(Document("d", text, language="en")).mentions
    village = mentions[-1].place
    assert village is not None
    assert village.lat > 51  # in Sumy oblast, not the larger one near Lviv


def test_a_village_that_nothing_else_speaks_for_is_not_placed() -> None:
    text = "French troops left Kabul. They had stayed at Tora, in Surobi, since 2009."
    mentions = pipeline.read_document(Document("d", text, language="en")).mentions
    assert [m.place for m in mentions if m.text == "Tora"] == [None]  # not the one in Ivory Coast


def test_a_town_is_meant_before_the_region_named_after_it() -> None:
    text = "The column reached Ghadames, in Libya."
    town = pipeline.read_document(Document("d", text, language="en")).mentions[0].place
    assert town is not None
    assert town.kind is PlaceKind.CITY
