"""The forces and goods that a sentence names, each once, under the head of its name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from geo.claims.nouns import (
    CARRIERS,
    are_nations,
    belongs_to,
    is_apposition,
    is_first_to,
    is_joined,
    is_set_aside,
    listed_loads,
    loads,
    overlap,
)
from geo.claims.scene import Scene, kept, with_articles
from geo.languages import Frame
from geo.records import Quantity
from geo.text import Match

PERSONNEL = "personnel"
SYSTEMS = "systems"
SHIP = "ship"  # a pronoun for one
VESSELS = "vessels"
AIRCRAFT = "aircraft"
MATERIEL = CARRIERS | {"battery"}
_SENIOR = "senior"  # officers whose journeys move no force
_MEASURES = frozenset({"tonne", "truckload", "shipload", "planeload", "wagon", "crate", "pallet"})
_CIVIL_REACH = 2  # words from "of" to the civilians
_LOAD_REACH = 3  # words from "lorries of" to a force, which is then no load
_LIST_GAP = 3  # words from one thing of a list to the next: "d'eau et de riz"
_STRENGTH_REACH = 6  # words from "fort" to the noun: "fort lui aussi de 690 hommes"
_PART_REACH = 6  # words from "including" to a noun
_PART_NUMBER = 2  # words from "including" to its number: "including some 40 medics"
_WHOLE_REACH = 1  # words from a force to "including"
_ELLIPSIS = 5  # words from an adjective to the noun that it leaves out


@dataclass(frozen=True, slots=True)
class Force:
    """A force or goods named in a sentence.

    `again` is True for a pronoun that stands for one named before, `laden` for what carries goods.
    """

    noun: Match
    unit: str
    goods: bool
    again: bool = False
    laden: bool = False


@kept
def forces_of(scene: Scene) -> tuple[Force, ...]:
    """Return the forces and goods that a sentence names, in order."""
    if not (scene.numbers or scene.ships or scene.group("force", "goods", "demonym", "rank", "again")):
        return ()
    taken = [m for m in scene.group("force", "goods") if is_force(scene, m)]
    taken = [m for m in taken if not any(o.span.covers(m.span) and o.span != m.span for o in taken)]
    taken += [m for m in scene.ships if not any(overlap(m, other) for other in taken)]
    found = [Force(m, m.value, goods=m.group == "goods") for m in taken]
    found += [Force(m, PERSONNEL, goods=False) for m in scene.group("demonym") if _is_noun(scene, m, taken)]
    found += [Force(m, unit, goods=False) for m, unit in _elliptic(scene, taken)]
    found += [
        Force(m, PERSONNEL, goods=False)
        for m in scene.group("rank")
        if _is_counted_rank(scene, m, taken) or is_fallen(scene, m)
    ]
    found += [Force(m, PERSONNEL, goods=False) for m in _counted_bodies(scene, taken)]
    found = [f for f in found if not _leads_whole(scene, f.noun, found)]
    apposed = [f.noun for f in found if any(is_apposition(scene, f.noun, other.noun) for other in found)]
    aside = [f for f in found if any(_explains(scene, f, other) for other in found)]
    listed = listed_loads(scene, found)
    heads = [
        replace(f, laden=any(loads(scene, other, f) for other in found) or _has_load(scene, f, found))
        for f in found
        if not any(belongs_to(scene, f.noun, other.noun) for other in found)
        and not any(f.noun is noun or is_joined(scene, noun, f.noun) for noun in apposed)
        and f not in listed
        and f not in aside
        and not is_first_to(scene, f.noun)
        and not (_speaks(scene, f.noun) and len(found) > 1)
        and not any(_itemises(scene, f, other, found) for other in found)
        and not _is_part(scene, f.noun, found)
        and not any(loads(scene, f, other) for other in found)
    ]
    words = [m for m in scene.group("again") if _points_back(scene, m)]
    again = [Force(m, PERSONNEL, goods=False, again=True) for m in (*words, *_bare(scene))]
    taken = [*(f.noun for f in found), *scene.group("not_force")]
    again = [f for f in again if not any(overlap(f.noun, other) for other in taken)]
    return tuple(sorted(heads + again, key=lambda f: f.noun.first))


def _explains(scene: Scene, item: Force, head: Force) -> bool:
    """Tell whether a force set off by commas only says more of the one before it, which tells its number."""
    if item.noun.first < head.noun.last or not is_set_aside(scene, item.noun, head.noun):
        return False
    counted = any(_number_near(scene, item.noun)) and not _is_strength(scene, item.noun)
    return not counted or any(_number_near(scene, head.noun)) or head.unit in CARRIERS


def _is_strength(scene: Scene, noun: Match) -> bool:
    """Tell whether a noun only counts the force before it: "le bataillon, fort de 450 hommes,"."""
    near = range(noun.first - 1, max(0, noun.first - _STRENGTH_REACH), -1)
    at = next((n for n in near if scene.sentence.tokens[n].lower in scene.pack.words.numbering), None)
    return at is not None and scene.marks_between(at - 1, at) > 0


def _number_near(scene: Scene, noun: Match) -> Iterator[Quantity]:
    """Yield the numbers of many that stand before a noun, or behind "of": "a team of 15"."""
    link = scene.sentence.starting_at("role", noun.last)
    for number in scene.numbers:
        first, after = scene.first_word(number.span), scene.after_word(number.span)
        before = 0 <= noun.first - after <= 1 and not scene.marks_between(after - 1, noun.first)
        behind = link is not None and link.value == "genitive" and first == link.last
        if number.high != 1 and (before or behind):
            yield number


def _leads_whole(scene: Scene, part: Match, named: Sequence[Force]) -> bool:
    """Tell whether a part only leads to a whole that acts: "the vanguard of a battalion that left A"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    link = scene.sentence.starting_at("role", part.last)
    if link is None or link.value != "genitive" or tokens[part.first].lower not in words.fractions:
        return False
    whole = next((f.noun for f in named if 0 <= f.noun.first - link.last <= _PART_REACH), None)
    ends = range(whole.last, min(whole.last + _PART_REACH, len(tokens))) if whole else ()
    relative = words.relative | words.related
    opens = (at for at in ends if tokens[at].lower in relative and not scene.marks_between(at - 1, at))
    return any(not any(whole.last <= m.first < at for m in scene.group("trigger")) for at in opens if whole)


def _speaks(scene: Scene, noun: Match) -> bool:
    """Tell whether a noun behind a comma is who said all that: "300 men are to go to A, the force said"."""
    first = with_articles(scene, noun.first)
    said = scene.sentence.starting_at("say", noun.last)
    return said is not None and first > 0 and scene.marks_between(first - 1, first) > 0


def _itemises(scene: Scene, item: Force, whole: Force, named: Sequence[Force]) -> bool:
    """Tell whether a force is one that makes up another's number: "3 ships, 2 frigates and a tanker,"."""
    if item.noun.first <= whole.noun.last or item.again or whole.again:
        return False
    verbs = (m for m in scene.group("trigger") if not any(overlap(m, f.noun) for f in named))
    end = next((m.first for m in verbs if m.first >= item.noun.last), 0)
    inside = [f for f in named if whole.noun.last <= f.noun.first < end]
    if not inside or scene.marks_between(inside[-1].noun.last - 1, end) == 0:
        return False
    counts = [_number_before(scene, f.noun.first) for f in inside]
    total = _number_before(scene, whole.noun.first)
    return len(inside) > 1 and None not in counts and total == sum(n or 0 for n in counts)


def _number_before(scene: Scene, at: int) -> int | None:
    """Return the exact number that stands right before a word, or one adjective before it."""
    near = (n for n in scene.numbers if 0 <= at - scene.after_word(n.span) <= 1 and n.low == n.high)
    return next((n.high for n in near), None)


def is_body(scene: Scene, force: Force) -> bool:
    """Tell whether a noun is one body of people, for which "it" may stand: "the contingent", "a company"."""
    crowd = any(overlap(m, force.noun) for m in scene.group("collective"))
    unit = force.unit not in CARRIERS and force.unit != PERSONNEL
    return not force.goods and (crowd or unit)


def _is_part(scene: Scene, noun: Match, named: Sequence[Force]) -> bool:
    """Tell whether a noun counts some of the force before it: "300 soldiers, including 40 medics"."""
    tokens, words = scene.sentence.tokens, scene.pack.words.including
    near = range(noun.first - 1, max(0, noun.first - _PART_REACH), -1)
    at = next((n for n in near if tokens[n].lower in words), None)
    counts = (scene.first_word(n.span) for n in scene.numbers if scene.after_word(n.span) <= noun.first)
    if at is None or not any(0 < first - at <= _PART_NUMBER for first in counts):
        return False
    return any(0 <= at - f.noun.last <= _WHOLE_REACH for f in named)


def _has_load(scene: Scene, force: Force, named: Sequence[Force]) -> bool:
    """Tell whether vehicles carry what no pack knows: "lorries of plasma", not "trucks of the army"."""
    link = scene.sentence.starting_at("role", force.noun.last)
    if force.unit != "vehicles" or link is None or link.value != "genitive":
        return False
    if link.last >= len(scene.sentence.tokens) or scene.marks_between(link.last - 1, link.last):
        return False
    apart = scene.sentence.tokens[link.last].lower in scene.pack.apart
    near = any(0 <= f.noun.first - link.last <= _LOAD_REACH for f in named)
    counted = any(scene.first_word(n.span) == link.last for n in scene.numbers)
    place = any(scene.first_word(m.span) == link.last for m in scene.mentions)
    return not (apart or near or counted or place or scene.sentence.tokens[link.last].capital)


def _elliptic(scene: Scene, nouns: Sequence[Match]) -> Iterator[tuple[Match, str]]:
    """Yield adjectives that stand for their noun: "thirteen Chadian and six Cameroonian soldiers"."""
    if not scene.group("demonym"):
        return
    starts = {scene.first_word(n.span) for n in scene.numbers}
    ends = {scene.after_word(n.span) for n in scene.numbers}
    tokens, joiners, proforms = scene.sentence.tokens, scene.pack.words.joiners, scene.pack.words.proforms
    for adjective in scene.group("demonym"):
        if adjective.first not in ends or _is_noun(scene, adjective, nouns):
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


def _is_counted_rank(scene: Scene, rank: Match, taken: Sequence[Match]) -> bool:
    """Tell whether a rank is somebody of the ranks: "un caporal a été tué", not "Captain Smith"."""
    tokens = scene.sentence.tokens
    named = rank.last < len(tokens) and tokens[rank.last].capital
    nation = next((m.first for m in scene.group("demonym") if m.last == rank.first), rank.first)
    counted = any(scene.after_word(n.span) in (nation, rank.first) for n in scene.numbers)
    plural = scene.pack.demonyms_always_capital and tokens[rank.last - 1].lower.endswith("s")
    counted = counted or (plural and nation < rank.first)  # "their Chinese comrades"
    apart = not named and not any(overlap(rank, other) for other in taken)
    return counted and apart and (rank.value != _SENIOR or _is_lost(scene, rank))


def _is_lost(scene: Scene, rank: Match) -> bool:
    """Tell whether the verb behind a rank tells a loss: "A brigadier was killed", not "visited the front"."""
    verb = next((m for m in scene.group("trigger") if m.first >= rank.last), None)
    return verb is not None and scene.pack.triggers[verb.value].frame is Frame.FALL


def is_fallen(scene: Scene, rank: Match) -> bool:
    """Tell whether a rank and a name are the subject of a loss: "Corporal Jane Doe was killed near A"."""
    tokens, at = scene.sentence.tokens, rank.last
    while at < len(tokens) and tokens[at].capital and not scene.marks_between(at - 1, at):
        at += 1
    named = at > rank.last and tokens[rank.first].capital
    loss = next((m for m in scene.group("trigger") if m.first >= at), None)
    falls = loss is not None and scene.pack.triggers[loss.value].frame is Frame.FALL
    others = any(loss is not None and m.first < loss.first for m in scene.group("force"))
    others = others or any(loss is not None and at <= m.first < loss.first for m in scene.group("say"))
    return named and falls and not others


def _points_back(scene: Scene, word: Match) -> bool:
    """Tell whether a word stands for a force named before: "400 others", "the last", not "the last day"."""
    if _is_in_name(scene, word) or _is_floating(scene, word):
        return False
    if word.value == "alone":
        behind = scene.sentence.starting_at("role", word.last)
        some = behind is not None and behind.value == "genitive"  # "none of this"
        link = scene.sentence.ending_at("role", word.first)
        led = link is not None and link.value != "with"  # "4,500 in all", "at most", not "and others"
        return _ends_phrase(scene, word.last) and not some and not led
    if word.value == "object":
        return any(m.first < word.first and word.last < m.last for m in scene.group("trigger"))
    link = scene.sentence.starting_at("role", word.first)
    if word.value == "again" and link is not None and link.value == "genitive":
        return _ends_phrase(scene, word.last)  # "of them were", not "two of them women"
    return word.value != "numbered" or _has_number(scene, word)


def _is_in_name(scene: Scene, word: Match) -> bool:
    """Tell whether a word ends a name: "Mine Countermeasures Group One"."""
    tokens = scene.sentence.tokens
    return word.first > 1 and tokens[word.first].capital and tokens[word.first - 1].capital


def _is_floating(scene: Scene, word: Match) -> bool:
    """Tell whether "all" stands behind the verb of those that it counts: "les soldats auront tous quitté"."""
    words = scene.pack.words
    before = scene.sentence.tokens[word.first - 1].lower if word.first else ""
    every = scene.sentence.tokens[word.first].lower in words.every
    return every and before in words.auxiliaries | words.bare | scene.pack.passive_auxiliaries


def _has_number(scene: Scene, word: Match) -> bool:
    return any(
        scene.after_word(n.span) == word.first or scene.first_word(n.span) == word.last for n in scene.numbers
    )


def _bare(scene: Scene) -> Iterator[Match]:
    """Yield numbers that stand for people named before: "environ 4 700 auraient été tués"."""
    tokens = scene.sentence.tokens
    for number in scene.numbers:
        first, after = scene.first_word(number.span), scene.after_word(number.span)
        if after >= len(tokens) or scene.marks_between(after - 1, after):
            continue
        in_time = any(t.span.touches(number.span) for t in scene.times)
        in_time |= first > 0 and tokens[first].capital and tokens[first - 1].capital  # "Task Group One will"
        hedge = next((m for m in scene.group("hedge") if m.first == after), None)
        verb = hedge.last if hedge and hedge.last < len(tokens) else after  # "the remaining 200 or so are"
        link = scene.sentence.ending_at("role", first)
        counts = link and any(m.last == link.first for m in scene.group("force"))  # "a team of 25 is"
        if in_time or counts or scene.marks_between(after - 1, verb):
            continue
        led = (
            tokens[first - 1].lower in scene.pack.words.sole
            and tokens[verb].lower in scene.pack.words.purpose
        )
        led = led or _does(scene, number, verb)
        if led or tokens[verb].lower in scene.pack.words.bare or _is_second_loss(scene, first, after):
            yield Match("again", "again", first, after, number.span)
    for number in scene.numbers:
        if _is_sent(scene, number):
            yield Match(
                "again", "again", scene.first_word(number.span), scene.after_word(number.span), number.span
            )


def _does(scene: Scene, number: Quantity, at: int) -> bool:
    """Tell whether a verb of the past stands right behind a number that opens its clause: "Six left A"."""
    verb = scene.sentence.starting_at("trigger", at)
    if verb is None:
        return False
    first, tokens = scene.first_word(number.span), scene.sentence.tokens
    opens = first == 0 or scene.marks_between(first - 1, first) > 0
    opens = opens or tokens[first - 1].lower in scene.pack.words.joiners | scene.pack.words.sole
    past = tokens[at].lower.endswith(tuple(scene.pack.words.past))
    return opens and past and number.high != 1


def _is_sent(scene: Scene, number: Quantity) -> bool:
    """Tell whether a number is all that a verb of sending has behind it: "Kyrgyzstan contributed 150"."""
    if number.low == number.high == 1:
        return False  # "no one has offered one"
    first, after = scene.first_word(number.span), scene.after_word(number.span)
    verb = scene.sentence.ending_at("trigger", first)
    sends = verb is not None and scene.pack.triggers[verb.value].frame is Frame.SEND
    ends = after >= len(scene.sentence.tokens) or scene.marks_between(after - 1, after) > 0
    ends = ends or any(m.first == after and m.value != "genitive" for m in scene.group("role"))
    return sends and ends and not any(t.span.touches(number.span) for t in scene.times)


def _is_second_loss(scene: Scene, first: int, after: int) -> bool:
    """Tell whether a number counts those of another loss: "nine were killed and thirty-seven wounded"."""
    losses = [m for m in scene.group("trigger") if scene.pack.triggers[m.value].frame is Frame.FALL]
    joined = first > 0 and scene.sentence.tokens[first - 1].lower in scene.pack.words.joiners
    return joined and any(m.first == after for m in losses) and any(m.last < first for m in losses)


def is_force(scene: Scene, noun: Match) -> bool:
    """Refuse idioms, adjectives ("aide militaire") and what only carries ("par avion")."""
    barred = [m for m in scene.group("not_force") if overlap(noun, m)]
    barred = [m for m in barred if not noun.first < m.first < noun.last < m.last]  # "landing ship carrying"
    if any(m.last - m.first >= noun.last - noun.first for m in barred) or _is_of_event(scene, noun):
        return False
    if _is_ashore(scene, noun) or _is_civil(scene, noun) or _is_for(scene, noun) or _is_of_trade(scene, noun):
        return False
    if noun.value in CARRIERS and scene.sentence.ending_at("carrier_before", _before_nation(scene, noun)):
        behind = scene.sentence.tokens[noun.last : noun.last + 1]  # "joined by HMS Kent, which left A"
        return any(t.lower in scene.pack.words.relative for t in behind) and not scene.pack.articled_places
    adjectival = any(overlap(noun, m) and m.first == noun.first for m in scene.group("adjectival"))
    if not adjectival or noun.first == 0:
        return True
    counted = any(scene.after_word(n.span) == noun.first for n in scene.numbers)
    nation = any(m.last == noun.first for m in scene.group("demonym"))
    owned = scene.pack.determiners | scene.pack.words.possessive  # "Chile's patrol ship"
    return counted or nation or scene.sentence.tokens[noun.first - 1].lower in owned


def _counted_bodies(scene: Scene, taken: Sequence[Match]) -> Iterator[Match]:
    """Yield words for any body of people that a number behind "of" makes a force: "a party of 24 landed"."""
    for body in scene.group("collective"):
        link = scene.sentence.starting_at("role", body.last)
        if link is None or link.value != "genitive" or any(overlap(body, other) for other in taken):
            continue
        counts = [n for n in scene.numbers if scene.first_word(n.span) == link.last]
        if counts and not scene.sentence.tokens[body.first].capital:
            after = scene.after_word(counts[0].span)
            if _ends_phrase(scene, after) and not scene.marks_between(link.last - 1, link.last):
                yield body


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
    """Tell whether a word for a unit counts civilians: "a platoon of schoolchildren"."""
    link = scene.sentence.starting_at("role", noun.last)
    if link is None or link.value != "genitive":
        return False
    return any(0 <= m.first - link.last <= _CIVIL_REACH for m in scene.group("civilian"))


def _ends_phrase(scene: Scene, at: int) -> bool:
    """Tell whether no noun follows: a mark, a preposition or a verb does, or the sentence ends."""
    tokens = scene.sentence.tokens
    if at >= len(tokens) or scene.marks_between(at - 1, at):
        return True
    goes_on = any(m.first == at for m in scene.group("trigger", "role", "status_near"))
    return goes_on or tokens[at].lower in scene.pack.words.bare | scene.pack.passive_auxiliaries


def _is_for(scene: Scene, noun: Match) -> bool:
    """Tell whether goods are for a force, which then goes nowhere itself: "rations for the peacekeepers"."""
    first = next((m.first for m in scene.group("demonym") if m.last == noun.first), noun.first)
    link = scene.sentence.ending_at("role", with_articles(scene, first))
    return (
        link is not None
        and link.value == "destination"
        and any(m.last == link.first for m in scene.group("goods"))
    )


def _is_of_trade(scene: Scene, noun: Match) -> bool:
    """Tell whether a measure holds no goods of ours: "50,000 tonnes of maize"."""
    link = scene.sentence.starting_at("role", noun.last)
    if noun.value not in _MEASURES or link is None or link.value != "genitive":
        return False
    if any(m.value in (PERSONNEL, AIRCRAFT) for m in scene.group("force")):
        return False  # "a C-17 delivered twenty tonnes of stores"
    listed = _list_end(scene, link.last)  # "300 tonnes of rice, water and medicine"
    return not any(
        0 <= m.first - link.last <= max(listed, _CIVIL_REACH) for m in scene.group("goods", "force")
    )


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


def _is_noun(scene: Scene, demonym: Match, forces_named: Sequence[Match]) -> bool:
    """Tell whether an adjective of nation stands for people: "une quarantaine de Togolais"."""
    token = scene.sentence.tokens[demonym.first]
    counted = any(scene.after_word(n.span) == demonym.first for n in scene.numbers)
    if any(m.first > demonym.last and are_nations(scene, demonym.first, m.first) for m in forces_named):
        return False  # "British, Canadian and Finnish soldiers"
    if any(m.span.touches(demonym.span) for m in scene.mentions):
        return False  # "the UK is sending"
    before = scene.sentence.tokens[demonym.first - 1 : demonym.first] if demonym.first else ()
    the = any(
        t.lower in scene.pack.words.definite | scene.pack.words.sole for t in before
    )  # "The French left"
    # "un Kényan": a noun has the capital; "The 296 Batswana left"
    none = any(m.last == demonym.first for m in scene.group("none_of"))  # "No Rwandan has set foot there"
    the = the or any(t.lower in scene.pack.determiners for t in before)  # "any New Zealander"
    the = the or _acts_alone(scene, demonym)
    one = (counted or the or none) and _ends_phrase(scene, demonym.last)
    one = one or (counted and not scene.pack.demonyms_always_capital)
    if not token.capital or not (one or demonym.span.of(scene.text).endswith(("s", "x", "men"))):
        return False
    if scene.pack.demonyms_always_capital:
        nouns = (*forces_named, *scene.group("force"))  # also "aboard a French transport aircraft"
        following = next((m for m in nouns if m.first == demonym.last), None)
        return following is None or scene.marks_between(demonym.last - 1, demonym.last) > 0
    return True
