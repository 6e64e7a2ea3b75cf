"""What the claims of several reports say together, and the run that found it."""

import datetime as dt
from dataclasses import dataclass, field

from geo.records.claims import Claim, Correction, Reading
from geo.records.kinds import ClaimType, DisagreementKind, RelationKind, Status
from geo.records.places import Place


@dataclass(frozen=True, slots=True)
class Stand:
    """One side of a disagreement: what is said, and the claims that say it."""

    says: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Claims that cannot all be right, by kind; those of another movement are `elsewhere`."""

    kind: DisagreementKind
    claims: tuple[str, ...]
    stands: tuple[Stand, ...] = ()
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuantityEnvelope:
    """The lowest, the best supported and the highest number that a movement's claims state.

    `rule` tells why `best` is the best.
    """

    low: int | None
    best: int | None
    high: int | None
    unit: str | None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class TimeEnvelope:
    """The earliest start and latest end that a movement's claims state, inclusive."""

    start: dt.date | None
    end: dt.date | None
    edtf: str | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Why two claims are taken for one event.

    Attributes
    ----------
    score
        Sum of the weights, in bits: how much likelier the two are to say this if they speak of one event.
    reasons
        What they agree and differ on, each with its weight.
    """

    claims: tuple[str, str]
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndependentSource:
    """One source that stands behind claims, however many reports repeat it; `names` are those it goes by."""

    names: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One entry of a movement's history: what a claim said, on the day its report was published."""

    published: dt.date | None
    claim: str
    says: str


@dataclass(frozen=True, slots=True)
class Relation:
    """How a movement stands to another one, and why."""

    kind: RelationKind
    movement: str
    reason: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """How well founded and how exact a movement is, by the conventions of the field.

    Attributes
    ----------
    where_precision
        UCDP GED ``where_prec``: 1 exact, 2 near, 3 and 4 admin unit, 5 region, 6 country, 7 water or air.
    date_precision
        UCDP GED ``date_prec``: 1 day, 2 two to six days, 3 week, 4 month, 5 more than a month.
    reliability, credibility
        NATO Admiralty code: F and 6, "cannot be judged", where no table of sources says otherwise.
    """

    where_precision: int | None
    date_precision: int | None
    reliability: str = "F"
    credibility: int = 6


@dataclass(frozen=True, slots=True)
class Movement:
    """Claims, from however many reports, that speak of the same event.

    Attributes
    ----------
    origin_inferred
        True where no claim states the origin and it is the side's own country.
    origin_reason
        Why the origin is inferred.
    independent_sources
        Number of sources that do not repeat each other; `sources` names them.
    history
        What was said when, oldest report first.
    agreements
        Why the claims are joined.
    notes
        What sentences say of its claims: "The NIS could not confirm this".
    corrections
        What a person decided about its joins.
    """

    id: str
    type: ClaimType
    status: Status
    side: str | None
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    independent_sources: int
    origin: Place | None
    origin_inferred: bool
    destination: Place | None
    places: tuple[Place, ...]
    time: TimeEnvelope | None
    quantity: QuantityEnvelope | None
    disagreements: tuple[Disagreement, ...] = ()
    origin_reason: str | None = None
    sources: tuple[IndependentSource, ...] = ()
    history: tuple[Said, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    relations: tuple[Relation, ...] = ()
    assessment: Assessment = Assessment(None, None)
    notes: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Leg:
    """The way from one movement's place to the next one's.

    Attributes
    ----------
    km
        Geodesic distance, kilometres.
    days
        Days from the earliest day of the one to the latest of the other.
    km_per_day
        The speed that it would take at least.
    plausible
        False where no usual means is so fast.
    """

    start: str
    end: str
    km: float
    days: int
    km_per_day: float
    plausible: bool


@dataclass(frozen=True, slots=True)
class Itinerary:
    """Movements of the same force that follow one another in time and place."""

    id: str
    side: str | None
    movements: tuple[str, ...]
    places: tuple[Place, ...]
    legs: tuple[Leg, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was left out, why, and what to do about it.

    `left_out` is False where the report was read and only a part of the work could not be done; `skipped` is
    True of what is no report, so that nothing is wrong with it.
    """

    file: str
    reason: str
    left_out: bool = True
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """A report that repeats an earlier one.

    Attributes
    ----------
    document_id, of
        The report, and the first one of its text.
    likeness
        Share of their runs of words that they have in common: 1 where the text is the same.
    """

    document_id: str
    of: str
    likeness: float


@dataclass(frozen=True, slots=True)
class Run:
    """What one run read, found and left out."""

    readings: tuple[Reading, ...]
    movements: tuple[Movement, ...]
    problems: tuple[Problem, ...] = field(default=())
    itineraries: tuple[Itinerary, ...] = field(default=())
    copies: tuple[Copy, ...] = field(default=())

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim of every reading, in order."""
        return tuple(claim for reading in self.readings for claim in reading.claims)
