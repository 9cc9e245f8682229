"""Sums of a portfolio by place, year and kind of owner."""

from __future__ import annotations

from itertools import chain
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    Budget,
    Decision,
    DecisionKind,
    Money,
    OpenPeriod,
    Organisation,
    OrganisationKind,
    Period,
    Portfolio,
    ProgrammingPeriod,
    Project,
    Rate,
    SumsBy,
    programming_period_of,
    sums_by,
)
from esfmodel.testing import portfolios
from esfmodel.workings import PortfolioSums

WAYS = st.sampled_from(SumsBy)


@given(portfolios(), WAYS)
def test_every_project_is_in_one_group_of_one_period_and_currency(portfolio: Portfolio, by: SumsBy) -> None:
    """No project is lost or counted twice, and no two periods are added."""
    groups = sums_by(portfolio, by).groups
    assert sorted(map(id, chain.from_iterable(group.projects for group in groups))) == sorted(
        map(id, portfolio.projects)
    )
    for group in groups:
        assert {programming_period_of(project) for project in group.projects} == {group.programming_period}
        assert {project.budget.currency for project in group.projects if project.budget} <= {group.currency, None}
        assert group.key is None or not group.several


@given(portfolios(), WAYS)
def test_the_share_without_a_key_is_told(portfolio: Portfolio, by: SumsBy) -> None:
    """It is the share of the projects in the groups without a key that are not in several places."""
    sums = sums_by(portfolio, by)
    without = sum(len(group.projects) for group in sums.groups if group.key is None and not group.several)
    expected = Rate.of(without, len(portfolio.projects)) if portfolio.projects else None
    assert sums.share_unknown == expected


def test_sums_are_of_a_portfolio_by_a_way() -> None:
    """Other types are refused by name; groups are groups."""
    ask: Any = sums_by
    with pytest.raises(TypeError, match=r"^by must be SumsBy, not str"):
        ask(Portfolio(), "county")
    with pytest.raises(TypeError, match=r"^portfolio must be Portfolio, not list"):
        ask([], SumsBy.KIND_OF_OWNER)
    made: Any = PortfolioSums
    with pytest.raises(TypeError, match=r"^groups\[0\] must be PortfolioGroup, not Portfolio"):
        made(SumsBy.KIND_OF_OWNER, [Portfolio()])


def keys(project: Project, by: SumsBy) -> tuple[str | None, bool]:
    """Return the key of a lone project, and whether it is in several places."""
    [group] = sums_by(Portfolio([project]), by).groups
    return group.key, group.several


@pytest.mark.parametrize(
    ("owner", "county", "municipality"),
    [
        (Organisation("Falu kommun"), "Dalarnas län", "Falu kommun"),
        (Organisation("FALU KOMMUN"), "Dalarnas län", "Falu kommun"),
        (Organisation("Vattenverket AB", municipality="Mora"), "Dalarnas län", "Mora kommun"),
        (Organisation("Region Örebro län"), "Örebro län", None),
        (Organisation("Länsstyrelsen i Dalarnas län"), "Dalarnas län", None),
        (Organisation("Region Ingenstans"), None, None),
        (Organisation("Vattenverket AB", city="Falun"), None, None),
        (Organisation("Vattenverket AB", municipality="Åbo"), None, None),
        (None, None, None),
    ],
)
def test_the_seat_of_an_owner(owner: Organisation | None, county: str | None, municipality: str | None) -> None:
    """It is that of the municipality or region it is, or states; the town of an address says neither."""
    project = Project("A", beneficiary=owner, nuts="SE121", municipalities=["Ystad"])
    assert keys(project, SumsBy.COUNTY_OF_OWNER) == (county, False)
    assert keys(project, SumsBy.MUNICIPALITY_OF_OWNER) == (municipality, False)


def test_the_town_of_an_owner() -> None:
    """The town is that of the address."""
    assert keys(Project("A", beneficiary=Organisation("X", city="Falun")), SumsBy.TOWN_OF_OWNER) == ("Falun", False)
    assert keys(Project("A"), SumsBy.TOWN_OF_OWNER) == (None, False)


@pytest.mark.parametrize(
    ("project", "county"),
    [
        (Project("A", municipalities=["Falun", "Mora kommun"]), ("Dalarnas län", False)),
        (Project("A", municipalities=["Falun", "Gävle"]), (None, True)),
        (Project("A", municipalities=["Falun", "Vasa"]), (None, False)),
        (Project("A", nuts="SE312"), ("Dalarnas län", False)),
        (Project("A", nuts="SE31"), (None, False)),
        (Project("A", region="Dalarna"), ("Dalarnas län", False)),
        (Project("A", region="Dalarna, Gävleborg"), (None, True)),
        (Project("A", region="Norra Mellansverige"), (None, False)),
        (Project("A", nuts="SE312", region="Norra Mellansverige"), ("Dalarnas län", False)),
        (Project("A", nuts="SE312", municipalities=["Gävle"]), (None, False)),
        (Project("A", beneficiary=Organisation("Falu kommun")), (None, False)),
    ],
)
def test_the_county_of_the_activity(project: Project, county: tuple[str | None, bool]) -> None:
    """It follows from what the project states of itself; contradictions leave it open, and so does the owner."""
    assert keys(project, SumsBy.COUNTY_OF_ACTIVITY) == county


def test_the_municipalities_of_the_activity() -> None:
    """One is by its official name or as stated, several are together."""
    assert keys(Project("A", municipalities=["Falun", "FALU KOMMUN"]), SumsBy.MUNICIPALITY_OF_ACTIVITY) == (
        "Falu kommun",
        False,
    )
    assert keys(Project("A", municipalities=["Vasa"]), SumsBy.MUNICIPALITY_OF_ACTIVITY) == ("Vasa", False)
    assert keys(Project("A", municipalities=["Falun", "Mora"]), SumsBy.MUNICIPALITY_OF_ACTIVITY) == (None, True)


def test_years() -> None:
    """A year is that of the first or last day, or of the only grant."""
    granted = DecisionKind.GRANTED
    project = Project("A", period=Period("2024-10-01", "2027-09-30"), decisions=[Decision(granted, "2024-06-01")])
    assert keys(project, SumsBy.YEAR_OF_START) == ("2024", False)
    assert keys(project, SumsBy.YEAR_OF_END) == ("2027", False)
    assert keys(project, SumsBy.YEAR_OF_GRANT) == ("2024", False)
    assert keys(Project("A", period=OpenPeriod(end="2025-01-01")), SumsBy.YEAR_OF_START) == (None, False)
    assert keys(Project("A", period=OpenPeriod("2025-01-01")), SumsBy.YEAR_OF_END) == (None, False)
    for days, year in (
        ([Period.of_years(2023, 2023)], "2023"),
        ([Period.of_years(2023, 2024)], None),
        ([None], None),
        (["2023-01-01", "2023-02-01"], "2023"),
        (["2023-01-01", "2024-01-01"], None),
        ([], None),
    ):
        decided = Project("A", decisions=[Decision(granted, day) for day in days])
        assert keys(decided, SumsBy.YEAR_OF_GRANT) == (year, False)
    assert keys(Project("A"), SumsBy.YEAR_OF_START) == keys(Project("A"), SumsBy.YEAR_OF_END) == (None, False)


def test_kinds_of_owner() -> None:
    """A kind is stated, or that of a municipality by its name."""
    company = Organisation("Vattenverket AB", kind=OrganisationKind.COMPANY)
    assert keys(Project("A", beneficiary=company), SumsBy.KIND_OF_OWNER) == ("company", False)
    assert keys(Project("A", beneficiary=Organisation("Falu kommun")), SumsBy.KIND_OF_OWNER) == ("municipality", False)
    assert keys(Project("A", beneficiary=Organisation("X")), SumsBy.KIND_OF_OWNER) == (None, False)
    assert keys(Project("A"), SumsBy.KIND_OF_OWNER) == (None, False)


def test_two_periods_are_not_added() -> None:
    """The same owner has two sums, by hand 5 and 7 kronor."""
    owner = Organisation("Falu kommun")
    projects = [
        Project("A", beneficiary=owner, programming_period="2014-2020", budget=Budget(total=Money(5))),
        Project("B", beneficiary=owner, programming_period="2021-2027", budget=Budget(total=Money(7))),
    ]
    groups = sums_by(Portfolio(projects), SumsBy.MUNICIPALITY_OF_OWNER).groups
    assert [(group.programming_period, group.total_cost.known) for group in groups] == [
        (ProgrammingPeriod.parse("2014-2020"), Money(5)),
        (ProgrammingPeriod.parse("2021-2027"), Money(7)),
    ]
