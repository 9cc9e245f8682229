"""The rate at which a claim was converted: stated by the caller, of one month, and never another."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import ExchangeRate, InvalidValue, Money, Period, Rounding
from esfmodel.testing import exchange_rates, money

MARCH = ExchangeRate("EUR", "SEK", rate="11.1735", month="2025-03", source="InforEuro")


def test_an_amount_a_reader_can_check() -> None:
    """A thousand euro at 11,1735 kronor are 11 173,50 kronor, and as many kronor are a thousand euro."""
    assert MARCH.convert(Money(1_000, "EUR")) == Money("11173.50")
    assert MARCH.convert(Money("11173.50")) == Money(1_000, "EUR")


def test_halves_go_up_unless_the_caller_says_otherwise() -> None:
    """What does not come out even is rounded half up to the smallest unit, or as the caller chooses."""
    rate = ExchangeRate("EUR", "SEK", rate=2)
    assert rate.convert(Money("0.01")) == Money("0.01", "EUR")
    assert rate.convert(Money("0.01"), rounding=Rounding.MINOR_DOWN) == Money(0, "EUR")


@given(st.data(), exchange_rates("EUR"))
def test_a_conversion_is_the_nearest_amount(data: st.DataObject, rate: ExchangeRate) -> None:
    """The converted amount lies within half a smallest unit of the exact product."""
    given_euro = data.draw(money("EUR", min_amount=-(10**6), max_amount=10**6))
    found = rate.convert(given_euro)
    exact_amount = given_euro.as_fraction() * Fraction(rate.rate)
    assert found.currency == rate.price_currency
    assert abs(found.as_fraction() - exact_amount) <= Fraction(1, 2 * 10**found.digits)
    assert rate.convert(-given_euro) == -found


def test_a_third_currency_has_no_place() -> None:
    """An amount of neither currency is refused, and what is no amount is a wrong type."""
    wrong: Any = 5
    with pytest.raises(InvalidValue, match="is neither EUR nor SEK"):
        MARCH.convert(Money(5, "NOK"))
    with pytest.raises(TypeError, match="money must be a Money"):
        MARCH.convert(wrong)


@pytest.mark.parametrize("wrong", ["0", "-1", "1,5", "1e3", "", "١٢", "1" * 40, Decimal("NaN"), Decimal("1E+99")])
def test_a_rate_is_a_plain_number_above_nothing(wrong: str | Decimal) -> None:
    """A rate that is no number above 0 cannot exist."""
    with pytest.raises(InvalidValue, match="rate"):
        ExchangeRate("EUR", "SEK", rate=wrong)


def test_two_currencies_are_given_by_their_codes() -> None:
    """A currency has no price in itself, and a code nobody knows is refused."""
    with pytest.raises(InvalidValue, match="is the currency that is priced"):
        ExchangeRate("EUR", "EUR", rate=1)
    with pytest.raises(InvalidValue, match="unit_currency 'euro' is not a currency code"):
        ExchangeRate("euro", "SEK", rate=1)


@pytest.mark.parametrize("wrong", ["2025-13", "2025"])
def test_the_month_is_in_the_calendar(wrong: str) -> None:
    """Text that names no month is refused."""
    with pytest.raises(InvalidValue):
        ExchangeRate("EUR", "SEK", rate=1, month=wrong)


def test_a_rate_is_of_one_month() -> None:
    """The Commission publishes a rate for a month, so a quarter or a day has none."""
    for wrong in (Period("2025-01", "2025-03", "month"), Period("2025-03-01", "2025-03-31")):
        with pytest.raises(InvalidValue, match="is not one month"):
            ExchangeRate("EUR", "SEK", rate=1, month=wrong)
    assert str(MARCH.month) == "2025-03/2025-03"


def test_a_rate_may_be_of_a_day() -> None:
    """A day of the calendar, which lies in the month where both are stated."""
    for month in (None, "2024-03"):
        assert str(ExchangeRate("EUR", "SEK", rate=11, day="2024-03-01", month=month).day) == "2024-03-01"
    for month, day in (("2024-03", "2024-04-01"), (None, "2024-02-30")):
        with pytest.raises(InvalidValue, match="day '2024"):
            ExchangeRate("EUR", "SEK", rate=11, day=day, month=month)
