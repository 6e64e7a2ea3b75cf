"""What is left of a run that is killed again and again: nothing lost, nothing read twice.

Reads made-up reports once undisturbed, then into another folder with a kill -9 at a random moment, again
and again, and at last to the end. The outputs must be the same bytes and no document read twice.
``python benchmarks/kills.py --documents 2000 --kills 200``
"""

import argparse
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import corpus

STORE = "store.sqlite"
_LONGEST = 4.0  # seconds to a kill


@dataclass(frozen=True, slots=True)
class Found:
    """What the kills brought: how many hit a run at work, documents read twice, outputs that differ."""

    killed: int
    read_twice: int
    different: tuple[str, ...]


def command(reports: Path, output: Path) -> Sequence[str]:
    """Return the words of a run."""
    return [sys.executable, "-m", "geo", "map", str(reports), "--output", str(output)]


def outputs(folder: Path) -> dict[str, bytes]:
    """Return the outputs of a run by name, without the store."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if STORE not in path.name}


def killed_once(reports: Path, output: Path, seconds: float) -> bool:
    """Start a run and kill it after so many seconds; tell whether it was still at work."""
    run = subprocess.Popen(command(reports, output), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - our own words
    try:
        run.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        run.send_signal(signal.SIGKILL)
        run.wait()
        return True
    (output / "index.html").unlink(missing_ok=True)  # so that the next has something to do
    return False


def disturbed(reports: Path, folder: Path, kills: int, longest: float = _LONGEST) -> Found:
    """Run once undisturbed and once with that many kills, and compare."""
    whole, broken = folder / "whole", folder / "broken"
    subprocess.run(command(reports, whole), check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own words
    dice = random.Random(kills)  # noqa: S311 - moments, no secrets
    killed = sum(killed_once(reports, broken, dice.uniform(0.2, longest)) for _ in range(kills))
    subprocess.run(command(reports, broken), check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own words
    store = sqlite3.connect(broken / STORE)
    (twice,) = store.execute("SELECT count(*) FROM document WHERE times_read > 1").fetchone()
    store.close()
    first, second = outputs(whole), outputs(broken)
    different = [name for name in first.keys() | second.keys() if first.get(name) != second.get(name)]
    return Found(killed, twice, tuple(sorted(different)))


def main() -> int:
    """Make the reports, kill, compare, tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        reports = Path(name) / "reports"
        reports.mkdir()
        for made in corpus.reports(options.documents, sentences=6):
            (reports / f"{made.id}.md").write_text(corpus.front_matter(made), encoding="utf-8")
        begun = time.monotonic()
        found = disturbed(reports, Path(name), options.kills)
    print(f"{options.documents} documents, {found.killed} of {options.kills} kills hit a run at work")
    print(f"read twice: {found.read_twice}; outputs that differ: {', '.join(found.different) or 'none'}")
    print(f"{time.monotonic() - begun:.0f} s")
    return 1 if found.read_twice or found.different else 0


if __name__ == "__main__":
    sys.exit(main())
