"""The rows of a grant's ledger, and the events they record.

>>> from esfmodel import Money
>>> from esfmodel.model import PaymentLimit, PaymentLimitKind
>>> PaymentLimit(PaymentLimitKind.GRANTED, Money(10_325_312)).kind.value
'granted support'
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.model.costs import CostCategory
from esfmodel.model.decision import Decision, Limit
from esfmodel.model.fields import (
    as_call,
    as_call_on_lines,
    as_money_like,
    as_tuple,
    is_a,
    is_money_like_or_unknown,
    is_positive_or_unknown,
    tuple_of,
)
from esfmodel.model.ledger.claims import Claim
from esfmodel.values import dates
from esfmodel.values.bounds import MoneyLike
from esfmodel.values.format import Labelled
from esfmodel.values.money import Money
from esfmodel.values.period import Period, as_when

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable
    from typing import Any

    from esfmodel.values.dates import Date


class LedgerEvent(Labelled):
    """What a row of the ledger is about.

    >>> LedgerEvent.ADVANCE.value
    'advance'
    """

    ADVANCE = "advance"
    CLAIM = "claim"
    AMENDMENT = "amendment"
    CLOSURE = "closure"


class PaymentLimitKind(Labelled):
    """What limits the support due: the decided share of the costs, the support granted, or a limit of the decision.

    >>> PaymentLimitKind.SHARE.value
    'decided share'
    """

    SHARE = "decided share"
    GRANTED = "granted support"
    LIMIT = "limit of the decision"


@cache
def _check_when() -> Callable[[object, attrs.Attribute[Any], object], None]:
    return is_a(dates.Date, Period, type(None))


def _is_when(row: object, field: attrs.Attribute[Any], value: object) -> None:
    # The class of a day is looked up with the first row, not when this module is imported.
    _check_when()(row, field, value)


@attrs.frozen
class PaymentLimit:
    """The most support that can be due for all costs so far, for one reason; `limit` is the decision's limit, if any.

    `base` is what a share was taken of: all costs, all but those in kind, or the public money other than the support.

    >>> PaymentLimit(PaymentLimitKind.SHARE, Money(5)).limit is None
    True
    """

    kind: PaymentLimitKind = attrs.field(validator=is_a(PaymentLimitKind))
    amount: Money = attrs.field(validator=is_a(Money))
    base: Money | None = attrs.field(default=None, validator=is_a(Money, type(None)), kw_only=True)
    limit: Limit | None = attrs.field(default=None, validator=is_a(Limit, type(None)), kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


def _as_limits(value: Iterable[PaymentLimit]) -> tuple[PaymentLimit, ...]:
    return tuple_of(PaymentLimit, value, "limits")


@attrs.frozen(kw_only=True)
class LedgerRow:
    """The amounts of one event of a grant, all in the grant's currency.

    `claimed` is the sum of the costs listed and `flat_rates` what flat rates add. `support` is what is due for them,
    below 0 where a correction or a lower grant takes back more than it gives. `settled` is the part of it that an
    advance had paid already (avräkning), and `paid` what is paid out, or below 0 what is to be paid back.
    `costs_so_far`, `support_so_far` and `advance_left`, the advance not yet settled, are sums after the event. `limits`
    are all limits that were compared.

    >>> from esfmodel import AdvancePayment, Budget, Decision, DecisionKind, Ledger
    >>> granted = Decision(DecisionKind.GRANTED, support=Money(40), budget=Budget(total=Money(100)))
    >>> Ledger(granted, [AdvancePayment(Money(10))]).rows[0].advance_left
    Money(10)
    """

    event: LedgerEvent = attrs.field(validator=is_a(LedgerEvent))
    number: int | None = attrs.field(default=None, validator=is_positive_or_unknown)
    on: dates.Date | Period | None = attrs.field(default=None, validator=_is_when)
    claimed: Money = attrs.field(validator=is_a(Money))
    flat_rates: Money = attrs.field(validator=is_a(Money))
    support: Money = attrs.field(validator=is_a(Money))
    settled: Money = attrs.field(validator=is_a(Money))
    paid: Money = attrs.field(validator=is_a(Money))
    costs_so_far: Money = attrs.field(validator=is_a(Money))
    support_so_far: Money = attrs.field(validator=is_a(Money))
    advance_left: Money = attrs.field(validator=is_a(Money))
    limits: tuple[PaymentLimit, ...] = attrs.field(default=(), converter=_as_limits)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    @property
    def costs(self) -> Money:
        """The costs of the event: those listed and what flat rates add."""
        return self.claimed + self.flat_rates

    @property
    def paid_so_far(self) -> Money:
        """All that was paid and not reclaimed, advances included."""
        return self.support_so_far + self.advance_left

    @property
    def binding(self) -> PaymentLimit | None:
        """The least of the limits, which decided how much support is due; the first of several equal ones."""
        return min(self.limits, key=lambda limit: limit.amount.minor, default=None)


@attrs.frozen
class CategoryOutcome:
    """What has been incurred in a category (upparbetat) against its budget, and what remains.

    `budgeted` is None where the budget has no lines or does not state it.

    >>> CategoryOutcome(CostCategory.TRAVEL, budgeted=Money(50_000), incurred=Money(12_000)).remaining
    Money(38000)
    """

    category: CostCategory = attrs.field(validator=is_a(CostCategory))
    budgeted: MoneyLike | None = attrs.field(
        default=None, converter=as_money_like, validator=is_money_like_or_unknown, kw_only=True
    )
    incurred: Money = attrs.field(validator=is_a(Money), kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    @property
    def remaining(self) -> MoneyLike | None:
        """What is left of the budget: below 0 where more was incurred, None where `budgeted` is."""
        return None if self.budgeted is None else self.budgeted - self.incurred


# --- Events of a grant after the first decision, and how an advance is settled


class Settlement(Labelled):
    """Against which claims an advance is settled (avräknas): the first ones, or the last ones.

    `FIRST` pays nothing for costs until the advance is used up; `LAST` pays every claim until the grant is used up, and
    settles the advance at the end.

    >>> Settlement.FIRST.value
    'against the first claims'
    """

    FIRST = "against the first claims"
    LAST = "against the last claims"

    @property
    def is_first(self) -> bool:
        """Whether the advance is used up before anything is paid for costs."""
        return self is Settlement.FIRST


def _as_on(value: datetime.date | Period | str | None) -> Date | Period | None:
    return as_when(value, "on")


def _is_positive(_owner: object, field: attrs.Attribute[Any], value: Money) -> None:
    is_a(Money)(_owner, field, value)
    if value.minor <= 0:
        raise InvalidValue("number.not_positive", field.name, value)


@attrs.frozen
class AdvancePayment:
    """An advance (förskott) paid before the costs it is for are shown; `on` is its day, or a `Period`.

    Raises `InvalidValue` for an amount that is not above 0.

    >>> str(AdvancePayment(Money(400_000), "2025-01-15").on)
    '2025-01-15'
    """

    amount: Money = attrs.field(validator=_is_positive)
    on: dates.Date | Period | None = attrs.field(default=None, converter=_as_on)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


Event = Claim | AdvancePayment | Decision
"""What can happen to a grant after the first decision."""


def as_events(value: Iterable[Event], first: int = 0) -> tuple[Event, ...]:
    """Return the events as a tuple, or raise `TypeError` for one of another type; `first` is the index of the first."""
    events = as_tuple(value, "Claim, AdvancePayment or Decision", "events")
    for index, event in enumerate(events, first):
        if not isinstance(event, (Claim, AdvancePayment, Decision)):
            raise TypeError(f"events[{index}] must be Claim, AdvancePayment or Decision, not {type(event).__name__}")
    return events
