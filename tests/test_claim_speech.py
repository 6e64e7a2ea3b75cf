"""When something is said and when it happened, who says it behind the day, and whom a clause speaks of."""

from collections.abc import Sequence

import pytest

from geo.records import Claim

from .read_claims import read


def number_of(claim: Claim) -> int | None:
    return claim.quantity.low if claim.quantity else None


@pytest.mark.parametrize(
    ("language", "text", "sources"),
    [
        (
            "fr",
            "300 soldats ont gagné Gao, a annoncé mardi soir le porte-parole du gouvernement.",
            ["porte-parole du gouvernement"],
        ),
        ("fr", "300 soldats ont gagné Gao, a dit lundi matin à l'AFP un officier.", ["officier"]),
        ("fr", "300 soldats ont gagné Gao, a annoncé mardi à la radio le gouverneur.", ["gouverneur"]),
        (
            "fr",
            "300 soldats ont gagné Gao, a déclaré mercredi devant les députés la ministre Anna Oro.",
            ["ministre Anna Oro"],
        ),
        ("fr", "300 soldats ont gagné Gao, selon la Commission de la Cédéao.", ["Commission de la Cédéao"]),
        ("fr", "Le ministère, lui, dit que 300 soldats sont à Gao.", ["ministère"]),
        ("fr", "Le contingent togolais ne quittera pas Gao, contrairement à ce qui se dit en ville.", []),
        ("fr", "Trente soldats togolais ont quitté Gao, d'après ce qui se dit en ville.", []),
        ("en", "No soldier has left Gao, whatever the papers say.", []),
        ("en", "The mission, however, said 300 soldiers were still in Gao.", ["mission"]),
        ("en", "The Pentagon again denied sending 300 soldiers to Gao.", ["Pentagon"]),
        ("en", "The army first said that 300 soldiers had left Gao.", ["army"]),
    ],
)
def test_who_says_so_behind_a_day_an_audience_or_an_aside(
    language: str, text: str, sources: Sequence[str]
) -> None:
    (claim,) = read(language, text)
    assert [source.text for source in claim.attribution] == sources


@pytest.mark.parametrize(
    ("language", "text", "time"),
    [
        ("en", "In a statement on Tuesday, the ministry said it had sent 300 soldiers to Gao.", None),
        ("en", "Speaking in Bamako on Tuesday, the minister said 300 soldiers were in Gao.", None),
        (
            "en",
            "Speaking to parliament on Monday, the minister said 300 soldiers would leave Gao in May.",
            "2025-05",
        ),
        ("en", "The agency told a closed session on Tuesday that 1,500 soldiers had left Gao.", None),
        ("en", "On Tuesday the army sent 300 soldiers to Gao, the ministry said.", "2024-11-19"),
        ("fr", "Dans un communiqué daté de lundi, l'armée affirme que 300 soldats ont quitté Gao.", None),
        ("fr", "Dans un entretien paru dimanche, le général dit que 300 soldats ont quitté Gao.", None),
        ("fr", "Lundi, 300 soldats ont quitté Gao, a annoncé le ministère.", "2024-11-18"),
        # what is compared with days long past
        (
            "en",
            "It is the biggest deployment to Gao since 2013: 300 French soldiers arrived on Monday.",
            "2024-11-18",
        ),
        ("en", "More than 300 soldiers have been in Gao since 2013.", "2013-01-01/.."),
        ("fr", "Le déploiement de 300 soldats à Gao est le plus important depuis 2013.", None),
        ("fr", "Plus de 300 soldats sont à Gao depuis 2013.", "2013-01-01/.."),
    ],
)
def test_the_day_of_what_is_said_is_none_of_the_event(language: str, text: str, time: str | None) -> None:
    (claim,) = read(language, text)
    assert (claim.time.edtf if claim.time else None) == time


@pytest.mark.parametrize(
    ("language", "text", "side", "number"),
    [
        (
            "en",
            (
                "Two Russian bombers are in Caracas. The Pentagon denied that it was preparing to send "
                "5,000 troops to Colombia."
            ),
            "US",
            5000,
        ),
        (
            "en",
            (
                "Some 150 American engineers are in Qayyarah, the Iraqi army said, the first of some 600 "
                "additional US troops that are to reach Iraq by the end of the month."
            ),
            "US",
            600,
        ),
        (
            "en",
            "Some 40 Danish medics reached Gao on Monday, the first of 120 who are to be deployed in Mali.",
            "DK",
            120,
        ),
        (
            "en",
            "American soldiers are in Varna. An advance party of 30 Italians arrived in Burgas on Monday.",
            "IT",
            30,
        ),
        (
            "en",
            (
                "American lorries are in Tallinn. The British who came to train, about 1,700 of them, "
                "will leave Estonia in June."
            ),
            "GB",
            1700,
        ),
        ("en", "They belong to the 7,000 troops that the army moved into Sindh in August.", "PK", 7000),
        ("en", "The 7,000 troops that moved into Sindh in August belong to two divisions.", None, 7000),
        ("fr", "Les soldats danois sont à Gao. Les 120 qui restent partiront en mai.", "DK", 120),
    ],
)
def test_of_whom_a_clause_tells(language: str, text: str, side: str | None, number: int) -> None:
    claim = read(language, text)[-1]
    assert (claim.actor and claim.actor.country_code, number_of(claim)) == (side, number)


def test_a_denial_of_something_else_denies_no_claim_before() -> None:
    lost = "L'armée tchadienne a perdu dix hommes à Bol."
    (kept,) = read("fr", f"{lost} Elle dément avoir refusé l'entrée de la ville à la presse.")
    (denied,) = read("fr", f"{lost} Elle dément.")
    assert (kept.status.value, denied.status.value) == ("reported", "denied")


@pytest.mark.parametrize(
    "text",
    [
        "L'arrivée à Riga de six chars espagnols a été annulée, a annoncé Madrid.",
        "La relève de 130 soldats attendue cette semaine à Gao n'aura pas lieu, a dit Berlin.",
    ],
)
def test_what_is_called_off_is_denied_whoever_says_so_behind_it(text: str) -> None:
    (claim,) = read("fr", text)
    assert claim.status.value == "denied"


@pytest.mark.parametrize(
    ("language", "text", "status", "side"),
    [
        ("en", "Taiwan said it had tracked 128 Chinese aircraft around the island.", "reported", "CN"),
        ("en", "The Filipino navy said two Chinese ships were seen off Palawan.", "reported", "CN"),
        ("fr", "Taïwan dit avoir détecté 128 avions chinois autour de l'île.", "reported", "CN"),
        ("fr", "Trois avions se sont posés à Oran, a annoncé l'armée algérienne.", "confirmed", "DZ"),
        (
            "fr",
            "Trois avions turcs ont gagné Benina, a dit l'agence turque des situations d'urgence.",
            "confirmed",
            "TR",
        ),
        (
            "fr",
            "Les quatre navires du groupe tripartite ont quitté Istanbul, a dit le ministère turc.",
            "confirmed",
            None,
        ),
        ("fr", "Un renfort de 150 gendarmes est annoncé pour décembre à Paga.", "expected", None),
    ],
)
def test_who_watches_acknowledges_nothing(language: str, text: str, status: str, side: str | None) -> None:
    (claim,) = read(language, text)
    assert (claim.status.value, claim.actor and claim.actor.country_code) == (status, side)


@pytest.mark.parametrize(
    ("language", "text", "side", "number"),
    [
        ("en", "Togo keeps 2,000 men in its Savanes region and lost several of them in June.", "TG", None),
        ("en", "France has 300 soldiers in Gao and lost two of them in May.", "FR", 2),
        ("fr", "La France a 300 soldats à Gao et en a perdu deux en mai.", "FR", 2),
        ("fr", "La force doit atteindre 629 hommes à Bissau avant la fin du mois.", None, 629),
        ("en", "Once complete, the battle group will have 1,000 soldiers in Cincu.", None, 1000),
    ],
)
def test_a_part_has_the_side_of_its_whole_and_a_whole_its_number(
    language: str, text: str, side: str | None, number: int | None
) -> None:
    claim = read(language, text)[-1]
    assert (claim.actor and claim.actor.country_code, number_of(claim)) == (side, number)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Some 300 soldiers are in Tapa for Spring Storm.", None),
        ("Some 300 soldiers reached Tapa in spring.", "2024-03-01/2024-05-31"),
        ("Some 300 soldiers reached Tapa in Spring 2024.", "2024-03-01/2024-05-31"),
    ],
)
def test_a_season_in_a_name_is_no_time(text: str, time: str | None) -> None:
    (claim,) = read("en", text)
    assert (claim.time.edtf if claim.time else None) == time


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Uganda sent 1,200 soldiers to Juba, Kenya a battalion, and Ethiopia two companies.",
            [("UG", 1200), ("KE", 1), ("ET", 2)],
        ),
        (
            "en",
            "Spain has 680 soldiers in Lebanon, Italy 1,000 and France 700.",
            [("ES", 680), ("IT", 1000), ("FR", 700)],
        ),
        (
            "fr",
            "La Pologne a livré 14 chars à l'Ukraine, le Canada huit et la Norvège huit.",
            [("PL", 14), ("CA", 8), ("NO", 8)],
        ),
        (
            "en",
            "Senegal's contingent of 800 crossed into Gambia on Thursday, followed by 200 Nigerians.",
            [("SN", 800), ("NG", 200)],
        ),
        (
            "fr",
            "Le contingent sénégalais de 800 hommes est entré en Gambie, suivi de 200 Nigérians.",
            [("SN", 800), ("NG", 200)],
        ),
        ("en", "Two French and three Italian ships reached Limassol.", [("FR", 2), ("IT", 3)]),
    ],
)
def test_each_of_several_states_has_its_own_number_and_all_one_place(
    language: str, text: str, expected: Sequence[tuple[str, int]]
) -> None:
    claims = read(language, text)
    assert [(c.actor and c.actor.country_code, number_of(c)) for c in claims] == expected
    assert len({c.destination or c.places for c in claims}) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Three ships, from Britain, France and Canada, sailed through the Taiwan Strait."),
        ("en", "The force of 631, provided by Nigeria, Senegal and Ghana, is due in Bissau in June."),
        ("fr", "La force de 631 militaires, fournis par le Nigeria, le Sénégal et le Ghana, gagne Bissau."),
        ("fr", "Quelque 250 soldats venus du Ghana, du Nigeria et du Sénégal sont arrivés lundi à Bissau."),
        ("fr", "Un bataillon formé par le Danemark et l'Estonie est parti lundi pour Gao."),
    ],
)
def test_a_force_of_several_states_is_of_none_and_sets_out_from_none(language: str, text: str) -> None:
    (claim,) = read(language, text)
    assert (claim.actor and claim.actor.country_code, claim.origin) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Le bataillon rwandais, soutenu par la France, est à Bissau.",
        "Le bataillon rwandais, lui, est à Bissau.",
    ],
)
def test_where_a_force_is_stands_behind_an_aside(text: str) -> None:
    (claim,) = read("fr", text)
    assert (claim.type.value, [place.name for place in claim.places]) == ("presence", ["Bissau"])
