"""Read the budget of one project from a sheet that somebody keeps, as the part `[budget]` of a mapping describes it.

Every cell of the sheets that the mapping names is read, or kept in `extra` of the project under its label; figures that
are in no table are told. Sums are compared with what was read, and never counted.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Generic, TypeVar

import attrs

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats.cells.grid import TypedCell, sheets_called, text_of
from esfmodel.formats.evidence import Evidence, KnownPlaces
from esfmodel.formats.figures import looks_like_a_figure
from esfmodel.formats.labels import AMOUNTS
from esfmodel.formats.lists import BUDGET_SHEET
from esfmodel.formats.lists._budget_lines import Line, RowsTold, body_of, category_of, named_kind, source_of
from esfmodel.formats.lists._budget_rows import BudgetRows, Units
from esfmodel.formats.lists._headings import are_swedish, heading_unit
from esfmodel.formats.lists._sheet_cells import SheetCells, is_label, names_other_unit
from esfmodel.formats.lists.column import ColumnFacts, Seen
from esfmodel.formats.lists.columns import RowValues, reader_of, value_in
from esfmodel.formats.lists.mapping import ColumnMapping, Mapping, Zero
from esfmodel.formats.lists.rows import project_of
from esfmodel.formats.reading import Counts, Problem, Reading
from esfmodel.formats.table.parts import is_not_stated
from esfmodel.model.budget import Budget
from esfmodel.model.costs import ActualCost, Cost, CostCategory
from esfmodel.model.funding import Contribution, Funder
from esfmodel.model.organisation import Organisation
from esfmodel.text.reading.labels import LabelSide, is_flat_rate, label_meaning
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Mapping as Dictionary

    from esfmodel.formats.cells.grid import Cell, Source
    from esfmodel.formats.lists.budget_mapping import BudgetMapping, BudgetTable, CellAddress
    from esfmodel.model.project import Project

_TOTAL = "budget.total"
_CURRENCY = "currency"

MadeT = TypeVar("MadeT", Cost, Contribution)


def read_budget_sheet(source: Source, mapping: Mapping, budget: BudgetMapping, currency: str | None = None) -> Reading:
    """Return the project whose budget a source holds, where the mapping says.

    `currency` is that of amounts that name none. Raises `ReadError` for a mapping that does not fit the source: it
    names a sheet that is not there, or columns of years without years in their headings.
    """
    reader = _Reader(source, mapping, budget, currency)
    project = reader.project()
    problems = (*source.problems, *reader.problems)
    counts = Counts(
        records=1, projects=1, values=len(reader.evidence), extra=len(project.extra), problems=len(problems)
    )
    places = KnownPlaces((reader.evidence,))
    return Reading([project], problems, counts, format=BUDGET_SHEET, form=source.form, places=places)


class _Reader:
    """Reads the cells and the tables of one source; `evidence` is where the values of the project stand."""

    def __init__(self, source: Source, mapping: Mapping, budget: BudgetMapping, currency: str | None) -> None:
        self.problems: list[Problem] = []
        self.evidence: dict[str, Evidence] = {}
        self._source, self._mapping, self._budget = source, mapping, budget
        self._currency = currency or mapping.defaults.get(_CURRENCY)
        self._sheets: dict[str | None, SheetCells] = {}
        self._has_unknown_payers = False

    def project(self) -> Project:
        """Return the project."""
        costs = [(table, self._rows(table, LabelSide.COST)) for table in self._budget.costs]
        financing = [(table, self._rows(table, LabelSide.FINANCING)) for table in self._budget.financing]
        header = self._header(self._currency or _only_currency([rows for _, rows in (*costs, *financing)]))
        stated = {path: value for path, value in header.values.items() if path in AMOUNTS and (costs or financing)}
        values = {path: value for path, value in header.values.items() if path not in stated}
        made = project_of([header._replace(values=values)], [Evidence(file=self._source.name)])
        self.problems += made.problems
        self.evidence |= made.evidence
        project = made.project
        if costs or financing:
            project = attrs.evolve(project, budget=self._made_budget(costs, financing, stated, header.evidence))
        for sheet in self._sheets.values():
            self.problems += sheet.problems
        project = attrs.evolve(project, extra=(*project.extra, *self._left_over()))
        self._tell_of_other_sheets()
        return project

    # --- Sheets

    def _sheet(self, name: str | None, place: str) -> SheetCells:
        """Return a sheet by its name, or the only one. Raises `ReadError` where there is none, or several."""
        sheet, *others = sheets_called(self._source.sheets, name, self._source.name)
        if others and name is None:
            names = tuple(each.name for each in self._source.sheets)
            raise ReadError("workbook.which_sheet", place, source=self._source.name, choices=names)
        if sheet.name not in self._sheets:
            self._sheets[sheet.name] = SheetCells(self._source.name, sheet.name, sheet.rows())
        return self._sheets[sheet.name]

    def _rows(self, table: BudgetTable, side: LabelSide) -> BudgetRows:
        sheet = self._sheet(table.sheet, "sheet")
        heads = [
            each.heading if each.heading is not None and each.heading > table.first else each.first - 1
            for each in (*self._budget.costs, *self._budget.financing)
            if each.first > table.first and self._sheet(each.sheet, "sheet") is sheet
        ]
        end = min(heads) - 1 if table.last is None and heads else table.last
        # A unit above one table is that of the tables below it too.
        around = self._units_above(sheet, table)
        stated = Units(self._budget.currency, self._budget.unit)
        rows = BudgetRows(sheet, table, side, end=end, stated=stated, around=around)
        self.problems += rows.problems
        if not rows.lines:
            where = sheet.address(table.first, table.labels[0])
            self.problems.append(Problem("workbook.no_lines", "", where))
        return rows

    def _units_above(self, sheet: SheetCells, table: BudgetTable) -> Units:
        """Return the currency and the unit that texts above a table state for all its amounts: "Belopp i tkr"."""
        found: dict[tuple[str | None, int | None], tuple[int, int]] = {}
        for row, cells in sheet.rows.items():
            if row >= table.first:
                break
            for column, cell in enumerate(cells, 1):
                if column in (*table.amounts, table.total) or isinstance(cell, TypedCell) or not cell.strip():
                    continue
                unit = heading_unit(cell)
                if unit.currency or unit.scale:
                    # "Budget, SEK" is in kronor and no thousands of them.
                    found.setdefault((unit.currency, unit.scale or 1), (row, column))
        scales = {scale for _, scale in found}
        currencies = {currency for currency, _ in found if currency}
        own = table.unit or self._budget.unit
        if len(scales) > 1 and own is None:
            place = [*found.values()][1]
            raise ReadError("workbook.several_units", sheet.address(*place), sheet.text(*place), source=sheet.file)
        scale = scales.pop() if len(scales) == 1 else None
        if scale not in {None, 1} and own is None:
            place = next(where for (_, each), where in found.items() if each == scale)
            taken = Problem("workbook.unit_taken", unit=scale).in_cell(sheet.where(*place))
            if taken not in self.problems:
                self.problems.append(taken)
        currency = currencies.pop() if len(currencies) == 1 else None
        return Units(self._currency or currency, scale)

    # --- Single cells

    def _header(self, currency: str | None) -> RowValues:
        """Return what the single cells say."""
        values: dict[str, object] = {}
        evidence: dict[str, Evidence] = {}
        for path, address in self._budget.cells.items():
            sheet = self._sheet(address.sheet, f"budget.cells.{path}")
            where = sheet.where(address.row, address.column)
            label = self._label_beside(sheet, address)
            if is_not_stated(where.text):
                if not where.text:
                    self.problems.append(Problem("workbook.empty_cell").in_cell(where, path))
                continue
            try:
                values[path] = self._value(sheet, address, path, label, currency)
            except InvalidValue as error:
                self.problems.append(Problem.of(error).in_cell(where, path))
                continue
            evidence[path] = where
            sheet.use(address.row, address.column)
        for path, text in self._mapping.defaults.items():
            if path not in values and path != _CURRENCY:
                values[path], evidence[path] = value_in(path, text), Evidence(text=text)
        if "name" not in values:
            name = PurePath(self._source.name).stem or self._source.name
            self.problems.append(Problem("table.unnamed", "name", name))
            values["name"], evidence["name"] = name, Evidence(file=self._source.name)
        return RowValues(values, (), (), evidence)

    def _label_beside(self, sheet: SheetCells, address: CellAddress) -> str:
        """Return the nearest text to the left of a cell, which is its label."""
        for column in range(address.column - 1, 0, -1):
            text = sheet.text(address.row, column)
            if is_label(text) and address._replace(column=column) not in self._budget.cells.values():
                sheet.use(address.row, column)
                return text
        return ""

    def _value(self, sheet: SheetCells, address: CellAddress, path: str, label: str, currency: str | None) -> object:
        cell = sheet.cell(address.row, address.column)
        scale = self._budget.unit
        if scale is not None and names_other_unit(cell, scale):
            scale = 1
        mapping = ColumnMapping(heading=label, currency=self._budget.currency, unit=scale, zero=Zero.VALUE)
        facts = ColumnFacts(label, mapping, currency, is_swedish=are_swedish([label]))
        reader = reader_of(path, facts)
        reader.see(cell, address.row)
        where = sheet.where(address.row, address.column)
        self.problems += [problem.in_cell(where, path) for problem in reader.decide()]
        return reader.read(cell, None)

    # --- The budget

    def _made_budget(
        self,
        costs: Sequence[tuple[BudgetTable, BudgetRows]],
        financing: Sequence[tuple[BudgetTable, BudgetRows]],
        stated: dict[str, object],
        places: Dictionary[str, Evidence],
    ) -> Budget | None:
        """Return the budget of the tables; `stated` are the amounts of single cells, which are compared with it."""
        made_costs = [made for table, rows in costs for made in self._costs(table, rows)]
        paid = [made for table, rows in financing for made in self._contributions(table, rows)]
        total = stated.get(_TOTAL)
        rest = [Contribution.rest()] if self._has_unknown_payers else []
        try:
            budget = Budget(
                [each.made for each in made_costs],
                [*(each.made for each in paid), *rest],
                total=total if isinstance(total, Money) else None,
            )
        except InvalidValue as error:
            self.problems.append(Problem.of(error))
            return None
        self._note("budget.costs", "description", made_costs)
        self._note("budget.financing", "funder", paid)
        if _TOTAL in stated:
            self.evidence[_TOTAL] = places[_TOTAL]
        self._compare(budget, stated, places)
        return budget

    def _note(self, path: str, label: str, listed: Sequence[_Made[MadeT]]) -> None:
        """Note that lines have been read, and where they stand."""
        for index, each in enumerate(listed):
            each.rows.use(each.line)
            self.evidence[f"{path}[{index}]"] = each.rows.where(each.line, each.column)
            self.evidence[f"{path}[{index}].{label}"] = each.rows.where(each.line, None)

    def _compare(self, budget: Budget, stated: dict[str, object], places: Dictionary[str, Evidence]) -> None:
        """Tell where an amount of a single cell is not that of the tables."""
        amounts = [cost.amount for cost in budget.costs]
        known = [amount for amount in amounts if isinstance(amount, Money)]
        for path, amount in stated.items():
            computed: object = getattr(budget, path.rpartition(".")[2], None)
            if path == _TOTAL:
                computed = sum(known[1:], known[0]) if known and len(known) == len(amounts) else None
            if isinstance(amount, Money) and isinstance(computed, Money) and computed != amount:
                differs = Problem("workbook.sum_differs", stated=amount, computed=computed)
                self.problems.append(differs.in_cell(places[path], path))

    def _costs(self, table: BudgetTable, rows: BudgetRows) -> Iterator[_Made[Cost]]:
        told = RowsTold()
        for line in rows.lines:
            if line.meaning.source is not None and named_kind(table, line.label) is None:
                self.problems.append(Problem("workbook.no_cost").in_cell(rows.where(line, None)))
                continue
            own, of_group = category_of(table, line.label), category_of(table, line.group)
            category = own or of_group or table.others
            if category is None:
                told.add("workbook.category_unknown", line.row)
            elif own is not None and of_group not in {None, own}:
                told.add("workbook.category_of_words", line.row)
            elif own is None and of_group is not None and line.is_below:
                told.add("workbook.of_group", line.row)
            if is_flat_rate(line.label):
                told.add("workbook.flat_rate_as_stated", line.row)
            kind = category if isinstance(category, CostCategory) else CostCategory.OTHER
            text = f"{line.group}: {line.label}" if line.group and of_group is None else line.label
            for part in line.parts:
                cost = Cost(kind, ActualCost(part.amount), description=text, year=part.year, partner=part.partner)
                yield _Made(cost, rows, line, part.column)
        self.problems += told.problems(rows.where_in)

    def _contributions(self, table: BudgetTable, rows: BudgetRows) -> Iterator[_Made[Contribution]]:
        told = RowsTold()
        for line in rows.lines:
            group = label_meaning(line.group, within=LabelSide.FINANCING)
            source = source_of(table, line, group)
            if source is None:
                self._has_unknown_payers = True
                self.problems.append(Problem("workbook.source_unknown").in_cell(rows.where(line, None)))
                continue
            is_named = named_kind(table, line.label) is not None
            if line.is_below and not is_named and source is group.source is not line.meaning.source:
                told.add("workbook.of_group", line.row)
            body = body_of(line, source)
            funder = Funder(None if body is None else Organisation(body), source=source)
            form = line.meaning.form or (group.form if source.is_own else None)
            for part in line.parts:
                paid = Contribution(funder, part.amount, form=form, year=part.year, partner=part.partner)
                yield _Made(paid, rows, line, part.column)
        self.problems += told.problems(rows.where_in)

    # --- What is not read

    def _left_over(self) -> Iterator[tuple[str, str]]:
        """Yield the cells that were not read, with their labels; figures in no table are told."""
        for sheet in self._sheets.values():
            figures = Seen("")
            first: Evidence | None = None
            for row, cells in sheet.rows.items():
                left = [
                    column
                    for column, cell in enumerate(cells, 1)
                    if text_of(cell).strip() and not sheet.is_used(row, column)
                ]
                if not left:
                    continue
                # A label with something beside it is told with each of that.
                others = [column for column in left if sheet.text(row, column) != sheet.label_of(row)] or left
                for column in others:
                    label = sheet.called(row, column)
                    text = text_of(cells[column - 1]).strip()
                    yield ("" if label == text else label), text
                outside = [column for column in others if _is_figure(cells[column - 1])]
                if outside:
                    figures.add(row)
                    first = first or sheet.where(row, outside[0])
            if first is not None:
                self.problems.append(
                    Problem("workbook.figures_left", count=figures.count, rows=figures.shown).in_cell(first)
                )

    def _tell_of_other_sheets(self) -> None:
        for sheet in self._source.sheets:
            rows = 0 if sheet.name in self._sheets else sum(1 for _ in sheet.rows())
            if rows:
                self.problems.append(Problem("workbook.sheet_not_mapped", sheet=sheet.name, count=rows))


@attrs.frozen
class _Made(Generic[MadeT]):
    """A line of the budget, and the line and column of the table that it was made of."""

    made: MadeT
    rows: BudgetRows
    line: Line
    column: int


def _is_figure(cell: Cell) -> bool:
    return isinstance(cell, TypedCell) or looks_like_a_figure(cell)


def _only_currency(tables: Sequence[BudgetRows]) -> str | None:
    """Return the currency of all amounts that were read, where it is one."""
    found = {
        part.amount.currency for rows in tables for line in rows.lines for part in line.parts if part.amount is not None
    }
    return found.pop() if len(found) == 1 else None
