"""Examples of family POR: priorities with too high a share of the Union, and repeated rows."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.model import (
    Budget,
    Claim,
    ClaimedCost,
    Contribution,
    ContributionBase,
    CostCategory,
    Decision,
    DecisionKind,
    Fund,
    Funder,
    FundingSource,
    Organisation,
    Portfolio,
    Project,
)
from esfmodel.rules.families.por_priorities import OBJECTIVES
from esfmodel.rules.shared.ceilings import ONE_RATE
from esfmodel.rules.shared.facts import programming_period_of
from esfmodel.testing._rule_examples.example import RuleExample, money_of
from esfmodel.values.bounds import Bounds
from esfmodel.values.money import Money, Rate
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from esfmodel.law import Law


def _all_from_the_union(portfolio: Portfolio, _law: Law) -> Portfolio:
    return attrs.evolve(portfolio, projects=[_paid_by_the_union(project) for project in portfolio.projects])


def _paid_by_the_union(project: Project) -> Project:
    if project.budget is None:
        return project
    union = Funder(source=FundingSource.EU)
    financing = [Contribution(union, part.amount) for part in project.budget.financing]
    return attrs.evolve(project, budget=attrs.evolve(project.budget, financing=financing))


def _for_the_most_deprived(portfolio: Portfolio, law: Law) -> Portfolio:
    """Make every priority one for those most in need: the Union pays its rate and the state the rest."""
    return attrs.evolve(portfolio, projects=[_dedicated(project, law) for project in portfolio.projects])


def _dedicated(project: Project, law: Law) -> Project:
    priority, budget = project.priority, project.budget
    cost = None if budget is None else budget.total_cost
    if priority is None or budget is None or cost is None or isinstance(cost, Bounds):
        return project
    rate = law.provision(ONE_RATE, programming_period=programming_period_of(project)).value_as(Rate)
    union = rate.apply(cost, rounding=Rounding.WHOLE_DOWN)
    financing = [
        Contribution(Funder(source=FundingSource.EU), union),
        Contribution(Funder(source=FundingSource.STATE_GRANT), cost - union),
    ]
    return attrs.evolve(
        project,
        call=None,
        specific_objective=min(OBJECTIVES),
        published_eu_rate=None,
        priority=attrs.evolve(
            priority,
            code="C",
            eu_rate=rate,
            rates=(),
            base=ContributionBase.TOTAL,
            specific_objectives=sorted(OBJECTIVES),
        ),
        budget=Budget(budget.costs, financing, total=budget.total),
    )


def _first_row_twice(portfolio: Portfolio, _law: Law) -> Portfolio:
    return attrs.evolve(portfolio, projects=(*portfolio.projects, *portfolio.projects[:1]))


def _decided(portfolio: Portfolio, _law: Law) -> Portfolio:
    """Return the portfolio with an identifiable decision for each project."""
    return attrs.evolve(
        portfolio,
        projects=[
            attrs.evolve(
                project,
                decisions=(Decision(DecisionKind.GRANTED, reference=str(project.operation_id or project.name)),),
            )
            for project in portfolio.projects
        ],
    )


def _first_row_with_another_total(portfolio: Portfolio, _law: Law) -> Portfolio:
    """Add the first row once more with another total."""
    if not portfolio.projects or portfolio.projects[0].budget is None:
        return portfolio
    first, budget = portfolio.projects[0], portfolio.projects[0].budget
    own = Contribution(Funder(source=FundingSource.OWN_PUBLIC), money_of(budget, 1))
    more = attrs.evolve(budget, costs=(), financing=(*budget.financing, own), total=None)
    return attrs.evolve(portfolio, projects=(*portfolio.projects, attrs.evolve(first, budget=more)))


def _with_own_invoices(portfolio: Portfolio, _law: Law) -> Portfolio:
    return _with_invoices(portfolio, range(len(portfolio.projects)))


def _with_one_invoice(portfolio: Portfolio, _law: Law) -> Portfolio:
    return _with_invoices(portfolio, [1] * len(portfolio.projects))


def _with_invoices(portfolio: Portfolio, numbers: Iterable[int]) -> Portfolio:
    """Add a claim of one invoice to each project."""
    costs = [ClaimedCost(CostCategory.TRAVEL, Money(1), invoice=f"Resebyrån AB {number}") for number in numbers]
    claimed = [
        attrs.evolve(project, claims=[Claim(1, costs=[cost])])
        for project, cost in zip(portfolio.projects, costs, strict=True)
    ]
    return attrs.evolve(portfolio, projects=claimed)


def _of_two_names(_portfolio: Portfolio, _law: Law) -> Portfolio:
    """Return a small project of each of two programming periods."""
    owner, budget = Organisation("Region Kronoberg"), Budget(total=Money(1, "EUR"))
    return Portfolio(
        [
            Project("Bron", fund=Fund.ERDF, programming_period="2014-2020", beneficiary=owner, budget=budget),
            Project("Tunneln", fund=Fund.ERDF, programming_period="2021-2027", beneficiary=owner, budget=budget),
        ]
    )


def _of_one_name(portfolio: Portfolio, _law: Law) -> Portfolio:
    return attrs.evolve(portfolio, projects=[attrs.evolve(project, name="Bron") for project in portfolio.projects])


POR: Final = MappingProxyType(
    {
        "POR001": RuleExample(broken=_all_from_the_union, consequences=("FIN001", "FIN002")),
        "POR002": RuleExample(ok=_for_the_most_deprived, broken=_all_from_the_union, consequences=("FIN001", "FIN002")),
        "POR003": RuleExample(broken=_first_row_twice),
        "POR004": RuleExample(ok=_decided, broken=_first_row_with_another_total, consequences=("FIN001",)),
        "POR005": RuleExample(ok=_with_own_invoices, broken=_with_one_invoice),
        "POR006": RuleExample(ok=_of_two_names, broken=_of_one_name, consequences=("PUB001",)),
    }
)
