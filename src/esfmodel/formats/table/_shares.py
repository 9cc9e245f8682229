"""Hold the shares of a finance table against the amounts beside them."""

from __future__ import annotations

from fractions import Fraction
from itertools import islice, permutations
from math import floor
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.formats.table._parts import Agreement, TableColumnKind, TableDifference, to_decimal
from esfmodel.formats.table._trees import NEAREST, SAMPLE, SUMS, Found, Sum, agreement_of, share_of, sum_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from esfmodel.formats.table._parts import TableCell, TableColumn, TableRow
    from esfmodel.formats.table._trees import Role, Tree


def columns_of(columns: Sequence[TableColumn], kind: TableColumnKind) -> list[int]:
    return [index for index, column in enumerate(columns) if column.kind is kind]


def difference_at(
    row: TableRow,
    column: TableColumn,
    found: Sum,
    cell: TableCell,
    agreement: Agreement,
    *,
    across: bool = False,
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
        agreement=agreement,
    )


class _Base(NamedTuple):
    """What shares may be of: for each row an amount and the whole that it is divided by, where they are known."""

    amounts: Sequence[Sum | None]
    wholes: Sequence[Sum | None]
    is_across: bool


class Shares:
    """A column of shares, held against the amounts of the table."""

    def __init__(
        self, column: int, columns: Sequence[TableColumn], rows: Sequence[TableRow], roles: Sequence[Role]
    ) -> None:
        self.column = column
        self.heading = columns[column]
        self.rows = rows
        self.roles = roles
        self.cells = [row.cells[column] for row in rows]
        amounts = columns_of(columns, TableColumnKind.AMOUNT)
        self.is_beside_one = len(amounts) == 1
        near = sorted(sorted(amounts, key=lambda index: abs(index - column))[:NEAREST])
        self.amounts = {index: [_exact(row.cells[index]) for row in rows] for index in near}
        self.across = [
            _Base(self.amounts[one], self.amounts[other], is_across=True)
            for one, other in permutations(near, 2)
            if (columns[one].currency, columns[one].unit) == (columns[other].currency, columns[other].unit)
        ]

    @property
    def are_ratios(self) -> bool:
        """Whether the shares are of the amounts of two columns, row by row, or all whole: then they have no sum."""
        values = [cell.value for cell in self.cells if cell.value is not None]
        return (len(values) > 2 and {*values} == {100}) or any(self._fit(base) * 2 >= 1 for base in self.across)

    def differences(self, tree: Tree) -> Iterator[TableDifference]:
        """Yield the shares that do not fit the base that the others fit.

        Where none fits, they are shares of something else, unless they come to a whole beside one column of amounts.
        """
        bases = [*self.across, *self._down(tree)]
        fits = [self._fit(base) for base in bases]
        best = max(fits, default=Fraction(0))
        if bases and (best * 2 >= 1 or (self.is_beside_one and self._come_to_a_whole(tree))):
            base = bases[fits.index(best)]
            for line, total, agreement in self._found(base):
                if agreement is not Agreement.EQUAL:
                    row, cell = self.rows[line], self.cells[line]
                    yield difference_at(row, self.heading, total, cell, agreement, across=base.is_across)

    def _down(self, tree: Tree) -> Iterator[_Base]:
        """Yield the bases down a column: the sums that the rows are part of, each total, and what the items come to."""
        owners = {part: line for line, parts in tree.sums.items() for part in parts.lines}
        for amounts in self.amounts.values():
            lines = range(len(amounts))
            yield _Base(amounts, [amounts[owners[line]] if line in owners else None for line in lines], is_across=False)
            for total in [*tree.sums][-NEAREST:]:
                yield _Base(amounts, [None if line == total else amounts[total] for line in lines], is_across=False)
            known = [amount for item in tree.items if (amount := amounts[item])]
            values, steps = ([each.value for each in known], [each.steps for each in known])
            whole = Sum(sum(values, Fraction(0)), sum(steps, Fraction(0)))
            yield _Base(amounts, [whole] * len(amounts), is_across=False)

    def _come_to_a_whole(self, tree: Tree) -> bool:
        shares = sum_of(self.cells[item] for item in tree.items)
        return len(tree.items) > 1 and abs(shares.value - 100) <= shares.steps / 2

    def _fit(self, base: _Base) -> Fraction:
        """Return how many of the shares fit a base; those of a total in itself tell nothing."""
        found = (each for each in self._found(base) if self.roles[each.line] not in SUMS or each.total.value != 100)
        return share_of(Agreement.EQUAL, [*islice(found, SAMPLE)])

    def _found(self, base: _Base) -> Iterator[Found]:
        for line, (cell, amount, whole) in enumerate(zip(self.cells, base.amounts, base.wholes, strict=True)):
            if cell.value is not None and amount and whole and whole.value > 0:
                yield _share(line, cell, amount, whole)


def _exact(cell: TableCell) -> Sum | None:
    found = Sum().plus(cell)
    return None if found.missing else found


def _share(line: int, cell: TableCell, amount: Sum, whole: Sum) -> Found:
    """Return the share of an amount in a whole, with as many decimals as the stated one, and how they agree.

    The share is equal where the stated one may be its rounding, given the last digits of the amounts.
    """
    step = Fraction(cell.step or 1)
    share = 100 * amount.value / whole.value
    slack = (100 * amount.steps + abs(share) * whole.steps) / whole.value
    agreement = agreement_of(Sum(share, slack), cell)
    if agreement is Agreement.ROUNDING:
        agreement = Agreement.EQUAL
    elif agreement is Agreement.UNEQUAL and abs(share - Fraction(cell.value or 0)) < step:
        agreement = Agreement.ROUNDING
    return Found(line, Sum(floor(share / step + Fraction(1, 2)) * step), agreement)
