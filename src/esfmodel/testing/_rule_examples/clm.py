"""Examples of family CLM: claims of costs at the wrong time, of too much, or of the same time twice."""

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
    Claim,
    ClaimedCost,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    Fund,
    Project,
)
from esfmodel.model.decision import CategoryLimit
from esfmodel.model.facts import fund_of
from esfmodel.rules import Words
from esfmodel.rules.families.clm_categories import EXEMPT
from esfmodel.rules.families.clm_payment import DEADLINE
from esfmodel.rules.shared.facts import programming_period_of
from esfmodel.testing._rule_examples.example import RuleExample, period_of
from esfmodel.values.money import Money
from esfmodel.values.period import Period, first_and_last

if TYPE_CHECKING:
    from esfmodel.law import Law
    from esfmodel.values.dates import Date


def _claimed(project: Project, cost: ClaimedCost, claim: Claim | None = None) -> Project:
    """Add a claim of a cost to a project."""
    number = max((claim.number for claim in project.claims), default=0) + 1
    made = attrs.evolve(claim, number=number, costs=[cost]) if claim else Claim(number, costs=[cost])
    return attrs.evolve(project, claims=(*project.claims, made))


def _one_krona(when: Date) -> ClaimedCost:
    return ClaimedCost(CostCategory.TRAVEL, Money(1), incurred_on=when, paid_on=when)


def _claimed_in_time(project: Project, _law: Law) -> Project:
    return _claimed(project, _one_krona(period_of(project).start))


def _claimed_too_early(project: Project, _law: Law) -> Project:
    first = programming_period_of(project).first
    return _claimed(project, _one_krona(Period.of_years(first).start.subtract(days=1)))


def _claimed_in_the_decided_period(project: Project, _law: Law) -> Project:
    """Add a decision on the project period, and a claim for a cost on its first day."""
    period = period_of(project)
    granted = Decision(DecisionKind.GRANTED, period=period)
    decided = attrs.evolve(project, decisions=(*project.decisions, granted))
    return _claimed(decided, _one_krona(period.start), Claim(1, Period(period.start, period.start)))


def _claimed_after_the_project(project: Project, _law: Law) -> Project:
    day = period_of(project).end.add(days=1)
    return _claimed(project, ClaimedCost(CostCategory.TRAVEL, Money(1), incurred_on=day))


def _handed_in(project: Project, _law: Law) -> Project:
    day = period_of(project).start
    return _claimed(project, _one_krona(day), Claim(1, on=day))


def _handed_in_too_early(project: Project, _law: Law) -> Project:
    day = period_of(project).start
    programming_period_of(project)
    return _claimed(project, _one_krona(day.add(days=1)), Claim(1, on=day))


def _all_claimed(project: Project, _law: Law) -> Project:
    """Add a decision that grants half of two kronor, and a claim for both."""
    granted = Decision(DecisionKind.GRANTED, support=Money(1), budget=Budget(total=Money(2)))
    decided = attrs.evolve(project, decisions=(granted,), claims=())
    return _claimed(decided, ClaimedCost(CostCategory.TRAVEL, Money(2)))


def _more_claimed(project: Project, _law: Law) -> Project:
    if not project.decisions:
        raise NotKnown(Words("det finns inget beviljat stöd", "there is no grant to claim more than"))
    return _claimed(project, ClaimedCost(CostCategory.TRAVEL, Money(1)))


def _two_claims(project: Project, _law: Law) -> Project:
    return attrs.evolve(project, claims=(Claim(1), Claim(2)))


def _the_same_twice(project: Project, _law: Law) -> Project:
    if not project.claims:
        raise NotKnown(Words("det finns ingen ansökan om utbetalning", "there is no claim to repeat"))
    return attrs.evolve(project, claims=(project.claims[0], project.claims[0]))


def _paid_at_once(project: Project, _law: Law) -> Project:
    day = period_of(project).start
    return attrs.evolve(project, claims=(Claim(1, on=day, paid_on=day),))


def _paid_too_late(project: Project, law: Law) -> Project:
    """Pay each claim a day after the last day of the law."""
    period = programming_period_of(project)
    days = law.provision(DEADLINE, programming_period=period, fund=fund_of(project)).value_as(int)
    last = [first_and_last(claim.on)[1] for claim in project.claims if claim.on is not None]
    late = [
        attrs.evolve(claim, paid_on=day.add(days=days + 1)) for claim, day in zip(project.claims, last, strict=True)
    ]
    return attrs.evolve(project, claims=late)


def _within_its_category(project: Project, _law: Law) -> Project:
    """Add a grant whose categories may be exceeded by a krona, and a claim of all that one of them has."""
    lines = [Cost(CostCategory.STAFF, ActualCost(Money(8))), Cost(CostCategory.TRAVEL, ActualCost(Money(2)))]
    granted = Decision(
        DecisionKind.GRANTED,
        support=Money(5),
        budget=Budget(lines),
        category_limits=[CategoryLimit(highest=Money(1))],
    )
    return _claimed(attrs.evolve(project, decisions=(granted,), claims=()), _two_kronor())


def _beyond_its_category(project: Project, _law: Law) -> Project:
    if not project.decisions:
        raise NotKnown(Words("det finns inget beslut", "there is no decision"))
    return _claimed(project, _two_kronor())


def _two_kronor() -> ClaimedCost:
    return ClaimedCost(CostCategory.TRAVEL, Money(2))


def _with_revenue(project: Project, law: Law) -> Project:
    """Return a project of the years when revenue was deducted, whose claims have none yet."""
    period_of(project)
    row = law.history(EXEMPT)[-1]
    cost = row.value_as(Money)
    more = Money(1, cost.currency)
    lines = [Cost(CostCategory.TRAVEL, ActualCost(cost + more + more)), Cost(CostCategory.REVENUE, ActualCost(-more))]
    return Project(
        project.name,
        fund=Fund.ERDF,
        programming_period=row.programming_period,
        aid=Aid(AidBasis.NONE),
        period=Period(row.start, row.start),
        budget=Budget(lines),
        decisions=[Decision(DecisionKind.GRANTED)],
        claims=[Claim(1)],
    )


def _closed_without_revenue(project: Project, _law: Law) -> Project:
    programming_period_of(project)
    return attrs.evolve(project, decisions=(*project.decisions, Decision(DecisionKind.CLOSED)))


CLM: Final = MappingProxyType(
    {
        "CLM001": RuleExample(ok=_claimed_in_time, broken=_claimed_too_early, consequences=("CLM002",)),
        "CLM002": RuleExample(ok=_claimed_in_the_decided_period, broken=_claimed_after_the_project),
        "CLM003": RuleExample(ok=_handed_in, broken=_handed_in_too_early),
        "CLM004": RuleExample(ok=_all_claimed, broken=_more_claimed),
        "CLM005": RuleExample(ok=_two_claims, broken=_the_same_twice),
        "CLM006": RuleExample(ok=_paid_at_once, broken=_paid_too_late),
        "CLM007": RuleExample(ok=_within_its_category, broken=_beyond_its_category),
        "CLM008": RuleExample(ok=_with_revenue, broken=_closed_without_revenue),
    }
)
