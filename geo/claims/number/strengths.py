"""How many people make up a unit, where its strength is told: "850 strong", "has grown to 1,600"."""

from dataclasses import replace

from geo.claims.force.forces import Force
from geo.claims.force.nouns import belongs_to, makeup, overlap
from geo.claims.number.beside import is_before
from geo.claims.number.counted import (
    APART_REACH,
    NUMBER_GAP,
    counts_other,
    counts_people,
    is_written_as_article,
    of_unit,
    other_unit,
)
from geo.claims.scene import Scene, is_of_other_clause, only_words
from geo.claims.units import CARRIERS, FORMATIONS, PERSONNEL
from geo.records import PlaceKind, Quantity
from geo.text import Match

_COUNTING_REACH, _PUT_REACH = 5, 16  # words from "the number" to the force, and from that to "at 160,000"
_RAISED_REACH, _RAISED_FORCE = 7, 4  # words from "porter" and from its number to "son contingent"
_PHRASE = 3  # words of "se compose de"
_ASIDE_OPENS, _ASIDE_CLOSES = 4, 3  # words from a comma to who they are, and from there to its end
# Words behind a noun to its "of", "équipe médicale australienne", and from "850-strong" to its noun.
_ADJECTIVES = 3
_STRONG_REACH = 2  # words between "a group" and "217 strong"


def numbered(scene: Scene, force: Force) -> Quantity | None:
    """Read "The garrison numbered 27,000", "The column numbered 38 vehicles", "soldats, au nombre de 30,"."""
    whole = force.unit if force.unit in CARRIERS else PERSONNEL
    if any(scene.after_word(n.span) == force.noun.first for n in scene.numbers):
        return None  # "the battalion, which lost 12 men, numbers 300"
    for number in scene.numbers:
        first, after = scene.first_word(number.span), scene.after_word(number.span)
        told = _before_adverbs(scene, first)
        are = _are(scene, force, told - 1) and counts_people(scene, after)  # "Les Belges sont 300 à Gao"
        at = told if are or _is_so_strong(scene, first, after) else None
        at = at or _numbering(scene, first) or (_numbering(scene, told) if told < first else None)
        if at is None or counts_other(scene, number):
            continue
        which = scene.sentence.tokens[at - 1].lower in scene.pack.words.relative  # "which numbers 300 men"
        if not which and is_of_other_clause(scene, force.noun.first, at):
            continue
        at -= which
        ways = [m.span for m in scene.group("means")]  # "ont quitté A en convoi, au nombre de 395"
        others = (m for m in scene.group("force") if force.noun.first < m.first and m.last <= at)
        others = (m for m in others if not any(way.covers(m.span) for way in ways))
        own = force.noun.last <= at and all(not which and belongs_to(scene, m, force.noun) for m in others)
        aside = scene.marks_between(at - 1, at)
        joined = are or scene.marks_between(force.noun.last - 1, at) == aside
        if own and joined and not other_unit(scene, after, whole):
            people = force.unit in FORMATIONS or _people_at(scene, after)  # "the battalion numbers 750"
            return of_unit(scene, replace(force, unit=PERSONNEL if people else force.unit), number)
    return None


def _people_at(scene: Scene, at: int) -> bool:
    return any(m.first == at and m.value == PERSONNEL for m in scene.group("force"))


def _before_adverbs(scene: Scene, first: int) -> int:
    """Return where words begin that only say how many still are: "sont encore 800", "entre 600 et 800"."""
    still, between, tokens = scene.pack.words.still, scene.pack.numbers.range_between, scene.sentence.tokens
    first = only_words(scene, first)
    while first > 1 and (tokens[first - 1].lower in still or tokens[first - 1].lower in between):
        first -= 1
    return first


def _are(scene: Scene, force: Force, verb: int) -> bool:
    """Tell whether a verb of being is a force's own: "The troops seen in A were", "Les Belges sont"."""
    tokens, pack = scene.sentence.tokens, scene.pack
    if verb < force.noun.last or tokens[verb].lower not in pack.state_auxiliaries | pack.words.being:
        return False
    if verb == force.noun.last:
        return True
    before = (m.first for m in scene.group("trigger", "role") if 0 < m.first < force.noun.first)
    if any(not scene.marks_between(at, force.noun.first) for at in before):
        return False  # "les civils tués par les soldats sont 12"
    roles = {m.first for m in scene.group("role")}  # "en mars" is no "en ont"
    between = {tokens[at].lower for at in range(force.noun.last, verb) if at not in roles}
    clause = pack.words.clause | pack.words.relative | pack.words.related
    clause |= (pack.passive_auxiliaries | pack.auxiliaries) - pack.negation[0]
    nouns = any(force.noun.last <= m.first < verb for m in scene.group("force", "goods"))
    return not nouns and between.isdisjoint(clause) and scene.marks_between(force.noun.last - 1, verb) != 1


def _is_so_strong(scene: Scene, first: int, after: int) -> bool:
    """Tell whether a verb of being says how strong a force is: "was 380 strong", "était fort de 380"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    link = scene.sentence.ending_at("role", first)
    at = link.first - 1 if link and link.value == "genitive" else first
    told = at < first and at > 0 and tokens[at].lower in words.numbering
    told = told or (
        after < len(tokens) and tokens[after].lower in words.strong and not other_unit(scene, after)
    )
    return told and at > 0 and tokens[at - 1].lower in scene.pack.state_auxiliaries


def _numbering(scene: Scene, first: int) -> int | None:
    """Return where the words begin that lead to how many a force is, behind it: "numbered", "consists of"."""
    tokens = [t.lower for t in scene.sentence.tokens[:first]]
    starts = range(max(0, first - _PHRASE), first)
    return next((at for at in starts if " ".join(tokens[at:]) in scene.pack.words.numbered), None)


def people_behind(scene: Scene, force: Force) -> Quantity | None:
    """Read "a battalion of 850 men", "a squadron of about 900" and "a group, 217 strong"."""
    tokens = scene.sentence.tokens
    men = [number for number, noun in makeup(scene, force.noun) if noun.value == PERSONNEL]
    if men:
        return replace(men[0], unit=PERSONNEL)
    adjectives = _past_adjectives(scene, force.noun.last)
    link = _of_behind(scene, adjectives)  # "le contingent ivoirien de 850 casques bleus"
    of = link is not None and link.value in ("genitive", "with") and not force.goods
    of = of and tokens[adjectives].lower not in scene.pack.words.joiners and not _are_persons(scene, force)
    for number in scene.numbers:
        first, after = scene.first_word(number.span), scene.after_word(number.span)
        strong = after < len(tokens) and tokens[after].lower in scene.pack.words.strong
        behind = of and link is not None and first == link.last and not is_written_as_article(scene, number)
        each = _is_apiece(scene, after)
        if behind and (strong or each or counts_people(scene, after)):
            whole = _times(scene, force, number) if each else number
            machines = (m.value for m in scene.group("force") if m.first == after and m.value in CARRIERS)
            return replace(whole, unit=next(machines, PERSONNEL))  # "two convoys of 30 lorries each"
        parted = scene.strong_marks_between(force.noun.first, first) > 0
        parted = parted or tokens[first - 1].lower in scene.pack.words.including  # "dont trente militaires"
        parted = parted or _is_of_state(scene, force, first)  # "A sent 150 policemen, B 78 soldiers"
        if strong and (parted or _lists(scene, force, first, after)):
            continue
        verb = any(force.noun.last <= m.first < first for m in scene.group("trigger"))
        verb = verb and any(m.first == after for m in scene.group("force"))  # "which lost 70 men"
        linked = tokens[first - 1].lower in scene.pack.state_auxiliaries and _is_last(scene, force, first)
        some = any(t.lower in scene.pack.words.out_of for t in tokens[force.noun.last : first])
        if strong and (linked or 0 <= first - force.noun.last <= _STRONG_REACH) and not (verb or some):
            return replace(number, unit=PERSONNEL)
        before = _is_named_so(scene, after + 1, force)
        if strong and before and _is_most_of(scene, first):
            continue  # "most of the 700-strong battlegroup"
        joined = before and not force.again
        if strong and (joined or _is_set_off(scene, force, first, after)):
            return replace(
                number, unit=PERSONNEL
            )  # "a 300-strong headquarters"; "the contingent in Gao, 300 strong,"
    return None


def _is_named_so(scene: Scene, behind: int, force: Force) -> bool:
    """Tell whether only adjectives part a strength from its force: "an 850-strong Danish battalion"."""
    first = force.noun.first
    if not 0 <= first - behind <= _ADJECTIVES or scene.marks_between(behind - 1, first):
        return False
    between = range(behind, first)
    small = any(scene.sentence.tokens[n].lower in scene.pack.articles for n in between)
    return not small and not any(m.first in between for m in scene.group("force", "goods", "trigger", "role"))


def _is_apiece(scene: Scene, after: int) -> bool:
    """Tell whether a number is that of each of several units: "of 500 each", "de 500 hommes chacun"."""
    words = scene.sentence.tokens[after : after + 2]
    at = next((n for n, t in enumerate(words, after) if t.lower in scene.pack.words.apiece), None)
    return at is not None and scene.marks_between(after - 1, at) == 0


def _times(scene: Scene, force: Force, each: Quantity) -> Quantity:
    """Return how many units of so many men each come to: a thousand of "two battalions of 500 men each"."""
    gaps = ((force.noun.first - scene.after_word(n.span), n) for n in scene.numbers)
    units = next((n.low for gap, n in gaps if 0 <= gap <= NUMBER_GAP and n.low == n.high), None)
    if units is None:
        return each
    return replace(each, low=each.low and each.low * units, high=each.high and each.high * units)


def _is_of_state(scene: Scene, force: Force, first: int) -> bool:
    """Tell whether a state between a force and a number has so many of its own."""
    states = (m for m in scene.mentions if m.place and m.place.kind is PlaceKind.COUNTRY)
    return any(m.span.start > force.noun.span.start and scene.after_word(m.span) == first for m in states)


def _past_adjectives(scene: Scene, at: int) -> int:
    """Return the word behind a noun's adjectives: "une équipe médicale australienne de 27 personnes"."""
    nations, known = {m.first: m.last for m in scene.group("demonym")}, scene.sentence.matches
    for end in range(at, min(at + _ADJECTIVES, len(scene.sentence.tokens))):
        told = any(m.first == end for m in known) or scene.sentence.tokens[end].capital
        if end in nations or told:
            return nations.get(end, end if scene.sentence.starting_at("role", end) else at)
        if scene.pack.demonyms_always_capital or scene.marks_between(end - 1, end):
            break
    return at


def _is_last(scene: Scene, force: Force, first: int) -> bool:
    """Tell whether a force is the last before a word, with no mark between: "The force in Goma is 300"."""
    before = [m for m in scene.group("force") if m.last <= first]
    last = bool(before) and before[-1].first == force.noun.first
    return last and scene.marks_between(force.noun.last, first) == 0


def _are_persons(scene: Scene, force: Force) -> bool:
    """Tell whether people are counted already: "a Dane of thirty", "1 500 militaires des trois armées"."""
    first = force.noun.first
    counts = [n for n in scene.numbers if scene.after_word(n.span) == first]
    if force.noun.group == "demonym" and any(n.low == n.high == 1 for n in counts):
        return True
    body = any(overlap(m, force.noun) for m in scene.group("collective"))
    return force.unit == PERSONNEL and not body and any(n.high != 1 for n in counts)


def _of_behind(scene: Scene, at: int) -> Match | None:
    """Return the "of" behind a word, or that behind what it is for: "équipe de reconnaissance de huit".

    So does it stand behind whose it is: "un bataillon de l'Otan d'environ 700 hommes".
    """
    link = scene.sentence.starting_at("role", at)
    if link is None or link.value != "genitive" or link.last >= len(scene.sentence.tokens):
        return link
    bodies = (m for m in scene.group("sideless") if m.value == "joint" and at <= m.first <= link.last)
    body = next((m.last for m in bodies), None)  # French "de l'Otan" holds the link
    further = scene.sentence.starting_at("role", body or link.last + 1)
    counted = any(scene.first_word(n.span) == link.last for n in scene.numbers)
    plain = (body or not scene.sentence.tokens[link.last].capital) and not counted
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
    if not 0 < first - force.noun.last <= APART_REACH or scene.marks_between(force.noun.last, first) != 1:
        return False
    between = range(force.noun.last, first)
    others = (m for m in scene.group("force", "goods", "trigger") if m.first in between)
    alone = not any(m.group == "trigger" or not belongs_to(scene, m, force.noun) for m in others)
    ends = after + 1 < len(tokens) and scene.marks_between(after, after + 1) > 0
    return alone and ends and scene.marks_between(first - 1, first) > 0


def before_comma(scene: Scene, force: Force) -> Quantity | None:
    """Read a number that a comma parts from who they are: "Another 200, mostly engineers, reached A"."""
    noun, tokens = force.noun, scene.sentence.tokens
    if force.goods or force.unit in CARRIERS or any(n.span.touches(noun.span) for n in scene.numbers):
        return None
    closing = range(noun.last, min(noun.last + _ASIDE_CLOSES, len(tokens)))
    if not any(scene.marks_between(at - 1, at) for at in closing):
        return None
    for number in scene.numbers:
        first, after = scene.first_word(number.span), scene.after_word(number.span)
        after += after < len(tokens) and tokens[after].lower in scene.pack.words.further  # "200 autres"
        near = 0 < noun.first - after <= _ASIDE_OPENS and scene.marks_between(after - 1, after) == 1
        of_these = any(scene.sentence.ending_at("role", at) for at in (first, max(first - 1, 0)))
        of_these |= any(t.span.touches(number.span) for t in scene.times)  # "May 2024: 217 Kenyans land"
        if near and scene.marks_between(after - 1, noun.first) == 1 and not of_these:
            other = (m for m in scene.group("trigger", "force", "goods") if first < m.first < noun.first)
            unit = PERSONNEL if force.unit in FORMATIONS else force.unit  # "170, mostly of the 3rd Brigade"
            return None if any(other) else of_unit(scene, replace(force, unit=unit), number)
    return None


def opening(scene: Scene, force: Force) -> Quantity | None:
    """Read the number before the comma that opens a sentence: "Numbering 850 men, the contingent reached".

    "Au nombre de 850, les soldats" opens one as well.
    """
    opens, numbers = scene.sentence.tokens[0].lower in scene.pack.words.numbering, scene.numbers[:1]
    counts = any(_numbering(scene, scene.first_word(n.span)) == 0 for n in numbers)
    if force.goods or not (opens or counts):
        return None
    first = min((f.first for f in scene.group("force") if scene.marks_between(0, f.first)), default=None)
    for number in numbers:
        at, after = scene.first_word(number.span), scene.after_word(number.span)
        counted = [m.value for m in scene.group("force") if 0 <= m.first - after <= NUMBER_GAP]
        if force.noun.first == first and not scene.marks_between(0, at) and counted:
            return replace(number, unit=force.unit if counts else counted[0])
    return None


def put_at(scene: Scene, force: Force) -> Quantity | None:
    """Read "puts the number of soldiers in Kuwait at 160,000" and "puts at sixteen the number of its men"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    before = range(max(0, force.noun.first - _COUNTING_REACH), force.noun.first)
    told = [at for at in before if tokens[at].lower in words.counting]
    if not told or force.goods:
        return None
    for number in scene.numbers:
        first = scene.first_word(number.span)
        near = told[-1] - _COUNTING_REACH <= first <= force.noun.last + _PUT_REACH
        people = first < told[-1] or counts_people(scene, scene.after_word(number.span))
        # "bringing to 1,800 the number of"
        to = words.put_at | words.up_to if first < told[-1] else words.put_at
        grown = _grown(scene, number) if first < told[-1] else None
        while first > 1 and tokens[first - 1].lower in words.still - to:
            first -= 1  # "atteint désormais 2 000"
        if near and people and first > 0 and (grown or tokens[first - 1].lower in to):
            return replace(grown or number, unit=force.unit)
    return None


def _grown(scene: Scene, number: Quantity) -> Quantity | None:
    """Return what a number has become: "has risen from 4,500 to 10,000", not "un renfort de 20 à 30"."""
    link = scene.sentence.ending_at("role", scene.first_word(number.span))
    spread = number.high is not None and number.low != number.high
    if not spread or link is None or link.value not in ("origin", "genitive"):
        return None
    of = any(m.last == link.first for m in scene.group("force", "demonym", "collective"))
    return None if of else replace(number, low=number.high)


def changed_to(scene: Scene, number: Quantity) -> Quantity | None:
    """Return what "raised from 200 to 400 men" leaves, where the verb stands right before."""
    first, tokens = scene.first_word(number.span), scene.sentence.tokens
    link = scene.sentence.ending_at("role", first)
    at = link.first - 1 if link else 0
    raised = at > 0 and tokens[at].lower in scene.pack.words.changing
    by = any(m.last == at for m in scene.group("force"))  # "un contingent renforcé de 200 à 300 hommes"
    return _grown(scene, number) if raised and not by else None


def grown_to(scene: Scene, force: Force) -> Quantity | None:
    """Read what a force has become: "the battlegroup has grown to 1,600", "doubled its force to 1,800"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    near = range(max(0, force.noun.first - _RAISED_REACH), min(force.noun.last + _PUT_REACH, len(tokens)))
    told = [at for at in near if tokens[at].lower in words.changing]
    if not told or force.goods or force.unit in CARRIERS:
        return None
    if any(t.lower in words.relative for t in tokens[force.noun.last : told[0]]):
        return None  # "sappers were flown in, which brings the number of soldiers to 2,700"
    for number in scene.numbers:
        first = scene.first_word(number.span)
        if _becomes(scene, force, number):
            return number
        behind = max(told[0], force.noun.last) < first <= told[0] + _PUT_REACH
        after = scene.after_word(number.span)
        dated = any(scene.first_word(t.span) == after for t in scene.times)
        if not behind or not (dated or counts_people(scene, after)):
            continue
        if tokens[first - 1].lower in words.up_to:
            return number
        grown = _grown(scene, number)
        if grown:
            return grown
    return None


def _becomes(scene: Scene, force: Force, number: Quantity) -> bool:
    """Tell whether a number before a force is what it is raised to: "porter à 650 hommes son contingent"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    first, after = scene.first_word(number.span), scene.after_word(number.span)
    raised = (
        first > 1 and tokens[first - 1].lower in words.up_to and tokens[first - 2].lower in words.changing
    )
    people = _people_at(scene, after)
    near = 0 < force.noun.first - after <= _RAISED_FORCE and not scene.marks_between(
        after - 1, force.noun.first
    )
    return raised and people and near


def apposed(scene: Scene, force: Force) -> Quantity | None:
    """Read the strength of what a force is: "A second contingent, an infantry company of 170, is due"."""
    if force.goods or force.again or force.unit in CARRIERS:
        return None
    for noun in scene.group("force"):
        near = 0 < noun.first - force.noun.last <= _COUNTING_REACH
        if not near or scene.marks_between(force.noun.last - 1, noun.first) != 1 or noun.value in CARRIERS:
            continue
        opens = next(n for n in range(force.noun.last, noun.first + 1) if scene.marks_between(n - 1, n))
        between = scene.sentence.tokens[opens : noun.first]
        one = bool(between) and between[0].lower in scene.pack.articles
        number = people_behind(scene, Force(noun, noun.value, goods=False)) if one else None
        if number and scene.marks_between(scene.after_word(number.span) - 1, len(scene.sentence.tokens) - 1):
            return number
    return None


def told_last(scene: Scene, force: Force) -> Quantity | None:
    """Read how many a unit is where its sentence ends: "A battalion reached A, a force of some 800 men"."""
    unit = force.unit in FORMATIONS or any(overlap(m, force.noun) for m in scene.group("collective"))
    number = scene.numbers[-1] if scene.numbers else None
    if force.goods or force.again or not unit or number is None or number.high == 1:
        return None
    first, after = _opens_aside(scene, number), scene.after_word(number.span)
    nouns = [m for m in scene.group("force") if m.last <= first]
    if not nouns or nouns[-1].first != force.noun.first or scene.marks_between(first - 1, first) == 0:
        return None
    said = any(force.noun.last <= m.first < first for m in scene.group("trigger"))
    tokens = [t.lower for t in scene.sentence.tokens]
    ends = next((m.first for m in scene.group("source_before", "say") if m.first >= after), len(tokens))
    people = after == ends or _people_at(scene, after) or counts_people(scene, after)
    more = any(after <= m.first < ends for m in scene.group("trigger", "role"))
    in_all = " ".join(tokens[after:ends]).endswith(tuple(scene.pack.words.totals))
    return replace(number, unit=PERSONNEL) if said and people and (in_all or not more) else None


def _opens_aside(scene: Scene, number: Quantity) -> int:
    """Return where the words begin that lead to a number aside: "soit près de 800", "a force of some 800"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    first = scene.first_word(number.span)
    link = scene.sentence.ending_at("role", first)
    if link and link.value == "genitive":
        head = next((m for m in scene.group("force", "collective") if m.last == link.first), None)
        first = head.first if head else first
        first -= head is not None and tokens[first - 1].lower in scene.pack.articles
    return first - (first > 0 and tokens[first - 1].lower in words.numbering)


def strength(scene: Scene, force: Force) -> Quantity | None:
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
        near = range(first - 1, max(force.noun.last - 1, first - APART_REACH), -1)
        at = next((n for n in near if tokens[n].lower in numbering), None)
        link = scene.sentence.ending_at("role", first)
        if at is None or scene.marks_between(at - 1, at) == 0:
            continue
        if any(m.last < first and m != link for m in scene.group("role") if m.first > at):
            continue  # "9 000 hommes, soit le double des 5 000 de mai"
        others = [m for m in scene.group("trigger") if force.noun.last <= m.first < at]
        others = [m for m in others if not any(overlap(m, n) for n in scene.group("force"))]  # "de la Garde"
        counted = next((m for m in scene.group("force") if 0 <= m.first - after <= NUMBER_GAP), None)
        alone = after < len(tokens) and scene.marks_between(after - 1, after) > 0  # "numbering about 400, "
        unit = counted.value if counted else force.unit if force.unit in CARRIERS else PERSONNEL
        told = unit != force.unit == PERSONNEL and (n for n in scene.numbers if n.high != 1)
        if told and any(is_before(scene, n, force) for n in told):
            continue  # "900 men, that is two battalions" are told in people
        if not others and (counted or alone) and scene.marks_between(force.noun.last - 1, at) == 1:
            return replace(number, unit=unit)
    return None
