"""Examples of family STA: undertakings that receive de minimis aid within and above the ceiling."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.model import Aid, AidBasis, Budget, Organisation, Portfolio
from esfmodel.rules.families.sta import CEILING
from esfmodel.testing._rule_examples.example import RuleExample
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from esfmodel.law import Law

_UNDERTAKING = Organisation("Region Jämtland Härjedalen", "2321000214")


def _one_euro_each(portfolio: Portfolio, law: Law) -> Portfolio:
    return _aided(portfolio, Money(1, law.provision(CEILING).value_as(Money).currency), law)


def _the_ceiling_each(portfolio: Portfolio, law: Law) -> Portfolio:
    return _aided(portfolio, law.provision(CEILING).value_as(Money), law)


def _aided(portfolio: Portfolio, amount: Money, law: Law) -> Portfolio:
    """Give each project the same aid, to one undertaking, on the first day of the regulation."""
    aid = Aid(AidBasis.DE_MINIMIS, law.provision(CEILING).start, amount=amount)
    # Costs are left out, since those of a small project without State aid must be simplified.
    projects = [
        attrs.evolve(
            project,
            aid=aid,
            beneficiary=_UNDERTAKING,
            budget=None if project.budget is None else Budget(total=project.budget.total),
        )
        for project in portfolio.projects
    ]
    return attrs.evolve(portfolio, projects=projects)


STA: Final = MappingProxyType({"STA001": RuleExample(ok=_one_euro_each, broken=_the_ceiling_each)})
