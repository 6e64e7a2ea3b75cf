"""Who or what moved: the force of an event, and whose it is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from geo.claims.counts import quantity
from geo.claims.forces import Force
from geo.claims.nouns import belongs_to, overlap
from geo.claims.scene import (
    MARK_WORDS,
    Scene,
    is_announced,
    kept_for_each,
    relative_before,
    with_articles,
)
from geo.claims.units import CARRIERS, MATERIEL, SYSTEMS
from geo.languages import Frame, Trigger
from geo.records import Actor, ClaimType, PlaceKind, TimeExpression, Usage
from geo.text import Match

# What a sentence without a verb of its own tells: "Troops now in Ain Issa", "A hundred vehicles into Iraq".
UNSAID = {
    "is": Trigger("is", ClaimType.PRESENCE, Frame.STAY),
    "goes": Trigger("goes", ClaimType.MOVEMENT, Frame.ARRIVE),
}
_REACH = 14  # words from the trigger to the force, at most
_FARTHEST = 20  # words, marks counted, from which on a force is another event's
_AFTER_NOUN, _BEFORE_NOUN = 5, 4  # words from the noun to its adjective of nation
_TWIN_REACH = 7  # words between two nouns that "and" joins, each with its number
_ATTRIBUTE_REACH = 1  # words from goods to the participle that only says which they are
_OBJECT_REACH = 5  # words from "captured" to whom, a number first
# Territories with a code of their own in ISO 3166-1, by the state that they belong to.
_SOVEREIGN: Mapping[str, str] = {
    **dict.fromkeys(("BL", "GF", "GP", "MF", "MQ", "NC", "PF", "PM", "RE", "TF", "WF", "YT"), "FR"),
    **dict.fromkeys(
        ("AI", "BM", "FK", "GG", "GI", "GS", "IM", "IO", "JE", "KY", "MS", "PN", "SH", "TC", "VG"), "GB"
    ),
    **dict.fromkeys(("AS", "GU", "MP", "PR", "UM", "VI"), "US"),
    **dict.fromkeys(("AW", "BQ", "CW", "SX"), "NL"),
    **dict.fromkeys(("FO", "GL"), "DK"),
    **dict.fromkeys(("CC", "CX", "HM", "NF"), "AU"),
    **dict.fromkeys(("CK", "NU", "TK"), "NZ"),
    **dict.fromkeys(("BV", "SJ"), "NO"),
    **dict.fromkeys(("HK", "MO"), "CN"),
    "AX": "FI",
    "AQ": "",  # Antarctica has no forces
}
_OF_STATE = 2  # words between "soldats" and the state in "soldats de la Corée du Nord"
_WRONG_SIDE = 8  # words that a force on the other side of the verb counts as farther
_GOVERNED = 8  # words that a force behind "from" counts as farther
_WITH_REACH = 4  # words from "with" to the goods
_ASIDE_REACH = 2  # words from "none of them" to the comma that ends what is said aside
_SINCE_REACH = 7  # words from "anchored" to "since"
_GROUP = 3  # words from "is" to its participle
_KEEP_REACH = 2  # words from "had" to "a thousand men"
_OBJECT_FRAMES = (Frame.SEND, Frame.DELIVER)


def is_passive(scene: Scene, trigger: Match) -> bool:
    """Tell whether the trigger's verb is passive: its subject is what was moved."""
    if scene.sentence.tokens[trigger.first].lower.endswith(tuple(scene.pack.words.participles)):
        return False  # "is sending"
    before = scene.sentence.tokens[max(0, trigger.first - 3) : trigger.first]
    return any(t.lower in scene.pack.passive_auxiliaries for t in before)


@kept_for_each
def frame_of(scene: Scene, trigger: Match) -> Trigger:
    """Return the trigger's rule; a participle after "are" is a state: "sont déployés" is presence."""
    if trigger.value in UNSAID:
        return UNSAID[trigger.value]
    rule = scene.pack.triggers[trigger.value]
    before = [t.lower for t in scene.sentence.tokens[max(0, trigger.first - 3) : trigger.first]]
    state = any(word in scene.pack.state_auxiliaries for word in before[-2:])
    event = any(word in scene.pack.passive_auxiliaries for word in before)
    near = (m for m in scene.group("status_near") if 0 <= trigger.first - m.last <= 1)
    event = event or any(is_announced(scene, trigger, m) for m in near)
    bare = not any(word in scene.pack.words.auxiliaries | scene.pack.words.bare for word in before)
    state = state or (bare and scene.sentence.tokens[trigger.first].lower in scene.pack.resting)
    state = state and not any(m.first == trigger.last for m in scene.group("means"))  # "par avion"
    since = scene.pack.dates.vocabulary["relations"]["since"]
    lies = scene.sentence.tokens[trigger.first].lower in scene.pack.words.lying
    behind = scene.sentence.tokens[trigger.last : trigger.last + _SINCE_REACH]
    rests = lies and any(t.lower in since for t in behind)  # "anchored off A since Sunday"
    if rests or (rule.frame is Frame.SEND and state and not event):
        return Trigger(rule.name, ClaimType.PRESENCE, Frame.STAY)
    return rule


def is_attribute(scene: Scene, trigger: Match, force: Force, time: TimeExpression | None) -> bool:
    """Tell whether a participle only says which goods are meant: "the shells supplied by Iran are old".

    With a time in its own clause it tells of an event.
    """
    if not 0 <= trigger.first - force.noun.last <= _ATTRIBUTE_REACH or is_passive(scene, trigger):
        return False
    between = scene.sentence.tokens[force.noun.last : trigger.first]
    dated = time and scene.marks_between(trigger.first, scene.first_word(time.span)) == 0
    return not dated and not any(t.lower in scene.pack.words.auxiliaries for t in between)


def choose(scene: Scene, trigger: Match, frame: Frame, named: Sequence[Force]) -> Force | None:
    """Return the force that the trigger speaks of, or None.

    The object of sending and delivering follows the verb, or precedes a passive one and a participle;
    the subject of going, staying and falling precedes it, or follows "the arrival of".
    """
    by = is_done_by(scene, trigger)
    passive = is_passive(scene, trigger)
    object_first = frame in _OBJECT_FRAMES and not by and not passive
    object_first = object_first and not _is_set_behind(scene, trigger, named)
    object_first = object_first or (frame is Frame.ARRIVE and by and passive)  # "was reinforced by 200 men"
    object_first = object_first or (frame is Frame.FALL and _is_taking(scene, trigger, named))
    object_first = object_first or (frame_of(scene, trigger).host and not passive)
    object_first = object_first or (frame is Frame.ARRIVE and _is_landing(scene, trigger, named))
    object_first = object_first or is_following(scene, trigger, named)
    object_first = object_first or (frame is Frame.STAY and _is_keeping(scene, trigger, named))
    object_first = object_first or (frame is Frame.LEAVE and _is_withdrawing(scene, trigger, named))

    related = _related(scene, trigger, named) if object_first else None
    if related:
        return related

    followed = None if object_first else _followed(scene, trigger, named)
    if followed:
        return followed

    def cost(force: Force) -> tuple[int, int]:
        if trigger.first < force.noun.first < trigger.last:
            return 0, force.noun.first  # "pulled its men out", "dropped food"
        behind = force.noun.first >= trigger.last
        wrong_side = behind is not object_first
        apart = scene.distance(force.noun.first, trigger.first)
        governed = _is_governed(scene, force) and not _is_antecedent(scene, trigger, force)
        apart += _GOVERNED if not behind and governed else 0
        apart += _GOVERNED if not behind and _is_in_relative(scene, force, named) else 0
        apart -= _aside(scene, trigger, force)
        return apart + (_WRONG_SIDE if wrong_side else 0) + (
            8 if force.again and behind else 0
        ), force.noun.first

    within = [
        f
        for f in named
        if scene.distance(f.noun.first, trigger.first) - _aside(scene, trigger, f) <= _FARTHEST
        and not scene.strong_marks_between(f.noun.first, trigger.first)
        and not _is_part_of(f, trigger)
        and (not f.goods or frame not in (Frame.STAY, Frame.FALL) or _stands(scene, trigger, f, named))
        and (frame is not Frame.FALL or f.unit not in CARRIERS)  # who is lost are people
        and (
            frame is not Frame.DELIVER or f.goods or f.unit in MATERIEL
        )  # people receive, and are not supplied
        and (object_first or not _is_reached(scene, trigger, f))
        and (object_first or by or not _is_agent(scene, trigger, f))
        and not (frame is Frame.SEND and _is_behind_and(scene, trigger, f, named))
        and (object_first or not (_is_of_next(scene, trigger, f) or _is_brought(scene, trigger, f, named)))
        and (object_first or not (_is_had(scene, f, named) or _is_set_off(scene, trigger, f, named)))
    ]
    them = any(m.first == trigger.last and m.value == "object" for m in scene.group("again"))
    free = frame is Frame.SEND and (them or _has_no_object(scene, trigger, named))
    if not within and not object_first:
        opened = _opened(scene, trigger, named)
        if opened:
            return opened
    if not within and (not object_first or free):
        goes = frame in (Frame.ARRIVE, Frame.LEAVE)
        before = [f for f in named if f.noun.last <= trigger.first and not f.again]
        given = frame is Frame.DELIVER and passive  # "tents, offered by A, are to be delivered"
        before = [f for f in before if not f.goods] or (before if goes or given else [])
        before = [f for f in before if frame is not Frame.FALL or f.unit not in CARRIERS]
        before = [f for f in before if by or not _is_agent(scene, trigger, f)] or before
        within = [f for f in before if not scene.strong_marks_between(f.noun.first, trigger.first)][-1:]
    return min(within, key=cost, default=None)


def _stands(scene: Scene, trigger: Match, arms: Force, named: Sequence[Force]) -> bool:
    """Tell whether arms are somewhere by themselves: "launchers are hidden at A", "pictures show guns"."""
    if trigger.value in UNSAID:
        return True
    verb = frame_of(scene, trigger).frame is Frame.STAY and arms.noun.last <= trigger.first
    return verb and arms.unit == SYSTEMS and all(f.goods for f in named if not f.again)


def _opened(scene: Scene, trigger: Match, named: Sequence[Force]) -> Force | None:
    """Return the subject behind a participle that opens a sentence: "Having left A, 130 men reached B"."""
    hangs = scene.sentence.tokens[0].lower.endswith(tuple(scene.pack.words.participles))
    if trigger.first > hangs or any(f.noun.first < trigger.first for f in named):
        return None
    verb = next((m for m in scene.group("trigger") if m.first >= trigger.last), None)
    behind = (f for f in named if f.noun.first >= trigger.last and not f.goods)
    subject = next((f for f in behind if scene.marks_between(trigger.last - 1, f.noun.first)), None)
    return subject if subject and verb and subject.noun.first < verb.first else None


def _is_antecedent(scene: Scene, trigger: Match, force: Force) -> bool:
    """Tell whether "which" behind a force is the subject: "joined by HMS Kent, which left A"."""
    at = force.noun.last
    if at >= trigger.first or scene.sentence.tokens[at].lower not in scene.pack.words.relative:
        return False
    return not any(at < m.first < trigger.first for m in scene.group("trigger"))


def _followed(scene: Scene, trigger: Match, named: Sequence[Force]) -> Force | None:
    """Return the force whose last word stands before the "who" of a verb: "crews of 310 men who are in A"."""
    tokens, small = scene.sentence.tokens, scene.pack.words.auxiliaries | scene.pack.words.bare
    small = small | scene.pack.passive_auxiliaries | scene.pack.words.purpose
    at = trigger.first - 1
    while at > 0 and tokens[at].lower in small:
        at -= 1
    if at <= 0 or tokens[at].lower not in scene.pack.words.relative or scene.marks_between(at - 1, at):
        return None
    ends = [m for m in scene.group("force", "demonym") if m.last == at]
    heads = (f for f in named if f.noun.last <= at and not f.again)
    return next((f for f in heads if any(f.noun is m or belongs_to(scene, m, f.noun) for m in ends)), None)


def _is_of_next(scene: Scene, trigger: Match, force: Force) -> bool:
    """Tell whether a force is the object of a verb behind a mark: "overran a post, killing 17 soldiers"."""
    if force.noun.first < trigger.last:
        return False
    acts = (Frame.FALL, Frame.SEND, Frame.DELIVER)
    between = (m for m in scene.group("trigger") if trigger.last <= m.first and m.last <= force.noun.first)
    verbs = (m for m in between if scene.pack.triggers[m.value].frame in acts)
    return any(scene.marks_between(trigger.last - 1, m.first) for m in verbs)


def _is_reached(scene: Scene, trigger: Match, force: Force) -> bool:
    """Tell whether a force is where something goes: "caps are on their way to the soldiers in A"."""
    if force.noun.first < trigger.last or frame_of(scene, trigger).frame not in (Frame.ARRIVE, Frame.LEAVE):
        return False
    first = with_articles(scene, scene.first_word(actor(scene, force).span))
    link = scene.sentence.ending_at("role", first)
    return link is not None and link.value == "destination"


def _is_brought(scene: Scene, trigger: Match, goods: Force, named: Sequence[Force]) -> bool:
    """Tell whether goods are what people have with them: "marines with rocket launchers landed"."""
    if not goods.goods or frame_of(scene, trigger).frame not in (Frame.ARRIVE, Frame.LEAVE):
        return False
    near = range(goods.noun.first, max(0, goods.noun.first - _WITH_REACH), -1)
    links = (scene.sentence.ending_at("role", at) for at in near)
    link = next((m for m in links if m), None)
    people = any(f.unit not in MATERIEL and not f.goods and f.noun.last <= goods.noun.first for f in named)
    return link is not None and link.value == "with" and link.last - link.first == 1 and people


def _is_set_behind(scene: Scene, trigger: Match, named: Sequence[Force]) -> bool:
    """Tell whether a participle says more of who stands before it: "helicopters, brought from A, fly"."""
    tokens, at = scene.sentence.tokens, trigger.first
    heads = [f for f in named if f.noun.last == at and scene.marks_between(at - 1, at)]
    link = scene.sentence.starting_at("role", trigger.last) or scene.sentence.ending_at("role", trigger.last)
    goes = link is not None and link.last < len(tokens) and tokens[link.last].capital
    return bool(heads) and goes


def _is_agent(scene: Scene, trigger: Match, force: Force) -> bool:
    """Tell whether a force only does what was said before: "The company, relieved by Kenyans, went home"."""
    first = with_articles(scene, scene.first_word(actor(scene, force).span))
    acted = first > 0 and scene.sentence.tokens[first - 1].lower in scene.pack.words.agent
    return acted and not _is_antecedent(scene, trigger, force)


def _is_behind_and(scene: Scene, trigger: Match, force: Force, named: Sequence[Force]) -> bool:
    """Tell whether a second verb is done to a force: "The drones took off from A and struck a column"."""
    tokens, at = scene.sentence.tokens, trigger.last
    goes = any(m.first in (at - 1, at) for m in scene.group("role"))
    joined = any(t.lower in scene.pack.words.joiners for t in tokens[at : force.noun.first])
    heads = (f for f in named if f.noun.last == trigger.first and not f.again)
    return goes and joined and force.noun.first >= at and any(True for _ in heads)


def _is_had(scene: Scene, force: Force, named: Sequence[Force]) -> bool:
    """Tell whether a force is what the one before has with it: "Marines with inflatable boats are in A"."""
    tokens, at = scene.sentence.tokens, force.noun.first
    if not force.goods and force.unit not in CARRIERS:
        return False
    near = range(at - 1, max(0, at - _WITH_REACH), -1)
    link = next((n for n in near if tokens[n].lower in scene.pack.words.equipped), None)
    heads = (f for f in named if f.noun.last == link and not f.again)
    return any(f.unit not in CARRIERS and not f.goods for f in heads)


def _is_set_off(scene: Scene, trigger: Match, force: Force, named: Sequence[Force]) -> bool:
    """Tell whether words between commas only say which they are: "Ten men, none of them British, fell"."""
    first, last = force.noun.first, force.noun.last
    if not force.again or first == 0 or last > trigger.first:
        return False
    if scene.marks_between(last, trigger.first) == 0 or scene.marks_between(last, last + _ASIDE_REACH) == 0:
        return False
    closed = scene.marks_between(first - 1, first) and quantity(scene, force) is None
    whole = (f for f in named if f.noun.last < first and not f.again)
    return bool(closed) and any(not scene.strong_marks_between(f.noun.first, first) for f in whole)


def _is_in_relative(scene: Scene, force: Force, named: Sequence[Force]) -> bool:
    """Tell whether a force is what a relative clause speaks of: "the ship that brought the tanks left"."""
    tokens, verbs = scene.sentence.tokens, scene.group("trigger")
    heads = (f.noun.last for f in named if f.noun.last < force.noun.first)
    opens = [at for at in heads if tokens[at].lower in scene.pack.words.relative]
    return any(at < verb.first and verb.last <= force.noun.first for at in opens for verb in verbs)


def is_done_by(scene: Scene, trigger: Match) -> bool:
    """Tell whether who acts follows a verb, perhaps behind a day: "a company, sent on Friday by Britain"."""
    tokens, agents = scene.sentence.tokens, scene.pack.words.agent
    ends = (scene.after_word(t.span) for t in scene.times if scene.first_word(t.span) == trigger.last)
    near = (trigger.last - 1, trigger.last, *ends)  # "relieved by" is one trigger
    return any(at < len(tokens) and tokens[at].lower in agents for at in near)


def _aside(scene: Scene, trigger: Match, force: Force) -> int:
    """Return how many words the commas count between a subject and its verb that only set words off."""
    before = force.noun.first < trigger.first and _is_before_aside(scene, trigger, force)
    return 2 * MARK_WORDS if before or _is_behind_time(scene, trigger, force) else 0


def _is_behind_time(scene: Scene, trigger: Match, force: Force) -> bool:
    """Tell whether only a time aside parts a noun from its force: "l’envoi, lundi, de 250 soldats"."""
    marks = scene.marks_between(trigger.last, force.noun.first)
    if force.noun.first < trigger.last or marks != 2 or not frame_of(scene, trigger).nominal:  # noqa: PLR2004
        return False
    for time in scene.times:
        first, after = scene.first_word(time.span), scene.after_word(time.span)
        inside = trigger.last <= first and after <= force.noun.first
        if inside and scene.marks_between(first - 1, first) and scene.marks_between(after - 1, after):
            return True
    return False


def _is_before_aside(scene: Scene, trigger: Match, force: Force) -> bool:
    """Tell whether words between commas part a subject from its verb: "Three ships, led by A, left"."""
    marks = scene.marks_between(force.noun.last - 1, trigger.first)
    opens = scene.marks_between(force.noun.last - 1, force.noun.last) or _opens_relative(
        scene, force, trigger
    )
    begins = trigger.first
    small = scene.pack.words.auxiliaries | scene.pack.passive_auxiliaries
    while begins > 0 and scene.sentence.tokens[begins - 1].lower in small:
        begins -= 1  # ", has since been moved"
        if scene.marks_between(begins - 1, begins):
            break
    closes = scene.marks_between(begins - 1, begins)
    return marks == opens + closes == 2  # noqa: PLR2004 - a comma on each side


def _opens_relative(scene: Scene, force: Force, trigger: Match) -> int:
    """Return 1 where the first comma behind a force opens a relative clause: "The company, which lost"."""
    relative = scene.pack.words.relative | scene.pack.words.related
    inside = range(force.noun.last, trigger.first)
    at = next((n for n in inside if scene.marks_between(n - 1, n)), None)
    return int(at is not None and scene.sentence.tokens[at].lower in relative)


def _related(scene: Scene, trigger: Match, named: Sequence[Force]) -> Force | None:
    """Return the force that is the object of a relative clause: "the battery that the army flew to A"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    at = relative_before(scene, trigger)
    if at is None:
        return None
    small = words.auxiliaries | words.bare | scene.pack.passive_auxiliaries
    subject = any(t.lower not in small for t in tokens[at + 1 : trigger.first])
    before = [f for f in named if f.noun.last == at and not f.again]
    return before[-1] if subject and before else None


def _is_part_of(force: Force, trigger: Match) -> bool:
    """Tell whether a noun is part of the words for an event, not its object: "dropped food"."""
    noun = force.noun
    within = trigger.first < noun.first and noun.last <= trigger.last
    between = within and (force.goods or noun.last < trigger.last)  # "pulled its men out"
    return noun.first < trigger.last and noun.last > trigger.first and not between


def _has_no_object(scene: Scene, trigger: Match, named: Sequence[Force]) -> bool:
    """Tell whether a verb of sending is said of its subject: "a battery, stationed at A, had moved to B"."""
    last = max(trigger.first, trigger.last - 1)
    links = scene.group("role")
    goes = any(m.first in (last, trigger.last) for m in links)
    return goes and not any(f.noun.first >= trigger.last for f in named)


def _is_governed(scene: Scene, force: Force) -> bool:
    """Tell whether a preposition stands before a force, which so does nothing: "the run from the rebels"."""
    first = scene.first_word(actor(scene, force).span)
    if first > 0 and scene.sentence.tokens[first - 1].lower in scene.pack.words.possessive:
        owners = (m for m in scene.mentions if scene.after_word(m.span) == first - 1)
        first = next((scene.first_word(m.span) for m in owners), first)  # "from Chad's garrison"
    first = with_articles(scene, first)
    link = scene.sentence.ending_at("role", first)
    governs = ("origin", "location", "destination")
    return link is not None and link.value in governs and link.first > 0


def _is_taking(scene: Scene, trigger: Match, named: Sequence[Force]) -> bool:
    """Tell whether a verb of loss has an object: "captured 102 soldiers", not "killed by soldiers"."""
    if is_passive(scene, trigger) or scene.pack.triggers[trigger.value].nominal:
        return False
    counted = {scene.first_word(n.span) for n in scene.numbers}
    at = trigger.last
    behind = any(at <= f.noun.first <= at + _OBJECT_REACH and not f.again for f in named)
    return at in counted and behind


def _is_landing(scene: Scene, trigger: Match, named: Sequence[Force]) -> bool:
    """Tell whether a verb of coming has goods for its object: "landed 1,200 tonnes of flour"."""
    counted = {scene.first_word(n.span) for n in scene.numbers}
    last = next(
        (scene.after_word(t.span) for t in scene.times if scene.first_word(t.span) == trigger.last), 0
    )
    last = max(last, trigger.last)  # "a débarqué dans la journée 25 tonnes d'eau"
    behind = [f for f in named if 0 <= f.noun.first - last <= _OBJECT_REACH and f.goods]
    begins = {scene.first_word(actor(scene, f).span) for f in behind}  # "landed Bulgarian rockets at A"
    has = last in begins or (last in counted and bool(behind))
    return has and not is_passive(scene, trigger)


def is_following(scene: Scene, trigger: Match, named: Sequence[Force]) -> bool:
    """Tell whether a verb says who went before: "They follow 1,700 paratroopers of the same division"."""
    counted = {scene.first_word(n.span) for n in scene.numbers}
    behind = any(0 < f.noun.first - trigger.last <= _OBJECT_REACH and not f.again for f in named)
    follows = scene.sentence.tokens[trigger.first].lower in scene.pack.words.following
    return follows and behind and trigger.last in counted


def _is_keeping(scene: Scene, trigger: Match, named: Sequence[Force]) -> bool:
    """Tell whether a verb of staying has an object: "the French retain a battalion at Naqoura"."""
    before = scene.sentence.tokens[max(0, trigger.first - _GROUP) : trigger.first]
    hangs = scene.sentence.tokens[trigger.first].lower.endswith(tuple(scene.pack.words.participles))
    if hangs and any(t.lower in scene.pack.passive_auxiliaries for t in before):
        return False  # "is still guarding a tanker"
    counted = {scene.first_word(n.span) for n in scene.numbers}
    kept = [f for f in named if 0 < f.noun.first - trigger.last <= _OBJECT_REACH and not f.again]
    kept = [f for f in kept if not scene.marks_between(trigger.last - 1, f.noun.first)]
    had = scene.sentence.tokens[trigger.first].lower in scene.pack.words.having
    first = trigger.first + 1 if had else trigger.last  # "the regiment had more than a thousand men in A"
    beside = counted.intersection(range(first, trigger.last + (_KEEP_REACH if had else 1)))
    return bool(kept and beside) and not is_passive(scene, trigger)


def _is_withdrawing(scene: Scene, trigger: Match, named: Sequence[Force]) -> bool:
    """Tell whether a verb of leaving has an object: "The army withdrew its 60 men", not "left 60 in A"."""
    tokens, at = scene.sentence.tokens, trigger.last
    stays = scene.pack.words.remaining | scene.pack.words.boarding
    if is_passive(scene, trigger) or tokens[trigger.first].lower in stays:
        return False
    at = next((scene.after_word(t.span) for t in scene.times if scene.first_word(t.span) == at), at)
    kept = [f for f in named if 0 <= f.noun.first - at <= _OBJECT_REACH and not f.again]
    if not kept or scene.marks_between(at - 1, kept[0].noun.first):
        return False
    counted = any(scene.first_word(n.span) in (at - 1, at, at + 1) for n in scene.numbers)  # "pulled 200"
    owned = tokens[at].lower in scene.pack.words.owners
    led = any(trigger.first < m.last and m.first < kept[0].noun.first for m in scene.group("role"))
    return (counted or owned) and not led


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
    if adjective and not _acts(scene, adjective, force.noun):
        first, last = min(first, adjective.first), max(last, adjective.last)
    span = scene.span(first, last)
    country = adjective.value if adjective else _complement_country(scene, force)
    if country is None:
        country = _genitive_country(scene, last) or _possessive_country(scene, first)
    if country is None:
        country = _adjunct_country(scene, force.noun.first)
    return Actor(span, span.of(scene.text), sovereign(country))


def agent(scene: Scene, trigger: Match) -> str | None:
    """Return the state that acts behind a passive verb: "supplied by Iran", "fournis par la Russie"."""
    tokens, at = scene.sentence.tokens, trigger.last
    if at >= len(tokens) or tokens[at].lower not in scene.pack.words.agent:
        return None
    states = [m for m in scene.mentions if m.usage is Usage.METONYMIC and m.place]
    near = (m for m in states if 0 < scene.first_word(m.span) - at <= _OF_STATE)
    return next((m.place.country_code for m in near if m.place), None)


def _adjective(scene: Scene, force: Force) -> Match | None:
    """Return the adjective of nation that belongs to the noun, or the noun itself where it is one."""
    noun = force.noun
    if noun.group == "demonym":
        return noun
    same = next(
        (m for m in scene.group("demonym") if noun.span.covers(m.span) and m.first == noun.first), None
    )
    if same:
        return same  # "HMNZS", "HMS Kent"
    others = [m for m in scene.group("force") if m.last < noun.first]
    before = scene.pack.demonyms_always_capital  # English puts the adjective first, French behind
    near = [
        m
        for m in scene.group("demonym")
        if scene.marks_between(noun.first, m.first) == 0
        and (0 <= noun.first - m.last < _BEFORE_NOUN if before else 0 <= m.first - noun.last < _AFTER_NOUN)
        and not any(_is_between(t, noun, m) for t in scene.group("trigger"))
        and not any(overlap(m, f) for f in others)  # "HMS Hermes put men ashore"
        and not any(p.span.covers(m.span) and p.span != m.span for p in scene.mentions)  # "Saudi Arabia"
    ]
    return min(near, key=lambda m: abs(m.first - noun.first), default=None)


def _acts(scene: Scene, nation: Match, noun: Match) -> bool:
    """Tell whether a verb stands between a state and a force: "the U.S. has 900 troops"."""
    between = scene.sentence.tokens[nation.last : noun.first]
    return any(t.lower in scene.pack.words.bare for t in between)


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


def _complement_country(scene: Scene, force: Force) -> str | None:
    """Return the nation of what says more of a force: "helicopters of the German special forces"."""
    behind = (m for m in scene.group("force") if m.first >= force.noun.last)
    for noun in behind:
        if belongs_to(scene, noun, force.noun):
            own = [m for m in scene.group("demonym") if force.noun.last <= m.first < noun.last]
            adjective = own[0] if own else _adjective(scene, replace(force, noun=noun))
            if adjective and adjective.first >= force.noun.last:
                return adjective.value
            state = _adjunct_country(scene, noun.first)  # "a company of 130 New Zealand soldiers"
            if state:
                return state
    return None


def _possessive_country(scene: Scene, first: int) -> str | None:
    """Return the state of "Germany's last troops", and of "Kigali's policemen"."""
    tokens = scene.sentence.tokens
    for mention in scene.mentions:
        after = scene.after_word(mention.span)
        near = after < first <= after + _BEFORE_NOUN and not scene.marks_between(after - 1, first)
        owns = near and tokens[after].lower in scene.pack.words.possessive
        seat = mention.usage is Usage.METONYMIC and mention.place and mention.place.kind is PlaceKind.CITY
        if owns and mention.place and (seat or mention.place.kind is PlaceKind.COUNTRY):
            return mention.place.country_code
    return None


def _adjunct_country(scene: Scene, first: int) -> str | None:
    """Return the state whose name stands for an adjective: "25 New Zealand soldiers"."""
    if not scene.pack.demonyms_always_capital:
        return None
    for mention in scene.mentions:
        place = mention.place
        beside = place is not None and scene.after_word(mention.span) == first
        if beside and place and place.kind is PlaceKind.COUNTRY:
            begins = scene.first_word(mention.span)
            in_it = scene.sentence.ending_at("role", begins) is not None  # "In Mali soldiers were killed"
            return None if in_it or scene.marks_between(first - 1, first) else place.country_code
    return None


def sovereign(code: str | None) -> str | None:
    """Return the state whose forces those of a territory are: Martinique's firemen are France's."""
    return _SOVEREIGN.get(code, code) or None if code else None


def is_definite(scene: Scene, force: Force) -> bool:
    """Tell whether the noun takes up a force named before: "les soldats", "these troops"."""
    before = scene.sentence.tokens[max(0, force.noun.first - 2) : force.noun.first]
    return any(t.lower in scene.pack.words.definite for t in before)


def is_other(scene: Scene, force: Force) -> bool:
    """Tell whether a noun counts more of those told of before: "four other soldiers"."""
    more = (m for m in scene.group("again") if m.value == "numbered")
    return any(force.noun.first in (m.first, m.last) or m.first == force.noun.last for m in more)


def _is_of_whom(scene: Scene, first: int) -> bool:
    """Tell whether a name only says who is meant: "residents of Ménaka say" is no state that acts."""
    link = scene.sentence.ending_at("role", first)
    return link is not None and link.value == "genitive"


def sender(scene: Scene, trigger: Match) -> str | None:
    """Return the country that sends: the state, or the adjective of one, before an active verb."""
    states = [
        (scene.after_word(m.span), m.place.country_code)
        for m in scene.mentions
        if m.place and m.usage is Usage.METONYMIC and 0 <= trigger.first - scene.after_word(m.span) <= _REACH
        if m.place.kind is PlaceKind.COUNTRY or not _is_of_whom(scene, scene.first_word(m.span))
    ]
    near = [m for m in scene.group("demonym") if 0 <= trigger.first - m.last <= _BEFORE_NOUN]
    edges = {edge for f in scene.group("force") for edge in (f.first, f.last)}
    of_force = [m for m in near if {m.first, m.last} & edges] if states else near
    acting = [*states, *((m.last, m.value) for m in of_force)]
    return max(acting, key=lambda pair: pair[0])[1] if acting else None
