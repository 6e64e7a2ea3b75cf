"""Reads reports of deployments and maps who is said to have moved where.

`claims_frame` and `movements_frame` give the same as GeoDataFrames; GeoPandas loads when one is first used.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geo.frames import claims_frame, movements_frame

__version__ = "0.1.0"
__all__ = ["__version__", "claims_frame", "movements_frame"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - what a module holds may be anything
    if name in __all__:
        return getattr(importlib.import_module("geo.frames"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
