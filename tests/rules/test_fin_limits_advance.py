from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    Bounds,
    Budget,
    Cci,
    Contribution,
    Decision,
    DecisionKind,
    Fund,
    Funder,
    FundingSource,
    Money,
    Outcome,
    Project,
    Severity,
    validate,
)

if TYPE_CHECKING:
    from esfmodel.values.bounds import MoneyLike

SWEDISH = Project("A", country="SE", programming_period="2021-2027")


def advanced(advance: MoneyLike | None, support: MoneyLike | None, **more: object) -> Project:
    """A project granted support and an advance on it."""
    changes: dict[str, Any] = more
    decision = Decision(DecisionKind.GRANTED, support=support, advance=advance)
    return attrs.evolve(SWEDISH, decisions=[decision], **changes)


@given(st.integers(0, 2 * 10**6), st.integers(0, 2 * 10**6))
def test_an_advance_is_at_most_half_and_at_most_the_amount(advance: int, support: int) -> None:
    """FIN008 finds once the kronor beyond the lower of half of the support and 400 000 kr."""
    result = validate(advanced(Money(advance), Money(support))).result("FIN008")
    limit = min(Money.of_minor(50 * support), Money(400_000))
    told = [(limit, Money(advance) - limit)] if Money(advance) > limit else []
    assert [(finding.expected, finding.difference) for finding in result.findings] == told


@pytest.mark.parametrize(
    ("kind", "severities"),
    [
        (DecisionKind.APPLIED, [Severity.WARNING]),
        (DecisionKind.PRIORITISED, [Severity.WARNING]),
        (DecisionKind.GRANTED, [Severity.ERROR]),
        (DecisionKind.AMENDED, [Severity.ERROR]),
        (DecisionKind.REJECTED, []),
    ],
)
def test_only_what_is_granted_can_be_too_much(kind: DecisionKind, severities: list[Severity]) -> None:
    """The ordinance is about advances that are decided on; what is applied for is looked at, what is refused is not."""
    project = attrs.evolve(SWEDISH, decisions=[Decision(kind, support=Money(100), advance=Money(51))])
    assert [finding.severity for finding in validate(project).result("FIN008").findings] == severities


@pytest.mark.parametrize("cci", ["2021TC16RFCB024", "2021TC16FFTN003"])
def test_advances_of_cooperation_across_borders_are_left_open(cci: str) -> None:
    """Most programmes that cooperate across borders are managed abroad, where the ordinance does not count."""
    subject = advanced(Money(500_000), Money(600_000), cci=Cci(cci))
    assert validate(subject).result("FIN008").outcome is Outcome.NOT_EVALUATED


@pytest.mark.parametrize(("support", "beyond"), [(900_000, 100_000), (700_000, 150_000)])
def test_an_advance_beyond_both_limits_is_one_fault(support: int, beyond: int) -> None:
    """500 000 kr is more than 400 000 kr, and of 700 000 kr more than half: the lower limit is told, and cited."""
    (finding,) = validate(advanced(Money(500_000), Money(support))).errors
    assert (finding.place, finding.difference) == ("decisions[0].advance", Money(beyond))
    assert "2 kap. 9 § förordningen (2022:1379)" in finding.text("sv")


def test_the_support_is_that_of_the_decision_its_budget_or_the_project() -> None:
    """Where a decision does not say its support, its budget does, and else the project's."""
    budget = Budget(
        financing=[
            Contribution(Funder(source=FundingSource.EU_AND_STATE), Money(60)),
            Contribution(Funder(source=FundingSource.OWN), Money(40)),
        ]
    )
    stated = Decision(DecisionKind.GRANTED, budget=budget, advance=Money(31))
    for project in (
        attrs.evolve(SWEDISH, decisions=[Decision(DecisionKind.APPLIED), stated]),
        attrs.evolve(SWEDISH, budget=budget, decisions=[attrs.evolve(stated, budget=None)]),
    ):
        assert [finding.difference for finding in validate(project).result("FIN008").findings] == [Money(1)]


@pytest.mark.parametrize(
    ("project", "outcome"),
    [
        (advanced(Money(5), None), Outcome.NOT_EVALUATED),
        (advanced(Money(5), Bounds.over(Money(5))), Outcome.NOT_EVALUATED),
        (advanced(Bounds.over(Money(5)), Money(20)), Outcome.NOT_EVALUATED),
        (advanced(Bounds.over(Money(10)), Money(20)), Outcome.FAILED),
        (advanced(Money(5, "EUR"), Money(20, "EUR")), Outcome.NOT_EVALUATED),
        (advanced(Money(15, "EUR"), Money(20, "EUR")), Outcome.FAILED),
        (advanced(Money(5), Money(20), country=None), Outcome.NOT_EVALUATED),
        (advanced(Money(5), Money(20), country=None, cci="2021SE05SFPR001"), Outcome.PASSED),
        (advanced(Money(5), Money(20), country=None, cci="2021TC16RFCB033"), Outcome.NOT_EVALUATED),
        (advanced(Money(5), Money(20), country="FI"), Outcome.NOT_APPLICABLE),
        (advanced(Money(5), Money(20), fund=Fund.AMIF), Outcome.NOT_APPLICABLE),
        (advanced(Money(5), Money(20), fund=Fund.ERDF), Outcome.PASSED),
        (advanced(None, Money(20)), Outcome.NOT_APPLICABLE),
        (advanced(Money(5), Money(20), programming_period="2014-2020"), Outcome.PASSED),
    ],
)
def test_an_advance_is_judged_where_the_ordinance_counts(project: Project, outcome: Outcome) -> None:
    """Swedish projects of the period and funds of the ordinance, in its currency, as far as amounts are known."""
    assert validate(project).result("FIN008").outcome is outcome


@pytest.mark.parametrize("fund", [Fund.ESF, Fund.ERDF])
def test_before_2021_a_page_tells_the_same_limits(fund: Fund) -> None:
    """Half of 1 000 000 kr is more than 400 000 kr; the ordinance itself was not read, so it is a warning."""
    earlier = advanced(Money(400_001), Money(1_000_000), fund=fund, programming_period="2014-2020")
    (finding,) = validate(earlier).result("FIN008").findings
    assert (finding.severity, finding.difference) == (Severity.WARNING, Money(1))
