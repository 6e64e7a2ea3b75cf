"""One report from its bytes to its claims: the work that an engine does many times."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from geo import copies, documents, gazetteer, pipeline, store
from geo.documents import Limits, Part
from geo.documents.parts import USUAL
from geo.documents.walking import STANDARD_INPUT
from geo.errors import GeoError
from geo.gazetteer import Gazetteer
from geo.records import Problem, Reading
from geo.store import Entry

_LONGEST = 500  # characters of the reason why the program failed


@dataclass(frozen=True, slots=True)
class Job:
    """What a run is asked to read.

    Attributes
    ----------
    paths
        Files, folders, patterns, or ``-`` for standard input.
    gazetteers
        Files with a person's own places.
    columns, form
        Of a table of reports: our names and its names; and the format of standard input; see
        `geo.documents.parts`.
    """

    paths: tuple[str, ...]
    gazetteers: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    limits: Limits = USUAL
    form: str | None = None

    @property
    def places(self) -> list[Path]:
        """Where the reports are, standard input left out."""
        return [Path(path) for path in self.paths if path != STANDARD_INPUT]


@dataclass(frozen=True, slots=True)
class Task:
    """One part to be read, with all that a process needs to know."""

    part: Part
    fingerprint: str
    gazetteers: tuple[str, ...]
    limits: Limits

    def failed(self, reason: str) -> Entry:
        """Return what is kept of a part that could not be read."""
        return Entry(self.part.id, self.part.file, self.fingerprint, "", reason=reason)


def read(task: Task) -> Entry:
    """Read one part: its document, place names and claims. What goes wrong is the entry's reason."""
    found = reading(task)
    if isinstance(found, Problem):
        return task.failed(found.reason)
    return replace(
        task.failed(""),
        reason=None,
        language=found.document.language,
        sha256=found.document.sha256,
        claims=len(found.claims),
        signature=copies.signature(found.document.text),
        reading=store.pack(found),
    )


def reading(task: Task) -> Reading | Problem:
    """Return what a part says, or what went wrong."""
    try:
        document = documents.read_part(task.part, task.limits)
        return pipeline.read_document(document, opened(task.gazetteers))
    except GeoError as error:
        return Problem(task.part.file, str(error))
    except MemoryError:
        told = "takes more memory than a report may; split it or raise the limit"
        return Problem(task.part.file, told)
    except Exception as error:  # noqa: BLE001 - a fault of ours on one report must not end the others
        told = f"made the program fail; please report it: {type(error).__name__}: {error}"
        return Problem(task.part.file, told[:_LONGEST])


@cache
def opened(files: tuple[str, ...]) -> Gazetteer:
    """Return the gazetteer of a job, opened once a process."""
    return gazetteer.opened([Path(file) for file in files]).gazetteer
