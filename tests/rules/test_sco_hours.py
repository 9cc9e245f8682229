from __future__ import annotations

from typing import Any

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
    Money,
    OpenPeriod,
    Outcome,
    Period,
    Project,
    UnitCost,
    validate,
)

PROJECT = Project("Kompetens för fler", programming_period="2021-2027", period=Period("2024-10-01", "2027-09-30"))


def working(units: int | str, *, unit: str = "hour", year: int | None = None, **more: object) -> Project:
    """A project with so many hours of staff."""
    cost = Cost(CostCategory.STAFF, UnitCost(Money(350), units, unit=unit), year=year)
    changes: dict[str, Any] = {"budget": Budget([cost]), **more}
    return attrs.evolve(PROJECT, **changes)


@given(hours=st.integers(0, 20_000))
def test_hours_of_a_year_are_the_work_of_so_many_people(hours: int) -> None:
    """Article 55(2)(a) divides by 1 720 hours: n people work at most n times as many."""
    findings = validate(working(hours, year=2025)).result("SCO007").findings
    people = -(-hours // 1_720)
    told = [str(finding.params["people"]) for finding in findings]
    assert told == ([str(people)] if people > 1 else [])


def test_the_hours_are_those_of_the_common_provisions() -> None:
    """The EAFRD has a law of its own; where no fund is stated, the hours are told."""
    assert validate(working(5_000, year=2025, fund=Fund.EAFRD)).result("SCO007").outcome is Outcome.NOT_APPLICABLE
    assert validate(working(5_000, year=2025)).result("SCO007").outcome is Outcome.PASSED


def test_without_a_year_the_hours_may_be_worked_in_the_whole_project() -> None:
    """In 36 months one person works 5 160 hours; half an hour more is the work of two, and nothing is wrong."""
    assert validate(working(5_160)).result("SCO007").findings == ()
    result = validate(working("5160.50")).result("SCO007")
    assert result.outcome is Outcome.PASSED
    (finding,) = result.findings
    text = finding.text("sv").replace("\N{NO-BREAK SPACE}", " ")
    assert text.startswith("Timmarna (kostnadsrad 1, personal) är 5 160,5. Med 1 720 timmar om året")
    assert "5,160.5 hours" in finding.text("en")


@pytest.mark.parametrize(
    ("project", "outcome"),
    [
        (working(9_999, unit="Timmar"), Outcome.PASSED),
        (working(9_999, unit="month"), Outcome.NOT_APPLICABLE),
        (attrs.evolve(PROJECT, budget=Budget([Cost(CostCategory.STAFF, ActualCost())])), Outcome.NOT_APPLICABLE),
        (working(9_999, period=OpenPeriod(start="2024-10-01")), Outcome.NOT_EVALUATED),
        (working(9_999, period=None, duration_months=36), Outcome.PASSED),
        (working(9_999, period=None), Outcome.NOT_EVALUATED),
        (working(9_999, programming_period="2007-2013"), Outcome.NOT_EVALUATED),
        (attrs.evolve(PROJECT, budget=None), Outcome.NOT_EVALUATED),
    ],
)
def test_hours_are_judged_where_their_time_is_known(project: Project, outcome: Outcome) -> None:
    """Hours alone, in the time of their year or of the project; a price per month is not concerned."""
    assert validate(project).result("SCO007").outcome is outcome


def test_other_lines_than_hours_are_passed_over() -> None:
    """A budget with hours may have other costs beside them."""
    budget = working(3_441, year=2025).budget
    assert budget is not None
    travel = Cost(CostCategory.TRAVEL, ActualCost(Money(5)))
    project = attrs.evolve(PROJECT, budget=attrs.evolve(budget, costs=(travel, *budget.costs)))
    (finding,) = validate(project).result("SCO007").findings
    assert (finding.place, str(finding.params["people"])) == ("budget.costs[1]", "3")
