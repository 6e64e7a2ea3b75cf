"""A run that is killed again and again, as `benchmarks/kills.py` does it 200 times."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


def loaded(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, BENCHMARKS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def test_a_run_that_is_killed_again_and_again_loses_nothing_and_reads_nothing_twice(tmp_path: Path) -> None:
    corpus, kills = loaded("corpus"), loaded("kills")
    reports = tmp_path / "reports"
    reports.mkdir()
    for made in corpus.reports(120, sentences=6):
        (reports / f"{made.id}.md").write_text(corpus.front_matter(made), encoding="utf-8")
    found = kills.disturbed(reports, tmp_path, 8)
    assert found.killed >= 4
    assert (found.read_twice, found.different) == (0, ())
