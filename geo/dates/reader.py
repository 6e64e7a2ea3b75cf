"""Finds the time expressions of a document and gives each its interval."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from geo.dates import forms, relations, years
from geo.dates.intervals import apart, week_later
from geo.dates.meanings import WEEK, CalendarWords, Context, Fields
from geo.dates.rules import NO_COUNT, OF_A_DAY, OFFSETS, ONLY_OFFSETS, RELATED, RULE_NAMES, RULES
from geo.languages import LanguagePack
from geo.records import Basis, Precision, Span, TimeExpression
from geo.text import composed, tokenize

# Years that a report can be of; "0001-01-01" is how some programs write that they know no date.
_YEARS = range(1900, 2100)
_LEAD = 30  # characters before an expression in which a word like "since" may stand
_CENTURY, _TURN = 1900, 30  # "93" is 1993, "'14" is 2014
_FRAMES = (Precision.DAY, Precision.PART, Precision.SEASON, Precision.RANGE)
_LONGEST_FRAME = 200  # days; "1950-1953" tells of no year that dates behind it could be of
_MONTH = 31
_NEXT_TO = re.compile(r"[\s\u00a0\u202f]{0,2},?[\s\u00a0\u202f]{0,2}")
_EVENT = re.compile(r"(?:[\s\u00a0\u202f]{1,2}[^\W\d_]['\u2019\w-]{0,24}){0,6}[\s\u00a0\u202f]{0,2}")
_STAMP = re.compile(r"\s{0,2}[:\u2013\u2014-]\s")  # "18 h 10 – ": when a line was written
_ABBREVIATED_END = re.compile(r"\.[^\W\d_]\.$")
_FIRST = {"day_pair": "day", "weekday_pair": "weekday"}
_ENTRY = re.compile(r"\W{0,3}\d{1,2}\s?[.:hH]\s?\d{2}(?!\d)")  # "10:34 A pair of planes"
_YEAR_HEAD = re.compile(r"\W{0,4}([12]\d{3})\W{0,4}")  # on a line of its own: "1992", "— 1992 —"
_LINE_ENDS = re.compile(r"[^\S\n]*+(?:\n|\Z)")
_HEADED = re.compile(r"[\s\])]{0,2}(?:[.:\u2013\u2014\n-]|\Z)")  # "5 April. Two carriers sail."
_BEFORE_HEAD = 4  # characters: "Le ", "– "
_YEAR_AGO = 330  # days at least since "a year ago"
_CLOSE = 7  # characters between a day and its time of day: " vers "
_ROUND = 50  # a number of men is round, a year rarely
_NUMBERED = frozenset(
    {"brigades", "battalions", "companies", "regiment", "division", "platoon", "squadron", "battery"}
)
_PLAIN_WORDS = re.compile(r"(?:\s[^\W\d_]{1,20}){0,2}")  # what the number may count, with an adjective
_OF_STATEMENTS = frozenset({"weekday", "told_weekday", "last_weekday", "day", "yesterday", "today"})
_TO_WHOM = 1  # words from a verb of saying to its day: "told reporters on Friday"
_NAME_BEHIND = re.compile(r"\s[^\W\d_a-zà-öø-ÿ][\w'\u2019-]{1,20}")
_NAMED = re.compile(r"[^\W\d_a-zà-öø-ÿ][\w'\u2019-]{1,20}\s$")


class _Hit(NamedTuple):
    """A form found in a sentence, with the words before it that say how it is meant.

    Attributes
    ----------
    begin
        Where the words before it begin; `start` where there are none.
    cut
        Where the first of two days ends and the second begins; they may be no neighbours.
    offset
        What counts from it: "three days after the vote of 5 May".
    """

    begin: int
    start: int
    end: int
    rule: str
    relation: str
    values: Fields
    cut: tuple[int, int] = (0, 0)
    offset: "_Hit | None" = None


class DateReader:
    """Reads the time expressions of sentences in one language."""

    def __init__(self, pack: LanguagePack) -> None:
        vocabulary = pack.dates.vocabulary
        self._articles = pack.articles
        self._lexicon = pack.lexicon
        self._to = pack.words.to
        self._number_words = frozenset(pack.numbers.words) | pack.articles
        self._values = {
            name: {_plain(word): value for value, words in vocabulary[table].items() for word in words}
            for name, table in forms.TABLES.items()
        }
        self._seasons = frozenset(word for words in vocabulary["seasons"].values() for word in words)
        self._forms = forms.Forms(forms.compiled(pack, RULE_NAMES))
        self._relations = relations.patterns(pack)
        self._any_relation = relations.any_before(pack)
        self._behind_it = relations.patterns_behind(pack)

    def read(
        self,
        text: str,
        sentences: Sequence[Span],
        published: dt.date | None,
        words: Sequence[AbstractSet[str]] = (),
    ) -> tuple[TimeExpression, ...]:
        """Return the time expressions of a document, in order.

        Parameters
        ----------
        text
            The whole text of the document.
        sentences
            Its sentences; no expression spans two.
        published
            Day of publication, or None; then what needs it stays open.
        words
            Those of each sentence in lower case, where they are known already.
        """
        found: list[TimeExpression] = []
        before: _Hit | None = None  # of the last one found
        known = published if published and published.year in _YEARS else None
        context = Context(known)
        end_before = 0
        chapter: dt.date | None = None  # of another year, that a date told which heads an entry
        for sentence, own in zip_longest(sentences, words):
            opens = "\n" in text[end_before : sentence.start]
            context = context.next_sentence(paragraph=opens)
            if opens and _ENTRY.match(text, sentence.start, sentence.end):
                context = context._replace(day=None, month=None)  # each entry of a live report is of today
            if opens or not sentence.start:
                context = context._replace(headed=_heading_year(text, sentence, known) or context.headed)
            end_before = sentence.end
            written = sentence.of(text)
            plain, starts, ends = composed(written)
            for hit in self._hits(plain, own if plain == written else None):
                span = Span(sentence.start + starts[hit.begin], sentence.start + ends[hit.end - 1])
                heads = (opens or not sentence.start) and _heads_entry(text, sentence, span)
                year_ago = _year_ago(text, found[-1], span, known) if found else None
                told = year_ago or (chapter if heads else None) or context.told
                context = context._replace(told=context.told or told) if heads else context
                read = self._resolved(hit, span, context._replace(told=told))
                if read:
                    begun = _coming(found[-1], before, read, known) if found and before else None
                    whole = self._until(text, begun, read) if begun else None
                    found[-1:] = [whole] if whole else [*found[-1:], read]
                    before = hit
                    if context.last is None or not self._dates_saying(plain, hit):
                        context = _after(read, hit, context)._replace(entry=context.entry or heads)
                    chapter = context.told if heads else chapter
        return tuple(found)

    def _until(self, text: str, begun: TimeExpression, ended: TimeExpression) -> TimeExpression | None:
        """Return a range told in two expressions, "from Sunday until yesterday", or None."""
        gap = text[begun.span.end : ended.span.start].strip().casefold()
        joined = gap in self._to or (not gap and ended.start is None)
        if not joined or begun.start is None or begun.end or ended.end is None or ended.end < begun.start:
            return None
        edtf = f"{begun.start.isoformat()}/{ended.end.isoformat()}"
        span = Span(begun.span.start, ended.span.end)
        return replace(begun, span=span, end=ended.end, edtf=edtf, precision=Precision.RANGE)

    def _hits(self, sentence: str, words: AbstractSet[str] | None) -> Iterator[_Hit]:
        """Yield what the forms find, leftmost and longest first, without overlaps."""
        candidates = [
            hit
            for form in self._forms.possible(sentence, words)
            for match in form.pattern.finditer(sentence)
            if (hit := self._hit(sentence, form.rule, match))
        ]
        if not candidates:
            return iter(())
        # a tie goes to the form that holds more of the words itself, then to the one that the pack has first
        candidates.sort(key=lambda hit: (hit.begin, -hit.end, hit.start))
        kept: list[_Hit] = []
        for candidate in candidates:
            reached = kept[-1].end if kept else 0
            hit = candidate if candidate.begin >= reached else self._behind(sentence, reached, candidate)
            if hit and not (hit.rule in RELATED and not hit.relation) and not self._counts(sentence, hit):
                kept.extend(_parted(hit))
        return self._counted(sentence, _joined(sentence, kept))

    def _counted(self, sentence: str, hits: Iterable[_Hit]) -> Iterator[_Hit]:
        """Yield the hits, so many days after a date as one with it: "three days after the vote of 5 May".

        What happens in between has the date for itself: "a day after 90 men landed in A on 5 May, they left".
        """
        offset: _Hit | None = None
        for hit in hits:
            if offset and self._counts_from(sentence, offset, hit):
                yield hit._replace(begin=offset.begin, relation=offset.relation, offset=offset)
                offset = None
                continue
            if offset and offset.rule not in ONLY_OFFSETS:
                yield offset
            offset = hit if hit.rule in OFFSETS else None
            if offset is None:
                yield hit
        if offset and offset.rule not in ONLY_OFFSETS:
            yield offset

    def _counts_from(self, sentence: str, offset: _Hit, hit: _Hit) -> bool:
        """Tell whether days count from a date, told with its event or, "the day after 5 May", without."""
        event = _EVENT.fullmatch(sentence, offset.end, hit.begin)
        if event is None or hit.relation not in ("", "at"):
            return False
        if offset.rule not in ONLY_OFFSETS:
            return not event.group().strip() and bool(hit.values.keys() & {"day", "iso"})
        return not self._tells(event.group())

    def _tells(self, words: str) -> bool:
        found = self._lexicon.find(words, tokenize(words))
        return any(match.group == "trigger" for match in found)

    def _hit(self, sentence: str, rule: str, match: re.Match[str]) -> _Hit | None:
        start, words = match.start(), match.group()
        end = match.end() if _ABBREVIATED_END.search(words) else start + len(words.rstrip(".,"))
        if rule == "clock" and not start and _STAMP.match(sentence, end):
            return None
        relation, begin = self._relation(sentence, 0, start)
        read = {name: self._value(name, word) for name, word in match.groupdict().items() if word}
        values = {name: value for name, value in read.items() if value is not None}
        if len(values) < len(read):
            return None
        if "short_year" in values:
            values["year"] = _whole_year(values.pop("short_year"))
        if rule == "month" and not relation and self._is_surname(sentence, start, match):
            return None
        if "season" in values and self._is_of_name(sentence, match):
            return None
        cut = (match.end(_FIRST[rule]), match.start(_FIRST[rule] + "2")) if rule in _FIRST else (0, 0)
        relation, end = (relation, end) if relation else self._relation_behind(sentence, end)
        return _Hit(begin, start, end, rule, relation, values, cut)

    def _behind(self, sentence: str, reached: int, hit: _Hit) -> _Hit | None:
        """Return a hit without those words before it that another date has taken."""
        if hit.start < reached:
            return None
        relation, begin = self._relation(sentence, reached, hit.start)
        return hit._replace(relation=relation, begin=begin)

    def _counts(self, sentence: str, hit: _Hit) -> bool:
        """Tell whether a bare number numbers or counts a force: "by the 2nd battalion", "until 2000 men"."""
        round_year = int(hit.values.get("year", 1)) % _ROUND == 0
        if hit.rule not in NO_COUNT or not (round_year or "day" in hit.values):
            return False
        behind = _PLAIN_WORDS.match(sentence, hit.end)
        words = tokenize(behind.group() if behind else "")
        if words and words[0].lower in self._number_words:
            return False  # "on the 8th two battalions left"
        found = self._lexicon.find(behind.group() if behind else "", words)
        return any(m.group == "force" and (round_year or m.value in _NUMBERED) for m in found)

    def _dates_saying(self, sentence: str, hit: _Hit) -> bool:
        """Tell whether a day is that of a statement, from which no report counts: "announced on Friday"."""
        if hit.rule not in _OF_STATEMENTS or hit.relation or not hit.begin:
            return False
        lead = sentence[max(0, hit.begin - _LEAD) : hit.begin]
        words = tokenize(lead)
        found = self._lexicon.find(lead, words)
        return any(m.group == "say" and len(words) - m.last <= _TO_WHOM for m in found)

    def _is_surname(self, sentence: str, start: int, match: re.Match[str]) -> bool:
        """Tell whether a month follows a capital: "Theresa May", but not "the May offensive"."""
        before = _NAMED.search(sentence, max(0, start - _LEAD), start)
        alone = match.start("month") == start and not match.groupdict().get("year")
        capital = match.group()[:1].isupper()
        return bool(before and alone and capital and before.group().strip().casefold() not in self._articles)

    def _is_of_name(self, sentence: str, match: re.Match[str]) -> bool:
        """Tell whether a season is part of a name: "the exercise Spring Storm"."""
        word, end = match.group("season"), match.end("season")
        named = word[:1].isupper() and word not in self._seasons and match.end() == end
        return named and _NAME_BEHIND.match(sentence, end) is not None

    @staticmethod
    def _resolved(hit: _Hit, span: Span, context: Context) -> TimeExpression | None:
        # "by Friday" is the Friday to come
        rule = "coming_weekday" if hit.rule == "weekday" and hit.relation in relations.AHEAD else hit.rule
        rule = "last_weekend" if hit.rule == "weekend" and hit.relation == "since" else rule
        try:
            meaning = RULES[rule](hit.values, context)
        except (ValueError, OverflowError):  # no such day: "31 February", the year 10000
            return None
        direction = relations.DIRECTIONS.get(hit.relation)
        if direction and isinstance(meaning, CalendarWords) and not meaning.apart:
            meaning = replace(meaning, direction=direction)
        time = years.as_expression(meaning, span, context)
        if hit.offset:
            unit, count = hit.offset.values.get("unit", "day"), int(hit.offset.values.get("count", 1))
            time = apart(time, unit, OFFSETS[hit.offset.rule] * count)
        # "until 5 pm" bounds the hours of a day, not the days
        relation = "at" if hit.rule in OF_A_DAY and hit.relation != "since" else hit.relation
        return relations.related(relation, time, hit.values, context.published)

    def _value(self, name: str, word: str) -> str | None:
        """Return what a field's word stands for; None for a look-alike that the pattern took ("sprıng")."""
        table = self._values.get(name.rstrip("2"))
        return word if table is None or word.isdecimal() else table.get(_plain(word))

    def _relation(self, text: str, floor: int, start: int) -> tuple[str, int]:
        """Return "since", "until", "by", … where it stands right before, and where it begins."""
        first = max(floor, start - _LEAD)
        lead = text[first:start]
        if not self._any_relation.search(lead):
            return "", start
        hits = [(hit.start(), name) for name, pattern in self._relations if (hit := pattern.search(lead))]
        at, name = min(hits, default=(len(lead), ""))
        return name, first + at

    def _relation_behind(self, text: str, end: int) -> tuple[str, int]:
        """Return what stands right behind an expression, "au plus tard", and where it ends."""
        hits = ((hit.end(), name) for name, pattern in self._behind_it if (hit := pattern.match(text, end)))
        at, name = max(hits, default=(end, ""))
        return name, at


def _heading_year(text: str, sentence: Span, published: dt.date | None) -> int | None:
    """Return the year that stands on a line of its own, above the entries of a chronology."""
    head = _YEAR_HEAD.fullmatch(text, sentence.start, sentence.end)
    year = int(head.group(1)) if head and _LINE_ENDS.match(text, sentence.end) else 0
    return year if year in _YEARS and (published is None or year <= published.year) else None


@cache
def reader(pack: LanguagePack) -> DateReader:
    """Return the reader of a language; it is made once."""
    return DateReader(pack)


def _coming(
    begun: TimeExpression, hit: _Hit, ended: TimeExpression, published: dt.date | None
) -> TimeExpression:
    """Return the weekday that begins what ends after the report as the one to come: "Thursday to 10 May"."""
    weekday = hit.rule == "weekday" and begun.start is not None and begun.start < (published or dt.date.min)
    later = week_later(begun) if weekday and ended.end and published and ended.end > published else begun
    return later if later.start and ended.end and later.start <= ended.end else begun


def _plain(word: str) -> str:
    return re.sub(r"[\s\u2019'\u02bc.\-\u2010\u2011\u2013]+", " ", word).strip().casefold()


def _whole_year(digits: str) -> str:
    year = int(digits[-2:])
    return str(_CENTURY + year + (100 if year < _TURN else 0))


def _parted(hit: _Hit) -> Iterator[_Hit]:
    """Yield "the 6th and 13th of April" as two days, and neighbours, "the 8th and 9th", as one range."""
    first = _FIRST.get(hit.rule)
    gap = int(hit.values[first + "2"]) - int(hit.values[first]) if first else 1
    if first is None or gap == 1 or (first == "weekday" and gap == 1 - WEEK):
        yield hit
        return
    alone = "day" if hit.rule == "day_pair" else "weekday"
    shared = {name: value for name, value in hit.values.items() if name != first + "2"}
    yield hit._replace(end=hit.cut[0], rule=alone, values=shared)
    second = {**shared, first: hit.values[first + "2"]}
    yield hit._replace(begin=hit.cut[1], start=hit.cut[1], rule=alone, values=second, relation="")


def _joined(sentence: str, hits: Sequence[_Hit]) -> Iterator[_Hit]:
    """Yield the hits; a time of day right before its day is one with it: "at 6 pm on Tuesday"."""
    taken: _Hit | None = None
    for number, hit in enumerate(hits):
        begins = hit._replace(begin=taken.begin, relation=taken.relation or hit.relation) if taken else hit
        taken = None
        following = hits[number + 1] if number + 1 < len(hits) else None
        own = number > 0 and hit.begin - hits[number - 1].end <= _CLOSE  # "on Monday at 6 pm, on Tuesday …"
        if (
            following
            and hit.rule in OF_A_DAY
            and following.rule not in OF_A_DAY
            and not own
            and _NEXT_TO.fullmatch(sentence, hit.end, following.begin)
        ):
            taken = begins
        else:
            yield begins


def _after(time: TimeExpression, hit: _Hit, context: Context) -> Context:
    """Return the context for what follows an expression."""
    told = time.end or time.start or context.last
    last = context.last or told if hit.relation in relations.BOUNDS else told  # "not before November"
    if hit.relation == "since" and context.entry and context.last and told:
        last = max(context.last, told)  # "15 July. Men who had been held since 2 May ... The next day"
    after = context._replace(last=last, told=_told(time, hit, context))
    if time.start is None or time.end is None or (time.end - time.start).days > _MONTH:
        return after
    day = time.start if time.start == time.end else context.day
    whole = time.precision is Precision.MONTH  # whichever day is named next is of it
    month = time.start + (time.end - time.start) // 2 if whole else time.end
    return after._replace(day=day, month=month, age=0)


def _year_ago(text: str, before: TimeExpression, span: Span, published: dt.date | None) -> dt.date | None:
    """Return a day in the year told right before a date: "ten years ago, in March"."""
    if published is None or before.end is None or before.basis is not Basis.PUBLISHED:
        return None
    near = _NEXT_TO.fullmatch(text, before.span.end, span.start)
    if not near or (published - before.end).days < _YEAR_AGO or before.precision is Precision.DAY:
        return None
    return years.amid(before.end, published)


def _heads_entry(text: str, sentence: Span, span: Span) -> bool:
    """Tell whether a date heads its paragraph, as those of a chronology do: "5 April. Two carriers sail."."""
    return span.start - sentence.start <= _BEFORE_HEAD and _HEADED.match(text, span.end) is not None


def _told(time: TimeExpression, hit: _Hit, context: Context) -> dt.date | None:
    """Return the date of another year that the paragraph tells of, as in a chronicle."""
    explicit = time.basis is Basis.EXPLICIT
    if context.published is None and context.told is None:  # then any year that was told is better than none
        return (time.end or time.start) if explicit else None
    if hit.rule in OF_A_DAY or hit.relation not in ("", "at", "as_of", "up_to"):
        return context.told
    if time.basis is Basis.TEXT:
        return time.end if context.told else None
    if context.published is None:
        return time.end if explicit and time.end else context.told
    if time.basis is Basis.PUBLISHED and time.end and years.is_history(time.end, context.published):
        return time.end  # "Twenty years ago this week"
    return _framed(time, context.published)


def _framed(time: TimeExpression, published: dt.date) -> dt.date | None:
    """Return the date of another year that an expression tells of by itself."""
    if time.basis is not Basis.EXPLICIT or not time.start or not time.end:
        return None
    if time.precision not in _FRAMES and not years.is_history(time.end, published):
        return None
    if (time.end - time.start).days > _LONGEST_FRAME:
        whole = time.start.year == time.end.year and years.is_history(time.end, published)
        return years.amid(time.end, published) if whole else None  # "In 1999 Australia went in."
    return None if time.end.year == published.year else time.end
