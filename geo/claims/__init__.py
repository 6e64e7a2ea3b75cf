"""Sentences to claims: who is said to have moved, stood, fallen or delivered, where, when and by whom.

A claim begins with a trigger word of the language pack. The force, the places and the times are those
that stand nearest to it, roles of places come from prepositions, status from cues near the trigger.
What a sentence does not say stays None.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from geo.claims.assertion.offices import is_own_release
from geo.claims.assertion.sources import sources_of
from geo.claims.assertion.status import later_of, said_of_before
from geo.claims.identity import voiced
from geo.claims.merging import denied_by, joined
from geo.claims.ordinary import without_ordinary
from geo.claims.past import Past, States
from geo.claims.scenes import Scenes
from geo.claims.side.nations import one_state, tells_losses, tells_of_own, topic
from geo.claims.telling import in_scene
from geo.claims.time.entries import dated_by_entry
from geo.languages import LanguagePack
from geo.records import (
    Claim,
    Document,
    Mention,
    Place,
    PlaceKind,
    ReasonKind,
    Status,
    TimeExpression,
    Usage,
    reason,
)
from geo.text import Sentence, fold

__all__ = ["States", "is_own_release", "read"]


def read(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    pack: LanguagePack,
    states: States = States(),  # noqa: B008 - a frozen record, which all calls can share
) -> tuple[Claim, ...]:
    """Return the claims of a document, in the order of the text.

    Parameters
    ----------
    document
        The report.
    sentences
        Its sentences, with words and lexicon matches.
    mentions
        Its place names, placed.
    times
        Its time expressions.
    pack
        The pack of its language.
    states
        The states and their seats of government, for "left the country" and "the Haitian capital", and
        the state that the publisher's name holds.
    """
    scenes = Scenes(document, sentences, mentions, times, pack, states)
    numbers = range(scenes.opening(), len(sentences))
    if not (telling := [number for number in numbers if scenes.may_tell(number)]):
        return ()
    past = Past(
        states=states,
        topic=topic(document.title, pack),
        topic_lost=tells_losses(document.title, pack),
        state=one_state(mentions, sentences),
        national=tells_of_own(sentences),
        place=_headline_town(document.title, mentions),
        ground=_ground(mentions),
    )
    end = min(telling[-1] + 2, len(sentences))  # the last may be a remark on the one before
    claims = _in_order(document, scenes, (telling, end), past)
    kept = without_ordinary(claims, [scenes.at(number) for number in telling], len(sentences), pack)
    return tuple(voiced(claim, document, mentions, pack) for claim in joined(kept))


def _headline_town(title: str | None, mentions: Sequence[Mention]) -> Place | None:
    """Return the one town of a report that its headline names."""
    words = frozenset(fold(title or "").split())
    towns = {
        m.place.id: m.place
        for m in mentions
        if m.place and m.place.kind is PlaceKind.CITY and words.issuperset(fold(m.text).split())
    }
    return next(iter(towns.values())) if len(towns) == 1 else None


def _ground(mentions: Sequence[Mention]) -> str | None:
    """Return the state in which more than half of the places of a report lie, and two at least."""
    placed = [m.place for m in mentions if m.place and m.usage is Usage.LOCATIVE]
    codes = Counter([place.country_code for place in placed if place.country_code])
    return next((code for code, n in codes.most_common(1) if n > 1 and 2 * n > len(placed)), None)


def _in_order(
    document: Document, scenes: Scenes, spoken: tuple[Sequence[int], int], past: Past
) -> list[Claim]:
    """Return the claims of a document's sentences, each read with what those before it told.

    `spoken` are the numbers of the sentences that may tell a claim, and the number to stop at.
    """
    telling, end = spoken
    entries = scenes.entries(document)
    claims: list[Claim] = []
    before = 0  # claims of the sentence just before
    for number in range(end):
        scene = scenes.at(number, past.offices)
        sources = sources_of(scene, past.sources)
        found: list[Claim] = []
        if number in telling:
            found, past = in_scene(document, scene, sources, past)
        denied = denied_by(found, claims[-before:]) if before else ()
        if denied:
            remark = found[0].evidence[0].quote
            claims[-before:] = [
                _remarked(claim, Status.DENIED, remark) if claim in denied else claim
                for claim in claims[-before:]
            ]
            found = []
        elif not found and before:
            remark = scene.sentence.span.of(document.text)
            claims[-before:] = [
                _remarked(claim, said_of_before(scene, sources, claim.status), remark)
                for claim in claims[-before:]
            ]
        found = [dated_by_entry(scene, claim, entries.get(number), document.text) for claim in found]
        before = len(found)
        claims += found
        past = past.after(scene, found, sources)
    return claims


def _remarked(claim: Claim, status: Status, remark: str) -> Claim:
    """Return a claim as the remark that follows it leaves it."""
    if status is not Status.REPORTED:
        claim = replace(claim, remarks=(*claim.remarks, remark))
    if later_of(claim.status, status) is claim.status:
        return claim
    note = reason(ReasonKind.STATUS_REMARK, status=status, words=remark)
    return replace(claim, status=status, notes=(*claim.notes, note))
