"""Tables of plain text: columns that line up where letters are one, two or no cells wide.

>>> print(write_table([[("Namn", "Summa")], [("Ånge kommun", "5 kr"), ("Region Dalarna", "120 kr")]], right={1}))
Namn             Summa
----------------------
Ånge kommun       5 kr
Region Dalarna  120 kr
"""

from __future__ import annotations

import unicodedata
from itertools import zip_longest
from typing import TYPE_CHECKING

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
