"""What is told of a movement leads from the claims to why they are one, who says so and what is disputed."""

from pathlib import Path

import pytest

from geo import explanations, pipeline
from geo.cli import main

FIRST = "Le 8 octobre 2024, 1 500 soldats maliens sont arrivés à Gao, a annoncé l'état-major malien.\n"
SECOND = "On 8 October 2024, 1,600 Malian soldiers arrived in Gao, residents said.\n"
PLAN = "Le Mali enverra 6 000 soldats dans la région de Gao d'ici la fin de l'année, selon Bamako.\n"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    for name, language, day, text in (
        ("a", "fr", "2024-10-10", FIRST),
        ("b", "en", "2024-10-12", SECOND),
        ("c", "fr", "2024-10-01", PLAN),
    ):
        front = f"---\nlanguage: {language}\npublished: {day}\npublisher: Paper {name}\n---\n"
        (tmp_path / f"{name}.md").write_text(front + text, encoding="utf-8")
    return tmp_path


def test_a_movement_is_told_with_its_reasons(reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = pipeline.run([reports])
    (movement,) = [m for m in run.movements if len(m.claims) > 1]
    assert main(["explain", movement.id, str(reports)]) == 0
    told = capsys.readouterr().out
    assert told == explanations.of_movement(movement, run) + "\n"
    for words in (
        f"{movement.id}: movement, ",
        "to Gao (city, ML)",
        "time: 2024-10-08",
        "number: low 1500, best 1600 (as many sources as others, published last), high 1600, of personnel",
        "independent sources: 2",
        "precision by UCDP GED: place 1, date 1",
        "Admiralty: F6",
        "  2024-10-10 ",
        "  1 500 soldats"[2:],
        "the same day (+3.50)",
        "disagreement on quantity: 1500 personnel: ",
        "part of m",
    ):
        assert words in told, words


def test_what_nobody_knows_is_told_in_one_line(reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "m000000000000", str(reports)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
