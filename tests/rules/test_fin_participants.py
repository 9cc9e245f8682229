from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    ActualCost,
    Budget,
    Contribution,
    ContributionForm,
    Cost,
    CostCategory,
    Fund,
    Funder,
    FundingSource,
    Money,
    Outcome,
    Project,
    Severity,
    validate,
)

EU, OWN = FundingSource.EU, FundingSource.OWN_PUBLIC


def paying(pay: int, cost: int | None, support: int = 400_000, **more: Any) -> Project:  # noqa: ANN401
    """A project of the ESF+ whose participants are paid by a third party."""
    lines = [Cost(CostCategory.STAFF, ActualCost(Money(500_000)))]
    if cost is not None:
        lines.append(Cost(CostCategory.PARTICIPANTS, ActualCost(Money(cost))))
    financing = [
        Contribution(Funder(source=EU), Money(support)),
        Contribution(Funder(source=OWN), Money(pay), form=ContributionForm.PARTICIPANT_REMUNERATION),
    ]
    project = Project("Praktik", fund=Fund.ESF_PLUS, programming_period="2021-2027", budget=Budget(lines, financing))
    return attrs.evolve(project, **more)


@given(st.integers(1, 900_000), st.integers(0, 900_000))
def test_the_pay_counts_up_to_its_cost(pay: int, cost: int) -> None:
    """Article 16(2): no more than the costs that the third party bears."""
    findings = validate(paying(pay, cost)).result("FIN012").findings
    assert [(each.severity, each.difference) for each in findings] == (
        [(Severity.WARNING, Money(pay - cost))] if pay > cost else []
    )


def test_the_limit_of_what_comes_in_kind_does_not_name_it() -> None:
    """Support of 900 000 kronor on staff and 500 000 of pay: Article 67(1)(a) lists works, goods, services and land."""
    report = validate(paying(500_000, 500_000, support=900_000))
    assert report.result("FIN003").outcome is Outcome.NOT_APPLICABLE
    assert report.result("FIN012").outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("project", "outcome"),
    [
        (paying(5, None), Outcome.NOT_APPLICABLE),
        (paying(5, 1, fund=Fund.ERDF), Outcome.NOT_APPLICABLE),
        (paying(5, 1, fund=None), Outcome.NOT_EVALUATED),
        (paying(5, 1, budget=Budget(total=Money(5))), Outcome.NOT_EVALUATED),
        (paying(5, 1, budget=None), Outcome.NOT_EVALUATED),
    ],
)
def test_where_it_can_be_judged(project: Project, outcome: Outcome) -> None:
    """Without a line of participants their pay may be among other costs."""
    assert validate(project).result("FIN012").outcome is outcome
