r"""Amounts of money, exact to the smallest unit in one currency, and exact shares: 40 %, 12/29, 57.47 %.

>>> from esfmodel import Money, Rate
>>> Money(3_706_566) + Money(1_235_522)
Money(4942088)
>>> Rate.of(Money(3_706_566), Money(4_942_088))
Rate.of_percent("75")
>>> Rate.of_percent("40").apply(Money(1_000))
Money(400)
>>> f"{Money(3_706_566):sv}"
'3\xa0706\xa0566\xa0kr'
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Never, NoReturn, overload

import attrs

from esfmodel.errors import InvalidValue, shown
from esfmodel.values.currencies import MINOR_DIGITS
from esfmodel.values.field_type import Value, fill
from esfmodel.values.format import formatted
from esfmodel.values.guesses import guessed
from esfmodel.values.rounding import Remainder, Rounding

if TYPE_CHECKING:
    from collections.abc import Iterable

# Far above every budget, and below 2^63, the limit of integers in most databases.
_LIMIT = 10**18
_MINOR_PER_UNIT: tuple[int, ...] = tuple(10**digits for digits in range(max(MINOR_DIGITS.values()) + 1))
"""How many of the smallest unit a krona or euro is, by the number of decimals of the currency."""
# Longer text is no amount; the limit keeps reading fast, since int() takes quadratic time.
_LONGEST = 64
_PLAIN_NUMBER = re.compile(r"([+-]?[0-9]+)(?:\.([0-9]+))?")
_CURRENCY = re.compile(r"[A-Z]{3}")
_PLAIN_TEXT = re.compile(rf"({_PLAIN_NUMBER.pattern}) (\S*)")


@guessed(
    format="use sv.format_money(money), en.format_money(money) or f'{money:sv}'",
    quantize="use money.rounded(Rounding.MINOR_HALF_UP)",
    round="use money.rounded(Rounding.WHOLE_HALF_UP)",
    split="use money.allocate([1, 1]), with a weight for each part",
    value="use money.amount, a Decimal, or money.minor, the number of the smallest units",
    __round__="an amount is rounded as you say: money.rounded(Rounding.WHOLE_HALF_UP)",
    __int__="an amount is no number; use money.minor, the number of the smallest units, or money.amount, a Decimal",
    __float__="a float cannot hold öre; use money.amount, a Decimal",
)
@attrs.frozen(init=False, repr=False)
class Money(Value):
    """An amount in one currency, exact to the öre or cent, below 10^18 of them.

    `amount` is in kronor or euro: an int, a `Decimal` or a plain number as text ("1234.50"), never a float, which
    cannot hold öre. An amount finer than the currency's smallest unit needs `rounding=`. Raises `InvalidValue` for what
    is no amount and `TypeError` for a wrong type. Two currencies are never added or ordered; they are unequal.
    An amount of zero counts as true, like every other, so that it is not taken for a missing one; ask `is_zero`.

    >>> Money("1234.5").amount, Money("1234.5").minor
    (Decimal('1234.50'), 123450)
    >>> sum([Money(1), Money("0.50")], Money(0))
    Money("1.50")
    """

    # `attrs.evolve` gives each field by its alias; its TypeError names this one.
    minor: int = attrs.field(alias="use_copy_replace")
    currency: str

    def __init__(self, amount: int | str | Decimal, currency: str = "SEK", *, rounding: Rounding | None = None) -> None:
        exact = _in_smallest_units(amount, _minor_digits(currency))
        if rounding is None and isinstance(exact, int):
            minor = below_limit(exact, amount)
        else:
            minor = _to_minor(amount, exact, currency, rounding)
        fill(self, "minor", minor)
        fill(self, "currency", currency)

    def __attrs_post_init__(self) -> None:
        Money.of_minor(self.minor, self.currency)

    def __replace__(self, /, **changes: Any) -> Money:  # noqa: ANN401
        now: dict[str, Any] = {"amount": self.amount, "currency": self.currency}
        return Money(**now | changes)

    def __composite_values__(self) -> tuple[Decimal, str]:
        """Return the amount and the currency, which SQLAlchemy stores in two columns as a composite.

        >>> Money("12.50", "EUR").__composite_values__()
        (Decimal('12.50'), 'EUR')
        """
        return self.amount, self.currency

    @classmethod
    def of_minor(cls, minor: int, currency: str = "SEK") -> Money:
        """Return the amount of a number of smallest units (öre, cent).

        >>> Money.of_minor(123450)
        Money("1234.50")
        """
        if not isinstance(minor, int) or type(minor) is bool:
            raise TypeError(f"minor is a whole number of the smallest unit, not {type(minor).__name__}")
        _minor_digits(currency)
        return _of_checked_minor(below_limit(minor, minor), currency)

    @classmethod
    def of_fraction(cls, amount: Fraction, currency: str = "SEK", *, rounding: Rounding | None = None) -> Money:
        """Return the amount of an exact fraction of kronor or euro; one that is not even needs `rounding=`.

        >>> Money.of_fraction(Fraction(100, 3), rounding=Rounding.WHOLE_DOWN)
        Money(33)
        """
        if isinstance(amount, bool) or not isinstance(amount, (Fraction, int)):
            raise TypeError(f"amount must be a Fraction or an int, not {type(amount).__name__}")
        # Most amounts are whole, and `int` is much faster than `Fraction`.
        exact = amount.numerator if amount.denominator == 1 else amount
        scaled = exact * _MINOR_PER_UNIT[_minor_digits(currency)]
        return _of_checked_minor(_to_minor(amount, scaled, currency, rounding), currency)

    @classmethod
    def parse(cls, text: str) -> Money:
        """Read the plain text form that `str` writes: the amount, a space and the currency code.

        Swedish and English text is read by `esfmodel.text.sv.parse_money` and `esfmodel.text.en.parse_money`.

        >>> Money.parse("12.50 EUR")
        Money("12.50", "EUR")
        """
        if not isinstance(text, str):
            raise TypeError(f"text must be a str, not {type(text).__name__}")
        found = None if len(text) > 2 * _LONGEST else _PLAIN_TEXT.fullmatch(text)
        if found is None:
            raise InvalidValue("money.not_plain", "amount", text, example="12.50 EUR")
        return cls(found[1], found[4])

    @property
    def amount(self) -> Decimal:
        """The amount in kronor or euro."""
        # Made from text, a Decimal is exact in every decimal context.
        return Decimal(f"{self.minor}E-{self.digits}")

    @property
    def digits(self) -> int:
        """The number of decimals of the currency: two for kronor, none for yen."""
        return MINOR_DIGITS[self.currency]

    @property
    def is_whole(self) -> bool:
        """Whether the amount has no öre or cent."""
        return self.minor % _MINOR_PER_UNIT[self.digits] == 0

    @property
    def is_zero(self) -> bool:
        """Whether the amount is nothing, in whatever currency.

        >>> Money(0).is_zero, bool(Money(0))
        (True, True)
        """
        return self.minor == 0

    def as_fraction(self) -> Fraction:
        """Return the amount in kronor or euro as an exact fraction."""
        return Fraction(self.minor, _MINOR_PER_UNIT[self.digits])

    def rounded(self, rounding: Rounding) -> Money:
        """Return the amount rounded as `rounding` says.

        >>> Money("4438625.19").rounded(Rounding.WHOLE_DOWN)
        Money(4438625)
        """
        return Money.of_fraction(self.as_fraction(), self.currency, rounding=rounding)

    def allocate(
        self, weights: Iterable[int | Decimal | Fraction], *, remainder: Remainder = Remainder.LARGEST
    ) -> tuple[Money, ...]:
        """Split the amount in proportion to `weights`; the parts always add up to the whole.

        Each part is less than one smallest unit from its exact share, and `remainder` says which parts get the units
        left over. A negative amount is split as the mirror image of the positive one.

        Raises `InvalidValue` when there are no weights, one is negative, or all are zero.

        >>> Money(100).allocate([1, 1, 1])
        (Money("33.34"), Money("33.33"), Money("33.33"))
        """
        if not isinstance(remainder, Remainder):
            raise TypeError(f"remainder must be a Remainder, not {type(remainder).__name__}")
        shares = _checked_weights(weights)
        whole = sum(shares)
        size = abs(self.minor)
        # All parts are rounded down, so fewer units are left than parts that were rounded: at most one unit each.
        cut = [divmod(size * share, whole) for share in shares]
        parts = [quotient for quotient, _ in cut]
        uneven = [index for index, (_, rest) in enumerate(cut) if rest]
        if remainder is Remainder.LARGEST:
            uneven.sort(key=lambda index: -cut[index][1])
        elif remainder is Remainder.LAST:
            uneven.reverse()
        for index in uneven[: size - sum(parts)]:
            parts[index] += 1
        sign = -1 if self.minor < 0 else 1
        return tuple(_of_checked_minor(sign * part, self.currency) for part in parts)

    def __add__(self, other: Money) -> Money:
        if not isinstance(other, Money):
            return NotImplemented
        self._check_same_currency(other)
        return _of_checked_minor(below_limit(self.minor + other.minor, (self, other), "sum"), self.currency)

    def __sub__(self, other: Money) -> Money:
        if not isinstance(other, Money):
            return NotImplemented
        self._check_same_currency(other)
        return _of_checked_minor(below_limit(self.minor - other.minor, (self, other), "difference"), self.currency)

    def __radd__(self, other: Never) -> NoReturn:
        """Refuse to be added to a number, as by `sum` without a start."""
        advice = f"to sum amounts, write sum(xs, {Money(0, self.currency)!r})"
        raise TypeError(f"an amount is added to an amount, not to {shown(other)}; {advice}")

    def __mul__(self, times: int) -> Money:
        if isinstance(times, bool) or not isinstance(times, int):
            _refuse_share("times", times)
            return NotImplemented
        return _of_checked_minor(below_limit(self.minor * times, (self, times), "product"), self.currency)

    __rmul__ = __mul__

    def __truediv__(self, other: Money) -> Rate:
        """Return the share that this is of another amount, as `Rate.of` does.

        >>> Money(3_706_566) / Money(4_942_088)
        Rate.of_percent("75")
        """
        if isinstance(other, Money):
            return Rate.of(self, other)
        _refuse_share("divided by", other)
        return NotImplemented

    def __neg__(self) -> Money:
        return _of_checked_minor(-self.minor, self.currency)

    def __abs__(self) -> Money:
        return _of_checked_minor(abs(self.minor), self.currency)

    def __lt__(self, other: Money) -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        self._check_same_currency(other)
        return self.minor < other.minor

    def __le__(self, other: Money) -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        self._check_same_currency(other)
        return self.minor <= other.minor

    def __gt__(self, other: Money) -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        return other < self

    def __ge__(self, other: Money) -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        return other <= self

    def _check_same_currency(self, other: Money) -> None:
        if self.currency != other.currency:
            raise InvalidValue("currency.mixed", "currency", other.currency, other=self.currency)

    def __str__(self) -> str:
        """Return the plain text form, such as "3706566 SEK" or "12.50 EUR"."""
        return f"{self._plain_amount()} {self.currency}"

    def __format__(self, spec: str) -> str:
        """Return the text in a language and style: `f"{money:sv}"`, `f"{money:sv:mnkr}"`."""
        return formatted(self, spec, "money")

    def __repr__(self) -> str:
        plain = self._plain_amount()
        number = plain if self.is_whole else f'"{plain}"'
        return f"Money({number})" if self.currency == "SEK" else f'Money({number}, "{self.currency}")'

    def _plain_amount(self) -> str:
        whole, rest = divmod(self.minor, _MINOR_PER_UNIT[MINOR_DIGITS[self.currency]])
        return str(self.amount if rest else whole)


def _refuse_share(operator: str, other: object) -> None:
    """Raise a `TypeError` that says what to write where an amount is multiplied or divided by a number or a share."""
    if isinstance(other, (int, float, Decimal, Fraction, Rate)):
        advice = "write rate.apply(money, rounding=...) with a rate such as Rate.of(1, 2), or money.allocate(weights)"
        raise TypeError(f"an amount {operator} {shown(other)} may not come out even; {advice}")


def _of_checked_minor(minor: int, currency: str) -> Money:
    money = object.__new__(Money)
    fill(money, "minor", minor)
    fill(money, "currency", currency)
    return money


def minor_per_unit(currency: str) -> int:
    """Return how many smallest units (öre, cent) one of a currency has."""
    return _MINOR_PER_UNIT[MINOR_DIGITS[currency]]


def _minor_digits(currency: str) -> int:
    if not isinstance(currency, str):
        raise TypeError(f"currency must be an ISO 4217 code as text, not {type(currency).__name__}")
    if currency not in MINOR_DIGITS:
        known = currency.strip().upper() if len(currency) < _LONGEST else ""
        if known in {"KR", "KRONOR", ":-"}:
            known = "SEK"
        if _CURRENCY.fullmatch(known) and known in MINOR_DIGITS:
            raise InvalidValue("currency.other_writing", "currency", currency, right=known)
        raise InvalidValue("currency.unknown", "currency", currency, example="SEK")
    return MINOR_DIGITS[currency]


def _in_smallest_units(amount: int | str | Decimal, digits: int) -> Fraction | int:
    """Return the amount in öre, as a fraction only where it is finer than that."""
    if isinstance(amount, int) and type(amount) is not bool:
        return amount * _MINOR_PER_UNIT[digits]
    if isinstance(amount, str):
        whole, decimals = _parts_of_plain("amount", amount, _LONGEST, example="1234.50")
        minor = int(whole + decimals.ljust(digits, "0"))
        return minor if len(decimals) <= digits else _quotient(minor, 10 ** (len(decimals) - digits))
    if isinstance(amount, Decimal):
        check_in_reach("amount", amount, _LONGEST)
        numerator, denominator = amount.as_integer_ratio()
        return _quotient(numerator * _MINOR_PER_UNIT[digits], denominator)
    why = _NO_FLOAT if isinstance(amount, float) else ": True is not an amount" if isinstance(amount, bool) else ""
    raise TypeError(f"amount must be int, str or Decimal, not {type(amount).__name__}{why}")


def _parts_of_plain(place: str, text: str, longest: int, *, example: str) -> tuple[str, str]:
    """Return the digits of a plain number before the decimal point, with its sign, and those after it."""
    number = None if len(text) > longest else _PLAIN_NUMBER.fullmatch(text)
    if number is None:
        raise InvalidValue("number.not_plain", place, text, example=example)
    return number[1], number[2] or ""


def _quotient(numerator: int, denominator: int) -> Fraction | int:
    even, rest = divmod(numerator, denominator)
    return Fraction(numerator, denominator) if rest else even


def check_in_reach(place: str, number: Decimal, most: int) -> None:
    """Raise `InvalidValue` for NaN and the infinities, and for a number of more than `most` digits."""
    if not number.is_finite():
        raise InvalidValue("number.not_finite", place, number)
    if not -most <= number.adjusted() <= most or has_more_digits(number, most):
        raise InvalidValue("number.too_long", place, number, most=most)


def has_more_digits(number: Decimal, most: int) -> bool:
    """Whether a number has more than `most` digits."""
    # Its text is never shorter than its digits, and is made much faster than a tuple of them.
    return len(str(number)) > most and len(number.as_tuple().digits) > most


_NO_FLOAT = ": binary floats cannot hold öre; write the amount as text or Decimal"


def _to_minor(given: object, scaled: Fraction | int, currency: str, rounding: Rounding | None) -> int:
    if rounding is None:
        if scaled.denominator == 1:
            return below_limit(scaled.numerator, given)
        if MINOR_DIGITS[currency] == 2:
            raise InvalidValue("money.too_fine", "amount", given)
        raise InvalidValue("money.too_fine_for", "amount", given, currency=currency)
    if not isinstance(rounding, Rounding):
        raise TypeError(f"rounding must be a Rounding, not {type(rounding).__name__}")
    if rounding.is_whole:
        unit = minor_per_unit(currency)
        return below_limit(rounding.to_integer(Fraction(scaled, unit)) * unit, given)
    if scaled.denominator == 1:  # nothing to round, and `Fraction` is slow
        return below_limit(scaled.numerator, given)
    return below_limit(rounding.to_integer(Fraction(scaled)), given)


def below_limit(minor: int, given: object, place: str = "amount") -> int:
    """Return a number of smallest units; raise `InvalidValue` for one too large for an amount."""
    if abs(minor) >= _LIMIT:
        raise InvalidValue("money.too_large", place, given)
    return minor


def _checked_weights(weights: Iterable[int | Decimal | Fraction]) -> list[int]:
    """Return whole numbers in the same proportion as the weights."""
    fractions: list[Fraction] = []
    for index, weight in enumerate(weights):
        if isinstance(weight, (bool, float)) or not isinstance(weight, (int, Decimal, Fraction)):
            raise TypeError(f"weights[{index}] must be int, Decimal or Fraction, not {type(weight).__name__}")
        if isinstance(weight, Decimal):
            check_in_reach(f"weights[{index}]", weight, _LONGEST)
        if weight < 0:
            raise InvalidValue("value.negative", f"weights[{index}]", weight)
        fractions.append(Fraction(weight))
    common = math.lcm(*(fraction.denominator for fraction in fractions))
    if not any(fractions):
        raise InvalidValue("weights.all_zero", "weights")
    return [fraction.numerator * (common // fraction.denominator) for fraction in fractions]


# --- Shares

_MOST_DIGITS = 100
_RATE_LIMIT = 10**_MOST_DIGITS
# The longest text of a share below the limit: a hundred digits, and as many decimals as 2^332 has in a denominator.
_LONGEST_RATE = 450
_PERCENT = re.compile(r"([+-]?[0-9]+(?:\.[0-9]+)?)[ \N{NO-BREAK SPACE}]?%")
_QUOTIENT = re.compile(r"([+-]?[0-9]+)/([0-9]+)")


def _as_fraction(value: Fraction | int) -> Fraction:
    # To copy a fraction takes longer than to compute one.
    if type(value) is Fraction:
        return value
    if isinstance(value, bool) or not isinstance(value, (Fraction, int)):
        raise TypeError(f"fraction must be a Fraction or an int, not {type(value).__name__}; see Rate.of_percent")
    if isinstance(value, int) and abs(value) > 1:
        raise InvalidValue("rate.whole_number", "fraction", value)
    return Fraction(value)


def _in_reach(value: Fraction) -> Fraction:
    if abs(value.numerator) >= _RATE_LIMIT or value.denominator >= _RATE_LIMIT:
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
        if isinstance(percent, bool) or not isinstance(percent, (str, int, Decimal, Fraction)):
            raise TypeError(f"percent must be str, int, Decimal or Fraction, not {type(percent).__name__}")
        if isinstance(percent, str):
            whole, decimals = _parts_of_plain("percent", percent, _LONGEST_RATE, example="57.47")
            numerator, denominator = int(whole + decimals), 10 ** len(decimals)
        else:
            if isinstance(percent, Decimal):
                check_in_reach("percent", percent, _LONGEST_RATE)
            numerator, denominator = percent.as_integer_ratio()
        return cls(Fraction(numerator, 100 * denominator))

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
        if len(text) <= _LONGEST_RATE:
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
