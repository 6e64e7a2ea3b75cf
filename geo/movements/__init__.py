"""Claims that speak of the same event, from however many reports, and where they disagree.

`join` compares claims slot by slot (`agreement`), puts those together that agree (`clusters`), and says of
each movement what its claims tell together (`envelope`), how many sources do not repeat each other
(`independence`), on what they differ (`differences`) and which movements follow one another
(`itineraries`). The order in which reports come does not matter.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from geo.movements import differences, envelope
from geo.movements.clusters import Clustering, Decisions, Link, cluster
from geo.movements.facts import facts_of
from geo.movements.independence import Voices, sources_of
from geo.movements.itineraries import itineraries
from geo.movements.nearness import Atlas
from geo.records import (
    Agreement,
    Assessment,
    Claim,
    Correction,
    Document,
    Itinerary,
    Movement,
    Place,
    Reading,
    Relation,
    RelationKind,
    SourceNote,
    content_id,
)

__all__ = ["Decisions", "Joined", "Knowledge", "join"]


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


@dataclass(frozen=True, slots=True)
class Joined:
    """Movements in the order of their times and ids, and the journeys that they make up."""

    movements: tuple[Movement, ...]
    itineraries: tuple[Itinerary, ...]


def join(readings: Sequence[Reading], known: Knowledge) -> Joined:
    """Join claims into movements.

    Parameters
    ----------
    readings
        What was read of any number of reports, in any order.
    known
        What is known beside the reports.

    Returns
    -------
    Joined
        Every claim is in exactly one movement.
    """
    clustering = cluster((facts for r in readings for facts in facts_of(r)), known.decisions)
    claims = [claim for reading in readings for claim in reading.claims]
    maker = _Maker(claims, {r.document.id: r.document for r in readings}, known)
    groups = [[facts.claim for facts in members] for members in clustering.clusters]
    movements = [maker.movement(group) for group in groups]
    movements = _with_agreements(movements, clustering)
    movements = maker.with_denials(movements, groups)
    ordered = sorted(_with_parts(movements, clustering), key=_chronology)
    journeys = itineraries(ordered, {c.id: c for c in claims}, maker.atlas)
    return Joined(tuple(_with_legs(ordered, journeys)), journeys)


def _chronology(movement: Movement) -> tuple[dt.date, str]:
    day = movement.time and (movement.time.start or movement.time.end)
    return day or dt.date.max, movement.id


class _Maker:
    """Makes movements of the claims that speak of one event."""

    def __init__(self, claims: Sequence[Claim], documents: Mapping[str, Document], known: Knowledge) -> None:
        self.atlas = Atlas()
        self._documents = documents
        self._known = known
        self._voices = Voices(claims, documents, known.sources)

    def movement(self, claims: Sequence[Claim]) -> Movement:
        """Return the movement of claims that speak of one event, in the order of their ids."""
        kind, side = claims[0].type, envelope.side_of(claims)
        stated = envelope.finest([c.origin for c in claims], self.atlas)
        destination = envelope.finest([c.destination for c in claims], self.atlas)
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
            disagreements=differences.disagreements(claims, self.atlas),
            origin_reason=f"no report says from where; the force is of {home.name}" if home else None,
            sources=sources,
            history=differences.history(claims, self._documents),
            assessment=Assessment(
                envelope.where_precision(where), envelope.date_precision(time), reliability, credibility
            ),
            notes=tuple(dict.fromkeys(remark for c in claims for remark in c.remarks)),
            corrections=self._decided({c.id for c in claims}),
        )

    def with_denials(
        self, movements: Sequence[Movement], groups: Sequence[Sequence[Claim]]
    ) -> list[Movement]:
        """Return the movements, made of these claims, with what is said against them in others."""
        told = [(m.id, m.side, group) for m, group in zip(movements, groups, strict=True)]
        across = differences.denials(told, self._documents, self.atlas)
        return [replace(m, disagreements=m.disagreements + across.get(m.id, ())) for m in movements]

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


def _with_agreements(movements: Sequence[Movement], clustering: Clustering) -> list[Movement]:
    """Return the movements with why their claims are joined."""
    movement_of = {claim: n for n, m in enumerate(movements) for claim in m.claims}
    links: defaultdict[int, list[Link]] = defaultdict(list)
    for link in clustering.links:
        links[movement_of[link.ids[0]]].append(link)
    return [replace(m, agreements=tuple(map(_agreement, links[n]))) for n, m in enumerate(movements)]


def _agreement(link: Link) -> Agreement:
    compared = link.comparison
    reasons = tuple(f"{f.reason} ({f.weight:+.2f})" for f in compared.factors)
    return Agreement(link.ids, round(compared.score, 2), reasons)


def _with_parts(movements: Sequence[Movement], clustering: Clustering) -> list[Movement]:
    """Return the movements with those that are a part of others, each pair by its likeliest claims."""
    movement_of = {claim: m.id for m in movements for claim in m.claims}
    best: dict[tuple[str, str], tuple[float, str]] = {}
    for link in clustering.parts:
        left, right = (movement_of[name] for name in link.ids)
        pair = (left, right) if link.comparison.part < 0 else (right, left)
        reason = "; ".join(f.reason for f in link.comparison.factors if f.weight > 0)
        best[pair] = min(best.get(pair, (0.0, "")), (-link.comparison.score, reason))
    relations: defaultdict[str, list[Relation]] = defaultdict(list)
    for (part, whole), (score, reason) in sorted(best.items()):
        turned = best.get((whole, part))
        if part == whole or (turned and (turned[0], whole) < (score, part)):
            continue
        relations[part].append(Relation(RelationKind.PART_OF, whole, reason))
        relations[whole].append(Relation(RelationKind.HAS_PART, part, reason))
    return [replace(m, relations=tuple(relations[m.id])) for m in movements]


def _with_legs(movements: Sequence[Movement], journeys: Sequence[Itinerary]) -> list[Movement]:
    """Return the movements with those that come before and after them on a journey."""
    relations: defaultdict[str, list[Relation]] = defaultdict(list)
    for journey in journeys:
        for leg in journey.legs:
            words = f"{leg.km:,.0f} km in {leg.days} days, {leg.km_per_day:,.0f} km a day at least"
            words += "" if leg.plausible else ": no usual means is so fast"
            relations[leg.start].append(Relation(RelationKind.NEXT_LEG, leg.end, words))
            relations[leg.end].append(Relation(RelationKind.LEG_BEFORE, leg.start, words))
    return [replace(m, relations=m.relations + tuple(relations[m.id])) for m in movements]
