"""The engines by their names, each with the same limits."""

from dataclasses import replace

import pytest

from geo.engines import Engine, Serial
from geo.engines.cluster import Cluster
from geo.engines.processes import Processes

# How many processes, seconds for a task, bytes for a process, and modules that the work needs.
Limits = tuple[int, float, int] | tuple[int, float, int, tuple[str, ...]]


def engine_of(
    name: str,
    request: pytest.FixtureRequest,
    limits: Limits,
    *,
    ahead: int | None = None,
    together: int | None = None,
) -> Engine:
    """Return "serial", "processes" or "dask", the last of which works on the cluster at `address`."""
    if name == "serial":
        return Serial()
    if name == "processes":
        processes = Processes(*limits)
        return replace(processes, ahead=ahead) if ahead else processes
    cluster = Cluster(request.getfixturevalue("address"), *limits)
    return replace(cluster, together=together) if together else cluster
