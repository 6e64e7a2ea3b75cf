"""What nobody says has happened: conditions, calls, questions."""

from geo.claims.scene import Scene
from geo.claims.verbs import UNSAID
from geo.languages import Frame
from geo.records import Status
from geo.text import Match

_DENIAL_REACH = 2  # words from "not" to "say"
_CALL_REACH = 10  # words from "called" to what for


def asks(scene: Scene) -> bool:
    """Tell whether a sentence is a question."""
    return scene.sentence.span.of(scene.text).rstrip().endswith("?")


def is_unreal(scene: Scene, trigger: Match) -> bool:
    """Tell whether what stands for a verb is only a condition, a call or a question."""
    return any(holds(scene, trigger) for holds in (is_condition, is_called_for, is_asked))


def is_condition(scene: Scene, trigger: Match) -> bool:
    """Tell whether "if" opens the trigger's clause: what would be is no claim."""
    if scene.sentence.tokens[0].lower in scene.pack.words.inversions:
        return True
    for at in range(trigger.first - 1, -1, -1):
        word, behind = scene.sentence.tokens[at].lower, scene.sentence.tokens[at + 1].lower
        if not scene.pack.words.conditions.isdisjoint((word, f"{word} {behind}")):
            return True
        if scene.marks_between(at, at + 1):
            return False
    return False


def is_called_for(scene: Scene, trigger: Match) -> bool:
    """Tell whether somebody only calls for an event: "called again for the departure of all troops"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    first = max(0, trigger.first - _CALL_REACH)
    rule = scene.pack.triggers.get(trigger.value)
    leaves = rule is not None and rule.frame is Frame.LEAVE  # who is asked to send may well send
    told = words.calls | words.needing | (words.urging if leaves else set())
    near = (m for m in scene.group("status_sentence") if m.value == Status.DENIED and m.last - m.first > 1)
    off = {m.first for m in near}  # "called off the deployment"
    calls = [at for at in range(first, trigger.first) if tokens[at].lower in told and at not in off]
    calls = [  # not "called at A and is due at B"
        at for at in calls if tokens[at].lower in words.urging or tokens[at + 1].lower not in words.within
    ]
    calls = [at for at in calls if not _is_answered_by(scene, at, trigger)]
    if not calls:
        return False
    verbs = [m for m in scene.group("trigger") if calls[-1] < m.first and m.last <= trigger.first]
    if trigger.value in UNSAID:  # "calls for the dispatch of 300 men to A" puts none there
        verbs = [m for m in verbs if not (_is_wished(scene, m) or is_called_for(scene, m))]
    return not verbs and scene.marks_between(calls[-1], trigger.first) == 0


def _is_answered_by(scene: Scene, call: int, trigger: Match) -> bool:
    """Tell whether what is called for only leads to an event: "Il a fallu deux jours pour gagner A"."""
    words, between = scene.pack.words, scene.sentence.tokens[call + 1 : trigger.first]
    if scene.sentence.tokens[call].lower not in words.needing:
        return False
    aims = any(t.lower in words.purpose for t in between)
    says = any(t.lower in words.clause - words.joiners for t in between[1:])  # "il faut dire que"
    return aims or says


def _is_wished(scene: Scene, verb: Match) -> bool:
    """Tell whether an event has no tense: "the dispatch of", "sending"."""
    ends = tuple(scene.pack.words.participles)
    bare = scene.sentence.tokens[verb.first].lower.endswith(ends)
    return bare or scene.pack.triggers[verb.value].nominal


def is_asked(scene: Scene, trigger: Match) -> bool:
    """Tell whether a sentence only asks for an event: "asked how many soldiers were sent"."""
    lower = [t.lower for t in scene.sentence.tokens[: trigger.first]]
    asking = next((at for at, word in enumerate(lower) if word in scene.pack.words.asking), None)
    asking = _unsaid_before(scene, trigger) if asking is None else asking
    if asking is None or _is_answered(scene, asking, trigger):
        return False
    people = {m.last for m in scene.group("force")}  # "ask after the recruits who were taken to A"
    asked = (at for at in range(asking, len(lower)) if lower[at] in scene.pack.words.questions)
    asked = (
        at for at in asked if not scene.marks_between(at - 1, at)
    )  # "asked B for help, which sent 40 men"
    return any(lower[at] not in scene.pack.words.people or at not in people for at in asked)


def _unsaid_before(scene: Scene, trigger: Match) -> int | None:
    """Return where somebody leaves a question open before a verb: "has not said whether it would send"."""
    tokens, questions = scene.sentence.tokens, scene.pack.words.questions
    denials = [m.last for m in scene.group("status_near") if m.value == Status.DENIED]
    for said in scene.group("say"):
        opens = said.last < trigger.first and tokens[said.last].lower in questions
        if opens and any(0 <= said.first - last <= _DENIAL_REACH for last in denials):
            return said.first
    return None


def _is_answered(scene: Scene, asking: int, trigger: Match) -> bool:
    """Tell whether the answer follows a question: "Asked how many had left, he replied that 40 were in A"."""
    says = (m for m in scene.group("say") if asking < m.first and m.last <= trigger.first)
    return any(scene.marks_between(asking, m.first) for m in says)
