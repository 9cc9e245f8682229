from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue
from esfmodel.testing import money
from esfmodel.values.money import Money
from esfmodel.values.rounding import Remainder

if TYPE_CHECKING:
    import random

Weight = int | Decimal | Fraction


def decimal_of(number: int, places: int) -> Decimal:
    """Return the decimal with these digits, of which so many are decimals."""
    return Decimal(f"{number}E-{places}")


def around(before: list[Weight], one: Weight, after: list[Weight]) -> list[Weight]:
    """Put one weight among others."""
    return [*before, one, *after]


any_weight: st.SearchStrategy[Weight] = st.one_of(
    st.integers(0, 100),
    st.just(0),
    st.integers(0, 10**30),
    st.builds(decimal_of, st.integers(0, 10**6), st.integers(0, 20)),
    st.fractions(0, 1000),
)
some_weight: st.SearchStrategy[Weight] = st.one_of(
    st.integers(1, 100), st.fractions(min_value=Fraction(1, 1000)), st.just(Decimal("0.01"))
)
# At least one weight above zero, anywhere among the others.
weights = st.builds(
    around,
    st.lists(any_weight, max_size=6),
    some_weight,
    st.lists(any_weight, max_size=6),
)
small = st.builds(Money.of_minor, st.integers(-50, 50))
amounts = st.one_of(small, money())
any_remainder = st.sampled_from(Remainder)


def exact_shares(amount: Money, shares: list[Weight]) -> list[Fraction]:
    """Return what each part would be if öre could be cut, in the smallest unit."""
    whole = sum((Fraction(share) for share in shares), Fraction(0))
    return [amount.minor * Fraction(share) / whole for share in shares]


@given(amounts, weights, any_remainder)
def test_the_parts_of_a_split_sum_to_the_whole(amount: Money, shares: list[Weight], remainder: Remainder) -> None:
    """Nothing is lost and nothing invented, for any weights, places of the remainder, and sign."""
    parts = amount.allocate(shares, remainder=remainder)
    assert len(parts) == len(shares)
    assert sum(parts, Money(0, amount.currency)) == amount


@given(amounts, weights, any_remainder)
def test_each_part_is_less_than_one_ore_from_its_exact_share(
    amount: Money, shares: list[Weight], remainder: Remainder
) -> None:
    """No part is a whole smallest unit off, and one that comes out even is exact."""
    for part, exact in zip(amount.allocate(shares, remainder=remainder), exact_shares(amount, shares), strict=True):
        assert abs(part.minor - exact) < 1
        assert part.minor == exact or exact.denominator > 1


@given(amounts, weights, any_remainder)
def test_a_correction_is_split_as_the_mirror_image(amount: Money, shares: list[Weight], remainder: Remainder) -> None:
    """What is taken back is taken from those who got it."""
    taken = (-amount).allocate(shares, remainder=remainder)
    assert taken == tuple(-part for part in amount.allocate(shares, remainder=remainder))


@given(amounts, weights, st.integers(1, 10**6), any_remainder)
def test_only_the_proportion_of_the_weights_counts(
    amount: Money, shares: list[Weight], times: int, remainder: Remainder
) -> None:
    """Weights in kronor, thousands or per cent split alike."""
    larger: list[Weight] = [Fraction(share) * times for share in shares]
    assert amount.allocate(larger, remainder=remainder) == amount.allocate(shares, remainder=remainder)


@given(amounts, weights, st.randoms(use_true_random=False))
def test_the_largest_remainder_depends_on_the_order_only_where_losses_tie(
    amount: Money, shares: list[Weight], random: random.Random
) -> None:
    """Those who lost more than the last that gains always gain; of those who lost as much, the first in the list do."""
    order = list(range(len(shares)))
    random.shuffle(order)
    shuffled = [shares[index] for index in order]
    for listed in (shares, shuffled):
        exact = [abs(share) for share in exact_shares(amount, listed)]
        whole, lost = [int(share) for share in exact], [share % 1 for share in exact]
        gaining = abs(amount.minor) - sum(whole)
        last = sorted(lost, reverse=True)[gaining - 1] if gaining else Fraction(1)
        left = gaining - sum(each > last for each in lost)
        tied = [index for index, each in enumerate(lost) if each == last][:left]
        expected = [part + (lost[index] > last or index in tied) for index, part in enumerate(whole)]
        assert [abs(part.minor) for part in amount.allocate(listed)] == expected


@pytest.mark.parametrize(
    ("minor", "shares", "parts"),
    [(28, [1, 10, 1], [3, 23, 2]), (28, [10, 1, 1], [24, 2, 2]), (-28, [1, 1, 10], [-3, -2, -23])],
)
def test_equal_losses_go_by_the_order_by_hand(minor: int, shares: list[Weight], parts: list[int]) -> None:
    """28 öre by 1, 10 and 1 are 2.33, 23.33 and 2.33: all lose a third of an öre, and the first listed gets it."""
    assert [part.minor for part in Money.of_minor(minor).allocate(shares)] == parts


@given(amounts, weights, any_remainder)
def test_the_remainder_goes_where_it_is_said(amount: Money, shares: list[Weight], remainder: Remainder) -> None:
    """Those topped up are the first, the last, or those that lost the most, and each by one smallest unit."""
    parts = amount.allocate(shares, remainder=remainder)
    exact = [abs(share) for share in exact_shares(amount, shares)]
    uneven = [index for index, share in enumerate(exact) if share.denominator > 1]
    topped = [index for index in uneven if abs(parts[index].minor) > exact[index]]
    match remainder:
        case Remainder.FIRST:
            expected = uneven[: len(topped)]
        case Remainder.LAST:
            expected = uneven[len(uneven) - len(topped) :]
        case Remainder.LARGEST:
            expected = sorted(sorted(uneven, key=lambda index: -(exact[index] % 1))[: len(topped)])
    assert topped == expected


@pytest.mark.parametrize(
    ("remainder", "parts"),
    [
        (Remainder.LARGEST, ["0.01", "0.02", "0.02"]),
        (Remainder.FIRST, ["0.02", "0.02", "0.01"]),
        (Remainder.LAST, ["0.01", "0.02", "0.02"]),
    ],
)
def test_five_ore_by_hand(remainder: Remainder, parts: list[str]) -> None:
    """Five öre by 10, 14 and 14 are 1.3, 1.8 and 1.8: two öre are left for those named."""
    assert Money("0.05").allocate([10, 14, 14], remainder=remainder) == tuple(map(Money, parts))


def test_a_part_of_no_weight_gets_nothing_by_hand() -> None:
    """A partner without a share gets no remainder either; ten öre in three leave one to the first that is paid."""
    parts = Money("0.10").allocate([0, 1, Fraction(1), Decimal("1.0"), 0], remainder=Remainder.FIRST)
    assert [part.minor for part in parts] == [0, 4, 3, 3, 0]


def test_weights_may_come_from_anywhere() -> None:
    """Any iterable of weights is taken, once."""
    assert Money(10).allocate(weight for weight in (1, 1)) == (Money(5), Money(5))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ([], "weights hold nothing to split by; give at least one weight above zero"),
        ([0], "weights hold nothing to split by; give at least one weight above zero"),
        ([1, -1], "weights[1] -1 is negative; give zero or more"),
        ([Decimal("NaN")], "weights[0] Decimal('NaN') is not a number; give a number, or leave it out"),
        ([Decimal("sNaN")], "weights[0] Decimal('sNaN') is not a number; give a number, or leave it out"),
        ([Decimal("Infinity")], "weights[0] Decimal('Infinity') is not a number; give a number, or leave it out"),
        (
            [Decimal("1E+400")],
            "weights[0] Decimal('1E+400') has more than 64 digits; check it, and round it if it is right",
        ),
    ],
)  # fmt: skip
def test_weights_that_split_nothing_are_refused(given: list[Weight], message: str) -> None:
    """No weights, only zeros, a weight below zero and what is no number split nothing."""
    with pytest.raises(InvalidValue) as caught:
        Money(1).allocate(given)
    assert str(caught.value) == message


def test_a_weight_of_a_million_digits_is_refused() -> None:
    """A weight is read in bounded time."""
    with pytest.raises(InvalidValue, match="has more than 64 digits"):
        Money(1).allocate([Decimal(f"0.{'3' * 1_000_000}"), 1])


@pytest.mark.parametrize("given", [[0.5], [True], ["1"], [None], "12", [Money(1)]], ids=repr)
def test_a_weight_of_a_wrong_type_is_refused(given: list[Weight]) -> None:
    """A float, a bool, text or an amount is no weight."""
    with pytest.raises(TypeError, match=r"^weights\[0\] must be int, Decimal or Fraction, not "):
        Money(1).allocate(given)


def test_the_place_of_the_remainder_is_never_guessed() -> None:
    """The name of a place is not the place."""
    with pytest.raises(TypeError, match=r"^remainder must be a Remainder, not str$"):
        Money(1).allocate([1], remainder="last")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
