"""What of a claim can be compared with another, whatever the language of its report."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from geo.movements.belonging import Belonging, belonging_of
from geo.movements.wording import Wording, wordings
from geo.records import Basis, Claim, ClaimType, Document, Fate, Place, Reading, Share, Status

# How far around its publication a report speaks of what it does not date, in days.
_PAST, _FUTURE = 45, 150
_VESSELS = "vessels"
_CONVOYS = "convoy"  # of unknown size: so many tell nothing of how many vehicles another counts
_OPEN = 120  # what began on a day and has no end is spoken of for about so long
_EVER = (dt.date.min.toordinal(), dt.date.max.toordinal())


@dataclass(frozen=True, slots=True)
class Facts:
    """The slots of a claim as they are compared.

    Attributes
    ----------
    document
        Its report, of which only the id, the publisher and the day are told.
    told_side
        Whether the force's own words tell its side.
    goals, origins, stands
        Where it leads, where it begins, and where it takes place.
    around
        The places that its sentences name, whatever part they play.
    first, last
        Earliest and latest day of the event, as proleptic ordinals (`datetime.date.toordinal`).
    dated
        Whether the claim tells its time, so that the days are more than a guess from the publication.
    published
        Day of publication, as an ordinal.
    month_day
        The time without its year, where only the year is unknown.
    low, high
        Bounds of the number, None where open or untold.
    kind
        What the force is counted in, whether its number is told or not.
    names
        Names and numbers of the force itself.
    words
        Other proper names of its sentences.
    wording
        What its sentences tell beside all this.
    belonging
        What its force is of beside one state.
    """

    claim: Claim
    document: Document
    type: ClaimType
    side: str | None
    told_side: bool
    goals: tuple[Place, ...]
    origins: tuple[Place, ...]
    stands: tuple[Place, ...]
    around: tuple[Place, ...]
    first: int
    last: int
    dated: bool
    published: int | None
    month_day: str | None
    low: int | None
    high: int | None
    unit: str | None
    kind: str | None
    names: frozenset[str]
    words: frozenset[str]
    wording: Wording
    belonging: Belonging
    fates: frozenset[Fate]
    share: Share | None
    status: Status

    @property
    def where(self) -> tuple[Place, ...]:
        """Return the places that the claim is about, the telling ones first."""
        return self.goals or self.stands or self.origins


def facts_of(reading: Reading) -> Iterator[Facts]:
    """Yield what of each claim of a document can be compared."""
    published = reading.document.published
    day = published.toordinal() if published else None
    told = wordings(reading)
    of = reading.document
    document = Document(of.id, "", publisher=of.publisher, published=of.published)
    for claim in reading.claims:
        first, last, dated = _window(claim, day)
        who = claim.actor
        unsolved = claim.time is not None and claim.time.basis is Basis.NONE and not dated
        names = frozenset(who.names if who else ())
        low, high, unit = _counted(claim)
        yield Facts(
            claim=claim,
            document=document,
            type=claim.type,
            side=who.country_code if who else None,
            told_side=who is not None and not who.inferred,
            goals=(claim.destination,) if claim.destination else (),
            origins=(claim.origin,) if claim.origin else (),
            stands=claim.places,
            around=tuple(_around(claim, reading)),
            first=first,
            last=last,
            dated=dated,
            published=day,
            month_day=claim.time.edtf if unsolved and claim.time else None,
            low=low,
            high=high,
            unit=unit,
            kind=who.unit if who else None,
            names=names,
            words=frozenset(claim.names) - names,
            wording=told[claim.id],
            belonging=belonging_of(claim, reading.document.language),
            fates=frozenset(claim.fates),
            share=claim.share,
            status=claim.status,
        )


def _counted(claim: Claim) -> tuple[int | None, int | None, str | None]:
    """Return the bounds of the number and its unit; a ship called by her name is one."""
    number, who = claim.quantity, claim.actor
    if number and number.unit != _CONVOYS:
        return number.low, number.high, number.unit
    if who and who.names and who.unit == _VESSELS:
        return 1, 1, _VESSELS
    return None, None, None


def _around(claim: Claim, reading: Reading) -> Iterator[Place]:
    """Yield the places that the sentences of a claim name."""
    for mention in reading.mentions:
        if mention.place and any(e.span.covers(mention.span) for e in claim.evidence):
            yield mention.place


def _window(claim: Claim, published: int | None) -> tuple[int, int, bool]:
    """Return the first and last day of the event, and whether the claim tells them."""
    time = claim.time
    start = time.start.toordinal() if time and time.start else None
    end = time.end.toordinal() if time and time.end else None
    if start is not None and end is not None:
        return start, end, True
    if start is not None:
        return start, max(start + _OPEN, published or 0), True
    if end is not None:
        return end - _OPEN, end, True
    if published is None:
        return *_EVER, False
    if claim.status in (Status.EXPECTED, Status.DENIED):  # what is to come may be denied as well
        return published - _PAST, published + _FUTURE, False
    return published - _PAST, published, False
