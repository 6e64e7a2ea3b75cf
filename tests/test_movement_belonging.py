"""Forces of organisations and services: whose part is whose, and who is not taken for whom."""

from dataclasses import replace
from typing import Any

import pytest

from geo.movements.belonging import Belonging, belonging_of, may_send
from geo.records import Actor, Claim, Evidence, RelationKind, Share, Status

from .made_claims import BASE, DATED, NOWHERE, count, days, joined, said_by, variants

PART = RelationKind.PART_OF


def told(words: str, side: str | None, force: str | None = None, **slots: Any) -> dict[str, Any]:
    """Return a claim's slots of a sentence; its force is the whole of it where none is named."""
    return {"evidence": (Evidence(NOWHERE, words),), "actor": Actor(NOWHERE, force or words, side), **slots}


def made(words: str, side: str | None, force: str | None = None, **slots: Any) -> Claim:
    (claim,) = variants(told(words, side, force, **slots))
    return claim


@pytest.mark.parametrize(
    ("words", "force", "organisations", "services"),
    [
        ("SADC is to send 3,000 soldiers", "soldiers", {"sadc"}, {"military"}),
        ("La Cédéao a fait entrer 4 000 hommes", "hommes", {"ecowas"}, set()),
        ("Des casques bleus ont atteint la ville", "casques bleus", {"un"}, set()),
        ("30 soldats de la KFOR sont blessés", "soldats de la KFOR", {"nato"}, {"military"}),
        ("Des policiers et des pompiers sont là", "policiers et des pompiers", set(), {"police", "rescue"}),
        ("Four coast guard vessels were there", "coast guard vessels", set(), {"coastguard"}),
        ("Troops arrived, as an envoy of the EU saw", "Troops", set(), set()),  # behind the force: not whose
    ],
)
def test_what_a_force_belongs_to(words: str, force: str, organisations: set[str], services: set[str]) -> None:
    found = belonging_of(made(words, None, force))
    assert found == Belonging(frozenset(organisations), frozenset(services))


def test_who_says_it_sends_nobody_and_a_state_told_stands_for_itself() -> None:
    words = "According to NATO, 300 soldiers came"
    assert not belonging_of(made(words, None, "soldiers", attribution=said_by("NATO"))).organisations
    assert not belonging_of(
        made("NATO asked for 300 Turkish soldiers", "TR", "Turkish soldiers")
    ).organisations


def test_members_may_send_the_force_of_their_organisation_and_any_state_that_of_the_united_nations() -> None:
    assert may_send(frozenset({"sadc"}), "BW")
    assert not may_send(frozenset({"sadc"}), "RW")
    assert may_send(frozenset({"un"}), "RW")


BLOC = told("soldiers of the SADC", None, quantity=count(3000, 3000), status=Status.EXPECTED)


def parts(*changes: dict[str, Any]) -> set[tuple[str, str]]:
    movements = joined(*variants(*changes))
    name = {m.id: m.claims[0] for m in movements}
    return {(name[m.id], name[r.movement]) for m in movements for r in m.relations if r.kind is PART}


def test_what_a_member_sends_is_a_part_of_what_the_organisation_sends_and_no_strangers_is() -> None:
    member = told("Botswanan soldiers", "BW", quantity=count(296, 296))
    assert parts(member, BLOC) == {("c0", "c1")}
    assert parts({**member, "actor": Actor(NOWHERE, "soldiers", "RW")}, BLOC) == set()
    assert parts(member, {**BLOC, "share": Share.MORE}) == {("c0", "c1")}


def test_an_organisations_force_is_no_part_of_one_states() -> None:
    party = told("an advance party of the SADC", None, quantity=count(26, 26), share=Share.PART)
    state = told("Rwandan soldiers", "RW", quantity=count(1000, 1000), status=Status.EXPECTED)
    assert parts(party, state) == set()
    assert parts(party, BLOC) == {("c0", "c1")}


def test_police_are_not_soldiers_and_rescuers_are_neither_unless_all_else_agrees() -> None:
    names = ("soldats", "policiers", "pompiers")
    claims = [
        told(f"{number} {name}", "FR", name, quantity=count(number, number), time=days(8, 14))
        for number, name in zip((110, 115, 120), names, strict=True)
    ]
    assert len(joined(*variants(*claims))) == len(names)
    assert len(joined(*variants(claims[0], {**claims[1], "actor": Actor(NOWHERE, "hommes", "FR")}))) == 1
    assert (
        len(joined(*variants(claims[1], {**claims[2], "actor": Actor(NOWHERE, "policiers, pompiers", "FR")})))
        == 1
    )
    same = told("110 policiers", "FR", "policiers", quantity=count(110, 110), **DATED)
    assert len(joined(*variants({**claims[0], **DATED}, same))) == 1


def test_a_claim_without_a_force_belongs_to_nobody() -> None:
    assert not belonging_of(replace(BASE, actor=None)).organisations
