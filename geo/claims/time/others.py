"""What a time may be of beside the event: what is said, decided, or happened otherwise."""

from itertools import pairwise

from geo.claims.place.roles import Role
from geo.claims.scene import Scene, is_in_other_clause, is_told_of_place
from geo.claims.time.wording import is_since, opens_sentence
from geo.claims.verbs import frame_of
from geo.languages import Frame
from geo.records import Precision, TimeExpression
from geo.text import Match

_HAPPENED = (Precision.DAY, Precision.YEAR)  # of "the quake of 14 August", "the accord of 1974"
_HAPPENED_BEHIND = (Precision.WEEK, Precision.MONTH)  # of "were sent after the riots of last week"
_YEAR = 364  # days from the first to the last of a year
_NEXT_VERB = 2  # words from "and" to a verb and its auxiliary
_VERB = 2  # words from "that" to a time, at least: its verb stands between
_SETTING = 2  # words in which an aside says what it is of
_SIGNED_REACH = 5  # words from "signed" to the day
_TO_WHOM = 4  # words from a verb of saying to its time, over whom it is said to
_OBJECT_REACH = 1  # words between a verb of saying and the event that is its object
_THAT_REACH = 4  # words from a verb of saying to "that"
_HAPPENING_REACH = 4  # words from "in the course of" to the happening
_CHANGED_REACH = 2  # words from "risen" to the number it was: "risen from 8,000"
_SINCE_REACH = 7  # words from "the first" to "since"
_CLAUSE_WORDS = 2  # words of a relative clause before its time: "who trained in May"
_POSSESSED_REACH = 3  # words behind "Monday's" that may tell the event itself: "Monday's surprise landing"


def dates_account(scene: Scene, time: TimeExpression, trigger: Match) -> bool:
    """Tell whether a time that opens a sentence dates what is said: "On 28 April KCNA admitted that ..."."""
    if not opens_sentence(scene, time):
        return False
    after = scene.after_word(time.span)
    verbs = [m for m in scene.group("say") if after <= m.first < trigger.first]
    clause = scene.pack.words.clause
    tokens = scene.sentence.tokens
    if any(0 <= trigger.first - verb.last <= _OBJECT_REACH for verb in verbs):
        return True  # "admitted having sent", "announced the dispatch"
    return any(t.lower in clause for verb in verbs for t in tokens[verb.last : verb.last + _THAT_REACH])


def _dates_denied(scene: Scene, time: TimeExpression, trigger: Match) -> bool:
    """Tell whether a time dates what is contradicted: "Contrary to reports this week, they did not leave"."""
    at = scene.first_word(time.span)
    cues = [m for m in scene.group("status_sentence") if m.first <= 1 and m.last <= at < trigger.first]
    ends = scene.marks_between(at, trigger.first) > 0
    return ends and any(not scene.marks_between(m.last - 1, at) for m in cues)


def _dates_speech(scene: Scene, time: TimeExpression, trigger: Match) -> bool:
    """Tell whether a time is that of the speech or visit that opens a sentence, or is told aside.

    "In a statement on Tuesday, the army said 40 men had left", "Le ministre, en visite mardi à A, a dit".
    """
    tokens, at = scene.sentence.tokens, scene.first_word(time.span)
    opens = next((n for n in range(at, 0, -1) if scene.marks_between(n - 1, n)), 0)
    end = next((n for n in range(at + 1, len(tokens)) if scene.marks_between(n - 1, n)), 0)
    if not end or end > trigger.first or any(opens <= m.first < end for m in scene.group("force", "goods")):
        return False
    speech = any(t.lower in scene.pack.words.speech for t in tokens[opens:end])
    says = any(m.first < trigger.first and not opens <= m.first < end for m in scene.group("say"))
    return speech and (says or any(t.lower in scene.pack.words.deciding for t in tokens[end : trigger.first]))


def _dates_decision(scene: Scene, time: TimeExpression, trigger: Match) -> bool:
    """Tell whether a time dates what was decided, not the event: "agreed on Friday to send 200 men"."""
    if _dates_promise(scene, time, trigger):
        return True
    tokens, decides = scene.sentence.tokens, scene.pack.words.deciding
    at, after = scene.first_word(time.span), scene.after_word(time.span)
    if time.start is None:
        return False
    if at > 0 and tokens[at - 1].lower in decides and not trigger.first <= at - 1 < trigger.last:
        return True  # "under a decision that was approved last November"
    if _is_signed(scene, at):
        return True
    before = at < trigger.first and not scene.marks_between(after - 1, trigger.first)
    decided = after < len(tokens) and tokens[after].lower in decides
    aims = pairwise(tokens[after : trigger.first])  # "In May the ministry agreed to withdraw"
    decided = decided or any(t.lower in decides and to.lower in scene.pack.words.purpose for t, to in aims)
    return before and decided and not trigger.first <= after < trigger.last


def _dates_promise(scene: Scene, time: TimeExpression, trigger: Match) -> bool:
    """Tell whether a day is that of a promise made: "pledged 300 men on Monday", not "for Monday"."""
    rule, tokens = scene.pack.triggers.get(trigger.value), scene.sentence.tokens
    made = tokens[trigger.first].lower.endswith(tuple(scene.pack.words.promised))
    first = scene.first_word(time.span)
    meant = {t.lower for t in tokens[max(0, first - 1) : first + 1]} & scene.pack.words.meant
    return rule is not None and rule.promised and made and time.precision is Precision.DAY and not meant


def _dates_happening(scene: Scene, time: TimeExpression, trigger: Match) -> bool:
    """Tell whether a time is that of another happening: "was sent to A after the earthquake of 14 August"."""
    at, tokens, words = scene.first_word(time.span), scene.sentence.tokens, scene.pack.words
    link = scene.sentence.ending_at("role", at)
    grains = _HAPPENED if at < trigger.first else _HAPPENED + _HAPPENED_BEHIND
    if link is None or link.value != "genitive" or link.first < 1 or time.precision not in grains:
        return False  # "The relief of December had come by way of A"
    noun = tokens[link.first - 1]
    units = scene.pack.dates.vocabulary["units"].values()
    if noun.capital or noun.lower in words.abstract or any(noun.lower in unit for unit in units):
        return False  # "in the small hours of Friday", "in the month of May"
    if frame_of(scene, trigger).frame is Frame.FALL:
        return False  # "were killed in the battle of 23 January"
    own = (*scene.group("trigger", "force", "goods", "collective", "again"), *scene.group("status_near"))
    if any(m.first < link.first <= m.last for m in own) or scene.marks_between(link.first - 1, at):
        return False
    before = tokens[max(0, link.first - _HAPPENING_REACH) : link.first]
    pictured = any(t.lower in words.pictures for t in before)
    if pictured or any(t.lower in words.showing for t in tokens[scene.after_word(time.span) :][:1]):
        return False  # "images of 31 January show tanks", "in images of 31 January"
    opens = tokens[max(0, link.first - _HAPPENING_REACH) : link.first - 1]
    return not any(t.lower in words.during for t in opens)


def _dates_possessed(scene: Scene, time: TimeExpression, trigger: Match) -> bool:
    """Tell whether a time owns another happening: "was sent to A after Monday's earthquake"."""
    at, after = scene.first_word(time.span), scene.after_word(time.span)
    tokens, words = scene.sentence.tokens, scene.pack.words
    owns = [t.lower for t in tokens[after : after + 1]]
    bound = time.start is None or time.end is None or frame_of(scene, trigger).frame is Frame.FALL
    if words.possessive.isdisjoint(owns) or at <= trigger.first or bound:
        return False
    link = scene.sentence.ending_at("role", at)
    of = link is not None and link.value == Role.GENITIVE  # "in the wake of", not "on Monday's plane"
    follows = of or tokens[at - 1].lower in words.after | words.to  # "in response to"
    own = scene.group("trigger", "force", "goods", "collective")
    return follows and not any(after < m.first <= after + _POSSESSED_REACH for m in own)


def _dates_relative(scene: Scene, time: TimeExpression, trigger: Match) -> bool:
    """Tell whether a time ends a clause that tells no event: "the men who trained in May left A"."""
    at, after = scene.first_word(time.span), scene.after_word(time.span)
    tokens, words = scene.sentence.tokens, scene.pack.words
    opens = next((n for n in range(at - 1, 0, -1) if tokens[n].lower in words.relative), None)
    if opens is None or at - opens <= _CLAUSE_WORDS or scene.marks_between(opens - 1, trigger.first):
        return False
    of_force = any(m.last == opens for m in scene.group("force", "demonym"))
    events = any(opens < m.first < trigger.first for m in scene.group("trigger", "say"))
    joined = any(t.lower in words.joiners for t in tokens[after : trigger.first])
    return of_force and not events and not joined and 0 <= trigger.first - after <= _VERB


def _dates_aside(scene: Scene, time: TimeExpression, trigger: Match) -> bool:
    """Tell whether a time is of another clause: "sent 300 men to Mali, which a junta took in 2020"."""
    return is_in_other_clause(scene, scene.first_word(time.span), trigger.first)


def _dates_next_clause(scene: Scene, time: TimeExpression, trigger: Match) -> bool:
    """Tell whether a time is of who acts next: "promised 500 men, and a team was here last week"."""
    words, tokens = scene.pack.words, scene.sentence.tokens
    first = scene.first_word(time.span)
    joined = (at for at in range(trigger.last, first - 1) if tokens[at].lower in words.joiners)
    opens = next((at for at in joined if scene.marks_between(at - 1, at)), None)
    if opens is None:
        return False
    if tokens[opens + 1].lower in words.bare | scene.pack.auxiliaries:  # "has 300 men, and will vote in May"
        verb = first - opens > _NEXT_VERB  # not "et pas avant mai"
        return verb and not any(opens < m.first < first for m in scene.group("trigger"))
    verbs = scene.pack.state_auxiliaries | words.bare
    return any(tokens[at].lower in verbs for at in range(opens + 2, first))


def _dates_other_noun(scene: Scene, time: TimeExpression, trigger: Match) -> bool:
    """Tell whether a time is of what another noun does: "came for the drill that opens on Monday"."""
    at, tokens, words = scene.first_word(time.span), scene.sentence.tokens, scene.pack.words
    opens = next((n for n in range(at - _VERB, trigger.last, -1) if tokens[n].lower in words.relative), None)
    if opens is None or scene.marks_between(opens - 1, at):
        return False
    groups = ("force", "goods", "collective", "demonym", "again", "sideless", "say", "role")
    told = [m.span for m in scene.group(*groups)]
    told += [*(m.span for m in scene.mentions), *(t.span for t in scene.times)]
    noun = tokens[opens - 1]
    known = noun.capital or any(span.start <= noun.start < span.end for span in told)
    events = any(opens < m.first < at for m in scene.group("trigger", "say"))
    return not known and not events and noun.lower not in words.clause


def _dates_setting(scene: Scene, time: TimeExpression, trigger: Match) -> bool:
    """Tell whether a time is of what is said aside of a place or a body: "A, at war since 2013"."""
    at, first = scene.first_word(time.span), scene.first_word(time.span)
    years = _spans_years(time)
    if is_told_of_place(scene, at) and frame_of(scene, trigger).frame is not Frame.FALL:
        return trigger.last <= at or scene.marks_between(at, trigger.first) > 0
    if years and at > 1 and _is_made(scene, at - 1) and not _is_governed(scene, at - 1):
        return True  # "the line drawn in 2000", "the mission, founded in 1978, has 900 men in A"
    while first > 0 and not scene.marks_between(first - 1, first):
        first -= 1
    if first == 0 or at - first < _SETTING or not scene.marks_between(trigger.first, at):
        return False
    if any(first < m.first < at for m in scene.group("trigger")):
        return False
    tokens, words = scene.sentence.tokens, scene.pack.words
    if tokens[first].lower in words.relative | (words.clause - words.joiners - words.related):
        return True  # "the Pentagon, which spoke of 3,000 last week"
    noun = first + (tokens[first].lower in scene.pack.articles)
    state = scene.sentence.starting_at("generic", noun) is not None or _is_made(scene, first)
    long = years or is_since(scene, time)
    return long and (state or any(t.lower in words.settings for t in tokens[first : first + _SETTING]))


def _is_governed(scene: Scene, at: int) -> bool:
    """Tell whether an auxiliary or an article stands before a word: "were attached", "the valley"."""
    small = scene.pack.auxiliaries | scene.pack.words.bare | scene.pack.articles | scene.pack.determiners
    return scene.sentence.tokens[at - 1].lower in small


def _spans_years(time: TimeExpression) -> bool:
    known = time.start is not None and time.end is not None
    return bool(known and time.start and time.end and (time.end - time.start).days >= _YEAR)


def _is_made(scene: Scene, at: int) -> bool:
    """Tell whether a word is the participle of a verb that tells no event: "created", "tracée"."""
    token = scene.sentence.tokens[at]
    made = not token.capital and token.lower.endswith(tuple(scene.pack.words.promised))
    return made and not any(m.first <= at < m.last for m in scene.group("trigger", "say", "force"))


def _is_signed(scene: Scene, at: int) -> bool:
    """Tell whether a time dates what was signed somewhere: "the agreement signed in Moscow on 14 May"."""
    tokens = scene.sentence.tokens
    for first in range(at - 1, max(0, at - _SIGNED_REACH), -1):
        if any(m.first <= first < m.last for m in scene.group("trigger")) or scene.marks_between(first, at):
            return False
        if tokens[first].lower in scene.pack.words.signed:
            return True
    return False


def _dates_former(scene: Scene, time: TimeExpression, _: Match) -> bool:
    """Tell whether a time is of what a number was before: "has risen from 8,000 in May to 12,000"."""
    at, tokens, words = scene.first_word(time.span), scene.sentence.tokens, scene.pack.words
    behind = [t.lower for t in tokens[scene.after_word(time.span) :][:1]]
    if not words.up_to.intersection(behind):
        return False
    counted = [n for n in scene.numbers if 0 <= at - scene.after_word(n.span) <= 1]
    before = (tokens[: scene.first_word(n.span)][-_CHANGED_REACH:] for n in counted)
    return any(t.lower in words.changing for near in before for t in near)


def _names_unit(scene: Scene, time: TimeExpression, _: Match) -> bool:
    """Tell whether a day of the month is a unit's number: "released by the 8th special forces regiment"."""
    after = scene.after_word(time.span)
    number = scene.sentence.tokens[after - 1].lower
    ordinal = number[:1].isdigit() and number[-1:].isalpha()
    return ordinal and any(m.first == after for m in scene.group("force", "collective", "official"))


def _recurs(scene: Scene, time: TimeExpression, _: Match) -> bool:
    """Tell whether a time comes again and again: "every Friday"."""
    at = scene.first_word(time.span)
    near = scene.sentence.tokens[max(0, at - 1) : at + 1]
    return any(t.lower in scene.pack.words.every for t in near)


def _is_first_since(scene: Scene, time: TimeExpression, trigger: Match) -> bool:
    """Tell whether a time only compares: "for the first time since May", "down from 45 in the spring".

    So it does behind "the largest".
    """
    at, words = scene.first_word(time.span), scene.pack.words
    before = scene.sentence.tokens[max(0, at - _SINCE_REACH) : at]
    counted = any(0 <= at - scene.after_word(n.span) <= 1 for n in scene.numbers)
    reach = before if counted else before[-1:]  # "700 more than in July", but not "moved up this week"
    compared = at - trigger.last not in (0, 1) and any(t.lower in words.compared for t in reach)
    ranked = any(t.lower in words.highest and a.lower in scene.pack.articles for a, t in pairwise(before))
    if _is_in_since(scene, at, trigger):
        return True
    return compared or (is_since(scene, time) and (ranked or any(t.lower in words.sole for t in before)))


def _is_in_since(scene: Scene, at: int, trigger: Match) -> bool:
    """Tell whether a time is of a clause behind "the first since": "the first to go since A fell in May"."""
    tokens, sole = scene.sentence.tokens, scene.pack.words.sole
    since = scene.pack.dates.vocabulary["relations"].get("since", ())
    opens = next((n for n in range(at - _CLAUSE_WORDS, trigger.last, -1) if tokens[n].lower in since), None)
    if opens is None or scene.marks_between(opens, at):
        return False
    return any(t.lower in sole for t in tokens[max(trigger.last, opens - _SINCE_REACH) : opens])


def dates_saying(scene: Scene, time: TimeExpression, verb: Match) -> bool:
    """Tell whether a time stands beside a verb of saying, with no comma between: "said on Monday"."""
    at, after = scene.first_word(time.span), scene.after_word(time.span)
    if 0 <= at - verb.last <= _TO_WHOM:  # "told reporters on Monday"
        events = (m for m in scene.group("trigger") if verb.last <= m.first < at)
        that = scene.pack.words.clause - scene.pack.words.joiners
        clause = any(t.lower in that for t in scene.sentence.tokens[verb.last : at])
        near = at - verb.last <= 1 or (not any(events) and not _names_force(scene, verb.last, at))
        return near and not clause and scene.marks_between(verb.last - 1, at) == 0
    if verb.last < at and (_is_before_that(scene, time, verb) or _ends_visit(scene, at, verb)):
        return True
    joined = any(t.lower in scene.pack.words.joiners for t in scene.sentence.tokens[after : verb.first])
    beside = 0 <= verb.first - after <= 1 and scene.marks_between(after - 1, verb.first) == 0
    return beside and not joined  # "sailed this month, and denied that"


def _ends_visit(scene: Scene, at: int, verb: Match) -> bool:
    """Tell whether a time is that of a visit: "said during a visit to A on Friday"."""
    near = range(verb.last - 1, verb.last + _TO_WHOM + 1)
    visits = (m for m in scene.group("role") if m.value == Role.WITH and m.first in near)
    ends = {m.last for m in visits if not scene.marks_between(verb.last - 1, m.last)}
    return any(scene.first_word(m.span) in ends and scene.after_word(m.span) == at for m in scene.mentions)


def _is_before_that(scene: Scene, time: TimeExpression, verb: Match) -> bool:
    """Tell whether what is said follows a time: "told a closed session on Tuesday that 300 men had left"."""
    at, after, tokens = scene.first_word(time.span), scene.after_word(time.span), scene.sentence.tokens
    that = scene.pack.words.clause - scene.pack.words.joiners
    opens = after < len(tokens) and tokens[after].lower in that
    told = any(verb.last <= m.first < at for m in scene.group("trigger", "force", "goods"))
    said = any(t.lower in that for t in tokens[verb.last : at])
    return opens and not told and not said and scene.marks_between(verb.last - 1, after) <= 1


def opens_saying(scene: Scene, time: TimeExpression, verb: Match) -> bool:
    """Tell whether a time near the beginning is that of speech: "said on Monday", "France on Monday said"."""
    shows = scene.sentence.tokens[verb.first].lower in scene.pack.words.showing  # "imagery from Monday shows"
    beside = verb.span < time.span or (verb.first == scene.after_word(time.span) and not shows)
    return beside and dates_saying(scene, time, verb)


def _names_force(scene: Scene, first: int, last: int) -> bool:
    """Tell whether more than to whom and where something is said stands between two words."""
    links = (m for m in scene.group("role") if m.value != "location")
    return any(first <= m.first < last for m in (*scene.group("force", "goods"), *links))


# What a time may be of, beside the event.
_OTHERS = (
    _dates_denied,
    _dates_speech,
    _dates_decision,
    _dates_happening,
    _dates_possessed,
    _dates_relative,
    _dates_aside,
    _dates_next_clause,
    _dates_other_noun,
    _dates_setting,
    _is_first_since,
    _dates_former,
    _names_unit,
    _recurs,
)
