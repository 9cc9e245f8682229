"""Examples of family ELI: costs that a fund does not pay for."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from esfmodel.model import ActualCost, Cost, CostCategory
from esfmodel.testing._rule_examples.example import RuleExample, budget_of, money_of, with_lines

if TYPE_CHECKING:
    from esfmodel.law import Law
    from esfmodel.model import Project


def _with_infrastructure(project: Project, _law: Law) -> Project:
    return with_lines(project, Cost(CostCategory.INFRASTRUCTURE, ActualCost(money_of(budget_of(project), 1))))


ELI: Final = MappingProxyType({"ELI001": RuleExample(broken=_with_infrastructure)})
