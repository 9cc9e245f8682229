from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

import pytest
from hypothesis import find, given
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from esfmodel.testing import (
    bounds_of_money,
    bounds_of_rates,
    currencies,
    flat_rates,
    money,
    organisation_numbers,
    postal_codes,
    rates,
)
from esfmodel.testing._figures import ENDS, some_of
from esfmodel.values.bounds import Bounds
from esfmodel.values.currencies import MINOR_DIGITS
from esfmodel.values.money import Money, Rate
from esfmodel.values.organisation_number import OrganisationNumber
from esfmodel.values.postal_code import PostalCode

LARGEST = 10**18 - 1

some_limits = st.tuples(st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6)).map(sorted)
some_rates = st.tuples(
    rates(Rate.of_percent(-200), Rate.of_percent(200)), rates(Rate.of_percent(-200), Rate.of_percent(200))
).map(sorted)


@given(st.data(), currencies(), some_limits)
def test_amounts_are_drawn_within_the_limits(data: st.DataObject, currency: str, limits: list[int]) -> None:
    """Who asks for amounts of one currency between two limits gets no others, alone or as the ends of bounds."""
    low, high = limits
    amount = data.draw(money(currency, min_amount=low, max_amount=high))
    bounds = data.draw(bounds_of_money(currency, min_amount=low, max_amount=high))
    for end in (amount, bounds.low, bounds.high):
        assert end is None or Money(low, currency) <= end <= Money(high, currency)


@given(st.data(), some_rates)
def test_shares_are_drawn_within_the_limits(data: st.DataObject, limits: list[Rate]) -> None:
    """Who asks for shares between two gets no others, alone or as the ends of bounds."""
    low, high = limits
    share = data.draw(rates(low, high))
    bounds = data.draw(bounds_of_rates(low, high))
    for end in (share, bounds.low, bounds.high):
        assert end is None or low <= end <= high


@given(money(whole=True), money("JPY"))
def test_whole_amounts_have_no_ore(amount: Money, yen: Money) -> None:
    """Asked for whole kronor, nobody gets öre; yen have none anyway."""
    assert amount.is_whole
    assert yen.is_whole


@given(money(), money("KWD"))
def test_drawn_amounts_leave_room_for_sums(amount: Money, dinars: Money) -> None:
    """Hundreds of what is drawn by default add up, also where there are a thousand smallest units."""
    for each in (amount, dinars):
        assert each * 900 == sum([each] * 900, Money(0, each.currency))


@pytest.mark.parametrize(
    ("minimum", "maximum"),
    [(10**14, None), (None, -(10**14)), (None, 10**17), (-(10**17), None), (Decimal("0.01"), Decimal("0.02"))],
    ids=str,
)
def test_limits_beyond_what_is_usual_are_kept(minimum: int | Decimal | None, maximum: int | Decimal | None) -> None:
    """Who asks for larger amounts than the Union has gets them, as far as amounts go."""
    amount = find(money("SEK", min_amount=minimum, max_amount=maximum), lambda _: True)
    assert minimum is None or amount.as_fraction() >= Fraction(minimum)
    assert maximum is None or amount.as_fraction() <= Fraction(maximum)
    assert abs(amount.minor) <= LARGEST


def test_limits_the_wrong_way_round_are_refused() -> None:
    """Nothing lies between ten and five, and Hypothesis says so."""
    with pytest.raises(InvalidArgument):
        find(money("SEK", min_amount=10, max_amount=5), lambda _: True)


@pytest.mark.parametrize("currency", ["SEK", "DKK", "AED", "JPY", "ZWG"])
def test_any_currency_can_be_drawn(currency: str) -> None:
    """Kronor and euro come first, and the rarest are not left out."""
    assert find(currencies(), lambda code: code == currency) == currency


@given(currencies())
def test_a_currency_is_one_of_the_table(currency: str) -> None:
    """Every code drawn is one an amount may be in."""
    assert currency in MINOR_DIGITS


def test_what_fails_shrinks_to_what_a_person_would_try() -> None:
    """The smallest example is no kronor, one öre, 0 %, one per cent of a per cent, and bounds with one end."""
    assert find(money(), lambda _: True) == Money(0)
    assert find(money(), lambda amount: not amount.is_whole) == Money("0.01")
    assert find(money(), lambda amount: amount.minor < 0) == Money(-1)
    assert find(money(), lambda amount: amount.currency != "SEK") == Money(0, "EUR")
    assert find(rates(), lambda _: True) == Rate(0)
    assert find(rates(), lambda share: share > Rate(0)) == Rate.of_percent("0.01")
    assert find(rates(), lambda share: share.percent is None).fraction.denominator == 3
    assert find(bounds_of_money(), lambda _: True) == Bounds.at_least(Money(0))
    assert find(bounds_of_rates(), lambda _: True) == Bounds.at_least(Rate(0))


@pytest.mark.parametrize("low_included", [True, False])
@pytest.mark.parametrize("high_included", [True, False])
def test_every_kind_of_bounds_is_drawn(low_included: bool, high_included: bool) -> None:
    """Two ends in each of four ways, one end in each of four ways, and a single possible figure."""

    def two_ended(bounds: Bounds[Money] | Bounds[Rate]) -> bool:
        ends = bounds.low is not None and bounds.high is not None
        return ends and (bounds.low_included, bounds.high_included) == (low_included, high_included)

    assert two_ended(find(bounds_of_money(), two_ended))
    assert two_ended(find(bounds_of_rates(), two_ended))
    amounts = find(bounds_of_money(), lambda bounds: bounds.high is None and bounds.low_included == low_included)
    assert amounts.low == Money(0)
    shares = find(bounds_of_rates(), lambda bounds: bounds.low is None and bounds.high_included == high_included)
    assert shares.high == Rate(0)


@pytest.mark.parametrize(
    ("low_included", "high_included", "room"), [(True, True, 0), (False, True, 1), (True, False, 1), (False, False, 2)]
)
def test_amounts_known_to_the_ore_are_drawn(low_included: bool, high_included: bool, room: int) -> None:
    """Bounds with just one possible figure are drawn however that is said."""

    def tight(bounds: Bounds[Money]) -> bool:
        included = (bounds.low_included, bounds.high_included) == (low_included, high_included)
        return included and bounds.known is not None

    ends = money("SEK", min_amount=0, max_amount=Decimal("0.02"))
    assert find(ends, lambda amount: amount.minor == room).minor == room
    known = find(bounds_of_money("SEK", min_amount=0, max_amount=Decimal("0.02")), tight)
    assert known.known is not None


def test_the_largest_amount_that_there_is_can_be_drawn() -> None:
    """Who asks for 9 999 999 999 999 999.99 kr gets it: no amount is larger."""
    largest = Decimal(LARGEST).scaleb(-2)
    assert find(money("SEK", min_amount=largest), lambda _: True) == Money(largest)
    assert find(money("SEK", max_amount=-largest), lambda _: True) == Money(-largest)


def test_numbers_and_codes_shrink_to_the_lowest_that_are_drawn() -> None:
    """An organisation number has its first digits 10 and third 2, and a postal code begins with 10."""
    assert find(organisation_numbers(), lambda _: True) == OrganisationNumber("102000-0004")
    assert find(postal_codes(), lambda _: True) == PostalCode("100 00")
    assert find(flat_rates("SEK"), lambda rate: rate.amount is not None).amount == Money(0)


@pytest.mark.parametrize("low_included", [True, False])
@pytest.mark.parametrize("high_included", [True, False])
def test_the_ends_of_bounds_are_stated_in_every_way(low_included: bool, high_included: bool) -> None:
    """Two ends are each included or not; the end that is missing counts as included."""
    both = ((True, True), low_included, high_included)
    assert ENDS.count(both) == 1
    assert ENDS.count(((True, False), low_included, True)) == 1
    assert ENDS.count(((False, True), True, high_included)) == 1
    assert len(ENDS) == 8


def test_what_is_drawn_seldom_has_been_chosen_twice() -> None:
    """Of two numbers that choose fields by their bits, a field is drawn when both do; usually one is enough."""
    numbers = st.integers(0, 3)
    fields = {"name": numbers, "place": numbers}

    def some(*drawn: int, seldom: bool) -> dict[str, Any]:
        following = iter(drawn)
        return some_of(cast("st.DrawFn", lambda _strategy: next(following)), fields, seldom=seldom)

    assert some(0b11, 8, 9, seldom=False) == {"name": 8, "place": 9}
    assert some(0b11, 0b10, 9, seldom=True) == {"place": 9}
    assert some(0b01, 0b10, seldom=True) == {}
    assert some(0, seldom=True) == {}
