"""The order of joining: what each step takes, what it does with one range of it, and whom it gives to.

A range is what one process holds at a time. Claims go to the range of what they tell, so that those which
tell the same meet and become a node; each node stands in blocks, and a range of blocks tells which nodes are
worth comparing. Nodes are compared in stretches of time, where most of those that a node is compared with
stand anyway. Links tie nodes into components, and a component is joined in one range: no rule of joining
asks about more than the two clusters that a link joins. What crosses components, as journeys of a side, is
found in ranges of its own, of records without words.

The steps are those of `geo.movements.join` as well, where there is one range. Nothing here may depend on how
many there are, nor on the order in which records come.
"""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from geo.movements.agreement import compare
from geo.movements.clusters import (
    Entry,
    Key,
    Link,
    Node,
    candidates,
    entry,
    groups,
    nodes,
    token,
)
from geo.movements.differences import Stance, across, denials, stances
from geo.movements.exchange import Desk, Step, Stream, spread
from geo.movements.facts import Facts, facts_of
from geo.movements.independence import Naming
from geo.movements.itineraries import Stop, itineraries, legs, stop
from geo.movements.making import Knowledge, Maker, chronology
from geo.movements.nearness import Atlas
from geo.movements.relations import Part, Partial, parts, relations
from geo.records import Itinerary, Movement, Reading, Relation, RelationKind

READINGS = Stream("readings", Reading)
TOLD = Stream("told", Facts)
TIES = Stream("ties", tuple[tuple[str | None, ...], ...])
NODES = Stream("nodes", Node)
SIZES = Stream("sizes", int)
NAMED = Stream("named", tuple[str, int])  # a claim that a person joined, and its node
SAMPLES = Stream("samples", tuple[int, str])
BOUNDS = Stream("bounds", tuple[int, str])
ENTRIES = Stream("entries", Entry)
PAIRS = Stream("pairs", tuple[int, tuple[int, ...]])
WANTS = Stream("wants", tuple[int, tuple[int, ...]])
LENT = Stream("lent", tuple[int, Facts])
TIED = Stream("tied", tuple[int, int])
LINKS = Stream("links", tuple[int, Link])
PARTIALS = Stream("partials", tuple[int, int, Partial])  # a node, and which of the two claims is its own
ADDRESSES = Stream("addresses", tuple[int, int])
VOICES = Stream("voices", tuple[tuple[str | None, ...], ...])
OWN_NODES = Stream("own_nodes", Node)
OWN_LINKS = Stream("own_links", Link)
OWN_PARTIALS = Stream("own_partials", tuple[int, Partial])
MADE = Stream("made", Movement)
STANCES = Stream("stances", Stance)
STOPS = Stream("stops", Stop)
ENDS = Stream("ends", tuple[int, str, Partial])
PARTS = Stream("parts", Part)
AGAINST = Stream("against", tuple[str, tuple[str, str]])
LEGS = Stream("legs", tuple[str, Relation])
RELATED = Stream("related", tuple[str, tuple[str, str], Relation])
JOURNEYS = Stream("journeys", Itinerary)
MOVEMENTS = Stream("movements", Movement)

_SAMPLES = 256  # of the nodes of a range, by which time is parted into stretches


def tell(desk: Desk, known: Knowledge) -> None:
    """Send each claim to where those meet that tell the same, and what ties names of sources to one place."""
    alone = {claim for pair in known.decisions.parted for claim in pair}
    for tie in Naming(known.sources).ties(_sent(desk, alone)):
        desk.give(TIES, 0, tie)


def _sent(desk: Desk, alone: set[str]) -> Iterator[Facts]:
    for reading in desk.take(READINGS):
        for facts in facts_of(reading):
            desk.give(TOLD, spread(token(facts, alone), desk.ranges), facts)
            yield facts


def settle(desk: Desk, known: Knowledge) -> None:
    """Make nodes of claims, number them, and tell in which blocks they stand."""
    decisions = known.decisions
    joined = {claim for pair in decisions.joined for claim in pair}
    told = sorted(desk.take(TOLD), key=lambda facts: facts.claim.id)
    found = nodes(told, Atlas(), decisions.parted)
    orders = []
    for one in found:
        node = replace(one, number=one.number * desk.ranges + desk.number)
        desk.give(NODES, desk.number, node)
        for name in joined.intersection(facts.claim.id for facts in node.members):
            desk.give(NAMED, 0, (name, node.number))
        orders.append(_placed(desk, entry(node)))
    desk.give(SIZES, 0, len(found))
    for order in sorted(orders)[:: max(1, len(orders) // _SAMPLES)]:
        desk.give(SAMPLES, 0, order)


def _placed(desk: Desk, one: Entry) -> tuple[int, str]:
    """Send the ranges of a node's blocks what stands there of it; return what orders it."""
    keys: defaultdict[int, list[Key]] = defaultdict(list)
    for key in one.keys:
        keys[spread(key.block, desk.ranges)].append(key)
    for to, some in keys.items():
        desk.give(ENTRIES, to, replace(one, keys=tuple(some)))
    return one.order


def part_time(desk: Desk, _: Knowledge) -> None:
    """Tell all where time is parted into stretches, of as many nodes each as samples tell."""
    samples = sorted(desk.take(SAMPLES))
    for number in range(1, desk.ranges):
        for to in range(desk.ranges):
            if samples:
                desk.give(BOUNDS, to, samples[number * len(samples) // desk.ranges])


def pair(desk: Desk, _: Knowledge) -> None:
    """Find which nodes are worth comparing, and ask for them where they are compared."""
    bounds = sorted(desk.take(BOUNDS))
    wanted: defaultdict[int, set[int]] = defaultdict(set)
    for left, others in candidates(desk.take(ENTRIES)):
        stretch = bisect_left(bounds, left.order)
        desk.give(PAIRS, stretch, (left.number, tuple(other.number for other in others)))
        for one in (left, *others):
            wanted[one.number].add(stretch)
    for number, stretches in wanted.items():
        desk.give(WANTS, number % desk.ranges, (number, tuple(stretches)))


def lend(desk: Desk, _: Knowledge) -> None:
    """Send the claim that stands for a node to where it is compared."""
    wanted: defaultdict[int, set[int]] = defaultdict(set)
    for number, stretches in desk.take(WANTS):
        wanted[number].update(stretches)
    for node in desk.take(NODES):
        for stretch in wanted.get(node.number, ()):
            desk.give(LENT, stretch, (node.number, node.first))


def weigh(desk: Desk, _: Knowledge) -> None:
    """Compare nodes, and tell which are one event and which a part of another's."""
    atlas = Atlas()
    lent = dict(desk.take(LENT))
    for left, right in _pairs(desk.take(PAIRS)):
        comparison = compare(lent[left], lent[right], atlas)
        ids = (lent[left].claim.id, lent[right].claim.id)
        if comparison.same:
            desk.give(TIED, 0, (left, right))
            desk.give(LINKS, left % desk.ranges, (left, Link(ids, comparison)))
        elif comparison.partial:
            for place, number in enumerate((left, right)):
                desk.give(PARTIALS, number % desk.ranges, (number, place, Partial.of(ids, comparison)))


def _pairs(found: Iterable[tuple[int, tuple[int, ...]]]) -> Iterator[tuple[int, int]]:
    """Yield each pair once, however many blocks it was found in."""
    others: dict[int, tuple[int, ...]] = {}
    for left, rights in found:
        others[left] = (*others[left], *rights) if left in others else rights
    for left in sorted(others):
        for right in sorted(set(others[left])):
            yield left, right


def tie(desk: Desk, known: Knowledge) -> None:
    """Tell each node that a link or a decision ties to others to which range they all go."""
    parents = array("q", range(desk.ranges * max(desk.take(SIZES), default=0)))
    for left, right in chain(desk.take(TIED), _decided(desk, known)):
        parents[_root(parents, left)] = _root(parents, right)
    for number in range(len(parents)):
        root = _root(parents, number)
        if root != number:
            desk.give(ADDRESSES, number % desk.ranges, (number, root % desk.ranges))


def _decided(desk: Desk, known: Knowledge) -> Iterator[tuple[int, int]]:
    node_of = dict(desk.take(NAMED))
    for left, right in known.decisions.joined:
        if left in node_of and right in node_of:
            yield node_of[left], node_of[right]


def _root(parents: "array[int]", number: int) -> int:
    """Return what stands for all numbers that are tied to one (union-find, paths halved)."""
    while parents[number] != number:
        parents[number] = number = parents[parents[number]]
    return number


def name(desk: Desk, _: Knowledge) -> None:
    """Tell all which names of sources are one."""
    for one in set(desk.take(TIES)):
        for to in range(desk.ranges):
            desk.give(VOICES, to, one)


def gather(desk: Desk, _: Knowledge) -> None:
    """Send nodes, their links and what they are parts of to where they are joined."""
    addresses = dict(desk.take(ADDRESSES))

    def to(number: int) -> int:
        return addresses.get(number, number % desk.ranges)

    for node in desk.take(NODES):
        desk.give(OWN_NODES, to(node.number), node)
    for left, link in desk.take(LINKS):
        desk.give(OWN_LINKS, to(left), link)
    for number, place, partial in desk.take(PARTIALS):
        desk.give(OWN_PARTIALS, to(number), (place, partial))


def make(desk: Desk, known: Knowledge) -> None:
    """Join nodes, make movements of them, and tell what others may need of each."""
    found = list(desk.take(OWN_NODES))
    documents = {f.document.id: f.document for node in found for f in node.members}
    maker = Maker(documents, desk.take(VOICES), known)
    movement_of: dict[str, str] = {}
    for group in groups(found, desk.take(OWN_LINKS), Atlas(), known.decisions):
        movement = maker.movement(group)
        claims = [facts.claim for facts in group.members]
        movement_of.update(dict.fromkeys(movement.claims, movement.id))
        desk.give(MADE, spread(movement.id, desk.ranges), movement)
        for stance in stances(movement, claims, documents):
            desk.give(STANCES, spread(stance.side, desk.ranges), stance)
        if (one := stop(movement, claims)) is not None:
            desk.give(STOPS, spread(one.side, desk.ranges), one)
    for place, partial in desk.take(OWN_PARTIALS):
        end = (place, movement_of[partial.ids[place]], partial)
        desk.give(ENDS, spread(partial.ids, desk.ranges), end)


def oppose(desk: Desk, _: Knowledge) -> None:
    """Hold what is denied of a side against what is admitted of it."""
    for movement, claims in denials(desk.take(STANCES), Atlas()):
        desk.give(AGAINST, spread(movement, desk.ranges), (movement, claims))


def travel(desk: Desk, _: Knowledge) -> None:
    """Find the journeys of a side."""
    for journey in itineraries(desk.take(STOPS), Atlas()):
        desk.give(JOURNEYS, desk.number, journey)
        for movement, leg in legs(journey):
            desk.give(LEGS, spread(movement, desk.ranges), (movement, leg))


def match(desk: Desk, _: Knowledge) -> None:
    """Tell of which movements a claim and its part are."""
    for part in parts(desk.take(ENDS)):
        desk.give(PARTS, spread(part.both, desk.ranges), part)


def relate(desk: Desk, _: Knowledge) -> None:
    """Tell movements what they are parts of."""
    for movement, order, relation in relations(desk.take(PARTS)):
        desk.give(RELATED, spread(movement, desk.ranges), (movement, order, relation))


def finish(desk: Desk, _: Knowledge) -> None:
    """Add to movements what others say of them, and put them in order."""
    against: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for movement_id, claims in desk.take(AGAINST):
        against[movement_id].add(claims)
    related: defaultdict[str, list[tuple[tuple[str, str], Relation]]] = defaultdict(list)
    for movement_id, order, relation in desk.take(RELATED):
        related[movement_id].append((order, relation))
    journeys: defaultdict[str, list[Relation]] = defaultdict(list)
    for movement_id, relation in desk.take(LEGS):
        journeys[movement_id].append(relation)
    for movement in sorted(desk.take(MADE), key=chronology):
        own = sorted(related[movement.id], key=lambda pair: pair[0])
        denied = [across(against[movement.id], movement.claims)] if movement.id in against else []
        whole = replace(
            movement,
            disagreements=(*movement.disagreements, *denied),
            relations=(*(relation for _, relation in own), *_in_order(journeys[movement.id])),
        )
        desk.give(MOVEMENTS, desk.number, whole)


def _in_order(ways: Iterable[Relation]) -> list[Relation]:
    """Return what was before a movement on its journey, then what is next."""
    return sorted(ways, key=lambda relation: relation.kind is RelationKind.NEXT_LEG)


STEPS: tuple[Step[Knowledge], ...] = (
    Step(tell, (READINGS,), (TOLD, TIES)),
    Step(settle, (TOLD,), (NODES, SIZES, NAMED, SAMPLES, ENTRIES)),
    Step(part_time, (SAMPLES,), (BOUNDS,), alone=True),
    Step(pair, (BOUNDS, ENTRIES), (PAIRS, WANTS)),
    Step(lend, (WANTS, NODES), (LENT,)),
    Step(weigh, (LENT, PAIRS), (TIED, LINKS, PARTIALS)),
    Step(tie, (SIZES, TIED, NAMED), (ADDRESSES,), alone=True),
    Step(name, (TIES,), (VOICES,), alone=True),
    Step(gather, (ADDRESSES, NODES, LINKS, PARTIALS), (OWN_NODES, OWN_LINKS, OWN_PARTIALS)),
    Step(make, (OWN_NODES, OWN_LINKS, OWN_PARTIALS, VOICES), (MADE, STANCES, STOPS, ENDS)),
    Step(oppose, (STANCES,), (AGAINST,)),
    Step(travel, (STOPS,), (JOURNEYS, LEGS)),
    Step(match, (ENDS,), (PARTS,)),
    Step(relate, (PARTS,), (RELATED,)),
    Step(finish, (MADE, AGAINST, RELATED, LEGS), (MOVEMENTS,)),
)
