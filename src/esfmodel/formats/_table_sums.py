"""The sums of a finance table against the sums that it states, computed on the fractions of its printed figures."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.formats._table_figures import Nearness, nearness_of, to_decimal
from esfmodel.formats._table_parts import (
    Agreement,
    TableColumn,
    TableColumnKind,
    TableDifference,
    TableRow,
    TableRowKind,
)
from esfmodel.formats._table_words import is_part_of_a_part, is_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from esfmodel.formats._table_parts import TableCell

_AS_PRINTED = Nearness(0, 0)


class _Sum(NamedTuple):
    """The sum of the cells that state a figure, their last digits together, and how many state no exact one."""

    value: Fraction = Fraction(0)
    steps: Fraction = Fraction(0)
    missing: int = 0

    def plus(self, cell: TableCell) -> _Sum:
        if cell.value is None or cell.step is None:
            return self._replace(missing=self.missing + 1)
        inexact = self.missing + (cell.qualifier is not None)
        return _Sum(self.value + Fraction(cell.value), self.steps + Fraction(cell.step), inexact)


def whole_column(columns: Sequence[TableColumn]) -> int | None:
    """Find the column that holds the totals of the rows; None when there is none."""
    wholes = (
        index for index, each in enumerate(columns) if each.kind is TableColumnKind.AMOUNT and is_whole(each.heading)
    )
    return next(wholes, None)


def parts_of_whole(columns: Sequence[TableColumn], whole: int) -> list[int]:
    """Find the columns that the column of totals is the sum of: those in its currency and unit, if there are two."""
    unit = (columns[whole].currency, columns[whole].unit)
    parts = [
        index
        for index, each in enumerate(columns)
        if each.kind is TableColumnKind.AMOUNT
        and (each.currency, each.unit) == unit
        and not (is_whole(each.heading) or is_part_of_a_part(each.heading))
    ]
    return parts if len(parts) > 1 else []


def differences_down(
    columns: Sequence[TableColumn], rows: Sequence[TableRow], *, may_leave: bool
) -> Iterator[TableDifference]:
    """Sum each column, and hold the sum against each row that states one; `may_leave` as in `_agreement`."""
    for index, column in enumerate(columns):
        if column.kind is not TableColumnKind.LABEL:
            yield from _down(index, column, rows, may_leave=may_leave)


def _down(index: int, column: TableColumn, rows: Sequence[TableRow], *, may_leave: bool) -> Iterator[TableDifference]:
    whole = _sum(row.cells[index] for row in rows if row.kind is TableRowKind.ITEM)
    above = _Sum()
    is_stated = False
    for row in rows:
        cell = row.cells[index]
        if row.kind is TableRowKind.ITEM:
            above = above.plus(cell)
            continue
        found = whole if row.kind is TableRowKind.TOTAL else above
        above = _Sum()
        if cell.value is not None and _is_a_sum(column, cell):
            is_stated = is_stated or row.kind is TableRowKind.TOTAL
            yield _difference(row, column, found, cell, may_leave=may_leave)
    # Shares are a sum only where somebody says that they make the whole.
    if not is_stated and whole.steps and column.kind is not TableColumnKind.RATE:
        yield TableDifference(
            column=column.heading,
            computed=to_decimal(whole.value),
            missing=whole.missing,
            agreement=Agreement.NOT_STATED,
        )


def differences_across(columns: Sequence[TableColumn], rows: Iterable[TableRow]) -> Iterator[TableDifference]:
    """Sum the parts of each row, and hold the sum against the total that the row states."""
    whole = whole_column(columns)
    parts = [] if whole is None else parts_of_whole(columns, whole)
    if whole is None or not parts:
        return
    for row in rows:
        found = _sum(row.cells[index] for index in parts)
        if row.cells[whole].value is not None and found.steps:
            yield _difference(row, columns[whole], found, row.cells[whole], across=True)


def _is_a_sum(column: TableColumn, cell: TableCell) -> bool:
    return column.kind is not TableColumnKind.RATE or (cell.rate is not None and cell.rate.fraction == 1)


def _sum(cells: Iterable[TableCell]) -> _Sum:
    found = _Sum()
    for cell in cells:
        found = found.plus(cell)
    return found


def _difference(
    row: TableRow, column: TableColumn, found: _Sum, cell: TableCell, *, across: bool = False, may_leave: bool = False
) -> TableDifference:
    return TableDifference(
        line=row.line,
        label=row.label,
        column=column.heading,
        across=across,
        computed=to_decimal(found.value),
        stated=cell.value,
        qualifier=cell.qualifier,
        missing=found.missing,
        agreement=_agreement(found, cell, may_leave=may_leave),
    )


def _agreement(found: _Sum, cell: TableCell, *, may_leave: bool) -> Agreement:
    """Say how a sum agrees; `may_leave` is whether parts that nobody lists may make up the rest."""
    difference = found.value - Fraction(cell.value or 0)
    if difference == 0:
        return Agreement.EQUAL
    step = Fraction(cell.step or 0)
    nearness = _AS_PRINTED if cell.qualifier is None else nearness_of(cell.qualifier)
    slack = (found.steps + (step if nearness is _AS_PRINTED else 0)) / 2
    below = nearness.below is None or difference >= -slack - nearness.below * step
    above = nearness.above is None or difference <= slack + nearness.above * step
    if below and above:
        return Agreement.ROUNDING
    return Agreement.REMAINDER if difference < 0 and (found.missing or may_leave) else Agreement.UNEQUAL
