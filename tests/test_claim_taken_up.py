"""Who is meant by a bare number, a half or a nation taken up, and who came before or after others."""

import datetime as dt

import pytest

from geo import pipeline
from geo.records import Claim, Document


def read(language: str, text: str) -> tuple[Claim, ...]:
    return pipeline.read_document(
        Document("d", text, language=language, published=dt.date(2024, 11, 20))
    ).claims


def last(language: str, text: str) -> str:
    document = Document("d", text, language=language, published=dt.date(2024, 11, 20))
    claim = pipeline.read_document(document).claims[-1]
    number = claim.quantity and claim.quantity.low
    ends = [place.name for place in (claim.origin, claim.destination, *claim.places) if place]
    time = claim.time and claim.time.edtf
    assert claim.actor is not None
    return f"{claim.type.value} | {claim.actor.country_code} {number} | {', '.join(ends)} | {time}"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Cent soldats norvégiens sont à Gao. Les quarante restants sont partis pour Ber.",
            "NO 40 | Ber",
        ),
        ("fr", "Cent soldats norvégiens sont à Gao. La moitié est partie pour Ber.", "NO None | Ber"),
        ("fr", "Cent soldats norvégiens sont à Gao. Cinquante stationnent à Ansongo.", "NO 50 | Ansongo"),
        ("fr", "Les soldats norvégiens gardent Gao. Ils sont 120 à Ansongo.", "NO 120 | Ansongo"),
        ("fr", "Les Norvégiens sont environ 300 à Ansongo.", "NO 300 | Ansongo"),
        ("en", "A hundred Norwegian soldiers are in Gao. The remaining forty left for Ber.", "NO 40 | Ber"),
        ("en", "A hundred Norwegian soldiers are in Gao. Half left for Ber on Monday.", "NO None | Ber"),
    ],
)
def test_some_of_those_told_of(language: str, text: str, expected: str) -> None:
    assert expected in last(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Cent soldats norvégiens sont à Gao. La moitié des habitants est partie pour Ber."),
        ("en", "A hundred Norwegian soldiers are in Gao. Half the town fled to Ber."),
    ],
)
def test_half_of_something_else_is_no_force(language: str, text: str) -> None:
    assert last(language, text) == "presence | NO 100 | Gao | None"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Des policiers suédois sont à Dili. Puis vinrent les Thaïs, le vendredi.", "TH None | Dili"),
        ("fr", "Une patrouille togolaise s'est rendue à Dapaong.", "TG None | Dapaong"),
        ("fr", "Deux patrouilles togolaises ont gagné Dapaong.", "TG 2 | Dapaong"),
        ("en", "Swedish police are in Dili. Then came the Thais, ninety of them, on Friday.", "TH 90 | Dili"),
        ("en", "The first Swedish soldiers came a month ago.", "SE None |  | 2024-10"),
        ("en", "Fifty Swedish soldiers came last week.", "SE 50 |  | 2024-11-11/2024-11-17"),
    ],
)
def test_who_came(language: str, text: str, expected: str) -> None:
    assert expected in last(language, text)
    assert last(language, text).startswith("movement")


@pytest.mark.parametrize(
    "text",
    [
        "Trois soldats ont été tués quand leur patrouille a sauté sur une mine à Ber.",
        "Trois soldats en patrouille ont été tués à Ber.",
    ],
)
def test_a_patrol_of_those_who_fell_is_no_second_force(text: str) -> None:
    assert last("fr", text) == "casualties | None 3 | Ber | None"
    document = Document("d", text, language="fr", published=dt.date(2024, 11, 20))
    assert len(pipeline.read_document(document).claims) == 1


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Cent soldats suédois étaient largués à Gao.", "movement | SE 100 | Gao"),
        ("fr", "Cent soldats suédois sont acheminés à Gao.", "movement | SE 100 | Gao"),
        ("fr", "Cent soldats suédois sont affectés à Gao.", "presence | SE 100 | Gao"),
        ("fr", "Cent soldats suédois sont déployés à Gao.", "presence | SE 100 | Gao"),
        ("fr", "Cent soldats suédois sont arrivés aujourd'hui à Gao.", "SE 100 | Gao | 2024-11-20"),
    ],
)
def test_a_state_is_told_by_its_own_participles(language: str, text: str, expected: str) -> None:
    assert expected in last(language, text)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "La batterie de S-300 a bien été remise à l'Ukraine.", "supply | None None | Ukraine"),
        (
            "fr",
            "Une équipe danoise de 35 médecins a monté un hôpital de campagne à Gao.",
            "presence | DK 35 | Gao",
        ),
        ("en", "A Swiss team of 35 medics has put up a field hospital in Gao.", "presence | CH 35 | Gao"),
    ],
)
def test_what_is_handed_over_and_put_up(language: str, text: str, expected: str) -> None:
    assert expected in last(language, text)


def test_a_return_that_is_still_awaited_has_not_come() -> None:
    text = "The withdrawal of the 900 Swiss soldiers from Gao is still awaited."
    (claim,) = pipeline.read_document(Document("d", text, language="en")).claims
    assert claim.status.value == "expected"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Un second convoi danois a quitté Goma pour la Zambie. Le premier, dix camions, est parti mardi.",
            "movement | DK 10 | Goma, Zambia",
        ),
        (
            "fr",
            "Cent Danois ont quitté Aalborg lundi pour Gao. Cinquante autres partiront en janvier.",
            "movement | DK 50 | Aalborg | 2025-01",
        ),
        (
            "fr",
            "Cent Danois sont arrivés à Gao, venus de Chypre. Ils sont repartis le 12 novembre.",
            "movement | DK None | Gao | 2024-11-12",
        ),
        (
            "en",
            "A hundred Danish soldiers left Aalborg for Gao. A first group of 80 left on 9 October.",
            "movement | DK 80 | Aalborg, Gao",
        ),
    ],
)
def test_who_leaves_as_others_left_or_from_where_they_came(language: str, text: str, expected: str) -> None:
    assert expected in last(language, text)


def shares(language: str, text: str) -> list[str]:
    document = Document("d", text, language=language, published=dt.date(2024, 11, 20))
    claims = pipeline.read_document(document).claims
    ends = [", ".join(p.name for p in (c.origin, c.destination, *c.places) if p) for c in claims]
    return [f"{c.quantity and c.quantity.low} {where}" for c, where in zip(claims, ends, strict=True)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "Deux patrouilleurs ont appareillé de Brest. L'un est parti pour Dakar, l'autre pour Abidjan.",
            ["2 Brest", "1 Dakar", "None Abidjan"],
        ),
        (
            "fr",
            "Trois bataillons ont été envoyés au Kivu : l'un à Goma, les deux autres à Bukavu.",
            ["3 Kivu", "1 Goma", "2 Bukavu"],
        ),
        ("fr", "Le bataillon est parti à Gao, le reste à Kidal.", ["None Gao", "None Kidal"]),
        (
            "fr",
            "Trois cents soldats ont embarqué à Toulon, les autres à Marseille.",
            ["300 Toulon", "None Marseille"],
        ),
        ("fr", "Deux objectifs ont été détruits lundi, l'un à Ramadi, l'autre à Mossoul.", []),
        ("fr", "Les deux régiments s'entraident. L'un et l'autre sont en Estonie.", []),
        (
            "en",
            "Two Danish patrol boats came on Sunday. One docked at Riga, the other at Tallinn.",
            ["2 ", "1 Riga", "None Tallinn"],
        ),
        (
            "en",
            "Three frigates left Toulon. One went to Beirut, the two others to Larnaca.",
            ["3 Toulon", "1 Beirut", "2 Larnaca"],
        ),
        ("en", "The battalion went to Gao, the rest to Kidal.", ["None Gao", "None Kidal"]),
        ("en", "Some 400 German soldiers serve in Lithuania, the majority in Vilnius.", ["400 Lithuania"]),
    ],
)
def test_the_others_go_elsewhere(language: str, text: str, expected: list[str]) -> None:
    assert shares(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Une seconde rotation, avec 90 soldats danois, est attendue à Gao.", "DK 90 | Gao"),
        ("en", "Some 400 soldiers landed at Kinloss on Saturday after six months in Mali.", "GB 400"),
        ("en", "More than 100 Minnesota National Guard soldiers left for Erbil.", "US 100 | Erbil"),
        ("fr", "Deux cents soldats de la Garde nationale du Texas sont arrivés à Gao.", "US 200 | Gao"),
    ],
)
def test_a_group_and_whose_it_is(language: str, text: str, expected: str) -> None:
    assert expected in last(language, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cent soldats belges sont à Gao. Ils étaient 200 en janvier.", "BE 200 | Gao | 2024-01"),
        ("Cent soldats belges sont à Gao. Ils étaient un millier fin 2022.", "BE 1000 | Gao | 2022-10"),
        ("Cent soldats belges ont quitté Gao lundi. Ils étaient encore 157 la veille.", "BE 157 | Gao | 20"),
        ("L'Italie a envoyé 90 hommes à Gao. Ils sont 2 500 aujourd'hui.", "IT 2500 | Gao | 2024-11-20"),
        ("Cent soldats belges sont à Gao. Ils étaient deux fois plus en janvier.", "BE 100 | Gao | None"),
    ],
)
def test_how_many_they_were_at_another_time(text: str, expected: str) -> None:
    assert last("fr", text).startswith(f"presence | {expected}")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Sixty Belgian instructors train Nigerien special forces in Maradi.", ["60 Maradi"]),
        ("en", "Danish officers trained Malian police in Gao last year.", ["None Gao"]),
        ("fr", "Des soldats français forment l'armée nigérienne à Niamey.", ["None Niamey"]),
        ("en", "When I arrived in Goma in 1994, there were 200 French soldiers in the town.", []),
        ("fr", "Quand j'ai quitté Goma, 200 Français étaient sur l'aéroport.", []),
        ("en", "On Friday I stood at Goris and watched 60 Russian lorries leave for Shusha.", ["60 Shusha"]),
    ],
)
def test_who_trains_others_and_who_tells(language: str, text: str, expected: list[str]) -> None:
    assert shares(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        ("en", "Some 300 marines are at Macomia. Residents saw them arrive from Pemba.", "Pemba > Macomia"),
        ("en", "Some 300 marines left Gao. Residents saw them pass through Bourem.", "Bourem"),
        (
            "fr",
            "Trois cents soldats sont à Gao. Des habitants les ont vus arriver de Sévaré.",
            "Sévaré > Gao",
        ),
        ("fr", "Des combattants sont à Kidal. On les a aperçus vendredi à Tessalit.", "Tessalit"),
        ("en", "A hundred French marines will rejoin their frigate in Toulon on Monday.", "? > Toulon"),
        ("en", "The French frigate left Toulon on Monday and is now off Lagos.", "Lagos"),
    ],
)
def test_who_was_told_of_is_seen_or_goes_on(language: str, text: str, way: str) -> None:
    claim = read(language, text)[-1]
    ends = [place.name if place else "?" for place in (claim.origin, claim.destination)]
    told = ", ".join(place.name for place in claim.places)
    assert (told if ends == ["?", "?"] or told else " > ".join(ends)) == way


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "Two frigates sailed from Gibraltar to Freetown, where they arrived on 9 November.", (9, 9)),
        (
            "en",
            "Two frigates left Gibraltar on 4 November for Freetown, where they arrived on 9 November.",
            (4, 9),
        ),
        (
            "fr",
            "Deux frégates ont quitté Toulon le 4 novembre pour Freetown, où elles sont arrivées le 9.",
            (4, 9),
        ),
    ],
)
def test_when_a_way_ended_is_told_in_a_clause_of_its_own(
    language: str, text: str, days: tuple[int, int]
) -> None:
    (claim,) = read(language, text)
    assert claim.time is not None
    assert claim.time.start is not None
    assert claim.time.end is not None
    assert (claim.time.start.day, claim.time.end.day) == days


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ugandan soldiers are in Bunia. According to a local official they had left Mahagi."),
        ("fr", "Des soldats ougandais sont à Bunia. Selon une radio locale elles ont quitté Mahagi."),
    ],
)
def test_the_article_of_a_source_counts_nobody(language: str, text: str) -> None:
    assert [claim.quantity for claim in read(language, text)] == [None, None]


@pytest.mark.parametrize(
    ("language", "text", "actor", "goal"),
    [
        # "it" is an aircraft as well as a ship
        ("en", "A plane landed at Gao on Thursday. It returned to Niamey on Friday.", "plane", "Niamey"),
        ("fr", "Un avion s'est posé à Gao jeudi. Il a regagné Niamey vendredi.", "avion", "Niamey"),
        # fighters of no state are who was told of last, too
        (
            "en",
            "Three Chadian brigades are in Gao. Militiamen hold the west. Some 400 of them drove to Kidal.",
            "Militiamen",
            "Kidal",
        ),
    ],
)
def test_who_was_told_of_last_goes_on(language: str, text: str, actor: str, goal: str) -> None:
    claim = read(language, text)[-1]
    assert claim.actor is not None
    assert claim.destination is not None
    assert (claim.actor.text, claim.destination.name) == (actor, goal)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Some 177 Egyptian soldiers were seized at Merowe.", "casualties Egyptian soldiers"),
        ("en", "The paratroopers will all be back in Ivanovo by 19 December.", "movement paratroopers"),
    ],
)
def test_who_is_seized_or_comes_back(language: str, text: str, expected: str) -> None:
    assert [f"{c.type.value} {c.actor.text}" for c in read(language, text) if c.actor] == [expected]
