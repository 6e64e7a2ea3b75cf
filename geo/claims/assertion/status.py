"""How surely an event is told: hearsay, plans, denials, confirmations."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from geo.claims.assertion.cues import is_conditional, is_only, told_by_ending, told_near
from geo.claims.assertion.offices import is_own_word
from geo.claims.assertion.speech_places import is_of_source
from geo.claims.scene import Scene, is_reduced, with_articles
from geo.languages import Frame
from geo.records import Claim, Reason, ReasonKind, Source, Status, Usage, reason
from geo.text import Match, tokenize

_DECIDED_REACH = 3  # words from a day to what was decided on it: "Monday to send"
_DEFINITE_REACH = 3  # words from "the" to the noun: "the 700 French soldiers"
_NOT_REACH, _NOT_BEHIND = 4, 2  # words before and behind a verb that its negation stands in
_REMARK = 14  # words of a sentence that only remarks on the one before
_SHORT_REMARK = 8  # words of one that names only where who speaks is
_NONE_OF_REACH = 6  # words from "neither of the town's two" to the noun
_AFTER_REACH = 3  # words from "after" to a denial: "after months of denials"
_AHEAD_WORDS = 4  # of "dans la perspective de"
_NOT_WORDS = 2  # of "will not"
_NONE_REACH = 2  # words between "not one" and the noun
_WAYS = (Frame.ARRIVE, Frame.LEAVE, Frame.SEND)
_ORDER = {status: rank for rank, status in enumerate(Status)}


def status_of(
    scene: Scene, event: tuple[Match, Match], parties: AbstractSet[str], sources: Sequence[Source]
) -> tuple[Status, tuple[Reason, ...]]:
    """Return the status of an event, the last in order of those that hold, and what was weighed.

    Parameters
    ----------
    scene, event
        The sentence, and in it the word for the event and the word for the force.
    parties
        Country codes of the force's side and of the places where it goes: what they say of it themselves
        is confirmed.
    sources
        Who says so, nearest first.
    """
    weighed = _weighed(scene, event, parties, sources)
    return max(weighed, key=_ORDER.__getitem__), tuple(
        why for told, why in weighed.items() if why and told is not Status.REPORTED
    )


def _weighed(
    scene: Scene, event: tuple[Match, Match], parties: AbstractSet[str], sources: Sequence[Source]
) -> dict[Status, Reason | None]:
    """Return each status that holds with why, in the order of `Status`; what is only told needs no why."""
    trigger, noun = event
    near = [(told, ReasonKind.STATUS_BESIDE) for told in told_near(scene, trigger)]
    near += [(told, ReasonKind.STATUS_ENDING) for told in told_by_ending(scene, trigger)]
    near += [(told, ReasonKind.STATUS_NONE) for told in _of_none(scene, noun)]
    rule = scene.pack.triggers.get(trigger.value)
    if rule is not None and rule.promised:
        near.append((Status.EXPECTED, ReasonKind.STATUS_PROMISED))
    if _is_decided(scene, trigger):
        near.append((Status.EXPECTED, ReasonKind.STATUS_DECIDED))
    if _lies_ahead(scene, trigger):
        near.append((Status.EXPECTED, ReasonKind.STATUS_BESIDE))
    if _is_split_negation(scene, trigger) or _came_to_nothing(scene, trigger):
        near.append((Status.DENIED, ReasonKind.STATUS_NEGATED))
    told = (m for m in scene.group("status_sentence") if _covers(scene, m, trigger))
    found: dict[Status, Reason | None] = {Status.REPORTED: None}
    found |= {status: reason(kind, status=status) for status, kind in near}
    for cue in told:
        status = Status(cue.value)
        found[status] = reason(ReasonKind.STATUS_WORDS, status=status, words=cue.span.of(scene.text))
    if is_own_word(scene, parties, sources):
        found.setdefault(Status.CONFIRMED, reason(ReasonKind.STATUS_OWN_WORD, status=Status.CONFIRMED))
    return dict(sorted(found.items(), key=lambda pair: _ORDER[pair[0]]))


def _came_to_nothing(scene: Scene, trigger: Match) -> bool:
    """Tell whether a plan was not carried out: "the company that was to reach A in May never arrived"."""
    plan = scene.pack.triggers.get(trigger.value)
    if plan is None or plan.frame not in _WAYS or not scene.group("trigger")[1:]:
        return False
    if not (plan.promised or Status.EXPECTED in told_near(scene, trigger)):
        return False
    verbs = [m for m in scene.group("trigger") if m.first >= trigger.last and is_reduced(scene, trigger, m)]
    verbs = [m for m in verbs if scene.pack.triggers[m.value].frame in _WAYS]
    return any(Status.DENIED in told_near(scene, m) or _is_split_negation(scene, m) for m in verbs[:1])


def _is_decided(scene: Scene, trigger: Match) -> bool:
    """Tell whether a day parts a decision from what is decided: "decided in May to withdraw"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    opens = words.purpose | words.to | scene.pack.articles | words.linkers
    for time in scene.times:
        at, after = scene.first_word(time.span), scene.after_word(time.span)
        between = [t.lower for t in tokens[after : trigger.first]]
        leads = 0 < len(between) <= _DECIDED_REACH and all(word in opens for word in between)
        if leads and at > 0 and tokens[at - 1].lower in words.deciding:
            return True
    return False


def _lies_ahead(scene: Scene, trigger: Match) -> bool:
    """Tell whether an event is what another is told to come before: "trained ahead of a deployment to A"."""
    rule, words = scene.pack.triggers.get(trigger.value), [t.lower for t in scene.sentence.tokens]
    small = scene.pack.articles | scene.pack.words.possessive | scene.pack.words.owners
    first = trigger.first
    noun = first > 0 and words[first - 1] in small  # "to prepare the landing"
    if rule is None or not (rule.nominal or noun):
        return False
    while first > 0 and words[first - 1] in small:
        first -= 1
    starts = range(max(0, first - _AHEAD_WORDS), first)
    return any(" ".join(words[at:first]) in scene.pack.words.ahead for at in starts)


def _covers(scene: Scene, cue: Match, trigger: Match) -> bool:
    """Tell whether a cue is said of an event, not of one that it names itself or beyond a semicolon."""
    if _names_own(scene, cue, trigger) or not _is_of_plan(scene, cue, trigger):
        return False
    if is_conditional(scene, cue, trigger) or _is_of_place(scene, cue) or _is_over(scene, cue, trigger):
        return False
    if _calls_off(scene, cue) and scene.marks_between(cue.first, trigger.first):
        return _is_planned(scene, trigger)
    between = scene.sentence.tokens[trigger.last : cue.first]
    if not scene.group("say") and any(t.lower in scene.pack.words.when for t in between):
        return False  # "were stranded when their flight was cancelled"
    if not scene.strong_marks_between(cue.first, trigger.first):
        return True
    own = [m for m in scene.group("trigger") if not scene.strong_marks_between(cue.first, m.first)]
    named = [m for m in scene.group("force", "again") if not scene.strong_marks_between(cue.first, m.first)]
    return not (own and named)


def _calls_off(scene: Scene, cue: Match) -> bool:
    """Tell whether a cue only takes a plan back: what has happened cannot be "called off"."""
    return any(t.lower in scene.pack.words.calling_off for t in scene.sentence.tokens[cue.first : cue.last])


def _is_planned(scene: Scene, trigger: Match) -> bool:
    """Tell whether an event is told as a plan, or by a noun: "were to land", "a visit by two frigates"."""
    rule = scene.pack.triggers.get(trigger.value)
    told = (*told_near(scene, trigger), *told_by_ending(scene, trigger))
    return Status.EXPECTED in told or rule is None or rule.promised or rule.nominal


def _is_over(scene: Scene, cue: Match, trigger: Match) -> bool:
    """Tell whether a denial was given up: "After denying it, Moscow has acknowledged that it sent 300 men".

    So it was where the event follows it: "Days after denying any part in it, Kigali sent 300 men".
    """
    if cue.value != Status.DENIED or not scene.marks_between(cue.last - 1, trigger.first):
        return False
    owned = (m for m in scene.group("status_sentence") if m.value == Status.CONFIRMED)
    owned = (m for m in owned if cue.last <= m.first <= trigger.first)
    before = scene.sentence.tokens[max(0, cue.first - _AFTER_REACH) : cue.first]
    after = any(t.lower in scene.pack.words.after for t in before)
    return after or any(scene.marks_between(cue.last - 1, m.first) for m in owned)


def _is_of_place(scene: Scene, cue: Match) -> bool:
    """Tell whether a participle only says which place is meant: "disputed frontier", "eaux contestées"."""
    if not scene.sentence.tokens[cue.first].lower.endswith(tuple(scene.pack.words.promised)):
        return False
    if not scene.pack.demonyms_always_capital:
        return any(m.last == cue.first for m in scene.group("generic"))
    article = cue.first > 0 and scene.sentence.tokens[cue.first - 1].lower in scene.pack.articles
    article = article or scene.sentence.ending_at("role", cue.first) is not None
    named = any(scene.first_word(m.span) == cue.last for m in scene.mentions)
    near = scene.sentence.tokens[cue.last : cue.last + 2]
    named = named or any(t.lower in scene.pack.words.borders for t in near)
    return article and (named or any(m.first - cue.last in (0, 1) for m in scene.group("generic")))


def _is_of_plan(scene: Scene, cue: Match, trigger: Match) -> bool:
    """Tell whether a plan was given up, and not a place: "Plans to send 300 men were abandoned"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    if tokens[cue.last - 1].lower not in words.given_up:
        return True
    planned = [at for at, t in enumerate(tokens[: cue.first]) if t.lower in words.plans]
    beside = any(not scene.strong_marks_between(at, cue.first) for at in planned)
    return beside and trigger.first < cue.first


def _names_own(scene: Scene, cue: Match, trigger: Match) -> bool:
    """Tell whether what a cue is said of ends before an event: "denied it and said that men had come"."""
    if cue.last > trigger.first:  # "denies having troops in A" is one verb, which is denied
        return not cue.span.touches(trigger.span) and _has_clause(scene, cue)
    joined = any(cue.last < m.first < trigger.first and _is_joined(scene, m) for m in scene.group("say"))
    opens = cue.first == 0 and _opens_as_participle(scene, cue, trigger)
    return joined or opens or _is_which_of(scene, cue, trigger)


def _is_which_of(scene: Scene, cue: Match, trigger: Match) -> bool:
    """Tell whether a word of being somewhere only says which force is meant: "the 700 men based at A"."""
    rule, verb = scene.pack.triggers.get(trigger.value), scene.sentence.tokens[trigger.first].lower
    spoken = verb in scene.pack.passive_auxiliaries | scene.pack.words.auxiliaries
    governed = any(cue.last <= m.first < trigger.first for m in scene.group("trigger"))
    if rule is None or rule.frame is not Frame.STAY or spoken or not governed:
        return False
    noun = next((m for m in scene.group("force") if m.last == trigger.first), None)
    first = max(0, noun.first - _DEFINITE_REACH) if noun else trigger.first
    before = scene.sentence.tokens[first : trigger.first]
    return any(t.lower in scene.pack.words.definite for t in before)


def _is_joined(scene: Scene, match: Match) -> bool:
    """Tell whether "and" or "but" stands right before a match, or it begins with "before"."""
    words, tokens = scene.pack.words, scene.sentence.tokens
    before = tokens[match.first - 1].lower if match.first else ""
    return before in words.joiners | words.contrast or tokens[match.first].lower in words.before


def _opens_as_participle(scene: Scene, cue: Match, trigger: Match) -> bool:
    """Tell whether a denial opens a sentence as what befell its subject: "Denied A, they made for B"."""
    ends = tuple(scene.pack.words.promised)
    participle = scene.sentence.tokens[cue.first].lower.endswith(ends)
    return participle and scene.marks_between(cue.first, trigger.first) > 0


def said_of_before(scene: Scene, sources: Sequence[Source], told_as: Status) -> Status:
    """Return what a sentence without a force of its own says of a claim before it, told with a status.

    "Moscow denies it" and "this could not be verified" cover what the sentence before tells; "The parade
    was cancelled" takes back only what was planned.
    """
    planned = told_as is Status.EXPECTED
    cues = [m for m in scene.group("status_sentence") if planned or not _calls_off(scene, m)]
    remark = scene.sentence.span.of(scene.text).rstrip()
    if remark.isupper() or remark.endswith("?"):
        return Status.REPORTED  # "CANCELLED." heads what follows; "What is disputed?" denies nothing
    cues = [m for m in cues if not _is_of_place(scene, m)]
    told = {Status.DENIED for m in cues if m.value == Status.DENIED and not _has_clause(scene, m)}
    told |= {Status.UNCONFIRMED for m in cues if m.value == Status.UNCONFIRMED and m.last - m.first > 1}
    there = [m for m in scene.mentions if m.usage is Usage.LOCATIVE]
    short = len(scene.sentence.tokens) <= _SHORT_REMARK  # "The ministry in Warsaw denied it."
    placed = not all(short and is_of_source(scene, m, sources) for m in there)
    offices = [m.span for m in scene.group("official") if not _is_led(scene, m)]
    spoken = [*offices, *(s.span for s in sources)]
    forces = (m for m in scene.group("force", "goods") if not any(s.covers(m.span) for s in spoken))
    new = placed or any(forces) or len(scene.sentence.tokens) > _REMARK
    return max(told, key=_ORDER.__getitem__) if told and not new else Status.REPORTED


def _is_led(scene: Scene, office: Match) -> bool:
    """Tell whether a preposition leads to an office, which so says nothing: "the cost to the Malian army"."""
    nation = scene.sentence.ending_at("demonym", office.first)
    link = scene.sentence.ending_at("role", with_articles(scene, nation.first if nation else office.first))
    return link is not None and link.value != "with"  # "and the army has not commented"


def _has_clause(scene: Scene, cue: Match) -> bool:
    """Tell whether a denial says what it denies: "denies that A was given up", "dément avoir refusé"."""
    words = scene.pack.words
    opens = (words.clause - words.joiners) | words.having | words.perfect_to_come
    parted = scene.marks_between(cue.last - 1, cue.last) > 0  # "a été annulée, a annoncé Madrid"
    return not parted and any(t.lower in opens for t in scene.sentence.tokens[cue.last : cue.last + 1])


def later_of(one: Status, other: Status) -> Status:
    """Return the later of two statuses, in the order of `Status`."""
    return max(one, other, key=_ORDER.__getitem__)


def is_ruled_out(scene: Scene, claim: Claim) -> bool:
    """Tell whether a claim is denied of what is to come: "will not be withdrawn before June"."""
    triggers = [m for m in scene.group("trigger") if m.span == claim.trigger]
    if any(_came_to_nothing(scene, trigger) for trigger in triggers):
        return False  # the day for which it was planned has passed
    near = (
        told for trigger in triggers for told in (*told_near(scene, trigger), *told_by_ending(scene, trigger))
    )
    future = any(_negates_future(scene, m) for m in scene.group("status_near"))
    return claim.status is Status.DENIED and (Status.EXPECTED in near or future)


def _negates_future(scene: Scene, cue: Match) -> bool:
    """Tell whether a negation of two words is of what is to come: "will not", not "could not have"."""
    if cue.value != Status.DENIED or cue.last - cue.first < _NOT_WORDS:
        return False
    verb = scene.words(cue.first, cue.first + 1)
    return any(m.value == Status.EXPECTED for m in scene.pack.lexicon.find(verb, tokenize(verb)))


def _is_split_negation(scene: Scene, trigger: Match) -> bool:
    """Tell whether a negation of two words holds the verb: "ne partiront pas", "n'ont jamais quitté"."""
    opens, closes = scene.pack.negation
    rule = scene.pack.triggers.get(trigger.value)
    if rule and rule.nominal:
        return False  # "n'excluent pas l'envoi"
    tokens = scene.sentence.tokens
    before = [t.lower for t in tokens[max(0, trigger.first - _NOT_REACH) : trigger.first]]
    if not opens.intersection(before):
        return False
    at = trigger.first - before[::-1].index(next(w for w in reversed(before) if w in opens)) - 1
    end = min(trigger.last + _NOT_BEHIND, len(tokens))
    only = scene.pack.words.clause - scene.pack.words.joiners  # "n'abrite plus que" is no negation
    closed = (n for n in range(at, end) if tokens[n].lower in closes)
    closed = (n for n in closed if n + 1 >= len(tokens) or tokens[n + 1].lower not in only)
    closed = (n for n in closed if not is_only(scene, n))
    return any(True for _ in closed) and not scene.marks_between(at, trigger.first)


def _of_none(scene: Scene, noun: Match) -> list[Status]:
    """Read "not one soldier" and "pas un soldat": none of the force, however far the verb is."""
    near = range(noun.first - _NONE_REACH, noun.first + 1)
    far = range(noun.first - _NONE_OF_REACH, noun.first + 1)
    words = scene.sentence.tokens
    links = {m.first for m in scene.group("role") if m.value == "genitive"}
    links |= {at - 1 for at in links if words[at - 1].lower in scene.pack.words.strong}  # "no member of the"
    links |= {at + 1 for at, t in enumerate(words) if t.lower in scene.pack.words.definite}  # "none of the"
    links |= {m.first for m in scene.group("force") if m.last in links}  # "not one soldier of the force"
    told = (
        m
        for m in scene.group("none_of")
        if m.last in near or (m.last in far and m.last in links) or m.span == noun.span  # "Il n'y en a aucun"
    )
    return [Status(m.value) for m in told if not words[m.last].lower.isdigit()]  # "No 617 Squadron"


def is_told_by_others(scene: Scene) -> bool:
    """Tell whether a sentence has a verb in the form for what somebody else says: "seraient présents"."""
    endings = scene.pack.conditional_endings
    cues = (m for m in scene.group("status_near") if m.value == Status.UNCONFIRMED)
    auxiliary = any(scene.sentence.tokens[m.last - 1].lower.endswith(endings) for m in cues)
    return auxiliary or any(Status.UNCONFIRMED in told_by_ending(scene, m) for m in scene.group("trigger"))
