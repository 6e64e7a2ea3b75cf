"""The words that a person types."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from geo import __version__
from geo.errors import GeoError, NotFoundError
from geo.records import Document, GazetteerEntry, Problem, Run

DONE, FAILED, WRONG_CALL = 0, 1, 2
_SHOWN = 5  # problems and names that the summary lists; the rest is in run.json
SEEDS = "seeds"

_EXAMPLES = {
    "map": "examples:\n  geo map\n  geo map reports/ --output maps/ --title 'Week 42'\n  geo map a.txt b.md",
    "read": "examples:\n  geo read reports/ > claims.jsonl\n  geo read one.txt",
    "find": "examples:\n  geo find Koursk\n  geo find 'Extrême-Orient russe'",
    "explain": "examples:\n  geo explain c1234567890ab\n  geo explain c1234567890ab reports/",
    "score": "examples:\n  geo score tests/gold\n  geo score tests/gold --errors",
}


_SUMMARY = """\
read {reports} reports: {mentions} place names, {claims} claims, {movements} movements
not on the map: {claims_without_place} claims without a place
without a date: {claims_undated} claims; without a year: {claims_without_year}
not in the gazetteer: {names_not_in_gazetteer} names"""


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line and exit status 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_CALL, f"{self.prog}: {message}; see '{self.prog} --help'\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Parameters
    ----------
    arguments
        Words behind ``geo``; those of the process if None.

    Returns
    -------
    int
        0 done, 1 failed or something was left out, 2 wrong call.
    """
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except GeoError as error:
        print(f"geo: {error}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:  # the reader of a pipe has what it wanted
        sys.stderr.close()
        return DONE


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="geo", description="Reads reports and maps who is said to have moved where.")
    parser.add_argument("--version", action="version", version=f"geo {__version__}")
    verbs = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=_Parser)
    drawing = _verb(verbs, "map", "read reports, write the map and all exports", _map)
    drawing.add_argument("paths", nargs="*", metavar="PATH", help=f"files or folders ({SEEDS}/ if none)")
    drawing.add_argument("--output", default="maps", metavar="FOLDER", help="where to write (maps)")
    drawing.add_argument("--title", default=None, help="title of the page")
    drawing.add_argument("--language", default="en", choices=("en", "fr"), help="the page's own words (en)")
    drawing.add_argument("--basemap", default="110m", choices=("110m", "50m", "none"), help="outlines (110m)")
    reading = _verb(verbs, "read", "read reports, write JSON Lines to standard output", _read)
    reading.add_argument("paths", nargs="+", metavar="PATH", help="files or folders")
    finding = _verb(verbs, "find", "ask the gazetteer for a name", _find)
    finding.add_argument("name", metavar="NAME")
    explaining = _verb(verbs, "explain", "tell the words, rules and reasons behind a claim", _explain)
    explaining.add_argument("claim", metavar="CLAIM", help="a claim's id, as on the map and in claims.jsonl")
    explaining.add_argument(
        "paths", nargs="*", metavar="PATH", help=f"where its report is ({SEEDS}/ if none)"
    )
    scoring = _verb(verbs, "score", "compare with marked documents", _score)
    scoring.add_argument("folder", metavar="GOLD_DIR")
    scoring.add_argument("--errors", action="store_true", help="list each error")
    return parser


def _verb(
    verbs: "argparse._SubParsersAction[_Parser]", name: str, does: str, run: object
) -> argparse.ArgumentParser:
    raw = argparse.RawDescriptionHelpFormatter
    verb = verbs.add_parser(name, help=does, description=does, epilog=_EXAMPLES[name], formatter_class=raw)
    verb.set_defaults(run=run)
    return verb


def _paths(words: Sequence[str]) -> list[Path]:
    return [Path(word) for word in words or (SEEDS,)]


def _progress(documents: Sequence[Document]) -> Iterator[Document]:
    """Show on a terminal how far the reading is; show nothing in a pipe."""
    from tqdm import tqdm

    yield from tqdm(documents, desc="reading", unit="report", disable=not sys.stderr.isatty(), leave=False)


def _map(options: argparse.Namespace) -> int:
    from geo import exports, outputs, pipeline

    run = pipeline.run(_paths(options.paths), _progress)
    folder = Path(options.output)
    settings = outputs.Settings(options.title, options.language, options.basemap)
    files = outputs.render(run, settings)
    for name, content in files.items():
        exports.write(folder / name, content)
    print(_summary(run))
    print(f"wrote {folder / 'index.html'} and {len(files) - 1} further files in {folder}/")
    return _left_out(run.problems)


def _summary(run: Run) -> str:
    from geo import outputs

    counts = outputs.counts(run)
    names = outputs.unheld_names(run)
    more = ", ".join(f"{name.text} ({name.times})" for name in names[:_SHOWN])
    return _SUMMARY.format_map(counts) + (f": {more}" if more else "")


def _left_out(problems: Sequence[Problem]) -> int:
    for problem in problems:
        what = "left out" if problem.left_out else "note"
        print(f"geo: {what}: {problem.file}: {problem.reason}", file=sys.stderr)
    return FAILED if any(problem.left_out for problem in problems) else DONE


def _read(options: argparse.Namespace) -> int:
    from geo import jsonlines, pipeline

    readings, problems = pipeline.read(_paths(options.paths), _progress)
    sys.stdout.write(jsonlines.lines(map(jsonlines.reading, readings)))
    return _left_out(problems)


def _find(options: argparse.Namespace) -> int:
    from geo import gazetteer

    entries = gazetteer.default().named(options.name)
    if not entries:
        raise NotFoundError(f"no place is called {options.name!r}; try another spelling or language")
    print("\n".join(_described(entry) for entry in entries))
    return DONE


def _described(entry: GazetteerEntry) -> str:
    place = entry.place
    people = f", population {entry.population:,}" if entry.population else ""
    also = sorted({n.toponym for n in entry.names} - {place.name})
    return (
        f"{place.name} ({place.kind}, {place.country_code or 'no state'}) {place.lat:.4f}, {place.lon:.4f}"
        f" ± {place.radius_km:g} km{people} [{place.id}; {entry.source}]\n  also: {', '.join(also) or '-'}"
    )


def _explain(options: argparse.Namespace) -> int:
    from geo import outputs, pipeline

    readings, _ = pipeline.read(_paths(options.paths), _progress)
    for reading in readings:
        for claim in reading.claims:
            if claim.id == options.claim:
                print(outputs.explanation(claim, reading))
                return DONE
    where = ", ".join(str(p) for p in _paths(options.paths))
    raise NotFoundError(f"no claim {options.claim} in {where}; take an id from claims.jsonl")


def _score(options: argparse.Namespace) -> int:
    from geo import jsonlines, pipeline, scoring

    golds = scoring.load_gold(Path(options.folder))
    readings = (pipeline.read_document(pipeline.document_of(gold)) for gold in golds)
    rows = [jsonlines.reading(reading) for reading in readings]
    score = scoring.total(map(scoring.score_document, golds, rows))
    if options.errors:
        print("\n".join(score.errors))
    print(scoring.as_table(score.figures()))
    return DONE


if __name__ == "__main__":
    sys.exit(main())
