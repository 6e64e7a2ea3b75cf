"""Why a word for an event tells none: look-alikes, calls, conditions, and events of no force."""

from itertools import islice

from geo.claims.event.unreal import asks, is_asked, is_called_for, is_condition
from geo.claims.force.forces import forces_of
from geo.claims.force.idioms import is_force
from geo.claims.place.roles import Role, is_host, is_state, place_behind, role_of
from geo.claims.scene import Scene, is_reduced, is_tied, kept_for_each, with_articles
from geo.claims.units import CARRIERS
from geo.claims.verbs import after_circumstances, is_done_by, is_passive
from geo.languages import Frame
from geo.records import Status, Usage
from geo.text import Match

_WHOM_REACH = 2  # words from "whom" to the verb
_PROMISE_REACH = 4  # words from a number to its noun, at most
_JOINER_REACH = 2  # words between two verbs that "and" joins: itself and one more
_WAITING_REACH = 2  # words from a place to "awaits"
_ANTECEDENT = 8  # words from a force to "who"
_PREDICATE = 2  # words from "are" to "operating out of"
_SPEAKER_REACH = 5  # words from a source to where it is: "a senior European diplomat"


@kept_for_each
def why_no_event(scene: Scene, trigger: Match) -> str | None:
    """Return why a word that could name an event names none here, or None where it does."""
    return next((reason for reason, holds in _REASONS if holds(scene, trigger)), None)


def is_look_alike(scene: Scene, trigger: Match) -> bool:
    """Tell whether a word that could name an event is part of other words: "à partir de mars"."""
    near = (m for m in scene.group("not_trigger") if m.span.touches(trigger.span))
    verbs = {m.first: m.last for m in scene.group("trigger")}
    # "is going to send": what is no going is one more word before another verb
    alike = (m.span for m in near if m.last - 1 != trigger.first or verbs.get(m.first) != trigger.first)
    inner = (trigger.span.covers(span) and trigger.span != span for span in alike)
    return not all(inner)  # "opèrent à partir de A" leaves nothing


def _only_says(scene: Scene, trigger: Match) -> bool:
    """Tell whether a verb behind a comma only says who says so: ", maintains Nairobi"."""
    if not any(m.span.touches(trigger.span) for m in scene.group("say")):
        return False
    inverted = trigger.first > 0 and scene.marks_between(trigger.first - 1, trigger.first) > 0
    speaker = any(
        scene.first_word(m.span) == trigger.last and m.usage is Usage.METONYMIC for m in scene.mentions
    ) or any(m.first - trigger.last in (0, 1) for m in scene.group("official"))
    return inverted and speaker


def _only_sees(scene: Scene, trigger: Match) -> bool:
    """Tell whether a verb only says who saw another event: "Gao saw 300 soldiers arrive"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    if tokens[trigger.first].lower not in words.witnessing:
        return False
    verbs = (m for m in scene.group("trigger") if m.first > trigger.last)
    verb = next((m for m in verbs if scene.sentence.ending_at("force", m.first)), None)
    if verb is None or scene.marks_between(trigger.first, verb.first):
        return False
    seen = tokens[verb.first].lower
    return seen in words.scheduled or seen.endswith(tuple(words.participles))


def _is_in_place(scene: Scene, trigger: Match) -> bool:
    touched = [m.span for m in scene.mentions if m.span.touches(trigger.span)]
    around = (trigger.span.start < s.start and s.end < trigger.span.end for s in touched)
    return bool(touched) and not all(around)  # "cost Niger nine soldiers"


def _is_in_time(scene: Scene, trigger: Match) -> bool:
    """Tell whether a verb is the name of a month: "on 14 March from Juba"."""
    return any(t.span.start < trigger.span.start < t.span.end for t in scene.times)


def _is_in_preposition(scene: Scene, trigger: Match) -> bool:
    roles = (m for m in scene.group("role") if m.value == "location" and m.last - m.first > 1)
    if not any(m.span.touches(trigger.span) for m in roles):
        return False
    before = scene.sentence.tokens[max(0, trigger.first - _PREDICATE) : trigger.first]
    auxiliaries = scene.pack.auxiliaries
    begins = scene.sentence.tokens[trigger.first].lower in scene.pack.passive_auxiliaries
    return not (begins or any(t.lower in auxiliaries for t in before))  # "are now operating out of A"


def _is_in_force(scene: Scene, trigger: Match) -> bool:
    return any(m.span.covers(trigger.span) for m in scene.group("force", "goods") if is_force(scene, m))


def _is_people(scene: Scene, trigger: Match) -> bool:
    """Tell whether a word for a loss stands for people: "to lift out the wounded"."""
    if scene.pack.triggers[trigger.value].frame is not Frame.FALL or trigger.first == 0:
        return False
    if any(scene.first_word(n.span) == trigger.last for n in scene.numbers):
        return False  # "this killed three soldiers"
    return scene.sentence.tokens[trigger.first - 1].lower in scene.pack.words.definite


def _are_tended(scene: Scene, trigger: Match) -> bool:
    """Tell whether somebody only takes care of the wounded: "The coast guard flew 237 wounded to A"."""
    rule = scene.pack.triggers[trigger.value]
    counts = (scene.first_word(n.span) for n in scene.numbers if scene.after_word(n.span) == trigger.first)
    first = next(counts, None)
    if rule.frame is not Frame.FALL or not first:
        return False
    verb = scene.sentence.ending_at("trigger", first)
    moves = verb is not None and scene.pack.triggers[verb.value].frame in (Frame.SEND, Frame.LEAVE)
    taken = verb is not None and moves and not is_passive(scene, verb)
    return taken or scene.sentence.tokens[first - 1].lower in scene.pack.words.tending


def _takes_place(scene: Scene, trigger: Match) -> bool:
    """Tell whether a word for a loss speaks of a place: "the capture of Qusayr", "captured the town"."""
    falls = scene.pack.triggers[trigger.value].frame is Frame.FALL and not is_passive(scene, trigger)
    if not falls or trigger.last - trigger.first > 1:  # "was shot in Omdurman"
        return False
    return place_behind(scene, trigger.last) is not None


def _lacks_place(scene: Scene, trigger: Match) -> bool:
    """Tell whether a verb that needs a place has none behind it: "cleared the mines", "ordered to stay"."""
    if not scene.pack.triggers[trigger.value].onto:
        return False
    if any(is_host(scene, trigger, m) for m in scene.mentions):
        return False  # "Gao is held by 300 men"
    stays = scene.pack.triggers[trigger.value].frame is Frame.STAY
    if stays and any(with_articles(scene, m.first) == trigger.last for m in scene.group("there")):
        return False  # "They share the camp with the Belgians"
    at = place_behind(scene, trigger.last)
    return at is None or _is_before_ship(scene, trigger) or _gives_it_nothing(scene, trigger, at)


def _gives_it_nothing(scene: Scene, trigger: Match, at: int) -> bool:
    """Tell whether a state gets no arms: "ont donné à la Pologne la satisfaction", "sold Italy on a plan"."""
    if scene.pack.triggers[trigger.value].frame is not Frame.DELIVER:
        return False
    after = next(scene.after_word(m.span) for m in scene.mentions if scene.first_word(m.span) == at)
    near, ends = range(after, after + _PROMISE_REACH), (trigger.first, trigger.first - 1)
    passive, named = is_passive(scene, trigger), forces_of(scene)
    given = any(f.noun.last in ends or (passive and f.noun.last < trigger.first) for f in named)
    return not given and not any(f.noun.first in near for f in named)  # "les chars vendus à la Pologne"


def _is_before_ship(scene: Scene, trigger: Match) -> bool:
    """Tell whether a name with an article that no map knows follows: "se sont approchés du Courbet"."""
    at = trigger.last
    article = scene.sentence.tokens[at - 1].lower in scene.pack.articles
    unknown = (m for m in scene.mentions if m.place is None and scene.first_word(m.span) == at)
    return article and any(unknown)


def _promises_nothing(scene: Scene, trigger: Match) -> bool:
    """Tell whether no force is the object of a promise: "pledged aid", "promised to leave".

    Whom it is promised to or for when may stand between: "promised Haiti 200 policemen", "attend lundi 40".
    """
    if not scene.pack.triggers[trigger.value].promised:
        return False
    if is_passive(scene, trigger):  # "A battalion has been promised", not "has been promised helicopters"
        if any(0 <= f.noun.first - trigger.last <= _JOINER_REACH for f in forces_of(scene)):
            return True
        before = [f for f in forces_of(scene) if f.noun.last <= trigger.first]
        return not any(scene.distance(f.noun.last, trigger.first) <= _PROMISE_REACH for f in before)
    counted = any(scene.after_word(n.span) == trigger.first for n in scene.numbers)
    if counted or scene.sentence.tokens[trigger.first - 1].lower in scene.pack.articles:
        return True  # "40 of the 120 promised French gendarmes"
    at = after_circumstances(scene, trigger.last)
    objects = [f.noun.first for f in forces_of(scene) if 0 <= f.noun.first - at <= _PROMISE_REACH]
    counted = any(scene.first_word(n.span) == at for n in scene.numbers)
    named = any(m.first == at for m in scene.group("force", "goods", "demonym"))
    return not objects or not (counted or named) or scene.marks_between(trigger.last - 1, at) > 0


def _is_not_refused(scene: Scene, trigger: Match) -> bool:
    """Tell whether what tells an event only by its denial is not denied: "used troops to clear the road"."""
    if not scene.pack.triggers[trigger.value].refused:
        return False
    return all(m.value != Status.DENIED for m in scene.group("status_near", "status_sentence"))


def _lacks_relief(scene: Scene, trigger: Match) -> bool:
    """Tell whether nobody who comes follows "was relieved": "was relieved of his command", "a relevé que"."""
    relieved = scene.pack.triggers[trigger.value].relieved
    return relieved and not (is_passive(scene, trigger) and is_done_by(scene, trigger))


def _lacks_host(scene: Scene, trigger: Match) -> bool:
    """Tell whether a verb like "hosts" has no place for its subject: "the army counts 3,000 men"."""
    host = scene.pack.triggers[trigger.value].host and not is_passive(scene, trigger)
    pointed = any(m.last == trigger.first for m in scene.group("there"))  # "The base houses 700 men"
    return host and not pointed and not any(is_host(scene, trigger, m) for m in scene.mentions)


def _awaits_nothing(scene: Scene, trigger: Match) -> bool:
    """Tell whether no place waits for a force, nor is it awaited in one, or for what it does.

    "The mission expects 300 men in Gao" and "Gao expects 300 men" do, "expects 300 men to leave" does not.
    """
    rule = scene.pack.triggers[trigger.value]
    if not (rule.received and rule.promised):
        return False
    gaps = (trigger.first - scene.after_word(m.span) for m in scene.mentions)
    waits = any(0 <= gap <= _WAITING_REACH for gap in gaps) or _awaits_in_place(scene, trigger)
    tokens, purpose = scene.sentence.tokens, scene.pack.words.purpose
    verbs = (m for m in scene.group("trigger") if m.first > trigger.last)
    return not waits or any(tokens[m.first - 1].lower in purpose for m in verbs)


def _awaits_in_place(scene: Scene, trigger: Match) -> bool:
    """Tell whether so many are awaited in a place of the same clause: "expects 300 men in Abyei"."""
    at = after_circumstances(scene, trigger.last)
    if not any(scene.first_word(n.span) == at for n in scene.numbers):
        return False  # "should expect columns on the road"
    behind = (m for m in scene.mentions if scene.first_word(m.span) >= trigger.last)
    near = (m for m in behind if not scene.marks_between(trigger.last, scene.first_word(m.span)))
    return any(role_of(scene, m) is Role.LOCATION and m.usage is Usage.LOCATIVE for m in near)


def _is_of_others(scene: Scene, trigger: Match) -> bool:
    """Tell whether "who" before a verb means nobody of a force: "planters who reached A"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    at = trigger.first - 1
    while at > 0 and tokens[at].lower in scene.pack.auxiliaries:
        at -= 1
    if at < 1 or tokens[at].lower not in words.people:
        return False
    marked = scene.marks_between(at - 1, at)
    named = [f.noun for f in forces_of(scene) if f.noun.last <= at]
    near = (noun for noun in named if scene.marks_between(noun.last - 1, at) <= marked)
    return not any(at - noun.last <= _ANTECEDENT for noun in near)


def _is_of_speaker(scene: Scene, trigger: Match) -> bool:
    """Tell whether words only say where who speaks is: "according to a diplomat posted in Tunis"."""
    first, tokens = trigger.first, scene.sentence.tokens
    if scene.pack.triggers[trigger.value].frame is not Frame.STAY:
        return False
    cues = [m.last for m in scene.group("source_before", "say") if m.last < first]
    opens = next((n for n in range(first - 1, 0, -1) if scene.marks_between(n - 1, n)), 0)
    at = max((n for n in cues if n >= opens), default=opens)
    near = range(at, first)
    whom = tokens[at].lower in scene.pack.articles and 1 < len(near) <= _SPEAKER_REACH
    if not whom or any(f.noun.first in near for f in forces_of(scene)):
        return False
    if not scene.pack.auxiliaries.isdisjoint(t.lower for t in tokens[at:first]):
        return False
    place = next((scene.after_word(m.span) for m in scene.mentions if m.span > trigger.span), None)
    return at in cues or any(m.first == place and at > 0 for m in scene.group("say"))


def _is_attribute(scene: Scene, trigger: Match) -> bool:
    """Tell whether a loss only says which force it is: "fifteen wounded men", not "with four wounded men"."""
    if scene.pack.triggers[trigger.value].frame is not Frame.FALL or trigger.last - trigger.first > 1:
        return False
    if _is_attribute_of_moved(scene, trigger):
        return True
    counted = [scene.first_word(n.span) for n in scene.numbers if scene.after_word(n.span) == trigger.first]
    link = scene.sentence.ending_at("role", counted[0]) if counted else None
    if not counted or (link is not None and link.value == "with"):
        return False
    if any(0 <= counted[0] - m.last <= 1 for m in scene.group("say")):
        return False  # "a doctor counted five dead Malawians"
    return any(m.first == trigger.last for m in scene.group("force", "demonym"))


def _is_attribute_of_moved(scene: Scene, trigger: Match) -> bool:
    """Tell whether a loss stands between a force and the verb of its way: "Onze blessés ont quitté A"."""
    tokens, at = scene.sentence.tokens, trigger.last
    behind = any(m.last == trigger.first for m in scene.group("force", "demonym"))
    verbs = {m.first: scene.pack.triggers[m.value].frame for m in scene.group("trigger")}
    small = scene.pack.auxiliaries | scene.pack.passive_auxiliaries | scene.pack.state_auxiliaries
    while at < len(tokens) - 1 and tokens[at].lower in small and at not in verbs:
        at += 1
    moved = verbs.get(at) in (Frame.SEND, Frame.ARRIVE, Frame.LEAVE)
    return behind and at > trigger.last and moved and not scene.marks_between(trigger.first - 1, at)


def _is_schooling(scene: Scene, trigger: Match) -> bool:
    """Tell whether a participle behind a force only says where it learned: "soldiers trained in A left"."""
    tokens, first = scene.sentence.tokens, trigger.first
    learned = tokens[first].lower in scene.pack.words.schooled
    if not learned or not any(m.last == first for m in scene.group("force", "demonym")):
        return False
    verbs = [m for m in scene.group("trigger") if m.first >= trigger.last]
    if not scene.marks_between(first - 1, first):
        return any(is_reduced(scene, trigger, verb) for verb in verbs)
    ends = (n for n in range(trigger.last, len(tokens)) if scene.marks_between(n - 1, n))
    return any(verb.first >= end for end in islice(ends, 1) for verb in verbs)


def _opens_apposition(scene: Scene, trigger: Match) -> bool:
    """Tell whether a verb only says who is meant: "The first troops to reach A, 40 Togolese landed at B"."""
    tokens, words, at = scene.sentence.tokens, scene.pack.words, trigger.first
    governed = at > 1 and tokens[at - 1].lower in words.to and scene.marks_between(0, at) == 0
    ranks = [n for n in range(at - 1) if tokens[n].lower in words.sole] if governed else []
    be = scene.pack.state_auxiliaries | scene.pack.passive_auxiliaries
    if not ranks or any(t.lower in be for t in tokens[: ranks[-1]]):
        return False  # "They were the first to leave A"
    mark = next((n for n in range(trigger.last, len(tokens)) if scene.marks_between(n - 1, n)), len(tokens))
    subject = next(
        (f.noun.last for f in forces_of(scene) if f.noun.first >= mark and not f.again), len(tokens)
    )
    return any(m.first >= subject for m in scene.group("trigger"))


def _is_of_plan(scene: Scene, trigger: Match) -> bool:
    """Tell whether a plan is what is given up, and no place: "abandoned plans to send 300 men"."""
    words, tokens = scene.pack.words, scene.sentence.tokens
    given_up = tokens[trigger.first].lower in words.given_up
    return given_up and any(t.lower in words.plans for t in tokens)


def _is_subject(scene: Scene, trigger: Match) -> bool:
    """Tell whether words for being somewhere only open what does something: "Fighting in A has killed"."""
    hangs = scene.sentence.tokens[trigger.first].lower.endswith(tuple(scene.pack.words.participles))
    at = place_behind(scene, trigger.last) if hangs and trigger.first == 0 else None
    mention = next((m for m in scene.mentions if scene.first_word(m.span) == at), None)
    if at is None or mention is None:
        return False
    behind = scene.sentence.tokens[scene.after_word(mention.span) :][:1]
    return any(t.lower in scene.pack.words.having for t in behind)


def _tells_how(scene: Scene, trigger: Match) -> bool:
    """Tell whether a verb says how it came to a loss: "were killed when their convoy came under fire".

    So does what a shell does: "were hurt when a mortar round landed near their post", and what befalls
    those who drive: "was killed when his jeep strayed into A".
    """
    tokens, at = scene.sentence.tokens, trigger.first - 1
    while at > 0 and tokens[at].lower in scene.pack.auxiliaries | scene.pack.state_auxiliaries:
        at -= 1
    told = {tokens[trigger.last - 1].lower, tokens[max(at, 0)].lower}
    own = (m for m in scene.group("force") if m.last == at + 1 and m.value in CARRIERS)
    ridden = any(tokens[m.first - 1].lower in scene.pack.words.owners for m in own if m.first)
    if scene.pack.words.attack.isdisjoint(told) and not ridden:
        return False
    lost = [m for m in scene.group("trigger") if scene.pack.triggers[m.value].frame is Frame.FALL]
    before = [m for m in lost if m.last <= trigger.first]
    between = scene.sentence.tokens[before[-1].last : trigger.first] if before else ()
    return any(t.lower in scene.pack.words.when for t in between)


def _is_road_of_loss(scene: Scene, trigger: Match) -> bool:
    """Tell whether a road only says where it came to a loss: "were killed at A, on the road from B to C"."""
    words = scene.sentence.tokens[trigger.first : trigger.last]
    triggers = scene.pack.triggers
    lost = (m for m in scene.group("trigger") if triggers[m.value].frame is Frame.FALL)
    road = not triggers[trigger.value].nominal and any(t.lower in scene.pack.words.roads for t in words)
    return road and any(m.last <= trigger.first for m in lost)


def _is_nobody(scene: Scene, trigger: Match) -> bool:
    """Tell whether a loss is nobody's: "a patrol came under fire, but nobody was hurt"."""
    if scene.pack.triggers[trigger.value].frame is not Frame.FALL:
        return False
    tokens, at = scene.sentence.tokens, trigger.first - 1
    while at > 0 and tokens[at].lower in scene.pack.auxiliaries:
        at -= 1
    none = {m.last + 1 for m in scene.group("status_near") if m.value == Status.DENIED}
    near = (n for n in range(max(0, at - _WHOM_REACH), at + 1) if n in none)  # "none of whom was badly hurt"
    of_whom = any(tokens[n].lower in scene.pack.words.related for n in near)
    return at >= 0 and (of_whom or tokens[at].lower in scene.pack.words.nobody)


def _is_epithet(scene: Scene, trigger: Match) -> bool:
    """Tell whether a participle only says which place is meant: "the besieged city of A", "quake-hit A"."""
    tied = is_tied(scene, trigger) and trigger.last - trigger.first == 1
    if trigger.first == 0 or not (tied or is_state(scene, trigger)):
        return False
    if scene.pack.demonyms_always_capital:
        article = scene.sentence.tokens[trigger.first - 1].lower in scene.pack.articles
        opens = tied or article or scene.sentence.ending_at("role", trigger.first) is not None
        return opens and place_behind(scene, trigger.last) is not None
    link = scene.sentence.starting_at("role", trigger.last)
    kind = scene.sentence.ending_at("generic", trigger.first) is not None
    return kind and not is_done_by(scene, trigger) and (link is None or link.value == "genitive")


def _is_remaining(scene: Scene, trigger: Match) -> bool:
    """Tell whether who is "left" is still there: "There are 350 soldiers left in Dakar"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    if tokens[trigger.first].lower not in words.remaining or trigger.last - trigger.first > 1:
        return False
    before = (m for m in scene.group("trigger") if m.last <= trigger.first)
    opens = (m for m in before if tokens[m.first].lower in words.existing)
    return any(not scene.marks_between(m.last - 1, trigger.first) for m in opens)


def _is_count(scene: Scene, trigger: Match) -> bool:
    """Tell whether a number is what is reached: "Le nombre de soldats à Gao atteint désormais 2 000"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    if tokens[trigger.first].lower not in words.put_at:
        return False
    at = trigger.last
    while at < len(tokens) and tokens[at].lower in words.still:
        at += 1
    counted = any(scene.first_word(n.span) == at for n in scene.numbers)
    before = (n for n in range(trigger.first) if not scene.marks_between(n, trigger.first))
    return counted and any(tokens[n].lower in words.counting for n in before)


def _is_home(scene: Scene, trigger: Match) -> bool:
    """Tell whether a word only says whose home a place is: "None of the Darwin-based troops"."""
    tied = is_tied(scene, trigger)
    return tied and any(m.span.end == trigger.span.start - 1 for m in scene.mentions)


_REASONS = (
    ("only its denial tells that a force is there", _is_not_refused),
    ("who asks does not claim", lambda scene, _: asks(scene)),
    ("a look-alike", is_look_alike),
    ("it only says who says so", _only_says),
    ("part of a place's name", _is_in_place),
    ("part of a time", _is_in_time),
    ("which place is meant", _is_epithet),
    ("who is left is there", _is_remaining),
    ("part of a preposition", _is_in_preposition),
    ("the subject of another verb", _is_subject),
    ("a plan that was given up", _is_of_plan),
    ("where a force is at home", _is_home),
    ("part of a force's name", _is_in_force),
    ("a condition", is_condition),
    ("a call for it", is_called_for),
    ("nobody's loss", _is_nobody),
    ("only who saw it", _only_sees),
    ("how it came to a loss", _tells_how),
    ("where it came to a loss", _is_road_of_loss),
    ("which of a force is meant", _is_attribute),
    ("who is meant", _opens_apposition),
    ("where a force learned", _is_schooling),
    ("a question", is_asked),
    ("people who were lost", _is_people),
    ("the wounded of others", _are_tended),
    ("a place that was taken", _takes_place),
    ("no place behind it", _lacks_place),
    ("somebody who is no force", _is_of_others),
    ("where who speaks is", _is_of_speaker),
    ("no place before it", _lacks_host),
    ("nobody who relieves", _lacks_relief),
    ("nothing promised", _promises_nothing),
    ("nobody awaited", _awaits_nothing),
    ("a number that is reached", _is_count),
)
