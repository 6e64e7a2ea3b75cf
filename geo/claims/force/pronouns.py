"""Words and bare numbers that stand for a force named before: "400 others", "environ 4 700 seraient"."""

from collections.abc import Iterator

from geo.claims.force.nouns import ends_phrase, is_model
from geo.claims.scene import Scene, ends_with, words_of_aside
from geo.claims.units import CARRIERS
from geo.languages import Frame
from geo.records import Quantity, Usage
from geo.text import Match

_FLOATING_REACH = 2  # words from the verb to "all": "sont ainsi tous arrivés"
_GROUP = 3  # words from "en" to its verb
_HAVING_REACH = 3  # words from "has" to the number of those it has
_CARRIED_REACH = 2  # words from "trucks" to "have since carried"
CLITIC = "clitic"  # the value of an object before its verb
TOLL = "toll"  # the value of a number of the lost, whose force is told before


def points_back(scene: Scene, word: Match) -> bool:
    """Tell whether a word stands for a force named before: "400 others", "the last", not "the last day"."""
    if any(holds(scene, word) for holds in (_is_in_name, _is_floating, _is_emphatic, _consists_of)):
        return False
    if word.value == "alone":
        behind = scene.sentence.starting_at("role", word.last)
        some = behind is not None and behind.value == "genitive"  # "none of this"
        some = some and group_behind(scene, word) is None
        link = scene.sentence.ending_at("role", word.first)
        led = link is not None and link.value != "with"  # "4,500 in all", "at most", not "and others"
        led = led and not _acts(scene, word)
        verb = scene.sentence.starting_at("trigger", word.last)
        if verb and scene.pack.triggers[verb.value].nominal:
            return False  # "the first deliveries"
        has = word.last < len(scene.sentence.tokens) and _is_auxiliary(scene, word.last)  # "la moitié a"
        ends = has or ends_phrase(scene, word.last) or group_behind(scene, word) is not None
        return ends and not some and not led
    within = any(m.first < word.first and word.last < m.last for m in scene.group("trigger"))
    if within or word.value == "object":  # not "among those killed"
        return word.value == "object" and (within or _is_seen(scene, word) or _is_carried(scene, word))
    link = scene.sentence.starting_at("role", word.first)
    if word.value == "again" and link is not None and link.value == "genitive":
        # "of them were", not "two of them women"
        return ends_phrase(scene, word.last) and _is_of_some(scene, word)
    return word.value != "numbered" or _has_number(scene, word)


def group_behind(scene: Scene, word: Match) -> Quantity | None:
    """Return how many make up one more group of those told of: "a second, of 200, is due in May"."""
    link = scene.sentence.starting_at("role", word.last)
    if link is None or link.value != "genitive" or not is_further(scene, word):
        return None
    own = (n for n in scene.numbers if scene.first_word(n.span) == link.last)
    return next((n for n in own if ends_phrase(scene, scene.after_word(n.span))), None)


def is_further(scene: Scene, word: Match) -> bool:
    """Tell whether words stand for one more of those told of: "a third", "une autre"."""
    words = scene.sentence.tokens[word.first : word.last]
    one = scene.pack.numbers.units.get(words[0].lower) == 1
    return len(words) > 1 and one and words[-1].lower in scene.pack.words.further


def _is_seen(scene: Scene, word: Match) -> bool:
    """Tell whether somebody sees those told of in the sentence before: "saw them arrive", "les ont vus"."""
    beside = scene.sentence.tokens[max(0, word.first - 1) : word.last + 1]
    named = any(m.last <= word.first for m in scene.group("force", "goods"))
    return not named and any(t.lower in scene.pack.words.witnessing for t in beside)


def _is_carried(scene: Scene, word: Match) -> bool:
    """Tell whether a plane, a ship or lorries bring those told of somewhere: "Trucks carried them to A"."""
    verb = scene.sentence.ending_at("trigger", word.first)
    rule = scene.pack.triggers.get(verb.value) if verb else None
    if verb is None or rule is None or rule.frame is not Frame.SEND or rule.nominal:
        return False
    link = scene.sentence.starting_at("role", word.last)
    leads = link is not None and link.value in ("destination", "origin", "location")
    goods = (m for m in scene.group("goods") if m.last <= verb.first)
    if any(not scene.strong_marks_between(m.first, verb.first) for m in goods):
        return False  # "It has 400 tents, and trucks carried them to A"
    carriers = (m.last for m in scene.group("force") if m.value in CARRIERS | {"vehicles"})
    beside = any(0 <= verb.first - last <= _CARRIED_REACH for last in carriers)
    return leads and beside


def _acts(scene: Scene, word: Match) -> bool:
    """Tell whether no preposition leads to a word: "il n'y en a aucun", "was joined by a second"."""
    before, words = scene.sentence.tokens[word.first - 1].lower, scene.pack.words
    more = any(m.value == "more" and m.span.touches(word.span) for m in scene.group("share"))
    more = (
        more and scene.sentence.tokens[word.last - 1].lower not in words.fractions
    )  # "has risen by a third"
    return before in words.having or (before in words.agent and more)


def _consists_of(scene: Scene, word: Match) -> bool:
    """Tell whether it is said at once who they are: "a second wave of 90 soldiers"."""
    link = scene.sentence.starting_at("role", word.last)
    if link is None or link.value not in ("genitive", "with") or word.last - word.first == 1:
        return False
    counted = (scene.after_word(n.span) for n in scene.numbers if scene.first_word(n.span) == link.last)
    nouns = [m.first for m in scene.group("force", "goods")]
    return any(0 <= first - after <= 1 for after in counted for first in nouns)


def _is_auxiliary(scene: Scene, at: int) -> bool:
    return scene.sentence.tokens[at].lower in scene.pack.words.auxiliaries | scene.pack.state_auxiliaries


def _is_of_some(scene: Scene, word: Match) -> bool:
    """Tell whether what stands before "of them" may count people: "eleven of them", not "a trunk of them"."""
    before = word.first - 1
    if before < 0 or scene.marks_between(before, word.first):
        return True
    counted = any(scene.first_word(n.span) <= before < scene.after_word(n.span) for n in scene.numbers)
    return counted or any(m.first <= before < m.last and m.group != "role" for m in scene.sentence.matches)


def _is_in_name(scene: Scene, word: Match) -> bool:
    """Tell whether a word ends a name: "Mine Countermeasures Group One"."""
    tokens = scene.sentence.tokens
    return word.first > 1 and tokens[word.first].capital and tokens[word.first - 1].capital


def _is_floating(scene: Scene, word: Match) -> bool:
    """Tell whether "all" stands behind the verb of those that it counts: "les soldats auront tous quitté"."""
    words = scene.pack.words
    if scene.sentence.tokens[word.first].lower not in words.every:
        return False
    near = range(max(0, word.first - _FLOATING_REACH), word.first)
    before = (scene.sentence.tokens[at].lower for at in near if not scene.marks_between(at, word.first))
    return not (words.auxiliaries | words.bare | scene.pack.passive_auxiliaries).isdisjoint(before)


def _is_emphatic(scene: Scene, word: Match) -> bool:
    """Tell whether a pronoun between commas only stresses the subject: "La marine allemande, elle, reste"."""
    if word.value in ("alone", "numbered") or word.first == 0 or word.last == len(scene.sentence.tokens):
        return False
    if words_of_aside(scene, word.last):
        return True  # "L’Italie enverra quant à elle 300 hommes"
    marks = (scene.marks_between(at - 1, at) for at in (word.first, word.last))
    return word.last - word.first == 1 and all(marks)


def _has_number(scene: Scene, word: Match) -> bool:
    return any(
        scene.after_word(n.span) == word.first or scene.first_word(n.span) == word.last for n in scene.numbers
    )


def bare_numbers(scene: Scene) -> Iterator[Match]:
    """Yield numbers that stand for people named before: "environ 4 700 auraient été tués"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    for number in scene.numbers:
        first, after = scene.first_word(number.span), scene.after_word(number.span)
        hedge = next((m for m in scene.group("hedge") if m.first == after), None)
        verb = hedge.last if hedge and hedge.last < len(tokens) else after  # "the remaining 200 or so are"
        related = _is_related(scene, after)
        verb += related  # "the first of 120 who are to be deployed"
        if not _may_act(scene, after, verb) or scene.marks_between(after - 1, after):
            continue
        in_time = any(t.span.touches(number.span) for t in scene.times)
        named = first > 0 and tokens[first].capital and tokens[first - 1].capital  # "Task Group One will"
        named = named or is_model(scene, number)  # "38 chars Leopard 2 sont arrivés"
        link = scene.sentence.ending_at("role", first)
        counts = link and any(
            m.last == link.first for m in scene.group("force", "demonym")
        )  # "a team of 25 is"
        if in_time or named or counts or scene.marks_between(after - 1, verb):
            continue
        led = tokens[first - 1].lower in words.sole and tokens[verb].lower in words.purpose
        led = led or related or _does(scene, number, verb) or _is_there_already(scene, after)
        led = led or _is_of_part(scene, first, verb)
        if led or tokens[verb].lower in words.bare or _is_second_loss(scene, first, after):
            yield Match("again", "again", first, after, number.span)
    for number in scene.numbers:
        first = scene.first_word(number.span)
        behind = scene.sentence.ending_at("trigger", first)
        told = behind and (_is_sent(scene, number, behind) or _is_hurt_too(scene, number, behind))
        if told or _is_had(scene, number):
            yield Match("again", "again", first, scene.after_word(number.span), number.span)


def clitics(scene: Scene) -> Iterator[Match]:
    """Yield what stands before a verb for those whom it moves: "Un avion les a déposés à Gao"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    there = {m.first for m in scene.group("there") if m.value == "clitic"}  # "les y a envoyés"
    for verb in scene.group("trigger") if words.clitics & scene.sentence.words else ():
        rule, at = scene.pack.triggers[verb.value], verb.first - 1
        while at > 0 and (tokens[at].lower in words.having or at in there):
            at -= 1
        participle = at == verb.first - 1 and tokens[verb.first].lower.endswith(tuple(words.promised))
        moves = rule.frame is Frame.SEND or tokens[verb.first].lower in words.shifting
        if at > 0 and tokens[at].lower in words.clitics and moves and not (rule.nominal or participle):
            yield Match("again", CLITIC, at, at + 1, scene.span(at, at + 1))


def tolls(scene: Scene) -> Iterator[Match]:
    """Yield numbers of the lost in a sentence that names no force: "The ministry speaks of five wounded".

    They are of a force only where the sentence before told of its loss.
    """
    losses = [m for m in scene.group("trigger") if scene.pack.triggers[m.value].frame is Frame.FALL]
    if not losses or scene.group("force", "goods", "civilian", "sideless"):
        return
    nations = scene.group("demonym")
    for number in scene.numbers:
        after = scene.after_word(number.span)
        beside = [m for m in nations if m.first == after]  # "five Italian wounded"
        loss = next((m for m in losses if m.first == (beside[0].last if beside else after)), None)
        in_time = any(t.span.touches(number.span) for t in scene.times)
        if (
            loss is None
            or in_time
            or loss.last - loss.first > 1
            or scene.marks_between(after - 1, loss.first)
        ):
            continue
        beside += [m for m in nations if m.first == loss.last]  # "cinq blessés français"
        if len(beside) == len(nations):
            yield Match("again", TOLL, scene.first_word(number.span), after, number.span)


def _is_related(scene: Scene, at: int) -> bool:
    """Tell whether a clause of those who were counted begins right behind their number: "120 who left"."""
    tokens = scene.sentence.tokens
    return at + 1 < len(tokens) and tokens[at].lower in scene.pack.words.relative


def _may_act(scene: Scene, after: int, verb: int) -> bool:
    """Tell whether what stands behind a number, or behind a hedge there, may be what so many do."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    if after >= len(tokens):
        return False
    lower = tokens[verb].lower
    acts = lower in words.bare or lower in words.purpose or _is_there_already(scene, after)
    return acts or any(m.first in (after, verb) for m in scene.group("trigger"))


def _is_there_already(scene: Scene, after: int) -> bool:
    """Tell whether so many are where others come to: "joining 380 already deployed there"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    already = tokens[after].lower in words.already
    verbs = [m for m in scene.group("trigger") if m.first in (after, after + already)]
    if not verbs:
        return False
    if not already:  # "les 380 déployés à A", not "dont 40 basés à A", "the 380 deployed to A on Monday"
        article = after > 1 and tokens[after - 2].lower in scene.pack.articles
        verbs = [m for m in verbs if article and tokens[m.first].lower.endswith(tuple(words.promised))]
        verbs = [] if scene.pack.demonyms_always_capital else verbs
    return any(scene.pack.triggers[m.value].frame in (Frame.STAY, Frame.SEND) for m in verbs)


def _is_of_part(scene: Scene, first: int, verb: int) -> bool:
    """Tell whether a participle tells of so many of those before: "1,800 men, including 400 flown in"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    part = first > 0 and tokens[first - 1].lower in words.including
    return part and tokens[verb].lower.endswith(tuple(words.promised))


def _does(scene: Scene, number: Quantity, at: int) -> bool:
    """Tell whether a finite verb stands right behind a number that opens its clause: "Six left A"."""
    verb = scene.sentence.starting_at("trigger", at)
    if verb is None:
        return False
    first, tokens = scene.first_word(number.span), scene.sentence.tokens
    opens = first == 0 or scene.marks_between(first - 1, first) > 0
    opens = opens or tokens[first - 1].lower in scene.pack.words.joiners | scene.pack.words.sole
    opens = opens or scene.sentence.ending_at("share", first) is not None  # "The remaining 40 left"
    opens = opens or tokens[first - 1].lower in scene.pack.words.possessive  # "Poland's 400 followed"
    past = tokens[at].lower.endswith(tuple(scene.pack.words.past))
    endings = scene.pack.future_endings + scene.pack.conditional_endings  # "Une centaine partira"
    finite = past or ends_with(tokens[at].lower, endings)
    return opens and finite and tokens[first].lower not in scene.pack.articles  # not "a left"


def _is_sent(scene: Scene, number: Quantity, verb: Match) -> bool:
    """Tell whether a number is all that a verb of sending or withdrawing has behind it: "contributed 150"."""
    if number.low == number.high == 1:
        return False  # "no one has offered one"
    after = scene.after_word(number.span)
    if any(t.span.touches(number.span) for t in scene.times):
        return False
    shifts = scene.sentence.tokens[verb.first].lower in scene.pack.words.shifting
    frame = scene.pack.triggers[verb.value].frame
    group = scene.sentence.tokens[max(0, verb.first - _GROUP) : verb.first]
    of_them = any(t.lower in scene.pack.words.partitive for t in group)  # "en a perdu deux"
    sends = frame is Frame.SEND or (of_them and frame in (Frame.LEAVE, Frame.FALL))
    state = any(m.usage is Usage.METONYMIC and m.span < verb.span for m in scene.mentions)
    dated = any(scene.first_word(t.span) == after for t in scene.times)
    if dated and (shifts or (sends and state)):  # "B sent 40 on Friday", not "saw 40 go by on Friday"
        return True
    return (sends or shifts) and _ends_object(scene, verb, after)


def _is_had(scene: Scene, number: Quantity) -> bool:
    """Tell whether somebody has so many of those told of: "will have 1,000 there", "en aura 1 000"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    after, verb = scene.after_word(number.span), having(scene, number)
    in_time = any(t.span.touches(number.span) for t in scene.times)
    if verb is None or number.low == number.high == 1 or in_time:
        return False
    there = any(m.first == after for m in scene.group("there"))
    dated = any(scene.first_word(t.span) == after for t in scene.times)
    of_them = verb > 0 and tokens[verb - 1].lower in words.partitive
    return there or (of_them and (dated or ends_phrase(scene, after)))


def having(scene: Scene, number: Quantity) -> int | None:
    """Return the "has" before a number, over what rounds it: "has now some 900", "compte désormais 900"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    last = scene.first_word(number.span)
    verbs = words.having | words.perfect_to_come  # "prévoit d’en avoir 900"
    had = [n for n in range(max(0, last - _HAVING_REACH), last) if tokens[n].lower in verbs]
    if not had:
        return None
    hedged = {at for m in scene.group("hedge") for at in range(m.first, m.last)}
    between = (tokens[at].lower for at in range(had[-1] + 1, last) if at not in hedged)
    return had[-1] if all(word in words.auxiliaries | words.still for word in between) else None


def _ends_object(scene: Scene, verb: Match, after: int) -> bool:
    """Tell whether a number is no noun's: a mark or a preposition follows it."""
    if after >= len(scene.sentence.tokens) or scene.marks_between(after - 1, after):
        return True
    links = (m.value for m in scene.group("role") if m.first == after)
    leaves = scene.pack.triggers[verb.value].frame is Frame.LEAVE
    return any(leaves or link != "genitive" for link in links)  # "en a retiré 100 de Bunia"


def _is_hurt_too(scene: Scene, number: Quantity, verb: Match) -> bool:
    """Tell whether a number is all that a second loss has: "killed three soldiers and wounded five"."""
    if scene.pack.triggers[verb.value].frame is not Frame.FALL or number.high == 1:
        return False
    losses = [m for m in scene.group("trigger") if scene.pack.triggers[m.value].frame is Frame.FALL]
    forces = [m.first for m in scene.group("force")]
    told = any(m.last <= at < verb.last - 1 for m in losses for at in forces)
    return told and ends_phrase(scene, scene.after_word(number.span))


def _is_second_loss(scene: Scene, first: int, after: int) -> bool:
    """Tell whether a number counts those of another loss: "nine were killed and thirty-seven wounded"."""
    losses = [m for m in scene.group("trigger") if scene.pack.triggers[m.value].frame is Frame.FALL]
    joined = first > 0 and scene.sentence.tokens[first - 1].lower in scene.pack.words.joiners
    return joined and any(m.first == after for m in losses) and any(m.last < first for m in losses)
