"""How things are measured here: rates of several rounds, memory of a process with its children, a history."""

import datetime as dt
import json
import os
import platform
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
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
    """Return how long a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def rates(rounds: Iterable[Sequence[T]], work: Callable[[Sequence[T]], object]) -> list[float]:
    """Return how many items a second each round did; the first one warms up and does not count."""
    found = [len(items) / seconds(lambda items=items: work(items)) for items in rounds]
    return found[1:]


def apart(script: Path, words: Sequence[str]) -> dict[str, Any]:
    """Run a script's part in a process of its own; return what it printed as JSON, with its peak of memory.

    ``peak_mb`` is the most that the process and its children held together, pages that they share counted in
    each; None where the system does not tell (/proc of Linux).
    """
    command = [sys.executable, str(script), *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:  # noqa: S603 - our own words
        peak = [0]
        watch = threading.Thread(target=_watch, args=(run, peak), daemon=True)
        watch.start()
        told, complaint = run.communicate()
        watch.join()
    if run.returncode:
        raise SystemExit(f"{' '.join(words)}: failed\n{complaint}")
    found: dict[str, Any] = json.loads(told.splitlines()[-1])
    return {**found, "peak_mb": round(peak[0] / 2**20) or None}


def _watch(run: "subprocess.Popen[str]", peak: list[int]) -> None:
    while run.poll() is None:
        peak[0] = max(peak[0], resident(run.pid))
        time.sleep(_EVERY)


def resident(process: int) -> int:
    """Return the bytes that a process and its children hold in memory; 0 where the system does not tell."""
    try:
        pages = int((_PROC / str(process) / "statm").read_text().split()[1])
        children = [
            int(child)
            for task in (_PROC / str(process) / "task").iterdir()
            for child in (task / "children").read_text().split()
        ]
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") + sum(map(resident, children))


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
        return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout.strip()  # noqa: S603

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
