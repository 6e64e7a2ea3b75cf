"""Words that commas set off between a force and its verb: "Three ships, led by A, left"."""

from collections.abc import Sequence

from geo.claims.force.forces import Force
from geo.claims.force.relatives import opens_relative
from geo.claims.number.counts import quantity
from geo.claims.scene import MARK_WORDS, Scene, with_articles
from geo.claims.verbs import frame_of, is_passive
from geo.languages import Frame
from geo.text import Match

_OBJECT_REACH = 4  # words from the comma that ends an aside to the noun behind it
_TAKE_OBJECTS = (Frame.SEND, Frame.DELIVER, Frame.LEAVE)
_ASIDE_REACH = 2  # words from "none of them" to the comma that ends what is said aside


def is_set_off(scene: Scene, trigger: Match, force: Force, named: Sequence[Force]) -> bool:
    """Tell whether words between commas only say which they are: "Ten men, none of them British, fell"."""
    first, last = force.noun.first, force.noun.last
    if not force.again or first == 0 or last > trigger.first:
        return False
    if scene.marks_between(last, trigger.first) == 0 or scene.marks_between(last, last + _ASIDE_REACH) == 0:
        return False
    closed = scene.marks_between(first - 1, first) and quantity(scene, force) is None
    whole = (f for f in named if f.noun.last < first and not f.again)
    return bool(closed) and any(not scene.strong_marks_between(f.noun.first, first) for f in whole)


def words_aside(scene: Scene, trigger: Match, force: Force) -> int:
    """Return how many words count between a force and its verb that only set words off, with their commas."""
    if force.noun.first < trigger.first:
        return 2 * MARK_WORDS if _is_before_aside(scene, trigger, force) else 0
    return _behind_aside(scene, trigger, force)


def _behind_aside(scene: Scene, trigger: Match, force: Force) -> int:
    """Return the words of an aside between a verb and its object: "l’envoi, lundi, de 250 soldats".

    So in "enverra à A, dès mars et pour six mois, 300 hommes": nobody else is named in it, and the object
    follows the second comma.
    """
    rule, noun = frame_of(scene, trigger), force.noun
    marks = [at for at in range(trigger.last + 1, noun.first + 1) if scene.marks_between(at - 1, at)]
    marks = [trigger.last, *marks] if scene.marks_between(trigger.last - 1, trigger.last) else marks
    if len(marks) != 2 or noun.first - marks[1] > _OBJECT_REACH:  # noqa: PLR2004 - a comma on each side
        return 0
    opens, closes = marks
    times = [scene.first_word(t.span) for t in scene.times]
    if rule.nominal and not any(opens <= at < closes for at in times):
        return 0
    takes = rule.nominal or (rule.frame in _TAKE_OBJECTS and not is_passive(scene, trigger))
    named = (m for m in scene.group("trigger", "force", "goods", "again") if opens <= m.first < closes)
    alike = [m.span for m in scene.group("not_trigger")]  # "à partir de mars"
    others = any(not any(span.covers(m.span) for span in alike) for m in named)
    return 2 * MARK_WORDS + closes - opens if takes and not others else 0


def _is_before_aside(scene: Scene, trigger: Match, force: Force) -> bool:
    """Tell whether words between commas part a subject from its verb: "Three ships, led by A, left"."""
    nation = scene.sentence.starting_at("demonym", force.noun.last)  # "Le contingent malien, fort de 400"
    last = nation.last if nation else force.noun.last
    if nation and any(with_articles(scene, scene.first_word(n.span)) == last for n in scene.numbers):
        return False  # "Une équipe espagnole, trente secouristes de Madrid, travaille"
    marks = scene.marks_between(force.noun.last - 1, trigger.first)
    opens = scene.marks_between(last - 1, last) or opens_relative(scene, force, trigger)
    begins = trigger.first
    small = scene.pack.words.auxiliaries | scene.pack.passive_auxiliaries
    while begins > 0 and scene.sentence.tokens[begins - 1].lower in small:
        begins -= 1  # ", has since been moved"
        if scene.marks_between(begins - 1, begins):
            break
    closes = scene.marks_between(begins - 1, begins)
    return marks == opens + closes == 2  # noqa: PLR2004 - a comma on each side


def is_of_when(scene: Scene, trigger: Match, force: Force) -> bool:
    """Tell whether a clause of time has a subject of its own: "Two were hurt when a lorry went into A"."""
    tokens, pack = scene.sentence.tokens, scene.pack
    relations = pack.dates.vocabulary["relations"]
    phrases = {*pack.words.after, *pack.words.before, *relations["since"], *relations.get("until", ())}
    inside = range(force.noun.last, trigger.first - 2)
    at = next((n for n in inside if tokens[n].lower in pack.words.when - phrases), None)
    if at is None or tokens[at + 1].lower not in pack.articles or scene.marks_between(at, trigger.first):
        return False
    return not any(at < m.first < trigger.first for m in scene.group("force", "goods", "again"))
