"""The rows of a table of a budget sheet: its lines with their amounts, and its sums, compared with the lines.

A sheet that people keep has headings of groups, subtotals above or below their lines, rows of shares and of hours among
the amounts, and notes. Its label and its figures say what a row is; what is no line is told, and never counted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, cast

import attrs

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats.lists._amount_column import AmountColumn
from esfmodel.formats.lists._column import ColumnFacts, Seen
from esfmodel.formats.lists._grid import TypedCell, text_of
from esfmodel.formats.lists._headings import HeadingUnit, are_swedish, heading_unit, is_named
from esfmodel.formats.lists._sheet_cells import YEAR, SheetCells, names_other_unit, unsigned, year_in
from esfmodel.formats.lists.budget_mapping import Axis
from esfmodel.formats.lists.mapping import ColumnMapping, Zero
from esfmodel.formats.reading import MOST_PROBLEMS, Problem
from esfmodel.formats.table._parts import is_not_stated
from esfmodel.model.costs import CostCategory
from esfmodel.model.funding import FundingSource
from esfmodel.text.reading.labels import LabelMeaning, LabelSide, Stage, bare_label, label_meaning
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from esfmodel.formats.evidence import Evidence
    from esfmodel.formats.lists.budget_mapping import BudgetTable, Kind

_MOST_ROWS = 2_000
_MOST_PARTS = 100


class Units(NamedTuple):
    """A currency, and what figures are multiplied by; None for what is not stated."""

    currency: str | None = None
    scale: int | None = None


class Part(NamedTuple):
    """One amount of a line: its column, and the year and the partner that it is of; None where it is not known."""

    column: int
    amount: Money | None
    year: int | None
    partner: str | None


class _Stated(NamedTuple):
    """A row that states something: its label with its meaning, and the label of its group.

    `is_below` is whether the group is that of a label above it without any amount, which may be a line not filled in.
    """

    row: int
    label: str
    meaning: LabelMeaning
    group: str
    is_below: bool


@attrs.define(eq=False)
class Line:
    """A line: its row, its label and that of its group, what they mean, and its amounts.

    `is_below` is whether the group is that of a label above it without any amount, which may be a line not filled in;
    `is_mixed` is whether it holds money of several kinds.
    """

    row: int
    label: str
    meaning: LabelMeaning
    group: str
    is_below: bool
    amounts: Mapping[int, Money | None]
    parts: Sequence[Part] = ()
    is_negated: bool = False
    is_mixed: bool = False

    def amount(self, column: int) -> Money | None:
        """Return the amount in a column, None where it is not known; a cell that states nothing is no key."""
        found = self.amounts[column]
        return -found if self.is_negated and found is not None else found


class BudgetRows:
    """The lines of a table, with what is to be told of it.

    `side` is that of the lines; `stated` is what the mapping says of the amounts, and `around` what the sheet says
    where the headings of the columns do not. Raises `ReadError` where the table does not fit the sheet: for columns of
    years without years in their headings, and for a table without end.
    """

    def __init__(
        self,
        sheet: SheetCells,
        table: BudgetTable,
        side: LabelSide,
        *,
        end: int | None,
        stated: Units,
        around: Units,
    ) -> None:
        self.problems: list[Problem] = []
        self._sheet, self._table, self._side = sheet, table, side
        self._heading = table.first - 1 if table.heading is None else table.heading
        self._columns = (*table.amounts, *([] if table.total is None else [table.total]))
        self._axis = self._keys_of_columns()
        heads = [sheet.text(self._heading, column) for column in table.labels]
        is_of_bodies = side is LabelSide.FINANCING and any(label_meaning(each).role == "funder" for each in heads)
        self._within = LabelSide.BODY if is_of_bodies else side
        self._not_amounts, self._parts_of_others, self._not_computed = Seen(""), Seen(""), Seen("")
        self._negatives = Seen("")
        self._lines: list[Line] = []
        self._sums: list[Line] = []
        self._pieces: dict[Line, list[Line]] = {}
        self._has_negatives = False
        rows = list(self._stated_rows(end))
        self._scales: dict[int, int] = {}
        readers = self._readers(rows, stated, around)
        self._use_headings([each.row for each in rows])
        for row in rows:
            self._take(row, readers)
        self.lines: Sequence[Line] = self._counted()
        for line in self.lines:
            if side is LabelSide.FINANCING:
                self._leave_negatives(line)
            line.parts = self._parts(line)
        self._tell_together()

    def where(self, line: Line, column: int | None) -> Evidence:
        """Return where the label of a line stands, or the amount in a column."""
        return self.where_in(line.row) if column is None else self._sheet.where(line.row, column)

    def where_in(self, row: int) -> Evidence:
        """Return where the label of a row stands."""
        columns = [column for column in self._table.labels if self._sheet.text(row, column)]
        return self._sheet.where(row, columns[-1] if columns else self._table.labels[0])

    # --- What the columns are of

    def _keys_of_columns(self) -> Mapping[int, int | str]:
        """Return the year or the partner of each column of amounts."""
        found: dict[int, int | str] = {}
        if self._table.axis is None:
            return found
        for column in self._table.amounts:
            text = self._sheet.text(self._heading, column)
            key = year_in(self._sheet.cell(self._heading, column)) if self._table.axis is Axis.YEAR else text
            if isinstance(key, str):
                key = bare_label(key) or key
            place = self._sheet.address(self._heading, column)
            if key is None:
                raise ReadError("mapping.no_year", place, text, source=self._sheet.file)
            if not key:
                raise ReadError("mapping.no_partner", place, text, source=self._sheet.file)
            found[column] = key
        return found

    # --- Which rows state something

    def _stated_rows(self, end: int | None) -> Iterator[_Stated]:
        """Yield the rows that are lines or sums, each with its label, its meaning and its group."""
        group, carried, has_lines = "", [""] * len(self._table.labels), False
        numbers = [row for row in self._sheet.rows if row >= self._table.first and (end is None or row <= end)]
        if len(numbers) > _MOST_ROWS:
            raise ReadError("workbook.too_many_lines", "", self._sheet.name, source=self._sheet.file, most=_MOST_ROWS)
        for row in numbers:
            own = [self._sheet.text(row, column) for column in self._table.labels]
            label = next((text for text in reversed(own) if text), "")
            stated = [column for column in self._columns if self._states(row, column)]
            self._sheet.labels[row], self._sheet.headings[row] = label, self._heading
            if not (label or stated) or self._is_heading(row) or (label and is_named(label, self._table.skip)):
                continue
            first = next((index for index, text in enumerate(own) if text), len(own))
            carried = [text if index < first else own[index] for index, text in enumerate(carried)]
            meaning = label_meaning(label, within=self._within)
            is_line = named_kind(self._table, label) is not None
            if not stated:
                # A line that is not filled in looks the same; what follows it is then of no group that is known.
                group = label
                self._use_labels(row)
                continue
            if not is_line and (meaning.side in NO_AMOUNTS or meaning.stage in NOT_BUDGETED):
                self._not_amounts.add(row)
                continue
            above = next((text for text in reversed(carried[:-1]) if text and text != label), "")
            if self._is_beyond(label, meaning, group):
                group = ""
            yield _Stated(row, label, meaning, above or group, is_below=not above and bool(group))
            if meaning.side is LabelSide.TOTAL and not is_line:
                group = ""
                if self._table.last is None and is_whole(meaning) and has_lines:
                    return
            else:
                has_lines = True

    def _is_beyond(self, label: str, meaning: LabelMeaning, group: str) -> bool:
        """Whether a line says by itself that it is of another kind than the group above it, which then ends."""
        if self._side is LabelSide.COST:
            own, of_group = category_of(self._table, label), category_of(self._table, group)
            return own is not None and of_group is not None and own is not of_group
        above = label_meaning(group, within=self._side).source
        return meaning.source is not None and above is not None and meaning.source.is_own != above.is_own

    def _states(self, row: int, column: int) -> bool:
        """Whether a cell states an amount, or has a formula for one."""
        cell = self._sheet.cell(row, column)
        return isinstance(cell, TypedCell) or not is_not_stated(cell)

    def _is_heading(self, row: int) -> bool:
        """Whether a row holds the headings of the columns, or repeats them."""
        texts = [self._sheet.text(row, column) for column in self._table.amounts]
        return any(texts) and texts == [self._sheet.text(self._heading, column) for column in self._table.amounts]

    def _use_headings(self, rows: Sequence[int]) -> None:
        """Note that the headings have been read: of the columns of the table, and of others that its rows have."""
        own = {*self._columns, *self._table.labels, self._table.year_column, self._table.partner_column}
        for column in range(1, len(self._sheet.rows.get(self._heading, ())) + 1):
            if column in own or any(text_of(self._sheet.cell(row, column)) for row in rows):
                self._sheet.use(self._heading, column)

    def _use_labels(self, row: int) -> None:
        for column in self._table.labels:
            self._sheet.use(row, column)

    # --- Amounts

    def _readers(self, rows: Sequence[_Stated], stated: Units, around: Units) -> Mapping[int, AmountColumn]:
        """Return what reads the amounts of each column, when all of them were seen."""
        headings = {column: self._sheet.text(self._heading, column) for column in self._columns}
        is_swedish = are_swedish([*headings.values(), *(each.label for each in rows)])
        readers: dict[int, AmountColumn] = {}
        for column, heading in headings.items():
            own = heading_unit(heading)
            if own == HeadingUnit():
                own = heading_unit(YEAR.sub("", heading))
            scale = self._table.unit or stated.scale or own.scale
            if scale is None and own.currency is not None and around.scale not in {None, 1}:
                # "SEK" below "Belopp i tkr" may be thousands, or not.
                place = self._sheet.address(self._heading, column)
                raise ReadError("workbook.several_units", place, heading, source=self._sheet.file)
            scale = scale or around.scale or 1
            currency = self._table.currency or stated.currency or own.currency
            mapping = ColumnMapping(heading=heading, currency=currency, unit=scale, zero=Zero.VALUE)
            readers[column] = AmountColumn(ColumnFacts(heading, mapping, around.currency, is_swedish=is_swedish))
            self._scales[column] = scale
        for row, *_ in rows:
            for column, reader in readers.items():
                cell = self._sheet.cell(row, column)
                if not self._states(row, column) or not text_of(cell):
                    continue
                if names_other_unit(cell, self._scales[column]):
                    reader.fault(InvalidValue("list.two_units", unit=self._scales[column]), text_of(cell), row)
                else:
                    reader.see(unsigned(cell)[0], row)
        for column, reader in readers.items():
            where = self._sheet.where(None, column)
            self.problems += (problem.in_cell(where, "") for problem in (*reader.decide(), *reader.unread()))
        return readers

    def _take(self, stated: _Stated, readers: Mapping[int, AmountColumn]) -> None:
        """Read the amounts of a row, and take it for a line or for a sum."""
        row, label, meaning, group, is_below = stated
        amounts = {
            column: self._amount(row, column, reader) for column, reader in readers.items() if self._states(row, column)
        }
        line = Line(row, label, meaning, group, is_below, amounts)
        is_sum = meaning.side is LabelSide.TOTAL and not self._is_of_one_source(meaning)
        if not label or (is_sum and named_kind(self._table, label) is None):
            self._sums.append(line)
            self.use(line)
        elif meaning.of_which and named_kind(self._table, label) is None:
            if self._lines:
                self._pieces.setdefault(self._lines[-1], []).append(line)
            else:
                self._parts_of_others.add(row)
        else:
            self._lines.append(line)

    def use(self, line: Line) -> None:
        """Note that a line has been read: its labels, and those of its amounts that are known."""
        self._use_labels(line.row)
        for column, amount in line.amounts.items():
            if amount is not None:
                self._sheet.use(line.row, column)

    def _amount(self, row: int, column: int, reader: AmountColumn) -> Money | None:
        if not text_of(self._sheet.cell(row, column)):
            self._not_computed.add(row)
            return None
        cell, is_negative = unsigned(self._sheet.cell(row, column))
        try:
            if names_other_unit(cell, self._scales[column]):
                raise InvalidValue("list.two_units", unit=self._scales[column])
            amount = cast("Money", reader.read(cell, None))
        except InvalidValue as error:
            if error.code not in reader.told_together:
                self.problems.append(Problem.of(error).in_cell(self._sheet.where(row, column)))
            return None
        return -amount if is_negative else amount

    def _is_of_one_source(self, meaning: LabelMeaning) -> bool:
        """Whether a total is that of one payer of whom no line was read: it is the only figure of that payer."""
        is_listed = any(line.meaning.source is meaning.source for line in self._lines)
        return meaning.source is not None and not is_listed

    def _parts(self, line: Line) -> list[Part]:
        """Return the amounts of a line by year and partner; its sum where they are not stated."""
        table = self._table
        year = table.year if table.year_column is None else self._year_of(line.row, table.year_column)
        partner = table.partner
        if table.partner_column is not None:
            partner = self._sheet.text(line.row, table.partner_column) or None
            self._sheet.use(line.row, table.partner_column)
        columns = [column for column in table.amounts if column in line.amounts] or [*line.amounts]
        parts: list[Part] = []
        for column in columns:
            key = self._axis.get(column)
            parts.append(
                Part(
                    column,
                    line.amount(column),
                    key if isinstance(key, int) else year,
                    key if isinstance(key, str) else partner,
                )
            )
        return parts

    def _year_of(self, row: int, column: int) -> int | None:
        text = self._sheet.text(row, column)
        year = year_in(self._sheet.cell(row, column))
        if year is not None:
            self._sheet.use(row, column)
        elif text:
            self.problems.append(Problem("workbook.no_year").in_cell(self._sheet.where(row, column)))
        return year

    def _leave_negatives(self, line: Line) -> None:
        """Leave open what a payer would pay below zero: accounts write revenue so, and corrections are no plan."""
        negatives = {column for column in line.amounts if (paid := line.amount(column)) is not None and paid.minor < 0}
        if negatives:
            self._negatives.add(line.row)
            line.amounts = {column: None if column in negatives else line.amounts[column] for column in line.amounts}

    # --- Sums

    def _counted(self) -> list[Line]:
        """Return the lines that count, without those that are sums of others; compare all sums with them."""
        self._divide()
        if any(line.meaning.stage is Stage.GRANTED for line in self._lines):
            applied = [line for line in self._lines if line.meaning.stage is Stage.APPLIED]
            self._lines = [line for line in self._lines if line not in applied]
            for line in applied:
                self._not_amounts.add(line.row)
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
                self.use(whole)
                for part in parts:
                    part.group, part.is_below = whole.label, False
                at = self._lines.index(whole)
                self._lines[at : at + 1] = parts
                continue
            own = whole.meaning.source
            whole.is_mixed = own is not None and any(each is not None and each.is_own != own.is_own for each in sources)
            for part in parts:
                self._parts_of_others.add(part.row)

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
        if taken:
            seen, where = self._rows_of(taken)
            self.problems.append(Problem("workbook.sums_taken", count=seen.count, rows=seen.shown).in_cell(where))
        if not is_sure:
            seen, where = self._rows_of(parts.keys() - taken.keys())
            self.problems.append(Problem("workbook.sums_in_doubt", count=seen.count, rows=seen.shown).in_cell(where))
        for index, end in taken.items():
            self.use(self._lines[index])
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

    def _rows_of(self, indexes: Iterable[int]) -> tuple[Seen, Evidence]:
        """Return the rows of lines, and where the first of them stands."""
        seen = Seen("")
        for index in sorted(indexes):
            seen.add(self._lines[index].row)
        return seen, self.where_in(seen.rows[0])

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
        sums = dict.fromkeys(self._columns if columns == [self._table.total] else self._table.amounts, 0)
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

    # --- What many rows share

    def _tell_together(self) -> None:
        for code, seen in (
            ("workbook.no_result", self._not_computed),
            ("workbook.not_amounts", self._not_amounts),
            ("workbook.parts_left_out", self._parts_of_others),
            ("workbook.negative_financing", self._negatives),
        ):
            if seen.count:
                problem = Problem(code, count=seen.count, rows=seen.shown)
                self.problems.append(problem.in_cell(self.where_in(seen.rows[0])))


NO_AMOUNTS = frozenset(
    {
        *(LabelSide.SHARE, LabelSide.COUNT, LabelSide.DATE, LabelSide.YEAR, LabelSide.ID),
        *(LabelSide.REMAINDER, LabelSide.NOT_OURS),
    }
)
"""What a row holds that is no line of a budget, though it has figures."""


NOT_BUDGETED = frozenset({Stage.PAID, Stage.OUTCOME, Stage.FORECAST})
"""The stages of money that is no part of a budget."""


def is_whole(meaning: LabelMeaning) -> bool:
    """Whether a label is that of the sum of a whole table, and not of a part of it."""
    return (
        meaning.side is LabelSide.TOTAL and not meaning.subtotal and meaning.category is None and meaning.source is None
    )


# --- What lines are of


def named_kind(table: BudgetTable, label: str) -> Kind | None:
    """Return what the mapping says of a label."""
    return next((kind for pattern, kind in table.names.items() if label and is_named(label, (pattern,))), None)


def category_of(table: BudgetTable, label: str) -> Kind | None:
    """Return the category that the mapping or the words of a label state; None where they state none."""
    named = named_kind(table, label)
    if named is not None or not label:
        return named
    category = label_meaning(label, within=LabelSide.COST).category
    # Among costs any unknown label is another cost; only "Övriga kostnader" says so itself.
    is_unknown = category is CostCategory.OTHER and label_meaning(label).category is not CostCategory.OTHER
    return None if is_unknown else category


def source_of(table: BudgetTable, line: Line, group: LabelMeaning) -> FundingSource | None:
    """Return the source of a line: of the mapping, of its label, or of its group; None where none states it."""
    for named in (named_kind(table, line.label), named_kind(table, line.group)):
        if isinstance(named, FundingSource):
            return named
    if line.is_mixed:
        return None
    own = line.meaning.source
    # A body that stands above others is a line that is not filled in, and a body may be of a group of bodies.
    above = group.source if group.side is LabelSide.FINANCING else None
    is_narrower = line.meaning.side is LabelSide.BODY and above is not None and above.is_own
    if own is None or (own is FundingSource.OWN and is_narrower):
        own = above or own
    return own or (table.others if isinstance(table.others, FundingSource) else None)


_BEFORE_A_REMARK = re.compile(r",|:|\(| [-\N{EN DASH}] ")


def body_of(line: Line, source: FundingSource) -> str | None:
    """Return the body that pays a line; None where the label names the kind of money alone.

    A label may say more than its body: "Falu kommun, kontant".
    """
    if line.meaning.body is not None:
        return line.meaning.body
    if line.meaning.source is None:
        return (bare_label(line.label) or line.label) if source.is_own else None
    pieces = [piece.strip(" )") for piece in _BEFORE_A_REMARK.split(line.label) if source.is_own]
    bodies = (label_meaning(piece, within=LabelSide.FINANCING).body for piece in pieces)
    return next(filter(None, bodies), None)
