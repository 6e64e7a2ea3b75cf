"""Which of the places of one name is meant, and why."""

import pytest

from geo import pipeline
from geo.records import Document, Mention, PlaceKind, Usage


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
    text = "French troops left Kabul. They had stayed at Mirna, in Surobi, since 2009."
    mentions = pipeline.read_document(Document("d", text, language="en")).mentions
    assert [m.place for m in mentions if m.text == "Mirna"] == [None]  # not the one in Slovenia


def test_a_town_is_meant_before_the_region_named_after_it() -> None:
    text = "The column reached Ghadames, in Libya."
    town = pipeline.read_document(Document("d", text, language="en")).mentions[0].place
    assert town is not None
    assert town.kind is PlaceKind.CITY


def test_a_state_that_is_little_more_than_its_town_is_the_town_where_a_force_is() -> None:
    there = first("The frigate put into Djibouti on Sunday.")
    assert there.place is not None
    assert there.place.kind is PlaceKind.CITY
    assert PlaceKind.COUNTRY in [c.place.kind for c in there.candidates]
    acting = first("Djibouti sent 200 soldiers to Somalia.")
    assert acting.place is not None
    assert acting.place.kind is PlaceKind.COUNTRY
    large = first("The soldiers are based in Luxembourg.")
    assert large.place is not None
    assert large.place.kind is PlaceKind.COUNTRY


def test_behind_a_place_that_lies_in_it_the_state_is_meant() -> None:
    text = "They flew to Camp Lemonnier, in Djibouti."
    mentions = pipeline.read_document(Document("d", text, language="en")).mentions
    assert [m.place.kind for m in mentions if m.place][-1] is PlaceKind.COUNTRY


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        # the other names that GeoNames has of a town that people keep
        ("Sixty Americans arrived from Frankfurt.", "Frankfurt", "Frankfurt am Main"),
        ("The ship did not put in at Las Palmas.", "Las Palmas", "Las Palmas de Gran Canaria"),
        ("Pakistani troops left Islamabad on Monday.", "Islamabad", "Islamabad"),  # not Chittagong
        # bases and airports by their bare names
        ("Danish jets will return to Skrydstrup.", "Skrydstrup", "Skrydstrup air base"),
        ("Japanese aircraft landed in Australia, at Amberley.", "Amberley", "RAAF Base Amberley"),
        # what stands before a name
        ("The convoy drove from Kolkata by way of Birgunj.", "Birgunj", "Birgañj"),
        ("None had been posted in Mansôa or Farim.", "Farim", "Farim"),
        ("Near Menaka Nigerien troops hold a bridge.", "Menaka", "Ménaka"),
        ("Rwandan troops left Mocímboa da Praia, Mueda and Afungi for Palma.", "Palma", "Palma"),
    ],
)
def test_names_of_reports_are_placed(text: str, name: str, expected: str) -> None:
    mentions = pipeline.read_document(Document("d", text, language="en")).mentions
    (place,) = [m.place for m in mentions if m.text == name]
    assert place is not None
    assert place.name == expected
    if name == "Palma":
        assert place.country_code == "MZ"


def test_what_lies_between_a_capital_and_a_town_lies_there() -> None:
    text = "Peacekeepers guard the line between Nicosia and Larnaca."
    mentions = pipeline.read_document(Document("d", text, language="en")).mentions
    assert [m.usage for m in mentions] == [Usage.LOCATIVE, Usage.LOCATIVE]


def test_a_town_that_leaves_its_namesakes_far_behind_is_meant() -> None:
    text = "Two hundred paratroopers left Pau on Monday for Mali."  # not those in Spain and the Philippines
    place = pipeline.read_document(Document("d", text, language="en")).mentions[0].place
    assert place is not None
    assert place.country_code == "FR"


def test_a_town_with_namesakes_needs_more_than_its_size() -> None:
    text = "Eritrean infantry withdrew from Adwa to Rama."  # not the one in Nicaragua
    mentions = pipeline.read_document(Document("d", text, language="en")).mentions
    assert [m.place for m in mentions if m.text == "Rama"] == [None]


@pytest.mark.parametrize("name", ["Коursk", "Kоursк", "КОURSК", "Куpск"])
def test_a_name_in_letters_of_two_alphabets_is_found_and_says_so(name: str) -> None:
    mention = first(f"A missile fell on {name} and on Donetsk.")
    assert mention.text == name
    assert mention.place is not None
    assert mention.place.name == "Kursk"
    told = f"“{name}” mixes letters of several scripts that look alike"
    assert told in [str(reason) for reason in mention.candidates[0].reasons]


@pytest.mark.parametrize("name", ["Koursk", "Курск", "Kursk-М", "Žukovka"])
def test_a_name_in_letters_of_one_alphabet_says_nothing_of_it(name: str) -> None:
    mention = first(f"A missile fell on {name}, near Donetsk.")
    assert not any("several scripts" in str(r) for c in mention.candidates for r in c.reasons)


def test_letters_that_look_like_none_of_the_others_make_no_name() -> None:
    mentions = pipeline.read_document(Document("d", "A missile fell on Kжursk.", language="en")).mentions
    assert not any(m.place for m in mentions)


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("fr", "La frégate Surcouf a quitté Brest lundi pour Mayotte.", "FR"),
        ("fr", "Des soldats russes sont arrivés à Brest, en Biélorussie.", "BY"),
        ("fr", "Les troupes biélorusses ont quitté Brest lundi.", "BY"),
        ("en", "Soldiers left Brest on Monday.", "BY"),  # the larger town
    ],
)
def test_a_name_of_several_towns_is_first_that_of_the_language_s_country(
    language: str, text: str, country: str
) -> None:
    mentions = pipeline.read_document(Document("d", text, language=language)).mentions
    place = next(m.place for m in mentions if m.text == "Brest")
    assert place is not None
    assert place.country_code == country
