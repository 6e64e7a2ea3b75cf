"""One sentence with all that was found in it, and the questions that the rules ask of it."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from itertools import accumulate, pairwise
from typing import TypeVar

from geo.languages import Frame, LanguagePack
from geo.records import Mention, Quantity, Span, TimeExpression
from geo.text import Match, Sentence, Token, told_once

ECHO = "echo"  # the group of a trigger that stands again for a second number or force
HYPHENS = "-\u2010\u2011"
_ONLY_BACK = 6  # words from "ne" to "que" of "ne restaient lundi à Gao que"
_CLAUSE_MARKS = frozenset(',;:()«»"“”—–|')
# What parts sentences that only share a full stop, and the cells of a table.
_STRONG_MARKS = frozenset(";|")
_OPENING_QUOTES = frozenset('«"“„')
_CLOSING_QUOTES = frozenset('»"”')
_UNQUOTED = {ord(mark): None for mark in _OPENING_QUOTES | _CLOSING_QUOTES}
_SHORT_QUOTE = 2  # words of a quotation that is only a name or a doubt
_MIN_STEM = 3  # letters of a verb before its ending
_LEG_REACH = 2  # words from "before" to its verb: "avant de repartir"
_PURPOSE_REACH = 3  # words from "pour" to its verb: "pour y relever"
_ASIDE = 4  # words of "on the other hand"
_BEFALLING_REACH = 5  # words from a comma to "held": "the last town held by"
_RELATIVE_REACH = 8  # words from "that" to its verb, over the subject
MARK_WORDS, _STRONG_MARK_WORDS = 6, 14  # words that such a mark counts as


# By identity, for clauses and owners are cached on it; without slots, for what the rules ask of it is kept.
@dataclass(frozen=True, eq=False)
class Scene:
    """A sentence with its mentions, times and numbers.

    `own_release` is True where an office publishes the report: what it tells of a force of its own state,
    `home`, is its own word;
    `ships` are ships called by their bare names;
    `offices` are the nations of those who spoke before, by their names;
    `capitals` are the ids of the seats of government;
    `aside` are places that only say where a source is, once they are no longer among the mentions.
    """

    text: str
    sentence: Sentence
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    numbers: tuple[Quantity, ...]
    pack: LanguagePack
    own_release: bool = False
    home: str | None = None
    aside: tuple[Mention, ...] = ()
    offices: Mapping[str, frozenset[str]] = field(default_factory=dict)
    ships: tuple[Match, ...] = ()
    capitals: AbstractSet[str] = frozenset()
    _grouped: dict[tuple[str, ...], tuple[Match, ...]] = field(default_factory=dict, init=False, repr=False)

    @told_once
    def _ends(self) -> tuple[int, ...]:
        return tuple([token.end for token in self.sentence.tokens])

    @told_once
    def _says(self) -> tuple[Match, ...]:
        """Return the words of saying but those inside a name: "Port Said" says nothing."""
        said = self.sentence.groups.get("say", ())
        found = [s for s in said if not any(m.span.covers(s.span) for m in self.mentions)]
        found = [s for s in found if not (self._is_counted(s) or self._is_in_event(s))]
        quoting = [m for m in self._quoting() if not any(m.span.touches(s.span) for s in found)]
        return tuple(sorted([*found, *quoting], key=lambda m: m.first) if quoting else found)

    def _is_counted(self, said: Match) -> bool:
        """Tell whether a word of saying only describes a force: "300 promised soldiers", "soldats promis"."""
        groups, at = self.sentence.groups, said.first
        nouns = [m for name in ("force", "goods", "demonym") for m in groups.get(name, ())]
        if not self.pack.demonyms_always_capital and any(m.last == at for m in nouns):
            return self.sentence.tokens[at].lower.endswith(tuple(self.pack.words.promised))
        article = at > 0 and self.sentence.tokens[at - 1].lower in self.pack.articles
        noun = any(m.first == said.last for m in nouns)
        return noun and (article or any(self.after_word(n.span) == at for n in self.numbers))

    def _is_in_event(self, said: Match) -> bool:
        """Tell whether a word of saying tells an event with its object: "assurent la garde du pont"."""
        groups = self.sentence.groups
        if any(
            m.first == said.first for m in groups.get("status_near", ()) + groups.get("status_sentence", ())
        ):
            return False  # "denied having 300 men"
        verbs = (m for m in groups.get("trigger", ()) if m.first == said.first and m.last > said.last)
        return any(self.pack.triggers[m.value].frame is Frame.STAY for m in verbs)

    def _quoting(self) -> Iterator[Match]:
        """Yield the verb behind a quotation, which is one of saying there: "« ... », a lancé le ministre"."""
        tokens, words = self.sentence.tokens, self.pack.words
        if not words.quoting or _CLOSING_QUOTES.isdisjoint(self.sentence.span.of(self.text)):
            return
        for first, gap in enumerate(self._gaps[:-2], 1):
            behind = gap != " " and "," in gap and not _CLOSING_QUOTES.isdisjoint(gap)
            if not behind or tokens[first].lower not in words.quoting:
                continue
            verb = first + 1 + (tokens[first + 1].lower in words.auxiliaries)  # "a aussitôt lancé"
            if not any(m.first <= verb < m.last for m in self.sentence.groups.get("trigger", ())):
                yield Match("say", "say", verb, verb + 1, Span(tokens[verb].start, tokens[verb].end))

    @told_once
    def _clause_marks(self) -> tuple[int, ...]:
        return self._marks_before(_CLAUSE_MARKS, self.pack.words.contrast)

    @told_once
    def _strong_marks(self) -> tuple[int, ...]:
        return self._marks_before(_STRONG_MARKS)

    @told_once
    def _steps(self) -> tuple[int, ...]:
        """How many words stand before each word, where a number is one however it is written."""
        inner = set()
        for number in self.numbers:
            words = range(self.first_word(number.span), self.after_word(number.span))
            inner.update([at for at in words if self._is_figure(at)][1:])
        alone = (at not in inner for at in range(len(self.sentence.tokens)))
        return tuple(accumulate(alone, initial=0))

    def _is_figure(self, at: int) -> bool:
        lower, numbers = self.sentence.tokens[at].lower, self.pack.numbers
        return not lower or lower[0].isdigit() or lower in numbers.words or lower in numbers.multipliers

    @told_once
    def _gaps(self) -> Sequence[str]:
        """Return what stands between the words, without the quotation marks around a word or two."""
        tokens = self.sentence.tokens
        before = self.text[self.sentence.span.start : tokens[0].start] if tokens else ""
        text = self.text
        gaps = [text[a.end : b.start] for a, b in pairwise(tokens)]
        for at in [at for at, gap in enumerate(gaps) if gap != " "]:
            if self._is_in_number(tokens[at], tokens[at + 1]):
                gaps[at] = ""
        self._join_asides(gaps)
        if " (" in gaps:
            self._join_letters(gaps)
        opened = not _OPENING_QUOTES.isdisjoint(before)
        quoted = opened or not _OPENING_QUOTES.isdisjoint("".join(gaps))
        return _without_short_quotes(gaps, self._figures(), opened=opened) if quoted else gaps

    def _figures(self) -> frozenset[tuple[int, int]]:
        """Return the first word of each number, with its bound or without, and the word behind it."""
        hedges = {m.last: m.first for m in self.sentence.groups.get("hedge", ())}
        ends = [(self.first_word(n.span), self.after_word(n.span)) for n in self.numbers]
        return frozenset(ends) | {(hedges[first], last) for first, last in ends if first in hedges}

    def _join_asides(self, gaps: list[str]) -> None:
        """Take away the commas around what only sets a subject beside others: "devront, eux, quitter"."""
        if gaps.count(", ") < 2:  # noqa: PLR2004 - one before and one behind
            return
        commas = [at for at, gap in enumerate(gaps) if gap == ", "]
        words, sentence = self.pack.words, self.sentence
        for opens, closes in pairwise(commas):
            if closes - opens <= _ASIDE:
                aside = " ".join(t.lower for t in sentence.tokens[opens + 1 : closes + 1])
                told = sentence.ending_at("status_near", opens + 1) is not None  # not ", elle, croise"
                if aside in words.asides or (told and aside in words.him):
                    gaps[opens] = gaps[closes] = " "

    def _join_letters(self, gaps: list[str]) -> None:
        """Take away the brackets around the letters of a name: "the mission in Mali (EUTM) has sent"."""
        for at, (opens, closes) in enumerate(pairwise(gaps), 1):
            if opens == " (" and closes[:1] == ")" and self.words(at, at + 1).isupper():
                gaps[at - 1], gaps[at] = " ", closes[1:]

    def in_brackets(self, at: int) -> bool:
        """Tell whether a word stands alone in brackets, as the letters of a name do: "(SAMIM)"."""
        tokens, text = self.sentence.tokens, self.text
        within = 0 < at < len(tokens) and tokens[at].end < len(text)
        return within and text[tokens[at].start - 1] == "(" and text[tokens[at].end] == ")"

    def _is_in_number(self, before: Token, after: Token) -> bool:
        """Tell whether a mark parts digits, not clauses: "3,000"."""
        mark = after.start - before.end == 1 and not self.text[before.end].isspace()
        return mark and self.text[before.end - 1].isdigit() and self.text[after.start].isdigit()

    def _marks_before(self, marks: frozenset[str], words: AbstractSet[str] = frozenset()) -> tuple[int, ...]:
        behind = self.sentence.tokens[1:]
        parts = [gap != " " and not marks.isdisjoint(gap) for gap in self._gaps]
        if not words.isdisjoint(self.sentence.words):
            parts = [part or t.lower in words for part, t in zip(parts, behind, strict=True)]
        return tuple(accumulate(parts, initial=0))

    def group(self, *names: str) -> tuple[Match, ...]:
        """Return the lexicon matches of these groups, in order."""
        if len(names) == 1:
            return self._says if names[0] == "say" else self.sentence.groups.get(names[0], ())
        found = self._grouped.get(names)
        if found is None:
            held = not self.sentence.groups.keys().isdisjoint(names)
            found = tuple([m for m in self.sentence.matches if m.group in names]) if held else ()
            self._grouped[names] = found
        return found

    def holds(self, *names: str) -> bool:
        """Tell whether there is a lexicon match of any of these groups, words of saying aside."""
        return not self.sentence.groups.keys().isdisjoint(names)

    def words(self, first: int, last: int) -> str:
        """Return the text of words ``[first, last)``."""
        return self.span(first, last).of(self.text)

    def span(self, first: int, last: int) -> Span:
        """Return where words ``[first, last)`` stand in the text."""
        tokens = self.sentence.tokens
        return Span(tokens[first].start, tokens[last - 1].end)

    def word_at(self, offset: int) -> int:
        """Return the number of the first word that ends after `offset`."""
        return bisect_right(self._ends, offset)

    def first_word(self, span: Span) -> int:
        """Return the number of the first word that `span` covers."""
        return bisect_right(self._ends, span.start)

    def after_word(self, span: Span) -> int:
        """Return the number of the first word behind `span`."""
        return bisect_right(self._ends, span.end)

    def marks_between(self, first: int, last: int) -> int:
        """Count the punctuation marks that part clauses between word `first` and word `last`."""
        return _between(self._clause_marks, first, last)

    def distance(self, first: int, last: int) -> int:
        """Return how far apart two words are, a clause mark counting as several words."""
        strong = self.strong_marks_between(first, last)
        steps, end = self._steps, len(self._steps) - 1
        apart = abs(steps[min(max(first, 0), end)] - steps[min(max(last, 0), end)])
        return apart + MARK_WORDS * self.marks_between(first, last) + strong * _STRONG_MARK_WORDS

    def strong_marks_between(self, first: int, last: int) -> int:
        """Count the semicolons and bars between word `first` and word `last`."""
        return _between(self._strong_marks, first, last)


def _between(before: Sequence[int], first: int, last: int) -> int:
    """Count what lies between two words; `before` tells how much lies before each."""
    low, high = (first, last) if first < last else (last, first)
    if not 0 < high < len(before):
        return 0
    return before[high] - (before[low] if low > 0 else 0)


_Told = TypeVar("_Told")
_Found = TypeVar("_Found", Mention, TimeExpression)


def kept(tell: Callable[[Scene], _Told]) -> Callable[[Scene], _Told]:
    """Keep on a scene what a function tells of it: the rules ask again for each trigger and number."""
    name = f"_kept_{tell.__name__}"

    @wraps(tell)
    def ask(scene: Scene) -> _Told:
        known = scene.__dict__
        if name not in known:
            known[name] = tell(scene)
        told: _Told = known[name]
        return told

    return ask


def kept_for_each(tell: Callable[[Scene, Match], _Told]) -> Callable[[Scene, Match], _Told]:
    """Keep on a scene what a function tells of one of its matches."""
    name = f"_kept_{tell.__name__}"

    @wraps(tell)
    def ask(scene: Scene, match: Match) -> _Told:
        known: dict[object, _Told] = scene.__dict__.setdefault(name, {})
        key = match[:4]  # all but the span, which follows from them
        if key not in known:
            known[key] = tell(scene, match)
        return known[key]

    return ask


def by_sentence(sentences: Sequence[Sentence], found: Iterable[_Found]) -> list[list[_Found]]:
    """Return what lies in each sentence; what spans two is in none."""
    starts = [sentence.span.start for sentence in sentences]
    rows: list[list[_Found]] = [[] for _ in sentences]
    for one in found:
        at = bisect_right(starts, one.span.start) - 1
        if at >= 0 and sentences[at].span.covers(one.span):
            rows[at].append(one)
    return rows


def _without_short_quotes(
    gaps: Sequence[str], figures: AbstractSet[tuple[int, int]], *, opened: bool
) -> list[str]:
    """Take the quotation marks around a word or two, or a number, out of the gaps: "Chinese “volunteers”"."""
    kept = list(gaps)
    begins = -1 if opened else None  # the gap in which a quotation opens; -1 before the first word
    for at, gap in enumerate(gaps):
        if begins is None:
            begins = None if _OPENING_QUOTES.isdisjoint(gap) else at
        elif not _CLOSING_QUOTES.isdisjoint(gap):
            counted = (begins + 1, at + 1) in figures
            if counted or (begins >= 0 and at - begins <= _SHORT_QUOTE):
                for end in (end for end in (begins, at) if end >= 0):
                    kept[end] = kept[end].translate(_UNQUOTED)
            begins = None
    return kept


@lru_cache(maxsize=8)  # asked again for each trigger of a sentence
def clauses(scene: Scene, triggers: tuple[Match, ...]) -> Mapping[Match, int]:
    """Return where the clause of each trigger begins: at the "and" before a subject of its own.

    In "Britain sent a squadron to Dhahran on the 11th, and twelve Jaguars followed" the place and the
    day are not those of what followed.
    """
    nouns = [m.first for m in scene.group("force", "goods")]
    ends = sorted(t.last for t in triggers)
    found = {}
    for trigger in triggers:
        before = bisect_right(ends, trigger.first)
        found[trigger] = _clause_start(scene, ends[before - 1], trigger, nouns) if before else 0
    return found


@kept
def coordinate(scene: Scene) -> tuple[int, ...]:
    """Return where clauses with a subject of their own begin behind a comma: ", and the frigate left B"."""
    joiners = scene.pack.words.joiners | scene.pack.words.contrast
    nouns = scene.group("force", "not_trigger")  # "the landing ship" does not land
    verbs = (m for m in scene.group("trigger") if not any(n.span.covers(m.span) for n in nouns))
    begins = set(clauses(scene, tuple(verbs)).values())
    joined = (n for n in begins if n and scene.sentence.tokens[n].lower in joiners)
    return tuple(sorted(n for n in joined if scene.marks_between(n - 1, n)))


def _clause_start(scene: Scene, first: int, trigger: Match, nouns: Sequence[int]) -> int:
    tokens, joiners = scene.sentence.tokens, scene.pack.words.joiners
    if trigger.group == ECHO:
        return trigger.first  # "900 are in Syria and 2,500 in Iraq"
    hangs = (trigger.first, trigger.first - 1)  # ", relieving the Dutch", ", having sailed from B"
    for at in hangs:
        participle = at > 0 and tokens[at].lower.endswith(tuple(scene.pack.words.participles))
        if participle and scene.marks_between(at - 1, at):
            return at
    for at in range(trigger.first - 1, max(first - 1, trigger.first - 1 - _PURPOSE_REACH), -1):
        leg = tokens[at].lower in scene.pack.words.before and trigger.first - at <= _LEG_REACH
        if leg or tokens[at].lower in scene.pack.words.purpose:
            return at  # "arrived on Sunday to relieve the guard", "called at A before sailing for B"
    verbal = scene.pack.passive_auxiliaries | scene.pack.words.bare
    for at in range(trigger.first - 1, first, -1):
        if tokens[at].lower in verbal and tokens[at - 1].lower in joiners:
            return at  # "are in A, B and C and will be sent to D"
    subjects = nouns[bisect_right(nouns, first) : bisect_left(nouns, trigger.first)]
    if not subjects:
        return 0
    joins = [n for n in range(subjects[-1] - 1, first - 1, -1) if tokens[n].lower in joiners]
    # "is in A and the main body follows on the 12th"
    own = (n for n in joins[:1] if tokens[n + 1].lower in scene.pack.words.definite)
    return next((n for n in joins if scene.marks_between(n - 1, n)), next(own, 0))


def with_articles(scene: Scene, first: int) -> int:
    """Return where a phrase that begins at word `first` begins with its articles."""
    while first > 0 and scene.sentence.tokens[first - 1].lower in scene.pack.articles:
        first -= 1
    return first


def is_tied(scene: Scene, match: Match) -> bool:
    """Tell whether a hyphen ties a word to the one before: "Darwin-based"."""
    return match.span.start > 0 and scene.text[match.span.start - 1] in HYPHENS


def words_of_aside(scene: Scene, last: int) -> int:
    """Return how many words before word `last` only set one subject beside others: "de son côté"."""
    near = [t.lower for t in scene.sentence.tokens[max(0, last - _ASIDE) : last]]
    sizes = (n for n in range(2, len(near) + 1) if " ".join(near[-n:]) in scene.pack.words.asides)
    return next(sizes, 0)


def nearest(scene: Scene, at: int, spans: Iterable[Match]) -> Match | None:
    """Return the match that lies nearest to word `at`; the earlier of two that lie equally near."""
    return min(spans, key=lambda m: (scene.distance(m.first, at), m.first), default=None)


def relative_before(scene: Scene, trigger: Match) -> int | None:
    """Return where a relative pronoun opens the clause of a verb: "the battery that the army flew to A"."""
    return _opening_before(scene, trigger, scene.pack.words.related)


def aside_before(scene: Scene, verb: Match) -> int | None:
    """Return where the relative clause of a verb opens, behind a comma: "The ship, which sails today"."""
    who = scene.pack.words.relative - scene.pack.words.clause  # "It was in A, in April, that two fell"
    at = _opening_before(scene, verb, who)
    return at if at and scene.marks_between(at - 1, at) else None


def _opening_before(scene: Scene, trigger: Match, opens: AbstractSet[str]) -> int | None:
    for at in range(trigger.first - 1, max(0, trigger.first - _RELATIVE_REACH), -1):
        if scene.marks_between(at, trigger.first):
            return None
        word = scene.sentence.tokens[at].lower
        if word in opens and (word not in scene.pack.articles or scene.marks_between(at - 1, at)):
            return at  # German has one word for "the" and "that", and a comma before "that"
    return None


def is_aside(scene: Scene, verb: Match) -> bool:
    """Tell whether a verb is of a relative clause between commas: "The ship, which sails today, is in A"."""
    return aside_before(scene, verb) is not None


@kept
def _set_off(scene: Scene) -> tuple[tuple[int, int], ...]:
    """Return where the relative clauses behind commas begin and end: ", which lost two men in A, "."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    opens = words.relative - words.clause
    # "where", "d'où", but not of an event: "the attack in which two fell"
    there = [m for m in scene.group("there") if tokens[m.last - 1].lower in words.clause | opens]
    roles = ((m, scene.sentence.starting_at("role", m.first)) for m in there)
    where = {m.first for m, role in roles if m.last - m.first == 1 or (role and role.value != "location")}
    marks = [at for at in range(1, len(tokens)) if scene.marks_between(at - 1, at)]
    begun = (at for at in marks if at in where or (tokens[at].lower in opens and not _includes(scene, at)))
    listed = {scene.first_word(m.span) for m in scene.mentions}  # "which has men in Mali, Niger and Chad, "
    ends = [at for at in marks if at not in listed]
    return tuple((at, next((n for n in ends if n > at), len(tokens))) for at in begun)


@kept
def asides(scene: Scene) -> tuple[tuple[int, int], ...]:
    """Return where what commas set off behind a noun begins and ends, be it a clause or a participle."""
    return tuple(sorted((*_set_off(scene), *_participial(scene))))


def _participial(scene: Scene) -> list[tuple[int, int]]:
    """Return where participles say more of a force between commas: "400 men, flown in from A, hold B".

    One with an object is a verb of its own: "killed two soldiers, wounded five, and left".
    """
    tokens, words = scene.sentence.tokens, scene.pack.words
    objects = {scene.first_word(n.span) for n in scene.numbers}
    marks = [at for at in range(1, len(tokens)) if scene.marks_between(at - 1, at)]
    listed = {scene.first_word(m.span) for m in scene.mentions}
    found = []
    for at in marks[:-1]:
        verb = _participle_at(scene, at)
        end = next((n for n in marks if n > at and n not in listed), len(tokens))
        goes_on = end < len(tokens) and tokens[end].lower not in words.joiners
        if verb and goes_on and verb not in objects and _is_behind_force(scene, at):
            found.append((at, end))
    return found


def _participle_at(scene: Scene, at: int) -> int | None:
    """Return the word behind a participle, or behind a verb of an event, that stands at a word."""
    verb, token = scene.sentence.starting_at("trigger", at), scene.sentence.tokens[at]
    if token.lower in scene.pack.auxiliaries | scene.pack.passive_auxiliaries:
        return None
    if verb is not None and not scene.pack.triggers[verb.value].nominal:
        return verb.last
    endings = tuple(scene.pack.words.promised | scene.pack.words.past)
    behind = scene.sentence.starting_at("role", at + 1)  # "drawn from", "led by"
    led = behind is not None and behind.value == "origin"
    led = led or any(t.lower in scene.pack.words.agent for t in scene.sentence.tokens[at + 1 : at + 2])
    return at + 1 if (led or token.lower.endswith(endings)) and not token.capital else None


def _is_behind_force(scene: Scene, at: int) -> bool:
    """Tell whether a force and what belongs to it stand before a word, without a verb or a mark between.

    Behind what a name is the verb itself follows: "The ship, a frigate, left A, her home port, on Monday".
    """
    nouns = [m for m in scene.group("force") if m.last <= at]
    last = next((m.last for m in nouns if not scene.marks_between(m.last - 1, at - 1)), None)
    if last is None or any(last <= m.first < at for m in scene.group("trigger", "say")):
        return False
    if any(scene.marks_between(m.last - 1, last - 1) == 1 for m in nouns):
        return False
    verbal = scene.pack.auxiliaries | scene.pack.passive_auxiliaries
    return verbal.isdisjoint(t.lower for t in scene.sentence.tokens[last:at])


def _includes(scene: Scene, at: int) -> bool:
    """Tell whether a word only leads to some of a number: ", dont 49 gendarmes", with no verb of its own."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    counted = any(scene.first_word(n.span) == at + 1 for n in scene.numbers)
    if not counted or tokens[at].lower not in words.including:
        return False
    ends = next((n for n in range(at + 1, len(tokens)) if scene.marks_between(n - 1, n)), len(tokens))
    return scene.pack.auxiliaries.isdisjoint(t.lower for t in tokens[at:ends])


def set_off_at(scene: Scene, verb: int) -> int | None:
    """Return where the relative clause begins that commas set off around a verb."""
    return next((opens for opens, ends in _set_off(scene) if opens <= verb < ends), None)


def words_apart(scene: Scene, first: int, last: int) -> int:
    """Count the words between two, but those of relative clauses that commas set off."""
    return (
        last - first - sum(ends - opens for opens, ends in asides(scene) if first <= opens and ends <= last)
    )


def marks_apart(scene: Scene, first: int, last: int) -> int:
    """Count the marks between two words, but those in and around relative clauses that commas set off."""
    within = [(opens, ends) for opens, ends in asides(scene) if first < opens and ends <= last]
    return scene.marks_between(first, last) - sum(scene.marks_between(a - 1, z) for a, z in within)


def is_in_other_clause(scene: Scene, at: int, verb: int) -> bool:
    """Tell whether only one of two words stands in a relative clause that commas set off."""
    return any((opens <= at < ends) is not (opens <= verb < ends) for opens, ends in _set_off(scene))


def is_of_other_clause(scene: Scene, at: int, verb: int) -> bool:
    """Tell whether a relative clause that commas set off parts a word from a verb.

    "France, which left Mali in 2022, has 350 men in Abidjan": what stands before the clause is of both.
    """
    return any(
        at >= opens and (opens <= at < ends) is not (opens <= verb < ends)
        for opens, ends in _set_off(scene)
        if at < ends or opens <= verb < ends
    )


def is_told_of_place(scene: Scene, at: int) -> bool:
    """Tell whether a word says what befell the town before it: "à Gao, reprise mardi par l'armée malienne,".

    So it does of "In Gao, the last town held by the Malian army": who holds it is no side, and its day is
    not that of who goes there.
    """
    tokens, words = scene.sentence.tokens, scene.pack.words
    opens = next((n for n in range(at, 0, -1) if scene.marks_between(n - 1, n)), 0)
    near = range(opens, min(at, opens + _BEFALLING_REACH))
    befalls = next((n for n in near if tokens[n].lower in words.befalling), None)
    if befalls is None or not any(scene.after_word(m.span) == opens for m in scene.mentions):
        return False
    verbal = scene.pack.auxiliaries | words.bare  # "in Gao, they have taken"
    own = any(m.first <= befalls < m.last for m in scene.group("trigger"))  # "ont pris la mer"
    return not own and verbal.isdisjoint(t.lower for t in tokens[opens:befalls])


def is_reduced(scene: Scene, participle: Match, verb: Match) -> bool:
    """Tell whether a participle behind a noun only says more of it: "the soldiers sent to A returned".

    So does a relative clause: "the soldiers that B had sent to A returned", "who came to A left". The verb
    of the clause follows, with no "and", "to" or mark between.
    """
    if participle.last > verb.first or scene.marks_between(participle.first - 1, verb.first):
        return False
    words = scene.pack.words
    who = words.relative if participle.group == "trigger" else frozenset()  # not "that refused to leave"
    starts = (participle.first, _opening_before(scene, participle, words.related | who))
    if not any(m.last in starts for m in scene.group("force", "goods", "demonym")):
        return False
    opens = words.joiners | words.clause | words.related | words.before | words.contrast
    between = [t.lower for t in scene.sentence.tokens[participle.last : verb.first]]
    rule = scene.pack.triggers.get(verb.value)
    if rule is not None and rule.nominal:
        return False  # "the army approved the deployment"
    aim = scene.sentence.tokens[verb.first - 1].lower in words.purpose  # "the army refused to send"
    hangs = scene.sentence.tokens[verb.first].lower.endswith(tuple(words.participles))
    return not aim and not hangs and not opens.intersection(between)


def is_announced(scene: Scene, trigger: Match, verb: Match) -> bool:
    """Tell whether a conditional is the future of what was announced: "a annoncé qu’ils partiraient".

    `verb` are the words that may be the conditional: those of the trigger or of a cue beside it.
    """
    tokens, words = scene.sentence.tokens, scene.pack.words
    spoken = [t.lower for t in tokens[verb.first : verb.last]]
    if not any(word in words.would or ends_with(word, scene.pack.conditional_endings) for word in spoken):
        return False
    says = [m for m in scene.group("say") if m.last <= trigger.first]
    said = any(t.lower in words.announcing for m in says for t in tokens[m.first : m.last])
    that = words.clause - words.joiners
    return said and any(t.lower in that for m in says for t in tokens[m.last : trigger.first])


def only_words(scene: Scene, first: int) -> int:
    """Return where the words begin that say "only" before a number: "plus que" of "ne sont plus que 200"."""
    opens, closes = scene.pack.negation
    tokens, at = scene.sentence.tokens, first - 1
    if at < 1 or tokens[at].lower not in scene.pack.words.clause - scene.pack.words.joiners:
        return first
    while at > 1 and tokens[at - 1].lower in closes:
        at -= 1
    near = range(max(0, at - _ONLY_BACK), at)
    return at if any(tokens[n].lower in opens for n in near) else first


def ends_with(word: str, endings: Sequence[str]) -> bool:
    """Tell whether a word has one of the endings of a verb behind a stem."""
    return any(word.endswith(e) and len(word) >= len(e) + _MIN_STEM for e in endings)
