"""How many, when and which part: sentences in which another number, day or word stands in the way."""

import pytest

from geo import pipeline
from geo.records import Claim


def claims(text: str, language: str) -> tuple[Claim, ...]:
    row = {"id": "r", "text": text, "published": "2024-11-20", "language": language}
    return pipeline.read_document(pipeline.document_of({**row, "title": None, "publisher": None})).claims


def number(claim: Claim) -> str:
    told = claim.quantity
    return f"{told.low}-{told.high} {told.unit}" if told else "None"


def numbers(text: str, language: str) -> list[str]:
    return [number(claim) for claim in claims(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Quatre navires turcs ont quitté Mersin mardi pour Tripoli avec 600 hommes.",
            "600-600 personnel",
        ),
        ("fr", "Deux avions militaires se sont posés à Gao avec 120 soldats rwandais.", "120-120 personnel"),
        ("fr", "Six camions sont arrivés à Gao avec une dizaine de soldats.", "10-10 personnel"),
        ("en", "Two aircraft landed in Gao on Sunday with 120 Togolese soldiers.", "120-120 personnel"),
        ("en", "Six trucks reached Gao with a dozen soldiers.", "12-12 personnel"),
        # who trains or joins with others does not carry them, nor does food
        ("fr", "Trois frégates manœuvrent en mer Noire avec 300 soldats roumains.", "3-3 vessels"),
        ("en", "Three warships exercised off Manila with 400 Philippine marines.", "3-3 vessels"),
        ("en", "Two frigates left Brest and will join up with 600 soldiers in Beirut.", "2-2 vessels"),
        ("en", "Six trucks reached Gao with food for 300 soldiers.", "6-6 vehicles"),
    ],
)
def test_of_carriers_and_whom_they_bring_the_people_count(language: str, text: str, expected: str) -> None:
    assert numbers(text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # the men of an army are no part of a force; those of whom a report spoke are
        ("fr", "Quatre de nos soldats ont été tués à Gao.", None),
        ("en", "Thirty-seven of his officers flew from Accra to Honiara.", None),
        ("fr", "Deux des appareils ont gagné Gao mardi.", "part"),
        ("fr", "Une centaine de soldats des forces spéciales ont gagné Gao.", None),
        ("en", "Twelve of the members moved on to Tacloban.", "part"),
        # "additional" counts with whom "and" joins
        ("fr", "Huit cents gendarmes et policiers supplémentaires seront envoyés à Gao.", "more"),
        ("fr", "Trois cents soldats et policiers togolais supplémentaires iront à Gao.", "more"),
        # a vanguard that is counted, not that of a counted force
        ("fr", "Une avant-garde de 200 soldats ghanéens est attendue à Goma.", "part"),
        ("fr", "Une avant-garde d'un bataillon de 850 hommes est arrivée à Goma.", None),
        ("fr", "L'avant-garde des 200 soldats promis est arrivée à Goma.", None),
        ("en", "The first reinforcements, 120 gendarmes, were sent to Gao in September.", "part"),
        # what others are a part of
        ("en", "They are the first part of a Kenyan force of 600 that will go to Gao.", None),
        ("en", "They were the last soldiers to leave Gao.", "part"),
        # a fraction, with and without the number of all
        ("fr", "Plus de la moitié des soldats ont quitté Gao.", "part"),
        ("fr", "La moitié des 200 hommes sont à Gao.", "part"),
        ("en", "Most of the 200 men are in Gao.", "part"),
        ("en", "They are half of the men who left Gao.", None),
        # one flight of several, the first carrier, or whom it brings first
        ("fr", "La rotation de dimanche a emporté à elle seule 140 hommes vers Accra.", "part"),
        ("en", "Sunday's rotation alone took 140 men to Nairobi.", "part"),
        ("fr", "Un premier avion de l'armée, parti d'Accra avec 90 soldats, a atterri à Gao.", "part"),
        ("fr", "Six avions ont quitté Istres pour Gao avec les premiers soldats.", "part"),
        ("en", "Six planes left Istres for Gao with the first soldiers.", "part"),
        ("en", "Six planes left Istres for Gao with soldiers for the first camp.", None),
    ],
)
def test_a_share_is_told_of_some_of_a_force(language: str, text: str, expected: str | None) -> None:
    told = claims(text, language)[-1].share
    assert (told.value if told else None) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # "or" and "soit" tell units in people, whatever stands before the comma
        ("fr", "Deux compagnies de la Garde présidentielle, soit près de 300 hommes, sont à Gao.", "300-300"),
        ("fr", "Quatre escadrons de gendarmes mobiles, soit 280 hommes, ont atterri à Gao.", "280-280"),
        ("fr", "Le retrait du contingent togolais de Goma, soit 900 soldats, a commencé.", "900-900"),
        ("fr", "Six navires de la flotte, soit la moitié de la force, ont quitté Brest.", "6-6"),
        ("en", "Two companies of the Presidential Guard, or nearly 300 men, reached Gao.", "300-300"),
        ("en", "Six ships of the fleet, or half the force, left Brest.", "6-6"),
        # "au nombre de" right behind a force, and behind what the force is of
        ("fr", "Les renforts, au nombre de 300, sont arrivés vendredi à Gao.", "300-300"),
        ("fr", "Des soldats ghanéens de la force africaine, au nombre de 80, gardent Gao.", "80-80"),
        ("en", "The soldiers, numbering 300, arrived in Gao on Friday.", "300-300"),
        ("en", "The troops of the brigade, which numbers 3,000, left Gao.", "None"),
        ("en", "Another 200, mostly from the 3rd Brigade, left Gao.", "200-200"),
        ("fr", "Un convoi terrestre d'une trentaine de véhicules a quitté Gao.", "30-30"),
        ("fr", "Un convoi escorté de 40 blindés est entré à Gao.", "40-40"),
        ("fr", "Un convoi long de 30 kilomètres a quitté Gao.", "None"),
        (
            "en",
            "That brings the number of Ghanaians killed in northern Mali since 23 January to 14.",
            "14-14",
        ),
        # "tous" behind the verb counts nobody anew
        ("fr", "Les 600 hommes sont ainsi tous arrivés à Gao.", "600-600"),
        ("fr", "Quelque 300 soldats sont presque tous partis de Gao.", "300-300"),
    ],
)
def test_a_number_told_aside_is_that_of_the_force(language: str, text: str, expected: str) -> None:
    assert [told.split()[0] for told in numbers(text, language)] == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # what began is no plan
        ("en", "Togolese soldiers began to leave Gao on Tuesday.", "reported 2024-11-19"),
        ("en", "Togolese soldiers continued to arrive in Gao on Tuesday.", "reported 2024-11-19"),
        ("en", "Togolese soldiers leave Gao on Tuesday.", "expected 2024-11-26"),
        ("en", "Togolese soldiers plan to leave Gao on Tuesday.", "expected 2024-11-26"),
        # the day of what was announced or will be voted
        ("fr", "Les 450 hommes annoncés la semaine dernière sont arrivés à Gao.", "reported None"),
        ("fr", "Le conseil doit voter mardi sur l'envoi de 500 soldats à Gao.", "expected None"),
        ("en", "The council is to vote on Tuesday on sending 500 soldiers to Gao.", "expected None"),
        ("fr", "Les 300 soldats promis en juin ont atteint Gao mardi.", "reported 2024-11-19"),
    ],
)
def test_a_day_is_of_the_event_that_it_dates(language: str, text: str, expected: str) -> None:
    [claim] = claims(text, language)
    assert f"{claim.status.value} {claim.time.edtf if claim.time else None}" == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # some of them are no number of all
        ("fr", "Quelque 180 conseillers, dont trente militaires, sont déployés à Gao.", "180-180 personnel"),
        ("fr", "Des conseillers, dont trente militaires, sont déployés à Gao.", "None"),
        ("fr", "Un contingent de 300 hommes, dont 40 Ghanéens, est arrivé à Gao.", "300-300 personnel"),
        ("en", "They are the vanguard of the 200 men who will go to Gao.", "200-200 personnel"),
        ("en", "Half of the 200 men left Gao.", "None"),
        ("en", "Some 220 trainers, twelve of them officers, work in Niamey.", "220-220 personnel"),
        ("en", "Forty of the soldiers left Gao.", "40-40 personnel"),
        # goods that nobody counts are as many as what brings them
        ("fr", "Trois avions égyptiens ont livré mardi des vivres à Gao.", "3-3 aircraft"),
        ("fr", "Une vingtaine de camions ont acheminé des médicaments à Goma.", "20-20 vehicles"),
        ("fr", "Un avion égyptien a livré mardi des vivres à Gao.", "None"),
        ("en", "Two Indian ships brought medical supplies to Beira on Friday.", "2-2 vessels"),
        ("en", "Two planes brought 12 tonnes of medicine to Beira.", "12-12 tonne"),
    ],
)
def test_a_number_counts_the_whole(language: str, text: str, expected: str) -> None:
    assert numbers(text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # how many they are, whatever stands between
        ("fr", "Les soldats français sont encore 800 à Niamey.", "800-800 personnel"),
        ("fr", "Les Tchadiens arrivés lundi à Gao étaient entre 700 et 900.", "700-900 personnel"),
        ("fr", "Des soldats togolais, arrivés hier à Gao, étaient environ 600.", "600-600 personnel"),
        ("en", "French troops in Gao are still about 300.", "300-300 personnel"),
        ("en", "The soldiers at Gao number only 300.", "300-300 personnel"),
        ("en", "The battalion based at Gao comprises 750 soldiers.", "750-750 personnel"),
        # not how many others are, nor how old somebody is
        ("fr", "Les civils tués par les soldats à Gao sont 12.", "None"),
        ("fr", "Les soldats ont quitté Gao, où les réfugiés sont 4 000.", "None"),
        ("en", "The refugees in the camp that soldiers guard at Gao are 4,000.", "None"),
        ("en", "The soldiers, one of whom was 24, were killed at Gao.", "None"),
        # colleagues are of the force told of before
        ("en", "Kenyan officers join 195 colleagues who flew into Accra in June.", "195-195 personnel"),
    ],
)
def test_a_verb_of_being_tells_how_many_a_force_is(language: str, text: str, expected: str) -> None:
    assert numbers(text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # a weekday of the days that the text tells of, not of those around the report
        ("fr", "L'avion a quitté Gao le 22 octobre. Ce mardi-là, 40 soldats ont gagné Kidal.", "2024-10-22"),
        (
            "fr",
            "L'avion a quitté Gao le 31 octobre. Ce même jeudi, 40 soldats ont gagné Kidal.",
            "2024-10-31",
        ),
        ("en", "The ship left Accra on 3 November. On that Sunday 40 soldiers reached Gao.", "2024-11-03"),
        ("fr", "Ce dimanche, 40 soldats ont gagné Kidal.", "2024-11-17"),
        # the day before what happened, not before a statement or a plan
        (
            "fr",
            "Un convoi a quitté Gao mardi, dit mercredi l'armée. La veille, 30 soldats y sont entrés.",
            "2024-11-18",
        ),
        (
            "en",
            "A convoy left Gao on Monday, the army said on Wednesday. The next day it reached Kidal.",
            "2024-11-19",
        ),
        (
            "fr",
            "Un avion quitta Gao jeudi. Un autre suivra l'an prochain. La veille, 30 soldats y sont entrés.",
            "2024-11-13",
        ),
        # another time only compares
        ("fr", "Quelque 450 soldats restent stationnés à Gao, comme au printemps.", None),
        ("en", "More than 600 soldiers are stationed in Gao, twice as many as last year.", None),
        ("en", "As of Monday 40 soldiers were in Gao.", "../2024-11-18"),
        # what has held until the report, and what will end some day, has no known beginning
        ("fr", "Jusqu'ici, 300 soldats étaient stationnés à Gao.", "../2024-11-20"),
        ("fr", "À ce jour, 300 soldats sont déployés à Gao.", "../2024-11-20"),
        ("en", "Until now 300 soldiers were stationed in Gao.", "../2024-11-20"),
        ("fr", "Quelque 200 soldats seront stationnés à Gao jusqu'à l'été.", "../2025-08-31"),
        ("en", "The crews will stay in Gao until June.", "../2025-06-30"),
        ("en", "The crews will be gone from Gao by June.", "2024-11-20/2025-06-30"),
        # parts of a week
        ("en", "Some 300 soldiers arrived in Gao at the start of the week.", "2024-11-18/2024-11-20"),
        ("en", "Some 300 soldiers will arrive in Gao at the end of the week.", "2024-11-24"),
    ],
)
def test_a_time_is_as_long_as_its_words_say(language: str, text: str, expected: str | None) -> None:
    time = claims(text, language)[-1].time
    assert (time.edtf if time else None) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # those of whom a group speaks are not of the group
        ("en", "A group of analysts said four Russian Su-30 jets had landed at Gao.", "4-4 aircraft"),
        ("en", "A team of experts said 12 tanks had reached Gao.", "12-12 vehicles"),
        ("fr", "Une équipe d'experts affirme que douze camions sont entrés à Gao.", "12-12 vehicles"),
        ("fr", "Un collectif d'avocats assure que 30 soldats sont morts à Gao.", "30-30 personnel"),
        # "the departure of" tells whose it is
        ("en", "Three officers announced the departure of 300 soldiers from Gao.", "300-300 personnel"),
        ("fr", "Trois officiers ont annoncé le départ de 300 soldats de Gao.", "300-300 personnel"),
    ],
)
def test_who_says_it_is_not_who_is_counted(language: str, text: str, expected: str) -> None:
    assert numbers(text, language)[-1] == expected
