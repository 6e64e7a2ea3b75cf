"""Claims that speak of the same event, from however many reports, and where they disagree.

`join` compares claims slot by slot (`agreement`), puts those together that agree (`clusters`), and says of
each movement what its claims tell together (`envelope`, `making`), how many sources do not repeat each other
(`independence`), on what they differ (`differences`) and which movements follow one another
(`itineraries`). The order in which reports come does not matter. `steps` is the order of all that: in memory
here, and range by range in `geo.joining`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import merge

from geo.movements.clusters import Decisions
from geo.movements.exchange import Memory
from geo.movements.making import Knowledge, chronology
from geo.movements.steps import JOURNEYS, MOVEMENTS, READINGS, STEPS
from geo.records import Itinerary, Movement, Reading

__all__ = ["Decisions", "Joined", "Knowledge", "chronology", "join"]


@dataclass(frozen=True, slots=True)
class Joined:
    """Movements in the order of their times and ids, and the journeys that they make up."""

    movements: tuple[Movement, ...]
    itineraries: tuple[Itinerary, ...]


def join(readings: Iterable[Reading], known: Knowledge, ranges: int = 1) -> Joined:
    """Join claims into movements.

    Parameters
    ----------
    readings
        What was read of any number of reports, in any order.
    known
        What is known beside the reports.
    ranges
        Into how many the claims are parted on their way; it changes nothing in what comes of them.

    Returns
    -------
    Joined
        Every claim is in exactly one movement.
    """
    memory = Memory(ranges)
    for number, reading in enumerate(readings):
        memory.desk(0).give(READINGS, number % ranges, reading)
    memory.work(STEPS, known)
    desks = [memory.desk(number) for number in range(ranges)]
    movements = merge(*(desk.take(MOVEMENTS) for desk in desks), key=chronology)
    journeys = merge(*(desk.take(JOURNEYS) for desk in desks), key=lambda journey: journey.id)
    return Joined(tuple(movements), tuple(journeys))
