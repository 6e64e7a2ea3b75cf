"""Which of the forces that a sentence names does what a trigger tells."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from geo.claims.event.asides import is_of_when, is_set_off, words_aside
from geo.claims.event.objects import has_no_object, has_victim, is_object_of_other, takes_object
from geo.claims.event.unsaid import is_had
from geo.claims.force.forces import Force
from geo.claims.force.relatives import (
    followed,
    hangs_on_civilians,
    is_antecedent,
    is_in_relative,
    opened,
    ranked,
    related,
)
from geo.claims.number.aboard import brought_at, brought_from
from geo.claims.place.roles import is_right_before, meant_for
from geo.claims.scene import Scene, aside_before, coordinate, is_of_other_clause, with_articles
from geo.claims.side.actors import actor, is_named
from geo.claims.units import CARRIERS, MATERIEL, MISSILES, SYSTEMS, VESSELS
from geo.claims.verbs import UNSAID, after_circumstances, frame_of, is_done_by, is_passive, loses
from geo.languages import Frame
from geo.text import Match

_FARTHEST = 20  # words, marks counted, from which on a force is another event's
_WRONG_SIDE = 8  # words that a force on the other side of the verb counts as farther
_AGAIN_BEHIND = 8  # words that a pronoun behind the verb counts as farther
_GOVERNED = 8  # words that a force behind "from" counts as farther
_RECEIVED_REACH = 4  # words from "received" to the force, a number first
_WITH_REACH = 4  # words from "with" to the goods
_LADEN_REACH = 3  # words from "loaded" to the number of what it is loaded with
_BORNE_REACH = 6  # words from "carrying" to what is carried
_COUNTED = ("force", "goods", "demonym", "rank", "again", "share", "collective", "hedge")
_OF_REACH = 3  # words from "the departure of" to who leaves


@dataclass(frozen=True, slots=True)
class _Search:
    """A trigger whose force is looked for among those named, and on which side of it that stands.

    `by` is True where who acts follows the verb.
    """

    scene: Scene
    trigger: Match
    frame: Frame
    named: Sequence[Force]
    object_first: bool
    by: bool


def choose(scene: Scene, trigger: Match, frame: Frame, named: Sequence[Force]) -> Force | None:
    """Return the force that the trigger speaks of, or None.

    The object of sending and delivering follows the verb, or precedes a passive one and a participle;
    the subject of going, staying and falling precedes it, or follows "the arrival of".
    """
    if hangs_on_civilians(scene, trigger):
        return None
    object_first = takes_object(scene, trigger, frame, named)
    if frame is Frame.FALL:
        named = _may_fall(scene, trigger, named)
    shifts = scene.sentence.tokens[trigger.first].lower in scene.pack.words.shifting
    hung = related(scene, trigger, named) if object_first or shifts else None  # "that the army moved to A"
    goes = any(m.first in (trigger.last - 1, trigger.last) for m in scene.group("role"))  # "moved into A"
    hung = hung or (followed(scene, trigger, named) if goes or not object_first else None)
    hung = hung or _hurt_too(scene, trigger, frame, named)
    hung = hung or _of_noun(scene, trigger, named) or ranked(scene, trigger, named)
    if hung:
        return hung
    search = _Search(scene, trigger, frame, named, object_first, is_done_by(scene, trigger))
    within = [force for force in named if _is_near(search, force) and _can_do(search, force)]
    if not within and not object_first:
        behind = opened(scene, trigger, named)
        if behind:
            return behind
    within = within or _far_before(search)
    chosen = min(within, key=partial(_cost, search), default=None)
    return (_borne(search, chosen) if _bears(search, chosen) else None) or chosen


def _may_fall(scene: Scene, loss: Match, named: Sequence[Force]) -> Sequence[Force]:
    """Return the forces that may be lost: neither who kills nor who loses tanks or tells of others' dead."""
    behind = [force for force in named if force.noun.first >= loss.last]
    machines = loses(scene, loss) and bool(behind) and behind[0].unit in CARRIERS
    if machines or has_victim(scene, loss) or _is_of_counted(scene, loss):
        return behind
    return named


def _is_of_counted(scene: Scene, loss: Match) -> bool:
    """Tell whether others than a force are counted before a loss: "the army reported four rioters killed"."""
    at = loss.first - 1
    counted = any(scene.after_word(n.span) == at and n.high != 1 for n in scene.numbers)
    token = scene.sentence.tokens[at].lower
    small = scene.pack.auxiliaries | scene.pack.state_auxiliaries | scene.pack.passive_auxiliaries
    if not counted or token in small or not token.endswith(tuple(scene.pack.words.people_of)):
        return False
    known = (m for m in scene.group(*_COUNTED) if m.first <= at < m.last)
    return not (any(known) or scene.marks_between(at - 1, loss.first))


def _bears(search: _Search, carrier: Force | None) -> bool:
    """Tell whether what goes is a carrier; a ship with a name goes for itself: "HMS Kent, carrying food"."""
    if search.frame not in (Frame.ARRIVE, Frame.LEAVE):
        return False
    if carrier is None:
        return True  # "A flight touched down in A, bringing 43 soldiers"
    if carrier.unit == VESSELS and is_named(search.scene, carrier):
        return False
    goes = carrier.noun.last <= search.trigger.first and not (carrier.goods or carrier.again)
    return goes and (carrier.unit in CARRIERS or _flies(search, carrier))


def _flies(search: _Search, body: Force) -> bool:
    """Tell whether an army only says whose a flight is: "An Air Force flight landed, bringing 43 men"."""
    offices = [m for m in search.scene.group("official") if m.span.covers(body.noun.span)]
    return bool(offices) and _bringing(search.scene, search.trigger.last) is not None


def _borne(search: _Search, carrier: Force | None) -> Force | None:
    """Return whom or what a carrier brings: "A plane landed in A on Monday, carrying 60 policemen"."""
    scene, trigger, named = search.scene, search.trigger, search.named
    at = _bringing(scene, trigger.last)
    if at is None:
        return _loaded_with(search, carrier)
    if scene.marks_between(trigger.last, at) > 1:
        return None
    if any(trigger.last <= f.noun.first < at for f in named):
        return None
    borne = (f for f in named if 0 < f.noun.first - at <= _BORNE_REACH and not f.again)
    return next((f for f in borne if not scene.marks_between(at, f.noun.first)), None)


def _loaded_with(search: _Search, carrier: Force | None) -> Force | None:
    """Return the counted goods with which a carrier comes: "landed in A with 14 tonnes of medicines".

    So are those it is loaded with before its verb: "A ship, laden with 900 tonnes of food, is due in A".
    """
    scene, trigger = search.scene, search.trigger
    for goods in (f for f in search.named if f.goods and f.unit != MISSILES):  # not a frigate's own
        counts = [n for n in scene.numbers if 0 <= goods.noun.first - scene.after_word(n.span) <= 1]
        starts = [scene.first_word(n.span) for n in counts if n.high != 1]
        begun = (brought_from(scene, first) for first in starts)
        comes = any(at >= trigger.last and not scene.marks_between(trigger.last, at) for at in begun)
        if comes or (carrier and goods.noun.first < trigger.first and _is_laden(scene, carrier, starts)):
            return goods
    return None


def _is_laden(scene: Scene, carrier: Force, starts: Sequence[int]) -> bool:
    """Tell whether a word like "loaded" stands between a carrier and one of the numbers behind it."""
    for first in starts:
        near = scene.sentence.tokens[max(carrier.noun.last, first - _LADEN_REACH) : first]
        if any(t.lower in scene.pack.words.laden for t in near):
            return True
    return False


def _bringing(scene: Scene, first: int) -> int | None:
    """Return where a participle of bringing stands behind a word: "carrying", "amenant"."""
    tokens, ends = scene.sentence.tokens, tuple(scene.pack.words.participles)
    frames = (Frame.SEND, Frame.DELIVER)
    verbs = {m.first for m in scene.group("trigger") if frame_of(scene, m).frame in frames}
    told = (n for n in range(first, len(tokens)) if n in verbs or tokens[n].lower in scene.pack.words.laden)
    return next((n for n in told if tokens[n].lower.endswith(ends)), None)


def _hurt_too(scene: Scene, trigger: Match, frame: Frame, named: Sequence[Force]) -> Force | None:
    """Return the number right behind a loss: "killed three soldiers and wounded five others"."""
    if frame is not Frame.FALL or scene.marks_between(trigger.last - 1, trigger.last):
        return None
    counted = (scene.after_word(n.span) for n in scene.numbers if scene.first_word(n.span) == trigger.last)
    begins = {trigger.last, *counted}
    return next((f for f in named if f.again and f.noun.first in begins), None)


def _cost(search: _Search, force: Force) -> tuple[int, int]:
    """Return how far a force is from the trigger, in words that count more on the wrong side, and where."""
    scene, trigger = search.scene, search.trigger
    if trigger.first < force.noun.first < trigger.last:
        return 0, force.noun.first  # "pulled its men out", "dropped food"
    behind = force.noun.first >= trigger.last
    apart = scene.distance(force.noun.first, trigger.first)
    at = trigger.first
    at -= at > 0 and scene.sentence.tokens[at - 1].lower in scene.pack.words.already
    nation = scene.sentence.ending_at("demonym", at)
    beside = force.noun.last in (trigger.first, nation.first if nation else at)
    beside = beside and frame_of(scene, trigger).frame is Frame.STAY  # "the men based at"
    governed = _is_governed(scene, force) and not beside and not is_antecedent(scene, trigger, force)
    apart += _GOVERNED if not behind and governed else 0
    apart += _GOVERNED if not behind and is_in_relative(scene, force, search.named) else 0
    apart -= words_aside(scene, trigger, force)
    wrong = behind is not search.object_first
    apart += _WRONG_SIDE * (1 + (search.by and not behind)) if wrong else 0  # "was joined in A by a second"
    apart += _AGAIN_BEHIND if force.again and behind else 0
    return apart, force.noun.first


def _is_near(search: _Search, force: Force) -> bool:
    """Tell whether a force stands in reach of the trigger, and is no part of its words."""
    scene, trigger = search.scene, search.trigger
    apart = scene.distance(force.noun.first, trigger.first) - words_aside(scene, trigger, force)
    parted = apart > _FARTHEST or scene.strong_marks_between(force.noun.first, trigger.first)
    parted = parted or is_of_other_clause(scene, force.noun.first, trigger.first)
    # "Men of A Company fly to B, and the frigate leaves C": who is named behind "and" does not fly
    parted = parted or any(trigger.last <= at < force.noun.first for at in coordinate(scene))
    parted = parted or is_of_when(scene, trigger, force)
    return not parted and not _is_part_of(scene, force, trigger)


def _can_do(search: _Search, force: Force) -> bool:
    """Tell whether a force is of a kind that does what the trigger tells, and does nothing else there."""
    scene, trigger, frame, named = search.scene, search.trigger, search.frame, search.named
    if force.goods and frame in (Frame.STAY, Frame.FALL) and not _stands(search, force):
        return False
    if frame is Frame.FALL and force.unit in CARRIERS:
        return False  # who is lost are people
    people = not (force.goods or force.unit in MATERIEL)
    if frame is Frame.DELIVER and people and not _is_received(scene, trigger, force):
        return False  # people receive, and are not supplied
    if frame is Frame.SEND and (
        _is_behind_and(scene, trigger, force, named) or _sends_other(scene, trigger, force)
    ):
        return False
    acted_on = trigger.value in UNSAID and _is_acted_on(scene, force, named)
    if acted_on or _is_past_aside(scene, trigger, force) or _is_aim(scene, trigger, force, named):
        return False
    return search.object_first or not _does_otherwise(search, force)


def _is_past_aside(scene: Scene, trigger: Match, force: Force) -> bool:
    """Tell whether a force stands behind what is said of a state: "A, which left B, has 300 men in C"."""
    if force.noun.first < trigger.last or not scene.marks_between(trigger.last - 1, force.noun.first):
        return False
    at = aside_before(scene, trigger)
    return at is not None and any(scene.after_word(m.span) == at for m in scene.mentions)


def _is_acted_on(scene: Scene, force: Force, named: Sequence[Force]) -> bool:
    """Tell whether a force is whom another does something to: "British soldiers are helping the police"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    before = [f for f in named if f.noun.last < force.noun.first]
    first = before[-1].noun.last if before else force.noun.first
    doing = (at for at in range(first, force.noun.first - 1) if _is_doing(scene, at))
    at = next(doing, None)
    if at is None or scene.marks_between(first - 1, force.noun.first):
        return False
    opens = (words.clause | words.relative) - words.joiners
    return not any(t.lower in opens for t in tokens[first : force.noun.first])


def _is_doing(scene: Scene, at: int) -> bool:
    """Tell whether a participle stands behind "are" or one word on: "are helping", "are now helping"."""
    tokens = scene.sentence.tokens
    ends = tuple(scene.pack.words.participles)
    being = tokens[at].lower in scene.pack.state_auxiliaries | scene.pack.passive_auxiliaries
    return being and any(t.lower.endswith(ends) for t in tokens[at + 1 : at + 3])


def _is_aim(scene: Scene, trigger: Match, force: Force, named: Sequence[Force]) -> bool:
    """Tell whether a force is whom another goes for: "The regiment will deploy to A to train recruits"."""
    return _is_gone_for(scene, trigger, force) and any(
        not (other.again or _is_gone_for(scene, trigger, other)) for other in named
    )


def _is_gone_for(scene: Scene, trigger: Match, force: Force) -> bool:
    """Tell whether "to" and its verb lead to a force behind the place of a verb."""
    tokens, pack = scene.sentence.tokens, scene.pack
    goals = (scene.after_word(m.span) for m in scene.mentions if scene.first_word(m.span) >= trigger.last)
    goal = next(goals, len(tokens))
    small = pack.articles | pack.determiners | pack.words.owners
    for at in range(goal, force.noun.first - 1):
        verb = tokens[at + 1]
        if tokens[at].lower in pack.words.purpose and not (verb.capital or verb.lower in small):
            return not scene.marks_between(at, force.noun.first)
    return False


def _is_received(scene: Scene, trigger: Match, force: Force) -> bool:
    """Tell whether a place is sent a number of people: "Mozambique received 300 soldiers from Rwanda"."""
    first = after_circumstances(scene, trigger.last)  # "a reçu mardi 300 soldats"
    counted = any(scene.first_word(n.span) == first for n in scene.numbers)
    near = 0 < force.noun.first - first <= _RECEIVED_REACH and not force.again
    received = frame_of(scene, trigger).received and not is_passive(scene, trigger)
    awaited = frame_of(scene, trigger).promised  # "expects 300 men in Abyei" has its place behind
    hosted = awaited or any(is_right_before(scene, m, trigger) for m in scene.mentions)
    return received and counted and near and hosted


def _does_otherwise(search: _Search, force: Force) -> bool:
    """Tell whether a force has another part in the sentence than that of a subject."""
    scene, trigger, named = search.scene, search.trigger, search.named
    return (
        _is_reached(scene, trigger, force)
        or _is_cited(scene, trigger, force)
        or (not search.by and _is_agent(scene, trigger, force))
        or _is_of_next(scene, trigger, force)
        or _is_joined(scene, trigger, force)
        or _is_brought(scene, trigger, force, named)
        or _is_had(scene, force, named)
        or _is_aboard(scene, force, named)
        or _is_recipient(scene, force)
        or _is_met(scene, trigger, force, named)
        or is_set_off(scene, trigger, force, named)
        or is_object_of_other(scene, trigger, force, named)
    )


def _of_noun(scene: Scene, trigger: Match, named: Sequence[Force]) -> Force | None:
    """Return whose a noun for an event is: "Three officers announced the departure of 300 soldiers".

    Behind an article a word is a noun, which may be a verb elsewhere: "nie la présence de troupes".
    """
    rule = scene.pack.triggers.get(trigger.value)
    link = scene.sentence.starting_at("role", trigger.last)
    link = link or scene.sentence.ending_at("role", trigger.last)  # of the trigger's own words: "départ de"
    before = scene.sentence.tokens[trigger.first - 1].lower if trigger.first else ""
    if rule is None or not (rule.nominal or before in scene.pack.articles):
        return None
    if link is None or link.value != "genitive":
        return None
    nouns = [f for f in named if rule.nominal or not f.goods]  # not "la circulation des armes"
    force = next((f for f in nouns if 0 <= f.noun.first - link.last <= _OF_REACH), None)
    parted = force is not None and scene.marks_between(trigger.last, force.noun.first) > 0
    return None if parted else force


def _far_before(search: _Search) -> list[Force]:
    """Return the last force before the trigger, however far, where the verb has none that is its object."""
    scene, trigger, frame, named = search.scene, search.trigger, search.frame, search.named
    them = any(m.first == trigger.last and m.value == "object" for m in scene.group("again"))
    free = frame is Frame.SEND and (them or has_no_object(scene, trigger, named))
    if search.object_first and not free:
        return []
    goes = frame in (Frame.ARRIVE, Frame.LEAVE)
    before = [f for f in named if f.noun.last <= trigger.first and not f.again]
    before = [f for f in before if not is_of_other_clause(scene, f.noun.first, trigger.first)]
    given = frame is Frame.DELIVER and is_passive(scene, trigger)  # "tents are to be delivered"
    before = [f for f in before if not f.goods] or (before if goes or given else [])
    before = before if frame is not Frame.DELIVER or given else []  # "The Spaniards handed over A"
    before = [f for f in before if frame is not Frame.FALL or f.unit not in CARRIERS]
    before = [f for f in before if search.by or not _is_agent(scene, trigger, f)] or before
    before = [f for f in before if not (_is_cited(scene, trigger, f) or is_of_when(scene, trigger, f))]
    before = [f for f in before if not is_object_of_other(scene, trigger, f, named)]
    return [f for f in before if not scene.strong_marks_between(f.noun.first, trigger.first)][-1:]


def _stands(search: _Search, arms: Force) -> bool:
    """Tell whether arms are somewhere by themselves: "launchers are hidden at A", "pictures show guns".

    So are those that somebody has there: "keeps a hundred guns in A", "où stationnent cent obusiers".
    """
    trigger = search.trigger
    if trigger.value in UNSAID:
        return True
    verb = search.frame is Frame.STAY and (arms.noun.last <= trigger.first or search.object_first)
    others = any(not (f.goods or f.again) for f in search.named)
    return verb and arms.unit in (SYSTEMS, MISSILES) and not others


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
    before = scene.sentence.tokens[max(0, goods.noun.first - 1) : goods.noun.first]
    people = people or any(t.lower in scene.pack.words.owners for t in before)  # "arrive with their weapons"
    return link is not None and link.value == "with" and link.last - link.first == 1 and people


def _is_joined(scene: Scene, trigger: Match, force: Force) -> bool:
    """Tell whether a force is whom another joins: "landed at A, joining 500 soldiers already there"."""
    joins = scene.sentence.tokens[trigger.last - 1].lower in scene.pack.words.joining
    behind = force.noun.first >= trigger.last and not scene.marks_between(trigger.last, force.noun.first)
    return joins and behind and not is_passive(scene, trigger) and not is_done_by(scene, trigger)


def _is_cited(scene: Scene, trigger: Match, force: Force) -> bool:
    """Tell whether somebody only says so: "They left, according to an officer, after reaching A"."""
    first = with_articles(scene, scene.first_word(actor(scene, force).span))
    says = scene.sentence.starting_at("say", force.noun.last) if force.again else None  # ", they say, "
    cited = scene.sentence.ending_at("source_before", first) is not None or says is not None
    return cited and scene.marks_between(force.noun.first, trigger.first) > 0


def _is_agent(scene: Scene, trigger: Match, force: Force) -> bool:
    """Tell whether a force only does what was said before: "The company, relieved by Kenyans, went home"."""
    first = with_articles(scene, scene.first_word(actor(scene, force).span))
    acted = first > 0 and scene.sentence.tokens[first - 1].lower in scene.pack.words.agent
    return acted and not is_antecedent(scene, trigger, force)


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


def _is_aboard(scene: Scene, force: Force, named: Sequence[Force]) -> bool:
    """Tell whether a ship with a name brings a force: "The Zeran left A with 52 lorries and reached B"."""
    begun = brought_at(scene, force)
    return any(f.unit == VESSELS and f.noun.last <= begun and is_named(scene, f) for f in named)


def _is_recipient(scene: Scene, force: Force) -> bool:
    """Tell whether a force only gets the goods named before it: "planes with arms for the Libyan army"."""
    tokens, first = scene.sentence.tokens, scene.first_word(actor(scene, force).span)
    while first > 0 and tokens[first].capital and tokens[first - 1].capital:
        first -= 1  # "for the Rapid Support Forces"
    opens = None if force.goods else meant_for(scene, first)
    return opens is not None and any(m.last == opens for m in scene.group("goods"))


def _is_met(scene: Scene, trigger: Match, force: Force, named: Sequence[Force]) -> bool:
    """Tell whether a force is only whom another deals with: "gave its base to the army and left Gao".

    So is who trains with it: "A platoon is training with the Kenyan army in Nyeri".
    """
    link = _link_before(scene, force)
    if link is None or force.noun.last > trigger.first or link.first == 0:
        return False
    subjects = [f for f in named if f.noun.last <= link.first and not (f.again or f.goods)]
    if not any(_link_before(scene, f) is None for f in subjects):
        return False
    tokens, joiners = scene.sentence.tokens, scene.pack.words.joiners
    if link.value in ("with", "origin"):  # "took over from the Spaniards in Riga"
        return trigger.value in UNSAID and tokens[link.first].lower not in joiners
    goes_on = any(t.lower in joiners for t in tokens[force.noun.last : trigger.first])
    return link.value in ("location", "destination") and goes_on


def _sends_other(scene: Scene, trigger: Match, pronoun: Force) -> bool:
    """Tell whether they who were told of before give somebody what is no force: "They sent us a letter"."""
    if not pronoun.again or pronoun.noun.last > trigger.first or is_passive(scene, trigger):
        return False
    group = scene.sentence.tokens[pronoun.noun.last : trigger.last + 1]
    return any(t.lower in scene.pack.words.receivers for t in group)


def _is_part_of(scene: Scene, force: Force, trigger: Match) -> bool:
    """Tell whether a noun is part of the words for an event, not its object: "in a convoy to"."""
    noun, verb = force.noun, scene.pack.triggers.get(trigger.value)
    within = trigger.first < noun.first and noun.last <= trigger.last
    # "took a battalion", "pulls troops"
    taken = verb is not None and verb.frame in (Frame.SEND, Frame.LEAVE) and not verb.nominal
    between = within and (force.goods or taken or noun.last < trigger.last)  # "pulled its men out"
    had = force.again and trigger.first < noun.first and is_had(scene, force)  # "will have 300 there"
    return noun.first < trigger.last and noun.last > trigger.first and not (between or had)


def _is_governed(scene: Scene, force: Force) -> bool:
    """Tell whether a preposition stands before a force, which so does nothing: "the run from the rebels".

    Nor does whom others are with: "two soldiers serving with the mission were wounded".
    """
    link = _link_before(scene, force)
    if link is None or link.first == 0:
        return False
    tokens, words = scene.sentence.tokens, scene.pack.words
    serving = tokens[link.first - 1].lower.endswith((*words.participles, *words.past))
    along = serving or (force.again and link.last == force.noun.first)
    along = along and link.value == "with" and tokens[link.first].lower not in words.joiners  # "and a third"
    return along or link.value in ("origin", "location", "destination")


def _link_before(scene: Scene, force: Force) -> Match | None:
    """Return the preposition before a force and the words of its name: "from the carrier USS Nimitz"."""
    first = scene.first_word(actor(scene, force).span)
    if first > 0 and scene.sentence.tokens[first - 1].lower in scene.pack.words.possessive:
        owners = (m for m in scene.mentions if scene.after_word(m.span) == first - 1)
        first = next((scene.first_word(m.span) for m in owners), first)  # "from Chad's garrison"
    kind = scene.sentence.ending_at("force", first)
    first = with_articles(scene, kind.first if kind else first)  # "from the carrier USS Nimitz"
    link = scene.sentence.ending_at("role", first)
    whose = first > 0 and scene.sentence.tokens[first - 1].lower in scene.pack.determiners
    owned = scene.sentence.ending_at("role", first - 1) if whose else None  # "embedded with our men"
    return link or (owned if owned and owned.value == "with" else None)
