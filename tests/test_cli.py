"""The words that a person types, what they print and how they end."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from geo import cli

ROOT = Path(__file__).parents[1]
REPORT = "Mille soldats russes sont arrivés à Koursk le 3 mai 2024."


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_map_says_what_it_read_found_and_left_out(
    tmp_path: Path, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n")
    assert cli.main(["map", str(tmp_path), "--output", str(tmp_path / "out")]) == cli.FAILED
    printed = capsys.readouterr()
    assert "read 1 reports: 1 place names, 1 claims, 1 movements" in printed.out
    assert re.fullmatch(r"geo: left out: \S+image\.txt: is a PNG image, .+; take it out\n", printed.err)
    assert (tmp_path / "out" / "index.html").is_file()
    assert report.read_text(encoding="utf-8") == REPORT


def test_read_writes_one_json_object_a_document(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["read", str(report)]) == cli.DONE
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["document"]["id"] for row in rows] == ["report"]
    claim = rows[0]["claims"][0]
    assert REPORT[claim["evidence"]["start"] : claim["evidence"]["end"]] == claim["evidence"]["quote"]
    assert claim["quantity"] == {"low": 1000, "high": 1000, "unit": "personnel"}


def test_explain_tells_the_words_the_rule_and_the_candidates(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["read", str(report)])
    claim = json.loads(capsys.readouterr().out)["claims"][0]["id"]
    assert cli.main(["explain", claim, str(report)]) == cli.DONE
    told = capsys.readouterr().out
    assert REPORT in told
    assert "[quantity: Mille] [actor: soldats russes] sont [event: arrivés] à [place: Koursk]" in told
    assert "rule: fr:arrive" in told
    assert "Kursk, city, RU" in told


def test_find_knows_a_place_by_any_of_its_names(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("Koursk", "Курск", "kursk"):
        assert cli.main(["find", name]) == cli.DONE
        assert "Kursk (city, RU)" in capsys.readouterr().out


def test_score_prints_the_figures(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["score", str(ROOT / "tests" / "gold"), "--errors"]) == cli.DONE
    assert re.search(r"claim_f1\s+0\.\d+", capsys.readouterr().out)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["map", "nowhere"], "nowhere: there is no such file or folder"),
        (["find", "Zorgablinsk"], "no place is called 'Zorgablinsk'"),
        (["explain", "c0", "seeds"], "no claim or movement c0"),
        (["score", "seeds"], "seeds"),
    ],
)
def test_a_failed_run_is_one_line_and_status_1(
    words: list[str], says: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert cli.main(words) == cli.FAILED
    error = capsys.readouterr().err
    assert error.startswith("geo: ")
    assert says in error
    assert error.count("\n") == 1


@pytest.mark.parametrize("words", [[], ["fly"], ["find"], ["map", "--language", "xx"]])
def test_a_wrong_call_is_one_line_and_status_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(words)
    assert ended.value.code == cli.WRONG_CALL
    assert capsys.readouterr().err.count("\n") == 1


def test_an_empty_folder_is_told_what_to_put_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["map", str(tmp_path)]) == cli.FAILED
    assert "no reports here; put .txt, .html, .pdf or .jsonl files into it" in capsys.readouterr().err


def test_an_output_folder_that_cannot_be_is_one_line(
    tmp_path: Path, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["map", str(report), "--output", str(report / "out")]) == cli.FAILED
    error = capsys.readouterr().err
    assert "cannot be written" in error
    assert error.count("\n") == 1
    assert list(tmp_path.iterdir()) == [report]


def test_help_and_find_load_no_map_library() -> None:
    code = (
        "import sys; from geo import cli\n"
        "try: cli.main(['--help'])\n"
        "except SystemExit: pass\n"
        "cli.main(['find', 'Koursk'])\n"
        "heavy = {'geopandas', 'folium', 'matplotlib', 'pandas', 'shapely'} & set(sys.modules)\n"
        "sys.exit(f'loaded {heavy}' if heavy else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_a_pipe_gets_no_progress_and_no_colour(report: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "geo", "read", str(report)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
