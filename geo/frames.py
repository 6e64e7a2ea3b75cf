"""Reports to GeoDataFrames: claims and movements for a notebook."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import geopandas as gpd
import pandas as pd

from geo import features, pipeline
from geo.records import ClaimType, Means, PlaceKind, Run, Status

Reports = Run | str | os.PathLike[str] | Iterable[str | os.PathLike[str]]
_ONE_OF: Mapping[str, Iterable[str]] = {
    "type": ClaimType,
    "status": Status,
    "role": ("origin", "destination", "place"),
    "place_kind": PlaceKind,
    "means": Means,
}


def claims_frame(reports: Reports) -> gpd.GeoDataFrame:
    """Return one row a claim and place, as a point.

    Parameters
    ----------
    reports
        A file or folder of reports, several of them, or a run.

    Returns
    -------
    geopandas.GeoDataFrame
        WGS 84, longitude before latitude. Days are Arrow's ``date32``, numbers ``Int64`` with gaps, and what
        has a fixed set of values is a categorical of all of them. Claims without a place are not in it. For
        a GeoPackage whose days are days write ``to_file(path, use_arrow=True)``.
    """
    return _typed(features.layers(_run(reports)).claims)


def movements_frame(reports: Reports) -> gpd.GeoDataFrame:
    """Return one row a movement with two ends, as a great circle; see `claims_frame`."""
    return _typed(features.layers(_run(reports)).movements)


def _run(reports: Reports) -> Run:
    if isinstance(reports, Run):
        return reports
    several = [reports] if isinstance(reports, str | os.PathLike) else reports
    return pipeline.run([Path(path) for path in several])


def _typed(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    kinds = {
        name: pd.CategoricalDtype(pd.Index([str(value) for value in values], dtype="string"))
        for name, values in _ONE_OF.items()
        if name in frame.columns
    }
    return gpd.GeoDataFrame(frame.astype(kinds), geometry="geometry", crs=frame.crs)
