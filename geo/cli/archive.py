"""The verbs that work on an archive: `geo map`, `geo read`, `geo status`, `geo join`."""

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import fields, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.documents import FORMS, Limits
from geo.errors import EngineError, InputError, OutputError, shown
from geo.records import Problem

if TYPE_CHECKING:
    from geo.engines import Engine
    from geo.gazetteer import Opened
    from geo.joining import Watch
    from geo.runs import Job
    from geo.runs.streaming import Had

_BATCHES_AHEAD = 4  # for each process: of so many the reports stand in memory
_SHOWN = 5  # names that the summary lists; the rest is in run.json
_TOLD = 20  # problems that are told one by one; all are in run.json
_SUMMARY = """\
read {reports} reports: {mentions} place names, {claims} claims, {movements} movements
not on the map: {claims_without_place} claims without a place
without a date: {claims_undated} claims; without a year: {claims_without_year}
not in the gazetteer: {names_not_in_gazetteer} names"""
_STREAMED = """\
read {reports} reports: {mentions} place names, {claims} claims
wrote {where}"""
_DATABASE = ("postgresql://", "postgres://")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.]{1,15}:")  # a drive of Windows has one letter
_A_RANGE, _MOST_RANGES = 20_000, 1_000  # claims of a range, if nobody says otherwise; each gives to each
_A_STEP = 86_400.0  # seconds that one range of a step of joining may take
_JOINED = """\
joined {claims} claims: {movements} movements, {itineraries} journeys
wrote {where}"""
_ENGINES = ("processes", "dask", "serial")
_STATUS = """\
read and up to date: {known}
to be read: {new} new, {outdated} outdated
failed: {failed}; skipped files: {skipped}; no longer there: {gone}"""


def add_limits(verb: argparse.ArgumentParser) -> None:
    """Add the options of a verb that reads an archive."""
    names = ", ".join(limit.name for limit in fields(Limits))
    verb.add_argument(
        "--limit",
        action="append",
        type=_limit,
        default=[],
        metavar="NAME=NUMBER",
        help=f"of one report or archive: {names}; may be repeated",
    )
    verb.add_argument(
        "--stdin-as",
        choices=[name for name, form in FORMS.items() if form.suffixes],
        metavar="FORMAT",
        help="what - holds, as jsonl or csv (what its first bytes say, else text)",
    )
    verb.add_argument(
        "--column",
        action="append",
        type=_column,
        default=[],
        metavar="KEY=NAME",
        help="of a .csv of reports: which column holds the text, the id, published …; may be repeated",
    )


def add_processes(verb: argparse.ArgumentParser) -> None:
    """Add the options of a verb that works long."""
    add_engine(verb, "read")
    verb.add_argument("--log", metavar="FILE", help="append each step to FILE, a JSON object a line")


def add_engine(verb: argparse.ArgumentParser, what: str) -> None:
    """Add the options that say what works, and at how much at once; `what` it does in a word."""
    verb.add_argument(
        "--processes", type=whole, metavar="N", help=f"how many {what} at once (as many as there are cores)"
    )
    verb.add_argument(
        "--engine",
        choices=_ENGINES,
        default="processes",
        help=f"what {what}s: processes of this machine (default), a Dask cluster, or this process alone",
    )
    verb.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="of a Dask cluster that is at work, as tls://HOST:PORT; else --engine dask starts one here",
    )


def add_join(verb: argparse.ArgumentParser) -> None:
    """Add the options of the verb that joins what was read."""
    verb.add_argument("folder", metavar="FOLDER", help="what geo read --to wrote")
    verb.add_argument("--to", required=True, metavar="FOLDER", help="where to write movements and journeys")
    verb.add_argument(
        "--ranges",
        type=whole,
        metavar="N",
        help="into how many the claims are parted: the more, the less memory"
        f" (one for {_A_RANGE:,} claims; of more, one a process at least)",
    )
    verb.add_argument(
        "--tables",
        action="append",
        default=[],
        metavar="FOLDER",
        help="where sources.csv and corrections.csv are, of which joins are taken; may be repeated",
    )
    add_engine(verb, "join")


def add_target(verb: argparse.ArgumentParser) -> None:
    """Add the options of a verb whose workers may write what they read."""
    verb.add_argument(
        "--to",
        type=_target,
        metavar="FOLDER_OR_DATABASE",
        help="let the readers write: GeoParquet files to a folder, or tables to"
        " postgresql://USER@HOST/DATABASE; a password is best kept in ~/.pgpass",
    )
    verb.add_argument(
        "--store",
        metavar="FOLDER",
        help="what geo map wrote: with --to, reports that its store has up to date are not read again",
    )
    verb.add_argument(
        "--schema", default="deployments", metavar="NAME", help="whose tables they fill there (deployments)"
    )


def database(words: str) -> str:
    """Return the address of a database."""
    if not words.startswith(_DATABASE):  # the words may hold a password: not repeated
        raise argparse.ArgumentTypeError("write postgresql://USER@HOST/DATABASE")
    return words


def _target(words: str) -> str:
    if not words:
        raise argparse.ArgumentTypeError("name a folder, or write postgresql://USER@HOST/DATABASE")
    return database(words) if _ADDRESS.match(words) else words


def whole(word: str) -> int:
    """Return a number of at least one."""
    number = int(word)
    if number < 1:
        raise ValueError(word)
    return number


def _limit(words: str) -> tuple[str, float]:
    name, _, number = words.partition("=")
    kinds = {limit.name: limit.type for limit in fields(Limits)}
    try:
        value = float(number) if kinds[name] is float else int(number.replace("_", ""))
    except (KeyError, ValueError) as error:
        raise argparse.ArgumentTypeError(
            f"{words!r:.60}: write NAME=NUMBER, of {', '.join(kinds)}"
        ) from error
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError(f"{words!r:.60}: write a number above 0")
    return name, value


def _column(words: str) -> tuple[str, str]:
    key, _, name = words.partition("=")
    keys = ("id", "text", "title", "publisher", "published", "language", "url")
    if key not in keys or not name:
        raise argparse.ArgumentTypeError(f"{words!r:.60}: write KEY=NAME, KEY one of {', '.join(keys)}")
    return key, name


def job(options: argparse.Namespace, paths: Sequence[str]) -> "Job":
    """Return what a person asks to be read."""
    from geo.runs import Job

    limits = replace(Limits(), **dict(options.limit))
    return Job(tuple(paths), tuple(options.gazetteer), dict(options.column), limits, options.stdin_as)


def files(asked: "Job") -> int:
    """Return how many files there are to look at.

    Raises
    ------
    InputError
        A path does not exist, or nothing at all can be read under it.
    """
    from geo import documents
    from geo.documents import walking

    documents.parts(asked.paths, asked.limits)  # looks, and reads nothing yet
    return sum(1 for path in asked.paths for _ in walking.root(path).files())


def engine(options: argparse.Namespace, asked: "Job", writes: Sequence[str] = ()) -> "Engine":
    """Return what reads, held to the limits.

    Parameters
    ----------
    options, asked
        What a person typed.
    writes
        Modules that a process needs which also writes; it then gets many reports as one task.

    Raises
    ------
    EngineError
        Dask is asked for and is not installed, or its scheduler's address cannot be used.
    """
    from geo.engines import Serial
    from geo.engines.processes import Processes
    from geo.runs.tasks import opened

    if options.scheduler and options.engine != "dask":
        raise EngineError(f"--scheduler {shown(options.scheduler)}: add --engine dask")
    count, limits = _count(options), asked.limits
    modules = ("geo.runs.tasks", *writes)
    held = (count, limits.seconds, limits.memory_bytes, modules, partial(opened, asked.gazetteers))
    if options.engine == "dask":
        from geo.engines.cluster import Cluster

        cluster = Cluster(options.scheduler, *held)
        return replace(cluster, together=1) if writes else cluster
    if options.engine == "serial":
        return Serial()
    processes = Processes(*held)
    return replace(processes, ahead=_BATCHES_AHEAD) if writes else processes


def _count(options: argparse.Namespace) -> int:
    """Return how many processes work."""
    from geo.engines.processes import cores

    return options.processes or cores()


def read_to(options: argparse.Namespace, asked: "Job", opened: "Opened", log: Path | None) -> bool:
    """Read reports, let the readers write, tell what there is then; return whether anything was left out.

    Raises
    ------
    OutputError
        It cannot be written; one line, without a password.
    """
    from geo.cli.watching import Watching
    from geo.runs import streaming, targets

    in_tables = options.to.startswith(_DATABASE)
    where = (
        targets.database(options.to, options.schema)
        if in_tables
        else targets.folder(Path(options.to).absolute())
    )
    writes = ("geo.runs.streaming", "geo.exports.postgis" if in_tables else "geo.exports")
    reads = engine(options, asked, writes)
    with Watching(files(asked), log) as watch, where as target, _had(options, asked, opened) as had:
        done = streaming.into(asked, reads, opened.gazetteer, target, watch, had)
    print(_STREAMED.format(**done.counts, where=done.where))
    return left_out(done.problems)


@contextmanager
def _had(options: argparse.Namespace, asked: "Job", opened: "Opened") -> Iterator["Had"]:
    """Give what the store that a person named knows of reports."""
    from geo import runs, store
    from geo.runs import streaming

    if not options.store:
        yield streaming.nothing
        return
    if not (Path(options.store) / store.NAME).is_file():
        raise InputError(f"{options.store}: holds no {store.NAME}; name the folder that geo map wrote")
    with store.Store(Path(options.store)) as kept:
        yield runs.from_store(asked, kept, opened)


def join(options: argparse.Namespace, opened: "Opened") -> bool:
    """Join what was read, tell what there is then; return whether anything could not be used.

    Raises
    ------
    InputError
        The folder holds no whole run.
    OutputError
        The movements cannot be written.
    """
    from geo import joining, pipeline
    from geo.runs import stamps, targets

    folder, to = Path(options.folder).absolute(), Path(options.to).absolute()
    kept = targets.kept(folder)
    if to.resolve() == folder.resolve():
        raise OutputError(f"{folder}: holds the claims; name another folder with --to")
    beside, problems = pipeline.beside([_table_folder(words) for words in options.tables])
    ranges = options.ranges or _ranges(_count(options), kept.claims)
    kept = replace(kept, stamp=stamps.of_joining(opened.key, repr(beside)))
    known = pipeline.knowledge(opened.gazetteer, beside)
    with _joins(options, ranges) as engine, _bar(ranges) as watch:
        done = joining.into(kept, to, known, engine, ranges, watch)
    print(_JOINED.format(**done.counts, where=done.where))
    return left_out(problems)


def _ranges(processes: int, claims: int) -> int:
    """Return into how many ranges claims are parted: one for few, else one a process at least."""
    ranges = claims // _A_RANGE + 1
    return ranges if ranges == 1 else min(max(processes, ranges), _MOST_RANGES)


def _table_folder(words: str) -> Path:
    path = Path(words)
    if not path.is_dir():
        raise InputError(f"{words}: is no folder; name the one that holds the tables")
    return path


@contextmanager
def _joins(options: argparse.Namespace, ranges: int) -> Iterator["Engine"]:
    """Give what joins; processes or a cluster that are started here last for all steps."""
    from geo.documents.parts import USUAL
    from geo.engines import Serial
    from geo.engines.processes import Processes

    if options.scheduler and options.engine != "dask":
        raise EngineError(f"--scheduler {shown(options.scheduler)}: add --engine dask")
    count = _count(options)
    held = (count, _A_STEP, USUAL.memory_bytes, ("geo.joining",))
    if options.engine == "serial" or (options.engine == "processes" and ranges == 1):
        yield Serial()  # what one range holds is joined before a process has started
        return
    if options.engine == "processes":
        with Processes(*held, ahead=1).staying() as processes:
            yield processes
        return
    from geo.engines.cluster import Cluster, local

    with ExitStack() as stack:
        address = options.scheduler or stack.enter_context(local(count, USUAL.memory_bytes))
        yield Cluster(address, *held, together=1)


@contextmanager
def _bar(ranges: int) -> Iterator["Watch"]:
    """Show on a terminal how far the joining is; show nothing in a pipe."""
    from tqdm import tqdm

    with tqdm(total=ranges, unit="range", disable=not sys.stderr.isatty(), leave=False) as bar:

        def watch(step: str, done: int, total: int) -> None:
            bar.set_description(f"joining: {step}", refresh=False)
            bar.total, bar.n = total, done
            bar.refresh()

        yield watch


def summary(report: Mapping[str, Any]) -> str:
    """Return what a run tells at its end; `report` is that of `geo.outputs.report`."""
    names = report["names_not_in_gazetteer"][:_SHOWN]
    more = ", ".join(f"{name['name']} ({name['times']})" for name in names)
    told = _SUMMARY.format_map(report["counts"]) + (f": {more}" if more else "")
    copies = report["counts"]["copies"]
    return told + (f"\ncopies of other reports: {copies}" if copies else "")


def left_out(problems: Iterable[Problem]) -> bool:
    """Tell on standard error what was left out, and whether anything that should have been read was."""
    told, failed = 0, False
    for told, problem in enumerate(problems, 1):
        failed = failed or (problem.left_out and not problem.skipped)
        if told <= _TOLD:
            what = ("skipped" if problem.skipped else "left out") if problem.left_out else "note"
            print(f"geo: {what}: {problem.file}: {problem.reason}", file=sys.stderr)
    if told > _TOLD:
        print(f"geo: and {told - _TOLD} more", file=sys.stderr)
    return failed


def problems_of(report: Mapping[str, Any]) -> list[Problem]:
    """Return the problems that a run report lists."""
    return [Problem(**problem) for problem in report["problems"]]


def status(told: Mapping[str, int], where: Path) -> str:
    """Return what `geo status` prints."""
    return f"{_STATUS.format_map(told)}\nkept in {where}"
