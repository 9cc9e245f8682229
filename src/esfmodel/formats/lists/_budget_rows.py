"""The rows of a table of a budget sheet: its lines with their amounts.

A sheet that people keep has headings of groups, subtotals above or below their lines, rows of shares and of hours among
the amounts, and notes. Its label and its figures say what a row is; what is no line is told, and never counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats.cells.grid import TypedCell, text_of
from esfmodel.formats.lists._budget_lines import (
    NO_AMOUNTS,
    NOT_BUDGETED,
    Line,
    Part,
    RowsTold,
    category_of,
    is_whole,
    named_kind,
    use_line,
)
from esfmodel.formats.lists._budget_sums import BudgetSums
from esfmodel.formats.lists._headings import HeadingUnit, are_swedish, heading_unit, is_named
from esfmodel.formats.lists._sheet_cells import YEAR, SheetCells, names_other_unit, unsigned, year_in
from esfmodel.formats.lists.amount_column import AmountColumn
from esfmodel.formats.lists.budget_mapping import Axis
from esfmodel.formats.lists.column import ColumnFacts
from esfmodel.formats.lists.mapping import ColumnMapping, Zero
from esfmodel.formats.reading import Problem
from esfmodel.formats.table.parts import is_not_stated
from esfmodel.text.reading.labels import LabelMeaning, LabelSide, bare_label, label_meaning

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from esfmodel.formats.evidence import Evidence
    from esfmodel.formats.lists.budget_mapping import BudgetTable
    from esfmodel.values.money import Money

_MOST_ROWS = 2_000


class Units(NamedTuple):
    """A currency, and what figures are multiplied by; None for what is not stated."""

    currency: str | None = None
    scale: int | None = None


class _Stated(NamedTuple):
    """A row that states something: its label with its meaning, and the label of its group.

    `is_below` is whether the group is that of a label above it without any amount, which may be a line not filled in.
    """

    row: int
    label: str
    meaning: LabelMeaning
    group: str
    is_below: bool


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
        self._columns = table.columns
        self._axis = self._keys_of_columns()
        heads = [sheet.text(self._heading, column) for column in table.labels]
        is_of_bodies = side is LabelSide.FINANCING and any(label_meaning(each).role == "funder" for each in heads)
        self._within = LabelSide.BODY if is_of_bodies else side
        self._told = RowsTold()
        self._lines: list[Line] = []
        self._sums: list[Line] = []
        self._pieces: dict[Line, list[Line]] = {}
        rows = list(self._stated_rows(end))
        self._scales: dict[int, int] = {}
        readers = self._readers(rows, stated, around)
        self._use_headings([each.row for each in rows])
        for row in rows:
            self._take(row, readers)
        counting = BudgetSums(sheet, table, side, self._lines, self._sums, self._pieces, told=self._told)
        self.lines: Sequence[Line] = counting.counted()
        self.problems += counting.problems
        for line in self.lines:
            if side is LabelSide.FINANCING:
                self._leave_negatives(line)
            line.parts = self._parts(line)
        self.problems += self._told.problems(self.where_in)

    def where(self, line: Line, column: int | None) -> Evidence:
        """Return where the label of a line stands, or the amount in a column."""
        return self.where_in(line.row) if column is None else self._sheet.where(line.row, column)

    def use(self, line: Line) -> None:
        """Note that a line has been read: its labels, and those of its amounts that are known."""
        use_line(self._sheet, self._table, line)

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
                self._told.add("workbook.not_amounts", row)
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
                self._told.add("workbook.parts_left_out", row)
        else:
            self._lines.append(line)

    def _amount(self, row: int, column: int, reader: AmountColumn) -> Money | None:
        if not text_of(self._sheet.cell(row, column)):
            self._told.add("workbook.no_result", row)
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
            self._told.add("workbook.negative_financing", line.row)
            line.amounts = {column: None if column in negatives else line.amounts[column] for column in line.amounts}
