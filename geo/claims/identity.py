"""What tells whether another report speaks of the same event: names, and who stands behind it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.claims.force.forces import Force
from geo.claims.number.shares import share
from geo.claims.scene import Scene
from geo.claims.units import VESSELS
from geo.languages import LanguagePack
from geo.records import (
    Claim,
    ClaimType,
    Document,
    Fate,
    Mention,
    PlaceKind,
    Source,
    Voice,
    VoiceKind,
)
from geo.text import Match, fold, tokenize

_PAIRED = 2  # words from "killed" to "wounded" that is said of the same people: "killed or wounded 40"
_FATE_REACH = 4  # words around the event that tell what befell people
_MIN_NAME = 3  # letters of a name
_APPOSED = 10  # words between two commas that name ships
_NAME_REACH = 6  # words of a force's own name behind its noun
_NUMBERED = re.compile(r"\d{1,4}(?:st|nd|rd|th|er|ère|ere|e|è|ème|eme|re|º|ª)?", re.IGNORECASE)
_KNOWN = (
    "demonym",
    "official",
    "force",
    "goods",
    "title",
    "press",
    "say",
    "seat",
    "means",
    "generic",
    "again",
)


def identified(scene: Scene, claim: Claim, force: Force, meant: Force | None = None) -> Claim:
    """Return a claim with what tells its event from others of its kind.

    `meant` is the force of the sentence that a pronoun stands for; one of before has its names already.
    """
    named = meant or force
    who = claim.actor
    if who and not (named.again and who.unit):
        who = replace(who, unit=named.unit, names=tuple(_force_names(scene, named)))
    return replace(
        claim,
        actor=who,
        names=tuple(sorted(set(_names(scene, claim.attribution)))),
        share=share(scene, claim, force),
        fates=tuple(_fates(scene, claim)),
    )


def _is_named(scene: Scene, at: int) -> bool:
    """Tell whether a word is part of a proper name that no list and no gazetteer holds."""
    token = scene.sentence.tokens[at]
    if not token.capital or len(token.key) < _MIN_NAME:
        return False
    if any(m.span.start <= token.start < m.span.end for m in (*scene.mentions, *scene.aside)):
        return False
    if any(t.span.start <= token.start < t.span.end for t in scene.times):
        return False
    if any(m.first <= at < m.last for m in scene.group(*_KNOWN)):
        return False
    return token.lower not in scene.pack.articles | scene.pack.source_stops


def _names(scene: Scene, sources: Sequence[Source]) -> Iterator[str]:
    """Yield the proper names of a sentence but those of who says it; a first word has a capital anyway."""
    for at in range(1, len(scene.sentence.tokens)):
        token = scene.sentence.tokens[at]
        if _is_named(scene, at) and not any(s.span.start <= token.start < s.span.end for s in sources):
            yield token.key


def _force_names(scene: Scene, force: Force) -> Iterator[str]:
    """Yield the names and numbers of a force's own, and those of the ships that go with a ship."""
    if force.unit != VESSELS:
        yield from _own_names(scene, force.noun, ship=False)
        return
    own = (name for noun in _joined_ships(scene, force.noun) for name in _own_names(scene, noun, ship=True))
    apposed = (scene.sentence.tokens[at].key for at in _apposed_ships(scene, force.noun.last))
    yield from dict.fromkeys((*own, *apposed))


def _own_names(scene: Scene, noun: Match, *, ship: bool) -> Iterator[str]:
    """Yield names and numbers: "Mistral" of "the carrier Mistral", 15 of "15th Brigade".

    They stand before or in its noun, right behind it, or in what it is of: "soldiers of the 15th Brigade".
    """
    first, last = noun.first, noun.last
    while first > 0 and scene.marks_between(first - 1, first) == 0 and _belongs(scene, first - 1):
        first -= 1
    found: dict[str, None] = {}
    for at in range(first, _name_end(scene, last)):
        if any(n.span.start <= scene.sentence.tokens[at].start < n.span.end for n in scene.numbers):
            continue
        if _is_number(scene, at):
            found[re.sub(r"\D", "", scene.sentence.tokens[at].lower)] = None
        elif at >= last or ship or at < noun.first:
            named = _is_called(scene, at) if ship else at > 0 and _is_named(scene, at)
            if named:
                found[scene.sentence.tokens[at].key] = None
    yield from found


def _joined_ships(scene: Scene, noun: Match) -> Sequence[Match]:
    """Return the nouns of ships that "and" joins to one, with it: "HMS Kent and the frigate Argyll"."""
    found = {m.first: m for m in (*scene.ships, *scene.group("force"), noun) if m.value == VESSELS}
    row = [noun]
    for first in sorted(found):
        if first > noun.first and _are_joined(scene, row[-1], found[first]):
            row.append(found[first])
    for first in sorted(found, reverse=True):
        if first < noun.first and _are_joined(scene, found[first], row[0]):
            row.insert(0, found[first])
    return row


def _are_joined(scene: Scene, noun: Match, other: Match) -> bool:
    """Tell whether "and" stands between the name of one ship and the noun of another."""
    tokens, small = scene.sentence.tokens, scene.pack.words.joiners
    between = [t.lower for t in tokens[_name_end(scene, noun.last) : other.first]]
    return any(word in small for word in between) and all(
        word in small or word in scene.pack.articles for word in between
    )


def _apposed_ships(scene: Scene, last: int) -> Sequence[int]:
    """Return the words between commas that name ships told before: "two ships, HMS Kent and Argyll,"."""
    tokens = scene.sentence.tokens
    small = scene.pack.words.joiners | scene.pack.articles
    named: list[int] = []
    if scene.marks_between(last - 1, last) != 1:
        return named
    for at in range(last, min(len(tokens), last + _APPOSED)):
        prefixed = any(m.first <= at < m.last and _is_prefix(scene, m) for m in scene.group("force"))
        may_be = prefixed or tokens[at].lower in small or _is_named(scene, at)
        if not may_be and not (named and _is_called(scene, at)):
            return named if scene.marks_between(at - 1, at) == 1 else []
        if _is_called(scene, at):
            named.append(at)
    return []


def _name_end(scene: Scene, last: int) -> int:
    """Return where the name of a force ends that begins with its noun: at a verb, a mark or another role."""
    tokens = scene.sentence.tokens
    reach = min(len(tokens), last + _NAME_REACH)
    for at in range(last, reach):
        link = scene.sentence.starting_at("role", at)
        verb = scene.sentence.starting_at("trigger", at) and not tokens[at].capital
        if scene.marks_between(at - 1, at) or verb or (link is not None and link.value != "genitive"):
            return at
    return reach


def _is_called(scene: Scene, at: int) -> bool:
    """Tell whether a word is a ship's name, be she called by a town: "the frigate Halifax", "HMS Kent"."""
    token = scene.sentence.tokens[at]
    known = any(m.first <= at < m.last for m in scene.group("demonym", "title", "official"))
    known |= any(m.first <= at < m.last and not _is_prefixed(scene, m, at) for m in scene.group("force"))
    letters = len(token.key) >= _MIN_NAME and token.capital
    return letters and not known and token.lower not in scene.pack.articles | scene.pack.source_stops


def _is_prefixed(scene: Scene, noun: Match, at: int) -> bool:
    """Tell whether a word of a noun is the name behind a ship's prefix: Alamgir of "PNS Alamgir"."""
    return at > noun.first and _is_prefix(scene, noun)


def _is_prefix(scene: Scene, noun: Match) -> bool:
    return scene.words(noun.first, noun.first + 1).isupper()


def _belongs(scene: Scene, at: int) -> bool:
    return _is_number(scene, at) or (at > 0 and _is_named(scene, at))


def _is_number(scene: Scene, at: int) -> bool:
    """Tell whether a word is a unit's number: "15th", "2e"; no count of men."""
    word = scene.sentence.tokens[at].lower
    return bool(_NUMBERED.fullmatch(word)) and not word.isdigit()


def _fates(scene: Scene, claim: Claim) -> Iterator[Fate]:
    if claim.type is not ClaimType.CASUALTIES:
        return
    at, last = scene.word_at(claim.trigger.start), scene.word_at(claim.trigger.end - 1)
    told = scene.group("fate")
    own = any(at <= m.first <= last for m in told)  # "four were killed and seven wounded": each its own
    first, last = (at, last + _PAIRED) if own else (at - _FATE_REACH, at + _FATE_REACH)
    near = [m for m in told if first <= m.first <= last]
    near = near if len({m.value for m in near}) == 1 else _counted_fates(scene, claim, near)
    yield from (fate for fate in Fate if fate in {m.value for m in near})


def _counted_fates(scene: Scene, claim: Claim, near: Sequence[Match]) -> list[Match]:
    """Leave out what befell those of another number: of "six were killed and twelve wounded" the wounded."""
    own = claim.quantity.span if claim.quantity else None
    counts = {scene.after_word(n.span): n.span for n in scene.numbers}
    kept = [m for m in near if counts.get(m.first, own) == own]
    first = next((m.first for m in kept if own and counts.get(m.first) == own), None)
    return [m for m in kept if first is None or m.first >= first] or list(near)


def voiced(claim: Claim, document: Document, mentions: Sequence[Mention], pack: LanguagePack) -> Claim:
    """Return a claim with who stands behind it: its nearest source, or else who publishes the report.

    An outlet that quotes another source only passes it on.
    """
    publisher = document.publisher or document.id
    if not claim.attribution:
        return replace(claim, voice=_voice_of_publisher(publisher, claim, mentions, pack))
    kinds = [(_kind(s, [m for m in mentions if s.span.covers(m.span)], pack), s) for s in claim.attribution]
    (kind, nation), source = next((k for k in kinds if k[0][0] is not VoiceKind.PRESS), kinds[0])
    others = [s for s in claim.attribution if s is not source]
    via = others[0].text if others else publisher
    if kind is VoiceKind.OFFICIAL and nation is None and not _has_name(source):
        nation = _state_of(claim, mentions, pack) or _nation_in(publisher, mentions, pack)
    return replace(claim, voice=Voice(source.text, kind, nation, via))


def _state_of(claim: Claim, mentions: Sequence[Mention], pack: LanguagePack) -> str | None:
    """Return the state of an office that tells none: that of who tells of it, or of the army's own men."""
    source, *others = claim.attribution
    for other in others:
        nation = _kind(other, [m for m in mentions if other.span.covers(m.span)], pack)[1]
        if nation:
            return nation
    words = pack.lexicon.find(source.text, tokenize(source.text))
    own = any(m.group == "official" for m in words) and not any(m.group == "of_state" for m in words)
    own = own and not any(m.group == "sideless" for m in words)  # "a spokesman of the Taliban"
    return claim.actor.country_code if own and claim.actor else None


def _nation_in(publisher: str, mentions: Sequence[Mention], pack: LanguagePack) -> str | None:
    """Return the state in a publisher's name: an adjective of nation, or a country that the report names."""
    matches = pack.lexicon.find(publisher, tokenize(publisher))
    nations = [m.value for m in matches if m.group in ("demonym", "seat")]
    words = frozenset(fold(publisher).split())
    states = [m for m in mentions if m.place and m.place.kind is PlaceKind.COUNTRY]
    named = [m.place for m in states if words.issuperset(fold(m.text).split())]
    nations += [place.country_code for place in named if place and place.country_code]
    return nations[0] if nations else None


def _voice_of_publisher(name: str, claim: Claim, mentions: Sequence[Mention], pack: LanguagePack) -> Voice:
    matches = pack.lexicon.find(name, tokenize(name))
    offices = [m for m in matches if m.group in ("official", "seat")]
    press = [m for m in matches if m.group == "press"]  # "press release" is no outlet
    official = bool(offices) and all(any(o.span.covers(m.span) for o in offices) for m in press)
    nation = _nation_in(name, mentions, pack)
    if official and nation is None and any(m.group == "national" for m in matches) and claim.actor:
        nation = claim.actor.country_code
    return Voice(name, VoiceKind.OFFICIAL if official else VoiceKind.PRESS, nation)


def _kind(source: Source, mentions: Sequence[Mention], pack: LanguagePack) -> tuple[VoiceKind, str | None]:
    """Return what a source is, and of which state."""
    matches = pack.lexicon.find(source.text, tokenize(source.text))
    nations = [m.value for m in matches if m.group in ("demonym", "seat")]
    nations += [m.place.country_code for m in mentions if m.place and m.place.country_code]
    nation = nations[0] if nations else None
    state = any(m.span == source.span for m in mentions)  # "according to New Delhi"
    state |= any(m.group == "demonym" and m.span.of(source.text) == source.text for m in matches)
    if state or any(m.group in ("official", "seat", "of_state") for m in matches):
        return VoiceKind.OFFICIAL, nation
    if any(m.group == "press" for m in matches):
        return VoiceKind.PRESS, nation
    return (VoiceKind.NAMED if _has_name(source) else VoiceKind.UNNAMED), nation


def _has_name(source: Source) -> bool:
    """Tell whether a source is called by a name: a capital behind its first word, or capitals alone."""
    tokens = tokenize(source.text)
    return any(t.capital for t in tokens[1:]) or (bool(tokens) and tokens[0].capital)
