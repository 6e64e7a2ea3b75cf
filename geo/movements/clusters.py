"""Which claims are compared, and how those that agree are put together.

Comparing each claim with each would take n² steps. Claims that tell the same in every slot are one node;
nodes that share a place, a number, a name or a side and country stand in one block, in the order of their
days, and each is compared with its neighbours there (the sorted neighbourhood method of M. A. Hernández and
S. J. Stolfo, 1995). So the work grows as n log n.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from math import floor

from geo.movements.agreement import compare
from geo.movements.facts import Facts
from geo.movements.nearness import POINTS, Atlas
from geo.movements.weights import THRESHOLD, Comparison
from geo.records import Correction, Place

_NEIGHBOURS = 8  # of a node in a block that are compared with it
_SAMPLE = 12  # members of each of two clusters that are compared before they become one
_MEAN, _LEAST = 0.5, 0.2  # part of the threshold that the pairs of a cluster reach, in the mean and each
_FORTNIGHT = 14  # days in which all movements of one side are compared
_TELLING = 2  # a number up to this puts no two claims into a block


@dataclass(frozen=True, slots=True)
class Decisions:
    """Pairs of claims that a person joined or kept apart, each pair in the order of its ids, and why."""

    joined: Mapping[tuple[str, str], Correction] = field(default_factory=dict)
    parted: Mapping[tuple[str, str], Correction] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims that were compared and agree, wholly or as a part."""

    left: Facts
    right: Facts
    comparison: Comparison

    @property
    def ids(self) -> tuple[str, str]:
        """Return the ids of the two claims."""
        return self.left.claim.id, self.right.claim.id


@dataclass(frozen=True, slots=True)
class Clustering:
    """Claims that speak of one event, the links that joined them, and those between a part and its whole."""

    clusters: tuple[tuple[Facts, ...], ...]
    links: tuple[Link, ...]
    parts: tuple[Link, ...]


@dataclass(eq=False, slots=True)
class Node:
    """Claims that tell the same in every slot."""

    members: list[Facts] = field(default_factory=list)

    @property
    def first(self) -> Facts:
        """Return the claim that stands for all of them."""
        return self.members[0]


def cluster(claims: Iterable[Facts], decisions: Decisions = Decisions()) -> Clustering:
    """Put claims together that speak of one event; their order does not matter.

    Parameters
    ----------
    claims
        Of any number of reports.
    decisions
        What a person decided; it goes before every score.
    """
    atlas = Atlas()
    alike, links = nodes(sorted(claims, key=lambda f: f.claim.id), atlas, decisions.parted)
    same, parts = [], []
    for left, right in candidates(alike):
        comparison = compare(left.first, right.first, atlas)
        if comparison.same:
            same.append(Link(left.first, right.first, comparison))
        elif comparison.partial:
            parts.append(Link(left.first, right.first, comparison))
    same.sort(key=lambda link: (-link.comparison.score, link.ids))
    merging = _Merging(alike, atlas, decisions)
    merging.decide(decisions)
    links += [link for link in same if merging.joins(link)]
    return Clustering(merging.clusters(), tuple(links), tuple(parts))


def nodes(
    ordered: Sequence[Facts], atlas: Atlas, parted: Iterable[tuple[str, str]] = ()
) -> tuple[list[Node], list[Link]]:
    """Return the nodes, and the links within those that hold several claims; a parted claim stands alone."""
    alone = {claim for pair in parted for claim in pair}
    found: dict[object, Node] = {}
    links: list[Link] = []
    for facts in ordered:
        node = found.setdefault(facts.claim.id if facts.claim.id in alone else _signature(facts), Node())
        if node.members:
            comparison = compare(node.first, facts, atlas)
            if not comparison.same:
                found[facts.claim.id] = Node([facts])
                continue
            links.append(Link(node.first, facts, comparison))
        node.members.append(facts)
    return list(found.values()), links


def _signature(facts: Facts) -> object:
    """Return all that claims of one node share."""
    places = tuple(tuple(p.id for p in places) for places in (facts.goals, facts.origins, facts.stands))
    number = (facts.low, facts.high, facts.unit, facts.share)
    days = (facts.first, facts.last, facts.dated, facts.month_day, None if facts.dated else facts.published)
    means = facts.claim.means
    return facts.type, facts.side, facts.status, places, number, days, means, facts.names


def candidates(alike: Sequence[Node]) -> Iterator[tuple[Node, Node]]:
    """Yield each pair of nodes that is worth comparing, once.

    In the block of a country only those that name no town are compared with all others, in that of a side
    those that name no place, in that of a number those whose words tell no side: two towns are met in the
    squares of the globe that they lie in.
    """
    blocks: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    order = sorted(range(len(alike)), key=lambda n: (_day(alike[n].first), alike[n].first.claim.id))
    for rank, node in enumerate(order):
        for key in _keys(alike[node].first):
            blocks[key].append(rank)
    seen: set[tuple[int, int]] = set()
    for key, block in blocks.items():
        vague = _VAGUE.get(key[1])
        some = [r for r in block if vague(alike[order[r]].first)] if vague else None
        for pair in _neighbours(block) if some is None else _around(some, block):
            if pair not in seen:
                seen.add(pair)
                yield alike[order[pair[0]]], alike[order[pair[1]]]


def _neighbours(block: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield each of a block with those that follow it in time."""
    for at, left in enumerate(block):
        for right in islice(block, at + 1, at + 1 + _NEIGHBOURS):
            yield left, right


def _around(some: Sequence[int], block: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield each of some with those of its block before and behind it in time."""
    for rank in some:
        at = bisect_left(block, rank)
        for other in islice(block, max(0, at - _NEIGHBOURS), at + 1 + _NEIGHBOURS):
            if other != rank:
                yield (rank, other) if rank < other else (other, rank)


def _day(facts: Facts) -> int:
    """Return the day by which a claim stands in its blocks."""
    return facts.first if facts.dated or facts.published is None else facts.published


def _names_no_town(facts: Facts) -> bool:
    """Tell whether any town of the country may be meant."""
    return not any(p.kind in POINTS for p in facts.where)


def _names_no_place(facts: Facts) -> bool:
    return not facts.where


def _tells_no_side(facts: Facts) -> bool:
    """Tell whether the force may be of another side than was inferred."""
    return not facts.told_side or facts.side is None


# Blocks in which only those that say little are compared with all others.
_VAGUE: Mapping[object, Callable[[Facts], bool]] = {
    "country": _names_no_town,
    "side": _names_no_place,
    "count": _tells_no_side,
}


def _keys(facts: Facts) -> Iterator[tuple[object, ...]]:
    """Yield what a claim shares with those that it may be one with."""
    places = (*facts.goals, *facts.stands, *facts.origins)
    for place in places or facts.around:  # whose place is not told may be where its sentence says
        yield from _squares(facts, place)
    for country in {p.country_code for p in places}:
        yield facts.type, "country", country
    if not places or facts.side:
        yield facts.type, "side", facts.side
        for shift in (0, _FORTNIGHT // 2):
            yield facts.type, "days", facts.side, (_day(facts) + shift) // _FORTNIGHT
    if max(facts.low or 0, facts.high or 0) > _TELLING:
        yield facts.type, "number", facts.low, facts.high, facts.unit, facts.side
        yield facts.type, "count", facts.low, facts.high, facts.unit
    for name in facts.names:
        yield facts.type, "name", name


def _squares(facts: Facts, place: Place) -> Iterator[tuple[object, ...]]:
    """Yield where a place lies; two that lie near each other are in one square of one of the grids."""
    if place.kind in POINTS:
        for shift in (0.0, 0.5):
            yield facts.type, "square", shift, floor(place.lat + shift), floor(place.lon + shift)
    else:
        yield facts.type, "place", place.id


class _Merging:
    """Clusters that grow together, the surest link first."""

    def __init__(self, nodes: Sequence[Node], atlas: Atlas, decisions: Decisions) -> None:
        self._atlas = atlas
        self._parted = decisions.parted
        self._cluster_of: dict[str, list[Facts]] = {}
        for node in nodes:
            own = list(node.members)
            for facts in own:
                self._cluster_of[facts.claim.id] = own

    def decide(self, decisions: Decisions) -> None:
        """Join what a person joined."""
        for left, right in sorted(decisions.joined):
            if left in self._cluster_of and right in self._cluster_of:
                self._merge(self._cluster_of[left], self._cluster_of[right])

    def joins(self, link: Link) -> bool:
        """Make one cluster of those of a link, if nothing speaks against it, and tell whether it did."""
        left, right = (self._cluster_of[name] for name in link.ids)
        if left is right or not self._fits(left, right):
            return False
        self._merge(left, right)
        return True

    def _fits(self, left: Sequence[Facts], right: Sequence[Facts]) -> bool:
        """Tell whether no pair of two clusters is barred, and whether they agree in the mean.

        Of more than the two that a link joins, only the slots are asked: words that two sentences share make
        no event of two times.
        """
        if any(self._are_in(pair, left, right) for pair in self._parted):
            return False
        total = 0.0
        pairs = [(a, b) for a in left[:_SAMPLE] for b in right[:_SAMPLE]]
        for a, b in pairs:
            comparison = compare(a, b, self._atlas)
            score = comparison.score if len(pairs) == 1 else comparison.told
            if comparison.bar or comparison.part or score < _LEAST * THRESHOLD:
                return False
            total += score
        return total >= _MEAN * THRESHOLD * len(pairs)

    def _are_in(self, pair: tuple[str, str], left: Sequence[Facts], right: Sequence[Facts]) -> bool:
        one, other = (self._cluster_of.get(name) for name in pair)
        return (one is left and other is right) or (one is right and other is left)

    def _merge(self, left: list[Facts], right: list[Facts]) -> None:
        if left is right:
            return
        small, large = sorted((left, right), key=len)
        large.extend(small)
        for facts in small:
            self._cluster_of[facts.claim.id] = large

    def clusters(self) -> tuple[tuple[Facts, ...], ...]:
        """Return the clusters, in the order of their first claims."""
        distinct: Mapping[int, list[Facts]] = {id(c): c for c in self._cluster_of.values()}
        ordered = (tuple(sorted(c, key=lambda f: f.claim.id)) for c in distinct.values())
        return tuple(sorted(ordered, key=lambda c: c[0].claim.id))
