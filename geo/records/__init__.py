"""Every record that flows from a report to the map.

All records are frozen. Spans are half-open ``[start, end)``, in code points of the document's
text as it was given. Coordinates are WGS 84 degrees, always ``lat`` before ``lon`` outside of
geometries. ``None`` means that the text does not say.
"""

import hashlib

from geo.records.claims import (
    Actor,
    Claim,
    Correction,
    Document,
    Evidence,
    Mention,
    Quantity,
    Reading,
    Source,
    SourceNote,
    Span,
    TimeExpression,
    Voice,
)
from geo.records.kinds import (
    Action,
    Basis,
    ClaimType,
    DisagreementKind,
    Fate,
    Means,
    PlaceKind,
    Precision,
    RelationKind,
    Share,
    Status,
    Usage,
    VoiceKind,
)
from geo.records.movements import (
    Agreement,
    Assessment,
    Copy,
    Disagreement,
    IndependentSource,
    Itinerary,
    Leg,
    Movement,
    Problem,
    QuantityEnvelope,
    Relation,
    Run,
    Said,
    Stand,
    TimeEnvelope,
)
from geo.records.places import Candidate, GazetteerEntry, Place, PlaceName
from geo.records.reasons import Reason, ReasonKind, reason

__all__ = [
    "Action",
    "Actor",
    "Agreement",
    "Assessment",
    "Basis",
    "Candidate",
    "Claim",
    "ClaimType",
    "Copy",
    "Correction",
    "Disagreement",
    "DisagreementKind",
    "Document",
    "Evidence",
    "Fate",
    "GazetteerEntry",
    "IndependentSource",
    "Itinerary",
    "Leg",
    "Means",
    "Mention",
    "Movement",
    "Place",
    "PlaceKind",
    "PlaceName",
    "Precision",
    "Problem",
    "Quantity",
    "QuantityEnvelope",
    "Reading",
    "Reason",
    "ReasonKind",
    "Relation",
    "RelationKind",
    "Run",
    "Said",
    "Share",
    "Source",
    "SourceNote",
    "Span",
    "Stand",
    "Status",
    "TimeEnvelope",
    "TimeExpression",
    "Usage",
    "Voice",
    "VoiceKind",
    "content_id",
    "reason",
]


def content_id(prefix: str, *parts: object) -> str:
    """Return an id that depends on nothing but `parts`.

    Parameters
    ----------
    prefix
        One letter that tells ids of different records apart.
    *parts
        What the record is made of; their ``str`` is hashed.

    Returns
    -------
    str
        The prefix and 12 hexadecimal digits of a SHA-256.
    """
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"))
    return f"{prefix}{digest.hexdigest()[:12]}"
