"""Doubtful claims: who is cited, who keeps a name back, what is put off, and which ways arms and men go."""

import datetime as dt
from collections.abc import Sequence

import pytest

from geo import pipeline
from geo.records import Claim, Document, Fate, Status

PUBLISHED = dt.date(2024, 11, 20)


def read(language: str, text: str) -> Sequence[Claim]:
    return pipeline.read_document(Document("d", text, language=language, published=PUBLISHED)).claims


def row(claim: Claim) -> str:
    """Return the side, the way or the places, the time and the status of a claim."""
    ends = " > ".join(place.name if place else "?" for place in (claim.origin, claim.destination))
    there = ", ".join(place.name for place in claim.places)
    where = ends if claim.origin or claim.destination else ""
    where = f"{where} by {there}" if where and there else where or there
    side = claim.actor.country_code if claim.actor else None
    return f"{side} | {where} | {claim.time.edtf if claim.time else None} | {claim.status}"


@pytest.mark.parametrize(
    ("language", "text", "sources"),
    [
        (
            "en",
            "The Post, citing three officers, reported on Monday that Chad had sent 300 men to Diffa.",
            ["three officers", "Post"],
        ),
        (
            "fr",
            "Le Monde, citant deux officiers, a rapporté lundi que le Tchad avait envoyé 300 hommes à Diffa.",
            ["deux officiers", "Monde"],
        ),
        ("en", "Kigali at first denied that its troops had entered Goma.", ["Kigali"]),
        ("fr", "Kigali a d'abord nié que ses soldats soient entrés à Goma.", ["Kigali"]),
        ("en", "Two residents, speaking by phone, said 40 soldiers had left Kidal.", ["Two residents"]),
        (
            "fr",
            "Un haut responsable malien, parlant à la presse, affirme que 40 soldats ont quitté Kidal.",
            ["haut responsable malien"],
        ),
        (
            "en",
            "Forty Chadians left for Sirte, The Echo reported, citing two recruits.",
            ["two recruits", "Echo"],
        ),
        (
            "fr",
            "40 Tchadiens sont arrivés à Sirte, a indiqué le renseignement nigérien devant les députés.",
            ["renseignement nigérien"],
        ),
        (
            "fr",
            "Kiev affirme que 300 Cubains sont à Donetsk, ce qui n'a pas pu être vérifié de source tierce.",
            ["Kiev"],
        ),
        (
            "fr",
            "Un clip diffusé par l'armée ukrainienne montre des soldats russes à Pokrovsk.",
            ["armée ukrainienne"],
        ),
    ],
)
def test_who_says_so_of_what_is_doubtful(language: str, text: str, sources: Sequence[str]) -> None:
    assert [source.text for source in read(language, text)[-1].attribution] == sources


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # what is put off, and when it is to be
        ("en", "Berlin has put off the delivery of 18 tanks to Kyiv until March.", "2025-03 | expected"),
        ("fr", "Berlin a repoussé à mars la livraison de 18 chars à Kiev.", "2025-03 | expected"),
        (
            "en",
            "Kenya was to send 600 policemen to Goma in November, but the departure was put back to January.",
            "2025-01 | expected",
        ),
        (
            "fr",
            "Le Kenya devait envoyer 600 policiers à Goma en novembre, mais leur envoi a été repoussé à mai.",
            "2025-05 | expected",
        ),
        ("en", "Oslo was to send 40 guns to Kyiv, but the shipment was paused in May.", "None | expected"),
        (
            "fr",
            "Oslo devait livrer 40 canons à Kiev, mais la livraison a été suspendue en mai.",
            "None | expected",
        ),
        # what could not be checked, and what the conditional of evidence shows
        (
            "en",
            "It was not immediately possible to verify that six Chadian soldiers were killed in Bol.",
            "None | unconfirmed",
        ),
        ("fr", "Des images montreraient 40 chars russes à Gao.", "None | unconfirmed"),
        ("fr", "Le contingent russe à Gao serait passé de 150 en mai à 200 hommes.", "None | unconfirmed"),
        (
            "en",
            "Some 200 Syrians had reportedly been flown from Turkey to Tripoli by mid-January.",
            "../2024-01-20 | unconfirmed",
        ),
        # who keeps a name back acknowledges nothing
        ("en", "An unnamed government official said 300 Chadian soldiers had left Bol.", "None | reported"),
        (
            "fr",
            "Le ministère tchadien a dit, sous couvert d'anonymat, que 300 soldats tchadiens sont à Bol.",
            "None | reported",
        ),
        # a unit's number is no day
        (
            "en",
            "A clip posted by the 8th infantry brigade shows Russian soldiers in Gao.",
            "None | reported",
        ),
    ],
)
def test_when_and_how_surely(language: str, text: str, expected: str) -> None:
    assert row(read(language, text)[-1]).split(" | ", 2)[-1] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # arms that go from one land to another are not those of who speaks of it
        ("en", "Some 400 missiles were shipped from Iran to Yemen, Riyadh says.", ["IR | Iran > Yemen"]),
        ("fr", "Selon Séoul, 300 conteneurs ont été envoyés d'Iran en Russie.", ["IR | Iran > Russia"]),
        # a way that leads on
        (
            "en",
            "Colombian mercenaries were flown to Bosaso, in Somalia, and then on to Nyala.",
            ["CO | ? > Bosaso", "CO | Bosaso > Nyala"],
        ),
        (
            "fr",
            "Trois cents soldats ont été acheminés à Bosaso, puis par la route à Mogadiscio.",
            ["None | ? > Bosaso", "None | Bosaso > Mogadishu"],
        ),
        ("en", "Forty Chadians flew to Gao on the orders of Bamako.", ["TD | ? > Gao"]),
        ("fr", "Deux avions ont ensuite gagné Gao, au Mali.", ["None | ? > Gao"]),
        # whom a way leads through
        (
            "fr",
            "Le Niger nie que 40 Tchadiens aient transité par Niamey pour se rendre à Gao.",
            ["TD | ? > Gao by Niamey"],
        ),
        ("fr", "40 soldats tchadiens ont transité par le Niger.", ["TD | Niger"]),
        ("fr", "Un avion a décollé d'Abou Dhabi pour Gao.", ["AE | Abu Dhabi > Gao"]),
        # for whom arms are meant
        ("en", "Planes carrying arms for the Rapid Support Forces landed at Nyala.", ["None | ? > Nyala"]),
        (
            "fr",
            "Des avions chargés d'armes pour les Forces de soutien rapide sont à Nyala.",
            ["None | Nyala"],
        ),
        ("fr", "Huit combattants du groupe russe Wagner sont morts à Gao.", ["RU | Gao"]),
    ],
)
def test_whose_they_are_and_which_way_they_go(language: str, text: str, expected: Sequence[str]) -> None:
    assert [row(claim).rsplit(" | ", 2)[0] for claim in read(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("fr", "Le nombre de soldats russes à Gao atteindrait désormais 2 000.", 2000),
        ("fr", "Le nombre de soldats russes à Gao atteint 2 000.", 2000),
        ("en", "It brings to about 12,000 the number of Russian troops in Gao, up from 3,000 in May.", 12000),
    ],
)
def test_a_number_that_is_reached_brings_nobody(language: str, text: str, number: int) -> None:
    (claim,) = read(language, text)
    assert (str(claim.type), claim.time) == ("presence", None)
    assert claim.quantity is not None
    assert claim.quantity.low == number


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Six soldats tchadiens ont été tués et douze blessés près de Bol."),
        ("en", "Six Chadian soldiers were killed and twelve wounded near Bol."),
    ],
)
def test_the_wounded_are_not_the_dead(language: str, text: str) -> None:
    dead, wounded = read(language, text)
    assert (dead.fates, wounded.fates) == ((Fate.DEAD,), (Fate.WOUNDED,))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "South Korea's defence ministry said that it knew. "
                "Russia gave missiles to Pyongyang, the ministry said."
            ),
        ),
        (
            "fr",
            (
                "Le ministère sud-coréen dit le savoir. "
                "La Russie a livré des missiles à Pyongyang, a dit le ministère."
            ),
        ),
    ],
)
def test_an_office_taken_up_is_that_of_its_state(language: str, text: str) -> None:
    assert read(language, text)[-1].status is Status.REPORTED


def test_a_death_in_a_land_is_told_before_whose_it_is() -> None:
    (claim,) = read("fr", "Katmandou a confirmé la mort en Ukraine d'au moins 14 soldats népalais.")
    assert row(claim) == "NP | Ukraine | None | confirmed"


@pytest.mark.parametrize(
    ("language", "text", "lost"),
    [
        ("en", "Ukrainian forces shot down a Russian Il-76 over Belgorod.", []),
        ("en", "Ukrainian troops captured two Chinese nationals in Donetsk.", []),
        ("en", "Six Chadian soldiers killed the day before in Bol were buried on Monday.", ["TD"]),
        ("en", "Ukrainian forces captured a North Korean soldier in Kursk.", ["KP"]),
        ("fr", "Les soldats ukrainiens ont tué un général nord-coréen à Koursk.", []),
    ],
)
def test_who_kills_is_not_lost(language: str, text: str, lost: Sequence[str]) -> None:
    assert [claim.actor and claim.actor.country_code for claim in read(language, text)] == lost


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "Turkey planned to send 100 men to Tripoli but reversed the decision.", Status.DENIED),
        ("fr", "Ankara devait envoyer 100 hommes à Tripoli mais est revenu sur sa décision.", Status.DENIED),
        ("en", "It is thought that up to 2,000 Yemenis have been sent to Kursk.", Status.UNCONFIRMED),
        ("en", "The White House has no evidence that Chinese soldiers are in Kursk.", Status.UNCONFIRMED),
    ],
)
def test_what_is_taken_back_and_what_is_only_thought(language: str, text: str, status: Status) -> None:
    assert read(language, text)[-1].status is status


@pytest.mark.parametrize(
    ("language", "text", "rows"),
    [
        (
            "en",
            (
                "Uganda's army denied the presence of Ugandan troops in Juba, "
                "before admitting that 300 men had been sent there."
            ),
            ["UG | Juba | None | denied", "UG | ? > Juba | None | confirmed"],
        ),
        (
            "fr",
            (
                "L'armée ougandaise a nié la présence de troupes ougandaises à Juba, "
                "avant d'admettre que 300 hommes y avaient été envoyés."
            ),
            ["UG | Juba | None | denied", "UG | ? > Juba | None | confirmed"],
        ),
    ],
)
def test_what_is_denied_first_and_admitted_then(language: str, text: str, rows: Sequence[str]) -> None:
    claims = read(language, text)
    assert [row(claim) for claim in claims] == rows
    assert claims[0].actor is not None
    assert claims[0].actor.text in ("Ugandan troops", "troupes ougandaises")


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "Des obus sont arrivés à Kiev, selon Reuters, qui cite onze officiers.",
            ["Reuters", "onze officiers"],
        ),
        ("Berlin a livré 100 missiles à Kiev, selon des notes consultées par Bild.", ["notes"]),
        ("40 soldats ont quitté Gao, croit-on savoir à Bamako.", ["Bamako"]),
    ],
)
def test_who_is_cited_behind_a_paper(text: str, sources: Sequence[str]) -> None:
    assert [source.text for source in read("fr", text)[-1].attribution] == sources


def test_whom_a_way_leads_through_has_an_article() -> None:
    (claim,) = read("fr", "40 soldats tchadiens sont arrivés à Kiev en passant par la Serbie.")
    assert row(claim) == "TD | ? > Kyiv by Serbia | None | reported"
