"""How many examples a fuzzed test takes: few and always the same ones, or as many new ones as are asked for.

``pytest tests/fuzz --fuzz=2000`` looks for what is not yet known. What it finds is kept: as a file of
``corpus/``, or in ``test_found.py``.
"""

import pytest
from hypothesis import HealthCheck, settings

_FEW = 100
# A made-up report may be long, and a file is written for each table.
_CALM = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--fuzz",
        type=int,
        metavar="EXAMPLES",
        help=f"how many examples a test of tests/fuzz takes, new ones; without it {_FEW}, always the same",
    )


def pytest_configure(config: pytest.Config) -> None:
    # Where the folder is not named, pytest reads this file too late to know the option.
    asked: int | None = config.getoption("fuzz", None)
    settings.register_profile(
        "fuzz",
        max_examples=asked or _FEW,
        derandomize=asked is None,
        deadline=None,
        suppress_health_check=_CALM,
        print_blob=asked is not None,
    )


def fuzzed(share: float = 1) -> settings:
    """Return the settings of a test that takes `share` of the examples."""
    profile = settings.get_profile("fuzz")
    return settings(profile, max_examples=max(1, round(share * profile.max_examples)))
