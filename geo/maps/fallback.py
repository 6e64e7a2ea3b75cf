"""The claims as a plain table, for a reader whose browser runs no script."""

from itertools import islice

from geo.maps.markup import escape
from geo.maps.quotes import when, where
from geo.maps.words import Words
from geo.records import Claim, Document, Run

_MOST_ROWS = 2_000  # a browser lays out a longer table for seconds, and reads it even where scripts run

_COLUMNS = ("type", "status", "who", "how_many", "where", "when", "quote", "said_by", "report")


def claims_table(run: Run, words: Words, drawn: int | None = None) -> str:
    """Return HTML that shows the claims, how many more there are, and files that could not be read.

    Parameters
    ----------
    run
        What was read and found.
    words
        The page's language.
    drawn
        Claims that the page shows where scripts run; None for all.
    """
    head = "".join(f'<th scope="col">{_cell(words.word("table", column))}</th>' for column in _COLUMNS)
    claims = ((claim, reading.document) for reading in run.readings for claim in reading.claims)
    rows = "\n".join(_row(claim, document, words) for claim, document in islice(claims, _MOST_ROWS))
    return (
        f'<p>{_cell(_intro(len(run.claims), drawn, words))}</p>\n<div class="wide" tabindex="0"><table>\n'
        f"<caption>{_cell(words.word('table', 'caption'))}</caption>\n"
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table></div>\n{_problems(run, words)}"
    )


def _intro(claims: int, drawn: int | None, words: Words) -> str:
    if claims == 0:
        return words.word("app", "empty")
    if claims <= _MOST_ROWS:
        return words.word("table", "intro")
    first, rest = words.number(_MOST_ROWS), words.number(claims - _MOST_ROWS)
    if drawn is not None and drawn < claims:
        told = {"first": first, "all": words.number(claims), "drawn": words.number(drawn)}
        return words.word("table", "intro_partial").format(**told)
    return words.word("table", "intro_first").format(first=first, rest=rest)


def _row(claim: Claim, document: Document, words: Words) -> str:
    cells = (
        words.word("type", claim.type.value),
        words.word("status", claim.status.value),
        claim.actor.text if claim.actor else None,
        words.quantity(claim.quantity),
        where(claim, words),
        when(claim, words),
        " […] ".join(evidence.quote for evidence in claim.evidence),
        ", ".join(source.text for source in claim.attribution),
        _report(document, words),
    )
    return "<tr>" + "".join(f'<td dir="auto">{_cell(cell)}</td>' for cell in cells) + "</tr>"


def _report(document: Document, words: Words) -> str:
    published = words.interval(document.published, document.published)
    known = (document.title or document.file or document.id, document.publisher, published, document.url)
    return ", ".join(part for part in known if part)


def _problems(run: Run, words: Words) -> str:
    if not run.problems:
        return ""
    items = "\n".join(f"<li>{_cell(problem.file)}: {_cell(problem.reason)}</li>" for problem in run.problems)
    return f"<h2>{_cell(words.word('table', 'problems'))}</h2>\n<ul>\n{items}\n</ul>"


def _cell(text: str | None) -> str:
    return escape(text or "–")
