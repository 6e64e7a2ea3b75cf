"""Where an event begins, passes and ends: roles of places from prepositions and distance."""

from enum import StrEnum

from geo.claims.force.forces import Force
from geo.claims.scene import HYPHENS, Scene, marks_apart, with_articles, words_apart, words_of_aside
from geo.claims.verbs import frame_of, is_done_by, is_passive
from geo.languages import Frame, before_day
from geo.records import Mention, PlaceKind, Quantity, Usage
from geo.text import Match, tokenize

_ADJECTIVES = 3  # words between a kind word and "de", at most, and one
_BACK = 7  # words between the preposition and the name, at most
_HOST_REACH = 3  # words from a place to "hosts"
_FROM_REACH = 6  # words between "from" and "at", as in "from their station at"
_AGENT_REACH = 5  # words from "held" to the force behind "by"
_OWNED_REACH = 3  # words from "Mali's" to the place in it
_STOOD_REACH = 4  # words from "deployed" to where
_PURPOSE = 2  # words from "to" to the article behind its verb
OUT_OF = 2  # words from "operating" to where out of


def points_nowhere(scene: Scene) -> list[Match]:
    """Return words that only look like pointers: "the island of Gozo", not "the island on Monday"."""
    days = {scene.first_word(t.span) for t in scene.times}
    empty = [m for m in scene.group("not_there") if m.last - 1 not in days]
    empty = [m for m in empty if m.last not in days or not scene.sentence.ending_at("role", m.last)]
    clitics = [m.span for m in scene.group("there") if m.value == "clitic"]
    verbs = {m.first for m in scene.group("trigger")}  # "il n'y a débarqué que 120 tonnes"
    return [m for m in empty if m.last not in verbs or not any(m.span.covers(c) for c in clitics)]


class Role(StrEnum):
    """What a preposition says of a place."""

    DESTINATION = "destination"
    ORIGIN = "origin"
    GENITIVE = "genitive"
    LOCATION = "location"
    VIA = "via"
    WITH = "with"
    NONE = "none"


def role_of(scene: Scene, mention: Mention) -> Role:
    """Return what the preposition before a place says, over kind words, articles and adjectives.

    "vers la ville portuaire russe de Vladivostok" is a destination although "de" stands right before.
    """
    at, after = scene.first_word(mention.span), scene.after_word(mention.span)
    seat = any(m.value == "capital" and m.first == after + 1 for m in scene.group("there"))
    if not seat and _only_owns(scene, after):
        return Role.WITH
    if at == 0 and heads_item(scene, mention):
        return Role.LOCATION
    if _acts(scene, mention, at):
        return Role.NONE
    # "to the port of" reaches into "port of Mombasa"
    reaching = (m for m in scene.group("role") if m.first < at < m.last < after)
    return next((Role(m.value) for m in reaching), None) or _role_before(scene, mention, at, after)


def heads_item(scene: Scene, mention: Mention) -> bool:
    """Tell whether a place heads an item of a list that tells how many are there: "Gao: 200 soldiers"."""
    after = scene.after_word(mention.span)
    counts = [n for n in scene.numbers if scene.first_word(n.span) == after]
    colon = any(":" in scene.text[mention.span.end : n.span.start] for n in counts)
    return colon and not scene.holds("trigger", "say")


def _acts(scene: Scene, mention: Mention, at: int) -> bool:
    """Tell whether a state is who does something: "a battalion trained by France"."""
    state = mention.place is not None and mention.place.kind is PlaceKind.COUNTRY
    return state and at > 0 and scene.sentence.tokens[at - 1].lower in scene.pack.words.agent


def _role_before(scene: Scene, mention: Mention, at: int, after: int) -> Role:
    """Return what the preposition before words ``[at, after)``, a place, or before its kind says."""
    sentence, tokens = scene.sentence, scene.sentence.tokens
    first, skipped_kind = part_first(scene, at), False
    while first > 0 and at - first <= _BACK and not scene.marks_between(first - 1, at):
        first = _epithet_first(scene, first)
        role = sentence.ending_at("role", first)
        if role and tokens[role.first].lower in scene.pack.numbers.range_between:
            return Role.LOCATION if mention.usage is Usage.LOCATIVE else Role.WITH
        if role and tokens[role.first].lower in scene.pack.words.agent and mention.usage is Usage.METONYMIC:
            return Role.WITH
        kind = _kind_word(scene, role.first) if role and role.value == Role.GENITIVE else None
        if role and kind is None:
            leads = role.value == Role.LOCATION and tokens[first].lower in scene.pack.words.accusative
            around = _around(scene, role, mention) or _over_time(scene, role)
            return Role.DESTINATION if leads else around or Role(role.value)
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
        elif tokens[first - 1].lower in scene.pack.articles or (skipped_kind and _is_of_kind(scene, first)):
            first -= 1
        else:
            break
    # "The garrison of Tobruk numbered 27,000"
    holds = any(m.first == at and m.last < after for m in scene.group("force"))
    return Role.LOCATION if holds else _behind_day(scene, first)


def _is_of_kind(scene: Scene, first: int) -> bool:
    """Tell whether a word before a kind belongs to it, as "old" in "to the old town of A" does.

    So does no way and no verb of what for: "gained by road the town of A", "to retake the city of A".
    """
    if scene.sentence.ending_at("means", first) or words_of_aside(scene, first):
        return False
    before = [t.lower for t in scene.sentence.tokens[max(0, first - _PURPOSE) : first + 1]]
    aims = len(before) > _PURPOSE and before[0] in scene.pack.words.purpose
    return not aims or before[-1] not in scene.pack.articles


def _epithet_first(scene: Scene, last: int) -> int:
    """Return where the adjective before a name begins: "in neighbouring Iraq", "to war-torn Sudan"."""
    word = scene.sentence.tokens[last - 1]
    if last > 1 and not word.capital and scene.text[word.start - 1] in HYPHENS:
        return last - 2
    return last - (last > 1 and word.lower in scene.pack.words.epithets)


def part_first(scene: Scene, at: int) -> int:
    """Return where what is told of a part of a land begins, and of one beside it.

    "in the restive north of A", "to central and northern A", "dans le nord et l'est de A".
    """
    sentence, tokens = scene.sentence, scene.sentence.tokens
    side = sentence.starting_at("generic", at)
    if side is None or side.value != "region" or at < 2 or scene.marks_between(at - 2, at):  # noqa: PLR2004
        return at
    end = at - (tokens[at - 1].lower in scene.pack.articles)
    beside = sentence.ending_at("generic", end - 1)
    if tokens[end - 1].lower in scene.pack.words.joiners and beside and beside.value == "region":
        return beside.first
    placed = tokens[at - 2].lower in scene.pack.articles or sentence.ending_at("role", at - 1)
    plain = not tokens[at - 1].capital and not any(m.first < at <= m.last for m in sentence.matches)
    return at - 1 if placed and plain and end == at else at


def _behind_day(scene: Scene, first: int) -> Role:
    """Return what a verb of going says over a day behind it: "ont traversé dimanche Zvornik"."""
    verb = before_day(scene.sentence, first, scene.pack)
    role = scene.sentence.ending_at("role", verb) if verb < first else None
    return Role(role.value) if role and scene.sentence.ending_at("trigger", verb) else Role.NONE


def _over_time(scene: Scene, link: Match) -> Role | None:
    """Return what a verb and "in" say over the time between them: "partiront le 3 décembre au Mali"."""
    ends = {scene.after_word(t.span): scene.first_word(t.span) for t in scene.times}
    if link.value != Role.LOCATION or link.first not in ends:
        return None
    first = with_articles(scene, ends[link.first])
    inner = scene.sentence.ending_at("role", first)  # "partiront en mai au Mali"
    verb = scene.sentence.ending_at("trigger", inner.first if inner else first)
    if verb is None:
        return None
    said = f"{scene.words(verb.last - 1, verb.last)} {scene.words(link.first, link.last)}"
    whole = (m for m in scene.pack.lexicon.find(said, tokenize(said)) if m.group == "role" and m.first == 0)
    return next((Role(m.value) for m in whole if m.last > 1), None)


def place_behind(scene: Scene, first: int) -> int | None:
    """Return the word at which a place begins that follows at once, over its kind: "the town of Qusayr"."""
    starts = {scene.first_word(m.span) for m in scene.mentions}
    at, tokens = first, scene.sentence.tokens
    while at < len(tokens) and at not in starts and not scene.marks_between(first - 1, at):
        link = scene.sentence.starting_at("role", at)
        step = scene.sentence.starting_at("generic", at) or scene.sentence.starting_at("demonym", at)
        if link and link.value == "genitive":
            at = link.last
        elif step:
            at = step.last
        elif tokens[at].lower in scene.pack.articles | scene.pack.words.epithets or _is_state_of(scene, at):
            at += 1
        else:
            return None
    return at if at in starts and not scene.marks_between(first - 1, at) else None


def stood_at(scene: Scene, leaves: Match, force: Force) -> Mention | None:
    """Return where a participle behind a force puts it that leaves: "withdrew its men deployed in A"."""
    last = force.noun.last
    last = next((m.last for m in scene.group("demonym") if m.first == last), last)
    verb = scene.sentence.starting_at("trigger", last)
    if verb is None or leaves.first > force.noun.first or not _is_participle(scene, verb.first):
        return None
    near = (m for m in scene.mentions if 0 < scene.first_word(m.span) - verb.last <= _STOOD_REACH)
    near = (m for m in near if not scene.marks_between(verb.first, scene.first_word(m.span)))
    return next((m for m in near if role_of(scene, m) is Role.LOCATION), None)


def meant_for(scene: Scene, first: int) -> int | None:
    """Return the word before which stands what is meant for somebody: "arms for Hamas", "destinées aux"."""
    link = scene.sentence.ending_at("role", with_articles(scene, first))
    if link is None or link.first == 0:
        return None
    told = scene.sentence.tokens[link.first - 1].lower in scene.pack.words.meant
    return link.first - 1 if told else link.first if link.value == Role.DESTINATION else None


def _is_participle(scene: Scene, at: int) -> bool:
    return scene.sentence.tokens[at].lower.endswith(tuple(scene.pack.words.promised))


def _around(scene: Scene, link: Match, mention: Mention) -> Role | None:
    """Return what a noun and the preposition before it make of a link: "from their station at A"."""
    if link.value == Role.LOCATION:
        words = scene.sentence.tokens[link.first : link.last]
        part = words[0].lower in scene.pack.articles  # "the outskirts of" holds its noun
        left = (m for m in scene.group("trigger") if m.last == link.first)
        if part and any(frame_of(scene, m).frame is Frame.LEAVE for m in left):
            return Role.ORIGIN
        outer = _outer_role(scene, link.first, holds_noun=part)
        border = any(t.lower in scene.pack.words.borders for t in words)
        return Role.WITH if border and outer is Role.DESTINATION else outer
    return _inner_role(scene, link.first, mention) if link.value == Role.GENITIVE else None


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


def _outer_role(scene: Scene, last: int, *, holds_noun: bool = False) -> Role | None:
    """Return what "from" or "to" and a common noun say before a preposition: "from their station at A".

    The preposition may hold the noun: "from the outskirts of A".
    """
    tokens, first = scene.sentence.tokens, last
    while first > 0 and last - first < _FROM_REACH and not scene.marks_between(first - 1, last):
        link = scene.sentence.ending_at("role", first)
        if link and link.value in (Role.ORIGIN, Role.DESTINATION):
            if any(link.span.touches(m.span) for m in scene.group("not_trigger")):
                return None  # "left the road near A"
            verb = any(m.last == link.first for m in scene.group("trigger"))  # "withdrew to a camp near A"
            verb = verb or _leads_to_noun(scene, link)
            leads = link.value == Role.ORIGIN or (verb and tokens[link.first].lower in scene.pack.words.to)
            alone = (first < last or holds_noun) and not _holds_more(scene, first, last)
            return Role(link.value) if leads and alone else None
        if tokens[first - 1].capital or link:
            return None
        first -= 1
    return None


def _inner_role(scene: Scene, last: int, mention: Mention) -> Role | None:
    """Return what "in" and a part say before "of": "in the hangars of A", not "at the request of A".

    Of a site "on" says it too: "on the tarmac of the airport of A".
    """
    tokens, first = scene.sentence.tokens, last - 1
    if first < 1 or tokens[first].capital or tokens[first].lower in scene.pack.words.abstract:
        return None
    if any(m.first <= first < m.last for m in scene.group("force", "goods", "trigger", "title", "official")):
        return None
    article = tokens[first - 1].lower in scene.pack.articles
    link = scene.sentence.ending_at("role", first - 1) if article else None
    inside = link is not None and tokens[link.first].lower in scene.pack.words.within
    site = mention.place is not None and mention.place.kind is PlaceKind.SITE
    inside = inside or (site and link is not None and link.value in (Role.LOCATION, Role.DESTINATION))
    return Role.LOCATION if inside and not scene.marks_between(first - 1, last) else None


def _leads_to_noun(scene: Scene, link: Match) -> bool:
    """Tell whether "to" leads to a noun, not to a verb: "flown by helicopter to the hospital in A"."""
    noun = scene.sentence.tokens[link.last].lower in scene.pack.articles
    before = [m for m in scene.group("trigger") if m.last <= link.first]
    return noun and bool(before) and not scene.marks_between(before[-1].last - 1, link.first)


def _holds_more(scene: Scene, first: int, last: int) -> bool:
    """Tell whether a verb, a force, a number or a time stands between: "from a jet at", "from 27 nations"."""
    found = [m.first for m in scene.group("trigger", "force", "goods")]
    counted = (n.span for n in scene.numbers if n.high != 1 and not _counts_things(scene, n))
    found += [scene.word_at(span.end - 1) for span in (*counted, *(t.span for t in scene.times))]
    return any(first <= at < last for at in found)


def _counts_things(scene: Scene, number: Quantity) -> bool:
    """Tell whether a number counts what lies somewhere: "from three outposts in A", not "from 300 in A"."""
    after = scene.after_word(number.span)
    behind = [t.lower for t in scene.sentence.tokens[after : after + 1]]
    bare = not behind or scene.sentence.starting_at("role", after) is not None
    return not bare and scene.pack.words.nations.isdisjoint(behind)


def _kind_word(scene: Scene, last: int) -> Match | None:
    """Return the kind word before "de", over an adjective or two: "ville portuaire russe de"."""
    for end in range(last, max(last - _ADJECTIVES, 0), -1):
        parted = end < last and scene.marks_between(end - 1, last - 1)
        verbs = [m for m in scene.group("trigger") if end <= m.first < last or m.last == last]
        if parted or not all(is_state(scene, m) and _is_kind(scene, m.first) for m in verbs):
            return None
        found = scene.sentence.ending_at("generic", end)
        if found:
            return found
    return None


def _is_kind(scene: Scene, last: int) -> bool:
    return scene.sentence.ending_at("generic", last) is not None


def _is_state_of(scene: Scene, at: int) -> bool:
    """Tell whether a word says in what state the place before it is: "la ville assiégée de A"."""
    verb = scene.sentence.starting_at("trigger", at)
    return verb is not None and _is_kind(scene, at) and is_state(scene, verb)


def is_state(scene: Scene, trigger: Match) -> bool:
    """Tell whether a word may be the participle of a verb of staying: "le camp assiégé de A"."""
    stays = scene.pack.triggers[trigger.value].frame is Frame.STAY and trigger.last - trigger.first == 1
    return stays and _is_participle(scene, trigger.first)


def is_host(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether a place is the subject of "hosts" or "is held by": "Gao is held by 300 men"."""
    passive = is_passive(scene, trigger) or is_done_by(scene, trigger)  # "Gao est tenue par 300 hommes"
    if passive and not _has_agent(scene, trigger):
        return False
    if not passive and not frame_of(scene, trigger).host:
        return False
    return is_right_before(scene, mention, trigger)


def is_right_before(scene: Scene, mention: Mention, trigger: Match) -> bool:
    """Tell whether a place is the subject of the verb behind it: "Mali, which asked for it, received"."""
    after = scene.after_word(mention.span)
    near = 0 <= words_apart(scene, after, trigger.first) <= _HOST_REACH
    return near and marks_apart(scene, after - 1, trigger.first) == 0


def is_asked(scene: Scene, trigger: Match, mention: Mention) -> bool:
    """Tell whether a state is asked to do what a verb tells: "asked Kenya to send", "demandé au Kenya d'"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    at = trigger.first - 1
    if at < 1 or scene.after_word(mention.span) != at or scene.marks_between(at - 1, trigger.first):
        return False
    role = role_of(scene, mention)
    if tokens[at].lower in words.purpose:
        return role in (Role.NONE, Role.GENITIVE)
    link = scene.sentence.ending_at("role", trigger.first)
    leads = link is not None and link.first == at and link.value in (Role.GENITIVE, Role.LOCATION)
    return leads and tokens[trigger.first].lower.endswith(tuple(words.infinitive))


def _has_agent(scene: Scene, trigger: Match) -> bool:
    """Tell whether a force that acts follows a passive verb: "reinforced by a battalion", "with 500 men"."""
    link = scene.sentence.starting_at("role", trigger.last)
    acts = is_done_by(scene, trigger) or (link is not None and link.value == Role.WITH)
    nouns = scene.group("force", "demonym")
    return acts and any(0 < m.first - trigger.last <= _AGENT_REACH for m in nouns)


def is_opening(scene: Scene, mention: Mention) -> bool:
    """Tell whether a name and its preposition open a sentence, before a comma: "De Batna, deux régiments"."""
    link = scene.sentence.ending_at("role", scene.first_word(mention.span))
    after = scene.after_word(mention.span)
    return link is not None and link.first == 0 and scene.marks_between(after - 1, after) > 0
