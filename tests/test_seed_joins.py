"""Five real reports of one affair, read with their dates: what is one event, who says so, what is disputed.

The reports may lie beside the checkout; without them nothing of this is asked.
"""

import functools
from collections.abc import Iterable
from pathlib import Path

import pytest

from geo import pipeline
from geo.records import Claim, ClaimType, DisagreementKind, Movement, Run, Status

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
DATES = {
    "000": "2024-10-25",
    "001": "2024-10-21",
    "002": "2024-10-25",
    "003": "2024-10-14",
    "004": "2025-07-03",
}

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the five reports are not beside the checkout")


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("reports")
    rows = ["file,published"]
    for file in sorted(SEEDS.glob("*.txt")):
        (folder / file.name).write_bytes(file.read_bytes())
        rows.append(f"{file.name},{DATES[file.name[:3]]}")
    (folder / "reports.csv").write_text("\n".join(rows), encoding="utf-8")
    return pipeline.run([folder])


@functools.cache
def claims_of(run: Run) -> dict[str, Claim]:
    return {claim.id: claim for claim in run.claims}


def told(run: Run, movement: Movement) -> list[Claim]:
    return [claims_of(run)[claim] for claim in movement.claims]


def reports(movement: Movement) -> set[str]:
    return {report[:3] for report in movement.reports}


def with_number(run: Run, kind: ClaimType, number: int) -> list[Movement]:
    def states(claims: Iterable[Claim]) -> bool:
        return any(c.quantity and c.quantity.low == c.quantity.high == number for c in claims)

    return [m for m in run.movements if m.type is kind and states(told(run, m))]


def test_the_1500_of_8_to_13_october_are_one_movement_of_three_reports_and_one_source(run: Run) -> None:
    (movement,) = with_number(run, ClaimType.MOVEMENT, 1500)
    assert reports(movement) == {"000", "001", "002"}
    assert movement.independent_sources == 1
    assert movement.time is not None
    assert movement.time.edtf == "2024-10-08/2024-10-13"
    assert movement.destination is not None
    assert (movement.side, movement.destination.name) == ("KP", "Vladivostok")
    assert (movement.origin_inferred, movement.origin and movement.origin.country_code) == (True, "KP")


def test_the_12000_are_one_planned_in_one_report_sent_in_another_and_not_confirmed(run: Run) -> None:
    (movement,) = with_number(run, ClaimType.MOVEMENT, 12000)
    assert reports(movement) == {"000", "001", "002"}
    assert movement.independent_sources == 1
    stands = {
        stand.says: {claims_of(run)[c].document_id[:3] for c in stand.claims}
        for dispute in movement.disagreements
        if dispute.kind is DisagreementKind.STATUS
        for stand in dispute.stands
    }
    assert stands == {"planned": {"000", "001"}, "done": {"002"}}
    assert any("confirmer" in note for note in movement.notes)


def test_containers_are_joined_with_their_different_numbers(run: Run) -> None:
    joined = [
        m
        for m in run.movements
        if m.type is ClaimType.SUPPLY and m.quantity and m.quantity.unit == "containers" and len(m.claims) > 1
    ]
    (movement,) = [m for m in joined if "004" not in reports(m)]
    assert reports(movement) == {"000", "002", "003"}
    (dispute,) = [d for d in movement.disagreements if d.kind is DisagreementKind.QUANTITY]
    assert [s.says for s in dispute.stands] == ["at least 1000 containers", "at least 11000 containers"]


def test_the_report_of_a_year_later_is_not_merged_into_those_of_the_year_before(run: Run) -> None:
    later = [m for m in run.movements if "004" in reports(m)]
    assert later
    assert all(reports(m) == {"004"} for m in later)


def test_the_denial_and_the_later_admission_are_a_disagreement_on_the_sides_own_presence(run: Run) -> None:
    (denial,) = [c for c in run.claims if c.status is Status.DENIED and c.document_id.startswith("001")]
    assert denial.actor is not None
    assert denial.actor.country_code == "KP"
    against = {
        claim
        for movement in run.movements
        for dispute in movement.disagreements
        if dispute.kind is DisagreementKind.STATUS and denial.id in dispute.claims
        for claim in dispute.claims
    }
    admitted = [claims_of(run)[c] for c in against if c != denial.id]
    assert any(c.document_id.startswith("004") and c.status is Status.CONFIRMED for c in admitted)
