"""Hold the shares of a finance table against the amounts beside them."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from itertools import permutations
from math import floor
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.formats.table._parts import Agreement, TableColumnKind, TableDifference, to_decimal
from esfmodel.formats.table._trees import NEAREST, SUMS, Found, Sum, agreement_of, share_of, sum_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

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
    """What shares may be of: the amounts of a column, and for each row the whole that its amount is divided by."""

    column: int
    whole: Callable[[int], Sum | None]
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
        cells = [row.cells[column] for row in rows]
        # What the shares are of: 0.4 may be printed for 40 per cent.
        self.hundred = next(
            (Fraction(cell.value) / cell.rate.fraction for cell in cells if cell.value and cell.rate), Fraction(100)
        )
        amounts = columns_of(columns, TableColumnKind.AMOUNT)
        self.is_beside_one = len(amounts) == 1
        self.near = sorted(sorted(amounts, key=lambda index: abs(index - column))[:NEAREST])
        across = [
            _Base(one, partial(self._amount, other), is_across=True)
            for one, other in permutations(self.near, 2)
            if (columns[one].currency, columns[one].unit) == (columns[other].currency, columns[other].unit)
        ]
        self.across = [(self._fit(base), base) for base in across]

    @property
    def are_ratios(self) -> bool:
        """Whether the shares are of the amounts of two columns, row by row, or all whole: then they have no sum."""
        values = [row.cells[self.column].value for row in self.rows if row.cells[self.column].value is not None]
        return (len(values) > 2 and {*values} == {self.hundred}) or any(fit * 2 >= 1 for fit, _ in self.across)

    def differences(self, tree: Tree) -> Iterator[TableDifference]:
        """Yield the shares that do not fit the base that the others fit.

        Where none fits, they are shares of something else, unless they come to a whole beside one column of amounts.
        """
        down = ((self._fit(base), base) for base in self._down(tree))
        bases = [each for each in (*self.across, *down) if next(self._found(each[1]), None)]
        fit, base = max(bases, key=lambda each: each[0], default=(Fraction(0), None))
        if base and (fit * 2 >= 1 or (self.is_beside_one and self._come_to_a_whole(tree))):
            for line, total, agreement in self._found(base):
                if agreement is not Agreement.EQUAL:
                    row, cell = self.rows[line], self.rows[line].cells[self.column]
                    yield difference_at(row, self.heading, total, cell, agreement, across=base.is_across)

    def _down(self, tree: Tree) -> Iterator[_Base]:
        """Yield the bases down a column: the sums that the rows are part of, each total, and what items come to."""
        # A sub-total is nearer than the total: it has fewer parts.
        sums = sorted(tree.sums.items(), key=lambda each: len(each[1].lines), reverse=True)
        owners = {line: line for line in tree.sums} | {part: line for line, parts in sums for part in parts.lines}
        for column in self.near:
            yield _Base(column, partial(self._owner, column, owners), is_across=False)
            for total in [*tree.sums][-NEAREST:]:
                yield _always(column, self._amount(column, total))
            yield _always(column, sum_of(self.rows[item].cells[column] for item in tree.items))
            with_share = [item for item in tree.items if self.rows[item].cells[self.column].value is not None]
            yield _always(column, sum_of(self.rows[item].cells[column] for item in with_share))

    def _amount(self, column: int, line: int) -> Sum | None:
        found = sum_of([self.rows[line].cells[column]])
        return None if found.missing else found

    def _owner(self, column: int, owners: Mapping[int, int], line: int) -> Sum | None:
        return self._amount(column, owners[line]) if line in owners else None

    def _come_to_a_whole(self, tree: Tree) -> bool:
        """Whether the shares come to 100, each beside an amount."""
        shares = sum_of(self.rows[item].cells[self.column] for item in tree.items)
        is_known = all(self._amount(self.near[0], item) for item in tree.items)
        return is_known and len(tree.items) > 1 and abs(shares.value - self.hundred) <= shares.steps / 2

    def _fit(self, base: _Base) -> Fraction:
        """Return how many of the shares fit a base."""
        return share_of(Agreement.EQUAL, self._found(base))

    def _found(self, base: _Base) -> Iterator[Found]:
        for line, row in enumerate(self.rows):
            cell, amount, whole = row.cells[self.column], self._amount(base.column, line), base.whole(line)
            # The share of a total in itself tells nothing.
            is_whole = cell.value == self.hundred and self.roles[line] in SUMS and not base.is_across
            if cell.value is not None and amount and whole and whole.value > 0 and not is_whole:
                yield _share(line, cell, amount, whole, self.hundred)


def _always(column: int, whole: Sum | None) -> _Base:
    known = None if whole is None or whole.missing else whole

    def of_any(_line: int) -> Sum | None:
        return known

    return _Base(column, of_any, is_across=False)


def _share(line: int, cell: TableCell, amount: Sum, whole: Sum, hundred: Fraction) -> Found:
    """Return the share of an amount in a whole, with as many decimals as the stated one, and how they agree.

    The share is equal where the stated one may be its rounding, given the last digits of the amounts.
    """
    step = Fraction(cell.step or 1)
    share = hundred * amount.value / whole.value
    slack = (hundred * amount.steps + abs(share) * whole.steps) / whole.value
    agreement = agreement_of(Sum(share, slack), cell)
    if agreement is Agreement.ROUNDING:
        agreement = Agreement.EQUAL
    elif agreement is Agreement.UNEQUAL and abs(share - Fraction(cell.value or 0)) < step:
        agreement = Agreement.ROUNDING
    return Found(line, Sum(floor(share / step + Fraction(1, 2)) * step), agreement)
