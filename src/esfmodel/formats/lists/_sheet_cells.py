"""The cells of a sheet by their addresses, which of them have been read, and what a single one states."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from esfmodel.errors import ReadError
from esfmodel.formats.cells.grid import TypedCell, letters_of_column, text_of
from esfmodel.formats.cells.number_formats import unit_of_format
from esfmodel.formats.evidence import Evidence
from esfmodel.formats.figures import looks_like_a_figure, parts_of
from esfmodel.formats.lists._headings import plain_heading
from esfmodel.formats.lists.budget_mapping import CellAddress

if TYPE_CHECKING:
    from collections.abc import Iterable

    from esfmodel.formats.cells.grid import Cell, Row
    from esfmodel.formats.reading import Problem

# They are kept in memory.
_MOST_OF_SHEET = 20_000


class SheetCells:
    """The cells of a sheet by row and column, from 1, and which of them have been read."""

    def __init__(self, file: str, name: str | None, rows: Iterable[Row]) -> None:
        self.file = file
        self.name = name
        self.rows: dict[int, tuple[Cell, ...]] = {}
        self.lines: dict[int, int | None] = {}
        self.problems: list[Problem] = []
        self.labels: dict[int, str] = {}
        """The label of each row of a table."""
        self.headings: dict[int, int] = {}
        """The row of the headings of each row of a table."""
        self._used: set[tuple[int, int]] = set()
        for row in rows:
            if len(self.rows) >= _MOST_OF_SHEET:
                raise ReadError("workbook.too_many_lines", "", name, source=file, most=_MOST_OF_SHEET)
            self.rows[row.number], self.lines[row.number] = tuple(map(_as_text, row.cells)), row.line
            if row.problem is not None:
                self.problems.append(row.problem.in_cell(self.where(row.number)))

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell; "" where there is none."""
        cells = self.rows.get(row, ())
        return cells[column - 1] if column <= len(cells) else ""

    def text(self, row: int, column: int) -> str:
        """Return the text of a cell on one line."""
        return plain_heading(text_of(self.cell(row, column)))

    def use(self, row: int, column: int) -> None:
        """Note that a cell has been read."""
        self._used.add((row, column))

    def is_used(self, row: int, column: int) -> bool:
        """Whether a cell has been read."""
        return (row, column) in self._used

    def label_of(self, row: int) -> str:
        """Return the label of a row: in a table as the mapping says, else its first text."""
        texts = (text for each in range(1, len(self.rows[row]) + 1) if is_label(text := self.text(row, each)))
        return self.labels.get(row) or next(texts, "")

    def called(self, row: int, column: int) -> str:
        """Return what a cell is called: the label of its row, and the heading of its column in a table."""
        heading = self.text(self.headings[row], column) if row in self.headings else ""
        return ", ".join(filter(None, (self.label_of(row), heading)))

    def address(self, row: int, column: int) -> str:
        """Return the address of a cell, as errors have it: "Kostnader!D7"."""
        return str(CellAddress(self.name, column, row))

    def where(self, row: int | None, column: int | None = None) -> Evidence:
        """Return the place of a cell, or of a row."""
        return Evidence(
            file=self.file,
            sheet=self.name,
            row=row,
            line=None if row is None else self.lines.get(row),
            column=None if column is None else letters_of_column(column),
            text="" if row is None or column is None else text_of(self.cell(row, column)),
        )


def _as_text(cell: Cell) -> Cell:
    """Return the text that a formula has computed as any other text."""
    return cell.text if isinstance(cell, TypedCell) and cell.value is None and cell.text else cell


YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
"""A year in a text."""


def year_in(cell: Cell) -> int | None:
    """Return the year that a cell states; None where it states none, or several.

    >>> year_in("År 2026"), year_in("2025–2026")
    (2026, None)
    """
    if isinstance(cell, TypedCell) and isinstance(cell.value, datetime.date):
        return cell.value.year
    years = YEAR.findall(text_of(cell))
    return int(years[0]) if len(years) == 1 else None


_OF_NEGATIVES = str.maketrans(dict.fromkeys("-\N{MINUS SIGN}\N{EN DASH}()"))


def unsigned(cell: Cell) -> tuple[Cell, bool]:
    """Return an amount without its sign, and whether it is negative: revenue and corrections may be.

    >>> unsigned("(5 000)"), unsigned("5 000 kr")
    (('5 000', True), ('5 000 kr', False))
    """
    if isinstance(cell, TypedCell):
        value = cell.value
        if isinstance(value, Decimal) and value < 0:
            return cell._replace(value=-value, text=cell.text.lstrip("-")), True
        return cell, False
    parts = parts_of(cell)
    return (cell.translate(_OF_NEGATIVES), True) if parts is not None and parts.is_negative else (cell, False)


def names_other_unit(cell: Cell, scale: int) -> bool:
    """Whether a cell is in whole units of a currency among figures in thousands: "500 000 kr"."""
    if scale == 1:
        return False
    if isinstance(cell, TypedCell):
        unit = unit_of_format(cell.format)
        return unit.currency is not None and unit.scale is None
    parts = parts_of(cell)
    return parts is not None and parts.unit.currency is not None and parts.unit.scale in {None, 1}


def is_label(text: str) -> bool:
    """Whether a text may be a label, and is no figure."""
    return any(map(str.isalpha, text)) and not looks_like_a_figure(text)
