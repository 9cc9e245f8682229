"""Lines of cost: their category, and the basis on which each is computed.

Regulation (EU) 2021/1060, Article 53(1), names the bases: costs actually incurred, unit costs, lump sums and flat
rates. A flat rate depends on other lines, so the budget computes its amount: see `Budget.cost_amounts`.

>>> from esfmodel import Cost, CostCategory, Money, UnitCost
>>> Cost(CostCategory.STAFF, UnitCost(Money("674.80"), 1720)).amount
Money(1160656)
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.model.fields import (
    as_call,
    as_call_on_lines,
    as_money_like,
    check_type,
    is_a,
    is_money_like_or_unknown,
    is_text,
    is_text_or_unknown,
    is_year_or_unknown,
    tuple_of,
)
from esfmodel.values.bounds import MoneyLike
from esfmodel.values.field_type import Replaceable, fill
from esfmodel.values.format import Labelled
from esfmodel.values.money import Money, Rate, has_more_digits
from esfmodel.values.rounding import Rounding, half_up

if TYPE_CHECKING:
    from collections.abc import Iterable

_MONTHS_OF_A_YEAR = 12
_MOST_DIGITS = 64


class CostCategory(Labelled):
    """What a line of cost is for.

    `IN_KIND` is the cost that mirrors a contribution in kind, `VAT` the value added tax where it has a line of its own;
    lines of `REVENUE` and `CORRECTION` may be negative.

    >>> CostCategory.EXTERNAL_SERVICES.value
    'external services'
    """

    STAFF = "staff"
    EXTERNAL_SERVICES = "external services"
    TRAVEL = "travel"
    EQUIPMENT = "equipment"
    INFRASTRUCTURE = "infrastructure"
    OFFICE = "office"
    INDIRECT = "indirect"
    PARTICIPANTS = "participants"
    IN_KIND = "in kind"
    VAT = "VAT"
    OTHER = "other"
    REVENUE = "revenue"
    CORRECTION = "correction"

    @property
    def may_be_negative(self) -> bool:
        """Whether such lines may be below 0: revenue and corrections."""
        return self in _MAY_BE_NEGATIVE


_MAY_BE_NEGATIVE = frozenset({CostCategory.REVENUE, CostCategory.CORRECTION})


@attrs.frozen
class ActualCost(Replaceable):
    """A cost actually incurred, or budgeted as such: an amount, bounds, or None when nobody has said.

    >>> ActualCost(Money(50_000)).amount
    Money(50000)
    """

    amount: MoneyLike | None = attrs.field(default=None, converter=as_money_like, validator=is_money_like_or_unknown)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


def _as_units(value: Decimal | int | str) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        raise TypeError(f"units must be Decimal, int or str, not {type(value).__name__}")
    if isinstance(value, str) and not (value.isascii() and value.replace(".", "", 1).isdigit() and len(value) < 30):
        raise InvalidValue("number.not_plain", "units", value, example="1720.5")
    return Decimal(value)


def _not_negative(_owner: object, field: attrs.Attribute[Decimal], value: Decimal) -> None:
    is_countable = value.is_finite() and value >= 0 and abs(value.adjusted()) <= 18
    if not is_countable or has_more_digits(value, _MOST_DIGITS):
        raise InvalidValue("units.not_a_number", field.name, value)


class _Priced(Replaceable):
    """The slot of what a unit cost comes to, which is no field."""

    __slots__ = ("_computed",)

    _computed: Money


@attrs.frozen
class UnitCost(_Priced):
    """A unit cost (enhetskostnad): a price per unit and a number of units, such as hours.

    `code` names the function, occupation or table row, `region` and `year` the region and the year of the price.
    `computed` is the price times the units. `amount` is the amount stated for the line, if any, and takes precedence
    over the computed one; a rule reports the difference.

    Raises `InvalidValue` for negative units, a stated amount in another currency, and an amount of 10^18 of the
    smallest unit or more.

    >>> UnitCost(Money("674.80"), 1720, code="project worker", year=2026).computed
    Money(1160656)
    """

    price: Money = attrs.field(validator=is_a(Money))
    units: Decimal = attrs.field(converter=_as_units, validator=_not_negative)
    unit: str = attrs.field(default="hour", validator=is_text, kw_only=True)
    code: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)
    region: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)
    year: int | None = attrs.field(default=None, validator=is_year_or_unknown, kw_only=True)
    amount: Money | None = attrs.field(default=None, validator=is_a(Money, type(None)), kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    def __attrs_post_init__(self) -> None:
        """Check that price and stated amount are in one currency, and that price times units is an amount."""
        if self.amount is not None and self.amount.currency != self.price.currency:
            raise InvalidValue("currency.mixed", "amount", self.amount.currency, other=self.price.currency)
        try:
            fill(self, "_computed", self._price_of_units())
        except InvalidValue as error:
            raise InvalidValue("unit_cost.too_large", "units", self.units, price=self.price) from error

    @property
    def computed(self) -> Money:
        """The price times the units, half up to the smallest unit (öre, cent).

        >>> UnitCost(Money("0.05"), "0.5").computed
        Money("0.03")
        """
        try:
            return self._computed
        # A copy has the fields alone.
        except AttributeError:
            return self._price_of_units()

    def _price_of_units(self) -> Money:
        units, of_units = self.units.as_integer_ratio()
        return Money.of_minor(half_up(self.price.minor * units, of_units), self.price.currency)

    @classmethod
    def of_working_time(
        cls,
        price: Money,
        extent: Rate,
        *,
        hours: int,
        months: int = _MONTHS_OF_A_YEAR,
        code: str | None = None,
        region: str | None = None,
        year: int | None = None,
    ) -> UnitCost:
        """Return the hourly unit cost of a person who works part of full time.

        `hours` is a full-time year, 1 720 in Article 55(2) of Regulation (EU) 2021/1060; other programming periods have
        other numbers. `months` is how long the work goes on. Hours are rounded half up to hundredths.

        >>> UnitCost.of_working_time(Money("674.80"), Rate.of_percent(50), hours=1_720).units
        Decimal('860')
        >>> UnitCost.of_working_time(Money("674.80"), Rate.of_percent(80), hours=1_720, months=7).units
        Decimal('802.67')
        """
        check_type(extent, Rate, "extent")
        share = extent.fraction * Fraction(_count(months, "months"), _MONTHS_OF_A_YEAR)
        hundredths = Rounding.MINOR_HALF_UP.to_integer(100 * share * _count(hours, "hours"))
        whole, rest = divmod(hundredths, 100)
        worked = Decimal(whole) if rest == 0 else Decimal(hundredths).scaleb(-2)
        return cls(price, worked, code=code, region=region, year=year)

    @staticmethod
    def hourly_price(annual_cost: Money, *, hours: int, rounding: Rounding | None = None) -> Money:
        """Return the price of an hour: the latest documented annual gross employment cost divided by a year's hours.

        Article 55(2)(a) of Regulation (EU) 2021/1060 divides by 1 720 hours. Raises `InvalidValue` where the price is
        not even and `rounding=` is missing.

        >>> UnitCost.hourly_price(Money(602_000), hours=1_720)
        Money(350)
        """
        check_type(annual_cost, Money, "annual_cost")
        exact = annual_cost.as_fraction() / _count(hours, "hours")
        return Money.of_fraction(exact, annual_cost.currency, rounding=rounding)


def _count(number: int, place: str) -> int:
    if isinstance(number, bool) or not isinstance(number, int):
        raise TypeError(f"{place} must be a whole number, not {type(number).__name__}")
    if number < 1:
        raise InvalidValue("number.not_positive", place, number)
    return number


def _as_categories(value: Iterable[CostCategory]) -> tuple[CostCategory, ...]:
    return tuple_of(CostCategory, value, "base")


@attrs.frozen
class FlatRate(Replaceable):
    """A flat rate (schablon): a share of the costs of the categories in `base`.

    The budget computes its amount from the other lines: see `Budget.cost_amounts`. `amount` is the amount stated for
    the line, if any, and takes precedence over the computed one; a rule reports the difference.

    >>> FlatRate(Rate.of_percent(15), [CostCategory.STAFF]).base
    (<CostCategory.STAFF: 'staff'>,)
    """

    rate: Rate = attrs.field(validator=is_a(Rate))
    base: tuple[CostCategory, ...] = attrs.field(converter=_as_categories)
    amount: Money | None = attrs.field(default=None, validator=is_a(Money, type(None)), kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


@attrs.frozen
class LumpSum(Replaceable):
    """A lump sum (klumpsumma): paid whole when what was agreed is done, else not at all.

    >>> LumpSum(Money(400_000), description="förstudie").amount
    Money(400000)
    """

    amount: Money | None = attrs.field(default=None, validator=is_a(Money, type(None)))
    description: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


CostBasis = ActualCost | UnitCost | FlatRate | LumpSum
"""The basis on which a line of cost is computed."""


@attrs.frozen
class Cost(Replaceable):
    """A line of cost: its category and the basis it is reckoned on.

    `partner` and `phase` are the names of the partner and the phase it belongs to, `year` the calendar year.

    >>> Cost(CostCategory.INDIRECT, FlatRate(Rate.of_percent(15), [CostCategory.STAFF])).amount is None
    True
    """

    category: CostCategory = attrs.field(validator=is_a(CostCategory))
    basis: CostBasis = attrs.field(validator=is_a(ActualCost, UnitCost, FlatRate, LumpSum))
    partner: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)
    phase: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)
    year: int | None = attrs.field(default=None, validator=is_year_or_unknown, kw_only=True)
    description: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    @property
    def amount(self) -> MoneyLike | None:
        """The amount that the line alone gives: as stated, exact or within bounds, else price times units.

        None where nothing is known, and for a flat rate without a stated amount: see `Budget.cost_amounts`.
        """
        amount = self.basis.amount
        return self.computed if amount is None else amount

    @property
    def computed(self) -> MoneyLike | None:
        """The amount computed by the basis alone: price times units, or the amount of an actual cost or lump sum.

        None for a flat rate: see `Budget.computed_amounts`.
        """
        basis = self.basis
        if isinstance(basis, UnitCost):
            return basis.computed
        return None if isinstance(basis, FlatRate) else basis.amount
