"""Examples of families ELI, INT and VAT: costs that are eligible, and costs that are not."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import NotKnown
from esfmodel.model import (
    ActualCost,
    Budget,
    Cost,
    CostCategory,
    LumpSum,
    Organisation,
    Participation,
    Project,
    Role,
)
from esfmodel.rules import Words
from esfmodel.rules.families.vat import THRESHOLD
from esfmodel.rules.shared.facts import programming_period_of
from esfmodel.testing._rule_examples.example import RuleExample, budget_of, money_of, period_of, with_lines
from esfmodel.values.country import Country
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from esfmodel.law import Law

_INTERREG = "2021TC16RFCB033"


# --- ELI: costs that a fund does not pay for


def _with_infrastructure(project: Project, _law: Law) -> Project:
    return with_lines(project, Cost(CostCategory.INFRASTRUCTURE, ActualCost(money_of(budget_of(project), 1))))


ELI: Final = MappingProxyType({"ELI001": RuleExample(broken=_with_infrastructure)})


# --- INT: costs that are never eligible in Interreg, and partners of one country


def _with_a_described_cost(project: Project, _law: Law) -> Project:
    cost = Cost(CostCategory.OTHER, LumpSum(money_of(budget_of(project), 1)), description="Översättning")
    return Project(project.name, cci=_INTERREG, period=period_of(project), budget=Budget([cost]))


def _fined(project: Project, _law: Law) -> Project:
    costs = [attrs.evolve(cost, description="Böter") for cost in budget_of(project).costs]
    return attrs.evolve(project, budget=attrs.evolve(budget_of(project), costs=costs))


def _across_the_border(project: Project, _law: Law) -> Project:
    partners = [
        Participation(Organisation(name, country=Country(country)), Role.PARTNER)
        for name, country in (("Torsby kommun", "SE"), ("Kongsvinger kommune", "NO"))
    ]
    return Project(project.name, cci=_INTERREG, period=period_of(project), partners=partners)


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


# --- VAT: eligible and recoverable value added tax


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
