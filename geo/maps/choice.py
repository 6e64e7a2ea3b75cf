"""Which part of a run a page shows, where there is more than a browser opens well."""

from dataclasses import replace
from typing import Final

from geo.maps.payload import whole
from geo.records import Movement, Run

# So many made-up claims (`benchmarks/page.py`) are 37 MB and open in 2.3 seconds, sooner than a plain folium
# page (the suite holds it); 100,000 are 74 MB and take 3.1, 150,000 are 111 MB and take 3.9. Those that were
# read from reports are twice as large, so that this is some 80 MB.
MOST_CLAIMS: Final = 50_000


def choose(run: Run, most: int = MOST_CLAIMS) -> Run:
    """Return the part of a run that a page shows: the run itself where its claims are no more than `most`.

    Else whole movements with all their claims, as many as there is room for: first those with the most
    independent sources, then those that happened last, the undated behind all others. Of the readings those
    remain of which a claim is shown or was refused by hand; problems all remain.

    Parameters
    ----------
    run
        What was read and found.
    most
        Claims for which there is room.
    """
    if len(run.claims) <= most:
        return run
    shown: set[str] = set()
    for movement in sorted(whole(run), key=_rank):
        more = set(movement.claims) - shown
        if len(shown) + len(more) <= most:
            shown |= more
    cut = (replace(r, claims=tuple(c for c in r.claims if c.id in shown)) for r in run.readings)
    return replace(
        run,
        readings=tuple(r for r in cut if r.claims or r.rejected),
        movements=tuple(m for m in run.movements if shown.issuperset(m.claims)),
    )


def _rank(movement: Movement) -> tuple[int, int, str]:
    time = movement.time
    day = (time.end or time.start) if time else None
    return -movement.independent_sources, -day.toordinal() if day else 0, movement.id
