"""Why something was read as it was, so that each reader is told in a language of their own."""

from dataclasses import dataclass
from enum import StrEnum

Value = str | int | float


class ReasonKind(StrEnum):
    """What speaks for a reading, with the English phrase that says it; {gaps} are filled in by name."""

    # Why a name is that of one place, not of another.
    PEOPLE = "population {n:,}"
    PEOPLE_UNCOUNTED = "a town of unknown population"
    WHOLE_NAME = "the whole name is that of a {place_kind}"
    USUAL_NAME = "its usual name"
    LITTLE_MORE = "the state is little more than its town of that name"
    CURATED = "in the gazetteer that people keep"
    COUNTRY_NAMED = "{share:.0%} of what the report names is in {country}"
    HOME = "a town of {country}, whose language the report is written in"
    FOLLOWED_BY = "followed by {place}"
    NAMED_BEFORE = "{place}, named before it, lies in it"
    NEAR = "near {place}, which the report names"
    MIXED_SCRIPT = "“{words}” mixes letters of several scripts that look alike"
    # Whose a force is.
    SIDE_ACTS = "side {country}: the state that acts in the sentence"
    SIDE_BESIDE = "side {country}: the one nation that the sentence names beside the force"
    SIDE_BEFORE = "side {country}: that of “{words}”, named before"
    SIDE_SAYS = "side {country}: that of “{words}”, who says so"
    SIDE_PUBLISHES = "side {country}: that of the office that publishes the report"
    SIDE_GARRISON = "side {country}: that of the town of its unit"
    SIDE_UNIT = "side {country}: that which has troops of that name"
    SIDE_PARAGRAPH = "side {country}: that of whom the paragraph is about"
    SIDE_HEADLINE = "side {country}: that of whom the headline is about"
    SIDE_HOME = "side {country}: that of the state from which it sets out, or to which it goes home"
    SIDE_STATE = "side {country}: that of the one state that the report names"
    SIDE_THERE = "side {country}: that of where it is, for no words tell of another"
    STANDS_FOR = "“{words}” is read as “{other}”, named before"
    # How certain a claim is; of several, the last in the order of `Status` counts.
    STATUS_BESIDE = "status {status}: beside the event"
    STATUS_ENDING = "status {status}: by the verb's ending"
    STATUS_NONE = "status {status}: none of the force"
    STATUS_PROMISED = "status {status}: promised"
    STATUS_DECIDED = "status {status}: decided"
    STATUS_NEGATED = "status {status}: a negation around the verb"
    STATUS_WORDS = "status {status}: “{words}”"
    STATUS_OWN_WORD = "status {status}: a party's own word"
    STATUS_REMARK = "status {status}: by the remark “{words}”"
    STATUS_TO_COME = "status {status}: “{words}” is still to come"
    # What else was read together.
    NOT_BEFORE = "read as told of “{words}”: not before then, but then"
    ENDING_WAY = "read as a way: the day by which it ends is told"
    AS_ONE = "read with “{words}” as one"
    SOURCE_BEFORE = "source “{words}”: of the sentence before"
    AS_TOLD = "when and where: as “{words}” tells"
    READ_BACK = "{words}"  # told in a file: its kind is no longer known


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for a reading.

    Attributes
    ----------
    values
        What fills the gaps of the phrase, each with the gap's name.
    weight
        How much it speaks for a candidate, or against it; None where nothing was weighed.
    """

    kind: ReasonKind
    values: tuple[tuple[str, Value], ...] = ()
    weight: float | None = None

    def __str__(self) -> str:
        """Say it in English, as files and the command line do."""
        told = self.kind.format(**dict(self.values))
        return told if self.weight is None else f"{told} ({self.weight:+.2f})"


def reason(kind: ReasonKind, weight: float | None = None, **values: Value) -> Reason:
    """Return the reason of that kind, its gaps filled by name."""
    return Reason(kind, tuple(values.items()), weight)
