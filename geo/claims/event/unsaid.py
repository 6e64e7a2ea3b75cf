"""Events that no verb tells: "Troops now in Ain Issa", "A hundred vehicles into Iraq"."""

from collections.abc import Iterator

from geo.claims.assertion.sayings import is_hedge
from geo.claims.event.at_work import at_work, is_led
from geo.claims.force.forces import Force, kept_for_force
from geo.claims.force.pronouns import having
from geo.claims.number.counts import quantity
from geo.claims.place.roles import Role, heads_item, points_nowhere, role_of
from geo.claims.scene import ECHO, Scene, only_words, with_articles
from geo.claims.side.actors import actor
from geo.claims.units import SYSTEMS
from geo.records import Mention, PlaceKind, Usage
from geo.text import Match

_NO_FORCES = ("official", "title", "civilian")
_PROMISE_REACH = 4  # words from a number to its noun, at most

_NAME_WORDS = 4  # of a ship's name behind it: "la frégate Eloy Alfaro"
_MODEL = 3  # words of a model's name and the verb before it
_HEAD = 3  # words before a force that stands at the head of a sentence
_LED_HEAD = 5  # words from the preposition that opens a sentence to its place
_ASIDE_REACH = 14  # words from a force to "is", behind an aside
_UNSAID_REACH = 12  # words from a force to the place where it is, without a verb between
_OPENING_REACH = 14  # words from a place that opens a sentence to its force


def _has_clause_between(scene: Scene, first: int, last: int) -> bool:
    """Tell whether a clause begins between two words: "the groups that were agreed upon in Warsaw"."""
    opens = scene.pack.words.clause - scene.pack.words.joiners
    tokens = scene.sentence.tokens
    return any(tokens[at].lower in opens and only_words(scene, at + 1) > at for at in range(first, last))


def _is_promised(scene: Scene, force: Force) -> bool:
    """Tell whether a word of promise has the force for its object: "promet un millier de policiers"."""
    counted = [scene.first_word(n.span) for n in scene.numbers if scene.first_word(n.span) < force.noun.first]
    first = max([scene.first_word(actor(scene, force).span) - _PROMISE_REACH, *counted[-1:]])
    return any(
        m.value == "expected" and 0 <= first - m.last <= 1 and not scene.marks_between(m.last - 1, first)
        for m in scene.group("status_near")
    )


def _opening_place(scene: Scene, force: Force) -> Match | None:
    """Return the preposition of the place that opens a sentence before its force: "On Thitu, fifteen men"."""
    for mention in scene.mentions[:1]:
        at = scene.first_word(mention.span)
        role = scene.sentence.ending_at("role", at)
        role = role or scene.sentence.ending_at("role", with_articles(scene, at))  # "Dans le port de Gao"
        # "Dans la rade de Brest, deux frégates"
        led = scene.sentence.starting_at("role", 0) is not None and not is_led(scene, force)
        opens = 0 < at <= (_LED_HEAD if led else _HEAD)
        opens = opens or (_is_behind_phrase(scene, role) and not is_led(scene, force))
        opens = opens and at < force.noun.first <= at + _OPENING_REACH
        opens = opens and not _is_of_subject(scene, role, mention)
        says = (m for m in scene.group("say") if not is_hedge(scene, m))
        said = any(at < m.first < force.noun.first for m in says)  # "In Brussels he spoke of"
        fits = mention.place is not None and mention.usage is Usage.LOCATIVE and not said
        if role and opens and fits and role_of(scene, mention) is Role.LOCATION:
            return Match("trigger", "is", at - 1, at, scene.span(at - 1, at))
    return None


def _is_behind_phrase(scene: Scene, role: Match | None) -> bool:
    """Tell whether a short phrase opens a sentence before its place: "Further north, in Gao, 40 men"."""
    first = role.first if role else 0
    if not 0 < first <= _HEAD or scene.marks_between(0, first) != 1:
        return False
    named = any(m.first < first for m in scene.group("force", "trigger", "say", "official", "demonym"))
    return scene.marks_between(first - 1, first) == 1 and not named


def _headed(scene: Scene, force: Force) -> Match | None:
    """Return the place that heads an item of a list: "Gao: 200 soldiers", "Djibouti: 1,500 French troops".

    A state alone may be whose they are: "Italy: 1,200 soldiers".
    """
    mention = next(iter(scene.mentions), None)
    if mention is None or mention.place is None or scene.first_word(mention.span) > 0:
        return None
    last = scene.after_word(mention.span)
    if not heads_item(scene, mention) or quantity(scene, force) is None:
        return None
    side, state = actor(scene, force).country_code, mention.place.kind is PlaceKind.COUNTRY
    theirs = state and side in (None, mention.place.country_code)
    return None if theirs else Match("trigger", "is", 0, last, scene.span(0, last))


def _is_of_subject(scene: Scene, role: Match | None, mention: Mention) -> bool:
    """Tell whether a place belongs to the noun before it: "Diplomats in Maputo worry", not "Also in Gao,"."""
    after = scene.after_word(mention.span)
    return role is not None and role.first > 0 and not scene.marks_between(after - 1, after)


def _is_nearer_behind(scene: Scene, force: Force) -> bool:
    """Tell whether a place of the state that opens a sentence follows: "In Chad, 40 men work in Abéché"."""
    state = scene.mentions[0].place
    if state is None or state.kind is not PlaceKind.COUNTRY:
        return False
    behind = (m for m in scene.mentions[1:] if scene.first_word(m.span) >= force.noun.last)
    within = (m for m in behind if m.place and m.place.country_code == state.country_code)
    return any(role_of(scene, m) is Role.LOCATION and m.usage is Usage.LOCATIVE for m in within)


def _moves_from(scene: Scene, force: Force, mention: Mention) -> bool:
    """Tell whether a word stands between a force and "from": "have backed away from A", not "men from A"."""
    link = scene.sentence.ending_at("role", with_articles(scene, scene.first_word(mention.span)))
    if link is None or link.first <= force.noun.last:
        return False
    if scene.sentence.tokens[link.first - 1].lower in scene.pack.words.roads:
        return False  # "the road from A to B"
    if any(scene.after_word(n.span) == link.first for n in scene.numbers):
        return False  # "a battalion of 700 from A"
    return not any(m.last == link.first for m in scene.group("force", "goods", "demonym"))


@kept_for_force
def unsaid(scene: Scene, force: Force) -> Match | None:
    """Return what stands for the verb of a sentence that names a force and a place, and no event.

    The force is one of the sentence's own, counted or with its nation or at its head.
    """
    if not (scene.mentions or scene.group("there")) or (force.again and not quantity(scene, force)):
        return None
    place = _placing(scene, force)
    return place if place and _is_told(scene, force) else None


def _is_told(scene: Scene, force: Force) -> bool:
    """Tell whether a force is one of the sentence's own, counted or with its nation or at its head."""
    found = actor(scene, force)
    first = scene.first_word(found.span)
    near = scene.sentence.tokens[max(0, first - _MODEL) : first]  # "show S-400 launchers"
    shown = any(t.lower in scene.pack.words.showing for t in near)
    article = first > 1 and scene.sentence.tokens[first - 1].lower in scene.pack.articles
    shown = shown or (article and scene.sentence.tokens[first - 2].lower in scene.pack.words.having)
    seen = shown and force.unit == SYSTEMS  # "images show S-400 launchers at A"
    if force.goods and not seen:
        return False
    head = first <= _HEAD or shown
    none_of = any(m.last == force.noun.first for m in scene.group("none_of"))
    told = head or found.country_code or none_of or quantity(scene, force)
    other = _is_persons(scene, force.noun, first) or _is_of_other(scene, first)
    return bool(told) and not other and not _is_office(scene, force)


def _placing(scene: Scene, force: Force) -> Match | None:
    """Return the preposition that puts a force at the head of a sentence or behind it, or "there"."""
    headed = _headed(scene, force) or at_work(scene, force)
    if headed:
        return headed
    opening = _opening_place(scene, force)
    if opening and not _is_nearer_behind(scene, force):
        return opening
    after = [m for m in scene.mentions if scene.first_word(m.span) >= force.noun.last and m.place]
    aside = aside_behind(scene, force)
    after = [m for m in after if scene.first_word(m.span) not in aside] if _goes_on(scene, aside) else after
    start: Match | None = None
    for mention in after:
        at = scene.first_word(mention.span)
        last = aside.stop if _goes_on(scene, aside) and aside.stop <= at else force.noun.last
        far = at == force.noun.last or scene.distance(last, at) > _UNSAID_REACH
        far = (far and not _is_past_aside(scene, force, at)) or _has_clause_between(scene, last, at)
        far = far or scene.sentence.tokens[at - 1].lower in scene.pack.words.agent  # "trained by France"
        if far or mention.usage is not Usage.LOCATIVE:
            continue
        role, preposition = role_of(scene, mention), scene.span(at - 1, at)
        if role in (Role.DESTINATION, Role.LOCATION):
            stays = role is Role.LOCATION and not start and not _is_promised(scene, force)
            stays = stays or (role is Role.DESTINATION and is_had(scene, force))  # "sur la base de Hotan"
            return Match("trigger", "is" if stays else "goes", at - 1, at, preposition)  # it speaks
        if role is Role.ORIGIN and _moves_from(scene, force, mention):
            start = start or Match("trigger", "goes", at - 1, at, preposition)
    return start or (None if after else _had_there(scene, force)) or is_there(scene, force)


@kept_for_force
def aside_behind(scene: Scene, force: Force) -> range:
    """Return the words that two commas set off behind a force: "The frigate, which left A, is off B"."""
    last = max(force.noun.last, scene.after_word(actor(scene, force).span))
    named = range(last, min(last + _NAME_WORDS, len(scene.sentence.tokens)))
    opens = next((at for at in named if scene.marks_between(at - 1, at)), None)
    if opens is None or any(last <= m.first < opens for m in scene.group("trigger", "force")):
        return range(0)
    behind = range(opens + 1, len(scene.sentence.tokens))
    closes = next((at for at in behind if scene.marks_between(at - 1, at)), None)
    strong = closes is None or scene.strong_marks_between(opens - 1, closes) > 0
    return range(0) if strong or closes is None else range(opens, closes)


def _goes_on(scene: Scene, aside: range) -> bool:
    """Tell whether a verb of its own may follow what is set off: "The frigate, which left A, is off B"."""
    if not aside or not any(m.first in aside for m in scene.group("trigger")):
        return False
    token = scene.sentence.tokens[aside.stop]
    small = scene.pack.articles | scene.pack.words.joiners | scene.pack.words.relative
    led = scene.sentence.starting_at("role", aside.stop) is not None
    return not (led or token.capital or token.lower in small)


def _is_past_aside(scene: Scene, force: Force, at: int) -> bool:
    """Tell whether "is" stands before a place behind an aside: "The battalion, led by an Indian, is in A"."""
    link = scene.sentence.ending_at("role", with_articles(scene, at))
    verb = link.first - 1 if link else 0
    near = 0 < verb - force.noun.last <= _ASIDE_REACH and _is_being(scene, verb)
    closed = scene.marks_between(verb - 1, verb) == 1
    return near and closed and scene.marks_between(force.noun.last - 1, verb - 1) == 1


def _is_office(scene: Scene, force: Force) -> bool:
    """Tell whether a joint mission is named as an office is: "The UN mission in Kabul is worried"."""
    counted = quantity(scene, force)
    named = (m for m in scene.group("official") if force.noun.span.covers(m.span))
    joint = any(m.value == "joint" and m.span.touches(force.noun.span) for m in scene.group("sideless"))
    return joint and any(named) and (counted is None or counted.high == 1)


def _is_persons(scene: Scene, noun: Match, first: int) -> bool:
    """Tell whether a comma says what trade somebody is of: "said Ousmane Diallo, a nurse in Abidjan"."""
    tokens, trades = scene.sentence.tokens, (m for m in scene.group("civil") if m.value == "trade")
    if first <= 1 or not any(m.span.covers(noun.span) for m in trades):
        return False
    one = tokens[first - 1].lower in scene.pack.numbers.units
    return one and tokens[first - 2].capital and scene.marks_between(first - 2, first - 1) == 1


def _is_of_other(scene: Scene, first: int) -> bool:
    """Tell whether a force only says of whom something is: "the safety of Irish troops in A"."""
    link = scene.sentence.ending_at("role", with_articles(scene, first))
    if link is None or link.value != "genitive" or link.first == 0:
        return False
    head = link.first - 1
    if any(m.first <= head < m.last for m in scene.group(*_NO_FORCES)):
        return True
    named = any(m.first <= head < m.last for m in scene.sentence.matches)
    tokens, words = scene.sentence.tokens, scene.pack.words
    counts = tokens[head].lower in words.counting  # "the number of troops in A"
    return not named and not counts and head > 0 and tokens[head - 1].lower in words.definite


def _had_there(scene: Scene, force: Force) -> Match | None:
    """Return "there" where somebody has a number of men there: "It has 900 soldiers in the town"."""
    near = [m for m in _pointers(scene, force) if m.first - force.noun.last <= _PROMISE_REACH]
    word = next(iter([*near, *_where(scene, force)]), None)
    verb = _having(scene, force)
    counts = any(n.span == force.noun.span for n in scene.numbers)
    if verb is None or not (word or counts):
        return None
    at = force.noun.first
    return _is_at(word) if word else Match(ECHO, "is", at, at + 1, scene.span(at, at + 1))


def _where(scene: Scene, force: Force) -> Iterator[Match]:
    """Yield the word that opens the clause of a force behind a place: "Latvia, where it has 800 troops"."""
    ends = {scene.after_word(m.span) for m in scene.mentions}
    for word in scene.group("there"):
        opens = scene.sentence.tokens[word.first].lower in scene.pack.words.clause and word.first in ends
        if opens and word.last <= force.noun.first and not scene.marks_between(word.last, force.noun.first):
            yield word


def is_had(scene: Scene, force: Force) -> bool:
    """Tell whether somebody has so many: "Chad has some 900 soldiers", not "has promised 900 soldiers"."""
    return _having(scene, force) is not None


def also_has(scene: Scene, force: Force) -> int | None:
    """Return where "and has" opens a clause of its own: "has lost 12 men and has 900 soldiers in Gao"."""
    had, joiners = _having(scene, force), scene.pack.words.joiners
    return had if had and scene.sentence.tokens[had - 1].lower in joiners else None


def _having(scene: Scene, force: Force) -> int | None:
    counted = None if scene.pack.words.having.isdisjoint(scene.sentence.words) else quantity(scene, force)
    return having(scene, counted) if counted else None


def is_there(scene: Scene, force: Force) -> Match | None:
    """Return the word for a place where a force is: "700 Indians are now in the country", "y est déjà"."""
    tokens = scene.sentence.tokens
    for word in _pointers(scene, force):
        last = word.last + 1 if word.value == "clitic" else word.first
        near = range(force.noun.last, min(last, len(tokens)))
        if len(near) <= _UNSAID_REACH and any(_is_being(scene, at) for at in near):
            own = actor(scene, force).country_code or quantity(scene, force) or scene.times
            return _is_at(word) if own else None
    return None


def _is_being(scene: Scene, at: int) -> bool:
    """Tell whether a word is "to be": "are", "sera", "been" behind "has", not "got"."""
    pack, tokens = scene.pack, scene.sentence.tokens
    word, before = tokens[at].lower, tokens[at - 1].lower if at else ""
    been = word in pack.passive_auxiliaries and before in pack.words.having
    return been or word in pack.state_auxiliaries | pack.words.being


def _is_at(word: Match) -> Match:
    return Match("trigger", "is", word.first, word.last, word.span)


def _pointers(scene: Scene, force: Force) -> Iterator[Match]:
    """Yield what points to a place in the clause behind a force: "here", "y", "in the town"."""
    last, empty = force.noun.last, points_nowhere(scene)
    for word in scene.group("there"):
        near = last <= word.first and not scene.marks_between(last - 1, word.first)
        if not near or word.value == "origin" or any(m.span.touches(word.span) for m in empty):
            continue
        nation = scene.sentence.ending_at("demonym", word.first)
        first = with_articles(scene, nation.first if nation else word.first)
        link = scene.sentence.ending_at("role", first)
        within = link is not None and (link.value == Role.LOCATION or word.value == "soil")
        alone = word.value in ("clitic", "here") or word.last - word.first == 1 == word.last - first
        if within or alone:
            yield word
