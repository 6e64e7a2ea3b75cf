"""``geo read --to`` with a store: what ``geo map`` has read is not read again, and gives the same claims."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from geo import cli, gazetteer, runs
from geo.engines import Failure, Outcome, Serial
from geo.runs import Event, Fate, Job, streaming, targets
from geo.store import NAME, Store

from .conftest import Archive

T = TypeVar("T")
R = TypeVar("R")
OPENED = gazetteer.opened([])


@pytest.fixture
def job(archive: Archive) -> Job:
    """Return a job of which a store has all but one report, and one as it was before."""
    job = Job((str(archive.reports),))
    with Store(archive.output) as kept:
        runs.gather(job, kept, Serial(), OPENED)
    archive.put("b.txt", "Quelque 400 soldats français ont quitté Gao pour Niamey le 4 mai 2022.\n")
    archive.put("d.txt", "50 soldats polonais sont arrivés à Lviv le 5 mai 2023.\n")
    archive.put("corrections.csv", "id,action,field,value,who,why\n")
    return job


class Impatient:
    """An engine that has no time for more than one report."""

    def map(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[Outcome[T, R]]:
        for task in tasks:
            unread = [i for i in getattr(task, "items", ()) if not hasattr(i, "reading")]
            yield Outcome(task, Failure("takes too long") if len(unread) > 1 else work(task))


@pytest.mark.parametrize("engine", [Serial(), Impatient()])
def test_only_what_is_new_is_read(
    job: Job, archive: Archive, tmp_path: Path, engine: Serial | Impatient
) -> None:
    events: list[Event] = []
    with targets.folder(tmp_path / "anew") as target:
        anew = streaming.into(job, Serial(), OPENED.gazetteer, target)
    with targets.folder(tmp_path / "known") as target, Store(archive.output) as kept:
        had = runs.from_store(job, kept, OPENED)
        known = streaming.into(job, engine, OPENED.gazetteer, target, events.append, had)
    fates = {event.id: event.fate for event in events if event.id}
    assert fates == {"a": Fate.KNOWN, "b": Fate.READ, "c1": Fate.KNOWN, "c2": Fate.KNOWN, "d": Fate.READ}
    assert known.counts == anew.counts
    files = {path.name: path.read_bytes() for path in (tmp_path / "anew").iterdir()}
    assert {path.name: path.read_bytes() for path in (tmp_path / "known").iterdir()} == files
    assert {"part-000000.parquet", "_part-000000.readings"} < set(files)


def test_a_store_is_named_with_a_folder_to_write_to(
    job: Job, archive: Archive, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["read", *job.paths, "--engine", "serial", "--store"]
    assert cli.main([*words, str(archive.output)]) == cli.WRONG_CALL
    assert capsys.readouterr().err.startswith("geo read: --store: name with --to where")
    assert cli.main([*words, str(tmp_path), "--to", str(tmp_path / "claims")]) == cli.FAILED
    assert (
        capsys.readouterr().err == f"geo: {tmp_path}: holds no {NAME}; name the folder that geo map wrote\n"
    )
    assert cli.main([*words, str(archive.output), "--to", str(tmp_path / "claims")]) == cli.DONE
    assert capsys.readouterr().out.startswith("read 5 reports: ")
