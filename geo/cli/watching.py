"""What a person and a machine see of a run while it lasts."""

import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from tqdm import tqdm

from geo.errors import OutputError
from geo.runs import Event, Fate


class Watching:
    """A bar on a terminal and, if asked for, one JSON object a line in a file.

    Parameters
    ----------
    total
        How many files there are; an archive of many reports counts more as it is read.
    log
        File that the objects are appended to, or None.

    Raises
    ------
    OutputError
        The file cannot be written.
    """

    def __init__(self, total: int, log: Path | None) -> None:
        self.counts: Counter[Fate] = Counter()
        self._path = log
        try:
            self._log: IO[str] | None = log.open("a", encoding="utf-8") if log else None
        except OSError as error:
            raise OutputError(f"{log}: cannot be written: {error.strerror}; name another file") from error
        self._bar = tqdm(
            total=total, desc="reading", unit="report", disable=not sys.stderr.isatty(), leave=False
        )

    def __enter__(self) -> Self:
        """Tell that the run has begun."""
        self._say({"event": "started", "files": self._bar.total})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Tell how the run ended."""
        ended = {"event": "ended", **{fate.value: n for fate, n in sorted(self.counts.items())}}
        self._say(ended if error is None else {**ended, "error": f"{error}" or kind.__name__ if kind else ""})
        self._bar.close()
        if self._log:
            self._log.close()

    def __call__(self, event: Event) -> None:
        """Show one step."""
        self.counts[event.fate] += 1
        done = self.counts.total()
        if self._bar.total is not None and done > self._bar.total:
            self._bar.total = done
        self._bar.update()
        if self._log is not None:
            told = {"file": event.file, "id": event.id, "reason": event.reason, "claims": event.claims}
            self._say({"event": event.fate.value, **{k: v for k, v in told.items() if v is not None}})

    def _say(self, told: Mapping[str, object]) -> None:
        if self._log is None:
            return
        now = dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")
        try:
            self._log.write(json.dumps({"time": now, **told}, ensure_ascii=False) + "\n")
            self._log.flush()
        except OSError as error:
            raise OutputError(
                f"{self._path}: cannot be written: {error.strerror}; free some space"
            ) from error
