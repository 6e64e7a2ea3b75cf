"""How fast reports are read: each room, the whole, two processes, and other tools on the same texts.

The reports are made up (``corpus.py``), and no round reads a text that another has read. Each part runs in a
process of its own, so that its peak of memory is its own; what is compared works by turns. Seconds are those
of a core, where it does not say "of the clock". A line with all figures is appended to ``history.jsonl``, and
the change to the last line of the same sizes is told. ``make bench`` runs it; ``--quick`` tells within a
minute that it works, and nothing about speed.
"""

import argparse
import json
import statistics
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
import measuring
from measuring import Figure

HISTORY = Path(__file__).parent / "history.jsonl"
ROUNDS = 5
WARM = 10  # as `rooms` has it, which is not loaded here: figures of another warming are not compared
_USUAL = {
    "rounds": ROUNDS,
    "warm": WARM,
    "articles": 16,
    "to_store": 200,
    "full_of_claims": 50,
    "joined": 5_000,
}
_QUICK = {"rounds": 1, "warm": WARM, "articles": 2, "to_store": 4, "full_of_claims": 2, "joined": 200}
TOOLS = ("spaCy", "flashgeotext")


@dataclass(frozen=True, slots=True)
class Part:
    """What is measured in a process of its own: a function of a module, and which size it gets.

    The module is loaded there alone, so that no part carries another's libraries in its memory.
    """

    module: str
    function: str
    size: str = "articles"
    words: tuple[int | str, ...] = ()

    def run(self, rounds: int, size: int) -> Iterator[dict[str, Any]]:
        """Measure it, in this process, round by round."""
        found: Iterator[dict[str, Any]] = getattr(import_module(self.module), self.function)(
            *self.words, rounds, size
        )
        return found


# Those of one row are measured by turns.
PARTS: Sequence[Mapping[str, Part]] = (
    {"ready": Part("rooms", "ready")},
    {"rooms": Part("rooms", "rooms")},
    {"shapes": Part("rooms", "whole")},
    {
        "one process": Part("rooms", "processes", "to_store", words=(1,)),
        "two processes": Part("rooms", "processes", "to_store", words=(2,)),
    },
    {"written": Part("after", "written", "full_of_claims")},
    {"joined": Part("after", "joined", "joined")},
    {
        "this program": Part("rooms", "french"),
        **{tool: Part("others", "measured", words=(tool,)) for tool in TOOLS},
    },
)


def measured(sizes: Mapping[str, int]) -> dict[str, Any]:
    """Run each part in a process of its own; return its raw rounds by name."""
    found: dict[str, Any] = {}
    for parts in PARTS:
        if sys.stderr.isatty():
            print(f"measuring: {', '.join(parts)}", file=sys.stderr)
        found |= measuring.by_turns({name: _apart(name, part, sizes) for name, part in parts.items()})
    return found


def _apart(name: str, part: Part, sizes: Mapping[str, int]) -> measuring.Apart:
    words = ["--part", name, "--rounds", str(sizes["rounds"]), "--size", str(sizes[part.size])]
    return measuring.Apart(Path(__file__), words)


def _run(name: str, rounds: int, size: int) -> None:
    """Do a part in this process: a round for each line of standard input."""
    (part,) = (parts[name] for parts in PARTS if name in parts)
    going = part.run(rounds, size)
    while sys.stdin.readline():
        if (found := next(going, None)) is None:
            return
        print(json.dumps(found), flush=True)


def figures(raw: Mapping[str, Any]) -> dict[str, Figure]:
    """Return median, least and most of all that was measured: ms and µs, and articles a second."""
    flat: dict[str, Sequence[float]] = {f"room, {k}, ms an article": v for k, v in raw["rooms"]["ms"].items()}
    claims = raw["written"]["claims"]
    flat |= {f"room, {k}, ms a claim": [ms / claims for ms in v] for k, v in raw["written"]["ms"].items()}
    flat["joining, µs a claim"] = raw["joined"]["us"]
    flat |= {f"text to claims, {k}, articles/s": v for k, v in raw["shapes"]["rates"].items()}
    flat["file to store, articles/s"] = raw["one process"]["of_core"]
    flat["file to store, one process, articles/s of the clock"] = raw["one process"]["rates"]
    flat["file to store, two processes, articles/s of the clock"] = raw["two processes"]["rates"]
    flat["French texts, this program, articles/s"] = raw["this program"]["rates"]
    flat |= {f"French texts, {t}, articles/s": raw[t]["rates"] for t in TOOLS if "rates" in raw[t]}
    return {name: Figure.of(values) for name, values in flat.items()}


def ratios(raw: Mapping[str, Any]) -> dict[str, float]:
    """Return what stands beside what: the median of the rounds, each beside the one that ran next to it."""
    ours, shapes = raw["this program"]["rates"], raw["shapes"]["rates"]
    found = {f"this program : {t}": _beside(ours, raw[t]["rates"]) for t in TOOLS if "rates" in raw[t]}
    found["two processes : one"] = _beside(raw["two processes"]["rates"], raw["one process"]["rates"])
    for shape, rates in shapes.items():
        if shape != "news":
            found[f"{shape} : news"] = _beside(rates, shapes["news"])
    rooms = raw["rooms"]["ms"]
    sums = [sum(taken) for taken in zip(*rooms.values(), strict=True)]
    found |= {f"{room} : all rooms": _beside(taken, sums) for room, taken in rooms.items()}
    return {name: float(f"{value:.3g}") for name, value in found.items()}


def _beside(ours: Sequence[float], theirs: Sequence[float]) -> float:
    return statistics.median(a / b for a, b in zip(ours, theirs, strict=True))


def row(sizes: dict[str, int], raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return a line of the history."""
    found, written = figures(raw), raw["written"]
    return measuring.line(
        sizes,
        {
            "figures": {name: [f.median, f.least, f.most] for name, f in found.items()},
            "ratios": ratios(raw),
            "peak_mb": {name: part["peak_mb"] for name, part in raw.items() if name != "ready"},
            "names_an_article": {
                n: round(raw[n]["found"], 1) for n in ("this program", *TOOLS) if "found" in raw[n]
            },
            "versions": {tool: raw[tool].get("versions") for tool in TOOLS},
            "claims_an_article": round(raw["rooms"]["claims"], 3),
            "bytes": {
                "store, an article": round(raw["one process"]["bytes"]["store"]),
                "page, a claim": round(written["bytes"]["page"]),
                "other outputs, a claim": round(written["bytes"]["others"]),
                "memory, an article read back": round(raw["one process"]["bytes"]["reading"]),
            },
        },
    )


def show(now: Mapping[str, Any], before: Mapping[str, Any] | None) -> None:
    """Print figures, ratios and what changed."""
    past = before["figures"] if before else {}
    print(f"{'':<54} {'median':>9} {'least':>9} {'most':>9} {'x last':>7}")
    for name, (median, least, most) in now["figures"].items():
        change = f"{median / past[name][0]:.2f}" if name in past else "-"
        print(f"{name:<54} {median:>9.4g} {least:>9.4g} {most:>9.4g} {change:>7}")
    print("\nratios")
    for name, value in now["ratios"].items():
        print(f"{name:<54} {value:>9.3g}")
    print("\npeak of memory, MB (process and children): ", end="")
    print(", ".join(f"{name} {peak or 'unknown'}" for name, peak in now["peak_mb"].items()))
    for name in ("names_an_article", "claims_an_article", "bytes"):
        print(f"{name.replace('_', ' ')}: {now[name]}")
    for tool in TOOLS:
        told = now["versions"][tool]
        print(told or f"{tool}: not measured, since it is not installed (uv pip install --group bench)")
    last = f"the run of {before['date']} ({before['commit']})" if before else "none of these sizes"
    print(f"last: {last}")


def main() -> int:
    """Measure, print, remember."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a few reports: does it work?")
    told = "the file that gets a line; history.jsonl if none is named, but none for --quick"
    parser.add_argument("--history", type=Path, help=told)
    parser.add_argument("--articles", type=int, default=_USUAL["articles"], help="reports in a round")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--part", help=argparse.SUPPRESS)
    parser.add_argument("--size", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.part:
        _run(options.part, options.rounds, options.size)
        return 0
    sizes = _QUICK if options.quick else {**_USUAL, "articles": options.articles, "rounds": options.rounds}
    now = row(sizes, measured(sizes))
    history = options.history or (None if options.quick else HISTORY)
    show(now, measuring.last(history, sizes) if history else None)
    if history:
        measuring.append(history, now)
    return 0


if __name__ == "__main__":
    sys.exit(main())
