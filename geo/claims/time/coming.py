"""What is still to come and what is past: days that a report leaves open, read by the verb and the plan."""

import datetime as dt
import re
from dataclasses import replace

from geo import dates
from geo.claims.assertion.status import is_ruled_out, later_of
from geo.claims.scene import Scene
from geo.claims.time.times import delay_before, is_not_before
from geo.claims.time.wording import begins_with, is_since, opens_sentence
from geo.languages import Frame
from geo.records import (
    Basis,
    Claim,
    ClaimType,
    Document,
    Precision,
    Reason,
    ReasonKind,
    Span,
    Status,
    TimeExpression,
    reason,
)
from geo.text import Match

_YEAR_DIGITS = 4
_LONG_AGO = 45  # days since a date without a year, for it to be next year's where it is planned
_BARE_DAY = re.compile(r"\d{1,2}[^\W\d]{0,3}")  # "29", "29th", "1er"
_STAMP = re.compile(
    r"[^\w\n]{0,3}((?:[01]?[0-9]|2[0-3])(?: ?[h:] ?[0-5][0-9](?: ?[ap]m)?|(?:\.[0-5][0-9])? ?[ap]m))\b"
)
_LONGEST_STAMP = 16  # characters before what an entry tells: "[16 h 52 GMT] "
_UNSAID_REACH = 8  # words from "had" to what stands for the verb
_SEEN_REACH = 8  # words from "saw" to whom: "saw a company of 120 Chadian soldiers"
_PERFECT_REACH = 2  # words from "had" to its participle: "had already moved"
_PASSIVE_REACH = 3  # words from "had" to its participle: "had reportedly been flown"
_HAVING_REACH = 3  # words from "auront" to its participle: "auront tous quitté"
_ENDED_REACH = 6  # words from "completed" to what ended: "a achevé dimanche soir son déploiement"
_ORDER_REACH = 6  # words from "ordered" to where: "ordered some 15,000 more soldiers to"
_SUNDAY = 7
_WEEK = 7  # days
_SOON = 15  # days ahead that a date without a year may lie where nothing says that it is to come


def to_come(document: Document, scene: Scene, claim: Claim) -> Claim:
    """Read a day of what is planned as the one to come, and what is dated after the report as planned."""
    time, today = claim.time, document.published
    if time is None or today is None:
        return _of_entry(scene, claim, today) if today else claim
    last = time.end or time.start
    if claim.status is Status.DENIED and _is_not_until(scene, claim, today):
        note = reason(ReasonKind.NOT_BEFORE, words=time.span.of(scene.text))
        return replace(claim, status=Status.REPORTED, time=_unit_of(scene, time), notes=(*claim.notes, note))
    if is_ruled_out(scene, claim) and (bound := _only_later(scene, time)):
        note = reason(ReasonKind.NOT_BEFORE, words=time.span.of(scene.text))
        claim = replace(claim, status=Status.EXPECTED, time=bound, notes=(*claim.notes, note))
        time, last = bound, bound.end or bound.start
    if _is_put_off(scene, time) or _follows_not(scene, time):
        claim = replace(claim, time=_unit_of(scene, time))
        time = claim.time or time
    if last and last < today:
        return _from_past(scene, claim, time, today)
    ahead = time.start and time.start >= today and (time.end is None or time.end > today)
    ahead = ahead or _is_later_today(scene, claim, time, today)
    if not ahead or is_since(scene, time) or later_of(claim.status, Status.EXPECTED) is claim.status:
        return _by_then(scene, claim, time, today)
    if not _is_scheduled(scene, claim, time) and (earlier := _already(scene, claim, today)) != time:
        return replace(claim, time=earlier)
    note = _still_to_come(time.span.of(scene.text))
    return replace(claim, status=Status.EXPECTED, notes=(*claim.notes, note))


def _is_later_today(scene: Scene, claim: Claim, time: TimeExpression, today: dt.date) -> bool:
    """Tell whether a verb in the present names the hours to come: "sails this evening", "part ce soir"."""
    said = {t.lower for t in scene.sentence.tokens[scene.first_word(time.span) : scene.after_word(time.span)]}
    if time.start != today or time.end != today or scene.pack.words.evening.isdisjoint(said):
        return False
    at, words = scene.word_at(claim.trigger.start), scene.pack.words
    before = {t.lower for t in scene.sentence.tokens[max(0, at - _PERFECT_REACH) : at]}
    compound = not before.isdisjoint(words.having | words.auxiliaries | scene.pack.state_auxiliaries)
    bare = not words.scheduled and claim.type.moves and not compound
    return bare or _is_scheduled(scene, claim, time)


def _by_then(scene: Scene, claim: Claim, time: TimeExpression, today: dt.date) -> Claim:
    """Return a claim with all days until its last, where it tells that: "auront quitté A au 31"."""
    if claim.status is Status.DENIED and (past := _until_past(scene, claim, time, today)):
        return replace(claim, time=past)  # "had not left by Sunday"
    last = time.start is not None and time.start == time.end and time.start > today
    last = last and claim.status is Status.EXPECTED and _will_have_been(scene, claim)
    return replace(claim, time=dates.from_day(time, today)) if last else claim


def _will_have_been(scene: Scene, claim: Claim) -> bool:
    """Tell whether a day to come is the last on which something is done: "auront quitté A au 31 décembre".

    So is that on which a way ends: "The withdrawal is to be completed on 5 July".
    """
    at = scene.word_at(claim.trigger.start)
    before = [t.lower for t in scene.sentence.tokens[max(0, at - _HAVING_REACH) : at]]
    verb = next((m for m in scene.group("trigger") if m.span == claim.trigger), None)
    nominal = (
        verb is not None and verb.value in scene.pack.triggers and scene.pack.triggers[verb.value].nominal
    )
    behind = (
        scene.sentence.tokens[verb.last : scene.first_word(claim.time.span)] if verb and claim.time else ()
    )
    ends = nominal and any(t.lower in scene.pack.words.ending for t in behind)
    return ends or not scene.pack.words.perfect_to_come.isdisjoint(before)


def _of_entry(scene: Scene, claim: Claim, today: dt.date) -> Claim:
    """Give a way that was gone the day of its live entry: "16:52 The aircraft has landed in Beira"."""
    told = claim.status in (Status.REPORTED, Status.CONFIRMED) and claim.type is ClaimType.MOVEMENT
    stamp = _stamp(scene) if told else None
    verb = next((m for m in scene.group("trigger") if m.span == claim.trigger), None)
    if stamp is None or verb is None or not _is_gone(scene, verb):
        return claim
    time = TimeExpression(stamp, today, today, today.isoformat(), Precision.DAY, Basis.PUBLISHED)
    return replace(claim, time=time)


def _stamp(scene: Scene) -> Span | None:
    """Return the clock time that opens a sentence at the head of its line, or stands alone before it."""
    start = scene.sentence.span.start
    line = scene.text.rfind("\n", 0, start) + 1
    if start - line > _LONGEST_STAMP:
        return None
    stamp = _STAMP.match(scene.text, line)
    if stamp is None or any(c.isalnum() for c in scene.text[stamp.end() : start]):
        return None
    return Span(stamp.start(1), stamp.end(1))


def _is_gone(scene: Scene, verb: Match) -> bool:
    """Tell whether a verb of coming or going is in the perfect or past: "has left", "s'est posé"."""
    words, pack = scene.pack.words, scene.pack
    if pack.triggers[verb.value].frame not in (Frame.ARRIVE, Frame.LEAVE):
        return False
    said = [t.lower for t in scene.sentence.tokens[max(0, verb.first - _PERFECT_REACH) : verb.last]]
    going = said[-1].endswith(tuple(words.participles))  # "are leaving"
    done = not (words.auxiliaries | pack.state_auxiliaries).isdisjoint(said)
    own = scene.sentence.tokens[verb.first].lower  # "took off"
    past = any(word.endswith(tuple(words.past)) for word in (said[-1], own))
    return (done or past) and not going and words.already.isdisjoint(said)


def _still_to_come(words: str) -> Reason:
    return reason(ReasonKind.STATUS_TO_COME, status=Status.EXPECTED, words=words)


def _from_past(scene: Scene, claim: Claim, time: TimeExpression, today: dt.date) -> Claim:
    """Return a claim whose time lies before the report, with the next of its kind where that is meant."""
    planned = claim.status is Status.EXPECTED or is_ruled_out(scene, claim)
    planned = planned and not _is_of_order(scene, claim)
    if planned and is_since(scene, time):
        return claim  # "ready to leave since March"
    if planned or _is_staying(scene, claim, time):
        later = _next(scene, time, today)
        return _by_then(scene, replace(claim, time=later), later, today)
    if _is_ended(scene, claim, time):
        return replace(claim, time=dates.until(time))
    coming = _next(scene, time, today)
    last = coming.end or coming.start
    if coming == time or (last and last < today) or not _is_scheduled(scene, claim, time):
        return claim  # "The frigate leaves A on the 13th", in a chronology
    note = _still_to_come(claim.trigger.of(scene.text))
    status = later_of(claim.status, Status.EXPECTED)
    return replace(claim, time=coming, status=status, notes=(*claim.notes, note))


def _is_ended(scene: Scene, claim: Claim, time: TimeExpression) -> bool:
    """Tell whether a day is only the last of a way: "completed its deployment on Sunday"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    verb = next((m for m in scene.group("trigger") if m.span == claim.trigger), None)
    if verb is None or time.start is None or not claim.type.moves or claim.status is Status.DENIED:
        return False
    first, last = scene.first_word(time.span), scene.after_word(time.span)
    before = [n for n in range(max(0, verb.first - _ENDED_REACH), verb.first) if not first <= n < last]
    small = scene.pack.articles | words.owners | words.possessive
    while before and tokens[before[-1]].lower in small:
        before.pop()
    nominal = verb.value in scene.pack.triggers and scene.pack.triggers[verb.value].nominal
    behind = range(verb.last, first) if nominal and not scene.marks_between(verb.first, first) else ()
    told = (tokens[n].lower for n in (*before[-1:], *behind))
    return any(word in words.ending and word.endswith(tuple(words.promised)) for word in told)


def _is_of_order(scene: Scene, claim: Claim) -> bool:
    """Tell whether a day is that of the order to go: "ordered 300 men to A on Monday", not "by Monday"."""
    at = scene.word_at(claim.trigger.start)
    before = scene.sentence.tokens[max(0, at - _ORDER_REACH) : at]
    goes = claim.rule.endswith(":goes") and claim.time is not None and claim.trigger < claim.time.span
    return goes and any(t.lower in scene.pack.words.deciding for t in before)


def _only_later(scene: Scene, time: TimeExpression) -> TimeExpression | None:
    """Return when something will be that will not be before: "will not sail until August", "before May"."""
    if is_not_before(scene, time, "until"):
        return _unit_of(scene, time)
    return time if is_not_before(scene, time) else None


def _is_not_until(scene: Scene, claim: Claim, today: dt.date) -> bool:
    """Tell whether a denial only holds until a time that has passed: "did not arrive until August"."""
    time = claim.time
    past = time is not None and time.start is None and time.end is not None and time.end <= today
    if time is None or not past or not begins_with(scene, time, "until") or time.span < claim.trigger:
        return False
    denied = (m for m in scene.group("status_sentence") if m.value == Status.DENIED)
    return not any(denied) and not is_ruled_out(scene, claim)


def _is_put_off(scene: Scene, time: TimeExpression) -> bool:
    """Tell whether "until" belongs to words of delay: "has been put off until November"."""
    cues = (m for m in scene.group("status_near") if m.value == Status.EXPECTED and m.last - m.first > 1)
    put_off = any(m.span.touches(time.span) for m in cues) or delay_before(scene, time) is not None
    return put_off and begins_with(scene, time, "until")


def _follows_not(scene: Scene, time: TimeExpression) -> bool:
    """Tell whether a time is when something happened at last: "It was not until 1994 that they left"."""
    first = scene.first_word(time.span)
    negations = {m.first for m in scene.group("status_near") if m.value in (Status.DENIED, Status.REPORTED)}
    return begins_with(scene, time, "until") and first - 1 in negations


def _unit_of(scene: Scene, time: TimeExpression) -> TimeExpression:
    """Return the day, month or year that ends an open interval: August of "until August"."""
    words, last = time.span.of(scene.text), time.span.of(scene.text).split()[-1]
    if _names(scene, time, "months"):
        unit = "day" if any(c.isdigit() for c in words[:-_YEAR_DIGITS]) else "month"
    else:
        unit = "year" if last.isdigit() and len(last) == _YEAR_DIGITS else "day"
    return dates.last_unit(time, unit)


def _is_scheduled(scene: Scene, claim: Claim, time: TimeExpression) -> bool:
    """Tell whether a verb in the present names a day to come: "sails on Friday"."""
    at, words = scene.word_at(claim.trigger.start), scene.pack.words
    verb = scene.sentence.tokens[at].lower
    going = verb.endswith(tuple(words.participles))  # "is flying to A in November"
    going = going and at > 0 and scene.sentence.tokens[at - 1].lower in words.staying
    perfect = any(t.lower in words.done for t in scene.sentence.tokens[max(0, at - _PERFECT_REACH) : at])
    before = scene.sentence.tokens[at - 1].lower if at else ""
    whom = scene.sentence.ending_at("force", max(0, at - 1)) is not None  # "expects 300 soldiers to leave"
    seen = perfect or _is_witnessed(scene, at)
    free = not seen and (whom or before not in words.purpose)  # not "had come", "began to leave on Monday"
    present = (verb in words.scheduled and free) or going
    told = claim.status is not Status.DENIED  # "did not sail on Friday"
    return present and told and claim.type.moves and time.span > claim.trigger


def _is_witnessed(scene: Scene, at: int) -> bool:
    """Tell whether a verb without a tense is what somebody saw: "Gao saw 300 soldiers leave on Monday"."""
    tokens, noun = scene.sentence.tokens, scene.sentence.ending_at("force", at)
    near = range(noun.first - 1, max(-1, noun.first - _SEEN_REACH), -1) if noun else ()
    saw = next((n for n in near if tokens[n].lower in scene.pack.words.witnessing), None)
    return saw is not None and not scene.marks_between(saw, at)


def _is_staying(scene: Scene, claim: Claim, time: TimeExpression) -> bool:
    """Tell whether a force is still there until a time: "are in Kosovo until April"."""
    present = scene.sentence.tokens[scene.word_at(claim.trigger.start)].lower in scene.pack.words.staying
    stays = claim.type is ClaimType.PRESENCE and time.start is None and time.span > claim.trigger
    return present and stays and begins_with(scene, time, "until")


def _already(scene: Scene, claim: Claim, today: dt.date) -> TimeExpression | None:
    """Return the time of a claim read as the one before, where its words leave that open."""
    time = claim.time
    if time is None or time.start is None:
        return time
    opens = time.start == today and not is_until(scene, time, today) and not is_since(scene, time)
    if opens and (time.end is None or time.end > today) and _is_done(scene, claim):
        return None  # "within days they had withdrawn"
    past = _until_past(scene, claim, time, today)
    if past or _is_bare_day(scene, time):
        return past or dates.month_later(time, -1)  # "pulled out on the 29th"
    follows = time.basis is Basis.TEXT  # "the next day", of a day of no told year
    by_day = any(c.isdigit() for c in time.span.of(scene.text))  # a day or two ahead, of a report dated early
    done = (time.start - today).days > _SOON or (not by_day and _is_over(scene, claim))
    if done and not is_until(scene, time, today) and (follows or _lacks_year(scene, time)):
        return dates.year_later(time, -1)  # "in April 177 airmen were flown home"
    told = claim.status in (Status.REPORTED, Status.CONFIRMED)
    if told and (dates.is_weekend(time) or (_is_of_week(scene, time) and _is_over(scene, claim))):
        return dates.week_earlier(time)  # "lorries set out at the weekend", "sont arrivés en fin de semaine"
    return time


def _until_past(scene: Scene, claim: Claim, time: TimeExpression, today: dt.date) -> TimeExpression | None:
    """Return the time that lies before the report of "by Friday they had moved"; None where it lies ahead."""
    at = scene.first_word(time.span)
    first = scene.word_at(claim.trigger.start)
    between = {t.lower for t in scene.sentence.tokens[first:at]}  # "had moved, and 900 will by December"
    near = opens_sentence(scene, time) or not _is_parted(scene, first, at)
    near = near or scene.pack.words.joiners.isdisjoint(between)
    done = _is_done(scene, claim) or _is_long_since(scene, claim, time, today)
    if not (near and done and is_until(scene, time, today)):
        return None
    weekend = time.end is not None and time.end.isoweekday() == _SUNDAY
    if _is_weekday(scene, time) or (weekend and not _lacks_year(scene, time)):
        return dates.until(dates.week_earlier(time))
    return dates.until(dates.year_later(time, -1)) if _lacks_year(scene, time) else None


def _is_long_since(scene: Scene, claim: Claim, time: TimeExpression, today: dt.date) -> bool:
    """Tell whether who is somewhere "by" a month is so in the last: "By July 271 are in A", of October."""
    stays = scene.sentence.tokens[scene.word_at(claim.trigger.start)].lower in scene.pack.words.staying
    here = stays and claim.type is ClaimType.PRESENCE
    here = here and claim.status in (Status.REPORTED, Status.CONFIRMED)
    far = time.end is not None and (time.end - today).days > _LONG_AGO
    return here and far and _lacks_year(scene, time)


def _is_parted(scene: Scene, first: int, last: int) -> bool:
    """Tell whether a mark parts two words, but that before "with": "had come, with 500 men by March"."""
    tokens, joiners = scene.sentence.tokens, scene.pack.words.joiners  # "and" leads to company as well
    marks = [n for n in range(first + 1, last + 1) if scene.marks_between(n - 1, n)]
    links = [scene.sentence.starting_at("role", n) for n in marks if tokens[n].lower not in joiners]
    withs = [link for link in links if link is not None and link.value == "with"]
    return len(withs) < len(marks)


def is_until(scene: Scene, time: TimeExpression, today: dt.date) -> bool:
    """Tell whether a time is all from the report's day until another: "by Friday"."""
    return time.start == today and (begins_with(scene, time, "by") or begins_with(scene, time, "before"))


def _is_done(scene: Scene, claim: Claim) -> bool:
    """Tell whether a claim's verb is told of the past: "had moved", "was in"."""
    at = scene.word_at(claim.trigger.start)
    spoken = any(m.span == claim.trigger for m in scene.group("trigger"))
    first = at - _PASSIVE_REACH if spoken else at - _UNSAID_REACH  # "had 3,000 men in A by May"
    before = [t.lower for t in scene.sentence.tokens[max(0, first) : at + 1]]
    ends = tuple(scene.pack.words.past)
    past = spoken and any(word.endswith(ends) for word in before[-_PERFECT_REACH - 1 :])
    return past or any(word in scene.pack.words.done for word in before)


def _is_over(scene: Scene, claim: Claim) -> bool:
    """Tell whether a verb in the past leaves no doubt: "left in December", not "are sent in December"."""
    at = scene.word_at(claim.trigger.start)
    before = [t.lower for t in scene.sentence.tokens[max(0, at - _PERFECT_REACH) : at + 1]]
    verb = next((m for m in scene.group("trigger") if m.span == claim.trigger), None)
    if verb is None:
        return False
    fallen = scene.pack.triggers[verb.value].frame is Frame.FALL  # nobody plans a loss
    done = _is_done(scene, claim) and scene.pack.words.staying.isdisjoint(before)
    return fallen or done or _is_gone(scene, verb)


def _is_bare_day(scene: Scene, time: TimeExpression) -> bool:
    """Tell whether a time is the number of a day or two alone: "on the 29th", "on the 10th and 11th"."""
    said = time.span.of(scene.text).split()
    counts = [word for word in said if word[:1].isdigit()]
    bare = said[-1] in counts and all(_BARE_DAY.fullmatch(word) for word in counts)
    return bare and not _names(scene, time, "months")


def _next(scene: Scene, time: TimeExpression, today: dt.date) -> TimeExpression:
    """Return the weekday or weekend of the week after, or the day of the year after where no year is told."""
    weekend = dates.is_weekend(time) and not _names(scene, time, "months")
    if time.span.of(scene.text).split()[0].casefold() in scene.pack.words.this:
        return time  # "this spring"
    if weekend or _is_weekday(scene, time):
        return dates.week_later(time)
    if _is_bare_day(scene, time):
        later = dates.month_later(time)
        return later if later.start else dates.from_day(later, today)  # "are expected by the 20th"
    last = time.end or time.start
    long_ago = last is not None and (today - last).days > _LONG_AGO
    season = _names(scene, time, "seasons") and time.basis is Basis.PUBLISHED
    if not season and not (long_ago and _lacks_year(scene, time)):
        return time
    later = dates.year_later(time)
    if later.start or begins_with(scene, time, "until"):
        return later
    return dates.from_day(later, today)  # "before June"


def _lacks_year(scene: Scene, time: TimeExpression) -> bool:
    """Tell whether a time names a month, a season or a feast and no year, and has that of the publication."""
    dated = any(len(word) == _YEAR_DIGITS and word.isdigit() for word in time.span.of(scene.text).split())
    of_year = any(_names(scene, time, table) for table in ("months", "feasts", "seasons"))
    return of_year and not dated and time.basis is Basis.PUBLISHED


def _names(scene: Scene, time: TimeExpression, table: str) -> bool:
    """Tell whether a time has a name of one table of the pack in it, of a month or a feast."""
    words = _spaced(time.span.of(scene.text))
    known = scene.pack.dates.vocabulary[table].values()
    return any(_spaced(word) in words for names in known for word in names)


def _spaced(words: str) -> str:
    plain = "".join(c if c.isalnum() else " " for c in words.casefold())
    return f" {' '.join(plain.split())} "


def _is_of_week(scene: Scene, time: TimeExpression) -> bool:
    """Tell whether a time is a part of a week that is not said to be this one: "en fin de semaine"."""
    days = (time.end - time.start).days if time.start and time.end else 0
    said = scene.pack.words.this.intersection(time.span.of(scene.text).casefold().split())
    of_week = time.precision is Precision.PART and 0 < days < _WEEK
    return of_week and not said and not _names(scene, time, "months")


def _is_weekday(scene: Scene, time: TimeExpression) -> bool:
    *before, last = time.span.of(scene.text).casefold().split()
    if before[-1:] and before[-1] in scene.pack.words.sole:
        return False  # "last Thursday"
    weekdays = scene.pack.dates.vocabulary["weekdays"].values()
    return any(last == word.casefold() for words in weekdays for word in words)
