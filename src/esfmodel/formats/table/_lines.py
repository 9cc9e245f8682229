"""The rows of a finance table as lines of a budget: who pays, and what it costs."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.errors import InvalidValue
from esfmodel.formats.table._parts import (
    Agreement,
    Nearness,
    TableColumn,
    TableColumnKind,
    TableDifference,
    TableKind,
    TableRow,
    TableRowKind,
    is_not_stated,
    known_beside,
    nearness_of,
    to_decimal,
)
from esfmodel.formats.table._words import (
    body_called,
    category_called,
    form_called,
    fund_called,
    is_cost,
    is_part_of_a_part,
    is_several,
    is_whole,
    source_called,
)
from esfmodel.model.allocation import Allocation, Allocations
from esfmodel.model.budget import Budget
from esfmodel.model.costs import ActualCost, Cost, CostCategory
from esfmodel.model.funding import Contribution, Funder, FundingSource
from esfmodel.model.organisation import Organisation
from esfmodel.model.portfolio import Portfolio
from esfmodel.model.project import Project
from esfmodel.values.bounds import Bounds
from esfmodel.values.money import Money
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import TypeAlias

    from esfmodel.formats.table._parts import TableCell
    from esfmodel.model.funding import ContributionForm
    from esfmodel.values.bounds import MoneyLike


if TYPE_CHECKING:
    Sources: TypeAlias = Mapping[str, FundingSource]
    Categories: TypeAlias = Mapping[str, CostCategory]


def amounts_of(columns: Sequence[TableColumn]) -> list[int]:
    """Find the columns of amounts."""
    return [index for index, each in enumerate(columns) if each.kind is TableColumnKind.AMOUNT]


def column_called(columns: Sequence[TableColumn], heading: str | None) -> int:
    """Find the column of amounts with this heading; without one, the only column of amounts.

    Raises `InvalidValue` where there is no such column, or more than one.
    """
    amounts = amounts_of(columns)
    found = [index for index in amounts if heading is None or columns[index].heading == heading]
    if len(found) == 1:
        return found[0]
    headings = ", ".join(columns[index].heading for index in amounts) or "none"
    wrong = "names no column of amounts" if not found else "leaves open which column of amounts is meant"
    raise InvalidValue("column", heading, wrong, f"the columns of amounts are: {headings}")


def items_of(rows: Sequence[TableRow]) -> list[TableRow]:
    """Give the rows that are no sums."""
    return [row for row in rows if row.kind is TableRowKind.ITEM]


def budget_of_rows(
    kind: TableKind,
    columns: Sequence[TableColumn],
    rows: Sequence[TableRow],
    column: int,
    sources: Sources,
    categories: Categories,
) -> Budget:
    """Make the budget of a table whose rows are funders, costs, or both."""
    costs: list[Cost] = []
    financing: list[Contribution] = []
    for row in items_of(rows):
        amount = cell_amount(row.cells[column])
        if _is_a_cost(kind, row, sources, categories):
            category = _category_of(row, categories)
            costs.append(Cost(category, ActualCost(amount), description=row.label or None))
        else:
            financing.append(Contribution(funder_of(row.labels, sources), amount, form=_form_of(row)))
    total = total_in(columns, rows, column)
    if financing and not costs:
        financing = with_rest(financing, total)
    return Budget(costs, financing, total=total)


def _is_a_cost(kind: TableKind, row: TableRow, sources: Sources, categories: Categories) -> bool:
    if kind is TableKind.BUDGET:
        if any(label in sources for label in row.labels):
            return False
        return any(label in categories for label in row.labels) or is_cost(row.labels)
    return kind is TableKind.COSTS


def _category_of(row: TableRow, categories: Categories) -> CostCategory:
    said = next((categories[label] for label in reversed(row.labels) if label in categories), None)
    # The last labels are the finest: a group's heading names costs of all kinds.
    found = (category_called(label) for label in reversed(row.labels))
    return said or next((category for category in found if category), CostCategory.OTHER)


def _form_of(row: TableRow) -> ContributionForm | None:
    found = (form_called(label) for label in reversed(row.labels))
    return next((form for form in found if form), None)


def funder_of(labels: Sequence[str], sources: Sources) -> Funder:
    """Find who pays: the source that the caller has for a label, else what the words say, else the body they name."""
    said = next((sources[label] for label in reversed(labels) if label in sources), None)
    words = [source for label in labels if (source := source_called(label)) is not None]
    source = said or _finest(words) or FundingSource.OWN
    name = body_called(labels[-1]) if labels else None
    if name is None:
        return Funder(source=source)
    return Funder(Organisation(name, count=None if is_several(name) else 1), source=source)


def _finest(sources: Sequence[FundingSource]) -> FundingSource | None:
    """Give the source that says most: private or public before an own contribution of which neither is said."""
    finer = [source for source in sources if source is not FundingSource.OWN]
    return (finer or sources)[-1] if sources else None


def cell_amount(cell: TableCell) -> MoneyLike | None:
    """Give the amount of a cell, within bounds where its word makes it such, and None where nobody can say."""
    if cell.amount is None or cell.qualifier is None:
        return cell.amount
    return known_beside(cell.qualifier, cell.amount)


def total_in(columns: Sequence[TableColumn], rows: Sequence[TableRow], index: int) -> MoneyLike | None:
    """Give the total that the table states in a column, the first where there are several.

    A total that is printed in fewer digits than its parts ("1,45 miljarder") is known as nearly as that.
    """
    steps = [step for row in items_of(rows) if (step := row.cells[index].step) is not None]
    for row in rows:
        cell = row.cells[index]
        amount = cell_amount(cell) if row.kind is TableRowKind.TOTAL else None
        if isinstance(amount, Money) and cell.step is not None and steps and cell.step > min(steps):
            size = Fraction(cell.step) * columns[index].unit
            # A last digit below whole kronor is that of an amount in öre, or finer than there is money.
            return Bounds.rounded(amount, Money.of_fraction(size, amount.currency)) if size > 1 else amount
        if amount is not None:
            return amount
    return None


def with_rest(financing: Sequence[Contribution], total: MoneyLike | None) -> list[Contribution]:
    """Add who pays what is left, where no own contribution is listed.

    Beside a grant that is whole, undivided or in both its parts, that is an own contribution; else nobody has said.
    """
    amounts = [part.amount for part in financing]
    known = [amount for amount in amounts if isinstance(amount, Money)]
    paid = sum(known[1:], known[0]) if known and len(known) == len(amounts) else None
    is_paid = paid is not None and (paid in total if isinstance(total, Bounds) else paid == total)
    sources = {part.source for part in financing if part.source is not None}
    if is_paid or any(source.is_own for source in sources):
        return [*financing]
    is_whole = FundingSource.EU_AND_STATE in sources or sources >= {FundingSource.EU, FundingSource.STATE_GRANT}
    own = Contribution(Funder(source=FundingSource.OWN))
    return [*financing, own if is_whole else Contribution.rest()]


def budget_of_row(
    columns: Sequence[TableColumn], row: TableRow, sources: Sources, amount_is: FundingSource | None
) -> tuple[Budget | None, set[int]]:
    """Make the budget of a row whose columns are sources, and say which columns are in it.

    `amount_is` is the source of an amount whose heading says none; it is the total cost otherwise.
    """
    whole = whole_column(columns)
    parts = parts_of_whole(columns, whole) if whole is not None else []
    total = None if whole is None else cell_amount(row.cells[whole])
    taken = {whole} if whole is not None and total is not None else set[int]()
    currency = None if whole is None else columns[whole].currency
    financing: list[Contribution] = []
    for index in amounts_of(columns):
        heading, amount = columns[index].heading, cell_amount(row.cells[index])
        currency = currency or columns[index].currency
        if amount is None or is_whole(heading) or is_part_of_a_part(heading) or columns[index].currency != currency:
            continue
        source = sources.get(heading) or source_called(heading) or amount_is
        if source is not None or index in parts:
            financing.append(Contribution(_funder_in(heading, source), amount))
            taken.add(index)
        elif total is None:
            total = amount
            taken.add(index)
    if total is None and not financing:
        return None, taken
    return Budget(financing=with_rest(financing, total) if financing else (), total=total), taken


def _funder_in(heading: str, source: FundingSource | None) -> Funder:
    """Find who pays what stands in a column: a column of its own that no word explains is headed by a body."""
    if source is not None or not heading:
        return Funder(source=source or FundingSource.OWN)
    return Funder(Organisation(heading), source=FundingSource.OWN)


def budget_of_partners(columns: Sequence[TableColumn], rows: Sequence[TableRow], sources: Sources) -> Budget:
    """Make one budget of a table with a row for each partner: its costs, the Union's part of them, and its own."""
    amounts = amounts_of(columns)
    granted = [index for index in amounts if _source_in(columns[index].heading, sources) is not None]
    wholes = [index for index in amounts if index not in granted and not is_part_of_a_part(columns[index].heading)]
    if len(wholes) != 1:
        heading = ", ".join(columns[index].heading for index in wholes) or None
        raise InvalidValue("columns", heading, "are not one column with the costs", "leave the other amounts out")
    rates = [index for index, each in enumerate(columns) if each.kind is TableColumnKind.RATE]
    costs: list[Cost] = []
    financing: list[Contribution] = []
    for row in items_of(rows):
        partner, amount = row.label or None, row.cells[wholes[0]].amount
        paid = [(_source_in(columns[index].heading, sources), row.cells[index].amount) for index in granted]
        if not granted and rates and amount is not None and (rate := row.cells[rates[0]].rate) is not None:
            paid = [(FundingSource.EU, rate.apply(amount, rounding=Rounding.MINOR_HALF_UP))]
        costs.append(Cost(CostCategory.OTHER, ActualCost(amount), partner=partner))
        financing += [Contribution(Funder(source=source), part, partner=partner) for source, part in paid if source]
        if paid and not any(source is not None and source.is_own for source, _ in paid):
            known = [part for _, part in paid if part is not None]
            own = None if amount is None or len(known) < len(paid) else sum((-part for part in known), amount)
            financing.append(Contribution(Funder(source=FundingSource.OWN), own, partner=partner))
    return Budget(costs, financing, total=total_in(columns, rows, wholes[0]))


def _source_in(heading: str, sources: Sources) -> FundingSource | None:
    return sources.get(heading) or (None if is_whole(heading) else source_called(heading))


# A finance table as a set: a portfolio with a project for each row, or the allocations of programmes.

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


# The sums of a finance table against the sums that it states, computed on the fractions of its printed figures.

_AS_PRINTED = Nearness(0, 0)


class _Sum(NamedTuple):
    """The sum of the cells that state a figure, their last digits together, and how many state no exact one."""

    value: Fraction = Fraction(0)
    steps: Fraction = Fraction(0)
    missing: int = 0

    def plus(self, cell: TableCell) -> _Sum:
        if cell.value is None or cell.step is None:
            return self._replace(missing=self.missing + 1)
        inexact = self.missing + (cell.qualifier is not None)
        return _Sum(self.value + Fraction(cell.value), self.steps + Fraction(cell.step), inexact)


def whole_column(columns: Sequence[TableColumn]) -> int | None:
    """Find the column that holds the totals of the rows; None when there is none."""
    wholes = (
        index for index, each in enumerate(columns) if each.kind is TableColumnKind.AMOUNT and is_whole(each.heading)
    )
    return next(wholes, None)


def parts_of_whole(columns: Sequence[TableColumn], whole: int) -> list[int]:
    """Find the columns that the column of totals is the sum of: those in its currency and unit, if there are two."""
    unit = (columns[whole].currency, columns[whole].unit)
    parts = [
        index
        for index, each in enumerate(columns)
        if each.kind is TableColumnKind.AMOUNT
        and (each.currency, each.unit) == unit
        and not (is_whole(each.heading) or is_part_of_a_part(each.heading))
    ]
    return parts if len(parts) > 1 else []


def differences_down(
    columns: Sequence[TableColumn], rows: Sequence[TableRow], *, may_leave: bool
) -> Iterator[TableDifference]:
    """Sum each column, and hold the sum against each row that states one; `may_leave` as in `_agreement`."""
    for index, column in enumerate(columns):
        if column.kind is not TableColumnKind.LABEL:
            yield from _down(index, column, rows, may_leave=may_leave)


def _down(index: int, column: TableColumn, rows: Sequence[TableRow], *, may_leave: bool) -> Iterator[TableDifference]:
    whole = _sum(row.cells[index] for row in rows if row.kind is TableRowKind.ITEM)
    above = _Sum()
    is_stated = False
    for row in rows:
        cell = row.cells[index]
        if row.kind is TableRowKind.ITEM:
            above = above.plus(cell)
            continue
        found = whole if row.kind is TableRowKind.TOTAL else above
        above = _Sum()
        if cell.value is not None and _is_a_sum(column, cell):
            is_stated = is_stated or row.kind is TableRowKind.TOTAL
            yield _difference(row, column, found, cell, may_leave=may_leave)
    # Shares are a sum only where somebody says that they make the whole.
    if not is_stated and whole.steps and column.kind is not TableColumnKind.RATE:
        yield TableDifference(
            column=column.heading,
            computed=to_decimal(whole.value),
            missing=whole.missing,
            agreement=Agreement.NOT_STATED,
        )


def differences_across(columns: Sequence[TableColumn], rows: Iterable[TableRow]) -> Iterator[TableDifference]:
    """Sum the parts of each row, and hold the sum against the total that the row states."""
    whole = whole_column(columns)
    parts = [] if whole is None else parts_of_whole(columns, whole)
    if whole is None or not parts:
        return
    for row in rows:
        found = _sum(row.cells[index] for index in parts)
        if row.cells[whole].value is not None and found.steps:
            yield _difference(row, columns[whole], found, row.cells[whole], across=True)


def _is_a_sum(column: TableColumn, cell: TableCell) -> bool:
    return column.kind is not TableColumnKind.RATE or (cell.rate is not None and cell.rate.fraction == 1)


def _sum(cells: Iterable[TableCell]) -> _Sum:
    found = _Sum()
    for cell in cells:
        found = found.plus(cell)
    return found


def _difference(
    row: TableRow, column: TableColumn, found: _Sum, cell: TableCell, *, across: bool = False, may_leave: bool = False
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
        agreement=_agreement(found, cell, may_leave=may_leave),
    )


def _agreement(found: _Sum, cell: TableCell, *, may_leave: bool) -> Agreement:
    """Say how a sum agrees; `may_leave` is whether parts that nobody lists may make up the rest."""
    difference = found.value - Fraction(cell.value or 0)
    if difference == 0:
        return Agreement.EQUAL
    step = Fraction(cell.step or 0)
    nearness = _AS_PRINTED if cell.qualifier is None else nearness_of(cell.qualifier)
    slack = (found.steps + (step if nearness is _AS_PRINTED else 0)) / 2
    below = nearness.below is None or difference >= -slack - nearness.below * step
    above = nearness.above is None or difference <= slack + nearness.above * step
    if below and above:
        return Agreement.ROUNDING
    return Agreement.REMAINDER if difference < 0 and (found.missing or may_leave) else Agreement.UNEQUAL
