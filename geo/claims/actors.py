"""Who or what moved: the force or goods of an event, how many, and whose."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from geo.claims.scene import Scene
from geo.languages import Frame, Trigger
from geo.records import Actor, ClaimType, PlaceKind, Quantity, Usage
from geo.text import Match

PERSONNEL = "personnel"
_CARRIERS = frozenset({"vessels", "aircraft", "vehicles"})
_REACH = 14  # words from the trigger to the force, at most
_AFTER_NOUN, _BEFORE_NOUN = 5, 4  # words from the noun to its adjective of nation
_GENITIVE_REACH = 5
_OF_STATE = 2  # words between "soldats" and the state in "soldats de la Corée du Nord"
_NUMBER_GAP = 3  # words from the number to the noun
_OBJECT_FRAMES = (Frame.SEND, Frame.DELIVER)


@dataclass(frozen=True, slots=True)
class Force:
    """A force or goods named in a sentence: its noun, and whether it is a pronoun for one named before."""

    noun: Match
    unit: str
    goods: bool
    again: bool = False


def forces(scene: Scene) -> tuple[Force, ...]:
    """Return the forces and goods that a sentence names, in order."""
    taken = [m for m in scene.group("force", "goods") if _is_force(scene, m)]
    found = [Force(m, m.value, goods=m.group == "goods") for m in taken]
    found += [Force(m, PERSONNEL, goods=False) for m in scene.group("demonym") if _is_noun(scene, m, taken)]
    heads = [f for f in found if not any(_belongs_to(scene, f.noun, other.noun) for other in found)]
    again = [Force(m, PERSONNEL, goods=False, again=True) for m in scene.group("again")]
    again = [f for f in again if not any(_overlap(f.noun, other.noun) for other in found)]
    return tuple(sorted(heads + again, key=lambda f: f.noun.first))


def _is_force(scene: Scene, noun: Match) -> bool:
    """Refuse idioms, adjectives ("aide militaire") and what only carries ("par avion")."""
    if any(_overlap(noun, m) for m in scene.group("not_force")):
        return False
    if noun.value in _CARRIERS and scene.sentence.ending_at("carrier_before", noun.first):
        return False
    adjectival = any(_overlap(noun, m) and m.first == noun.first for m in scene.group("adjectival"))
    if not adjectival or noun.first == 0:
        return True
    before = scene.sentence.tokens[noun.first - 1].lower
    return before in scene.pack.determiners or before.isdigit()


def _overlap(left: Match, right: Match) -> bool:
    return left.first < right.last and right.first < left.last


def _belongs_to(scene: Scene, noun: Match, head: Match) -> bool:
    """Tell whether a noun only says of what the other is: "paratroopers of the 82nd Airborne Division"."""
    if not 0 < noun.first - head.last <= _GENITIVE_REACH or scene.marks_between(head.last - 1, noun.first):
        return False
    link = scene.sentence.starting_at("role", head.last)
    return link is not None and link.value == "genitive"


def _is_noun(scene: Scene, demonym: Match, forces_named: Sequence[Match]) -> bool:
    """Tell whether an adjective of nation stands for people: "une quarantaine de Togolais"."""
    token = scene.sentence.tokens[demonym.first]
    if not token.capital or not demonym.span.of(scene.text).endswith(("s", "x")):
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
    rule = scene.pack.triggers[trigger.value]
    before = [t.lower for t in scene.sentence.tokens[max(0, trigger.first - 3) : trigger.first]]
    state = any(word in scene.pack.state_auxiliaries for word in before[-2:])
    event = any(word in scene.pack.passive_auxiliaries for word in before)
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
        return apart + (4 if wrong_side else 0) + (8 if force.again and behind else 0), force.noun.first

    within = [
        f
        for f in named
        if scene.distance(f.noun.first, trigger.first) <= _REACH + 6
        and not (f.noun.first < trigger.last and f.noun.last > trigger.first)
        and (not f.goods or frame not in (Frame.STAY, Frame.FALL))
    ]
    return min(within, key=cost, default=None)


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
    near = [
        m
        for m in scene.group("demonym")
        if scene.marks_between(noun.first, m.first) == 0
        and (0 <= m.first - noun.last < _AFTER_NOUN or 0 <= noun.first - m.last < _BEFORE_NOUN)
    ]
    behind = not scene.pack.demonyms_always_capital
    return min(
        near, key=lambda m: abs(m.first - noun.first) + 3 * ((m.first > noun.first) != behind), default=None
    )


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
    """Return the number that counts the noun, in the noun's unit."""
    before = [n for n in scene.numbers if _counts(scene, n, force)]
    if not before:
        return _behind(scene, force)
    number = before[-1]
    if number.low == number.high == 1 and force.unit == PERSONNEL:
        return None
    return replace(number, unit=None if force.unit == "none" else force.unit)


def _counts(scene: Scene, number: Quantity, force: Force) -> bool:
    after = scene.after_word(number.span)
    gap = force.noun.first - after
    if not 0 <= gap <= _NUMBER_GAP or scene.marks_between(after - 1, force.noun.first):
        return False
    between = [m for m in scene.group("force", "goods", "trigger") if after <= m.first < force.noun.first]
    in_time = any(t.span.touches(number.span) for t in scene.times)
    return not between and not in_time


def _behind(scene: Scene, force: Force) -> Quantity | None:
    """Read "the previous Kenyan group, 217 strong" and "une brigade de 900 hommes"."""
    tokens = scene.sentence.tokens
    for number in scene.numbers:
        gap = scene.first_word(number.span) - force.noun.last
        after = scene.after_word(number.span)
        if 0 <= gap <= _OF_STATE and after < len(tokens) and tokens[after].lower in scene.pack.words.strong:
            return replace(number, unit=PERSONNEL)
    return None
