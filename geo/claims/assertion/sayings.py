"""Verbs of saying that name nobody, only round a number, or have who speaks behind them."""

from geo.claims.scene import Scene
from geo.text import Match


def is_hearsay(scene: Scene, verb: Match) -> bool:
    """Tell whether a verb of saying names nobody: "they are said to have left"."""
    before = scene.sentence.tokens[max(0, verb.first - 1) : verb.first]
    return any(t.lower in scene.pack.passive_auxiliaries for t in before)


def is_hedge(scene: Scene, verb: Match) -> bool:
    """Tell whether a word of saying only rounds a number: "an estimated 3,000"."""
    return any(m.span.covers(verb.span) for m in scene.group("hedge"))


def is_told_by(scene: Scene, verb: Match) -> bool:
    """Tell whether who says it follows a passive verb: "was conceded by Beijing the following February"."""
    behind = scene.sentence.tokens[verb.last : verb.last + 1]
    return any(t.lower in scene.pack.words.agent for t in behind)
