from __future__ import annotations

import operator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from esfmodel.errors import InvalidValue
from esfmodel.values.bounds import Bounds
from esfmodel.values.money import Money, Rate
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Callable

PLAIN = "is not a plain number; write it with digits and a point, like 1234.50"
TOO_LARGE = "is 10^18 of the smallest unit or more; check the unit of the amount"
NO_FLOAT = "binary floats cannot hold öre; write the amount as text or Decimal"
LARGEST = Money.of_minor(10**18 - 1)


ACTS: dict[str, Callable[[Any, Any], object]] = {
    "+": operator.add,
    "-": operator.sub,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
MULTIPLY: Callable[[Any, Any], object] = operator.mul


def divided(one: Any, other: Any) -> object:  # noqa: ANN401
    """Divide one by the other."""
    return one / other


def refusal(kind: type[Exception], act: Callable[[], object]) -> str:
    """Return the message with which something is refused."""
    with pytest.raises(kind) as caught:
        act()
    return str(caught.value)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("12.345", "amount '12.345' has more than two decimals; round it to two decimals"),
        (Decimal("0.001"), "amount Decimal('0.001') has more than two decimals; round it to two decimals"),
        (Decimal("NaN"), "amount Decimal('NaN') is not a number; give a number, or leave it out"),
        (Decimal("sNaN"), "amount Decimal('sNaN') is not a number; give a number, or leave it out"),
        (Decimal("-Infinity"), "amount Decimal('-Infinity') is not a number; give a number, or leave it out"),
        (
            Decimal("1e400"),
            "amount Decimal('1E+400') has more than 64 digits; check it, and round it if it is right",
        ),
        (
            Decimal("1e-400"),
            "amount Decimal('1E-400') has more than 64 digits; check it, and round it if it is right",
        ),
        ("10000000000000000", f"amount '10000000000000000' {TOO_LARGE}"),
        (-(10**16), f"amount -10000000000000000 {TOO_LARGE}"),
    ],
    ids=repr,
)  # fmt: skip
def test_an_amount_that_cannot_be_is_refused(given: int | str | Decimal, message: str) -> None:
    """The error says what was given, what is wrong with it and what to do."""
    with pytest.raises(InvalidValue) as caught:
        Money(given)
    assert str(caught.value) == message
    assert caught.value.place == "amount"
    assert caught.value.given is given


@pytest.mark.parametrize(
    "given",
    [
        "",
        " ",
        "1e400",
        "1e3",
        "NaN",
        "Infinity",
        "1 000",
        "1\u00a0000",
        "1_000",
        "1,5",
        "1.234.567",
        ".5",
        "5.",
        "--5",
        "\u22125",
        " 5",
        "5\n",
        "0x10",
        "\uff11\uff12",
        "\u0661\u0662",
        "\u00b2",
        "1/2",
        "5 kr",
    ],
    ids=ascii,
)
def test_text_that_is_no_plain_number_is_refused(given: str) -> None:
    """Only ASCII digits, a sign and a point are read here; the rest is for the text layer, which knows languages."""
    assert refusal(InvalidValue, lambda: Money(given)) == f"amount {given!r} {PLAIN}"


@pytest.mark.parametrize("make", [Money, Money.parse], ids=["Money", "parse"])
@pytest.mark.parametrize(("start", "end"), [("", ""), ("", " SEK"), ("5 ", ""), ("-", "")])
def test_ten_megabytes_are_refused_without_being_read(make: Callable[[str], Money], start: str, end: str) -> None:
    """What is far too long to be an amount is refused before a digit is read, and the error stays short."""
    assert len(refusal(InvalidValue, lambda: make(start + "5" * 10_000_000 + end))) < 300


@pytest.mark.parametrize(("start", "digit"), [("0.", "1"), ("1", "1"), ("1", "0")])
def test_a_decimal_of_a_million_digits_is_refused(start: str, digit: str) -> None:
    """A number is read in bounded time, rounding or not; one of 64 digits is read."""
    given = Decimal(start + digit * 1_000_000)
    for rounding in (None, Rounding.WHOLE_DOWN):
        with pytest.raises(InvalidValue, match="has more than 64 digits"):
            Money(given, rounding=rounding)
    longest = Decimal(f"0.{digit * 64}")
    assert Money(longest, rounding=Rounding.WHOLE_DOWN).is_zero


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (0.5, f"amount must be int, str or Decimal, not float: {NO_FLOAT}"),
        (type("float64", (float,), {})(0.5), f"amount must be int, str or Decimal, not float64: {NO_FLOAT}"),
        (float("nan"), f"amount must be int, str or Decimal, not float: {NO_FLOAT}"),
        (True, "amount must be int, str or Decimal, not bool: True is not an amount"),
        (None, "amount must be int, str or Decimal, not NoneType"),
        (Fraction(1, 2), "amount must be int, str or Decimal, not Fraction"),
        (b"5", "amount must be int, str or Decimal, not bytes"),
        (Money(5), "amount must be int, str or Decimal, not Money"),
    ],
    ids=str,
)  # fmt: skip
def test_an_amount_of_a_wrong_type_is_a_type_error(given: object, message: str) -> None:
    """Floats and bools are refused with a sentence that says why."""
    wrong: Any = given
    assert refusal(TypeError, lambda: Money(wrong)) == message


@pytest.mark.parametrize(
    ("currency", "message"),
    [
        ("sek", "currency 'sek' is not a currency code; write SEK"),
        (" SEK", "currency ' SEK' is not a currency code; write SEK"),
        ("kr", "currency 'kr' is not a currency code; write SEK"),
        (":-", "currency ':-' is not a currency code; write SEK"),
        ("XXX", "currency 'XXX' is not a currency code; write the code of ISO 4217, like SEK"),
        ("", "currency '' is not a currency code; write the code of ISO 4217, like SEK"),
        (
            "\uff33\uff25\uff2b",
            "currency '\uff33\uff25\uff2b' is not a currency code; write the code of ISO 4217, like SEK",
        ),
    ],
    ids=ascii,
)
def test_a_currency_that_is_none_is_refused(currency: str, message: str) -> None:
    """A currency is an ISO 4217 code; near misses are told what to write."""
    assert refusal(InvalidValue, lambda: Money(1, currency)) == message
    assert refusal(InvalidValue, lambda: Money.of_minor(1, currency)) == message
    assert refusal(InvalidValue, lambda: Money.of_fraction(Fraction(1), currency)) == message


def test_wrong_types_are_refused_wherever_they_enter() -> None:
    """A wrong type is a TypeError that names the argument."""
    half: Any = 0.5
    true: Any = True
    fraction = "amount must be a Fraction or an int, not"
    minor = "minor is a whole number of the smallest unit, not"
    assert refusal(TypeError, lambda: Money(1, half)) == "currency must be an ISO 4217 code as text, not float"
    assert refusal(TypeError, lambda: Money(1, rounding=half)) == "rounding must be a Rounding, not float"
    assert refusal(TypeError, lambda: Money(1).rounded(half)) == "rounding must be a Rounding, not float"
    assert refusal(TypeError, lambda: Money.of_minor(half)) == f"{minor} float"
    assert refusal(TypeError, lambda: Money.of_minor(true)) == f"{minor} bool"
    assert refusal(TypeError, lambda: Money.of_fraction(half)) == f"{fraction} float"
    assert refusal(TypeError, lambda: Money.of_fraction(true)) == f"{fraction} bool"
    assert refusal(TypeError, lambda: Money.parse(half)) == "text must be a str, not float"


@pytest.mark.parametrize("text", ["", "5", "5SEK", "SEK", "5\u00a0SEK"])
def test_text_without_amount_and_currency_is_refused(text: str) -> None:
    """The plain text form is an amount, one space and a code."""
    with pytest.raises(InvalidValue) as caught:
        Money.parse(text)
    assert str(caught.value) == f"amount {text!r} is not an amount and a currency; write it like 12.50 EUR"


@pytest.mark.parametrize("text", ["5  SEK", " 5 SEK", "5 SEK ", "SEK 5", "5 sek", "5 SEK\n", "\u0665 SEK"])
def test_text_that_is_almost_the_plain_form_is_refused(text: str) -> None:
    """No reading of the plain form is lenient."""
    with pytest.raises(InvalidValue):
        Money.parse(text)


@pytest.mark.parametrize("act", [operator.add, operator.sub, operator.lt, operator.le])
def test_currencies_are_never_mixed(act: Callable[[Money, Money], object]) -> None:
    """Two currencies are neither added nor ordered."""
    refused = refusal(InvalidValue, lambda: act(Money(1), Money(1, "EUR")))
    assert refused == "currency 'EUR' is another currency than SEK; convert one of them at a stated rate"


@pytest.mark.parametrize("act", [operator.gt, operator.ge])
def test_currencies_are_never_ordered_the_other_way_either(act: Callable[[Money, Money], object]) -> None:
    """The error names both currencies whichever way round they are compared."""
    with pytest.raises(InvalidValue, match=r"^currency 'SEK' is another currency than EUR; "):
        act(Money(1), Money(1, "EUR"))


@pytest.mark.parametrize("other", [1, 0, True, 0.5, "1", None, Decimal(1), Fraction(1), Rate(1)], ids=repr)
def test_an_amount_is_not_a_number(other: object) -> None:
    """An amount is added to, subtracted from, compared with and equal to amounts only."""
    for act in ACTS.values():
        with pytest.raises(TypeError):
            act(Money(1), other)
        with pytest.raises(TypeError):
            act(other, Money(1))
    assert Money(1) != other


@pytest.mark.parametrize("times", [True, 0.5, Decimal(2), Fraction(1, 2), Rate(1), Money(1), "2", None], ids=repr)
def test_an_amount_is_multiplied_by_whole_numbers_only(times: object) -> None:
    """What may not come out even goes through a rate, which asks how to round."""
    told = [
        refusal(TypeError, lambda: MULTIPLY(Money(1), times)),
        refusal(TypeError, lambda: MULTIPLY(times, Money(1))),
    ]
    if isinstance(times, (float, Decimal, Fraction, Rate)):
        assert all("rate.apply(money, rounding=...)" in each for each in told)


@pytest.mark.parametrize(
    "other", [2, 0, 0.5, Decimal(2), Fraction(1, 2), Rate(1), Bounds.over(Money(1)), None, "2"], ids=repr
)
def test_an_amount_is_divided_by_amounts_only(other: object) -> None:
    """Amount by amount is a share; a part of an amount may not come out even, and no number is parts of an amount."""
    told = refusal(TypeError, lambda: divided(Money(1), other))
    refusal(TypeError, lambda: divided(other, Money(1)))
    if isinstance(other, Bounds):
        assert "divide its ends" in told
    elif not isinstance(other, (str, type(None))):
        assert "rate.apply(money, rounding=...)" in told


@pytest.mark.parametrize("currency", ["SEK", "EUR"])
def test_a_sum_without_a_zero_is_refused(currency: str) -> None:
    """The built-in sum starts from the number 0, which is no amount; the advice names a start that works."""
    amounts: Any = [Money(1, currency), Money(2, currency)]
    told = refusal(TypeError, lambda: sum(amounts))
    start = "Money(0)" if currency == "SEK" else 'Money(0, "EUR")'
    assert told == f"an amount is added to an amount, not to 0; to sum amounts, write sum(xs, {start})"


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (lambda: LARGEST + Money("0.01"), f'sum (Money("9999999999999999.99"), Money("0.01")) {TOO_LARGE}'),
        (lambda: -LARGEST - Money(1), f'difference (Money("-9999999999999999.99"), Money(1)) {TOO_LARGE}'),
        (lambda: LARGEST * 2, f'product (Money("9999999999999999.99"), 2) {TOO_LARGE}'),
        (lambda: Money(1) * 10**5_000, f"product a tuple too large to show {TOO_LARGE}"),
        (lambda: LARGEST.rounded(Rounding.WHOLE_UP), f"amount Fraction(999999999999999999, 100) {TOO_LARGE}"),
        (lambda: Money(10**5_000), f"amount a whole number of 16610 bits {TOO_LARGE}"),
        (lambda: Money.of_minor(10**18), f"amount 1000000000000000000 {TOO_LARGE}"),
        (lambda: Money.of_fraction(Fraction(10**5_000)), f"amount a Fraction too large to show {TOO_LARGE}"),
        (lambda: Bounds.over(LARGEST) + Money(5), f'sum (Money("9999999999999999.99"), Money(5)) {TOO_LARGE}'),
    ],
    ids=range(9),
)  # fmt: skip
def test_what_is_too_large_is_refused(act: Callable[[], object], message: str) -> None:
    """No sum, product or rounding gives an amount of 10^18 öre or more."""
    assert refusal(InvalidValue, act) == message


def test_yen_have_no_decimals() -> None:
    """A currency without decimals says so."""
    refused = refusal(InvalidValue, lambda: Money("1.5", "JPY"))
    assert refused == "amount '1.5' has more decimals than JPY has; round it to the smallest unit of JPY"
    assert Money("1.0", "JPY") == Money(1, "JPY")
