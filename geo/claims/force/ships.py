"""Ships that a report calls by their bare names: "The Canberra slipped away from Ascension"."""

from collections.abc import Iterator, Sequence

from geo.claims.scene import by_sentence
from geo.claims.units import VESSELS
from geo.languages import LanguagePack, calendar
from geo.records import Mention, PlaceKind, Span
from geo.text import Match, Sentence, Token, glued, plain_gap

_TOWNS = (PlaceKind.CITY, PlaceKind.ADMIN)
_LONGEST = 3  # words of a ship's name
_ASIDE = 10  # words of what is said aside of a ship
_AT_SEA = 3  # words for ships in a report of ships
_KNOWN = ("demonym", "official", "force", "goods", "title", "press", "generic", "never", "means", "say")

Name = tuple[str, ...]


def names(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], pack: LanguagePack
) -> frozenset[Name]:
    """Return the names of the ships of a report, as keys of words.

    Parameters
    ----------
    text
        The whole text of the document.
    sentences
        Its sentences, with words and lexicon matches.
    mentions
        Its place names: a town takes no article, so "the Canberra" is none.
    pack
        The pack of its language.

    Notes
    -----
    A ship is introduced by her kind, "the frigate Hessen", by an article and what only ships do, "the
    Capella, which docked at Dammam", or by "her": "The Lloydsman, her bow patched, put out". In a report
    mostly of ships, a name that no other list holds is one behind an article.
    """
    kinds = [m.value for s in sentences for m in s.groups.get("force", ())]
    at_sea = kinds.count(VESSELS) >= max(_AT_SEA, len(kinds) // 2)
    found: set[Name] = set()
    # elsewhere an article stands before the name of a state or before any noun as well
    bare = not (pack.articled_places or pack.verbs_embrace)
    for sentence, within in zip(sentences, by_sentence(sentences, mentions), strict=True):
        found.update(_typed(text, sentence))
        placed = [m.span for m in within]
        found.update(_sailing(text, sentence, placed, pack))
        if bare:
            towns = [m for m in within if m.place is not None and m.place.kind in _TOWNS]
            found.update(_towns(text, sentence, towns, pack))
        if at_sea or bare:
            found.update(_articled(text, sentence, placed, pack, at_sea=at_sea))
    return frozenset(name for name in found if name and calendar(pack).isdisjoint(name))


def named(text: str, sentence: Sentence, ships: frozenset[Name], pack: LanguagePack) -> Iterator[Match]:
    """Yield the bare names of ships in a sentence, behind an article: "the Hessen", not "left Hessen"."""
    tokens, firsts = sentence.tokens, {name[0] for name in ships}
    for first in sentence.capitals:
        token = tokens[first]
        if token.key not in firsts or first == 0:
            continue
        nation = next((m.first for m in sentence.matches if m.group == "demonym" and m.last == first), first)
        if nation == 0 or tokens[nation - 1].lower not in pack.words.definite:
            continue
        last = _end(text, sentence, first)
        if tuple(t.key for t in tokens[first:last]) in ships:
            yield Match("force", VESSELS, first, last, Span(token.start, tokens[last - 1].end))


def _typed(text: str, sentence: Sentence) -> Iterator[Name]:
    """Yield the names behind "frigate" and "HMS"."""
    for match in sentence.groups.get("force", ()):
        if match.value != VESSELS:
            continue
        inside = next((n for n in range(match.first + 1, match.last) if sentence.tokens[n].capital), None)
        first = inside if inside is not None and sentence.tokens[match.first].capital else match.last
        joined = first == inside or (
            first < len(sentence.tokens) and glued(text, sentence.tokens[first - 1], sentence.tokens[first])
        )
        if joined:
            yield _keys(sentence, first, _end(text, sentence, first))


def _sailing(text: str, sentence: Sentence, places: Sequence[Span], pack: LanguagePack) -> Iterator[Name]:
    """Yield the names behind an article of what sails, docks or casts off."""
    tokens = sentence.tokens
    sea = [m.span for m in sentence.groups.get("means", ()) if m.value == "sea"]
    if not sea:
        return
    small = pack.words.auxiliaries | pack.passive_auxiliaries | pack.words.relative
    for verb in sentence.matches:
        if verb.group != "trigger" or not any(span.touches(verb.span) for span in sea):
            continue
        last = verb.first
        while last > 0 and tokens[last - 1].lower in small:
            last -= 1
        last = _before_aside(text, tokens, last)
        first = last
        while first > 0 and last - first < _LONGEST and tokens[first - 1].capital:
            if tokens[first - 1].lower in pack.words.definite:
                break  # "Le Tonnerre appareille"
            first -= 1
        if not 0 < first < last or tokens[first - 1].lower not in pack.words.definite:
            continue
        known = any(m.first < last and m.last > first for m in sentence.matches if m.group in _KNOWN)
        inside = pack.articled_places and any(s.start <= tokens[first].start < s.end for s in places)
        if not known and not inside and _end(text, sentence, first) == last:
            yield _keys(sentence, first, last)


def _before_aside(text: str, tokens: Sequence[Token], last: int) -> int:
    """Return where an aside before word `last` opens, or `last`: "Le Surcouf, parti de Brest, a accosté"."""
    if last < 2 or not _is_after_comma(text, tokens, last):  # noqa: PLR2004 - a name and an aside
        return last
    near = range(last - 1, max(0, last - _ASIDE), -1)
    return next((at for at in near if _is_after_comma(text, tokens, at)), last)


def _is_after_comma(text: str, tokens: Sequence[Token], at: int) -> bool:
    return text[tokens[at - 1].end : tokens[at].start] == ", "


def _articled(
    text: str, sentence: Sentence, places: Sequence[Span], pack: LanguagePack, *, at_sea: bool
) -> Iterator[Name]:
    """Yield the names behind an article of what is "she", or of what goes in a report of ships."""
    tokens = sentence.tokens
    verbs = sentence.groups.get("trigger", ())
    if not verbs:
        return
    nations = {m.last: m.first for m in sentence.groups.get("demonym", ())}
    for first in sentence.capitals:
        article = nations.get(first, first) - 1
        if article < 0 or tokens[article].lower not in pack.words.definite:
            continue
        last = _end(text, sentence, first)
        known = any(m.first < last and m.last > first for m in sentence.matches if m.group in _KNOWN)
        known = known or any(span.start <= tokens[first].start < span.end for span in places)
        opens = article == 0 or not _side_by_side(text, tokens, article)
        if known or not opens or not any(m.first >= last for m in verbs) or last >= len(tokens):
            continue
        she = any(t.lower in pack.words.ship_pronouns for t in tokens[last:])
        follows = tokens[last].lower not in pack.words.people | pack.words.possessive | pack.words.linkers
        if she or (at_sea and follows):
            yield _keys(sentence, first, last)


def _towns(text: str, sentence: Sentence, towns: Sequence[Mention], pack: LanguagePack) -> Iterator[Name]:
    """Yield the names of towns behind an article, before a comma or a verb: "The Canberra, white hull"."""
    tokens = sentence.tokens
    for town in towns:
        first = next(n for n, token in enumerate(tokens) if token.start == town.span.start)
        last = next(n for n, token in enumerate(tokens, 1) if token.end == town.span.end)
        if first == 0 or tokens[first - 1].lower not in pack.words.definite or last == len(tokens):
            continue
        verb = any(m.first == last for m in sentence.matches if m.group == "trigger")
        goes_on = tokens[last].lower in pack.words.auxiliaries | pack.passive_auxiliaries
        aside = any(m.first > last for m in sentence.matches if m.group == "trigger")
        if verb or goes_on or (aside and not _side_by_side(text, tokens, last)):
            yield _keys(sentence, first, last)


def _side_by_side(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Tell whether nothing but spaces, a hyphen or an apostrophe stands before word `at`."""
    return len(plain_gap(text[tokens[at - 1].end : tokens[at].start])) == 1


def _end(text: str, sentence: Sentence, first: int) -> int:
    """Return where the capitalised words end that begin at word `first`."""
    tokens, last = sentence.tokens, first
    while last < len(tokens) and last - first < _LONGEST:
        joined = last == first or glued(text, tokens[last - 1], tokens[last])
        tied = last > first and tokens[last].start - tokens[last - 1].end == 1  # "Charles-de-Gaulle"
        tied = tied and not text[tokens[last - 1].end].isspace()
        if not (tokens[last].capital or tied) or not joined:
            break
        last += 1
    return last


def _keys(sentence: Sentence, first: int, last: int) -> Name:
    return tuple(token.key for token in sentence.tokens[first:last])
