"""Feeds one room with bytes that reach code which none before them reached (atheris, libFuzzer).

::

    python tests/fuzz/atheris_targets.py TARGET [-max_total_time=60] [CORPUS/]

It needs `atheris`. A run ends after a minute unless it is told otherwise, and at the first input that
breaks a check or takes ten seconds; that input is written to the working folder. Put it, small, into
``tests/fuzz/corpus/TARGET/``, where a test feeds it to the room from then on.
"""

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
USUAL = ("-max_total_time=60", "-timeout=10", "-rss_limit_mb=3000", "-max_len=4096")


def main(words: Sequence[str]) -> None:
    """Fuzz the target named first; what follows is libFuzzer's."""
    atheris = importlib.import_module("atheris")
    sys.path.insert(0, str(ROOT))
    with atheris.instrument_imports(include=["geo"]):
        targets = importlib.import_module("tests.fuzz.targets")
    if len(words) < 1 or words[0] not in targets.TARGETS:
        sys.exit(
            f"Name a target: {', '.join(targets.TARGETS)}; or all of them, one after another: make fuzz."
        )
    name, *told = words
    given = {word.partition("=")[0] for word in told}
    options = [word for word in USUAL if word.partition("=")[0] not in given]
    folders = [] if any(not word.startswith("-") for word in told) else [str(targets.CORPUS / name)]
    atheris.Setup([sys.argv[0], *options, *told, *folders], targets.TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
