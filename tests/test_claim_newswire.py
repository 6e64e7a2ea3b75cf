"""Sentences as agencies write them, with one thing changed at a time: whose, how many, where, how sure."""

import pytest

from geo.records import Claim

from .test_claim_newsroom import read


def told(claim: Claim) -> str:
    """Write whose force a claim is of, how many, its way or places, and how sure it is."""
    side = claim.actor.country_code if claim.actor else None
    many = claim.quantity.low or f"to {claim.quantity.high}" if claim.quantity else "?"
    ends = [p.name if p else "?" for p in (claim.origin, claim.destination)]
    way = " > ".join(ends) if ends != ["?", "?"] else ""
    at = ", ".join(p.name for p in claim.places)
    where = " | ".join(part for part in (way, at) if part) or "nowhere"
    return f"{side} {many}: {where}, {claim.status.value}"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "After talks in Nairobi, the minister announced that 300 soldiers had arrived in Goma."),
        ("en", "During a visit to Kenya, the president said that 300 soldiers would go to Goma."),
        ("en", "At a news conference in Nairobi, a military spokesman said 300 soldiers had left for Goma."),
        ("en", "In Nairobi, leaders decided to send 300 soldiers to Goma."),
        ("fr", "En visite à Nairobi, le président a annoncé que 300 soldats étaient arrivés à Goma."),
        ("fr", "En visite au Kenya, le président a annoncé que 300 soldats étaient arrivés à Goma."),
        ("fr", "À l'issue d'une réunion à Nairobi, le ministre a annoncé l'envoi de 300 soldats à Goma."),
        ("fr", "Depuis Nairobi, le ministre a annoncé que 300 soldats avaient été envoyés à Goma."),
        ("fr", "Lors d'un sommet à Nairobi, les dirigeants ont décidé d'envoyer 300 soldats à Goma."),
    ],
)
def test_where_somebody_speaks_is_no_end_of_what_he_tells(language: str, text: str) -> None:
    (claim,) = read(language, text)
    assert (claim.origin, claim.destination and claim.destination.name) == (None, "Goma")


@pytest.mark.parametrize(
    ("language", "second", "expected"),
    [
        ("en", " and Uganda 200 to Bunia.", "UG 200: ? > Bunia, reported"),
        ("en", ", while Uganda sent 200 to Bunia.", "UG 200: ? > Bunia, reported"),
        ("en", " and Uganda has sent 200 to Bunia.", "UG 200: ? > Bunia, reported"),
        ("en", ". Uganda, for its part, has sent 200.", "UG 200: ? > Goma, reported"),
        ("en", ". The Ugandan government sent 200 on Friday.", "UG 200: ? > Goma, reported"),
        ("en", ". Kampala dispatched some 200.", "UG 200: ? > Goma, reported"),
        ("en", " in May and withdrew 100 from Bunia in June.", "KE 100: Bunia > ?, reported"),
        ("en", " and redeployed 50 to Bunia.", "KE 50: ? > Bunia, reported"),
        ("fr", " et l'Ouganda 200 à Bunia.", "UG 200: ? > Bunia, reported"),
        ("fr", ", tandis que l'Ouganda en a envoyé 200 à Bunia.", "UG 200: ? > Bunia, reported"),
        ("fr", ". L'Ouganda, de son côté, en a envoyé 200.", "UG 200: ? > Goma, reported"),
        ("fr", ". L'armée ougandaise en a déployé 200.", "UG 200: ? > Goma, reported"),
        ("fr", ". Kampala en a dépêché quelque 200.", "UG 200: ? > Goma, reported"),
        ("fr", " en mai et en a retiré 100 de Bunia en juin.", "KE 100: Bunia > ?, reported"),
        ("fr", ". Il en a retiré 100 mardi.", "KE 100: Goma > ?, reported"),
    ],
)
def test_a_number_alone_is_of_whoever_sends_it(language: str, second: str, expected: str) -> None:
    first = {"en": "Kenya sent 300 soldiers to Goma", "fr": "Le Kenya a envoyé 300 soldats à Goma"}
    rows = [told(claim) for claim in read(language, first[language] + second)]
    assert rows == ["KE 300: ? > Goma, reported", expected]


@pytest.mark.parametrize(
    ("text", "origin", "destination"),
    [
        ("Deux cents casques bleus ont été envoyés de Bamako à Gao.", "Bamako", "Gao"),
        ("Deux cents soldats sont allés mardi de Bouaké à Korhogo.", "Bouaké", "Korhogo"),
        ("Deux cents soldats se rendront de Bouaké à Korhogo.", "Bouaké", "Korhogo"),
        ("Deux cents soldats ont marché de Bouaké en direction de Korhogo.", "Bouaké", "Korhogo"),
        ("Le bataillon a été transféré de Goma, au Nord-Kivu, à Bunia, en Ituri.", "Goma", "Bunia"),
        ("Le bataillon fait route de Goma, au Nord-Kivu, à Bunia.", "Goma", "Bunia"),
        ("Un convoi de 40 véhicules est parti à Kidal.", None, "Kidal"),
        ("Un convoi de 40 véhicules est parti à l'aube de Gao.", "Gao", None),
        ("Les envoyés de l'ONU sont arrivés à Bamako avec 30 soldats.", None, "Bamako"),
    ],
)
def test_french_verbs_of_going_lead_from_a_place_to_another(
    text: str, origin: str | None, destination: str | None
) -> None:
    (claim,) = read("fr", text)
    ends = (claim.origin, claim.destination)
    assert tuple(place and place.name for place in ends) == (origin, destination)


SPEAKERS = {
    "en": [
        ("army spokesman Peter Ilo", "army spokesman Peter Ilo"),
        ("Peter Ilo, a spokesman for the Congolese army,", "Peter Ilo"),
        ("General Paul Oda, commander of the eastern region,", "General Paul Oda"),
        ("the Congolese minister, Jean Olo,", "Congolese minister"),
        ("two security sources", "two security sources"),
    ],
    "fr": [
        ("le porte-parole de l'armée congolaise, Pierre Ilo,", "porte-parole de l'armée congolaise"),
        ("Pierre Ilo, porte-parole de l'armée congolaise,", "Pierre Ilo"),
        ("le général Paul Oda, commandant de la région,", "général Paul Oda"),
        ("le colonel Ilo", "colonel Ilo"),
        ("un habitant joint par téléphone", "habitant"),
    ],
}
SAID = {
    "en": [
        "{who} said 300 Kenyan soldiers had arrived in Goma.",
        "{who} said on Monday that 300 Kenyan soldiers had arrived in Goma.",
        "{who} told the Relay agency that 300 Kenyan soldiers had arrived in Goma.",
        "{who} said in a statement that 300 Kenyan soldiers had arrived in Goma.",
        "300 Kenyan soldiers have arrived in Goma, {who} told reporters on Monday.",
        "300 Kenyan soldiers, {who} said, have arrived in Goma.",
    ],
    "fr": [
        "{who} a déclaré lundi que 300 soldats kényans étaient arrivés à Goma.",
        "{who} a indiqué à la presse que 300 soldats kényans étaient arrivés à Goma.",
        "{who} a annoncé dans un communiqué que 300 soldats kényans étaient arrivés à Goma.",
        "300 soldats kényans sont arrivés à Goma, a indiqué à la presse {who}.",
        "300 soldats kényans sont arrivés à Goma, a déclaré à une agence {who}.",
        "300 soldats kényans, a dit {who}, sont arrivés à Goma.",
        "300 soldats kényans, selon {who}, sont arrivés à Goma.",
    ],
}


@pytest.mark.parametrize(
    ("language", "frame", "who", "source"),
    [
        (language, frame, who, source)
        for language, frames in SAID.items()
        for frame in frames
        for who, source in SPEAKERS[language]
    ],
)
def test_who_says_so_is_found_with_his_name_and_office(
    language: str, frame: str, who: str, source: str
) -> None:
    text = frame.format(who=who).replace(",.", ".").replace(",,", ",")
    (claim,) = read(language, text)
    assert told(claim).startswith("KE 300: ? > Goma")
    assert source.casefold() in [s.text.casefold() for s in claim.attribution]


@pytest.mark.parametrize(
    ("language", "text", "sources"),
    [
        (
            "en",
            "A military source cited by the Relay agency said 30 Kenyan soldiers had arrived in Goma.",
            ["Relay agency", "military source"],
        ),
        (
            "en",
            "The army said in a statement posted online that 30 Kenyan soldiers had arrived in Goma.",
            ["army"],
        ),
        ("en", "The governor, citing the army, said 30 soldiers had arrived in Goma.", ["army", "governor"]),
        ("en", "Forty soldiers left Gao, according to a report that the senate released.", ["report"]),
        (
            "fr",
            "Une source militaire citée par l'agence Relais a dit que 30 soldats kényans étaient à Goma.",
            ["agence Relais", "source militaire"],
        ),
        (
            "fr",
            "Londres, qui prête deux avions, exclut en revanche d'expédier une troupe au Mali.",
            ["Londres"],
        ),
        ("fr", "Cent soldats ont quitté Gao, a précisé M. Oro.", ["M. Oro"]),
        ("fr", "Cent soldats ont quitté Gao, écrit le quotidien Le Relais.", ["quotidien Le Relais"]),
        ("en", "The minister, reached by telephone, said that 30 soldiers had left Gao.", ["minister"]),
        ("ru", "КНДР отправила в Россию 13 тысяч контейнеров, утверждают в Сеуле.", ["Сеуле"]),
    ],
)
def test_a_source_holds_no_other_and_nothing_that_it_tells(
    language: str, text: str, sources: list[str]
) -> None:
    assert [s.text for claim in read(language, text) for s in claim.attribution] == sources


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Jan Oro, a spokesman for the Congolese army, said 300 Kenyan soldiers had come to Goma."),
        ("fr", "Jan Oro, porte-parole de l'armée congolaise, a dit que 300 soldats kényans étaient à Goma."),
    ],
)
def test_the_office_behind_a_name_speaks_for_its_state(language: str, text: str) -> None:
    assert [claim.status.value for claim in read(language, text)] == ["confirmed"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A Kenyan contingent numbering 300 arrived in Goma."),
        ("en", "The number of Kenyan soldiers in Goma has reached 300."),
        ("en", "Kenyan troop numbers in Goma stand at 300."),
        ("en", "The Kenyan force in Goma is 300 strong."),
        ("en", "The Kenyan force in Goma consists of 300 soldiers."),
        ("en", "The Kenyan contingent in Goma has grown from 200 to 300 soldiers."),
        ("en", "300 Kenyan soldiers deployed to Goma on Tuesday will train recruits."),
        ("en", "The army redeployed 300 Kenyan soldiers from Bunia to Goma."),
        ("fr", "Des soldats kényans, au nombre de 300, sont arrivés à Goma."),
        ("fr", "Les effectifs kényans à Goma s'élèvent à 300 hommes."),
        ("fr", "La force kényane à Goma est forte de 300 hommes."),
        ("fr", "La force kényane à Goma se compose de 300 soldats."),
        ("fr", "Le nombre de soldats kényans à Goma atteint 300."),
        ("fr", "Le Kenya portera son contingent à Goma de 200 à 300 soldats."),
        ("fr", "Le contingent kényan à Goma passera de 200 à 300 hommes."),
        ("fr", "300 soldats kényans envoyés mardi à Goma protègent 40 camions."),
    ],
)
def test_the_number_of_a_force_is_found_wherever_it_stands(language: str, text: str) -> None:
    (claim,) = read(language, text)
    assert told(claim).startswith("KE 300: ")
    assert "Goma" in told(claim)


def test_a_reinforcement_of_so_many_to_so_many_is_a_range() -> None:
    (claim,) = read("fr", "Un contingent renforcé de 200 à 300 hommes est arrivé à Gao.")
    assert claim.quantity
    assert (claim.quantity.low, claim.quantity.high) == (200, 300)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Six jets were handed over to Ukraine by Poland.", "PL 6: ? > Ukraine, reported"),
        ("en", "Six jets were delivered on Friday to Ukraine by Poland.", "PL 6: ? > Ukraine, reported"),
        ("en", "Ukraine received six jets from Poland.", "PL 6: Poland > Ukraine, reported"),
        ("en", "Mozambique has received 300 soldiers from Rwanda.", "RW 300: Rwanda > Mozambique, reported"),
        ("fr", "Goma a reçu mardi 300 soldats kényans.", "KE 300: ? > Goma, reported"),
        ("en", "Ukraine took delivery of six jets from Poland.", "PL 6: Poland > Ukraine, reported"),
        ("en", "Poland has supplied Ukraine with 20 tanks.", "PL 20: ? > Ukraine, reported"),
        ("en", "Poland delivered 20 tanks to Ukraine's army.", "PL 20: ? > Ukraine, reported"),
        ("en", "Poland handed 20 tanks over to Ukraine.", "PL 20: ? > Ukraine, reported"),
        ("fr", "Six avions ont été remis à l'Ukraine par la Pologne.", "PL 6: ? > Ukraine, reported"),
        ("fr", "L'Ukraine a reçu vendredi 20 chars de la Pologne.", "PL 20: ? > Ukraine, reported"),
        ("fr", "La Pologne a livré six avions à l'armée ukrainienne.", "PL 6: nowhere, reported"),
        ("fr", "La Pologne a donné 20 chars à l'Ukraine.", "PL 20: ? > Ukraine, reported"),
    ],
)
def test_what_is_given_is_the_givers(language: str, text: str, expected: str) -> None:
    assert [told(claim) for claim in read(language, text)] == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Rwanda has killed 12 soldiers in Goma.", ["None 12: Goma, reported"]),
        ("en", "After killing 12 soldiers in Goma, Rwanda withdrew.", ["None 12: Goma, reported"]),
        ("en", "Kenya lost 12 soldiers in Goma.", ["KE 12: Goma, reported"]),
        ("en", "After losing 12 soldiers in Goma, Kenya sued for peace.", ["KE 12: Goma, reported"]),
        ("en", "The ambush near Goma has cost Kenya 12 soldiers.", ["KE 12: Goma, reported"]),
        ("en", "The rebels took 12 Kenyan soldiers prisoner in Goma.", ["KE 12: Goma, reported"]),
        ("en", "A blast in Goma claimed the lives of 12 Kenyan soldiers.", ["KE 12: Goma, reported"]),
        (
            "en",
            "Twelve Kenyan soldiers have been missing since an ambush near Goma.",
            ["KE 12: Goma, reported"],
        ),
        (
            "en",
            "Fighting in Goma has killed 12 Kenyan soldiers and wounded 30.",
            ["KE 12: Goma, reported", "KE 30: Goma, reported"],
        ),
        ("en", "The strike on Douma killed 1,600 civilians and wounded thousands.", []),
        ("fr", "Le Rwanda a tué 12 soldats à Goma.", ["None 12: Goma, reported"]),
        ("fr", "Le Kenya a perdu 12 soldats à Goma.", ["KE 12: Goma, reported"]),
        ("fr", "Après avoir perdu 12 soldats à Goma, le Kenya a protesté.", ["KE 12: Goma, reported"]),
    ],
)
def test_the_lost_are_of_who_loses_them(language: str, text: str, expected: list[str]) -> None:
    claims = read(language, text)
    assert [told(claim) for claim in claims] == expected
    assert {claim.type.value for claim in claims} <= {"casualties"}


STATUSES = {
    ("en", "expected"): [
        "Kenya is going to send 300 soldiers to Goma.",
        "Kenya has committed to sending 300 soldiers to Goma.",
        "The Kenyan army approved the deployment of 300 soldiers to Goma.",
        "The Kenyan army ordered the deployment of 300 soldiers to Goma.",
        "The Kenyan army vowed to send 300 soldiers to Goma.",
        "The Kenyan army threatened to send 300 soldiers to Goma.",
        "300 Kenyan soldiers have been put on alert for deployment to Goma.",
        "The deployment of 300 Kenyan soldiers to Goma is expected to begin on Friday.",
        "The deployment of 300 Kenyan soldiers to Goma has been postponed.",
        "Nairobi signed a decree sending 300 Kenyan soldiers to Goma.",
    ],
    ("en", "reported"): [
        "Kenya has started to send 300 soldiers to Goma.",
        "Kenya went on to send 300 soldiers to Goma.",
        "Kenya continued to deploy 300 soldiers to Goma.",
    ],
    ("en", "denied"): [
        "The Kenyan army refused to send 300 soldiers to Goma.",
        "The Kenyan army declined to send 300 soldiers to Goma.",
        "The Kenyan army abandoned plans to send 300 soldiers to Goma.",
        "Kenya's plan to send 300 soldiers to Goma was abandoned.",
    ],
    ("en", "confirmed"): ["Kenya recognised that it had sent 300 soldiers to Goma."],
    ("fr", "expected"): [
        "Le Kenya a été sollicité pour envoyer 300 soldats à Goma.",
        "Le Kenya se dit disposé à envoyer 300 soldats à Goma.",
        "300 soldats kényans attendent d'être envoyés à Goma.",
        "Le déploiement de 300 soldats kényans à Goma commencera vendredi.",
        "L'envoi de 300 soldats kényans à Goma a été approuvé par le parlement.",
        "Nairobi a signé un décret prévoyant l'envoi de 300 soldats kényans à Goma.",
    ],
    ("fr", "unconfirmed"): [
        "Le Kenya a, semble-t-il, envoyé 300 soldats à Goma.",
        "Le Kenya pourrait avoir envoyé 300 soldats à Goma.",
        "Le Kenya est suspecté d'avoir envoyé 300 soldats à Goma.",
    ],
    ("fr", "denied"): [
        "Le Kenya a abandonné son projet d'envoyer 300 soldats à Goma.",
        "L'armée kényane a abandonné son projet d'envoyer 300 soldats à Goma.",
        "Le Kenya s'est défendu d'avoir envoyé 300 soldats à Goma.",
    ],
}


@pytest.mark.parametrize(
    ("language", "status", "text"),
    [(language, status, text) for (language, status), texts in STATUSES.items() for text in texts],
)
def test_how_sure_it_is_follows_from_the_words_around_the_verb(language: str, status: str, text: str) -> None:
    assert [told(claim) for claim in read(language, text)] == [f"KE 300: ? > Goma, {status}"]


@pytest.mark.parametrize(
    "text",
    [
        "Il n'y a pas de soldats kényans à Goma.",
        "Le Kenya n'a pas de troupes à Goma.",
        "Il n'y avait plus de soldats kényans à Goma.",
    ],
)
def test_nobody_is_where_a_french_negation_holds_the_verb(text: str) -> None:
    assert [told(claim) for claim in read("fr", text)] == ["KE ?: Goma, denied"]


def test_who_is_on_alert_at_a_base_is_there() -> None:
    assert [told(c) for c in read("en", "Four Norwegian jets have been on alert at Poznań since May.")] == [
        "NO 4: Poznań, reported"
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A hundred soldiers will join the contingent deployed in Gao."),
        ("en", "A hundred soldiers will join the 300 troops stationed in Gao."),
        ("en", "A hundred soldiers are to reinforce the garrison already deployed in Gao."),
        ("fr", "Cent soldats rejoindront les troupes déployées à Gao."),
        ("fr", "Cent soldats vont rejoindre le bataillon tchadien basé à Gao."),
        ("fr", "Cent autres soldats rejoindront les 300 Kényans déjà présents à Gao."),
    ],
)
def test_who_joins_others_goes_where_they_are(language: str, text: str) -> None:
    rows = [told(claim) for claim in read(language, text)]
    assert "None 100: ? > Gao, expected" in [row.replace("KE 100", "None 100") for row in rows]
    assert not any("100" in row and "reported" in row for row in rows)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Parmi eux, 100 sont désormais à Bunia.", "KE 100: Bunia, reported"),
        ("Un groupe de 200 est attendu vendredi.", "KE 200: nowhere, expected"),
        ("Les 50 premiers des 300 soldats kényans ont gagné Bunia mardi.", "KE 50: ? > Bunia, reported"),
        ("L'envoi, mardi, de 30 soldats kényans à Bunia a surpris.", "KE 30: ? > Bunia, reported"),
    ],
)
def test_some_of_those_told_of_before_in_french(text: str, expected: str) -> None:
    rows = [told(claim) for claim in read("fr", f"Le Kenya a envoyé 300 soldats à Goma. {text}")]
    assert rows == ["KE 300: ? > Goma, reported", expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Kenya, which has 300 soldiers in Goma, will send 40 trucks to Bunia.",
            ["KE 300: Goma, reported", "KE 40: ? > Bunia, expected"],
        ),
        (
            "fr",
            "Le Kenya, qui a 300 soldats à Goma, enverra 40 camions à Bunia.",
            ["KE 300: Goma, reported", "KE 40: ? > Bunia, expected"],
        ),
        ("en", "With 300 soldiers in Goma, Kenya is the largest contributor.", ["KE 300: Goma, reported"]),
        ("fr", "Avec 300 soldats à Goma, le Kenya est le premier.", ["KE 300: Goma, reported"]),
        ("en", "Norway would give Ukraine six jets.", ["NO 6: ? > Ukraine, expected"]),
        ("fr", "La Norvège donnera six avions à l'Ukraine.", ["NO 6: ? > Ukraine, expected"]),
    ],
)
def test_what_a_state_has_in_a_place_is_told_aside(language: str, text: str, expected: list[str]) -> None:
    assert [told(claim) for claim in read(language, text)] == expected


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Le Danemark a retiré ses 90 soldats du Mali.", "DK"),
        ("Le Danemark retire 90 soldats du Mali.", "DK"),
        ("L'armée danoise a retiré ses 90 hommes du Mali.", "DK"),
        ("La Suède rapatriera ses 90 militaires du Mali.", "SE"),
        ("La Suède a annoncé qu'elle retirerait ses 90 soldats du Mali.", "SE"),
        ("La Suède a annoncé le retrait de ses 90 soldats du Mali.", "SE"),
        ("Quatre-vingt-dix soldats du Mali ont quitté Gao.", "ML"),
        ("Quatre-vingt-dix soldats du Togo sont arrivés à Gao.", "TG"),
    ],
)
def test_the_state_that_soldiers_are_taken_from_is_not_theirs(text: str, side: str) -> None:
    (claim,) = read("fr", text)
    assert claim.actor
    assert (claim.actor.country_code, claim.quantity and claim.quantity.low) == (side, 90)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Mali has asked Senegal to send 150 soldiers to Kidal.", "SN 150: ? > Kidal, expected"),
        ("en", "The African Union urged Togo to send 150 soldiers to Kidal.", "TG 150: ? > Kidal, expected"),
        ("en", "Senegal wants to send 150 soldiers to Kidal.", "SN 150: ? > Kidal, expected"),
        ("fr", "Le Mali a demandé au Sénégal d'envoyer 150 soldats à Kidal.", "SN 150: ? > Kidal, expected"),
        ("fr", "Le Mali a prié l'Algérie d'envoyer 150 soldats à Kidal.", "DZ 150: ? > Kidal, expected"),
        ("fr", "Haïti a demandé au Kenya de dépêcher 150 policiers.", "KE 150: nowhere, expected"),
        ("fr", "Le Sénégal a décidé d'envoyer 150 soldats à Kidal.", "SN 150: ? > Kidal, expected"),
    ],
)
def test_who_is_asked_to_send_is_the_sender(language: str, text: str, expected: str) -> None:
    assert [told(claim) for claim in read(language, text)] == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Poland has sent 20 tanks to Ukraine, Germany 14.",
            ["PL 20: ? > Ukraine, reported", "DE 14: ? > Ukraine, reported"],
        ),
        (
            "fr",
            "La Pologne a envoyé 20 chars en Ukraine, l'Allemagne 14.",
            ["PL 20: ? > Ukraine, reported", "DE 14: ? > Ukraine, reported"],
        ),
        (
            "en",
            "Kenya has 400 police officers in Haiti, Jamaica 24.",
            ["KE 400: Haiti, reported", "JM 24: Haiti, reported"],
        ),
        (
            "fr",
            "La France compte 1.500 soldats au Tchad, l'Italie 300.",
            ["FR 1500: Chad, reported", "IT 300: Chad, reported"],
        ),
        (
            "en",
            "A military plane evacuated two Kenyan policemen from Gonaïves.",
            ["KE 2: Gonaïves > ?, reported"],
        ),
    ],
)
def test_the_state_beside_a_number_is_no_place(language: str, text: str, expected: list[str]) -> None:
    assert [told(claim) for claim in read(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Kenya sent 217 police officers to Haiti on Tuesday, joining 380 already deployed there.",
            ["KE 217: ? > Haiti, reported", "KE 380: Haiti, reported"],
        ),
        (
            "en",
            "Some 50 officers arrived on Monday, joining 150 colleagues already in Nouméa.",
            ["None 50: ? > Noumea, reported", "None 150: Noumea, reported"],
        ),
        (
            "en",
            "Another 200 British soldiers will join the 900 American troops already in Syria.",
            ["GB 200: ? > Syria, expected", "US 900: Syria, reported"],
        ),
        (
            "fr",
            "Les 50 policiers kényans rejoignent les 150 déjà présents à Gao.",
            ["KE 50: ? > Gao, reported", "KE 150: Gao, reported"],
        ),
        (
            "fr",
            "Cent soldats britanniques vont rejoindre les 900 soldats américains déjà présents en Syrie.",
            ["GB 100: ? > Syria, expected", "US 900: Syria, reported"],
        ),
        (
            "fr",
            "Le Kenya a envoyé 217 policiers en Haïti, qui rejoignent les 380 déployés dans la capitale.",
            ["KE 217: ? > Haiti, reported", "KE 380: Port-au-Prince, reported"],
        ),
    ],
)
def test_whom_others_join_are_there_already(language: str, text: str, expected: list[str]) -> None:
    assert [told(claim) for claim in read(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The first 40 of 120 promised French gendarmes arrived in Goma on Tuesday."),
        ("fr", "Les 40 premiers des 120 gendarmes français promis sont arrivés mardi à Goma."),
    ],
)
def test_what_was_promised_has_come_and_nobody_says_it_by_that_word(language: str, text: str) -> None:
    (claim,) = read(language, text)
    assert (told(claim), claim.attribution) == ("FR 40: ? > Goma, reported", ())


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Australia and New Zealand sent 120 soldiers to Goma.", "None 120: ? > Goma, reported"),
        ("en", "France, Spain and Italy have sent 300 soldiers to Goma.", "None 300: ? > Goma, reported"),
        ("fr", "L'Australie et la Suède envoient 120 soldats à Goma.", "None 120: ? > Goma, reported"),
        (
            "fr",
            "La France, l'Espagne et l'Italie ont envoyé 300 hommes à Goma.",
            "None 300: ? > Goma, reported",
        ),
        ("en", "Greece and its ally France sent 300 soldiers to Goma.", "FR 300: ? > Goma, reported"),
    ],
)
def test_what_several_states_send_together_is_of_none_alone(language: str, text: str, expected: str) -> None:
    assert [told(claim) for claim in read(language, text)] == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Fiji sent 50 troops to Honiara. Some 40 Australian soldiers are already on the ground.",
            ["FJ 50: ? > Honiara, reported", "AU 40: Honiara, reported"],
        ),
        (
            "fr",
            "Les Fidji ont envoyé 50 soldats à Honiara. Quarante soldats australiens sont déjà sur place.",
            ["FJ 50: ? > Honiara, reported", "AU 40: Honiara, reported"],
        ),
        (
            "en",
            'Kenya sent 300 soldiers to Goma. "We saw them arrive with their weapons," a fisherman said.',
            ["KE 300: ? > Goma, reported"],
        ),
        (
            "fr",
            "Le Kenya a envoyé 300 soldats à Goma. « On les a vus arriver avec leurs armes », dit-il.",
            ["KE 300: ? > Goma, reported"],
        ),
    ],
)
def test_who_is_on_the_ground_is_there_and_arms_of_their_own_are_no_supply(
    language: str, text: str, expected: list[str]
) -> None:
    assert [told(claim) for claim in read(language, text)] == expected
