"""The places of one event: which of a sentence's places are its own, and what each is to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, takewhile

from geo.claims.place.ends import is_destination, is_object, is_origin, words_of
from geo.claims.place.roles import OUT_OF, Role, is_host, is_opening, is_right_before, role_of
from geo.claims.place.within import (
    are_listed,
    distinct,
    finest,
    is_example,
    is_list,
    is_part_of,
    lies_in,
    together,
)
from geo.claims.scene import ECHO, Scene, asides, clauses, is_reduced, relative_before, with_articles
from geo.claims.side.actors import owns_before
from geo.claims.verbs import frame_of, is_done_by, is_passive
from geo.languages import Frame
from geo.records import Mention, Place, PlaceKind, Span, Usage
from geo.text import Match

_BEFORE_VERB = 3  # words that a place before its verb counts as farther
_JOINED_REACH = 5  # words from "join" to those joined, and from "deployed" to where
_LEFT = 20  # words that a place left counts as farther from a verb of staying behind it
_STRUCK_REACH = 4  # words from "against" to the name behind "the village of"
_THEN_REACH = 4  # words from "then" to "to": "then on by rail to"
_SERVED_REACH = 5  # words from "after" to "in": "after a six month tour in"
_OTHER_CLAUSE = 1000  # words that a place of another clause counts as away
_WEAK = (Role.NONE, Role.WITH, Role.LOCATION, Role.GENITIVE)


@dataclass(frozen=True, slots=True)
class Where:
    """The places of one event, and where the text names them.

    `lent` is True where the sentence neither names a place nor points to one; `more` are further goals of a
    list: "to Gao and Kidal".
    """

    origin: Place | None = None
    destination: Place | None = None
    places: tuple[Place, ...] = ()
    spans: tuple[Span, ...] = ()
    lent: bool = False
    more: tuple[Mention, ...] = ()


def places_of(scene: Scene, trigger: Match, frame: Frame, triggers: Sequence[Match]) -> Where:
    """Return the places that belong to one trigger of a sentence."""
    if frame in (Frame.STAY, Frame.FALL):
        roles = _shared_roles(scene, trigger, frame, triggers)
        chosen = together(scene, _nearest_said(scene, trigger, roles))
        return Where(places=distinct(chosen), spans=tuple(m.span for m in chosen))
    roles = _own_roles(scene, trigger, triggers, [])
    roles = [(m, r) for m, r in roles if r is not Role.ORIGIN or not _is_whence(scene, trigger, m)]
    stood = [m for m, r in roles if r is Role.LOCATION and _is_where_they_were(scene, trigger, m)]
    roles = [(m, Role.ORIGIN if m in stood or _is_time_served(scene, m, r) else r) for m, r in roles]
    roles = [(m, Role.ORIGIN if _is_loading_place(scene, trigger, m, r) else r) for m, r in roles]
    roles = [(m, Role.VIA if _is_turned_at(scene, trigger, m, r) else r) for m, r in roles]
    starts = [(m, r) for m, r in roles if is_origin(scene, trigger, frame, m, r)]
    if frame is not Frame.LEAVE:
        starts = [(m, r) for m, r in starts if not _is_one_of_states(scene, m)]
    behind = [m for m, r in starts if scene.first_word(m.span) >= trigger.last and r is Role.ORIGIN]
    origin = finest(behind or [m for m, _ in starts])
    passed = origin if origin and _is_passed(scene, trigger, origin) else None
    origin = None if passed else origin
    if origin is None and frame is Frame.LEAVE:
        origin = _related(scene, trigger)
    rest = [(m, r) for m, r in roles if m is not origin]
    rest = [(m, Role.VIA if origin and _is_crossing(scene, trigger, m, r) else r) for m, r in rest]
    rest = [(m, Role.DESTINATION if r is Role.VIA and _is_call(scene, trigger, m) else r) for m, r in rest]
    rest = [(m, r) for m, r in rest if not _is_of_purpose(scene, trigger, m, rest)]
    destination = _goal([m for m, r in rest if r is Role.DESTINATION], scene, trigger)
    if destination is None and not _goes_nowhere_known(scene, trigger, triggers):
        goals = [(m, r) for m, r in rest if not _is_crossing(scene, trigger, m, r)]
        ends = [m for m, r in goals if is_destination(scene, trigger, frame, m, r)]
        destination = _goal(ends, scene, trigger) or _joined_at(scene, trigger)
        destination = destination or _received_in(scene, trigger)
    origin = None if _only_holds(roles, origin, destination) else origin
    via = [m for m, r in rest if m is not destination and r is Role.VIA and m.usage is Usage.LOCATIVE]
    via += [passed] if passed else []
    via += [m for m, r in rest if m is not destination and _is_crossing(scene, trigger, m, r)]
    used = [m for m in (origin, destination, *via) if m]
    return Where(
        origin.place if origin else None,
        destination.place if destination else None,
        distinct(via),
        tuple(m.span for m in used),
        more=_listed(scene, destination, [m for m, _ in roles if m not in via]),
    )


def _only_holds(roles: Sequence[tuple[Mention, Role]], origin: Mention | None, goal: Mention | None) -> bool:
    """Tell whether a land is only where a way within it is told: "the mission in Mali sent 90 men to Gao"."""
    if origin is None or goal is None or (origin, Role.LOCATION) not in roles:
        return False
    return is_part_of(goal.place, origin.place)


def _is_turned_at(scene: Scene, trigger: Match, mention: Mention, role: Role) -> bool:
    """Tell whether who leaves only was near a place: "turned back off Goa", not "left a base near Sake"."""
    link = scene.sentence.ending_at("role", scene.first_word(mention.span))
    if role is not Role.LOCATION or link is None or link.first != trigger.last:
        return False
    near = scene.pack.words.nearby | scene.pack.words.outside
    beside = scene.sentence.tokens[link.first].lower in near
    return beside and frame_of(scene, trigger).frame is Frame.LEAVE


def _is_one_of_states(scene: Scene, mention: Mention) -> bool:
    """Tell whether a state is of a list of those that a force is of: "250 soldiers from Togo and Mali"."""
    states = [m for m in scene.mentions if m.place and m.place.kind is PlaceKind.COUNTRY]
    return any(mention in pair and are_listed(scene, *pair) for pair in pairwise(states))


def _is_where_they_were(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether a clause says where a force was before: "men who had fought in A were sent to B"."""
    at, tokens, words = scene.first_word(mention.span), scene.sentence.tokens, scene.pack.words
    heads = [m.last for m in scene.group("force", "demonym") if m.last < at]
    if at > trigger.first or not heads or scene.marks_between(heads[-1], trigger.first):
        return False
    if is_done_by(scene, trigger):
        return False  # "the battery that B placed at A was joined by a second"
    clause = tokens[heads[-1]].lower in words.relative
    others = any(heads[-1] < m.first < trigger.first for m in scene.group("trigger", "status_near"))
    return clause and not others and scene.after_word(mention.span) < trigger.first


def _is_whence(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether a place only says whence men are: "40 soldiers, most of them medics from A, follow"."""
    at = scene.first_word(mention.span)
    marks = [n for n in range(1, len(scene.sentence.tokens)) if scene.marks_between(n - 1, n)]
    opens = max((n for n in marks if n <= at), default=0)
    ends = min((n for n in marks if n > at), default=len(scene.sentence.tokens))
    verbs = any(opens <= m.first < ends for m in scene.group("trigger"))
    if verbs or opens == 0 or ends > trigger.first:
        return False
    nouns = [m for m in scene.group("force") if m.last <= at]
    link = scene.sentence.ending_at("role", at)
    return any(m.last <= opens for m in nouns) and any(link and m.last == link.first for m in nouns)


def _goal(ends: Sequence[Mention], scene: Scene, trigger: Match) -> Mention | None:
    """Return where a way ends: behind its verb, and not A of "who got to A were flown to B"."""
    ahead = [m for m in ends if scene.first_word(m.span) >= trigger.last]
    return finest(ahead or ends)


def _is_of_purpose(
    scene: Scene, trigger: Match, mention: Mention, roles: Sequence[tuple[Mention, Role]]
) -> bool:
    """Tell whether a place only says what a way is for: "entered A to reopen the road to B"."""
    tokens, first = scene.sentence.tokens, scene.first_word(mention.span)
    small = scene.pack.articles | scene.pack.determiners
    aims = [at for at in range(trigger.last, first - 2) if tokens[at].lower in scene.pack.words.purpose]
    aims = [at for at in aims if not tokens[at + 1].capital and tokens[at + 1].lower not in small]
    if not aims or any(aims[-1] < m.first < first for m in scene.group("trigger")):
        return False
    ends = (Role.LOCATION, Role.DESTINATION)
    return any(trigger.last <= scene.first_word(m.span) < aims[-1] for m, r in roles if r in ends)


def _joined_at(scene: Scene, trigger: Match) -> Mention | None:
    """Return where those are whom a force joins or relieves: "will join the battalion deployed in Gao"."""
    words = scene.pack.words.joining
    words = words if is_passive(scene, trigger) else words | scene.pack.words.relieving
    if not any(t.lower in words for t in words_of(scene, trigger)):
        return None
    joined = scene.group("force", "demonym", "again")
    ends = {m.last for m in joined if 0 <= m.first - trigger.last <= _JOINED_REACH}
    counts = {scene.first_word(n.span): scene.after_word(n.span) for n in scene.numbers}
    ends |= {after for first, after in counts.items() if 0 <= first - trigger.last <= 1}
    verbs = (m.last for m in scene.group("trigger") if {m.first, m.first - 1} & ends)
    there = next(verbs, max(ends, default=None))  # "deployed in Gao", or only "in Gao"
    for mention in scene.mentions if there is not None else ():
        apart = scene.first_word(mention.span) - (there or 0)
        near = 0 <= apart <= _JOINED_REACH and not scene.marks_between(
            trigger.last, scene.first_word(mention.span)
        )
        if near and role_of(scene, mention) is Role.LOCATION:
            return mention
    return None


def _received_in(scene: Scene, trigger: Match) -> Mention | None:
    """Return who receives, an aside behind it: "Niger, from which the French left in May, received 90"."""
    if not frame_of(scene, trigger).received or is_passive(scene, trigger):
        return None
    subjects = (m for m in scene.mentions if m.place and role_of(scene, m) is Role.NONE)
    return next((m for m in subjects if is_right_before(scene, m, trigger)), None)


def _is_time_served(scene: Scene, mention: Mention, role: Role) -> bool:
    """Tell whether a place is where somebody has been: "landed at A after six months in B"."""
    link = scene.sentence.ending_at("role", scene.first_word(mention.span))
    if link is None or role is not Role.LOCATION:
        return False
    tokens, first = scene.sentence.tokens, max(0, link.first - _SERVED_REACH)
    after = [at for at in range(first, link.first) if tokens[at].lower in scene.pack.words.after]
    units = {word for words in scene.pack.dates.vocabulary["units"].values() for word in words}
    span = {t.lower for at in after[-1:] for t in tokens[at + 1 : link.first]}
    verb = any(at < m.first < link.first for at in after[-1:] for m in scene.group("trigger"))
    return (
        bool(span & units) and not verb and scene.marks_between(link.first - _SERVED_REACH, link.first) == 0
    )


def _is_loading_place(scene: Scene, trigger: Match, mention: Mention, role: Role) -> bool:
    """Tell whether a place is where a carrier took its load: "A ship, laden with rice at A, docked at B"."""
    first, tokens = scene.first_word(mention.span), scene.sentence.tokens
    if role is not Role.LOCATION or first > trigger.first or not scene.marks_between(first, trigger.first):
        return False
    laden = [at for at in range(first) if tokens[at].lower in scene.pack.words.laden]
    return bool(laden) and scene.marks_between(laden[-1], first) == 0


def _is_call(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether a place on the way is where the verb itself ends: "will not be calling at Cebu"."""
    link = scene.sentence.ending_at("role", scene.first_word(mention.span))
    stops = link is not None and scene.sentence.tokens[link.last - 1].lower in scene.pack.words.within
    return link is not None and stops and link.first == trigger.first


def _is_passed(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether water that is left is only passed: "cleared the Suez Canal and berthed at A"."""
    rule = scene.pack.triggers.get(trigger.value)
    water = mention.place is not None and mention.place.kind is PlaceKind.WATER
    return rule is not None and rule.onto and water


def _is_crossing(scene: Scene, trigger: Match, mention: Mention, role: Role) -> bool:
    """Tell whether a place is where a border was crossed: "crossed into Syria at Qamishli"."""
    crosses = any(t.lower in scene.pack.words.crossing for t in words_of(scene, trigger))
    link = scene.sentence.ending_at("role", scene.first_word(mention.span))
    at = link is not None and scene.sentence.tokens[link.first].lower in scene.pack.words.put_at
    return crosses and at and role is Role.LOCATION and scene.first_word(mention.span) >= trigger.last


def _listed(scene: Scene, goal: Mention | None, own: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the goals that go on a list behind one: Djanet of "to Tamanrasset and Djanet"."""
    if goal is None or _is_between(scene, goal):
        return ()
    link = scene.sentence.ending_at("role", scene.first_word(goal.span))
    words = {t.lower for t in scene.sentence.tokens[link.first : link.last]} if link else set()
    if link is not None and link.value == Role.LOCATION and not words & scene.pack.words.within:
        return ()  # "across Germany and Poland"
    found, ends, closed = [goal], 1, False
    for mention in own:
        if mention.span.start < found[-1].span.end or mention.usage is Usage.METONYMIC:
            continue
        if goes_then_to(scene, mention) and not _is_parted(scene, found[-1], mention):
            found.append(mention)
            ends = len(found)
            continue
        gap = [
            t.lower
            for t in scene.sentence.tokens[scene.after_word(found[-1].span) : scene.first_word(mention.span)]
        ]
        joined = bool(scene.pack.words.joiners.intersection(gap))
        comma = all(word in scene.pack.articles for word in gap)
        counts = any(scene.first_word(n.span) == scene.after_word(mention.span) for n in scene.numbers)
        closed = closed or counts or not is_list(scene, found[-1], mention) or not (joined or comma)
        if closed:
            continue  # "to Portugal, and Spain two"
        found.append(mention)
        if joined:
            ends = len(found)
    return tuple(found[1:ends])


def goes_then_to(scene: Scene, mention: Mention) -> bool:
    """Tell whether a way only leads through the goal before this one: "to A, then on by rail to B"."""
    link = scene.sentence.ending_at("role", scene.first_word(mention.span))
    if link is None or link.value not in (Role.DESTINATION, Role.LOCATION):
        return False
    tokens, words = scene.sentence.tokens, scene.pack.words
    near = range(link.first - 1, max(-1, link.first - 1 - _THEN_REACH), -1)
    clause = takewhile(lambda at: not scene.marks_between(at, link.first), near)
    then = any(tokens[at].lower in words.then for at in clause)
    onward = link.last - link.first > 1 and tokens[link.first].lower in words.onward  # "and on to B"
    return (then or (onward and link.value == Role.DESTINATION)) and mention.usage is Usage.LOCATIVE


def _is_parted(scene: Scene, left: Mention, right: Mention) -> bool:
    """Tell whether a verb, a force or a number stands between two names, so that the second is another's."""
    low, high = scene.after_word(left.span), scene.first_word(right.span)
    words = [m.first for m in scene.group("trigger", "force", "goods", "say")]
    words += [scene.first_word(n.span) for n in scene.numbers]
    return any(low <= at < high for at in words) or scene.strong_marks_between(low - 1, high) > 0


def _is_between(scene: Scene, mention: Mention) -> bool:
    """Tell whether a name is one end of a way that is only known as "between A and B"."""
    link = scene.sentence.ending_at("role", with_articles(scene, scene.first_word(mention.span)))
    return link is not None and scene.sentence.tokens[link.first].lower in scene.pack.numbers.range_between


def _related(scene: Scene, trigger: Match) -> Mention | None:
    """Return the place that a relative clause leaves: "Aïta, que les derniers chars avaient évacuée"."""
    at = relative_before(scene, trigger)
    if at is None:
        return None
    ends = {scene.after_word(m.span): m for m in scene.mentions if m.place}
    subjects = scene.group("force", "again", "demonym")
    return ends.get(at) if any(at < m.first < trigger.first for m in subjects) else None


def _shared_roles(
    scene: Scene, trigger: Match, frame: Frame, triggers: Sequence[Match]
) -> list[tuple[Mention, Role]]:
    """Return the places of a presence; what is lost in one sentence shares them, unless each has its own."""
    going_on = [t for t in triggers if t.first == trigger.last and frame_of(scene, t).frame is Frame.STAY]
    roles = _own_roles(scene, trigger, triggers, going_on)  # "remain stationed in A"
    behind = any(r is Role.LOCATION and scene.first_word(m.span) >= trigger.last for m, r in roles)
    if frame is Frame.STAY or trigger.group == ECHO or behind:
        return roles
    losses = [t for t in triggers if frame_of(scene, t).frame is Frame.FALL and t.group != ECHO]
    return _own_roles(scene, trigger, triggers, losses)


def _nearest_said(scene: Scene, trigger: Match, roles: Sequence[tuple[Mention, Role]]) -> Sequence[Mention]:
    """Return where a force stands: of "the mission in Mali is based in Gao and Kidal" the places behind."""
    found: list[tuple[Mention, Role]] = []
    for mention, role in roles:
        alike = role in (Role.ORIGIN, Role.NONE) and found and found[-1][1] is role
        more = alike and is_list(scene, found[-1][0], mention)  # "out of A, B and C", "hold A, B and C"
        if _stands(scene, trigger, mention, role) or more:
            found.append((mention, role))
    said = [m for m, r in found if r in (Role.LOCATION, Role.DESTINATION) or is_object(scene, trigger, m)]
    behind = [m for m in said if scene.first_word(m.span) >= trigger.last]
    if behind and scene.marks_between(trigger.first, scene.first_word(behind[0].span)) == 0:
        return [m for m, _ in found if m.span.start >= behind[0].span.start]
    return said or [m for m, _ in found]


def _own_roles(
    scene: Scene, trigger: Match, triggers: Sequence[Match], shared: Sequence[Match]
) -> list[tuple[Mention, Role]]:
    """Return the placed mentions that lie nearer to this trigger than to any other, with their roles.

    What is said to be lost in one sentence is lost in one place, so triggers of losses share theirs.

    A name in a list ("à Oussouriïsk, Khabarovsk et Blagovechtchensk") has the role of the one before.
    """
    own: list[tuple[Mention, Role]] = []
    previous: tuple[Mention, Role, Match] | None = None
    owners = _owners(scene, tuple(triggers))
    for mention in scene.mentions:
        role = role_of(scene, mention)
        starts = role is Role.GENITIVE and _starts_a_way(scene, mention)  # "du bataillon de Gao vers Kidal"
        role = Role.ORIGIN if starts or (role is Role.GENITIVE and is_opening(scene, mention)) else role
        owner, led = owners[mention], False
        leads = role in (Role.LOCATION, Role.DESTINATION)
        if previous and leads and _is_way(scene, previous[0], mention):
            if own and own[-1][0] is previous[0] and _may_be_from(scene, previous[0]):
                own[-1] = (previous[0], Role.ORIGIN)  # "the road of A to B"
                previous = (previous[0], Role.ORIGIN, previous[2])
            if previous[1] is Role.ORIGIN and role is Role.LOCATION:
                role, owner, led = Role.DESTINATION, previous[2], True  # «из Пскова в Ростовскую область»
        if previous and role is Role.LOCATION and _ends_way(scene, previous, mention):
            role, owner = Role.DESTINATION, previous[2]
        if (
            previous
            and role is Role.LOCATION
            and owner.group == ECHO
            and _repeats(scene, previous[0], mention)
        ):
            role = previous[1]
        alike = mention.usage is Usage.LOCATIVE and role in _WEAK
        listed = previous is not None and (
            is_list(scene, previous[0], mention)
            or (role is Role.NONE and is_example(scene, previous[0], mention))
        )
        if previous and alike and listed:
            role, owner = previous[1], previous[2]
        contains = previous is not None and lies_in(scene, previous[0], mention)
        contains = contains and not (led and mention.place and mention.place.kind is PlaceKind.ADMIN)
        previous = (mention, role, owner)
        mine = owner is trigger or owner in shared
        fought = mine and _is_fought(scene, trigger, mention)
        place = mention.place if starts or fought or mention.usage is not Usage.EMBEDDED else None
        mine = mine and not (role is Role.LOCATION and _is_said_of_force(scene, trigger, mention))
        if mine and place and not contains and not is_of_nation(scene, mention):
            own.append((mention, Role.LOCATION if fought else role))
    return own


def _is_said_of_force(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether commas set off a place from a verb: "The company, drawn from men in A, left for B"."""
    at = scene.first_word(mention.span)
    if _is_loading_place(scene, trigger, mention, Role.LOCATION):
        return False
    return any(opens <= at < ends <= trigger.first for opens, ends in asides(scene))


def _is_fought(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether a loss is of a battle that has its place for a name: "killed in the battle of A"."""
    if mention.usage is not Usage.EMBEDDED:
        return False
    link = scene.sentence.ending_at("role", scene.first_word(mention.span))
    noun = scene.sentence.tokens[link.first - 1].lower if link and link.first else ""
    lost = frame_of(scene, trigger).frame is Frame.FALL
    return lost and noun in scene.pack.words.engagements


def is_of_nation(scene: Scene, mention: Mention) -> bool:
    """Tell whether a state's name stands for its adjective: "a New Zealand party", not "in Mali troops"."""
    if mention.place is None or mention.place.kind is not PlaceKind.COUNTRY:
        return False
    first, after = scene.first_word(mention.span), scene.after_word(mention.span)
    before = scene.sentence.tokens[first - 1].lower if first else ""
    counted = any(scene.after_word(n.span) == first for n in scene.numbers)
    led = any(m.span.covers(mention.span) and m.span != mention.span for m in scene.group("sideless"))
    if led or owns_before(scene, mention):
        return True  # "a US-led coalition"
    noun = any(m.first == after for m in scene.group("force", "collective"))
    return noun and (counted or before in scene.pack.articles)


def _goes_nowhere_known(scene: Scene, trigger: Match, triggers: Sequence[Match]) -> bool:
    """Tell whether the goal is named but held by no gazetteer: then no other place is taken for it."""
    owners = _owners(scene, tuple(triggers))
    unplaced = (m for m in scene.mentions if m.place is None)
    return any(role_of(scene, m) is Role.DESTINATION and owners[m] is trigger for m in unplaced)


def _starts_a_way(scene: Scene, mention: Mention) -> bool:
    """Tell whether "de A" goes on with "à B"."""
    behind = [m for m in scene.mentions if m.span.start >= mention.span.end]
    link = scene.sentence.starting_at("role", scene.after_word(mention.span))
    if not behind and link is not None and link.value == Role.DESTINATION:
        return True  # "de A vers le banc B", which no gazetteer holds
    far = len(behind) > 1 and _leads_on(scene, mention, behind[0], behind[1])
    return far or (bool(behind) and _is_way(scene, mention, behind[0]))


def _is_way(scene: Scene, start: Mention, end: Mention) -> bool:
    """Tell whether only "à", "to" or "vers" lies between two names: "de A à B", "la route de A vers le B"."""
    after, first = scene.after_word(start.span), scene.first_word(end.span)
    between = scene.sentence.tokens[after:first]
    link = scene.sentence.starting_at("role", after)
    whole = link is not None and link.last == first  # "du camp de A à celui de B"
    alone = (whole or len(between) in (1, 2)) and not scene.marks_between(after - 1, first)
    leads = link is not None and link.value == Role.DESTINATION
    return alone and (leads or between[0].lower in scene.pack.words.to)


def _ends_way(scene: Scene, previous: tuple[Mention, Role, Match], end: Mention) -> bool:
    """Tell whether a way that begins before what its start lies in ends at a place."""
    before = [m for m in scene.mentions if m.span < previous[0].span]
    leads = bool(before) and _leads_on(scene, before[-1], previous[0], end)
    return leads and previous[1] is Role.ORIGIN


def _repeats(scene: Scene, before: Mention, mention: Mention) -> bool:
    """Tell whether a place has the preposition of the one before: "est parti à Gao, le reste à Kidal"."""
    links = [scene.sentence.ending_at("role", scene.first_word(m.span)) for m in (before, mention)]
    words = {scene.sentence.tokens[link.last - 1].lower if link else "" for link in links}
    return len(words) == 1 and "" not in words


def _leads_on(scene: Scene, start: Mention, inside: Mention, end: Mention) -> bool:
    """Tell whether "à" leads on from what a start lies in: "de Goma, au Nord-Kivu, à Bunia"."""
    link = scene.sentence.ending_at("role", scene.first_word(end.span))
    leads = link is not None and scene.sentence.tokens[link.first].lower in scene.pack.words.to
    return leads and lies_in(scene, start, inside)


def _may_be_from(scene: Scene, start: Mention) -> bool:
    """Tell whether a way to a place may as well begin there: "la route de Gao", which goes on to another."""
    at = scene.first_word(start.span)
    into = (m for m in scene.group("role") if m.first < at < m.last)  # "la piste de Gao"
    link = scene.sentence.ending_at("role", at) or next(into, None)
    words = scene.sentence.tokens[link.first : link.last] if link else ()
    leads = link is not None and link.value == Role.DESTINATION
    return leads and any(t.lower in scene.pack.words.roads for t in words)


@lru_cache(maxsize=8)  # asked again for each trigger of a sentence
def _owners(scene: Scene, triggers: tuple[Match, ...]) -> Mapping[Mention, Match]:
    """Return the trigger nearest to each mention, within its own clause."""
    begins = clauses(scene, triggers)
    said_more = {v: [t for t in triggers if is_reduced(scene, t, v)] for v in triggers}

    def cost(trigger: Match, mention: Mention) -> tuple[int, int]:
        at = scene.first_word(mention.span)
        inside = any(t.last <= at < trigger.first for t in said_more[trigger])  # "sent to A in May returned"
        if at < begins[trigger] or inside:
            return _OTHER_CLAUSE, trigger.first
        behind = at < trigger.first
        stays = behind and frame_of(scene, trigger).frame is Frame.STAY
        left = (
            stays and role_of(scene, mention) is Role.ORIGIN
        )  # "From A, where they had slept, they flew to B"
        joined = behind and _is_of_verb_before(scene, trigger, triggers, mention)
        apart = scene.distance(trigger.first, at) + (_LEFT if left or joined else 0)
        return apart + (_BEFORE_VERB if behind else 0), trigger.first

    return {mention: min(triggers, key=lambda t: cost(t, mention)) for mention in scene.mentions}


def _is_of_verb_before(scene: Scene, verb: Match, triggers: Sequence[Match], mention: Mention) -> bool:
    """Tell whether "and" joins a verb to one with a place of its own: "took aid to A and sailed for B"."""
    at, words = scene.first_word(mention.span), scene.pack.words
    if scene.pack.verbs_embrace or scene.sentence.tokens[verb.first - 1].lower not in words.joiners:
        return False
    own = any(scene.first_word(m.span) >= verb.last for m in scene.mentions)
    leads = role_of(scene, mention) in (Role.DESTINATION, Role.LOCATION)
    return own and leads and any(t.last <= at for t in triggers)


def _stands(scene: Scene, trigger: Match, mention: Mention, role: Role) -> bool:
    if is_host(scene, trigger, mention):
        return True
    if mention.usage is Usage.METONYMIC:
        return (
            role is Role.LOCATION and mention.place is not None and mention.place.kind is not PlaceKind.CITY
        )
    if role is Role.NONE:
        return is_object(scene, trigger, mention)
    if role is Role.GENITIVE and _is_of_army(scene, mention):
        return False
    if role is Role.ORIGIN:  # "operating out of Sigonella"
        return trigger.group != ECHO and 0 <= scene.first_word(mention.span) - trigger.last <= OUT_OF
    struck = role is Role.WITH and _is_struck(scene, trigger, mention)
    return struck or role in (Role.LOCATION, Role.DESTINATION, Role.GENITIVE, Role.VIA)


def _is_of_army(scene: Scene, mention: Mention) -> bool:
    """Tell whether a place only says which army is meant: "the army of Tripoli retook A, losing 19 men"."""
    link = scene.sentence.ending_at("role", scene.first_word(mention.span))
    bodies = {m.span for m in scene.group("collective")}
    army = any(link and m.last == link.first and m.span in bodies for m in scene.group("official"))
    others = (m for m in scene.mentions if m is not mention and m.usage is Usage.LOCATIVE)
    return army and any(m.place and role_of(scene, m) is not Role.GENITIVE for m in others)


def _is_struck(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether a loss is of an attack against a place: "killed in a raid against the camp of A"."""
    first, words = scene.first_word(mention.span), scene.pack.words
    near = (scene.sentence.starting_at("role", at) for at in range(max(0, first - _STRUCK_REACH), first))
    links = [link for link in near if link is not None and link.value == Role.WITH]
    against = any(scene.sentence.tokens[link.first].lower in words.compared for link in links)
    return against and frame_of(scene, trigger).frame is Frame.FALL
