"""Whether a force is told as a part of another, or as more than were there."""

from geo.claims.force.forces import Force
from geo.claims.force.nouns import overlap
from geo.claims.number.aboard import brought_from
from geo.claims.scene import Scene, with_articles, words_of_aside
from geo.claims.units import CARRIERS, PERSONNEL
from geo.records import Claim, Quantity, Share
from geo.text import Match

_REACH = 4  # words from "the first" to its noun
_BEHIND = 2  # words from a noun to "of them"
_HEAD_REACH = 12  # words of a phrase from "the first" to the comma that ends it
_ALL_REACH = 3  # words from "all" to "additional": "all 5,500 additional troops"
_SERIES_REACH = 6  # words from "the first of" to whose


def share(scene: Scene, claim: Claim, force: Force) -> Share | None:
    """Return whether the force is told as a part of another, or as more than were there."""
    first = force.noun.first
    if claim.quantity and scene.sentence.span.covers(claim.quantity.span):
        counted = scene.first_word(claim.quantity.span)
        tokens = scene.sentence.tokens
        behind = counted >= force.noun.last and not force.again
        behind = behind and ";" not in scene.text[tokens[force.noun.first].start : tokens[counted].start]
        first = min(first, counted)
        # not "The Malaysians, 275 of them, came ashore"
        after = scene.after_word(claim.quantity.span)
        behind = behind or any(m.first == after and _counts_all(scene, m) for m in scene.group("share"))
        if (not behind and _is_some_of(scene, claim.quantity)) or _is_out_of(scene, claim.quantity, force):
            return Share.PART
    told = {
        m.value
        for m in scene.group("share")
        if any(of(scene, m, force, first) for of in (_is_beside, _is_of_apposed, _is_of_carrier))
        and not _is_of_the_force(scene, m, first)
        and not _counts_all(scene, m)
        and not _is_no_share(scene, m, first)
        and not _is_adverb(scene, m, force)
        and not any(h.span.touches(m.span) for h in scene.group("hedge"))  # "more than", "de plus de"
        and not any(t.span.covers(m.span) for t in scene.times)  # "last week"
    }
    if not told and (_is_first_of(scene, force) or _leaves_a_rest(scene, force)):
        return Share.PART
    if not told and claim.quantity is None and _is_fraction_of(scene, force):
        return Share.PART
    if Share.PART in told and any(overlap(m, force.noun) for m in scene.group("share")):
        return Share.PART  # "the first reinforcements"
    return next((one for one in (Share.MORE, Share.PART) if one in told), None)


def _is_fraction_of(scene: Scene, force: Force) -> bool:
    """Tell whether a fraction of a force is meant: "more than half of the 200 men have left", "Most left"."""
    if force.again:
        words = scene.sentence.tokens[force.noun.first : force.noun.last]
        return any(t.lower in scene.pack.words.fractions for t in words)
    nation = scene.sentence.ending_at("demonym", force.noun.first)
    first = nation.first if nation else force.noun.first
    first = next(
        (scene.first_word(n.span) for n in scene.numbers if scene.after_word(n.span) == first), first
    )
    link = scene.sentence.ending_at("role", first) or scene.sentence.ending_at("role", max(0, first - 1))
    if link is None or link.value != "genitive" or link.first == 0:
        return False
    said = with_articles(scene, link.first - 1) - 1  # "They are half of the men who left"
    auxiliaries = scene.pack.state_auxiliaries | scene.pack.passive_auxiliaries
    being = said >= 0 and scene.sentence.tokens[said].lower in auxiliaries
    return not being and scene.sentence.tokens[link.first - 1].lower in scene.pack.words.fractions


def _is_beside(scene: Scene, mark: Match, force: Force, first: int) -> bool:
    """Tell whether a word for a share stands right before or behind a force, with no comma between."""
    near = mark.first >= first - _REACH and mark.last <= _end(scene, force) + _BEHIND
    return near and scene.marks_between(min(mark.first, first), max(mark.last - 1, first)) == 0


def _end(scene: Scene, force: Force) -> int:
    """Return where a force and whom "and" joins to it end: "gendarmes et policiers supplémentaires"."""
    end = force.noun.last
    while end < len(scene.sentence.tokens) and scene.sentence.tokens[end].lower in scene.pack.words.joiners:
        further = next((m.last for m in scene.group("force") if m.first == end + 1), None)
        if further is None:
            break
        end = further
    return end


def _is_of_apposed(scene: Scene, mark: Match, force: Force, first: int) -> bool:
    """Tell whether a share is told of what the force explains: "The first batch, 350 men, landed"."""
    tokens, first = scene.sentence.tokens, _numbered_from(scene, first)
    opens = _after_time(scene)
    if not mark.first - opens <= 1 or not mark.last <= first or scene.marks_between(mark.first, first) != 1:
        return False
    comma = next((at for at in range(mark.last, first + 1) if scene.marks_between(at - 1, at)), None)
    if comma is None or first - comma > 1:
        return False
    if any(tokens[opens].start <= t.span.start < tokens[comma].start for t in scene.times):
        return False
    verbs = any(m.first < comma for m in (*_verbs(scene), *scene.group("say")) if m.first > mark.last)
    led = mark.first == 0 or tokens[0].lower in scene.pack.articles or opens > 0
    return led and not verbs and comma - mark.last <= _HEAD_REACH and _closes(scene, force)


def _numbered_from(scene: Scene, first: int) -> int:
    """Return where the words that lead to a number begin: of ", fort de 200 hommes", ", numbering 200"."""
    link = scene.sentence.ending_at("role", first)
    at = link.first if link is not None and link.value == "genitive" else first
    led = at > 0 and scene.sentence.tokens[at - 1].lower in scene.pack.words.numbering
    return at - 1 if led else first


def _is_of_carrier(scene: Scene, mark: Match, force: Force, first: int) -> bool:
    """Tell whether a share is told of what brings a force, or of whom it brings.

    "A first plane that left A with 40 men landed", "Ten aircraft left A with the first soldiers",
    "The last flight landed with 40 men".
    """
    tokens, strong = scene.sentence.tokens, scene.strong_marks_between(mark.first, first)
    nouns = [m for m in scene.group("force", "collective") if 0 <= m.first - mark.last <= 1 and not strong]
    if force.unit in CARRIERS and mark.first > force.noun.last:
        begun = brought_from(scene, with_articles(scene, mark.first))
        return begun > force.noun.last and any(m.value == PERSONNEL for m in nouns)
    carriers = [m for m in nouns if m.value in CARRIERS or m.group == "collective"]
    carriers += [m for m in scene.group("means") if 0 <= m.first - mark.last <= 1]  # "flight"
    carriers = [m for m in carriers if m.last < first and not strong]
    nation = scene.sentence.ending_at("demonym", first)
    first = nation.first if nation else first
    led = any(brought_from(scene, first) >= m.last for m in carriers)
    return led and tokens[mark.last - 1].lower in scene.pack.words.sole


def _after_time(scene: Scene) -> int:
    """Return where a sentence goes on behind a time that opens it, before a comma: "Fin mai, le gros"."""
    for time in scene.times[:1]:
        after = scene.after_word(time.span)
        if scene.first_word(time.span) <= 1 and scene.marks_between(after - 1, after):
            return after
    return 0


def _closes(scene: Scene, force: Force) -> bool:
    """Tell whether a comma ends the phrase of a force before any verb."""
    tokens = scene.sentence.tokens
    ends = range(force.noun.last, len(tokens))
    end = next((at for at in ends if scene.marks_between(at - 1, at)), len(tokens))
    return not any(force.noun.last <= m.first < end for m in _verbs(scene))


def _verbs(scene: Scene) -> list[Match]:
    """Return the words for events that are no nouns: "landed", not "delivery"."""
    return [m for m in scene.group("trigger") if not scene.pack.triggers[m.value].nominal]


def _is_some_of(scene: Scene, number: Quantity) -> bool:
    """Tell whether a number counts some of those known: "twelve of the members", "cinq des dix chasseurs"."""
    tokens, after = scene.sentence.tokens, scene.after_word(number.span)
    link = scene.sentence.starting_at("role", after)
    if link is None or link.value != "genitive" or link.last >= len(tokens):
        return False
    before = tokens[: scene.first_word(number.span)][-1:]
    if any(t.lower in scene.pack.words.all for t in before):
        return False  # "All 296 of the soldiers"
    theirs = tokens[link.last].lower in scene.pack.words.owners  # "240 of its 350 soldiers"
    counted = any(scene.first_word(n.span) == link.last + theirs for n in scene.numbers)
    # all its men are no one force: "Botswana followed: 296 of its soldiers"
    near = (tokens[link.last - 1].lower, tokens[link.last].lower)  # "deux des avions", "two of the aircraft"
    return counted or not scene.pack.words.known.isdisjoint(near)


def _is_out_of(scene: Scene, number: Quantity, force: Force) -> bool:
    """Tell whether a larger number behind a force is its whole: "four helicopters of the six promised"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    for whole in scene.numbers:
        first, after = scene.first_word(whole.span), scene.after_word(whole.span)
        if not force.noun.last < first <= force.noun.last + _REACH or first < 2:  # noqa: PLR2004 - "of" and an article stand before a whole
            continue
        link = scene.sentence.ending_at("role", first - 1)
        of = link is not None and link.value == "genitive" and link.first == force.noun.last
        of = of or tokens[force.noun.last].lower in words.out_of
        due = after >= len(tokens) or not any(m.first == after for m in scene.group("force", "goods"))
        grown = (whole.low or 0) > (number.high or 0) > 0
        if tokens[first - 1].lower in scene.pack.articles and of and due and grown:
            return True
    return False


def _is_of_the_force(scene: Scene, mark: Match, first: int) -> bool:
    """Tell whether the force is the whole of which a part is told: "the vanguard of a battalion of 850"."""
    link = scene.sentence.starting_at("role", mark.last)
    rest = _is_rest(scene, mark)  # "the rest of the battalion" is told of itself
    of = link is not None and link.value == "genitive" and not scene.marks_between(mark.last, first)
    if mark.last > first or link is None or not of or rest:
        return False
    before = scene.sentence.tokens[max(0, mark.first - 1)].lower
    some = before in scene.pack.articles - scene.pack.words.definite
    return not (some and link.last == first)  # "une avant-garde de 200 soldats"


def _is_rest(scene: Scene, mark: Match) -> bool:
    return any(t.lower in scene.pack.words.rest for t in scene.sentence.tokens[mark.first : mark.last])


def _is_no_share(scene: Scene, mark: Match, first: int) -> bool:
    """Tell whether a word for a share is part of a name, or says when: "First Fleet", "was last seen"."""
    tokens = scene.sentence.tokens
    named = mark.first > 0 and all(t.capital for t in tokens[mark.first : mark.last + 1])
    opens = mark.first - (mark.first > 0 and tokens[mark.first - 1].lower in scene.pack.words.sole)
    opens = with_articles(scene, opens)
    before = tokens[opens - 1].lower if opens else ""
    if any(m.last in (mark.first, mark.first + 1) for m in scene.group("none_of")):
        return True  # "not one of them"
    if any(words_of_aside(scene, at) > at - mark.first for at in (mark.last, mark.last + 1)):
        return True  # "denied at first that troops", "dans un premier temps"
    being = scene.pack.state_auxiliaries | scene.pack.passive_auxiliaries
    if before in being and _is_said_of(scene, mark, first):
        return True  # "will be part of the force", "They are the first part of a force"
    before = tokens[mark.first - 1].lower if mark.first else ""
    at = min(mark.first, first)
    if any(t.lower in scene.pack.words.all for t in tokens[max(0, at - _ALL_REACH) : at]):
        return True  # "all 500 additional troops"
    verb = any(m.first == mark.last for m in scene.group("trigger", "say"))
    return named or (verb and before in scene.pack.passive_auxiliaries)


def _is_adverb(scene: Scene, mark: Match, force: Force) -> bool:
    """Tell whether a word between a force and its verb only says when: "troops first landed in 2013"."""
    verb = any(m.first == mark.last for m in scene.group("trigger"))
    sole = scene.sentence.tokens[mark.first].lower in scene.pack.words.sole
    return verb and sole and mark.first == force.noun.last


def _is_said_of(scene: Scene, mark: Match, first: int) -> bool:
    """Tell whether "part of" says what a force is, and names another: "are part of the battle group"."""
    ends = (mark.last, mark.last + 1) if mark.last < first else (mark.last,)  # "the first part of"
    links = [scene.sentence.starting_at("role", at) for at in ends]
    links.append(scene.sentence.ending_at("role", mark.last))
    return any(link is not None and link.value == "genitive" for link in links)


def _counts_all(scene: Scene, mark: Match) -> bool:
    """Tell whether a number aside is that of all: "The Malaysians, 275 of them, came ashore"."""
    last = mark.last
    for number in scene.numbers:
        first = scene.first_word(number.span)
        if first == 0 or scene.after_word(number.span) != mark.first or not _ends(scene, last):
            continue
        tokens = scene.sentence.tokens
        if "," in scene.text[tokens[first - 1].end : tokens[first].start]:  # a semicolon begins anew
            return True
    return False


def _ends(scene: Scene, at: int) -> bool:
    return at >= len(scene.sentence.tokens) or scene.marks_between(at - 1, at) > 0


def _is_first_of(scene: Scene, force: Force) -> bool:
    """Tell whether a force is said to be one of several: ", the first of a battalion", "was one of six"."""
    tokens, words = scene.sentence.tokens, scene.pack.words
    ones = [scene.after_word(n.span) - 1 for n in scene.numbers if n.low == n.high == 1]
    marks = [m.last - 1 for m in scene.group("share") if tokens[m.last - 1].lower in words.sole]
    for at in sorted({*ones, *marks}):
        link = scene.sentence.starting_at("role", at + 1)
        if at <= force.noun.first or link is None or link.value != "genitive":
            continue
        begins = max(with_articles(scene, at), 1)
        is_one = tokens[begins - 1].lower in scene.pack.passive_auxiliaries
        if not is_one and not scene.marks_between(begins - 1, begins):
            continue
        reach = range(link.last, min(link.last + _SERIES_REACH, len(tokens)))
        behind = next((n for n in reach if scene.marks_between(n - 1, n)), reach.stop)
        if _counts_many(scene, (link.last, behind), series=at in marks):
            return True
    return False


def _counts_many(scene: Scene, words: tuple[int, int], *, series: bool) -> bool:
    """Tell whether words are of several: a number, and for a series whatever has an article and no date."""
    first, last = words
    if any(first <= scene.first_word(n.span) < last and n.high != 1 for n in scene.numbers):
        return True
    units = {w for forms in scene.pack.dates.vocabulary["units"].values() for w in forms}
    tokens = scene.sentence.tokens[first:last]
    article = bool(tokens) and tokens[0].lower in scene.pack.articles
    forces = any(first <= m.first < last for m in scene.group("force", "goods", "collective"))
    return series and (forces or (article and not any(t.lower in units for t in tokens)))


def _leaves_a_rest(scene: Scene, force: Force) -> bool:
    """Tell whether the sentence speaks of the others as the rest: "ahead of the rest of the squadron"."""
    tokens = scene.sentence.tokens
    for mark in scene.group("share"):
        if mark.first < force.noun.last or not _is_rest(scene, mark):
            continue
        link = scene.sentence.starting_at("role", mark.last)
        if link is None or link.value != "genitive":
            return mark.last < len(tokens) and not tokens[mark.last].capital
        near = range(link.last, link.last + _REACH)
        if any(m.first in near for m in scene.group("force", "collective")):
            return True
    return False
