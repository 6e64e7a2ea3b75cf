"""The benchmarks still run: their figures on a busy machine prove nothing and are not held here."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


def run(script: str, *words: str) -> str:
    command = [sys.executable, str(BENCHMARKS / script), *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def lines(history: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in history.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def quick(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """Return what a quick run printed, and its history, which had lines of the same and other sizes."""
    history = tmp_path_factory.mktemp("benchmarks") / "history.jsonl"
    sizes = {"rounds": 1, "warm": 10, "articles": 2, "to_store": 4, "full_of_claims": 2, "joined": 200}
    rate = {"text to claims, news, articles/s": [0.001, 0.001, 0.001]}
    before = {"date": "2024-01-01", "commit": "abc", "figures": rate}
    rows: Sequence[dict[str, Any]] = (
        {**before, "sizes": sizes},
        {**before, "sizes": {}, "date": "2024-01-02"},
    )
    history.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return run("reading.py", "--quick", "--history", str(history)), history


def test_it_prints_figures_ratios_and_the_change_to_the_last_line_of_the_same_sizes(
    quick: tuple[str, Path],
) -> None:
    printed, history = quick
    ratios = lines(history)[-1]["ratios"]
    rooms = {name: share for name, share in ratios.items() if name.endswith(": all rooms")}
    assert len(rooms) == 6
    assert sum(rooms.values()) == pytest.approx(1, abs=0.02)
    assert ratios["two processes : one"] > 0
    assert all(name in printed for name in ratios)
    news = next(line for line in printed.splitlines() if line.startswith("text to claims, news, articles/s"))
    assert float(news.split()[-1]) > 1000  # times the last, which stands as one in a thousand seconds
    assert "last: the run of 2024-01-01 (abc)" in printed


def test_it_appends_one_line_with_all_figures_to_the_history(quick: tuple[str, Path]) -> None:
    _, history = quick
    rows = lines(history)
    assert len(rows) == 3
    row = rows[-1]
    for median, least, most in row["figures"].values():
        assert 0 < least <= median <= most
    assert row["claims_an_article"] >= 0
    assert row["bytes"]["store, an article"] > 500
    named = json.dumps(row)
    assert str(Path.home()) not in named
    assert str(BENCHMARKS.parent) not in named


def test_a_tool_that_is_not_installed_is_said_to_be_not_measured(quick: tuple[str, Path]) -> None:
    printed, history = quick
    figures = lines(history)[-1]["figures"]
    for tool in ("spaCy", "flashgeotext"):
        is_measured = f"French texts, {tool}, articles/s" in figures
        assert is_measured != (f"{tool}: not measured" in printed)
        assert is_measured == (f"this program : {tool}" in printed)


def test_the_plan_shows_what_a_million_reports_take(quick: tuple[str, Path]) -> None:
    _, history = quick
    printed = run("planning.py", "--history", str(history))
    row = lines(history)[-1]
    rate = row["figures"]["file to store, articles/s"][0]
    assert row["date"][:10] in printed
    assert "| 1,000,000 | 100,000,000 |" in printed
    assert f"{1_000_000 / rate / 3600:,.3g}" in printed


def test_joining_by_ranges_is_measured_beside_joining_in_memory() -> None:
    ways = [json.loads(run("joins.py", "300", "--one", *way)) for way in (("0", "1"), ("3", "1"))]
    assert len({(way["movements"], way["largest"]) for way in ways}) == 1
    assert all(way["core"] > 0 for way in ways)


def test_made_up_reports_are_the_same_each_time_and_vary() -> None:
    told = [run_corpus() for _ in range(2)]
    assert told[0] == told[1]
    sentences = [sentence for text in told[0] for sentence in text.replace("\n", " ").split(". ")]
    assert len(set(sentences)) > 0.9 * len(sentences)


def run_corpus() -> list[str]:
    code = "import corpus, json; print(json.dumps([made.text for made in corpus.reports(60)]))"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=BENCHMARKS)
    told: list[str] = json.loads(done.stdout)
    return told
