"""How many sources stand behind claims: who repeats, quotes or copies another is no further one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from geo.movements.facts import Facts
from geo.movements.wording import BEGINNING
from geo.records import Claim, Document, IndependentSource, SourceNote, Voice, VoiceKind
from geo.text import fold, tokenize

# "Service national du renseignement (NIS)" and "NIS" are one voice.
_ACRONYM = re.compile(r"\b([^\W\d_a-z]{2,8})\b")
_TELLING = re.compile(r"[^\W_]*[0-9]|[^\W\d_a-z]{2,}\b")  # numbers and acronyms
_COPIED = 9  # words in a row that two reports do not share by chance
_PERSON = 4  # words that a person's name has at most
_FULL = 2  # and at least, where its last one is enough to know it again

Key = tuple[str | None, ...]  # what stands for a source
Tie = tuple[Key, ...]  # what stands for the same source


class Groups:
    """Things that are one if they share a key (union-find)."""

    def __init__(self) -> None:
        self._parent: dict[object, object] = {}

    def find(self, key: object) -> object:
        """Return what stands for all that are one with a key."""
        root = key
        while (up := self._parent.setdefault(root, root)) != root:
            root = up
        while key != root:
            self._parent[key], key = root, self._parent[key]
        return root

    def join(self, keys: Sequence[object]) -> None:
        """Make one of all keys."""
        for key in keys[1:]:
            self._parent[self.find(key)] = self.find(keys[0])


@dataclass(frozen=True, slots=True)
class _Name:
    """What a claim calls its source, as it can be compared with another report's words for it.

    Attributes
    ----------
    words
        Beginnings of its words, with acronyms and numbers.
    unnamed
        Whether it could be anybody: "two diplomats".
    cited
        Whether the claim names it; False for the outlet itself.
    """

    words: frozenset[str]
    country_code: str | None
    unnamed: bool
    cited: bool

    def is_of(self, other: "_Name") -> bool:
        """Tell whether all words of this name stand in the other's, and nothing tells the two apart."""
        if self.country_code and other.country_code and self.country_code != other.country_code:
            return False
        known = (self.cited or other.cited) and not (self.unnamed and other.unnamed)
        return known and bool(self.words) and self.words <= other.words


def _voice(claim: Claim, document: Document) -> Voice:
    """Return who stands behind a claim of a report."""
    if claim.voice:
        return claim.voice
    if claim.attribution:
        return Voice(claim.attribution[0].text, VoiceKind.NAMED)
    return Voice(document.publisher or document.id, VoiceKind.PRESS)


class Naming:
    """Knows what the name of a source tells of whose it is; `notes` are those of a person's table."""

    def __init__(self, notes: Sequence[SourceNote]) -> None:
        self._noted = {fold(name) for note in notes for name in (note.name, *note.aliases)}

    def ties(self, facts: Iterable[Facts]) -> Iterator[Tie]:
        """Yield what ties two names to each other, each once."""
        found: dict[Tie, None] = {}
        for one in facts:
            keys = self.keys(one.claim, one.document)
            if len(keys) > 1:
                found[keys] = None
        yield from found

    def keys(self, claim: Claim, document: Document) -> Tie:
        """Return what stands for who is behind a claim, and whatever else does."""
        return tuple(self._keys(_voice(claim, document), claim.document_id))

    def _keys(self, voice: Voice, document_id: str) -> Iterator[Key]:
        folded = fold(voice.name)
        if voice.kind is VoiceKind.UNNAMED:
            yield "unnamed", voice.country_code, fold(voice.via or document_id)
            return
        official = voice.kind is VoiceKind.OFFICIAL and voice.country_code
        if official:
            yield "state", voice.country_code
        if not official or folded in self._noted:  # every state has a "defence ministry"
            yield "name", folded
        for acronym in _ACRONYM.findall(voice.name):
            yield "name", fold(acronym)
        words = [t for t in tokenize(voice.name) if t.capital]
        if _FULL <= len(words) <= _PERSON and len(words) == len(tokenize(voice.name)):
            yield "person", words[-1].key


class Voices:
    """Knows which names of sources mean the same, from all that the reports say of them.

    Parameters
    ----------
    ties
        Of the claims of all reports (`Naming.ties`): "the South Korean intelligence service (NIS)" in one
        tells who "NIS" is in the other.
    documents
        Report id to report, of the claims that are asked about.
    notes
        What a person's table tells of sources: other names, whose they are, how reliable.
    """

    def __init__(
        self, ties: Iterable[Tie], documents: Mapping[str, Document], notes: Sequence[SourceNote]
    ) -> None:
        self._documents = documents
        self._groups = Groups()
        self._naming = Naming(notes)
        for note in notes:
            names = [("name", fold(name)) for name in (note.name, *note.aliases)]
            official = note.kind is VoiceKind.OFFICIAL and note.country_code
            self._groups.join([*names, *([("state", note.country_code)] if official else ())])
        for tie in ties:
            self._groups.join(tie)
        self._ratings: dict[object, tuple[str, int]] = {}
        for note in notes:
            of = self._groups.find(("name", fold(note.name)))
            rating = (note.reliability, note.credibility)
            self._ratings[of] = min(self._ratings.get(of, rating), rating)

    def of(self, claim: Claim) -> object:
        """Return what stands for who is behind a claim; equal for those who are the same."""
        return self._groups.find(self._naming.keys(claim, self._documents[claim.document_id])[0])

    def name(self, claim: Claim) -> str:
        """Return the name that a claim gives to who is behind it."""
        return _voice(claim, self._documents[claim.document_id]).name

    def rating(self, claim: Claim) -> tuple[str, int] | None:
        """Return the Admiralty rating that a person gives to who is behind a claim; None for none."""
        return self._ratings.get(self.of(claim))

    def called(self, claim: Claim) -> _Name:
        """Return what a claim calls who is behind it."""
        voice = _voice(claim, self._documents[claim.document_id])
        tokens = [
            t for t in tokenize(voice.name) if len(t.key) >= BEGINNING or _TELLING.match(voice.name, t.start)
        ]
        words = frozenset(t.key[:BEGINNING] for t in tokens)
        return _Name(words, voice.country_code, voice.kind is VoiceKind.UNNAMED, bool(claim.attribution))


def sources_of(claims: Sequence[Claim], voices: Voices) -> tuple[IndependentSource, ...]:
    """Return the sources behind the claims of one movement that do not repeat each other.

    Two claims are of one source where the same office, outlet or person stands behind both, where all words
    of the one's name for it are in the other's ("the ministry", "the defence ministry in Oslo"), or where
    one has the words of the other.
    """
    groups = Groups()
    for claim in claims:
        groups.join([("claim", claim.id), ("voice", voices.of(claim))])
    for pair in _called_alike(claims, voices):
        groups.join([("claim", claim) for claim in pair])
    reports: dict[tuple[str, ...], str] = {}
    for claim in claims:
        for run in _runs(claim):
            first = reports.setdefault(run, claim.id)
            groups.join([("claim", first), ("claim", claim.id)])
    found: defaultdict[object, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[groups.find(("claim", claim.id))].append(claim)
    return tuple(
        IndependentSource(
            names=tuple(sorted({voices.name(c) for c in own})), claims=tuple(sorted(c.id for c in own))
        )
        for own in sorted(found.values(), key=lambda own: min(c.id for c in own))
    )


def _called_alike(claims: Sequence[Claim], voices: Voices) -> Iterator[tuple[str, str]]:
    """Yield the ids of claims of one event that call their sources by much the same words."""
    own: defaultdict[_Name, list[str]] = defaultdict(list)
    for claim in claims:
        own[voices.called(claim)].append(claim.id)
    for name, other in _alike(list(own)):
        for claim_id in own[other]:
            yield own[name][0], claim_id


def _alike(names: Sequence[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """Yield pairs of names, each with itself as well, of which the words of the first are all in the second.

    A name that may be of an office of either of two states is of none.
    """
    holders: defaultdict[str, list[_Name]] = defaultdict(list)
    for name in names:
        for word in name.words:
            holders[word].append(name)
    pairs = [(n, other) for n in names for other in holders[min(n.words, default="")] if n.is_of(other)]
    states: defaultdict[_Name, set[str | None]] = defaultdict(set)
    for name, other in pairs:
        states[name] |= {other.country_code} - {None}
        states[other] |= {name.country_code} - {None}
    yield from (pair for pair in pairs if all(len(states[name]) <= 1 for name in pair))


def _runs(claim: Claim) -> Iterator[tuple[str, ...]]:
    """Yield each run of words that a copy of a claim's sentences would share with it."""
    for evidence in claim.evidence:
        words = [t.key for t in tokenize(evidence.quote)]
        for at in range(len(words) - _COPIED + 1):
            yield tuple(words[at : at + _COPIED])
