"""Which lines of a budget sheet are sums of others, and whether its sums are those of its lines.

Sums are compared with the lines, and never counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from esfmodel.formats.cells.grid import TypedCell
from esfmodel.formats.lists._budget_lines import is_whole, named_kind, use_line
from esfmodel.formats.reading import MOST_PROBLEMS, Problem
from esfmodel.text.reading.labels import LabelSide, Stage
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from esfmodel.formats.lists._budget_lines import Line, RowsTold
    from esfmodel.formats.lists._sheet_cells import SheetCells
    from esfmodel.formats.lists.budget_mapping import BudgetTable

_MOST_PARTS = 100


class BudgetSums:
    """The lines and the sums of a table, before it is known which lines count.

    `sums` are the rows with the label of a sum, and `pieces` the parts of lines ("varav EU-medel"). What is wrong with
    single cells is noted in `problems`, and what many rows share in `told`.
    """

    def __init__(
        self,
        sheet: SheetCells,
        table: BudgetTable,
        side: LabelSide,
        lines: Sequence[Line],
        sums: Sequence[Line],
        pieces: Mapping[Line, Sequence[Line]],
        *,
        told: RowsTold,
    ) -> None:
        self.problems: list[Problem] = []
        self._sheet, self._table, self._side, self._told = sheet, table, side, told
        self._lines, self._sums, self._pieces = [*lines], sums, pieces
        self._has_negatives = False

    def counted(self) -> list[Line]:
        """Return the lines that count, without those that are sums of others; compare all sums with them."""
        self._divide()
        if any(line.meaning.stage is Stage.GRANTED for line in self._lines):
            applied = [line for line in self._lines if line.meaning.stage is Stage.APPLIED]
            self._lines = [line for line in self._lines if line not in applied]
            for line in applied:
                self._told.add("workbook.not_amounts", line.row)
        whole = next((line for line in reversed(self._sums) if is_whole(line.meaning)), None)
        found = self._without_sums(whole)
        self._negate(found, whole)
        counted = set(found)
        amounts = (line.amount(column) for line in found for column in line.amounts)
        self._has_negatives = any(amount is not None and amount.minor < 0 for amount in amounts)
        for line in self._sums:
            above = [each for each in self._lines if each.row < line.row and each in counted]
            below = [each for each in self._lines if each.row > line.row and each in counted]
            self._compare(line, above, below, is_of_all=line is whole)
        if self._table.total is not None:
            for line in found:
                self._compare_across(line, self._table.total)
        return found

    def _divide(self) -> None:
        """Take the parts of money ("varav EU-medel") for the line above them where they come to it.

        Where they do not, but are of another kind than it, it is not known whose money the line is.
        """
        for whole, parts in self._pieces.items():
            sources = [part.meaning.source for part in parts]
            if self._side is LabelSide.FINANCING and None not in sources and self._come_to(whole, parts):
                use_line(self._sheet, self._table, whole)
                for part in parts:
                    part.group, part.is_below = whole.label, False
                at = self._lines.index(whole)
                self._lines[at : at + 1] = parts
                continue
            own = whole.meaning.source
            whole.is_mixed = own is not None and any(each is not None and each.is_own != own.is_own for each in sources)
            for part in parts:
                self._told.add("workbook.parts_left_out", part.row)

    def _without_sums(self, whole: Line | None) -> list[Line]:
        """Return the lines without those that are the sums of lines below them.

        A formula that comes to the lines below it is a sum, and so is a figure where the total agrees with that, or
        where without a total all lines are such sums and their parts; some equal figures alone may be chance.
        """
        parts = {
            index: end
            for index in range(len(self._lines))
            if (end := self._end_of_parts(index)) is not None and (end > index + 1 or self._is_formula(index))
        }
        formulas = {index: end for index, end in parts.items() if self._is_formula(index)}
        taken, is_sure = formulas, not parts.keys() - formulas.keys()
        if whole is None and self._are_all_divided(parts):
            taken, is_sure = parts, True
        elif whole is not None:
            fitting = [each for each in ({}, parts, formulas) if self._come_to(whole, self._left(each))]
            taken, is_sure = (fitting[0], True) if fitting else (formulas, is_sure)
        for index in parts:
            if index in taken or not is_sure:
                code = "workbook.sums_taken" if index in taken else "workbook.sums_in_doubt"
                self._told.add(code, self._lines[index].row)
        for index, end in taken.items():
            use_line(self._sheet, self._table, self._lines[index])
            for line in self._lines[index + 1 : end + 1]:
                line.group, line.is_below = self._lines[index].label, False
        return self._left(taken)

    def _are_all_divided(self, parts: Mapping[int, int]) -> bool:
        """Whether all lines are sums and their parts; `parts` are the ends of the parts of each sum."""
        index, groups = 0, 0
        while index in parts and parts[index] > index + 1:
            index, groups = parts[index] + 1, groups + 1
        return index == len(self._lines) and groups > 1

    def _left(self, without: Iterable[int]) -> list[Line]:
        taken = {*without}
        return [line for index, line in enumerate(self._lines) if index not in taken]

    def _is_formula(self, index: int) -> bool:
        line = self._lines[index]
        cells = [self._sheet.cell(line.row, column) for column in line.amounts]
        return all(isinstance(cell, TypedCell) and cell.is_formula for cell in cells)

    def _end_of_parts(self, index: int) -> int | None:
        """Return the last of the lines below a line that it is the sum of; None where it is not one."""
        line = self._lines[index]
        columns = [column for column in self._table.amounts if column in line.amounts] or [*line.amounts]
        # A sum that was never computed is that of its lines where its other columns are.
        known = {column: amount for column in columns if (amount := line.amounts[column]) is not None}
        if not any(amount.minor for amount in known.values()):
            return None
        if named_kind(self._table, line.label) is not None or line.meaning.deduction:
            return None
        sums = dict.fromkeys(self._table.columns if columns == [self._table.total] else self._table.amounts, 0)
        unknown = {column for column in columns if column not in known}
        for end, other in enumerate(self._lines[index + 1 : index + 1 + _MOST_PARTS], index + 1):
            for column in sums.keys() & other.amounts.keys():
                amount = other.amounts[column]
                if amount is None or any(amount.currency != each.currency for each in known.values()):
                    return None
                sums[column] += amount.minor
            wanted = {column: known[column].minor if column in known else 0 for column in sums}
            if all(sums[column] == wanted[column] for column in sums.keys() - unknown):
                return end
        return None

    def _negate(self, lines: Sequence[Line], whole: Line | None) -> None:
        """Take revenue that is written without its minus from the costs, unless the total counts it as written."""
        deducted = [
            line
            for line in lines
            if line.meaning.deduction and any(each is not None and each.minor > 0 for each in line.amounts.values())
        ]
        if not deducted or (whole is not None and self._come_to(whole, lines)):
            return
        for line in deducted:
            line.is_negated = True
            self.problems.append(
                Problem("workbook.deducted").in_cell(self._sheet.where(line.row, next(iter(line.amounts))))
            )

    def _come_to(self, whole: Line, lines: Sequence[Line]) -> bool:
        """Whether lines come to a sum in each column that it states."""
        return all(
            amount is not None and self._sum_of(lines, column, amount) == amount
            for column, amount in whole.amounts.items()
        )

    def _minor(self, line: Line, column: int, currency: str) -> int | None:
        """Return what a line has in a column, in the smallest unit of a currency; None where it is not known."""
        columns = [column] if column in line.amounts else []
        if column == self._table.total:
            # The sum of a row may itself be wrong, which is told of that row.
            columns = [each for each in line.amounts if each != column] or columns
        amounts = [line.amount(each) for each in columns]
        known = [amount.minor for amount in amounts if amount is not None and amount.currency == currency]
        return sum(known) if len(known) == len(amounts) else None

    def _sum_of(self, lines: Iterable[Line], column: int, like: Money) -> Money | None:
        """Return the sum of lines in a column, in the currency of an amount; None where one is not known."""
        amounts = [self._minor(line, column, like.currency) for line in lines]
        known = [amount for amount in amounts if amount is not None]
        return Money.of_minor(sum(known), like.currency) if len(known) == len(amounts) else None

    def _is_sum_of_first(self, stated: Line, lines: Iterable[Line]) -> bool:
        """Whether a sum is that of the first of some lines, as many as there may be."""
        sums = dict.fromkeys(stated.amounts, 0)
        for line in lines:
            for column, amount in stated.amounts.items():
                found = None if amount is None else self._minor(line, column, amount.currency)
                if amount is None or found is None:
                    return False
                sums[column] += found
                if sums[column] > amount.minor and not self._has_negatives:
                    return False
            if all(amount is not None and amount.minor == sums[column] for column, amount in stated.amounts.items()):
                return True
        return False

    def _compare(self, stated: Line, above: Sequence[Line], below: Sequence[Line], *, is_of_all: bool) -> None:
        """Tell where a sum is neither that of the lines right above it nor that of the lines right below it."""
        if self._is_sum_of_first(stated, reversed(above)) or self._is_sum_of_first(stated, below):
            return
        after = max((line.row for line in self._sums if line.row < stated.row), default=0)
        lines = above if is_of_all else [line for line in above if line.row > after] or above
        for column, amount in stated.amounts.items():
            computed = None if amount is None else self._sum_of(lines, column, amount)
            if amount is not None and computed is not None and computed != amount:
                self._tell_difference(stated.row, column, amount, computed)

    def _compare_across(self, line: Line, total: int) -> None:
        """Tell where the sum of a row is not that of its amounts."""
        if total not in line.amounts or len(line.amounts) == 1:
            return
        stated = line.amount(total)
        others = attrs.evolve(line, amounts={each: line.amounts[each] for each in line.amounts if each != total})
        computed = None if stated is None else self._sum_of([others], total, stated)
        if stated is not None and computed is not None and computed != stated:
            self._tell_difference(line.row, total, stated, computed)

    def _tell_difference(self, row: int, column: int, stated: Money, computed: Money) -> None:
        if len(self.problems) >= MOST_PROBLEMS:
            return
        problem = Problem("workbook.sum_differs", stated=stated, computed=computed)
        self.problems.append(problem.in_cell(self._sheet.where(row, column)))
