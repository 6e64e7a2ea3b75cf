"""Who says so: the sources that a sentence names, nearest first, and the places that belong to them."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from geo.claims.assertion.sayings import is_hearsay, is_hedge, is_told_by
from geo.claims.scene import Scene, set_off_at, with_articles, words_of_aside
from geo.claims.units import CARRIERS
from geo.languages import Frame
from geo.records import Source, Span, Status, Usage
from geo.text import Match

_STAMP = 2  # words of a clock time: "13:05"
_PRONOUN_GAP = 2  # words between "il" and the verb of "il a indiqué"
_COUNT_REACH = 2  # words from a number to the noun that it counts
_VERIFIED_REACH = 2  # words from "n'a pas pu" to "par" and "de source": "être vérifiée"
_LONGEST = 12  # words of a source's name


def sources_of(scene: Scene, previous: tuple[Source, ...]) -> tuple[Source, ...]:
    """Return the sources of a sentence.

    Parameters
    ----------
    scene
        The sentence.
    previous
        The sources of the sentence before: "il a indiqué" goes on with them.
    """
    found = [s for cue in scene.group("source_before") for s in _named_by(scene, cue, previous)]
    found += [*_heading(scene), *_counting(scene)]
    for verb in scene.group("say"):
        if is_hearsay(scene, verb) or is_hedge(scene, verb) or any(s.span.covers(verb.span) for s in found):
            continue  # "according to Israeli estimates"
        if _only_qualifies(scene, verb) or _is_within_event(scene, verb) or _is_heard_of(scene, verb):
            continue
        subject = list(_before(scene, verb))
        if not subject and (_says_again(scene, verb) or _says_it_behind(scene, verb)):
            subject = list(previous[:1])
        subject = [s for s in subject if not any(_holds(s, other) for other in found)]
        found += subject or list(_subject_behind(scene, verb))
    distinct: dict[str, Source] = {}
    for source in found:
        if not (_is_day(scene, source) or _is_gainsaid(scene, source)):
            distinct.setdefault(source.text.casefold(), source)
    return tuple(distinct.values())


def _is_day(scene: Scene, source: Source) -> bool:
    """Tell whether words for a source are only when it was said: "as announced in March"."""
    return any(t.span.covers(source.span) for t in scene.times)


def _is_nobody(scene: Scene, source: Source) -> bool:
    """Tell whether nobody says so: "nobody in Tbilisi can say", "no one says", « aucun ministre ne dit »."""
    at = scene.first_word(source.span)
    none = any(m.first == at for m in scene.group("none_of")) and scene.sentence.span.covers(source.span)
    return none or source.text.split()[0].casefold() in scene.pack.words.nobody


def _is_gainsaid(scene: Scene, source: Source) -> bool:
    """Tell whether a sentence says other than a source: "Contrary to media reports", "Malgré la presse"."""
    words = scene.pack.words.despite
    if words.isdisjoint(scene.sentence.words) or not scene.sentence.span.covers(source.span):
        return False
    last = scene.after_word(source.span)
    clause = takewhile(lambda at: at == last - 1 or not _parted(scene, at), range(last - 1, -1, -1))
    return any(scene.sentence.tokens[at].lower in words for at in clause)


def _is_within_event(scene: Scene, verb: Match) -> bool:
    """Tell whether a verb of saying is one of several words for a loss: "claimed the lives of"."""
    around = (m for m in scene.group("trigger") if m.span.covers(verb.span) and m.span != verb.span)
    return any(scene.pack.triggers[m.value].frame is Frame.FALL for m in around)


def _holds(whole: Source, part: Source) -> bool:
    """Tell whether the words for a source hold another's: "the army said in a statement posted"."""
    return whole.span.covers(part.span) and whole.span != part.span


def _subject_behind(scene: Scene, verb: Match) -> Iterator[Source]:
    """Yield the subject behind a verb of saying: ", a dit le maire", ", a dit mardi à la presse le maire"."""
    if not _is_inverted(scene, verb):
        return
    days = {scene.first_word(t.span): scene.after_word(t.span) for t in scene.times}
    at = days.get(verb.last, verb.last)
    link = scene.sentence.starting_at("role", at)
    first: int | None = at
    if link is not None and link.value != "genitive":  # not "ont indiqué des habitants"
        first = _past_audience(scene, at)
        placed = any(scene.first_word(m.span) == link.last for m in scene.mentions)
        first = at if first is None and placed else first  # "утверждают в Сеуле"
    elif at > verb.last and at < len(scene.sentence.tokens) and not _opens_noun(scene, at):
        first = _past_audience(scene, at)  # "a dit mardi soir le maire"
    if first is not None:
        yield from _behind(scene, first)


def _opens_noun(scene: Scene, at: int) -> bool:
    """Tell whether a word opens the name of somebody: an article, a name, an office."""
    token = scene.sentence.tokens[at]
    office = any(m.first == at for m in scene.group("title", "official", "outsider"))
    return office or token.capital or token.lower in scene.pack.articles


def _past_audience(scene: Scene, first: int) -> int | None:
    """Return where the subject begins behind whom or where it is said to, or None: "à l'agence un témoin"."""
    tokens, links = scene.sentence.tokens, scene.group("role")
    genitive = {t.lower for m in links if m.value == "genitive" for t in tokens[m.first : m.last]}
    opens = scene.pack.articles - genitive
    clause = scene.pack.words.clause
    ends = (n for n in range(first + 1, len(tokens)) if _parted(scene, n - 1) or tokens[n].lower in clause)
    end = next(ends, len(tokens))
    verbs = (m.first for m in scene.group("trigger"))
    own = range(first + 1, min([end, *(v for v in verbs if v > first)]))
    free = [n for n in own if scene.sentence.ending_at("role", n) is None]
    name = (n for n in free if tokens[n].capital and not tokens[n - 1].capital)
    return next((n for n in free if tokens[n].lower in opens), next(name, None))


def _named_by(scene: Scene, cue: Match, previous: tuple[Source, ...]) -> Iterator[Source]:
    """Yield whom "according to" names; "him" and "the same source" are who spoke before."""
    behind = scene.sentence.tokens[cue.last : cue.last + 1]
    him = any(t.lower in scene.pack.words.him for t in behind)
    stops = not him and any(t.lower in scene.pack.source_stops - scene.pack.articles for t in behind)
    if stops or _could_not_tell(scene, cue) or _is_what(scene, cue.last):
        return  # "un habitant joint par téléphone"
    if previous and (him or _is_the_same(scene, cue.last)):
        yield previous[0]
    elif not him:
        own = (m.first for m in scene.group("outsider") if cue.first < m.first and m.last == cue.last)
        yield from _behind(scene, next(own, cue.last))  # "de source militaire" names that source


def _could_not_tell(scene: Scene, cue: Match) -> bool:
    """Tell whether a source is one that could not confirm: "n'a pas pu être confirmée de source tierce"."""
    told = (m for m in scene.group("status_sentence") if m.value == Status.UNCONFIRMED)
    told = (m for m in told if m.first < cue.first <= m.last + _VERIFIED_REACH)
    return any(scene.marks_between(m.first, cue.first) == 0 for m in told)


def _is_what(scene: Scene, at: int) -> bool:
    """Tell whether words only stand for what people say: "d'après ce qui se dit en ville"."""
    words, pack = [t.lower for t in scene.sentence.tokens[max(at, 0) : at + 2]], scene.pack
    return len(words) > 1 and words[0] in pack.words.same and words[1] in pack.words.relative


def _is_the_same(scene: Scene, first: int) -> bool:
    """Tell whether words only take up who spoke before: "the same source", "cette source"; no newspaper."""
    tokens = scene.sentence.tokens
    while first < len(tokens) and tokens[first].lower in scene.pack.articles - scene.pack.words.same:
        first += 1
    if first + 1 >= len(tokens) or tokens[first].lower not in scene.pack.words.same:
        return False
    press = any(m.first <= first + 1 < m.last for m in scene.group("press"))
    return not press and (first + 2 == len(tokens) or _ends_name(scene, first, first + 2))


def _is_heard_of(scene: Scene, word: Match) -> bool:
    """Tell whether a word of saying is a noun behind a preposition: "takes note of reports that"."""
    noun = any(m.span == word.span for m in scene.group("outsider"))
    return noun and scene.sentence.ending_at("role", word.first) is not None


def _only_qualifies(scene: Scene, verb: Match) -> bool:
    """Tell whether a participle says which force it is: "the promised tanks", "the 400 officers pledged"."""
    tokens = scene.sentence.tokens
    if tokens[verb.first].lower not in scene.pack.words.deciding:
        return False
    if verb.first and tokens[verb.first - 1].lower in scene.pack.articles:
        return True
    nouns = [m for m in scene.group("force", "goods") if m.last == verb.first]
    if nouns and is_told_by(scene, verb):
        return True  # "the troops promised by Washington"
    ends = (scene.after_word(n.span) for n in scene.numbers)
    return bool(nouns) and any(0 <= nouns[-1].first - end <= _COUNT_REACH for end in ends)


def sources_for(scene: Scene, trigger: Match, sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """Return the sources of a sentence that speak of one event: who comes after "; ..." or "and" does not.

    In "A battalion left, and Jakarta insists that no soldier will come back" Jakarta only says the second.
    """
    some = [s for s in sources if not _is_nobody(scene, s)]
    own = [s for s in some if not (_is_of_rest(scene, trigger, s) or _is_told_of(scene, trigger, s))]
    return tuple(s for s in own if not _is_of_half(scene, trigger, s, own))


def _is_told_of(scene: Scene, trigger: Match, source: Source) -> bool:
    """Tell whether an event is only told aside of who speaks: "The army, which lost 12 men, says that"."""
    opens = set_off_at(scene, trigger.first)
    if opens is None or not scene.sentence.span.covers(source.span):
        return False
    says = any(opens <= m.first < trigger.first for m in scene.group("say"))  # "the army, which adds that"
    goes_on = any(m.first > trigger.first for m in scene.group("say"))
    return opens == scene.after_word(source.span) and goes_on and not says


def _is_of_half(scene: Scene, trigger: Match, source: Source, others: Sequence[Source]) -> bool:
    """Tell whether a half of a sentence has who says it: "A says that X left; B insists that Y is there"."""
    at = trigger.first
    here = [s for s in others if scene.sentence.span.covers(s.span)]
    parted = [s for s in here if scene.strong_marks_between(scene.first_word(s.span), at)]
    own = [s for s in here if s not in parted and scene.first_word(s.span) < at]
    return source in parted and bool(own)


def _is_of_rest(scene: Scene, trigger: Match, source: Source) -> bool:
    if not scene.sentence.span.covers(source.span):
        return False
    at = scene.first_word(source.span)
    counted = {scene.first_word(n.span) for n in scene.numbers}  # "has promised 500 police"
    said = (m for m in scene.group("trigger") if scene.pack.triggers[m.value].promised)
    also_said = {m.span for m in said if m.last not in counted}
    verbs = (m for m in scene.group("trigger") if m.span not in also_said)
    events = [m for m in verbs if m.first > at and not _in_name(scene, m)]
    if trigger.first > at:
        return _closes_half(scene, trigger, at)
    if not events:
        return scene.strong_marks_between(trigger.first, at) > 0
    if scene.strong_marks_between(trigger.first, at):
        return True
    first = with_articles(scene, at)
    first -= scene.sentence.tokens[first - 1].lower in scene.pack.words.owners if first else 0
    opens = (
        first > 1
        and scene.sentence.tokens[first - 1].lower in scene.pack.words.joiners | scene.pack.words.contrast
    )
    return opens and scene.marks_between(first - 2, first) > 0


def _closes_half(scene: Scene, trigger: Match, at: int) -> bool:
    """Tell whether a source is told behind what it says, and a semicolon follows: "A left, he says; B is"."""
    if not scene.strong_marks_between(at, trigger.first):
        return False
    told = (m for m in scene.group("trigger") if m.last <= at and not _in_name(scene, m))
    return any(not scene.strong_marks_between(m.first, at) for m in told)


def _in_name(scene: Scene, trigger: Match) -> bool:
    return any(m.span.touches(trigger.span) for m in scene.group("not_trigger", "force", "official"))


def _heading(scene: Scene) -> Iterator[Source]:
    """Yield the office before the colon that opens a sentence: "The defence minister: no tanks were lost"."""
    tokens = scene.sentence.tokens
    if not scene.holds("official", "title"):
        return
    for last in range(1, min(_LONGEST, len(tokens))):
        if not _parted(scene, last - 1):
            continue
        colon = ":" in scene.text[tokens[last - 1].end : tokens[last].start]
        placed = [m.span for m in scene.mentions]
        offices = (m for m in scene.group("official", "title") if m.last <= last)
        office = any(not any(span.covers(m.span) for span in placed) for m in offices)
        office = office and (last > 1 or scene.words(0, 1).isupper())  # "Police: the unit is in Goma"
        verb = any(m.first < last for m in scene.group("trigger", "say"))
        verb = verb or any(t.lower in scene.pack.words.bare for t in tokens[:last])
        verb = verb or any(m.last <= last and m.value in CARRIERS for m in scene.group("force"))
        known = scene.sentence.tokens[last - 1].capital or any(m.last == last for m in scene.sentence.matches)
        if colon and office and known and not verb:  # not "The army digs in: 300 men went to Gao"
            skipped = scene.pack.articles | scene.pack.words.contrast
            first = next(at for at in range(last) if at == last - 1 or tokens[at].lower not in skipped)
            yield _source(scene, first, last)
        return


def _counting(scene: Scene) -> Iterator[Source]:
    """Yield who counts in "by the army's count"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    if words.reckoning.isdisjoint(scene.sentence.words):
        return
    for at, token in enumerate(tokens):
        if token.lower not in words.reckoning or at < 2:  # noqa: PLR2004 - the owner, and who counts before
            continue
        owner = at - 1 if tokens[at - 1].lower in words.possessive else at - 2  # "by Kampala's own count"
        if tokens[owner].lower not in words.possessive:
            continue
        first = owner - 1
        while first > 0 and at - first < _LONGEST and tokens[first].lower not in words.agent:
            first -= 1
        if tokens[first].lower in words.agent and not scene.marks_between(first, at):
            begins = first + 1 + (tokens[first + 1].lower in scene.pack.articles)
            yield _source(scene, begins, owner)


def _behind(scene: Scene, first: int) -> Iterator[Source]:
    """Yield the name that begins at word `first` and goes on to a comma or a word that ends it."""
    tokens, begins = scene.sentence.tokens, first
    skipped = scene.pack.articles | scene.pack.source_stops
    while (
        first < len(tokens)
        and tokens[first].lower in skipped
        and not (first and _parted(scene, first - 1))
        and scene.text[tokens[first].end : tokens[first].end + 1] != "-"  # "la sous-préfecture"
    ):
        first += 1
    last = first
    while last < len(tokens) and last - first < _LONGEST and not _ends_name(scene, first, last):
        last += 1
    link = scene.sentence.ending_at("role", last)
    if link and link.value == "genitive" and first < link.first:
        last = link.first  # "accusé par l’ONU d’avoir"
    dated = any(scene.first_word(t.span) == first for t in scene.times)  # "images of 31 January show"
    again = any(m.value == "again" and begins <= m.first < first for m in scene.group("again"))
    if last > first and not (dated or again) and not _is_small(scene, first, last):
        yield _source(scene, first, last)


def _is_small(scene: Scene, first: int, last: int) -> bool:
    """Tell whether words name nobody: "a-t-on" of "a-t-on indiqué"."""
    small = scene.pack.words.auxiliaries | scene.pack.source_stops
    return all(t.lower in small for t in scene.sentence.tokens[first:last])


def _ends_name(scene: Scene, first: int, at: int) -> bool:
    word, starts = scene.sentence.tokens[at].lower, scene.sentence.starting_at
    if at == first:
        return False
    told = starts("say", at) is not None and word.endswith(tuple(scene.pack.words.past))
    told = told or (starts("source_before", at) is not None and word not in scene.pack.articles)
    stops = word in scene.pack.source_stops and not _is_titled_name(scene, at)
    verb = starts("trigger", at) is not None and starts("force", at) is None  # "two recruits"
    link, behind = starts("role", at), scene.sentence.tokens[at + 1 : at + 2]
    of = link is not None and link.value == "genitive"  # "accused by the UN of having"
    does = of and any(t.lower.endswith(tuple(scene.pack.words.participles)) for t in behind)
    stops = stops or verb or does or _ends_capital(scene, first, at)
    return stops or told or _parted(scene, at - 1)  # "a source quoted by the agency"


def _ends_capital(scene: Scene, first: int, at: int) -> bool:
    """Tell whether a government is named and a noun of its own follows: "selon Kiev une centaine de"."""
    new = scene.sentence.tokens[at].lower in scene.pack.determiners
    counted = any(scene.first_word(n.span) == at for n in scene.numbers)
    named = (m for m in scene.mentions if scene.first_word(m.span) == first)
    return (new or counted) and any(scene.after_word(m.span) == at for m in named)


def _is_titled_name(scene: Scene, at: int) -> bool:
    """Tell whether an article opens the name of a paper: "le quotidien Le Potentiel"."""
    named = scene.sentence.tokens[at : at + 2]
    return named[0].lower in scene.pack.articles and len(named) > 1 and all(t.capital for t in named)


def _parted(scene: Scene, left: int) -> bool:
    """Tell whether a comma, stop or quotation mark follows word `left`; brackets belong to the name."""
    tokens = scene.sentence.tokens
    gap = scene.text[tokens[left].end : tokens[left + 1].start]
    if len(gap) == 1 and scene.text[tokens[left].end - 1].isdigit() and tokens[left + 1].lower[:1].isdigit():
        return False  # "5,000"
    title = tokens[left].lower in scene.pack.abbreviations and tokens[left].capital  # "M. Oro"
    return any(c in ',;:«»"“”—–!?' for c in gap) or (". " in gap and not title)


def _before(scene: Scene, verb: Match) -> Iterator[Source]:
    """Yield the subject of a verb of saying, back to the clause's beginning."""
    tokens = scene.sentence.tokens
    last = _before_small(scene, verb.first)
    if last > 0 and _parted(scene, last - 1):
        aside = _before_aside(scene, last)
        related = aside > 0 and tokens[aside].lower in scene.pack.words.relative  # "A, which denies it, says"
        last = aside if related or _has_title(scene, aside, last) or not _is_inverted(scene, verb) else 0
    cue = next((m.first for m in scene.group("source_before") if 0 < m.first < last), last)
    if cue < last and _parted(scene, cue - 1):
        return  # "according to a report that the senate released"
    last = cue
    first = last
    while first > 0 and last - first < _LONGEST:
        if first < last and (_parted(scene, first - 1) or tokens[first - 1].lower in scene.pack.words.clause):
            break
        first -= 1
    while last - first > 1 and tokens[last - 1].lower in scene.pack.articles:
        last -= 1  # "Bamako le nie"
    if tokens[verb.first].lower not in scene.pack.words.showing:  # "images of 31 January show"
        last = _before_day(scene, first, last)
    when = [t.span for t in scene.times if scene.first_word(t.span) == first]
    first = max([first, *map(scene.after_word, when)])
    joins = scene.pack.words.joiners | scene.pack.words.contrast | scene.pack.words.related
    while first < last and tokens[first].lower in scene.pack.articles | joins:
        first += 1  # "as the general staff has confirmed", "which the army says"
    first = _past_preposition(scene, first)
    led = scene.sentence.starting_at("role", first) is not None
    if led and any(t.lower in scene.pack.words.speech for t in tokens[first:last]):
        return  # "In a statement released on Monday, the army said"
    if last > first and not _is_pronoun(scene, first, last) and _is_name(scene, first, last):
        yield _source(scene, first, last)


def _past_preposition(scene: Scene, first: int) -> int:
    """Return where an office begins in which something is said: "В Минобороны сообщили"."""
    link = scene.sentence.starting_at("role", first)
    offices = scene.group("official", "seat") if link else ()
    return link.last if link and any(m.first == link.last for m in offices) else first


def _before_small(scene: Scene, last: int) -> int:
    """Return where the auxiliaries of a verb begin, and what stands among them: "a de son côté confirmé"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    small = words.auxiliaries | words.bare  # "I can confirm"
    while last > 0 and not _parted(scene, last - 1):
        step = words_of_aside(scene, last) or int(tokens[last - 1].lower in small)
        if not step:
            break
        last -= step
    return last


def _before_day(scene: Scene, first: int, last: int) -> int:
    """Return where a subject ends that a day parts from its verb: "the Kremlin on Wednesday denied"."""
    days = (scene.first_word(t.span) for t in scene.times if scene.after_word(t.span) == last)
    at = next((day for day in days if day > first), last)
    link = scene.sentence.ending_at("role", at) if at < last else None
    return link.first if link and link.first > first else at


def _before_aside(scene: Scene, last: int) -> int:
    """Return where the subject before an aside ends: "The ministry, which denied it, said"; 0 for none."""
    words = scene.pack.words
    opens = (words.clause - words.joiners) | scene.pack.source_stops | scene.pack.articles
    for at in range(last - 1, 0, -1):
        if _parted(scene, at - 1):
            cites = scene.sentence.starting_at("source_before", at) is not None  # ", citing X, said"
            stated = scene.sentence.tokens[at].lower in opens or _is_state(scene, at)
            stated = stated or cites or _is_participle_of(scene, at) or _only_links(scene, at, last)
            return at if stated or _has_title(scene, at, last) else 0
    return 0


def _only_links(scene: Scene, first: int, last: int) -> bool:
    """Tell whether an aside only ties a sentence to what was said: "The mission, however, said"."""
    aside = scene.sentence.tokens[first:last]
    alone = len(aside) == 1 and not aside[0].capital  # "Le ministère, lui, dit"
    return alone or all(t.lower in scene.pack.words.auxiliaries for t in aside)


def _is_participle_of(scene: Scene, at: int) -> bool:
    """Tell whether a participle aside says more of who speaks: "The mayor of A, reached by phone, said"."""
    opens = next((n for n in range(at - 1, 0, -1) if _parted(scene, n - 1)), 0)
    office = any(opens <= m.first < at for m in scene.group("title", "official", "of_state", "outsider"))
    words = scene.pack.words
    return office and scene.sentence.tokens[at].lower.endswith((*words.promised, *words.participles))


def _has_title(scene: Scene, first: int, last: int) -> bool:
    """Tell whether commas set off who holds an office or which: "The mayor, Jan Oro, said"."""
    tokens, small = scene.sentence.tokens, scene.pack.articles
    begins = first + (first < last and tokens[first].lower in small)
    offices = scene.group("title", "official")
    if any(m.first == begins for m in offices):
        return first > 0  # "Jan Oro, the mayor of Gao, said"
    opens = next((at for at in range(first - 1, 0, -1) if _parted(scene, at - 1)), 0)
    held = any(opens <= m.first < first for m in offices)
    return held and first < last and all(t.capital or t.lower in small for t in tokens[first:last])


def _is_state(scene: Scene, last: int) -> bool:
    """Tell whether a government stands before word `last`: "Havana, accused of lending snipers, says"."""
    named = (m for m in scene.mentions if m.usage is Usage.METONYMIC)
    return any(scene.after_word(m.span) == last for m in named)


def _is_name(scene: Scene, first: int, last: int) -> bool:
    """Refuse what is no subject: one with a verb inside, a lone letter, one that ends in "and" or "that"."""
    words, ending = scene.pack.words, scene.sentence.tokens[last - 1].lower
    if ending in words.clause | words.joiners | words.contrast | words.purpose:
        return False  # "a video that purports to"
    if _is_what(scene, last - 2):
        return False  # "contrairement à ce qui se dit"
    if _is_small(scene, first, last):
        return False  # "which"
    if scene.sentence.tokens[first].lower in words.when | words.equipped:
        return False  # "When Italy declared war", "with another 14 promised"
    nouns = scene.group("not_trigger", "official", "force")
    verbs = [m for m in scene.group("trigger") if not any(n.span.touches(m.span) for n in nouns)]
    return not any(first <= m.first < last for m in verbs) and len(scene.words(first, last)) > 1


def _is_pronoun(scene: Scene, first: int, last: int) -> bool:
    words = scene.sentence.tokens
    while first < last and (words[first].lower in scene.pack.words.auxiliaries):
        first += 1  # "a-t-il"
    again = scene.sentence.starting_at("source_again", first) if first < last else None
    return again is not None and again.last >= last


def _says_again(scene: Scene, verb: Match) -> bool:
    return any(0 <= verb.first - m.last <= _PRONOUN_GAP for m in scene.group("source_again"))


def _says_it_behind(scene: Scene, verb: Match) -> bool:
    """Tell whether a pronoun behind a verb says it: "ajoute-t-il"."""
    tokens, at = scene.sentence.tokens, verb.last
    while at < len(tokens) and tokens[at].lower in scene.pack.words.auxiliaries:
        at += 1
    tied = at < len(tokens) and scene.text[tokens[at].start - 1] == "-"
    return tied and scene.sentence.starting_at("source_again", at) is not None


def _is_inverted(scene: Scene, verb: Match) -> bool:
    """Tell whether the subject follows the verb: ", a indiqué le NIS"."""
    tokens = scene.sentence.tokens
    first = verb.first
    while first > 0 and tokens[first - 1].lower in scene.pack.words.auxiliaries:
        first -= 1
    follows_mark = first > 0 and _parted(scene, first - 1)
    behind = _past_day(scene, verb.last)  # "A, citing B, reported on Monday that"
    goes_on = behind < len(tokens) and tokens[behind].lower not in scene.pack.words.clause
    counted = [scene.after_word(n.span) for n in scene.numbers if scene.first_word(n.span) == verb.last]
    several = any(
        m.first - at in (0, 1) for at in counted for m in scene.group("outsider", "official", "title")
    )
    counts = bool(counted) and not several and tokens[verb.last].lower not in scene.pack.articles
    told = _opens_content(scene, verb)
    return follows_mark and goes_on and not (counts or told) and not _has_object(scene, verb)


def _past_day(scene: Scene, first: int) -> int:
    """Return the word behind a day that begins at a word, or that word: "on Monday that", "lundi que"."""
    link = scene.sentence.starting_at("role", first)
    starts = (first, link.last) if link else (first,)
    ends = (scene.after_word(t.span) for t in scene.times if scene.first_word(t.span) in starts)
    return next(ends, first)


def _opens_content(scene: Scene, verb: Match) -> bool:
    """Tell whether what is said follows without "that": "A, citing B, said it would go"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    behind = (m for m in scene.group("source_again") if m.first >= verb.last and m.last - m.first == 1)
    again = (m.last for m in behind if not scene.marks_between(verb.last - 1, m.first))
    state = (scene.after_word(m.span) for m in scene.mentions if scene.first_word(m.span) == verb.last)
    verbs = words.auxiliaries | words.bare | scene.pack.passive_auxiliaries
    ends = (end for end in (next(again, None), next(state, None)) if end is not None)
    acts = (end for end in ends if not scene.marks_between(end - 1, end))  # not ", a annoncé Kiev, ont"
    return any(t.lower in verbs for end in acts for t in tokens[end : end + 1])


def _has_object(scene: Scene, verb: Match) -> bool:
    """Tell whether an event is what the verb speaks of, not who: ", exclut d'envoyer", ", denied sending"."""
    link = scene.sentence.starting_at("role", verb.last)
    first = link.last if link and link.value == "genitive" else verb.last
    verbs = (m for m in scene.group("trigger") if not scene.pack.triggers[m.value].nominal)
    return any(m.first == first and not scene.marks_between(verb.last - 1, first) for m in verbs)


def _source(scene: Scene, first: int, last: int) -> Source:
    stamped = first == 0 or scene.sentence.tokens[first - 1].lower.isdigit()  # "13:05 Paris has ruled out"
    while stamped and first < last - 1 and _is_stamp(scene, first):
        first += 1
    span = scene.span(first, last)
    closing = scene.text[span.end : span.end + 1] == ")" and "(" in span.of(scene.text)
    span = Span(span.start, span.end + 1) if closing else span
    return Source(span, span.of(scene.text))


def _is_stamp(scene: Scene, at: int) -> bool:
    """Tell whether a word is part of the clock time that opens an entry, or an article behind it."""
    tokens = scene.sentence.tokens
    article = 0 < at <= _STAMP and tokens[at].lower in scene.pack.articles and tokens[at - 1].lower.isdigit()
    return article or (at < _STAMP and all(t.lower.isdigit() for t in tokens[: at + 1]))
