"""What was read from reports, compared with documents that people marked.

Both sides are plain JSON objects: a marked document ("gold") holds its text, ``toponyms`` and ``claims``; a
prediction is the record that the program writes for a document, with ``mentions`` and ``claims``.

A predicted mention belongs to the marked toponym that it overlaps most, a predicted claim to the marked
claim of the same type whose sentence, or a restatement of it, it overlaps. Each belongs to one at most.
Claims marked ``optional``, and predictions that only repeat what is marked, count neither for nor against;
``accept`` lists further answers that are right.
"""

from collections.abc import Mapping

from geo.decoding import decode
from geo.scoring import joins
from geo.scoring.claims import score_claims
from geo.scoring.marks import Prediction, load_gold, read_gold
from geo.scoring.mentions import score_mentions
from geo.scoring.score import Score, as_table, total

__all__ = ["Score", "as_table", "joins", "load_gold", "score_document", "total"]


def score_document(gold: Mapping[str, object], prediction: Mapping[str, object]) -> Score:
    """Compare what was read from one document with its marks.

    Parameters
    ----------
    gold
        The marked document.
    prediction
        The record written for the same document; its spans count code points of the same text. Of a
        document that was not read, ``{"mentions": [], "claims": []}``.

    Raises
    ------
    InputError
        If a key is missing or of the wrong type, or a mark does not fit the document's text.
    """
    marked = read_gold(gold)
    found = decode(Prediction, prediction, marked.id)
    parts = (score_mentions(marked, found.mentions), score_claims(marked, found.claims))
    return total((Score(documents=1), *parts))
