"""The words that a person types, what they print and how they end."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from geo import cli
from geo.store import Store

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
    assert cli.main(["map", str(tmp_path), "--output", str(tmp_path / "out")]) == cli.FAILED
    assert list(tmp_path.iterdir()) == []
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


def test_a_second_run_says_that_nothing_has_changed(
    tmp_path: Path, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["map", str(report), "--output", str(tmp_path / "out")]
    assert cli.main(words) == cli.DONE
    first = capsys.readouterr().out.splitlines()
    assert cli.main(words) == cli.DONE
    second = capsys.readouterr().out.splitlines()
    assert first[:-1] == second[:-1]
    assert first[-1].startswith("wrote ")
    assert second[-1].startswith("nothing has changed: ")


def test_status_tells_what_a_run_would_read(
    tmp_path: Path, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = ["--output", str(tmp_path / "out")]
    assert cli.main(["status", str(report), *output]) == cli.FAILED
    assert "nothing is read yet; begin with geo map --output" in capsys.readouterr().err
    cli.main(["map", str(report), *output])
    (tmp_path / "more.txt").write_text(REPORT.replace("Mille", "Deux mille"), encoding="utf-8")
    capsys.readouterr()
    assert cli.main(["status", str(tmp_path), *output]) == cli.DONE
    told = capsys.readouterr().out
    assert "read and up to date: 1\nto be read: 1 new, 0 outdated\n" in told
    assert f"kept in {tmp_path / 'out' / 'store.sqlite'}" in told


def test_the_log_has_each_step(tmp_path: Path, report: Path) -> None:
    log = tmp_path / "run.log"
    (tmp_path / "bad.md").write_text("---\nno end\n", encoding="utf-8")
    cli.main(
        ["map", str(report), str(tmp_path / "bad.md"), "--output", str(tmp_path / "o"), "--log", str(log)]
    )
    steps = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert [step["event"] for step in steps] == ["started", "read", "failed", "ended"]
    assert steps[0]["files"] == 2
    assert (steps[1]["id"], steps[1]["claims"]) == ("report", 1)
    assert "the closing --- line is missing" in steps[2]["reason"]
    assert (steps[3]["read"], steps[3]["failed"]) == (1, 1)
    assert all(step["time"].endswith("+00:00") for step in steps)


def test_a_log_that_cannot_be_written_is_one_line(
    tmp_path: Path, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["map", str(report), "--output", str(tmp_path / "out"), "--log", str(tmp_path)]
    assert cli.main(words) == cli.FAILED
    assert re.fullmatch(r"geo: \S+: cannot be written: .*; name another file\n", capsys.readouterr().err)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--limit", "pages=0"], "'pages=0': write a number above 0"),
        (["--limit", "pages=many"], "'pages=many': write NAME=NUMBER, of file_bytes, "),
        (["--limit", "leaves=3"], "'leaves=3': write NAME=NUMBER, of file_bytes, "),
        (["--column", "colour=red"], "'colour=red': write KEY=NAME, KEY one of id, text, "),
        (["--processes", "0"], "invalid whole value: '0'"),
    ],
)
def test_a_wrong_option_is_one_line(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["map", *words])
    assert stopped.value.code == cli.WRONG_CALL
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1


def test_a_limit_fails_the_one_report_that_passes_it(
    tmp_path: Path, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "long.txt").write_text(REPORT * 3, encoding="utf-8")
    words = ["read", str(report), str(tmp_path / "long.txt"), "--limit", "text_chars=100"]
    assert cli.main(words) == cli.FAILED
    printed = capsys.readouterr()
    assert [json.loads(line)["document"]["id"] for line in printed.out.splitlines()] == ["report"]
    assert "long.txt: has a text of more than 100 characters; split it" in printed.err


# Programs that a shell starts in the background ignore the keyboard, and so do those that these start.
LISTENING = (
    "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); "
    "os.execv(sys.argv[1], sys.argv[1:])"
)


def test_a_run_that_is_stopped_keeps_what_it_read(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    for number in range(400):
        (reports / f"{number:03}.txt").write_text(REPORT * 20, encoding="utf-8")
    log = tmp_path / "run.log"
    words = [
        sys.executable,
        "-c",
        LISTENING,
        sys.executable,
        "-m",
        "geo",
        "map",
        str(reports),
        "--output",
        str(tmp_path / "o"),
        "--log",
        str(log),
    ]
    run = subprocess.Popen(
        words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    while not log.exists() or log.read_text().count('"read"') < 3:
        assert run.poll() is None
        time.sleep(0.05)
    os.killpg(run.pid, signal.SIGINT)
    out, error = run.communicate(timeout=60)
    assert (run.returncode, out) == (cli.STOPPED, "")
    assert error == "geo: stopped; what geo map has read is kept: run it again to go on\n"
    with Store(tmp_path / "o") as store:
        assert 3 <= len(list(store.ids())) < 400
