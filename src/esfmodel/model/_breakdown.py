"""A budget broken down: the costs or the financing by category, partner, phase, year, funder, source or form.

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
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.model._computed import spans_in
from esfmodel.model._fields import several, tuple_of
from esfmodel.model._repr import as_call, as_call_on_lines
from esfmodel.model.budget import Budget
from esfmodel.model.costs import Cost, CostCategory
from esfmodel.model.funding import Contribution, ContributionForm, Funder, FundingSource
from esfmodel.values.bounds import MoneyLike
from esfmodel.values.span import Span, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class By(enum.Enum):
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


class BudgetSide(enum.Enum):
    """The two sides of a budget: what the project costs, and who pays it.

    >>> BudgetSide.FINANCING.value
    'financing'
    """

    COSTS = "costs"
    FINANCING = "financing"


Key: TypeAlias = CostCategory | Funder | FundingSource | ContributionForm | str | int | None
"""What the lines of a row or a column have in common; None where they do not say."""

_MOST_CELLS = 1_000_000

LABELS = MappingProxyType(
    {
        BudgetSide.COSTS: frozenset({By.CATEGORY, By.PARTNER, By.PHASE, By.YEAR}),
        BudgetSide.FINANCING: frozenset({By.PARTNER, By.PHASE, By.YEAR, By.FUNDER, By.SOURCE, By.FORM}),
    }
)
"""What the lines of each side say of themselves."""


def _as_keys(value: Iterable[Key]) -> tuple[Key, ...]:
    return several(value, "keys", "columns")


def _as_amounts(value: Iterable[MoneyLike | None]) -> tuple[MoneyLike | None, ...]:
    return several(value, "amounts", "amounts")


@attrs.frozen(kw_only=True)
class BreakdownRow:
    """A row of a breakdown: its key, an amount for each column, and the sum of all its lines.

    An amount is exact, known within bounds, or None where nothing is known of it; without a line it is nought.

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

    `rows_by` and `columns_by` say what the keys are; without columns each row has its total alone. A key is None for
    the lines that do not say, and its row or column is the last. `totals` are the sums of the columns. `total` is the
    `total_costs` or `total_financing` of the budget, None where there is no line or nothing is known.

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


def breakdown(budget: Budget, rows: By, columns: By | None = None, *, of: BudgetSide | None = None) -> Breakdown:
    """Break a budget down in rows, or in rows and columns, that sum in both directions.

    `of` says which side; it may be left out where only one side has what is asked for. Each amount is as exactly known
    as its lines are: flat rates are computed, and what is known within bounds stays so. Years are ascending,
    categories, sources and forms in the order of their enumeration, and the others as they are first listed.

    Raises `InvalidValue` for one key in both directions, a key that the side has not, a side that is not said, and a
    table of more than a million amounts.

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
    return table_of(lines_of(budget, side), rows, columns, side, budget.currency)


@attrs.frozen
class Line:
    """One line of a budget: what it says of itself, and what it may come to."""

    labels: Mapping[By, Key]
    span: Span


def lines_of(budget: Budget, side: BudgetSide, partner: str | None = None) -> list[Line]:
    """Return the lines of one side, with what an open list of financing leaves to others.

    `partner` is whose they are where they do not say.
    """
    paid = (*budget.financing, *(Contribution.rest() for _ in budget.unlisted))
    lines: Sequence[Cost | Contribution] = budget.costs if side is BudgetSide.COSTS else paid
    spans = spans_in(budget) if side is BudgetSide.COSTS else [Span.of(part.amount) for part in paid]
    return [Line(labels_of(line, partner), span) for line, span in zip(lines, spans, strict=True)]


def labels_of(line: Cost | Contribution, partner: str | None = None) -> dict[By, Key]:
    """Give what a line says of itself; `partner` is whose it is where it does not say."""
    own: dict[By, Key] = (
        {By.CATEGORY: line.category}
        if isinstance(line, Cost)
        else {By.FUNDER: line.funder, By.SOURCE: line.source, By.FORM: line.form}
    )
    return own | {By.PARTNER: line.partner or partner, By.PHASE: line.phase, By.YEAR: line.year}


def side_of(rows: By, columns: By | None, of: BudgetSide | None) -> BudgetSide:
    """Find the side of a budget that has what is asked for, and is asked for."""
    keys = {"rows": rows} if columns is None else {"rows": rows, "columns": columns}
    for place, key in keys.items():
        if not isinstance(key, By):
            raise TypeError(f"{place} must be By, not {type(key).__name__}")
    if of is not None and not isinstance(of, BudgetSide):
        raise TypeError(f"of must be BudgetSide or None, not {type(of).__name__}")
    if rows is columns:
        raise InvalidValue("columns", rows.value, "is already in the rows", "choose another key, or leave it out")
    sides = [side for side in BudgetSide if of in (None, side)]
    for place, key in keys.items():
        left = [side for side in sides if key in LABELS[side]]
        if not left:
            wrong = f"is not said of the {sides[0].value} of a budget"
            raise InvalidValue(place, key.value, wrong, "break down the other side, or by another key")
        sides = left
    if len(sides) > 1:
        raise InvalidValue(
            "of", None, "is not said, and both sides have such lines", "pass BudgetSide.COSTS or BudgetSide.FINANCING"
        )
    return sides[0]


def table_of(lines: Iterable[Line], rows: By, columns: By | None, side: BudgetSide, currency: str | None) -> Breakdown:
    """Sum lines of one currency in both directions."""
    cells: defaultdict[tuple[Key, Key], list[Span]] = defaultdict(list)
    by_row: defaultdict[Key, list[Span]] = defaultdict(list)
    by_column: defaultdict[Key, list[Span]] = defaultdict(list)
    for line in lines:
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
    if len(by_row) * len(column_keys) > _MOST_CELLS:
        wrong = f"makes {len(by_row)} rows and {len(column_keys)} columns, which nobody reads"
        raise InvalidValue("columns", columns and columns.value, wrong, "break down in rows alone, or by another key")
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
        total=amount(span for spans in by_row.values() for span in spans) if by_row else None,
    )


def _ordered(keys: Iterable[Key]) -> list[Key]:
    """Put years and enumerations in their own order and others as they come; None last."""
    return sorted(keys, key=_place)


def _place(key: Key) -> tuple[bool, int]:
    if isinstance(key, enum.Enum):
        members: list[Any] = list(type(key))
        return False, members.index(key)
    return key is None, key if isinstance(key, int) else 0
