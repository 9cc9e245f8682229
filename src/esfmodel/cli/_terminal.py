"""Print text without control characters, and with substitutes for what the terminal's encoding cannot show."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from esfmodel.cli._statuses import REFUSED
from esfmodel.display import visible
from esfmodel.display.columns import one_line, wrapped
from esfmodel.rules.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from _typeshed import SupportsWrite

    from esfmodel.errors import Told
    from esfmodel.formats import Problem

WIDTH: Final = 100
"""The widest line of text, in terminal cells."""

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


def say(text: str, stream: SupportsWrite[str] | None = None) -> None:
    """Print a text for people; what the encoding lacks becomes a plain ASCII sign, or else an escape."""
    target = sys.stdout if stream is None else stream
    encoding = _encoding(target)
    safe = visible(text)
    if not _can_write(safe, encoding):
        safe = safe.translate(_PLAIN)
    print(safe.encode(encoding, "backslashreplace").decode(encoding), file=target)


def say_heading(text: str) -> None:
    """Print a heading, underlined."""
    say(text)
    say("=" * min(len(text), WIDTH))


def say_problems(name: str | None, problems: Sequence[Problem], language: str) -> None:
    """Print the problems met in reading a source, if there are any."""
    if problems:
        say(_PROBLEMS.text(language).format(name=one_line(name or "")))
        for problem in problems:
            say("\n".join(f"  {line}" for line in wrapped(one_line(problem.text(language)), WIDTH - 2)))
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
