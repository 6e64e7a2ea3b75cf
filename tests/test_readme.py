"""The README shows what the commands really print."""

import re
import shlex
from pathlib import Path

import pytest

from geo import cli

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```console\n\$ geo ([^\n]+)\n(.*?)```", README, re.DOTALL)


def test_there_are_examples() -> None:
    assert {words.split()[0] for words, _ in EXAMPLES} == {"map", "find", "explain"}


@pytest.mark.parametrize(("words", "printed"), EXAMPLES, ids=[words for words, _ in EXAMPLES])
def test_an_example_prints_what_the_readme_shows(
    words: str,
    printed: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    assert cli.main(shlex.split(words)) == cli.DONE
    assert capsys.readouterr().out == printed
