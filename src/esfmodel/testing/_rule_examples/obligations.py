"""Examples of families DUR, PUB and STA: what comes with support, until long after it was paid."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import NotKnown
from esfmodel.model import (
    Aid,
    AidBasis,
    Budget,
    Claim,
    Contribution,
    Decision,
    DecisionKind,
    Fund,
    Funder,
    FundingSource,
    Organisation,
    Portfolio,
    Project,
)
from esfmodel.rules import Words, known
from esfmodel.rules.families.pub import PLAQUE
from esfmodel.rules.families.sta import CEILING
from esfmodel.rules.shared.facts import programming_period_of
from esfmodel.testing._rule_examples.example import RuleExample, period_of
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.law import Law

_UNDERTAKING = Organisation("Region Jämtland Härjedalen", "2321000214")


# --- DUR: projects that go on, and projects whose final payment has been made


def _paid(project: Project, _law: Law) -> Project:
    """Add a decision and a claim that has been paid."""
    day = period_of(project).start
    return attrs.evolve(
        project, decisions=[Decision(DecisionKind.GRANTED, day)], claims=[Claim(1, on=day, paid_on=day)]
    )


def _paid_investment(project: Project, law: Law) -> Project:
    """Return a paid project of the ERDF that invests in something."""
    paid = _paid(project, law)
    return Project(
        project.name,
        fund=Fund.ERDF,
        programming_period=programming_period_of(project),
        physical_investment=True,
        period=paid.period,
        decisions=paid.decisions,
        claims=paid.claims,
    )


def _closed(project: Project, _law: Law) -> Project:
    day = period_of(project).end
    programming_period_of(project)
    return attrs.evolve(project, decisions=(*project.decisions, Decision(DecisionKind.CLOSED, day)))


DUR: Final = MappingProxyType(
    {
        "DUR001": RuleExample(ok=_paid_investment, broken=_closed, consequences=("DUR002",)),
        "DUR002": RuleExample(ok=_paid, broken=_closed),
    }
)


# --- PUB: lists that state too little, and projects that must display the support of the Union


def _without_beneficiary(portfolio: Portfolio, _law: Law) -> Portfolio:
    if not portfolio.projects:
        raise NotKnown(Words("portföljen saknar projekt", "the portfolio holds no project"))
    first, *others = portfolio.projects
    return attrs.evolve(portfolio, projects=(attrs.evolve(first, beneficiary=None), *others))


def _below_every_threshold(project: Project, _law: Law) -> Project:
    """Return the project with a budget below every threshold, in the currency of the thresholds."""
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
        "PUB002": RuleExample(ok=_below_every_threshold, broken=_large, consequences=("FIN001",)),
        "PUB003": RuleExample(ok=_below_every_threshold, broken=_strategic),
    }
)


# --- STA: undertakings that receive de minimis aid within and above the ceiling


def _one_euro_each(portfolio: Portfolio, law: Law) -> Portfolio:
    return _aided(portfolio, Money(1, law.provision(CEILING).value_as(Money).currency), law)


def _the_ceiling_each(portfolio: Portfolio, law: Law) -> Portfolio:
    return _aided(portfolio, law.provision(CEILING).value_as(Money), law)


def _aided(portfolio: Portfolio, amount: Money, law: Law) -> Portfolio:
    """Return the projects with the same aid, to one undertaking, on the first day of the regulation."""
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
