"""The state of a unit: by its garrison, or since only one state has troops of that name."""

from geo.claims.force.forces import Force
from geo.claims.force.nouns import is_name
from geo.claims.place.roles import Role
from geo.claims.scene import Scene, is_tied
from geo.claims.side.actors import (
    sovereign,
)
from geo.records import Mention, PlaceKind
from geo.text import Match

_HOUSE_WORDS = 2  # of a house: "l'hôpital", "la caserne", "CHU"
_ORDINAL_REACH = 2  # words from "12th" to "Regiment" in "12th Engineer Regiment"
_NAME_REACH = (
    7  # words from a force to the state in its name: "soldiers of the Third Battalion, Fiji Regiment"
)


def garrison(scene: Scene, force: Force) -> str | None:
    """Return the state in which a unit of the sentence has its town: "the 12th Regiment of A", "A-based"."""
    home = next((m.place for m in scene.mentions if m.place and is_home_of(scene, force, m)), None)
    if home is not None:
        return sovereign(home.country_code)
    ends = {_name_end(scene, m) for m in scene.group("force") if _is_numbered(scene, m)}
    based = (m for m in scene.group("trigger") if is_tied(scene, m) and _is_beside(scene, m, force))
    homes = {m.span.start - 1 for m in based}  # "Darwin-based"
    states = set()
    for mention in scene.mentions if ends or homes else ():
        link = scene.sentence.ending_at("role", scene.first_word(mention.span))
        town = mention.place is not None and mention.place.kind is PlaceKind.CITY
        of_town = link is not None and link.value == "genitive" and link.first in ends
        if town and (of_town or mention.span.end in homes):
            states.add(mention.place.country_code if mention.place else None)
    return sovereign(next(iter(states))) if len(states) == 1 else None


def is_home_of(scene: Scene, force: Force, mention: Mention) -> bool:
    """Tell whether a town or county only says whose rescuers or policemen are meant: "pompiers du Gard".

    So does that of their house: "deux infirmiers de l'hôpital de Brest".
    """
    link = scene.sentence.ending_at("role", scene.first_word(mention.span))
    of = link is not None and link.value in (Role.GENITIVE, Role.ORIGIN)
    last = _last_of_pair(scene, force.noun)
    of = of and link is not None and (link.first == last or _is_of_house(scene, last, link.first))
    kinds = (PlaceKind.CITY, PlaceKind.ADMIN, PlaceKind.REGION)
    if not of or mention.place is None or mention.place.kind not in kinds:
        return False
    civil = (m for m in scene.group("civil") if m.value in ("guard", "trade"))
    return any(m.span.touches(force.noun.span) for m in civil)


def _last_of_pair(scene: Scene, noun: Match) -> int:
    """Return the word behind a noun, or behind the one that "and" joins: "four nurses and two doctors of"."""
    tokens, last = scene.sentence.tokens, noun.last
    if last >= len(tokens) or tokens[last].lower not in scene.pack.words.joiners:
        return last
    counts = [scene.after_word(n.span) for n in scene.numbers if scene.first_word(n.span) == last + 1]
    starts = {last + 1, last + 2, *counts}
    return next((m.last for m in scene.group("force") if m.first in starts), last)


def _is_of_house(scene: Scene, first: int, last: int) -> bool:
    """Tell whether only "of" and a house stand between a force and a word: "médecins du CHU de"."""
    of = scene.sentence.starting_at("role", first)
    if of is None or of.value != Role.GENITIVE or not 0 < last - of.last <= _HOUSE_WORDS:
        return False
    inside = range(of.last, last)
    known = any(m.first in inside for m in scene.group("trigger", "force", "demonym", "sideless"))
    return not known and scene.marks_between(first, last) == 0


def state_of_unit(scene: Scene, force: Force, group: str) -> str | None:
    """Return the one state that has troops of a force's name: "légionnaires", "soldiers of 3 Para"."""
    return next((m.value for m in scene.group(group) if _is_beside(scene, m, force)), None)


def _is_beside(scene: Scene, word: Match, force: Force) -> bool:
    """Tell whether a word is in the name of a force or of its unit, with no verb or mark between."""
    low, high = min(word.last, force.noun.last), max(word.first, force.noun.first)
    verbs = (m for m in scene.group("trigger") if not is_tied(scene, m))  # "Catterick-based"
    apart = any(low <= m.first < high for m in verbs)
    apart = apart or (scene.marks_between(low - 1, high) > 0 and not _is_in_unit(scene, word, force))
    return high - low < _NAME_REACH and not apart


def _is_in_unit(scene: Scene, word: Match, force: Force) -> bool:
    """Tell whether a word ends the name of a force's unit: "men of 2nd Battalion, The Parachute Regiment"."""
    link = scene.sentence.starting_at("role", force.noun.last)
    first = link.last if link else force.noun.last
    return first < word.first and is_name(scene, first, word.last)


def _is_numbered(scene: Scene, unit: Match) -> bool:
    """Tell whether an ordinal opens a unit's name: "the 12th Engineer Regiment", not "12 companies"."""
    before = range(max(0, unit.first - _ORDINAL_REACH), unit.first)
    digits = (at for at in before if scene.sentence.tokens[at].lower[:1].isdigit())
    return any(not any(scene.first_word(n.span) == at for n in scene.numbers) for at in digits)


def _name_end(scene: Scene, unit: Match) -> int:
    """Return the word behind a unit's name and its arm: "régiment d'infanterie"."""
    last = unit.last
    while (link := scene.sentence.starting_at("role", last)) and link.value == "genitive":
        arm = scene.sentence.starting_at("force", link.last)
        if arm is None:
            break
        last = arm.last
    return last
