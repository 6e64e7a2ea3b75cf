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
    try:
        document = documents.read_part(task.part, task.limits)
        reading = pipeline.read_document(document, _known(task.gazetteers))
    except GeoError as error:
        return task.failed(str(error))
    except MemoryError:
        return task.failed("takes more memory than a report may; split it or raise the limit")
    except Exception as error:  # noqa: BLE001 - a fault of ours on one report must not end the others
        told = f"made the program fail; please report it: {type(error).__name__}: {error}"
        return task.failed(told[:_LONGEST])
    return replace(
        task.failed(""),
        reason=None,
        language=document.language,
        sha256=document.sha256,
        claims=len(reading.claims),
        signature=copies.signature(document.text),
        reading=store.pack(reading),
    )


@cache
def _known(files: tuple[str, ...]) -> Gazetteer:
    return gazetteer.opened([Path(file) for file in files]).gazetteer
