"""What an export to PostGIS says where there is no server to speak with."""

import subprocess
import sys
from pathlib import Path

import pytest

from geo import cli

ROOT = Path(__file__).parents[1]
CLAIMS = str(ROOT / "maps" / "claims.jsonl")


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("postgresql://u:s3cret@127.0.0.1:1/db", "refused"),
        ("postgresql://u:s3cret@127.0.0.1:1x/db", "the address is none that PostgreSQL knows"),
        ("postgresql://u:s3cret%zz@127.0.0.1/db", "the address is none that PostgreSQL knows"),
        ("postgresql://u:1/s3cret@127.0.0.1/db", "the address is none that PostgreSQL knows"),
        ("postgresql://u:s3cret/1@127.0.0.1/db", "the address is none that PostgreSQL knows"),
        ("postgresql://u:a@s3cret@127.0.0.1/db", "the address is none that PostgreSQL knows"),
    ],
)
def test_an_address_that_leads_nowhere_is_one_line_without_the_password(
    url: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["export", CLAIMS, "--to", url]) == cli.FAILED
    printed = capsys.readouterr()
    assert printed.err.startswith("geo: PostGIS: ")
    assert printed.err.count("\n") == 1
    assert says in printed.err
    assert "s3cret" not in printed.err + printed.out


def test_an_address_of_another_kind_is_a_wrong_call(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["export", CLAIMS, "--to", "mysql://u:s3cret@host/db"])
    error = capsys.readouterr().err
    assert ended.value.code == cli.WRONG_CALL
    assert "write postgresql://USER@HOST/DATABASE" in error
    assert "s3cret" not in error
    assert error.count("\n") == 1


def test_a_driver_that_is_not_installed_is_one_line_that_says_which() -> None:
    code = (
        "import sys; sys.modules['psycopg'] = None\n"
        "from geo import cli\n"
        "sys.exit(cli.main(['export', sys.argv[1], '--to', 'postgresql://u@h/db']))"
    )
    done = subprocess.run([sys.executable, "-c", code, CLAIMS], capture_output=True, text=True, check=False)
    assert done.returncode == cli.FAILED
    assert done.stderr == (
        "geo: PostGIS: psycopg is not installed; run pip install 'deployment-mapper[postgis]'\n"
    )
