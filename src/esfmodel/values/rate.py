"""Exact shares: 40 %, 12/29, 57.47 %.

>>> from esfmodel import Money, Rate
>>> Rate.of(Money(3_706_566), Money(4_942_088))
Rate.of_percent("75")
>>> Rate.of_percent("40").apply(Money(1_000))
Money(400)
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, overload

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.values.field_type import Value, fill
from esfmodel.values.format import formatted
from esfmodel.values.guesses import guessed
from esfmodel.values.money import Money, check_in_reach

if TYPE_CHECKING:
    from esfmodel.values.rounding import Rounding

_MOST_DIGITS = 100
_LIMIT = 10**_MOST_DIGITS
# The longest text of a share below the limit: a hundred digits, and as many decimals as 2^332 has in a denominator.
_LONGEST = 450
_PERCENT = re.compile(r"([+-]?[0-9]+(?:\.[0-9]+)?)[ \N{NO-BREAK SPACE}]?%")
_QUOTIENT = re.compile(r"([+-]?[0-9]+)/([0-9]+)")
_PLAIN_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")


def _as_fraction(value: Fraction | int) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, (Fraction, int)):
        raise TypeError(f"fraction must be a Fraction or an int, not {type(value).__name__}; see Rate.of_percent")
    if isinstance(value, int) and abs(value) > 1:
        raise InvalidValue("rate.whole_number", "fraction", value)
    return Fraction(value)


def _in_reach(value: Fraction) -> Fraction:
    if abs(value.numerator) >= _LIMIT or value.denominator >= _LIMIT:
        raise InvalidValue("number.too_long", "fraction", value, most=_MOST_DIGITS)
    return value


@guessed(
    format="use sv.format_rate(rate), en.format_rate(rate) or f'{rate:sv}'",
    from_percent='use Rate.of_percent("40")',
    value="use rate.fraction, or rate.percent, the number before the per cent sign",
    __float__="a float cannot hold every share; use rate.fraction or rate.percent",
)
@attrs.frozen(init=False, repr=False, order=False)
class Rate(Value):
    """A share of something, held as an exact fraction; it may be above 100 % or, as a difference, below zero.

    `fraction` is a `Fraction`, 0 or 1, so that `Rate(1)` is the whole; see `Rate.of_percent` and `Rate.of`. A rate is
    not a number: floats and `Decimal` are refused, so that 0.4 never becomes 40 % or 0.4 % by accident, and so is any
    other int, since `Rate(40)` may be meant as 40 %. `rate.apply(money, rounding=...)` takes the share of an amount.

    >>> Rate.of_percent("40") == Rate(Fraction(2, 5))
    True
    """

    fraction: Fraction

    def __init__(self, fraction: Fraction | int) -> None:
        fill(self, "fraction", _in_reach(_as_fraction(fraction)))

    @classmethod
    def of_percent(cls, percent: str | int | Decimal | Fraction) -> Rate:
        """Return the rate of a number of per cent: `Rate.of_percent("57.47")` is 57.47 %.

        >>> Rate.of_percent("0.5").fraction
        Fraction(1, 200)
        """
        if isinstance(percent, (bool, float)) or not isinstance(percent, (str, int, Decimal, Fraction)):
            raise TypeError(f"percent must be str, int, Decimal or Fraction, not {type(percent).__name__}")
        if isinstance(percent, str) and (len(percent) > _LONGEST or not _PLAIN_NUMBER.fullmatch(percent)):
            raise InvalidValue("number.not_plain", "percent", percent, example="57.47")
        if isinstance(percent, Decimal):
            check_in_reach("percent", percent, _LONGEST)
        return cls(Fraction(percent) / 100)

    @overload
    @classmethod
    def of(cls, part: Money, whole: Money) -> Rate: ...

    @overload
    @classmethod
    def of(cls, part: int, whole: int) -> Rate: ...

    @classmethod
    def of(cls, part: Money | int, whole: Money | int) -> Rate:
        """Return the share that `part` is of `whole`: two amounts of one currency, or two whole numbers.

        Raises `InvalidValue` when the whole is zero or the currencies differ.

        >>> Rate.of(Money(12_000_000), Money(29_000_000)), Rate.of(40, 54)
        (Rate(Fraction(12, 29)), Rate(Fraction(20, 27)))
        """
        if isinstance(part, Money) and isinstance(whole, Money):
            if part.currency != whole.currency:
                raise InvalidValue("currency.mixed", "part", part.currency, other=whole.currency)
            numbers = part.minor, whole.minor
        elif isinstance(part, int) and isinstance(whole, int) and bool not in (type(part), type(whole)):
            numbers = part, whole
        else:
            name, wrong = ("whole", whole) if isinstance(part, Money) else ("part", part)
            raise TypeError(f"{name} must be a Money, not {type(wrong).__name__}")
        if not numbers[1]:
            raise InvalidValue("rate.of_zero", "whole", whole)
        return cls(Fraction(*numbers))

    @classmethod
    def parse(cls, text: str) -> Rate:
        """Read the plain text form that `str` writes: "40%" or "12/29".

        A bare "0.4" or "40" is refused, since it may be a fraction or per cent.

        >>> Rate.parse("40 %"), Rate.parse("12/29")
        (Rate.of_percent("40"), Rate(Fraction(12, 29)))
        """
        if not isinstance(text, str):
            raise TypeError(f"text must be a str, not {type(text).__name__}")
        if len(text) <= _LONGEST:
            if percent := _PERCENT.fullmatch(text):
                return cls.of_percent(percent[1])
            if (quotient := _QUOTIENT.fullmatch(text)) and int(quotient[2]):
                return cls(Fraction(int(quotient[1]), int(quotient[2])))
        raise InvalidValue("rate.not_plain", "rate", text, example="40%")

    @property
    def percent(self) -> Decimal | None:
        """The number before the per cent sign, or None where it is no finite decimal (12/29).

        >>> Rate.of_percent("57.470").percent
        Decimal('57.47')
        """
        return _finite_decimal(self.fraction * 100)

    @property
    def complement(self) -> Rate:
        """100 % less this share: the complement of 46 % is 54 %."""
        return Rate(1 - self.fraction)

    def apply(self, money: Money, *, rounding: Rounding | None = None) -> Money:
        """Return this share of an amount; raise `InvalidValue` where it is not even and `rounding=` is missing.

        >>> from esfmodel import Rounding
        >>> Rate(Fraction(40, 54)).apply(Money(10_325_312), rounding=Rounding.WHOLE_DOWN)
        Money(7648379)
        """
        _check_kind("money", money, Money)
        return Money.of_fraction(money.as_fraction() * self.fraction, money.currency, rounding=rounding)

    def within(self, other: Rate, *, points: Rate) -> bool:
        """Whether this lies at most `points` percentage points from `other`, on either side.

        Raises `InvalidValue` when `points` is below zero.

        >>> Rate.of_percent("52.6").within(Rate.of_percent(53), points=Rate.of_percent("0.5"))
        True
        """
        _check_kind("other", other, Rate)
        _check_kind("points", points, Rate)
        if points.fraction < 0:
            raise InvalidValue("value.negative", "points", points)
        return abs(self.fraction - other.fraction) <= points.fraction

    def __add__(self, other: Rate) -> Rate:
        """Add two shares of the same whole."""
        return Rate(self.fraction + other.fraction) if isinstance(other, Rate) else NotImplemented

    def __sub__(self, other: Rate) -> Rate:
        """Subtract a share of the same whole; the difference is in percentage points."""
        return Rate(self.fraction - other.fraction) if isinstance(other, Rate) else NotImplemented

    def __mul__(self, other: Rate) -> Rate:
        """Return a share of a share: 70 % of 40 % is 28 %."""
        return Rate(self.fraction * other.fraction) if isinstance(other, Rate) else NotImplemented

    def __neg__(self) -> Rate:
        return Rate(-self.fraction)

    def __abs__(self) -> Rate:
        return Rate(abs(self.fraction))

    def __lt__(self, other: Rate) -> bool:
        return self.fraction < other.fraction if isinstance(other, Rate) else NotImplemented

    def __le__(self, other: Rate) -> bool:
        return self.fraction <= other.fraction if isinstance(other, Rate) else NotImplemented

    def __gt__(self, other: Rate) -> bool:
        return self.fraction > other.fraction if isinstance(other, Rate) else NotImplemented

    def __ge__(self, other: Rate) -> bool:
        return self.fraction >= other.fraction if isinstance(other, Rate) else NotImplemented

    def __str__(self) -> str:
        """Return the plain text form: "40%" where that is a finite decimal, else "12/29"."""
        percent = self.percent
        return f"{self.fraction.numerator}/{self.fraction.denominator}" if percent is None else f"{percent:f}%"

    def __format__(self, spec: str) -> str:
        """Return the text in a language and style: `f"{rate:sv}"`, `f"{rate:sv:exact}"`."""
        return formatted(self, spec, "rate")

    def __repr__(self) -> str:
        percent = self.percent
        if percent is None:
            return f"Rate({self.fraction!r})"
        return f'Rate.of_percent("{percent:f}")'


def _finite_decimal(number: Fraction) -> Decimal | None:
    """Return the shortest decimal equal to a fraction, or None if there is none."""
    # A fraction in lowest terms is a finite decimal just when its denominator has no prime factors but 2 and 5.
    rest, twos, fives = number.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return None
    places = max(twos, fives)
    scaled = number.numerator * (10**places // number.denominator)
    # Made from text, a Decimal is exact in every decimal context.
    return Decimal(f"{scaled}E-{places}")


def _check_kind(name: str, value: object, kind: type) -> None:
    if not isinstance(value, kind):
        raise TypeError(f"{name} must be a {kind.__name__}, not {type(value).__name__}")
