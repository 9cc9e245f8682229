from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    Budget,
    Claim,
    Contribution,
    CostCategory,
    Decision,
    DecisionKind,
    Funder,
    FundingSource,
    Ledger,
    Limit,
    LimitBase,
    Money,
    NotKnown,
    Rate,
)
from grants import HUNDRED, claims_of, cost, granted

STAFF = CostCategory.STAFF
IN_KIND = CostCategory.IN_KIND
PUBLIC = Funder(source=FundingSource.OWN_PUBLIC)
PRIVATE = Funder(source=FundingSource.OWN_PRIVATE)


def due(decision: Decision, *claims: Claim) -> list[Money]:
    """Return the support due after each claim."""
    return [row.support_so_far for row in Ledger(decision, claims).claims]


def test_two_bases_at_once() -> None:
    """A share of the actual costs binds when much is in kind, a share of the total cost when little is."""
    decision = granted(
        Limit.of_rate(Rate.of_percent(38), LimitBase.TOTAL_COST),
        Limit.of_rate(Rate.of_percent(60), LimitBase.ACTUAL_COST),
        union=Money(40),
    )
    in_kind = Claim(1, costs=[cost(10), cost(30, IN_KIND)])
    rows = Ledger(decision, [in_kind, Claim(2, costs=[cost(60)])]).claims
    assert [row.support_so_far for row in rows] == [Money(6), Money(38)]
    bases = [row.binding.limit.base if row.binding and row.binding.limit else None for row in rows]
    assert bases == [LimitBase.ACTUAL_COST, LimitBase.TOTAL_COST]
    assert [limit.base for limit in rows[1].limits] == [Money(100), None, Money(100), Money(70)]


def test_a_limit_binds_the_unions_money() -> None:
    """Where three quarters of the support are the Union's, support may exceed the limit on it by a third."""
    decision = granted(
        Limit.of_amount(Money(24)), Limit.of_rate(Rate.of_percent(29), LimitBase.TOTAL_COST), union=Money(30)
    )
    assert due(decision, *claims_of([50, 50])) == [Money("19.33"), Money(32)]


def test_public_money_is_the_support_and_what_stands_beside_it() -> None:
    """At most half of the public money: as much as the public bodies bring; private money does not count."""
    decision = granted(Limit.of_rate(Rate.of_percent(50), LimitBase.PUBLIC_FINANCING), union=Money(40))
    financing = [Contribution(PUBLIC, Money(15)), Contribution(PRIVATE, Money(45))]
    assert due(decision, Claim(1, costs=[cost(100)], financing=financing)) == [Money(15)]


def test_the_unions_share_of_public_money_leaves_room_for_the_states() -> None:
    """With three quarters of the support from the Union, half of the public money is twice what stands beside it."""
    decision = granted(Limit.of_rate(Rate.of_percent(50), LimitBase.PUBLIC_FINANCING), union=Money(30))
    assert due(decision, Claim(1, costs=[cost(100)], financing=[Contribution(PUBLIC, Money(10))])) == [Money(20)]


@pytest.mark.parametrize("base", [LimitBase.ACTUAL_COST, LimitBase.PUBLIC_FINANCING])
def test_nothing_is_due_where_a_base_falls_below_nothing(base: LimitBase) -> None:
    """Where revenue exceeds the actual costs, or public money was taken back, no support is due."""
    decision = granted(Limit.of_rate(Rate.of_percent(50), base), union=Money(40))
    costs = [cost(10, IN_KIND), cost(-5, CostCategory.REVENUE)]
    row = Ledger(decision, [Claim(1, costs=costs, financing=[Contribution(PUBLIC, Money(-5))])]).claims[0]
    assert (row.support, row.costs_so_far) == (Money(0), Money(5))


@pytest.mark.parametrize("percent", [100, 75])
def test_a_limit_that_cannot_be_exceeded_is_none(percent: int) -> None:
    """Support is never more than the whole of the public money it is part of."""
    limit = Limit.of_rate(Rate.of_percent(percent), LimitBase.PUBLIC_FINANCING)
    decision = granted(limit, union=Money(30))
    assert due(decision, *claims_of([100])) == [Money(40)]
    assert len(Ledger(decision, claims_of([100])).claims[0].limits) == 2


def test_a_limit_on_union_money_where_there_is_none() -> None:
    """A grant of state money alone is under no limit on the Union's."""
    assert due(granted(Limit.of_amount(Money(1)), union=Money(0)), *claims_of([100])) == [Money(40)]


def test_a_limit_out_of_reach_limits_nothing() -> None:
    """A limit that no amount of money could exceed is not looked at."""
    limit = Limit.of_amount(Money(9 * 10**15))
    assert due(granted(limit, union=Money("0.01")), *claims_of([100])) == [Money(40)]


@pytest.mark.parametrize(
    "financing",
    [(), [Contribution(Funder(source=FundingSource.OWN), Money(60))], [Contribution(PUBLIC)], [Contribution.rest()]],
    ids=["nothing said", "which own money", "how much", "who"],
)
def test_a_share_of_unknown_public_money_is_not_known(financing: list[Contribution]) -> None:
    """Where nobody has said how much public money there was, a limit by it cannot be tried."""
    decision = granted(Limit.of_rate(Rate.of_percent(50), LimitBase.PUBLIC_FINANCING), union=Money(40))
    claim = Claim(1, costs=[cost(100)], financing=financing)
    with pytest.raises(NotKnown, match="claim 1 does not say"):
        Ledger(decision, [claim])
    assert due(HUNDRED, claim) == [Money(40)]


def test_an_undivided_grant_is_reckoned_as_far_as_it_goes() -> None:
    """A limit that could bind the Union's part of an undivided grant makes the support unknown; another does not."""
    decision = granted(Limit.of_amount(Money(20)))
    assert due(decision, *claims_of([50])) == [Money(20)]
    with pytest.raises(NotKnown, match="divide the financing of the budget"):
        Ledger(decision, claims_of([51]))


def test_an_amended_budget_of_costs_keeps_the_division_of_the_grant() -> None:
    """Where an amendment says nothing of who pays, the Union's part of the support stays as it was."""
    decision = granted(Limit.of_amount(Money(15)), union=Money(30))
    amended = Decision(DecisionKind.AMENDED, support=Money(40), budget=Budget(total=Money(100)))
    assert Ledger(decision, [amended, *claims_of([100])]).support_so_far == Money(20)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5), st.integers(0, 100), st.integers(0, 60))
def test_no_limit_is_ever_exceeded(amounts: list[tuple[int, int]], percent: int, highest: int) -> None:
    """After any number of claims, the support is at most each limit of the decision by its own terms."""
    rate = Rate.of_percent(percent)
    limits = [
        Limit.of_rate(rate, LimitBase.ACTUAL_COST),
        Limit.of_rate(rate, LimitBase.PUBLIC_FINANCING),
        Limit.of_amount(Money(highest)),
    ]
    claims = [
        Claim(number, costs=[cost(real), cost(given_in_kind, IN_KIND)], financing=[Contribution(PUBLIC, Money(real))])
        for number, (real, given_in_kind) in enumerate(amounts, 1)
    ]
    actual = Money(0)
    for row, (real, _) in zip(Ledger(granted(*limits, union=Money(40)), claims).claims, amounts, strict=True):
        actual += Money(real)
        part = row.support_so_far
        assert part <= rate.apply(actual)
        assert part.as_fraction() <= rate.fraction * (part + actual).as_fraction()
        assert part <= min(Money(highest), Money(40))
