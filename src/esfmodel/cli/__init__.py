"""The command line `esfmodel`: judge, show, plan, explain and convert projects, sum tables, list rules, law and errors.

    esfmodel check project.json record.txt

Exit status: 0 when no rule found an error, 1 when one did, 2 when something could not be read or the command line is
wrong. Status 0 is not an approval: the report says what could not be judged.
"""

from __future__ import annotations

import argparse
import os
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING

from esfmodel.cli._statuses import INTERRUPTED, REFUSED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from _typeshed import SupportsWrite

__all__ = ["main"]


# Repeated here so that --help does not import the readers; tests compare them with the originals.
_FORMATS = ("project_json", "project_toml", "finance_table", "projektbanken_record")
_LANGUAGES = ("sv", "en")
_KEYS = "category, partner, phase, year, funder, source, form"


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status; `argv` is what follows the program's name.

    >>> main(["example"])
    kompetenskompassen     Kompetenskompassen
    kompetens-i-kronoberg  Kompetens i Kronoberg
    23-067-S04             Kompetensfocus Jämtland Härjedalen
    vagled-kompetens       #Vägled – Kompetens
    24-030-S04             Kompetensutveckling AMF
    24-056-S07             Yrkesvägledning för framtiden
    24-063-S05             Framtidskraft
    25-031-S02             Uppsalamodell av Allaktivitetshus
    0
    """
    try:
        arguments = _parser().parse_args(argv)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else REFUSED
    from esfmodel.cli import _commands

    try:
        status = _commands.run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader, such as `head`, has closed the pipe. Send the rest to nowhere, or Python fails to flush at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


class _Parser(argparse.ArgumentParser):
    """A parser whose messages quote what was typed without passing control characters to the terminal."""

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        if message.isascii() and message.replace("\n", "").isprintable():
            super()._print_message(message, file)
            return
        from esfmodel.cli import _terminal

        _terminal.say(message.removesuffix("\n"), file or sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="esfmodel", description="Judge, show and convert EU-cofinanced projects.")
    parser.add_argument("--version", action="version", version=f"esfmodel {version('esfmodel')}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    check = commands.add_parser("check", help="summary, financing and what the rules say")
    _add_sources(check)
    check.add_argument("--on", metavar="YYYY-MM-DD", help="judge by the law of this day")
    check.add_argument(
        "--rate",
        action="append",
        default=[],
        metavar="EUR=11,20[@YYYY-MM-DD]",
        help="compare kronor with thresholds in euro at this rate, of this day, instead of the bounds of the years",
    )
    check.add_argument(
        "--together", action="store_true", help="a file holds every project of its priorities: judge their sums as well"
    )
    check.add_argument(
        "--ignore", action="append", default=[], metavar="CODE", help="leave out a rule or a family of rules, as PUB"
    )
    check.add_argument("--verbose", action="store_true", help="say what became of each rule, and what it demands")
    check.add_argument("--json", action="store_true", help="write the reports as JSON, for programs")
    _add_packs(check)

    show = commands.add_parser("show", help="summary, financing and what was claimed")
    _add_sources(show)
    show.add_argument(
        "--by", metavar="ROWS[,COLUMNS]", help=f"with a table that sums in both directions, by one or two of {_KEYS}"
    )
    show.add_argument("--of", choices=("costs", "financing"), help="what the table is of (default: found out)")

    _add_plan(commands.add_parser("plan", help="who pays what, from one amount and one share"))

    explain = commands.add_parser("explain", help="how a figure of the budget was computed")
    _add_sources(explain)
    explain.add_argument("figure", metavar="FIGURE", help="such as support_rate, total_cost or costs[0]")

    _add_table(commands.add_parser("table", help="the sums of a finance table, and its budget as a project file"))

    convert = commands.add_parser("convert", help="write projects in another format, without loss")
    _add_sources(convert, examples=False)
    convert.add_argument("--to", choices=("json", "toml"), required=True, help="the format to write")
    convert.add_argument("-o", "--output", metavar="FILE", help="the file to write (default: standard output)")

    example = commands.add_parser("example", help="list the examples, or write one as a file to start from")
    example.add_argument("name", nargs="?", metavar="NAME", help="the example's name in the list")
    example.add_argument("--to", choices=("json", "toml"), default="toml", help="the format to write (default: toml)")
    _add_language(example)

    rules = commands.add_parser("rules", help="list the rules, or show one with its legal basis")
    rules.add_argument("code", nargs="?", metavar="CODE", help="show all there is to know of this rule")
    _add_language(rules)
    _add_law(commands.add_parser("law", help="list what the law says, or show one value with its source"))

    errors = commands.add_parser("errors", help="list what errors say, in each language")
    errors.add_argument("code", nargs="?", metavar="CODE", help="only this error, or those of a topic such as money")
    _add_language(errors)
    return parser


def _add_plan(parser: argparse.ArgumentParser) -> None:
    amount = parser.add_mutually_exclusive_group(required=True)
    amount.add_argument("--support", metavar="AMOUNT", help='the support, such as "8 000 000 kr"')
    amount.add_argument("--total", metavar="AMOUNT", help="the total cost")
    amount.add_argument("--own", metavar="AMOUNT", help="what the project raises itself")
    rate = parser.add_mutually_exclusive_group(required=True)
    rate.add_argument(
        "--own-rate", metavar="SHARE", help='what the project raises itself of the total, such as "55 %%"'
    )
    rate.add_argument("--support-rate", metavar="SHARE", help="the support's share of the total")
    parser.add_argument(
        "--eu-share", dest="eu_share_of_support", metavar="SHARE", help='the Union\'s share of the support: "40/54"'
    )
    parser.add_argument(
        "--co-funder", action="append", default=[], metavar="NAME[=WEIGHT]", help="who raises it, by weight; repeatable"
    )
    parser.add_argument("--ore", action="store_true", help="plan in öre or cents, not in whole kronor or euro")
    parser.add_argument("--json", action="store_true", help="write the plan as JSON, for programs")
    _add_language(parser)


def _add_table(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a text, Markdown or HTML file, or - for standard input")
    parser.add_argument("--currency", metavar="CODE", help="the currency of amounts that state none, such as EUR")
    parser.add_argument("--unit", metavar="NUMBER", type=int, help="what one of them is worth, such as 1000")
    parser.add_argument("--column", metavar="HEADING", help="the column of the budget, where there are several")
    parser.add_argument(
        "--width", metavar="NUMBER", type=int, help="the number of columns, of a file with one cell a line"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write the projects to this file (.toml or .json)")
    _add_language(parser)


def _add_law(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "words",
        nargs="*",
        metavar="KEY",
        help="show all there is to know of this value; `check PACK` tells what is wrong with a pack, "
        "`diff --since DAY` what has changed",
    )
    view = parser.add_mutually_exclusive_group()
    view.add_argument("--toml", action="store_true", help="write the rows as a law file has them")
    view.add_argument("--unused", action="store_true", help="list the values that no rule reads, and why")
    view.add_argument("--since", metavar="YYYY-MM-DD", help="with diff: from this day on")
    parser.add_argument("--checked", action="store_true", help="with diff: what was checked too")
    parser.add_argument("--on", metavar="YYYY-MM-DD", help="only what counts on this day")
    parser.add_argument(
        "--programming-period", metavar="YYYY-YYYY", help="only what counts for this programming period"
    )
    _add_packs(parser)
    _add_language(parser)


def _add_packs(parser: argparse.ArgumentParser) -> None:
    pack = "with more values: a file, or the name of a pack that is installed, such as a programme's CCI"
    parser.add_argument("--pack", action="append", default=[], metavar="PACK", help=pack)


def _add_sources(parser: argparse.ArgumentParser, *, examples: bool = True) -> None:
    parser.add_argument("files", nargs="*" if examples else "+", metavar="FILE", help="a file, or - for standard input")
    if examples:
        parser.add_argument("--examples", action="store_true", help="the example projects, instead of files")
    parser.add_argument("--format", choices=_FORMATS, help="what the files are (default: found out)")
    _add_language(parser)


def _add_language(parser: argparse.ArgumentParser) -> None:
    # Another language is refused by the command, in every language there is.
    parser.add_argument(
        "--lang", metavar="{" + ",".join(_LANGUAGES) + "}", default="sv", help="the language (default: sv)"
    )
