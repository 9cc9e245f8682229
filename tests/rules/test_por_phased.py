from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import Budget, Fund, Money, Organisation, Outcome, Period, Portfolio, Project, Severity, validate

if TYPE_CHECKING:
    from esfmodel.rules.report import RuleResult

FIRST = Project("Bron", fund=Fund.ERDF, programming_period="2014-2020", beneficiary=Organisation("Region Kronoberg"))


def judged(first: int, second: int | None, currency: str = "EUR", **more: Any) -> RuleResult:  # noqa: ANN401
    """Judge two phases of these costs, with changes of the second."""
    costs = [None if cost is None else Budget(total=Money(cost, currency)) for cost in (first, second)]
    later = attrs.evolve(FIRST, programming_period="2021-2027", budget=costs[1], **more)
    return validate(Portfolio([later, attrs.evolve(FIRST, budget=costs[0])])).result("POR006")


@given(st.integers(0, 1_200_000), st.integers(0, 1_200_000), st.sampled_from([Fund.ERDF, Fund.ESF_PLUS, Fund.AMIF]))
def test_two_phases_of_little_are_told(first: int, second: int, fund: Fund) -> None:
    """Article 118a(1): above EUR 1 000 000 in all; Article 39 of 2021/1147: above EUR 500 000 in the AMIF."""
    findings = judged(first, second, fund=fund).findings
    told = first + second <= (500_000 if fund is Fund.AMIF else 1_000_000)
    assert [(each.severity, each.found) for each in findings] == [(Severity.INFO, Money(first + second, "EUR"))] * told


@pytest.mark.parametrize(
    ("result", "outcome"),
    [
        (judged(5, 5, name="Tunneln"), Outcome.PASSED),
        (judged(5, 5, beneficiary=Organisation("Alvesta kommun")), Outcome.PASSED),
        (judged(5, 5, fund=Fund.JTF), Outcome.PASSED),
        (judged(5, None), Outcome.NOT_EVALUATED),
        (judged(5, 5, fund=None), Outcome.NOT_EVALUATED),
        (judged(5, 5, "NOK"), Outcome.NOT_EVALUATED),
    ],
)
def test_where_they_may_be_one_operation(result: RuleResult, outcome: Outcome) -> None:
    """One name and one owner; of a fund that has phases, in amounts that can be compared."""
    assert result.outcome is outcome


def test_kronor_are_compared_at_every_rate_of_both_periods() -> None:
    """Two phases of 3 000 000 kronor are under one million euro at any rate of 2019 to 2024."""
    budget = Budget(total=Money(3_000_000))
    first = attrs.evolve(FIRST, budget=budget, period=Period("2019-01-01", "2020-12-31"))
    later = attrs.evolve(first, programming_period="2021-2027", period=Period("2023-01-01", "2024-12-31"))
    (finding,) = validate(Portfolio([first, later])).result("POR006").findings
    assert finding.found == Money(6_000_000)
