"""What is denied, by whom and of what, and what is left open, not borne out or only heard of."""

import pytest

from geo.records import Status

from .read_claims import outlines, read


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Cinq cents Rwandais sont entrés à Goma mardi. Kigali dément avoir envoyé des soldats.",
        ),
        ("fr", "Trois cents Rwandais sont à Bunagana. Kigali nie la présence de ses soldats en RDC."),
        (
            "en",
            "Three hundred Russian soldiers landed in Bangui on Monday. Moscow denied having sent troops.",
        ),
        (
            "en",
            "Ninety Chadians entered Gamboru. Nigeria denied that foreign troops had entered the country.",
        ),
    ],
)
def test_the_next_sentence_denies_what_was_told(language: str, text: str) -> None:
    (claim,) = read(language, text)
    assert claim.status is Status.DENIED
    assert claim.quantity is not None
    assert len(claim.remarks) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "L'Ouganda a envoyé 300 soldats à Juba lundi. Le Rwanda a démenti avoir envoyé des soldats."),
        (
            "en",
            "Three hundred soldiers left Gao. The ministry denied that troops had been withdrawn from Kidal.",
        ),
        ("en", "A Turkish frigate reached Misrata on Monday. Turkey denied having sent a submarine."),
    ],
)
def test_a_denial_of_something_else_is_a_claim_of_its_own(language: str, text: str) -> None:
    first, *_ = read(language, text)
    assert first.status is Status.REPORTED


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("fr", "Après l'avoir nié, Moscou reconnaît avoir envoyé 300 hommes à Bangui.", Status.CONFIRMED),
        (
            "fr",
            "Le Rwanda, qui l'avait démenti, a reconnu avoir envoyé 300 soldats à Goma.",
            Status.CONFIRMED,
        ),
        (
            "en",
            "Two weeks after denying it, Russia has acknowledged that it sent 300 men to Bangui.",
            Status.CONFIRMED,
        ),
        (
            "en",
            "After months of denials, Eritrea admitted that it had 3,000 soldiers in Tigray.",
            Status.CONFIRMED,
        ),
        ("en", "Days after denying any involvement, Rwanda sent 300 soldiers to Goma.", Status.REPORTED),
        ("en", "Rwanda denied on Monday that it had sent 300 soldiers to Goma.", Status.DENIED),
    ],
)
def test_a_denial_that_was_given_up_denies_nothing(language: str, text: str, status: Status) -> None:
    (claim,) = read(language, text)
    assert claim.status is status


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "Rwanda denies having troops in Congo.", Status.DENIED),
        ("en", "Rwanda has denied having any troops in Congo.", Status.DENIED),
        ("en", "Rwanda has admitted having troops in Congo.", Status.CONFIRMED),
        ("fr", "Le Rwanda nie avoir des troupes au Congo.", Status.DENIED),
        ("fr", "Moscou reconnaît avoir des instructeurs à Bamako.", Status.CONFIRMED),
        (
            "en",
            "US soldiers entered Kobani, residents said; the Pentagon denied having sent troops there.",
            Status.DENIED,
        ),
        (
            "fr",
            "Trois cents soldats rwandais sont entrés à Goma ; Kigali dément y avoir envoyé des troupes.",
            Status.DENIED,
        ),
    ],
)
def test_a_denial_of_having_or_sending_men_is_one_claim(language: str, text: str, status: Status) -> None:
    (claim,) = read(language, text)
    assert claim.status is status


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "No member of the Defence Force will be stationed in Tonga."),
        ("en", "Polish troops have entered Ukraine, a blogger said. The army in Warsaw denied it."),
        (
            "fr",
            "Des soldats polonais sont entrés en Ukraine, dit un blogueur. Le ministère à Varsovie dément.",
        ),
    ],
)
def test_an_office_denies_wherever_it_is(language: str, text: str) -> None:
    (claim,) = read(language, text)
    assert claim.status is Status.DENIED


@pytest.mark.parametrize(
    ("language", "text", "status", "sources"),
    [
        ("en", "The mission takes note of reports that Russian troops are in Obo.", "unconfirmed", []),
        (
            "en",
            "The army is looking into reports that 200 Chadians entered Sudan.",
            "unconfirmed",
            [],
        ),
        ("en", "The BBC reports that 30 Ugandan soldiers have entered Bunia.", "reported", ["BBC"]),
        (
            "fr",
            "Le ministère a connaissance d'informations selon lesquelles 30 soldats rwandais sont à Goma.",
            "unconfirmed",
            [],
        ),
        (
            "fr",
            "« Non », insiste le ministre Anatol Rusu, selon lequel 200 soldats russes sont à Tiraspol.",
            "confirmed",
            ["ministre Anatol Rusu"],
        ),
        (
            "fr",
            "L'état-major a écarté les rumeurs d'un retrait des soldats tchadiens de Kidal.",
            "denied",
            [],
        ),
        ("fr", "Le ministre n'a pas écarté l'envoi de 200 soldats belges à Gao.", "expected", []),
    ],
)
def test_reports_that_an_office_only_knows_of(
    language: str, text: str, status: str, sources: list[str]
) -> None:
    (claim,) = read(language, text)
    assert (claim.status.value, [source.text for source in claim.attribution]) == (status, sources)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Forty Danes reached Gao in May. The army has not said whether it would send more men to Kidal.",
        ),
        ("en", "Forty Danes reached Gao in May. No officer would say whether other garrisons will follow."),
        ("en", "Forty Danes reached Gao in May. It is unclear whether the soldiers will leave Gao."),
        ("fr", "Quarante Danois ont gagné Gao en mai. L'armée n'a pas dit s'il enverrait 20 hommes à Kidal."),
        ("fr", "Quarante Danois ont gagné Gao en mai. On ignore combien de Danois ont quitté Gao."),
    ],
)
def test_a_question_left_open_tells_nothing(language: str, text: str) -> None:
    assert outlines(language, text) == ["movement reported DK 40 personnel > Gao"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Claims that Rwanda sent 900 men to Goma are not borne out.",
            ["movement unconfirmed RW 900 personnel > Goma"],
        ),
        (
            "en",
            "Claims that Poland sent 900 men to Kolno are not supported by imagery.",
            ["movement unconfirmed PL 900 personnel > Kolno"],
        ),
        (
            "en",
            "The Russians are in Gao. Reports of a withdrawal from Ber could not be verified.",
            ["presence reported RU None Gao", "movement unconfirmed RU None Ber >"],
        ),
        (
            "en",
            "A group, some 100 strong, has moved on to Gao.",
            ["movement reported None 100 personnel > Gao"],
        ),
        (
            "fr",
            "Les Russes sont à Gao. Un retrait vers Kidal est prévu en mai.",
            ["presence reported RU None Gao", "movement expected RU None > Kidal"],
        ),
    ],
)
def test_what_is_not_borne_out_and_an_event_that_counts_nobody(
    language: str, text: str, expected: list[str]
) -> None:
    assert outlines(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Deux cents soldats kényans ne viendront pas.", ["movement denied KE 200 personnel"]),
        ("fr", "Aucun soldat kényan ne mettra le pied à Gao.", ["movement denied KE None > Gao"]),
        ("en", "Two hundred Kenyan soldiers will not come.", ["movement denied KE 200 personnel"]),
    ],
)
def test_who_will_not_come_is_denied_to_come(language: str, text: str, expected: list[str]) -> None:
    assert outlines(language, text) == expected
