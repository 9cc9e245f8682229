from __future__ import annotations

import decimal
import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.values.rounding import Rounding

EXACT = decimal.Context(prec=100, traps=[decimal.InvalidOperation])
IN_DECIMAL = {
    "HALF_UP": decimal.ROUND_HALF_UP,
    "HALF_EVEN": decimal.ROUND_HALF_EVEN,
    "DOWN": decimal.ROUND_DOWN,
    "UP": decimal.ROUND_UP,
}

any_rounding = st.sampled_from(Rounding)
integers = st.integers(-(10**20), 10**20)
ties = integers.map(lambda number: Fraction(number, 2))
fractions = st.one_of(ties, st.fractions(-1000, 1000, max_denominator=50), st.fractions(), integers.map(Fraction))


def policy(rounding: Rounding) -> str:
    """Name the policy alone, without what it rounds to."""
    return rounding.name.partition("_")[2]


@given(any_rounding, integers, st.integers(0, 6))
def test_rounding_agrees_with_the_decimal_module(rounding: Rounding, number: int, places: int) -> None:
    """A decimal is rounded as the decimal module does it by the policy of the same name."""
    given = decimal.Decimal(f"{number}E-{places}")
    expected = given.quantize(decimal.Decimal(1), rounding=IN_DECIMAL[policy(rounding)], context=EXACT)
    assert rounding.to_integer(Fraction(given)) == int(expected)


@given(fractions)
def test_rounding_agrees_with_the_fractions_module(exact: Fraction) -> None:
    """Any fraction is cut, raised, and rounded to the nearest as arithmetic on fractions says."""
    assert Rounding.MINOR_DOWN.to_integer(exact) == math.trunc(exact)
    assert abs(Rounding.MINOR_UP.to_integer(exact)) == math.ceil(abs(exact))
    assert Rounding.MINOR_HALF_EVEN.to_integer(exact) == round(exact)
    assert abs(Rounding.MINOR_HALF_UP.to_integer(exact)) == math.floor(abs(exact) + Fraction(1, 2))


@given(any_rounding, fractions)
def test_a_correction_is_rounded_as_the_mirror_image(rounding: Rounding, exact: Fraction) -> None:
    """What is taken back is rounded as what was paid."""
    assert rounding.to_integer(-exact) == -rounding.to_integer(exact)


@given(any_rounding, integers)
def test_a_whole_number_is_left_alone(rounding: Rounding, number: int) -> None:
    """Nothing that comes out even is rounded."""
    assert rounding.to_integer(Fraction(number)) == number


@given(any_rounding, fractions)
def test_rounding_moves_less_than_one(rounding: Rounding, exact: Fraction) -> None:
    """No policy moves a number by a whole unit, and to the nearest by no more than half of one."""
    moved = abs(rounding.to_integer(exact) - exact)
    assert moved < 1
    assert "HALF" not in rounding.name or moved <= Fraction(1, 2)


@pytest.mark.parametrize(
    ("rounding", "of_two_and_a_half", "of_minus_three_and_a_third"),
    [
        (Rounding.MINOR_HALF_UP, 3, -3),
        (Rounding.MINOR_HALF_EVEN, 2, -3),
        (Rounding.MINOR_DOWN, 2, -3),
        (Rounding.MINOR_UP, 3, -4),
        (Rounding.WHOLE_HALF_UP, 3, -3),
        (Rounding.WHOLE_HALF_EVEN, 2, -3),
        (Rounding.WHOLE_DOWN, 2, -3),
        (Rounding.WHOLE_UP, 3, -4),
    ],
)
def test_each_policy_by_hand(rounding: Rounding, of_two_and_a_half: int, of_minus_three_and_a_third: int) -> None:
    """Half up is away from zero, down is towards it, and the even neighbour of 2.5 is 2."""
    assert rounding.to_integer(Fraction(5, 2)) == of_two_and_a_half
    assert rounding.to_integer(Fraction(-10, 3)) == of_minus_three_and_a_third


def test_each_policy_says_what_it_rounds_to() -> None:
    """Half of the policies round to öre and half to whole kronor, and their names say which."""
    assert [rounding.is_whole for rounding in Rounding] == [name.startswith("WHOLE") for name in Rounding.__members__]
    assert sum(rounding.is_whole for rounding in Rounding) == 4
