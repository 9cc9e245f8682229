"""Facts of a project: what its fields imply, and what was decided by a day."""

from __future__ import annotations

import copy
import datetime
import pickle
from itertools import permutations
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    Budget,
    Call,
    Claim,
    Decision,
    DecisionKind,
    Fund,
    Money,
    NotKnown,
    Period,
    Priority,
    Programme,
    Project,
    validate,
)
from esfmodel.examples import KOMPETENSFOCUS, REGISTER_PROJECTS
from esfmodel.model import fund_of, programming_period_of, standing_decision
from esfmodel.model.decision import last_of
from esfmodel.model.facts import ccis_of, later_decisions
from esfmodel.testing import claims, dates, decisions, periods
from esfmodel.values.field_type import kept

if TYPE_CHECKING:
    from random import Random

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
    assert status_told_on(project, day) == status_told(then)
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


def test_a_kind_comes_before_another_where_days_leave_it_open() -> None:
    """A grant of 2024 that was amended on 28 June 2024 is amended, however late in the year it may have been given."""
    granted = Decision(DecisionKind.GRANTED, Period.of_years(2024, 2024))
    amended = Decision(DecisionKind.AMENDED, "2024-06-28")
    closed, applied = Decision(DecisionKind.CLOSED, "2025-01-31"), Decision(DecisionKind.APPLIED)
    for listed in permutations([granted, amended, applied]):
        assert Project("A", decisions=listed).status() is DecisionKind.AMENDED
        assert Project("A", decisions=[closed, *listed]).status() is DecisionKind.CLOSED
    # What came before the amendment was there when it was made; before that, nobody can tell.
    story = Project("A", decisions=[amended, granted, applied])
    assert story.status(on="2024-06-28") is DecisionKind.AMENDED
    with pytest.raises(NotKnown, match=r"was made by 27.June.2024 is not stated \(day: 2024\)"):
        Project("A", decisions=[amended, granted]).status(on="2024-06-27")


def test_a_grant_and_a_refusal_of_which_nobody_knows_the_order() -> None:
    """A refusal may be the last word or have come before a new application, so the order of the list is no answer."""
    granted = Decision(DecisionKind.GRANTED, "2024-06-01", support=Money(8))
    for refused in (Decision(DecisionKind.REJECTED, Period.of_years(2024)), Decision(DecisionKind.REJECTED)):
        for listed in permutations([granted, refused]):
            with pytest.raises(NotKnown, match="which came last is not stated") as unknown:
                Project("A", decisions=listed).status()
            assert unknown.value.params == {
                "kinds": (DecisionKind.GRANTED, DecisionKind.REJECTED),
                "days": (granted.on, refused.on),
            }
    before = Decision(DecisionKind.REJECTED, Period("2024-04", "2024-05", "month"))
    assert Project("A", decisions=[granted, before]).status() is DecisionKind.GRANTED
    after = Decision(DecisionKind.REJECTED, Period("2024-07", "2024-08", "month"))
    assert Project("A", decisions=[after, granted]).status() is DecisionKind.REJECTED


def test_two_amendments_of_one_year_leave_no_budget_but_a_status() -> None:
    """Which of two budgets stands is not known where nobody has said which amendment came last."""
    first = Decision(DecisionKind.AMENDED, Period.of_years(2025), budget=GRANTED, support=Money(4))
    second = Decision(DecisionKind.AMENDED, "2025-06-01", budget=AMENDED, support=Money(4))
    for listed in permutations([first, second, Decision(DecisionKind.GRANTED, "2024-06-28")]):
        project = Project("A", decisions=listed)
        assert project.status() is DecisionKind.AMENDED
        with pytest.raises(NotKnown, match=r"\(days: 2025, 1.June.2025\); state the days"):
            project.at("2026-01-01")
        assert later_decisions(project) == (Decision(DecisionKind.AMENDED, support=Money(4)),)
        with_a_budget = attrs.evolve(project, budget=AMENDED)
        assert with_a_budget.at("2026-01-01") == with_a_budget


when = st.one_of(
    st.none(),
    dates(),
    st.integers(2023, 2026).map(Period.of_years),
    st.sampled_from(Period("2024-01", "2024-12", "month").split_calendar_months()),
    st.dates(datetime.date(2024, 1, 1), datetime.date(2024, 12, 31)),
)
told = st.lists(st.builds(Decision, st.sampled_from(DecisionKind), when), max_size=5)


def status_told(project: Project) -> DecisionKind | type[NotKnown] | None:
    """Return the status, or that it is not known."""
    try:
        return project.status()
    except NotKnown:
        return NotKnown


@given(told, st.randoms(use_true_random=False))
def test_the_order_of_the_list_is_no_order_of_time(listed: list[Decision], random: Random) -> None:
    """However decisions are listed, status, standing decision and what came later are the same."""
    project = Project("A", decisions=listed)
    random.shuffle(listed)
    shuffled = Project("A", decisions=listed)
    assert status_told(project) == status_told(shuffled)
    assert later_decisions(project) == later_decisions(shuffled)
    if status_told(project) is not NotKnown:
        assert standing_decision(project) == standing_decision(shuffled)


@given(told)
def test_the_last_is_one_that_can_be_the_last(listed: list[Decision]) -> None:
    """No decision that may be the last was over when another began, and one that is not last has another after it."""
    last = last_of(listed)
    assert bool(last) is bool(listed)
    spans = {each: span_of(each) for each in listed}
    for each in last:
        assert all(spans[each].end >= spans[other].start for other in listed)
    for each in set(listed) - set(last):
        rank = _USUAL.index
        assert any(
            spans[other].start > spans[each].end
            or (spans[other].end >= spans[each].start and rank(other.kind) > rank(each.kind))
            for other in listed
        )


_USUAL = [
    DecisionKind.APPLIED,
    DecisionKind.PRIORITISED,
    DecisionKind.GRANTED,
    DecisionKind.REJECTED,
    DecisionKind.AMENDED,
    DecisionKind.CLOSED,
]


def span_of(decision: Decision) -> Period:
    """Return the days on which a decision may have been taken."""
    on = decision.on
    if on is None:
        return Period("0001-01-01", "9999-12-31")
    return on if isinstance(on, Period) else Period(on, on)


@given(told, days)
def test_the_status_of_a_day_is_that_of_what_was_taken(listed: list[Decision], day: datetime.date) -> None:
    """`at` gives the decisions of which `status` tells the last, and after all days both tell of all decisions."""
    project = Project("A", decisions=listed)
    try:
        then = project.at(day)
    except NotKnown:
        return
    assert status_told(then) == status_told_on(project, day)
    if len(then.decisions) == len(listed):
        assert status_told(then) == status_told(project)


def status_told_on(project: Project, day: datetime.date) -> DecisionKind | type[NotKnown] | None:
    """Return the status on a day, or that it is not known."""
    try:
        return project.status(on=day)
    except NotKnown:
        return NotKnown


@pytest.mark.parametrize(
    ("kinds", "standing"),
    [
        (["APPLIED", "CLOSED"], "APPLIED"),
        (["REJECTED", "CLOSED"], "REJECTED"),
        (["APPLIED", "AMENDED"], None),
        (["GRANTED", "REJECTED", "AMENDED"], "GRANTED"),
        (["CLOSED"], None),
        ([], None),
    ],
)
def test_what_an_amendment_and_a_closure_rest_on(kinds: list[str], standing: str | None) -> None:
    """An amendment rests on a grant, listed or not; a closure also ends what was only applied for, or refused."""
    listed = [Decision(DecisionKind[kind], f"202{year}-01-01") for year, kind in enumerate(kinds)]
    found = standing_decision(Project("A", decisions=listed))
    assert (found and found.kind.name) == standing


def test_what_grants_of_unknown_order_agree_on() -> None:
    """Of two grants of one year only what both say is told."""
    first = Decision(DecisionKind.GRANTED, Period.of_years(2024), body="Svenska ESF-rådet", support=Money(1))
    second = attrs.evolve(first, support=Money(2))
    assert standing_decision(Project("A", decisions=[first, second])) == attrs.evolve(first, support=None)


def test_the_programming_period_of_a_code_of_no_known_period_is_not_known() -> None:
    """A CCI of 2028 tells nothing, and another one, or what is stated, all the same does."""
    unknown = Project("A", cci="2028SE05SFPR001")
    assert programming_period_of(unknown) is None
    told = attrs.evolve(unknown, programme=Programme("2021SE05SFPR"))
    assert str(programming_period_of(told)) == "2021-2027"


def test_the_fund_is_that_of_the_nearest_who_names_one() -> None:
    """Project, priority, call, then a programme of one fund; several funds name none."""
    programme = Programme(funds=[Fund.ERDF])
    call, priority = Call(fund=Fund.JTF), Priority("A", fund=Fund.ESF_PLUS)
    project = Project("A", fund=Fund.ESF, priority=priority, call=call, programme=programme)
    assert fund_of(project) is Fund.ESF
    unsaid = attrs.evolve(project, fund=None)
    assert fund_of(unsaid) is Fund.ESF_PLUS
    assert fund_of(attrs.evolve(unsaid, priority="A")) is Fund.JTF
    assert fund_of(attrs.evolve(unsaid, priority=None, call=None)) is Fund.ERDF
    assert fund_of(Project("A", programme=Programme(funds=[Fund.ESF_PLUS, Fund.JTF]))) is None


def test_a_month_is_no_day() -> None:
    """Of a decision in June nobody knows on the 15th whether it was taken; before and after June everybody does."""
    june = attrs.evolve(STORY, decisions=[Decision(DecisionKind.GRANTED, Period("2024-06", "2024-06", "month"))])
    assert june.status(on="2024-05-31") is None
    assert june.status(on="2024-06-30") is DecisionKind.GRANTED
    with pytest.raises(NotKnown, match=r"\(day: June.2024\)"):
        june.status(on="2024-06-15")
    summer = attrs.evolve(STORY, decisions=[Decision(DecisionKind.GRANTED, Period("2024-06", "2024-08", "month"))])
    with pytest.raises(NotKnown, match=r"\(day: June–August.2024\)"):
        summer.status(on="2024-06-15")
    with pytest.raises(NotKnown, match=r"\(day: unknown\)"):
        REGISTER_PROJECTS[0].at("2025-01-01")


def test_a_claim_without_a_day_leaves_the_day_open() -> None:
    """Nobody can say whether a claim without a day had been handed in."""
    undated = Project("A", claims=[Claim(1, Period("2025-01-01", "2025-01-31"))])
    with pytest.raises(NotKnown, match="claim 1"):
        undated.at("2025-03-01")


# --- Facts that are kept on the project


def test_a_kept_fact_is_worked_out_once_and_copied_nowhere() -> None:
    """It lies in a slot that is no field: equality, hashes, texts, pickles and copies do not see it."""
    asked: list[str] = []

    @kept
    def length(project: Project) -> int:
        asked.append(project.name)
        return len(project.name)

    project, same = Project("Framtidskraft"), Project("Framtidskraft")
    before = hash(project), repr(project), pickle.dumps(project)
    assert (length(project), length(project), asked) == (13, 13, ["Framtidskraft"])
    assert (hash(project), repr(project), pickle.dumps(project)) == before
    assert project == same
    assert length(attrs.evolve(project, name="Bro")) == 3
    assert [length(each) for each in (copy.copy(project), copy.deepcopy(project))] == [13, 13]
    assert asked == ["Framtidskraft", "Bro", "Framtidskraft", "Framtidskraft"]


class _Guarded(Project):
    """A project of an application that tells of unknown names itself."""

    def __getattr__(self, name: str) -> object:
        raise AttributeError(f"no {name} here")


def test_a_class_with_advice_of_its_own_keeps_its_facts() -> None:
    """They lie in a slot, and no `__getattr__` is asked for them where they are."""
    assert validate(_Guarded("A", cci="2021SE05SFPR001")) == validate(Project("A", cci="2021SE05SFPR001"))


def test_what_is_not_known_is_raised_each_time() -> None:
    """No error is kept, so that each has a traceback of its own."""
    decided = [Decision(kind, Period.of_years(2024)) for kind in (DecisionKind.GRANTED, DecisionKind.REJECTED)]
    project = Project("Framtidskraft", decisions=decided)
    with pytest.raises(NotKnown) as first:
        standing_decision(project)
    with pytest.raises(NotKnown) as second:
        standing_decision(project)
    assert first.value is not second.value
    assert str(first.value) == str(second.value)


def test_the_codes_of_a_project_are_the_askers_own() -> None:
    """Whoever changes the answer changes no other one."""
    project = Project("Framtidskraft", cci="2021SE05SFPR001")
    ccis_of(project).clear()
    assert list(ccis_of(project)) == ["cci"]
