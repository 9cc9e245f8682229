# /// script
# requires-python = ">=3.11"
# dependencies = [
#     "esfmodel",
#     "hypothesis>=6.140",
#     "matplotlib>=3.10",
#     "msgspec>=0.19",
#     "py-moneyed>=3",
#     "pydantic>=2.10",
# ]
#
# [tool.uv.sources]
# esfmodel = { path = "..", editable = true }
# ///
"""How fast esfmodel is beside its peers, in one run: a table of ratios, and how time grows with size.

    uv run benchmarks/run.py [--quick] [--only NAME] [--plot FILE] [--docs]

A ratio is the median of rounds in which ours and the peer's are timed in turn: below 1 esfmodel is faster, above 1
slower. Before anything is timed, both sides run once and must give the same.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import growth
from machine import head
from measuring import FULL, QUICK, measured
from table import Results, markdown, renewed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from measuring import Case, Effort, Row

TOPICS = ("imports", "models", "text", "money", "periods", "ledgers", "lists", "strategies")
DOCS = Path(__file__).parents[1] / "docs" / "explanation"


def main(argv: Sequence[str] | None = None) -> None:
    """Measure what is asked for, and write it where it is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="few and short rounds: a first look")
    parser.add_argument("--only", default="", metavar="NAME", help="what has this in its topic or name, such as JSON")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="draw the ratios and curves, as .svg or .png")
    parser.add_argument("--docs", action="store_true", help="renew docs/explanation/speed.md and its plot")
    asked = parser.parse_args(argv)
    results = run(asked.only.casefold(), QUICK if asked.quick else FULL)
    sys.stdout.write(markdown(results))
    if asked.plot:
        import_module("plot").draw(results, asked.plot)
    if asked.docs:
        page = DOCS / "speed.md"
        page.write_text(renewed(page.read_text("utf-8"), results), "utf-8")
        import_module("plot").draw(results, DOCS / "speed.svg")


def run(only: str, effort: Effort) -> Results:
    """Measure every case and curve that has the word in its topic or name."""
    rows: list[Row] = []
    for case in cases(effort):
        if only in f"{case.topic} {case.name}".casefold():
            _tell(f"{case.topic}: {case.name} beside {case.peer}")
            rows.append(measured(case, effort))
    curves: list[growth.Grown] = []
    for curve in growth.curves():
        if only in f"growth {curve.axis} {curve.name}".casefold():
            _tell(f"growth: {curve.name} over {curve.axis}")
            curves.append(growth.grown(curve, effort))
    _tell("")
    return Results(head(), tuple(rows), tuple(curves))


def cases(effort: Effort) -> Iterator[Case]:
    """Make the cases of every topic, in the order of the table."""
    for topic in TOPICS:
        yield from import_module(f"cases.{topic}").cases(effort.large)


def _tell(what: str) -> None:
    """Say what is measured now, where somebody is looking."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\N{ESCAPE}[K{what}")
        sys.stderr.flush()


if __name__ == "__main__":
    main()
