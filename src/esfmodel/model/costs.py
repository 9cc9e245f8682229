"""What a project costs: lines of cost by category, each on the basis it is reckoned on.

Regulation (EU) 2021/1060, Article 53(1), names the bases: costs actually incurred, unit costs, lump sums and flat
rates.

>>> from esfmodel import ActualCost, Cost, CostCategory, Money
>>> Cost(CostCategory.STAFF, ActualCost(Money(1_200_000))).amount
Money(1200000)
"""

from __future__ import annotations

import enum
from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.model._fields import (
    as_money_like,
    is_a,
    is_money_like_or_unknown,
    is_text,
    is_text_or_unknown,
    is_year_or_unknown,
    tuple_of,
)
from esfmodel.model._repr import as_call, as_call_on_lines
from esfmodel.values.bounds import MoneyLike
from esfmodel.values.money import Money
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Iterable


class CostCategory(enum.Enum):
    """What a line of cost is for.

    `IN_KIND` is the cost that mirrors a contribution in kind, `VAT` the value added tax where it has a line of its own;
    `REVENUE` and `CORRECTION` are the lines that may be negative.

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


@attrs.frozen
class ActualCost:
    """A cost actually incurred, or budgeted as such: an amount, bounds, or None when nobody has said.

    >>> ActualCost(Money(50_000)).amount
    Money(50000)
    """

    amount: MoneyLike | None = attrs.field(default=None, converter=as_money_like, validator=is_money_like_or_unknown)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


def _as_units(value: Decimal | int | str) -> Decimal:
    if isinstance(value, (bool, float)) or not isinstance(value, (Decimal, int, str)):
        raise TypeError(f"units must be Decimal, int or str, not {type(value).__name__}")
    if isinstance(value, str) and not (value.isascii() and value.replace(".", "", 1).isdigit() and len(value) < 30):
        raise InvalidValue("units", value, "is not a plain number such as '1720' or '0.5'", "write digits and a point")
    return value if isinstance(value, Decimal) else Decimal(value)


def _not_negative(_owner: object, field: attrs.Attribute[Decimal], value: Decimal) -> None:
    if not value.is_finite() or value < 0 or abs(value.adjusted()) > 18:
        raise InvalidValue(field.name, value, "is not a number of units", "give a number from 0")


@attrs.frozen
class UnitCost:
    """A unit cost (enhetskostnad): a price per unit and a number of units, such as hours.

    `amount` is the amount stated for the line, if any; `code` names the function, occupation or table row.

    >>> UnitCost(Money("674.80"), 1720, code="project worker").units
    Decimal('1720')
    """

    price: Money = attrs.field(validator=is_a(Money))
    units: Decimal = attrs.field(converter=_as_units, validator=_not_negative)
    unit: str = attrs.field(default="hour", validator=is_text, kw_only=True)
    code: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)
    amount: Money | None = attrs.field(default=None, validator=is_a(Money, type(None)), kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    def __attrs_post_init__(self) -> None:
        """Check that price and stated amount are in one currency."""
        if self.amount is not None and self.amount.currency != self.price.currency:
            raise InvalidValue("amount", self.amount, f"is in another currency than the price, {self.price}", "use one")


def _as_categories(value: Iterable[CostCategory]) -> tuple[CostCategory, ...]:
    return tuple_of(CostCategory, value, "base")


@attrs.frozen
class FlatRate:
    """A flat rate (schablon): a share of the costs of other categories. `amount` is the amount stated, if any.

    >>> FlatRate(Rate.of_percent(15), [CostCategory.STAFF]).base
    (<CostCategory.STAFF: 'staff'>,)
    """

    rate: Rate = attrs.field(validator=is_a(Rate))
    base: tuple[CostCategory, ...] = attrs.field(converter=_as_categories)
    amount: Money | None = attrs.field(default=None, validator=is_a(Money, type(None)), kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


@attrs.frozen
class LumpSum:
    """A lump sum (klumpsumma): paid whole when what was agreed is done, else not at all.

    >>> LumpSum(Money(400_000), description="förstudie").amount
    Money(400000)
    """

    amount: Money | None = attrs.field(default=None, validator=is_a(Money, type(None)))
    description: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


CostBasis = ActualCost | UnitCost | FlatRate | LumpSum
"""How a line of cost is reckoned."""


@attrs.frozen
class Cost:
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
        """The amount stated for the line, exact or within bounds; None where none is stated."""
        return self.basis.amount
