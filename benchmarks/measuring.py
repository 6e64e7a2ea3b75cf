"""How things are measured here: rates of several rounds, memory of a process with its children, a history."""

import datetime as dt
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_EVERY = 0.05  # seconds between two looks at the memory
_PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Figure:
    """What several rounds gave."""

    median: float
    least: float
    most: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Figure":
        """Return the figure of rounds."""
        return cls(*(float(f"{v:.5g}") for v in (statistics.median(values), min(values), max(values))))


def seconds(work: Callable[[], object]) -> float:
    """Return how many seconds of a core a piece of work in this process takes.

    Seconds of a core, since what else a machine does stretches those of the clock: threefold, on one that
    others use as well. Waiting for a disk is not in them.
    """
    start = time.process_time()
    work()
    return time.process_time() - start


class Apart:
    """A part of a script that runs in a process of its own and goes on for another round when it is told to.

    So two parts can be measured by turns: what else the machine does then slows both alike.

    Parameters
    ----------
    script, words
        What to run. It prints a JSON object for each round and waits for a line before the next.
    """

    def __init__(self, script: Path, words: Sequence[str]) -> None:
        self._words, self._complaints = words, tempfile.TemporaryFile("w+")  # noqa: SIM115 - closed by goes_on
        command = [sys.executable, str(script), *words]
        self._run = subprocess.Popen(  # noqa: S603 - our own words
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._complaints, text=True
        )
        self._peak = [0]
        self._watch = threading.Thread(target=_watch, args=(self._run, self._peak), daemon=True)
        self._watch.start()
        self.found: dict[str, Any] = {}

    def goes_on(self) -> bool:
        """Wait for one more round; False once there is none."""
        assert self._run.stdin is not None  # noqa: S101 - for mypy
        assert self._run.stdout is not None  # noqa: S101 - for mypy
        told = self._run.stdout.readline()
        if told:
            self.found = merged(self.found, json.loads(told))
            return True
        self._run.wait()
        self._watch.join()
        self._complaints.seek(0)
        if self._run.returncode:
            raise SystemExit(f"{' '.join(self._words)}: failed\n{self._complaints.read()}")
        self._complaints.close()
        self._run.stdin.close()
        self._run.stdout.close()
        return False

    def begin(self) -> None:
        """Let the next round begin."""
        assert self._run.stdin is not None  # noqa: S101 - for mypy
        with suppress(BrokenPipeError):  # it has ended; `goes_on` tells
            self._run.stdin.write("\n")
            self._run.stdin.flush()

    @property
    def peak_mb(self) -> int | None:
        """The most that the process and its children held together, pages that they share counted in each.

        None where the system does not tell (/proc of Linux).
        """
        return round(self._peak[0] / 2**20) or None


def by_turns(parts: Mapping[str, Apart]) -> dict[str, dict[str, Any]]:
    """Let parts do a round each by turns until none has any left; return what each found."""
    going = dict(parts)
    while going:
        for name, part in list(going.items()):
            part.begin()
            if not part.goes_on():
                del going[name]
    return {name: {**part.found, "peak_mb": part.peak_mb} for name, part in parts.items()}


def merged(before: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """Return what rounds found together: lists one behind the other, of all else the last."""
    found = dict(before)
    for name, value in more.items():
        old = before.get(name)
        if isinstance(value, list):
            found[name] = [*(old or []), *value]
        elif isinstance(value, dict):
            found[name] = merged(old or {}, value)
        else:
            found[name] = value
    return found


def _watch(run: "subprocess.Popen[str]", peak: list[int]) -> None:
    while run.poll() is None:
        peak[0] = max(peak[0], resident(run.pid))
        time.sleep(_EVERY)


def resident(process: int) -> int:
    """Return the bytes that a process and its children hold in memory; 0 where the system does not tell."""
    try:
        pages = int((_PROC / str(process) / "statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") + sum(map(resident, _children(process)))


def largest(process: int, but: bytes) -> int:
    """Return the bytes that the largest of a process and its children holds; one with such a word is none."""
    try:
        folder = _PROC / str(process)
        left_out = but in (folder / "cmdline").read_bytes().split(b"\0")
        own = 0 if left_out else int((folder / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0
    return max([own, *(largest(child, but) for child in _children(process))])


def _children(process: int) -> list[int]:
    try:
        tasks = list((_PROC / str(process) / "task").iterdir())
        return [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return []


def line(sizes: dict[str, int], found: dict[str, Any]) -> dict[str, Any]:
    """Return a line of the history: when, which code, on how many cores, and what was found."""
    return {
        "date": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        "commit": _commit(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "sizes": sizes,
        **found,
    }


def _commit() -> str | None:
    def git(*words: str) -> str:
        command = ["git", *words]
        folder = Path(__file__).parent
        return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout.strip()  # noqa: S603 - our own words

    try:
        changed = git("status", "--porcelain", "--untracked-files=no", "--", "../geo")
        return git("rev-parse", "--short=12", "HEAD") + ("+" if changed else "")
    except (OSError, subprocess.CalledProcessError):
        return None


def last(history: Path, sizes: dict[str, int] | None = None) -> dict[str, Any] | None:
    """Return the last line of a history, of runs of such sizes if they are named, or None."""
    rows = history.read_text(encoding="utf-8").splitlines() if history.exists() else []
    lines: list[dict[str, Any]] = [json.loads(row) for row in rows]
    fitting = [row for row in lines if sizes is None or row["sizes"] == sizes]
    return fitting[-1] if fitting else None


def append(history: Path, row: dict[str, Any]) -> None:
    """Add a line to a history."""
    with history.open("a", encoding="utf-8") as file:
        file.write(json.dumps(row, ensure_ascii=False) + "\n")
