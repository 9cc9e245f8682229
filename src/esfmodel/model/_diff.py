"""What a change decision moves: the difference of two budgets, line by line, which can be applied and turned round.

>>> from esfmodel import ActualCost, Budget, Cost, CostCategory, Money
>>> staff, travel = (CostCategory.STAFF, CostCategory.TRAVEL)
>>> granted = Budget([Cost(staff, ActualCost(Money(900_000))), Cost(travel, ActualCost(Money(100_000)))])
>>> amended = Budget([Cost(staff, ActualCost(Money(960_000))), Cost(travel, ActualCost(Money(40_000)))])
>>> change = diff(granted, amended)
>>> [(line.after.category.value, line.difference) for line in change.costs.lines]
[('staff', Money(60000)), ('travel', Money(-60000))]
>>> apply(change, granted) == amended, apply(change.inverse, amended) == granted
(True, True)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from esfmodel.errors import InvalidValue
from esfmodel.model._alignment import in_order, paired
from esfmodel.model._fields import is_a_named
from esfmodel.model.budget import Budget
from esfmodel.model.changes import BudgetChange, LineChange, LineChanges, in_order_of_places, not_of_this
from esfmodel.model.costs import Cost, UnitCost
from esfmodel.model.funding import Contribution

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from esfmodel.values.bounds import MoneyLike

Line = TypeVar("Line", Cost, Contribution)


def diff(before: Budget, after: Budget) -> BudgetChange:
    """Give what became of each line from one budget to another, so that `apply(diff(a, b), a) == b`.

    Equal lines are the same line; then lines with the same labels (category, partner, phase, year and description or
    code of a cost; funder, form, partner, phase, year and reference of a contribution), the first with the first.

    Raises `InvalidValue` for budgets in two currencies.

    >>> from esfmodel import Money
    >>> diff(Budget(total=Money(100)), Budget(total=Money(90))).total_after
    Money(90)
    """
    is_a_named(before, Budget, "before")
    is_a_named(after, Budget, "after")
    if None not in (before.currency, after.currency) and before.currency != after.currency:
        raise InvalidValue(
            "after",
            after.currency,
            f"is another currency than that of the budget before, {before.currency}",
            "convert one of them at a stated rate",
        )
    return BudgetChange(
        costs=_changes(before.costs, before.cost_amounts, after.costs, after.cost_amounts, _cost_labels),
        financing=_changes(before.financing, _amounts(before), after.financing, _amounts(after), _contribution_labels),
        total_before=before.total,
        total_after=after.total,
    )


def apply(change: BudgetChange, budget: Budget) -> Budget:
    """Give the budget as a change leaves it; the inverse of `diff`.

    Raises `InvalidValue` for a budget that the change was not made of.

    >>> from esfmodel import Money
    >>> apply(diff(Budget(), Budget(total=Money(90))), Budget())
    Budget(total=Money(90))
    """
    is_a_named(change, BudgetChange, "change")
    is_a_named(budget, Budget, "budget")
    if budget.total != change.total_before:
        raise not_of_this("total", budget.total, f"is not the {change.total_before} that the change was made of")
    return Budget(
        _applied(change.costs, budget.costs, "costs"),
        _applied(change.financing, budget.financing, "financing"),
        total=change.total_after,
    )


def _changes(
    before: Sequence[Line],
    amounts_before: Sequence[MoneyLike | None],
    after: Sequence[Line],
    amounts_after: Sequence[MoneyLike | None],
    labels: Callable[[Line], Hashable],
) -> LineChanges[Line]:
    pairs: list[tuple[int, int]] = paired(before, after, labels)
    stayed: set[tuple[int, int]] = in_order(
        [(i, j) for i, j in pairs if before[i] == after[j] and amounts_before[i] == amounts_after[j]]
    )
    found_before: set[int] = {i for i, _ in pairs}
    found_after: set[int] = {j for _, j in pairs}
    ends: list[tuple[int | None, int | None]] = [
        *(pair for pair in pairs if pair not in stayed),
        *((i, None) for i in range(len(before)) if i not in found_before),
        *((None, j) for j in range(len(after)) if j not in found_after),
    ]
    lines = [
        LineChange(
            place_before=i,
            before=None if i is None else before[i],
            amount_before=None if i is None else amounts_before[i],
            place_after=j,
            after=None if j is None else after[j],
            amount_after=None if j is None else amounts_after[j],
        )
        for i, j in ends
    ]
    return LineChanges(
        lines=tuple(sorted(lines, key=in_order_of_places)), length_before=len(before), length_after=len(after)
    )


def _applied(changes: LineChanges[Line], lines: Sequence[Line], place: str) -> list[Line]:
    if len(lines) != changes.length_before:
        raise not_of_this(place, len(lines), f"are not the {changes.length_before} lines that the change was made of")
    for line in changes.lines:
        if line.place_before is not None and lines[line.place_before] != line.before:
            raise not_of_this(
                f"{place}[{line.place_before}]", lines[line.place_before], "is not what the change was made of"
            )
    outcome = {after: lines[before] for before, after in changes.stayed()}
    outcome |= {line.place_after: line.after for line in changes.lines if line.place_after is not None and line.after}
    return [outcome[place] for place in range(changes.length_after)]


def _amounts(budget: Budget) -> list[MoneyLike | None]:
    return [part.amount for part in budget.financing]


def _cost_labels(line: Cost) -> Hashable:
    code = line.basis.code if isinstance(line.basis, UnitCost) else None
    return line.category, line.partner, line.phase, line.year, line.description or code


def _contribution_labels(line: Contribution) -> Hashable:
    return line.funder, line.form, line.partner, line.phase, line.year, line.reference
