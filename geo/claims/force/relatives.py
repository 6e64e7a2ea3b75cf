"""Forces and the clauses that hang on them: "a team that came", "Having left A, 130 men reached B"."""

from collections.abc import Sequence

from geo.claims.force.forces import Force
from geo.claims.force.nouns import belongs_to
from geo.claims.scene import Scene, relative_before
from geo.text import Match

_SUBJECT_REACH = 6  # words from "were" to who did something first: "were the 500 Egyptian soldiers"


def opened(scene: Scene, trigger: Match, named: Sequence[Force]) -> Force | None:
    """Return the subject behind a participle that opens a sentence: "Having left A, 130 men reached B"."""
    hangs = scene.sentence.tokens[0].lower.endswith(tuple(scene.pack.words.participles))
    if trigger.first > hangs or any(f.noun.first < trigger.first for f in named):
        return None
    verb = next((m for m in scene.group("trigger") if m.first >= trigger.last), None)
    behind = (f for f in named if f.noun.first >= trigger.last and not f.goods)
    subject = next((f for f in behind if scene.marks_between(trigger.last - 1, f.noun.first)), None)
    return subject if subject and verb and subject.noun.first < verb.first else None


def ranked(scene: Scene, trigger: Match, named: Sequence[Force]) -> Force | None:
    """Return who is said to do something first: "The first to reach A were the 500 Egyptian soldiers"."""
    tokens, words, at = scene.sentence.tokens, scene.pack.words, trigger.first - 2
    led = at in (0, 1) and tokens[at].lower in words.sole and tokens[at + 1].lower in words.to
    be = scene.pack.state_auxiliaries | scene.pack.passive_auxiliaries
    verb = next((n for n in range(trigger.last, len(tokens)) if tokens[n].lower in be), None)
    if not led or verb is None or any(f.noun.first in range(trigger.last, verb) for f in named):
        return None
    subject = next((f for f in named if f.noun.first > verb and not f.again), None)
    near = subject is not None and subject.noun.first - verb <= _SUBJECT_REACH
    return subject if near and not scene.marks_between(trigger.first, verb) else None


def is_antecedent(scene: Scene, trigger: Match, force: Force) -> bool:
    """Tell whether "which" behind a force is the subject: "joined by HMS Kent, which left A"."""
    at = force.noun.last
    if at >= trigger.first or scene.sentence.tokens[at].lower not in scene.pack.words.relative:
        return False
    return not any(at < m.first < trigger.first for m in scene.group("trigger"))


def followed(scene: Scene, trigger: Match, named: Sequence[Force]) -> Force | None:
    """Return the force whose last word stands before the "who" of a verb: "crews of 310 men who are in A"."""
    at = _who_before(scene, trigger)
    ends = [m for m in scene.group("force", "demonym") if m.last == at]
    heads = (f for f in named if at is not None and f.noun.last <= at and not f.again)
    return next((f for f in heads if any(f.noun is m or belongs_to(scene, m, f.noun) for m in ends)), None)


def _who_before(scene: Scene, trigger: Match) -> int | None:
    """Return where "who" stands right before a verb, or before its auxiliaries."""
    tokens, small = scene.sentence.tokens, scene.pack.words.auxiliaries | scene.pack.words.bare
    small = small | scene.pack.passive_auxiliaries | scene.pack.words.purpose
    at = trigger.first - 1
    while at > 0 and tokens[at].lower in small:
        at -= 1
    told = at > 0 and tokens[at].lower in scene.pack.words.relative and not scene.marks_between(at - 1, at)
    return at if told else None


def hangs_on_civilians(scene: Scene, trigger: Match) -> bool:
    """Tell whether "who" stands for people that are no force: "guards families who fled into the base"."""
    at = _who_before(scene, trigger)
    return at is not None and any(m.last == at for m in scene.group("civilian"))


def is_in_relative(scene: Scene, force: Force, named: Sequence[Force]) -> bool:
    """Tell whether a force is what a relative clause speaks of: "the ship that brought the tanks left"."""
    tokens, verbs = scene.sentence.tokens, scene.group("trigger")
    heads = (f.noun.last for f in named if f.noun.last < force.noun.first)
    opens = [at for at in heads if tokens[at].lower in scene.pack.words.relative]
    return any(at < verb.first and verb.last <= force.noun.first for at in opens for verb in verbs)


def opens_relative(scene: Scene, force: Force, trigger: Match) -> int:
    """Return 1 where the first comma behind a force opens a relative clause: "The company, which lost"."""
    relative = scene.pack.words.relative | scene.pack.words.related
    inside = range(force.noun.last, trigger.first)
    at = next((n for n in inside if scene.marks_between(n - 1, n)), None)
    return int(at is not None and scene.sentence.tokens[at].lower in relative)


def related(scene: Scene, trigger: Match, named: Sequence[Force]) -> Force | None:
    """Return the force that is the object of a relative clause: "the battery that the army flew to A"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    at = relative_before(scene, trigger)
    if at is None:
        return None
    small = words.auxiliaries | words.bare | scene.pack.passive_auxiliaries
    subject = any(t.lower not in small for t in tokens[at + 1 : trigger.first])
    before = [f for f in named if f.noun.last == at and not f.again]
    return before[-1] if subject and before else None
