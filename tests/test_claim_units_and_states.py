"""Whose a force is by its unit, its home and who promised or awaits it."""

import pytest

from geo.records import Status

from .read_claims import read, row, rows


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("fr", "Le 2 mars, 90 militaires du 12e régiment de cuirassiers ont débarqué à Bangui.", "FR"),
        ("fr", "Un détachement du 2e régiment étranger d'infanterie a quitté Gao pour Ménaka.", "FR"),
        ("fr", "Deux cents parachutistes du 2e REP, partis d'Abidjan, ont sauté sur Gao.", "FR"),
        ("fr", "Les 120 chasseurs du 13e BCA ont évacué Gao.", "FR"),
        ("fr", "Cent vingt légionnaires espagnols sont arrivés à Tapa.", "ES"),
        ("fr", "Cent sapeurs du 33e régiment du génie malien ont quitté Bamako pour Gao.", "ML"),
        ("en", "Two hundred Gurkhas flew into Dili.", "GB"),
        ("en", "Two hundred legionnaires landed in Kigali.", "FR"),
        ("en", "Sixty Spanish legionnaires arrived in Tapa.", "ES"),
        ("en", "Last month 160 soldiers of the Catterick-based 32 Engineer Regiment flew to Malakal.", "GB"),
        ("en", "Troops moved to Goma, a Geneva-based monitor said.", None),
        ("en", "Thirty officers of the Royal PNG Constabulary landed at Honiara.", "PG"),
    ],
)
def test_troops_that_only_one_state_has_are_its_own(language: str, text: str, side: str | None) -> None:
    who = read(language, text)[0].actor
    assert who is not None
    assert who.country_code == side


@pytest.mark.parametrize(
    ("language", "text", "side", "status"),
    [
        ("fr", "Les 300 soldats attendus par Kinshasa sont arrivés à Goma lundi.", None, "reported"),
        ("fr", "Les 300 soldats attendus lundi à Goma arriveront par avion.", None, "expected"),
        ("fr", "Les douze chars promis par Berlin sont arrivés lundi en Ukraine.", "DE", "reported"),
        ("en", "The 300 soldiers requested by Haiti landed on Monday in Port-au-Prince.", None, "reported"),
        ("en", "Nor have the 500 soldiers promised to Haiti by Kenya left Nairobi.", "KE", "denied"),
    ],
)
def test_who_awaits_a_force_has_not_sent_it(language: str, text: str, side: str | None, status: str) -> None:
    claim = read(language, text)[0]
    assert claim.actor is not None
    assert claim.actor.country_code == side
    assert claim.status.value == status


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Des soldats ont gagné Lima, a dit l'armée.\n\nLa Bolivie a envoyé 180 soldats à Oruro.",
        ),
        ("en", "Soldiers entered Lima, the army said.\n\nBolivia sent 180 soldiers to Oruro."),
    ],
)
def test_an_army_of_no_named_state_is_that_of_where_it_is(language: str, text: str) -> None:
    sides = [claim.actor.country_code for claim in read(language, text) if claim.actor]
    assert sides == ["PE", "BO"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "L'armée a envoyé une section de gendarmes béninois à Porga.",
            "movement | BJ | 1 platoon | ? > Porga",
        ),
        (
            "en",
            "An anti-tank missile company of the Polish army will be sent to Tapa.",
            "movement | PL | 1 companies | ? > Tapa",
        ),
        (
            "en",
            "Forty members of the Royal Bahamas Defence Force arrived in Port-au-Prince on Friday.",
            "movement | BS | 40 personnel | ? > Port-au-Prince",
        ),
        (
            "en",
            "Ten officers of the Royal Solomon Islands Police Force flew to Port Vila on Friday.",
            "movement | SB | 10 personnel | ? > Port Vila",
        ),
    ],
)
def test_what_a_unit_is_of_takes_neither_its_number_nor_its_side(
    language: str, text: str, expected: str
) -> None:
    assert rows(language, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Huit cents militaires français du 2e régiment étranger d'infanterie ont rejoint Cincu.",
            "movement | FR | 800 personnel | ? > Cincu",
        ),
        (
            "Quatre cents soldats espagnols du 3e régiment léger de cavalerie sont arrivés à Tapa.",
            "movement | ES | 400 personnel | ? > Tapa",
        ),
    ],
)
def test_an_adjective_parts_a_unit_from_its_arm(text: str, expected: str) -> None:
    assert rows("fr", text) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les Turcs sont au Kosovo. L'Alliance avait promis 700 hommes au Kosovo."),
        ("fr", "Les Russes ont quitté Agarak. Vingt observateurs de l'UE sont installés à Kapan."),
        ("en", "The Turks are in Kosovo. The alliance will send 700 men to Kosovo."),
    ],
)
def test_whom_several_states_send_is_of_none_told_before(language: str, text: str) -> None:
    claim = read(language, text)[-1]
    assert claim.actor is not None
    assert claim.actor.country_code is None


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("fr", "La frégate Languedoc a quitté Djibouti lundi et regagnera Toulon bientôt.", "FR"),
        ("en", "The frigate Lancaster left Djibouti on Monday and will return to Portsmouth.", "GB"),
    ],
)
def test_who_leaves_a_port_to_return_to_another_is_at_home_there(language: str, text: str, side: str) -> None:
    (claim,) = read(language, text)
    assert claim.actor
    assert claim.actor.country_code == side


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Un déploiement turc à Misrata est prévu en mars.", "movement | TR | None | ? > Misratah"),
        ("fr", "Un retrait russe de Libye est peu vraisemblable.", "movement | RU | None | Libya > ?"),
        ("en", "A Turkish deployment to Misrata is planned in March.", "movement | TR | None | ? > Misratah"),
        ("en", "A Russian withdrawal from Libya is unlikely.", "movement | RU | None | Libya > ?"),
    ],
)
def test_a_deployment_or_withdrawal_of_a_nation_is_no_one_man(
    language: str, text: str, expected: str
) -> None:
    (claim,) = read(language, text)
    assert (row(claim), claim.status) == (expected, Status.EXPECTED)
