"""Payment claims (ansökan om utbetalning): the costs of a period.

Regulation (EU) 2021/1060, Article 74(1)(b): the managing authority pays the beneficiary in full and within 80 days of
the payment claim.

>>> from esfmodel import Claim, ClaimedCost, CostCategory, Money, Period
>>> claim = Claim(
...     1,
...     Period("2025-01-01", "2025-02-28"),
...     costs=[
...         ClaimedCost(CostCategory.STAFF, Money(212_000)),
...         ClaimedCost(CostCategory.REVENUE, Money(-4_000), description="deltagaravgifter"),
...     ],
...     on="2025-04-15",
... )
>>> claim.claimed
Money(208000)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.model.budget import currency_in
from esfmodel.model.costs import CostCategory
from esfmodel.model.fields import as_call, as_call_on_lines, is_a, is_positive_or_unknown, is_text_or_unknown, tuple_of
from esfmodel.model.funding import Contribution
from esfmodel.model.ledger.exchange import ExchangeRate, not_of_currency
from esfmodel.values import dates
from esfmodel.values.field_type import Replaceable
from esfmodel.values.money import Money
from esfmodel.values.period import Period, as_when

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable
    from typing import Any

    from esfmodel.values.dates import Date


def _as_on(value: datetime.date | Period | str | None) -> Date | Period | None:
    return as_when(value, "on")


def _as_decided_on(value: datetime.date | Period | str | None) -> Date | Period | None:
    return as_when(value, "decided_on")


def _as_incurred_on(value: datetime.date | Period | str | None) -> Date | Period | None:
    return as_when(value, "incurred_on")


def _as_paid_on(value: datetime.date | Period | str | None) -> Date | Period | None:
    return as_when(value, "paid_on")


def _is_a_number(owner: object, field: attrs.Attribute[Any], value: object) -> None:
    if value is None:
        raise TypeError(f"{field.name} must be a whole number, not NoneType")
    is_positive_or_unknown(owner, field, value)


@attrs.frozen
class ClaimedCost(Replaceable):
    """A cost in a claim; a correction (rättelse) of an earlier one is a negative amount of the same category.

    Actual costs, unit costs and whole lump sums are listed; what a flat rate adds follows from the budget. `partner`
    and `phase` are the names in the budget. `incurred_on` is when the work was done or the goods delivered, `paid_on`
    when the cost was paid, each a day or a `Period`. `corrects` is the number of the claim that a correction goes back
    to, whose exchange rate and time it keeps. `invoice` is the supplier and the number of the invoice, as stated.

    >>> ClaimedCost(CostCategory.TRAVEL, Money(-1_250), corrects=1).is_correction
    True
    """

    category: CostCategory = attrs.field(validator=is_a(CostCategory))
    amount: Money = attrs.field(validator=is_a(Money))
    partner: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)
    phase: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)
    incurred_on: dates.Date | Period | None = attrs.field(default=None, converter=_as_incurred_on, kw_only=True)
    paid_on: dates.Date | Period | None = attrs.field(default=None, converter=_as_paid_on, kw_only=True)
    corrects: int | None = attrs.field(default=None, validator=is_positive_or_unknown, kw_only=True)
    invoice: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)
    description: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    @property
    def is_correction(self) -> bool:
        """Whether this reduces or increases a cost of an earlier claim."""
        return self.corrects is not None or self.category is CostCategory.CORRECTION


def _as_costs(value: Iterable[ClaimedCost]) -> tuple[ClaimedCost, ...]:
    return tuple_of(ClaimedCost, value, "costs")


def _as_financing(value: Iterable[Contribution]) -> tuple[Contribution, ...]:
    return tuple_of(Contribution, value, "financing")


@attrs.frozen
class Claim(Replaceable):
    """A payment claim (ansökan om utbetalning): its number, the period it is about and the costs of that period.

    `on` is the day it was handed in, `decided_on` the day it was decided and `paid_on` the day on which the support was
    paid to the beneficiary, each a `Period` where only the month or year is known. `financing` is what others than the
    fund paid in the period, as far as stated. All amounts are in one currency; `exchange_rate` is the rate at which
    they were converted into the grant's, where that is another.

    Raises `InvalidValue` for two currencies in one claim, a rate that does not convert its amounts, and a correction of
    a claim that does not come before it.

    >>> Claim(2, Period("2025-03-01", "2025-04-30")).claimed is None
    True
    """

    number: int = attrs.field(validator=_is_a_number)
    period: Period | None = attrs.field(default=None, validator=is_a(Period, type(None)))
    costs: tuple[ClaimedCost, ...] = attrs.field(default=(), converter=_as_costs, kw_only=True)
    financing: tuple[Contribution, ...] = attrs.field(default=(), converter=_as_financing, kw_only=True)
    on: dates.Date | Period | None = attrs.field(default=None, converter=_as_on, kw_only=True)
    decided_on: dates.Date | Period | None = attrs.field(default=None, converter=_as_decided_on, kw_only=True)
    paid_on: dates.Date | Period | None = attrs.field(default=None, converter=_as_paid_on, kw_only=True)
    exchange_rate: ExchangeRate | None = attrs.field(
        default=None, validator=is_a(ExchangeRate, type(None)), kw_only=True
    )

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    def __attrs_post_init__(self) -> None:
        """Check that there is one currency, and that only earlier claims are corrected."""
        _check_one_currency(self)
        for index, cost in enumerate(self.costs):
            if cost.corrects is not None and cost.corrects >= self.number:
                place, line = f"costs[{index}].corrects", {f"costs[{index}]": cost.description or cost.category}
                raise InvalidValue("claim.corrects_later", place, cost.corrects, names=line, number=self.number)

    @property
    def currency(self) -> str | None:
        """The currency of every amount in the claim; None when there is no amount."""
        return next((currency for _, currency in _currencies(self)), None)

    @property
    def claimed(self) -> Money | None:
        """The sum of the listed costs, without what flat rates add; None when none is listed."""
        amounts = [cost.amount for cost in self.costs]
        return sum(amounts[1:], amounts[0]) if amounts else None


def _currencies(claim: Claim) -> list[tuple[str, str]]:
    """Return the place and currency of every amount in the claim."""
    financing = ((index, part.amount) for index, part in enumerate(claim.financing) if part.amount is not None)
    return [
        *((f"costs[{index}]", cost.amount.currency) for index, cost in enumerate(claim.costs)),
        *((f"financing[{index}]", currency_in(amount)) for index, amount in financing),
    ]


def _check_one_currency(claim: Claim) -> None:
    found = _currencies(claim)
    for place, currency in found[1:]:
        if currency != found[0][1]:
            raise InvalidValue("currency.mixed", place, currency, other=found[0][1])
    rate = claim.exchange_rate
    if rate is not None and found and found[0][1] not in (rate.unit_currency, rate.price_currency):
        raise not_of_currency(rate, "exchange_rate", found[0][1])
