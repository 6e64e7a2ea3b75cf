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
