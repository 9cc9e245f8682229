"""Breakdowns: the costs or financing of a budget by category, partner, year and so on, and a project's currencies.

>>> from esfmodel import Budget, Contribution, Funder, FundingSource, Money
>>> support, own = Funder(source=FundingSource.EU_AND_STATE), Funder(source=FundingSource.OWN_PUBLIC)
>>> budget = Budget(
...     financing=[
...         Contribution(support, Money(60), year=2026),
...         Contribution(support, Money(40), year=2025),
...         Contribution(own, Money(50)),
...     ]
... )
>>> table = breakdown(budget, By.SOURCE, By.YEAR)
>>> table.columns
(2025, 2026, None)
>>> [row.cells for row in table.rows]
[(Money(40), Money(60), Money(0)), (Money(0), Money(0), Money(50))]
>>> table.totals, table.total
((Money(40), Money(60), Money(50)), Money(150))
"""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Mapping
from itertools import product
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.model.budget import Budget, spans_in
from esfmodel.model.costs import Cost, CostCategory
from esfmodel.model.fields import as_call, as_call_on_lines, as_tuple, tuple_of
from esfmodel.model.funding import Contribution, ContributionForm, Funder, FundingSource
from esfmodel.model.project import Project
from esfmodel.values.bounds import MoneyLike
from esfmodel.values.format import Labelled, as_html
from esfmodel.values.span import NOT_NEGATIVE, Span, total

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence


class By(Labelled):
    """What a budget is broken down by.

    Costs have a category, financing has a funder, the source of the money and its form; both have partner, phase and
    calendar year.

    >>> By.FUNDER.value
    'funder'
    """

    CATEGORY = "category"
    PARTNER = "partner"
    PHASE = "phase"
    YEAR = "year"
    FUNDER = "funder"
    SOURCE = "source"
    FORM = "form"


class BudgetSide(Labelled):
    """The two sides of a budget: what the project costs, and who pays it.

    >>> BudgetSide.FINANCING.value
    'financing'
    """

    COSTS = "costs"
    FINANCING = "financing"


Key: TypeAlias = CostCategory | Funder | FundingSource | ContributionForm | str | int | None
"""What the lines of a row or a column have in common; None where they do not state it."""

_REST = Contribution.rest()
_SLICES = (By.PARTNER, By.PHASE, By.YEAR)
"""What the openness of a whole list is inherited by: a year of an open list is open too."""

_MOST_CELLS = 1_000_000

LABELS_BY_SIDE = MappingProxyType(
    {
        BudgetSide.COSTS: frozenset({By.CATEGORY, By.PARTNER, By.PHASE, By.YEAR}),
        BudgetSide.FINANCING: frozenset({By.PARTNER, By.PHASE, By.YEAR, By.FUNDER, By.SOURCE, By.FORM}),
    }
)
"""What the lines of each side can be broken down by."""


def _as_keys(value: Iterable[Key]) -> tuple[Key, ...]:
    return as_tuple(value, "keys", "columns")


def _as_amounts(value: Iterable[MoneyLike | None]) -> tuple[MoneyLike | None, ...]:
    return as_tuple(value, "amounts", "amounts")


@attrs.frozen(kw_only=True)
class BreakdownRow:
    """A row of a breakdown: its key, an amount for each column, and the sum of all its lines.

    An amount is exact, known within bounds, or None where nothing is known of it; without a line it is 0.

    >>> BreakdownRow(key=2025, cells=[], total=None).key
    2025
    """

    key: Key
    cells: tuple[MoneyLike | None, ...] = attrs.field(converter=_as_amounts)
    total: MoneyLike | None

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


def _as_rows(value: Iterable[BreakdownRow]) -> tuple[BreakdownRow, ...]:
    return tuple_of(BreakdownRow, value, "rows")


@attrs.frozen(kw_only=True)
class Breakdown:
    """A table of one side of a budget; the sums of its rows and those of its columns have the same total.

    `rows_by` and `columns_by` say what the keys are; without columns each row has its total only. The key None, for
    lines that do not state it, comes last. `totals` are the sums of the columns. `total` is the `total_costs` or
    `total_financing` of the budget, None where there is no line or nothing is known.

    >>> breakdown(Budget(), By.CATEGORY).rows
    ()
    """

    of: BudgetSide
    rows_by: By
    columns_by: By | None = None
    currency: str | None
    columns: tuple[Key, ...] = attrs.field(converter=_as_keys)
    rows: tuple[BreakdownRow, ...] = attrs.field(converter=_as_rows)
    totals: tuple[MoneyLike | None, ...] = attrs.field(converter=_as_amounts)
    total: MoneyLike | None

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines
    _repr_html_ = as_html


def breakdown(budget: Budget, rows: By, columns: By | None = None, *, of: BudgetSide | None = None) -> Breakdown:
    """Break a budget down in rows, or in rows and columns, that sum in both directions.

    `of` is the side; it may be left out where only one side has the keys. Each amount is as exactly known as its lines:
    flat rates are computed, and bounds stay bounds. Years are ascending, categories, sources and forms in the order of
    their enumeration, and the others as they first occur.

    Raises `InvalidValue` for the same key in both directions, a key that the side does not have, a side that is missing
    though both are possible, and a table of more than a million amounts.

    >>> from esfmodel import ActualCost, Bounds, Cost, Money
    >>> budget = Budget(
    ...     [Cost(CostCategory.STAFF, ActualCost(Bounds.over(Money(5)))), Cost(CostCategory.STAFF, ActualCost())]
    ... )
    >>> [(row.key.name, row.total) for row in breakdown(budget, By.CATEGORY).rows]
    [('STAFF', Bounds.over(Money(5)))]
    """
    if not isinstance(budget, Budget):
        raise TypeError(f"budget must be Budget, not {type(budget).__name__}")
    side = side_of(rows, columns, of)
    return table_of(budget_lines(budget, side), rows, columns, side, budget.currency)


@attrs.frozen
class BudgetLine:
    """One line of a budget: its keys, and what it may come to."""

    labels: Mapping[By, Key]
    span: Span
    is_rest: bool = False
    """Whether it stands for payers who are not named, who may pay in any year and phase and for any partner."""


def budget_lines(budget: Budget, side: BudgetSide, partner: str | None = None) -> list[BudgetLine]:
    """Return the lines of one side, with a rest where the financing is open; `partner` is for lines that name none."""
    paid = (*budget.financing, *(Contribution.rest() for _ in budget.unlisted))
    lines: Sequence[Cost | Contribution] = budget.costs if side is BudgetSide.COSTS else paid
    spans = spans_in(budget) if side is BudgetSide.COSTS else [Span.of(part.amount) for part in paid]
    return [BudgetLine(labels_of(line, partner), span, line == _REST) for line, span in zip(lines, spans, strict=True)]


def labels_of(line: Cost | Contribution, partner: str | None = None) -> dict[By, Key]:
    """Return the keys of a line; `partner` is used where the line names none."""
    own: dict[By, Key] = (
        {By.CATEGORY: line.category}
        if isinstance(line, Cost)
        else {By.FUNDER: line.funder, By.SOURCE: line.source, By.FORM: line.form}
    )
    return own | {By.PARTNER: line.partner or partner, By.PHASE: line.phase, By.YEAR: line.year}


def side_of(rows: By, columns: By | None, of: BudgetSide | None) -> BudgetSide:
    """Return the only side, `of` if given, that has the keys; raise `InvalidValue` where none or both have them."""
    keys = {"rows": rows} if columns is None else {"rows": rows, "columns": columns}
    for place, key in keys.items():
        if not isinstance(key, By):
            raise TypeError(f"{place} must be By, not {type(key).__name__}")
    if of is not None and not isinstance(of, BudgetSide):
        raise TypeError(f"of must be BudgetSide or None, not {type(of).__name__}")
    if rows is columns:
        raise InvalidValue("breakdown.key_twice", "columns", columns)
    sides = [side for side in BudgetSide if of in (None, side)]
    for place, key in keys.items():
        left = [side for side in sides if key in LABELS_BY_SIDE[side]]
        if not left:
            raise not_on_side(place, key, sides[0], keys.values())
        sides = left
    if len(sides) > 1:
        raise InvalidValue("argument.side_missing", "of")
    return sides[0]


def not_on_side(place: str, key: By, side: BudgetSide, taken: Collection[By] = ()) -> InvalidValue:
    """Return the error for a key that the lines of a side do not have; `taken` are keys that cannot be advised."""
    keys = tuple(by for by in By if by in LABELS_BY_SIDE[side] and by not in taken)
    return InvalidValue("breakdown.not_on_side", place, key, side=side, keys=keys)


def table_of(
    lines: Iterable[BudgetLine], rows: By, columns: By | None, side: BudgetSide, currency: str | None
) -> Breakdown:
    """Sum lines of one currency into a table."""
    cells: defaultdict[tuple[Key, Key], list[Span]] = defaultdict(list)
    by_row: defaultdict[Key, list[Span]] = defaultdict(list)
    by_column: defaultdict[Key, list[Span]] = defaultdict(list)
    listed = list(lines)
    for line in listed:
        row = line.labels[rows]
        by_row[row].append(line.span)
        if columns is not None:
            column = line.labels[columns]
            by_column[column].append(line.span)
            cells[row, column].append(line.span)

    def amount(spans: Iterable[Span]) -> MoneyLike | None:
        return None if currency is None else total(spans).as_money(currency)

    nothing = amount(())
    column_keys = _ordered(by_column)
    whole = amount(span for spans in by_row.values() for span in spans) if by_row else None
    # Several rests with the same keys leave open no more than one of them.
    rests = {
        (line.labels[rows], None if columns is None else line.labels[columns]): line for line in listed if line.is_rest
    }
    for line in rests.values():
        in_rows = by_row if _may_be_any(rows, line) else [line.labels[rows]]
        in_columns = by_column if columns is None or _may_be_any(columns, line) else [line.labels[columns]]
        for key in in_rows:
            by_row[key].append(NOT_NEGATIVE)
        for key in in_columns:
            by_column[key].append(NOT_NEGATIVE)
        for key, column in product(in_rows, in_columns):
            cells[key, column].append(NOT_NEGATIVE)
    if len(by_row) * len(column_keys) > _MOST_CELLS:
        raise InvalidValue("breakdown.too_large", "columns", columns, rows=len(by_row), columns=len(column_keys))
    return Breakdown(
        of=side,
        rows_by=rows,
        columns_by=columns,
        currency=currency,
        columns=column_keys,
        rows=[
            BreakdownRow(
                key=key,
                cells=[amount(cells[key, column]) if (key, column) in cells else nothing for column in column_keys],
                total=amount(by_row[key]),
            )
            for key in _ordered(by_row)
        ],
        totals=[amount(by_column[key]) for key in column_keys],
        total=whole,
    )


def _may_be_any(by: By, line: BudgetLine) -> bool:
    """Whether an open rest may belong to any key: to any year, phase or partner, where its own line names none."""
    return by in _SLICES and line.labels[by] is None


def _ordered(keys: Iterable[Key]) -> list[Key]:
    """Sort years and enumerations in their own order, leave others as they come, and put None last."""
    return sorted(keys, key=_sort_key)


def _sort_key(key: Key) -> tuple[bool, int]:
    if isinstance(key, enum.Enum):
        members: list[Any] = list(type(key))
        return False, members.index(key)
    return key is None, key if isinstance(key, int) else 0


# --- The budgets of a project in each of its currencies
# Amounts in two currencies are never added. In the currency of the project's own budget, that budget counts, and those
# of the partners are parts of it; in any other currency the partners' budgets are summed.


@attrs.frozen(kw_only=True)
class CurrencyTotals:
    """The total cost and financing of a project in one of its currencies, as exactly as known.

    >>> CurrencyTotals(currency="NOK", total_cost=None, support=None, eu_support=None, own_contribution=None).currency
    'NOK'
    """

    currency: str
    total_cost: MoneyLike | None
    support: MoneyLike | None
    eu_support: MoneyLike | None
    own_contribution: MoneyLike | None

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


def totals_by_currency(project: Project) -> tuple[CurrencyTotals, ...]:
    """Sum the budgets of a project in each of its currencies, in the order in which they first occur.

    A partner's budget without any amount may be in any currency; it counts as unknown in the first.

    >>> from esfmodel import Budget, Money, Organisation, Participation, Role
    >>> partners = [
    ...     Participation(Organisation("Region Jämtland Härjedalen"), Role.OWNER, budget=Budget(total=Money(600))),
    ...     Participation(Organisation("Bräcke kommun"), Role.PARTNER, budget=Budget(total=Money(400))),
    ...     Participation(Organisation("Trøndelag"), Role.PARTNER, budget=Budget(total=Money(900, "NOK"))),
    ... ]
    >>> [totals.total_cost for totals in totals_by_currency(Project("Gränslös", partners=partners))]
    [Money(1000), Money(900, "NOK")]
    """
    return tuple(
        CurrencyTotals(
            currency=currency,
            total_cost=_sum("total_cost", budgets, currency),
            support=_sum("support", budgets, currency),
            eu_support=_sum("eu_support", budgets, currency),
            own_contribution=_sum("own_contribution", budgets, currency),
        )
        for currency, budgets in _budgets_by_currency(project).items()
        if currency is not None
    )


def breakdowns(
    project: Project, rows: By, columns: By | None = None, *, of: BudgetSide | None = None
) -> tuple[Breakdown, ...]:
    """Break a project down as `breakdown` does with a budget, in one table for each of its currencies.

    The lines of a partner's budget get the partner's name. Where no amount is known there is one table, without a
    currency.

    By partner, a project's own budget whose lines name none is replaced by the budgets of the partners, where these
    have exactly the same sum.

    >>> from esfmodel import ActualCost, Budget, By, Cost, CostCategory, Money, Organisation, Participation, Role
    >>> def spends(name, amount):
    ...     budget = Budget([Cost(CostCategory.STAFF, ActualCost(amount))])
    ...     return Participation(Organisation(name), Role.PARTNER, budget=budget)
    >>> project = Project("Gränslös", partners=[spends("Åre", Money(7)), spends("Trøndelag", Money(9, "NOK"))])
    >>> [(table.rows[0].key, table.total) for table in breakdowns(project, By.PARTNER, By.CATEGORY)]
    [('Åre', Money(7)), ('Trøndelag', Money(9, "NOK"))]
    """
    side = side_of(rows, columns, of)
    tables: list[Breakdown] = []
    for currency, budgets in _budgets_by_currency(project).items():
        lines = _lines_of_budgets(budgets, side)
        if By.PARTNER in {rows, columns} and all(line.labels[By.PARTNER] is None for line in lines):
            parts = _lines_of_budgets([each for each in _of_partners(project) if each[1].currency == currency], side)
            whole = total(line.span for line in lines)
            lines = parts if parts and whole.is_exact and whole == total(part.span for part in parts) else lines
        tables.append(table_of(lines, rows, columns, side, currency))
    return tuple(tables)


_Budgets = list[tuple[str | None, "Budget"]]


def _lines_of_budgets(budgets: _Budgets, side: BudgetSide) -> list[BudgetLine]:
    return [line for partner, budget in budgets for line in budget_lines(budget, side, partner)]


def _of_partners(project: Project) -> _Budgets:
    return [(each.organisation.name, each.budget) for each in project.partners if each.budget is not None]


def _budgets_by_currency(project: Project) -> dict[str | None, _Budgets]:
    """Return the budgets that count in each currency, with the partner that each belongs to."""
    if not isinstance(project, Project):
        raise TypeError(f"project must be Project, not {type(project).__name__}")
    whole = project.budget
    budgets: dict[str | None, _Budgets] = {} if whole is None else {whole.currency: [(None, whole)]}
    for partner, budget in _of_partners(project):
        if whole is None or budget.currency != whole.currency:
            budgets.setdefault(budget.currency, []).append((partner, budget))
    # A budget without amounts has no currency of its own: it joins the first one, unless it is part of the whole there.
    without_amount = budgets.pop(None, [])
    if not budgets:
        return {None: without_amount} if without_amount else {}
    if whole is None or whole.currency is None:
        next(iter(budgets.values())).extend(without_amount)
    return budgets


def _sum(figure: str, budgets: _Budgets, currency: str) -> MoneyLike | None:
    of = attrgetter(figure)
    return total(of(budget) for _, budget in budgets).as_money(currency)
