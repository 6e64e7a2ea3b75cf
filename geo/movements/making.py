"""One movement of the claims that speak of one event."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from geo.movements import differences, envelope
from geo.movements.clusters import Decisions, Group, Link
from geo.movements.independence import Tie, Voices, sources_of
from geo.movements.nearness import Atlas
from geo.records import (
    Agreement,
    Assessment,
    Claim,
    Correction,
    Document,
    Movement,
    Place,
    SourceNote,
    content_id,
)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known beside the reports.

    Attributes
    ----------
    home
        Country code to that country: the origin that is inferred where none is stated.
    sources
        What a person knows of sources.
    decisions
        Which claims a person joined or kept apart.
    """

    home: Callable[[str], Place | None]
    sources: Sequence[SourceNote] = ()
    decisions: Decisions = field(default_factory=Decisions)


def chronology(movement: Movement) -> tuple[dt.date, str]:
    """Return what orders movements: the first day that is told, and the id."""
    day = movement.time and (movement.time.start or movement.time.end)
    return day or dt.date.max, movement.id


class Maker:
    """Makes movements of the claims that speak of one event.

    Parameters
    ----------
    documents
        Report id to report, of all these claims.
    ties
        Names of sources that are one, by the claims of all reports: see `geo.movements.independence.Voices`.
    known
        What is known beside the reports.
    """

    def __init__(self, documents: Mapping[str, Document], ties: Iterable[Tie], known: Knowledge) -> None:
        self._atlas = Atlas()
        self._documents = documents
        self._known = known
        self._voices = Voices(ties, documents, known.sources)

    def movement(self, group: Group) -> Movement:
        """Return the movement of a group of claims."""
        claims = [facts.claim for facts in group.members]
        kind, side = claims[0].type, envelope.side_of(claims)
        stated = envelope.finest([c.origin for c in claims], self._atlas)
        destination = envelope.finest([c.destination for c in claims], self._atlas)
        home = None if stated else envelope.inferred_origin(kind, side, destination, self._known.home)
        places = envelope.distinct(p for c in claims for p in c.places)
        sources = sources_of(claims, self._voices)
        time = envelope.time_of(claims)
        where = destination or (places[0] if places else stated)
        reliability, credibility = self._rating(claims)
        return Movement(
            id=content_id("m", *(c.id for c in claims)),
            type=kind,
            status=envelope.status_of(claims),
            side=side,
            claims=tuple(c.id for c in claims),
            reports=tuple(sorted({c.document_id for c in claims})),
            independent_sources=len(sources),
            origin=stated or home,
            origin_inferred=home is not None,
            destination=destination,
            places=places,
            time=time,
            quantity=envelope.quantity_of(claims, sources, self._published),
            disagreements=differences.disagreements(claims, self._atlas),
            origin_reason=f"no report says from where; the force is of {home.name}" if home else None,
            sources=sources,
            agreements=tuple(map(_agreement, group.links)),
            history=differences.history(claims, self._documents),
            assessment=Assessment(
                envelope.where_precision(where), envelope.date_precision(time), reliability, credibility
            ),
            notes=tuple(dict.fromkeys(remark for c in claims for remark in c.remarks)),
            corrections=self._decided({c.id for c in claims}),
        )

    def _decided(self, own: AbstractSet[str]) -> tuple[Correction, ...]:
        """Return what a person decided about joins of these claims."""
        decisions = self._known.decisions
        both = sorted([*decisions.joined.items(), *decisions.parted.items()], key=lambda item: item[0])
        return tuple(correction for pair, correction in both if own & set(pair))

    def _published(self, claim: Claim) -> str:
        published = self._documents[claim.document_id].published
        return published.isoformat() if published else ""

    def _rating(self, claims: Sequence[Claim]) -> tuple[str, int]:
        """Return the best rating that a person's table gives to a source of the claims, or F6."""
        rated = (self._voices.rating(claim) for claim in claims)
        return min((r for r in rated if r), default=("F", 6))


def _agreement(link: Link) -> Agreement:
    compared = link.comparison
    reasons = tuple(f"{f.reason} ({f.weight:+.2f})" for f in compared.factors)
    return Agreement(link.ids, round(compared.score, 2), reasons)
