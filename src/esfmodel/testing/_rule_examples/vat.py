"""Examples of family VAT: eligible and recoverable value added tax."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.model import ActualCost, Budget, Cost, CostCategory, Project
from esfmodel.rules.families.vat import THRESHOLD
from esfmodel.rules.shared.facts import programming_period_of
from esfmodel.testing._rule_examples.example import RuleExample, budget_of, money_of, with_lines
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from esfmodel.law import Law


def _not_recovered(project: Project, _law: Law) -> Project:
    vat = Cost(CostCategory.VAT, ActualCost(money_of(budget_of(project), 1)))
    return attrs.evolve(with_lines(project, vat), vat_recoverable=False)


def _recovered_in_a_large_project(project: Project, law: Law) -> Project:
    period = programming_period_of(project)
    limits = [row.value_as(Money) for row in law.provisions if (row.key, row.programming_period) == (THRESHOLD, period)]
    amount = limits[0] if limits else Money(1, "EUR")
    budget = Budget([Cost(CostCategory.VAT, ActualCost(amount))])
    return attrs.evolve(project, budget=budget, vat_recoverable=True)


VAT: Final = MappingProxyType(
    {
        "VAT001": RuleExample(ok=_not_recovered, broken=_recovered_in_a_large_project, consequences=("PUB002",)),
    }
)
