"""Print text as wide as the terminal, in colours it can show, without control characters."""

from __future__ import annotations

import os
import shutil
import sys
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from esfmodel.cli._statuses import REFUSED
from esfmodel.display import visible
from esfmodel.display.columns import laid_out, one_line, width_of, wrapped
from esfmodel.rules.finding import Severity
from esfmodel.rules.report import paragraphs
from esfmodel.rules.words import Words
from esfmodel.text.telling.problems import write_source

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping, Sequence

    from _typeshed import SupportsWrite

    from esfmodel.errors import Told
    from esfmodel.rules import Report

_NO_TERMINAL = 80
_NARROWEST = 40
_WIDEST_TEXT = 100
_COLOURS: Final[Mapping[Severity, str]] = MappingProxyType({Severity.ERROR: "31", Severity.WARNING: "33"})
"""The colour of a line (ECMA-48, SGR). The words say the severity too, so that nothing rests on colour."""

_PROBLEMS = Words("Problem vid läsningen av {name}", "Problems in reading {name}")
_PLAIN = str.maketrans(
    {
        "\N{NO-BREAK SPACE}": " ",
        "\N{MINUS SIGN}": "-",
        "\N{EN DASH}": "-",
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    }
)


def page_width() -> int:
    """Return the width of a table, in terminal cells: that of the terminal, and 80 where the output is none.

    The variable COLUMNS goes before both.
    """
    return max(shutil.get_terminal_size((_NO_TERMINAL, 0)).columns, _NARROWEST)


def text_width() -> int:
    """Return the width of running text: that of a table, but no wider than can be read."""
    return min(page_width(), _WIDEST_TEXT)


def say_wrapped(text: str, indent: int = 0, stream: SupportsWrite[str] | None = None) -> None:
    """Print a paragraph, wrapped at the width of the terminal."""
    say(paragraph(text, indent), stream)


def paragraph(text: str, indent: int = 0) -> str:
    """Return a text as a paragraph of the width of the terminal."""
    return "\n".join(f"{' ' * indent}{line}" for line in wrapped(one_line(text), text_width() - indent))


def say(
    text: str, stream: SupportsWrite[str] | None = None, *, severity: Severity | None = None, end: str = "\n"
) -> None:
    """Print a text for people, on a terminal in the colour of its severity.

    What the encoding lacks becomes a plain ASCII sign, or else an escape.
    """
    target = sys.stdout if stream is None else stream
    encoding = _encoding(target)
    safe = visible(text)
    if not _can_write(safe, encoding):
        safe = safe.translate(_PLAIN)
    colour = None if severity is None or not _shows_colour(target) else _COLOURS.get(severity)
    shown = safe.encode(encoding, "backslashreplace").decode(encoding)
    print(shown if colour is None else f"\x1b[{colour}m{shown}\x1b[0m", file=target, end=end)


def _shows_colour(stream: SupportsWrite[str]) -> bool:
    """Whether a stream is a terminal with colours, and nobody has asked for none (no-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    is_terminal = getattr(stream, "isatty", None)
    return is_terminal is not None and is_terminal() and os.environ.get("TERM", "dumb") != "dumb"


def say_heading(text: str) -> None:
    """Print a heading, underlined."""
    lines = wrapped(one_line(text), text_width())
    say("\n".join([*lines, "=" * max(map(width_of, lines))]))


def say_problems(
    name: str | None, problems: Sequence[Told], language: str, stream: SupportsWrite[str] | None = None
) -> None:
    """Print the problems met in reading a source, if there are any."""
    if problems:
        say(_PROBLEMS.text(language).format(name=one_line(write_source(name or "", language))), stream)
        for problem in problems:
            first, *more = wrapped(one_line(problem.text(language)), text_width() - 4)
            say("\n".join([f"  {first}", *(f"    {line}" for line in more)]), stream)
        say("", stream)


def say_report(report: Report, arguments: Namespace) -> None:
    """Print a report below the heading that has said what it is about."""
    _, *told = paragraphs(report, arguments.lang, verbose=arguments.verbose)
    for each in told:
        for line in laid_out(each, text_width()):
            say(line, severity=each.severity)
    say("")


def refuse(error: Told, language: str) -> int:
    """Print to standard error what is wrong, and return the exit status."""
    say(f"esfmodel: {one_line(error.text(language))}", sys.stderr)
    return REFUSED


def say_source(text: str, *, pairs: bool) -> None:
    r"""Print a JSON or TOML text, with invisible characters as escapes (`\u202e`): it reads back as the same document.

    `pairs` is whether characters beyond U+FFFF are escaped as surrogate pairs, as in JSON.
    """
    encoding = _encoding(sys.stdout)
    for line in text.removesuffix("\n").split("\n"):
        if not _is_fit(line, encoding):
            line = "".join(each if _is_fit(each, encoding) else _escaped(each, pairs) for each in line)
        print(line)


def say_exactly(text: str) -> None:
    """Print a text that has no escapes, such as CSV, in UTF-8 as it would stand in a file.

    On a terminal, invisible characters are shown instead: they could move the cursor.
    """
    binary = getattr(sys.stdout, "buffer", None)
    if sys.stdout.isatty() or binary is None:
        say(text.replace("\r\n", "\n"), end="")
        return
    sys.stdout.flush()
    binary.write(text.encode())
    binary.flush()


def _encoding(stream: SupportsWrite[str]) -> str:
    return getattr(stream, "encoding", None) or "utf-8"


def _is_fit(text: str, encoding: str) -> bool:
    return visible(text) == text and _can_write(text, encoding)


def _can_write(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _escaped(character: str, pairs: bool) -> str:
    if not pairs and ord(character) > 0xFFFF:
        return f"\\U{ord(character):08x}"
    halves = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{halves[index : index + 2].hex()}" for index in range(0, len(halves), 2))
