"""Examples of family PUB: lists that state too little, and projects that must display the Union's support."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import NotKnown
from esfmodel.model import Budget, Contribution, Funder, FundingSource, Portfolio, Project
from esfmodel.rules import Words, known
from esfmodel.rules.families.pub import PLAQUE
from esfmodel.rules.shared.facts import programming_period_of
from esfmodel.testing._rule_examples.example import RuleExample
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.law import Law


def _without_beneficiary(portfolio: Portfolio, _law: Law) -> Portfolio:
    if not portfolio.projects:
        raise NotKnown(Words("portföljen saknar projekt", "the portfolio holds no project"))
    first, *others = portfolio.projects
    return attrs.evolve(portfolio, projects=(attrs.evolve(first, beneficiary=None), *others))


def _one_euro(project: Project, _law: Law) -> Project:
    """Give the project a budget below every threshold, in the currency of the thresholds."""
    return attrs.evolve(project, budget=Budget(total=Money(1, "EUR")), strategic_importance=False)


def _large(project: Project, law: Law) -> Project:
    period = programming_period_of(project)
    rows = [row for row in law.provisions if row.key.startswith(PLAQUE) and row.programming_period == period]
    highest = known(max((row.value_as(Money) for row in rows), default=None))
    support = Contribution(Funder(source=FundingSource.STATE_GRANT), highest + Money(1, highest.currency))
    return attrs.evolve(project, budget=Budget(financing=(support,), complete=True))


def _strategic(project: Project, _law: Law) -> Project:
    programming_period_of(project)
    return attrs.evolve(project, strategic_importance=True)


PUB: Final[Mapping[str, RuleExample[Project] | RuleExample[Portfolio]]] = MappingProxyType(
    {
        "PUB001": RuleExample(broken=_without_beneficiary),
        "PUB002": RuleExample(ok=_one_euro, broken=_large, consequences=("FIN001",)),
        "PUB003": RuleExample(ok=_one_euro, broken=_strategic),
    }
)
