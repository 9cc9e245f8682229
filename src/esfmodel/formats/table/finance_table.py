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

from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.formats.reading import Problem
from esfmodel.formats.table._forms import TableForm
from esfmodel.formats.table.parts import (
    Agreement,
    TableColumn,
    TableColumnKind,
    TableDifference,
    TableKind,
    TableRow,
)
from esfmodel.model.allocation import Allocations
from esfmodel.model.fields import as_call, as_call_on_lines, as_tuple, is_a, texts_of, tuple_of
from esfmodel.values.format import as_html
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from esfmodel.formats.table._budgets import Sheet
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


def _as_caption(value: Iterable[str]) -> tuple[str, ...]:
    return texts_of(value, "caption")


def _as_notes(value: Iterable[str]) -> tuple[str, ...]:
    return texts_of(value, "notes")


_METHODS = MappingProxyType(
    {
        TableKind.FINANCING: "budget",
        TableKind.COSTS: "budget",
        TableKind.BUDGET: "budget",
        TableKind.PARTNERS: "budget",
        TableKind.DISTRIBUTION: "portfolio",
        TableKind.PROGRAMME: "allocations",
    }
)
"""What each kind of table is made into."""


@attrs.frozen(kw_only=True)
class FinanceTable:
    r"""A finance table that was read: columns, rows, the kind of its rows, and the problems found.

    Nothing is dropped: a cell whose figure cannot be read keeps its text and is in `problems`, as are an amount that
    was rounded, a unit that was assumed, and a label that does not say what its amount is. `kind` says what the rows
    are, for `budget`, `portfolio` and `allocations`. `form` is how the cells were parted, `caption` and `notes` the
    lines above and below the rows.

    Raises `InvalidValue` for a row without a cell for each column.

    >>> read_finance_table("projekt;kr\nGröna rum;450 000\nMatvägen;ca 500 000\n").kind
    <TableKind.DISTRIBUTION: 'distribution'>
    """

    kind: TableKind = attrs.field(default=TableKind.FINANCING, validator=is_a(TableKind))
    columns: tuple[TableColumn, ...] = attrs.field(default=(), converter=_as_columns)
    rows: tuple[TableRow, ...] = attrs.field(default=(), converter=_as_rows)
    form: TableForm | None = attrs.field(default=None, validator=is_a(TableForm, type(None)))
    caption: tuple[str, ...] = attrs.field(default=(), converter=_as_caption)
    notes: tuple[str, ...] = attrs.field(default=(), converter=_as_notes)
    problems: tuple[Problem, ...] = attrs.field(default=(), converter=_as_problems)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines
    _repr_html_ = as_html

    def __attrs_post_init__(self) -> None:
        for index, row in enumerate(self.rows):
            if len(row.cells) != len(self.columns):
                raise InvalidValue(
                    "table.cells_of_row", f"rows[{index}].cells", len(row.cells), columns=len(self.columns)
                )

    @cached_property
    def _sheet(self) -> Sheet:
        # Imported here because it loads the languages, which other users of the formats do not need.
        from esfmodel.formats.table._budgets import Sheet

        return Sheet.of(self.kind, self.columns, self.rows)

    @cached_property
    def _rows_called(self) -> Mapping[str, Sequence[TableRow]]:
        """The rows with each label, or with these labels joined."""
        called: dict[str, list[TableRow]] = {}
        for row in self.rows:
            for label in {row.label, *row.labels}:
                called.setdefault(label, []).append(row)
        return called

    def amount(self, label: str, column: str | None = None) -> Money | None:
        r"""Return the amount in the row with this label and the column with this heading; None if not stated.

        Raises `InvalidValue` where no row has this label, or several have.

        >>> read_finance_table("post;euro\nERDF;6 781 065,21\nERDF och medel;7 727 271,20\n").amount("ERDF")
        Money("6781065.21", "EUR")
        """
        from esfmodel.formats.table._budgets import column_called

        found = self._rows_called.get(label, ())
        if len(found) != 1:
            raise InvalidValue("table.not_one_row", "label", label, rows=len(found))
        return found[0].cells[column_called(self._sheet, column)].amount

    def differences(self, *, equal: bool = True) -> tuple[TableDifference, ...]:
        r"""Compare every stated sum with the sum of its parts, and compute the sums that are not stated.

        Sums of columns come first, then sums of rows that have a column of totals. `equal=False` leaves out the sums
        that agree. Figures are summed as printed, before any rounding to the cent.

        >>> table = read_finance_table("program;EU, mnkr;nationellt, mnkr;totalt, mnkr\nNorra;1 255;1 255;2 511\n")
        >>> [(each.column, each.difference) for each in table.differences() if each.across]
        [('totalt, mnkr', Decimal('-1'))]
        """
        return tuple(each for each in self._differences if equal or each.agreement is not Agreement.EQUAL)

    @cached_property
    def _differences(self) -> tuple[TableDifference, ...]:
        from esfmodel.formats.table._sums import differences_of

        rows = self._sheet.summed()
        return differences_of(
            self.columns,
            [row for row, _ in rows],
            of_columns=self._sheet.meanings.columns,
            of_rows=[meaning for _, meaning in rows],
            kind=self.kind,
            may_leave=self._may_leave,
        )

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
        from esfmodel.text.reading.labels import NO_MONEY

        if self.kind is not TableKind.FINANCING:
            return False
        sources = [meaning.source for _, meaning in self._sheet.listed() if meaning.side not in NO_MONEY]
        return bool(sources) and all(source is not None and not source.is_own for source in sources)

    def _refuse_unless(self, *kinds: TableKind) -> None:
        if self.kind not in kinds:
            raise InvalidValue("table.other_kind", "kind", self.kind, method=_METHODS[self.kind])

    def budget(
        self,
        *,
        column: str | None = None,
        sources: Mapping[str, FundingSource] = _NO_SOURCES,
        categories: Mapping[str, CostCategory] = _NO_CATEGORIES,
    ) -> Budget:
        r"""Return the budget of one project: of funders and costs, or of partners with their costs and grants.

        `column` is the heading of the column of amounts, where there are several, or of a partner's costs. Columns of
        years are taken together, each with its lines, or their total where they do not make it up; a budget goes before
        its outcome. `sources` and `categories` map labels and headings to the source of a funder's money and the
        category of a cost; others are judged by their words. A label that says neither is a problem of the table, and
        is left out; what was paid is no part of a budget. The total is the stated one. Amounts stay as printed, even
        where they do not add up: see `differences`.

        Raises `InvalidValue` for a table of projects or programmes, for an unknown column, where the table does not
        say which column is meant, and as `Budget` does.

        >>> table = read_finance_table("partner;total;ERDF\nLaurea;202 352;151 764\nRSU;37 593,27;31 954,28\n")
        >>> f"{table.budget().eu_rate:en}"
        '76.57%'
        """
        from esfmodel.formats.table._budgets import budget_of_partners, budget_of_rows, columns_of_budget

        self._refuse_unless(TableKind.FINANCING, TableKind.COSTS, TableKind.BUDGET, TableKind.PARTNERS)
        if self.kind is TableKind.PARTNERS:
            return budget_of_partners(self._sheet, sources, column)
        columns = columns_of_budget(self._sheet, column)
        return budget_of_rows(self._sheet, self.kind, columns, sources, categories)

    def portfolio(
        self,
        *,
        amount_is: FundingSource | None = None,
        sources: Mapping[str, FundingSource] = _NO_SOURCES,
        total: str | None = None,
    ) -> Portfolio:
        r"""Return a project for each row, to be summed by fund and currency.

        The headings of the columns say what the cells are. An amount whose heading does not say is kept in `extra`,
        unless `total` is its heading, for a column of total costs, or `amount_is` or `sources` says whose money it is.
        What is applied for is in a decision, and so is what is granted. Paid money, and everything else without a
        field, is kept in `extra`.

        Raises `InvalidValue` for a table whose rows are no projects.

        >>> table = read_finance_table("projekt;fond;EU-stöd, kr\nMatloket;ERUF;5 726 825\nUng Nu;ESF+;23 675 216\n")
        >>> [(group.fund.value, group.eu_support.known) for group in table.portfolio().by_fund()]
        [('ERDF', Money(5726825)), ('ESF+', Money(23675216))]
        """
        from esfmodel.formats.table._budgets import portfolio_of

        self._refuse_unless(TableKind.DISTRIBUTION)
        return portfolio_of(self._sheet, sources, amount_is, total)

    def allocations(
        self, *, name: str = "programme", sources: Mapping[str, FundingSource] = _NO_SOURCES
    ) -> tuple[Allocations, ...]:
        r"""Return the allocations of programmes, one table for each currency.

        Where the rows are funders, they are one allocation with the given `name`. Raises `InvalidValue` for a table
        whose rows are neither programmes nor funders.

        >>> table = read_finance_table("källa;mn euro\nEU;34\nEU-medlemsland;23\nNorge;6\n")
        >>> table.allocations(name="Botnia-Atlantica")[0].rows[0].partner_country
        Money(6000000, "EUR")
        """
        from esfmodel.formats.table._budgets import allocation_of_rows, allocations_of, columns_of_budget

        self._refuse_unless(TableKind.PROGRAMME, TableKind.FINANCING)
        if self.kind is TableKind.FINANCING:
            columns = columns_of_budget(self._sheet, None)
            return (Allocations([allocation_of_rows(self._sheet, name, columns, sources)]),)
        return allocations_of(self._sheet)


def read_finance_table(
    text: str,
    *,
    kind: TableKind | None = None,
    currency: str | None = None,
    unit: int | None = None,
    decimal: str | None = None,
    labels: Collection[str] = (),
    totals: Collection[str] | None = None,
    width: int | None = None,
) -> FinanceTable:
    r"""Read a finance table from its text, in any of the forms in which tables are copied.

    The cells may be parted by tabs, semicolons, commas, bars (also in Markdown) or runs of spaces, or be those of one
    HTML table; "EU-stöd: 500 000 kr" on each line is a table too, and so is one cell a line if `width` is the number of
    columns. Captions, notes and sources are kept aside.

    The first column holds labels. Currency and unit are taken from the headings ("EU-medel, mn euro", "Belopp i tkr"),
    the cells, a caption, a note or a column of their own. `currency` and `unit` are for columns that have none; without
    them they are those of the other columns, or whole kronor, and a problem says so. An empty cell or a dash states
    nothing. A number may have a word before it ("drygt 6,8 miljoner kronor"). Its decimal mark is a comma or a point,
    the same in the whole column; `decimal` gives it where the cells leave it open. `kind` says what the rows are, where
    the headings and labels do not. `labels` are headings of further columns that hold labels but look like figures, and
    `totals` the labels of rows of sums not called "Totalt", "Summa" or "Delsumma".

    What cannot be read is in `problems`, and its text is kept. Raises `ReadError` for a text that is no table or has
    more than two million characters, 20 000 lines or 200 columns, and `InvalidValue` for an impossible option.

    >>> table = read_finance_table("partner;euro\nArcada;163 370,67\nTartu;40 881,6595\n")
    >>> table.problems[0].line, table.problems[0].place, table.problems[0].params["amount"]
    (3, 'euro', Money("40881.66", "EUR"))
    """
    # Imported here because they load the languages, which other users of the formats do not need.
    from esfmodel.formats.table._forms import grid_of
    from esfmodel.formats.table._meanings import LISTS, kind_of_table, problems_of_labels, rows_of, rows_of_list
    from esfmodel.formats.table._reading import read_columns
    from esfmodel.text.reading.labels import label_meaning

    _check_options(kind, currency, unit, decimal)
    grid = grid_of(text, width=width)
    headings = grid.heading.cells if grid.heading else ("",) * max(len(line.cells) for line in grid.lines)
    named = set(as_tuple(labels, "headings", "labels"))
    if named - {*headings}:
        raise InvalidValue("value.not_usable", "labels", sorted(named - {*headings})[0], choices=headings)
    caption, notes = ([" ".join(filter(None, line.cells)) for line in lines] for lines in (grid.caption, grid.notes))
    of_rows = [label_meaning(line.cells[0]) for line in grid.lines]
    read, of_units = read_columns(
        headings, grid.lines, [*caption, *notes], of_rows, labels=named, currency=currency, unit=unit, decimal=decimal
    )
    columns = [each.column for each in read]
    whole_table = [] if any(each.kind is not TableColumnKind.LABEL for each in columns) else [_NO_FIGURES]
    given = None if totals is None else set(as_tuple(totals, "labels", "totals"))
    rows, problems = rows_of(grid.lines, read, of_rows, given)
    found = kind or kind_of_table(columns, rows)
    if found in LISTS and given is None:
        rows, of_names = rows_of_list(rows, of_rows)
        problems += of_names
    of_columns = [problem for each in read for problem in each.problems]
    return FinanceTable(
        kind=found,
        columns=columns,
        rows=rows,
        form=grid.form,
        caption=caption,
        notes=notes,
        problems=[
            *grid.problems,
            *whole_table,
            *of_units,
            *of_columns,
            *problems,
            *problems_of_labels(found, columns, rows),
        ],
    )


def _check_options(kind: TableKind | None, currency: str | None, unit: int | None, decimal: str | None) -> None:
    if kind is not None and not isinstance(kind, TableKind):
        raise TypeError(f"kind must be TableKind or None, not {type(kind).__name__}")
    if currency is not None:
        Money(0, currency)  # raises for an unknown currency
    if unit is not None and (isinstance(unit, bool) or not isinstance(unit, int)):
        raise TypeError(f"unit must be int, not {type(unit).__name__}")
    if unit not in {None, *(10**power for power in range(10))}:
        raise InvalidValue("argument.unit", "unit", unit)
    if decimal not in {None, ",", "."}:
        raise InvalidValue("argument.decimal", "decimal", decimal)
