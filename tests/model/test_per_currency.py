from __future__ import annotations

from typing import cast

import attrs
import pytest
from hypothesis import given

from esfmodel.model import (
    ActualCost,
    Budget,
    By,
    Contribution,
    Cost,
    CostCategory,
    Funder,
    FundingSource,
    Organisation,
    Participation,
    Project,
    Role,
    breakdown,
    breakdowns,
    totals_by_currency,
)
from esfmodel.testing import balanced_budgets, projects
from esfmodel.values import Bounds, Money

FIGURES = ("total_cost", "support", "eu_support", "own_contribution")


def partner(name: str, budget: Budget | None) -> Participation:
    """A partner with a budget of its own."""
    return Participation(Organisation(name), Role.PARTNER, budget=budget)


def paid(source: FundingSource, amount: Money) -> Budget:
    """A budget that one source pays, with as much in staff costs."""
    return Budget([Cost(CostCategory.STAFF, ActualCost(amount))], [Contribution(Funder(source=source), amount)])


@given(balanced_budgets("SEK"), balanced_budgets("SEK"), balanced_budgets("NOK"))
def test_currencies_are_summed_and_never_mixed(first: Budget, second: Budget, other: Budget) -> None:
    """Each currency has the sum of its partners' budgets, whatever the others have."""
    project = Project("A", partners=[partner("a", first), partner("b", other), partner("c", second)])
    swedish, norwegian = totals_by_currency(project)
    assert (swedish.currency, norwegian.currency) == ("SEK", "NOK")
    for figure in FIGURES:
        one, two = getattr(first, figure), getattr(second, figure)
        if isinstance(one, Money) and isinstance(two, Money):
            assert getattr(swedish, figure) == one + two
        assert getattr(norwegian, figure) == getattr(other, figure)
    tables = breakdowns(project, By.PARTNER, By.CATEGORY)
    assert [table.total for table in tables] == [swedish.total_cost, norwegian.total_cost]
    assert [[row.key for row in table.rows] for table in tables] == [["a", "c"], ["b"]]


@given(projects())
def test_any_project_has_each_currency_once(project: Project) -> None:
    """Whatever budgets a project and its partners have, a currency has one sum and one table."""
    found = [totals.currency for totals in totals_by_currency(project)]
    assert len(set(found)) == len(found)
    tables = breakdowns(project, By.FUNDER)
    assert [table.currency for table in tables] == found or [table.currency for table in tables] == [None]


def test_a_swedish_and_a_norwegian_budget() -> None:
    """Interreg: 600 and 400 Swedish kronor beside 900 Norwegian; the last are support of the partner country."""
    project = Project(
        "Gränslös",
        partners=[
            partner("Region Jämtland Härjedalen", paid(FundingSource.EU, Money(600))),
            partner("Bräcke kommun", paid(FundingSource.OWN_PUBLIC, Money(400))),
            partner("Trøndelag", paid(FundingSource.PARTNER_COUNTRY, Money(900, "NOK"))),
            Participation(Organisation("Åre kommun"), Role.COOPERATING),
        ],
    )
    swedish, norwegian = totals_by_currency(project)
    assert (swedish.total_cost, swedish.eu_support, swedish.own_contribution) == (Money(1_000), Money(600), Money(400))
    assert (norwegian.total_cost, norwegian.support) == (Money(900, "NOK"), Money(900, "NOK"))
    table, _ = breakdowns(project, By.PARTNER, By.SOURCE)
    assert [(row.key, row.cells) for row in table.rows] == [
        ("Region Jämtland Härjedalen", (Money(600), Money(0))),
        ("Bräcke kommun", (Money(0), Money(400))),
    ]


@given(balanced_budgets("SEK"), balanced_budgets("SEK"))
def test_by_partner_the_parts_of_the_whole_are_shown(first: Budget, second: Budget) -> None:
    """A whole that names no partner is broken down by the partners' budgets where they sum to it; its total stays."""
    costs = [attrs.evolve(line, partner=None) for budget in (first, second) for line in budget.costs]
    whole = Budget([Cost(CostCategory.OTHER, ActualCost(cast("Money", Budget(costs).total_costs)))])
    project = Project("A", budget=whole, partners=[partner("a", first), partner("b", second)])
    [table] = breakdowns(project, By.PARTNER, By.CATEGORY)
    assert [(row.key, row.total) for row in table.rows] == [("a", first.total_costs), ("b", second.total_costs)]
    assert table.total == whole.total_costs


def test_parts_that_do_not_come_to_the_whole_leave_it_whole() -> None:
    """Partners' budgets that sum to more or less, are known in part or have no such lines break nothing down."""
    whole = paid(FundingSource.EU, Money(1_000))
    for parts in (
        [paid(FundingSource.EU, Money(999))],
        [paid(FundingSource.EU, Money(600)), Budget([Cost(CostCategory.STAFF, ActualCost())])],
        [Budget(total=Money(1_000))],
        [paid(FundingSource.EU, Money(1_000, "NOK"))],
        [],
    ):
        project = Project("A", budget=whole, partners=[partner(str(index), each) for index, each in enumerate(parts)])
        table, *_ = breakdowns(project, By.PARTNER, By.CATEGORY)
        assert [(row.key, row.total) for row in table.rows] == [(None, Money(1_000))]
    nothing = Project("A", budget=paid(FundingSource.EU, Money(0)), partners=[partner("a", Budget())])
    assert [row.total for row in breakdowns(nothing, By.PARTNER, By.CATEGORY)[0].rows] == [Money(0)]
    said = attrs.evolve(whole, costs=[attrs.evolve(whole.costs[0], partner="b")])
    project = Project("A", budget=said, partners=[partner("a", paid(FundingSource.EU, Money(1_000)))])
    assert [row.key for row in breakdowns(project, By.PARTNER, By.CATEGORY)[0].rows] == ["b"]


def test_the_projects_own_budget_counts_in_its_currency() -> None:
    """The partners' budgets in the currency of the project's own are parts of that; the others stand beside it."""
    project = Project(
        "Gränslös",
        budget=paid(FundingSource.EU, Money(1_000)),
        partners=[
            partner("Bräcke kommun", paid(FundingSource.EU, Money(400))),
            partner("Trøndelag", paid(FundingSource.PARTNER_COUNTRY, Money(900, "NOK"))),
            partner("Berg", Budget()),
        ],
    )
    assert [totals.total_cost for totals in totals_by_currency(project)] == [Money(1_000), Money(900, "NOK")]
    assert project.budget is not None
    assert breakdowns(project, By.CATEGORY)[0] == breakdown(project.budget, By.CATEGORY)


def test_a_budget_without_amounts_is_unknown_in_the_first_currency() -> None:
    """A partner that has said nothing yet leaves the first sum open, and no other; alone it has no currency."""
    project = Project(
        "A",
        partners=[
            partner("Berg", Budget(financing=[Contribution.rest()])),
            partner("Bräcke", Budget(total=Money(5))),
            partner("Trøndelag", Budget(total=Money(9, "NOK"))),
            partner("Åre", None),
        ],
    )
    assert [totals.total_cost for totals in totals_by_currency(project)] == [
        Bounds.at_least(Money(5)),
        Money(9, "NOK"),
    ]
    silent = attrs.evolve(project, partners=project.partners[:1])
    assert totals_by_currency(silent) == ()
    assert [[row.key for row in table.rows] for table in breakdowns(silent, By.PARTNER, By.FUNDER)] == [["Berg"]]
    assert breakdowns(Project("A"), By.FUNDER) == ()
    assert totals_by_currency(attrs.evolve(project, budget=Budget()))[0].total_cost == Bounds.at_least(Money(5))


def test_a_project_is_asked_for() -> None:
    """A budget has one currency, and no partners."""
    with pytest.raises(TypeError, match="project must be Project, not Budget"):
        totals_by_currency(cast("Project", Budget()))
