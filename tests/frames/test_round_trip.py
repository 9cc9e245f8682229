from __future__ import annotations

import datetime
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel import (
    Bounds,
    Budget,
    Contribution,
    Decision,
    DecisionKind,
    ForeignNumber,
    Funder,
    FundingSource,
    InvalidValue,
    Money,
    OpenPeriod,
    Organisation,
    OrganisationNumber,
    Period,
    Portfolio,
    Project,
    Rate,
)
from esfmodel.examples import PROJECTS
from esfmodel.frames import COLUMNS, from_frame, to_frame

if TYPE_CHECKING:
    from esfmodel.frames._writing import Backend

BACKENDS: tuple[Backend, ...] = ("polars", "pandas")
LARGEST = Money.of_minor(10**18 - 1)
backends = st.sampled_from(BACKENDS)


def frames(projects: Any, backend: Backend) -> list[Any]:  # noqa: ANN401
    """Return the frames of all three levels."""
    return [to_frame(projects, level, backend=backend) for level in COLUMNS]


def cells(frame: Any, name: str) -> list[Any]:  # noqa: ANN401
    """Return the cells of a column of either library, with None for a null."""
    values = frame[name].to_list()
    nulls = frame[name].is_null().to_list() if hasattr(frame, "is_duplicated") else frame[name].isna().to_list()
    return [None if null else value for value, null in zip(values, nulls, strict=True)]


@settings(max_examples=5)
@given(st.lists(st.from_type(Project), max_size=3), backends)
def test_what_the_frames_hold_of_projects_comes_back(projects: list[Project], backend: Backend) -> None:
    """The frames of what is read from frames are the same, nothing is told, and every line has a row."""
    written = frames(projects, backend)
    reading = from_frame(written[0], costs=written[1], financing=written[2])
    assert reading.problems == ()
    assert reading.counts.projects == reading.counts.records == len(projects)
    for first, again in zip(written, frames(reading.projects, backend), strict=True):
        assert again.equals(first)
    budgets = [each.budget for each in projects if each.budget is not None]
    assert len(written[1]) == sum(len(budget.costs) for budget in budgets)
    assert len(written[2]) == sum(len(budget.financing) for budget in budgets)


@settings(max_examples=5)
@given(st.lists(st.from_type(Budget), min_size=1, max_size=4), backends)
def test_sums_of_a_column_are_those_of_amounts(budgets: list[Budget], backend: Backend) -> None:
    """Per currency, a column sums up exactly; and without lines, the figures of a row come back or are told."""
    portfolio = Portfolio([Project("A", budget=budget) for budget in budgets])
    frame = to_frame(portfolio, backend=backend)
    currencies, totals = cells(frame, "currency"), cells(frame, "total_cost_minor")
    for group in portfolio.by_currency():
        own = [total for each, total in zip(currencies, totals, strict=True) if each == group.currency]
        assert sum(each or 0 for each in own) == group.total_cost.known.minor
    reading = from_frame(frame)
    told = {problem.row for problem in reading.problems}
    for row, (budget, again) in enumerate(zip(budgets, reading.projects, strict=True), 1):
        if row in told:
            continue
        for name in ("total_cost", "support", "eu_support", "own_contribution"):
            if (figure := getattr(budget, name)) is not None:
                assert getattr(again.budget, name) == figure


def test_a_list_that_is_declared_complete_stays_so() -> None:
    """A grant alone, declared to pay everything, is the whole; a budget of which nothing is known is one."""
    grant = Contribution(Funder(source=FundingSource.EU), Money(5))
    given_projects = [Project("A", budget=Budget(financing=[grant], complete=True)), Project("B", budget=Budget())]
    projects, costs, financing = frames(given_projects, "polars")
    assert from_frame(projects, costs=costs, financing=financing).projects == tuple(given_projects)


def test_the_real_projects_come_back_equal() -> None:
    """Budgets with seventeen payers, bounds and a rest are equal when they come back, in both libraries."""
    for backend in BACKENDS:
        projects, costs, financing = frames(PROJECTS, backend)
        reading = from_frame(projects, costs=costs, financing=financing)
        assert [each.budget for each in reading.projects] == [each.budget for each in PROJECTS]
        assert reading.form == backend


@pytest.mark.parametrize("backend", BACKENDS)
def test_an_amount_is_a_whole_number_of_the_smallest_unit(backend: Backend) -> None:
    """The largest amount is exact beside a null; yen have no smaller unit, Kuwaiti dinars a thousandth."""
    totals = [LARGEST, None, Money(5, "JPY"), Money("0.001", "KWD"), Bounds.over(Money(5))]
    frame = to_frame([Project("A", budget=Budget(total=total)) for total in totals], backend=backend)
    assert cells(frame, "total_cost_minor") == [10**18 - 1, None, 5, 1, None]
    assert cells(frame, "total_cost_minor_low") == [10**18 - 1, None, 5, 1, 501]
    assert cells(frame, "currency") == ["SEK", None, "JPY", "KWD", "SEK"]


@pytest.mark.parametrize("backend", BACKENDS)
def test_bounds_come_back_at_the_ends_of_what_an_amount_may_be(backend: Backend) -> None:
    """Bounds that only amounts beyond the largest are in have an end that is no amount, and come back equal."""
    ends = [Bounds.over(LARGEST), Bounds.under(-LARGEST), Bounds.at_most(Money(-5)), Bounds(Money(1), Money(2))]
    given_projects = [Project("A", budget=Budget(total=each)) for each in ends]
    projects, costs, financing = frames(given_projects, backend)
    assert cells(projects, "stated_total_minor_low")[0] == 10**18
    for reading in (from_frame(projects, costs=costs, financing=financing), from_frame(projects)):
        assert reading.problems == ()
        assert [each.budget for each in reading.projects] == [each.budget for each in given_projects]


def test_values_of_every_kind() -> None:
    """Days are days, enumerations their values, identifiers text; the names of places may hold semicolons."""
    project = Project(
        "Gröna rum",
        period=Period("0001-01-01", "9999-12-31"),
        municipalities=["Umeå", "A;B", 'C "D"'],
        decisions=[Decision(DecisionKind.APPLIED, "2024-01-01"), Decision(DecisionKind.GRANTED, "2024-06-01")],
        published_eu_rate=Rate.of(12, 29),
        strategic_importance=False,
    )
    row = to_frame([project]).row(0, named=True)
    assert (row["start"], row["end"], row["precision"]) == (datetime.date.min, datetime.date.max, "day")
    assert (row["status"], row["strategic_importance"]) == ("granted", False)
    assert (row["published_eu_rate"], row["published_eu_rate_numerator"]) == ("12/29", 12)
    assert row["municipalities"] == 'Umeå;"A;B";"C ""D"""'
    for backend in BACKENDS:
        (again,) = from_frame(to_frame([project], backend=backend)).projects
        assert again.municipalities == project.municipalities
        assert again.period == project.period
        assert again.status() is DecisionKind.GRANTED


def test_what_is_not_known_is_null() -> None:
    """A share of nineteen digits is text alone, and a last decision that nobody knows is no status."""
    same_day = [Decision(DecisionKind.GRANTED, "2024-06-01"), Decision(DecisionKind.REJECTED, "2024-06-01")]
    given_projects = [
        Project("A", decisions=same_day, published_eu_rate=Rate.of(1, 10**18)),
        Project("B", period=OpenPeriod(None, "2024-06-01")),
    ]
    rows = to_frame(given_projects).rows(named=True)
    assert rows[0]["status"] is None
    assert (rows[0]["published_eu_rate_numerator"], rows[0]["published_eu_rate_denominator"]) == (None, None)
    assert rows[0]["published_eu_rate"] == "0.0000000000000001%"
    assert (rows[1]["start"], rows[1]["end"], rows[1]["complete"]) == (None, datetime.date(2024, 6, 1), None)
    assert from_frame(to_frame(given_projects)).projects[1] == given_projects[1]


def test_numbers_of_bodies_come_back_with_their_country() -> None:
    """A Swedish number beside another country is told from one of that country, and the other way round."""
    numbers: list[OrganisationNumber | ForeignNumber] = [
        OrganisationNumber.parse("232100-0214"),
        ForeignNumber("NO", "974760673"),
    ]
    bodies = [Organisation("A", number, country=home) for number in numbers for home in (None, "SE", "NO")]
    given_projects = [
        Project("A", beneficiary=body, budget=Budget(financing=[Contribution(Funder(body, source=FundingSource.OWN))]))
        for body in bodies
    ]
    projects, costs, financing = frames(given_projects, "polars")
    reading = from_frame(projects, costs=costs, financing=financing)
    assert [each.beneficiary for each in reading.projects] == bodies
    payers = [each.budget and each.budget.financing[0].funder for each in reading.projects]
    assert [payer and payer.organisation and payer.organisation.number for payer in payers] == [
        body.number for body in bodies
    ]


def test_wrong_arguments_of_writing() -> None:
    """A level or library that is not one, a number beyond 64 bits and a single project are told."""
    wrong: Any = "rows"
    with pytest.raises(InvalidValue, match="use one of project, cost, financing"):
        to_frame([], wrong)
    with pytest.raises(InvalidValue, match="use one of polars, pandas"):
        to_frame([], backend=wrong)
    with pytest.raises(InvalidValue, match=r"projects\[0\].planned_participants .* has more than 18 digits"):
        to_frame([Project("A", planned_participants=10**18)])
    single: Any = Project("A")
    with pytest.raises(TypeError, match="projects takes several Project, such as a list"):
        to_frame(single)


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_missing_library_is_named(backend: Backend, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without polars or pandas, the error says which to install."""
    monkeypatch.setitem(sys.modules, backend, None)
    with pytest.raises(InvalidValue, match=f"needs {backend}, which is not installed"):
        to_frame([], backend=backend)


def test_reading_needs_narwhals(monkeypatch: pytest.MonkeyPatch) -> None:
    """It comes with either extra; who has neither is told."""
    frame = to_frame([])
    monkeypatch.setitem(sys.modules, "narwhals.stable.v2", None)
    with pytest.raises(InvalidValue, match="needs narwhals, which is not installed"):
        from_frame(frame)


def test_countries_are_written_by_their_codes() -> None:
    """The text of a country is its name in Swedish, which is the code in no frame."""
    project = Project("A", country="NO", beneficiary=Organisation("Oslo kommune", country="NO"))
    row = to_frame([project]).row(0, named=True)
    assert (row["country"], row["beneficiary_country"]) == ("NO", "NO")
