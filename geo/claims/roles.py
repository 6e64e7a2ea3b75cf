"""Where an event begins, passes and ends: roles of places from prepositions and distance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from geo.claims.actors import frame_of, is_done_by, is_passive
from geo.claims.scene import ECHO, Scene, clauses, relative_before
from geo.languages import Frame
from geo.records import Mention, Place, PlaceKind, Span, Usage
from geo.text import Match, Token

_ADJECTIVES = 3  # words between a kind word and "de", at most, and one
_BACK = 7  # words between the preposition and the name, at most
_APPOSITION = 10  # characters between a place and what it lies in: ", dans le "
_OF_FORCE = 3  # words between a force and "in" and the place where it is
_FINER_GAP = 16  # characters between a place and one in it: ", sur la base d'"
_LIST_GAP = 2  # words between two names of a list
_EXAMPLE_GAP = 8  # words from a name to an example of its like
_EXAMPLE_REACH = 2  # words before the example in which "such as" stands
_BEFORE_VERB = 3  # words that a place before its verb counts as farther
_OTHER_CLAUSE = 1000  # words that a place of another clause counts as away
_MARKS_TO_GOAL = 1  # commas between a verb of going and "in", before it is of something else
_HOST_REACH = 3  # words from a place to "hosts"
_FROM_REACH = 6  # words between "from" and "at", as in "from their station at"
_AGENT_REACH = 5  # words from "held" to the force behind "by"
_OWNED_REACH = 3  # words from "Mali's" to the place in it
_ABOARD = 6  # words from "boarded" to where
_OUT_OF = 2  # words from "operating" to where out of
_DIRECT_OBJECT = 3  # words between "quitté" and the place that is left
_FAR_OBJECT = 6  # the same over an aside: "quitté dans un fracas la base"


class Role(StrEnum):
    """What a preposition says of a place."""

    DESTINATION = "destination"
    ORIGIN = "origin"
    GENITIVE = "genitive"
    LOCATION = "location"
    VIA = "via"
    WITH = "with"
    NONE = "none"


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


def role_of(scene: Scene, mention: Mention) -> Role:
    """Return what the preposition before a place says, over kind words, articles and adjectives.

    "vers la ville portuaire russe de Vladivostok" is a destination although "de" stands right before.
    """
    sentence, tokens = scene.sentence, scene.sentence.tokens
    at, after = scene.first_word(mention.span), scene.after_word(mention.span)
    if _only_owns(scene, after):
        return Role.WITH
    if any(m.first == at and m.last < after for m in scene.group("force")):
        return Role.LOCATION  # "The garrison of Tobruk numbered 27,000"
    first, skipped_kind = at, False
    while first > 0 and at - first <= _BACK and not scene.marks_between(first - 1, at):
        role = sentence.ending_at("role", first)
        if role and tokens[role.first].lower in scene.pack.numbers.range_between:
            return Role.LOCATION if mention.usage is Usage.LOCATIVE else Role.WITH
        if role and tokens[role.first].lower in scene.pack.words.agent and mention.usage is Usage.METONYMIC:
            return Role.WITH
        kind = _kind_word(scene, role.first) if role and role.value == Role.GENITIVE else None
        if role and kind is None:
            outer = _outer_role(scene, role.first) if role.value == Role.LOCATION else None
            outer = outer or (_inner_role(scene, role.first) if role.value == Role.GENITIVE else None)
            return outer or Role(role.value)
        if kind:
            first, skipped_kind = kind.first, True
            continue
        owner = _owner_first(scene, first)
        if owner is not None:
            first = owner
            continue
        generic = sentence.ending_at("generic", first)
        demonym = sentence.ending_at("demonym", first)
        step = generic or demonym or role
        if step:
            first, skipped_kind = step.first, skipped_kind or bool(generic)
        elif tokens[first - 1].lower in scene.pack.articles or skipped_kind:
            first -= 1
        else:
            break
    return Role.NONE


def _only_owns(scene: Scene, after: int) -> bool:
    """Tell whether a place only says whose something is: "in Sudan's war", not "to Chad's border"."""
    if after >= len(scene.sentence.tokens):
        return False
    owns = scene.sentence.tokens[after].lower in scene.pack.words.possessive
    part = any(scene.sentence.starting_at("generic", n) for n in (after + 1, after + 2))
    named = any(0 < scene.first_word(m.span) - after <= _OWNED_REACH for m in scene.mentions)
    return owns and (named or not part)  # in "left Mali's capital, Bamako" the place is Bamako


def _owner_first(scene: Scene, last: int) -> int | None:
    """Return where the place begins that owns what follows it: "to Russia's Kursk region"."""
    if scene.sentence.tokens[last - 1].lower not in scene.pack.words.possessive:
        return None
    owners = (m for m in scene.mentions if scene.after_word(m.span) == last - 1)
    return next((scene.first_word(m.span) for m in owners), None)


def _outer_role(scene: Scene, last: int) -> Role | None:
    """Return what "from" or "to" and a common noun say before a preposition: "from their station at A"."""
    tokens, first = scene.sentence.tokens, last
    while first > 0 and last - first < _FROM_REACH and not scene.marks_between(first - 1, last):
        link = scene.sentence.ending_at("role", first)
        if link and link.value in (Role.ORIGIN, Role.DESTINATION):
            verb = any(m.last == link.first for m in scene.group("trigger"))  # "withdrew to a camp near A"
            verb = verb or _leads_to_noun(scene, link)
            leads = link.value == Role.ORIGIN or (verb and tokens[link.first].lower in scene.pack.words.to)
            alone = first < last and not _holds_more(scene, first, last)
            return Role(link.value) if leads and alone else None
        if tokens[first - 1].capital or link:
            return None
        first -= 1
    return None


def _inner_role(scene: Scene, last: int) -> Role | None:
    """Return what "in" and a part say before "of": "in the hangars of A", not "at the request of A"."""
    tokens, first = scene.sentence.tokens, last - 1
    if first < 1 or tokens[first].capital or tokens[first].lower in scene.pack.words.abstract:
        return None
    if any(m.first <= first < m.last for m in scene.group("force", "goods", "trigger", "title", "official")):
        return None
    article = tokens[first - 1].lower in scene.pack.articles
    link = scene.sentence.ending_at("role", first - 1) if article else None
    inside = link is not None and tokens[link.first].lower in scene.pack.words.within
    return Role.LOCATION if inside and not scene.marks_between(first - 1, last) else None


def _leads_to_noun(scene: Scene, link: Match) -> bool:
    """Tell whether "to" leads to a noun, not to a verb: "flown by helicopter to the hospital in A"."""
    noun = scene.sentence.tokens[link.last].lower in scene.pack.articles
    before = [m for m in scene.group("trigger") if m.last <= link.first]
    return noun and bool(before) and not scene.marks_between(before[-1].last - 1, link.first)


def _holds_more(scene: Scene, first: int, last: int) -> bool:
    """Tell whether a verb, a force, a number or a time stands between: "from a jet at", "from 27 nations"."""
    found = [m.first for m in scene.group("trigger", "force", "goods")]
    counted = (n.span for n in scene.numbers if n.high != 1)  # not "from a base in"
    found += [scene.word_at(span.end - 1) for span in (*counted, *(t.span for t in scene.times))]
    return any(first <= at < last for at in found)


def _kind_word(scene: Scene, last: int) -> Match | None:
    """Return the kind word before "de", over an adjective or two: "ville portuaire russe de"."""
    for end in range(last, max(last - _ADJECTIVES, 0), -1):
        parted = end < last and scene.marks_between(end - 1, last - 1)
        if parted or any(end <= m.first < last or m.last == last for m in scene.group("trigger")):
            return None
        found = scene.sentence.ending_at("generic", end)
        if found:
            return found
    return None


def places_of(scene: Scene, trigger: Match, frame: Frame, triggers: Sequence[Match]) -> Where:
    """Return the places that belong to one trigger of a sentence."""
    if frame in (Frame.STAY, Frame.FALL):
        roles = _shared_roles(scene, trigger, frame, triggers)
        chosen = _together(scene, _nearest_said(scene, trigger, roles))
        return Where(places=_distinct(chosen), spans=tuple(m.span for m in chosen))
    roles = _own_roles(scene, trigger, triggers, [])
    starts = [(m, r) for m, r in roles if _is_origin(scene, trigger, frame, m, r)]
    behind = [m for m, r in starts if scene.first_word(m.span) >= trigger.last and r is Role.ORIGIN]
    origin = _finest(behind or [m for m, _ in starts])
    if origin is None and frame is Frame.LEAVE:
        origin = _related(scene, trigger)
    rest = [(m, r) for m, r in roles if m is not origin]
    rest = [(m, Role.VIA if origin and _is_crossing(scene, trigger, m, r) else r) for m, r in rest]
    rest = [(m, Role.DESTINATION if r is Role.VIA and _is_call(scene, trigger, m) else r) for m, r in rest]
    destination = _finest([m for m, r in rest if r is Role.DESTINATION])
    if destination is None and not _goes_nowhere_known(scene, trigger, triggers):
        destination = _finest([m for m, r in rest if _is_destination(scene, trigger, frame, m, r)])
    via = [m for m, r in rest if m is not destination and r is Role.VIA and m.usage is Usage.LOCATIVE]
    via += [m for m, r in rest if m is not destination and _is_crossing(scene, trigger, m, r)]
    used = [m for m in (origin, destination, *via) if m]
    return Where(
        origin.place if origin else None,
        destination.place if destination else None,
        _distinct(via),
        tuple(m.span for m in used),
        more=_listed(scene, destination, [m for m, _ in roles if m not in via]),
    )


def _is_call(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether a place on the way is where the verb itself ends: "will not be calling at Cebu"."""
    link = scene.sentence.ending_at("role", scene.first_word(mention.span))
    stops = link is not None and scene.sentence.tokens[link.last - 1].lower in scene.pack.words.within
    return link is not None and stops and link.first == trigger.first


def _is_crossing(scene: Scene, trigger: Match, mention: Mention, role: Role) -> bool:
    """Tell whether a place is where a border was crossed: "crossed into Syria at Qamishli"."""
    crosses = any(t.lower in scene.pack.words.crossing for t in _words_of(scene, trigger))
    link = scene.sentence.ending_at("role", scene.first_word(mention.span))
    at = link is not None and scene.sentence.tokens[link.first].lower in scene.pack.words.put_at
    return crosses and at and role is Role.LOCATION and scene.first_word(mention.span) >= trigger.last


def _listed(scene: Scene, goal: Mention | None, own: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the goals that go on a list behind one: Djanet of "to Tamanrasset and Djanet"."""
    if goal is None or _is_between(scene, goal):
        return ()
    link = scene.sentence.ending_at("role", scene.first_word(goal.span))
    if link is not None and link.value == Role.LOCATION:
        if not {t.lower for t in scene.sentence.tokens[link.first : link.last]} & scene.pack.words.within:
            return ()  # "across Germany and Poland"
    found, ends = [goal], 1
    for mention in own:
        if mention.span.start < found[-1].span.end or mention.usage is Usage.METONYMIC:
            continue
        gap = [
            t.lower
            for t in scene.sentence.tokens[scene.after_word(found[-1].span) : scene.first_word(mention.span)]
        ]
        joined = bool(scene.pack.words.joiners.intersection(gap))
        comma = all(word in scene.pack.articles for word in gap)
        counts = any(scene.first_word(n.span) == scene.after_word(mention.span) for n in scene.numbers)
        if counts or not _is_list(scene, found[-1], mention) or not (joined or comma):
            break  # "to Portugal, and Spain two"
        found.append(mention)
        if joined:
            ends = len(found)
    return tuple(found[1:ends])


def _is_between(scene: Scene, mention: Mention) -> bool:
    """Tell whether a name is one end of a way that is only known as "between A and B"."""
    link = scene.sentence.ending_at("role", scene.first_word(mention.span))
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
    roles = _own_roles(scene, trigger, triggers, [])
    behind = any(r is Role.LOCATION and scene.first_word(m.span) >= trigger.last for m, r in roles)
    if frame is Frame.STAY or trigger.group == ECHO or behind:
        return roles
    losses = [t for t in triggers if frame_of(scene, t).frame is Frame.FALL and t.group != ECHO]
    return _own_roles(scene, trigger, triggers, losses)


def _nearest_said(scene: Scene, trigger: Match, roles: Sequence[tuple[Mention, Role]]) -> Sequence[Mention]:
    """Return where a force stands: of "the mission in Mali is based in Gao and Kidal" the places behind."""
    found: list[tuple[Mention, Role]] = []
    for mention, role in roles:
        out_of = role is Role.ORIGIN and found and found[-1][1] is role  # "operating out of A, B and C"
        if _stands(scene, trigger, mention, role) or (out_of and _is_list(scene, found[-1][0], mention)):
            found.append((mention, role))
    said = [m for m, r in found if r in (Role.LOCATION, Role.DESTINATION)]
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
        if starts or (role is Role.GENITIVE and _opens(scene, mention)):
            role = Role.ORIGIN
        owner = owners[mention]
        if (
            previous
            and previous[1] is Role.ORIGIN
            and role is Role.LOCATION
            and _is_way(scene, previous[0], mention)
        ):
            role, owner = Role.DESTINATION, previous[2]
        weak = role in (Role.NONE, Role.WITH, Role.LOCATION, Role.GENITIVE)
        alike = mention.usage is Usage.LOCATIVE and weak
        listed = previous is not None and (
            _is_list(scene, previous[0], mention)
            or (role is Role.NONE and _is_example(scene, previous[0], mention))
        )
        if previous and alike and listed:
            role, owner = previous[1], previous[2]
        contains = previous is not None and _is_container(scene, previous[0], mention)
        previous = (mention, role, owner)
        mine = owner is trigger or owner in shared
        place = mention.place if starts or mention.usage is not Usage.EMBEDDED else None
        if mine and place and not contains and not _is_of_nation(scene, mention):
            own.append((mention, role))
    return own


def _is_of_nation(scene: Scene, mention: Mention) -> bool:
    """Tell whether a state's name stands for its adjective: "a New Zealand party", not "in Mali troops"."""
    if mention.place is None or mention.place.kind is not PlaceKind.COUNTRY:
        return False
    first, after = scene.first_word(mention.span), scene.after_word(mention.span)
    before = scene.sentence.tokens[first - 1].lower if first else ""
    counted = any(scene.after_word(n.span) == first for n in scene.numbers)
    noun = any(m.first == after for m in scene.group("force", "collective"))
    return noun and (counted or before in scene.pack.articles)


def _goes_nowhere_known(scene: Scene, trigger: Match, triggers: Sequence[Match]) -> bool:
    """Tell whether the goal is named but held by no gazetteer: then no other place is taken for it."""
    owners = _owners(scene, tuple(triggers))
    unplaced = (m for m in scene.mentions if m.place is None)
    return any(role_of(scene, m) is Role.DESTINATION and owners[m] is trigger for m in unplaced)


def _is_container(scene: Scene, inner: Mention, outer: Mention) -> bool:
    """Tell whether a name only says where the one before it lies: "Akrotiri, on Cyprus"."""
    if inner.place is None or outer.place is None or outer.place.kind not in _WHOLES:
        return False
    gap = scene.text[inner.span.end : outer.span.start]
    finer = _GRAIN[inner.place.kind] < _GRAIN[outer.place.kind]
    between = range(inner.span.end, outer.span.start)
    verb = any(m.span.start in between for m in scene.group("trigger"))  # "based in Gao, left Mali"
    return finer and gap.startswith((",", " (")) and len(gap) <= _APPOSITION and not verb


def _opens(scene: Scene, mention: Mention) -> bool:
    """Tell whether a name and its preposition open a sentence, before a comma: "De Batna, deux régiments"."""
    link = scene.sentence.ending_at("role", scene.first_word(mention.span))
    after = scene.after_word(mention.span)
    return link is not None and link.first == 0 and scene.marks_between(after - 1, after) > 0


def _starts_a_way(scene: Scene, mention: Mention) -> bool:
    """Tell whether "de A" goes on with "à B"."""
    following = next((m for m in scene.mentions if m.span.start >= mention.span.end), None)
    return following is not None and _is_way(scene, mention, following)


def _is_way(scene: Scene, start: Mention, end: Mention) -> bool:
    """Tell whether only "à" or "to" lies between two names: "de A à B"."""
    gap = scene.text[start.span.end : end.span.start].casefold().split()
    return len(gap) in (1, 2) and gap[0].split("\u2019")[0].split("'")[0] in scene.pack.words.to


@lru_cache(maxsize=8)  # asked again for each trigger of a sentence
def _owners(scene: Scene, triggers: tuple[Match, ...]) -> Mapping[Mention, Match]:
    """Return the trigger nearest to each mention, within its own clause."""
    begins = clauses(scene, triggers)

    def cost(trigger: Match, at: int) -> tuple[int, int]:
        if at < begins[trigger]:
            return _OTHER_CLAUSE, trigger.first
        behind = at < trigger.first
        return scene.distance(trigger.first, at) + (_BEFORE_VERB if behind else 0), trigger.first

    places = ((mention, scene.first_word(mention.span)) for mention in scene.mentions)
    return {mention: min(triggers, key=lambda t: cost(t, at)) for mention, at in places}


def _is_list(scene: Scene, left: Mention, right: Mention) -> bool:
    gap = scene.text[left.span.end : right.span.start]
    words = gap.replace(",", " , ").replace("\u2019", " ").replace("'", " ").split()
    joined = "," in words or any(w.casefold() in scene.pack.words.joiners for w in words)
    words = [w for w in words if w != ","]
    return (
        joined
        and len(words) <= _LIST_GAP
        and all(w.casefold() in scene.pack.words.list | scene.pack.words.linkers for w in words)
    )


def _is_example(scene: Scene, left: Mention, right: Mention) -> bool:
    """Tell whether a phrase behind a name leads to one of its like: "and other towns such as Ussuriysk"."""
    first, last = scene.after_word(left.span), scene.first_word(right.span)
    words = [t.lower for t in scene.sentence.tokens[max(first, last - _EXAMPLE_REACH) : last]]
    near = last - first <= _EXAMPLE_GAP and not scene.strong_marks_between(first, last)
    return near and bool(scene.pack.words.joiners.intersection(words))


def _distinct(mentions: Sequence[Mention]) -> tuple[Place, ...]:
    """Return each place once, leaving out a country where a place inside it is named as well."""
    places = {m.place.id: m.place for m in mentions if m.place}
    inside = {p.country_code for p in places.values() if p.kind is not PlaceKind.COUNTRY}
    return tuple(
        p for p in places.values() if p.kind is not PlaceKind.COUNTRY or p.country_code not in inside
    )


def _finest(mentions: Sequence[Mention]) -> Mention | None:
    """Return the first mention, or one behind it that says where in it: a town of that state."""
    best: Mention | None = None
    for mention in mentions:
        if best is None or is_part_of(mention.place, best.place):
            best = mention
    return best


def is_part_of(place: Place | None, whole: Place | None) -> bool:
    """Tell whether a place is of a finer kind than another in the same state, and so may lie in it."""
    if place is None or whole is None or place.country_code != whole.country_code:
        return False
    return whole.kind in _WHOLES and _GRAIN[place.kind] < _GRAIN[whole.kind]


def _together(scene: Scene, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the places of one list, without what a later phrase says they lie in.

    "à Vladivostok et sur d'autres sites tels qu'Oussouriïsk" is one list; in "à Paiporta, dans la
    banlieue de Valence" the second only says where the first is.
    """
    kept = list(mentions[:1])
    for left, right in pairwise(mentions):
        if _is_finer(left, right) and left is kept[-1]:
            kept[-1] = right  # "in the Emirates, at Al Dhafra"
            continue
        between = scene.text[left.span.end : right.span.start].casefold().split()
        if left is kept[-1] and (
            _is_list(scene, left, right) or scene.pack.words.joiners.intersection(between)
        ):
            kept.append(right)
    return kept


def _is_finer(left: Mention, right: Mention) -> bool:
    gap = right.span.start - left.span.end
    return gap <= _FINER_GAP and is_part_of(right.place, left.place)


def is_host(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether a place is the subject of a verb like "hosts" or "is held by": "Gao is held by 300 men"."""
    passive = is_passive(scene, trigger)
    if passive and not _has_agent(scene, trigger):
        return False
    if not passive and not frame_of(scene, trigger).host:
        return False
    gap = trigger.first - scene.after_word(mention.span)
    return 0 <= gap <= _HOST_REACH and scene.marks_between(trigger.first - gap - 1, trigger.first) == 0


def _has_agent(scene: Scene, trigger: Match) -> bool:
    """Tell whether a force that acts follows a passive verb: "reinforced by a battalion", "with 500 men"."""
    link = scene.sentence.starting_at("role", trigger.last)
    acts = is_done_by(scene, trigger) or (link is not None and link.value == Role.WITH)
    nouns = scene.group("force", "demonym")
    return acts and any(0 < m.first - trigger.last <= _AGENT_REACH for m in nouns)


def _stands(scene: Scene, trigger: Match, mention: Mention, role: Role) -> bool:
    if is_host(scene, trigger, mention):
        return True
    if mention.usage is Usage.METONYMIC:
        return (
            role is Role.LOCATION and mention.place is not None and mention.place.kind is not PlaceKind.CITY
        )
    if role is Role.NONE:
        return _is_object(scene, trigger, mention)
    if role is Role.ORIGIN:  # "operating out of Sigonella"
        return trigger.group != ECHO and 0 <= scene.first_word(mention.span) - trigger.last <= _OUT_OF
    return role in (Role.LOCATION, Role.DESTINATION, Role.GENITIVE, Role.VIA)


def _is_origin(scene: Scene, trigger: Match, frame: Frame, mention: Mention, role: Role) -> bool:
    behind = scene.first_word(mention.span) >= trigger.last
    if mention.usage is Usage.METONYMIC:
        # "partis de Libreville ont gagné": a verb behind makes no government of a start
        left = frame is Frame.LEAVE and behind and role in (Role.GENITIVE, Role.ORIGIN)
        return left and _is_object(scene, trigger, mention)
    words = _words_of(scene, trigger)
    if role is Role.ORIGIN and behind and any(t.lower in scene.pack.words.relieving for t in words):
        return False  # "replacing a brigade from A"
    sent = role is Role.GENITIVE and frame is Frame.SEND and behind
    if role is Role.ORIGIN or (sent and _follows_verb(scene, trigger, mention)):
        return True
    homeward = any(t.lower in scene.pack.words.homeward for t in words)
    leaves = role is Role.LOCATION and (frame in (Frame.LEAVE, Frame.SEND) or homeward)
    if not behind and role is Role.LOCATION and (homeward or _is_of_whole(scene, mention)):
        return True  # "having served in A, it flew home"
    if not behind and (leaves or (role is Role.GENITIVE and homeward)):  # "la compagnie de Prizren rentrera"
        return _is_of_force(scene, trigger, mention)
    if behind and role is Role.LOCATION and frame is Frame.ARRIVE and _is_after_stay(scene, trigger, mention):
        return True
    if frame is not Frame.LEAVE:
        named = any(trigger.span.end <= m.span.start < mention.span.start for m in scene.mentions)
        came = role is Role.GENITIVE and behind and frame is Frame.ARRIVE and not named
        return came and (_follows_verb(scene, trigger, mention) or not scene.pack.demonyms_always_capital)
    if role is Role.NONE and is_host(scene, trigger, mention):
        return True  # "Khost was evacuated by the last troops"
    if role is Role.LOCATION:  # "embarked at Fremantle", "boarded a flight in Nashville"
        boards = any(t.lower in scene.pack.words.boarding for t in _words_of(scene, trigger))
        reach = _ABOARD if boards else _OUT_OF
        return trigger.group != ECHO and 0 <= scene.first_word(mention.span) - trigger.last <= reach
    return behind and (role is Role.GENITIVE or (role is Role.NONE and _is_object(scene, trigger, mention)))


def _is_of_whole(scene: Scene, mention: Mention) -> bool:
    """Tell whether a place is where the whole is that a sentence begins with: "Of the 1,400 men in A, 300"."""
    opens = scene.sentence.starting_at("role", 0)
    at = scene.first_word(mention.span)
    return opens is not None and opens.value == Role.GENITIVE and not scene.marks_between(0, at)


def _is_after_stay(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether a place is where a force was before: "came home after five months in the Red Sea"."""
    units = scene.pack.dates.vocabulary["units"].values()
    spans = {word for words in units for word in words}
    between = scene.sentence.tokens[trigger.last : scene.first_word(mention.span)]
    after = next((n for n, t in enumerate(between) if t.lower in scene.pack.words.after), None)
    return after is not None and any(t.lower in spans for t in between[after:])


def _follows_verb(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether only a time stands between a verb and "of": "a ramené mardi de Gao les soldats"."""
    link = scene.sentence.ending_at("role", scene.first_word(mention.span))
    ends = {trigger.last, *(scene.after_word(t.span) for t in scene.times if t.span > trigger.span)}
    return link is not None and link.first in ends


def _words_of(scene: Scene, trigger: Match) -> Sequence[Token]:
    return scene.sentence.tokens[trigger.first : trigger.last]


def _is_of_force(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether a place says where the force is that is moved: "soldiers in Kadugli are to be moved"."""
    at = scene.first_word(mention.span)
    nouns = [m for m in scene.group("force", "demonym", "again") if 0 < at - m.last <= _OF_FORCE]
    link = scene.sentence.ending_at("role", at)
    verbs = (m for m in scene.group("trigger") if link is None or not link.span.touches(m.span))
    verb = any(nouns and nouns[-1].last <= m.first < at for m in verbs)  # "trained at A"
    return bool(nouns) and not verb and not scene.marks_between(nouns[-1].last, trigger.first)


def _is_object(scene: Scene, trigger: Match, mention: Mention) -> bool:
    at = scene.first_word(mention.span)
    times = sum(
        scene.after_word(t.span) - scene.first_word(t.span)
        for t in scene.times
        if trigger.last <= scene.first_word(t.span) < at
    )
    verb = scene.pack.triggers.get(trigger.value)
    aside = verb is not None and verb.frame is Frame.LEAVE and not _marked(scene, trigger, at)
    reach = _FAR_OBJECT if aside else _DIRECT_OBJECT
    return 0 <= at - trigger.last - times <= reach


def _marked(scene: Scene, trigger: Match, at: int) -> bool:
    """Tell whether a mark or another place stands between a verb and a word."""
    names = (scene.first_word(m.span) for m in scene.mentions)
    return scene.marks_between(trigger.first, at) > 0 or any(trigger.last <= name < at for name in names)


def _is_destination(scene: Scene, trigger: Match, frame: Frame, mention: Mention, role: Role) -> bool:
    if role is Role.DESTINATION:
        return True
    if frame is Frame.LEAVE:
        return False
    if frame_of(scene, trigger).received and _receives(scene, trigger, mention):
        return True
    if role is Role.NONE and frame is Frame.ARRIVE and is_host(scene, trigger, mention):
        return True  # "Kidal was reinforced by a battalion"
    if role is Role.LOCATION:
        beside = scene.marks_between(trigger.first, scene.first_word(mention.span)) <= _MARKS_TO_GOAL
        return beside and (mention.usage is Usage.LOCATIVE or frame in (Frame.DELIVER, Frame.SEND))
    if frame in (Frame.SEND, Frame.DELIVER):
        return role is Role.NONE and _is_recipient(scene, trigger, mention)
    object_role = role in (Role.NONE, Role.GENITIVE)  # "reached remote parts of Ituri"
    return frame is Frame.ARRIVE and object_role and _is_object(scene, trigger, mention)


def _receives(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether a state is the subject of a verb of receiving: "Mali has received two helicopters"."""
    gap = trigger.first - scene.after_word(mention.span)
    beside = 0 <= gap <= _HOST_REACH and not scene.marks_between(trigger.first - gap - 1, trigger.first)
    return beside and mention.usage is not Usage.EMBEDDED and not is_passive(scene, trigger)


def _is_recipient(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether a state stands between a verb of giving and what it gives: "promised Haiti 200 men"."""
    after = scene.after_word(mention.span)
    counted = any(scene.first_word(n.span) == after for n in scene.numbers)
    return counted and scene.first_word(mention.span) == trigger.last


_WHOLES = (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.ADMIN)
_GRAIN: Mapping[PlaceKind, int] = {
    PlaceKind.SITE: 0,
    PlaceKind.CITY: 1,
    PlaceKind.ADMIN: 2,
    PlaceKind.WATER: 3,
    PlaceKind.REGION: 4,
    PlaceKind.COUNTRY: 5,
}
