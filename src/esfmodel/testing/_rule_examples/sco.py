"""Examples of family SCO: costs that are not simplified, above the law's rates, covered twice or misstated."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import NotKnown
from esfmodel.model import (
    ActualCost,
    Aid,
    AidBasis,
    Budget,
    Contribution,
    Cost,
    CostCategory,
    FlatRate,
    Fund,
    Funder,
    FundingSource,
    LumpSum,
    Project,
    UnitCost,
)
from esfmodel.rules import Words, known
from esfmodel.rules.families.sco import HOURS, LUMP_SUM
from esfmodel.rules.families.sco_rates import INDIRECT_OF_STAFF, REMAINING
from esfmodel.rules.shared.cost_lines import STAFF, TREATMENTS
from esfmodel.rules.shared.facts import programming_period_of
from esfmodel.testing._rule_examples.example import (
    RuleExample,
    budget_of,
    exact_amount,
    money_of,
    period_of,
    with_lines,
)
from esfmodel.values.money import Money, Rate
from esfmodel.values.period import Period
from esfmodel.values.print_rounding import beyond

if TYPE_CHECKING:
    from esfmodel.law import Law


def _one_euro_as_a_lump_sum(project: Project, _law: Law) -> Project:
    return _small(project, LumpSum(Money(1, "EUR")))


def _one_euro_as_it_was(project: Project, _law: Law) -> Project:
    return _small(project, ActualCost(Money(1, "EUR")))


def _small(project: Project, basis: LumpSum | ActualCost) -> Project:
    programming_period_of(project)
    budget = Budget([Cost(CostCategory.OTHER, basis)])
    return attrs.evolve(project, budget=budget, aid=Aid(AidBasis.NONE), strategic_importance=False)


def _lawful_rate(project: Project, law: Law, key: str) -> Rate:
    return law.provision(key, programming_period=programming_period_of(project)).value_as(Rate)


def _with_indirect_costs(project: Project, law: Law) -> Project:
    rate = _lawful_rate(project, law, INDIRECT_OF_STAFF)
    return with_lines(project, Cost(CostCategory.INDIRECT, FlatRate(rate, STAFF)))


def _as_much_again(project: Project, _law: Law) -> Project:
    """Add indirect costs as high as all direct costs together."""
    categories = dict.fromkeys(cost.category for cost in budget_of(project).costs)
    base = [category for category in categories if TREATMENTS[category].is_direct]
    return with_lines(project, Cost(CostCategory.INDIRECT, FlatRate(Rate(1), base)))


def _also_as_they_were(project: Project, _law: Law) -> Project:
    return with_lines(project, Cost(CostCategory.INDIRECT, ActualCost(money_of(budget_of(project), 1))))


def _with_remaining_costs(project: Project, law: Law) -> Project:
    """Turn all costs except staff into payments to participants, and add the rate for the remaining costs."""
    budget = budget_of(project)
    costs = [
        cost
        if TREATMENTS[cost.category].is_beside_remaining
        else attrs.evolve(cost, category=CostCategory.PARTICIPANTS)
        for cost in budget.costs
    ]
    rate = _lawful_rate(project, law, REMAINING)
    return with_lines(
        attrs.evolve(project, budget=attrs.evolve(budget, costs=costs)),
        Cost(CostCategory.OTHER, FlatRate(rate, STAFF)),
    )


def _remaining_and_travel(project: Project, _law: Law) -> Project:
    return with_lines(project, Cost(CostCategory.TRAVEL, ActualCost(money_of(budget_of(project), 1))))


def _stated_flat_rate(project: Project, law: Law) -> Project:
    """Add indirect costs at a flat rate whose computed amount is stated too."""
    given = _with_indirect_costs(project, law)
    budget = budget_of(given)
    *before, line, correction = budget.costs
    (*_, amount, _) = budget.cost_amounts
    stated = _with_amount(line, exact_amount(amount))
    return attrs.evolve(given, budget=attrs.evolve(budget, costs=(*before, stated, correction)))


def _stated_unit_cost(project: Project, _law: Law) -> Project:
    one = money_of(budget_of(project), 1)
    return with_lines(project, Cost(CostCategory.EQUIPMENT, UnitCost(one, 1, unit="month", amount=one)))


def _stated_otherwise(project: Project, _law: Law) -> Project:
    """Change the amount of the last line that states one, and correct the total for it."""
    budget = budget_of(project)
    stated = [(index, amount) for index, cost in enumerate(budget.costs) if (amount := _stated(cost)) is not None]
    if not stated:
        raise NotKnown(Words("ingen rad anger både belopp och underlag", "no line states an amount beside its basis"))
    index, amount = stated[-1]
    more = beyond([amount, amount])
    costs = [*budget.costs, Cost(CostCategory.CORRECTION, ActualCost(-more))]
    costs[index] = _with_amount(costs[index], amount + more)
    return attrs.evolve(project, budget=attrs.evolve(budget, costs=costs))


def _stated(line: Cost) -> Money | None:
    return line.basis.amount if isinstance(line.basis, (FlatRate, UnitCost)) else None


def _with_amount(line: Cost, amount: Money) -> Cost:
    return attrs.evolve(line, basis=attrs.evolve(line.basis, amount=amount))


def _one_person(project: Project, law: Law) -> Project:
    return _with_hours(project, law, 0)


def _two_people(project: Project, law: Law) -> Project:
    return _with_hours(project, law, 1)


def _with_hours(project: Project, law: Law, more: int) -> Project:
    """Add a full-time year, and some more hours."""
    period = programming_period_of(project)
    hours = law.provision(HOURS, programming_period=period).value_as(int)
    price = money_of(budget_of(project), 1)
    return with_lines(
        project, Cost(CostCategory.STAFF, UnitCost(price, hours + more), year=period_of(project).start.year)
    )


def _largest_lump_sum(project: Project, law: Law) -> Project:
    """Return a project of the days of the limit, wholly paid with public money."""
    row = law.history(LUMP_SUM)[0]
    limit = row.value_as(Money)
    return Project(
        project.name,
        fund=Fund.ERDF,
        programming_period=row.programming_period,
        period=Period(row.start, known(row.end)),
        budget=Budget(
            [Cost(CostCategory.OTHER, LumpSum(limit))], [Contribution(Funder(source=FundingSource.STATE_GRANT), limit)]
        ),
    )


def _one_more(project: Project, _law: Law) -> Project:
    [line], [grant] = budget_of(project).costs, budget_of(project).financing
    more = exact_amount(line.amount) + money_of(budget_of(project), 1)
    costs = [attrs.evolve(line, basis=LumpSum(more))]
    budget = attrs.evolve(budget_of(project), costs=costs, financing=[attrs.evolve(grant, amount=more)])
    return attrs.evolve(project, budget=budget)


SCO: Final = MappingProxyType(
    {
        "SCO001": RuleExample(ok=_one_euro_as_a_lump_sum, broken=_one_euro_as_it_was),
        "SCO002": RuleExample(ok=_with_indirect_costs, broken=_as_much_again, consequences=("SCO004",)),
        "SCO003": RuleExample(ok=_with_indirect_costs, broken=_also_as_they_were),
        "SCO004": RuleExample(ok=_with_remaining_costs, broken=_remaining_and_travel),
        "SCO005": RuleExample(ok=_stated_flat_rate, broken=_stated_otherwise),
        "SCO006": RuleExample(ok=_stated_unit_cost, broken=_stated_otherwise),
        "SCO007": RuleExample(ok=_one_person, broken=_two_people),
        "SCO008": RuleExample(ok=_largest_lump_sum, broken=_one_more),
    }
)
