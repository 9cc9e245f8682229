"""The same project in esfmodel and in its peers: made of the same facts, and told in the same words for comparison."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from esfmodel import (
    ActualCost,
    Budget,
    Contribution,
    Cost,
    CostCategory,
    FlatRate,
    Fund,
    Funder,
    FundingSource,
    Money,
    Organisation,
    Period,
    Project,
    Rate,
    UnitCost,
)

if TYPE_CHECKING:
    from types import ModuleType

CATEGORIES = tuple(CostCategory)[:6]
START, END = date(2023, 1, 1), date(2025, 12, 31)
REGION = "Region Norrbotten"


def one_figure() -> Project:
    """Make the smallest project: a name and a total."""
    return Project("Framtidskraft", budget=Budget(total=Money(900_000)))


def lines(count: int) -> Project:
    """Make a project with so many lines of actual cost, and two contributions that pay for them."""
    costs = [
        Cost(
            CATEGORIES[i % 6],
            ActualCost(Money(10_000 + i)),
            description=f"Rad {i}",
            partner=REGION,
            year=2023 + i % 3,
        )
        for i in range(count)
    ]
    return _project(costs, sum(10_000 + i for i in range(count)))


def mixed_lines(count: int) -> Project:
    """Make a project whose lines are actual costs, unit costs and one flat rate, of partners and years."""
    costs = [
        Cost(
            CATEGORIES[i % 6],
            UnitCost(Money(400 + i % 9), Decimal(i % 50 + 1)) if i % 3 else ActualCost(Money(10_000 + i)),
            partner=f"Kommun {i % 4}",
            year=2023 + i % 3,
        )
        for i in range(count - 1)
    ]
    costs.append(Cost(CostCategory.INDIRECT, FlatRate(Rate.of_percent(15), [CostCategory.STAFF])))
    return _project(costs, 10_000 * count)


def _project(costs: list[Cost], total: int) -> Project:
    eu = total * 2 // 5
    return Project(
        "Framtidskraft",
        fund=Fund.ESF_PLUS,
        programming_period="2021-2027",
        period=Period(START, END),
        budget=Budget(
            costs,
            [
                Contribution(Funder(source=FundingSource.EU), Money(eu)),
                Contribution(Funder(Organisation(REGION), source=FundingSource.OWN_PUBLIC), Money(total - eu)),
            ],
        ),
    )


def one_figure_of(peer: ModuleType) -> Any:
    """Make the smallest project with the classes of a peer."""
    return peer.Project(name="Framtidskraft", budget=peer.Budget(total=peer.Money(amount=900_000)))


def lines_of(peer: ModuleType, count: int) -> Any:
    """Make the project of `lines` with the classes of a peer."""
    costs = [
        peer.Cost(
            category=CATEGORIES[i % 6],
            basis=peer.ActualCost(amount=peer.Money(amount=10_000 + i)),
            description=f"Rad {i}",
            partner=REGION,
            year=2023 + i % 3,
        )
        for i in range(count)
    ]
    return _project_of(peer, costs, sum(10_000 + i for i in range(count)))


def mixed_lines_of(peer: ModuleType, count: int) -> Any:
    """Make the project of `mixed_lines` with the classes of a peer."""
    costs = [
        peer.Cost(
            category=CATEGORIES[i % 6],
            basis=peer.UnitCost(price=peer.Money(amount=400 + i % 9), units=Decimal(i % 50 + 1))
            if i % 3
            else peer.ActualCost(amount=peer.Money(amount=10_000 + i)),
            partner=f"Kommun {i % 4}",
            year=2023 + i % 3,
        )
        for i in range(count - 1)
    ]
    flat = peer.FlatRate(rate=Decimal("0.15"), base=(CostCategory.STAFF,))
    costs.append(peer.Cost(category=CostCategory.INDIRECT, basis=flat))
    return _project_of(peer, costs, 10_000 * count)


def _project_of(peer: ModuleType, costs: list[Any], total: int) -> Any:
    eu = total * 2 // 5
    return peer.Project(
        name="Framtidskraft",
        fund="ESF+",
        programming_period="2021-2027",
        period=peer.Period(start=START, end=END),
        budget=peer.Budget(
            costs=tuple(costs),
            financing=(
                peer.Contribution(funder=peer.Funder(source=FundingSource.EU), amount=peer.Money(amount=eu)),
                peer.Contribution(
                    funder=peer.Funder(organisation=peer.Organisation(name=REGION), source=FundingSource.OWN_PUBLIC),
                    amount=peer.Money(amount=total - eu),
                ),
            ),
        ),
    )


def same(one: Any, other: Any) -> bool:
    """Whether two projects, of whatever classes, state the same."""
    return told(one) == told(other)


def told(project: Any) -> tuple[Any, ...]:
    """Return what is stated of a project, in values that all peers share."""
    budget = project.budget
    return (
        project.name,
        project.period and (project.period.start, project.period.end),
        _amount(budget.total),
        [(cost.category, cost.partner, cost.year, cost.description, *_basis(cost.basis)) for cost in budget.costs],
        [(each.funder.source, _amount(each.amount)) for each in budget.financing],
    )


def _amount(money: Any) -> Any:
    return money and (money.amount, money.currency)


def _basis(basis: Any) -> tuple[Any, ...]:
    if hasattr(basis, "rate"):
        return Fraction(getattr(basis.rate, "fraction", basis.rate)), tuple(basis.base)
    if hasattr(basis, "price"):
        return _amount(basis.price), basis.units
    return (_amount(basis.amount),)
