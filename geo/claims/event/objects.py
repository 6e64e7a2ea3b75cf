"""Whether what moves is the object of a verb, which follows it: "sent 40 men", "captured 102 soldiers"."""

from collections.abc import Sequence

from geo.claims.force.forces import Force
from geo.claims.scene import Scene, with_articles
from geo.claims.side.actors import actor
from geo.claims.units import CARRIERS
from geo.claims.verbs import UNSAID, after_circumstances, frame_of, is_done_by, is_passive
from geo.languages import Frame
from geo.text import Match

_OBJECT_REACH = 5  # words from "captured" to whom, a number first
_GROUP = 3  # words from "is" to its participle
_KEEP_REACH = 2  # words from "had" to "a thousand men"
_OBJECT_FRAMES = (Frame.SEND, Frame.DELIVER)
_GOES_ON_REACH = 4  # words from "and" to the verb behind it: "puis s'est repliée"
_DONE_WORDS = 2  # of a verb in the past before its object: "shot down", "a détruit"


def takes_object(scene: Scene, trigger: Match, frame: Frame, named: Sequence[Force]) -> bool:
    """Tell whether the force that a verb speaks of is its object, and so is looked for behind it."""
    by, passive = is_done_by(scene, trigger), is_passive(scene, trigger)
    gives = frame in _OBJECT_FRAMES and not by and not passive
    return (
        (gives and not _is_set_behind(scene, trigger, named))
        or (frame is Frame.ARRIVE and by and passive)  # "was reinforced by 200 men"
        or (frame is Frame.FALL and _is_taking(scene, trigger, named))
        or (frame_of(scene, trigger).host and not passive)
        or (frame is Frame.ARRIVE and _is_landing(scene, trigger, named))
        or is_following(scene, trigger, named)
        or (frame is Frame.STAY and _is_keeping(scene, trigger, named))
        or (frame is Frame.LEAVE and _is_withdrawing(scene, trigger, named))
    )


def _is_set_behind(scene: Scene, trigger: Match, named: Sequence[Force]) -> bool:
    """Tell whether a participle says more of who stands before it: "30 men sent to A will train recruits"."""
    tokens, at = scene.sentence.tokens, trigger.first
    heads = _heads(scene, trigger, named)
    finite = not tokens[at].lower.endswith(tuple(scene.pack.words.promised))  # "le bataillon envoie à A 30"
    if finite and not scene.pack.words.past and not scene.marks_between(at - 1, at):
        return False  # only in English may "sent" be either
    days = {scene.first_word(t.span): scene.after_word(t.span) for t in scene.times}
    behind = days.get(trigger.last, trigger.last)
    link = scene.sentence.starting_at("role", behind) or scene.sentence.ending_at("role", trigger.last)
    goes = link is not None and link.last < len(tokens) and tokens[link.last].capital
    return bool(heads) and goes and not _has_object_behind(scene, trigger, named)


def _heads(scene: Scene, verb: Match, named: Sequence[Force]) -> list[Force]:
    """Return the forces right before a verb, be it behind their nation: "30 soldats français envoyés"."""
    nation = scene.sentence.ending_at("demonym", verb.first)
    return [f for f in named if f.noun.last in (verb.first, nation.first if nation else verb.first)]


def _has_object_behind(scene: Scene, trigger: Match, named: Sequence[Force]) -> bool:
    """Tell whether so many stand behind the place of a verb: "put ashore at Derna the two hospitals"."""
    at = after_circumstances(scene, trigger.last)
    counted = [n for n in scene.numbers if with_articles(scene, scene.first_word(n.span)) == at]
    ends = [scene.after_word(n.span) for n in counted if not any(t.span.touches(n.span) for t in scene.times)]
    near = any(0 <= f.noun.first - end <= _KEEP_REACH for end in ends for f in named)
    return near and not scene.marks_between(trigger.last - 1, at)


def has_no_object(scene: Scene, trigger: Match, named: Sequence[Force]) -> bool:
    """Tell whether a verb of sending is said of its subject: "a battery, stationed at A, had moved to B"."""
    last = max(trigger.first, trigger.last - 1)
    links = scene.group("role")
    goes = any(m.first in (last, trigger.last) for m in links)
    return goes and not any(f.noun.first >= trigger.last for f in named)


def _is_taking(scene: Scene, trigger: Match, named: Sequence[Force]) -> bool:
    """Tell whether a verb of loss has an object: "captured 102 soldiers", not "killed by soldiers"."""
    if is_passive(scene, trigger) or scene.pack.triggers[trigger.value].nominal:
        return False
    counted = {scene.first_word(n.span) for n in scene.numbers}
    at = after_circumstances(scene, trigger.last)  # "nahmen bei Goma zwölf Soldaten gefangen"
    led = at < len(scene.sentence.tokens) and scene.sentence.tokens[at].lower in scene.pack.words.to
    at += led and at + 1 in counted  # "mataron a tres soldados"
    near = [f for f in named if at <= f.noun.first <= at + _OBJECT_REACH]
    if scene.marks_between(at - 1, at):
        return False  # "two men killed, five wounded"
    if any(f.again and f.noun.first <= at + 1 for f in near):
        return True  # "lost several of them"
    return at in counted and any(not f.again or f.noun.first == at for f in near)


def has_victim(scene: Scene, trigger: Match) -> bool:
    """Tell whether a verb of killing has an object, and so is no loss of its subject: "shot down a jet"."""
    tokens, at = scene.sentence.tokens, trigger.last
    killing = tokens[trigger.first].lower in scene.pack.words.killing and not is_passive(scene, trigger)
    if not killing or at >= len(tokens) or scene.marks_between(at - 1, at):
        return False
    dated = any(scene.first_word(t.span) in (at, at + 1) for t in scene.times)
    if dated or any(scene.after_word(n.span) == trigger.first for n in scene.numbers):
        return False  # "soldiers killed the day before", "cinq blessés français"
    counted = any(scene.first_word(n.span) == at for n in scene.numbers)
    named = any(m.first == at for m in scene.group("demonym"))
    noun = tokens[at].lower in scene.pack.articles and scene.sentence.starting_at("role", at) is None
    return counted or named or noun


def _is_landing(scene: Scene, trigger: Match, named: Sequence[Force]) -> bool:
    """Tell whether a verb of coming has an object: "landed 1,200 tonnes of flour", "redeployed 40 men"."""
    counted = {scene.first_word(n.span) for n in scene.numbers}
    last = next(
        (scene.after_word(t.span) for t in scene.times if scene.first_word(t.span) == trigger.last), 0
    )
    last = max(last, trigger.last)  # "a débarqué dans la journée 25 tonnes d'eau"
    shifts = scene.sentence.tokens[trigger.first].lower in scene.pack.words.shifting
    behind = [f for f in named if 0 <= f.noun.first - last <= _OBJECT_REACH and (f.goods or shifts)]
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
    tokens, still = scene.sentence.tokens, scene.pack.words.still
    before = tokens[max(0, trigger.first - _GROUP) : trigger.first]
    hangs = tokens[trigger.first].lower.endswith(tuple(scene.pack.words.participles))
    if hangs and any(t.lower in scene.pack.passive_auxiliaries for t in before):
        return False  # "is still guarding a tanker"
    counted = {scene.first_word(n.span) for n in scene.numbers}
    last = after_circumstances(scene, trigger.last)  # "bildet in Bayern 70 ukrainische Soldaten aus"
    leads = scene.sentence.starting_at("role", last) is not None
    if last + 1 in counted and last not in counted and not leads:
        last += tokens[last].lower in still  # "maintient toujours 500 hommes"
    kept = [f for f in named if 0 < f.noun.first - last <= _OBJECT_REACH and not f.again]
    kept = [f for f in kept if not scene.marks_between(trigger.last - 1, f.noun.first)]
    watches = any(f.unit in CARRIERS for f in _heads(scene, trigger, named))
    if watches and kept and kept[0].unit in CARRIERS:
        return False  # "2 frégates escortent 5 cargos"
    had = tokens[trigger.first].lower in scene.pack.words.having
    first = trigger.first + 1 if had else last  # "the regiment had more than a thousand men in A"
    beside = counted.intersection(range(first, last + (_KEEP_REACH if had else 1)))
    return bool(kept and beside) and not is_passive(scene, trigger)


def _is_withdrawing(scene: Scene, trigger: Match, named: Sequence[Force]) -> bool:
    """Tell whether a verb of leaving has an object: "The army withdrew its 60 men", not "left 60 in A"."""
    tokens, at = scene.sentence.tokens, trigger.last
    stays = scene.pack.words.remaining | scene.pack.words.boarding
    if is_passive(scene, trigger) or tokens[trigger.first].lower in stays:
        return False
    at = next((scene.after_word(t.span) for t in scene.times if scene.first_word(t.span) == at), at)
    counts = {scene.after_word(n.span) for n in scene.numbers if scene.first_word(n.span) == at} | {at}
    own = (f for f in named if not f.again or f.noun.first in counts)  # "pulls out 90 of them", "40 in May"
    kept = [f for f in own if 0 <= f.noun.first - at <= _OBJECT_REACH]
    if not kept or scene.marks_between(at - 1, kept[0].noun.first):
        return False
    counted = any(scene.first_word(n.span) in (at - 1, at, at + 1) for n in scene.numbers)  # "pulled 200"
    owned = tokens[at].lower in scene.pack.words.owners
    # "evacuated" leads to a place as well
    links = [m for m in scene.group("role") if m.span != trigger.span]
    led = any(trigger.first < m.last and m.first < kept[0].noun.first for m in links)
    return (counted or owned) and not led


def is_object_of_other(scene: Scene, trigger: Match, force: Force, named: Sequence[Force]) -> bool:
    """Tell whether something is done to a force by who then goes on: "sank two boats and sailed to A"."""
    tokens, words, last = scene.sentence.tokens, scene.pack.words, force.noun.last
    near = range(max(last, trigger.first - _GOES_ON_REACH), trigger.first)
    joins = [n for n in near if tokens[n].lower in words.joiners | words.before]
    goes_on = bool(joins) and not scene.marks_between(joins[-1], trigger.first)
    goes_on = goes_on and words.relative.isdisjoint(t.lower for t in tokens[last : trigger.first])
    goes_on = goes_on and trigger.value not in UNSAID
    if force.again or not goes_on or any(last <= f.noun.first < trigger.first for f in named):
        return False
    at = with_articles(scene, scene.first_word(actor(scene, force).span))
    counted = (scene.first_word(n.span) for n in scene.numbers if scene.after_word(n.span) == at)
    at = with_articles(scene, next(counted, at))
    verb = at - _DONE_WORDS
    before = (f.noun for f in named if f.noun.last <= verb + 1)  # not "Eighty-eight interned soldiers"
    before = (noun for noun in before if all(n.span != noun.span for n in scene.numbers))
    acts = any(not scene.strong_marks_between(noun.first, at) for noun in before)
    return acts and _is_done(scene, verb)


def _is_done(scene: Scene, first: int) -> bool:
    """Tell whether two words are, or end with, a verb in the past, and not one of saying: "a détruit"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    two = [t.lower for t in tokens[max(0, first) : first + _DONE_WORDS]]
    said = any(first <= m.first < first + _DONE_WORDS for m in scene.group("say"))
    passive = not scene.pack.passive_auxiliaries.isdisjoint(two) and words.having.isdisjoint(two)
    if said or passive or len(two) < _DONE_WORDS or scene.marks_between(first, first + _DONE_WORDS):
        return False
    done = bool(words.past) and two[-1].endswith(tuple(words.past))
    done = done or (two[0] in words.having and two[-1].endswith(tuple(words.promised)))
    return done or not words.killing.isdisjoint(two)
