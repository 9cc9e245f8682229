"""Examples of family BUD: budgets whose figures contradict each other."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.model import (
    ActualCost,
    Budget,
    Contribution,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    Funder,
    FundingSource,
    Project,
)
from esfmodel.rules import known, known_amount
from esfmodel.testing._rule_examples.example import RuleExample, beyond_rounding, budget_of, money_of
from esfmodel.values.bounds import Bounds

if TYPE_CHECKING:
    from esfmodel.law import Law
    from esfmodel.values.money import Money


def _too_much(budget: Budget) -> Money:
    """Return more than rounding of any figures of the budget can explain."""
    return beyond_rounding(budget, [budget.total, *budget.cost_amounts, *(part.amount for part in budget.financing)])


def _with_costs(project: Project, *lines: Cost) -> Project:
    budget = budget_of(project)
    return attrs.evolve(project, budget=attrs.evolve(budget, costs=(*budget.costs, *lines)))


def _with_financing(project: Project, *parts: Contribution) -> Project:
    budget = budget_of(project)
    return attrs.evolve(project, budget=attrs.evolve(budget, financing=(*budget.financing, *parts)))


def _without_total(project: Project, _law: Law) -> Project:
    return attrs.evolve(project, budget=attrs.evolve(budget_of(project), total=None))


def _costs_unlike_financing(project: Project, law: Law) -> Project:
    return _one_more_cost(_without_total(project, law), law)


def _one_more_cost(project: Project, _law: Law) -> Project:
    return _with_costs(project, Cost(CostCategory.OTHER, ActualCost(_too_much(budget_of(project)))))


def _one_more_contribution(project: Project, _law: Law) -> Project:
    return _with_financing(project, Contribution(Funder(source=FundingSource.OWN), _too_much(budget_of(project))))


def _support_beyond_cost(project: Project, _law: Law) -> Project:
    budget = budget_of(project)
    cost = known_amount(budget.total_cost)
    highest = known(cost.high or cost.low) if isinstance(cost, Bounds) else cost
    extra = highest + _too_much(budget)
    return _with_financing(
        project,
        Contribution(Funder(source=FundingSource.PARTNER_COUNTRY), extra),
        Contribution(Funder(source=FundingSource.OWN), -extra),
    )


def _one_negative_line(project: Project, _law: Law) -> Project:
    one = money_of(budget_of(project), 1)
    return _with_costs(
        project, Cost(CostCategory.OTHER, ActualCost(-one)), Cost(CostCategory.CORRECTION, ActualCost(one))
    )


def _one_positive_revenue(project: Project, _law: Law) -> Project:
    one = money_of(budget_of(project), 1)
    return _with_costs(
        project, Cost(CostCategory.REVENUE, ActualCost(one)), Cost(CostCategory.CORRECTION, ActualCost(-one))
    )


def _one_negative_contribution(project: Project, _law: Law) -> Project:
    one = money_of(budget_of(project), 1)
    return _with_financing(
        project,
        Contribution(Funder(source=FundingSource.OWN), -one),
        Contribution(Funder(source=FundingSource.OWN_PUBLIC), one),
    )


def _granted_nothing(project: Project, _law: Law) -> Project:
    nothing = Decision(DecisionKind.GRANTED, support=money_of(budget_of(project), 0))
    return attrs.evolve(project, decisions=(*project.decisions, nothing))


BUD: Final = MappingProxyType(
    {
        "BUD001": RuleExample(ok=_without_total, broken=_costs_unlike_financing, consequences=("FIN001",)),
        "BUD002": RuleExample(broken=_one_more_cost),
        "BUD003": RuleExample(broken=_one_more_contribution),
        "BUD004": RuleExample(broken=_support_beyond_cost, consequences=("BUD007",)),
        "BUD005": RuleExample(broken=_one_negative_line),
        "BUD006": RuleExample(broken=_one_positive_revenue),
        "BUD007": RuleExample(broken=_one_negative_contribution),
        "BUD008": RuleExample(broken=_granted_nothing),
    }
)
