"""The seat of a government that is told as its state's own: "Haiti's capital", "la capitale du Tchad"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from geo.languages import LanguagePack
from geo.records import Mention, Place, PlaceKind, Usage
from geo.text import Match, Sentence

_OWNED = 2  # words from a state to "capital": "Sudan's besieged capital"


def is_owned_by(sentence: Sentence, mention: Mention, word: Match, pack: LanguagePack) -> bool:
    """Tell whether a name only says whose a capital is, before or behind the word for it."""
    tokens = sentence.tokens
    between = [t.lower for t in tokens if mention.span.end <= t.start and t.end <= word.span.start]
    if between:
        return len(between) <= _OWNED and between[0] in pack.words.possessive
    link = sentence.starting_at("role", word.last)
    if link is None or link.value != "genitive":
        return False
    behind = [t.lower for t in tokens[link.last :] if t.end <= mention.span.start]
    return mention.span.start >= link.span.end and all(t in pack.articles for t in behind)


def with_capitals(
    sentence: Sentence, mentions: Sequence[Mention], seats: Mapping[str, Place], pack: LanguagePack
) -> tuple[Mention, ...]:
    """Return the names of a sentence, each that only says whose capital is meant with that for its place."""
    if "there" not in sentence.groups:
        return tuple(mentions)
    return tuple([_with_capital(sentence, m, seats, pack) for m in mentions])


def _with_capital(
    sentence: Sentence, mention: Mention, seats: Mapping[str, Place], pack: LanguagePack
) -> Mention:
    place = mention.place
    if place is None or place.kind is not PlaceKind.COUNTRY or mention.usage is not Usage.LOCATIVE:
        return mention
    words = [m for m in sentence.groups["there"] if m.value == "capital"]
    owned = any(is_owned_by(sentence, mention, word, pack) for word in words)
    return replace(mention, place=seats.get(place.country_code or "", place)) if owned else mention
