"""Events that are told of somebody who is no force, or of what one is only sent for: they keep their time."""

from geo.claims.force.forces import forces_of
from geo.claims.force.nouns import is_strength
from geo.claims.place.roles import meant_for
from geo.claims.scene import ECHO, Scene, with_articles
from geo.claims.verbs import UNSAID, is_passive
from geo.languages import Frame
from geo.text import Match

_PREVENTED_REACH = 9  # words from "to prevent" to the verb of what is prevented
_JOINER_REACH = 2  # words from "troops" to who is joined to them: "troops and militants"
_OBJECT_REACH = 3  # words from the number behind "lost" to the force
_SUBJECTS = ("force", "goods", "rank", "demonym", "again", "collective", "title", "official", "there")


def why_of_others(scene: Scene, trigger: Match) -> str | None:
    """Return why an event is that of somebody who is no force, or None where it may be a force's."""
    if trigger.group == ECHO or trigger.value in UNSAID:
        return None
    return next((reason for reason, holds in _OTHERS if holds(scene, trigger)), None)


def _is_of_civilians(scene: Scene, trigger: Match) -> bool:
    """Tell whether the subject of a verb is no force: "Wives gathered at A as the frigate left"."""
    tokens, at = scene.sentence.tokens, trigger.first
    small = scene.pack.auxiliaries
    while at > 0 and tokens[at - 1].lower in small and not scene.marks_between(at - 1, at):
        at -= 1
    acts = scene.pack.triggers[trigger.value].frame in (Frame.SEND, Frame.DELIVER)
    goes = scene.pack.triggers[trigger.value].frame in (Frame.ARRIVE, Frame.LEAVE, Frame.STAY)
    who = [m for m in scene.group("sideless") if goes and _acts_alone(scene, m)]  # "militants overran A"
    who += scene.group("civilian") if acts else scene.group("civilian", "title")  # "The president flew to A"
    if any(f.noun.last == at for f in forces_of(scene)) or scene.marks_between(at - 1, at):
        return False  # "a sergeant was injured"
    if any(scene.after_word(m.span) == at for m in scene.mentions):
        return False  # "arrivés à Port-au-Prince ont appareillé"
    if scene.pack.triggers[trigger.value].frame is Frame.FALL and _fall_along(scene, trigger):
        return False
    return any(m.last == at and not _is_of(scene, m) and not is_strength(scene, m) for m in who)


def _acts_alone(scene: Scene, noun: Match) -> bool:
    """Tell whether fighters of no state are a subject by themselves, not with "troops and" before them."""
    before = scene.sentence.tokens[max(0, noun.first - _JOINER_REACH) : noun.first]
    joined = any(t.lower in scene.pack.words.joiners for t in before)
    return noun.value != "joint" and not joined


def _fall_along(scene: Scene, trigger: Match) -> bool:
    """Tell whether a force is lost along with others: "81 villagers died at A, along with 13 soldiers"."""
    joiners, forces = scene.pack.words.joiners, forces_of(scene)
    for number in scene.numbers:
        first, after = scene.first_word(number.span), scene.after_word(number.span)
        link = scene.sentence.ending_at("role", first)
        along = link is not None and link.value == "with"
        along = along or scene.sentence.tokens[first - 1].lower in joiners
        verbs = any(trigger.last <= m.first < first for m in scene.group("trigger"))
        counted = any(0 <= f.noun.first - after <= 1 for f in forces)
        if first > trigger.last and along and counted and not verbs:
            return True
    return False


def _is_of(scene: Scene, noun: Match) -> bool:
    """Tell whether a noun only says whose another is: "any soldier of the Queen", "arms for Hamas"."""
    before = scene.sentence.tokens[: noun.first][-1:]
    first = noun.first - any(t.lower in scene.pack.articles for t in before)
    link = scene.sentence.ending_at("role", first)
    return (link is not None and link.value == "genitive") or meant_for(scene, noun.first) is not None


def _is_of_no_force(scene: Scene, trigger: Match) -> bool:
    """Tell whether another noun is the subject of a loss: "nine people were shot"."""
    if scene.pack.triggers[trigger.value].frame is not Frame.FALL:
        return False
    begun = scene.sentence.tokens[trigger.first].lower in scene.pack.passive_auxiliaries
    falls = begun or is_passive(scene, trigger)
    tokens, words, at = scene.sentence.tokens, scene.pack.words, trigger.first - 1
    small = scene.pack.auxiliaries | words.bare
    while at > 0 and tokens[at].lower in small:
        at -= 1
    verb = trigger.first + (tokens[trigger.first].lower in small)  # "were shot" is one trigger
    if not falls or at < 1 or at + 1 >= verb or scene.marks_between(at, trigger.first):
        return False
    noun = tokens[at]
    known = (m for m in scene.sentence.matches if m.group in _SUBJECTS and m.first <= at < m.last)
    told = (*(t.span for t in scene.times), *(n.span for n in scene.numbers))  # "another four were killed"
    spans = (*(m.span for m in scene.mentions), *told)
    named = any(span.start <= noun.start < span.end for span in spans)
    plain = noun.lower.isalpha() and not noun.capital and noun.lower not in words.relative | words.joiners
    counted = any(0 <= at - scene.after_word(n.span) <= 1 for n in scene.numbers)
    behind = not scene.pack.demonyms_always_capital and any(m.last == at for m in scene.group("force"))
    return plain and counted and not named and not behind and not any(known)  # "onze gendarmes anjouanais"


def _is_of_disaster(scene: Scene, trigger: Match) -> bool:
    """Tell whether a disaster kills, and no force: "flew to A, where a quake has left 4,000 dead"."""
    tokens, disasters = scene.sentence.tokens, scene.pack.words.disasters
    if scene.pack.triggers[trigger.value].frame is not Frame.FALL or disasters.isdisjoint(
        t.lower for t in tokens[: trigger.first]
    ):
        return False
    at = next(n for n in range(trigger.first - 1, -1, -1) if tokens[n].lower in disasters)
    led = scene.sentence.ending_at("role", with_articles(scene, at))  # "caught in the storm were killed"
    ends = (n for n in range(trigger.last, len(tokens)) if scene.marks_between(n - 1, n))
    end = next(ends, len(tokens))
    lost = any(at <= f.noun.first < end for f in forces_of(scene) if not f.again)
    acts = led is None or led.value not in ("location", "with")
    return acts and not lost and not scene.marks_between(at, trigger.first)


def _takes_other(scene: Scene, trigger: Match) -> bool:
    """Tell whether what is lost is no force: "lost its barracks", "shot down one of them"."""
    tokens, at = scene.sentence.tokens, trigger.last
    falls = scene.pack.triggers[trigger.value].frame is Frame.FALL and not is_passive(scene, trigger)
    if not falls or trigger.last - trigger.first > 1 or at >= len(tokens):
        return False
    if scene.marks_between(trigger.last - 1, at):
        return False
    number = next((n for n in scene.numbers if scene.first_word(n.span) == at), None)
    owns = tokens[at].lower in scene.pack.words.owners
    after = scene.after_word(number.span) if number else at + 1
    if not (owns or number) or after >= len(tokens) or scene.marks_between(after - 1, after):
        return False
    if any(m.first == after for m in scene.group("trigger")) or (number and _ends_number(scene, after)):
        return False  # "lost 153 dead", "lost two in Gao"
    groups = scene.group("force", "rank", "demonym", "goods", "again", "collective", "hedge", "civilian")
    return not any(after <= m.last - 1 and m.first <= after + _OBJECT_REACH for m in groups)


def _ends_number(scene: Scene, after: int) -> bool:
    """Tell whether a number stands alone, before a preposition or a time."""
    linked = any(m.first == after and m.value != "genitive" for m in scene.group("role"))
    return linked or any(scene.first_word(t.span) == after for t in scene.times)


def is_sent_for(scene: Scene, trigger: Match) -> bool:
    """Tell whether a departure is what a force is sent for: "flew to A ahead of an evacuation from B".

    Not where a force is named that departs, nor where it is its own: "landed at A after the pull-out from B".
    """
    rule, tokens, words = scene.pack.triggers[trigger.value], scene.sentence.tokens, scene.pack.words
    before = tokens[trigger.first - 1].lower if trigger.first else ""
    if not rule.nominal or rule.frame is not Frame.LEAVE or before in words.owners:
        return False
    verbs = (m for m in scene.group("trigger") if m.last < trigger.first and _goes(scene, m))
    verb = next((m for m in verbs if not scene.marks_between(m.first, trigger.first)), None)
    if verb is None or not words.after.isdisjoint(t.lower for t in tokens[verb.last : trigger.first]):
        return False
    ends = (n for n in range(trigger.last, len(tokens)) if scene.marks_between(n - 1, n))
    end = next(ends, len(tokens))
    return not any(trigger.last <= f.noun.first < end for f in forces_of(scene) if not f.again)


def _goes(scene: Scene, verb: Match) -> bool:
    """Tell whether a verb sends a force, makes it come or keeps it."""
    rule = scene.pack.triggers[verb.value]
    return rule.frame in (Frame.SEND, Frame.ARRIVE, Frame.STAY) and not rule.nominal


def _is_prevented(scene: Scene, trigger: Match) -> bool:
    """Tell whether an event is only what something is meant to prevent: "to stop weapons reaching A"."""
    words, tokens = scene.pack.words, scene.sentence.tokens
    near = range(max(1, trigger.first - _PREVENTED_REACH), trigger.first)
    at = next((n for n in near if tokens[n].lower in words.preventing), None)
    if at is None or tokens[at - 1].lower not in words.purpose or scene.marks_between(at, trigger.first):
        return False
    between = [m for m in scene.group("force", "goods") if at < m.first and m.last <= trigger.first]
    verbs = (m for m in scene.group("trigger") if at < m.first and m.last <= trigger.first)
    return bool(between) and not any(verbs)


_OTHERS = (
    ("somebody who is no force", _is_of_civilians),
    ("no force that was lost", _is_of_no_force),
    ("something else that was lost", _takes_other),
    ("a disaster that kills", _is_of_disaster),
    ("what a force is sent for", is_sent_for),
    ("what is to be prevented", _is_prevented),
)
