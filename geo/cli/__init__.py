"""The words that a person types."""

import argparse
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from geo import __version__
from geo.cli import archive
from geo.errors import GeoError, NotFoundError
from geo.records import Document, GazetteerEntry, PlaceKind, Problem

if TYPE_CHECKING:
    from tqdm import tqdm

    from geo.gazetteer import Gazetteer, Opened
    from geo.maps import Tiles

DONE, FAILED, WRONG_CALL, STOPPED = 0, 1, 2, 130
_PICTURES = ("png", "svg")
_LEAST_SIDE, _MOST_SIDE = 500, 10_000  # pixels of a picture
SEEDS = "seeds"
GAZETTEER = "gazetteer.json"

_EXAMPLES = {
    "map": "examples:\n  geo map\n  geo map reports/ --output maps/ --title 'Week 42'\n  geo map a.txt b.pdf"
    "\n  geo map 'archive/**/*.html' week42.zip --log run.log --limit seconds=20"
    "\n  geo map posts.csv --column text=message --column published=date",
    "plot": "examples:\n  geo plot\n  geo plot reports/ --output week42.png --size 1920x1080\n"
    "  geo plot reports/ --output pictures/ --format svg --language fr --dark",
    "read": "examples:\n  geo read reports/ > claims.jsonl\n  geo read one.txt\n  zcat a.txt.gz | geo read -"
    "\n  geo read archive/ --to claims/\n  geo read archive/ --to claims/ --store maps/"
    "\n  geo read archive/ --to postgresql://user@localhost/gis",
    "join": "examples:\n  geo join claims/ --to joined/\n"
    "  geo join claims/ --to joined/ --tables reports/ --ranges 64 --processes 4",
    "status": "examples:\n  geo status\n  geo status reports/ --output maps/",
    "export": "examples:\n  geo export maps/claims.jsonl --format gpkg,csv --output layers/\n"
    "  geo read reports/ > claims.jsonl && geo export claims.jsonl --format geojson\n"
    "  geo export claims.jsonl --to postgresql://user@localhost/gis --schema week42\n"
    "  geo export joined/ --claims claims/ --to postgresql://user@localhost/gis",
    "find": "examples:\n  geo find Koursk\n  geo find Tabili --gazetteer places.csv",
    "near": "examples:\n  geo near 51.73 36.19\n  geo near -17.8 179.9 --count 3",
    "gazetteer": "examples:\n  geo gazetteer check\n  geo gazetteer add 'Camp Exemple' 16.3 -0.1",
    "build": "examples:\n  geo gazetteer build\n  geo gazetteer build --anew",
    "check": "examples:\n  geo gazetteer check\n  geo gazetteer check my-places.json",
    "add": "examples:\n  geo gazetteer add Tabili 9.9 -13.1 --kind city --country GN --file own.json",
    "explain": "examples:\n  geo explain c1234567890ab\n  geo explain c1234567890ab reports/",
    "score": "examples:\n  geo score tests/gold --errors\n  geo score tests/joins/seen",
}


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
        0 done, 1 failed or something was left out, 2 wrong call, 130 stopped from the keyboard.
    """
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except GeoError as error:
        print(f"geo: {error}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("geo: stopped; what geo map has read is kept: run it again to go on", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:  # the reader of a pipe has what it wanted
        sys.stderr.close()
        return DONE


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="geo", description="Reads reports and maps who is said to have moved where.")
    parser.add_argument("--version", action="version", version=f"geo {__version__}")
    verbs = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=_Parser)
    drawing = _verb(verbs, "map", "read reports, write the map and all exports", _map)
    _paths_of(drawing)
    drawing.add_argument("--output", default="maps", metavar="FOLDER", help="where to write (maps)")
    drawing.add_argument("--anew", action="store_true", help="read every report, also those that are known")
    archive.add_processes(drawing)
    archive.add_limits(drawing)
    _drawn(drawing, "page")
    drawing.add_argument(
        "--tiles", metavar="URL", help="online background, as https://HOST/{z}/{x}/{y}.png; else no requests"
    )
    drawing.add_argument("--tiles-credit", metavar="TEXT", help="whom the tiles are by")
    _own_places(drawing)
    _plot_verb(verbs)
    reading = _verb(
        verbs, "read", "read reports, write JSON Lines to standard output, or a folder or database", _read
    )
    reading.add_argument("paths", nargs="+", metavar="PATH", help="files, folders, patterns, or - for a pipe")
    archive.add_target(reading)
    archive.add_processes(reading)
    archive.add_limits(reading)
    _own_places(reading)
    joining = _verb(verbs, "join", "join what geo read --to wrote, in as little memory as need be", _join)
    archive.add_join(joining)
    _own_places(joining)
    asking = _verb(verbs, "status", "tell what of the reports is read, failed, outdated", _status)
    _paths_of(asking)
    asking.add_argument("--output", default="maps", metavar="FOLDER", help="where the map is (maps)")
    archive.add_limits(asking)
    _own_places(asking)
    _export_verb(verbs)
    finding = _verb(verbs, "find", "ask the gazetteer for a name", _find)
    finding.add_argument("name", metavar="NAME")
    _own_places(finding)
    _gazetteer_verbs(verbs)
    explaining = _verb(
        verbs, "explain", "tell the words, rules and reasons behind a claim or movement", _explain
    )
    explaining.add_argument(
        "id", metavar="ID", help="of a claim or movement, as on the map and in the .jsonl files"
    )
    explaining.add_argument(
        "paths", nargs="*", metavar="PATH", help=f"where its report is ({SEEDS}/ if none)"
    )
    _own_places(explaining)
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


def _paths_of(verb: argparse.ArgumentParser) -> None:
    words = f"files, folders, patterns in quotes, or - for a pipe ({SEEDS}/ if none)"
    verb.add_argument("paths", nargs="*", metavar="PATH", help=words)


def _own_places(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--gazetteer",
        action="append",
        default=[],
        metavar="FILE",
        help="places of your own: Linked Places .json, GeoNames dump .txt, or .csv; may be repeated",
    )


def _drawn(verb: argparse.ArgumentParser, what: str) -> None:
    verb.add_argument("--title", default=None, help=f"title of the {what}")
    verb.add_argument("--language", default="en", choices=("en", "fr"), help=f"the {what}'s own words (en)")
    verb.add_argument("--basemap", default="110m", choices=("110m", "50m", "none"), help="outlines (110m)")


def _plot_verb(verbs: "argparse._SubParsersAction[_Parser]") -> None:
    plotting = _verb(verbs, "plot", "read reports, write the map as a picture", _plot)
    plotting.add_argument("paths", nargs="*", metavar="PATH", help=f"files or folders ({SEEDS}/ if none)")
    plotting.add_argument(
        "--output",
        default=".",
        metavar="FILE_OR_FOLDER",
        help="where to write: one picture under that name, or map.png and map.svg in that folder (.)",
    )
    plotting.add_argument(
        "--format", type=_formats, metavar="png,svg", help="which to write (as the file is named, else both)"
    )
    size = f"pixels, {_LEAST_SIDE} to {_MOST_SIDE} a side (1600x1000)"
    plotting.add_argument("--size", type=_size, default=(1600, 1000), metavar="WIDTHxHEIGHT", help=size)
    plotting.add_argument("--dark", action="store_true", help="on a dark ground, for a slide")
    _drawn(plotting, "picture")
    _own_places(plotting)


def _export_verb(verbs: "argparse._SubParsersAction[_Parser]") -> None:
    exporting = _verb(verbs, "export", "write what was read in the formats of other programs", _export)
    exporting.add_argument(
        "file",
        metavar="CLAIMS.jsonl",
        help="what geo read or geo map wrote; or a folder that geo join wrote, which only --to takes",
    )
    exporting.add_argument(
        "--format", default="", metavar="NAME[,NAME]", help="files to write; a name that is none lists them"
    )
    exporting.add_argument("--output", default=".", metavar="FOLDER", help="where to write them (.)")
    exporting.add_argument(
        "--name",
        type=_stem,
        default="deployments",
        metavar="STEM",
        help="of the files that hold all layers (deployments); a GeoPackage is not to be renamed later",
    )
    exporting.add_argument(
        "--to",
        type=archive.database,
        metavar="postgresql://USER@HOST/DATABASE",
        help="a PostGIS database to write to; a password is best kept in ~/.pgpass",
    )
    exporting.add_argument(
        "--schema", default="deployments", metavar="NAME", help="whose tables it fills there (deployments)"
    )
    exporting.add_argument(
        "--claims",
        metavar="FOLDER",
        help="what geo read --to wrote and geo join joined: they are written too",
    )
    _own_places(exporting)


def _gazetteer_verbs(verbs: "argparse._SubParsersAction[_Parser]") -> None:
    near = _verb(verbs, "near", "list the places nearest to a point", _near)
    near.add_argument("lat", type=float, metavar="LAT", help="degrees, north positive")
    near.add_argument("lon", type=float, metavar="LON", help="degrees, east positive")
    near.add_argument("--count", type=archive.whole, default=5, metavar="N", help="how many (5)")
    _own_places(near)
    keeping = _verb(verbs, "gazetteer", "compile, check or add to the gazetteer", _gazetteer_build)
    inner = keeping.add_subparsers(required=True, metavar="COMMAND", parser_class=_Parser)
    building = _verb(inner, "build", "compile the large gazetteer, as the first start does", _gazetteer_build)
    building.add_argument("--anew", action="store_true", help="even if it is there")
    checking = _verb(inner, "check", "tell what is wrong with a gazetteer file", _gazetteer_check)
    checking.add_argument("file", nargs="?", default=GAZETTEER, metavar="FILE", help=f"({GAZETTEER})")
    adding = _verb(inner, "add", "write a place into a gazetteer file", _gazetteer_add)
    adding.add_argument("name", metavar="NAME")
    adding.add_argument("lat", type=float, metavar="LAT", help="degrees, north positive")
    adding.add_argument("lon", type=float, metavar="LON", help="degrees, east positive")
    adding.add_argument("--kind", default="site", choices=[kind.value for kind in PlaceKind], help="(site)")
    adding.add_argument("--country", metavar="CODE", help="ISO 3166-1, two letters")
    adding.add_argument(
        "--radius-km", type=float, metavar="KM", help="how far it reaches (usual for its kind)"
    )
    adding.add_argument("--lang", default="und", metavar="TAG", help="language of the name, BCP 47 (und)")
    adding.add_argument("--file", default=GAZETTEER, metavar="FILE", help=f"({GAZETTEER})")


def _formats(words: str) -> tuple[str, ...]:
    formats = tuple(dict.fromkeys(words.lower().split(",")))
    if not set(formats) <= set(_PICTURES):
        raise argparse.ArgumentTypeError(f"{words!r} is none of {', '.join(_PICTURES)}, or both with a comma")
    return formats


def _stem(words: str) -> str:
    if not re.fullmatch(r"\w[\w-]{0,99}", words):
        raise argparse.ArgumentTypeError(f"{words!r:.40} is no file's name: letters, digits, _ and - only")
    return words


def _size(words: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,5})[x×](\d{1,5})", words)
    size = (int(found[1]), int(found[2])) if found else (0, 0)
    if not all(_LEAST_SIDE <= side <= _MOST_SIDE for side in size):
        raise argparse.ArgumentTypeError(
            f"{words!r} is no size; give WIDTHxHEIGHT, {_LEAST_SIDE} to {_MOST_SIDE} pixels a side"
        )
    return size


def _paths(words: Sequence[str]) -> list[Path]:
    return [Path(word) for word in words or (SEEDS,)]


def _progress(documents: Sequence[Document]) -> Iterator[Document]:
    """Show on a terminal how far the reading is; show nothing in a pipe."""
    from tqdm import tqdm

    yield from tqdm(documents, desc="reading", unit="report", disable=not sys.stderr.isatty(), leave=False)


class _Compiling:
    """Shows on a terminal how far the compiling of a gazetteer is; shows nothing in a pipe."""

    def __init__(self) -> None:
        self._bar: tqdm[NoReturn] | None = None

    def __call__(self, stage: str, done: int, total: int) -> None:
        from tqdm import tqdm

        if self._bar is None:
            self._bar = tqdm(disable=not sys.stderr.isatty(), leave=False)
        self._bar.set_description(f"gazetteer: {stage}", refresh=False)
        self._bar.total, self._bar.n = total, done
        self._bar.refresh()

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.close()


def _open(files: Sequence[str], *, anew: bool = False) -> "Opened":
    """Open the gazetteer, and tell in a line each what a person should know of it."""
    from geo import gazetteer

    with closing(_Compiling()) as progress:
        opened = gazetteer.opened([Path(file) for file in files], progress, anew=anew)
    for note in opened.notes:
        print(f"geo: note: {note}", file=sys.stderr)
    return opened


def _known(options: argparse.Namespace) -> "Gazetteer":
    return _open(options.gazetteer).gazetteer


def _tiles(options: argparse.Namespace) -> "Tiles | None":
    if not options.tiles:
        return None
    from geo.maps import Tiles

    return Tiles(options.tiles, options.tiles_credit)


def _map(options: argparse.Namespace) -> int:
    from geo import outputs, runs
    from geo.cli.watching import Watching
    from geo.store import Store

    settings = outputs.Settings(options.title, options.language, options.basemap, _tiles(options))
    job, folder = archive.job(options, options.paths or (SEEDS,)), Path(options.output)
    files = archive.files(job)  # a wrong path is told before anything is written
    opened = _open(options.gazetteer)
    with Store(folder, anew=options.anew) as kept:
        with Watching(files, _log(options)) as watch:
            gathered = runs.gather(job, kept, archive.engine(options, job), opened, watch)
        written = runs.write(job, gathered, kept, opened, settings)
    print(archive.summary(written.report))
    if written.new:
        print(f"wrote {folder / outputs.PAGE} and {len(written.names) - 1} further files in {folder}/")
    else:
        print(f"nothing has changed: {folder / outputs.PAGE} and the other files are as they should be")
    return FAILED if archive.left_out(archive.problems_of(written.report)) else DONE


def _log(options: argparse.Namespace) -> Path | None:
    return Path(options.log) if options.log else None


def _status(options: argparse.Namespace) -> int:
    from geo import runs, store

    job, folder = archive.job(options, options.paths or (SEEDS,)), Path(options.output)
    if not (folder / store.NAME).exists():
        raise NotFoundError(f"{folder}: nothing is read yet; begin with geo map --output {folder}")
    with store.Store(folder) as kept:
        told = runs.status(job, kept, _open(options.gazetteer))
        print(archive.status(told.counts, kept.path))
    return FAILED if archive.left_out(told.failed) else DONE


def _plot(options: argparse.Namespace) -> int:
    from geo import exports, outputs, pipeline, plots

    output = Path(options.output)
    named = output.suffix.lower().removeprefix(".")
    stem = output.with_suffix("") if named in _PICTURES else output / "map"
    formats = options.format or ((named,) if named in _PICTURES else _PICTURES)
    run = pipeline.run(_paths(options.paths), _progress, _known(options))
    width, height = options.size
    settings = plots.PlotSettings(
        options.title, options.language, options.basemap, width, height, options.dark, formats
    )
    written = []
    for kind, content in plots.render_plot(run, settings).items():
        written.append(output if kind == named else stem.with_name(f"{stem.name}.{kind}"))
        exports.write(written[-1], content)
    print(archive.summary(outputs.report(run)))
    print(f"wrote {' and '.join(map(str, written))}")
    return FAILED if archive.left_out(run.problems) else DONE


def _read(options: argparse.Namespace) -> int:
    from geo import jsonlines, runs
    from geo.cli.watching import Watching

    job, opened = archive.job(options, options.paths), _open(options.gazetteer)
    if options.to:
        return FAILED if archive.read_to(options, job, opened, _log(options)) else DONE
    if options.store:
        return _wrong("read", "--store: name with --to where to write what it has")
    problems = []
    with Watching(archive.files(job), _log(options)) as watch:
        for found in runs.stream(job, archive.engine(options, job), opened.gazetteer, watch):
            if isinstance(found, Problem):
                problems.append(found)
            else:
                sys.stdout.write(jsonlines.lines([jsonlines.reading(found)]))
    return FAILED if archive.left_out(problems) else DONE


def _join(options: argparse.Namespace) -> int:
    return FAILED if archive.join(options, _open(options.gazetteer)) else DONE


def _export(options: argparse.Namespace) -> int:
    from geo import exports, features, pipeline

    names = tuple(dict.fromkeys(options.format.lower().split(","))) if options.format else ()
    if not names and not options.to:
        return _wrong(
            "export", f"say what to write: --format {','.join(exports.FORMATS)}, or --to a database"
        )
    unknown = [name for name in names if name not in exports.FORMATS]
    if unknown:
        return _wrong("export", f"--format {unknown[0]!r:.40} is none of {', '.join(exports.FORMATS)}")
    if Path(options.file).is_dir():
        return _export_archive(options)
    if options.claims:
        return _wrong("export", "--claims: name the folder that geo join wrote, not a file")
    run = pipeline.run_of(Path(options.file), _known(options))
    folder = Path(options.output)
    layers = features.layers(run)
    for made in [exports.FORMATS[name](run, layers, options.name) for name in names]:
        for name, content in made.items():
            exports.write(folder / name, content)
            print(f"wrote {folder / name}")
    if options.to:
        from geo.exports import postgis

        print(postgis.export(run, options.to, options.schema))
    return FAILED if archive.left_out(run.problems) else DONE


def _export_archive(options: argparse.Namespace) -> int:
    if options.format or not options.to:
        return _wrong("export", "a folder that geo join wrote goes to a database: --to, without --format")
    from geo.exports import archives, postgis

    found = archives.opened(Path(options.file), Path(options.claims) if options.claims else None)
    print(postgis.load(found, options.to, options.schema))
    return DONE


def _wrong(verb: str, message: str) -> int:
    print(f"geo {verb}: {message}; see 'geo {verb} --help'", file=sys.stderr)
    return WRONG_CALL


def _find(options: argparse.Namespace) -> int:
    entries = _known(options).named(options.name)
    if not entries:
        raise NotFoundError(f"no place is called {options.name!r}; try another spelling or language")
    kept_first = sorted(entries, key=lambda entry: not entry.curated)  # Oklahoma is the state, then hamlets
    print("\n".join(_described(entry) for entry in kept_first))
    return DONE


def _near(options: argparse.Namespace) -> int:
    for found in _known(options).near(options.lat, options.lon, options.count):
        place = found.entry.place
        where = f"{place.name} ({place.kind}, {place.country_code or 'no state'})"
        print(f"{found.km:.1f} km  {where} {place.lat:.4f}, {place.lon:.4f} [{place.id}]")
    return DONE


def _gazetteer_build(options: argparse.Namespace) -> int:
    opened = _open((), anew=options.anew)
    if opened.path is None:
        return FAILED
    size = opened.path.stat().st_size / 1e6
    print(f"{'compiled' if opened.new else 'there already:'} {opened.path} ({size:.1f} MB)")
    return DONE


def _gazetteer_check(options: argparse.Namespace) -> int:
    from geo.gazetteer import checking

    report = checking.check(Path(options.file), _common_words())
    for finding in report.findings:
        what = "error" if finding.error else "warning"
        print(f"{options.file}:{finding.line}: {what}: {finding.entry}: {finding.message}")
    warnings = len(report.findings) - report.errors
    print(f"{options.file}: {report.entries} entries, {report.errors} errors, {warnings} warnings")
    return FAILED if report.errors else DONE


def _common_words() -> dict[str, str]:
    """Return the words that the language packs know as something other than a place, with their languages."""
    from geo import languages
    from geo.mentions import evidence

    found: dict[str, list[str]] = {}
    for code in languages.available():
        for word in sorted(evidence.common_words(languages.load(code))):
            found.setdefault(word, []).append(code)
    return {word: ", ".join(codes) for word, codes in found.items()}


def _gazetteer_add(options: argparse.Namespace) -> int:
    from geo.gazetteer import adding

    country = options.country.upper() if options.country else None
    kind = PlaceKind(options.kind)
    place = adding.NewPlace(
        options.name, options.lat, options.lon, kind, country, options.radius_km, options.lang
    )
    print(f"{options.file}: added {adding.add(Path(options.file), place)}")
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
    from geo import explanations, pipeline

    run = pipeline.run(_paths(options.paths), _progress, _known(options))
    for movement in run.movements:
        if movement.id == options.id:
            print(explanations.of_movement(movement, run))
            return DONE
    for reading in run.readings:
        for claim in (*reading.claims, *reading.rejected):
            if claim.id == options.id:
                print(explanations.of_claim(claim, reading))
                return DONE
    where = ", ".join(str(p) for p in _paths(options.paths))
    raise NotFoundError(
        f"no claim or movement {options.id} in {where}; take an id from claims.jsonl or movements.jsonl"
    )


def _score(options: argparse.Namespace) -> int:
    from geo import jsonlines, pipeline, scoring

    folder = Path(options.folder)
    pairs = scoring.joins.load(folder)
    if pairs:
        return _score_joins(pairs, errors=options.errors)
    golds = scoring.load_gold(folder)
    known = _open(()).gazetteer
    readings = (pipeline.read_document(pipeline.document_of(gold), known) for gold in golds)
    rows = [jsonlines.reading(reading) for reading in readings]
    score = scoring.total(map(scoring.score_document, golds, rows))
    if options.errors:
        print("\n".join(score.errors))
    print(scoring.as_table(score.figures()))
    return DONE


def _score_joins(pairs: Sequence[Mapping[str, Any]], *, errors: bool) -> int:
    from geo import jsonlines, pipeline, scoring

    known = _open(()).gazetteer
    scores = []
    for pair in pairs:
        readings = [pipeline.read_document(pipeline.document_of(row), known) for row in pair["reports"]]
        movements = map(jsonlines.movement, pipeline.assemble(readings, (), known).movements)
        rows = [jsonlines.reading(reading) for reading in readings]
        scores.append(scoring.joins.score_joins(pair, rows, list(movements)))
    score = scoring.joins.total(scores)
    if errors:
        print("\n".join(score.errors))
    print(scoring.as_table(score.figures()))
    return DONE


if __name__ == "__main__":
    sys.exit(main())
