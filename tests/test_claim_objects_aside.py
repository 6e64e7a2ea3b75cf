"""Objects behind an aside, one of a few, and words that only describe those counted."""

import datetime as dt

import pytest

from geo import pipeline
from geo.records import Claim, Document


def claims(language: str, text: str) -> tuple[Claim, ...]:
    """Return the claims of a report of Wednesday 20 November 2024."""
    document = Document("report", text, language=language, published=dt.date(2024, 11, 20), publisher="wire")
    return pipeline.read_document(document).claims


@pytest.mark.parametrize(
    ("language", "text", "side", "number"),
    [
        ("fr", "L'Italie a retiré de Gao, au cours du week-end, ses 300 soldats.", "IT", 300),
        ("fr", "Le Kenya a envoyé à Goma, selon un porte-parole, 300 soldats.", "KE", 300),
        ("fr", "Le Tchad déploiera à Gao, à partir de mars et pour un an, 200 hommes.", "TD", 200),
        ("fr", "Le Tchad a dépêché à Gao, dans le nord du Mali, un bataillon.", "TD", 1),
        ("fr", "Berlin a livré à Kiev, la semaine dernière, dix chars.", "DE", 10),
        ("en", "Kenya has sent to Goma, according to a spokesman, 300 soldiers.", "KE", 300),
    ],
)
def test_an_object_stands_behind_what_commas_set_off(
    language: str, text: str, side: str, number: int
) -> None:
    (claim,) = claims(language, text)
    assert claim.actor is not None
    assert claim.quantity is not None
    assert (claim.actor.country_code, claim.quantity.low) == (side, number)


def test_an_aside_that_names_others_parts_a_verb_from_what_follows() -> None:
    text = "Le Kenya a envoyé à Goma, où 200 soldats se trouvent déjà, un bataillon."
    assert [(c.type.value, c.quantity and c.quantity.low) for c in claims("fr", text)] == [("presence", 200)]


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "The first of six helicopters arrived in Gao.", 1),
        ("en", "The first two of six helicopters arrived in Gao.", 2),
        ("en", "The last of three battalions left Gao.", 1),
        ("fr", "Le deuxième des trois bataillons est arrivé à Goma.", 1),
        ("fr", "La première des deux frégates a quitté Toulon.", 1),
        ("fr", "Les deux premiers des six hélicoptères sont arrivés à Gao.", 2),
    ],
)
def test_the_first_of_a_few_is_one(language: str, text: str, number: int) -> None:
    (claim,) = claims(language, text)
    assert claim.quantity is not None
    assert (claim.quantity.low, claim.quantity.high) == (number, number)


@pytest.mark.parametrize(
    "text",
    ["The 300 promised soldiers arrived in Goma.", "The 200 planned soldiers arrived in Goma."],
)
def test_what_describes_those_counted_says_and_plans_nothing(text: str) -> None:
    (claim,) = claims("en", text)
    assert (claim.status.value, claim.attribution) == ("reported", ())


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("fr", "Trois soldats ont été tués dans une attaque contre Gao.", ["Gao"]),
        ("fr", "Trois soldats sont morts dans un raid contre le village de Labbezanga.", ["Labbezanga"]),
        ("en", "Three soldiers died in a raid against Labbezanga.", ["Labbezanga"]),
        ("fr", "Trois Maliens sont morts au combat contre le Niger.", []),
        ("fr", "L'armée malienne a repoussé un raid à Labbezanga, perdant trois hommes.", ["Labbezanga"]),
    ],
)
def test_a_loss_is_where_an_attack_was_aimed(language: str, text: str, places: list[str]) -> None:
    (claim,) = claims(language, text)
    assert claim.type.value == "casualties"
    assert [place.name for place in claim.places] == places


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("fr", "L'attaque d'Inata a fait 53 morts, dont 49 gendarmes.", 49),
        ("fr", "L'attaque d'Inata a fait 53 morts dont 49 soldats.", 49),
        ("fr", "Cinquante-trois personnes, dont 49 gendarmes, ont été tuées à Inata.", 49),
        ("en", "The attack on Inata killed 53 people, including 49 gendarmes.", 49),
        ("fr", "Le bilan est passé de 32 à 53 soldats tués à Inata.", 53),
        ("fr", "Trois Sénégalais ont perdu la vie dans l'explosion d'une mine à Tessalit.", 3),
        ("fr", "Le caporal Martin, 24 ans, est mort au combat le 8 mai au Mali.", 1),
        ("en", "Sergeant John Doe, 33, died in combat on 8 May in Mali.", 1),
    ],
)
def test_the_lost_are_counted_as_those_of_the_force(language: str, text: str, number: int) -> None:
    (claim,) = claims(language, text)
    assert claim.type.value == "casualties"
    assert claim.quantity is not None
    assert (claim.quantity.low, claim.quantity.high) == (number, number)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Two ships, HMS Kent and HMS Argyll, left Plymouth on Monday.", "GB"),
        ("The destroyer, USS Cole, left Rota on Monday.", "US"),
        ("A battalion, US soldiers said, left Gao on Monday.", None),
    ],
)
def test_the_prefix_of_a_ships_name_tells_whose_those_are_that_it_names(text: str, side: str | None) -> None:
    (claim,) = claims("en", text)
    assert claim.actor is not None
    assert claim.actor.country_code == side


def test_a_way_begins_where_it_leads_on_to_what_no_gazetteer_holds() -> None:
    (claim,) = claims("fr", "La marine philippine a envoyé un patrouilleur de Manille vers le banc Inconnu.")
    assert claim.origin is not None
    assert (claim.origin.name, claim.destination) == ("Manila", None)


def test_a_part_of_the_week_is_read_in_english_too() -> None:
    (claim,) = claims("en", "Italian soldiers arrived in Misrata late in the week.")
    assert claim.time is not None
    assert claim.time.edtf == "2024-11-14/2024-11-17"


@pytest.mark.parametrize(
    ("language", "text", "origin"),
    [
        ("fr", "La France a fermé sa base de Gao et retiré ses 300 soldats.", "Gao"),
        ("en", "Chad handed over its camp at Aguelhok and pulled its men out.", "Aguelhok"),
        ("fr", "La France a fermé sa base de Gao et retiré ses 300 soldats de Kidal.", "Kidal"),
        ("fr", "L'armée a attaqué Gao et la France a retiré ses 300 soldats.", None),
    ],
)
def test_who_closes_a_base_withdraws_from_there(language: str, text: str, origin: str | None) -> None:
    (claim,) = claims(language, text)
    assert (claim.origin.name if claim.origin else None) == origin


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("en", "Canada will extend until 2026 its mission in Latvia, where it has 800 troops.", "CA"),
        ("en", "The minister visited Latvia, where Canada has 800 troops.", "CA"),
        ("fr", "Le Canada prolongera sa mission en Lettonie, où il compte 800 militaires.", "CA"),
        ("fr", "Le ministre s'est rendu en Lettonie, où le Canada a 800 soldats.", "CA"),
    ],
)
def test_who_has_so_many_where_a_clause_says_is_there(language: str, text: str, side: str) -> None:
    (claim,) = claims(language, text)
    assert claim.actor is not None
    assert (claim.type.value, claim.actor.country_code) == ("presence", side)
    assert [place.name for place in claim.places] == ["Latvia"]
    assert claim.quantity is not None
    assert claim.quantity.low == 800


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("en", "HMS Kent shot down nine drones in three weeks and then withdrew to Gibraltar.", "HMS Kent"),
        ("en", "The frigate sank two boats off Hodeidah and sailed to Djibouti on Monday.", "frigate"),
        ("en", "The brigade lost 12 tanks and retreated to Pokrovsk.", "brigade"),
        ("fr", "La frégate a abattu neuf drones puis s'est repliée sur Gibraltar.", "frégate"),
        ("fr", "Le bataillon a détruit quatre chars avant de se replier sur Bakhmout.", "bataillon"),
        # a participle before a noun is none of a verb
        ("en", "Eighty interned soldiers and border police left Goma.", "soldiers"),
    ],
)
def test_who_does_something_to_others_goes_on(language: str, text: str, actor: str) -> None:
    (claim,) = claims(language, text)
    assert claim.actor is not None
    assert claim.actor.text == actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        # "she" is no fleet; a ship is told of aboard whom something happens
        ("HMS Kent is to lead the fleet; she sailed from Portsmouth on 18 February.", "HMS Kent"),
        ("He was operated on aboard the frigate Kent, which docked at Gao on Saturday.", "frigate"),
    ],
)
def test_which_ship_goes(text: str, actor: str) -> None:
    assert [c.actor.text for c in claims("en", text) if c.actor] == [actor]


def test_a_place_that_is_handed_over_is_no_way() -> None:
    assert claims("en", "The Spaniards handed over Qala-i-Naw in September 2013.") == ()
