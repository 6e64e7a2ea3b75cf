"""Since when and until when something was so, and days of something else that date no force."""

import pytest

from .test_claim_newsroom import read
from .test_claim_times import dated


def last_time(language: str, text: str) -> str | None:
    time = read(language, text)[-1].time
    return time.edtf if time else None


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("fr", "Les soldats russes ont achevé dimanche leur déploiement au Karabakh.", "../2024-11-17"),
        ("fr", "Les soldats français ont terminé lundi leur retrait de Gao.", "../2024-11-18"),
        ("fr", "Le déploiement de 300 soldats à Gao s'est achevé dimanche.", "../2024-11-17"),
        ("en", "French troops finished pulling out of Gao on Monday.", "../2024-11-18"),
        ("en", "On Sunday the Rwandans completed their deployment to Bangui.", "../2024-11-17"),
        ("en", "The row over the deployment of 300 soldiers to Gao on Monday goes on.", "2024-11-18"),
        ("en", "Soldiers who had completed their training arrived in Gao on Monday.", "2024-11-18"),
    ],
)
def test_the_day_on_which_a_way_was_completed_is_its_last(language: str, text: str, when: str) -> None:
    assert last_time(language, text) == when


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("fr", "Cent Ougandais sont entrés à Bunia le 18 octobre et y campent depuis.", "2024-10-18/.."),
        (
            "fr",
            "La frégate Aquitaine a gagné Larnaca lundi. Elle patrouille depuis au large du Liban.",
            "2024-11-18/..",
        ),
        ("fr", "Cent Français ont débarqué à Abidjan en mars. Ils opèrent depuis Dakar.", None),
        (
            "en",
            "A hundred men landed in Abidjan on Monday and have been camped there since.",
            "2024-11-18/..",
        ),
        (
            "en",
            "A hundred men landed in Abidjan on Monday. They have since been based in Man.",
            "2024-11-18/..",
        ),
        (
            "en",
            "A frigate reached Larnaca on Monday. She has patrolled off Lebanon since then.",
            "2024-11-18/..",
        ),
        ("en", "A hundred men landed in Man on Monday. They stay there, since nobody fetches them.", None),
        ("en", "A hundred men left Gao on Monday. Paris has since sent 200 men to Man.", "2024-11-18/.."),
        ("en", "A hundred men left Gao on Monday. Since the base shut, 200 men have gone to Man.", None),
        ("fr", "Cent hommes ont quitté Gao lundi. Paris a depuis envoyé 200 hommes à Man.", "2024-11-18/.."),
        ("fr", "Cent hommes ont quitté Gao lundi. Depuis, 200 autres ont rejoint Man.", "2024-11-18/.."),
        ("fr", "Cent hommes ont quitté Gao lundi. Depuis Paris, 200 autres ont rejoint Man.", None),
    ],
)
def test_who_has_stayed_since_came_on_the_day_just_told(language: str, text: str, when: str | None) -> None:
    assert last_time(language, text) == when


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        # what happened before a force was sent has a day of its own
        ("fr", "La Suède a envoyé 60 secouristes en Turquie après les crues de la semaine dernière.", None),
        ("fr", "La France a envoyé 200 gendarmes à Nouméa à la suite des violences de mai.", None),
        ("fr", "La France a envoyé 200 gendarmes à Nouméa dans le courant du mois de mai.", "2024-05"),
        ("en", "Sweden sent 60 rescuers to Turkey after Monday's earthquake.", None),
        ("en", "France sent 200 gendarmes to Noumea in the wake of last month's riots.", None),
        ("en", "France sent 200 gendarmes to Noumea on Monday's flight.", "2024-11-18"),
        (
            "en",
            "Togo is to send 60 troops to Bissau in response to February's attack.",
            None,
        ),
        # so has a clause of a force that tells no event, and what is compared with
        ("en", "The 300 soldiers who began their tour in May left Gao on Monday.", "2024-11-18"),
        (
            "en",
            "Ninety men flew to Ramstein, the first to go since the pact was torn up in March.",
            None,
        ),
        # a week is called by a day
        ("fr", "Les corvettes ont gagné Gotland dans la semaine du 4 novembre.", "2024-11-04/2024-11-10"),
        (
            "fr",
            "Le bateau a gagné Durban la semaine du 28 octobre au 3 novembre.",
            "2024-10-28/2024-11-03",
        ),
        ("en", "The corvettes shifted to Gotland in the week of 4 November.", "2024-11-04/2024-11-10"),
        ("en", "The ship docked in Durban in the week of 4 to 10 November.", "2024-11-04/2024-11-10"),
    ],
)
def test_the_time_of_another_happening_dates_no_way(language: str, text: str, when: str | None) -> None:
    assert last_time(language, text) == when


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Deux cents soldats danois se tiennent prêts depuis octobre à Gao.",
            "presence | 200 personnel | Gao | reported | 2024-10-01/..",
        ),
        (
            "fr",
            "Deux cents soldats seront stationnés à Gao à compter du 1er mars.",
            "presence | 200 personnel | Gao | expected | 2025-03-01/..",
        ),
        (
            "en",
            "Some 200 Danish soldiers have been standing ready at Gao since October.",
            "presence | 200 personnel | Gao | reported | 2024-10-01/..",
        ),
        (
            "en",
            "Two frigates have been waiting to leave Toulon since September.",
            "movement | 2 vessels | Toulon > ? | expected | 2024-09-01/..",
        ),
    ],
)
def test_since_looks_back_also_where_something_is_awaited(language: str, text: str, expected: str) -> None:
    assert [dated(claim) for claim in read(language, text)] == [expected]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Depuis l'attaque du 3 octobre, 500 soldats patrouillent à Djibo.", "2024-10-03/.."),
        ("Cinq cents soldats patrouillent à Djibo depuis l'embuscade de mardi.", "2024-11-19/.."),
        ("Depuis la nuit de lundi à mardi, 500 soldats patrouillent à Djibo.", "2024-11-18/.."),
        ("Depuis la nuit du 17 au 18 novembre, 500 soldats patrouillent à Djibo.", "2024-11-17/.."),
        ("Voilà trois semaines que 500 soldats sont postés à Djibo.", "2024-10-30/.."),
        ("Cela fait déjà un mois que 500 soldats sont postés à Djibo.", "2024-10-01/.."),
        ("Vingt soldats belges stationnent depuis une dizaine de jours à Djibo.", "2024-11-10/.."),
        ("Quelque 500 soldats étaient stationnés à Djibo au 15 novembre.", "../2024-11-15"),
        ("En tout, 500 soldats avaient quitté Djibo au 31 octobre.", "../2024-10-31"),
        ("Le départ des 500 soldats de Djibo a été reporté au 31 décembre.", "2024-12-31"),
        ("Cinq cents soldats sont restés à Djibo du 3 septembre au 5 novembre.", "2024-09-03/2024-11-05"),
    ],
)
def test_french_words_for_since_and_up_to(text: str, when: str) -> None:
    (claim,) = read("fr", text)
    assert claim.time is not None
    assert claim.time.edtf == when


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Le ministre, en visite mardi à Bucarest, a confirmé que 800 soldats sont stationnés à Cincu.",
        ),
        ("fr", "En visite à Bucarest mardi, le ministre a annoncé l'envoi de 200 soldats à Cincu."),
        ("fr", "Réuni mercredi, le Conseil des ministres a approuvé l'envoi de 200 soldats à Gao."),
        ("fr", "L'armée dit, dans un communiqué daté du 12 novembre, avoir déployé 300 hommes à Gao."),
        (
            "en",
            "The minister, on a visit to Bucharest on Tuesday, said that 800 soldiers are based in Cincu.",
        ),
        ("en", "Meeting in Abuja on Tuesday, the ministers approved the dispatch of 200 soldiers to Gao."),
    ],
)
def test_the_day_of_a_visit_or_a_meeting_dates_nothing_else(language: str, text: str) -> None:
    assert [claim.time for claim in read(language, text)] == [None]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Depuis leur arrivée à Gao en mai, les 300 soldats français ont perdu quatre hommes.",
            [
                "movement | 300 personnel | ? > Gao | reported | 2024-05",
                "casualties | 4 personnel | Gao | reported | 2024-05-01/..",
            ],
        ),
        (
            "fr",
            "Depuis leur déploiement à Gao en mai, quatre soldats français ont été tués.",
            [
                "movement | None | ? > Gao | reported | 2024-05",
                "casualties | 4 personnel | Gao | reported | 2024-05-01/..",
            ],
        ),
        (
            "en",
            "Since their deployment to Gao in May, four French soldiers have been killed.",
            [
                "movement | None | ? > Gao | reported | 2024-05",
                "casualties | 4 personnel | Gao | reported | 2024-05-01/..",
            ],
        ),
        (
            "en",
            "Since its arrival in Gao in March, the Danish battalion has been stationed at the airport.",
            [
                "movement | None | ? > Gao | reported | 2024-03",
                "presence | None | Gao | reported | 2024-03-01/..",
            ],
        ),
        (
            "en",
            "Before their departure in May, 300 French soldiers were stationed in Gao.",
            [
                "movement | 300 personnel | Gao > ? | reported | 2024-05",
                "presence | 300 personnel | Gao | reported | None",
            ],
        ),
        (
            "fr",
            "Avant leur départ en mai, 300 soldats français étaient stationnés à Gao.",
            [
                "movement | 300 personnel | Gao > ? | reported | 2024-05",
                "presence | 300 personnel | Gao | reported | None",
            ],
        ),
    ],
)
def test_what_goes_on_since_an_event_begins_with_it(language: str, text: str, expected: list[str]) -> None:
    assert [dated(claim) for claim in read(language, text)] == expected
