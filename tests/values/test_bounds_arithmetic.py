from __future__ import annotations

import copy
import itertools
import operator
import pickle
from fractions import Fraction
from functools import reduce
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import NotKnown
from esfmodel.testing import bounds_of_rates, rates
from esfmodel.values.bounds import Bounds
from esfmodel.values.money import Money, Rate
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Callable

    Act = Callable[[Any, Any], object]

FAR = 40


def of_minors(low: int | None, high: int | None, low_included: bool, high_included: bool) -> Bounds[Money]:
    """Make bounds of ends in öre."""
    ends = [None if end is None else Money.of_minor(end) for end in (low, high)]
    return Bounds(ends[0], ends[1], low_included=low_included, high_included=high_included)


def refusal(one: Bounds[Money] | Bounds[Rate], other: Bounds[Money] | Bounds[Rate], act: Act = operator.add) -> str:
    """Return the message with which a sum or a difference is not known."""
    with pytest.raises(NotKnown) as caught:
        act(one, other)
    return str(caught.value)


def two_ended(low: int, room: int, low_included: bool, high_included: bool) -> Bounds[Money]:
    """Make bounds of two ends with so many öre of room between them."""
    excluded = (not low_included) + (not high_included)
    return of_minors(low, low + room + excluded, low_included, high_included)


minors = st.integers(-8, 8)
few_bounds: st.SearchStrategy[Bounds[Money]] = st.one_of(
    st.builds(of_minors, minors, st.none(), st.booleans(), st.booleans()),
    st.builds(of_minors, st.none(), minors, st.booleans(), st.booleans()),
    st.builds(two_ended, minors, st.integers(0, 6), st.booleans(), st.booleans()),
)
few_amounts = minors.map(Money.of_minor)


def all_in(bounds: Bounds[Money], far: int) -> frozenset[int]:
    """Find the amounts within bounds, in öre, as far out as asked."""
    return frozenset(minor for minor in range(-far, far + 1) if Money.of_minor(minor) in bounds)


def excluded_ends(*several: Bounds[Money]) -> int:
    """Count the ends that are there and not themselves possible."""
    return sum(
        (bounds.low is not None and not bounds.low_included) + (bounds.high is not None and not bounds.high_included)
        for bounds in several
    )


def check_sum(one: Bounds[Money], other: Bounds[Money], total: Bounds[Money]) -> None:
    """Check that a sum holds every sum of figures, and ends where these do."""
    sums = {a + b for a, b in itertools.product(all_in(one, FAR), all_in(other, FAR))}
    assert sums <= all_in(total, 2 * FAR)
    # Each end that is excluded moves the nearest sum one öre away from the end of the sum.
    slack = excluded_ends(one, other)
    assert (total.low is None) == (one.low is None or other.low is None)
    assert (total.high is None) == (one.high is None or other.high is None)
    assert total.low is None or min(sums) - total.low.minor <= slack
    assert total.high is None or total.high.minor - max(sums) <= slack


@given(few_bounds, few_bounds)
def test_a_sum_of_bounds_holds_every_sum_and_ends_with_them(one: Bounds[Money], other: Bounds[Money]) -> None:
    """Tried with every amount: each sum lies inside, and each end is reached but for one öre an excluded end."""
    if (one.low is None or other.low is None) and (one.high is None or other.high is None):
        assert "may be anything" in refusal(one, other)
    else:
        check_sum(one, other, one + other)
        assert one + other == other + one


@given(few_bounds, few_bounds)
def test_a_difference_of_bounds_holds_every_difference(one: Bounds[Money], other: Bounds[Money]) -> None:
    """To subtract bounds is to add them with the other sign."""
    if (one.low is None or other.high is None) and (one.high is None or other.low is None):
        assert "may be anything" in refusal(one, other, operator.sub)
    else:
        check_sum(one, -other, one - other)


@given(few_bounds, few_amounts)
def test_an_exact_amount_moves_the_bounds(bounds: Bounds[Money], amount: Money) -> None:
    """Exactly the sums and differences with an exact amount are possible, on either side."""
    figures = all_in(bounds, FAR)
    near = range(-FAR // 2, FAR // 2)
    for result, expected in (
        (bounds + amount, {figure + amount.minor for figure in figures}),
        (amount + bounds, {figure + amount.minor for figure in figures}),
        (bounds - amount, {figure - amount.minor for figure in figures}),
        (amount - bounds, {amount.minor - figure for figure in figures}),
        (-bounds, {-figure for figure in figures}),
    ):
        assert all_in(result, FAR) & set(near) == expected & set(near)


@given(few_bounds)
def test_the_sign_changed_twice_is_as_before(bounds: Bounds[Money]) -> None:
    """To change the sign is its own inverse."""
    opposite = -bounds
    assert -opposite == bounds


def near(end: Rate, other_end: Rate | None, included: bool, inwards: int, eps: Fraction) -> Rate:
    """Find a share within bounds that is no further than `eps` from an end."""
    if included:
        return end
    step = eps if other_end is None else min(eps, abs(other_end.fraction - end.fraction) / 2)
    return Rate(end.fraction + inwards * step)


def near_low(bounds: Bounds[Rate], eps: Fraction) -> Rate:
    """Find a share within bounds that is no further than `eps` above the low end."""
    assert bounds.low is not None
    return near(bounds.low, bounds.high, bounds.low_included, 1, eps)


def near_high(bounds: Bounds[Rate], eps: Fraction) -> Rate:
    """Find a share within bounds that is no further than `eps` below the high end."""
    assert bounds.high is not None
    return near(bounds.high, bounds.low, bounds.high_included, -1, eps)


def some_in(bounds: Bounds[Rate]) -> st.SearchStrategy[Rate]:
    """Draw a share within bounds."""
    far = Rate.of_percent(500)
    low = bounds.low if bounds.low is not None else exact_end(bounds.high) - far
    high = bounds.high if bounds.high is not None else exact_end(bounds.low) + far
    inside = rates(low, high).filter(lambda share: share in bounds)
    middle = Rate((low.fraction + high.fraction) / 2)
    return st.one_of(st.just(middle), inside)


def exact_end(end: Rate | None) -> Rate:
    """Return an end that is there."""
    assert end is not None
    return end


@given(bounds_of_rates(), bounds_of_rates(), st.data(), st.integers(1, 10**9))
def test_a_sum_of_shares_is_sound_and_tight(
    one: Bounds[Rate], other: Bounds[Rate], data: st.DataObject, precision: int
) -> None:
    """Every sum lies inside, and as near an end of the sum as one likes lies the sum of two possible shares."""
    if (one.low is None or other.low is None) and (one.high is None or other.high is None):
        assert "may be anything" in refusal(one, other)
        return
    total, eps = one + other, Fraction(1, precision)
    assert data.draw(some_in(one)) + data.draw(some_in(other)) in total
    if total.low is not None:
        least = near_low(one, eps / 2) + near_low(other, eps / 2)
        assert least in total
        assert (least - total.low).fraction <= eps
        assert total.low_included == (total.low in total) == (one.low_included and other.low_included)
    if total.high is not None:
        greatest = near_high(one, eps / 2) + near_high(other, eps / 2)
        assert greatest in total
        assert (total.high - greatest).fraction <= eps
        assert total.high_included == (total.high in total) == (one.high_included and other.high_included)


@given(bounds_of_rates(), rates())
def test_the_complement_holds_what_is_left(bounds: Bounds[Rate], rate: Rate) -> None:
    """A share is possible exactly when its complement is, and the complement of the complement is as before."""
    assert (rate in bounds) == (rate.complement in bounds.complement)
    assert bounds.complement.complement == bounds


step_and_times = st.tuples(st.integers(1, 30), st.integers(-5, 5))


@given(step_and_times)
def test_rounded_holds_exactly_the_amounts_printed_so(drawn: tuple[int, int]) -> None:
    """Tried with every amount around: those in the bounds round to the figure, and no other does."""
    step, times = drawn
    bounds = Bounds.rounded(Money.of_minor(step * times), Money.of_minor(step))
    for minor in range((abs(times) + 2) * -step, (abs(times) + 2) * step + 1):
        printed = Rounding.WHOLE_HALF_UP.to_integer(Fraction(minor, step))
        assert (Money.of_minor(minor) in bounds) == (printed == times)


@given(
    rates(Rate(Fraction(1, 1000)), Rate.of_percent(200)), st.integers(-5, 5), st.integers(-12, 12), st.fractions(-1, 1)
)
def test_rounded_holds_exactly_the_shares_printed_so(step: Rate, times: int, quarters: int, by: Fraction) -> None:
    """Tried on and around the halves between steps: what is in the bounds rounds to the figure, nothing else does."""
    bounds = Bounds.rounded(Rate(step.fraction * times), step)
    for number in (Fraction(quarters, 4), times + Fraction(quarters, 4), times + by):
        printed = Rounding.WHOLE_HALF_UP.to_integer(number)
        assert (Rate(step.fraction * number) in bounds) == (printed == times)


def test_twenty_four_millions_by_hand() -> None:
    """24 484 775 and 23 500 000 are printed as 24 millions, 24 500 000 as 25."""
    bounds = Bounds.rounded(Money(24_000_000), Money(1_000_000))
    assert Money(24_484_775) in bounds
    assert Money(23_500_000) in bounds
    assert Money(24_500_000) not in bounds
    assert Money("24499999.99") in bounds
    assert Bounds.rounded(Money(-1), Money(1)) == Bounds(Money("-1.50"), Money("-0.50"), low_included=False)


def test_nothing_is_printed_for_less_than_half_by_hand() -> None:
    """0 millions is less than half a million, on either side; a step of one öre leaves the figure itself."""
    assert Bounds.rounded(Money(0), Money(1)) == Bounds(Money("-0.49"), Money("0.49"))
    assert Bounds.rounded(Money("0.05"), Money("0.01")) == Money("0.05")
    assert Bounds.rounded(Rate.of_percent(0), Rate.of_percent(1)) == Bounds(
        Rate.of_percent("-0.5"), Rate.of_percent("0.5"), low_included=False, high_included=False
    )


def test_kompetenskompassen_by_hand() -> None:
    """Over 12 of under 29 kronor leave at most 16.98, an öre off each end; a share over 12/29 leaves under 17/29."""
    assert Bounds.under(Money(29)) - Bounds.over(Money(12)) == Bounds.at_most(Money("16.98"))
    assert Bounds.over(Rate(Fraction(12, 29))).complement == Bounds.under(Rate(Fraction(17, 29)))


@pytest.mark.parametrize(
    ("one", "other"),
    [(Bounds.over(Money(5)), Bounds.over(Money(3))), (Bounds.at_least(Money("5.01")), Bounds.at_least(Money("3.01")))],
)
def test_equal_bounds_have_equal_sums(one: Bounds[Money], other: Bounds[Money]) -> None:
    """Over 5 kronor is at least 5.01, and whichever is written, over 5 and over 3 are at least 8.02 together."""
    assert one + other == Bounds.at_least(Money("8.02"))
    assert one + Money(3) == Bounds.over(Money(8))
    assert one + Bounds.at_least(Money(3)) == Bounds.over(Money(8))
    assert -one - other == Bounds.at_most(Money("-8.02"))
    assert Bounds.over(Money(5, "JPY")) + Bounds.over(Money(3, "JPY")) == Bounds.at_least(Money(10, "JPY"))


@pytest.mark.parametrize("times", [2, 3, 17])
def test_a_sum_is_said_as_people_say_it(times: int) -> None:
    """However many amounts are over 5 kronor, they are over so many fives; what somebody stated to the öre stays so."""
    over, under = Bounds.over(Money(5)), Bounds.under(Money(5))
    total, most = reduce(operator.add, [over] * times), reduce(operator.add, [under] * times)
    assert total.low == Money(5 * times) + Money.of_minor(times - 1)
    assert total.as_said == Bounds.over(Money(5 * times))
    assert (-total).as_said == Bounds.under(Money(-5 * times))
    assert most.as_said == Bounds.under(Money(5 * times))
    assert (Money(100) - most).as_said == Bounds.over(Money(100 - 5 * times))
    stated = Bounds.over(Money("5.01"))
    assert (stated + Money(1)).as_said == Bounds.over(Money("6.01"))
    assert Bounds.at_least(Money("5.01")).as_said == Bounds.at_least(Money("5.01"))
    assert copy.deepcopy(total).as_said == pickle.loads(pickle.dumps(total)).as_said == total.as_said  # noqa: S301


def test_shares_keep_the_ends_that_are_only_approached() -> None:
    """Over 5 per cent and over 3 are over 8: between two shares there is always a third."""
    five, three = Rate.of_percent(5), Rate.of_percent(3)
    assert Bounds.over(five) + Bounds.over(three) == Bounds.over(Rate.of_percent(8))


def test_a_sum_that_may_be_anything_says_so() -> None:
    """At least 5 and at most 7 add up to anything, and the error says what to do."""
    assert refusal(Bounds.at_least(Money(5)), Bounds.at_most(Money(7))) == (
        "the sum of at least SEK\N{NO-BREAK SPACE}5 and at most SEK\N{NO-BREAK SPACE}7 may be anything; "
        "add up the ends you need instead"
    )
