"""``corrections.csv`` and ``corrections.jsonl``: what a person accepted, rejected or amended, and why.

A correction names a claim, a place or a join by id. It is applied on every run and stays visible: what is
rejected is kept apart and counted, what is amended says what it was before.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from geo.errors import InputError, named, shown
from geo.records import (
    Action,
    Actor,
    Basis,
    Claim,
    ClaimType,
    Correction,
    Means,
    Mention,
    Place,
    Precision,
    Problem,
    Quantity,
    Reading,
    Status,
    TimeExpression,
)
from geo.tables import Row, rows

TABLES = ("corrections.csv", "corrections.jsonl")
_COLUMNS = ("id", "action", "field", "value", "who", "why")
_CLAIM = re.compile(r"c[0-9a-f]{12}")
_JOIN = re.compile(r"(c[0-9a-f]{12})\+(c[0-9a-f]{12})")
_NUMBER = re.compile(r"([0-9]{1,12})?(-)?([0-9]{1,12})?(?: ([^\d\W][\w ]{0,40}))?")
_DAYS = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}|\.\.)(?:/([0-9]{4}-[0-9]{2}-[0-9]{2}|\.\.))?")

FindPlace = Callable[[str], Place | None]
_Amend = Callable[[Claim, str, FindPlace], Claim]


@dataclass(frozen=True, slots=True)
class Loaded:
    """Corrections with where each stands, for a message about it."""

    rows: tuple[tuple[str, Correction], ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def joins(self) -> tuple[tuple[tuple[str, str], Correction], ...]:
        """Return the corrections of joins, with the two claims in the order of their ids."""
        found = ((_JOIN.fullmatch(c.target), c) for _, c in self.rows)
        return tuple(((min(m[1], m[2]), max(m[1], m[2])), c) for m, c in found if m)


@dataclass(frozen=True, slots=True)
class Applied:
    """Readings as a person corrected them, and the corrections that could not be applied."""

    readings: tuple[Reading, ...]
    problems: tuple[Problem, ...]


def load(folders: Sequence[Path]) -> Loaded:
    """Read the tables of each folder that has one; a row that cannot be used is a problem with its line."""
    found: list[tuple[str, Correction]] = []
    problems: list[Problem] = []
    for path in (folder / name for folder in folders for name in TABLES):
        if not path.is_file():
            continue
        try:
            for number, row in rows(path, "id", _COLUMNS):
                where = f"{path}, line {number}"
                try:
                    found.append((where, _correction(row)))
                except InputError as error:
                    problems.append(Problem(where, str(error)))
        except InputError as error:
            problems.append(Problem(str(path), str(error)))
    return Loaded(tuple(found), tuple(problems))


def pending(loaded: Loaded, readings: Sequence[Reading]) -> Loaded:
    """Return the corrections without those that readings, read back from a file, carry already."""
    claims = (c for r in readings for c in (*r.claims, *r.rejected))
    done = {correction for claim in claims for correction in claim.corrections}
    chosen = ((m.place, m.candidates[0].place) for r in readings for m in r.mentions if m.candidates)
    swapped = {first.id for place, first in chosen if place != first}  # a mention carries no correction
    rows = tuple((w, c) for w, c in loaded.rows if c not in done and c.target not in swapped)
    return replace(loaded, rows=rows)


def _correction(row: Row) -> Correction:
    actions = {action.value: action for action in Action}
    action = actions.get(row["action"].lower())
    if action is None:
        raise InputError(f"action {shown(row['action'])}: write one of {', '.join(actions)}")
    if not row["id"]:
        raise InputError("has no id; write that of a claim or place, or of two claims with a + between")
    join = "+" in row["id"]
    if join and not _JOIN.fullmatch(row["id"]):
        raise InputError(f"id {shown(row['id'])}: a join is two claims with a + between")
    if action is Action.AMEND and join:
        raise InputError("a join is accepted or rejected; to amend it, amend its claims")
    if action is Action.AMEND and _CLAIM.fullmatch(row["id"]) and row["field"] not in SLOTS:
        raise InputError(f"field {shown(row['field'])}: write one of {', '.join(SLOTS)}")
    told = {name: row[name] or None for name in ("field", "value", "who", "why")}
    return Correction(row["id"], action, **told)


def apply(readings: Sequence[Reading], loaded: Loaded, find: FindPlace) -> Applied:
    """Apply what a person decided about claims and places.

    Parameters
    ----------
    readings
        What was read.
    loaded
        The corrections; those of joins are left to whoever joins.
    find
        Id or name of a place to that place, or None.

    Returns
    -------
    Applied
        A correction whose claim or place is not there, or whose value cannot be used, is a problem.
    """
    work = Corrector(loaded, find)
    done = tuple(work.corrected(reading) for reading in readings)
    return Applied(done, work.problems())


def _is_claims(correction: Correction) -> bool:
    return bool(_CLAIM.match(correction.target))


def _targets(correction: Correction) -> set[str]:
    """Return the claim or place that a correction names, or the two claims of a join."""
    return set(correction.target.split("+")) if _is_claims(correction) else {correction.target}


@dataclass(frozen=True, slots=True)
class Met:
    """What corrections came upon in some of the readings: so much is told to who corrects the others.

    Attributes
    ----------
    targets
        Claims and places that a correction names, and that are there.
    problems
        Corrections that could not be applied.
    """

    targets: frozenset[str]
    problems: tuple[Problem, ...]


class Corrector:
    """Applies corrections reading by reading, and keeps what could not be applied.

    Parameters
    ----------
    loaded, find
        As of `apply`.
    """

    def __init__(self, loaded: Loaded, find: FindPlace) -> None:
        self._rows = loaded.rows
        self._by_target: defaultdict[str, list[tuple[str, Correction]]] = defaultdict(list)
        for where, correction in loaded.rows:
            self._by_target[correction.target].append((where, correction))
        self._wanted = {target for _, c in loaded.rows for target in _targets(c)}
        self._find = find
        self._met: set[str] = set()
        self._problems: list[Problem] = []

    def met(self) -> Met:
        """Return what was met so far."""
        return Met(frozenset(self._met), tuple(dict.fromkeys(self._problems)))

    def hear(self, met: Met) -> None:
        """Take what another corrector met for one's own."""
        self._met |= met.targets
        self._problems += met.problems

    def problems(self) -> tuple[Problem, ...]:
        """Return what could not be applied, once every reading is corrected."""
        absent = [
            Problem(
                where,
                f"there is no {'claim' if _is_claims(c) else 'place'} {named(c.target)} in these reports",
                left_out=False,
            )
            for where, c in self._rows
            if not _targets(c) <= self._met
        ]
        return tuple(dict.fromkeys([*self._problems, *absent]))

    def corrected(self, reading: Reading) -> Reading:
        """Return a reading with its places corrected first, then its claims."""
        if self._wanted:
            claims_ = {c.id for c in (*reading.claims, *reading.rejected)}
            self._met |= (claims_ | {m.place.id for m in reading.mentions if m.place}) & self._wanted
        swaps = self._swaps(reading)
        if swaps:
            mentions = tuple(_swapped_mention(m, swaps) for m in reading.mentions)
            claims = tuple(_swapped_claim(c, swaps) for c in reading.claims)
            reading = replace(reading, mentions=mentions, claims=claims)
        claims = tuple(self._claim(c) for c in reading.claims)
        refused = tuple(c for c in claims if any(k.action is Action.REJECT for k in _own(c)))
        kept = tuple(c for c in claims if c not in refused)
        return replace(reading, claims=kept, rejected=reading.rejected + refused)

    def _swaps(self, reading: Reading) -> dict[str, tuple[Place | None, Correction]]:
        """Return what becomes of the places of a reading: another one, or none."""
        swaps: dict[str, tuple[Place | None, Correction]] = {}
        for place in {m.place.id: m.place for m in reading.mentions if m.place}.values():
            for where, correction in self._by_target.get(place.id, ()):
                if correction.field and correction.field != reading.document.id:
                    continue
                if correction.action is Action.AMEND:
                    other = self._find(correction.value or "")
                    if other is None:
                        self._refuse(where, correction)
                        continue
                    swaps[place.id] = (other, correction)
                elif correction.action is Action.REJECT:
                    swaps[place.id] = (None, correction)
        return swaps

    def _claim(self, claim: Claim) -> Claim:
        for where, correction in self._by_target.get(claim.id, ()):
            if correction.action is Action.AMEND:
                try:
                    claim = _slot(correction)(claim, correction.value or "", self._find)
                except InputError as error:
                    self._problems.append(Problem(where, str(error)))
                    continue
            claim = replace(claim, corrections=(*claim.corrections, correction))
        return claim

    def _refuse(self, where: str, correction: Correction) -> None:
        reason = f"value {shown(correction.value)}: no such place; take an id or name from geo find"
        self._problems.append(Problem(where, reason))


def _slot(correction: Correction) -> _Amend:
    """Return what amends the slot that is named: the id of a claim read back is none that `load` checks."""
    try:
        return SLOTS[correction.field or ""]
    except KeyError as error:
        raise InputError(f"field {shown(correction.field)}: write one of {', '.join(SLOTS)}") from error


def _own(claim: Claim) -> list[Correction]:
    return [c for c in claim.corrections if c.target == claim.id]


def _swapped_mention(mention: Mention, swaps: Mapping[str, tuple[Place | None, Correction]]) -> Mention:
    if mention.place is None or mention.place.id not in swaps:
        return mention
    return replace(mention, place=swaps[mention.place.id][0])


def _swapped_claim(claim: Claim, swaps: Mapping[str, tuple[Place | None, Correction]]) -> Claim:
    """Return a claim with its places exchanged, and the corrections that did it."""
    ends = {p.id for p in (claim.origin, claim.destination, *claim.places) if p}
    used = tuple(swaps[place_id][1] for place_id in sorted(ends & swaps.keys()))
    if not used:
        return claim

    def other(place: Place | None) -> Place | None:
        return swaps[place.id][0] if place and place.id in swaps else place

    return replace(
        claim,
        origin=other(claim.origin),
        destination=other(claim.destination),
        places=tuple(p for p in map(other, claim.places) if p),
        corrections=(*claim.corrections, *used),
    )


def _type(claim: Claim, value: str, _: FindPlace) -> Claim:
    return replace(claim, type=ClaimType(_one_of(value, [t.value for t in ClaimType])))


def _status(claim: Claim, value: str, _: FindPlace) -> Claim:
    return replace(claim, status=Status(_one_of(value, [s.value for s in Status])))


def _means(claim: Claim, value: str, _: FindPlace) -> Claim:
    return replace(claim, means=Means(_one_of(value, [m.value for m in Means])) if value else None)


def _side(claim: Claim, value: str, _: FindPlace) -> Claim:
    if value and not re.fullmatch(r"[A-Za-z]{2}", value):
        raise InputError(f"value {shown(value)}: write two letters of ISO 3166-1")
    who = claim.actor or Actor(claim.trigger, "", None)
    return replace(claim, actor=replace(who, country_code=value.upper() or None, inferred=False))


def _quantity(claim: Claim, value: str, _: FindPlace) -> Claim:
    """Read "1500", "1500-2000", "1500-" and "-2000", each with a unit or not; nothing for no number."""
    if not value:
        return replace(claim, quantity=None)
    found = _NUMBER.fullmatch(value)
    if not found or not (found[1] or found[3]):
        raise InputError(f"value {shown(value)}: write 1500, 1500-2000, 1500- or -2000, and a unit behind it")
    low = int(found[1]) if found[1] else None
    high = int(found[3]) if found[3] else (None if found[2] else low)
    before = claim.quantity
    span = before.span if before else claim.trigger
    unit = found[4] or (before.unit if before else "personnel")
    return replace(claim, quantity=Quantity(span, low, high, unit))


def _time(claim: Claim, value: str, _: FindPlace) -> Claim:
    """Read a day or an interval in ISO 8601, ".." for an open end; nothing for no time."""
    if not value:
        return replace(claim, time=None)
    found = _DAYS.fullmatch(value)
    if not found:
        raise InputError(
            f"value {shown(value)}: write 2024-10-08 or 2024-10-08/2024-10-13, .. for an open end"
        )
    try:
        start, end = (_day(found[1]), _day(found[2] or found[1]))
    except ValueError as error:
        raise InputError(f"value {shown(value)}: is no day of the calendar") from error
    if (start is None and end is None) or (start and end and start > end):
        raise InputError(f"value {shown(value)}: write the earlier day first, and one day at least")
    span = claim.time.span if claim.time else claim.trigger
    precision = Precision.OPEN if None in (start, end) else Precision.DAY if start == end else Precision.RANGE
    return replace(claim, time=TimeExpression(span, start, end, value, precision, Basis.EXPLICIT))


def _day(word: str) -> dt.date | None:
    return None if word == ".." else dt.date.fromisoformat(word)


def _place(find: FindPlace, value: str) -> Place | None:
    if not value:
        return None
    found = find(value)
    if found is None:
        raise InputError(f"value {shown(value)}: no such place; take an id or name from geo find")
    return found


def _origin(claim: Claim, value: str, find: FindPlace) -> Claim:
    return replace(claim, origin=_place(find, value))


def _destination(claim: Claim, value: str, find: FindPlace) -> Claim:
    return replace(claim, destination=_place(find, value))


def _places(claim: Claim, value: str, find: FindPlace) -> Claim:
    named = (_place(find, word.strip()) for word in value.split(";") if word.strip())
    return replace(claim, places=tuple(p for p in named if p))


def _one_of(value: str, known: Sequence[str]) -> str:
    if value.lower() not in known:
        raise InputError(f"value {shown(value)}: write one of {', '.join(known)}")
    return value.lower()


SLOTS: Mapping[str, _Amend] = {
    "type": _type,
    "status": _status,
    "side": _side,
    "quantity": _quantity,
    "origin": _origin,
    "destination": _destination,
    "places": _places,
    "time": _time,
    "means": _means,
}
