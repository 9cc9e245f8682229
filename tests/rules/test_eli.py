from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    ActualCost,
    Budget,
    Cost,
    CostCategory,
    Fund,
    LumpSum,
    Money,
    Outcome,
    Priority,
    Project,
    Severity,
    validate,
)

PROJECT = Project("Verkstad", fund=Fund.ESF_PLUS, programming_period="2021-2027")


def costing(*costs: tuple[CostCategory, int], objectives: str = "f", **more: object) -> Project:
    """A project in a priority for some specific objectives, with lines of cost in kronor."""
    budget = Budget([Cost(category, ActualCost(Money(amount))) for category, amount in costs])
    priority = Priority("A", specific_objectives=objectives.split())
    return attrs.evolve(PROJECT, budget=budget, priority=priority, **more)  # type: ignore[arg-type]


LINES = st.lists(
    st.tuples(st.sampled_from(CostCategory).filter(lambda each: not each.may_be_negative), st.integers(0, 9))
)


@given(LINES, st.sampled_from(["a", "f", "k", "l", "m", "l m", ""]), st.sampled_from([None, *Fund]))
def test_infrastructure_is_told_of_in_the_esf_plus_alone(
    lines: list[tuple[CostCategory, int]], objectives: str, fund: Fund | None
) -> None:
    """Each line of infrastructure that costs something, and no equipment, whatever the objective."""
    result = validate(costing(*lines, objectives=objectives, fund=fund)).result("ELI001")
    expected = [
        f"budget.costs[{index}]"
        for index, (category, amount) in enumerate(lines)
        if category is CostCategory.INFRASTRUCTURE and amount and fund is Fund.ESF_PLUS
    ]
    assert [finding.place for finding in result.findings] == expected
    assert all(finding.severity is Severity.WARNING for finding in result.findings)


@pytest.mark.parametrize(
    ("objectives", "article"),
    [("f", "Article 16(1)(a) of"), ("a b l", "Article 16(1)(a) of"), ("m", "Article 22(2)(b) of"), ("l m", "16(1)(a)")],
)
def test_the_article_is_that_of_the_objective(objectives: str, article: str) -> None:
    """A workshop for 1 400 000 kronor: Article 13 gives general support the points a to l, Article 18 the point m."""
    (finding,) = (
        validate(costing((CostCategory.INFRASTRUCTURE, 1_400_000), objectives=objectives)).result("ELI001").findings
    )
    assert article in finding.text("en")
    assert finding.found == Money(1_400_000)


def test_a_lump_sum_is_a_cost_too() -> None:
    """However it is reckoned, infrastructure is infrastructure; and of an unknown amount as well."""
    budget = Budget(
        [Cost(CostCategory.INFRASTRUCTURE, LumpSum(Money(5))), Cost(CostCategory.INFRASTRUCTURE, ActualCost())]
    )
    assert len(validate(attrs.evolve(PROJECT, budget=budget)).result("ELI001").findings) == 2


@pytest.mark.parametrize(
    ("project", "outcome"),
    [
        (costing((CostCategory.EQUIPMENT, 400_000)), Outcome.PASSED),
        (costing((CostCategory.INFRASTRUCTURE, 5), fund=Fund.ERDF), Outcome.NOT_APPLICABLE),
        (costing((CostCategory.INFRASTRUCTURE, 5), fund=None), Outcome.NOT_EVALUATED),
        (costing((CostCategory.INFRASTRUCTURE, 5), programming_period=None), Outcome.NOT_EVALUATED),
        (attrs.evolve(PROJECT, budget=None), Outcome.NOT_EVALUATED),
    ],
)
def test_where_it_can_be_judged(project: Project, outcome: Outcome) -> None:
    """Equipment may be necessary, Article 16(1)(b), and the ERDF pays for infrastructure."""
    assert validate(project).result("ELI001").outcome is outcome
