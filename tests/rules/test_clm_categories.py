from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    ActualCost,
    Aid,
    AidBasis,
    Budget,
    CategoryLimit,
    Claim,
    ClaimedCost,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    FlatRate,
    Fund,
    LumpSum,
    Money,
    Outcome,
    Period,
    Project,
    Rate,
    Severity,
    validate,
)

STAFF, TRAVEL, REVENUE = CostCategory.STAFF, CostCategory.TRAVEL, CostCategory.REVENUE
BUDGET = Budget([Cost(STAFF, ActualCost(Money(900_000))), Cost(TRAVEL, ActualCost(Money(100_000)))])


def granted(*limits: CategoryLimit, budget: Budget = BUDGET) -> Decision:
    """A grant of half the cost, with limits on its categories."""
    return Decision(DecisionKind.GRANTED, support=Money(500_000), budget=budget, category_limits=limits)


def claiming(decision: Decision, *costs: tuple[CostCategory, int]) -> Project:
    """A project with one claim."""
    claim = Claim(1, costs=[ClaimedCost(category, Money(amount)) for category, amount in costs])
    return Project("Kompetens", decisions=[decision], claims=[claim])


@given(st.integers(0, 200_000), st.integers(0, 40), st.integers(0, 40_000))
def test_a_category_is_exceeded_by_the_lower_of_its_limits(travel: int, percent: int, kronor: int) -> None:
    """Travel of 100 000 kronor in the budget: at most a share of it more, and at most so many kronor."""
    limit = CategoryLimit(TRAVEL, rate=Rate.of_percent(percent), highest=Money(kronor))
    result = validate(claiming(granted(limit), (TRAVEL, travel))).result("CLM007")
    over = travel - 100_000 > min(1_000 * percent, kronor)
    assert [finding.severity for finding in result.findings] == [Severity.WARNING] * over


def test_each_category_has_the_limit_without_a_category() -> None:
    """Ten per cent for each: travel may cost 110 000, and 110 001 is a krona too much."""
    limit = CategoryLimit(rate=Rate.of_percent(10))
    assert validate(claiming(granted(limit), (TRAVEL, 110_000), (STAFF, 400_000))).result("CLM007").findings == ()
    (finding,) = validate(claiming(granted(limit), (TRAVEL, 110_001))).result("CLM007").findings
    assert (finding.expected, finding.found, finding.difference) == (Money(100_000), Money(110_001), Money(10_001))
    assert "resor och logi" in finding.text("sv")


FLAT = Budget([*BUDGET.costs, Cost(CostCategory.INDIRECT, FlatRate(Rate.of_percent(15), [STAFF]))])
UNKNOWN = Budget([Cost(STAFF, ActualCost(Money(900_000))), Cost(TRAVEL, ActualCost())], total=Money(1_000_000))
KRONA = CategoryLimit(highest=Money(1))


@pytest.mark.parametrize(
    ("project", "outcome"),
    [
        (claiming(granted(), (TRAVEL, 400_000)), Outcome.NOT_APPLICABLE),
        (claiming(granted(KRONA, budget=FLAT), (STAFF, 900_000)), Outcome.PASSED),
        (claiming(granted(CategoryLimit(STAFF, highest=Money(1))), (TRAVEL, 400_000)), Outcome.PASSED),
        (claiming(granted(CategoryLimit(highest=Money(1, "EUR"))), (TRAVEL, 100_000)), Outcome.NOT_EVALUATED),
        (claiming(granted(KRONA, budget=UNKNOWN), (TRAVEL, 100_000)), Outcome.NOT_EVALUATED),
        (claiming(granted(KRONA), (TRAVEL, 9), (REVENUE, -5)), Outcome.PASSED),
        (claiming(granted(KRONA), (REVENUE, -5)), Outcome.NOT_EVALUATED),
        (claiming(Decision(DecisionKind.GRANTED, category_limits=[KRONA]), (TRAVEL, 5)), Outcome.NOT_EVALUATED),
        (Project("A"), Outcome.NOT_EVALUATED),
    ],
)
def test_where_the_limits_can_be_judged(project: Project, outcome: Outcome) -> None:
    """A limit in another currency, a budget that is not known, and a grant without figures are left open."""
    assert validate(project).result("CLM007").outcome is outcome


def test_the_last_decision_that_sets_limits_counts() -> None:
    """An amendment that lets travel cost more, and a later one that is silent."""
    wider = Decision(DecisionKind.AMENDED, "2025-02-01", category_limits=[CategoryLimit(highest=Money(50_000))])
    silent = Decision(DecisionKind.AMENDED, "2025-03-01")
    first = attrs.evolve(granted(KRONA), on="2024-09-01")
    project = claiming(first, (TRAVEL, 140_000))
    dated = [attrs.evolve(claim, on="2025-06-01") for claim in project.claims]
    amended = attrs.evolve(project, decisions=[first, wider, silent], claims=dated)
    assert validate(project).result("CLM007").outcome is Outcome.FAILED
    assert validate(amended).result("CLM007").outcome is Outcome.PASSED


def closed(euros: int, claimed: bool = False, **more: Any) -> Project:  # noqa: ANN401
    """A closed project of the years when revenue was deducted, with one euro of revenue in its budget."""
    lines = [Cost(TRAVEL, ActualCost(Money(euros + 1, "EUR"))), Cost(REVENUE, ActualCost(Money(-1, "EUR")))]
    costs = [ClaimedCost(REVENUE, Money(-1, "EUR"))] if claimed else []
    project = Project(
        "Kafé",
        fund=Fund.ERDF,
        programming_period="2014-2020",
        period=Period("2019-01-01", "2020-12-31"),
        aid=Aid(AidBasis.NONE),
        budget=Budget(lines),
        decisions=[Decision(DecisionKind.CLOSED)],
        claims=[Claim(1, costs=costs)],
    )
    return attrs.evolve(project, **more)


@given(st.integers(1, 300_000), st.booleans(), st.booleans())
def test_revenue_that_no_claim_has_is_told_above_the_size(euros: int, early: bool, claimed: bool) -> None:
    """Article 65(8): above EUR 50 000 until 2018-08-01, and above EUR 100 000 from the day after."""
    period = Period("2016-01-01", "2017-12-31") if early else Period("2019-01-01", "2020-12-31")
    findings = validate(closed(euros, claimed, period=period)).result("CLM008").findings
    told = euros > (50_000 if early else 100_000) and not claimed
    assert [(each.place, each.severity) for each in findings] == [("budget.costs[1]", Severity.INFO)] * told


LARGE = 200_000


@pytest.mark.parametrize(
    ("project", "outcome"),
    [
        (closed(LARGE, aid=Aid(AidBasis.BLOCK_EXEMPTION)), Outcome.NOT_APPLICABLE),
        (closed(LARGE, aid=None), Outcome.NOT_EVALUATED),
        (closed(LARGE, programming_period="2021-2027"), Outcome.NOT_EVALUATED),
        # Above both amounts the answer is one; between them it depends on the day.
        (closed(LARGE, period=Period("2017-01-01", "2019-12-31")), Outcome.PASSED),
        (closed(75_000, period=Period("2017-01-01", "2019-12-31")), Outcome.NOT_EVALUATED),
        (closed(LARGE, budget=BUDGET), Outcome.NOT_APPLICABLE),
        (closed(LARGE, decisions=[Decision(DecisionKind.GRANTED)]), Outcome.PASSED),
        (
            closed(
                LARGE,
                budget=Budget(
                    [Cost(TRAVEL, LumpSum(Money(LARGE, "EUR"))), Cost(REVENUE, ActualCost(Money(-1, "EUR")))]
                ),
            ),
            Outcome.PASSED,
        ),
    ],
)
def test_where_revenue_can_be_judged(project: Project, outcome: Outcome) -> None:
    """Not where the support is State aid or simplified costs alone, and not across the day of the change."""
    assert validate(project).result("CLM008").outcome is outcome
