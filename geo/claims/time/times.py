"""When an event was or will be: the time of a sentence that is its own."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from geo import dates
from geo.claims.assertion.cues import told_near
from geo.claims.assertion.sayings import is_hearsay, is_told_by
from geo.claims.scene import ECHO, Scene, clauses, is_reduced
from geo.claims.time.others import _OTHERS, dates_account, dates_saying, opens_saying
from geo.claims.time.wording import begins_with, is_since, is_stamp, opens_sentence
from geo.claims.verbs import frame_of
from geo.languages import Frame
from geo.records import Claim, Precision, Status, TimeExpression
from geo.text import Match

_TAKEN_REACH = 2  # words from "taken" to a date: "taken on 3 April"
_VERB_GROUP = 3  # words from a time to the verb behind it: "is", "do not"
_RELATIVE_REACH = 4  # words from "that" to its verb
_DAYS_DIGITS = 3  # of the days of a way
_DAYS_OF = {"day": 1, "week": 7}
_PAIR_DAYS = 7  # between two times told as one: "les 10 et 12 décembre"
_NOT_REACH = 7  # words from "not" to "before September"


def time_of(scene: Scene, trigger: Match, triggers: Sequence[Match]) -> TimeExpression | None:
    """Return the time nearest to the trigger that is not nearer to another, nor to a verb of saying."""

    def own(time: TimeExpression) -> bool:
        at = scene.first_word(time.span)
        if any(dates_saying(scene, time, m) for m in says) or scene.strong_marks_between(at, trigger.first):
            return False
        behind = [t for t in triggers if t.first > at]
        if behind and (_opens_half(scene, time) or _opens_echo(scene, time, behind)):
            return min(behind, key=lambda t: t.first) is trigger
        mine = [t for t in triggers if at >= begins[t]] or triggers
        mine = [t for t in mine if not _ends_relative(scene, time, triggers, t)] or mine
        mine = [t for t in mine if not _ends_before(scene, time, triggers, t)] or mine
        return min(mine, key=lambda t: (scene.distance(t.first, at), t.first)) is trigger

    says = [v for v in scene.group("say") if not is_hearsay(scene, v) or is_told_by(scene, v)]
    says = [v for v in says if not _is_picture(scene, v) and not trigger.span.covers(v.span)]
    begins = clauses(scene, tuple(triggers))
    told = [t for t in scene.times if not dates_account(scene, t, trigger) and not is_stamp(scene, t)]
    told = [t for t in told if not any(holds(scene, t, trigger) for holds in _OTHERS)]
    opening = (t for t in told if opens_sentence(scene, t) and not any(m.span < t.span for m in triggers))
    opening = (t for t in opening if not any(opens_saying(scene, t, m) for m in says))
    near = [t for t in told if own(t)] or [t for t in opening if not _is_over(scene, t, trigger, triggers)]
    near = [t for t in told if _is_put_off_to(scene, t, trigger)] or near
    chosen = min(near, key=lambda t: scene.distance(scene.first_word(t.span), trigger.first), default=None)
    meant = _as_meant(scene, chosen) if chosen else None
    began = meant.start if meant and _opens_since(scene, meant, trigger) else None
    return dates.since(meant, began) if meant and began else meant


def _opens_since(scene: Scene, time: TimeExpression, trigger: Match) -> bool:
    """Tell whether a day is that of what came first: "has sent 300 men since it closed on 3 May"."""
    tokens, opens = scene.sentence.tokens, scene.pack.words.clause | scene.pack.words.related
    first = scene.first_word(time.span)
    since = scene.pack.dates.vocabulary["relations"].get("since", ())
    near = [at for at in range(trigger.last, first) if tokens[at].lower in since]
    if not near or scene.marks_between(near[-1], first) or is_since(scene, time):
        return False
    clause = tokens[near[-1] + 1 : first]
    return bool(clause) and (scene.pack.noun_adjuncts or clause[0].lower in opens)  # "depuis que"


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
    until = begins_with(scene, time, "until") or begins_with(scene, time, "up_to")
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


def _opens_echo(scene: Scene, time: TimeExpression, behind: Sequence[Match]) -> bool:
    """Tell whether a time opens what takes a verb up: "On the 3rd 100 reached A, on the 5th, 200 B"."""
    at, after = scene.first_word(time.span), scene.after_word(time.span)
    joined = (
        scene.marks_between(at - 1, at) > 0 or scene.sentence.tokens[at - 1].lower in scene.pack.words.joiners
    )
    echoes = any(t.group == ECHO and 0 <= t.first - after <= 1 for t in behind)
    return at > 0 and echoes and joined and scene.marks_between(after - 1, after) > 0


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
