"""The claims as a plain table, for a reader whose browser runs no script."""

from geo.maps.markup import escape
from geo.maps.quotes import when, where
from geo.maps.words import Words
from geo.records import Claim, Document, Run

_COLUMNS = ("type", "status", "who", "how_many", "where", "when", "quote", "said_by", "report")


def claims_table(run: Run, words: Words) -> str:
    """Return HTML that shows every claim and every file that could not be read."""
    head = "".join(f'<th scope="col">{_cell(words.word("table", column))}</th>' for column in _COLUMNS)
    rows = "\n".join(
        _row(claim, reading.document, words) for reading in run.readings for claim in reading.claims
    )
    intro = words.word("table", "intro") if rows else words.word("app", "empty")
    return (
        f'<p>{_cell(intro)}</p>\n<div class="wide" tabindex="0"><table>\n'
        f"<caption>{_cell(words.word('table', 'caption'))}</caption>\n"
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table></div>\n{_problems(run, words)}"
    )


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
