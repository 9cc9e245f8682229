"""An exchange rate, of a month or a day, which the caller states: of a claim, or of a comparison with a threshold.

For what a claim declares the law names the Commission's monthly accounting rate, of another month in each act:
Regulation (EU) 2021/1060, Article 76(1)(c), and 2021/1059, Article 38(5); before them Regulation (EU) No 1303/2013,
Article 133(1), and No 1299/2013, Article 28. No article names the rate or the day for a threshold. A rate is never
looked up: an old amount keeps the rate of its day.

>>> from esfmodel import ExchangeRate, Money
>>> march = ExchangeRate("EUR", "SEK", rate="11.1735", month="2025-03")
>>> march.convert(Money(1_000, "EUR"))
Money("11173.50")
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.model.fields import as_call, as_call_on_lines, is_a, is_text_or_unknown
from esfmodel.values import dates
from esfmodel.values.dates import DateLike, as_date
from esfmodel.values.field_type import Replaceable
from esfmodel.values.money import Money
from esfmodel.values.period import Period
from esfmodel.values.rounding import Rounding

if TYPE_CHECKING:
    from typing import Any

    from esfmodel.values.dates import Date

_LONGEST = 30
_MONTH = "2025-03"
_PLAIN_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def _as_number(value: Decimal | int | str) -> Decimal:
    if isinstance(value, (bool, float)) or not isinstance(value, (Decimal, int, str)):
        raise TypeError(f"rate must be Decimal, int or str, not {type(value).__name__}")
    if isinstance(value, str) and not (len(value) < _LONGEST and _PLAIN_NUMBER.fullmatch(value)):
        raise _not_a_price("rate", value)
    return value if isinstance(value, Decimal) else Decimal(value)


def _as_month(value: Period | str | None) -> Period | None:
    if not isinstance(value, str):
        return value
    try:
        return Period(value, value, "month")
    except InvalidValue as error:
        raise InvalidValue("exchange_rate.not_one_month", "month", value, example=_MONTH) from error


def _as_day(value: DateLike | None) -> Date | None:
    return None if value is None else as_date(value, "day")


def _is_a_currency(_owner: object, field: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, str):
        raise TypeError(f"{field.name} must be an ISO 4217 code as text, not {type(value).__name__}")
    try:
        Money(0, value)
    except InvalidValue as error:
        raise error.at(field.name) from error


def _is_a_rate(_owner: object, field: attrs.Attribute[Any], value: Decimal) -> None:
    in_reach = value.is_finite() and abs(value.adjusted()) <= _LONGEST and len(value.as_tuple().digits) <= _LONGEST
    if not in_reach or value <= 0:
        raise _not_a_price(field.name, value)


def _not_a_price(place: str, value: object) -> InvalidValue:
    return InvalidValue("exchange_rate.not_a_price", place, value, example="11.1735")


def _is_a_month(_owner: object, field: attrs.Attribute[Any], value: Period | None) -> None:
    if value is None:
        return
    is_a(Period)(_owner, field, value)
    if value.months != 1 or value.precision != "month":
        raise InvalidValue("exchange_rate.not_one_month", field.name, value, example=_MONTH)


@attrs.frozen
class ExchangeRate(Replaceable):
    """What one unit of a currency costs in another, in a month, as the Commission publishes it, or on a day.

    With `ExchangeRate("EUR", "SEK", rate=...)` one euro costs `rate` kronor; amounts of either currency are converted
    into the other. `month` or `day` is when the rate counted, and `source` says who published it.

    Raises `InvalidValue` for one currency given twice, a rate that is not above 0, a month that is not one month and a
    day outside the month.

    >>> ExchangeRate("EUR", "SEK", rate="11.1735").convert(Money("11173.50"))
    Money(1000, "EUR")
    >>> ExchangeRate("EUR", "SEK", rate="11.20", day="2024-03-01", source="Riksbanken").day
    Date(2024, 3, 1)
    """

    unit_currency: str = attrs.field(validator=_is_a_currency)
    price_currency: str = attrs.field(validator=_is_a_currency)
    rate: Decimal = attrs.field(converter=_as_number, validator=_is_a_rate, kw_only=True)
    month: Period | None = attrs.field(default=None, converter=_as_month, validator=_is_a_month, kw_only=True)
    day: dates.Date | None = attrs.field(default=None, converter=_as_day, kw_only=True)
    source: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    def __attrs_post_init__(self) -> None:
        if self.unit_currency == self.price_currency:
            raise InvalidValue("exchange_rate.same_currency", "price_currency", self.price_currency)
        if self.day is not None and self.month is not None and self.day not in self.month:
            raise InvalidValue("exchange_rate.not_of_month", "day", self.day.isoformat(), month=self.month)

    def convert(self, money: Money, *, rounding: Rounding = Rounding.MINOR_HALF_UP) -> Money:
        """Convert an amount of either currency into the other; raise `InvalidValue` for an amount in a third."""
        if not isinstance(money, Money):
            raise TypeError(f"money must be a Money, not {type(money).__name__}")
        rate = Fraction(*self.rate.as_integer_ratio())
        if money.currency == self.unit_currency:
            return Money.of_fraction(money.as_fraction() * rate, self.price_currency, rounding=rounding)
        if money.currency == self.price_currency:
            return Money.of_fraction(money.as_fraction() / rate, self.unit_currency, rounding=rounding)
        raise not_of_currency(self, "money", money.currency)


def not_of_currency(rate: ExchangeRate, place: str, currency: str) -> InvalidValue:
    """Return the error for a currency that the rate does not convert."""
    unit, price = rate.unit_currency, rate.price_currency
    return InvalidValue("exchange_rate.not_of_currency", place, currency, unit=unit, price=price)
