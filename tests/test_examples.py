from __future__ import annotations

from fractions import Fraction

import pytest

from esfmodel.examples import (
    EXAMPLES,
    KOMPETENS_I_KRONOBERG,
    KOMPETENSFOCUS,
    KOMPETENSKOMPASSEN,
    PROJECTS,
    REGISTER_PROJECTS,
    VAGLED_KOMPETENS,
)
from esfmodel.model import Budget, DecisionKind, Organisation, Project, Role
from esfmodel.text import sv
from esfmodel.values import Bounds, Money, Period, Rate


def budget_of(project: Project) -> Budget:
    """Return the budget of a project that has one."""
    assert project.budget is not None
    return project.budget


def test_each_example_has_one_name() -> None:
    """Every example stands once among the names, the four first."""
    assert tuple(EXAMPLES.values()) == (*PROJECTS, *REGISTER_PROJECTS)
    assert [name for name, project in EXAMPLES.items() if project.operation_id is not None] == [
        str(project.operation_id) for project in EXAMPLES.values() if project.operation_id is not None
    ]


def test_kronoberg_is_three_quarters_support() -> None:
    """3 706 566 and 1 235 522 kronor are exactly 75 and 25 per cent, of which the Union's is at most 75."""
    budget = budget_of(KOMPETENS_I_KRONOBERG)
    assert budget.total_cost == Money(4_942_088)
    assert (budget.support_rate, budget.own_rate) == (Rate.of_percent(75), Rate.of_percent(25))
    assert budget.eu_rate == Bounds(Rate(0), Rate.of_percent(75))
    partners = [part.organisation for part in KOMPETENS_I_KRONOBERG.partners if part.role is Role.PARTNER]
    assert len(partners) == 8


def test_kompetenskompassen_is_known_within_bounds() -> None:
    """Over 12 million of under 29: support over 12/29, own under 17/29; sixteen bodies pay an unknown part of it."""
    budget = budget_of(KOMPETENSKOMPASSEN)
    assert budget.support_rate == Bounds(Rate(Fraction(12, 29)), Rate(1), low_included=False)
    assert budget.own_rate == Bounds(Rate(0), Rate(Fraction(17, 29)), high_included=False)
    assert [part.amount for part in budget.financing[1:]] == [None] * 16
    assert KOMPETENSKOMPASSEN.period == Period.of_years(2023, 2025)
    assert [decision.kind for decision in KOMPETENSKOMPASSEN.decisions] == [DecisionKind.PRIORITISED]


def test_vagled_has_no_share() -> None:
    """11 230 000 kronor and a rest: a total of at least that, and shares that nobody knows."""
    budget = budget_of(VAGLED_KOMPETENS)
    assert budget.total_cost == Bounds.at_least(Money(11_230_000))
    assert (budget.support_rate, budget.eu_rate, budget.own_rate) == (None, None, None)
    assert (VAGLED_KOMPETENS.period, VAGLED_KOMPETENS.duration_months) == (None, 16)
    assert sum(part.organisation.count or 0 for part in VAGLED_KOMPETENS.partners) == 1 + 4 + 23 + 2


def test_the_record_has_every_field_and_no_amount() -> None:
    """Of 23-067-S04 the register prints eighteen values; each is in its field."""
    project = KOMPETENSFOCUS
    assert project.budget is None
    owner = project.beneficiary
    assert isinstance(owner, Organisation)
    printed = [
        project.operation_id, project.name, project.period, project.country, project.fund, project.cci, owner.number,
        owner.name, project.published_eu_rate, project.priority, project.specific_objective, project.secondary_themes,
        project.region, project.nuts, owner.postal_code, owner.city, project.intervention_field,
        project.strategic_importance,
    ]  # fmt: skip
    assert len(printed) == 18
    assert None not in printed
    assert str(project.cci) == "2021SE05SFPR"
    assert isinstance(project.period, Period)
    assert project.period.months == 36


@pytest.mark.parametrize("project", REGISTER_PROJECTS, ids=lambda project: str(project.operation_id))
def test_published_figures_add_up(project: Project) -> None:
    """The Union's, the state's and the own part of a published project are its total, and no part is negative."""
    budget = budget_of(project)
    assert budget.total_financing == budget.total == budget.total_cost
    assert project.decisions[0].support == budget.support
    for part in budget.financing:
        assert isinstance(part.amount, Money)
        assert part.amount > Money(0)


def test_shares_of_the_published_projects() -> None:
    """Support of 24-030-S04 is 53,99 % of its total, of which the Union's is 39,99; C projects are all support."""
    budget = budget_of(EXAMPLES["24-030-S04"])
    assert sv.format_rate(budget.support_rate) == "53,99\N{NO-BREAK SPACE}%"
    assert sv.format_rate(budget.eu_rate) == "39,99\N{NO-BREAK SPACE}%"
    assert budget.own_contribution == Money(8_800_785)
    assert budget_of(EXAMPLES["25-031-S02"]).support_rate == Rate(1)
