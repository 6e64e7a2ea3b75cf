"""What ordinary reports tell across their sentences: who is meant, from where and to where."""

import pytest

from .test_claim_newsroom import read, row
from .test_claim_times import dated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what "the town", "there" and "here" point to
        (
            "Snow lies in Bamyan. Lorries with two battalions from Kunduz rolled into the town on Sunday.",
            ["movement | 2 battalions | Kunduz > Bamyan | reported"],
        ),
        (
            "Oman lent 90 men to Gao from Salalah in May; two of them died there.",
            [
                "movement | 90 personnel | Salalah > Gao | reported",
                "casualties | 2 personnel | Gao | reported",
            ],
        ),
        (
            "The garrison of Abéché is quiet. On Sunday 40 gendarmes drove here from Biltine.",
            ["movement | 40 personnel | Biltine > Abéché | reported"],
        ),
        # who leaves where they came to, and who brings them
        (
            "The frigate anchored off Muscat on 4 November and sailed three days later.",
            ["movement | None | ? > Muscat | reported", "movement | None | Muscat > ? | reported"],
        ),
        (
            "Ninety gunners came ashore at Mombasa from a ship that had sailed from Djibouti on Friday.",
            ["movement | 90 personnel | Djibouti > Mombasa | reported"],
        ),
        (
            "Fifty-one soldiers landed at Cork on Tuesday after six months in Chad.",
            ["movement | 51 personnel | Chad > Cork | reported"],
        ),
        (
            "HMAS Sydney reached Dili on Friday, five days after she sailed from Cairns.",
            ["movement | None | Cairns > Dili | reported"],
        ),
        (
            "Having left Gao on Friday, 130 Chadian soldiers reached Kidal on Saturday.",
            ["movement | 130 personnel | Gao > Kidal | reported"],
        ),
        # whom a verb speaks of
        (
            "The Kenyan army withdrew its 60 sappers from Kismayo on Tuesday.",
            ["movement | 60 personnel | Kismayo > ? | reported"],
        ),
        (
            "Twenty Danish divers with rubber boats have been in Bergen since May.",
            ["presence | 20 personnel | Bergen | reported"],
        ),
        (
            "Thirty soldiers of the mission, none of them Swedish, were injured at Kidal.",
            ["casualties | 30 personnel | Kidal | reported"],
        ),
        (
            "Forty Swiss, who arrived in Bria from Bangui on Friday, hold the airstrip.",
            [
                "movement | 40 personnel | Bangui > Bria | reported",
                "presence | 40 personnel | Bria | reported",
            ],
        ),
        (
            "Senegalese are guarding the airport in Bissau.",
            ["presence | None | Bissau | reported"],
        ),
        (
            "Six lorries broke down. Eleven reached Gao on Friday.",
            ["movement | 11 vehicles | ? > Gao | reported"],
        ),
        (
            "A first party of 25 Estonians left Tallinn on Monday.",
            ["movement | 25 personnel | Tallinn > ? | reported"],
        ),
        (
            "Chad sent about a hundred men to Bria, and Niger sixty.",
            [
                "movement | 100 personnel | ? > Bria | reported",
                "movement | 60 personnel | ? > Bria | reported",
            ],
        ),
        # nouns that tell of who was told of before
        (
            "The Nepali battalion is at Goma. Its departure for Bunia was put off until May.",
            ["presence | None | Goma | reported", "movement | None | ? > Bunia | expected"],
        ),
        (
            "The Irish battalion is at Kidal. No transfer to Gao is planned, the ministry says.",
            ["presence | None | Kidal | reported", "movement | None | ? > Gao | denied"],
        ),
        # goods
        (
            "A C-130 landed at Honiara. The aircraft also delivered three tonnes of medicine.",
            [
                "movement | 1 aircraft | ? > Honiara | reported",
                "supply | 3 tonne | ? > Honiara | reported",
            ],
        ),
        (
            "A coaster landed Serbian rockets at Bissau.",
            ["supply | None | ? > Bissau | reported"],
        ),
        (
            "Twelve trucks for the mission were shipped to Malakal.",
            ["supply | 12 vehicles | ? > Malakal | reported"],
        ),
        ("Their launchers are hidden at Kirkuk.", ["presence | None | Kirkuk | reported"]),
        (
            "Pictures seem to show S-400 launchers back at Tartus.",
            ["presence | None | Tartus | unconfirmed"],
        ),
        # places
        (
            "Three frigates, diverted from Antsiranana in Madagascar, reached Beira.",
            ["movement | 3 vessels | Antsiranana > Beira | reported"],
        ),
        (
            "Twelve officers serve as observers in Tiberias, Damascus and Beirut.",
            ["presence | 12 personnel | Tiberias, Damascus, Beirut | reported"],
        ),
        (
            "Poland is moving 900 troops to its border with Belarus.",
            ["movement | 900 personnel |  | reported"],
        ),
        (
            "Hundreds of Wagner fighters have left Mali, the army in Bamako confirmed.",
            ["movement | 100 personnel | Mali > ? | confirmed"],
        ),
        # who says so
        (
            "Chad has 300 soldiers in Bria, a UN report says.",
            ["presence | 300 personnel | Bria | reported"],
        ),
        # what tells no event
        ("Families ask after the ship.", []),
        (
            "Mothers ask after the recruits who were taken to Eritrea in 2019.",
            ["movement | None | ? > Eritrea | reported"],
        ),
        (
            "Some 80 gunners are stationed at Gao. What is disputed?",
            ["presence | 80 personnel | Gao | reported"],
        ),
        # ships by bare names
        (
            "The Vigilant, her bow patched, put out from Dakar last night.",
            ["movement | None | Dakar > ? | reported"],
        ),
        (
            "Two frigates and a destroyer left Brest. A tanker is in Dakar. The Vigilant reached Cadiz.",
            [
                "movement | 2 vessels | Brest > ? | reported",
                "movement | 1 vessels | Brest > ? | reported",
                "presence | 1 vessels | Dakar | reported",
                "movement | None | ? > Cadiz | reported",
            ],
        ),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert [row(claim) for claim in read("en", text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "L'armée tchadienne a retiré mardi ses 60 secouristes de Gao.",
            ["movement | 60 personnel | Gao > ? | reported"],
        ),
        (
            "Partis vendredi de Gao, 130 soldats tchadiens sont arrivés samedi à Kidal.",
            ["movement | 130 personnel | Gao > Kidal | reported"],
        ),
        (
            "Un C-17 venu de Brest a livré lundi vingt tonnes de matériel à Gao.",
            ["supply | 20 tonne | Brest > Gao | reported"],
        ),
        (
            "Le Niger a dépêché 31 soldats à Gao, le Tchad onze.",
            [
                "movement | 31 personnel | ? > Gao | reported",
                "movement | 11 personnel | ? > Gao | reported",
            ],
        ),
        ("Six bataillons encerclent Kidal.", ["presence | 6 battalions | Kidal | reported"]),
        (
            "Des sapeurs sont au Vanuatu. Les premiers avaient décollé de Nouméa le 16 mars.",
            ["presence | None | Vanuatu | reported", "movement | None | Noumea > Vanuatu | reported"],
        ),
        (
            "Le bataillon se replia sur Gao avec ses blessés.",
            ["movement | None | ? > Gao | reported"],
        ),
    ],
)
def test_french(text: str, expected: list[str]) -> None:
    assert [row(claim) for claim in read("fr", text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "The frigate, which left Nuuk on 9 September, has been patrolling Disko Bay ever since.",
            [
                "movement | None | Nuuk > ? | reported | 2024-09-09",
                "presence | None | Disko Bay | reported | 2024-09-09/..",
            ],
        ),
        (
            "en",
            "A company is expected in Gao the day after tomorrow.",
            ["movement | 1 companies | ? > Gao | expected | 2024-11-22"],
        ),
        (
            "en",
            "Next November two frigates are to sail from Brest.",
            ["movement | 2 vessels | Brest > ? | expected | 2025-11"],
        ),
        (
            "en",
            "The battalion has been in Gao since the start of the month.",
            ["presence | None | Gao | reported | 2024-11-01/.."],
        ),
        (
            "en",
            "On 10 May the brigade landed at Gao, and on the 29th, at Kidal, two companies landed.",
            [
                "movement | None | ? > Gao | reported | 2024-05-10",
                "movement | 2 companies | ? > Kidal | reported | 2024-05-29",
            ],
        ),
        (
            "en",
            "In March 2020 a battalion landed at Gao. Two more followed the same month.",
            [
                "movement | 1 battalions | ? > Gao | reported | 2020-03",
                "movement | 2 battalions | ? > Gao | reported | 2020-03",
            ],
        ),
        (
            "en",
            "The frigate, which left Brest on 16 November, is expected in Dakar on Saturday.",
            ["movement | None | Brest > Dakar | expected | 2024-11-16/2024-11-23"],
        ),
        (
            "en",
            "Ninety gunners have been in Gao since the weekend.",
            ["presence | 90 personnel | Gao | reported | 2024-11-16/.."],
        ),
        (
            "fr",
            "Une compagnie partira pour Gao après-demain.",
            ["movement | 1 companies | ? > Gao | expected | 2024-11-22"],
        ),
    ],
)
def test_times(language: str, text: str, expected: list[str]) -> None:
    assert [dated(claim) for claim in read(language, text)] == expected


def test_a_state_that_speaks_of_who_leaves_it_is_their_host() -> None:
    (claim,) = read("en", "Hundreds of foreign fighters have left Mali, the army in Bamako confirmed.")
    assert claim.actor is not None
    assert claim.actor.country_code is None


def test_who_takes_off_is_not_what_they_strike() -> None:
    (claim,) = read("en", "The Turkish drones took off from Kirkuk and struck a column.")
    assert claim.actor is not None
    assert claim.actor.text == "Turkish drones"


def test_a_call_at_a_port_asks_for_nothing() -> None:
    claims = read("en", "The frigate Brest called at Muscat on 4 November and is due at Mumbai tomorrow.")
    assert [row(claim) for claim in claims] == [
        "movement | None | ? > Muscat | reported",
        "movement | None | Muscat > Mumbai | expected",
    ]


def test_a_month_is_no_verb() -> None:
    (claim,) = read("en", "A convoy of 22 trucks reached Wau on 14 March from Juba.")
    assert dated(claim) == "movement | 22 vehicles | Juba > Wau | reported | 2024-03-14"
    assert claim.notes == ()


def test_who_can_confirm_is_no_source_by_a_pronoun() -> None:
    (claim,) = read("en", "I can confirm that a squadron of 160 personnel deployed to Gao in April.")
    assert claim.attribution == ()


def test_who_was_to_stay_and_left_left_from_there() -> None:
    claims = read("en", "The battalion had been due to stay in Gao until June, but left in April.")
    assert [row(claim) for claim in claims] == [
        "presence | None | Gao | expected",
        "movement | None | Gao > ? | reported",
    ]


def test_an_office_of_another_state_is_no_party() -> None:
    (claim,) = read("en", "The Pentagon said Iran had sent 200 advisers to Latakia.")
    assert row(claim) == "movement | 200 personnel | ? > Latakia | reported"


def test_imagery_from_a_day_shows_that_day() -> None:
    (claim,) = read("en", "Satellite imagery from 4 November shows some 60 armoured vehicles at Kirkuk.")
    assert dated(claim) == "presence | 60 vehicles | Kirkuk | reported | 2024-11-04"


def test_a_second_convoy_does_not_end_the_way_of_the_first() -> None:
    claims = read("en", "A convoy reached Kidal on Monday, hours before a second left Gao.")
    assert [row(claim) for claim in claims] == [
        "movement | None | ? > Kidal | reported",
        "movement | None | Gao > ? | reported",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Ghanaians landed at Freetown. They passed through Waterloo on Sunday.",
            "movement | None | Waterloo | reported",
        ),
        (
            "In Bambari all is quiet, as on the road to Bria. On Sunday 40 gendarmes drove here from Bouar.",
            "movement | 40 personnel | Bouar > Bambari | reported",
        ),
        (
            "A Kenyan convoy crossed the river at Bardera on Sunday.",
            "movement | None | Bardhere | reported",
        ),
        (
            "From Entebbe, where they had spent the night, 90 paratroopers went on to Goma.",
            "movement | 90 personnel | Entebbe > Goma | reported",
        ),
        (
            "The frigate is to sail from Brest for Djibouti, where she will relieve the Hydra.",
            "movement | None | Brest > Djibouti | expected",
        ),
    ],
)
def test_where_the_last_claim_plays(text: str, expected: str) -> None:
    claims = read("en", text)
    assert row(claims[-1]) == expected


@pytest.mark.parametrize(
    ("language", "text", "actor", "side"),
    [
        (
            "en",
            "The Burundian contingent, relieved in April by Kenyans, went home to Bujumbura.",
            "Burundian contingent",
            "BI",
        ),
        (
            "fr",
            "Le contingent burundais, relevé en avril par des Kényans, est rentré à Bujumbura.",
            "contingent burundais",
            "BI",
        ),
        (
            "fr",
            "Des habitants de Ménaka disent avoir vu passer 40 blindés en direction d'Ansongo.",
            "blindés",
            None,
        ),
    ],
)
def test_whose_force_goes(language: str, text: str, actor: str, side: str | None) -> None:
    (claim,) = read(language, text)
    assert claim.actor is not None
    assert (claim.actor.text, claim.actor.country_code) == (actor, side)
