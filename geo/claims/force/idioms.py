"""Words for forces and goods that name none here: what only carries, houses, civilians, goods of trade."""

from itertools import takewhile

from geo.claims.force.nouns import is_strength, overlap
from geo.claims.scene import Scene, kept_for_each, with_articles
from geo.claims.units import AIRCRAFT, CARRIERS, PERSONNEL
from geo.text import Match

_MEASURES = frozenset({"tonne", "litre", "truckload", "shipload", "planeload", "wagon", "crate", "pallet"})
_CIVIL_REACH = 2  # words from "of" to the civilians
_SHIP_NAME = 3  # words of a ship's name
_LIST_GAP = 3  # words from one thing of a list to the next: "d'eau et de riz"


@kept_for_each
def is_force(scene: Scene, noun: Match) -> bool:
    """Refuse idioms, adjectives ("aide militaire") and what only carries ("par avion")."""
    barred = [m for m in scene.group("not_force") if overlap(noun, m)]
    barred = [m for m in barred if not noun.first < m.first < noun.last < m.last]  # "landing ship carrying"
    if any(m.last - m.first >= noun.last - noun.first for m in barred) or _is_of_event(scene, noun):
        return False
    if _is_ashore(scene, noun) or _is_civil(scene, noun) or _is_for(scene, noun) or _is_of_trade(scene, noun):
        return False
    if _is_whom_for(scene, noun) or _is_verb(scene, noun) or _begins_in_owner(scene, noun):
        return False
    if noun.value in CARRIERS and _is_aboard(scene, noun):
        return _is_followed(scene, noun) and not scene.pack.articled_places
    adjectival = any(overlap(noun, m) and m.first == noun.first for m in scene.group("adjectival"))
    if not adjectival or noun.first == 0:
        return True
    counted = any(scene.after_word(n.span) == noun.first for n in scene.numbers)
    nation = any(m.last == noun.first for m in scene.group("demonym"))
    nation = nation or scene.sentence.ending_at("share", noun.first) is not None  # "un autre agent kényan"
    owned = scene.pack.determiners | scene.pack.words.possessive  # "Chile's patrol ship"
    return counted or nation or scene.sentence.tokens[noun.first - 1].lower in owned


def _begins_in_owner(scene: Scene, noun: Match) -> bool:
    """Tell whether a model is only an owner's "s" and a number: "Berlin's 400 left", not "an S-400"."""
    first = scene.sentence.tokens[noun.first]
    return first.lower in scene.pack.words.possessive and not first.capital


def _is_verb(scene: Scene, noun: Match) -> bool:
    """Tell whether a word for a force is the verb: "La frégate patrouille", not "une petite patrouille".

    Where adjectives follow their noun, a noun in the singular has an article, a number or a preposition
    before it, or one word more.
    """
    pack, tokens, first = scene.pack, scene.sentence.tokens, noun.first
    if pack.demonyms_always_capital or first == 0 or noun.last - first > 1 or not scene.group("collective"):
        return False
    verb = any(m.first == first and m.last == noun.last for m in scene.group("trigger"))
    if not verb or all(m.span != noun.span for m in scene.group("collective")):
        return False
    led = pack.apart | pack.words.owners | pack.words.sole | pack.words.further | pack.words.every
    counted = any(scene.after_word(n.span) == first for n in scene.numbers)
    if counted or tokens[first - 1].lower in led or scene.sentence.ending_at("role", first):
        return False
    named = any(m.last == first for m in scene.group("force", "demonym")) or tokens[first - 1].capital
    plain = first > 1 and not named and not scene.marks_between(first - 1, first)
    return not (plain and tokens[first - 2].lower in led)


def _is_aboard(scene: Scene, noun: Match) -> bool:
    """Tell whether ships or vehicles only carry: "in lorries", "in one hundred and forty lorries"."""
    first = _before_nation(scene, noun)
    counted = next(
        (scene.first_word(n.span) for n in scene.numbers if scene.after_word(n.span) == first), first
    )
    ends = (first, counted + 1) if first - counted > 1 else (first,)
    before = [m for end in ends if (m := scene.sentence.ending_at("carrier_before", end))]
    return any(not _acts_on(scene, m) for m in before)


def _is_followed(scene: Scene, noun: Match) -> bool:
    """Tell whether "which" stands behind a ship or her name: "aboard the frigate Kent, which left A"."""
    behind = scene.sentence.tokens[noun.last : noun.last + _SHIP_NAME + 1]
    named = takewhile(lambda token: token.capital, behind)
    return any(t.lower in scene.pack.words.relative for t in behind[len(list(named)) :][:1])


def _acts_on(scene: Scene, before: Match) -> bool:
    """Tell whether a ship is who goes or comes: "l'envoi d'un navire", "was joined by a frigate"."""
    tokens, words, last = scene.sentence.tokens, scene.pack.words, before.last
    verbs = [m for m in scene.group("trigger") if m.first < last]
    if not verbs:
        return False
    if scene.pack.triggers[verbs[-1].value].nominal:
        return tokens[before.first].lower in words.linkers and verbs[-1].last >= before.first
    by = tokens[before.first].lower in words.agent
    joins = any(t.lower in words.joining | words.relieving for t in tokens[verbs[-1].first : verbs[-1].last])
    return by and joins


def _before_nation(scene: Scene, noun: Match) -> int:
    """Return where a noun begins with the adjective of nation before it: "aboard a French transport"."""
    first = next((m.first for m in scene.group("demonym") if m.last == noun.first), noun.first)
    before = scene.sentence.ending_at("carrier_before", first)
    words = scene.sentence.tokens[before.first : before.last] if before else ()
    by = any(t.lower in scene.pack.words.agent for t in words)  # "was reached by a Chadian column"
    return noun.first if by else first


def _is_ashore(scene: Scene, noun: Match) -> bool:
    """Tell whether a word for ships that also means houses stands apart from the sea: "un bâtiment"."""
    afloat = [m for m in scene.group("afloat") if m.value == "words"]
    doubtful = any(m.first == noun.first and m.last == noun.last for m in afloat)
    return doubtful and not any(m.value == "sea" for m in scene.group("afloat"))


def _is_of_event(scene: Scene, noun: Match) -> bool:
    """Tell whether a noun is part of the words for an event: "le projet de détachement de 12.000 soldats"."""
    return any(
        m.first <= noun.first and noun.last <= m.last and m.last - m.first > noun.last - noun.first
        for m in scene.group("trigger")
        if scene.pack.triggers[m.value].nominal
    )


def _is_civil(scene: Scene, noun: Match) -> bool:
    """Tell whether a word for a unit counts civilians: "a platoon of schoolchildren", not "of 45 people"."""
    link = scene.sentence.starting_at("role", noun.last)
    if link is None or link.value != "genitive":
        return False
    near = (m for m in scene.group("civilian") if 0 <= m.first - link.last <= _CIVIL_REACH)
    near = (m for m in near if not scene.sentence.tokens[m.first].capital)  # "Uganda People's Defence Forces"
    return any(not is_strength(scene, m) for m in near)


def _is_for(scene: Scene, noun: Match) -> bool:
    """Tell whether goods are for a force, which then goes nowhere itself: "rations for the peacekeepers"."""
    first = next((m.first for m in scene.group("demonym") if m.last == noun.first), noun.first)
    link = scene.sentence.ending_at("role", with_articles(scene, first))
    return (
        link is not None
        and link.value == "destination"
        and any(m.last == link.first for m in scene.group("goods"))
    )


def _is_whom_for(scene: Scene, noun: Match) -> bool:
    """Tell whether a trade is only whom something is for: "a school for nurses"."""
    at, tokens = noun.first - 1, scene.sentence.tokens
    trade = any(m.value == "trade" and m.span.covers(noun.span) for m in scene.group("civil"))
    if not trade or at < 1 or tokens[at].lower not in scene.pack.words.meant:
        return False
    return not any(m.last == at for m in scene.group("trigger"))


def _is_of_trade(scene: Scene, noun: Match) -> bool:
    """Tell whether a measure holds no goods of ours: "50,000 tonnes of maize"."""
    link = scene.sentence.starting_at("role", noun.last)
    if noun.value not in _MEASURES or link is None or link.value != "genitive":
        return False
    if any(m.value in (PERSONNEL, AIRCRAFT) for m in scene.group("force")):
        return False  # "a C-17 delivered twenty tonnes of stores"
    listed = _list_end(scene, link.last)  # "300 tonnes of rice, water and medicine"
    given = [m for m in scene.group("civil") if m.value == "goods" and m.first != noun.first]
    goods = (*scene.group("goods", "force"), *given)
    return not any(0 <= m.first - link.last <= max(listed, _CIVIL_REACH) for m in goods)


def _list_end(scene: Scene, first: int) -> int:
    """Return how many words a list of single words has that begins at a word: "rice, water and medicine"."""
    tokens, joiners = scene.sentence.tokens, scene.pack.words.joiners
    links = {m.first for m in scene.group("role") if m.value == "genitive"}
    at = first
    while at + 1 < len(tokens):
        begins = at + 1
        parted = tokens[begins].lower in joiners or scene.marks_between(at, begins) > 0
        if not parted:
            break
        begins += tokens[begins].lower in joiners
        begins += begins in links
        if begins >= len(tokens) or begins - at > _LIST_GAP:
            break
        at = begins
    return at - first
