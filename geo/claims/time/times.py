"""When an event was or will be: the time of a sentence that is its own."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from geo import dates
from geo.claims.assertion.cues import told_near
from geo.claims.assertion.sources import is_hearsay, is_told_by
from geo.claims.scene import Scene, clauses, is_in_other_clause, is_reduced
from geo.claims.verbs import frame_of
from geo.languages import Frame
from geo.records import Claim, Precision, Status, TimeExpression
from geo.text import Match, tokenize

_HAPPENED = (Precision.DAY, Precision.YEAR)  # of "the quake of 14 August", "the accord of 1974"
_YEAR = 364  # days from the first to the last of a year
_SETTING = 2  # words in which an aside says what it is of
_SIGNED_REACH = 5  # words from "signed" to the day
_DATE_PARTS, _CLOCK_PARTS = re.compile(r"\d+"), 2  # numbers of a date, and at most of a clock time
_CLOCK = frozenset({"h", "am", "pm", "min", "gmt", "utc"})
_OPENING = 2  # words before a time that opens a sentence
_TO_WHOM = 4  # words from a verb of saying to its time, over whom it is said to
_OBJECT_REACH = 1  # words between a verb of saying and the event that is its object
_TAKEN_REACH = 2  # words from "taken" to a date: "taken on 3 April"
_THAT_REACH = 4  # words from a verb of saying to "that"
_VERB_GROUP = 3  # words from a time to the verb behind it: "is", "do not"
_RELATIVE_REACH = 4  # words from "that" to its verb
_DAYS_DIGITS = 3  # of the days of a way
_DAYS_OF = {"day": 1, "week": 7}
_HAPPENING_REACH = 4  # words from "in the course of" to the happening
_PAIR_DAYS = 7  # between two times told as one: "les 10 et 12 décembre"
_CHANGED_REACH = 2  # words from "risen" to the number it was: "risen from 8,000"
_NOT_REACH = 7  # words from "not" to "before September"
_SINCE_REACH = 7  # words from "the first" to "since"


def time_of(scene: Scene, trigger: Match, triggers: Sequence[Match]) -> TimeExpression | None:
    """Return the time nearest to the trigger that is not nearer to another, nor to a verb of saying."""

    def own(time: TimeExpression) -> bool:
        at = scene.first_word(time.span)
        if any(_dates_saying(scene, time, m) for m in says) or scene.strong_marks_between(at, trigger.first):
            return False
        behind = [t for t in triggers if t.first > at]
        if behind and _opens_half(scene, time):
            return min(behind, key=lambda t: t.first) is trigger
        mine = [t for t in triggers if at >= begins[t]] or triggers
        mine = [t for t in mine if not _ends_relative(scene, time, triggers, t)] or mine
        mine = [t for t in mine if not _ends_before(scene, time, triggers, t)] or mine
        return min(mine, key=lambda t: (scene.distance(t.first, at), t.first)) is trigger

    says = [v for v in scene.group("say") if not is_hearsay(scene, v) or is_told_by(scene, v)]
    says = [v for v in says if not _is_picture(scene, v) and not trigger.span.covers(v.span)]
    begins = clauses(scene, tuple(triggers))
    told = [t for t in scene.times if not _dates_account(scene, t, trigger) and not is_stamp(scene, t)]
    told = [t for t in told if not any(holds(scene, t, trigger) for holds in _OTHERS)]
    opening = (t for t in told if opens_sentence(scene, t) and not any(m.span < t.span for m in triggers))
    opening = (t for t in opening if not any(_opens_saying(scene, t, m) for m in says))
    near = [t for t in told if own(t)] or [t for t in opening if not _is_over(scene, t, trigger, triggers)]
    near = [t for t in told if _is_put_off_to(scene, t, trigger)] or near
    chosen = min(near, key=lambda t: scene.distance(scene.first_word(t.span), trigger.first), default=None)
    return _as_meant(scene, chosen) if chosen else None


def _is_put_off_to(scene: Scene, time: TimeExpression, trigger: Match) -> bool:
    """Tell whether an event is put off to a time, since the day planned before stands nearer to its verb.

    "its departure was postponed to Friday", "has put off the delivery until March", "was to send 600 men in
    May, but their departure was put back to June".
    """
    delay = _delay_to(scene, time)
    if delay is None:
        return False
    if delay < trigger.first:
        return scene.marks_between(delay, trigger.first) == 0  # "has delayed sending"
    if _is_nominal(scene, trigger):
        return True
    contrast = scene.pack.words.contrast
    parts = (n for n in range(trigger.last, delay) if scene.sentence.tokens[n].lower in contrast)
    opens = next(parts, delay)  # "300 men were to leave but the delivery of tanks was put off"
    others = any(opens < m.first < delay for m in scene.group("force", "goods"))
    return opens < delay and not others and Status.EXPECTED in told_near(scene, trigger)


def _is_nominal(scene: Scene, trigger: Match) -> bool:
    rule = scene.pack.triggers.get(trigger.value)
    return rule is not None and rule.nominal


def _delay_to(scene: Scene, time: TimeExpression) -> int | None:
    """Return the word of delay to which a time belongs: the one before it, or before what is put off."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    small = scene.pack.articles | words.up_to | words.to
    begins = at = scene.first_word(time.span)
    while begins > 0 and tokens[begins - 1].lower in small:
        begins -= 1
    until = begins_with(scene, time, "until")
    if (until or begins < at) and begins > 0 and tokens[begins - 1].lower in words.postponing:
        return begins - 1
    cue = delay_before(scene, time) if until else None
    return cue.last - 1 if cue else None


def delay_before(scene: Scene, time: TimeExpression) -> Match | None:
    """Return the words that put something off before a time: of "put off the delivery until March"."""
    at, tokens, words = scene.first_word(time.span), scene.sentence.tokens, scene.pack.words.postponing
    cues = scene.group("status_near", "status_sentence")
    cues = tuple(m for m in cues if m.value == Status.EXPECTED and m.last <= at)
    told = (m for m in cues if any(t.lower in words for t in tokens[m.first : m.last]))
    return next((m for m in told if scene.marks_between(m.first, at) == 0), None)


def _is_over(scene: Scene, time: TimeExpression, trigger: Match, triggers: Sequence[Match]) -> bool:
    """Tell whether a semicolon ends what a time opens; "there" goes on with it: "; one was hurt there".

    So does a loss behind what is no event of a force: "On Sunday rebels raided A; three men died".
    """
    semicolon = scene.text.find(";", time.span.end, trigger.span.start)
    falls = frame_of(scene, trigger).frame is Frame.FALL
    if falls and not any(m.span.start < semicolon for m in triggers):
        return False
    return semicolon >= 0 and not any(m.span.start > semicolon for m in scene.group("there"))


def _as_meant(scene: Scene, time: TimeExpression) -> TimeExpression:
    """Return a time as the words around it mean it: with a second one, or only as a bound."""
    whole = _with_second(scene, _of_picture(scene, time))
    if is_not_before(scene, whole) and whole.end:
        return dates.since(whole, whole.end + dt.timedelta(1))
    return whole


def _with_second(scene: Scene, time: TimeExpression) -> TimeExpression:
    """Return the time from the first to the second of two: "les 10 et 12 décembre", "in 2025 and 2026"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    for other in scene.times:
        first, last = sorted((time, other), key=lambda t: t.span)
        between = tokens[scene.after_word(first.span) : scene.first_word(last.span)]
        joined = len(between) == 1 and between[0].lower in words.joiners and first.precision is last.precision
        near = first.end and last.start and abs((last.start - first.end).days) <= _PAIR_DAYS
        if (
            joined
            and near
            and first.start
            and last.end
            and not scene.marks_between(*_around(scene, first, last))
        ):
            return dates.across(first, last)
    return time


def _around(scene: Scene, first: TimeExpression, last: TimeExpression) -> tuple[int, int]:
    return scene.after_word(first.span) - 1, scene.first_word(last.span)


def is_not_before(scene: Scene, time: TimeExpression, relation: str = "before") -> bool:
    """Tell whether "not" stands before a time that ends something: "will not reach A before September"."""
    if not begins_with(scene, time, relation):
        return False
    at, (opens, closes) = scene.first_word(time.span), scene.pack.negation
    near = [n for n in range(max(0, at - _NOT_REACH), at) if not scene.marks_between(n, at)]
    none = {m.span for m in scene.group("none_of")}  # "no soldier will leave before June" stays a denial
    cues = (m for m in scene.group("status_near") if m.value == Status.DENIED and m.span not in none)
    negated = any(m.last - 1 in near for m in cues)
    return negated or any(scene.sentence.tokens[n].lower in opens | closes for n in near)


def _of_picture(scene: Scene, time: TimeExpression) -> TimeExpression:
    """Return the day itself of a picture: "Imagery from 4 November shows tanks at A"."""
    behind = scene.sentence.tokens[scene.after_word(time.span) :][:1]
    shows = any(t.lower in scene.pack.words.showing for t in behind)
    if not (shows and begins_with(scene, time, "from") and time.start and time.end is None):
        return time
    return replace(time, end=time.start, edtf=time.start.isoformat(), precision=Precision.DAY)


def _opens_half(scene: Scene, time: TimeExpression) -> bool:
    """Tell whether a time opens what "and" adds: "landed on Monday, and on the 29th, at B, two were"."""
    at, after = scene.first_word(time.span), scene.after_word(time.span)
    joined = at > 1 and scene.sentence.tokens[at - 1].lower in scene.pack.words.joiners
    return joined and scene.marks_between(at - 2, at) > 0 and scene.marks_between(after - 1, after) > 0


def _is_picture(scene: Scene, verb: Match) -> bool:
    """Tell whether a dated picture shows the event: "images of 31 January show", "taken on 3 April show"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    if tokens[verb.first].lower not in words.showing:
        return False
    dated = (scene.first_word(t.span) for t in scene.times if scene.after_word(t.span) == verb.first)
    return any(t.lower in words.taken for at in dated for t in tokens[max(0, at - _TAKEN_REACH) : at])


def _ends_relative(scene: Scene, time: TimeExpression, triggers: Sequence[Match], trigger: Match) -> bool:
    """Tell whether a time ends a relative clause before a verb: "that landed last week is training"."""
    at, after = scene.first_word(time.span), scene.after_word(time.span)
    between = scene.sentence.tokens[after : trigger.first]
    joined = any(t.lower in scene.pack.words.joiners for t in between)
    if joined or not 0 <= trigger.first - after <= _VERB_GROUP:
        return False
    before = [t for t in triggers if t.last <= at and not scene.marks_between(t.first, trigger.first)]
    if any(is_reduced(scene, t, trigger) for t in before):
        return True  # "the soldiers sent to A in May returned"
    opens = (scene.sentence.tokens[max(0, t.first - _RELATIVE_REACH) : t.first] for t in before)
    return any(token.lower in scene.pack.words.relative for tokens in opens for token in tokens)


def _ends_before(scene: Scene, time: TimeExpression, triggers: Sequence[Match], trigger: Match) -> bool:
    """Tell whether a time ends what is told before "and": "put in at A on 16 May and sailed for B"."""
    at, after, tokens = scene.first_word(time.span), scene.after_word(time.span), scene.sentence.tokens
    told = any(t.last <= at and not scene.marks_between(t.first, at) for t in triggers)
    joins = scene.pack.words.joiners | scene.pack.words.before | scene.pack.words.when
    and_behind = after < trigger.first and tokens[after].lower in joins
    return told and and_behind


def set_out(scene: Scene, claim: Claim, departures: Sequence[Match]) -> Claim:
    """Read "reached A on 29 May, 24 days after leaving B" and "24 days out of B" as a way of so many days."""
    time, origin = claim.time, claim.origin
    if time is None or time.start is None or time.start != time.end or not claim.type.moves or origin is None:
        return claim
    at = [_before_after(scene, t.first) for t in departures]
    named = (scene.first_word(m.span) for m in scene.mentions if m.place == origin)
    links = (scene.sentence.ending_at("role", first) for first in named)
    at += [_before_after(scene, link.first + 1) for link in links if link]
    days = next((count for first in at if (count := _days_before(scene, first))), None)
    return replace(claim, time=dates.begun(time, days)) if days else claim


def _before_after(scene: Scene, first: int) -> int:
    """Return where the words that mean "after" begin before word `first`: "après avoir"; 0 without any."""
    at = first
    while at > 0 and scene.sentence.tokens[at - 1].lower in scene.pack.words.after:
        at -= 1
    return at if at < first else 0


def _days_before(scene: Scene, first: int) -> int | None:
    """Return how many days the words before word `first` count: "24 days", "three weeks" before "after"."""
    words = [t.lower for t in scene.sentence.tokens[max(0, first - 2) : first]]
    units = scene.pack.dates.vocabulary["units"]
    unit = next((u for u in _DAYS_OF if words and words[-1] in units.get(u, ())), None)
    if unit is None:
        return None
    count = words[0]
    if count.isdecimal():
        return int(count) * _DAYS_OF[unit] if len(count) <= _DAYS_DIGITS else None
    number = scene.pack.numbers.words.get(count)
    return number * _DAYS_OF[unit] if number else None


def is_since(scene: Scene, time: TimeExpression) -> bool:
    """Tell whether a time began already: "since dawn"."""
    return begins_with(scene, time, "since")


def begins_with(scene: Scene, time: TimeExpression, relation: str) -> bool:
    """Tell whether a time begins with a word of one relation of the pack, as "until"."""
    words = scene.words(scene.first_word(time.span), scene.after_word(time.span))
    phrases = scene.pack.dates.vocabulary["relations"].get(relation, ())
    return any(f"{_spaced(words)} ".startswith(f"{_spaced(phrase)} ") for phrase in phrases)


@lru_cache(maxsize=4096)
def _spaced(phrase: str) -> str:
    """Return the words of a phrase in small letters, whichever apostrophes and spaces part them."""
    return " ".join(token.lower for token in tokenize(phrase))


def is_stamp(scene: Scene, time: TimeExpression) -> bool:
    """Tell whether a time is the stamp of an entry of a live report: "11:45 Still no word of it"."""
    words = time.span.of(scene.text)
    named = any(word.isalpha() and word.casefold() not in _CLOCK for word in words.split())
    dated = len(_DATE_PARTS.findall(words)) > _CLOCK_PARTS and ":" not in words  # "12/03/2024", "2024-03-12"
    return scene.first_word(time.span) == 0 and words[:1].isdigit() and not (named or dated)


def opens_sentence(scene: Scene, time: TimeExpression) -> bool:
    """Tell whether a time opens the sentence, and so may date all that it tells."""
    known = time.start is not None or time.end is not None
    return scene.first_word(time.span) <= _OPENING and known


def _dates_account(scene: Scene, time: TimeExpression, trigger: Match) -> bool:
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
    """Tell whether a time is that of the speech that opens a sentence.

    "In a statement on Tuesday, the army said 40 men had left."
    """
    tokens = scene.sentence.tokens
    end = next((n for n in range(1, len(tokens)) if scene.marks_between(n - 1, n)), 0)
    if not scene.first_word(time.span) < end <= trigger.first:
        return False
    speech = any(t.lower in scene.pack.words.speech for t in tokens[:end])
    return speech and any(end <= m.first < trigger.first for m in scene.group("say"))


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
    if link is None or link.value != "genitive" or link.first < 1 or time.precision not in _HAPPENED:
        return False
    noun = tokens[link.first - 1]
    if noun.capital or noun.lower in words.abstract:
        return False  # "in the small hours of Friday"
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


def _dates_aside(scene: Scene, time: TimeExpression, trigger: Match) -> bool:
    """Tell whether a time is of another clause: "sent 300 men to Mali, which a junta took in 2020"."""
    return is_in_other_clause(scene, scene.first_word(time.span), trigger.first)


def _dates_setting(scene: Scene, time: TimeExpression, trigger: Match) -> bool:
    """Tell whether a time is of what is said aside of a place or a body: "A, at war since 2013"."""
    at, first = scene.first_word(time.span), scene.first_word(time.span)
    years = _spans_years(time)
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
    return compared or (is_since(scene, time) and (ranked or any(t.lower in words.sole for t in before)))


def _dates_saying(scene: Scene, time: TimeExpression, verb: Match) -> bool:
    """Tell whether a time stands beside a verb of saying, with no comma between: "said on Monday"."""
    at, after = scene.first_word(time.span), scene.after_word(time.span)
    if 0 <= at - verb.last <= _TO_WHOM:  # "told reporters on Monday"
        events = (m for m in scene.group("trigger") if verb.last <= m.first < at)
        that = scene.pack.words.clause - scene.pack.words.joiners
        clause = any(t.lower in that for t in scene.sentence.tokens[verb.last : at])
        near = at - verb.last <= 1 or (not any(events) and not _names_force(scene, verb.last, at))
        return near and not clause and scene.marks_between(verb.last - 1, at) == 0
    if verb.last < at and _is_before_that(scene, time, verb):
        return True
    joined = any(t.lower in scene.pack.words.joiners for t in scene.sentence.tokens[after : verb.first])
    beside = 0 <= verb.first - after <= 1 and scene.marks_between(after - 1, verb.first) == 0
    return beside and not joined  # "sailed this month, and denied that"


def _is_before_that(scene: Scene, time: TimeExpression, verb: Match) -> bool:
    """Tell whether what is said follows a time: "told a closed session on Tuesday that 300 men had left"."""
    at, after, tokens = scene.first_word(time.span), scene.after_word(time.span), scene.sentence.tokens
    that = scene.pack.words.clause - scene.pack.words.joiners
    opens = after < len(tokens) and tokens[after].lower in that
    told = any(verb.last <= m.first < at for m in scene.group("trigger", "force", "goods"))
    said = any(t.lower in that for t in tokens[verb.last : at])
    return opens and not told and not said and scene.marks_between(verb.last - 1, after) <= 1


def _opens_saying(scene: Scene, time: TimeExpression, verb: Match) -> bool:
    """Tell whether a time near the beginning is that of speech: "said on Monday", "France on Monday said"."""
    shows = scene.sentence.tokens[verb.first].lower in scene.pack.words.showing  # "imagery from Monday shows"
    beside = verb.span < time.span or (verb.first == scene.after_word(time.span) and not shows)
    return beside and _dates_saying(scene, time, verb)


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
    _dates_aside,
    _dates_setting,
    _is_first_since,
    _dates_former,
    _names_unit,
    _recurs,
)
