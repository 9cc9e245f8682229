"""What was decided of a project, by whom and when, and the limits a decision sets.

>>> from esfmodel import Decision, DecisionKind, Money, Rate
>>> from esfmodel.model import Limit, LimitBase
>>> granted = Decision(
...     DecisionKind.GRANTED,
...     "2024-06-28",
...     body="Svenska ESF-rådet",
...     support=Money(8_000_000),
...     limits=[Limit.of_rate(Rate.of_percent("39.99"), LimitBase.TOTAL_COST), Limit.of_amount(Money(9_984_573))],
... )
>>> str(granted.on)
'2024-06-28'
"""

from __future__ import annotations

import enum
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs
import pendulum

from esfmodel.errors import InvalidValue
from esfmodel.model._fields import (
    as_money_like,
    is_a,
    is_money_like_or_unknown,
    is_text_or_unknown,
    tuple_of,
)
from esfmodel.model._repr import as_call, as_call_on_lines
from esfmodel.model.budget import Budget
from esfmodel.model.reporting import ReportingTerms
from esfmodel.values.bounds import MoneyLike
from esfmodel.values.money import Money
from esfmodel.values.period import Period, as_when
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable


class DecisionKind(enum.Enum):
    """What a decision does.

    `PRIORITISED` is a partnership's ranking (prioritering), which grants nothing; `GRANTED` is the authority's.

    >>> DecisionKind.PRIORITISED.value
    'prioritised'
    """

    APPLIED = "applied"
    PRIORITISED = "prioritised"
    GRANTED = "granted"
    REJECTED = "rejected"
    AMENDED = "amended"
    CLOSED = "closed"


class LimitBase(enum.Enum):
    """What a limit's rate is a share of.

    `TOTAL_COST` counts contributions in kind, `ACTUAL_COST` does not; `PUBLIC_FINANCING` is public money alone.

    >>> LimitBase.PUBLIC_FINANCING.value
    'public financing'
    """

    TOTAL_COST = "total cost"
    ACTUAL_COST = "actual cost"
    PUBLIC_FINANCING = "public financing"


@attrs.frozen(kw_only=True)
class Limit:
    """A limit on the Union's money: at most a rate of a base, or at most an amount.

    Raises `InvalidValue` unless it is just one of the two.

    >>> Limit.of_rate(Rate.of_percent("57.47"), LimitBase.TOTAL_COST).rate
    Rate.of_percent("57.47")
    """

    rate: Rate | None = attrs.field(default=None, validator=is_a(Rate, type(None)))
    base: LimitBase | None = attrs.field(default=None, validator=is_a(LimitBase, type(None)))
    highest: Money | None = attrs.field(default=None, validator=is_a(Money, type(None)))

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    def __attrs_post_init__(self) -> None:
        """Check that the limit is a rate with its base, or an amount."""
        if (self.rate is None) == (self.highest is None) or (self.rate is None) != (self.base is None):
            raise InvalidValue(
                "limit", (self.rate, self.base, self.highest), "is neither", "give rate= with base=, or highest= alone"
            )

    @classmethod
    def of_rate(cls, rate: Rate, base: LimitBase) -> Limit:
        """Limit to a share of a base."""
        return cls(rate=rate, base=base)

    @classmethod
    def of_amount(cls, highest: Money) -> Limit:
        """Limit to an amount."""
        return cls(highest=highest)

    def exceeded_by(self, part: Money, whole: Money | None = None) -> bool:
        """Whether an amount is more than the limit allows; a limit by rate needs the whole that it is a share of.

        A rate written with decimals was itself rounded, so what prints as that rate is within it: 57.474 % is within
        57.47 %. A rate in whole per cent is exact, and so is an amount; less than one krona or euro more is the end of
        a rounding. Raises `InvalidValue` for a limit by rate without a whole.

        >>> half = Limit.of_rate(Rate.of_percent(50), LimitBase.TOTAL_COST)
        >>> half.exceeded_by(Money(50), Money(100)), half.exceeded_by(Money(51), Money(100))
        (False, True)
        """
        if self.highest is not None:
            return part > self.highest
        if self.rate is None or whole is None:
            raise InvalidValue("whole", whole, "is not known", "give the amount that the rate is a share of")
        most = (self.rate.fraction + _unprinted(self.rate)) * whole.as_fraction()
        return part.as_fraction() - most >= 1


def _unprinted(rate: Rate) -> Fraction:
    """Give half a step of the last decimal that a rate is written with; 0 where it has none."""
    _, _, decimals = f"{rate.percent:f}".partition(".") if rate.percent is not None else ("", "", "")
    return Fraction(1, 200 * 10 ** len(decimals)) if decimals else Fraction(0)


def _as_on(value: datetime.date | Period | str | None) -> pendulum.Date | Period | None:
    return as_when(value, "on")


def _as_limits(value: Iterable[Limit]) -> tuple[Limit, ...]:
    return tuple_of(Limit, value, "limits")


@attrs.frozen
class Decision:
    """A decision about a project.

    `on` is its day, a `Period` where only the month or year is known, or None. `body` is who decided. `support` and
    `budget` are what was decided on, `advance` the part of the support paid before any cost is shown (förskott),
    `period` the project period decided, `limits` the limits set, `reporting` how often to report and when each report
    is due, `reference` the decision's own number.

    >>> Decision(DecisionKind.GRANTED, Period.of_years(2021)).body is None
    True
    """

    kind: DecisionKind = attrs.field(validator=is_a(DecisionKind))
    on: pendulum.Date | Period | None = attrs.field(default=None, converter=_as_on)
    body: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)
    support: MoneyLike | None = attrs.field(
        default=None, converter=as_money_like, validator=is_money_like_or_unknown, kw_only=True
    )
    advance: MoneyLike | None = attrs.field(
        default=None, converter=as_money_like, validator=is_money_like_or_unknown, kw_only=True
    )
    budget: Budget | None = attrs.field(default=None, validator=is_a(Budget, type(None)), kw_only=True)
    period: Period | None = attrs.field(default=None, validator=is_a(Period, type(None)), kw_only=True)
    limits: tuple[Limit, ...] = attrs.field(default=(), converter=_as_limits, kw_only=True)
    reporting: ReportingTerms | None = attrs.field(
        default=None, validator=is_a(ReportingTerms, type(None)), kw_only=True
    )
    reference: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines
