"""What the page says of itself: what it shows, how it was made, what it rests on and where its limits are."""

from collections import Counter

from geo.maps.markup import escape
from geo.maps.words import Words
from geo.records import Run

_PARTS = ("shows", "made", "limits")
_MOST_PUBLISHERS = 60  # named one by one; the list of reports holds them all


def about(run: Run, words: Words, tiles_from: str | None, *, has_basemap: bool) -> str:
    """Return HTML paragraphs about the page.

    Parameters
    ----------
    run
        What was read; its publishers are named.
    words
        The page's language.
    tiles_from
        The server that the background comes from, None where the page asks for nothing.
    has_basemap
        Whether outlines of states are drawn, whose boundaries are then disclaimed.
    """
    told = [words.word("about", part) for part in _PARTS]
    told += [words.word("about", "boundaries")] if has_basemap else []
    told.append(words.word("about", "gazetteer"))
    if tiles_from is None:
        told.append(words.word("about", "no_network"))
    else:
        told.append(words.word("about", "tiles").format(server=tiles_from))
    paragraphs = "\n".join(f"<p>{escape(text)}</p>" for text in told)
    return f"{_as_of(run, words)}\n{paragraphs}\n{_publishers(run, words)}"


def data_date(run: Run, words: Words) -> str | None:
    """Return the day of the newest report, which is as far as the page can know."""
    days = [reading.document.published for reading in run.readings if reading.document.published]
    return words.interval(max(days), max(days)) if days else None


def _as_of(run: Run, words: Words) -> str:
    day = data_date(run, words)
    undated = sum(reading.document.published is None for reading in run.readings)
    told = words.word("about", "as_of").format(day=day) if day else words.word("about", "as_of_unknown")
    more = words.word("about", "undated_reports").format(n=words.count("report", undated)) if undated else ""
    return f"<p><strong>{escape(told)}</strong> {escape(more)}</p>"


def _publishers(run: Run, words: Words) -> str:
    """List who published what was read, with how many reports each."""
    counts = Counter(reading.document.publisher for reading in run.readings)
    unknown = counts.pop(None, 0)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))
    items = [f"{name} ({words.count('report', number)})" for name, number in ordered[:_MOST_PUBLISHERS]]
    if unknown:
        items.append(f"{words.word('about', 'no_publisher')} ({words.count('report', unknown)})")
    if not items:
        return ""
    listed = "".join(f'<li dir="auto">{escape(item)}</li>' for item in items)
    return f"<h3>{escape(words.word('about', 'publishers'))}</h3>\n<ul>{listed}</ul>"
