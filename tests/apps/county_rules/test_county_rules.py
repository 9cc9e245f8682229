"""The package's own test: its rule by its own values, and drawn projects that break it."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings

from county_rules.rules import RULES
from esfmodel import (
    LAW,
    Budget,
    Contribution,
    Funder,
    FundingSource,
    Law,
    Money,
    Outcome,
    ProgrammingPeriod,
    Project,
    validate,
)
from esfmodel.testing import RuleExample, broken_projects

PACK = Path(__file__).parent / "county_rules" / "county-example.toml"
WITH_COUNTY = LAW.with_pack(PACK)


def of_support(support: int) -> Budget:
    """Return a budget with this support and as much of one's own."""
    granted = Contribution(Funder(source=FundingSource.EU_AND_STATE), Money(support))
    return Budget(financing=[granted, Contribution(Funder(source=FundingSource.OWN), Money(support))])


def small(project: Project, _law: Law) -> Project:
    """Break the rule: a krona less than the smallest."""
    budget = of_support(249_999)
    return attrs.evolve(project, programming_period=ProgrammingPeriod(2021, 2027), budget=budget)


@pytest.mark.parametrize(("support", "outcome"), [(249_999, Outcome.FAILED), (250_000, Outcome.PASSED)])
def test_the_smallest_support_is_enough(support: int, outcome: Outcome) -> None:
    """At the value the rule passes; a krona below it fails."""
    project = Project("Framtidskraft", programming_period="2021-2027", budget=of_support(support))
    report = validate(project, on="2026-06-01", law=WITH_COUNTY, rules=RULES)
    assert report.result("COUNTY001").outcome is outcome


def test_without_the_pack_nothing_is_judged() -> None:
    """The rule has no number of its own: without the county's value it passes nothing."""
    project = Project("Framtidskraft", programming_period="2021-2027", budget=of_support(1))
    assert validate(project, on="2026-06-01", rules=RULES).result("COUNTY001").outcome is Outcome.NOT_EVALUATED


@settings(max_examples=3)
@given(broken_projects(RuleExample(broken=small)))
def test_a_drawn_project_with_too_little_is_warned_of(project: Project) -> None:
    """Whatever else the project states, the shortfall is told."""
    report = validate(project, on="2026-06-01", law=WITH_COUNTY, rules=RULES)
    assert [finding.difference for finding in report.warnings] == [Money(1)]
