from __future__ import annotations

import decimal
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue
from esfmodel.testing import currencies, money, rates
from esfmodel.values.bounds import Bounds
from esfmodel.values.money import Money, Rate
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from collections.abc import Callable

BELOW_LIMIT = 10**100 - 1


def decimal_share(number: int, twos: int, fives: int) -> Rate:
    """Return a share that a finite number of decimals writes."""
    return Rate(Fraction(number, 2**twos * 5**fives))


def quotient(number: int, whole: int) -> Rate:
    """Return any share."""
    return Rate(Fraction(number, whole))


numbers = st.integers(-BELOW_LIMIT, BELOW_LIMIT)
# Every share there can be, also those nobody writes: a hundred digits over 2^332.
any_rate: st.SearchStrategy[Rate] = st.one_of(
    rates(),
    rates(Rate.of_percent(-300), Rate.of_percent(300)),
    st.builds(decimal_share, numbers, st.integers(0, 182), st.integers(0, 64)),
    st.builds(decimal_share, numbers, st.integers(300, 332), st.just(0)),
    st.builds(quotient, numbers, st.integers(1, BELOW_LIMIT)),
)
kronor = money("SEK")


def refusal(kind: type[Exception], act: Callable[[], object]) -> str:
    """Return the message with which something is refused."""
    with pytest.raises(kind) as caught:
        act()
    return str(caught.value)


@given(any_rate)
def test_text_and_repr_give_the_share_back(rate: Rate) -> None:
    """What is written can be read, by parse or by Python, however long it is."""
    assert Rate.parse(str(rate)) == rate
    assert eval(repr(rate), {"Rate": Rate, "Fraction": Fraction}) == rate  # noqa: S307 - that it can be evaluated is the law
    assert f"{rate}" == str(rate)


@given(any_rate)
def test_per_cent_is_exact_or_not_there(rate: Rate) -> None:
    """The number before the per cent sign is exactly the share in its shortest form, or None where there is none."""
    percent = rate.percent
    if percent is None:
        assert (10**400 * rate.fraction).denominator > 1
        assert str(rate) == f"{rate.fraction.numerator}/{rate.fraction.denominator}"
    else:
        assert Fraction(percent) == rate.fraction * 100
        assert Rate.of_percent(percent) == Rate.of_percent(f"{percent:f}") == rate
        exponent = percent.as_tuple().exponent
        assert exponent == 0 or percent.as_tuple().digits[-1] != 0


@given(kronor, kronor)
def test_a_share_of_the_whole_is_the_part(part: Money, whole: Money) -> None:
    """The share that a part is of a whole, taken of the whole, is the part: nothing is rounded on the way."""
    assume(whole.minor)
    assert Rate.of(part, whole).apply(whole) == part
    assert part / whole == Rate.of(part, whole) == Rate.of(part.minor, whole.minor)
    assert Rate.of(whole, whole) == Rate(1)


@given(st.integers())
def test_a_whole_number_that_may_be_per_cent_is_no_share(number: int) -> None:
    """0 and 1 are nothing and the whole; 40 may be meant as 40 %, and is refused with both ways to write it."""
    if abs(number) <= 1:
        assert Rate(number).fraction == number
        return
    advice = refusal(InvalidValue, lambda: Rate(number))
    assert all(way in advice for way in ("Rate.of_percent(...)", "Rate(Fraction(...))"))
    assert Rate(Fraction(number)) == Rate.of_percent(100 * number) == Rate.of(number, 1)


@given(any_rate)
def test_the_complement_of_the_complement_is_the_share(rate: Rate) -> None:
    """Own share and support share are each other's complement, and make the whole."""
    assume(abs(rate.fraction.numerator) + rate.fraction.denominator <= BELOW_LIMIT)
    assert rate.complement.complement == rate
    assert rate + rate.complement == Rate(1)


@given(rates(Rate.of_percent(-200), Rate.of_percent(200)), rates(Rate.of_percent(-200), Rate.of_percent(200)))
def test_arithmetic_agrees_with_fractions(one: Rate, other: Rate) -> None:
    """Sums, differences, products, signs and order are those of exact arithmetic."""
    a, b = one.fraction, other.fraction
    assert (one + other).fraction == a + b
    assert (one - other).fraction == a - b
    assert (one * other).fraction == a * b
    assert (-one).fraction == -a
    assert abs(one).fraction == abs(a)
    assert (one < other, one <= other, one > other, one >= other) == (a < b, a <= b, a > b, a >= b)
    assert (one == other) == (a == b)
    assert one != other or hash(one) == hash(other)


@given(st.lists(rates(), max_size=5))
def test_a_list_of_shares_sums(shares: list[Rate]) -> None:
    """The built-in sum adds from no share at all."""
    assert sum(shares, Rate(0)).fraction == sum(share.fraction for share in shares)


@given(rates(), money(), st.sampled_from(Rounding))
def test_a_share_of_an_amount_agrees_with_fractions(rate: Rate, amount: Money, rounding: Rounding) -> None:
    """A share is exact where it comes out even, else refused, or rounded as the caller says."""
    exact = amount.as_fraction() * rate.fraction
    assert rate.apply(amount, rounding=rounding) == Money.of_fraction(exact, amount.currency, rounding=rounding)
    if (exact * 10**amount.digits).denominator == 1:
        assert rate.apply(amount).as_fraction() == exact
    else:
        assert "; round it to " in refusal(InvalidValue, lambda: rate.apply(amount))


@given(rates(), rates(), rates())
def test_within_counts_percentage_points(one: Rate, other: Rate, points: Rate) -> None:
    """Two shares are within some points of each other, on either side, if their difference is no larger."""
    assert one.within(other, points=points) == (abs(one.fraction - other.fraction) <= points.fraction)
    assert one.within(other, points=points) == other.within(one, points=points)
    assert one.within(one, points=Rate(0))


@given(rates(Rate.of_percent(-200), Rate.of_percent(200)), st.decimals(-100, 100, places=6))
def test_nothing_depends_on_the_decimal_context(rate: Rate, percent: Decimal) -> None:
    """A program that sets its decimals to three digits and traps every rounding gets the same shares."""
    text, number, made = str(rate), rate.percent, Rate.of_percent(percent)
    with decimal.localcontext() as context:
        context.prec = 3
        context.traps = dict.fromkeys(context.traps, True)
        assert (str(rate), rate.percent, Rate.of_percent(percent)) == (text, number, made)


def test_kompetens_i_kronoberg_by_hand() -> None:
    """3 706 566 of 4 942 088 kronor is exactly 75 %, which leaves 25 %."""
    support = Rate.of(Money(3_706_566), Money(4_942_088))
    assert (support, support.complement) == (Rate.of_percent(75), Rate.of_percent(25))


def test_forty_of_fifty_four_by_hand() -> None:
    """The Union's 40 of 54 points of 10 325 312 kronor are 7 648 379 kronor, cut."""
    union = Rate.of(Money(40), Money(54))
    assert union.apply(Money(10_325_312), rounding=Rounding.WHOLE_DOWN) == Money(7_648_379)


@pytest.mark.parametrize(
    ("rate", "text", "call"),
    [
        (Rate(Fraction(2, 5)), "40%", 'Rate.of_percent("40")'),
        (Rate.of_percent("57.470"), "57.47%", 'Rate.of_percent("57.47")'),
        (Rate(Fraction(10)), "1000%", 'Rate.of_percent("1000")'),
        (Rate(0), "0%", 'Rate.of_percent("0")'),
        (
            Rate(Fraction(1, 8 * 5**30)),
            "0.0000000000000000000134217728%",
            'Rate.of_percent("0.0000000000000000000134217728")',
        ),
        (Rate(Fraction(12, 29)), "12/29", "Rate(Fraction(12, 29))"),
        (Rate(Fraction(-1, 3)), "-1/3", "Rate(Fraction(-1, 3))"),
    ],
)
def test_text_and_repr_by_hand(rate: Rate, text: str, call: str) -> None:
    """A share is written in per cent where a finite number of decimals does it, else as a quotient."""
    assert (str(rate), repr(rate)) == (text, call)


@pytest.mark.parametrize("text", ["40%", "40 %", "40\u00a0%", "40.0%", "+40%", "2/5", "4/10"], ids=ascii)
def test_a_share_is_read_with_its_sign(text: str) -> None:
    """With a per cent sign, or as a quotient, a share can be read in one way only."""
    assert Rate.parse(text) == Rate.of_percent(40)


def test_half_a_per_cent_is_half_a_per_cent() -> None:
    """Neither 0.5% nor 1% is ever taken for a fraction of one: 0.5% is 1/200, and 1% is 1/100."""
    assert Rate.parse("0.5%").fraction == Fraction(1, 200)
    assert Rate.parse("1%").fraction == Rate.of_percent(1).fraction == Fraction(1, 100)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "%",
        "40",
        "0.4",
        "40,5%",
        "40  %",
        "%40",
        "40%%",
        " 40%",
        "40%\n",
        "4e1%",
        "1_0%",
        "NaN%",
        "Infinity%",
        "12/0",
        "12/",
        "1/-2",
        "1.5/3",
        "1/2%",
        "\uff14\uff10%",
        "\u0664\u0660%",
        "\u0661/\u0662",
        "40 \uff05",
        "\u221240%",
        "12 SEK",
        "5" * 10_000_000,
        "5" * 10_000_000 + "%",
        "1/" + "5" * 10_000_000,
    ],
    ids=lambda text: ascii(text[:12]) + str(len(text)),
)
def test_text_that_is_no_share_is_refused(text: str) -> None:
    """A bare number, a decimal comma, other digits and ten megabytes are no share."""
    message = refusal(InvalidValue, lambda: Rate.parse(text))
    assert message.startswith("rate ")
    assert message.endswith(" is not a share; write it with the per cent sign, like 40%")
    assert len(message) < 300


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("40%", "percent '40%' is not a plain number; write it with digits and a point, like 57.47"),
        ("1e400", "percent '1e400' is not a plain number; write it with digits and a point, like 57.47"),
        ("", "percent '' is not a plain number; write it with digits and a point, like 57.47"),
        (
            "\u0664\u0660",
            "percent '\u0664\u0660' is not a plain number; write it with digits and a point, like 57.47",
        ),
        (
            Decimal("NaN"),
            "percent Decimal('NaN') is not a number; give a number, or leave it out",
        ),
        (
            Decimal("sNaN"),
            "percent Decimal('sNaN') is not a number; give a number, or leave it out",
        ),
        (
            Decimal("Infinity"),
            "percent Decimal('Infinity') is not a number; give a number, or leave it out",
        ),
        (
            Decimal("1E+1000"),
            "percent Decimal('1E+1000') has more than 450 digits; check it, and round it if it is right",
        ),
        (
            Decimal("1E+400"),
            f"fraction Fraction(1{'0' * 70}... has more than 100 digits; check it, and round it if it is right",
        ),
    ],
    ids=ascii,
)
def test_per_cent_that_cannot_be_is_refused(given: str | Decimal, message: str) -> None:
    """The error says what was given, what is wrong with it and what to do."""
    assert refusal(InvalidValue, lambda: Rate.of_percent(given)) == message


@pytest.mark.parametrize("start", ["0.", "1", "5" * 9_000_000])
def test_a_million_digits_are_refused(start: str) -> None:
    """A share is read in bounded time, from text or from a Decimal."""
    digits = start + "3" * 1_000_000
    assert len(refusal(InvalidValue, lambda: Rate.of_percent(digits))) < 300
    assert "has more than 450 digits" in refusal(InvalidValue, lambda: Rate.of_percent(Decimal(digits)))


@pytest.mark.parametrize(
    "fraction", [Fraction(10**5_000), Fraction(1, 10**5_000), Fraction(10**100), Fraction(1, 10**100)]
)
def test_a_share_that_nobody_can_write_is_refused(fraction: Fraction) -> None:
    """A hundred digits are enough; beyond them a share is refused, and the error can be read."""
    assert "has more than 100 digits" in refusal(InvalidValue, lambda: Rate(fraction))


def test_a_sum_beyond_a_hundred_digits_is_refused() -> None:
    """Arithmetic has the same limit as the constructor."""
    rate = Rate(Fraction(1, 10**60 + 1))
    assert "has more than 100 digits" in refusal(InvalidValue, lambda: rate * rate)


@pytest.mark.parametrize("share", [Rate.of, Money.__truediv__])
def test_a_share_of_nothing_is_refused(share: Callable[[Money, Money], Rate]) -> None:
    """Nothing has a share of zero kronor, and a share of another currency says nothing."""
    assert (
        refusal(InvalidValue, lambda: share(Money(1), Money(0)))
        == "whole Money(0) is zero, and nothing has a share of it; give a whole that is not zero"
    )
    assert (
        refusal(InvalidValue, lambda: share(Money(1, "EUR"), Money(2)))
        == "part 'EUR' is another currency than SEK; convert one of them at a stated rate"
    )
    assert "whole 0 is zero" in refusal(InvalidValue, lambda: Rate.of(0, 0))


def test_a_tolerance_below_zero_is_refused() -> None:
    """No share is within less than nothing of another."""
    assert (
        refusal(InvalidValue, lambda: Rate(1).within(Rate(1), points=Rate(-1)))
        == 'points Rate.of_percent("-100") is negative; give zero or more'
    )


@given(currencies())
def test_the_text_of_an_amount_is_never_a_share(currency: str) -> None:
    """Nobody reads 40 kronor as 40 %."""
    assert "is not a share" in refusal(InvalidValue, lambda: Rate.parse(str(Money(40, currency))))


@pytest.mark.parametrize("given", [0.4, True, None, "40%", "0.4", Decimal("0.4"), Money(1)], ids=repr)
def test_a_rate_is_made_of_a_fraction(given: object) -> None:
    """A float, a bool, text, a Decimal and an amount are no fraction."""
    wrong: Any = given
    assert refusal(TypeError, lambda: Rate(wrong)) == (
        f"fraction must be a Fraction or an int, not {type(given).__name__}; see Rate.of_percent"
    )


def test_wrong_types_are_refused_wherever_they_enter() -> None:
    """A wrong type is a TypeError that names the argument."""
    half: Any = 0.5
    true: Any = True
    unsure: Any = Bounds.over(Money(1))
    mixed: Any = 40
    percent = "percent must be str, int, Decimal or Fraction, not"
    assert refusal(TypeError, lambda: Rate.of_percent(half)) == f"{percent} float"
    assert refusal(TypeError, lambda: Rate.of_percent(true)) == f"{percent} bool"
    assert refusal(TypeError, lambda: Rate.of_percent(unsure)) == f"{percent} Bounds"
    assert refusal(TypeError, lambda: Rate.parse(half)) == "text must be a str, not float"
    assert refusal(TypeError, lambda: Rate.of(unsure, Money(1))) == "part must be a Money, not Bounds"
    assert refusal(TypeError, lambda: Rate.of(Money(1), half)) == "whole must be a Money, not float"
    assert refusal(TypeError, lambda: Rate.of(mixed, Money(54))) == "part must be a Money, not int"
    assert refusal(TypeError, lambda: Rate.of(Money(40), mixed)) == "whole must be a Money, not int"
    assert refusal(TypeError, lambda: Rate.of(mixed, true)) == "part must be a Money, not int"
    assert refusal(TypeError, lambda: Rate(1).apply(unsure)) == "money must be a Money, not Bounds"
    assert refusal(TypeError, lambda: Rate(1).within(half, points=Rate(0))) == "other must be a Rate, not float"
    assert refusal(TypeError, lambda: Rate(1).within(Rate(1), points=half)) == "points must be a Rate, not float"
    assert (
        refusal(TypeError, lambda: Rate(1).apply(Money(1), rounding=half)) == "rounding must be a Rounding, not float"
    )


@pytest.mark.parametrize("other", [1, True, 0.4, "40%", None, Decimal("0.4"), Fraction(2, 5), Money(1)], ids=repr)
def test_a_rate_is_not_a_number(other: object) -> None:
    """A rate is added to, subtracted from, multiplied by, compared with and equal to rates only."""
    wrong: Any = other
    rate: Any = Rate.of_percent(40)
    acts: list[Callable[[], object]] = [
        lambda: rate + wrong,
        lambda: wrong + rate,
        lambda: rate - wrong,
        lambda: wrong - rate,
        lambda: rate * wrong,
        lambda: wrong * rate,
        lambda: rate < wrong,
        lambda: rate <= wrong,
        lambda: rate > wrong,
        lambda: rate >= wrong,
    ]
    for act in acts:
        with pytest.raises(TypeError):
            act()
    assert rate != other


def test_a_share_cannot_be_changed() -> None:
    """A share is a value: nothing about it can be set."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Rate(1).fraction = Fraction(2)  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
