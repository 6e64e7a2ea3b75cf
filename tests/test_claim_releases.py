"""Ministries, staffs and missions about their own: units by name, letters of missions, whose release."""

import pytest

from geo import pipeline
from geo.records import Claim, Place, Status


def claims(text: str, language: str, publisher: str | None = None) -> tuple[Claim, ...]:
    row = {"id": "r", "text": text, "published": "2024-11-20", "language": language}
    read = pipeline.read_document(pipeline.document_of({**row, "title": None, "publisher": publisher}))
    return read.claims


def named(*places: Place | None) -> str:
    return " ".join(place.name for place in places if place)


def told(claim: Claim) -> str:
    """Return who did it, of which side, how many, and where."""
    who, number = claim.actor, claim.quantity
    counted = f" {number.low} {number.unit}" if number else ""
    where = named(claim.origin, *claim.places, claim.destination)
    return f"{who.text if who else None} {who.country_code if who else None}{counted} {where}"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Some 1,200 soldiers from the 3rd Brigade, 10th Mountain Division will deploy to Romania.",
            "soldiers US 1200 personnel Romania",
        ),
        (
            "en",
            "About 150 US Marines with 2nd Battalion, 6th Marine Regiment, arrived in Riga.",
            "US Marines US 150 personnel Riga",
        ),
        (
            "en",
            "Three hundred troops of 2nd Battalion, The Parachute Regiment, flew to Kabul.",
            "troops GB 300 personnel Kabul",
        ),
        ("en", "1st Battalion, The Rifles returned to Chepstow.", "Battalion None Chepstow"),
        # a name may be long
        (
            "en",
            "Two U.S. Air Force B-52H Stratofortress aircraft arrived in Riga.",
            "aircraft US 2 aircraft Riga",
        ),
        ("en", "The battalion, which numbers 334 men, left Dublin.", "battalion None 334 personnel Dublin"),
        (
            "fr",
            "Le bataillon, qui compte 334 hommes, a quitté Dublin.",
            "bataillon None 334 personnel Dublin",
        ),
        ("fr", "Le bataillon, qui a perdu 34 hommes, a quitté Dublin.", "bataillon None Dublin"),
    ],
)
def test_a_unit_and_the_one_that_it_is_of_are_one_force(language: str, text: str, expected: str) -> None:
    assert told(claims(text, language)[0]) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The regiment will deploy to Latvia to train Ukrainian soldiers.", "regiment None Latvia"),
        (
            "en",
            "The battalion, numbering 334 men, will deploy to Gao to replace the 124th Battalion.",
            "battalion None 334 personnel Gao",
        ),
        (
            "fr",
            "Le bataillon se déploiera à Goma pour appuyer les troupes congolaises.",
            "bataillon None Goma",
        ),
        # where nobody else is named, the army sends them
        ("en", "Chad will deploy to Goma, to begin with, 300 men.", "men TD 300 personnel Goma"),
        (
            "fr",
            "La France enverra à Gao, pour relever la compagnie, 120 légionnaires.",
            "légionnaires FR 120 personnel Gao",
        ),
    ],
)
def test_whom_a_force_goes_for_goes_nowhere(language: str, text: str, expected: str) -> None:
    assert told(claims(text, language)[0]) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Le contingent de la Mission de la SADC au Mozambique (SAMIM) a quitté Pemba.",
            "contingent None Pemba",
        ),
        (
            "fr",
            "Le bataillon togolais (TOGBATT) de la MINUSMA a quitté Gao.",
            "bataillon togolais TG Gao",
        ),
        (
            "fr",
            "La mission EUTM RCA compte 120 instructeurs à Bangui.",
            "instructeurs None 120 personnel Bangui",
        ),
        ("en", "Troops of the Mission in Somalia (AMISOM) entered Barawe.", "Troops None Barawe"),
        ("en", "The Rwanda Defence Force (RDF) contingent left Kigali.", "contingent RW Kigali"),
        (
            "en",
            "EUTM Somalia has 120 trainers in Mogadishu.",
            "trainers None 120 personnel Mogadishu",
        ),
    ],
)
def test_the_letters_of_a_mission_are_no_other_force(language: str, text: str, expected: str) -> None:
    assert [told(claim) for claim in claims(text, language)] == [expected]


@pytest.mark.parametrize(
    ("language", "publisher", "text", "expected"),
    [
        (
            "fr",
            "Ministère de la Défense du Bénin",
            "Deux soldats sont tombés à Karimama.",
            "soldats BJ 2 personnel Karimama",
        ),
        (
            "fr",
            "Ministère de la Défense, Berlin",
            "Au Tchad, un détachement de 40 militaires forme des recrues.",
            "détachement DE 40 personnel Chad",
        ),
        (
            "fr",
            "Ministère des Armées",
            "Nos 700 casques bleus restent déployés à Naqoura.",
            "casques bleus FR 700 personnel Naqoura",
        ),
        (
            "en",
            "Ministry of Defence, Ghana",
            "A total of 150 men have been sent to Bawku.",
            "men GH 150 personnel Bawku",
        ),
        (
            "en",
            "Embassy of Japan in Kenya",
            "Some 180 personnel are stationed in Djibouti.",
            "personnel JP 180 personnel Djibouti",
        ),
        (
            "en",
            "Irish Defence Forces",
            "In Mali, 13 soldiers are based in Bamako.",
            "soldiers IE 13 personnel Bamako",
        ),
        # a daily of a town speaks for no state
        ("en", "Accra daily", "A total of 150 men have been sent to Bawku.", "men None 150 personnel Bawku"),
    ],
)
def test_an_offices_own_are_those_of_the_state_in_its_name(
    language: str, publisher: str, text: str, expected: str
) -> None:
    assert told(claims(text, language, publisher)[0]) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "À la demande du Vanuatu, la Légion étrangère a acheminé 12 tonnes de fret à Port-Vila.",
            "tonnes FR 12 tonne Port Vila",
        ),
        (
            "fr",
            "En accord avec le Tchad, 40 instructeurs ont été envoyés à Abéché.",
            "instructeurs None 40 personnel Abéché",
        ),
        (
            "en",
            "At the request of Fiji, a ship carried 12 tonnes of flour to Suva.",
            "tonnes None 12 tonne Suva",
        ),
        ("en", "In Mali, soldiers were sent to Kidal.", "soldiers ML Kidal"),
        # a gift is of who gives it
        (
            "fr",
            "L'ambassade annonce la remise de 12 véhicules à l'armée malienne à Bamako.",
            "véhicules None 12 vehicles Bamako",
        ),
        (
            "en",
            "The embassy announced the donation of 12 vehicles to the Malian army in Bamako.",
            "vehicles None 12 vehicles Bamako",
        ),
    ],
)
def test_who_asks_for_a_force_or_is_given_it_does_not_send_it(
    language: str, text: str, expected: str
) -> None:
    assert told(claims(text, language)[0]) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "La compagnie burundaise a remis sa base à l'armée somalienne et s'est repliée sur Balad.",
            "compagnie burundaise BI Balad",
        ),
        (
            "en",
            "The Burundian company handed its base to the Somali National Army and withdrew to Balad.",
            "Burundian company BI Balad",
        ),
        (
            "fr",
            "Une section du 3e RIMa mène un exercice avec l'armée ivoirienne à Lomo Nord.",
            "section du 3e RIMa FR 1 platoon Lomo-Nord",
        ),
        (
            "en",
            "Kenyan troops took over from Ugandan troops in Kismayo.",
            "Kenyan troops KE Kismayo",
        ),
        # the most exact of two places
        (
            "fr",
            "Au Tchad, 40 militaires ont conduit un exercice à Abéché.",
            "militaires TD 40 personnel Abéché",
        ),
        (
            "en",
            "In Chad, 40 soldiers conducted a course in Abéché.",
            "soldiers TD 40 personnel Abéché",
        ),
        # who carries on says nothing
        ("fr", "La frégate Surcouf poursuit sa mission en mer Rouge.", "frégate None Red Sea"),
        ("fr", "Le NGCC Amundsen a quitté Halifax pour Riga.", "NGCC CA Halifax Riga"),
        ("en", "CCGS Amundsen left Halifax for Riga.", "CCGS Amundsen CA Halifax Riga"),
        ("en", "NRP Corte-Real left Lisbon for Luanda.", "NRP Corte PT Lisbon Luanda"),
    ],
)
def test_who_deals_with_others_is_who_acts(language: str, text: str, expected: str) -> None:
    (claim,) = claims(text, language)
    assert told(claim) == expected
    assert not claim.attribution


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Le Kenya a envoyé deux compagnies, soit 200 hommes, à Goma.",
            "compagnies KE 200 personnel Goma",
        ),
        (
            "fr",
            "La France enverra deux frégates, la Surcouf et la Forbin, à Djibouti.",
            "frégates FR 2 vessels Djibouti",
        ),
        # where a clause has a verb of its own, the place is its
        ("fr", "Le Kenya a envoyé un bataillon, selon un officier, à Goma.", "bataillon KE 1 battalions "),
        # patrols are what somebody does
        ("fr", "Le détachement a conduit 120 patrouilles à Naqoura.", "détachement None Naqoura"),
        ("fr", "Deux patrouilles ont quitté Gao.", "patrouilles None 2 patrol Gao"),
        ("en", "Peacekeepers ran 40 patrols in Kidal.", "Peacekeepers None Kidal"),
        (
            "en",
            "Some 2,200 marines are embarked on USS Bataan in the Baltic Sea.",
            "marines None 2200 personnel Baltic Sea",
        ),
        (
            "en",
            "The battalion, made up of 600 soldiers, has been deployed to Zvečan.",
            "battalion None 600 personnel Zvečan",
        ),
        # only a state that opens a sentence has the soldiers behind it
        (
            "fr",
            "Relève au Liban : 700 soldats ont quitté Clermont-Ferrand.",
            "soldats FR 700 personnel Clermont-Ferrand Lebanon",
        ),
        (
            "fr",
            "Fin de mission pour la frégate Forbin : elle a retrouvé Toulon.",
            "frégate None Toulon",
        ),
    ],
)
def test_what_is_set_off_parts_no_force_from_its_place(language: str, text: str, expected: str) -> None:
    (claim,) = claims(text, language)
    assert told(claim) == expected
    assert not any("Forbin" in source.text for source in claim.attribution)


def test_a_royal_navy_of_another_crown_is_that_crowns() -> None:
    (claim,) = claims("Two frigates left Esquimalt.", "en", "Royal Canadian Navy")
    assert (told(claim), claim.status.value) == ("frigates CA 2 vessels Esquimalt", "confirmed")


@pytest.mark.parametrize(
    ("language", "publisher", "paragraphs", "side"),
    [
        (
            "en",
            "ministry of national defence, news release",
            (
                "Vilnius, 10 April 2024",
                "The Belgian company left Rukla on 4 April. The German brigade is to follow in May.",
                "Since January, fourteen of our instructors have been serving at Poznan, in Poland.",
            ),
            "LT",
        ),
        (
            "fr",
            "ministère de la Défense, communiqué",
            (
                "Vilnius, le 10 avril 2024",
                "La compagnie belge a quitté Rukla le 4 avril. La brigade allemande suivra en mai.",
                "Depuis janvier, quatorze de nos instructeurs servent à Poznan, en Pologne.",
            ),
            "LT",
        ),
        # the capital from which a mission writes is its host's
        (
            "en",
            "mission news release",
            (
                "Vilnius, 10 April 2024",
                "The Belgian company left Rukla on 4 April.",
                "Since January, fourteen of our instructors have been serving at Poznan, in Poland.",
            ),
            "BE",
        ),
    ],
)
def test_the_capital_in_which_an_office_dates_its_release_is_its_states(
    language: str, publisher: str, paragraphs: tuple[str, ...], side: str
) -> None:
    *_, last = claims("\n\n".join(paragraphs), language, publisher)
    assert last.actor is not None
    assert last.actor.country_code == side
    assert last.status is Status.CONFIRMED
