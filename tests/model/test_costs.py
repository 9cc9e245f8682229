from __future__ import annotations

import copy
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import ActualCost, Bounds, Cost, CostCategory, FlatRate, InvalidValue, LumpSum, Money, Rate, UnitCost
from esfmodel.testing import costs

if TYPE_CHECKING:
    from collections.abc import Callable

unit_cost = cast("Callable[..., UnitCost]", UnitCost)


@given(costs())
def test_a_line_costs_what_its_basis_says(cost: Cost) -> None:
    """The amount of a line is the one stated with its basis, whatever the basis; else price times units."""
    computed = cost.basis.computed if isinstance(cost.basis, UnitCost) else None
    assert cost.amount == (computed if cost.basis.amount is None else cost.basis.amount)
    same = copy.copy(cost.basis)
    assert getattr(same, "computed", None) == computed


@given(st.decimals(0, 10**6, places=3))
def test_units_are_given_as_number_or_text(units: Decimal) -> None:
    """A number of units is kept as exactly as it is given."""
    assert UnitCost(Money(500), units).units == UnitCost(Money(500), f"{units:f}").units == units


def test_whole_units_are_given_as_whole_numbers() -> None:
    """1720 hours are 1720 hours."""
    assert UnitCost(Money("674.80"), 1720).units == Decimal(1720)
    assert UnitCost(Money("674.80"), 1720).unit == "hour"


@pytest.mark.parametrize(
    "units", ["", ".", "-1", "1,5", "1e5", "NaN", "Infinity", " 1", "1_000", "١٢", "１２", "1.2.3", "9" * 10_000_000]
)
def test_units_that_are_no_plain_number_are_refused(units: str) -> None:
    """Only digits and a point are read, and no text is read at length."""
    with pytest.raises(InvalidValue) as refused:
        unit_cost(Money(500), units)
    assert refused.value.place == "units"
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize(
    "units",
    [Decimal(-1), -1, Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity"), Decimal("1e400"), Decimal("1e-400")],
)
def test_units_that_nobody_can_count_are_refused(units: Decimal | int) -> None:
    """A number of units is finite, not negative and of a size that occurs."""
    with pytest.raises(InvalidValue, match="is not a number of units; give a number from 0"):
        unit_cost(Money(500), units)


@pytest.mark.parametrize("units", [1.5, True, None, b"1"])
def test_units_of_another_type_are_refused(units: object) -> None:
    """A float cannot hold a tenth of an hour."""
    with pytest.raises(TypeError, match="units must be Decimal, int or str"):
        unit_cost(Money(500), units)


def test_price_and_amount_are_in_one_currency() -> None:
    """A price in kronor gives no amount in euro."""
    with pytest.raises(InvalidValue, match="amount 'EUR' is another currency than SEK") as refused:
        UnitCost(Money(500), 2, amount=Money(1_000, "EUR"))
    assert refused.value.place == "amount"


def test_bounds_of_one_amount_are_the_amount() -> None:
    """An amount known to be at least and at most 5 kronor is 5 kronor."""
    assert type(ActualCost(Bounds(Money(5), Money(5))).amount) is Money
    assert ActualCost(Bounds.over(Money(5))).amount == Bounds.over(Money(5))


@pytest.mark.parametrize("basis", [LumpSum(), FlatRate(Rate(0), []), UnitCost(Money(1), 1)])
def test_only_actual_costs_are_known_within_bounds(basis: LumpSum | FlatRate | UnitCost) -> None:
    """Lump sums, flat rates and unit costs are agreed, so that their amount is exact or not stated."""
    bounds: Any = Bounds.over(Money(5))
    with pytest.raises(TypeError, match="amount must be Money or None, not Bounds"):
        attrs.evolve(basis, amount=bounds)


def test_a_cost_has_a_basis() -> None:
    """An amount alone is no basis: nobody would know whether it was incurred or agreed."""
    with pytest.raises(TypeError, match="basis must be ActualCost or UnitCost or FlatRate or LumpSum, not Money"):
        cast("Callable[..., Cost]", Cost)(CostCategory.STAFF, Money(5))
