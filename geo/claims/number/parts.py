"""Numbers of parts and wholes: "1,000 of the 3,000", "450 of them", "a column of forty vehicles"."""

from dataclasses import replace

from geo.claims.force.forces import Force
from geo.claims.force.nouns import overlap
from geo.claims.number.beside import is_before
from geo.claims.number.counted import (
    BESIDE,
    NUMBER_GAP,
    bounded,
    is_past_verb,
    is_written_as_article,
    of_unit,
)
from geo.claims.scene import Scene, with_articles
from geo.claims.units import CARRIERS, PERSONNEL
from geo.languages import Frame
from geo.records import Quantity, Span
from geo.text import Match

_SERIES = 20  # ships or battalions at most of which one is told as the first or third
_AMONG = 6  # words from "dead" to those among whom
_OWNER = 3  # words of "of the navy" before its "s"


def of_whole(scene: Scene, force: Force) -> Quantity | None:
    """Return the number that counts a part: 150 of "Of 540 men, 150 were killed"."""
    opens = scene.sentence.starting_at("role", 0)
    of = opens is not None and opens.value == "genitive"
    of = of or scene.sentence.tokens[0].lower in scene.pack.words.out_of
    if not of or force.again or scene.marks_between(0, force.noun.first):
        return None
    for number in scene.numbers:
        first, after = scene.first_word(number.span), scene.after_word(number.span)
        begins = scene.marks_between(0, first) == 1 and scene.marks_between(max(0, first - 2), first) > 0
        begins = begins and scene.sentence.tokens[first - 1].lower not in scene.pack.words.including
        noun = any(0 <= m.first - after <= 1 for m in scene.group("force", "goods"))
        verb = any(force.noun.last <= m.first < first for m in scene.group("trigger"))
        if begins and not noun and not verb and not any(t.span.touches(number.span) for t in scene.times):
            return of_unit(scene, force, number)
    return None


def fallen_among(scene: Scene, force: Force) -> Quantity | None:
    """Return the number before a word for a loss: "twelve dead among the soldiers"."""
    tokens, noun = scene.sentence.tokens, force.noun
    for trigger in scene.group("trigger") if not force.again else ():
        counted = next((n for n in scene.numbers if scene.after_word(n.span) == trigger.first), None)
        falls = scene.pack.triggers[trigger.value].frame is Frame.FALL
        if counted is None or not falls or not 0 < noun.first - trigger.last <= _AMONG:
            continue
        among = any(t.lower in scene.pack.words.out_of for t in tokens[trigger.last : noun.first])
        if among and not scene.marks_between(trigger.first, noun.first):
            return of_unit(scene, force, counted)
    return None


def share_of(scene: Scene, whole: Quantity) -> Quantity | None:
    """Return how many are meant: the first of "1,000 of the 3,000 soldiers"; None of "a third of"."""
    tokens, first = scene.sentence.tokens, scene.first_word(whole.span)
    article = first > 0 and tokens[first - 1].lower in scene.pack.articles
    link = scene.sentence.ending_at("role", first)  # "des 3 000 soldats"
    link = link or (scene.sentence.ending_at("role", first - 1) if article else None)
    link = link or _before_owner(scene, first)
    if link is None or link.value != "genitive" or link.first == 0:
        return whole
    ends = {link.first, link.first - (tokens[link.first - 1].lower in scene.pack.words.sole)}
    share = next(
        (n for n in scene.numbers if scene.after_word(n.span) in ends), None
    )  # "les 50 premiers des"
    part = tokens[link.first - 1].lower in scene.pack.words.fractions
    said = with_articles(scene, link.first - 1) - 1  # "They are the vanguard of the 200 men whom A will send"
    part = part and (said < 0 or tokens[said].lower not in scene.pack.state_auxiliaries)
    before = tokens[: scene.first_word(share.span)][-1:] if share else ()
    if any(t.lower in scene.pack.words.contrast for t in before):
        return None  # "all but 40 of the 300 soldiers"
    if share and _is_among(scene, share):
        return whole
    return share or (None if part else whole)


def _is_among(scene: Scene, one: Quantity) -> bool:
    """Tell whether somebody is only said to be of a force, which did it: "is one of 50 who flew to A"."""
    begins = with_articles(scene, scene.first_word(one.span))
    being = scene.pack.state_auxiliaries | scene.pack.passive_auxiliaries
    before = scene.sentence.tokens[:begins][-1:]
    return one.low == one.high == 1 and any(t.lower in being for t in before)


def one_of(scene: Scene, whole: Quantity, force: Force) -> Quantity | None:
    """Return one for "the first of six ships", "le deuxième des trois bataillons"; of men it is some."""
    first = with_articles(scene, scene.first_word(whole.span))
    link = scene.sentence.ending_at("role", first) or scene.sentence.ending_at("role", first + 1)
    few = force.unit != PERSONNEL and whole.high is not None and whole.high <= _SERIES
    if not few or link is None or link.value != "genitive" or link.first == 0:
        return None
    rank, words = scene.sentence.tokens[link.first - 1], scene.pack.words
    ranked = rank.lower in words.sole | words.further and not rank.lower.endswith("s")
    counted = any(scene.after_word(n.span) == link.first - 1 for n in scene.numbers)  # "the first two of"
    return replace(whole, span=Span(rank.start, rank.end), low=1, high=1) if ranked and not counted else None


def _before_owner(scene: Scene, first: int) -> Match | None:
    """Return the "of" before whose a whole is: "six of the navy's eight helicopters"."""
    tokens = scene.sentence.tokens
    if first < _OWNER or tokens[first - 1].lower not in scene.pack.words.possessive:
        return None
    at = first - 2
    while at > first - BESIDE - _OWNER and at > 0 and tokens[at - 1].lower not in scene.pack.articles:
        at -= 1
    at -= tokens[at - 1].lower in scene.pack.articles
    return scene.sentence.ending_at("role", at) or scene.sentence.ending_at("role", first - 2)


def of_them(scene: Scene, force: Force) -> Quantity | None:
    """Read the number of all behind what is told of them: "The French came by rail, 450 of them".

    Of a force that has its number, "nine vessels, 3 of which crossed", it is a part of them.
    """
    tokens = scene.sentence.tokens
    if any(is_before(scene, number, force) for number in scene.numbers):
        return None
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
            return of_unit(scene, force, bounded(scene, number, replace(force, noun=them)))
    return None


def _closes_aside(scene: Scene, at: int) -> bool:
    """Tell whether what is said aside ends at a word, or goes on with a preposition and no verb."""
    ends = at >= len(scene.sentence.tokens) or scene.marks_between(at - 1, at) > 0
    return ends or scene.sentence.starting_at("role", at) is not None


def units_aside(scene: Scene, force: Force) -> Quantity | None:
    """Read units between commas behind whose they are: "American Marines, two battalions of them, landed"."""
    if force.goods or force.again:
        return None
    for number in scene.numbers:
        first, after = scene.first_word(number.span), scene.after_word(number.span)
        units = [m for m in scene.group("force") if m.first == after and m.value != PERSONNEL]
        beside = first == force.noun.last and scene.marks_between(first - 1, first) > 0
        theirs = units and any(m.first == units[0].last for m in scene.group("again"))
        closing = range(units[0].last, units[0].last + BESIDE) if units else ()
        closes = any(scene.marks_between(at - 1, at) for at in closing)  # "two companies at least,"
        if beside and (theirs or closes) and not number.low == number.high == 1:
            return replace(bounded(scene, number, replace(force, noun=units[0])), unit=units[0].value)
    return None


def parts_behind(scene: Scene, force: Force) -> Quantity | None:
    """Read "a column of forty-two vehicles": what a word for many consists of."""
    nation = next((m.last for m in scene.group("demonym") if m.first == force.noun.last), force.noun.last)
    nation += _is_adjective(scene, nation)
    link = scene.sentence.starting_at("role", nation)  # "un convoi français d'une cinquantaine de véhicules"
    many = any(overlap(m, force.noun) for m in scene.group("collective"))
    if link is None or link.value != "genitive":
        return None
    for number in scene.numbers:
        if scene.first_word(number.span) != link.last or is_written_as_article(scene, number):
            continue
        after = scene.after_word(number.span)
        counted = [m for m in scene.group("force", "goods") if 0 <= m.first - after <= NUMBER_GAP]
        counted = [m for m in counted if not is_past_verb(scene, after, m.first)]
        goods = force.goods and any(m.group == "goods" for m in counted[:1])  # "a consignment of 300 rifles"
        if counted and (goods or many or counted[0].value in CARRIERS):  # "a squadron of three ships"
            return replace(number, unit=counted[0].value)
    return None


def _is_adjective(scene: Scene, at: int) -> bool:
    """Tell whether a word between a noun and "of" only says of what kind it is: "convoi terrestre de"."""
    if at + 1 >= len(scene.sentence.tokens) or scene.marks_between(at - 1, at + 1):
        return False
    token, words = scene.sentence.tokens[at], scene.pack.words
    made = token.lower.endswith(tuple(words.promised))  # "un convoi escorté de 40 blindés"
    known = any(m.first == at for m in scene.sentence.matches)
    return not (token.capital or made or known or token.lower in scene.pack.auxiliaries | words.linkers)
