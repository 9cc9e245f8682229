"""The measured projects, made of the same facts with the classes of esfmodel or of a peer, and told for comparison."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

import esfmodel

if TYPE_CHECKING:
    from types import ModuleType

START, END = date(2023, 1, 1), date(2025, 12, 31)
REGION = "Region Norrbotten"


def one_figure(classes: ModuleType = esfmodel) -> Any:
    """Make the smallest project: a name and a total."""
    return classes.Project(name="Framtidskraft", budget=classes.Budget(total=classes.Money(amount=900_000)))


def lines(count: int, classes: ModuleType = esfmodel) -> Any:
    """Make a project with so many lines of actual cost, and two contributions that pay for them."""
    categories = _categories(classes)
    costs = [
        classes.Cost(
            category=categories[i % 6],
            basis=classes.ActualCost(amount=classes.Money(amount=10_000 + i)),
            description=f"Rad {i}",
            partner=REGION,
            year=2023 + i % 3,
        )
        for i in range(count)
    ]
    return _project(classes, costs, sum(10_000 + i for i in range(count)))


def mixed_lines(count: int, classes: ModuleType = esfmodel) -> Any:
    """Make a project whose lines are actual costs, unit costs and one flat rate, of partners and years."""
    categories = _categories(classes)
    costs = [
        classes.Cost(
            category=categories[i % 6],
            basis=classes.UnitCost(price=classes.Money(amount=400 + i % 9), units=Decimal(i % 50 + 1))
            if i % 3
            else classes.ActualCost(amount=classes.Money(amount=10_000 + i)),
            partner=f"Kommun {i % 4}",
            year=2023 + i % 3,
        )
        for i in range(count - 1)
    ]
    rate = esfmodel.Rate.of_percent(15) if classes is esfmodel else Decimal("0.15")
    flat = classes.FlatRate(rate=rate, base=(classes.CostCategory.STAFF,))
    costs.append(classes.Cost(category=classes.CostCategory.INDIRECT, basis=flat))
    return _project(classes, costs, 10_000 * count)


@cache
def _categories(classes: ModuleType) -> tuple[Any, ...]:
    return tuple(classes.CostCategory)[:6]


def _project(classes: ModuleType, costs: list[Any], total: int) -> Any:
    eu = total * 2 // 5
    payer = classes.Organisation(name=REGION)
    sources = classes.FundingSource
    return classes.Project(
        name="Framtidskraft",
        fund=classes.Fund.ESF_PLUS,
        programming_period="2021-2027",
        period=classes.Period(start=START, end=END),
        budget=classes.Budget(
            costs=tuple(costs),
            financing=(
                classes.Contribution(funder=classes.Funder(source=sources.EU), amount=classes.Money(amount=eu)),
                classes.Contribution(
                    funder=classes.Funder(organisation=payer, source=sources.OWN_PUBLIC),
                    amount=classes.Money(amount=total - eu),
                ),
            ),
        ),
    )


def same(one: Any, other: Any) -> bool:
    """Whether two projects, of whatever classes, state the same."""
    return _told(one) == _told(other)


def _told(project: Any) -> tuple[Any, ...]:
    """Return what is stated of a project, in values that all peers share."""
    budget = project.budget
    return (
        project.name,
        project.fund and project.fund.value,
        project.period and (project.period.start, project.period.end),
        _amount(budget.total),
        [(cost.category.value, cost.partner, cost.year, cost.description, _basis(cost.basis)) for cost in budget.costs],
        [(each.funder.source.value, _amount(each.amount)) for each in budget.financing],
    )


def _amount(money: Any) -> Any:
    return money and (money.amount, money.currency)


def _basis(basis: Any) -> tuple[Any, ...]:
    if hasattr(basis, "rate"):
        return Fraction(getattr(basis.rate, "fraction", basis.rate)), [each.value for each in basis.base]
    if hasattr(basis, "price"):
        return _amount(basis.price), basis.units
    return (_amount(basis.amount),)
