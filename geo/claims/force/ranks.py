"""Ranks that stand for somebody who moves or falls: "un caporal", "Corporal Jane Doe was killed"."""

from collections.abc import Sequence

from geo.claims.force.nouns import overlap
from geo.claims.scene import Scene
from geo.languages import Frame
from geo.text import Match

_SENIOR = "senior"  # officers whose journeys move no force


def is_counted_rank(scene: Scene, rank: Match, taken: Sequence[Match]) -> bool:
    """Tell whether a rank is somebody of the ranks: "un caporal a été tué", not "Captain Smith"."""
    tokens = scene.sentence.tokens
    named = rank.last < len(tokens) and tokens[rank.last].capital
    named = named and not scene.marks_between(rank.last - 1, rank.last)  # "a corporal, Jane Doe, was killed"
    nation = next((m.first for m in scene.group("demonym") if m.last == rank.first), rank.first)
    counted = any(scene.after_word(n.span) in (nation, rank.first) for n in scene.numbers)
    plural = scene.pack.demonyms_always_capital and tokens[rank.last - 1].lower.endswith("s")
    counted = counted or (plural and nation < rank.first)  # "their Chinese comrades"
    apart = not named and not any(overlap(rank, other) for other in taken)
    return counted and apart and (rank.value != _SENIOR or _is_lost(scene, rank))


def _is_lost(scene: Scene, rank: Match) -> bool:
    """Tell whether the verb behind a rank tells a loss: "A brigadier was killed", not "visited the front"."""
    verb = next((m for m in scene.group("trigger") if m.first >= rank.last), None)
    return verb is not None and scene.pack.triggers[verb.value].frame is Frame.FALL


def is_fallen(scene: Scene, rank: Match) -> bool:
    """Tell whether a rank and a name are the subject of a loss: "Corporal Jane Doe was killed near A"."""
    tokens, at = scene.sentence.tokens, rank.last
    while at < len(tokens) and tokens[at].capital and not scene.marks_between(at - 1, at):
        at += 1
    article = rank.first > 0 and tokens[rank.first - 1].lower in scene.pack.articles  # "le caporal Martin"
    named = at > rank.last and (tokens[rank.first].capital or article)
    loss = next((m for m in scene.group("trigger") if m.first >= at), None)
    falls = loss is not None and scene.pack.triggers[loss.value].frame is Frame.FALL
    others = any(loss is not None and m.first < loss.first for m in scene.group("force"))
    others = others or any(loss is not None and at <= m.first < loss.first for m in scene.group("say"))
    return named and falls and not others
