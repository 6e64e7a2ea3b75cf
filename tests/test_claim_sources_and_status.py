"""Who says so beside who is cited, and how surely: what is put off, called for, or of whom a party speaks."""

import datetime as dt
from collections.abc import Sequence

import pytest

from geo import pipeline
from geo.records import ClaimType, Means, Quantity, Status

from .read_claims import read


@pytest.mark.parametrize(
    ("language", "text", "sources"),
    [
        (
            "en",
            "The Echo, citing two officials, said Chad had sent 300 men to Diffa.",
            ["two officials", "Echo"],
        ),
        ("en", "The paper, which quoted an officer, says France was sending 40 men to Gao.", ["paper"]),
        ("fr", "Trois cents soldats, a annoncé Kiev, ont quitté Pokrovsk.", ["Kiev"]),
        ("fr", "300 soldats sont arrivés à Gao, de source militaire.", ["source militaire"]),
        (
            "fr",
            "300 soldats sont arrivés à Gao, précise-t-on de source proche du dossier.",
            ["source proche du dossier"],
        ),
        ("fr", "300 soldats sont arrivés à Gao, a-t-on indiqué à Bamako.", []),
        ("fr", "300 soldats sont arrivés à Gao, indique-t-on au ministère.", ["ministère"]),
        ("fr", "L'arrivée de 300 soldats à Gao n'a pas pu être confirmée de source indépendante.", []),
        ("fr", "De source diplomatique, on indique que 300 soldats ont quitté Gao.", ["source diplomatique"]),
    ],
)
def test_who_says_so(language: str, text: str, sources: Sequence[str]) -> None:
    (claim,) = read(language, text)
    assert [s.text for s in claim.attribution] == sources


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le déploiement de 400 policiers kényans à Goma a été suspendu par la justice."),
        ("fr", "Le Tchad a suspendu l'envoi de 400 soldats à Diffa."),
        ("fr", "Oslo gèle la livraison de 400 obusiers à Kiev."),
        ("en", "The deployment of 400 Kenyan police officers to Goma has been suspended by a court."),
        ("en", "Oslo has halted the delivery of 400 howitzers to Kyiv."),
    ],
)
def test_what_is_suspended_is_still_to_come(language: str, text: str) -> None:
    (claim,) = read(language, text)
    assert claim.status is Status.EXPECTED
    assert claim.quantity is not None
    assert claim.quantity.low == 400


def test_an_army_that_moves_is_not_what_was_suspended() -> None:
    text = "Niger's army, whose training by France was suspended, moved 300 men to Agadez."
    (claim,) = read("en", text)
    assert claim.status is Status.REPORTED


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'Union africaine a exhorté le Rwanda à retirer ses soldats de Goma."),
        ("fr", "Le Conseil a sommé le Rwanda de retirer ses soldats de Goma."),
        ("fr", "Niamey a demandé à la France de retirer ses soldats du Niger."),
        ("en", "The council urged Rwanda to withdraw its soldiers from Goma."),
    ],
)
def test_who_urges_another_tells_of_no_movement(language: str, text: str) -> None:
    assert not read(language, text)


@pytest.mark.parametrize(
    "text",
    [
        "La capture de 20 soldats soudanais près de Nyala a été revendiquée par un groupe.",
        "Les rebelles ont annoncé la capture de 20 soldats soudanais à Nyala.",
        "La disparition de 20 soldats soudanais à Nyala a été confirmée mardi.",
    ],
)
def test_the_captured_and_the_missing_are_losses(text: str) -> None:
    (claim,) = read("fr", text)
    assert claim.type is ClaimType.CASUALTIES
    assert claim.quantity is not None
    assert claim.quantity.low == 20


def test_the_name_of_a_town_tells_no_means() -> None:
    (claim,) = read("en", "The arrival of 300 Kenyan police officers in Port-au-Prince was announced.")
    assert claim.means is None
    (claim,) = read("en", "Three hundred Kenyan police officers arrived by ship in Port-au-Prince.")
    assert claim.means is Means.SEA


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A C-17 carrying 120 soldiers landed at Aqaba on Tuesday."),
        ("en", "Two US C-130s carrying 120 soldiers landed at Aqaba on Tuesday."),
        ("fr", "Un A400M transportant 120 soldats s'est posé mardi à Aqaba."),
    ],
)
def test_whom_an_aircraft_of_any_type_carries_counts(language: str, text: str) -> None:
    (claim,) = read(language, text)
    assert claim.quantity is not None
    assert counted(claim.quantity) == (120, 120, "personnel")


def counted(number: Quantity) -> tuple[int | None, int | None, str | None]:
    return number.low, number.high, number.unit


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Douze soldats ont été tués à la frontière entre le Niger et le Mali."),
        ("en", "Twelve soldiers were killed near the border between Niger and Mali."),
    ],
)
def test_two_states_with_a_border_are_where_it_happened(language: str, text: str) -> None:
    (claim,) = read(language, text)
    assert [p.name for p in claim.places] == ["Niger", "Mali"]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("South Korea's spy agency said another 300 soldiers had been sent to Russia.", None),
        ("France's defence ministry said another 300 soldiers had been sent to Mali.", "FR"),
    ],
)
def test_spies_speak_of_others(text: str, side: str | None) -> None:
    (claim,) = read("en", text)
    assert claim.actor is not None
    assert claim.actor.country_code == side


def test_who_stays_and_fights_there_is_told_of_once() -> None:
    (claim,) = read("fr", "Environ 200 soldats danois restent déployés en Syrie, où ils luttent contre l'EI.")
    assert claim.quantity is not None
    assert claim.quantity.low == 200


def test_a_delivery_that_is_awaited_is_to_come() -> None:
    (claim,) = read("fr", "Kiev attend la livraison de six F-16 norvégiens avant l'été.")
    assert claim.status is Status.EXPECTED
    assert claim.time is not None
    assert claim.time.end == dt.date(2025, 5, 31)


@pytest.mark.parametrize(
    ("language", "text", "end"),
    [
        ("fr", "Le départ du contingent tchadien, prévu lundi, a été reporté au 3 décembre.", (2024, 12, 3)),
        ("fr", "L'arrivée des 300 Kényans à Goma, prévue mardi, a été repoussée à jeudi.", (2024, 11, 21)),
        ("en", "The departure of the Chadian company, due on Monday, was put off to 3 May.", (2025, 5, 3)),
        (
            "en",
            "The arrival of 300 Kenyans in Goma, due on Friday, was postponed until Sunday.",
            (2024, 11, 24),
        ),
    ],
)
def test_what_is_put_off_has_its_new_day(language: str, text: str, end: tuple[int, int, int]) -> None:
    (claim,) = read(language, text)
    assert claim.status is Status.EXPECTED
    assert claim.time is not None
    assert claim.time.end == dt.date(*end)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Onze sauveteurs français sont arrivés à Port-Vila, a annoncé le haut-commissariat."),
        ("fr", "Douze soldats australiens sont à Honiara, selon la haute commission d'Australie."),
        ("fr", "Trente soldats français ont gagné Bangui lundi, rappelle le régiment."),
        ("fr", "Cent soldats français sont partis pour Gao lundi, a précisé le bataillon."),
        ("en", "Eleven French rescuers have arrived in Port Vila, the high commission announced."),
        ("en", "Three Ukrainian soldiers were killed in Pokrovsk, the brigade announced."),
    ],
)
def test_an_office_abroad_and_a_unit_speak_for_their_own(language: str, text: str) -> None:
    (claim,) = read(language, text)
    assert claim.status is Status.CONFIRMED


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Washington a pris un peu d'avance : trente soldats américains ont gagné Incirlik vendredi."),
        ("fr", "Les rebelles avancent vers Goma : 300 soldats congolais ont quitté Sake mardi."),
        ("fr", "L'armée malienne accélère : deux compagnies ont quitté Sévaré lundi pour Boni."),
        ("en", "The army digs in: 300 Malian soldiers went to Gao on Monday."),
    ],
)
def test_what_leads_to_a_colon_names_no_source(language: str, text: str) -> None:
    (claim,) = read(language, text)
    assert claim.attribution == ()
    assert claim.status is Status.REPORTED


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "Two Indian soldiers died at Tawang, on the disputed Himalayan frontier.", Status.REPORTED),
        ("en", "India sent 300 soldiers to Leh, on the disputed boundary.", Status.REPORTED),
        ("en", "Moscow disputed reports that 300 soldiers had been sent to Bangui.", Status.DENIED),
        ("fr", "Une compagnie d'assurances affirme que 30 soldats russes sont à Koursk.", Status.REPORTED),
    ],
)
def test_what_is_disputed_is_the_border(language: str, text: str, status: Status) -> None:
    (claim,) = read(language, text)
    assert claim.status is status


@pytest.mark.parametrize(
    ("language", "text", "means"),
    [
        ("fr", "Deux cents soldats ont quitté Gao à bord d'une soixantaine de véhicules.", Means.ROAD),
        ("fr", "Quatre-vingts soldats sont arrivés à Gao à bord d'un bus.", Means.ROAD),
        ("fr", "Douze chars ont été débarqués samedi en gare de Voila.", Means.RAIL),
        ("en", "Some 250 soldiers left Tessalit on Sunday for Gao aboard about sixty vehicles.", Means.ROAD),
        ("fr", "Cent soldats sont entrés à Bunia et leurs blindés stationnent devant l'aéroport.", None),
        ("en", "A hundred soldiers entered Bunia, and their armour stands in front of the airport.", None),
        ("en", "A hundred soldiers have arrived at the airport in Bunia.", Means.AIR),
    ],
)
def test_by_what_means_they_came(language: str, text: str, means: Means | None) -> None:
    assert read(language, text)[0].means is means


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("fr", "Le Kenya a 900 hommes à Lamu, a dit le commandant des forces armées.", Status.CONFIRMED),
        ("fr", "Le Kenya a 900 hommes à Lamu, a dit un commandant de l'armée.", Status.REPORTED),
        ("fr", "Le Tchad a 300 soldats à Gao, a dit le chef du contingent tchadien.", Status.CONFIRMED),
        ("fr", "Le Tchad a 300 soldats à Gao, a dit le chef d'un groupe rebelle malien.", Status.REPORTED),
        (
            "en",
            "Rwanda has 30 soldiers in Pemba, said the commander of the Rwandan force.",
            Status.CONFIRMED,
        ),
        ("en", "Rwanda has 30 soldiers in Pemba, said a sergeant of the Rwandan force.", Status.REPORTED),
    ],
)
def test_who_heads_a_force_speaks_for_it(language: str, text: str, status: Status) -> None:
    (claim,) = read(language, text)
    assert claim.status is status


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "Fifty Spanish firefighters flew into Concepcion, Chilean authorities said.", "confirmed"),
        ("en", "Thirteen Chadian soldiers died in Fotokol on Monday, local authorities said.", "reported"),
        (
            "fr",
            "Cinquante pompiers espagnols sont à Concepción, ont dit les autorités chiliennes.",
            "confirmed",
        ),
        ("fr", "Treize soldats tchadiens sont morts à Fotokol, selon les autorités locales.", "reported"),
        (
            "fr",
            "Deux cents soldats russes sont arrivés à Douchanbé, a indiqué le district militaire central.",
            "confirmed",
        ),
    ],
)
def test_authorities_of_a_state_are_a_party_and_those_of_a_town_are_none(
    language: str, text: str, status: str
) -> None:
    assert [claim.status.value for claim in read(language, text)] == [status]


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        (
            "en",
            "Ugandan troops are in Bunia. According to local radio they crossed at Mahagi.",
            "local radio",
        ),
        (
            "fr",
            "Des soldats ougandais sont à Bunia. Selon une radio locale ils sont passés à Mahagi.",
            "radio locale",
        ),
    ],
)
def test_the_name_of_a_source_ends_before_a_pronoun(language: str, text: str, source: str) -> None:
    assert [s.text for s in read(language, text)[-1].attribution] == [source]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Bakou assure avoir tué 550 soldats arméniens à Chouchi.", Status.REPORTED),
        ("en", "Baku says it has killed 550 Armenian soldiers in Shusha.", Status.REPORTED),
        ("fr", "L'armée malienne dit avoir perdu douze hommes à Gao.", Status.CONFIRMED),
        ("en", "The Malian army says it lost twelve men in Gao.", Status.CONFIRMED),
    ],
)
def test_who_killed_others_acknowledges_no_loss(language: str, text: str, expected: Status) -> None:
    row = {"id": "r", "text": text, "published": "2024-11-20", "language": language}
    (claim,) = pipeline.read_document(pipeline.document_of({**row, "title": None, "publisher": None})).claims
    assert claim.status is expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Onze militaires italiens ont été blessés à Pristina, ont précisé les deux gouvernements."),
        ("fr", "Trente Russes ont quitté Gyumri, a annoncé le Service national de sécurité arménien."),
        ("en", "Some 30 Russian guards left Gyumri, Armenia's National Security Service said."),
    ],
)
def test_governments_and_the_security_service_of_a_host_confirm(language: str, text: str) -> None:
    assert [claim.status.value for claim in read(language, text)] == ["confirmed"]


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "China sent 34 ships around Taiwan on Monday, Taipei said.", Status.REPORTED),
        ("en", "China sent 34 ships to Taiwan on Monday, Taipei said.", Status.CONFIRMED),
        ("fr", "La Chine a déployé 34 navires autour de Taïwan lundi, a indiqué Taipei.", Status.REPORTED),
    ],
)
def test_whom_ships_pass_is_no_party(language: str, text: str, status: Status) -> None:
    (claim,) = read(language, text)
    assert claim.status is status


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Deux soldats maliens ont été tués à Gao, selon le bilan officiel."),
        ("en", "Two Malian soldiers were killed in Gao, according to the official toll."),
    ],
)
def test_an_official_toll_is_a_partys_own_word(language: str, text: str) -> None:
    assert [c.status for c in read(language, text)] == [Status.CONFIRMED]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # only what was planned can be called off
        ("en", "Two sailors drowned off Somalia; the search was called off on Monday.", Status.REPORTED),
        ("en", "Three marines were killed in Gao. A visit has been cancelled.", Status.REPORTED),
        ("en", "Some 200 men were to land in Tallinn; the flight was cancelled.", Status.DENIED),
        ("en", "Some 200 men were to land in Tallinn. The flight was cancelled.", Status.DENIED),
        ("en", "Denmark was to send 200 men to Gao; the plan was dropped in May.", Status.DENIED),
        ("en", "A visit by two Russian frigates to Odesa, planned for May, was cancelled.", Status.DENIED),
        ("fr", "Quelque 200 soldats ont atterri à Tallinn. Le défilé a été annulé.", Status.REPORTED),
        # a refusal that only says which men are meant
        ("en", "Soldiers who refused to fight were flown from Gao to Bamako.", Status.REPORTED),
        (
            "fr",
            "Des soldats qui refusaient de combattre ont été transférés de Gao à Bamako.",
            Status.REPORTED,
        ),
        ("fr", "Quelque 200 soldats ont atterri à Tallinn ; le concert a été annulé.", Status.REPORTED),
        ("fr", "Quelque 200 soldats devaient atterrir à Tallinn ; le vol a été annulé.", Status.DENIED),
    ],
)
def test_what_has_happened_is_not_called_off(language: str, text: str, expected: Status) -> None:
    (claim,) = read(language, text)
    assert claim.status is expected


@pytest.mark.parametrize(
    ("language", "text", "sources"),
    [
        (
            "en",
            "Contrary to media reports, 300 Polish soldiers are in Kyiv, the ministry said.",
            ["ministry"],
        ),
        ("en", "Despite what the army says, its 200 men left Gao on Monday.", []),
        ("fr", "Malgré les informations rapportées par la presse, 300 soldats turcs sont à Tripoli.", []),
        (
            "fr",
            "Contrairement à ce qu’affirme Moscou, 200 soldats russes sont à Kidal, dit un maire.",
            ["maire"],
        ),
    ],
)
def test_who_is_gainsaid_is_no_source(language: str, text: str, sources: list[str]) -> None:
    (claim,) = read(language, text)
    assert [source.text for source in claim.attribution] == sources


def test_what_should_have_been_done_by_a_day_to_come_is_a_plan() -> None:
    (claim,) = read("en", "The last French soldiers should have left Abidjan by June.")
    assert claim.status is Status.EXPECTED


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Poland sent 900 soldiers to Kolno, and its interior minister has promised 500 police."),
        (
            "fr",
            "La Pologne envoie 900 soldats à Kolno, et son ministre de l'Intérieur a promis 500 policiers.",
        ),
    ],
)
def test_who_promises_others_says_nothing_of_those_before(language: str, text: str) -> None:
    first, second = read(language, text)
    assert (len(first.attribution), len(second.attribution)) == (0, 1)


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("fr", "Kigali, accusé par l'ONU d'avoir envoyé 3 000 hommes à Goma, se tait.", "ONU"),
        ("en", "Kigali, accused by the UN of having sent 3,000 men to Goma, is silent.", "UN"),
        ("fr", "Selon un officier de liaison, 300 soldats burundais ont quitté Goma.", "officier de liaison"),
    ],
)
def test_what_a_source_says_is_no_part_of_its_name(language: str, text: str, source: str) -> None:
    (claim,) = read(language, text)
    assert [found.text for found in claim.attribution] == [source]
