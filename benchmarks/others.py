"""What a user would take instead, on the same texts: spaCy's whole French pipeline, and flashgeotext."""

import time
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from typing import Any

import corpus
from corpus import Shape

MODEL = "fr_core_news_sm"
_BATCH = 16  # larger ones are slower, and take more memory


def measured(tool: str, rounds: int, size: int) -> Iterator[dict[str, Any]]:
    """Yield what a tool does: articles a second of a core, names an article; or that it is not there."""
    try:
        names, told = _TOOLS[tool]()
    except ImportError as error:
        yield {"missing": str(error)}
        return
    count = 0
    for number, reports in enumerate(corpus.rounds(rounds, size, Shape(languages=("fr",)))):
        start = time.process_time()
        count += names([made.text for made in reports])
        rate = size / (time.process_time() - start)
        if number:  # the first warms up
            yield {"rates": [rate], "found": count / size / (number + 1), "versions": told}


Names = Callable[[Sequence[str]], int]


def _spacy() -> tuple[Names, str]:
    import fr_core_news_sm  # noqa: PLC0415 - may be missing
    import spacy  # noqa: PLC0415 - loaded by whoever measures it

    pipeline = fr_core_news_sm.load()

    def names(texts: Sequence[str]) -> int:
        return sum(len(doc.ents) for doc in pipeline.pipe(texts, batch_size=_BATCH))

    return names, f"spaCy {spacy.__version__}, {MODEL} {version(MODEL)}"


def _flashgeotext() -> tuple[Names, str]:
    from flashgeotext.geotext import GeoText  # noqa: PLC0415 - may be missing
    from loguru import logger  # noqa: PLC0415 - loaded by whoever measures it

    logger.remove()
    tagger = GeoText()

    def names(texts: Sequence[str]) -> int:
        found = (tagger.extract(input_text=text) for text in texts)
        return sum(place["count"] for kinds in found for kind in kinds.values() for place in kind.values())

    return names, f"flashgeotext {version('flashgeotext')}"


_TOOLS: dict[str, Callable[[], tuple[Names, str]]] = {"spaCy": _spacy, "flashgeotext": _flashgeotext}
