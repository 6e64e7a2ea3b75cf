"""The door: ``python -m geo.assembly basemap|gazetteer|names --sources DIR``."""

import argparse
import sys
from pathlib import Path

from geo.assembly.basemap import write_basemaps
from geo.assembly.gazetteer import write_gazetteer
from geo.assembly.language_names import write_names
from geo.errors import GeoError

ROOT = Path(__file__).resolve().parents[2]
WRITERS = {"basemap": write_basemaps, "gazetteer": write_gazetteer, "names": write_names}


def main(arguments: list[str] | None = None) -> int:
    """Write the basemaps, the gazetteer or the table of names; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m geo.assembly", description=__doc__)
    parser.add_argument("what", choices=tuple(WRITERS))
    parser.add_argument("--sources", type=Path, required=True, help="folder with the unpacked sources")
    parser.add_argument(
        "--into", type=Path, default=ROOT, help="root of the tree to write (default: this one)"
    )
    options = parser.parse_args(arguments)
    try:
        report = WRITERS[options.what](options.sources, options.into)
    except (GeoError, FileNotFoundError) as error:
        print(f"geo.assembly: {error}", file=sys.stderr)
        return 1
    print(report)
    return 0


if __name__ == "__main__":
    sys.exit(main())
