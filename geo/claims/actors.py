"""Who or what moved: the force or goods of an event, how many, and whose."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from geo.claims.scene import Scene
from geo.languages import Frame, Trigger
from geo.records import Actor, ClaimType, PlaceKind, Quantity, Usage
from geo.text import Match

PERSONNEL = "personnel"
# What a sentence without a verb of its own tells: "Troops now in Ain Issa", "A hundred vehicles into Iraq".
UNSAID = {
    "is": Trigger("is", ClaimType.PRESENCE, Frame.STAY),
    "goes": Trigger("goes", ClaimType.MOVEMENT, Frame.ARRIVE),
}
_CARRIERS = frozenset({"vessels", "aircraft", "vehicles"})
MATERIEL = _CARRIERS | {"battery"}
_REACH = 14  # words from the trigger to the force, at most
_AFTER_NOUN, _BEFORE_NOUN = 5, 4  # words from the noun to its adjective of nation
_GENITIVE_REACH = 5
_LISTED = 2  # words between two things of a list
_BESIDE = 3  # words from a noun to a number behind it, and from that to the comma that ends it
_CIVIL_REACH = 2  # words from "of" to the civilians
_ELLIPSIS = 5  # words from an adjective to the noun that it leaves out
_TWIN_REACH = 7  # words between two nouns that "and" joins, each with its number
_JOINED = 2  # words from the first of two joined nouns to the second
_OF_STATE = 2  # words between "soldats" and the state in "soldats de la Corée du Nord"
_PARTICIPLE_GAP = 2  # words from the number to the noun with a participle before it
_NUMBER_GAP, _NUMBER_REACH = 3, 6  # words from the number to the noun; more only without a preposition
_WRONG_SIDE = 8  # words that a force on the other side of the verb counts as farther
_OBJECT_FRAMES = (Frame.SEND, Frame.DELIVER)


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


def forces(scene: Scene) -> tuple[Force, ...]:
    """Return the forces and goods that a sentence names, in order."""
    taken = [m for m in scene.group("force", "goods") if _is_force(scene, m)]
    found = [Force(m, m.value, goods=m.group == "goods") for m in taken]
    found += [Force(m, PERSONNEL, goods=False) for m in scene.group("demonym") if _is_noun(scene, m, taken)]
    found += [Force(m, unit, goods=False) for m, unit in _elliptic(scene, taken)]
    found += [
        Force(m, PERSONNEL, goods=False) for m in scene.group("rank") if _is_counted_rank(scene, m, taken)
    ]
    heads = [
        replace(f, laden=any(_loads(scene, other, f) for other in found))
        for f in found
        if not any(_belongs_to(scene, f.noun, other.noun) for other in found)
        and not _is_listed_load(scene, f, found)
    ]
    words = [m for m in scene.group("again") if m.value != "numbered" or _has_number(scene, m)]
    again = [Force(m, PERSONNEL, goods=False, again=True) for m in (*words, *_bare(scene))]
    taken = [*(f.noun for f in found), *scene.group("not_force")]
    again = [f for f in again if not any(_overlap(f.noun, other) for other in taken)]
    return tuple(sorted(heads + again, key=lambda f: f.noun.first))


def _elliptic(scene: Scene, nouns: Sequence[Match]) -> Iterator[tuple[Match, str]]:
    """Yield adjectives that stand for their noun: "thirteen Chadian and six Cameroonian soldiers"."""
    starts = {scene.first_word(n.span) for n in scene.numbers}
    ends = {scene.after_word(n.span) for n in scene.numbers}
    tokens, joiners = scene.sentence.tokens, scene.pack.words.joiners
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


def _is_counted_rank(scene: Scene, rank: Match, taken: Sequence[Match]) -> bool:
    """Tell whether a rank is somebody of the ranks: "un caporal a été tué", not "Captain Smith"."""
    tokens = scene.sentence.tokens
    named = rank.last < len(tokens) and tokens[rank.last].capital
    counted = any(scene.after_word(n.span) == rank.first for n in scene.numbers)
    return counted and not named and not any(_overlap(rank, other) for other in taken)


def _has_number(scene: Scene, word: Match) -> bool:
    return any(
        scene.after_word(n.span) == word.first or scene.first_word(n.span) == word.last for n in scene.numbers
    )


def _bare(scene: Scene) -> Iterator[Match]:
    """Yield numbers that stand for people named before: "environ 4 700 auraient été tués"."""
    tokens = scene.sentence.tokens
    for number in scene.numbers:
        first, after = scene.first_word(number.span), scene.after_word(number.span)
        in_time = any(t.span.touches(number.span) for t in scene.times)
        if not in_time and after < len(tokens) and tokens[after].lower in scene.pack.words.bare:
            yield Match("again", "again", first, after, number.span)


def _is_force(scene: Scene, noun: Match) -> bool:
    """Refuse idioms, adjectives ("aide militaire") and what only carries ("par avion")."""
    if any(_overlap(noun, m) for m in scene.group("not_force")):
        return False
    if _is_civil(scene, noun):
        return False
    if noun.value in _CARRIERS and scene.sentence.ending_at("carrier_before", noun.first):
        return False
    adjectival = any(_overlap(noun, m) and m.first == noun.first for m in scene.group("adjectival"))
    if not adjectival or noun.first == 0:
        return True
    counted = any(scene.after_word(n.span) == noun.first for n in scene.numbers)
    return counted or scene.sentence.tokens[noun.first - 1].lower in scene.pack.determiners


def _is_civil(scene: Scene, noun: Match) -> bool:
    """Tell whether a word for a unit counts civilians: "a platoon of schoolchildren"."""
    link = scene.sentence.starting_at("role", noun.last)
    if link is None or link.value != "genitive":
        return False
    return any(0 <= m.first - link.last <= _CIVIL_REACH for m in scene.group("civilian"))


def _overlap(left: Match, right: Match) -> bool:
    return left.first < right.last and right.first < left.last


def _loads(scene: Scene, goods: Force, carrier: Force) -> bool:
    """Tell whether goods are what a carrier carries: "camions de vivres", "aid convoy"."""
    if not goods.goods or carrier.unit not in _CARRIERS:
        return False
    return _belongs_to(scene, goods.noun, carrier.noun) or goods.noun.last == carrier.noun.first


def _is_modifier(scene: Scene, noun: Match, head: Match) -> bool:
    """Tell whether a noun stands before its head as an adjective does: "coast guard and militia vessels"."""
    if not scene.pack.demonyms_always_capital or noun.first >= head.first:
        return False
    if scene.marks_between(noun.first, head.first):
        return False
    beside = [m for m in scene.group("force") if m.last == head.first and noun.last < m.first]
    return noun.last == head.first or (bool(beside) and _is_joined(scene, noun, beside[0]))


def _is_listed_load(scene: Scene, goods: Force, named: Sequence[Force]) -> bool:
    """Tell whether goods go on a list of what is carried: "trucks of rations, generators and tents"."""
    if not goods.goods:
        return False
    before = [f for f in named if f.goods and 0 < goods.noun.first - f.noun.last <= _LISTED]
    before += [f for f in named if f.goods and f.noun.last == goods.noun.first]
    return any(
        _loads(scene, f, carrier) or _is_listed_load(scene, f, named)
        for f in before
        for carrier in named
        if carrier.noun.last <= f.noun.first and f.noun.first < goods.noun.first
    )


def _belongs_to(scene: Scene, noun: Match, head: Match) -> bool:
    """Tell whether a noun only says more of the other: "paratroopers of the 82nd Airborne Division".

    Of two nouns side by side the last is the head where adjectives stand before it: "army battalions".
    """
    if _is_modifier(scene, noun, head):
        return True
    if _is_modifier(scene, head, noun):
        return False
    gap = noun.first - head.last
    if not 0 <= gap <= _GENITIVE_REACH or scene.marks_between(head.last - 1, noun.first):
        return False
    if gap == 0:
        return True  # "sapeurs-sauveteurs"
    laden = scene.sentence.tokens[head.last].lower in scene.pack.words.laden
    first = head.last + laden  # "conteneurs chargés de munitions"
    adjective = scene.sentence.starting_at("demonym", first)
    link = scene.sentence.starting_at("role", adjective.last if adjective else first)
    linked = link is not None and (link.value == "genitive" or (laden and link.value == "with"))
    return linked or _is_joined(scene, head, noun)


def _is_joined(scene: Scene, left: Match, right: Match) -> bool:
    """Tell whether two nouns are one force: "soldiers and border police", not "soldiers and a frigate"."""
    words = [t.lower for t in scene.sentence.tokens[left.last : right.first]]
    apart = scene.pack.articles | scene.pack.determiners
    counted = any(left.last <= scene.first_word(n.span) < right.first for n in scene.numbers)
    joined = bool(words) and words[0] in scene.pack.words.joiners and len(words) <= _JOINED
    return joined and not counted and not apart.intersection(words)


def _is_noun(scene: Scene, demonym: Match, forces_named: Sequence[Match]) -> bool:
    """Tell whether an adjective of nation stands for people: "une quarantaine de Togolais"."""
    token = scene.sentence.tokens[demonym.first]
    counted = any(scene.after_word(n.span) == demonym.first for n in scene.numbers)
    one = counted and not scene.pack.demonyms_always_capital  # "un Kényan": a noun has the capital
    if not token.capital or not (one or demonym.span.of(scene.text).endswith(("s", "x"))):
        return False
    if scene.pack.demonyms_always_capital:
        following = next((m for m in forces_named if m.first == demonym.last), None)
        return following is None
    return True


def is_passive(scene: Scene, trigger: Match) -> bool:
    """Tell whether the trigger's verb is passive: its subject is what was moved."""
    before = scene.sentence.tokens[max(0, trigger.first - 3) : trigger.first]
    return any(t.lower in scene.pack.passive_auxiliaries for t in before)


def frame_of(scene: Scene, trigger: Match) -> Trigger:
    """Return the trigger's rule; a participle after "are" is a state: "sont déployés" is presence."""
    if trigger.value in UNSAID:
        return UNSAID[trigger.value]
    rule = scene.pack.triggers[trigger.value]
    before = [t.lower for t in scene.sentence.tokens[max(0, trigger.first - 3) : trigger.first]]
    state = any(word in scene.pack.state_auxiliaries for word in before[-2:])
    event = any(word in scene.pack.passive_auxiliaries for word in before)
    bare = not any(word in scene.pack.words.auxiliaries | scene.pack.words.bare for word in before)
    state = state or (bare and scene.sentence.tokens[trigger.first].lower in scene.pack.resting)
    if rule.frame is Frame.SEND and state and not event:
        return Trigger(rule.name, ClaimType.PRESENCE, Frame.STAY)
    return rule


def choose(scene: Scene, trigger: Match, frame: Frame, named: Sequence[Force]) -> Force | None:
    """Return the force that the trigger speaks of, or None.

    The object of sending and delivering follows the verb, or precedes a passive one and a participle;
    the subject of going, staying and falling precedes it, or follows "the arrival of".
    """
    object_first = frame in _OBJECT_FRAMES and not is_passive(scene, trigger)

    def cost(force: Force) -> tuple[int, int]:
        behind = force.noun.first >= trigger.last
        wrong_side = behind is not object_first
        apart = scene.distance(force.noun.first, trigger.first)
        return apart + (_WRONG_SIDE if wrong_side else 0) + (
            8 if force.again and behind else 0
        ), force.noun.first

    within = [
        f
        for f in named
        if scene.distance(f.noun.first, trigger.first) <= _REACH + 6
        and not scene.strong_marks_between(f.noun.first, trigger.first)
        and not (f.noun.first < trigger.last and f.noun.last > trigger.first)
        and (not f.goods or frame not in (Frame.STAY, Frame.FALL))
        and (
            frame is not Frame.DELIVER or f.goods or f.unit in MATERIEL
        )  # people receive, and are not supplied
    ]
    if not within and (not object_first):
        before = [f for f in named if f.noun.last <= trigger.first and not f.goods and not f.again]
        within = [f for f in before if not scene.strong_marks_between(f.noun.first, trigger.first)][-1:]
    return min(within, key=cost, default=None)


def twins(scene: Scene, trigger: Match, force: Force, named: Sequence[Force]) -> list[Force]:
    """Return the forces that "and" joins to one, each with a number of its own: "1,500 French and 200 Dutch".

    They stand on the same side of the trigger, with no other verb between.
    """
    if quantity(scene, force) is None:
        return []
    found = []
    for other in named:
        left, right = sorted((force.noun, other.noun), key=lambda noun: noun.first)
        apart = right.first - left.last
        same_side = (other.noun.first < trigger.first) == (force.noun.first < trigger.first)
        if other is force or other.again or not same_side or not 0 < apart <= _TWIN_REACH:
            continue
        between = scene.sentence.tokens[left.last : right.first]
        joined = any(t.lower in scene.pack.words.joiners for t in between)
        verb = any(left.last <= m.first < right.first for m in scene.group("trigger", "say"))
        placed = any(left.last <= scene.first_word(m.span) < right.first for m in scene.mentions)
        if joined and not verb and not placed and quantity(scene, other):
            found.append(other)
    return found


def actor(scene: Scene, force: Force) -> Actor:
    """Return the words for the force, with the adjectives and numbers of its name, and its side."""
    first, last = force.noun.first, force.noun.last
    adjective = _adjective(scene, force)
    if adjective:
        first, last = min(first, adjective.first), max(last, adjective.last)
    span = scene.span(first, last)
    country = adjective.value if adjective else None
    if country is None:
        country = _genitive_country(scene, last)
    return Actor(span, span.of(scene.text), country)


def _adjective(scene: Scene, force: Force) -> Match | None:
    """Return the adjective of nation that belongs to the noun, or the noun itself where it is one."""
    noun = force.noun
    if noun.group == "demonym":
        return noun
    before = scene.pack.demonyms_always_capital  # English puts the adjective first, French behind
    near = [
        m
        for m in scene.group("demonym")
        if scene.marks_between(noun.first, m.first) == 0
        and (0 <= noun.first - m.last < _BEFORE_NOUN if before else 0 <= m.first - noun.last < _AFTER_NOUN)
        and not any(_is_between(t, noun, m) for t in scene.group("trigger"))
    ]
    return min(near, key=lambda m: abs(m.first - noun.first), default=None)


def _is_between(word: Match, one: Match, other: Match) -> bool:
    low, high = min(one.last, other.last), max(one.first, other.first)
    return low <= word.first < high


def _genitive_country(scene: Scene, last: int) -> str | None:
    """Return the state of "soldats de la Corée du Nord"."""
    for mention in scene.mentions:
        role = scene.sentence.ending_at("role", scene.first_word(mention.span))
        if not role or role.value != "genitive" or mention.place is None:
            continue
        if mention.place.kind is PlaceKind.COUNTRY and 0 < scene.first_word(mention.span) - last <= _OF_STATE:
            return mention.place.country_code
    return None


def is_definite(scene: Scene, force: Force) -> bool:
    """Tell whether the noun takes up a force named before: "les soldats", "these troops"."""
    before = scene.sentence.tokens[max(0, force.noun.first - 2) : force.noun.first]
    return any(t.lower in scene.pack.words.definite for t in before)


def sender(scene: Scene, trigger: Match) -> str | None:
    """Return the country that sends: the state, or the adjective of one, before an active verb."""
    states = [
        m.place.country_code
        for m in scene.mentions
        if m.place and m.usage is Usage.METONYMIC and 0 <= trigger.first - scene.after_word(m.span) <= _REACH
    ]
    if states:
        return states[-1]
    adjectives = [m for m in scene.group("demonym") if 0 <= trigger.first - m.last <= _BEFORE_NOUN]
    return adjectives[-1].value if adjectives else None


def quantity(scene: Scene, force: Force) -> Quantity | None:
    """Return the number that counts the force, in people where the sentence tells them."""
    people = _people_behind(scene, force)
    if people:
        return replace(people, unit=PERSONNEL)
    parts = _parts_behind(scene, force)
    if parts:
        return parts
    before = [n for n in scene.numbers if _counts(scene, n, force)]
    before = before or [n for n in scene.numbers if _is_beside(scene, n, force)]
    if not before:
        return None
    number = _bounded(scene, before[-1], force)
    if number.low == number.high == 1 and _is_article(scene, number, force):
        return None
    return replace(number, unit=None if force.unit == "none" else force.unit)


def _is_article(scene: Scene, number: Quantity, force: Force) -> bool:
    """Tell whether "one" counts nothing: before a word for many, in "one of", and in "not one"."""
    many = any(_overlap(m, force.noun) for m in scene.group("collective"))
    first, after = scene.first_word(number.span), scene.after_word(number.span)
    partitive = sum(m.value == "genitive" and m.first == after for m in scene.group("role")) > 0
    denied = any(m.value == "denied" and m.first <= first <= m.last for m in scene.group("status_near"))
    return many or partitive or denied


def _counts(scene: Scene, number: Quantity, force: Force) -> bool:
    """Tell whether a number stands before the noun, or is or follows the word for a force named before."""
    if any(t.span.touches(number.span) for t in scene.times):
        return False
    after = scene.after_word(number.span)
    if force.again and (force.noun.span == number.span or scene.first_word(number.span) == force.noun.last):
        return True
    if _is_model(scene, number):
        return False
    gap = force.noun.first - after
    if not 0 <= gap <= _NUMBER_REACH or scene.marks_between(after - 1, force.noun.first):
        return False
    between = [
        m for m in scene.group("force", "goods", "trigger", "role") if after <= m.first < force.noun.first
    ]
    if gap <= _NUMBER_GAP:
        between = [m for m in between if m.group != "role"]
    if gap <= _PARTICIPLE_GAP:
        between = [m for m in between if m.group != "trigger"]  # "eighty-eight interned soldiers"
    joined = {m.first for m in between if m.group == "force" and _leads_to(scene, m, force.noun)}
    return all(m.first in joined or _is_joiner(scene, m) for m in between)


def _leads_to(scene: Scene, noun: Match, head: Match) -> bool:
    """Tell whether a noun before the head is part of its name: "coast guard and militia vessels"."""
    return _is_modifier(scene, noun, head) or _is_joined(scene, noun, head)


def _is_joiner(scene: Scene, match: Match) -> bool:
    return match.group == "role" and scene.words(match.first, match.last).lower() in scene.pack.words.joiners


def _is_model(scene: Scene, number: Quantity) -> bool:
    """Tell whether the number belongs to a name before it: "Mirage 2000"."""
    first = scene.first_word(number.span)
    if first <= 1 or not number.span.of(scene.text).isdigit():
        return False
    if scene.marks_between(first - 2, first - 1):
        return False  # a new clause begins with a capital
    before = scene.sentence.tokens[first - 1]
    is_place = any(m.span.end == before.end for m in scene.mentions)
    return before.capital and not is_place and scene.text[before.end : number.span.start] in (" ", "\u00a0")


def _people_behind(scene: Scene, force: Force) -> Quantity | None:
    """Read "a battalion of 850 men", "a squadron of about 900" and "a group, 217 strong"."""
    tokens = scene.sentence.tokens
    link = scene.sentence.starting_at("role", force.noun.last)
    of = link is not None and link.value in ("genitive", "with") and not force.goods
    of = of and tokens[force.noun.last].lower not in scene.pack.words.joiners
    for number in scene.numbers:
        first, after = scene.first_word(number.span), scene.after_word(number.span)
        strong = after < len(tokens) and tokens[after].lower in scene.pack.words.strong
        if of and link and first == link.last and (strong or _counts_people(scene, after)):
            return number
        if strong and 0 <= first - force.noun.last <= _OF_STATE:
            return number
    return None


def _is_beside(scene: Scene, number: Quantity, force: Force) -> bool:
    """Read a number behind its noun: "the Spaniards, about 700, are" and "ils sont 1.250 à garder"."""
    first, after = scene.first_word(number.span), scene.after_word(number.span)
    gap = first - force.noun.last
    if not 0 <= gap <= _BESIDE or any(t.span.touches(number.span) for t in scene.times):
        return False
    between = scene.sentence.tokens[force.noun.last : first]
    if force.again:
        return bool(between) and all(t.lower in scene.pack.words.bare for t in between)
    if scene.marks_between(force.noun.last - 1, first) != 1 or _other_unit(scene, after):
        return False
    ends = range(after, min(after + _BESIDE, len(scene.sentence.tokens) - 1) + 1)
    return any(scene.marks_between(after - 1, end) for end in ends)


def _bounded(scene: Scene, number: Quantity, force: Force) -> Quantity:
    """Apply a bound that stands behind what is counted: "ten men at most", "deux compagnies au moins"."""
    after = max(scene.after_word(number.span), force.noun.last)
    for hedge in scene.group("hedge"):
        beside = 0 <= hedge.first - after <= 1 and not scene.marks_between(after - 1, hedge.first)
        ends = hedge.last >= len(scene.sentence.tokens) or scene.marks_between(hedge.last - 1, hedge.last)
        if beside and ends and number.low == number.high:
            if hedge.value == "at_least":
                return replace(number, high=None)
            if hedge.value == "at_most":
                return replace(number, low=None)
    return number


def _counts_people(scene: Scene, at: int) -> bool:
    """Tell whether a number counts people by itself: "a company of 120", not "soldiers of 19 countries"."""
    if _other_unit(scene, at):
        return False
    tokens = scene.sentence.tokens
    if at >= len(tokens) or scene.marks_between(at - 1, at):
        return True
    people = any(m.value == PERSONNEL and 0 <= m.first - at <= _NUMBER_GAP for m in scene.group("force"))
    goes_on = any(m.first == at for m in scene.group("trigger", "role", "again", "status_near"))
    return people or goes_on or tokens[at].lower in scene.pack.words.bare


def _parts_behind(scene: Scene, force: Force) -> Quantity | None:
    """Read "a column of forty-two vehicles": what a word for many consists of."""
    link = scene.sentence.starting_at("role", force.noun.last)
    many = any(_overlap(m, force.noun) for m in scene.group("collective"))
    if not many or link is None or link.value != "genitive":
        return None
    for number in scene.numbers:
        if scene.first_word(number.span) != link.last:
            continue
        after = scene.after_word(number.span)
        counted = [m for m in scene.group("force") if 0 <= m.first - after <= _NUMBER_GAP]
        if counted:
            return replace(number, unit=counted[0].value)
    return None


def _other_unit(scene: Scene, at: int) -> bool:
    """Tell whether a number is followed by something else that it counts: "a flotilla of six frigates"."""
    named = [m for m in scene.group("force", "goods") if 0 <= m.first - at <= _NUMBER_GAP]
    return bool(named) and named[0].value != PERSONNEL
