"""An archive as `geo read --to` and `geo join` leave it, in Parquet: its tables, a part at a time."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from geo.errors import InputError
from geo.features import AT_A_PLACE, DRAWN

READ: Final = "_deployments.json"  # what `geo read --to` writes once its parts are whole
JOINED: Final = "_movements.json"  # what `geo join` writes so


@dataclass(frozen=True, slots=True)
class Archive:
    """The folders of an archive; see `opened`.

    Attributes
    ----------
    joined
        What `geo join` wrote.
    claims
        What `geo read --to` wrote, and was joined there; None where the claims are to stay out.
    """

    joined: Path
    claims: Path | None

    def parts(self, layer: str) -> Iterator[pd.DataFrame]:
        """Yield a table of `geo.features`, one part at least, each in the same columns.

        Of claims those with a place are `claims`, the others `claims_unlocated`; their `movement_id` is empty
        still.

        Raises
        ------
        InputError
            A part is not there or cannot be read; one line.
        """
        if layer in ("claims", "claims_unlocated"):
            for frame in _parts(self.claims, drawn=True) if self.claims else ():
                yield _claims(frame, located=layer == "claims")
        else:
            yield from _parts(self.joined / layer, drawn=layer in DRAWN)


def opened(joined: Path, claims: Path | None) -> Archive:
    """Open the folders of an archive.

    Raises
    ------
    InputError
        A folder is not whole, or what was joined is not what the other holds. One line.
    """
    told = _told(joined, JOINED, f"join one with geo join FOLDER --to {joined}")
    if claims is not None:
        read = _told(claims, READ, f"write one with geo read PATH --to {claims}")
        if read["claims"] != told["claims"]:
            raise InputError(
                f"{joined}: joins {told['claims']} claims, {claims} holds {read['claims']};"
                f" run geo join {claims} --to {joined}"
            )
    return Archive(joined, claims)


def _told(folder: Path, manifest: str, remedy: str) -> dict[str, int]:
    try:
        told = json.loads((folder / manifest).read_bytes())
        return {"claims": int(told["claims"])}
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(f"{folder}: holds no whole run; {remedy}") from error


def _parts(folder: Path, *, drawn: bool) -> Iterator[pd.DataFrame]:
    paths = sorted(folder.glob("part-*.parquet"))
    if not paths:
        raise InputError(f"{folder}: holds no part; write it anew")
    for path in paths:
        try:
            # Without the bounding boxes, by which only readers of a part need to search.
            names = [name for name in pq.read_schema(path).names if name != "bbox"]
            yield gpd.read_parquet(path, columns=names) if drawn else pd.read_parquet(path, columns=names)
        except (OSError, ValueError, pa.ArrowException) as error:
            raise InputError(f"{path}: cannot be read; write it anew") from error


def _claims(frame: pd.DataFrame, *, located: bool) -> pd.DataFrame:
    nowhere = frame["geometry"].isna()
    told = frame[~nowhere] if located else frame[nowhere].drop(columns=[*AT_A_PLACE, "geometry"])
    told = told.reset_index(drop=True)
    told.insert(1, "movement_id", pd.Series(pd.NA, told.index, "string"))
    return told
