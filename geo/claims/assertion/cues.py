"""Words beside a verb, and its own ending, that tell how surely it happened."""

from geo.claims.force.pronouns import having
from geo.claims.scene import Scene, ends_with, is_announced, is_reduced, relative_before
from geo.claims.verbs import UNSAID
from geo.languages import Frame
from geo.records import Status
from geo.text import Match

_OBJECT_REACH = 14  # words from a verb that no pack has to the place behind its object
_UNKNOWN_VERB = 3  # words before "vers" in which a verb that no pack has may stand: "fonceront vers"
_BEFORE, _AFTER = 7, 3  # words around the trigger in which a near cue counts
_EMBRACED = 20  # words between a verb and what closes its clause
_PREDICATE_REACH = 14  # words from a noun for an event to what becomes of it
_AFTER_NOUN = 5  # words from a noun for an event to its verb
_SOLE_REACH = 6  # words from "the first" to the "to be" behind its noun
_ONLY_REACH = 7  # words from "plus" to "que" and a number


def told_near(scene: Scene, trigger: Match) -> list[Status]:
    """Return what the cues near a trigger tell of it: "will", "reportedly", "not"."""
    return [
        Status.EXPECTED if is_announced(scene, trigger, m) else Status(m.value)
        for m in scene.group("status_near")
        if (_is_near(m, trigger) or _is_predicate(scene, m, trigger) or _spans(scene, m, trigger))
        and (
            scene.marks_between(m.first, trigger.first) == 0
            or _is_there(scene, m, trigger)
            or _governs(scene, m, trigger)
        )
        and not _is_of_another(scene, m, trigger)
        and not _is_of_noun(scene, m, trigger)
        and not _is_before_relative(scene, m, trigger)
        and not _is_of_who(scene, m, trigger)
        and not _is_sole(scene, m)
        and not _is_soon_over(scene, m, trigger)
        and not is_conditional(scene, m, trigger)
        and not (m.value == Status.DENIED and is_only(scene, m.last - 1))
        and not any(m.span.touches(whole.span) for whole in scene.group("status_sentence"))
    ]


def _is_soon_over(scene: Scene, cue: Match, trigger: Match) -> bool:
    """Tell whether a time to come stands before a verb of the past: "The Kenyans soon left A"."""
    tokens, past = scene.sentence.tokens, tuple(scene.pack.words.past)
    beside = cue.value == Status.EXPECTED and cue.last == trigger.first and cue.first > 0
    over = beside and bool(past) and tokens[trigger.first].lower.endswith(past)
    time = over and any(t.span.touches(cue.span) for t in scene.times)
    be = scene.pack.state_auxiliaries | scene.pack.passive_auxiliaries | scene.pack.words.auxiliaries
    return time and tokens[cue.first - 1].lower not in be


def _is_there(scene: Scene, cue: Match, trigger: Match) -> bool:
    """Tell whether a place behind a comma only says where "there" is: "seraient sur place, à Bangui"."""
    there = any(cue.last <= m.first and m.last == trigger.first for m in scene.group("there"))
    return there and scene.marks_between(cue.first, trigger.first - 1) == 0


def _is_near(cue: Match, trigger: Match) -> bool:
    """Tell whether a cue stands beside a trigger or shares a word with it: "Il n'y a pas"."""
    return -_AFTER <= trigger.first - cue.last + 1 <= _BEFORE or cue.span.touches(trigger.span)


def _spans(scene: Scene, cue: Match, trigger: Match) -> bool:
    """Tell whether a cue opens the clause of a verb, however long: "Nor have the 900 men due in A left"."""
    behind = scene.sentence.tokens[cue.last : cue.last + 1]
    opens = cue.first == 0 and cue.value == Status.DENIED and 0 < trigger.first - cue.last <= _EMBRACED
    inverted = opens and any(t.lower in scene.pack.words.bare for t in behind)
    return inverted or _embraces(scene, cue, trigger)


def _embraces(scene: Scene, cue: Match, trigger: Match) -> bool:
    """Tell whether a cue opens the clause that a verb closes: "will der Ukraine drei Haubitzen liefern"."""
    if not scene.pack.verbs_embrace or not 0 < trigger.first - cue.last <= _EMBRACED:
        return False
    behind, small = scene.sentence.tokens[trigger.last :][:1], scene.pack.auxiliaries
    closes = scene.marks_between(trigger.last - 1, trigger.last) > 0
    return closes or all(t.lower in small | scene.pack.words.joiners for t in behind)


def _governs(scene: Scene, cue: Match, trigger: Match) -> bool:
    """Tell whether a cue stands before the comma of what it governs: "plant nicht, Soldaten zu entsenden"."""
    aims = any(m.last == trigger.last and m.first == trigger.first - 1 for m in scene.group("status_near"))
    return scene.pack.verbs_embrace and aims and scene.marks_between(cue.first, trigger.first) == 1


def is_conditional(scene: Scene, cue: Match, trigger: Match) -> bool:
    """Tell whether a cue stands behind "if", which an event depends on: "will send 300 if A refuses"."""
    between = scene.sentence.tokens[trigger.last : cue.first]
    return any(t.lower in scene.pack.words.conditions for t in between)


def _is_predicate(scene: Scene, cue: Match, trigger: Match) -> bool:
    """Tell whether a cue says what becomes of a noun's event: "the deployment of A to B is planned"."""
    rule, before = scene.pack.triggers.get(trigger.value), scene.sentence.tokens[: trigger.first]
    articles = scene.pack.articles | scene.pack.words.possessive
    noun = (rule is not None and rule.nominal) or (bool(before) and before[-1].lower in articles)
    if not noun or not 0 <= cue.first - trigger.last <= _PREDICATE_REACH:
        return False
    between = scene.sentence.tokens[trigger.last : cue.first]
    opens = scene.pack.words.clause | scene.pack.words.relative
    if any(t.lower in opens for t in between):
        return False
    verbs = (m for m in scene.group("trigger", "say") if not m.span.touches(cue.span))
    inner = (m for m in verbs if trigger.last <= m.first < cue.first)
    return all(is_reduced(scene, m, cue) for m in inner)  # "the pull-out of the men based at A is planned"


def _is_of_another(scene: Scene, cue: Match, trigger: Match) -> bool:
    """Tell whether a cue is of a verb before: of "the first to be sent to A crossed at B" the first.

    What "and" or a word of purpose joins shares it: "will fly to A and land", "will be sent to relieve".
    """
    shares = scene.pack.words.joiners | scene.pack.words.purpose
    cues = scene.group("status_near")
    verbs = (m for m in scene.group("trigger") if cue.last <= m.first and m.last <= trigger.first)
    seen = (*cues, *scene.group("say"))  # "allegedly shows mercenaries leaving"
    verbs = (m for m in verbs if not any(m.span.touches(other.span) for other in seen))
    held = (m for m in scene.group("trigger") if m.first == cue.first and cue.last < m.last <= trigger.first)
    ends = [m.last for m in (*verbs, *held)]  # "vont rejoindre les 300 soldats présents à A"
    between = [scene.sentence.tokens[end : trigger.first] for end in ends]
    inside = _is_in_relative(scene, cue)  # "the 200 men that Rome plans to send landed"
    if any((words or inside) and not any(t.lower in shares for t in words) for words in between):
        return True
    if trigger.value in UNSAID and trigger.last <= cue.first:  # "has 40 men in A and will send 60"
        verbs = (m for m in scene.group("trigger") if m.last > cue.last)
        at_verbs = (m.first for m in verbs if m.first == cue.first or 0 <= m.first - cue.last <= 1)
        if any(having(scene, n) for n in scene.numbers if scene.first_word(n.span) >= cue.last):
            return True  # "a 800 hommes à Gao et prévoit d’en avoir 900"
        changing = scene.pack.words.changing  # "Le contingent à Gao serait passé de 40 à 60"
        return any(scene.sentence.tokens[at].lower not in changing for at in at_verbs)
    infinitive = scene.sentence.tokens[cue.last - 1].lower in scene.pack.words.purpose
    joined = trigger.first > cue.last and scene.sentence.tokens[trigger.first - 1].lower in shares
    past = scene.sentence.tokens[trigger.first].lower.endswith(tuple(scene.pack.words.past))
    passive = any(
        t.lower in scene.pack.passive_auxiliaries for t in scene.sentence.tokens[cue.last : trigger.first]
    )
    return infinitive and joined and past and not passive  # "refused to fight and returned"


def _is_of_who(scene: Scene, cue: Match, trigger: Match) -> bool:
    """Tell whether a cue only says which men are meant: "Soldiers who refused to fight were flown to A"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    before = tokens[: cue.first][-1:]
    who = any(t.lower in words.relative for t in before)
    who = who and any(m.last == cue.first - 1 for m in scene.group("force", "again", "demonym"))
    behind = [t.lower for t in tokens[cue.last : trigger.first]]
    verbal = scene.pack.passive_auxiliaries | words.having | scene.pack.auxiliaries
    own = bool(behind) and behind[0] not in verbal  # not "the force that is to be sent"
    return who and own and not verbal.isdisjoint(behind) and words.joiners.isdisjoint(behind)


def _is_in_relative(scene: Scene, cue: Match) -> bool:
    """Tell whether a cue is of a clause that says which force is meant: "the men that Rome plans to send"."""
    at = relative_before(scene, cue)
    return at is not None and any(m.last == at for m in scene.group("force", "goods", "again"))


def _is_of_noun(scene: Scene, cue: Match, trigger: Match) -> bool:
    """Tell whether a cue only says more of a noun: "the tanks promised in May", "the 30 promised tanks"."""
    tokens = scene.sentence.tokens
    word, words = tokens[cue.first].lower, scene.pack.words
    if not word.endswith(tuple(words.promised)) and word not in words.awaiting:
        return False
    noun = any(m.first == cue.last for m in scene.group("force", "goods", "demonym"))
    article = cue.first > 0 and tokens[cue.first - 1].lower in scene.pack.articles
    article = article or any(scene.after_word(n.span) == cue.first for n in scene.numbers)
    return (noun and article) or is_reduced(scene, cue, trigger)


def _is_before_relative(scene: Scene, cue: Match, trigger: Match) -> bool:
    """Tell whether a force and its "that" part a cue from a verb: "will work beside a team that came"."""
    ends = {m.last for m in scene.group("force", "goods", "again")}
    words, opens = scene.pack.words, range(cue.last, trigger.first)
    relative = words.relative - scene.pack.articles  # German has one word for "the" and "that"
    who = relative - words.clause  # "Nobody claimed the attack which killed three"
    tokens = scene.sentence.tokens
    return any(
        (at in ends and tokens[at].lower in relative) or (at > cue.last and tokens[at].lower in who)
        for at in opens
    )


def _is_sole(scene: Scene, cue: Match) -> bool:
    """Tell whether "to be" says which force it is: "the first soldiers to be sent to A crossed at B"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    before = tokens[max(0, cue.first - _SOLE_REACH) : cue.first]
    force = any(0 <= cue.first - m.last <= 1 for m in scene.group("force", "demonym"))
    return force and tokens[cue.first].lower in words.purpose and any(t.lower in words.sole for t in before)


def is_only(scene: Scene, closes: int) -> bool:
    """Tell whether "que" and a number make "only" of a negation: "ne compte plus à Gao que 300 hommes"."""
    only = scene.pack.words.clause - scene.pack.words.joiners
    ahead = range(closes + 1, min(closes + _ONLY_REACH, len(scene.sentence.tokens)))
    starts = {scene.first_word(n.span) for n in scene.numbers}
    return any(scene.sentence.tokens[at].lower in only and at + 1 in starts for at in ahead)


def told_by_ending(scene: Scene, trigger: Match) -> list[Status]:
    """Read the conditional of hearsay and the future from the verb's own ending."""
    tokens = scene.sentence.tokens
    noun = trigger.first > 0 and tokens[trigger.first - 1].lower in scene.pack.articles
    behind = _AFTER_NOUN if noun else 0  # "le retrait américain du Niger s'achèvera"
    first = max(0, trigger.first - _UNKNOWN_VERB) if trigger.value in UNSAID else trigger.first
    opens = {0} if first == trigger.first else ()  # "Llegarán mañana 200 soldados"
    at = range(first, min(trigger.last + behind, len(tokens)))
    words = [tokens[n].lower for n in at if n in opens or not tokens[n].capital]
    found = []
    words += _before_object(scene, trigger) if trigger.value in UNSAID else []
    if any(ends_with(word, scene.pack.conditional_endings) for word in words):
        found.append(Status.EXPECTED if is_announced(scene, trigger, trigger) else Status.UNCONFIRMED)
    rule = scene.pack.triggers.get(trigger.value)
    loss = rule is not None and rule.frame is Frame.FALL  # "y laissera la vie": told of the past
    if not loss and any(ends_with(word, scene.pack.future_endings) for word in words):
        found.append(Status.EXPECTED)
    return found


def _before_object(scene: Scene, trigger: Match) -> list[str]:
    """Return the words of a clause before what stands for its verb: "L'exercice réunira 300 hommes à A".

    A word behind an article or a preposition is a noun: "le retrait".
    """
    tokens, near = scene.sentence.tokens, range(max(0, trigger.first - _OBJECT_REACH), trigger.first)
    nouns = {m.last for m in scene.group("role")}
    small = scene.pack.articles | scene.pack.words.owners | scene.pack.words.linkers
    nouns |= {n for n in near if n > 0 and tokens[n - 1].lower in small}
    own = (n for n in near if n not in nouns and not scene.marks_between(n, trigger.first))
    return [tokens[n].lower for n in own if not tokens[n].capital]
