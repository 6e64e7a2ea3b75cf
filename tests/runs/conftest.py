"""An archive of a few reports, and runs over it."""

from pathlib import Path

import pytest

from geo import gazetteer, outputs, runs
from geo.engines import Serial
from geo.runs import Event, Job, Written
from geo.store import Store

REPORTS = {
    "a.md": "---\npublished: 2024-10-18\nlanguage: fr\n---\n"
    "1 500 soldats nord-coréens sont arrivés à Vladivostok mardi.\n",
    "b.txt": "Quelque 300 soldats français ont quitté Gao pour Niamey le 3 mai 2022, selon l'état-major.\n",
    "c.jsonl": '{"id": "c1", "language": "en", "text": "200 Polish troops arrived in Lviv on 5 May 2023."}\n'
    '{"id": "c2", "language": "en", "text": "Nothing happened in the village, and nobody came."}\n',
}
IDS = ("a", "b", "c1", "c2")


class Archive:
    """A folder of reports, a folder of outputs, and what runs over them tell."""

    def __init__(self, reports: Path, output: Path) -> None:
        self.reports, self.output = reports, output
        self.events: list[Event] = []
        for name, content in REPORTS.items():
            self.put(name, content)

    def put(self, name: str, content: str | bytes) -> Path:
        path = self.reports / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def run(self, *gazetteers: Path, anew: bool = False) -> Written:
        """Read and write as `geo map` does."""
        self.events.clear()
        job = Job((str(self.reports),), tuple(map(str, gazetteers)))
        opened = gazetteer.opened(gazetteers)
        with Store(self.output, anew=anew) as kept:
            gathered = runs.gather(job, kept, Serial(), opened, self.events.append)
            return runs.write(job, gathered, kept, opened, outputs.Settings())

    def status(self, *gazetteers: Path) -> dict[str, int]:
        job = Job((str(self.reports),), tuple(map(str, gazetteers)))
        with Store(self.output) as kept:
            told = runs.status(job, kept, gazetteer.opened(gazetteers))
        return {name: count for name, count in told.counts.items() if count}

    def fates(self) -> dict[str, str]:
        """Return what the last run did with each document."""
        return {event.id or event.file: event.fate.value for event in self.events}

    def files(self) -> dict[str, bytes]:
        """Return the outputs, the store left out."""
        return {p.name: p.read_bytes() for p in self.output.iterdir() if "store.sqlite" not in p.name}


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "reports", tmp_path / "out")
