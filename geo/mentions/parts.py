"""Parts of a land that the adjective of its nation tells, in small letters: "dans le nord malien"."""

from collections.abc import Iterator, Sequence

from geo.gazetteer import Gazetteer, NameMatch
from geo.languages import LanguagePack
from geo.records import PlaceKind
from geo.text import Match, Sentence


def added(
    text: str,
    sentences: Sequence[Sentence],
    scanned: Sequence[tuple[NameMatch, ...]],
    gazetteer: Gazetteer,
    pack: LanguagePack,
) -> list[tuple[NameMatch, ...]]:
    """Add to the names of each sentence the parts that stand behind an article and have no capital."""
    return [
        tuple(sorted((*matches, *_parts(text, sentence, gazetteer, pack)), key=lambda match: match.first))
        for sentence, matches in zip(sentences, scanned, strict=True)
    ]


def _parts(text: str, sentence: Sentence, gazetteer: Gazetteer, pack: LanguagePack) -> Iterator[NameMatch]:
    tokens, small = sentence.tokens, pack.words.definite | pack.words.linkers
    for nation in sentence.groups.get("demonym", ()):
        side = direction(sentence, nation.first)
        if side is None or text[tokens[nation.first - 1].end : tokens[nation.first].start] != " ":
            continue
        first = side.first
        while (earlier := direction(sentence, first)) and text[tokens[first - 1].end] == "-":
            first = earlier.first  # "nord-est"
        words = tokens[first : nation.last]
        if first == 0 or tokens[first - 1].lower not in small or any(t.capital for t in words):
            continue  # "le suspect est malien"
        named = gazetteer.named(text[words[0].start : words[-1].end])
        entries = tuple(entry for entry in named if entry.place.kind is PlaceKind.REGION)
        if entries:
            yield NameMatch(first, nation.last, entries, trusted=True)


def direction(sentence: Sentence, last: int) -> Match | None:
    """Return the word for a part of a land that ends before word `last`: "nord"."""
    found = sentence.ending_at("generic", last)
    return found if found and found.value == "region" else None
