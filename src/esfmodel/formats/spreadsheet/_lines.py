"""The lines of a budget as rows of a sheet: which lines share a row, which columns there are, and what is computed.

Lines of years that follow each other and agree in all else stand in one row, with a column for each year. A row has the
amounts of its lines, or the formulas that compute them.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, cast

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.formats.cells.grid import MOST_COLUMNS, letters_of_column
from esfmodel.formats.schema import REST
from esfmodel.formats.spreadsheet._cells import Typed, amount_cell, typed
from esfmodel.formats.spreadsheet._layout import (
    ACTUAL_COST,
    BASE,
    BASIS_TYPE,
    BETWEEN_ITEMS,
    COSTS,
    FUNDER,
    FUNDER_SOURCE,
    HEADING_ROWS,
    NOT_STATED,
    OTHERS,
    SHEETS,
    YEAR,
    Fact,
    Table,
    facts_of,
)
from esfmodel.model.computed import base_of, groups_of
from esfmodel.model.costs import CostCategory, FlatRate
from esfmodel.values.currencies import MINOR_DIGITS
from esfmodel.values.money import Money, Rate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from esfmodel.model.budget import Budget

# Excel takes 255; so many references are less than the 8 192 characters that it takes, too.
_MOST_ARGUMENTS = 250
_SURE_DIGITS = 15


@attrs.frozen
class LineRow:
    """A row: what its lines have in common, by their keys, and the index of each by its year; None for no year."""

    facts: Mapping[str, Fact]
    lines: Mapping[int | None, int]


class Formula(NamedTuple):
    """A formula and the number that it computes."""

    text: str
    value: Decimal


class Lines:
    """The lines of a table as rows and columns; rows and columns are counted from 1.

    `spare` is how many empty rows follow the last line: the sums include them, so that rows put in there are summed.
    With `is_asked` there are columns for what a template asks for.
    """

    def __init__(
        self,
        table: Table,
        plain: Sequence[dict[str, object]],
        language: str,
        *,
        spare: int = 1,
        years: Iterable[int] = (),
        is_asked: bool = False,
    ) -> None:
        self.table = table
        self.language = language
        self._facts = [_line_facts(table, each, language) for each in plain]
        self.rows = _rows(table, self._facts)
        used = {key: None for row in self.rows for key in row.facts}
        known = [*table.columns, *(key for key in table.more if key in used or (is_asked and key in table.asked))]
        self.keys = [*known, *(key for key in used if key not in known)]
        found = {year for row in self.rows for year in row.lines}
        stated = sorted({year for year in found if year is not None} | {*years})
        self.years: list[int | None] = [None, *stated] if None in found or not stated or is_asked else [*stated]
        self.first_row = HEADING_ROWS + 1
        self.sum_row = self.first_row + len(self.rows) + spare
        self.first_amount = len(self.keys) + 1
        columns = len(self.keys) + len(self.years) + 1
        if columns > MOST_COLUMNS:
            raise InvalidValue("workbook.too_many_columns", table.path, count=columns, most=MOST_COLUMNS)
        self.sum_column = self.first_amount + len(self.years) if len(self.years) > 1 else None
        self._places = {
            line: (self.first_row + at, self.first_amount + self.years.index(year))
            for at, row in enumerate(self.rows)
            for year, line in row.lines.items()
        }

    @property
    def count_of_amounts(self) -> int:
        """How many columns hold amounts or their sums."""
        return len(self.years) + (self.sum_column is not None)

    def row_of(self, line: int) -> int:
        """Return the index in `rows` of the row of a line."""
        return self._places[line][0] - self.first_row

    def cells(self) -> list[str]:
        """Return the cell of the amount of each line, with its sheet."""
        sheet = SHEETS[self.table.name][self.language]
        return [f"{sheet}!{cell_range(row, row, column)}" for _, (row, column) in sorted(self._places.items())]

    def amount_of(self, line: int) -> Fact | None:
        """Return the amount that is stated for a line."""
        return self._facts[line].get(self.table.amount)

    def number_of(self, line: int) -> Decimal | None:
        """Return the number in the cell of an amount that is stated; None where it is text, or not stated."""
        number = self.amount_typed(line).value
        return number if isinstance(number, Decimal) else None

    def amount_typed(self, line: int) -> Typed:
        """Return the cell of an amount that is stated, or the words for one that is not."""
        amount = self.amount_of(line)
        if amount is None:
            return Typed(NOT_STATED[self.language])
        return amount_cell(str(amount.value), with_currency=False) or Typed(str(amount.value))

    def fact_typed(self, fact: Fact) -> Typed:
        """Return the cell of a key of a line."""
        return fact.value if isinstance(fact.value, Typed) else typed(fact, self.language)

    def sum_of(self, lines: Iterable[int], sheet: str = "") -> str | None:
        """Return a sum of amounts as part of a formula; None where it would be too long.

        `sheet` is the prefix of references from another sheet.
        """
        ranges = _ranges(self._places[line] for line in lines)
        if len(ranges) > _MOST_ARGUMENTS:
            return None
        cells = ",".join(f"{sheet}{cell_range(first, last, column)}" for first, last, column in ranges)
        return f"SUM({cells})" if cells else "0"


def _line_facts(table: Table, plain: dict[str, object], language: str) -> dict[str, Fact]:
    """Return the facts of a line by their keys, which are columns: the items of a list share one, as JSON.

    The base of a flat rate, and an unnamed funder, are in words.
    """
    facts = {fact.path: fact for fact in facts_of(plain, table.kind, divides_lists=False)}
    base = facts.get(BASE)
    if base is not None and base.value:
        items = (Fact(BASE, CostCategory, each) for each in cast("list[object]", base.value))
        words = BETWEEN_ITEMS.join(str(typed(each, language).value) for each in items)
        facts[BASE] = Fact(BASE, CostCategory, Typed(words))
    rest = facts.get(FUNDER)
    if rest is not None and rest.value == REST:
        del facts[FUNDER]
        facts[FUNDER_SOURCE] = Fact(FUNDER_SOURCE, str, Typed(OTHERS[language]))
    return facts


def _rows(table: Table, lines: Sequence[dict[str, Fact]]) -> list[LineRow]:
    rows: list[LineRow] = []
    for index, line in enumerate(lines):
        year = line.get(YEAR)
        facts = {key: fact for key, fact in line.items() if key not in {table.amount, YEAR}}
        when = None if year is None else int(str(year.value))
        if table is COSTS and facts[BASIS_TYPE].value != ACTUAL_COST:
            # Its amount is computed, and a formula states no year.
            rows.append(LineRow({**facts, **({} if year is None else {YEAR: year})}, {when: index}))
        elif rows and when is not None and rows[-1].facts == facts and _is_later(when, rows[-1]):
            rows[-1] = LineRow(facts, {**rows[-1].lines, when: index})
        else:
            rows.append(LineRow(facts, {when: index}))
    return rows


def _is_later(year: int, row: LineRow) -> bool:
    return all(each is not None and each < year for each in row.lines)


def _ranges(places: Iterable[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Return cells, given by row and column, as ranges of first row, last row and column."""
    ranges: list[tuple[int, int, int]] = []
    for row, column in sorted(places, key=lambda place: (place[1], place[0])):
        if ranges and ranges[-1][1:] == (row - 1, column):
            ranges[-1] = (ranges[-1][0], row, column)
        else:
            ranges.append((row, row, column))
    return ranges


def cell_range(first: int, last: int, column: int) -> str:
    """Return the cells of a column from a row to another.

    >>> cell_range(3, 9, 2), cell_range(3, 3, 2)
    ('B3:B9', 'B3')
    """
    letters = letters_of_column(column)
    return f"{letters}{first}" if first == last else f"{letters}{first}:{letters}{last}"


class CostFormulas:
    """The formulas of the lines of cost whose amount is computed: unit costs, and flat rates on other lines.

    A line whose amount is known within bounds alone has none, and neither has what such an amount is part of.
    """

    def __init__(self, budget: Budget, lines: Lines) -> None:
        self._budget = budget
        self._lines = lines
        self._groups = groups_of(budget.costs)
        self._found: dict[int, Formula | None] = {}
        self._digits = MINOR_DIGITS.get(budget.currency or "", 2)

    def of(self, index: int) -> Formula | None:
        """Return the formula of a line; None where its amount is stated, or cannot be computed in a cell."""
        if self._lines.amount_of(index) is not None:
            return None
        if index not in self._found:
            self._found[index] = self._formula(index)
        return self._found[index]

    def is_exact(self, index: int) -> bool:
        """Whether the cell of a line holds a number, stated or computed."""
        return self._lines.number_of(index) is not None or self.of(index) is not None

    def _formula(self, index: int) -> Formula | None:
        amount = self._budget.cost_amounts[index]
        basis = self._budget.costs[index].basis
        if not isinstance(amount, Money) or not _is_sure(amount):
            return None
        # No other amount is known and not stated.
        product = self._share(index, basis) if isinstance(basis, FlatRate) else self._product(index)
        return None if product is None else Formula(f"=ROUND({product},{self._digits})", amount.amount)

    def _product(self, index: int) -> str | None:
        price, units = (self._cell(index, key) for key in ("basis.price", "basis.units"))
        return None if price is None or units is None else f"{price}*{units}"

    def _share(self, index: int, basis: FlatRate) -> str | None:
        certain, perhaps = base_of(self._budget.costs[index], basis, self._groups)
        if perhaps or not all(map(self.is_exact, certain)):
            return None
        base = self._lines.sum_of(certain)
        rate = self._cell(index, "basis.rate") or _as_quotient(basis.rate)
        return None if base is None or rate is None else f"{base}*{rate}"

    def _cell(self, index: int, key: str) -> str | None:
        """Return the cell of a number of a line; None where it is written as text."""
        row = self._lines.row_of(index)
        cell = self._lines.fact_typed(self._lines.rows[row].facts[key])
        if isinstance(cell.value, str):
            return None
        return f"{letters_of_column(self._lines.keys.index(key) + 1)}{self._lines.first_row + row}"


def _as_quotient(rate: Rate) -> str | None:
    part, whole = rate.fraction.as_integer_ratio()
    return f"({part}/{whole})" if len(f"{part}") <= _SURE_DIGITS >= len(f"{whole}") else None


def _is_sure(amount: Money) -> bool:
    return len(f"{abs(amount.minor)}") <= _SURE_DIGITS
