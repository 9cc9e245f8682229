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


OLD = attrs.evolve(PROJECT, programming_period="2014-2020", period=Period("2016-01-01", "2016-12-31"))
OVER_THE_DAY = Period("2017-01-01", "2019-12-31")


def people(project: Project) -> list[str]:
    """Return the numbers of people that the rule tells."""
    result = validate(project).result("SCO007")
    assert result.outcome is not Outcome.FAILED
    return [f"{finding.params['people']} {finding.text('en').partition('(')[2]}" for finding in result.findings]


@given(hours=st.integers(0, 8_000), year=st.sampled_from([2016, 2017, 2019, 2022]))
def test_a_swedish_year_of_unit_costs_is_1_862_hours(hours: int, year: int) -> None:
    """Delegated Regulation (EU) 2015/2195, Annex I: no more hours are declared of a person in a year, and no fewer."""
    budget = working(hours, year=year).budget
    period = Period(f"{year}-01-01", f"{year}-12-31")
    project = attrs.evolve(OLD, fund=Fund.ESF, cci="2014SE05M9OP001", budget=budget, period=period)
    assert [text.split()[0] for text in people(project)] == ([str(-(-hours // 1_862))] if hours > 1_862 else [])


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"fund": Fund.ESF}, 1),
        ({"fund": Fund.ESF, "nuts": "FI1B1"}, 0),
        ({"fund": Fund.ERDF}, 0),
        ({"fund": Fund.ERDF, "period": Period("2019-01-01", "2019-12-31")}, 1),
    ],
)
def test_before_august_2018_no_hours_were_too_many(changes: dict[str, Any], told: int) -> None:
    """Article 68(2) of 2013 divides by 1 720 hours and limits nothing; Article 68a(3) does from 2 August 2018."""
    assert len(people(attrs.evolve(OLD, budget=working(4_000).budget, **changes))) == told


@pytest.mark.parametrize(
    ("hours", "year", "outcome", "told"),
    [
        (4_000, 2017, Outcome.PASSED, 0),
        (4_000, 2018, Outcome.NOT_EVALUATED, 0),
        (4_000, 2019, Outcome.PASSED, 1),
        (6_000, None, Outcome.NOT_EVALUATED, 0),
        (5_000, None, Outcome.PASSED, 0),
    ],
)
def test_hours_over_the_day_of_change_go_by_their_year(
    hours: int, year: int | None, outcome: Outcome, told: int
) -> None:
    """A line of one law is judged by it, and one of both where they agree."""
    budget = working(hours, year=year).budget
    project = attrs.evolve(OLD, fund=Fund.ERDF, period=OVER_THE_DAY, budget=budget)
    result = validate(project).result("SCO007")
    assert (result.outcome, len(result.findings)) == (outcome, told)


def test_without_a_year_the_hours_may_be_worked_in_the_whole_project() -> None:
    """In 36 months one person works 5 160 hours; half an hour more is the work of two, and nothing is wrong."""
    assert validate(working(5_160)).result("SCO007").findings == ()
    result = validate(working("5160.50")).result("SCO007")
    assert result.outcome is Outcome.PASSED
    (finding,) = result.findings
    text = finding.text("sv").replace("\N{NO-BREAK SPACE}", " ")
    assert text.startswith("Antalet timmar (kostnadsrad 1, personal) är 5 160,5. Med 1 720 timmar om året")
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
