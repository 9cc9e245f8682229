"""Examples of family INT: Interreg projects with costs that are never eligible, or partners of one country."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import NotKnown
from esfmodel.model import Budget, Cost, CostCategory, LumpSum, Organisation, Participation, Project, Role
from esfmodel.rules import Words
from esfmodel.testing._rule_examples.example import RuleExample, money_of, period_of
from esfmodel.testing._rule_examples.example import budget_of as budget_in
from esfmodel.values.country import Country

if TYPE_CHECKING:
    from esfmodel.law import Law

_CCI = "2021TC16RFCB033"


def _with_a_described_cost(project: Project, _law: Law) -> Project:
    cost = Cost(CostCategory.OTHER, LumpSum(money_of(budget_in(project), 1)), description="Översättning")
    return Project(project.name, cci=_CCI, period=period_of(project), budget=Budget([cost]))


def _fined(project: Project, _law: Law) -> Project:
    costs = [attrs.evolve(cost, description="Böter") for cost in budget_in(project).costs]
    return attrs.evolve(project, budget=attrs.evolve(budget_in(project), costs=costs))


def _across_the_border(project: Project, _law: Law) -> Project:
    partners = [
        Participation(Organisation(name, country=Country(country)), Role.PARTNER)
        for name, country in (("Torsby kommun", "SE"), ("Kongsvinger kommune", "NO"))
    ]
    return Project(project.name, cci=_CCI, period=period_of(project), partners=partners)


def _in_one_country(project: Project, _law: Law) -> Project:
    if not project.partners:
        raise NotKnown(Words("projektet saknar partner", "the project has no partner"))
    country = project.partners[0].organisation.country
    partners = [
        attrs.evolve(part, organisation=attrs.evolve(part.organisation, country=country)) for part in project.partners
    ]
    return attrs.evolve(project, partners=partners)


INTERREG: Final = MappingProxyType(
    {
        "INT001": RuleExample(ok=_with_a_described_cost, broken=_fined),
        "INT002": RuleExample(ok=_across_the_border, broken=_in_one_country),
    }
)
