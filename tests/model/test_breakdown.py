from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue
from esfmodel.examples import EXAMPLES, KOMPETENSKOMPASSEN
from esfmodel.model import (
    ActualCost,
    Breakdown,
    Budget,
    BudgetSide,
    By,
    Contribution,
    ContributionForm,
    Cost,
    CostCategory,
    FlatRate,
    Funder,
    FundingSource,
    Organisation,
    breakdown,
)
from esfmodel.testing import balanced_budgets, breakdowns, budgets
from esfmodel.values import Bounds, Money, Rate
from esfmodel.values.span import Span, total

EU, OWN = Funder(source=FundingSource.EU), Funder(source=FundingSource.OWN)
OF_COSTS = (By.CATEGORY, By.PARTNER, By.PHASE, By.YEAR)
OF_FINANCING = (By.PARTNER, By.PHASE, By.YEAR, By.FUNDER, By.SOURCE, By.FORM)
SIDES = {BudgetSide.COSTS: OF_COSTS, BudgetSide.FINANCING: OF_FINANCING}


def ask(**given_: Any) -> Breakdown:  # noqa: ANN401
    """Break down with names that are data."""
    asked: dict[str, Any] = {"budget": Budget(), "rows": By.YEAR, **given_}
    return breakdown(**asked)


@given(breakdowns())
def test_a_table_sums_in_both_directions(table: Breakdown) -> None:
    """The cells of a row sum to its total, those of a column to its own, and rows and columns to the same total."""
    if table.columns_by is None:
        assert table.columns == table.totals == ()
        assert all(row.cells == () for row in table.rows)
        sums = [row.total for row in table.rows]
    else:
        for row in table.rows:
            check_sum(row.cells, row.total, table)
        for index, column in enumerate(table.totals):
            check_sum([row.cells[index] for row in table.rows], column, table)
        check_sum(table.totals, table.total, table)
        sums = [row.total for row in table.rows]
    check_sum(sums, table.total, table)


def check_sum(cells: Any, whole: Any, table: Breakdown) -> None:  # noqa: ANN401
    """Compare a sum with its parts; of nothing, and where a part may be negative without end, it is not known."""
    if cells and whole is not None:
        assert total(Span.of(cell) for cell in cells).as_money(table.currency or "SEK") == whole
    if all(isinstance(cell, Money) for cell in cells):
        assert whole == (sum(cells, Money(0, table.currency or "SEK")) if cells else None)


@given(budgets(), st.sampled_from(BudgetSide), st.data())
def test_every_line_is_in_one_row(budget: Budget, side: BudgetSide, data: st.DataObject) -> None:
    """The total of a table is that of its side of the budget, however it is broken down."""
    rows = data.draw(st.sampled_from(SIDES[side]))
    table = breakdown(budget, rows, of=side)
    assert table.total == (budget.total_costs if side is BudgetSide.COSTS else budget.total_financing)
    assert len({row.key for row in table.rows}) == len(table.rows)
    listed = len(budget.costs) if side is BudgetSide.COSTS else len(budget.financing) + budget.is_open
    assert len(table.rows) <= listed


@given(balanced_budgets())
def test_what_is_known_is_broken_down_exactly(budget: Budget) -> None:
    """Where every amount is exact, so is every cell, and both sides have one total."""
    costs = breakdown(budget, By.CATEGORY, By.YEAR)
    paid = breakdown(budget, By.FUNDER, By.SOURCE)
    assert costs.total == paid.total == budget.total_cost
    for table in (costs, paid):
        assert all(isinstance(cell, Money) for row in table.rows for cell in row.cells)


@given(breakdowns())
def test_none_is_last(table: Breakdown) -> None:
    """Years are ascending, and what is not said comes last."""
    for by, keys in ((table.rows_by, [row.key for row in table.rows]), (table.columns_by, list(table.columns))):
        assert None not in keys[:-1]
        if by is By.YEAR:
            years = [key for key in keys if isinstance(key, int)]
            assert years == sorted(years)


def test_funders_by_year() -> None:
    """Two funders over two years, and an amount that names no year: a table that a reader can add up."""
    town = Funder(Organisation("Falu kommun"), source=FundingSource.OWN_PUBLIC)
    budget = Budget(
        financing=[
            Contribution(EU, Money(70), year=2026),
            Contribution(town, Money(30), year=2025, form=ContributionForm.CASH),
            Contribution(EU, Money(50), year=2025),
            Contribution(town, Money(20), form=ContributionForm.IN_KIND),
        ]
    )
    table = breakdown(budget, By.FUNDER, By.YEAR)
    assert (table.of, table.rows_by, table.columns_by) == (BudgetSide.FINANCING, By.FUNDER, By.YEAR)
    assert table.columns == (2025, 2026, None)
    assert [(row.key, row.cells, row.total) for row in table.rows] == [
        (EU, (Money(50), Money(70), Money(0)), Money(120)),
        (town, (Money(30), Money(0), Money(20)), Money(50)),
    ]
    assert (table.totals, table.total) == ((Money(80), Money(70), Money(20)), Money(170))
    assert [row.key for row in breakdown(budget, By.FORM).rows] == [
        ContributionForm.CASH,
        ContributionForm.IN_KIND,
        None,
    ]


def test_costs_by_category_and_year_with_a_flat_rate() -> None:
    """A flat rate is computed; a line that nobody has an amount for makes its row and column at least so much."""
    budget = Budget(
        [
            Cost(CostCategory.TRAVEL, ActualCost(), year=2025),
            Cost(CostCategory.STAFF, ActualCost(Money(100)), year=2025),
            Cost(CostCategory.INDIRECT, FlatRate(Rate.of_percent(15), [CostCategory.STAFF]), year=2025),
        ]
    )
    table = breakdown(budget, By.CATEGORY, By.YEAR)
    assert [(row.key, row.total) for row in table.rows] == [
        (CostCategory.STAFF, Money(100)),
        (CostCategory.TRAVEL, None),
        (CostCategory.INDIRECT, Money(15)),
    ]
    assert table.totals == (Bounds.at_least(Money(115)),)


def test_an_unknown_correction_leaves_the_total_open() -> None:
    """Nobody knows on which side of nothing an unknown correction is, and so nothing of the sum."""
    lines = [Cost(CostCategory.STAFF, ActualCost(Money(100))), Cost(CostCategory.CORRECTION, ActualCost())]
    table = breakdown(Budget(lines), By.CATEGORY)
    assert [row.total for row in table.rows] == [Money(100), None]
    assert table.total is None


def test_kompetenskompassen_by_source() -> None:
    """What is known within bounds stays so: over 12 million from the EU and the state, and nothing of the rest."""
    budget = KOMPETENSKOMPASSEN.budget
    assert budget is not None
    table = breakdown(budget, By.SOURCE)
    assert [(row.key, row.total) for row in table.rows] == [
        (FundingSource.EU_AND_STATE, Bounds.over(Money(12_000_000))),
        (FundingSource.OWN_PUBLIC, None),
    ]
    assert table.total == Bounds.over(Money(12_000_000))


def test_nothing_is_a_table_without_rows() -> None:
    """An empty budget has neither rows nor a total; one without any amount has rows, and no currency."""
    empty = breakdown(Budget(), By.YEAR, of=BudgetSide.COSTS)
    assert (empty.rows, empty.total, empty.currency) == ((), None, None)
    silent = breakdown(Budget(financing=[Contribution(OWN), Contribution.rest()]), By.FUNDER, By.PHASE)
    assert [row.key for row in silent.rows] == [OWN, None]
    assert silent.currency is None


def test_a_table_that_nobody_reads_is_refused() -> None:
    """More than a million cells are not made: a file of a few megabytes cannot fill the memory."""
    financing = [Contribution(OWN, Money(1), phase=str(number), partner=str(number)) for number in range(1_001)]
    budget = Budget(financing=financing, complete=True)
    assert len(breakdown(budget, By.PHASE, of=BudgetSide.FINANCING).rows) == 1_001
    with pytest.raises(InvalidValue, match=r"columns .* makes 1001 rows and 1001 columns"):
        breakdown(budget, By.PHASE, By.PARTNER, of=BudgetSide.FINANCING)


@pytest.mark.parametrize("budget", [each.budget for each in EXAMPLES.values() if each.budget is not None])
def test_the_examples_are_broken_down(budget: Budget) -> None:
    """Every example project with a budget has a table by funder whose total is its financing."""
    assert breakdown(budget, By.FUNDER, By.YEAR).total == budget.total_financing


@pytest.mark.parametrize(
    ("given_", "message"),
    [
        ({}, "of is not given, and both sides of a budget have such lines; give of=BudgetSide.COSTS or"),
        ({"columns": By.YEAR}, "columns .*YEAR.* is already in the rows"),
        (
            {"rows": By.CATEGORY, "columns": By.FUNDER},
            "columns .*FUNDER.* is not stated of the costs of a budget; choose one of ",
        ),
        ({"rows": By.FORM, "columns": By.CATEGORY}, "columns .*CATEGORY.* is not stated of the financing of a budget"),
        ({"rows": By.CATEGORY, "of": BudgetSide.FINANCING}, "rows .*CATEGORY.* is not stated of the financing"),
    ],
)
def test_what_has_no_answer_is_refused(given_: dict[str, Any], message: str) -> None:
    """A side that is not said, a key that it has not and a key in both directions are refused, with what to do."""
    with pytest.raises(InvalidValue, match=message):
        ask(**given_)


@pytest.mark.parametrize(
    ("given_", "message"),
    [
        ({"budget": EXAMPLES["24-030-S04"]}, "budget must be Budget, not Project"),
        ({"rows": "year"}, "rows must be By, not str"),
        ({"columns": "phase"}, "columns must be By, not str"),
        ({"of": "costs"}, "of must be BudgetSide or None, not str"),
    ],
)
def test_another_type_is_refused(given_: dict[str, Any], message: str) -> None:
    """Text is no key, and a project no budget."""
    with pytest.raises(TypeError, match=message):
        ask(**given_)


@given(budgets(), st.sampled_from(OF_FINANCING), st.sampled_from((None, By.YEAR, By.PARTNER)))
def test_several_rests_leave_open_what_one_does(budget: Budget, rows: By, columns: By | None) -> None:
    """Who else pays is not known, however often that is said."""
    one, several = (
        Budget(financing=[*budget.financing, *[Contribution.rest()] * times], complete=budget.complete)
        for times in (1, 3)
    )
    if rows is not columns:
        side = BudgetSide.FINANCING
        assert breakdown(several, rows, columns, of=side) == breakdown(one, rows, columns, of=side)


def test_a_year_of_an_open_list_is_open_too() -> None:
    """A grant of 2024 beside nobody named: what others pay in 2024 is not stated, so the year is at least the grant."""
    granted = Contribution(Funder(source=FundingSource.EU_AND_STATE), Money(7), year=2024, partner="A")
    for budget in (Budget(financing=[granted]), Budget(financing=[granted, Contribution.rest()])):
        table = breakdown(budget, By.SOURCE, By.YEAR)
        assert table.columns == (2024, None)
        assert table.totals == (Bounds.at_least(Money(7)), None)
        assert [row.cells for row in table.rows] == [(Money(7), Money(0)), (None, None)]
        assert table.total == Bounds.at_least(Money(7))
        assert [row.total for row in breakdown(budget, By.PARTNER, of=BudgetSide.FINANCING).rows] == [
            Bounds.at_least(Money(7)),
            None,
        ]
    whole = breakdown(Budget(financing=[granted], complete=True), By.SOURCE, By.YEAR)
    assert whole.totals == (Money(7),)
