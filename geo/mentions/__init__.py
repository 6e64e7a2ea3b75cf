"""A document's place names, what each may mean and how it is used.

Which of the candidates is meant is for `geo.places` to say.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter

from geo.gazetteer import Gazetteer, NameMatch
from geo.languages import LanguagePack
from geo.mentions import alike, evidence, kind_words, parts, unheld
from geo.mentions.evidence import Found, Verdict
from geo.mentions.usage import Name, usage_of
from geo.records import Candidate, GazetteerEntry, Mention, PlaceKind, Span, Usage
from geo.text import Sentence, fold, plain_gap, tokenize

_LISTED_KINDS = (PlaceKind.CITY, PlaceKind.ADMIN, PlaceKind.SITE)
_NAMED_KINDS = (PlaceKind.ADMIN, PlaceKind.SITE)
# What a town of some size is often named without: "(Oder)", "am Main", "-sur-Mer", "de Gran Canaria".
_TAIL = re.compile(r"[ -](?=[(a-z])")
_OF_A_TOWN = 20_000
_key = lru_cache(maxsize=32768)(fold)  # each place has a dozen names, and the same places come again
_SERIES = 3  # names
_OPENING = 3  # words before a name that stands at the head of a sentence


def find(
    text: str, sentences: Sequence[Sentence], gazetteer: Gazetteer, pack: LanguagePack | None
) -> tuple[Mention, ...]:
    """Return the place names of a document, in order, each with everything that bears the name.

    Parameters
    ----------
    text
        The whole text of the document.
    sentences
        Its sentences, with words and lexicon matches.
    gazetteer
        Whose names are looked for.
    pack
        The document's language, or None where there is no pack; then only the gazetteer's names count.
    """
    judged = _judged(text, sentences, gazetteer, pack)
    return tuple(
        mention
        for sentence, found in zip(sentences, judged, strict=True)
        for mention in _in_sentence(text, sentence, found, gazetteer, pack)
    )


def _judged(
    text: str, sentences: Sequence[Sentence], gazetteer: Gazetteer, pack: LanguagePack | None
) -> list[list[NameMatch]]:
    """Return the matches of each sentence that are place names."""
    scanned = [tuple(gazetteer.scan(text, sentence.tokens)) for sentence in sentences]
    if pack:
        if pack.articled_places:
            scanned = [
                tuple(_without_article(text, s, m, gazetteer, pack) for m in row)
                for s, row in zip(sentences, scanned, strict=True)
            ]
        scanned = alike.added(text, sentences, scanned, gazetteer, pack)
        scanned = parts.added(text, sentences, scanned, gazetteer, pack)
    report = evidence.survey(text, sentences, scanned)
    verdicts: list[list[tuple[NameMatch, Verdict]]] = []
    for sentence, matches in zip(sentences, scanned, strict=True):
        if not matches:
            verdicts.append([])
            continue
        edges = Counter([edge for m in matches if not m.alike for edge in (m.first, m.last)])
        whole = (m for m in matches if not evidence.in_compound(text, sentence, m, edges))
        judged = [(m, evidence.judge(Found(text, sentence, m, edges), report, pack)) for m in whole]
        verdicts.append(_listed(text, sentence, judged, pack))
    sure = {
        entry.place.id
        for row in verdicts
        for match, verdict in row
        if verdict is Verdict.SURE
        for entry in match.entries
    }
    return [
        [
            m
            for m, verdict in row
            if verdict is Verdict.SURE or (verdict is Verdict.OPEN and _is_among(m, sure))
        ]
        for row in verdicts
    ]


def _without_article(
    text: str, sentence: Sentence, match: NameMatch, gazetteer: Gazetteer, pack: LanguagePack
) -> NameMatch:
    """Return the name behind an article written small: "en el Líbano" is the state, and no El Líbano."""
    first = sentence.tokens[match.first]
    if first.capital or match.last - match.first == 1 or first.lower not in pack.articles:
        return match
    inner = list(gazetteer.scan(text, sentence.tokens[match.first + 1 : match.last]))
    if len(inner) != 1 or inner[0].last - inner[0].first != match.last - match.first - 1:
        return match
    return replace(inner[0], first=match.first + 1, last=match.last)


def _listed(
    text: str,
    sentence: Sentence,
    judged: Sequence[tuple[NameMatch, Verdict]],
    pack: LanguagePack | None,
) -> list[tuple[NameMatch, Verdict]]:
    """Read a list alike: what a comma or "and" ties to a town that is meant is meant too."""
    read: list[tuple[NameMatch, Verdict]] = []
    for match, verdict in judged:
        before, sure = read[-1] if read else (None, Verdict.NO)
        if pack and before and sure is Verdict.SURE and verdict is Verdict.OPEN:
            between = sentence.tokens[before.last : match.first]
            gap = text[sentence.tokens[before.last - 1].end : sentence.tokens[match.first].start]
            small = (pack.words.joiners | pack.words.list) - pack.articles
            tied = all(t.lower in small for t in between) and (between or gap.strip() == ",")
            if tied and before.entries[0].place.kind in _LISTED_KINDS:
                read.append((match, Verdict.SURE))
                continue
        read.append((match, verdict))
    return read


def _is_among(match: NameMatch, sure: set[str]) -> bool:
    return any(entry.place.id in sure for entry in match.entries)


def _in_sentence(
    text: str,
    sentence: Sentence,
    found: Sequence[NameMatch],
    gazetteer: Gazetteer,
    pack: LanguagePack | None,
) -> Iterable[Mention]:
    named = [(match.first, _mention(text, sentence, match, gazetteer, pack)) for match in found]
    if pack is None:
        return [mention for _, mention in named]
    taken = {word for match in found for word in range(match.first, match.last)}
    named += [(n.first, _unknown(text, sentence, n, pack)) for n in unheld.names(text, sentence, taken, pack)]
    mentions = [mention for _, mention in sorted(named, key=itemgetter(0))]
    if len(mentions) < 2:  # noqa: PLR2004 - the rest is of names beside each other
        return mentions
    placed = _between(text, sentence, _put_in(text, sentence, mentions, pack), pack)
    return _coordinated(text, sentence, _in_series(text, sentence, placed, pack), pack)


def _put_in(
    text: str, sentence: Sentence, mentions: Sequence[Mention], pack: LanguagePack
) -> Sequence[Mention]:
    """Let a site lie in the town beside it whose country holds none of that name: "Kent base in Bangui"."""
    read = list(mentions)
    for number, (left, right) in enumerate(pairwise(mentions)):
        gap = plain_gap(text[left.span.end : right.span.start]).strip(" ,('").casefold()
        owned = gap in pack.words.possessive  # "Honiara's Henderson airport"
        at, town = (number + 1, left) if owned else (number, right)
        if not owned and gap not in ("", *pack.words.within, *pack.words.linkers):
            continue
        towns = tuple(c for c in town.candidates if c.place.kind is PlaceKind.CITY)
        state = any(c.place.kind is PlaceKind.COUNTRY for c in town.candidates)
        if state and read[at].candidates:
            continue  # "the base of Roosevelt Roads, in Puerto Rico"
        codes = {c.place.country_code for c in towns}
        known = (c for c in read[at].candidates if c.curated or c.place.kind is PlaceKind.SITE)
        held = any(c.place.country_code in codes for c in known)
        if _leads_on(sentence, read[at], gap, pack):
            continue
        if towns and not held and kind_words.is_site(sentence, read[at].span):
            read[at] = replace(read[at], candidates=towns)
    return read


def _leads_on(sentence: Sentence, site: Mention, gap: str, pack: LanguagePack) -> bool:
    """Tell whether a way leads from a known site to a town: "de la base de Niamey à Gao"."""
    first = next((at for at, t in enumerate(sentence.tokens) if t.start == site.span.start), 0)
    link = sentence.ending_at("role", first) or sentence.ending_at("role", max(first - 1, 0))
    of = link is not None and link.value in ("genitive", "origin")
    return of and gap in pack.words.to and any(c.curated for c in site.candidates)


def _between(
    text: str, sentence: Sentence, mentions: Sequence[Mention], pack: LanguagePack
) -> Sequence[Mention]:
    """Read "between Nicosia and Larnaca", "entre le Mali, le Niger et le Tchad", as where something lies."""
    if pack.numbers.range_between.isdisjoint(sentence.words):
        return mentions
    read, ands, listed = list(mentions), pack.numbers.range_and, False
    small = pack.words.definite | frozenset(ands)
    for number, right in enumerate(mentions[1:], 1):
        left = read[number - 1]
        gap = {t.lower for t in tokenize(text, Span(left.span.end, right.span.start))}
        first = next((at for at, t in enumerate(sentence.tokens) if t.start == left.span.start), 0)
        first -= first > 0 and sentence.tokens[first - 1].lower in pack.words.definite
        listed = listed or (first > 0 and sentence.tokens[first - 1].lower in pack.numbers.range_between)
        listed = listed and gap <= small
        placed = (left.usage,) if gap - ands else (left.usage, right.usage)  # not "entre A et le B" of two
        if listed and Usage.LOCATIVE in placed:
            read[number - 1 : number + 1] = [replace(m, usage=Usage.LOCATIVE) for m in (left, right)]
        listed = listed and gap.isdisjoint(ands)
    return read


def _in_series(
    text: str, sentence: Sentence, mentions: Sequence[Mention], pack: LanguagePack
) -> Sequence[Mention]:
    """Read the seats of government of a list of three as its first: "in Tiberias, Damascus and Beirut"."""
    if len(mentions) < _SERIES:
        return mentions
    read = list(mentions)
    starts = {t.start: n for n, t in enumerate(sentence.tokens)}
    for number in range(len(mentions) - _SERIES + 1):
        first, second, third = read[number], mentions[number + 1], mentions[number + 2]
        comma = text[first.span.end : second.span.start].strip() == ","
        gap = text[second.span.end : third.span.start].casefold().replace(",", " ").split()
        opens = starts.get(first.span.start, 0) < _OPENING  # "In Gao, Paris and Berlin agreed"
        if (
            first.usage is Usage.LOCATIVE
            and comma
            and not opens
            and set(gap) & pack.words.joiners
            and len(gap) == 1
        ):
            speaks = _acts(sentence, third, ("say", "metonymic_after"))
            usage = second.usage if speaks else Usage.LOCATIVE
            read[number + 1] = replace(second, usage=usage)
    return read


def _acts(sentence: Sentence, mention: Mention, groups: Sequence[str]) -> bool:
    """Tell whether a word of one of these groups stands right behind a name."""
    behind = next((n for n, t in enumerate(sentence.tokens) if t.start >= mention.span.end), None)
    return behind is not None and any(sentence.starting_at(group, behind) for group in groups)


def _acts_too(sentence: Sentence, mentions: Sequence[Mention], number: int) -> bool:
    """Tell whether a state acts as one before it: "A has sent 30 men to Goma and Uganda has sent 20"."""
    states = (*(m for m in mentions[:number] if m.usage is Usage.METONYMIC), mentions[number])
    acting = [m for m in states if _acts(sentence, m, ("metonymic_after",))]
    acting = [m for m in acting if not _acts(sentence, m, ("say",))]
    return len(acting) > 1 and acting[-1] is mentions[number]


def _coordinated(
    text: str, sentence: Sentence, mentions: Sequence[Mention], pack: LanguagePack
) -> Iterator[Mention]:
    """Read "la Russie et la Corée du Nord" alike: what stands beside a government is one too."""
    previous: Mention | None = None
    parts = False  # of states: "dans le nord de la Norvège et de la Finlande"
    for number, mention in enumerate(mentions):
        parts = parts or mention.text[:1].islower()
        if previous and previous.usage is Usage.METONYMIC and mention.usage is Usage.LOCATIVE:
            gap = text[previous.span.end : mention.span.start].casefold()
            words = gap.replace("\u2019", " ").replace("'", " ").replace(",", " ").split()
            if words and all(w in pack.words.definite | pack.words.joiners for w in words):
                mention = replace(mention, usage=Usage.METONYMIC)  # noqa: PLW2901 - the next is compared with it
        elif previous and previous.usage is Usage.LOCATIVE and mention.usage is Usage.METONYMIC:
            words = text[previous.span.end : mention.span.start].casefold().replace(",", " ").split()
            listed = bool(words) and all(w in pack.words.joiners for w in words)
            listed = listed or (parts and _are_of(words, pack))
            if listed and not _acts_too(sentence, mentions, number):  # "in Gao, Timbuktu and Bamako"
                mention = replace(mention, usage=Usage.LOCATIVE)  # noqa: PLW2901 - as above
        yield mention
        previous = mention


def _are_of(words: Sequence[str], pack: LanguagePack) -> bool:
    """Tell whether only "and of" or ", of" stands between two names: "et de la", "du", not "la"."""
    single = " ".join(words).replace("\u2019", " ").replace("'", " ").split()
    small = pack.words.joiners | pack.words.linkers
    return all(w in small for w in single) and any(w in small - pack.words.definite for w in single[:1])


def _mention(
    text: str, sentence: Sentence, match: NameMatch, gazetteer: Gazetteer, pack: LanguagePack | None
) -> Mention:
    first, last, kind = (
        kind_words.taken_in(text, sentence, match, pack) if pack else (match.first, match.last, None)
    )
    # A river is not the town that bears its name, nor is "Camp Liberty"; the "base de Goma" is in Goma.
    linked = pack is None or sentence.tokens[match.first - 1].lower in pack.words.linkers
    other = kind in (PlaceKind.REGION, PlaceKind.WATER)
    camp = kind is PlaceKind.SITE and first < match.first and not linked
    entries = _of_kind(match.entries, kind)
    if entries and kind is PlaceKind.SITE and not camp:  # "the aerodrome of Naples" may be one in the town
        entries = tuple(e for e in match.entries if e.place.kind in (PlaceKind.SITE, PlaceKind.CITY))
    entries = entries or (() if other or camp else match.entries)
    if kind is None and all(e.place.kind in _NAMED_KINDS for e in match.entries):
        first, last = match.first, match.last
    span = Span(sentence.tokens[first].start, sentence.tokens[last - 1].end)
    key = " ".join(t.key for t in sentence.tokens[match.first : match.last])
    language = pack.code if pack else None
    called = {e.place.id: gazetteer.is_called(e, key, language) for e in match.entries}
    candidates = tuple([_candidate(e, key, match, called) for e in entries])
    seat = kind is None and _is_capital(entries, key)
    name = Name(first, last, kind or match.entries[0].place.kind, seat)
    usage = usage_of(sentence, name, pack) if pack else Usage.LOCATIVE
    return Mention(span, span.of(text), usage, None, candidates)


def _candidate(
    entry: GazetteerEntry, key: str, match: NameMatch, called: Mapping[str, tuple[bool, bool]]
) -> Candidate:
    """Return an entry as what a name may mean; one that people keep counts as such by the names they keep.

    `called` tells of each entry, by id, whether the name is one of it in the report's language, in which
    Brașov may not be Kronstadt, and whether it is one of its further names.
    """
    own, further = called[entry.place.id]
    curated = entry.curated and (match.trusted or match.alike)
    others = [e for e in match.entries if e.curated and e is not entry] if curated else []
    if others:
        foreign = not own and any(called[e.place.id][0] for e in others)
        curated = not foreign and not further
    usual = curated or own or _is_titled(entry, key)
    return Candidate(entry.place, entry.population, usual, curated)


def _is_capital(entries: Sequence[GazetteerEntry], key: str) -> bool:
    """Tell whether a name is first of all a capital's: "Islamabad", which Chittagong was once called too."""
    titled = (entry for entry in entries if _key(entry.place.name) == key)
    return entries[0].capital or next((entry.capital for entry in titled), False)


def _is_titled(entry: GazetteerEntry, key: str) -> bool:
    """Tell whether a name is the title, or a town's without its river: "Frankfurt" is usual everywhere."""
    title = entry.place.name
    if _key(title) == key:
        return True
    if (entry.population or 0) < _OF_A_TOWN:
        return False
    tail = _TAIL.search(title)
    return tail is not None and _key(title[: tail.start()]) == key


def _of_kind(entries: Sequence[GazetteerEntry], kind: PlaceKind | None) -> tuple[GazetteerEntry, ...]:
    return tuple(e for e in entries if e.place.kind is kind)


def _unknown(text: str, sentence: Sentence, name: unheld.Unheld, pack: LanguagePack) -> Mention:
    span = Span(sentence.tokens[name.first].start, sentence.tokens[name.last - 1].end)
    usage = usage_of(sentence, Name(name.first, name.last, PlaceKind.CITY, capital=False), pack)
    return Mention(span, span.of(text), usage)
