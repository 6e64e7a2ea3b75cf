"""Where somebody speaks: places that belong to the words for a source, and not to what it tells."""

from collections.abc import Sequence

from geo.claims.assertion.sayings import is_hearsay
from geo.claims.scene import Scene, with_articles
from geo.records import Mention, PlaceKind, Source, Usage
from geo.text import Match

_SPEECH_KINDS = (PlaceKind.CITY, PlaceKind.COUNTRY)
_TOLD_REACH = 4  # words from "told" to "in": "told a group of reporters in Kampala"


def is_of_source(scene: Scene, mention: Mention, sources: Sequence[Source]) -> bool:
    """Tell whether a place belongs to the words for a source, and not to what it tells."""
    if not (sources or scene.group("say") or scene.group("source_before")):
        return False  # nobody speaks
    within = any(s.span.covers(mention.span) for s in sources)
    return within or _is_source_place(scene, mention, sources) or _is_beside_source(scene, mention, sources)


def _is_beside_source(scene: Scene, mention: Mention, sources: Sequence[Source]) -> bool:
    """Tell whether a place ends the words for a source: "according to two officials in New Delhi"."""
    link = scene.sentence.ending_at("role", scene.first_word(mention.span))
    if link is None or link.value != "location" or len(scene.mentions) == 1:
        return False
    told = [m.last for m in scene.group("source_before")]
    ends = [s.span for s in sources if scene.after_word(s.span) == link.first]
    return any(scene.first_word(span) - at in (0, 1) for span in ends for at in told)


def _opens_speech(scene: Scene, mention: Mention, role: Match) -> bool:
    """Tell whether who speaks follows a place at once: "In A, the minister said that B would send 140 to C".

    So does the occasion: "After talks in A, the president said". Where no other place follows it may be
    where it happened: "In Gao, the army said, three were killed".
    """
    after, tokens = scene.after_word(mention.span), scene.sentence.tokens
    ends = after < len(tokens) and scene.marks_between(after - 1, after) > 0
    if not ends or scene.marks_between(0, role.first):
        return False
    says = next((m.first for m in scene.group("say") if m.first > after and not is_hearsay(scene, m)), None)
    first = after + (tokens[after].lower in scene.pack.articles)
    person = any(m.first in (after, first) for m in scene.group("title", "official"))
    told = scene.group("trigger", "force", "goods") if role.first else scene.group("trigger")
    verbs = any(says is not None and m.first < says for m in told)
    there = (scene.first_word(m.span) for m in scene.mentions if m.usage is Usage.LOCATIVE)
    elsewhere = any(says is not None and at > says for at in there)
    return says is not None and person and not verbs and elsewhere


def _is_source_place(scene: Scene, mention: Mention, sources: Sequence[Source]) -> bool:
    """Tell whether a place says where somebody speaks: "an army spokesman in Lilongwe".

    Who is helped does not speak: "are helping the army in Marawi, a colonel said".
    """
    role = scene.sentence.ending_at("role", scene.first_word(mention.span))
    if mention.place is None or role is None or mention.place.kind not in _SPEECH_KINDS:
        return False
    if _opens_speech(scene, mention, role):
        return True
    if mention.place.kind is not PlaceKind.CITY or role.value != "location":
        return False
    said = [m for m in scene.group("say") if not is_hearsay(scene, m)]
    addressed = scene.sentence.tokens[role.first - 1].lower in scene.pack.words.addressed
    if addressed and any(0 < role.first - m.last <= _TOLD_REACH for m in said):
        return True  # "told reporters in Kampala"
    speakers = [m for m in scene.group("official", "title") if m.last == role.first]
    speakers = [m for m in speakers if not _receives(scene, m)]
    others = [s for s in sources if scene.sentence.span.covers(s.span)]
    if others and not any(s.span.touches(m.span) for s in others for m in speakers):
        speakers = []
    owned = (scene.sentence.tokens[m.first - 1].lower in scene.pack.words.owners for m in speakers if m.first)
    speaks = bool(speakers) and not any(owned) and bool(said or scene.group("source_before"))
    return speaks or any(m.last == role.first for m in said)


def _receives(scene: Scene, office: Match) -> bool:
    """Tell whether an office is given something: "announced the gift of 12 jets to the army in A"."""
    nation = scene.sentence.ending_at("demonym", office.first)
    first = with_articles(scene, nation.first if nation else office.first)
    link = scene.sentence.ending_at("role", first)
    to = link is not None and link.value == "destination"
    return to and link is not None and any(m.last <= link.first for m in scene.group("trigger"))
