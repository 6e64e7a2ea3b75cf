"""The day that heads each entry of a chronology: "12 September. Two aircraft land at A."."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from geo.claims.scene import Scene
from geo.records import Claim, Document, ReasonKind, Status, TimeExpression, reason
from geo.text import Sentence

_CHRONOLOGY = 2  # dates that head an entry: one alone is the date of the report
_ENDS = ".:–—-\n"  # what parts the date from its entry
_LIST_MARKS = "•*·-–—#>[( \t"


def heads(
    document: Document, sentences: Sequence[Sentence], times: Sequence[Sequence[TimeExpression]]
) -> Mapping[int, TimeExpression]:
    """Return the date that heads the entry of each sentence of a chronology, by the sentence's number.

    A date on a line of its own heads all up to the next such date, one that opens a paragraph that
    paragraph.
    """
    found = {n: time for n, s in enumerate(sentences) if (time := _head(document.text, s, times[n]))}
    if len(found) < _CHRONOLOGY:
        return {}
    dated: dict[int, TimeExpression] = {}
    under: TimeExpression | None = None
    alone = False
    for n, sentence in enumerate(sentences):
        begins = n > 0 and "\n" in document.text[sentences[n - 1].span.end : sentence.span.start]
        if time := found.get(n):
            under, alone = time, _ends_line(document.text, time)
        elif begins and not alone:
            under = None
        if under is not None:
            dated[n] = under
    return dated


def _head(text: str, sentence: Sentence, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """Return the date that opens a line, with a mark behind it: "Le 3 mars :", "12 September."."""
    if not times or times[0].start is None or times[0].span.start > sentence.tokens[0].end + 1:
        return None
    time = times[0]
    before = text[: sentence.span.start].rstrip(_LIST_MARKS)
    opens = not before or before.endswith("\n")
    behind = text[time.span.end :].lstrip(" ])\u00a0\u202f")[:1]
    ends = not behind or behind in _ENDS
    return time if opens and ends and time.span.end <= sentence.span.end else None


def _ends_line(text: str, time: TimeExpression) -> bool:
    return not text[time.span.end :].split("\n", 1)[0].strip(_ENDS + " ")


def dated_by_entry(scene: Scene, claim: Claim, head: TimeExpression | None, text: str) -> Claim:
    """Give what an entry tells, where nothing else dates it, the date that heads it."""
    told = claim.status in (Status.REPORTED, Status.CONFIRMED, Status.UNCONFIRMED)
    if head is None or claim.time is not None or scene.times or not told:
        return claim
    note = reason(ReasonKind.AS_TOLD, words=head.span.of(text))
    return replace(claim, time=head, notes=(*claim.notes, note))
