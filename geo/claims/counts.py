"""How many of a force or of goods a sentence tells."""

from dataclasses import replace

from geo.claims.forces import Force
from geo.claims.nouns import are_nations, belongs_to, is_joined, is_modifier, overlap
from geo.claims.ranks import is_fallen
from geo.claims.scene import Scene
from geo.claims.units import CARRIERS, PERSONNEL
from geo.records import Quantity
from geo.text import Match

_BESIDE = 3  # words from a noun to a number behind it, and from that to the comma that ends it
_PARTICIPLE_GAP = 2  # words from the number to the noun with a participle before it
_NUMBER_GAP, _NUMBER_REACH = 3, 6  # words from the number to the noun; more only without a preposition
_APART_REACH = 8  # words from a force to its number between commas
_COUNTING_REACH, _PUT_REACH = 5, 12  # words from "the number" to the force, and from that to "at 160,000"
_OWNER = 3  # words of "of the navy" before its "s"
_DASHES = "–—("  # open an aside that says it more exactly
_BOARD_REACH = 3  # words from a number of people to "on board"
_STRONG_REACH = 2  # words between "a group" and "217 strong"


def quantity(scene: Scene, force: Force) -> Quantity | None:
    """Return the number that counts the force, in people where the sentence tells them."""
    told = next((number for read in _READERS if (number := read(scene, force))), None)
    return told or _beside(scene, force)


def _beside(scene: Scene, force: Force) -> Quantity | None:
    """Return the number that stands before a noun or right behind it."""
    before = [n for n in scene.numbers if _counts(scene, n, force)]
    before = before or [n for n in scene.numbers if _is_beside(scene, n, force)]
    if not before:
        aboard = _grown_to(scene, force) or _aboard(scene, force)
        return replace(aboard, unit=PERSONNEL) if aboard else None
    share = _share(scene, before[-1])
    if share is None:
        return None
    number = _made_exact(scene, force, _bounded(scene, share, force))
    if number.low == number.high == 1 and _is_article(scene, number, force):
        return None
    return _of_unit(scene, force, number)


def _made_exact(scene: Scene, force: Force, number: Quantity) -> Quantity:
    """Return the number behind a dash that is more exact: "thousands of containers – at least 11,000"."""
    vague = any(number.span.covers(m.span) for m in scene.group("indefinite"))
    for further in scene.numbers if vague else ():
        first, after = scene.first_word(further.span), scene.after_word(further.span)
        before = scene.text[scene.sentence.tokens[first - 1].end : further.span.start] if first else ""
        exact = not any(further.span.covers(m.span) for m in scene.group("indefinite"))
        behind = first > force.noun.last and any(mark in before for mark in _DASHES)
        if exact and behind and (further.low or 0) >= (number.low or 0) and not _other_unit(scene, after):
            return further
    return number


def _of_unit(scene: Scene, force: Force, number: Quantity) -> Quantity:
    return replace(number, unit=None if force.unit == "none" else _counted_unit(scene, force))


def _fallen(scene: Scene, force: Force) -> Quantity | None:
    """Read somebody by rank and name as one."""
    one = force.noun.group == "rank" and is_fallen(scene, force.noun)
    return Quantity(force.noun.span, 1, 1, PERSONNEL) if one else None


def _of_whole(scene: Scene, force: Force) -> Quantity | None:
    """Return the number that counts a part: 150 of "Of 540 men, 150 were killed"."""
    opens = scene.sentence.starting_at("role", 0)
    of = opens is not None and opens.value == "genitive"
    of = of or scene.sentence.tokens[0].lower in scene.pack.words.out_of
    if not of or force.again or scene.marks_between(0, force.noun.first):
        return None
    for number in scene.numbers:
        first, after = scene.first_word(number.span), scene.after_word(number.span)
        begins = scene.marks_between(0, first) == 1 and scene.marks_between(max(0, first - 2), first) > 0
        noun = any(0 <= m.first - after <= 1 for m in scene.group("force", "goods"))
        verb = any(force.noun.last <= m.first < first for m in scene.group("trigger"))
        if begins and not noun and not verb and not any(t.span.touches(number.span) for t in scene.times):
            return _of_unit(scene, force, number)
    return None


def _numbered(scene: Scene, force: Force) -> Quantity | None:
    """Read "The garrison numbered 27,000"."""
    tokens = scene.sentence.tokens
    for number in scene.numbers:
        first, after = scene.first_word(number.span), scene.after_word(number.span)
        verb = first > 0 and tokens[first - 1].lower in scene.pack.words.numbered
        before = [m for m in scene.group("force") if m.last <= first - 1]
        own = bool(before) and before[-1].first == force.noun.first
        if verb and own and not _other_unit(scene, after) and not scene.marks_between(force.noun.last, first):
            return _of_unit(scene, force, number)
    return None


def _share(scene: Scene, whole: Quantity) -> Quantity | None:
    """Return how many are meant: the first of "1,000 of the 3,000 soldiers"; None of "a third of"."""
    tokens, first = scene.sentence.tokens, scene.first_word(whole.span)
    article = first > 0 and tokens[first - 1].lower in scene.pack.articles
    link = scene.sentence.ending_at("role", first)  # "des 3 000 soldats"
    link = link or (scene.sentence.ending_at("role", first - 1) if article else None)
    link = link or _before_owner(scene, first)
    if link is None or link.value != "genitive" or link.first == 0:
        return whole
    share = next((n for n in scene.numbers if scene.after_word(n.span) == link.first), None)
    part = tokens[link.first - 1].lower in scene.pack.words.fractions
    before = tokens[: scene.first_word(share.span)][-1:] if share else ()
    if any(t.lower in scene.pack.words.contrast for t in before):
        return None  # "all but 40 of the 300 soldiers"
    return share or (None if part else whole)


def _before_owner(scene: Scene, first: int) -> Match | None:
    """Return the "of" before whose a whole is: "six of the navy's eight helicopters"."""
    tokens = scene.sentence.tokens
    if first < _OWNER or tokens[first - 1].lower not in scene.pack.words.possessive:
        return None
    at = first - 2
    while at > first - _BESIDE - _OWNER and at > 0 and tokens[at - 1].lower not in scene.pack.articles:
        at -= 1
    at -= tokens[at - 1].lower in scene.pack.articles
    return scene.sentence.ending_at("role", at) or scene.sentence.ending_at("role", first - 2)


def _counted_unit(scene: Scene, force: Force) -> str:
    """Return the unit that a number counts: of "two teams" teams, of unknown strength."""
    parts = (m.value for m in scene.group("collective") if m.value != "words" and overlap(m, force.noun))
    return next(parts, force.unit)


def _is_article(scene: Scene, number: Quantity, force: Force) -> bool:
    """Tell whether "one" counts nothing: before a word for many, in "one of", and in "not one"."""
    heads = (m for m in scene.group("collective") if m.last == force.noun.last)  # not of "infantry company"
    many = any(overlap(m, force.noun) for m in heads)
    first, after = scene.first_word(number.span), scene.after_word(number.span)
    written = _is_written_as_article(scene, number)  # "une de ses colonnes", not "one of"
    partitive = written and any(m.value == "genitive" and m.first == after for m in scene.group("role"))
    link = scene.sentence.ending_at("role", first)
    portion = written and link is not None and link.value == "genitive" and link.first > 0
    if portion and link is not None:  # "the first elements of a battalion"
        partitive |= scene.sentence.tokens[link.first - 1].lower in scene.pack.words.fractions
    denied = any(m.value == "denied" and m.first <= first <= m.last for m in scene.group("status_near"))
    return many or partitive or denied


def _is_written_as_article(scene: Scene, number: Quantity) -> bool:
    """Tell whether one is only "a": "the vanguard of an army"."""
    one = number.low == number.high == 1
    return one and scene.sentence.tokens[scene.first_word(number.span)].lower in scene.pack.articles


def _counts(scene: Scene, number: Quantity, force: Force) -> bool:
    """Tell whether a number stands before the noun, or is or follows the word for a force named before."""
    after = scene.after_word(number.span)
    if _counts_other(scene, number):
        return False
    if force.again and (force.noun.span == number.span or scene.first_word(number.span) == force.noun.last):
        return True
    if _is_first_some(scene, number, force):
        return True
    gap = force.noun.first - after
    parted = scene.marks_between(after - 1, force.noun.first) > 0
    parted = parted and not are_nations(scene, after, force.noun.first)
    clauses = scene.pack.words.clause - scene.pack.words.joiners  # "a report that HMS Diamond"
    parted = parted or any(t.lower in clauses for t in scene.sentence.tokens[after : force.noun.first])
    if (
        _is_model(scene, number)
        or _names_unit(scene, number, force)
        or parted
        or not 0 <= gap <= _NUMBER_REACH
    ):
        return False
    between = [
        m for m in scene.group("force", "goods", "trigger", "role") if after <= m.first < force.noun.first
    ]
    partly = any(m.value in ("genitive", "origin") and m.last > after + 1 for m in between)
    if number.low == number.high == 1 and partly:
        return False  # "a handful of marines", "une partie des blindés"
    # "two of the garrison's battalions"
    between = [m for m in between if m.group != "goods" or m.last != force.noun.first]  # "an S-400 battery"
    owners = [m for m in between if m.group == "force" and _owns(scene, m)]
    between = [m for m in between if m not in owners and not (owners and m.group == "role")]
    nouns = [m.span for m in between if m.group == "force"]
    between = [m for m in between if m.group != "trigger" or not any(n.covers(m.span) for n in nouns)]
    if gap <= _NUMBER_GAP:
        between = [m for m in between if m.group != "role"]
    if gap <= _PARTICIPLE_GAP:
        between = [m for m in between if m.group != "trigger"]  # "eighty-eight interned soldiers"
    own = [m for m in between if m.group == "force"]
    joined = {m.first for m in own if any(_leads_to(scene, m, n) for n in (force.noun, *own) if n is not m)}
    return all(m.first in joined or _is_joiner(scene, m) for m in between)


def _is_first_some(scene: Scene, number: Quantity, force: Force) -> bool:
    """Tell whether a comma says who so many are: "The first 120, infantrymen of the regiment, landed"."""
    first, after = scene.first_word(number.span), scene.after_word(number.span)
    ranked = first > 0 and scene.sentence.tokens[first - 1].lower in scene.pack.words.sole
    return ranked and after == force.noun.first and scene.marks_between(after - 1, after) == 1


def _counts_other(scene: Scene, number: Quantity) -> bool:
    """Tell whether a number is part of a time or a name or counts nations: "27 nations", "Mirage 2000-5"."""
    start, after = number.span.start, scene.after_word(number.span)
    timed = any(t.span.touches(number.span) for t in scene.times)
    tied = start > 1 and scene.text[start - 1] == "-" and scene.text[start - 2].isalnum()
    nations = scene.pack.words.nations
    return timed or tied or any(t.lower in nations for t in scene.sentence.tokens[after : after + 1])


def _owns(scene: Scene, noun: Match) -> bool:
    tokens = scene.sentence.tokens
    return noun.last < len(tokens) and tokens[noun.last].lower in scene.pack.words.possessive


def _leads_to(scene: Scene, noun: Match, head: Match) -> bool:
    """Tell whether a noun before the head is part of its name: "coast guard and militia vessels"."""
    return is_modifier(scene, noun, head) or is_joined(scene, noun, head)


def _is_joiner(scene: Scene, match: Match) -> bool:
    return match.group == "role" and scene.words(match.first, match.last).lower() in scene.pack.words.joiners


def _is_model(scene: Scene, number: Quantity) -> bool:
    """Tell whether the number belongs to a name before it: "Mirage 2000"."""
    first = scene.first_word(number.span)
    if first <= 1 or not number.span.of(scene.text).isdigit():
        return False
    if scene.marks_between(first - 2, first - 1):
        return False  # a new clause begins with a capital
    before = scene.sentence.tokens[first - 1]
    if before.lower in scene.pack.numbers.units:
        return False  # "Another 120 marines"
    ends = [m.span.end for m in scene.mentions] + [t.span.end for t in scene.times]
    named = before.end in ends  # "in April 177 airmen"
    return before.capital and not named and scene.text[before.end : number.span.start] in (" ", "\u00a0")


def _names_unit(scene: Scene, number: Quantity, force: Force) -> bool:
    """Tell whether a number is a unit's own: "42 Commando", "No 617 Squadron", not "42 Commandos"."""
    noun = scene.sentence.tokens[scene.after_word(number.span) :][:1]
    beside = scene.after_word(number.span) == force.noun.first
    named = any(t.capital and t.lower in scene.pack.words.unit_names for t in noun)
    return beside and named and number.span.of(scene.text).isdigit()


def _people_behind(scene: Scene, force: Force) -> Quantity | None:
    """Read "a battalion of 850 men", "a squadron of about 900" and "a group, 217 strong"."""
    tokens = scene.sentence.tokens
    nation = next((m.last for m in scene.group("demonym") if m.first == force.noun.last), force.noun.last)
    link = _of_behind(scene, nation)  # "le contingent ivoirien de 850 casques bleus"
    of = link is not None and link.value in ("genitive", "with") and not force.goods
    of = of and tokens[nation].lower not in scene.pack.words.joiners
    for number in scene.numbers:
        first, after = scene.first_word(number.span), scene.after_word(number.span)
        strong = after < len(tokens) and tokens[after].lower in scene.pack.words.strong
        behind = of and link is not None and first == link.last and not _is_written_as_article(scene, number)
        if behind and (strong or _counts_people(scene, after)):
            return replace(number, unit=PERSONNEL)
        if strong and (
            _lists(scene, force, first, after) or scene.strong_marks_between(force.noun.first, first)
        ):
            continue
        verb = any(force.noun.last <= m.first < first for m in scene.group("trigger"))
        verb = verb and any(m.first == after for m in scene.group("force"))  # "which lost 70 men"
        if strong and 0 <= first - force.noun.last <= _STRONG_REACH and not verb:
            return replace(number, unit=PERSONNEL)
        if strong and after + 1 == force.noun.first and _is_most_of(scene, first):
            continue  # "most of the 700-strong battlegroup"
        joined = after + 1 == force.noun.first and not force.again
        if strong and (joined or _is_set_off(scene, force, first, after)):
            return replace(
                number, unit=PERSONNEL
            )  # "a 300-strong headquarters"; "the contingent in Gao, 300 strong,"
    return None


def _of_behind(scene: Scene, at: int) -> Match | None:
    """Return the "of" behind a word, or that behind what it is for: "équipe de reconnaissance de huit"."""
    link = scene.sentence.starting_at("role", at)
    if link is None or link.value != "genitive" or link.last >= len(scene.sentence.tokens):
        return link
    further = scene.sentence.starting_at("role", link.last + 1)
    counted = any(scene.first_word(n.span) == link.last for n in scene.numbers)
    plain = not scene.sentence.tokens[link.last].capital and not counted
    return further if further and further.value == "genitive" and plain else link


def _is_most_of(scene: Scene, first: int) -> bool:
    """Tell whether only a part of a number is meant: "most of the" before it."""
    tokens = scene.sentence.tokens
    article = first > 0 and tokens[first - 1].lower in scene.pack.articles
    link = scene.sentence.ending_at("role", first - article)
    part = link is not None and link.value == "genitive" and link.first > 0
    return part and link is not None and tokens[link.first - 1].lower in scene.pack.words.fractions


def _lists(scene: Scene, force: Force, first: int, after: int) -> bool:
    """Tell whether "and" joins a number as another force: "the brigade and 200 marines"."""
    tokens = scene.sentence.tokens
    near = (*tokens[force.noun.last : first], *tokens[after + 1 : after + 2])
    return any(t.lower in scene.pack.words.joiners for t in near)


def _is_set_off(scene: Scene, force: Force, first: int, after: int) -> bool:
    """Tell whether a number stands between commas behind a force: "the UN contingent, 1,100 strong,"."""
    tokens = scene.sentence.tokens
    if not 0 < first - force.noun.last <= _APART_REACH or scene.marks_between(force.noun.last, first) != 1:
        return False
    between = range(force.noun.last, first)
    others = (m for m in scene.group("force", "goods", "trigger") if m.first in between)
    alone = not any(m.group == "trigger" or not belongs_to(scene, m, force.noun) for m in others)
    ends = after + 1 < len(tokens) and scene.marks_between(after, after + 1) > 0
    return alone and ends and scene.marks_between(first - 1, first) > 0


def _opening(scene: Scene, force: Force) -> Quantity | None:
    """Read the number before the comma that opens a sentence: "Numbering 850 men, the contingent reached"."""
    if scene.sentence.tokens[0].lower not in scene.pack.words.numbering or force.goods:
        return None
    first = min((f.first for f in scene.group("force") if scene.marks_between(0, f.first)), default=None)
    for number in scene.numbers[:1]:
        at, after = scene.first_word(number.span), scene.after_word(number.span)
        counted = [m for m in scene.group("force") if 0 <= m.first - after <= _NUMBER_GAP]
        if force.noun.first == first and not scene.marks_between(0, at) and counted:
            return replace(number, unit=counted[0].value)
    return None


def _is_beside(scene: Scene, number: Quantity, force: Force) -> bool:
    """Read a number behind its noun: "the Spaniards, about 700, are" and "ils sont 1.250 à garder"."""
    first, after = scene.first_word(number.span), scene.after_word(number.span)
    gap = first - force.noun.last
    if not 0 <= gap <= _BESIDE or any(t.span.touches(number.span) for t in scene.times):
        return False
    between = scene.sentence.tokens[force.noun.last : first]
    placed = any(scene.after_word(m.span) == first for m in scene.mentions)  # "Engineers from Paraguay, 115"
    named = (
        bool(between) and between[-1].capital and not (force.again or placed)
    )  # "Sapper Lee Horrocks, 22,"
    named = named or any(t.lower in scene.pack.words.compared for t in scene.sentence.tokens[:first][-1:])
    if named or _is_of_others(scene, force, first):
        return False
    if force.again:
        return bool(between) and all(t.lower in scene.pack.words.bare for t in between)
    if scene.marks_between(force.noun.last - 1, first) != 1 or _other_unit(scene, after, force.unit):
        return False
    ends = range(after, min(after + _BESIDE, len(scene.sentence.tokens) - 1) + 1)
    closed = any(scene.marks_between(after - 1, end) for end in ends)
    return closed and not _is_part_aside(scene, first, after)


def _is_part_aside(scene: Scene, first: int, after: int) -> bool:
    """Tell whether a number aside is of some of a force, or of what is with it: "30 of them women"."""
    part = scene.sentence.starting_at("again", after)
    link = scene.sentence.ending_at("role", first)  # "the frigate, with 240 on board,", "left, in two buses,"
    some = part is not None and not scene.marks_between(part.last - 1, part.last)
    including = any(t.lower in scene.pack.words.including for t in scene.sentence.tokens[:first][-1:])
    including = including and not scene.marks_between(after - 1, after)  # "dont douze femmes"
    return some or including or (link is not None and link.value in ("with", "location"))


def _is_of_others(scene: Scene, force: Force, first: int) -> bool:
    """Tell whether another force or a semicolon parts a number from a noun: "the ship, whose crew is 300"."""
    between = range(force.noun.last, first)
    others = (m for m in scene.group("force") if m.first in between)
    apart = any(scene.marks_between(force.noun.last - 1, m.first) for m in others)
    return apart or scene.strong_marks_between(force.noun.first, first) > 0


def _of_them(scene: Scene, force: Force) -> Quantity | None:
    """Read the number of all behind what is told of them: "The French came by rail, 450 of them"."""
    tokens = scene.sentence.tokens
    for number in scene.numbers if not force.goods and not force.again else ():
        first, after = scene.first_word(number.span), scene.after_word(number.span)
        them = scene.sentence.starting_at("again", after)
        if first <= force.noun.last or them is None or them.last > len(tokens):
            continue
        link = scene.sentence.starting_at("role", after)
        theirs = link is not None and link.value == "genitive" and link.last < them.last + 1
        aside = scene.marks_between(first - 1, first) > 0 and _closes_aside(scene, them.last)
        there = tokens[first - 1].lower in scene.pack.words.being | scene.pack.passive_auxiliaries
        own = not any(force.noun.last <= m.first < first for m in scene.group("force", "goods"))
        if theirs and own and (aside or there):
            return _of_unit(scene, force, _bounded(scene, number, replace(force, noun=them)))
    return None


def _closes_aside(scene: Scene, at: int) -> bool:
    """Tell whether what is said aside ends at a word, or goes on with a preposition and no verb."""
    ends = at >= len(scene.sentence.tokens) or scene.marks_between(at - 1, at) > 0
    return ends or scene.sentence.starting_at("role", at) is not None


def _units_aside(scene: Scene, force: Force) -> Quantity | None:
    """Read units between commas behind whose they are: "American Marines, two battalions of them, landed"."""
    if force.goods or force.again:
        return None
    for number in scene.numbers:
        first, after = scene.first_word(number.span), scene.after_word(number.span)
        units = [m for m in scene.group("force") if m.first == after and m.value != PERSONNEL]
        beside = first == force.noun.last and scene.marks_between(first - 1, first) > 0
        theirs = units and any(m.first == units[0].last for m in scene.group("again"))
        closing = range(units[0].last, units[0].last + _BESIDE) if units else ()
        closes = any(scene.marks_between(at - 1, at) for at in closing)  # "two companies at least,"
        if beside and (theirs or closes) and not number.low == number.high == 1:
            return replace(_bounded(scene, number, replace(force, noun=units[0])), unit=units[0].value)
    return None


def _bounded(scene: Scene, number: Quantity, force: Force) -> Quantity:
    """Apply a bound that stands behind what is counted: "ten men at most", "deux compagnies au moins"."""
    after = max(scene.after_word(number.span), force.noun.last)
    for hedge in scene.group("hedge"):
        beside = 0 <= hedge.first - after <= 1 and not scene.marks_between(after - 1, hedge.first)
        ends = hedge.last >= len(scene.sentence.tokens) or scene.marks_between(hedge.last - 1, hedge.last)
        if beside and ends and number.low == number.high:
            if hedge.value == "at_least":
                return replace(number, high=None)
            if hedge.value == "at_most":
                return replace(number, low=None)
    return number


def _counts_people(scene: Scene, at: int) -> bool:
    """Tell whether a number counts people by itself: "a company of 120", not "soldiers of 19 countries"."""
    state = next((scene.after_word(m.span) for m in scene.mentions if scene.first_word(m.span) == at), at)
    nouns = [m.first for m in scene.group("force") if m.value == PERSONNEL]
    if state > at and state in nouns:
        return True  # "130 New Zealand soldiers"
    if _other_unit(scene, at) or _is_unit_name(scene, at):
        return False
    tokens = scene.sentence.tokens
    if at >= len(tokens) or scene.marks_between(at - 1, at):
        return True
    people = any(0 <= first - at <= _NUMBER_GAP for first in nouns)
    people = people or any(m.first == at for m in scene.group("demonym"))  # "a party of 15 New Zealanders"
    goes_on = any(m.first == at for m in scene.group("trigger", "role", "again", "status_near"))
    words = scene.pack.words
    return people or goes_on or tokens[at].lower in words.bare | words.relative | words.related


def _put_at(scene: Scene, force: Force) -> Quantity | None:
    """Read "puts the number of soldiers in Kuwait at 160,000" and "puts at sixteen the number of its men"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    before = range(max(0, force.noun.first - _COUNTING_REACH), force.noun.first)
    told = [at for at in before if tokens[at].lower in words.counting]
    if not told or force.goods:
        return None
    for number in scene.numbers:
        first = scene.first_word(number.span)
        near = told[-1] - _COUNTING_REACH <= first <= force.noun.last + _PUT_REACH
        people = first < told[-1] or _counts_people(scene, scene.after_word(number.span))
        # "bringing to 1,800 the number of"
        to = words.put_at | words.up_to if first < told[-1] else words.put_at
        if near and people and first > 0 and tokens[first - 1].lower in to:
            return replace(number, unit=force.unit)
    return None


def _on_board(scene: Scene, force: Force) -> Quantity | None:
    """Return the people whom counted ships carry: "Two aircraft landed with 99 soldiers on board"."""
    many = any(overlap(m, force.noun) for m in scene.group("collective"))  # "a column of 27 vehicles"
    if not (scene.numbers and (force.unit in CARRIERS or many)) or force.goods or force.laden:
        return None
    for noun in scene.group("force"):
        numbers = [n for n in scene.numbers if scene.after_word(n.span) == noun.first]
        if noun.value != PERSONNEL or noun.first < force.noun.last or not numbers:
            continue
        first = scene.first_word(numbers[-1].span)
        near = scene.sentence.tokens[max(0, first - _BOARD_REACH) : first]
        near = (*near, *scene.sentence.tokens[noun.last : noun.last + _BOARD_REACH])
        others = (m for m in scene.group("force") if force.noun.last <= m.first < first)
        alone = not any(m.value not in CARRIERS for m in others)
        if alone and any(t.lower in scene.pack.words.aboard for t in near):
            return replace(numbers[-1], unit=PERSONNEL)
    return None


def _grown_to(scene: Scene, force: Force) -> Quantity | None:
    """Read what a force has become: "the battlegroup has grown to 1,600", "doubled its force to 1,800"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    near = range(max(0, force.noun.first - _COUNTING_REACH), min(force.noun.last + _PUT_REACH, len(tokens)))
    told = [at for at in near if tokens[at].lower in words.changing]
    if not told or force.goods or force.unit in CARRIERS:
        return None
    if any(t.lower in words.relative for t in tokens[force.noun.last : told[0]]):
        return None  # "sappers were flown in, which brings the number of soldiers to 2,700"
    for number in scene.numbers:
        first = scene.first_word(number.span)
        behind = max(told[0], force.noun.last) < first <= told[0] + _PUT_REACH
        after = scene.after_word(number.span)
        dated = any(scene.first_word(t.span) == after for t in scene.times)
        if not behind or not (dated or _counts_people(scene, after)):
            continue
        if tokens[first - 1].lower in words.up_to:
            return number
        link = scene.sentence.ending_at("role", first)
        spread = number.high is not None and number.low != number.high
        if spread and link is not None and link.value == "origin":  # "has risen from 4,500 to 10,000"
            return replace(number, low=number.high)
    return None


def _aboard(scene: Scene, force: Force) -> Quantity | None:
    """Read who is on a ship that nothing counts: "the frigate left Brest with 160 sailors on board"."""
    collective = any(overlap(m, force.noun) for m in scene.group("collective"))
    if force.unit not in CARRIERS and not collective:
        return None
    for number in scene.numbers:
        first, after = scene.first_word(number.span), scene.after_word(number.span)
        members = scene.sentence.tokens[after : after + 1]
        if not (force.unit in CARRIERS or any(t.lower in scene.pack.words.strong for t in members)):
            continue  # "The team is in Gao, with 190 members"
        link = scene.sentence.ending_at("role", first)
        brings = first > force.noun.last and link is not None and link.value == "with"
        alone = not any(force.noun.last <= m.first < first for m in scene.group("force"))
        joined = link is not None and scene.sentence.tokens[link.first].lower in scene.pack.words.joiners
        joined = joined or _is_written_as_article(scene, number)  # "with a crew of 180"
        if brings and alone and not joined and _counts_people(scene, after):
            return number
    return None


def _strength(scene: Scene, force: Force) -> Quantity | None:
    """Read the strength told aside: "le bataillon, fort de 450 hommes, sera"."""
    if (
        force.goods
        or force.again
        or not scene.marks_between(force.noun.first, len(scene.sentence.tokens) - 1)
    ):
        return None
    tokens, numbering = scene.sentence.tokens, scene.pack.words.numbering
    for number in scene.numbers:
        first, after = scene.first_word(number.span), scene.after_word(number.span)
        near = range(first - 1, max(force.noun.last - 1, first - _APART_REACH), -1)
        at = next((n for n in near if tokens[n].lower in numbering), None)
        if at is None or scene.marks_between(at - 1, at) == 0:
            continue
        others = any(force.noun.last <= m.first < at for m in scene.group("trigger"))
        counted = next((m for m in scene.group("force") if 0 <= m.first - after <= _NUMBER_GAP), None)
        if not others and counted and scene.marks_between(force.noun.last - 1, at) == 1:
            return replace(number, unit=counted.value)
    return None


def _crew(scene: Scene, force: Force) -> Quantity | None:
    """Read "with a crew of 200" and "(120 crew)" behind a ship: of two figures that in people counts."""
    if force.unit not in CARRIERS:
        return None
    for noun in scene.group("force"):
        near = 0 < noun.first - force.noun.last <= _APART_REACH
        if not near or scene.sentence.tokens[noun.first].lower not in scene.pack.words.crew:
            continue
        link = scene.sentence.starting_at("role", noun.last)
        for number in scene.numbers:
            of = link is not None and link.value == "genitive" and scene.first_word(number.span) == link.last
            counts = of or scene.after_word(number.span) == noun.first
            if counts and not _is_written_as_article(scene, number):
                return replace(number, unit=PERSONNEL)
    return None


def _is_unit_name(scene: Scene, at: int) -> bool:
    """Tell whether a number belongs to a name behind it: "marines of 45 Commando"."""
    tokens = scene.sentence.tokens
    if at >= len(tokens) or not tokens[at].capital or scene.marks_between(at - 1, at):
        return False
    if any(m.first == at for m in scene.group("demonym")):
        return False
    plural = scene.words(at, at + 1).endswith("s")  # "850 Gurkhas"
    return not (plural and any(m.first == at for m in scene.group("force")))


def _parts_behind(scene: Scene, force: Force) -> Quantity | None:
    """Read "a column of forty-two vehicles": what a word for many consists of."""
    nation = next((m.last for m in scene.group("demonym") if m.first == force.noun.last), force.noun.last)
    link = scene.sentence.starting_at("role", nation)  # "un convoi français d'une cinquantaine de véhicules"
    many = any(overlap(m, force.noun) for m in scene.group("collective"))
    if link is None or link.value != "genitive":
        return None
    for number in scene.numbers:
        if scene.first_word(number.span) != link.last or _is_written_as_article(scene, number):
            continue
        after = scene.after_word(number.span)
        counted = [m for m in scene.group("force", "goods") if 0 <= m.first - after <= _NUMBER_GAP]
        counted = [m for m in counted if not _is_past_verb(scene, after, m.first)]
        goods = force.goods and any(m.group == "goods" for m in counted[:1])  # "a consignment of 300 rifles"
        if counted and (goods or many or counted[0].value in CARRIERS):  # "a squadron of three ships"
            return replace(number, unit=counted[0].value)
    return None


def _other_unit(scene: Scene, at: int, own: str = PERSONNEL) -> bool:
    """Tell whether a number is followed by something else that it counts: "a flotilla of six frigates"."""
    named = [m for m in scene.group("force", "goods") if 0 <= m.first - at <= _NUMBER_GAP]
    named = [m for m in named if not _is_past_verb(scene, at, m.first)]
    return bool(named) and named[0].value not in (PERSONNEL, own)


def _is_past_verb(scene: Scene, first: int, last: int) -> bool:
    """Tell whether a verb group stands between two words: "a team of 15 was lifted by helicopter"."""
    verbs = scene.pack.passive_auxiliaries
    return any(t.lower in verbs for t in scene.sentence.tokens[first:last])


# How a number may be told, the surest first.
_READERS = (
    _fallen,
    _on_board,
    _people_behind,
    _of_whole,
    _numbered,
    _parts_behind,
    _opening,
    _put_at,
    _strength,
    _units_aside,
    _of_them,
    _crew,
)
