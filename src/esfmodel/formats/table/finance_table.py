r"""Read a printed finance table, compare its sums with its parts, and make budgets or allocations of it.

>>> table = read_finance_table(
...     "finansiär;mnkr\nEU-medel;11,2\nRegion Kronoberg;3,9\nTotalt;15,0\n",
... )
>>> for difference in table.differences():
...     print(difference)
line 4 (Totalt), mnkr: 15.1 computed, 15 stated, difference 0.1 (rounding)
>>> table.budget().eu_support
Money(11200000)
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.formats.reading import Problem
from esfmodel.formats.table._lines import (
    allocation_of_rows,
    allocations_of,
    budget_of_partners,
    budget_of_rows,
    column_called,
    differences_across,
    differences_down,
    items_of,
    portfolio_of,
)
from esfmodel.formats.table._parts import (
    Agreement,
    TableColumn,
    TableColumnKind,
    TableDifference,
    TableKind,
    TableRow,
)
from esfmodel.formats.table._words import kind_of_rows, source_called
from esfmodel.model.allocation import Allocations
from esfmodel.model.fields import as_call, as_call_on_lines, as_tuple, is_a, tuple_of
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from esfmodel.model.budget import Budget
    from esfmodel.model.costs import CostCategory
    from esfmodel.model.funding import FundingSource
    from esfmodel.model.portfolio import Portfolio

_NO_SOURCES: Mapping[str, FundingSource] = MappingProxyType({})
_NO_CATEGORIES: Mapping[str, CostCategory] = MappingProxyType({})

_NO_FIGURES = Problem("table.no_figures", "table")


def _as_columns(value: Iterable[TableColumn]) -> tuple[TableColumn, ...]:
    return tuple_of(TableColumn, value, "columns")


def _as_rows(value: Iterable[TableRow]) -> tuple[TableRow, ...]:
    return tuple_of(TableRow, value, "rows")


def _as_problems(value: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple_of(Problem, value, "problems")


@attrs.frozen(kw_only=True)
class FinanceTable:
    r"""A finance table that was read: columns, rows, the kind of its rows, and the problems found.

    Nothing is dropped: a cell whose figure cannot be read keeps its text and is in `problems`, as is an amount that was
    rounded. `kind` says what the rows are, for `budget` and `allocations`.

    Raises `InvalidValue` for a row without a cell for each column.

    >>> read_finance_table("projekt;kr\nGröna rum;450 000\nMatvägen;ca 500 000\n").kind
    <TableKind.DISTRIBUTION: 'distribution'>
    """

    kind: TableKind = attrs.field(default=TableKind.FINANCING, validator=is_a(TableKind))
    columns: tuple[TableColumn, ...] = attrs.field(default=(), converter=_as_columns)
    rows: tuple[TableRow, ...] = attrs.field(default=(), converter=_as_rows)
    problems: tuple[Problem, ...] = attrs.field(default=(), converter=_as_problems)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    def __attrs_post_init__(self) -> None:
        for index, row in enumerate(self.rows):
            if len(row.cells) != len(self.columns):
                raise InvalidValue(
                    "table.cells_of_row", f"rows[{index}].cells", len(row.cells), columns=len(self.columns)
                )

    def amount(self, label: str, column: str | None = None) -> Money | None:
        r"""Return the amount in the row with this label and the column with this heading; None if not stated.

        Raises `InvalidValue` where no row has this label, or several have.

        >>> read_finance_table("post;euro\nERDF;6 781 065,21\nERDF och medel;7 727 271,20\n").amount("ERDF")
        Money("6781065.21", "EUR")
        """
        found = [row for row in self.rows if label in {row.label, *row.labels}]
        if len(found) != 1:
            raise InvalidValue("table.not_one_row", "label", label, rows=len(found))
        return found[0].cells[column_called(self.columns, column)].amount

    def differences(self, *, equal: bool = True) -> tuple[TableDifference, ...]:
        r"""Compare every stated sum with the sum of its parts, and compute the sums that are not stated.

        Sums of columns come first, then sums of rows that have a column of totals. `equal=False` leaves out the sums
        that agree. Figures are summed as printed, before any rounding to the cent.

        >>> table = read_finance_table("program;EU, mnkr;nationellt, mnkr;totalt, mnkr\nNorra;1 255;1 255;2 511\n")
        >>> [(each.column, each.difference) for each in table.differences() if each.across]
        [('totalt, mnkr', Decimal('-1'))]
        """
        found = (
            *differences_down(self.columns, self.rows, may_leave=self._may_leave),
            *differences_across(self.columns, self.rows),
        )
        return tuple(each for each in found if equal or each.agreement is not Agreement.EQUAL)

    @property
    def adds_up(self) -> bool | None:
        """Whether every stated sum is the sum of its parts; None where that is not known.

        It is not known where no sum is stated, or where parts without an amount may make up the difference.
        """
        found = {each.agreement for each in self.differences()}
        if found & {Agreement.UNEQUAL, Agreement.ROUNDING}:
            return False
        return True if Agreement.EQUAL in found and Agreement.REMAINDER not in found else None

    @property
    def _may_leave(self) -> bool:
        """Whether the rows list grants only, so that the rest of the total may be an own contribution."""
        if self.kind is not TableKind.FINANCING:
            return False
        sources = [source_called(" ".join(row.labels)) for row in items_of(self.rows)]
        return bool(sources) and all(source is not None and not source.is_own for source in sources)

    def budget(
        self,
        *,
        column: str | None = None,
        sources: Mapping[str, FundingSource] = _NO_SOURCES,
        categories: Mapping[str, CostCategory] = _NO_CATEGORIES,
    ) -> Budget:
        r"""Return the budget of one project: of funders and costs, or of partners with the Union's part of each.

        `column` is the heading of the column of amounts, where there are several. `sources` and `categories` map labels
        to the source of a funder's money and the category of a cost; other labels are judged by their words, and a
        named body pays its own money. The total is the stated one. Amounts stay as printed, even where they do not add
        up: see `differences`.

        Raises `InvalidValue` for an unknown column, and as `Budget` does.

        >>> table = read_finance_table("partner;total;ERDF\nLaurea;202 352;151 764\nRSU;37 593,27;31 954,28\n")
        >>> f"{table.budget().eu_rate:en}"
        '76.57%'
        """
        if self.kind is TableKind.PARTNERS:
            return budget_of_partners(self.columns, self.rows, sources)
        index = column_called(self.columns, column)
        return budget_of_rows(self.kind, self.columns, self.rows, index, sources, categories)

    def portfolio(
        self, *, amount_is: FundingSource | None = None, sources: Mapping[str, FundingSource] = _NO_SOURCES
    ) -> Portfolio:
        r"""Return a project for each row, to be summed by fund and currency.

        The headings of the columns say who pays. An amount whose heading does not say is the total cost, or what
        `amount_is` says. A fund and an owner are taken from their columns; everything else is kept in `extra`.

        >>> table = read_finance_table("projekt;fond;kr\nMatloket;ERUF;5 726 825\nUng Nu;ESF+;23 675 216\n")
        >>> [(group.fund.value, group.total_cost.known) for group in table.portfolio().by_fund()]
        [('ERDF', Money(5726825)), ('ESF+', Money(23675216))]
        """
        return portfolio_of(self.columns, self.rows, sources, amount_is)

    def allocations(
        self, *, name: str = "programme", sources: Mapping[str, FundingSource] = _NO_SOURCES
    ) -> tuple[Allocations, ...]:
        r"""Return the allocations of programmes, one table for each currency.

        Where the rows are funders, they are one allocation with the given `name`.

        >>> table = read_finance_table("källa;mn euro\nEU;34\nEU-medlemsland;23\nNorge;6\n")
        >>> table.allocations(name="Botnia-Atlantica")[0].rows[0].partner_country
        Money(6000000, "EUR")
        """
        if self.kind is TableKind.FINANCING:
            row = allocation_of_rows(name, self.rows, column_called(self.columns, None), sources)
            return (Allocations([row]),)
        return allocations_of(self.columns, self.rows)


def read_finance_table(
    text: str,
    *,
    kind: TableKind | None = None,
    currency: str = "SEK",
    unit: int = 1,
    decimal: str | None = None,
    labels: Collection[str] = (),
    totals: Collection[str] | None = None,
) -> FinanceTable:
    r"""Read a finance table: a heading, then rows of cells separated by tabs, semicolons or commas.

    The first column holds labels. A heading may give the currency and unit of its amounts ("EU-medel, mn euro",
    "mnkr"); `currency` and `unit` are for columns that do not. An empty cell or a dash states nothing. A number may
    have a word before it ("drygt 6,8 miljoner kronor"). Its decimal mark is a comma or a point, the same in the whole
    column; `decimal` gives it where the cells leave it open. `kind` says what the rows are, where the first heading
    does not ("finansiär", "partner", "projekt", "program"). `labels` are headings of further columns that hold labels
    but look like figures, and `totals` the labels of rows of sums not called "Totalt", "Summa" or "Delsumma".

    What cannot be read is in `problems`, and its text is kept. Raises `ReadError` for a text that is no table or has
    more than two million characters, and `InvalidValue` for an impossible option.

    >>> table = read_finance_table("partner;euro\nArcada;163 370,67\nTartu;40 881,6595\n")
    >>> table.problems[0].line, table.problems[0].place, table.problems[0].params["amount"]
    (3, 'euro', Money("40881.66", "EUR"))
    """
    # Imported here because it loads the languages, which other users of the formats do not need.
    from esfmodel.formats.table._forms import TableLine, grid_of
    from esfmodel.formats.table._reading import CellPlace, joined_rows, read_column

    _check_options(kind, currency, unit, decimal)
    grid = grid_of(text)
    heading, lines = grid.heading or TableLine(1, ("",) * max(len(line.cells) for line in grid.lines)), grid.lines
    named = set(as_tuple(labels, "headings", "labels"))
    if named - {*heading.cells}:
        raise InvalidValue("value.not_usable", "labels", sorted(named - {*heading.cells})[0], choices=heading.cells)
    columns = [
        read_column(
            name,
            [line.cells[index] if index < len(line.cells) else "" for line in lines],
            [CellPlace(name or f"column {index + 1}", line.number) for line in lines],
            is_label=index == 0 or name in named,
            currency=currency,
            unit=unit,
            decimal=decimal,
        )
        for index, name in enumerate(heading.cells)
    ]
    whole_table = [] if any(each.column.kind is not TableColumnKind.LABEL for each in columns) else [_NO_FIGURES]
    rows, of_rows = joined_rows(lines, columns, None if totals is None else set(as_tuple(totals, "labels", "totals")))
    return FinanceTable(
        kind=kind or kind_of_rows(heading.cells[0], [row.labels for row in items_of(rows)]),
        columns=[each.column for each in columns],
        rows=rows,
        problems=[*whole_table, *(problem for each in columns for problem in each.problems), *of_rows],
    )


def _check_options(kind: TableKind | None, currency: str, unit: int, decimal: str | None) -> None:
    if kind is not None and not isinstance(kind, TableKind):
        raise TypeError(f"kind must be TableKind or None, not {type(kind).__name__}")
    Money(0, currency)  # raises for an unknown currency
    if isinstance(unit, bool) or not isinstance(unit, int):
        raise TypeError(f"unit must be int, not {type(unit).__name__}")
    if unit not in {10**power for power in range(10)}:
        raise InvalidValue("argument.unit", "unit", unit)
    if decimal not in {None, ",", "."}:
        raise InvalidValue("argument.decimal", "decimal", decimal)
