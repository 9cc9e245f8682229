"""Differences of budgets: they lead from one to the other, can be turned round and joined, and add up."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given

from esfmodel import (
    ActualCost,
    Bounds,
    Budget,
    By,
    Contribution,
    Cost,
    CostCategory,
    FlatRate,
    Funder,
    FundingSource,
    InvalidValue,
    Money,
    Rate,
    apply,
    diff,
)
from esfmodel.model import BudgetChange, Difference, LineChange, LineChanges
from esfmodel.testing import balanced_budgets, budget_changes
from esfmodel.testing._budgets import neighbours

STAFF = Cost(CostCategory.STAFF, ActualCost(Money(1000)), partner="Alvesta kommun", year=2025)
TRAVEL = Cost(CostCategory.TRAVEL, ActualCost(Money(200)), year=2025)
OWN = Contribution(Funder(source=FundingSource.OWN_PUBLIC), Money(460), phase="Analys")


@given(neighbours("SEK"))
def test_applying_the_difference_gives_the_other_budget(pair: tuple[Budget, Budget]) -> None:
    """`apply(diff(a, b), a) == b`, whatever the two hold and in whatever order."""
    before, after = pair
    assert apply(diff(before, after), before) == after


@given(neighbours("SEK"))
def test_the_inverse_leads_back(pair: tuple[Budget, Budget]) -> None:
    """`apply(diff(a, b).inverse, b) == a`."""
    before, after = pair
    assert apply(diff(before, after).inverse, after) == before


@given(neighbours("SEK", 3))
def test_differences_join(budgets: tuple[Budget, Budget, Budget]) -> None:
    """From a to b and from b to c is from a to c."""
    first, second, third = budgets
    assert apply(diff(first, second).then(diff(second, third)), first) == third


@given(balanced_budgets("EUR"), balanced_budgets("EUR"))
def test_there_and_back_moves_no_money(before: Budget, after: Budget) -> None:
    """Where everything is known, a change joined with its inverse moves nothing in any category."""
    back = diff(before, after).then(diff(before, after).inverse)
    assert apply(back, before) == before
    assert {each.amount for each in back.costs_by(By.CATEGORY)} <= {Money(0, "EUR")}


@given(budget_changes())
def test_a_change_turned_round_twice_is_itself(change: BudgetChange) -> None:
    """The inverse of the inverse is the change."""
    assert change.inverse.inverse == change


@given(balanced_budgets("SEK"), balanced_budgets("SEK"))
def test_the_labels_sum_to_the_difference_of_the_totals(before: Budget, after: Budget) -> None:
    """Where everything is known, the categories sum to the difference of the total costs; so do the sources."""
    change, nothing = diff(before, after), Money(0)
    moved = sum((each.amount for each in change.costs_by(By.CATEGORY) if isinstance(each.amount, Money)), nothing)
    assert moved == (after.total_costs or nothing) - (before.total_costs or nothing)
    financed = sum((each.amount for each in change.financing_by(By.SOURCE) if isinstance(each.amount, Money)), nothing)
    assert financed == (after.total_financing or nothing) - (before.total_financing or nothing)


def test_a_raised_line_a_new_one_and_one_taken_away() -> None:
    """1 000 becomes 1 300, travel of 200 goes, equipment of 50 comes: by category 300, -200 and 50."""
    more = attrs.evolve(STAFF, basis=ActualCost(Money(1300)))
    new = Cost(CostCategory.EQUIPMENT, ActualCost(Money(50)), year=2026)
    change = diff(Budget([STAFF, TRAVEL]), Budget([more, new]))
    assert [(line.place_before, line.place_after, line.difference) for line in change.costs.lines] == [
        (0, 0, Money(300)),
        (None, 1, Money(50)),
        (1, None, Money(-200)),
    ]
    assert change.costs_by(By.CATEGORY) == (
        Difference(CostCategory.STAFF, Money(300)),
        Difference(CostCategory.EQUIPMENT, Money(50)),
        Difference(CostCategory.TRAVEL, Money(-200)),
    )
    assert change.costs_by(By.PARTNER) == (Difference("Alvesta kommun", Money(300)), Difference(None, Money(-150)))
    assert change.costs_by(By.YEAR) == (Difference(2025, Money(100)), Difference(2026, Money(50)))
    assert not change.is_empty


def test_a_flat_rate_moves_with_its_base() -> None:
    """40 per cent of staff moves by 120 when staff moves by 300, though its own line stays as it is."""
    flat = Cost(CostCategory.OTHER, FlatRate(Rate.of_percent(40), [CostCategory.STAFF]))
    more = attrs.evolve(STAFF, basis=ActualCost(Money(1300)))
    change = diff(Budget([STAFF, flat]), Budget([more, flat]))
    assert change.costs_by(By.CATEGORY) == (
        Difference(CostCategory.STAFF, Money(300)),
        Difference(CostCategory.OTHER, Money(120)),
    )


def test_lines_that_change_places_move_no_money() -> None:
    """The same lines in another order are a change of places, of nothing else."""
    change = diff(Budget([STAFF, TRAVEL]), Budget([TRAVEL, STAFF]))
    [moved] = change.costs.lines
    assert moved.difference == Money(0)
    assert change.costs_by(By.CATEGORY) == ()
    assert apply(change, Budget([STAFF, TRAVEL])).costs == (TRAVEL, STAFF)


def test_an_amount_nobody_knows_moves_by_what_nobody_knows() -> None:
    """A contribution of unknown amount that comes to light leaves its difference open, and not at nothing."""
    unknown = attrs.evolve(OWN, amount=None)
    change = diff(Budget(financing=[unknown]), Budget(financing=[OWN]))
    [line] = change.financing.lines
    assert line.difference == Bounds.at_most(Money(460))
    assert diff(Budget(), Budget(financing=[unknown])).financing_by(By.PHASE) == (Difference("Analys", None),)
    revenue = Cost(CostCategory.REVENUE, ActualCost())
    assert diff(Budget(), Budget([revenue])).costs_by(By.CATEGORY) == (Difference(CostCategory.REVENUE, None),)


def test_what_was_added_and_taken_away_leaves_no_trace() -> None:
    """Joined, an added line that is later removed is no change."""
    small, large = Budget([STAFF]), Budget([STAFF, TRAVEL])
    assert diff(small, large).then(diff(large, small)).is_empty
    assert diff(large, small).then(diff(small, large)).costs.lines != ()


def test_a_change_is_of_one_budget() -> None:
    """A change is applied to, and joined with, nothing but what it was made of."""
    change = diff(Budget([STAFF], total=Money(1)), Budget([TRAVEL], total=Money(2)))
    with pytest.raises(InvalidValue, match="apply it to the budget it was made of"):
        apply(change, Budget([STAFF], total=Money(3)))
    with pytest.raises(InvalidValue, match="costs 2 is not what the change starts from"):
        apply(change, Budget([STAFF, STAFF], total=Money(1)))
    with pytest.raises(InvalidValue, match=r"costs\[0\] is not what the change starts from"):
        apply(change, Budget([TRAVEL], total=Money(1)))
    with pytest.raises(InvalidValue, match="total"):
        change.then(change)
    with pytest.raises(InvalidValue, match="lines 2 is not what the change starts from"):
        diff(Budget(), Budget([STAFF, TRAVEL])).then(diff(Budget([STAFF]), Budget()))


def test_budgets_in_two_currencies_have_no_difference() -> None:
    """Kronor and euros are not compared; what is no budget is told."""
    with pytest.raises(InvalidValue, match="another currency"):
        diff(Budget(total=Money(1)), Budget(total=Money(1, "EUR")))
    with pytest.raises(TypeError, match="after must be Budget"):
        diff(Budget(), None)  # type: ignore[call-overload]


def test_an_unknown_label_is_told() -> None:
    """Costs have no funder and financing no category; the labels there are stand in the message."""
    with pytest.raises(InvalidValue, match=r"key .*FUNDER.* is not stated of the costs of a budget; choose one of"):
        diff(Budget(), Budget()).costs_by(By.FUNDER)
    with pytest.raises(InvalidValue, match=r"key .*CATEGORY.* is not stated of the financing"):
        diff(Budget(), Budget()).financing_by(By.CATEGORY)
    with pytest.raises(TypeError, match="key must be By, not str"):
        diff(Budget(), Budget()).costs_by("category")  # type: ignore[arg-type]


def test_what_is_no_change_and_no_budget_is_told() -> None:
    """A project is no budget, and a budget no change."""
    change = diff(Budget(), Budget())
    for wrong, named in (
        (lambda: apply(Budget(), Budget()), "change must be BudgetChange, not Budget"),  # type: ignore[arg-type]
        (lambda: apply(change, None), "budget must be Budget, not NoneType"),  # type: ignore[arg-type]
        (lambda: change.then(Budget()), "later must be BudgetChange, not Budget"),  # type: ignore[arg-type]
    ):
        with pytest.raises(TypeError, match=named):
            wrong()


def test_changes_made_by_hand_are_checked() -> None:
    """A line with no place, and places that are not those of two lists, are refused."""
    with pytest.raises(InvalidValue, match="line does not fit two lists of lines"):
        LineChange(place_before=0, after=STAFF)
    with pytest.raises(InvalidValue, match="line does not fit two lists of lines"):
        LineChange[Cost]()
    added = LineChange(place_after=0, after=STAFF)
    with pytest.raises(InvalidValue, match="length_before -1 is negative; give zero or more"):
        LineChanges[Cost](length_before=-1, length_after=-1)
    removed = added.inverse
    moved = LineChange(place_before=0, before=STAFF, place_after=1, after=STAFF)
    for lines, before, after in (
        ((added, added), 0, 2),
        ((removed, removed), 2, 0),
        ((moved, attrs.evolve(moved, place_after=0)), 2, 2),
        ((moved, attrs.evolve(moved, place_before=1)), 2, 2),
        ((added,), 0, 0),
        ((removed,), 0, 0),
        ((added,), 1, 1),
    ):
        with pytest.raises(InvalidValue, match="lines does not fit two lists of lines"):
            LineChanges(lines=lines, length_before=before, length_after=after)


def test_lines_and_lengths_are_what_they_are_called() -> None:
    """Lines are changes of lines, and lengths are whole numbers."""
    wrong: Any = "1"
    with pytest.raises(TypeError, match=r"lines\[0\] must be LineChange, not str"):
        LineChanges(lines=[wrong])
    for length in ("length_before", "length_after"):
        with pytest.raises(TypeError, match=f"{length} must be int, not str"):
            LineChanges(**{length: wrong})


def test_whether_the_list_is_the_whole_is_part_of_a_change() -> None:
    """A list that is said to be the whole is another budget: the change says so, and applies to no other."""
    open_list = Budget(financing=[OWN])
    whole = attrs.evolve(open_list, complete=True)
    change = diff(open_list, whole)
    assert not change.is_empty
    assert apply(change, open_list) == whole
    assert apply(change.inverse, whole) == open_list
    assert change.then(change.inverse).is_empty
    with pytest.raises(InvalidValue, match="complete"):
        apply(change, whole)
    with pytest.raises(InvalidValue, match="complete"):
        change.then(change)
