"""Whether a list already has a project, and what contradicts it."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given

from esfmodel import (
    Bounds,
    Budget,
    Contribution,
    Fund,
    Funder,
    FundingSource,
    Money,
    OpenPeriod,
    Organisation,
    Period,
    Portfolio,
    Project,
)
from esfmodel.model.known_projects import KnownProjects, Likeness
from esfmodel.testing import portfolios, projects

SALA, HEBY = Organisation("Sala kommun"), Organisation("Heby kommun")


@given(projects())
def test_a_list_knows_its_own_project(project: Project) -> None:
    """A project contradicts itself in nothing."""
    found = KnownProjects([project]).find(project)
    assert (found.likeness, found.known, found.contradictions) == (Likeness.KNOWN, (project,), ())


@given(portfolios())
def test_no_project_of_a_list_is_new_to_it(portfolio: Portfolio) -> None:
    """What several have in common is unclear, but nothing is told to be new that is there."""
    known = KnownProjects(portfolio.projects)
    for project in portfolio.projects:
        found = known.find(project)
        assert found.likeness is not Likeness.NEW
        assert set(found.known) <= set(portfolio.projects)
        assert bool(found.contradictions) == (found.likeness is Likeness.CONTRADICTING)


LISTED = Project("Gröna Rum", operation_id="23-040-S06", beneficiary=SALA)


@pytest.mark.parametrize(
    ("project", "likeness"),
    [
        (Project("Ett annat namn", operation_id="23-040-S06"), Likeness.CONTRADICTING),
        (Project("GRÖNA RUM", beneficiary=SALA), Likeness.KNOWN),
        # Two numbers are two projects, and so are two owners; where one owner is not stated, nobody knows.
        (Project("Gröna rum", operation_id="24-001-S06", beneficiary=SALA), Likeness.NEW),
        (Project("Gröna rum", beneficiary=HEBY), Likeness.NEW),
        (Project("Gröna rum"), Likeness.UNCLEAR),
        (Project("Gröna rummet", beneficiary=SALA), Likeness.NEW),
    ],
)
def test_a_project_is_found_by_its_number_or_by_name_and_owner(project: Project, likeness: Likeness) -> None:
    """A name alone is not enough, and a number is."""
    assert KnownProjects([LISTED]).find(project).likeness is likeness


def test_of_several_alike_none_is_the_one() -> None:
    """Both are named, so that somebody can look."""
    listed = [LISTED, attrs.evolve(LISTED, operation_id="23-041-S06")]
    found = KnownProjects(listed).find(Project("Gröna rum", beneficiary=SALA))
    assert (found.likeness, found.known) == (Likeness.UNCLEAR, tuple(listed))


def project(**facts: Any) -> Project:  # noqa: ANN401
    """Return a project of one name and owner with other facts."""
    return attrs.evolve(Project("Gröna rum", beneficiary=SALA), **facts)


def total(amount: Any) -> Project:  # noqa: ANN401
    """Return a project with a total cost."""
    return project(budget=Budget(total=amount))


EU = Budget(financing=[Contribution(Funder(source=FundingSource.EU), Money(5))])


@pytest.mark.parametrize(
    ("known", "said", "paths"),
    [
        (project(planned_participants=120), project(), []),
        (project(planned_participants=120), project(planned_participants=140), ["planned_participants"]),
        (project(duration_months=24), project(duration_months=30), ["duration_months"]),
        # Prose calls the new fund by the name of the old one.
        (project(fund=Fund.ESF_PLUS), project(fund=Fund.ESF), []),
        (project(fund=Fund.ERDF), project(fund=Fund.ESF), ["fund"]),
        (project(period=Period("2024-03-01", "2026-02-28")), project(period=Period.of_years(2024, 2026)), []),
        (
            project(period=Period("2024-03-01", "2026-02-28")),
            project(period=OpenPeriod("2024-03-02")),
            ["period.start"],
        ),
        (project(period=Period.of_years(2024, 2025)), project(period=Period.of_years(2024, 2026)), ["period.end"]),
        (project(period=Period.of_years(2024, 2025)), project(), []),
        (total(Money(7_412_345)), total(Money(7_400_000)), []),
        (total(Money(7_412_345)), total(Money(7_000_000)), ["budget.total_cost"]),
        (total(Money(425_100)), total(Money(425_200)), ["budget.total_cost"]),
        (total(Money(8_100_000)), total(Bounds.over(Money(8_000_000))), []),
        (total(Money(8_100_000)), total(Bounds.under(Money(8_000_000))), ["budget.total_cost"]),
        # No rate of exchange is assumed.
        (total(Money(8_100_000)), total(Money(700_000, "EUR")), []),
        (total(Money(8_100_000)), project(budget=EU), []),
    ],
)
def test_what_contradicts_is_told_by_its_field(known: Project, said: Project, paths: list[str]) -> None:
    """Both values stand side by side; what one of the two leaves open contradicts nothing."""
    found = KnownProjects([known]).find(said)
    assert [each.path for each in found.contradictions] == paths
    assert found.likeness is (Likeness.CONTRADICTING if paths else Likeness.KNOWN)
