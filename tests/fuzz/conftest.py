"""How many examples a fuzzed test takes: few and always the same ones, or many and new ones.

``pytest tests/fuzz --fuzz=long`` looks for what is not yet known; what it finds goes into `found`.
"""

import pytest
from hypothesis import HealthCheck, settings

EXAMPLES = {"short": 100, "long": 3_000}
# A made-up report may be long, and a file is written for each table.
_CALM = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--fuzz",
        choices=sorted(EXAMPLES),
        default="short",
        help="how far tests/fuzz looks: short is the same each time, long takes minutes and is not",
    )


def pytest_configure(config: pytest.Config) -> None:
    # Where the folder is not named, pytest reads this file too late to know the option.
    far = config.getoption("fuzz", "short")
    settings.register_profile(
        "fuzz",
        max_examples=EXAMPLES[far],
        derandomize=far == "short",
        deadline=None,
        suppress_health_check=_CALM,
        print_blob=far == "long",
    )


def fuzzed(share: float = 1) -> settings:
    """Return the settings of a test that takes `share` of the examples of the profile."""
    profile = settings.get_profile("fuzz")
    return settings(profile, max_examples=max(1, round(share * profile.max_examples)))
