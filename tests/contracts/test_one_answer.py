"""What was decided: `status`, `at`, texts and rules give one answer, however decisions are listed and dated."""

from __future__ import annotations

import re
from itertools import permutations
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    Budget,
    Claim,
    ClaimedCost,
    Contribution,
    CostCategory,
    Decision,
    DecisionKind,
    Funder,
    FundingSource,
    InvalidValue,
    Money,
    NotKnown,
    Period,
    Project,
    reporting_terms,
    validate,
)
from esfmodel.model import Limit, ReportingTerms
from esfmodel.text import en, sv

if TYPE_CHECKING:
    from random import Random

WORDS = {
    DecisionKind.APPLIED: ("nsök", "appli"),
    DecisionKind.PRIORITISED: ("prioritera", "prioritised"),
    DecisionKind.GRANTED: ("bevilja", "granted"),
    DecisionKind.REJECTED: ("avslagits", "rejected"),
    DecisionKind.AMENDED: ("ändr|höj|sänk|förläng|förkort", "change|raised|lowered|extended|shortened"),
    DecisionKind.CLOSED: ("avsluta", "closed"),
}
AFTER_ALL = "2031-01-01"


def month_of_2024(number: int) -> Period:
    """Return a month."""
    return Period(f"2024-{number:02}", f"2024-{number:02}", "month")


days = st.one_of(
    st.none(),
    st.dates(min_value=Period.of_years(2024).start, max_value=Period.of_years(2025).end),
    st.integers(2023, 2026).map(Period.of_years),
    st.integers(1, 12).map(month_of_2024),
)
decided = st.lists(
    st.builds(
        Decision,
        st.sampled_from(DecisionKind),
        days,
        support=st.none() | st.sampled_from([Money(40), Money(50)]),
        limits=st.sampled_from([(), (Limit.of_amount(Money(30)),), (Limit.of_amount(Money(60)),)]),
        period=st.none() | st.sampled_from([Period("2024-01-01", "2024-12-31"), Period("2024-01-01", "2026-12-31")]),
        reporting=st.none() | st.just(ReportingTerms(every_months=1, due_months=2)),
    ),
    max_size=5,
)


def of(decisions: list[Decision]) -> Project:
    """Return a project with a budget and a claim, about which this was decided."""
    financing = [
        Contribution(Funder(source=FundingSource.EU), Money(40)),
        Contribution(Funder(source=FundingSource.OWN_PUBLIC), Money(60)),
    ]
    claim = Claim(1, costs=[ClaimedCost(CostCategory.TRAVEL, Money(1), incurred_on="2025-06-01")])
    return Project(
        "Kraft",
        programming_period="2021-2027",
        period=Period("2024-01-01", "2026-12-31"),
        budget=Budget(financing=financing),
        decisions=decisions,
        claims=[claim],
    )


def status_of(project: Project) -> DecisionKind | type[NotKnown] | None:
    """Return the status, or that nobody knows it."""
    try:
        return project.status()
    except NotKnown:
        return NotKnown


def told_of(project: Project) -> tuple[str, str, str, str]:
    """Return every text that tells of decisions."""
    return sv.summary(project), sv.funding_statement(project), en.summary(project), en.funding_statement(project)


@given(decided)
def test_texts_tell_of_the_status(decisions: list[Decision]) -> None:
    """The word of the last decision stands in every text, and where nobody knows the last no such word does."""
    project = of(decisions)
    status = status_of(project)
    for text, column in zip(told_of(project), (0, 0, 1, 1), strict=True):
        told = {kind for kind, words in WORDS.items() if re.search(words[column], text)}
        if status is NotKnown:
            assert not told
            assert ("avslag" if column == 0 else "refusal") in text
        elif isinstance(status, DecisionKind):
            assert status in told
        if status in (DecisionKind.REJECTED, DecisionKind.APPLIED, DecisionKind.PRIORITISED, DecisionKind.GRANTED):
            assert told - {DecisionKind.APPLIED} == {status} - {DecisionKind.APPLIED}


@given(decided)
def test_nothing_is_shown_of_what_was_refused(decisions: list[Decision]) -> None:
    """The words beside the emblem are refused with the application, and not known where the status is not."""
    project = of(decisions)
    status = status_of(project)
    try:
        sv.visibility_statement(project)
    except NotKnown:
        assert status is NotKnown
    except InvalidValue:
        assert status in (DecisionKind.REJECTED, DecisionKind.CLOSED)
    else:
        assert status not in (DecisionKind.REJECTED, NotKnown)


@given(decided, st.randoms(use_true_random=False))
def test_the_order_of_the_list_changes_no_answer(decisions: list[Decision], random: Random) -> None:
    """Texts, outcomes of rules and terms of reporting are the same however the decisions are listed."""
    project = of(decisions)
    shuffled = list(decisions)
    random.shuffle(shuffled)
    other = of(shuffled)
    assert told_of(project) == told_of(other)
    assert outcomes(project) == outcomes(other)
    assert reported(project) == reported(other)


def outcomes(project: Project) -> dict[str, tuple[str, int]]:
    """Return what became of each rule, and how often it found something."""
    return {each.rule.code: (each.outcome.value, len(each.findings)) for each in validate(project).results}


def reported(project: Project) -> ReportingTerms | None:
    """Return the terms of reporting, or None where nobody knows them."""
    try:
        return reporting_terms(project)
    except NotKnown:
        return None


@given(decided)
def test_after_all_days_the_project_is_as_it_was(decisions: list[Decision]) -> None:
    """The project of a day after all decisions has its status, and its texts say the same."""
    project = attrs.evolve(of(decisions), claims=())
    try:
        then = project.at(AFTER_ALL)
    except NotKnown:
        return
    assert status_of(then) == status_of(project)
    assert told_of(then) == told_of(project)
    if status_of(project) is not NotKnown:
        assert project.status(on=AFTER_ALL) is project.status()


@pytest.mark.parametrize("listed", list(permutations(("GRANTED", "PRIORITISED", "APPLIED"))))
def test_an_application_without_a_day_came_before_the_grant(listed: tuple[str, ...]) -> None:
    """Granted on 1 June and ranked on 1 January, the project is no application."""
    on = {"GRANTED": "2024-06-01", "PRIORITISED": "2024-01-01"}
    project = Project("Kraft", decisions=[Decision(DecisionKind[kind], on.get(kind)) for kind in listed])
    assert project.status() is DecisionKind.GRANTED
    assert project.at("2024-06-01") == project
    assert "har beviljats stöd" in sv.summary(project)


@pytest.mark.parametrize("listed", list(permutations(("GRANTED", "REJECTED"))))
def test_a_refusal_of_some_day_of_the_year_is_not_told_as_the_last_word(listed: tuple[str, ...]) -> None:
    """Refused in 2024 and granted on 1 June 2024, nobody knows which came last, and every text says so."""
    on: dict[str, str | Period] = {"GRANTED": "2024-06-01", "REJECTED": Period.of_years(2024)}
    project = Project("Kraft", decisions=[Decision(DecisionKind[kind], on[kind]) for kind in listed])
    assert status_of(project) is NotKnown
    swedish = "För projektet ”Kraft” finns både ett beslut om stöd och ett avslag; vilket som kom sist är inte angivet."
    english = (
        "For the project ‘Kraft’ there is both a decision on support and a refusal; which came last is not stated."
    )
    assert told_of(project) == (swedish, swedish, english, english)
