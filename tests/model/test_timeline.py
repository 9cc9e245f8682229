"""Decisions over time: the status on a day, and the project as it stood then."""

from __future__ import annotations

import datetime
from itertools import combinations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import Budget, Claim, Decision, DecisionKind, Money, NotKnown, Period, Project
from esfmodel.examples import KOMPETENSFOCUS, REGISTER_PROJECTS
from esfmodel.model.timeline import in_order_of_time
from esfmodel.testing import claims, dates, decisions, periods

GRANTED, AMENDED = Budget(total=Money(10_000_000)), Budget(total=Money(9_000_000))
STORY = attrs.evolve(
    KOMPETENSFOCUS,
    budget=AMENDED,
    decisions=[
        Decision(DecisionKind.APPLIED, "2024-02-01", budget=Budget(total=Money(12_000_000))),
        Decision(DecisionKind.PRIORITISED, "2024-05-15"),
        Decision(DecisionKind.GRANTED, "2024-06-28", budget=GRANTED, period=Period("2024-10-01", "2027-09-30")),
        Decision(DecisionKind.REJECTED, "2025-01-10", budget=Budget(total=Money(20_000_000))),
        Decision(DecisionKind.AMENDED, "2025-11-03", budget=AMENDED, period=Period("2024-10-01", "2028-03-31")),
        Decision(DecisionKind.CLOSED, "2028-06-30"),
    ],
    period=Period("2024-10-01", "2028-03-31"),
)

dated = st.lists(
    st.builds(
        attrs.evolve,
        decisions("SEK"),
        on=st.one_of(dates(), periods("month")),
    ),
    max_size=4,
)
days = dates()


def project_of(listed: list[Decision], handed_in: list[Claim], total: int | None, period: Period | None) -> Project:
    """Make a project of its decisions and claims, with a budget and a period or without."""
    budget = None if total is None else Budget(total=Money(total))
    return Project("A", decisions=listed, claims=handed_in, budget=budget, period=period)


projects = st.builds(
    project_of,
    dated,
    st.lists(st.builds(attrs.evolve, claims("SEK"), on=dates()), max_size=2, unique_by=lambda claim: claim.number),
    st.none() | st.integers(0, 100),
    st.none() | periods(),
)


@pytest.mark.parametrize(
    ("day", "status", "total", "end"),
    [
        ("2024-01-31", None, None, None),
        ("2024-02-01", DecisionKind.APPLIED, 12_000_000, None),
        ("2024-06-27", DecisionKind.PRIORITISED, 12_000_000, None),
        ("2024-06-28", DecisionKind.GRANTED, 10_000_000, "2027-09-30"),
        ("2025-02-01", DecisionKind.REJECTED, 10_000_000, "2027-09-30"),
        ("2025-11-03", DecisionKind.AMENDED, 9_000_000, "2028-03-31"),
        ("2028-06-30", DecisionKind.CLOSED, 9_000_000, "2028-03-31"),
    ],
)
def test_a_decision_counts_on_its_day(
    day: str, status: DecisionKind | None, total: int | None, end: str | None
) -> None:
    """What was decided on a day counts that day; what was refused changes neither budget nor period."""
    then = STORY.at(day)
    assert STORY.status(on=day) is status is then.status()
    assert then.budget == (None if total is None else Budget(total=Money(total)))
    assert (then.period and str(then.period.end)) == end


def test_at_the_end_stands_the_project_itself() -> None:
    """After everything the project is as it is; without decisions it always was."""
    assert STORY.at("2030-01-01") == STORY
    assert STORY.status() is DecisionKind.CLOSED
    assert KOMPETENSFOCUS.at("2020-01-01") == KOMPETENSFOCUS
    assert KOMPETENSFOCUS.status() is None


def test_a_decision_that_holds_the_only_budget_gives_it() -> None:
    """Where the project itself has no budget and no period, those last decided are its own."""
    bare = attrs.evolve(STORY, budget=None, period=None)
    assert bare.at("2030-01-01") == STORY


@given(projects, days, days)
def test_seen_from_a_later_day_the_past_is_the_same(
    project: Project, first: datetime.date, second: datetime.date
) -> None:
    """The project of a day, seen on another, is that of the earlier of the two."""
    try:
        seen = project.at(first).at(second)
    except NotKnown:
        return
    assert seen == project.at(min(first, second))


@given(projects, days)
def test_the_status_is_that_of_the_project_then(project: Project, day: datetime.date) -> None:
    """`project.status(on=day)` is `project.at(day).status()`."""
    try:
        then = project.at(day)
    except NotKnown:
        return
    assert project.status(on=day) is then.status()
    assert then.claims == tuple(
        claim for claim in project.claims if isinstance(claim.on, datetime.date) and claim.on <= day
    )


def test_decisions_come_in_order_of_time_however_they_are_listed() -> None:
    """The last decision by its day is the status; one without a day follows the one before it."""
    assert attrs.evolve(STORY, decisions=STORY.decisions[::-1]).status() is DecisionKind.CLOSED
    undated = attrs.evolve(STORY, decisions=[*STORY.decisions[:3], Decision(DecisionKind.AMENDED)])
    assert undated.status() is DecisionKind.AMENDED
    assert attrs.evolve(STORY, decisions=[Decision(DecisionKind.APPLIED), STORY.decisions[2]]).status() is (
        DecisionKind.GRANTED
    )


def test_what_nobody_can_order_stays_as_it_is_listed() -> None:
    """A grant of 2024 that was amended on 28 June 2024 is amended, however late in the year it may have been given."""
    granted = Decision(DecisionKind.GRANTED, Period.of_years(2024, 2024))
    amended = Decision(DecisionKind.AMENDED, "2024-06-28")
    closed, applied = Decision(DecisionKind.CLOSED, "2025-01-31"), Decision(DecisionKind.APPLIED, "2023-11-30")
    assert Project("A", decisions=[granted, amended]).status() is DecisionKind.AMENDED
    assert Project("A", decisions=[closed, granted, amended, applied]).status() is DecisionKind.CLOSED
    assert in_order_of_time((closed, granted, amended, applied)) == (applied, granted, amended, closed)


@given(dated)
def test_no_decision_comes_before_one_that_was_over_when_it_began(listed: list[Decision]) -> None:
    """Ordered, none stands before one that was taken earlier beyond doubt; nothing is lost; to order twice is idle."""
    ordered = in_order_of_time(tuple(listed))
    assert sorted(map(repr, ordered)) == sorted(map(repr, listed))
    ends = [each.on if isinstance(each.on, Period) else Period(each.on, each.on) for each in ordered if each.on]
    assert all(not later.end < earlier.start for earlier, later in combinations(ends, 2))
    assert in_order_of_time(ordered) == ordered


def test_a_month_is_no_day() -> None:
    """Of a decision in June nobody knows on the 15th whether it was taken; before and after June everybody does."""
    june = attrs.evolve(STORY, decisions=[Decision(DecisionKind.GRANTED, Period("2024-06", "2024-06", "month"))])
    assert june.status(on="2024-05-31") is None
    assert june.status(on="2024-06-30") is DecisionKind.GRANTED
    with pytest.raises(NotKnown, match=r"some day in 2024-06$"):
        june.status(on="2024-06-15")
    summer = attrs.evolve(STORY, decisions=[Decision(DecisionKind.GRANTED, Period("2024-06", "2024-08", "month"))])
    with pytest.raises(NotKnown, match=r"some day in 2024-06/2024-08$"):
        summer.status(on="2024-06-15")
    with pytest.raises(NotKnown, match="nobody has said on which day"):
        REGISTER_PROJECTS[0].at("2025-01-01")


def test_a_claim_without_a_day_leaves_the_day_open() -> None:
    """Nobody can say whether a claim without a day had been handed in."""
    undated = Project("A", claims=[Claim(1, Period("2025-01-01", "2025-01-31"))])
    with pytest.raises(NotKnown, match="claim 1"):
        undated.at("2025-03-01")
