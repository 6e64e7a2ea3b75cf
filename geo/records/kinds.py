"""The words that records choose from; each is written as it stands in the files."""

from enum import StrEnum


class PlaceKind(StrEnum):
    """What a place is."""

    COUNTRY = "country"
    ADMIN = "admin"
    CITY = "city"
    SITE = "site"
    REGION = "region"
    WATER = "water"


class Usage(StrEnum):
    """What a toponym stands for where it is written."""

    LOCATIVE = "locative"  # the place itself
    METONYMIC = "metonymic"  # its government, army or team
    EMBEDDED = "embedded"  # part of the name of something else


class ClaimType(StrEnum):
    """What kind of event a claim speaks of."""

    MOVEMENT = "movement"
    PRESENCE = "presence"
    CASUALTIES = "casualties"
    SUPPLY = "supply"

    @property
    def moves(self) -> bool:
        """Tell whether an event of this kind has a way, from an origin to a destination."""
        return self in (ClaimType.MOVEMENT, ClaimType.SUPPLY)


class Status(StrEnum):
    """How surely a claim is made; where two hold, the later of this order wins."""

    REPORTED = "reported"
    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    EXPECTED = "expected"
    DENIED = "denied"


class Means(StrEnum):
    """By which way something moved."""

    SEA = "sea"
    AIR = "air"
    RAIL = "rail"
    ROAD = "road"


class Precision(StrEnum):
    """The calendar unit that a time expression speaks in."""

    DAY = "day"
    WEEK = "week"
    PART = "part"  # a part of a month or of a year
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"  # between two stated ends
    OPEN = "open"  # one end is not stated


class Basis(StrEnum):
    """What a time expression was resolved from."""

    EXPLICIT = "explicit"  # the words fix it alone
    PUBLISHED = "published"  # the words and the publication date
    TEXT = "text"  # the words and another date of the text
    NONE = "none"  # not resolved: what is missing was never told


class VoiceKind(StrEnum):
    """What stands behind a claim is."""

    OFFICIAL = "official"  # an office of a state or a mission
    PRESS = "press"  # an outlet
    NAMED = "named"  # somebody or something with a name of its own
    UNNAMED = "unnamed"  # "two diplomats", "residents"


class Share(StrEnum):
    """How the force of a claim stands to a larger one."""

    PART = "part"  # "a first contingent", "200 of them"
    MORE = "more"  # "a further 500"


class Fate(StrEnum):
    """What befell those who are lost."""

    DEAD = "dead"
    WOUNDED = "wounded"
    CAPTURED = "captured"


class RelationKind(StrEnum):
    """How one movement stands to another."""

    PART_OF = "part_of"
    HAS_PART = "has_part"
    NEXT_LEG = "next_leg"
    LEG_BEFORE = "leg_before"


class Action(StrEnum):
    """What a person does to a claim, a place or a join."""

    ACCEPT = "accept"
    REJECT = "reject"
    AMEND = "amend"


class DisagreementKind(StrEnum):
    """On what claims of one movement differ."""

    QUANTITY = "quantity"
    TIME = "time"
    PLACE = "place"
    STATUS = "status"
