"""Adjectives of nation without a noun: whether they stand for people, and which noun they leave out."""

from collections.abc import Iterator, Sequence

from geo.claims.force.nouns import are_nations, ends_phrase
from geo.claims.scene import Scene
from geo.text import Match

_ELLIPSIS = 5  # words from an adjective to the noun that it leaves out
_PART = 3  # words from "among them" to a nation: its number


def elliptic(scene: Scene, nouns: Sequence[Match]) -> Iterator[tuple[Match, str]]:
    """Yield adjectives that stand for their noun: "thirteen Chadian and six Cameroonian soldiers"."""
    if not scene.group("demonym"):
        return
    starts = {scene.first_word(n.span) for n in scene.numbers}
    ends = {scene.after_word(n.span) for n in scene.numbers}
    tokens, joiners, proforms = scene.sentence.tokens, scene.pack.words.joiners, scene.pack.words.proforms
    for adjective in scene.group("demonym"):
        if adjective.first not in ends or is_people(scene, adjective, nouns):
            continue
        number = max(s for s in starts if s < adjective.first)
        behind = adjective.last < len(tokens) and tokens[adjective.last].lower in joiners
        before = number > 0 and tokens[number - 1].lower in joiners
        following = next((n for n in nouns if 0 <= n.first - adjective.last <= _ELLIPSIS), None)
        previous = next((n for n in reversed(nouns) if 0 <= number - n.last <= _ELLIPSIS), None)
        if behind and adjective.last + 1 in starts and following:
            yield adjective, following.value
        elif before and previous and not (following and following.first == adjective.last):
            yield adjective, previous.value
    for adjective in scene.group("demonym"):
        earlier = [n for n in nouns if n.last < adjective.first]
        if (
            earlier
            and tokens[adjective.last : adjective.last + 1]
            and tokens[adjective.last].lower in proforms
        ):
            yield adjective, earlier[-1].value


def _acts_alone(scene: Scene, demonym: Match) -> bool:
    """Tell whether a verb stands right behind a word for a nation: "Senegalese are guarding the port"."""
    tokens, last = scene.sentence.tokens, demonym.last
    people = tokens[last - 1].lower.endswith(tuple(scene.pack.words.peoples))
    if not people or last >= len(tokens) or scene.marks_between(last - 1, last):
        return False
    if demonym.first and tokens[demonym.first - 1].lower in scene.pack.passive_auxiliaries:
        return False  # "a vessel thought to be French was seen"
    verbs = scene.pack.passive_auxiliaries | scene.pack.words.bare | scene.pack.words.auxiliaries
    return tokens[last].lower in verbs or scene.sentence.starting_at("trigger", last) is not None


def _is_of_civilians(scene: Scene, demonym: Match, forces_named: Sequence[Match]) -> bool:
    """Tell whether a nation counts some of people that are no force: "40 tourists, among them 3 Swiss"."""
    parts = [m for m in scene.group("share") if m.value == "part" and 0 <= demonym.first - m.last <= _PART]
    civilians = [m for m in scene.group("civilian") if parts and m.last <= parts[-1].first]
    if not civilians or any(civilians[-1].last <= m.first < demonym.first for m in forces_named):
        return False
    return any(scene.after_word(n.span) == civilians[-1].first for n in scene.numbers)


def _shares_noun(scene: Scene, demonym: Match, forces_named: Sequence[Match]) -> bool:
    """Tell whether the next nation, with a number as well, has the noun of both.

    "2 French and 3 Dutch ships."
    """
    tokens, last = scene.sentence.tokens, demonym.last
    if last + 1 >= len(tokens) or tokens[last].lower not in scene.pack.words.joiners:
        return False
    ends = {scene.after_word(n.span) for n in scene.numbers if scene.first_word(n.span) == last + 1}
    next_one = next((m for m in scene.group("demonym") if m.first in ends), None)
    return next_one is not None and any(m.first == next_one.last for m in forces_named)


def is_people(scene: Scene, demonym: Match, forces_named: Sequence[Match]) -> bool:
    """Tell whether an adjective of nation stands for people: "une quarantaine de Togolais"."""
    token = scene.sentence.tokens[demonym.first]
    lost = scene.sentence.ending_at("trigger", demonym.first)  # "five dead Malawians"
    starts = (demonym.first, lost.first if lost else demonym.first)
    counted = any(scene.after_word(n.span) in starts for n in scene.numbers)
    if any(m.first > demonym.last and are_nations(scene, demonym.first, m.first) for m in forces_named):
        return False  # "British, Canadian and Finnish soldiers"
    if any(m.span.touches(demonym.span) for m in scene.mentions):
        return False  # "the UK is sending"
    if _is_of_civilians(scene, demonym, forces_named) or _shares_noun(scene, demonym, forces_named):
        return False
    before = scene.sentence.tokens[demonym.first - 1 : demonym.first] if demonym.first else ()
    the = any(
        t.lower in scene.pack.words.definite | scene.pack.words.sole for t in before
    )  # "The French left"
    # "un Kényan": a noun has the capital; "The 296 Batswana left"
    none = any(m.last == demonym.first for m in scene.group("none_of"))  # "No Rwandan has set foot there"
    the = the or any(t.lower in scene.pack.determiners for t in before)  # "any New Zealander"
    the = the or _acts_alone(scene, demonym)
    behind = scene.sentence.tokens[demonym.last : demonym.last + 1]
    who = any(t.lower in scene.pack.words.relative for t in behind)  # "the 800 French who have been there"
    one = ((counted or the or none) and ends_phrase(scene, demonym.last)) or ((counted or the) and who)
    one = one or (counted and not scene.pack.demonyms_always_capital)
    if not token.capital or not (one or demonym.span.of(scene.text).endswith(("s", "x", "men"))):
        return False
    if scene.pack.demonyms_always_capital:
        nouns = (*forces_named, *scene.group("force"))  # also "aboard a French transport aircraft"
        following = next((m for m in nouns if m.first == demonym.last), None)
        return following is None or scene.marks_between(demonym.last - 1, demonym.last) > 0
    return True
