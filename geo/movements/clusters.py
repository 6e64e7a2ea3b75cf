"""Which claims are compared, and how those that agree are put together.

Comparing each claim with each would take n² steps. Claims that tell the same in every slot are one node;
nodes that share a place, a number, a name or a side and country stand in one block, in the order of their
days, and each is compared with its neighbours there (the sorted neighbourhood method of M. A. Hernández and
S. J. Stolfo, 1995). So the work grows as n log n.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import islice
from math import floor
from typing import NamedTuple

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
    """The ids of two claims that were compared and agree, and on what."""

    ids: tuple[str, str]
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Node:
    """Claims that tell the same in every slot, in the order of their ids.

    Attributes
    ----------
    number
        Its own among all nodes.
    links
        Why its claims are one.
    """

    number: int
    members: tuple[Facts, ...]
    links: tuple[Link, ...]

    @property
    def first(self) -> Facts:
        """Return the claim that stands for all of them."""
        return self.members[0]


class Key(NamedTuple):
    """A block in which a node stands.

    `asks` tells whether the node is compared with all others there, since it says little; it is None where
    each is compared with its neighbours.
    """

    block: str
    asks: bool | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A node as it stands in blocks: its number, what orders it among others, and its blocks."""

    number: int
    order: tuple[int, str]
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that speak of one event, in the order of their ids, and the links that joined them."""

    members: tuple[Facts, ...]
    links: tuple[Link, ...]


def nodes(ordered: Iterable[Facts], atlas: Atlas, parted: Iterable[tuple[str, str]] = ()) -> list[Node]:
    """Return the nodes of claims in the order of their ids, numbered from 0; a parted claim stands alone."""
    alone = {claim for pair in parted for claim in pair}
    found: dict[object, tuple[list[Facts], list[Link]]] = {}
    for facts in ordered:
        members, links = found.setdefault(token(facts, alone), ([], []))
        if members:
            comparison = compare(members[0], facts, atlas)
            if not comparison.same:
                found[facts.claim.id] = ([facts], [])
                continue
            links.append(Link((members[0].claim.id, facts.claim.id), comparison))
        members.append(facts)
    return [Node(n, tuple(members), tuple(links)) for n, (members, links) in enumerate(found.values())]


def token(facts: Facts, alone: AbstractSet[str] = frozenset()) -> object:
    """Return what claims of one node share: all slots, or of one that stands alone its id."""
    return facts.claim.id if facts.claim.id in alone else _signature(facts)


def _signature(facts: Facts) -> object:
    """Return all that claims of one node share."""
    places = tuple(tuple(p.id for p in places) for places in (facts.goals, facts.origins, facts.stands))
    number = (facts.low, facts.high, facts.unit, facts.share)
    days = (facts.first, facts.last, facts.dated, facts.month_day, None if facts.dated else facts.published)
    means = facts.claim.means
    return facts.type, facts.side, facts.status, places, number, days, means, tuple(sorted(facts.names))


def entry(node: Node) -> Entry:
    """Return where a node stands in blocks."""
    facts = node.first
    return Entry(node.number, (_day(facts), facts.claim.id), tuple(_keys_of(facts)))


def _keys_of(facts: Facts) -> Iterator[Key]:
    for key in _keys(facts):
        vague = _VAGUE.get(key[0])
        yield Key(repr((str(facts.type), *key)), vague(facts) if vague else None)


def candidates(entries: Iterable[Entry]) -> Iterator[tuple[Entry, tuple[Entry, ...]]]:
    """Yield nodes with those behind them in time that they are worth comparing with, each pair once.

    In the block of a country only those that name no town are compared with all others, in that of a side
    those that name no place, in that of a number those whose words tell no side: two towns are met in the
    squares of the globe that they lie in.
    """
    order = sorted(entries, key=lambda e: e.order)
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    asking: defaultdict[str, list[int]] = defaultdict(list)
    for rank, one in enumerate(order):
        for key in one.keys:
            blocks[key.block].append(rank)
            if key.asks is not None:
                asking[key.block] += [rank] if key.asks else []
    met: list[list[int]] = [[] for _ in order]
    for name, block in blocks.items():
        some = asking.get(name)
        for rank, other in _neighbours(block) if some is None else _around(some, block):
            met[rank].append(other)
    for rank, others in enumerate(met):
        if others:
            yield order[rank], tuple(order[other] for other in sorted(set(others)) if other != rank)
            met[rank] = []


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
    """Yield what a claim shares with those of its type that it may be one with."""
    places = (*facts.goals, *facts.stands, *facts.origins)
    for place in places or facts.around:  # whose place is not told may be where its sentence says
        yield from _squares(place)
    for country in {p.country_code for p in places}:
        yield "country", country
    if not places or facts.side:
        yield "side", facts.side
        for shift in (0, _FORTNIGHT // 2):
            yield "days", facts.side, (_day(facts) + shift) // _FORTNIGHT
    if max(facts.low or 0, facts.high or 0) > _TELLING:
        yield "number", facts.low, facts.high, facts.unit, facts.side
        yield "count", facts.low, facts.high, facts.unit
    for name in facts.names:
        yield "name", name


def _squares(place: Place) -> Iterator[tuple[object, ...]]:
    """Yield where a place lies; two that lie near each other are in one square of one of the grids."""
    if place.kind in POINTS:
        for shift in (0.0, 0.5):
            yield "square", shift, floor(place.lat + shift), floor(place.lon + shift)
    else:
        yield "place", place.id


def groups(
    nodes: Sequence[Node], links: Iterable[Link], atlas: Atlas, decisions: Decisions
) -> Iterator[Group]:
    """Yield the groups of claims that speak of one event.

    Parameters
    ----------
    nodes
        All of those that a link or a decision ties to one another, so that others may be left to others.
    links
        Between the first claims of nodes that are taken for one event.
    atlas
        What is known of places.
    decisions
        What a person decided; it goes before every score.
    """
    merging = _Merging(nodes, atlas, decisions)
    merging.decide(decisions)
    within = sorted((link for node in nodes for link in node.links), key=lambda link: link.ids[1])
    surest_first = sorted(links, key=lambda link: (-link.comparison.score, link.ids))
    yield from merging.groups([*within, *(link for link in surest_first if merging.joins(link))])


class _Merging:
    """Clusters that grow together, the surest link first."""

    def __init__(self, nodes: Iterable[Node], atlas: Atlas, decisions: Decisions) -> None:
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

    def groups(self, links: Iterable[Link]) -> Iterator[Group]:
        """Yield the clusters, each with those of the links that are its own."""
        own: defaultdict[int, list[Link]] = defaultdict(list)
        for link in links:
            own[id(self._cluster_of[link.ids[0]])].append(link)
        distinct: Mapping[int, list[Facts]] = {id(c): c for c in self._cluster_of.values()}
        for name, cluster in distinct.items():
            yield Group(tuple(sorted(cluster, key=lambda f: f.claim.id)), tuple(own[name]))
