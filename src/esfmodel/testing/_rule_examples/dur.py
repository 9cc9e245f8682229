"""Examples of family DUR: projects that go on, and projects whose final payment has been made."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.model import Claim, Decision, DecisionKind, Fund, Project
from esfmodel.rules.shared.facts import programming_period_of
from esfmodel.testing._rule_examples.example import RuleExample, period_of

if TYPE_CHECKING:
    from esfmodel.law import Law


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
