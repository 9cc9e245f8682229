"""Tables of plain text: columns that line up where letters are one, two or no cells wide.

>>> print(write_table([[("Namn", "Summa")], [("Ånge kommun", "5 kr"), ("Region Dalarna", "120 kr")]], right={1}))
Namn             Summa
----------------------
Ånge kommun       5 kr
Region Dalarna  120 kr
"""

from __future__ import annotations

import re
import unicodedata
from itertools import zip_longest
from typing import TYPE_CHECKING

from esfmodel.rules.report import CODE_WIDTH, Paragraph, Report, paragraphs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

_GAP = "  "
_WIDEST = 46


def width_of(text: str) -> int:
    """Count the cells of a terminal that a text takes."""
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines of at most so many cells, at ordinary spaces; a longer word is cut.

    >>> wrapped("Region Jämtland Härjedalen", 15)
    ['Region Jämtland', 'Härjedalen']
    """
    lines: list[str] = []
    line = ""
    for piece in (piece for word in text.split(" ") for piece in _cut(word, width)):
        longer = f"{line} {piece}" if line else piece
        if line and width_of(longer) > width:
            lines.append(line)
            line = piece
        else:
            line = longer
    return [*lines, line]


def _cut(word: str, width: int) -> Iterator[str]:
    piece, used = "", 0
    for character in word:
        cells = _cells(character)
        if piece and used + cells > width:
            yield piece
            piece, used = "", 0
        piece, used = piece + character, used + cells
    yield piece


def write_table(
    sections: Sequence[Sequence[Sequence[str]]], *, right: Collection[int] = (), widest: int = _WIDEST
) -> str:
    """Write rows in columns, with a line between sections; the columns in `right` are set to the right.

    A cell of the first column that is wider than `widest` goes on below; spaces at its beginning stay, on every line.
    """
    broken = [[[_broken(row[0], widest), *([cell] for cell in row[1:])] for row in section] for section in sections]
    columns = max(len(row) for section in broken for row in section)
    widths = [
        max(width_of(line) for section in broken for row in section for line in row[column])
        for column in range(columns)
    ]
    rule = "-" * (sum(widths) + len(_GAP) * (columns - 1))
    return f"\n{rule}\n".join(
        "\n".join(line for row in section for line in _lines(row, widths, right)) for section in broken if section
    )


def _broken(cell: str, widest: int) -> list[str]:
    indent = cell[: len(cell) - len(cell.lstrip(" "))]
    return [indent + line for line in wrapped(cell.lstrip(" "), widest - len(indent))]


def _lines(row: Sequence[Sequence[str]], widths: Sequence[int], right: Collection[int]) -> Iterator[str]:
    for line in zip_longest(*row, fillvalue=""):
        cells = [
            f"{' ' * (width - width_of(cell))}{cell}" if column in right else f"{cell}{' ' * (width - width_of(cell))}"
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        yield _GAP.join(cells).rstrip(" ")


# Text that somebody else wrote, made safe to print: nothing in it moves the cursor, hides or turns what stands there.

_SPACES = re.compile(r"[^\S\N{NO-BREAK SPACE}]+")


def visible(text: str) -> str:
    r"""Write as an escape what would not be seen: control characters, marks of direction, half characters.

    Line ends stay, because they are how a text is laid out.

    >>> print(visible("Framtidskraft\x07 \N{RIGHT-TO-LEFT OVERRIDE}"))
    Framtidskraft\x07 \u202e
    """
    return "".join(character if _is_seen(character) else _escaped(character) for character in text)


def one_line(text: str) -> str:
    """Give a name as it stands in a cell or a heading: on one line, nothing hidden in it; no-break spaces stay."""
    return visible(" ".join(part for part in _SPACES.split(text) if part))


def _is_seen(character: str) -> bool:
    return character == "\n" or character.isprintable() or unicodedata.category(character) == "Zs"


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


# A report as plain text for people: how much was judged, what was found and where, and what could not be judged.

_WIDTH = 100


def report_text(report: Report, language: str = "sv", *, verbose: bool = False) -> str:
    """Show a report to people: the words of `Report.text`, set in at most 100 columns and safe to print.

    First how many rules were judged and with what outcome; then what was found, the gravest first, each with its place
    in the project and its legal basis; then the rules that could not be judged, those that lack the same thing
    together. It never says that a project is in order: a rule that was not judged has approved nothing. `verbose` says
    of each rule that could not be judged what it demands, as in `Report.text`.

    >>> from esfmodel import Project, validate
    >>> print(report_text(validate(Project("Framtidskraft"), rules=())))
    Granskning av Framtidskraft
    Inga regler har prövats.
    """
    if not isinstance(report, Report):
        raise TypeError(f"report must be Report, not {type(report).__name__}")
    return "\n".join(line for paragraph in paragraphs(report, language, verbose=verbose) for line in _set(paragraph))


def _set(paragraph: Paragraph) -> Iterator[str]:
    """Set a paragraph in lines, beside its code or under its margin."""
    code = paragraph.code
    width = _WIDTH - paragraph.indent - (0 if code is None else max(CODE_WIDTH, len(code) + 1))
    for line in wrapped(one_line(paragraph.text), width):
        yield str(Paragraph(line, code, paragraph.indent))
        code = code and ""
