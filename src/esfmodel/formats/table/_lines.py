"""What the rows of a finance table mean: budgets, portfolios and allocations, and whether stated sums are right."""

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
    hedged_amount,
    is_not_stated,
    nearness_of,
    to_decimal,
)
from esfmodel.formats.table._words import (
    body_called,
    category_called,
    form_called,
    fund_called,
    is_cost,
    is_of_which,
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
    """Return the indexes of the columns of amounts."""
    return [index for index, each in enumerate(columns) if each.kind is TableColumnKind.AMOUNT]


def column_called(columns: Sequence[TableColumn], heading: str | None) -> int:
    """Return the column of amounts with this heading, or the only one for None.

    Raises `InvalidValue` where there is no such column, or more than one.
    """
    amounts = amounts_of(columns)
    found = [index for index in amounts if heading is None or columns[index].heading == heading]
    if len(found) == 1:
        return found[0]
    headings = tuple(columns[index].heading for index in amounts)
    raise InvalidValue("table.not_one_column", "column", heading, choices=headings)


def items_of(rows: Sequence[TableRow]) -> list[TableRow]:
    return [row for row in rows if row.kind is TableRowKind.ITEM]


def budget_of_rows(
    kind: TableKind,
    columns: Sequence[TableColumn],
    rows: Sequence[TableRow],
    column: int,
    sources: Sources,
    categories: Categories,
) -> Budget:
    """Return the budget of a table whose rows are funders, costs, or both."""
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
    given = next((categories[label] for label in reversed(row.labels) if label in categories), None)
    # The last label is the most specific: that of a group covers costs of several categories.
    found = (category_called(label) for label in reversed(row.labels))
    return given or next((category for category in found if category), CostCategory.OTHER)


def _form_of(row: TableRow) -> ContributionForm | None:
    found = (form_called(label) for label in reversed(row.labels))
    return next((form for form in found if form), None)


def funder_of(labels: Sequence[str], sources: Sources) -> Funder:
    """Return who pays: by the caller's `sources`, else by the words of the labels, else as own money of the body."""
    given = next((sources[label] for label in reversed(labels) if label in sources), None)
    words = [source for label in labels if (source := source_called(label)) is not None]
    source = given or _most_specific(words) or FundingSource.OWN
    name = body_called(labels[-1]) if labels else None
    if name is None:
        return Funder(source=source)
    return Funder(Organisation(name, count=None if is_several(name) else 1), source=source)


def _most_specific(sources: Sequence[FundingSource]) -> FundingSource | None:
    """Return the last source, but an own contribution that is neither public nor private only if there is no other."""
    specific = [source for source in sources if source is not FundingSource.OWN]
    return (specific or sources)[-1] if sources else None


def cell_amount(cell: TableCell) -> MoneyLike | None:
    """Return the amount of a cell, as bounds where a word like "drygt" makes it so; None where it is not known."""
    if cell.amount is None or cell.qualifier is None:
        return cell.amount
    return hedged_amount(cell.qualifier, cell.amount)


def total_in(columns: Sequence[TableColumn], rows: Sequence[TableRow], index: int) -> MoneyLike | None:
    """Return the first total that the table states in a column, or None.

    A total printed with fewer digits than its parts ("1,45 miljarder") is known only within its rounding.
    """
    steps = [step for row in items_of(rows) if (step := row.cells[index].step) is not None]
    for row in rows:
        cell = row.cells[index]
        amount = cell_amount(cell) if row.kind is TableRowKind.TOTAL else None
        if isinstance(amount, Money) and cell.step is not None and steps and cell.step > min(steps):
            size = Fraction(cell.step) * columns[index].unit
            # A total printed to the krona, or finer, counts as exact.
            return Bounds.rounded(amount, Money.of_fraction(size, amount.currency)) if size > 1 else amount
        if amount is not None:
            return amount
    return None


def with_rest(financing: Sequence[Contribution], total: MoneyLike | None) -> list[Contribution]:
    """Return the financing with a contribution for what the total leaves, if no own contribution is listed.

    Next to a whole grant (undivided, or EU and state) it is an own contribution; otherwise its funder is not stated.
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
    """Return the budget of a row whose columns are sources, and the columns used for it.

    `amount_is` is the source of an amount whose heading names none; if it is None, such an amount is the total cost.
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
        # A budget is in one currency: that of the totals, else of the first column. Other amounts stay in `extra`.
        if amount is None or is_whole(heading) or is_of_which(heading) or columns[index].currency != currency:
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
    """Return who pays the amounts of a column; a heading that names no source is the name of a body."""
    if source is not None or not heading:
        return Funder(source=source or FundingSource.OWN)
    return Funder(Organisation(heading), source=FundingSource.OWN)


def budget_of_partners(columns: Sequence[TableColumn], rows: Sequence[TableRow], sources: Sources) -> Budget:
    """Return one budget of a table with a row per partner: costs, the Union's part, and the partner's own."""
    amounts = amounts_of(columns)
    granted = [index for index in amounts if _source_in(columns[index].heading, sources) is not None]
    wholes = [index for index in amounts if index not in granted and not is_of_which(columns[index].heading)]
    if len(wholes) != 1:
        heading = ", ".join(columns[index].heading for index in wholes) or None
        raise InvalidValue("table.several_costs", "columns", heading)
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
            # What the grants leave of the cost is the partner's own; unknown if any of the figures is.
            known = [part for _, part in paid if part is not None]
            own = None if amount is None or len(known) < len(paid) else sum((-part for part in known), amount)
            financing.append(Contribution(Funder(source=FundingSource.OWN), own, partner=partner))
    return Budget(costs, financing, total=total_in(columns, rows, wholes[0]))


def _source_in(heading: str, sources: Sources) -> FundingSource | None:
    return sources.get(heading) or (None if is_whole(heading) else source_called(heading))


# --- Portfolios and allocations

_OWNERS = frozenset({"sökande", "stödmottagare", "projektägare", "beneficiary", "applicant", "lead partner"})
_MEASURES = {
    FundingSource.EU: "eu",
    FundingSource.EU_AND_STATE: "eu",
    FundingSource.PARTNER_COUNTRY: "partner_country",
}


def portfolio_of(
    columns: Sequence[TableColumn], rows: Sequence[TableRow], sources: Sources, amount_is: FundingSource | None
) -> Portfolio:
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
    """Return the allocations of each currency, in the order of the columns."""
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
        if amount is not None and not is_of_which(heading):
            _add(amounts, "total" if is_whole(heading) else _measure(source_called(heading)), amount)
    return Allocation(row.label, **amounts)


def _measure(source: FundingSource | None) -> str:
    return "total" if source is None else _MEASURES.get(source, "national")


def _add(amounts: dict[str, Money], measure: str, amount: Money) -> None:
    """Add an amount to its measure; only the first total counts."""
    if measure not in amounts:
        amounts[measure] = amount
    elif measure != "total":
        amounts[measure] += amount


def allocation_of_rows(name: str, rows: Sequence[TableRow], column: int, sources: Sources) -> Allocation:
    amounts: dict[str, Money] = {}
    for row in items_of(rows):
        amount = row.cells[column].amount
        measure = _measure(funder_of(row.labels, sources).source)
        if amount is not None:
            _add(amounts, measure, amount)
    total = next((row.cells[column].amount for row in rows if row.kind is TableRowKind.TOTAL), None)
    return Allocation(name, **amounts, total=total)


# --- Sums: computed from the exact printed figures and compared with the stated ones

_AS_PRINTED = Nearness(0, 0)


class _Sum(NamedTuple):
    """A sum of cells: its value, the sum of their last digits' sizes, and how many state no exact figure."""

    value: Fraction = Fraction(0)
    steps: Fraction = Fraction(0)
    missing: int = 0

    def plus(self, cell: TableCell) -> _Sum:
        if cell.value is None or cell.step is None:
            return self._replace(missing=self.missing + 1)
        inexact = self.missing + (cell.qualifier is not None)
        return _Sum(self.value + Fraction(cell.value), self.steps + Fraction(cell.step), inexact)


def whole_column(columns: Sequence[TableColumn]) -> int | None:
    """Return the column with the totals of the rows, or None."""
    wholes = (
        index for index, each in enumerate(columns) if each.kind is TableColumnKind.AMOUNT and is_whole(each.heading)
    )
    return next(wholes, None)


def parts_of_whole(columns: Sequence[TableColumn], whole: int) -> list[int]:
    """Return the columns that the column of totals sums: those in its currency and unit, if at least two."""
    unit = (columns[whole].currency, columns[whole].unit)
    parts = [
        index
        for index, each in enumerate(columns)
        if each.kind is TableColumnKind.AMOUNT
        and (each.currency, each.unit) == unit
        and not (is_whole(each.heading) or is_of_which(each.heading))
    ]
    return parts if len(parts) > 1 else []


def differences_down(
    columns: Sequence[TableColumn], rows: Sequence[TableRow], *, may_leave: bool
) -> Iterator[TableDifference]:
    """Compare the sum of each column with each row that states one; `may_leave` as in `_agreement`."""
    for index, column in enumerate(columns):
        if column.kind is not TableColumnKind.LABEL:
            yield from _column_differences(index, column, rows, may_leave=may_leave)


def _column_differences(
    index: int, column: TableColumn, rows: Sequence[TableRow], *, may_leave: bool
) -> Iterator[TableDifference]:
    whole = _sum(row.cells[index] for row in rows if row.kind is TableRowKind.ITEM)
    # A total sums all items, wherever it stands; a subtotal only those since the last sum.
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
    # Shares need not add up to a whole, so an unstated sum of them means nothing.
    if not is_stated and whole.steps and column.kind is not TableColumnKind.RATE:
        yield TableDifference(
            column=column.heading,
            computed=to_decimal(whole.value),
            missing=whole.missing,
            agreement=Agreement.NOT_STATED,
        )


def differences_across(columns: Sequence[TableColumn], rows: Iterable[TableRow]) -> Iterator[TableDifference]:
    """Compare the sum of the parts of each row with the total that the row states."""
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
    """Return how a sum agrees with the stated one; `may_leave` is whether unlisted parts may make up the rest.

    Each printed figure may be off by half of its last digit, so rounding explains a difference of at most half the sum
    of the last digits. A word like "drygt" moves these limits by as much as it may hide.
    """
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
