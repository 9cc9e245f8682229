from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    LAW,
    Budget,
    Claim,
    ClaimedCost,
    CostCategory,
    Decision,
    DecisionKind,
    Money,
    NotKnown,
    Outcome,
    Period,
    Project,
    Severity,
    validate,
)
from esfmodel.testing._rule_examples.clm import CLM

GRANTED = Decision(DecisionKind.GRANTED, support=Money(10_325_312), budget=Budget(total=Money(19_126_097)))


def claim(number: int, amount: int, period: Period | None = None) -> Claim:
    """A claim of one cost."""
    return Claim(number, period, costs=[ClaimedCost(CostCategory.STAFF, Money(amount))])


@given(st.lists(st.integers(1, 10**7), min_size=1, max_size=6))
def test_the_share_of_all_costs_is_held_against_the_grant(amounts: list[int]) -> None:
    """CLM004 finds the first claim with which the costs exceed those that the grant is a share of."""
    claims = [claim(number, amount) for number, amount in enumerate(amounts, start=1)]
    findings = validate(Project("AMF", decisions=[GRANTED], claims=claims)).result("CLM004").findings
    beyond = [index for index in range(len(amounts)) if sum(amounts[: index + 1]) > 19_126_097]
    assert [finding.place for finding in findings] == [f"claims[{index}]" for index in beyond[:1]]


def test_the_difference_is_told() -> None:
    """Costs of 20 000 000 kr at 10 325 312 of 19 126 097 are support of 10 797 092.58 kr; 471 780.58 too much."""
    (finding,) = validate(Project("AMF", decisions=[GRANTED], claims=[claim(1, 20_000_000)])).warnings
    assert (finding.rule, finding.expected) == ("CLM004", Money(10_325_312))
    assert finding.difference == Money("471780.58")
    assert finding.found == Money("10797092.58")


@pytest.mark.parametrize(
    ("project", "outcome"),
    [
        (Project("A", decisions=[GRANTED]), Outcome.NOT_EVALUATED),
        (Project("A", claims=[claim(1, 5)]), Outcome.NOT_EVALUATED),
        (Project("A", decisions=[Decision(DecisionKind.APPLIED)], claims=[claim(1, 5)]), Outcome.NOT_EVALUATED),
        (Project("A", decisions=[Decision(DecisionKind.GRANTED)], claims=[claim(1, 5)]), Outcome.NOT_EVALUATED),
        (Project("A", decisions=[GRANTED, GRANTED], claims=[claim(1, 5)]), Outcome.NOT_EVALUATED),
        (Project("A", decisions=[GRANTED], claims=[claim(1, 5)]), Outcome.PASSED),
        (Project("A", decisions=[GRANTED], claims=[claim(1, 5), claim(1, 5)]), Outcome.NOT_EVALUATED),
    ],
)
def test_without_a_ledger_the_claims_are_left_open(project: Project, outcome: Outcome) -> None:
    """Where nothing is granted, or the claims cannot be put in order, nobody can tell what is due."""
    assert validate(project).result("CLM004").outcome is outcome


SPRING, SUMMER = Period("2025-01-01", "2025-04-30"), Period("2025-04-01", "2025-06-30")


@pytest.mark.parametrize(
    ("claims", "severities"),
    [
        ([claim(1, 5), claim(2, 5)], []),
        ([claim(1, 5), claim(1, 5)], [Severity.ERROR]),
        ([claim(1, 5, SPRING), claim(2, 5)], []),
        ([claim(1, 5), claim(2, 5, SPRING)], []),
        ([claim(1, 5, SPRING), claim(2, 5, SUMMER)], [Severity.WARNING]),
        ([claim(1, 5, SPRING), claim(2, 5, Period("2025-05-01", "2025-06-30"))], []),
        (
            [claim(1, 5, Period.of_years(2025)), claim(2, 5, SPRING), claim(3, 5, Period("2025-11-01", "2025-12-31"))],
            [Severity.WARNING, Severity.WARNING],
        ),
        ([claim(2, 5, SUMMER), claim(1, 5, Period("2025-01-01", "2025-03-31"))], []),
    ],
)
def test_each_claim_has_its_own_number_and_time(claims: list[Claim], severities: list[Severity]) -> None:
    """Two claims of one number are a contradiction; two about the same time should be looked at."""
    findings = validate(Project("A", claims=claims)).result("CLM005").findings
    assert [finding.severity for finding in findings] == severities


def test_where_nothing_is_claimed_nothing_is_claimed_twice() -> None:
    """Claims are not made up to be broken."""
    for code in ("CLM004", "CLM005"):
        with pytest.raises(NotKnown):
            CLM[code].broken(Project("A"), LAW)
