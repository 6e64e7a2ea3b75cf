"""How surely an event is told: hearsay, plans, denials, confirmations; and by which means it moved."""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from geo.claims.scene import Scene, ends_with, is_announced, is_reduced, nearest
from geo.languages import Frame, LanguagePack
from geo.records import Claim, Means, Mention, Reason, ReasonKind, Source, Status, Usage, reason
from geo.text import Match, Sentence, tokenize

_BEFORE, _AFTER = 7, 3  # words around the trigger in which a near cue counts
_PREDICATE_REACH = 14  # words from a noun for an event to what becomes of it
_AFTER_NOUN = 5  # words from a noun for an event to its verb
_ACCUSES_REACH = 2  # words from who accuses to the verb
_DECIDED_REACH = 3  # words from a day to what was decided on it: "Monday to send"
_DEFINITE_REACH = 3  # words from "the" to the noun: "the 700 French soldiers"
_SOLE_REACH = 6  # words from "the first" to the "to be" behind its noun
_NOT_REACH, _NOT_BEHIND = 4, 2  # words before and behind a verb that its negation stands in
_REMARK = 14  # words of a sentence that only remarks on the one before
_ONLY_REACH = 7  # words from "plus" to "que" and a number
_NONE_OF_REACH = 6  # words from "neither of the town's two" to the noun
_NONE_REACH = 2  # words between "not one" and the noun
_ORDER = {status: rank for rank, status in enumerate(Status)}


def status_of(
    scene: Scene, event: tuple[Match, Match], parties: AbstractSet[str], sources: Sequence[Source]
) -> tuple[Status, tuple[Reason, ...]]:
    """Return the status of an event, the last in order of those that hold, and what was weighed.

    Parameters
    ----------
    scene, event
        The sentence, and in it the word for the event and the word for the force.
    parties
        Country codes of the force's side and of the places where it goes: what they say of it themselves
        is confirmed.
    sources
        Who says so, nearest first.
    """
    weighed = _weighed(scene, event, parties, sources)
    return max(weighed, key=_ORDER.__getitem__), tuple(
        why for told, why in weighed.items() if why and told is not Status.REPORTED
    )


def _weighed(
    scene: Scene, event: tuple[Match, Match], parties: AbstractSet[str], sources: Sequence[Source]
) -> dict[Status, Reason | None]:
    """Return each status that holds with why, in the order of `Status`; what is only told needs no why."""
    trigger, noun = event
    near = [(told, ReasonKind.STATUS_BESIDE) for told in _near(scene, trigger)]
    near += [(told, ReasonKind.STATUS_ENDING) for told in _by_ending(scene, trigger)]
    near += [(told, ReasonKind.STATUS_NONE) for told in _of_none(scene, noun)]
    rule = scene.pack.triggers.get(trigger.value)
    if rule is not None and rule.promised:
        near.append((Status.EXPECTED, ReasonKind.STATUS_PROMISED))
    if _is_decided(scene, trigger):
        near.append((Status.EXPECTED, ReasonKind.STATUS_DECIDED))
    if _is_split_negation(scene, trigger):
        near.append((Status.DENIED, ReasonKind.STATUS_NEGATED))
    told = (m for m in scene.group("status_sentence") if _covers(scene, m, trigger))
    found: dict[Status, Reason | None] = {Status.REPORTED: None}
    found |= {status: reason(kind, status=status) for status, kind in near}
    for cue in told:
        status = Status(cue.value)
        found[status] = reason(ReasonKind.STATUS_WORDS, status=status, words=cue.span.of(scene.text))
    if _is_own_word(scene, parties, sources):
        found.setdefault(Status.CONFIRMED, reason(ReasonKind.STATUS_OWN_WORD, status=Status.CONFIRMED))
    return dict(sorted(found.items(), key=lambda pair: _ORDER[pair[0]]))


def _is_decided(scene: Scene, trigger: Match) -> bool:
    """Tell whether a day parts a decision from what is decided: "decided in May to withdraw"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    opens = words.purpose | words.to | scene.pack.articles | words.linkers
    for time in scene.times:
        at, after = scene.first_word(time.span), scene.after_word(time.span)
        between = [t.lower for t in tokens[after : trigger.first]]
        leads = 0 < len(between) <= _DECIDED_REACH and all(word in opens for word in between)
        if leads and at > 0 and tokens[at - 1].lower in words.deciding:
            return True
    return False


def _covers(scene: Scene, cue: Match, trigger: Match) -> bool:
    """Tell whether a cue is said of an event, not of one that it names itself or beyond a semicolon."""
    if _names_own(scene, cue, trigger) or not _is_of_plan(scene, cue, trigger):
        return False
    between = scene.sentence.tokens[trigger.last : cue.first]
    if not scene.group("say") and any(t.lower in scene.pack.words.when for t in between):
        return False  # "were stranded when their flight was cancelled"
    if not scene.strong_marks_between(cue.first, trigger.first):
        return True
    own = [m for m in scene.group("trigger") if not scene.strong_marks_between(cue.first, m.first)]
    named = [m for m in scene.group("force", "again") if not scene.strong_marks_between(cue.first, m.first)]
    return not any(noun.last <= verb.first for noun in named for verb in own)


def _is_of_plan(scene: Scene, cue: Match, trigger: Match) -> bool:
    """Tell whether a plan was given up, and not a place: "Plans to send 300 men were abandoned"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    if tokens[cue.last - 1].lower not in words.given_up:
        return True
    planned = any(t.lower in words.plans for t in tokens[: trigger.first])
    return planned and trigger.first < cue.first and not scene.strong_marks_between(trigger.first, cue.first)


def _names_own(scene: Scene, cue: Match, trigger: Match) -> bool:
    """Tell whether what a cue is said of ends before an event: "denied it and said that men had come"."""
    if cue.last > trigger.first:
        return _has_clause(scene, cue)
    joined = any(cue.last < m.first < trigger.first and _is_joined(scene, m) for m in scene.group("say"))
    opens = cue.first == 0 and _opens_as_participle(scene, cue, trigger)
    return joined or opens or _is_which_of(scene, cue, trigger)


def _is_which_of(scene: Scene, cue: Match, trigger: Match) -> bool:
    """Tell whether a word of being somewhere only says which force is meant: "the 700 men based at A"."""
    rule, verb = scene.pack.triggers.get(trigger.value), scene.sentence.tokens[trigger.first].lower
    spoken = verb in scene.pack.passive_auxiliaries | scene.pack.words.auxiliaries
    governed = any(cue.last <= m.first < trigger.first for m in scene.group("trigger"))
    if rule is None or rule.frame is not Frame.STAY or spoken or not governed:
        return False
    noun = next((m for m in scene.group("force") if m.last == trigger.first), None)
    first = max(0, noun.first - _DEFINITE_REACH) if noun else trigger.first
    before = scene.sentence.tokens[first : trigger.first]
    return any(t.lower in scene.pack.words.definite for t in before)


def _is_joined(scene: Scene, match: Match) -> bool:
    """Tell whether "and" or "but" stands right before a match."""
    before = scene.sentence.tokens[match.first - 1].lower if match.first else ""
    return before in scene.pack.words.joiners | scene.pack.words.contrast


def _opens_as_participle(scene: Scene, cue: Match, trigger: Match) -> bool:
    """Tell whether a denial opens a sentence as what befell its subject: "Denied A, they made for B"."""
    ends = tuple(scene.pack.words.promised)
    participle = scene.sentence.tokens[cue.first].lower.endswith(ends)
    return participle and scene.marks_between(cue.first, trigger.first) > 0


def said_of_before(scene: Scene, sources: Sequence[Source]) -> Status:
    """Return what a sentence without a force of its own says of the claims before it.

    "Moscow denies it" and "this could not be verified" cover what the sentence before tells.
    """
    cues = scene.group("status_sentence")
    remark = scene.sentence.span.of(scene.text).rstrip()
    if remark.isupper() or remark.endswith("?"):
        return Status.REPORTED  # "CANCELLED." heads what follows; "What is disputed?" denies nothing
    told = {Status.DENIED for m in cues if m.value == Status.DENIED and not _has_clause(scene, m)}
    told |= {Status.UNCONFIRMED for m in cues if m.value == Status.UNCONFIRMED and m.last - m.first > 1}
    placed = any(m.usage is Usage.LOCATIVE for m in scene.mentions)
    spoken = [s.span for s in sources]
    forces = (m for m in scene.group("force", "goods") if not any(s.covers(m.span) for s in spoken))
    new = placed or any(forces) or len(scene.sentence.tokens) > _REMARK
    return max(told, key=_ORDER.__getitem__) if told and not new else Status.REPORTED


def _has_clause(scene: Scene, cue: Match) -> bool:
    """Tell whether a denial says what it denies: "denies that anything was given up"."""
    opens = scene.pack.words.clause - scene.pack.words.joiners
    return any(t.lower in opens for t in scene.sentence.tokens[cue.last : cue.last + 1])


def later_of(one: Status, other: Status) -> Status:
    """Return the later of two statuses, in the order of `Status`."""
    return max(one, other, key=_ORDER.__getitem__)


def _near(scene: Scene, trigger: Match) -> list[Status]:
    return [
        Status.EXPECTED if is_announced(scene, trigger, m) else Status(m.value)
        for m in scene.group("status_near")
        if (-_AFTER <= trigger.first - m.last + 1 <= _BEFORE or _is_predicate(scene, m, trigger))
        and scene.marks_between(m.first, trigger.first) == 0
        and not _is_of_another(scene, m, trigger)
        and not _is_of_noun(scene, m, trigger)
        and not _is_before_relative(scene, m, trigger)
        and not _is_sole(scene, m)
        and not (m.value == Status.DENIED and _is_only(scene, m.last - 1))
        and not any(m.span.touches(whole.span) for whole in scene.group("status_sentence"))
    ]


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
    return not any(trigger.last <= m.first < cue.first for m in scene.group("trigger", "say"))


def is_ruled_out(scene: Scene, claim: Claim) -> bool:
    """Tell whether a claim is denied of what is to come: "will not be withdrawn before June"."""
    triggers = (m for m in scene.group("trigger") if m.span == claim.trigger)
    near = (told for trigger in triggers for told in (*_near(scene, trigger), *_by_ending(scene, trigger)))
    return claim.status is Status.DENIED and Status.EXPECTED in near


def _is_of_another(scene: Scene, cue: Match, trigger: Match) -> bool:
    """Tell whether a cue is of a verb before: of "the first to be sent to A crossed at B" the first.

    What "and" or a word of purpose joins shares it: "will fly to A and land", "will be sent to relieve".
    """
    shares = scene.pack.words.joiners | scene.pack.words.purpose
    cues = scene.group("status_near")
    verbs = (m for m in scene.group("trigger") if cue.last <= m.first and m.last <= trigger.first)
    seen = (*cues, *scene.group("say"))  # "allegedly shows mercenaries leaving"
    verbs = (m for m in verbs if not any(m.span.touches(other.span) for other in seen))
    between = [scene.sentence.tokens[m.last : trigger.first] for m in verbs]
    if any(words and not any(t.lower in shares for t in words) for words in between):
        return True
    infinitive = scene.sentence.tokens[cue.last - 1].lower in scene.pack.words.purpose
    joined = trigger.first > cue.last and scene.sentence.tokens[trigger.first - 1].lower in shares
    past = scene.sentence.tokens[trigger.first].lower.endswith(tuple(scene.pack.words.past))
    passive = any(
        t.lower in scene.pack.passive_auxiliaries for t in scene.sentence.tokens[cue.last : trigger.first]
    )
    return infinitive and joined and past and not passive  # "refused to fight and returned"


def _is_of_noun(scene: Scene, cue: Match, trigger: Match) -> bool:
    """Tell whether a cue only says more of a noun: "the tanks promised in May", "the promised tanks"."""
    tokens = scene.sentence.tokens
    if not tokens[cue.first].lower.endswith(tuple(scene.pack.words.promised)):
        return False
    noun = any(m.first == cue.last for m in scene.group("force", "goods"))
    article = cue.first > 0 and tokens[cue.first - 1].lower in scene.pack.articles
    return (noun and article) or is_reduced(scene, cue, trigger)


def _is_before_relative(scene: Scene, cue: Match, trigger: Match) -> bool:
    """Tell whether a force and its "that" part a cue from a verb: "will work beside a team that came"."""
    ends = {m.last for m in scene.group("force", "goods", "again")}
    words, opens = scene.pack.words, range(cue.last, trigger.first)
    who = words.relative - words.clause  # "Nobody claimed the attack which killed three"
    tokens = scene.sentence.tokens
    return any(
        (at in ends and tokens[at].lower in words.relative) or (at > cue.last and tokens[at].lower in who)
        for at in opens
    )


def _is_sole(scene: Scene, cue: Match) -> bool:
    """Tell whether "to be" says which force it is: "the first soldiers to be sent to A crossed at B"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    before = tokens[max(0, cue.first - _SOLE_REACH) : cue.first]
    force = any(0 <= cue.first - m.last <= 1 for m in scene.group("force", "demonym"))
    return force and tokens[cue.first].lower in words.purpose and any(t.lower in words.sole for t in before)


def _is_split_negation(scene: Scene, trigger: Match) -> bool:
    """Tell whether a negation of two words holds the verb: "ne partiront pas", "n'ont jamais quitté"."""
    opens, closes = scene.pack.negation
    rule = scene.pack.triggers.get(trigger.value)
    if rule and rule.nominal:
        return False  # "n'excluent pas l'envoi"
    tokens = scene.sentence.tokens
    before = [t.lower for t in tokens[max(0, trigger.first - _NOT_REACH) : trigger.first]]
    if not opens.intersection(before):
        return False
    at = trigger.first - before[::-1].index(next(w for w in reversed(before) if w in opens)) - 1
    end = min(trigger.last + _NOT_BEHIND, len(tokens))
    only = scene.pack.words.clause - scene.pack.words.joiners  # "n'abrite plus que" is no negation
    closed = (n for n in range(at, end) if tokens[n].lower in closes)
    closed = (n for n in closed if n + 1 >= len(tokens) or tokens[n + 1].lower not in only)
    closed = (n for n in closed if not _is_only(scene, n))
    return any(True for _ in closed) and not scene.marks_between(at, trigger.first)


def _is_only(scene: Scene, closes: int) -> bool:
    """Tell whether "que" and a number make "only" of a negation: "ne compte plus à Gao que 300 hommes"."""
    only = scene.pack.words.clause - scene.pack.words.joiners
    ahead = range(closes + 1, min(closes + _ONLY_REACH, len(scene.sentence.tokens)))
    starts = {scene.first_word(n.span) for n in scene.numbers}
    return any(scene.sentence.tokens[at].lower in only and at + 1 in starts for at in ahead)


def _of_none(scene: Scene, noun: Match) -> list[Status]:
    """Read "not one soldier" and "pas un soldat": none of the force, however far the verb is."""
    near = range(noun.first - _NONE_REACH, noun.first + 1)
    far = range(noun.first - _NONE_OF_REACH, noun.first + 1)
    words = scene.sentence.tokens
    links = {m.first for m in scene.group("role") if m.value == "genitive"}
    links |= {at + 1 for at, t in enumerate(words) if t.lower in scene.pack.words.definite}  # "none of the"
    told = (m for m in scene.group("none_of") if m.last in near or (m.last in far and m.last in links))
    return [Status(m.value) for m in told if not words[m.last].lower.isdigit()]  # "No 617 Squadron"


def _by_ending(scene: Scene, trigger: Match) -> list[Status]:
    """Read the conditional of hearsay and the future from the verb's own ending."""
    tokens = scene.sentence.tokens
    noun = trigger.first > 0 and tokens[trigger.first - 1].lower in scene.pack.articles
    behind = _AFTER_NOUN if noun else 0  # "le retrait américain du Niger s'achèvera"
    words = [t.lower for t in tokens[trigger.first : trigger.last + behind] if not t.capital]
    found = []
    if any(ends_with(word, scene.pack.conditional_endings) for word in words):
        found.append(Status.EXPECTED if is_announced(scene, trigger, trigger) else Status.UNCONFIRMED)
    rule = scene.pack.triggers.get(trigger.value)
    loss = rule is not None and rule.frame is Frame.FALL  # "y laissera la vie": told of the past
    if not loss and any(ends_with(word, scene.pack.future_endings) for word in words):
        found.append(Status.EXPECTED)
    return found


def is_told_by_others(scene: Scene) -> bool:
    """Tell whether a sentence has a verb in the form for what somebody else says: "seraient présents"."""
    endings = scene.pack.conditional_endings
    cues = (m for m in scene.group("status_near") if m.value == Status.UNCONFIRMED)
    auxiliary = any(scene.sentence.tokens[m.last - 1].lower.endswith(endings) for m in cues)
    return auxiliary or any(Status.UNCONFIRMED in _by_ending(scene, m) for m in scene.group("trigger"))


def is_own_release(publisher: str | None, pack: LanguagePack) -> bool:
    """Tell whether the publisher of a report is an office, as of a ministry's or a staff's communiqué."""
    matches = pack.lexicon.find(publisher or "", tokenize(publisher or ""))
    office = [m for m in matches if m.group == "official"]
    press = [m for m in matches if m.group == "press"]
    released = [p for p in press if any(o.span.covers(p.span) and o.span != p.span for o in office)]
    return bool(office) and len(released) == len(press)  # "news release" is no news site


def home_of(
    publisher: str | None, about: str | None, sentences: Sequence[Sentence], pack: LanguagePack
) -> str | None:
    """Return the state whose release a report is: that of the publisher's name, or the one named most.

    A state's office of no known state gives "": a force of any side that is told is another's. None where
    the office is that of several states, a mission's: then all sides are its own.
    """
    matches = pack.lexicon.find(publisher or "", tokenize(publisher or ""))
    named = [m.value for m in matches if m.group == "demonym"]
    if not named and about:
        return about
    named = named or [m.value for s in sentences for m in s.matches if m.group == "demonym"]
    (state, most), (_, next_most) = (*Counter(named).most_common(2), ("", 0), ("", 0))[:2]
    if most * 2 > len(named):
        return state
    national = any(m.group == "national" for m in matches)
    return (state if most > next_most and most > 1 else "") if national else None


def _is_own_word(scene: Scene, parties: AbstractSet[str], sources: Sequence[Source]) -> bool:
    """Tell whether the source is an office of a party to the event: then the claim is acknowledged."""
    if scene.own_release and not sources:
        return scene.home is None or scene.home in parties
    if not sources or any(sources[0].span.covers(m.span) for m in scene.group("outsider")):
        return False  # "UN experts", "a military source"
    if _is_of_the_ranks(scene, sources[0]):
        return False
    nations = office_of(scene, sources[0])
    return nations is not None and nations <= parties and not _accuses(scene, sources[0])


def _is_of_the_ranks(scene: Scene, source: Source) -> bool:
    """Tell whether a source is somebody of no name and no office: "a police sergeant"."""
    ranks = (m for m in scene.group("rank") if m.value == "rank" and source.span.covers(m.span))
    return any(not scene.sentence.tokens[m.first].capital for m in ranks)


def _accuses(scene: Scene, source: Source) -> bool:
    """Tell whether a source lays an event at another's door: "Kinshasa accuses Rwanda of having sent"."""
    if not scene.sentence.span.covers(source.span):
        return False
    after = scene.after_word(source.span)
    behind = scene.sentence.tokens[after : after + _ACCUSES_REACH]
    return any(t.lower in scene.pack.words.accusing for t in behind)


def office_of(scene: Scene, source: Source) -> frozenset[str] | None:
    """Return the nations of a source that is an office or a government, or None where it is none."""
    if not scene.sentence.span.covers(source.span):
        return scene.offices.get(source.text) or _office_before(scene.pack, source)
    official = [m for m in scene.group("official") if source.span.covers(m.span)]
    adjectives = [m for m in scene.group("demonym") if source.span.covers(m.span)]
    nations = {m.value for m in adjectives if not any(m.last == n.first for n in adjectives)}  # "Royal Thai"
    named = [m for m in scene.mentions if m.place and source.span.covers(m.span)]
    nations |= {m.place.country_code for m in named if m.place and m.place.country_code}
    seats = {m.value for m in scene.group("seat") if source.span.covers(m.span)}  # "the Pentagon"
    nations |= seats
    government = any(m.usage is Usage.METONYMIC and _heads(scene, m, source) for m in named)
    office = official or seats or government or _is_of_force(scene, source)
    return frozenset(nations) if office else None


def _is_of_force(scene: Scene, source: Source) -> bool:
    """Tell whether a source commands the force of the sentence: "its commander", "leur chef"."""
    first = scene.first_word(source.span)
    before = scene.sentence.tokens[max(0, first - 1) : first + 1]
    titled = any(m.group == "title" and source.span.covers(m.span) for m in scene.sentence.matches)
    return titled and any(t.lower in scene.pack.words.owners for t in before)


def _heads(scene: Scene, mention: Mention, source: Source) -> bool:
    """Tell whether a source is the state itself, not somebody there: "Kigali", not "residents of Gatumba"."""
    between = scene.text[source.span.start : mention.span.start].split()
    return all(word.casefold() in scene.pack.articles for word in between)


def _office_before(pack: LanguagePack, source: Source) -> frozenset[str] | None:
    """Return the nations of an office that the sentence before named: "the Navy ... It added"."""
    matches = pack.lexicon.find(source.text, tokenize(source.text))
    nations = frozenset(m.value for m in matches if m.group in ("demonym", "seat"))
    return nations if any(m.group in ("official", "seat") for m in matches) else None


def means_of(scene: Scene, trigger: Match) -> Means | None:
    """Return by which way the event moved, from the nearest word that tells."""
    match = nearest(scene, trigger.first, scene.group("means"))
    return Means(match.value) if match else None
