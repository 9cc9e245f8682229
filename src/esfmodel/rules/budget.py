"""Family BUD, the figures of a budget against each other: no law is needed to see that they do not add up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.model import (
    ActualCost,
    Budget,
    Contribution,
    Cost,
    CostCategory,
    Funder,
    FundingSource,
    PortfolioSum,
    Project,
)
from esfmodel.rules._facts import apart, as_bounds, known, known_amount
from esfmodel.rules.finding import ARITHMETIC, Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.words import Words
from esfmodel.values.bounds import Bounds
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.bounds import MoneyLike

_NO_COSTS = Words("inget belopp är känt bland kostnaderna", "no amount is known among the costs")
_NO_FINANCING = Words("inget belopp är känt i finansieringen", "no amount is known in the financing")
_NO_TOTAL = Words("totalkostnaden är inte känd", "the total cost is not known")
_NO_SUPPORT = Words("stödet är inte känt", "the support is not known")


def _budget(project: Project) -> Budget:
    return known(project.budget, Words("budget saknas", "there is no budget"))


def _one_more_cost(budget: Budget) -> Budget:
    one = Money(1, known(budget.currency, _NO_COSTS))
    return attrs.evolve(budget, costs=(*budget.costs, Cost(CostCategory.OTHER, ActualCost(one))))


def _no_exact_total(project: Project) -> bool:
    return project.budget is None or project.budget.total is None or isinstance(project.budget.total, Bounds)


def _costs_equal_financing(project: Project, context: Context) -> Iterator[Finding]:
    """What a project costs is what its funders pay."""
    budget = _budget(project)
    costs, financing = known_amount(budget.total_costs, _NO_COSTS), known_amount(budget.total_financing, _NO_FINANCING)
    difference = apart(costs, financing)
    if difference is not None:
        yield context.finding("budget.financing", expected=costs, found=financing, difference=difference)


def _without_total(project: Project) -> Project:
    return attrs.evolve(project, budget=attrs.evolve(_budget(project), total=None))


def _costs_unlike_financing(project: Project) -> Project:
    return attrs.evolve(project, budget=_one_more_cost(_budget(_without_total(project))))


def _total_equals_costs(project: Project, context: Context) -> Iterator[Finding]:
    """The total cost that is stated is the sum of the lines of cost."""
    budget = _budget(project)
    total, costs = known_amount(budget.total, _NO_TOTAL), known_amount(budget.total_costs, _NO_COSTS)
    difference = apart(total, costs)
    if difference is not None:
        yield context.finding("budget.costs", expected=total, found=costs, difference=difference)


def _total_unlike_costs(project: Project) -> Project:
    return attrs.evolve(project, budget=_one_more_cost(_budget(project)))


def _total_equals_financing(project: Project, context: Context) -> Iterator[Finding]:
    """The total cost that is stated is the sum of what the funders pay."""
    budget = _budget(project)
    total, financing = known_amount(budget.total, _NO_TOTAL), known_amount(budget.total_financing, _NO_FINANCING)
    difference = apart(total, financing)
    if difference is not None:
        yield context.finding("budget.financing", expected=total, found=financing, difference=difference)


def _total_unlike_financing(project: Project) -> Project:
    budget = _budget(project)
    one = Money(1, known(budget.currency, _NO_FINANCING))
    more = Contribution(Funder(source=FundingSource.OWN), one)
    return attrs.evolve(project, budget=attrs.evolve(budget, financing=(*budget.financing, more)))


def _listed_support(budget: Budget) -> MoneyLike | None:
    """Sum what is granted as it is listed; `Budget.support` would take what is unknown from the total cost."""
    listed = [part.amount for part in budget.financing if part.source is None or not part.source.is_own]
    return PortfolioSum.of(listed, known(budget.currency, _NO_SUPPORT)).within


def _support_within_cost(project: Project, context: Context) -> Iterator[Finding]:
    """Nobody is granted more than the whole cost."""
    budget = _budget(project)
    cost, support = known_amount(budget.total_cost, _NO_TOTAL), known_amount(_listed_support(budget), _NO_SUPPORT)
    if as_bounds(support) > as_bounds(cost):
        difference = as_bounds(support) - as_bounds(cost)
        yield context.finding(
            "budget.financing", expected=cost, found=support, difference=difference.known or difference
        )


def _support_beyond_cost(project: Project) -> Project:
    budget = _budget(project)
    cost = as_bounds(known_amount(budget.total_cost, _NO_TOTAL))
    highest = known(cost.high or cost.low, _NO_TOTAL)
    extra = highest + Money(1, highest.currency)
    moved = (
        Contribution(Funder(source=FundingSource.PARTNER_COUNTRY), extra),
        Contribution(Funder(source=FundingSource.OWN), -extra),
    )
    return attrs.evolve(project, budget=attrs.evolve(budget, financing=(*budget.financing, *moved)))


BUD: Final = (
    Rule(
        code="BUD001",
        subject=Project,
        severity=Severity.ERROR,
        basis=ARITHMETIC,
        needs=("budget.costs", "budget.financing"),
        applies=_no_exact_total,
        scope=Words(
            "gäller budgetar utan exakt totalkostnad; annars jämförs båda sidor med den (BUD002, BUD003)",
            "concerns budgets without an exact total; else both sides are compared with it (BUD002, BUD003)",
        ),
        check=_costs_equal_financing,
        ok=_without_total,
        broken=_costs_unlike_financing,
        demand=Words("Kostnader och finansiering är lika stora.", "Costs and financing are equal."),
        sv="Kostnaderna är {expected} men finansieringen {found}; skillnaden är {difference}.",
        en="The costs are {expected}, but the financing is {found}; the difference is {difference}.",
    ),
    Rule(
        code="BUD002",
        subject=Project,
        severity=Severity.ERROR,
        basis=ARITHMETIC,
        needs=("budget.total", "budget.costs"),
        scope=Words("gäller budgetar med angiven totalkostnad", "concerns budgets with a stated total"),
        check=_total_equals_costs,
        broken=_total_unlike_costs,
        demand=Words(
            "Den angivna totalkostnaden är summan av kostnadsraderna.",
            "The stated total cost is the sum of the lines of cost.",
        ),
        sv="Totalkostnaden anges till {expected} men kostnadsraderna blir {found}; skillnaden är {difference}.",
        en="The total cost is stated as {expected}, but the lines of cost sum to {found}; "
        "the difference is {difference}.",
    ),
    Rule(
        code="BUD003",
        subject=Project,
        severity=Severity.ERROR,
        basis=ARITHMETIC,
        needs=("budget.total", "budget.financing"),
        scope=Words("gäller budgetar med angiven totalkostnad", "concerns budgets with a stated total"),
        check=_total_equals_financing,
        broken=_total_unlike_financing,
        demand=Words(
            "Den angivna totalkostnaden är summan av finansieringen.",
            "The stated total cost is the sum of the financing.",
        ),
        sv="Totalkostnaden anges till {expected} men finansieringen blir {found}; skillnaden är {difference}.",
        en="The total cost is stated as {expected}, but the financing sums to {found}; the difference is {difference}.",
    ),
    Rule(
        code="BUD004",
        subject=Project,
        severity=Severity.ERROR,
        basis=ARITHMETIC,
        needs=("budget.total|budget.costs", "budget.financing"),
        scope=Words("gäller alla projekt", "concerns every project"),
        check=_support_within_cost,
        broken=_support_beyond_cost,
        demand=Words("Stödet är högst hela kostnaden.", "The support is at most the whole cost."),
        sv="Stödet är {found} men hela kostnaden bara {expected}; {difference} för mycket.",
        en="The support is {found}, but the whole cost only {expected}; {difference} too much.",
    ),
)
