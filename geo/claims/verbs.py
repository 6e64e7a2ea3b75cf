"""How a verb tells its event: its rule and frame, whether it is passive, and whether who acts follows it."""

from collections.abc import Sequence

from geo.claims.force.forces import Force
from geo.claims.scene import Scene, is_announced, kept_for_each, with_articles
from geo.claims.units import FORMATIONS, PERSONNEL
from geo.languages import Frame, LanguagePack, Trigger
from geo.records import ClaimType, TimeExpression
from geo.text import Match

# What a sentence without a verb of its own tells: "Troops now in Ain Issa", "A hundred vehicles into Iraq".
UNSAID = {
    "is": Trigger("is", ClaimType.PRESENCE, Frame.STAY),
    "goes": Trigger("goes", ClaimType.MOVEMENT, Frame.ARRIVE),
    "works": Trigger("works", ClaimType.PRESENCE, Frame.STAY),
}
_ATTRIBUTE_REACH = 1  # words from goods to the participle that only says which they are
_WAYS = ("destination", "location", "origin")
_COUNT_REACH = 3  # words from "provide" to a number: "provide as many as 200 men"
_AFTER_REACH = 2  # words from "after" to a loss: "après avoir perdu"
_LEG_REACH = 2  # words from "before" to its verb
_SINCE_REACH = 7  # words from "anchored" to "since"


def is_passive(scene: Scene, trigger: Match) -> bool:
    """Tell whether the trigger's verb is passive: its subject is what was moved."""
    if scene.sentence.tokens[trigger.first].lower.endswith(tuple(scene.pack.words.participles)):
        return False  # "is sending"
    before = [t.lower for t in scene.sentence.tokens[max(0, trigger.first - 3) : trigger.first]]
    if before and before[-1] in scene.pack.words.to:
        return False  # "was preparing to send"
    return any(word in scene.pack.passive_auxiliaries for word in before)


@kept_for_each
def frame_of(scene: Scene, trigger: Match) -> Trigger:
    """Return the trigger's rule; a participle after "are" is a state: "sont déployés" is presence."""
    if trigger.value in UNSAID:
        return UNSAID[trigger.value]
    rule = scene.pack.triggers[trigger.value]
    if rule.frame is Frame.DELIVER and _lends_people(scene, trigger):
        return Trigger(rule.name, ClaimType.MOVEMENT, Frame.SEND)
    if rule.frame is Frame.LEAVE and _leaves_some(scene, trigger):
        return Trigger(rule.name, ClaimType.PRESENCE, Frame.STAY)
    before = [t.lower for t in scene.sentence.tokens[max(0, trigger.first - 3) : trigger.first]]
    if rule.frame is Frame.STAY and _is_to_be_sent(scene, trigger, before):
        return Trigger(rule.name, ClaimType.MOVEMENT, Frame.SEND)
    near = (m for m in scene.group("status_near") if 0 <= trigger.first - m.last <= 1)
    event = any(word in _of_events(scene.pack) for word in before)
    event = event or any(is_announced(scene, trigger, m) for m in near)
    state = _is_state(scene, trigger, before)
    state = state and not any(m.first == trigger.last for m in scene.group("means"))  # "par avion"
    since = scene.pack.dates.vocabulary["relations"]["since"]
    lies = scene.sentence.tokens[trigger.first].lower in scene.pack.words.lying
    behind = scene.sentence.tokens[trigger.last : trigger.last + _SINCE_REACH]
    rests = any(t.lower in since for t in behind)  # "anchored off A since Sunday"
    rests = lies and (rests or _is_aside_of_ship(scene, trigger))
    if rests or (rule.frame is Frame.SEND and state and not event):
        return Trigger(rule.name, ClaimType.PRESENCE, Frame.STAY)
    return rule


def _is_aside_of_ship(scene: Scene, trigger: Match) -> bool:
    """Tell whether commas set a participle off behind a force: "The frigate, docked in A, will sail"."""
    nouns = [m.last for m in scene.group("force") if m.last <= trigger.first]
    if not nouns or scene.marks_between(nouns[-1] - 1, trigger.first) != 1:
        return False  # "The frigate, with 200 sailors aboard, docked in A"
    between = any(nouns[-1] <= m.first < trigger.first for m in scene.group("trigger"))
    return not between and scene.marks_between(trigger.last, len(scene.sentence.tokens) - 1) > 0


def _lends_people(scene: Scene, trigger: Match) -> bool:
    """Tell whether a verb of supply has counted people behind it: "will provide some 170 soldiers"."""
    if scene.sentence.tokens[trigger.last - 1].lower not in scene.pack.words.lending:
        return False
    starts = range(trigger.last, trigger.last + _COUNT_REACH)
    ends = [scene.after_word(n.span) for n in scene.numbers if scene.first_word(n.span) in starts]
    people = (m for m in scene.group("force") if m.value in (PERSONNEL, *FORMATIONS))
    return any(0 <= m.first - end <= 1 for m in people for end in ends)


def _leaves_some(scene: Scene, trigger: Match) -> bool:
    """Tell whether a verb of leaving says who stays where: "left 60 men in Gao", not "left its camp in A"."""
    tokens, words, at = scene.sentence.tokens, scene.pack.words, trigger.last
    if tokens[trigger.first].lower not in words.parting or at >= len(tokens) or is_passive(scene, trigger):
        return False
    first = at + (tokens[at].lower in words.owners)
    ends = {scene.after_word(n.span) for n in scene.numbers if scene.first_word(n.span) == first}
    nouns = [m for m in scene.group("force") if any(0 <= m.first - end <= 1 for end in ends)]
    links = (scene.sentence.starting_at("role", m.last) for m in nouns)
    return any(link is not None and link.value == "location" for link in links)


def _of_events(pack: LanguagePack) -> frozenset[str]:
    """Return the auxiliaries of the passive that tell an event, never a state."""
    return pack.passive_auxiliaries - pack.state_auxiliaries


def _is_state(scene: Scene, trigger: Match, before: Sequence[str]) -> bool:
    """Tell whether a participle is a state: "sont déployés", "soldats déployés", "are deployed with B in A".

    Where an auxiliary may be that of an event as well ("are flown"), only some participles are.
    """
    pack, word = scene.pack, scene.sentence.tokens[trigger.first].lower
    already = len(before) > 1 and before[-1] in pack.words.already
    if already and word in pack.resting and before[-2] not in pack.words.auxiliaries | pack.words.having:
        return True  # "joining 380 already deployed there"
    after = any(word in pack.state_auxiliaries for word in before[-2:])
    if not pack.state_auxiliaries.isdisjoint(pack.passive_auxiliaries):
        return after and word in pack.resting and _says_where(scene, trigger)
    bare = not any(word in pack.words.auxiliaries | pack.words.bare for word in before)
    return word in pack.resting and (bare or (after and not _comes_from(scene, trigger)))


def _says_where(scene: Scene, trigger: Match) -> bool:
    """Tell whether the first way behind a verb says where, not to or from where: "are deployed in A"."""
    ways = (m.value for m in scene.group("role") if m.first >= trigger.last and m.value in _WAYS)
    return next(ways, "") == "location"


def _is_to_be_sent(scene: Scene, trigger: Match, before: Sequence[str]) -> bool:
    """Tell whether who is somewhere is still to come there: "will be deployed in A"."""
    pack, word = scene.pack, scene.sentence.tokens[trigger.first].lower
    to_come = not _of_events(pack).isdisjoint(before[-1:])
    return to_come and word in pack.resting and pack.words.having.isdisjoint(before)  # not "have been"


def _comes_from(scene: Scene, trigger: Match) -> bool:
    """Tell whether a way begins behind a participle: "sont envoyés à Gao depuis Bamako"."""
    starts = {scene.first_word(m.span) for m in scene.mentions}
    froms = (m for m in scene.group("role") if m.value == "origin" and m.first >= trigger.last)
    return any(m.last in starts and not scene.marks_between(trigger.last - 1, m.first) for m in froms)


def is_attribute(scene: Scene, trigger: Match, force: Force, time: TimeExpression | None) -> bool:
    """Tell whether a participle only says which goods are meant: "the shells supplied by Iran are old".

    With a time in its own clause it tells of an event.
    """
    if not 0 <= trigger.first - force.noun.last <= _ATTRIBUTE_REACH or is_passive(scene, trigger):
        return False
    between = scene.sentence.tokens[force.noun.last : trigger.first]
    dated = time and scene.marks_between(trigger.first, scene.first_word(time.span)) == 0
    return not dated and not any(t.lower in scene.pack.words.auxiliaries for t in between)


def is_done_by(scene: Scene, trigger: Match) -> bool:
    """Tell whether who acts follows a verb, perhaps behind a day or place: "joined in A on Friday by B".

    What carries is nobody who acts: "a acheminé lundi par avion vingt tonnes".
    """
    tokens, agents = scene.sentence.tokens, scene.pack.words.agent
    # "relieved by" is one trigger
    near = (trigger.last - 1, trigger.last, after_circumstances(scene, trigger.last))
    ways = {m.first for m in scene.group("means")}
    return any(at < len(tokens) and tokens[at].lower in agents and at not in ways for at in near)


def is_hauled(scene: Scene, trigger: Match) -> bool:
    """Tell whether a verb only says that something was moved, by nobody who gives it: "were unloaded"."""
    words = scene.sentence.tokens[trigger.first : trigger.last]
    hauled = any(t.lower in scene.pack.words.hauled for t in words)
    return hauled and is_passive(scene, trigger) and not is_done_by(scene, trigger)


def after_circumstances(scene: Scene, at: int) -> int:
    """Return the word behind the times and places that stand at a word, or who acts behind them."""
    ends = {scene.first_word(t.span): scene.after_word(t.span) for t in scene.times}
    for mention in scene.mentions:
        name = scene.first_word(mention.span)
        first = with_articles(scene, name)
        # French articles hold the "de" of "au large de"
        role = scene.sentence.ending_at("role", first) or scene.sentence.ending_at("role", name)
        after = scene.after_word(mention.span)
        ends |= dict.fromkeys(range(role.first if role else first, name + 1), after)  # "handed over to A"
    while at in ends and scene.sentence.tokens[at].lower not in scene.pack.words.agent:
        at = ends[at]
    return at


def is_next_leg(scene: Scene, first: int) -> bool:
    """Tell whether a verb at word `first` has no tense of its own behind "before": "avant de gagner A"."""
    near = scene.sentence.tokens[max(0, first - _LEG_REACH) : first]
    return any(t.lower in scene.pack.words.before for t in near)


def is_homeward(scene: Scene, trigger: Match) -> bool:
    """Tell whether a verb leads home, and not to a place told before: "went home", "returned home"."""
    words = scene.sentence.tokens[trigger.first : trigger.last + 1]
    parted = scene.marks_between(trigger.last - 1, trigger.last) > 0
    own = words[: trigger.last - trigger.first] if parted else words
    return any(t.lower in scene.pack.words.homeward for t in own)


def loses(scene: Scene, trigger: Match) -> bool:
    """Tell whether a verb says how many its subject lost there: "entered A, losing nine men".

    "Pulled out of A after losing nine men" tells neither where nor of whom.
    """
    leads = scene.sentence.tokens[max(0, trigger.first - _AFTER_REACH) : trigger.first]
    if any(t.lower in scene.pack.words.after for t in leads):
        return False
    word = scene.sentence.tokens[trigger.first].lower
    active = frame_of(scene, trigger).frame is Frame.FALL and not is_passive(scene, trigger)
    counted = any(scene.first_word(n.span) == trigger.last for n in scene.numbers)
    return active and counted and word not in scene.pack.words.killing
