"""What every test of finding and opening asks: the parts of a path, and what was wrong with the others."""

import socket
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from geo.documents import Limits, Part, parts
from geo.records import Problem


@dataclass(frozen=True)
class Found:
    """What `parts` gave: each part by its id, each reason by its file as seen from the folder."""

    parts: Mapping[str, Part]
    reasons: Mapping[str, str]

    @property
    def texts(self) -> dict[str, str]:
        return {key: part.raw.decode() for key, part in self.parts.items()}


Find = Callable[..., Found]


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail whatever asks the network: a report is never the reason for a request."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture
def find(tmp_path: Path) -> Find:
    """Return what finds the parts under `tmp_path`, or under the named path within it."""

    def found(
        name: str = "",
        limits: Limits = Limits(),  # noqa: B008 - frozen
        columns: Mapping[str, str] | None = None,
    ) -> Found:
        paths: Sequence[str] = [f"{tmp_path}/{name}".rstrip("/")]
        given = list(parts(paths, limits, columns))
        held = [part for part in given if isinstance(part, Part)]
        wrong = [problem for problem in given if isinstance(problem, Problem)]
        assert len({part.id for part in held}) == len(held)
        return Found(
            {part.id: part for part in held},
            {problem.file.removeprefix(f"{tmp_path}/"): problem.reason for problem in wrong},
        )

    return found
