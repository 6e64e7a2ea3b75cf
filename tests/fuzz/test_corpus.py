"""Every input that once broke a room, and the seeds that its fuzzing starts from."""

from pathlib import Path

import pytest

from .targets import CORPUS, TARGETS

_FILES = sorted(path for path in CORPUS.glob("*/*") if path.is_file())


def test_every_target_has_seeds_and_every_folder_a_target() -> None:
    assert {path.parent.name for path in _FILES} == set(TARGETS)


@pytest.mark.parametrize("path", _FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_is_kept_breaks_nothing(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())
