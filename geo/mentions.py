"""A document's place names, what each may mean and how it is used.

Which of the candidates is meant is for `geo.places` to say.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from geo.gazetteer import Gazetteer, NameMatch
from geo.languages import LanguagePack
from geo.records import Candidate, GazetteerEntry, Mention, PlaceKind, Span, Usage
from geo.text import Sentence, glued

_HYPHENS = ("-", "\u2010", "\u2011")
_NAMED_KINDS = (PlaceKind.ADMIN, PlaceKind.SITE)
_STATES = (PlaceKind.COUNTRY, PlaceKind.CITY)


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
    return tuple(
        mention for sentence in sentences for mention in _in_sentence(text, sentence, gazetteer, pack)
    )


def _in_sentence(
    text: str, sentence: Sentence, gazetteer: Gazetteer, pack: LanguagePack | None
) -> Iterator[Mention]:
    scanned = tuple(gazetteer.scan(text, sentence.tokens))
    edges = Counter(edge for m in scanned for edge in (m.first, m.last))
    found = [
        m
        for m in scanned
        if _is_toponym(text, sentence, m, pack) and not _is_in_compound(text, sentence, m, edges)
    ]
    taken = {word for match in found for word in range(match.first, match.last)}
    named = [(match.first, _mention(text, sentence, match, pack)) for match in found]
    if pack:
        named += [(n.first, _unknown(text, sentence, n, pack)) for n in _unheld(text, sentence, taken, pack)]
    yield from _coordinated(text, [mention for _, mention in sorted(named, key=lambda pair: pair[0])], pack)


def _coordinated(text: str, mentions: Sequence[Mention], pack: LanguagePack | None) -> Iterator[Mention]:
    """Read "la Russie et la Corée du Nord" alike: what stands beside a government is one too."""
    previous: Mention | None = None
    for mention in mentions:
        if previous and pack and previous.usage is Usage.METONYMIC and mention.usage is Usage.LOCATIVE:
            gap = text[previous.span.end : mention.span.start].casefold()
            words = gap.replace("\u2019", " ").replace("'", " ").replace(",", " ").split()
            if words and all(w in pack.words.list | pack.words.linkers | pack.words.joiners for w in words):
                mention = replace(mention, usage=Usage.METONYMIC)  # noqa: PLW2901 - the next is compared with it
        yield mention
        previous = mention


def _is_toponym(text: str, sentence: Sentence, match: NameMatch, pack: LanguagePack | None) -> bool:
    """Refuse what only looks like a place: adjectives, people, and parts of other names."""
    if pack is None:
        return True
    tokens = sentence.tokens
    following = tokens[match.last] if match.last < len(tokens) else None
    adjacent = following is not None and text[tokens[match.last - 1].end : following.start] in (" ", "\u00a0")
    demonym = sentence.starting_at("demonym", match.first)
    if demonym and demonym.last >= match.last:
        acts = sentence.starting_at("metonymic_after", match.last)
        if following is not None and adjacent and not following.capital and not acts:
            return False
    if sentence.ending_at("title", match.first) and match.entries[0].place.kind is not PlaceKind.COUNTRY:
        return False
    if match.entries[0].place.kind is PlaceKind.CITY and following is not None and adjacent:
        part_of_name = following.capital and following.lower.isalpha()
        return not part_of_name or any(
            sentence.starting_at(group, match.last) for group in ("generic", "say", "embedded_after")
        )
    return True


def _is_in_compound(text: str, sentence: Sentence, match: NameMatch, edges: Counter[int]) -> bool:
    """Tell whether a hyphen ties the name to a word that is no place: "Nouvelle-Orléans"."""
    tokens = sentence.tokens
    for left, edge, other in (
        (match.first - 1, match.first, match.first - 1),
        (match.last - 1, match.last, match.last),
    ):
        if not 0 <= other < len(tokens) or not tokens[other].capital or edges[edge] > 1:
            continue
        if text[tokens[left].end : tokens[left + 1].start] in _HYPHENS:
            return True
    return False


def _mention(text: str, sentence: Sentence, match: NameMatch, pack: LanguagePack | None) -> Mention:
    first, last, kind = (
        _with_generic_word(text, sentence, match, pack) if pack else (match.first, match.last, None)
    )
    entries = _of_kind(match.entries, kind) or match.entries
    if kind is None and all(e.place.kind in _NAMED_KINDS for e in match.entries):
        first, last = match.first, match.last
    span = Span(sentence.tokens[first].start, sentence.tokens[last - 1].end)
    candidates = tuple(Candidate(e.place, e.population) for e in entries)
    usage = _usage(sentence, (first, last), kind or entries[0].place.kind, pack) if pack else Usage.LOCATIVE
    return Mention(span, span.of(text), usage, None, candidates)


def _of_kind(entries: Sequence[GazetteerEntry], kind: PlaceKind | None) -> tuple[GazetteerEntry, ...]:
    return tuple(e for e in entries if e.place.kind is kind)


def _with_generic_word(
    text: str, sentence: Sentence, match: NameMatch, pack: LanguagePack
) -> tuple[int, int, PlaceKind | None]:
    """Take in the word that says what the name is of: "région de Koursk", "Nyala airport".

    "The town of Palma" says it too, but its name is "Palma" alone.
    """
    tokens = sentence.tokens
    after = sentence.starting_at("generic", match.last)
    if (
        after
        and after.value in ("admin", "site")
        and glued(text, tokens[match.last - 1], tokens[after.first])
    ):
        return match.first, after.last, PlaceKind(after.value)
    first = match.first
    while (
        first > 0
        and tokens[first - 1].lower in pack.words.linkers
        and glued(text, tokens[first - 1], tokens[first])
    ):
        first -= 1
    before = sentence.ending_at("generic", first)
    if before is None or first == match.first:
        return match.first, match.last, None
    if before.value in ("admin", "site"):
        return before.first, match.last, PlaceKind(before.value)
    return match.first, match.last, PlaceKind(before.value) if before.value == "city" else None


def _usage(sentence: Sentence, words: tuple[int, int], kind: PlaceKind, pack: LanguagePack) -> Usage:
    (first, last), tokens = words, sentence.tokens
    back = first
    while back > 0 and tokens[back - 1].lower in pack.words.linkers:
        back -= 1
    if back < first and sentence.ending_at("embedded_before", back):
        return Usage.EMBEDDED
    if sentence.starting_at("embedded_after", last):
        return Usage.EMBEDDED
    if kind in _STATES and not _is_located(sentence, first, kind):
        subject = back == 0 and last < len(tokens) and not sentence.is_heading
        if subject or _acts(sentence, first, last):
            return Usage.METONYMIC
        if kind is PlaceKind.COUNTRY and _is_possessor(sentence, first, back):
            return Usage.METONYMIC
    return Usage.LOCATIVE


def _is_located(sentence: Sentence, first: int, kind: PlaceKind) -> bool:
    """Tell whether a preposition of place stands before the name."""
    if sentence.ending_at("locative_before", first):
        return True
    role = sentence.ending_at("role", first)
    return role is not None and kind is PlaceKind.CITY and role.value not in ("with", "genitive")


def _is_possessor(sentence: Sentence, first: int, back: int) -> bool:
    """Tell whether a state has or does what the words before name: "l'appui de la Russie".

    Not so behind a word for a part of it ("la frontière de la Russie") or a departure from it.
    """
    if not sentence.ending_at("genitive_state", first):
        return False
    return not any(sentence.ending_at(group, back) for group in ("generic", "trigger"))


def _acts(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether the words around the name make it somebody who speaks, acts or is acted with."""
    after = any(sentence.starting_at(group, last) for group in ("say", "metonymic_after"))
    return after or any(sentence.ending_at(group, first) for group in ("say", "metonymic_before"))


@dataclass(frozen=True, slots=True)
class _Unheld:
    """Words ``[first, last)`` that are placed by the words before them but that no gazetteer holds."""

    first: int
    last: int


def _unheld(text: str, sentence: Sentence, taken: set[int], pack: LanguagePack) -> Iterator[_Unheld]:
    """Yield capitalised names that a word of kind introduces: "le village de Tabili"."""
    tokens = sentence.tokens
    for match in sentence.matches:
        if match.group != "generic" or match.value not in ("city", "site", "admin"):
            continue
        first = match.last
        while first < len(tokens) and tokens[first].lower in pack.words.linkers:
            first += 1
        if first == match.last or first >= len(tokens) or first in taken:
            continue
        if any(sentence.starting_at(group, first) for group in ("generic", "demonym")):
            continue
        last = first
        while last < len(tokens) and tokens[last].capital and last not in taken:
            if last > first and not glued(text, tokens[last - 1], tokens[last]):
                break
            last += 1
        if last > first and tokens[first].lower.isalpha():
            yield _Unheld(first, last)


def _unknown(text: str, sentence: Sentence, name: _Unheld, pack: LanguagePack) -> Mention:
    span = Span(sentence.tokens[name.first].start, sentence.tokens[name.last - 1].end)
    usage = _usage(sentence, (name.first, name.last), PlaceKind.CITY, pack)
    return Mention(span, span.of(text), usage)
