"""Hypothesis strategies for finance tables and allocations: tables that are drawn as text and read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from esfmodel.formats import FinanceTable, TableCell, TableColumn, TableDifference, TableRow, read_finance_table
from esfmodel.model.allocation import Allocation, Allocations
from esfmodel.testing._fields import in_currency, with_some
from esfmodel.testing._figures import money
from esfmodel.testing._words import names

if TYPE_CHECKING:
    from collections.abc import Sequence

_FUNDERS = ("EU-medel", "Region Kronoberg", "Växjö kommun", "egen medfinansiering", "ERDF", "Almi")
_HEADINGS = ("kr", "EU-medel, mn euro", "nationellt, mnkr", "totalt, mnkr", "antal", "andel, %", "fond")


def allocations(currency: str | None = None) -> st.SearchStrategy[Allocation]:
    """What one programme is given, in one currency, of which some or nothing is stated.

    >>> from hypothesis import given
    >>> @given(allocations("EUR"))
    ... def parts_are_in_one_currency(allocation):
    ...     assert allocation.currency in {None, "EUR"}
    >>> parts_are_in_one_currency()
    """

    def of(code: str) -> st.SearchStrategy[Allocation]:
        amounts = money(code)
        return with_some(Allocation, names(), eu=amounts, national=amounts, partner_country=amounts, total=amounts)

    return in_currency(currency, of)


def tables_of_allocations(currency: str | None = None) -> st.SearchStrategy[Allocations]:
    """Allocations of one currency with the sums that a source states, right or wrong.

    >>> from hypothesis import given
    >>> @given(tables_of_allocations())
    ... def sums_are_in_the_currency(table):
    ...     assert table.sums.currency in {None, table.currency}
    >>> sums_are_in_the_currency()
    """

    def of(code: str) -> st.SearchStrategy[Allocations]:
        return with_some(Allocations, st.lists(allocations(code), max_size=3), stated=allocations(code))

    return in_currency(currency, of)


def finance_tables() -> st.SearchStrategy[FinanceTable]:
    """Finance tables as they are printed and read: with and without totals, which are right or wrong.

    >>> from hypothesis import given
    >>> @given(finance_tables())
    ... def each_row_has_its_cells(table):
    ...     assert all(len(row.cells) == len(table.columns) for row in table.rows)
    >>> each_row_has_its_cells()
    """
    headings = st.lists(st.sampled_from(_HEADINGS), min_size=1, max_size=3, unique=True)
    return headings.flatmap(_tables_headed)


def _tables_headed(headings: Sequence[str]) -> st.SearchStrategy[FinanceTable]:
    cells = st.one_of(
        st.integers(0, 10**6).map(str),
        st.sampled_from(("-", "12,5", "12 500", "drygt 3", "6,8 miljoner", "ej klart", "ERUF")),
    )
    row = st.tuples(st.sampled_from(_FUNDERS), *(cells for _ in headings))
    rows = st.lists(row, min_size=1, max_size=4)
    last = st.lists(st.tuples(st.just("Totalt"), *(cells for _ in headings)), max_size=1)

    def table(items: Sequence[Sequence[str]], totals: Sequence[Sequence[str]]) -> FinanceTable:
        return _read([("finansiär", *headings), *items, *totals])

    return st.builds(table, rows, last)


def _read(rows: Sequence[Sequence[str]]) -> FinanceTable:
    return read_finance_table("\n".join("\t".join(cells) for cells in rows))


def table_columns() -> st.SearchStrategy[TableColumn]:
    """Columns of drawn tables.

    >>> from hypothesis import given
    >>> @given(table_columns())
    ... def only_amounts_have_a_currency(column):
    ...     assert (column.currency is not None) == (column.kind.value == "amount")
    >>> only_amounts_have_a_currency()
    """
    return finance_tables().flatmap(lambda table: st.sampled_from(table.columns))


def table_rows() -> st.SearchStrategy[TableRow]:
    """Rows of drawn tables.

    >>> from hypothesis import given
    >>> @given(table_rows())
    ... def a_row_has_a_label(row):
    ...     assert row.label
    >>> a_row_has_a_label()
    """
    return finance_tables().flatmap(lambda table: st.sampled_from(table.rows))


def table_cells() -> st.SearchStrategy[TableCell]:
    """Cells of drawn tables, with a figure or without.

    >>> from hypothesis import given
    >>> @given(table_cells())
    ... def a_figure_has_a_last_digit(cell):
    ...     assert (cell.value is None) == (cell.step is None)
    >>> a_figure_has_a_last_digit()
    """
    return table_rows().flatmap(lambda row: st.sampled_from(row.cells))


def table_differences() -> st.SearchStrategy[TableDifference]:
    """Sums of drawn tables, stated or not, right or wrong.

    >>> from hypothesis import given
    >>> @given(table_differences())
    ... def what_is_not_stated_has_no_difference(difference):
    ...     assert (difference.stated is None) == (difference.difference is None)
    >>> what_is_not_stated_has_no_difference()
    """
    rows = st.lists(st.integers(0, 10**6).map(str), min_size=2, max_size=4)
    last = st.sampled_from(("-", "0", "3", "drygt 1 200", "1,5 miljoner"))

    def difference(amounts: Sequence[str], stated: str) -> TableDifference:
        items = [("EU-medel", amount) for amount in amounts]
        return _read([("finansiär", "kr"), *items, ("Totalt", stated)]).differences()[0]

    return st.builds(difference, rows, last)
