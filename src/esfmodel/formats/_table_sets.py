"""A finance table as a set: a portfolio with a project for each row, or the allocations of programmes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel.formats._table_figures import is_not_stated
from esfmodel.formats._table_lines import amounts_of, budget_of_row, funder_of, items_of
from esfmodel.formats._table_parts import TableColumnKind, TableRowKind
from esfmodel.formats._table_words import fund_called, is_part_of_a_part, is_whole, source_called
from esfmodel.model.allocation import Allocation, Allocations
from esfmodel.model.funding import FundingSource
from esfmodel.model.organisation import Organisation
from esfmodel.model.portfolio import Portfolio
from esfmodel.model.project import Project

if TYPE_CHECKING:
    from collections.abc import Sequence

    from esfmodel.formats._table_lines import Sources
    from esfmodel.formats._table_parts import TableColumn, TableRow
    from esfmodel.values.money import Money

_OWNERS = frozenset({"sökande", "stödmottagare", "projektägare", "beneficiary", "applicant", "lead partner"})
_MEASURES = {
    FundingSource.EU: "eu",
    FundingSource.EU_AND_STATE: "eu",
    FundingSource.PARTNER_COUNTRY: "partner_country",
}


def portfolio_of(
    columns: Sequence[TableColumn], rows: Sequence[TableRow], sources: Sources, amount_is: FundingSource | None
) -> Portfolio:
    """Make a project of each row; what has no field of its own is kept in `extra`."""
    return Portfolio([_project_of(columns, row, sources, amount_is) for row in items_of(rows)])


def _project_of(
    columns: Sequence[TableColumn], row: TableRow, sources: Sources, amount_is: FundingSource | None
) -> Project:
    budget, taken = budget_of_row(columns, row, sources, amount_is)
    name = row.labels[0]
    owner: Organisation | None = None
    fund = fund_called(name)
    extra: list[tuple[str, str]] = []
    for index, (column, cell) in enumerate(zip(columns, row.cells, strict=True)):
        if index in taken or is_not_stated(cell.text) or cell.text == name:
            continue
        named = fund_called(cell.text) if fund is None and column.kind is TableColumnKind.LABEL else None
        if named is not None:
            fund = named
        elif owner is None and column.heading.casefold() in _OWNERS:
            owner = Organisation(cell.text)
        else:
            extra.append((column.heading, cell.text))
    extra += [("", text) for text in row.beyond]
    return Project(name, fund=fund, beneficiary=owner, budget=budget, extra=extra)


def allocations_of(columns: Sequence[TableColumn], rows: Sequence[TableRow]) -> tuple[Allocations, ...]:
    """Make the allocations of each currency, in the order of the columns."""
    by_currency: dict[str | None, list[int]] = {}
    for index in amounts_of(columns):
        by_currency.setdefault(columns[index].currency, []).append(index)
    stated = [row for row in rows if row.kind is TableRowKind.TOTAL]
    return tuple(
        Allocations(
            [_allocation(columns, indexes, row) for row in items_of(rows)],
            stated=_allocation(columns, indexes, stated[0]) if stated else None,
        )
        for indexes in by_currency.values()
    )


def _allocation(columns: Sequence[TableColumn], indexes: Sequence[int], row: TableRow) -> Allocation:
    amounts: dict[str, Money] = {}
    for index in indexes:
        heading, amount = columns[index].heading, row.cells[index].amount
        if amount is not None and not is_part_of_a_part(heading):
            _add(amounts, "total" if is_whole(heading) else _measure(source_called(heading)), amount)
    return Allocation(row.label, **amounts)


def _measure(source: FundingSource | None) -> str:
    return "total" if source is None else _MEASURES.get(source, "national")


def _add(amounts: dict[str, Money], measure: str, amount: Money) -> None:
    """Add an amount to its measure; of two totals the first counts."""
    if measure not in amounts:
        amounts[measure] = amount
    elif measure != "total":
        amounts[measure] += amount


def allocation_of_rows(name: str, rows: Sequence[TableRow], column: int, sources: Sources) -> Allocation:
    """Make one allocation of a table with a row for each source."""
    amounts: dict[str, Money] = {}
    for row in items_of(rows):
        amount = row.cells[column].amount
        measure = _measure(funder_of(row.labels, sources).source)
        if amount is not None:
            _add(amounts, measure, amount)
    total = next((row.cells[column].amount for row in rows if row.kind is TableRowKind.TOTAL), None)
    return Allocation(name, **amounts, total=total)
