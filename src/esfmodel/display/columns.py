"""Lay out plain text: aligned columns, wrapped lines and reports, with control characters made visible.

Widths are in terminal cells: a letter takes one, a Chinese character two, a combining mark none.

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

from esfmodel.errors import escaped
from esfmodel.rules.report import CODE_WIDTH, Paragraph, Report, paragraphs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

_GAP = "  "
# Letters below U+0300 take one cell each, but for the soft hyphen: so nearly all text needs no look at each.
_ONE_CELL_EACH = re.compile(r"[\x00-\xac\xae-\u02ff]*")
_WIDEST = 46


def width_of(text: str) -> int:
    """Return the number of terminal cells that a text takes."""
    return len(text) if _ONE_CELL_EACH.fullmatch(text) else sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines of at most `width` cells, at ordinary spaces only; cut a word that is longer.

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
    """Return rows in aligned columns, with a rule between sections; the columns in `right` are right-aligned.

    A cell of the first column that is wider than `widest` is wrapped, with its leading spaces on every line.
    """
    broken = [[[_wrap_cell(row[0], widest), *([cell] for cell in row[1:])] for row in section] for section in sections]
    columns = max(len(row) for section in broken for row in section)
    widths = [
        max(width_of(line) for section in broken for row in section for line in row[column])
        for column in range(columns)
    ]
    rule = "-" * (sum(widths) + len(_GAP) * (columns - 1))
    return f"\n{rule}\n".join(
        "\n".join(line for row in section for line in _lines(row, widths, right)) for section in broken if section
    )


def _wrap_cell(cell: str, widest: int) -> list[str]:
    indent = cell[: len(cell) - len(cell.lstrip(" "))]
    return [indent + line for line in wrapped(cell.lstrip(" "), widest - len(indent))]


def _lines(row: Sequence[Sequence[str]], widths: Sequence[int], right: Collection[int]) -> Iterator[str]:
    for line in zip_longest(*row, fillvalue=""):
        cells = [
            f"{' ' * (width - width_of(cell))}{cell}" if column in right else f"{cell}{' ' * (width - width_of(cell))}"
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        yield _GAP.join(cells).rstrip(" ")


# --- Text from a source, made safe to print

_SPACES = re.compile(r"[^\S\N{NO-BREAK SPACE}]+")


def visible(text: str) -> str:
    r"""Return text with invisible characters as escapes: control characters, marks of direction, lone surrogates.

    They could move the cursor, or hide or reorder what is shown. Line ends stay.

    >>> print(visible("Framtidskraft\x07 \N{RIGHT-TO-LEFT OVERRIDE}"))
    Framtidskraft\x07 \u202e
    """
    if text.isprintable():
        return text
    return "".join(character if character == "\n" else escaped(character) for character in text)


def one_line(text: str) -> str:
    """Return a text on one line with single spaces, as `visible` shows it; no-break spaces stay."""
    return visible(" ".join(part for part in _SPACES.split(text) if part))


# --- Reports

_WIDTH = 100


def report_text(report: Report, language: str = "sv", *, verbose: bool = False) -> str:
    """Return a report for people: `Report.text`, wrapped at 100 columns and safe to print.

    First come what was found and the numbers of rules by outcome; then the findings, the most severe first, each with
    its place in the project and its legal basis; then in a line what could not be judged. It never says that a project
    is in order, because a rule that was not judged has approved nothing. `verbose` adds what became of each rule.

    >>> from esfmodel import Project, validate
    >>> print(report_text(validate(Project("Framtidskraft"), rules=())))
    Granskning av Framtidskraft
    Inga regler har prövats.
    """
    if not isinstance(report, Report):
        raise TypeError(f"report must be Report, not {type(report).__name__}")
    return "\n".join(line for paragraph in paragraphs(report, language, verbose=verbose) for line in _layout(paragraph))


def _layout(paragraph: Paragraph) -> Iterator[str]:
    """Yield the wrapped lines of a paragraph: the first with its code, the others indented below it."""
    code = paragraph.code
    width = _WIDTH - paragraph.indent - (0 if code is None else max(CODE_WIDTH, len(code) + 1))
    for line in wrapped(one_line(paragraph.text), width):
        yield str(Paragraph(line, code, paragraph.indent))
        code = code and ""
