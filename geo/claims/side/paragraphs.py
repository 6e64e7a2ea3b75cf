"""The nation that a paragraph is about: "Rwanda was quicker. Its ministry says that 1,000 soldiers flew"."""

from geo.claims.force.forces import Force, forces_of
from geo.claims.scene import Scene, with_articles
from geo.claims.side.actors import sovereign
from geo.records import Mention, PlaceKind, Usage

_HEAD = 4  # words in which the subject of a sentence begins
_WHOSE = ("force", "official", "collective", "goods")


def subject_of(scene: Scene) -> str | None:
    """Return the nation that opens a sentence: a state, its capital, "the Brazilian armour", "the French".

    A state may do so behind a phrase: "Ten days after the clash, India goes on digging".
    """
    states = [
        (scene.first_word(m.span), m.place.country_code)
        for m in scene.mentions
        if m.place and m.usage is Usage.METONYMIC and not _is_governed(scene, m)
    ]
    # "Its last 100 Pakistani soldiers" are those of a mission
    owned = any(t.lower in scene.pack.words.owners for t in scene.sentence.tokens[:1])
    nations = () if owned else scene.group("demonym")
    nouns, named = (scene.group(*_WHOSE), forces_of(scene)) if nations else ((), ())
    forces = [
        (m.first, m.value) for m in nations if any(n.first <= m.last and m.first <= n.last for n in nouns)
    ]
    people = [(f.noun.first, f.noun.value) for f in named if f.noun.group == "demonym"]
    found = min((pair for pair in (*states, *forces, *people) if pair[0] < _HEAD), default=None)
    found = found or next((pair for pair in states if _is_behind_phrase(scene, pair[0])), None)
    return sovereign(found[1]) if found else None


def _is_behind_phrase(scene: Scene, at: int) -> bool:
    """Tell whether a word is the subject behind the comma that ends the first phrase of a sentence."""
    first = with_articles(scene, at)
    return first > 0 and scene.marks_between(0, first) == 1 == scene.marks_between(first - 1, first)


def _is_governed(scene: Scene, mention: Mention) -> bool:
    return scene.sentence.ending_at("role", scene.first_word(mention.span)) is not None


def names_other(scene: Scene, nation: str) -> bool:
    """Tell whether a sentence speaks of another nation, whose the force may be."""
    acting = (m.place.country_code for m in scene.mentions if m.place and m.usage is Usage.METONYMIC)
    told = {sovereign(code) for code in (*acting, *(m.value for m in scene.group("demonym")))}
    several = any(m.value == "joint" and m.first < _HEAD for m in scene.group("sideless"))  # "NATO will send"
    return several or bool(told - {nation, None})


def is_host(scene: Scene, nation: str) -> bool:
    """Tell whether a sentence plays in a nation's own country: others come to it."""
    return any(
        m.place is not None
        and m.usage is Usage.LOCATIVE
        and sovereign(m.place.country_code) == nation
        and not _is_left(scene, m)
        for m in scene.mentions
    )


def goes_about(scene: Scene, nation: str) -> bool:
    """Tell whether a way leads from one place of a nation to another: its own force goes it, and no guest."""
    placed = {m.place for m in scene.mentions if m.place and m.usage is Usage.LOCATIVE}
    towns = [p for p in placed if p.kind is not PlaceKind.COUNTRY]
    return len(towns) > 1 and all(sovereign(p.country_code) == nation for p in placed)


def _is_left(scene: Scene, mention: Mention) -> bool:
    link = scene.sentence.ending_at("role", scene.first_word(mention.span))
    return (
        link is not None
        and link.value == "origin"
        and (mention.place is None or mention.place.kind is not PlaceKind.COUNTRY)
    )


def is_owned(scene: Scene, force: Force) -> bool:
    """Tell whether a force is told as somebody's: "ses hommes", "six of its soldiers", "de son pays"."""
    tokens, owners = scene.sentence.tokens, scene.pack.words.owners
    link = scene.sentence.starting_at("role", force.noun.last)
    whose = tokens[link.last : link.last + 1] if link and link.value == "genitive" else ()
    noun = force.noun.first
    counts = [scene.first_word(n.span) for n in scene.numbers if scene.after_word(n.span) == noun]
    before = tokens[max(0, min([noun - 1, *counts]) - 1) : noun]  # "its 1,960 soldiers"
    return any(t.lower in owners for t in (*before, *whose))
