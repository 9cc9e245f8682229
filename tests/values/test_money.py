from __future__ import annotations

import decimal
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue
from esfmodel.testing import currencies, money
from esfmodel.values.currencies import MINOR_DIGITS
from esfmodel.values.money import Money
from esfmodel.values.rounding import Rounding

LARGEST = 10**18 - 1
EXACT = decimal.Context(prec=100)
IN_DECIMAL = {
    "HALF_UP": decimal.ROUND_HALF_UP,
    "HALF_EVEN": decimal.ROUND_HALF_EVEN,
    "DOWN": decimal.ROUND_DOWN,
    "UP": decimal.ROUND_UP,
}


def decimal_of(number: int, places: int) -> Decimal:
    """Return the decimal with these digits, of which so many are decimals."""
    return Decimal(f"{number}E-{places}")


any_minor = st.integers(-LARGEST, LARGEST)
kronor = money("SEK")
# Decimals finer than any currency, so that most of them need rounding.
fine = st.builds(decimal_of, st.integers(-(10**14), 10**14), st.integers(0, 6))


@given(any_minor, currencies())
def test_an_amount_is_its_smallest_units(minor: int, currency: str) -> None:
    """Every number of öre below 10^18 is an amount, and each of its forms says the same."""
    amount = Money.of_minor(minor, currency)
    assert (amount.minor, amount.currency, amount.digits) == (minor, currency, MINOR_DIGITS[currency])
    assert amount.as_fraction() == Fraction(amount.amount) == Fraction(minor, 10**amount.digits)
    assert amount.amount.as_tuple().exponent == -amount.digits
    assert amount.is_whole == (amount.as_fraction().denominator == 1)


@given(any_minor, currencies())
def test_every_way_to_write_an_amount_gives_the_same(minor: int, currency: str) -> None:
    """Text, Decimal and fraction of one amount are one amount; so are 1.0 and 1.00."""
    amount = Money.of_minor(minor, currency)
    trailing = Decimal(f"{minor}00E-{amount.digits + 2}")
    same = [
        Money(amount.amount, currency),
        Money(f"{amount.amount:f}", currency),
        Money(trailing, currency),
        Money(f"{trailing:f}", currency),
        Money.of_fraction(amount.as_fraction(), currency),
    ]
    assert set(same) == {amount}


@given(st.integers(-(10**14), 10**14), currencies())
def test_a_whole_number_is_in_the_main_unit(number: int, currency: str) -> None:
    """Who writes Money(100) means a hundred kronor."""
    assert Money(number, currency).as_fraction() == number
    assert Money(number, currency).is_whole


@given(st.one_of(money(), st.builds(Money.of_minor, any_minor, currencies())))
def test_text_and_repr_give_the_amount_back(amount: Money) -> None:
    """What is written can be read, by parse or by Python."""
    assert Money.parse(str(amount)) == amount
    assert eval(repr(amount), {"Money": Money}) == amount  # noqa: S307 - that it can be evaluated is the law
    assert f"{amount}" == str(amount)


@given(money(), money())
def test_amounts_are_equal_when_number_and_currency_are(one: Money, other: Money) -> None:
    """Five kronor are not five euro; equal amounts hash alike."""
    assert (one == other) == ((one.minor, one.currency) == (other.minor, other.currency))
    assert one != other or hash(one) == hash(other)


@given(kronor, kronor, st.integers(-1000, 1000))
def test_arithmetic_agrees_with_fractions(one: Money, other: Money, times: int) -> None:
    """Sums, differences, multiples and signs are those of exact arithmetic."""
    assert (one + other).as_fraction() == one.as_fraction() + other.as_fraction()
    assert (one - other).as_fraction() == one.as_fraction() - other.as_fraction()
    assert (one * times).as_fraction() == (times * one).as_fraction() == one.as_fraction() * times
    assert (-one).as_fraction() == -one.as_fraction()
    assert abs(one).as_fraction() == abs(one.as_fraction())


@given(kronor, kronor)
def test_order_agrees_with_fractions(one: Money, other: Money) -> None:
    """Amounts of one currency are ordered as numbers."""
    a, b = one.as_fraction(), other.as_fraction()
    assert (one < other, one <= other, one > other, one >= other) == (a < b, a <= b, a > b, a >= b)


@given(st.lists(kronor))
def test_a_list_of_amounts_sums(amounts: list[Money]) -> None:
    """The built-in sum adds from a zero of the same currency, in any order."""
    total = sum(amounts, Money(0))
    assert total.minor == sum(amount.minor for amount in amounts)
    assert sum(reversed(amounts), Money(0)) == total


@given(fine, currencies(), st.sampled_from(Rounding))
def test_a_finer_amount_is_rounded_as_the_caller_says(number: Decimal, currency: str, rounding: Rounding) -> None:
    """Rounding is that of the decimal module, to öre or to whole kronor; rounding twice changes nothing."""
    places = 0 if rounding.is_whole else MINOR_DIGITS[currency]
    how = IN_DECIMAL[rounding.name.partition("_")[2]]
    expected = number.quantize(Decimal(f"1E-{places}"), rounding=how, context=EXACT)
    rounded = Money(number, currency, rounding=rounding)
    assert rounded.as_fraction() == Fraction(expected)
    assert rounded.rounded(rounding) == rounded
    assert Money.of_fraction(Fraction(number), currency, rounding=rounding) == rounded


@given(fine, currencies())
def test_nothing_is_rounded_unasked(number: Decimal, currency: str) -> None:
    """An amount with more decimals than its currency is refused, and any other is kept as it is."""
    if (Fraction(number) * 10 ** MINOR_DIGITS[currency]).denominator == 1:
        assert Money(number, currency).as_fraction() == Fraction(number)
    else:
        with pytest.raises(InvalidValue, match=r"round it to (two decimals|the smallest unit of)"):
            Money(number, currency)


def test_whole_kronor_and_ore_by_hand() -> None:
    """4 438 625.19 is 443 862 519 öre, and 4 438 625 kronor when cut."""
    amount = Money("4438625.19")
    assert (amount.amount, amount.minor, amount.is_whole) == (Decimal("4438625.19"), 443_862_519, False)
    assert amount.rounded(Rounding.WHOLE_DOWN) == Money(4_438_625)


def test_the_financing_of_a_project_by_hand() -> None:
    """3 706 566 kronor of support and 1 235 522 of its own make 4 942 088."""
    assert Money(3_706_566) + Money(1_235_522) == Money(4_942_088)
    assert Money(4_942_088) - Money(3_706_566) == Money(1_235_522)


@pytest.mark.parametrize(
    ("amount", "text", "call"),
    [
        (Money(3_706_566), "3706566 SEK", "Money(3706566)"),
        (Money("12.50", "EUR"), "12.50 EUR", 'Money("12.50", "EUR")'),
        (Money("-0.05"), "-0.05 SEK", 'Money("-0.05")'),
        (Money(-7, "JPY"), "-7 JPY", 'Money(-7, "JPY")'),
        (Money("0.001", "KWD"), "0.001 KWD", 'Money("0.001", "KWD")'),
    ],
)
def test_text_and_repr_by_hand(amount: Money, text: str, call: str) -> None:
    """Whole amounts have no decimals, others all of their currency's; kronor go without saying in a repr."""
    assert (str(amount), repr(amount)) == (text, call)


@given(kronor, kronor)
def test_nothing_depends_on_the_decimal_context(one: Money, other: Money) -> None:
    """A program that sets its decimals to three digits and traps every rounding gets the same amounts."""
    text, decimals, added = str(one), one.amount, one + other
    with decimal.localcontext() as context:
        context.prec = 3
        context.traps = dict.fromkeys(context.traps, True)
        assert (str(one), one.amount, one + other) == (text, decimals, added)
        assert Money(decimals) == Money.parse(text) == one


def test_an_amount_cannot_be_changed() -> None:
    """An amount is a value: nothing about it can be set."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Money(1).minor = 5  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
