"""The portal's own check of co-financing, tried with the testing kit as its author would."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, find, given, settings

from esfmodel import (
    ActualCost,
    Budget,
    Contribution,
    Cost,
    CostCategory,
    Funder,
    FundingSource,
    Money,
    OwnShare,
    Rate,
)
from esfmodel.testing import budgets
from portal import raises_enough

if TYPE_CHECKING:
    from hypothesis import strategies as st

ASKED = Rate.of_percent(46)
NEAR = budgets("SEK", support_near=Rate.of_percent(54))


def is_enough(budget: Budget) -> bool:
    """Return what the library says of the same share."""
    assert isinstance(budget.own_rate, Rate)
    return OwnShare.at_least(ASKED).met_by(budget.own_rate)


@given(NEAR)
def test_the_check_agrees_with_the_library(budget: Budget) -> None:
    """At the share that the call asks for and one öre beside it, the portal says what the library does."""
    assert raises_enough(budget, ASKED) == is_enough(budget)


@given(budgets("SEK", known="partly", max_lines=2))
def test_what_is_not_known_is_not_judged(budget: Budget) -> None:
    """Of bounds and of nothing the portal says neither yes nor no, unless the library knows exactly."""
    is_known = isinstance(budget.own_contribution, Money) and isinstance(budget.total_cost, Money)
    assert (raises_enough(budget, ASKED) is None) == (not is_known)


@pytest.mark.parametrize("drawn", [NEAR, budgets("SEK", known="everything")], ids=["near", "everything"])
def test_the_planted_fault_is_found_and_shrinks_to_one_line(drawn: st.SearchStrategy[Budget]) -> None:
    """What is exactly enough is refused: shown on one line of a hundred kronor, whatever else was drawn with it."""
    asked = ASKED if drawn is NEAR else Rate.of_percent(60)
    own = 46 if drawn is NEAR else 60
    found = find(
        drawn,
        lambda budget: raises_enough(budget, asked, planted_fault=True) != raises_enough(budget, asked),
        settings=settings(phases=[Phase.generate, Phase.shrink], max_examples=1_000, database=None),
    )
    assert found == Budget(
        [Cost(CostCategory.STAFF, ActualCost(Money(100)))],
        [
            Contribution(Funder(source=FundingSource.EU_AND_STATE), Money(100 - own)),
            Contribution(Funder(source=FundingSource.OWN_PUBLIC), Money(own)),
        ],
    )


def test_a_check_that_takes_state_money_for_own_is_shown_on_one_line() -> None:
    """However many lines it was found with: the one who reads it has nothing to look through."""

    def counts_the_state_as_own(budget: Budget) -> bool:
        granted = {FundingSource.EU, FundingSource.EU_AND_STATE}
        own = [each.amount for each in budget.financing if each.source not in granted]
        total = budget.total_cost
        assert isinstance(total, Money)
        return sum((each.minor for each in own if isinstance(each, Money)), 0) * 100 >= 46 * total.minor

    found = find(
        NEAR,
        lambda budget: counts_the_state_as_own(budget) != is_enough(budget),
        settings=settings(phases=[Phase.generate, Phase.shrink], max_examples=1_000, database=None),
    )
    assert found.costs == (Cost(CostCategory.STAFF, ActualCost(Money(100))),)
    assert [each.amount for each in found.financing] == [Money("53.47"), Money("0.54"), Money("45.99")]
